"""Nobody is shut out of the map: the rules of axe hold in both themes, both views, with a panel."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.map.page import generate
from ontology.model import Vocabulary

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def map_file(vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("accessible") / "map.html"
    file.write_text(generate(vocabulary), encoding="utf-8")
    return file


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", ["map", "list"])
@pytest.mark.parametrize("concept", ["", "&concept=customer"])
def test_no_rule_for_everyone_is_broken(
    browser: "Browser", axe: Callable[..., Any], map_file: Path, theme: Any, view: str, concept: str
) -> None:
    context = browser.new_context(
        color_scheme=theme,
        offline=True,
        reduced_motion="reduce",
        viewport={"width": 1440, "height": 900},
    )
    page = context.new_page()
    page.goto(f"{map_file.as_uri()}#view={view}{concept}")
    serious, less = axe(page)
    context.close()
    assert serious == []
    assert less == []


def test_what_shuts_people_out_is_found(browser: "Browser", axe: Callable[..., Any]) -> None:
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
