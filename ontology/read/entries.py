"""A document's lines → its terms: several explanations are weighed, the best one is read out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ontology.model import Term
from ontology.problem import Problem
from ontology.read.layout.entry import alphabetical
from ontology.read.layout.leads import Lead, leads
from ontology.read.layout.lines import Document
from ontology.read.layout.page_words import names_glossary
from ontology.read.layout.parts import Part, glossary_section, part_of, with_further_parts
from ontology.read.layout.quality import echo
from ontology.read.layout.tables import Table, read_tables
from ontology.read.layout.tidy import tidy
from ontology.read.layout.weighing import weigh
from ontology.read.line import Content
from ontology.read.naming.brackets import alike_but_for_brackets
from ontology.read.naming.language import language_of
from ontology.read.terms import About, terms_of

_ENOUGH = 0.55
"""The weight under which nothing in a document looks like a glossary."""


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


def find_entries(
    content: Content, name: str, language: str = "", doubtful: bool = False
) -> DocumentRead:
    """The terms of a document's lines. Problem when nothing in it is laid out like a glossary.

    One that is laid out so and may be a recipe or a contract all the same is read if ``doubtful``.
    """
    tidied = tidy(content.lines)
    document = Document(tidied.lines, tidied.furniture, tidied.contents)
    tables = read_tables(tidied.lines)
    usable = _usable(document, tables)
    section = glossary_section(document, usable)
    weighed = weigh(section, usable)
    if not weighed or weighed[0].score < _ENOUGH:
        raise Problem(
            name,
            "nothing in it is laid out like a glossary",
            "a name and its text should stand together, entry by entry, in one style",
        )
    parts = with_further_parts(section, usable, part_of(section, weighed[0]))
    language = language or content.language.partition("-")[0]
    if not language:
        language = language_of("\n".join(document.lines[at].text for at in document.filled))
    printed = [entry.lead.name for part in parts for entry in part.explanation.entries]
    about = About(name, language, alike_but_for_brackets(printed))
    laid_out = sorted(
        (pair for part in parts for pair in zip(part.explanation.entries, part.texts, strict=True)),
        key=lambda pair: pair[0].lead.at,
    )
    terms = [term for entry, text in laid_out for term in terms_of(document, entry, text, about)]
    title = content.title or _title(document, parts[0].start)
    over = [title, name, *_headings_before(document, parts[0].start)]
    if not doubtful and not _is_glossary(document, parts, terms, over):
        raise Problem(
            name,
            f"may be no glossary: {len(terms)} names in no order, taken up by no text",
            "--partial reads it all the same, and so does a heading that says glossary",
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
    document: Document, parts: Sequence[Part], terms: Sequence[Term], over: Sequence[str]
) -> bool:
    """Whether anything tells it from a recipe or a contract, whose steps are laid out alike.

    A heading that says so, names in the alphabet's order or with other names, "see", definitions
    that take up their name, or a definition list.
    """
    entries = [entry for part in parts for entry in part.explanation.entries]
    named = sum(bool(term.other_names) for term in terms)
    return (
        any(names_glossary(text) for text in over)
        or sum(_says_itself(entry.lead.kind) for entry in entries) > len(entries) / 2
        or (len(entries) > 5 and alphabetical(entries) >= 0.75)
        or named >= max(2, 0.1 * len(terms))
        or any(term.see for term in terms)
        or echo(document, entries) >= 0.2
    )


def _says_itself(kind: str) -> bool:
    """Whether name and text stand on one line, or the format says that they are such."""
    numbered = kind.startswith("number")
    return kind.startswith(("term", "row")) or (
        not numbered
        and kind.endswith(("colon", "dash", "equals", "tab", "bold lead", "quoted lead"))
    )


def _headings_before(document: Document, start: int) -> list[str]:
    """Short lines before the first entry: one of them may say what follows."""
    before = document.filled_in(0, start)
    return [document.lines[at].text for at in before if len(document.lines[at].text) < 90]


def _usable(document: Document, tables: Sequence[Table]) -> dict[str, list[Lead]]:
    found = leads(document.lines)
    rows = [lead for table in tables for lead in table.leads]
    if rows:
        found["row"] = rows
    return {
        kind: [lead for lead in some if lead.at not in document.skipped]
        for kind, some in found.items()
    }


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
    parts: Sequence[Part],
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


def _taken(part: Part) -> Iterator[tuple[int, tuple[str, str]]]:
    """Index of a line, what it was taken for, and why."""
    named = {entry.group for entry in part.explanation.entries}
    for at, group in part.explanation.groups.items():
        used = bool(group) and group in named
        yield at, ("group", "over entries") if used else ("left out", "a heading of no group")
    for entry, text in zip(part.explanation.entries, part.texts, strict=True):
        for at in entry.body:
            why = text.left_out.get(at, "")
            said = f"of «{entry.lead.name}»"
            yield at, ("left out", why) if why else ("definition", said)
        for lead in entry.leads:
            yield lead.at, ("name", lead.kind)
            if lead.first >= 0:
                yield lead.first, ("number", "stands before the name")
            if lead.number_below >= 0:
                yield lead.number_below, ("number", "stands after the text")


def _elsewhere(at: int, parts: Sequence[Part]) -> str:
    if at < parts[0].start:
        return "before the first entry"
    return "after the last entry" if at >= parts[-1].stop else "between entries"
