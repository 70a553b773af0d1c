"""Terms are written as CSV and JSON and come back as they were, whatever a spreadsheet did."""

import json
from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.model import Term
from ontology.problem import Problem
from ontology.spreadsheet import divided, joined
from ontology.terms_table import parse_terms, terms_csv, terms_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'=+-@|\\\t\r\n;,\" "))
NAMES = st.lists(TEXT.filter(str.strip), max_size=3).map(tuple)
TERMS = st.builds(
    Term,
    name=TEXT.filter(str.strip),
    other_names=NAMES,
    definition=TEXT,
    language=st.sampled_from(["", "en", "pt-BR"]),
    group=TEXT,
    number=TEXT,
    see=NAMES,
    line_start=st.integers(0, 10**6),
    line_end=st.integers(0, 10**6),
    document=TEXT,
)

TERM = Term(
    name="lens hood",
    other_names=("hood", "sun|shade"),
    definition="Keeps light off the glass.\nIt is screwed on.",
    language="en",
    group="Lenses",
    number="3.2",
    see=("flare",),
    line_start=12,
    line_end=14,
    document="camera.txt",
)


@given(st.lists(TERMS, max_size=4))
def test_what_was_written_as_csv_comes_back(terms: list[Term]) -> None:
    assert parse_terms(terms_csv(terms), "terms.csv") == terms


@given(st.lists(TERMS, max_size=4))
def test_what_was_written_as_json_comes_back(terms: list[Term]) -> None:
    assert parse_terms(terms_json(terms), "terms.json") == terms


@given(st.lists(TEXT.filter(str.strip)))
def test_names_with_bars_and_backslashes_share_a_cell(names: list[str]) -> None:
    assert divided(joined(names)) == tuple(names)


def test_a_person_may_write_bars_without_spaces() -> None:
    assert divided("hood|shade | cap |") == ("hood", "shade", "cap")


@given(st.text() | st.text(printable))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        parse_terms(text, "terms.csv")
    except Problem as problem:
        assert problem.where.startswith("terms.csv")
        assert len(str(problem).splitlines()) == 1


def test_the_json_names_the_fields_and_keeps_the_letters() -> None:
    text = terms_json([Term("Größe")])
    assert "Größe" in text
    assert list(json.loads(text)[0]) == [
        "name",
        "other_names",
        "definition",
        "language",
        "group",
        "number",
        "see",
        "line_start",
        "line_end",
        "document",
        "translations",
    ]


def test_a_table_saved_with_semicolons_and_other_columns_is_read() -> None:
    text = "Colour;Definition; NAME ;Line Start\nred;A; ;\nblue;Keeps, light;hood;12\n;;;\n"
    with pytest.raises(Problem, match=r"terms.csv:2: has no name"):
        parse_terms(text, "terms.csv")
    mended = text.replace("red;A; ;\n", "")
    assert parse_terms(mended, "terms.csv") == [
        Term("hood", definition="Keeps, light", line_start=12)
    ]


def test_excel_may_say_how_cells_are_divided() -> None:
    assert parse_terms("sep=;\r\nname;number\r\nhood;1", "t.csv") == [Term("hood", number="1")]


def test_tabs_divide_too() -> None:
    assert parse_terms("name\tdefinition\nhood\ta; b, c\n", "t.tsv") == [
        Term("hood", definition="a; b, c")
    ]


def test_no_cell_is_a_formula() -> None:
    text = terms_csv([Term("=1+1", definition="@SUM(A1)", group="-")])
    assert "'=1+1" in text
    assert "'@SUM" in text
    assert "'-" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no column 'name'"),
        ("a,b\n1,2\n", "no column 'name'"),
        ("names,number\n1,2\n", "is it 'names'?"),
        ('name\n"hood\n', "terms.csv:2: is no row"),
        ("name,number\nhood,1,2\n", "terms.csv:2: the row has 3 cells"),
        ("name,line_start\nhood,twelve\n", "'twelve' is no line"),
        ("[", "is no JSON"),
        ("[" * 100_000, "is no JSON that holds terms"),
        ("{}", "holds no list"),
        ("[1]", "entry 1: is no object"),
        ('[{"name": "a"}, {"name": 3}]', "entry 2: 'name' is not a text"),
        ('[{"name": "a", "see": "b"}]', "'see' is not a list of texts"),
        ('[{"name": "a", "line_end": true}]', "'line_end' is not a line"),
        ('[{"name": "\\ud800"}]', "'name' is not a text"),
        ('[{"definition": "a"}]', "has no name"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(Problem) as raised:
        parse_terms(text, "terms.csv")
    assert said in str(raised.value)


def test_every_field_of_a_term_is_in_both() -> None:
    assert parse_terms(terms_csv([TERM]), "t.csv") == [TERM]
    assert parse_terms(terms_json([TERM]), "t.json") == [TERM]
