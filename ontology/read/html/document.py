"""HTML → lines: each block of a page is one, where its text stands in the source.

The elements are those of https://html.spec.whatwg.org/multipage/. What browsers put right
(paragraphs, items and cells that nobody closes, tags that close nothing) is put right as they do
it, in one pass and without a tree, so that depth costs nothing.
"""

from collections.abc import Mapping
from dataclasses import replace

from ontology.problem import Problem
from ontology.read.html.blocks import Block, Run, block_of, collapsed, verbatim
from ontology.read.html.doubts import Doubt, decide, lines_of
from ontology.read.html.marks import (
    BLOCKS,
    HEADINGS,
    VOID,
    Item,
    Marks,
    folded,
    furniture,
    hidden,
    language_tag,
    marks_within,
)
from ontology.read.html.open import Element, OpenElements, ordered
from ontology.read.html.source import source_of
from ontology.read.html.table import Row, Table, blocks_of, cell_of
from ontology.read.html.tags import Token, plain, tokens
from ontology.read.left_out import LeftOut, said
from ontology.read.line import Content, Line, Role

MOST_TAGS = 500_000
"""And texts between them: a hundred times those of a long page."""
DEEPEST_TABLES = 8
"""A table further within tables is read as blocks."""

_WHITE = " \t\n\r\f"
_AROUND = ("article", "main", "section")


def parse(data: bytes, where: str) -> Content:
    """The lines of a page; a Problem where it is no text (``decode``), or out of all measure."""
    page = _Page()
    for count, token in enumerate(tokens(source_of(data, where))):
        if count > MOST_TAGS:
            mend = "save only the part with the glossary"
            raise Problem(where, f"the page has more than {MOST_TAGS:,} tags", mend)
        page.take(token)
    return page.content()


