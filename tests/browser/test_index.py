"""The index: all names from A to Z, and two languages side by side."""

from dataclasses import replace
from pathlib import Path

from graph.map.page import generate
from ontology.model import Vocabulary
from tests.browser.pages import BASE, Opener, until


def test_every_name_of_the_language_is_listed_and_other_names_lead_to_the_preferred_one(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#view=index&lang=it")
    listed = page.locator("#index section a").all_inner_texts()
    preferred = [concept.pref_labels["it"] for concept in vocabulary.concepts]
    others = [text for c in vocabulary.concepts for text in c.alt_labels.get("it", ())]
    assert sorted(listed) == sorted([*preferred, *others])
    see = page.locator("#index .see").filter(has_text="tasso di disdetta").first.inner_text()
    assert see.split(" → ") == ["tasso di disdetta", "tasso di abbandono"]


def test_names_are_sorted_as_the_language_sorts(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#view=index&lang=es")
    letters = page.locator("#index h2").all_inner_texts()
    assert letters == sorted(letters)
    names = page.locator("#index section a").all_inner_texts()
    assert names == page.evaluate(
        "(names) => [...names].sort(new Intl.Collator('es').compare)", names
    )


def test_a_letter_goes_to_its_names(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#view=index&lang=en")
    page.get_by_role("button", name="S", exact=True).click()
    heading = page.locator("#index h2").filter(has_text="S").first
    box = heading.bounding_box()
    assert box is not None
    assert 56 <= box["y"] <= 220
    assert page.evaluate("document.activeElement.textContent") == "S"


def test_only_what_the_filters_leave_is_listed(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#view=index&lang=fr&source=-fr44")
    source = next(source.iri for source in vocabulary.sources if source.id == "fr44")
    lacking = {c.iri.removeprefix(BASE) for c in vocabulary.concepts if source not in c.sources()}
    keys = page.evaluate(
        "[...document.querySelectorAll('#index section a')].map("
        "(a) => new URLSearchParams(a.hash.slice(1)).get('concept'))"
    )
    assert set(keys) == lacking
    assert page.locator("#left-count").inner_text() == (
        f"{len(lacking)} concepts sur {len(vocabulary.concepts)}"
    )


def test_two_languages_stand_side_by_side_with_what_is_missing_marked(
    opened: Opener, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    bare = tuple(
        replace(
            concept,
            pref_labels={tag: text for tag, text in concept.pref_labels.items() if tag != "it"},
            alt_labels={tag: some for tag, some in concept.alt_labels.items() if tag != "it"},
            definitions={tag: some for tag, some in concept.definitions.items() if tag != "it"},
        )
        if concept.iri == f"{BASE}churn"
        else concept
        for concept in vocabulary.concepts
    )
    file = tmp_path / "bare.html"
    file.write_text(generate(replace(vocabulary, concepts=bare)), "utf-8")
    page = opened(file, "#view=index&lang=en&beside=it&concept=churn")
    heads = page.locator("#index thead th").all_inner_texts()
    assert heads == ["English", "Italian"]
    assert page.locator("#index tbody td:first-child").count() == len(bare)
    row = page.locator("#index tr").filter(has=page.locator("a[aria-current]"))
    assert "no name in Italian" in row.inner_text()
    assert "no definition in Italian" in row.inner_text()
    assert "no name in Italian" in page.locator("#panel").inner_text()
    whole = page.locator("#index tr").filter(has_text="customer journey").first.inner_text()
    assert "no name" not in whole


def test_the_second_language_is_chosen_beside_the_first(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#view=index&lang=en&concept=churn")
    page.get_by_label("Second language beside").select_option("it")
    until(page, "location.hash.includes('beside=it')")
    assert page.locator("#panel .second").inner_text() == "tasso di abbandono"
    assert page.locator("#panel .definition").count() == 2
