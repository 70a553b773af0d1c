"""What a reading says for itself: the terms as a table, what was left out, every line and why."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from ontology.model import Term
from ontology.read.entries import DocumentRead, Taken, Weighed

_LAID_OUT = {"term": "a definition list", "row": "a table"}
"""Kinds of line that have a name outside of this house."""
_LONGEST_PART = 60
_MOST_STRETCHES = 12


def terms_table(terms: Sequence[Term]) -> str:
    """The terms as people look them over: a line a term, its other names, where it stands."""
    rows = [("name", "other names", "lang", "lines", "definition")]
    rows += [
        (
            _short(term.name, 40),
            _short("; ".join(term.other_names), 40),
            term.language,
            f"{term.line_start}–{term.line_end}",
            _short(term.definition, _LONGEST_PART),
        )
        for term in terms
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def summary(read: DocumentRead) -> Iterator[str]:
    """What a person must know who does not look further: a line a fact, without the document."""
    language = read.language or "of unknown language"
    kinds = read.weighed[0].kinds
    yield f"{len(read.terms)} terms, {language}, laid out as {_LAID_OUT.get(kinds, kinds)}"
    stretches = list(_left_out(read.lines))
    for first, last, why, text in stretches[:_MOST_STRETCHES]:
        yield f"left out {_lines(first, last)}: {why}: {text}"
    if len(stretches) > _MOST_STRETCHES:
        more = len(stretches) - _MOST_STRETCHES
        yield f"left out {more} more stretches of lines; --explain shows them"
    yield from (f"left out: {what}" for what in read.left_out)
    yield from (f"repaired: {what}" for what in read.repaired[:_MOST_STRETCHES])
    if read.repaired[_MOST_STRETCHES:]:
        yield f"repaired {len(read.repaired) - _MOST_STRETCHES} more places; --explain shows them"
    yield from missing_numbers(read.terms)


def missing_numbers(terms: Iterable[Term]) -> Iterator[str]:
    """Numbers that a document skips, when it numbers its entries once through."""
    # Two terms of one entry stand on one line and share its number.
    counted = (term for term in terms if term.number.isdecimal() and len(term.number) < 10)
    numbers = {term.line_start: int(term.number) for term in counted}
    known = set(numbers.values())
    if len(known) > 4 and len(known) == len(numbers) and max(known) < 2 * len(known):
        gaps = [str(number) for number in range(1, max(known)) if number not in known]
        if gaps:
            yield f"no entry has the number {', '.join(gaps[:20])}"


def explain_text(read: DocumentRead) -> str:
    """Every line of a document, what it was taken for and why; what else was weighed."""
    said = [f"{read.document}: {read.title}".rstrip(": "), "", "Explanations weighed:"]
    for one in read.weighed[:12]:
        said.append(f"  {one.score:6.2f}  {one.kinds}: {', '.join(one.evidence)}")
    said += ["", "Lines:"]
    width = max((len(f"{line.what}: {line.why}") for line in read.lines), default=0)
    for line in read.lines:
        taken = f"{line.what}: {line.why}".removesuffix(": ")
        said.append(f"{line.line:6}  {taken.ljust(min(width, 48))}  {line.text}".rstrip())
    said += [
        "",
        "Left out by the format:",
        *(f"  {what}" for what in read.left_out or ("nothing",)),
    ]
    said += ["", "Repaired:", *(f"  {what}" for what in read.repaired or ("nothing",)), ""]
    return "\n".join(said)


def _left_out(lines: Iterable[Taken]) -> Iterator[tuple[int, int, str, str]]:
    """First and last line of each stretch left out for one reason, the reason, how it begins."""
    filled = (line for line in lines if line.what != "blank")
    for (what, why), some in groupby(filled, key=lambda line: (line.what, line.why)):
        stretch = list(some)
        if what == "left out":
            first = stretch[0]
            yield first.line, stretch[-1].line, why, f"«{_short(first.text, _LONGEST_PART)}»"


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}–{last}"


def _short(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


# --- from one process to another -------------------------------------------------------------


def pack(read: DocumentRead) -> bytes:
    """A reading as bytes that ``unpack`` reads: it was made in a process of its own."""
    return json.dumps(asdict(read)).encode()


def unpack(data: bytes) -> DocumentRead:
    """The reading that ``pack`` wrote."""
    said: dict[str, Any] = json.loads(data)
    terms = [Term(**_frozen(term)) for term in said.pop("terms")]
    lines = tuple(Taken(**line) for line in said.pop("lines"))
    weighed = tuple(
        Weighed(one["kinds"], one["score"], tuple(one["evidence"])) for one in said.pop("weighed")
    )
    for name in ("left_out", "repaired"):
        said[name] = tuple(said[name])
    return DocumentRead(terms=tuple(terms), lines=lines, weighed=weighed, **said)


def _frozen(said: dict[str, Any]) -> dict[str, Any]:
    """JSON knows lists only; a value has tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}
