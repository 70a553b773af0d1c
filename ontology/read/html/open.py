"""The elements of a page that are open, and which of them a tag closes.

https://html.spec.whatwg.org/multipage/parsing.html#tree-construction, as far as it moves text. Each
name knows where it stands, so that no tag looks through the others.
"""

from dataclasses import dataclass, field

from ontology.read.html.marks import BLOCKS, HEADINGS, Marks
from ontology.read.numerals import numeral

_CLOSES = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th", "caption"), ("table",)),
    "th": (("td", "th", "caption"), ("table",)),
    "tr": (("tr", "caption"), ("table",)),
    "thead": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tbody": (("thead", "tbody", "tfoot", "caption"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot", "caption"), ("table",)),
}
"""What an element closes when it begins, and how far out it looks."""
_CELLS = ("td", "th", "caption")
_OF_TABLES = frozenset({"table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"})


@dataclass(slots=True)
class Element:
    """An open element."""

    name: str
    marks: Marks
    number: int | None = None
    """Of an ordered list: that of its next item."""
    step: int = 1
    style: str = "1"
    nested: bool = False
    """Of a definition list: whether it stands in a definition."""
    cell: bool = False
    table: bool = False
    """Whether its end ends a cell, or a table of facts."""


@dataclass(slots=True)
class OpenElements:
    stack: list[Element] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=dict)

    def marks(self) -> Marks:
        return self.stack[-1].marks if self.stack else Marks()

    def last(self, *names: str) -> int:
        """The place of the innermost open element of these names; -1 for none."""
        placed = (self.places.get(name) for name in names)
        return max((places[-1] for places in placed if places), default=-1)

    def innermost(self, *names: str) -> Element | None:
        at = self.last(*names)
        return self.stack[at] if at >= 0 else None

    def push(self, element: Element) -> None:
        self.places.setdefault(element.name, []).append(len(self.stack))
        self.stack.append(element)

    def pop(self) -> Element:
        element = self.stack.pop()
        self.places[element.name].pop()
        return element

    def closed_by_start(self, name: str) -> int:
        """The place from which the start tag of ``name`` closes what is open; -1 for none."""
        if name in _CLOSES:
            names, limits = _CLOSES[name]
            outermost = max(self.last(*limits), -1 if "table" in limits else self.last(*_CELLS))
            at = self.last(*names)
            return at if at > outermost else self._closed_paragraph(name)
        if name in HEADINGS and self.stack and self.stack[-1].name in HEADINGS:
            return len(self.stack) - 1
        return self._closed_paragraph(name)

    def closed_by_end(self, name: str) -> int:
        """The place from which an end tag closes what is open; -1 where it closes nothing."""
        at = self.last(*HEADINGS) if name in HEADINGS else self.last(name)
        limit = self.last("table") if name in _OF_TABLES - {"table"} else self.last(*_CELLS)
        return at if at > limit or name == "table" else -1

    def _closed_paragraph(self, name: str) -> int:
        at = self.last("p")
        return at if name in BLOCKS and at > self.last(*_CELLS, "button") else -1

    def next_bullet(self, value: str) -> str:
        """The mark of an item that begins here, by its list; ``value`` is what it says itself."""
        around = self.innermost("ul", "ol", "menu")
        if around is None or around.number is None:
            return "•"
        number = int(value) if _is_number(value) else around.number
        around.number = number + around.step
        return f"{numeral(number, around.style)}."


def ordered(element: Element, start: str, style: str, reverse: bool) -> Element:
    """The list as one whose items are numbered from ``start``."""
    element.number = int(start) if _is_number(start) else 1
    element.style = style
    element.step = -1 if reverse else 1
    return element


def _is_number(said: str) -> bool:
    digits = said.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) < 10
