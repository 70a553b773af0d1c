"""What a file of RDF must not hold, looked for before a parser sees it.

The parsers underneath end the process, or never end, on a few hundred bytes of entities or of
nesting; none of that can be caught afterwards.
"""

import re
from collections.abc import Callable

from ontology.problem import Problem

LARGEST = 500_000_000
"""Bytes of one file: it is held in memory."""

DEEPEST = 500
"""Nested objects of JSON-LD: the parser's memory grows with the square of it."""

LONGEST_ENTITY = 256

Check = Callable[[bytes, str], None]
"""Looks at bytes; raises a Problem at the name given, with the line."""

_ENTITY = re.compile(rb"<!ENTITY\s+([^>\"']*)(?:\"([^\"]*)\"|'([^']*)')?")
_JSON_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)


def checked(data: bytes, where: str) -> bytes:
    """``data`` without a byte order mark; a Problem when it is too large or not UTF-8 text."""
    if len(data) > LARGEST:
        raise Problem(where, f"more than {LARGEST // 1_000_000} MB", "give a part of it")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith(b"\x1f\x8b"):
        raise Problem(where, "is packed with gzip", "unpack it first")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = line_at(data, error.start)
        raise Problem(f"{where}:{line}", "is not UTF-8 text", "save it as UTF-8") from None
    return data


def check_xml(data: bytes, where: str) -> None:
    """Namespace entities of OWL editors pass; entities in entities, or from elsewhere, do not."""
    for match in _ENTITY.finditer(data):
        name, value = match[1].split(), match[2] or match[3] or b""
        outside = b"SYSTEM" in name or b"PUBLIC" in name
        nested = b"&" in value or b"%" in value or name[:1] == [b"%"]
        if outside or nested or len(value) > LONGEST_ENTITY:
            why = "from another file" if outside else "that can grow without end"
            raise Problem(
                f"{where}:{line_at(data, match.start())}",
                f"declares an XML entity {why}",
                "write its text where it is used",
            )


def check_json(data: bytes, where: str) -> None:
    """Refuses nesting that a parser cannot take."""
    depth = 0
    for bracket in re.findall(rb"[][{}]", _JSON_STRING.sub(b"", data)):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            raise Problem(where, f"is nested more than {DEEPEST} deep", "write it flat")


def line_at(data: bytes, offset: int) -> int:
    """The line, from 1, that ``offset`` lies on."""
    return data.count(b"\n", 0, offset) + 1
