"""What an entry's acronyms stand for, by its own names and its definition."""

import re
from collections.abc import Mapping

from ontology.align.entry import Entry
from ontology.align.wording import Name, initials, same_word, take_apart
from ontology.names import fold

Expansions = Mapping[str, tuple[Name, ...]]
"""Acronym → what spells it out."""

_BEGINNING = 400
"""Letters of a definition in which an acronym is spelled out, if anywhere."""
_WORD = re.compile(r"[^\W\d_]+")


def expansions(entry: Entry) -> Expansions:
    """The acronyms among an entry's names, each with the names or words that spell it out."""
    acronyms = {name.compact for name in entry.names if name.acronym}
    found: dict[str, tuple[Name, ...]] = {}
    for name in entry.names if acronyms else ():
        for letters in dict.fromkeys(initials(name)):
            if letters in acronyms:
                found[letters] = (*found.get(letters, ()), name)
    for acronym in sorted(acronyms - found.keys()) if entry.term else ():
        # Two letters are the initials of too much.
        if entry.term and len(acronym) >= 3:
            spelled = _spelled_in(entry.term.definition, acronym, entry.language)
            if spelled:
                found[acronym] = (spelled,)
    return found


def other_expansion(one: Expansions, other: Expansions) -> str:
    """In words, when an acronym of both stands for different things; else empty."""
    for acronym in one:
        if acronym in other and not any(
            _akin(mine, theirs) for mine in one[acronym] for theirs in other[acronym]
        ):
            mine, theirs = one[acronym][0].text, other[acronym][0].text
            return f"{acronym.upper()} is «{mine}» for one and «{theirs}» for the other"
    return ""


def _akin(one: Name, other: Name) -> bool:
    """Whether two ways to spell an acronym out may mean the same: half of their words agree."""
    agreed = sum(any(same_word(a, b, one.language) for b in other.content) for a in one.content)
    return 2 * agreed >= max(len(one.content), len(other.content))


def _spelled_in(text: str, acronym: str, language: str) -> Name | None:
    """The words at the beginning of a definition whose initials are ``acronym``."""
    words = _WORD.findall(text[:_BEGINNING])
    for start, word in enumerate(words):
        if fold(word)[:1] != acronym[0] or not word[0].isupper():
            continue
        for length in range(len(acronym), min(len(acronym) + 4, len(words) - start) + 1):
            name = take_apart(" ".join(words[start : start + length]), language)
            if acronym in set(initials(name)):
                return name
    return None
