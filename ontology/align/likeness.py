"""How alike two definitions are, in one language or in two."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.align.cognates import form
from ontology.align.translation import Lexicon, small
from ontology.names import fold

LONGEST = 1500
"""Letters of a definition that are looked at."""
ENOUGH = 5
"""Words with meaning that a definition needs before it can disagree with another."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Definition:
    """The words of a definition as they are compared: what they mean, or what their form is."""

    language: str
    signs: Mapping[str, str]
    """Sign → the word as it stands, folded."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of their weight two definitions share, 0 to 1, and which words."""

    share: float
    words: tuple[str, ...]
    of: int
    """How many words with meaning the shorter one has."""


def read_definition(text: str, language: str, lexicon: Lexicon) -> Definition:
    """``text`` of ``language`` (a primary tag, or empty), as it is compared."""
    signs: dict[str, str] = {}
    for word in _WORD.findall(fold(text[:LONGEST])):
        if not small(word, language):
            for sign in lexicon.of(word, language) or (form(word),):
                signs.setdefault(sign, word)
    return Definition(language, signs)


def rarity(definitions: Iterable[Definition]) -> dict[str, float]:
    """How much a sign says: the fewer definitions have it, the more."""
    counted: Counter[str] = Counter()
    total = 0
    for definition in definitions:
        counted.update(definition.signs.keys())
        total += 1
    return {sign: math.log((total + 1) / (count + 0.5)) for sign, count in counted.items()}


def likeness(one: Definition, other: Definition, weights: Mapping[str, float]) -> Likeness:
    """The share of their words, weighted by rarity (cosine)."""
    shorter, longer = sorted((one, other), key=lambda definition: len(definition.signs))
    common = [sign for sign in shorter.signs if sign in longer.signs]
    if not common:
        return Likeness(0.0, (), len(shorter.signs))
    common.sort(key=lambda sign: (-weights[sign], sign))
    shared = sum(weights[sign] ** 2 for sign in common)
    share = shared / math.sqrt(_length(one, weights) * _length(other, weights))
    return Likeness(share, tuple(one.signs[sign] for sign in common), len(shorter.signs))


def _length(definition: Definition, weights: Mapping[str, float]) -> float:
    return sum(weights[sign] ** 2 for sign in definition.signs) or 1.0
