"""The cells of a Word table → rows in which each value stands where its reader sees it.

WordprocessingML tables, ECMA-376 part 1, section 17.4.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ontology.read.line import Line, Role

MOST_COLUMNS = 256
"""Word has 63."""
MOST_REPEATED = 1_000_000
"""Characters that cells over several rows may add to a document."""


@dataclass(slots=True)
class Cell:
    lines: list[Line] = field(default_factory=list)
    columns: int = 1
    merged: str = ""
    """``restart`` begins a cell over several rows, ``continue`` is a part of one."""

    @property
    def text(self) -> str:
        """Its paragraphs, each on a line of its own."""
        return "\n".join(line.text.replace("\t", " ") for line in self.lines if line.text)


@dataclass(slots=True)
class Row:
    number: int
    head: bool = False
    skipped: int = 0
    """Columns that are left out before its first cell."""
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    number: int
    caption: str = ""
    rows: list[Row] = field(default_factory=list)


def lines_of_table(table: Table) -> list[Line]:
    """The rows of a table as lines, or the paragraphs of one that only lays out the page."""
    rows = [row for row in table.rows if row.cells]
    single = all(len(row.cells) == 1 for row in rows)
    long = len(rows) == 1 and any(len(cell.lines) > 2 for cell in rows[0].cells)
    if single or long:
        return [line for row in rows for cell in row.cells for line in cell.lines]
    return list(_rows(table, rows))


def _rows(table: Table, rows: list[Row]) -> Iterator[Line]:
    above: dict[int, tuple[str, bool]] = {}
    allowed = MOST_REPEATED
    for row in rows:
        texts: list[list[str]] = [[] for _ in range(min(row.skipped, MOST_COLUMNS))]
        bold = False
        for cell in row.cells:
            column = min(len(texts), MOST_COLUMNS - 1)
            value = (cell.text, _is_bold(cell))
            if cell.merged == "continue" and not value[0]:
                value = above.get(column, value)
                allowed -= len(value[0]) + 1
                value = value if allowed > 0 else ("", False)
            above[column] = value
            bold = value[1] if column == 0 else bold
            # A value over several columns stands once; what has no column goes into the last.
            free = MOST_COLUMNS - len(texts)
            texts += [[] for _ in range(min(max(cell.columns, 1), free))]
            texts[column].append(value[0])
        yield _row(table, row, tuple("\n".join(filter(None, some)) for some in texts), bold)


def _row(table: Table, row: Row, cells: tuple[str, ...], bold: bool) -> Line:
    if not any(cells):
        return Line(row.number, "")
    return Line(
        row.number,
        "\t".join(cells),
        role=Role.ROW,
        bold=cells[0] if bold else "",
        cells=cells,
        head=row.head,
        table=table.number,
        under=table.caption,
        linked=sum(line.linked for cell in row.cells for line in cell.lines),
    )


def _is_bold(cell: Cell) -> bool:
    lines = [line for line in cell.lines if line.text]
    return bool(lines) and all(line.bold == line.text for line in lines)
