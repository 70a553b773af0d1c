"""A page cut into tags and texts, each with the source line where it begins.

What stands between ``<`` and ``>`` is taken as the standard has browsers take it, broken pages too
(https://html.spec.whatwg.org/multipage/parsing.html#tokenization). One pass, never back: what is
not closed ends with the page, once.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import MappingProxyType
from typing import NamedTuple

TAG = re.compile(r"</?([A-Za-z][^\s/>]*)")
ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)?\s*")
VALUE = re.compile(r"=\s*(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^\s>]*))")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""What stands in these is no markup, up to their end tag."""
NOTHING: Mapping[str, str] = MappingProxyType({})


class Token(NamedTuple):
    """A text, or the tag that opens (``start``) or closes (``end``) an element."""

    kind: str
    line: int
    name: str = ""
    """Of a tag, in lower case; of a text the element whose raw text it is (``title``)."""
    text: str = ""
    """As it stands in the source: see ``plain``."""
    attributes: Mapping[str, str] = NOTHING
    alone: bool = False
    """Closed within itself: ``<br/>``."""


def tokens(source: str) -> Iterator[Token]:
    """The tags and texts of a page; its lines end with LF."""
    at, line = 0, 1
    while at < len(source):
        token, end = _next_token(source, at, line)
        if token:
            yield token
        line += source.count("\n", at, end)
        at = end
        if token and token.kind == "start" and token.name in RAW:
            end = _raw_end(source, at, token.name)
            yield Token("text", line, token.name, source[at:end])
            line += source.count("\n", at, end)
            at = end


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def plain(text: str) -> str:
    """The text of the source with its entities (``&amp;``, ``&#233;``) as characters."""
    if "&" not in text:
        return text
    try:
        return unescape(text)
    except ValueError:  # a number of thousands of digits
        return text


def _next_token(source: str, at: int, line: int) -> tuple[Token | None, int]:
    """What begins at ``at`` and where it ends; None for comments and what browsers pass over."""
    if source[at] != "<":
        end = source.find("<", at)
        end = len(source) if end < 0 else end
        return Token("text", line, text=source[at:end]), end
    tag = TAG.match(source, at)
    if tag:
        return _tag_token(source, tag, line)
    if source.startswith("<!--", at):
        return None, _after(source, "-->", at + 2)
    if source.startswith(("<!", "<?", "</"), at):
        return None, _after(source, ">", at)
    return Token("text", line, text="<"), at + 1


def _tag_token(source: str, tag: re.Match[str], line: int) -> tuple[Token | None, int]:
    """A tag with its attributes; the first of two with one name counts."""
    attributes: dict[str, str] = {}
    at = tag.end()
    while at < len(source) and source[at] != ">":
        name = ATTRIBUTE.match(source, at)
        value = VALUE.match(source, name.end() if name else at)
        end = value.end() if value else name.end() if name else at
        if name and name[1]:
            said = next((text for text in value.groups() if text is not None), "") if value else ""
            attributes.setdefault(name[1].lower(), plain(said))
        at = end if end > at else at + 1
    if at >= len(source):
        return None, at
    kind = "end" if source.startswith("</", tag.start()) else "start"
    alone = source[at - 1] == "/"
    return Token(kind, line, tag[1].lower(), "", attributes, alone), at + 1


def _after(source: str, mark: str, at: int) -> int:
    """The place behind the next ``mark``, or the end of the page."""
    found = source.find(mark, at)
    return len(source) if found < 0 else found + len(mark)


def _raw_end(source: str, at: int, name: str) -> int:
    """Where the end tag of a raw element stands, or the end of the page."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return found.start() if found else len(source)
