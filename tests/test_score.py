"""What the benchmark of reading counts as right."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.read.documents import documents
from benchmarks.read.peers import Missing, Unread
from benchmarks.read.plain import by_headings, by_marks, by_numbers, text_of
from benchmarks.read.run import Reader, read_all
from benchmarks.read.score import Tally, Term, fold, matches, normal, score, total

HIVE: Term = {
    "name": "Hive",
    "other_names": ["Beehive"],
    "definition": "A box in which a colony lives.",
    "line_start": 3,
    "starts": [2, 3, 4],
    "line_end": 5,
}
SMOKER: Term = {
    "name": "Smoker",
    "other_names": [],
    "definition": "A can with bellows. It calms the bees.",
    "line_start": 7,
    "starts": [7, 8],
    "line_end": 8,
}
GOLD = [HIVE, SMOKER]


def hive(**changes: Any) -> Term:
    return {**HIVE, **changes}


def test_a_reader_that_finds_the_gold_has_full_marks() -> None:
    found = score(GOLD, GOLD)
    assert (found.terms.f1, found.names.f1, found.spans.f1) == (1, 1, 1)
    assert (found.definitions.unlike, found.definitions.furniture) == (0, 0)


def test_a_reader_that_finds_nothing_has_precision_and_no_recall() -> None:
    found = score([], GOLD)
    assert (found.terms.precision, found.terms.recall, found.terms.f1) == (1, 0, 0)


def test_an_invented_term_costs_precision_and_a_missed_one_recall() -> None:
    found = score([HIVE, hive(name="Contents", other_names=[])], GOLD)
    assert (found.terms.precision, found.terms.recall) == (0.5, 0.5)


@pytest.mark.parametrize("name", ["HIVE", "hive ", "Híve", "«Hive»", "Hi-ve"])
def test_case_accents_quotes_hyphens_and_spaces_make_no_other_name(name: str) -> None:
    assert score([hive(name=name)], [HIVE]).terms.right == 1


@pytest.mark.parametrize("name", ["Hives", "Hive (box)", "1. Hive", ""])
def test_anything_else_makes_another_name(name: str) -> None:
    assert score([hive(name=name)], [HIVE]).terms.right == 0


def test_a_term_is_found_under_another_of_its_names() -> None:
    assert score([hive(name="Beehive", other_names=["Hive"])], [HIVE]).terms.right == 1


def test_a_term_is_not_found_by_an_other_name_of_what_was_read() -> None:
    assert score([hive(name="Box", other_names=["Hive"])], [HIVE]).terms.right == 0


def test_an_entry_read_twice_is_right_once() -> None:
    found = score([HIVE, HIVE], [HIVE])
    assert found.terms == Tally(right=1, read=2, gold=1)


def test_of_two_entries_with_one_name_each_stands_for_the_one_on_its_line() -> None:
    later = hive(line_start=40, starts=[40], line_end=41)
    assert matches([later, HIVE], [HIVE, later]) == [(1, 0), (0, 1)]


def test_the_name_itself_goes_before_an_other_name() -> None:
    beehive = hive(name="Beehive", other_names=[], line_start=40, starts=[40])
    assert matches([beehive], [HIVE, beehive]) == [(0, 1)]


def test_names_are_counted_over_found_and_unfound_terms() -> None:
    found = score([hive(other_names=["Skep"])], GOLD)
    assert found.names == Tally(right=1, read=2, gold=3)


@pytest.mark.parametrize("start", [2, 3, 4])
def test_a_span_may_start_on_number_name_or_definition(start: int) -> None:
    assert score([hive(line_start=start)], [HIVE]).spans.f1 == 1


@pytest.mark.parametrize("lines", [{"line_start": 1}, {"line_end": 4}, {"line_end": 6}])
def test_a_span_with_a_wrong_end_on_either_side_is_wrong(lines: dict[str, int]) -> None:
    found = score([hive(**lines)], [HIVE])
    assert (found.terms.f1, found.spans.f1) == (1, 0)


def test_documents_without_lines_have_no_spans_to_miss() -> None:
    pdf = [hive(line_start=0, starts=[], line_end=0)]
    assert score([HIVE], pdf).spans == Tally()


def test_words_of_another_place_in_a_definition_are_furniture() -> None:
    found = score([hive(definition=f"{HIVE['definition']} Page 12")], [HIVE]).definitions
    assert (found.furniture, found.unlike) == (1, 1)


def test_a_definition_cut_short_is_unlike_but_no_furniture() -> None:
    found = score([hive(definition="A box")], [HIVE]).definitions
    assert (found.furniture, found.unlike) == (0, 1)


def test_marks_of_lists_and_stress_are_no_difference() -> None:
    printed = "A **box** in  which\n- a colony lives."
    assert score([hive(definition=printed)], [HIVE]).definitions.unlike == 0


def test_long_documents_weigh_more() -> None:
    assert total([score([], [HIVE]), score(GOLD * 2, GOLD * 2)]).terms == Tally(4, 4, 5)


texts = st.text(max_size=12)
terms = st.lists(
    st.fixed_dictionaries(
        {
            "name": texts,
            "other_names": st.lists(texts, max_size=2),
            "definition": texts,
            "line_start": st.integers(0, 9),
            "line_end": st.integers(0, 9),
        }
    ),
    max_size=6,
)


@given(terms, terms)
def test_whatever_was_read_no_figure_leaves_its_bounds(read: list[Term], gold: list[Term]) -> None:
    found = score(read, gold)
    for tally in (found.terms, found.names, found.spans):
        assert 0 <= tally.right <= min(tally.read, tally.gold)
        assert 0 <= tally.f1 <= 1
    pairs = matches(read, gold)
    assert len({r for r, _ in pairs}) == len({g for _, g in pairs}) == len(pairs)


@given(st.text())
def test_what_is_made_comparable_stays_so(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert normal(text) == normal(text + "\u00ad")


NUMBERS = "Contents\n\n1. Hive (Beehive)\nA box in which\na colony lives.\n\n2) Smoker: A can.\n"


def test_numbered_lines_begin_entries() -> None:
    first, second = by_numbers(NUMBERS)
    assert (first["name"], first["other_names"]) == ("Hive", ["Beehive"])
    assert (first["line_start"], first["line_end"]) == (3, 5)
    assert normal(first["definition"]) == "A box in which a colony lives."
    assert (second["name"], normal(second["definition"])) == ("Smoker", "A can.")


def test_short_lines_after_blank_ones_begin_entries() -> None:
    found = by_headings("Words\n\nHive\nA box.\n\nIt holds combs.\n\n## Smoker\n\nA can.\n")
    assert [(term["name"], term["line_end"]) for term in found] == [("Hive", 6), ("Smoker", 10)]


def test_markdown_sets_entries_apart_in_three_ways() -> None:
    text = (
        "- **Hive:** A box.\n\n# Tools\n\nSmoker\n:   A can.\n\n"
        "| no | name | what |\n|---|---|---|\n| 1 | Veil | A net. |\n"
    )
    found = [(term["name"], normal(term["definition"])) for term in by_marks(text)]
    assert found[0] == ("Hive", "A box.")
    assert found[1][0] == "Smoker"
    assert found[2] == ("Veil", "A net.")


@given(st.text() | st.from_regex(r"([#*:|+ .1)-]|\n){0,40}", fullmatch=True))
def test_plain_readers_read_any_text_and_count_its_lines(text: str) -> None:
    last = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for read in (by_numbers, by_headings, by_marks):
        assert all(1 <= term["line_start"] <= term["line_end"] <= last for term in read(text))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_readers_know_the_usual_encodings(encoding: str) -> None:
    assert text_of("Bienenstöcke – hölzern".encode(encoding)) == "Bienenstöcke – hölzern"


def test_tags_are_taken_out_and_lines_stay_where_they_are() -> None:
    page = text_of(b"<!doctype html>\n<p\nclass=x>Hive</p>\n<p>A box.</p>")
    assert page.split("\n")[2:] == ["Hive", "A box."]


def test_a_document_that_a_reader_refuses_counts_as_nothing_found(tmp_path: Path) -> None:
    (tmp_path / "bees.txt").write_text("Hive", "utf-8")
    (tmp_path / "bees.gold.json").write_text(json.dumps({"terms": GOLD}), "utf-8")
    (tmp_path / "lost.gold.json").write_text(json.dumps({"terms": GOLD}), "utf-8")

    def refuse(path: Path) -> list[list[Term]]:
        raise Unread(f"no reader for {path.suffix}")

    [outcome] = read_all(Reader("deaf", refuse), documents(tmp_path))
    assert (outcome.fault, outcome.scores.terms) == ("no reader for .txt", Tally(0, 0, 2))


def test_of_what_a_tool_gives_the_best_reading_counts(tmp_path: Path) -> None:
    (tmp_path / "bees.txt").write_text("Hive", "utf-8")
    (tmp_path / "bees.gold.json").write_text(json.dumps({"terms": GOLD}), "utf-8")
    [outcome] = read_all(Reader("two", lambda path: [[HIVE], GOLD, []]), documents(tmp_path))
    assert outcome.scores.terms.f1 == 1


def test_a_tool_that_is_not_installed_is_no_document_that_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "bees.txt").write_text("Hive", "utf-8")
    (tmp_path / "bees.gold.json").write_text(json.dumps({"terms": GOLD}), "utf-8")

    def absent(path: Path) -> list[list[Term]]:
        raise Missing(f"pip install a reader of {path.suffix}")

    with pytest.raises(Missing, match="pip install"):
        read_all(Reader("absent", absent), documents(tmp_path))
