"""Concepts → a networkx graph of their hierarchy and associations, for measures and for the map.

Semantic relations: section 8 of the SKOS Reference, https://www.w3.org/TR/skos-reference/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ontology.model import Concept

if TYPE_CHECKING:
    import networkx

BROADER = "broader"
RELATED = "related"


def network(concepts: Iterable[Concept]) -> networkx.MultiDiGraph[str]:
    """Nodes are IRIs; the key of an edge is its relation: ``broader``, from the narrower concept
    to the broader one, or ``related``, once a pair, from the lower IRI to the higher.

    Both in the order of IRIs. Relations to what is no concept here, or a retired one, and to
    itself, are left out.
    """
    import networkx

    known = {concept.iri: concept for concept in concepts if not concept.deprecated}
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from(sorted(known))
    edges = {edge for concept in known.values() for edge in _edges(concept)}
    for lower, upper, relation in sorted(edges):
        if lower in known and upper in known and lower != upper:
            graph.add_edge(lower, upper, key=relation)
    return graph


def _edges(concept: Concept) -> Iterator[tuple[str, str, str]]:
    """What one concept states, read in one direction (S25: broader is the inverse of narrower)."""
    for above in concept.broader:
        yield concept.iri, above, BROADER
    for below in concept.narrower:
        yield below, concept.iri, BROADER
    for other in concept.related:
        yield min(concept.iri, other), max(concept.iri, other), RELATED


def related_pairs(graph: networkx.MultiDiGraph[str]) -> list[tuple[str, str]]:
    """The pairs that are related, each once, in order (S23: related is symmetric)."""
    return sorted(
        (one, other) for one, other, relation in graph.edges(keys=True) if relation == RELATED
    )
