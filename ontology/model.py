"""The values that travel: concepts, what groups them, and who printed their labels.

Names are those of the SKOS Reference (https://www.w3.org/TR/skos-reference/). A language is a
BCP 47 tag in its conventional case (``es``, ``pt-BR``); ``""`` is a text without a language.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

LABELS = {"prefLabel": "pref_labels", "altLabel": "alt_labels", "hiddenLabel": "hidden_labels"}
NOTES = {
    "definition": "definitions",
    "scopeNote": "scope_notes",
    "example": "examples",
    "historyNote": "history_notes",
}
"""The name in SKOS, and the field of ``Concept`` that holds it."""

MAPPINGS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")

Texts = Mapping[str, tuple[str, ...]]
"""Texts by language, in the order of their writer or, from a graph, sorted."""


class InLanguage(NamedTuple):
    """A text and the language it is in, which may be a fallback for the one asked for."""

    text: str
    language: str


class PrintedLabel(NamedTuple):
    """A label as a source prints it: the text, its language, the IRI of the source."""

    text: str
    language: str
    source: str


class Reading(NamedTuple):
    """What one source says of a concept, in words; ``source`` is an IRI."""

    text: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of one document, as it was read."""

    name: str
    """As printed, without number, article and marks."""
    other_names: tuple[str, ...] = ()
    definition: str = ""
    """Paragraphs are divided by a line feed."""
    language: str = ""
    group: str = ""
    """The heading it stands under, as printed."""
    number: str = ""
    """As printed, without its full stop: ``10``, ``3.2``, ``b``."""
    see: tuple[str, ...] = ()
    """Names of other entries that it sends its reader to."""
    line_start: int = 0
    """Where the name stands: a line from 1, a row of a sheet, a paragraph of a Word document."""
    line_end: int = 0
    """The last line of the definition; the line of the name where there is none."""
    document: str = ""
    translations: tuple[str, ...] = ()
    """Those of ``other_names`` that the document says are in another language, as ``de:Kunde``."""

    def names(self) -> tuple[tuple[str, str], ...]:
        """Its names, the printed one first, each with its language."""
        told = {name: tag for tag, _, name in (one.partition(":") for one in self.translations)}
        texts = dict.fromkeys((self.name, *self.other_names, *told))
        return tuple((text, told.get(text, self.language)) for text in texts)


