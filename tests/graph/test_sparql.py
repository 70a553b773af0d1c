"""What is seen in the text of a query before and after the engine."""

import pytest

from graph.query import query
from graph.sparql import check
from graph.store import Graph
from ontology.problem import Problem

PLAIN = "SELECT * { ?s ?p ?o }"


def refusal(text: str) -> str:
    with pytest.raises(Problem) as caught:
        check(text, {"ex", "skos"})
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ service silent ?x {{ ?s ?p ?o }} }}",
        "SELECT * {{ \\u0053ERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ BIND(2 AS ?b) FILTER(1<?b)SERVICE#>\n<{0}>{{ ?s ?p ?o }} }}",
        "SELECT * {{ # \rSERVICE <{0}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ ?s ?p '#' . SERVICE <{0}> {{ ?s ?p ?o }} }}",
        'SELECT * {{ ?s ?p """ " """ . SERVICE <{0}> {{ ?s ?p "" }} }}',
        "SELECT * {{SERVICESILENT<{0}>{{?s ?p ?o}}}}",
        "PREFIX SERVICEa: <http://q/> PREFIX a: <{0}> SELECT * {{SERVICEa:a{{?s ?p ?o}}}}",
        "SELECT * {{?s a skos:.SERVICE<{0}>{{?s ?p ?o}}}}",
        "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{0}> {{ ?s ?p ?o }}",
        "SELECT * FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
        "LOAD <{0}>",
    ],
)
def test_nothing_is_fetched_however_it_is_written(
    text: str, small: Graph, listener: tuple[str, list[str]]
) -> None:
    address, seen = listener
    with pytest.raises(Problem) as caught:
        query(small, text.format(address))
    assert caught.value.wrong_use
    assert seen == []


def test_the_words_may_stand_in_texts_names_and_comments() -> None:
    check('SELECT ?service { ?service ex:SERVICE "SERVICE FROM"@from } # LOAD <x>', {"ex"})
    check("SELECT * { ?s ?p <http://example.org/service/from#service> }", {"ex"})
    check("SELECT * { ex:customer-service ?p ex:service.level }", {"ex"})


@pytest.mark.parametrize(
    "text",
    ["DELETE WHERE { ?s ?p ?o }", "PREFIX a: <b:c> INSERT DATA { a:b a:c a:d }", "CLEAR ALL"],
)
def test_an_update_is_refused_as_one(text: str) -> None:
    assert "read-only" in refusal(text)


@pytest.mark.parametrize("piece", ["(", "{", "[", "!", "-"])
def test_depth_that_kills_an_engine_is_refused(piece: str) -> None:
    assert "nested more than 500 deep" in refusal("SELECT * { " + piece * 20_000)


def test_a_very_long_query_is_refused() -> None:
    assert "longer than" in refusal(PLAIN + " " * 1_000_000)


def test_an_unknown_prefix_is_met_with_the_near_one_at_its_place() -> None:
    first, source, caret = refusal("SELECT *\n{ ?s skoss:prefLabel ?o }").split("\n")
    assert first == "query:2:6: unknown prefix skoss:; did you mean skos:?"
    assert source[caret.index("^") :].startswith("skoss:")


def test_a_declared_prefix_is_known_and_may_be_another() -> None:
    check("PREFIX skos: <http://other/>\nPREFIX : <a:b>\nSELECT * { ?s skos:x :y }", set())


@pytest.mark.parametrize(
    ("text", "place", "under"),
    [
        ("SELECT ?s\nWHERE { ?s ex:p }", "query:2:17", "}"),
        ("SELECT ?s\r\nWHERE { ?s ex:p }", "query:2:17", "}"),
        ("SELECT * { ?s ?p 'é' } }", "query:1:24", "}"),
        ("SELECT *\n{ ?s ?p 'open }", "query:2:9", "'open"),
        ("SELEC * { }", "query:1:1", "SELEC"),
    ],
)
def test_a_caret_stands_under_what_was_not_understood(
    text: str, place: str, under: str, small: Graph
) -> None:
    with pytest.raises(Problem) as caught:
        query(small, text)
    first, source, caret = str(caught.value).split("\n")
    assert first.startswith(place)
    assert source[caret.index("^") :].startswith(under)


def test_the_caret_is_right_after_wide_letters_and_in_long_lines(small: Graph) -> None:
    with pytest.raises(Problem) as caught:
        query(small, "SELECT * { ?s ?p '顧客顧客' } }")
    _, source, caret = str(caught.value).split("\n")
    assert caret.index("^") == source.rindex("}") + 4
    with pytest.raises(Problem) as caught:
        query(small, "SELECT * { " + "?s ?p ?o . " * 100 + "?s ! }")
    assert all(len(line) < 110 for line in str(caught.value).split("\n")[1:])


def test_a_bracket_left_open_is_said(small: Graph) -> None:
    with pytest.raises(Problem, match="a } is missing"):
        query(small, "SELECT * { ?s ?p ?o ")


def test_what_would_drive_the_terminal_is_shown_instead(small: Graph) -> None:
    with pytest.raises(Problem) as caught:
        query(small, "SELECT * { ?s ?p '\x1b]0;x\x07' ! }")
    assert "\x1b" not in str(caught.value)
