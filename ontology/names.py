"""When two names are the same, or nearly: case, accents, spacing, a typing error."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

CLOSE = 72.0
"""Likeness in percent from which a name is worth suggesting: one letter in five may differ."""


_SPACES = str.maketrans(dict.fromkeys("-‐‑–_/’'", " "))


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """``name`` without what people leave out when they type: case, accents, odd spaces, hyphens.

    A name of nothing else (``-``) stays what it is, or all such names would be the same.
    """
    # Decomposed twice: the first may bring forth capitals, lower case may have to be taken apart.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.translate(_SPACES).split()) or " ".join(name.split())


def near_misses(name: str, known: Iterable[str], limit: int = 3) -> list[str]:
    """The names of ``known`` that someone who typed ``name`` may have meant, nearest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        name,
        sorted(set(known)),
        scorer=fuzz.WRatio,
        processor=fold,
        limit=limit,
        score_cutoff=CLOSE,
    )
    # The scorer likes a part that fits; to a reader the whole name that differs least is nearest.
    wanted = fold(name)
    return sorted((match for match, _, _ in found), key=lambda m: -fuzz.ratio(wanted, fold(m)))


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``did you mean 'x' or 'y'?`` or, when nothing is near, the names there are (if few)."""
    known = sorted(set(known))
    near = near_misses(name, known)
    if near:
        return "did you mean " + " or ".join(repr(match) for match in near) + "?"
    if 0 < len(known) <= 20:
        return "it can be " + ", ".join(known)
    return ""
