"""Any broader relation becomes a forest: every concept once, whatever circles there are."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.hierarchy import forest
from ontology.model import Concept


def concepts(broader: Mapping[str, str], tops: str = "") -> list[Concept]:
    """``{"b": "a"}`` is a concept b with the broader one a; each letter is a concept."""
    return [
        Concept(iri, broader=tuple(above), top_concept_of=("urn:s",) if iri in tops else ())
        for iri, above in broader.items()
    ]


def test_no_concepts_are_an_empty_forest() -> None:
    assert forest([]).roots == ()


def test_concepts_hang_under_their_broader_one_in_the_order_of_iris() -> None:
    woods = forest(concepts({"d": "b", "c": "a", "b": "a", "a": ""}))
    assert woods.roots == ("a",)
    assert woods.children == {"a": ("b", "c"), "b": ("d",), "c": (), "d": ()}
    assert woods.depth == {"a": 0, "b": 1, "c": 1, "d": 2}
    assert woods.path("d") == ("a", "b", "d")
    assert woods.path("a") == ("a",)


def test_narrower_says_as_much_as_broader() -> None:
    stated = [Concept("a", narrower=("b",)), Concept("b")]
    assert forest(stated) == forest(concepts({"a": "", "b": "a"}))


def test_of_several_broader_concepts_the_nearest_to_a_root_is_the_parent() -> None:
    woods = forest(concepts({"a": "", "b": "a", "c": "b", "x": "ca", "y": "cb"}))
    assert woods.parent["x"] == "a"
    assert woods.parent["y"] == "b"


def test_of_equally_near_broader_concepts_the_first_is_the_parent() -> None:
    assert forest(concepts({"b": "", "a": "", "x": "ba"})).parent["x"] == "a"


def test_a_top_concept_is_a_root_even_with_a_broader_one() -> None:
    woods = forest(concepts({"a": "", "b": "a"}, tops="b"))
    assert woods.roots == ("a", "b")
    assert "b" not in woods.parent


def test_a_circle_hangs_under_its_first_iri() -> None:
    woods = forest(concepts({"c": "b", "b": "a", "a": "c"}))
    assert woods.roots == ("a",)
    assert woods.path("c") == ("a", "b", "c")


def test_what_is_under_a_circle_is_not_taken_for_its_root() -> None:
    woods = forest(concepts({"a": "x", "x": "y", "y": "x"}))
    assert woods.roots == ("x",)
    assert woods.path("a") == ("x", "a")


def test_a_circle_under_a_circle_hangs_there() -> None:
    woods = forest(concepts({"a": "b", "b": "ay", "x": "y", "y": "x"}))
    assert woods.roots == ("x",)
    assert woods.path("a") == ("x", "y", "b", "a")


def test_a_circle_that_a_root_reaches_hangs_under_it() -> None:
    woods = forest(concepts({"z": "", "a": "bz", "b": "a"}))
    assert woods.roots == ("z",)
    assert woods.path("b") == ("z", "a", "b")


def test_a_concept_broader_than_itself_is_a_root() -> None:
    woods = forest(concepts({"a": "a", "b": "ab"}))
    assert woods.roots == ("a",)
    assert woods.children["a"] == ("b",)


def test_islands_and_concepts_whose_broader_one_is_elsewhere_are_roots() -> None:
    assert forest(concepts({"b": "", "a": "", "c": "?"})).roots == ("a", "b", "c")


@pytest.mark.parametrize("closed", [False, True], ids=["chain", "ring"])
def test_a_chain_of_twenty_thousand_is_no_deeper_problem(closed: bool) -> None:
    iris = [f"{number:05}" for number in range(20_000)]
    above = [(iris[-1],) if closed else (), *((iri,) for iri in iris[:-1])]
    woods = forest(Concept(iri, broader=up) for iri, up in zip(iris, above, strict=True))
    assert woods.roots == (iris[0],)
    assert woods.depth[iris[-1]] == 19_999
    assert len(woods.path(iris[-1])) == 20_000


LETTERS = "abcdefg"


@given(st.fixed_dictionaries({iri: st.text(LETTERS, max_size=3) for iri in LETTERS}))
def test_every_concept_stands_once_under_one_of_its_broader_ones(broader: dict[str, str]) -> None:
    woods = forest(concepts(broader))
    hung = [child for children in woods.children.values() for child in children]
    assert sorted([*woods.roots, *hung]) == list(LETTERS)
    for iri, above in woods.parent.items():
        assert above in broader[iri]
        assert woods.depth[iri] == woods.depth[above] + 1
        assert woods.path(iri)[0] in woods.roots
