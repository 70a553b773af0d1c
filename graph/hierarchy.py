"""The broader relation of any SKOS graph as a forest: every concept once, under one parent.

SKOS allows several broader concepts, cycles and islands (section 8); a tree that people read
does not.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.model import Concept


@dataclass(frozen=True, slots=True)
class Forest:
    """Roots and children, by IRI, in the order of IRIs: the same in every language."""

    roots: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    parent: Mapping[str, str]
    depth: Mapping[str, int]
    """0 for a root."""

    def path(self, iri: str) -> tuple[str, ...]:
        """From the root above ``iri`` down to ``iri`` itself."""
        path = [iri]
        while path[-1] in self.parent:
            path.append(self.parent[path[-1]])
        return tuple(reversed(path))


def forest(concepts: Iterable[Concept]) -> Forest:
    """Each concept under the nearest to a root of its broader concepts, ties by IRI.

    Roots are the top concepts and the concepts with nothing broader in the graph; of a cycle that
    no root reaches, the first IRI. Retired concepts have no place in it.
    """
    known = {concept.iri: concept for concept in concepts if not concept.deprecated}
    narrower = _narrower(known)
    has_broader = {iri for below in narrower.values() for iri in below}
    roots = sorted(iri for iri in known if iri not in has_broader or known[iri].top_concept_of)
    parent: dict[str, str] = {}
    depth: dict[str, int] = {}
    children: dict[str, list[str]] = {iri: [] for iri in known}
    _hang(roots, narrower, parent, depth, children)
    for iri in _firsts_of_circles([iri for iri in known if iri not in depth], narrower):
        roots.append(iri)
        _hang([iri], narrower, parent, depth, children)
    return Forest(
        tuple(roots), {iri: tuple(sorted(below)) for iri, below in children.items()}, parent, depth
    )


def _narrower(known: Mapping[str, Concept]) -> dict[str, list[str]]:
    below: dict[str, set[str]] = {iri: set() for iri in known}
    for iri, concept in known.items():
        for above in concept.broader:
            if above in known and above != iri:
                below[above].add(iri)
        below[iri].update(low for low in concept.narrower if low in known and low != iri)
    return {iri: sorted(lows) for iri, lows in below.items()}


def _firsts_of_circles(iris: list[str], narrower: Mapping[str, list[str]]) -> list[str]:
    """Of concepts that all stand in or under circles: the first IRI of each uppermost circle."""
    if not iris:
        return []
    import networkx

    left = set(iris)
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(iris)
    graph.add_edges_from((above, below) for above in iris for below in narrower[above])
    circles = networkx.strongly_connected_components(graph)
    return sorted(
        min(circle)
        for circle in circles
        if circle <= left and all(above in circle for iri in circle for above in graph.pred[iri])
    )


def _hang(
    roots: list[str],
    narrower: Mapping[str, list[str]],
    parent: dict[str, str],
    depth: dict[str, int],
    children: dict[str, list[str]],
) -> None:
    """Breadth first from ``roots``, so that each concept hangs where it is nearest to one."""
    depth.update((iri, 0) for iri in roots)
    waiting = deque(roots)
    while waiting:
        above = waiting.popleft()
        for iri in narrower[above]:
            if iri not in depth:
                parent[iri] = above
                depth[iri] = depth[above] + 1
                children[above].append(iri)
                waiting.append(iri)
