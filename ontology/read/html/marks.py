"""What an element of a page says of the text within it: its part, how it is set, what it is for.

Elements and attributes are those of https://html.spec.whatwg.org/multipage/indices.html.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ontology.read.html.tags import Token, words
from ontology.read.line import Role

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = words(
    "address article aside blockquote caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form header hgroup hr legend li main menu nav ol p pre search"
    " section summary table tbody td tfoot th thead tr ul body"
) | frozenset(HEADINGS)
VOID = words("area base br col embed hr img input link meta param source track wbr frame keygen")
UNSEEN = words(
    "template noscript svg canvas object audio video map select datalist textarea iframe noembed"
    " noframes rp del applet script style"
)
"""What browsers do not show, or what no reader takes for text of the page."""

_STRONG = frozenset({"b", "strong", "dfn"})
_WEAK = frozenset({"em", "i", "u", "mark", "var", "cite", "big"})
_FURNITURE = frozenset({"nav", "footer", "aside", "form", "dialog", "search"})
_ROLES = words("navigation banner contentinfo search dialog alertdialog menu menubar")
_WORDS = words(
    "nav navbar navbox navigation subnav menu breadcrumb breadcrumbs footer sidebar masthead topbar"
    " share sharing social newsletter subscribe signup comment comments respond disqus related toc"
    " pagination pager cta banner ad ads advert advertisement promo popup modal copyright"
)
_SURE = words("cookie cookies consent gdpr")
_GLOSSARY = words("glossary glosario glossario glossar glossaire definitions dictionary")
_CONTAINERS = words("div section ul ol menu nav p table form center fieldset dl")
_TITLES = words("title heading headline headword question term name lemma label")
_UNFOLDS = words(
    "accordion collapse collapsible collapsed panel tab tabs tabpanel toggle toggler faq answer"
    " expand expandable content definition description"
)
_ASIDE_WORDS = frozenset({"editsection", "headerlink", "anchorjs", "permalink"})
_FOR_EARS = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")


@dataclass(slots=True)
class Item:
    """An item of a list, whose mark goes to the first line in it."""

    bullet: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What the elements around a text say of it, from the outermost to the innermost."""

    role: Role = Role.TEXT
    heading: int = 0
    strong: bool = False
    weak: bool = False
    titled: bool = False
    """The block itself is named as a title: ``<div class="card-title">``."""
    link: bool = False
    pre: bool = False
    language: str = ""
    depth: int = 0
    """Of lists."""
    item: Item | None = None
    unseen: str = ""
    """Why it is not shown, in words; "" for what is."""
    doubt: int = 0
    """The number of the element that may be furniture, hidden or code; 0 for none."""
    details: int = 0
    """The number of the folded part that it stands in."""
    summary: bool = False
    folded: bool = False
    """Whether its part is said by nothing but that it is folded."""


def marks_within(outer: Marks, tag: Token) -> Marks:
    """What is said of a text in an element, by what is said around it and by its tag.

    Lists, folded parts and what may be furniture are numbered, and so known, by the reader alone.
    """
    name, attributes = tag.name, tag.attributes
    made = _of_element(outer, name)
    if not attributes:
        return made
    named = class_words(attributes)
    if "href" in attributes and name == "a":
        made = replace(made, link=True)
    if said := attributes.get("lang") or attributes.get("xml:lang"):
        made = replace(made, language=language_tag(said))
    if unseen := _unseen(name, attributes, named):
        made = replace(made, unseen=unseen)
    return _of_looks(made, name, attributes, named)


def class_words(attributes: Mapping[str, str]) -> frozenset[str]:
    """The words of an element's class and id: ``siteNav card__title`` has nav, card"""
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:2000]
    return frozenset(word.lower() for word in _WORD.findall(named))


