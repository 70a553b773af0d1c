"""When a branch opens or closes, the page sets the rows as the layout would have."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.map.content import Content, content
from graph.map.data import nodes, setting
from ontology.model import Concept, ConceptScheme, Vocabulary

Loader = Callable[..., Callable[..., Any]]

STACK = "(stacking, concepts, shown) => stackRows(stacking, concepts, (id) => shown.includes(id))"
CONCEPTS = [{"high": high} for high in (18, 10, 20, 10, 10, 18, 10)]
SMALL = {
    "above": 50,
    "heading": 7,
    "geometry": {"topGap": 12},
    "stacks": [
        {
            "gap": 20,
            "blocks": [
                {"top": 0, "start": 42, "left": [1, 2], "right": [3]},
                {"top": -1, "start": 0, "left": [4], "right": []},
            ],
        },
        {"gap": 30, "blocks": [{"top": 5, "start": 42, "left": [], "right": [6]}]},
    ],
}


def rows(script: Loader, shown: list[int], stacking: Any = None) -> tuple[dict[int, float], float]:
    found = script("map/stacking.js")(STACK, stacking or SMALL, CONCEPTS, shown)
    return dict(found["y"]), found["height"]


def test_what_is_shown_stands_below_each_other_on_each_side(script: Loader) -> None:
    y, height = rows(script, [1, 2, 3, 4, 6])
    assert y == {7: 38, 0: 80, 1: 97, 2: 112, 3: 97, 4: 147, 5: 80, 6: 97}
    assert height == 152


def test_a_closed_branch_gives_its_room_to_the_block_below(script: Loader) -> None:
    y, height = rows(script, [1, 3, 4, 6])
    assert y == {7: 38, 0: 80, 1: 97, 3: 97, 4: 127, 5: 80, 6: 97}
    assert height == 132


def test_the_top_of_a_block_is_always_there(script: Loader) -> None:
    y, height = rows(script, [])
    assert y == {7: 38, 0: 80, 5: 80}
    assert height == 112


def test_a_map_of_nothing_has_no_height(script: Loader) -> None:
    empty = {"above": 0, "heading": -1, "geometry": {"topGap": 12}, "stacks": []}
    assert rows(script, [], empty) == ({}, 0)


def made(tops: int, branches: int, leaves: int) -> Vocabulary:
    """Top concepts with branches that have leaves: ``t0``, ``t0b0``, ``t0b0l0``."""
    concepts = []
    for top in (f"t{number}" for number in range(tops)):
        concepts.append(Concept(f"urn:{top}", {"en": f"name {top}"}))
        for branch in (f"{top}b{number}" for number in range(branches)):
            concepts.append(Concept(f"urn:{branch}", {"en": branch * 9}, broader=(f"urn:{top}",)))
            concepts += [
                Concept(f"urn:{branch}l{leaf}", {"en": "a leaf"}, broader=(f"urn:{branch}",))
                for leaf in range(leaves)
            ]
    return Vocabulary(ConceptScheme(), (), (), tuple(concepts))


def agree(script: Loader, said: Content) -> None:
    drawn, settings = nodes(said), setting(said)
    shown = [said.number[iri] for iri in said.layout.branches.shown]
    found = script("map/stacking.js")(STACK, settings, drawn, shown)
    y = dict(found["y"])
    assert sorted(y) == sorted(shown)
    assert all(abs(y[number] - drawn[number]["y"]) <= 0.1 for number in shown)
    assert abs(found["height"] - said.layout.height) <= 0.1


def test_our_map_is_set_by_the_page_as_it_was_laid_out(
    script: Loader, vocabulary: Vocabulary
) -> None:
    agree(script, content(vocabulary))


@pytest.mark.parametrize("size", [(1, 3, 2), (3, 4, 5), (9, 6, 12), (1, 30, 20), (250, 2, 0)])
def test_any_map_is_set_by_the_page_as_it_was_laid_out(
    script: Loader, size: tuple[int, int, int]
) -> None:
    agree(script, content(made(*size)))
