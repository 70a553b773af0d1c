"""Whoever uses keys is never sent back to the top: what takes the focus when a part is gone."""

from pathlib import Path

import pytest

from tests.browser.pages import Opener, until

FOCUSED = "document.activeElement.id || document.activeElement.textContent"

GOING = {
    "the neighbourhood link of the panel": (
        "#concept=churn&lang=en",
        "#to-neighbourhood",
        "panel",
    ),
    "the close button of a path": ("#concept=churn&to=lead&lang=en", "#path-close", "panel"),
    "show all beside the filters": ("#lang=en&top=sales", "#left a", "filter"),
    "a name of the index": ("#view=index&lang=en", "#entry-0", "panel"),
    "a name of two languages side by side": (
        "#view=index&lang=en&beside=it",
        "#entry-0",
        "panel",
    ),
    "the close button of the panel beside the index": (
        "#view=index&lang=en&concept=account-expansion",
        "#panel-close",
        "entry-0",
    ),
}


@pytest.mark.parametrize("what", GOING)
def test_the_focus_goes_on_from(opened: Opener, map_file: Path, what: str) -> None:
    address, control, then = GOING[what]
    page = opened(map_file, address)
    page.keyboard.press("Shift+Tab")
    page.locator(control).focus()
    page.keyboard.press("Enter")
    until(page, f"({FOCUSED}) === '{then}'")


def test_a_path_that_is_chosen_leaves_the_focus_in_the_panel(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#concept=churn&lang=en")
    page.locator("#path-words").focus()
    page.keyboard.type("lead")
    page.keyboard.press("Enter")
    until(page, "location.hash.includes('to=lead')")
    until(page, f"({FOCUSED}) === 'panel'")


def test_back_to_a_view_without_the_row_that_had_the_focus_keeps_to_the_views(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#view=index&lang=en")
    page.locator("#view-outline").click()
    until(page, "document.body.dataset.view === 'outline'")
    page.locator("#outline [tabindex='0']").focus()
    page.go_back()
    until(page, f"({FOCUSED}) === 'view-index'")


def test_the_menu_of_what_can_be_saved_gives_the_focus_back(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#save").focus()
    page.keyboard.press("Enter")
    with page.expect_download():
        page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "save"
    assert page.locator("#save-menu").is_hidden()


def test_the_menu_of_what_can_be_saved_closes_behind_whoever_leaves_it(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en&concept=churn")
    page.locator("#save").focus()
    page.keyboard.press("Enter")
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "in-en"
    assert page.locator("#save-menu").is_hidden()
    page.locator("#save").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    assert page.locator("#save-menu").is_hidden()
    assert "concept=churn" in page.evaluate("location.hash")
