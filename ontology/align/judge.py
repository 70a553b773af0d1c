"""Two entries and all that is known of them → what speaks for one concept, and what against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from ontology.align.entry import Entry
from ontology.align.evidence import CERTAIN, Evidence, Judgement, combined
from ontology.align.expansion import Expansions, expansions, other_expansion
from ontology.align.field import Fields, fields
from ontology.align.likeness import ENOUGH, Definition, Likeness, likeness
from ontology.align.same_name import PLAIN, Pair, compare
from ontology.align.translation import GENERAL, VERB, Lexicon

_AGREE = 0.1
"""The share of their words from which two definitions speak for one concept."""
_TELLING = {*PLAIN, "initials", "order", "translation", "number", "place", "nearest"}
_LITTLE = 0.1
_FEW = 3
_DISAGREE = 0.03
"""The share under which they speak against it."""


@dataclass(frozen=True)
class Judge:
    """What judging a pair needs to know of all entries."""

    entries: Sequence[Entry]
    lexicon: Lexicon
    weights: Mapping[str, float]
    """How much a word of a definition says, by its sign."""

    @cached_property
    def fields(self) -> Fields:
        return fields(self.entries)

    @cached_property
    def expansions(self) -> Sequence[Expansions]:
        return [expansions(entry) for entry in self.entries]

    def judge(
        self,
        one: int,
        other: int,
        pairs: Sequence[tuple[int, int]] = (),
        more: Sequence[Evidence] = (),
    ) -> Judgement:
        """What is to be said of two entries.

        ``pairs`` are those of their names that are worth a look, all when there are none; ``more``
        is evidence that is known already.
        """
        mine, theirs = self.entries[one], self.entries[other]
        names = self._names(mine, theirs, pairs)
        alike = self._definitions(mine, theirs)
        evidence = [piece for piece in (names, *more, alike and _agreement(alike)) if piece]
        if names and names.kind == "contrast":
            # Definitions of siblings are alike too: only position can bring them together.
            evidence = [piece for piece in evidence if piece.kind in ("number", "place")]
        if names is None and mine.term and theirs.term and mine.document == theirs.document:
            # Neighbours of one document are defined alike because they are neighbours.
            evidence = []
        apart = other_expansion(self.expansions[one], self.expansions[other])
        doubts = [apart] if apart else []
        if alike and not apart and self._disagree(mine, theirs, alike, names):
            doubts.append("their definitions have nothing in common")
        if alike and names is None and _only_place(evidence) and _says_nothing(mine, theirs, alike):
            doubts.append("their definitions have little in common")
        if names and names.kind == "letter":
            doubts.append("a name of one sign says little")
        score = combined(evidence, len(doubts))
        certain = score >= CERTAIN and not doubts and _allowed(mine, theirs, names, evidence)
        return Judgement(one, other, score, tuple(evidence), tuple(doubts), certain, bool(apart))

    def _names(
        self, mine: Entry, theirs: Entry, pairs: Sequence[tuple[int, int]]
    ) -> Evidence | None:
        """The strongest evidence of their names."""
        places = (mine.place_in_words, theirs.place_in_words)
        spelled = (
            frozenset(self.expansions[mine.place]),
            frozenset(self.expansions[theirs.place]),
        )
        found = (
            compare(Pair(mine.names[a], theirs.names[b], places, self.lexicon, spelled))
            for a, b in pairs or product(range(len(mine.names)), range(len(theirs.names)))
        )
        return max(
            filter(None, found),
            key=lambda piece: (piece.kind in PLAIN, piece.strength),
            default=None,
        )

    def _definitions(self, one: Entry, other: Entry) -> tuple[bool, Likeness] | None:
        """Whether their definitions are of one language, and how alike they are."""
        found = [
            (mine.language == theirs.language, likeness(mine, theirs, self.weights))
            for mine in one.definitions
            for theirs in other.definitions
        ]
        # Two languages share fewer words than one: compare within one where that is possible.
        return max(found, key=lambda pair: (pair[0], pair[1].share), default=None)

    def _disagree(
        self, one: Entry, other: Entry, found: tuple[bool, Likeness], names: Evidence | None
    ) -> bool:
        same_language, alike = found
        if alike.share >= _DISAGREE or alike.of < ENOUGH:
            return False
        if same_language:
            # An acronym stands for too much to be trusted in any field.
            full = names is not None and names.kind in ("name", "form")
            return not (full and self.fields.one_field(one, other))
        # Between languages silence says something only where a dictionary knows the words.
        known = min(max(map(_known, one.definitions)), max(map(_known, other.definitions)))
        return known >= ENOUGH and (names is None or names.length < 2)


def _agreement(found: tuple[bool, Likeness]) -> Evidence | None:
    same_language, alike = found
    if alike.share < _AGREE:
        return None
    strength = min(0.75, alike.share * (1.5 if same_language else 1.8))
    words = ", ".join(list(dict.fromkeys(alike.words))[:5])
    said = f"their definitions share {len(alike.words)} of {alike.of} words: {words}"
    return Evidence("definition", strength, said)


def _only_place(evidence: Sequence[Evidence]) -> bool:
    return {piece.kind for piece in evidence} == {"place"}


def _says_nothing(one: Entry, other: Entry, found: tuple[bool, Likeness]) -> bool:
    """Whether two definitions that could be alike are not."""
    _, alike = found
    return alike.share < _LITTLE and alike.of >= _FEW


def _known(definition: Definition) -> int:
    return sum(sign.startswith((GENERAL, VERB)) for sign in definition.signs)


def _allowed(
    one: Entry, other: Entry, names: Evidence | None, evidence: Sequence[Evidence]
) -> bool:
    """Whether certainty may be said at all.

    Something must tell the one from its siblings, whose definitions are alike too: whole names,
    their place, or the nearest definition of a translation. Within one document only equal names.
    """
    kind = names.kind if names else ""
    if one.term and other.term and one.document == other.document:
        # The name that an acronym stands for, in the language of the document.
        spelled = any(entry.names and entry.names[0].acronym for entry in (one, other))
        return kind in (*PLAIN, "initials") or (kind == "translation" and spelled)
    return not _TELLING.isdisjoint(piece.kind for piece in evidence)
