"""One concept, as a page of text or as JSON: labels, definition, neighbours, notes, sources."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from graph.hierarchy import forest
from ontology.model import Concept, Source, Texts, Vocabulary, last_part, nearest

WIDTH = 88

# A space that may not break, as French has before a colon, is none of these.
_BREAKS = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")


def concept_text(concept: Concept, vocabulary: Vocabulary, language: str) -> str:
    """Everything known of ``concept``, neighbours named in ``language``."""
    by_iri = {other.iri: other for other in vocabulary.concepts}
    sources = {source.iri: source for source in vocabulary.sources}
    label = concept.label(language)
    lines = [marked(label.text, label.language, language), concept.iri, ""]
    if concept.deprecated:
        lines += [*_wrapped(_retired(concept, by_iri, language), ""), ""]
    definition = concept.definition(language)
    if definition:
        lines += [*_wrapped(marked(definition.text, definition.language, language), ""), ""]
    lines += _labels(concept)
    path = forest(vocabulary.concepts).path(concept.iri)
    for word, iris in (
        ("path", path if len(path) > 1 else ()),
        ("broader", concept.broader),
        ("narrower", concept.narrower),
        ("related", concept.related),
    ):
        names = [shown_name(iri, by_iri, language) for iri in iris]
        lines += _row(word, " > ".join(names) if word == "path" else ", ".join(sorted(names)))
    for word, texts in (
        ("scope note", concept.scope_notes),
        ("example", concept.examples),
        ("history note", concept.history_notes),
    ):
        lines += _row(word, _nearest(texts, language))
    for source, reading in _readings(concept, language):
        if definition and reading == marked(definition.text, definition.language, language):
            lines += _row("defined by", _cited(source, sources))
        else:
            lines += _row("reading", f"{_cited(source, sources)}: {reading}")
    for collection in vocabulary.collections:
        if concept.iri in collection.members:
            lines += _row("collection", _nearest_one(collection.pref_labels, language))
    for source, printed in _printed(concept).items():
        lines += _row("printed by", f"{_cited(source, sources)}: {', '.join(printed)}")
    for relation, iris in concept.mappings.items():
        lines += _row(relation, ", ".join(iris))
    return "\n".join(lines) + "\n"


def _retired(concept: Concept, by_iri: Mapping[str, Concept], language: str) -> str:
    if not concept.replaced_by:
        return "retired"
    name = shown_name(concept.replaced_by, by_iri, language)
    return f"retired, replaced by {name}: {concept.replaced_by}"


def _labels(concept: Concept) -> Iterable[str]:
    languages = sorted({*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels})
    for language in languages:
        others = [*concept.alt_labels.get(language, ()), *concept.hidden_labels.get(language, ())]
        preferred = concept.pref_labels.get(language, "-")
        yield from _row(language or "-", "; ".join([preferred, *others]))


def _printed(concept: Concept) -> Mapping[str, list[str]]:
    by_source: dict[str, list[str]] = {}
    for printed in concept.printed:
        by_source.setdefault(printed.source, []).append(printed.text)
    return by_source


def _readings(concept: Concept, language: str) -> Iterator[tuple[str, str]]:
    """Each source and what it says, in the nearest language in which it says something."""
    by_source: dict[str, dict[str, list[str]]] = {}
    for text, tag, source in concept.readings:
        by_source.setdefault(source, {}).setdefault(tag, []).append(text)
    for source, texts in sorted(by_source.items()):
        if found := nearest({tag: tag for tag in texts}, language):
            for text in texts[found.language]:
                yield source, marked(text, found.language, language)


def _cited(iri: str, sources: Mapping[str, Source]) -> str:
    """A source by its short name and who publishes it, or its title, or its IRI alone."""
    known = sources.get(iri)
    told = (known.publisher or known.title) if known else ""
    return f"{known.id} ({told})" if known and told else iri


def _nearest(texts: Texts, language: str) -> str:
    return _nearest_one({tag: some[0] for tag, some in texts.items() if some}, language)


def _nearest_one(texts: Mapping[str, str], language: str) -> str:
    found = nearest(texts, language)
    return marked(found.text, found.language, language) if found else ""


def marked(text: str, language: str, wanted: str) -> str:
    """The text on one line, and its language where it is not the one asked for."""
    text = _BREAKS.sub(" ", text).strip(" ")
    return text if language.lower() in ("", wanted.lower()) else f"{text} [{language}]"


def shown_name(iri: str, by_iri: Mapping[str, Concept], language: str) -> str:
    """What to call a concept of the graph, or one that it only names."""
    if iri not in by_iri:
        return last_part(iri)
    label = by_iri[iri].label(language)
    return marked(label.text, label.language, language)


def _row(word: str, text: str) -> list[str]:
    return _wrapped(text, f"{word}:  ".rjust(14)) if text else []


def _wrapped(text: str, lead: str) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )


def concept_json(concept: Concept) -> dict[str, object]:
    """The concept as a JSON object whose keys are the names of SKOS; what is empty is left out."""
    values: dict[str, object] = {
        "iri": concept.iri,
        "notation": concept.notation,
        "prefLabel": dict(concept.pref_labels),
        "altLabel": {tag: list(texts) for tag, texts in concept.alt_labels.items()},
        "hiddenLabel": {tag: list(texts) for tag, texts in concept.hidden_labels.items()},
        "definition": {tag: list(texts) for tag, texts in concept.definitions.items()},
        "scopeNote": {tag: list(texts) for tag, texts in concept.scope_notes.items()},
        "example": {tag: list(texts) for tag, texts in concept.examples.items()},
        "historyNote": {tag: list(texts) for tag, texts in concept.history_notes.items()},
        "broader": list(concept.broader),
        "narrower": list(concept.narrower),
        "related": list(concept.related),
        "printed": [printed._asdict() for printed in concept.printed],
        "readings": [reading._asdict() for reading in concept.readings],
        **{relation: list(iris) for relation, iris in concept.mappings.items()},
        "deprecated": concept.deprecated,
        "isReplacedBy": concept.replaced_by,
    }
    return {key: value for key, value in values.items() if value}
