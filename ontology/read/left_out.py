"""What a document holds and its lines do not, in words."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

LONGEST = 40
"""Characters of a text that are shown of it."""
MOST = 20
"""Places that are named."""


class LeftOut(NamedTuple):
    """A text that is not taken along: what it is, where it stands, what it says."""

    what: str
    place: int
    text: str


def said(some: Sequence[LeftOut], place: str) -> tuple[str, ...]:
    """One sentence for each kind: what it is, its places (``line``), how the first text begins."""
    ordered = sorted(some, key=lambda one: (one.what, one.place))
    return tuple(
        _sentence(what, list(of_kind), place)
        for what, of_kind in groupby(ordered, key=lambda one: one.what)
    )


def excerpt(text: str) -> str:
    """The beginning of a text, in quotation marks."""
    short = " ".join(text[: 4 * LONGEST].split())
    return f"“{short}”" if len(short) <= LONGEST else f"“{short[:LONGEST]}…”"


def _sentence(what: str, some: Sequence[LeftOut], place: str) -> str:
    numbers = list(dict.fromkeys(one.place for one in some))
    named = ", ".join(str(number) for number in numbers[:MOST])
    more = f" and {len(numbers) - MOST} more" if len(numbers) > MOST else ""
    places = place if len(numbers) == 1 else f"{place}s"
    return f"{what} ({places} {named}{more}): {excerpt(some[0].text)}"
