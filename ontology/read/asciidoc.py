"""AsciiDoc → lines: a paragraph is one, from its first line of the source to its last.

The language is that of https://docs.asciidoctor.org/asciidoc/latest/.
"""

import re
from dataclasses import dataclass, field

from ontology.read.asciidoc_marks import marked
from ontology.read.asciidoc_table import Source, table_lines
from ontology.read.html_marks import language_tag
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
_TERM = re.compile(r"[ \t]*(\S.{0,500}?)(::{1,3}|;;)(?:[ \t]+(\S.*))?$")
_ITEM = re.compile(
    r"[ \t]*(\*{1,6}|-|•|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|[ivxIVX]{1,6}\)|<\.>|<\d+>)[ \t]+(?=\S)"
)
_NOTE = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): ")
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
class _Paragraph:
    """Lines that are one paragraph, while they are collected."""

    first: int
    role: Role
    texts: list[str]
    last: int = 0
    bullet: str = ""
    indent: int = 0
    list_item: bool = False


@dataclass(slots=True)
class _Reader:
    """A document while it is read, line by line."""

    lines: list[Line] = field(default_factory=list)
    title: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    partial: bool = False
    pending: _Paragraph | None = None
    fence: str = ""
    fence_number: int = 0
    rows: list[tuple[int, str]] = field(default_factory=list)
    tables: int = 0
    style: str = ""
    """The last line in square brackets, for the block under it."""
    caption: str = ""
    caption_number: int = 0
    markers: list[str] = field(default_factory=list)
    """Of the open description lists, from the outermost."""
    waiting: bool = False
    """A name stands there and its definition does not yet."""
    attached: bool = False
    """A line with a plus sign joins the next block to the definition."""
    blank: bool = True
    heads: int = 0
    """Lines under the title that may name author and revision."""
    around: list[tuple[str, bool]] = field(default_factory=list)
    """The delimited blocks that are open, and whether each stands in a definition."""
    counts: list[int] = field(default_factory=list)
    """How far the ordered lists have counted, by level."""

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
        more = (self._heading, self._listed)
        if not any(step(number, text) for step in (*steps, *more)):
            self._text(number, text)
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

    def end_paragraph(self) -> None:
        paragraph, self.pending = self.pending, None
        if paragraph is None or not paragraph.texts:
            return
        said = marked(" ".join(paragraph.texts), self.attributes)
        self.lines.append(
            Line(
                paragraph.first,
                said.text,
                last=paragraph.last if paragraph.last > paragraph.first else 0,
                role=paragraph.role,
                bold=said.bold,
                bullet=paragraph.bullet,
                indent=paragraph.indent,
                linked=said.linked,
            )
        )

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
            kept = self._keep_list()
            if verbatim:
                self._take_caption(Role.DEFINITION if kept else Role.TEXT)
            return True
        if not _AROUND.match(stripped):
            return bool(_RULE.match(stripped)) and self._end_block()
        self.end_paragraph()
        if any(mark == stripped for mark, _ in self.around):
            while self.around.pop()[0] != stripped:
                pass
        elif len(self.around) < 50:
            self.around.append((stripped, self._keep_list()))
        return True

    def _end_block(self) -> bool:
        self.end_paragraph()
        return True

    def _keep_list(self) -> bool:
        """Whether the block that begins here belongs to a definition; it ends the list if not."""
        kept = self.waiting or self._in_definition() or (self.attached and bool(self.markers))
        if not kept and self.blank:
            self.markers = []
        self.waiting = self.attached = False
        return kept

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

    def _listed(self, number: int, text: str) -> bool:
        """A name with its definition, or an item of a list."""
        if self.pending and not self.pending.list_item:
            return False
        item = _ITEM.match(text)
        term = None if item else _TERM.match(text)
        if term:
            return self._term(number, term)
        if not item:
            return False
        self.end_paragraph()
        within = bool(self.markers)
        bullet, level = self._bullet(item[1])
        role = Role.DEFINITION if within else Role.TEXT
        self.waiting = self.attached = False
        rest = text[item.end() :]
        self._take_caption(role)
        self.pending = _Paragraph(number, role, [rest], number, bullet, 2 * level, list_item=True)
        return True

    def _term(self, number: int, term: re.Match[str]) -> bool:
        """A name; one of a list within a definition is set apart in it."""
        self.end_paragraph()
        name, marker, rest = term.groups()
        if marker in self.markers:
            del self.markers[self.markers.index(marker) + 1 :]
        else:
            self.markers.append(marker)
        said = marked(name, self.attributes)
        inner = len(self.markers) > 1 or self._in_definition()
        role = Role.DEFINITION if inner else Role.TERM
        bold = said.text if inner else said.bold
        self.lines.append(Line(number, said.text, role=role, bold=bold, linked=said.linked))
        self.waiting, self.attached, self.counts = not rest, False, []
        if rest:
            self.pending = _Paragraph(number, Role.DEFINITION, [rest], number, list_item=True)
        return True

    def _bullet(self, mark: str) -> tuple[str, int]:
        """What an item shows, and its level from 0."""
        level = len(mark) - 1 if mark[0] in "*." else 0
        if mark[0] in "*-•":
            return "•", level
        if mark[0] not in ".<" or mark[1:2].isdigit():
            return mark.strip("<>") if mark[0] != "<" else f"{mark[1:-1]}.", level
        start = re.search(r"start=\"?(\d{1,5})", self.style)
        self.counts = [*self.counts[: level + 1], *[0] * (level + 1 - len(self.counts))]
        self.counts[level] = int(start[1]) if start else self.counts[level] + 1
        self.style = ""
        return f"{self.counts[level]}.", level

    def _text(self, number: int, text: str) -> None:
        """A line of a paragraph, or the first of one."""
        text, breaks = (text[:-2], True) if text.endswith(" +") else (text, False)
        if self.pending is None:
            joins = self.attached
            role = self._role(number, text)
            self._take_caption(role)
            listed = joins or role is Role.DEFINITION
            self.pending = _Paragraph(number, role, [], indent=2 * joins, list_item=listed)
            if role is Role.TEXT:
                text = _NOTE.sub("", text, count=1)
        paragraph = self.pending
        paragraph.texts.append(text.strip())
        paragraph.last = number
        if breaks:
            self.end_paragraph()
            self.pending = _Paragraph(number + 1, paragraph.role, [], list_item=paragraph.list_item)

    def _role(self, number: int, text: str) -> Role:
        """Whether a paragraph that begins here belongs to a definition; it ends the list if not."""
        kept = self.waiting or self._in_definition() or (self.attached and bool(self.markers))
        if self.markers and not kept:
            kept = not self.blank or text[:1] in {" ", "\t"}
        if not kept:
            if self.markers and self.blank:
                self.lines.append(Line(number - 1, ""))
            self.markers, self.counts = [], []
        self.waiting = self.attached = False
        return Role.DEFINITION if kept else Role.TEXT

    def _in_definition(self) -> bool:
        """Whether a delimited block is open that belongs to a definition."""
        return any(within for _, within in self.around)

    def _take_caption(self, role: Role) -> None:
        """The title of the block that begins here."""
        if self.caption:
            said = marked(self.caption, self.attributes)
            number, self.caption = self.caption_number, ""
            self.lines.append(Line(number, said.text, role=role, bold=said.text))
