"""What is shown, taken along as a picture, as data and on paper."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from graph.map.page import generate
from ontology.model import Vocabulary
from tests.browser.pages import BASE, Opener, drawn, until

if TYPE_CHECKING:
    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"


def saved(page: "Page", name: str) -> tuple[str, bytes]:
    """The suggested name of a file that the page saves, and what is in it."""
    page.locator("#save").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def parsed(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 - of our own making


def test_the_map_is_saved_as_svg_with_every_name_as_text(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#lang=fr")
    name, content = saved(page, "Image (SVG)")
    assert name == "Concepts-du-CRM.svg"
    picture = parsed(content)
    assert picture.tag == f"{SVG}svg"
    texts = [text.text or "" for text in picture.iter(f"{SVG}text")]
    whole = " ".join(texts)
    for drawn_name in drawn(page)["names"]:
        assert all(line.replace("\u200b", "") in texts for line in drawn_name["lines"])
    assert "Concepts du CRM" in whole
    assert saved(page, "Image (SVG)")[1] == content


def test_the_picture_is_of_the_view_neighbourhood_and_filters_alike(
    opened: Opener, map_file: Path
) -> None:
    page = opened(map_file, "#lang=en&view=neighbourhood&concept=churn")
    texts = {t.text for t in parsed(saved(page, "Picture (SVG)")[1]).iter(f"{SVG}text")}
    assert "churn" in texts
    assert "cloud hosting" not in texts
    page = opened(map_file, "#lang=en&top=sales")
    faded = [
        text.text
        for text in parsed(saved(page, "Picture (SVG)")[1]).iter(f"{SVG}text")
        if float(text.get("opacity", "1")) < 0.5
    ]
    assert "cloud hosting" in faded
    assert "upselling" not in faded


def test_the_map_is_saved_as_png(opened: Opener, map_file: Path) -> None:
    name, content = saved(opened(map_file, "#lang=en"), "Picture (PNG)")
    assert name == "CRM-concepts.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert width > 2400
    assert height > 1400


def test_what_is_left_is_saved_as_data(
    opened: Opener, map_file: Path, vocabulary: Vocabulary
) -> None:
    page = opened(map_file, "#lang=en&source=it20")
    _, content = saved(page, "Concepts for a sheet (CSV)")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    source = next(source.iri for source in vocabulary.sources if source.id == "it20")
    left = [concept for concept in vocabulary.concepts if source in concept.sources()]
    assert {row["concept"] for row in rows} == {concept.iri for concept in left}
    lead = next(row for row in rows if row["concept"] == f"{BASE}lead")
    told = next(concept for concept in left if concept.iri == f"{BASE}lead")
    assert lead["prefLabel it"] == told.pref_labels["it"]
    assert lead["altLabel es"].split("\n") == list(told.alt_labels["es"])
    assert lead["definition fr"] == told.definitions["fr"][0]
    assert "it20" in lead["source"].split("\n")


def test_hostile_names_are_text_in_the_picture_and_no_formula_in_the_sheet(
    opened: Opener, tmp_path: Path
) -> None:
    from ontology.model import Concept, ConceptScheme

    mark = '<script>alert(1)</script>"&'
    concepts = (
        Concept("http://x.org/a", {"en": mark}),
        Concept("http://x.org/b", {"en": "=1+1"}, broader=("http://x.org/a",)),
    )
    file = tmp_path / "hostile.html"
    file.write_text(generate(Vocabulary(ConceptScheme(), (), (), concepts)), "utf-8")
    page = opened(file, "#lang=en")
    picture = parsed(saved(page, "Picture (SVG)")[1])
    assert not list(picture.iter(f"{SVG}script"))
    assert mark in "".join(picture.itertext())
    assert b"'=1+1" in saved(page, "Concepts for a sheet (CSV)")[1]


def test_paper_has_the_map_and_then_every_definition(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#lang=en", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper svg text").count() > 148
    paper = page.evaluate("document.querySelector('#paper rect').getAttribute('fill')")
    assert paper == "#fcfbf8"
    page.emulate_media(media="print")
    assert page.locator("#paper svg").is_visible()
    picture, first = (
        page.locator(part).first.bounding_box() for part in ("#paper svg", "#outline p")
    )
    assert picture is not None
    assert first is not None
    assert picture["y"] < first["y"]
    assert page.locator("#outline p").first.is_visible()
    assert page.locator("#header #search").is_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#paper svg").count() == 0


def test_the_address_of_this_view_opens_this_view(opened: Opener, map_file: Path) -> None:
    page = opened(map_file, "#concept=churn&lang=it&view=neighbourhood&depth=2")
    page.locator("#view-map").click()
    until(page, "document.body.dataset.view === 'map'")
    address = page.evaluate("location.hash")
    other = opened(map_file, address)
    assert other.locator("#panel h2").inner_text() == page.locator("#panel h2").inner_text()
    assert other.evaluate("location.hash") == address
