"""What real documents bring: a small document for each, and beside each line what it should be.

Every line of these documents has a margin: ``n`` begins an entry, ``+`` is a further name over the
same text, ``d`` belongs to the definition, ``g`` is the heading of a group, ``#`` a number that
stands alone, ``x`` is left out, and a blank line is a blank line.
"""

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontology.model import Term
from ontology.problem import Problem
from ontology.read.document import read_document
from ontology.read.entries import DocumentRead, Taken, find_entries
from ontology.read.line import Content, Line, Role

MARGIN = {
    "n": "name",
    "+": "name",
    "d": "definition",
    "g": "group",
    "#": "number",
    "x": "left out",
    " ": "blank",
}

Entry = tuple[str, str, str]
"""A name and two sentences."""

BIKES: tuple[Entry, ...] = (
    (
        "Bottom bracket",
        "The bearing around which both cranks turn.",
        "It sits in the lowest part of the frame and wears out in wet weather.",
    ),
    (
        "Cassette",
        "The set of sprockets on the rear hub.",
        "It slides onto the freehub and is held there by a ring with a thread.",
    ),
    (
        "Chainring",
        "A toothed wheel that the cranks turn.",
        "A larger one makes every turn of the pedals go further.",
    ),
    (
        "Derailleur",
        "The device that moves the chain from one sprocket to the next.",
        "A cable or a wire controls it from the handlebar.",
    ),
    (
        "Dropout",
        "The slot in the frame that takes the axle of a wheel.",
        "On the right side it often carries a hanger that may be replaced.",
    ),
    (
        "Headset",
        "The pair of bearings in which the fork turns.",
        "It is tightened when the front end knocks under braking.",
    ),
    (
        "Rim",
        "The outer ring of a wheel, which holds the tyre.",
        "Its inner width decides which tyres fit.",
    ),
    (
        "Spoke",
        "A thin rod between the hub and the rim.",
        "Its tension keeps the wheel round and true.",
    ),
)
NAMES = [name for name, _, _ in BIKES]
BOTH = [f"{one} {two}" for _, one, two in BIKES]
"""The definitions where they are one paragraph."""


def laid_out(*template: str, entries: Sequence[Entry] = BIKES, first: int = 1) -> str:
    """Lines with their margin for each entry: ``{n}``, ``{name}``, ``{one}`` and ``{two}``."""
    return "\n".join(
        line.format(n=number, name=name, one=one, two=two)
        for number, (name, one, two) in enumerate(entries, start=first)
        for line in template
    )


def lines_of(marked: str) -> list[tuple[str, str]]:
    """Margin and text of each line."""
    split = (line.partition("|") for line in marked.split("\n"))
    return [(margin, text) for margin, _, text in split]


def text_of(marked: str) -> str:
    return "\n".join(text for _, text in lines_of(marked))


def spans(marked: str) -> list[tuple[int, int]]:
    """First and last line of each entry, as the margin has it."""
    found: list[tuple[int, int]] = []
    for number, (margin, _) in enumerate(lines_of(marked), start=1):
        if margin == "n":
            found.append((number, number))
        elif margin in "+d" and found:
            found[-1] = (found[-1][0], number)
    return found


def read(text: str, name: str = "words.txt", language: str = "") -> DocumentRead:
    return read_document(text.encode(), name, language)


def as_marked(marked: str, name: str = "words.txt") -> DocumentRead:
    """The reading of a document, once each line was taken for what its margin says."""
    found = read(text_of(marked), name)
    taken = [f"{MARGIN[margin].ljust(10)} {text}" for margin, text in lines_of(marked)]
    texts = text_of(marked).split("\n")
    assert [f"{line.what.ljust(10)} {texts[line.line - 1]}" for line in found.lines] == taken
    assert [(term.line_start, term.line_end) for term in found.terms] == spans(marked)
    return found


def names(found: DocumentRead) -> list[str]:
    return [term.name for term in found.terms]


def definitions(found: DocumentRead) -> list[str]:
    return [term.definition for term in found.terms]


def numbers(found: DocumentRead) -> list[str]:
    return [term.number for term in found.terms]


def groups(found: DocumentRead) -> list[str]:
    return [term.group for term in found.terms]


def term(found: DocumentRead, name: str) -> Term:
    return next(term for term in found.terms if term.name == name)


def taken(found: DocumentRead, text: str) -> Taken:
    """What the line that holds ``text`` was taken for."""
    return next(line for line in found.lines if text in line.text)


def assert_bikes(found: DocumentRead, joined: str = " ") -> None:
    assert names(found) == NAMES
    assert definitions(found) == [f"{one}{joined}{two}" for _, one, two in BIKES]


# --- numbers ---------------------------------------------------------------------------------


def test_numbers_before_the_term() -> None:
    found = as_marked(
        "x|Words of a bicycle workshop\n |\n" + laid_out("n|{n}. {name}", "d|{one} {two}", " |")
    )
    assert_bikes(found)
    assert numbers(found) == list("12345678")
    assert found.title == "Words of a bicycle workshop"


