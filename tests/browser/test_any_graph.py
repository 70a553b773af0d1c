"""Maps of graphs that are not ours: strange ones, large ones, hostile ones."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest

from graph.map.page import generate
from ontology.model import Collection, Concept, ConceptScheme, PrintedLabel, Source, Vocabulary
from tests.browser.pages import Opener, covering, drawn


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
    page.locator("#hits").get_by_role("option").first.click()
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
        "several schemes": (
            replace(made("a"), top_concept_of=("http://x.org/one",)),
            replace(made("b"), top_concept_of=("http://x.org/two",)),
            replace(made("c", "a", "b"), schemes=("http://x.org/one", "http://x.org/two")),
        ),
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


def wide_vocabulary(count: int) -> Vocabulary:
    """Ten top concepts, each concept with up to five narrower ones."""
    concepts = tuple(
        Concept(
            f"http://x.org/{number}",
            {"en": f"concept {number}"},
            broader=(f"http://x.org/{(number - 10) // 5}",) if number >= 10 else (),
        )
        for number in range(count)
    )
    return Vocabulary(ConceptScheme(), (), (), concepts)


def test_a_large_graph_opens_with_branches_closed_and_a_plus_opens_one(
    opened: Opener, tmp_path: Path
) -> None:
    file = tmp_path / "wide.html"
    file.write_text(generate(wide_vocabulary(1000)), "utf-8")
    page = opened(file, "#lang=en")
    before = {name["key"]: name["at"] for name in drawn(page)["names"]}
    assert len(before) == 60
    assert page.locator("#more").is_hidden()
    left, top, right, bottom = next(n["box"] for n in drawn(page)["names"] if n["key"] == "10")
    # Its dot stands beside its name, on the side of the spine.
    for x in (right + 10, left - 10):
        page.mouse.click(x, (top + bottom) / 2)
        if len(drawn(page)["names"]) > len(before):
            break
    after = {name["key"]: name["at"] for name in drawn(page)["names"]}
    assert set(after) - set(before) == {"60", "61", "62", "63", "64"}
    moved = {key for key, at in before.items() if after[key] != at}
    assert all(after[key][0] == before[key][0] for key in moved), "nothing moves sideways"
    assert len(moved) < len(before) / 2


def test_a_concept_in_a_closed_branch_is_found_and_shown(opened: Opener, tmp_path: Path) -> None:
    file = tmp_path / "wide.html"
    file.write_text(generate(wide_vocabulary(1000)), "utf-8")
    page = opened(file, "#lang=en")
    page.keyboard.press("/")
    page.keyboard.type("concept 987")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2")
    assert "987" in {name["key"] for name in drawn(page)["names"]}
    assert covering(drawn(page)["names"]) == []


def test_tags_that_are_no_languages_break_no_view(opened: Opener, tmp_path: Path) -> None:
    tags = ("a", "constructor", "en_US", "toolongtag", '"><b>', "x-klingon", "en")
    concept = Concept("http://x.org/a", {tag: f"name in {tag}" for tag in tags})
    file = tmp_path / "tags.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), (concept,))), "utf-8")
    for tag in tags:
        page = opened(file, f"#{urlencode({'lang': tag, 'concept': 'a', 'view': 'index'})}")
        assert page.locator("#panel h2 span").inner_text() == f"name in {tag}"
        assert page.locator("#index section a").inner_text() == f"name in {tag}"
    page.locator("#save").click()
    with page.expect_download() as download:
        page.locator("#save-menu [value=csv]").click()
    assert b"name in constructor" in Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("view", ["outline", "index"])
def test_a_name_without_end_is_broken_and_scrolls_nothing_sideways(
    opened: Opener, tmp_path: Path, view: str
) -> None:
    concepts = (
        Concept("http://x.org/a", {"en": "a" * 5000}, {"en": ("b" * 5000,)}),
        Concept("http://x.org/b", {"en": "字" * 5000}, broader=("http://x.org/a",)),
    )
    file = tmp_path / "endless.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    page = opened(file, f"#lang=en&view={view}", size=(390, 844))
    assert page.evaluate(f"document.querySelector('#{view}').scrollWidth") <= 390


def test_a_chain_of_many_concepts_opens_where_it_begins(opened: Opener, tmp_path: Path) -> None:
    concepts = tuple(
        Concept(
            f"http://x.org/{number}",
            {"en": f"link {number}"},
            broader=(f"http://x.org/{number - 1}",) if number else (),
        )
        for number in range(300)
    )
    file = tmp_path / "chain.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    keys = {name["key"] for name in drawn(opened(file, "#lang=en"))["names"]}
    assert {"0", "1", "2"} <= keys


def test_a_name_from_right_to_left_is_drawn_so_whatever_stands_in_it(
    opened: Opener, tmp_path: Path
) -> None:
    concepts = (Concept("http://x.org/a", {"ar": "عميل (CRM)"}),)
    file = tmp_path / "right.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    page = opened(file, "#lang=ar&view=map")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (
        page.locator("#paper svg text", has_text="CRM").last.text_content()
        == "\u2068عميل (CRM)\u2069"
    )
