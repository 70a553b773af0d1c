"""PDFs as programs print them: lines, columns, tables and furniture of real pages."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import NameObject, NumberObject

from ontology.problem import Problem
from ontology.read.line import Content, Line, Role
from ontology.read.pdf.document import parse

NAMES = ("Batten", "Boom", "Cleat", "Fairlead", "Halyard", "Keel", "Luff", "Mast")
LONG = (
    "It is what a sailor holds on to when the wind comes from ahead and the boat leans over, "
    "and what holds the sail when nobody does. "
)


def sentences(number: int, count: int) -> str:
    """Some sentences that stand nowhere else."""
    words = ("wind", "wave", "rope", "sail", "knot", "deck", "crew", "tide", "port", "gull")
    found = []
    for at in range(count):
        some = [words[(number * 7 + at * 3 + step * (number + at + 1)) % 10] for step in range(12)]
        found.append(f"{some[0].title()} {number} {' '.join(some[1:])} and so on to the {at} end.")
    return " ".join(found)


def document() -> FPDF:
    pdf = FPDF(format="A4")
    pdf.set_font("Helvetica", size=11)
    return pdf


def read(pdf: FPDF) -> Content:
    return parse(bytes(pdf.output()), "boat.pdf")


def paragraph(pdf: FPDF, text: str, style: str = "", size: float = 11, width: float = 0) -> None:
    pdf.set_font("Helvetica", style, size)
    pdf.multi_cell(width, size / 2, text, markdown=True, new_x="LMARGIN", new_y="NEXT")


def said(content: Content) -> list[str]:
    return [line.text for line in content.lines if line.role is not Role.FURNITURE]


def rows(content: Content) -> list[tuple[str, ...]]:
    return [line.cells for line in content.lines if line.role is Role.ROW]


def test_lines_count_from_one_and_a_wide_gap_is_a_blank_line() -> None:
    pdf = document()
    pdf.add_page()
    for name in NAMES[:3]:
        paragraph(pdf, f"**{name}**: {LONG}")
        pdf.ln(4)
    lines = read(pdf).lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert [line.text for line in lines].count("") == 2
    assert [line.bold for line in lines if line.bold] == ["Batten", "Boom", "Cleat"]
    assert " ".join(line.text for line in lines[:2]) == f"Batten: {LONG}".strip()


def test_larger_letters_are_headings_by_rank() -> None:
    pdf = document()
    pdf.add_page()
    paragraph(pdf, "Words of a boat", size=24)
    for name in NAMES[:3]:
        paragraph(pdf, name, style="B", size=14)
        paragraph(pdf, LONG)
    headings = [(line.heading, line.text) for line in read(pdf).lines if line.heading]
    assert headings == [(1, "Words of a boat"), (2, "Batten"), (2, "Boom"), (2, "Cleat")]


@pytest.mark.parametrize("apart", ["a colour", "another font"])
def test_names_that_are_not_bold_may_be_set_apart_in_another_way(apart: str) -> None:
    pdf = document()
    pdf.add_page()
    for at, name in enumerate(NAMES):
        if apart == "a colour":
            pdf.set_text_color(0, 90, 160)
        pdf.set_font("Helvetica" if apart == "a colour" else "Times", size=11)
        pdf.write(6, name)
        pdf.set_text_color(0, 0, 0)
        pdf.set_font("Helvetica", size=11)
        pdf.write(6, f" {sentences(at, 3)}\n")
    assert [line.bold for line in read(pdf).lines if line.bold] == list(NAMES)


def test_slanted_words_in_a_text_are_not_names() -> None:
    pdf = document()
    pdf.add_page()
    for at in range(8):
        paragraph(pdf, sentences(at, 3).replace("sail", "__sail__").replace("rope", "__rope__"))
    assert not any(line.bold for line in read(pdf).lines)


def test_two_columns_are_read_one_after_the_other() -> None:
    pdf = document()
    pdf.add_page()
    paragraph(pdf, "Words of a boat, in the order of the alphabet, for whoever is new to one.")
    with pdf.text_columns(ncols=2, gutter=10, text_align="JUSTIFY") as columns:
        for name in NAMES:
            columns.write(f"{name}\n{LONG * 3}\n\n")
        columns.new_column()
    names = [text for text in said(read(pdf)) if text in NAMES]
    assert names == list(NAMES)
    text = " ".join(filter(None, said(read(pdf))))
    assert text.count(" ".join((LONG * 3).split())) == len(NAMES)


class Ship(FPDF):
    """A document with a running head and page numbers."""

    def header(self) -> None:
        self.set_font("Helvetica", size=9)
        self.cell(0, 10, "The ship's dictionary", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=9)
        self.cell(0, 10, f"page {self.page_no()}", align="C")


def test_running_heads_and_page_numbers_are_furniture() -> None:
    pdf = Ship()
    pdf.add_page()
    for at, name in enumerate(NAMES * 3):
        paragraph(pdf, f"**{name}** {sentences(at, 2)}")
        pdf.ln(3)
    content = read(pdf)
    furniture = [line.text for line in content.lines if line.role is Role.FURNITURE]
    pages = furniture[1::2]
    assert len(pages) > 1
    assert pages == [f"page {number}" for number in range(1, len(pages) + 1)]
    assert set(furniture[::2]) == {"The ship's dictionary"}
    assert not any("dictionary" in text or "page" in text for text in said(content))


def test_a_page_number_of_a_single_page_is_furniture() -> None:
    pdf = document()
    pdf.add_page()
    for name in NAMES[:3]:
        paragraph(pdf, f"{name}: {LONG}")
    pdf.set_y(-30)
    pdf.cell(0, 5, "17", align="C")
    assert [line.text for line in read(pdf).lines if line.role is Role.FURNITURE] == ["17"]


def test_a_sentence_over_a_page_break_is_not_divided() -> None:
    pdf = Ship()
    pdf.add_page()
    for at, name in enumerate(NAMES):
        paragraph(pdf, f"**{name}** {sentences(at, 11)}")
        pdf.ln(3)
    lines = read(pdf).lines
    foot = next(at for at, line in enumerate(lines) if line.text == "page 1")
    assert not lines[foot - 1].text.endswith(".")
    assert lines[foot + 1].role is Role.FURNITURE
    assert lines[foot + 2].text[0].islower()


def fill_table(pdf: FPDF, borders: str, count: int, length: int) -> list[tuple[str, ...]]:
    """Draws a table; its rows."""
    content = [("Word", "Meaning")]
    content += [(f"{NAMES[at % 8]} {at}", sentences(at, length)) for at in range(count)]
    # Without lines between them, only names at the top of their row tell rows apart.
    align = "TOP" if borders in {"NONE", "SINGLE_TOP_LINE"} else "MIDDLE"
    with pdf.table(
        borders_layout=borders, col_widths=(25, 75), line_height=6, v_align=align
    ) as table:
        for row in content:
            table.row(row)
    return [*content]


@pytest.mark.parametrize("borders", ["ALL", "HORIZONTAL_LINES", "SINGLE_TOP_LINE", "NONE"])
def test_the_rows_of_a_table_have_cells(borders: str) -> None:
    pdf = document()
    pdf.add_page()
    paragraph(pdf, "What stands below is a table of words.")
    expected = fill_table(pdf, borders, 6, 2)
    content = read(pdf)
    assert rows(content) == expected
    assert content.lines[-1].end - content.lines[-1].number >= 1
    assert {line.table for line in content.lines if line.cells} == {1}


def test_drawn_lines_divide_cells_that_nearly_touch() -> None:
    pdf = document()
    pdf.add_page()
    content = [(name, sentences(at, 3), sentences(at + 20, 2)) for at, name in enumerate(NAMES)]
    with pdf.table(col_widths=(16, 50, 34), line_height=6, padding=0.5, align="LEFT") as table:
        for row in content:
            table.row(row)
    assert rows(read(pdf)) == content


def test_a_table_over_several_pages_is_one_and_its_header_is_said_once() -> None:
    pdf = Ship()
    pdf.add_page()
    expected = fill_table(pdf, "ALL", 30, 3)
    content = read(pdf)
    assert rows(content) == expected
    assert {line.table for line in content.lines if line.cells} == {1}


def test_numbered_paragraphs_are_no_table() -> None:
    pdf = document()
    pdf.add_page()
    for at, name in enumerate(NAMES, start=1):
        top = pdf.get_y()
        pdf.cell(12, 6, f"{at}.")
        pdf.set_xy(pdf.l_margin + 12, top)
        paragraph(pdf, f"{name}: {LONG}", width=120)
    lines = read(pdf).lines
    assert not any(line.cells for line in lines)
    assert [line.text for line in lines if line.text[0].isdigit()][1].startswith("2. ")


def test_bullets_are_marks_and_what_stands_in_is_indented() -> None:
    pdf = document()
    pdf.core_fonts_encoding = "cp1252"
    pdf.add_page()
    paragraph(pdf, f"Keel: {LONG}")
    for text in ("of wood", "of iron"):
        pdf.set_x(pdf.l_margin + 10)
        pdf.set_font("Helvetica", size=11)
        pdf.cell(0, 6, f"• {text}", new_x="LMARGIN", new_y="NEXT")
    marked = [line for line in read(pdf).lines if line.text in {"of wood", "of iron"}]
    assert [line.bullet for line in marked] == ["•", "•"]
    assert all(line.indent > 2 for line in marked)


def picture() -> BytesIO:
    """A picture of four dots, as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    size = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    dots = (
        chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0\0\xff" * 2)) + chunk(b"IEND", b"")
    )
    return BytesIO(b"\x89PNG\r\n\x1a\n" + dots)


