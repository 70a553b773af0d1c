"""Where every concept stands on the map: the same in every language, every run, for any graph.

One outline a top concept, the outlines in columns. Room is made first by setting rows closer and
breaking long names, and only then by shrinking.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.hierarchy import Forest, forest
from graph.map.block import (
    Block,
    Names,
    Place,
    Room,
    heading,
    loose,
    name_box,
    outline,
    shifted,
)
from graph.map.columns import ENOUGH, Columns, Links, arrange, fit, stacked
from graph.network import network, related_pairs
from ontology.model import Concept

ROOMS = tuple(Room(side, between) for between in (6, 5, 4, 3, 2) for side in (240, 220, 205, 190))
"""From airy to tight; the first that fits a window of 1440 × 900 is taken."""

MANY = 250
"""Above so many concepts no room fits, and the most airy is taken."""


LOOSE = 48
"""Concepts without a hierarchy that stand in one block."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Places by IRI, block after block; the columns chosen; how much room it all takes.

    ``heading`` is the concept above all blocks, or ``""``; ``block`` the number of a concept's
    block, or -1 where it has none: the heading, and what no hierarchy holds.
    """

    places: Mapping[str, Place]
    tree: Forest
    block: Mapping[str, int]
    heading: str
    columns: Columns
    width: float
    height: float


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


def lay_out(concepts: Sequence[Concept], names: Names, kept: Columns = ()) -> Layout:
    """The places of ``concepts``. ``names``: IRI → language → name, one in each language.

    ``kept`` are the columns of an earlier layout, so that blocks stay where readers know them; new
    ones go where there is most room.
    """
    tree = forest(concepts)
    pairs = related_pairs(network(concepts))
    best: _Choice | None = None
    for room in ROOMS if len(concepts) <= MANY else ROOMS[:1]:
        choice = _choose(tree, names, room, pairs, kept)
        if best is None or choice.fit() > best.fit():
            best = choice
        if best.fit() == ENOUGH:
            break
    assert best is not None  # noqa: S101 - there is always a room
    return _layout(tree, best)


def _choose(
    tree: Forest, names: Names, room: Room, pairs: Sequence[tuple[str, str]], kept: Columns
) -> _Choice:
    top, roots, alone = _blocks_of(tree)
    above = heading(top, names, room) if top else None
    blocks = {root: outline(root, tree, names, room) for root in roots}
    for start in range(0, len(alone), LOOSE):
        some = alone[start : start + LOOSE]
        blocks[some[0]] = loose(some, tree, names, room)
    over = above.height if above else 0
    return _Choice(above, blocks, arrange(blocks, _links(blocks, pairs), over, kept))


def _blocks_of(tree: Forest) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The heading or ``""``, the roots of the outlines, and the concepts that stand alone.

    Where one concept is above all others, its narrower concepts have the outlines.
    """
    top, roots = "", tree.roots
    if len(roots) == 1 and sum(bool(tree.children[below]) for below in tree.children[roots[0]]) > 1:
        top, roots = roots[0], tree.children[roots[0]]
    alone = tuple(root for root in roots if not tree.children[root])
    if len(alone) < 2:
        return top, roots, ()
    return top, tuple(root for root in roots if tree.children[root]), alone


def _links(blocks: Mapping[str, Block], pairs: Sequence[tuple[str, str]]) -> Links:
    """How many related pairs join two blocks."""
    block_of = {place.iri: root for root, block in blocks.items() for place in block.places}
    links: dict[tuple[str, str], int] = {}
    for one, other in pairs:
        if one in block_of and other in block_of and block_of[one] != block_of[other]:
            both = block_of[one], block_of[other]
            key = min(both), max(both)
            links[key] = links.get(key, 0) + 1
    return links


def _layout(tree: Forest, choice: _Choice) -> Layout:
    blocks, columns = choice.blocks, choice.columns
    where = stacked(columns, blocks, choice.over())
    places = [place for root, at in where.items() for place in shifted(blocks[root], *at)]
    wide = max((name_box(place)[2] for place in places), default=0.0)
    high = max((at[1] + blocks[root].height for root, at in where.items()), default=0.0)
    if choice.above:
        places = [*shifted(choice.above, wide / 2, 0), *places]
    return Layout(
        places={place.iri: place for place in places},
        tree=tree,
        block=_numbered(tree, blocks),
        heading=choice.above.root if choice.above else "",
        columns=columns,
        width=wide,
        height=high,
    )


def _numbered(tree: Forest, blocks: Mapping[str, Block]) -> dict[str, int]:
    """The number of each concept's outline, counted in the order of IRIs; -1 without one."""
    number_of = dict.fromkeys(tree.children, -1)
    outlines = [block for _, block in sorted(blocks.items()) if block.places[0].side == 0]
    for number, block in enumerate(outlines):
        number_of |= {place.iri: number for place in block.places}
    return number_of
