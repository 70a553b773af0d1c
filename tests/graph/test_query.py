"""Asking: answers whole or said to be cut, and the questions that ship."""

import itertools
import random
import time
from collections import deque
from pathlib import Path

import pytest

from graph.named import NamedQuery, bind, named_queries, named_query
from graph.query import query
from graph.rdf import IRI, Literal, Term
from graph.results import Result, write
from graph.store import Graph, graph_from_turtle, open_graph
from ontology.problem import Problem

OURS = Path(__file__).parents[2] / "data" / "crm-concepts.ttl"
EXAMPLES = {
    "path": {"from": "Hot lead", "to": "cliente"},
    "tree": {"concept": "party"},
    "translations": {"term": "CLIENTE"},
    "missing": {"lang": "es"},
}
PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"


def ask(graph: Graph, name: str, **settings: str) -> list[tuple[str, ...]]:
    """The rows of a named query, as texts."""
    return texts(query(graph, bind(named_query(name), settings, graph.prefixes)))


def texts(result: Result) -> list[tuple[str, ...]]:
    return [tuple(_text(term) for term in row) for row in result.rows]


def _text(term: Term | None) -> str:
    if isinstance(term, Literal):
        return term.text
    return (term or "").removeprefix("http://example.org/")


def test_each_kind_of_query_is_answered(small: Graph) -> None:
    rows = query(small, "SELECT ?x { ex:customer skos:altLabel ?x }")
    assert (rows.variables, rows.rows, rows.cut) == (("x",), ((Literal("Client", "en-GB"),),), "")
    assert query(small, "ASK { ex:lead a skos:Concept }").boolean
    assert not query(small, "ASK { ex:nobody a skos:Concept }").boolean
    built = query(small, "CONSTRUCT { ?s skos:note 'x' } WHERE { ?s skos:notation ?n }")
    assert built.triples[0][0] == "http://example.org/customer"
    assert len(query(small, "DESCRIBE ex:hot").triples) == 3


def test_named_graphs_are_part_of_the_graph(tmp_path: Path) -> None:
    (tmp_path / "a.trig").write_text("<http://e/g> { <http://e/s> <http://e/p> 1 }")
    assert query(open_graph([tmp_path / "a.trig"]), "ASK { <http://e/s> <http://e/p> 1 }").boolean


def test_the_row_limit_says_that_it_cut_and_only_then(small: Graph) -> None:
    cut = query(small, "SELECT * { ?s a skos:Concept }", limit=4)
    assert (len(cut.rows), cut.cut) == (4, "only the first 4 rows")
    assert query(small, "SELECT * { ?s a skos:Concept }", limit=5).cut == ""
    triples = query(small, "CONSTRUCT WHERE { ?s ?p ?o }", limit=2)
    assert (len(triples.triples), triples.cut) == (2, "only the first 2 triples")


def test_the_deadline_is_kept_and_said(small: Graph) -> None:
    begin = time.monotonic()
    with pytest.raises(Problem, match=r"no answer within 0.4 s"):
        query(small, f"SELECT (COUNT(*) AS ?n) {{ {PRODUCT} }}", timeout=0.4)
    # 0.25 s over on an idle machine; a busy one schedules late.
    assert time.monotonic() - begin < 1.9
    with pytest.raises(Problem, match="no answer"):
        query(
            small, f"ASK {{ {PRODUCT} FILTER(STRLEN(CONCAT(STR(?a), STR(?o))) = 1) }}", timeout=0.2
        )


def test_rows_found_before_the_deadline_are_kept(small: Graph) -> None:
    result = query(small, f"SELECT ?a {{ {PRODUCT} }}", timeout=0.3, limit=10**9)
    assert result.rows
    assert result.cut.startswith("stopped after 0.3 s: the first ")


def test_a_query_that_eats_memory_harms_nobody(small: Graph) -> None:
    doubled = " ".join(f"BIND(CONCAT(?a{i}, ?a{i}) AS ?a{i + 1})" for i in range(40))
    with pytest.raises(Problem) as caught:
        query(small, f"SELECT * {{ BIND('xxxxxxxxxxxxxxxx' AS ?a0) {doubled} }}", timeout=60)
    assert "memory" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (1" + "+1" * 20_000 + " AS ?x) {}",
        "SELECT (" + "STR(" * 450 + "1" + ")" * 450 + " AS ?x) {}",
        "PREFIX f: <http://f/> SELECT (f:x(1) AS ?y) {}",
    ],
)
def test_what_an_engine_cannot_take_is_one_line(text: str, small: Graph) -> None:
    try:
        query(small, text, timeout=5)
    except Problem as problem:
        assert "\n" not in str(problem)


