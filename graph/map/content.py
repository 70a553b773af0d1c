"""What a page needs of a vocabulary, worked out once: numbers, keys, names, relations, layout.

Concepts are numbered in the order of IRIs; ``key`` is a concept's name in the page's address.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.hierarchy import forest
from graph.map.columns import Columns
from graph.map.layout import Layout, lay_out
from graph.map.place import Names
from graph.network import network, related_pairs
from ontology.model import Concept, InLanguage, Vocabulary, last_part

Labels = Mapping[str, Mapping[str, InLanguage]]
"""IRI → language → the label to show."""


@dataclass(frozen=True, slots=True)
class Content:
    """A vocabulary, its ``concepts`` in the order of IRIs, and all that the page's parts share."""

    vocabulary: Vocabulary
    languages: tuple[str, ...]
    concepts: tuple[Concept, ...]
    number: Mapping[str, int]
    key: Mapping[str, str]
    labels: Labels
    relations: tuple[tuple[str, str, str], ...]
    """From, to, ``broader`` or ``related``, as in ``network``."""
    layout: Layout


def content(vocabulary: Vocabulary, kept: Columns = ()) -> Content:
    """What the page of a vocabulary holds; ``kept`` are the columns of an earlier page."""
    tags = languages(vocabulary)
    in_use = (concept for concept in vocabulary.concepts if not concept.deprecated)
    concepts = tuple(sorted(in_use, key=lambda concept: concept.iri))
    labels = {concept.iri: _labels(concept, tags) for concept in concepts}
    graph = network(concepts)
    return Content(
        vocabulary=vocabulary,
        languages=tags,
        concepts=concepts,
        number={concept.iri: number for number, concept in enumerate(concepts)},
        key=keys(concepts),
        labels=labels,
        relations=tuple(graph.edges(keys=True)),
        layout=lay_out(forest(concepts), related_pairs(graph), shown_names(labels), kept),
    )


def languages(vocabulary: Vocabulary) -> tuple[str, ...]:
    """The languages of the concepts' names, the scheme's first in its order; at least ``("",)``."""
    found = {tag for concept in vocabulary.concepts for tag in _tags(concept)}
    first = [tag for tag in vocabulary.scheme.languages if tag in found]
    return tuple(dict.fromkeys([*first, *sorted(found)])) or ("",)


def _tags(concept: Concept) -> Iterable[str]:
    tags = {*concept.pref_labels, *concept.alt_labels, *concept.definitions}
    return tags - {""}


def _labels(concept: Concept, tags: Sequence[str]) -> dict[str, InLanguage]:
    """In each language; what the concept has itself needs no look around."""
    own = concept.pref_labels
    return {tag: InLanguage(own[tag], tag) if tag in own else concept.label(tag) for tag in tags}


def shown_names(labels: Labels) -> Names:
    """IRI → language → the name on the map; one that another language lends bears its tag."""
    return {
        iri: {tag: _shown(label, tag) for tag, label in by_language.items()}
        for iri, by_language in labels.items()
    }


def _shown(label: InLanguage, wanted: str) -> str:
    name = " ".join(label.text.split()) or "—"
    return f"{name} ({label.language})" if label.language not in ("", wanted) else name


def keys(concepts: Sequence[Concept]) -> dict[str, str]:
    """IRI → its end, where no other concept ends so, else the IRI itself."""
    ends = {concept.iri: last_part(concept.iri) for concept in concepts}
    count = Counter(ends.values())
    return {iri: end if count[end] == 1 else iri for iri, end in ends.items()}
