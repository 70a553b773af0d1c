"""What the owner of our vocabulary promises about data/."""

import csv
import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import rdflib
import yaml

from graph.concepts import read_vocabulary
from graph.hierarchy import forest
from graph.store import open_graph
from ontology.model import LABELS, NOTES, Concept, Vocabulary
from ontology.names import fold
from ontology.vocabulary import parse_vocabulary

HOUSE = Path(__file__).parent.parent.parent
DATA = HOUSE / "data"
RELEASED = DATA / "crm-concepts.ttl"
LANGUAGES = ("en", "es", "fr", "it")
SUBJECTS = sorted(DATA.glob("vocabulary/*.yaml"))


@pytest.fixture(scope="module")
def authored() -> Vocabulary:
    files = [*DATA.glob("*.yaml"), *SUBJECTS]
    return parse_vocabulary({file.relative_to(DATA).as_posix(): file.read_text() for file in files})


@pytest.fixture(scope="module")
def released() -> Vocabulary:
    return read_vocabulary(open_graph([RELEASED]).triples())


@pytest.fixture(scope="module")
def triples() -> rdflib.Graph:
    return rdflib.Graph().parse(RELEASED)


def all_labels(concept: Concept, language: str) -> list[str]:
    preferred = concept.pref_labels.get(language)
    others = (*concept.alt_labels.get(language, ()), *concept.hidden_labels.get(language, ()))
    return [*([preferred] if preferred else []), *others]


# --- the terms of the five sources -----------------------------------------------------------


