"""Identifiers of new concepts: readable, of Latin letters, unique, the same in every run."""

import re
from collections.abc import Sequence

from ontology.align.entry import Entry
from ontology.align.wording import Name, initials, same_words, take_apart

_LONGEST = 80


def identifiers(groups: Sequence[Sequence[Entry]], taken: set[str]) -> list[str]:
    """An identifier for each group of terms, unique among themselves and against ``taken``."""
    used, found = set(taken), []
    # Ten thousand concepts of one name do not try each other's numbers.
    tried: dict[str, int] = {}
    for group in groups:
        wanted = slug(best_name(group).text)
        number = tried.get(wanted, 1)
        while (free := wanted if number == 1 else f"{wanted}-{number}") in used:
            number += 1
        tried[wanted] = number
        used.add(free)
        found.append(free)
    return found


def best_name(group: Sequence[Entry]) -> Name:
    """The name that a concept's identifier is made of.

    A full English name where there is one: of an English document, or one that documents of two
    languages use as it is, or that spells an acronym out beside it. Else the first full name.
    """
    names = [name for entry in group for name in entry.names]
    full = _full(names)
    spread: dict[str, set[str]] = {}
    for entry in group:
        for name in entry.names:
            spread.setdefault(name.compact, set()).add(entry.language)
    english = [name for name in full if name.language == "en"]
    loans = [name for name in full if len(spread[name.compact]) > 1]
    spelled = [name for name in full if _spells(name, names)]
    best = (english or loans or spelled or full or names or [take_apart("concept")])[0]
    # Of the forms of one name the shortest is the singular.
    forms = [name for name in full if same_words(name.content, best.content, name.language)]
    return min([best, *forms], key=lambda name: len(name.compact))


def _full(names: Sequence[Name]) -> list[Name]:
    """Names that are no acronyms, where there are such."""
    return [name for name in names if not name.acronym and slug(name.text) != "concept"]


def _spells(name: Name, names: Sequence[Name]) -> bool:
    letters = set(initials(name))
    return any(other.acronym and other.compact in letters for other in names)


def slug(text: str) -> str:
    """``text`` in Latin lower-case letters and digits, words joined by hyphens."""
    from anyascii import anyascii

    plain = anyascii(text[: 4 * _LONGEST]).lower().replace("'", " ")
    words = re.findall(r"[a-z0-9]+", plain)
    found = "-".join(words)
    if len(found) > _LONGEST:
        found = found[:_LONGEST].rpartition("-")[0] or found[:_LONGEST]
    return found.strip("-") or "concept"
