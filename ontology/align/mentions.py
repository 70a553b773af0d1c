"""Names of concepts found in running text: the longest that fits, in one pass."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ontology.align.wording import Name, base_forms
from ontology.names import fold

LONGEST = 2000
"""Letters of a text that are looked at."""
_LONGEST_NAME = 8
_WORD = re.compile(r"[^\W_]+[+#]*")


@dataclass(slots=True)
class Names:
    """Which concepts have which name: words, the last of them in its base form or as it stands."""

    known: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    beginnings: set[tuple[str, ...]] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    """Words that are names only in capitals: ``IT`` is no ``it``."""

    def add(self, name: Name, concept: str) -> None:
        if len(name.words) > _LONGEST_NAME:
            return
        if name.acronym and len(name.words) == 1:
            self.acronyms.add(name.words[0])
        for words in {name.words, name.content}:
            self.known.setdefault(words, set()).add(concept)
            self.beginnings.update(words[:length] for length in range(1, len(words)))

    def of(self, words: tuple[str, ...], language: str) -> str:
        """The concept with that name, or an inflected form of it; empty when none or several."""
        for last in base_forms(words[-1], language) if words else ():
            found = self.known.get((*words[:-1], last), ())
            if found:
                return next(iter(found)) if len(found) == 1 else ""
        return ""

    def in_text(self, text: str, language: str) -> Iterator[tuple[str, str]]:
        """Concept and words of each name in ``text``, from left to right, without overlap."""
        words = _WORD.findall(fold(text[:LONGEST]))
        capitals = {fold(one) for one in _WORD.findall(text[:LONGEST]) if one[:-1].isupper()}
        place = 0
        while place < len(words):
            for length in range(self._reach(words, place), 0, -1):
                part = tuple(words[place : place + length])
                concept = self.of(part, language) if len(part[0]) > 1 else ""
                if length == 1 and part[0] in self.acronyms - capitals:
                    continue
                if concept:
                    yield concept, " ".join(part)
                    place += length - 1
                    break
            place += 1

    def _reach(self, words: list[str], place: int) -> int:
        """How many words from ``place`` on a name could have."""
        length = 1
        while (
            length < _LONGEST_NAME
            and place + length < len(words)
            and tuple(words[place : place + length]) in self.beginnings
        ):
            length += 1
        return length


def names_of(concepts: Mapping[str, Iterable[Name]]) -> Names:
    """The names of all concepts, by their identifiers."""
    names = Names()
    for concept, some in concepts.items():
        for name in some:
            names.add(name, concept)
    return names
