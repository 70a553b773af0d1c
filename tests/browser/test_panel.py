"""The panel of the selected concept, and the address that names it."""

from pathlib import Path

from graph.map.page import generate
from ontology.model import Concept, ConceptScheme, Reading, Source, Vocabulary
from tests.browser.pages import BASE, LANGUAGES, Opener, drawn, until


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
    assert page.locator("#words").get_attribute("placeholder") == "Chercher un concept"
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


def test_an_address_of_no_concept_is_told_to_those_who_see(opened: Opener, map_file: Path) -> None:
    for view in ("map", "outline"):
        page = opened(map_file, f"#concept=nowhere&lang=en&view={view}")
        assert page.locator("#more").inner_text() == "There is no concept “nowhere” on this map"


def test_definitions_of_sources_stand_once_side_by_side_under_that_of_the_vocabulary(
    opened: Opener, tmp_path: Path
) -> None:
    one, other = (Source(f"http://x.org/{name}", name, name.title()) for name in ("leaf", "root"))
    concept = Concept(
        "http://x.org/glim",
        {"en": "glim"},
        definitions={"en": ("Our own words.", "A light.", "It also hums.", "A noise.")},
        readings=(
            Reading("A light.", "en", one.iri),
            Reading("It also hums.", "en", one.iri),
            Reading("A noise.", "en", other.iri),
        ),
    )
    file = tmp_path / "defined.html"
    vocabulary = Vocabulary(ConceptScheme(), (one, other), (), (concept,))
    file.write_text(generate(vocabulary), "utf-8")
    page = opened(file, "#concept=glim&lang=en")
    assert page.locator("#panel section.definition p").all_inner_texts() == ["Our own words."]
    said = page.locator("#panel section.readings li").all_inner_texts()
    panel = page.locator("#panel").inner_text()
    for text in concept.definitions["en"]:
        assert panel.count(text) == 1
    assert len(said) == 3
