"""Documents that are siblings: what stands at the same number, or in the same place, is the same.

Two documents are siblings when pairs that are certain by their names alone stand at the same
numbers, or follow each other in the same order with as many entries between them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ontology.align.anchors import Anchors, anchors_of, by_documents
from ontology.align.entry import Entry
from ontology.align.evidence import Evidence, Judgement
from ontology.rising import longest_rising

_LEAST = 4
"""So many certain pairs must agree before position says anything."""
_AGREE = 0.8
_EVEN = 0.6
"""The share of the stretches between certain pairs that must be of equal length."""
_HINT = 0.7
_SORTED = 0.95
_LONGEST_STRETCH = 8
_OUTSIDE = 0.8
"""Before the first certain pair and after the last, where documents often differ."""

Hints = Sequence[tuple[int, int]]
"""Likely pairs, which tell where the order of two documents may be disturbed."""
Found = Iterator[tuple[tuple[int, int], Evidence]]


def positions(
    entries: Sequence[Entry], judgements: Iterable[Judgement]
) -> dict[tuple[int, int], Evidence]:
    """Evidence for pairs of entries that nothing but their position may bring together."""
    documents: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.term:
            documents.setdefault(entry.document, []).append(entry)
    found: dict[tuple[int, int], Evidence] = {}
    judged = list(judgements)
    hints = by_documents(entries, (j for j in judged if not j.certain and j.score >= _HINT))
    for (one, other), anchors in anchors_of(entries, judged).items():
        if len(anchors) >= _LEAST:
            mine, theirs = documents[one], documents[other]
            near = hints.get((one, other), ())
            by_number = dict(_by_number(mine, theirs, anchors, near))
            by_order = {} if by_number else dict(_by_order(mine, theirs, anchors, near))
            for (here, there), evidence in (by_number | by_order).items():
                found[min(here, there), max(here, there)] = evidence
    return found


def _by_number(
    mine: Sequence[Entry], theirs: Sequence[Entry], anchors: Anchors, hints: Hints
) -> Found:
    """Pairs with one number, where the certain pairs have one number too."""
    numbers = {entry.place: _number(entry) for entry in (*mine, *theirs) if _number(entry)}
    counted = {
        here: numbers[here] == numbers[there]
        for here, there in anchors.items()
        if here in numbers and there in numbers
    }
    agreed = sorted(here for here, same in counted.items() if same)
    if len(agreed) < _LEAST or len(agreed) < _AGREE * len(counted):
        return
    here_by = _unpaired(mine, numbers, set(anchors))
    there_by = _unpaired(theirs, numbers, set(anchors.values()))
    strength = 0.93 * (len(agreed) / len(counted)) ** 0.5
    disturbed = {
        bisect_left(agreed, here)
        for here, there in (*hints, *anchors.items())
        if numbers.get(here) != numbers.get(there)
    }
    how_many = f"as are {len(agreed)} of {len(counted)} sure pairs"
    for number, places in here_by.items():
        if len(places) == 1 and len(there_by.get(number, ())) == 1:
            stretch = bisect_left(agreed, places[0])
            inside = 0 < stretch < len(agreed) and stretch not in disturbed
            said = f"number {number} in both documents, {how_many}"
            sure = strength if inside else strength * _OUTSIDE
            yield (places[0], there_by[number][0]), Evidence("number", sure, said)


def _number(entry: Entry) -> str:
    return entry.term.number.strip().casefold() if entry.term else ""


def _unpaired(
    entries: Sequence[Entry], numbers: Mapping[int, str], paired: set[int]
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for entry in entries:
        if entry.place in numbers and entry.place not in paired:
            found.setdefault(numbers[entry.place], []).append(entry.place)
    return found


def _by_order(
    mine: Sequence[Entry], theirs: Sequence[Entry], anchors: Anchors, hints: Hints
) -> Found:
    """Pairs that stand in the same place between certain pairs, or likely ones in that order."""
    if _alphabetical(mine) and _alphabetical(theirs):
        # The alphabet orders loans alike in every language, and says nothing of the rest.
        return
    here = {entry.place: number for number, entry in enumerate(mine)}
    there = {entry.place: number for number, entry in enumerate(theirs)}
    sure = _longest_rise([(here[one], there[other]) for one, other in anchors.items()])
    share = len(sure) / len(anchors)
    ends = ((-1, -1), (len(mine), len(theirs)))
    steps = _with_hints([ends[0], *sure, ends[1]], [(here[a], there[b]) for a, b in hints])
    stretches = list(pairwise(steps))
    even = [_even(stretch) for stretch in stretches]
    if len(sure) < _LEAST or share < _AGREE or sum(even) < _EVEN * len(even):
        return
    # Where every inner stretch is even, one document follows the other entry by entry.
    alike = len(sure) > _LEAST and all(even[1:-1])
    taken = set(anchors.values())
    rate = share * min(1.0, sum(even) / len(even) + 0.1)
    for before, after in stretches:
        length = after[0] - before[0] - 1
        if not _even((before, after)) or length > _LONGEST_STRETCH:
            continue
        strength = rate * (0.94 - (0.01 if alike else 0.04) * max(0, length - 1))
        strength *= _OUTSIDE if before == ends[0] or after == ends[1] else 1.0
        said = "the same place between pairs that stand in the same order in both documents"
        for step in range(1, length + 1):
            one, other = mine[before[0] + step].place, theirs[before[1] + step].place
            if one not in anchors and other not in taken:
                yield (one, other), Evidence("place", strength, said)
    for one, other in sorted(set(steps) - {*sure, *ends}):
        said = "it stands in the same order in both documents as the sure pairs around it"
        yield (mine[one].place, theirs[other].place), Evidence("place", 0.6 * rate, said)


_Step = tuple[int, int]


def _even(stretch: tuple[_Step, _Step]) -> bool:
    before, after = stretch
    return after[0] - before[0] == after[1] - before[1]


def _with_hints(sure: list[_Step], hints: list[_Step]) -> list[_Step]:
    """The sure steps and those likely ones between them that keep the order."""
    steps: list[_Step] = []
    waiting = sorted(set(hints) - set(sure))
    for before, after in pairwise(sure):
        first = bisect_left(waiting, (before[0] + 1, -1))
        inside = waiting[first : bisect_left(waiting, (after[0], -1))]
        between = [hint for hint in inside if before[1] < hint[1] < after[1]]
        steps += [before, *_longest_rise(between)]
    return [*steps, sure[-1]]


def _alphabetical(entries: Sequence[Entry]) -> bool:
    names = [entry.names[0].folded if entry.names else "" for entry in entries]
    rises = sum(one <= other for one, other in pairwise(names))
    return rises >= _SORTED * (len(names) - 1)


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, sorted by the first of each, in which the second rises too."""
    # Of two with one first, the later second comes first: only one of them can be in the run.
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    return [
        ordered[place] for place in longest_rising([there for _, there in ordered], strictly=True)
    ]
