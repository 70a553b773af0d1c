"""What follows from broader alone: who stands above whom, and where a circle is."""

from collections.abc import Collection, Mapping

Broader = Mapping[str, Collection[str]]
"""A concept → those of which it is a kind or a part."""


def ancestors(concept: str, broader: Broader) -> set[str]:
    """All that stand above ``concept``; itself too where broader comes back to it."""
    found: set[str] = set()
    waiting = list(broader.get(concept, ()))
    while waiting:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting += broader.get(above, ())
    return found


def first_in_a_circle(broader: Broader) -> str | None:
    """The first concept, in order, that broader brings back to itself; None where there is none."""
    left = _between_circles(broader)
    inside = {concept: [up for up in broader[concept] if up in left] for concept in left}
    return next((one for one in sorted(left) if one in ancestors(one, inside)), None)


def _between_circles(broader: Broader) -> set[str]:
    """What is left when concepts with nothing above them are taken away, again and again."""
    narrower: dict[str, list[str]] = {}
    above: dict[str, int] = {}
    for concept, ups in broader.items():
        known = {up for up in ups if up in broader}
        above[concept] = len(known)
        for up in known:
            narrower.setdefault(up, []).append(concept)
    waiting = [concept for concept, count in above.items() if count == 0]
    while waiting:
        for below in narrower.get(waiting.pop(), ()):
            above[below] -= 1
            if above[below] == 0:
                waiting.append(below)
    return {concept for concept, count in above.items() if count > 0}
