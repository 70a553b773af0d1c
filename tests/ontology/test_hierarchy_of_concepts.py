"""Who stands above whom, and where broader comes back to where it began."""

from ontology.hierarchy import ancestors, first_in_a_circle


def test_everyone_above_is_an_ancestor_by_whatever_way() -> None:
    broader = {"pup": ["dog", "young"], "dog": ["animal"], "young": [], "animal": []}
    assert ancestors("pup", broader) == {"dog", "young", "animal"}
    assert ancestors("animal", broader) == set()


def test_a_concept_above_itself_is_found_and_those_beside_the_circle_are_not() -> None:
    broader = {"a": ["b"], "b": ["c"], "c": ["d"], "d": ["b", "top"], "top": []}
    assert first_in_a_circle(broader) == "b"
    assert first_in_a_circle({"a": ["b"], "b": ["top"], "top": []}) is None


def test_what_is_broader_to_itself_is_a_circle_too() -> None:
    assert first_in_a_circle({"a": ["a"]}) == "a"


def test_a_circle_between_two_others_is_told_by_the_first() -> None:
    broader = {"m": ["n"], "n": ["m", "x"], "x": ["b"], "b": ["c"], "c": ["b"]}
    assert first_in_a_circle(broader) == "b"
