"""Definitions that are nearest to each other in two documents, with nothing else near."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ontology.align.anchors import anchors_of
from ontology.align.entry import Entry, documents_of
from ontology.align.evidence import Evidence, Judgement
from ontology.align.likeness import Definition, likeness

_RAREST = 8
"""Signs of a definition by which others are looked for."""
_MOST = 60
"""A sign that more definitions have is no trace."""
_COMPARED = 12
"""Definitions that share most traces are compared."""
_LEAST = 0.18
_CLEAR = 0.22
_CLOSE = 0.35
_AHEAD = 1.8
"""How many times nearer than the next the nearest has to be."""
_WORDS = 2
_LEAST_ANCHORS = 3
_TRANSLATED = 0.2
"""What the definitions of certain pairs share in the middle, where one translates the other."""

_Place = tuple[int, int]
_Shares = dict[tuple[int, int], tuple[float, int]]
"""Two entries → how much of their definitions they share, and in how many words."""


@dataclass(frozen=True, slots=True)
class _Nearest:
    """Two entries whose definitions are nearest to each other, both ways."""

    one: int
    other: int
    share: float
    words: int


def nearest_definitions(
    entries: Sequence[Entry], weights: Mapping[str, float], judgements: Iterable[Judgement]
) -> Iterator[tuple[tuple[int, int], Evidence]]:
    """Pairs of entries whose definitions are nearest to each other, with nothing else near.

    It says much only between documents of two languages of which one translates the other: there
    the definitions of pairs that are certain by their names are alike too.
    """
    shares = _shares(entries, weights)
    found = list(_nearest(entries, shares))
    trusted = _translated(entries, shares, judgements)
    for near in found:
        documents = documents_of(entries[near.one], entries[near.other])
        if documents in trusted:
            said = "no other definition of the two documents comes near, as with sure pairs"
            clear = near.share >= _CLEAR and near.words > _WORDS
            yield (near.one, near.other), Evidence("nearest", 0.85 if clear else 0.6, said)
        elif near.share >= _CLOSE and near.words > _WORDS:
            said = "no other definition of the two documents comes near"
            yield (near.one, near.other), Evidence("near", 0.3, said)


def _translated(
    entries: Sequence[Entry], shares: _Shares, judgements: Iterable[Judgement]
) -> set[tuple[str, str]]:
    """Pairs of documents, of two languages, whose certain pairs have definitions that are alike."""
    trusted = set()
    for documents, anchors in anchors_of(entries, judgements).items():
        alike = [
            shares.get((min(pair), max(pair)), (0.0, 0))[0]
            for pair in anchors.items()
            if entries[pair[0]].language != entries[pair[1]].language
            and all(entries[place].definitions for place in pair)
        ]
        if len(alike) >= _LEAST_ANCHORS and median(alike) >= _TRANSLATED:
            trusted.add(documents)
    return trusted


def _nearest(entries: Sequence[Entry], shares: _Shares) -> Iterator[_Nearest]:
    best: dict[tuple[int, str], list[tuple[float, int]]] = {}
    for (one, other), (share, _) in shares.items():
        for here, there in ((one, other), (other, one)):
            best.setdefault((here, entries[there].document), []).append((share, there))
    ranked = {key: sorted(found, reverse=True)[:2] for key, found in best.items()}
    for (one, other), (share, words) in shares.items():
        mine = ranked[one, entries[other].document]
        theirs = ranked[other, entries[one].document]
        if share < _LEAST or words < _WORDS or mine[0][1] != other or theirs[0][1] != one:
            continue
        second = max((found[1][0] for found in (mine, theirs) if len(found) > 1), default=0.0)
        if share >= _AHEAD * second:
            yield _Nearest(one, other, share, words)


def _shares(entries: Sequence[Entry], weights: Mapping[str, float]) -> _Shares:
    """Pairs of entries of different documents → how much of their definitions they share."""
    found: _Shares = {}
    for (one, mine), (other, theirs) in _pairs(entries, weights):
        alike = likeness(mine, theirs, weights)
        pair = (one, other)
        if alike.share > found.get(pair, (0.0, 0))[0]:
            found[pair] = (alike.share, len(set(alike.words)))
    return found


def _pairs(
    entries: Sequence[Entry], weights: Mapping[str, float]
) -> Iterator[tuple[tuple[int, Definition], tuple[int, Definition]]]:
    """Definitions of different documents that share the rarest of their signs, earlier first."""
    having: dict[str, list[_Place]] = {}
    for entry in entries:
        for number, definition in enumerate(entry.definitions):
            for sign in definition.signs:
                having.setdefault(sign, []).append((entry.place, number))
    for entry in entries:
        if entry.term is None:
            continue
        for definition in entry.definitions:
            traces = sorted(
                (sign for sign in definition.signs if 1 < len(having[sign]) <= _MOST),
                key=lambda sign: (-weights[sign], sign),
            )
            counted: Counter[_Place] = Counter()
            for sign in traces[:_RAREST]:
                for place in having[sign]:
                    if entries[place[0]].document != entry.document:
                        counted[place] += 1
            for (other, number), _ in counted.most_common(_COMPARED):
                mine, theirs = (entry.place, definition), _at(entries, other, number)
                yield (mine, theirs) if entry.place < other else (theirs, mine)


def _at(entries: Sequence[Entry], place: int, number: int) -> tuple[int, Definition]:
    return place, entries[place].definitions[number]
