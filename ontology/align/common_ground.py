"""What two documents share lends weight to a likely pair of theirs, or takes it away.

The anchor of a climber is not that of a sailor: where two documents share hardly anything that is
certain, a name of one word needs definitions that agree. Where they share much, a word that is
borrowed by both languages means one thing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ontology.align.entry import Entry, documents_of
from ontology.align.evidence import CERTAIN, Evidence, Judgement, combined

_FEW = 3
"""Fewer certain pairs leave open whether two documents speak of one field."""
_MANY = 5
_SHARE = 0.2
"""So many certain pairs, and of the smaller document's terms, make sure that they do."""
_LARGE = 6
"""Terms that a document needs before it can be said to share few."""
_GROUND = 0.5
_FROM = 0.75
"""The score of a translation from which common ground decides."""
_DOUBT = "the two documents have little else in common, and neither have the definitions"


def weighed(entries: Sequence[Entry], judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """The judgements in the light of what their documents have in common."""
    found = list(judgements)
    sizes = Counter(entry.document for entry in entries)
    shared = Counter(_documents(entries, each) for each in found if each.certain)
    likely = Counter(_documents(entries, each) for each in found if _likely(each))
    for judgement in found:
        documents = _documents(entries, judgement)
        smaller = min(sizes[name] for name in documents)
        common = shared[documents]
        if documents[0] == documents[1]:
            yield judgement
        elif judgement.certain:
            alone = common < _FEW and smaller >= _LARGE and _by_one_word(entries, judgement)
            yield _doubted(judgement) if alone else judgement
        elif _likely(judgement):
            # Likely pairs corroborate each other, each half as much as a certain one.
            common += (likely[documents] - 1) // 2
            enough = common >= max(_MANY, _SHARE * smaller)
            yield _supported(judgement, common) if enough else judgement
        else:
            yield judgement


def _documents(entries: Sequence[Entry], judgement: Judgement) -> tuple[str, str]:
    return documents_of(entries[judgement.one], entries[judgement.other])


def _by_one_word(entries: Sequence[Entry], judgement: Judgement) -> bool:
    """Whether names of one word are all there is, though both are defined."""
    defined = entries[judgement.one].definitions and entries[judgement.other].definitions
    return bool(defined) and all(piece.length == 1 for piece in judgement.evidence)


def _doubted(judgement: Judgement) -> Judgement:
    return replace(
        judgement,
        certain=False,
        doubts=(*judgement.doubts, _DOUBT),
        score=combined(judgement.evidence, len(judgement.doubts) + 1),
    )


def _likely(judgement: Judgement) -> bool:
    """Whether names are word for word the same, and not yet certain."""
    open_ones = not judgement.certain and not judgement.doubts and judgement.score >= _FROM
    return open_ones and "translation" in judgement.kinds


def _supported(judgement: Judgement, common: int) -> Judgement:
    said = f"the two documents have about {common} other concepts in common"
    evidence = (*judgement.evidence, Evidence("ground", _GROUND, said))
    score = combined(evidence, 0)
    return replace(judgement, evidence=evidence, score=score, certain=score >= CERTAIN)
