"""How concepts stand to each other: what is broader, what is related, each with its evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ontology.align.entry import Entry
from ontology.align.genus import heads, said_kind
from ontology.align.mentions import Names, names_of
from ontology.model import Match, Vocabulary, last_part

_MOST_MENTIONS = 5
"""Concepts that one is proposed to be related to because its definition mentions them."""
_COMMON = 0.1
"""A concept that more than this share of all definitions mention is mentioned by habit."""
_DEEPEST = 1000

_HEAD, _SAID, _SEE, _MENTION, _MUTUAL = 0.7, 0.75, 1.0, 0.55, 0.7


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of one concept to another, by their identifiers."""

    subject: str
    relation: str
    object: str
    score: float
    reason: str


@dataclass(slots=True)
class _Hierarchy:
    """What is broader than what, as far as it is known or proposed; never a circle."""

    above: dict[str, list[str]] = field(default_factory=dict)

    def add(self, narrower: str, broader: str) -> bool:
        if narrower == broader or narrower in self.ancestors(broader):
            return False
        if broader in self.ancestors(narrower):
            return False
        self.above.setdefault(narrower, []).append(broader)
        return True

    def ancestors(self, concept: str) -> set[str]:
        found: set[str] = set()
        waiting = list(self.above.get(concept, ()))
        while waiting and len(found) < _DEEPEST:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self.above.get(one, ())
        return found


def relations(
    vocabulary: Vocabulary,
    concepts: Mapping[str, Sequence[Entry]],
    undecided: Iterable[frozenset[str]],
) -> list[Match]:
    """Rows for the concepts of the terms; ``concepts`` is identifier → its entries.

    ``undecided`` are pairs that may yet be one concept: nothing is said of them. What the
    vocabulary states already is not said again.
    """
    names = names_of({c: [n for e in some for n in e.names] for c, some in concepts.items()})
    hierarchy, known = _stated(vocabulary)
    known |= set(undecided)
    kept = []
    for link in (*_broader(concepts, names), *_related(concepts, names)):
        pair = frozenset((link.subject, link.object))
        if len(pair) < 2 or pair in known:
            continue
        if link.relation == "broader":
            if not hierarchy.add(link.subject, link.object):
                continue
        elif link.object in hierarchy.ancestors(link.subject) or (
            link.subject in hierarchy.ancestors(link.object)
        ):
            continue
        known.add(pair)
        kept.append(link)
    return [row for link in kept for row in _row(link, concepts)]


def _stated(vocabulary: Vocabulary) -> tuple[_Hierarchy, set[frozenset[str]]]:
    slugs = {c.iri: c.notation or last_part(c.iri) for c in vocabulary.concepts}
    hierarchy, pairs = _Hierarchy(), set()
    for concept in vocabulary.concepts:
        slug = slugs[concept.iri]
        for iri in concept.broader:
            hierarchy.above.setdefault(slug, []).append(slugs.get(iri, last_part(iri)))
        for iri in (*concept.broader, *concept.related):
            pairs.add(frozenset((slug, slugs.get(iri, last_part(iri)))))
    return hierarchy, pairs


def _broader(concepts: Mapping[str, Sequence[Entry]], names: Names) -> Iterator[Link]:
    """What definitions say, and then what heads of names say: the narrowest head of each name."""
    for concept, entries in concepts.items():
        for entry in entries:
            if entry.term and entry.term.definition:
                said = said_kind(entry.term.definition, entry.language, names)
                if said and said[0] != concept:
                    words = f"the definition says «{said[1]}» ({entry.place_in_words})"
                    yield Link(concept, "broader", said[0], _SAID, words)
    for concept, entries in concepts.items():
        for entry in entries:
            for name in entry.names:
                found = next((h for h in heads(name, names) if h[0] != concept), None)
                if found and not _stands_for(concepts[found[0]], entries):
                    words = f"«{name.text[:80]}» narrows «{found[1]}» ({entry.place_in_words})"
                    yield Link(concept, "broader", found[0], _HEAD, words)


def _stands_for(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    """Whether two concepts have a name in common, so that neither can narrow the other by it."""
    mine = {name.compact for entry in one for name in entry.names}
    return any(name.compact in mine for entry in other for name in entry.names)


def _related(concepts: Mapping[str, Sequence[Entry]], names: Names) -> Iterator[Link]:
    """Explicit references first, then mentions, those that go both ways before others."""
    for concept, entries in concepts.items():
        for entry in entries:
            for text in entry.term.see if entry.term else ():
                seen = next((found for found, _ in names.in_text(text, entry.language)), "")
                if seen:
                    words = f"«see {text[:80]}» ({entry.place_in_words})"
                    yield Link(concept, "related", seen, _SEE, words)
    mentions = list(_mentions(concepts, names))
    counted = Counter(link.object for link in mentions)
    limit = max(5, _COMMON * sum(bool(e.definitions) for some in concepts.values() for e in some))
    there = {(link.subject, link.object) for link in mentions}
    both = [link for link in mentions if (link.object, link.subject) in there]
    yield from (
        Link(a.subject, a.relation, a.object, _MUTUAL, f"{a.reason}, and the other way round")
        for a in both
    )
    said: Counter[str] = Counter()
    for link in mentions:
        if counted[link.object] <= limit and said[link.subject] < _MOST_MENTIONS:
            said[link.subject] += 1
            yield link


def _mentions(concepts: Mapping[str, Sequence[Entry]], names: Names) -> Iterator[Link]:
    for concept, entries in concepts.items():
        seen = {concept}
        for entry in entries:
            text = entry.term.definition if entry.term else ""
            for other, words in names.in_text(text, entry.language):
                if other not in seen:
                    seen.add(other)
                    said = f"«{words}» stands in the definition ({entry.place_in_words})"
                    yield Link(concept, "related", other, _MENTION, said)


def _row(link: Link, concepts: Mapping[str, Sequence[Entry]]) -> Iterator[Match]:
    """The link as a row about a term: seen from its other end where only that one has terms."""
    subject, relation, other = link.subject, link.relation, link.object
    first = next((entry.term for entry in concepts[subject] if entry.term), None)
    if first is None:
        subject, other = other, subject
        relation = "narrower" if relation == "broader" else relation
        first = next((entry.term for entry in concepts[subject] if entry.term), None)
    if first:
        decision = "accept" if link.score >= _SEE else "propose"
        label, definition = concepts[other][0].in_words(first.language)
        yield Match(first, relation, other, decision, link.score, (link.reason,), label, definition)
