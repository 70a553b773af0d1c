"""Decided terms and a vocabulary → which concept each identifier names when all is merged.

Two concepts become one where a person accepted one term as both, or accepted as one concept a
term that an earlier merge made another.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ontology.decided import Decided, Sets, TermKey, term_key
from ontology.documents import Documents
from ontology.draft import clean_label, label_key
from ontology.model import Concept, Vocabulary
from ontology.names import did_you_mean

SLUG = re.compile(r"(?=.{1,200}\Z)[a-z0-9]+(-[a-z0-9]+)*")
"""No key of YAML is longer than 1024 characters (YAML 1.2.2, 7.4.2), no file name than 255."""


@dataclass(slots=True)
class Resolved:
    """Identifiers and terms, and what they are after the merge."""

    concept: dict[str, str] = field(default_factory=dict)
    """Identifier → that of the concept that it names."""
    made: set[str] = field(default_factory=set)
    """Identifiers of the new concepts."""
    retired: dict[str, str] = field(default_factory=dict)
    """Identifier of a concept that was one of its own → the one that replaces it."""
    retired_by: dict[TermKey, list[str]] = field(default_factory=dict)
    """The term that said so."""
    refused: dict[TermKey, str] = field(default_factory=dict)
    """Terms that could not be applied, and why, in words."""
    taken: bool = False
    """Whether one was refused because its identifier is that of another concept."""
    unknown: dict[str, str] = field(default_factory=dict)
    """Identifiers that name nothing, and why, in words."""

    def of(self, decided: Decided) -> str:
        """The identifier of the concept that a term is; empty where it is none."""
        if term_key(decided.term) in self.refused:
            return ""
        return next((self.concept[one] for one in decided.named if one in self.concept), "")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is looked up in the vocabulary again and again; concepts by identifier."""

    concepts: Mapping[str, Concept]
    successor: Mapping[str, str]
    printed: Mapping[tuple[str, str], set[str]]
    """Source and key of a label → the concepts at which the source prints it."""
    documents: Documents

    def follow(self, slug: str) -> str:
        return self.successor.get(slug, slug)

    def holds(self, slug: str, decided: Decided) -> bool:
        """Whether a concept has this term already: its document prints the name there."""
        key = label_key(decided.term.name)
        source = self.documents.source(decided.term)
        if source:
            return slug in self.printed.get((source.iri, key), ())
        return any(label_key(text) == key for _, _, text in self.concepts[slug].labels())


def resolve(vocabulary: Vocabulary, terms: Sequence[Decided], documents: Documents) -> Resolved:
    """Which concept each identifier of ``terms`` names, which are new, and which are retired."""
    known = _known(vocabulary, documents)
    resolved = Resolved()
    offered = {one.offers: one for one in terms if one.offers}
    makers: Counter[str] = Counter()
    sets = Sets()
    named = {term_key(one.term): _named(one, known, offered, makers, resolved) for one in terms}
    for one in terms:
        _join(one, named[term_key(one.term)], known, sets)
    for key, also in _became(terms, named, known):
        named[key].append(also)
        sets.join(named[key][0], also)
    for slugs in named.values():
        makers.update(slug for slug in slugs if slug in makers)
    settled = set[int]()
    for slug in [slug for slugs in named.values() for slug in slugs]:
        if id(sets.of(slug)) not in settled:
            settled.add(id(sets.of(slug)))
            _settle(sets.of(slug), known, makers, resolved)
    _blame(terms, named, resolved)
    _refuse(terms, offered, known, resolved)
    return resolved


def _known(vocabulary: Vocabulary, documents: Documents) -> _Known:
    base = vocabulary.scheme.iri
    concepts = {one.iri.removeprefix(base): one for one in vocabulary.concepts}
    in_use = {slug: one for slug, one in concepts.items() if not one.deprecated}
    successor = {}
    for slug in concepts.keys() - in_use.keys():
        seen, here = {slug}, slug
        while here in concepts and concepts[here].deprecated and concepts[here].replaced_by:
            here = concepts[here].replaced_by.removeprefix(base)
            if here in seen:
                break
            seen.add(here)
        successor[slug] = here if here in in_use else ""
    printed: dict[tuple[str, str], set[str]] = {}
    for slug, concept in in_use.items():
        for label in concept.printed:
            printed.setdefault((label.source, label_key(label.text)), set()).add(slug)
    return _Known(in_use, successor, printed, documents)


