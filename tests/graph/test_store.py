"""Opening files: what is read, what is refused before a parser can come to harm."""

import time
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.rdf import PREFIXES, BlankNode, Literal
from graph.store import Graph, graph_from_triples, graph_from_turtle, open_graph
from ontology.problem import Problem

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">{}</rdf:RDF>'
ONE = {
    "a.ttl": '<http://e/s> <http://e/p> "x"@en-GB .',
    "a.nt": '<http://e/s> <http://e/p> "x"@en-GB .\n',
    "a.nq": '<http://e/s> <http://e/p> "x"@en-GB <http://e/g> .\n',
    "a.trig": '<http://e/g> { <http://e/s> <http://e/p> "x"@en-GB . }',
    "a.rdf": RDF.format(
        '<rdf:Description rdf:about="http://e/s"><e:p xml:lang="en-GB">x</e:p></rdf:Description>'
    ),
    "a.jsonld": '{"@id":"http://e/s","http://e/p":{"@value":"x","@language":"en-GB"}}',
}


def refusal(path: Path, text: str | bytes) -> str:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Problem) as caught:
        open_graph([path])
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("name", ONE)
def test_each_syntax_is_read_with_the_case_of_its_language_tags(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("\ufeff" + ONE[name], encoding="utf-8")
    graph = open_graph([tmp_path / name])
    assert list(graph.triples()) == [("http://e/s", "http://e/p", Literal("x", "en-GB"))]
    assert len(list(graph.store)) == 1


def test_several_files_are_one_graph_whose_blank_nodes_stay_apart(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text("_:x <http://e/p> 01 .")
    graph = open_graph([tmp_path / "a.ttl", tmp_path / "b.ttl"])
    first, second = graph.triples()
    assert isinstance(first[0], BlankNode)
    assert first[0] != second[0]
    assert len(list(graph.store)) == 2


def test_numbers_are_given_back_as_they_were_written(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<http://e/s> <http://e/p> 01, 1.0 .")
    values = {triple[2] for triple in open_graph([tmp_path / "a.ttl"]).triples()}
    assert {value.text for value in values if isinstance(value, Literal)} == {"01", "1.0"}


def test_the_prefixes_of_the_file_come_over_the_usual_ones(small: Graph) -> None:
    assert small.prefixes["ex"] == "http://example.org/"
    assert small.prefixes["rdfs"] == PREFIXES["rdfs"]


def test_rdflib_gets_plain_texts_without_datatype_and_tags_in_their_case() -> None:
    from rdflib import Literal as Text

    graph = graph_from_turtle('<http://e/s> <http://e/p> "x", "y"@en-gb, 01 .').rdflib()
    assert {str(value) for value in graph.objects()} == {"x", "y", "01"}
    assert Text("x") in set(graph.objects())
    assert {value.language for value in graph.objects() if isinstance(value, Text)} >= {"en-GB"}


def test_triples_in_memory_open_as_the_same_triples(small: Graph) -> None:
    again = graph_from_triples(small.triples(), small.prefixes)
    assert set(again.triples()) == set(small.triples())


def test_an_error_of_syntax_names_file_and_line(tmp_path: Path) -> None:
    assert "a.ttl:2: " in refusal(tmp_path / "a.ttl", "<http://e/s> <http://e/p>\n<http://e s> .")


def test_what_is_no_file_of_rdf_is_met_with_what_to_give(tmp_path: Path) -> None:
    (tmp_path / "glossary.ttl").write_text("")
    (tmp_path / "glossary.tll").write_text("")
    for given, said in (
        (tmp_path / "glosary.ttl", "did you mean glossary.ttl"),
        (tmp_path / "glossary.tll", "'.ttl'"),
        (tmp_path, "is a folder"),
        (Path("http://example.org/a.ttl"), "is a URL"),
        (tmp_path / "nowhere" / "a.ttl", "there is no folder"),
    ):
        with pytest.raises(Problem) as caught:
            open_graph([given])
        assert said in str(caught.value)
        assert caught.value.wrong_use
    assert not (tmp_path / "nowhere").exists()


def test_entities_that_grow_or_come_from_elsewhere_are_refused(
    tmp_path: Path, listener: tuple[str, list[str]]
) -> None:
    address, seen = listener
    bomb = '<!ENTITY a "aaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 20}">'
        for before, name in zip("abcdef", "bcdefg", strict=True)
    )
    for declared in (
        bomb,
        f'<!ENTITY a "{"x" * 100_000}">',
        f'<!ENTITY a SYSTEM "{address}">',
        f'<!ENTITY a PUBLIC "x" "{address}">',
        f'<!ENTITY % a SYSTEM "{address}"> %a;',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
    ):
        text = f"<!DOCTYPE x [{declared}]>" + RDF.format("<e:C><e:p>&a;</e:p></e:C>")
        assert "declares an XML entity" in refusal(tmp_path / "a.rdf", text)
    assert seen == []


def test_the_namespace_entities_of_owl_editors_are_read(tmp_path: Path) -> None:
    text = '<!DOCTYPE rdf:RDF [<!ENTITY e "http://e/">]>' + RDF.format('<e:C rdf:about="&e;x"/>')
    (tmp_path / "a.owl").write_text(text)
    assert [triple[0] for triple in open_graph([tmp_path / "a.owl"]).triples()] == ["http://e/x"]


def test_json_fetches_no_context_and_is_not_nested_without_end(
    tmp_path: Path, listener: tuple[str, list[str]]
) -> None:
    address, seen = listener
    said = refusal(tmp_path / "a.jsonld", f'{{"@context": "{address}", "p": 1}}')
    assert "nothing is fetched" in said
    assert seen == []
    deep = '{"http://e/p":' * 4000 + "1" + "}" * 4000
    assert "nested more than 500 deep" in refusal(tmp_path / "b.jsonld", deep)
    (tmp_path / "c.jsonld").write_text('{"@id":"http://e/s","http://e/p":"' + "[{" * 600 + '"}')
    assert len(list(open_graph([tmp_path / "c.jsonld"]).store)) == 1


def test_what_is_not_utf8_text_is_said_with_its_line(tmp_path: Path) -> None:
    assert "a.ttl:2: is not UTF-8" in refusal(tmp_path / "a.ttl", b"# a\n# \xff\n")
    assert "is not UTF-8" in refusal(tmp_path / "a.rdf", RDF.format("").encode("utf-16"))
    assert "unpack it" in refusal(tmp_path / "b.ttl", b"\x1f\x8b\x08\x00")


def test_half_a_surrogate_and_a_text_too_long_are_problems(tmp_path: Path) -> None:
    refusal(tmp_path / "a.ttl", '<http://e/s> <http://e/p> "\\uD800" .')
    assert "16 MB" in refusal(
        tmp_path / "b.ttl", f'<http://e/s> <http://e/p> "{"x" * 20_000_000}" .'
    )


def test_a_long_text_of_many_lines_is_read_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<http://e/s> <http://e/p> """' + "line\n" * 400_000 + '""" .')
    begin = time.monotonic()
    assert len(list(open_graph([tmp_path / "a.ttl"]).store)) == 1
    assert time.monotonic() - begin < 2


def test_the_engine_still_lower_cases_tags() -> None:
    """Should this fail, the restoring of case can go."""
    assert ox.Literal("x", language="en-GB").language == "en-gb"
