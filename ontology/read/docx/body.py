"""The body of a Word document, element by element, as the lines that its reader sees.

WordprocessingML, ECMA-376 part 1, sections 17.3 (paragraphs), 17.4 (tables), 17.13 (changes),
17.16 (fields).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ontology.problem import Problem
from ontology.read.docx.numbering import Numbering
from ontology.read.docx.paragraph import LARGER, Paragraph, lines_of
from ontology.read.docx.styles import Style, Styles, is_on, number, of_property, over
from ontology.read.docx.table import Cell, Row, Table, lines_of_table
from ontology.read.left_out import LeftOut
from ontology.read.line import Line
from ontology.read.marked import Piece
from ontology.read.xml_events import Events

MOST_PARAGRAPHS = 200_000
_UNSEEN = frozenset(
    {"pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange"}
    | {"tblPrExChange", "numberingChange", "Fallback", "rt"}
)
"""Earlier properties, what stands in for what newer programs show, how a word is pronounced."""
_CHARACTERS = {
    "br": "\n",
    "cr": "\n",
    "tab": "\t",
    "ptab": "\t",
    "softHyphen": "\u00ad",
    "noBreakHyphen": "\u2011",
}
Ending = Callable[[], None] | None
"""What is done where an element ends."""


class Body(Events):
    """The body while it is read; ``lines`` when it has been."""

    def __init__(self, where: str, styles: Styles, numbering: Numbering) -> None:
        self.where = where
        self.styles = styles
        self.numbering = numbering
        self.lines: list[Line] = []
        self.left_out: list[LeftOut] = []
        self.title = ""
        self.pictures = self.other_documents = 0
        self._number = self._count = self._table_count = 0
        self._open: list[tuple[str, Ending]] = []
        self._depth = {"unseen": 0, "deleted": 0, "link": 0, "box": 0, "contents": 0}
        """In how many such elements we are."""
        self._sinks = [self.lines]
        self._paragraphs: list[Paragraph] = []
        self._tables: list[Table] = []
        self._taken = ""
        self._fields: list[str] = []
        self._contents: list[bool] = []
        """Of each open content control, whether it holds a table of contents."""
        self._looks: dict[tuple[Style, str, str], Style] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        parent = self._open[-1][0] if self._open else ""
        self._open.append((name, None))
        self._open[-1] = (name, self._begin(name, parent, attributes))

    def end(self, name: str) -> None:
        _, ending = self._open.pop()
        if ending:
            ending()

    def text(self, text: str) -> None:
        if not self._taken or not self._paragraphs:
            return
        if self._taken != "instrText":
            self._add(text, self._paragraphs[-1])
        elif self._fields:
            self._fields[-1] = (self._fields[-1] + text)[:100]

    def _begin(self, name: str, parent: str, attributes: Mapping[str, str]) -> Ending:
        if self._depth["unseen"] or name in _UNSEEN:
            return self._within("unseen")
        if parent in {"rPr", "pPr", "numPr"}:
            return self._property(name, parent, attributes)
        if parent in {"tblPr", "trPr", "tcPr"}:
            return self._property_of_table(name, attributes.get("val", ""))
        if name in {"p", "tbl", "tr", "tc"}:
            return self._begin_paragraph() if name == "p" else self._begin_table(name)
        if self._paragraphs:
            return self._begin_within(self._paragraphs[-1], name, parent, attributes)
        return self._begin_other(name, attributes)

    def _begin_within(
        self, paragraph: Paragraph, name: str, parent: str, attributes: Mapping[str, str]
    ) -> Ending:
        if name == "r":
            paragraph.run, paragraph.run_style = Style(), ""
            return lambda: setattr(paragraph, "run", None)
        if name in {"t", "delText", "instrText"}:
            self._taken = name
            return lambda: setattr(self, "_taken", "")
        if parent == "r" and name in _CHARACTERS:
            self._add(_CHARACTERS[name], paragraph)
        elif name == "fldChar":
            self._field(attributes.get("fldCharType", ""))
        return self._begin_other(name, attributes)

    def _begin_other(self, name: str, attributes: Mapping[str, str]) -> Ending:
        if name in {"del", "moveFrom"}:
            return self._within("deleted")
        if name == "hyperlink":
            return self._within("link")
        if name == "txbxContent" and self._paragraphs:
            self._sinks.append(self._paragraphs[-1].after)
            self._depth["box"] += 1
            return self._end_box
        if name == "sdt":
            self._contents.append(False)
            return self._end_control
        if name == "docPartGallery" and self._contents:
            listed = attributes.get("val", "") == "Table of Contents" and not self._contents[-1]
            self._depth["contents"] += listed
            self._contents[-1] = self._contents[-1] or listed
        elif name == "altChunk":
            self.other_documents += 1
        elif name in {"blip", "imagedata"}:
            self.pictures += 1
        return None

    def _within(self, what: str) -> Ending:
        """Count that we are in such an element until it ends."""
        self._depth[what] += 1

        def ending() -> None:
            self._depth[what] -= 1

        return ending

    def _end_box(self) -> None:
        self._sinks.pop()
        self._depth["box"] -= 1

    def _end_control(self) -> None:
        self._depth["contents"] -= self._contents.pop()

    def _property(self, name: str, parent: str, attributes: Mapping[str, str]) -> Ending:
        """What a paragraph or a run says of itself; the mark of a paragraph says nothing."""
        if not self._paragraphs:
            return None
        paragraph, around = self._paragraphs[-1], self._open[-3][0]
        if name == "pStyle":
            paragraph.style_id = attributes.get("val", "")
        elif parent != "rPr":
            paragraph.own = of_property(paragraph.own, name, attributes)
        elif paragraph.run is not None and around == "r":
            if name == "rStyle":
                paragraph.run_style = attributes.get("val", "")
            else:
                paragraph.run = of_property(paragraph.run, name, attributes)
        return None

    def _begin_paragraph(self) -> Ending:
        self._count += 1
        if self._count > MOST_PARAGRAPHS:
            what = f"the document has more than {MOST_PARAGRAPHS:,} paragraphs"
            raise Problem(self.where, what, "save only the pages with the glossary")
        if not self._tables and not self._paragraphs:
            self._number += 1
        self._paragraphs.append(Paragraph(self._number))
        return self._end_paragraph

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        named = paragraph.style_id or self.styles.paragraph
        style = over(paragraph.own, self.styles.of(named))
        if self._depth["contents"]:
            style = replace(style, furniture=True)
        bullet = ""
        if style.list and style.list != "0":
            level = self.numbering.of_style.get(named, ("", 0))[1]
            level = level if style.level is None else style.level
            style = replace(style, level=level)
            bullet = self.numbering.next_bullet(style.list or "", level)
        lines = lines_of(paragraph, style, bullet)
        if style.title and not self.title:
            self.title = " ".join(line.text for line in lines)
        boxed = self._depth["box"] > 0
        self._sinks[-1] += [line for line in lines if line.text or not boxed]
        self._sinks[-1] += paragraph.after

    def _add(self, text: str, paragraph: Paragraph) -> None:
        """Text of the run that is open, unless its reader does not see it."""
        style = self._look(paragraph)
        if self._depth["deleted"] or style.hidden:
            what = "deleted text" if self._depth["deleted"] else "hidden text"
            if text.strip():
                self.left_out.append(LeftOut(what, paragraph.number, text))
            return
        strong = bool(style.bold) or (style.size or 0) >= self.styles.size + LARGER
        linked = self._depth["link"] > 0 or any("HYPERLINK" in some for some in self._fields[:1])
        paragraph.pieces.append(Piece(text, strong, bool(style.apart), linked))

    def _look(self, paragraph: Paragraph) -> Style:
        """How the run looks by its own properties, its style and the paragraph's."""
        run = paragraph.run or Style()
        key = (run, paragraph.run_style, paragraph.style_id)
        if key not in self._looks:
            base = self.styles.of(paragraph.style_id or self.styles.paragraph)
            styled = over(self.styles.of(paragraph.run_style), base)
            self._looks[key] = over(run, styled)
        return self._looks[key]

    def _field(self, what: str) -> None:
        """A field begins, shows its result, or ends; that of a table of contents holds lines."""
        if what == "begin":
            self._fields.append("")
        elif what == "separate" and self._fields:
            self._depth["contents"] += _lists_pages(self._fields[-1])
        elif what == "end" and self._fields:
            self._depth["contents"] -= _lists_pages(self._fields.pop())

    def _begin_table(self, name: str) -> Ending:
        if name == "tbl":
            self._table_count += 1
            self._tables.append(Table(self._table_count))
            return self._end_table
        if name == "tr" and self._tables:
            if len(self._tables) == 1 and not self._paragraphs:
                self._number += 1
            self._tables[-1].rows.append(Row(self._number))
        elif name == "tc" and self._tables and self._tables[-1].rows:
            cell = Cell()
            self._tables[-1].rows[-1].cells.append(cell)
            self._sinks.append(cell.lines)
            return self._end_cell
        return None

    def _property_of_table(self, name: str, value: str) -> Ending:
        table = self._tables[-1] if self._tables else Table(0)
        row = table.rows[-1] if table.rows else Row(0)
        cell = row.cells[-1] if row.cells else Cell()
        if name == "tblCaption":
            table.caption = value
        elif name == "tblHeader":
            row.head = is_on(value)
        elif name == "gridBefore":
            row.skipped = number(value, 0)
        elif name == "gridSpan":
            cell.columns = number(value, 1)
        elif name == "vMerge":
            cell.merged = value or "continue"
        return None

    def _end_table(self) -> None:
        self._sinks[-1] += lines_of_table(self._tables.pop())

    def _end_cell(self) -> None:
        self._sinks.pop()


def _lists_pages(instruction: str) -> bool:
    """Whether a field makes a table of contents or an index."""
    return instruction.split()[:1] in (["TOC"], ["INDEX"], ["TOA"])
