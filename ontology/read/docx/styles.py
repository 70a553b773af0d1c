"""The styles of a Word document: which are headings, bold, numbered, hidden.

WordprocessingML styles, ECMA-376 part 1, section 17.7. A style that comes with Word has the same
name whatever language Word speaks: ``heading 1``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ontology.read.line import Role
from ontology.read.xml_events import Events, read_xml

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_LISTS_OF_PAGES = re.compile(r"(toc|index|table of (figures|authorities))( \d| heading|$)", re.I)
_ROLES = {
    "definition term": Role.TERM,
    "definition": Role.DEFINITION,
    "list heading": Role.TERM,
    "list contents": Role.DEFINITION,
}
"""Of the styles that Pandoc and LibreOffice make of a definition list."""
_DEFAULT_SIZE = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None is what the style that it is based on says."""

    heading: int | None = None
    """1 to 6; 0 for none."""
    bold: bool | None = None
    apart: bool | None = None
    """Italic, underlined or in small capitals."""
    size: int | None = None
    """In half points."""
    hidden: bool | None = None
    list: str | None = None
    """The number of its list in the numbering."""
    level: int | None = None
    indent: int | None = None
    """In twentieths of a point."""
    furniture: bool | None = None
    """A table of contents or an index."""
    title: bool | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id, each with all that it is based on."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    paragraph: str = ""
    """The style of paragraphs that name none."""
    size: int = _DEFAULT_SIZE

    def of(self, style_id: str) -> Style:
        return self.by_id.get(style_id) or Style()


def read_styles(data: bytes, where: str) -> Styles:
    """The styles in the part ``styles.xml``; a Problem where it is broken."""
    found = _Found()
    read_xml(data, where, found)
    by_id: dict[str, Style] = {}
    for style_id in found.own:
        _resolve(style_id, found, by_id)
    normal = by_id.get(found.default, Style())
    return Styles(by_id, found.default, normal.size or found.size or _DEFAULT_SIZE)


def of_property(style: Style, name: str, attributes: Mapping[str, str]) -> Style:
    """The style with what one property of a paragraph or a run says (section 17.3)."""
    value = attributes.get("val", "")
    if name in {"b", "vanish"}:
        on = is_on(value)
        style = replace(style, bold=on) if name == "b" else replace(style, hidden=on)
    elif name in {"i", "u", "caps", "smallCaps"}:
        style = replace(style, apart=style.apart or (is_on(value) and value != "none"))
    elif name == "ind":
        left = attributes.get("left", attributes.get("start", ""))
        style = replace(style, indent=number(left, 0)) if left else style
    elif name == "numId":
        style = replace(style, list=value)
    elif name in {"sz", "outlineLvl", "ilvl"} and (made := number(value, -1)) >= 0:
        if name == "sz":
            style = replace(style, size=made)
        elif name == "ilvl":
            style = replace(style, level=made)
        else:
            style = replace(style, heading=min(made + 1, 6) if made < 9 else 0)
    return style


def over(style: Style, base: Style) -> Style:
    """A style with what it does not say taken from another."""
    said = {name: getattr(style, name) for name in Style.__slots__}
    return replace(base, **{name: value for name, value in said.items() if value is not None})


def is_on(value: str) -> bool:
    """Whether a property that is on or off is on: it is where nothing is said."""
    return value not in {"0", "false", "off"}


def number(value: str, otherwise: int) -> int:
    """The whole number of an attribute."""
    whole = value.partition(".")[0]
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 10 else otherwise


class _Found(Events):
    """The styles as they stand, before what they are based on is added."""

    def __init__(self) -> None:
        self.own: dict[str, Style] = {}
        self.bases: dict[str, str] = {}
        self.default = ""
        self.size = 0
        self.style_id = ""
        self.of_part = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("val", "")
        if name == "style":
            self.style_id = attributes.get("styleId", "")
            self.own[self.style_id] = Style()
            if attributes.get("type") == "paragraph" and attributes.get("default") in {"1", "true"}:
                self.default = self.style_id
        elif name == "tblStylePr":
            self.of_part += 1
        elif self.of_part:
            return
        elif not self.style_id:
            self.size = number(value, 0) if name == "sz" and not self.size else self.size
        elif name == "basedOn":
            self.bases[self.style_id] = value
        elif name == "name":
            self.own[self.style_id] = over(_of_name(value), self.own[self.style_id])
        else:
            self.own[self.style_id] = of_property(self.own[self.style_id], name, attributes)

    def end(self, name: str) -> None:
        if name == "style":
            self.style_id = ""
        elif name == "tblStylePr":
            self.of_part -= 1


def _of_name(name: str) -> Style:
    heading = _HEADING.match(name)
    if heading:
        return Style(heading=min(int(heading[1]), 6))
    if _LISTS_OF_PAGES.match(name):
        return Style(heading=0, furniture=True)
    if name.lower() == "title":
        return Style(heading=1, title=True)
    return Style(role=_ROLES.get(name.lower()))


def _resolve(style_id: str, found: _Found, by_id: dict[str, Style]) -> None:
    """Add a style to ``by_id``, and before it those that it is based on."""
    chain: dict[str, None] = {}
    while style_id in found.own and style_id not in by_id and style_id not in chain:
        chain[style_id] = None
        style_id = found.bases.get(style_id, "")
    for one in reversed(chain):
        base = by_id.get(found.bases.get(one, ""), Style())
        by_id[one] = over(found.own[one], base)
