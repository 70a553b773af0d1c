"""The ways in which a line can begin an entry: by how it is set, never by what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ontology.read.line import Line, Role

LONGEST_NAME = 110
"""Characters: what is longer is a sentence."""

_SEPARATORS = (
    ("colon", re.compile(r"\s?[:：]+(?=\s|$|[\u3040-\u9fff«“\"])(?!//)")),
    ("dash", re.compile(r"\s+(?:--?|[‒–—―−])\s+|(?<=\w)—(?=\w)|\s?——\s?")),
    ("equals", re.compile(r"\s+(?:=>?|:=|->|→|⇒|≡)\s+")),
    ("tab", re.compile(r"\s*\t+\s*")),
    ("spaces", re.compile(r" {3}")),
    ("stop", re.compile(r"(?<=[^\s.][^\s.])\.\s+(?=[^\W\d_a-zß-öø-ÿ]|[«“\"(¿¡'‘„])|。(?=\S)")),
)
_NUMBER = re.compile(
    r"(?:[(\[#§]?(?P<n>\d{1,4}(?:[.-]\d{1,3}){0,3})(?:[.):\]°º]{1,2}|\.-|\s?[-–—])?[ \t]+"
    r"|(?P<n2>\d{1,3})[.)](?=[^\W\d_])"
    r"|(?P<c>[①-⑳])\s*"
    r"|[(\[]?(?P<a>[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)\]]{1,2}[ \t]+)(?=\S)"
)
_AFTER = re.compile(r"^(?P<name>.*\S)\s*(?:\s|[(\[#])(?P<n>\d{1,3})[)\].]?$")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？:;»\"”)\]](?:\s*\d{1,3})?$")
_SENTENCE_INSIDE = re.compile(r"(?<![(\[])\b[^\W\d_]{3,}[.!?]\s")
_NO_NAME_END = re.compile(r"[.,;:!?…。、，؛؟]$")
_AFTER_BOLD = (("colon", ":："), ("dash", "-–—―"), ("stop", ".。"), ("equals", "=→"))
_RARE = ("term", "row", "heading", "number", "bold line", "enclosed", "quoted")
"""Kinds of line that no text has by accident."""

_WEIGHTS = {
    "enclosed": 1.3,
    "quoted": 1.2,
    "over its text": 1.1,
    "term": 1.6,
    "row": 1.5,
    "over a colon": 1.6,
    "heading": 1.3,
    "bold line": 1.3,
    "bold lead": 1.35,
    "in capitals": 1.25,
    "over indented text": 1.25,
    "tab": 1.2,
    "number": 1.1,
    "bullet": 1.1,
    "colon": 1.1,
    "equals": 1.1,
    "dash": 1.05,
    "spaces": 0.85,
    "stop": 0.75,
}
"""How rarely a line is set so by accident."""

_BRACKETED = re.compile(
    r"【([^】]{1,80})】|\[([^\[\]]{1,80})\](?=\s|$)|〔([^〕]{1,80})〕|《([^》]{1,80})》"
)
_QUOTED = re.compile(
    r"«([^«»]{1,80})»|“([^“”]{1,80})”|„([^„“”]{1,80})[“”]|\"([^\"]{1,80})\"|「([^」]{1,80})」"
)
_STRIP = " \t:：.–—-=→·|"


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that may begin an entry: the name it would have, and what follows on the line."""

    at: int
    kind: str
    name: str
    rest: str = ""
    number: str = ""
    first: int = -1
    """Where the entry begins: at its number, when that has a line of its own."""
    number_below: int = -1
    """The line of its number, when that closes the entry."""
    others: tuple[str, ...] = ()
    group: str = ""
    more: tuple[int, ...] = ()
    """Rows of a table that go on with its text, which ``rest`` holds."""

    @property
    def start(self) -> int:
        return self.at if self.first < 0 else self.first


def numbered(line: Line) -> tuple[str, str]:
    """The number that a line begins with, and the rest of it."""
    if line.bullet and line.bullet[:1].isdecimal():
        return line.bullet.strip("().[]:")[:9], line.text
    found = _NUMBER.match(line.text)
    if not found:
        return "", line.text
    return found["n"] or found["n2"] or found["c"] or found["a"], line.text[found.end() :]


