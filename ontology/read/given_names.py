"""Other names of a term that only its definition gives: "also called X", "X (Y) is", "kurz Z".

Only what is said of the entry's own name, near the beginning, and only where the wording leaves no
doubt: a wrong name does more harm than a missing one.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ontology.read.acronym import expansion_in, is_acronym_of, looks_like_acronym
from ontology.read.apart import mentions
from ontology.read.bare_name import without_article
from ontology.read.brackets import narrows
from ontology.read.language import language_of
from ontology.read.see import pointed_to
from ontology.read.small_words import any_of, phrases, primary_tag, words

_LOOKED_AT = 3000
"""Characters of a definition."""
_OPENING = 80
"""Characters of a sentence in which its subject stands."""
_MARKS = "\"“”„«»'‘’‚「」『』*_ "
_QUOTED = re.compile(r"[\"“„«»‘‚「『]([^\"“”„«»‘’」』\n]{1,90})[\"”“»«’‘」』]")
_BRACKET = re.compile(r"\s*[(（]([^()（）\n]{1,160})[)）]")
_WORD = re.compile(r"[^\W_\u3000-\u9fff\uac00-\ud7af]+(?:['’&-][^\W_\u3000-\u9fff]+)*")
_ENDS = re.compile(
    r"(?:(?<=[^\W_]{2}[.!?])|(?<=[^\W_][.!?][»”)\"]))\s+(?=\W{0,2}[^\W_a-zß-ÿ])|(?<=[。！？])|\n"
)
_AFTER = re.compile(r"\s*:?\s*[«“\"„]?([\w&-]+)")
_PLAIN = re.compile(r"[^,;:()«»\"“”.!?—–\n（）。、，；：]{1,120}")


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
        for ways in (_spelt_out, _short_for, _beside, _called, _eastern):
            for found in ways(known, sentence, language, number):
                tidy = _tidy(found, language)
                if tidy and tidy.casefold() not in {one.casefold() for one in known}:
                    known.append(tidy)
    return tuple(sorted(known[1 + len(others) :], key=definition.find))


def _tidy(found: str, language: str) -> str:
    """A name without marks and article; ``""`` when it is none after all."""
    text = without_article(" ".join(found.strip(_MARKS + ",;:").split()), language)
    no_name = len(text.split()) > 8 or re.search(r"[.!?;:]\s|[.!?]$|[()\[\]]", text)
    return "" if no_name or not any(char.isalpha() for char in text) else text.strip(_MARKS)


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


# --- what an acronym stands for, and the other way round -------------------------------------


def _spelt_out(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """What the acronym that the entry is called stands for."""
    shorts = [name for name in known[:1] if looks_like_acronym(name)]
    for short in shorts:
        enclosed = [
            *_QUOTED.findall(sentence),
            *re.findall(r"[(（]([^()（）\n]{3,90})[)）]", sentence),
        ]
        yield from (text for text in enclosed if is_acronym_of(short, text.strip(_MARKS)))
        told = _word("long", language).search(sentence)
        if told and number == 0 and not sentence[: told.start()].strip(_MARKS):
            yield _name_at(
                sentence, len(sentence) - len(sentence[told.end() :].lstrip()), language
            )[0]
        tokens = list(_WORD.finditer(sentence[:600]))
        for at, token in enumerate(tokens):
            run = [word[0] for word in tokens[at : at + 14]]
            count = expansion_in(short, run)
            if not count:
                continue
            text = sentence[token.start() : tokens[at + count - 1].end()]
            after = told is not None and 0 <= token.start() - told.end() <= 12
            written = token[0][0].isupper() and (len(short) > 2 or at < 2)
            large = written and all(word[0].isupper() for word in run[:count] if len(word) > 3)
            if (after or large) and not re.search(r"[.;:!?()«»\"]", text):
                yield text


def _short_for(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """The acronym of the name: as subject of a sentence, or after "abbreviated"."""
    for token in _WORD.finditer(sentence[:400]):
        opening = token.start() < _OPENING and number == 0
        fits = looks_like_acronym(token[0]) and (opening or len(token[0]) > 2)
        if fits and any(is_acronym_of(token[0], name) for name in known):
            yield token[0]
    for place in _word("short", language).finditer(sentence[:400]):
        after = _AFTER.match(sentence, place.end())
        if after and any(_alike(after[1], name) for name in known):
            yield after[1]


def _alike(one: str, other: str) -> bool:
    """Whether one is the acronym of the other, with letters from within words too."""
    return is_acronym_of(one, other, strict=False) or is_acronym_of(other, one, strict=False)


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
        elif joined := _join(language).match(sentence, at):
            found, at = _name_at(sentence, joined.end(), language)
            if not found or not _is_sure(known, found, joined, sentence[at:], language):
                return
            yield found
        else:
            return


def _in_brackets(known: Sequence[str], inner: str, language: str) -> Iterator[str]:
    """The names in brackets right after the entry's own."""
    inner = inner.strip()
    lead = _lead(language).match(inner)
    if pointed_to(inner) or (not lead and narrows(inner, language)):
        return
    rest = inner[lead.end() :] if lead else inner
    quoted = _QUOTED.fullmatch(rest.strip())
    rest = (quoted[1] if quoted else rest).strip(_MARKS)
    if any(is_acronym_of(name, rest) for name in known):
        yield rest
        return
    either = any_of(phrases("either", language))
    pieces = re.split(rf"\s*[;/,]\s*(?:{either}\s+)?|\s+{either}\s+|\s+[–—-]\s+", rest)
    pieces = [_tongue(language).sub("", piece).strip(_MARKS) for piece in pieces if piece]
    every = [*known, *pieces]
    if (
        lead
        or quoted
        or any(_alike(one, piece) for one in every for piece in pieces if one != piece)
    ):
        yield from pieces


