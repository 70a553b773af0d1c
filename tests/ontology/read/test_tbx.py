"""TBX in its three styles: terms by language, definitions where they are said."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.problem import Problem
from ontology.read.line import Content, Line, Role
from ontology.read.tbx import parse

FILES = Path(__file__).parent / "files_b"


def read(name: str) -> Content:
    return parse((FILES / name).read_bytes(), name)


def told(content: Content) -> list[tuple[str, str, str]]:
    return [(line.role.value, line.language, line.text) for line in content.lines if line.text]


def test_terms_stand_over_their_definition_preferred_ones_first_translations_last() -> None:
    assert told(read("basic_dca.tbx")) == [
        ("term", "en", "sourdough starter"),
        ("term", "en", "leaven"),
        ("term", "pt-BR", "fermento natural"),
        ("definition", "en", "A piece of ripe dough that makes the next one rise."),
        ("term", "pt-BR", "fermentação"),
        ("term", "en", "proofing"),
        ("definition", "pt", "Tempo em que a massa cresce."),
    ]


def test_lines_are_those_of_the_file_and_the_subject_is_what_it_stands_under() -> None:
    lines = read("basic_dca.tbx").lines
    assert lines[0] == Line(25, "sourdough starter", role=Role.TERM, under="dough", language="en")
    assert (lines[3].number, lines[3].end) == (15, 16)
    assert lines[5].under == ""


def test_a_blank_line_stands_after_each_definition() -> None:
    lines = read("basic_dca.tbx").lines
    assert [at for at, line in enumerate(lines) if not line.text] == [4, 8]


def test_the_header_gives_title_and_language_and_what_is_not_taken_is_counted() -> None:
    content = read("basic_dca.tbx")
    assert (content.title, content.language) == ("Words of a bakery", "en")
    assert content.left_out == ("context: 1",)


def test_the_style_with_elements_for_kinds_says_the_same() -> None:
    assert told(read("basic_dct.tbx")) == [
        ("term", "en", "starter"),
        ("term", "en", "leaven"),
        ("definition", "en", "A piece of ripe dough that makes the next one rise."),
    ]


def test_a_file_of_2008_names_a_document_type_that_is_never_fetched() -> None:
    content = read("basic_2008.tbx")
    assert content.title == "Backstube"
    assert told(content) == [
        ("term", "de", "Sauerteig"),
        ("term", "de", "Anstellgut (ASG)"),
        ("term", "fr", "levain"),
        ("definition", "de", "Reifer Teig, der den nächsten gehen lässt."),
    ]


REFUSED = {
    "declares an entity": b'<!DOCTYPE tbx [<!ENTITY a "b">]>\n<tbx>&a;</tbx>',
    "entity from elsewhere": b'<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>',
    "parameter entity": b'<!DOCTYPE tbx [<!ENTITY % a SYSTEM "http://x.test/"> %a;]><tbx/>',
    "no TBX": b"<html><body>Lead</body></html>",
    "without a term": b"<tbx><text/></tbx>",
    "not well-formed": b"<tbx><text>",
    "nested deeper": b"<tbx>" + b"<a>" * 2_000,
    "is empty": b"",
    "encoding is not known": b'<?xml version="1.0" encoding="nonsense"?><tbx/>',
}


@pytest.mark.parametrize(("name", "data"), REFUSED.items(), ids=list(REFUSED))
def test_what_is_no_tbx_or_a_trap_is_one_line(name: str, data: bytes) -> None:
    with pytest.raises(Problem) as caught:
        parse(data, "x.tbx")
    assert str(caught.value).startswith("x.tbx")
    assert "\n" not in str(caught.value)
    if "entity" not in name:
        assert name in str(caught.value)
    else:
        assert "declares an entity (a)" in str(caught.value)


def test_a_concept_with_many_languages_takes_no_longer_than_it_is() -> None:
    many = 5_000
    definitions = '<descrip type="definition" xml:lang="en">Warm.</descrip>\n' * many
    german = '<langSet xml:lang="de"><tig><term>Glut</term></tig></langSet>' * many
    english = '<langSet xml:lang="en"><tig><term>ember</term></tig></langSet>'
    data = f"<martif><termEntry>{definitions}{german}{english}</termEntry></martif>"
    began = process_time()
    content = parse(data.encode(), "x.tbx")
    assert process_time() - began < 5
    assert sum(line.role is Role.DEFINITION for line in content.lines) == many


PIECES = st.sampled_from(
    [
        "<termEntry>",
        "</termEntry>",
        '<langSet xml:lang="en">',
        "</langSet>",
        "<tig>",
        "</tig>",
        "<term>",
        "</term>",
        '<descrip type="definition">',
        "</descrip>",
        "<definition>",
        "</definition>",
        "x",
        "&amp;",
        "\n",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_any_order_of_elements_is_lines_or_a_problem(pieces: list[str]) -> None:
    try:
        content = parse(f"<martif>{''.join(pieces)}</martif>".encode(), "x.tbx")
    except Problem:
        return
    assert all(line.number for line in content.lines)


@given(st.binary())
def test_any_bytes_are_a_problem(data: bytes) -> None:
    with pytest.raises(Problem):
        parse(data, "x.tbx")
