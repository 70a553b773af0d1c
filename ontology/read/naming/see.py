"""What an entry sends its reader to: "see X", as all of it, at its end or in brackets."""

import re
from functools import lru_cache

from ontology.read.naming.small_words import any_of, phrases

_ARROW = "(?:→|➔|➜|⇒|↗|->|=>|☞)"
_BRACKET = re.compile(r"[(\[（]([^()\[\]（）]{1,200})[)\]）]")
_NO_ENTRY = re.compile(
    r"https?:|www\.|@|\d{2,}|\w/\w+/|\.\w{1,4}$|\b(?:how|what|why|where|who|more|our|below|above|page|here|figure|"
    r"section|table|chapter|cómo|qué|más|aquí|página|abajo|como|mais|aqui|comment|plus|ici|page|"
    r"ci-dessous|unten|oben|seite|abbildung|tabelle|hier|mehr|wie|più|qui|pagina|sotto|sopra|come|"
    r"meer|hieronder)\b",
    re.IGNORECASE,
)
"""Words that point to something else than an entry."""
_LONGEST = 300
"""Characters of a text that does nothing but send elsewhere."""


def see_of(text: str) -> tuple[str, ...]:
    """The names that a definition points to, in their order; none when it only explains."""
    text = text.strip()
    found = [name for inner in _BRACKET.findall(text[-2000:]) for name in _targets(inner, True)]
    if len(text) < _LONGEST and (all_of_it := _targets(_unwrapped(text), True)):
        return tuple(dict.fromkeys((*found, *all_of_it)))
    last = re.split(r"(?<=[.!?。])\s*|\n", text[-600:].rstrip("."))[-1]
    return tuple(dict.fromkeys((*found, *_targets(last, False))))


def is_only_see(text: str) -> bool:
    """Whether all that a definition does is to send its reader elsewhere."""
    return len(text) < _LONGEST and bool(_targets(_unwrapped(text.strip()), True))


def pointed_to(inner: str) -> tuple[str, ...]:
    """The names that the inside of a bracket points to: ``vedi Hosting``."""
    return tuple(_targets(inner, True))


def see_after(heading: str) -> tuple[str, tuple[str, ...]]:
    """A heading without the reference at its end, and the names this points to: ``X → Y``."""
    for found in re.finditer(rf"\s*[,;:–—]\s+|\s+(?={_ARROW}\s)|\s+-\s+", heading):
        if found.start() and (names := _targets(heading[found.end() :], True)):
            return heading[: found.start()].strip(), tuple(names)
    return heading, ()


def _unwrapped(text: str) -> str:
    found = _BRACKET.fullmatch(text.rstrip("."))
    return found[1] if found else text


def _targets(text: str, whole: bool) -> list[str]:
    """Names after a word of seeing that ``text`` begins with, when they read like names.

    In the middle of an explanation only a capital, a quotation mark or a colon shows a name.
    """
    text = text.strip()
    sure, unsure = _pointing()
    pointing = sure.match(text) or unsure.match(text)
    if pointing is None:
        return []
    rest = text[pointing.end() :].strip(" :.;。")
    shown = (
        ":" in pointing[0] or (rest[:1].isalpha() and not rest[0].islower()) or rest[:1] in '«“„"'
    )
    if not rest or len(rest) > 200 or not (shown or (whole and sure.match(text))):
        return []
    if "\n" in rest or _NO_ENTRY.search(rest) or re.search(r"[.!?]\s", rest):
        return []
    names = [re.sub(r"^[\W_]+(?=\w)|[\s\"'”’»“.:;*_]+$", "", part) for part in _parts(rest)]
    return names if all(0 < len(name.split()) <= 6 for name in names) else []


def _parts(rest: str) -> list[str]:
    joined = any_of((*phrases("both", ""), *phrases("either", ""), "y", "e", "o", "also"))
    parts = re.split(rf"\s*[,;、]\s*(?:{joined}\s+)?|\s+{joined}\s+|\s*{_ARROW}\s*", rest)
    return [part for part in parts if part.strip()]


@lru_cache
def _pointing() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Any language's word of seeing at the beginning of a text, or an arrow; and unsure ones."""
    tail = rf"(?:\s*:\s*|\s+){_ARROW}?\s*"
    eastern = any_of(word for word in phrases("see", "") if word[0] > "\u3000")
    sure = rf"{_ARROW}\s*:?\s*|{any_of(phrases('see', ''))}{tail}|{eastern}"
    unsure = rf"{any_of((*phrases('see_if', ''), 'se', 's.', 'v.', 'ver'))}{tail}"
    return re.compile(sure, re.IGNORECASE), re.compile(unsure, re.IGNORECASE)
