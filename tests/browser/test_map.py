"""The first view of the map, and the map as people move it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.hierarchy import forest
from graph.map.page import columns_of, generate
from ontology.model import Concept, Vocabulary
from tests.browser.pages import BASE, LANGUAGES, UNREADABLE, Opener, covering, drawn, until

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_first_view_every_name_is_readable_and_none_is_covered(
    opened: Opener, map_file: Path, vocabulary: Vocabulary, language: str
) -> None:
    page = opened(map_file, f"#lang={language}")
    names = drawn(page)["names"]
    assert len(names) == len(vocabulary.concepts)
    assert covering(names) == []
    assert page.evaluate(UNREADABLE) == []
    shown = {name["key"]: " ".join(name["lines"]).replace("\u200b ", "") for name in names}
    assert (
        shown["customer"]
        == {"en": "customer", "es": "cliente", "fr": "client", "it": "cliente"}[language]
    )


def test_names_half_as_long_again_are_readable_too(
    opened: Opener, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    longer = [
        replace(
            concept,
            pref_labels={
                tag: f"{label} {label[: len(label) // 2]}"
                for tag, label in concept.pref_labels.items()
            },
        )
        for concept in vocabulary.concepts
    ]
    file = tmp_path / "longer.html"
    file.write_text(generate(replace(vocabulary, concepts=tuple(longer))), "utf-8")
    page = opened(file)
    assert len(drawn(page)["names"]) == len(longer)
    assert covering(drawn(page)["names"]) == []
    assert page.evaluate(UNREADABLE) == []
    assert drawn(page)["view"]["scale"] >= 0.9


def test_nothing_moves_until_the_reader_moves_it(opened: Opener, map_file: Path) -> None:
    page = opened(map_file)
    first = page.screenshot()
    page.wait_for_timeout(700)
    assert page.screenshot() == first


def test_another_language_moves_nothing(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    before = drawn(page)
    for language in LANGUAGES[1:]:
        page.get_by_role("link", name=language, exact=True).click()
        until(page, f"document.documentElement.lang === '{language}'")
        after = drawn(page)
        assert after["view"] == before["view"]
        assert [(name["key"], name["at"]) for name in after["names"]] == [
            (name["key"], name["at"]) for name in before["names"]
        ]


def test_two_windows_of_the_same_size_show_the_same_picture(opened: Opener, map_file: Path) -> None:
    assert opened(map_file).screenshot() == opened(map_file).screenshot()


def test_a_high_resolution_screen_gets_its_pixels(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, device_scale_factor=2)
    assert page.evaluate("document.querySelector('#map canvas').width") == 2880
    assert page.evaluate(UNREADABLE) == []


def test_a_window_of_another_size_shows_the_whole_map_again(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")

    def boxes() -> list[list[int]]:
        return [[round(edge) for edge in name["box"]] for name in drawn(page)["names"]]

    before = boxes()
    page.set_viewport_size({"width": 900, "height": 600})
    page.wait_for_timeout(300)
    assert boxes() != before
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_timeout(300)
    assert boxes() == before


def test_a_click_on_a_name_opens_it_a_click_beside_closes_and_back_undoes_it(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en")
    name = next(name for name in drawn(page)["names"] if name["key"] == "touchpoint")
    left, top, right, bottom = name["box"]
    page.mouse.click((left + right) / 2, (top + bottom) / 2)
    page.wait_for_selector("#panel h2")
    assert page.locator("#panel h2").inner_text() == "touchpoint"
    page.mouse.click(20, 880)
    page.wait_for_selector("#panel", state="hidden")
    page.go_back()
    page.wait_for_selector("#panel h2")
    assert page.locator("#panel h2").inner_text() == "touchpoint"


def test_the_panel_never_covers_the_concept_it_tells_of(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    keys = [name["key"] for name in drawn(page)["names"]]
    covered = page.evaluate(
        """async (keys) => {
          const covered = [];
          for (const key of keys) {
            location.hash = `concept=${key}&lang=en`;
            await new Promise((done) => addEventListener("hashchange", done, { once: true }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            const name = conceptMap.drawn().names.find((one) => one.key === key);
            const panel = document.getElementById("panel").getBoundingClientRect();
            if (!name || name.box[2] > panel.left || name.box[0] < 0) covered.push(key);
          }
          return covered;
        }""",
        keys,
    )
    assert covered == []


def test_the_map_is_moved_and_made_whole_again(opened: Opener, map_file: Path) -> None:
    page = opened(map_file)
    before = drawn(page)["view"]
    page.mouse.move(720, 300)
    page.mouse.down()
    page.mouse.move(600, 400, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="Larger").click()
    moved = drawn(page)["view"]
    assert (moved["x"], moved["scale"]) != (before["x"], before["scale"])
    page.get_by_role("button", name="Show everything").click()
    assert drawn(page)["view"] == pytest.approx(before)


@pytest.mark.parametrize(("scheme", "paper"), [("light", "252, 251, 248"), ("dark", "20, 23, 28")])
def test_light_and_dark_follow_the_system_until_chosen(
    opened: Opener, map_file: Path, scheme: str, paper: str
) -> None:
    page = opened(map_file, color_scheme=scheme)
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == f"rgb({paper})"
    first = page.locator("#map").screenshot()
    page.locator("#theme").click()
    assert page.evaluate(ground) != f"rgb({paper})"
    assert page.locator("#map").screenshot() != first


def test_letters_keep_their_size_when_the_map_gets_smaller(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    for _ in range(4):
        page.locator("#zoom-out").click()
    names = drawn(page)["names"]
    assert 0 < len(names) < 148
    assert {round(name["size"], 1) for name in names} == {12.0, 15.0}
    assert covering(names) == []


def test_where_there_is_no_room_top_concepts_keep_their_names(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#lang=en")
    for _ in range(3):
        page.locator("#zoom-out").click()
    shown = {BASE + name["key"] for name in drawn(page)["names"]}
    assert len(shown) < len(vocabulary.concepts)
    assert set(forest(vocabulary.concepts).roots) <= shown


def test_letters_are_as_large_as_the_reader_has_set_them(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en&concept=churn")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.set_viewport_size({"width": 1441, "height": 900})
    until(page, "conceptMap.drawn().names.every((name) => name.size >= 24)")
    assert covering(drawn(page)["names"]) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    beyond = page.locator("#header :is(a, button, input):visible").evaluate_all(
        "(some) => some.filter((one) => one.getBoundingClientRect().right > innerWidth).length"
    )
    assert beyond == 0


def test_related_links_are_light_until_their_concept_is_chosen(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en")
    assert strong_curves(page) == 0
    page = opened(map_file, "#lang=en&concept=lead")
    assert strong_curves(page) == 4


def strong_curves(page: "Page") -> int:
    """How many links between blocks are drawn in full, counted in the picture of the map."""
    page.locator("#save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (SVG)").click()
    lines = Path(download.value.path()).read_text("utf-8").splitlines()
    return sum(
        line.startswith("<path") and 'stroke-width="1.8"' in line and "opacity" not in line
        for line in lines
    )


def test_what_the_pointer_is_on_shows_its_links(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    before = page.locator("#map").screenshot()
    left, top, right, bottom = next(n["box"] for n in drawn(page)["names"] if n["key"] == "lead")
    page.mouse.move((left + right) / 2, (top + bottom) / 2)
    page.wait_for_timeout(100)
    assert page.locator("#map").screenshot() != before
    page.mouse.move(5, 890)
    page.wait_for_timeout(100)
    assert page.locator("#map").screenshot() == before


def test_a_concept_more_leaves_the_others_where_they_were(
    opened: Opener, map_file: Path, vocabulary: Vocabulary, tmp_path: Path
) -> None:
    old = map_file.read_text("utf-8")
    new = Concept(f"{BASE}newcomer", {"en": "newcomer"}, broader=(f"{BASE}metric",))
    more = replace(vocabulary, concepts=(*vocabulary.concepts, new))
    file = tmp_path / "more.html"
    file.write_text(generate(more, kept=columns_of(old)), "utf-8")
    places = {name["key"]: name["at"] for name in drawn(opened(map_file, "#lang=en"))["names"]}
    after = {name["key"]: name["at"] for name in drawn(opened(file, "#lang=en"))["names"]}
    assert "newcomer" in after
    columns = {key: round(at[0]) for key, at in places.items()}
    assert {key: round(after[key][0]) for key in places} == columns