def enclosed(text: str) -> bool:
    """Whether a line is a name in heavy brackets and nothing else."""
    found = _BRACKETED.match(text)
    return bool(found and found.end() == len(text) and text[0] != "[")


def leads(lines: Sequence[Line]) -> dict[str, list[Lead]]:
    """Kind → every line that could begin an entry of this kind, in order.

    A kind is how the line is set: ``heading 3``, ``bullet • colon``, ``number alone``.
    """
    before, after = _neighbours(lines)
    found: dict[str, list[Lead]] = {}
    listed = [line.indent for line in lines if line.bullet]
    outer = min(listed, default=0)
    lengths = [len(line.text) for line in lines if line.text and line.role is Role.TEXT]
    short = min(45.0, 0.6 * median(lengths)) if lengths else 45.0
    for at, line in enumerate(lines):
        if not line.text or line.role in (Role.FURNITURE, Role.CODE, Role.ROW):
            continue
        for lead in _of_line(at, line, _Place(lines, at, before[at], after[at], outer, short)):
            found.setdefault(lead.kind, []).append(lead)
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A line among the others: index of the last and of the next that is not blank, or -1."""

    lines: Sequence[Line]
    at: int
    before: int
    after: int
    outer: int
    """How far in the outermost items of lists stand."""
    short: float
    """Characters under which a line ends because its paragraph does."""

    @property
    def blank_before(self) -> bool:
        return self.before < self.at - 1 or self.before < 0

    @property
    def blank_after(self) -> bool:
        return self.after != self.at + 1

    @property
    def begins(self) -> bool:
        """Nothing runs into it from the line before."""
        if self.blank_before:
            return True
        above = self.lines[self.before]
        if above.heading or above.role is not Role.TEXT or above.bold == above.text:
            return True
        # Paragraphs that each have a line of their own: formats, and texts without hard breaks.
        if above.last or len(above.text) > 200:
            return True
        return bool(_ENDS_SENTENCE.search(above.text)) or len(above.text) < self.short


def _neighbours(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    before, after, last = [], [-1] * len(lines), -1
    for at, line in enumerate(lines):
        before.append(last)
        last = at if line.text else last
    last = -1
    for at in range(len(lines) - 1, -1, -1):
        after[at] = last
        last = at if lines[at].text else last
    return before, after


def _of_line(at: int, line: Line, place: _Place) -> Iterator[Lead]:
    if line.role is Role.TERM:
        yield Lead(at, "term", line.text)
        return
    if line.role is Role.DEFINITION:
        return
    number, text = numbered(line)
    if number and not re.search(r"[^\W\d_]", text):
        return
    mark = "number " if number else ""
    if not number and line.bullet:
        mark = f"bullet {line.bullet} "
    if (number or line.bullet) and line.indent >= place.outer + 2:
        mark = f"inner {mark}"
    if line.heading:
        yield Lead(at, f"heading {line.heading}", text, number=number)
        yield from _separated(at, f"heading {line.heading} ", text, number, ("colon",))
        return
    yield from _bold(at, line, text, number, mark)
    yield from _enclosed(at, text, number, mark)
    if not place.begins and not (line.bullet or number):
        return
    for lead in _separated(at, mark, text, number):
        if lead.rest:
            yield lead
        elif not place.blank_after and not _is_item(place.lines[place.after]):
            yield replace(lead, kind=f"{lead.kind} over its text")
    yield from _alone(at, text, number, mark, place)
    yield from _number_after(at, line, place)


def _bold(at: int, line: Line, text: str, number: str, mark: str) -> Iterator[Lead]:
    if not line.bold:
        return
    bold = line.bold
    own, rest_of_bold = numbered(Line(0, bold))
    if own:
        number, bold = number or own, rest_of_bold
    if text.strip(_STRIP) == bold.strip(_STRIP):
        if len(bold) < LONGEST_NAME:
            yield Lead(at, f"{mark}bold line", bold.strip(_STRIP), number=number)
        for lead in _separated(at, f"{mark}bold line ", bold, number, ("colon",)):
            if lead.rest:
                yield lead
        return
    start = text.find(bold)
    if start > 1 or start < 0 or len(bold) >= LONGEST_NAME:
        return
    rest = text[start + len(bold) :]
    name = bold.strip(_STRIP)
    # A bracket that follows the bold words and comes before the separator belongs to the name.
    bracket = re.match(r"\s*(\([^()]{1,80}\)|\[[^\[\]]{1,80}\])\s*(?=[:.–—=-]|$)", rest)
    if bracket:
        name, rest = f"{name} {bracket[1]}", rest[bracket.end() :]
    if bracket and not rest:
        yield Lead(at, f"{mark}bold line", name, number=number)
        return
    joined = re.match(r"\s*(/|\w{1,4})\s*$", rest)
    if not joined:
        between = bold[-1:] + rest[:3].strip()[:1]
        sign = next((kind for kind, signs in _AFTER_BOLD if set(signs) & set(between)), "")
        kind = f"{mark}bold lead {sign}".rstrip()
        yield Lead(at, kind, name, rest.lstrip(_STRIP + ","), number)


def _enclosed(at: int, text: str, number: str, mark: str) -> Iterator[Lead]:
    for kind, signs in (("enclosed", _BRACKETED), ("quoted", _QUOTED)):
        found = signs.match(text)
        if found:
            name = next(filter(None, found.groups())).strip()
            rest = text[found.end() :].lstrip(_STRIP + ",")
            yield Lead(at, f"{mark}{kind} {'lead' if rest else 'line'}", name, rest, number)


def _separated(
    at: int, mark: str, text: str, number: str, kinds: Sequence[str] = ()
) -> Iterator[Lead]:
    head = text[: LONGEST_NAME + 5]
    for kind, separator in _SEPARATORS:
        if kinds and kind not in kinds:
            continue
        for found in separator.finditer(head):
            if kind == "tab" and "\t" in text[found.end() :]:
                break
            name, rest = head[: found.start()].strip(), text[found.end() :].strip()
            if name.count("(") > name.count(")") and kind != "tab":
                # Within brackets: the next one divides.
                continue
            if not name or len(name) > LONGEST_NAME or not re.search(r"[^\W\d_]", name):
                break
            if name.count("[") > name.count("]"):
                break
            yield Lead(at, f"{mark}{kind}", name, rest, number)
            break


def _alone(at: int, text: str, number: str, mark: str, place: _Place) -> Iterator[Lead]:
    line = place.lines[at]
    if len(text) > LONGEST_NAME or len(text.split()) > 14 or place.after < 0:
        return
    if not re.search(r"[^\W\d_]", text) or _SENTENCE_INSIDE.search(text):
        return
    if _NO_NAME_END.search(text) and not re.search(r"\b\w{1,4}\.$|\bInc\.$", text):
        return
    if _NO_NAME_END.search(text) and len(text.split()) > 4:
        return
    below = place.lines[place.after]
    deeper = below.indent > line.indent + 1 and not below.bullet and not place.blank_after
    gap = "" if place.blank_after else " over its text"
    if deeper and below.role is Role.TEXT:
        yield Lead(at, f"{mark}over indented text", text, number=number)
        return
    if not mark and below.text.startswith((": ", ":\t")) and not place.blank_after:
        yield Lead(at, "over a colon", text)
        return
    yield Lead(at, f"{mark}alone{gap}", text, number=number)
    if text.isupper() and len(text) > 3:
        yield Lead(at, f"{mark}alone{gap} in capitals", text, number=number)


def _is_item(line: Line) -> bool:
    """Whether a line is an item of a list: what stands over it announces the list."""
    return bool(line.bullet or numbered(line)[0])


def _number_after(at: int, line: Line, place: _Place) -> Iterator[Lead]:
    found = _AFTER.match(line.text) if len(line.text) < LONGEST_NAME else None
    if found and place.blank_before and not line.bullet:
        name = found["name"].rstrip(" .·…_([#-–")
        if re.search(r"[^\W\d_]", name):
            yield Lead(at, "number after", name, number=found["n"])


def is_rare(kinds: Sequence[str]) -> bool:
    """Whether lines of these kinds do not come about by accident."""
    return any(kind.startswith(_RARE) for kind in kinds)


def weight_of(kind: str) -> float:
    """How much a line of this kind speaks for an explanation: 1 for one that any text has."""
    found = 1.0
    for part, weight in _WEIGHTS.items():
        if part in kind:
            found *= weight
    return found
