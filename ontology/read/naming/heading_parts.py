"""The parts of a heading that may name several things, and what their names are in full."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from ontology.read.naming.acronym import looks_like_acronym
from ontology.read.naming.brackets import split_outside
from ontology.read.naming.small_words import any_of, phrases
from ontology.read.naming.wording import mentions

_SHARED_ENDING = 4
"""Letters at the end of two words that make them a pair: act-ivos, inact-ivos."""


class Joint(StrEnum):
    """What stands between the parts: how far it speaks for several things."""

    AND = "and"
    SIGN = "/"
    OR = "or"


def divisions(heading: str, definition: str, language: str) -> Iterator[tuple[Joint, list[str]]]:
    """The ways to divide a heading in two to five parts, with what joins them."""
    both = rf"(?:{any_of(phrases('both', language))}|&|\+)"
    patterns = {
        rf"\s*[/;,|、／]\s*(?:{both}\s+)?|\s+{both}\s+": Joint.SIGN,
        rf"\s+{any_of(phrases('either', language))}\s+": Joint.OR,
        r"\s+[-–—]\s+": Joint.OR,
    }
    for pattern, joint in patterns.items():
        parts = split_outside(heading, pattern)
        if 2 <= len(parts) <= 5:
            together = re.search(rf"\s{both}\s", heading, re.IGNORECASE)
            whole = [found for part in parts for found in _run_together(part, definition)]
            whole = [_with_ending(part, whole[-1], definition) for part in whole]
            yield Joint.AND if together and joint is Joint.SIGN else joint, whole
    alone = heading.split()
    if 2 <= len(alone) <= 3 and all(map(looks_like_acronym, alone)):
        yield Joint.SIGN, alone
    if len(found := _run_together(heading, definition)) > 1:
        yield Joint.SIGN, found


def in_full(parts: Sequence[str], definition: str) -> list[str]:
    """Parts with the words that they share: ``Inbound marketing`` of ``In-/Outbound marketing``.

    Only where the definition writes them so, or where the parts are a pair by their endings.
    """
    first, last = parts[0].split(), parts[-1].split()
    ended = [_with_tail(part, " ".join(last[1:]), parts[-1], definition) for part in parts[:-1]]
    if ended != list(parts[:-1]) or len(first) == 1:
        return [*ended, parts[-1]]
    head = " ".join(first[:-1])
    return [parts[0], *(_with_head(part, head, first[-1], definition) for part in parts[1:])]


def _run_together(part: str, definition: str) -> list[str]:
    """Two acronyms whose sign between them was lost, as the definition names them."""
    before, _, last = part.rpartition(" ")
    if not re.fullmatch(r"[A-Z]{4,12}", last) or mentions(definition, last):
        return [part]
    for at in range(2, len(last) - 1):
        if mentions(definition, last[:at]) and mentions(definition, last[at:]):
            return [f"{before} {last[:at]}".strip(), last[at:]]
    return [part]


def _with_ending(part: str, last: str, definition: str) -> str:
    """``Up-Selling``, ``Vorteile`` of a part that stops at a hyphen, as the definition has it."""
    if not part.endswith("-"):
        return part
    stem = part[:-1]
    for word in re.findall(rf"(?<!\w){re.escape(stem)}-?[^\W\d_]+", definition, re.IGNORECASE):
        ending = word[len(stem) :]
        if last.casefold().endswith(ending.lstrip("-").casefold()):
            return f"{stem}{ending}"
    return part


def _with_tail(part: str, tail: str, last: str, definition: str) -> str:
    """``Inbound marketing`` of a part that stops short of the second word."""
    if tail and " " not in part and (mentions(definition, f"{part} {tail}") or _pair(part, last)):
        return f"{part} {tail}"
    return part


def _with_head(part: str, head: str, word: str, definition: str) -> str:
    if " " in part or not (mentions(definition, f"{head} {part}") or _pair(word, part)):
        return part
    return f"{head} {part}"


def _pair(one: str, other: str) -> bool:
    """Whether the words end alike, and are not the same."""
    one, other = one.casefold(), other.partition(" ")[0].casefold()
    return one != other and one[-_SHARED_ENDING:] == other[-_SHARED_ENDING:]
