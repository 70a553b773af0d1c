"""A document's lines → its terms: several explanations are weighed, the best one is read out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ontology.model import Term
from ontology.names import fold
from ontology.problem import Problem
from ontology.read.layout.body import Habits, Text, habits, text_of
from ontology.read.layout.entry import Entry, alphabetical, counting
from ontology.read.layout.explanation import Explanation, explain
from ontology.read.layout.leads import Lead, is_rare, leads
from ontology.read.layout.lines import Document
from ontology.read.layout.page_words import is_page_heading, names_glossary
from ontology.read.layout.quality import echo
from ontology.read.layout.tables import Table, read_tables
from ontology.read.layout.tidy import tidy
from ontology.read.line import Content
from ontology.read.naming.brackets import alike_but_for_brackets
from ontology.read.naming.given_names import given_names
from ontology.read.naming.language import language_of
from ontology.read.naming.printed_name import split_names
from ontology.read.naming.see import is_only_see, see_of

_ENOUGH = 0.55
"""The weight under which nothing in a document looks like a glossary."""

_MOST_PARTS = 12
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
class Weighed:
    """An explanation that was weighed: kinds of line, weight, evidence in words."""

    kinds: str
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """The terms of a document, and the account of everything else that stands in it."""

    document: str
    language: str
    title: str
    terms: tuple[Term, ...]
    lines: tuple[Taken, ...]
    weighed: tuple[Weighed, ...]
    """Best first."""
    left_out: tuple[str, ...] = ()
    """What the format could not take along."""
    repaired: tuple[str, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the document in one layout: its entries, and their texts."""

    explanation: Explanation
    texts: tuple[Text, ...]

    @property
    def start(self) -> int:
        return self.explanation.entries[0].lead.start

    @property
    def stop(self) -> int:
        """Behind the last line of the last text."""
        last, text = self.explanation.entries[-1], self.texts[-1]
        used = [at for at in last.body if at not in text.left_out]
        return max([last.leads[-1].at, *used]) + 1


def find_entries(content: Content, name: str, language: str = "") -> DocumentRead:
    """The terms of a document's lines. Problem when nothing in it is laid out like a glossary."""
    tidied = tidy(content.lines)
    document = Document(tidied.lines, tidied.furniture, tidied.contents)
    tables = read_tables(tidied.lines)
    usable = _usable(document, tables)
    section = _glossary_section(document, usable)
    weighed = _weigh(section, usable)
    if not weighed or weighed[0].score < _ENOUGH:
        raise Problem(
            name,
            "nothing in it is laid out like a glossary",
            "a name and its text should stand together, entry by entry, in one style",
        )
    parts = _with_further_parts(section, usable, _part(section, weighed[0]))
    language = language or content.language.partition("-")[0]
    if not language:
        language = language_of("\n".join(document.lines[at].text for at in document.filled))
    printed = [entry.lead.name for part in parts for entry in part.explanation.entries]
    about = _About(name, language, alike_but_for_brackets(printed))
    terms = [
        term
        for part in parts
        for entry, text in zip(part.explanation.entries, part.texts, strict=True)
        for term in _terms(document, entry, text, about)
    ]
    title = content.title or _title(document, parts[0].start)
    over = [title, name, *_headings_before(document, parts[0].start)]
    if not _is_glossary(document, parts, terms, over):
        raise Problem(
            name,
            "is laid out like a glossary, and no name is explained in it",
            "give the part that is one, or a heading that says so",
        )
    return DocumentRead(
        name,
        language,
        title,
        tuple(terms),
        tuple(_account(document, tidied.furniture, tables, parts)),
        tuple(Weighed(" + ".join(one.kinds), one.score, one.evidence) for one in weighed),
        content.left_out,
        (*content.repaired, *tidied.repaired),
        content.partial,
    )


def _is_glossary(
    document: Document, parts: Sequence[_Part], terms: Sequence[Term], over: Sequence[str]
) -> bool:
    """Whether anything tells it from a recipe or a contract, whose steps are laid out alike.

    A heading that says so, names in the alphabet's order or with other names, "see", definitions
    that take up their name, or a definition list.
    """
    entries = [entry for part in parts for entry in part.explanation.entries]
    named = sum(bool(term.other_names) for term in terms)
    return (
        any(names_glossary(text) for text in over)
        or any(entry.lead.kind == "term" for entry in entries)
        or (len(entries) > 5 and alphabetical(entries) >= 0.75)
        or named >= max(2, 0.1 * len(terms))
        or any(term.see for term in terms)
        or echo(document, entries) >= 0.2
    )


def _headings_before(document: Document, start: int) -> list[str]:
    """Short lines before the first entry: one of them may say what follows."""
    before = document.filled_in(0, start)
    return [document.lines[at].text for at in before if len(document.lines[at].text) < 90]


def _part(document: Document, explanation: Explanation) -> _Part:
    usual = habits(document, explanation)
    entries = explanation.entries
    return _Part(
        explanation,
        tuple(_text(document, entry, usual, entry is entries[-1]) for entry in entries),
    )