def test_the_same_answer_twice(small: Graph) -> None:
    for name, settings in EXAMPLES.items():
        first, second = (ask(small, name, **settings) for _ in range(2))
        assert first == second


@pytest.mark.parametrize("name", [each.name for each in named_queries()])
def test_each_named_query_gives_the_same_with_another_engine(name: str, small: Graph) -> None:
    from rdflib.query import ResultRow

    text = bind(named_query(name), EXAMPLES.get(name, {}), small.prefixes)
    ours = query(small, text).rows
    answer = small.rdflib().query(text)
    other = [
        [None if term is None else str(term) for term in row]
        for row in answer
        if isinstance(row, ResultRow)
    ]
    assert ours
    assert [[_whole(term) for term in row] for row in ours] == [
        [tag if tag is None else tag.replace("en-GB", "en-gb") for tag in row] for row in other
    ]


def _whole(term: Term | None) -> str | None:
    return term.text if isinstance(term, Literal) else None if term is None else str(term)


@pytest.mark.parametrize("each", named_queries(), ids=lambda each: each.name)
def test_each_named_query_runs_as_it_stands_on_the_built_in_vocabulary(each: NamedQuery) -> None:
    assert each.title
    result = query(open_graph([OURS]), each.text, timeout=5)
    assert result.cut == ""
    assert write(result, "csv")


def test_translations_finds_a_term_by_any_name(small: Graph) -> None:
    wanted = [
        ("customer", "en", "preferred", "Customer"),
        ("customer", "en-gb", "alternative", "Client"),
        ("customer", "es", "preferred", "Cliente"),
    ]
    for term in ("cliente", "customer", "ex:customer", "<http://example.org/customer>"):
        assert ask(small, "translations", term=term) == wanted


def test_definitions_shows_what_several_sources_say_side_by_side(small: Graph) -> None:
    assert ask(small, "definitions") == [
        ("Lead score", "Alpha", "A number.", "score"),
        ("Lead score", "Beta", "A rank.", "score"),
    ]
    assert ask(small, "definitions", **{"in": "fr"}) == []


def test_retired_concepts_lack_nothing_and_share_no_label() -> None:
    text = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix ex: <http://example.org/> . "
        'ex:a a skos:Concept ; skos:prefLabel "A"@en ; skos:definition "One."@en . '
        'ex:b a skos:Concept ; skos:prefLabel "A"@en ; owl:deprecated true .'
    )
    graph = graph_from_turtle(text)
    assert ask(graph, "missing", lang="en") == []
    assert ask(graph, "shared-labels") == []


def test_tree_gives_levels_and_falls_back_for_labels(small: Graph) -> None:
    assert ask(small, "tree", concept="Party", lang="es") == [
        ("0", "Parte", "", "party"),
        ("1", "Cliente", "party", "customer"),
        ("1", "Cliente potencial", "party", "lead"),
        ("2", "Hot lead", "lead", "hot"),
    ]


def test_path_walks_up_down_and_aside(small: Graph) -> None:
    assert [row[1:3] for row in ask(small, "path", **{"from": "Hot lead", "to": "Customer"})] == [
        ("", "Hot lead"), ("broader", "Lead"), ("broader", "Party"), ("narrower", "Customer")
    ]  # fmt: skip
    assert [row[1] for row in ask(small, "path", **{"from": "Hot lead", "to": "Lead score"})] == [
        "", "broader", "related"
    ]  # fmt: skip


