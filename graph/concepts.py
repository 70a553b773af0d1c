"""The triples of any SKOS graph → its concepts, as people read them.

Sections and conditions (S…) are those of the SKOS Reference, https://www.w3.org/TR/skos-reference/.
"""

import re
from collections.abc import Iterable, Iterator

from graph.rdf import IRI, RDF_TYPE, Literal, Term, Triple, rdf_name
from graph.said import (
    Properties,
    Said,
    by_language,
    first_text,
    frozen,
    iris_of,
    literals,
    said_of,
    text_of,
    told_of,
)
from graph.skos import DEPRECATED, LITERAL_FORM, SOURCE, VALUE
from ontology.model import (
    LABELS,
    MAPPINGS,
    NOTES,
    Collection,
    Concept,
    ConceptScheme,
    PrintedLabel,
    Reading,
    Source,
    Texts,
    Vocabulary,
    last_part,
)

_NUMBER = re.compile("[0-9]{1,9}")

_READ = ("skos:definition", "skos:scopeNote", "skos:note")
"""The notes that a source may have written, and so read the concept in its way."""


def read_vocabulary(triples: Iterable[Triple]) -> Vocabulary:
    """The concepts, collections, sources and scheme of any SKOS graph, sorted by IRI.

    A concept is what is typed so, and what stands at either end of a semantic relation or is a
    top concept (S19, S5–S8 entail the type). Of two preferred labels in one language the first
    in order stays; the other is read as an alternative one, so that no search loses it.
    """
    stated = set(triples)
    said = said_of(stated | set(_inverses(stated)))
    concepts = tuple(_read_concept(iri, said) for iri in sorted(_concept_iris(said)))
    collections = tuple(_read_collection(iri, said) for iri in sorted(_collection_iris(said)))
    cited = {printed.source for concept in concepts for printed in concept.printed}
    cited |= {reading.source for concept in concepts for reading in concept.readings}
    cited |= {collection.source for collection in collections} - {""}
    sources = tuple(_read_source(iri, said.get(iri, {})) for iri in sorted(cited))
    return Vocabulary(_read_scheme(concepts, said), sources, collections, concepts)


_INVERSES = {
    rdf_name(f"skos:{one}"): rdf_name(f"skos:{other}")
    for one, other in (
        ("broader", "narrower"),
        ("narrower", "broader"),
        ("related", "related"),
        ("topConceptOf", "hasTopConcept"),
        ("hasTopConcept", "topConceptOf"),
    )
}
"""S8, S23, S25."""


def _inverses(triples: Iterable[Triple]) -> Iterator[Triple]:
    for subject, predicate, value in triples:
        if predicate in _INVERSES and not isinstance(value, Literal):
            yield value, _INVERSES[predicate], subject


def _concept_iris(said: Said) -> set[str]:
    concept = rdf_name("skos:Concept")
    relations = {rdf_name(f"skos:{name}") for name in ("broader", "narrower", "related")}
    relations.add(rdf_name("skos:topConceptOf"))
    return {
        iri
        for iri, properties in said.items()
        if concept in properties.get(RDF_TYPE, ())
        or any(properties.get(relation) for relation in relations)
    }


def _collection_iris(said: Said) -> set[str]:
    kinds = {rdf_name("skos:Collection"), rdf_name("skos:OrderedCollection")}
    return {iri for iri, properties in said.items() if kinds & set(properties.get(RDF_TYPE, ()))}


def _read_concept(iri: str, said: Said) -> Concept:
    properties = said[iri]
    labels = {name: _labels(name, properties, said) for name in LABELS}
    preferred = {language: texts[0] for language, texts in labels["prefLabel"].items()}
    for language, texts in labels["prefLabel"].items():
        others = labels["altLabel"].setdefault(language, []) if texts[1:] else []
        others += [text for text in texts[1:] if text not in others]
    notes = {
        field: frozen(by_language(_notes(name, properties, said))) for name, field in NOTES.items()
    }
    printed = _attributed((f"skosxl:{name}" for name in LABELS), LITERAL_FORM, properties, said)
    readings = set(_attributed(_READ, VALUE, properties, said))
    return Concept(
        iri=iri,
        pref_labels=preferred,
        alt_labels=frozen(labels["altLabel"]),
        hidden_labels=frozen(labels["hiddenLabel"]),
        definitions=_own_first(notes["definitions"], readings),
        scope_notes=notes["scope_notes"],
        examples=notes["examples"],
        history_notes=notes["history_notes"],
        notation=first_text(properties, "skos:notation"),
        broader=iris_of(properties, "skos:broader"),
        narrower=iris_of(properties, "skos:narrower"),
        related=iris_of(properties, "skos:related"),
        mappings={name: iris for name in MAPPINGS if (iris := iris_of(properties, f"skos:{name}"))},
        printed=tuple(sorted(PrintedLabel(*one) for one in printed)),
        readings=tuple(sorted(Reading(*one) for one in readings)),
        # S7: a top concept of a scheme is in it.
        schemes=iris_of(properties, "skos:inScheme", "skos:topConceptOf"),
        top_concept_of=iris_of(properties, "skos:topConceptOf"),
        deprecated=any(text_of(value) in ("true", "1") for value in properties.get(DEPRECATED, ())),
        replaced_by=next(iter(iris_of(properties, "dcterms:isReplacedBy")), ""),
    )


