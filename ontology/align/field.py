"""Whether two definitions belong to one field of knowledge, by the words of the documents around.

Two authors may define one thing without one word in common. When the words of each occur all over
the other's document, both speak of the same field, and silence between the two means little.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.align.entry import Entry
from ontology.align.likeness import Definition

_TOGETHER = 0.85
_EACH = 0.2
"""The shares of two definitions' words that occur around the other: at least, and in sum."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Document and language → how many of its definitions have a sign."""

    counted: Mapping[tuple[str, str], Counter[str]]

    def one_field(self, one: Entry, other: Entry) -> bool:
        """Whether the definitions of two entries, in a language of both, belong together."""
        return any(
            self._together(mine, one.document, theirs, other.document)
            for mine in one.definitions
            for theirs in other.definitions
            if mine.language == theirs.language
        )

    def _together(self, mine: Definition, here: str, theirs: Definition, there: str) -> bool:
        # In one document the definition itself has each of its words.
        own = 1 if here == there else 0
        forth = self._share(mine, there, own)
        back = self._share(theirs, here, own)
        return min(forth, back) >= _EACH and forth + back >= _TOGETHER

    def _share(self, definition: Definition, document: str, own: int) -> float:
        around = self.counted[document, definition.language]
        found = sum(around[sign] > own for sign in definition.signs)
        return found / max(1, len(definition.signs))


def fields(entries: Iterable[Entry]) -> Fields:
    """The words of each document's definitions; the vocabulary is one document."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    for entry in entries:
        for definition in entry.definitions:
            around = counted.setdefault((entry.document, definition.language), Counter())
            around.update(definition.signs.keys())
    return Fields(counted)