class _Page:
    """A page while it is read: what is open, and the blocks so far."""

    def __init__(self) -> None:
        self.open = OpenElements()
        self.runs: list[Run] = []
        self.sinks: list[list[Block]] = [[]]
        self.tables: list[Table] = []
        self.table_count = 0
        self.doubts = [Doubt("page", 0)]
        self.details = 0
        self.plain_details: set[int] = set()
        self.headings_in: dict[int, int] = {}
        self.repaired: list[str] = []
        self.left_out: list[LeftOut] = []
        self.title = ""
        self.language = ""
        self.broken = False

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self.text(token)
        elif token.kind == "end" and token.name != "br":
            self.close_to(self.open.closed_by_end(token.name))
        elif token.name == "br":
            self.line_break(token.line)
        elif token.name == "html":
            self.language = self.language or language_tag(token.attributes.get("lang", ""))
        elif token.name in VOID:
            if token.name == "hr":
                self.flush()
        elif token.name not in {"head", "body", "title", "script", "style"}:
            self.start(token)

    def content(self) -> Content:
        self.close_to(0)
        self.flush()
        blocks = self.sinks[0]
        decide(blocks, self.doubts)
        if self.details == 1:
            self.plain_details.add(1)
        lines = [
            replace(line, language="") if line.language == self.language else line
            for line in lines_of(blocks, self.doubts, self.plain_details, self.left_out)
        ]
        # A table in a table that nobody closed comes after what stands below it.
        lines.sort(key=lambda line: line.number)
        out, repaired = said(self.left_out, "line"), tuple(self.repaired)
        return Content(tuple(lines), self.title, self.language, out, repaired)

    def text(self, token: Token) -> None:
        """A text, as a run of the block that it stands in, or as what is not shown."""
        if token.name in {"script", "style"}:
            return
        text = plain(token.text)
        if token.name == "title":
            self.title = self.title or collapsed(text)
            return
        marks = self.open.marks()
        begins = len(token.text) - len(token.text.lstrip(_WHITE))
        first = token.line + (0 if marks.pre else token.text.count("\n", 0, begins))
        if marks.unseen:
            if text.strip():
                self.left_out.append(LeftOut(marks.unseen, first, text))
            return
        last = token.line + token.text.rstrip(_WHITE).count("\n")
        self.runs.append(Run(text, first, max(first, last), marks))

    def line_break(self, number: int) -> None:
        """The end of a line within a block; a blank line where it follows another one."""
        blank = not any(run.text.strip() for run in self.runs)
        sink = self.sinks[-1]
        if blank and self.broken and sink and sink[-1].line.text and len(self.sinks) == 1:
            sink.append(Block(Line(number, ""), self.open.marks()))
        self.flush()
        self.broken = True

    def flush(self) -> None:
        """End the block that is being read."""
        runs, self.runs, self.broken = self.runs, [], False
        if not runs:
            return
        if runs[0].marks.pre:
            text = "".join(run.text for run in runs)
            self.sinks[-1] += verbatim(text, runs[0].first, runs[0].marks)
        elif block := block_of(runs):
            self.sinks[-1].append(block)

    def start(self, tag: Token) -> None:
        """Open an element, after what its tag closes."""
        name = tag.name
        self.close_to(self.open.closed_by_start(name))
        if name in BLOCKS:
            self.flush()
        outer = self.open.marks()
        element = Element(name, self.doubted(marks_within(outer, tag), tag))
        if name in {"ul", "ol", "menu"}:
            self.start_list(element, tag.attributes)
        elif name in {"dl", "dt", "dd", "li"}:
            self.start_item(element, tag.attributes)
        elif name in {"details", "summary"} or name in HEADINGS:
            self.start_fold(element)
        elif name in {"table", "tr", "td", "th", "caption"}:
            self.start_table(element, tag.attributes)
        self.open.push(element)
        if tag.alone and (name == "svg" or self.open.last("svg", "math") >= 0):
            self.close_to(len(self.open.stack) - 1)

    def doubted(self, marks: Marks, tag: Token) -> Marks:
        """The marks with a doubt of their own, where the element may be no content."""
        outer = {name for name in _AROUND if self.open.last(name) >= 0}
        kind = furniture(frozenset(outer), tag)
        if tag.name in {"pre", "figcaption"}:
            kind = "code" if tag.name == "pre" else "caption"
        elif tag.name in BLOCKS and tag.attributes and hidden(tag.attributes):
            kind = kind if kind or folded(tag.attributes) else "hidden"
        elif tag.name == "button":
            opens = tag.attributes.keys() & {"aria-expanded", "aria-controls"}
            kind = "" if opens or marks.heading or marks.role is Role.TERM else "perhaps"
        if not kind:
            return marks
        self.doubts.append(Doubt(kind, marks.doubt))
        return replace(marks, doubt=len(self.doubts) - 1)

    def start_list(self, element: Element, attributes: Mapping[str, str]) -> None:
        element.marks = replace(element.marks, depth=element.marks.depth + 1)
        if element.name == "ol":
            start, style = attributes.get("start", ""), attributes.get("type", "1")
            ordered(element, start, style, "reversed" in attributes)

    def start_item(self, element: Element, attributes: Mapping[str, str]) -> None:
        """An item, a name or a definition; names within a definition are set apart in it."""
        marks, around = element.marks, self.open.innermost("dl")
        if element.name == "li":
            item = Item(self.open.next_bullet(attributes.get("value", "")))
            element.marks = replace(marks, item=item)
        elif element.name == "dl":
            element.nested = marks.role is Role.DEFINITION and not marks.folded
            if marks.folded:
                self.plain_details.add(marks.details)
        elif element.name == "dt" and not (around and around.nested):
            element.marks = replace(marks, role=Role.TERM, folded=False)
        elif element.name == "dt":
            element.marks = replace(marks, role=Role.DEFINITION, strong=True)
        else:
            element.marks = replace(marks, role=Role.DEFINITION, folded=False)

    def start_fold(self, element: Element) -> None:
        """A folded part is the definition of its summary, unless it holds entries of its own."""
        marks = element.marks
        if element.name == "details" and (marks.role is Role.TEXT or marks.folded):
            if marks.folded:
                self.plain_details.add(marks.details)
            self.details += 1
            element.marks = replace(
                marks, role=Role.DEFINITION, details=self.details, folded=True, summary=False
            )
        elif element.name == "summary" and marks.folded:
            element.marks = replace(marks, role=Role.TERM, summary=True)
        elif element.name in HEADINGS and marks.folded and not marks.summary:
            self.headings_in[marks.details] = self.headings_in.get(marks.details, 0) + 1
            if self.headings_in[marks.details] > 1:
                self.plain_details.add(marks.details)

    def start_table(self, element: Element, attributes: Mapping[str, str]) -> None:
        """A table collects its rows, and a row its cells, until it ends."""
        name = element.name
        if name == "table" and len(self.tables) < DEEPEST_TABLES:
            self.table_count += 1
            layout = attributes.get("role", "") in {"presentation", "none"}
            self.tables.append(Table(self.table_count, layout))
            element.table = True
        around = self.open.innermost("table")
        if name == "table" or not (around and around.table):
            return
        table = self.tables[-1]
        if name == "tr" or not table.rows:
            table.rows.append(Row(self.open.last("thead") > self.open.last("table")))
        if name == "caption":
            self.sinks.append(table.caption)
        elif name != "tr":
            table.rows[-1].cells.append(cell_of(name == "th", attributes))
            self.sinks.append(table.rows[-1].cells[-1].blocks)
        element.cell = name != "tr"

    def close_to(self, at: int) -> None:
        """Close the open elements from the place ``at`` on; none for -1."""
        while 0 <= at < len(self.open.stack):
            element = self.open.pop()
            if element.name in BLOCKS:
                self.flush()
            if element.cell:
                self.sinks.pop()
            if element.table:
                self.sinks[-1] += blocks_of(self.tables.pop(), self.repaired)
