"""The answer to a query, and the formats it can be written in.

``csv``, ``tsv``, ``json`` and ``xml`` are the four of SPARQL 1.1, exact, for machines
(https://www.w3.org/TR/sparql11-results-csv-tsv/, .../sparql11-results-json/,
.../rdf-sparql-XMLres/). ``spreadsheet`` is the CSV for people: no cell is a formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.rdf import IRI, BlankNode, Literal, Term, Triple, shorten
from graph.terminal import printable
from ontology.problem import Problem

Row = tuple[Term | None, ...]

_NAMES = {"SELECT": "rows", "ASK": "yes or no", "GRAPH": "triples"}


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: rows (SELECT), yes or no (ASK), triples (CONSTRUCT, DESCRIBE)."""

    kind: str
    """``SELECT``, ``ASK`` or ``GRAPH``."""
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool = False
    triples: tuple[Triple, ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """To shorten IRIs by."""
    cut: str = ""
    """In words, when a limit cut it: it is not the whole answer."""


class Format(NamedTuple):
    """A way to write results: which kinds it holds, and the function that writes one."""

    suffix: str
    kinds: tuple[str, ...]
    write: Callable[[Result], str]


def write(result: Result, name: str) -> str:
    """``result`` in the format called ``name``.

    Problem: an unknown format, or one that cannot hold this kind of result.
    """
    if name not in FORMATS:
        from ontology.names import did_you_mean

        raise Problem(f"-f {name}", "no such format", did_you_mean(name, FORMATS), wrong_use=True)
    if result.kind not in FORMATS[name].kinds:
        able = [other for other, row in FORMATS.items() if result.kind in row.kinds]
        what = f"cannot hold {_NAMES[result.kind]}"
        raise Problem(f"-f {name}", what, f"use {', '.join(able)}", wrong_use=True)
    return FORMATS[name].write(result)


def default_format(result: Result, terminal: bool) -> str:
    """What to write when no format is asked for: for eyes on a terminal, else for machines."""
    if terminal:
        return "table"
    return {"SELECT": "csv", "ASK": "json", "GRAPH": "turtle"}[result.kind]


def _csv(result: Result) -> str:
    rows = [result.variables, *([_value(term) for term in row] for row in result.rows)]
    return "".join(",".join(map(_csv_cell, row)) + "\r\n" for row in rows)


def _csv_cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text


def _value(term: Term | None) -> str:
    if isinstance(term, Literal):
        return term.text
    if isinstance(term, BlankNode):
        return f"_:{term}"
    return term or ""


def _spreadsheet(result: Result) -> str:
    """The mark in front tells spreadsheets that it is UTF-8."""
    rows = [result.variables, *([_safe_cell(term) for term in row] for row in result.rows)]
    return "\ufeff" + "".join(",".join(map(_csv_cell, row)) + "\r\n" for row in rows)


def _safe_cell(term: Term | None) -> str:
    """A quote before what a spreadsheet would run; a number stays a number."""
    text = _value(term)
    is_number = re.fullmatch(r"[+-]?\d+(\.\d+)?", text, re.ASCII) is not None
    return f"'{text}" if text[:1] in tuple("=+-@\t\r\n＝＋－＠") and not is_number else text


def _tsv(result: Result) -> str:
    from graph.turtle import term_text

    head = "\t".join(f"?{name}" for name in result.variables)
    lines = [
        "\t".join("" if term is None else term_text(term) for term in row) for row in result.rows
    ]
    return "".join(f"{line}\n" for line in [head, *lines])


def _json(result: Result) -> str:
    import json

    if result.kind == "ASK":
        return json.dumps({"head": {}, "boolean": result.boolean}) + "\n"
    bindings = [
        {
            name: _json_term(term)
            for name, term in zip(result.variables, row, strict=True)
            if term is not None
        }
        for row in result.rows
    ]
    whole = {"head": {"vars": result.variables}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, IRI):
        return {"type": "uri", "value": term}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term}
    said = {"type": "literal", "value": term.text}
    if term.language:
        said["xml:lang"] = term.language
    elif term.datatype:
        said["datatype"] = term.datatype
    return said


