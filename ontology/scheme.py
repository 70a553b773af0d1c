"""``scheme.yaml`` and ``sources.yaml`` → the scheme and the sources of a vocabulary."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ontology.model import ConceptScheme, Source
from ontology.names import did_you_mean
from ontology.yaml_lines import Value

ABSOLUTE_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def parse_scheme(value: Value) -> ConceptScheme:
    """The concept scheme that ``scheme.yaml`` describes; all its keys are required."""
    keys = (
        *("iri", "prefix", "languages", "title", "description", "creator", "license"),
        *("version", "issued", "modified", "topConcepts"),
    )
    found = value.mapping(allowed=keys, required=keys)
    iri = found["iri"].text()
    if not ABSOLUTE_IRI.fullmatch(iri) or iri[-1] not in "/#":
        raise found["iri"].problem(
            f"{iri!r} is not a base IRI", "it begins with https:// and ends in / or #"
        )
    languages = found["languages"].texts()
    return ConceptScheme(
        iri=iri,
        prefix=found["prefix"].text(),
        languages=languages,
        title=_by_language(found["title"], languages),
        description=_by_language(found["description"], languages),
        creator=found["creator"].text(),
        license=found["license"].text(),
        version=found["version"].text(),
        issued=found["issued"].text(),
        modified=found["modified"].text(),
        top_concepts=tuple(iri + slug for slug in found["topConcepts"].texts()),
    )


def _by_language(value: Value, languages: tuple[str, ...]) -> dict[str, str]:
    return {tag: text.text() for tag, text in value.mapping(allowed=languages).items()}


@dataclass(frozen=True, slots=True)
class DescribedSource:
    """A source, and the labels of its groups by name and language."""

    source: Source
    groups: Mapping[str, Mapping[str, str]]


def parse_sources(value: Value, scheme: ConceptScheme) -> dict[str, DescribedSource]:
    """The sources of ``sources.yaml`` by their short name, in the order of the file."""
    return {key: _source(key, described, scheme) for key, described in value.mapping().items()}


def _source(key: str, value: Value, scheme: ConceptScheme) -> DescribedSource:
    keys = ("title", "language", "publisher", "kind", "entries")
    found = value.mapping(allowed=(*keys, "groups"), required=keys)
    if not found["entries"].text().isdecimal():
        raise found["entries"].problem("the number of entries should stand here")
    language = found["language"].text()
    if language not in scheme.languages:
        raise found["language"].problem(
            f"{language!r} is no language of scheme.yaml", did_you_mean(language, scheme.languages)
        )
    source = Source(
        iri=f"{scheme.iri}source/{key}",
        id=key,
        title=found["title"].text(),
        language=language,
        publisher=found["publisher"].text(),
        kind=found["kind"].text(),
        entries=int(found["entries"].text()),
    )
    groups = found["groups"].mapping() if "groups" in found else {}
    return DescribedSource(
        source, {group: _by_language(labels, scheme.languages) for group, labels in groups.items()}
    )
