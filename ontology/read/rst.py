"""reStructuredText → lines: a paragraph is one, from its first line of the source to its last.

The language is that of https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html, with the
glossary of https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ontology.read.grid import Row, rows_of
from ontology.read.left_out import LeftOut, said
from ontology.read.line import Content, Line, Role
from ontology.read.marked import Marked, text_with_marks
from ontology.read.rst_marks import marked
from ontology.read.rst_tables import csv_rows, grid_rows, list_rows, simple_rows

DEEPEST = 20
"""Blocks within blocks; what stands further in is read as text."""

MOST_NAMES = 4
"""Over one definition, each on a line of its own."""
LONGEST_NAME = 60

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*$")
_DIRECTIVE = re.compile(r"\.\. (?:\|([^|]{1,80})\| )?([a-zA-Z][\w:.+-]{0,60}?)::(?: +(.*))?$")
_SUBSTITUTION = re.compile(r"\.\. \|([^|]{1,80})\| replace:: ?(.{0,200})")
_FOOTNOTE = re.compile(r"\.\. \[[^\[\]]{1,60}\] ?(.*)$")
_BULLET = re.compile(r"([*+•‣⁃-])(?: +|$)")
_NUMBER = re.compile(r"(\(?(?:\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6}|#)[.)])(?: +|$)")
_FIELD = re.compile(r":(?!:)([^:`]{1,100}):(?: +(.*))?$")
_GRID = re.compile(r"\+[-=+]+\+$")
_SIMPLE = re.compile(r"=+(?: +=+)+$")
_CODE = frozenset(
    {"code", "code-block", "sourcecode", "math", "literalinclude", "raw", "parsed-literal"}
    | {"doctest", "testcode", "productionlist", "highlight", "graphviz", "mermaid", "plantuml"}
)
_NOTHING = frozenset(
    {"contents", "index", "meta", "role", "default-role", "sectnum", "currentmodule", "image"}
    | {"title", "tabularcolumns", "target-notes", "header", "footer", "module", "py:module"}
)
_TABLES = frozenset({"list-table", "csv-table", "table"})

_OF_DOCUMENT = frozenset(
    {"author", "authors", "date", "version", "revision", "status", "copyright", "organization"}
    | {"contact", "address", "orphan", "tocdepth", "nosearch", "nocomments", "release"}
)
"""Fields at the top that tell of the document."""

Numbered = tuple[int, str]
"""A line of the source with its number."""


def parse(data: bytes, where: str) -> Content:
    """The lines of a document in reStructuredText; a Problem where it is no text (``decode``)."""
    texts = text_with_marks(data, where).split("\n")
    source = [(at, text.expandtabs(8).rstrip()) for at, text in enumerate(texts, start=1)]
    found = (_SUBSTITUTION.match(text) for _, text in source)
    reader = _Reader({one[1]: one[2] for one in found if one})
    reader.blocks(source, _Place())
    left_out = (*said(reader.left_out, "line"), *reader.missing)
    lines, repaired = tuple(reader.lines), tuple(reader.repaired)
    return Content(lines, reader.title, "", left_out, repaired, bool(reader.missing))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: in what, how deep."""

    role: Role = Role.TEXT
    depth: int = 0
    lists: int = 0
    """Lists around it."""

    def within(self, role: Role | None = None, lists: int = 0) -> "_Place":
        return _Place(role or self.role, self.depth + 1, self.lists + lists)


