"""Which text is shown when the language asked for is missing is decided once, for all rooms."""

from collections.abc import Mapping

import pytest

from ontology.model import Concept, InLanguage, PrintedLabel, Term, last_part, nearest

IRI = "https://example.org/glim"


@pytest.mark.parametrize(
    ("texts", "asked", "shown"),
    [
        ({"es": "e", "en": "n"}, "es", "es"),
        ({"es": "e", "en": "n"}, "es-MX", "es"),
        ({"es-MX": "m", "es": "e"}, "es-MX", "es-MX"),
        ({"pt-BR": "b", "en": "n"}, "pt-PT", "pt-BR"),
        ({"zh-Hant": "t", "zh": "z"}, "zh-Hant-TW", "zh-Hant"),
        ({"pt-br": "b"}, "PT-BR", "pt-br"),
        ({"en": "n", "de": "d", "": "u"}, "fr", "en"),
        ({"en-GB": "g", "de": "d", "": "u"}, "fr", "en-GB"),
        ({"de": "d", "": "u"}, "fr", ""),
        ({"enm": "Middle English", "": "u"}, "fr", ""),
        ({"it": "i", "de": "d"}, "fr", "de"),
        ({"en": "n", "": "u"}, "", ""),
        ({"en": "n", "de": "d"}, "", "en"),
    ],
)
def test_the_nearest_language_is_shown(texts: Mapping[str, str], asked: str, shown: str) -> None:
    expected = InLanguage(texts[shown], shown)
    assert nearest(texts, asked) == expected
    assert Concept(IRI, pref_labels=texts).label(asked) == expected
    definitions = {tag: (text, "a second one") for tag, text in texts.items()}
    assert Concept(IRI, definitions=definitions).definition(asked) == expected


def test_the_order_of_languages_changes_nothing() -> None:
    texts = {"it": "i", "de": "d", "pt": "p"}
    backwards = dict(reversed(texts.items()))
    assert nearest(texts, "fr") == nearest(backwards, "fr")


def test_an_alternative_label_in_the_language_comes_before_a_preferred_one_in_another() -> None:
    concept = Concept(IRI, pref_labels={"en": "glim"}, alt_labels={"es": ("brillo", "GLM")})
    assert concept.label("es") == ("brillo", "es")
    assert concept.label("fr") == ("glim", "en")


def test_a_preferred_label_comes_before_an_alternative_one() -> None:
    concept = Concept(IRI, pref_labels={"en": "glim"}, alt_labels={"en": ("glimmet",)})
    assert concept.label("en") == ("glim", "en")


def test_a_concept_without_labels_is_called_by_its_notation_or_the_end_of_its_iri() -> None:
    assert Concept(IRI, notation="G1").label("en") == ("G1", "")
    assert Concept(IRI).label("en") == ("glim", "")
    assert Concept(IRI, alt_labels={"en": ()}).label("en") == ("glim", "")


def test_a_concept_without_definitions_has_none_to_show() -> None:
    assert Concept(IRI).definition("en") is None
    assert Concept(IRI, definitions={"en": ()}).definition("en") is None


@pytest.mark.parametrize(
    ("iri", "end"),
    [
        ("https://example.org/a#glim", "glim"),
        ("https://example.org/glim/", "glim"),
        ("urn:isbn:9", "urn:isbn:9"),
        ("https://", "https:"),
        ("#", "#"),
    ],
)
def test_the_end_of_an_iri_is_never_empty(iri: str, end: str) -> None:
    assert last_part(iri) == end


def test_sources_are_those_of_the_printed_labels_each_once() -> None:
    printed = tuple(
        PrintedLabel(text, "es", source)
        for text, source in (("a", "urn:z"), ("b", "urn:b"), ("c", "urn:z"))
    )
    assert Concept(IRI, printed=printed).sources() == ("urn:b", "urn:z")


def test_a_name_in_another_language_keeps_its_language() -> None:
    term = Term("customer", ("client", "Kunde"), language="en", translations=("de:Kunde",))
    assert term.names() == (("customer", "en"), ("client", "en"), ("Kunde", "de"))
