"""What a document without bold letters sets its names apart with: another font, a colour."""

from collections import Counter
from collections.abc import Sequence

from ontology.read.pdf.pieces import Piece
from ontology.read.pdf.segments import WIDE, baselines

FEWEST_STARTS = 4
"""Lines that begin in a style, for it to be one of names."""
MOST_LETTERS = 0.3
"""The share of a document that names have."""


def with_names_bold(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces of each page; where nothing is bold, those in the style of names become so."""
    everything = [piece for page in pages for piece in page]
    letters = sum(len(piece.text) for piece in everything)
    bold = sum(len(piece.text) for piece in everything if piece.bold)
    names = _styles_of_names(pages, letters) if bold * 100 < letters else frozenset()
    return [
        [piece._replace(bold=piece.bold or piece.style in names) for piece in page]
        for page in pages
    ]


def _styles_of_names(pages: Sequence[Sequence[Piece]], letters: int) -> frozenset[str]:
    """Styles, not that of the text, in which lines begin and do not go on."""
    share: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for page in pages:
        for line in baselines(page):
            before: Piece | None = None
            for piece in sorted(line):
                share[piece.style] += len(piece.text)
                if not piece.text.strip():
                    continue
                if before is None or piece.x - before.end > WIDE * piece.size:
                    starts[piece.style] += 1
                elif piece.style != before.style:
                    inside[piece.style] += 1
                before = piece
    text = share.most_common(1)[0][0] if share else ""
    return frozenset(
        style
        for style in share
        if style != text
        and starts[style] >= max(FEWEST_STARTS, 4 * inside[style])
        and share[style] < MOST_LETTERS * letters
    )
