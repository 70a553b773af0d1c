"""A document's lines → its terms: several explanations are weighed, the best one is read out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ontology.model import Term
from ontology.names import fold
from ontology.problem import Problem
from ontology.read.body import Habits, Text, habits, text_of
from ontology.read.explanation import Document, Entry, Explanation, alphabetical, counting, explain
from ontology.read.given_names import given_names
from ontology.read.language import language_of
from ontology.read.leads import Lead, leads
from ontology.read.line import Content
from ontology.read.printed_name import split_names
from ontology.read.see import is_only_see, see_of
from ontology.read.tables import Table, read_tables
from ontology.read.tidy import tidy

_ENOUGH = 0.55
"""The weight under which nothing in a document looks like a glossary."""

_PRIMARY, _WEIGHED = 6, 24
"""Explanations that others are added to; kinds of line that are weighed at all."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A line of the document, what it was taken for, and why."""

    line: int
    text: str
    what: str
    """``name``, ``definition``, ``number``, ``group``, ``blank`` or ``left out``."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """The terms of a document, and the account of everything else that stands in it."""

    document: str
    language: str
    title: str
    terms: tuple[Term, ...]
    lines: tuple[Taken, ...]
    weighed: tuple[tuple[str, float, tuple[str, ...]], ...]
    """The explanations that were weighed, best first: kinds of line, weight, evidence in words."""
    left_out: tuple[str, ...] = ()
    """What the format could not take along."""
    repaired: tuple[str, ...] = ()
    partial: bool = False


def find_entries(content: Content, name: str, language: str = "") -> DocumentRead:
    """The terms of a document's lines. Problem when nothing in it is laid out like a glossary."""
    tidied = tidy(content.lines)
    document = Document(tidied.lines, tidied.furniture, tidied.contents)
    tables = read_tables(tidied.lines)
    weighed = _weigh(document, tables)
    if not weighed or weighed[0].score < _ENOUGH:
        raise Problem(
            name,
            "nothing in it is laid out like a glossary",
            "a name and its text should stand together, entry by entry, in one style",
        )
    best = weighed[0]
    language = language or content.language.partition("-")[0]
    if not language:
        language = language_of("\n".join(document.lines[at].text for at in document.filled))
    usual = habits(document, best)
    texts = [_text(document, entry, usual, entry is best.entries[-1]) for entry in best.entries]
    terms = [
        term
        for entry, text in zip(best.entries, texts, strict=True)
        for term in _terms(document, entry, text, language, name)
    ]
    lines = _account(document, tidied.furniture, tables, best, texts)
    return DocumentRead(
        name,
        language,
        content.title or _title(document, best),
        tuple(terms),
        tuple(lines),
        tuple((" + ".join(e.kinds), e.score, e.evidence) for e in weighed),
        content.left_out,
        (*content.repaired, *tidied.repaired),
        content.partial,
    )


# --- which explanation is best ---------------------------------------------------------------


def _weigh(document: Document, tables: Sequence[Table]) -> list[Explanation]:
    found = leads(document.lines)
    rows = [lead for table in tables for lead in table.leads]
    if rows:
        found["row"] = rows
    usable = {
        kind: [lead for lead in some if lead.at not in document.skipped]
        for kind, some in found.items()
    }
    kinds = sorted(
        (kind for kind in usable if len(usable[kind]) > 1), key=lambda kind: -len(usable[kind])
    )[:_WEIGHED]
    alone = sorted(
        (explain(document, (kind,), usable[kind]) for kind in kinds), key=lambda e: -e.score
    )
    joined = [_with_others(document, one, usable, kinds) for one in alone[:_PRIMARY]]
    best = {one.kinds: one for one in [*alone, *joined]}
    return sorted(best.values(), key=lambda e: -e.score)


def _with_others(
    document: Document,
    explanation: Explanation,
    usable: Mapping[str, Sequence[Lead]],
    kinds: Sequence[str],
) -> Explanation:
    """The explanation with further kinds of line, as long as each makes it better."""
    if explanation.kinds in (("row",), ("term",)) or explanation.score == 0:
        return explanation
    best = explanation
    for kind in kinds:
        if kind in best.kinds or len(best.kinds) == 4:
            continue
        own = [lead for one in best.kinds for lead in usable[one]]
        more = explain(document, (*best.kinds, kind), [*own, *usable[kind]])
        if more.score > best.score * 1.02 and _fills_gaps(best, more):
            best = more
    return best


