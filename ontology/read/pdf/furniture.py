"""What stands on pages and is no content: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile
from statistics import median

from ontology.read.pdf.printed import by_baseline
from ontology.read.pdf.segments import Segment

EDGE = 3
"""Lines at the top and at the bottom of a page that may be furniture."""
SAME_HEIGHT = 4.0
"""Points."""
APART = 2.2
"""The gap under a head whose words change, in sizes of its letters."""

_NUMBER = re.compile(r"[\W_]*\d{1,4}[\W_]*$")

Place = tuple[int, int]
"""A page and a line on it, both from 0."""


def furniture(pages: Sequence[Sequence[Segment]]) -> list[set[Segment]]:
    """The segments of each page that are furniture."""
    lines = [list(by_baseline(page)) for page in pages]
    found = _repeated(lines) | _page_numbers(lines) | _changing_heads(lines)
    marked = [{segment for segment in page if segment.artifact} for page in pages]
    for page, number in _from_the_edges(found, lines):
        marked[page].update(lines[page][number])
    return marked


def _from_the_edges(
    found: set[Place], pages: Sequence[Sequence[Sequence[Segment]]]
) -> Iterator[Place]:
    """Furniture with nothing but furniture between it and the edge of its page."""
    for page, lines in enumerate(pages):
        for places in (range(len(lines)), range(len(lines))[::-1]):
            yield from takewhile(lambda place: place in found, ((page, at) for at in places))


def _edges(lines: Sequence[Sequence[Segment]]) -> list[int]:
    """The first and the last lines of a page."""
    return sorted({*range(len(lines))[:EDGE], *range(len(lines))[-EDGE:]})


def _repeated(pages: Sequence[Sequence[Sequence[Segment]]]) -> set[Place]:
    """Lines that stand at one height on several pages, their numbers aside."""
    by_text: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    usual = median([line[0].size for lines in pages for line in lines] or [0.0])
    for page, lines in enumerate(pages):
        for at in _edges(lines):
            text = " ".join(segment.text for segment in lines[at]).casefold()
            # Headings differ by their numbers: ``Lesson 2``.
            plain = lines[at][0].size < usual * 1.1
            text = re.sub(r"\d+", "#", text) if plain else text
            by_text[text].append((lines[at][0].y, page, at))
    enough = 2 if len(pages) <= 4 else 3
    found: set[Place] = set()
    for places in by_text.values():
        for same in _at_one_height(places):
            if len({page for _, page, _ in same}) >= enough:
                found |= {(page, at) for _, page, at in _without_header(same, pages)}
    return found


def _at_one_height(places: list[tuple[float, int, int]]) -> list[list[tuple[float, int, int]]]:
    groups: list[list[tuple[float, int, int]]] = []
    for place in sorted(places):
        if groups and place[0] - groups[-1][-1][0] <= SAME_HEIGHT:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _without_header(
    same: list[tuple[float, int, int]], pages: Sequence[Sequence[Sequence[Segment]]]
) -> list[tuple[float, int, int]]:
    """Of the header of a table that goes over several pages, the first one is content."""
    first = min(same, key=lambda place: place[1:])
    _, page, at = first
    line = pages[page][at]
    bold = len(line) > 1 and all(segment.bold == segment.text for segment in line)
    return [place for place in same if place is not first] if bold else same


def _page_numbers(pages: Sequence[Sequence[Sequence[Segment]]]) -> set[Place]:
    """A number alone under all that a page holds, far from it."""
    found: set[Place] = set()
    for page, lines in enumerate(pages):
        if len(lines) > 2 and len(lines[-1]) == 1 and _NUMBER.match(lines[-1][0].text):
            last, above = lines[-1][0], lines[-2][0]
            if above.y - last.y > APART * last.size:
                found.add((page, len(lines) - 1))
    return found


def _changing_heads(pages: Sequence[Sequence[Sequence[Segment]]]) -> set[Place]:
    """First lines that stand at one height, far from the text: a dictionary's guide words."""
    heads = [
        (lines[0][0].y, page, 0)
        for page, lines in enumerate(pages)
        if len(lines) > 3
        and lines[0][0].y - lines[1][0].y > APART * lines[0][0].size
        and lines[0][0].size <= lines[1][0].size * 1.1
    ]
    enough = max(4, 0.7 * len(pages))
    groups = [group for group in _at_one_height(heads) if len(group) >= enough]
    return {(page, at) for group in groups for _, page, at in group}