@dataclass(frozen=True, slots=True)
class Match:
    """A proposal for a person to decide: this term is that concept, or stands so to it."""

    term: Term
    relation: str
    """``same``, ``new`` (a concept of its own), ``broader``, ``narrower``, ``related``."""
    concept: str
    """The identifier (slug) of a concept of the vocabulary, or one that another match makes."""
    decision: str
    """``accept``, ``propose`` or ``reject``."""
    score: float = 1.0
    """0 to 1."""
    reasons: tuple[str, ...] = ()
    """The evidence, in words."""
    label: str = ""
    """What the concept is called, and how it is defined: for the reader who decides."""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A SKOS concept as people read it. Relations hold absolute IRIs.

    Holds at most one preferred label a language (S14), so it cannot hold every graph: checks
    read the triples instead.
    """

    iri: str
    pref_labels: Mapping[str, str] = field(default_factory=dict)
    alt_labels: Texts = field(default_factory=dict)
    hidden_labels: Texts = field(default_factory=dict)
    definitions: Texts = field(default_factory=dict)
    scope_notes: Texts = field(default_factory=dict)
    examples: Texts = field(default_factory=dict)
    history_notes: Texts = field(default_factory=dict)
    notation: str = ""
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    mappings: Texts = field(default_factory=dict)
    """Mapping relation (``exactMatch`` …) to IRIs."""
    printed: tuple[PrintedLabel, ...] = ()
    readings: tuple[Reading, ...] = ()
    """What single sources say of it: worth a look where they disagree.

    One whose text is also a definition is how that source defines it; the others are short notes.
    """
    schemes: tuple[str, ...] = ()
    top_concept_of: tuple[str, ...] = ()
    deprecated: bool = False
    """Retired: kept, so that its IRI still says what it was, and left out wherever people look."""
    replaced_by: str = ""
    """IRI of the concept to use in its place."""

    def labels(self) -> Iterator[tuple[str, str, str]]:
        """Kind (``prefLabel`` …), language and text of each label, preferred ones first."""
        for language, label in self.pref_labels.items():
            yield "prefLabel", language, label
        for kind, texts in (("altLabel", self.alt_labels), ("hiddenLabel", self.hidden_labels)):
            for language, some in texts.items():
                for label in some:
                    yield kind, language, label

    def label(self, language: str) -> InLanguage:
        """The preferred label in ``language``, or the nearest there is (``nearest``).

        Where a language has no preferred label, its first alternative one; where the concept has
        no label at all, its notation or the end of its IRI, with language ``""``.
        """
        alternative = {tag: texts[0] for tag, texts in self.alt_labels.items() if texts}
        found = nearest({**alternative, **self.pref_labels}, language)
        return found or InLanguage(self.notation or last_part(self.iri), "")

    def definition(self, language: str) -> InLanguage | None:
        """The first definition in ``language``, or in the nearest language that has one."""
        first = {tag: texts[0] for tag, texts in self.definitions.items() if texts}
        return nearest(first, language)

    def sourced_definitions(self) -> tuple[Reading, ...]:
        """The readings that are definitions: which source defines it so."""
        defined = {(text, tag) for tag, texts in self.definitions.items() for text in texts}
        return tuple(one for one in self.readings if (one.text, one.language) in defined)

    def own_definitions(self) -> dict[str, tuple[str, ...]]:
        """The definitions that no source wrote, by language."""
        sourced = {(reading.text, reading.language) for reading in self.readings}
        own = {
            tag: tuple(text for text in texts if (text, tag) not in sourced)
            for tag, texts in self.definitions.items()
        }
        return {tag: texts for tag, texts in own.items() if texts}

    def sources(self) -> tuple[str, ...]:
        """IRIs of the sources that print a label of this concept: derived, never typed twice."""
        return tuple(sorted({printed.source for printed in self.printed}))


def nearest(texts: Mapping[str, str], language: str) -> InLanguage | None:
    """The text to show when ``language`` is asked for; None when there is none in any.

    Lookup of RFC 4647, section 3.4 (``es-MX`` → ``es``); then another region of the same language,
    then English, then a text without a language, then the first tag in order.
    """
    by_lower = {tag.lower(): tag for tag in sorted(texts)}
    wanted = language.lower()
    tries = [wanted]
    while "-" in tries[-1]:
        tries.append(tries[-1].rpartition("-")[0])
    for primary in (tries[-1], "en"):
        tries += [primary, *(tag for tag in by_lower if tag.startswith(f"{primary}-"))]
    tries.append("")
    tag = next((by_lower[tag] for tag in [*tries, *by_lower] if tag in by_lower), None)
    return None if tag is None else InLanguage(texts[tag], tag)


def primary_tag(language: str) -> str:
    """The primary subtag of a BCP 47 tag, in lower case: ``pt`` of ``pt-BR`` (section 2.2.1)."""
    return language.partition("-")[0].lower()


def last_part(iri: str) -> str:
    """The end of an IRI, after its last ``#`` or ``/``: a name when there is no label."""
    return iri.rstrip("#/").replace("#", "/").rpartition("/")[2] or iri


@dataclass(frozen=True, slots=True)
class Source:
    """A document that prints labels: described, never copied."""

    iri: str
    id: str
    """Its short name: ``es44``."""
    title: str = ""
    """In ``language``."""
    language: str = ""
    publisher: str = ""
    kind: str = ""
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Collection:
    """A labelled group of concepts (section 9): takes no broader, is not a concept."""

    iri: str
    pref_labels: Mapping[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    source: str = ""
    """IRI of the source that groups them."""


@dataclass(frozen=True, slots=True)
class ConceptScheme:
    """The vocabulary as a thing of its own (section 4), as its owner describes it."""

    iri: str = ""
    prefix: str = ""
    languages: tuple[str, ...] = ()
    title: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    creator: str = ""
    license: str = ""
    version: str = ""
    issued: str = ""
    """ISO 8601 date, like ``modified``."""
    modified: str = ""
    top_concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Concepts with their scheme, sources and collections: a folder like ``data/``, or a graph."""

    scheme: ConceptScheme
    sources: tuple[Source, ...] = ()
    collections: tuple[Collection, ...] = ()
    concepts: tuple[Concept, ...] = ()
