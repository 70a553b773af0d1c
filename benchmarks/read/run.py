"""What is found in documents: our reader beside plain readers, markitdown and pandoc, in one run.

Run from the checkout: ``./run python benchmarks/read/run.py [FOLDER…]``; a folder holds documents
``NAME.EXT``, each with its ``NAME.gold.json``, and is our corpus when left out. What each figure
means stands in docs/benchmarks.md. Exits with 1 when a goal isn't met.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.read import peers
from benchmarks.read.documents import CORPUS, Document, documents
from benchmarks.read.peers import Missing, Unread
from benchmarks.read.plain import by_headings, by_numbers, text_of
from benchmarks.read.score import Definitions, Scores, Tally, Term, score, total
from ontology.problem import Problem
from ontology.read.document import read_document

Goal = tuple[str, float, Callable[[Scores], float]]
GOALS: Sequence[Goal] = (
    ("terms", 0.95, lambda scores: scores.terms.f1),
    ("names", 0.93, lambda scores: scores.names.f1),
    ("spans", 0.90, lambda scores: scores.spans.f1),
)
FLOOR = 0.80  # of terms, in each document


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read a document: the terms found, or several such lists, of which the best counts.

    ``lines``: whether it says where a term stands.
    """

    name: str
    read: Callable[[Path], Sequence[list[Term]]]
    lines: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reader made of a document; ``fault`` is what it says where it made nothing."""

    document: str
    scores: Scores
    seconds: float
    fault: str = ""


def main() -> None:
    """Print a line a reader, then a line a document for ours, then whether the goals are met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="*", type=Path, default=[CORPUS])
    folders: list[Path] = arguments.parse_args().folder
    found = [document for folder in folders for document in documents(folder)]
    if not found:
        sys.exit(f"no NAME.gold.json with its document in {', '.join(map(str, folders))}")
    terms = sum(len(document.gold) for document in found)
    print(f"{len(found)} documents, {terms} terms\n\n{_row(HEAD)}\n{_rule(HEAD)}")
    outcomes = [_compared(reader, found) for reader in readers()]
    ours = outcomes[0]
    print(f"\n{_row(DETAIL)}\n{_rule(DETAIL)}", *map(_detail, ours), sep="\n")
    missed = _missed(ours)
    print(f"\ngoals missed: {', '.join(missed)}" if missed else "\nevery goal is met")
    sys.exit(1 if missed else 0)


def readers() -> list[Reader]:
    """Ours first; a tool that isn't installed stays in the table, with what installs it."""
    return [
        Reader("ours", _ours),
        Reader("numbered lines", lambda path: [by_numbers(text_of(path.read_bytes()))]),
        Reader("short headings", lambda path: [by_headings(text_of(path.read_bytes()))]),
        _peer("markitdown", peers.markitdown, peers.markitdown_version),
        _peer("pandoc", peers.pandoc, peers.pandoc_version),
    ]


def read_all(reader: Reader, found: Sequence[Document]) -> list[Outcome]:
    """Every document by one reader. One that it can't read counts as read with no terms."""
    return [_read(reader, document) for document in found]


def _ours(path: Path) -> Sequence[list[Term]]:
    try:
        read = read_document(path.read_bytes(), path.name)
    except Problem as problem:
        raise Unread(str(problem)) from problem
    return [[asdict(term) for term in read.terms]]


def _peer(
    name: str, read: Callable[[Path], Sequence[list[Term]]], version: Callable[[], str]
) -> Reader:
    try:
        return Reader(f"{name} {version()}", read, lines=False)
    except Missing:
        return Reader(name, read, lines=False)


def _read(reader: Reader, document: Document) -> Outcome:
    start = time.perf_counter()
    try:
        lists, fault = reader.read(document.path), ""
    except Unread as unread:
        lists, fault = [[]], str(unread)
    seconds = time.perf_counter() - start
    best = max((score(terms, document.gold) for terms in lists), key=_rank)
    return Outcome(document.path.name, best, seconds, fault)


def _rank(scores: Scores) -> tuple[float, float]:
    return scores.terms.f1, scores.names.f1


def _compared(reader: Reader, found: Sequence[Document]) -> list[Outcome]:
    """What a reader made of the documents, once its line of the table is printed."""
    try:
        reader.read(found[0].path)  # what it loads at first isn't its speed
    except Missing as missing:
        print(_row((reader.name, f"not installed: {missing}", *[""] * (len(HEAD) - 2))))
        return []
    except Unread:
        pass
    outcomes = read_all(reader, found)
    print(_row(_figures(reader, outcomes)), flush=True)
    return outcomes


HEAD = (
    "reader",
    "precision",
    "recall",
    "F1 of terms",
    "of names",
    "of spans",
    "furniture",
    "unread",
    "seconds",
)


def _figures(reader: Reader, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    scores = total(outcome.scores for outcome in outcomes)
    return (
        reader.name,
        f"{scores.terms.precision:.3f}",
        f"{scores.terms.recall:.3f}",
        f"{scores.terms.f1:.3f}",
        f"{scores.names.f1:.3f}",
        f"{scores.spans.f1:.3f}" if reader.lines else "–",
        _share(scores.definitions),
        str(sum(1 for outcome in outcomes if outcome.fault)),
        f"{sum(outcome.seconds for outcome in outcomes):.2f}",
    )


DETAIL = ("ours, by document", "terms", "names", "spans", "furniture", "seconds", "refusal")


def _detail(outcome: Outcome) -> str:
    scores = outcome.scores
    tallies = (scores.terms, scores.names, scores.spans)
    furniture, seconds = _share(scores.definitions), f"{outcome.seconds:.2f}"
    return _row((outcome.document, *map(_f1, tallies), furniture, seconds, outcome.fault))


def _f1(tally: Tally) -> str:
    return f"{tally.f1:.3f}" if tally.gold else "–"


def _share(definitions: Definitions) -> str:
    return f"{definitions.furniture:.1%}" if definitions.compared else "–"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '∣') for cell in cells)} |"


def _rule(head: Sequence[str]) -> str:
    return f"| --- | {' | '.join('--:' for _ in head[1:])} |"


def _missed(ours: Sequence[Outcome]) -> list[str]:
    """The goals that all documents together, or one of them, don't reach."""
    scores = total(outcome.scores for outcome in ours)
    missed = [f"{name} ≥ {goal:g}" for name, goal, figure in GOALS if figure(scores) < goal]
    low = [outcome.document for outcome in ours if outcome.scores.terms.f1 < FLOOR]
    return [*missed, *(f"terms ≥ {FLOOR:g} in {document}" for document in low)]


if __name__ == "__main__":
    main()
