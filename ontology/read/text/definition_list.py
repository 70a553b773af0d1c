"""Definition lists as Markdown writes them: a name, and under it lines that begin with a colon.

PHP Markdown Extra, https://michelf.ca/projects/php-markdown/extra/#def-list; Pandoc and others read
the same.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ontology.read.line import Line, Role

_SIGN = re.compile(r"[:：~][ \t]+")
_NO_NAME = re.compile(r"[.!?。]$")


def marked(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of definition lists with their role."""
    signs = [
        at
        for at, line in enumerate(lines)
        if line.role is Role.TEXT and not line.bullet and _SIGN.match(line.text)
    ]
    found = list(lines)
    if len(signs) < 2:
        return found
    for at in signs:
        _mark_names(found, at)
        _mark_text(found, at)
    return found


def _mark_names(lines: list[Line], at: int) -> None:
    """The lines above the first colon: the nearest block, at most three names."""
    above = at - 1
    if above >= 0 and not lines[above].text:
        above -= 1
    names = 0
    while above >= 0 and names < 3:
        line = lines[above]
        plain = line.role is Role.TEXT and not (line.heading or line.bullet or line.indent)
        if not line.text or not plain or len(line.text) > 110 or _NO_NAME.search(line.text):
            return
        lines[above] = replace(line, role=Role.TERM)
        above -= 1
        names += 1


def _mark_text(lines: list[Line], at: int) -> None:
    """The line with the colon and what goes on under it: at once, or further in."""
    first = lines[at]
    text = _SIGN.sub("", first.text, count=1)
    lines[at] = replace(first, text=text, role=Role.DEFINITION, indent=0)
    blank = False
    for below in range(at + 1, len(lines)):
        line = lines[below]
        if not line.text:
            blank = True
            continue
        ends = line.heading or line.role is not Role.TEXT or _SIGN.match(line.text)
        if ends or (blank and line.indent < 2):
            return
        lines[below] = replace(line, role=Role.DEFINITION)
        blank = False
