"""Documents of different trades: a single word that both have is not yet one concept.

The anchor of a climber is not that of a sailor. Where two documents share hardly anything that is
certain, a name of one word needs definitions that agree.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ontology.align.entry import Entry
from ontology.align.evidence import Judgement, combined

_SHARED = 3
"""So many certain pairs make two documents speak of one field."""
_LARGE = 6
"""Terms that a document needs before it can be said to share few."""
_DOUBT = "the two documents have little else in common, and neither have the definitions"


def doubted(entries: Sequence[Entry], judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements, with a doubt where one word is all that brings two documents together."""
    found = list(judgements)
    sizes = Counter(entry.document for entry in entries)
    shared = Counter(_documents(entries, each) for each in found if each.certain)
    for judgement in found:
        documents = _documents(entries, judgement)
        strangers = documents[0] != documents[1] and shared[documents] < _SHARED
        if (
            strangers
            and min(sizes[name] for name in documents) >= _LARGE
            and (judgement.certain and _by_one_word(entries, judgement))
        ):
            yield replace(
                judgement,
                certain=False,
                doubts=(*judgement.doubts, _DOUBT),
                score=combined(judgement.evidence, 1),
            )
        else:
            yield judgement


def _documents(entries: Sequence[Entry], judgement: Judgement) -> tuple[str, str]:
    first, second = sorted((entries[judgement.one].document, entries[judgement.other].document))
    return first, second


def _by_one_word(entries: Sequence[Entry], judgement: Judgement) -> bool:
    """Whether names of one word are all there is, though both are defined."""
    defined = entries[judgement.one].definitions and entries[judgement.other].definitions
    return bool(defined) and all(piece.length == 1 for piece in judgement.evidence)
