"""The values in the page: what is said of concepts, and what is left out because it is empty."""

from graph.map.content import content
from graph.map.data import details, disputed, edges, nodes, setting
from ontology.model import Concept, ConceptScheme, Reading, Source, Vocabulary

ONE, OTHER = "http://x.org/source/one", "http://x.org/source/other"


def vocabulary_of(*concepts: Concept) -> Vocabulary:
    return Vocabulary(ConceptScheme(), (Source(ONE, "one"), Source(OTHER, "other")), (), concepts)


def test_what_a_concept_does_not_have_is_not_in_the_page() -> None:
    said = content(vocabulary_of(Concept("http://x.org/a", {"en": "a"})))
    assert details(said)["concepts"] == [
        {
            "iri": "http://x.org/a",
            "names": {"en": ("a", "en")},
            "parent": -1,
            "preferred": {"en": "a"},
        }
    ]
    assert "disputed" not in nodes(said)[0]


def test_a_concept_is_disputed_where_two_sources_say_different_things_in_one_language() -> None:
    assert disputed([Reading("0 to 10", "en", ONE), Reading("1 to 10", "en", OTHER)])
    assert not disputed([Reading("0 to 10", "en", ONE), Reading("0 to 10", "en", OTHER)])
    assert not disputed([Reading("0 to 10", "en", ONE), Reading("1 to 10", "en", ONE)])
    assert not disputed([Reading("0 to 10", "en", ONE), Reading("de 0 a 10", "es", OTHER)])
    assert not disputed([])


def test_readings_name_their_source_by_its_number() -> None:
    readings = (Reading("0 to 10", "en", OTHER), Reading("1 to 10", "en", "http://x.org/gone"))
    said = content(vocabulary_of(Concept("http://x.org/a", {"en": "a"}, readings=readings)))
    told = details(said)
    assert told["concepts"][0]["readings"] == [
        ("0 to 10", "en", 1, OTHER),
        ("1 to 10", "en", -1, "http://x.org/gone"),
    ]
    assert told["sources"][1]["id"] == "other"
    assert nodes(said)[0]["disputed"] is True


def test_a_concept_that_is_related_to_the_one_above_it_has_two_lines_of_two_kinds() -> None:
    low = Concept("http://x.org/a", broader=("http://x.org/b",), related=("http://x.org/b",))
    said = content(vocabulary_of(low, Concept("http://x.org/b")))
    assert sorted(edge["kind"] for edge in edges(said)) == ["related", "tree"]


def test_the_concept_above_all_blocks_is_told_and_no_block() -> None:
    concepts = [Concept("http://x.org/all")]
    concepts += [Concept(f"http://x.org/{n}", broader=("http://x.org/all",)) for n in "bc"]
    concepts += [
        Concept(f"http://x.org/{n}{m}", broader=(f"http://x.org/{n}",)) for n in "bc" for m in "xy"
    ]
    said = content(vocabulary_of(*concepts))
    how = setting(said)
    assert said.concepts[how["heading"]].iri == "http://x.org/all"
    assert how["above"] > 0
    tops = [block["top"] for stack in how["stacks"] for block in stack["blocks"]]
    assert sorted(said.concepts[top].iri[-1] for top in tops) == ["b", "c"]


def test_a_retired_concept_is_not_on_the_map() -> None:
    new = Concept("http://x.org/a", {"en": "a"})
    old = Concept("http://x.org/b", {"en": "b"}, deprecated=True, replaced_by=new.iri)
    said = content(vocabulary_of(new, old))
    assert [node["key"] for node in nodes(said)] == ["a"]
