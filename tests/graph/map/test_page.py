"""The page as text: what is in it, and what cannot be."""

import hashlib
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from html.parser import HTMLParser
from pathlib import Path

import pytest

import graph.map.page
from graph.map.page import columns_of, generate
from ontology.model import Concept, ConceptScheme, Vocabulary

HERE = Path(graph.map.page.__file__).parent
HOUSE = HERE.parent.parent
HOSTILE = "</script><script>alert(1)</script><!-- {{ 7*7 }} \u2028"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append("")
        self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data

    def of(self, tag: str) -> list[tuple[dict[str, str], str]]:
        both = zip(self.found, self.texts, strict=True)
        return [(attributes, text) for (name, attributes), text in both if name == tag]


@pytest.fixture(scope="module")
def page(vocabulary: Vocabulary) -> str:
    return generate(vocabulary)


def small(*concepts: Concept) -> Vocabulary:
    return Vocabulary(ConceptScheme(), (), (), concepts)


def policy_of(elements: Elements) -> str:
    return next(
        attributes["content"]
        for attributes, _ in elements.of("meta")
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_the_texts_in_the_page_and_nothing_else(page: str) -> None:
    elements = Elements(page)
    policy = dict(directive.strip().split(" ", 1) for directive in policy_of(elements).split(";"))
    running = [
        text
        for attributes, text in elements.of("script")
        if "json" not in attributes.get("type", "")
    ]
    assert policy["default-src"] == "'none'"
    assert sorted(policy["script-src"].split()) == sorted(map(hash_of, running))
    assert policy["style-src"] == hash_of(elements.of("style")[0][1])
    assert "unsafe" not in policy_of(elements)


def test_no_element_loads_anything(page: str) -> None:
    elements = Elements(page)
    assert not [attributes for _, attributes in elements.found if "src" in attributes]
    links = [attributes["href"] for attributes, _ in elements.of("link")]
    assert all(link.startswith("data:image/svg+xml,") for link in links)
    assert not any("style" in attributes for _, attributes in elements.found)
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)
    style = elements.of("style")[0][1]
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in page


def test_the_scripts_stand_in_the_page_unchanged(page: str) -> None:
    from graph.map.page import _engine

    assert _engine() in page


