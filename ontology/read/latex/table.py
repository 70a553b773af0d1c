"""The cells of a LaTeX table, as they come, → its rows.

``tabular`` of https://ctan.org/pkg/latex-base, ``longtable``, ``booktabs``, ``multirow``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ontology.read.grid import MOST_CELLS, Cell, Row, rows_of
from ontology.read.line import Line, Role

TABLES = {
    "tabular": 1, "tabularx": 2, "tabulary": 2, "longtable": 1, "supertabular": 1, "xltabular": 2,
    "tabu": 1, "longtabu": 1, "tblr": 1, "longtblr": 1, "array": 1, "tabular*": 2,
}  # fmt: skip
"""Environments and how many arguments they begin with."""
RULES = frozenset(
    {"midrule", "hline", "endhead", "endfirsthead", "endfoot", "endlastfoot", "toprule"}
)


@dataclass(slots=True)
class TableRead:
    """A table while it is read."""

    looks: int
    """How many groups were open where it began: a line break in a further one ends no row."""
    cell: Cell = field(default_factory=Cell)
    row: Row = field(default_factory=Row)
    rows: list[Row] = field(default_factory=list)
    inner: int = 0
    """Tables that are open within its cells."""
    under: str = ""
    part: int = 0
    """Where the rows begin that the next mark makes a head or a foot."""

    def end_cell(self) -> None:
        self.row.cells.append(self.cell)
        self.cell = Cell()

    def end_row(self) -> None:
        self.end_cell()
        if any(cell.lines for cell in self.row.cells):
            self.rows.append(self.row)
        self.row = Row()

    def rule(self, name: str) -> None:
        """A rule or a mark between rows: what stands over it may be a head."""
        if name in {"midrule", "hline"} and len(self.rows) == 1:
            self.rows[0].head = name == "midrule" or _all_bold(self.rows[0])
        elif name in {"endhead", "endfirsthead"} and not any(row.head for row in self.rows):
            for row in self.rows:
                row.head = True
        elif name.startswith("end"):
            # The head of further pages, or a foot.
            del self.rows[self.part :]
        if name.startswith("end"):
            self.part = len(self.rows)

    def lines(self, number: int, role: Role, repaired: list[str]) -> list[Line]:
        """Its rows; ``number`` is that of the table in its document."""
        self.end_row()
        rows = [Row(cells, row.head) for row, cells in zip(self.rows, self._cells(), strict=True)]
        if all(len(row.cells) == 1 for row in rows):
            return [line for row in rows for cell in row.cells for line in cell.lines]
        made = [line for line in rows_of(rows, number, self.under, repaired) if line]
        return made if role is Role.TEXT else [replace(line, role=role) for line in made]

    def _cells(self) -> list[list[Cell]]:
        """The cells of each row, without the empty ones that a cell from above reaches over."""
        made: list[list[Cell]] = []
        above: dict[int, int] = {}
        for row in self.rows:
            kept, column = list[Cell](), 0
            for cell in row.cells:
                if above.get(column, 0) > 0 and not cell.lines:
                    above[column] -= 1
                else:
                    kept.append(cell)
                    above[column] = cell.rows - 1
                column = min(column + cell.columns, MOST_CELLS)
            made.append(kept)
        return made


def _all_bold(row: Row) -> bool:
    lines: Sequence[Line] = [line for cell in row.cells for line in cell.lines]
    return all(line.bold == line.text for line in lines)
