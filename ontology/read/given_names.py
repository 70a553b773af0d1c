"""Other names of a term that only its definition gives: "also called X", "X (Y) is", "kurz Z".

Only what is said of the entry's own name, near the beginning, and only where the wording leaves no
doubt: a wrong name does more harm than a missing one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ontology.read.acronym import expansion_in, is_acronym_of, looks_like_acronym
from ontology.read.language import language_of
from ontology.read.small_words import phrases

_OPEN, _CLOSE = "\"“„«»'‘‚「『*_", "\"”“»«'’‘」』*_"
_QUOTED = re.compile(r"[\"“„«»‘‚「『]([^\"“”„«»‘’」』\n]{1,90})[\"”“»«’‘」』]")
_WORDS_BEFORE = 5
"""How many words may stand before the name: ``La función del``."""


def given_names(name: str, definition: str, language: str = "") -> tuple[str, ...]:
    """The other names of ``name`` in ``definition``, in their order."""
    language = language or language_of(f"{name}. {definition[:2000]}")
    sentences = _sentences(name, definition[:3000], language)
    found: list[str] = []
    for number, sentence in enumerate(sentences):
        own = [name, *found]
        found += _beside(own, sentence, language)
        found += _spelt_out([name, *found], sentence, language)
        found += _called([name, *found], sentence, language, first=number == 0)
        found += _abbreviated([name, *found], sentence, language)
    return _distinct(name, found)


def _sentences(name: str, definition: str, language: str) -> list[str]:
    """The first two sentences; where they are about another, the first about this name too."""
    parts = [
        part.strip()
        for part in re.split(
            r"(?<=[^\W\d_]{2}[.!?»”)])\s+(?=\W{0,2}[^\W_a-zß-ÿ])|(?<=[。！？])|\n", definition
        )
        if part.strip()
    ]
    later = [part for part in parts[2:] if _places(name, part[:60])]
    return [*parts[:2], *later[:1]]


def _places(name: str, text: str) -> list[re.Match[str]]:
    flags = re.NOFLAG if looks_like_acronym(name) else re.IGNORECASE
    edge = r"(?<!\w)" if name[:1].isascii() or name[:1].isalpha() else ""
    after = r"(?![^\W_])" if name[-1:].isascii() else ""
    if re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", name):
        edge = after = ""
    return list(re.finditer(edge + re.escape(name) + after, text, flags))


def _beside(own: Sequence[str], sentence: str, language: str) -> Iterator[str]:
    """Names that follow the entry's own at the beginning: ``X (Y)``, ``X or Y is``."""
    known = list(own)
    known += [short for short in _acronyms(sentence[:80]) if _stands_for(short, own[0])]
    yield from known[len(own) :]
    for name in known:
        for place in list(_places(name, sentence[: 100 + len(name)]))[:1]:
            if len(sentence[: place.start()].split()) <= _WORDS_BEFORE:
                yield from _following(known, sentence, place.end(), language)


def _acronyms(text: str) -> list[str]:
    return [word for word in re.findall(r"\w[\w&-]*\w", text) if looks_like_acronym(word)]


def _stands_for(short: str, long: str) -> bool:
    return is_acronym_of(short, long)


def _following(known: Sequence[str], sentence: str, at: int, language: str) -> Iterator[str]:
    """Names joined one after the other to what ends at ``at``."""
    join, verbs = _join(language), _verbs(language)
    while True:
        while at < len(sentence) and sentence[at] in _CLOSE:
            at += 1
        if bracket := re.compile(r"\s*[(（]([^()（）\n]{1,160})[)）]").match(sentence, at):
            yield from _in_brackets(known, bracket[1], language)
            at = bracket.end()
            continue
        joined = join.match(sentence, at)
        if joined is None:
            return
        found, end = _name_at(sentence, joined.end(), verbs)
        if not found:
            return
        if not _sure(found, sentence, joined, end, language):
            return
        yield found
        known = [*known, found]
        at = end


def _sure(found: str, sentence: str, joined: re.Match[str], end: int, language: str) -> bool:
    if looks_like_acronym(found) or sentence[joined.end() : joined.end() + 1] in _OPEN:
        return True
    after = sentence[end : end + 30].lstrip(_CLOSE + " ")
    closed = bool(_verbs(language).match(" " + after)) or (
        "," in joined.group() and after[:1] == ","
    )
    words = found.lower().split()
    return closed and len(words) <= (8 if "," in joined.group() else 4)


def _in_brackets(known: Sequence[str], inner: str, language: str) -> Iterator[str]:
    """The names in brackets right after the entry's own."""
    lead = _lead(language).match(inner)
    rest = inner[lead.end() :] if lead else inner
    if quoted := _QUOTED.match(rest.strip()):
        pieces = [quoted[1]]
        lead = lead or True  # type: ignore[assignment]
    else:
        pieces = re.split(
            rf"\s*[;/]\s*|\s*,\s*(?={_either(language)}\s)|,?\s+{_either(language)}\s+|\s+[–—-]\s+",
            rest,
        )
        if not any(_acronym_pair(a, rest) for a in known):
            pieces = [part for piece in pieces for part in re.split(r"\s*,\s*", piece)]
        else:
            pieces = [rest] if any(_acronym_pair(a, rest) for a in known) else pieces
    pieces = [_tongue(language).sub("", piece).strip() for piece in pieces if piece]
    pieces = [re.sub(rf"^[{_OPEN}]+|[{_CLOSE}]+$", "", piece) for piece in pieces]
    every = [*known, *pieces]
    if lead or any(_acronym_pair(a, b) for a in every for b in pieces if a != b):
        yield from pieces


