"""Small windows, large letters, fingers: everything can be seen whole and hit."""

from pathlib import Path

import pytest

from tests.browser.pages import Opener

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
    menu = page.locator("#save-menu").bounding_box()
    assert menu is not None
    assert menu["x"] >= 0
    assert menu["x"] + menu["width"] <= width
