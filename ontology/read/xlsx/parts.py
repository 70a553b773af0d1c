"""The parts of a workbook that its sheets lean on: which sheets there are, texts, formats.

SpreadsheetML, ECMA-376 part 1, sections 18.2 (workbook), 18.4 (texts), 18.8 (styles).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ontology.problem import Problem
from ontology.read.package import Package, related_parts
from ontology.read.xlsx.number_format import BUILT_IN
from ontology.read.xml_events import Events, read_xml


class Text(NamedTuple):
    """What stands in a cell, and the beginning of it that is bold."""

    text: str
    bold: str = ""


class Style(NamedTuple):
    """How a cell is shown."""

    code: str = ""
    bold: bool = False


class Sheet(NamedTuple):
    """A sheet as the workbook lists it; ``part`` is its name in the package."""

    title: str
    part: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is needed to read the cells of each sheet."""

    sheets: tuple[Sheet, ...]
    texts: tuple[Text, ...]
    styles: tuple[Style, ...]
    from_1904: bool = False


def read_workbook(package: Package, where: str) -> Workbook:
    """The sheets in the order of their tabs, texts and styles by their number."""
    part = _workbook_part(package, where)
    listed = _Listed()
    read_xml(package[part], where, listed)
    targets = related_parts(package, part, where)
    sheets = tuple(
        Sheet(title, targets[key].part, hidden)
        for title, key, hidden in listed.sheets
        if key in targets and targets[key].kind == "worksheet" and targets[key].part in package
    )
    parts = {target.kind: target.part for target in targets.values() if target.part in package}
    texts, styles = Texts(), _Styles()
    if "sharedStrings" in parts:
        read_xml(package[parts["sharedStrings"]], where, texts)
    if "styles" in parts:
        read_xml(package[parts["styles"]], where, styles)
    return Workbook(sheets, tuple(texts.found), styles.styles(), listed.from_1904)


def _workbook_part(package: Package, where: str) -> str:
    """The part that lists the sheets; Problem for what is no XLSX."""
    targets = related_parts(package, "", where)
    part = next((some.part for some in targets.values() if some.kind == "officeDocument"), "")
    part = part if part in package else "xl/workbook.xml"
    if part.endswith(".bin") or "xl/workbook.bin" in package:
        raise Problem(where, "is a binary workbook (.xlsb)", "save it as .xlsx")
    if part in package and not part.startswith(("word/", "ppt/")):
        return part
    kinds = {"word/": "a Word document", "ppt/": "a presentation"}
    found = next((kind for start, kind in kinds.items() if part.startswith(start)), "")
    if not found and package.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        raise Problem(where, "is an OpenDocument file", "save it as .xlsx or .docx")
    mend = "give it a name that says what it is" if found else "save the sheet as .xlsx"
    raise Problem(where, f"is {found or 'a zip file, but'} no Excel file", mend)


class _Listed(Events):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            # Of its two identifiers, sheetId and r:id, the second is the key.
            self.sheets.append((attributes.get("name", ""), attributes.get("id", ""), hidden))
        elif name == "workbookPr":
            self.from_1904 = is_on(attributes, "date1904")


def is_on(attributes: Mapping[str, str], name: str, otherwise: str = "0") -> bool:
    """Whether an attribute of XML Schema's type ``boolean`` is true."""
    return attributes.get(name, otherwise) in {"1", "true", "on"}


class Texts(Events):
    """Collects texts of runs: ``si`` of the shared ones, ``is`` within a cell."""

    def __init__(self) -> None:
        self.found: list[Text] = []
        self.begin()

    def begin(self) -> None:
        """A text begins."""
        self.runs: list[Text] = []
        self.letters: list[str] = []
        self.bold = self.taking = self.sounding = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self.begin()
        elif name == "r":
            self.bold = False
        elif name == "b":
            self.bold = is_on(attributes, "val", otherwise="1")
        elif name == "rPh":
            # How a Japanese text sounds is no part of it.
            self.sounding = True
        elif name == "t":
            self.taking = not self.sounding

    def text(self, text: str) -> None:
        if self.taking:
            self.letters.append(text)

    def end(self, name: str) -> None:
        if name == "t" and self.taking:
            run = unescaped("".join(self.letters))
            self.runs.append(Text(run, run if self.bold else ""))
            self.taking, self.letters = False, []
        elif name == "rPh":
            self.sounding = False
        elif name == "si":
            self.found.append(self.whole())

    def whole(self) -> Text:
        """The runs since the beginning, with those bold ones that they begin with."""
        bold: list[str] = []
        for run in self.runs:
            if run.text.strip() and not run.bold:
                break
            bold.append(run.text)
        return Text("".join(run.text for run in self.runs), "".join(bold))


def unescaped(text: str) -> str:
    """``_x000D_`` and its like are characters that XML cannot hold; line ends are one."""
    if "_x" in text:
        text = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Styles(Events):
    def __init__(self) -> None:
        self.codes: dict[str, str] = {str(key): code for key, code in BUILT_IN.items()}
        self.fonts: list[bool] = []
        self.cells: list[tuple[str, str]] = []
        self.within = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in {"numFmts", "fonts", "cellXfs", "cellStyleXfs", "dxfs", "fills", "borders"}:
            self.within = name
        elif name == "numFmt" and self.within == "numFmts":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "font" and self.within == "fonts":
            self.fonts.append(False)
        elif name == "b" and self.within == "fonts" and self.fonts:
            self.fonts[-1] = is_on(attributes, "val", otherwise="1")
        elif name == "xf" and self.within == "cellXfs":
            self.cells.append((attributes.get("numFmtId", ""), attributes.get("fontId", "")))

    def styles(self) -> tuple[Style, ...]:
        bold = {str(at) for at, font in enumerate(self.fonts) if font}
        return tuple(Style(self.codes.get(code, ""), font in bold) for code, font in self.cells)
