"""One explanation of a document's layout: these lines begin the entries. How much of it that explains.

An explanation is weighed by what every glossary has: short names that differ, each with a text of
some sentences; numbers that count up or names in the order of the alphabet; texts that take up
their name; and most of the document explained.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from ontology.names import fold
from ontology.read.leads import Lead, enclosed
from ontology.read.line import Line, Role
from ontology.read.order import in_order
from ontology.read.page_words import is_page_heading
from ontology.read.see import is_only_see
from ontology.read.tidy import number_lines
from ontology.read.word_count import word_count

_LETTERS = re.compile(r"[\W_]*(?:\w|0[\W_]*9|\w[\W_]{1,3}\w|(?:\w[\W_]+)+\w)[\W_]*$")
_HYPHENATED = re.compile(r"\w+[-‐]\w+")
_SEPARATED = re.compile(r"\s[–—=|]\s|[:：]\s|\t|\s-\s")
_NUMBER_BEHIND = re.compile(r"(.*\S)\s*[(\[]\s?(\d{1,3})\s?[)\]]")
_HEADING_BULLETS = ("", "■", "●", "◆", "▼", "★", "□", "○", "▪")
_DIGITS = re.compile(r"\d+")
_WORTH = 0.45
"""Quality from which an entry speaks for an explanation."""

_RARE = ("term", "row", "heading", "number", "bold line", "enclosed", "quoted")
"""Kinds of line that no text has by accident."""

WEIGHTS = {
    "enclosed": 1.3,
    "quoted": 1.2,
    "over its text": 1.1,
    "term": 1.6,
    "row": 1.5,
    "over a colon": 1.6,
    "heading": 1.3,
    "bold line": 1.3,
    "bold lead": 1.35,
    "in capitals": 1.25,
    "over indented text": 1.25,
    "tab": 1.2,
    "number": 1.1,
    "bullet": 1.1,
    "colon": 1.1,
    "equals": 1.1,
    "dash": 1.05,
    "spaces": 0.85,
    "stop": 0.75,
}
"""How rarely a line is set so by accident."""


class Document:
    """The lines of a document, or of a part of it, and what is asked of them again and again."""

    def __init__(
        self,
        lines: Sequence[Line],
        furniture: Iterable[int] = (),
        contents: frozenset[str] = frozenset(),
        start: int = 0,
        stop: int | None = None,
    ) -> None:
        self.lines = tuple(lines)
        self.contents = contents
        self.start = start
        self.stop = len(self.lines) if stop is None else stop
        self.numbers = number_lines(lines)
        self.skipped = set(furniture)
        self.filled = [
            at
            for at in range(self.start, self.stop)
            if self.lines[at].text and at not in self.skipped
        ]
        """Indices of the lines that hold something."""

    def part(self, start: int, stop: int) -> "Document":
        """The part from one line to before another."""
        return Document(self.lines, self.skipped, self.contents, start, stop)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return sum(word_count(self.lines[at].text) for at in self.filled)

    @cached_property
    def times(self) -> Counter[str]:
        """How often each line stands in the document."""
        return Counter(self.lines[at].text for at in self.filled)

    @cached_property
    def hyphenated(self) -> frozenset[str]:
        """The words with a hyphen inside a line."""
        found = (_HYPHENATED.findall(line.text.casefold()) for line in self.lines)
        return frozenset(word for words in found for word in words)

    def filled_in(self, start: int, end: int) -> list[int]:
        """The indices from ``start`` to ``end`` (without it) of lines that hold something."""
        return self.filled[bisect_left(self.filled, start) : bisect_left(self.filled, end)]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is laid out: where it begins, the lines of its text, its group."""

    leads: tuple[Lead, ...]
    """Several where several names stand over one text."""
    body: tuple[int, ...]
    group: str = ""
    quality: float = 0.0

    @property
    def lead(self) -> Lead:
        return self.leads[0]

    @property
    def rest(self) -> str:
        return self.leads[-1].rest


