"""What is merged is written into the files there are, and nothing else in them changes."""

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.documents import new_vocabulary
from ontology.merge import merge
from ontology.model import Match, Term, Vocabulary
from ontology.vocabulary import parse_vocabulary
from ontology.written import diff_text, write_vocabulary
from ontology.yaml_text import entry

HOUSE = Path(__file__).parent.parent.parent


def folder(path: Path) -> dict[str, str]:
    files = [*path.glob("*.yaml"), *path.glob("vocabulary/*.yaml")]
    return {file.relative_to(path).as_posix(): file.read_text("utf-8") for file in files}


SMALL = folder(HOUSE / "tests/data/small")
OURS = folder(HOUSE / "data")
GLIM = "vocabulary/glim.yaml"
HOOD = Term("lens hood", ("hood",), "Keeps light off.", "en", "Lenses", "1", (), 3, 4, "shop.txt")


def after(files: Mapping[str, str], *matches: Match) -> dict[str, str]:
    """The files after a merge, which are read back as what was merged."""
    vocabulary = merge(parse_vocabulary(files), matches).vocabulary
    texts = write_vocabulary(files, vocabulary)
    assert parse_vocabulary(texts) == vocabulary
    return texts


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """The lines that went and came."""
    return [
        line
        for name in sorted(old.keys() | new.keys())
        for line in difflib.ndiff(old.get(name, "").splitlines(), new.get(name, "").splitlines())
        if line[:1] in "+-"
    ]


def test_a_vocabulary_that_did_not_change_is_written_byte_for_byte() -> None:
    for files in (SMALL, OURS):
        assert write_vocabulary(files, parse_vocabulary(files)) == files


def test_a_new_concept_stands_in_a_file_of_its_own_and_where_it_is_named() -> None:
    texts = after(SMALL, Match(HOOD, "new", "lens-hood", "accept"))
    assert texts["vocabulary/imported.yaml"] == (
        "lens-hood:\n"
        "  en:\n"
        "    prefLabel: lens hood\n"
        "    altLabel: [hood]\n"
        "  sources:\n"
        "    shop:\n"
        "      group: lenses\n"
        "      prints: [lens hood, hood]\n"
        "      defines: >-\n"
        "        Keeps light off.\n"
    )
    assert texts["sources.yaml"] == SMALL["sources.yaml"] + (
        "\n"
        "shop:\n"
        "  title: shop.txt\n"
        "  language: en\n"
        "  kind: document\n"
        "  entries: 1\n"
        "  groups:\n"
        "    lenses:\n"
        "      en: Lenses\n"
    )
    assert "topConcepts: [glim, lens-hood]" in texts["scheme.yaml"]
    assert texts[GLIM] == SMALL[GLIM]


def test_a_new_subject_file_tells_editors_of_the_schema_as_the_others_do() -> None:
    texts = after(OURS, Match(HOOD, "new", "lens-hood", "accept"))
    assert texts["vocabulary/imported.yaml"].startswith(
        "# yaml-language-server: $schema=../vocabulary.schema.json\n\nlens-hood:\n"
    )


def test_a_concept_that_gets_a_label_changes_in_the_lines_of_the_label() -> None:
    texts = after(SMALL, Match(HOOD, "same", "glim", "accept"))
    assert changes({GLIM: SMALL[GLIM]}, {GLIM: texts[GLIM]}) == [
        "-     altLabel: [glimmet, small hum]",
        "+     altLabel: [glimmet, small hum, lens hood, hood]",
        "+     shop:",
        "+       group: lenses",
        "+       prints: [lens hood, hood]",
        "+       defines: >-",
        "+         Keeps light off.",
    ]


def test_a_language_that_is_new_stands_before_the_sources() -> None:
    term = Term("Glimmer", language="de", document="laden.txt", line_start=1)
    texts = after(SMALL, Match(term, "same", "glim", "accept"))
    assert "  no:\n    prefLabel: glimt\n  de:\n    prefLabel: Glimmer\n  sources:\n" in texts[GLIM]
    assert "languages: [en, es, no, de]" in texts["scheme.yaml"]


COMMENTED = """\
# Above the first.
glim:  # a light
  en:  # English
    # Before the label.
    prefLabel: glim  # the one
    altLabel: [glimmet, small hum]  # two of them
    hiddenLabel:
      - glimm  # with m
    definition: >-
      A small light
      that hums. # no comment
    # After the definition.
  es: {prefLabel: brillín, altLabel: [GLM]}  # in a line
  no:
    prefLabel: glimt
# Between.

twin-glim:
  broader: [glim]  # a kind of glim
  related: [glim-jar]
  en:
    prefLabel: twin glim  # twice
# At the end.
"""


