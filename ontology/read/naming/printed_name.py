"""What a printed heading calls its thing, or its things: names out of brackets, dashes, "or".

``X (Y)``, ``X – Y``, ``X or Y`` are names of one term; brackets that narrow stay in the name;
an entry that defines each of two things is two terms.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.read.naming.acronym import is_acronym_of, looks_like_acronym
from ontology.read.naming.apart import things
from ontology.read.naming.bare_name import clean, without_article, without_question
from ontology.read.naming.brackets import (
    BRACKET,
    is_grammar,
    names_in,
    split_outside,
    without_marks,
)
from ontology.read.naming.language import language_of
from ontology.read.naming.see import see_after
from ontology.read.naming.small_words import any_of, articles, phrases
from ontology.read.naming.wording import mentions

_LONGEST = 300
"""A heading of more characters is a text: it is taken as it is."""
_LOOKED_AT = 3000
"""Characters of a definition."""


@dataclass(frozen=True, slots=True)
class Names:
    """What one term is called."""

    name: str
    others: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    """Names of other entries that the heading points to."""


def split_names(
    printed: str, definition: str = "", language: str = "", narrowed: bool = False
) -> tuple[Names, ...]:
    """The names that a printed heading holds, first as printed first: one ``Names`` a term.

    ``definition`` is the evidence where the heading leaves it open; ``language`` is a BCP 47 tag;
    ``narrowed``: its brackets tell it from another heading (``alike_but_for_brackets``).
    Nothing is returned for a heading without a letter or digit.
    """
    if len(printed) > _LONGEST or _is_sentence(printed):
        whole = clean(printed[:_LONGEST]) if len(printed) <= _LONGEST else " ".join(printed.split())
        return (Names(whole),) if any(char.isalnum() for char in whole) else ()
    definition = definition[:_LOOKED_AT]
    heading = clean(_without_class(printed))
    if not any(char.isalnum() for char in heading):
        return ()
    language = language or language_of(f"{heading}. {definition}")
    heading, see = without_marks(without_question(heading, language))
    heading, after = see_after(heading)
    if narrowed and BRACKET.search(heading):
        whole = clean(without_article(heading, language, definition))
        return (Names(whole, (), tuple(dict.fromkeys((*see, *after)))),)
    parts = things(_without_list(heading), definition, language)
    found = [names for part in parts if (names := _names_of(part, definition, language))]
    if len(found) > 1:
        found = [_acronym_first(names, definition) for names in found]
    every = tuple(dict.fromkeys((*see, *after)))
    return tuple(
        Names(names[0], _others([_without_called(name, language) for name in names]), every)
        for names in found or [[heading]]
    )


def _without_called(name: str, language: str) -> str:
    """``Gluten`` of ``Gluten genannt``."""
    after = next((p for p in phrases("called_after", language) if name.endswith(f" {p}")), "")
    return name.removesuffix(f" {after}") if after else name


def _without_class(printed: str) -> str:
    """``lead`` of ``lead n.``: without the mark of a dictionary at its end."""
    marked = re.search(r"(?<=\w),?\s((?:[a-z]{1,5}\.\s?){1,3})$", printed[-30:])
    if marked and is_grammar(marked[1]):
        return printed[: len(printed) - len(marked[0])]
    return printed


def _is_sentence(printed: str) -> bool:
    """Whether it is more than a name: it ends like a sentence, and has the length of one."""
    words = printed.split()
    return len(words) > 8 and printed.rstrip().endswith((".", "!", "…"))


def _without_list(heading: str) -> str:
    """``NPS (…): promoters, passives`` without the list of parts after the colon."""
    head, *rest = split_outside(heading, r":\s")
    return head if rest and "," in rest[0] else heading


def _names_of(part: str, definition: str, language: str) -> list[str]:
    """All names of one thing, bare; the first as printed first."""
    found: list[str] = []
    for piece in _pieces(part, definition, language):
        found += _with_brackets(piece, definition, language)
    bare = [clean(without_article(clean(name), language, definition)) for name in found]
    return [name for name in bare if any(char.isalnum() for char in name)]


def _acronym_first(names: list[str], definition: str) -> list[str]:
    """``PCI``, ``Standard PCI`` of ``Standard PCI``, where the definition names it alone."""
    first, _, last = names[0].rpartition(" ")
    if first and looks_like_acronym(last) and mentions(definition, f"({last})"):
        return [last, *names]
    return names


def _pieces(part: str, definition: str, language: str) -> list[str]:
    """The part divided where it certainly names one thing twice."""
    for pattern in _joints(language):
        parts = split_outside(part, pattern)
        if len(parts) == 2 and "," in parts[0]:
            parts = [*split_outside(parts[0], r"\s*,\s+"), parts[1]]
        if 2 <= len(parts) <= 5 and all(_may_be_name(piece, language) for piece in parts):
            return [found for piece in parts for found in _pieces(piece, definition, language)]
    return (
        _by_slash(part, definition)
        or _by_comma(part, definition, language)
        or _by_acronym(part)
        or [part]
    )


@lru_cache
def _joints(language: str) -> tuple[str, ...]:
    """Patterns of what stands between two names of one thing, strongest first."""
    either, called = phrases("either", language), phrases("called", language)
    signs = any_of(word for word in either if word[0] > "\u3000")
    after = any_of((*called, *either, *phrases("short", language)))
    return (
        r"\s*[;；]\s*",
        r"\s+[=≈≙]\s+",
        rf"\s*,\s*{after}\s*:?\s+",
        rf"\s+{any_of((*called, *either))}\s+|\s*{signs}\s*",
        r"\s+[-–—]\s+|\s*[–—]\s+|\s+[–—]\s*",
        r"\s+[/|]\s+|\s*／\s*",
        r"(?<=[^\x00-\u2fff])[、，](?=[^\x00-\u2fff])",
    )


def _may_be_name(text: str, language: str) -> bool:
    """Whether it is no longer than names are, and does not begin an explanation."""
    words = BRACKET.sub("", text).split()
    told = len(words) > 4 and words[0].lower() in articles(language)
    return 0 < len(words) <= 9 and not told and any(char.isalnum() for char in text)


def _by_slash(part: str, definition: str) -> list[str]:
    """``X/Y`` when both are words, and the definition does not speak of both."""
    sides = split_outside(part, r"\s*/\s*")
    if not 2 <= len(sides) <= 4:
        return []
    if any(is_acronym_of(one, other) for one in sides for other in sides):
        return sides
    words = all(len(side) >= 4 and not looks_like_acronym(side) for side in sides)
    if not words or len({len(side.split()) for side in sides}) > 1:
        return []
    spoken_of = sum(mentions(definition, side, alone=True) for side in sides)
    capitals = all(side[0].isupper() for side in sides)
    return sides if spoken_of == 1 or (capitals and spoken_of == 0) else []


def _by_comma(part: str, definition: str, language: str) -> list[str]:
    """``X, Y`` when one is the acronym of the other, or Y is what X begins with."""
    sides = split_outside(part, r"\s*,\s+")
    if len(sides) != 2:
        return []
    one, other = sides
    bracketed = one.endswith((")", "）")) and not BRACKET.search(other)
    if is_acronym_of(one, other) or is_acronym_of(other, one):
        return sides
    if other.lower() in articles(language) or is_grammar(other):
        return [one]
    turned = f"{other} {one}"
    if mentions(definition, turned):
        return [part, turned if language == "de" else turned.lower()]
    if language == "de" and re.fullmatch(r"[A-Za-zäöüß-]{3,}(?:er|es|e)", other):
        return [part, turned]
    return sides if bracketed and _may_be_name(other, language) else []


def _by_acronym(part: str) -> list[str]:
    """``CRM Customer Relationship Management``, and what a colon divides so."""
    if BRACKET.search(part):
        return []
    sides = re.split(r"\s*[:：]\s*", part)
    if len(sides) == 2 and any(is_acronym_of(a, b) for a, b in (sides, reversed(sides))):
        return sides
    first, _, rest = part.partition(" ")
    head, _, last = part.rpartition(" ")
    for one, other in ((first, rest), (head, last)):
        if min(len(one), len(other)) > 2 and (
            is_acronym_of(one, other) or is_acronym_of(other, one)
        ):
            return [one, other]
    return []


def _with_brackets(piece: str, definition: str, language: str) -> list[str]:
    """The name of a piece, and the names that brackets at its end give."""
    ending = re.fullmatch(r"(.*[^\W\d_]{2})\(([^\W\d_]{1,4})\)", piece)
    if ending and ending[2].islower():
        return [ending[1], ending[1] + ending[2]]
    brackets = list(BRACKET.finditer(piece))
    if not brackets or brackets[0].start() == 0:
        return [piece]
    name, rest = piece[: brackets[0].start()].strip(), piece[brackets[0].end() :].strip()
    names: list[str] = []
    if len(brackets) == 1 and rest:
        inner = brackets[0][1].strip()
        if is_acronym_of(inner, name) and rest[0].isalnum():
            return [f"{name} {rest}", f"{inner} {rest}"]
        return [piece]
    if BRACKET.sub("", piece[brackets[0].start() :]).strip():
        return [piece]
    for bracket in brackets:
        given = names_in(
            name, bracket[1], language, lambda text: _pieces(text, definition, language)
        )
        if given is None:
            name += bracket[0]
        else:
            names += given
    return [name, *names]


def _others(names: list[str]) -> tuple[str, ...]:
    by_case = {name.casefold(): name for name in reversed(names)}
    return tuple(
        name
        for name in dict.fromkeys(by_case[n.casefold()] for n in names[1:])
        if name.casefold() != names[0].casefold()
    )
