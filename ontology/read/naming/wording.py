"""Patterns of what a language says around names, made from its small words."""

import re
from functools import lru_cache

from ontology.model import primary_tag
from ontology.read.naming.acronym import looks_like_acronym
from ontology.read.naming.small_words import any_of, phrases, words

MARKS = "\"“”„«»'‘’‚「」『』*_ "
QUOTED = re.compile(r"[\"“„«»‘‚「『]([^\"“”„«»‘’」』\n]{1,90})[\"”“»«’‘」』]")
_PLAIN = re.compile(r"[^,;:()«»\"“”.!?—–\n（）。、，；：]{1,120}")


def mentions(text: str, name: str, alone: bool = False) -> bool:
    """Whether ``text`` holds ``name`` as words; ``alone``: and not beside a slash."""
    return place_of(text, name, alone) is not None


def place_of(text: str, name: str, alone: bool = False) -> int | None:
    """Where ``text`` first holds ``name`` as words."""
    low, wanted, edges = text.lower(), name.lower(), "_/" if alone else "_"
    at = low.find(wanted) if wanted else -1
    while at >= 0:
        around = (
            low[at - 1 : at] if wanted[0].isalnum() else "",
            low[at + len(wanted) : at + len(wanted) + 1],
        )
        before, after = around[0], around[1] if wanted[-1].isalnum() else ""
        if not any(char.isalnum() or char in edges for char in (*before, *after)):
            return at
        at = low.find(wanted, at + 1)
    return None


def name_at(sentence: str, at: int, language: str) -> tuple[str, int]:
    """The name that begins at ``at``, and where it ends; ``""`` when none does."""
    if quoted := QUOTED.match(sentence, at):
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
        if (found := after_space(field, language).search(plain[0]))
    ]
    text = plain[0][: min(ends)] if ends else plain[0]
    return text.strip(), at + len(text.rstrip())


@lru_cache
def said_with(field: str, language: str) -> re.Pattern[str]:
    """A phrase of a field as words of their own."""
    return re.compile(rf"(?<!\w){any_of(phrases(field, language))}(?!\w)", re.IGNORECASE)


@lru_cache
def after_space(field: str, language: str) -> re.Pattern[str]:
    """A phrase of a field that follows a space."""
    return re.compile(rf"\s{any_of(phrases(field, language))}(?!\w)", re.IGNORECASE)


def without_lead(inner: str, language: str) -> str:
    """``X`` of ``or X``, ``also: X``, ``abbr. X``, ``in English, X``: what stands in brackets."""
    led = _lead(language).match(inner)
    # ``OR – Open Rate``: an acronym may read like a small word.
    if led is None or (led[0].strip().isupper() and len(led[0].strip()) > 1):
        return inner
    return inner[led.end() :].strip()


@lru_cache
def _lead(language: str) -> re.Pattern[str]:
    fields = ("either", "called", "short", "long", "tongue")
    every = any_of(phrase for field in fields for phrase in phrases(field, language))
    unspaced = any_of(p for field in fields for p in phrases(field, language) if p[0] > "\u3000")
    return re.compile(rf"(?:{every}(?:\s*[:：,]\s*|\s+)|{unspaced})+", re.IGNORECASE)


@lru_cache
def plural_of(language: str) -> re.Pattern[str]:
    """What stands before the plural of a name."""
    return re.compile(rf"{any_of(phrases('plural', language))}\s*:?\s+", re.IGNORECASE)


@lru_cache
def language_after(language: str) -> re.Pattern[str]:
    """The language of a name, told after it: ``, in English``."""
    return re.compile(rf",?\s+{any_of(phrases('tongue', language))}$", re.IGNORECASE)


@lru_cache
def pronounced() -> re.Pattern[str]:
    """What stands before how a name is said, in any language."""
    return re.compile(rf"{any_of(phrases('said', ''))}\s*:?\s", re.IGNORECASE)


@lru_cache
def joined_to_name(language: str) -> re.Pattern[str]:
    """``or``, ``, or``, ``, also called`` after a name."""
    either = any_of(phrases("either", language))
    tongues = [phrase for phrase in phrases("tongue", language) if " " in phrase]
    called = any_of((*phrases("called", language), *phrases("short", language), *tongues))
    article = any_of(phrases("articles", language))
    return re.compile(
        rf"(?:\s*,\s*|\s)(?:{either}\s+)?(?P<called>{called})\s*:?\s+(?:{article}\s+)?|"
        rf"(?:\s*,\s*|\s){either}\s+(?P<article>{article}\s+)?",
        re.IGNORECASE,
    )


@lru_cache
def called_at_start(language: str) -> re.Pattern[str]:
    """``Also called``, ``It is also called`` at the beginning of a sentence."""
    called, article = any_of(phrases("called", language)), any_of(phrases("articles", language))
    before = r"(?P<before>(?:[^\W\d_]{1,6}\s+){0,2}?)"
    return re.compile(rf"{before}{called}\s*:?\s+(?:{article}\s+)?", re.IGNORECASE)


@lru_cache
def called_at_end(language: str) -> re.Pattern[str]:
    """``…, also called X.``"""
    called, after = any_of(phrases("called", language)), any_of(phrases("called_after", language))
    names = rf"(?P<names>[^,.;:()]{{2,60}}?)(?:\s{after})?"
    article = any_of(phrases("articles", language))
    start = rf"(?:,\s+|\s*\(){called}\s+(?:{article}\s+)?"
    return re.compile(rf"{start}{names}\)?[.!]?$", re.IGNORECASE)


@lru_cache
def in_a_language(language: str) -> re.Pattern[str]:
    """A clause of its own that gives the name in another language: ``; in English, X.``"""
    tongues = any_of(phrase for phrase in phrases("tongue", language) if " " in phrase)
    return re.compile(
        rf"(?:[;(]\s*|^){tongues}\s*[,:]?\s+(?P<name>[^,.;:()]{{2,50}}?)(?=[.;)]|$)", re.IGNORECASE
    )


@lru_cache
def no_name_begins_with(language: str) -> frozenset[str]:
    """Words that no name begins with: the frequent ones, and those that narrow or define."""
    row = words().get(primary_tag(language), {})
    fields = ("inside", "is_a", "articles")
    found = {phrase for field in fields for phrase in row.get(field, "").split("|")}
    return frozenset({*row.get("frequent", "").split(), *found})
