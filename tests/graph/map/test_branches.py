"""Which branches are closed when the map of a large graph opens, and what that moves."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph.map.branches
from graph.map.content import Content, content
from graph.map.data import nodes, setting
from graph.map.page import generate
from graph.map.place import name_box
from ontology.model import Concept, ConceptScheme, Vocabulary


def concept(name: object, *broader: object) -> Concept:
    return Concept(
        f"http://x.org/{name}",
        {"en": f"the concept of {name}"},
        broader=tuple(f"http://x.org/{above}" for above in broader),
    )


def vocabulary_of(concepts: Sequence[Concept]) -> Vocabulary:
    return Vocabulary(ConceptScheme(), (), (), tuple(concepts))


def held(concepts: Sequence[Concept]) -> Content:
    return content(vocabulary_of(concepts))


def under(tops: int, count: int, fan: int = 6) -> list[Concept]:
    """So many top concepts, with ``fan`` narrower ones each, and so on."""
    roots = [concept(number) for number in range(tops)]
    return roots + [concept(n, (n - tops) // fan) for n in range(tops, count)]


def stacked_as_the_page_does(said: Content) -> dict[int, float]:
    """The y of what is shown, by the rule that the page follows when a branch opens."""
    drawn, how = nodes(said), setting(said)
    known = {one.iri: number for number, one in enumerate(said.concepts)}
    shown = {known[iri] for iri in said.layout.branches.shown}
    found = {}
    for stack in how["stacks"]:
        origin = how["above"]
        for block in stack["blocks"]:
            start = origin + block["start"]
            bottom = start
            if block["top"] >= 0:
                found[block["top"]] = start - how["geometry"]["topGap"]
            for side in (block["left"], block["right"]):
                y = start
                for number in side:
                    if number in shown:
                        found[number] = y + drawn[number]["high"] / 2
                        y += drawn[number]["high"]
                bottom = max(bottom, y)
            origin = bottom + stack["gap"]
    if how["heading"] >= 0:
        found[how["heading"]] = how["above"] - how["geometry"]["topGap"]
    return found


def covered(said: Content) -> list[tuple[str, str]]:
    """Pairs of shown concepts of one block whose names cover each other."""
    shown = said.layout.branches.shown
    pairs = []
    for block in said.layout.blocks.values():
        boxes = [(at.iri, name_box(at)) for at in block.places() if at.iri in shown]
        pairs += [
            (one, other)
            for (one, a), (other, b) in combinations(boxes, 2)
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]
    return pairs


forests = st.lists(st.integers(-1, 40), max_size=60).map(
    lambda above: [
        concept(number, *([at % number] if number and at >= 0 else []))
        for number, at in enumerate(above)
    ]
)


@settings(max_examples=60, deadline=None)
@given(forests, st.integers(1, 30))
def test_rows_stacked_by_the_rule_of_the_page_stand_where_the_layout_put_them(
    concepts: list[Concept], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph.map.branches, "MANY", most)
        patch.setattr(graph.map.branches, "FEW", 0)
        said = held(concepts)
    drawn = nodes(said)
    assert {
        n: drawn[n]["y"] for n in range(len(drawn)) if said.concepts[n].iri in shown_of(said)
    } == {
        number: pytest.approx(y, abs=0.06) for number, y in stacked_as_the_page_does(said).items()
    }
    assert covered(said) == []
    assert set(said.layout.places) == {one.iri for one in concepts}


def shown_of(said: Content) -> frozenset[str]:
    return said.layout.branches.shown


def test_two_hundred_concepts_are_all_open() -> None:
    said = held(under(10, 200))
    assert said.layout.branches.closed == ()
    assert len(shown_of(said)) == 200


def test_a_thousand_concepts_open_as_many_levels_as_two_hundred_names_hold() -> None:
    said = held(under(10, 1000))
    depths = {said.layout.tree.depth[iri] for iri in shown_of(said)}
    assert depths == {0, 1}
    assert len(shown_of(said)) == 70


def test_levels_are_counted_below_the_one_concept_above_all() -> None:
    said = held(under(1, 1000, 5))
    assert said.layout.heading == "http://x.org/0"
    assert {said.layout.tree.depth[iri] for iri in shown_of(said)} == {0, 1, 2, 3}


def test_a_map_of_hardly_any_names_opens_one_level_more() -> None:
    assert len(shown_of(held([concept(0), *(concept(n, 0) for n in range(1, 301))]))) == 301


def test_opening_a_closed_branch_shows_one_level() -> None:
    said = held(under(10, 1000))
    children, shown = said.layout.tree.children, shown_of(said)
    hidden_with_narrower = {iri for iri in children if children[iri] and iri not in shown}
    assert hidden_with_narrower
    assert hidden_with_narrower <= set(said.layout.branches.closed)


def test_what_is_hidden_has_a_side_and_stands_at_what_hides_it() -> None:
    said = held(under(10, 1000))
    tree, places, shown = said.layout.tree, said.layout.places, shown_of(said)
    for iri in set(places) - shown:
        above = next(one for one in reversed(tree.path(iri)) if one in shown)
        assert places[iri].y == places[above].y
        assert places[iri].side in (-1, 1)
        assert places[iri].lines


def test_hidden_names_count_for_the_width_so_that_opening_moves_nothing_sideways() -> None:
    said = held(under(10, 1000))
    for block in said.layout.blocks.values():
        boxes = [name_box(at) for at in block.places()]
        assert -block.left == min(box[0] for box in boxes)
        assert block.right == max(box[2] for box in boxes)


@pytest.mark.parametrize(
    "concepts",
    [
        [concept(n) for n in range(900)],
        [concept(n) for n in range(600)] + [concept(n + 600, n) for n in range(600)],
        [concept(0)] + [concept(n, n - 1) for n in range(1, 500)],
        [concept(0)] + [concept(n, 0) for n in range(1, 900)],
        [concept(n, (n + 1) % 300) for n in range(300)],
    ],
    ids=["only roots", "many top concepts", "one chain", "one star", "one circle"],
)
def test_a_large_graph_of_any_shape_has_a_place_for_each_concept_and_a_page(
    concepts: list[Concept],
) -> None:
    said = held(concepts)
    assert len(said.layout.places) == len(concepts)
    assert covered(said) == []
    assert generate(vocabulary_of(concepts)).count('<a data-concept="') == len(concepts)


def test_a_large_graph_gives_the_same_bytes_twice_and_in_another_order() -> None:
    concepts = under(10, 600)
    page = generate(vocabulary_of(concepts))
    assert generate(vocabulary_of(concepts)) == page
    assert generate(vocabulary_of(concepts[::-1])) == page


def test_a_new_leaf_leaves_the_other_blocks_in_their_columns_and_their_order() -> None:
    concepts = under(10, 400)
    before = held(concepts).layout
    after = content(vocabulary_of([*concepts, concept("new", 0)]), before.columns()).layout
    assert after.columns() == before.columns()
    for stack in before.stacks:
        for root in stack.roots:
            if root != "http://x.org/0":
                assert after.blocks[root] == before.blocks[root]


def test_a_branch_far_larger_than_its_siblings_stands_on_both_sides() -> None:
    big = [concept("big", 0), *(concept(f"big{n}", "big") for n in range(20))]
    layout = held([concept(0), concept(1, 0), *big]).layout
    sides = [layout.places[f"http://x.org/big{n}"].side for n in range(20)]
    assert 8 <= sides.count(1) <= 12
    head = layout.places["http://x.org/big"]
    assert all(layout.places[f"http://x.org/big{n}"].y >= head.y for n in range(20))


def test_a_chain_stays_on_one_side() -> None:
    layout = held([concept(0)] + [concept(n, n - 1) for n in range(1, 30)]).layout
    assert len({layout.places[f"http://x.org/{n}"].side for n in range(1, 30)}) == 1
