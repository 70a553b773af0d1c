"""Marks that people type, of Markdown and of their own, become what they say of a line."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.read.line import Line, Role
from ontology.read.text.document import parse


def lines(text: str) -> tuple[Line, ...]:
    return parse(text.encode(), "words.txt").lines


def line(text: str) -> Line:
    (only,) = lines(text)
    return only


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_its_level_and_not_its_marks(level: int) -> None:
    found = line("#" * level + " Saddle ##")
    assert (found.text, found.heading) == ("Saddle", level)


def test_a_hash_without_a_space_is_no_heading() -> None:
    assert line("#1 Saddle").heading == 0
    assert line("####### Saddle").heading == 0


def test_a_sign_that_belongs_to_the_name_does_not_close_a_heading() -> None:
    assert [line(text).text for text in ("## C#", "## C# ##", "## ##")] == ["C#", "C#", ""]


@pytest.mark.parametrize(
    "text",
    [
        "# a" + " " * 60_000 + "b",
        "|a" + " " * 60_000 + "b",
        "| a | b |\n" + " " * 60_000 + "x",
        "```{note}\n" * 60_000,
    ],
    ids=["blanks in a heading", "blanks in a row", "blanks under a row", "fences within fences"],
)
def test_what_is_long_takes_no_longer_than_it_is(text: str) -> None:
    begin = process_time()
    lines(text)
    assert process_time() - begin < 5


def test_a_heading_may_be_underlined() -> None:
    found = lines("Saddle\n======\n\nWhere one sits.\n\nStem\n----\n\nHolds the bar.")
    assert [(one.text, one.heading) for one in found if one.heading] == [("Saddle", 1), ("Stem", 2)]
    assert [one.number for one in found if one.text] == [1, 4, 6, 9]


def test_a_line_of_hyphens_by_itself_is_a_blank_line() -> None:
    found = lines("Where one sits.\n\n-----\n\nHolds the bar.")
    assert [one.text for one in found] == ["Where one sits.", "", "", "", "Holds the bar."]
    assert not any(one.heading for one in found)


@pytest.mark.parametrize(
    "written",
    ["**Saddle** where one sits", "__Saddle__ where one sits", "***Saddle*** where one sits"],
)
def test_bold_words_at_the_beginning_are_set_apart(written: str) -> None:
    found = line(written)
    assert (found.text, found.bold) == ("Saddle where one sits", "Saddle")


def test_bold_words_further_on_are_only_words() -> None:
    found = line("The **saddle** is where one sits")
    assert (found.text, found.bold) == ("The saddle is where one sits", "")


def test_a_line_that_is_bold_as_a_whole() -> None:
    found = line("**Saddle**")
    assert found.text == found.bold == "Saddle"


def test_bold_words_after_a_number() -> None:
    assert line("1. **Saddle** where one sits").bold == "Saddle"


@pytest.mark.parametrize("mark", "-*+•·▪◦●■►–")
def test_bullets_are_taken_off(mark: str) -> None:
    found = line(f"{mark} Saddle: where one sits")
    assert (found.bullet, found.text) == (mark, "Saddle: where one sits")


def test_items_further_in_have_their_indent() -> None:
    found = lines("- Saddle\n    - leather\n\t- foam")
    assert [one.indent for one in found] == [0, 4, 4]
    assert [one.text for one in found] == ["Saddle", "leather", "foam"]


def test_a_star_that_multiplies_is_no_mark() -> None:
    assert (
        line("Gear inches = wheel * front / rear * 1").text
        == "Gear inches = wheel * front / rear * 1"
    )


def test_underscores_inside_a_word_stay() -> None:
    assert line("saddle_height_mm: how high").text == "saddle_height_mm: how high"


def test_links_leave_their_text_and_how_much_of_it_is_linked() -> None:
    found = line("See [the saddle](https://green.example/a_(b)) for more")
    assert found.text == "See the saddle for more"
    assert found.linked == len("the saddle")


def test_a_picture_is_no_content() -> None:
    assert line("![a saddle](saddle.png)").role is Role.FURNITURE


def test_front_matter_is_no_content() -> None:
    found = lines("---\ntitle: Words\nlang: en\n---\n\nSaddle: where one sits")
    assert [one.role for one in found[:4]] == [Role.FURNITURE] * 4
    assert found[-1] == Line(6, "Saddle: where one sits")


def test_comments_are_no_content() -> None:
    found = lines("<!-- mend this -->\nSaddle<!-- x -->: where one sits")
    assert [one.text for one in found if one.text] == ["Saddle: where one sits"]


def test_code_keeps_its_marks() -> None:
    found = lines("```sh\n# **not** bold\n```\nSaddle")
    assert [(one.text, one.role) for one in found] == [
        ("", Role.TEXT),
        ("# **not** bold", Role.CODE),
        ("", Role.TEXT),
        ("Saddle", Role.TEXT),
    ]


def test_a_table_is_rows_with_a_head() -> None:
    found = lines("| Term | Meaning |\n|:-----|--------:|\n| **Saddle** | a \\| b |")
    head, _, row = found
    assert (head.role, head.head, head.cells) == (Role.ROW, True, ("Term", "Meaning"))
    assert (row.role, row.head, row.cells) == (Role.ROW, False, ("Saddle", "a | b"))
    assert row.bold == "Saddle"
    assert (row.number, row.table) == (3, head.table)


def test_two_tables_are_two() -> None:
    found = lines("| a | b |\n| c | d |\n\n| e | f |\n| g | h |")
    assert [one.table for one in found if one.role is Role.ROW] == [1, 1, 2, 2]


def test_a_quoted_line_loses_its_sign() -> None:
    assert line("> > Saddle: where one sits").text == "Saddle: where one sits"


def test_escaped_marks_are_letters() -> None:
    assert line(r"Saddle \[sic\] \#2").text == "Saddle [sic] #2"


TYPED = st.text(st.sampled_from("ab *_`#-|:[]()<>!\\~=\t•\u00a0é1."), max_size=40)


@given(st.lists(TYPED, max_size=30))
def test_any_text_has_a_line_for_each_of_its_lines(texts: list[str]) -> None:
    found = lines("\n".join(["Saddle", *texts]))
    assert sorted({one.number for one in found}) == list(range(1, len(texts) + 2))
    assert all("\n" not in one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "*" * 50_000,
        "[" * 50_000,
        "<!--" * 20_000,
        "|" * 50_000,
        "# " + "a " * 50_000,
        "`" * 50_001,
        "_a" * 30_000,
        "(" * 50_000,
    ],
)
def test_a_line_made_to_be_slow_is_read_at_once(text: str) -> None:
    began = process_time()
    lines(f"Saddle\n{text}\nStem")
    lines(f"Saddle\n{text[:19_000]}\nStem")
    assert process_time() - began < 2
