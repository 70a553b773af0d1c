"""Which concepts are proposed to be broader or related, and why."""

from ontology.align.proposal import align
from ontology.model import Concept, ConceptScheme, Match, Term, Vocabulary

BASE = "https://example.org/"
EMPTY = Vocabulary(ConceptScheme(iri=BASE))


def links(terms: list[Term], known: Vocabulary = EMPTY) -> list[tuple[str, str, str, str]]:
    found = (row for row in align(terms, known) if row.relation not in ("same", "new"))
    return [(row.term.name, row.relation, row.concept, row.decision) for row in found]


def reasons(terms: list[Term]) -> list[str]:
    found: list[Match] = [r for r in align(terms, EMPTY) if r.relation not in ("same", "new")]
    return [reason for row in found for reason in row.reasons]


def test_the_last_word_of_an_english_name_is_what_it_is_a_kind_of() -> None:
    terms = [Term("Boat", language="en"), Term("Sailing boat", language="en")]
    assert links(terms) == [("Sailing boat", "broader", "boat", "propose")]
    assert "«Sailing boat» narrows «boat»" in reasons(terms)[0]


def test_the_first_word_of_a_spanish_name_is_what_it_is_a_kind_of() -> None:
    terms = [Term("Barco", language="es"), Term("Barco de vela", language="es")]
    assert links(terms) == [("Barco de vela", "broader", "barco", "propose")]


def test_what_follows_a_preposition_is_no_head() -> None:
    english = [Term("Harbour", language="en"), Term("Master of the harbour", language="en")]
    spanish = [Term("Vela", language="es"), Term("Barco de vela", language="es")]
    assert links(english) == []
    assert links(spanish) == []


def test_a_german_compound_ends_in_what_it_is_a_kind_of() -> None:
    terms = [Term("Boot", language="de"), Term("Segelboot", language="de")]
    assert links(terms) == [("Segelboot", "broader", "boot", "propose")]


def test_a_definition_says_what_something_is_a_kind_of() -> None:
    terms = [
        Term("Ketch", (), definition="A ketch is a kind of yacht with two masts.", language="en"),
        Term("Yacht", (), definition="Expensive thing that floats.", language="en"),
        Term("Goleta", (), definition="Es un tipo de velero con dos palos.", language="es"),
        Term("Velero", (), definition="Se mueve con el viento.", language="es"),
    ]
    assert links(terms) == [
        ("Ketch", "broader", "yacht", "propose"),
        ("Goleta", "broader", "velero", "propose"),
    ]


def test_an_explicit_reference_is_accepted() -> None:
    terms = [Term("Bow", see=("Stern",), language="en"), Term("Stern", language="en")]
    assert links(terms) == [("Bow", "related", "stern", "accept")]


def test_a_mention_is_proposed_and_each_pair_once() -> None:
    terms = [
        Term("Anchor", (), definition="Iron hook on a chain that holds the hull.", language="en"),
        Term(
            "Hull", (), definition="Body that floats; the anchor hangs at its side.", language="en"
        ),
    ]
    assert links(terms) == [("Anchor", "related", "hull", "propose")]
    assert "and the other way round" in reasons(terms)[0]


def test_the_longest_name_in_a_text_is_what_it_mentions() -> None:
    terms = [
        Term("Rope", (), definition="", language="en"),
        Term("Rope ladder", (), definition="", language="en"),
        Term(
            "Gangway", (), definition="Where there is none, a rope ladder has to do.", language="en"
        ),
    ]
    assert ("Gangway", "related", "rope-ladder", "propose") in links(terms)
    assert not [link for link in links(terms) if link[:3] == ("Gangway", "related", "rope")]


def test_nothing_is_related_to_what_stands_above_it() -> None:
    terms = [
        Term("Boat", (), definition="Floats.", language="en"),
        Term("Sailing boat", (), definition="A boat with a sail.", language="en"),
        Term("Racing sailing boat", (), definition="A fast boat.", language="en"),
    ]
    assert links(terms) == [
        ("Sailing boat", "broader", "boat", "propose"),
        ("Racing sailing boat", "broader", "sailing-boat", "propose"),
    ]


def test_no_concept_comes_back_to_itself() -> None:
    terms = [
        Term("Ketch", (), definition="A kind of yawl.", language="en"),
        Term("Yawl", (), definition="A kind of sloop.", language="en"),
        Term("Sloop", (), definition="A kind of ketch.", language="en"),
    ]
    assert len([link for link in links(terms) if link[1] == "broader"]) == 2


def test_what_the_vocabulary_holds_may_be_narrower_and_is_not_said_again() -> None:
    boat = Concept(BASE + "sailing-boat", {"en": "sailing boat"}, notation="sailing-boat")
    mast = Concept(BASE + "mast", {"en": "mast"}, notation="mast", related=(BASE + "sailing-boat",))
    known = Vocabulary(ConceptScheme(iri=BASE), concepts=(boat, mast))
    terms = [
        Term("Boat", language="en"),
        Term("Mast", (), definition="Carries the sail of a sailing boat.", language="en"),
    ]
    assert links(terms, known) == [("Boat", "narrower", "sailing-boat", "propose")]


def test_a_retired_concept_takes_no_term() -> None:
    gone = Concept(BASE + "dinghy", {"en": "dinghy"}, notation="dinghy", deprecated=True)
    known = Vocabulary(ConceptScheme(iri=BASE), concepts=(gone,))
    [row] = align([Term("Dinghy", language="en")], known)
    assert (row.relation, row.concept) == ("new", "dinghy-2")


def test_an_acronym_is_mentioned_in_capitals_only() -> None:
    department = Term("IT", ("Information technology",), language="en")
    small = Term("Lifeboat", definition="A boat that saves: it hangs at the side.", language="en")
    large = Term("Plotter", definition="A screen for charts, looked after by IT.", language="en")
    assert links([department, small]) == []
    assert links([department, large]) == [
        ("Plotter", "related", "information-technology", "propose")
    ]
