"""Segments of a page → printed lines in reading order: columns of text one after the other, the
columns of a table side by side.

A gutter is where several lines leave a wide gap at one place. What stands on both sides of it is a
table when the left side is short names, and columns of text when both sides fill their width.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ontology.read.pdf.drawn import Rule, Upright, is_divided
from ontology.read.pdf.printed import Printed, column_lines
from ontology.read.pdf.segments import Segment
from ontology.read.pdf.tables import table_rows

WIDE_GAP, FEWEST_WIDE = 0.8, 3
NARROW_GAP, FEWEST_NARROW = 0.5, 5
"""Gaps at one place make a gutter: so wide, in sizes of letters, in so many lines."""
LONGEST_NAME = 45
"""Characters in the left column of a table."""

FAR, FARTHER = 1.6, 3.5
"""How far text may stand from the columns that it belongs to, in sizes of its letters."""
MOST_SEGMENTS = 20_000
MOST_SLOTS = 2_000
"""Of a page, beyond which no columns are looked for."""

_ENUMERATION = re.compile(
    r"[\W_]*(?:\d{1,4}(?:\.\d{1,3}){0,4}|[a-zA-Z](?:\.\d{1,3}){0,3}|[ivxIVX]{1,5})?[\W_]*$"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands beside one another on a page, in a strip as high as a line."""

    segments: tuple[Segment, ...]
    spans: tuple[tuple[float, float], ...]
    """What it covers, from left to right."""
    lines: Sequence[Upright] = ()
    """Lines that are drawn between columns of the page, in order."""


def printed_lines(
    segments: Sequence[Segment],
    rules: Sequence[Rule] = (),
    lines: Sequence[Upright] = (),
    known: float | None = None,
) -> list[Printed]:
    """The lines of a page in the order in which they are read.

    ``rules`` are drawn between rows, ``lines`` between columns; ``known`` is where a table on the
    page before has its first gutter: it may go on.
    """
    found: list[Printed] = []
    slots = [replace(slot, lines=lines) for slot in _slots(segments)]
    if len(segments) > MOST_SEGMENTS or len(slots) > MOST_SLOTS:
        return column_lines(segments)
    for block, part in enumerate(_parts(slots, rules, known)):
        found += [line._replace(block=block) for line in part]
    return found


def _slots(segments: Sequence[Segment]) -> list[Slot]:
    """Strips from top to bottom; baselines that differ by less than a line share one."""
    slots: list[Slot] = []
    strip: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: -segment.y):
        if strip and strip[0].y - segment.y > max(strip[0].size, segment.size):
            slots.append(_slot(strip))
            strip = []
        strip.append(segment)
    if strip:
        slots.append(_slot(strip))
    return slots


def _slot(strip: list[Segment]) -> Slot:
    spans: list[tuple[float, float]] = []
    for segment in sorted(strip, key=lambda segment: segment.x):
        if spans and segment.x <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], segment.end))
        else:
            spans.append((segment.x, segment.end))
    return Slot(tuple(strip), tuple(spans))


def _parts(
    slots: list[Slot], rules: Sequence[Rule], known: float | None
) -> Iterator[list[Printed]]:
    """The lines of each column and table, from top to bottom."""
    waiting = [slots]
    while waiting:
        some = waiting.pop(0)
        gutter = _gutter(some, known)
        band = _band(some, gutter, known) if gutter is not None else range(0)
        if not band:
            yield column_lines([segment for slot in some for segment in slot.segments])
        elif band.start:
            waiting[:0] = [some[: band.start], some[band.start :]]
        else:
            stop, parts = _side_by_side(some, band.stop, gutter or 0.0, rules)
            yield from parts
            waiting[:0] = [some[stop:]] if stop < len(some) else []


def _gutter(slots: list[Slot], known: float | None) -> float | None:
    """The place at which most lines leave a gap between two texts."""
    for widest, fewest in ((WIDE_GAP, FEWEST_WIDE), (NARROW_GAP, FEWEST_NARROW)):
        steps = sorted(
            step for slot in slots for gap in _gaps(slot, widest) for step in _steps(gap)
        )
        deep = best = 0
        place = (0.0, 0.0)
        for (x, step), (following, _) in pairwise(steps):
            deep += step
            if deep > best:
                best, place = deep, (x, following)
        if best >= fewest:
            return sum(place) / 2
    if known is None:
        return None
    left_free = (left < known < right for slot in slots for left, right in _gaps(slot, 0.3))
    return known if any(left_free) else None


def _gaps(slot: Slot, widest: float) -> Iterator[tuple[float, float]]:
    """The gaps between two texts of a strip, those that are wide."""
    size = median(segment.size for segment in slot.segments)
    for (_, end), (start, _) in pairwise(slot.spans):
        if start - end > widest * size or is_divided(end, start, slot.segments[0].y, slot.lines):
            yield end, start


