"""What a printed heading calls its thing, or its things: names out of brackets, dashes, "or".

``X (Y)``, ``X – Y``, ``X or Y`` are names of one term; brackets that narrow stay in the name;
an entry that defines each of two things is two terms.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.read.acronym import is_acronym_of, looks_like_acronym
from ontology.read.apart import apart, mentions
from ontology.read.language import language_of
from ontology.read.see import pointed_to
from ontology.read.small_words import articles, phrases

_LONGEST = 300
"""A heading of more characters is a text: it is taken as it is."""


@dataclass(frozen=True, slots=True)
class Names:
    """What one term is called."""

    name: str
    others: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    """Names of other entries that the heading points to."""


def split_names(printed: str, definition: str = "", language: str = "") -> tuple[Names, ...]:
    """The names that a printed heading holds, first as printed first: one ``Names`` a term.

    ``definition`` is the evidence where the heading leaves it open. Nothing is returned for a
    heading without a letter or digit.
    """
    heading = clean(printed)
    if not any(char.isalnum() for char in heading):
        return ()
    definition = definition[:3000]
    if len(heading) > _LONGEST:
        return (Names(heading),)
    language = language or language_of(f"{heading}. {definition}")
    see: list[str] = []
    heading = _set_aside(heading, language, see)
    parts = _things(heading, definition, language)
    found = [_named(part, definition, language) for part in parts]
    return tuple(
        Names(names[0], _others(names), tuple(dict.fromkeys(see))) for names in found if names
    )


def clean(printed: str) -> str:
    """``printed`` without marks of its format, wrapping quotation marks and a closing stop."""
    text = unicodedata.normalize("NFC", printed.translate(_INVISIBLE))
    text = " ".join(text.split())
    text = re.sub(r"^(?:#{1,6}\s+|[*+•▪◦‣·●○■□–—-]\s+)+", "", text)
    before = None
    while before != text:
        before = text
        text = _unwrapped(re.sub(r"[\s:：–—,;]+$|(?<=[^\W_]{2})[.。]$", "", text))
    return text


_INVISIBLE = {0xAD: None, 0x200B: None, 0xFEFF: None, 0x2060: None, 0xA0: " ", 0x202F: " "}
_WRAPS = (
    "**",
    "__",
    "*",
    "_",
    "`",
    '""',
    "“”",
    "„“",
    "«»",
    "''",
    "‘’",
    "»«",
    "„”",
    "「」",
    "『』",
    "【】",
    "[]",
)


def _unwrapped(text: str) -> str:
    for wrap in _WRAPS:
        first, last = (
            (wrap, wrap) if wrap[0] == wrap[-1] and len(set(wrap)) == 1 else (wrap[0], wrap[1])
        )
        first, last = (wrap[0], wrap[0]) if wrap in ('""', "''") else (first, last)
        inner = text[len(first) : -len(last)]
        if (
            text.startswith(first)
            and text.endswith(last)
            and len(inner.strip()) > 1
            and first not in inner
            and last not in inner
        ):
            return inner.strip()
    return text


_MARKS = re.compile(
    r"(?:n|noun|v|verb|vb|adj|adjective|adv|abbr|m|f|pl|sg|sing|plural|s|sm|sf|s\.f|s\.m|subst|"
    r"substantiv|nom|n\.m|n\.f|nm|nf|sust|sost|loc|prop|n\.pl|s\.f\.pl|s\.m\.pl|m\.pl|f\.pl|"
    r"der|die|das|el|la|le|il|de|het|\d{1,3}|r|tm|c|®|™|\*+)\.?(?:\s*[,/]\s*(?:m|f|n|pl)\.?)*",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:pl|plur|plural|plurale|pluriel|Plural|Pl|мн|mv|mn)\.?\s*:?\s+(.+)", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*[(\[（]([^()\[\]（）]*)[)\]）]")


def _set_aside(heading: str, language: str, see: list[str]) -> str:
    """The heading without brackets that are no names; what they point to goes to ``see``."""

    def kept(found: re.Match[str]) -> str:
        inner = found[1].strip()
        if names := pointed_to(inner):
            see.extend(names)
            return ""
        if found.start() and (_MARKS.fullmatch(inner) or _is_sound(inner)):
            return ""
        return found[0]

    return _BRACKET.sub(kept, heading).strip() or heading


def _is_sound(inner: str) -> bool:
    """Whether it is how the name is said: ``/tʃɜːn/``, ``ˈliːd``."""
    return bool(re.fullmatch(r"/[^/]+/", inner)) or any(char in "ˈˌːəɪʊɛɔʃʒθðŋɑɜ" for char in inner)


def _things(heading: str, definition: str, language: str) -> list[str]:
    """The parts of the heading that are things of their own; all of it when it is one thing."""
    for parts in _divisions(heading, definition, language):
        bare = [_BRACKET.sub("", part).strip() or part for part in parts]
        if apart(bare, parts, definition, language):
            return _with_shared_words(parts, definition)
    return [heading]


def _divisions(heading: str, definition: str, language: str) -> Iterator[list[str]]:
    """The ways in which the heading may name several things, likeliest first."""
    joined = [*phrases("both", language), *phrases("either", language)]
    words = "|".join(re.escape(word) for word in joined)
    for pattern in (r"\s*[/;,|、／]\s*", rf"\s+(?:{words}|&|\+)\s+", r"\s+[-–—]\s+"):
        parts = _split_outside(heading, pattern)
        if 2 <= len(parts) <= 5:
            yield [found for part in parts for found in _run_together(part, definition)]
    words_alone = heading.split()
    if 2 <= len(words_alone) <= 3 and all(map(looks_like_acronym, words_alone)):
        yield words_alone
    if len(apart_again := _run_together(heading, definition)) > 1:
        yield apart_again


def _run_together(part: str, definition: str) -> list[str]:
    """Two acronyms whose sign between them was lost, as the definition names them."""
    before, _, last = part.rpartition(" ")
    if not re.fullmatch(r"[A-Z]{4,12}", last) or mentions(definition, last):
        return [part]
    for at in range(2, len(last) - 1):
        if mentions(definition, last[:at]) and mentions(definition, last[at:]):
            return [f"{before} {last[:at]}".strip(), last[at:]]
    return [part]


def _with_shared_words(parts: list[str], definition: str) -> list[str]:
    """Parts with the word they have in common, where the definition writes it with each."""
    tail = parts[-1].split()[1:]
    full = [
        f"{part} {' '.join(tail)}"
        if tail and len(part.split()) == 1 and mentions(definition, f"{part} {' '.join(tail)}")
        else part
        for part in parts[:-1]
    ]
    parts = [*full, parts[-1]]
    head = parts[0].split()[:-1]
    return parts[:1] + [
        f"{' '.join(head)} {part}"
        if head and mentions(definition, f"{' '.join(head)} {part}")
        else part
        for part in parts[1:]
    ]


def _named(part: str, definition: str, language: str) -> list[str]:
    """All names of one thing, the first as printed first."""
    found: list[str] = []
    for piece in _pieces(part, definition, language):
        found += _of_piece(piece, definition, language)
    names = [_tidy(name, language) for name in found]
    names = [name for name in names if any(char.isalnum() for char in name)]
    if (
        len(names) == 1
        and (lone := re.fullmatch(r".*\s(\S+)", names[0]))
        and looks_like_acronym(lone[1])
        and mentions(definition, f"({lone[1]})")
    ):
        return [lone[1], names[0]]
    return names


def _pieces(part: str, definition: str, language: str) -> list[str]:
    """The part divided where it certainly names one thing twice."""
    part = _without_list(part)
    words = "|".join(re.escape(word) for word in phrases("either", language))
    called = "|".join(re.escape(word) for word in phrases("called", language))
    for pattern in (
        r"\s*;\s*",
        r"\s+=\s+",
        rf"\s*,\s*(?:{called})\s+",
        rf"\s*,?\s+(?:{words})\s+",
        r"\s+[-–—]\s+",
        r"\s+[/|]\s+|／",
    ):
        parts = _split_outside(part, pattern)
        if 2 <= len(parts) <= 5 and all(_may_be_name(piece) for piece in parts):
            return [found for piece in parts for found in _pieces(piece, definition, language)]
    if not any(char.isascii() and char.isalpha() for char in part) and "、" in part:
        return _split_outside(part, "、")
    return _by_slash(part, definition) or _by_comma(part, definition, language) or [part]


def _without_list(part: str) -> str:
    """``NPS (…): promoters, passives`` without the list after the colon."""
    head, colon, rest = part.partition(": ")
    return head if colon and rest.count(",") and len(head) > 1 else part


def _may_be_name(text: str) -> bool:
    return 0 < len(text.split()) <= 9 and any(char.isalnum() for char in text)


def _by_slash(part: str, definition: str) -> list[str]:
    """``X/Y`` when both are words, or the definition speaks of one without the other."""
    sides = _split_outside(part, r"/")
    if len(sides) != 2:
        return []
    one, other = sides
    if is_acronym_of(one, other) or is_acronym_of(other, one):
        return sides
    long = all(len(side) >= 4 and not looks_like_acronym(side) for side in sides)
    alike = len(one.split()) == len(other.split())
    if long and alike and all(side[0].isupper() for side in sides):
        return sides
    if long and alike and any(mentions(definition, side, alone=True) for side in sides):
        return sides
    return []


def _by_comma(part: str, definition: str, language: str) -> list[str]:
    """``X, Y`` when one is the acronym of the other, or Y turns X round."""
    sides = _split_outside(part, r"\s*,\s+")
    if len(sides) != 2:
        return []
    one, other = sides
    if is_acronym_of(one, other) or is_acronym_of(other, one):
        return sides
    if other.lower() in articles(language):
        return [one]
    turned = f"{other} {one}"
    if mentions(definition, turned) or (
        language == "de" and re.fullmatch(r"[a-zäöüß]{2,}e[rsn]?", other)
    ):
        return [part, turned[0].lower() + turned[1:] if language == "en" else turned]
    return []


def _of_piece(piece: str, definition: str, language: str) -> list[str]:
    """The name of a piece and what its closing brackets give."""
    brackets = list(_BRACKET.finditer(piece))
    if not brackets or brackets[0].start() == 0 or brackets[-1].end() != len(piece):
        return [piece]
    name, names = piece[: brackets[0].start()].strip(), []
    for number, bracket in enumerate(brackets):
        if number and piece[brackets[number - 1].end() : bracket.start()].strip():
            return [piece]
        given = _in_bracket(name, bracket[1].strip(), definition, language)
        if given is None:
            name = f"{name} ({bracket[1].strip()})"
        else:
            names += given
    return [name, *names]


def _in_bracket(name: str, inner: str, definition: str, language: str) -> list[str] | None:
    """The names in brackets; none when they explain, ``None`` when they narrow the name."""
    if plural := _PLURAL.fullmatch(inner):
        return [plural[1]]
    lead = "|".join(
        re.escape(word)
        for field in ("either", "called", "short", "long", "tongue")
        for word in phrases(field, language)
    )
    led = re.match(rf"(?:(?:{lead})\s*[:,]?\s+)+", inner, re.IGNORECASE)
    if led:
        inner = inner[led.end() :]
    ends = "|".join(re.escape(word) for word in phrases("tongue", language))
    inner = re.sub(rf",?\s+(?:{ends})$", "", inner, flags=re.IGNORECASE)
    if is_acronym_of(name, inner, strict=False) or is_acronym_of(inner, name, strict=False):
        return [inner]
    if not led and (_narrows(inner, language) or not inner):
        return None
    pieces = _pieces(inner, definition, language)
    if led:
        pieces = [found for piece in pieces for found in _split_outside(piece, r"\s*,\s*")]
    if any(len(piece.split()) > 8 or re.search(r"[.!?]\s", piece) for piece in pieces):
        return []
    return pieces


def _narrows(inner: str, language: str) -> bool:
    """Whether it says where or of what the name is meant: ``in accounting``, ``marketing``."""
    first = inner.split(" ", 1)[0].lower() if inner else ""
    return first in phrases("inside", language) or inner.lower() in phrases("subjects", "")


def _tidy(name: str, language: str) -> str:
    """A name without its article, quotation marks and stops."""
    name = clean(name.strip())
    first, space, rest = name.partition(" ")
    if space and first.lower() in articles(language) and not first.isupper() and len(rest) > 1:
        name = rest
    for article in sorted(articles(language)):
        if (
            article.endswith("'")
            and name.lower().replace("’", "'").startswith(article)
            and len(name) > len(article) + 1
        ):
            name = name[len(article) :]
    return clean(name)


def _split_outside(text: str, pattern: str) -> list[str]:
    """``text`` divided by a pattern, but not within brackets."""
    inside = [found.span() for found in _BRACKET.finditer(text)]
    parts, start = [], 0
    for found in re.finditer(pattern, text, re.IGNORECASE):
        if any(begin <= found.start() < end for begin, end in inside):
            continue
        parts.append(text[start : found.start()].strip())
        start = found.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _others(names: list[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name != names[0])
