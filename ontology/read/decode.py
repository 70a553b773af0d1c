"""The bytes of a text document as text, whatever its writer saved them as.

What says its encoding is believed: a byte order mark, then UTF-8, which nothing else looks like,
then UTF-16 without a mark. What is left is an 8-bit or an East Asian encoding, and the one is taken
whose letters make words of a language that is written in it; Windows-1252 where none does better.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ontology.problem import Problem

LARGEST = 50_000_000
"""Bytes of a document."""

SAMPLE = 20_000
"""Bytes with foreign letters that are enough to know an encoding."""

UNPACK = "unpack it and give the document that is in it"
OCR = "let a program recognise its letters (OCR) and give the text"
MAGIC = (
    (
        b"PK\x03\x04",
        "is a zip file, as Word and Excel files are",
        "name it .docx or .xlsx if it is",
    ),
    (b"PK\x05\x06", "is an empty zip file", "give the document itself"),
    (b"%PDF-", "is a PDF", "give it a name that ends in .pdf"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is an old Word or Excel file, or one with a password",
        "save it as .docx or .xlsx without a password",
    ),
    (b"{\\rtf", "is a Rich Text file", "save it as .docx"),
    (b"\x89PNG\r\n", "is a picture (PNG)", OCR),
    (b"\xff\xd8\xff", "is a picture (JPEG)", OCR),
    (b"GIF8", "is a picture (GIF)", OCR),
    (b"II*\0", "is a picture (TIFF)", OCR),
    (b"MM\0*", "is a picture (TIFF)", OCR),
    (b"\x1f\x8b", "is packed (gzip)", UNPACK),
    (b"BZh", "is packed (bzip2)", UNPACK),
    (b"\xfd7zXZ", "is packed (xz)", UNPACK),
    (b"7z\xbc\xaf", "is packed (7-Zip)", UNPACK),
    (b"Rar!", "is packed (RAR)", UNPACK),
    (b"\x28\xb5\x2f\xfd", "is packed (Zstandard)", UNPACK),
    (b"SQLite format 3\0", "is a database", "export its table as CSV"),
)
MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
"""Byte order marks, UTF-32 before the UTF-16 that it begins like."""

STRAY = re.compile(r"[\udc80-\udcff]")
"""A byte that is no UTF-8, as Python holds it."""

NOT_TEXT = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, where: str) -> str:
    """The text of a document, its lines ended by a line feed alone and numbered as before.

    A line ends at LF, CRLF or CR. The byte order mark goes. Refuses what is no text, what is
    empty, and more than ``LARGEST`` bytes.
    """
    check_size(data, where)
    for magic, what, mend in MAGIC:
        if data.startswith(magic):
            raise Problem(where, f"{what}, not a text", mend)
    text = _decoded(data, where)
    if not text.strip():
        raise Problem(where, "is empty", "give a document with text in it")
    if "\0" in text or len(NOT_TEXT.findall(text)) * 50 > len(text):
        raise Problem(where, "is not a text", "give the document as text, or in its own format")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_size(data: bytes, where: str) -> None:
    """Refuses a document without a byte, and one that is larger than any glossary."""
    if not data:
        raise Problem(where, "is empty", "give a document with text in it")
    if len(data) > LARGEST:
        raise Problem(
            where,
            f"is larger than {LARGEST // 1_000_000} MB",
            "give only the part with the glossary",
        )


def _decoded(data: bytes, where: str) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, where)
    if b"\0" in data:
        return _wide(data) or "\0"
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mostly_utf_8(data) or _eight_bit(data)


def _marked(data: bytes, encoding: str, where: str) -> str:
    """Text whose byte order mark names its encoding; UTF-8 may hold a few bytes of another."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _mostly_utf_8(data) or _eight_bit(data)
        said = f"says that it is {encoding[:6].upper()}, and is not at byte {error.start + 1}"
        raise Problem(where, said, "save it again, as UTF-8") from None