@dataclass(frozen=True, slots=True)
class Explanation:
    """Entries of some kinds of line, the lines that are headings of groups, and the weight of it."""

    kinds: tuple[str, ...]
    entries: tuple[Entry, ...]
    groups: dict[int, str]
    """Index of a line → what it is: a group's heading, a letter, the introduction of a group."""
    score: float
    evidence: tuple[str, ...] = ()


def explain(document: Document, kinds: Sequence[str], leads: Sequence[Lead]) -> Explanation:
    """The entries that ``leads`` begin, in the best stretch of the document, and their weight."""
    heads = _without_lists(document, _one_a_line(leads))
    heads = _without_questions(_with_numbers(document, _with_numbers_behind(heads)))
    if not any(kind.startswith(("term", "row")) for kind in kinds):
        heads = in_order(heads, alphabet=not is_rare(kinds))
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


def is_rare(kinds: Sequence[str]) -> bool:
    """Whether lines of these kinds do not come about by accident."""
    return any(kind.startswith(_RARE) for kind in kinds)


def _laid_out(document: Document, heads: list[Lead], kinds: Sequence[str]) -> Explanation:
    heads, headings = _split_headings(document, heads, kinds)
    entries = _entries(document, heads, headings, kinds)
    groups = _groups(document, entries, headings, kinds)
    qualities = _qualities(document, entries)
    judged = tuple(replace(e, quality=q) for e, q in zip(entries, qualities, strict=True))
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


def _one_a_line(leads: Sequence[Lead]) -> list[Lead]:
    first: dict[int, Lead] = {}
    for lead in leads:
        first.setdefault(lead.at, lead)
    # A name that stands again and again is a label within entries: "Example".
    places = sorted(first)
    names = [fold(first[at].name) for at in places]
    times = Counter(names)
    # "Day 1", "Day 2", "Day 3" in a row are steps of one entry.
    steps = [_DIGITS.sub("#", name) if not name.isdecimal() else name for name in names]
    runs = [list(run) for _, run in groupby(range(len(steps)), key=steps.__getitem__)]
    stepped = {place for run in runs if len(run) > 2 and "#" in steps[run[0]] for place in run}
    return [
        first[at]
        for place, at in enumerate(places)
        if times[names[place]] < 3 and place not in stepped
    ]


def _without_lists(document: Document, heads: list[Lead]) -> list[Lead]:
    """Without the items of a list that a sentence announces: "Before you leave:"."""
    announced: set[int] = set()
    run: list[int] = []
    for head in heads:
        line = document.lines[head.at]
        if not (line.bullet or head.number):
            continue
        above = document.filled_in(max(0, head.at - 8), head.at)
        place = above[-1] if above else -1
        follows = bool(run) and place >= run[-1] and not document.lines[head.at - 1].heading
        if not follows or document.filled_in(run[-1] + 1, head.at):
            run = []
        lead_in = document.lines[place] if place >= 0 else None
        opens = lead_in is not None and lead_in.text.endswith((":", "：")) and not lead_in.bullet
        if run or opens:
            run.append(head.at)
            announced.add(head.at)
    if len(announced) >= 0.5 * len(heads):
        return heads
    return [head for head in heads if head.at not in announced]


def _with_numbers_behind(heads: list[Lead]) -> list[Lead]:
    """Numbers in brackets behind the names, where most have one: ``Balg (2)``."""
    found = [_NUMBER_BEHIND.fullmatch(head.name) for head in heads]
    if sum(match is not None for match in found) < max(3, 0.6 * len(heads)):
        return heads
    return [
        replace(head, name=match[1], number=head.number or match[2]) if match else head
        for head, match in zip(heads, found, strict=True)
    ]


