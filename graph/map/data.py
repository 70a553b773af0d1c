"""The values that stand in the page as JSON: how the map is set, what is drawn, what is told."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.map.content import Content
from graph.map.place import GAP, LEADING, SIZE, TOP_GAP, TOP_LEADING, TOP_SIZE, Place
from ontology.model import Collection, Concept, Reading

Value = dict[str, Any]
"""A JSON object."""

GEOMETRY = {
    "size": SIZE,
    "topSize": TOP_SIZE,
    "leading": LEADING,
    "topLeading": TOP_LEADING,
    "gap": GAP,
    "topGap": TOP_GAP,
}


def setting(content: Content) -> Value:
    """How the outlines are set, so that the page can set them anew when a branch opens."""
    layout, number = content.layout, content.number
    return {
        "width": round(layout.width, 1),
        "columns": layout.columns(),
        "above": round(layout.above, 1),
        "stacks": list(_stacks(content)),
        "heading": number.get(layout.heading, -1),
        "closed": [number[iri] for iri in layout.branches.closed],
        "geometry": GEOMETRY,
    }


def _stacks(content: Content) -> Iterator[Value]:
    layout = content.layout
    for stack in layout.stacks:
        blocks = [layout.blocks[root] for root in stack.roots]
        yield {
            "gap": stack.gap,
            "blocks": [
                {
                    "top": content.number[block.top.iri] if block.top else -1,
                    "start": round(block.start, 1),
                    "left": _numbers(block.sides[0], content),
                    "right": _numbers(block.sides[1], content),
                }
                for block in blocks
            ],
        }


def _numbers(places: Sequence[Place], content: Content) -> list[int]:
    return [content.number[at.iri] for at in places]


def nodes(content: Content) -> list[Value]:
    """What is needed to draw each concept, in the order of IRIs."""
    links = Counter(iri for one, other, _ in content.relations for iri in (one, other))
    return [_node(concept, content, links[concept.iri]) for concept in content.concepts]


def _node(concept: Concept, content: Content, links: int) -> Value:
    at = content.layout.places[concept.iri]
    labels = content.labels[concept.iri]
    node = {
        "id": content.number[concept.iri],
        "key": content.key[concept.iri],
        "x": round(at.x, 1),
        "y": round(at.y, 1),
        "side": at.side,
        "depth": at.depth,
        "block": content.layout.block[concept.iri],
        "high": round(at.high, 1),
        "room": round(at.width, 1),
        "links": links,
        "names": at.lines,
        "borrowed": [tag for tag, label in labels.items() if label.language != tag],
    }
    return {**node, "disputed": True} if disputed(concept.readings) else node


def disputed(readings: Sequence[Reading]) -> bool:
    """Whether two sources say different things in one language."""
    by_language = defaultdict(list)
    for reading in readings:
        by_language[reading.language].append(reading)
    return any(
        len({reading.source for reading in some}) > 1
        and len({reading.text for reading in some}) > 1
        for some in by_language.values()
    )


def edges(content: Content) -> list[Value]:
    """The lines between concepts: of the outline (``tree``), other broader ones, related ones."""
    number, parent = content.number, content.layout.tree.parent
    return [
        {
            "from": number[one],
            "to": number[other],
            "kind": "tree" if relation == "broader" and parent.get(one) == other else relation,
        }
        for one, other, relation in content.relations
    ]


def details(content: Content) -> Value:
    """What only the panel and the search need: everything said of each concept."""
    vocabulary = content.vocabulary
    source = {source.iri: index for index, source in enumerate(vocabulary.sources)}
    groups = _groups(vocabulary.collections)
    return {
        "concepts": [
            _told(concept, content, source, groups.get(concept.iri, []))
            for concept in content.concepts
        ],
        "collections": [_collection(one, source) for one in vocabulary.collections],
        "sources": [
            {
                "iri": source.iri,
                "id": source.id,
                "title": source.title,
                "language": source.language,
                "publisher": source.publisher,
            }
            for source in vocabulary.sources
        ],
    }


def _told(
    concept: Concept, content: Content, source: Mapping[str, int], groups: Sequence[int]
) -> Value:
    parent = content.layout.tree.parent.get(concept.iri)
    return {
        "iri": concept.iri,
        "names": content.labels[concept.iri],
        "parent": -1 if parent is None else content.number[parent],
        **_filled(_texts(concept)),
        **_filled(_relations(concept, content.number)),
        **_filled(
            {
                "groups": groups,
                "printed": _sourced(concept.printed, source),
                "readings": _sourced(concept.readings, source),
            }
        ),
    }


def _filled(values: Value) -> Value:
    """Without what has nothing in it."""
    return {name: value for name, value in values.items() if value}


def _groups(collections: Sequence[Collection]) -> dict[str, list[int]]:
    """IRI of a concept → the numbers of the collections it is in."""
    groups: dict[str, list[int]] = {}
    for index, collection in enumerate(collections):
        for member in collection.members:
            groups.setdefault(member, []).append(index)
    return groups


def _collection(collection: Collection, source: Mapping[str, int]) -> Value:
    return {
        "labels": dict(collection.pref_labels),
        "iri": collection.iri,
        "source": source.get(collection.source, -1),
    }


def _sourced(
    said: Sequence[tuple[str, str, str]], source: Mapping[str, int]
) -> list[tuple[str, str, int, str]]:
    """Text, language, and the source by number, -1 where the graph only has its IRI."""
    return [(text, tag, source.get(iri, -1), iri) for text, tag, iri in said]


def _relations(concept: Concept, number: Mapping[str, int]) -> Value:
    """By number, and by IRI where the other concept is not in this graph."""
    related = {name: getattr(concept, name) for name in ("broader", "narrower", "related")}
    outside = {name: [iri for iri in iris if iri not in number] for name, iris in related.items()}
    return {
        **{name: [number[iri] for iri in iris if iri in number] for name, iris in related.items()},
        "outside": _filled(outside),
        "mappings": _filled(dict(concept.mappings)),
    }


def _texts(concept: Concept) -> Value:
    return {
        "notation": concept.notation,
        "preferred": dict(concept.pref_labels),
        "alternative": dict(concept.alt_labels),
        "hidden": dict(concept.hidden_labels),
        "definition": dict(concept.definitions),
        "scopeNote": dict(concept.scope_notes),
        "example": dict(concept.examples),
        "historyNote": dict(concept.history_notes),
    }
