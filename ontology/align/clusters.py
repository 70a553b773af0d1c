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


def cluster(entries: Sequence[Entry], judgements: Iterable[Judgement]) -> Clusters:
    """The groups that certain judgements make, best first, where nothing forbids it."""
    ranked = sorted(judgements, key=lambda found: (-found.score, found.one, found.other))
    groups = _Groups(entries, ranked)
    rivals = _rivals(entries, ranked)
    joined: dict[int, list[Judgement]] = {}
    waiting: list[Judgement] = []
    for found in ranked:
        decided = found.certain and (_plain(found) or not _has_rival(entries, found, rivals))
        if decided and groups.join(found):
            joined.setdefault(found.one, []).append(found)
            joined.setdefault(found.other, []).append(found)
        elif found.score >= LIKELY and not found.apart:
            waiting.append(found)
    of = groups.firsts()
    between = [found for found in waiting if of[found.one] != of[found.other]]
    return Clusters(of, joined, between)


def _rivals(
    entries: Sequence[Entry], ranked: Iterable[Judgement]
) -> dict[tuple[int, str], list[float]]:
    """Entry and document → the two best scores that it has there."""
    found: dict[tuple[int, str], list[float]] = {}
    for judgement in ranked:
        for one, other in ((judgement.one, judgement.other), (judgement.other, judgement.one)):
            scores = found.setdefault((one, entries[other].document), [])
            if len(scores) < 2 and not judgement.apart:
                scores.append(judgement.score)
    return found


def _plain(found: Judgement) -> bool:
    """Whether equal names decide it, which bear a second of their kind."""
    return not found.kinds.isdisjoint(PLAIN)


def _has_rival(
    entries: Sequence[Entry], found: Judgement, rivals: Mapping[tuple[int, str], Sequence[float]]
) -> bool:
    for one, other in ((found.one, found.other), (found.other, found.one)):
        scores = rivals[(one, entries[other].document)]
        if len(scores) == 2 and found.score - scores[1] < _RIVAL:
            return True
    return False


@dataclass(slots=True)
class _Groups:
    """Groups that grow, the smaller into the larger, and what may not come together."""

    entries: Sequence[Entry]
    ranked: Sequence[Judgement]
    root: list[int] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    documents: dict[int, set[str]] = field(init=False)
    concept: dict[int, bool] = field(init=False)
    apart: dict[int, list[int]] = field(init=False)
    certain: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.root = list(range(len(self.entries)))
        self.members = {place: [place] for place in self.root}
        self.documents = {e.place: {e.document} if e.term else set() for e in self.entries}
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
        self.documents[large] |= self.documents.pop(small)
        self.concept[large] |= self.concept.pop(small)
        return True

    def _fit(self, small: int, large: int) -> bool:
        """No two concepts of the vocabulary, none kept apart, no stranger of one's own document."""
        if self.concept[small] and self.concept[large]:
            return False
        crowded = self.documents[small] & self.documents[large]
        for place in self.members[small]:
            if any(self.find(other) == large for other in self.apart.get(place, ())):
                return False
            # Two terms of one document come together only where that pair itself is certain.
            document = self.entries[place].document
            if self.entries[place].term and document in crowded:
                kin = (o for o in self.certain.get(place, ()) if self.find(o) == large)
                if not any(
                    self.entries[o].term and self.entries[o].document == document for o in kin
                ):
                    return False
        return True

    def firsts(self) -> list[int]:
        """The first entry of each entry's group."""
        first = {root: min(places) for root, places in self.members.items()}
        return [first[self.find(place)] for place in range(len(self.entries))]
