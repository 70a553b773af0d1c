"""Paragraphs and lists of AsciiDoc → lines: which of them belong to a definition.

https://docs.asciidoctor.org/asciidoc/latest/lists/description/ and /lists/continuation/.
"""

import re
from dataclasses import dataclass, field

from ontology.read.asciidoc.marks import marked
from ontology.read.line import Line, Role

_TERM = re.compile(r"[ \t]*(\S.{0,500}?)(::{1,3}|;;)(?:[ \t]+(\S.*))?$")
_ITEM = re.compile(
    r"[ \t]*(\*{1,6}|-|•|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|[ivxIVX]{1,6}\)|<\.>|<\d+>)[ \t]+(?=\S)"
)
_NOTE = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): ")


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph, while they are collected."""

    first: int
    role: Role
    texts: list[str]
    last: int = 0
    bullet: str = ""
    indent: int = 0
    list_item: bool = False


@dataclass(slots=True)
class Text:
    """The paragraphs and lists of a document while they are read, line by line."""

    lines: list[Line] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    pending: Paragraph | None = None
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
    around: list[tuple[str, bool]] = field(default_factory=list)
    """The delimited blocks that are open, and whether each stands in a definition."""
    counts: list[int] = field(default_factory=list)
    """How far the ordered lists have counted, by level."""

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

    def listed(self, number: int, text: str) -> bool:
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
        self.take_caption(role)
        self.pending = Paragraph(number, role, [rest], number, bullet, 2 * level, list_item=True)
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
        inner = len(self.markers) > 1 or self.in_definition()
        role = Role.DEFINITION if inner else Role.TERM
        bold = said.text if inner else said.bold
        self.lines.append(Line(number, said.text, role=role, bold=bold, linked=said.linked))
        self.waiting, self.attached, self.counts = not rest, False, []
        if rest:
            self.pending = Paragraph(number, Role.DEFINITION, [rest], number, list_item=True)
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

    def text(self, number: int, text: str) -> None:
        """A line of a paragraph, or the first of one."""
        text, breaks = (text[:-2], True) if text.endswith(" +") else (text, False)
        if self.pending is None:
            joins = self.attached
            role = self._role(number, text)
            self.take_caption(role)
            listed = joins or role is Role.DEFINITION
            self.pending = Paragraph(number, role, [], indent=2 * joins, list_item=listed)
            if role is Role.TEXT:
                text = _NOTE.sub("", text, count=1)
        paragraph = self.pending
        paragraph.texts.append(text.strip())
        paragraph.last = number
        if breaks:
            self.end_paragraph()
            self.pending = Paragraph(number + 1, paragraph.role, [], list_item=paragraph.list_item)

    def _role(self, number: int, text: str) -> Role:
        """Whether a paragraph that begins here belongs to a definition; it ends the list if not."""
        kept = self.waiting or self.in_definition() or (self.attached and bool(self.markers))
        if self.markers and not kept:
            kept = not self.blank or text[:1] in {" ", "\t"}
        if not kept:
            if self.markers and self.blank:
                self.lines.append(Line(number - 1, ""))
            self.markers, self.counts = [], []
        self.waiting = self.attached = False
        return Role.DEFINITION if kept else Role.TEXT

    def keep_list(self) -> bool:
        """Whether the block that begins here belongs to a definition; it ends the list if not."""
        kept = self.waiting or self.in_definition() or (self.attached and bool(self.markers))
        if not kept and self.blank:
            self.markers = []
        self.waiting = self.attached = False
        return kept

    def in_definition(self) -> bool:
        """Whether a delimited block is open that belongs to a definition."""
        return any(within for _, within in self.around)

    def take_caption(self, role: Role) -> None:
        """The title of the block that begins here."""
        if self.caption:
            said = marked(self.caption, self.attributes)
            number, self.caption = self.caption_number, ""
            self.lines.append(Line(number, said.text, role=role, bold=said.text))
