"""YAML is read as texts that know their lines, and nothing in it is run or multiplied."""

from collections.abc import Callable

import pytest

from ontology.problem import Problem
from ontology.yaml_lines import Value, parse


def problem_of(text: str) -> str:
    with pytest.raises(Problem) as caught:
        parse(text, "a.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "1.0", "0x10", "2026-01-31", "null", "~", "1_000", ".inf"]
)
def test_what_yaml_would_make_a_number_or_a_boolean_stays_text(text: str) -> None:
    assert parse(f"key: {text}", "a.yaml").mapping()["key"].text() == text
    assert list(parse(f"{text}: value", "a.yaml").mapping()) == [text]


def test_a_value_stands_at_the_line_of_its_key() -> None:
    found = parse("# first\none: 1\ntwo:\n  - a\n  - b\nthree:\n  four: x\n", "a.yaml").mapping()
    assert [found[key].line for key in ("one", "two", "three")] == [2, 3, 6]
    assert [item.line for item in found["two"].list()] == [4, 5]


def test_a_folded_text_is_one_line_without_spaces_around() -> None:
    assert parse("a: >-\n  one\n  two\n", "a.yaml").mapping()["a"].text() == "one two"
    assert parse("a: |\n  one\n", "a.yaml").mapping()["a"].text() == "one"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_holds_no_keys(text: str) -> None:
    value = parse(text, "a.yaml")
    assert not value.content


def test_an_alias_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert problem_of(bomb) == "a.yaml:1: an alias (*name) is not read here; write it out"


def test_a_tag_makes_no_object() -> None:
    found = parse("a: !!python/object/apply:os.system [ls]\nb: !!int 007\n", "a.yaml").mapping()
    assert [item.text() for item in found["a"].list()] == ["ls"]
    assert found["b"].text() == "007"


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [1\nb: 2\n", 2), ("a: 'x\n", 2), ("a:\n\t- x\n", 2), ("a: b: c\n", 1), ("a: @x\n", 1)],
)
def test_what_is_not_yaml_is_told_by_line(text: str, line: int) -> None:
    assert problem_of(text).startswith(f"a.yaml:{line}: not YAML: ")


def test_a_second_document_in_one_file_is_refused() -> None:
    assert problem_of("a: 1\n---\nb: 2\n").startswith("a.yaml:2: not YAML: ")


def test_a_control_character_is_told_by_line() -> None:
    assert problem_of("a: 1\nb: 2\x07\n") == (
        "a.yaml:2: holds the control character U+0007; take it out"
    )


def test_a_key_must_be_a_word() -> None:
    assert problem_of("a: 1\n[b, c]: 2\n") == "a.yaml:2: a key must be a word"


def test_a_key_that_stands_twice_is_told_with_its_first_line() -> None:
    assert problem_of("a:\n  x: 1\nb: 2\na:\n  x: 3\n") == (
        "a.yaml:4: 'a' stands twice, first in line 1"
    )


@pytest.mark.parametrize("depth", [500, 100_000])
def test_lists_nested_without_end_are_one_message(depth: int) -> None:
    assert problem_of("[" * depth + "]" * depth).startswith("a.yaml")


def test_each_kind_of_value_asks_for_its_own_kind() -> None:
    value = parse("a: [x]\nb: {c: d}\ne: f\n", "a.yaml").mapping()
    asked: list[Callable[[], object]] = [
        value["a"].text,
        value["b"].list,
        value["e"].mapping,
        Value(" ", "a.yaml", 9).text,
    ]
    said = []
    for ask in asked:
        with pytest.raises(Problem) as caught:
            ask()
        said.append(str(caught.value).partition(";")[0])
    assert said == [
        "a.yaml:1: a text should stand here",
        "a.yaml:2: a list should stand here",
        "a.yaml:3: keys and values should stand here",
        "a.yaml:9: a text should stand here",
    ]
