"""The text of an entry: its lines as paragraphs, without what belongs to the page around it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ontology.names import fold
from ontology.read.layout.entry import Entry
from ontology.read.layout.explanation import Explanation
from ontology.read.layout.lines import Document
from ontology.read.layout.pointers import POINTERS
from ontology.read.layout.sections import heading_like
from ontology.read.line import Line, Role
from ontology.read.naming.see import see_of

_SENTENCE_END = re.compile(r"[.!?…。！？:;][»\"”’)\]]*$")
_DEFINES = re.compile(r"[:：]\s+")
"""The sign of a definition list, at the beginning of its text."""
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-‐]$")
_ENCLOSED = re.compile(r"\[.*\]|([-=*>~#+])\1+ .* [-=*<~#+]{2,}|\*{1,3}[^*]+\*{1,3}")
_ASKS = re.compile(r"[\U0001f300-\U0001faff☀-➿⬀-⯿]|[^.!:;]{3,80}[?？](?:\s|$)")
"""A pictogram, or a question, at the beginning."""
_FIELD = re.compile(r"[^\W\d_]{2,20}\s?[:：]")
"""A label that may recur: ``Source:``"""
_CAPTION = re.compile(r"[^\W\d_]{3,12}\.? \d{1,3}(?:\.\d+)?\s?[.:–—]\s?\S")
"""``Figure 3.``, ``Abb. 2:``"""


@dataclass(frozen=True, slots=True)
class Text:
    """The definition, its last line in the document, and lines left out → why."""

    definition: str
    last: int
    left_out: dict[int, str]
    blocks: int = 1


@dataclass(frozen=True, slots=True)
class Habits:
    """What the texts of a document have in common: what departs from it is another matter."""

    wrapped: float
    """Characters of a full line, where lines end because the page does; else 0."""
    blank: bool
    """Blank lines divide the blocks; without any, each paragraph is one."""
    most_blocks: int
    """Blocks of lines between blank lines, in the text that has most."""
    widest_gap: int
    """Blank lines between two paragraphs of one text."""
    repeated: frozenset[str]
    """Lines that stand in several texts."""
    outside: frozenset[str]
    """Lines that stand outside of the entries."""
    title_words: frozenset[str]


def habits(document: Document, explanation: Explanation) -> Habits:
    """What is usual in the texts of these entries, the last one aside."""
    lines = document.lines
    inside = {at for entry in explanation.entries for at in entry.body}
    taken = inside | {lead.at for entry in explanation.entries for lead in entry.leads}
    times = Counter(lines[at].text for at in inside)
    outside = [lines[at].text for at in document.filled if at not in taken]
    others = explanation.entries[:-1]
    wrapped = _full_line(document)
    blank = any(not line.text for line in lines)
    gaps = [gap for entry in others for gap in _gaps(document, entry)]
    usual = Habits(
        wrapped,
        blank,
        0,
        max(gaps, default=1),
        frozenset(text for text, n in times.items() if n > 2),
        frozenset(_plain(text) for text in outside if len(text) > 30),
        _title_words(document, explanation),
    )
    counts = [text_of(document, entry, usual, last=False).blocks for entry in others]
    return replace(usual, most_blocks=max(counts, default=1))


def text_of(document: Document, entry: Entry, usual: Habits, last: bool) -> Text:
    """The definition of an entry; ``last`` when nothing but the end of the document follows."""
    if entry.lead.kind == "row":
        return Text(entry.rest, max((document.lines[at].end for at in entry.body), default=0), {})
    left_out: dict[int, str] = {}
    paragraphs: list[list[int]] = []
    blocks = 1
    for place, paragraph in enumerate(_paragraphs(document, entry, usual.wrapped)):
        why = _not_content(document, paragraph, usual, place) if place or not entry.rest else ""
        opens = bool(place) and _opens_block(document, paragraph[0], usual)
        if last and not why and place:
            more = blocks + opens > usual.most_blocks
            why = _after_the_end(document, paragraphs, paragraph, usual, more)
            if why:
                rest = [at for at in entry.body if at >= paragraph[0]]
                left_out |= dict.fromkeys(rest, why)
                break
        if why:
            left_out |= dict.fromkeys((at for at in paragraph if at >= 0), why)
        else:
            blocks += opens
            paragraphs.append(paragraph)
    _drop_lead_ins(document, paragraphs, left_out)
    said = [_joined(document, entry, paragraph) for paragraph in paragraphs]
    used = [at for paragraph in paragraphs for at in paragraph if at >= 0]
    ends = max([document.lines[at].end for at in used], default=0)
    return Text("\n".join(text for text in said if text), ends, left_out, blocks)


def _opens_block(document: Document, at: int, usual: Habits) -> bool:
    line = document.lines[at]
    if usual.blank:
        return not document.lines[at - 1].text
    return not line.bullet and line.role is Role.TEXT


def _full_line(document: Document) -> float:
    """How long lines are that run on into the next, as those of a page do; 0 where few do."""
    lines = document.lines
    pairs = [
        (lines[at], lines[at + 1])
        for at in document.filled
        if at + 1 < len(lines)
        and lines[at + 1].text
        and lines[at].role is Role.TEXT
        and not (lines[at].last or lines[at].heading or lines[at + 1].heading)
        and not lines[at + 1].bullet
    ]
    if len(pairs) < 4:
        return 0
    usual = median(len(line.text) for line, _ in pairs)
    full = [(line, below) for line, below in pairs if len(line.text) >= 0.6 * usual]
    on = sum(
        below.text[:1].islower() or not _SENTENCE_END.search(line.text) for line, below in full
    )
    return usual if len(full) > 3 and on > len(full) * 0.5 else 0


def _paragraphs(document: Document, entry: Entry, wrapped: float) -> list[list[int]]:
    """Indices by paragraph; the text on the line of the name is index -1."""
    lines = document.lines
    found: list[list[int]] = [[-1]] if entry.rest else []
    before = entry.leads[-1].at
    for at in entry.body:
        line = lines[at]
        own = line.bullet or line.role in (Role.ROW, Role.CODE) or line.heading
        above = lines[before] if found else None
        tight = at == before + 1 or all(a in document.skipped for a in range(before + 1, at))
        runs_on = above is not None and not own and _runs_on(above, line, tight, wrapped)
        if found and runs_on:
            found[-1].append(at)
        else:
            found.append([at])
        before = at
    return found


def _runs_on(above: Line, line: Line, tight: bool, wrapped: float) -> bool:
    if above.last or line.last or line.role is not above.role is not Role.TERM or not wrapped:
        return False
    if tight and (len(above.text) >= 0.5 * wrapped or line.text[:1].islower()):
        return not (_SENTENCE_END.search(above.text) and len(above.text) < 0.6 * wrapped)
    # Over the end of a page a sentence goes on.
    return line.text[:1].islower() and not _SENTENCE_END.search(above.text)


def _gaps(document: Document, entry: Entry) -> list[int]:
    """Blank lines between the lines of a text."""
    places = [*([entry.leads[-1].at] if entry.rest else []), *entry.body]
    return [
        later - earlier
        for earlier, later in pairwise(places)
        if not any(at in document.skipped for at in range(earlier, later))
    ]


def _title_words(document: Document, explanation: Explanation) -> frozenset[str]:
    """Words of the heading of the document that the texts of the entries do not have."""
    start = explanation.entries[0].lead.start if explanation.entries else 0
    title = next((document.lines[at].text for at in document.filled_in(0, start)), "")
    words = {word for word in fold(title).split() if len(word) > 3}
    inside = Counter(
        word
        for entry in explanation.entries[:-1]
        for at in entry.body
        for word in set(fold(document.lines[at].text).split())
    )
    return frozenset(word for word in words if inside[word] < 2)


def _not_content(document: Document, paragraph: Sequence[int], usual: Habits, place: int) -> str:
    """Why a paragraph, not the first of its entry, is none of its text; or nothing."""
    lines = [document.lines[at] for at in paragraph if at >= 0]
    text = " ".join(line.text for line in lines)
    linked = sum(line.linked for line in lines)
    alone = len(lines) == 1
    listed = bool(lines[0].bullet)
    opens = _opens_block(document, paragraph[0], usual)
    field = _FIELD.match(text)
    plain = not listed and lines[0].role is Role.TEXT and text[:1].isupper()
    signs = {
        "links to elsewhere": linked > 0.7 * len(text) and opens and not see_of(text),
        "stands in several entries": alone
        and text in usual.repeated
        and len(text) < 120
        and not field,
        "stands outside of the entries too": _plain(text) in usual.outside,
        "sends the reader elsewhere": _points_elsewhere(text),
        "a caption": alone and plain and _CAPTION.match(text),
        "set apart from the text": not listed and "://" not in text and _ENCLOSED.fullmatch(text),
        "calls on the reader": len(text) < 300 and (_ASKS.match(text) or (linked and "?" in text)),
    }
    return next((why for why, found in signs.items() if found), "") if place else ""


def _plain(text: str) -> str:
    return fold(text).rstrip(" .!?:;…")


def _points_elsewhere(text: str) -> bool:
    return len(text) < 250 and text.casefold().startswith(POINTERS)


def _after_the_end(
    document: Document,
    before: Sequence[Sequence[int]],
    paragraph: Sequence[int],
    usual: Habits,
    more: bool,
) -> str:
    """Why this paragraph of the last entry stands after the end of the glossary; or nothing."""
    text = " ".join(document.lines[at].text for at in paragraph)
    if before and before[-1][-1] >= 0:
        gap = paragraph[0] - before[-1][-1]
        if gap > usual.widest_gap + 1:
            return "after a wider gap than within any entry"
    if more:
        return "after the last entry: no other has so many blocks of text"
    line = document.lines[paragraph[0]]
    if len(paragraph) == 1 and heading_like(line) and not document.lines[paragraph[0] - 1].text:
        return "after the last entry: a heading"
    words = set(fold(text).split())
    if len(usual.title_words & words) >= 2:
        return "after the last entry: it speaks of the document"
    return ""


def _drop_lead_ins(
    document: Document, paragraphs: list[list[int]], left_out: dict[int, str]
) -> None:
    """A last line that announces what has been left out: it ends in a colon."""
    while len(paragraphs) > 1 and left_out:
        at = paragraphs[-1][-1]
        if at < 0 or not document.lines[at].text.endswith(":") or at > max(left_out):
            return
        left_out |= dict.fromkeys(paragraphs.pop(), "announces what was left out")


def _joined(document: Document, entry: Entry, paragraph: Sequence[int]) -> str:
    text = ""
    for at in paragraph:
        line = document.lines[at] if at >= 0 else None
        part = _part(line) if line else entry.rest
        hyphen = _HYPHEN.search(text[-60:])
        if not text:
            text = part
        elif hyphen and part[:1].islower():
            text = text[:-1] + part if not _is_compound(document, hyphen[1], part) else text + part
        else:
            text = f"{text} {part}"
    return text


def _part(line: Line) -> str:
    if line.role is Role.ROW:
        return " ".join(dict.fromkeys(cell for cell in line.cells if cell))
    if line.bullet and line.bullet[:1].isdecimal():
        return f"{line.bullet} {line.text}"
    return (
        f"- {line.text}"
        if line.bullet
        else _DEFINES.sub("", line.text, count=1)
        if line.text[0] in ":："
        else line.text
    )


def _is_compound(document: Document, word: str, following: str) -> bool:
    """Whether the document writes the two parts with a hyphen elsewhere."""
    after = re.match(r"\w+", following)
    return bool(after) and f"{word}-{after[0] if after else ''}".casefold() in document.hyphenated
