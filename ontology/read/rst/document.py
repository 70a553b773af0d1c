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
from ontology.read.marked import text_with_marks
from ontology.read.rst.blocks import DEEPEST, FIELD, SIMPLE, Blocks, Place, indented, together
from ontology.read.rst.tables import Numbered, csv_rows, grid_rows, list_rows, simple_rows

_DIRECTIVE = re.compile(r"\.\. (?:\|([^|]{1,80})\| )?([a-zA-Z][\w:.+-]{0,60}?)::(?: +(.*))?$")
_SUBSTITUTION = re.compile(r"\.\. \|([^|]{1,80})\| replace:: ?(.{0,200})")
_FOOTNOTE = re.compile(r"\.\. \[[^\[\]]{1,60}\] ?(.*)$")
_GRID = re.compile(r"\+[-=+]+\+$")
_CODE = frozenset(
    {"code", "code-block", "sourcecode", "math", "literalinclude", "raw", "parsed-literal"}
    | {"doctest", "testcode", "productionlist", "highlight", "graphviz", "mermaid", "plantuml"}
)
_NOTHING = frozenset(
    {"contents", "index", "meta", "role", "default-role", "sectnum", "currentmodule", "image"}
    | {"title", "tabularcolumns", "target-notes", "header", "footer", "module", "py:module"}
)
_TABLES = frozenset({"list-table", "csv-table", "table"})


def parse(data: bytes, where: str) -> Content:
    """The lines of a document in reStructuredText; a Problem where it is no text (``decode``)."""
    texts = text_with_marks(data, where).split("\n")
    source = [(at, text.expandtabs(8).rstrip()) for at, text in enumerate(texts, start=1)]
    found = (_SUBSTITUTION.match(text) for _, text in source)
    reader = _Reader({one[1]: one[2] for one in found if one})
    reader.blocks(source, Place())
    left_out = (*said(reader.left_out, "line"), *reader.missing)
    lines, repaired = tuple(reader.lines), tuple(reader.repaired)
    return Content(lines, reader.title, "", left_out, repaired, bool(reader.missing))


@dataclass(slots=True)
class _Reader(Blocks):
    """A document while it is read, with its directives and tables."""

    left_out: list[LeftOut] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Files that it takes in, which are not read."""
    tables: int = 0
    unclosed: int = 0
    """The line up to which no table that is drawn simply ends."""

    def explicit(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        """What begins with two full stops: a directive, a footnote, a comment."""
        number, text = source[at]
        if text != ".." and not text.startswith(".. "):
            return at
        body, behind = indented(source, at + 1)
        footnote, directive = _FOOTNOTE.match(text), _DIRECTIVE.match(text)
        if footnote:
            texts = [footnote[1], *(one for _, one in body)]
            self.left_out.append(LeftOut("footnotes", number, " ".join(texts)))
        elif directive and not directive[1]:
            self._directive(directive[2].lower(), (number, directive[3] or ""), body, place)
        return behind

    def _directive(self, name: str, argument: Numbered, body: list[Numbered], place: Place) -> None:
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
            self.inner([*first, *content], inner)

    def _glossary(self, body: Sequence[Numbered], place: Place) -> None:
        """Names at the margin, each above the definition that stands further in."""
        at = 0
        while at < len(body):
            _, text = body[at]
            if text.startswith(" "):
                block, at = indented(body, at)
                self.inner(block, place.within(Role.DEFINITION))
                continue
            if text.startswith(".. ") or text == "..":
                _, at = indented(body, at + 1)
                continue
            if text:
                self.term(body[at], place, glossary=True)
            at += 1

    def table(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        text = source[at][1]
        if _GRID.match(text):
            body, behind = together(source, at)
            self._rows(grid_rows(body, self.unmark), "")
            return behind
        if not SIMPLE.match(text):
            return at
        behind = at + 1
        while self.unclosed < source[at][0] and behind < len(source):
            closes = bool(SIMPLE.match(source[behind][1]))
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
            elif drawn and SIMPLE.match(drawn[0][1]):
                self._rows(simple_rows(drawn, self.unmark), under)

    def _rows(self, rows: list[Row], under: str) -> None:
        self.tables += 1
        made = rows_of(rows, self.tables, under, self.repaired)
        self.lines += [line for line in made if line]


def _options(body: list[Numbered]) -> tuple[dict[str, str], list[Numbered]]:
    """The options that a directive begins with, and what follows them."""
    options: dict[str, str] = {}
    at = 0
    while at < len(body) and (found := FIELD.match(body[at][1])):
        options[found[1].lower()] = (found[2] or "").strip()
        at += 1
    return options, body[at:]
