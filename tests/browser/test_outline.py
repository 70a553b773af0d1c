"""The outline: the same concepts as a tree, which keys and screen readers walk through."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.hierarchy import forest
from ontology.model import Vocabulary
from tests.browser.pages import BASE, Opener, drawn, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOCUSED = "document.activeElement.closest('[role=treeitem]')?.textContent ?? ''"


def walk(page: "Page", *keys: str) -> str:
    """Presses keys; returns the name that has the focus then."""
    for key in keys:
        page.keyboard.press(key)
    return str(page.evaluate(FOCUSED))


def test_the_outline_shows_the_same_concepts_in_the_same_language(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#view=outline&lang=es&concept=churn")
    assert page.get_by_role("treeitem").count() == len(vocabulary.concepts)
    chosen = page.locator("#outline [aria-selected=true]")
    assert chosen.count() == 1
    assert "tasa de abandono" in chosen.inner_text()
    page.locator("#outline").get_by_text("lead scoring", exact=True).click()
    until(page, "location.hash.includes('lead-scoring')")
    assert "view=outline" in page.evaluate("location.hash")


def test_the_tree_says_the_level_and_place_of_each_concept(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#view=outline&lang=en")
    tree = forest(vocabulary.concepts)
    said = page.evaluate(
        "[...document.querySelectorAll('[role=treeitem]')].map((item) => "
        "[item.hash, item.ariaLevel, item.ariaSetSize])"
    )
    levels = {hash_.split("&")[0].removeprefix("#concept="): int(level) for hash_, level, _ in said}
    assert levels == {iri.removeprefix(BASE): depth + 1 for iri, depth in tree.depth.items()}
    assert int(said[0][2]) == len(tree.roots)


def test_arrows_home_end_and_letters_walk_through_the_tree(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#view=outline&lang=en")
    page.locator("#outline [tabindex='0']").focus()
    assert walk(page, "ArrowDown") == "add-on"
    assert walk(page, "ArrowUp", "ArrowUp") == "business software"
    assert walk(page, "End").startswith("workflow")
    assert walk(page, "Home") == "business software"
    assert walk(page, "m", "e", "t") == "metric"
    assert walk(page, "ArrowRight") == "customer metric"
    assert walk(page, "ArrowLeft", "ArrowLeft") == "metric"


def test_the_tree_is_one_tab_stop_and_it_is_where_the_reader_left_it(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#view=outline&lang=en")
    page.locator("#outline [tabindex='0']").focus()
    walk(page, "ArrowDown", "ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ""
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == "chatbot"
    assert page.locator("#outline [tabindex='0']").count() == 1


def test_a_closed_branch_is_closed_in_the_outline_and_on_the_map(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#view=outline&lang=en")
    page.locator("#outline [tabindex='0']").focus()
    walk(page, "ArrowLeft")
    assert page.locator("#outline").get_by_text("chatbot", exact=True).is_hidden()
    assert page.evaluate("document.activeElement.ariaExpanded") == "false"
    page.locator("#view-map").click()
    until(page, "document.body.dataset.view === 'map'")
    keys = {name["key"] for name in drawn(page)["names"]}
    below = vocabulary_branch(vocabulary, "business-software") - {"business-software"}
    assert below
    assert not keys & below
    assert len(keys) == len(vocabulary.concepts) - len(below)


def vocabulary_branch(vocabulary: Vocabulary, key: str) -> set[str]:
    tree = forest(vocabulary.concepts)
    branch = [BASE + key]
    for iri in branch:
        branch += tree.children[iri]
    return {iri.removeprefix(BASE) for iri in branch}


def test_open_all_and_close_all(opened: Opener, map_file: Path, vocabulary: Vocabulary) -> None:
    page = opened(map_file, "#view=outline&lang=en")
    page.get_by_role("button", name="Close all").click()
    shown = page.locator("#outline a:visible")
    assert shown.count() == len(forest(vocabulary.concepts).roots)
    page.get_by_role("button", name="Open all").click()
    assert shown.count() == len(vocabulary.concepts)


def test_on_the_map_keys_walk_through_the_same_tree_and_the_map_shows_where(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en")
    unmarked = page.locator("#map").screenshot()
    page.locator("#theme").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "business software"
    assert walk(page, "ArrowDown", "ArrowDown") == "chatbot"
    assert page.locator("#map").screenshot() != unmarked
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2")
    assert page.locator("#panel h2").inner_text() == "chatbot"
    assert page.evaluate("document.activeElement.id") == "panel"


def test_escape_leaves_the_panel_for_the_row_of_its_concept(opened: Opener, map_file: Path) -> None:
    for view in ("map", "outline"):
        page = opened(map_file, f"#lang=en&view={view}")
        page.locator("#outline [tabindex='0']").focus()
        walk(page, "ArrowDown", "ArrowDown", "Enter")
        page.wait_for_selector("#panel h2")
        page.keyboard.press("Escape")
        page.wait_for_selector("#panel", state="hidden")
        assert page.evaluate(FOCUSED) == "chatbot"


def test_a_link_followed_by_keys_keeps_the_focus_in_the_panel(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#concept=churn&lang=en")
    page.locator("#panel .concepts a").first.focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#panel h2').textContent !== 'churn'")
    assert page.evaluate("document.activeElement.id") == "panel"


def test_a_language_chosen_by_keys_keeps_the_focus(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#in-it").focus()
    page.keyboard.press("Enter")
    until(page, "document.documentElement.lang === 'it'")
    assert page.evaluate("document.activeElement.id") == "in-it"


@pytest.mark.parametrize("view", ["map", "neighbourhood"])
def test_the_canvas_itself_is_no_tab_stop(opened: Opener, map_file: Path, view: str) -> None:
    page = opened(map_file, f"#lang=en&view={view}&concept=churn")
    assert page.locator("#map [tabindex='0'], #map canvas[tabindex]").count() == 0


def test_two_languages_stand_side_by_side(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#view=outline&lang=en&beside=it")
    row = page.get_by_role("treeitem").filter(has_text="tasso di abbandono").first
    assert row.inner_text().startswith("churn")
    assert row.locator(".beside").get_attribute("lang") == "it"
