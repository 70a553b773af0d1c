"""Other names of a term that only its definition gives: "also called X", "X (Y) is", "kurz Z".

Only what is said of the entry's own name, near the beginning, and only where the wording leaves no
doubt: a wrong name does more harm than a missing one.
"""

import re
from collections.abc import Iterator, Sequence

from ontology.read.naming.abbreviated import short_for, spelt_out
from ontology.read.naming.acronym import either_short, is_acronym_of, looks_like_acronym
from ontology.read.naming.bare_name import without_article
from ontology.read.naming.brackets import narrows
from ontology.read.naming.language import language_of
from ontology.read.naming.see import pointed_to
from ontology.read.naming.small_words import any_of, phrases
from ontology.read.naming.wording import (
    MARKS,
    QUOTED,
    after_space,
    called_at_end,
    called_at_start,
    in_a_language,
    joined_to_name,
    language_after,
    mentions,
    name_at,
    no_name_begins_with,
    without_lead,
)

_LOOKED_AT = 3000
"""Characters of a definition."""
_OPENING = 80
"""Characters of a sentence in which its subject stands."""
_BRACKET = re.compile(r"\s*[(（]([^()（）\n]{1,160})[)）]")
_ENDS = re.compile(
    r"(?:(?<=[^\W_]{2}[.!?])|(?<=[^\W_][.!?][»”)\"]))\s+(?=\W{0,2}[^\W_a-zß-ÿ])|(?<=[。！？])|\n"
)


def given_names(
    name: str, definition: str, language: str = "", others: Sequence[str] = ()
) -> tuple[str, ...]:
    """The other names of ``name`` in ``definition``, in their order, without those in ``others``.

    ``others`` are the names that the heading printed; ``language`` is a BCP 47 tag.
    """
    definition = definition[:_LOOKED_AT]
    language = language or language_of(f"{name}. {definition}")
    known = [name, *others]
    if not name or any(len(one) > 200 for one in known):
        return ()
    for number, sentence in enumerate(_sentences(known, definition)):
        for ways in (spelt_out, short_for, _beside, _called, _eastern):
            for found in ways(known, sentence, language, number):
                tidy = _tidy(found, language)
                if tidy and tidy.casefold() not in {one.casefold() for one in known}:
                    known.append(tidy)
    return tuple(sorted(known[1 + len(others) :], key=definition.find))


def _tidy(found: str, language: str) -> str:
    """A name without marks and article; ``""`` when it is none after all."""
    text = language_after(language).sub("", " ".join(found.strip(MARKS + ",;:").split()))
    text = without_article(text, language)
    no_name = len(text.split()) > 8 or re.search(r"[.!?;:]\s|[.!?]$|[()\[\]]", text)
    return "" if no_name or not any(char.isalpha() for char in text) else text.strip(MARKS)


def _sentences(known: Sequence[str], definition: str) -> list[str]:
    """The first two sentences; where they leave the name out, the first one with it too."""
    parts: list[str] = []
    for part in _ENDS.split(definition):
        if parts and parts[-1].count("(") > parts[-1].count(")"):
            parts[-1] += f" {part.strip()}"
        elif part.strip():
            parts.append(part.strip())
    first = parts[:2]
    if any(mentions(part, name) for part in first for name in known):
        return first
    later = (part for part in parts[2:] if any(mentions(part[:100], name) for name in known))
    return [*first, *[part for _, part in zip(range(1), later, strict=False)]]


# --- beside the name -------------------------------------------------------------------------


