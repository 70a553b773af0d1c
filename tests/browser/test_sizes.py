"""Small windows, large letters, fingers: everything can be seen whole and hit."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

SMALLER = """(least) => [...document.querySelectorAll("#panel a, #depth a, #drawer label")]
  .filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < least - 0.5)
  .map((one) => one.textContent)"""

COVERED = """() => [...document.querySelectorAll("#depth a, #save-menu button")].filter((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  if (left === right) return false;
  const inside = left >= 0 && right <= innerWidth;
  return !inside || document.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== one;
}).map((one) => one.textContent)"""


@pytest.mark.parametrize("view", ["outline", "neighbourhood", "index"])
def test_a_finger_hits_what_the_panel_the_filters_and_the_depth_offer(
    opened: Opener, map_file: Path, view: str
) -> None:
    page = opened(map_file, f"#lang=es&concept=churn&view={view}", size=(390, 844), has_touch=True)
    page.locator("#filter").click()
    assert page.evaluate(SMALLER, 44) == []


@pytest.mark.parametrize("width", [390, 720, 1024, 1440])
@pytest.mark.parametrize("language", ["es", "fr"])
def test_with_letters_twice_as_large_menu_and_depth_are_in_the_window(
    opened: Opener, map_file: Path, width: int, language: str
) -> None:
    address = f"#lang={language}&concept=churn&view=neighbourhood"
    page = opened(map_file, address, size=(width, 900))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(COVERED) == []
    page.locator("#save").click()
    assert page.locator("#save-menu button").count() == 5
    assert [one for one in page.evaluate(COVERED) if not one.isdigit()] == []
    menu = page.locator("#save-menu").bounding_box()
    assert menu is not None
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= width


def test_in_the_readers_own_colours_a_line_says_what_is_chosen(
    opened: Opener, map_file: Path
) -> None:
    def outlines(page: "Page", selector: str) -> list[str]:
        look = "(some) => some.map((one) => getComputedStyle(one).outlineStyle)"
        styles: list[str] = page.locator(selector).evaluate_all(look)
        return styles

    page = opened(map_file, "#lang=en&concept=churn&view=outline", forced_colors="active")
    assert outlines(page, "#outline [aria-selected=true]") == ["solid"]
    page.locator("#words").fill("lead")
    page.keyboard.press("ArrowDown")
    assert outlines(page, "#hits [aria-selected=true]") == ["solid"]
    assert outlines(page, "#words") == ["solid"]
    page = opened(map_file, "#lang=en&concept=churn&view=index", forced_colors="active")
    assert "solid" in outlines(page, "#index a[aria-current]")


@pytest.mark.parametrize("letters", ["100%", "200%"])
@pytest.mark.parametrize("width", [320, 390, 720, 1024])
def test_what_the_filters_leave_is_told_within_the_window(
    opened: Opener, map_file: Path, width: int, letters: str
) -> None:
    page = opened(map_file, "#lang=it&view=index&beside=en&missing=it", size=(width, 800))
    page.evaluate(f"document.documentElement.style.fontSize = '{letters}'")
    ends = page.locator("#header a, #header button, #header select").evaluate_all(
        "(some) => some.map((one) => one.getBoundingClientRect().right)"
    )
    assert max(ends) <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
