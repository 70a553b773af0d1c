"""The longest run of values that rises: what is in order where most things are."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

Value = TypeVar("Value", str, int)


def longest_rising(values: Sequence[Value], *, strictly: bool) -> list[int]:
    """Places of a longest run that never falls, or that always rises where ``strictly``."""
    bisect = bisect_left if strictly else bisect_right
    tails: list[Value] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(place)
        else:
            tails[at], ends[at] = value, place
    chain = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]
