"""A vocabulary while matches are merged into it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ontology.decided import Decided, TermKey, term_key
from ontology.documents import Documents
from ontology.draft import Draft, concept_of, draft_of
from ontology.gather import Change, gather, preferred_names
from ontology.model import Concept, Vocabulary
from ontology.resolve import Resolved
from ontology.retire import redirected, relations, retired, take_over


class Working:
    """The concepts by IRI, drafts of those that change, and the relations between them."""

    def __init__(self, vocabulary: Vocabulary, documents: Documents, resolved: Resolved) -> None:
        self._vocabulary = vocabulary
        self._base = vocabulary.scheme.iri
        self._documents = documents
        self._resolved = resolved
        self._concepts = {concept.iri: concept for concept in vocabulary.concepts}
        self._drafts: dict[str, Draft] = {}
        self._successor = {
            self._base + slug: self._base + kept for slug, kept in resolved.retired.items()
        }
        self.links, self._lost = relations(vocabulary.concepts, self._successor)
        self.top_concepts = dict.fromkeys(vocabulary.scheme.top_concepts)

    def concept(self, slug: str) -> str:
        """The IRI of the concept that an identifier names now; empty where it names none."""
        iri = self._base + self._resolved.concept.get(slug, slug)
        seen = set[str]()
        while iri in self._concepts and self._concepts[iri].deprecated and iri not in seen:
            seen.add(iri)
            iri = self._concepts[iri].replaced_by
        iri = self._successor.get(iri, iri)
        made = iri.removeprefix(self._base) in self._resolved.made
        return iri if slug and (made or iri in self._concepts) else ""

    def _draft(self, iri: str) -> Draft:
        if iri not in self._drafts:
            slug = iri.removeprefix(self._base)
            schemes = (self._base,) if self._base else ()
            new = Concept(iri, notation=slug, schemes=schemes)
            self._drafts[iri] = draft_of(self._concepts.get(iri, new))
        return self._drafts[iri]

    def retire(self) -> None:
        """Concepts that are one with another give it all they have."""
        for iri, kept in sorted(self._successor.items()):
            take_over(self._draft(kept), self._concepts[iri])
        self._documents.replace_members(self._successor)
        for iri, kept in self._successor.items():
            self._concepts[iri] = retired(self._concepts[iri], self._drafts[kept])
        for iri, concept in self._concepts.items():
            if concept.deprecated:
                self._concepts[iri] = redirected(concept, self._successor)

    def gather(
        self, terms: Sequence[Decided], *, definitions: bool
    ) -> Mapping[TermKey, list[Change]]:
        """Give each concept what its terms bring; what of it was new, by term."""
        by_concept: dict[str, list[Decided]] = {}
        for one in terms:
            if iri := self.concept(self._resolved.of(one)):
                by_concept.setdefault(iri, []).append(one)
        changes: dict[TermKey, list[Change]] = {}
        for iri, some in sorted(by_concept.items()):
            new = iri not in self._concepts
            draft = self._draft(iri)
            preferred = preferred_names([one.term for one in some], self._documents)
            for one in some:
                changes[term_key(one.term)] = self._retirements(one, iri)
            if new:
                slug = iri.removeprefix(self._base)
                changes[term_key(some[0].term)].append(Change("new concept", f"concept {slug}"))
            for language, name in preferred.items():
                if language not in draft.preferred and draft.add_label(name, language):
                    said = Change("label", f"label «{name}» [{language}]")
                    changes[term_key(some[0].term)].append(said)
            for one in some:
                found = gather(draft, one.term, self._documents, definitions=definitions)
                changes[term_key(one.term)] += found
        return changes

    def _retirements(self, one: Decided, kept: str) -> list[Change]:
        """What a term retires by being two concepts, and the relations that go with it."""
        slugs = self._resolved.retired_by.get(term_key(one.term), [])
        lost = [Change("lost", said) for said in self._lost] if slugs else []
        if slugs:
            self._lost = []
        successor = kept.removeprefix(self._base)
        return [Change("retired", f"{slug} is replaced by {successor}") for slug in slugs] + lost

    def result(self) -> Vocabulary:
        """The vocabulary as it is now."""
        made = {iri: concept_of(draft) for iri, draft in self._drafts.items()}
        concepts = {**self._concepts, **made}
        tops = self._tops(concepts)
        scheme = replace(
            self._vocabulary.scheme,
            languages=tuple(self._documents.languages),
            top_concepts=tuple(tops),
        )
        return Vocabulary(
            scheme,
            self._documents.all_sources(),
            self._documents.collections(),
            tuple(self._linked(concepts[iri], tops) for iri in sorted(concepts)),
        )

    def _tops(self, concepts: Mapping[str, Concept]) -> dict[str, None]:
        """The top concepts there were and still are, then every other with nothing above it."""
        rootless = {
            iri: None
            for iri, concept in sorted(concepts.items())
            if not concept.deprecated and not self.links.broader.get(iri)
        }
        kept = dict.fromkeys(self._successor.get(iri, iri) for iri in self.top_concepts)
        return {**{iri: None for iri in kept if iri in rootless}, **rootless}

    def _linked(self, concept: Concept, tops: Mapping[str, None]) -> Concept:
        broader = tuple(self.links.broader.get(concept.iri, ()))
        related = tuple(self.links.related.get(concept.iri, ()))
        top = (self._base,) if concept.iri in tops else ()
        if (broader, related, top) == (concept.broader, concept.related, concept.top_concept_of):
            return concept
        return replace(concept, broader=broader, related=related, top_concept_of=top)
