"""The source of an AsciiDoc table → its rows.

https://docs.asciidoctor.org/asciidoc/latest/tables/.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ontology.read.asciidoc.marks import marked
from ontology.read.grid import MOST_CELLS, Cell, Row, rows_of
from ontology.read.line import Line

_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<times>\d{1,3})\*|(?P<columns>\d{1,3})?(?:\.(?P<rows>\d{1,3}))?\+)?"
    r"(?:[<^>])?(?:\.[<^>])?(?P<style>[a-z])?\||(?<!\\)\|"
)
_COLUMNS = re.compile(r"cols\s{0,3}=\s{0,3}(?:\"([^\"]{1,500})\"|([^,\]]{1,100}))")
_TIMES = re.compile(r"\s*(\d{1,3})\*")
_HEADER = re.compile(
    r"%header|options\s{0,3}=\s{0,3}\"?[^\"\]]{0,60}header|opts\s{0,3}=\s{0,3}\"?[^\"\]]{0,60}header"
)
_SEPARATED = {"csv": ",", "tsv": "\t", "dsv": ":"}


class Source(NamedTuple):
    """A table as it stands in the document."""

    lines: Sequence[tuple[int, str]]
    """With their numbers."""
    mark: str
    """The first character of the line that encloses it."""
    style: str
    """The line in square brackets over it."""
    under: str
    """Its title."""


def table_lines(
    source: Source, number: int, attributes: Mapping[str, str], repaired: list[str]
) -> list[Line]:
    """The rows of a table; ``number`` is that of the table in its document."""
    style = source.style
    form = re.search(r"format\s{0,3}=\s{0,3}\"?(csv|tsv|dsv)", style)
    by = _SEPARATED[form[1]] if form else {",": ",", ":": ":"}.get(source.mark, "")
    if by:
        rows = list(_separated(source.lines, by, attributes))
    else:
        cells = list(_cells(source.lines, attributes))
        rows = list(_in_columns(cells, _width(style) or _in_first_line(cells)))
    if rows and (_HEADER.search(style) or _implied_header(source.lines)):
        rows[0].head = True
    return [line for line in rows_of(rows, number, source.under, repaired) if line]


def _separated(
    source: Sequence[tuple[int, str]], by: str, attributes: Mapping[str, str]
) -> Iterator[Row]:
    reader = csv.reader((f"{text}\n" for _, text in source), delimiter=by)
    before = 0
    try:
        for record in reader:
            at, before = source[min(before, len(source) - 1)][0], reader.line_num
            yield Row([Cell(_lines(at, [text], attributes)) for text in record])
    except csv.Error:
        for at, text in source[before:]:
            yield Row([Cell(_lines(at, [part], attributes)) for part in text.split(by)])


def _cells(
    source: Sequence[tuple[int, str]], attributes: Mapping[str, str]
) -> Iterator[tuple[Cell, int]]:
    """Each cell, and the number of the line in which it begins."""
    opened: re.Match[str] | None = None
    first, texts = 0, list[str]()
    for number, text in source:
        at = 0
        for found in _CELL.finditer(text):
            texts.append(text[at : found.start()])
            yield from _cell(opened, first, texts, attributes)
            opened, first, texts, at = found, number, [], found.end()
        texts.append(text[at:])
    yield from _cell(opened, first, texts, attributes)


def _cell(
    opened: re.Match[str] | None, first: int, texts: Sequence[str], attributes: Mapping[str, str]
) -> Iterator[tuple[Cell, int]]:
    if opened is None:
        return
    lines = _lines(first, texts, attributes)
    columns, rows = int(opened["columns"] or 1), int(opened["rows"] or 1)
    for _ in range(min(int(opened["times"] or 1), MOST_CELLS)):
        yield Cell(lines, max(columns, 1), max(rows, 1), opened["style"] == "h"), first


def _lines(first: int, texts: Sequence[str], attributes: Mapping[str, str]) -> list[Line]:
    """The paragraphs of a cell, which blank lines divide."""
    made: list[Line] = []
    some: list[str] = []
    for at, text in enumerate([*texts, ""], start=first):
        if text.strip():
            some.append(text.strip())
        elif some:
            said = marked(" ".join(some).replace("\\|", "|"), attributes)
            begins, last = at - len(some), at - 1
            made.append(
                Line(
                    begins,
                    said.text,
                    last if last > begins else 0,
                    bold=said.bold,
                    linked=said.linked,
                )
            )
            some = []
    return [line for line in made if line.text]


def _in_columns(cells: Sequence[tuple[Cell, int]], width: int) -> Iterator[Row]:
    """The cells in rows of ``width`` columns, those taken from above counted."""
    row, taken = Row(), 0
    reach: dict[int, int] = {}
    for cell, _ in cells:
        row.cells.append(cell)
        taken += cell.columns
        if cell.rows > 1:
            for below in range(1, min(cell.rows, 100)):
                reach[below] = reach.get(below, 0) + cell.columns
        if taken >= width:
            yield row
            row, taken = Row(), reach.get(1, 0)
            reach = {below - 1: count for below, count in reach.items() if below > 1}
    if row.cells:
        yield row


def _width(style: str) -> int:
    """The number of columns that the line over the table says; 0 where it says none."""
    found = _COLUMNS.search(style)
    if not found:
        return 0
    parts = re.split(r"[,;]", found[1] or found[2])
    times = (_TIMES.match(part) for part in parts)
    return min(sum(int(some[1]) if some else 1 for some in times), MOST_CELLS)


def _in_first_line(cells: Sequence[tuple[Cell, int]]) -> int:
    """As many columns as the first line with cells has."""
    if not cells:
        return 1
    first = cells[0][1]
    return max(1, sum(cell.columns for cell, number in cells if number == first))


def _implied_header(source: Sequence[tuple[int, str]]) -> bool:
    """A first row on one line, with a blank line under it and none over it."""
    texts = [text for _, text in source[:3]]
    return len(texts) > 1 and bool(texts[0].strip()) and not texts[1].strip()
