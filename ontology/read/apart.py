"""Whether an entry defines several things, or one thing that has several names."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from ontology.read.acronym import expansion_in, in_capitals, is_acronym_of, looks_like_acronym
from ontology.read.brackets import BRACKET, split_outside
from ontology.read.small_words import any_of, phrases
from ontology.read.wording import said_with

_SUBJECT = 45
"""Characters from the beginning of a sentence in which its subject is looked for."""
_VERB = 60
"""Characters after the subject in which its verb is looked for."""


class Joint(StrEnum):
    """What stands between the parts of a heading: how far it speaks for several things."""

    AND = "and"
    SIGN = "/"
    OR = "or"


def things(heading: str, definition: str, language: str) -> list[str]:
    """The parts of a heading that the definition tells apart; the heading when it is one thing."""
    for joint, parts in _divisions(heading, definition, language):
        if len(set(parts)) == len(parts) and _apart(heading, parts, joint, definition, language):
            return _with_shared_words(parts, definition)
    return [heading]


def mentions(text: str, name: str, alone: bool = False) -> bool:
    """Whether ``text`` holds ``name`` as words; ``alone``: and not beside a slash."""
    edge = r"[\w/]" if alone else r"\w"
    before = rf"(?<!{edge})" if name[:1].isalnum() else ""
    after = rf"(?!{edge})" if name[-1:].isalnum() else ""
    return bool(name) and bool(re.search(before + re.escape(name) + after, text, re.IGNORECASE))


def _divisions(heading: str, definition: str, language: str) -> Iterator[tuple[Joint, list[str]]]:
    """The ways in which the heading may name several things."""
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
            yield Joint.AND if together and joint is Joint.SIGN else joint, whole
    alone = heading.split()
    if 2 <= len(alone) <= 3 and all(map(looks_like_acronym, alone)):
        yield Joint.SIGN, alone
    if len(found := _run_together(heading, definition)) > 1:
        yield Joint.SIGN, found


def _run_together(part: str, definition: str) -> list[str]:
    """Two acronyms whose sign between them was lost, as the definition names them."""
    before, _, last = part.rpartition(" ")
    if not re.fullmatch(r"[A-Z]{4,12}", last) or mentions(definition, last):
        return [part]
    for at in range(2, len(last) - 1):
        if mentions(definition, last[:at]) and mentions(definition, last[at:]):
            return [f"{before} {last[:at]}".strip(), last[at:]]
    return [part]


def _apart(
    heading: str, parts: Sequence[str], joint: Joint, definition: str, language: str
) -> bool:
    names = [BRACKET.sub("", part).strip() or part for part in parts]
    if any(is_acronym_of(one, other) for one in names for other in names):
        return False
    acronyms = [_last(name) for name in names]
    short = all(map(looks_like_acronym, acronyms))
    each = bool(said_with("each", language).search(definition))
    if short and each and all(mentions(definition, name) for name in acronyms):
        return True
    sentences = _sentences(definition, language)
    ways = [_ways(name, part, names) for name, part in zip(names, parts, strict=True)]
    about = [{at for at, said in enumerate(sentences) if _is_about(some, said)} for some in ways]
    own = [some.difference(*about[:at], *about[at + 1 :]) for at, some in enumerate(about)]
    if not all(own):
        return False
    if each or said_with("apart", language).search(definition):
        return True
    if sentences and mentions(sentences[0][: len(heading) + _SUBJECT], heading):
        return False
    return (
        short
        or joint is Joint.AND
        or (
            joint is Joint.SIGN
            and all(
                any(_defines(some, sentences[at], language) for at in of)
                for some, of in zip(ways, own, strict=True)
            )
        )
    )


def _ways(name: str, part: str, names: Sequence[str]) -> set[str]:
    """How the definition may speak of a part: by its name, acronym, bracket or first word."""
    first = name.partition(" ")[0]
    ways = {name, *(found[1].strip() for found in BRACKET.finditer(part))}
    if looks_like_acronym(_last(name)):
        ways.add(_last(name))
    if " " in name and all(" " not in other for other in names if other != name):
        ways.add(first)
    return ways


def _last(name: str) -> str:
    return re.sub(r"(?<=[A-Z]{2})s$", "", name.rpartition(" ")[2])


def _sentences(definition: str, language: str) -> list[str]:
    """Sentences, and clauses where one thing is set against another."""
    ends = rf"(?<=[.!?;。；])\s*|\n|(?:,\s*|\s)(?=(?:{any_of(phrases('apart', language))})\s)"
    return [
        part.strip() for part in re.split(ends, definition, flags=re.IGNORECASE) if part.strip()
    ]


def _is_about(ways: set[str], sentence: str) -> bool:
    """Whether the sentence begins with one of the ways to name a thing, or spells one out."""
    zone = sentence[: _SUBJECT + max(map(len, ways))]
    if any(mentions(zone, way) for way in ways):
        return True
    words = re.findall(r"\w+", sentence[: 2 * _SUBJECT])
    return any(
        word[0].isupper() and _spelt_out(way, words[at:])
        for way in ways
        if looks_like_acronym(way)
        for at, word in enumerate(words)
    )


def _spelt_out(short: str, words: list[str]) -> bool:
    """Whether the first of some words, written with capitals, are what ``short`` stands for."""
    return in_capitals(words[: expansion_in(short, words)])


def _defines(ways: set[str], sentence: str, language: str) -> bool:
    """Whether a verb of defining follows soon after one of the ways to name a thing."""
    said = sentence.lower()
    starts = [at for way in ways if (at := said.find(way.lower())) >= 0]
    at = min(starts, default=0)
    zone = sentence[at : at + max(map(len, ways)) + _VERB]
    return bool(said_with("is_a", language).search(zone))


def _with_shared_words(parts: list[str], definition: str) -> list[str]:
    """Parts with the words they have in common, where the definition writes them with each."""
    tail, head = " ".join(parts[-1].split()[1:]), " ".join(parts[0].split()[:-1])
    first = [
        f"{part} {tail}"
        if tail and " " not in part and mentions(definition, f"{part} {tail}")
        else part
        for part in parts[:-1]
    ]
    found = [*first, parts[-1]]
    if first != parts[:-1]:
        return found
    return found[:1] + [
        f"{head} {part}"
        if head and " " not in part and mentions(definition, f"{head} {part}")
        else part
        for part in found[1:]
    ]
