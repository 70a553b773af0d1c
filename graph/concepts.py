"""The triples of any SKOS graph → its concepts, as people read them.

Sections and conditions (S…) are those of the SKOS Reference, https://www.w3.org/TR/skos-reference/.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.rdf import IRI, RDF_TYPE, Literal, Term, Triple, rdf_name, term_key
from graph.skos import LITERAL_FORM, SOURCE
from ontology.model import (
    LABELS,
    MAPPINGS,
    NOTES,
    Collection,
    Concept,
    ConceptScheme,
    PrintedLabel,
    Source,
    Vocabulary,
    last_part,
)

_NUMBER = re.compile("[0-9]{1,9}")


Properties = Mapping[str, list[Term]]
"""What is said of one subject, by predicate."""


def read_vocabulary(triples: Iterable[Triple]) -> Vocabulary:
    """The concepts, collections, sources and scheme of any SKOS graph, sorted by IRI.

    A concept is what is typed so, and what stands at either end of a semantic relation or is a
    top concept (S19, S5–S8 entail the type). Of two preferred labels in one language the first
    in order stays; the other is read as an alternative one, so that no search loses it.
    """
    said: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    stated = set(triples)
    for subject, predicate, value in sorted(stated | set(_inverses(stated)), key=_order):
        said[subject][predicate].append(value)
    concepts = tuple(_read_concept(iri, said) for iri in sorted(_concept_iris(said)))
    collections = tuple(_read_collection(iri, said) for iri in sorted(_collection_iris(said)))
    cited = {printed.source for concept in concepts for printed in concept.printed}
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


def _order(triple: Triple) -> tuple[str, str, tuple[int, str, str, str]]:
    subject, predicate, value = triple
    return subject, predicate, term_key(value)


def _concept_iris(said: Mapping[str, Properties]) -> set[str]:
    concept = rdf_name("skos:Concept")
    relations = {rdf_name(f"skos:{name}") for name in ("broader", "narrower", "related")}
    relations.add(rdf_name("skos:topConceptOf"))
    return {
        iri
        for iri, properties in said.items()
        if concept in properties.get(RDF_TYPE, ())
        or any(properties.get(relation) for relation in relations)
    }


def _collection_iris(said: Mapping[str, Properties]) -> set[str]:
    kinds = {rdf_name("skos:Collection"), rdf_name("skos:OrderedCollection")}
    return {iri for iri, properties in said.items() if kinds & set(properties.get(RDF_TYPE, ()))}


def _read_concept(iri: str, said: Mapping[str, Properties]) -> Concept:
    properties = said[iri]
    labels = {name: _labels(name, properties, said) for name in LABELS}
    preferred = {language: texts[0] for language, texts in labels["prefLabel"].items()}
    for language, texts in labels["prefLabel"].items():
        others = labels["altLabel"].setdefault(language, []) if texts[1:] else []
        others += [text for text in texts[1:] if text not in others]
    notes = {
        field: _frozen(_texts(rdf_name(f"skos:{name}"), properties, said))
        for name, field in NOTES.items()
    }
    return Concept(
        iri=iri,
        pref_labels=preferred,
        alt_labels=_frozen(labels["altLabel"]),
        hidden_labels=_frozen(labels["hiddenLabel"]),
        definitions=notes["definitions"],
        scope_notes=notes["scope_notes"],
        examples=notes["examples"],
        history_notes=notes["history_notes"],
        notation=_first_text(properties, "skos:notation"),
        broader=_iris(properties, "skos:broader"),
        narrower=_iris(properties, "skos:narrower"),
        related=_iris(properties, "skos:related"),
        mappings={name: iris for name in MAPPINGS if (iris := _iris(properties, f"skos:{name}"))},
        printed=tuple(sorted(_read_printed(properties, said))),
        # S7: a top concept of a scheme is in it.
        schemes=_iris(properties, "skos:inScheme", "skos:topConceptOf"),
        top_concept_of=_iris(properties, "skos:topConceptOf"),
    )


def _labels(
    name: str, properties: Properties, said: Mapping[str, Properties]
) -> dict[str, list[str]]:
    """The plain labels, and those that SKOS-XL entails (S55–S57)."""
    plain = _literals(rdf_name(f"skos:{name}"), properties, said)
    printed = (
        form
        for label in properties.get(rdf_name(f"skosxl:{name}"), ())
        for form in said.get(str(label), {}).get(LITERAL_FORM, ())
    )
    return _by_language([*plain, *printed])


def _texts(
    predicate: IRI, properties: Properties, said: Mapping[str, Properties]
) -> dict[str, list[str]]:
    return _by_language(_literals(predicate, properties, said))


def _literals(
    predicate: IRI, properties: Properties, said: Mapping[str, Properties]
) -> Iterator[Term]:
    """The values; of a note that is a resource, its ``rdf:value`` (SKOS Primer, 4.2)."""
    for value in properties.get(predicate, ()):
        if isinstance(value, Literal):
            yield value
        else:
            yield from said.get(str(value), {}).get(rdf_name("rdf:value"), ())


def _by_language(terms: Iterable[Term]) -> dict[str, list[str]]:
    """Texts by language, each once, in the order they come."""
    texts: dict[str, dict[str, None]] = {}
    for term in terms:
        if isinstance(term, Literal):
            texts.setdefault(term.language, {})[term.text] = None
    return {language: list(some) for language, some in texts.items()}


def _read_printed(properties: Properties, said: Mapping[str, Properties]) -> Iterator[PrintedLabel]:
    for name in LABELS:
        for label in properties.get(rdf_name(f"skosxl:{name}"), ()):
            about = said.get(str(label), {})
            for form in about.get(LITERAL_FORM, ()):
                for source in about.get(SOURCE, ()):
                    if isinstance(form, Literal):
                        yield PrintedLabel(form.text, form.language, _text(source))


def _read_collection(iri: str, said: Mapping[str, Properties]) -> Collection:
    properties = said[iri]
    labels = _labels("prefLabel", properties, said)
    # S36: what an ordered collection lists are its members.
    members = {*_iris(properties, "skos:member"), *_listed(properties, said)}
    return Collection(
        iri=iri,
        pref_labels={language: texts[0] for language, texts in labels.items()},
        members=tuple(sorted(members)),
        source=next(map(_text, properties.get(SOURCE, ())), ""),
    )


def _listed(properties: Properties, said: Mapping[str, Properties]) -> Iterator[str]:
    """The members of an ``rdf:List``, which may be broken or come back to its beginning."""
    waiting, seen = list(_iris(properties, "skos:memberList")), set[str]()
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            yield from _iris(said.get(here, {}), "rdf:first")
            waiting += _iris(said.get(here, {}), "rdf:rest")


def _read_source(iri: str, properties: Properties) -> Source:
    entries = _first_text(properties, "dcterms:extent").partition(" ")[0]
    return Source(
        iri=iri,
        id=_first_text(properties, "dcterms:identifier") or last_part(iri),
        title=_first_text(properties, "dcterms:title"),
        language=_first_text(properties, "dcterms:language"),
        publisher=_first_text(properties, "dcterms:publisher"),
        kind=_first_text(properties, "dc:type"),
        entries=int(entries) if _NUMBER.fullmatch(entries) else 0,
    )


def _read_scheme(concepts: Iterable[Concept], said: Mapping[str, Properties]) -> ConceptScheme:
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
        titles |= _texts(rdf_name(name), properties, {})
    descriptions = _texts(rdf_name("dcterms:description"), properties, {})
    return ConceptScheme(
        iri=iri,
        languages=tuple(sorted(languages)),
        title={language: texts[0] for language, texts in titles.items()},
        description={language: texts[0] for language, texts in descriptions.items()},
        creator=_first_text(properties, "dcterms:creator"),
        license=_first_text(properties, "dcterms:license"),
        version=_first_text(properties, "owl:versionInfo"),
        issued=_first_text(properties, "dcterms:issued"),
        modified=_first_text(properties, "dcterms:modified"),
        top_concepts=_iris(properties, "skos:hasTopConcept"),
    )


def _iris(properties: Properties, *names: str) -> tuple[str, ...]:
    values = (value for name in names for value in properties.get(rdf_name(name), ()))
    return tuple(sorted({str(value) for value in values if not isinstance(value, Literal)}))


def _first_text(properties: Properties, name: str) -> str:
    return next(map(_text, properties.get(rdf_name(name), ())), "")


def _text(term: Term) -> str:
    return term.text if isinstance(term, Literal) else str(term)


def _frozen(texts: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(values) for language, values in texts.items()}