@dataclass(slots=True)
class _Reader:
    """A document while it is read, block by block."""

    substitutions: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    title: str = ""
    left_out: list[LeftOut] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Files that it takes in, which are not read."""
    levels: list[str] = field(default_factory=list)
    """How the titles of each level are underlined, in the order of their first use."""
    tables: int = 0
    unclosed: int = 0
    """The line up to which no table that is drawn simply ends."""
    counts: dict[int, int] = field(default_factory=dict)
    """How far the lists have counted that leave it to the program, by depth."""
    bullet: str = ""
    """Of the list item that begins, for its first line."""
    literal: bool = False
    """The last paragraph said that code follows."""

    def blocks(self, source: Sequence[Numbered], place: _Place) -> None:
        """Read lines that stand at one indent, one block after the other."""
        at = 0
        while at < len(source):
            number, text = source[at]
            if not text:
                if place.role is Role.TEXT and not place.depth:
                    self.lines.append(Line(number, ""))
                at += 1
                continue
            at = self._block(source, at, place)

    def _block(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        """Read the block that begins at a line; the place behind it."""
        text = source[at][1]
        if self.literal or text.startswith(">>> "):
            self.literal = False
            if text[0] in " >":
                return self._code(source, at)
        steps = (self._title, self._explicit, self._table, self._item, self._field, self._quote)
        for step in steps:
            behind = step(source, at, place)
            if behind > at:
                return behind
        return self._paragraph(source, at, place)

    def unmark(self, raw: str) -> Marked:
        return marked(raw, self.substitutions)

    def _add(self, source: Sequence[Numbered], place: _Place, role: Role | None = None) -> None:
        """A paragraph as a line."""
        marks = self.unmark(" ".join(text.strip() for _, text in source))
        if not marks.text:
            return
        first, last = source[0][0], source[-1][0]
        self.lines.append(
            Line(
                first,
                marks.text,
                last if last > first else 0,
                role=role or place.role,
                bold=marks.bold,
                bullet=self.bullet,
                indent=2 * max(place.lists - bool(self.bullet), 0),
                linked=marks.linked,
            )
        )
        self.bullet = ""

    def _code(self, source: Sequence[Numbered], at: int) -> int:
        body, behind = _indented(source, at) if source[at][1][0] == " " else _together(source, at)
        self.lines += [Line(number, text.strip(), role=Role.CODE) for number, text in body]
        return behind

    def _title(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        """A title with a line under it, and maybe one over it; or such a line alone."""
        text = source[at][1]
        if place.depth or text[0] == " ":
            return at
        under = source[at + 1][1] if at + 1 < len(source) else ""
        below = source[at + 2][1] if at + 2 < len(source) else ""
        if _ADORNMENT.match(text) and len(text) > 1 and not _SIMPLE.match(text):
            if under and below and below[0] == text[0] and _ADORNMENT.match(below):
                self._add_title(source[at + 1], f"{text[0]} over", source[at + 2][0])
                return at + 3
            return at + 1 if len(text) > 3 and not under else at
        if _ADORNMENT.match(under) and len(under) >= min(len(text), 4) and under[0] != ":":
            self._add_title(source[at], under[0], source[at + 1][0])
            return at + 2
        return at

    def _add_title(self, line: Numbered, style: str, last: int) -> None:
        if style not in self.levels:
            self.levels.append(style)
        marks = self.unmark(line[1].strip())
        self.title = self.title or marks.text
        level = min(self.levels.index(style) + 1, 6)
        self.lines.append(Line(line[0], marks.text, last, heading=level, linked=marks.linked))

    def _explicit(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        """What begins with two full stops: a directive, a footnote, a comment."""
        number, text = source[at]
        if text != ".." and not text.startswith(".. "):
            return at
        body, behind = _indented(source, at + 1)
        footnote, directive = _FOOTNOTE.match(text), _DIRECTIVE.match(text)
        if footnote:
            texts = [footnote[1], *(one for _, one in body)]
            self.left_out.append(LeftOut("footnotes", number, " ".join(texts)))
        elif directive and not directive[1]:
            self._directive(directive[2].lower(), (number, directive[3] or ""), body, place)
        return behind

    def _directive(
        self, name: str, argument: Numbered, body: list[Numbered], place: _Place
    ) -> None:
        options, content = _options(body)
        if name in _NOTHING:
            return
        if name == "glossary":
            self._glossary(content, place)
        elif name in _TABLES:
            self._table_directive(name, argument[1], options, content)
        elif name in _CODE:
            self.lines += [Line(number, text.strip(), role=Role.CODE) for number, text in content]
        elif name == "toctree":
            lines = [Line(number, text, role=Role.FURNITURE) for number, text in content if text]
            self.lines += lines
        elif name == "include":
            self.missing.append(f"an included file (line {argument[0]}): {argument[1][:80]}")
        elif name in {"rubric", "centered"}:
            marks = self.unmark(argument[1])
            self.lines.append(Line(argument[0], marks.text, role=place.role, bold=marks.text))
        else:
            inner = place.within() if place.depth < DEEPEST else place
            shown = name not in {"figure", "only", "container", "class", "ifconfig", "tab-set"}
            first = [argument] if argument[1] and shown else []
            self._inner([*first, *content], inner)

    def _inner(self, source: Sequence[Numbered], place: _Place) -> None:
        """Read the blocks within a block, unless it is too deep for a reader."""
        if place.depth < DEEPEST:
            self.blocks(source, place)
        elif source:
            self._add(source, place)

    def _glossary(self, body: Sequence[Numbered], place: _Place) -> None:
        """Names at the margin, each above the definition that stands further in."""
        at = 0
        while at < len(body):
            _, text = body[at]
            if text.startswith(" "):
                block, at = _indented(body, at)
                self._inner(block, place.within(Role.DEFINITION))
                continue
            if text.startswith(".. ") or text == "..":
                _, at = _indented(body, at + 1)
                continue
            if text:
                self._term(body[at], place, glossary=True)
            at += 1

    def _term(self, line: Numbered, place: _Place, glossary: bool = False) -> None:
        """A name without its classifiers; one within a definition is set apart in it."""
        name = line[1].strip().split(" : ")[0]
        marks = self.unmark(name)
        inner = place.role is Role.DEFINITION and not glossary
        role, bold = (Role.DEFINITION, marks.text) if inner else (Role.TERM, marks.bold)
        self.lines.append(Line(line[0], marks.text, role=role, bold=bold, linked=marks.linked))
        self.bullet = ""

    def _table(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        text = source[at][1]
        if _GRID.match(text):
            body, behind = _together(source, at)
            self._rows(grid_rows(body, self.unmark), "")
            return behind
        if not _SIMPLE.match(text):
            return at
        behind = at + 1
        while self.unclosed < source[at][0] and behind < len(source):
            closes = bool(_SIMPLE.match(source[behind][1]))
            behind += 1
            if closes and (behind == len(source) or not source[behind][1]):
                self._rows(simple_rows(source[at:behind], self.unmark), "")
                return behind
        self.unclosed = max(self.unclosed, source[-1][0])
        return at

    def _table_directive(
        self, name: str, title: str, options: dict[str, str], body: list[Numbered]
    ) -> None:
        under = self.unmark(title).text
        if name == "list-table":
            self._rows(list_rows(body, options, self.unmark), under)
        elif name == "csv-table":
            self._rows(csv_rows(body, options, self.unmark), under)
        else:
            drawn = [line for line in body if line[1]]
            if drawn and _GRID.match(drawn[0][1]):
                self._rows(grid_rows(drawn, self.unmark), under)
            elif drawn and _SIMPLE.match(drawn[0][1]):
                self._rows(simple_rows(drawn, self.unmark), under)

    def _rows(self, rows: list[Row], under: str) -> None:
        self.tables += 1
        made = rows_of(rows, self.tables, under, self.repaired)
        self.lines += [line for line in made if line]

    def _item(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        """An item of a list, with all that stands as far in as its text."""
        number, text = source[at]
        found = _BULLET.match(text) or _NUMBER.match(text)
        if not found:
            return at
        width = found.end()
        following = source[at + 1][1] if at + 1 < len(source) else ""
        runs_on = following[:1] not in {"", " "} and not _BULLET.match(following)
        if runs_on and not _NUMBER.match(following):
            return at
        body, behind = _indented(source, at + 1)
        self.bullet = "•" if found.re is _BULLET else self._counted(found[1], place.depth)
        inside = [(one, line[min(width, _indent(line)) :]) for one, line in body]
        self._inner([(number, text[width:]), *inside], place.within(lists=1))
        self.bullet = ""
        return behind

    def _counted(self, mark: str, depth: int) -> str:
        """The mark of an item, with its number where the program is to count."""
        self.counts[depth] = self.counts.get(depth, 0) + 1 if "#" in mark else 0
        return mark.replace("#", str(self.counts[depth]))

    def _field(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        """A field is a name with its definition; those at the top tell of the document."""
        number, text = source[at]
        found = _FIELD.match(text)
        if not found:
            return at
        body, behind = _indented(source, at + 1)
        texts = [(number, found[2] or ""), *body]
        if found[1].lower() in _OF_DOCUMENT and len(self.lines) < 50:
            shown = " ".join(one.strip() for _, one in texts)
            self.lines.append(Line(number, f"{found[1]}: {shown}", role=Role.FURNITURE))
            return behind
        self._term((number, found[1]), place)
        self._inner(texts, place.within(Role.DEFINITION))
        return behind

    def _quote(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        """What stands further in, or a line over what stands further in: a name."""
        number, text = source[at]
        if text[0] == " ":
            body, behind = _indented(source, at)
            self._inner(body, place.within())
            return behind
        if text.startswith("| "):
            self._add([(number, text[2:])], place)
            return at + 1
        names = 1
        while names < MOST_NAMES and _is_name(source, at + names):
            names += 1
        following = source[at + names][1] if at + names < len(source) else ""
        if following[:1] != " " or source[at + names - 1][1].endswith("::"):
            return at
        if names > 1 and not _is_name(source, at):
            return at
        for line in source[at : at + names]:
            self._term(line, place)
        body, behind = _indented(source, at + names)
        self._inner(body, place.within(Role.DEFINITION))
        return behind

    def _paragraph(self, source: Sequence[Numbered], at: int, place: _Place) -> int:
        self.counts.pop(place.depth, None)
        some, behind = _together(source, at)
        last = some[-1][1]
        if last.endswith("::"):
            self.literal = True
            some[-1] = (some[-1][0], last[:-2] if last == "::" or last[-3:-2] == " " else last[:-1])
        self._add(some, place)
        return behind


def _is_name(source: Sequence[Numbered], at: int) -> bool:
    """Whether a line may be one of several names over a definition."""
    text = source[at][1] if at < len(source) else ""
    return text[:1].isalnum() and len(text) < LONGEST_NAME and text[-1] not in ".,;:!?"


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _together(source: Sequence[Numbered], at: int) -> tuple[list[Numbered], int]:
    """The lines up to the next blank one, and the place behind them."""
    end = at
    while end < len(source) and source[end][1]:
        end += 1
    return list(source[at:end]), end


def _indented(source: Sequence[Numbered], at: int) -> tuple[list[Numbered], int]:
    """The lines that stand further in, without what is common to them; the place behind them."""
    end = at
    while end < len(source) and (not source[end][1] or source[end][1][0] == " "):
        end += 1
    while end > at and not source[end - 1][1]:
        end -= 1
    inset = min((_indent(text) for _, text in source[at:end] if text), default=0)
    return [(number, text[inset:]) for number, text in source[at:end]], end


def _options(body: list[Numbered]) -> tuple[dict[str, str], list[Numbered]]:
    """The options that a directive begins with, and what follows them."""
    options: dict[str, str] = {}
    at = 0
    while at < len(body) and (found := _FIELD.match(body[at][1])):
        options[found[1].lower()] = (found[2] or "").strip()
        at += 1
    return options, body[at:]
