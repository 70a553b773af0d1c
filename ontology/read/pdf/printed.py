"""What a reader of a page sees as a line, or as a row of a table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ontology.read.pdf.segments import Segment


class Printed(NamedTuple):
    """A line of a page, or a row of a table on it with its cells."""

    x: float
    y: float
    end: float
    size: float
    text: str
    bold: str
    artifact: bool
    left: float
    """Where its column begins, and where it ends."""
    right: float
    block: int
    """Lines of one column have one number."""
    cells: tuple[str, ...] = ()
    height: int = 1
    """Lines that its longest cell has."""
    low: float = 0.0
    """The baseline of its last line."""
    gutter: float | None = None
    """Where the first column of its table ends."""


def column_lines(segments: Sequence[Segment]) -> list[Printed]:
    """The lines of one column; a wide gap in a line is three spaces."""
    if not segments:
        return []
    left, right = min(some.x for some in segments), max(some.end for some in segments)
    return [_line(line, left, right) for line in by_baseline(segments)]


def by_baseline(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Segments that stand on one line, from left to right."""
    line: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: (-segment.y, segment.x)):
        if line and line[0].y - segment.y > 0.35 * max(line[0].size, segment.size):
            yield sorted(line)
            line = []
        line.append(segment)
    if line:
        yield sorted(line)


def _line(line: list[Segment], left: float, right: float) -> Printed:
    text = line[0].text
    for before, segment in pairwise(line):
        narrow = segment.x - before.end < 2 * segment.size
        text += (" " if narrow else "   ") + segment.text
    size = max(line, key=lambda segment: len(segment.text)).size
    y = line[0].y
    all_bold = all(segment.bold == segment.text for segment in line)
    return Printed(
        line[0].x,
        y,
        line[-1].end,
        size,
        text,
        text if all_bold else line[0].bold,
        all(segment.artifact for segment in line),
        left,
        right,
        block=0,
        low=y,
    )
