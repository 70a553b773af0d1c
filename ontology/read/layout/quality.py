"""How much each entry looks like one of a glossary: its name, its text, its place among others."""

import re
from collections.abc import Sequence
from statistics import median

from ontology.names import fold
from ontology.read.layout.entry import Entry, text_words
from ontology.read.layout.leads import enclosed, is_rare
from ontology.read.layout.lines import Document
from ontology.read.layout.page_words import is_page_heading
from ontology.read.layout.word_count import word_count
from ontology.read.line import Role
from ontology.read.naming.see import is_only_see


def qualities(document: Document, entries: Sequence[Entry]) -> list[float]:
    """From 0 to about 1: how much each looks like an entry of a glossary, by itself."""
    if not entries:
        return []
    names = [word_count(entry.lead.name) for entry in entries]
    texts = [text_words(document, entry) for entry in entries]
    usual_name, usual_text = median(names), median(texts)
    seen: dict[str, int] = {}
    counted = sum(bool(entry.lead.number) for entry in entries) >= 0.6 * len(entries)
    known = sum(_is_listed(document, fold(entry.lead.name)) for entry in entries)
    listed = known >= 0.6 * len(entries)
    found = []
    missing = in_gaps(entries)
    capital = sum(not entry.lead.name[:1].islower() for entry in entries) > 0.8 * len(entries)
    for place, (entry, name, text) in enumerate(zip(entries, names, texts, strict=True)):
        key = fold(entry.lead.name)
        seen[key] = seen.get(key, 0) + 1
        quality = _name_quality(entry.lead.name, name, usual_name)
        quality *= _text_quality(document, entry, text, usual_text)
        if entry.lead.kind.endswith("stop") and name > 5:
            # Any sentence ends in a full stop.
            quality *= 0.4
        if seen[key] > 1:
            quality *= 0.5
        if len(entry.leads) > 3 and not is_rare((entry.lead.kind,)):
            # So many names over one text are the navigation of a page.
            quality *= 0.3
        if counted and not entry.lead.number and place not in missing:
            quality *= 0.4
        if capital and entry.lead.name[:1].islower():
            quality *= 0.6
        if _holds_another(document, entry):
            quality *= 0.4
        if listed and not _is_listed(document, key):
            quality *= 0.4
        found.append(quality)
    return found


def _is_listed(document: Document, name: str) -> bool:
    """Whether the table of contents has the name, or what it begins with."""
    words = re.split(r"[\s,;:()]+", name) if document.contents else []
    return any(" ".join(words[:n]) in document.contents for n in range(1, len(words) + 1))


def _holds_another(document: Document, entry: Entry) -> bool:
    """Whether a line inside the text is set as the beginning of an entry: it swallowed others."""
    if is_rare((entry.lead.kind,)):
        return False
    lines = [document.lines[at] for at in entry.body]
    columns = sum("\t" in line.text and line.role is Role.TEXT for line in lines)
    swallowed = any(line.role is Role.TERM or enclosed(line.text) for line in lines)
    return swallowed or (columns > 2 and "tab" not in entry.lead.kind)


def in_gaps(entries: Sequence[Entry]) -> set[int]:
    """Places of entries without a number where just their number is missing."""
    found = set()
    for place, entry in enumerate(entries[1:-1], start=1):
        before, after = entries[place - 1].lead.number, entries[place + 1].lead.number
        numbered = before.isdecimal() and after.isdecimal()
        if not entry.lead.number and numbered and int(after) == int(before) + 2:
            found.add(place)
    return found


def _name_quality(name: str, words: int, usual: float) -> float:
    plain = word_count(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", name)) or words
    quality = 1.0 if plain <= 4 else 0.85 if plain <= 6 else 0.65 if plain <= 8 else 0.3
    if plain > 2.5 * usual + 3:
        quality *= 0.5
    if is_page_heading(name) or _is_code(name):
        quality *= 0.3
    if name[-1:] in "?!؟？！":
        quality *= 0.3
    elif name[-1:] in ".,;:。、":
        quality *= 0.6
    return quality


def _is_code(name: str) -> bool:
    """Whether a name is made of signs and digits as lines of a program or a log are."""
    signs = sum(char in "=;{}<>_\\" for char in name)
    digits = sum(char.isdigit() for char in name)
    return (
        signs > 1
        or (digits > 0.5 * len(name) and len(name) > 5)
        or name.count("(") != name.count(")")
    )


def _text_quality(document: Document, entry: Entry, words: int, usual: float) -> float:
    if not words:
        return 0.1
    quality = 0.4 if words <= 2 else 0.75 if words <= 4 else 1.0
    if words <= 6 and is_only_see(entry.rest or document.lines[entry.body[0]].text):
        quality = 1.0
    if words > 150:
        quality = 0.8 if words <= 300 else 0.5 if words <= 600 else 0.2
        quality *= 0.6 if words > 6 * usual else 1.0
    return min(1.1, quality + (0.15 if _echoes(document, entry) else 0.0))


def echo(document: Document, entries: Sequence[Entry]) -> float:
    """Share of the entries whose text takes up their name."""
    return sum(_echoes(document, entry) for entry in entries) / max(1, len(entries))


def _echoes(document: Document, entry: Entry) -> bool:
    """Whether the text takes up a word of the name, or its initials, at its beginning."""
    text = entry.rest or (document.lines[entry.body[0]].text if entry.body else "")
    words = fold(text[:300]).split()[:18]
    name = [word for word in fold(entry.lead.name).split() if len(word) > 2]
    initials = "".join(word[0] for word in name)
    stems = {word[: max(4, len(word) - 2)] for word in name}
    return any(word.startswith(stem) for word in words for stem in stems) or (
        len(initials) > 1 and initials in words
    )
