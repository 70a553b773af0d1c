"""The cells of one sheet of a workbook, as they are shown, by row and column.

SpreadsheetML, ECMA-376 part 1, section 18.3 (worksheets). What the sheet says of its own size is
never believed: only rows and cells that stand in the file are looked at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ontology.problem import Problem
from ontology.read.xlsx.number_format import shown
from ontology.read.xlsx.parts import Text, Texts, Workbook, is_on
from ontology.read.xml_events import Events

MOST_ROWS = 200_000
MOST_CELLS = 1_000_000
MOST_ROWS_WRITTEN = 1_048_576
"""Rows with or without a cell, as many as a sheet can have."""
LONGEST_CELL = 32_767
LAST_COLUMN = 16_384
MEND = "keep only the rows with the glossary"

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})$")


class Area(NamedTuple):
    """Rows and columns from 1, the last ones within."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class Cells:
    """What a sheet holds: texts by row and column, from 1, and how it shows them."""

    rows: dict[int, dict[int, Text]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    heads: set[int] = field(default_factory=set)
    """Rows that a filter says are a header."""
    not_computed: list[str] = field(default_factory=list)
    """Cells with a formula whose value the file does not hold."""
    errors: list[str] = field(default_factory=list)
    """Cells that show an error."""


def place(name: str) -> tuple[int, int] | None:
    """Row and column, from 1, of a cell: ``C5`` → 5, 3. None for what is no cell."""
    found = _PLACE.match(name)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return (int(found[2]), column) if column <= LAST_COLUMN and int(found[2]) else None


def column_name(column: int) -> str:
    """The letters of a column from 1: 3 → ``C``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def area(name: str) -> Area | None:
    """``A1:B2`` or ``A1``. None for what is no area."""
    first, _, last = name.replace("$", "").partition(":")
    start, end = place(first), place(last or first)
    return Area(*start, *end) if start and end else None


class SheetEvents(Events):
    """Fills ``cells`` from the XML of a sheet; ``where`` names file and sheet for a Problem."""

    def __init__(self, workbook: Workbook, where: str) -> None:
        self.workbook, self.where = workbook, where
        self.cells = Cells()
        self.row = self.column = self.rows_written = self.cells_written = 0
        self.row_hidden_by_default = False
        self.cell: dict[str, str] = {}
        self.formula = self.in_cell = self.in_value = False
        self.letters: list[str] = []
        self.inline = Texts()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._row(attributes)
        elif name == "c":
            self._cell(attributes)
        elif self.in_cell:
            if name == "v":
                self.in_value = True
            elif name == "f":
                self.formula = True
            else:
                self.inline.start(name, attributes)
        else:
            self._about(name, attributes)

    def text(self, text: str) -> None:
        if self.in_value:
            self.letters.append(text)
        elif self.in_cell:
            self.inline.text(text)

    def end(self, name: str) -> None:
        if name == "v":
            self.in_value = False
        elif name == "c" and self.in_cell:
            self._take()
            self.in_cell = False
        elif self.in_cell:
            self.inline.end(name)

    def _row(self, attributes: Mapping[str, str]) -> None:
        self.rows_written += 1
        number = attributes.get("r", "")
        self.row = int(number) if number.isdecimal() and len(number) < 8 else self.row + 1
        self.column = 0
        if self.rows_written > MOST_ROWS_WRITTEN or self.row > MOST_ROWS_WRITTEN:
            what = "it has more rows than a sheet can have"
            raise Problem(self.where, what, "save it again in Excel or LibreOffice")
        if is_on(attributes, "hidden", "1" if self.row_hidden_by_default else "0"):
            self.cells.hidden_rows.add(self.row)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self.cells_written += 1
        if self.cells_written > MOST_CELLS:
            raise Problem(self.where, f"it has more than {MOST_CELLS:,} cells", MEND)
        found = place(attributes.get("r", ""))
        self.column = found[1] if found else self.column + 1
        self.cell = dict(attributes)
        self.in_cell, self.formula, self.letters = True, False, []
        self.inline.begin()

    def _about(self, name: str, attributes: Mapping[str, str]) -> None:
        """What stands around the rows: columns, merged cells, the area of a filter."""
        if name == "sheetFormatPr":
            self.row_hidden_by_default = is_on(attributes, "zeroHeight")
        elif name == "col" and is_on(attributes, "hidden"):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdecimal() and last.isdecimal() and len(first + last) < 14:
                self.cells.hidden_columns.append((int(first), int(last)))
        elif name in {"mergeCell", "autoFilter"}:
            found = area(attributes.get("ref", ""))
            if found and name == "mergeCell":
                self.cells.merged.append(found)
            elif found:
                self.cells.heads.add(found.first_row)

    def _take(self) -> None:
        """The cell that ends: its text, when it shows one."""
        kind, value = self.cell.get("t", "n"), "".join(self.letters)
        if self.formula and not value and kind != "str":
            self.cells.not_computed.append(self._name())
        elif kind == "e":
            self.cells.errors.append(f"{self._name()} ({value})")
        else:
            text = self._shown(kind, value)
            if len(text.text) > LONGEST_CELL:
                what = f"cell {self._name()} has more than {LONGEST_CELL:,} characters"
                raise Problem(self.where, what, "divide it")
            if text.text.strip():
                self._put(text)

    def _name(self) -> str:
        return f"{column_name(self.column)}{self.row}"

    def _shown(self, kind: str, value: str) -> Text:
        number = int(value) if value.isdecimal() and len(value) < 9 else -1
        if kind == "s":
            texts = self.workbook.texts
            text = texts[number] if 0 <= number < len(texts) else Text("")
        elif kind == "inlineStr":
            text = self.inline.whole()
        elif kind == "b":
            text = Text("TRUE" if value.strip() == "1" else "FALSE")
        else:
            text = Text(value)
        at = self.cell.get("s", "")
        styles = self.workbook.styles
        if not (at.isdecimal() and len(at) < 9 and int(at) < len(styles)):
            return Text(shown(value, "")) if kind == "n" else text
        style = styles[int(at)]
        if kind == "n":
            text = Text(shown(value, style.code, self.workbook.from_1904))
        # Its runs, where it has some, say themselves what is bold.
        return Text(text.text, text.text) if style.bold else text

    def _put(self, text: Text) -> None:
        if self.row not in self.cells.rows and len(self.cells.rows) >= MOST_ROWS:
            raise Problem(self.where, f"it has more than {MOST_ROWS:,} rows", MEND)
        row = self.cells.rows.setdefault(self.row, {})
        row[self.column] = text
