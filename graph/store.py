"""One or more RDF files, or a graph in memory, as one read-only graph that answers SPARQL.

The engine changes what it stores (language tags in lower case, ``01`` made ``1``), so its store
is an index for questions; what is written out is read from the documents again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph as ox

from graph.guard import LARGEST, Check, check_json, check_xml, checked
from graph.rdf import IRI, PREFIXES, XSD_STRING, BlankNode, Literal, Term, Triple, tag_case
from ontology.problem import Problem

if TYPE_CHECKING:
    import rdflib


class Syntax(NamedTuple):
    """A way to write RDF that can be read, and what to look for before the parser does."""

    format: ox.RdfFormat
    check: Check | None = None


SYNTAXES = {
    ".ttl": Syntax(ox.RdfFormat.TURTLE),
    ".nt": Syntax(ox.RdfFormat.N_TRIPLES),
    ".nq": Syntax(ox.RdfFormat.N_QUADS),
    ".trig": Syntax(ox.RdfFormat.TRIG),
    ".rdf": Syntax(ox.RdfFormat.RDF_XML, check_xml),
    ".xml": Syntax(ox.RdfFormat.RDF_XML, check_xml),
    ".owl": Syntax(ox.RdfFormat.RDF_XML, check_xml),
    ".jsonld": Syntax(ox.RdfFormat.JSON_LD, check_json),
    ".json": Syntax(ox.RdfFormat.JSON_LD, check_json),
}
"""By suffix."""


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a file, checked, and what reads them."""

    name: str
    data: bytes
    format: ox.RdfFormat
    base: str | None = None

    def quads(self) -> ox.QuadParser:
        """A parser at its beginning."""
        return ox.parse(self.data, self.format, base_iri=self.base)


@dataclass(frozen=True, slots=True)
class Graph:
    """The union of all graphs of some documents. Nothing changes it."""

    name: str
    """For messages."""
    prefixes: Mapping[str, str]
    """Those the documents declare, over those everyone expects."""
    store: ox.Store
    documents: tuple[Document, ...]

    def triples(self) -> Iterator[Triple]:
        """Every triple as its author wrote it, in the order of the documents.

        Language tags come in their conventional case, blank nodes numbered as they appear.
        """
        seen: set[Triple] = set()
        for place, document in enumerate(self.documents):
            named = Terms(f"d{place}" if place else "b")
            for quad in document.quads():
                triple = named.triple(quad.subject, quad.predicate, quad.object)
                if triple not in seen:
                    seen.add(triple)
                    yield triple

    def rdflib(self) -> rdflib.Graph:
        """The same triples as an ``rdflib.Graph``, made anew at each call."""
        import rdflib

        graph = rdflib.Graph()
        for prefix, namespace in self.prefixes.items():
            graph.bind(prefix, namespace)
        for triple in self.triples():
            subject, predicate, value = (_as_rdflib(term) for term in triple)
            graph.add((subject, predicate, value))
        return graph


def open_graph(paths: Sequence[Path]) -> Graph:
    """The files of ``paths`` as one graph. Reads them and nothing else, creates nothing.

    Problem: a file that is not there, of an unknown suffix, or with an error of syntax (the line
    is named). Relative IRIs are taken against the file's own (RFC 3986, section 5.1.3).
    """
    return _graph([_read(path) for path in paths], ", ".join(str(path) for path in paths))


def graph_from_turtle(text: str, name: str = "graph") -> Graph:
    """A graph held as Turtle text; ``name`` is for messages."""
    return _graph([Document(name, text.encode(), ox.RdfFormat.TURTLE)], name)


def graph_from_triples(
    triples: Iterable[Triple], prefixes: Mapping[str, str], name: str = "graph"
) -> Graph:
    """A graph of triples in memory, such as one just built from a vocabulary."""
    from graph.turtle import generate

    return graph_from_turtle(generate(triples, prefixes), name)


def _read(path: Path) -> Document:
    _refuse_place(path)
    syntax = SYNTAXES.get(path.suffix.lower())
    if syntax is None:
        from ontology.names import did_you_mean

        what = f"no RDF format has the suffix '{path.suffix}'" if path.suffix else "has no suffix"
        raise Problem(str(path), what, did_you_mean(path.suffix, SYNTAXES), wrong_use=True)
    try:
        with path.open("rb") as file:
            # One more than allowed tells that there is more, even of a file that never ends.
            data = checked(file.read(LARGEST + 1), str(path))
    except OSError as error:
        raise Problem(str(path), error.strerror or "cannot be read") from None
    if syntax.check:
        syntax.check(data, str(path))
    return Document(str(path), data, syntax.format, path.resolve().as_uri())


