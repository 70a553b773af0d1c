"""Documents of terms → what a vocabulary knows of them: sources, groups, languages."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ontology.draft import clean_label, label_key
from ontology.model import Collection, ConceptScheme, Source, Term, Vocabulary

UNKNOWN = "und"
"""The tag for a language that nobody told (ISO 639-2)."""

EXAMPLE_BASE = "https://example.org/glossary/"

_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")

# A key of YAML ends after 1024 characters (YAML 1.2.2, 7.4.2), an address should be readable.
_LONGEST_GROUP = 80


def new_vocabulary(
    terms: Iterable[Term], title: str = "Glossary", base: str = EXAMPLE_BASE
) -> Vocabulary:
    """The empty vocabulary that these terms can be merged into: its scheme, in their languages.

    ``base`` begins the IRI of every concept; it ends in ``/`` or ``#``.
    """
    count = Counter(tag for term in terms if (tag := language_tag(term.language)))
    languages = tuple(sorted(count, key=lambda tag: (-count[tag], tag))) or (UNKNOWN,)
    name = clean_label(title) or "Glossary"
    return Vocabulary(ConceptScheme(base, "glossary", languages, {languages[0]: name}))


def language_tag(written: str) -> str:
    """A language tag in its conventional case (RFC 5646, 2.1.1), or nothing where it is none."""
    tag = written.strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        return ""
    first, *others = tag.split("-")
    cased = (
        part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()
        for part in others
    )
    return "-".join([first.lower(), *cased])


def identifier(text: str) -> str:
    """Lower-case Latin letters and digits joined by hyphens; nothing where there are none."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return "-".join(re.findall("[a-z0-9]+", plain))


class Documents:
    """The sources of a vocabulary, and those that the documents of new terms become."""

    def __init__(self, vocabulary: Vocabulary, terms: Sequence[Term]) -> None:
        scheme = vocabulary.scheme
        self.base = scheme.iri
        self.languages = dict.fromkeys(scheme.languages)
        self.sources = {source.id: source for source in vocabulary.sources}
        self.groups = {one.iri: one for one in vocabulary.collections}
        self.members = {one.iri: dict.fromkeys(one.members) for one in vocabulary.collections}
        self._first_language = scheme.languages[0] if scheme.languages else UNKNOWN
        self._known = {source.title: source for source in vocabulary.sources} | self.sources
        self._described: dict[str, Source] = {}
        self._used = dict.fromkeys(self.sources)
        self._tried: dict[str, int] = {}
        self._group_of: dict[tuple[str, str], str] = {}
        self._place: dict[str, int] = {}
        self._new: set[str] = set()
        for one in vocabulary.collections:
            for label in one.pref_labels.values():
                self._group_of[one.source, label_key(label)] = one.iri
        by_document: dict[str, list[Term]] = {}
        for term in terms:
            if name := clean_label(term.document):
                by_document.setdefault(name, []).append(term)
        for name, some in sorted(by_document.items()):
            self._described[name] = self._describe(name, some)
        # New sources and groups stand in the order of documents, whatever concept cites them first.
        for term in terms:
            source = self.source(term)
            if source:
                self._place.setdefault(source.iri, len(self._place))
                group = f"{source.iri} {label_key(term.group)}"
                self._place.setdefault(group, len(self._place))

    def _describe(self, name: str, terms: Sequence[Term]) -> Source:
        """The source that is this document; one of the vocabulary where it is known already."""
        if name in self._known:
            return self._known[name]
        stem = _source_id(name)
        # Ten thousand documents of one name do not try each other's numbers.
        number = self._tried.get(stem, 1)
        key = stem if number == 1 else f"{stem}{number}"
        while key in self._used:
            # One that was made of another file of the same name; else its owner has described it.
            known = self.sources.get(key)
            if known and _source_id(known.title) != stem:
                return known
            number += 1
            key = f"{stem}{number}"
        self._used[key] = None
        self._tried[stem] = number
        count = Counter(tag for term in terms if (tag := language_tag(term.language)))
        language = min(count, key=lambda tag: (-count[tag], tag), default=self._first_language)
        iri = f"{self.base}source/{key}"
        return Source(iri, key, name, language, kind="document", entries=len(terms))

    def source(self, term: Term) -> Source | None:
        """The source that the document of a term is, new or known; None for a term without one."""
        return self._described.get(clean_label(term.document))

    def language(self, term: Term) -> str:
        """The language of a term: its own, else that of its document."""
        source = self.source(term)
        spoken = source.language if source else self._first_language
        return language_tag(term.language) or spoken

    def cite(self, source: Source) -> bool:
        """Whether it is new that the vocabulary knows this source."""
        new = source.id not in self.sources
        if new:
            self._new.add(source.iri)
        self.sources[source.id] = source
        return new

    def speak(self, language: str) -> None:
        """The vocabulary has this language from now on."""
        self.languages[language] = None

    def add_member(
        self, concept: str, group: str, source: Source, language: str
    ) -> tuple[bool, bool]:
        """Put a concept into a group of a source: whether the group, and the member, are new."""
        label = clean_label(group)
        iri = self._group_of.get((source.iri, label_key(label)))
        new = iri is None
        if iri is None:
            iri = self._new_group(label, source, language)
        joins = concept not in self.members[iri]
        self.members[iri][concept] = None
        return new, joins

    def _new_group(self, label: str, source: Source, language: str) -> str:
        short = identifier(label[: 4 * _LONGEST_GROUP])[:_LONGEST_GROUP].strip("-")
        stem = f"{self.base}collection/{source.id}-{short or 'group'}"
        # Ten thousand groups in another script do not try each other's numbers.
        number = self._tried.get(stem, 1)
        iri = stem if number == 1 else f"{stem}-{number}"
        while iri in self.groups:
            number += 1
            iri = f"{stem}-{number}"
        self._tried[stem] = number
        self.groups[iri] = Collection(iri, {language: label}, (), source.iri)
        self.members[iri] = {}
        self._new.add(iri)
        self._group_of[source.iri, label_key(label)] = iri
        return iri

    def replace_members(self, by: Mapping[str, str]) -> None:
        """Members that were retired give their place to what replaces them."""
        for iri, members in self.members.items():
            if any(member in by for member in members):
                self.members[iri] = dict.fromkeys(by.get(member, member) for member in members)

    def collections(self) -> tuple[Collection, ...]:
        """All groups, those of a source together, with their members in order."""
        place = {source.iri: number for number, source in enumerate(self.all_sources())}

        def order(group: Collection) -> tuple[int, int]:
            label = label_key(next(iter(group.pref_labels.values()), ""))
            new = self._place.get(f"{group.source} {label}", 0) if group.iri in self._new else -1
            return place.get(group.source, len(place)), new

        return tuple(
            replace(group, members=tuple(sorted(self.members[group.iri])))
            for group in sorted(self.groups.values(), key=order)
        )

    def all_sources(self) -> tuple[Source, ...]:
        """Those there were, then the new ones in the order of their documents."""
        return tuple(
            sorted(
                self.sources.values(),
                key=lambda one: self._place.get(one.iri, 0) if one.iri in self._new else -1,
            )
        )


def _source_id(document: str) -> str:
    """``Mi glosario.pdf`` → ``miglosario``: letters and digits, a letter first."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", document.replace("\\", "/").rpartition("/")[2])
    letters = identifier(stem).replace("-", "")[:24]
    return letters if letters[:1].isalpha() else f"document{letters}"
