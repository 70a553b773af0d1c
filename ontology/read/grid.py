"""Cells that reach over columns and rows → rows in which each value stands where a reader sees it.

The model of tables that HTML, AsciiDoc, reStructuredText and LaTeX share:
https://html.spec.whatwg.org/multipage/tables.html#concept-table.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ontology.read.line import Line, Role

MOST_CELLS = 256
"""In a row; what stands further right goes into the last."""
MOST_REPEATED = 1_000_000
"""Characters that cells over several rows may add to a table."""


@dataclass(slots=True)
class Cell:
    """What stands in a cell, and over how many columns and rows it reaches."""

    lines: list[Line] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    head: bool = False

    @property
    def text(self) -> str:
        """Its lines, each on a line of its own."""
        return "\n".join(line.text.replace("\t", " ") for line in self.lines)


@dataclass(slots=True)
class Row:
    """The cells that begin in a row, in order."""

    cells: list[Cell] = field(default_factory=list)
    head: bool = False


Reach = dict[int, tuple[Cell, int]]
"""The cells of a row by column, and how many rows each still reaches over."""


def rows_of(
    rows: Sequence[Row], table: int, under: str = "", repaired: list[str] | None = None
) -> Iterator[Line | None]:
    """A line for each row, with the values that reach into it from above; None for an empty one.

    ``table`` is its number, ``under`` its caption. What is repeated is said in ``repaired``.
    """
    above: Reach = {}
    allowed = MOST_REPEATED
    for row in rows:
        allowed -= sum(len(cell.text) + 1 for cell, _ in above.values())
        above = above if allowed > 0 else {}
        grid, own = _placed(row, {column: cell for column, (cell, _) in above.items()})
        if repaired is not None:
            repaired += [
                f"a cell over several rows is repeated in each (line {cell.lines[0].number})"
                for cell, _ in own.values()
                if cell.rows > 1 and cell.lines
            ]
        above = {
            column: (cell, left - 1)
            for column, (cell, left) in {**above, **own}.items()
            if left > 1
        }
        yield _line(row, grid, table, under)


def _placed(row: Row, grid: dict[int, Cell]) -> tuple[dict[int, Cell], Reach]:
    """The cells of a row by column, and of these those that begin in it."""
    own: Reach = {}
    column = 0
    for cell in row.cells:
        while column in grid:
            column += 1
        if column >= MOST_CELLS:
            grid[MOST_CELLS - 1].lines.extend(cell.lines)
        for beside in range(column, min(column + cell.columns, MOST_CELLS)):
            # A value over several columns stands once.
            stands = cell if beside == column else Cell()
            if grid.setdefault(beside, stands) is stands:
                own[beside] = (stands, cell.rows)
        column += cell.columns
    return grid, own


def _line(row: Row, grid: Mapping[int, Cell], table: int, under: str) -> Line | None:
    own = [line for cell in row.cells for line in cell.lines]
    if not own:
        return None
    texts = tuple(grid[column].text if column in grid else "" for column in range(max(grid) + 1))
    number, last = min(line.number for line in own), max(line.end for line in own)
    heads = [cell.head for cell in row.cells if cell.lines]
    languages = {line.language for line in own}
    return Line(
        number,
        "\t".join(texts),
        last=last if last != number else 0,
        role=Role.ROW,
        bold=texts[0] if 0 in grid and _is_bold(grid[0]) else "",
        cells=texts,
        head=row.head or (all(heads) and len(row.cells) > 1),
        table=table,
        under=under,
        language=languages.pop() if len(languages) == 1 else "",
        linked=sum(line.linked for line in own),
    )


def _is_bold(cell: Cell) -> bool:
    return cell.head or all(line.bold == line.text for line in cell.lines)
