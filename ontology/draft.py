"""A concept while it is being changed: labels, notes and sources are added, none is overwritten."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from yaml.reader import Reader

from ontology.model import Concept, PrintedLabel, Reading, Texts

_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_BREAKS = re.compile("[\v\f\x1c-\x1f]")

Said = TypeVar("Said", PrintedLabel, Reading)

Some = dict[str, dict[str, None]]
"""Texts by language, each once, in the order they came."""


@lru_cache(1 << 14)
def clean_label(text: str) -> str:
    """A name on one line, in Unicode's form C, without what no file of a vocabulary may hold."""
    return " ".join(_printable(text).split())


def clean_text(text: str) -> str:
    """A definition: paragraphs divided by a line feed, else as ``clean_label``, which see."""
    lines = (_SPACES.sub(" ", line).strip() for line in _printable(text).splitlines())
    return "\n".join(line for line in lines if line)


def _printable(text: str) -> str:
    text = _BREAKS.sub("\n", text).replace("\ufeff", "")
    return unicodedata.normalize("NFC", Reader.NON_PRINTABLE.sub("", text))


def label_key(text: str) -> str:
    """What two labels share that are one: everything but case and spaces."""
    return clean_label(text).casefold()


@dataclass(slots=True)
class Draft:
    """A concept whose texts can grow. What is not named here stays as it was in ``concept``."""

    concept: Concept
    preferred: dict[str, str] = field(default_factory=dict)
    alternative: Some = field(default_factory=dict)
    hidden: Some = field(default_factory=dict)
    own: Some = field(default_factory=dict)
    """Definitions that no source wrote."""
    defining: dict[Reading, None] = field(default_factory=dict)
    """How sources define it."""
    remarks: dict[Reading, None] = field(default_factory=dict)
    """What else is told of sources."""
    notes: dict[str, Some] = field(default_factory=dict)
    """The other kinds of note."""
    mappings: Some = field(default_factory=dict)
    printed: dict[PrintedLabel, None] = field(default_factory=dict)
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    """Its labels by language and key."""
    defined: set[tuple[str, str]] = field(default_factory=set)
    """Texts of its definitions, and their languages."""

    def label(self, text: str, language: str) -> str | None:
        """The label of the concept that is the same but for case, of whatever kind."""
        return self.known.get((language, label_key(text)))

    def add_label(self, text: str, language: str, *, hidden: bool = False) -> bool:
        """Whether the label was new. The first of a language is preferred; one kind only (S13)."""
        known = self.label(text, language)
        if language not in self.preferred:
            for kind in (self.alternative, self.hidden):
                kind.get(language, {}).pop(known or text, None)
            self.preferred[language] = known or text
        elif known is None:
            kind = self.hidden if hidden else self.alternative
            kind.setdefault(language, {})[text] = None
        self.known.setdefault((language, label_key(text)), text)
        return known is None

    def add_printed(self, text: str, language: str, source: str) -> bool:
        """Whether it was new that ``source`` prints this label, which the concept has."""
        printed = PrintedLabel(self.label(text, language) or text, language, source)
        new = printed not in self.printed
        self.printed[printed] = None
        return new

    def add_definition(self, text: str, language: str, source: str = "") -> bool:
        """Whether the definition, or that ``source`` gives it, was new."""
        if not source:
            new = (text, language) not in self.defined
            if new:
                self.defined.add((text, language))
                self.own.setdefault(language, {})[text] = None
            return new
        reading = Reading(text, language, source)
        new = reading not in self.defining
        self.defining[reading] = None
        self.defined.add((text, language))
        return new


_NOTES = ("scope_notes", "examples", "history_notes")


def draft_of(concept: Concept) -> Draft:
    """The concept, open to changes."""
    defining = dict.fromkeys(concept.sourced_definitions())
    labels = reversed(list(concept.labels()))
    return Draft(
        concept,
        preferred=dict(concept.pref_labels),
        alternative=_open(concept.alt_labels),
        hidden=_open(concept.hidden_labels),
        own=_open(_own_definitions(concept, defining)),
        defining=defining,
        remarks={reading: None for reading in concept.readings if reading not in defining},
        notes={name: _open(getattr(concept, name)) for name in _NOTES},
        mappings=_open(concept.mappings),
        printed=dict.fromkeys(concept.printed),
        # In reverse, so that of two labels that differ in case the preferred one is found.
        known={(language, label_key(text)): text for _, language, text in labels},
        defined={(text, tag) for tag, texts in concept.definitions.items() for text in texts},
    )


def _own_definitions(concept: Concept, defining: Iterable[Reading]) -> Texts:
    """Those that stand before the ones of sources, which may say the same once more."""
    sourced: dict[str, dict[str, None]] = {}
    for text, language, _ in defining:
        sourced.setdefault(language, {})[text] = None
    own: dict[str, tuple[str, ...]] = {}
    for language, texts in concept.definitions.items():
        said = sourced.get(language, {})
        count = 1 + max((at for at, text in enumerate(texts) if text not in said), default=-1)
        own[language] = next(
            first
            for first in (texts[:count], texts[: count + 1], texts)
            if list(texts[len(first) :]) == _without(said, first) or len(first) == len(texts)
        )
    return own


def _without(texts: Iterable[str], some: Sequence[str]) -> list[str]:
    taken = set(some)
    return [text for text in texts if text not in taken]


def concept_of(draft: Draft) -> Concept:
    """What the draft has become, what sources say in the order in which they are cited."""
    sources = {printed.source: None for printed in draft.printed}
    place = {source: number for number, source in enumerate(sources)}
    defining = _grouped(draft.defining, place)
    definitions = {tag: dict(texts) for tag, texts in draft.own.items()}
    for reading in defining:
        definitions.setdefault(reading.language, {})[reading.text] = None
    return replace(
        draft.concept,
        pref_labels=draft.preferred,
        alt_labels=_closed(draft.alternative),
        hidden_labels=_closed(draft.hidden),
        definitions=_closed(definitions),
        scope_notes=_closed(draft.notes["scope_notes"]),
        examples=_closed(draft.notes["examples"]),
        history_notes=_closed(draft.notes["history_notes"]),
        mappings=_closed(draft.mappings),
        printed=tuple(_grouped(draft.printed, place)),
        readings=(*defining, *_grouped(draft.remarks, place)),
    )


def _grouped(said: Iterable[Said], place: Mapping[str, int]) -> list[Said]:
    """What each source says, by language, both in the order in which they first come."""
    first: dict[tuple[str, str], int] = {}
    for one in said:
        first.setdefault((one.source, one.language), len(first))
    return sorted(
        said, key=lambda one: (place.get(one.source, len(place)), first[one.source, one.language])
    )


def _open(texts: Texts) -> Some:
    return {tag: dict.fromkeys(some) for tag, some in texts.items()}


def _closed(texts: Mapping[str, Mapping[str, None]]) -> Texts:
    return {tag: tuple(some) for tag, some in texts.items() if some}