def _wide(data: bytes) -> str:
    """UTF-16 without a mark, by the side on which the bytes of plain letters have their 0."""
    little = sum(data.count(bytes((blank, 0))) for blank in b" \n\r\t")
    big = sum(data.count(bytes((0, blank))) for blank in b" \n\r\t")
    low, high = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if (high, little) > (low, big) else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    strange = sum(not (letter.isprintable() or letter.isspace()) for letter in text[:SAMPLE])
    return "" if strange * 50 > min(len(text), SAMPLE) else text


def _mostly_utf_8(data: bytes) -> str:
    """UTF-8 into which some bytes of Windows-1252 were pasted; "" where they are not few."""
    sample = _foreign_lines(data).decode("utf-8", errors="surrogateescape")
    strays = len(STRAY.findall(sample))
    if strays * 5 > sum(letter > "\x7f" for letter in sample):
        return ""
    text = data.decode("utf-8", errors="surrogateescape")
    return STRAY.sub(lambda stray: _western(bytes((ord(stray[0]) - 0xDC00,))), text)


def _western(data: bytes) -> str:
    """Windows-1252; the five bytes that it leaves free are those of ISO 8859-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        free = {code: code for code in b"\x81\x8d\x8f\x90\x9d"}
        return data.decode("latin-1").translate(
            {code: bytes((code,)).decode("cp1252") for code in range(128, 160) if code not in free}
        )


def _eight_bit(data: bytes) -> str:
    """The reading that makes most of the foreign letters letters of one language."""
    sample = _foreign_lines(data)
    scores = {encoding: _share(sample, encoding) for encoding in ENCODINGS}
    for encoding in sorted(ENCODINGS, key=lambda name: -scores[name]):
        if scores[encoding] <= scores["cp1252"] + 0.02:
            break
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _western(data)


def _foreign_lines(data: bytes) -> bytes:
    """Lines with bytes over 127, as many as ``SAMPLE``, or the beginning of one that is longer."""
    sample: list[bytes] = []
    size = 0
    for line in re.finditer(rb"[^\r\n]*+", data):
        if size < SAMPLE and not line[0].isascii():
            sample.append(line[0][:SAMPLE])
            size += len(sample[-1])
        elif size >= SAMPLE:
            break
    return b"\n".join(sample)


class Script(NamedTuple):
    """Letters over ASCII that one language writes with, in both cases, and what each tells."""

    letters: Mapping[str, float]
    latin: bool | None
    """Whether they stand among plain letters; None where they may."""


LATIN = {
    "cp1252": (
        "áâãàçéêíóôõúüªº áéíñóúüªº àâæçéèêëîïôœùûüÿ äöüß àèéìíîòóùúªº æøåé åäöé éëïóöüèáà"
        " àçéèíïóòúü áéíóúýþæðö"
    ),
    "cp1250": "ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű čćđšž ăâîşţ",
    "cp1254": "çğıiöşüâî",
    "cp1257": "ąčęėįšųūž āčēģīķļņšūž äõöüšž",
}
OTHER = {
    "cp1251": (
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё оаинвтереслкдмупязьбгйчхцжїюєшщіґф"
        " аоиенртсјвкмудплзгбчшцњжћхђљфџ"
    ),
    "cp1253": "αοιετσνηυρπκμλςωόίδγάέήχθφύβώξζψϊϋΐΰ",
    "cp1255": "יוהלאמרתבשנםקעדחכפןצזגטסךץף",
    "cp1256": "اليمونرتبدعةكسفحقجهشطصخىضأذثإزغءظئؤآ",
}
"""The letters of a language, frequent ones first."""

SAME = {
    "mac_roman": "cp1252",
    "cp850": "cp1252",
    "iso8859_15": "cp1252",
    "iso8859_2": "cp1250",
    "koi8_u": "cp1251",
    "iso8859_5": "cp1251",
    "cp866": "cp1251",
    "iso8859_7": "cp1253",
}
"""Encodings that write what another one writes."""

ROWS = {
    "cp932": ("euc_jp", (0xA4, 0xA5, *range(0xB0, 0xD0))),
    "euc_jp": ("euc_jp", (0xA4, 0xA5, *range(0xB0, 0xD0))),
    "cp949": ("euc_kr", range(0xB0, 0xC9)),
    "gb18030": ("gb2312", range(0xB0, 0xD8)),
    "big5": ("big5", range(0xA4, 0xC7)),
}
"""The rows of a national standard that hold the characters of daily use."""

ENCODINGS = ("cp1252", *list(LATIN)[1:], *OTHER, *SAME, *ROWS)

PUNCTUATION = frozenset("“”„‟‘’‚‹›«»–—…•·°€£§©®™¡¿\xa0\xad、。「」，：；（）！？・《》―ー")
WITHIN = frozenset("’\xa0\xad·ー・")
"""Marks that stand between two letters, too."""
BEGINNING = frozenset("“„‟‘‚¿¡€£§©")
"""Marks that no letter stands before."""
RARELY_TWO = PUNCTUATION - WITHIN
WORD = re.compile(r"[^\W\d_]+")


@lru_cache
def _scripts(encoding: str) -> tuple[Script, ...]:
    """The languages written in an encoding; in the western one also all of them mixed."""
    encoding = SAME.get(encoding, encoding)
    if encoding in ROWS:
        standard, rows = ROWS[encoding]
        pairs = (bytes((row, cell)) for row in rows for cell in range(0x40, 0xFF))
        common = "".join(pair.decode(standard, errors="ignore") for pair in pairs)
        if standard == "euc_jp":
            # No Japanese is written without kana, so kanji alone tell less.
            return (Script({sign: 1.0 if sign < "一" else 0.9 for sign in common}, latin=None),)
        return (Script(dict.fromkeys(common, 1.0), latin=None),)
    latin = encoding in LATIN
    alphabets = (LATIN | OTHER)[encoding].split()
    scripts = [_script(letters, latin) for letters in alphabets]
    if encoding == "cp1252":
        scripts.append(Script(dict.fromkeys(_both_cases("".join(alphabets)), 0.93), latin))
    return tuple(scripts)


def _script(letters: str, latin: bool) -> Script:
    """An alphabet; the rarer a letter that is not Latin, the less it tells, down to a half."""
    if latin:
        return Script(dict.fromkeys(_both_cases(letters), 1.0), latin)
    ranks = {letter: 1 - at / len(letters) / 2 for at, letter in enumerate(letters)}
    return Script({letter.upper(): rank for letter, rank in ranks.items()} | ranks, latin)


def _both_cases(letters: str) -> str:
    return letters + letters.upper()


def _share(sample: bytes, encoding: str) -> float:
    """How much of what is over ASCII is letters and marks of one language: 0 to 1."""
    text = sample.decode(encoding, errors="replace")
    foreign = sum(letter > "\x7f" for letter in text)
    words = [word for word in WORD.findall(text) if not word.isascii() and _one_case(word)]
    marks = sum(
        letter in PUNCTUATION and _stands_well(before, letter, after)
        for before, letter, after in zip(" " + text, text, text[1:] + " ", strict=False)
        if letter > "\x7f"
    )
    return max(
        (marks + sum(_fits(word, script) for word in words)) / max(foreign, 1)
        for script in _scripts(encoding)
    )


def _stands_well(before: str, mark: str, after: str) -> bool:
    """Whether a mark stands beside a word, neither inside one nor in a row of marks."""
    if mark in WITHIN:
        return True
    inside = before.isalpha() and (after.isalpha() or mark in BEGINNING)
    return not (inside or before in RARELY_TWO or after in RARELY_TWO)


def _one_case(word: str) -> bool:
    """Whether no foreign letter makes a small letter be followed by a capital one."""
    return not any(
        before.islower() and after.isupper() and not (before + after).isascii()
        for before, after in pairwise(word)
    )


def _fits(word: str, script: Script) -> float:
    """What the letters over ASCII tell for a language, in a word that has the look of it."""
    foreign = [letter for letter in word if letter > "\x7f"]
    mixed = len(foreign) < len(word)
    if script.latin is None:
        fitting = not mixed or len(foreign) > 1
    else:
        fitting = len(word) == 1 or mixed is script.latin
    if not fitting:
        return 0
    return sum(script.letters.get(letter, 0.0) for letter in foreign)