def _beside(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """Names that follow one of the entry's own at the beginning: ``X (Y)``, ``X or Y is``."""
    for name in known:
        edge = r"(?<!\w)" + re.escape(name) + (r"(?!\w)" if name[-1].isascii() else "")
        flags = re.NOFLAG if looks_like_acronym(name) else re.IGNORECASE
        place = re.search(edge, sentence[: _OPENING + len(name)], flags)
        if place and len(sentence[: place.start()].split()) <= 5:
            yield from _following(known, sentence, place.end(), language)


def _following(known: Sequence[str], sentence: str, at: int, language: str) -> Iterator[str]:
    """Names joined one after the other to what ends at ``at``."""
    for _ in range(6):
        while at < len(sentence) and sentence[at] in "\"”“»«'’‘」』*_":
            at += 1
        if bracket := _BRACKET.match(sentence, at):
            yield from _in_brackets(known, bracket[1], language)
            at = bracket.end()
        elif joined := joined_to_name(language).match(sentence, at):
            found, at = name_at(sentence, joined.end(), language)
            if not found or not _is_sure(known, found, joined, sentence[at:], language):
                return
            yield found
        else:
            return


def _in_brackets(known: Sequence[str], inner: str, language: str) -> Iterator[str]:
    """The names in brackets right after the entry's own."""
    inner = inner.strip()
    rest = without_lead(inner, language)
    led = rest != inner
    if pointed_to(inner) or (not led and narrows(inner, language)):
        return
    quoted = QUOTED.fullmatch(rest.strip())
    rest = (quoted[1] if quoted else rest).strip(MARKS)
    if any(is_acronym_of(name, rest) for name in known) or _is_other_side(known[0], rest, language):
        yield rest
        return
    either = any_of(phrases("either", language))
    pieces = re.split(rf"\s*[;/,]\s*(?:{either}\s+)?|\s+{either}\s+|\s+[–—-]\s+", rest)
    pieces = [language_after(language).sub("", piece).strip(MARKS) for piece in pieces if piece]
    pieces = [without_lead(piece, language) for piece in pieces]
    every = [*known, *pieces]
    paired = (either_short(one, piece) for one in every for piece in pieces if one != piece)
    if led or quoted or any(paired):
        yield from pieces


def _is_other_side(name: str, inner: str, language: str) -> bool:
    """Whether one is an acronym and the other words, though of different languages."""
    words = inner.split()
    if looks_like_acronym(name):
        return 2 <= len(words) <= 6 and "," not in inner and not _is_small(words[0], language)
    short = looks_like_acronym(inner) and inner.isalpha() and len(inner) > 2
    return short and (" " in name or not name.isascii())


def _is_sure(
    known: Sequence[str], found: str, joined: re.Match[str], after: str, language: str
) -> bool:
    """Whether what follows "or", "also called" is a name and ends where it was taken to end."""
    first, *more = found.split()
    if looks_like_acronym(found) or joined.string[joined.end() : joined.end() + 1] in '«“„"':
        return True
    if _is_small(first, language) or len(found.split()) > 6 + 2 * ("," in joined[0]):
        return False
    ends = bool(after_space("is_a", language).match(f" {after.lstrip(MARKS)}"))
    closed = ends or after[:1] == "," or bool(after_space("called_after", language).match(after))
    if joined["called"]:
        return closed or " " in joined["called"]
    if joined[0].lstrip().startswith(","):
        return closed
    inside = phrases("inside", language)
    told = any(_is_small(word, language) and word.lower() not in inside for word in more)
    return ends and not joined["article"] and not told and len(more) < 4


def _is_small(word: str, language: str) -> bool:
    return word.casefold() in no_name_begins_with(language)


# --- said in a sentence of its own -----------------------------------------------------------


def _called(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """``Also called X``, ``It is also known as X`` at the beginning; ``…, auch X genannt.``"""
    start = called_at_start(language).match(sentence)
    if start and all(_is_small(word, language) for word in start["before"].split()):
        yield from _listed(sentence, start.end(), language)
    if number == 0 and (told := in_a_language(language).search(sentence)):
        yield told["name"]
    closing = called_at_end(language).search(sentence[-120:]) if number == 0 else None
    # "A list of guests, also called diners": many are not the one that the entry is about.
    many = closing and closing["names"].endswith("s") and not known[0].endswith("s")
    if closing and not many and len(closing["names"].split()) <= 6:
        yield from _listed(closing["names"], 0, language)


def _listed(text: str, at: int, language: str) -> Iterator[str]:
    """One name or more that ``or`` joins: ``X or, in the kitchen, Y``."""
    either = any_of(phrases("either", language))
    for _ in range(4):
        found, at = name_at(text, at, language)
        found = re.sub(rf"\s+{either}$", "", found)
        names = re.split(rf"\s+{either}\s+", found)
        if any(len(name.split()) > 5 or _is_small(name.split(" ")[0], language) for name in names):
            return
        yield from names
        more = re.compile(rf"\s*,?\s+{either}\s+").match(text, at)
        aside = re.compile(r",\s+([^,.;]{2,30}),\s+").match(text, at)
        if aside and narrows(aside[1], language):
            at = aside.end()
        elif more:
            at = more.end()
        else:
            return


def _eastern(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """Names in languages that write no space between words, or put what is said after them."""
    if number > 0 or not phrases("long_after", language):
        return
    stop = r"、。，,；;：:（）()「」『』\s是"
    said = (*phrases("called", language), *phrases("short", language))
    before = any_of(phrase for phrase in said if phrase[0] > "\u3000")
    for found in re.finditer(
        rf"(?:^|[、，,（(\s]){before}[「『“\"]?([^{stop}”\"]{{1,20}})", sentence[:200]
    ):
        head = sentence[: found.start()].strip(MARKS + "（(")
        if not head or head in known:
            yield found[1]
    after = any_of(p for p in phrases("called_after", language) if p[0] > "\u1100")
    for found in re.finditer(rf"([^{stop}]{{1,20}}?)[」』]?{after}", sentence[:200]):
        yield re.sub(r"^.*[はがをも은는](?=.)", "", found[1])
    told = any_of(phrases("long_after", language))
    for found in re.finditer(rf"([A-Za-z][A-Za-z &'-]{{3,80}}?)\s?{told}", sentence[:300]):
        if any(is_acronym_of(name, found[1]) for name in known):
            yield found[1]
