"""Two columns that were read straight across become one after the other, and only those."""

from ontology.read.text.page_columns import name_column, split_columns

LEFT = [f"Left line {n} of a text that runs on" for n in range(20)]
RIGHT = [f"Right line {n} of a text beside it" for n in range(20)]


def across(left: list[str], right: list[str]) -> list[str]:
    return [f"{one:<44}{other}" for one, other in zip(left, right, strict=True)]


def test_the_left_column_comes_before_the_right_one() -> None:
    split = split_columns(across(LEFT, RIGHT))
    assert list(split.texts) == LEFT + RIGHT
    assert list(split.numbers) == [*range(1, 21), *range(1, 21)]
    assert split.repaired == ("lines 1–20: two columns, read one after the other",)


def test_a_page_of_one_column_stays_as_it_is() -> None:
    split = split_columns(LEFT)
    assert list(split.texts) == LEFT
    assert list(split.numbers) == list(range(1, 21))
    assert split.repaired == ()


def test_each_page_is_looked_at_by_itself() -> None:
    texts = [*LEFT, "\f" + LEFT[0], *across(LEFT, RIGHT)[1:]]
    split = split_columns(texts)
    assert list(split.texts[:20]) == LEFT
    assert set(split.numbers) == set(range(1, 41))
    assert [text for text in split.texts if text.startswith("Right")] == RIGHT[1:]


def test_short_names_beside_long_texts_are_a_table_and_no_two_columns() -> None:
    names = [f"Name {n}" for n in range(20)]
    texts = [f"{name:<12}{'what it means, in a good many words of its own':<60}" for name in names]
    assert split_columns(texts).repaired == ()


def test_a_heading_over_both_columns_comes_first() -> None:
    heading = "Words which everybody in our workshop should really know by heart"
    split = split_columns([heading, "", *across(LEFT, RIGHT)])
    assert split.texts[0] == heading
    assert [text for text in split.texts if text.startswith(("Left", "Right"))] == LEFT + RIGHT


def test_names_in_a_column_of_their_own_get_a_tab() -> None:
    texts = [
        "Rim            The outer ring of a wheel, which holds",
        "               the tyre.",
        "Spoke          A thin rod between hub and rim.",
        "Valve          Lets the air in.",
    ]
    found = name_column(texts)
    assert [text.partition("\t")[0] for text in found if "\t" in text] == ["Rim", "Spoke", "Valve"]
    assert found[1] == texts[1]


def test_figures_in_columns_are_no_names() -> None:
    texts = [
        f"{year}      {count}" for year, count in zip(range(2000, 2010), range(10), strict=True)
    ]
    assert name_column(texts) == texts
