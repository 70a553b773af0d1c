"""Blocks into columns of about equal height, so that what belongs together stands together."""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.map.block import Block

WIDE, HIGH = 1392, 804
"""What a window of 1440 × 900 leaves for the map."""
GUTTER, MOST_GUTTER = 20, 60
"""Between two columns, at least and at most."""
GAP, MOST_GAP = 20, 48
"""Between two blocks of a column."""
ORDERS = 300
ENOUGH = 1.05
"""The scale that is asked for; letters, which grow with it, are 12.6 pixels then."""
MOST_COLUMNS = 12
MANY = 150
"""Blocks, above which there is one try, in as many columns as give the window's shape."""

Columns = tuple[tuple[str, ...], ...]
"""The roots of the blocks, column by column, downwards."""

Links = Mapping[tuple[str, str], int]
"""Two roots → how many related links join their blocks."""

Blocks = Mapping[str, Block]


@dataclass(frozen=True, slots=True)
class Stack:
    """A column where it stands: its spine, its blocks downwards, and the gap between them."""

    roots: tuple[str, ...]
    spine: float
    gap: float


def arrange(blocks: Blocks, links: Links, above: float, kept: Columns = ()) -> Columns:
    """The columns that need least shrinking, and of those the ones with the shortest links.

    Tries orders from a fixed seed. With ``kept`` columns, only blocks that are new are placed.
    ``above`` is the height of what stands over all columns.
    """
    if kept:
        return _with_new(kept, blocks)
    best: tuple[float, float, Columns] = (0, 0, ())
    for columns in _candidates(blocks):
        size = fit(columns, blocks, above)
        if size < -best[0]:
            continue
        best = min(best, (-size, _length(columns, blocks, links, above), columns))
    return best[2]


def _candidates(blocks: Blocks) -> Iterator[Columns]:
    chance = random.Random(1)  # noqa: S311 - the same orders in every run, nothing secret
    roots = sorted(blocks)
    if len(roots) > MANY:
        yield _fill(roots, [[] for _ in range(_shapely(blocks))], blocks)
        return
    for _ in range(min(ORDERS, 6000 // max(1, len(roots)))):
        order = chance.sample(roots, len(roots))
        for count in range(1, min(len(roots), MOST_COLUMNS) + 1):
            yield _fill(order, [[] for _ in range(count)], blocks)


def _shapely(blocks: Blocks) -> int:
    """How many columns take about the shape of the window."""
    high = sum(block.height + GAP for block in blocks.values())
    wide = sum(block.left + block.right + GUTTER for block in blocks.values()) / len(blocks)
    return max(1, round(math.sqrt(high / wide * WIDE / HIGH)))


def _fill(order: Sequence[str], columns: list[list[str]], blocks: Blocks) -> Columns:
    """Each block in turn into the column that is lowest so far."""
    heights = [sum(blocks[root].height + GAP for root in column) for column in columns]
    for root in order:
        lowest = heights.index(min(heights))
        columns[lowest].append(root)
        heights[lowest] += blocks[root].height + GAP
    return tuple(map(tuple, columns))


def _with_new(kept: Columns, blocks: Blocks) -> Columns:
    """``kept`` may come from a page that somebody has changed: no root stands twice."""
    placed: set[str] = set()
    still: list[list[str]] = []
    for column in kept:
        here = [root for root in dict.fromkeys(column) if root in blocks and root not in placed]
        placed.update(here)
        still.append(here)
    columns = [column for column in still if column] or [[]]
    return _fill([root for root in sorted(blocks) if root not in placed], columns, blocks)


def _length(columns: Columns, blocks: Blocks, links: Links, above: float) -> float:
    """Of all related links between blocks, along the edges of the paper."""
    where = origins(stacked(columns, blocks, above), blocks, above)
    return sum(
        count * (abs(where[one][0] - where[other][0]) + abs(where[one][1] - where[other][1]))
        for (one, other), count in links.items()
    )


def fit(columns: Columns, blocks: Blocks, above: float) -> float:
    """The scale at which all fits the window, to two digits, and at most ``ENOUGH``.

    Never 0: of a map that is larger than any window nobody sees the whole.
    """
    wide = sum(_widths(columns, blocks)) + GUTTER * (len(columns) - 1)
    high = height(columns, blocks, above)
    return max(0.01, round(min(ENOUGH, WIDE / max(1, wide), HIGH / max(1, high)), 2))


def height(columns: Columns, blocks: Blocks, above: float) -> float:
    """Of the highest column, with what stands above."""
    return above + max((_height(column, blocks) for column in columns), default=0)


def _height(column: Sequence[str], blocks: Blocks) -> float:
    return sum(blocks[root].height for root in column) + GAP * (len(column) - 1)


def _widths(columns: Columns, blocks: Blocks) -> list[float]:
    return [sum(_sides(column, blocks)) for column in columns]


def _sides(column: Sequence[str], blocks: Blocks) -> tuple[float, float]:
    """Left and right of the spines of a column, which stand below each other."""
    return max(blocks[root].left for root in column), max(blocks[root].right for root in column)


def stacked(columns: Columns, blocks: Blocks, above: float) -> list[Stack]:
    """The columns beside each other.

    Room that is left over goes between columns and blocks, as far as they still belong together.
    """
    size = fit(columns, blocks, above)
    spare = (WIDE / size - sum(_widths(columns, blocks))) / max(1, len(columns) - 1)
    gutter = min(MOST_GUTTER, max(GUTTER, spare))
    bottom = max(HIGH / size, height(columns, blocks, above))
    stacks, x = [], 0.0
    for column in columns:
        left, right = _sides(column, blocks)
        spare = (bottom - above - _height(column, blocks)) / max(1, len(column) - 1)
        stacks.append(Stack(column, x + left, round(min(MOST_GAP, GAP + spare), 1)))
        x += left + right + gutter
    return stacks


def origins(
    stacks: Sequence[Stack], blocks: Blocks, above: float
) -> dict[str, tuple[float, float]]:
    """Root → where the origin of its block stands."""
    where = {}
    for stack in stacks:
        y = above
        for root in stack.roots:
            where[root] = (stack.spine, y)
            y += blocks[root].height + stack.gap
    return where
