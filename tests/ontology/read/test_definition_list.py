"""Names over lines that begin with a colon are a definition list."""

from ontology.read.line import Line
from ontology.read.text.definition_list import marked


def roles(text: str) -> list[tuple[str, str]]:
    texts = text.split("\n")
    found = marked(
        [
            Line(number, one.strip(), indent=len(one) - len(one.lstrip()))
            for number, one in enumerate(texts, start=1)
        ]
    )
    assert [line.number for line in found] == list(range(1, len(texts) + 1))
    return [(line.role.value, line.text) for line in found if line.text]


def test_a_name_and_its_text() -> None:
    assert roles("Rim\n: The outer ring.\n\nSpoke\n: A thin rod.") == [
        ("term", "Rim"),
        ("definition", "The outer ring."),
        ("term", "Spoke"),
        ("definition", "A thin rod."),
    ]


def test_a_blank_line_may_stand_between() -> None:
    assert [role for role, _ in roles("Rim\n\n: The ring.\n\nSpoke\n\n: A rod.")] == [
        "term",
        "definition",
    ] * 2


def test_several_names_share_a_text_and_a_name_has_several() -> None:
    assert [
        role for role, _ in roles("Rim\nFelloe\n: The ring.\n: A circle.\n\nSpoke\n: A rod.")
    ] == [
        "term",
        "term",
        "definition",
        "definition",
        "term",
        "definition",
    ]


def test_a_text_goes_on_in_the_next_line_and_in_indented_paragraphs() -> None:
    found = roles("Rim\n: The ring\nof a wheel.\n\n    It is round.\n\nSpoke\n: A rod.")
    assert [role for role, _ in found] == [
        "term",
        "definition",
        "definition",
        "definition",
        "term",
        "definition",
    ]


def test_a_sentence_above_is_no_name() -> None:
    found = roles("These are our words.\n\n: not a text\n\nRim\n: The ring.\n\nSpoke\n: A rod.")
    assert found[0] == ("", "These are our words.")


def test_one_colon_at_the_beginning_of_a_line_is_no_list() -> None:
    assert roles("Rim\n: The ring.\n\nSpoke") == [("", "Rim"), ("", ": The ring."), ("", "Spoke")]


def test_a_clock_and_a_smiley_are_no_texts() -> None:
    assert {role for role, _ in roles("Rim\n:-) The ring.\n\nSpoke\n:A rod.\n::: note")} == {""}
