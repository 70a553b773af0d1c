"""The cells of a page's table → its rows, or what stands in them where it only lays out the page.

Tables of https://html.spec.whatwg.org/multipage/tables.html.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ontology.read.grid import MOST_CELLS, rows_of
from ontology.read.grid import Cell as GridCell
from ontology.read.grid import Row as GridRow
from ontology.read.html.blocks import Block
from ontology.read.line import Role


@dataclass(slots=True)
class Cell:
    """What its tag says of a cell, and what stands in it."""

    head: bool = False
    columns: int = 1
    rows: int = 1
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    head: bool = False
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    number: int
    layout: bool = False
    """The page says that it is no table of facts."""
    caption: list[Block] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def cell_of(head: bool, attributes: Mapping[str, str]) -> Cell:
    """A cell as its tag says that it is."""
    columns = _count(attributes.get("colspan", ""), MOST_CELLS)
    rows = _count(attributes.get("rowspan", ""), 65_534)
    return Cell(head, columns, rows)


def blocks_of(table: Table, repaired: list[str]) -> list[Block]:
    """The rows of a table, or the blocks of its cells where it only lays out the page.

    Values that are repeated are said in ``repaired``.
    """
    rows = [row for row in table.rows if row.cells]
    if table.layout or _lays_out(rows):
        inner = (block for row in rows for cell in row.cells for block in cell.blocks)
        return [*table.caption, *inner]
    under = " ".join(block.line.text for block in table.caption)
    # Where most rows are made of head cells, they tell nothing of a row.
    told = 3 * sum(_is_head(row) for row in rows) <= len(rows) + 2
    plain = [GridRow([_plain(cell, told) for cell in row.cells], row.head) for row in rows]
    made = []
    for row, line in zip(rows, rows_of(plain, table.number, under, repaired), strict=True):
        if line:
            marks = next(block.marks for cell in row.cells for block in cell.blocks)
            role = Role.ROW if marks.role is Role.TEXT else marks.role
            made.append(Block(replace(line, role=role), marks))
    return made


def _is_head(row: Row) -> bool:
    return all(cell.head for cell in row.cells if cell.blocks)


def _plain(cell: Cell, told: bool) -> GridCell:
    lines = [block.line for block in cell.blocks]
    return GridCell(lines, cell.columns, cell.rows, cell.head and told)


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


def _count(said: str, most: int) -> int:
    """The number of an attribute as browsers take it; 0 is the rest of the table."""
    digits = said.strip()[:6]
    if not (digits.isascii() and digits.isdigit()):
        return 1
    return min(int(digits) or most, most)
