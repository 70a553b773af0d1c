"""The cells of a page's table → rows in which each value stands where its reader sees it.

Tables of https://html.spec.whatwg.org/multipage/tables.html. A table that only lays out the page
becomes what stands in its cells.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ontology.read.html_blocks import Block
from ontology.read.line import Line, Role

MOST_CELLS = 256
"""In a row; what stands further right goes into the last."""
MOST_REPEATED = 1_000_000
"""Characters that cells over several rows may add to a page."""


@dataclass(slots=True)
class Cell:
    """What stands in a cell, and over how many columns and rows it reaches."""

    head: bool = False
    columns: int = 1
    rows: int = 1
    blocks: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its blocks, each on a line of its own."""
        return "\n".join(block.line.text.replace("\t", " ") for block in self.blocks)


@dataclass(slots=True)
class Row:
    in_head: bool = False
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    number: int
    layout: bool = False
    """The page says that it is no table of facts."""
    caption: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    """The source lines of values that are repeated in the rows below."""


def cell_of(head: bool, attributes: Mapping[str, str]) -> Cell:
    """A cell as its tag says that it is."""
    columns = _count(attributes.get("colspan", ""), MOST_CELLS)
    rows = _count(attributes.get("rowspan", ""), 65_534)
    return Cell(head, max(1, columns), rows)


def blocks_of(table: Table) -> list[Block]:
    """The rows of a table as lines, or the blocks of its cells where it only lays out the page."""
    rows = [row for row in table.rows if row.cells]
    if table.layout or _lays_out(rows):
        inner = (block for row in rows for cell in row.cells for block in cell.blocks)
        return [*table.caption, *inner]
    under = " ".join(block.line.text for block in table.caption)
    return list(_rows(table, rows, under))


def _lays_out(rows: list[Row]) -> bool:
    """Whether it is for the eye alone: one column, one row of many blocks, tables within."""
    if all(len(row.cells) == 1 for row in rows):
        return True
    if len(rows) == 1 and any(len(cell.blocks) > 2 for cell in rows[0].cells):
        return True
    nested = [row for row in rows if any(_has_rows(cell) for cell in row.cells)]
    return 2 * len(nested) > len(rows)


def _has_rows(cell: Cell) -> bool:
    return any(block.line.role is Role.ROW for block in cell.blocks)


def _rows(table: Table, rows: list[Row], under: str) -> Iterator[Block]:
    """Each row, with the values that reach into it from the rows above."""
    above: dict[int, tuple[Cell, int]] = {}
    allowed = MOST_REPEATED
    for row in rows:
        allowed -= sum(len(cell.text) + 1 for cell, _ in above.values())
        above = above if allowed > 0 else {}
        grid, own = _placed(row, {column: cell for column, (cell, _) in above.items()})
        reach = [cell for cell, _ in own.values() if cell.rows > 1 and cell.blocks]
        table.repeated += [cell.blocks[0].line.number for cell in reach]
        above = {
            column: (cell, rows_left - 1)
            for column, (cell, rows_left) in {**above, **own}.items()
            if rows_left > 1
        }
        block = _row(row, grid, table.number, under)
        if block:
            yield block


def _placed(row: Row, grid: dict[int, Cell]) -> tuple[dict[int, Cell], dict[int, tuple[Cell, int]]]:
    """The cells of a row by column, and those of its own with the rows that they reach over."""
    own: dict[int, tuple[Cell, int]] = {}
    column = 0
    for cell in row.cells:
        while column in grid:
            column += 1
        if column >= MOST_CELLS:
            grid[MOST_CELLS - 1].blocks.extend(cell.blocks)
        for beside in range(column, min(column + cell.columns, MOST_CELLS)):
            # A value over several columns stands once.
            stands = cell if beside == column else Cell()
            if grid.setdefault(beside, stands) is stands:
                own[beside] = (stands, cell.rows)
        column += cell.columns
    return grid, own


def _row(row: Row, grid: Mapping[int, Cell], table: int, under: str) -> Block | None:
    own = [block for cell in row.cells for block in cell.blocks]
    if not own:
        return None
    marks = own[0].marks
    texts = tuple(grid[column].text if column in grid else "" for column in range(max(grid) + 1))
    number = min(block.line.number for block in own)
    last = max(block.line.end for block in own)
    heads = [cell.head for cell in row.cells if cell.blocks]
    line = Line(
        number,
        "\t".join(texts),
        last=last if last != number else 0,
        role=Role.ROW if marks.role is Role.TEXT else marks.role,
        bold=texts[0] if 0 in grid and _is_bold(grid[0]) else "",
        cells=texts,
        head=row.in_head or (all(heads) and len(row.cells) > 1),
        table=table,
        under=under,
        language=_language(own),
        linked=sum(block.line.linked for block in own),
    )
    return Block(line, marks)


def _is_bold(cell: Cell) -> bool:
    return cell.head or all(block.line.bold == block.line.text for block in cell.blocks)


def _language(blocks: list[Block]) -> str:
    languages = {block.line.language for block in blocks}
    return languages.pop() if len(languages) == 1 else ""


def _count(said: str, most: int) -> int:
    """The number of an attribute as browsers take it; 0 is the rest of the table."""
    digits = said.strip()[:6]
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(int(digits) or most, most)
