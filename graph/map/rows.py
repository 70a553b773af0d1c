"""The outline as rows from top to bottom: the page's list, which needs no script to be read.

Flat, because a template that calls itself fails on a deep hierarchy.
"""

from collections.abc import Iterator
from typing import Any

from graph.hierarchy import Forest
from graph.map.content import Content
from ontology.model import Concept


def rows(content: Content, language: str) -> Iterator[dict[str, Any]]:
    """What each row says, and which lists it opens and closes."""
    tree = content.layout.tree
    known = {concept.iri: concept for concept in content.concepts}
    lines = _in_reading_order(tree)
    for here, following in zip(lines, [*lines[1:], ""], strict=True) if lines else ():
        depth = tree.depth[here]
        after = tree.depth[following] if following else 0
        yield {
            **_said(known[here], content, language),
            "opens": after > depth,
            "closes": max(0, depth - after),
        }


def _said(concept: Concept, content: Content, language: str) -> dict[str, Any]:
    return {
        "id": content.number[concept.iri],
        "key": content.key[concept.iri],
        "label": content.labels[concept.iri][language],
        "definition": concept.definition(language),
    }


def _in_reading_order(tree: Forest) -> list[str]:
    found: list[str] = []
    waiting = list(reversed(tree.roots))
    while waiting:
        found.append(waiting.pop())
        waiting += reversed(tree.children[found[-1]])
    return found
