"""Which branches of a large hierarchy are closed when the map opens.

All branches open at once would be names without end; so it opens as many levels as can be read.
"""

from collections import Counter
from dataclasses import dataclass

from graph.hierarchy import Forest

MANY = 200
"""Up to so many concepts are shown at once, and a graph of no more has no closed branch."""

FEW = 20
"""Fewer are no map: one more level is opened then, if ``MOST`` hold it."""
MOST = 400

LEVELS = 2
"""Levels below the roots of the blocks that a large graph opens at most."""


@dataclass(frozen=True, slots=True)
class Branches:
    """The concepts that are seen at first, and those whose narrower ones are not, in order."""

    shown: frozenset[str]
    closed: tuple[str, ...]


def branches(tree: Forest, level: int = 0) -> Branches:
    """Which branches are open, counted from the ``level`` that the roots of the blocks stand on."""
    deepest = _deepest(tree, level)
    shown = frozenset(iri for iri, depth in tree.depth.items() if depth <= deepest)
    closed = sorted(iri for iri, depth in tree.depth.items() if depth >= deepest)
    return Branches(shown, tuple(iri for iri in closed if tree.children[iri]))


def _deepest(tree: Forest, level: int) -> int:
    """The depth down to which concepts are shown."""
    shown = _counts(tree)
    last = len(shown) - 1
    if not shown or shown[-1] <= MANY:
        return max(0, last)
    levels = range(level, min(level + LEVELS, last) + 1)
    fitting = [depth for depth in levels if shown[depth] <= MANY]
    deepest = max(fitting, default=level)
    while deepest < last and shown[deepest] < FEW and shown[deepest + 1] <= MOST:
        deepest += 1
    return deepest


def _counts(tree: Forest) -> list[int]:
    """How many concepts stand at most so deep, for each depth."""
    counts = Counter(tree.depth.values())
    found: list[int] = []
    for depth in range(len(counts)):
        found.append(counts[depth] + (found[-1] if found else 0))
    return found
