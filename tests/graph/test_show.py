"""One concept as a page of text, and as JSON in the words of SKOS."""

from pathlib import Path

from graph.concepts import read_vocabulary
from graph.search import hits_json, hits_text, search
from graph.show import concept_json, concept_text
from graph.skos import build
from ontology.model import Concept, ConceptScheme, PrintedLabel, Reading, Source, Vocabulary
from ontology.vocabulary import parse_vocabulary

SMALL = Path(__file__).parent.parent / "data" / "small"
BASE = "https://example.org/glim/"


def small_vocabulary() -> Vocabulary:
    files = SMALL.rglob("*.yaml")
    texts = {path.relative_to(SMALL).as_posix(): path.read_text("utf-8") for path in files}
    return read_vocabulary(build(parse_vocabulary(texts)))


def page(concept: Concept, language: str = "en") -> str:
    return concept_text(concept, Vocabulary(ConceptScheme(), concepts=(concept,)), language)


def test_everything_known_of_a_concept_stands_on_its_page() -> None:
    vocabulary = small_vocabulary()
    assert concept_text(vocabulary.concepts[0], vocabulary, "es") == (
        "brillín\n"
        "https://example.org/glim/glim\n"
        "\n"
        "A small light that hums. [en]\n"
        "\n"
        "         en:  glim; glimmet; small hum; glimm\n"
        "         es:  brillín; GLM\n"
        "         no:  glimt\n"
        "   narrower:  jar of glims [en], twin glim [en]\n"
        " scope note:  Never said of a lamp. [en]\n"
        "    example:  The glim hums at noon. [en]\n"
        "history note:  Was two concepts once. [en]\n"
        "    reading:  leaf (Casa Lum): Una luz, zumbe o no\n"
        " collection:  cosas brillantes\n"
        " printed by:  leaf (Casa Lum): GLM, brillín\n"
    )


def test_a_definition_says_which_source_it_is_from() -> None:
    concept = Concept(
        "urn:a",
        {"en": "glim"},
        definitions={"en": ("A light.", "A hum.")},
        readings=(Reading("A light.", "en", "urn:leaf"), Reading("A hum.", "en", "urn:root")),
    )
    assert page(concept).endswith(
        "A light.\n\n         en:  glim\n defined by:  urn:leaf\n    reading:  urn:root: A hum.\n"
    )


def test_a_source_without_a_publisher_is_called_by_its_title() -> None:
    concept = Concept("urn:a", {"en": "glim"}, printed=(PrintedLabel("glim", "en", "urn:s"),))
    source = Source("urn:s", "leaf", "leaf.txt")
    vocabulary = Vocabulary(ConceptScheme(), (source,), (), (concept,))
    assert " printed by:  leaf (leaf.txt): glim\n" in concept_text(concept, vocabulary, "en")


def test_a_retired_concept_says_what_to_use_in_its_place() -> None:
    new = Concept("urn:b", {"en": "glimmer"})
    old = Concept("urn:a", {"en": "glim"}, deprecated=True, replaced_by="urn:b")
    vocabulary = Vocabulary(ConceptScheme(), concepts=(old, new))
    assert concept_text(old, vocabulary, "en") == (
        "glim\nurn:a\n\nretired, replaced by glimmer: urn:b\n\n         en:  glim\n"
    )
    assert concept_json(old)["isReplacedBy"] == "urn:b"


def test_the_way_down_from_the_top_and_the_neighbours_are_named() -> None:
    vocabulary = small_vocabulary()
    assert concept_text(vocabulary.concepts[1], vocabulary, "en") == (
        "jar of glims\n"
        "https://example.org/glim/glim-jar\n"
        "\n"
        "         en:  jar of glims\n"
        "       path:  glim > jar of glims\n"
        "    broader:  glim\n"
        "    related:  twin glim\n"
        " closeMatch:  https://example.com/jar\n"
    )


def test_a_text_in_another_language_says_so_whatever_the_case_of_the_tag() -> None:
    concept = Concept("urn:a", pref_labels={"pt-BR": "brilho"})
    assert page(concept, "pt-br").startswith("brilho\n")
    assert page(concept, "en").startswith("brilho [pt-BR]\n")


def test_neighbours_that_the_graph_only_names_are_called_by_the_end_of_their_iri() -> None:
    concept = Concept(
        "urn:a", broader=(f"{BASE}up",), narrower=(f"{BASE}x#down",), related=("urn:aside",)
    )
    text = page(concept)
    assert "broader:  up\n" in text
    assert "narrower:  down\n" in text
    assert "related:  urn:aside\n" in text


def test_a_concept_of_which_nothing_is_said_is_its_iri() -> None:
    assert page(Concept("https://e.org/x")) == "x\nhttps://e.org/x\n\n"


