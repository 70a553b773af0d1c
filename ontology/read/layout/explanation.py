"""One explanation of a document's layout: these lines begin the entries; and how much it explains.

An explanation is weighed by what every glossary has: short names that differ, each with a text of
some sentences; numbers that count up or names in the order of the alphabet; texts that take up
their name; and most of the document explained.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from ontology.read.layout.entry import Entry, alphabetical, counting, text_words
from ontology.read.layout.heads import heads_of
from ontology.read.layout.leads import Lead, is_rare, weight_of
from ontology.read.layout.lines import Document
from ontology.read.layout.page_words import is_page_heading
from ontology.read.layout.quality import echo, in_gaps, qualities
from ontology.read.layout.sections import group_headings, section_lines, split_headings
from ontology.read.layout.word_count import word_count
from ontology.read.line import Role

_WORTH = 0.45
"""Quality from which an entry speaks for an explanation."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Entries of some kinds of line, the headings over groups of them, and the weight of it."""

    kinds: tuple[str, ...]
    entries: tuple[Entry, ...]
    groups: dict[int, str]
    """Index of a line → what it is: a group's heading, a letter, the introduction of a group."""
    score: float
    evidence: tuple[str, ...] = ()


def explain(document: Document, kinds: Sequence[str], leads: Sequence[Lead]) -> Explanation:
    """The entries that ``leads`` begin, in the best stretch of the document, and their weight."""
    heads = heads_of(document, kinds, leads)
    for _ in range(2):
        found = _laid_out(document, heads, kinds)
        weak = _weak(found.entries, kinds)
        if not weak:
            break
        heads = [head for head in heads if head.at not in weak]
    entries = _best_stretch(_without_other_groups(document, found.entries))
    entries = _with_late_numbers(document, entries)
    score, evidence = _weight(document, entries)
    return Explanation(tuple(kinds), tuple(entries), found.groups, score, evidence)


def _laid_out(document: Document, heads: list[Lead], kinds: Sequence[str]) -> Explanation:
    heads, headings = split_headings(document, heads, kinds)
    entries = _entries(document, heads, headings, kinds)
    groups = group_headings(document, entries, headings, kinds)
    judged = tuple(
        replace(entry, quality=quality)
        for entry, quality in zip(entries, qualities(document, entries), strict=True)
    )
    return Explanation(tuple(kinds), judged, groups, 0.0)


def _weak(entries: Sequence[Entry], kinds: Sequence[str]) -> set[int]:
    """Lines among the entries that begin none: of a kind that any text has."""
    if is_rare(kinds):
        return set()
    return {
        lead.at
        for entry in entries[1:]
        for lead in entry.leads
        if entry.quality < (0.3 if "bold lead" in lead.kind else _WORTH)
        and not is_page_heading(lead.name)
    }


def _entries(
    document: Document, heads: list[Lead], headings: set[int], kinds: Sequence[str]
) -> list[Entry]:
    entries: list[Entry] = []
    waiting: list[Lead] = []
    stops = sorted(headings | section_lines(document, kinds))
    for head, following in zip(heads, [*heads[1:], None] if heads else [], strict=True):
        end = following.start if following else document.stop
        stop = bisect_left(stops, head.at + 1)
        end = min(end, stops[stop]) if stop < len(stops) else end
        body = _body(document, head, end)
        waiting.append(head)
        shared = (
            not body
            and not head.rest
            and following is not None
            and following.start == end
            and following.at == head.at + 1
            and not following.number
        )
        if not shared:
            entries.append(Entry(tuple(waiting), body))
            waiting = []
    return entries


def _body(document: Document, head: Lead, end: int) -> tuple[int, ...]:
    lines = document.lines
    body = [
        at
        for at in document.filled_in(head.at + 1, end)
        if not (at in document.numbers and len(document.numbers) > 2)
    ]
    if head.kind == "term":
        own = []
        for at in body:
            if lines[at].role not in (Role.DEFINITION, Role.CODE):
                break
            own.append(at)
        return tuple(own)
    if head.kind == "row":
        return head.more
    return tuple(body)


