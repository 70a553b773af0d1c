"""Two concepts become one: what both say is kept, one identifier is retired, never used again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ontology.draft import Draft, draft_of
from ontology.links import Links
from ontology.model import Concept

_NOTE = {
    "de": "Mit „{}“ zusammengeführt.",
    "en": "Merged into “{}”.",
    "es": "Fusionado con «{}».",
    "fr": "Fusionné avec « {} ».",
    "it": "Unito a «{}».",
    "pt": "Fundido com «{}».",
}
"""The history note of a retired concept; in other languages an arrow says it."""


def take_over(kept: Draft, other: Concept) -> None:
    """``kept`` gets every label, note, definition, mapping and printed label of ``other``."""
    for kind, language, text in other.labels():
        kept.add_label(text, language, hidden=kind == "hiddenLabel")
    taken = draft_of(other)
    for language, texts in taken.own.items():
        for text in texts:
            kept.add_definition(text, language)
    for text, language, source in taken.defining:
        kept.add_definition(text, language, source)
    for name, by_language in taken.notes.items():
        for language, texts in by_language.items():
            kept.notes[name].setdefault(language, {}).update(texts)
    for relation, iris in taken.mappings.items():
        kept.mappings.setdefault(relation, {}).update(iris)
    for label in taken.printed:
        kept.add_printed(*label)
    kept.remarks.update(taken.remarks)


def retired(concept: Concept, kept: Draft) -> Concept:
    """What is left of a concept: its names, so that it can be shown, and where it went."""
    notes = {}
    for language in concept.pref_labels:
        successor = kept.preferred.get(language) or next(iter(kept.preferred.values()), "")
        notes[language] = (_NOTE.get(language.partition("-")[0], "→ {}").format(successor),)
    return Concept(
        iri=concept.iri,
        pref_labels=concept.pref_labels,
        history_notes=notes,
        notation=concept.notation,
        schemes=concept.schemes,
        deprecated=True,
        replaced_by=kept.concept.iri,
    )


def redirected(concept: Concept, by: Mapping[str, str]) -> Concept:
    """A concept retired earlier, whose successor is retired now, says where that went."""
    return replace(concept, replaced_by=by.get(concept.replaced_by, concept.replaced_by))


def relations(concepts: Iterable[Concept], by: Mapping[str, str]) -> tuple[Links, list[str]]:
    """The relations of all concepts with retired ones (IRI → its successor) replaced.

    The second value says in words what had to go: of two concepts that are one, what led from one
    to the other is no relation, and no circle may come of it.
    """
    links = Links()
    concepts = [concept for concept in concepts if not concept.deprecated]
    if not by:
        links.take(
            {one.iri: one.broader for one in concepts}, {one.iri: one.related for one in concepts}
        )
        return links, []
    lost: list[str] = []
    touched = by.keys() | by.values()
    later: list[tuple[bool, str, str]] = []
    for one in concepts:
        for related, others in ((False, one.broader), (True, one.related)):
            moved = one.iri in touched or any(other in touched for other in others)
            for other in others:
                ends = by.get(one.iri, one.iri), by.get(other, other)
                if moved:
                    later.append((related, *ends))
                elif related:
                    links.take({}, {ends[0]: [ends[1]]})
                else:
                    links.take({ends[0]: [ends[1]]}, {})
    # What stands between concepts that stay was right before; of the rest broader goes first.
    for related, concept, other in sorted(later, key=lambda one: one[0]):
        there = links.has_related if related else links.has_broader
        if concept == other or there(concept, other):
            continue
        why = (links.add_related if related else links.add_broader)(concept, other)
        if why:
            kind = "related" if related else "broader"
            lost.append(f"{concept} {kind} {other} went, since {why}")
    return links, lost
