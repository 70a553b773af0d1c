"""A piece of evidence that two entries are one concept, and what all pieces say together."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

CERTAIN = 0.9
"""The score from which a match is accepted unless something speaks against it."""
LIKELY = 0.5
"""The score from which it is proposed."""
_DOUBT = 0.6
"""What a doubt leaves of a score."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece: of what kind, how strong (0 to 1), and in words."""

    kind: str
    """``name``, ``acronym``, ``form``, ``order``, ``initials``, ``translation`` …"""
    strength: float
    words: str
    length: int = 0
    """Of evidence by names: how many words with meaning the shorter one has."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What all pieces together say of two entries, the earlier one first."""

    one: int
    other: int
    score: float
    evidence: tuple[Evidence, ...]
    doubts: tuple[str, ...] = ()
    certain: bool = False
    apart: bool = False
    """They are not one, whatever their names."""

    @property
    def reasons(self) -> tuple[str, ...]:
        return (*(piece.words for piece in self.evidence), *self.doubts)

    @property
    def kinds(self) -> set[str]:
        return {piece.kind for piece in self.evidence}


def combined(evidence: Iterable[Evidence], doubts: int) -> float:
    """One score of independent pieces: each takes its share of what is left to 1."""
    left = math.prod(1 - piece.strength for piece in evidence)
    return round((1 - left) * _DOUBT**doubts, 3)
