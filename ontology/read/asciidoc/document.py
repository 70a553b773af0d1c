"""AsciiDoc → lines: a paragraph is one, from its first line of the source to its last.

The language is that of https://docs.asciidoctor.org/asciidoc/latest/.
"""

import re
from dataclasses import dataclass, field

from ontology.read.asciidoc.marks import marked
from ontology.read.asciidoc.table import Source, table_lines
from ontology.read.asciidoc.text import Text
from ontology.read.html.marks import language_tag
from ontology.read.line import Content, Line, Role
from ontology.read.marked import text_with_marks

_VERBATIM = re.compile(r"(/{4,}|-{4,}|\.{4,}|\+{4,}|`{3,})[\w, ]{0,40}$")
_AROUND = re.compile(r"(={4,}|\*{4,}|_{4,}|--|~{4,})$")
_TABLE = re.compile(r"([|,:!])={3,}$")
_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(\S.*)$")
_UNDERLINE = re.compile(r"(={2,}|-{2,}|~{2,}|\^{2,}|\+{2,})$")
_LEVELS = "=-~^+"
_ATTRIBUTE = re.compile(r":(!?[\w][\w-]*!?):(?:[ \t]+(.*))?$")
_STYLE = re.compile(r"\[[^\[\]]*\]$|\[\[[^\[\]]*\]\]$")
_CAPTION = re.compile(r"\.(?![. \t])(.+)$")
_MACRO = re.compile(r"(include|image|video|audio|toc|ifdef|ifndef|ifeval|endif)::")
_RULE = re.compile(r"('{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*)$")
MOST_VALUE = 200
"""Characters of an attribute that are put where it is named."""


def parse(data: bytes, where: str) -> Content:
    """The lines of an AsciiDoc document; a Problem where it is no text (``decode``)."""
    reader = _Reader()
    for number, text in enumerate(text_with_marks(data, where).split("\n"), start=1):
        reader.take(number, text.rstrip())
    reader.end()
    return Content(
        tuple(reader.lines),
        reader.title,
        language_tag(reader.attributes.get("lang", "")),
        tuple(reader.left_out),
        tuple(reader.repaired),
        reader.partial,
    )


@dataclass(slots=True)
class _Reader(Text):
    """A document while it is read, line by line."""

    title: str = ""
    left_out: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    partial: bool = False
    fence: str = ""
    fence_number: int = 0
    rows: list[tuple[int, str]] = field(default_factory=list)
    tables: int = 0
    heads: int = 0
    """Lines under the title that may name author and revision."""

    def take(self, number: int, text: str) -> None:
        """One line of the source."""
        if self.fence:
            self._in_fence(number, text)
            return
        if not text.strip():
            self.end_paragraph()
            if not self.markers:
                self.lines.append(Line(number, ""))
            self.blank, self.heads = True, 0
            return
        steps = (self._underline, self._delimiter, self._setting, self._author)
        more = (self._heading, self.listed)
        if not any(step(number, text) for step in (*steps, *more)):
            self.text(number, text)
        self.blank = False

    def end(self) -> None:
        """The end of the document."""
        self.end_paragraph()
        if self.fence.startswith("/"):
            self.left_out.append(f"a comment that nobody closes, from line {self.fence_number}")
        elif self.fence:
            if self.fence.endswith("==="):
                self._end_table()
            self.repaired.append(f"a block that nobody closes (line {self.fence_number})")

    def _in_fence(self, number: int, text: str) -> None:
        if text.strip() == self.fence:
            if self.fence.endswith("==="):
                self._end_table()
            self.fence, self.style, self.caption = "", "", ""
        elif self.fence.endswith("==="):
            self.rows.append((number, text))
        elif not self.fence.startswith("/"):
            self.lines.append(Line(number, text.strip(), role=Role.CODE))

    def _end_table(self) -> None:
        self.tables += 1
        rows, self.rows = self.rows, []
        under = marked(self.caption, self.attributes).text
        source = Source(rows, self.fence[0], self.style, under)
        self.lines += table_lines(source, self.tables, self.attributes, self.repaired)

    def _underline(self, number: int, text: str) -> bool:
        """The line under a title: as long as the title, or a letter more or less."""
        found = _UNDERLINE.match(text)
        title = self.pending
        if not found or title is None or len(title.texts) != 1 or title.list_item:
            return False
        if abs(len(title.texts[0]) - len(text)) > 1:
            return False
        self.pending = None
        self._title(title.first, title.texts[0], _LEVELS.index(text[0]) + 1, number)
        return True

    def _delimiter(self, number: int, text: str) -> bool:
        """A line that begins or ends a block."""
        stripped = text.strip()
        verbatim = _VERBATIM.match(stripped)
        if verbatim or _TABLE.match(stripped):
            self.end_paragraph()
            self.fence, self.fence_number = verbatim[1] if verbatim else stripped, number
            kept = self.keep_list()
            if verbatim:
                self.take_caption(Role.DEFINITION if kept else Role.TEXT)
            return True
        if not _AROUND.match(stripped):
            return bool(_RULE.match(stripped)) and self._end_block()
        self.end_paragraph()
        if any(mark == stripped for mark, _ in self.around):
            while self.around.pop()[0] != stripped:
                pass
        elif len(self.around) < 50:
            self.around.append((stripped, self.keep_list()))
        return True

    def _end_block(self) -> bool:
        self.end_paragraph()
        return True

    def _setting(self, number: int, text: str) -> bool:
        """A line for the program: a comment, an attribute, what the next block is."""
        if text.startswith("//"):
            return True
        attribute = _ATTRIBUTE.match(text)
        if attribute and self.pending is None:
            self.attributes[attribute[1].lower()] = (attribute[2] or "")[:MOST_VALUE]
            return True
        if text == "+":
            self.end_paragraph()
            self.attached = True
            return True
        if _STYLE.match(text) or _MACRO.match(text):
            self.end_paragraph()
            self.style = text
            if text.startswith("include::"):
                self.left_out.append(f"an included file (line {number}): {text[9:80]}")
                self.partial = True
            return True
        caption = _CAPTION.match(text)
        if caption and self.pending is None:
            self.caption, self.caption_number = caption[1], number
            return True
        return False

    def _author(self, number: int, text: str) -> bool:
        """A line under the title of the document, with author or revision."""
        if not self.heads or self.blank or _HEADING.match(text):
            return False
        self.heads -= 1
        self.lines.append(Line(number, text.strip(), role=Role.FURNITURE))
        return True

    def _heading(self, number: int, text: str) -> bool:
        found = _HEADING.match(text)
        if found:
            self.end_paragraph()
            self._title(number, found[2].rstrip("=# ") or found[2], len(found[1]), number)
        return bool(found)

    def _title(self, number: int, text: str, level: int, last: int) -> None:
        said = marked(text, self.attributes)
        self.markers, self.waiting, self.attached, self.counts = [], False, False, []
        end = last if last != number else 0
        self.lines.append(Line(number, said.text, end, heading=level, linked=said.linked))
        if level == 1 and not self.title:
            self.title, self.heads = said.text, 2
