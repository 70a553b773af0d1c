"""Asking a graph in SPARQL, with a limit of time and of rows.

The query runs in a child (``graph.worker``), which sends what it finds as ``marshal`` can write it:
first the kind of answer and its variables, then batches of rows.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, cast

import pyoxigraph as ox

from graph.rdf import IRI, BlankNode, Literal, Term, Triple
from graph.results import Result
from graph.sparql import check, engine_fault
from graph.store import Graph, Terms
from graph.worker import Limits, run
from ontology.problem import Problem

SECONDS = 30.0
ROWS = 100_000

_BATCH = 1000


def query(
    graph: Graph,
    text: str,
    *,
    timeout: float = SECONDS,
    limit: int = ROWS,
    where: str = "query",
) -> Result:
    """The answer to ``text``, or its beginning with ``cut`` saying what cut it.

    ``limit`` counts rows, or triples for CONSTRUCT and DESCRIBE. ``where`` names the query in
    messages: a file, or its name. Problem: a query that is wrong or not allowed, and one that gave
    nothing before ``timeout`` seconds or took too much memory.
    """
    check(text, graph.prefixes, where)
    got = run(partial(_answer, graph, text, limit, where), Limits(seconds=timeout), where)
    cut = {"time": f"stopped after {timeout:g} s", "size": "stopped: too many bytes"}.get(got.cut)
    parts = (marshal.loads(part) for part in got.parts)  # noqa: S302 - written by our own child
    first: tuple[str, tuple[str, ...]] = next(parts, ("", ()))
    kind, variables = first
    if kind == "FAULT":
        raise engine_fault(text, variables[0], where)
    batches = list(parts)
    if not kind or (got.cut and not batches):
        mend = "ask for less, or allow more time"
        raise Problem(where, f"no answer within {timeout:g} s", mend)
    result = Result(kind, variables, prefixes=dict(graph.prefixes), cut=cut or "")
    return _filled(result, batches, limit)


def _answer(graph: Graph, text: str, rows: int, where: str) -> Iterator[bytes]:
    """In the child: the kind of answer, then batches of it, in what ``marshal`` can write."""
    try:
        answer = graph.store.query(
            text, prefixes=dict(graph.prefixes), use_default_graph_as_union=True
        )
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        # Said in words by the parent: here no module can be loaded any more.
        yield marshal.dumps(("FAULT", (str(error.args[0]),)))
        return
    if isinstance(answer, ox.QueryBoolean):
        yield marshal.dumps(("ASK", ()))
        yield marshal.dumps([bool(answer)])
        return
    if isinstance(answer, ox.QueryTriples):
        yield marshal.dumps(("GRAPH", ()))
    else:
        yield marshal.dumps(("SELECT", tuple(name.value for name in answer.variables)))
    try:
        yield from _batches(answer, rows)
    except (RuntimeError, OSError, ValueError) as error:
        raise Problem(where, str(error)) from None


def _batches(answer: Iterable[Iterable[object]], rows: int) -> Iterator[bytes]:
    """Up to one row more than asked for: it tells that there are more."""
    import time

    plain = _Plain()
    batch: list[tuple[object, ...]] = []
    sent = time.monotonic()
    for number, row in enumerate(answer):
        batch.append(tuple(map(plain.value, row)))
        # Small batches when rows come slowly: those found are kept when time ends.
        if len(batch) >= _BATCH or time.monotonic() - sent > 0.05:
            yield marshal.dumps(batch)
            batch = []
            sent = time.monotonic()
        if number >= rows:
            break
    yield marshal.dumps(batch)


class _Plain:
    """Terms of the engine → strings for IRIs, tuples for literals, bytes for blank nodes."""

    def __init__(self) -> None:
        self._terms = Terms()
        # The same object again is a short reference in what ``marshal`` writes.
        self._known: dict[object, object] = {None: None}

    def value(self, term: object) -> object:
        known = self._known.get(term)
        if known is None and term is not None:
            known = self._known[term] = _plain(self._terms.term(term))
        return known


def _plain(term: Term) -> object:
    if isinstance(term, BlankNode):
        return term.encode()
    return str(term) if isinstance(term, IRI) else tuple(term)


def _filled(result: Result, batches: list[Any], rows: int) -> Result:
    if result.kind == "ASK":
        return replace(result, boolean=bool(batches[0][0]))
    term = _Found().__getitem__
    found = [tuple(map(term, row)) for batch in batches for row in batch]
    cut = result.cut
    if len(found) > rows:
        found = found[:rows]
        cut = f"only the first {rows} {'rows' if result.kind == 'SELECT' else 'triples'}"
    elif cut:
        cut = f"{cut}: the first {len(found)}, there may be more"
    if result.kind == "SELECT":
        return replace(result, rows=tuple(found), cut=cut)
    return replace(result, triples=tuple(cast("list[Triple]", found)), cut=cut)


class _Found(dict[Any, Term | None]):
    """What ``_plain`` made → our terms, each made once."""

    def __missing__(self, value: Any) -> Term | None:
        term: Term | None = None
        if isinstance(value, str):
            term = IRI(value)
        elif value is not None:
            term = Literal(*value) if isinstance(value, tuple) else BlankNode(value.decode())
        self[value] = term
        return term
