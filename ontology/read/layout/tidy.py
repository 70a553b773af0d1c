"""What stands in a document and is no content: debris in words, running heads, page numbers."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ontology.names import fold
from ontology.read.layout.pointers import POINTERS
from ontology.read.line import Line, Role

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000b\u000e-\u001f\u007f]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 \v\f]+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st"})
_LONGEST_LISTED = 100
"""Characters of a line of a table of contents."""
_LEADERS = re.compile(r"\s*(?:[.…·_]\s?){4,}\s*\d{0,4}\s*$")
_LETTER = re.compile(r"[^\W\d_](?:\s?[-–/&]\s?[^\W\d_])?|0\s?[-–]\s?9|#")
_ALPHABET = re.compile(r"[^\W\d_](?:[\s|·•.,/-]+[^\W\d_]){5,}[\s|·•.,/-]*")
_NAME_ENDS = re.compile(r"(?<=\S)\s*[:：(\[（|\t/,–—]| - | (?:o|or|ou|oder|of) ")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\[(. ]*(?:\w{1,12}\.?:? )?(\d{1,4})"
    r"(?: ?(?:/|von|of|de|di|sur|van|из|z) ?\d{1,4})?[-–—|\]). ]*$"
)

_PAGE_OF_PAGES = re.compile(r"\D{0,12}\d{1,4} ?(?:/|von|of|de|di|sur|van|из|z|av|af) ?\d{1,4}\W*")
NUMBER_ALONE = re.compile(r"[(\[#]?(\d{1,4})[.)\]:°º]?$")


@dataclass(frozen=True, slots=True)
class Tidied:
    """The lines without debris; ``furniture``: index of a line → why it is no content."""

    lines: tuple[Line, ...]
    furniture: dict[int, str]
    repaired: tuple[str, ...]
    contents: frozenset[str] = frozenset()
    """What a table of contents lists, folded."""


def tidy(lines: Sequence[Line]) -> Tidied:
    """The lines, cleaned, and which of them are no content of the document."""
    repaired: list[str] = []
    clean: list[Line] = []
    for line in lines:
        if line.text.isascii() and "\x0b" not in line.text and "  " not in line.text:
            clean.append(line)
            continue
        text = clean_text(line.text, keep_tabs=True)
        if len(_INVISIBLE.findall(line.text)):
            repaired.append(f"line {line.number}: invisible characters taken out")
        clean.append(
            replace(
                line,
                text=text,
                bold=clean_text(line.bold),
                cells=tuple(clean_text(cell) for cell in line.cells),
            )
        )
    furniture = dict.fromkeys(_of_format(clean), "the page, not its content")
    furniture |= _running(clean, furniture)
    furniture |= _page_numbers(clean)
    furniture |= _letters(clean)
    furniture |= _pointers(clean)
    contents = _contents(clean)
    furniture |= dict.fromkeys(contents, "a table of contents")
    led = [at for at, line in enumerate(clean) if _LEADERS.search(line.text[-200:])]
    furniture |= dict.fromkeys(led if len(led) > 2 else (), "a table of contents")
    listed = frozenset(_listed(clean[at].text) for at in contents)
    return Tidied(tuple(clean), furniture, tuple(repaired), listed)


def clean_text(text: str, keep_tabs: bool = False) -> str:
    """``text`` in Unicode's form C without invisible characters, odd spaces and ligatures."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text).translate(_LIGATURES))
    if keep_tabs:
        # Several spaces may divide columns, so their number matters still.
        wide = re.sub(" {3,}", "   ", text.replace("\u00a0", " "))
        parts = re.split("( {3}|\t)", wide)
        return "".join(p if p in ("   ", "\t") else _SPACES.sub(" ", p) for p in parts).strip()
    return _SPACES.sub(" ", text.replace("\t", " ")).strip()


def _of_format(lines: Sequence[Line]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.role is Role.FURNITURE and line.text]


def _running(lines: Sequence[Line], known: dict[int, str]) -> dict[int, str]:
    """Heads and feet: the same words over and over, with another number each time; page numbers."""
    found: dict[int, str] = {}
    shapes: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.text and line.role is Role.TEXT and len(line.text) < 120 and at not in known:
            shapes.setdefault(_DIGITS.sub("#", line.text.casefold()), []).append(at)
    for shape, places in shapes.items():
        letters = sum(char.isalpha() for char in shape)
        if len(places) < 3 and not (len(places) == 2 and "#" in shape and _far(places)):
            continue
        if letters < 3 or not _far(places):
            continue
        numbered = "#" in shape and len({lines[at].text for at in places}) == len(places)
        if len(places) >= 3 and not numbered and not _apart(places, lines):
            continue
        if numbered and not _counts(places, lines):
            continue
        for at in places:
            found[at] = f"runs through the document: it stands there {len(places)} times"
    return found


def _far(places: Sequence[int]) -> bool:
    """Far apart from one another, as pages are."""
    return min(later - earlier for earlier, later in pairwise(places)) >= 8


