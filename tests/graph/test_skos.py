"""A vocabulary becomes SKOS that states both directions, and is read back as it was."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.concepts import read_vocabulary
from graph.rdf import IRI, RDF_TYPE, Literal, Triple, rdf_name
from graph.skos import build, label_iri, note_iri
from ontology.model import (
    Collection,
    Concept,
    ConceptScheme,
    PrintedLabel,
    Reading,
    Source,
    Texts,
    Vocabulary,
)
from ontology.vocabulary import parse_vocabulary

SMALL = Path(__file__).parent.parent / "data" / "small"
BASE = "https://example.org/glim/"
SCHEME, GLIM, TWIN, JAR = (IRI(BASE + end) for end in ("", "glim", "twin-glim", "glim-jar"))
LEAF = IRI(f"{BASE}source/leaf")
NOTE = IRI(f"{BASE}note/glim/leaf")
PRINTED = IRI(f"{BASE}label/es/brill%C3%ADn")


def small() -> Vocabulary:
    files = SMALL.rglob("*.yaml")
    return parse_vocabulary(
        {path.relative_to(SMALL).as_posix(): path.read_text("utf-8") for path in files}
    )


def said(subject: IRI, name: str) -> set[object]:
    """What the small vocabulary's graph says of ``subject``."""
    return {value for one, two, value in build(small()) if (one, two) == (subject, rdf_name(name))}


def test_broader_and_narrower_are_both_stated() -> None:
    assert said(TWIN, "skos:broader") == {GLIM}
    assert said(GLIM, "skos:narrower") == {TWIN, JAR}
    assert not said(TWIN, "skos:narrower")


def test_related_is_stated_in_both_directions() -> None:
    assert said(TWIN, "skos:related") == {JAR}
    assert said(JAR, "skos:related") == {TWIN}


def test_top_concepts_are_stated_both_ways_and_every_concept_is_in_the_scheme() -> None:
    assert said(SCHEME, "skos:hasTopConcept") == {GLIM}
    assert said(GLIM, "skos:topConceptOf") == {SCHEME}
    assert not said(TWIN, "skos:topConceptOf")
    assert all(said(iri, "skos:inScheme") == {SCHEME} for iri in (GLIM, TWIN, JAR))


def test_each_kind_of_label_and_note_is_stated_in_its_language() -> None:
    assert said(GLIM, "skos:prefLabel") == {
        Literal("glim", "en"),
        Literal("brillín", "es"),
        Literal("glimt", "no"),
    }
    assert Literal("GLM", "es") in said(GLIM, "skos:altLabel")
    assert said(GLIM, "skos:hiddenLabel") == {Literal("glimm", "en")}
    assert said(GLIM, "skos:definition") == {Literal("A small light that hums.", "en")}
    assert said(GLIM, "skos:scopeNote") == {Literal("Never said of a lamp.", "en"), NOTE}
    assert said(GLIM, "skos:example") == {Literal("The glim hums at noon.", "en")}
    assert said(GLIM, "skos:historyNote") == {Literal("Was two concepts once.", "en")}
    assert said(GLIM, "skos:notation") == {Literal("glim")}


def test_a_printed_label_stands_on_an_iri_of_its_own_beside_the_plain_one() -> None:
    assert said(GLIM, "skosxl:prefLabel") == {PRINTED}
    assert said(GLIM, "skosxl:altLabel") == {IRI(f"{BASE}label/es/GLM")}
    assert said(PRINTED, "rdf:type") == {rdf_name("skosxl:Label")}
    assert said(PRINTED, "skosxl:literalForm") == {Literal("brillín", "es")}
    assert said(PRINTED, "dcterms:source") == {LEAF}


def test_the_sources_of_a_concept_are_those_of_its_printed_labels() -> None:
    assert said(GLIM, "dcterms:source") == {LEAF}
    assert not said(TWIN, "dcterms:source")
    glim = small().concepts[0]
    twice = replace(glim, printed=(*glim.printed, PrintedLabel("glim", "en", "urn:other")))
    triples = build(Vocabulary(ConceptScheme(BASE), concepts=(twice,)))
    cited = {
        value for one, two, value in triples if (one, two) == (GLIM, rdf_name("dcterms:source"))
    }
    assert cited == {LEAF, IRI("urn:other")}


