"""The files of a vocabulary → ``Vocabulary``, with every mistake told by file and line.

A vocabulary is a folder: ``scheme.yaml``, ``sources.yaml``, ``mappings.yaml`` and a file a subject
in ``vocabulary/``. This module takes the texts of these files, by name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ontology.attribution import cited_sources, printed_labels, readings, under_sources
from ontology.model import (
    LABELS,
    MAPPINGS,
    NOTES,
    Collection,
    Concept,
    ConceptScheme,
    Texts,
    Vocabulary,
)
from ontology.names import did_you_mean
from ontology.problem import Problem
from ontology.scheme import ABSOLUTE_IRI, DescribedSource, parse_scheme, parse_sources
from ontology.yaml_lines import Value, parse

FILES = ("scheme.yaml", "sources.yaml", "mappings.yaml")
"""Those that stand beside the folder ``vocabulary/``."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class _Folder:
    """What the files say, before it is one vocabulary. ``entries``: slug → what stands under it."""

    scheme: ConceptScheme
    sources: Mapping[str, DescribedSource]
    entries: Mapping[str, Value]
    mappings: Mapping[str, Texts]

    def iri(self, slug: str) -> str:
        return self.scheme.iri + slug


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
    folder = _Folder(scheme, sources, entries, mappings)
    concepts = tuple(_concept(slug, folder) for slug in sorted(entries))
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


def _concept(slug: str, folder: _Folder) -> Concept:
    languages = folder.scheme.languages
    entry = folder.entries[slug]
    found = entry.mapping(allowed=("broader", "related", *languages, "sources"))
    blocks = {tag: _language_block(found[tag]) for tag in languages if tag in found}
    if not blocks:
        raise entry.problem(f"{slug!r} has no label in any language", "write a block such as en:")

    def texts(key: str) -> Texts:
        return {tag: block[key] for tag, block in blocks.items() if key in block}

    iri = folder.iri(slug)
    cited = tuple(cited_sources(entry, folder.sources))
    return Concept(
        iri=iri,
        pref_labels={tag: block["prefLabel"][0] for tag, block in blocks.items()},
        alt_labels=texts("altLabel"),
        hidden_labels=texts("hiddenLabel"),
        definitions=texts("definition"),
        scope_notes=texts("scopeNote"),
        examples=texts("example"),
        history_notes=texts("historyNote"),
        notation=slug,
        broader=_links("broader", slug, folder),
        related=_links("related", slug, folder),
        mappings=folder.mappings.get(slug, {}),
        printed=tuple(printed_labels(slug, cited, blocks)),
        readings=tuple(readings(cited, languages)),
        schemes=(folder.scheme.iri,),
        top_concept_of=(folder.scheme.iri,) if iri in folder.scheme.top_concepts else (),
    )


def _language_block(value: Value) -> dict[str, tuple[str, ...]]:
    found = value.mapping(allowed=(*LABELS, *NOTES), required=("prefLabel",))
    block: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, str] = {}
    for key, content in found.items():
        block[key] = content.texts() if key in ("altLabel", "hiddenLabel") else (content.text(),)
        for label in block[key] if key in LABELS else ():
            if label in kinds:
                # S13: the three kinds of label are disjoint.
                raise content.problem(f"{label!r} is {kinds[label]} already", "keep one of the two")
            kinds[label] = key
    return block


def _links(key: str, slug: str, folder: _Folder) -> tuple[str, ...]:
    found = folder.entries[slug].mapping()
    if key not in found:
        return ()
    for value in found[key].list():
        if value.text() == slug:
            raise value.problem(f"{slug!r} is {key} to itself", "take it out")
        if value.text() not in folder.entries:
            raise value.problem(
                f"{key} names {value.text()!r}, which is no concept",
                did_you_mean(value.text(), folder.entries),
            )
    return tuple(folder.iri(other) for other in found[key].texts())


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


def _collections(folder: _Folder) -> Iterator[Collection]:
    """A collection for each group of each source."""
    members: dict[tuple[str, str], list[str]] = {}
    for slug, entry in sorted(folder.entries.items()):
        for key, printing in under_sources(entry).items():
            if "group" in printing.mapping():
                group = printing.mapping()["group"].text()
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
        has_broader = "broader" in found and bool(found["broader"].list())
        if slug in tops and has_broader:
            raise entry.problem(f"{slug!r} is a top concept and has a broader one", "choose one")
        if slug not in tops and not has_broader:
            raise entry.problem(
                f"{slug!r} has no broader concept", "give it one, or list it in topConcepts"
            )


def _check_hierarchy(concepts: tuple[Concept, ...], folder: _Folder) -> None:
    """No concept is broader than itself, and none is related to an ancestor (S27)."""
    broader = {concept.iri: concept.broader for concept in concepts}
    above = {concept.iri: _ancestors(concept.iri, broader) for concept in concepts}
    for concept in concepts:
        entry = folder.entries[concept.notation].mapping()
        if concept.iri in above[concept.iri]:
            raise entry["broader"].problem(
                f"{concept.notation!r} comes back to itself by broader", "break the circle"
            )
        for other in concept.related:
            if other in above[concept.iri] or concept.iri in above[other]:
                raise entry["related"].problem(
                    f"{other.removeprefix(folder.scheme.iri)!r} is related and also an ancestor or "
                    f"descendant of {concept.notation!r}",
                    "keep broader, take out related",
                )


def _ancestors(iri: str, broader: Mapping[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(broader[iri])
    while waiting:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting += broader[above]
    return found
