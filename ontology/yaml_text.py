"""Texts, lists and mappings → lines of YAML as people like to edit them.

Long texts are folded (``>-``), short lists stand on one line, and a text is quoted only where it
must be: every value is read back as the text it is (``yaml_lines``).
"""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import yaml
from yaml.resolver import Resolver

WIDTH = 96

Tree: TypeAlias = str | int | Sequence[Any] | Mapping[str, Any]
"""What stands in a file: texts, numbers, lists of texts, mappings."""

FOLDED = ("definition", "scopeNote", "example", "historyNote", "description", "defines")
"""Keys under which a text of sentences stands, folded even where it is short."""

# Between word characters, a colon or a number sign means nothing to YAML.
_PLAIN = re.compile(
    r"[^\W_](?:[^\s\\:#\[\]{}\"`\x00-\x1f\x7f-\x9f]|[:#](?=[\w/])(?<=\w.)|[ \xa0\u202f](?=\S))*"
)
_ODD_BREAK = re.compile("[\t\n\r\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_RESOLVER = Resolver()


def entry(key: str, value: Tree, indent: int) -> list[str]:
    """The lines of ``key: value``, without line ends; ``indent`` counts columns."""
    lead = " " * indent + f"{_key(key)}:"
    if isinstance(value, int):
        return [f"{lead} {value}"]
    if isinstance(value, str):
        return _text(lead, key, value, indent)
    if isinstance(value, Mapping):
        return [lead, *mapping(value, indent + 2)] if value else [f"{lead} {{}}"]
    flow = f"{lead} [{', '.join(in_flow(str(one)) for one in value)}]"
    if len(flow) <= WIDTH and not (key in FOLDED and value):
        return [flow]
    return [lead, *(line for one in value for line in item(str(one), indent + 2, key in FOLDED))]


def mapping(value: Mapping[str, Tree], indent: int) -> list[str]:
    """The lines of all keys of a mapping."""
    return [line for key, one in value.items() for line in entry(key, one, indent)]


def item(text: str, indent: int, folded: bool = False) -> list[str]:
    """The lines of one text of a list that has a line each."""
    if folded and (lines := _folded(text, indent + 2)):
        return [" " * indent + "- >-", *lines]
    return [" " * indent + f"- {scalar(text)}"]


def _text(lead: str, key: str, text: str, indent: int) -> list[str]:
    line = f"{lead} {scalar(text)}"
    if (key in FOLDED or len(line) > WIDTH) and (lines := _folded(text, indent + 2)):
        return [f"{lead} >-", *lines]
    return [line]


def _key(key: str) -> str:
    return key if re.fullmatch("[A-Za-z0-9-]+", key) else scalar(key)


def scalar(text: str) -> str:
    """A text on one line, plain or quoted; plain only where every reader takes it for a text."""
    if _PLAIN.fullmatch(text) and _is_text(text):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    if _ODD_BREAK.search(text):
        return _escaped(text)
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def in_flow(text: str) -> str:
    """A text in a list that stands on one line, where a comma divides and ``?`` means a key."""
    written = scalar(text)
    return _quoted(text) if written == text and re.search("[,?]", text) else written


def _escaped(text: str) -> str:
    """Escapes of JSON, which YAML has too, and those of breaks that JSON leaves as they are."""
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda m: f"\\u{ord(m[0]):04x}", quoted
    )


def _is_text(text: str) -> bool:
    """Whether YAML 1.1 takes it for a text: ``no`` and ``1.0`` are none."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def _folded(text: str, indent: int) -> list[str]:
    """The lines of a folded text, paragraphs divided by an empty one; none where it cannot be."""
    paragraphs = text.split("\n")
    if any(_cannot_fold(paragraph) for paragraph in paragraphs):
        return []
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [""] if lines else []
        lines += _wrapped(paragraph, indent)
    return lines


def _cannot_fold(paragraph: str) -> bool:
    return (
        not paragraph
        or paragraph != paragraph.strip()
        or "  " in paragraph
        or bool(_ODD_BREAK.search(paragraph))
    )


def _wrapped(paragraph: str, indent: int) -> Iterator[str]:
    lead = " " * indent
    wrapper = textwrap.TextWrapper(
        WIDTH, lead, lead, break_long_words=False, break_on_hyphens=False, replace_whitespace=False
    )
    yield from wrapper.wrap(paragraph)
