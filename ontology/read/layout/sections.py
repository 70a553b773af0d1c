"""Headings over entries: where a group begins, and where an entry ends because of it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ontology.names import fold
from ontology.read.layout.entry import Entry
from ontology.read.layout.leads import Lead
from ontology.read.layout.lines import Document
from ontology.read.layout.page_words import is_page_heading
from ontology.read.layout.word_count import word_count
from ontology.read.line import Line, Role

_LETTERS = re.compile(r"[\W_]*+(?:[^\W_](?:[\W_]++[^\W_])*+|09)[\W_]*+")
_SEPARATED = re.compile(r"\s[–—=|]\s|[:：]\s|\t|\s-\s")
_HEADING_BULLETS = ("", "■", "●", "◆", "▼", "★", "□", "○", "▪")


def split_headings(
    document: Document, heads: list[Lead], kinds: Sequence[str]
) -> tuple[list[Lead], set[int]]:
    """Heads with nothing under them but the next head are headings of groups, not entries."""
    if any(kind.startswith(("term", "row")) for kind in kinds):
        return heads, set()
    headings: set[int] = set()
    kept: list[Lead] = []
    if not heads:
        return kept, headings
    lettered = (
        sum(len(head.name) < 12 and bool(_LETTERS.fullmatch(head.name)) for head in heads) > 2
    )
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        if lettered and len(head.name) < 4 and not head.rest and _LETTERS.fullmatch(head.name):
            headings.add(head.at)
            continue
        end = following.start if following else document.stop
        empty = not head.rest and not document.filled_in(head.at + 1, end)
        tight = following is not None and following.start == head.at + 1
        plain = not head.number or (following is not None and not following.number)
        if empty and plain and not tight and following is not None:
            line = document.lines[head.at]
            if line.heading or (heading_like(line) and not _SEPARATED.search(line.text)):
                headings.add(head.at)
        else:
            kept.append(head)
    return kept, headings


def section_lines(document: Document, kinds: Sequence[str]) -> set[int]:
    """Headings that stand above the entries: where one begins, an entry ends."""
    levels = [int(kind.split()[1]) for kind in kinds if kind.startswith("heading")]
    lowest = max(levels) if levels else 7
    # Letters over the entries are left out, and an entry ends there all the same.
    found = {
        at
        for at in document.skipped
        if document.start <= at < document.stop and 0 < document.lines[at].heading < lowest
    }
    bold = not levels and not any("bold line" in kind for kind in kinds)
    for at in document.filled:
        line = document.lines[at]
        blank_before = at == 0 or not document.lines[at - 1].text
        of_page = len(line.text) < 40 and blank_before and is_page_heading(line.text)
        set_apart = bold and line.bold == line.text
        if 0 < line.heading < lowest or ((of_page or set_apart) and heading_like(line)):
            found.add(at)
    return found


def heading_like(line: Line) -> bool:
    """Whether a line is set as headings are in plain text: short, alone, no end of a sentence."""
    return (
        line.role is Role.TEXT
        and line.bullet in _HEADING_BULLETS
        and len(line.text) < 90
        and word_count(line.text) <= 9
        and line.text[-1] not in ".,;:!?…。"
        and not line.text[0].islower()
        and ". " not in line.text
    )


def group_headings(
    document: Document, entries: list[Entry], headings: set[int], kinds: Sequence[str]
) -> dict[int, str]:
    """Index → text of the headings over entries; their lines are taken out of the bodies."""
    sections = headings | section_lines(document, kinds)
    starts = [entry.lead.start for entry in entries]
    strong: dict[int, int] = {}
    weak: dict[int, int] = {}
    for place, start in enumerate(starts):
        begin = entries[place - 1].leads[-1].at + 1 if place else 0
        between = document.filled_in(begin, start)
        over = [at for at in between if at in sections]
        if over:
            strong[place] = over[-1]
        else:
            between = [at for at in between if document.times[document.lines[at].text] < 2]
            if between and _may_be_group(document, between, entries, place, kinds):
                weak[place] = between[-1]
    weak = _alike(document, weak)
    found = dict(strong)
    if len(weak) >= 2 and len(weak) <= len(entries) / 2:
        found |= {place: at for place, at in weak.items() if place not in found}
    elif len(weak) == 1 and 0 < min(weak) < len(entries) - 1 and not strong:
        found |= weak if _set_apart(document, next(iter(weak.values()))) else {}
    groups: dict[int, str] = {}
    for at in found.values():
        text = document.lines[at].text
        groups[at] = "" if len(text) < 12 and _LETTERS.fullmatch(text) else text
    _assign(document, entries, found, groups)
    return groups


def _alike(document: Document, weak: dict[int, int]) -> dict[int, int]:
    """Those without a separator, or that begin as another one does: ``Part A – Sales``."""
    first = [fold(document.lines[at].text).partition(" ")[0] for at in weak.values()]
    times = Counter(first)
    return {
        place: at
        for (place, at), word in zip(weak.items(), first, strict=True)
        if not _SEPARATED.search(document.lines[at].text)
        or (times[word] > 1 and word[-1:] not in ":：")
    }


def _may_be_group(
    document: Document, between: list[int], entries: list[Entry], place: int, kinds: Sequence[str]
) -> bool:
    at = between[-1]
    line = document.lines[at]
    if any(kind.endswith("alone") for kind in kinds) and not line.bold:
        # Such lines would be entries themselves; those without a text are headings already.
        return False
    if line.heading or not heading_like(line) or at in document.numbers:
        return False
    blank_before = at == 0 or not document.lines[at - 1].text
    blank_before = blank_before or (line.text.isupper() and len(line.text) > 4)
    others = len(between) > 1 or place == 0 or bool(entries[place - 1].rest)
    return blank_before and others


def _set_apart(document: Document, at: int) -> bool:
    line = document.lines[at]
    around = (
        document.lines[at - 1].text,
        document.lines[min(at + 1, len(document.lines) - 1)].text,
    )
    return bool(line.bold) or line.text.isupper() or not any(around)


def _assign(
    document: Document, entries: list[Entry], found: dict[int, int], groups: dict[int, str]
) -> None:
    """Gives each entry its group, and takes the headings out of the texts before them."""
    levels = [document.lines[at].heading for at in found.values()]
    for place, at in found.items():
        # The title of the document stands over all of it and groups nothing.
        if place == 0 and 0 < document.lines[at].heading < max(levels):
            groups[at] = ""
    named = {place: at for place, at in found.items() if groups[at]}
    single = len(named) < 2 and (not named or min(named) == 0)
    group = ""
    for place, entry in enumerate(entries):
        if place in found:
            at = found[place]
            group = "" if single else groups[at]
            if place:
                before = entries[place - 1]
                entries[place - 1] = replace(before, body=tuple(b for b in before.body if b < at))
        entries[place] = replace(entries[place], group=entry.group or group or entry.lead.group)
