"""Packages that would hurt are refused by their directory, in one line."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.problem import Problem
from ontology.read.package import MOST_PARTS, open_package


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(Problem) as raised:
        open_package(data, "terms.xlsx")
    assert raised.value.where == "terms.xlsx"
    assert raised.value.mend
    return str(raised.value)


def test_parts_are_read_by_name() -> None:
    package = open_package(packed({"word/document.xml": b"<a/>"}), "a.docx")
    assert package["word/document.xml"] == b"<a/>"
    assert list(package) == ["word/document.xml"]
    assert package.get("word/styles.xml") is None


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04 and no more", b"Term: a definition"])
def test_what_is_no_package_is_said(data: bytes) -> None:
    assert "no Word or Excel file" in refused(data)


def test_a_password_is_told_from_an_old_file() -> None:
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
    assert "password" in refused(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "before Word and Excel 2007" in refused(ole)


def test_a_locked_zip_is_a_password_too() -> None:
    data = bytearray(packed({"a.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refused(bytes(data))


def test_a_bomb_is_refused_by_what_it_would_unpack_to() -> None:
    assert "times its size" in refused(packed({"a.xml": bytes(20_000_000)}))


def test_more_than_200_megabytes_are_refused_before_they_are_unpacked() -> None:
    data = bytearray(packed({"a.xml": b"<a/>"}))
    size = data.index(b"PK\x01\x02") + 24
    data[size : size + 4] = (3_000_000_000).to_bytes(4, "little")
    assert "more than 200 MB" in refused(bytes(data))


def test_too_many_parts_are_refused() -> None:
    assert "parts" in refused(packed({f"{n}.xml": b"" for n in range(MOST_PARTS + 1)}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_doctype_in_any_part_is_refused(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'.encode(encoding)
    assert "DOCTYPE" in refused(packed({"a.xml": b"<a/>", "_rels/.rels": bomb}))


def test_a_doctype_across_two_chunks_is_found() -> None:
    text = b"".join(b"%d " % n for n in range(200_000))[: (1 << 20) - 4]
    assert "DOCTYPE" in refused(packed({"a.xml": text + b"<!DOCTYPE a>"}))


def test_a_way_of_packing_that_office_does_not_use_is_refused() -> None:
    assert "damaged" in refused(packed({"a.xml": b"<a/>"}, zipfile.ZIP_LZMA))


@given(st.binary(max_size=30), st.integers(0, 140))
def test_a_damaged_package_is_a_problem_and_nothing_else(noise: bytes, at: int) -> None:
    data = packed({"word/document.xml": b"<a>some text</a>"})
    try:
        dict(open_package(data[:at] + noise + data[at + len(noise) :], "a.docx"))
    except Problem as problem:
        assert problem.where == "a.docx"
