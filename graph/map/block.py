"""One top concept as a two-sided outline: a spine, branches to its left and right.

Left names end at their dot and right names begin at it, so no name can meet another. All numbers
are pixels at scale 1; the origin of a block is the middle of its top edge.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.hierarchy import Forest
from graph.map.place import TOP_GAP, Place, name_box

BY_FAR = 2
"""So many times as large as all others together, a branch is dealt to both sides itself."""
MANY = 8
"""Concepts, below which a branch stands on one side anyway."""
MOST_HEADS = 8
"""Large branches within large branches that are split."""

Cells = Mapping[str, Place]
"""IRI → its name broken into lines, at its column, not yet on a side or a row."""

Branch = list[Place]
"""A concept and all below it, from top to bottom."""

Sides = tuple[Branch, Branch]


@dataclass(frozen=True, slots=True)
class Block:
    """An outline with its extent: ``left`` and ``right`` of the spine, ``height`` downwards.

    ``sides`` hold all concepts in reading order, those in closed branches too: they count for the
    extent to the sides, so that opening one moves nothing sideways, but take no row.
    """

    root: str
    top: Place | None
    """The concept named above; None of a block of loose concepts."""
    start: float
    """From the origin to the first row."""
    sides: tuple[tuple[Place, ...], tuple[Place, ...]]
    left: float
    right: float
    height: float

    def places(self) -> Iterator[Place]:
        """All that stands in it."""
        if self.top:
            yield self.top
        for side in self.sides:
            yield from side


@dataclass(frozen=True, slots=True)
class Plan:
    """What outlines are made of: the hierarchy, what is shown of it, and the gap between rows."""

    tree: Forest
    shown: Collection[str]
    cells: Cells
    between: float


def heading(root: str, plan: Plan) -> Block:
    """A concept whose narrower concepts have outlines of their own: its dot and its name above."""
    return _block(root, plan.cells[root], ([], []), plan)


def outline(root: str, plan: Plan) -> Block:
    """The concepts from ``root`` down, dealt to two sides of about equal height."""
    heads, branches = _split([_branch(iri, plan) for iri in plan.tree.children[root]], plan)
    left, right = _deal(branches, plan, heads)
    return _block(root, plan.cells[root], ([*heads, *left], right), plan)


def loose(roots: Sequence[str], plan: Plan) -> Block:
    """Concepts that nothing is broader or narrower than, dealt to two sides, without a name above.

    Its ``root`` is the first of them.
    """
    return _block(roots[0], None, _deal([_branch(iri, plan) for iri in roots], plan), plan)


def _branch(iri: str, plan: Plan) -> Branch:
    """A branch from top to bottom."""
    cells = []
    waiting = [iri]
    while waiting:
        cells.append(plan.cells[waiting.pop()])
        waiting += reversed(plan.tree.children[cells[-1].iri])
    return cells


def _split(branches: list[Branch], plan: Plan) -> tuple[Branch, list[Branch]]:
    """A branch that is higher than all others by far in two: its concept, and its own branches.

    Such a concept comes first on the left; else the other side would stay empty below it.
    """
    heads: Branch = []
    parts = branches
    for _ in range(MOST_HEADS):
        big = _far_largest(parts)
        if big is None:
            break
        heads.append(parts[big][0])
        below = plan.tree.children[parts[big][0].iri]
        parts = [*parts[:big], *(_branch(iri, plan) for iri in below), *parts[big + 1 :]]
    else:  # a chain, which has nothing to deal
        return [], branches
    return (heads, parts) if len(parts) > 1 else ([], branches)


def _far_largest(branches: Sequence[Branch]) -> int | None:
    """Which branch holds far more than all others together, if one does."""
    sizes = [len(branch) for branch in branches]
    most = max(sizes, default=0)
    if most < MANY or most < BY_FAR * (sum(sizes) - most):
        return None
    return sizes.index(most)


def _deal(branches: Sequence[Branch], plan: Plan, first: Branch | None = None) -> Sides:
    """Branches to left and right, the highest first, each to the side that is lower so far.

    Within a side they keep their order. Those of equal height as shown are told apart by their
    height when they are open; ``first`` stands on the left already.
    """
    heights = [_heights(branch, plan) for branch in branches]
    filled = [_heights(first or [], plan), (0.0, 0.0)]
    side_of = {}
    for branch in sorted(range(len(branches)), key=lambda at: (_downwards(heights[at]), at)):
        side = side_of[branch] = 0 if filled[0] <= filled[1] else 1
        filled[side] = filled[side][0] + heights[branch][0], filled[side][1] + heights[branch][1]
    left, right = (
        [cell for index, branch in enumerate(branches) if side_of[index] == side for cell in branch]
        for side in (0, 1)
    )
    return left, right


def _heights(cells: Branch, plan: Plan) -> tuple[float, float]:
    """As shown, and with everything open."""
    every = [(cell.high + plan.between, cell.iri in plan.shown) for cell in cells]
    return sum(high for high, shown in every if shown), sum(high for high, _ in every)


def _downwards(heights: tuple[float, float]) -> tuple[float, float]:
    return -heights[0], -heights[1]


def _block(root: str, top: Place | None, sides: Sides, plan: Plan) -> Block:
    start = top.y + TOP_GAP if top else 0.0
    rows, ends = {}, [start]
    for cells in sides:
        ys, end = _stack(cells, start, plan)
        rows.update(ys)
        ends.append(end)
    if top:
        rows[root] = top.y
    left, right = (
        tuple(_set(cell, side, rows, plan) for cell in cells)
        for side, cells in zip((-1, 1), sides, strict=True)
    )
    places = [*([top] if top else []), *left, *right]
    return Block(root, top, start, (left, right), *_extent(places), max(ends))


def _stack(cells: Branch, y: float, plan: Plan) -> tuple[dict[str, float], float]:
    """The shown cells of one side below each other from ``y`` on, and where they end."""
    rows = {}
    for cell in cells:
        if cell.iri in plan.shown:
            high = cell.high + plan.between
            rows[cell.iri] = y + high / 2
            y += high
    return rows, y


def _set(cell: Place, side: int, rows: dict[str, float], plan: Plan) -> Place:
    """A cell on its side and row; what is not shown is where the nearest above it is that is."""
    if cell.iri not in rows:
        rows[cell.iri] = rows[plan.tree.parent[cell.iri]]
    high = cell.high + plan.between
    return replace(cell, x=side * cell.x, y=rows[cell.iri], side=side, high=high)


def _extent(places: Sequence[Place]) -> tuple[float, float]:
    boxes = [name_box(place) for place in places]
    return -min(box[0] for box in boxes), max(box[2] for box in boxes)


def shifted(block: Block, x: float, y: float) -> Iterator[Place]:
    """The places of a block whose origin stands at ``x``, ``y``."""
    for place in block.places():
        yield replace(place, x=place.x + x, y=place.y + y)