COMMENTS = [
    "# Above the first.",
    "# a light",
    "# English",
    "# Before the label.",
    "# the one",
    "# two of them",
    "# with m",
    "# After the definition.",
    "# in a line",
    "# Between.",
    "# a kind of glim",
    "# twice",
    "# At the end.",
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_no_comment_of_a_concept_that_changes_is_lost(newline: str) -> None:
    files = {**SMALL, GLIM: COMMENTED.replace("\n", newline)}
    texts = after(
        files,
        Match(HOOD, "same", "glim", "accept"),
        Match(Term("brillo", language="es", document="a.txt"), "same", "glim", "accept"),
        Match(Term("gemelo", language="es"), "same", "twin-glim", "accept"),
        Match(Term("gemelo", language="es"), "same", "glim-jar", "accept"),
    )
    text = texts[GLIM]
    for comment in COMMENTS:
        assert comment in text
    assert text.count("#") == COMMENTED.count("#")
    assert text.count("\n") == text.count(newline)
    assert text.startswith("# Above the first." + newline + "glim:  # a light")
    assert "altLabel: [glimmet, small hum, lens hood, hood]  # two of them" in text


def test_a_retired_concept_keeps_its_place_and_its_name() -> None:
    term = Term("gemelo", language="es")
    texts = after(
        SMALL,
        Match(term, "same", "twin-glim", "accept"),
        Match(term, "same", "glim-jar", "accept"),
    )
    assert texts[GLIM].endswith(
        "twin-glim:\n"
        "  replacedBy: glim-jar\n"
        "  en:\n"
        "    prefLabel: twin glim\n"
        "    historyNote: >-\n"
        "      Merged into “jar of glims”.\n"
    )
    assert "    altLabel: [twin glim]\n" in texts["vocabulary/jars.yaml"]


def test_a_new_vocabulary_is_a_folder_of_its_own() -> None:
    term = Term("parasol", (), "Quita luz.", "es", line_start=1, document="tienda.txt")
    rows = [Match(HOOD, "new", "lens-hood", "accept"), Match(term, "same", "lens-hood", "accept")]
    vocabulary = merge(new_vocabulary([HOOD, term], "Óptica"), rows).vocabulary
    texts = write_vocabulary({}, vocabulary)
    assert sorted(texts) == ["scheme.yaml", "sources.yaml", "vocabulary/imported.yaml"]
    assert parse_vocabulary(texts) == vocabulary
    assert texts["scheme.yaml"] == (
        "iri: https://example.org/glossary/\n"
        "prefix: glossary\n"
        "languages: [en, es]\n"
        "title:\n"
        "  en: Óptica\n"
        "topConcepts: [lens-hood]\n"
    )


def test_the_files_are_yaml_for_others_too() -> None:
    words = ["no", "1.0", "2026-01-31", "a: b", "- x", "#1", "it's", 'say "a"', "a, b", "[x]", "~"]
    term = Term("yes", tuple(words), "null", "en", line_start=1, document="a.txt")
    texts = after(SMALL, Match(term, "new", "word", "accept"))
    found = yaml.safe_load(texts["vocabulary/imported.yaml"])["word"]
    assert found["en"] == {"prefLabel": "yes", "altLabel": words}
    assert found["sources"]["a"]["defines"] == "null"


def test_a_diff_shows_what_changes_file_by_file() -> None:
    texts = after(SMALL, Match(HOOD, "new", "lens-hood", "accept"))
    shown = diff_text(SMALL, texts)
    assert "--- /dev/null\n+++ b/vocabulary/imported.yaml\n@@ -0,0 +1,10 @@\n+lens-hood:\n" in shown
    assert "--- a/scheme.yaml\n+++ b/scheme.yaml\n" in shown
    assert GLIM not in shown
    assert diff_text(SMALL, SMALL) == ""


# --- properties ------------------------------------------------------------------------------

ANY = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("'\"#:-[]{},|>&*!%@` \n\\")
)
WORDS = st.sampled_from(["lens hood", "Größe", "l'éclat", "no", "a: b", "glim", "x" * 120]) | ANY
DEFINED = st.sampled_from(["", "Keeps light off. " * 12, "One.\nTwo.", "A small light that hums."])
TERMS = st.builds(
    Term,
    name=WORDS.filter(str.strip),
    other_names=st.lists(WORDS, max_size=2).map(tuple),
    definition=DEFINED | ANY,
    language=st.sampled_from(["", "en", "es", "fr", "de", "pt-BR"]),
    group=st.sampled_from(["", "Lenses", "bright things"]) | ANY,
    line_start=st.integers(0, 3),
    document=st.sampled_from(["", "shop.txt", "leaf", "es34", "shop.md"]) | ANY,
)


def rows_for(slugs: Sequence[str]) -> st.SearchStrategy[list[Match]]:
    known = st.sampled_from([*slugs, "lens-hood", "lens-cap"])
    relations = st.sampled_from(["same", "same", "new", "new", "broader", "related"])
    decisions = st.sampled_from(["accept", "accept", "accept", "reject"])
    return st.lists(st.builds(Match, TERMS, relations, known, decisions), max_size=8)


def read_back(files: Mapping[str, str], matches: Sequence[Match]) -> Vocabulary:
    vocabulary = merge(parse_vocabulary(files), matches).vocabulary
    texts = write_vocabulary(files, vocabulary)
    assert parse_vocabulary(texts) == vocabulary
    assert write_vocabulary(texts, vocabulary) == texts
    return vocabulary


@settings(max_examples=80, deadline=None)
@given(rows_for(["glim", "twin-glim", "glim-jar"]))
def test_what_is_written_is_read_back(matches: list[Match]) -> None:
    read_back(SMALL, matches)
    read_back({**SMALL, GLIM: COMMENTED}, matches)


@settings(max_examples=8, deadline=None)
@given(rows_for([concept.notation for concept in parse_vocabulary(OURS).concepts][::9]))
def test_our_own_folder_is_written_and_read_back(matches: list[Match]) -> None:
    read_back(OURS, matches)


@given(ANY.filter(str.strip))
def test_any_text_is_read_back_from_its_line(text: str) -> None:
    text = text.strip()
    for key in ("prefLabel", "definition"):
        for value in (text, [text, "b"]):
            lines = "\n".join(entry(key, value, 2))
            assert yaml.load(lines, Loader=yaml.BaseLoader) == {key: value}  # noqa: S506
