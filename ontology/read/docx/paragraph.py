"""A paragraph of a Word document, and the lines that its reader sees."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ontology.read.docx.styles import Style
from ontology.read.line import Line, Role
from ontology.read.marked import Piece, set_apart

LARGER = 4
"""Half points above the text by which a line is set apart."""
_PER_COLUMN = 180
"""Twentieths of a point of an indent that are a column."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read."""

    number: int
    style_id: str = ""
    own: Style = field(default_factory=Style)
    """What it says itself, over its style."""
    run: Style | None = None
    """Of the text that is being read."""
    run_style: str = ""
    pieces: list[Piece] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    """What stands in its text boxes."""


def lines_of(paragraph: Paragraph, style: Style, bullet: str) -> list[Line]:
    """Its lines, all with the number of the paragraph; a blank one for an empty paragraph."""
    columns = 2 * (style.level or 0) if bullet else (style.indent or 0) // _PER_COLUMN
    split = [line for line in _split(paragraph.pieces) if line]
    lines = [
        Line(
            paragraph.number,
            "".join(piece.text for piece in pieces),
            role=Role.FURNITURE if style.furniture else style.role or Role.TEXT,
            heading=style.heading or 0,
            bold=set_apart(pieces),
            bullet="" if at else bullet,
            indent=columns,
            linked=sum(len(piece.text) for piece in pieces if piece.link),
        )
        for at, pieces in enumerate(split)
    ]
    return lines or [Line(paragraph.number, "")]


def _split(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each line, without white space around it."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(piece._replace(text=first))
        lines += [[piece._replace(text=text)] for text in others]
    return [_trimmed(line) for line in lines]


def _trimmed(line: list[Piece]) -> list[Piece]:
    start, end = 0, len(line)
    while start < end and not line[start].text.strip():
        start += 1
    while end > start and not line[end - 1].text.strip():
        end -= 1
    kept = line[start:end]
    if kept:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return kept
