"""LaTeX → lines: a paragraph is one, and so is each part of an entry of the glossaries packages.

LaTeX is that of https://ctan.org/pkg/latex-base; entries are those of
https://ctan.org/pkg/glossaries, https://ctan.org/pkg/glossaries-extra, https://ctan.org/pkg/acro
and https://ctan.org/pkg/acronym.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ontology.read.latex.commands import Reader
from ontology.read.latex.flow import DEEPEST
from ontology.read.latex.letters import LANGUAGES
from ontology.read.latex.source import Source, source_of
from ontology.read.left_out import said
from ontology.read.line import Content, Line, Role
from ontology.read.marked import text_with_marks

_ARGUMENTS = {
    "newglossaryentry": 2, "provideglossaryentry": 2, "longnewglossaryentry": 3, "newacronym": 3,
    "newabbreviation": 3, "newdualentry": 4, "newterm": 1, "DeclareAcronym": 2, "acro": 2,
    "acrodef": 2, "nomenclature": 2,
}  # fmt: skip
"""The commands that define an entry, and what they are given."""
_WITH_KEYS = frozenset(
    {"newglossaryentry", "provideglossaryentry", "longnewglossaryentry", "DeclareAcronym"}
)
_FIND = re.compile(r"\\(" + "|".join(_ARGUMENTS) + r")(?![A-Za-z])\*?")
_LANGUAGE = re.compile(
    r"\\(?:usepackage|documentclass|RequirePackage)\s{0,3}\[([^\]]{1,300})\]"
    r"|\\set(?:main|default)language\s{0,3}(?:\[[^\]]{0,300}\]\s{0,3})?\{(\w{1,40})\}"
)
_OTHER_NAMES = ("first", "long", "short", "text")
LONGEST_NAME = 500
Span = tuple[int, int]
"""Where something begins and ends in the source."""


def parse(data: bytes, where: str) -> Content:
    """The lines of a LaTeX document; a Problem where it is no text (``decode``)."""
    text = text_with_marks(data, where)
    source = source_of(text)
    language = _language(text)
    begin = re.search(r"^[^%\n]{0,80}\\begin\s{0,3}\{document\}", text, re.MULTILINE)
    flow = Reader(
        source,
        dict(_names(source)),
        german=language.startswith("de"),
        entry=_entry,
        muted=begin is not None,
    )
    flow.walk(0, len(text))
    flow.close()
    left_out = (*said(flow.left_out, "line"), *flow.missing)
    lines, repaired = tuple(flow.lines), tuple(flow.repaired)
    return Content(lines, flow.title, language, left_out, repaired, flow.partial)


def _language(text: str) -> str:
    """The language of the document; of several that babel loads it is the last."""
    for found in _LANGUAGE.finditer(text[:20_000]):
        named = [part.split("=")[-1].strip() for part in (found[1] or found[2]).split(",")]
        known = [LANGUAGES[name] for name in named if name in LANGUAGES]
        if known:
            return known[-1]
    return ""


@dataclass(slots=True)
class _Entry:
    """An entry as it stands in the source."""

    names: list[Span]
    definitions: list[Span] = field(default_factory=list)
    see: Span | None = None


def _entry(flow: Reader, name: str, at: int) -> int:
    """Add the lines of an entry; the place behind it, ``at`` where ``name`` defines none."""
    read = _read_entry(flow.source, name, at)
    if read is None:
        return at
    entry, behind = read
    flow.end_paragraph()
    shown: list[str] = []
    for begins, ends in entry.names:
        term = flow.plain(begins, ends).text
        if term and not any(_is_form(term, other) for other in shown):
            shown.append(term)
            flow.lines.append(Line(flow.number(begins), term, role=Role.TERM))
    for begins, ends in entry.definitions:
        inner = Reader(flow.source, flow.names, Role.DEFINITION, 1, flow.german)
        inner.walk(begins, ends)
        inner.close()
        flow.lines += inner.lines
        flow.left_out += inner.left_out
        flow.missing += inner.missing
        flow.partial = flow.partial or inner.partial
        flow.repaired += inner.repaired
    if entry.see:
        number, names = flow.number(entry.see[0]), _pointed(flow, *entry.see)
        flow.lines.append(Line(number, f"→ {names}", role=Role.DEFINITION, linked=len(names)))
    return behind


def _is_form(term: str, other: str) -> bool:
    """Whether a name is only another form of one that stands there: a plural, another case."""
    short, long = sorted((term.casefold(), other.casefold()), key=len)
    return long.startswith(short) and len(long) - len(short) < 3


def _read_entry(source: Source, name: str, at: int) -> tuple[_Entry, int] | None:
    """What a command defines, and the place behind it; None for another command."""
    if name not in _ARGUMENTS:
        return None
    arguments: list[Span] = []
    options: list[Span] = []
    while len(arguments) < _ARGUMENTS[name]:
        while option := source.option(source.after_space(at)):
            options.append(option[:2])
            at = option[2]
        argument = source.argument(at)
        if argument is None:
            return None
        arguments.append(argument[:2])
        at = argument[2]
    if name in _WITH_KEYS:
        return _with_keys(source, arguments), at
    keys = (
        {key: (begins, ends) for key, begins, ends in source.keys(*options[0])} if options else {}
    )
    described = [keys["description"]] if "description" in keys else []
    if name == "nomenclature":
        return _Entry([arguments[0]], [arguments[1]]), at
    if name in {"acro", "acrodef"}:
        return _Entry([(options or arguments)[0], arguments[1]]), at
    names = arguments[1:3] if len(arguments) > 1 else arguments
    return _Entry(names, arguments[3:] or described), at


def _with_keys(source: Source, arguments: list[Span]) -> _Entry:
    """An entry whose parts are named: ``name = …, description = …``."""
    keys = {key: (begins, ends) for key, begins, ends in source.keys(*arguments[1])}
    names = [keys[key] for key in ("name", *_OTHER_NAMES, "plural") if key in keys]
    definitions = [keys["description"]] if "description" in keys else []
    return _Entry(
        names or [arguments[0]], definitions + arguments[2:], keys.get("see", keys.get("seealso"))
    )


def _pointed(flow: Reader, begins: int, ends: int) -> str:
    """The names of the entries that a list of keys points to."""
    listed = re.sub(r"\[[^\]]*\]", "", flow.source.text[begins:ends][:LONGEST_NAME])
    keys = [key.strip() for key in listed.strip("{} \n").split(",")]
    return ", ".join(flow.names.get(key, key) for key in keys if key)


def _names(source: Source) -> Iterator[tuple[str, str]]:
    """The key of each entry, and its name, for the commands that name it."""
    reader = Reader(source, {}, depth=DEEPEST - 1)
    behind = 0
    for found in _FIND.finditer(source.text):
        read = _read_entry(source, found[1], found.end()) if found.start() >= behind else None
        key = source.argument(source.behind_options(found.end()))
        if read and key:
            entry, behind = read
            begins, ends = entry.names[0]
            said = reader.plain(begins, min(ends, begins + LONGEST_NAME))
            yield source.text[key[0] : key[1]].strip(), said.text
