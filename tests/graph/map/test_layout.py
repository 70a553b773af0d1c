"""Where concepts stand on the map, for our vocabulary and for any graph."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.hierarchy import forest
from graph.map.columns import HIGH, WIDE, Columns
from graph.map.content import content
from graph.map.layout import Layout
from graph.map.layout import lay_out as lay_out_names
from graph.map.place import name_box
from graph.network import network, related_pairs
from ontology.model import Concept, ConceptScheme, Vocabulary

LANGUAGES = ("en", "es", "fr", "it")


def lay_out(concepts: Sequence[Concept], kept: Columns = ()) -> Layout:
    return content(
        Vocabulary(ConceptScheme(languages=LANGUAGES), (), (), tuple(concepts)), kept
    ).layout


def concept(name: str, *broader: str, related: tuple[str, ...] = ()) -> Concept:
    return Concept(
        f"http://example.org/{name}",
        {"en": f"the concept of {name}"},
        broader=tuple(f"http://example.org/{above}" for above in broader),
        related=tuple(f"http://example.org/{other}" for other in related),
    )


def overlapping(layout: Layout) -> list[tuple[str, str]]:
    """Pairs of concepts whose names cover each other."""
    boxes = [(iri, name_box(place)) for iri, place in layout.places.items()]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


@pytest.fixture(scope="module")
def layout(vocabulary: Vocabulary) -> Layout:
    return lay_out(vocabulary.concepts)


def test_our_vocabulary_fits_a_window_of_1440_by_900_without_shrinking(layout: Layout) -> None:
    assert layout.width <= WIDE
    assert layout.height <= HIGH


def test_no_name_covers_another_in_any_language(layout: Layout) -> None:
    assert len(layout.places) > 100
    assert overlapping(layout) == []


def test_names_half_as_long_again_fit_at_nine_tenths(vocabulary: Vocabulary) -> None:
    longer = {
        known.iri: {
            tag: f"{name} {name[: len(name) // 2]}"
            for tag in LANGUAGES
            for name in [known.label(tag).text]
        }
        for known in vocabulary.concepts
    }
    related = related_pairs(network(vocabulary.concepts))
    layout = lay_out_names(forest(vocabulary.concepts), related, longer)
    assert overlapping(layout) == []
    assert min(WIDE / layout.width, HIGH / layout.height) >= 0.9


def test_concepts_in_another_order_stand_in_the_same_places(
    vocabulary: Vocabulary, layout: Layout
) -> None:
    chance = random.Random(7)
    shuffled = [
        replace(
            known,
            narrower=tuple(chance.sample(known.narrower, len(known.narrower))),
            related=tuple(chance.sample(known.related, len(known.related))),
        )
        for known in chance.sample(vocabulary.concepts, len(vocabulary.concepts))
    ]
    assert lay_out(shuffled) == layout


def test_both_sides_of_an_outline_begin_at_the_same_height(layout: Layout) -> None:
    for root in layout.tree.roots:
        below = [layout.places[iri] for iri in layout.tree.children[root]]
        tops = {side: [name_box(at)[1] for at in below if at.side == side] for side in (-1, 1)}
        if tops[-1] and tops[1]:
            assert min(tops[-1]) == pytest.approx(min(tops[1]))


def test_a_new_concept_leaves_every_block_in_its_column(
    vocabulary: Vocabulary, layout: Layout
) -> None:
    root = layout.tree.roots[0]
    more = [*vocabulary.concepts, Concept(f"{root}-new", {"en": "new"}, broader=(root,))]
    again = lay_out(more, kept=layout.columns())
    assert again.columns() == layout.columns()
    below = layout.columns()[0][-1] if layout.columns()[0][-1] != root else layout.columns()[1][-1]
    assert abs(again.places[below].y - layout.places[below].y) < 60


def test_a_new_top_concept_joins_the_columns_there_are(
    vocabulary: Vocabulary, layout: Layout
) -> None:
    more = [*vocabulary.concepts, Concept("http://x.org/new", {"en": "new"})]
    again = lay_out(more, kept=layout.columns())
    kept = tuple(tuple(r for r in column if r != "http://x.org/new") for column in again.columns())
    assert kept == layout.columns()
    assert "http://x.org/new" in again.places


def test_a_graph_without_concepts_has_a_layout_without_places() -> None:
    assert lay_out([]).places == {}


def test_concepts_in_a_circle_are_all_placed() -> None:
    circle = [concept("a", "b"), concept("b", "c"), concept("c", "a")]
    assert len(lay_out(circle).places) == 3


def test_concepts_without_any_hierarchy_stand_together_and_uncovered() -> None:
    orphans = [concept(f"n{number}") for number in range(100)]
    layout = lay_out(orphans)
    assert overlapping(layout) == []
    assert set(layout.block.values()) == {-1}
    assert layout.height <= HIGH


def test_a_concept_with_two_broader_ones_stands_once() -> None:
    both = [concept("a"), concept("b"), concept("c", "a", "b"), concept("d", "b")]
    assert len(lay_out(both).places) == 4


def test_one_concept_above_all_is_the_heading_and_its_narrower_ones_have_the_blocks() -> None:
    under = [concept("all"), concept("a", "all"), concept("b", "all")]
    leaves = [concept(f"{above}{number}", above) for above in "ab" for number in range(5)]
    layout = lay_out(under + leaves)
    assert layout.heading == "http://example.org/all"
    assert len([root for column in layout.columns() for root in column]) == 2
    assert overlapping(layout) == []


def test_many_concepts_are_laid_out_in_a_moment() -> None:
    many = [concept("n0")] + [concept(f"n{n}", f"n{(n - 1) // 6}") for n in range(1, 2000)]
    assert len(lay_out(many).places) == 2000


relations = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=30)


@settings(max_examples=40, deadline=None)
@given(relations, relations)
def test_whatever_the_relations_every_concept_has_a_place_of_its_own(
    broader: list[tuple[int, int]], related: list[tuple[int, int]]
) -> None:
    concepts = [
        concept(
            f"n{number}",
            *(f"n{above}" for below, above in broader if below == number),
            related=tuple(f"n{other}" for one, other in related if one == number),
        )
        for number in range(15)
    ]
    layout = lay_out(concepts)
    assert set(layout.places) == {known.iri for known in concepts}
    assert overlapping(layout) == []
