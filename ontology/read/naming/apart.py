"""Whether an entry defines several things, or one thing that has several names."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ontology.read.naming.acronym import (
    expansion_in,
    in_capitals,
    is_acronym_of,
    looks_like_acronym,
)
from ontology.read.naming.brackets import BRACKET
from ontology.read.naming.heading_parts import Joint, divisions, in_full
from ontology.read.naming.small_words import any_of, phrases
from ontology.read.naming.wording import mentions, place_of, said_with

_SUBJECT = 45
"""Characters from the beginning of a sentence in which its subject is looked for."""
_VERB = 25
"""Characters after the subject in which its verb is looked for."""
_START, _END = slice(4), slice(-4, None)
"""Letters that the names of a pair share: Up-selling, Cross-selling."""


class Part(NamedTuple):
    """What may be a thing of its own."""

    name: str
    ways: frozenset[str]
    """How the definition may speak of it: by its name, acronym, bracket or own word."""


def things(heading: str, definition: str, language: str) -> list[str]:
    """The parts of a heading that the definition tells apart; the heading when it is one thing."""
    for joint, printed in divisions(heading, definition, language):
        parts = _parts(printed)
        names = {part.name for part in parts}
        if len(names) < len(parts) or _are_one(names, definition, language):
            continue
        if _apart(heading, parts, joint, definition, language):
            return in_full(printed, definition)
    return [heading]


def _parts(printed: Sequence[str]) -> list[Part]:
    names = [BRACKET.sub("", part).strip(" -") or part for part in printed]
    parts = []
    for name, part in zip(names, printed, strict=True):
        ways = {name, *(found[1].strip() for found in BRACKET.finditer(part))}
        if looks_like_acronym(_last(name)):
            ways.add(_last(name))
        words = name.split()
        if len(words) > 1 and all(" " not in other for other in names if other != name):
            ways.add(words[-1] if name == names[0] else words[0])
        parts.append(Part(name, frozenset(ways - {""})))
    return parts


def _are_one(names: Collection[str], definition: str, language: str) -> bool:
    """Whether one name is the acronym of another, or the definition calls one so."""
    if any(is_acronym_of(one, other) for one in names for other in names):
        return True
    called = any_of((*phrases("called", language), *phrases("short", language)))
    either = any_of(names)
    return bool(re.search(rf"(?<!\w){called}\s+\W?{either}(?!\w)", definition, re.IGNORECASE))


def _apart(
    heading: str, parts: Sequence[Part], joint: Joint, definition: str, language: str
) -> bool:
    """Whether the definition has a clause of its own for each part, and is not about all."""
    acronyms = [_last(part.name) for part in parts]
    short = all(map(looks_like_acronym, acronyms))
    each = bool(said_with("each", language).search(definition))
    if short and (each or len(parts) > 2) and all(mentions(definition, one) for one in acronyms):
        return True
    clauses = _clauses(definition, language)
    own = _own(parts, clauses, language)
    if not all(own):
        finer = [part for clause in clauses for part in re.split(r",\s+", clause)]
        own = _own(parts, finer, language)
        return all(own) and joint is not Joint.OR and _defines(parts, own, language)
    if each or said_with("apart", language).search(definition):
        return True
    if mentions(clauses[0][: len(heading) + _SUBJECT], heading):
        return False
    if joint is Joint.SIGN and not short:
        alike = _share_letters(parts)
        return _defines(parts, own, language, with_article=not alike)
    return joint is not Joint.OR or short


def _last(name: str) -> str:
    return re.sub(r"(?<=[A-Z]{2})s$", "", name.rpartition(" ")[2])


def _share_letters(parts: Sequence[Part]) -> bool:
    """Whether the names begin or end alike, as those of two kinds of a thing do."""
    names = [part.name.casefold() for part in parts]
    return any(len({name[cut] for name in names}) == 1 for cut in (_START, _END))


def _clauses(definition: str, language: str) -> list[str]:
    """Sentences, and clauses where one thing is set against another."""
    against = any_of(phrases("apart", language))
    ends = rf"(?<=[.!?;。；])\s*|\n|(?:,\s*|\s)(?={against}\s)"
    parts = re.split(ends, definition, flags=re.IGNORECASE)
    return [part.strip() for part in parts if part.strip()] or [""]


def _own(parts: Sequence[Part], clauses: Sequence[str], language: str) -> list[list[str]]:
    """For each part the clauses that are about it and about no other."""
    own: list[list[str]] = [[] for _ in parts]
    for clause in clauses:
        places = sorted(
            (at, number)
            for number, part in enumerate(parts)
            if (at := _subject(part, clause)) is not None
        )
        if not places:
            continue
        (start, first), *others = places
        between = clause[start : others[0][0]] if others else ""
        if not others or said_with("is_a", language).search(between):
            own[first].append(clause)
    return own


def _subject(part: Part, clause: str) -> int | None:
    """Where in the beginning of a clause a part is named or spelt out."""
    zone = clause[: _SUBJECT + max(map(len, part.ways))]
    found = [at for way in part.ways if (at := place_of(zone, way)) is not None]
    if found:
        return min(found)
    shorts = [way for way in part.ways if looks_like_acronym(way)]
    for word in re.finditer(r"\w+", clause[: 2 * _SUBJECT]):
        run = re.findall(r"\w+", clause[word.start() : word.start() + 3 * _SUBJECT])
        if any(in_capitals(run[: expansion_in(short, run)]) for short in shorts):
            return word.start()
    return None


def _defines(
    parts: Sequence[Part],
    own: Sequence[Sequence[str]],
    language: str,
    with_article: bool = False,
) -> bool:
    """Whether each part has a clause in which a verb of defining follows soon after it."""
    verb = any_of(phrases("is_a", language))
    article = rf"\s+{any_of(phrases('articles', language))}" if with_article else ""
    said = re.compile(rf"(?<!\w){verb}{article}(?!\w)", re.IGNORECASE)
    return all(
        any(said.search(_after(part, clause)) for clause in clauses)
        for part, clauses in zip(parts, own, strict=True)
    )


def _after(part: Part, clause: str) -> str:
    at = _subject(part, clause) or 0
    return clause[at : at + max(map(len, part.ways)) + _VERB]
