"""Which language a text is in, by its script, its small words, letters and endings."""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from ontology.model import primary_tag
from ontology.read.naming.small_words import words

_ENOUGH = 100_000
"""Characters that are looked at: more of a text tells nothing new."""

_SCRIPTS = {
    "GREEK": "el",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
}
"""Scripts that one language of ours is written in, by the first word of a letter's name."""

_CYRILLIC = ("bg", "ru", "uk")
_ARABIC = ("ar", "fa")
_SHARED = {"LATIN", "CYRILLIC", "ARABIC"}
"""Scripts of several languages."""

_LEAST, _AHEAD = 0.5, 1.02
"""How much must speak for a language, and how far it must be ahead of the next."""

_RARELY_MEANT = {"gl": 0.94, "ca": 0.96}
"""Small neighbours of large languages: they must show more than words that both have."""

_WORD = re.compile(r"[^\W\d_]+(?:['’·][^\W\d_]+)*")


def language_of(text: str, among: Sequence[str] = ()) -> str:
    """The BCP 47 primary tag of the language of ``text``; ``""`` when it is short or unclear.

    ``among`` are tags to choose from, where they are known.
    """
    text = unicodedata.normalize("NFC", text[:_ENOUGH])
    allowed = {primary_tag(tag) for tag in among}
    script = _script(text)
    tag = _nearest(text, script, allowed) if script in _SHARED else _SCRIPTS.get(script, "")
    return tag if not allowed or tag in allowed else ""


def _script(text: str) -> str:
    """The script that carries the text, though Latin words may stand in it; ``""``: too short."""
    scripts: Counter[str] = Counter()
    for char, count in Counter(filter(str.isalpha, text)).items():
        scripts[unicodedata.name(char, "").partition(" ")[0]] += count
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    signs = kana + scripts["CJK"] + scripts["HANGUL"]
    if signs >= 4 and signs * 5 >= sum(scripts.values()):
        if scripts["HANGUL"] * 2 > signs:
            return "HANGUL"
        return "HIRAGANA" if kana * 12 >= signs else "CJK"
    # Foreign words in a text are Latin: a few letters of another script say more.
    weight = {name: scripts[name] * 3 for name in (*_SCRIPTS, *_SHARED)}
    weight["LATIN"] //= 3
    best = max(weight, key=lambda name: (weight[name], name))
    return best if weight[best] >= 8 else ""


def _nearest(text: str, script: str, allowed: set[str]) -> str:
    """The language whose signs the text shows most; ``""`` when two are as near, or none is."""
    signs = _signs(script)
    scores: dict[str, float] = defaultdict(float)
    tokens = (token.casefold().replace("’", "'") for token in _WORD.findall(text))
    for token, count in Counter(tokens).items():
        for part in (token,) if token in signs.frequent else token.split("'"):
            _count(scores, signs.frequent.get(part, ()), min(count, 3 + math.log2(count)))
        if len(token) >= 5:
            ends = (token[-length:] for length in (5, 4, 3, 2))
            _count(
                scores,
                next((signs.endings[e] for e in ends if e in signs.endings), ()),
                0.4 * count,
            )
    folded = text.casefold()
    for letters, tags in signs.letters.items():
        _count(scores, tags, (0.5 if len(letters) == 1 else 0.2) * folded.count(letters))
    ranked = sorted(
        (
            (score * _RARELY_MEANT.get(tag, 1), tag)
            for tag, score in scores.items()
            if not allowed or tag in allowed
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < _LEAST:
        return ""
    best, tag = ranked[0]
    return tag if len(ranked) == 1 or best >= _AHEAD * ranked[1][0] else ""


def _count(scores: dict[str, float], tags: Sequence[str], amount: float) -> None:
    """What few languages have in common says more."""
    for tag in tags:
        scores[tag] += amount / len(tags) ** 0.7


class _Signs(NamedTuple):
    """Words, letters and endings, each with the languages that have it."""

    frequent: dict[str, list[str]]
    letters: dict[str, list[str]]
    endings: dict[str, list[str]]


@lru_cache
def _signs(script: str) -> _Signs:
    signs = _Signs({}, {}, {})
    for tag, block in words().items():
        row = _row(tag, block, script)
        for name, table in signs._asdict().items():
            for sign in dict.fromkeys(row.get(name, "").casefold().split()):
                table.setdefault(sign, []).append(tag)
    return signs


def _row(tag: str, block: Mapping[str, Any], script: str) -> Mapping[str, str]:
    """The part of a block that is written in a script."""
    if script == "CYRILLIC" and "cyrillic" in block:
        return dict(block["cyrillic"])
    own = "CYRILLIC" if tag in _CYRILLIC else "ARABIC" if tag in _ARABIC else "LATIN"
    return block if own == script else {}
