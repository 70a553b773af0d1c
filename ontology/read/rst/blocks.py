"""The blocks of reStructuredText → lines: titles, lists, definitions, paragraphs, by their indent.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#body-elements. Tables and what
begins with two full stops are read in ``document``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ontology.read.line import Line, Role
from ontology.read.marked import Marked
from ontology.read.rst.marks import marked
from ontology.read.rst.tables import Numbered

_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*$")
_BULLET = re.compile(r"([*+•‣⁃-])(?: +|$)")
_NUMBER = re.compile(r"(\(?(?:\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6}|#)[.)])(?: +|$)")
FIELD = re.compile(r":(?!:)([^:`]{1,100}):(?: +(.*))?$")
SIMPLE = re.compile(r"=+(?: +=+)+$")
DEEPEST = 20
"""Blocks within blocks; what stands further in is read as text."""
MOST_NAMES = 4
"""Over one definition, each on a line of its own."""
LONGEST_NAME = 60
_OF_DOCUMENT = frozenset(
    {"author", "authors", "date", "version", "revision", "status", "copyright", "organization"}
    | {"contact", "address", "orphan", "tocdepth", "nosearch", "nocomments", "release"}
)
"""Fields at the top that tell of the document."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: in what, how deep."""

    role: Role = Role.TEXT
    depth: int = 0
    lists: int = 0
    """Lists around it."""

    def within(self, role: Role | None = None, lists: int = 0) -> "Place":
        return Place(role or self.role, self.depth + 1, self.lists + lists)


@dataclass(slots=True)
class Blocks:
    """A document while it is read, block by block."""

    substitutions: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    title: str = ""
    levels: list[str] = field(default_factory=list)
    """How the titles of each level are underlined, in the order of their first use."""
    counts: dict[int, int] = field(default_factory=dict)
    """How far the lists have counted that leave it to the program, by depth."""
    bullet: str = ""
    """Of the list item that begins, for its first line."""
    literal: bool = False
    """The last paragraph said that code follows."""

    def blocks(self, source: Sequence[Numbered], place: Place) -> None:
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

    def _block(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        """Read the block that begins at a line; the place behind it."""
        text = source[at][1]
        if self.literal or text.startswith(">>> "):
            self.literal = False
            if text[0] in " >":
                return self._code(source, at)
        steps = (self._title, self.explicit, self.table, self._item, self._field, self._quote)
        for step in steps:
            behind = step(source, at, place)
            if behind > at:
                return behind
        return self._paragraph(source, at, place)

    def unmark(self, raw: str) -> Marked:
        return marked(raw, self.substitutions)

    def inner(self, source: Sequence[Numbered], place: Place) -> None:
        """Read the blocks within a block, unless it is too deep for a reader."""
        if place.depth < DEEPEST:
            self.blocks(source, place)
        elif source:
            self.add(source, place)

    def add(self, source: Sequence[Numbered], place: Place, role: Role | None = None) -> None:
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
        body, behind = indented(source, at) if source[at][1][0] == " " else together(source, at)
        self.lines += [Line(number, text.strip(), role=Role.CODE) for number, text in body]
        return behind

    def _title(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        """A title with a line under it, and maybe one over it; or such a line alone."""
        text = source[at][1]
        if place.depth or text[0] == " ":
            return at
        under = source[at + 1][1] if at + 1 < len(source) else ""
        below = source[at + 2][1] if at + 2 < len(source) else ""
        if _ADORNMENT.match(text) and len(text) > 1 and not SIMPLE.match(text):
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

    def _item(self, source: Sequence[Numbered], at: int, place: Place) -> int:
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
        body, behind = indented(source, at + 1)
        self.bullet = "•" if found.re is _BULLET else self._counted(found[1], place.depth)
        inside = [(one, line[min(width, indent(line)) :]) for one, line in body]
        self.inner([(number, text[width:]), *inside], place.within(lists=1))
        self.bullet = ""
        return behind

    def _counted(self, mark: str, depth: int) -> str:
        """The mark of an item, with its number where the program is to count."""
        self.counts[depth] = self.counts.get(depth, 0) + 1 if "#" in mark else 0
        return mark.replace("#", str(self.counts[depth]))

    def _field(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        """A field is a name with its definition; those at the top tell of the document."""
        number, text = source[at]
        found = FIELD.match(text)
        if not found:
            return at
        body, behind = indented(source, at + 1)
        texts = [(number, found[2] or ""), *body]
        if found[1].lower() in _OF_DOCUMENT and len(self.lines) < 50:
            shown = " ".join(one.strip() for _, one in texts)
            self.lines.append(Line(number, f"{found[1]}: {shown}", role=Role.FURNITURE))
            return behind
        self.term((number, found[1]), place)
        self.inner(texts, place.within(Role.DEFINITION))
        return behind

    def _quote(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        """What stands further in, or a line over what stands further in: a name."""
        number, text = source[at]
        if text[0] == " ":
            body, behind = indented(source, at)
            self.inner(body, place.within())
            return behind
        if text.startswith("| "):
            self.add([(number, text[2:])], place)
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
            self.term(line, place)
        body, behind = indented(source, at + names)
        self.inner(body, place.within(Role.DEFINITION))
        return behind

    def term(self, line: Numbered, place: Place, glossary: bool = False) -> None:
        """A name without its classifiers; one within a definition is set apart in it."""
        name = line[1].strip().split(" : ")[0]
        marks = self.unmark(name)
        inner = place.role is Role.DEFINITION and not glossary
        role, bold = (Role.DEFINITION, marks.text) if inner else (Role.TERM, marks.bold)
        self.lines.append(Line(line[0], marks.text, role=role, bold=bold, linked=marks.linked))
        self.bullet = ""

    def _paragraph(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        self.counts.pop(place.depth, None)
        some, behind = together(source, at)
        last = some[-1][1]
        if last.endswith("::"):
            self.literal = True
            some[-1] = (some[-1][0], last[:-2] if last == "::" or last[-3:-2] == " " else last[:-1])
        self.add(some, place)
        return behind

    def explicit(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        """Read what begins with two full stops; the place behind it."""
        raise NotImplementedError

    def table(self, source: Sequence[Numbered], at: int, place: Place) -> int:
        """Read a table that is drawn; the place behind it."""
        raise NotImplementedError


def _is_name(source: Sequence[Numbered], at: int) -> bool:
    """Whether a line may be one of several names over a definition."""
    text = source[at][1] if at < len(source) else ""
    return text[:1].isalnum() and len(text) < LONGEST_NAME and text[-1] not in ".,;:!?"


def indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def together(source: Sequence[Numbered], at: int) -> tuple[list[Numbered], int]:
    """The lines up to the next blank one, and the place behind them."""
    end = at
    while end < len(source) and source[end][1]:
        end += 1
    return list(source[at:end]), end


def indented(source: Sequence[Numbered], at: int) -> tuple[list[Numbered], int]:
    """The lines that stand further in, without what is common to them; the place behind them."""
    end = at
    while end < len(source) and (not source[end][1] or source[end][1][0] == " "):
        end += 1
    while end > at and not source[end - 1][1]:
        end -= 1
    inset = min((indent(text) for _, text in source[at:end] if text), default=0)
    return [(number, text[inset:]) for number, text in source[at:end]], end
