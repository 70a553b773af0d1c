"""Whether two definitions belong to one field of knowledge, by the words of the documents around.

Two authors may define one thing without one word in common. When the words of each occur all over
the other's document, both speak of the same field, and silence between the two means little.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.align.entry import Entry
from ontology.align.likeness import Definition

_TOGETHER = 0.85
_EACH = 0.2
"""The shares of two definitions' words that occur around the other: at least, and in sum."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Document and language → the signs of its definitions."""

    signs: Mapping[tuple[str, str], set[str]]

    def one_field(self, one: Entry, other: Entry) -> bool:
        """Whether the definitions of two entries, in a language of both, belong together."""
        return any(
            self._together(mine, one.document, theirs, other.document)
            for mine in one.definitions
            for theirs in other.definitions
            if mine.language == theirs.language
        )

    def _together(self, mine: Definition, here: str, theirs: Definition, there: str) -> bool:
        forth = self._share(mine, there)
        back = self._share(theirs, here)
        return min(forth, back) >= _EACH and forth + back >= _TOGETHER

    def _share(self, definition: Definition, document: str) -> float:
        around = self.signs[document, definition.language]
        return sum(sign in around for sign in definition.signs) / max(1, len(definition.signs))


def fields(entries: Iterable[Entry]) -> Fields:
    """The words of each document's definitions; the vocabulary is a document without a name."""
    signs: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        for definition in entry.definitions:
            signs.setdefault((entry.document, definition.language), set()).update(definition.signs)
    return Fields(signs)
