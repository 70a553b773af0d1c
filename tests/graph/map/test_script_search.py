"""What the search box finds, in which order, and what it forgives."""

import sys
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

import ontology.names
from graph.map.content import content
from graph.map.data import details
from graph.search import search
from ontology.model import Vocabulary

Caller = Callable[..., Any]
Loader = Callable[..., Caller]

SEARCH = "(concepts, words, language, most) => search(searchIndex(concepts), words, language, most)"

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=20) | st.text(
    st.sampled_from(
        "aAßẞſﬁﬀĳıİiΣςσᾳΆ\u0345\u0301\u0323é-‐–_/’'´`. C.R.M\t\n\x1c\x85\ufeffकि\u094dꭰᎠ"
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def fold(script: Loader) -> Caller:
    return script("search/fold.js")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Straße", "strasse"),
        ("ﬁdélité", "fidelite"),
        ("C.R.M.", "c.r.m."),
        ("e-mail", "e mail"),
        ("ΟΔΟΣ", "οδοσ"),
        ("ılık İyi", "ılık iyi"),
        ("ᾳ", "αι"),
        ("कि", "कि"),
        ("  a \u00a0 b\x1cc ", "a b c"),
        ("-", "-"),
        ("’ /", "’ /"),
    ],
)
def test_case_accents_and_odd_signs_are_left_out(fold: Caller, text: str, folded: str) -> None:
    assert fold("fold", text) == folded == ontology.names.fold(text)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=30))
def test_the_page_and_the_command_leave_out_the_same(fold: Caller, texts: list[str]) -> None:
    assert fold("(texts) => texts.map(fold)", texts) == [*map(ontology.names.fold, texts)]


def test_every_letter_there_is_folds_the_same_on_the_page_and_in_the_command(fold: Caller) -> None:
    letters = [
        f"x{letter}y"
        for letter in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(letter) not in ("Cs", "Cn", "Co")
    ]
    folded = fold("(texts) => texts.map(fold)", letters)
    unlike = [
        (letter, page)
        for letter, page in zip(letters, folded, strict=True)
        if ontology.names.fold(letter) != page
    ]
    assert unlike == []


def concept(**labels: Any) -> dict[str, Any]:
    return labels


GLIM = concept(
    preferred={"en": "glim", "es": "brillín", "fr": "lueur d’été"},
    alternative={"en": ["GLM"], "es": ["glim"]},
    hidden={"en": ["glims"]},
    definition={"en": ["What shines in a jar at night, when nobody looks."]},
)
JAR = concept(preferred={"en": "glim jar"}, notation="glim-jar")
LONG = concept(preferred={"en": "glim jar without any lid"})
TWIN = concept(preferred={"en": "twin glim", "es": "brillín doble"})
QUORL = concept(
    preferred={"en": "quorl harvest"},
    alternative={"en": ["C.R.M. (Quorl)"]},
    definition={"en": ["The day in June on which the jars are filled with glims."], "es": ["Día."]},
)
SMALL = [QUORL, TWIN, LONG, JAR, GLIM]


@pytest.fixture(scope="module")
def found(script: Loader) -> Callable[..., Any]:
    call = script("search/search.js")
    return lambda words, language="en", most=12: call(SEARCH, SMALL, words, language, most)


def ids(answer: dict[str, Any]) -> list[int]:
    return [hit["id"] for hit in answer["hits"]]


def test_the_same_name_comes_first_then_its_beginning_then_a_words_then_definitions(
    found: Caller,
) -> None:
    assert ids(found("glim")) == [4, 3, 2, 1, 0]
    assert found("glim")["count"] == 5
    assert [hit["kind"] for hit in found("glim")["hits"]][-2:] == ["preferred", "definition"]


@pytest.mark.parametrize("words", ["GLIM", " glim ", "glím", "Lueur d'ete", "lueur d-été"])
def test_case_and_accents_are_forgiven(found: Caller, words: str) -> None:
    assert ids(found(words))[0] == 4


@pytest.mark.parametrize("words", ["c r m quorl", "C.R.M. (Q", "quorl c.r", "(quorl)", "c.r.m."])
def test_signs_within_a_label_are_no_hurdle(found: Caller, words: str) -> None:
    assert ids(found(words)) == [0]


def test_the_label_in_the_readers_language_is_shown_and_comes_first(found: Caller) -> None:
    hit = found("glim", "es")["hits"][0]
    assert (hit["id"], hit["language"], hit["kind"]) == (4, "es", "alternative")
    assert found("GLIM", "EN")["hits"][0]["kind"] == "preferred"
    assert ids(found("brill", "es")) == [4, 1]


def test_preferred_comes_before_alternative_before_hidden(script: Loader) -> None:
    concepts = [
        concept(hidden={"en": ["glim"]}),
        concept(alternative={"en": ["glim"]}),
        concept(preferred={"en": "glim"}),
    ]
    assert ids(script("search/search.js")(SEARCH, concepts, "glim", "en")) == [2, 1, 0]


def test_a_name_in_the_readers_language_comes_before_a_shorter_one_in_another(
    script: Loader,
) -> None:
    # The command puts the shorter one first; while one still types, it is rarely what is meant.
    concepts = [concept(preferred={"en": "glimmer"}), concept(preferred={"es": "glimmeroso"})]
    assert ids(script("search/search.js")(SEARCH, concepts, "glim", "es")) == [1, 0]
    assert ids(script("search/search.js")(SEARCH, concepts, "glim", "en")) == [0, 1]


