"""A name taken apart, and when two names are one: case, accents, hyphens, articles, inflection."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.model import primary_tag
from ontology.names import fold

LONGEST = 300
"""Letters of a name that are looked at; what is longer is no name that anybody searches for."""

_LONGEST_ACRONYM = 16
_WORD = re.compile(r"[^\W_]+[+#]*")
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("iser", "izer"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("programme", "program"),
    ("licence", "license"),
)
"""British endings and American ones, in the order in which they are tried."""

INFLECTIONS = {
    "en": "-s -es y-ies f-ves fe-ves is-es um-a on-a man-men x-ces",
    "es": "-s -es z-ces",
    "ca": "-s -es a-es",
    "gl": "-s -es",
    "pt": "-s -es m-ns l-is l-s ao-oes o-es",
    "fr": "-s -x l-ux il-ux -e -es",
    "it": "o-i a-e e-i -o o-hi a-he a-i",
    "ro": "-i -e -le -uri a-e a-i",
    "de": "-e -en -n -s -er -es -em -r -nen r-n s-n um-en us-en a-en",
    "nl": "-en -s -n -e -eren f-ven s-zen",
    "sv": "-er -ar -r -en -et -n -e -a a-or e-ar",
    "da": "-er -r -en -et -e -n",
    "nb": "-er -r -en -et -e -n",
    "pl": "-y -i a-y a-i o-a e-a k-ki",
    "cs": "-y -i a-y o-a e-i",
    "ru": "-ы -и а-ы а-и я-и ь-и о-а е-я и-е -а",
    "uk": "-и -і а-и я-і ь-і о-а е-я",
    "el": "σ-ι η-εσ α-εσ ο-α -α -τα σ-εισ η-εισ σ-εσ",
}
"""By language, what takes the place of what at the end of a folded word."""

DECLENSIONS = {
    "es": "o-a o-as o-os -a -as",
    "pt": "o-a o-as o-os -a -as",
    "fr": "-e -es f-ve f-ves x-se x-ses -le -les l-ux -ne er-ere",
    "it": "o-a o-e o-i e-i a-e",
    "de": "-e -en -er -es -em -s -n -er",
    "nl": "-e -s",
    "ru": "-а -у -ом -е -ов -ам -ами -ы а-ы а-е а-у а-ои а-ам ь-и ь-ю ь-еи ь-я ь-ем я-и я-е я-ю"
    " я-еи ие-ия ие-ию ие-ием ие-ии ия-ии ия-ию ия-иеи о-а о-у о-ом о-ами ыи-ая ыи-ое ыи-ые ыи-ого"
    " ыи-ои ыи-ых ии-ая ии-ое ии-ие ии-ого ии-ои ии-их ка-ок ец-цов ец-ца ок-ка ои-ая ои-ого",
    "el": "οσ-ου οσ-ων οσ-ουσ η-ησ α-ασ ο-ου ο-ων ι-ιου ι-ιων μα-ματοσ μα-ματων η-εων η-εωσ α-ων"
    " οσ-η οσ-ο οσ-α οσ-εσ ησ-εσ οσ-ησ -σ οσ-εων υσ-εια",
}
"""As ``INFLECTIONS``: gender and case, which agree with other words and tell no two names apart."""

COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb"})
"""Languages that write a compound as one word."""

_LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed and as it is compared."""

    text: str
    language: str
    """The primary tag: ``es`` of ``es-MX``."""
    words: tuple[str, ...]
    """Folded words, in order."""
    content: tuple[str, ...]
    """Those that carry meaning: without articles and the like; all of them when nothing is left."""
    acronym: bool

    @property
    def folded(self) -> str:
        return " ".join(self.words)

    @property
    def compact(self) -> str:
        """Without the spaces and hyphens that people set as they like."""
        return "".join(self.words)


def take_apart(text: str, language: str = "") -> Name:
    """The name ``text`` of ``language`` (a BCP 47 tag, or empty) as it is compared."""
    primary = primary_tag(language)
    # A name that is cut keeps its length, lest two that begin alike be taken for one.
    cut = text[:LONGEST] + (f" {len(text)}" if len(text) > LONGEST else "")
    words = tuple(_WORD.findall(fold(cut))) or (fold(cut),)
    small = function_words(primary) | function_words("en")
    content = tuple(word for word in words if word not in small)
    return Name(text, primary, words, content or words, is_acronym(text))


def is_acronym(text: str) -> bool:
    """Whether ``text`` is one word of mostly capitals: CRM, PaaS, B2B, Q&A."""
    letters = [char for char in text[:_LONGEST_ACRONYM] if char.isalnum()]
    capitals = sum(char.isupper() for char in letters)
    return (
        2 <= len(letters) <= 8
        and len(text) <= _LONGEST_ACRONYM
        and not any(char.isspace() for char in text)
        and capitals >= 2
        and 2 * capitals >= sum(char.isalpha() for char in letters)
    )


def initials(name: Name) -> Iterator[str]:
    """The acronyms that ``name`` may have: of all its words, and of those with meaning.

    The x of words in ex- is a letter of its own (Customer Experience Management, CXM), and so is
    a part of a word with a hyphen, which folding has made a word.
    """
    if len(name.words) < 2 or len(name.words) > 8:
        return
    for words in dict.fromkeys((name.content, name.words)):
        yield "".join(word[0] for word in words)
        if any(word.startswith("ex") for word in words):
            yield "".join("x" if word.startswith("ex") else word[0] for word in words)


def same_word(one: str, other: str, language: str) -> bool:
    """Whether two folded words are forms of one: number, and spelling in English."""
    one, other = spelled(one), spelled(other)
    if one == other:
        return True
    common = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        common += 1
    if common < _LEAST_STEM:
        return False
    ends = (one[common:], other[common:])
    known = _ends(language)
    return ends in known or ends[::-1] in known


@cache
def spelled(word: str) -> str:
    """``word`` as it is spelled in America, where it is English: optimisation, colour, centre."""
    if len(word) > 4:
        for british, american in _SPELLINGS:
            if word.endswith(british):
                return word.removesuffix(british) + american
    return word


def same_words(one: tuple[str, ...], other: tuple[str, ...], language: str) -> bool:
    """Whether two names are word for word forms of the same words."""
    return len(one) == len(other) and all(
        same_word(mine, theirs, language) for mine, theirs in zip(one, other, strict=True)
    )


def base_forms(word: str, language: str) -> Iterator[str]:
    """``word``, and what it may be a plural or a declined form of."""
    yield word
    for base, form in _ends(language) + _ends(language, declined=True):
        if word.endswith(form) and len(word) - len(form) >= _LEAST_STEM:
            yield word[: len(word) - len(form)] + base


@cache
def _ends(language: str, declined: bool = False) -> tuple[tuple[str, str], ...]:
    own = (DECLENSIONS if declined else INFLECTIONS).get(language, "")
    rules = own if declined else f"{own} {INFLECTIONS['en']}"
    pairs = (rule.partition("-") for rule in dict.fromkeys(rules.split()))
    return tuple((base, form) for base, _, form in pairs)


@cache
def function_words(language: str) -> frozenset[str]:
    """Articles, prepositions and the like of ``language``, folded; none when it has no row."""
    return _function_words().get(language, frozenset())


@cache
def _function_words() -> dict[str, frozenset[str]]:
    table = Path(__file__).parent / "function_words.tsv"
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines())
    return {language: frozenset(fold(word) for word in words.split()) for language, words in rows}
