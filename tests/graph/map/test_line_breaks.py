"""How wide a text is before a browser has seen it, and where it breaks."""

from hypothesis import given
from hypothesis import strategies as st

from graph.map.line_breaks import break_lines, join_lines, width


def test_a_short_name_is_one_line() -> None:
    assert break_lines("lead scoring", 200, 12) == ("lead scoring",)


def test_a_long_name_breaks_into_lines_of_about_the_same_length() -> None:
    lines = break_lines("norma de seguridad de datos de la industria de tarjetas de pago", 200, 12)
    widths = [width(line, 12) for line in lines]
    assert len(lines) == 2
    assert max(widths) <= 200
    assert min(widths) > 0.7 * max(widths)


def test_text_without_spaces_breaks_between_ideographs() -> None:
    lines = break_lines("顧客関係管理システムの導入と運用", 100, 12)
    assert len(lines) > 1
    assert join_lines(lines) == "顧客関係管理システムの導入と運用"


def test_a_word_longer_than_a_line_is_broken_not_let_out() -> None:
    lines = break_lines("Donaudampfschifffahrtsgesellschaft", 120, 12)
    assert all(width(line, 12) <= 120 for line in lines)
    assert join_lines(lines) == "Donaudampfschifffahrtsgesellschaft"


def test_a_text_without_end_is_cut_and_says_so() -> None:
    lines = break_lines("very " * 5000, 150, 12)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_a_label_of_a_hundred_thousand_letters_or_accents_is_cut_too() -> None:
    assert break_lines("m" * 100_000, 150, 12)[-1].endswith("…")
    assert len(break_lines("e" + "\u0301" * 100_000 + " word" * 100, 150, 12)) == 3


def test_an_accent_takes_no_room_of_its_own() -> None:
    assert width("éxito", 12) == width("exito", 12) == width("e\u0301xito", 12)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]) | st.just(" "), max_size=60))
def test_no_line_is_wider_than_allowed_and_nothing_is_lost(text: str) -> None:
    lines = break_lines(text, 90, 12, most=100)
    assert join_lines(lines).replace("\u200b", "") == " ".join(text.split()).replace("\u200b", "")
    assert all(width(line, 12) <= 90 for line in lines)