def _acronym_pair(one: str, other: str) -> bool:
    return is_acronym_of(one, other, strict=False) or is_acronym_of(other, one, strict=False)


def _name_at(sentence: str, at: int, verbs: re.Pattern[str]) -> tuple[str, int]:
    """The name that begins at ``at``, and where it ends; ``""`` when none does."""
    if quoted := _QUOTED.match(sentence, at):
        return quoted[1].strip(), quoted.end()
    plain = re.compile(r"[^,;:()«»\"“”.!?—–\n（）。、，]{1,120}").match(sentence, at)
    if plain is None:
        return "", at
    text = plain[0]
    first = text.split(" ", 1)[0]
    if looks_like_acronym(first):
        return first, at + len(first)
    verb = verbs.search(text)
    text = text[: verb.start()] if verb else text
    return text.strip(), at + len(text.rstrip())


def _spelt_out(own: Sequence[str], sentence: str, language: str) -> Iterator[str]:
    """What the acronym that the entry is called stands for."""
    short = own[0]
    if not looks_like_acronym(short):
        return
    for quoted in _QUOTED.finditer(sentence):
        if is_acronym_of(short, quoted[1]):
            yield quoted[1].strip()
    for bracket in re.finditer(r"[(（]([^()（）\n]{3,90})[)）]", sentence):
        if is_acronym_of(short, bracket[1]):
            yield bracket[1].strip(_OPEN + _CLOSE)
    words = list(re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", sentence))[:80]
    told = _long(language).search(sentence)
    for at, word in enumerate(words):
        after_told = told is not None and 0 <= word.start() - told.end() <= 6
        if not after_told and not (word[0][0].isupper() and len(short) >= 3):
            continue
        run = [found[0] for found in words[at : at + 14]]
        if count := expansion_in(short, run):
            text = sentence[word.start() : words[at + count - 1].end()]
            capitals = all(w[0].isupper() for w in run[:count] if len(w) > 3)
            if (capitals or after_told) and not re.search(r"[.;:!?()«»\"]", text):
                yield text


def _called(own: Sequence[str], sentence: str, language: str, first: bool) -> Iterator[str]:
    """``Also called X``, ``It is also known as X``, ``auch X genannt`` at the beginning."""
    if found := _opening_called(language).match(sentence):
        at = found.end()
        while True:
            name, end = _name_at(sentence, at, _verbs(language))
            if not name or len(name.split()) > 6:
                return
            yield name
            more = re.compile(rf"\s*,?\s+{_either(language)}\s+").match(sentence, end)
            if more is None:
                return
            at = more.end()


def _abbreviated(own: Sequence[str], sentence: str, language: str) -> Iterator[str]:
    """``whose acronym is X``, where X is made of the letters of the name."""
    for place in _short(language).finditer(sentence):
        found, _ = _name_at(sentence, place.end(), _verbs(language))
        found = found.split(" ")[0] if found else ""
        if looks_like_acronym(found) and any(_acronym_pair(found, name) for name in own):
            yield found


def _distinct(name: str, found: Sequence[str]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for text in found:
        tidy = " ".join(text.strip(" ,;:" + _OPEN + _CLOSE).split())
        if tidy and len(tidy.split()) <= 8 and not re.search(r"[.!?;:]\s|[.!?]$|[()\n]", tidy):
            names.setdefault(tidy.casefold(), tidy)
    names.pop(name.casefold(), None)
    return tuple(names.values())


def _any(*texts: str) -> str:
    return (
        "(?:"
        + "|".join(re.escape(text) for text in sorted(texts, key=lambda t: (-len(t), t)))
        + ")"
    )


@lru_cache
def _either(language: str) -> str:
    return _any(*phrases("either", language))


@lru_cache
def _join(language: str) -> re.Pattern[str]:
    called = _any(*phrases("called", language), *phrases("short", language))
    articles = _any(*phrases("articles", language))
    return re.compile(
        rf"\s*(?:,\s*(?:{_either(language)}|{called})|\s{_either(language)}|\s{called})\s*:?\s+(?:{articles}\s+)?",
        re.IGNORECASE,
    )


@lru_cache
def _verbs(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{_any(*phrases('is_a', language))}(?!\w)", re.IGNORECASE)


@lru_cache
def _lead(language: str) -> re.Pattern[str]:
    words = [
        p
        for field in ("either", "called", "short", "long", "tongue")
        for p in phrases(field, language)
    ]
    return re.compile(rf"(?:{_any(*words)}\s*[:,]?\s+)+", re.IGNORECASE)


@lru_cache
def _tongue(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+{_any(*phrases('tongue', language))}$", re.IGNORECASE)


@lru_cache
def _long(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(*phrases('long', language))}(?!\w)", re.IGNORECASE)


@lru_cache
def _short(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(*phrases('short', language))}\s*:?\s+", re.IGNORECASE)


@lru_cache
def _opening_called(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:[^\W\d_]{{1,6}}\s+){{0,2}}?{_any(*phrases('called', language))}\s*:?\s+",
        re.IGNORECASE,
    )
