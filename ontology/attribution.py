"""What a concept's ``sources:`` says → who prints which label, and how each source reads it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ontology.model import LABELS, PrintedLabel, Reading, Source, Texts
from ontology.names import did_you_mean
from ontology.scheme import DescribedSource
from ontology.yaml_lines import Value

Cited = tuple[Source, Mapping[str, Value]]
"""A source that prints a concept, and what stands under it: ``group``, ``prints`` and so on."""


def under_sources(entry: Value) -> Mapping[str, Value]:
    """Short name of each source under a concept's ``sources:``, and what stands under it."""
    found = entry.mapping()
    return found["sources"].mapping() if "sources" in found else {}


def one_or_more(value: Value) -> list[Value]:
    """The values of a list; a text that stands alone is a list of one."""
    return value.list() if isinstance(value.content, list) else [value]


def groups_of(printing: Value) -> tuple[str, ...]:
    """The groups under which one source lists a concept: ``group: base``, ``group: [a, b]``."""
    found = printing.mapping()
    return tuple(value.text() for value in one_or_more(found["group"])) if "group" in found else ()


def cited_sources(entry: Value, sources: Mapping[str, DescribedSource]) -> Iterator[Cited]:
    """The sources under a concept; Problem for a source or group that was never described."""
    keys = ("group", "prints", "defines", "reads")
    for key, value in under_sources(entry).items():
        if key not in sources:
            raise value.problem(f"{key!r} is no source of sources.yaml", did_you_mean(key, sources))
        described = sources[key]
        found = value.mapping(allowed=keys, required=("prints",))
        for group in one_or_more(found["group"]) if "group" in found else ():
            if group.text() not in described.groups:
                raise group.problem(
                    f"{group.text()!r} is no group of {key}",
                    did_you_mean(group.text(), described.groups),
                )
        yield described.source, found


def _by_language(
    value: Value, source: Source, languages: Sequence[str]
) -> Iterable[tuple[str, Value]]:
    """What stands there by language: of the source, unless languages stand there as keys."""
    if isinstance(value.content, dict):
        return value.mapping(allowed=languages).items()
    return [(source.language, value)]


def printed_labels(
    slug: str, cited: Sequence[Cited], blocks: Mapping[str, Texts], languages: Sequence[str]
) -> Iterator[PrintedLabel]:
    """Every label that a source prints must be one of the concept's, in the same language."""
    for source, found in cited:
        for language, value in _by_language(found["prints"], source, languages):
            block = blocks.get(language, {})
            labels = [label for kind in LABELS for label in block.get(kind, ())]
            for label in value.list():
                if label.text() not in labels:
                    near = did_you_mean(label.text(), labels)
                    raise label.problem(
                        f"{label.text()!r} is no label of {slug!r} in {language!r}",
                        f"{near}; or add it as altLabel or hiddenLabel",
                    )
            for text in value.texts():
                yield PrintedLabel(text, language, source.iri)


def sourced_definitions(cited: Sequence[Cited], languages: Sequence[str]) -> Iterator[Reading]:
    """How each source defines a concept, in the language or languages it is written in."""
    for source, found in cited:
        if "defines" in found:
            for language, value in _by_language(found["defines"], source, languages):
                for text in one_or_more(value):
                    yield Reading(text.text(), language, source.iri)


def readings(cited: Sequence[Cited], languages: Sequence[str]) -> Iterator[Reading]:
    """What each source says, in a few words of the vocabulary's own."""
    for source, found in cited:
        if "reads" in found:
            texts = found["reads"].mapping(allowed=languages)
            for language in (tag for tag in languages if tag in texts):
                yield Reading(texts[language].text(), language, source.iri)
