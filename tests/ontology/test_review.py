"""A table of matches can be edited in a spreadsheet and comes back as it was meant."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.model import Match, Term
from ontology.problem import Problem
from ontology.review import COLUMNS, RELATIONS, generate, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'=+-@|\\\t\r\n;,\" "))
SAID = TEXT.filter(str.strip)
SOME = st.lists(SAID, max_size=3).map(tuple)
TERMS = st.builds(
    Term,
    name=SAID,
    other_names=SOME,
    definition=TEXT,
    language=st.sampled_from(["", "en", "pt-BR"]),
    group=TEXT,
    number=TEXT,
    see=SOME,
    line_start=st.integers(0, 10**6),
    line_end=st.integers(0, 10**6),
    document=TEXT,
)
MATCHES = st.builds(
    Match,
    term=TERMS,
    relation=st.sampled_from(RELATIONS),
    concept=st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True),
    decision=st.sampled_from(["accept", "propose", "reject"]),
    score=st.floats(0, 1),
    reasons=SOME,
    label=TEXT,
    definition=TEXT,
)

HOOD = Match(
    Term("lens hood", ("hood",), "Keeps light off.", "en", line_start=3, line_end=5),
    "same",
    "lens-hood",
    "propose",
    0.75,
    ("the same name",),
    "lens hood",
    "A shade for a lens.",
)


@given(st.lists(MATCHES, max_size=3))
def test_what_was_written_comes_back(matches: list[Match]) -> None:
    assert parse(generate(matches), "matches.csv") == matches


@given(st.lists(MATCHES, max_size=2))
def test_no_cell_of_the_table_is_a_formula(matches: list[Match]) -> None:
    for row in csv.reader(StringIO(generate(matches)[1:], newline="")):
        assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in row)


def test_columns_stand_in_the_order_in_which_one_reads() -> None:
    text = generate([HOOD])
    assert text.startswith("\ufeffdecision,relation,term,language,document,definition,concept,")
    assert "propose,same,lens hood,en,,Keeps light off.,lens-hood," in text


def rewritten(delimiter: str, columns: list[str]) -> str:
    """The table as another spreadsheet saves it: other columns, another sign between them."""
    rows = list(csv.DictReader(StringIO(generate([HOOD])[1:], newline="")))
    out = StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="mine", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_may_be_moved_and_added(delimiter: str) -> None:
    assert parse(rewritten(delimiter, [*reversed(COLUMNS), "remarks"]), "m.csv") == [HOOD]


@pytest.mark.parametrize(
    ("cell", "decision"),
    [
        ("ACCEPT", "accept"),
        ("Yes", "accept"),
        ("ok", "accept"),
        ("x", "accept"),
        ("No", "reject"),
        (" rejected ", "reject"),
        ("", "propose"),
        ("Propose", "propose"),
    ],
)
def test_a_decision_is_written_as_people_write_it(cell: str, decision: str) -> None:
    assert parse(generate([HOOD]).replace("propose", cell), "m.csv")[0].decision == decision


def test_a_row_that_a_person_adds_needs_only_what_it_decides() -> None:
    text = "Decision;Relation;Term;Concept\nyes;Same;hood;lens-hood\n;;;\n"
    assert parse(text, "m.csv") == [Match(Term("hood"), "same", "lens-hood", "accept")]


def test_a_score_may_have_a_comma() -> None:
    text = "decision;relation;term;concept;score\nyes;same;hood;lens-hood;0,5\n"
    assert parse(text, "m.csv")[0].score == 0.5


@pytest.mark.parametrize("lines", ["3-5", "3 – 5", "3—5"])
def test_lines_may_have_any_dash(lines: str) -> None:
    assert parse(generate([HOOD]).replace("3–5", lines), "m.csv") == [HOOD]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("propose", "acept", "m.csv:2: 'acept' is no decision; did you mean 'accept'"),
        ("same,lens", "sane,lens", "m.csv:2: 'sane' is no relation; did you mean 'same'"),
        ("0.75", "2", "m.csv:2: '2' is no score"),
        ("0.75", "nan", "is no score"),
        ("3–5", "3rd", "m.csv:2: '3rd' is no span of lines"),
        (",lens hood,en", ",,en", "m.csv:2: has no name"),
        ("decision,", "decided,", "m.csv:1: there is no column 'decision'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, said: str) -> None:
    with pytest.raises(Problem) as raised:
        parse(generate([HOOD]).replace(old, new, 1), "m.csv")
    assert said in str(raised.value)


@given(st.text() | st.text().map("decision,relation,term,concept\n".__add__))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        parse(text, "m.csv")
    except Problem as problem:
        assert len(str(problem).splitlines()) == 1
