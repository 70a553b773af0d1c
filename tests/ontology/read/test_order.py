"""What breaks an order that most of the lines keep begins no entry."""

import string

from ontology.read.layout.leads import Lead
from ontology.read.layout.order import in_order


def numbered(*numbers: int) -> list[Lead]:
    return [Lead(at, "number", f"name {at}", number=str(n)) for at, n in enumerate(numbers)]


def named(*names: str) -> list[Lead]:
    return [Lead(at, "alone", name) for at, name in enumerate(names)]


def test_steps_that_begin_at_1_within_a_text_begin_no_entries() -> None:
    heads = numbered(1, 2, 3, 4, 1, 2, 3, 5, 6, 7, 8, 9)
    kept = in_order(heads)
    assert [head.number for head in kept] == [str(n) for n in range(1, 10)]
    assert {head.at for head in kept if head.at > 6} == {7, 8, 9, 10, 11}


def test_a_number_out_of_order_stays_when_no_other_line_has_it() -> None:
    heads = numbered(1, 2, 3, 4, 9, 5, 6, 7, 8, 10)
    assert len(in_order(heads)) == 10


def test_a_label_that_breaks_the_alphabet_begins_no_entry() -> None:
    letters = [f"{letter}-word" for letter in string.ascii_lowercase[:14]]
    heads = named(*letters[:5], "tip of the day", *letters[5:])
    assert [head.name for head in in_order(heads)] == letters


def test_names_sorted_by_the_word_after_an_article_stay() -> None:
    names = ["Axle", "Bell", "the Chain", "Dynamo", "Fork", "Gear", "la Horn", "Rim", "Spoke"]
    names += ["Tyre", "Valve", "Wheel"]
    assert [head.name for head in in_order(named(*names))] == names


def test_a_second_group_that_begins_at_a_again_stays() -> None:
    first = [f"{letter}-part" for letter in string.ascii_lowercase[:12]]
    second = ["alloy", "brass", "carbon", "iron"]
    assert len(in_order(named(*first, *second))) == 16


def test_few_lines_and_lines_in_no_order_all_stay() -> None:
    assert len(in_order(numbered(1, 1, 2))) == 3
    names = ["Wheel", "Axle", "Tyre", "Bell", "Spoke", "Chain", "Rim", "Dynamo", "Gear", "Fork"]
    assert len(in_order(named(*names))) == 10
    assert in_order([]) == []
