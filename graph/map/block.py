"""One top concept as a two-sided outline: a spine, branches to its left and right.

Left names end at their dot and right names begin at it, so no name can meet another. All numbers
are pixels at scale 1; the origin of a block is the middle of its top edge.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.hierarchy import Forest
from graph.map.line_breaks import break_lines, width

Names = Mapping[str, Mapping[str, str]]
"""IRI → language → the name shown."""

Lines = Mapping[str, tuple[str, ...]]
"""Language → the name shown, broken into lines."""

SIZE = 12
"""Of a name's letters; a top concept's are ``TOP_SIZE`` and bold."""
TOP_SIZE = 15
LEADING = 13.5
TOP_LEADING = 18
STEM = 18
"""From the spine to the first column of dots."""
INDENT = 15
GAP = 9
"""From the middle of a dot to its name."""
TOP_GAP = 12
"""From the last line of a top concept's name to the middle of its dot."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a concept's dot stands, and its name: left (-1) or right (1) of it, or above (0)."""

    iri: str
    x: float
    y: float
    side: int
    depth: int
    width: float
    """The most room its name has, in any language."""
    lines: Lines


@dataclass(frozen=True, slots=True)
class Block:
    """An outline with its extent: ``left`` and ``right`` of the spine, ``height`` downwards."""

    root: str
    places: tuple[Place, ...]
    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class Room:
    """What an outline may take: the width of a side, and the gap between two names."""

    side: float
    between: float


def heading(root: str, names: Names, room: Room) -> Block:
    """A concept whose narrower concepts have outlines of their own: its dot and its name above."""
    return _block(root, (_top(root, names, room),), [], room)


def outline(root: str, forest: Forest, names: Names, room: Room) -> Block:
    """The concepts of ``forest`` from ``root`` down, dealt to two sides of about equal height."""
    branches = [_branch(iri, forest, names, room) for iri in forest.children[root]]
    return _block(root, (_top(root, names, room),), branches, room)


def loose(roots: Sequence[str], forest: Forest, names: Names, room: Room) -> Block:
    """Concepts that nothing is broader or narrower than, dealt to two sides, without a name above.

    Its ``root`` is the first of them.
    """
    return _block(roots[0], (), [_branch(iri, forest, names, room) for iri in roots], room)


def _block(
    root: str, tops: tuple[Place, ...], branches: Sequence[list[Place]], room: Room
) -> Block:
    start = tops[0].y + TOP_GAP if tops else 0.0
    places, ends = list(tops), [start]
    for side, cells in zip((-1, 1), _deal(branches, room), strict=True):
        placed, end = _stack(cells, side, start, room)
        places += placed
        ends.append(end)
    return Block(root, tuple(places), *_extent(places), max(ends))


def _branch(iri: str, forest: Forest, names: Names, room: Room) -> list[Place]:
    """A branch from top to bottom, each concept at its column, not yet on a side or a row."""
    cells = []
    waiting = [(iri, 1)]
    while waiting:
        here, column = waiting.pop()
        cells.append(_cell(here, column, names, room))
        waiting += [(below, column + 1) for below in reversed(forest.children[here])]
    return cells


def _top(root: str, names: Names, room: Room) -> Place:
    lines = {
        language: break_lines(name, 2 * room.side, TOP_SIZE, bold=True)
        for language, name in names[root].items()
    }
    high = max(map(len, lines.values())) * TOP_LEADING
    return Place(root, 0, high + TOP_GAP, 0, 0, _widest(lines, TOP_SIZE, bold=True), lines)


def _cell(iri: str, column: int, names: Names, room: Room) -> Place:
    """A concept in a column, 1 beside the spine."""
    x = STEM + (column - 1) * INDENT
    limit = max(room.side - x - GAP, 6 * SIZE)
    lines = {tag: break_lines(name, limit, SIZE) for tag, name in names[iri].items()}
    return Place(iri, x, 0, 1, column, _widest(lines, SIZE), lines)


def _widest(lines: Lines, size: float, *, bold: bool = False) -> float:
    return max(width(line, size, bold=bold) for parts in lines.values() for line in parts)


def _deal(branches: Sequence[list[Place]], room: Room) -> tuple[list[Place], list[Place]]:
    """Branches to left and right, the highest first, each to the side that is lower so far.

    Within a side they keep their order.
    """
    heights = [sum(_high(cell, room) for cell in branch) for branch in branches]
    filled = [0.0, 0.0]
    side_of = {}
    for branch in sorted(range(len(branches)), key=lambda index: (-heights[index], index)):
        side_of[branch] = 0 if filled[0] <= filled[1] else 1
        filled[side_of[branch]] += heights[branch]
    left, right = (
        [cell for index, branch in enumerate(branches) if side_of[index] == side for cell in branch]
        for side in (0, 1)
    )
    return left, right


def _high(cell: Place, room: Room) -> float:
    return max(map(len, cell.lines.values())) * LEADING + room.between


def _stack(cells: list[Place], side: int, y: float, room: Room) -> tuple[list[Place], float]:
    """The cells of one side below each other from ``y`` on, and where they end."""
    placed = []
    for cell in cells:
        high = _high(cell, room)
        middle = y + high / 2
        placed.append(replace(cell, x=side * cell.x, y=middle, side=side))
        y += high
    return placed, y


def _extent(places: Sequence[Place]) -> tuple[float, float]:
    boxes = [name_box(place) for place in places]
    return -min(box[0] for box in boxes), max(box[2] for box in boxes)


def name_box(place: Place, language: str | None = None) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a name: in one language, or the room it has for all."""
    lines = place.lines.values() if language is None else [place.lines[language]]
    size, leading, bold = (SIZE, LEADING, False) if place.side else (TOP_SIZE, TOP_LEADING, True)
    wide = max(width(line, size, bold=bold) for parts in lines for line in parts)
    high = max(map(len, lines)) * leading
    if place.side == 0:
        bottom = place.y - TOP_GAP
        return place.x - wide / 2, bottom - high, place.x + wide / 2, bottom
    near = place.x + place.side * GAP
    far = near + place.side * wide
    return min(near, far), place.y - high / 2, max(near, far), place.y + high / 2


def shifted(block: Block, x: float, y: float) -> Iterator[Place]:
    """The places of a block whose origin stands at ``x``, ``y``."""
    for place in block.places:
        yield replace(place, x=place.x + x, y=place.y + y)
