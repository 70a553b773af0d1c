"""Which lines of some kinds begin entries: not items of lists, labels, steps; and their numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ontology.names import fold
from ontology.read.layout.leads import Lead, is_rare
from ontology.read.layout.lines import Document
from ontology.read.layout.order import in_order

_NUMBER_BEHIND = re.compile(r"(.*\S)\s*[(\[]\s?(\d{1,3})\s?[)\]]")
_DIGITS = re.compile(r"\d+")
_ASKS = "?？؟;"


def heads_of(document: Document, kinds: Sequence[str], leads: Sequence[Lead]) -> list[Lead]:
    """Those of ``leads``, lines of these kinds, that may begin an entry, in order."""
    heads = _without_lists(document, _first_of_runs(_one_a_line(leads)))
    heads = _without_questions(_with_numbers(document, _with_numbers_behind(heads)))
    if any(kind.startswith(("term", "row")) for kind in kinds):
        return heads
    return in_order(heads, alphabet=not is_rare(kinds))


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


def _first_of_runs(heads: list[Lead]) -> list[Lead]:
    """Without heads right under another, where many are: the lines of a narrow column.

    Where few are, they are names that share a text.
    """
    below = [
        later.at == earlier.at + 1 and not later.rest and not later.number
        for earlier, later in pairwise(heads)
    ]
    if sum(below) < 0.25 * len(heads) or not all(head.kind.endswith("its text") for head in heads):
        return heads
    return [*heads[:1], *(head for head, under in zip(heads[1:], below, strict=True) if not under)]


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
    asking = [head for head in heads if head.name[-1:] in _ASKS]
    if len(asking) < 3 or len(asking) < 0.6 * len(heads):
        return heads
    words = [head.name.split() for head in asking]
    shared = Counter(" ".join(some[:n]) for some in words for n in range(1, min(6, len(some))))
    return [_without_question(head, shared) if head.name[-1:] in _ASKS else head for head in heads]


def _without_question(head: Lead, shared: Counter[str]) -> Lead:
    parts = head.name.split()
    asked = [n for n in range(1, min(6, len(parts))) if shared[" ".join(parts[:n])] > 2]
    if not asked:
        return head
    return replace(head, name=" ".join(parts[max(asked) :]).strip(f' {_ASKS}¿«»"“”'))


def _with_numbers(document: Document, heads: list[Lead]) -> list[Lead]:
    """Numbers that have a line of their own, given to the name that follows at once."""
    if len(document.numbers) < 3 or not heads:
        return heads
    if _stand_below(document):
        return [
            _with_number_below(document, head, following)
            for head, following in zip(heads, [*heads[1:], None], strict=True)
        ]
    return [_with_number_above(document, head) for head in heads]


def _stand_below(document: Document) -> bool:
    """Whether the numbers close the entries: text right above most of them, a gap below."""
    lines = document.lines
    closing = sum(
        at > 0 and bool(lines[at - 1].text) and (at + 1 == len(lines) or not lines[at + 1].text)
        for at in document.numbers
    )
    return closing >= 0.6 * len(document.numbers)


def _with_number_below(document: Document, head: Lead, following: Lead | None) -> Lead:
    stop = following.at if following else document.stop
    below = [at for at in document.filled_in(head.at + 1, stop) if at in document.numbers]
    if head.number or not below:
        return head
    return replace(head, number=str(document.numbers[below[-1]]), number_below=below[-1])


def _with_number_above(document: Document, head: Lead) -> Lead:
    above = document.filled_in(max(0, head.at - 6), head.at)
    if head.number or not above or above[-1] not in document.numbers:
        return head
    return replace(head, number=str(document.numbers[above[-1]]), first=above[-1])
