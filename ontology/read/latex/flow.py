"""The text of a LaTeX document as the lines that its reader sees: letters, signs, groups, looks.

https://ctan.org/pkg/latex-base. What commands do stands in ``commands``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ontology.read.latex.letters import ACCENTS, ESCAPED, GERMAN, RUNS, SIGNS, accented
from ontology.read.latex.source import Source
from ontology.read.latex.table import TableRead
from ontology.read.left_out import LeftOut
from ontology.read.line import Line, Role
from ontology.read.marked import Marked, Piece, clean_spaces, joined

_TOKEN = re.compile(
    r"\\(?P<name>[A-Za-z@]+)\*?|\\(?P<sign>.)|(?P<comment>%[^\n]*(?:\n(?![ \t]*\n)[ \t]*)?)"
    r"|(?P<blank>\n[ \t]*\n\s*)|(?P<brace>[{}])|(?P<run>---?|``|''|,,|<<|>>|~)|(?P<other>[&$\"])"
    r"|(?P<text>[^\\%{}\n~&$\"`',<>-]+|.)",
    re.DOTALL,
)
DEEPEST = 3


class Look(NamedTuple):
    """How text is set."""

    strong: bool = False
    weak: bool = False
    link: bool = False


@dataclass(slots=True)
class Flow:
    """A stretch of a document while it is read; its lines are ``lines``."""

    source: Source
    names: Mapping[str, str]
    """Of entries by their key, for the commands that name an entry."""
    role: Role = Role.TEXT
    depth: int = 0
    german: bool = False
    muted: bool = False
    """In the preamble only entries are read."""
    lines: list[Line] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    table: TableRead | None = None
    inset: int = 0
    """How many lists are open."""
    runs: list[tuple[str, Look]] = field(default_factory=list)
    looks: list[Look] = field(default_factory=lambda: [Look()])
    next_look: Look | None = None
    first: int = -1
    last: int = -1
    bullet: str = ""
    described: bool = False
    """Behind a name of a description list, before the next one."""
    furniture: bool = False

    def walk(self, begins: int, ends: int) -> None:
        """Read what stands between two places of the source."""
        at = begins
        while at < ends:
            found = _TOKEN.match(self.source.text, at, ends)
            if not found:
                break
            at = self._take(found)
        self.end_paragraph()

    def within(self, begins: int, ends: int) -> list[Line]:
        """The lines of text between two places."""
        if self.depth >= DEEPEST:
            text = clean_spaces(re.sub(r"[\\{}]", "", self.source.text[begins:ends]))
            return [Line(self.number(begins), text)] if text else []
        inner = type(self)(self.source, self.names, depth=self.depth + 1, german=self.german)
        inner.walk(begins, ends)
        return [line for line in inner.lines if line.text]

    def plain(self, begins: int, ends: int) -> Marked:
        """The text between two places, as one line."""
        lines = self.within(begins, ends)
        text = " ".join(line.text for line in lines)
        return Marked(text, lines[0].bold if lines else "", sum(line.linked for line in lines))

    def number(self, begins: int) -> int:
        """The line of the first text behind a place."""
        return self.source.line(self.source.after_space(begins))

    def end_paragraph(self) -> None:
        """What was collected becomes a line."""
        runs, self.runs = self.runs, []
        first, self.first = self.first, -1
        said = joined([Piece(text, *look) for text, look in runs])
        if not said.text:
            return
        begins, ends = self.source.line(first), self.source.line(self.last)
        role = self.role_here()
        line = Line(
            begins,
            said.text,
            ends if ends > begins else 0,
            role=role,
            bold=said.bold,
            bullet=self.bullet,
            indent=2 * max(self.inset - bool(self.bullet or self.described), 0),
            linked=said.linked,
        )
        self.bullet = ""
        (self.table.cell.lines if self.table else self.lines).append(line)

    def role_here(self) -> Role:
        if self.furniture:
            return Role.FURNITURE
        return Role.DEFINITION if self.described else self.role

    def add(self, text: str, at: int) -> None:
        """Text that stands at a place."""
        if self.muted:
            return
        if text.strip():
            self.first = at if self.first < 0 else self.first
            self.last = at + len(text.rstrip()) - 1
        self.runs.append((text, self.looks[-1]))

    def _take(self, found: re.Match[str]) -> int:
        """One piece of the source; the place behind it."""
        at, kind, text = found.end(), found.lastgroup, found[0]
        if kind == "name":
            return self.command(found["name"], found.start(), at)
        if kind == "sign":
            return self._sign(found["sign"], found.start(), at)
        if kind == "blank":
            self.end_paragraph()
            if not (self.depth or self.table or self.muted or self.described):
                self.lines.append(Line(self.source.line(found.start() + 1), ""))
        elif kind == "brace":
            self._brace(text)
        elif kind == "run":
            self.add(RUNS[text], found.start())
        elif kind == "other":
            return self._other(text, found.start(), at)
        elif kind == "text":
            begins = found.start() + len(text) - len(text.lstrip())
            self.add(" " + text.lstrip() if begins > found.start() else text, begins)
        return at

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self.looks.append(self.next_look or self.looks[-1])
        elif len(self.looks) > 1:
            self.looks.pop()
        self.next_look = None

    def _other(self, sign: str, start: int, at: int) -> int:
        following = self.source.text[at : at + 1]
        if sign == "&" and self.table and not self.table.inner:
            self.end_paragraph()
            self.table.end_cell()
        elif sign == '"' and self.german and following in GERMAN and following:
            self.add(GERMAN[following], start)
            return at + 1
        elif sign != "$":
            self.add(" " if sign == "&" else sign, start)
        return at

    def _sign(self, sign: str, start: int, at: int) -> int:
        """A command of one sign: an accent, a line break, a sign that means itself."""
        if sign in ACCENTS:
            return self.accent(sign, start, at)
        if sign == "\\":
            at += self.source.text.startswith("*", at)
            option = self.source.option(at)
            at = option[2] if option else at
            self.end_paragraph()
            if self.table and not self.table.inner and len(self.looks) <= self.table.looks:
                self.table.end_row()
        elif shown := ESCAPED.get(sign, sign):
            self.add(shown, start)
        return at

    def accent(self, accent: str, start: int, at: int) -> int:
        """The letter behind an accent, in braces or not, with it."""
        argument = self.source.argument(at)
        if argument and argument[1] - argument[0] < 20:
            letter, behind = self.source.text[argument[0] : argument[1]], argument[2]
        else:
            at = at if accent in "'`^\"~=." else self.source.after_space(at)
            dotless = self.source.text[at : at + 2] in {"\\i", "\\j"}
            behind = at + (2 if dotless else 1)
            letter = self.source.text[at:behind]
        letter = letter.strip()
        letter = SIGNS.get(letter[1:], "") if letter.startswith("\\") else letter
        if letter:
            self.add(accented(letter, accent), start)
        return behind

    def command(self, name: str, start: int, at: int) -> int:
        """A command by its name, between two places; the place behind what it took."""
        raise NotImplementedError
