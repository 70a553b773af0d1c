"""An entry as it is laid out, before anyone has read its name."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ontology.names import fold
from ontology.read.layout.leads import Lead
from ontology.read.layout.lines import Document
from ontology.read.layout.word_count import word_count


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is laid out: where it begins, the lines of its text, its group."""

    leads: tuple[Lead, ...]
    """Several where several names stand over one text."""
    body: tuple[int, ...]
    group: str = ""
    quality: float = 0.0

    @property
    def lead(self) -> Lead:
        return self.leads[0]

    @property
    def rest(self) -> str:
        return self.leads[-1].rest


def text_words(document: Document, entry: Entry) -> int:
    """How many words the text of an entry has."""
    return word_count(entry.rest) + sum(word_count(document.lines[at].text) for at in entry.body)


def counting(entries: Sequence[Entry]) -> float:
    """Share of the entries whose number is one more than that of the entry before."""
    # Of 2.3 the last part counts: it begins again with each section.
    last = [entry.lead.number.rpartition(".")[2] for entry in entries]
    numbers = [int(number) if number.isdecimal() else None for number in last]
    steps = sum(
        one is not None and other is not None and (other == one + 1 or other == 1)
        for one, other in pairwise(numbers)
    )
    return steps / max(1, len(entries) - 1)


def alphabetical(entries: Sequence[Entry]) -> float:
    """Share of the entries whose name follows the one before in the alphabet."""
    names = [fold(entry.lead.name) for entry in entries]
    return sum(one <= other for one, other in pairwise(names)) / max(1, len(names) - 1)
