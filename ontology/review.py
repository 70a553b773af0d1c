"""Matches ⇄ the table that a person edits in a spreadsheet or an editor, a row a match.

Columns stand in the order in which one reads to decide. What a spreadsheet does to the file on
saving is undone (``spreadsheet``), and a decision may be written as people write it.
"""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ontology.model import Match
from ontology.names import did_you_mean
from ontology.problem import Problem
from ontology.spreadsheet import Row, divided, generate_table, joined, parse_table
from ontology.terms_table import line_number, term_of

COLUMNS = (
    "decision",
    "relation",
    "term",
    "language",
    "document",
    "definition",
    "concept",
    "concept label",
    "concept definition",
    "score",
    "reasons",
    "other names",
    "translations",
    "group",
    "number",
    "see",
    "lines",
)

RELATIONS = ("same", "new", "broader", "narrower", "related")

DECISIONS = {
    "accept": ("accept", "accepted", "yes", "y", "ok", "x", "✓", "✔", "true", "1"),
    "propose": ("propose", "proposed", "", "?", "maybe"),
    "reject": ("reject", "rejected", "no", "n", "✗", "✘", "false", "0"),
}
"""What counts as each decision; an empty cell decides nothing."""

_WRITTEN_SO = {word: decision for decision, words in DECISIONS.items() for word in words}
_LINES = re.compile(r"\s*(\d*)\s*(?:[-–—]\s*(\d*))?\s*")


def generate(matches: Iterable[Match]) -> str:
    """The CSV text of ``matches``, a row each, in their order; the file takes it as it is."""
    return generate_table(COLUMNS, map(_cells, matches))


def parse(text: str, where: str) -> list[Match]:
    """The matches of a CSV text that a person edited; ``where`` is the name of the file.

    Raises Problem, with the line, for a decision, relation, score or line that is none.
    """
    rows = parse_table(text, where, COLUMNS, required=("decision", "relation", "term", "concept"))
    return [_match(row) for row in rows]


def _cells(match: Match) -> list[str]:
    term = match.term
    return [
        match.decision,
        match.relation,
        term.name,
        term.language,
        term.document,
        term.definition,
        match.concept,
        match.label,
        match.definition,
        repr(match.score),
        joined(match.reasons),
        joined(term.other_names),
        joined(term.translations),
        term.group,
        term.number,
        joined(term.see),
        lines_cell(term.line_start, term.line_end),
    ]


def lines_cell(start: int, end: int) -> str:
    """A span of lines, with a dash that no spreadsheet takes for one in a date."""
    return "" if start == end == 0 else str(start) if start == end else f"{start}–{end}"


def _match(row: Row) -> Match:
    cells = row.cells
    relation = cells["relation"].strip().lower()
    if relation not in RELATIONS:
        what = f"{cells['relation'][:40]!r} is no relation"
        raise Problem(row.where, what, did_you_mean(relation, RELATIONS))
    return Match(
        term=term_of(term_values(cells, row.where), row.where),
        relation=relation,
        concept=cells["concept"].strip(),
        decision=decision_of(cells["decision"], row.where),
        score=score_of(cells["score"], row.where),
        reasons=divided(cells["reasons"]),
        label=cells["concept label"],
        definition=cells["concept definition"],
    )


def term_values(cells: Mapping[str, str], where: str) -> dict[str, Any]:
    """The fields of a term from cells under the names of these columns."""
    start, end = _line_span(cells["lines"], where)
    return {
        "name": cells["term"],
        "other_names": divided(cells["other names"]),
        "translations": divided(cells["translations"]),
        "see": divided(cells["see"]),
        "line_start": start,
        "line_end": end,
        **{name: cells[name] for name in ("definition", "language", "group", "number", "document")},
    }


def _line_span(cell: str, where: str) -> tuple[int, int]:
    found = _LINES.fullmatch(cell[:80])
    if not found:
        raise Problem(where, f"{cell[:40]!r} is no span of lines", "write 12 or 12–15, or nothing")
    start = line_number(found[1], where)
    return start, start if found[2] is None else line_number(found[2], where)


def decision_of(cell: str, where: str) -> str:
    """``accept``, ``propose`` or ``reject``, however a person writes it."""
    decision = _WRITTEN_SO.get(cell.strip().lower())
    if decision is None:
        mend = did_you_mean(cell.strip()[:40].lower(), DECISIONS)
        raise Problem(where, f"{cell[:40]!r} is no decision", mend)
    return decision


def score_of(cell: str, where: str) -> float:
    """A number from 0 to 1, with a comma where the spreadsheet's language has one."""
    try:
        score = float(cell.strip().replace(",", ".") or 1)
    except ValueError:
        score = math.nan
    if not 0 <= score <= 1:
        raise Problem(where, f"{cell[:40]!r} is no score", "write a number from 0 to 1, or nothing")
    return score
