"""What begins and ends in LaTeX: lists and their items, tables, code.

Environments of https://ctan.org/pkg/latex-base, https://ctan.org/pkg/enumitem and the packages for
tables.
"""

from dataclasses import dataclass, field, replace

from ontology.read.latex.flow import Flow, Look
from ontology.read.latex.table import TABLES, TableRead
from ontology.read.line import Line, Role
from ontology.read.numerals import numeral

_LISTS = frozenset({"description", "itemize", "enumerate", "compactitem", "compactenum"})
_CODE = frozenset({"verbatim", "Verbatim", "lstlisting", "minted", "alltt"})
_ARGUMENTS = {"multicols": 1, "minipage": 1, "adjustwidth": 2, "thebibliography": 1, "tcolorbox": 0}


@dataclass(slots=True)
class _List:
    name: str
    outer: bool
    """Whether it stands in the definition of another list."""
    count: int = 0


@dataclass(slots=True)
class Environments(Flow):
    """A document while it is read, with what is open in it."""

    tables: int = 0
    caption: tuple[int, str] | None = None
    """Of the table that follows: its line, its text."""
    lists: list[_List] = field(default_factory=list)

    def close(self) -> None:
        """The end of what is read: a table that nobody ends is ended."""
        self.end_paragraph()
        if self.table:
            self.repaired.append("a table that nobody ends")
            self._end_table(self.table)

    def environment(self, which: str, start: int, at: int) -> int:
        """Something begins or ends; the place behind its name and what it was given."""
        argument = self.source.argument(at)
        if argument is None:
            return at
        name, at = self.source.text[argument[0] : argument[1]], argument[2]
        if name == "document":
            self.muted = False
            at = at if which == "begin" else len(self.source.text)
        elif not self.muted:
            self.end_paragraph()
            at = self._begin(name, at) if which == "begin" else self._end(name, at)
        return at

    def _begin(self, name: str, at: int) -> int:
        if name in _CODE or name == "comment":
            return self._verbatim(name, at)
        if name in TABLES:
            if self.table:
                self.table.inner += 1
            else:
                self.table = TableRead(len(self.looks))
            return self.source.behind(at, TABLES[name])
        while option := self.source.option(at):
            at = option[2]
        if name.rstrip("*") in _LISTS:
            self.lists.append(_List(name.rstrip("*"), self.described))
            self.inset += 1
        elif name == "thebibliography":
            self.furniture = True
        return self.source.behind(at, _ARGUMENTS.get(name, 0))

    def _end(self, name: str, at: int) -> int:
        if name in TABLES and self.table:
            if self.table.inner:
                self.table.inner -= 1
            else:
                self._end_table(self.table)
        elif name.rstrip("*") in _LISTS and self.lists:
            self.described = self.lists.pop().outer
            self.inset -= 1
        elif name == "thebibliography":
            self.furniture = False
        elif self.caption and not self.table:
            number, text = self.caption
            self.lines.append(Line(number, text, role=self.role_here()))
            self.caption = None
        return at

    def _end_table(self, table: TableRead) -> None:
        if self.caption:
            (_, table.under), self.caption = self.caption, None
        self.table = None
        self.tables += 1
        self.lines += table.lines(self.tables, self.role_here(), self.repaired)

    def _verbatim(self, name: str, at: int) -> int:
        """Code up to its end, line by line; a comment is passed over."""
        mark = f"\\end{{{name}}}"
        end = self.source.text.find(mark, at)
        end = len(self.source.text) if end < 0 else end
        if name != "comment":
            # What follows on the line of its beginning are settings.
            first = self.source.text.find("\n", at, end) + 1 or end
            number = self.source.line(first)
            for text in self.source.text[first:end].rstrip().split("\n"):
                self.lines.append(Line(number, text.strip(), role=Role.CODE))
                number += 1
        return end + len(mark)

    def item(self, name: str, start: int, at: int) -> int:
        """An item of a list; one of a description list is a name."""
        self.end_paragraph()
        option = self.source.option(self.source.after_space(at))
        around = self.lists[-1] if self.lists else _List("itemize", False)
        if option is None:
            around.count += around.name.endswith(("enumerate", "enum"))
            self.bullet = self._bullet(around)
            return at
        named = self.within(*option[:2])
        text = " ".join(line.text for line in named)
        if around.name == "description" and text:
            inner = around.outer or self.role is Role.DEFINITION
            for line in named:
                bold = line.text if inner else line.bold
                role = Role.DEFINITION if inner else Role.TERM
                self.lines.append(replace(line, role=role, bold=bold))
            self.described = True
        elif any(letter.isalpha() for letter in text) and len(text) > 2:
            self.bullet = "•"
            self.looks.append(Look(strong=True))
            self.add(f"{text} ", option[0])
            self.looks.pop()
        else:
            self.bullet = text or "•"
        return option[2]

    def _bullet(self, around: _List) -> str:
        if around.name == "description":
            return ""
        if not around.count:
            return "•"
        level = sum(one.count > 0 for one in self.lists)
        shown = {1: "{}.", 2: "({})", 3: "{}."}.get(level, "{}.")
        style = {2: "a", 3: "i", 4: "A"}.get(level, "1")
        return shown.format(numeral(around.count, style))
