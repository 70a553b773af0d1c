"""A vocabulary → the texts of its folder, as few lines changed as can be.

Comments, order and line breaks of the files there are stay; new concepts stand in a subject file of
their own. What is written is read back by ``parse_vocabulary`` as the same vocabulary.
"""

import difflib
from collections.abc import Mapping, Sequence

from ontology.model import NOTES, Collection, Concept, ConceptScheme, Source, Vocabulary
from ontology.vocabulary import parse_vocabulary
from ontology.yaml_edit import edited
from ontology.yaml_lines import parse
from ontology.yaml_text import Tree

IMPORTED = "imported"
"""The subject of concepts that nobody has given one yet."""

Entry = dict[str, Tree]


def write_vocabulary(
    files: Mapping[str, str], vocabulary: Vocabulary, subject: str = IMPORTED
) -> dict[str, str]:
    """The texts of ``files`` (name → text, as ``parse_vocabulary`` takes them) for ``vocabulary``.

    Without files a folder is made. New concepts go to ``vocabulary/<subject>.yaml``. Raises Problem
    where the files there are cannot be read.
    """
    old = parse_vocabulary(files) if files else Vocabulary(ConceptScheme())
    before, after = _trees(old, old), _trees(vocabulary, old)
    where = _where(files)
    new_file = f"vocabulary/{subject}.yaml"
    texts = dict(files)
    for name in ("scheme.yaml", "sources.yaml", "mappings.yaml"):
        if before[name] != after[name]:
            spaced = name != "scheme.yaml"
            texts[name] = edited(files.get(name, ""), before[name], after[name], spaced=spaced)
    by_file: dict[str, tuple[Entry, Entry]] = {}
    for slug, entry in after["concepts"].items():
        if before["concepts"].get(slug) != entry:
            old_entries, new_entries = by_file.setdefault(where.get(slug, new_file), ({}, {}))
            new_entries[slug] = entry
            if slug in before["concepts"]:
                old_entries[slug] = before["concepts"][slug]
    for name, (old_entries, new_entries) in by_file.items():
        text = files.get(name, _first_lines(files))
        texts[name] = edited(text, old_entries, new_entries, spaced=True)
    return texts


def _where(files: Mapping[str, str]) -> dict[str, str]:
    """Identifier → the subject file in which it stands."""
    subjects = [name for name in files if name.startswith("vocabulary/")]
    return {slug: name for name in subjects for slug in parse(files[name], name).mapping()}


def _first_lines(files: Mapping[str, str]) -> str:
    """The line by which an editor finds the schema, where the other subject files have it."""
    for name in sorted(files):
        first = files[name].partition("\n")[0]
        if name.startswith("vocabulary/") and first.startswith("# yaml-language-server:"):
            return first + "\n"
    return ""


