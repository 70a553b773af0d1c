"""What brackets after a name hold: another name, where to look, or what narrows the name."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from ontology.model import primary_tag
from ontology.read.naming.acronym import is_acronym_of, looks_like_acronym
from ontology.read.naming.see import pointed_to
from ontology.read.naming.small_words import articles, phrases, words
from ontology.read.naming.wording import language_after, plural_of, pronounced, without_lead

BRACKET = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]")
_LONGEST_HEADING = 300
_LONGEST_NAME = 8
"""Words; more of them explain."""

_FOREIGN = re.compile(r"w|k|sh|ee|oo|oa|ing\b|ght")
_FOREIGN_END = re.compile(r"[bcfgjmptv]\b|nn|th|ck")
"""Letters that few words of the Romance languages have; the latter but in French."""

Divide = Callable[[str], list[str]]
"""What parts names that stand side by side."""


def split_outside(text: str, pattern: str) -> list[str]:
    """``text`` divided by a pattern, but not within brackets; no part is empty."""
    inside = [found.span() for found in BRACKET.finditer(text)]
    parts, start = [], 0
    for found in _compiled(pattern).finditer(text):
        if any(begin <= found.start() < end for begin, end in inside):
            continue
        parts.append(text[start : found.start()].strip())
        start = found.end()
    return [part for part in (*parts, text[start:].strip()) if part]


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    # The cache of ``re`` is too small for the patterns of several languages.
    return re.compile(pattern, re.IGNORECASE)


def alike_but_for_brackets(headings: Iterable[str]) -> frozenset[str]:
    """Those of a document's headings that only their brackets tell apart: these narrow."""
    by_name: dict[str, set[str]] = {}
    for heading in headings:
        bare = " ".join(BRACKET.sub(" ", heading[:_LONGEST_HEADING]).split()).casefold()
        by_name.setdefault(bare, set()).add(heading)
    return frozenset(one for same in by_name.values() if len(same) > 1 for one in same)


def without_marks(heading: str) -> tuple[str, tuple[str, ...]]:
    """A heading without brackets that are no names, and the names of entries they point to."""
    see: list[str] = []

    def kept(found: re.Match[str]) -> str:
        inner = found[1].strip()
        if names := pointed_to(inner):
            see.extend(names)
            return ""
        attached = found[0][0] in "([" and inner.isalpha()
        number = not re.search(r"[^\W\d_]|\d\D+\d", inner)
        no_name = (
            found.start() and not attached and (number or is_grammar(inner) or _is_said(inner))
        )
        return "" if no_name else found[0]

    left = BRACKET.sub(kept, heading).strip()
    return left or heading, tuple(dict.fromkeys(see))


def is_grammar(inner: str) -> bool:
    """Whether it is made of a dictionary's marks: ``n.``, ``s. f. pl.``, ``die``."""
    if inner.isupper() and len(inner) > 1 and "." not in inner:
        return False
    marks = [mark for mark in re.split(r"[\s.,;/]+", inner.casefold()) if mark]
    known = _grammar()
    return bool(marks) and (inner.casefold() in known or all(mark in known for mark in marks))


def _is_said(inner: str) -> bool:
    """Whether it tells how the name is pronounced."""
    return bool(pronounced().match(inner))


def names_in(name: str, inner: str, language: str, divide: Divide) -> list[str] | None:
    """The names in brackets after ``name``; none when they explain, ``None`` when they narrow."""
    inner = inner.strip()
    plural = plural_of(language).match(inner)
    if plural and not plural[0].strip().isupper():
        return divide(inner[plural.end() :])
    bare = without_lead(inner, language)
    led, inner = bare != inner, language_after(language).sub("", bare)
    if is_acronym_of(name, inner, strict=False) or is_acronym_of(inner, name, strict=False):
        return [inner]
    narrowing = narrows(inner, language) or _is_adjective(name, inner, language)
    if narrowing and not led and name.casefold() not in phrases("subjects", ""):
        return None
    return _pieces(name, inner, led, language, divide)


def _pieces(name: str, inner: str, led: bool, language: str, divide: Divide) -> list[str]:
    """The names that stand side by side in brackets; none when one of them is no name."""
    if "/" in name and "/" in inner and ";" not in inner:
        return [inner]
    pieces = [
        without_lead(found, language)
        for part in split_outside(inner, r"\s*;\s*")
        for piece in divide(_without_aside(part, language))
        for found in split_outside(piece, r"\s*[,，、]\s*")
    ]
    no_names = {"", *phrases("short", language)}
    pieces = [piece for piece in pieces if piece.casefold() not in no_names]
    if _is_list(pieces) and not led and ";" not in inner:
        first = "".join(piece[0] for piece in pieces)
        return [inner] if first.casefold() == name.casefold() else []
    if any(not _reads_as_name(piece, language) for piece in pieces):
        return []
    return [_with_first_words(name, pieces[0], piece) for piece in pieces]


def _is_list(pieces: Sequence[str]) -> bool:
    """Whether there are too many to be names of one thing: ``product, price, place``."""
    return len(pieces) > 2 and not any(map(looks_like_acronym, pieces))


def _with_first_words(short: str, first: str, piece: str) -> str:
    """``Unique Selling Point`` of ``USP (Unique Selling Proposition / Point)``."""
    count = len(piece.split())
    whole = " ".join([*first.split()[:-count], *piece.split()])
    return whole if is_acronym_of(short, whole) and not is_acronym_of(short, piece) else piece


def _without_aside(part: str, language: str) -> str:
    """``table`` of ``in plain words, table``."""
    aside, comma, rest = part.partition(", ")
    return rest if comma and narrows(aside, language) else part


def narrows(inner: str, language: str) -> bool:
    """Whether it says where or of what the name is meant: ``in accounting``, ``marketing``."""
    words = inner.split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return False
    first = words[0].lower() if words else ""
    return first in phrases("inside", language) or inner.casefold() in phrases("subjects", "")


def _is_adjective(name: str, inner: str, language: str) -> bool:
    """Whether one word of the language itself narrows a name of it: ``Escompte (commercial)``.

    After a foreign name it is more likely a translation: ``Channel (canal)``.
    """
    if " " in inner or not inner.islower() or not name[:1].isupper():
        return False
    endings = words().get(primary_tag(language), {}).get("adjective", "")
    fits = bool(endings) and inner.endswith(tuple(endings.split("|")))
    low = name.casefold()
    foreign = _FOREIGN.search(low) or (primary_tag(language) != "fr" and _FOREIGN_END.search(low))
    return fits and not foreign


def _reads_as_name(text: str, language: str) -> bool:
    long = len(text.split())
    first = text.partition(" ")[0].lower()
    told = long > 3 and first in articles(language)
    return 0 < long <= _LONGEST_NAME and not told and not re.search(r"[.!?…]\s|…|\betc\b", text)


@lru_cache
def _grammar() -> frozenset[str]:
    marks = {mark for row in words().values() for mark in row.get("grammar", "").split("|")}
    parts = {part for mark in marks for part in mark.split()}
    every = {article for tag in words() for article in articles(tag)}
    return frozenset((marks | parts | every) - {""})