def test_a_page_that_is_a_picture_is_named_and_the_reading_is_partial() -> None:
    pdf = document()
    pdf.add_page()
    paragraph(pdf, LONG)
    pdf.add_page()
    pdf.image(picture(), w=100)
    content = read(pdf)
    assert content.partial
    assert content.left_out == ("page 2 holds no text: it may be a picture",)


def test_a_document_of_pictures_is_a_problem() -> None:
    pdf = document()
    pdf.add_page()
    pdf.image(picture(), w=100)
    with pytest.raises(Problem, match=r"holds no text: its pages may be pictures; .*OCR"):
        read(pdf)


def test_letters_that_do_not_stand_upright_are_left_out_and_said() -> None:
    pdf = document()
    pdf.add_page()
    paragraph(pdf, LONG)
    with pdf.rotation(60, 100, 100):
        pdf.text(100, 100, "DRAFT, NOT TO BE SHOWN TO ANYBODY")
    content = read(pdf)
    assert "DRAFT" not in " ".join(said(content))
    assert content.left_out == ("page 1: 27 letters that do not stand upright",)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_held(angle: int) -> None:
    """The text is drawn so that it stands upright once the page is turned."""
    pdf = document()
    pdf.add_page()
    for at, name in enumerate(NAMES[:3]):
        with pdf.rotation(angle, 105, 148):
            pdf.text(60, 100 + 10 * at, f"{name}: a word")
    writer = PdfWriter(BytesIO(bytes(pdf.output())))
    writer.pages[0][NameObject("/Rotate")] = NumberObject(angle)
    file = BytesIO()
    writer.write(file)
    lines = [line for line in parse(file.getvalue(), "x.pdf").lines if line.text]
    assert [line.text for line in lines] == [f"{name}: a word" for name in NAMES[:3]]