@pytest.mark.parametrize("form", ["{n})", "({n})", "{n} -", "#{n}", "{n}.-", "{n}º"])
def test_numbers_in_any_dress_before_the_term(form: str) -> None:
    found = as_marked(laid_out(f"n|{form} {{name}}", "d|{one} {two}", " |"))
    assert_bikes(found)
    assert numbers(found) == list("12345678")


@pytest.mark.parametrize("form", ["{name} ({n})", "{name} {n}", "{name} [{n}]"])
def test_numbers_after_the_term(form: str) -> None:
    found = as_marked(laid_out(f"n|{form}", "d|{one} {two}", " |"))
    assert_bikes(found)
    assert numbers(found) == list("12345678")


@pytest.mark.parametrize("form", ["{n}", "{n}.", "({n})"])
def test_numbers_on_a_line_of_their_own(form: str) -> None:
    found = as_marked(laid_out(f"#|{form}", "n|{name}", "d|{one} {two}", " |"))
    assert_bikes(found)
    assert numbers(found) == list("12345678")


def test_numbers_on_a_line_of_their_own_with_blank_lines_between() -> None:
    found = as_marked(laid_out("#|{n}", " |", "n|{name}", " |", "d|{one} {two}", " |"))
    assert_bikes(found)
    assert numbers(found) == list("12345678")


def test_numbers_that_begin_again_in_each_group() -> None:
    found = as_marked(
        "x|Words of a bicycle workshop\n |\ng|THE DRIVE\n |\n"
        + laid_out("n|{n}. {name}", "d|{one} {two}", " |", entries=BIKES[:4])
        + "\ng|FRAME AND WHEELS\n |\n"
        + laid_out("n|{n}. {name}", "d|{one} {two}", " |", entries=BIKES[4:])
    )
    assert_bikes(found)
    assert numbers(found) == list("12341234")
    assert groups(found) == ["THE DRIVE"] * 4 + ["FRAME AND WHEELS"] * 4


def test_numbers_out_of_order() -> None:
    order = (1, 2, 4, 3, 5, 7, 6, 8)
    blocks = (
        f"n|{n}. {name}\nd|{one} {two}\n |"
        for n, (name, one, two) in zip(order, BIKES, strict=True)
    )
    found = as_marked("\n".join(blocks))
    assert_bikes(found)
    assert numbers(found) == [str(n) for n in order]


def test_numbers_that_are_all_1() -> None:
    found = as_marked(laid_out("n|1. {name}", "d|{one} {two}", " |"))
    assert_bikes(found)


def test_numbers_of_chapters() -> None:
    found = as_marked(laid_out("n|3.{n} {name}", "d|{one} {two}", " |"))
    assert_bikes(found)
    assert numbers(found) == [f"3.{n}" for n in range(1, 9)]


# --- headings --------------------------------------------------------------------------------


def test_headings_without_numbers_between_paragraphs() -> None:
    found = as_marked(laid_out("n|{name}", "d|{one}", "d|{two}", " |"))
    assert names(found) == NAMES


def test_headings_without_numbers_and_blank_lines_everywhere() -> None:
    found = as_marked(laid_out("n|{name}", " |", "d|{one}", " |", "d|{two}", " |", " |"))
    assert_bikes(found, "\n")


def test_headings_of_markdown() -> None:
    marked = laid_out("n|## {name}", " |", "d|{one} {two}", " |")
    assert_bikes(as_marked(marked, "words.md"))
    titled = read("# Workshop words\n\n" + text_of(marked), "words.md")
    assert_bikes(titled)
    assert titled.title == "Workshop words"
    assert groups(titled) == [""] * 8


def test_headings_in_capitals_keep_their_letters() -> None:
    loud = [(name.upper(), one, two) for name, one, two in BIKES]
    found = as_marked(laid_out("n|{name}", "d|{one} {two}", " |", entries=loud))
    assert names(found) == [name.upper() for name in NAMES]


def test_headings_that_are_underlined() -> None:
    marked = laid_out("n|{name}", " |--------------", "d|{one} {two}", " |")
    found = read(text_of(marked))
    assert_bikes(found)


# --- leads -----------------------------------------------------------------------------------

LEADS = {
    "colon": "{name}: ",
    "dash": "{name} – ",
    "long dash": "{name} — ",
    "hyphen": "{name} - ",
    "equals": "{name} = ",
    "arrow": "{name} → ",
    "full stop": "{name}. ",
    "bullet and colon": "• {name}: ",
    "hyphen and colon": "- {name}: ",
    "asterisk and dash": "* {name} — ",
    "number and colon": "{n}. {name}: ",
    "bold": "**{name}** ",
    "bold and colon": "**{name}:** ",
    "colon after bold": "**{name}**: ",
    "bold and full stop": "**{name}.** ",
    "bold in a list": "- **{name}** – ",
    "underscores": "__{name}__: ",
    "brackets": "[{name}] ",
}


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS.keys())
def test_a_name_that_leads_its_text(lead: str) -> None:
    found = as_marked(laid_out(f"n|{lead}{{one}} {{two}}"))
    assert_bikes(found)


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS.keys())
def test_a_name_that_leads_its_text_with_blank_lines_and_a_title(lead: str) -> None:
    found = as_marked("x|Words of the workshop\n |\n" + laid_out(f"n|{lead}{{one}} {{two}}", " |"))
    assert_bikes(found)


