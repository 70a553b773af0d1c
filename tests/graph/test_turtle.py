"""Turtle that is the same for the same triples, loses nothing, and changes by the line."""

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.rdf import (
    IRI,
    PREFIXES,
    RDF_TYPE,
    XSD_STRING,
    BlankNode,
    Literal,
    Term,
    Triple,
    rdf_name,
    shorten,
    tag_case,
    term_key,
)
from graph.skos import build
from graph.turtle import generate
from ontology.model import Concept, Vocabulary
from ontology.vocabulary import parse_vocabulary

SMALL = Path(__file__).parent.parent / "data" / "small"
BASE = "https://example.org/glim/"
GLIM = IRI(f"{BASE}glim")
LABEL = rdf_name("skos:prefLabel")
NAME = IRI("urn:name")
"""Tells a blank node by its label, which no reader keeps."""


def small() -> Vocabulary:
    files = SMALL.rglob("*.yaml")
    return parse_vocabulary(
        {path.relative_to(SMALL).as_posix(): path.read_text("utf-8") for path in files}
    )


def turtle(vocabulary: Vocabulary) -> str:
    return generate(build(vocabulary), {**PREFIXES, "glim": BASE})


# --- what it looks like ----------------------------------------------------------------------


def test_a_graph_reads_as_a_page() -> None:
    triples: list[Triple] = [
        (IRI(f"{BASE}a/b"), LABEL, Literal("slashed", "en")),
        (GLIM, RDF_TYPE, rdf_name("skos:Concept")),
        (GLIM, LABEL, Literal("glim", "en")),
        (GLIM, LABEL, Literal("brillín", "es")),
        (GLIM, rdf_name("dcterms:source"), BlankNode("b0")),
        (GLIM, IRI("urn:size"), Literal("01", datatype=rdf_name("xsd:integer"))),
        (BlankNode("b0"), rdf_name("dcterms:title"), Literal("a leaf", datatype=XSD_STRING)),
    ]
    assert generate(triples, {**PREFIXES, "glim": BASE}) == (
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        "@prefix glim: <https://example.org/glim/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "glim:glim\n"
        "    a skos:Concept ;\n"
        '    skos:prefLabel "glim"@en ;\n'
        '    skos:prefLabel "brillín"@es ;\n'
        "    dcterms:source _:b0 ;\n"
        '    <urn:size> "01"^^xsd:integer ;\n'
        "    .\n"
        "\n"
        "<https://example.org/glim/a/b>\n"
        '    skos:prefLabel "slashed"@en ;\n'
        "    .\n"
        "\n"
        "_:b0\n"
        '    dcterms:title "a leaf" ;\n'
        "    .\n"
    )


def test_the_scheme_comes_first_and_printed_labels_last() -> None:
    text = turtle(small())
    kinds = ["ConceptScheme", "skos:Concept ", "Collection", "Bibliographic", "skosxl:Label"]
    places = [text.index(f"{kind}") for kind in kinds]
    assert places == sorted(places)


def test_no_triples_are_no_text() -> None:
    assert generate([], PREFIXES) == ""


# --- the same for the same -------------------------------------------------------------------


@settings(max_examples=20, deadline=None)
@given(st.permutations(build(small())))
def test_the_order_of_the_triples_changes_nothing(shuffled: list[Triple]) -> None:
    assert generate([*shuffled, *shuffled[:9]], PREFIXES) == generate(build(small()), PREFIXES)


def test_the_order_of_the_prefixes_changes_nothing() -> None:
    triples = build(small())
    backwards = dict(reversed(PREFIXES.items()))
    assert generate(triples, backwards) == generate(triples, PREFIXES)


def changes(old: Vocabulary, new: Vocabulary) -> list[str]:
    """The lines that a diff would show."""
    lines = difflib.ndiff(turtle(old).splitlines(), turtle(new).splitlines())
    return [line for line in lines if line[0] in "+-"]


def with_twin(vocabulary: Vocabulary, twin: Concept) -> Vocabulary:
    others = [concept for concept in vocabulary.concepts if concept.iri != twin.iri]
    return replace(vocabulary, concepts=(*others, twin))


def twin_of(vocabulary: Vocabulary) -> Concept:
    return next(concept for concept in vocabulary.concepts if concept.notation == "twin-glim")


def test_another_name_for_a_concept_changes_one_line() -> None:
    old = small()
    new = with_twin(old, replace(twin_of(old), pref_labels={"en": "glim pair"}))
    assert changes(old, new) == [
        '-     skos:prefLabel "twin glim"@en ;',
        '+     skos:prefLabel "glim pair"@en ;',
    ]


def test_one_label_more_is_one_line_more() -> None:
    old = small()
    new = with_twin(old, replace(twin_of(old), alt_labels={"en": ("glim pair",)}))
    assert changes(old, new) == ['+     skos:altLabel "glim pair"@en ;']


# --- nothing is lost -------------------------------------------------------------------------

