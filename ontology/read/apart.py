"""Whether an entry defines several things, or one thing that has several names."""

import re
from collections.abc import Iterator, Sequence

from ontology.read.acronym import expansion_in, is_acronym_of, looks_like_acronym
from ontology.read.brackets import BRACKET, split_outside
from ontology.read.small_words import any_of, phrases
from ontology.read.wording import said_with

_SUBJECT = 45
"""Characters from the beginning of a sentence in which its subject is looked for."""
_VERB = 60
"""Characters after the subject in which its verb is looked for."""


def things(heading: str, definition: str, language: str) -> list[str]:
    """The parts of a heading that the definition tells apart; the heading when it is one thing."""
    for parts, joined_by_or in _divisions(heading, definition, language):
        if len(set(parts)) == len(parts) and _apart(parts, joined_by_or, definition, language):
            return _with_shared_words(parts, definition)
    return [heading]


def mentions(text: str, name: str, alone: bool = False) -> bool:
    """Whether ``text`` holds ``name`` as words; ``alone``: and not beside a slash."""
    edge = r"[\w/]" if alone else r"\w"
    before = rf"(?<!{edge})" if name[:1].isalnum() else ""
    after = rf"(?!{edge})" if name[-1:].isalnum() else ""
    return bool(name) and bool(re.search(before + re.escape(name) + after, text, re.IGNORECASE))


def _divisions(heading: str, definition: str, language: str) -> Iterator[tuple[list[str], bool]]:
    """The ways in which the heading may name several things, and whether "or" joins them."""
    both, either = any_of(phrases("both", language)), any_of(phrases("either", language))
    signs = rf"\s*[/;,|、／]\s*(?:{both}\s+)?|\s+(?:{both}|&|\+)\s+"
    for pattern, joined_by_or in (
        (signs, False),
        (rf"\s+{either}\s+", True),
        (r"\s+[-–—]\s+", True),
    ):
        parts = split_outside(heading, pattern)
        if 2 <= len(parts) <= 5:
            yield (
                [found for part in parts for found in _run_together(part, definition)],
                joined_by_or,
            )
    alone = heading.split()
    if 2 <= len(alone) <= 3 and all(map(looks_like_acronym, alone)):
        yield alone, False
    if len(found := _run_together(heading, definition)) > 1:
        yield found, False


def _run_together(part: str, definition: str) -> list[str]:
    """Two acronyms whose sign between them was lost, as the definition names them."""
    before, _, last = part.rpartition(" ")
    if not re.fullmatch(r"[A-Z]{4,12}", last) or mentions(definition, last):
        return [part]
    for at in range(2, len(last) - 1):
        if mentions(definition, last[:at]) and mentions(definition, last[at:]):
            return [f"{before} {last[:at]}".strip(), last[at:]]
    return [part]


def _apart(parts: Sequence[str], joined_by_or: bool, definition: str, language: str) -> bool:
    names = [BRACKET.sub("", part).strip() or part for part in parts]
    if any(is_acronym_of(one, other) for one in names for other in names):
        return False
    acronyms = [_last(name) for name in names]
    short = all(map(looks_like_acronym, acronyms))
    each = _says(definition, "each", language)
    if short and each and all(mentions(definition, name) for name in acronyms):
        return True
    sentences = _sentences(definition, language)
    about = [
        {at for at, sentence in enumerate(sentences) if _is_about(name, names, sentence)}
        for name in names
    ]
    own = [some.difference(*about[:at], *about[at + 1 :]) for at, some in enumerate(about)]
    if not all(own):
        return False
    if short or each or _says(definition, "apart", language):
        return True
    return not joined_by_or and all(
        any(_defines(name, sentences[at], language) for at in some)
        for name, some in zip(names, own, strict=True)
    )


def _last(name: str) -> str:
    return re.sub(r"(?<=[A-Z]{2})s$", "", name.rpartition(" ")[2])


def _sentences(definition: str, language: str) -> list[str]:
    """Sentences, and clauses where one thing is set against another."""
    ends = rf"(?<=[.!?;。；])\s*|\n|(?:,\s*|\s)(?=(?:{any_of(phrases('apart', language))})\s)"
    return [
        part.strip() for part in re.split(ends, definition, flags=re.IGNORECASE) if part.strip()
    ]


def _is_about(name: str, names: Sequence[str], sentence: str) -> bool:
    """Whether the sentence begins with the name, its first word or what it stands for."""
    zone = sentence[: _SUBJECT + len(name)]
    shared = any(
        other != name and other.partition(" ")[0] == name.partition(" ")[0] for other in names
    )
    ways = {name, _last(name) if looks_like_acronym(_last(name)) else name}
    if " " in name and not shared and all(" " not in other for other in names if other != name):
        ways.add(name.partition(" ")[0])
    if any(mentions(zone, way) for way in ways):
        return True
    if not looks_like_acronym(_last(name)):
        return False
    words = re.findall(r"\w+", sentence[: 2 * _SUBJECT])
    return any(
        word[0].isupper() and _spelt_out(_last(name), words[at:]) for at, word in enumerate(words)
    )


def _spelt_out(short: str, words: list[str]) -> bool:
    """Whether the first of some words, written with capitals, are what ``short`` stands for."""
    count = expansion_in(short, words)
    return count > 0 and all(word[0].isupper() for word in words[:count] if len(word) > 3)


def _defines(name: str, sentence: str, language: str) -> bool:
    at = sentence.lower().find(name.partition(" ")[0].lower())
    zone = sentence[max(at, 0) : max(at, 0) + len(name) + _VERB]
    return bool(said_with("is_a", language).search(zone))


def _says(text: str, field: str, language: str) -> bool:
    return bool(said_with(field, language).search(text))


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
