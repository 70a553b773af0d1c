"""The small words of each language, out of ``words.toml``: to add a language is to add a block."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from ontology.model import primary_tag

AMBIGUOUS = frozenset(
    ["a", "an", "as", "e", "hay", "i", "o", "of", "os", "s.", "se", "u", "v.", "ver", "y"]
)
"""Words that mean something else in another language: no use where the language is unknown."""


@lru_cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Every block of the table, by the BCP 47 tag of its language."""
    with Path(__file__).with_name("words.toml").open("rb") as table:
        return tomllib.load(table)


@lru_cache(maxsize=4096)
def phrases(field: str, language: str) -> tuple[str, ...]:
    """The phrases of a field in a language and in English, longest first.

    Where the language is not known, those of every language that mean the same in all of them.
    """
    primary = primary_tag(language)
    if primary in words():
        found = _row(field, primary)
        found |= {phrase for phrase in _row(field, "en") if primary == "en" or _is_clear(phrase)}
    else:
        found = {phrase for tag in words() for phrase in _row(field, tag)} - AMBIGUOUS
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _row(field: str, tag: str) -> set[str]:
    return {phrase for phrase in words()[tag].get(field, "").split("|") if phrase}


def _is_clear(phrase: str) -> bool:
    """Whether an English phrase means the same in a text in another language."""
    return bool(re.search(r"[ .]", phrase)) or phrase in {"aka", "and", "or", "see", "vs", "versus"}


def articles(language: str) -> frozenset[str]:
    """The articles of one language alone; none where it is unknown or has none."""
    return frozenset(
        filter(None, words().get(primary_tag(language), {}).get("articles", "").split("|"))
    )


def any_of(texts: Iterable[str]) -> str:
    """A pattern for one of ``texts``, the longest that fits; for none of them, one that fails."""
    longest = sorted({text for text in texts if text}, key=lambda text: (-len(text), text))
    if not longest:
        return r"(?!)"
    return f"(?:{'|'.join(map(re.escape, longest))})".replace("'", "['’]")
