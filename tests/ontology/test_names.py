"""Names that people mean to be the same are the same, and a typing error finds its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.names import did_you_mean, fold, near_misses


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Éxito del cliente", "exito del cliente"),
        ("e\u0301xito", "éxito"),
        ("win-back", "Win back"),
        ("taux d’attrition", "taux d'attrition"),
        ("up/cross selling", "up  cross\tselling"),
        ("STRASSE", "straße"),
        ("ﬁdélité", "fidelite"),
        ("ＣＲＭ", "crm"),
        ("ℌub", "hub"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_accents_hyphens_and_odd_spaces_make_no_other_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("C++", "C#"), ("-", "/"), ("–", "_"), ("NPS", "NRS")])
def test_other_signs_make_another_name(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_only_an_empty_name_is_folded_away() -> None:
    assert fold(" \t\n") == ""
    assert fold(" - ") == "-"


@given(st.text(max_size=20))
def test_a_folded_name_is_folded_already(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=20))
def test_no_name_of_something_is_folded_to_nothing(name: str) -> None:
    assert bool(fold(name)) == bool(name.strip())


def test_the_nearest_name_is_suggested_first() -> None:
    known = ["glim-jar", "twin-glim", "glim", "quorl"]
    assert near_misses("glin", known)[0] == "glim"
    assert near_misses("GLIM JAR", known)[0] == "glim-jar"
    assert near_misses("zzz", known) == []


def test_suggestions_are_at_most_three_and_do_not_depend_on_order() -> None:
    known = ["glim a", "glim b", "glim c", "glim d"]
    assert len(near_misses("glim", known)) == 3
    assert near_misses("glim", known) == near_misses("glim", reversed(known))


def test_a_suggestion_reads_as_a_question_and_a_short_list_as_a_choice() -> None:
    assert did_you_mean("quorll", ["quorl", "glim"]) == "did you mean 'quorl'?"
    assert did_you_mean("zzz", ["quorl", "glim"]) == "it can be glim, quorl"


def test_nothing_is_suggested_where_nothing_helps() -> None:
    assert did_you_mean("zzz", []) == ""
    assert did_you_mean("zzz", [f"quorl {number}" for number in range(30)]) == ""
