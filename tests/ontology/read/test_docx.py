"""A Word document becomes the lines that its reader sees, numbered by paragraph."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.problem import Problem
from ontology.read.docx.body import MOST_PARAGRAPHS
from ontology.read.docx.document import parse
from ontology.read.line import Content, Line, Role

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
LISTS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(**targets: str) -> str:
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{TYPES}{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{LISTS}">{listed}</Relationships>'


def document(body: str, **parts: str) -> bytes:
    """A package with that body, and more parts by kind: ``styles``, ``numbering``, ``header``."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
        listed = relations(**{kind: f"{kind}.xml" for kind in parts})
        archive.writestr("word/_rels/document.xml.rels", listed)
        for kind, content in {"document": f"<w:body>{body}</w:body>", **parts}.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{kind} {WORD}>{content}</w:{kind}>")
    return made.getvalue()


def read(body: str, **parts: str) -> Content:
    return parse(document(body, **parts), "terms.docx")


def lines(body: str, **parts: str) -> tuple[Line, ...]:
    return read(body, **parts).lines


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    content = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(content)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    content = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def style(style_id: str, name: str, properties: str = "", based_on: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{properties}</w:style>'
    )


def of_style(style_id: str, text: str) -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style_id}"/>')


def in_list(list_id: int, level: int, text: str) -> str:
    return paragraph(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
    )


BOLD = "<w:b/>"


def test_a_paragraph_is_a_line_and_an_empty_one_counts() -> None:
    assert lines(paragraph("Kiln") + paragraph() + paragraph("An ", "oven.")) == (
        Line(1, "Kiln"),
        Line(2, ""),
        Line(3, "An oven."),
    )


def test_a_row_counts_as_one_paragraph_whatever_its_cells_hold() -> None:
    two = f"<w:tc>{paragraph('Soft')}{paragraph('clay')}</w:tc>"
    body = paragraph("Before") + table(row("Slip", two), row("Bat", "Board")) + paragraph("After")
    assert [(line.number, line.cells) for line in lines(body)] == [
        (1, ()),
        (2, ("Slip", "Soft\nclay")),
        (3, ("Bat", "Board")),
        (4, ()),
    ]
    assert lines(body)[1].text == "Slip\tSoft\nclay"
    assert lines(body)[1].role is Role.ROW


def test_headings_are_known_in_whatever_language_word_speaks() -> None:
    styles = (
        style("berschrift1", "heading 1")
        + style("Titre2", "Heading 2")
        + style("Mine", "Stichwort", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("Child", "Mein Titel", based_on="berschrift1")
    )
    body = "".join(of_style(one, one) for one in ("berschrift1", "Titre2", "Mine", "Child", "No"))
    levels = [line.heading for line in lines(body, styles=styles)]
    assert levels == [1, 2, 3, 1, 0]


def test_a_paragraph_says_its_own_outline_level() -> None:
    assert lines(paragraph("Deep", properties='<w:outlineLvl w:val="8"/>'))[0].heading == 6
    assert lines(paragraph("Text", properties='<w:outlineLvl w:val="9"/>'))[0].heading == 0


def test_the_title_of_a_document_is_told() -> None:
    page = read(of_style("T", "Clay words"), styles=style("T", "Title"))
    assert (page.title, page.lines[0].heading) == ("Clay words", 1)


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        ((run("Kiln", BOLD), ": an oven"), "Kiln"),
        ((run("Bisque", BOLD), " ", run("ware:", BOLD), " fired once"), "Bisque ware:"),
        ((run("All of it", BOLD),), "All of it"),
        ((run("Kiln", '<w:b w:val="0"/>'), ": an oven"), ""),
        ((run("Kiln", "<w:i/>"), " – an oven"), "Kiln"),
        ((run("Kiln", '<w:u w:val="single"/>'), " is an oven"), "Kiln"),
        ((run("Kiln", '<w:u w:val="none"/>'), " is an oven"), ""),
        ((run("A motto.", "<w:i/>"),), ""),
        ((run("Kiln", '<w:sz w:val="32"/>'),), "Kiln"),
        (("An ", run("oven", BOLD)), ""),
    ],
)
def test_what_is_set_apart_at_the_beginning_is_told(runs: tuple[str, ...], bold: str) -> None:
    assert lines(paragraph(*runs))[0].bold == bold


