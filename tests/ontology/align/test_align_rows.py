"""The rows of a proposal: what a person, and merge after him, can count on."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.align.proposal import align
from ontology.model import Concept, ConceptScheme, Match, Term, Vocabulary

BASE = "https://example.org/"
EMPTY = Vocabulary(ConceptScheme(iri=BASE))


def term(name: str, document: str = "a", language: str = "en", **more: object) -> Term:
    return Term(name, document=document, language=language, **more)  # type: ignore[arg-type]


def vocabulary(*names: str) -> Vocabulary:
    concepts = tuple(
        Concept(BASE + name.replace(" ", "-"), {"en": name}, notation=name.replace(" ", "-"))
        for name in names
    )
    return Vocabulary(ConceptScheme(iri=BASE), concepts=concepts)


def rows(terms: Sequence[Term], known: Vocabulary = EMPTY) -> list[tuple[str, str, str, str]]:
    found = (row for row in align(terms, known) if row.relation in ("same", "new"))
    return [(row.term.name, row.relation, row.concept, row.decision) for row in found]


def test_a_term_like_no_other_becomes_a_concept_of_its_own() -> None:
    assert rows([term("Compost heap")]) == [("Compost heap", "new", "compost-heap", "accept")]


def test_the_same_name_in_two_documents_is_one_concept() -> None:
    assert rows([term("Mulch"), term("mulch", "b")]) == [
        ("Mulch", "new", "mulch", "accept"),
        ("mulch", "same", "mulch", "accept"),
    ]


def test_what_the_vocabulary_holds_is_not_made_anew() -> None:
    assert rows([term("Mulches")], vocabulary("mulch")) == [("Mulches", "same", "mulch", "accept")]


def test_a_likely_match_is_proposed_and_followed_by_what_else_it_would_be() -> None:
    found = rows([term("Soil analysis"), term("Analysis soil", "b")])
    assert found[1:] == [
        ("Analysis soil", "same", "soil-analysis", "propose"),
        ("Analysis soil", "new", "analysis-soil", "propose"),
    ]


def test_an_identifier_is_never_given_twice() -> None:
    apart = [
        term("Seal", definition="Animal of cold seas that feeds on fish and rests upon ice floes."),
        term("Seal", "b", definition="Ring made from rubber which keeps water inside some pipe."),
    ]
    concepts = [row[2] for row in rows(apart) if row[1] == "new"]
    assert concepts == ["seal", "seal-2"]


def test_the_order_of_the_terms_is_kept() -> None:
    terms = [term(name) for name in ("Spade", "Rake", "Hoe", "Spade fork")]
    assert [row[0] for row in rows(terms)] == ["Spade", "Rake", "Hoe", "Spade fork"]


NAMES = st.text(max_size=12) | st.sampled_from(["CRM", "Lead", "Leads", "A", "lead time", "客户"])
TERMS = st.lists(
    st.builds(
        Term,
        name=NAMES.filter(lambda name: bool(name.strip())),
        other_names=st.lists(NAMES, max_size=2).map(tuple),
        definition=st.text(max_size=40),
        language=st.sampled_from(["", "en", "es", "de", "ru", "pt-BR"]),
        number=st.sampled_from(["", "1", "2", "b"]),
        see=st.lists(NAMES, max_size=1).map(tuple),
        document=st.sampled_from(["", "a", "b"]),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(TERMS)
def test_whatever_the_terms_are_each_has_rows_that_merge_can_follow(terms: list[Term]) -> None:
    known = vocabulary("lead", "customer")
    found = align(terms, known)
    assert found == align(terms, known)
    concepts = {"lead", "customer"}
    rest = [row for row in found if row.relation in ("same", "new")]
    for one in terms:
        own, rest = _own(one, rest)
        assert all(row.concept in concepts for row in own if row.relation == "same")
        made = [row.concept for row in own if row.relation == "new"]
        assert not concepts & set(made)
        concepts.update(made)
    assert not rest
    for row in found:
        assert 0 <= row.score <= 1
        assert row.reasons
        assert row.concept in concepts


def _own(one: Term, rest: list[Match]) -> tuple[list[Match], list[Match]]:
    """The rows of the next term: exactly one of the three shapes."""
    first = rest[0]
    assert first.term == one
    if first.decision == "accept":
        return rest[:1], rest[1:]
    length = next(n for n, row in enumerate(rest) if row.relation == "new") + 1
    own = rest[:length]
    assert all(row.term == one and row.decision == "propose" for row in own)
    assert length > 1
    assert [row.score for row in own[:-1]] == sorted((r.score for r in own[:-1]), reverse=True)
    return own, rest[length:]
