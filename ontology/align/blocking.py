"""Which entries are worth comparing: those that share a key. Never all with all."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from ontology.align.entry import Entry
from ontology.align.translation import Lexicon, Unit
from ontology.align.wording import Name, initials, spelled

_FULL = 30
"""Up to so many entries with one key are compared each with each; more of them along a chain."""
_CHAIN = 4
_MOST_KEYS = 16

Place = tuple[int, int]
"""An entry, and one of its names."""
Candidates = dict[tuple[int, int], list[tuple[int, int]]]
"""Places of two entries, the earlier first → the pairs of their names that share a key."""


def candidates(entries: Sequence[Entry], lexicon: Lexicon) -> Candidates:
    """The pairs that share a key of any kind, in a fixed order."""
    blocks: dict[tuple[str, ...], list[Place]] = {}
    for entry in entries:
        for number, name in enumerate(entry.names):
            for key in dict.fromkeys(_keys(name, lexicon)):
                blocks.setdefault(key, []).append((entry.place, number))
    found: Candidates = {}
    for places in blocks.values():
        for (one, mine), (other, theirs) in _pairs(places):
            # Two concepts of the vocabulary are two: its owner said so.
            if one != other and entries[other].term:
                pairs = found.setdefault((one, other), [])
                if (mine, theirs) not in pairs:
                    pairs.append((mine, theirs))
    return found


def _keys(name: Name, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    yield ("letters", name.compact)
    yield ("beginnings", *(spelled(word)[:3] for word in name.content))
    yield ("words", *sorted(name.content))
    if name.acronym:
        yield ("acronym", name.compact)
    for acronym in initials(name):
        yield ("acronym", acronym)
    units = lexicon.units(name)
    yield ("forms", *sorted(unit.form for unit in units))
    if len(units) <= 5:
        for signs in islice(product(*map(_signs, units)), _MOST_KEYS):
            yield ("meaning", *sorted(signs))


def _signs(unit: Unit) -> tuple[str, ...]:
    """What a word and its translations have in common: a meaning, or how cognates begin."""
    meanings = sorted(unit.meanings)[:3]
    return (*meanings, unit.form[:3]) if len(unit.form) >= 4 else (*meanings, unit.text)


def _pairs(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    if len(places) <= _FULL:
        yield from combinations(places, 2)
        return
    for number, place in enumerate(places):
        near = {*range(min(number, _CHAIN)), *range(max(0, number - _CHAIN), number)}
        yield from ((places[other], place) for other in sorted(near))
