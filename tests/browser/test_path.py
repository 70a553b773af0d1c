"""The path between two concepts: shown on the map, told in words, with both definitions."""

from pathlib import Path

from graph.map.page import generate
from ontology.model import Concept, ConceptScheme, Vocabulary
from tests.browser.pages import Opener, drawn, until


def test_a_path_is_asked_for_in_the_panel_and_told_in_words(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#concept=lead&lang=en")
    page.locator("#path-words").fill("opportun")
    page.locator("#path-hits [role=option]").first.click()
    until(page, "location.hash.includes('to=opportunity')")
    told = page.locator("#panel").inner_text()
    assert "From “lead” to “opportunity”" in told
    assert "lead is related to opportunity" in told
    both = {concept.notation: concept.definitions["en"][0] for concept in vocabulary.concepts}
    assert both["opportunity"] in told
    assert both["lead"] in told
    assert page.locator("#panel .compared > h3").all_inner_texts() == ["lead", "opportunity"]


def test_each_step_names_its_relation(opened: Opener, tmp_path: Path) -> None:
    def made(name: str, *broader: str, related: tuple[str, ...] = ()) -> Concept:
        above = tuple(f"http://x.org/{other}" for other in broader)
        near = tuple(f"http://x.org/{other}" for other in related)
        return Concept(f"http://x.org/{name}", {"en": name}, broader=above, related=near)

    concepts = (made("a"), made("b", "a"), made("c", "a"), made("d", related=("c",)), made("z"))
    file = tmp_path / "path.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    page = opened(file, "#concept=b&to=d&lang=en")
    assert page.locator("#panel .steps li").all_inner_texts() == [
        "b has the broader concept a",
        "a has the narrower concept c",
        "c is related to d",
    ]
    page = opened(file, "#concept=b&to=z&lang=en")
    assert "No chain" in page.locator("#panel").inner_text()


def test_the_map_shows_the_path_and_fades_the_rest(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=churn&to=lead&lang=en")
    page.locator("#save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (SVG)").click()
    lines = Path(download.value.path()).read_text("utf-8").splitlines()
    strong = [line for line in lines if 'stroke-width="2.2"' in line and "opacity" not in line]
    assert len(strong) == page.locator("#panel .steps li").count()
    texts = [line for line in lines if line.startswith("<text")]
    faded = [line for line in texts if "opacity" in line]
    assert any(">cloud hosting<" in line for line in faded)
    assert not any(f">{name}<" in line for line in faded for name in ("churn", "lead", "customer"))
    assert {"churn", "lead"} <= {name["key"] for name in drawn(page)["names"]}


def test_a_path_opens_the_branches_it_goes_through(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en&view=outline")
    page.get_by_role("button", name="Close all").click()
    page.evaluate("location.hash = '#concept=churn&to=lead&lang=en&view=map'")
    until(page, "document.body.dataset.view === 'map'")
    assert {"churn", "lead"} <= {name["key"] for name in drawn(page)["names"]}


def test_escape_closes_the_path_first_and_then_the_panel(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=churn&to=lead&lang=en")
    page.locator("#panel").focus()
    page.keyboard.press("Escape")
    until(page, "!location.hash.includes('to=')")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel", state="hidden")
