"""Concepts as a networkx graph."""

from graph.network import network, related_pairs
from ontology.model import Concept

A, B, C = "http://example.org/a", "http://example.org/b", "http://example.org/c"


def test_a_relation_stated_on_either_side_is_one_edge() -> None:
    concepts = [Concept(A, narrower=(B,), related=(C,)), Concept(B, broader=(A,)), Concept(C)]
    graph = network(concepts)
    assert list(graph.edges(keys=True)) == [(A, C, "related"), (B, A, "broader")]
    assert related_pairs(graph) == [(A, C)]


def test_what_is_no_concept_here_and_a_concept_itself_are_no_neighbours() -> None:
    graph = network([Concept(A, broader=(A, B), related=(A, C))])
    assert list(graph) == [A]
    assert not graph.edges


def test_two_concepts_can_be_joined_by_both_relations() -> None:
    graph = network([Concept(A, broader=(B,), related=(B,)), Concept(B)])
    assert graph.number_of_edges() == 2


def test_the_order_of_concepts_does_not_matter() -> None:
    concepts = [Concept(A, related=(C, B)), Concept(B, broader=(C,)), Concept(C)]
    one, other = network(concepts), network(concepts[::-1])
    assert list(one) == list(other)
    assert list(one.edges(keys=True)) == list(other.edges(keys=True))
