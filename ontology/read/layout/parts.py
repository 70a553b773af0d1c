"""The stretches of a document in which a glossary stands, each in a layout of its own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ontology.names import fold
from ontology.read.layout.body import Habits, Text, habits, text_of
from ontology.read.layout.entry import Entry, alphabetical
from ontology.read.layout.explanation import Explanation
from ontology.read.layout.leads import Lead, is_rare
from ontology.read.layout.lines import Document
from ontology.read.layout.page_words import is_page_heading, names_glossary
from ontology.read.layout.quality import echo
from ontology.read.layout.weighing import Usable, weigh

_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document in one layout: its entries, and their texts."""

    explanation: Explanation
    texts: tuple[Text, ...]

    @property
    def start(self) -> int:
        return self.explanation.entries[0].lead.start

    @property
    def stop(self) -> int:
        """Behind the last line of the last text."""
        return _end_of(self.explanation.entries[-1], self.texts[-1])


def _end_of(entry: Entry, text: Text) -> int:
    """Behind the last line that the text of an entry takes."""
    used = [at for at in entry.body if at not in text.left_out]
    return max([entry.leads[-1].at, *used]) + 1


def glossary_section(document: Document, usable: Usable) -> Document:
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


def part_of(document: Document, explanation: Explanation) -> Part:
    """The entries of an explanation with their texts."""
    usual = habits(document, explanation)
    entries = explanation.entries
    return Part(
        explanation,
        tuple(_text(document, entry, usual, entry is entries[-1]) for entry in entries),
    )


def _text(document: Document, entry: Entry, usual: Habits, last: bool) -> Text:
    text = text_of(document, entry, usual, last)
    head = document.lines[entry.leads[-1].at]
    ends = max(text.last, head.end if entry.rest or not text.definition else 0)
    return replace(text, last=ends or head.end)


def with_further_parts(document: Document, usable: Usable, main: Part) -> list[Part]:
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
        candidates = (part_of(part, one) for one in weigh(part, usable)[:3])
        further = next((one for one in candidates if _continues(part, one, main)), None)
        if further is None:
            continue
        parts.append(further)
        edges += [(start, further.start, -1)] if side < 1 else []
        edges += [(further.stop, stop, 1)] if side > -1 else []
    return sorted(parts, key=lambda part: part.start)


def _gaps(document: Document, part: Part) -> Iterator[tuple[int, int, int]]:
    """Stretches between two entries that belong to neither: what stands under other headings."""
    pairs = zip(part.explanation.entries, part.texts, part.explanation.entries[1:], strict=False)
    for entry, text, following in pairs:
        start = _end_of(entry, text)
        if len(document.filled_in(start, following.lead.start)) > 3:
            yield start, following.lead.start, 0


def _continues(part: Document, further: Part, main: Part) -> bool:
    """Whether what is left, so explained, speaks of a glossary as the main part does."""
    other = further.explanation
    if len(other.entries) < (2 if is_rare(other.kinds) else 4):
        return False
    length = median(len(text.definition) for text in main.texts)
    texts = [text.definition for text in further.texts]
    quality = sum(entry.quality for entry in other.entries) / len(other.entries)
    asks = sum(entry.lead.name[-1:] in "?？؟" for entry in other.entries)
    said = sum(len(text) for text in texts)
    stretch = part.filled_in(further.start, further.stop)
    total = sum(len(part.lines[at].text) for at in stretch)
    headings = all(kind.startswith("heading") for kind in other.kinds)
    beside = not any(kind.startswith("heading") for kind in main.explanation.kinds)
    # Any article has headings: these must define what they name.
    defining = echo(part, other.entries) >= 0.5 or _under_letters(part, other.entries)
    if headings and beside and not defining:
        return False
    heading = part.filled_in(part.start, further.start)[-1:]
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
