"""Every format holds what the answer holds, exactly, and harms nobody who opens it."""

import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.rdf import IRI, BlankNode, Literal, Term, rdf_name
from graph.results import FORMATS, Result, default_format, write
from graph.store import Terms
from ontology.problem import Problem

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
# XML cannot hold the others (XML 1.0, section 2.2).
XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t\r"),
    max_size=20,
)
LANGUAGES = st.sampled_from(["en", "en-GB", "zh-Hant", "es-419"])
DATATYPES = st.sampled_from([rdf_name("xsd:integer"), rdf_name("xsd:date"), IRI("http://e/type")])


def rows_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[Term | None, ...]]]:
    term: st.SearchStrategy[Term | None] = st.one_of(
        st.none(),
        st.just(IRI("http://e/é?a=b&c")),
        st.sampled_from(["b0", "b1"]).map(BlankNode),
        text.map(Literal),
        st.builds(Literal, text, LANGUAGES, st.just("")),
        st.builds(Literal, text, st.just(""), DATATYPES),
    )
    return st.lists(st.tuples(term, term), max_size=5)


def read_back(text: str, form: ox.QueryResultsFormat) -> list[tuple[Term | None, ...]]:
    answer = ox.parse_query_results(text.encode(), form)
    assert isinstance(answer, ox.QuerySolutions)
    names = Terms()
    return [tuple(None if term is None else names.term(term) for term in row) for row in answer]


def renumbered(rows: list[tuple[Term | None, ...]]) -> list[tuple[Term | None, ...]]:
    """Blank nodes by their first appearance: their labels mean nothing."""
    seen: dict[Term, BlankNode] = {}
    return [
        tuple(
            seen.setdefault(term, BlankNode(f"b{len(seen)}"))
            if isinstance(term, BlankNode)
            else term
            for term in row
        )
        for row in rows
    ]


def select(*rows: tuple[Term | None, ...]) -> Result:
    return Result("SELECT", ("a", "b"), rows, prefixes={"ex": "http://e/"})


@settings(deadline=None)
@given(rows_of(TEXT))
def test_json_is_read_back_the_same(rows: list[tuple[Term | None, ...]]) -> None:
    text = write(select(*rows), "json")
    assert read_back(text, ox.QueryResultsFormat.JSON) == renumbered(rows)


@settings(deadline=None)
@given(rows_of(TEXT))
def test_tsv_is_read_back_the_same(rows: list[tuple[Term | None, ...]]) -> None:
    text = write(select(*rows), "tsv")
    assert read_back(text, ox.QueryResultsFormat.TSV) == renumbered(rows)


@settings(deadline=None)
@given(rows_of(XML_TEXT.map(str.strip)))
def test_xml_is_read_back_the_same(rows: list[tuple[Term | None, ...]]) -> None:
    # The reader of pyoxigraph drops spaces around a text; the next test reads with another.
    text = write(select(*rows), "xml")
    assert read_back(text, ox.QueryResultsFormat.XML) == renumbered(rows)


@settings(deadline=None)
@given(XML_TEXT)
def test_xml_keeps_every_space_and_line_end(text: str) -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(write(select((Literal(text), None)), "xml").encode())  # noqa: S314 - our own
    assert [node.text or "" for node in root.iter() if node.tag.endswith("literal")] == [text]


@settings(deadline=None)
@given(rows_of(TEXT))
def test_csv_is_read_back_as_the_same_texts(rows: list[tuple[Term | None, ...]]) -> None:
    text = write(select(*rows), "csv")
    head, *cells = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert head == ["a", "b"]
    wanted = [
        ["" if t is None else t.text if isinstance(t, Literal) else
         f"_:{t}" if isinstance(t, BlankNode) else t for t in row]
        for row in rows
    ]  # fmt: skip
    assert cells == wanted


def test_xml_shows_where_a_character_cannot_be_written() -> None:
    assert "<literal>a\ufffdb</literal>" in write(select((Literal("a\x00b"), None)), "xml")


def test_the_four_formats_have_the_form_of_the_standard() -> None:
    result = select((IRI("http://e/x"), Literal('say "hi", ok', "en-GB")), (None, Literal("=1+1")))
    assert write(result, "csv") == 'a,b\r\nhttp://e/x,"say ""hi"", ok"\r\n,=1+1\r\n'
    assert write(result, "tsv") == '?a\t?b\n<http://e/x>\t"say \\"hi\\", ok"@en-GB\n\t"=1+1"\n'
    assert json.loads(write(result, "json"))["results"]["bindings"][1] == {
        "b": {"type": "literal", "value": "=1+1"}
    }
    assert '<literal xml:lang="en-GB">' in write(result, "xml")
    assert json.loads(write(Result("ASK", boolean=True), "json"))["boolean"] is True
    assert "<boolean>false</boolean>" in write(Result("ASK"), "xml")


@pytest.mark.parametrize("start", "=+-@\t\r＝")
def test_the_spreadsheet_runs_nothing_and_knows_its_letters(start: str) -> None:
    text = write(select((Literal(f"{start}cmd()"), Literal("-5.2"))), "spreadsheet")
    assert text.startswith("\ufeff")
    _, cells = csv.reader(io.StringIO(text, newline=""))
    assert cells == [f"'{start}cmd()", "-5.2"]


def test_markdown_holds_no_markup_of_the_graph() -> None:
    text = write(
        select((Literal("a|b\nc <script>", "en"), Literal("[x](http://y) *z*"))), "markdown"
    )
    line = text.splitlines()[2]
    assert len(text.splitlines()) == 3
    assert "a\\|b<br>c &lt;script&gt;@en" in line
    assert "\\[x\\]" in line
    assert "http:" not in line
    assert "\\*z\\*" in line


def test_the_table_shortens_iris_shows_languages_and_cannot_drive_the_terminal() -> None:
    text = write(select((IRI("http://e/x"), Literal("[red]\x1b]0;x\x07\u202e", "en-GB"))), "table")
    assert "ex:x" in text
    assert "[red]\\x1b]0;x\\x07\\u202e@en-GB" in text
    assert write(Result("ASK", boolean=True), "table") == "yes\n"


def test_triples_are_turtle_or_a_table() -> None:
    triple = (IRI("http://e/x"), rdf_name("skos:prefLabel"), Literal("x", "en-GB"))
    result = Result("GRAPH", triples=(triple,), prefixes={"ex": "http://e/"})
    assert '"x"@en-GB' in write(result, "turtle")
    assert "| ex:x |" in write(result, "markdown")
    assert default_format(result, terminal=False) == "turtle"
    assert default_format(result, terminal=True) == "table"


def test_a_format_that_cannot_hold_the_answer_names_those_that_can() -> None:
    with pytest.raises(Problem, match="cannot hold triples; use table, turtle, markdown"):
        write(Result("GRAPH"), "csv")
    with pytest.raises(Problem, match="did you mean 'json'"):
        write(Result("ASK"), "jsn")


def test_every_format_writes_each_kind_it_holds() -> None:
    for name, form in FORMATS.items():
        for kind in form.kinds:
            triples = ((IRI("http://e/x"), rdf_name("rdf:type"), IRI("http://e/y")),)
            assert write(Result(kind, ("a",), triples=triples), name)
