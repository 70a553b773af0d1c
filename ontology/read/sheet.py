"""CSV and TSV → rows: what divides the cells is found in the text itself.

CSV is that of RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), TSV that of
https://www.iana.org/assignments/media-types/text/tab-separated-values, and both what spreadsheets
make of them: semicolons, a byte order mark, a first line ``sep=;``.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ontology.problem import Problem
from ontology.read.decode import decode
from ontology.read.line import Content, Line, Role

MOST_ROWS = 200_000
MOST_COLUMNS = 256
LONGEST_CELL = 32_767
"""Characters, as in a spreadsheet."""

SAMPLE = 100_000
"""Characters that are enough to see what divides the cells."""


class Dialect(NamedTuple):
    """What divides the cells, and whether quotation marks hold a cell together."""

    divider: str
    quoted: bool


DIVIDERS = ("\t", ";", ",", "|")
DIALECTS = tuple(Dialect(divider, quoted) for quoted in (True, False) for divider in DIVIDERS)
ONE_COLUMN = Dialect("\0", quoted=True)
"""No text holds this divider."""

_SAID = re.compile(r'"?sep=([\t;,|])"?(?:\n|$)', re.IGNORECASE)


def parse(data: bytes, where: str) -> Content:
    """The rows of a CSV or TSV file, numbered as a spreadsheet numbers them.

    A blank row counts; a cell may hold line feeds. A first row ``sep=;``, which spreadsheets do
    not show, does not count. Problem beyond ``MOST_ROWS``, ``MOST_COLUMNS``, ``LONGEST_CELL``.
    """
    text = decode(data, where)
    said = _SAID.match(text)
    if said:
        text = text[said.end() :]
        dialect = Dialect(said[1], quoted=True)
    else:
        dialect = _dialect(text, first=_suffix_says(where))
    rows = dict(_rows(text, dialect, where))
    repaired = tuple(_join_torn(rows, dialect.divider))
    lines = [_line(number, cells, where) for number, cells in rows.items()]
    while lines and not lines[-1].text:
        lines.pop()
    return Content(tuple(lines), repaired=repaired)


def _suffix_says(where: str) -> str:
    return "\t" if where.lower().endswith((".tsv", ".tab")) else ","


def _dialect(text: str, first: str) -> Dialect:
    """The dialect that gives most rows the same number of cells; of equals the one of ``first``."""
    sample = text[:SAMPLE]
    if len(text) > SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    found, best = ONE_COLUMN, 0.0
    for dialect in sorted(DIALECTS, key=lambda some: (not some.quoted, some.divider != first)):
        evenness = _evenness(sample, dialect)
        if evenness > best + 0.02:
            found, best = dialect, evenness
    return found


def _evenness(sample: str, dialect: Dialect) -> float:
    """The share of rows with the number of cells that most rows with several have: 0 to 1."""
    if dialect.divider not in sample:
        return 0.0
    rows = [cells for _, cells in _cut(sample, dialect)]
    filled = [cells for cells in rows if any(cells)]
    counts = Counter(len(cells) for cells in filled if len(cells) > 1)
    if sum(counts.values()) * 2 < len(filled) or not counts:
        return 0.0
    columns, most = counts.most_common(1)[0]
    # Marks that are left in a cell were to hold it together.
    torn = sum(cell.startswith('"') or cell.endswith('"') for cells in filled for cell in cells)
    return most / len(filled) - torn / max(1, sum(counts.values()) * columns)


def _rows(text: str, dialect: Dialect, where: str) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row, within the limits."""
    mend = "give only the rows with the glossary"
    for number, cells in _cut(text, dialect):
        if number > MOST_ROWS:
            raise Problem(where, f"it has more than {MOST_ROWS:,} rows", mend)
        if len(cells) > MOST_COLUMNS:
            raise Problem(f"{where}:{number}", f"the row has more than {MOST_COLUMNS} cells", mend)
        yield number, cells


def _cut(text: str, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row; of a row, one cell more than is allowed at most."""
    divider = re.escape(dialect.divider)
    plain = rf"([^{divider}\n]*+)"
    held = rf'[ ]*+"((?:[^"]++|"")*+)"[ ]*+(?=[{divider}\n]|\Z)'
    cell = re.compile(f"(?:{held if dialect.quoted else '(?!)()'}|{plain})({divider}|\n|\\Z)")
    number, cells = 1, list[str]()
    for found in cell.finditer(text):
        held_text, plain_text, end = found.groups()
        cells.append((held_text or "").replace('""', '"') if plain_text is None else plain_text)
        if end != dialect.divider or len(cells) > MOST_COLUMNS:
            yield number, cells
            number, cells = number + 1, []
        if not end:
            break


def _join_torn(rows: dict[int, list[str]], divider: str) -> Iterator[str]:
    """Joins cells that a comma of the text tore apart, in place; which rows, in words.

    Only in rows longer than the first one with several cells, where a space after the divider
    tells text from cells, and where that makes the row as long as the first one.
    """
    columns = next((len(cells) for cells in rows.values() if len(cells) > 1), 0)
    for number, cells in rows.items():
        if len(cells) > columns > 1:
            joined = cells[:1]
            for cell in cells[1:]:
                if cell.startswith(" ") and joined[-1].strip():
                    joined[-1] += divider + cell
                else:
                    joined.append(cell)
            if len(joined) == columns:
                rows[number] = joined
                yield f"row {number}: {divider!r} in its text divided it into more cells; joined"


def _line(number: int, cells: list[str], where: str) -> Line:
    stripped = tuple(cell.strip() for cell in cells)
    if not any(stripped):
        return Line(number, "")
    if max(map(len, stripped)) > LONGEST_CELL:
        what = f"a cell has more than {LONGEST_CELL:,} characters"
        raise Problem(f"{where}:{number}", what, "see whether its quotation mark is closed")
    return Line(number, "\t".join(stripped), role=Role.ROW, cells=stripped, table=1)
