"""A name without what stands around it: marks of a format, quotation marks, article, question."""

import re
import unicodedata
from functools import lru_cache

from ontology.read.naming.small_words import any_of, articles, phrases

QUOTES = {"„": "“”", "“": "”“", "«": "»", "»": "«", "‘": "’", "‚": "‘", "「": "」", "『": "』"}
"""What closes a quotation mark that opens."""

_OPENING = "\"'" + "".join(QUOTES)
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF)) | {
    0xA0: " ",
    0x202F: " ",
    0x2009: " ",
    0x2011: "-",
}
_MARKS = re.compile(r"^(?:#{1,6}\s+|[*+•▪◦‣·●○■□►▶✓–—-]\s+)+|\*\*|__|`|[¹²³⁴⁵]+$|\[\d{1,3}\]$")
_ENDS = re.compile(r"(?<=\w)\*+$|(?:(?<=[^\W_]{2})|(?<=[\"'”»’)]))[.。]$")
_SAID = re.compile(r"\s*[/\[][^/\[\]]*[ˈˌːəɪʊɛɔʃʒθðŋɑɜ][^/\[\]]*[/\]]")
"""How it is pronounced."""


def clean(printed: str) -> str:
    """``printed`` in NFC, without marks of its format, wrapping quotation marks, closing stop."""
    text = unicodedata.normalize("NFC", printed.translate(_INVISIBLE))
    text = " ".join(text.split()).replace(" --- ", " — ").replace(" -- ", " – ")
    text = _SAID.sub("", _MARKS.sub("", text))
    before = None
    while before != text:
        before = text
        text = _unquoted(text.strip(" \t|"))
        text = text.rstrip(":：–—,; -") if len(text) > 1 else text
        text = _ENDS.sub("", text.lstrip("–—,;:：") if len(text) > 1 else text)
    return text


def without_article(name: str, language: str, definition: str = "") -> str:
    """``name`` without an article of its language at its beginning.

    It stays where ``definition`` writes the name with it in the middle of a sentence: La Niña.
    """
    first, space, rest = name.partition(" ")
    known = articles(language)
    if space and first.lower() in known and not (len(first) > 1 and first.isupper()):
        kept = re.search(rf"[^\W\d_,] {re.escape(name)}", definition) if first.istitle() else None
        return name if kept or not (rest[0].isalnum() or rest[0] in _OPENING) else rest
    low = name.lower().replace("’", "'")
    for article in known:
        if article.endswith("'") and low.startswith(article) and len(name) > len(article) + 1:
            return name[len(article) :]
    return name


def without_question(name: str, language: str) -> str:
    """``churn`` of ``What is churn?``; of a heading that asks nothing, the heading."""
    asked = name.strip("¿?？ ")
    before, after = _questions(language)
    found = before.match(asked)
    rest = asked[found.end() :] if found else asked
    if found or name.endswith(("?", "？")) or asked[-1:] > "\u3000":
        rest = after.sub("", rest)
    return rest.strip(" ,:") if found or rest != asked else name


def _unquoted(text: str) -> str:
    """``text`` without quotation marks or single stars and strokes that enclose all of it."""
    if len(text) < 3:
        return text
    first, last, inner = text[0], text[-1], text[1:-1]
    straight = first in "\"'*_" and last == first
    if (straight or last in QUOTES.get(first, "")) and first not in inner and last not in inner:
        return inner.strip()
    return text


@lru_cache
def _questions(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    asks, after = phrases("asks", language), phrases("asks_after", language)
    elided = any_of(phrase for phrase in asks if phrase.endswith("'"))
    return (
        re.compile(rf"(?:{any_of(asks)}\s+|{elided})", re.IGNORECASE),
        re.compile(rf"(?:\s+{any_of(after)}|(?<=[^\x00-\u02ff]){any_of(after)})$", re.IGNORECASE),
    )
