"""Asking a graph in SPARQL, with a time and a row limit, and the questions that ship.

A named query is a file of ``queries/``: its first comment is the title, then come its parameters.
Each has its example or default in the text, as ``VALUES ?name { "…" }`` or ``LIMIT 20``, so that
the file runs as it stands in any SPARQL tool; ``bind`` puts another term in that place.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pyoxigraph as ox

from graph.rdf import IRI, BlankNode, Literal, Term, Triple
from graph.results import Result
from graph.sparql import check, engine_fault
from graph.store import Graph, Terms
from graph.worker import Limits, run
from ontology.problem import Problem

SECONDS = 30.0
ROWS = 100_000
QUERIES = Path(__file__).parent / "queries"

_BATCH = 1000
_PLACE = re.compile(
    r'VALUES \?(?P<name>\w+) \{ (?P<text>"[^"]*") \}|LIMIT (?P<number>\d+)', re.ASCII
)
"""Where the values of parameters stand."""

_PARAMETER = re.compile(r"# parameter (\w+)( \(required\))?: (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be set in a named query."""

    name: str
    description: str
    required: bool
    default: str
    """What stands in the file: for a required one an example."""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question that ships, with its text."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    text: str


def query(
    graph: Graph,
    text: str,
    *,
    timeout: float = SECONDS,
    rows: int = ROWS,
    where: str = "query",
) -> Result:
    """The answer to ``text``, or its beginning with ``cut`` saying what cut it.

    ``rows`` counts triples for CONSTRUCT and DESCRIBE. ``where`` names the query in messages: a
    file, or its name. Problem: a query that is wrong or not allowed, and one that gave nothing
    before ``timeout`` seconds or took too much memory.
    """
    check(text, graph.prefixes, where)
    got = run(partial(_answer, graph, text, rows, where), Limits(seconds=timeout), where)
    cut = {"time": f"stopped after {timeout:g} s", "size": "stopped: too many bytes"}.get(got.cut)
    parts = (marshal.loads(part) for part in got.parts)  # noqa: S302 - written by our own child
    first: tuple[str, tuple[str, ...]] = next(parts, ("", ()))
    kind, variables = first
    if kind == "FAULT":
        raise engine_fault(text, variables[0], where)
    batches = list(parts)
    if not kind or (got.cut and not batches):
        mend = "ask for less, or allow more time"
        raise Problem(where, f"no answer within {timeout:g} s", mend)
    result = Result(kind, variables, prefixes=dict(graph.prefixes), cut=cut or "")
    return _filled(result, batches, rows)


def _answer(graph: Graph, text: str, rows: int, where: str) -> Iterator[bytes]:
    """In the child: the kind of answer, then batches of it, in what ``marshal`` can write."""
    try:
        answer = graph.store.query(
            text, prefixes=dict(graph.prefixes), use_default_graph_as_union=True
        )
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        # Said in words by the parent: here no module can be loaded any more.
        yield marshal.dumps(("FAULT", (str(error.args[0]),)))
        return
    if isinstance(answer, ox.QueryBoolean):
        yield marshal.dumps(("ASK", ()))
        yield marshal.dumps([bool(answer)])
        return
    if isinstance(answer, ox.QueryTriples):
        yield marshal.dumps(("GRAPH", ()))
    else:
        yield marshal.dumps(("SELECT", tuple(name.value for name in answer.variables)))
    try:
        yield from _batches(answer, rows)
    except (RuntimeError, OSError, ValueError) as error:
        raise Problem(where, str(error)) from None


def _batches(answer: Iterable[Iterable[object]], rows: int) -> Iterator[bytes]:
    """Up to one row more than asked for: it tells that there are more."""
    import time

    plain = _Plain()
    batch: list[tuple[object, ...]] = []
    sent = time.monotonic()
    for number, row in enumerate(answer):
        batch.append(tuple(map(plain.value, row)))
        # Small batches when rows come slowly: those found are kept when time ends.
        if len(batch) >= _BATCH or time.monotonic() - sent > 0.05:
            yield marshal.dumps(batch)
            batch = []
            sent = time.monotonic()
        if number >= rows:
            break
    yield marshal.dumps(batch)


