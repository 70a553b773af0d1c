"""An entry and its text → the terms it is: usually one, two where it defines two things."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ontology.model import Term
from ontology.names import fold
from ontology.read.layout.body import Text
from ontology.read.layout.entry import Entry
from ontology.read.layout.lines import Document
from ontology.read.naming.given_names import given_names
from ontology.read.naming.language import language_of
from ontology.read.naming.printed_name import split_names
from ontology.read.naming.see import is_only_see, see_of


@dataclass(frozen=True, slots=True)
class About:
    """What all entries of a document share: its name, its language, names told by brackets only."""

    document: str
    language: str
    narrowed: frozenset[str]


def terms_of(document: Document, entry: Entry, text: Text, about: About) -> Iterator[Term]:
    """The terms of an entry of ``document``."""
    line = document.lines[entry.lead.at]
    definition = text.definition
    spoken = line.language or _spoken(definition, about.language)
    printed = entry.lead.name
    found = split_names(printed, definition, spoken, printed in about.narrowed)
    further = [
        (other, document.lines[lead.at].language or spoken)
        for lead in entry.leads[1:]
        for names in split_names(lead.name, definition, spoken)
        for other in (names.name, *names.others)
    ]
    more = [other for other, _ in further]
    translations = tuple(f"{tag}:{other}" for other, tag in further if tag != spoken)
    more += [
        other
        for cell in entry.lead.others
        for part in re.split(r"\s*[;|]\s*|,\s+", cell)
        for names in split_names(part, definition, spoken)
        for other in (names.name, *names.others)
    ]
    see = see_of(definition)
    for names in found:
        others = [*names.others, *(more if len(found) == 1 else ())]
        others += given_names(names.name, definition, spoken, others)
        yield Term(
            names.name,
            _distinct(names.name, others),
            "" if is_only_see(definition) else definition,
            spoken,
            entry.group or line.under,
            entry.lead.number,
            tuple(dict.fromkeys((*names.see, *see))),
            line.number,
            max(text.last, line.number),
            about.document,
            translations if len(found) == 1 else (),
        )


def _spoken(definition: str, language: str) -> str:
    """The language of an entry: the document's, unless its own text is clearly of another."""
    if len(definition) < 80 or not language:
        return language
    return language_of(definition) or language


def _distinct(name: str, others: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for other in others:
        if other and other != name:
            found.setdefault(fold(other) if fold(other) != fold(name) else other, other)
    return tuple(found.values())
