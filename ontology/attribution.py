"""What a concept's ``sources:`` says → who prints which label, and how each source reads it."""

from collections.abc import Iterator, Mapping, Sequence

from ontology.model import LABELS, PrintedLabel, Reading, Source, Texts
from ontology.names import did_you_mean
from ontology.scheme import DescribedSource
from ontology.yaml_lines import Value

Cited = tuple[Source, Mapping[str, Value]]
"""A source that prints a concept, and what stands under it: ``group``, ``prints``, ``reads``."""


def under_sources(entry: Value) -> Mapping[str, Value]:
    """Short name of each source under a concept's ``sources:``, and what stands under it."""
    found = entry.mapping()
    return found["sources"].mapping() if "sources" in found else {}


def cited_sources(entry: Value, sources: Mapping[str, DescribedSource]) -> Iterator[Cited]:
    """The sources under a concept; Problem for a source or group that was never described."""
    for key, value in under_sources(entry).items():
        if key not in sources:
            raise value.problem(f"{key!r} is no source of sources.yaml", did_you_mean(key, sources))
        described = sources[key]
        found = value.mapping(allowed=("group", "prints", "reads"), required=("prints",))
        if "group" in found and found["group"].text() not in described.groups:
            group = found["group"].text()
            raise found["group"].problem(
                f"{group!r} is no group of {key}", did_you_mean(group, described.groups)
            )
        yield described.source, found


def printed_labels(
    slug: str, cited: Sequence[Cited], blocks: Mapping[str, Texts]
) -> Iterator[PrintedLabel]:
    """Every label that a source prints must be one of the concept's, in the source's language."""
    for source, found in cited:
        block = blocks.get(source.language, {})
        labels = [label for kind in LABELS for label in block.get(kind, ())]
        for label in found["prints"].list():
            if label.text() not in labels:
                raise label.problem(
                    f"{label.text()!r} is no label of {slug!r} in {source.language!r}",
                    did_you_mean(label.text(), labels),
                )
        for text in found["prints"].texts():
            yield PrintedLabel(text, source.language, source.iri)


def readings(cited: Sequence[Cited], languages: Sequence[str]) -> Iterator[Reading]:
    """What each source says, in every language of the scheme: else they can't be compared."""
    for source, found in cited:
        if "reads" in found:
            texts = found["reads"].mapping(allowed=languages, required=languages)
            for language in languages:
                yield Reading(texts[language].text(), language, source.iri)
