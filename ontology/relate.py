"""Accepted relation rows → broader and related of the concepts, where SKOS allows them."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import NamedTuple

from ontology.links import Links
from ontology.model import Match

Done = tuple[str, str]
"""What became of a row, and why: as in ``Applied``."""


class _Row(NamedTuple):
    related: bool
    score: float
    concept: str
    other: str
    number: int


def relate(
    matches: Sequence[Match],
    concept_of: Mapping[int, str],
    named: Callable[[str], str],
    links: Links,
    tops: Set[str],
) -> dict[int, Done]:
    """Apply the accepted relation rows to ``links``; what became of each, by its number.

    ``concept_of`` gives the IRI of a row's own concept, ``named`` that of an identifier; both are
    empty for what is no concept. Surest rows go first, whatever their place.
    """
    done: dict[int, Done] = {}
    rows = []
    for number, match in enumerate(matches):
        if match.relation in ("same", "new"):
            continue
        if match.decision != "accept":
            done[number] = "skipped", _undecided(match)
            continue
        concept, other = concept_of.get(number, ""), named(match.concept)
        if not concept:
            done[number] = "skipped", f"{match.term.name!r} is no concept yet"
        elif not other:
            done[number] = "skipped", f"no concept is called {match.concept!r}"
        else:
            if match.relation == "narrower":
                concept, other = other, concept
            rows.append(_Row(match.relation == "related", -match.score, concept, other, number))
    done.update(_add(sorted(rows), links, tops))
    return done


def _undecided(match: Match) -> str:
    return "rejected" if match.decision == "reject" else "not decided"


def _add(rows: Sequence[_Row], links: Links, tops: Set[str]) -> dict[int, Done]:
    """Broader first: nothing is related to what stands above it, so related has to see it."""
    done: dict[int, Done] = {}
    first: dict[tuple[str, str], _Row] = {}
    for row in (row for row in rows if not row.related):
        pair = row.concept, row.other
        if pair in first or links.has_broader(*pair):
            done[row.number] = _THERE
        else:
            first[pair] = row
    at_once = links.add_all_broader(list(first))
    for pair, row in first.items():
        why = "" if at_once else links.add_broader(*pair)
        more = "; it is no top concept any more" if row.concept in tops else ""
        done[row.number] = ("skipped", why) if why else ("applied", f"broader{more}")
    for row in (row for row in rows if row.related):
        if links.has_related(row.concept, row.other):
            done[row.number] = _THERE
        else:
            why = links.add_related(row.concept, row.other)
            done[row.number] = ("skipped", why) if why else ("applied", "related")
    return done


_THERE = "already there", "the relation is there"
