"""Bytes of a text in any encoding → its text, and what is no text is named for what it is."""

import gzip
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.problem import Problem
from ontology.read import decode as module
from ontology.read.decode import decode

TEXTS = {
    "Ação: é o que não se vê na reunião": "cp1252 latin-1 mac_roman cp850",
    "Kunde: eine Person, die für Geld kauft – größer als Öl": "cp1252 mac_roman",
    "Élève : celui qui apprend « où l’on rêve »": "cp1252 mac_roman",
    "Señal: ¿qué indica?": "cp1252 mac_roman cp850",
    "Kund: någon som köper på": "cp1252",
    "Cliente è chi compra, perché può": "cp1252",
    "A “lead” – it’s a person": "cp1252 mac_roman",
    "Źródło: skąd są łatwe kontakty": "cp1250 iso8859-2",
    "Zákazník: člověk, který něco kupuje": "cp1250 iso8859-2",
    "Ügyfél: vevő, aki fűtött házban él": "cp1250 iso8859-2",
    "Clienţi: aşa că într-o zi": "cp1250",
    "Müşteri: alışveriş yapan kişi": "cp1254 iso8859-9",
    "Žinutė: kurią siunčia žmogus įmonėje": "cp1257",
    "Лид: Он": "cp1251 koi8-r cp866",
    "Воронка: путь клиента до покупки": "cp1251 koi8-r iso8859-5 cp866",
    "Угода: домовленість, що її уклали": "cp1251 koi8-u",
    "Πελάτης: αυτός που αγοράζει": "cp1253 iso8859-7",
    "לקוח: מי שקונה": "cp1255",
    "العميل: من يشتري": "cp1256",
    "リード：見込み客のこと。": "cp932 euc_jp",
    "客户：购买产品的人。CRM系统": "gb18030",
    "客戶：購買產品的人。": "big5",
    "고객: 물건을 사는 사람": "cp949",
}
PAIRS = [(text, encoding) for text, names in TEXTS.items() for encoding in names.split()]


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_a_single_line_in_an_old_encoding_comes_out_right(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_comes_out_right_with_and_without_a_mark(text: str, encoding: str) -> None:
    two_lines = f"{text}\n{text} 1"
    assert decode(two_lines.encode(encoding), "x.txt") == two_lines


def test_lines_keep_their_numbers_whatever_ends_them() -> None:
    assert decode(b"1\r\n2\n3\r4\r\r6\n\r8", "x.txt") == "1\n2\n3\n4\n\n6\n\n8"


def test_a_page_break_is_no_line_end() -> None:
    assert decode(b"1\x0c1\x0b1\xc2\x851", "x.txt") == "1\x0c1\x0b1\x851"


def test_a_few_bytes_of_another_encoding_do_not_spoil_the_rest() -> None:
    text = "Señal, acción, éxito, año, también"
    pasted = text.encode() + "; caf\u00e9".encode("cp1252")
    assert decode(pasted, "x.txt") == f"{text}; café"


MAGIC = {
    "zip": b"PK\x03\x04\x14\0\0\0",
    "PDF": b"%PDF-1.7\n",
    "password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
    "PNG": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "JPEG": b"\xff\xd8\xff\xe0" + b"\0" * 100,
    "gzip": gzip.compress(b"Lead: a person"),
    "Rich Text": b"{\\rtf1\\ansi Lead}",
    "not a text": bytes(range(256)) * 10,
    "is empty": b" \r\n\t",
}


@pytest.mark.parametrize(("name", "data"), MAGIC.items(), ids=list(MAGIC))
def test_what_is_no_text_is_named_for_what_it_is(name: str, data: bytes) -> None:
    with pytest.raises(Problem, match=name) as caught:
        decode(data, "thing.txt")
    assert str(caught.value).startswith("thing.txt: ")
    assert caught.value.mend


def test_a_spreadsheet_named_txt_is_told_from_its_first_bytes() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Problem, match=r"name it \.docx or \.xlsx"):
        decode(file.getvalue(), "thing.txt")


def test_a_document_of_the_size_of_a_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 1_000_000)
    assert decode(b"a" * 1_000_000, "x.txt")
    with pytest.raises(Problem, match="larger than 1 MB"):
        decode(b"a" * 1_000_001, "x.txt")


def test_a_mark_that_lies_is_said() -> None:
    with pytest.raises(Problem, match="UTF-16, and is not at byte"):
        decode(b"\xff\xfea\xd8a", "x.txt")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_all_text_in_utf_8_comes_out_as_it_was(text: str) -> None:
    if text.strip():
        assert decode(b"\xef\xbb\xbf" + text.encode(), "x.txt") == text


@given(st.binary())
def test_any_bytes_are_a_text_without_carriage_returns_or_a_problem(data: bytes) -> None:
    try:
        assert "\r" not in decode(data, "x.txt")
    except Problem:
        return