def test_a_lead_whose_text_goes_on_below() -> None:
    found = as_marked(laid_out("n|{name}: {one}", "d|{two}", " |"))
    assert names(found) == NAMES
    assert [text.replace("\n", " ") for text in definitions(found)] == BOTH


def test_a_colon_within_a_text_begins_no_entry() -> None:
    marked = laid_out("n|{name}", "d|{one}", "d|Note: {two}", " |")
    found = as_marked(marked)
    assert names(found) == NAMES


def test_bold_words_within_a_text_begin_no_entry() -> None:
    marked = laid_out("n|**{name}** {one} **Careful:** {two}", " |")
    found = as_marked(marked)
    assert names(found) == NAMES
    assert definitions(found) == [f"{one} Careful: {two}" for _, one, two in BIKES]


# --- definition lists, boxes, tables ---------------------------------------------------------


def test_a_definition_list() -> None:
    found = as_marked(laid_out("n|{name}", "d|: {one} {two}", " |"))
    assert_bikes(found)


def test_names_over_indented_text() -> None:
    found = as_marked(laid_out("n|{name}", "d|    {one}", "d|    {two}", " |"))
    assert names(found) == NAMES


def test_names_over_indented_text_without_blank_lines() -> None:
    found = as_marked(laid_out("n|{name}", "d|    {one}", "d|    {two}"))
    assert names(found) == NAMES


def test_boxes() -> None:
    rule = "+" + "-" * 74 + "+"
    box = (
        f"x|{rule}",
        "n|| {name:<72} |",
        f"x|{rule}",
        "d|| {one:<72} |",
        "d|| {two:<72} |",
        f"x|{rule}",
        " |",
    )
    found = read(text_of(laid_out(*box)))
    assert names(found) == NAMES
    assert [text.replace("\n", " ") for text in definitions(found)] == BOTH


def test_a_table_of_two_columns() -> None:
    found = as_marked(
        "x|| Term | Meaning |\n |" + "|---|---|\n" + laid_out("n|| {name} | {one} {two} |")
    )
    assert_bikes(found)


def test_a_table_pasted_with_tabs() -> None:
    found = as_marked("x|Term\tMeaning\n" + laid_out("n|{name}\t{one} {two}"))
    assert_bikes(found)


def test_a_table_pasted_with_tabs_without_a_header() -> None:
    found = as_marked(laid_out("n|{name}\t{one} {two}"))
    assert_bikes(found)


def test_a_cell_that_goes_on_in_the_next_line() -> None:
    found = as_marked(laid_out("n|{name}\t{one}", "d|\t{two}"))
    assert names(found) == NAMES
    assert [text.replace("\n", " ") for text in definitions(found)] == BOTH


def test_a_cell_that_goes_on_without_a_tab() -> None:
    found = as_marked(laid_out("n|{name}\t{one}", "d|{two}"))
    assert names(found) == NAMES
    assert [text.replace("\n", " ") for text in definitions(found)] == BOTH


def test_columns_divided_by_spaces() -> None:
    found = as_marked(laid_out("n|{name:<20}{one}", "d|                    {two}"))
    assert names(found) == NAMES
    assert [text.replace("\n", " ") for text in definitions(found)] == BOTH


# --- groups ----------------------------------------------------------------------------------


def test_letters_of_the_alphabet_are_no_groups() -> None:
    marked = "x|Words of the workshop\n |"
    letter = ""
    for number, entry in enumerate(BIKES, start=1):
        if entry[0][0] != letter:
            letter = entry[0][0]
            marked += f"\nx|{letter}\n |"
        marked += "\n" + laid_out("n|{name}", "d|{one} {two}", " |", entries=[entry], first=number)
    found = as_marked(marked)
    assert_bikes(found)
    assert groups(found) == [""] * 8


def test_a_row_of_letters_is_left_out() -> None:
    found = as_marked("x|A | B | C | D | H | R | S\n |\n" + laid_out("n|{name}: {one} {two}", " |"))
    assert_bikes(found)


def test_headings_of_groups() -> None:
    found = as_marked(
        "x|# Workshop\n |\ng|## Drive\n |\n"
        + laid_out("n|### {name}", "d|{one} {two}", " |", entries=BIKES[:4])
        + "\ng|## Wheels\n |\n"
        + laid_out("n|### {name}", "d|{one} {two}", " |", entries=BIKES[4:])
    )
    assert_bikes(found)
    assert groups(found) == ["Drive"] * 4 + ["Wheels"] * 4


def test_headings_of_groups_over_leads() -> None:
    found = as_marked(
        "g|Drive\n |\n"
        + laid_out("n|- {name}: {one} {two}", entries=BIKES[:4])
        + "\n |\ng|Wheels\n |\n"
        + laid_out("n|- {name}: {one} {two}", entries=BIKES[4:])
    )
    assert_bikes(found)
    assert groups(found) == ["Drive"] * 4 + ["Wheels"] * 4