def _without_questions(heads: list[Lead]) -> list[Lead]:
    """The names in headings that ask for them in the same words: ``What is churn?``."""
    asking = [head for head in heads if head.name[-1:] in "?？؟;"]
    if len(asking) < 3 or len(asking) < 0.6 * len(heads):
        return heads
    words = [head.name.split() for head in asking]
    shared = Counter(" ".join(some[:n]) for some in words for n in range(1, min(6, len(some))))
    found = []
    for head in heads:
        parts = head.name.split()
        most = [n for n in range(1, min(6, len(parts))) if shared[" ".join(parts[:n])] > 2]
        if head.name[-1:] in "?？؟;" and most:
            head = replace(head, name=" ".join(parts[max(most) :]).strip(' ?？؟;¿«»"“”'))
        found.append(head)
    return found


def _with_numbers(document: Document, heads: list[Lead]) -> list[Lead]:
    """Numbers that have a line of their own, given to the name that follows at once."""
    if len(document.numbers) < 3:
        return heads
    found = []
    for head in heads:
        above = document.filled_in(max(0, head.at - 6), head.at)
        if above and above[-1] in document.numbers and not head.number:
            number = str(document.numbers[above[-1]])
            head = replace(head, number=number, first=above[-1])
        found.append(head)
    return found


def _split_headings(
    document: Document, heads: list[Lead], kinds: Sequence[str]
) -> tuple[list[Lead], set[int]]:
    """Heads with nothing under them but the next head are headings of groups, not entries."""
    if any(kind.startswith(("term", "row")) for kind in kinds):
        return heads, set()
    headings: set[int] = set()
    kept: list[Lead] = []
    if not heads:
        return kept, headings
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        letter = _LETTERS.fullmatch(head.name) and len(head.name) < 4 and not head.rest
        if letter and len([h for h in heads if _LETTERS.fullmatch(h.name)]) > 2:
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


def _entries(
    document: Document, heads: list[Lead], headings: set[int], kinds: Sequence[str]
) -> list[Entry]:
    entries: list[Entry] = []
    waiting: list[Lead] = []
    stops = sorted(headings | _section_lines(document, kinds))
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
            and (following.at == head.at + 1 or head.kind == "term")
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


def _section_lines(document: Document, kinds: Sequence[str]) -> set[int]:
    """Headings that stand above the entries: where one begins, an entry ends."""
    levels = [int(kind.split()[1]) for kind in kinds if kind.startswith("heading")]
    lowest = max(levels) if levels else 7
    # Letters over the entries are left out, and an entry ends there all the same.
    found = {
        at
        for at in document.skipped
        if document.start <= at < document.stop and 0 < document.lines[at].heading < lowest
    }
    for at in document.filled:
        line = document.lines[at]
        if line.heading and line.heading < lowest:
            found.add(at)
        elif (
            len(line.text) < 40
            and is_page_heading(line.text)
            and heading_like(line)
            and not (at and document.lines[at - 1].text)
        ):
            found.add(at)
        elif not levels and line.bold == line.text and line.bold and heading_like(line):
            if not any("bold line" in kind for kind in kinds):
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


def _groups(
    document: Document, entries: list[Entry], headings: set[int], kinds: Sequence[str]
) -> dict[int, str]:
    """Index → text of the headings over entries; their lines are taken out of the bodies."""
    sections = headings | _section_lines(document, kinds)
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
    for place, at in found.items():
        text = document.lines[at].text
        groups[at] = "" if _LETTERS.fullmatch(text) and len(text) < 12 else text
    _assign(document, entries, found, groups)
    return groups


def _alike(document: Document, weak: dict[int, int]) -> dict[int, int]:
    """Those that are no phrase with a separator, or begin as another one does: ``Part A – Sales``."""
    first = [fold(document.lines[at].text).partition(" ")[0] for at in weak.values()]
    return {
        place: at
        for (place, at), word in zip(weak.items(), first, strict=True)
        if not _SEPARATED.search(document.lines[at].text)
        or (first.count(word) > 1 and word[-1:] not in ":：")
    }


def _may_be_group(
    document: Document, between: list[int], entries: list[Entry], place: int, kinds: Sequence[str]
) -> bool:
    at = between[-1]
    line = document.lines[at]
    if any(kind.endswith("alone") for kind in kinds) and not line.bold:
        # Such lines would be entries themselves; those without a text are headings already.
        return False
    if not heading_like(line) or at in document.numbers:
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


