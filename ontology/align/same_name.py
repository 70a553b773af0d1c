"""What two names say of it that they name one concept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ontology.align.evidence import Evidence
from ontology.align.translation import Lexicon, Translation, translate
from ontology.align.wording import Name, initials, same_word, same_words

PLAIN = ("name", "acronym", "form")
"""Kinds of evidence that need no other: the names are equal, or forms of one."""

_SUREST = 0.96
"""A translation is never as sure as the name itself."""
_SHOWN = 80
"""Letters of a name that a reason shows."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and where each stands, in words."""

    one: Name
    other: Name
    places: tuple[str, str]
    lexicon: Lexicon
    spelled: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    """Acronyms of the two entries that are spelled out there already."""

    def __str__(self) -> str:
        one, other = self.one.text[:_SHOWN], self.other.text[:_SHOWN]
        return f"«{one}» ({self.places[0]}) and «{other}» ({self.places[1]})"

    @property
    def language(self) -> str:
        """The language of both, or empty."""
        return self.one.language if self.one.language == self.other.language else ""


def compare(pair: Pair) -> Evidence | None:
    """The strongest that can be said of two names."""
    found = next(filter(None, (look(pair) for look in _LOOKS)), None)
    length = min(len(pair.one.content), len(pair.other.content))
    return replace(found, length=length) if found else None


def _same_letters(pair: Pair) -> Evidence | None:
    if pair.one.compact != pair.other.compact:
        return None
    if len(pair.one.compact) == 1:
        return Evidence("letter", 0.6, f"the same sign: {pair}")
    kind = "acronym" if pair.one.acronym or pair.other.acronym else "name"
    if pair.one.words == pair.other.words:
        return Evidence(kind, 0.97, f"the same name: {pair}")
    return Evidence(kind, 0.96, f"the same name but for spaces and hyphens: {pair}")


def _initial_letters(pair: Pair) -> Evidence | None:
    for short, long, spelled in (
        (pair.one, pair.other, pair.spelled[0]),
        (pair.other, pair.one, pair.spelled[1]),
    ):
        # An acronym that is spelled out already is no riddle.
        if short.acronym and short.compact not in spelled and short.compact in set(initials(long)):
            strength = {2: 0.6, 3: 0.9}.get(len(short.compact), 0.93)
            strength -= 0.0 if pair.language else 0.15
            said = f"«{short.text}» has the initial letters of «{long.text[:_SHOWN]}»"
            return Evidence("initials", strength, said)
    return None


def _same_content(pair: Pair) -> Evidence | None:
    if pair.one.content != pair.other.content:
        return None
    return Evidence("name", 0.95, f"the same name but for articles and the like: {pair}")


def _forms(pair: Pair) -> Evidence | None:
    if not same_words(pair.one.content, pair.other.content, pair.language):
        return None
    return Evidence("form", 0.94, f"forms of one name: {pair}")


def _other_order(pair: Pair) -> Evidence | None:
    if sorted(pair.one.content) != sorted(pair.other.content):
        return None
    strength = 0.75 if pair.language else 0.92
    return Evidence("order", strength, f"the same words in another order: {pair}")


def _synonyms(pair: Pair) -> Evidence | None:
    one, other = pair.lexicon.units(pair.one), pair.lexicon.units(pair.other)
    if pair.one.language != pair.other.language or len(one) != len(other):
        return None
    if not all(
        mine.meanings & theirs.meanings or same_word(mine.text, theirs.text, pair.language)
        for mine, theirs in zip(one, other, strict=True)
    ):
        return None
    return Evidence("synonym", 0.6, f"words that can mean the same: {pair}")


def _word_for_word(pair: Pair) -> Evidence | None:
    if pair.one.language == pair.other.language or pair.one.acronym or pair.other.acronym:
        return None
    found = translate(pair.lexicon.units(pair.one), pair.lexicon.units(pair.other))
    if not found.pairs:
        return None
    if any(found.left):
        return _in_part(pair, found)
    words = ", ".join(f"{mine} = {theirs}" for mine, theirs in found.pairs if mine != theirs)
    return Evidence(
        "translation", min(found.strength, _SUREST), f"word for word the same ({words}): {pair}"
    )


def _in_part(pair: Pair, found: Translation) -> Evidence | None:
    """What a translation of some words says: little, and nothing where the others are known."""
    if all(found.left) and all(unit.known for side in found.left for unit in side):
        # Fixed costs, variable costs.
        return Evidence("contrast", 0.0, f"the same but for one word: {pair}")
    words = ", ".join(f"{mine} = {theirs}" for mine, theirs in found.pairs)
    covered = 2 * len(found.pairs) / (2 * len(found.pairs) + sum(map(len, found.left)))
    strength = 0.5 * covered * found.strength
    return Evidence("part", strength, f"in part the same ({words}): {pair}")


_LOOKS: Sequence[Callable[[Pair], Evidence | None]] = (
    _same_letters,
    _initial_letters,
    _same_content,
    _forms,
    _other_order,
    _synonyms,
    _word_for_word,
)