def _apart(places: Sequence[int], lines: Sequence[Line]) -> bool:
    """Standing alone, not within a sentence: after the end of a page, or a line of no sentence."""
    return all(lines[at].text[-1:] not in ".;:,!?" for at in places)


def _counts(places: Sequence[int], lines: Sequence[Line]) -> bool:
    """The numbers in it go up: pages do."""
    numbers = [[int(n) for n in _DIGITS.findall(lines[at].text)] for at in places]
    columns = zip(*numbers, strict=False)
    return any(
        all(0 < later - earlier <= 3 for earlier, later in pairwise(column)) for column in columns
    )


def _page_numbers(lines: Sequence[Line]) -> dict[int, str]:
    """``- 3 -``, ``Page 3``: a number that is set apart, growing, far from the last one."""
    found: dict[int, int] = {}
    for at, line in enumerate(lines):
        raw = f"{line.bullet} {line.text}".strip()
        match = _PAGE_NUMBER.fullmatch(raw) if 1 < len(raw) < 30 else None
        if match and not raw.isdecimal() and not re.fullmatch(r"[(\[#]?\d+[.)\]:°º]", raw):
            found[at] = int(match[1])
    told = {
        at
        for at, line in enumerate(lines)
        if len(line.text) < 30 and _PAGE_OF_PAGES.fullmatch(line.text)
    }
    if told and len(found) < 2:
        return dict.fromkeys(told, "the number of a page")
    rising = all(a < b <= a + 3 for a, b in pairwise(found.values()))
    places = list(found)
    if len(found) < 2 or not rising or min(b - a for a, b in pairwise(places)) < 4:
        return {}
    return dict.fromkeys(found, "the number of a page")


def _letters(lines: Sequence[Line]) -> dict[int, str]:
    """``A``, ``B``, ``C`` over the entries of a letter, or a row of all of them."""
    single = [at for at, line in enumerate(lines) if _LETTER.fullmatch(line.text)]
    rows = [at for at, line in enumerate(lines) if _ALPHABET.fullmatch(line.text)]
    letters = [fold(lines[at].text)[:1] for at in single]
    rising = sum(one < other for one, other in pairwise(letters))
    if len(single) < 3 or rising < 0.8 * (len(single) - 1):
        single = []
    return dict.fromkeys([*single, *rows], "a letter of the alphabet")


def _pointers(lines: Sequence[Line]) -> dict[int, str]:
    """Lines that send the reader to another page, and stand alone."""
    return {
        at: "sends the reader elsewhere"
        for at, line in enumerate(lines)
        if line.role is not Role.ROW
        and len(line.text) < 160
        and line.text.casefold().startswith(POINTERS)
        and line.text[-1] not in ".。"
    }


def _contents(lines: Sequence[Line]) -> list[int]:
    """Lines that stand together and name, one after the other, what begins a line further down."""
    later: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.text and line.role is not Role.FURNITURE:
            begins = line.text[:_LONGEST_LISTED]
            later[_listed(begins)] = at
            later[_listed(_NAME_ENDS.split(begins)[0])] = at
    found: list[int] = []
    run: list[int] = []
    hits: list[int] = []
    for at, line in enumerate(lines):
        if not line.text:
            continue
        if _may_be_listed(line) and (
            _LEADERS.search(line.text) or later.get(_listed(line.text), -1) > at
        ):
            hits.append(len(run))
            run.append(at)
        elif hits and _may_be_listed(line) and len(run) - hits[-1] < 3:
            run.append(at)
        else:
            found += _whole_run(run, hits)
            run, hits = [], []
    return found + _whole_run(run, hits)


def _whole_run(run: list[int], hits: list[int]) -> list[int]:
    """The lines up to the last hit, whose places in the run are ``hits``; none of a poor run."""
    if len(hits) < 4:
        return []
    run = run[: hits[-1] + 1]
    return run if len(hits) >= 0.6 * len(run) else []


def _may_be_listed(line: Line) -> bool:
    named = any(char.isalpha() for char in line.text) and line.text[-1] not in ".;!?。"
    short = len(line.text) < _LONGEST_LISTED and (named or bool(_LEADERS.search(line.text)))
    return short and not line.heading and line.role in (Role.TEXT, Role.FURNITURE)


def _listed(text: str) -> str:
    """What a line of a table of contents names, without its number and its page."""
    text = re.sub(r"^[(\[]?\d{1,3}(\.\d+)*[.)\]]?\s+", "", _LEADERS.sub("", text))
    return fold(text.strip(" .:-–—…·\t"))


def number_lines(lines: Sequence[Line]) -> dict[int, int]:
    """Index → number of the lines that hold nothing but a number."""
    found = {}
    for at, line in enumerate(lines):
        match = NUMBER_ALONE.fullmatch(line.text) if line.role is Role.TEXT else None
        if match and not line.bullet:
            found[at] = int(match[1])
    return found
