"""Terms ⇄ the files that people and other programs take them from: CSV and JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ontology.model import Term
from ontology.problem import Problem
from ontology.spreadsheet import (
    BYTE_ORDER_MARK,
    divided,
    generate_table,
    joined,
    parse_table,
)

TEXTS = ("name", "definition", "language", "group", "number", "document")
LISTS = ("other_names", "translations", "see")
LINES = ("line_start", "line_end")

COLUMNS = (
    "name",
    "other_names",
    "definition",
    "language",
    "group",
    "number",
    "see",
    *LINES,
    "document",
    "translations",
)
"""The fields of a term, in the order in which a person reads them."""


def terms_csv(terms: Iterable[Term]) -> str:
    """A row a term, with a byte order mark for Excel; several names stand as ``a | b``."""
    return generate_table(COLUMNS, (list(map(_cell, _fields(term).values())) for term in terms))


def terms_json(terms: Iterable[Term]) -> str:
    """A list of objects with the fields of ``Term``; other names are a list, lines integers."""
    return json.dumps([_fields(term) for term in terms], ensure_ascii=False, indent=2) + "\n"


def parse_terms(text: str, where: str) -> list[Term]:
    """The terms of a CSV or JSON text; ``where`` is the name of the file.

    Raises Problem, with the line or the number of the entry, for what is no such text.
    """
    if text.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(("[", "{")):
        return _parse_json(text.removeprefix(BYTE_ORDER_MARK), where)
    rows = parse_table(text, where, COLUMNS, required=("name",))
    return [term_of(_values(row.cells, row.where), row.where) for row in rows]


def _fields(term: Term) -> dict[str, Any]:
    return {column: getattr(term, column) for column in COLUMNS}


def _cell(value: str | int | tuple[str, ...]) -> str:
    return joined(value) if isinstance(value, tuple) else str(value)


def _values(cells: Mapping[str, str], where: str) -> dict[str, Any]:
    """Cells as the values of JSON."""
    return {
        **cells,
        **{name: divided(cells[name]) for name in LISTS},
        **{name: line_number(cells[name], where) for name in LINES},
    }


def line_number(cell: str, where: str) -> int:
    """A line as a cell has it, 0 for an empty cell; Problem for what is no number."""
    text = cell.strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise Problem(where, f"{text[:40]!r} is no line", "write a number from 1, or nothing")
    return int(text)


def _parse_json(text: str, where: str) -> list[Term]:
    try:
        entries = json.loads(text)
    except json.JSONDecodeError as error:
        raise Problem(f"{where}:{error.lineno}", f"is no JSON ({error.msg})") from None
    except (RecursionError, ValueError):
        raise Problem(where, "is no JSON that holds terms", _SHAPE) from None
    if not isinstance(entries, list):
        raise Problem(where, "holds no list", _SHAPE)
    return [
        term_of(entry, f"{where}: entry {number}") for number, entry in enumerate(entries, start=1)
    ]


_SHAPE = 'it is a list of objects such as {"name": "lead", "definition": "…"}'


def term_of(entry: object, where: str) -> Term:
    """The term that an object of JSON is; what it does not say is empty, more is passed over."""
    if not isinstance(entry, Mapping):
        raise Problem(where, "is no object", _SHAPE)
    said: dict[str, Any] = {n: entry[n] for n in COLUMNS if entry.get(n) is not None}
    for name, value in said.items():
        _check(name, value, where)
    if not said.get("name", "").strip():
        raise Problem(where, "has no name", "give it a name, or take the entry out")
    lists = {name: tuple(said[name]) for name in LISTS if name in said}
    return Term(**{**said, **lists})


def _check(name: str, value: object, where: str) -> None:
    """Problem for a value of another kind than the field has."""
    if name in LISTS:
        right, kind = isinstance(value, list | tuple), "a list of texts"
        right = right and all(isinstance(one, str) for one in value)  # type: ignore[attr-defined]
    elif name in LINES:
        right, kind = isinstance(value, int) and not isinstance(value, bool), "a line"
        right = right and 0 <= value < 10**9  # type: ignore[operator]
    else:
        right, kind = isinstance(value, str), "a text"
    if not right or not _writable(value):
        raise Problem(where, f"{name!r} is not {kind}", "look at the entry")


def _writable(value: object) -> bool:
    """Whether a text can be written to a file: half a surrogate pair of JSON cannot."""
    texts = value if isinstance(value, list | tuple) else (value,)
    return not any("\ud800" <= char <= "\udfff" for text in map(str, texts) for char in text)
