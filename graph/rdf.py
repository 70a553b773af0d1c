"""RDF terms as their author wrote them, and the prefixes everyone expects.

The engine lower-cases language tags and rewrites numbers, so what is written out is never read
back from it: it travels as these values (RDF 1.1 Concepts, section 3).
"""

from typing import NamedTuple, TypeAlias


class IRI(str):
    """An absolute IRI."""

    __slots__ = ()


class BlankNode(str):
    """A blank node, by its label without ``_:``."""

    __slots__ = ()


class Literal(NamedTuple):
    """A text with a language, or with the IRI of a datatype, or plain."""

    text: str
    language: str = ""
    datatype: str = ""


Term: TypeAlias = IRI | BlankNode | Literal
Triple: TypeAlias = tuple[IRI | BlankNode, IRI, Term]


def term_key(term: Term) -> tuple[int, str, str, str]:
    """What to sort terms of all kinds by: IRIs, then literals by language, then blank nodes."""
    if isinstance(term, Literal):
        return (1, term.language, term.text, term.datatype)
    return (0 if isinstance(term, IRI) else 2, term, "", "")


PREFIXES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def rdf_name(prefixed: str) -> IRI:
    """``skos:prefLabel`` → its IRI. Only for names in this code: an unknown prefix is a bug."""
    prefix, _, name = prefixed.partition(":")
    return IRI(PREFIXES[prefix] + name)


RDF_TYPE = rdf_name("rdf:type")
XSD_STRING = rdf_name("xsd:string")


def shorten(iri: str, prefixes: dict[str, str]) -> str:
    """``skos:prefLabel`` where a prefix fits and a plain name is left, else ``<iri>``.

    Of several prefixes the longest namespace wins.
    """
    fitting = [
        (len(namespace), prefix)
        for prefix, namespace in prefixes.items()
        if namespace and iri.startswith(namespace) and _is_plain(iri[len(namespace) :])
    ]
    if not fitting:
        return f"<{iri}>"
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


def _is_plain(name: str) -> bool:
    """Whether a local name needs no escape in Turtle or SPARQL (a part of PN_LOCAL)."""
    return (
        name.isascii() and name.replace("-", "").replace("_", "").isalnum() and name[0] not in "-"
    )


def tag_case(tag: str) -> str:
    """A language tag in its conventional case: ``en-gb`` → ``en-GB`` (RFC 5646, 2.1.1)."""
    first, *others = tag.split("-")
    cased = [first.lower()]
    for part in others:
        if len(cased[-1]) == 1:
            cased.append(part.lower())
        elif len(part) == 2:
            cased.append(part.upper())
        elif len(part) == 4:
            cased.append(part.title())
        else:
            cased.append(part.lower())
    return "-".join(cased)
