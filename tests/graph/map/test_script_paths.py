"""How one concept leads to another, and what is around a concept."""

import random
from collections.abc import Callable
from typing import Any

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Caller = Callable[..., Any]
Loader = Callable[..., Caller]


def edge(from_: int, to: int, kind: str = "tree") -> dict[str, Any]:
    return {"from": from_, "to": to, "kind": kind}


# 0 above 1 and 2, 3 below both (two broader ones), 4 below 3, 5 related to 4 and 0; 8 and 9 an
# island; 6 and 7 a circle of broader ones, joined to nothing else.
EDGES = [
    edge(1, 0),
    edge(2, 0),
    edge(3, 1),
    edge(3, 2, "broader"),
    edge(4, 3),
    edge(4, 5, "related"),
    edge(0, 5, "related"),
    edge(6, 7, "broader"),
    edge(7, 6, "tree"),
    edge(8, 9, "related"),
]


@pytest.fixture(scope="module")
def route(script: Loader) -> Caller:
    call = script("panel/path.js", "map/neighbourhood.js")
    asked = "(edges, start, end) => pathBetween(joins(edges), start, end)"
    return lambda start, end, edges=EDGES: call(asked, edges, start, end)


@pytest.fixture(scope="module")
def around(script: Loader) -> Caller:
    call = script("map/neighbourhood.js")

    def neighbourhood(concept: int, depth: int, edges: Any = EDGES) -> Any:
        asked = "(edges, id, depth) => neighbourhood(joins(edges), id, depth)"
        found = call(asked, edges, concept, depth)
        return dict(found["children"]), dict(found["distance"])

    return neighbourhood


def words(steps: list[dict[str, Any]]) -> list[tuple[int, str, int]]:
    return [(step["from"], step["relation"], step["to"]) for step in steps]


def test_a_path_is_told_step_by_step_in_words_of_skos(route: Caller) -> None:
    assert words(route(4, 0)) == [(4, "related", 5), (5, "related", 0)]
    assert words(route(4, 2)) == [(4, "broader", 3), (3, "broader", 2)]
    assert words(route(1, 4)) == [(1, "narrower", 3), (3, "narrower", 4)]


def test_of_paths_of_the_same_length_broader_comes_before_related_and_low_before_high(
    route: Caller,
) -> None:
    assert words(route(3, 0)) == [(3, "broader", 1), (1, "broader", 0)]
    # 4 → 5 → 0 → 1 would be no shorter: 4 → 3 → 1 is taken.
    assert words(route(4, 1)) == [(4, "broader", 3), (3, "broader", 1)]
    square = [edge(0, 1, "related"), edge(1, 3, "related"), edge(0, 2), edge(3, 2)]
    assert words(route(0, 3, square)) == [(0, "broader", 2), (2, "narrower", 3)]


def test_a_concept_is_no_step_away_from_itself(route: Caller) -> None:
    assert route(3, 3) == []
    assert route(77, 77) == []


@pytest.mark.parametrize(("start", "end"), [(0, 8), (8, 0), (6, 1), (0, 77), (77, 0)])
def test_no_path_leads_to_an_island(route: Caller, start: int, end: int) -> None:
    assert route(start, end) is None


def test_a_circle_of_broader_concepts_ends(route: Caller, around: Caller) -> None:
    assert words(route(6, 7)) == [(6, "broader", 7)]
    assert words(route(7, 6)) == [(7, "broader", 6)]
    assert around(6, 9) == ({6: [{"id": 7, "relation": "broader"}], 7: []}, {6: 0, 7: 1})


def test_a_concept_that_is_its_own_neighbour_is_named_once(around: Caller) -> None:
    loops = [edge(0, 0, "related"), edge(0, 1, "related"), edge(1, 0, "related"), edge(0, 1)]
    assert around(0, 3, loops) == ({0: [{"id": 1, "relation": "broader"}], 1: []}, {0: 0, 1: 1})


def test_a_path_may_be_as_long_as_the_graph(route: Caller) -> None:
    chain = [edge(number + 1, number) for number in range(5000)]
    assert len(route(5000, 0, chain)) == 5000


def test_around_a_concept_stand_broader_then_narrower_then_related(around: Caller) -> None:
    children, distance = around(3, 1)
    assert children[3] == [
        {"id": 1, "relation": "broader"},
        {"id": 2, "relation": "broader"},
        {"id": 4, "relation": "narrower"},
    ]
    assert distance == {3: 0, 1: 1, 2: 1, 4: 1}


def test_a_concept_with_two_broader_ones_stands_once_as_near_as_it_can(around: Caller) -> None:
    children, distance = around(0, 2)
    assert [one["id"] for one in children[1]] == [3]
    assert children[2] == []
    assert distance == {0: 0, 1: 1, 2: 1, 5: 1, 3: 2, 4: 2}


def test_no_step_around_a_concept_is_the_concept_alone(around: Caller) -> None:
    assert around(0, 0) == ({0: []}, {0: 0})
    assert around(77, 3) == ({77: []}, {77: 0})


LINES = st.lists(
    st.builds(
        edge,
        st.integers(0, 9),
        st.integers(0, 9),
        st.sampled_from(["tree", "broader", "related"]),
    ),
    max_size=20,
)


def drawn(edges: list[dict[str, Any]]) -> "networkx.Graph[int]":
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(10))
    graph.add_edges_from((line["from"], line["to"]) for line in edges)
    return graph


@settings(deadline=None)
@given(LINES, st.integers(0, 9), st.integers(0, 9), st.randoms(use_true_random=False))
def test_a_path_is_a_shortest_one_whatever_the_order_of_the_lines(
    route: Caller, edges: list[dict[str, Any]], start: int, end: int, chance: random.Random
) -> None:
    graph = drawn(edges)
    steps = route(start, end, edges)
    if networkx.has_path(graph, start, end):
        assert len(steps) == networkx.shortest_path_length(graph, start, end)
        stations = [start, *(step["to"] for step in steps)]
        assert stations == [*(step["from"] for step in steps), end]
    else:
        assert steps is None
    assert route(start, end, chance.sample(edges, len(edges))) == steps


@settings(deadline=None)
@given(LINES, st.integers(0, 9), st.integers(0, 4))
def test_all_that_is_so_near_is_around_a_concept_once(
    around: Caller, edges: list[dict[str, Any]], concept: int, depth: int
) -> None:
    graph = drawn(edges)
    children, distance = around(concept, depth, edges)
    assert distance == networkx.single_source_shortest_path_length(graph, concept, depth)
    hanging = [child["id"] for below in children.values() for child in below]
    assert sorted([concept, *hanging]) == sorted(distance)
