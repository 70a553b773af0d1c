"""Matches ⇄ SSSOM, the Simple Standard for Sharing Ontological Mappings, as TSV.

https://mapping-commons.github.io/sssom/: a block of YAML behind ``#``, then a row a mapping. What
the standard has no place for stands in columns of our own (extension slots): all of it comes back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, unquote

from ontology.documents import EXAMPLE_BASE
from ontology.model import Match, Term, last_part
from ontology.names import did_you_mean
from ontology.problem import Problem
from ontology.review import RELATIONS, decision_of, lines_cell, score_of, term_values
from ontology.spreadsheet import BYTE_ORDER_MARK, Row, divided, guarded, joined, parse_table
from ontology.terms_table import term_of

PREDICATES = {
    "same": "skos:exactMatch",
    "new": "skos:exactMatch",
    "broader": "skos:broadMatch",
    "narrower": "skos:narrowMatch",
    "related": "skos:relatedMatch",
}

SLOTS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "comment",
)
"""The columns of the standard that are used."""

EXTENSIONS = {
    "ext_relation": "same, new, broader, narrower or related",
    "ext_decision": "accept, propose or reject",
    "ext_document": "the document in which the term stands",
    "ext_lines": "its lines there",
    "ext_language": "BCP 47 tag of the term",
    "ext_definition": "how the document defines it",
    "ext_other_names": "its other names there",
    "ext_translations": "those in another language, as de:Kunde",
    "ext_group": "the heading it stands under",
    "ext_number": "its number there",
    "ext_see": "the entries it sends its reader to",
    "ext_object_definition": "how the concept is defined",
}

_PREFIXES = {
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_RELATION = {
    "exactmatch": "same",
    "closematch": "same",
    "broadmatch": "broader",
    "narrowmatch": "narrower",
    "relatedmatch": "related",
}
_HEAD = re.compile("(?:#[^\r\n]*(?:\r\n?|\n))*")


def generate(matches: Iterable[Match], base: str = EXAMPLE_BASE) -> str:
    """The SSSOM text of ``matches``; ``base`` begins the IRIs of concepts and of terms."""
    rows = [[*SLOTS, *EXTENSIONS], *map(_cells, matches)]
    lines = ("\t".join(_written(cell) for cell in row) for row in rows)
    return "".join(f"#{line}\n" for line in _metadata(base)) + "".join(f"{row}\n" for row in lines)


def parse(text: str, where: str) -> list[Match]:
    """The matches of an SSSOM text, ours or another's; ``where`` is the name of the file.

    Without our columns a mapping is accepted, and rejected where its predicate is negated. Raises
    Problem, with the line, for what is no such table.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    head = _HEAD.match(text)
    table = text[head.end() :] if head else text
    above = len(re.findall("\r\n?|\n", text[: len(text) - len(table)]))
    required = ("predicate_id", "object_id")
    rows = parse_table(table, where, (*SLOTS, *EXTENSIONS), required, above)
    return [_match(row) for row in rows]


def _metadata(base: str) -> Iterator[str]:
    yield f"mapping_set_id: {base}matches"
    yield "license: https://w3id.org/sssom/license/unspecified"
    yield "curie_map:"
    for prefix, iri in {"concept": base, **_PREFIXES, "term": f"{base}term/"}.items():
        yield f"  {prefix}: {iri}"
    yield "extension_definitions:"
    for slot in EXTENSIONS:
        yield f"  - slot_name: {slot}"
        yield f"    property: concept:{slot}"
        yield "    type_hint: xsd:string"


def _cells(match: Match) -> list[str]:
    term = match.term
    return [
        f"term:{_local(term)}",
        term.name,
        PREDICATES[match.relation],
        "Not" if match.decision == "reject" else "",
        f"concept:{quote(match.concept, safe='')}",
        match.label,
        "semapv:LexicalMatching",
        repr(match.score),
        joined(match.reasons),
        match.relation,
        match.decision,
        term.document,
        lines_cell(term.line_start, term.line_end),
        term.language,
        term.definition,
        joined(term.other_names),
        joined(term.translations),
        term.group,
        term.number,
        joined(term.see),
        match.definition,
    ]


def _local(term: Term) -> str:
    """What names a term: its document, its line there, its name."""
    parts = (term.document, str(term.line_start or ""), term.name)
    return "/".join(quote(part, safe="") for part in parts if part)


def _written(cell: str) -> str:
    cell = guarded(cell)
    return '"' + cell.replace('"', '""') + '"' if re.search('[\t\r\n"]', cell) else cell


def _match(row: Row) -> Match:
    cells = row.cells
    negated = cells["predicate_modifier"].strip().lower() == "not"
    decision = "reject" if negated else cells["ext_decision"].strip() or "accept"
    columns = {
        "term": cells["subject_label"] or unquote(_end(cells["subject_id"])),
        "other names": cells["ext_other_names"],
        "translations": cells["ext_translations"],
        "lines": cells["ext_lines"],
        **{name: cells[f"ext_{name}"] for name in _SAME_NAME},
    }
    return Match(
        term=term_of(term_values(columns, row.where), row.where),
        relation=_relation(cells, row.where),
        concept=unquote(_end(cells["object_id"])),
        decision=decision_of(decision, row.where),
        score=score_of(cells["confidence"], row.where),
        reasons=divided(cells["comment"]),
        label=cells["object_label"],
        definition=cells["ext_object_definition"],
    )


_SAME_NAME = ("definition", "language", "group", "number", "see", "document")


def _relation(cells: Mapping[str, str], where: str) -> str:
    ours = cells["ext_relation"].strip().lower()
    if ours in RELATIONS:
        return ours
    predicate = _end(cells["predicate_id"])
    relation = _RELATION.get(predicate.lower())
    if ours or relation is None:
        what = f"{(ours or cells['predicate_id'])[:40]!r} is no relation of concepts"
        known = ["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]
        raise Problem(
            where, what, did_you_mean(ours or predicate[:40], RELATIONS if ours else known)
        )
    return relation


def _end(identifier: str) -> str:
    """The part of a CURIE or IRI that names the thing."""
    identifier = identifier.strip().strip("<>")
    if "://" in identifier:
        return last_part(identifier)
    return identifier.partition(":")[2] if ":" in identifier else identifier
