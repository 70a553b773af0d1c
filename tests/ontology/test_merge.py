"""Decided matches go into a vocabulary: nothing is lost, nothing overwritten, twice is once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.decided import accept_certain
from ontology.documents import new_vocabulary
from ontology.merge import Merged, merge
from ontology.model import (
    Collection,
    Concept,
    Match,
    PrintedLabel,
    Reading,
    Source,
    Term,
    Vocabulary,
)
from ontology.vocabulary import parse_vocabulary

HOUSE = Path(__file__).parent.parent.parent
BASE = "https://example.org/glossary/"
HOOD = Term(
    "lens hood", ("hood",), "Keeps light off the glass.", "en", "Lenses", "1", (), 3, 4, "shop.txt"
)
TUBE = Term("parasol", (), "Quita luz al cristal.", "es", "Ópticas", "1", (), 9, 10, "tienda.pdf")
CAP = Term("lens cap", (), "Covers the glass.", "en", "Lenses", "2", (), 5, 6, "shop.txt")


def folder(path: Path) -> Vocabulary:
    files = [*path.glob("*.yaml"), *path.glob("vocabulary/*.yaml")]
    return parse_vocabulary(
        {file.relative_to(path).as_posix(): file.read_text("utf-8") for file in files}
    )


SMALL = folder(HOUSE / "tests/data/small")
OURS = folder(HOUSE / "data")


def new(term: Term, slug: str, decision: str = "accept") -> Match:
    return Match(term, "new", slug, decision)


def same(term: Term, slug: str, decision: str = "accept") -> Match:
    return Match(term, "same", slug, decision)


def merged(*matches: Match, into: Vocabulary | None = None, definitions: bool = True) -> Merged:
    empty = new_vocabulary([match.term for match in matches])
    return merge(empty if into is None else into, matches, definitions)


def concept(of: Merged, slug: str) -> Concept:
    return next(one for one in of.vocabulary.concepts if one.notation == slug)


def told(of: Merged) -> list[tuple[str, str]]:
    return [(row.done, row.why) for row in of.account]


# --- a term becomes a concept ----------------------------------------------------------------


def test_a_new_term_is_a_concept_with_names_definition_source_and_group() -> None:
    result = merged(new(HOOD, "lens-hood"))
    source = f"{BASE}source/shop"
    assert concept(result, "lens-hood") == Concept(
        iri=f"{BASE}lens-hood",
        pref_labels={"en": "lens hood"},
        alt_labels={"en": ("hood",)},
        definitions={"en": ("Keeps light off the glass.",)},
        notation="lens-hood",
        printed=(PrintedLabel("lens hood", "en", source), PrintedLabel("hood", "en", source)),
        readings=(Reading("Keeps light off the glass.", "en", source),),
        schemes=(BASE,),
        top_concept_of=(BASE,),
    )
    assert result.vocabulary.sources == (
        Source(source, "shop", "shop.txt", "en", kind="document", entries=1),
    )
    assert result.vocabulary.collections == (
        Collection(
            f"{BASE}collection/shop-lenses", {"en": "Lenses"}, (f"{BASE}lens-hood",), source
        ),
    )
    assert result.vocabulary.scheme.top_concepts == (f"{BASE}lens-hood",)


def test_a_term_of_another_language_names_and_defines_the_same_concept() -> None:
    result = merged(new(HOOD, "lens-hood"), same(TUBE, "lens-hood"))
    hood = concept(result, "lens-hood")
    assert hood.pref_labels == {"en": "lens hood", "es": "parasol"}
    assert hood.definitions["es"] == ("Quita luz al cristal.",)
    assert result.vocabulary.scheme.languages == ("en", "es")
    assert [source.id for source in result.vocabulary.sources] == ["shop", "tienda"]


def test_a_preferred_label_is_never_overwritten() -> None:
    result = merged(same(replace(HOOD, name="small lamp"), "glim"), into=SMALL)
    glim = concept(result, "glim")
    assert glim.pref_labels["en"] == "glim"
    assert glim.alt_labels["en"] == ("glimmet", "small hum", "small lamp", "hood")


def test_a_name_the_concept_has_already_is_not_added_again_in_another_kind_or_case() -> None:
    term = replace(HOOD, name="Glim", other_names=("glimm", "SMALL hum"))
    glim = concept(merged(same(term, "glim"), into=SMALL), "glim")
    old = concept(merged(into=SMALL), "glim")
    assert (glim.pref_labels, glim.alt_labels, glim.hidden_labels) == (
        old.pref_labels,
        old.alt_labels,
        old.hidden_labels,
    )
    shop = SMALL.scheme.iri + "source/shop"
    assert [one.text for one in glim.printed if one.source == shop] == [
        "glim",
        "glimm",
        "small hum",
    ]


def test_several_documents_define_a_concept_each_with_its_source() -> None:
    other = replace(HOOD, document="club.md", definition="A shade.", line_start=1)
    hood = concept(merged(new(HOOD, "lens-hood"), same(other, "lens-hood")), "lens-hood")
    assert {(one.text, one.source) for one in hood.sourced_definitions()} == {
        ("Keeps light off the glass.", f"{BASE}source/shop"),
        ("A shade.", f"{BASE}source/club"),
    }


def test_definitions_can_be_left_out() -> None:
    hood = concept(merged(new(HOOD, "lens-hood"), definitions=False), "lens-hood")
    assert (hood.definitions, hood.readings) == ({}, ())


def test_definitions_of_the_vocabulary_stay_first() -> None:
    glim = concept(merged(same(HOOD, "glim"), into=SMALL), "glim")
    assert glim.definitions["en"] == ("A small light that hums.", "Keeps light off the glass.")
    assert glim.own_definitions() == {"en": ("A small light that hums.",)}


def test_a_name_that_is_spelled_out_is_preferred_to_an_acronym() -> None:
    short = replace(HOOD, name="LH", other_names=(), line_start=1)
    hood = concept(merged(new(HOOD, "lens-hood"), same(short, "lens-hood")), "lens-hood")
    assert hood.pref_labels == {"en": "lens hood"}
    assert "LH" in hood.alt_labels["en"]


def test_a_term_without_a_document_brings_no_source() -> None:
    result = merged(new(replace(HOOD, document=""), "lens-hood"))
    hood = concept(result, "lens-hood")
    assert (hood.printed, result.vocabulary.sources) == ((), ())
    assert hood.own_definitions() == {"en": ("Keeps light off the glass.",)}


def test_a_language_that_nobody_told_is_that_of_the_document() -> None:
    vague = replace(CAP, language="")
    result = merged(new(HOOD, "lens-hood"), new(vague, "lens-cap"))
    assert concept(result, "lens-cap").pref_labels == {"en": "lens cap"}
    assert merged(new(vague, "lens-cap")).vocabulary.scheme.languages == ("und",)


def test_a_document_that_the_vocabulary_describes_is_that_source() -> None:
    term = Term("zumbido", language="es", document="leaf.txt", line_start=2)
    result = merged(new(term, "hum"), into=SMALL)
    assert result.vocabulary.sources == SMALL.sources
    assert concept(result, "hum").printed[0].source == SMALL.sources[0].iri


def test_two_documents_of_one_stem_are_two_sources() -> None:
    twin = replace(CAP, document="shop.pdf")
    result = merged(new(HOOD, "lens-hood"), new(twin, "lens-cap"))
    assert [(one.id, one.title) for one in result.vocabulary.sources] == [
        ("shop", "shop.pdf"),
        ("shop2", "shop.txt"),
    ]


def test_a_bilingual_document_is_one_source() -> None:
    german = replace(CAP, name="Deckel", language="de", line_start=7)
    result = merged(new(HOOD, "lens-hood"), new(CAP, "lens-cap"), same(german, "lens-cap"))
    assert len(result.vocabulary.sources) == 1
    assert concept(result, "lens-cap").pref_labels == {"en": "lens cap", "de": "Deckel"}


# --- what is decided -------------------------------------------------------------------------


def test_an_accepted_same_wins_over_new() -> None:
    result = merged(same(HOOD, "glim"), new(HOOD, "lens-hood"), into=SMALL)
    assert [one.notation for one in result.vocabulary.concepts] == ["glim", "glim-jar", "twin-glim"]
    assert [row.done for row in result.account] == ["applied", "skipped"]


def test_where_every_same_is_rejected_the_proposed_new_concept_is_made() -> None:
    result = merged(same(HOOD, "glim", "reject"), new(HOOD, "lens-hood", "propose"), into=SMALL)
    assert concept(result, "lens-hood").pref_labels == {"en": "lens hood"}
    assert told(result)[0] == ("skipped", "rejected")


@pytest.mark.parametrize("decision", ["propose", "reject"])
def test_what_is_not_decided_is_skipped_and_said(decision: str) -> None:
    result = merged(same(HOOD, "glim", "propose"), new(HOOD, "lens-hood", decision), into=SMALL)
    assert result.vocabulary == SMALL
    assert told(result)[0] == ("skipped", "not decided")
    assert result.summary() == "nothing to add; 2 of 2 rows skipped"


def test_a_term_that_is_what_another_would_have_been_follows_it() -> None:
    # The Spanish term was matched with the concept of the English one, which is another by now.
    result = merged(
        same(HOOD, "glim"), new(HOOD, "lens-hood", "propose"), same(TUBE, "lens-hood"), into=SMALL
    )
    assert "parasol" in concept(result, "glim").alt_labels["es"]
    waiting = merged(
        same(HOOD, "glim", "propose"),
        new(HOOD, "lens-hood", "propose"),
        same(TUBE, "lens-hood"),
        into=SMALL,
    )
    assert told(waiting)[2] == ("skipped", "'lens hood' would be 'lens-hood' and is not decided")


def test_a_misspelt_concept_is_said_with_the_one_that_was_meant() -> None:
    assert told(merged(same(HOOD, "glym"), into=SMALL)) == [
        ("skipped", "no concept is called 'glym'; did you mean 'glim'?")
    ]


def test_an_identifier_that_is_taken_or_none_is_said() -> None:
    taken, none = merged(new(HOOD, "glim"), new(CAP, "Lens Cap"), into=SMALL).account
    assert taken.why.startswith("'glim' is another concept: decide for `same`")
    assert none.why.startswith("'Lens Cap' is no identifier")


def test_an_import_takes_what_is_only_proposed_as_new() -> None:
    matches = [same(HOOD, "glim", "propose"), new(HOOD, "lens-hood", "propose"), same(CAP, "glim")]
    result = merge(SMALL, accept_certain([*matches, new(CAP, "lens-cap", "propose")]))
    assert [one.notation for one in result.vocabulary.concepts] == [
        "glim",
        "glim-jar",
        "lens-hood",
        "twin-glim",
    ]


# --- relations -------------------------------------------------------------------------------


def relation(term: Term, kind: str, slug: str, decision: str = "accept", score: float = 1) -> Match:
    return Match(term, kind, slug, decision, score)


BOTH = (new(HOOD, "lens-hood"), new(CAP, "lens-cap"))


def test_an_accepted_broader_concept_stands_above_and_the_narrower_is_no_top_concept() -> None:
    result = merged(*BOTH, relation(CAP, "broader", "lens-hood"))
    assert concept(result, "lens-cap").broader == (f"{BASE}lens-hood",)
    assert result.vocabulary.scheme.top_concepts == (f"{BASE}lens-hood",)
    other = merged(*BOTH, relation(HOOD, "narrower", "lens-cap"))
    assert other.vocabulary == result.vocabulary


def test_a_proposed_relation_is_not_applied() -> None:
    result = merged(*BOTH, relation(CAP, "broader", "lens-hood", "propose"))
    assert told(result)[2] == ("skipped", "not decided")


def test_of_two_relations_that_make_a_circle_the_surer_one_stays() -> None:
    rows = (
        relation(CAP, "broader", "lens-hood", score=0.5),
        relation(HOOD, "broader", "lens-cap", score=0.9),
    )
    result = merged(*BOTH, *rows)
    assert told(result)[2:] == [
        ("skipped", "it would come back to itself by broader"),
        ("applied", "broader"),
    ]


def test_nothing_is_related_to_what_stands_above_it() -> None:
    rows = (relation(CAP, "related", "lens-hood"), relation(CAP, "broader", "lens-hood"))
    result = merged(*BOTH, *rows)
    assert told(result)[2] == ("skipped", "one stands above the other already")
    again = merged(relation(TUBE, "broader", "glim-jar"), same(TUBE, "twin-glim"), into=SMALL)
    assert told(again)[0] == ("skipped", "related concepts would stand above one another")


def test_a_top_concept_that_gets_a_broader_one_is_none_any_more_and_that_is_said() -> None:
    result = merged(
        same(HOOD, "glim"), new(CAP, "light"), relation(HOOD, "broader", "light"), into=SMALL
    )
    assert told(result)[2] == ("applied", "broader; it is no top concept any more")
    assert result.vocabulary.scheme.top_concepts == (f"{SMALL.scheme.iri}light",)


def test_a_relation_of_what_is_no_concept_is_said() -> None:
    result = merged(
        *BOTH, relation(CAP, "broader", "tripod"), relation(TUBE, "related", "lens-cap")
    )
    assert told(result)[2:] == [
        ("skipped", "no concept is called 'tripod'"),
        ("skipped", "'parasol' is no concept yet"),
    ]


# --- two concepts become one -----------------------------------------------------------------


def test_a_term_accepted_as_two_concepts_makes_them_one() -> None:
    result = merged(same(TUBE, "twin-glim"), same(TUBE, "glim-jar"), into=SMALL)
    kept, gone = concept(result, "glim-jar"), concept(result, "twin-glim")
    assert kept.pref_labels["en"] == "jar of glims"
    assert kept.alt_labels["en"] == ("twin glim",)
    assert kept.mappings == {"closeMatch": ("https://example.com/jar",)}
    assert (kept.broader, kept.related) == ((f"{SMALL.scheme.iri}glim",), ())
    assert gone.deprecated
    assert gone.replaced_by == kept.iri
    assert gone.pref_labels == {"en": "twin glim"}
    assert gone.history_notes == {"en": ("Merged into “jar of glims”.",)}
    assert (gone.broader, gone.related, gone.alt_labels) == ((), (), {})
    assert "twin-glim is replaced by glim-jar" in result.account[0].why
    assert result.added["retired"] == 1


def test_the_concept_that_more_sources_print_stays_and_keeps_the_notes_of_both() -> None:
    result = merged(same(TUBE, "twin-glim"), same(TUBE, "glim"), into=SMALL)
    kept = concept(result, "glim")
    assert kept.readings[-3:] == SMALL.concepts[0].readings
    assert kept.related == (f"{SMALL.scheme.iri}glim-jar",) or not kept.related
    assert kept.broader == ()
    assert concept(result, "twin-glim").replaced_by == kept.iri
    assert concept(result, "glim-jar").broader == (kept.iri,)


def test_a_term_that_became_a_concept_and_is_accepted_as_another_makes_them_one() -> None:
    first = merged(new(HOOD, "lens-hood"), new(TUBE, "sunshade"))
    result = merge(first.vocabulary, [same(TUBE, "lens-hood")])
    assert concept(result, "sunshade").replaced_by == f"{BASE}lens-hood"
    hood = concept(result, "lens-hood")
    assert hood.pref_labels == {"en": "lens hood", "es": "parasol"}
    assert result.vocabulary.collections[1].members == (hood.iri,)


def test_two_terms_of_one_name_stay_two_concepts() -> None:
    lead = Term("SQL", (), "A contact ready to buy.", "en", line_start=1, document="a.txt")
    query = Term("SQL", (), "A query language.", "en", line_start=5, document="a.txt")
    rows = [new(lead, "sales-qualified-lead"), new(query, "structured-query-language")]
    first = merged(*rows)
    assert len(first.vocabulary.concepts) == 2
    # Whichever is looked at again, the other is not touched.
    for row in rows:
        assert merge(first.vocabulary, [row]).vocabulary == first.vocabulary


def test_a_retired_identifier_is_never_used_again_and_leads_to_the_other() -> None:
    first = merged(same(TUBE, "twin-glim"), same(TUBE, "glim-jar"), into=SMALL).vocabulary
    assert told(merge(first, [new(CAP, "twin-glim")]))[0][1].startswith("'twin-glim' is retired")
    result = merge(first, [same(CAP, "twin-glim")])
    assert "lens cap" in concept(result, "glim-jar").alt_labels["en"]


# --- twice is once, and the order of the rows ------------------------------------------------

NAMES = st.sampled_from(
    ["lens hood", "Lens Hood", "LH", "parasol", "cap", "glim", "twin glim", "CRM"]
)
TERMS = st.builds(
    Term,
    name=NAMES,
    other_names=st.lists(NAMES, max_size=2, unique=True).map(tuple),
    definition=st.sampled_from(["", "Keeps light off.", "A shade.", "A small light that hums."]),
    language=st.sampled_from(["", "en", "es", "fr"]),
    group=st.sampled_from(["", "Lenses", "bright things"]),
    line_start=st.integers(0, 3),
    document=st.sampled_from(["", "shop.txt", "leaf", "shop.md"]),
)


def rows_for(slugs: Sequence[str]) -> st.SearchStrategy[list[Match]]:
    known = st.sampled_from([*slugs, "lens-hood", "lens-cap", "parasol"])
    relations = st.sampled_from(["same", "same", "new", "new", "broader", "narrower", "related"])
    decisions = st.sampled_from(["accept", "accept", "propose", "reject"])
    score = st.sampled_from([0.5, 0.9])
    return st.lists(st.builds(Match, TERMS, relations, known, decisions, score), max_size=9)


SMALL_ROWS = rows_for(["glim", "twin-glim", "glim-jar"])
OUR_ROWS = rows_for([one.notation for one in OURS.concepts][::7])


@settings(max_examples=300, deadline=None)
@given(SMALL_ROWS)
def test_the_same_rows_again_change_nothing(matches: list[Match]) -> None:
    once = merge(SMALL, matches)
    twice = merge(once.vocabulary, matches)
    assert twice.vocabulary == once.vocabulary
    for first, again in zip(once.account, twice.account, strict=True):
        assert again.done == ("skipped" if first.done == "skipped" else "already there"), again.why


@settings(max_examples=300, deadline=None)
@given(SMALL_ROWS, st.randoms())
def test_the_order_of_the_rows_does_not_matter(matches: list[Match], random: object) -> None:
    shuffled = list(matches)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(SMALL, shuffled).vocabulary == merge(SMALL, matches).vocabulary


@settings(max_examples=60, deadline=None)
@given(OUR_ROWS)
def test_no_label_definition_or_source_of_ours_is_lost(matches: list[Match]) -> None:
    result = merge(OURS, matches).vocabulary
    after = {one.iri: one for one in result.concepts}
    for before in OURS.concepts:
        now = after[after[before.iri].replaced_by or before.iri]
        assert {text.casefold() for _, _, text in before.labels()} <= {
            text.casefold() for _, _, text in now.labels()
        }
        assert set(before.readings) <= set(now.readings)
        for tag, texts in before.definitions.items():
            assert set(texts) <= set(now.definitions[tag])
        assert len(now.printed) >= len(before.printed)


def test_ten_thousand_terms_of_one_concept_are_merged_at_once() -> None:
    terms = [
        replace(HOOD, definition=f"Shade {n}.", other_names=(f"hood {n}",), line_start=n + 1)
        for n in range(10_000)
    ]
    result = merged(*(same(term, "lens-hood") for term in terms[1:]), new(terms[0], "lens-hood"))
    assert len(concept(result, "lens-hood").definitions["en"]) == 10_000