def test_a_password_is_said_and_one_that_only_guards_printing_is_none() -> None:
    for user, is_open in (("", True), ("secret", False)):
        pdf = document()
        pdf.set_encryption("owner", user)
        pdf.add_page()
        paragraph(pdf, "Keel: a word")
        data = bytes(pdf.output())
        if is_open:
            assert said(parse(data, "x.pdf")) == ["Keel: a word"]
        else:
            with pytest.raises(Problem, match=r"x\.pdf: has a password; save it without one"):
                parse(data, "x.pdf")


def test_what_only_another_library_could_decrypt_is_said_to_be_encrypted() -> None:
    data = (Path(__file__).parent / "files_b" / "aes_256.pdf").read_bytes()
    with pytest.raises(Problem, match=r"x\.pdf: is encrypted; print it to a new PDF"):
        parse(data, "x.pdf")


def test_title_and_language_are_the_documents_own() -> None:
    pdf = document()
    pdf.set_title("Words of a boat")
    pdf.set_lang("en-GB")
    pdf.add_page()
    paragraph(pdf, LONG)
    content = read(pdf)
    assert (content.title, content.language) == ("Words of a boat", "en-GB")


def drawn(stream: bytes) -> bytes:
    """A page with one font that a stream of operators draws on."""
    pdf = document()
    pdf.add_page()
    paragraph(pdf, "x")
    writer = PdfWriter(BytesIO(bytes(pdf.output())))
    contents = writer.pages[0]["/Contents"].get_object()
    contents.set_data(stream)  # type: ignore[union-attr]
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