def _own_first(definitions: Texts, readings: Iterable[tuple[str, str, str]]) -> Texts:
    """Definitions without a source before those that one wrote: the first one is shown."""
    sourced = {(text, language) for text, language, _ in readings}
    return {
        tag: tuple(sorted(texts, key=lambda text: ((text, tag) in sourced, text)))
        for tag, texts in definitions.items()
    }


def _labels(name: str, properties: Properties, said: Said) -> dict[str, list[str]]:
    """The plain labels, and those that SKOS-XL entails (S55–S57)."""
    plain = literals(properties.get(rdf_name(f"skos:{name}"), ()), said)
    printed = (
        form
        for label in properties.get(rdf_name(f"skosxl:{name}"), ())
        for form in told_of(label, said).get(LITERAL_FORM, ())
    )
    return by_language([*plain, *printed])


def _notes(name: str, properties: Properties, said: Said) -> Iterator[Term]:
    """The texts of a kind of note. A scope note with a source is a reading, and that alone."""
    values = properties.get(rdf_name(f"skos:{name}"), ())
    if name == "scopeNote":
        values = [value for value in values if SOURCE not in told_of(value, said)]
    return literals(values, said)


def _attributed(
    names: Iterable[str], form: IRI, properties: Properties, said: Said
) -> Iterator[tuple[str, str, str]]:
    """Text, language and source of the resources that stand under these properties.

    A printed label (SKOS-XL), or a note that is a resource (SKOS Primer, 4.2); ``form`` is the
    predicate of its text.
    """
    for name in names:
        for resource in properties.get(rdf_name(name), ()):
            about = told_of(resource, said)
            for text in about.get(form, ()):
                for source in about.get(SOURCE, ()):
                    if isinstance(text, Literal):
                        yield text.text, text.language, text_of(source)


def _read_collection(iri: str, said: Said) -> Collection:
    properties = said[iri]
    labels = _labels("prefLabel", properties, said)
    # S36: what an ordered collection lists are its members.
    members = {*iris_of(properties, "skos:member"), *_listed(properties, said)}
    return Collection(
        iri=iri,
        pref_labels={language: texts[0] for language, texts in labels.items()},
        members=tuple(sorted(members)),
        source=next(map(text_of, properties.get(SOURCE, ())), ""),
    )


def _listed(properties: Properties, said: Said) -> Iterator[str]:
    """The members of an ``rdf:List``, which may be broken or come back to its beginning."""
    waiting, seen = list(iris_of(properties, "skos:memberList")), set[str]()
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            yield from iris_of(said.get(here, {}), "rdf:first")
            waiting += iris_of(said.get(here, {}), "rdf:rest")


def _read_source(iri: str, properties: Properties) -> Source:
    entries = first_text(properties, "dcterms:extent").partition(" ")[0]
    return Source(
        iri=iri,
        id=first_text(properties, "dcterms:identifier") or last_part(iri),
        title=first_text(properties, "dcterms:title"),
        language=first_text(properties, "dcterms:language"),
        publisher=first_text(properties, "dcterms:publisher"),
        kind=first_text(properties, "dc:type"),
        entries=int(entries) if _NUMBER.fullmatch(entries) else 0,
    )


def _read_scheme(concepts: Iterable[Concept], said: Said) -> ConceptScheme:
    """The scheme that holds most concepts, or the only one; an empty one where there is none."""
    held: dict[str, int] = {
        iri: 0
        for iri, properties in sorted(said.items())
        if rdf_name("skos:ConceptScheme") in properties.get(RDF_TYPE, ())
    }
    languages: set[str] = set()
    for concept in concepts:
        languages |= {*concept.pref_labels, *concept.alt_labels, *concept.definitions} - {""}
        for scheme in concept.schemes:
            held[scheme] = held.get(scheme, 0) + 1
    iri = max(held, key=lambda scheme: held[scheme], default="")
    properties = said.get(iri, {})
    titles: dict[str, list[str]] = {}
    for name in ("rdfs:label", "skos:prefLabel", "dc:title", "dcterms:title"):
        titles |= by_language(properties.get(rdf_name(name), ()))
    descriptions = by_language(properties.get(rdf_name("dcterms:description"), ()))
    return ConceptScheme(
        iri=iri,
        languages=tuple(sorted(languages)),
        title={language: texts[0] for language, texts in titles.items()},
        description={language: texts[0] for language, texts in descriptions.items()},
        creator=first_text(properties, "dcterms:creator"),
        license=first_text(properties, "dcterms:license"),
        version=first_text(properties, "owl:versionInfo"),
        issued=first_text(properties, "dcterms:issued"),
        modified=first_text(properties, "dcterms:modified"),
        top_concepts=iris_of(properties, "skos:hasTopConcept"),
    )
