"""What a name or a definition says its concept is a kind of."""

import re
from collections.abc import Iterator

from ontology.align.mentions import Names
from ontology.align.wording import COMPOUNDING, Name, function_words
from ontology.names import fold

_HEAD_FIRST = {"es", "fr", "it", "pt", "ca", "gl", "ro"}
_LEAST_HEAD = 4
_BEGINNING = 300

_KIND = {
    "en": r"(?:kind|type|form|sort|variety|subset|class|branch) of",
    "es": r"(?:tipo|clase|forma|especie|variedad|rama|modalidad) de",
    "fr": r"(?:type|sorte|forme|espece|variete|branche) de|(?:type|sorte|forme|espece) d",
    "it": r"(?:tipo|sorta|forma|specie|varieta|ramo|tipologia) di",
    "pt": r"(?:tipo|forma|especie|variedade|ramo|modalidade) de",
    "de": r"(?:art|form|sorte|unterart|spielart|sonderform)(?: von| der| des)?",
    "nl": r"(?:soort|vorm|type|variant)(?: van)?",
    "ru": r"(?:вид|тип|разновидность|форма)",
    "el": r"(?:ειδοσ|τυποσ|μορφη)",
}
"""How definitions of a language say it, folded; an article may follow."""

_IS = {
    "en": r"\b(?:is|are|means) (?:an?|the) ",
    "es": r"\b(?:es|son) (?:un|una|el|la) ",
    "fr": r"\b(?:est|sont) (?:un|une|le|la|l) ",
    "it": r"\be (?:un|uno|una|il|la|l|lo) ",
    "pt": r"\be (?:um|uma|o|a) ",
    "de": r"\bist (?:ein|eine|einer|der|die|das) ",
    "nl": r"\bis (?:een|de|het) ",
}
_WORD = re.compile(r"[^\W_]+")


def heads(name: Name, names: Names) -> Iterator[tuple[str, str]]:
    """Concepts that ``name`` narrows, and the words that name them; the narrowest first."""
    words, small = name.words, function_words(name.language) | function_words("en")
    if name.language in _HEAD_FIRST:
        parts = [words[:length] for length in range(len(words) - 1, 0, -1)]
        parts = [part for part in parts if part[-1] not in small]
    else:
        parts = [words[start:] for start in range(1, len(words)) if words[start - 1] not in small]
        if small & set(words[1:-1]):
            # What follows a preposition is no head: cost of sales is a cost.
            first = next(n for n, word in enumerate(words) if n and word in small)
            parts = [words[start:first] for start in range(first)]
    for part in parts:
        concept = names.of(part, name.language)
        if concept:
            yield concept, " ".join(part)
    if name.language in COMPOUNDING:
        yield from _compound_heads(words, name.language, names)


def _compound_heads(
    words: tuple[str, ...], language: str, names: Names
) -> Iterator[tuple[str, str]]:
    last = words[-1][:60]
    for cut in range(3, len(last) - _LEAST_HEAD + 1):
        concept = names.of((last[cut:],), language)
        if concept:
            yield concept, last[cut:]


def said_kind(definition: str, language: str, names: Names) -> tuple[str, str] | None:
    """The concept that ``definition`` says its own is a kind of, and the words that say so."""
    text = " ".join(_WORD.findall(fold(definition[:_BEGINNING])))
    for patterns, lead in ((_KIND, r"\b"), (_IS, "")):
        pattern = patterns.get(language)
        found = re.search(lead + f"(?:{pattern})" + r"\s*", text) if pattern else None
        if found:
            concept = _noun(text[found.end() :].split()[:6], language, names)
            if concept:
                return concept[0], f"{found[0].strip()} {concept[1]}"
    return None


def _noun(words: list[str], language: str, names: Names) -> tuple[str, str] | None:
    """The longest name that the words begin with, or in English and German that ends the phrase."""
    small = function_words(language) | {"that", "which", "who", "used"}
    while words and words[0] in small:
        words = words[1:]
    for length in range(len(words), 0, -1):
        concept = names.of(tuple(words[:length]), language)
        if concept:
            return concept, " ".join(words[:length])
    if language in _HEAD_FIRST:
        return None
    end = next((n for n, word in enumerate(words) if word in small), len(words))
    for start in range(1, end):
        concept = names.of(tuple(words[start:end]), language)
        if concept:
            return concept, " ".join(words[start:end])
    return None