def _with_further_parts(
    document: Document, usable: Mapping[str, Sequence[Lead]], main: _Part
) -> list[_Part]:
    """The main part, and what stands before and after it in another layout and is glossary too."""
    parts = [main]
    edges = [
        (document.start, main.start, -1),
        (main.stop, document.stop, 1),
        *_gaps(document, main),
    ]
    while edges and len(parts) < _MOST_PARTS:
        start, stop, side = edges.pop()
        part = document.part(start, stop)
        found = next((one for one in _weigh(part, usable)[:3] if _continues(part, one, main)), None)
        if found is None:
            continue
        further = _part(part, found)
        parts.append(further)
        edges += [(start, further.start, -1)] if side < 1 else []
        edges += [(further.stop, stop, 1)] if side > -1 else []
    return sorted(parts, key=lambda part: part.start)


def _gaps(document: Document, part: _Part) -> Iterator[tuple[int, int, int]]:
    """Stretches between two entries that belong to neither: what stands under other headings."""
    pairs = zip(part.explanation.entries, part.texts, part.explanation.entries[1:], strict=False)
    for entry, text, following in pairs:
        used = [at for at in entry.body if at not in text.left_out]
        start = max([entry.leads[-1].at, *used]) + 1
        if len(document.filled_in(start, following.lead.start)) > 3:
            yield start, following.lead.start, 0


def _continues(part: Document, other: Explanation, main: _Part) -> bool:
    """Whether an explanation of what is left speaks of a glossary as the main part does."""
    if len(other.entries) < (2 if is_rare(other.kinds) else 4):
        return False
    length = median(len(text.definition) for text in main.texts)
    texts = [text.definition for text in _part(part, other).texts]
    quality = sum(entry.quality for entry in other.entries) / len(other.entries)
    asks = sum(entry.lead.name[-1:] in "?？؟" for entry in other.entries)
    said = sum(len(text) for text in texts)
    stretch = part.filled_in(other.entries[0].lead.start, _part(part, other).stop)
    total = sum(len(part.lines[at].text) for at in stretch)
    headings = all(kind.startswith("heading") for kind in other.kinds)
    if headings and not any(kind.startswith("heading") for kind in main.explanation.kinds):
        # Any article has headings: these must define what they name.
        if echo(part, other.entries) < 0.5 and not _under_letters(part, other.entries):
            return False
    heading = part.filled_in(part.start, other.entries[0].lead.start)[-1:]
    known = {fold(entry.lead.name) for entry in main.explanation.entries}
    new = sum(fold(entry.lead.name) not in known for entry in other.entries)
    page = any(is_page_heading(part.lines[at].text) for at in heading)
    return (
        quality > 0.85
        and new > 0.7 * len(other.entries)
        and 0.5 * length <= median(len(text) for text in texts) <= 4 * length
        and not page
        and asks < 0.3 * len(other.entries)
        and said > 0.4 * total
        and (
            all(is_rare((kind,)) for kind in other.kinds)
            or alphabetical(other.entries) > 0.9
            or all("tab" in kind or "bold lead" in kind for kind in other.kinds)
        )
    )


# --- which explanation is best ---------------------------------------------------------------


def _usable(document: Document, tables: Sequence[Table]) -> dict[str, list[Lead]]:
    found = leads(document.lines)
    rows = [lead for table in tables for lead in table.leads]
    if rows:
        found["row"] = rows
    return {
        kind: [lead for lead in some if lead.at not in document.skipped]
        for kind, some in found.items()
    }


def _glossary_section(document: Document, usable: Mapping[str, Sequence[Lead]]) -> Document:
    """The part under the heading that calls itself a glossary, when there are others beside it."""
    headings = [at for at in document.filled if document.lines[at].heading]
    named = [at for at in headings if names_glossary(document.lines[at].text)]
    if len(named) != 1:
        return document
    level = document.lines[named[0]].heading
    ends = [at for at in headings if at > named[0] and document.lines[at].heading <= level]
    part = document.part(named[0] + 1, ends[0] if ends else document.stop)
    beside = [at for at in headings if document.lines[at].heading == level]
    most = max((_leads_in(part, some) for some in usable.values()), default=0)
    return part if len(beside) > 1 and most > 3 else document


def _leads_in(part: Document, some: Sequence[Lead]) -> int:
    return sum(part.start <= lead.at < part.stop for lead in some)


def _weigh(document: Document, everywhere: Mapping[str, Sequence[Lead]]) -> list[Explanation]:
    usable = {
        kind: [lead for lead in some if document.start <= lead.start and lead.at < document.stop]
        for kind, some in everywhere.items()
    }
    kinds = sorted(
        (kind for kind in usable if len(usable[kind]) > 1), key=lambda kind: -len(usable[kind])
    )[:_WEIGHED]
    alone = sorted(
        (explain(document, (kind,), usable[kind]) for kind in kinds), key=lambda e: -e.score
    )
    kinds += [kind for kind in usable if kind.startswith("heading") and len(usable[kind]) == 1]
    joined = [_with_others(document, one, usable, kinds) for one in alone[:_PRIMARY]]
    best = {one.kinds: one for one in [*alone, *joined] if one.entries}
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
    if _is_group_in_another_style(best, more, added):
        return True
    return alphabetical(best.entries) > 0.9 and alphabetical(more.entries) > 0.95


