"""The source of a LaTeX document: which brace closes which, what a command is given, its lines.

https://ctan.org/pkg/latex-base (usrguide). Braces are matched once, so that no group is looked
through twice.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_BRACES = re.compile(r"\\.|%[^\n]*|[{}\[\]]", re.DOTALL)
_SPACE = re.compile(r"(?:[ \t]|%[^\n]*\n|\n(?![ \t]*\n))*")
LONGEST_OPTION = 2_000
"""Characters in square brackets."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document and where its groups and lines end."""

    text: str
    closing: dict[int, int]
    """The place of a brace or bracket that opens to that of the one that closes it."""
    line_ends: list[int]

    def line(self, at: int) -> int:
        """The line, from 1, of a place in the text."""
        return bisect_right(self.line_ends, at - 1) + 1

    def argument(self, at: int) -> tuple[int, int, int] | None:
        """The group that follows: where its inside begins and ends, and what is behind it."""
        at = self.after_space(at)
        if self.text[at : at + 1] == "{" and at in self.closing:
            return at + 1, self.closing[at], self.closing[at] + 1
        return None

    def option(self, at: int) -> tuple[int, int, int] | None:
        """What follows in square brackets, like ``argument``; None where nothing does."""
        end = self.closing.get(at, at) if self.text[at : at + 1] == "[" else at
        return (at + 1, end, end + 1) if at < end < at + LONGEST_OPTION else None

    def behind(self, at: int, arguments: int) -> int:
        """The place behind so many arguments, and options among them."""
        for _ in range(arguments):
            while option := self.option(at):
                at = option[2]
            argument = self.argument(at)
            if argument is None:
                return at
            at = argument[2]
        return at

    def behind_options(self, at: int) -> int:
        """The place behind what follows in square brackets."""
        at = self.after_space(at)
        while option := self.option(at):
            at = self.after_space(option[2])
        return at

    def after_space(self, at: int) -> int:
        """The place behind blanks, comments and one line end."""
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def keys(self, begins: int, ends: int) -> Iterator[tuple[str, int, int]]:
        """The keys of a list ``key = value, …``, each with the place of its value."""
        start = begins
        for comma in [*self._commas(begins, ends), ends]:
            sign = self.text.find("=", start, comma)
            if sign >= 0:
                name = re.sub(r"%[^\n]*\n", "", self.text[start:sign]).strip().lower()
                value = self.argument(sign + 1)
                first, last = value[:2] if value and value[1] < comma else (sign + 1, comma)
                yield name, first, last
            start = comma + 1

    def _commas(self, begins: int, ends: int) -> Iterator[int]:
        at = begins
        pattern = re.compile(r"\\.|%[^\n]*|[{,]", re.DOTALL)
        while found := pattern.search(self.text, at, ends):
            at = found.end()
            if found[0] == ",":
                yield found.start()
            elif found[0] == "{":
                at = self.closing.get(found.start(), found.start()) + 1


def source_of(text: str) -> Source:
    """A document with its braces and brackets matched; what nothing closes is left alone."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    brackets: list[list[int]] = [[]]
    for found in _BRACES.finditer(text):
        sign, at = found[0], found.start()
        if sign == "{":
            opened.append(at)
            brackets.append([])
        elif sign == "}" and opened:
            closing[opened.pop()] = at
            brackets.pop()
        elif sign == "[":
            brackets[-1].append(at)
        elif sign == "]":
            # The first one that closes, closes all that are open in its group.
            closing.update(dict.fromkeys(brackets[-1], at))
            brackets[-1] = []
    ends = [found.start() for found in re.finditer("\n", text)]
    return Source(text, closing, ends)