def _qualities(document: Document, entries: Sequence[Entry]) -> list[float]:
    """From 0 to about 1: how much each looks like an entry of a glossary, by itself."""
    if not entries:
        return []
    names = [word_count(entry.lead.name) for entry in entries]
    texts = [_text_words(document, entry) for entry in entries]
    usual_name, usual_text = median(names), median(texts)
    seen: dict[str, int] = {}
    counted = sum(bool(entry.lead.number) for entry in entries) >= 0.6 * len(entries)
    known = sum(_is_listed(document, fold(entry.lead.name)) for entry in entries)
    listed = known >= 0.6 * len(entries)
    found = []
    missing = _in_gaps(entries)
    capital = sum(not entry.lead.name[:1].islower() for entry in entries) > 0.8 * len(entries)
    for place, (entry, name, text) in enumerate(zip(entries, names, texts, strict=True)):
        key = fold(entry.lead.name)
        seen[key] = seen.get(key, 0) + 1
        quality = _name_quality(entry.lead.name, name, usual_name)
        quality *= _text_quality(document, entry, text, usual_text)
        if seen[key] > 1:
            quality *= 0.5
        if counted and not entry.lead.number and place not in missing:
            quality *= 0.4
        if capital and entry.lead.name[:1].islower():
            quality *= 0.6
        if _holds_another(document, entry):
            quality *= 0.4
        if listed and not _is_listed(document, key):
            quality *= 0.4
        found.append(quality)
    return found


def _is_listed(document: Document, name: str) -> bool:
    """Whether the table of contents has the name, or what it begins with."""
    words = re.split(r"[\s,;:()]+", name) if document.contents else []
    return any(" ".join(words[:n]) in document.contents for n in range(1, len(words) + 1))


def _holds_another(document: Document, entry: Entry) -> bool:
    """Whether a line inside the text is set as the beginning of an entry: it swallowed others."""
    if is_rare((entry.lead.kind,)):
        return False
    lines = [document.lines[at] for at in entry.body]
    columns = sum("\t" in line.text and line.role is Role.TEXT for line in lines)
    swallowed = any(line.role is Role.TERM or enclosed(line.text) for line in lines)
    return swallowed or (columns > 2 and "tab" not in entry.lead.kind)


def _in_gaps(entries: Sequence[Entry]) -> set[int]:
    """Places of entries without a number where just their number is missing."""
    found = set()
    for place, entry in enumerate(entries[1:-1], start=1):
        before, after = entries[place - 1].lead.number, entries[place + 1].lead.number
        if not entry.lead.number and before.isdecimal() and after.isdecimal():
            if int(after) == int(before) + 2:
                found.add(place)
    return found


def _text_words(document: Document, entry: Entry) -> int:
    return word_count(entry.rest) + sum(word_count(document.lines[at].text) for at in entry.body)