def test_a_sentence_under_the_heading_of_a_group_is_no_definition() -> None:
    found = as_marked(
        "g|## Drive\n |\nx|What brings the power of the legs to the road.\n |\n"
        + laid_out("n|### {name}", "d|{one} {two}", " |", entries=BIKES[:4])
        + "\ng|## Wheels\n |\nx|What carries the rider over the road.\n |\n"
        + laid_out("n|### {name}", "d|{one} {two}", " |", entries=BIKES[4:])
    )
    assert_bikes(found)
    assert groups(found) == ["Drive"] * 4 + ["Wheels"] * 4


# --- several of one --------------------------------------------------------------------------


def test_several_names_over_one_definition() -> None:
    marked = laid_out("n|{name}", "d|: {one} {two}", " |").replace("n|Rim", "n|Rim\n+|Felloe")
    found = as_marked(marked)
    assert names(found) == NAMES
    assert term(found, "Rim").other_names == ("Felloe",)


def test_several_definitions_under_one_name() -> None:
    marked = laid_out("n|{name}", "d|: {one}", "d|: {two}", " |")
    found = as_marked(marked)
    assert_bikes(found, "\n")


def test_numbered_meanings_stay_under_their_name() -> None:
    marked = laid_out("n|{name}", "d|1. {one}", "d|2. {two}", " |")
    found = as_marked(marked)
    assert names(found) == NAMES
    assert definitions(found)[0] == f"1. {BIKES[0][1]}\n2. {BIKES[0][2]}"


# --- what stands inside a definition ---------------------------------------------------------


def test_bullets_inside_a_definition() -> None:
    inside = "d|Kinds:\nd|- square taper\nd|- threaded cups\nd|- pressed in\n |"
    marked = laid_out("n|{name}", "d|{one} {two}", " |").replace(
        "n|Cassette", f"{inside}\nn|Cassette"
    )
    found = as_marked(marked)
    assert names(found) == NAMES
    assert definitions(found)[0].endswith("Kinds:\n- square taper\n- threaded cups\n- pressed in")


def test_numbered_steps_inside_a_definition_begin_no_entries() -> None:
    steps = "d|1. Remove the lock ring.\nd|2. Pull the sprockets off.\nd|3. Clean the splines."
    inside = f"d|To take it out:\n{steps}\n |"
    marked = laid_out("n|{n}. {name}", "d|{one} {two}", " |").replace(
        "n|3. Chain", f"{inside}\nn|3. Chain"
    )
    found = as_marked(marked)
    assert names(found) == NAMES
    assert numbers(found) == list("12345678")
    assert "2. Pull the sprockets off." in definitions(found)[1]


def test_an_example_inside_a_definition() -> None:
    marked = laid_out("n|{name}", "d|{one}", " |", "d|Example: {two}", " |", " |")
    found = as_marked(marked)
    assert_bikes(found, "\nExample: ")


def test_code_inside_a_definition() -> None:
    marked = laid_out(
        "n|## {name}",
        " |",
        "d|{one}",
        " |",
        " |```text",
        "d|ratio_{n} = front / rear",
        " |```",
        " |",
    )
    found = as_marked(marked, "words.md")
    assert names(found) == NAMES
    assert definitions(found)[2] == f"{BIKES[2][1]}\nratio_3 = front / rear"


def test_a_comment_sign_in_code_is_no_heading() -> None:
    inside = " |```sh\nd|# Not a heading\nd|turns = 3\n |```\n |\n"
    marked = laid_out("n|# {name}", " |", "d|{one} {two}", " |").replace(
        "n|# Rim", f"{inside}n|# Rim"
    )
    found = as_marked(marked, "words.md")
    assert names(found) == NAMES
    assert "# Not a heading" in term(found, "Headset").definition


def test_a_heading_within_an_entry_is_part_of_it() -> None:
    marked = laid_out("n|## {name}", " |", "d|{one} {two}", " |")
    marked = marked.replace(
        "n|## Chainring",
        "d|### Sizes\n |\nd|Seven to thirteen wheels make one.\n |\nn|## Chainring",
    ).replace(
        "n|## Headset",
        "d|### In a crash\n |\nd|A soft one bends before the frame.\n |\nn|## Headset",
    )
    found = as_marked(marked, "words.md")
    assert names(found) == NAMES
    assert groups(found) == [""] * 8


# --- pages -----------------------------------------------------------------------------------


def paged(*pages: str) -> str:
    return "\n".join(pages)


def test_a_page_break_within_a_definition() -> None:
    marked = paged(
        laid_out("n|{n}. {name}", "d|{one}", "d|{two}", " |", entries=BIKES[:3]),
        "n|4. Derailleur",
        "d|The device that moves the chain from one sprocket to the next. A cable or a",
        "x|Workshop handbook, page 3",
        " |\f",
        "d|wire controls it from the handlebar.",
        " |",
        laid_out("n|{n}. {name}", "d|{one}", "d|{two}", " |", entries=BIKES[4:6], first=5),
        "x|Workshop handbook, page 4",
        " |\f",
        laid_out("n|{n}. {name}", "d|{one}", "d|{two}", " |", entries=BIKES[6:], first=7),
        "x|Workshop handbook, page 5",
    )
    found = as_marked(marked)
    assert names(found) == NAMES
    assert "handbook" not in " ".join(definitions(found))
    assert "cable or a" in definitions(found)[3]
    assert definitions(found)[3].endswith("wire controls it from the handlebar.")


