"""Judgements of pairs → groups of entries that are one concept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ontology.align.entry import Entry
from ontology.align.evidence import LIKELY, Judgement
from ontology.align.same_name import PLAIN

_RIVAL = 0.02
"""A second candidate in the same document that is so near leaves the choice to a person."""


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of entries: ``of[place]`` is the first entry of its group."""

    of: Sequence[int]
    joined: Mapping[int, Sequence[Judgement]]
    """By entry, the certain judgements that bind it to others, best first."""
    open: Sequence[Judgement]
    """Likely ones between two groups, best first."""


_Rivals = dict[tuple[int, str], list[tuple[float, int]]]
"""Entry and document → the two best scores that it has there, and with whom."""


def cluster(entries: Sequence[Entry], judgements: Iterable[Judgement]) -> Clusters:
    """The groups that certain judgements make, best first, where nothing forbids it."""
    ranked = sorted(judgements, key=lambda found: (-found.score, found.one, found.other))
    groups = _Groups(entries, ranked)
    rivals = _rivals(entries, ranked)
    certain = {(found.one, found.other) for found in ranked if found.certain}
    joined: dict[int, list[Judgement]] = {}
    waiting: list[Judgement] = []
    for found in ranked:
        alone = _plain(found) or not _has_rival(entries, found, rivals, certain)
        if found.certain and alone and groups.join(found):
            joined.setdefault(found.one, []).append(found)
            joined.setdefault(found.other, []).append(found)
        elif found.score >= LIKELY and not found.apart:
            waiting.append(found)
    of = groups.firsts()
    between = [found for found in waiting if of[found.one] != of[found.other]]
    return Clusters(of, joined, between)


def _rivals(entries: Sequence[Entry], ranked: Iterable[Judgement]) -> _Rivals:
    found: _Rivals = {}
    for judgement in ranked:
        for one, other in ((judgement.one, judgement.other), (judgement.other, judgement.one)):
            known = found.setdefault((one, entries[other].document), [])
            if len(known) < 2 and not judgement.apart:
                known.append((judgement.score, other))
    return found


def _plain(found: Judgement) -> bool:
    """Whether equal names decide it, which bear a second of their kind."""
    return not found.kinds.isdisjoint(PLAIN)


def _has_rival(
    entries: Sequence[Entry], found: Judgement, rivals: _Rivals, certain: set[tuple[int, int]]
) -> bool:
    for one, other in ((found.one, found.other), (found.other, found.one)):
        for score, rival in rivals[one, entries[other].document]:
            # Two that are surely one themselves do not compete.
            pair = (min(rival, other), max(rival, other))
            if rival != other and found.score - score < _RIVAL and pair not in certain:
                return True
    return False


def _bare(entry: Entry) -> bool:
    return all(name.acronym for name in entry.names)


@dataclass(slots=True)
class _Groups:
    """Groups that grow, the smaller into the larger, and what may not come together."""

    entries: Sequence[Entry]
    ranked: Sequence[Judgement]
    root: list[int] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    documents: dict[int, dict[str, list[int]]] = field(init=False)
    concept: dict[int, bool] = field(init=False)
    apart: dict[int, list[int]] = field(init=False)
    certain: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.root = list(range(len(self.entries)))
        self.members = {place: [place] for place in self.root}
        self.documents = {e.place: {e.document: [e.place]} if e.term else {} for e in self.entries}
        self.concept = {entry.place: entry.term is None for entry in self.entries}
        self.apart, self.certain = {}, {}
        for found in self.ranked:
            for one, other in ((found.one, found.other), (found.other, found.one)):
                if found.apart:
                    self.apart.setdefault(one, []).append(other)
                if found.certain:
                    self.certain.setdefault(one, []).append(other)

    def find(self, place: int) -> int:
        while self.root[place] != place:
            self.root[place] = self.root[self.root[place]]
            place = self.root[place]
        return place

    def join(self, found: Judgement) -> bool:
        """Make the groups of a pair one; False where they have to stay two."""
        one, other = self.find(found.one), self.find(found.other)
        if one == other:
            return True
        small, large = sorted((one, other), key=lambda root: (len(self.members[root]), -root))
        if not self._fit(small, large):
            return False
        self.root[small] = large
        self.members[large] += self.members.pop(small)
        for document, places in self.documents.pop(small).items():
            self.documents[large].setdefault(document, []).extend(places)
        self.concept[large] |= self.concept.pop(small)
        return True

    def _fit(self, small: int, large: int) -> bool:
        """No two concepts of the vocabulary, none kept apart, no stranger of one's own document."""
        if self.concept[small] and self.concept[large]:
            return False
        for place in self.members[small]:
            if any(self.find(other) == large for other in self.apart.get(place, ())):
                return False
        return all(
            self._kin(place, large, self.documents[large][document])
            for document, places in self.documents[small].items()
            if document in self.documents[large]
            for place in places
        )

    def _kin(self, place: int, large: int, others: Sequence[int]) -> bool:
        """Whether a term may be one with others of its own document.

        That pair itself has to be certain; or one is a bare acronym, and what the other group
        shares with it is what spells the acronym out.
        """
        document = self.entries[place].document
        near = (other for other in self.certain.get(place, ()) if self.find(other) == large)
        if any(self.entries[o].term and self.entries[o].document == document for o in near):
            return True
        return len(others) == 1 and _bare(self.entries[place]) != _bare(self.entries[others[0]])

    def firsts(self) -> list[int]:
        """The first entry of each entry's group."""
        first = {root: min(places) for root, places in self.members.items()}
        return [first[self.find(place)] for place in range(len(self.entries))]