def _refuse_place(path: Path) -> None:
    """A Problem that says what to give, where ``path`` is a URL, a folder or not there."""
    where = str(path)
    if re.match(r"[a-z][a-z0-9+.-]+:/", where, re.IGNORECASE):
        raise Problem(where, "is a URL", "download it and give the file", wrong_use=True)
    if path.is_dir():
        raise Problem(where, "is a folder", "give the RDF files in it", wrong_use=True)
    if not path.exists():
        raise Problem(where, "no such file", near_file(path), wrong_use=True)


def near_file(path: Path) -> str:
    """What to do about a file that is not there: its folder is missing, or a near name is."""
    from ontology.names import near_misses

    if not path.parent.is_dir():
        return f"there is no folder {path.parent}"
    near = near_misses(path.name, [entry.name for entry in path.parent.iterdir()])
    return f"did you mean {' or '.join(near)}?" if near else ""


def _graph(documents: Sequence[Document], name: str) -> Graph:
    store = ox.Store()
    prefixes = dict(PREFIXES)
    for document in documents:
        try:
            store.load(document.data, document.format, base_iri=document.base)
            prefixes |= _declared(document)
        except SyntaxError as error:
            raise _syntax_problem(error, document) from None
        except (MemoryError, ValueError, OSError) as error:
            what = "a literal of more than 16 MB" if isinstance(error, MemoryError) else str(error)
            raise Problem(document.name, what) from None
    return Graph(name, prefixes, store, tuple(documents))


def _declared(document: Document) -> dict[str, str]:
    """The prefixes declared before the first statement, where every writer puts them."""
    parser = document.quads()
    next(parser, None)
    return {prefix: iri for prefix, iri in parser.prefixes.items() if prefix not in ("xml", "_")}


def _syntax_problem(error: SyntaxError, document: Document) -> Problem:
    from graph.terminal import printable

    said = printable(str(error.args[0]).replace("\n", " "))
    if "LoadDocumentCallback" in said:
        return Problem(
            document.name,
            "its @context is elsewhere on the web, and nothing is fetched",
            "write the context into the file",
        )
    where = f"{document.name}:{error.lineno}" if error.lineno else document.name
    # The engine says the place in words too; the place is in front already.
    return Problem(where, said.partition(": ")[2] if said.startswith("Parser error") else said)


class Terms:
    """Terms of the engine → our own, with blank nodes numbered in the order they appear."""

    def __init__(self, blank: str = "b") -> None:
        self._blank = blank
        self._blanks: dict[str, BlankNode] = {}

    def term(self, term: object) -> Term:
        """Problem: a triple as a term (RDF 1.2), which SKOS and RDF 1.1 do not have."""
        if isinstance(term, ox.NamedNode):
            return IRI(term.value)
        if isinstance(term, ox.Literal):
            if term.language:
                return Literal(term.value, tag_case(term.language))
            datatype = term.datatype.value
            return Literal(term.value, "", "" if datatype == XSD_STRING else datatype)
        if isinstance(term, ox.BlankNode):
            known = self._blanks
            return known.setdefault(term.value, BlankNode(f"{self._blank}{len(known)}"))
        raise Problem("graph", "holds a triple as a term, which RDF 1.1 does not have")

    def triple(self, subject: object, predicate: object, value: object) -> Triple:
        """One statement; its parts stand where RDF allows them, or the parser had refused."""
        first, second = self.term(subject), self.term(predicate)
        if isinstance(first, Literal) or not isinstance(second, IRI):
            raise Problem("graph", "a statement whose subject or predicate is not an IRI")
        return first, second, self.term(value)


def _as_rdflib(term: Term) -> rdflib.term.Node:
    from rdflib import BNode, URIRef
    from rdflib import Literal as Text

    if isinstance(term, IRI):
        return URIRef(term)
    if isinstance(term, BlankNode):
        return BNode(term)
    # A plain literal has no datatype in rdflib, and a number keeps the digits it was written with.
    return Text(term.text, term.language or None, term.datatype or None, normalize=False)
