"""How wide a text is before any browser has seen it, and where it breaks into lines.

Positions are computed when the page is made, so widths are estimates: those of DejaVu Sans
Condensed, as wide as any of the system fonts the page asks for. The page squeezes what is wider.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

_HUNDREDTHS = {
    25: "'ijl",
    29: " ,.IJ",
    33: "/:;\\|-f",
    36: "()[]t!r",
    45: '*_`"sz?c',
    52: "LFkvxy",
    56: "PTYaeo",
    57: "0123456789$ESbdghnpqu{}",
    62: "KABVXZCR",
    69: "UNHD&GOQ",
    76: "w#+<=>^~M",
    90: "%mW@",
}
_WIDTHS = {letter: width / 100 for width, letters in _HUNDREDTHS.items() for letter in letters}
_BOLD = 1.13
"""How much wider the bold face is."""
_AIR = 1.03
"""For letters that a screen rounds to whole pixels."""


Piece = tuple[str, float, float]
"""A part that a line can end after: its text, its width, that of the space it ends in; in ems."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in pixels, at a font size in pixels."""
    return sum(map(_letter_width, text)) * _em(size, bold)


def _em(size: float, bold: bool) -> float:
    return size * _AIR * (_BOLD if bold else 1)


@cache
def _letter_width(letter: str) -> float:
    """In ems; an accented letter is as wide as its base, one of East Asia fills its square."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Cc", "Mn"):
        return 0
    if _is_square(letter):
        return 1
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(base, 0.68 if base.isupper() else 0.62)


@cache
def _is_square(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def break_lines(
    text: str, limit: float, size: float, *, bold: bool = False, most: int = 3
) -> tuple[str, ...]:
    """``text`` in as few lines as fit in ``limit`` pixels, of as equal length as can be.

    A line that ends within a word or between ideographs ends in U+200B, so that the text can be put
    together again. What would need more than ``most`` lines is cut, and ends in an ellipsis.
    """
    whole = " ".join(text.split())
    room = limit / _em(size, bold)
    if sum(map(_letter_width, whole)) <= room:
        return (whole,)
    pieces = _pieces(whole, room)
    lines = _fill(pieces, room, most)
    if len(lines) > most:
        return (*lines[: most - 1], lines[most - 1].rstrip("\u200b") + "…")
    return tuple(_fill(pieces, room * _narrowest(pieces, room, len(lines)), most))


def _narrowest(pieces: Sequence[Piece], room: float, count: int) -> float:
    """The share of the room, from half of it on, that ``count`` lines need."""
    shares = [percent / 100 for percent in range(50, 100, 5)]
    at = bisect_left(shares, True, key=lambda share: _count(pieces, room * share) <= count)
    return [*shares, 1][at]


def _count(pieces: Sequence[Piece], room: float) -> int:
    """How many lines ``_fill`` makes."""
    count, end = 1, -1.0
    for _, wide, space in pieces:
        if end >= 0 and end + wide > room:
            count, end = count + 1, 0.0
        end = max(end, 0.0) + wide + space
    return count


def join_lines(lines: tuple[str, ...]) -> str:
    """The text that ``break_lines`` broke."""
    return " ".join(lines).replace("\u200b ", "")


def _pieces(text: str, room: float) -> list[Piece]:
    """The parts that a line can end after: a word with its space, an ideograph, a piece of a word
    that is wider than a line."""
    pieces, start, wide = [], 0, 0.0
    longest = room - 2 * _letter_width("m")
    for at, letter in enumerate(text, 1):
        if letter == " ":
            pieces.append((text[start:at], wide, _letter_width(" ")))
        elif (wide := wide + _letter_width(letter)) > longest or _is_square(letter):
            pieces.append((text[start:at] + "\u200b", wide, 0.0))
        else:
            continue
        start, wide = at, 0.0
    return [*pieces, (text[start:], wide, 0.0)] if start < len(text) else pieces


def _fill(pieces: Iterable[Piece], room: float, most: int) -> list[str]:
    """Lines as long as they can be; of more than ``most``, the first ones."""
    lines: list[list[str]] = [[]]
    end = 0.0
    for text, wide, space in pieces:
        if lines[-1] and end + wide > room:
            if len(lines) > most:
                break
            lines.append([])
            end = 0.0
        lines[-1].append(text)
        end += wide + space
    joined = [_joined(line) for line in lines]
    return [*joined[:-1], joined[-1].removesuffix("\u200b")]


def _joined(pieces: Sequence[str]) -> str:
    *inner, last = pieces
    return "".join(piece.removesuffix("\u200b") for piece in inner) + last.rstrip(" ")
