"""A concept is found by what people call it, even when they mistype it."""

import pytest

from graph.search import find, search
from ontology.model import Concept
from ontology.problem import Problem

LEAD = Concept(
    "urn:lead",
    pref_labels={"en": "glim", "es": "brillín", "fr": "lueur d’été"},
    alt_labels={"en": ("GLM",), "es": ("glim",)},
    hidden_labels={"en": ("glims",)},
    notation="glim",
)
JAR = Concept("urn:jar", pref_labels={"en": "glim jar"}, notation="glim-jar")
LONG = Concept("urn:long", pref_labels={"en": "glim jar without any lid"}, notation="lidless")
TWIN = Concept("urn:twin", pref_labels={"en": "twin glim"}, notation="twin-glim")
QUORL = Concept("urn:quorl", pref_labels={"en": "quorl harvest"}, alt_labels={"en": ("brillin",)})
ALL = [QUORL, TWIN, LONG, JAR, LEAD]


def found(words: str, language: str = "en") -> list[str]:
    return [hit.concept.iri for hit in search(ALL, words, language)]


def test_the_same_name_comes_first_then_what_begins_so_then_what_holds_it() -> None:
    assert found("glim") == ["urn:lead", "urn:jar", "urn:long", "urn:twin"]
    scores = [hit.score for hit in search(ALL, "glim")]
    assert scores[0] == 100
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("words", ["GLIM", " glim ", "glím", "Lueur d'ete", "lueur d-été"])
def test_case_accents_and_odd_signs_are_forgiven(words: str) -> None:
    assert search(ALL, words)[0].concept == LEAD


@pytest.mark.parametrize("words", ["qourl harvest", "quorl harvst", "quorll", "harvest quorl"])
def test_a_typing_error_or_another_order_of_words_is_forgiven(words: str) -> None:
    assert found(words) == ["urn:quorl"]


def test_of_a_few_letters_only_whole_words_and_beginnings_match() -> None:
    assert found("gl")[0] == "urn:lead"
    assert found("zlm") == []


@pytest.mark.parametrize("words", ["", "   ", "xyzzy plugh"])
def test_nothing_is_found_where_nothing_is_near(words: str) -> None:
    assert found(words) == []


def test_a_concept_is_found_once_with_its_best_label() -> None:
    (hit,) = [hit for hit in search(ALL, "glm") if hit.concept == LEAD]
    assert (hit.label, hit.language, hit.kind, hit.score) == ("GLM", "en", "altLabel", 100)
    (hit,) = search([LEAD], "glims")
    assert hit.kind == "hiddenLabel"


def test_of_labels_that_match_equally_one_in_the_language_is_named() -> None:
    assert search([LEAD], "glim", "es")[0].language == "es"
    assert search([LEAD], "glim", "ES")[0].language == "es"
    assert search([LEAD], "glim", "fr")[0].kind == "prefLabel"


def test_of_concepts_that_match_equally_the_preferred_label_comes_first() -> None:
    assert found("brillin", "fr") == ["urn:lead", "urn:quorl"]


def test_at_most_the_limit_is_given_whatever_the_order_of_the_graph() -> None:
    assert search(ALL, "glim", limit=2) == search(ALL[::-1], "glim", limit=2)
    assert len(search(ALL, "glim", limit=2)) == 2


@pytest.mark.parametrize("label", ["", " ", "–", "\u0301", "!?"])
def test_a_label_without_letters_stops_no_search(label: str) -> None:
    odd = Concept("urn:odd", pref_labels={"en": label})
    assert [hit.concept for hit in search([odd, LEAD], "glim")] == [LEAD]
    assert [hit.concept for hit in search([odd, LEAD], "quorl harvest")] == []


def test_twenty_thousand_concepts_are_searched_while_one_waits() -> None:
    many = [
        Concept(f"urn:{number}", pref_labels={"en": f"thing {number:05} of quorl"})
        for number in range(20_000)
    ]
    assert search(many, "thing 12345 of quorll")[0].concept.iri == "urn:12345"


# --- naming one concept ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("urn:jar", JAR),
        ("glim-jar", JAR),
        ("Glim Jar", JAR),
        ("BRILLÍN", LEAD),
        ("glims", LEAD),
        ("glm", LEAD),
        ("twin-glim", TWIN),
    ],
)
def test_an_iri_an_identifier_or_a_label_names_a_concept(name: str, concept: Concept) -> None:
    assert find(ALL, name) == concept


def test_a_preferred_label_counts_before_an_alternative_one() -> None:
    assert find(ALL, "brillin") == LEAD


def test_a_name_of_several_concepts_asks_which() -> None:
    twice = [Concept("urn:a", {"en": "glim"}, notation="a"), Concept("urn:b", {"es": "Glim"})]
    with pytest.raises(Problem) as caught:
        find(twice, "glim")
    assert str(caught.value) == "'glim' is a label of 2 concepts; name one: a, urn:b"


def test_a_name_of_no_concept_suggests_the_nearest() -> None:
    with pytest.raises(Problem) as caught:
        find(ALL, "quorl harvst")
    assert str(caught.value) == (
        "no concept is called 'quorl harvst'; did you mean 'quorl harvest'?"
    )


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name_names_nothing_though_a_concept_has_no_notation(name: str) -> None:
    nameless = Concept("urn:nameless", pref_labels={"en": ""})
    with pytest.raises(Problem, match="an empty name names no concept"):
        find([nameless], name)


def test_a_name_of_signs_alone_names_no_other_signs() -> None:
    signs = [Concept("urn:dash", {"en": "-"}), Concept("urn:slash", {"en": "/"})]
    assert find(signs, "/").iri == "urn:slash"


def test_a_retired_concept_is_found_by_its_iri_alone() -> None:
    old = Concept("urn:old", {"en": "glim"}, notation="old-glim", deprecated=True)
    assert [hit.concept.iri for hit in search([old, JAR], "glim")] == ["urn:jar"]
    assert find([old, LEAD], "glim") == LEAD
    assert find([old, LEAD], "old-glim") == find([old, LEAD], "urn:old") == old
    with pytest.raises(Problem):
        find([old, JAR], "glim")