def test_no_more_are_shown_than_asked_for_and_all_are_counted(found: Caller) -> None:
    answer = found("glim", "en", 2)
    assert (ids(answer), answer["count"]) == ([4, 3], 5)


@pytest.mark.parametrize("words", ["", "   ", "xyzzy plugh", "!?"])
def test_nothing_is_found_where_nothing_fits(found: Caller, words: str) -> None:
    assert found(words) == {"hits": [], "count": 0}


def test_a_definition_is_found_where_each_word_begins_one_of_its_own(found: Caller) -> None:
    answer = found("night shines")
    assert ids(answer) == [4]
    assert answer["hits"][0]["kind"] == "definition"
    assert answer["hits"][0]["text"] == "What shines in a jar at night, when nobody looks."
    assert ids(found("ight")) == []


def test_two_letters_are_not_looked_for_in_definitions(found: Caller) -> None:
    assert ids(found("da")) == []
    assert ids(found("day")) == [0]


def test_of_a_long_definition_only_what_is_around_the_match_is_shown(script: Loader) -> None:
    before = "many words that stand before it are not of use to a reader who looks for a thing, "
    text = f"{before * 3}but the Glîmmering one is, {before * 3}"
    concepts = [concept(preferred={"en": "x"}, definition={"en": [text]})]
    (hit,) = script("search/search.js")(SEARCH, concepts, "glimm", "en")["hits"]
    assert "but the Glîmmering one is," in hit["text"]
    assert hit["text"].startswith("… ")
    assert hit["text"].endswith(" …")
    assert 60 < len(hit["text"]) <= 90


@settings(deadline=None)
@given(st.text(st.sampled_from("ab \n…😀"), max_size=300), st.integers(0, 30))
def test_what_is_shown_of_a_definition_is_never_longer_than_a_line(
    script: Loader, text: str, at: int
) -> None:
    shown = script("search/snippet.js")(
        "(text, at) => { let left = at; return snippet(text, () => left-- === 0); }", text, at
    )
    assert len(shown.encode("utf-16-le")) / 2 <= 90
    assert not any(0xD800 <= ord(letter) < 0xE000 for letter in shown)
    assert shown.strip("… ") in " ".join(text.split())


@pytest.mark.parametrize("words", ["qourl harvest", "quorl harvst", "quorll", "harvset quorl"])
def test_a_typing_error_is_forgiven(found: Caller, words: str) -> None:
    assert ids(found(words)) == [0]


def test_a_typing_error_is_looked_for_only_where_nothing_else_fits(script: Loader) -> None:
    concepts = [concept(preferred={"en": "quart"}), concept(preferred={"en": "quark"})]
    assert ids(script("search/search.js")(SEARCH, concepts, "quart", "en")) == [0]
    assert ids(script("search/search.js")(SEARCH, concepts, "quarx", "en")) == [0, 1]


WORDS = st.text(st.sampled_from("abcé"), max_size=10)


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=30))
def test_so_many_letters_may_be_wrong(script: Loader, pairs: list[tuple[str, str]]) -> None:
    near = script("search/typing.js")("(pairs) => pairs.map(([a, b]) => isNearly(a, b))", pairs)
    allowed = [0 if len(typed) < 4 else 1 if len(typed) < 8 else 2 for typed, _ in pairs]
    assert near == [
        OSA.distance(typed, word) <= most
        for (typed, word), most in zip(pairs, allowed, strict=True)
    ]


def test_a_label_of_a_hundred_thousand_letters_stops_no_search(script: Loader) -> None:
    long = "ab" * 50_000
    concepts = [concept(preferred={"en": long}), concept(preferred={"en": "glim"})]
    call = script("search/search.js")
    assert ids(call(SEARCH, concepts, "glmi", "en")) == [1]
    assert ids(call(SEARCH, concepts, f"{long[:-2]}ba", "en")) == [0]


TYPED = (
    "lead",
    "customer",
    "churn",
    "funnel",
    "cliente",
    "oportunidad",
    "embudo",
    "prospect",
    "fidélisation",
    "segmentation",
    "entonnoir",
    "potenziale",
    "campagna",
    "trattativa",
    "CRM",
    "NPS",
    "KPI",
    "workflow",
    "mql",
    "upselling",
    "opport",
    "touchpoints",
)


@pytest.mark.parametrize("language", ["en", "es", "fr", "it"])
def test_the_first_hit_is_that_of_the_command(
    script: Loader, vocabulary: Vocabulary, language: str
) -> None:
    told = details(content(vocabulary))["concepts"]
    call = script("search/search.js")
    call("(concepts) => { globalThis.index = searchIndex(concepts); }", told)
    unlike = []
    for words in TYPED:
        on_page = call("(words, tag) => search(index, words, tag, 1)", words, language)["hits"]
        iris = [told[hit["id"]]["iri"] for hit in on_page]
        in_command = [hit.concept.iri for hit in search(vocabulary.concepts, words, language, 1)]
        if iris != in_command:
            unlike.append((words, iris, in_command))
    assert unlike == []