def _xml(result: Result) -> str:
    names = "".join(f"    <variable name={_attribute(name)}/>\n" for name in result.variables)
    if result.kind == "ASK":
        body = f"  <boolean>{str(result.boolean).lower()}</boolean>\n"
    else:
        body = f"  <results>\n{''.join(map(_xml_row(result.variables), result.rows))}  </results>\n"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
        f"  <head>\n{names}  </head>\n{body}</sparql>\n"
    )


def _xml_row(variables: Sequence[str]) -> Callable[[Row], str]:
    def written(row: Row) -> str:
        bindings = [
            f"      <binding name={_attribute(name)}>{_xml_term(term)}</binding>\n"
            for name, term in zip(variables, row, strict=True)
            if term is not None
        ]
        return f"    <result>\n{''.join(bindings)}    </result>\n"

    return written


def _xml_term(term: Term) -> str:
    if isinstance(term, IRI):
        return f"<uri>{_xml_text(term)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml_text(term)}</bnode>"
    more = f" xml:lang={_attribute(term.language)}" if term.language else ""
    if term.datatype and not term.language:
        more = f" datatype={_attribute(term.datatype)}"
    return f"<literal{more}>{_xml_text(term.text)}</literal>"


_XML_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# XML 1.0 (section 2.2) has no way to write these, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _xml_text(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).translate(_XML_ESCAPES)


def _attribute(text: str) -> str:
    escaped = _xml_text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{escaped}"'


def _turtle(result: Result) -> str:
    from graph.turtle import generate

    return generate(result.triples, result.prefixes)


def _markdown(result: Result) -> str:
    head, rows = _cells(result)
    lines = [head, ["---"] * len(head), *([_markdown_cell(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _markdown_cell(text: str) -> str:
    text = re.sub(r"([\\`*_\[\]~|])", r"\\\1", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # Bare addresses become links by themselves in GitHub's Markdown.
    text = re.sub(r"(?i)(https?|ftp|mailto|www)([:.])", r"\1<!-- -->\2", text)
    return re.sub(r"\s*[\r\n]+\s*", "<br>", printable(text))


def _table(result: Result) -> str:
    """As wide as the terminal. The caller says what was cut."""
    if result.kind == "ASK":
        return "yes\n" if result.boolean else "no\n"
    if result.kind == "GRAPH":
        return printable(_turtle(result))
    from io import StringIO

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    head, rows = _cells(result)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in head:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        # As Text, so that square brackets in a label are no markup.
        table.add_row(*(Text(printable(cell)) for cell in row))
    console = Console(file=StringIO(), color_system=None, highlight=False, emoji=False)
    console.print(table)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _cells(result: Result) -> tuple[list[str], Iterable[list[str]]]:
    """Head and rows for people: IRIs shortened, languages shown, yes or no in words."""
    prefixes = dict(result.prefixes)
    if result.kind == "ASK":
        return ["answer"], [["yes" if result.boolean else "no"]]
    rows: Iterable[Row] = result.triples if result.kind == "GRAPH" else result.rows
    head = ["subject", "predicate", "object"] if result.kind == "GRAPH" else list(result.variables)
    return head, ([_shown(term, prefixes) for term in row] for row in rows)


def _shown(term: Term | None, prefixes: dict[str, str]) -> str:
    if isinstance(term, IRI):
        return shorten(term, prefixes)
    if isinstance(term, Literal) and term.language:
        return f"{term.text}@{term.language}"
    return _value(term)


_ALL = ("SELECT", "ASK", "GRAPH")

FORMATS = {
    "table": Format(".txt", _ALL, _table),
    "csv": Format(".csv", ("SELECT",), _csv),
    "spreadsheet": Format(".csv", ("SELECT",), _spreadsheet),
    "tsv": Format(".tsv", ("SELECT",), _tsv),
    "json": Format(".srj", ("SELECT", "ASK"), _json),
    "xml": Format(".srx", ("SELECT", "ASK"), _xml),
    "turtle": Format(".ttl", ("GRAPH",), _turtle),
    "markdown": Format(".md", _ALL, _markdown),
}
"""By name; the first with a suffix is the one that the suffix of an output file means."""
