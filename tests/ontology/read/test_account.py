"""What a reading says for itself: its terms, what was left out, every line and why."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ontology.model import Term
from ontology.read.account import explain_text, missing_numbers, pack, summary, terms_table, unpack
from ontology.read.document import read_document
from ontology.read.entries import DocumentRead

TEXT = """A glossary of bells

1. Clapper
The part that strikes a bell from inside. It hangs on a strap.

2. Crown
The upper part of a bell, by which it is hung from a beam.

3. Lip
The edge of a bell, where it is widest and thinnest.

5. Yoke
The beam on which a bell hangs and with which it swings.

6. Waist
The part of a bell between its shoulder and its lip.

Printed by the friends of the tower
"""


def reading() -> DocumentRead:
    return read_document(TEXT.encode(), "bells.txt")


def test_the_first_line_says_how_many_terms_there_are_in_which_language() -> None:
    assert next(summary(reading())).startswith("5 terms, en, ")


def test_what_was_left_out_is_said_with_its_lines_and_how_it_begins() -> None:
    said = list(summary(reading()))
    assert any("line 1" in one and "«A glossary of bells»" in one for one in said)
    assert any("line 18" in one and "«Printed by the friends of the tower»" in one for one in said)


def test_lines_left_out_together_are_said_together() -> None:
    before = "It rained all day, and the tower stood in the fog.\nNobody rang.\n\n"
    found = read_document((before + TEXT).encode(), "bells.txt")
    assert any("lines 1–4" in one for one in summary(found))


def test_a_number_that_is_missing_is_said() -> None:
    assert list(missing_numbers(reading().terms)) == ["no entry has the number 4"]


def test_two_terms_of_one_entry_share_its_number() -> None:
    terms = [Term(f"t{n}", number=str(n), line_start=n) for n in (1, 2, 3, 4, 5, 7)]
    twin = Term("twin", number="7", line_start=7)
    assert list(missing_numbers([*terms, twin])) == ["no entry has the number 6"]


def test_numbers_that_begin_again_miss_none() -> None:
    numbers = [1, 2, 3, 4, 5, 7] * 2
    terms = [Term(f"t{n}", number=str(number), line_start=n) for n, number in enumerate(numbers)]
    assert list(missing_numbers(terms)) == []
    assert list(missing_numbers([Term("a", number="1"), Term("b", number="x")])) == []


def test_what_the_format_left_out_and_what_was_mended_is_said() -> None:
    found = replace(reading(), left_out=("hidden column C",), repaired=("line 3: a soft hyphen",))
    said = list(summary(found))
    assert "left out: hidden column C" in said
    assert "repaired: line 3: a soft hyphen" in said
    whole = explain_text(found)
    assert "hidden column C" in whole
    assert "line 3: a soft hyphen" in whole


def test_the_summary_of_a_long_account_is_short_and_says_so() -> None:
    found = replace(reading(), repaired=tuple(f"line {n}: mended" for n in range(900)))
    said = list(summary(found))
    assert len(said) < 60
    assert any("--explain" in one for one in said)
    assert explain_text(found).count(": mended") == 900


def test_every_line_is_explained_once_and_in_order() -> None:
    explained = explain_text(reading()).partition("Lines:\n")[2].splitlines()
    for number, text in enumerate(TEXT.splitlines()):
        assert explained[number].split()[0] == str(number + 1)
        assert explained[number].endswith(text)


def test_the_table_has_a_line_for_each_term() -> None:
    table = terms_table(reading().terms).splitlines()
    assert len(table) == 6
    assert table[1].startswith("Clapper")
    assert "3–4" in table[1]
    assert all(len(line) < 200 for line in table)


def test_the_table_of_nothing_is_its_header() -> None:
    assert terms_table([]).splitlines() == ["name  other names  lang  lines  definition"]


def test_a_reading_comes_whole_from_one_process_to_another() -> None:
    assert unpack(pack(reading())) == reading()


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_term_comes_whole_from_one_process_to_another(text: str, names: list[str]) -> None:
    term = Term(text, tuple(names), text, see=tuple(names), line_start=1, line_end=2)
    found = replace(reading(), terms=(term,), repaired=tuple(names))
    assert unpack(pack(found)) == found
