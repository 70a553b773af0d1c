"""Triples → Turtle that is the same for the same triples, and whose diffs people can read.

Subjects are grouped by class and sorted by IRI, properties stand in one fixed order, and every
line is a whole statement: a label more is a line more, a label changed a line changed
(RDF 1.1 Turtle, https://www.w3.org/TR/turtle/).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.rdf import (
    IRI,
    RDF_TYPE,
    XSD_STRING,
    BlankNode,
    Term,
    Triple,
    rdf_name,
    shorten,
    term_key,
)

CLASSES = [
    rdf_name(name)
    for name in (
        "skos:ConceptScheme",
        "skos:Concept",
        "skos:Collection",
        "skos:OrderedCollection",
        "dcterms:BibliographicResource",
        "skosxl:Label",
    )
]
"""The order of the groups; what has another class or none comes last."""

PROPERTIES = [
    rdf_name(name)
    for name in (
        "rdf:type",
        "skos:notation",
        "dcterms:title",
        "dcterms:description",
        "dcterms:creator",
        "dcterms:identifier",
        "dcterms:language",
        "dcterms:publisher",
        "dc:type",
        "dcterms:extent",
        "dcterms:license",
        "dcterms:issued",
        "dcterms:modified",
        "owl:versionInfo",
        "skos:prefLabel",
        "skos:altLabel",
        "skos:hiddenLabel",
        "skos:definition",
        "skos:scopeNote",
        "skos:example",
        "skos:historyNote",
        "skos:broader",
        "skos:narrower",
        "skos:related",
        "skos:exactMatch",
        "skos:closeMatch",
        "skos:broadMatch",
        "skos:narrowMatch",
        "skos:relatedMatch",
        "skos:topConceptOf",
        "skos:hasTopConcept",
        "skos:inScheme",
        "skos:member",
        "skosxl:literalForm",
        "skosxl:prefLabel",
        "skosxl:altLabel",
        "skosxl:hiddenLabel",
        "dcterms:source",
    )
]
"""The order of the properties of one subject; others follow, sorted."""

_CLASS_ORDER = {iri: place for place, iri in enumerate(CLASSES)}
_PROPERTY_ORDER = {iri: place for place, iri in enumerate(PROPERTIES)}

_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
_DRIVES = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
"""Control and direction characters are escaped: they would drive a terminal that shows them."""
_TO_ESCAPE = re.compile(f'[{_DRIVES}\\\\"]')
_IRI_TO_ESCAPE = re.compile(f'[{_DRIVES} <>"{{}}|^`\\\\]')
_BLANK_LABEL = re.compile(r"(?!_x)[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def generate(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Turtle of ``triples``, in one order whatever order they come in.

    Of ``prefixes`` only those that are used are declared. Blank nodes keep their labels, but for
    those that cannot be written.
    """
    subjects: dict[Term, dict[IRI, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in sorted(set(triples), key=_triple_key):
        subjects[subject][predicate].append(value)
    namespaces = dict(prefixes)
    used: set[str] = set()
    blocks = [
        _block(subject, properties, namespaces, used)
        for subject, properties in sorted(subjects.items(), key=_subject_key)
    ]
    declared = [f"@prefix {name}: {_in_brackets(prefixes[name])} .\n" for name in sorted(used)]
    return "".join(declared) + "".join(f"\n{block}" for block in blocks)


def _triple_key(triple: Triple) -> tuple[str, int, str, tuple[int, str, str, str]]:
    subject, predicate, value = triple
    return (
        str(subject),
        _PROPERTY_ORDER.get(predicate, len(PROPERTIES)),
        predicate,
        term_key(value),
    )


def _subject_key(item: tuple[Term, Mapping[IRI, list[Term]]]) -> tuple[int, bool, str]:
    subject, properties = item
    group = min(
        (_CLASS_ORDER.get(kind, len(CLASSES)) for kind in map(_iri, properties.get(RDF_TYPE, []))),
        default=len(CLASSES),
    )
    return (group, isinstance(subject, BlankNode), str(subject))


def _iri(term: Term) -> IRI:
    return term if isinstance(term, IRI) else IRI("")


def _block(
    subject: Term,
    properties: Mapping[IRI, list[Term]],
    prefixes: dict[str, str],
    used: set[str],
) -> str:
    lines = [_term(subject, prefixes, used)]
    for predicate, values in properties.items():
        name = "a" if predicate == RDF_TYPE else _term(predicate, prefixes, used)
        lines += [f"    {name} {_term(value, prefixes, used)} ;" for value in values]
    lines.append("    .")
    return "\n".join(lines) + "\n"


def term_text(term: Term) -> str:
    """One term as Turtle writes it, without prefixes."""
    return _term(term, {}, set())


def _term(term: Term, prefixes: dict[str, str], used: set[str]) -> str:
    if isinstance(term, BlankNode):
        return f"_:{_blank_label(term)}"
    if isinstance(term, IRI):
        short = shorten(term, prefixes)
        if short.startswith("<"):
            return _in_brackets(term)
        used.add(short.partition(":")[0])
        return short
    quoted = '"' + _TO_ESCAPE.sub(_escape, term.text) + '"'
    if term.language:
        return f"{quoted}@{term.language}"
    if term.datatype and term.datatype != XSD_STRING:
        return f"{quoted}^^{_term(IRI(term.datatype), prefixes, used)}"
    return quoted


def _in_brackets(iri: str) -> str:
    return f"<{_IRI_TO_ESCAPE.sub(_unicode_escape, iri)}>"


def _blank_label(label: str) -> str:
    """The label, or where Turtle does not allow it one made of its bytes, as no other begins."""
    return label if _BLANK_LABEL.fullmatch(label) else f"_x{label.encode().hex()}"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or _unicode_escape(match)


def _unicode_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"
