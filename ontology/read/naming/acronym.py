"""When one name is the acronym of another: by its capitals and the other's first letters."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 12


def looks_like_acronym(text: str) -> bool:
    """Whether ``text`` is written like an acronym: one word, at least half of it capitals."""
    letters = [char for char in text if char.isalnum()]
    if not 2 <= len(letters) <= _LONGEST or not re.fullmatch(r"\w[\w&.+-]*", text):
        return False
    capitals = sum(char.isupper() for char in letters)
    return capitals >= 2 and 2 * capitals >= len([char for char in letters if char.isalpha()])


def is_acronym_of(short: str, long: str, strict: bool = True) -> bool:
    """Whether ``short`` is made of the first letters of the words of ``long``.

    Small words may be passed over (``RTE``: Revisión Trimestral de Éxito). Where not ``strict``,
    letters from within words count too, as in ``DSGVO``: Datenschutz-Grundverordnung.
    """
    if not looks_like_acronym(short):
        return False
    wanted = _letters(re.sub(r"(?<=[A-Z]{2})'?s$", "", short))
    words = _words(long)
    if len(words) < (2 if strict else 1) or len(words) > 3 * _LONGEST:
        return False
    return _by_initials(wanted, words) or (not strict and _by_letters(wanted, words))


def either_short(one: str, other: str) -> bool:
    """Whether one is the acronym of the other, with letters from within words too."""
    return is_acronym_of(one, other, strict=False) or is_acronym_of(other, one, strict=False)


def expansion_in(short: str, words: list[str]) -> int:
    """How many of ``words``, from the first, spell out ``short``; 0 when none do."""
    for count in range(2, min(len(words), 2 * _LONGEST) + 1):
        if is_acronym_of(short, " ".join(words[:count])):
            return count
    return 0


def in_capitals(words: list[str]) -> bool:
    """Whether words are written like a name: two capitals or more, and on all but small words."""
    large = [word for word in words if word[0].isupper() and not looks_like_acronym(word)]
    return len(large) > 1 and all(word in large for word in words if len(word) > 3)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum())


def _words(text: str) -> list[str]:
    return [_letters(word) for word in _WORD.findall(text.replace("’", "'"))]


def _by_initials(wanted: str, words: list[str]) -> bool:
    """Each word gives its first letter or, when it is small, may be left out."""
    reached = {0}
    for number, word in enumerate(words):
        after = {at + 1 for at in reached if at < len(wanted) and _gives(word, wanted[at])}
        if number and len(word) <= 3:
            after |= reached - {0}
        reached = after
    return len(wanted) in reached


def _gives(word: str, letter: str) -> bool:
    return word.startswith((letter, {"x": "ex", "2": "to", "4": "for"}.get(letter, letter)))


def _by_letters(wanted: str, words: list[str]) -> bool:
    """Each longer word begins with a letter of it, and the letters between stand within words."""
    at = 0
    for word in words:
        if at == len(wanted) or not word.startswith(wanted[at]):
            if len(word) <= 3:
                continue
            return False
        for char in word:
            if at < len(wanted) and char == wanted[at]:
                at += 1
    return at == len(wanted)
