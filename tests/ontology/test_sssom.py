"""Matches go to other tools as SSSOM and come back whole; mappings of others are read too."""

import csv
from io import StringIO

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ontology.model import Match, Term
from ontology.problem import Problem
from ontology.review import RELATIONS
from ontology.sssom import EXTENSIONS, generate, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("'=+-@|\\\t\r\n#:/%\" "))
SAID = TEXT.filter(str.strip)
SOME = st.lists(SAID, max_size=3).map(tuple)
TERMS = st.builds(
    Term,
    name=SAID,
    other_names=SOME,
    definition=TEXT,
    language=st.sampled_from(["", "en", "pt-BR"]),
    group=TEXT,
    number=TEXT,
    see=SOME,
    line_start=st.integers(0, 10**6),
    line_end=st.integers(0, 10**6),
    document=TEXT,
)
MATCHES = st.builds(
    Match,
    term=TERMS,
    relation=st.sampled_from(RELATIONS),
    concept=st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True) | TEXT,
    decision=st.sampled_from(["accept", "propose", "reject"]),
    score=st.floats(0, 1),
    reasons=SOME,
    label=TEXT,
    definition=TEXT,
)
HOOD = Match(
    Term("lens hood", ("hood",), "Keeps light off.", "en", line_start=3, document="shop.txt"),
    "same",
    "lens-shade",
    "reject",
    0.75,
    ("the same head", "both of glass"),
    "lens shade",
)


@given(st.lists(MATCHES, max_size=3))
def test_what_was_written_comes_back(matches: list[Match]) -> None:
    assert parse(generate(matches), "matches.sssom.tsv") == matches


def read(text: str) -> tuple[dict[str, object], list[dict[str, str]]]:
    """The metadata and the rows, by the letter of the standard."""
    lines = text.splitlines(keepends=True)
    head = [line[1:] for line in lines if line.startswith("#")]
    rows = csv.DictReader(StringIO("".join(lines[len(head) :])), delimiter="\t")
    return yaml.safe_load("".join(head)), list(rows)


def test_others_find_what_the_standard_demands() -> None:
    head, rows = read(generate([HOOD], "https://example.org/photo/"))
    assert head["mapping_set_id"] == "https://example.org/photo/matches"
    assert head["license"] == "https://w3id.org/sssom/license/unspecified"
    prefixes = head["curie_map"]
    assert isinstance(prefixes, dict)
    assert prefixes["concept"] == "https://example.org/photo/"
    slots = head["extension_definitions"]
    assert isinstance(slots, list)
    assert [slot["slot_name"] for slot in slots] == list(EXTENSIONS)
    assert (
        rows[0]
        | {
            "subject_id": "term:shop.txt/3/lens%20hood",
            "subject_label": "lens hood",
            "predicate_id": "skos:exactMatch",
            "predicate_modifier": "Not",
            "object_id": "concept:lens-shade",
            "object_label": "lens shade",
            "mapping_justification": "semapv:LexicalMatching",
            "confidence": "0.75",
            "comment": "the same head | both of glass",
        }
        == rows[0]
    )
    for cell in (rows[0]["subject_id"], rows[0]["predicate_id"], rows[0]["object_id"]):
        assert cell.partition(":")[0] in prefixes


@pytest.mark.parametrize(
    ("relation", "predicate"),
    [
        ("new", "skos:exactMatch"),
        ("broader", "skos:broadMatch"),
        ("narrower", "skos:narrowMatch"),
        ("related", "skos:relatedMatch"),
    ],
)
def test_each_relation_has_its_predicate(relation: str, predicate: str) -> None:
    _, rows = read(generate([Match(Term("hood"), relation, "lens-hood", "accept")]))
    assert rows[0]["predicate_id"] == predicate


def test_a_mapping_of_another_tool_is_read() -> None:
    text = (
        "# curie_map:\n#   ex: https://example.org/\n"
        "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
        "ex:hood\tlens hood\tskos:exactMatch\tex:lens-hood\tsemapv:LexicalMatching\t0.9\n"
        "ex:cap\t\thttp://www.w3.org/2004/02/skos/core#broadMatch\thttps://example.org/cover\tx\t\n"
    )
    assert parse(text, "m.tsv") == [
        Match(Term("lens hood"), "same", "lens-hood", "accept", 0.9),
        Match(Term("cap"), "broader", "cover", "accept"),
    ]


def test_a_proposal_that_another_tool_negates_is_rejected() -> None:
    match = Match(Term("hood"), "same", "lens-hood", "propose", 0.5)
    text = generate([match]).replace("skos:exactMatch\t\t", "skos:exactMatch\tNot\t")
    assert parse(text, "m.tsv")[0].decision == "reject"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("skos:exactMatch", "owl:sameAs", ""),
        ("\tsame\t", "\tsane\t", "'sane' is no relation of concepts; did you mean 'same'"),
        ("0.75", "high", "'high' is no score"),
        ("\treject\t", "\trefuse\t", ""),
        ("predicate_id", "predicate", "there is no column 'predicate_id'"),
    ],
)
def test_what_is_wrong_is_said_with_the_line_of_the_file(old: str, new: str, said: str) -> None:
    text = generate([HOOD])
    line = text.count("\n") if old != "predicate_id" else text.count("\n") - 1
    if not said:
        # Our own column says it, so what stands beside does not matter.
        assert parse(text.replace(old, new, 1), "m.tsv") == [HOOD]
        return
    with pytest.raises(Problem) as raised:
        parse(text.replace(old, new, 1), "m.tsv")
    assert f"m.tsv:{line}: {said}" in str(raised.value)


@given(st.text() | st.text().map("subject_label\tpredicate_id\tobject_id\n".__add__))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        parse(text, "m.tsv")
    except Problem as problem:
        assert len(str(problem).splitlines()) == 1
