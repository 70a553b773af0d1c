"""Text whose marks are taken away: what a reader sees of it, and what the marks said."""

from collections.abc import Sequence
from typing import NamedTuple

from ontology.problem import Problem
from ontology.read.decode import decode

WHITE = (" ", "\t", "\n", "\r", "\f", "\v")
"""White space that may be any other; a no-break space is none."""
MOST_CHARACTERS = 5_000_000
"""Of a document with marks: ten times a long book."""
LONGEST_APART = 120
"""Characters that are set apart otherwise than in bold at the beginning of a line."""


class Marked(NamedTuple):
    """A text without its marks."""

    text: str
    bold: str = ""
    """The beginning of ``text`` that is set apart."""
    linked: int = 0
    """How many characters of ``text`` are links."""


class Piece(NamedTuple):
    """A part of a text that is set in one way."""

    text: str
    strong: bool = False
    """In bold, or as a name."""
    weak: bool = False
    """In another way than the text around it: italics, a span of its own."""
    link: bool = False


def text_with_marks(data: bytes, where: str) -> str:
    """The text of a document (``decode``); a Problem where it is out of all measure."""
    text = decode(data, where)
    if len(text) > MOST_CHARACTERS:
        what = f"is longer than {MOST_CHARACTERS:,} characters"
        raise Problem(where, what, "give only the part with the glossary")
    return text


def set_apart(pieces: Sequence[Piece]) -> str:
    """The beginning of a text in bold, else in another way where plain text follows."""
    strong = _leading(pieces, [piece.strong for piece in pieces])
    if strong:
        return strong
    weak = _leading(pieces, [piece.weak for piece in pieces])
    whole = sum(len(piece.text) for piece in pieces)
    return weak if len(weak) < min(whole, LONGEST_APART) else ""


def _leading(pieces: Sequence[Piece], apart: Sequence[bool]) -> str:
    taken = []
    for piece, so in zip(pieces, apart, strict=True):
        if not so and piece.text.strip():
            break
        taken.append(piece.text)
    return "".join(taken).rstrip()


def joined(pieces: Sequence[Piece]) -> Marked:
    """Pieces as one text, each white space in it one blank and none around it."""
    kept: list[Piece] = []
    blank = True
    for piece in pieces:
        text = clean_spaces(piece.text)
        before = piece.text.startswith(WHITE) and not blank
        after = piece.text.endswith(WHITE) and bool(text)
        shown = f"{' ' if before else ''}{text}{' ' if after else ''}"
        if shown:
            kept.append(piece._replace(text=shown))
            blank = shown.endswith(" ")
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if not kept:
        return Marked("")
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(" "))
    linked = sum(len(piece.text) for piece in kept if piece.link)
    return Marked("".join(piece.text for piece in kept), set_apart(kept), linked)


def clean_spaces(text: str) -> str:
    """Each white space as one blank, none around; no-break spaces stay."""
    spaced = text.translate(_BLANKS)
    return " ".join(part for part in spaced.split(" ") if part)


_BLANKS = str.maketrans(dict.fromkeys(WHITE, " "))
