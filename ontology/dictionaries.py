"""Bilingual dictionaries as FreeDict and Debian install them → the words that a text needs.

The format is that of dictd: an index of lines ``headword TAB offset TAB length``, both numbers in
base 64, and the entries as one text, often compressed (``.dict.dz``, which gzip reads). See
https://freedict.org/ and dictfmt(1). A dictionary may be large: only what is wanted is kept.
"""

import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontology.model import Term, primary_tag
from ontology.names import fold
from ontology.problem import Problem

LARGEST = 400_000_000
"""Bytes that the entries may unpack to."""
_LONGEST_ENTRY = 4_000
_LONGEST_TRANSLATION = 5
_FILE = re.compile(r"(?:.*/)?freedict-([a-z]{3})-([a-z]{3})\.index")
_DIGITS = {
    sign: value
    for value, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_TAGS = {
    "afr": "af", "bre": "br", "cat": "ca", "ces": "cs", "cym": "cy", "dan": "da", "deu": "de",
    "ell": "el", "eng": "en", "epo": "eo", "fin": "fi", "fra": "fr", "gla": "gd", "gle": "ga",
    "hrv": "hr", "hun": "hu", "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "lat": "la",
    "lit": "lt", "mkd": "mk", "nld": "nl", "nob": "nb", "nno": "nn", "nor": "no", "oci": "oc",
    "pol": "pl", "por": "pt", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr",
    "swe": "sv", "swh": "sw", "tur": "tr", "ukr": "uk", "zho": "zh",
}  # fmt: skip
"""ISO 639-3, as the files are named, to the tags of documents."""

_BRACKETS = re.compile(r"<[^<>]*>|\[[^\[\]]*\]|\([^()]*\)|/[^/\n]*/|\{[^{}]*\}")
_NUMBERED = re.compile(r"^\s*\d+[.)]\s*")
_REMARK = re.compile(
    r"^\s*(?:synonyms?|antonyms?|see|note|e\.?g\.?)\b.*:|^\s*[\"“‘]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dictionary:
    """What words of one language are in another; both are primary tags (``es``)."""

    source: str
    target: str
    translations: tuple[tuple[str, tuple[str, ...]], ...]


def languages_of(name: str) -> tuple[str, str] | None:
    """The tags that the name of an index file states; None where it is no bilingual dictionary."""
    found = _FILE.fullmatch(name)
    if not found or found[1] not in _TAGS or found[2] not in _TAGS:
        return None
    return _TAGS[found[1]], _TAGS[found[2]]


def useful(names: Iterable[str], terms: Iterable[Term]) -> list[str]:
    """Those of the index files ``names`` that translate between two languages of the terms."""
    spoken = {primary_tag(term.language) for term in terms}
    found = {name: languages_of(name) for name in names}
    return sorted(name for name, pair in found.items() if pair and spoken.issuperset(pair))


def words_of(terms: Iterable[Term]) -> set[str]:
    """The folded names and words that terms use: all that a dictionary is asked for."""
    words: set[str] = set()
    for term in terms:
        for name in (term.name, *term.other_names):
            parts = fold(name[:300]).split()
            words.update(
                " ".join(parts[start : start + length])
                for length in (1, 2, 3)
                for start in range(len(parts) - length + 1)
            )
        words.update(re.findall(r"[^\W_]+", fold(term.definition[:1500])))
    return words


def parse_dictionary(
    name: str, index: bytes, entries: bytes, wanted: Collection[str]
) -> Dictionary:
    """The entries whose folded headword is ``wanted``; ``name`` is that of the index file."""
    pair = languages_of(name)
    if pair is None:
        raise Problem(name, "does not say between which languages it translates")
    places = sorted(_places(index, wanted))
    texts = _texts(name, _unpacked(name, entries), places)
    found = ((word, tuple(_translations(text))) for word, text in texts)
    return Dictionary(*pair, tuple((word, some) for word, some in found if some))


def _places(index: bytes, wanted: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Offset, length and headword of the wanted entries."""
    for line in index.decode("utf-8", "replace").split("\n"):
        word, _, place = line.partition("\t")
        offset, _, length = place.partition("\t")
        if word and not word.startswith(("00database", "00-database")) and fold(word) in wanted:
            start, size = _number(offset), _number(length.strip())
            if start >= 0 and 0 < size <= _LONGEST_ENTRY:
                yield start, size, word


def _number(written: str) -> int:
    """A number in base 64; -1 where it is none."""
    value = 0
    for sign in written[:12]:
        if sign not in _DIGITS:
            return -1
        value = value * 64 + _DIGITS[sign]
    return value if written else -1


def _unpacked(name: str, entries: bytes) -> Iterator[bytes]:
    """The text of the entries in pieces."""
    if not entries.startswith(b"\x1f\x8b"):
        yield entries
        return
    unpack, size, waiting = zlib.decompressobj(wbits=31), 0, entries
    try:
        while waiting and not unpack.eof:
            piece = unpack.decompress(waiting, 1 << 20)
            waiting = unpack.unconsumed_tail
            size += len(piece)
            if size > LARGEST:
                raise Problem(name, "its entries unpack to more than 400 MB", "leave it out")
            yield piece
    except zlib.error as damaged:
        raise Problem(name, f"its entries are damaged ({damaged})", "install it again") from None


def _texts(
    name: str, pieces: Iterator[bytes], places: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[str, str]]:
    """Headword and text of each place, in the order of the places."""
    kept, begins = b"", 0
    for start, size, word in places:
        while begins + len(kept) < start + size:
            # What stands before this place is no longer needed.
            gone = max(0, min(len(kept), start - begins))
            kept, begins = kept[gone:], begins + gone
            piece = next(pieces, b"")
            if not piece:
                return
            kept += piece
        yield word, kept[start - begins : start - begins + size].decode("utf-8", "replace")


def _translations(text: str) -> Iterator[str]:
    """The translations of one entry: its lines after the first, without remarks."""
    seen = set()
    for line in text.split("\n")[1:]:
        if not line.strip() or _REMARK.match(line):
            continue
        plain = _BRACKETS.sub(" ", _NUMBERED.sub("", line))
        for part in re.split(r"[,;]", plain):
            words = part.split()
            translation = " ".join(words)
            if 0 < len(words) <= _LONGEST_TRANSLATION and translation not in seen:
                seen.add(translation)
                yield translation
