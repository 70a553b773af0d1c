"""The table of document formats, and a document's bytes → its terms and an account of its lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import cast

from ontology.names import did_you_mean
from ontology.problem import Problem
from ontology.read.entries import DocumentRead, find_entries
from ontology.read.line import Content

Parse = Callable[[bytes, str], Content]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents: its module in this room, and the ends of its files' names."""

    module: str
    title: str
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Format] = {
    "text": Format(
        "text.document", "plain text, Markdown", (".txt", ".text", ".md", ".markdown", "")
    ),
    "html": Format("html.document", "web page", (".html", ".htm", ".xhtml")),
    "sheet": Format("sheet", "CSV, TSV", (".csv", ".tsv", ".tab")),
    "xlsx": Format("xlsx.document", "Excel", (".xlsx", ".xlsm")),
    "docx": Format("docx.document", "Word", (".docx", ".docm")),
    "pdf": Format("pdf.document", "PDF with text", (".pdf",)),
    "tbx": Format("tbx", "TermBase eXchange", (".tbx", ".xml")),
    "rst": Format("rst.document", "reStructuredText", (".rst", ".rest")),
    "asciidoc": Format("asciidoc.document", "AsciiDoc", (".adoc", ".asciidoc", ".asc")),
    "latex": Format("latex.document", "LaTeX", (".tex", ".latex")),
}


OTHERS = {
    **dict.fromkeys((".doc", ".rtf", ".odt", ".pages", ".wpd"), "Word (.docx), or as text"),
    **dict.fromkeys((".xls", ".ods", ".numbers"), "Excel (.xlsx) or CSV"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".epub"), "PDF or text"),
}
"""Formats that people have and that are not read → what the program that made them can save."""


def read_document(
    data: bytes, name: str, language: str = "", form: str = "", doubtful: bool = False
) -> DocumentRead:
    """The terms of a document, and what each of its lines was taken for.

    ``name`` is its file name: its end gives the format, unless ``form`` does; ``language`` is a
    BCP 47 tag, found out when empty; what may be no glossary is read when ``doubtful``. Problem
    when it cannot be read or holds no glossary.
    """
    described = FORMATS[form] if form else _format_of(name)
    parse = cast(Parse, import_module(f"ontology.read.{described.module}").parse)
    content = parse(data, name)
    if not any(line.text for line in content.lines):
        raise Problem(name, "holds no text", "a scanned page must be recognised (OCR) first")
    return find_entries(content, name, language, doubtful)


def prepare(name: str) -> None:
    """Loads what reading a document of this name needs, while files may still be opened."""
    import_module(f"ontology.read.{_format_of(name).module}")


def _format_of(name: str) -> Format:
    suffix = PurePath(name).suffix.lower()
    known = {suffix: form for form in FORMATS.values() for suffix in form.suffixes}
    if suffix in OTHERS:
        raise Problem(name, "is not read", f"save it as {OTHERS[suffix]}", wrong_use=True)
    if suffix not in known:
        mend = did_you_mean(suffix, known) or "save it as text, HTML, CSV, XLSX, DOCX or PDF"
        raise Problem(name, f"no format ends in {suffix!r}", mend, wrong_use=True)
    return known[suffix]