def _name_at(sentence: str, at: int, language: str) -> tuple[str, int]:
    """The name that begins at ``at``, and where it ends; ``""`` when none does."""
    if quoted := _QUOTED.match(sentence, at):
        return quoted[1].strip(), quoted.end()
    plain = _PLAIN.match(sentence, at)
    if plain is None:
        return "", at
    first = plain[0].partition(" ")[0]
    if looks_like_acronym(first):
        return first, at + len(first)
    ends = [
        found.start()
        for field in ("is_a", "called_after")
        if (found := _spaced(field, language).search(plain[0]))
    ]
    text = plain[0][: min(ends)] if ends else plain[0]
    return text.strip(), at + len(text.rstrip())


def _is_sure(
    known: Sequence[str], found: str, joined: re.Match[str], after: str, language: str
) -> bool:
    """Whether what follows "or", "also called" is a name and ends where it was taken to end."""
    first, *more = found.split()
    if looks_like_acronym(found) or joined.string[joined.end() : joined.end() + 1] in '«“„"':
        return True
    if _is_small(first, language) or len(found.split()) > 6 + 2 * ("," in joined[0]):
        return False
    ends = bool(_spaced("is_a", language).match(f" {after.lstrip(_MARKS)}"))
    closed = ends or after[:1] == "," or bool(_spaced("called_after", language).match(after))
    if joined["called"]:
        return closed or " " in joined["called"]
    if joined[0].lstrip().startswith(","):
        return closed
    return ends and not joined["article"] and len(more) < 4


def _is_small(word: str, language: str) -> bool:
    return word.casefold() in _small(language)


# --- said in a sentence of its own -----------------------------------------------------------


def _called(known: Sequence[str], sentence: str, language: str, number: int) -> Iterator[str]:
    """``Also called X``, ``It is also known as X`` at the beginning; ``…, auch X genannt.``"""
    start = _opening_called(language).match(sentence)
    if start and all(_is_small(word, language) for word in start["before"].split()):
        yield from _listed(sentence, start.end(), language)
    if number == 0 and (told := _in_tongue(language).search(sentence)):
        yield told["name"]
    closing = _closing_called(language).search(sentence[-120:]) if number == 0 else None
    # "A list of guests, also called diners": many are not the one that the entry is about.
    many = closing and closing["names"].endswith("s") and not known[0].endswith("s")
    if closing and not many and len(closing["names"].split()) <= 6:
        yield from _listed(closing["names"], 0, language)


