"""A page of two columns that was read straight across → the left column, then the right one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_GAP = re.compile(r" {3,}")
_PAGE = 12
"""Lines from which a column can be told from an accident."""


@dataclass(frozen=True, slots=True)
class Split:
    """Texts in reading order, and the line of the document that each stands on."""

    texts: tuple[str, ...]
    numbers: tuple[int, ...]
    repaired: tuple[str, ...] = ()


def split_columns(texts: Sequence[str]) -> Split:
    """The lines in the order of reading: page by page, left column first where there are two.

    Two columns are two running texts: both sides are filled about equally, which a table of short
    names and long definitions is not.
    """
    out: list[str] = []
    numbers: list[int] = []
    repaired: list[str] = []
    for first, page in _pages(texts):
        gutter = _gutter(page)
        if gutter is None:
            out += page
            numbers += range(first, first + len(page))
            continue
        left, right = _sides(page, gutter)
        for side in (left, right):
            out += [text for text, _ in side]
            numbers += [first + at for _, at in side]
        repaired.append(
            f"lines {first}–{first + len(page) - 1}: two columns, read one after the other"
        )
    return Split(tuple(out), tuple(numbers), tuple(repaired))


def name_column(texts: Sequence[str]) -> list[str]:
    """The lines with a tab behind a name that stands in a column of its own, left of its text."""
    starts: dict[int, list[int]] = {}
    for at, text in enumerate(texts):
        gap = _GAP.search(text) if text[:1].strip() and len(text) < 1000 else None
        if gap and gap.start() < 40 and not _GAP.search(text, gap.end()):
            starts.setdefault(gap.end(), []).append(at)
    found = list(texts)
    for column, places in starts.items():
        # Text that goes on under itself tells a column from a table of figures.
        goes_on = sum(
            len(below) - len(below.lstrip()) == column
            for at in places
            for below in texts[at + 1 : at + 2]
            if below.strip()
        )
        if len(places) >= 3 and goes_on:
            for at in places:
                found[at] = f"{texts[at][:column].rstrip()}\t{texts[at][column:]}"
    return found


def _pages(texts: Sequence[str]) -> list[tuple[int, list[str]]]:
    pages: list[tuple[int, list[str]]] = [(1, [])]
    for number, text in enumerate(texts, start=1):
        if "\f" in text and pages[-1][1]:
            pages.append((number, []))
        pages[-1][1].append(text)
    return pages


def _gutter(page: Sequence[str]) -> int | None:
    """The column at which the right text begins on most lines, if there are two texts."""
    starts: dict[int, int] = {}
    both = 0
    filled = [text for text in page if text.strip() and len(text) < 1000]
    for text in filled:
        gaps = [gap for gap in _GAP.finditer(text) if text[: gap.start()].strip()]
        if len(gaps) == 1 and "\t" not in text:
            both += 1
            starts[gaps[0].end()] = starts.get(gaps[0].end(), 0) + 1
    if both < _PAGE:
        return None
    column = max(starts, key=lambda at: (starts[at], -at))
    left = [len(text[:column].strip()) for text in filled if text[column:].strip()]
    right = [len(text[column:].strip()) for text in filled if text[:column].strip()]
    left = [width for width in left if width]
    right = [width for width in right if width]
    divided = sum(not text[column - 2 : column].strip() for text in filled)
    if starts[column] < both * 0.8 or divided < 0.85 * len(filled) or both < 0.4 * len(filled):
        return None
    wide = sum(left) / len(left), sum(right) / len(right)
    return column if min(wide) > 0.6 * max(wide) and min(wide) > 18 else None


def _sides(page: Sequence[str], column: int) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    left: list[tuple[str, int]] = []
    right: list[tuple[str, int]] = []
    for at, text in enumerate(page):
        if text[:column].strip() and text[column - 1 : column].strip():
            # It runs through: a heading over both.
            left.append((text, at))
            continue
        left.append((text[:column].rstrip(), at))
        right.append((text[column:].rstrip(), at))
    while right and not right[-1][0]:
        right.pop()
    return left, right
