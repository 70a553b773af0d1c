"""``scheme.yaml`` and ``sources.yaml`` → the scheme and the sources of a vocabulary."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ontology.model import ConceptScheme, Source
from ontology.names import did_you_mean
from ontology.yaml_lines import Value

ABSOLUTE_IRI = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`]+")
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""The shape of BCP 47, section 2.1."""

_PREFIX = re.compile(r"[a-z][a-z0-9]*")
_SOURCE = re.compile(r"[a-z][a-z0-9]*")
_GROUP = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ENTRIES = re.compile(r"[0-9]{1,9}")


def parse_scheme(value: Value) -> ConceptScheme:
    """The concept scheme that ``scheme.yaml`` describes."""
    required = ("iri", "prefix", "languages", "title", "topConcepts")
    optional = ("description", "creator", "license", "version", "issued", "modified")
    found = value.mapping(allowed=(*required, *optional), required=required)
    iri = found["iri"].text()
    if not ABSOLUTE_IRI.fullmatch(iri) or iri[-1] not in "/#":
        raise found["iri"].problem(
            f"{iri!r} is not a base IRI", "it begins with https:// and ends in / or #"
        )
    languages = _languages(found["languages"])
    return ConceptScheme(
        iri=iri,
        prefix=_prefix(found["prefix"]),
        languages=languages,
        title=_by_language(found["title"], languages),
        description=_by_language(found["description"], languages) if "description" in found else {},
        creator=found["creator"].text() if "creator" in found else "",
        license=_license(found["license"]) if "license" in found else "",
        version=found["version"].text() if "version" in found else "",
        issued=_date(found["issued"]) if "issued" in found else "",
        modified=_date(found["modified"]) if "modified" in found else "",
        top_concepts=tuple(iri + slug for slug in found["topConcepts"].texts()),
    )


def _languages(value: Value) -> tuple[str, ...]:
    languages = value.texts()
    if not languages:
        raise value.problem("no language stands here", "write its tag, such as en")
    for tag in value.list():
        if not LANGUAGE_TAG.fullmatch(tag.text()):
            raise tag.problem(f"{tag.text()!r} is no language tag", "write one such as en or pt-BR")
    return languages


def _prefix(value: Value) -> str:
    if not _PREFIX.fullmatch(value.text()):
        raise value.problem(f"{value.text()!r} is no prefix", "use lower-case letters and digits")
    return value.text()


def _license(value: Value) -> str:
    if not ABSOLUTE_IRI.fullmatch(value.text()):
        raise value.problem(f"{value.text()!r} is no IRI", "write the web address of the licence")
    return value.text()


def _date(value: Value) -> str:
    try:
        return date.fromisoformat(value.text()).isoformat()
    except ValueError:
        raise value.problem(
            f"{value.text()!r} is no date", "write year-month-day, such as 2026-01-31"
        ) from None


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
    keys = ("title", "language", "kind", "entries")
    found = value.mapping(allowed=(*keys, "publisher", "groups"), required=keys)
    if not _SOURCE.fullmatch(key):
        # No hyphen: source and group are joined by one in the IRI of a collection.
        raise value.problem(
            f"{key!r} is no name of a source", "use lower-case letters and digits, such as es44"
        )
    if not _ENTRIES.fullmatch(found["entries"].text()):
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
        publisher=found["publisher"].text() if "publisher" in found else "",
        kind=found["kind"].text(),
        entries=int(found["entries"].text()),
    )
    groups = found["groups"].mapping() if "groups" in found else {}
    for group, labels in groups.items():
        if not _GROUP.fullmatch(group):
            raise labels.problem(
                f"{group!r} is no name of a group", "use lower-case words joined by hyphens"
            )
    return DescribedSource(
        source, {group: _by_language(labels, scheme.languages) for group, labels in groups.items()}
    )