def test_alternative_labels_without_a_preferred_one_stand_after_a_dash() -> None:
    concept = Concept("urn:a", alt_labels={"en": ("glimmet",), "": ("glm",)})
    text = page(concept)
    assert "en:  -; glimmet\n" in text
    assert "-:  -; glm\n" in text


def test_a_concept_outside_the_vocabulary_and_a_source_of_which_nothing_is_said_are_shown() -> None:
    concept = Concept("urn:a", {"en": "a"}, printed=(PrintedLabel("a", "en", "urn:leaf"),))
    text = concept_text(concept, Vocabulary(ConceptScheme()), "en")
    assert "printed by:  urn:leaf: a\n" in text
    assert "path:" not in text


def test_every_reading_of_a_source_is_shown_in_the_nearest_language_it_has() -> None:
    concept = Concept(
        "urn:a",
        readings=(
            Reading("0 to 10", "en", "urn:moss"),
            Reading("0 a 10", "es", "urn:moss"),
            Reading("1 a 10", "es", "urn:fern"),
            Reading("9 o más", "es", "urn:fern"),
        ),
    )
    rows = [line.strip() for line in page(concept).splitlines() if "reading:" in line]
    assert rows == [
        "reading:  urn:fern: 1 a 10 [es]",
        "reading:  urn:fern: 9 o más [es]",
        "reading:  urn:moss: 0 to 10",
    ]


def test_a_long_definition_is_wrapped_and_a_long_word_stays_whole() -> None:
    concept = Concept("urn:a", definitions={"en": ("hum " * 60,), "es": ()}, examples={"en": ()})
    assert max(len(line) for line in page(concept).splitlines()) <= 88
    iri = "https://e.org/" + "x" * 200
    assert iri in page(Concept("urn:a", mappings={"exactMatch": (iri,)}))


def test_a_label_with_line_ends_stays_on_one_line() -> None:
    concept = Concept("urn:a", {"en": "glim\n\nurn:forged\r\n"}, notation="a\nb")
    assert page(concept).startswith("glim urn:forged\nurn:a\n")
    assert hits_text(search([concept], "glim"), "en") == ("glim urn:forged\n    a b\n")


def test_a_space_that_may_not_break_stays() -> None:
    concept = Concept("urn:a", {"fr": "le glim\u00a0: lueur"}, definitions={"fr": ("Oui\u202f!",)})
    text = page(concept, "fr")
    assert text.startswith("le glim\u00a0: lueur\n")
    assert "Oui\u202f!" in text


# --- hits ------------------------------------------------------------------------------------


def test_a_hit_shows_the_name_and_the_label_that_matched_where_it_is_another() -> None:
    concepts = small_vocabulary().concepts
    assert hits_text(search(concepts, "glm", "es"), "es") == (
        "brillín  (altLabel 'GLM' [es])\n    glim\n"
    )
    assert hits_text(search(concepts, "twin"), "en") == "twin glim\n    twin-glim\n"
    untagged = [Concept("urn:a", {"en": "a"}, {"": ("glim",)})]
    assert hits_text(search(untagged, "glim"), "en") == "a  (altLabel 'glim' [-])\n    urn:a\n"


# --- JSON ------------------------------------------------------------------------------------


def test_json_has_the_words_of_skos_and_leaves_out_what_is_empty() -> None:
    twin = small_vocabulary().concepts[2]
    assert concept_json(twin) == {
        "iri": f"{BASE}twin-glim",
        "notation": "twin-glim",
        "prefLabel": {"en": "twin glim"},
        "broader": [f"{BASE}glim"],
        "related": [f"{BASE}glim-jar"],
    }


def test_json_tells_printed_labels_readings_and_mappings() -> None:
    concept = Concept(
        "urn:a",
        mappings={"exactMatch": ("urn:b",)},
        printed=(PrintedLabel("glim", "en", "urn:leaf"),),
        readings=(Reading("a lamp", "en", "urn:leaf"),),
    )
    assert concept_json(concept) == {
        "iri": "urn:a",
        "printed": [{"text": "glim", "language": "en", "source": "urn:leaf"}],
        "readings": [{"text": "a lamp", "language": "en", "source": "urn:leaf"}],
        "exactMatch": ["urn:b"],
    }


def test_hits_as_json_tell_what_matched_and_how_well() -> None:
    (hit,) = hits_json(search(small_vocabulary().concepts, "glm"), "es")
    assert hit == {
        "iri": f"{BASE}glim",
        "notation": "glim",
        "prefLabel": "brillín",
        "matched": {"kind": "altLabel", "text": "GLM", "language": "es"},
        "score": 100.0,
    }