def test_running_heads_and_page_numbers_are_in_no_definition() -> None:
    page = laid_out("n|{name}", "d|{one}", "d|{two}", " |", entries=BIKES[:3])
    other = laid_out("n|{name}", "d|{one}", "d|{two}", " |", entries=BIKES[3:6])
    last = laid_out("n|{name}", "d|{one}", "d|{two}", " |", entries=BIKES[6:])
    head = "x|The Green Wheel Co-operative\n |"
    marked = paged(head, page, "x|- 1 -", head, other, "x|- 2 -", head, last, "x|- 3 -")
    found = as_marked(marked)
    assert names(found) == NAMES
    assert [text.replace("\n", " ") for text in definitions(found)] == BOTH


WRAPPED = """n|1. Bottom bracket
d|The bearing around which both cranks turn. It sits
d|in the lowest part of the frame and wears out in wea-
d|ther that is wet.
 |
n|2. Cassette
d|The set of sprockets on the rear hub. It slides onto
d|the freehub and is held there by a ring with a thread.
 |
n|3. Headset
d|The pair of press-fit bearings in which the fork of a
d|bicycle turns. It is tightened when the front end of
d|the frame knocks under braking.
 |
n|4. Rim
d|The outer ring of a wheel, which holds the tyre. Its
d|inner width, and whether it has been built for press-
d|fit tape, decides which tyres it can carry.
 |
n|5. Spoke
d|A thin rod between the hub and the rim. Its tension
d|keeps the wheel round and true, and a loose one soon
d|breaks at the elbow.
 |
n|6. Valve
d|What lets the air into a tube and keeps it there. The
d|narrow kind has a nut at its tip which must be loos-
d|ened first."""


def test_lines_that_run_on_are_one_paragraph() -> None:
    found = as_marked(WRAPPED)
    assert names(found) == ["Bottom bracket", "Cassette", "Headset", "Rim", "Spoke", "Valve"]
    assert numbers(found) == list("123456")
    assert not [text for text in definitions(found) if "\n" in text]


def test_hyphenated_ends_of_lines_are_joined() -> None:
    found = as_marked(WRAPPED)
    assert "wears out in weather that is wet." in definitions(found)[0]
    assert definitions(found)[-1].endswith("must be loosened first.")


def test_a_hyphen_that_belongs_to_the_word_stays_when_a_line_ends_there() -> None:
    assert "built for press-fit tape" in term(as_marked(WRAPPED), "Rim").definition


def test_soft_hyphens_and_odd_spaces_are_taken_out_and_said() -> None:
    marked = (
        laid_out("n|{name}: {one} {two}", " |")
        .replace("n|Derailleur", "n|De\u00adrail\u00adleur")
        .replace("Bottom bracket", "Bottom\u00a0bracket")
        .replace("front end", "front\u202fend")
        .replace("inner", "in\u200bner")
    )
    found = as_marked(marked)
    assert_bikes(found)
    assert any("line 7" in said for said in found.repaired)


def test_ligatures_of_a_printed_page_become_letters() -> None:
    found = as_marked(laid_out("n|{name}: {one} {two}", " |").replace("tyres fit", "tyres ﬁt"))
    assert_bikes(found)


# --- what stands around a glossary -----------------------------------------------------------

AROUND_BEFORE = """x|Home
x|Shop
x|Courses
x|Log in
 |
x|We use cookies to keep your basket. Accept all Reject all
 |
x|Words every new mechanic should know
x|by Ada Brook, 3 May
 |
x|On your first day in a workshop you hear many words for the first time. We have
x|collected the most frequent ones for you.
 |
"""
AROUND_AFTER = """
 |
 |
x|About the author
 |
x|Ada Brook has repaired bicycles since she was eleven and teaches evening classes.
 |
x|Leave a comment
 |
x|Your e-mail address will not be published.
 |
x|© 2024 Green Wheel Co-operative · Imprint · Privacy"""


def test_a_page_around_the_glossary_is_in_no_definition() -> None:
    found = as_marked(
        AROUND_BEFORE + laid_out("n|{n}. {name}", "d|{one} {two}", " |") + AROUND_AFTER
    )
    assert_bikes(found)


def test_a_page_around_leads_with_a_colon() -> None:
    found = as_marked(AROUND_BEFORE + laid_out("n|{name}: {one} {two}", " |") + AROUND_AFTER)
    assert_bikes(found)


def test_a_page_around_a_table() -> None:
    found = as_marked(AROUND_BEFORE + laid_out("n|{name}\t{one} {two}") + AROUND_AFTER)
    assert_bikes(found)


def test_a_table_of_contents_names_no_entries() -> None:
    contents = "\n".join(f"x|{name}" for name in NAMES)
    found = as_marked(f"{contents}\n |\n" + laid_out("n|{name}", "d|{one} {two}", " |"))
    assert_bikes(found)
    assert taken(found, "Chainring").why == "a table of contents"


def test_a_table_of_contents_with_dots_and_pages() -> None:
    contents = "\n".join(f"x|{name} {'.' * 20} {page}" for page, name in enumerate(NAMES, start=3))
    found = as_marked(f"{contents}\n |\n" + laid_out("n|{n}. {name}", "d|{one} {two}", " |"))
    assert_bikes(found)


