"""Which of many lines are the entries when most of them count up, or follow the alphabet.

Numbered steps inside a text begin at 1 again; a label such as "Example" breaks the alphabet.
"""

from bisect import bisect_left
from collections.abc import Sequence

from ontology.names import fold
from ontology.read.layout.leads import Lead
from ontology.rising import longest_rising

_MOST = 0.7
"""Share of the lines that must be in order before the others are taken for something else."""


def in_order(heads: Sequence[Lead], alphabet: bool = True) -> list[Lead]:
    """``heads`` without those that break an order that most of them keep.

    The order of the alphabet only where ``alphabet``: of lines that any text has.
    """
    if len(heads) < 8:
        return list(heads)
    numbers = [int(head.number) if head.number.isdecimal() else -1 for head in heads]
    counted = [place for place, number in enumerate(numbers) if number > 0]
    if len(counted) >= 0.5 * len(heads):
        chain = _counting_up(numbers)
        if len(chain) >= 6 and len(chain) >= 0.5 * len(counted):
            # A number that the chain has belongs to a step; one that it lacks is out of order.
            known = {numbers[place] for place in chain}
            others = {place for place, number in enumerate(numbers) if number not in known}
            kept = set(chain) | others
            return [head for place, head in enumerate(heads) if place in kept]
        return list(heads)
    if not alphabet:
        return list(heads)
    names = [fold(head.name) for head in heads]
    bare = [_without_small_word(name) for name in names]
    rising = longest_rising(names, strictly=False)
    rising_bare = longest_rising(bare, strictly=False)
    if len(rising_bare) > len(rising):
        names, rising = bare, rising_bare
    if len(rising) >= _MOST * len(heads) and len(rising) > 9:
        out = [place for place in range(len(heads)) if not _fits(names, rising, place)]
        # Several in a row are the next group, which begins at A again.
        alone = {place for run in _runs(out) if len(run) < 3 for place in run}
        return [head for place, head in enumerate(heads) if place not in alone]
    return list(heads)


def _without_small_word(name: str) -> str:
    """What a name is sorted by when an article stands before it."""
    small, _, rest = name.partition(" ")
    return rest if rest and len(small) < 4 else name


def _runs(places: Sequence[int]) -> list[list[int]]:
    """``places`` in runs of such that follow one another."""
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _fits(names: Sequence[str], rising: Sequence[int], place: int) -> bool:
    """Whether a name is in order, or at least under the letter of its neighbours."""
    at = bisect_left(rising, place)
    if at < len(rising) and rising[at] == place:
        return True
    before = names[rising[at - 1]][:1] if at else ""
    after = names[rising[at]][:1] if at < len(rising) else "\U0010ffff"
    # An article, or another small word, may stand before the word that is sorted by.
    small, _, rest = names[place].partition(" ")
    letters = {names[place][:1], rest[:1] if len(small) < 4 else ""} - {""}
    if not before:
        return after in letters
    return any(before <= letter <= after for letter in letters)


def _counting_up(numbers: Sequence[int]) -> list[int]:
    """Places of the longest run of numbers in which each is one or two more than the last."""
    best: dict[int, tuple[int, int]] = {}
    before: list[int] = []
    for place, number in enumerate(numbers):
        options = [best[n] for n in (number - 1, number - 2) if n in best] if number > 0 else []
        length, last = max(options, key=lambda option: option[0], default=(0, -1))
        before.append(last)
        if number > 0 and length + 1 >= best.get(number, (0, -1))[0]:
            best[number] = (length + 1, place)
    if not best:
        return []
    place = max(best.values(), key=lambda option: option[0])[1]
    chain = []
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]
