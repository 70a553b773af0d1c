"""XLSX as people leave it: what a reader of the sheet sees, row by row, and what is not seen."""

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from ontology.problem import Problem
from ontology.read.line import Content, Line, Role
from ontology.read.xlsx.document import parse
from ontology.read.xlsx.number_format import shown


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(fill: Callable[[Worksheet], None]) -> Content:
    """What is read of a workbook whose one sheet was filled."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Words"
    fill(sheet)
    return parse(saved(book), "words.xlsx")


def rows(content: Content) -> list[tuple[int, tuple[str, ...]]]:
    return [(line.number, line.cells) for line in content.lines]


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()) if name == part else text)
    return file.getvalue()


def test_rows_have_the_numbers_of_the_sheet_and_cells_by_column() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Our words"])
        sheet.append([])
        sheet.append(["Term", None, "Meaning"])
        sheet.append(["Lead", None, "may buy\nor not"])

    content = read(fill)
    assert rows(content) == [
        (1, ("Our words", "")),
        (2, ()),
        (3, ("Term", "Meaning")),
        (4, ("Lead", "may buy\nor not")),
    ]
    assert [line.role for line in content.lines] == [Role.ROW, Role.TEXT, Role.ROW, Role.ROW]
    assert {line.under for line in content.lines if line.text} == {"Words"}


def test_each_sheet_is_a_table_with_rows_of_its_own() -> None:
    book = Workbook()
    for title, name in (("Ventas", "Lead"), ("Soporte", "Caso")):
        book.create_sheet(title).append([name, "algo"])
    lines = parse(saved(book), "x.xlsx").lines
    assert [(line.number, line.under, line.cells[0]) for line in lines] == [
        (1, "Ventas", "Lead"),
        (1, "Soporte", "Caso"),
    ]
    assert lines[0].table != lines[1].table


def test_hidden_sheets_rows_and_columns_are_left_out_and_named() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Lead", "secret", "may buy"], ["Gone", "secret", "x"], ["Deal", "", "sold"]):
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    old = book.create_sheet("Old")
    old.append(["Client", "someone"])
    old.sheet_state = "hidden"
    content = parse(saved(book), "x.xlsx")
    assert rows(content) == [(1, ("Lead", "may buy")), (2, ()), (3, ("Deal", "sold"))]
    assert content.left_out == (
        "hidden sheet 'Old'",
        "hidden column B of sheet 'Sheet'",
        "hidden row 2 of sheet 'Sheet'",
    )


def test_a_name_merged_over_rows_stands_in_each_of_them() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["Lead", "may buy"], [None, "or not"], ["Deal", "sold"]):
            sheet.append(row)
        sheet.merge_cells("A1:A2")

    content = read(fill)
    assert rows(content) == [
        (1, ("Lead", "may buy")),
        (2, ("Lead", "or not")),
        (3, ("Deal", "sold")),
    ]
    assert "from A1" in content.repaired[0]


def test_an_entry_whose_every_cell_is_merged_is_one_row_that_ends_lower() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["Lead", "may buy"], [], [], ["Deal", "sold"]):
            sheet.append(row)
        sheet.merge_cells("A1:A3")
        sheet.merge_cells("B1:B3")

    content = read(fill)
    assert [(line.number, line.end, line.cells[0]) for line in content.lines] == [
        (1, 3, "Lead"),
        (4, 4, "Deal"),
    ]


def test_a_title_merged_over_columns_is_said_once() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Our words"])
        sheet.append(["Lead", "may buy"])
        sheet.merge_cells("A1:B1")

    assert rows(read(fill))[0] == (1, ("Our words", ""))


def test_numbers_and_dates_are_those_that_the_sheet_shows() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append([3.0, 0.25, 7, date(2026, 3, 1), datetime(2026, 3, 1, 14, 30), time(9, 5)])
        for column, code in (("B", "0%"), ("C", "000")):
            sheet[f"{column}1"].number_format = code
        sheet.append([True, 0.1 + 0.2])

    content = read(fill)
    assert content.lines[0].cells == (
        "3",
        "25%",
        "007",
        "2026-03-01",
        "2026-03-01 14:30:00",
        "09:05:00",
    )
    assert content.lines[1].cells[:2] == ("TRUE", "0.3")


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("12", '"Nr. "0', "Nr. 12"),
        ("-5", "#,##0;[Red]-#,##0", "-5"),
        ("46000", "d/m/yyyy", "2025-12-09"),
        ("59", "d/m/yy", "1900-02-28"),
        ("nan", "0", "nan"),
        ("1e300", "", "1e+300"),
        ("1", "0" * 10_000, "1"),
    ],
)
def test_a_number_is_shown_by_its_code(number: str, code: str, said: str) -> None:
    assert shown(number, code) == said


@given(st.floats().map(str) | st.text(max_size=8), st.text('0#,.%dmyhs;"\\[]_* E@/', max_size=20))
def test_any_code_shows_something(number: str, code: str) -> None:
    assert isinstance(shown(number, code), str)


def test_a_formula_without_a_value_is_said_and_the_reading_is_partial() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Lead", "may buy"])
        sheet.append(["=UPPER(A1)", "x"])

    content = read(fill)
    assert content.partial
    assert "(A2)" in content.left_out[0]
    assert content.lines[1].cells == ("", "x")


def test_a_formula_shows_the_value_that_was_saved() -> None:
    book = Workbook()
    book.worksheets[0].append(["=UPPER(B1)", "lead"])

    def compute(xml: str) -> str:
        return re.sub(
            r'<c r="A1"[^>]*><f>(.*?)</f><v ?/?>(</v>)?</c>',
            r'<c r="A1" t="str"><f>\1</f><v>LEAD</v></c>',
            xml,
        )

    content = parse(changed(saved(book), "xl/worksheets/sheet1.xml", compute), "x.xlsx")
    assert content.lines[0].cells == ("LEAD", "lead")
    assert not content.partial


def bold_of(fill: Callable[[Worksheet], None]) -> list[str]:
    return [line.bold for line in read(fill).lines]


def test_bold_names_are_told_from_other_text() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Lead", "may buy"])
        sheet.append(["Term", "Meaning"])
        rich = CellRichText(TextBlock(InlineFont(b=True), "Deal"), ": what is sold")
        sheet.append([rich, "x"])
        sheet.append(["plain", "text"])
        for name in ("A1", "A2", "B2"):
            sheet[name].font = Font(bold=True)

    assert bold_of(fill) == ["Lead", "Term\tMeaning", "Deal", ""]


def test_a_filter_or_a_table_says_which_row_is_the_header() -> None:
    def filtered(sheet: Worksheet) -> None:
        for row in (["Our words"], ["Term", "Meaning"], ["Lead", "may buy"]):
            sheet.append(row)
        sheet.auto_filter.ref = "A2:B3"

    def table(sheet: Worksheet) -> None:
        for row in (["Our words"], ["Term", "Meaning"], ["Lead", "may buy"]):
            sheet.append(row)
        sheet.add_table(Table(displayName="Words", ref="A2:B3"))

    for fill in (filtered, table):
        assert [line.head for line in read(fill).lines] == [False, True, False]


def test_notes_at_cells_are_left_out_and_said() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Lead", "may buy"])
        sheet["A1"].comment = Comment("ask Ana", "Eva")

    assert read(fill).left_out == ("notes at cells of sheet 'Words'",)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def by_hand(sheet: str, texts: str = "", workbook: str = "") -> bytes:
    """A workbook as Excel writes it: texts are shared, parts are found by their relations."""

    def relations(*targets: tuple[str, str]) -> str:
        listed = "".join(
            f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for at, (kind, target) in enumerate(targets)
        )
        return f"<Relationships>{listed}</Relationships>"

    parts = {
        "_rels/.rels": relations(("officeDocument", "/book/book.xml")),
        "book/_rels/book.xml.rels": relations(
            ("worksheet", "one.xml"), ("sharedStrings", "../texts.xml")
        ),
        "book/book.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}<sheets>'
        '<sheet name="Words" sheetId="9" r:id="r0"/></sheets></workbook>',
        "book/one.xml": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{sheet}</x:sheetData>'
        "</x:worksheet>",
        "texts.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name, text in parts.items():
            new.writestr(name, text)
    return file.getvalue()


def test_texts_that_cells_share_are_found_by_their_number() -> None:
    texts = (
        "<si><r><rPr><b/></rPr><t>Le</t></r><r><rPr><b/></rPr><t>ad</t></r><r><t>: who</t></r></si>"
        "<si><t>may_x000D_\nbuy</t></si>"
        "<si><t>東京</t><rPh><t>とうきょう</t></rPh></si>"
    )
    cells = "".join(f'<x:c t="s"><x:v>{at}</x:v></x:c>' for at in (0, 1, 2, 7))
    content = parse(by_hand(f"<x:row>{cells}</x:row>", texts), "x.xlsx")
    assert content.lines[0].cells == ("Lead: who", "may\nbuy", "東京")
    assert content.lines[0].bold == "Lead"
    assert content.lines[0].number == 1


def test_an_error_is_no_text_and_is_said() -> None:
    cells = '<x:c r="A1" t="e"><x:v>#REF!</x:v></x:c><x:c r="B1" t="str"><x:v>x</x:v></x:c>'
    content = parse(by_hand(f"<x:row>{cells}</x:row>"), "x.xlsx")
    assert content.lines[0].cells == ("x",)
    assert content.left_out == ("errors in sheet 'Words': A1 (#REF!)",)


def test_a_far_cell_is_one_column_more_and_one_blank_line_before_it() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Lead", "may buy"])
        sheet["XFD1048576"] = "stray"

    assert read(fill).lines == (
        Line(
            1, "Lead\tmay buy\t", 0, Role.ROW, cells=("Lead", "may buy", ""), table=1, under="Words"
        ),
        Line(2, "", last=1_048_575),
        Line(1_048_576, "\t\tstray", 0, Role.ROW, cells=("", "", "stray"), table=1, under="Words"),
    )


def test_what_is_no_workbook_is_named() -> None:
    def package(**parts: str) -> bytes:
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as new:
            for name, text in parts.items():
                new.writestr(name.replace("_", "/", 1), text)
        return file.getvalue()

    for data, said in (
        (package(xl_workbook="x"), "no Excel file"),
        (package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        (b"Lead: may buy", "no Word or Excel file"),
        (saved(Workbook()), "shows no text"),
    ):
        with pytest.raises(Problem, match=said) as caught:
            parse(data, "x.xlsx")
        assert str(caught.value).startswith("x.xlsx: ")
        assert caught.value.mend


def test_a_sheet_that_ends_early_is_a_problem_with_its_place() -> None:
    book = Workbook()
    book.worksheets[0].append(["Lead", "may buy"])
    data = changed(saved(book), "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    with pytest.raises(Problem, match="sheet 'Sheet':1: is not well-formed"):
        parse(data, "x.xlsx")


@given(st.integers(0, 5_000), st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_a_problem(at: int, damage: bytes) -> None:
    data = bytearray(_WHOLE)
    at %= len(data)
    data[at : at + len(damage)] = damage
    try:
        parse(bytes(data), "x.xlsx")
    except Problem:
        return


def _whole() -> bytes:
    book = Workbook()
    for row in (["Lead", "may buy"], ["Deal", 3]):
        book.worksheets[0].append(row)
    return saved(book)


_WHOLE = _whole()
