"""Debris, running heads, page numbers, letters and tables of contents are told from content."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.read.layout.tidy import clean_text, number_lines, tidy
from ontology.read.line import Line, Role

WORDS = ["alder", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine"]
BODY = [f"The {one} grows beside the {other}." for one in WORDS for other in WORDS if one != other]


def lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=1)]


def left_out(*texts: str) -> dict[str, str]:
    """Text of a line that is no content → why."""
    return {texts[at]: why for at, why in tidy(lines(*texts)).furniture.items()}


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("sad\u00addle", "saddle"),
        ("sad\u200bdle", "saddle"),
        ("\ufeffsaddle", "saddle"),
        ("the\u00a0saddle", "the saddle"),
        ("the\u2009 saddle", "the saddle"),
        ("ﬁt and ﬂat oﬃce", "fit and flat office"),
        ("sa\u0308ttel", "sättel"),
        ("sad\x07dle", "saddle"),
        ("a\tb", "a b"),
    ],
)
def test_debris_in_words_is_taken_out(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_joiners_that_a_script_needs_stay() -> None:
    assert clean_text("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_text("क्\u200dष") == "क्\u200dष"


def test_what_was_taken_out_is_said_with_its_line() -> None:
    tidied = tidy(lines("Saddle", "Where one\u00ad sits."))
    assert [line.text for line in tidied.lines] == ["Saddle", "Where one sits."]
    assert [said for said in tidied.repaired if "line 2" in said]
    assert not [said for said in tidied.repaired if "line 1" in said]


def test_a_head_that_runs_through_the_pages_is_left_out() -> None:
    head = "The Green Wheel Handbook"
    why = left_out(head, *BODY[:9], head, *BODY[9:20], head, *BODY[20:29])
    assert "3 times" in why[head]
    assert why.keys() == {head}


def test_a_foot_with_the_number_of_the_page_is_left_out() -> None:
    texts = ["Handbook · page 1", *BODY[:9], "Handbook · page 2", *BODY[9:19], "Handbook · page 3"]
    why = left_out(*BODY[20:29], *texts)
    assert why.keys() == {"Handbook · page 1", "Handbook · page 2", "Handbook · page 3"}


def test_numbers_of_pages_are_left_out() -> None:
    why = left_out(*BODY[:9], "- 1 -", *BODY[9:17], "- 2 -", *BODY[17:25], "- 3 -")
    assert why == dict.fromkeys(("- 1 -", "- 2 -", "- 3 -"), "the number of a page")


def test_a_line_that_stands_twice_near_by_is_content() -> None:
    assert left_out(*BODY[:3], "Used in races", BODY[3], "Used in races", *BODY[4:20]) == {}


def test_numbered_names_are_no_running_head() -> None:
    assert (
        left_out(*[text for n in range(1, 7) for text in (f"{n}. Part", *BODY[3 * n : 3 * n + 3])])
        == {}
    )


def test_letters_over_their_entries_are_left_out() -> None:
    why = left_out("A", "Axle", *BODY[:2], "B", "Bell", *BODY[2:4], "C", "Chain", *BODY[4:6])
    assert why == dict.fromkeys("ABC", "a letter of the alphabet")


@pytest.mark.parametrize("row", ["A B C D E F G H", "A | B | C | D | E | F | G", "А·Б·В·Г·Д·Е·Ж"])
def test_a_row_of_letters_is_left_out(row: str) -> None:
    assert row in left_out(row, *BODY[:5])


def test_two_letters_by_themselves_may_be_names() -> None:
    assert left_out("C", BODY[0], "R", BODY[1]) == {}


def test_a_list_of_what_comes_is_a_table_of_contents() -> None:
    names = ["Axle", "Bell", "Chain", "Dynamo", "Fork"]
    texts = [*names, "", *[text for n, name in enumerate(names) for text in (name, BODY[n])]]
    furniture = tidy(lines(*texts)).furniture
    assert {at for at, why in furniture.items() if why == "a table of contents"} == set(range(5))


def test_a_line_with_dots_and_a_page_is_of_a_table_of_contents() -> None:
    contents = [
        f"{name} ........ {page}" for page, name in enumerate(["Axle", "Bell", "Chain", "Fork"], 3)
    ]
    assert set(contents) <= left_out(*contents, "", *BODY[:9]).keys()


def test_what_the_format_calls_furniture_is_left_out() -> None:
    tidied = tidy([Line(1, "Home", role=Role.FURNITURE), Line(2, "Saddle")])
    assert tidied.furniture == {0: "the page, not its content"}


@pytest.mark.parametrize("text", ["7", "7.", "(7)", "[7]", "#7", "7)"])
def test_a_number_alone(text: str) -> None:
    assert number_lines(lines("Saddle", text)) == {1: 7}


@pytest.mark.parametrize("text", ["7 wheels", "3.2", "2024-05-01", "VII", "-7", "12345"])
def test_what_is_no_number_alone(text: str) -> None:
    assert number_lines(lines(text)) == {}


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.lists(st.text(max_size=30), max_size=40))
def test_every_line_stays_in_its_place(texts: list[str]) -> None:
    tidied = tidy(lines(*texts))
    assert [line.number for line in tidied.lines] == list(range(1, len(texts) + 1))
    assert set(tidied.furniture) <= set(range(len(texts)))


@pytest.mark.parametrize("text", ["." * 100_000, ". " * 50_000, "._" * 50_000 + "x"])
def test_a_line_of_dots_without_end_takes_a_moment(text: str) -> None:
    start = process_time()
    tidy(lines(*BODY, f"saddle {text} x", text))
    assert process_time() - start < 4


def test_a_table_of_contents_without_end_takes_a_moment() -> None:
    names = [f"{one} {number}" for number in range(3000) for one in WORDS]
    start = process_time()
    found = tidy(lines(*names, *names)).furniture
    assert process_time() - start < 8
    assert {found.get(at) for at in range(len(names))} == {"a table of contents"}
