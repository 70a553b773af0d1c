"""Names, groups, identifiers and languages of any length give files that can be read back."""

from dataclasses import replace
from time import process_time

from ontology.documents import language_tag, new_vocabulary
from ontology.merge import SKIPPED, Merged, merge
from ontology.model import Match, Term
from ontology.vocabulary import parse_vocabulary
from ontology.written import write_vocabulary

TRIPOD = Term("tripod", (), "Three legs.", "en", line_start=1, document="shop.txt")


def merged(*matches: Match) -> Merged:
    return merge(new_vocabulary(match.term for match in matches), matches)


def test_a_group_with_a_name_of_ten_thousand_letters_can_be_read_back() -> None:
    groups = ["x" * 10_000, "x" * 10_000 + "y", "words " * 2000]
    terms = [
        replace(TRIPOD, line_start=number, group=group) for number, group in enumerate(groups, 1)
    ]
    result = merged(*(Match(term, "new", f"t{term.line_start}", "accept") for term in terms))
    assert parse_vocabulary(write_vocabulary({}, result.vocabulary)) == result.vocabulary
    assert len(result.vocabulary.collections) == len(groups)


def test_an_identifier_that_is_too_long_is_skipped_and_the_account_says_so() -> None:
    result = merged(Match(TRIPOD, "new", "a" * 5000, "accept"))
    assert [row.done for row in result.account] == [SKIPPED]
    assert "is no identifier: write a few" in result.account[0].why
    assert len(result.account[0].why) < 200


def test_a_language_tag_that_never_ends_is_none() -> None:
    assert language_tag("en-" + "-".join(["abcdefgh"] * 300)) == ""
    assert language_tag("zh_hant-TW") == "zh-Hant-TW"
    result = merged(
        Match(replace(TRIPOD, language="en" + "-abcdefgh" * 300), "new", "tripod", "accept")
    )
    assert parse_vocabulary(write_vocabulary({}, result.vocabulary)) == result.vocabulary


def test_ten_thousand_groups_in_another_script_take_seconds() -> None:
    terms = [
        replace(TRIPOD, line_start=number, group=f"группа {chr(0x4E00 + number)}")
        for number in range(1, 10_001)
    ]
    start = process_time()
    result = merged(*(Match(term, "new", f"t{term.line_start}", "accept") for term in terms))
    assert len(result.vocabulary.collections) == len(terms)
    assert process_time() - start < 8
