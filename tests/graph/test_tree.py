"""The hierarchy as people read it: a line a concept, each in full once."""

from collections.abc import Mapping

from graph.tree import tree_json, tree_text
from ontology.model import Concept


def concepts(broader: Mapping[str, str], labels: Mapping[str, str] | None = None) -> list[Concept]:
    """``{"b": "a"}`` is a concept b with the broader one a; each letter is a concept."""
    return [
        Concept(
            iri,
            pref_labels={"en": (labels or {}).get(iri, iri)},
            broader=tuple(above),
            narrower=tuple(low for low, ups in broader.items() if iri in ups),
        )
        for iri, above in broader.items()
    ]


def test_narrower_concepts_stand_further_in() -> None:
    assert tree_text(concepts({"a": "", "b": "a", "c": "b", "d": "a", "e": ""}), None, "en") == (
        "a\n    b\n        c\n    d\ne\n"
    )


def test_siblings_stand_in_the_order_of_their_labels_whatever_their_case() -> None:
    labels = {"b": "zum", "c": "Alm", "d": "bim"}
    text = tree_text(concepts({"a": "", "b": "a", "c": "a", "d": "a"}, labels), None, "en")
    assert text == "a\n    Alm\n    bim\n    zum\n"


def test_labels_in_another_language_say_so() -> None:
    up = Concept("a", pref_labels={"en": "glim", "es": "brillín"}, narrower=("b",))
    low = Concept("b", pref_labels={"en": "twin glim"}, broader=("a",))
    assert tree_text([up, low], None, "es") == "brillín\n    twin glim [en]\n"


def test_a_concept_with_two_broader_ones_stands_in_full_once_and_by_name_again() -> None:
    text = tree_text(concepts({"a": "", "b": "", "x": "ab", "y": "x"}), None, "en")
    assert text == "a\n    x\n        y\nb\n    x  -> a\n"


def test_a_top_concept_that_has_a_broader_one_is_shown_there_by_name() -> None:
    up, low = concepts({"a": "", "b": "a"})
    top = Concept("b", {"en": "b"}, broader=("a",), top_concept_of=("urn:s",))
    assert tree_text([up, top], None, "en") == "a\n    b  ->\nb\n"
    assert tree_text([up, low], None, "en") == "a\n    b\n"


def test_a_circle_is_shown_once_around() -> None:
    found = concepts({"a": "c", "b": "a", "c": "b"})
    assert tree_text(found, None, "en") == "a\n    b\n        c\n            a  ->\n"
    assert tree_text(found, found[1], "en") == "b\n    c\n        a  ->\n"


def test_a_concept_narrower_than_itself_is_shown_once() -> None:
    assert tree_text(concepts({"a": "a"}), None, "en") == "a\n"


def test_a_neighbour_that_is_not_in_the_graph_is_not_shown() -> None:
    alone = Concept("a", {"en": "a"}, broader=("urn:up",), narrower=("urn:down",))
    assert tree_text([alone], None, "en") == "a\n"


def test_under_one_concept_only_its_own_are_shown() -> None:
    found = concepts({"a": "", "b": "a", "c": "b", "d": "a"})
    assert tree_text(found, found[1], "en") == "b\n    c\n"


def test_a_label_with_line_ends_adds_no_line() -> None:
    found = concepts({"a": "", "b": "a"}, {"b": "bim\n    forged"})
    assert tree_text(found, None, "en") == "a\n    bim forged\n"


def test_the_order_of_the_concepts_changes_nothing() -> None:
    found = concepts({"a": "", "b": "", "x": "ab", "y": "x", "z": "ya"})
    assert tree_text(found, None, "en") == tree_text(found[::-1], None, "en")


def test_json_is_nested_as_the_tree_is() -> None:
    found = concepts({"a": "", "b": "a", "c": "b", "d": "", "e": "d"})
    leaf = {"iri": "c", "prefLabel": "c", "narrower": []}
    assert tree_json(found, None, "en") == [
        {
            "iri": "a",
            "prefLabel": "a",
            "narrower": [
                {"iri": "b", "prefLabel": "b", "narrower": [leaf]},
            ],
        },
        {
            "iri": "d",
            "prefLabel": "d",
            "narrower": [
                {"iri": "e", "prefLabel": "e", "narrower": []},
            ],
        },
    ]
    assert tree_json(found, found[2], "en") == [leaf]


def test_in_json_a_concept_has_its_narrower_ones_in_one_place() -> None:
    found = concepts({"a": "", "b": "", "x": "ab", "y": "x"})
    first, second = tree_json(found, None, "en")
    assert first["narrower"] == [
        {
            "iri": "x",
            "prefLabel": "x",
            "narrower": [
                {"iri": "y", "prefLabel": "y", "narrower": []},
            ],
        },
    ]
    assert second["narrower"] == [{"iri": "x", "prefLabel": "x", "narrower": []}]


def test_a_chain_of_two_thousand_is_no_deeper_problem() -> None:
    iris = [f"{number:04}" for number in range(2000)]
    chain = [
        Concept(iri, broader=tuple(iris[n - 1 : n]), narrower=tuple(iris[n + 1 : n + 2]))
        for n, iri in enumerate(iris)
    ]
    assert tree_text(chain, None, "en").splitlines()[-1].strip() == "1999"
    assert len(tree_json(chain, None, "en")) == 1


def test_a_retired_concept_has_no_place_in_the_tree() -> None:
    old = Concept("c", {"en": "c"}, broader=("a",), deprecated=True)
    top, *others = concepts({"a": "", "b": "a"})
    assert tree_text([top, *others, old], None, "en") == "a\n    b\n"
    assert tree_text([top, *others, old], old, "en") == "c\n"
