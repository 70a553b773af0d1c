"""The concept map as people use it: a file opened in Chromium, without a network."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.map.page import generate
from ontology.model import Collection, Concept, ConceptScheme, PrintedLabel, Source, Vocabulary

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGUAGES = ("en", "es", "fr", "it")
BASE = "https://w3id.org/crm-concepts/"
Opener = Callable[..., "Page"]


@pytest.fixture(scope="session")
def map_file(vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("map") / "map.html"
    file.write_text(generate(vocabulary), encoding="utf-8")
    return file


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opener]:
    """Opens a file in a window; at the end no host was asked anything and nothing went wrong."""
    asked: list[str] = []
    wrong: list[str] = []
    contexts = []

    def open_page(
        file: Path, address: str = "", size: tuple[int, int] = (1440, 900), **how: Any
    ) -> "Page":
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            **({"reduced_motion": "reduce"} | how),
        )
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        context.on(
            "console", lambda said: wrong.append(said.text) if said.type == "error" else None
        )
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page = context.new_page()
        page.goto(file.as_uri() + address)
        return page

    yield open_page
    pages = sum(len(context.pages) for context in contexts)
    for context in contexts:
        context.close()
    assert wrong == []
    assert len(asked) == pages, "only the file itself is read"
    assert all(url.startswith("file:") for url in asked)


def until(page: "Page", expression: str) -> None:
    """Waits for something to be true; the policy of the page forbids ``wait_for_function``."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(30)
    pytest.fail(f"this never became true: {expression}")


def drawn(page: "Page") -> Any:
    return page.evaluate("conceptMap.drawn()")


def covering(names: list[Any]) -> list[tuple[str, str]]:
    return [
        (one["key"], other["key"])
        for one, other in combinations(names, 2)
        if one["box"][0] < other["box"][2]
        and other["box"][0] < one["box"][2]
        and one["box"][1] + 1 < other["box"][3]
        and other["box"][1] + 1 < one["box"][3]
    ]


UNREADABLE = """() => {
  const context = document.createElement("canvas").getContext("2d");
  const font = getComputedStyle(document.body).fontFamily;
  const rootKeys = new Set(conceptMap.drawn().names.filter((n) => n.size > 15).map((n) => n.key));
  return conceptMap.drawn().names.filter(({ lines, size, box, key }) => {
    const [left, top, right, bottom] = box;
    const middle = [(left + right) / 2, (top + bottom) / 2];
    context.font = `${rootKeys.has(key) ? 650 : 400} ${size}px ${font}`;
    // A wide system font is drawn narrower, as its own condensed cut would be, but no more.
    const room = (right - left) / 0.85;
    const squeezed = lines.some((line) => context.measureText(line).width > room);
    const spots = [[left + 1, top + 1], [right - 1, bottom - 1], middle];
    const covered = spots.some(([x, y]) => !document.elementFromPoint(x, y)?.closest("#map"));
    return squeezed || covered || size < 12;
  }).map(({ key }) => key);
}"""


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


