"""Pairs of invented glossaries with their gold, in the orders in which documents come.

A file of ``tests/ontology/align/pairs/`` is a list of concepts, each with its name (further names
after ``|``) and definition in one language or in both. From it a pair of documents is made.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from ontology.model import Match, Term

FOLDER = Path(__file__).parent.parent.parent / "tests" / "ontology" / "align" / "pairs"


@dataclass(frozen=True, slots=True)
class Way:
    """How the documents of a pair are written."""

    order: str
    """``same``: one is translated from the other, what only one has stands at the end;
    ``inserted``: among the rest; ``own``: each has an order of its own; ``sparse``: as ``own``,
    and half of the concepts stand in one of the two only."""
    definitions: bool
    numbers: bool = False

    def __str__(self) -> str:
        with_what = [
            w for w, has in (("definitions", self.definitions), ("numbers", self.numbers)) if has
        ]
        return f"{self.order} order, {' and '.join(with_what) or 'names only'}"


WAYS = (
    Way("same", definitions=True, numbers=True),
    Way("same", definitions=False),
    Way("inserted", definitions=True, numbers=True),
    Way("inserted", definitions=False, numbers=True),
    Way("own", definitions=True),
    Way("sparse", definitions=True),
    Way("own", definitions=False),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The terms of two documents, and for each the number of its concept."""

    terms: tuple[Term, ...]
    gold: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of pairs of terms that stand for one concept: right, wrong and missed ones."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        )


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.json"))


def pair(path: Path, way: Way) -> Pair:
    """The two documents of a file, written in ``way``: the same in every run."""
    written = json.loads(path.read_text("utf-8"))
    terms: list[Term] = []
    gold: list[int] = []
    for side, language in enumerate(written["languages"]):
        numbered = list(enumerate(written["concepts"]))
        rows = [(number, concept) for number, concept in numbered if language in concept]
        for place, (number, concept) in enumerate(_ordered(rows, way, side, len(numbered)), 1):
            terms.append(_term(concept[language], language, place, way))
            gold.append(number)
    return Pair(tuple(terms), tuple(gold))


def _ordered(
    rows: list[tuple[int, Any]], way: Way, side: int, concepts: int
) -> list[tuple[int, Any]]:
    chance = random.Random(f"{way.order}{side}{concepts}")  # noqa: S311
    if way.order == "inserted":
        both = [row for row in rows if len(row[1]) > 1]
        for row in (row for row in rows if len(row[1]) == 1):
            both.insert(chance.randrange(len(both)), row)
        return both
    if way.order == "sparse":
        gone = random.Random(concepts).sample(range(concepts), concepts // 2)  # noqa: S311
        rows = [row for row in rows if row[0] not in gone[side::2]]
    if way.order != "same":
        chance.shuffle(rows)
    return rows


def _term(written: Sequence[str], language: str, place: int, way: Way) -> Term:
    names, definition = written
    name, *others = names.split(" | ")
    return Term(
        name,
        tuple(others),
        definition=definition if way.definitions else "",
        language=language,
        number=str(place) if way.numbers else "",
        line_start=2 * place,
        line_end=2 * place + 1,
        document=f"{language}.txt",
    )


def figures(made: Pair, matches: Sequence[Match], decisions: Sequence[str]) -> Figures:
    """All pairs of terms that are brought together by rows with one of ``decisions``."""
    concepts: dict[Term, set[str]] = {}
    for row in matches:
        if row.relation == "new" or (row.relation == "same" and row.decision in decisions):
            concepts.setdefault(row.term, set()).add(row.concept)
    right = wrong = missed = 0
    for (one, mine), (other, theirs) in combinations(zip(made.terms, made.gold, strict=True), 2):
        together = not concepts[one].isdisjoint(concepts[other])
        right += together and mine == theirs
        wrong += together and mine != theirs
        missed += not together and mine == theirs
    return Figures(right, wrong, missed)
