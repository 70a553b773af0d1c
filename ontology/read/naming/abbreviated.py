"""What an acronym stands for by its definition, and by which acronym a name goes."""

import re
from collections.abc import Iterator, Sequence

from ontology.read.naming.acronym import (
    either_short,
    expansion_in,
    in_capitals,
    is_acronym_of,
    looks_like_acronym,
)
from ontology.read.naming.wording import MARKS, QUOTED, name_at, said_with

_OPENING = 80
"""Characters of a sentence in which its subject stands."""
_WORD = re.compile(r"[^\W_\u3000-\u9fff\uac00-\ud7af]+(?:['’&-][^\W_\u3000-\u9fff]+)*")
_HEAD = re.compile(r"([^.,;:()—–。、，（）]{4,80}?)(?:\s*[.,;:(—–]|\s-\s|$)")
_AFTER = re.compile(r"\s*:?\s*[«“\"„]?([\w&-]+)")


def spelt_out(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """What the acronym that the entry is called stands for."""
    short = known[0]
    if not looks_like_acronym(short):
        return
    enclosed = [*QUOTED.findall(sentence), *re.findall(r"[(（]([^()（）\n]{3,90})[)）]", sentence)]
    yield from (text for text in enclosed if is_acronym_of(short, text.strip(MARKS)))
    told = said_with("long", language).search(sentence)
    if told and number == 0 and not sentence[: told.start()].strip(MARKS):
        start = len(sentence) - len(sentence[told.end() :].lstrip())
        yield name_at(sentence, start, language)[0]
    head = _HEAD.match(sentence) if number == 0 else None
    if head and is_acronym_of(short, head[1], strict=len(head[1].split()) > 3):
        yield head[1]
    yield from _before_bracket(short, sentence)
    yield from _runs(short, sentence, told.end() if told else -1)


def _before_bracket(short: str, sentence: str) -> Iterator[str]:
    """``average revenue per user`` of ``The average revenue per user (ARPU)``."""
    bracket = re.search(rf"\s?[(（]\W?{re.escape(short)}\W?[)）]", sentence[:600])
    if bracket is None:
        return
    tokens = list(_WORD.finditer(sentence[: bracket.start()]))[-14:]
    for token in reversed(tokens):
        text = sentence[token.start() : bracket.start()].strip(MARKS)
        if is_acronym_of(short, text):
            yield text
            return


def _runs(short: str, sentence: str, told: int) -> Iterator[str]:
    """Words in a row that spell ``short`` out: with capitals, or right after ``told``."""
    tokens = list(_WORD.finditer(sentence[:600]))
    for at, token in enumerate(tokens):
        run = [word[0] for word in tokens[at : at + 14]]
        count = expansion_in(short, run)
        if not count:
            continue
        text = sentence[token.start() : tokens[at + count - 1].end()]
        after = told >= 0 and 0 <= token.start() - told <= 12
        written = token[0][0].isupper() and (len(short) > 2 or at < 2)
        large = written and in_capitals(run[:count])
        if (after or large) and not re.search(r"[.;:!?()«»\"]", text):
            yield text


def short_for(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """The acronym of the name: as subject of a sentence, or after "abbreviated"."""
    for token in _WORD.finditer(sentence[:400]):
        opening = token.start() < _OPENING and number == 0
        fits = looks_like_acronym(token[0]) and (opening or len(token[0]) > 2)
        if fits and any(is_acronym_of(token[0], name) for name in known):
            yield token[0]
    for place in said_with("short", language).finditer(sentence[:400]):
        after = _AFTER.match(sentence, place.end())
        if after and any(either_short(after[1], name) for name in known):
            yield after[1]
