"""Printed lines of all pages → lines of the document: numbers, headings, paragraphs, tables."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from ontology.read.line import Line, Role
from ontology.read.pdf.printed import Printed

LARGER = 1.12
"""A heading's letters, in sizes of the text's."""
LONGEST_HEADING = 120
LARGEST_INDENT = 40.0
"""Points."""
WIDE = 1.35
"""The distance between two paragraphs, in distances of two lines."""

_BULLET = re.compile("([•●○◦▪■□▫▸▶►➤➢✓✔–—*‣⁃∙·-])[ \t]+(?=\\S)|([•●▪■►➤])(?=\\w)")
_ENDS = re.compile(r"[.!?:;…。！？][»\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Looks:
    """What is usual in a document."""

    size: float
    """Of the letters of its text."""
    levels: dict[float, int]
    """The level of a heading by its size."""
    distance: float
    """Of two lines, in sizes of their letters."""
    gaps: bool
    """Paragraphs are divided by gaps."""
    bold: bool
    """Most of the text is bold, so that bold says nothing."""
    lefts: list[float]
    """Where columns begin, in order."""


def lines_of(
    pages: Sequence[Sequence[Printed]], furniture: Sequence[Sequence[Printed]]
) -> list[Line]:
    """The lines, numbered from 1 over all pages; furniture of a page stands where it is printed."""
    looks = _looks(pages)
    found: list[Line] = []
    above: Printed | None = None
    head: tuple[str, ...] = ()
    table = 0
    for page, around in zip(pages, furniture, strict=True):
        middle = page[0].y if page else 0.0
        heads = [line for line in around if line.y >= middle]
        found += _furniture(heads, _next(found))
        starts = True
        for printed in page:
            if printed.cells:
                same = above is not None and _same_table(above, printed)
                if starts and same and printed.cells == head:
                    found += _furniture([printed], _next(found))
                    continue
                table += not same
                head = head if same else printed.cells
                _add_row(found, printed, table, goes_on=starts and same)
            else:
                if above and _is_apart(above, printed, starts, looks):
                    found.append(Line(_next(found), ""))
                found.append(_line(_next(found), printed, looks))
            above, starts = printed, False
        found += _furniture([line for line in around if line.y < middle], _next(found))
    return found


def _next(found: Sequence[Line]) -> int:
    """The number of the line after those that were found."""
    return max(line.end for line in found[-50:]) + 1 if found else 1


def _furniture(around: Sequence[Printed], number: int) -> list[Line]:
    return [
        Line(number + at, printed.text, role=Role.FURNITURE) for at, printed in enumerate(around)
    ]


def _looks(pages: Sequence[Sequence[Printed]]) -> Looks:
    everything = [line for page in pages for line in page]
    sizes: Counter[float] = Counter()
    letters = bold = 0
    for line in everything:
        sizes[_size(line)] += len(line.text)
        letters += len(line.text)
        bold += len(line.bold)
    size = max(sizes, key=lambda some: (sizes[some], some)) if sizes else 1.0
    larger = sorted(_heading_sizes(pages, size, letters), reverse=True)
    pairs = [pair for page in pages for pair in pairwise(page) if _are_of_one_text(*pair)]
    distances = [(above.low - below.y) / below.size for above, below in pairs]
    distance = _usual(distances)
    apart = sum(some > WIDE * distance for some in distances)
    return Looks(
        size,
        {some: min(level, 6) for level, some in enumerate(larger, start=1)},
        distance,
        gaps=apart > 1,
        bold=bold * 2 > letters,
        lefts=sorted({line.left for line in everything}),
    )


def _usual(distances: Sequence[float]) -> float:
    """The distance of two lines of one paragraph: the most frequent, at most the median's."""
    if not distances:
        return 1.2
    rounded = Counter(round(some, 1) for some in distances if some > 0.5)
    most = max(rounded, key=lambda some: (rounded[some], -some)) if rounded else 1.2
    return min(most, median(distances)) if median(distances) > 0.5 else most


def _heading_sizes(
    pages: Sequence[Sequence[Printed]], size: float, letters: int
) -> Iterator[float]:
    """Sizes larger than the text's in which no text is set: few letters, short lines, alone."""
    of_size: dict[float, list[Printed]] = defaultdict(list)
    runs: dict[float, list[int]] = defaultdict(list)
    for page in pages:
        for some, lines in groupby(page, key=_size):
            group = list(lines)
            of_size[some] += group
            runs[some].append(len(group))
    for some, group in of_size.items():
        few = sum(len(line.text) for line in group) * 3 < letters and median(runs[some]) <= 3
        full = sum(line.end > line.right - 0.15 * (line.right - line.left) for line in group)
        if some > LARGER * size and few and (full * 2 < len(group) or len(group) < 4):
            yield some


def _size(line: Printed) -> float:
    return round(line.size * 2) / 2


def _are_of_one_text(above: Printed, below: Printed) -> bool:
    """Whether two lines stand in one column, in letters of one size."""
    return (
        above.block == below.block
        and not above.cells
        and not below.cells
        and abs(above.size - below.size) < 0.5
        and above.low > below.y
    )


def _is_apart(above: Printed, below: Printed, page_begins: bool, looks: Looks) -> bool:
    """Whether a blank line stands between two lines."""
    if page_begins or above.block != below.block or above.low <= below.y:
        # At the end of a column or page, a text that fills its line and ends no sentence goes on.
        full = above.end >= above.right - 0.12 * (above.right - above.left)
        goes_on = full and not _ENDS.search(above.text) and not above.cells
        return looks.gaps and not goes_on
    if above.cells:
        return True
    usual = looks.distance * (0.8 * below.size + 0.2 * above.size)
    return above.low - below.y > WIDE * usual


def _line(number: int, printed: Printed, looks: Looks) -> Line:
    text, bullet = printed.text, ""
    bold = "" if looks.bold else printed.bold
    mark = _BULLET.match(text)
    if mark and len(text) > mark.end():
        bullet, text = mark[1] or mark[2], text[mark.end() :]
        bold = bold[mark.end() :].strip() if bold.startswith(mark[0]) else ""
    at = bisect_left(looks.lefts, printed.left - LARGEST_INDENT)
    indent = round((printed.x - looks.lefts[at]) / (0.5 * looks.size))
    heading = looks.levels.get(_size(printed), 0) if len(text) <= LONGEST_HEADING else 0
    return Line(
        number, text, heading=heading, bold=bold, bullet=bullet, indent=min(max(indent, 0), 80)
    )


def _same_table(above: Printed, below: Printed) -> bool:
    """Whether a row goes on with the table of the one before it."""
    alike = len(above.cells) == len(below.cells) and bool(above.cells)
    return alike and abs(above.left - below.left) < 12 and abs(above.right - below.right) < 60


def _add_row(found: list[Line], printed: Printed, table: int, goes_on: bool) -> None:
    """Adds a row, or what a page break left of one to the one before the break."""
    number = _next(found)
    end = number + printed.height - 1
    at = max((at for at, line in enumerate(found) if line.cells), default=-1) if goes_on else -1
    if at >= 0 and not printed.cells[0]:
        before = found[at]
        cells = tuple(
            " ".join(filter(None, pair)) for pair in zip(before.cells, printed.cells, strict=True)
        )
        found[at] = replace(before, text="\t".join(cells), cells=cells, last=end)
        return
    found.append(
        Line(
            number,
            printed.text,
            last=end if end > number else 0,
            role=Role.ROW,
            bold=printed.bold,
            cells=printed.cells,
            table=table,
        )
    )