def test_calls_to_action_between_entries_are_in_no_definition() -> None:
    marked = laid_out("n|## {name}", " |", "d|{one} {two}", " |")
    marked = marked.replace(
        "n|## Chainring",
        "x|[Read more about gears](https://green.example/gears)\n |\nn|## Chainring",
    )
    marked = marked.replace("n|## Rim", "x|👉 Book a repair online now!\n |\nn|## Rim")
    marked = marked.replace(
        "n|## Spoke", "x|Learn more about building wheels in our course\n |\nn|## Spoke"
    )
    found = as_marked(marked, "words.md")
    assert_bikes(found)


def test_a_glossary_that_is_one_section_of_a_longer_article() -> None:
    story = (
        "x|# How we opened a workshop\n |\n"
        "x|Three friends rented a shed and bought the tools of a mechanic who retired.\n |\n"
        "x|## The first winter\n |\n"
        "x|Nobody came for weeks. Then the snow melted and the first broken chains arrived.\n |\n"
        "x|## Glossary\n |\n"
    )
    after = (
        "\nx|## What comes next\n |\n"
        "x|In spring we want to rent the shed beside ours and teach children to mend tubes.\n"
    )
    found = as_marked(
        story + laid_out("n|**{name}**: {one} {two}", " |") + after.rstrip("\n"), "story.md"
    )
    assert_bikes(found)


def test_a_glossary_at_the_end_of_an_article_without_headings() -> None:
    story = (
        "x|Three friends rented a shed and bought the tools of a mechanic who retired. Nobody\n"
        "x|came for weeks. Then the snow melted and the first broken chains arrived.\n |\n"
        "x|In spring we want to rent the shed beside ours and teach children to mend their own\n"
        "x|tubes. Until then these words may help you when you visit us:\n |\n"
    )
    found = as_marked(story + laid_out("n|{name} – {one} {two}", " |"))
    assert_bikes(found)


def test_everything_left_out_has_a_reason() -> None:
    found = as_marked(
        AROUND_BEFORE + laid_out("n|{n}. {name}", "d|{one} {two}", " |") + AROUND_AFTER
    )
    assert all(line.why for line in found.lines if line.what == "left out")


# --- see, names, languages -------------------------------------------------------------------


def test_see_entries_send_to_others() -> None:
    marked = laid_out("n|{name}: {one} {two}", " |").replace(
        "n|Dropout", "n|Crankset: see Chainring\n |\nn|Dropout"
    )
    found = as_marked(marked)
    see = term(found, "Crankset")
    assert see.see == ("Chainring",)
    assert see.definition == ""
    assert names(found) == [*NAMES[:4], "Crankset", *NAMES[4:]]


def test_see_also_at_the_end_of_a_definition() -> None:
    found = as_marked(
        laid_out("n|{name}: {one} {two}", " |").replace(
            "round and true.", "round and true. See also: Rim."
        )
    )
    assert term(found, "Spoke").see == ("Rim",)


def test_names_in_brackets_and_after_a_slash_are_names_of_one_term() -> None:
    marked = laid_out("n|{name}: {one} {two}", " |")
    marked = marked.replace("n|Rim", "n|Rim / Felloe").replace(
        "n|Bottom bracket", "n|Bottom bracket (BB)"
    )
    found = as_marked(marked)
    assert names(found) == NAMES
    assert term(found, "Rim").other_names == ("Felloe",)
    assert term(found, "Bottom bracket").other_names == ("BB",)


def test_a_name_that_only_the_definition_gives() -> None:
    marked = laid_out("n|{name}: {one} {two}", " |").replace(
        "A thin rod", "Also called wire, a thin rod"
    )
    found = as_marked(marked)
    assert term(found, "Spoke").other_names == ("wire",)


def test_a_leading_article_is_no_part_of_the_name() -> None:
    found = as_marked(laid_out("n|The {name}: {one} {two}", " |"))
    assert [name.casefold() for name in names(found)] == [name.casefold() for name in NAMES]


