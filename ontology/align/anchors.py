"""Pairs of two documents that are certain by themselves, against which other evidence is held."""

from collections import Counter
from collections.abc import Iterable, Sequence

from ontology.align.entry import Entry
from ontology.align.evidence import Judgement

Anchors = dict[int, int]
"""Certain pairs of two documents: place in the first → place in the second."""


def anchors_of(
    entries: Sequence[Entry], judgements: Iterable[Judgement]
) -> dict[tuple[str, str], Anchors]:
    """By pair of documents, the certain pairs whose entries have no second partner there."""
    certain = (judgement for judgement in judgements if judgement.certain)
    found = {}
    for documents, places in sorted(by_documents(entries, certain).items()):
        mine = Counter(here for here, _ in places)
        theirs = Counter(there for _, there in places)
        found[documents] = {
            here: there for here, there in sorted(places) if mine[here] == theirs[there] == 1
        }
    return found


def by_documents(
    entries: Sequence[Entry], judgements: Iterable[Judgement]
) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """The judged terms of two documents, by pair of documents."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for judgement in judgements:
        one, other = entries[judgement.one], entries[judgement.other]
        if one.term and other.term and one.document != other.document:
            first, second = sorted((one, other), key=lambda entry: entry.document)
            found.setdefault((first.document, second.document), []).append(
                (first.place, second.place)
            )
    return found
