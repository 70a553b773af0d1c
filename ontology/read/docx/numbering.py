"""The numbers that Word shows before a paragraph and does not write into it.

WordprocessingML numbering, ECMA-376 part 1, section 17.9.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.read.docx.styles import number
from ontology.read.numerals import numeral
from ontology.read.xml_events import Events, read_xml

LEVELS = 9
LONGEST = 40
"""Characters of what a level shows."""
_PLACE = re.compile(r"%([1-9])")
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(slots=True)
class Level:
    """How a level of a list counts, and what it shows: ``%1.%2.``."""

    start: int = 1
    format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, str] = field(default_factory=dict)
    """The number of a list to what it is an instance of."""
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Where an instance begins anew, by list and level."""
    of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The level that a paragraph style stands for."""
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next_bullet(self, list_id: str, at: int) -> str:
        """The mark of the next item of a list at a level from 0; "" where it shows none."""
        kind = self.lists.get(list_id, "")
        levels = self.levels.get(kind)
        if levels is None or not 0 <= at < LEVELS:
            return ""
        counts = self.counts.setdefault(kind, [None] * LEVELS)
        if list_id not in self.begun:
            self.begun.add(list_id)
            for begun in self.starts.get(list_id, {}):
                counts[begun] = None
        level = levels.get(at, Level())
        now, start = counts[at], self.starts.get(list_id, {}).get(at, level.start)
        counts[at] = start if now is None else now + 1
        counts[at + 1 :] = [None] * (LEVELS - at - 1)
        if level.format == "bullet":
            return "•"
        return _PLACE.sub(lambda place: _shown(int(place[1]) - 1, levels, counts), level.text)


def read_numbering(data: bytes, where: str) -> Numbering:
    """The lists in the part ``numbering.xml``; a Problem where it is broken."""
    found = _Found()
    read_xml(data, where, found)
    for kind, style in found.borrowed.items():
        lender = found.lent.get(style, "")
        found.numbering.levels[kind] = found.numbering.levels.get(lender, {})
    return found.numbering


def _shown(at: int, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    """The count of a level, in its own numerals."""
    level = levels.get(at, Level())
    count = counts[at]
    count = level.start if count is None else count
    if level.format == "none":
        return ""
    if level.format == "decimalZero":
        return f"{count:02}"
    return numeral(count, _STYLES.get(level.format, "1"))


class _Found(Events):
    """The lists as they stand in the part."""

    def __init__(self) -> None:
        self.numbering = Numbering()
        self.borrowed: dict[str, str] = {}
        self.lent: dict[str, str] = {}
        self.kind = ""
        self.list_id = ""
        self.at = 0
        self.level = Level()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "abstractNum":
            self.kind, self.list_id = attributes.get("abstractNumId", ""), ""
            self.numbering.levels[self.kind] = {}
        elif name == "num":
            self.list_id = attributes.get("numId", "")
        elif name == "abstractNumId":
            self.numbering.lists[self.list_id] = value
        elif name == "numStyleLink":
            self.borrowed[self.kind] = value
        elif name == "styleLink":
            self.lent[value] = self.kind
        elif name in {"lvl", "lvlOverride"}:
            self.at = number(attributes.get("ilvl", ""), 0)
            self.level = Level()
            if name == "lvl" and not self.list_id and self.at < LEVELS:
                self.numbering.levels.setdefault(self.kind, {})[self.at] = self.level
        elif name == "startOverride" and self.at < LEVELS:
            starts = self.numbering.starts.setdefault(self.list_id, {})
            starts[self.at] = number(value, 1)
        else:
            self.of_level(name, value)

    def of_level(self, name: str, value: str) -> None:
        """What is said of the level that is open."""
        if name == "start":
            self.level.start = number(value, 1)
        elif name == "numFmt":
            self.level.format = value
        elif name == "lvlText":
            self.level.text = value[:LONGEST]
        elif name == "pStyle":
            self.numbering.of_style[value] = (self.kind, self.at)
