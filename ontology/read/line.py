"""A line of a document as its reader sees it: what every format is turned into.

A format knows its marks and nothing of glossaries; ``entries`` knows glossaries and no format.
"""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What the format itself says that a line is."""

    TEXT = ""
    TERM = "term"
    """The name in a definition list: ``dt``, ``Name::``, ``\\item[Name]``."""
    DEFINITION = "definition"
    """What stands under it: ``dd``."""
    ROW = "row"
    """A row of a table; see ``cells``."""
    CODE = "code"
    FURNITURE = "furniture"
    """Not content: navigation, footer, form, cookie notice, running head."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a paragraph where the format has paragraphs; an empty ``text`` is a blank line."""

    number: int
    """Where it begins: a line from 1, a row of a sheet, a paragraph of a Word document."""
    text: str
    """Without the marks of the format: no ``#``, no ``**``, no bullet, no tags."""
    last: int = 0
    """Where it ends, when that is another line; 0 when it is the same."""
    role: Role = Role.TEXT
    heading: int = 0
    """1 to 6 where the format says that it is a heading of that level."""
    bold: str = ""
    """The beginning of ``text`` that is set apart (bold, a span of its own), or all of it."""
    bullet: str = ""
    """The mark of a list item as the format or the text has it: ``-``, ``•``, ``3.``."""
    indent: int = 0
    """How far in it stands: columns of a text, levels of a list times 2."""
    cells: tuple[str, ...] = ()
    """Of a row, with empty cells; ``text`` is then the cells joined by tabs."""
    head: bool = False
    """A row that the format says is a header."""
    table: int = 0
    """From 1: rows of one table or sheet have one number. 0 outside of tables."""
    under: str = ""
    """The name of the sheet, or the caption of the table, when there is one."""
    language: str = ""
    """A BCP 47 tag, where the format gives one for this line (``xml:lang``, TBX)."""
    linked: int = 0
    """How many characters of ``text`` are the text of links."""

    @property
    def end(self) -> int:
        """The last line of the document that it covers."""
        return self.last or self.number


@dataclass(frozen=True, slots=True)
class Content:
    """A document as lines, with what the format itself could not take along."""

    lines: tuple[Line, ...]
    title: str = ""
    """Where the format has one."""
    language: str = ""
    """A BCP 47 tag, where the format says so (``<html lang>``, ``xml:lang``)."""
    left_out: tuple[str, ...] = ()
    """What stands in the file and not in the lines, in words: ``hidden column C``."""
    repaired: tuple[str, ...] = ()
    """Debris that was mended, in words, with the line."""
    partial: bool = False
    """Something that may hold entries could not be read: a page of images, a damaged sheet."""