DRAWINGS: dict[str, tuple[bytes, list[str]]] = {
    "letters_one_by_one": (
        b"BT /F1 10 Tf 50 700 Td (K) Tj 6.67 0 Td (e) Tj 5.56 0 Td (e) Tj 5.56 0 Td (l) Tj ET",
        ["Keel"],
    ),
    "kerned_words": (b"BT /F1 10 Tf 50 700 Td [(Ke) 20 (el) -300 (is)] TJ ET", ["Keel is"]),
    "lines_by_leading": (
        b"BT /F1 10 Tf 12 TL 50 700 Td (Keel) Tj (is) ' T* (x) Tj ET",
        ["Keel", "is", "x"],
    ),
    "a_scaled_page": (
        b"q .1 0 0 .1 0 0 cm BT /F1 100 Tf 500 7000 Td (Keel) Tj ET Q "
        b"BT /F1 10 Tf 50 688 Td (is) Tj ET",
        ["Keel", "is"],
    ),
    "a_page_from_the_top_down": (
        b"q 1 0 0 -1 0 800 cm BT /F1 10 Tf 1 0 0 -1 50 100 Tm (Keel) Tj ET "
        b"BT /F1 10 Tf 1 0 0 -1 50 112 Tm (is) Tj ET Q",
        ["Keel", "is"],
    ),
    "a_raised_letter": (
        b"BT /F1 10 Tf 50 700 Td (Keel) Tj /F1 6 Tf 3 Ts (2) Tj 0 Ts /F1 10 Tf ( is) Tj ET",
        ["Keel2 is"],
    ),
    "operands_that_are_none": (
        b"BT /F1 Tf (x) Tj /F1 10 Tf 50 700 Td (Keel) Tj Td Tm [] TJ Tj cm q Q Q ' ET",
        ["Keel"],
    ),
    "printed_twice_to_be_bold": (
        b"BT /F1 10 Tf 50 700 Td (Keel) Tj .3 0 Td (Keel) Tj ET",
        ["Keel"],
    ),
    "a_head_that_says_so": (
        b"/Artifact BMC BT /F1 10 Tf 50 750 Td (Head) Tj ET EMC "
        b"BT /F1 10 Tf 50 700 Td (Keel) Tj ET",
        ["Keel"],
    ),
}


@pytest.mark.parametrize(("stream", "texts"), DRAWINGS.values(), ids=list(DRAWINGS))
def test_whatever_a_page_is_drawn_with_its_lines_are_what_is_seen(
    stream: bytes, texts: list[str]
) -> None:
    assert said(parse(drawn(stream), "x.pdf")) == texts


def test_printing_twice_with_a_small_step_is_bold() -> None:
    stream, _ = DRAWINGS["printed_twice_to_be_bold"]
    assert parse(
        drawn(stream + b" BT 50 680 Td (" + b"plain text " * 9 + b") Tj ET"), "x.pdf"
    ).lines[0] == Line(1, "Keel", bold="Keel")


def test_what_is_no_pdf_is_said() -> None:
    for data, what in ((b"", "is empty"), (b"Keel", "is no PDF"), (b"%PDF-1.7\nKeel", "damaged")):
        with pytest.raises(Problem, match=what) as caught:
            parse(data, "x.pdf")
        assert caught.value.mend
        assert "\n" not in str(caught.value)


def test_more_pages_than_a_glossary_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ontology.read.pdf.document.MOST_PAGES", 1)
    pdf = document()
    for _ in range(2):
        pdf.add_page()
        paragraph(pdf, "Keel: a word")
    with pytest.raises(Problem, match="has more than 1 pages"):
        read(pdf)


def whole() -> bytes:
    pdf = document()
    pdf.set_compression(False)
    pdf.add_page()
    paragraph(pdf, f"**Keel**: {LONG}")
    fill_table(pdf, "ALL", 3, 1)
    return bytes(pdf.output())


WHOLE = whole()


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=6))
def test_a_damaged_pdf_is_read_or_a_problem(at: int, damage: bytes) -> None:
    data = WHOLE[:at] + damage + WHOLE[at + len(damage) :]
    try:
        parse(data, "x.pdf")
    except Problem as problem:
        assert "\n" not in str(problem)


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE) - 1))
def test_a_pdf_that_ends_early_is_read_or_a_problem(at: int) -> None:
    try:
        parse(WHOLE[:at], "x.pdf")
    except Problem:
        return
