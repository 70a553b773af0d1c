"""The lines that are drawn on a page: level ones between rows, upright ones between columns."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

THIN = 3
"""Points: a box as thin is a line."""
HIGH = 40
"""Points: the height of lines between columns."""

Point = tuple[float, float]


class Rule(NamedTuple):
    """A drawn line that is level."""

    x: float
    y: float
    end: float
    thin: bool = True
    """Not an edge of a box, which may be there for its colour."""


class Upright(NamedTuple):
    """A drawn line that stands upright, or a side of a box."""

    x: float
    low: float
    high: float


def line_drawn(start: Point, end: Point) -> list[Rule | Upright]:
    """A line, when it is level or upright and long enough to divide something."""
    (left, right), (low, high) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    if high - low < 1 and right - left > 10:
        return [Rule(left, start[1], right)]
    return [Upright(start[0], low, high)] if right - left < 1 and high - low > 5 else []


def box_drawn(corner: Point, far: Point) -> list[Rule | Upright]:
    """The edges of a box between two corners, or a line when it is thin."""
    (left, right), (low, high) = sorted((corner[0], far[0])), sorted((corner[1], far[1]))
    if min(right - left, high - low) < THIN:
        end = (far[0], corner[1]) if right - left > high - low else (corner[0], far[1])
        return line_drawn(corner, end)
    edges = [Rule(left, y, right, thin=False) for y in (low, high)]
    return [*edges, *(Upright(x, low, high) for x in (left, right))]


def drawn_lines(uprights: Sequence[Upright]) -> list[Upright]:
    """The lines between columns of a page, in order: what stands over one another is one."""
    by_place: dict[int, list[Upright]] = defaultdict(list)
    for upright in uprights:
        by_place[round(upright.x)].append(upright)
    found = [
        Upright(float(x), min(some.low for some in same), max(some.high for some in same))
        for x, same in sorted(by_place.items())
    ]
    return [line for line in found if line.high - line.low >= HIGH]


def is_divided(end: float, start: float, y: float, lines: Sequence[Upright]) -> bool:
    """Whether a drawn line stands between two texts at the height ``y``."""
    at = bisect_left(lines, end - 1, key=lambda line: line.x)
    while at < len(lines) and lines[at].x <= start + 1:
        if lines[at].low <= y <= lines[at].high:
            return True
        at += 1
    return False