TEXTS = st.text(max_size=8)
IRIS = st.one_of(
    st.builds(lambda end: IRI(f"http://e.org/{end}"), TEXTS),
    st.builds(
        lambda name: IRI(f"{BASE}{name}"), st.from_regex(r"[-_.0-9a-z]{0,4}", fullmatch=True)
    ),
    st.sampled_from([GLIM, LABEL, RDF_TYPE, IRI("urn:x"), IRI(PREFIXES["skos"])]),
)
BLANKS = st.builds(
    BlankNode, st.one_of(TEXTS, st.sampled_from(["b0", "x.", "-x", "_x", "_x2d", "a b", ""]))
)
DATATYPES = st.sampled_from([rdf_name("xsd:integer"), rdf_name("xsd:date"), "http://e.org/a b"])
# Tags that differ in case alone make no two literals (RDF 1.1 Concepts, section 3.3).
TAGS = st.sampled_from(["en", "EN-gb", "es-MX", "zh-Hant-TW", "x-glim"])
LITERALS = st.one_of(
    st.builds(Literal, TEXTS, st.one_of(st.just(""), TAGS), st.just("")),
    st.builds(Literal, TEXTS, st.just(""), DATATYPES),
)
TRIPLES = st.lists(
    st.tuples(st.one_of(IRIS, BLANKS), IRIS, st.one_of(IRIS, BLANKS, LITERALS)), max_size=6
)


@contextmanager
def literals_as_written() -> Iterator[None]:
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


def read_back(text: str) -> set[tuple[object, ...]]:
    """What rdflib reads, as keys that tell an IRI from a blank node of the same text."""
    with literals_as_written():
        graph = rdflib.Graph().parse(data=text, format="turtle")
    blanks = {node: BlankNode(name) for node, name in graph.subject_objects(rdflib.URIRef(NAME))}

    def ours(term: rdflib.term.Node) -> Term:
        if isinstance(term, rdflib.Literal):
            return Literal(str(term), term.language or "", str(term.datatype or ""))
        return blanks[term] if isinstance(term, rdflib.BNode) else IRI(str(term))

    return {tuple(term_key(ours(term)) for term in triple) for triple in graph}


def keys(triples: Iterable[Triple]) -> set[tuple[object, ...]]:
    return {tuple(term_key(term) for term in triple) for triple in triples}


def named(triples: list[Triple]) -> list[Triple]:
    blanks = {term for triple in triples for term in triple if isinstance(term, BlankNode)}
    return [*triples, *((blank, NAME, Literal(blank)) for blank in blanks)]


@settings(max_examples=150, deadline=None)
@given(TRIPLES)
@example([(GLIM, LABEL, Literal("", "es-MX")), (GLIM, LABEL, Literal(""))])
@example([(BlankNode("_x2d"), LABEL, BlankNode("-")), (BlankNode("-"), LABEL, BlankNode("a b"))])
@example([(IRI('http://e.org/ <>"{}|^`\\\u202e\u00e9\U0001f600'), LABEL, Literal('"\\\r\n\t\0'))])
@example([(GLIM, LABEL, Literal("01", datatype=rdf_name("xsd:integer")))])
def test_another_library_reads_the_triples_that_were_written(triples: list[Triple]) -> None:
    triples = named(triples)
    assert read_back(generate(triples, {**PREFIXES, "glim": BASE})) == keys(triples)


def test_the_small_vocabulary_is_read_back_whole() -> None:
    triples = build(small())
    assert read_back(turtle(small())) == keys(triples)


# --- nothing in it drives a terminal ---------------------------------------------------------

DRIVES = ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u061c", "\u200f", "\u202e", "\u2066", "\ufeff"]


@pytest.mark.parametrize("char", DRIVES, ids=[f"U+{ord(char):04X}" for char in DRIVES])
def test_control_and_direction_characters_are_escaped(char: str) -> None:
    triples: list[Triple] = [
        (IRI(f"http://e.org/{char}"), IRI(f"urn:{char}"), Literal(f"a{char}b")),
        (BlankNode(f"b{char}"), LABEL, Literal("", datatype=f"urn:{char}")),
    ]
    text = generate(triples, {"odd": f"urn:{char}:"})
    assert char not in text
    assert f"a\\u{ord(char):04X}b" in text


def test_letters_of_every_script_stay_readable() -> None:
    text = generate([(GLIM, LABEL, Literal("Größe 大小 \u200c حجم 😀"))], PREFIXES)
    assert "Größe 大小 \u200c حجم 😀" in text


# --- names -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "short"),
    [
        ("glim", "glim:glim"),
        ("2-glims_x", "glim:2-glims_x"),
        ("", f"<{BASE}>"),
        ("-x", f"<{BASE}-x>"),
        ("x/y", f"<{BASE}x/y>"),
        ("x.", f"<{BASE}x.>"),
        ("brillín", f"<{BASE}brillín>"),
        ("x%20y", f"<{BASE}x%20y>"),
    ],
)
def test_only_a_plain_name_is_shortened(end: str, short: str) -> None:
    assert shorten(BASE + end, {"glim": BASE}) == short


def test_the_longest_namespace_wins() -> None:
    prefixes = {"a": "http://e.org/", "b": "http://e.org/b/", "none": ""}
    assert shorten("http://e.org/b/x", prefixes) == "b:x"
    assert shorten("http://e.org/x", prefixes) == "a:x"


@pytest.mark.parametrize(
    ("given_tag", "tag"),
    [("EN", "en"), ("en-gb", "en-GB"), ("ZH-hant-tw", "zh-Hant-TW"), ("en-ca-x-ca", "en-CA-x-ca")],
)
def test_a_language_tag_gets_its_conventional_case(given_tag: str, tag: str) -> None:
    assert tag_case(given_tag) == tag
