"""What a reader found in a document, beside its gold → terms, names, spans, definitions in figures.

Both sides are lists of objects as `read -f json` prints them: `name`, `other_names`,
`definition`, `line_start`, `line_end`. The gold adds `starts`, every line that is right as a start.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

Term = dict[str, Any]
Pair = tuple[int, int]

# Quotes and primes that printers use in a name; dashes and spaces are told by their category.
QUOTES = frozenset("\"'`´‘’‚‛“”„‟«»‹›′″")

# What marks stress and lists in text and isn't there in HTML: a definition may keep or drop it.
STRESS = re.compile(r"[*`]+|__")
BULLET = re.compile(r"(?<!\S)(?:[-–+•◦▪·]|\d{1,2}[.)])(?!\S)")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things are right, of how many that were read and how many that the gold has."""

    right: int = 0
    read: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was read; 1 where the gold has nothing."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 1 where there was nothing to read and nothing was read."""
        return 2 * self.right / (self.read + self.gold) if self.read + self.gold else 1.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.read + other.read, self.gold + other.gold)


@dataclass(frozen=True, slots=True)
class Definitions:
    """Of the definitions of matched terms: how many are unequal to the gold's, how many longer."""

    compared: int = 0
    unequal: int = 0
    longer: int = 0

    @property
    def unlike(self) -> float:
        """The share that isn't word for word what the gold has."""
        return self.unequal / self.compared if self.compared else 0.0

    @property
    def furniture(self) -> float:
        """The share that holds words which the gold's does not: page heads, links, neighbours."""
        return self.longer / self.compared if self.compared else 0.0

    def __add__(self, other: "Definitions") -> "Definitions":
        return Definitions(
            self.compared + other.compared,
            self.unequal + other.unequal,
            self.longer + other.longer,
        )


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of one document, or of several added up."""

    terms: Tally = Tally()
    names: Tally = Tally()
    spans: Tally = Tally()
    definitions: Definitions = Definitions()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            self.terms + other.terms,
            self.names + other.names,
            self.spans + other.spans,
            self.definitions + other.definitions,
        )


def score(read: list[Term], gold: list[Term]) -> Scores:
    """Figures of one document. Each term that was read stands for one of the gold at most."""
    pairs = matches(read, gold)
    return Scores(
        Tally(len(pairs), len(read), len(gold)),
        _names(read, gold, pairs),
        _spans(read, gold, pairs),
        _definitions(read, gold, pairs),
    )


def total(scores: Iterable[Scores]) -> Scores:
    """The figures of several documents: their counts added up, so that a long one weighs more."""
    return reduce(Scores.__add__, scores, Scores())


def matches(read: list[Term], gold: list[Term]) -> list[Pair]:
    """Places of read and gold terms that are the same, one to one, in the order of the gold.

    A term matches by its own name alone. The gold's name goes before its other names; among terms
    of one name the one that starts where the gold's does goes first, then the nearest one.
    """
    found: list[Pair] = []
    left_read, left_gold = set(range(len(read))), set(range(len(gold)))
    for *_, r, g in sorted(_candidates(read, gold)):
        if r in left_read and g in left_gold:
            left_read.remove(r)
            left_gold.remove(g)
            found.append((r, g))
    return sorted(found, key=lambda pair: pair[1])


def fold(name: str) -> str:
    """A name without case, accents, spaces, quotes and hyphens."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if not _is_silent(letter))


def normal(text: str) -> str:
    """A text as definitions are compared: composed, no soft hyphens, no marks, single spaces."""
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    return " ".join(BULLET.sub("", STRESS.sub("", composed)).split())


def _is_silent(letter: str) -> bool:
    """Whether folding drops it: marks, dashes, invisible signs, white space, quotes."""
    return (
        letter.isspace() or letter in QUOTES or unicodedata.category(letter) in {"Mn", "Pd", "Cf"}
    )


def _candidates(read: list[Term], gold: list[Term]) -> Iterator[tuple[int, bool, int, int, int]]:
    """Every pair whose names agree, as a key that sorts the best first, and the two places."""
    by_name: dict[str, list[int]] = {}
    for place, term in enumerate(gold):
        for name in _all_names(term):
            by_name.setdefault(name, []).append(place)
    for r, term in enumerate(read):
        name = fold(term["name"])
        start = _line(term, "line_start")
        for g in by_name.get(name, []):
            rank = 0 if name == fold(gold[g]["name"]) else 1
            distance = abs(start - _line(gold[g], "line_start"))
            yield rank, start not in _starts(gold[g]), distance, r, g


def _names(read: list[Term], gold: list[Term], pairs: list[Pair]) -> Tally:
    """All names of both sides; a name is right where the matched term of the gold has it too."""
    return Tally(
        sum(len(_all_names(read[r]) & _all_names(gold[g])) for r, g in pairs),
        sum(len(_all_names(term)) for term in read),
        sum(len(_all_names(term)) for term in gold),
    )


def _spans(read: list[Term], gold: list[Term], pairs: list[Pair]) -> Tally:
    """Terms whose start and last line are right. Terms of the gold without lines stay out."""
    spanless = {g for g, term in enumerate(gold) if not _line(term, "line_start")}
    if len(spanless) == len(gold):
        return Tally()
    left_out = sum(1 for _, g in pairs if g in spanless)
    right = sum(
        1
        for r, g in pairs
        if g not in spanless
        and _line(read[r], "line_start") in _starts(gold[g])
        and _line(read[r], "line_end") == _line(gold[g], "line_end")
    )
    return Tally(right, len(read) - left_out, len(gold) - len(spanless))


def _definitions(read: list[Term], gold: list[Term], pairs: list[Pair]) -> Definitions:
    """The definitions of matched terms, as texts and as bags of words. See entries have none."""
    both = [(_definition(read[r]), _definition(gold[g])) for r, g in pairs]
    texts = [(ours, theirs) for ours, theirs in both if theirs]
    return Definitions(
        len(texts),
        sum(1 for ours, theirs in texts if ours != theirs),
        sum(1 for ours, theirs in texts if Counter(ours.split()) - Counter(theirs.split())),
    )


def _all_names(term: Term) -> set[str]:
    """The name and the other names of a term, folded."""
    return {fold(name) for name in (term["name"], *(term.get("other_names") or ()))} - {""}


def _definition(term: Term) -> str:
    """The definition of a term, ready to compare; empty where it has none."""
    return normal(term.get("definition") or "")


def _starts(term: Term) -> set[int]:
    """Every line that is right as the start of a term of the gold."""
    return {_line(term, "line_start"), *(term.get("starts") or ())}


def _line(term: Term, key: str) -> int:
    """A line of a term; 0 where it has none."""
    return int(term.get(key) or 0)
