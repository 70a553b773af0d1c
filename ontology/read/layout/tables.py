"""Rows of tables and sheets → entries: which column holds names, which texts, by their content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean

from ontology.names import fold
from ontology.read.layout.leads import Lead
from ontology.read.layout.word_count import word_count
from ontology.read.line import Line, Role

_SET_APART = re.compile(r"([-–—=*>#~])\1* .* [-–—=*<#~]+")
_LARGE = 12
"""Rows from which a table tells by itself what its columns hold."""

_ENDS = tuple(".!?。")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold; -1 where there is none."""

    name: int
    text: int
    others: tuple[int, ...] = ()
    see: int = -1
    number: int = -1
    group: int = -1
    unused: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Entries of a table, and what its other rows are: index of the line → why it is none."""

    leads: tuple[Lead, ...]
    other_rows: dict[int, str]
    columns: Columns


def read_tables(lines: Sequence[Line]) -> tuple[Table, ...]:
    """The tables whose columns hold names and texts; tables of the same width are read alike."""
    by_table: dict[tuple[int, int], list[int]] = {}
    for at, line in enumerate(lines):
        if line.role is Role.ROW:
            by_table.setdefault((len(line.cells), line.table), []).append(at)
    by_width: dict[tuple[int, int], list[int]] = {}
    for (width, table), rows in by_table.items():
        # A small table is read as others of its width are, a large one for itself.
        by_width.setdefault((width, table if len(rows) > _LARGE else 0), []).extend(rows)
    found = [
        _table(lines, _of_a_kind(lines, sorted(rows)))
        for (width, _), rows in sorted(by_width.items())
        if width > 1
    ]
    return tuple(table for table in found if table)


def _of_a_kind(lines: Sequence[Line], rows: Sequence[int]) -> list[int]:
    """The rows without those of tables that say much less: contacts beside a glossary."""
    said: dict[int, list[int]] = {}
    for at in rows:
        said.setdefault(lines[at].table, []).append(word_count(lines[at].text))
    means = {table: mean(words) for table, words in said.items()}
    usual = max(
        (means[table] for table, words in said.items() if len(words) > 1 or len(said) == 1),
        default=0.0,
    )
    return [at for at in rows if means[lines[at].table] >= 0.4 * usual]


def _table(lines: Sequence[Line], rows: Sequence[int]) -> Table | None:
    full = [at for at in rows if _filled(lines[at]) > 1]
    data = [at for at in full if not lines[at].head]
    columns = _columns([lines[at].cells for at in data])
    if not columns or len(data) < 2:
        return None
    texts = [word_count(lines[at].cells[columns.text]) for at in data]
    usual = mean(texts)
    said = [lines[at].cells[columns.text][-1:] for at in data]
    sentences = sum(end in _ENDS for end in said) > 0.8 * len(said)

    def _is_short(text: str) -> bool:
        """As a header is, and not a text."""
        words = word_count(text)
        unended = sentences and words < 9 and text[-1:] not in _ENDS
        return words <= min(4, usual / 2.5) or unended

    leads: list[Lead] = []
    other: dict[int, str] = {}
    group, started = "", False
    header: tuple[str, ...] = ()
    for at, below in zip(rows, [*rows[1:], -1], strict=True):
        line = lines[at]
        filled = [cell for cell in dict.fromkeys(line.cells) if cell]
        name, text = line.cells[columns.name], line.cells[columns.text]
        short = _is_short(text)
        if (
            line.head
            or line.cells == header
            or (not started and name and text and short and at in full)
        ):
            other[at] = "the header of a table"
            header, started = line.cells, True
        elif not name and text and leads and not _SET_APART.fullmatch(text):
            last = leads[-1]
            leads[-1] = replace(last, rest=f"{last.rest}\n{text}".strip(), more=(*last.more, at))
        elif len(filled) == 1:
            other[at] = "a row over entries" if started or leads else "a row over the table"
            opens = started or (below >= 0 and not _is_short(lines[below].cells[columns.text]))
            if opens and len(filled[0]) < 80 and _over_entries(lines, below):
                group = filled[0]
        elif name and _LETTER.search(name):
            started = True
            leads.append(_lead(at, line, columns, group))
    return Table(tuple(leads), other, columns)


def _over_entries(lines: Sequence[Line], below: int) -> bool:
    return below >= 0 and _filled(lines[below]) > 1 and not lines[below].head


def _lead(at: int, line: Line, columns: Columns, group: str) -> Lead:
    def cell(column: int) -> str:
        return line.cells[column] if column >= 0 else ""

    others = tuple(cell(column) for column in columns.others if cell(column))
    return Lead(
        at,
        "row",
        line.cells[columns.name],
        cell(columns.text),
        cell(columns.number)[:60],
        others=others,
        group=cell(columns.group) or group or line.under,
    )


def _filled(line: Line) -> int:
    return len({cell for cell in line.cells if cell})


def _columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    if not rows:
        return None
    width = len(rows[0])
    words = [mean(word_count(row[column]) for row in rows) for column in range(width)]
    filled = [mean(bool(row[column]) for row in rows) for column in range(width)]
    letters = [mean(bool(_LETTER.search(row[column])) for row in rows) for column in range(width)]
    distinct = [
        len({row[c] for row in rows if row[c]}) / max(1, sum(bool(row[c]) for row in rows))
        for c in range(width)
    ]
    longest = max(words)
    texts = [c for c in range(width) if words[c] >= max(2.5, longest * 0.5)]
    if not texts:
        return None
    text = texts[0]
    codes = [c for c in range(width) if _are_codes([row[c] for row in rows if row[c]])]
    names = [
        c
        for c in range(width)
        if c not in texts
        and c not in codes
        and letters[c] > 0.8
        and distinct[c] > 0.7
        and words[c] <= 6
    ]
    if not names and texts[1:]:
        names, text = [texts[0]], texts[1]
    if not names:
        return None
    name = names[0]
    known = {fold(row[name]) for row in rows}
    others, see, number, group, unused = [], -1, -1, -1, []
    for c in range(width):
        if c in (name, text):
            continue
        values = [row[c] for row in rows if row[c]]
        if not values:
            continue
        digits = mean(value.strip(".) ").isdecimal() for value in values)
        if digits > 0.8 or c in codes:
            number = c if number < 0 and distinct[c] > 0.9 else number
        elif c not in texts and mean(fold(value) in known for value in values) > 0.6:
            see = c
        elif (
            c not in texts
            and _runs(values) == len(set(values))
            and 1 < len(set(values)) <= len(values) / 2
        ):
            group = c if group < 0 else group
        elif (
            c not in texts
            and distinct[c] > 0.7
            and letters[c] >= filled[c] * 0.8
            and _are_names(values)
        ):
            others.append(c)
        else:
            unused.append(c)
    return Columns(name, text, tuple(others), see, number, group, tuple(unused))


def _are_codes(values: Sequence[str]) -> bool:
    """Whether values are numbers of one shape: ``B-01``, ``B-02``; dates."""
    shapes = {re.sub(r"\d+", "#", value) for value in values}
    numbered = sum(any(char.isdigit() for char in value) for value in values)
    # One may be the header.
    return len(values) > 2 and numbered >= len(values) - 1 and len(shapes) <= 3


def _runs(values: Sequence[str]) -> int:
    return sum(place == 0 or value != values[place - 1] for place, value in enumerate(values))


def _are_names(values: Sequence[str]) -> bool:
    digits = mean(any(char.isdecimal() for char in value) for value in values)
    return mean(word_count(value) for value in values) <= 5 and digits < 0.5
