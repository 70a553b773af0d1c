"""A vocabulary → the values that stand in the page as JSON: what is drawn, and what is told.

Concepts are numbered in the order of IRIs; ``key`` is a concept's name in the page's address.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.map.block import Names
from graph.map.layout import Layout
from graph.network import network
from ontology.model import Collection, Concept, Vocabulary, last_part, nearest

Value = dict[str, Any]
"""A JSON object."""


def languages(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The languages of the concepts' names, the scheme's first in its order; at least ``("",)``."""
    found = {tag for concept in vocabulary.concepts for tag in _tags(concept)}
    first = [tag for tag in vocabulary.scheme.languages if tag in found]
    return tuple(dict.fromkeys([*first, *sorted(found)])) or ("",)


def _tags(concept: Concept) -> Iterable[str]:
    tags = {*concept.pref_labels, *concept.alt_labels, *concept.definitions}
    return tags - {""}


def shown_names(concepts: Iterable[Concept], tags: Sequence[str]) -> Names:
    """IRI → language → the name on the map; one that another language lends bears its tag."""
    return {
        concept.iri: {tag: _shown(*concept.label(tag), tag) for tag in tags} for concept in concepts
    }


def _shown(text: str, language: str, wanted: str) -> str:
    name = " ".join(text.split()) or "—"
    return f"{name} ({language})" if language not in ("", wanted) else name


def keys(concepts: Sequence[Concept]) -> dict[str, str]:
    """IRI → its end, where no other concept ends so, else the IRI itself."""
    ends = Counter(last_part(concept.iri) for concept in concepts)
    return {
        concept.iri: end if ends[end := last_part(concept.iri)] == 1 else concept.iri
        for concept in concepts
    }


def nodes(vocabulary: Vocabulary, layout: Layout, tags: Sequence[str]) -> list[Value]:
    """What is needed to draw each concept, in the order of IRIs."""
    graph = network(vocabulary.concepts)
    key = keys(vocabulary.concepts)
    return [
        {
            "id": number,
            "key": key[concept.iri],
            "x": round(place.x, 1),
            "y": round(place.y, 1),
            "side": place.side,
            "depth": place.depth,
            "block": layout.block[concept.iri],
            "room": round(place.width, 1),
            "links": graph.degree(concept.iri),
            "names": {tag: list(place.lines[tag]) for tag in tags},
            "borrowed": [tag for tag in tags if concept.label(tag).language != tag],
        }
        for number, (concept, place) in enumerate(_placed(vocabulary, layout))
    ]


def _placed(vocabulary: Vocabulary, layout: Layout) -> Iterable[tuple[Concept, Any]]:
    for concept in sorted(vocabulary.concepts, key=lambda concept: concept.iri):
        yield concept, layout.places[concept.iri]


def edges(vocabulary: Vocabulary, layout: Layout) -> list[Value]:
    """The lines between concepts: of the outline (``tree``), other broader ones, related ones."""
    number = _numbers(vocabulary.concepts)
    return [
        {
            "from": number[one],
            "to": number[other],
            "kind": "tree" if layout.tree.parent.get(one) == other else relation,
        }
        for one, other, relation in network(vocabulary.concepts).edges(keys=True)
    ]


def _numbers(concepts: Iterable[Concept]) -> dict[str, int]:
    return {iri: number for number, iri in enumerate(sorted(concept.iri for concept in concepts))}


def details(vocabulary: Vocabulary, layout: Layout, tags: Sequence[str]) -> Value:
    """What only the panel and the search need: everything said of each concept."""
    number = _numbers(vocabulary.concepts)
    source = {source.iri: index for index, source in enumerate(vocabulary.sources)}
    groups: dict[str, list[int]] = {}
    for index, collection in enumerate(vocabulary.collections):
        for member in collection.members:
            groups.setdefault(member, []).append(index)
    return {
        "concepts": [
            {
                "names": {tag: concept.label(tag) for tag in tags},
                "parent": number.get(layout.tree.parent.get(concept.iri, ""), -1),
                "groups": groups.get(concept.iri, []),
                **_relations(concept, number),
                **_texts(concept),
                "printed": [
                    [text, tag, source.get(iri, -1), iri] for text, tag, iri in concept.printed
                ],
            }
            for concept in sorted(vocabulary.concepts, key=lambda concept: concept.iri)
        ],
        "collections": [_group(collection, source) for collection in vocabulary.collections],
        "sources": [
            {
                "iri": source.iri,
                "title": source.title,
                "language": source.language,
                "publisher": source.publisher,
            }
            for source in vocabulary.sources
        ],
    }


def _group(collection: Collection, source: Mapping[str, int]) -> Value:
    return {
        "labels": dict(collection.pref_labels),
        "iri": collection.iri,
        "source": source.get(collection.source, -1),
    }


def _relations(concept: Concept, number: Mapping[str, int]) -> Value:
    """By number, and by IRI where the other concept is not in this graph."""
    related = {name: getattr(concept, name) for name in ("broader", "narrower", "related")}
    return {
        **{name: [number[iri] for iri in iris if iri in number] for name, iris in related.items()},
        "outside": {
            name: [iri for iri in iris if iri not in number] for name, iris in related.items()
        },
        "mappings": dict(concept.mappings),
    }


def _texts(concept: Concept) -> Value:
    return {
        "iri": concept.iri,
        "notation": concept.notation,
        "preferred": dict(concept.pref_labels),
        "alternative": dict(concept.alt_labels),
        "hidden": dict(concept.hidden_labels),
        "definition": dict(concept.definitions),
        "scopeNote": dict(concept.scope_notes),
        "example": dict(concept.examples),
        "historyNote": dict(concept.history_notes),
    }


def titles(vocabulary: Vocabulary, tags: Sequence[str], words: Mapping[str, Value]) -> Value:
    """Language → the page's heading: the scheme's title, or what the page calls itself."""
    given = vocabulary.scheme.title or {tag: said["title"] for tag, said in words.items()}
    found = {tag: nearest(given, tag) for tag in [*tags, *words]}
    return {tag: title.text for tag, title in found.items() if title}
