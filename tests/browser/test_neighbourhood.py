"""What is near one concept, one to three steps away."""

import json
import re
from collections import deque
from pathlib import Path

import pytest

from ontology.model import Concept, Vocabulary
from tests.browser.pages import BASE, Opener, covering, drawn, until


def within(vocabulary: Vocabulary, key: str, depth: int) -> set[str]:
    """The keys of all concepts at most so many relations away, counted here once more."""
    known = {concept.iri: concept for concept in vocabulary.concepts}
    found = {BASE + key: 0}
    waiting = deque(found)
    while waiting:
        here = waiting.popleft()
        if found[here] == depth:
            continue
        for other in beside(known[here]):
            if other in known and other not in found:
                found[other] = found[here] + 1
                waiting.append(other)
    return {iri.removeprefix(BASE) for iri in found}


def beside(concept: Concept) -> tuple[str, ...]:
    return (*concept.broader, *concept.narrower, *concept.related)


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_it_shows_all_that_is_so_many_steps_away_and_no_name_covers_another(
    opened: Opener, map_file: Path, vocabulary: Vocabulary, depth: int
) -> None:
    page = opened(map_file, f"#concept=churn&lang=en&view=neighbourhood&depth={depth}")
    near = within(vocabulary, "churn", depth)
    names = drawn(page)["names"]
    assert covering(names) == []
    assert {name["key"] for name in names} <= near
    page.locator("#save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (SVG)").click()
    picture = Path(download.value.path()).read_text("utf-8")
    written = set(re.findall(r"<text [^>]*>([^<]*)</text>", picture))
    nodes = json.loads(page.locator("#nodes").text_content() or "")
    lines = {line for node in nodes if node["key"] in near for line in node["names"]["en"]}
    assert written - lines == {"CRM concepts", "Broader", "Related", "≠"}
    assert lines <= written


def test_the_steps_are_chosen_in_the_page_and_stand_in_the_address(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#concept=churn&lang=en&view=neighbourhood")
    few = len(drawn(page)["names"])
    page.locator("#depth-2").click()
    until(page, "location.hash.includes('depth=2')")
    assert len(drawn(page)["names"]) > few
    assert page.locator("#depth-2").get_attribute("aria-current") == "true"


def test_a_click_on_a_neighbour_puts_it_in_the_middle(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=churn&lang=en&view=neighbourhood")
    left, top, right, bottom = next(
        name["box"] for name in drawn(page)["names"] if name["key"] == "cohort"
    )
    page.mouse.click((left + right) / 2, (top + bottom) / 2)
    until(page, "location.hash.includes('concept=cohort')")
    assert page.locator("#panel h2").inner_text() == "cohort"
    middle = max(drawn(page)["names"], key=lambda name: name["size"])
    assert middle["key"] == "cohort"


def test_its_parts_are_named_as_broader_narrower_and_related(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#concept=lead&lang=en&view=neighbourhood")
    page.locator("#save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (SVG)").click()
    svg = Path(download.value.path()).read_text("utf-8")
    assert all(f">{word}</text>" in svg for word in ("Broader", "Narrower", "Related"))


def test_without_a_concept_it_says_what_to_do(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en&view=neighbourhood")
    assert "Choose a concept" in page.locator("#more").inner_text()
    page.keyboard.press("/")
    page.keyboard.type("churn")
    page.keyboard.press("Enter")
    until(page, "location.hash.includes('concept=churn')")
    assert drawn(page)["names"]


def test_map_outline_and_neighbourhood_are_one_state(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=churn&lang=it&source=es34")
    for view in ("outline", "neighbourhood", "index", "map"):
        page.locator(f"#view-{view}").click()
        until(page, f"document.body.dataset.view === '{view}'")
        assert page.locator("#panel h2").inner_text() == "tasso di abbandono"
        assert page.evaluate("document.documentElement.lang") == "it"
        assert "source=es34" in page.evaluate("location.hash")
    page.go_back()
    until(page, "document.body.dataset.view === 'index'")