def test_every_name_that_a_source_prints_is_a_label_that_says_so(authored: Vocabulary) -> None:
    ids = {source.iri: source.id for source in authored.sources}
    printed = {
        (ids[label.source], fold(label.text))
        for concept in authored.concepts
        for label in concept.printed
    }
    with (DATA.parent / "tests/data/printed.tsv").open(encoding="utf-8", newline="") as rows:
        wanted = [
            (row["source"], row["name"])
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
    assert len(wanted) > 200
    assert [row for row in wanted if (row[0], fold(row[1])) not in printed] == []


def test_a_printed_label_stands_for_one_concept(authored: Vocabulary) -> None:
    # Its IRI is made of language and text: two concepts would share who prints it.
    concepts: dict[tuple[str, str], set[str]] = {}
    for concept in authored.concepts:
        for label in concept.printed:
            concepts.setdefault((label.language, label.text), set()).add(concept.notation)
    assert {label: names for label, names in concepts.items() if len(names) > 1} == {}


def test_groups_hold_what_their_source_lists_under_them(authored: Vocabulary) -> None:
    sizes = {
        collection.iri.rpartition("/")[2]: len(collection.members)
        for collection in authored.collections
    }
    assert sizes == {
        "es34-general": 11,
        "es34-onboarding": 6,
        "es34-ongoing": 17,
        "it20-base": 8,
        "it20-funzionalita": 8,
        "it20-sicurezza": 5,
    }


# --- labels and definitions ------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_label_and_a_definition(authored: Vocabulary, language: str) -> None:
    assert len(authored.concepts) >= 130
    for concept in authored.concepts:
        assert concept.pref_labels.get(language), concept.notation
        assert len(concept.definitions.get(language, ())) == 1, concept.notation


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_definition_has_the_size_and_form_of_one(authored: Vocabulary, language: str) -> None:
    for concept in authored.concepts:
        (text,) = concept.definitions[language]
        assert 12 <= len(text.split()) <= 70, f"{concept.notation}: {text}"
        assert text[0].isupper() or text[0].isdigit(), f"{concept.notation}: {text}"
        assert text.endswith("."), f"{concept.notation}: {text}"
        assert "etc." not in text, f"{concept.notation}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_definition_explains_a_term_by_itself(authored: Vocabulary, language: str) -> None:
    for concept in authored.concepts:
        words = f" {fold(concept.definitions[language][0])} "
        assert f" {fold(concept.pref_labels[language])} " not in words, concept.notation


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_concepts_have_the_same_preferred_label(authored: Vocabulary, language: str) -> None:
    names = Counter(fold(concept.pref_labels[language]) for concept in authored.concepts)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_is_no_other_concepts_preferred_one(authored: Vocabulary, language: str) -> None:
    owner = {fold(concept.pref_labels[language]): concept.notation for concept in authored.concepts}
    for concept in authored.concepts:
        for label in all_labels(concept, language):
            assert owner.get(fold(label), concept.notation) == concept.notation, label


def test_notes_come_in_every_language_or_in_none(authored: Vocabulary) -> None:
    for concept in authored.concepts:
        for notes in (concept.scope_notes, concept.examples, concept.history_notes):
            assert set(notes) in (set(), set(LANGUAGES)), concept.notation


def test_what_a_source_says_is_told_in_every_language(authored: Vocabulary) -> None:
    for concept in authored.concepts:
        for source in {reading.source for reading in concept.readings}:
            told = {reading.language for reading in concept.readings if reading.source == source}
            assert told == set(LANGUAGES), f"{concept.notation}: {source}"


def test_no_definition_of_ours_is_that_of_a_source(authored: Vocabulary) -> None:
    assert not any(concept.sourced_definitions() for concept in authored.concepts)


DISAGREE = """net-promoter-score software-as-a-service lead customer-relationship-management
workflow sales-pipeline customer-onboarding service-level-agreement open-source downgrade
content-management-system net-revenue-churn payment-card-industry-data-security-standard
health-insurance-portability-and-accountability-act general-data-protection-regulation
application-programming-interface lead-scoring"""


@pytest.mark.parametrize("name", DISAGREE.split())
def test_where_sources_disagree_a_note_says_so(authored: Vocabulary, name: str) -> None:
    concept = next(concept for concept in authored.concepts if concept.notation == name)
    assert set(concept.scope_notes) == set(LANGUAGES)


DISPUTED = """net-promoter-score detractor software-as-a-service lead
customer-relationship-management workflow sales-pipeline"""


def readings(concept: Concept, language: str) -> dict[str, str]:
    """What each source says, by its IRI."""
    said = [reading for reading in concept.readings if reading.language == language]
    return {reading.source: reading.text for reading in said}


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_sources_differ_their_readings_can_be_compared(
    released: Vocabulary, language: str
) -> None:
    said = {concept.notation: readings(concept, language) for concept in released.concepts}
    differ = {name for name, by_source in said.items() if len(set(by_source.values())) > 1}
    assert differ == set(DISPUTED.split())
    assert {name for name, by_source in said.items() if by_source} == {
        *DISAGREE.split(),
        *DISPUTED.split(),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reading_stands_for_every_source_that_prints_the_concept(
    authored: Vocabulary, language: str
) -> None:
    for concept in authored.concepts:
        if concept.readings:
            assert sorted(readings(concept, language)) == list(concept.sources()), concept.notation


def test_a_reading_is_a_short_phrase_that_names_no_source(authored: Vocabulary) -> None:
    names = {source.publisher for source in authored.sources}
    for concept in authored.concepts:
        for reading in concept.readings:
            assert len(reading.text.split()) <= 15, reading
            assert reading.text[0].isupper(), reading
            assert reading.text[-1].isalnum(), reading
            assert not [name for name in names if name in reading.text], reading


def test_a_reading_is_no_scope_note_too(authored: Vocabulary, released: Vocabulary) -> None:
    for one, other in zip(authored.concepts, released.concepts, strict=True):
        assert dict(one.scope_notes) == dict(other.scope_notes), one.notation
        assert sorted(one.readings) == sorted(other.readings), one.notation


def test_french_has_its_no_break_spaces(authored: Vocabulary) -> None:
    for concept in authored.concepts:
        said = tuple(readings(concept, "fr").values())
        notes = (concept.definitions, concept.scope_notes, concept.examples, {"fr": said})
        for texts in notes:
            for text in texts.get("fr", ()):
                for sign in (" ;", " :", " ?", " !", " %", "« ", " »"):
                    assert sign not in text, f"{concept.notation}: {text}"


# --- the hierarchy ---------------------------------------------------------------------------


def test_few_top_concepts_and_a_tree_of_readable_depth(authored: Vocabulary) -> None:
    assert 8 <= len(authored.scheme.top_concepts) <= 10
    depth = forest(authored.concepts).depth
    deepest = {
        top: max(
            depth[concept.iri] + 1
            for concept in authored.concepts
            if forest(authored.concepts).path(concept.iri)[0] == top
        )
        for top in authored.scheme.top_concepts
    }
    assert all(3 <= levels <= 5 for levels in deepest.values()), deepest


def test_no_concept_is_an_orphan(released: Vocabulary) -> None:
    for concept in released.concepts:
        assert concept.broader or concept.narrower, concept.notation


PAIRS_MIXED_UP = [
    "marketing-qualified-lead sales-qualified-lead",
    "lead customer opportunity",
    "business-development-representative sales-development-representative",
    "conversion-funnel sales-pipeline sales-cycle customer-journey",
    "customer-experience customer-experience-management",
    "customer-data-platform data-management-platform demand-side-platform",
    "help-desk ticketing-system technical-support customer-service",
    "cross-selling upselling account-expansion",
    "churn net-revenue-churn",
    "monthly-recurring-revenue annual-recurring-revenue recurring-revenue customer-lifetime-value",
    "lead-scoring customer-health-score",
    "success-plan success-milestone success-story",
    "software-as-a-service platform-as-a-service cloud-computing hosting",
    "automation workflow",
    "customer-success-management customer-success-manager",
]


@pytest.mark.parametrize("names", PAIRS_MIXED_UP)
def test_what_people_mix_up_is_one_step_apart(released: Vocabulary, names: str) -> None:
    """Each is linked to another of them: by related, by broader, or as a sibling."""
    by_name = {concept.notation: concept for concept in released.concepts}
    iris = {by_name[name].iri for name in names.split()}
    for name in names.split():
        concept = by_name[name]
        siblings = {
            iri
            for other in released.concepts
            if other.iri in concept.broader
            for iri in other.narrower
        }
        near = {*concept.related, *concept.broader, *concept.narrower, *siblings} - {concept.iri}
        assert near & iris, f"{name} stands alone among {names}"


# --- the files as their editors meet them ----------------------------------------------------


@pytest.fixture(scope="module")
def schema() -> dict[str, object]:
    loaded: dict[str, object] = json.loads((DATA / "vocabulary.schema.json").read_text())
    return loaded


@pytest.mark.parametrize("file", SUBJECTS, ids=lambda file: file.stem)
def test_editors_find_no_fault_with_a_subject_file(file: Path, schema: dict[str, object]) -> None:
    assert file.read_text().startswith(
        "# yaml-language-server: $schema=../vocabulary.schema.json\n"
    )
    jsonschema.validate(yaml.safe_load(file.read_text()), schema)


def test_the_schema_and_the_reader_know_the_same_keys(schema: dict[str, object]) -> None:
    parts = schema["$defs"]
    assert isinstance(parts, dict)
    assert set(parts["language"]["properties"]) == {*LABELS, *NOTES}
    keys = {"replacedBy", "broader", "related", *LANGUAGES, "sources"}
    assert set(parts["concept"]["properties"]) == keys
    assert set(parts["source"]["properties"]) == {"group", "prints", "defines", "reads"}
    reads = parts["source"]["properties"]["reads"]
    assert set(reads["properties"]) == set(reads["required"]) == set(LANGUAGES)


def test_the_schema_refuses_a_misspelt_key(schema: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"lead": {"en": {"preflabel": "lead"}}}, schema)
