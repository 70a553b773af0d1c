"""What a term brings to its concept: names, who prints them, a definition, a group."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ontology.documents import Documents, language_tag
from ontology.draft import Draft, clean_label, clean_text, label_key
from ontology.model import Source, Term


class Change(NamedTuple):
    """One thing that was added: its kind, as the summary counts it, and what it is, in words."""

    kind: str
    said: str


def gather(
    draft: Draft, term: Term, documents: Documents, *, definitions: bool
) -> Iterator[Change]:
    """Add what a term brings to the concept that it is, and tell what of it was new."""
    language = documents.language(term)
    source = documents.source(term)
    if source and documents.cite(source):
        yield from _speak(source.language, documents)
        yield Change("source", f"source {source.id}")
    yield from _speak(language, documents)
    yield from _names(draft, term, documents, source)
    text = clean_text(term.definition)
    if definitions and text and draft.add_definition(text, language, source.iri if source else ""):
        yield Change("definition", f"definition [{language}]")
    if source and clean_label(term.group):
        new, joins = documents.add_member(draft.concept.iri, term.group, source, language)
        if new:
            yield Change("group", f"group «{clean_label(term.group)}»")
        if joins:
            yield Change("member", f"member of «{clean_label(term.group)}»")


def _speak(language: str, documents: Documents) -> Iterator[Change]:
    if language not in documents.languages:
        documents.speak(language)
        yield Change("language", f"language {language}")


def _names(
    draft: Draft, term: Term, documents: Documents, source: Source | None
) -> Iterator[Change]:
    language = documents.language(term)
    for text, tag in term.names():
        name = clean_label(text)
        own = language if tag == term.language else language_tag(tag) or language
        if not name:
            continue
        yield from _speak(own, documents)
        if draft.add_label(name, own):
            yield Change("label", f"label «{name}» [{own}]")
        if source and draft.add_printed(name, own, source.iri):
            yield Change("printed", f"«{name}» is printed by {source.id}")


def preferred_names(terms: Sequence[Term], documents: Documents) -> dict[str, str]:
    """The name that each language prefers among those of the terms of one concept.

    One that is spelled out before an acronym, then the one that more documents print.
    """
    first: dict[tuple[str, str], str] = {}
    printed: dict[tuple[str, str], set[str]] = {}
    for term in terms:
        name = clean_label(term.name)
        key = documents.language(term), label_key(name)
        first.setdefault(key, name)
        printed.setdefault(key, set()).add(term.document)
    chosen: dict[str, str] = {}
    for key in sorted(first, key=lambda key: (_is_acronym(first[key]), -len(printed[key]))):
        chosen.setdefault(key[0], first[key])
    return chosen


def _is_acronym(name: str) -> bool:
    return len(name) <= 8 and " " not in name and sum(char.isupper() for char in name) > 1
