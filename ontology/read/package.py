"""The zip that a Word or Excel file is, looked at before it is unpacked; what its parts lean on.

Open Packaging Conventions, ECMA-376 part 2
(https://ecma-international.org/publications-and-standards/standards/ecma-376/).
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

from ontology.problem import Problem
from ontology.read.xml_events import Events, read_xml

MOST_BYTES = 200_000_000
MOST_PARTS = 10_000
MOST_RATIO = 200
SMALL = 1_000_000
"""Bytes: a package that unpacks to less is no bomb, however well it is packed."""
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
CHUNK = 1 << 20
DOCTYPE = b"<!DOCTYPE"
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)


class Package(Mapping[str, bytes]):
    """The parts of a package by name, each unpacked when it is asked for."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self.archive = archive
        self.where = where
        self.names = {info.filename.lstrip("/"): info for info in archive.infolist()}

    def __getitem__(self, name: str) -> bytes:
        try:
            return self.archive.read(self.names[name])
        except BROKEN as error:
            raise _damaged(self.where, name) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def open_package(data: bytes, where: str) -> Package:
    """The parts of the package in ``data``; ``where`` is the file's name for a ``Problem``.

    Raises a ``Problem`` for what is no package, for one with a password, for a bomb, and where
    a part of XML has a document type declaration (the door of entity bombs).
    """
    if data.startswith(OLE):
        raise _old_or_locked(data, where)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        mend = "save it again in Word, Excel or LibreOffice"
        raise Problem(where, "this is no Word or Excel file, or a damaged one", mend) from error
    _check_sizes(archive, len(data), where)
    for info in archive.infolist():
        if info.filename.lower().endswith((".xml", ".rels", ".vml")):
            _refuse_doctype(archive, info, where)
    return Package(archive, where)


class Target(NamedTuple):
    """What a part leans on: the end of the name of its kind, and its part."""

    kind: str
    part: str


def related_parts(package: Package, part: str, where: str) -> Mapping[str, Target]:
    """The parts that a part names, by the key that it uses for them."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in package:
        return {}
    events = _Relationships()
    read_xml(package[listed], where, events)
    return {
        key: Target(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        for key, kind, target in events.found
    }


class _Relationships(Events):
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))


def _old_or_locked(data: bytes, where: str) -> Problem:
    """What to say of an OLE file: a package with a password, or a format of before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Problem(where, "the file has a password", "save it without one")
    return Problem(where, "this is a file of before Word and Excel 2007", "save it as DOCX or XLSX")


def _damaged(where: str, name: str) -> Problem:
    """What to say of a part that cannot be unpacked."""
    mend = "save it again in Word, Excel or LibreOffice"
    return Problem(where, f"its part {name!r} is damaged", mend)


def _check_sizes(archive: zipfile.ZipFile, packed: int, where: str) -> None:
    """Refuse by the directory alone; unpacking never gives more bytes than it says."""
    infos = archive.infolist()
    mend = "save only the sheet or the pages with the glossary in a new file"
    if len(infos) > MOST_PARTS:
        raise Problem(where, f"it holds {len(infos):,} parts, more than {MOST_PARTS:,}", mend)
    if any(info.flag_bits & 0x1 for info in infos):
        raise Problem(where, "the file has a password", "save it without one")
    odd = next((info for info in infos if info.compress_type not in PACKED), None)
    if odd:
        raise _damaged(where, odd.filename)
    total = sum(info.file_size for info in infos)
    if total > MOST_BYTES:
        megabytes = MOST_BYTES // 1_000_000
        raise Problem(where, f"it unpacks to {total:,} bytes, more than {megabytes} MB", mend)
    if total > max(SMALL, packed * MOST_RATIO):
        what = f"it unpacks to {total // packed} times its size, more than {MOST_RATIO} times"
        raise Problem(where, what, mend)


def _refuse_doctype(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> None:
    """Refuse a part with a document type declaration, which no Office program writes."""
    kept = b""
    try:
        with archive.open(info) as part:
            while chunk := part.read(CHUNK):
                # In UTF-16 each of its letters stands beside a NUL.
                seen = kept + chunk.replace(b"\0", b"")
                if DOCTYPE in seen:
                    what = f"its part {info.filename!r} has a DOCTYPE, which Office never writes"
                    raise Problem(where, what, "save it again in Word, Excel or LibreOffice")
                kept = seen[-len(DOCTYPE) :]
    except BROKEN as error:
        raise _damaged(where, info.filename) from error