def test_search_finds_a_label_of_another_language_without_its_accents(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en")
    page.keyboard.press("/")
    page.keyboard.type("analisis de recencia")
    hit = page.get_by_role("option").first
    assert "análisis de recencia" in hit.inner_text()
    assert "es" in hit.inner_text().lower().split()
    assert "recency, frequency and monetary" in hit.inner_text()


@pytest.mark.parametrize("typed", ["abandno", "tasa abadono", "opportinity", "parcuors client"])
def test_search_forgives_a_typing_error(opened: Opener, map_file: Path, typed: str) -> None:
    page = opened(map_file, "#lang=es")
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert page.get_by_role("option").count() > 0


def test_after_a_search_the_panel_has_the_focus(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.keyboard.press("/")
    page.keyboard.type("churn")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2")
    assert page.evaluate("document.activeElement.id") == "panel"


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


def test_search_for_what_is_not_there_says_so(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en")
    page.keyboard.press("/")
    page.keyboard.type("xyzzyx")
    assert page.get_by_role("option").count() == 0
    assert "xyzzyx" in page.locator("#hits").inner_text()
    assert "xyzzyx" in page.locator("#status").inner_text()


def test_search_is_driven_by_keys_alone(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=it")
    page.keyboard.press("/")
    page.keyboard.type("lead")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.count() == 1
    assert page.locator("#words").get_attribute("aria-activedescendant") == "hit-1"
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


def test_what_is_not_found_is_said(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=fr")
    page.locator("#words").fill("zzzz <b>")
    assert "zzzz <b>" in page.locator("#hits").inner_text()
    assert page.locator("#hits b").count() == 0


def test_hidden_labels_are_found_and_said_to_be_search_forms(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en")
    page.locator("#words").fill("touchpoints")
    assert "search form" in page.get_by_role("option").first.inner_text()


def test_the_panel_tells_everything_of_a_concept(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    told = next(c for c in vocabulary.concepts if c.iri == f"{BASE}lead-scoring")
    page = opened(map_file, "#concept=lead-scoring&lang=en")
    panel = page.locator("#panel").inner_text()
    assert told.definitions["en"][0] in panel
    assert told.scope_notes["en"][0] in panel
    for language in LANGUAGES:
        assert told.pref_labels[language] in panel
        assert all(label in panel for label in told.alt_labels.get(language, ()))
    for source in told.sources():
        assert next(s.title for s in vocabulary.sources if s.iri == source) in panel
    path = page.locator("#panel .path a").all_inner_texts()
    assert path == ["sales", "lead management", "lead qualification"]


def test_every_concept_in_the_panel_is_a_link(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    told = next(c for c in vocabulary.concepts if c.iri == f"{BASE}lead-scoring")
    page = opened(map_file, "#concept=lead-scoring&lang=en")
    keys = page.evaluate(
        "[...document.querySelectorAll('#panel .concepts a')].map("
        "(a) => new URLSearchParams(a.hash.slice(1)).get('concept'))"
    )
    near = [*told.broader, *told.narrower, *told.related]
    assert sorted(keys) == sorted(iri.removeprefix(BASE) for iri in near)
    page.locator("#panel .concepts a").last.click()
    until(page, f"location.hash.includes('{keys[-1]}')")
    assert page.locator("#panel h2").inner_text() != "lead scoring"


def test_back_and_forward_go_through_what_was_read(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=churn&lang=en")
    page.locator("#panel .concepts a").first.click()
    until(page, "!location.hash.includes('churn&')")
    second = page.locator("#panel h2").inner_text()
    page.get_by_role("link", name="it", exact=True).click()
    until(page, "document.documentElement.lang === 'it'")
    page.go_back()
    until(page, "document.documentElement.lang === 'en'")
    assert page.locator("#panel h2").inner_text() == second
    page.go_back()
    until(page, "document.querySelector('#panel h2').textContent === 'churn'")
    page.go_forward()
    until(page, "document.querySelector('#panel h2').textContent !== 'churn'")
    assert page.locator("#panel h2").inner_text() == second


def test_the_address_opens_a_concept_in_a_language(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=customer&lang=fr")
    assert page.locator("#panel h2").inner_text() == "client"
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.title() == "client – Concepts du CRM"
    assert page.locator("#words").get_attribute("placeholder") == "Chercher dans toutes les langues"
    assert page.locator("#panel h2 span").get_attribute("lang") == "fr"


def test_an_address_of_no_concept_says_so(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=<b>nowhere&lang=en")
    assert "<b>nowhere" in page.locator("#status").inner_text()
    assert page.locator("#panel").is_hidden()


def test_without_a_language_in_the_address_the_readers_own_is_shown(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, locale="it-CH")
    assert page.evaluate("document.documentElement.lang") == "it"


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


def test_the_list_shows_the_same_concepts_in_the_same_language(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#view=list&lang=es&concept=churn")
    links = page.locator("#list a")
    assert links.count() == len(vocabulary.concepts)
    assert "tasa de abandono" in page.locator("#list [aria-current]").inner_text()
    page.locator("#list").get_by_text("lead scoring", exact=True).click()
    until(page, "location.hash.includes('lead-scoring')")
    assert "view=list" in page.evaluate("location.hash")


def test_a_phone_opens_the_list_and_a_sheet_from_below(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en", size=(390, 844), has_touch=True)
    assert page.locator("#list").is_visible()
    page.locator("#list a").nth(3).tap()
    page.wait_for_selector("#panel h2")
    box = page.locator("#panel").bounding_box()
    assert box is not None
    assert box["width"] == 390
    assert box["y"] > 200
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="Map", exact=True).tap()
    until(page, "document.body.dataset.view === 'map'")
    assert len(drawn(page)["names"]) >= 25


def test_paper_has_the_language_that_is_read(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#lang=es")
    page.pdf()
    churn = next(concept for concept in vocabulary.concepts if concept.notation == "churn")
    printed = page.locator("#list").text_content() or ""
    for told in (churn.pref_labels, {tag: some[0] for tag, some in churn.definitions.items()}):
        assert told["es"] in printed
    assert churn.definitions["en"][0] not in printed


def test_without_scripts_it_is_a_list_with_definitions(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, java_script_enabled=False)
    assert page.locator("#list a").count() == len(vocabulary.concepts)
    assert page.locator("#list p").first.is_visible()
    assert page.locator("#search").is_hidden()


def hostile_vocabulary() -> Vocabulary:
    """Markup, scripts and dangerous IRIs wherever a graph can hold them."""
    mark = "<img src=x onerror=\"document.title='run'\">"
    script = "</script><script>document.title='run'</script>{{7*7}}"
    bad = ("javascript:document.title='run'", "data:text/html,<script>1</script>", "vbscript:x")
    good = ("https://example.org/ok", "http://example.org/ok", "mailto:a@example.org")
    concept = Concept(
        bad[0],
        {"en": mark, "it": script},
        {"en": (script, f"href {mark}")},
        {"en": (mark + "2",)},
        {"en": (script,)},
        scope_notes={"en": (mark,)},
        broader=(bad[1],),
        mappings={"exactMatch": bad + good},
        printed=(PrintedLabel(script, "en", bad[2]), PrintedLabel(mark, "en", "http://s.org/1")),
    )
    source = Source("http://s.org/1", mark, mark, "en", script, mark, 1)
    collection = Collection(bad[0] + "c", {"en": mark}, (concept.iri,), "http://s.org/1")
    scheme = ConceptScheme(title={"en": mark}, languages=("en", "it"))
    return Vocabulary(scheme, (source,), (collection,), (concept,))


def test_hostile_texts_are_shown_as_text_and_bad_iris_are_no_links(
    opened: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(generate(hostile_vocabulary()), "utf-8")
    page = opened(file, "#lang=en")
    page.locator("#words").fill("img")
    page.get_by_role("option").first.click()
    page.wait_for_selector("#panel h2")
    panel = page.locator("#panel").inner_text()
    assert "<img src=x" in page.locator("#panel h2").inner_text()
    assert "</script><script>" in panel
    assert "javascript:" in panel
    assert page.locator("img").count() == 0
    assert page.title().startswith("<img")
    links = page.evaluate("[...document.links].map((a) => a.protocol)")
    assert set(links) == {"file:", "http:", "https:", "mailto:"}
    page.locator("#panel").get_by_text("javascript:").first.click()
    assert page.title() != "run"


def test_a_missing_label_is_lent_by_another_language_and_marked(
    opened: Opener, tmp_path: Path
) -> None:
    concepts = (
        Concept("http://x.org/a", {"en": "only English"}, definitions={"en": ("Said once.",)}),
        Concept("http://x.org/b", {"it": "tutti", "en": "all"}, broader=("http://x.org/a",)),
    )
    file = tmp_path / "lent.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    page = opened(file, "#lang=it&concept=a")
    assert page.locator("#panel h2 span").get_attribute("lang") == "en"
    assert page.locator("#panel h2 abbr").inner_text().lower() == "en"
    assert page.locator("#panel .definition abbr").inner_text().lower() == "en"
    lines = {name["key"]: name["lines"] for name in drawn(page)["names"]}
    assert lines == {"a": ["only English (en)"], "b": ["tutti"]}


def strange_graphs() -> dict[str, tuple[Concept, ...]]:
    def made(name: str, *broader: str, **labels: str) -> Concept:
        above = tuple(f"http://x.org/{other}" for other in broader)
        return Concept(f"http://x.org/{name}", labels or {"en": name}, broader=above)

    return {
        "a circle": (made("a", "b"), made("b", "c"), made("c", "a")),
        "only orphans": tuple(made(f"o{number}") for number in range(30)),
        "one concept": (made("a"),),
        "no labels": (Concept("http://x.org/1"), Concept("http://x.org/2#x")),
        "right to left": (
            made("a", ar="إدارة علاقات العملاء", he="ניהול"),
            made("b", "a", ar="عميل"),
        ),
        "ideographs": (
            made("a", ja="顧客関係管理システムの導入と運用と保守"),
            made("b", "a", zh="客户"),
        ),
        "thirty languages": tuple(
            made(name, **{f"x{chr(97 + n)}": f"{name}{n}" for n in range(26)}, en=name, es=name)
            for name in "ab"
        ),
        "two broader": (made("a"), made("b"), made("c", "a", "b")),
    }


@pytest.mark.parametrize("name", strange_graphs())
def test_any_skos_graph_has_a_map(opened: Opener, tmp_path: Path, name: str) -> None:
    concepts = strange_graphs()[name]
    file = tmp_path / "strange.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    page = opened(file)
    names = drawn(page)["names"]
    assert len(names) == len(concepts)
    assert covering(names) == []
    page.mouse.click(*[(names[0]["box"][at] + names[0]["box"][at + 2]) / 2 for at in (0, 1)])
    page.wait_for_selector("#panel h2")


def test_a_graph_too_large_for_the_map_says_so_and_opens(opened: Opener, tmp_path: Path) -> None:
    concepts = tuple(
        Concept(
            f"http://x.org/{number}",
            {"en": f"concept {number}"},
            broader=(f"http://x.org/{(number - 1) // 6}",) if number else (),
        )
        for number in range(1600)
    )
    file = tmp_path / "large.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    page = opened(file, "#lang=en")
    assert "1600 concepts are more than this map shows well" in page.locator("#more").inner_text()
    assert covering(drawn(page)["names"]) == []
