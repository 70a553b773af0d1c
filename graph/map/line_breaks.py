"""How wide a text is before any browser has seen it, and where it breaks into lines.

Positions are computed when the page is made, so widths are estimates: those of DejaVu Sans
Condensed, as wide as any of the system fonts the page asks for. The page squeezes what is wider.
"""

import unicodedata
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


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text in pixels, at a font size in pixels."""
    return sum(map(_letter_width, text)) * size * _AIR * (_BOLD if bold else 1)


@cache
def _letter_width(letter: str) -> float:
    """In ems; an accented letter is as wide as its base, one of East Asia fills its square."""
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Cc", "Mn"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(base, 0.68 if base.isupper() else 0.62)


def break_lines(
    text: str, limit: float, size: float, *, bold: bool = False, most: int = 3
) -> tuple[str, ...]:
    """``text`` in as few lines as fit in ``limit`` pixels, of as equal length as can be.

    A line that ends within a word or between ideographs ends in U+200B, so that the text can be put
    together again. What would need more than ``most`` lines is cut, and ends in an ellipsis.
    """
    pieces = _pieces(" ".join(text.split()), limit, size, bold)
    lines = _fill(pieces, limit, size, bold)
    if len(lines) > most:
        kept = [*lines[: most - 1], lines[most - 1].rstrip("\u200b") + "…"]
        return tuple(line.rstrip(" ") for line in kept)
    for percent in range(95, 45, -5) if len(lines) > 1 else ():
        closer = _fill(pieces, limit * percent / 100, size, bold)
        if len(closer) > len(lines):
            break
        lines = closer
    return tuple(line.rstrip(" ") for line in lines)


def join_lines(lines: tuple[str, ...]) -> str:
    """The text that ``break_lines`` broke."""
    return " ".join(lines).replace("\u200b ", "")


def _pieces(text: str, limit: float, size: float, bold: bool) -> list[str]:
    """The parts that a line can end after: a word with its space, an ideograph, a piece of a word
    that is wider than a line."""
    pieces = [""]
    for letter in text:
        pieces[-1] += letter
        if letter == " ":
            pieces.append("")
        elif unicodedata.east_asian_width(letter) in "WF" or (
            width(pieces[-1] + "mm", size, bold=bold) > limit
        ):
            pieces[-1] += "\u200b"
            pieces.append("")
    return [piece for piece in pieces if piece]


def _fill(pieces: list[str], limit: float, size: float, bold: bool) -> list[str]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and width((lines[-1] + piece).rstrip(" "), size, bold=bold) > limit:
            lines.append("")
        lines[-1] = lines[-1].removesuffix("\u200b") + piece
    lines[-1] = lines[-1].removesuffix("\u200b")
    return lines
