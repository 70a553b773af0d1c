"""Broader and related between concepts while they change: no circle, nothing that S27 forbids.

The SKOS Reference, section 8: related is disjoint with broader over any number of steps.
"""

from collections.abc import Iterable, Mapping, Sequence

from ontology.hierarchy import ancestors, first_in_a_circle


class Links:
    """The relations of a vocabulary, by IRI, in the order in which they were written."""

    def __init__(self) -> None:
        self.broader: dict[str, dict[str, None]] = {}
        self.related: dict[str, dict[str, None]] = {}
        self._narrower: dict[str, dict[str, None]] = {}
        self._neighbours: dict[str, dict[str, None]] = {}

    def take(
        self, broader: Mapping[str, Sequence[str]], related: Mapping[str, Sequence[str]]
    ) -> None:
        """Add relations that are known to be right."""
        for concept, above in broader.items():
            for other in above:
                self._put_broader(concept, other)
        for concept, others in related.items():
            for other in others:
                self._put_related(concept, other)

    def has_broader(self, concept: str, other: str) -> bool:
        return other in self.broader.get(concept, ())

    def has_related(self, concept: str, other: str) -> bool:
        """In either direction (S23)."""
        return other in self._neighbours.get(concept, ())

    def add_all_broader(self, pairs: Sequence[tuple[str, str]]) -> bool:
        """Put all of them in, where no circle comes of it and nothing is related that stands so.

        Whether that was done. It looks once at the whole, where one by one a chain is walked again
        and again.
        """
        broader = {concept: dict(above) for concept, above in self.broader.items()}
        for concept, other in pairs:
            broader.setdefault(concept, {})[other] = None
        if first_in_a_circle(broader):
            return False
        for concept, others in self.related.items():
            above = ancestors(concept, broader)
            if any(one in above or concept in ancestors(one, broader) for one in others):
                return False
        for concept, other in pairs:
            self._put_broader(concept, other)
        return True

    def add_broader(self, concept: str, other: str) -> str:
        """Put ``other`` above ``concept``; why not, in words, where that cannot be."""
        above = {other, *ancestors(other, self.broader)}
        if concept in above:
            return "it would come back to itself by broader"
        for low in self._with_descendants(concept):
            for near in self._neighbours.get(low, ()):
                if near in above:
                    return "related concepts would stand above one another"
        self._put_broader(concept, other)
        return ""

    def add_related(self, concept: str, other: str) -> str:
        """Relate two concepts; why not, in words, where that cannot be."""
        if concept == other:
            return "both are one concept"
        for one, two in ((concept, other), (other, concept)):
            if one in ancestors(two, self.broader):
                return "one stands above the other already"
        self._put_related(concept, other)
        return ""

    def _put_broader(self, concept: str, other: str) -> None:
        self.broader.setdefault(concept, {})[other] = None
        self._narrower.setdefault(other, {})[concept] = None

    def _put_related(self, concept: str, other: str) -> None:
        self.related.setdefault(concept, {})[other] = None
        self._neighbours.setdefault(concept, {})[other] = None
        self._neighbours.setdefault(other, {})[concept] = None

    def _with_descendants(self, concept: str) -> Iterable[str]:
        seen, waiting = {concept}, [concept]
        while waiting:
            for low in self._narrower.get(waiting.pop(), ()):
                if low not in seen:
                    seen.add(low)
                    waiting.append(low)
        return seen