def _fills_gaps(best: Explanation, more: Explanation) -> bool:
    """Whether what is added carries numbers that were missing, or falls into the alphabet's order."""
    known = {entry.lead.at for entry in best.entries}
    added = [entry for entry in more.entries if entry.lead.at not in known]
    kept = len(more.entries) - len(added)
    if len(more.entries) <= len(best.entries) or kept < 0.8 * len(best.entries):
        return False
    if all(entry.lead.number for entry in added):
        return counting(more.entries) > 0.6 and counting(more.entries) >= counting(best.entries)
    first, last = best.entries[0].lead.at, best.entries[-1].lead.at
    if any(not first < entry.lead.at < last for entry in added):
        return False
    return alphabetical(best.entries) > 0.9 and alphabetical(more.entries) > 0.95


# --- from an entry to terms ------------------------------------------------------------------


def _text(document: Document, entry: Entry, usual: Habits, last: bool) -> Text:
    text = text_of(document, entry, usual, last)
    head = document.lines[entry.leads[-1].at]
    ends = max(text.last, head.end if entry.rest or not text.definition else 0)
    return replace(text, last=ends or head.end)


def _terms(
    document: Document, entry: Entry, text: Text, language: str, name: str
) -> Iterator[Term]:
    line = document.lines[entry.lead.at]
    definition = text.definition
    spoken = line.language.partition("-")[0] or _spoken(definition, language)
    printed = entry.lead.name
    found = split_names(printed, definition, spoken)
    more = [
        other
        for lead in entry.leads[1:]
        for names in split_names(lead.name, definition, spoken)
        for other in (names.name, *names.others)
    ]
    more += [
        other
        for cell in entry.lead.others
        for part in re.split(r"\s*[;|]\s*|,\s+", cell)
        for names in split_names(part, definition, spoken)
        for other in (names.name, *names.others)
    ]
    see = see_of(definition)
    for names in found:
        others = [*names.others, *more]
        if len(found) == 1:
            others += given_names(names.name, definition, spoken)
        yield Term(
            names.name,
            _distinct(names.name, others),
            "" if is_only_see(definition) else definition,
            spoken,
            entry.group,
            entry.lead.number,
            tuple(dict.fromkeys((*names.see, *see))),
            line.number,
            text.last,
            name,
        )


def _spoken(definition: str, language: str) -> str:
    """The language of an entry: the document's, unless its own text is clearly of another."""
    if len(definition) < 80 or not language:
        return language
    own = language_of(definition)
    return own or language


def _distinct(name: str, others: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for other in others:
        if other and other != name:
            found.setdefault(fold(other) if fold(other) != fold(name) else other, other)
    return tuple(found.values())


# --- the account of every line ---------------------------------------------------------------


def _title(document: Document, best: Explanation) -> str:
    start = best.entries[0].lead.start if best.entries else 0
    before = document.filled_in(0, start)
    heading = next((at for at in before if document.lines[at].heading), None)
    if heading is None:
        heading = next((at for at in before if len(document.lines[at].text) < 120), None)
    return document.lines[heading].text if heading is not None else ""


def _account(
    document: Document,
    furniture: Mapping[int, str],
    tables: Sequence[Table],
    best: Explanation,
    texts: Sequence[Text],
) -> Iterator[Taken]:
    taken: dict[int, tuple[str, str]] = {at: ("left out", why) for at, why in furniture.items()}
    for table in tables:
        taken |= {at: ("left out", why) for at, why in table.other_rows.items()}
    for at, group in best.groups.items():
        taken[at] = ("group", "over entries") if group else ("left out", "a letter over entries")
    for entry, text in zip(best.entries, texts, strict=True):
        for lead in entry.leads:
            taken[lead.at] = ("name", lead.kind)
            if lead.first >= 0:
                taken[lead.first] = ("number", "stands before the name")
        for at in entry.body:
            why = text.left_out.get(at, "")
            taken[at] = ("left out", why) if why else ("definition", f"of «{entry.lead.name}»")
    for at, line in enumerate(document.lines):
        what, why = taken.get(at, ("left out", _elsewhere(at, best)) if line.text else ("blank", ""))
        yield Taken(line.number, line.text, what, why)


def _elsewhere(at: int, best: Explanation) -> str:
    if at < best.entries[0].lead.start:
        return "before the first entry"
    if at > best.entries[-1].leads[-1].at:
        return "after the last entry"
    return "between entries"