def _listed(text: str, at: int, language: str) -> Iterator[str]:
    """One name or more that ``or`` joins: ``X or, in the kitchen, Y``."""
    either = any_of(phrases("either", language))
    for _ in range(4):
        found, at = _name_at(text, at, language)
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
    stop = r"、。，,；;：:（）()「」『』\s是"
    before = any_of(p for p in phrases("called", language) if p[0] > "\u3000")
    for found in re.finditer(
        rf"(?:^|[、，,（(\s]){before}[「『“\"]?([^{stop}”\"]{{1,20}})", sentence[:200]
    ):
        head = sentence[: found.start()].strip(_MARKS + "（(")
        if not head or head in known:
            yield found[1]
    after = any_of(p for p in phrases("called_after", language) if p[0] > "\u1100")
    for found in re.finditer(rf"([^{stop}]{{1,20}}?)[」』]?{after}", sentence[:200]):
        yield re.sub(r"^.*[はがをも은는](?=.)", "", found[1])
    told = any_of(phrases("long_after", language))
    for found in re.finditer(rf"([A-Za-z][A-Za-z &'-]{{3,80}}?)\s?{told}", sentence[:300]):
        if any(is_acronym_of(name, found[1]) for name in known):
            yield found[1]


# --- patterns of a language ------------------------------------------------------------------


@lru_cache
def _word(field: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(phrases(field, language))}(?!\w)", re.IGNORECASE)


@lru_cache
def _spaced(field: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(phrases(field, language))}(?!\w)", re.IGNORECASE)


@lru_cache
def _join(language: str) -> re.Pattern[str]:
    """``or``, ``, or``, ``, also called`` after a name."""
    either = any_of(phrases("either", language))
    called = any_of((*phrases("called", language), *phrases("short", language)))
    article = any_of(phrases("articles", language))
    return re.compile(
        rf"(?:\s*,\s*|\s)(?:{either}\s+)?(?P<called>{called})\s*:?\s+(?:{article}\s+)?|"
        rf"(?:\s*,\s*|\s){either}\s+(?P<article>{article}\s+)?",
        re.IGNORECASE,
    )


@lru_cache
def _lead(language: str) -> re.Pattern[str]:
    fields = ("either", "called", "short", "long", "tongue")
    every = any_of(phrase for field in fields for phrase in phrases(field, language))
    return re.compile(rf"(?:{every}(?:\s*[:,]\s*|\s+))+", re.IGNORECASE)


@lru_cache
def _tongue(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s+{any_of(phrases('tongue', language))}$", re.IGNORECASE)


@lru_cache
def _opening_called(language: str) -> re.Pattern[str]:
    called = any_of(phrases("called", language))
    return re.compile(rf"(?P<before>(?:[^\W\d_]{{1,6}}\s+){{0,2}}?){called}\s*:?\s+", re.IGNORECASE)


@lru_cache
def _closing_called(language: str) -> re.Pattern[str]:
    called, after = any_of(phrases("called", language)), any_of(phrases("called_after", language))
    names = rf"(?P<names>[^,.;:()]{{2,60}}?)(?:\s{after})?"
    return re.compile(rf"(?:,\s+|\s*\(){called}\s+{names}\)?[.!]?$", re.IGNORECASE)


@lru_cache
def _in_tongue(language: str) -> re.Pattern[str]:
    """A clause of its own that gives the name in another language: ``; in English, X.``"""
    tongues = any_of(phrase for phrase in phrases("tongue", language) if " " in phrase)
    return re.compile(
        rf"(?:[;(]\s*|^){tongues}\s*[,:]?\s+(?P<name>[^,.;:()]{{2,50}}?)(?=[.;)]|$)", re.IGNORECASE
    )


@lru_cache
def _small(language: str) -> frozenset[str]:
    """Words that no name begins with: the frequent ones, and those that narrow or define."""
    row = words().get(primary_tag(language), {})
    fields = ("inside", "is_a", "articles")
    found = {phrase for field in fields for phrase in row.get(field, "").split("|")}
    return frozenset({*row.get("frequent", "").split(), *found})
