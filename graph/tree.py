"""The hierarchy under a concept, or of the whole graph, as indented text or nested JSON."""

from collections.abc import Iterator, Mapping, Sequence

from graph.hierarchy import Forest, forest
from graph.show import shown_name
from ontology.model import Concept


def tree_text(concepts: Sequence[Concept], root: Concept | None, language: str) -> str:
    """A line a concept, narrower ones further in, siblings by their label in ``language``.

    A concept with several broader ones stands in full under the nearest to a top concept, and by
    name, with an arrow to its place, under the others.
    """
    by_iri = {concept.iri: concept for concept in concepts}
    woods = forest(concepts)
    roots = (root.iri,) if root else woods.roots
    lines = [
        "    " * depth
        + shown_name(iri, by_iri, language)
        + (_elsewhere(iri, woods, by_iri, language) if again else "")
        for iri, depth, again in _walk(roots, woods, by_iri, language)
    ]
    return "\n".join(lines) + "\n"


def _elsewhere(iri: str, woods: Forest, by_iri: Mapping[str, Concept], language: str) -> str:
    return (
        f"  -> {shown_name(woods.parent[iri], by_iri, language)}" if iri in woods.parent else "  ->"
    )


def _walk(
    roots: Sequence[str], woods: Forest, by_iri: Mapping[str, Concept], language: str
) -> Iterator[tuple[str, int, bool]]:
    """IRI, depth, and whether it stands in full elsewhere; by a stack, since chains can be long."""
    waiting = [(iri, 0, False) for iri in _sorted(roots, by_iri, language, backwards=True)]
    while waiting:
        iri, depth, again = waiting.pop()
        yield iri, depth, again
        if again:
            continue
        below = {other for other in _narrower(iri, by_iri) if woods.parent.get(other) != iri}
        children = [*woods.children.get(iri, ()), *below]
        for child in _sorted(children, by_iri, language, backwards=True):
            waiting.append((child, depth + 1, child in below))


def _narrower(iri: str, by_iri: Mapping[str, Concept]) -> list[str]:
    return [
        other
        for other in by_iri[iri].narrower
        if other in by_iri and other != iri and not by_iri[other].deprecated
    ]


def _sorted(
    iris: Sequence[str], by_iri: Mapping[str, Concept], language: str, *, backwards: bool = False
) -> list[str]:
    def key(iri: str) -> tuple[str, str]:
        return by_iri[iri].label(language).text.casefold(), iri

    return sorted(iris, key=key, reverse=backwards)


def tree_json(
    concepts: Sequence[Concept], root: Concept | None, language: str
) -> list[dict[str, object]]:
    """Objects with ``iri``, ``prefLabel`` and ``narrower``, nested as the tree is."""
    by_iri = {concept.iri: concept for concept in concepts}
    woods = forest(concepts)
    top: list[dict[str, object]] = []
    levels = [top]
    for iri, depth, _ in _walk((root.iri,) if root else woods.roots, woods, by_iri, language):
        narrower: list[dict[str, object]] = []
        levels[depth].append(
            {"iri": iri, "prefLabel": by_iri[iri].label(language).text, "narrower": narrower}
        )
        levels[depth + 1 :] = [narrower]
    return top
