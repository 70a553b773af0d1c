"""The filters: what they take away fades, and the page says how much is left."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from graph.hierarchy import forest
from graph.map.page import generate
from ontology.model import Collection, Concept, Vocabulary
from tests.browser.pages import BASE, Opener, covering, drawn, until


def in_top(vocabulary: Vocabulary, key: str) -> set[str]:
    tree = forest(vocabulary.concepts)
    return {c.iri for c in vocabulary.concepts if tree.path(c.iri)[0] == BASE + key}


def where(vocabulary: Vocabulary, holds: Callable[[Concept], object]) -> set[str]:
    return {concept.iri for concept in vocabulary.concepts if holds(concept)}


def source_iri(vocabulary: Vocabulary, key: str) -> str:
    return next(source.iri for source in vocabulary.sources if source.id == key)


def onboarding(vocabulary: Vocabulary) -> Collection:
    return next(c for c in vocabulary.collections if c.iri.endswith("onboarding"))


def disagree(concept: Concept) -> bool:
    return len({reading.text for reading in concept.readings if reading.language == "en"}) > 1


EXPECTED: dict[str, Callable[[Vocabulary], set[str]]] = {
    "top=sales": lambda v: in_top(v, "sales"),
    "top=sales marketing": lambda v: in_top(v, "sales") | in_top(v, "marketing"),
    "source=es34": lambda v: where(v, lambda c: source_iri(v, "es34") in c.sources()),
    "source=-es34": lambda v: where(v, lambda c: source_iri(v, "es34") not in c.sources()),
    "relation=related": lambda v: where(v, lambda c: c.related),
    "relation=broader": lambda v: where(v, lambda c: c.broader or c.narrower),
    "disputed=1": lambda v: where(v, disagree),
    "top=sales&source=es34": lambda v: (
        in_top(v, "sales") & where(v, lambda c: source_iri(v, "es34") in c.sources())
    ),
}


@pytest.mark.parametrize("address", EXPECTED)
def test_the_page_says_how_many_concepts_a_filter_leaves(
    opened: Opener, map_file: Path, vocabulary: Vocabulary, address: str
) -> None:
    page = opened(map_file, f"#lang=en&view=outline&{address}")
    expected = EXPECTED[address](vocabulary)
    total = len(vocabulary.concepts)
    assert page.locator("#left-count").inner_text() == f"{len(expected)} of {total} concepts"
    faded = page.locator("#outline [data-left-out]").count()
    assert faded == total - len(expected)


def test_what_is_filtered_fades_and_stays_where_it_was(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#filter").click()
    before, seen = drawn(page)["names"], page.locator("#map").screenshot()
    page.get_by_role("checkbox", name="sales").check()
    until(page, "location.hash.includes('top=sales')")
    assert [name["box"] for name in drawn(page)["names"]] == [name["box"] for name in before]
    assert page.locator("#map").screenshot() != seen
    page.get_by_role("link", name="Show all").click()
    until(page, "!location.hash.includes('top=')")
    assert page.locator("#left").is_hidden()
    assert not page.get_by_role("checkbox", name="sales").is_checked()


def test_the_map_gives_way_to_the_filters_and_comes_back(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    whole = drawn(page)
    page.locator("#filter").click()
    page.wait_for_timeout(50)
    beside = drawn(page)["names"]
    drawer = page.locator("#drawer").bounding_box()
    assert drawer is not None
    assert len(beside) >= 140
    assert min(name["box"][0] for name in beside) >= drawer["x"] + drawer["width"]
    assert covering(beside) == []
    page.locator("#drawer-close").click()
    page.wait_for_timeout(50)
    assert drawn(page)["view"] == whole["view"]


def test_the_legend_has_the_colours_of_the_map(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#filter").click()
    colours = page.locator("#drawer fieldset label span").evaluate_all(
        "(some) => some.map((one) => getComputedStyle(one).color)"
    )
    assert len(colours) == len(set(colours)) == 10


def test_a_filter_is_chosen_by_keys_and_keeps_the_focus(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#filter").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(page, "location.hash.includes('top=')")
    assert page.evaluate("document.activeElement.name") == "top"
    page.keyboard.press("Escape")
    assert page.locator("#drawer").is_hidden()
    assert page.evaluate("document.activeElement.id") == "filter"


def test_groups_of_a_source_are_a_filter(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#filter").click()
    collection = onboarding(vocabulary)
    page.locator("#by-group").select_option(label=collection.pref_labels["en"])
    until(page, "location.hash.includes('group=')")
    left = len(collection.members)
    assert page.locator("#left-count").inner_text().startswith(f"{left} of ")


def test_which_terms_a_source_does_not_have_is_asked_in_words(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#filter").click()
    options = page.locator("#by-source optgroup").evaluate_all("(some) => some.map((o) => o.label)")
    assert options == ["Printed by", "Not printed by"]
    french = page.locator("#by-source optgroup[label='Not printed by'] option").filter(
        has_text="French"
    )
    page.locator("#by-source").select_option(french.get_attribute("value"))
    until(page, "location.hash.includes('source=-fr44')")
    lacking = where(vocabulary, lambda c: source_iri(vocabulary, "fr44") not in c.sources())
    assert page.locator("#left-count").inner_text().startswith(f"{len(lacking)} of ")


def test_where_no_name_is_missing_the_page_says_so_and_fades_nothing(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en&view=outline&missing=it")
    assert page.locator("#left-count").inner_text() == "Every concept has a name in Italian"
    assert page.locator("#outline [data-left-out]").count() == 0


def test_what_the_filters_ask_for_is_said_in_words(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en&top=sales&source=-fr44")
    words = page.locator("#left-words").inner_text()
    # Each in signs that keep its direction its own.
    assert re.sub("[\u2068\u2069]", "", words) == "sales · not in Salesforce (French)"


def test_a_missing_name_is_a_filter_too(
    opened: Opener, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    first, *others = vocabulary.concepts
    bare = replace(first, pref_labels={"en": first.pref_labels["en"]}, alt_labels={})
    file = tmp_path / "missing.html"
    file.write_text(generate(replace(vocabulary, concepts=(bare, *others))), "utf-8")
    page = opened(file, "#lang=en&missing=it")
    assert page.locator("#left-count").inner_text().startswith("1 of ")