def test_a_style_can_make_a_paragraph_or_a_word_bold() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    styles = style("Term", "Term", bold) + style("Name", "Name", bold)
    word = run("Glaze", '<w:rStyle w:val="Name"/>')
    body = of_style("Term", "Kiln") + paragraph(word, ": glass")
    assert [line.bold for line in lines(body, styles=styles)] == ["Kiln", "Glaze"]


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("A", "a", based_on="B") + style("B", "b", based_on="A")
    assert lines(of_style("A", "Kiln"), styles=styles) == (Line(1, "Kiln"),)


def level(at: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}'
    f"{level(1, 'decimal', '%1.%2')}{level(2, 'lowerLetter', '%3)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="8">{level(0, "bullet", "o")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="9">{level(0, "upperRoman", "(%1)", 4)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="10"/></w:lvlOverride></w:num>'
)


def test_the_number_that_word_shows_is_the_mark_of_the_line() -> None:
    items = ((1, 0), (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (4, 0), (4, 0))
    body = "".join(in_list(list_id, at, "x") for list_id, at in items)
    read_lines = lines(body, numbering=NUMBERING)
    assert [line.bullet for line in read_lines] == (
        ["1.", "2.", "2.1", "2.2", "a)", "3.", "3.1", "•", "(IV)", "10.", "11."]
    )
    assert [line.indent for line in read_lines][:5] == [0, 0, 2, 2, 4]


def test_a_style_can_number_its_paragraphs_and_a_paragraph_can_refuse() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    refused = paragraph(
        "c", properties='<w:pStyle w:val="N"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    body = of_style("N", "a") + of_style("N", "b") + refused
    read_lines = lines(body, styles=style("N", "N", numbered), numbering=NUMBERING)
    assert [line.bullet for line in read_lines] == ["1.", "2.", ""]


def test_a_line_break_begins_a_line_of_the_same_paragraph() -> None:
    name = run("Kiln", BOLD)
    body = paragraph(name, "<w:r><w:br/></w:r>", "An oven.") + paragraph("Next")
    assert lines(body) == (Line(1, "Kiln", bold="Kiln"), Line(1, "An oven."), Line(2, "Next"))


def test_tabs_and_special_hyphens_are_characters() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>Kiln</w:t><w:tab/>"
        "<w:t>an</w:t><w:softHyphen/><w:t>oven</w:t><w:noBreakHyphen/></w:r></w:p>"
    )
    assert lines(body)[0].text == "Kiln\tan\u00adoven\u2011"


def test_values_over_several_rows_are_repeated_and_over_columns_are_not() -> None:
    top, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row("Term", "Meaning", properties="<w:tblHeader/>"),
        row(cell("Kiln", top), "An oven."),
        row(cell("", below), "A room of fire."),
        row(cell("Wide", '<w:gridSpan w:val="2"/>')),
    )
    read_lines = lines(body)
    assert [line.cells for line in read_lines] == [
        ("Term", "Meaning"),
        ("Kiln", "An oven."),
        ("Kiln", "A room of fire."),
        ("Wide", ""),
    ]
    assert [line.head for line in read_lines] == [True, False, False, False]
    assert {line.table for line in read_lines} == {1}


def test_a_bold_first_cell_is_told() -> None:
    body = table(row(cell(run("Kiln", BOLD)), "An oven."), row("Slip", "Clay."))
    assert [line.bold for line in lines(body)] == ["Kiln", ""]


def test_a_table_of_one_cell_is_a_box_with_text() -> None:
    body = table(f"<w:tr><w:tc>{paragraph('Kiln')}{paragraph('An oven.')}</w:tc></w:tr>")
    assert lines(body + paragraph("x")) == (Line(1, "Kiln"), Line(1, "An oven."), Line(2, "x"))


def test_a_text_box_has_the_number_of_its_paragraph_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    drawn = (
        f"<w:r><w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback>"
        "</w:AlternateContent></w:r>"
    )
    body = paragraph("Text", drawn, " goes on") + paragraph("Next")
    assert lines(body) == (Line(1, "Text goes on"), Line(1, "In a box"), Line(2, "Next"))


def test_what_stands_in_content_controls_counts() -> None:
    body = f"<w:sdt><w:sdtContent>{paragraph('Kiln')}</w:sdtContent></w:sdt>{paragraph('x')}"
    assert [line.number for line in lines(body)] == [1, 2]


def test_letters_of_links_are_counted() -> None:
    linked = f"<w:hyperlink>{run('Glaze')}</w:hyperlink>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "x"</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>{run("Slip")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph("See ", linked) + paragraph(field, " too")
    assert [(line.text, line.linked) for line in lines(body)] == [("See Glaze", 5), ("Slip too", 4)]


