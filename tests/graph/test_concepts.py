"""Concepts are read from any SKOS graph, whatever it leaves out or does in its own way."""

from itertools import permutations

import pytest

from graph.concepts import read_vocabulary
from graph.rdf import IRI, RDF_TYPE, Literal, Triple, rdf_name
from graph.store import graph_from_turtle
from ontology.model import Collection, Concept, PrintedLabel, Reading, Source, Vocabulary

HEAD = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix ex: <https://example.org/> .
"""
EX = "https://example.org/"


def read(turtle: str) -> Vocabulary:
    return read_vocabulary(graph_from_turtle(HEAD + turtle).triples())


def read_one(turtle: str) -> Concept:
    (concept,) = read(turtle).concepts
    return concept


# --- what is a concept -----------------------------------------------------------------------


def test_an_empty_graph_is_an_empty_vocabulary() -> None:
    vocabulary = read("")
    assert vocabulary.concepts == ()
    assert vocabulary.scheme.iri == ""


def test_no_scheme_is_needed() -> None:
    vocabulary = read('ex:glim a skos:Concept ; skos:prefLabel "glim"@en .')
    assert [concept.iri for concept in vocabulary.concepts] == [f"{EX}glim"]
    assert vocabulary.scheme.iri == ""
    assert vocabulary.scheme.languages == ("en",)


@pytest.mark.parametrize(
    "turtle",
    [
        "ex:a skos:broader ex:b .",
        "ex:b skos:narrower ex:a .",
        "ex:a skos:related ex:b .",
        "ex:a a skos:Concept . ex:b skos:topConceptOf ex:s .",
        "ex:a a skos:Concept . ex:s skos:hasTopConcept ex:b .",
    ],
)
def test_what_stands_in_a_relation_is_a_concept_without_being_called_one(turtle: str) -> None:
    assert [concept.iri for concept in read(turtle).concepts] == [f"{EX}a", f"{EX}b"]


def test_relations_stated_in_one_direction_are_read_in_both() -> None:
    a, b, c = read(
        "ex:a skos:broader ex:b . ex:b skos:narrower ex:c ; skos:related ex:c ."
    ).concepts
    assert (a.broader, c.broader) == ((b.iri,), (b.iri,))
    assert b.narrower == (a.iri, c.iri)
    assert (b.related, c.related) == ((c.iri,), (b.iri,))


def test_a_relation_to_a_text_is_passed_over() -> None:
    concept = read_one('ex:a a skos:Concept ; skos:broader "b" ; skos:related "c"@en, 7 .')
    assert (concept.broader, concept.related) == ((), ())


def test_a_blank_node_may_be_a_concept() -> None:
    blank, named = sorted(
        read('[] a skos:Concept ; skos:broader ex:b ; skos:prefLabel "nameless" .').concepts,
        key=lambda concept: not concept.pref_labels,
    )
    assert blank.label("en").text == "nameless"
    assert named.narrower == (blank.iri,)


def test_a_top_concept_is_in_its_scheme() -> None:
    concept = read_one("ex:s skos:hasTopConcept ex:a .")
    assert (concept.top_concept_of, concept.schemes) == ((f"{EX}s",), (f"{EX}s",))


# --- labels and notes ------------------------------------------------------------------------


def test_labels_that_stand_in_skos_xl_alone_are_read() -> None:
    concept = read_one(
        "ex:a a skos:Concept ; skosxl:prefLabel ex:l1 ; skosxl:altLabel [ skosxl:literalForm "
        '"glimmet"@en ] ; skosxl:hiddenLabel ex:nowhere .'
        'ex:l1 skosxl:literalForm "glim"@en ; dcterms:source ex:leaf .'
    )
    assert concept.pref_labels == {"en": "glim"}
    assert concept.alt_labels == {"en": ("glimmet",)}
    assert concept.printed == (PrintedLabel("glim", "en", f"{EX}leaf"),)


def test_a_label_that_stands_plain_and_in_skos_xl_is_one() -> None:
    concept = read_one(
        'ex:a a skos:Concept ; skos:altLabel "glim"@en ; skosxl:altLabel ex:l .'
        'ex:l skosxl:literalForm "glim"@en .'
    )
    assert concept.alt_labels == {"en": ("glim",)}


def test_of_two_preferred_labels_in_a_language_one_becomes_an_alternative() -> None:
    concept = read_one('ex:a a skos:Concept ; skos:prefLabel "glom"@en, "glim"@en, "glim"@es .')
    assert concept.pref_labels == {"en": "glim", "es": "glim"}
    assert concept.alt_labels == {"en": ("glom",)}


def test_a_second_preferred_label_that_is_an_alternative_already_stays_one() -> None:
    concept = read_one(
        'ex:a a skos:Concept ; skos:prefLabel "glim"@en, "glom"@en ; skos:altLabel "glom"@en .'
    )
    assert concept.alt_labels == {"en": ("glom",)}


def test_a_label_without_a_language_is_kept_and_an_iri_as_label_passed_over() -> None:
    concept = read_one('ex:a a skos:Concept ; skos:prefLabel "glim", ex:name .')
    assert concept.pref_labels == {"": "glim"}


def test_a_note_may_be_a_text_and_a_resource_at_once() -> None:
    concept = read_one(
        'ex:a a skos:Concept ; skos:definition "Hums."@en, [ rdf:value "Hums too."@en ; '
        'dcterms:source ex:leaf ], [ rdf:value "Hums."@en ], ex:nowhere .'
    )
    assert concept.definitions == {"en": ("Hums.", "Hums too.")}


@pytest.mark.parametrize("kind", ["definition", "scopeNote", "note"])
def test_a_note_with_a_text_and_a_source_is_what_that_source_says(kind: str) -> None:
    concept = read_one(
        f"ex:a a skos:Concept ; skos:{kind} ex:n, [ dcterms:source ex:moss ; "
        'rdf:value "Buzzes."@en ] .'
        'ex:n rdf:value "Hums."@en, "Zumba."@es ; dcterms:source ex:leaf .'
    )
    assert concept.readings == (
        Reading("Buzzes.", "en", f"{EX}moss"),
        Reading("Hums.", "en", f"{EX}leaf"),
        Reading("Zumba.", "es", f"{EX}leaf"),
    )


def test_what_a_source_says_does_not_stand_among_the_scope_notes_too() -> None:
    concept = read_one(
        'ex:a a skos:Concept ; skos:scopeNote "Never a lamp."@en, [ rdf:value "Nor a lamp."@en ], '
        '[ rdf:value "A lamp."@en ; dcterms:source ex:leaf ] .'
    )
    assert concept.scope_notes == {"en": ("Never a lamp.", "Nor a lamp.")}
    assert concept.readings == (Reading("A lamp.", "en", f"{EX}leaf"),)


def test_a_definition_with_a_source_is_a_definition_and_a_reading() -> None:
    concept = read_one(
        "ex:a a skos:Concept ; skos:definition "
        '[ rdf:value "Hums."@en ; dcterms:source ex:leaf, ex:moss ] .'
    )
    assert concept.definitions == {"en": ("Hums.",)}
    assert concept.readings == tuple(
        Reading("Hums.", "en", EX + source) for source in ("leaf", "moss")
    )


def test_a_note_that_lacks_a_text_or_a_source_is_no_reading() -> None:
    concept = read_one(
        "ex:a a skos:Concept ; skos:note ex:n1, ex:n2, ex:nowhere, ex:a ; "
        'skos:scopeNote ex:n3, "ex:n1" .'
        "ex:n1 dcterms:source ex:leaf ; rdf:value ex:text ."
        'ex:n2 rdf:value "Hums."@en .'
        'ex:n3 rdf:value "Hums too."@en .'
    )
    assert concept.readings == ()
    assert concept.scope_notes == {"": ("ex:n1",), "en": ("Hums too.",)}


def test_the_source_of_a_reading_is_described_though_it_prints_no_label() -> None:
    vocabulary = read(
        "ex:a a skos:Concept ; skos:note ex:n ."
        'ex:n rdf:value "Hums."@en ; dcterms:source ex:leaf . ex:leaf dcterms:title "Leaf"@en .'
    )
    assert vocabulary.sources == (Source(f"{EX}leaf", "leaf", "Leaf"),)


def test_languages_are_told_apart_whatever_case_they_are_written_in() -> None:
    concept = read_one('ex:a a skos:Concept ; skos:prefLabel "x"@PT-br ; skos:altLabel "y"@pt-BR .')
    assert concept.pref_labels == {"pt-BR": "x"}
    assert concept.alt_labels == {"pt-BR": ("y",)}


# --- sources, groups, schemes ----------------------------------------------------------------


def test_a_source_may_be_a_text_or_an_iri_of_which_nothing_is_said() -> None:
    vocabulary = read(
        "ex:a skosxl:prefLabel ex:l ; a skos:Concept ."
        'ex:l skosxl:literalForm "glim"@en ; dcterms:source ex:leaf, "a leaf I found" .'
    )
    assert vocabulary.concepts[0].sources() == ("a leaf I found", f"{EX}leaf")
    assert [source.id for source in vocabulary.sources] == ["a leaf I found", "leaf"]


def test_a_source_is_described_as_far_as_the_graph_does() -> None:
    vocabulary = read(
        "ex:a skosxl:prefLabel ex:l ; a skos:Concept ."
        'ex:l skosxl:literalForm "glim"@en ; dcterms:source ex:leaf .'
        'ex:leaf dcterms:title "The leaf"@en ; dcterms:extent "12 entries" ; '
        "dcterms:publisher ex:p ."
    )
    leaf = Source(f"{EX}leaf", "leaf", "The leaf", publisher=f"{EX}p", entries=12)
    assert vocabulary.sources == (leaf,)


@pytest.mark.parametrize("extent", ["many", "٣ entries", "9" * 5000, "-1", "1.5"])
def test_an_extent_that_counts_nothing_is_passed_over(extent: str) -> None:
    vocabulary = read(
        f'ex:c a skos:Collection ; dcterms:source ex:s . ex:s dcterms:extent "{extent}" .'
    )
    assert vocabulary.sources[0].entries == 0


def test_a_collection_is_read_with_its_members_and_labels() -> None:
    vocabulary = read(
        'ex:c a skos:Collection ; skos:member ex:b, ex:a, "text" ; skosxl:prefLabel ex:l .'
        'ex:l skosxl:literalForm "things"@en .'
    )
    assert vocabulary.collections == (Collection(f"{EX}c", {"en": "things"}, (f"{EX}a", f"{EX}b")),)
    assert vocabulary.concepts == ()


def test_what_an_ordered_collection_lists_are_its_members() -> None:
    vocabulary = read("ex:c a skos:OrderedCollection ; skos:memberList ( ex:b ex:a ) .")
    assert vocabulary.collections[0].members == (f"{EX}a", f"{EX}b")


def test_a_list_that_comes_back_to_itself_ends() -> None:
    vocabulary = read(
        "ex:c a skos:OrderedCollection ; skos:memberList ex:l ."
        "ex:l rdf:first ex:a ; rdf:rest ex:l ."
    )
    assert vocabulary.collections[0].members == (f"{EX}a",)


def test_of_several_schemes_the_one_with_most_concepts_is_described() -> None:
    vocabulary = read(
        'ex:s1 a skos:ConceptScheme ; dcterms:title "one"@en .'
        'ex:s2 a skos:ConceptScheme ; rdfs:label "label"@en, "dos"@es ; dcterms:title "two"@en .'
        "ex:a a skos:Concept ; skos:inScheme ex:s1, ex:s2 . ex:b a skos:Concept ; "
        "skos:inScheme ex:s2 ."
    )
    assert vocabulary.scheme.iri == f"{EX}s2"
    assert vocabulary.scheme.title == {"en": "two", "es": "dos"}
    assert vocabulary.concepts[0].schemes == (f"{EX}s1", f"{EX}s2")


# --- order, mixtures and size ----------------------------------------------------------------


def test_terms_of_every_kind_in_one_place_are_read_in_one_order() -> None:
    a, label = IRI(f"{EX}a"), rdf_name("skos:prefLabel")
    mixed: list[Triple] = [
        (a, label, Literal("glim", "en")),
        (a, label, IRI(f"{EX}l")),
        (a, label, Literal("1", datatype=rdf_name("xsd:integer"))),
        (a, RDF_TYPE, rdf_name("skos:Concept")),
    ]
    read_so = {str(read_vocabulary(some)) for some in permutations(mixed)}
    assert len(read_so) == 1
    assert read_vocabulary(mixed).concepts[0].pref_labels == {"": "1", "en": "glim"}


def test_a_triple_that_stands_twice_is_read_once() -> None:
    triple: Triple = (IRI(f"{EX}a"), rdf_name("skos:related"), IRI(f"{EX}b"))
    assert read_vocabulary([triple, triple]).concepts[0].related == (f"{EX}b",)


def test_a_concept_with_twenty_thousand_narrower_ones_is_read_at_once() -> None:
    hub = IRI(f"{EX}hub")
    triples = [(IRI(f"{EX}c{n}"), rdf_name("skos:broader"), hub) for n in range(20_000)]
    concepts = read_vocabulary(triples).concepts
    assert len(concepts[-1].narrower) == 20_000