def _is_group_in_another_style(
    best: Explanation, more: Explanation, added: Sequence[Entry]
) -> bool:
    """Whether the new entries stand together under a heading of their own, set apart alike."""
    bold = all("bold lead" in kind for kind in more.kinds)
    places = [place for place, entry in enumerate(more.entries) if entry in added]
    together = places[-1] - places[0] == len(places) - 1
    groups = {entry.group for entry in added}
    others = {entry.group for entry in best.entries}
    return bold and together and len(added) > 2 and len(groups) == 1 and not groups & others


def _under_letters(part: Document, entries: Sequence[Entry]) -> bool:
    """Whether the names stand under a line that holds the letter they begin with."""
    letters = {
        at: fold(part.lines[at].text) for at in part.skipped if len(part.lines[at].text) == 1
    }
    places = sorted(letters)
    found = 0
    for entry in entries:
        before = bisect_left(places, entry.lead.at) - 1
        letter = letters[places[before]] if before >= 0 else ""
        found += bool(letter) and fold(entry.lead.name).startswith(letter)
    return found > 0.8 * len(entries)


# --- from an entry to terms ------------------------------------------------------------------


def _text(document: Document, entry: Entry, usual: Habits, last: bool) -> Text:
    text = text_of(document, entry, usual, last)
    head = document.lines[entry.leads[-1].at]
    ends = max(text.last, head.end if entry.rest or not text.definition else 0)
    return replace(text, last=ends or head.end)


@dataclass(frozen=True, slots=True)
class _About:
    """What all entries of a document share: its name, its language, names told by brackets only."""

    document: str
    language: str
    narrowed: frozenset[str]


def _terms(document: Document, entry: Entry, text: Text, about: _About) -> Iterator[Term]:
    line = document.lines[entry.lead.at]
    definition = text.definition
    spoken = line.language or _spoken(definition, about.language)
    printed = entry.lead.name
    found = split_names(printed, definition, spoken, printed in about.narrowed)
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
        others = [*names.others, *(more if len(found) == 1 else ())]
        others += given_names(names.name, definition, spoken, others)
        yield Term(
            names.name,
            _distinct(names.name, others),
            "" if is_only_see(definition) else definition,
            spoken,
            entry.group or line.under,
            entry.lead.number,
            tuple(dict.fromkeys((*names.see, *see))),
            line.number,
            max(text.last, line.number),
            about.document,
        )


def _spoken(definition: str, language: str) -> str:
    """The language of an entry: the document's, unless its own text is clearly of another."""
    if len(definition) < 80 or not language:
        return language
    return language_of(definition) or language


def _distinct(name: str, others: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for other in others:
        if other and other != name:
            found.setdefault(fold(other) if fold(other) != fold(name) else other, other)
    return tuple(found.values())


# --- the account of every line ---------------------------------------------------------------


def _title(document: Document, start: int) -> str:
    before = document.filled_in(0, start)
    heading = next((at for at in before if document.lines[at].heading), None)
    if heading is None:
        heading = next((at for at in before if len(document.lines[at].text) < 120), None)
    return document.lines[heading].text if heading is not None else ""


def _account(
    document: Document,
    furniture: Mapping[int, str],
    tables: Sequence[Table],
    parts: Sequence[_Part],
) -> Iterator[Taken]:
    taken: dict[int, tuple[str, str]] = {at: ("left out", why) for at, why in furniture.items()}
    for table in tables:
        taken |= {at: ("left out", why) for at, why in table.other_rows.items()}
    for part in parts:
        taken |= dict(_taken(part))
    for at, line in enumerate(document.lines):
        nothing = ("left out", _elsewhere(at, parts)) if line.text else ("blank", "")
        what, why = taken.get(at, nothing)
        yield Taken(line.number, line.text, what, why)


def _taken(part: _Part) -> Iterator[tuple[int, tuple[str, str]]]:
    """Index of a line, what it was taken for, and why."""
    for at, group in part.explanation.groups.items():
        yield at, ("group", "over entries") if group else ("left out", "a letter over entries")
    for entry, text in zip(part.explanation.entries, part.texts, strict=True):
        for at in entry.body:
            why = text.left_out.get(at, "")
            said = f"of «{entry.lead.name}»"
            yield at, ("left out", why) if why else ("definition", said)
        for lead in entry.leads:
            yield lead.at, ("name", lead.kind)
            if lead.first >= 0:
                yield lead.first, ("number", "stands before the name")


def _elsewhere(at: int, parts: Sequence[_Part]) -> str:
    if at < parts[0].start:
        return "before the first entry"
    return "after the last entry" if at >= parts[-1].stop else "between entries"
