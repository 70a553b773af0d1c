"""The lines of a document, or of a part of it, and what is asked of them again and again."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from ontology.read.layout.tidy import number_lines
from ontology.read.layout.word_count import word_count
from ontology.read.line import Line

_HYPHENATED = re.compile(r"\b\w++[-‐]\w++")


class Document:
    """The lines of a document, or of a part of it, and what is asked of them again and again."""

    def __init__(
        self,
        lines: Sequence[Line],
        furniture: Iterable[int] = (),
        contents: frozenset[str] = frozenset(),
        start: int = 0,
        stop: int | None = None,
    ) -> None:
        self.lines = tuple(lines)
        self.contents = contents
        self.start = start
        self.stop = len(self.lines) if stop is None else stop
        self.numbers = number_lines(lines)
        self.skipped = set(furniture)
        self.filled = [
            at
            for at in range(self.start, self.stop)
            if self.lines[at].text and at not in self.skipped
        ]
        """Indices of the lines that hold something."""

    def part(self, start: int, stop: int) -> "Document":
        """The part from one line to before another."""
        return Document(self.lines, self.skipped, self.contents, start, stop)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return sum(word_count(self.lines[at].text) for at in self.filled)

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line stands in the document."""
        return Counter(self.lines[at].text for at in self.filled)

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The words with a hyphen inside a line."""
        found = (_HYPHENATED.findall(line.text.casefold()) for line in self.lines)
        return frozenset(word for words in found for word in words)

    def filled_in(self, start: int, end: int) -> list[int]:
        """The indices from ``start`` to ``end`` (without it) of lines that hold something."""
        return self.filled[bisect_left(self.filled, start) : bisect_left(self.filled, end)]
