"""The page on a phone, on paper, without scripts."""

from pathlib import Path

from ontology.model import Vocabulary
from tests.browser.pages import Opener, drawn, until


def test_a_phone_opens_the_list_and_a_sheet_from_below(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en", size=(390, 844), has_touch=True)
    assert page.locator("#outline").is_visible()
    page.locator("#outline a").nth(3).tap()
    page.wait_for_selector("#panel h2")
    box = page.locator("#panel").bounding_box()
    assert box is not None
    assert box["width"] == 390
    assert box["y"] > 200
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="Map", exact=True).tap()
    until(page, "document.body.dataset.view === 'map'")
    whole = [name for name in drawn(page)["names"] if name["box"][0] >= 0 and name["box"][2] <= 390]
    assert len([name for name in whole if name["box"][3] <= 844 - 52]) >= 35


def test_paper_has_the_language_that_is_read(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#lang=es")
    page.pdf()
    churn = next(concept for concept in vocabulary.concepts if concept.notation == "churn")
    printed = page.locator("#outline").text_content() or ""
    for told in (churn.pref_labels, {tag: some[0] for tag, some in churn.definitions.items()}):
        assert told["es"] in printed
    assert churn.definitions["en"][0] not in printed


def test_without_scripts_it_is_a_list_with_definitions(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, java_script_enabled=False)
    assert page.locator("#outline a").count() == len(vocabulary.concepts)
    assert page.locator("#outline p").first.is_visible()
    assert page.locator("#search").is_hidden()
