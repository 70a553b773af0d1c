"""Pieces of text on a page → what is printed without a wide gap: words with spaces between them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ontology.read.pdf.drawn import Upright, is_divided
from ontology.read.pdf.pieces import Piece

SAME_LINE = 0.35
"""How far from one baseline, in sizes of its letters, a raised letter still belongs to it."""
SPACE = 0.13
"""A gap as wide, in sizes of its letters, divides two words."""
WIDE = 0.55
"""A gap as wide divides two segments: rarely those of a text set to full lines, too."""
NARROW = 0.1
"""One as wide is enough beside a drawn line."""

_BULLET_FONTS = re.compile("[\uf000-\uf0ff]")


class Segment(NamedTuple):
    """Words on one baseline; lengths in points, ``y`` grows upwards."""

    x: float
    y: float
    end: float
    size: float
    text: str
    bold: str = ""
    """The beginning of the text that is bold, or all of it."""
    artifact: bool = False


def segments(pieces: Sequence[Piece], lines: Sequence[Upright] = ()) -> list[Segment]:
    """The segments of a page from top to bottom, on one baseline from left to right.

    ``lines`` are drawn between columns, which a narrow gap divides there.
    """
    return [segment for line in baselines(pieces) for segment in _divided(line, lines)]


def baselines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stand on one line, raised and lowered letters with them."""
    line: list[Piece] = []
    anchor: Piece | None = None
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x)):
        if anchor and anchor.y - piece.y > SAME_LINE * max(anchor.size, piece.size):
            yield line
            line, anchor = [], None
        line.append(piece)
        if anchor is None or piece.size > anchor.size:
            anchor = piece
    if line:
        yield line


def _divided(line: list[Piece], lines: Sequence[Upright]) -> Iterator[Segment]:
    """The segments of a line."""
    run: list[Piece] = []
    end = 0.0
    spaced = False
    for piece in _printed_once(line):
        gap = piece.x - end
        drawn = gap > NARROW * piece.size and is_divided(end, piece.x, piece.y, lines)
        if run and (drawn or gap > WIDE * min(run[-1].size, piece.size)):
            yield from _segment(run)
            run, spaced = [], False
        if not piece.text.strip():
            # Many spaces are there to be wide, one to divide.
            spaced, end = True, max(end, min(piece.end, piece.x + piece.size))
            continue
        apart = spaced or gap > SPACE * piece.size or gap < -2 * piece.size
        if run and apart and not (run[-1].text.endswith(" ") or piece.text.startswith(" ")):
            run.append(piece._replace(text=" " + piece.text))
        else:
            run.append(piece)
        end, spaced = piece.end, False
    yield from _segment(run)


def _printed_once(line: list[Piece]) -> list[Piece]:
    """From left to right; what is printed twice with a small step is bold."""
    found: list[Piece] = []
    for piece in sorted(line, key=lambda piece: piece.x):
        last = found[-1] if found else None
        if last and last.text == piece.text and piece.x - last.x < 0.2 * piece.size < piece.size:
            if piece.text.strip():
                found[-1] = last._replace(bold=True, end=max(last.end, piece.end))
        else:
            found.append(piece)
    return found


def _segment(run: list[Piece]) -> Iterator[Segment]:
    text = "".join(piece.text for piece in run)
    stripped = text.strip()
    if not stripped:
        return
    first, letters = run[0], max(len(text), 1)
    before = len(text) - len(text.lstrip())
    x = first.x + before * (run[-1].end - first.x) / letters
    bold = ""
    for piece in run:
        if piece.text.strip() and not piece.bold:
            break
        bold += piece.text
    # The size of most letters, not that of a raised one.
    size = max(run, key=lambda piece: len(piece.text)).size
    y = max(run, key=lambda piece: (piece.size, len(piece.text))).y
    artifact = all(piece.artifact for piece in run)
    yield Segment(
        x, y, max(piece.end for piece in run), size, _clean(stripped), _clean(bold), artifact
    )


def _clean(text: str) -> str:
    """Marks of symbol fonts, which have no letter of their own, are bullets; hyphens are seen."""
    cleaned = _BULLET_FONTS.sub("•", text).replace("\0", "").strip()
    return cleaned[:-1] + "-" if cleaned.endswith("\u00ad") else cleaned
