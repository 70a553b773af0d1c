"""Rows of matches → what each term becomes, as a person decided it.

Terms and identifiers that are said to be one thing form a set; merging gives each set one concept.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from ontology.model import Match, Term

TermKey = tuple[str, ...]


def term_key(term: Term) -> TermKey:
    """What tells one term from another: where it stands, or, without lines, all that it says."""
    place = (term.document, str(term.line_start), term.number, term.name)
    return place if term.line_start else (*place, term.definition)


@dataclass(slots=True)
class Decided:
    """A term with its rows, by their number, and what they say of it."""

    term: Term
    rows: list[int] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    """The concepts that it was accepted to be."""
    makes: str = ""
    """The concept of its own that it becomes; empty where it is none or is not decided."""
    offers: str = ""
    """The identifier of the concept of its own that it would be, whatever was decided."""

    @property
    def named(self) -> list[str]:
        """The identifiers of the concept that it is; empty while nothing is decided."""
        return self.same or ([self.makes] if self.makes else [])


def decided_terms(matches: Sequence[Match]) -> list[Decided]:
    """Each term of the matches once, in an order that does not depend on that of the rows.

    An accepted ``same`` wins; else an accepted ``new``; else, where every ``same`` was rejected,
    the ``new`` that stands proposed. Anything else leaves the term undecided.
    """
    found: dict[TermKey, Decided] = {}
    for number, match in enumerate(matches):
        key = term_key(match.term)
        found.setdefault(key, Decided(match.term)).rows.append(number)
    for decided in found.values():
        rows = [matches[number] for number in decided.rows]
        # Rows of one term may differ where a person mended one: the first in order speaks.
        decided.term = min((match.term for match in rows), key=_order)
        _decide(decided, rows)
    return sorted(found.values(), key=lambda decided: _order(decided.term))


def _order(term: Term) -> tuple[object, ...]:
    place = (term.document, term.line_start, term.line_end, term.number, term.name)
    names = (term.language, term.other_names, term.translations)
    return (*place, *names, term.definition, term.group, term.see)


def _decide(decided: Decided, rows: Iterable[Match]) -> None:
    same = {"accept": set[str](), "propose": set[str](), "reject": set[str]()}
    new = {"accept": set[str](), "propose": set[str](), "reject": set[str]()}
    for match in rows:
        if match.relation == "same":
            same[match.decision].add(match.concept)
        elif match.relation == "new":
            new[match.decision].add(match.concept)
    offered = sorted(new["accept"]) or sorted(new["propose"]) or sorted(new["reject"])
    decided.offers = offered[0] if offered else ""
    decided.same = sorted(same["accept"])
    rejected = bool(same["reject"]) and not same["propose"]
    if not decided.same and (new["accept"] or (new["propose"] and rejected)):
        decided.makes = decided.offers


def accept_certain(matches: Sequence[Match]) -> list[Match]:
    """The matches with every term decided: one that is only proposed to be another is its own.

    Proposed relations stay proposed.
    """
    settled = {term_key(one.term) for one in decided_terms(matches) if one.named}
    return [
        replace(match, decision="accept")
        if match.relation == "new"
        and match.decision == "propose"
        and term_key(match.term) not in settled
        else match
        for match in matches
    ]


def decide(matches: Sequence[Match], decided: Sequence[Match]) -> list[Match]:
    """The matches, those that are among ``decided`` with the decision taken there.

    A row that a person corrected or added stands at the end, if its term is among the matches.
    """
    taken = {_row(one): one.decision for one in decided}
    known = {_row(one) for one in matches}
    terms = {term_key(one.term) for one in matches}
    there = [replace(one, decision=taken.get(_row(one), one.decision)) for one in matches]
    more = {
        _row(one): one
        for one in decided
        if _row(one) not in known and term_key(one.term) in terms and one.decision != "propose"
    }
    return [*there, *more.values()]


def to_decide(matches: Sequence[Match], decided: Sequence[Match]) -> list[Match]:
    """The rows that are left to a person, and those of ``decided``, which no new file may lose."""
    settled = {term_key(one.term) for one in decided_terms(matches) if one.named}
    taken = {_row(one) for one in decided if one.decision != "propose"}
    waiting = [
        one
        for one in matches
        if _row(one) in taken or (one.decision == "propose" and not _is_settled(one, settled))
    ]
    known = {_row(one) for one in waiting}
    return [
        *waiting,
        *(one for one in decided if _row(one) in taken and _row(one) not in known),
    ]


def _is_settled(match: Match, settled: Set[TermKey]) -> bool:
    return match.relation in ("same", "new") and term_key(match.term) in settled


def _row(match: Match) -> tuple[TermKey, str, str]:
    return term_key(match.term), match.relation, match.concept


class Sets:
    """Identifiers that name one concept, in sets that grow together."""

    def __init__(self) -> None:
        self._of: dict[str, list[str]] = {}

    def of(self, slug: str) -> list[str]:
        """The identifiers that name the same as ``slug``, itself among them."""
        return self._of.setdefault(slug, [slug])

    def join(self, one: str, other: str) -> None:
        """Both name one concept from now on."""
        more, fewer = self.of(one), self.of(other)
        if more is fewer:
            return
        if len(more) < len(fewer):
            more, fewer = fewer, more
        more += fewer
        for slug in fewer:
            self._of[slug] = more