def diff_text(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """What changes between the texts of two folders, file by file, as a unified diff."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for name in sorted(old.keys() | new.keys())
        for line in difflib.unified_diff(
            old.get(name, "").splitlines(keepends=True),
            new.get(name, "").splitlines(keepends=True),
            f"a/{name}" if name in old else "/dev/null",
            f"b/{name}" if name in new else "/dev/null",
        )
    )


# --- what stands in the files ----------------------------------------------------------------


def _trees(vocabulary: Vocabulary, old: Vocabulary) -> dict[str, Entry]:
    """What each file says; the concepts, whatever file they are in, under ``concepts``."""
    base = vocabulary.scheme.iri
    before = {one.iri: one for one in old.concepts}
    sources = {source.iri: source for source in vocabulary.sources}
    groups: dict[tuple[str, str], list[str]] = {}
    labels: dict[str, dict[str, Mapping[str, str]]] = {}
    for one in vocabulary.collections:
        group = _group(one, sources[one.source], base)
        labels.setdefault(one.source, {})[group] = one.pref_labels
        for member in one.members:
            groups.setdefault((member, one.source), []).append(group)
    concepts: Entry = {
        one.notation: _concept(one, before.get(one.iri), vocabulary.scheme, sources, groups)
        for one in vocabulary.concepts
    }
    described: Entry = {one.id: _source(one, labels.get(one.iri, {})) for one in vocabulary.sources}
    mappings: Entry = {
        one.notation: {name: list(iris) for name, iris in one.mappings.items()}
        for one in vocabulary.concepts
        if one.mappings
    }
    return {
        "scheme.yaml": _scheme(vocabulary.scheme),
        "sources.yaml": described,
        "mappings.yaml": mappings,
        "concepts": concepts,
    }


def _group(collection: Collection, source: Source, base: str) -> str:
    return collection.iri.removeprefix(f"{base}collection/{source.id}-")


def _filled(entry: Mapping[str, Tree]) -> Entry:
    return {key: value for key, value in entry.items() if value}


def _scheme(scheme: ConceptScheme) -> Entry:
    optional: Entry = {
        "title": dict(scheme.title),
        "description": dict(scheme.description),
        "creator": scheme.creator,
        "license": scheme.license,
        "version": scheme.version,
        "issued": scheme.issued,
        "modified": scheme.modified,
    }
    return {
        "iri": scheme.iri,
        "prefix": scheme.prefix,
        "languages": list(scheme.languages),
        **_filled(optional),
        "topConcepts": [top.removeprefix(scheme.iri) for top in scheme.top_concepts],
    }


def _source(source: Source, groups: Mapping[str, Mapping[str, str]]) -> Entry:
    return {
        "title": source.title,
        "language": source.language,
        **_filled({"publisher": source.publisher}),
        "kind": source.kind,
        "entries": source.entries,
        **_filled({"groups": {group: dict(labels) for group, labels in groups.items()}}),
    }


def _concept(
    concept: Concept,
    before: Concept | None,
    scheme: ConceptScheme,
    sources: Mapping[str, Source],
    groups: Mapping[tuple[str, str], list[str]],
) -> Entry:
    slugs: Entry = {
        "replacedBy": concept.replaced_by.removeprefix(scheme.iri),
        "broader": [iri.removeprefix(scheme.iri) for iri in concept.broader],
        "related": [iri.removeprefix(scheme.iri) for iri in concept.related],
    }
    blocks: Entry = {tag: _language(concept, before, tag) for tag in scheme.languages}
    cited = dict.fromkeys(printed.source for printed in concept.printed)
    under: Entry = {
        sources[iri].id: _cited(concept, sources[iri], groups.get((concept.iri, iri), []))
        for iri in cited
    }
    return _filled({**slugs, **blocks, "sources": under})


def _language(concept: Concept, before: Concept | None, tag: str) -> Entry:
    """What stands under a language. An own definition stays, even if a source says the same."""
    sourced = {one.text for one in concept.sourced_definitions() if one.language == tag}
    own = set(before.own_definitions().get(tag, ())) if before else set()
    definitions = concept.definitions.get(tag, ())
    block: Entry = {
        "prefLabel": concept.pref_labels.get(tag, ""),
        "altLabel": list(concept.alt_labels.get(tag, ())),
        "hiddenLabel": list(concept.hidden_labels.get(tag, ())),
    }
    for name, field in NOTES.items():
        texts: Sequence[str] = getattr(concept, field).get(tag, ())
        if name == "definition":
            texts = [text for text in definitions if text not in sourced or text in own]
        block[name] = _one_or_more(list(texts))
    return _filled(block)


def _one_or_more(texts: list[str]) -> Tree:
    return texts[0] if len(texts) == 1 else texts


def _cited(concept: Concept, source: Source, groups: list[str]) -> Entry:
    """What stands under a source of a concept."""
    prints: dict[str, list[str]] = {}
    for text, tag, iri in concept.printed:
        if iri == source.iri:
            prints.setdefault(tag, []).append(text)
    defining = dict.fromkeys(concept.sourced_definitions())
    defines: dict[str, list[str]] = {}
    for text, tag, iri in defining:
        if iri == source.iri:
            defines.setdefault(tag, []).append(text)
    reads: Entry = {
        one.language: one.text
        for one in concept.readings
        if one.source == source.iri and one not in defining
    }
    by_language: Entry = {tag: _one_or_more(texts) for tag, texts in defines.items()}
    return _filled(
        {
            "group": _one_or_more(groups),
            "prints": prints[source.language] if [*prints] == [source.language] else {**prints},
            "defines": by_language[source.language]
            if [*by_language] == [source.language]
            else by_language,
            "reads": reads,
        }
    )
