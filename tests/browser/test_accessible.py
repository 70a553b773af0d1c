"""Nobody is shut out of the map: the rules of axe hold in both themes and in every view."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VIEWS = ("map", "outline", "neighbourhood", "index")
THEMES = ("light", "dark")
Look = Callable[..., tuple[list[str], list[str]]]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    "concept", ["", "&concept=customer", "&concept=customer&to=call-to-action"]
)
def test_no_rule_is_broken_in_any_view(
    opened: Opener, map_file: Path, axe: Look, theme: str, view: str, concept: str
) -> None:
    page = opened(map_file, f"#view={view}{concept}", color_scheme=theme)
    assert page.locator("#panel").is_visible() == bool(concept)
    assert axe(page) == ([], [])


@pytest.mark.parametrize("theme", THEMES)
def test_no_rule_is_broken_while_one_searches(
    opened: Opener, map_file: Path, axe: Look, theme: str
) -> None:
    page = opened(map_file, color_scheme=theme)
    page.locator("#words").fill("custom")
    page.locator("#words").press("ArrowDown")
    assert page.locator("#hits").get_by_role("option").count() > 1
    assert axe(page) == ([], [])


@pytest.mark.parametrize("theme", THEMES)
def test_no_rule_is_broken_while_one_filters(
    opened: Opener, map_file: Path, axe: Look, theme: str
) -> None:
    page = opened(map_file, color_scheme=theme)
    page.locator("#filter").click()
    assert page.locator("#drawer").is_visible()
    assert axe(page) == ([], [])


@pytest.mark.parametrize("concept", ["", "&concept=customer"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_rule_is_broken_on_a_phone(
    opened: Opener, map_file: Path, axe: Look, view: str, concept: str
) -> None:
    page = opened(map_file, f"#view={view}{concept}", (390, 844))
    assert axe(page) == ([], [])


def test_what_shuts_people_out_is_found(browser: "Browser", axe: Look) -> None:
    page = browser.new_page()
    page.set_content(
        "<html lang='en'><title>t</title>"
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
        "<main><h1>h</h1><button></button></main><p>beside</p>"
    )
    serious, less = axe(page)
    page.close()
    assert [found.partition(" ")[0] for found in serious] == ["button-name"]
    assert [found.partition(" ")[0] for found in less] == ["region"]