def test_path_is_the_shortest_on_random_graphs() -> None:
    chance = random.Random(1)
    for _ in range(4):
        edges = [(chance.randrange(14), chance.randrange(14)) for _ in range(16)]
        lines = [f'ex:c{n} a skos:Concept ; skos:prefLabel "c{n}"@en .' for n in range(14)]
        lines += [
            f"ex:c{a} skos:{chance.choice(['broader', 'related'])} ex:c{b} ." for a, b in edges
        ]
        head = (
            "@prefix ex: <http://example.org/> . "
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        )
        graph = graph_from_turtle(head + "\n".join(lines))
        for start, end in itertools.islice(itertools.combinations(range(14), 2), 0, 91, 9):
            rows = ask(graph, "path", **{"from": f"c{start}", "to": f"c{end}"})
            steps = _distance(edges, start, end)
            assert len(rows) == (0 if steps is None or steps > 6 else steps + 1)


def _distance(edges: list[tuple[int, int]], start: int, end: int) -> int | None:
    seen = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for pair in edges:
            for one, other in (pair, pair[::-1]):
                if one == here and other not in seen:
                    seen[other] = seen[here] + 1
                    waiting.append(other)
    return seen.get(end)


def test_missing_names_what_a_language_lacks(small: Graph) -> None:
    assert [row[:2] for row in ask(small, "missing", lang="es")] == [
        ("definition", "Hot lead"), ("definition", "Lead"), ("definition", "Lead score"),
        ("definition", "Party"), ("label", "Hot lead"), ("label", "Lead score"),
    ]  # fmt: skip


def test_sources_and_where_they_disagree(small: Graph) -> None:
    assert ask(small, "sources", source="alpha") == [("Alpha", "Lead", "lead")]
    assert ("Beta", "Cliente potencial", "lead") in ask(small, "sources")
    assert ask(small, "disagreements", lang="fr") == [
        ("Lead", "Alpha says one thing, Beta another.", "Alpha · Beta", "lead")
    ]


def test_shared_labels_and_most_connected(small: Graph) -> None:
    assert [row[-1] for row in ask(small, "shared-labels")] == ["customer", "lead"]
    assert ask(small, "most-connected", limit="1") == [("3", "Lead", "lead")]


def test_a_value_is_one_term_whatever_it_holds(small: Graph) -> None:
    for value in ('" } ASK {} #', "\\", "a\nb", "'''", "\x00", 'VALUES ?lang { "x" }', "LIMIT 1"):
        text = bind(named_query("tree"), {"concept": value}, small.prefixes)
        assert query(small, text).rows == ()
    odd = graph_from_turtle(
        "<http://e/s> a <http://www.w3.org/2004/02/skos/core#Concept> ;"
        ' <http://www.w3.org/2004/02/skos/core#prefLabel> "a\\"b\\\\c\\n"@en .'
    )
    assert ask(odd, "translations", term='A"B\\C\n') == [
        ("http://e/s", "en", "preferred", 'a"b\\c\n')
    ]


def test_wrong_names_meet_the_near_ones() -> None:
    with pytest.raises(Problem, match="did you mean 'translations'"):
        named_query("translation")
    with pytest.raises(Problem, match="did you mean 'limit'"):
        bind(named_query("most-connected"), {"limt": "3"}, {})
    with pytest.raises(Problem, match="needs term: a label"):
        bind(named_query("translations"), {}, {})
    for limit in ("many", "-1", "1 OFFSET 2", "٣"):
        with pytest.raises(Problem, match="limit is not a number"):
            bind(named_query("most-connected"), {"limit": limit}, {})


def test_every_parameter_has_its_place_in_the_text() -> None:
    for each in named_queries():
        for parameter in each.parameters:
            settings = {other.name: "1" for other in each.parameters}
            changed = bind(each, {**settings, parameter.name: "77"}, {})
            assert "77" in changed, (each.name, parameter.name)


def test_a_query_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    code = (
        "import sys, graph.query, graph.store, graph.results\n"
        "heavy = {'rdflib', 'networkx', 'rich', 'rapidfuzz', 'subprocess', 'tempfile', 'logging',"
        " 'multiprocessing', 'json', 'csv'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=OURS.parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "[]"


def test_blank_nodes_and_iris_stay_apart_in_an_answer() -> None:
    graph = graph_from_turtle("[] <http://e/p> <http://e/o>, [] .")
    result = query(graph, "SELECT ?s ?o { ?s ?p ?o } ORDER BY ISBLANK(?o)")
    assert result.rows[0][1] == IRI("http://e/o")
    assert {str(row[0]) for row in result.rows} == {"b0"}