def test_a_table_of_contents_is_furniture() -> None:
    styles = style("TOC1", "toc 1")
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr>{paragraph('Contents')}</w:sdt>"
    body = of_style("TOC1", "Kiln 3") + control + paragraph("Kiln")
    furniture, text = Role.FURNITURE, Role.TEXT
    assert [line.role for line in lines(body, styles=styles)] == [furniture, furniture, text]


def test_the_styles_of_a_definition_list_say_what_is_what() -> None:
    styles = style("T", "Definition Term") + style("D", "Definition")
    body = of_style("T", "a") + of_style("D", "b") + in_list(1, 0, "c") + paragraph("d")
    read_lines = lines(body, styles=styles, numbering=NUMBERING)
    roles = [line.role for line in read_lines]
    assert roles == [Role.TERM, Role.DEFINITION, Role.DEFINITION, Role.TEXT]


def test_changes_are_read_as_if_they_were_accepted_and_what_went_is_named() -> None:
    changed = (
        f"<w:ins>{run('new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('gone')}</w:moveFrom>"
    )
    before = "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
    page = read(paragraph("A ", changed) + paragraph(run("Plain", before)))
    assert [line.text for line in page.lines] == ["A new", "Plain"]
    assert page.lines[1].bold == ""
    assert page.left_out == ("deleted text (paragraph 1): “old”",)


def test_hidden_text_is_left_out_and_named() -> None:
    page = read(paragraph("Seen") + paragraph("a ", run("secret", "<w:vanish/>"), "b"))
    assert page.lines[1].text == "a b"
    assert page.left_out == ("hidden text (paragraph 2): “secret”",)


def test_what_stands_beside_the_text_is_left_out_and_named() -> None:
    kinds = ("header", "footer", "footnotes", "comments")
    parts = {kind: paragraph(f"The {kind}") for kind in kinds}
    assert read(paragraph("Kiln"), **parts).left_out == (
        "text of a header: “The header”",
        "text of a footer: “The footer”",
        "footnotes: “The footnotes”",
        "comments: “The comments”",
    )


def test_a_document_of_pictures_is_read_in_part() -> None:
    page = read("<w:p><w:r><w:drawing><w:blip/></w:drawing></w:r></w:p>")
    assert page.partial
    assert page.left_out == ("pictures, and there is no other text",)


def test_millions_of_paragraphs_are_refused() -> None:
    with pytest.raises(Problem, match="paragraphs"):
        read("".join(f'<w:p w:rsidR="{at * 7919}"/>' for at in range(MOST_PARAGRAPHS + 1)))


def test_merged_cells_do_not_multiply_the_document() -> None:
    first = row(cell("long " * 1000, '<w:vMerge w:val="restart"/>'), "x")
    body = table(first, *[row(cell("", "<w:vMerge/>"), "x")] * 2000)
    assert sum(len(line.text) for line in lines(body)) < 1_100_000


def test_other_packages_are_told_from_word_documents() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("_rels/.rels", relations(officeDocument="xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Problem, match="is an Excel file, no Word document"):
        parse(made.getvalue(), "terms.docx")


@pytest.mark.parametrize("body", ["<w:p>", "<w:p></w:r>", "&bomb;"])
def test_broken_xml_is_a_problem_with_the_name_of_the_file(body: str) -> None:
    with pytest.raises(Problem) as raised:
        read(body)
    assert raised.value.where.startswith("terms.docx")


LEAVES = (
    *("<w:t>x</w:t>", "<w:br/>", "<w:tab/>", "<w:b/>", '<w:ilvl w:val="9"/>', "<w:vMerge/>"),
    *('<w:fldChar w:fldCharType="end"/>', '<w:fldChar w:fldCharType="separate"/>'),
    *('<w:gridSpan w:val="99999"/>', '<w:numId w:val="1"/>', '<w:sz w:val="x"/>'),
)
NAMES = (
    *("p", "r", "tbl", "tr", "tc", "rPr", "pPr", "tcPr", "trPr", "sdt", "txbxContent", "del"),
    *("numPr", "hyperlink", "t", "Fallback", "instrText"),
)
TREES: st.SearchStrategy[str] = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        st.sampled_from(NAMES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=6))
def test_elements_in_any_order_are_read(trees: list[Any]) -> None:
    for line in lines("".join(trees), numbering=NUMBERING):
        assert line.text.startswith(line.bold)
        assert line.role is not Role.ROW or line.text == "\t".join(line.cells)
