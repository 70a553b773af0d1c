"""What stands under the identifier of a concept → ``Concept``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.attribution import (
    cited_sources,
    one_or_more,
    printed_labels,
    readings,
    sourced_definitions,
)
from ontology.model import LABELS, NOTES, Concept, ConceptScheme, Reading, Texts
from ontology.names import did_you_mean
from ontology.scheme import DescribedSource
from ontology.yaml_lines import Value


@dataclass(frozen=True, slots=True)
class Folder:
    """What the files say, before it is one vocabulary. ``entries``: slug → what stands under it."""

    scheme: ConceptScheme
    sources: Mapping[str, DescribedSource]
    entries: Mapping[str, Value]
    mappings: Mapping[str, Texts]

    def iri(self, slug: str) -> str:
        return self.scheme.iri + slug


def parse_concept(slug: str, folder: Folder) -> Concept:
    """The concept that stands under ``slug``."""
    languages = folder.scheme.languages
    entry = folder.entries[slug]
    found = entry.mapping(allowed=("replacedBy", "broader", "related", *languages, "sources"))
    blocks = {tag: _language_block(found[tag]) for tag in languages if tag in found}
    if not blocks:
        raise entry.problem(f"{slug!r} has no label in any language", "write a block such as en:")

    def texts(key: str) -> Texts:
        return {tag: block[key] for tag, block in blocks.items() if key in block}

    iri = folder.iri(slug)
    cited = tuple(cited_sources(entry, folder.sources))
    defined = tuple(sourced_definitions(cited, languages))
    return Concept(
        iri=iri,
        pref_labels={tag: block["prefLabel"][0] for tag, block in blocks.items()},
        alt_labels=texts("altLabel"),
        hidden_labels=texts("hiddenLabel"),
        definitions=_all_definitions(texts("definition"), defined),
        scope_notes=texts("scopeNote"),
        examples=texts("example"),
        history_notes=texts("historyNote"),
        notation=slug,
        broader=_links("broader", slug, folder),
        related=_links("related", slug, folder),
        mappings=folder.mappings.get(slug, {}),
        printed=tuple(printed_labels(slug, cited, blocks, languages)),
        readings=(*defined, *readings(cited, languages)),
        schemes=(folder.scheme.iri,),
        top_concept_of=(folder.scheme.iri,) if iri in folder.scheme.top_concepts else (),
        deprecated="replacedBy" in found,
        replaced_by=_successor(slug, folder),
    )


def _all_definitions(own: Texts, sourced: Iterable[Reading]) -> Texts:
    """Those of the vocabulary's own first; every viewer shows plain ones."""
    texts = {tag: dict.fromkeys(some) for tag, some in own.items()}
    for text, language, _ in sourced:
        texts.setdefault(language, {})[text] = None
    return {tag: tuple(some) for tag, some in texts.items()}


def _successor(slug: str, folder: Folder) -> str:
    """IRI of the concept that replaces a retired one, or nothing.

    A retired concept keeps its names and notes alone; whoever pointed to it points to the other.
    """
    found = folder.entries[slug].mapping()
    if "replacedBy" not in found:
        return ""
    for key in ("broader", "related", "sources"):
        if key in found:
            raise found[key].problem(f"{slug!r} is retired and has {key}", f"take {key} out")
    other = found["replacedBy"].text()
    if other not in folder.entries or other == slug:
        raise found["replacedBy"].problem(
            f"replacedBy names {other!r}, which is no other concept",
            did_you_mean(other, set(folder.entries) - {slug}),
        )
    _check_in_use("replacedBy", found["replacedBy"], folder)
    return folder.iri(other)


def _check_in_use(key: str, value: Value, folder: Folder) -> None:
    """Problem where a retired concept is named."""
    entry = folder.entries[value.text()].mapping()
    if "replacedBy" in entry:
        raise value.problem(
            f"{key} names {value.text()!r}, which is retired",
            f"write {entry['replacedBy'].text()!r} in its place",
        )


def _language_block(value: Value) -> dict[str, tuple[str, ...]]:
    found = value.mapping(allowed=(*LABELS, *NOTES), required=("prefLabel",))
    block: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, str] = {}
    for key, content in found.items():
        block[key] = _texts(key, content)
        for label in block[key] if key in LABELS else ():
            if label in kinds:
                # S13: the three kinds of label are disjoint.
                raise content.problem(f"{label!r} is {kinds[label]} already", "keep one of the two")
            kinds[label] = key
    return block


def _texts(key: str, content: Value) -> tuple[str, ...]:
    if key in ("altLabel", "hiddenLabel"):
        return content.texts()
    if key == "prefLabel":
        return (content.text(),)
    return tuple(dict.fromkeys(text.text() for text in one_or_more(content)))


def _links(key: str, slug: str, folder: Folder) -> tuple[str, ...]:
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
        _check_in_use(key, value, folder)
    return tuple(folder.iri(other) for other in found[key].texts())
