"""The questions that ship.

Each is a file of ``queries/``: its first comment is the title, then come its parameters. Each has
its example or default in the text, as ``VALUES ?name { "…" }`` or ``LIMIT 20``, so that the file
runs as it stands in any SPARQL tool; ``bind`` puts another term in that place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from ontology.problem import Problem

QUERIES = Path(__file__).parent / "queries"

_PLACE = re.compile(
    r'VALUES \?(?P<name>\w+) \{ (?P<text>"[^"]*") \}|LIMIT (?P<number>\d+)', re.ASCII
)
"""Where the values of parameters stand."""

_PARAMETER = re.compile(r"# parameter (\w+)( \(required\))?: (.+)")


class Parameter(NamedTuple):
    """What can be set in a named query."""

    name: str
    description: str
    required: bool
    default: str
    """What stands in the file: for a required one an example."""


class NamedQuery(NamedTuple):
    """A question that ships, with its text."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    text: str


def named_queries() -> list[NamedQuery]:
    """The questions that ship, by name."""
    return [_named(path) for path in sorted(QUERIES.glob("*.rq"))]


def named_query(name: str) -> NamedQuery:
    """The question called ``name``; a Problem that names the nearest when there is none."""
    known = {path.stem: path for path in QUERIES.glob("*.rq")}
    if name not in known:
        from ontology.names import did_you_mean

        raise Problem(f"--name {name}", "no such query", did_you_mean(name, known), wrong_use=True)
    return _named(known[name])


def _named(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    parameters = tuple(
        Parameter(name, description, bool(required), _default(text, name))
        for name, required, description in _PARAMETER.findall(text)
    )
    return NamedQuery(path.stem, text.partition("\n")[0].removeprefix("# "), parameters, text)


def _default(text: str, name: str) -> str:
    for match in _PLACE.finditer(text):
        if (match["name"] or "limit") == name:
            return (match["text"] or match["number"]).strip('"')
    return ""


def bind(named: NamedQuery, settings: Mapping[str, str], prefixes: Mapping[str, str]) -> str:
    """The text of ``named`` with ``settings`` in it, each as one RDF term, never pasted.

    A value may be ``prefix:name`` or ``<iri>`` as well: it stands for its IRI. Problem: an unknown
    parameter, a required one left out, a limit that is no number.
    """
    where = f"--name {named.name}"
    known = {parameter.name: parameter for parameter in named.parameters}
    for name in settings:
        if name not in known:
            from ontology.names import did_you_mean

            mend = did_you_mean(name, known)
            raise Problem(where, f"has no parameter '{name}'", mend, wrong_use=True)
    for parameter in named.parameters:
        if parameter.required and parameter.name not in settings:
            what = f"needs {parameter.name}: {parameter.description}"
            raise Problem(where, what, f"--set {parameter.name}=…", wrong_use=True)
    terms = {name: _written(name, value, prefixes, where) for name, value in settings.items()}
    # One pass, so that no value is looked into for the place of another.
    return _PLACE.sub(partial(_put, terms), named.text)


def _put(terms: Mapping[str, str], match: re.Match[str]) -> str:
    name = match["name"]
    if name is None:
        return f"LIMIT {terms.get('limit', match['number'])}"
    return f"VALUES ?{name} {{ {terms.get(name, match['text'])} }}"


def _written(name: str, value: str, prefixes: Mapping[str, str], where: str) -> str:
    if name == "limit":
        if not (value.isascii() and value.isdigit()):
            raise Problem(where, f"limit is not a number: {value!r}", wrong_use=True)
        return value
    prefix, colon, rest = value.partition(":")
    if colon and prefix in prefixes and not rest.startswith("//"):
        value = prefixes[prefix] + rest
    elif value.startswith("<") and value.endswith(">"):
        value = value[1:-1]
    return str(ox.Literal(value))
