"""XLSX → rows: every sheet as a person sees it.

Office Open XML, ECMA-376
(https://ecma-international.org/publications-and-standards/standards/ecma-376/).
Values of formulas are those that the file holds; nothing is computed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from ontology.problem import Problem
from ontology.read.line import Content, Line, Role
from ontology.read.package import Package, Target, open_package, related_parts
from ontology.read.xlsx.cells import (
    LAST_COLUMN,
    MOST_CELLS,
    Area,
    Cells,
    SheetEvents,
    area,
    column_name,
)
from ontology.read.xlsx.parts import Sheet, Text, Workbook, read_workbook
from ontology.read.xml_events import Events, read_xml

MOST_COLUMNS = 256
MOST_CHARACTERS = 50_000_000


class Seen(NamedTuple):
    """A sheet as a person sees it, and in words what that is not."""

    lines: tuple[Line, ...]
    left_out: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()
    partial: bool = False


def parse(data: bytes, where: str) -> Content:
    """The rows of all visible sheets, a ``table`` each, numbered as in their sheet.

    Columns without text are no cells. Hidden sheets, rows and columns are left out and named.
    Problem for what is no XLSX, for a sheet beyond the limits, and where no sheet shows a text.
    """
    package = open_package(data, where)
    workbook = read_workbook(package, where)
    seen = list(_seen(package, workbook, where))
    hidden = [f"hidden sheet {sheet.title!r}" for sheet in workbook.sheets if sheet.hidden]
    lines = tuple(
        replace(line, table=table) if line.text else line
        for table, sheet in enumerate(seen, start=1)
        for line in sheet.lines
    )
    if not lines:
        what = "shows no text" + ("; all that holds some is hidden" if hidden else "")
        raise Problem(where, what, "give the sheet with the glossary")
    return Content(
        lines,
        left_out=(*hidden, *(said for sheet in seen for said in sheet.left_out)),
        repaired=tuple(said for sheet in seen for said in sheet.repaired),
        partial=any(sheet.partial for sheet in seen),
    )


def _seen(package: Package, workbook: Workbook, where: str) -> Iterator[Seen]:
    """The visible sheets, one after the other, as long as they are not too much together."""
    characters = 0
    for sheet in workbook.sheets:
        if not sheet.hidden:
            place = f"{where}: sheet {sheet.title!r}"
            seen = _sheet(package, workbook, sheet, place)
            characters += sum(len(line.text) for line in seen.lines)
            check_size(characters, place)
            yield seen


def check_size(characters: int, where: str) -> None:
    """Refuses more text than a glossary can have."""
    if characters > MOST_CHARACTERS:
        what = f"holds more than {MOST_CHARACTERS:,} characters"
        raise Problem(where, what, "keep only the sheet with the glossary")


def _sheet(package: Package, workbook: Workbook, sheet: Sheet, place: str) -> Seen:
    targets = related_parts(package, sheet.part, place).values()
    events = SheetEvents(workbook, place)
    read_xml(package[sheet.part], place, events)
    cells = events.cells
    heads = cells.heads | _table_heads(package, targets, place)
    repeated = _repeat_merged(cells, place)
    columns = [column_name(column) for column in _without_hidden_columns(cells)]
    rows = [str(row) for row in _without_hidden_rows(cells)]
    # Texts are shared until they are joined to lines.
    check_size(sum(len(text.text) for row in cells.rows.values() for text in row.values()), place)
    left_out = [
        *_hidden("column", columns, sheet.title),
        *_hidden("row", rows, sheet.title),
        *_uncomputed(cells, sheet.title),
        *_beside(package, targets, sheet.title),
    ]
    return Seen(
        tuple(
            replace(line, head=line.number in heads, under=sheet.title) if line.text else line
            for line in _lines(cells, place)
        ),
        tuple(left_out),
        (f"sheet {sheet.title!r}: {repeated}",) if repeated else (),
        bool(cells.not_computed),
    )


def _table_heads(package: Package, targets: Iterable[Target], where: str) -> set[int]:
    """The rows that a table of the sheet (section 18.5) says are its header."""
    heads: set[int] = set()
    for target in targets:
        if target.kind == "table" and target.part in package:
            table = _Table()
            read_xml(package[target.part], where, table)
            heads |= {table.area.first_row} if table.area else set()
    return heads


class _Table(Events):
    area: Area | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table" and attributes.get("headerRowCount", "1") != "0":
            self.area = area(attributes.get("ref", ""))


def _repeat_merged(cells: Cells, place: str) -> str:
    """Puts the text of a merged cell into each row that it covers; says so in words.

    Only rows with a text of their own: the others belong to the row above (``_covered``).
    """
    own = sorted(cells.rows)
    repeats = 0
    first = ""
    for merged in cells.merged:
        text = cells.rows.get(merged.first_row, {}).get(merged.first_column)
        if not text or merged.last_row == merged.first_row:
            continue
        start = bisect_right(own, merged.first_row)
        for row in own[start : bisect_left(own, merged.last_row + 1)]:
            cells.rows[row].setdefault(merged.first_column, text)
            repeats += 1
            first = first or f"{column_name(merged.first_column)}{merged.first_row}"
        if repeats > MOST_CELLS:
            raise Problem(place, "its merged cells cover one another", "take them apart")
    said = f"the text of merged cells repeats in {repeats} cells that they cover, from {first}"
    return said if repeats else ""


def _without_hidden_columns(cells: Cells) -> list[int]:
    """Takes out the cells of hidden columns; the columns that held a text."""
    steps = [0] * (LAST_COLUMN + 2)
    for first, last in cells.hidden_columns:
        steps[min(first, LAST_COLUMN + 1)] += 1
        steps[min(last, LAST_COLUMN) + 1] -= 1
    hidden = {column for column, depth in enumerate(accumulate(steps)) if depth > 0}
    found: set[int] = set()
    for number, row in list(cells.rows.items()) if hidden else []:
        found |= row.keys() & hidden
        kept = {column: text for column, text in row.items() if column not in hidden}
        cells.rows[number] = kept
        if not kept:
            del cells.rows[number]
    return sorted(found)


def _without_hidden_rows(cells: Cells) -> list[int]:
    """Takes out hidden rows; those that held a text."""
    found = sorted(cells.hidden_rows & cells.rows.keys())
    for row in found:
        del cells.rows[row]
    return found


def _lines(cells: Cells, place: str) -> Iterator[Line]:
    """Rows with a text, and one blank line for all rows between two of them."""
    used = sorted({column for row in cells.rows.values() for column in row})
    if len(used) > MOST_COLUMNS:
        what = f"it has more than {MOST_COLUMNS} columns with text"
        raise Problem(place, what, "keep only those of the glossary")
    numbers = sorted(cells.rows)
    covered = _covered(cells)
    end = 0
    for number, following in zip(numbers, [*numbers[1:], 0], strict=False):
        if number > end + 1:
            yield Line(end + 1, "", last=number - 1 if number > end + 2 else 0)
        end = max(number, min(covered.get(number, 0), following - 1))
        texts = [cells.rows[number].get(column, Text("")) for column in used]
        yield _line(number, texts, end)


def _covered(cells: Cells) -> dict[int, int]:
    """The last row that a merged cell covers, by the row that it begins in."""
    covered: dict[int, int] = {}
    for merged in cells.merged:
        covered[merged.first_row] = max(merged.last_row, covered.get(merged.first_row, 0))
    return covered


def _line(number: int, texts: list[Text], end: int) -> Line:
    cells = tuple(text.text.strip() for text in texts)
    joined = "\t".join(cells)
    filled = [text for text in texts if text.text.strip()]
    all_bold = all(text.bold == text.text for text in filled)
    return Line(
        number,
        joined,
        last=end if end > number else 0,
        role=Role.ROW,
        bold=joined if all_bold else filled[0].bold.strip(),
        cells=cells,
    )


def _hidden(kind: str, names: list[str], title: str) -> list[str]:
    """``hidden rows 3, 4 and 5 more``, of the sheet."""
    if not names:
        return []
    more = f" and {len(names) - 10:,} more" if len(names) > 10 else ""
    plural = "s" if len(names) > 1 else ""
    return [f"hidden {kind}{plural} {', '.join(names[:10])}{more} of sheet {title!r}"]


def _uncomputed(cells: Cells, title: str) -> Iterator[str]:
    """Cells that cannot be shown: in words, some of them by name."""
    if cells.not_computed:
        names = ", ".join(cells.not_computed[:5])
        count = len(cells.not_computed)
        yield f"formulas without a value in sheet {title!r}: {count} ({names}); open it and save it"
    if cells.errors:
        yield f"errors in sheet {title!r}: {', '.join(cells.errors[:5])}"


def _beside(package: Package, targets: Iterable[Target], title: str) -> Iterator[str]:
    """What stands on a sheet and in no cell."""
    for target in targets:
        if target.kind == "comments":
            yield f"notes at cells of sheet {title!r}"
        elif target.kind == "drawing" and b":t>" in package.get(target.part, b""):
            yield f"text boxes of sheet {title!r}"
