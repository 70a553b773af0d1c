"""Bilingual dictionaries as FreeDict has them."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.align.proposal import align
from ontology.dictionaries import languages_of, parse_dictionary, useful, words_of
from ontology.model import ConceptScheme, Term, Vocabulary
from ontology.problem import Problem

EMPTY = Vocabulary(ConceptScheme(iri="https://example.org/"))
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
ENTRIES = {
    "Nistkasten": "Nistkasten /ˈnɪst/ <masc, n>\nnest box <n>, nesting box\n Synonym: {Höhle}\n",
    "Vogelwarte": "Vogelwarte\n1. bird observatory [ornith.]; ringing station (for birds)\n",
    "Bank": 'Bank\nbench, bank\n  "auf der Bank" - on the bench\n',
}
NAME = "freedict-deu-eng.index"


def written(entries: dict[str, str]) -> tuple[bytes, bytes]:
    text, rows = b"", ["00databaseshort\tA\tB"]
    for word, entry in entries.items():
        body = entry.encode()
        rows.append(f"{word.lower()}\t{base64(len(text))}\t{base64(len(body))}")
        text += body + b"\n"
    return "\n".join(rows).encode(), text


def base64(number: int) -> str:
    return (base64(number // 64) if number >= 64 else "") + DIGITS[number % 64]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_the_translations_of_the_words_that_are_wanted(packed: bool) -> None:
    index, entries = written(ENTRIES)
    found = parse_dictionary(
        NAME, index, gzip.compress(entries) if packed else entries, {"nistkasten", "vogelwarte"}
    )
    assert (found.source, found.target) == ("de", "en")
    assert dict(found.translations) == {
        "nistkasten": ("nest box", "nesting box"),
        "vogelwarte": ("bird observatory", "ringing station"),
    }


def test_examples_in_quotation_marks_are_no_translations() -> None:
    found = parse_dictionary(NAME, *written(ENTRIES), {"bank"})
    assert found.translations == (("bank", ("bench", "bank")),)


def test_terms_that_only_a_dictionary_brings_together() -> None:
    terms = [
        Term("Nistkasten", language="de", document="a"),
        Term("Nesting boxes", language="en", document="b"),
    ]
    assert [row.relation for row in align(terms, EMPTY)] == ["new", "new"]
    dictionary = parse_dictionary(NAME, *written(ENTRIES), words_of(terms))
    assert [row.relation for row in align(terms, EMPTY, [dictionary])] == ["new", "same"]


def test_a_file_name_says_the_languages() -> None:
    assert languages_of("/usr/share/dictd/freedict-spa-por.index") == ("es", "pt")
    assert languages_of("wordnet.index") is None


def test_only_dictionaries_between_languages_of_the_terms_are_of_use() -> None:
    terms = [Term("a", language="de-AT"), Term("b", language="en")]
    names = [NAME, "freedict-deu-fra.index", "freedict-eng-deu.index", "gcide.index"]
    assert useful(names, terms) == [NAME, "freedict-eng-deu.index"]


def test_a_damaged_dictionary_is_told() -> None:
    index, entries = written(ENTRIES)
    with pytest.raises(Problem, match=r"freedict-deu-eng\.index: its entries are damaged"):
        parse_dictionary(NAME, index, gzip.compress(entries)[:10] + b"\xff" * 20, {"bank"})


def test_a_dictionary_that_ends_too_early_gives_what_it_has() -> None:
    index, entries = written(ENTRIES)
    found = parse_dictionary(NAME, index, entries[:100], {"nistkasten", "bank"})
    assert [word for word, _ in found.translations] == ["nistkasten"]


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_whatever_the_files_hold_it_is_read_or_told(index: bytes, entries: bytes) -> None:
    for packed in (entries, gzip.compress(entries), b"\x1f\x8b" + entries):
        try:
            parse_dictionary(NAME, index, packed, {"a", "b", "0"})
        except Problem as problem:
            assert problem.where == NAME
