"""The files of a vocabulary → ``Vocabulary``, with every mistake told by file and line.

A vocabulary is a folder: ``scheme.yaml``, ``sources.yaml``, ``mappings.yaml`` and a file a subject
in ``vocabulary/``. This module takes the texts of these files, by name.
"""

import re
from collections.abc import Iterator, Mapping

from ontology.attribution import groups_of, under_sources
from ontology.concept_entry import Folder, parse_concept
from ontology.hierarchy import ancestors, first_in_a_circle
from ontology.model import MAPPINGS, Collection, Concept, Texts, Vocabulary
from ontology.names import did_you_mean
from ontology.problem import Problem
from ontology.scheme import ABSOLUTE_IRI, parse_scheme, parse_sources
from ontology.yaml_lines import Value, parse

FILES = ("scheme.yaml", "sources.yaml", "mappings.yaml")
"""Those that stand beside the folder ``vocabulary/``."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def parse_vocabulary(files: Mapping[str, str]) -> Vocabulary:
    """The vocabulary that ``files`` (name → text) describe.

    Names are relative to the folder: ``scheme.yaml``, ``vocabulary/sales.yaml``. Raises Problem
    with file and line for the first thing that cannot be right.
    """
    _check_names(files)
    scheme_file = parse(files["scheme.yaml"], "scheme.yaml")
    scheme = parse_scheme(scheme_file)
    sources = parse_sources(parse(files.get("sources.yaml", ""), "sources.yaml"), scheme)
    entries = _entries(files)
    mappings = _mappings(parse(files.get("mappings.yaml", ""), "mappings.yaml"), entries)
    folder = Folder(scheme, sources, entries, mappings)
    concepts = tuple(parse_concept(slug, folder) for slug in sorted(entries))
    _check_top_concepts(scheme_file.mapping()["topConcepts"], entries)
    _check_hierarchy(concepts, folder)
    described = tuple(described.source for described in sources.values())
    return Vocabulary(scheme, described, tuple(_collections(folder)), concepts)


def _check_names(files: Mapping[str, str]) -> None:
    if "scheme.yaml" not in files:
        raise Problem("scheme.yaml", "is missing", "a vocabulary is a folder with it inside")
    for name in sorted(files):
        if name not in FILES and not name.startswith("vocabulary/"):
            raise Problem(name, "is no file of a vocabulary", did_you_mean(name, FILES))


# --- the concepts ----------------------------------------------------------------------------


def _entries(files: Mapping[str, str]) -> dict[str, Value]:
    """Slug → what stands under it, over all subject files."""
    entries: dict[str, Value] = {}
    for name in sorted(files):
        if not name.startswith("vocabulary/"):
            continue
        for slug, entry in parse(files[name], name).mapping().items():
            if not _SLUG.fullmatch(slug):
                raise entry.problem(
                    f"{slug!r} is no identifier", "use lower-case English words joined by hyphens"
                )
            if slug in entries:
                first = entries[slug]
                raise entry.problem(f"{slug!r} stands already in {first.file}:{first.line}")
            entries[slug] = entry
    return entries


def _mappings(value: Value, entries: Mapping[str, Value]) -> dict[str, Texts]:
    mappings: dict[str, Texts] = {}
    for slug, relations in value.mapping().items():
        if slug not in entries:
            raise relations.problem(f"{slug!r} is no concept", did_you_mean(slug, entries))
        found = relations.mapping(allowed=MAPPINGS)
        for iri in (iri for iris in found.values() for iri in iris.list()):
            if not ABSOLUTE_IRI.fullmatch(iri.text()):
                raise iri.problem(f"{iri.text()!r} is no IRI", "it begins with https:// or http://")
        mappings[slug] = {relation: iris.texts() for relation, iris in found.items()}
    return mappings


# --- what only the whole shows ---------------------------------------------------------------


def _collections(folder: Folder) -> Iterator[Collection]:
    """A collection for each group of each source."""
    members: dict[tuple[str, str], list[str]] = {}
    for slug, entry in sorted(folder.entries.items()):
        for key, printing in under_sources(entry).items():
            for group in dict.fromkeys(groups_of(printing)):
                members.setdefault((key, group), []).append(folder.iri(slug))
    for key, described in folder.sources.items():
        for group, labels in described.groups.items():
            iri = folder.iri(f"collection/{key}-{group}")
            source = described.source.iri
            yield Collection(iri, labels, tuple(members.get((key, group), ())), source)


def _check_top_concepts(value: Value, entries: Mapping[str, Value]) -> None:
    tops = value.texts()
    for top in value.list():
        if top.text() not in entries:
            raise top.problem(f"{top.text()!r} is no concept", did_you_mean(top.text(), entries))
    for slug, entry in sorted(entries.items()):
        found = entry.mapping()
        if "replacedBy" in found:
            if slug in tops:
                raise entry.problem(f"{slug!r} is a top concept and retired", "choose one")
            continue
        has_broader = "broader" in found and bool(found["broader"].list())
        if slug in tops and has_broader:
            raise entry.problem(f"{slug!r} is a top concept and has a broader one", "choose one")
        if slug not in tops and not has_broader:
            raise entry.problem(
                f"{slug!r} has no broader concept", "give it one, or list it in topConcepts"
            )


def _check_hierarchy(concepts: tuple[Concept, ...], folder: Folder) -> None:
    """No concept is broader than itself, and none is related to an ancestor (S27)."""
    broader = {concept.iri: concept.broader for concept in concepts}
    circular = first_in_a_circle(broader)
    if circular:
        slug = circular.removeprefix(folder.scheme.iri)
        place = folder.entries[slug].mapping()["broader"]
        raise place.problem(f"{slug!r} comes back to itself by broader", "break the circle")
    for concept in concepts:
        above = ancestors(concept.iri, broader) if concept.related else set()
        for other in concept.related:
            if other in above or concept.iri in ancestors(other, broader):
                place = folder.entries[concept.notation].mapping()["related"]
                raise place.problem(
                    f"{other.removeprefix(folder.scheme.iri)!r} is related and also an ancestor or "
                    f"descendant of {concept.notation!r}",
                    "keep broader, take out related",
                )