def _without_other_groups(document: Document, entries: Sequence[Entry]) -> list[Entry]:
    """The entries without groups at the edges that are of another kind: advice, questions."""
    groups = [list(some) for _, some in groupby(entries, key=lambda entry: entry.group)]
    if len(groups) > 1 and not groups[0][0].group and len(groups[0]) <= 0.2 * len(entries):
        groups = groups[1:]
    if len(groups) < 3:
        return [entry for group in groups for entry in group]
    usual = median(text_words(document, entry) for entry in entries)
    for edge in (0, -1, 0, -1):
        if len(groups) > 2 and _is_other(document, groups[edge], usual, len(entries)):
            groups.pop(edge)
    return [entry for group in groups for entry in group]


def _is_other(document: Document, group: Sequence[Entry], usual: float, total: int) -> bool:
    words = median(text_words(document, entry) for entry in group)
    quality = sum(entry.quality for entry in group) / len(group)
    asks = sum(entry.lead.name[-1:] in "?؟？" for entry in group)
    small = len(group) <= 0.3 * total
    named = is_page_heading(group[0].group)
    return small and (named or words < 0.4 * usual or quality < 0.7 or asks >= len(group) / 2)


def _best_stretch(entries: Sequence[Entry]) -> list[Entry]:
    """The run of entries that is worth most: what comes before and after is another matter."""
    best, total, start, span = 0.0, 0.0, 0, (0, 0)
    for place, entry in enumerate(entries):
        if total <= 0:
            total, start = 0.0, place
        total += entry.quality - _WORTH
        if total > best:
            best, span = total, (start, place + 1)
    return list(entries[span[0] : span[1]])


def _with_late_numbers(document: Document, entries: list[Entry]) -> list[Entry]:
    """The entries, one whose number is missing with the number that stands after its text."""
    for place in in_gaps(entries):
        wanted = int(entries[place - 1].lead.number) + 1
        after = range(entries[place].lead.at, entries[place + 1].lead.at)
        if any(document.numbers.get(at) == wanted for at in after):
            lead = replace(entries[place].lead, number=str(wanted))
            entries[place] = replace(entries[place], leads=(lead, *entries[place].leads[1:]))
    return entries


def _weight(document: Document, entries: Sequence[Entry]) -> tuple[float, tuple[str, ...]]:
    if len(entries) < 2:
        return 0.0, ("fewer than two entries",)
    weights = [min(1.0, entry.quality) for entry in entries]
    mean = sum(weights) / len(weights)
    covered = sum(
        word_count(entry.lead.name) + min(400, text_words(document, entry))
        for entry in entries
        if entry.quality > 0.3
    )
    coverage = min(1.0, covered / max(1, document.words))
    counts = counting(entries)
    ordered = alphabetical(entries)
    echoing = echo(document, entries)
    broken = _broken(document, entries) / len(entries)
    weight = sum(weight_of(entry.lead.kind) for entry in entries) / len(entries)
    score = math.sqrt(sum(weights)) * mean * math.sqrt(coverage) * weight
    score *= (1 + 0.6 * counts) * (1 + 1.2 * max(0.0, ordered - 0.75)) * (1 + 0.3 * echoing)
    score /= 1 + broken
    return score, (
        f"{len(entries)} entries",
        f"{coverage:.0%} of the text",
        f"names and texts {mean:.0%} as they are in glossaries",
        f"{counts:.0%} numbered in order",
        f"{ordered:.0%} in the order of the alphabet",
        f"{echoing:.0%} of the texts take up their name",
        f"{broken:.0%} have other headings inside",
    )


def _broken(document: Document, entries: Sequence[Entry]) -> int:
    """How many lines inside the texts look like the beginning of something else."""
    found = 0
    for entry in entries:
        for at in entry.body:
            line = document.lines[at]
            found += bool(line.heading or line.role is Role.TERM)
    return found
