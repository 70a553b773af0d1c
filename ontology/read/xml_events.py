"""XML as a stream of elements and text, by expat: nothing is fetched, nothing expanded.

Extensible Markup Language 1.0, https://www.w3.org/TR/xml/. Names come without their namespace.
"""

from collections.abc import Mapping
from html import unescape
from xml.parsers import expat

from ontology.problem import Problem

DEEPEST = 1_000
MOST_ELEMENTS = 5_000_000


class Events:
    """What a reader does at each element and text; to be made more of. ``line`` is from 1."""

    line = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters, maybe only some of those that stand together."""


def read_xml(data: bytes, where: str, events: Events) -> None:
    """Hands ``events`` what stands in ``data``.

    Problem for XML that is not well-formed, that declares entities, is nested deeper than
    ``DEEPEST`` or has more than ``MOST_ELEMENTS``. A document type that is only named passes.
    """
    try:
        _parser(where, events).Parse(data, True)
    except expat.ExpatError as error:
        raise not_well_formed(error, where) from None
    except (LookupError, ValueError) as error:
        # What expat's own encodings lack, Python may not know either.
        raise Problem(where, f"its encoding is not known ({error})", "save it as UTF-8") from None


def not_well_formed(error: expat.ExpatError, where: str) -> Problem:
    """What to say of XML that ends early or is broken."""
    said = expat.ErrorString(error.code)
    what = f"is not well-formed XML ({said})"
    return Problem(f"{where}:{error.lineno}", what, "save it again in the program that wrote it")


def _parser(where: str, events: Events) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > DEEPEST or elements > MOST_ELEMENTS:
            much = f"nested deeper than {DEEPEST:,}" if depth > DEEPEST else "too many"
            what = f"its elements are {much}"
            raise Problem(f"{where}:{parser.CurrentLineNumber}", what, "no glossary needs that")
        events.line = parser.CurrentLineNumber
        local = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        events.start(name.rpartition(" ")[2], local)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        events.line = parser.CurrentLineNumber
        events.end(name.rpartition(" ")[2])

    def text(some: str) -> None:
        events.line = parser.CurrentLineNumber
        events.text(some)

    def entity(name: str, *_: object) -> None:
        line = parser.CurrentLineNumber
        raise Problem(f"{where}:{line}", f"declares an entity ({name})", "take out its DOCTYPE")

    def skipped(name: str, is_parameter: bool) -> None:
        # One that a document type elsewhere would declare: HTML's are known without it.
        if not is_parameter:
            text(unescape(f"&{name};"))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    parser.SkippedEntityHandler = skipped
    return parser
