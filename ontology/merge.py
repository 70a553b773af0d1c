"""A vocabulary and decided matches → the vocabulary with what was decided, and an account of it.

Nothing is overwritten: names and definitions are added, each with the document it came from. The
order of the rows does not matter, and the same rows again change nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ontology.decided import Decided, TermKey, decided_terms, term_key
from ontology.documents import Documents
from ontology.gather import Change
from ontology.model import Match, Vocabulary
from ontology.relate import Done, relate
from ontology.resolve import Resolved, resolve
from ontology.working import Working

APPLIED, THERE, SKIPPED = "applied", "already there", "skipped"

COUNTED = {
    "new concept": "new concepts",
    "retired": "concepts retired",
    "label": "labels",
    "printed": "names with their source",
    "definition": "definitions",
    "source": "sources",
    "group": "groups",
    "language": "languages",
    "broader": "broader",
    "related": "related",
}
"""What the summary counts: one of it, several of it."""

_SINGULAR = {"printed": "name with its source", "retired": "concept retired"}

_MOST_ROUNDS = 10
"""Merges after which terms that wait for one another are left to a person."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of one row of the matches: ``applied``, ``already there`` or ``skipped``."""

    match: Match
    done: str
    why: str
    """In words: what was added, or what kept it from being applied."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The vocabulary that merging gives, an account of each row, and how much of what was added."""

    vocabulary: Vocabulary
    account: tuple[Applied, ...] = ()
    added: Mapping[str, int] = field(default_factory=dict)
    """By the words of ``COUNTED``."""

    def summary(self) -> str:
        """What was added and how many rows were skipped, in words, on one line."""
        said = [
            f"{count} {_SINGULAR.get(what, what) if count == 1 else COUNTED[what]}"
            for what, count in self.added.items()
            if count
        ]
        skipped = sum(row.done == SKIPPED for row in self.account)
        rows = f"{skipped} of {len(self.account)} rows skipped" if skipped else "no row skipped"
        return f"{', '.join(said) or 'nothing to add'}; {rows}"


def merge(vocabulary: Vocabulary, matches: Sequence[Match], definitions: bool = True) -> Merged:
    """The vocabulary with the decided rows of ``matches`` in it.

    Without ``definitions`` those of the documents are left out. Never raises for what a row says:
    what cannot be applied is skipped, and the account says why.
    """
    merged, taken = _merge(vocabulary, matches, definitions)
    for _ in range(_MOST_ROUNDS if taken else 0):
        # A term whose identifier was another concept's may be a term of that concept by now.
        again, _ = _merge(merged.vocabulary, matches, definitions)
        settled = again.vocabulary == merged.vocabulary
        merged = _both(merged, again)
        if settled:
            break
    return merged


def _both(first: Merged, again: Merged) -> Merged:
    """One merge after another as one: what the first did, and what it made possible."""
    account = tuple(
        later if before.done == SKIPPED or later.done == APPLIED else before
        for before, later in zip(first.account, again.account, strict=True)
    )
    added = {what: count + again.added[what] for what, count in first.added.items()}
    return Merged(again.vocabulary, account, added)


def _merge(
    vocabulary: Vocabulary, matches: Sequence[Match], definitions: bool
) -> tuple[Merged, bool]:
    terms = decided_terms(matches)
    documents = Documents(vocabulary, [decided.term for decided in terms])
    resolved = resolve(vocabulary, terms, documents)
    working = Working(vocabulary, documents, resolved)
    working.retire()
    changes = working.gather(terms, definitions=definitions)
    done = _told(matches, terms, resolved, changes)
    own = {number: working.concept(resolved.of(one)) for one in terms for number in one.rows}
    done |= relate(matches, own, working.concept, working.links, set(working.top_concepts))
    account = tuple(Applied(match, *done[number]) for number, match in enumerate(matches))
    return Merged(working.result(), account, _counted(changes, account)), resolved.taken


def _counted(
    changes: Mapping[TermKey, Sequence[Change]], account: Sequence[Applied]
) -> dict[str, int]:
    count = Counter(change.kind for some in changes.values() for change in some)
    count += Counter(
        "related" if row.match.relation == "related" else "broader"
        for row in account
        if row.done == APPLIED and row.match.relation not in ("same", "new")
    )
    return {what: count[what] for what in COUNTED}


def _told(
    matches: Sequence[Match],
    terms: Sequence[Decided],
    resolved: Resolved,
    changes: Mapping[TermKey, Sequence[Change]],
) -> dict[int, Done]:
    """What became of the rows that say what a term is, by their number."""
    done: dict[int, Done] = {}
    for one in terms:
        words = "; ".join(change.said for change in changes.get(term_key(one.term), ()))
        slug = resolved.of(one)
        for number in one.rows:
            match = matches[number]
            if match.relation in ("same", "new"):
                why = _skipped(match, one, slug, resolved)
                if why:
                    done[number] = SKIPPED, why
                else:
                    done[number] = (APPLIED, words) if words else (THERE, f"it is {slug!r}")
    return done


def _skipped(match: Match, one: Decided, slug: str, resolved: Resolved) -> str:
    """Why a row is not applied; empty for one that is."""
    if match.relation == "same" and match.decision == "accept":
        refused = resolved.refused.get(term_key(one.term), "")
        return refused or (
            "" if match.concept in resolved.concept else resolved.unknown[match.concept]
        )
    if match.decision == "reject":
        return "rejected"
    if match.relation == "new" and one.makes and match.concept == one.makes:
        return resolved.refused.get(term_key(one.term), "")
    return f"it was decided to be {slug!r}" if slug else "not decided"