GERMAN: tuple[Entry, ...] = (
    (
        "Felge",
        "Der äußere Ring des Laufrads, der den Reifen trägt.",
        "Ihre Breite bestimmt, welcher Reifen passt.",
    ),
    (
        "Kassette",
        "Die Ritzel auf der hinteren Nabe.",
        "Ein Ring mit Gewinde hält sie auf dem Freilauf.",
    ),
    (
        "Nabe",
        "Die Mitte des Laufrads, in der sich die Achse dreht.",
        "Sie wird einmal im Jahr gefettet.",
    ),
    (
        "Schaltwerk",
        "Das Gerät, das die Kette auf ein anderes Ritzel legt.",
        "Ein Zug vom Lenker steuert es.",
    ),
    (
        "Speiche",
        "Ein dünner Stab zwischen der Nabe und der Felge.",
        "Ihre Spannung hält das Rad rund.",
    ),
    (
        "Tretlager",
        "Das Lager, um das sich die Kurbeln drehen.",
        "Es sitzt unten im Rahmen und leidet unter Nässe.",
    ),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_ends_of_lines(encoding: str, end: str) -> None:
    marked = laid_out("n|{n}. {name}", "d|{one} {two}", " |", entries=GERMAN)
    data = text_of(marked).replace("\n", end).encode(encoding)
    found = read_document(data, "werkstatt.txt")
    assert names(found) == [name for name, _, _ in GERMAN]
    assert definitions(found) == [f"{one} {two}" for _, one, two in GERMAN]
    assert [(term.line_start, term.line_end) for term in found.terms] == spans(marked)
    assert found.language == "de"


def test_the_language_of_a_document_is_that_of_its_texts() -> None:
    english, german = (
        laid_out("n|{name}: {one} {two}"),
        laid_out("n|{name}: {one} {two}", entries=GERMAN),
    )
    assert {term.language for term in as_marked(english).terms} == {"en"}
    assert {term.language for term in as_marked(german).terms} == {"de"}


def test_a_language_that_is_given_is_taken() -> None:
    text = text_of(laid_out("n|{name}: {one} {two}"))
    assert read(text, language="en-GB").language == "en-GB"


def test_entries_of_another_language_have_their_own() -> None:
    marked = (
        laid_out("n|{name}: {one} {two}", entries=BIKES)
        + "\n"
        + laid_out("n|{name}: {one} {two}", entries=GERMAN)
    )
    found = as_marked(marked)
    assert [term.language for term in found.terms] == ["en"] * 8 + ["de"] * 6


JAPANESE: tuple[Entry, ...] = (
    ("サドル", "乗る人が座る部分。", "高さは脚の長さに合わせて決める。"),
    ("スポーク", "ハブとリムをつなぐ細い棒。", "張りが車輪を丸く保つ。"),
    ("チェーン", "踏む力を後ろの車輪に伝える輪のつながり。", "油をさすと長持ちする。"),
    ("ハンドル", "自転車の向きを変えるために手で握る部分。", "形によって乗る姿勢が変わる。"),
    ("ペダル", "足をのせて踏む部分。", "クランクの先に付いている。"),
    ("リム", "車輪の外側の輪で、タイヤを支える。", "幅によって合うタイヤが決まる。"),
)


@pytest.mark.parametrize(
    "template",
    [
        ("n|{name}：{one}{two}",),
        ("n|{name}", "d|{one}{two}", " |"),
        ("n|【{name}】", "d|{one}{two}", " |"),
        ("n|■{name}", "d|{one}{two}", " |"),
    ],
)
def test_a_script_without_spaces(template: tuple[str, ...]) -> None:
    found = as_marked(laid_out(*template, entries=JAPANESE), "kotoba.txt")
    assert names(found) == [name for name, _, _ in JAPANESE]
    assert definitions(found) == [f"{one}{two}" for _, one, two in JAPANESE]
    assert found.language == "ja"


# --- what is no glossary ---------------------------------------------------------------------

NO_GLOSSARY = {
    "article": """The bridge over the Ull

On Tuesday the council voted to rebuild the wooden bridge over the Ull. Eleven members were
in favour, two were against, and one had gone home because of the snow.

The old bridge was closed in autumn after a tractor broke through the planks. Since then the
children of the upper village have walked an hour longer to school. "We have waited for four
winters," said the teacher, Mrs. Aas. "Now we want to see carpenters."

The work is to begin in May. Until then the ferry crosses every twenty minutes, as long as the
river carries no ice.
""",
    "poem": """Over the hill the lanterns go,
one for the rain and one for the snow,
one for the dog that sleeps in the hay,
one for the friend who has gone away.

Under the hill the river is slow,
nobody asks where the waters go.
Somebody whistles and somebody waits,
somebody rattles the iron gates.

Leave me a candle, leave me a key,
leave me the half of the apple tree.
""",
    "list of things to buy": """For the workshop
grease
tubes 28"
patches
cable ties
brake pads, 4 pairs
coffee
rags
light bulbs
""",
    "table of figures": "Year\tBikes\tRepairs\tHours\n"
    + "\n".join(f"{2010 + n}\t{40 + 3 * n}\t{310 + 17 * n}\t{1200 + 55 * n}" for n in range(12))
    + "\n",
}


@pytest.mark.parametrize("text", NO_GLOSSARY.values(), ids=NO_GLOSSARY.keys())
def test_what_is_no_glossary_is_not_read_as_one(text: str) -> None:
    with pytest.raises(Problem) as raised:
        read(text, "thing.txt")
    assert str(raised.value).startswith("thing.txt: ")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("text", ["", " \n\t\n", "Bicycle", "\ufeff", "-----\n=====\n"])
def test_next_to_nothing_is_told_in_one_line(text: str) -> None:
    with pytest.raises(Problem) as raised:
        read(text, "thing.txt")
    assert str(raised.value).startswith("thing.txt: ")
    assert "\n" not in str(raised.value)


# --- whatever comes --------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "Rim",
        "spoke",
        "the",
        "hub",
        "Übung",
        "2",
        "17.",
        "A",
        "(CRM)",
        "x/y",
        "see",
        "e.g.",
        "リム",
        "–",
    ]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