def language_tag(said: str) -> str:
    """A BCP 47 tag in its conventional case; "" for what is none."""
    parts = said.strip().replace("_", "-").split("-")
    if not (parts[0].isascii() and parts[0].isalpha() and 2 <= len(parts[0]) <= 8):
        return ""
    cased = {2: str.upper, 4: str.title}
    rest = (cased.get(len(part), str.lower)(part) for part in parts[1:] if part.isalnum())
    return "-".join([parts[0].lower(), *rest])


def furniture(outer: frozenset[str], tag: Token) -> str:
    """Why an element may be furniture: ``sure`` or ``perhaps``; "" where nothing says so.

    ``outer`` are the names of the elements around it. Sure is what its own name or part says;
    whether it is furniture is decided by how much of the page it holds.
    """
    name, attributes = tag.name, tag.attributes
    role = attributes.get("role", "").lower()
    if name in {"nav", "footer", "dialog"} or role in _ROLES:
        return "sure"
    if name in _FURNITURE or (name == "header" and not outer & {"article", "main", "section"}):
        return "perhaps"
    if name in _CONTAINERS and attributes:
        named = class_words(attributes)
        if named & _SURE:
            return "sure"
        if named & _WORDS and not named & _GLOSSARY:
            return "perhaps"
    return ""


def folded(attributes: Mapping[str, str]) -> bool:
    """Whether it is hidden only until its reader unfolds it, as the text of an accordion is."""
    role = attributes.get("role", "")
    return role in {"tabpanel", "region"} or bool(class_words(attributes) & _UNFOLDS)


def hidden(attributes: Mapping[str, str]) -> bool:
    """Whether the page says that the element is not shown, for now or at all."""
    if "hidden" in attributes:
        return attributes["hidden"].lower() != "until-found"
    style = attributes.get("style", "")
    return attributes.get("aria-hidden") == "true" or bool(style and _NOT_SHOWN.search(style))


def _of_element(outer: Marks, name: str) -> Marks:
    if name in BLOCKS:
        outer = _of_block(outer, name)
    elif name in _STRONG:
        return replace(outer, strong=True)
    elif name in _WEAK:
        return replace(outer, weak=True)
    if name in UNSEEN:
        return replace(outer, unseen=f"text in <{name}>")
    return outer


def _of_block(outer: Marks, name: str) -> Marks:
    if outer.titled and name not in HEADINGS:
        outer = replace(outer, titled=False)
    if name == "pre":
        return replace(outer, pre=True)
    if name in HEADINGS:
        strong = outer.strong or outer.role is not Role.TEXT
        return replace(outer, heading=HEADINGS[name], strong=strong)
    return outer


def _unseen(name: str, attributes: Mapping[str, str], named: frozenset[str]) -> str:
    if named & _ASIDE_WORDS or (name == "sup" and "reference" in named):
        return "marks of the page"
    if "class" in attributes and not _FOR_EARS.isdisjoint(attributes["class"].split()):
        return "text for screen readers"
    if name not in BLOCKS and hidden(attributes) and not folded(attributes):
        return "hidden text"
    return ""


def _of_looks(
    made: Marks, name: str, attributes: Mapping[str, str], named: frozenset[str]
) -> Marks:
    """What its style, its class and its part for microdata or screen readers say."""
    weight = _WEIGHT.search(attributes.get("style", ""))
    if weight:
        bold = weight[1] in {"bold", "bolder", "600", "700", "800", "900"}
        made = replace(made, strong=bold)
    level = attributes.get("aria-level", "2")
    if attributes.get("role") == "heading" and made.role is Role.TEXT:
        made = replace(made, heading=int(level) if level in "123456" and len(level) == 1 else 2)
    if name in BLOCKS:
        titles = _TITLES if name == "div" else frozenset({"heading", "headword", "question"})
        return replace(made, titled=True) if named & titles and not made.heading else made
    if attributes.get("itemprop") == "name" or named & (_TITLES | {"bold", "strong"}):
        return replace(made, strong=True)
    return replace(made, weak=True) if name in {"span", "font"} and "class" in attributes else made
