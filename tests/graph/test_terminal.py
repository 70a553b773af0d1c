"""What a graph holds cannot drive the terminal that shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.terminal import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("a\rb", "a\\x0db"),
        ("\x9b31m", "\\x9b31m"),
        ("glim\u202emilg", "glim\\u202emilg"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("a\u2028b", "a\\u2028b"),
        ("\ufeffx\u061c\u200f", "\\ufeffx\\u061c\\u200f"),
        ("\x00\x07\x7f", "\\x00\\x07\\x7f"),
    ],
)
def test_what_drives_a_terminal_is_shown_as_its_code(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_lines_tabs_and_letters_of_every_script_stay() -> None:
    text = "Größe\t大小\nحجم \u200c😀\n"
    assert printable(text) == text


@given(st.text())
def test_nothing_but_lines_and_tabs_is_left_to_drive_it(text: str) -> None:
    left = printable(text).replace("\n", "").replace("\t", "")
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in left)
    assert printable(printable(text)) == printable(text)
