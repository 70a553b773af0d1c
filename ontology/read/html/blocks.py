"""The texts of a page that stand together as one block → the line that its reader sees."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ontology.read.html.marks import Marks
from ontology.read.line import Line, Role
from ontology.read.marked import Piece, set_apart

LONGEST_TITLE = 120
"""Characters: what is longer is no title, whatever its class says."""

_SPACES = re.compile(r"[ \t\n\r\f]+")


class Run(NamedTuple):
    """A text within one element, with the source lines where it begins and ends."""

    text: str
    first: int
    last: int
    marks: Marks


class Block(NamedTuple):
    """A line, and what was said of it where it stands."""

    line: Line
    marks: Marks


def block_of(runs: Sequence[Run]) -> Block | None:
    """The line that the runs of a block make, spaces as browsers show them; None for blank ones."""
    shown = _spaced(runs)
    if not shown:
        return None
    marks = shown[0].marks
    text = "".join(run.text for run in shown)
    languages = {run.marks.language for run in shown if run.text.strip()}
    bullet = _bullet(marks)
    line = Line(
        number=shown[0].first,
        text=text,
        last=shown[-1].last if shown[-1].last != shown[0].first else 0,
        role=marks.role,
        heading=marks.heading if marks.role is Role.TEXT else 0,
        bold=_bold(shown, text),
        bullet=bullet,
        indent=2 * (marks.depth - bool(bullet)),
        language=languages.pop() if len(languages) == 1 else "",
        linked=sum(len(run.text) for run in shown if run.marks.link),
    )
    return Block(line, marks)


def verbatim(text: str, number: int, marks: Marks) -> list[Block]:
    """The lines of preformatted text, each with its own number, without blank ones around it."""
    before = len(text) - len(text.lstrip(" \t\n"))
    number += text.count("\n", 0, before)
    begins = text.rfind("\n", 0, before) + 1
    made: list[Block] = []
    if not text.strip():
        return made
    for at, raw in enumerate(text[begins:].rstrip().split("\n"), start=number):
        spread = raw.expandtabs(8).rstrip()
        stripped = spread.lstrip(" ")
        line = Line(at, stripped, role=marks.role, indent=len(spread) - len(stripped))
        made.append(Block(line, marks))
    return made


def collapsed(text: str) -> str:
    """A text with each white space as one blank and none around it."""
    return _SPACES.sub(" ", text).strip(" ")


def _spaced(runs: Sequence[Run]) -> list[Run]:
    """The runs with each white space as one blank and none around the block; [] for a blank one."""
    shown: list[Run] = []
    blank = True
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        text = text.lstrip(" ") if blank else text
        if not text:
            continue
        if not blank and _stand_apart(shown[-1], run):
            text = f" {text}"
        shown.append(run._replace(text=text))
        blank = text.endswith(" ")
    while shown and not shown[-1].text.strip():
        shown.pop()
    if shown:
        shown[-1] = shown[-1]._replace(text=shown[-1].text.rstrip(" "))
    return shown


def _stand_apart(before: Run, run: Run) -> bool:
    """Whether two elements without a space between them are words apart, as style sets them."""
    if before.marks is run.marks:
        return False
    return before.text[-1].islower() and run.text[0].isupper()


def _bullet(marks: Marks) -> str:
    """The mark of the list item, for the first line in it."""
    if not marks.item:
        return ""
    bullet, marks.item.bullet = marks.item.bullet, ""
    return bullet


def _bold(shown: Sequence[Run], text: str) -> str:
    """The beginning that is set apart, or all of a block that is named as a title."""
    pieces = [Piece(run.text, run.marks.strong, run.marks.weak) for run in shown]
    titled = shown[0].marks.titled and len(text) <= LONGEST_TITLE and not pieces[0].strong
    return text if titled else set_apart(pieces)
