"""Word documents (DOCX) → lines: a paragraph is one, and so is a row of a table.

WordprocessingML, ECMA-376 part 1, section 17
(https://ecma-international.org/publications-and-standards/standards/ecma-376/). Paragraphs are
counted from 1 in the order of the document, empty ones too; what stands in a row or in a text box
has the number of that row, or of the paragraph that holds the box.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ontology.problem import Problem
from ontology.read.docx.body import Body
from ontology.read.docx.numbering import Numbering, read_numbering
from ontology.read.docx.styles import Styles, read_styles
from ontology.read.left_out import excerpt, said
from ontology.read.line import Content, Line, Role
from ontology.read.package import Package, open_package, related_parts
from ontology.read.xml_events import Events, read_xml

_BESIDE = {
    "header": "text of a header",
    "footer": "text of a footer",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}
"""Parts that stand beside the document, and are left out."""


def parse(data: bytes, where: str) -> Content:
    """The paragraphs and rows of a Word document; a Problem for what is none (``open_package``)."""
    package = open_package(data, where)
    main = _main_part(package, where)
    parts = [some for some in related_parts(package, main, where).values() if some.part in package]
    by_kind = {some.kind: some.part for some in parts}
    styles = Styles()
    if "styles" in by_kind:
        styles = read_styles(package[by_kind["styles"]], where)
    numbering = Numbering()
    if "numbering" in by_kind:
        numbering = read_numbering(package[by_kind["numbering"]], where)
    body = Body(where, styles, numbering)
    read_xml(package[main], where, body)
    beside = dict.fromkeys(
        f"{_BESIDE[some.kind]}: {excerpt(text)}"
        for some in parts
        if some.kind in _BESIDE and (text := _texts(package[some.part], where, "t")).strip()
    )
    title = body.title or _texts(package.get("docProps/core.xml", b""), where, "title")
    left_out = (*said(body.left_out, "paragraph"), *beside, *_unread(body))
    return Content(tuple(_with_lists(body.lines)), title, "", left_out, partial=bool(_unread(body)))


def _with_lists(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines in which the items of a list under a definition belong to it: no style says so."""
    within = False
    for line in lines:
        joins = within and line.role is Role.TEXT and bool(line.bullet or not line.text)
        within = line.role is Role.DEFINITION or joins
        yield replace(line, role=Role.DEFINITION) if joins and line.text else line


def _main_part(package: Package, where: str) -> str:
    """The part with the document itself; a Problem where there is none."""
    targets = related_parts(package, "", where)
    part = next((some.part for some in targets.values() if some.kind == "officeDocument"), "")
    part = part if part in package else "word/document.xml"
    if part in package and not part.startswith(("xl/", "ppt/")):
        return part
    kinds = {"xl/": "an Excel file", "ppt/": "a presentation"}
    found = next((kind for start, kind in kinds.items() if part.startswith(start)), "")
    if not found and package.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        raise Problem(where, "is an OpenDocument file", "save it as .docx or .xlsx")
    mend = "give it a name that says what it is" if found else "save the text as .docx"
    what = f"is {found}, no Word document" if found else "is no Word document"
    raise Problem(where, what, mend)


def _unread(body: Body) -> tuple[str, ...]:
    """What may hold entries and cannot be read."""
    some = ["a document within the document"] if body.other_documents else []
    if body.pictures and not any(line.text for line in body.lines):
        some.append("pictures, and there is no other text")
    return tuple(some)


def _texts(data: bytes, where: str, name: str) -> str:
    """What stands in the elements of that name, its parts divided by blanks."""
    if not data:
        return ""
    texts = _Texts(name)
    read_xml(data, where, texts)
    return " ".join("".join(texts.found).split())


class _Texts(Events):
    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[str] = []
        self.within = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.within = name == self.name
        if name == "p":
            self.found.append(" ")

    def end(self, name: str) -> None:
        self.within = False

    def text(self, text: str) -> None:
        if self.within:
            self.found.append(text)
