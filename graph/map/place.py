"""A concept's dot and its name: how large letters are, where lines break, what box they fill.

All numbers are pixels at scale 1.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    """Its column, 1 beside the spine; 0 of a top concept."""
    width: float
    """The most room its name has, in any language."""
    high: float
    """Of its row, or of a top concept's name."""
    lines: Lines


def top_place(iri: str, names: Mapping[str, str], side: float) -> Place:
    """A concept with its name above, as wide as both sides."""
    lines = _broken(names, 2 * side, TOP_SIZE, bold=True)
    high = _most_lines(lines.values()) * TOP_LEADING
    wide = _widest(lines, TOP_SIZE, bold=True)
    return Place(iri, 0, high + TOP_GAP, 0, 0, wide, high, lines)


def row_place(iri: str, names: Mapping[str, str], column: int, side: float) -> Place:
    """A concept in a column, not yet on a row and a side; its row is as high as its lines."""
    x = STEM + (column - 1) * INDENT
    lines = _broken(names, max(side - x - GAP, 6 * SIZE), SIZE)
    high = _most_lines(lines.values()) * LEADING
    return Place(iri, x, 0, 1, column, _widest(lines, SIZE), high, lines)


def _broken(names: Mapping[str, str], limit: float, size: float, *, bold: bool = False) -> Lines:
    """Each text once: most languages of a concept may have borrowed the same name."""
    lines = {text: break_lines(text, limit, size, bold=bold) for text in {*names.values()}}
    return {language: lines[text] for language, text in names.items()}


def _widest(lines: Lines, size: float, *, bold: bool = False) -> float:
    return max(width(line, size, bold=bold) for parts in {*lines.values()} for line in parts)


def _most_lines(lines: Iterable[tuple[str, ...]]) -> int:
    return max(map(len, lines))


def name_box(place: Place) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the room that a name has for all languages."""
    wide = place.width
    high = _most_lines(place.lines.values()) * (LEADING if place.side else TOP_LEADING)
    if place.side == 0:
        bottom = place.y - TOP_GAP
        return place.x - wide / 2, bottom - high, place.x + wide / 2, bottom
    near = place.x + place.side * GAP
    far = near + place.side * wide
    return min(near, far), place.y - high / 2, max(near, far), place.y + high / 2
