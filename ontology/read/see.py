"""What an entry sends its reader to: "see X", as all of it, at its end or in brackets."""

import re
from functools import lru_cache

from ontology.read.small_words import phrases

_ARROW = "→|➔|➜|⇒|↗|->|=>|☞"
_NOT_ENTRIES = re.compile(
    r"https?:|www\.|@|\d{2,}|\b(?:how|what|why|more|our|below|above|page|here|figure|section|table|"
    r"cómo|más|aquí|página|abajo|como|mais|aqui|comment|plus|ici|page|ci-dessous|unten|oben|seite|"
    r"hier|mehr|wie|più|qui|pagina|sotto|sopra|come|meer|hieronder)\b",
    re.IGNORECASE,
)
_ALL = "*"


def see_of(text: str) -> tuple[str, ...]:
    """The names that ``text`` points to, in their order; no name when it only explains."""
    text = _plain(text)
    found: list[str] = []
    for inner in re.findall(r"[(\[（]([^()\[\]（）]{1,200})[)\]）]", text[-2000:]):
        found += _targets(inner, whole=True)
    last = re.split(r"(?<=[.!?。])\s*|\n", text[-600:].rstrip("."))[-1]
    found += _targets(text if len(text) < 300 else "", whole=True) or _targets(last, whole=False)
    return tuple(dict.fromkeys(found))


def is_only_see(text: str) -> bool:
    """Whether all that ``text`` does is to send its reader elsewhere."""
    plain = _plain(text)
    if plain.startswith(("(", "[", "（")) and plain.endswith((")", "]", "）")):
        plain = plain[1:-1]
    return len(plain) < 300 and bool(_targets(plain, whole=True))


def pointed_to(inner: str) -> tuple[str, ...]:
    """The names that the inside of a bracket points to: ``vedi Hosting``."""
    return tuple(_targets(_plain(inner), whole=True))


def see_after(heading: str) -> tuple[str, tuple[str, ...]]:
    """A heading without the reference at its end, and the names this points to: ``X → Y``."""
    for found in re.finditer(rf"\s*[,;:–—]\s+|\s+(?=(?:{_ARROW})\s)|\s+-\s+", heading):
        if found.start() and (names := _targets(heading[found.end() :], whole=True)):
            return heading[: found.start()].strip(), tuple(names)
    return heading, ()


def _plain(text: str) -> str:
    return " ".join(text.split()) if "\n" not in text.strip() else text.strip()


def _targets(text: str, whole: bool) -> list[str]:
    """Names after a word of seeing that ``text`` begins with, when they read like names."""
    pointing = _pointing().match(text.strip())
    if pointing is None:
        return []
    rest = text.strip()[pointing.end() :].strip(" :.;。")
    # In the middle of an explanation only a capital, a quotation mark or a colon shows a name.
    sure = whole or ":" in pointing.group() or re.match(r"[\W\d]*[^\W\d_a-zß-öø-ÿ]", rest)
    if not rest or not sure or "\n" in rest or len(rest) > 200 or _NOT_ENTRIES.search(rest):
        return []
    if re.search(r"[.!?]\s", rest):
        return []
    joined = "|".join(re.escape(word) for word in (*phrases("both", ""), "y", "e", "o", "also"))
    parts = re.split(
        rf"\s*[,;、]\s*(?:(?:{joined})\s+)?|\s+(?:{joined})\s+|\s*(?:{_ARROW})\s*", rest
    )
    names = [re.sub(r"^[\W_]+(?=\w)|[\s\"'”’»“.:;*_]+$", "", part) for part in parts]
    names = [name for name in names if name]
    return names if all(len(name.split()) <= 6 for name in names) else []


@lru_cache
def _pointing() -> re.Pattern[str]:
    """Any language's word of seeing, or an arrow, at the beginning of a text."""
    words = {*phrases("see", ""), "s.", "ver", "se", "v."}
    spaced = [re.escape(word) for word in words if word[-1].isascii() or word[0].isalpha()]
    pattern = "|".join(sorted(spaced, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?:{_ARROW})\s*:?\s*|(?:{pattern})(?:\s*:\s*|\s+)(?:{_ARROW})?\s*", re.IGNORECASE
    )