def test_a_label_that_two_sources_print_is_one_label() -> None:
    printed = tuple(PrintedLabel("glim", "en", source) for source in ("urn:a", "urn:b"))
    glim = Concept(GLIM, pref_labels={"en": "glim"}, printed=printed)
    triples = build(Vocabulary(ConceptScheme(BASE), concepts=(glim,)))
    labels = [one for one, two, value in triples if value == rdf_name("skosxl:Label")]
    assert labels == [IRI(f"{BASE}label/en/glim")]


def test_a_homonym_that_sources_print_is_a_label_of_each_concept() -> None:
    one, other = (
        Concept(BASE + name, pref_labels={"en": "SQL"}, printed=(PrintedLabel("SQL", "en", by),))
        for name, by in (("lead", "urn:a"), ("language", "urn:b"))
    )
    triples = build(Vocabulary(ConceptScheme(BASE), concepts=(one, other)))
    assert {concept.printed for concept in read_vocabulary(triples).concepts} == {
        one.printed,
        other.printed,
    }
    assert (IRI(one.iri), rdf_name("skosxl:prefLabel"), IRI(f"{BASE}label/en/SQL/lead")) in triples


def test_how_a_source_defines_a_concept_is_a_note_beside_the_plain_definition() -> None:
    defined = Concept(
        GLIM,
        definitions={"en": ("Our own.", "A light.")},
        readings=(Reading("A light.", "en", LEAF),),
    )
    triples = build(Vocabulary(ConceptScheme(BASE), concepts=(defined,)))
    note = IRI(f"{BASE}definition/glim/leaf")
    values = {value for one, two, value in triples if two == rdf_name("skos:definition")}
    assert values == {Literal("Our own.", "en"), Literal("A light.", "en"), note}
    assert (note, rdf_name("rdf:value"), Literal("A light.", "en")) in triples
    assert (note, rdf_name("dcterms:source"), LEAF) in triples
    # The vocabulary's own comes first, whatever the alphabet says.
    assert read_vocabulary(triples).concepts[0] == defined


def test_a_retired_concept_says_what_replaces_it() -> None:
    old = Concept(TWIN, {"en": "twin"}, schemes=(BASE,), deprecated=True, replaced_by=GLIM)
    triples = build(Vocabulary(ConceptScheme(BASE), concepts=(old,)))
    true = Literal("true", datatype=rdf_name("xsd:boolean"))
    assert (TWIN, rdf_name("owl:deprecated"), true) in triples
    assert (TWIN, rdf_name("dcterms:isReplacedBy"), GLIM) in triples
    assert read_vocabulary(triples).concepts == (old,)


def test_what_a_source_says_is_a_note_on_an_iri_of_its_own_beside_the_plain_one() -> None:
    assert said(NOTE, "rdf:value") == {
        Literal("A light, humming or not", "en"),
        Literal("Una luz, zumbe o no", "es"),
        Literal("Et lys, med eller uten lyd", "no"),
    }
    assert said(NOTE, "dcterms:source") == {LEAF}


def test_two_sources_that_say_the_same_keep_a_note_each() -> None:
    readings = tuple(Reading("Hums.", "en", source) for source in (LEAF, "urn:b"))
    triples = build(Vocabulary(ConceptScheme(BASE), concepts=(Concept(GLIM, readings=readings),)))
    notes = {one for one, _, value in triples if value == Literal("Hums.", "en")}
    assert notes == {NOTE, IRI(f"{BASE}note/glim/urn%3Ab")}


