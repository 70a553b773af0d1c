"""The tables of reStructuredText → rows: drawn as a grid, drawn simply, written as lists or CSV.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables and
https://docutils.sourceforge.io/docs/ref/rst/directives.html#table-directives.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from ontology.read.grid import MOST_CELLS, Cell, Row
from ontology.read.line import Line
from ontology.read.marked import Marked

Numbered = tuple[int, str]
"""A line of the source with its number."""
Unmark = Callable[[str], Marked]

_ROW = re.compile(r"[*+-](?: |$)")
_CELL = re.compile(r" +[*+-](?: +(.*))?$")


@dataclass(slots=True)
class _Open:
    """A cell of a drawn table while it is read."""

    cell: Cell
    texts: list[Numbered] = field(default_factory=list)

    def close(self, unmark: Unmark) -> None:
        self.cell.lines += lines_of(self.texts, unmark)


def grid_rows(source: Sequence[Numbered], unmark: Unmark) -> list[Row]:
    """The rows of a table whose cells are drawn with ``+``, ``-`` and ``|``."""
    lines = [(number, _padded(text)) for number, text in source]
    rules = [text for _, text in lines if text.startswith("+")]
    edges = sorted({at for text in rules for at, sign in enumerate(text) if sign == "+"})
    edges = edges[: MOST_CELLS + 1]
    rows: list[dict[int, Cell]] = [{}]
    heads = 0
    opened: dict[int, _Open] = {}
    for number, text in lines[1:]:
        ended = {at for at, edge in enumerate(edges[:-1]) if _is_rule(text, edge, edges[at + 1])}
        if ended:
            for column in ended & opened.keys():
                opened.pop(column).close(unmark)
            for one in opened.values():
                one.cell.rows += 1
            heads = len(rows) if "=" in text and not heads else heads
            rows.append({})
        for at, following in _segments(text, edges):
            if at in ended:
                continue
            if at not in opened and text[edges[at]] == "|":
                rows[-1][at] = Cell(columns=following - at)
                opened[at] = _Open(rows[-1][at])
            if at in opened:
                inside = text[edges[at] + 1 : edges[following]].replace("\0", "")
                opened[at].texts.append((number, inside.strip()))
    for one in opened.values():
        one.close(unmark)
    made = [Row([cells[at] for at in sorted(cells)]) for cells in rows if cells]
    for row in made[: heads if heads < len(made) else 0]:
        row.head = True
    return made


def _is_rule(text: str, edge: int, following: int) -> bool:
    """Whether a cell ends here: nothing but a line is drawn between two edges."""
    return text[edge : edge + 1] in {"+", "|"} and set(text[edge + 1 : following]) in ({"-"}, {"="})


def _segments(text: str, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The columns between which a line of a drawn table has no edge."""
    begins = [at for at, edge in enumerate(edges[:-1]) if text[edge : edge + 1] in {"|", "+"}]
    return zip(begins, [*begins[1:], len(edges) - 1], strict=False)


def simple_rows(source: Sequence[Numbered], unmark: Unmark) -> list[Row]:
    """The rows of a table whose columns are drawn with ``=`` alone."""
    spans = [found.span() for found in re.finditer("=+", source[0][1])]
    cuts = [begin for begin, _ in spans[1:]]
    rows: list[list[list[Numbered]]] = []
    heads, fresh = 0, True
    for number, raw in source[1:-1]:
        text = _padded(raw)
        if set(text) <= {"=", " "} and "=" in text:
            heads, fresh = len(rows), True
            continue
        if set(text) <= {"-", " "}:
            fresh = True
            continue
        bounds = zip([0, *cuts], [*cuts, len(text)], strict=True)
        parts = [text[begin:end].replace("\0", "").strip() for begin, end in bounds]
        if parts[0] or fresh:
            rows.append([[] for _ in spans])
        for cell, part in zip(rows[-1], parts, strict=True):
            cell.append((number, part))
        fresh = False
    made = [Row([Cell(lines_of(texts, unmark)) for texts in row]) for row in rows]
    for row in made[: heads if heads < len(made) else 0]:
        row.head = True
    return made


def list_rows(source: Sequence[Numbered], options: Mapping[str, str], unmark: Unmark) -> list[Row]:
    """The rows of ``list-table``: a list of lists."""
    rows: list[list[list[Numbered]]] = []
    inset = -1
    for number, line in source:
        begins = bool(_ROW.match(line))
        if begins:
            rows.append([])
            inset = -1
        text = f" {line[1:]}" if begins else line
        cell, indent = _CELL.match(text), len(text) - len(text.lstrip())
        if rows and cell and inset in {-1, indent}:
            rows[-1].append([(number, (cell[1] or "").strip())])
            inset = indent
        elif rows and rows[-1]:
            rows[-1][-1].append((number, text.strip()))
    return _headed([Row([Cell(lines_of(texts, unmark)) for texts in row]) for row in rows], options)


def csv_rows(source: Sequence[Numbered], options: Mapping[str, str], unmark: Unmark) -> list[Row]:
    """The rows of ``csv-table``; its head may stand among the options."""
    by = options.get("delim", ",")
    by = {"tab": "\t", "space": " "}.get(by, by)
    by = by if len(by) == 1 and (by.isprintable() or by == "\t") else ","
    head = options.get("header", "")
    rows = list(_records([(source[0][0], head)], by, unmark)) if head and source else []
    for row in rows:
        row.head = True
    return rows + _headed(list(_records(source, by, unmark)), options)


def _records(source: Sequence[Numbered], by: str, unmark: Unmark) -> Iterator[Row]:
    reader = csv.reader((f"{text}\n" for _, text in source), delimiter=by, skipinitialspace=True)
    before = 0
    try:
        for record in reader:
            number = source[min(before, len(source) - 1)][0]
            before = reader.line_num
            if record:
                yield Row([Cell(lines_of([(number, text)], unmark)) for text in record])
    except csv.Error:
        for number, text in source[before:]:
            yield Row([Cell(lines_of([(number, part)], unmark)) for part in text.split(by)])


def _headed(rows: list[Row], options: Mapping[str, str]) -> list[Row]:
    said = options.get("header-rows", "0")
    count = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 0
    for row in rows[:count]:
        row.head = True
    return rows


def lines_of(texts: Sequence[Numbered], unmark: Unmark) -> list[Line]:
    """The paragraphs of a cell, which blank lines divide."""
    made: list[Line] = []
    some: list[Numbered] = []
    for number, text in [*texts, (0, "")]:
        if text:
            some.append((number, text))
        elif some:
            said = unmark(" ".join(one for _, one in some))
            first, last = some[0][0], some[-1][0]
            line = Line(first, said.text, last if last > first else 0, bold=said.bold)
            made.append(line)
            some = []
    return [line for line in made if line.text]


def _padded(text: str) -> str:
    """The text with a filler behind each letter that is two columns wide."""
    if text.isascii():
        return text
    return "".join(f"{sign}\0" if east_asian_width(sign) in "WF" else sign for sign in text)
