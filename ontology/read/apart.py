"""Whether a definition defines each of several things, or one thing with several names."""

import re
from collections.abc import Sequence

from ontology.read.acronym import is_acronym_of, looks_like_acronym
from ontology.read.small_words import phrases

_FAR = 40
"""Characters from the beginning of a sentence in which its subject is looked for."""


def apart(names: Sequence[str], printed: Sequence[str], definition: str, language: str) -> bool:
    """Whether each of ``names`` is what some sentence of ``definition`` is about.

    ``printed`` are the same parts with their brackets.
    """
    if len(set(names)) != len(names) or len(names) < 2:
        return False
    short = all(looks_like_acronym(name.split()[-1]) for name in names)
    if any(is_acronym_of(a, b) for a in names for b in names):
        return False
    told = [_says(definition, phrase) for phrase in phrases("apart", language)]
    if short and any(told) and all(mentions(definition, name.split()[-1]) for name in names):
        return True
    zones = _zones(definition)
    about = [
        {at for at, zone in enumerate(zones) if _subject(name, full, zone)}
        for name, full in zip(names, printed, strict=True)
    ]
    own = [some - set().union(*about[:at], *about[at + 1 :]) for at, some in enumerate(about)]
    if not all(own):
        return False
    return short or any(told) or all(_defined(zones, some, language) for some in own)


def mentions(text: str, name: str, alone: bool = False) -> bool:
    """Whether ``text`` holds ``name`` as words; ``alone``: not beside a slash."""
    around = r"[\w/]" if alone else r"\w"
    before, after = (
        ("" if not name[:1].isalnum() else rf"(?<!{around})"),
        ("" if not name[-1:].isalnum() else rf"(?!{around})"),
    )
    return bool(name) and bool(re.search(before + re.escape(name) + after, text, re.IGNORECASE))


def _says(text: str, phrase: str) -> bool:
    return mentions(text, phrase)


def _zones(definition: str) -> list[str]:
    """The beginnings of sentences and of clauses after a semicolon."""
    return [part.strip() for part in re.split(r"(?<=[.!?;。])\s*|\n", definition) if part.strip()]


def _subject(name: str, full: str, sentence: str) -> bool:
    zone = sentence[: _FAR + len(full)]
    last = name.rsplit(maxsplit=1)[-1]
    if mentions(zone, name) or (looks_like_acronym(last) and mentions(zone, last)):
        return True
    words = re.findall(r"\w+", zone)
    return looks_like_acronym(name) and any(
        is_acronym_of(name, " ".join(words[at : at + len(name)])) for at in range(len(words))
    )


def _defined(zones: list[str], sentences: set[int], language: str) -> bool:
    verbs = phrases("is_a", language)
    return any(mentions(zones[at][: 2 * _FAR], verb) for at in sentences for verb in verbs)
