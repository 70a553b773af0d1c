"""Where every concept stands on the map: the same in every language, every run, for any graph.

One outline a top concept, the outlines in columns. Room is made first by setting rows closer and
breaking long names, and only then by shrinking.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.hierarchy import Forest
from graph.map.block import Block, Cells, Plan, heading, loose, outline, shifted
from graph.map.branches import Branches, branches
from graph.map.columns import (
    ENOUGH,
    Columns,
    Links,
    Stack,
    arrange,
    fit,
    origins,
    stacked,
)
from graph.map.place import Names, Place, name_box, row_place, top_place

Pairs = Sequence[tuple[str, str]]
"""Concepts that are related, each pair once."""

SIDES = (240, 220, 205, 190)
"""Widths of a side."""
ROOMS = tuple((side, between) for between in (6, 5, 4, 3, 2) for side in SIDES)
"""Width of a side and gap between two names, from airy to tight; the first with which all fits a
window of 1440 × 900 is taken."""

MANY = 250
"""Above so many shown concepts no room fits, and the most airy is taken."""
MANY_NAMES = 100_000
"""In all languages: above so many, breaking them for each room would take longer than it gains."""

LOOSE = 48
"""Concepts without a hierarchy that stand in one block."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Places by IRI, block after block; the columns chosen; how much room it all takes.

    ``heading`` is the concept above all blocks, or ``""``, and ``above`` the height of its name;
    ``block`` the number of a concept's block, or -1 where it has none: the heading, and what no
    hierarchy holds.
    """

    places: Mapping[str, Place]
    tree: Forest
    branches: Branches
    block: Mapping[str, int]
    heading: str
    above: float
    blocks: Mapping[str, Block]
    stacks: tuple[Stack, ...]
    width: float
    height: float

    def columns(self) -> Columns:
        """The roots of the blocks, column by column."""
        return tuple(stack.roots for stack in self.stacks)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The heading or ``""``, the roots of the outlines, and the concepts that stand alone."""

    top: str
    roots: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """Blocks set in one room, and their columns."""

    above: Block | None
    blocks: Mapping[str, Block]
    columns: Columns

    def over(self) -> float:
        """What stands over the columns."""
        return self.above.height if self.above else 0

    def fit(self) -> float:
        return fit(self.columns, self.blocks, self.over())


def lay_out(tree: Forest, related: Pairs, names: Names, kept: Columns = ()) -> Layout:
    """The places of the concepts of ``tree``. ``names``: IRI → language → name, one in each.

    ``kept`` are the columns of an earlier layout, so that blocks stay where readers know them; new
    ones go where there is most room.
    """
    parts = _parts(tree)
    opened = branches(tree, 1 if parts.top else 0)
    best: _Choice | None = None
    for plan in _plans(tree, parts, names, opened):
        choice = _choose(parts, plan, related, kept)
        if best is None or choice.fit() > best.fit():
            best = choice
        if best.fit() == ENOUGH:
            break
    assert best is not None  # noqa: S101 - there is always a room
    return _layout(tree, opened, best)


def _parts(tree: Forest) -> _Parts:
    """Where one concept is above all others, its narrower concepts have the outlines."""
    top, roots = "", tree.roots
    if len(roots) == 1 and sum(bool(tree.children[below]) for below in tree.children[roots[0]]) > 1:
        top, roots = roots[0], tree.children[roots[0]]
    alone = tuple(root for root in roots if not tree.children[root])
    if len(alone) < 2:
        return _Parts(top, roots, ())
    return _Parts(top, tuple(root for root in roots if tree.children[root]), alone)


def _plans(tree: Forest, parts: _Parts, names: Names, opened: Branches) -> Iterator[Plan]:
    """What there is to lay out, in each room worth a try."""
    cells: dict[int, Cells] = {}
    count = sum(map(len, names.values()))
    few = len(opened.shown) <= MANY and count <= MANY_NAMES
    for side, between in ROOMS if few else ROOMS[:1]:
        if side not in cells:
            cells[side] = _cells(tree, parts, names, side)
        yield Plan(tree, opened.shown, cells[side], between)


def _cells(tree: Forest, parts: _Parts, names: Names, side: int) -> Cells:
    """Every name, broken for a side so wide."""
    tops = {parts.top, *parts.roots} - {""}
    alone = frozenset(parts.alone)
    level = 1 if parts.top else 0
    return {
        iri: top_place(iri, names[iri], side)
        if iri in tops
        else row_place(iri, names[iri], 1 if iri in alone else depth - level, side)
        for iri, depth in tree.depth.items()
    }


def _choose(parts: _Parts, plan: Plan, related: Pairs, kept: Columns) -> _Choice:
    above = heading(parts.top, plan) if parts.top else None
    blocks = {root: outline(root, plan) for root in parts.roots}
    for start in range(0, len(parts.alone), LOOSE):
        some = parts.alone[start : start + LOOSE]
        blocks[some[0]] = loose(some, plan)
    over = above.height if above else 0
    return _Choice(above, blocks, arrange(blocks, _links(blocks, related), over, kept))


def _links(blocks: Mapping[str, Block], related: Pairs) -> Links:
    """How many related pairs join two blocks."""
    block_of = {place.iri: root for root, block in blocks.items() for place in block.places()}
    links: dict[tuple[str, str], int] = {}
    for one, other in related:
        if one in block_of and other in block_of and block_of[one] != block_of[other]:
            both = block_of[one], block_of[other]
            key = min(both), max(both)
            links[key] = links.get(key, 0) + 1
    return links


def _layout(tree: Forest, opened: Branches, choice: _Choice) -> Layout:
    blocks, over = choice.blocks, choice.over()
    stacks = tuple(stacked(choice.columns, blocks, over))
    where = origins(stacks, blocks, over)
    places = [place for root, at in where.items() for place in shifted(blocks[root], *at)]
    wide = max((name_box(place)[2] for place in places), default=0.0)
    if choice.above:
        places = [*shifted(choice.above, wide / 2, 0), *places]
    return Layout(
        places={place.iri: place for place in places},
        tree=tree,
        branches=opened,
        block=_numbered(tree, blocks),
        heading=choice.above.root if choice.above else "",
        above=over,
        blocks=blocks,
        stacks=stacks,
        width=wide,
        height=max((at[1] + blocks[root].height for root, at in where.items()), default=0.0),
    )


def _numbered(tree: Forest, blocks: Mapping[str, Block]) -> dict[str, int]:
    """The number of each concept's outline, counted in the order of IRIs; -1 without one."""
    number_of = dict.fromkeys(tree.children, -1)
    outlines = [block for _, block in sorted(blocks.items()) if block.top]
    for number, block in enumerate(outlines):
        number_of |= {place.iri: number for place in block.places()}
    return number_of
