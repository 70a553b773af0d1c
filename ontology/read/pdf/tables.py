"""The columns of a table on a page → its rows.

Rows end at drawn lines, else at wide gaps, else where a name begins.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from ontology.read.pdf.drawn import Rule
from ontology.read.pdf.printed import Printed, by_baseline
from ontology.read.pdf.segments import Segment

_GOES_ON = re.compile(r"[-‐–/,(&]$|\(\w[^)]*$")
"""The end of a name that has another line."""


def table_rows(
    columns: Sequence[Sequence[Segment]],
    edges: Sequence[tuple[float, float]],
    rules: Sequence[Rule],
) -> list[Printed]:
    """The rows from top to bottom, a cell a column; cells of several lines are one text."""
    thin = [rule for rule in rules if rule.thin]
    starts = (
        _starts_at_rules(columns, edges, thin)
        or _starts_at_rules(columns, edges, rules)
        or _starts_at_gaps(columns)
    )
    tops = [-start for start in starts]
    rows: list[list[list[Segment]]] = [[[] for _ in columns] for _ in starts]
    for at, column in enumerate(columns):
        for segment in column:
            row = max(bisect_right(tops, -segment.y) - 1, 0)
            rows[row][at].append(segment)
    return [_row(row, edges) for row in rows if any(row)]


def _starts_at_rules(
    columns: Sequence[Sequence[Segment]],
    edges: Sequence[tuple[float, float]],
    rules: Sequence[Rule],
) -> list[float]:
    """The tops of rows where lines are drawn between them; none where they are not."""
    left, right = edges[0][0], edges[-1][1]
    everything = [segment for column in columns for segment in column]
    top = max(segment.y for segment in everything)
    bottom = min(segment.y for segment in everything)
    cuts = sorted(_cuts(rules, left, right, bottom, top), reverse=True)
    starts = [top + 1, *cuts]
    if not cuts:
        return []
    tops = [-start for start in starts]
    named = {bisect_right(tops, -name.y) for name in columns[0]}
    baselines = sum(1 for _ in by_baseline(columns[0]))
    return starts if len(named) > 1 and len(named) * 2 >= baselines else []


def _cuts(
    rules: Sequence[Rule], left: float, right: float, bottom: float, top: float
) -> Iterator[float]:
    """Heights at which lines are drawn over half the width or more."""
    half = (right - left) / 2
    at: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.y):
        if not (bottom < rule.y < top and rule.end > left and rule.x < right):
            continue
        if at and rule.y - at[-1].y > 2:
            if _length(at, left, right) >= half:
                yield at[-1].y
            at = []
        at.append(rule)
    if at and _length(at, left, right) >= half:
        yield at[-1].y


def _length(rules: Sequence[Rule], left: float, right: float) -> float:
    """How much of the width lines at one height cover together."""
    length, end = 0.0, left
    for rule in sorted(rules):
        length += max(0.0, min(rule.end, right) - max(rule.x, end))
        end = max(end, rule.end)
    return length


def _starts_at_gaps(columns: Sequence[Sequence[Segment]]) -> list[float]:
    """The tops of rows by the gaps between lines, or by the names where all gaps are alike."""
    lines = list(by_baseline([segment for column in columns for segment in column]))
    names = set(columns[0])
    gaps = [above[0].y - below[0].y for above, below in pairwise(lines)]
    usual = median(gaps) if gaps else 0.0
    if gaps and min(gaps) < 0.8 * usual:
        usual = min(gaps)
    named = [any(segment in names for segment in line) for line in lines]
    wide = [True, *(gap > 1.25 * usual for gap in gaps)]
    begin = [at for at, is_wide in enumerate(wide) if is_wide]
    blocks = [named[start:end] for start, end in pairwise([*begin, len(lines)])]
    inside = [at for at in range(len(lines)) if named[at] and not wide[at]]
    going_on = [
        at for at in inside if _goes_on(lines, at, names) or _text_goes_on(lines[at], names)
    ]
    if len(blocks) > 2 and len(going_on) * 2 >= len(inside):
        starts = [at for at, block in zip(begin, blocks, strict=True) if any(block)]
    else:
        starts = [at for at in range(len(lines)) if named[at] and not _goes_on(lines, at, names)]
    # What stands over the first name goes on from the page before.
    return [lines[at][0].y + 0.5 * lines[at][0].size for at in sorted({0, *starts})]


def _goes_on(lines: list[list[Segment]], at: int, names: set[Segment]) -> bool:
    """Whether the name in a line is the rest of the one in the line above."""
    here = next((segment for segment in lines[at] if segment in names), None)
    above = next((segment for segment in lines[at - 1] if segment in names), None) if at else None
    if not here or not above:
        return False
    return bool(_GOES_ON.search(above.text)) or (
        here.text[:1].islower() and not above.text.islower()
    )


def _text_goes_on(line: Sequence[Segment], names: set[Segment]) -> bool:
    """Whether no other text begins beside a name."""
    beside = [segment for segment in line if segment not in names]
    return not beside or beside[0].text[:1].islower()


def _row(row: list[list[Segment]], edges: Sequence[tuple[float, float]]) -> Printed:
    everything = [segment for cell in row for segment in cell]
    lines = [list(by_baseline(cell)) for cell in row]
    cells = tuple(_joined(cell) for cell in lines)
    text = "\t".join(cells)
    if all(segment.bold == segment.text for segment in everything):
        bold = text
    else:
        bold = cells[0] if all(segment.bold == segment.text for segment in row[0]) else ""
    return Printed(
        edges[0][0],
        max(segment.y for segment in everything),
        edges[-1][1],
        median(segment.size for segment in everything),
        text,
        bold,
        all(segment.artifact for segment in everything),
        edges[0][0],
        edges[-1][1],
        block=0,
        cells=cells,
        height=max(len(cell) for cell in lines),
        low=min(segment.y for segment in everything),
        gutter=(edges[0][1] + edges[1][0]) / 2,
    )


def _joined(lines: list[list[Segment]]) -> str:
    """The text of a cell; a word that was divided at the end of a line is whole again."""
    text = ""
    for line in lines:
        part = " ".join(segment.text for segment in line)
        if re.search(r"[^\W\d_]{2}[-‐]$", text) and part[:1].islower():
            text = text[:-1] + part
        else:
            text = f"{text} {part}" if text else part
    return text
