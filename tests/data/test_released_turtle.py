"""What those who take data/crm-concepts.ttl into other tools can rely on."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
import skosify
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic
from rdflib.namespace import SKOS

from graph.concepts import read_vocabulary
from graph.rdf import PREFIXES
from graph.skos import build as build_triples
from graph.store import open_graph
from graph.turtle import generate
from ontology.model import LABELS, MAPPINGS

HOUSE = Path(__file__).parent.parent.parent
RELEASED = HOUSE / "data/crm-concepts.ttl"


@pytest.fixture(scope="module")
def triples() -> rdflib.Graph:
    return rdflib.Graph().parse(RELEASED)


# --- mappings --------------------------------------------------------------------------------


def test_the_mappings_are_the_ones_that_were_looked_up(triples: rdflib.Graph) -> None:
    mapped = [
        (subject, predicate, value)
        for name in MAPPINGS
        for subject, predicate, value in triples.triples((None, SKOS[name], None))
    ]
    assert len(mapped) == 31
    assert Counter(str(value).rpartition("/")[0] for _, _, value in mapped) == {
        "http://www.wikidata.org/entity": 25,
        "https://schema.org": 6,
    }


# --- the released Turtle ---------------------------------------------------------------------


def build(seed: str) -> str:
    command = [sys.executable, "cli.py", "build"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_the_released_turtle_is_what_the_yaml_says() -> None:
    stale = "data/crm-concepts.ttl is stale: run crm-concepts build -o data/crm-concepts.ttl"
    assert build("0") == RELEASED.read_text(encoding="utf-8"), stale


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    assert build("1") == build("4242")


def test_two_libraries_read_the_same_graph(triples: rdflib.Graph) -> None:
    by_pyoxigraph = rdflib.Graph()
    quads = parse(RELEASED.read_bytes(), RdfFormat.TURTLE)
    lines = "".join(f"{quad.subject} {quad.predicate} {quad.object} .\n" for quad in quads)
    by_pyoxigraph.parse(data=lines, format="nt")
    assert len(triples) > 5000
    assert isomorphic(triples, by_pyoxigraph)


def test_relabelling_a_concept_changes_one_line() -> None:
    authored = read_vocabulary(open_graph([RELEASED]).triples())
    before = generate(build_triples(authored), PREFIXES).splitlines()
    first, *others = authored.concepts
    relabelled = replace(first, pref_labels={**first.pref_labels, "en": "a new name"})
    changed = replace(authored, concepts=(relabelled, *others))
    after = generate(build_triples(changed), PREFIXES).splitlines()
    assert len(before) == len(after)
    assert len([1 for one, other in zip(before, after, strict=True) if one != other]) == 1


# --- SKOS integrity, with what SKOS entails --------------------------------------------------


def entailed(graph: rdflib.Graph) -> rdflib.Graph:
    """The graph with subproperties, inverses and transitive closures of SKOS added."""
    full = rdflib.Graph()
    for triple in graph:
        full.add(triple)
    for one, other in (
        (SKOS.broader, SKOS.narrower),
        (SKOS.broadMatch, SKOS.narrowMatch),
        (SKOS.topConceptOf, SKOS.hasTopConcept),
        *((same, same) for same in (SKOS.related, SKOS.exactMatch, SKOS.closeMatch)),
        (SKOS.relatedMatch, SKOS.relatedMatch),
    ):
        for subject, value in [*full.subject_objects(one)]:
            full.add((value, other, subject))
        for subject, value in [*full.subject_objects(other)]:
            full.add((value, one, subject))
    for narrow, wide in (
        (SKOS.broadMatch, SKOS.broader),
        (SKOS.narrowMatch, SKOS.narrower),
        (SKOS.relatedMatch, SKOS.related),
    ):
        for subject, value in [*full.subject_objects(narrow)]:
            full.add((subject, wide, value))
    for subject in {*full.subjects(SKOS.broader)}:
        for above in full.transitive_objects(subject, SKOS.broader):
            if above is not None and above != subject:
                full.add((subject, SKOS.broaderTransitive, above))
    return full


@pytest.fixture(scope="module")
def full(triples: rdflib.Graph) -> rdflib.Graph:
    return entailed(triples)


def instances(graph: rdflib.Graph, kind: rdflib.URIRef) -> set[rdflib.term.Node]:
    return set(graph.subjects(rdflib.RDF.type, kind))


def test_s9_schemes_are_no_concepts(full: rdflib.Graph) -> None:
    concepts = instances(full, SKOS.Concept) | set(full.objects(None, SKOS.hasTopConcept))
    assert not instances(full, SKOS.ConceptScheme) & concepts


def test_s13_the_three_kinds_of_label_are_disjoint(full: rdflib.Graph) -> None:
    for subject in instances(full, SKOS.Concept):
        kinds = [set(full.objects(subject, SKOS[name])) for name in LABELS]
        assert len(set.union(*kinds)) == sum(map(len, kinds)), subject


def test_s14_one_preferred_label_a_language(full: rdflib.Graph) -> None:
    for subject in set(full.subjects(SKOS.prefLabel)):
        tags = Counter(str(label.language) for label in literals(full, subject, SKOS.prefLabel))
        assert max(tags.values()) == 1, subject


def literals(
    graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef
) -> Iterator[rdflib.Literal]:
    for value in graph.objects(subject, predicate):
        assert isinstance(value, rdflib.Literal)
        yield value


def test_s27_related_is_disjoint_with_what_is_above(full: rdflib.Graph) -> None:
    related = set(full.subject_objects(SKOS.related))
    above = set(full.subject_objects(SKOS.broaderTransitive))
    assert related
    assert above
    assert not related & (above | {(high, low) for low, high in above})


def test_s37_collections_are_neither_concepts_nor_schemes(full: rdflib.Graph) -> None:
    collections = instances(full, SKOS.Collection)
    assert collections
    relations = (SKOS.broader, SKOS.narrower, SKOS.related)
    in_relation = {
        end for relation in relations for pair in full.subject_objects(relation) for end in pair
    }
    concepts = instances(full, SKOS.Concept) | in_relation
    assert not collections & (concepts | instances(full, SKOS.ConceptScheme))


def test_s46_an_exact_match_is_no_broader_or_related_one(full: rdflib.Graph) -> None:
    exact = set(full.subject_objects(SKOS.exactMatch))
    others = {*full.subject_objects(SKOS.broadMatch), *full.subject_objects(SKOS.relatedMatch)}
    assert exact
    assert others
    assert not exact & (others | {(value, subject) for subject, value in others})


def test_skosify_finds_nothing_to_repair(caplog: pytest.LogCaptureFixture) -> None:
    # What mappings entail about the concepts of others is inference, no repair.
    repaired = skosify.skosify(str(RELEASED), enrich_mappings=False)
    complaints = [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
    assert [record.getMessage() for record in complaints] == []
    assert set(repaired) == set(rdflib.Graph().parse(RELEASED))
