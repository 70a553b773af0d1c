"""A table as spreadsheets save it (CSV, RFC 4180) ⇄ rows of cells by the name of their column.

What a spreadsheet does to a file is undone on reading: a byte order mark, semicolons or tabs for
commas, ``sep=;`` on top, columns moved, added or written otherwise, empty rows.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from ontology.names import near_misses
from ontology.problem import Problem

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""

LONGEST_CELL = 50_000_000

_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
_SEPARATOR_LINE = re.compile("sep=(.)\r?\n", re.IGNORECASE)


class Row(NamedTuple):
    """Cells by the name of their column, and the place of the row (``matches.csv:12``)."""

    where: str
    cells: Mapping[str, str]


def generate_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The CSV text of ``rows`` under ``columns``: commas, CRLF, a byte order mark for Excel.

    A cell that a spreadsheet would take for a formula begins with an apostrophe, which
    ``parse_table`` takes away again.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def parse_table(
    text: str, where: str, columns: Sequence[str], required: Sequence[str], above: int = 0
) -> Iterator[Row]:
    """The rows of a CSV text that hold something. ``text`` has its line ends as the file has them.

    ``above`` counts the lines of the file that are not in ``text``, for what Problems say.

    A column that is missing has empty cells; those that are not in ``columns`` are passed over.
    Raises Problem with file and line for what is no such table.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    named = _SEPARATOR_LINE.match(text)
    start = named.end() if named else 0
    delimiter = named[1] if named else _delimiter(text, columns)
    offset = above + (1 if named else 0)
    lines = _lines(text[start:], delimiter, where, offset)
    place, head = next(lines, (f"{where}:{offset + 1}", []))
    names = _columns(head, columns)
    for name in required:
        if name not in names:
            near = near_misses(name, [cell[:80] for cell in head[:1000]])
            mend = f"is it {near[0]!r}?" if near else f"the first row names {', '.join(columns)}"
            raise Problem(place, f"there is no column {name!r}", mend, wrong_use=True)
    for place, cells in lines:
        if any(cell.strip() for cell in cells[len(head) :]):
            raise Problem(
                place,
                f"the row has {len(cells)} cells, the first row {len(head)}",
                "put a cell with a comma in it between quotes",
            )
        if any(cell.strip() for cell in cells):
            found = dict(zip(names, map(_unguarded, cells), strict=False))
            yield Row(place, {column: found.get(column, "") for column in columns})


def _lines(text: str, delimiter: str, where: str, offset: int) -> Iterator[tuple[str, list[str]]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 0
    while True:
        line = reader.line_num + offset + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Problem(
                f"{where}:{line}",
                f"is no row of a table ({error})",
                "a quote in a cell is written twice, and the cell stands between quotes",
            ) from None
        yield f"{where}:{line}", cells


def _delimiter(text: str, columns: Sequence[str]) -> str:
    """The sign that divides the first line into most names of columns."""
    first = re.split("[\r\n]", text, maxsplit=1)[0][:10_000]
    known = set(map(_key, columns))
    return max(
        ",;\t", key=lambda sign: sum(_key(cell.strip('"')) in known for cell in first.split(sign))
    )


def _columns(head: Iterable[str], columns: Sequence[str]) -> list[str]:
    """The column that each cell of the first row names; a second one of a name counts for none."""
    known = {_key(column): column for column in columns}
    names: list[str] = []
    for cell in head:
        name = known.get(_key(cell), "")
        names.append("" if name in names else name)
    return names


def _key(cell: str) -> str:
    return " ".join(re.split(r"[\s_-]+", cell.strip().casefold()))


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


# --- several texts in one cell ---------------------------------------------------------------


def joined(texts: Iterable[str]) -> str:
    r"""Texts as one cell: ``a | b``. A bar within one is written ``\|``, a backslash ``\\``."""
    return " | ".join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


_PIECE = re.compile(r"\\[\\|]| ?\| ?|[^\\| ]+|.", re.DOTALL)


def divided(cell: str) -> tuple[str, ...]:
    """The texts of a cell that ``joined`` or a person wrote; empty ones were never meant."""
    texts = [""]
    for piece in _PIECE.findall(cell):
        if piece.strip(" ") == "|":
            texts.append("")
        else:
            texts[-1] += piece[1:] if piece in ("\\\\", "\\|") else piece
    return tuple(text for text in texts if text.strip())