def test_the_same_vocabulary_gives_the_same_bytes(vocabulary: Vocabulary, page: str) -> None:
    assert generate(vocabulary) == page


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_do_not_depend_on_the_hash_seed(
    vocabulary_files: dict[str, str], page: str, seed: str
) -> None:
    script = (
        "import sys, json, hashlib\n"
        "from graph.concepts import read_vocabulary\n"
        "from graph.map.page import generate\n"
        "from graph.skos import build\n"
        "from ontology.vocabulary import parse_vocabulary\n"
        "vocabulary = parse_vocabulary(json.load(sys.stdin))\n"
        "page = generate(read_vocabulary(build(vocabulary)))\n"
        "print(hashlib.sha256(page.encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=HOUSE,
        env=os.environ | {"PYTHONHASHSEED": seed},
        input=json.dumps(vocabulary_files),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(page.encode()).hexdigest()


def test_hostile_texts_stand_in_the_page_as_text() -> None:
    iri = 'http://example.org/"><img src=x onerror=alert(1)>'
    concept = Concept(iri, {"en": HOSTILE}, {"en": (HOSTILE,)}, definitions={"en": (HOSTILE,)})
    scheme = ConceptScheme(title={"en": HOSTILE}, languages=("en",))
    hostile = generate(Vocabulary(scheme, (), (), (concept,)))
    elements = Elements(hostile)
    assert len(elements.of("script")) == len(Elements(generate(small())).of("script"))
    assert not elements.of("img")
    assert "49" not in elements.of("h1")[0][1]
    told = next(
        text for attributes, text in elements.of("script") if attributes.get("id") == "details"
    )
    assert json.loads(told)["concepts"][0]["preferred"]["en"] == HOSTILE
    assert not re.search("[<>&\u2028]", told)


def test_the_list_holds_every_concept_with_its_definition(
    vocabulary: Vocabulary, page: str
) -> None:
    elements = Elements(page)
    links = [attributes for attributes, _ in elements.of("a") if "data-concept" in attributes]
    assert len(links) == len(vocabulary.concepts)
    outline = page.partition('<nav id="outline"')[2].partition("</nav>")[0]
    assert outline.count("<ul>") == outline.count("</ul>")
    assert outline.count("<li>") == outline.count("</li>") == len(links)


def test_a_hierarchy_a_thousand_deep_is_a_page_too() -> None:
    chain = [Concept("http://x.org/0", {"en": "0"})]
    chain += [
        Concept(f"http://x.org/{n}", {"en": str(n)}, broader=(f"http://x.org/{n - 1}",))
        for n in range(1, 1000)
    ]
    links = [attributes for attributes, _ in Elements(generate(small(*chain))).of("a")]
    assert sum("data-concept" in attributes for attributes in links) == 1000


def test_it_opens_in_the_language_asked_for_or_the_nearest() -> None:
    concept = Concept("http://x.org/a", {"en": "a", "pt-BR": "á"})
    assert '<html lang="pt-BR">' in generate(small(concept), "pt")
    assert '<html lang="en">' in generate(small(concept), "en-GB")


def test_an_earlier_page_tells_its_columns(page: str) -> None:
    columns = columns_of(page)
    assert sum(map(len, columns)) == 10
    assert columns_of("<html>no map</html>") == ()
    assert columns_of('<script type="application/json" id="settings">[1') == ()


def test_the_pages_own_words_are_the_same_in_every_language() -> None:
    words = json.loads((HERE / "words.json").read_text("utf-8"))
    assert sorted(words) == ["en", "es", "fr", "it"]
    for said in words.values():
        assert list(said) == list(words["en"])
        for name, text in said.items():
            assert text.strip()
            braces = re.findall(r"\{\w+\}", text)
            assert sorted(braces) == sorted(re.findall(r"\{\w+\}", words["en"][name]))


def test_every_word_is_used() -> None:
    words = json.loads((HERE / "words.json").read_text("utf-8"))["en"]
    template = (HERE / "template.html").read_text("utf-8")
    script = "".join(path.read_text("utf-8") for path in (HERE / "script").rglob("*.js"))
    named = set(re.findall(r'data-word(?:-[a-z-]+)?="(\w+)"|\{\{ word\.(\w+)', template))
    asked = {name for pair in named for name in pair}
    for pattern in (
        r'(?:word|phrase|missingMark)\(\s*"(\w+)"',
        r'(?:word|texts|relation)\([^()]*\? "(\w+)" : "(\w+)"',
        r'texts\([\w.]+, [\w.]+, "(\w+)"\)|relation\("(\w+)"',
        r'"(step\w+)"',
    ):
        for found in re.findall(pattern, script):
            asked |= {found} if isinstance(found, str) else set(found)
    # A view, a relation to another vocabulary, the kind of a hit or of readings; the page's title.
    by_name = {"map", "outline", "neighbourhood", "index", "title"}
    by_name |= {"broadMatch", "narrowMatch", "closeMatch", "exactMatch", "relatedMatch"}
    by_name |= {"alternative", "hidden", "inDefinition", "readings", "disputed", "light", "dark"}
    assert [name for name in words if name not in asked | by_name] == []


def colours(style: str, selector: str) -> dict[str, str]:
    block = style.partition(selector)[2].partition("}")[0]
    return dict(re.findall(r"--([\w-]+): (#\w{6})", block))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("selector", [":root {", ':root[data-theme="dark"] {'])
def test_names_have_a_contrast_of_four_and_a_half_to_one(selector: str) -> None:
    found = colours((HERE / "style" / "base.css").read_text("utf-8"), selector)
    texts = ["ink", "quiet", "accent", *(f"block-{number}" for number in range(10))]
    for ground in ("paper", "raised"):
        for text in texts:
            lighter, darker = sorted(
                (luminance(found[text]), luminance(found[ground])), reverse=True
            )
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (text, ground)


def test_dark_is_the_same_whether_chosen_or_the_systems() -> None:
    style = (HERE / "style" / "base.css").read_text("utf-8")
    chosen = colours(style, ':root[data-theme="dark"] {')
    assert chosen == colours(style, ':root:not([data-theme="light"]) {')
