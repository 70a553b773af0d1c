"""TBX → terms and definitions by concept and language.

TermBase eXchange, ISO 30042:2019 in both of its styles (https://www.tbxinfo.net), and of 2008
(``martif``, TBX-Basic). In DCA the kind of a text is an attribute
(``<descrip type="definition">``), in DCT the name of its element (``<basic:definition>``).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ontology.model import primary_tag
from ontology.problem import Problem
from ontology.read.decode import check_size
from ontology.read.line import Content, Line, Role
from ontology.read.xml_events import Events, read_xml

ROOTS = frozenset({"tbx", "TBX", "martif"})
CONCEPTS = frozenset({"conceptEntry", "termEntry"})
LANGUAGES = frozenset({"langSec", "langSet"})
TERMS = frozenset({"termSec", "tig", "ntig"})
TYPED = frozenset({"descrip", "termNote", "admin", "adminNote", "descripNote", "ref", "xref"})
"""Elements whose attribute ``type`` says what they are."""
INLINE = frozenset({"hi", "foreign", "ec", "ph", "sc", "bpt", "ept", "it"})
TAKEN = frozenset({"term", "definition", "subjectField", "administrativeStatus", "title"})
LEFT_OUT = frozenset({"context", "example", "explanation", "note", "figure"})
BEFORE = ("preferredTerm", "", "admittedTerm", "deprecatedTerm", "supersededTerm")
"""Terms of one language in the order in which they stand, by what is said of their use."""


class Text(NamedTuple):
    """A text of the file, with the lines on which it begins and ends."""

    text: str
    first: int
    last: int
    language: str = ""


@dataclass(slots=True)
class Section:
    """What a concept has in one language; ``terms`` with what is said of their use."""

    language: str
    terms: list[tuple[Text, str]] = field(default_factory=list)
    definitions: list[Text] = field(default_factory=list)


@dataclass(slots=True)
class ConceptEntry:
    """A concept: its languages, and what is said of it in none of them."""

    subject: str = ""
    languages: list[Section] = field(default_factory=list)
    definitions: list[Text] = field(default_factory=list)


def parse(data: bytes, where: str) -> Content:
    """The terms of each concept, language by language, each followed by its definitions.

    A definition that is said of the concept stands in the language it is in, or, where the concept
    has no term in it, in the first one without a definition. Problem for what is no TBX.
    """
    check_size(data, where)
    events = _Entries(where)
    read_xml(data, where, events)
    lines = tuple(line for entry in events.entries for line in _lines(entry))
    if not lines:
        raise Problem(where, "is a TBX without a term", "see whether it holds <term> elements")
    left_out = tuple(f"{kind}: {count}" for kind, count in sorted(events.passed.items()))
    return Content(lines, events.title, events.language, left_out)


class _Entries(Events):
    def __init__(self, where: str) -> None:
        self.where = where
        self.entries: list[ConceptEntry] = []
        self.passed: Counter[str] = Counter()
        self.title = self.language = self.root = ""
        self.section: Section | None = None
        self.status = ""
        self.inside: list[str] = []
        self.taking = ""
        self.letters: list[str] = []
        self.began = 0
        self.text_language = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self.root:
            self._root(name, attributes)
        self.inside.append(name)
        if name in CONCEPTS:
            self.entries.append(ConceptEntry())
            self.section = None
        elif name in LANGUAGES and self.entries:
            self.section = Section(attributes.get("lang", ""))
            self.entries[-1].languages.append(self.section)
        elif name in TERMS:
            self.status = ""
        elif not self.taking and name not in INLINE:
            self._begin(attributes.get("type", "") if name in TYPED else name, attributes)

    def text(self, text: str) -> None:
        if self.taking:
            self.letters.append(text)

    def end(self, name: str) -> None:
        self.inside.pop()
        if self.taking and name not in INLINE:
            self._take("".join(self.letters))
            self.taking = ""
        if name in LANGUAGES:
            self.section = None

    def _root(self, name: str, attributes: Mapping[str, str]) -> None:
        if name not in ROOTS:
            mend = "give a TBX, or the glossary as HTML, CSV or text"
            raise Problem(self.where, f"is no TBX: its first element is <{name[:40]}>", mend)
        self.root = name
        self.language = attributes.get("lang", "")

    def _begin(self, kind: str, attributes: Mapping[str, str]) -> None:
        """A text of some kind begins: taken, or counted as left out."""
        if kind in TAKEN:
            self.taking, self.letters, self.began = kind, [], self.line
            self.text_language = attributes.get("lang", "")
        elif self.entries and kind in LEFT_OUT:
            self.passed[kind] += 1

    def _take(self, raw: str) -> None:
        text = " ".join(raw.split())
        entry = self.entries[-1] if self.entries else None
        first = self.began + raw[: len(raw) - len(raw.lstrip())].count("\n")
        said = Text(text, first, first + raw.strip().count("\n"))
        if not text:
            return
        if entry is None:
            self.title = self.title or (text if self.taking == "title" else "")
        elif self.taking == "subjectField":
            entry.subject = entry.subject or text
        elif self.taking == "definition":
            language = self.text_language or (
                self.section.language if self.section else self.language
            )
            (self.section or entry).definitions.append(said._replace(language=language))
        elif self.section and self.taking == "term":
            self.section.terms.append((said, ""))
        elif self.section and self.section.terms and self.taking != "title":
            term, _ = self.section.terms[-1]
            self.section.terms[-1] = (term, text.partition("-")[0])


def _lines(entry: ConceptEntry) -> Iterator[Line]:
    """Terms and definitions, and a blank line after each language that has a definition.

    A language without one only translates: its terms are names of the first that has one.
    """
    defined = [(section, said) for section, said in _with_definitions(entry) if section.terms]
    main = next((section for section, said in defined if said), defined[0][0] if defined else None)
    translations = [section for section, said in defined if not said and section is not main]
    for section, definitions in defined:
        if section is main:
            yield from _of_language(section, definitions, entry.subject, translations)
        elif definitions:
            yield from _of_language(section, definitions, entry.subject)
        else:
            continue
        yield Line(max(text.last for text, _ in section.terms), "")


def _with_definitions(entry: ConceptEntry) -> Iterator[tuple[Section, list[Text]]]:
    """Each language with its definitions, or those of the concept that are in no other."""
    known = {primary_tag(section.language) for section in entry.languages}
    # By language; those that any language may take stand under none.
    shared: dict[str, list[tuple[int, Text]]] = {}
    for number, said in enumerate(entry.definitions):
        primary = primary_tag(said.language)
        shared.setdefault(primary if primary in known else "", []).append((number, said))
    for section in entry.languages:
        definitions = list(section.definitions)
        if not definitions:
            mine = shared.pop("", []) + shared.pop(primary_tag(section.language), [])
            definitions = [said for _, said in sorted(mine)]
        yield section, definitions


def _of_language(
    section: Section,
    definitions: Iterable[Text],
    subject: str,
    translations: Iterable[Section] = (),
) -> Iterator[Line]:
    order = {status: at for at, status in enumerate(BEFORE)}
    for some in (section, *translations):
        # Sorting keeps the order of the file among equals.
        for text, _ in sorted(some.terms, key=lambda term: order.get(term[1], 1)):
            yield _line(text, Role.TERM, some.language, subject)
    for text in definitions:
        yield _line(text, Role.DEFINITION, text.language or section.language, subject)


def _line(text: Text, role: Role, language: str, subject: str) -> Line:
    last = text.last if text.last > text.first else 0
    return Line(text.first, text.text, last=last, role=role, under=subject, language=language)
