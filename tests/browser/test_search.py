"""The search: every name of every language, by keys alone."""

from pathlib import Path

import pytest

from tests.browser.pages import Opener


def test_search_finds_a_label_of_another_language_without_its_accents(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en")
    page.keyboard.press("/")
    page.keyboard.type("analisis de recencia")
    hit = page.locator("#hits").get_by_role("option").first
    assert "análisis de recencia" in hit.inner_text()
    assert "es" in hit.inner_text().lower().split()
    assert "recency, frequency and monetary" in hit.inner_text()


@pytest.mark.parametrize("typed", ["abandno", "tasa abadono", "opportinity", "parcuors client"])
def test_search_forgives_a_typing_error(opened: Opener, map_file: Path, typed: str) -> None:
    page = opened(map_file, "#lang=es")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert page.locator("#hits").get_by_role("option").count() > 0


def test_after_a_search_the_panel_has_the_focus(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.keyboard.press("/")
    page.keyboard.type("churn")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2")
    assert page.evaluate("document.activeElement.id") == "panel"


def test_search_for_what_is_not_there_says_so(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.keyboard.press("/")
    page.keyboard.type("zzzz <b>")
    assert page.locator("#hits").get_by_role("option").count() == 0
    assert page.locator("#hits b").count() == 0
    assert "zzzz <b>" in page.locator("#hits").inner_text()
    assert "zzzz <b>" in page.locator("#status").inner_text()


def test_search_is_driven_by_keys_alone(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=it")
    page.keyboard.press("/")
    page.keyboard.type("lead")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.count() == 1
    assert page.locator("#words").get_attribute("aria-activedescendant") == "hits-1"
    concept = page.evaluate("document.querySelector('[aria-selected=true] span').textContent")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2")
    assert concept in page.locator("#panel").inner_text()
    assert page.get_by_role("listbox").is_hidden()
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel", state="hidden")


def test_escape_closes_the_search_and_leaves_the_panel(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=churn&lang=en")
    page.keyboard.press("/")
    page.keyboard.type("lead")
    page.keyboard.press("Escape")
    assert page.get_by_role("listbox").is_hidden()
    assert page.locator("#panel").is_visible()


def test_hidden_labels_are_found_and_said_to_be_search_forms(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#words").fill("touchpoints")
    assert "search form" in page.locator("#hits").get_by_role("option").first.inner_text()