MARKS = st.sampled_from(
    [
        "",
        "# ",
        "## ",
        "- ",
        "• ",
        "1. ",
        "2) ",
        "**x** ",
        ": ",
        "    ",
        "\t",
        "> ",
        "| a | ",
        "```",
        "\f",
    ]
)
ENDS = st.sampled_from(["", ".", ":", " |", ": and so on.", " – a thing.", "\tanother thing."])
TYPED = st.builds("".join, st.tuples(MARKS, PHRASES, ENDS))
TEXTS = st.lists(st.one_of(st.just(""), TYPED, st.text(max_size=30)), max_size=60).map("\n".join)
quick = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def read_or_told(text: str) -> DocumentRead | str:
    try:
        return read_document(text.encode("utf-8", "replace"), "any.txt")
    except Problem as problem:
        assert "\n" not in str(problem)
        return str(problem)


@given(TEXTS)
@quick
def test_any_text_is_read_or_told_and_always_alike(text: str) -> None:
    assert read_or_told(text) == read_or_told(text)


@given(st.lists(st.one_of(st.just(""), TYPED), max_size=60))
@quick
def test_each_line_is_accounted_for_once(lines: list[str]) -> None:
    found = read_or_told("\n".join(lines))
    if isinstance(found, DocumentRead):
        assert [line.line for line in found.lines] == list(range(1, len(lines) + 1))


@given(TEXTS)
@quick
def test_spans_are_in_order_and_inside_the_document(text: str) -> None:
    found = read_or_told(text)
    if isinstance(found, DocumentRead):
        last = max(line.line for line in found.lines)
        starts = [term.line_start for term in found.terms]
        assert starts == sorted(starts)
        assert all(1 <= term.line_start <= term.line_end <= last for term in found.terms)
        assert all(term.name.strip() for term in found.terms)


ROLES = st.sampled_from(list(Role))


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """Lines as some format may give them, in any order of roles."""
    lines = []
    for number in range(1, draw(st.integers(1, 40)) + 1):
        role = draw(ROLES)
        cells = (
            tuple(draw(st.lists(PHRASES | st.just(""), min_size=1, max_size=4)))
            if role is Role.ROW
            else ()
        )
        text = "\t".join(cells) if cells else draw(st.one_of(st.just(""), PHRASES, TYPED)).strip()
        lines.append(
            Line(
                number,
                text,
                role=role,
                heading=draw(st.sampled_from([0, 0, 0, 1, 2, 6])),
                bold=draw(st.sampled_from(["", text, text[:4]])),
                bullet=draw(st.sampled_from(["", "", "•", "3."])),
                indent=draw(st.integers(0, 8)),
                cells=cells,
                head=bool(cells) and draw(st.booleans()),
                table=1 if cells else 0,
                linked=draw(st.sampled_from([0, len(text)])),
            )
        )
    return Content(tuple(lines))


@given(contents())
@quick
def test_any_lines_of_any_format_are_read_or_told(content: Content) -> None:
    try:
        found = find_entries(content, "any.bin")
    except Problem:
        return
    assert [line.line for line in found.lines] == [line.number for line in content.lines]
    assert all(1 <= one.line_start <= one.line_end <= len(content.lines) for one in found.terms)


def numbered_variants(count: int) -> list[Entry]:
    """``count`` entries, no two alike."""
    return [
        (f"{name} {number}", one, f"{two} Type {number} is no other.")
        for number in range(count)
        for name, one, two in [BIKES[number % len(BIKES)]]
    ]


def test_four_times_as_many_entries_take_about_four_times_as_long() -> None:
    def seconds(count: int) -> float:
        entries = numbered_variants(count)
        text = text_of(laid_out("n|{n}. {name}", "d|{one} {two}", " |", entries=entries))
        began = process_time()
        assert len(read(text).terms) == count
        return process_time() - began

    seconds(50)
    assert seconds(1_200) < 10 * seconds(300)


LAID_OUT_ALIKE = sorted((Path(__file__).parent / "no_glossary").iterdir())


@pytest.mark.parametrize("path", LAID_OUT_ALIKE, ids=lambda path: path.name)
def test_news_a_contract_and_a_recipe_are_no_glossary_unless_their_reader_says_so(
    path: Path,
) -> None:
    data = path.read_bytes()
    with pytest.raises(Problem, match=r"may be no glossary: .*--partial"):
        read_document(data, path.name)
    assert read_document(data, path.name, doubtful=True).terms


@pytest.mark.parametrize(
    "text",
    [
        f"## {'_ ' * 40}word\n\nA text.\n\n## Hub\n\nThe middle of a wheel.\n",
        "\n".join(f"- {'_ ' * 40}x{n}: where one sits" for n in range(40)),
        f"No.,Term,Meaning\n{'9' * 5000},Hub,The middle of a wheel that turns.\n"
        f"{'8' * 5000},Rim,The outer ring of a wheel that turns.\n",
    ],
    ids=["underscores in a heading", "underscores in items", "numbers of 5,000 digits"],
)
def test_odd_signs_and_long_numbers_take_no_time(text: str) -> None:
    before = process_time()
    for name in ("words.md", "words.csv", "words.txt"):
        try:
            read_document(text.encode(), name, doubtful=True)
        except Problem as problem:
            assert str(problem).startswith(name)
    assert process_time() - before < 20
