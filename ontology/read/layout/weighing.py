"""Explanations of a document are weighed against each other: kinds of line alone, and together."""

from collections.abc import Mapping, Sequence

from ontology.read.layout.entry import Entry, alphabetical, counting
from ontology.read.layout.explanation import Explanation, explain
from ontology.read.layout.leads import Lead
from ontology.read.layout.lines import Document

Usable = Mapping[str, Sequence[Lead]]
"""Kind of line → the lines of this kind that could begin an entry."""

_PRIMARY, _WEIGHED = 6, 24
"""Explanations that others are added to; kinds of line that are weighed at all."""


def weigh(document: Document, everywhere: Usable) -> list[Explanation]:
    """The explanations of a document, or of a part of it, best first."""
    usable = {
        kind: [lead for lead in some if document.start <= lead.start and lead.at < document.stop]
        for kind, some in everywhere.items()
    }
    kinds = sorted(
        (kind for kind in usable if len(usable[kind]) > 1), key=lambda kind: -len(usable[kind])
    )[:_WEIGHED]
    alone = sorted(
        (explain(document, (kind,), usable[kind]) for kind in kinds), key=lambda e: -e.score
    )
    kinds += [kind for kind in usable if kind.startswith("heading") and len(usable[kind]) == 1]
    joined = [_with_others(document, one, usable, kinds) for one in alone[:_PRIMARY]]
    best = {one.kinds: one for one in [*alone, *joined] if one.entries}
    return sorted(best.values(), key=lambda e: -e.score)


def _with_others(
    document: Document,
    explanation: Explanation,
    usable: Usable,
    kinds: Sequence[str],
) -> Explanation:
    """The explanation with further kinds of line, as long as each makes it better."""
    if explanation.kinds in (("row",), ("term",)) or explanation.score == 0:
        return explanation
    best = explanation
    for kind in kinds:
        if kind in best.kinds or len(best.kinds) == 4:
            continue
        own = [lead for one in best.kinds for lead in usable[one]]
        more = explain(document, (*best.kinds, kind), [*own, *usable[kind]])
        if more.score > best.score * 1.02 and _fills_gaps(best, more):
            best = more
    return best


def _fills_gaps(best: Explanation, more: Explanation) -> bool:
    """Whether what is added carries missing numbers, or falls into the alphabet's order."""
    known = {entry.lead.at for entry in best.entries}
    added = [entry for entry in more.entries if entry.lead.at not in known]
    kept = len(more.entries) - len(added)
    if len(more.entries) <= len(best.entries) or kept < 0.8 * len(best.entries):
        return False
    if all(entry.lead.number for entry in added):
        return counting(more.entries) > 0.6 and counting(more.entries) >= counting(best.entries)
    first, last = best.entries[0].lead.at, best.entries[-1].lead.at
    if any(not first < entry.lead.at < last for entry in added):
        return False
    if _is_group_in_another_style(best, more, added):
        return True
    return alphabetical(best.entries) > 0.9 and alphabetical(more.entries) > 0.95


def _is_group_in_another_style(
    best: Explanation, more: Explanation, added: Sequence[Entry]
) -> bool:
    """Whether the new entries stand together under a heading of their own, set apart alike."""
    bold = all("bold lead" in kind for kind in more.kinds)
    places = [place for place, entry in enumerate(more.entries) if entry in added]
    together = places[-1] - places[0] == len(places) - 1
    groups = {entry.group for entry in added}
    others = {entry.group for entry in best.entries}
    return bold and together and len(added) > 2 and len(groups) == 1 and not groups & others