def _band(slots: list[Slot], gutter: float, known: float | None) -> range:
    """The longest run of strips that leave the gutter free."""
    best = range(0)
    start, gaps = 0, list[int]()
    fewest = 1 if gutter == known else FEWEST_WIDE
    for at, slot in enumerate([*slots, None]):
        if slot is None or _covers(slot, gutter):
            if len(gaps) >= fewest and at - start > len(best):
                left = min(slots[gap].spans[0][0] for gap in gaps)
                far = (FAR, FARTHER) if known is None else (FARTHER, FARTHER)
                above = _reach(slots, range(gaps[0] - 1, start - 1, -1), left, (0.0, far[0]))
                below = _reach(slots, range(gaps[-1] + 1, at), left, (FAR, far[1]))
                best = range(gaps[0] - above, gaps[-1] + below + 1)
            start, gaps = at + 1, []
        elif slot.spans[0][1] < gutter < slot.spans[-1][0]:
            gaps.append(at)
    return best


def _covers(slot: Slot, x: float) -> bool:
    return any(left < x < right for left, right in slot.spans)


def _reach(slots: list[Slot], places: range, left: float, farthest: tuple[float, float]) -> int:
    """How many strips over or under a band belong to it: text of one side that goes on there.

    ``farthest`` is how far text of the left and text of another side may stand, in its sizes.
    """
    for count, at in enumerate(places):
        beside, segments = slots[at - places.step].segments, slots[at].segments
        distance = abs(beside[0].y - segments[0].y) / segments[0].size
        right = all(segment.x > left + segment.size for segment in segments)
        if distance > farthest[right]:
            return count
    return len(places)


def _side_by_side(
    slots: list[Slot], stop: int, gutter: float, rules: Sequence[Rule]
) -> tuple[int, list[list[Printed]]]:
    """The columns of the first strips, and where they end: a table's rows, or lines of columns."""
    edges = _edges(slots[:stop])
    columns = _columns(slots[:stop], edges)
    if len(edges) == 1:
        return stop, [column_lines(columns[0])]
    if not _is_text(columns, edges):
        return stop, [table_rows(columns, edges, rules)]
    if not any(_covers(slot, gutter) for slot in slots[stop:]):
        # One of the columns is longer, down to the end of the page.
        stop = len(slots)
        columns = _columns(slots, edges)
    return stop, [column_lines(column) for column in columns]


def _columns(slots: Sequence[Slot], edges: Sequence[tuple[float, float]]) -> list[list[Segment]]:
    columns: list[list[Segment]] = [[] for _ in edges]
    ends = [edge[1] for edge in edges[:-1]]
    for slot in slots:
        for segment in slot.segments:
            columns[bisect_left(ends, (segment.x + segment.end) / 2)].append(segment)
    return columns


def _edges(slots: list[Slot]) -> list[tuple[float, float]]:
    """Where the columns of a band begin and end: between them next to nothing is printed."""
    steps = sorted(step for slot in slots for span in slot.spans for step in _steps(span))
    size = median(segment.size for slot in slots for segment in slot.segments)
    few = len(slots) // 25
    edges: list[tuple[float, float]] = []
    deep = 0
    start = None
    for x, step in steps:
        deep += step
        if deep > few and start is None:
            near = edges and x - edges[-1][1] < NARROW_GAP * size
            middle = slots[len(slots) // 2]
            y = middle.segments[0].y
            joined = near and not is_divided(edges[-1][1], x, y, middle.lines)
            start = edges.pop()[0] if joined else x
        elif deep <= few and start is not None:
            edges.append((start, x))
            start = None
    return _without_enumerations(slots, edges)


def _steps(span: tuple[float, float]) -> tuple[tuple[float, int], tuple[float, int]]:
    return (span[0], 1), (span[1], -1)


def _without_enumerations(
    slots: list[Slot], edges: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Where there is but one column of text, numbers or bullets before it are no other."""
    joined: list[tuple[float, float]] = []
    waiting: float | None = None
    for left, right in edges:
        texts = [
            segment.text
            for slot in slots
            for segment in slot.segments
            if left <= (segment.x + segment.end) / 2 <= right
        ]
        start = left if waiting is None else waiting
        if all(_ENUMERATION.match(text) for text in texts) and (left, right) != edges[-1]:
            waiting = start
            continue
        joined.append((start, right))
        waiting = None
    return joined if len(joined) == 1 else edges


def _is_text(columns: list[list[Segment]], edges: list[tuple[float, float]]) -> bool:
    """Whether columns hold text that goes on from line to line, each for itself."""
    widths = [right - left for left, right in edges]
    alike = max(widths) <= 1.7 * min(widths)
    lines = [column_lines(column) for column in columns]
    counts = [len(column) for column in lines]
    dense = min(counts) >= 0.5 * max(counts)
    filled = [
        sum(line.end - line.x for line in column) / width / max(len(column), 1)
        for column, width in zip(lines, widths, strict=True)
    ]
    long = all(median(len(line.text) for line in column) >= 18 for column in lines)
    names = median(len(line.text) for line in lines[0]) <= LONGEST_NAME
    full = min(filled) >= (0.55 if alike else 0.75)
    return (dense and full and long) or not names
