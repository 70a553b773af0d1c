"""CSV and TSV as people and spreadsheets save them: rows, cells, and the number of each row."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.problem import Problem
from ontology.read.line import Role
from ontology.read.sheet import parse


def cells_of(text: str, where: str = "glossary.csv") -> list[tuple[str, ...]]:
    return [line.cells for line in parse(text.encode(), where).lines]


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
def test_what_divides_the_cells_is_found(divider: str) -> None:
    rows = [("Term", "Meaning"), ("Lead", "someone who may buy"), ("Deal", "what is being sold")]
    text = "\n".join(divider.join(row) for row in rows)
    assert cells_of(text) == rows


def test_commas_in_definitions_do_not_divide_a_sheet_of_semicolons() -> None:
    text = "Lead;a person, perhaps a firm, who may buy\nDeal;a sale, not yet closed\n"
    assert cells_of(text) == [
        ("Lead", "a person, perhaps a firm, who may buy"),
        ("Deal", "a sale, not yet closed"),
    ]


def test_a_title_over_the_header_stays_a_row() -> None:
    text = "Our words;;\n;;\nTerm;Short;Meaning\nLead;;may buy\nDeal;D;being sold\n"
    lines = parse(text.encode(), "x.csv").lines
    assert [(line.number, line.role, line.cells[:1]) for line in lines] == [
        (1, Role.ROW, ("Our words",)),
        (2, Role.TEXT, ()),
        (3, Role.ROW, ("Term",)),
        (4, Role.ROW, ("Lead",)),
        (5, Role.ROW, ("Deal",)),
    ]


def test_a_row_is_counted_once_however_many_lines_its_cells_have() -> None:
    text = 'Term,Meaning\r\nLead,"may buy\r\nor not"\r\n\r\nDeal,"a ""sale"""\r\n'
    lines = parse(text.encode(), "x.csv").lines
    assert [(line.number, line.cells) for line in lines] == [
        (1, ("Term", "Meaning")),
        (2, ("Lead", "may buy\nor not")),
        (3, ()),
        (4, ("Deal", 'a "sale"')),
    ]


def test_a_mark_that_is_not_closed_holds_only_itself() -> None:
    assert cells_of('Screen,24" wide\nLead,"may buy\nDeal,sold\n') == [
        ("Screen", '24" wide'),
        ("Lead", '"may buy'),
        ("Deal", "sold"),
    ]


def test_excel_says_the_divider_in_a_row_that_it_does_not_show() -> None:
    lines = parse(b"sep=;\nLead;may buy\n", "x.csv").lines
    assert [(line.number, line.cells) for line in lines] == [(1, ("Lead", "may buy"))]


def test_a_tsv_is_divided_by_tabs_though_each_row_has_a_comma() -> None:
    assert cells_of("Lead\tmay buy, or not\nDeal\tsold, or lost\n", "x.tsv")[0] == (
        "Lead",
        "may buy, or not",
    )


def test_commas_of_a_text_without_quotation_marks_do_not_tear_it() -> None:
    text = "Term,Meaning,Team\nLead,a person, or a firm, who may buy,sales\nDeal,a sale,sales\n"
    content = parse(text.encode(), "x.csv")
    assert content.lines[1].cells == ("Lead", "a person, or a firm, who may buy", "sales")
    assert content.repaired == ("row 2: ',' in its text divided it into more cells; joined",)


def test_spaces_after_all_commas_tell_nothing() -> None:
    rows = [("Lead", "a person", "sales"), ("Deal", "a sale", "sales", "x")]
    text = "\n".join(", ".join(row) for row in rows)
    assert cells_of(text) == rows


def test_a_list_of_names_is_one_column() -> None:
    assert cells_of("Lead\nDeal\nContact, main\nAccount\n") == [
        ("Lead",),
        ("Deal",),
        ("Contact, main",),
        ("Account",),
    ]


def test_a_sheet_in_an_old_encoding_keeps_its_accents() -> None:
    lines = parse("Señal;indicación de interés\nÉxito;venta\n".encode("cp1252"), "x.csv").lines
    assert lines[0].cells == ("Señal", "indicación de interés")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a,b\n" * 200_001, "more than 200,000 rows"),
        (b"x," * 300 + b"\n", "more than 256 cells"),
        (b'Lead,"' + b"x" * 40_000 + b'"\n', "more than 32,767 characters"),
        (b"", "is empty"),
        (b"PK\x03\x04", "zip"),
    ],
)
def test_what_is_no_sheet_of_a_person_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said) as caught:
        parse(data, "x.csv")
    assert str(caught.value).startswith("x.csv")
    assert "\n" not in str(caught.value)


CELL = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2), st.sampled_from(",;\t|"))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]], divider: str) -> None:
    file = StringIO()
    csv.writer(file, delimiter=divider, quoting=csv.QUOTE_ALL).writerows(rows)
    assert cells_of(file.getvalue()) == [tuple(row) for row in rows]


@given(st.binary())
def test_any_bytes_are_a_sheet_or_a_problem(data: bytes) -> None:
    try:
        parse(data, "x.csv")
    except Problem:
        return