class _Plain:
    """Terms of the engine → strings for IRIs, tuples for literals, bytes for blank nodes."""

    def __init__(self) -> None:
        self._terms = Terms()
        # The same object again is a short reference in what ``marshal`` writes.
        self._known: dict[object, object] = {None: None}

    def value(self, term: object) -> object:
        known = self._known.get(term)
        if known is None and term is not None:
            known = self._known[term] = _plain(self._terms.term(term))
        return known


def _plain(term: Term) -> object:
    if isinstance(term, BlankNode):
        return term.encode()
    return str(term) if isinstance(term, IRI) else tuple(term)


def _filled(result: Result, batches: list[Any], rows: int) -> Result:
    if result.kind == "ASK":
        return replace(result, boolean=bool(batches[0][0]))
    term = _Found().__getitem__
    found = [tuple(map(term, row)) for batch in batches for row in batch]
    cut = result.cut
    if len(found) > rows:
        found = found[:rows]
        cut = f"only the first {rows} {'rows' if result.kind == 'SELECT' else 'triples'}"
    elif cut:
        cut = f"{cut}: the first {len(found)}, there may be more"
    if result.kind == "SELECT":
        return replace(result, rows=tuple(found), cut=cut)
    return replace(result, triples=tuple(cast("list[Triple]", found)), cut=cut)


class _Found(dict[Any, Term | None]):
    """What ``_plain`` made → our terms, each made once."""

    def __missing__(self, value: Any) -> Term | None:
        term: Term | None = None
        if isinstance(value, str):
            term = IRI(value)
        elif value is not None:
            term = Literal(*value) if isinstance(value, tuple) else BlankNode(value.decode())
        self[value] = term
        return term


def named_queries() -> list[NamedQuery]:
    """The questions that ship, by name."""
    return [_named(path) for path in sorted(QUERIES.glob("*.rq"))]


def named_query(name: str) -> NamedQuery:
    """The question called ``name``; a Problem that names the nearest when there is none."""
    known = {each.name: each for each in named_queries()}
    if name not in known:
        from ontology.names import did_you_mean

        raise Problem(f"--name {name}", "no such query", did_you_mean(name, known), wrong_use=True)
    return known[name]


def _named(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    parameters = tuple(
        Parameter(name, description, bool(required), _default(text, name))
        for name, required, description in _PARAMETER.findall(text)
    )
    return NamedQuery(path.stem, text.partition("\n")[0].removeprefix("# "), parameters, text)


def _default(text: str, name: str) -> str:
    for match in _PLACE.finditer(text):
        if (match["name"] or "limit") == name:
            return (match["text"] or match["number"]).strip('"')
    return ""


def bind(named: NamedQuery, settings: Mapping[str, str], prefixes: Mapping[str, str]) -> str:
    """The text of ``named`` with ``settings`` in it, each as one RDF term, never pasted.

    A value may be ``prefix:name`` or ``<iri>`` as well: it stands for its IRI. Problem: an unknown
    parameter, a required one left out, a limit that is no number.
    """
    where = f"--name {named.name}"
    known = {parameter.name: parameter for parameter in named.parameters}
    for name in settings:
        if name not in known:
            from ontology.names import did_you_mean

            mend = did_you_mean(name, known)
            raise Problem(where, f"has no parameter '{name}'", mend, wrong_use=True)
    for parameter in named.parameters:
        if parameter.required and parameter.name not in settings:
            what = f"needs {parameter.name}: {parameter.description}"
            raise Problem(where, what, f"--set {parameter.name}=…", wrong_use=True)
    terms = {name: _written(name, value, prefixes, where) for name, value in settings.items()}
    # One pass, so that no value is looked into for the place of another.
    return _PLACE.sub(partial(_put, terms), named.text)


def _put(terms: Mapping[str, str], match: re.Match[str]) -> str:
    name = match["name"]
    if name is None:
        return f"LIMIT {terms.get('limit', match['number'])}"
    return f"VALUES ?{name} {{ {terms.get(name, match['text'])} }}"


def _written(name: str, value: str, prefixes: Mapping[str, str], where: str) -> str:
    if name == "limit":
        if not (value.isascii() and value.isdigit()):
            raise Problem(where, f"limit is not a number: {value!r}", wrong_use=True)
        return value
    prefix, colon, rest = value.partition(":")
    if colon and prefix in prefixes and not rest.startswith("//"):
        value = prefixes[prefix] + rest
    elif value.startswith("<") and value.endswith(">"):
        value = value[1:-1]
    return str(ox.Literal(value))