def test_mappings_groups_and_sources_are_stated() -> None:
    group = IRI(f"{BASE}collection/leaf-bright-things")
    assert said(JAR, "skos:closeMatch") == {IRI("https://example.com/jar")}
    assert said(group, "rdf:type") == {rdf_name("skos:Collection")}
    assert said(group, "skos:member") == {GLIM}
    assert said(LEAF, "dcterms:publisher") == {Literal("Casa Lum")}
    assert said(LEAF, "dcterms:title") == {Literal("Hoja de brillos", "es")}


def test_the_scheme_is_described() -> None:
    assert said(SCHEME, "dcterms:title") == {Literal("Glimworks", "en"), Literal("Glimería", "es")}
    assert said(SCHEME, "owl:versionInfo") == {Literal("1.0")}
    assert said(SCHEME, "dcterms:issued") == {Literal("2026-01-31", "", rdf_name("xsd:date"))}


def test_every_triple_is_stated_once() -> None:
    triples = build(small())
    assert len(triples) == len(set(triples))


def test_what_was_never_said_is_not_stated() -> None:
    bare = Vocabulary(ConceptScheme(BASE), (Source("urn:s", ""),), concepts=(Concept(GLIM),))
    assert set(build(bare)) == {
        (SCHEME, RDF_TYPE, rdf_name("skos:ConceptScheme")),
        (IRI("urn:s"), RDF_TYPE, rdf_name("dcterms:BibliographicResource")),
        (GLIM, RDF_TYPE, rdf_name("skos:Concept")),
    }
    assert build(Vocabulary(ConceptScheme())) == []


TAGGED = st.tuples(st.sampled_from(["en", "es", "pt-BR", ""]), st.text(max_size=5))


