"""Words of different languages that mean one thing: a dictionary, cognates, parts of compounds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ontology.align.cognates import cognates, form
from ontology.align.wording import (
    COMPOUNDING,
    Name,
    base_forms,
    function_words,
    is_acronym,
    take_apart,
)

_LINKS = ("", "s", "es", "n", "en", "er", "e")
_LEAST_PART = 3
_LONGEST_PHRASE = 3
_LONGEST_COMPOUND = 40

GENERAL = "="
VERB = "~"
"""How the meanings of the built-in dictionary begin. Verbs say something in definitions only."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a name, or a phrase or part of a compound that a dictionary knows."""

    text: str
    meanings: frozenset[str] = frozenset()
    """What it means by the dictionaries: one sign for the words of all languages."""
    form: str = ""
    """What cognates have in common."""

    @property
    def known(self) -> bool:
        """Whether the built-in dictionary has it, which knows the same words in each language."""
        return any(sign.startswith(GENERAL) for sign in self.meanings)


@dataclass(slots=True)
class Lexicon:
    """What words mean, by language. The built-in one holds general words, of no trade."""

    meanings: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """Language and folded word or phrase → meanings."""
    _known: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    _units: dict[tuple[str, tuple[str, ...]], tuple[Unit, ...]] = field(default_factory=dict)

    def add(self, meaning: str, language: str, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            key = (language, " ".join(take_apart(phrase, language).content))
            self.meanings[key] = self.meanings.get(key, frozenset()) | {meaning}

    def of(self, phrase: str, language: str) -> frozenset[str]:
        """Meanings of a folded word or phrase in ``language``, or in English: loans are English."""
        key = (language, phrase)
        if key not in self._known:
            found = self._of(phrase, language)
            self._known[key] = found or (self._of(phrase, "en") if language != "en" else found)
        return self._known[key]

    def _of(self, phrase: str, language: str) -> frozenset[str]:
        first, _, last = phrase.rpartition(" ")
        for base in base_forms(last, language):
            found = self.meanings.get((language, f"{first} {base}" if first else base))
            if found:
                return found
        return frozenset()

    def in_its_language(self, name: Name) -> Name:
        """``name``, as English where its words are English and not of its document's language."""
        if name.language in ("", "en") or not name.text.isascii() or name.acronym:
            return name
        if (function_words(name.language) - function_words("en")) & set(name.words):
            return name
        own = sum(bool(self._of(word, name.language)) for word in name.content)
        english = sum(bool(self._of(word, "en")) for word in name.content)
        if len(name.content) > 1 and not is_acronym(name.text.split()[0]):
            english += sum(word.endswith("ing") for word in name.content)
        return take_apart(name.text, "en") if english > own else name

    def units(self, name: Name) -> tuple[Unit, ...]:
        """The words of ``name`` with what they mean; phrases and compounds that are known."""
        key = (name.language, name.content)
        if key not in self._units:
            self._units[key] = tuple(self._read(name.content, name.language))
        return self._units[key]

    def _read(self, words: tuple[str, ...], language: str) -> Iterable[Unit]:
        place = 0
        while place < len(words):
            for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
                phrase = " ".join(words[place : place + length])
                meanings = self._in_names(phrase, language)
                if meanings or length == 1:
                    break
            parts = self._parts(phrase, language) if not meanings else ()
            yield from parts or (Unit(phrase, meanings, form(phrase)),)
            place += length

    def _in_names(self, phrase: str, language: str) -> frozenset[str]:
        return frozenset(sign for sign in self.of(phrase, language) if not sign.startswith(VERB))

    def _parts(self, word: str, language: str) -> tuple[Unit, ...]:
        """The known words that a compound is made of, or nothing."""
        if language not in COMPOUNDING or not 2 * _LEAST_PART < len(word) <= _LONGEST_COMPOUND:
            return ()
        for cut in range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1):
            head = word[cut:]
            if not (meanings := self._in_names(head, language)):
                continue
            for link in _LINKS:
                if link and not word[:cut].endswith(link):
                    continue
                front = word[: cut - len(link)]
                if len(front) < _LEAST_PART:
                    continue
                known = self._in_names(front, language)
                before = (
                    (Unit(front, known, form(front)),) if known else self._parts(front, language)
                )
                if before:
                    return (*before, Unit(head, meanings, form(head)))
        return ()


@cache
def general_words() -> Mapping[tuple[str, str], frozenset[str]]:
    """The built-in dictionary: language and word → meanings."""
    lexicon = Lexicon()
    for file, mark in (("general_words.tsv", GENERAL), ("general_verbs.tsv", VERB)):
        table = (Path(__file__).parent / file).read_text("utf-8").splitlines()
        languages = table[0].split("\t")
        for row, line in enumerate(table[1:]):
            for language, cell in zip(languages, line.split("\t"), strict=False):
                lexicon.add(f"{mark}{row}", language, filter(None, cell.split("|")))
    return lexicon.meanings


def alike(one: Unit, other: Unit) -> float:
    """How surely two units of different languages mean one thing, 0 to 1."""
    if one.meanings & other.meanings:
        return 0.98 if one.form == other.form else 0.95
    if one.text == other.text and len(one.text) > 1:
        return 1.0
    likeness = cognates(one.form, other.form)
    # What looks alike and is known to mean different things is a false friend.
    return likeness / 2 if one.known and other.known else likeness


@dataclass(frozen=True, slots=True)
class Translation:
    """How the words of one name stand for those of another."""

    strength: float
    pairs: tuple[tuple[str, str], ...]
    left: tuple[tuple[Unit, ...], tuple[Unit, ...]] = ((), ())
    """Words of the one and of the other that nothing stands for."""


def translate(one: tuple[Unit, ...], other: tuple[Unit, ...]) -> Translation:
    """The best pairing of two names' words.

    It is as strong as its weakest pair, and somewhat stronger where another pair agrees.
    """
    if not 0 < len(one) <= 8 or not 0 < len(other) <= 8:
        return Translation(0.0, ())
    found = sorted(
        (
            (-alike(mine, theirs), abs(here - there), here, there)
            for here, mine in enumerate(one)
            for there, theirs in enumerate(other)
        ),
    )
    mine_left, theirs_left = set(range(len(one))), set(range(len(other)))
    strengths, pairs = [], []
    for strength, _, here, there in found:
        if strength and here in mine_left and there in theirs_left:
            mine_left.remove(here)
            theirs_left.remove(there)
            strengths.append(-strength)
            pairs.append((one[here].text, other[there].text))
    left = (
        tuple(one[place] for place in sorted(mine_left)),
        tuple(other[place] for place in sorted(theirs_left)),
    )
    weakest, second, *_ = *sorted(strengths)[:2], 0.0, 0.0
    return Translation(1 - (1 - weakest) * (1 - 0.7 * second), tuple(pairs), left)


def small(word: str, language: str) -> bool:
    """Whether a folded word says little by itself."""
    return len(word) < 3 or word in function_words(language) or word in function_words("en")
