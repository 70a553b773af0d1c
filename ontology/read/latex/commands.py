"""What the commands of LaTeX do: headings, looks, references, notes, cells.

They are those of https://ctan.org/pkg/latex-base and of the packages that glossaries use. One that
is not known shows what stands in its braces.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ontology.read.html.tags import words
from ontology.read.latex.environments import Environments
from ontology.read.latex.letters import ACCENTS, SIGNS
from ontology.read.latex.table import RULES
from ontology.read.left_out import LeftOut
from ontology.read.line import Line, Role

HEADINGS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "addchap": 1,
    "addsec": 2,
    "subsection": 3,
    "subsubsection": 4,
}
_STRONG = frozenset({"textbf", "paragraph", "subparagraph", "bfseries", "bf"})
_WEAK = words("textit emph textsc textsl underline it itshape em scshape textsf")
_SWITCHES = frozenset({"bfseries", "bf", "it", "itshape", "em", "scshape"})
"""They hold to the end of their group."""
_DROPPED = {
    **dict.fromkeys(
        ("label", "index", "cite", "citep", "citet", "parencite", "ref", "pageref", "autoref"), 1
    ),
    **dict.fromkeys(("vspace", "hspace", "includegraphics", "bibliography", "pagestyle"), 1),
    **dict.fromkeys(("textcolor", "color", "hypertarget", "thanks", "vskip", "raisebox"), 1),
    **dict.fromkeys(("usepackage", "documentclass", "glsadd", "bibliographystyle", "author"), 1),
    **dict.fromkeys(("thispagestyle", "date", "cline", "cmidrule", "geometry", "phantom"), 1),
    **dict.fromkeys(("setlength", "addtolength", "setcounter", "fontsize", "rule"), 2),
    **dict.fromkeys(("newcommand", "renewcommand", "providecommand", "DeclareMathOperator"), 2),
    **dict.fromkeys(("hypersetup", "setglossarystyle", "newcolumntype", "markboth"), 1),
    **dict.fromkeys(("glslink", "glsdisp", "bookmark", "pdfbookmark", "RequirePackage"), 1),
    "addcontentsline": 3,
    "newenvironment": 3,
    "def": 1,
}
"""How many arguments of a command its reader never sees."""
_REFERENCE = re.compile(r"(?:[gG]ls|GLS|acr|[aA]c(?=[slfp]?$))[a-zA-Z]*$")
_STEPS = {
    **dict.fromkeys(SIGNS, "_letter"),
    **dict.fromkeys(ACCENTS, "accent"),
    **dict.fromkeys(_STRONG | _WEAK, "_style"),
    **dict.fromkeys((*HEADINGS, "title", "caption"), "_title"),
    **dict.fromkeys(("begin", "end"), "environment"),
    "item": "item",
}
"""The method of the reader that does what a command says."""


@dataclass(slots=True)
class Reader(Environments):
    """A document, or a stretch of one, while it is read."""

    entry: Callable[["Reader", str, int], int] | None = None
    """Reads a command that defines an entry: its name, the place behind it → the place after."""
    missing: list[str] = field(default_factory=list)
    """Files that it takes in, which are not read."""
    partial: bool = False
    title: str = ""

    def command(self, name: str, start: int, at: int) -> int:
        """A command by its name, between two places; the place behind what it took."""
        if self.entry and not self.depth:
            behind = self.entry(self, name, at)
            if behind > at:
                return behind
        step: Callable[[str, int, int], int] = getattr(self, _STEPS.get(name, "_other_command"))
        return step(name, start, at)

    def _letter(self, name: str, start: int, at: int) -> int:
        """A letter or a sign by its name, which blanks or empty braces end."""
        self.add(SIGNS[name], start)
        if self.source.text.startswith("{}", at):
            return at + 2
        while self.source.text.startswith(" ", at):
            at += 1
        return at

    def _style(self, name: str, start: int, at: int) -> int:
        now = self.looks[-1]
        look = now._replace(strong=True) if name in _STRONG else now._replace(weak=True)
        if name in _SWITCHES:
            self.looks[-1] = look
        else:
            self.next_look = look
        if name.endswith("paragraph"):
            self.end_paragraph()
            # Its title runs into the text.
            argument = self.source.argument(at)
            if argument:
                self.looks.append(look)
                self.add(f"{self.plain(*argument[:2]).text} ", argument[0])
                self.looks.pop()
                self.next_look = None
                return argument[2]
        return at

    def _title(self, name: str, start: int, at: int) -> int:
        """A heading, the title of the document, the caption of a table."""
        option = self.source.option(at)
        argument = self.source.argument(option[2] if option else at)
        if argument is None:
            return at
        said = self.plain(*argument[:2])
        if name == "title":
            self.title = said.text
        elif name == "caption":
            self.caption = (self.number(argument[0]), said.text) if said.text else None
        elif not self.muted:
            self.end_paragraph()
            number = self.number(argument[0])
            level = HEADINGS[name] if self.role is Role.TEXT else 0
            line = Line(number, said.text, role=self.role, heading=level, linked=said.linked)
            self.lines.append(line if level else replace(line, bold=said.text))
        return argument[2]

    def _other_command(self, name: str, start: int, at: int) -> int:
        """What is no text of its own: references, notes, links, cells, what is not shown."""
        argument = self.source.argument(at)
        if name in {"par", "glspar", "newline", "linebreak"}:
            self.end_paragraph()
        elif name in RULES and self.table:
            self.table.rule(name)
        elif name in _DROPPED:
            # Between the name that it defines and its braces, ``def`` names what it is given.
            brace = self.source.text.find("{", at, at + 100) if name == "def" else at
            at = self.source.behind(max(brace, at), _DROPPED[name])
        elif name in {"href", "hyperlink", "hyperref"}:
            at = self.source.behind(at, name != "hyperref")
            option = self.source.option(at)
            self.next_look, at = self.looks[-1]._replace(link=True), option[2] if option else at
        elif argument and _REFERENCE.match(name):
            key = self.source.text[argument[0] : argument[1]].strip()
            said = self.names.get(key, key)
            said = said[:1].upper() + said[1:] if name[0] in "GA" else said
            self._add_linked(said, start)
            at = argument[2]
        elif argument and name in {"url", "nolinkurl"}:
            self._add_linked(self.source.text[argument[0] : argument[1]][:500], argument[0])
            at = argument[2]
        elif argument and name in {"enquote", "footnote", "footnotetext", "texorpdfstring"}:
            at = self._set_off(name, argument)
        elif name in {"input", "include", "subfile", "loadglsentries"}:
            self._missing(name, start, argument)
            at = argument[2] if argument else at
        elif name in {"multicolumn", "multirow"} and self.table:
            at = self._wide_cell(name, at)
        else:
            while option := self.source.option(at):
                at = option[2]
        return at

    def _add_linked(self, text: str, at: int) -> None:
        self.looks.append(self.looks[-1]._replace(link=True))
        self.add(text, at)
        self.looks.pop()

    def _set_off(self, name: str, argument: tuple[int, int, int]) -> int:
        said = self.plain(*argument[:2])
        if name == "texorpdfstring":
            self.add(said.text, argument[0])
            return self.source.behind(argument[2], 1)
        if name == "enquote":
            self.add(f"“{said.text}”", argument[0])
        elif said.text:
            self.left_out.append(LeftOut("footnotes", self.number(argument[0]), said.text))
        return argument[2]

    def _missing(self, name: str, start: int, argument: tuple[int, int, int] | None) -> None:
        file = self.source.text[argument[0] : argument[1]][:80] if argument else ""
        if file:
            self.missing.append(f"an included file (line {self.source.line(start)}): {file}")
            # What a preamble takes in are mostly settings.
            self.partial = self.partial or not self.muted or name == "loadglsentries"

    def _wide_cell(self, name: str, at: int) -> int:
        """A cell over several columns or rows; the place before its text."""
        option = self.source.option(at)
        argument = self.source.argument(option[2] if option else at)
        if argument is None or self.table is None:
            return at
        said = self.source.text[argument[0] : argument[1]].strip()
        count = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 1
        if name == "multicolumn":
            self.table.cell.columns = max(count, 1)
        else:
            self.table.cell.rows = max(count, 1)
        return self.source.behind(at, 2)
