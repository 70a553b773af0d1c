"""A vocabulary → the SKOS triples that state it. With ``concepts``, the only place that knows both.

Sections and conditions (S…) are those of the SKOS Reference, https://www.w3.org/TR/skos-reference/.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from urllib.parse import quote

from graph.rdf import IRI, RDF_TYPE, Literal, Triple, rdf_name
from ontology.model import NOTES, Collection, Concept, ConceptScheme, Source, Vocabulary

SOURCE = rdf_name("dcterms:source")
LITERAL_FORM = rdf_name("skosxl:literalForm")
VALUE = rdf_name("rdf:value")
DEPRECATED = rdf_name("owl:deprecated")
REPLACED_BY = rdf_name("dcterms:isReplacedBy")


def build(vocabulary: Vocabulary) -> list[Triple]:
    """The SKOS and SKOS-XL triples of a vocabulary, each once, in no order.

    Adds what follows: narrower, both directions of related, top concepts both ways, and each
    concept's sources from its printed labels.
    """
    shared = _shared_labels(vocabulary)
    triples = [
        *_scheme(vocabulary.scheme),
        *(triple for source in vocabulary.sources for triple in _source(source)),
        *(triple for collection in vocabulary.collections for triple in _collection(collection)),
        *(
            triple
            for concept in vocabulary.concepts
            for triple in _concept(concept, vocabulary.scheme, shared)
        ),
    ]
    return list(dict.fromkeys(triples))


def _scheme(scheme: ConceptScheme) -> Iterator[Triple]:
    if not scheme.iri:
        return
    iri = IRI(scheme.iri)
    yield iri, RDF_TYPE, rdf_name("skos:ConceptScheme")
    yield from _in_languages(iri, "dcterms:title", scheme.title)
    # Many viewers look for the name of a scheme where those of concepts are.
    yield from _in_languages(iri, "skos:prefLabel", scheme.title)
    yield from _in_languages(iri, "dcterms:description", scheme.description)
    if scheme.license:
        yield iri, rdf_name("dcterms:license"), IRI(scheme.license)
    yield from _stated(
        iri,
        ("dcterms:creator", Literal(scheme.creator)),
        ("dcterms:issued", Literal(scheme.issued, datatype=rdf_name("xsd:date"))),
        ("dcterms:modified", Literal(scheme.modified, datatype=rdf_name("xsd:date"))),
        ("owl:versionInfo", Literal(scheme.version)),
    )
    for top in scheme.top_concepts:
        yield iri, rdf_name("skos:hasTopConcept"), IRI(top)


def _source(source: Source) -> Iterator[Triple]:
    iri = IRI(source.iri)
    yield iri, RDF_TYPE, rdf_name("dcterms:BibliographicResource")
    yield from _stated(
        iri,
        ("dcterms:identifier", Literal(source.id)),
        ("dcterms:title", Literal(source.title, source.language)),
        ("dcterms:language", Literal(source.language)),
        ("dcterms:publisher", Literal(source.publisher)),
        ("dc:type", Literal(source.kind, "en")),
        ("dcterms:extent", Literal(f"{source.entries} entries" if source.entries else "", "en")),
    )


def _collection(collection: Collection) -> Iterator[Triple]:
    iri = IRI(collection.iri)
    yield iri, RDF_TYPE, rdf_name("skos:Collection")
    yield from _in_languages(iri, "skos:prefLabel", collection.pref_labels)
    for member in collection.members:
        yield iri, rdf_name("skos:member"), IRI(member)
    if collection.source:
        yield iri, SOURCE, IRI(collection.source)


def _concept(
    concept: Concept, scheme: ConceptScheme, shared: Set[tuple[str, str]]
) -> Iterator[Triple]:
    iri = IRI(concept.iri)
    yield iri, RDF_TYPE, rdf_name("skos:Concept")
    yield from _stated(iri, ("skos:notation", Literal(concept.notation)))
    for kind, language, text in concept.labels():
        yield iri, rdf_name(f"skos:{kind}"), Literal(text, language)
    for name, field in NOTES.items():
        for language, texts in getattr(concept, field).items():
            for text in texts:
                yield iri, rdf_name(f"skos:{name}"), Literal(text, language)
    for source in concept.sources():
        yield iri, SOURCE, IRI(source)
    yield from _printed_labels(concept, scheme, shared)
    yield from _readings(concept, scheme)
    yield from _relations(concept)


def _relations(concept: Concept) -> Iterator[Triple]:
    iri = IRI(concept.iri)
    for broader in concept.broader:
        yield iri, rdf_name("skos:broader"), IRI(broader)
        yield IRI(broader), rdf_name("skos:narrower"), iri
    for related in concept.related:
        yield iri, rdf_name("skos:related"), IRI(related)
        yield IRI(related), rdf_name("skos:related"), iri
    for name, iris in concept.mappings.items():
        for other in iris:
            yield iri, rdf_name(f"skos:{name}"), IRI(other)
    for of_scheme in concept.top_concept_of:
        yield iri, rdf_name("skos:topConceptOf"), IRI(of_scheme)
    for in_scheme in concept.schemes:
        yield iri, rdf_name("skos:inScheme"), IRI(in_scheme)
    if concept.deprecated:
        yield iri, DEPRECATED, Literal("true", datatype=rdf_name("xsd:boolean"))
    if concept.replaced_by:
        yield iri, REPLACED_BY, IRI(concept.replaced_by)


def _shared_labels(vocabulary: Vocabulary) -> set[tuple[str, str]]:
    """Text and language of labels that sources print for two concepts or more: homonyms."""
    count = Counter(
        label
        for concept in vocabulary.concepts
        for label in {(printed.text, printed.language) for printed in concept.printed}
    )
    return {label for label, concepts in count.items() if concepts > 1}


def _printed_labels(
    concept: Concept, scheme: ConceptScheme, shared: Set[tuple[str, str]]
) -> Iterator[Triple]:
    """A ``skosxl:Label`` for each label that a source prints (appendix B), beside the plain one."""
    kinds = {(text, language): kind for kind, language, text in concept.labels()}
    for printed in concept.printed:
        # Homonyms are two labels, or who prints the one would seem to print the other.
        of = concept.iri.removeprefix(scheme.iri) if printed[:2] in shared else ""
        label = label_iri(scheme.iri, printed.language, printed.text, of)
        kind = kinds[printed.text, printed.language]
        yield IRI(concept.iri), rdf_name(f"skosxl:{kind}"), label
        yield label, RDF_TYPE, rdf_name("skosxl:Label")
        yield label, LITERAL_FORM, Literal(printed.text, printed.language)
        yield label, SOURCE, IRI(printed.source)


def label_iri(base: str, language: str, text: str, concept: str = "") -> IRI:
    """The IRI of a printed label, made of its language and text alone: stable, and readable.

    Of one that several concepts have in print, the name of its ``concept`` is a part too.
    """
    # An underscore stands for a space, so one in the text is written as its code.
    name = quote(text, safe="").replace("_", "%5F").replace("%20", "_")
    whose = f"/{quote(concept, safe='')}" if concept else ""
    return IRI(f"{base}label/{language}/{name}{whose}")


def _readings(concept: Concept, scheme: ConceptScheme) -> Iterator[Triple]:
    """A note of its own for what each source says (SKOS Primer, 4.2), beside the plain ones."""
    defining = set(concept.sourced_definitions())
    for reading in concept.readings:
        kind = "definition" if reading in defining else "note"
        note = note_iri(scheme.iri, concept.iri, reading.source, kind)
        property_ = "skos:definition" if reading in defining else "skos:scopeNote"
        yield IRI(concept.iri), rdf_name(property_), note
        yield note, VALUE, Literal(reading.text, reading.language)
        yield note, SOURCE, IRI(reading.source)


def note_iri(base: str, concept: str, source: str, kind: str = "note") -> IRI:
    """The IRI of what a source says of a concept, made of their names alone: stable, readable.

    ``kind`` is ``definition`` for how the source defines it.
    """
    names = (concept.removeprefix(base), source.removeprefix(f"{base}source/"))
    return IRI(f"{base}{kind}/{'/'.join(quote(name, safe='') for name in names)}")


def _stated(iri: IRI, *said: tuple[str, Literal]) -> Iterator[Triple]:
    """What is said of ``iri``; what is empty was never said."""
    for name, literal in said:
        if literal.text:
            yield iri, rdf_name(name), literal


def _in_languages(iri: IRI, name: str, texts: Mapping[str, str]) -> Iterator[Triple]:
    for language, text in texts.items():
        yield iri, rdf_name(name), Literal(text, language)