def _name_quality(name: str, words: int, usual: float) -> float:
    plain = word_count(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", name)) or words
    quality = 1.0 if plain <= 4 else 0.85 if plain <= 6 else 0.65 if plain <= 8 else 0.3
    if plain > 2.5 * usual + 3:
        quality *= 0.5
    if is_page_heading(name):
        quality *= 0.3
    if name[-1:] in "?!؟？！":
        quality *= 0.3
    elif name[-1:] in ".,;:。、":
        quality *= 0.6
    return quality


def _text_quality(document: Document, entry: Entry, words: int, usual: float) -> float:
    if not words:
        return 0.1
    quality = 0.4 if words <= 2 else 0.75 if words <= 4 else 1.0
    if words <= 6 and is_only_see(entry.rest or document.lines[entry.body[0]].text):
        quality = 1.0
    if words > 150:
        quality = 0.8 if words <= 300 else 0.5 if words <= 600 else 0.2
        quality *= 0.6 if words > 6 * usual else 1.0
    return min(1.1, quality + (0.15 if _echoes(document, entry) else 0.0))


def echo(document: Document, entries: Sequence[Entry]) -> float:
    """Share of the entries whose text takes up their name."""
    return sum(_echoes(document, entry) for entry in entries) / max(1, len(entries))


def _echoes(document: Document, entry: Entry) -> bool:
    """Whether the text takes up a word of the name, or its initials, at its beginning."""
    text = entry.rest or (document.lines[entry.body[0]].text if entry.body else "")
    words = fold(text[:300]).split()[:18]
    name = [word for word in fold(entry.lead.name).split() if len(word) > 2]
    initials = "".join(word[0] for word in name)
    stems = {word[: max(4, len(word) - 2)] for word in name}
    return any(word.startswith(stem) for word in words for stem in stems) or (
        len(initials) > 1 and initials in words
    )


def _without_other_groups(document: Document, entries: Sequence[Entry]) -> list[Entry]:
    """The entries without groups at the edges that are of another kind: advice, questions."""
    groups = [list(some) for _, some in groupby(entries, key=lambda entry: entry.group)]
    if len(groups) > 1 and not groups[0][0].group and len(groups[0]) <= 0.2 * len(entries):
        groups = groups[1:]
    if len(groups) < 3:
        return [entry for group in groups for entry in group]
    usual = median(_text_words(document, entry) for entry in entries)
    for edge in (0, -1, 0, -1):
        if len(groups) > 2 and _is_other(document, groups[edge], usual, len(entries)):
            groups.pop(edge)
    return [entry for group in groups for entry in group]


def _is_other(document: Document, group: Sequence[Entry], usual: float, total: int) -> bool:
    words = median(_text_words(document, entry) for entry in group)
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
    for place in _in_gaps(entries):
        wanted = int(entries[place - 1].lead.number) + 1
        after = range(entries[place].lead.at, entries[place + 1].lead.at)
        if any(document.numbers.get(at) == wanted for at in after):
            lead = replace(entries[place].lead, number=str(wanted))
            entries[place] = replace(entries[place], leads=(lead, *entries[place].leads[1:]))
    return entries


def _weight(document: Document, entries: Sequence[Entry]) -> tuple[float, tuple[str, ...]]:
    if len(entries) < 2:
        return 0.0, ("fewer than two entries",)
    qualities = [min(1.0, entry.quality) for entry in entries]
    mean = sum(qualities) / len(qualities)
    covered = sum(
        word_count(entry.lead.name) + min(400, _text_words(document, entry))
        for entry in entries
        if entry.quality > 0.3
    )
    coverage = min(1.0, covered / max(1, document.words))
    counts = counting(entries)
    ordered = alphabetical(entries)
    echoing = echo(document, entries)
    broken = _broken(document, entries) / len(entries)
    weight = sum(weight_of(entry.lead.kind) for entry in entries) / len(entries)
    score = math.sqrt(sum(qualities)) * mean * math.sqrt(coverage) * weight
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


def weight_of(kind: str) -> float:
    found = 1.0
    for part, weight in WEIGHTS.items():
        if part in kind:
            found *= weight
    return found


def counting(entries: Sequence[Entry]) -> float:
    """Share of the entries whose number is one more than that of the entry before."""
    numbers = [int(e.lead.number) if e.lead.number.isdecimal() else None for e in entries]
    steps = sum(
        one is not None and other is not None and (other == one + 1 or other == 1)
        for one, other in pairwise(numbers)
    )
    return steps / max(1, len(entries) - 1)


def alphabetical(entries: Sequence[Entry]) -> float:
    names = [fold(entry.lead.name) for entry in entries]
    return sum(one <= other for one, other in pairwise(names)) / max(1, len(names) - 1)


def _broken(document: Document, entries: Sequence[Entry]) -> int:
    """How many lines inside the texts look like the beginning of something else."""
    found = 0
    for entry in entries:
        for at in entry.body:
            line = document.lines[at]
            found += bool(line.heading or line.role is Role.TERM)
    return found
