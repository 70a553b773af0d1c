"""What is aligned: a term of a document, or a concept of the vocabulary, ready to be compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontology.align.likeness import Definition, read_definition
from ontology.align.translation import Lexicon
from ontology.align.wording import Name, take_apart
from ontology.model import Concept, Term, last_part, primary_tag

_VOCABULARY = "\0"
"""The document of a concept: a name that no document has."""
MOST_NAMES = 60
"""Names of one entry that are looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term or a concept. ``place`` is its index among all, concepts first."""

    place: int
    names: tuple[Name, ...]
    definitions: tuple[Definition, ...]
    term: Term | None = None
    concept: Concept | None = None

    @property
    def document(self) -> str:
        return self.term.document if self.term else _VOCABULARY

    @property
    def language(self) -> str:
        return primary_tag(self.term.language) if self.term else ""

    @property
    def label(self) -> str:
        if self.term:
            return self.term.name
        return self.names[0].text if self.names else ""

    @property
    def slug(self) -> str:
        return (self.concept.notation or last_part(self.concept.iri)) if self.concept else ""

    @property
    def place_in_words(self) -> str:
        """Where it stands, for the reader: ``es44 line 12``."""
        if self.term is None:
            return "the vocabulary"
        name = self.term.document or "the same list"
        return f"{name} line {self.term.line_start}" if self.term.line_start else name

    def in_words(self, language: str) -> tuple[str, str]:
        """What it is called and how it is defined, for a reader of ``language``."""
        if self.concept is None:
            return self.label, self.term.definition if self.term else ""
        definition = self.concept.definition(language)
        return self.concept.label(language).text, definition.text if definition else ""


def documents_of(one: Entry, other: Entry) -> tuple[str, str]:
    """The documents of two entries, in a fixed order."""
    first, second = sorted((one.document, other.document))
    return first, second


def entries(
    concepts: Sequence[Concept], terms: Sequence[Term], lexicon: Lexicon
) -> tuple[Entry, ...]:
    """Concepts and then terms, taken apart."""
    found = [_of_concept(place, concept, lexicon) for place, concept in enumerate(concepts)]
    found += [_of_term(place, term, lexicon) for place, term in enumerate(terms, len(found))]
    return tuple(found)


def _of_term(place: int, term: Term, lexicon: Lexicon) -> Entry:
    language = primary_tag(term.language)
    definitions = [term.definition] if term.definition.strip() else []
    return Entry(
        place,
        tuple(
            lexicon.in_its_language(name)
            for name in _names((text, primary_tag(tag)) for text, tag in term.names())
        ),
        tuple(read_definition(text, language, lexicon) for text in definitions),
        term=term,
    )


def _of_concept(place: int, concept: Concept, lexicon: Lexicon) -> Entry:
    languages = {primary_tag(tag): texts for tag, texts in concept.definitions.items() if texts}
    return Entry(
        place,
        _names((text, primary_tag(tag)) for _, tag, text in concept.labels()),
        tuple(read_definition(texts[0], tag, lexicon) for tag, texts in languages.items()),
        concept=concept,
    )


def _names(texts: Iterable[tuple[str, str]]) -> tuple[Name, ...]:
    found = [take_apart(text, language) for text, language in texts if text.strip()]
    return tuple(found[:MOST_NAMES])
