"""The triples of a graph by subject and predicate, and the texts and IRIs found there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.rdf import Literal, Term, Triple, rdf_name, term_key

Properties = Mapping[str, list[Term]]
"""What is said of one subject, by predicate."""

Said = Mapping[str, Properties]
"""What a graph says, by subject."""


def said_of(triples: Iterable[Triple]) -> Said:
    """What ``triples`` say of each subject, values in one order whatever theirs was."""
    said: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in sorted(triples, key=_order):
        said[subject][predicate].append(value)
    return said


def _order(triple: Triple) -> tuple[str, str, tuple[int, str, str, str]]:
    subject, predicate, value = triple
    return subject, predicate, term_key(value)


def told_of(value: Term, said: Said) -> Properties:
    """What is said of a value; nothing of a text."""
    return {} if isinstance(value, Literal) else said.get(str(value), {})


def literals(values: Iterable[Term], said: Said) -> Iterator[Term]:
    """The values; of a note that is a resource, its ``rdf:value`` (SKOS Primer, 4.2)."""
    for value in values:
        if isinstance(value, Literal):
            yield value
        else:
            yield from told_of(value, said).get(rdf_name("rdf:value"), ())


def by_language(terms: Iterable[Term]) -> dict[str, list[str]]:
    """Texts by language, each once, in the order they come."""
    texts: dict[str, dict[str, None]] = {}
    for term in terms:
        if isinstance(term, Literal):
            texts.setdefault(term.language, {})[term.text] = None
    return {language: list(some) for language, some in texts.items()}


def frozen(texts: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """The same texts, not to be changed."""
    return {language: tuple(values) for language, values in texts.items()}


def iris_of(properties: Properties, *names: str) -> tuple[str, ...]:
    """IRIs and blank nodes under the predicates ``names`` (``skos:broader``), sorted, each once."""
    values = (value for name in names for value in properties.get(rdf_name(name), ()))
    return tuple(sorted({str(value) for value in values if not isinstance(value, Literal)}))


def first_text(properties: Properties, name: str) -> str:
    """The first value under a predicate as text; empty where there is none."""
    return next(map(text_of, properties.get(rdf_name(name), ())), "")


def text_of(term: Term) -> str:
    """The text of a literal, or the IRI."""
    return term.text if isinstance(term, Literal) else str(term)