@given(TAGGED, TAGGED)
def test_two_labels_never_share_an_iri(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert (label_iri(BASE, *one) == label_iri(BASE, *other)) == (one == other)


NAMED = st.tuples(st.text(max_size=4), st.text(max_size=4))


@given(NAMED, NAMED)
def test_two_notes_never_share_an_iri(one: tuple[str, str], other: tuple[str, str]) -> None:
    iris = [note_iri(BASE, BASE + name, f"{BASE}source/{by}") for name, by in (one, other)]
    assert (iris[0] == iris[1]) == (one == other)


def test_a_space_and_an_underscore_make_two_labels() -> None:
    assert label_iri(BASE, "en", "a b") == f"{BASE}label/en/a_b"
    assert label_iri(BASE, "en", "a_b") == f"{BASE}label/en/a%5Fb"


# --- round trip ------------------------------------------------------------------------------

LANGUAGES = ["en", "es", "pt-BR"]
LINES = st.text(min_size=1, max_size=6)
TAGS = st.sampled_from(LANGUAGES)
NOTES = st.dictionaries(TAGS, st.lists(LINES, min_size=1, max_size=2, unique=True).map(tuple))


def source_of(tag: str) -> str:
    return f"{BASE}source/s{tag[:2]}"


@st.composite
def concepts(draw: st.DrawFn, place: int, of: int) -> Concept:
    """A concept whose broader ones stand before it, and whose three kinds of label differ."""
    texts = {tag: draw(st.lists(LINES, min_size=3, max_size=5, unique=True)) for tag in LANGUAGES}
    printed = draw(st.lists(TAGS, max_size=2, unique=True))
    definitions = draw(NOTES)
    defined = [(text, tag) for tag, some in definitions.items() for text in some]
    readings = draw(st.lists(st.tuples(LINES, TAGS, TAGS), max_size=3, unique=True))
    if defined:
        defining = st.tuples(st.sampled_from(defined), TAGS)
        some = draw(st.lists(defining, max_size=2, unique=True))
        readings += [(text, tag, by) for (text, tag), by in some]
    deprecated = draw(st.booleans())
    others = st.lists(st.integers(0, of - 1).filter(place.__ne__), max_size=2, unique=True)
    above = st.lists(st.integers(0, place - 1), max_size=2, unique=True) if place else st.just([])
    return Concept(
        iri=f"{BASE}c{place}",
        pref_labels={tag: some[0] for tag, some in texts.items()},
        alt_labels={tag: tuple(some[2:]) for tag, some in texts.items()},
        hidden_labels={tag: (some[1],) for tag, some in texts.items()},
        definitions=definitions,
        scope_notes=draw(NOTES),
        examples=draw(NOTES),
        history_notes=draw(NOTES),
        notation=f"c{place}",
        broader=tuple(f"{BASE}c{other}" for other in draw(above)),
        related=tuple(f"{BASE}c{other}" for other in draw(others)),
        mappings=draw(
            st.dictionaries(st.sampled_from(["exactMatch", "broadMatch"]), st.just(("urn:x",)))
        ),
        printed=tuple(PrintedLabel(texts[tag][0], tag, source_of(tag)) for tag in printed),
        readings=tuple(
            Reading(text, tag, source_of(by)) for text, tag, by in dict.fromkeys(readings)
        ),
        schemes=(BASE,),
        deprecated=deprecated,
        replaced_by=f"{BASE}c0" if deprecated and place else "",
    )


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    size = draw(st.integers(1, 4))
    made = [draw(concepts(place, size)) for place in range(size)]
    tops = draw(st.sets(st.integers(0, size - 1)))
    made = [
        replace(concept, top_concept_of=(BASE,)) if place in tops else concept
        for place, concept in enumerate(made)
    ]
    cited = {printed.source for concept in made for printed in concept.printed}
    cited |= {reading.source for concept in made for reading in concept.readings}
    sources = [
        Source(source_of(tag), f"s{tag[:2]}", draw(LINES), tag, draw(LINES), "leaf", 7)
        for tag in LANGUAGES
        if source_of(tag) in cited
    ]
    groups = [
        Collection(f"{BASE}collection/{source.id}", {"en": draw(LINES)}, (made[0].iri,), source.iri)
        for source in sources
    ]
    scheme = ConceptScheme(
        iri=BASE,
        languages=tuple(LANGUAGES),
        title={"en": draw(LINES)},
        description={"es": draw(LINES)},
        creator=draw(LINES),
        license="urn:free",
        version=draw(LINES),
        issued="2026-01-31",
        modified="2026-02-28",
        top_concepts=tuple(f"{BASE}c{place}" for place in sorted(tops)),
    )
    return Vocabulary(scheme, tuple(sources), tuple(groups), tuple(made))


def in_order(texts: Texts) -> Texts:
    return {tag: tuple(sorted(some)) for tag, some in texts.items()}


def as_read(concept: Concept, all_of_them: Mapping[str, Concept]) -> Concept:
    """The concept in the order of a reader, with what its neighbours say of it."""
    others = all_of_them.values()
    related = {*concept.related, *(other.iri for other in others if concept.iri in other.related)}
    sourced = {(reading.text, reading.language) for reading in concept.readings}
    return replace(
        concept,
        alt_labels=in_order(concept.alt_labels),
        definitions={
            tag: tuple(sorted(some, key=lambda text: ((text, tag) in sourced, text)))
            for tag, some in concept.definitions.items()
        },
        scope_notes=in_order(concept.scope_notes),
        examples=in_order(concept.examples),
        history_notes=in_order(concept.history_notes),
        broader=tuple(sorted(concept.broader)),
        narrower=tuple(sorted(other.iri for other in others if concept.iri in other.broader)),
        related=tuple(sorted(related)),
        printed=tuple(sorted(concept.printed)),
        readings=tuple(sorted(concept.readings)),
    )


@settings(max_examples=60, deadline=None)
@given(vocabularies())
def test_a_vocabulary_is_read_back_from_its_graph(vocabulary: Vocabulary) -> None:
    by_iri = {concept.iri: concept for concept in vocabulary.concepts}
    assert read_vocabulary(build(vocabulary)) == replace(
        vocabulary, concepts=tuple(as_read(concept, by_iri) for concept in vocabulary.concepts)
    )


def test_what_was_read_is_built_as_it_was() -> None:
    triples: list[Triple] = build(small())
    assert set(build(read_vocabulary(triples))) == set(triples)