def _named(
    one: Decided,
    known: _Known,
    offered: Mapping[str, Decided],
    makers: Counter[str],
    resolved: Resolved,
) -> list[str]:
    """The identifiers that a term was decided to be, without those that name nothing."""
    key = term_key(one.term)
    if one.named and not clean_label(one.term.name):
        resolved.refused[key] = "its name has no letter that can be written"
    elif one.same:
        return [
            slug for slug in one.same if known.follow(slug) in known.concepts or slug in offered
        ]
    elif one.makes:
        slug, kept = one.makes, known.follow(one.makes)
        if kept in known.concepts and known.holds(kept, one):
            return [slug]
        if slug in known.concepts:
            resolved.taken = True
            resolved.refused[key] = (
                f"{slug!r} is another concept: decide for `same`, or write another identifier"
            )
        elif slug in known.successor:
            resolved.taken = True
            resolved.refused[key] = f"{slug!r} is retired and names nothing new: write another one"
        elif not SLUG.fullmatch(slug):
            resolved.refused[key] = (
                f"{slug[:80]!r} is no identifier: "
                "write a few lower-case English words joined by hyphens"
            )
        else:
            makers[slug] += 0
            return [slug]
    return []


def _join(one: Decided, slugs: Sequence[str], known: _Known, sets: Sets) -> None:
    """All that a term is is one thing; so is the concept that it would have been by itself."""
    for slug in slugs:
        sets.join(slugs[0], slug)
        if known.follow(slug) in known.concepts:
            sets.join(slug, known.follow(slug))
    new = one.offers not in known.successor and one.offers not in known.concepts
    if slugs and one.same and one.offers and new:
        sets.join(slugs[0], one.offers)


def _became(
    terms: Sequence[Decided], named: Mapping[TermKey, Sequence[str]], known: _Known
) -> Iterable[tuple[TermKey, str]]:
    """Terms that were accepted as one concept, and the other one that an earlier merge made them.

    Only where nothing else can be meant: no other term of the document has that name, one concept
    alone prints it, and prints nothing else of this document.
    """
    names = Counter((one.term.document, label_key(one.term.name)) for one in terms)
    for one in terms:
        source = known.documents.source(one.term)
        name = label_key(one.term.name)
        if not (one.same and named[term_key(one.term)] and source):
            continue
        found = known.printed.get((source.iri, name), set())
        if len(found) == 1 and names[one.term.document, name] == 1:
            (slug,) = found
            own = {label_key(text) for text, _ in one.term.names()}
            printed = known.concepts[slug].printed
            if own >= {label_key(text) for text, _, by in printed if by == source.iri}:
                yield term_key(one.term), slug


def _settle(slugs: Sequence[str], known: _Known, makers: Counter[str], resolved: Resolved) -> None:
    """Give the identifiers of one thing one concept: of the vocabulary, or a new one."""
    there = [slug for slug in slugs if slug in known.concepts]
    making = [slug for slug in slugs if slug in makers]
    if there:
        kept = min(there, key=lambda slug: _rank(slug, known))
        resolved.retired.update({slug: kept for slug in there if slug != kept})
    elif making:
        kept = min(making, key=lambda slug: (-makers[slug], slug))
        resolved.made.add(kept)
    else:
        return
    resolved.concept.update(dict.fromkeys(slugs, kept))


def _rank(slug: str, known: _Known) -> tuple[int, int, str]:
    """Of two concepts the one that more sources print stays, then the one with more labels."""
    concept = known.concepts[slug]
    return -len(concept.sources()), -sum(1 for _ in concept.labels()), slug


def _blame(
    terms: Sequence[Decided], named: Mapping[TermKey, Sequence[str]], resolved: Resolved
) -> None:
    """Each retired concept is told with the first term that was accepted as it and as another."""
    left = set(resolved.retired)
    for one in terms:
        slugs = {*named[term_key(one.term)], one.offers} if named[term_key(one.term)] else set()
        if len(slugs) > 1 and slugs & left:
            resolved.retired_by[term_key(one.term)] = sorted(slugs & left)
            left -= slugs


def _refuse(
    terms: Sequence[Decided],
    offered: Mapping[str, Decided],
    known: _Known,
    resolved: Resolved,
) -> None:
    """Say of each identifier that names nothing why it does not."""
    for one in terms:
        for slug in one.same:
            if slug in resolved.concept:
                continue
            if slug in offered:
                waits = f"{offered[slug].term.name!r} would be {slug!r} and is not decided"
                resolved.unknown[slug] = waits
            elif slug not in resolved.unknown:
                # Looking for near names takes time, and so many are no typing errors.
                near = did_you_mean(slug, known.concepts) if len(resolved.unknown) < 20 else ""
                resolved.unknown[slug] = f"no concept is called {slug!r}" + (
                    f"; {near}" if near else ""
                )
