"""Readers of glossaries as one writes them in an afternoon: what ours must be better than.

Each takes the text of a document and gives terms as ``score`` takes them. ``by_numbers`` and
``by_headings`` are for any text; ``by_marks`` is for the Markdown that other tools make of a
document.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.read.score import Term

LINE_END = re.compile(r"\r\n|\n|\r")
TAG = re.compile(r"<[^<>]*>")
NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+(?=\S)")
# What stands between a name and a definition on its own line.
DIVIDER = re.compile(r":\s|\s[-–—]\s")
BRACKETS = re.compile(r"([^()]+?)\s?\(([^()]+)\)")
STRESS = re.compile(r"\*+|^#+ ?|\\(?=\W)")

BOLD = re.compile(r"\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?\*\*([^*]+)\*\*[ :.–—-]*")
DEFINITION = re.compile(r"^: +")
CELL = re.compile(r"(?<!\\)\|")
# What stands under the header of a table, or is a header with nothing in it.
HEADER_RULE = re.compile(r"\|[-:| ]+|\+[=:+]+")


def text_of(data: bytes) -> str:
    """A document as text: UTF-8 or UTF-16 by its mark, else Windows-1252; tags are taken out.

    The line feeds within a tag stay, so that lines keep their numbers.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if re.match(r"\s*<(?:!|html|\?xml)", text, re.IGNORECASE):
        return TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text)
    return text


def by_numbers(text: str) -> list[Term]:
    """A line that begins with a number begins an entry, which goes on to the next such line."""
    lines = LINE_END.split(text)
    starts = [at for at, line in enumerate(lines) if NUMBERED.match(line)]
    return list(_entries(lines, starts))


def by_headings(text: str) -> list[Term]:
    """A short line after a blank one names an entry, which goes on to the next such line."""
    lines = LINE_END.split(text)
    starts = [
        at
        for at, line in enumerate(lines)
        if _is_short(line) and (at == 0 or not lines[at - 1].strip())
    ]
    return list(_entries(lines, starts))


def by_marks(text: str) -> list[Term]:
    """What Markdown sets apart: bold leads, definition lists and the rows of tables."""
    lines = LINE_END.split(text)
    starts = [at for at in range(len(lines)) if BOLD.match(lines[at]) or _is_defined(lines, at)]
    stops = [at for at, line in enumerate(lines) if line.startswith("#")]
    return [*_entries(lines, starts, stops), *_rows(lines)]


def _is_defined(lines: list[str], at: int) -> bool:
    """Whether a line is the name in a definition list of Markdown: ``:`` begins the next one."""
    after = next((line for line in lines[at + 1 : at + 3] if line.strip()), "")
    return lines[at][:1] not in {"", " ", ":"} and bool(DEFINITION.match(after))


def _is_short(line: str) -> bool:
    text = line.strip()
    return 0 < len(text) <= 60 and text[-1] not in ".,;!?"


def _entries(lines: list[str], starts: list[int], stops: Sequence[int] = ()) -> Iterator[Term]:
    """A term for each start, with the lines to the next start or stop; none if nothing follows."""
    begin = set(starts)
    for start, end in pairwise([*sorted(begin.union(stops)), len(lines)]):
        if start not in begin:
            continue
        name, first = _lead(lines[start])
        body = [first, *(DEFINITION.sub("", line) for line in lines[start + 1 : end])]
        filled = [at for at, line in enumerate(body) if line.strip()]
        if name and filled:
            yield _term(name, " ".join(body), start + 1, start + 1 + filled[-1])


def _lead(line: str) -> tuple[str, str]:
    """The name that a line begins with, and what follows it on the line."""
    if bold := BOLD.match(line):
        return bold[1], line[bold.end() :]
    name, _, rest = DIVIDER.sub("\0", line[_after_number(line) :], count=1).partition("\0")
    return name, rest


def _after_number(line: str) -> int:
    number = NUMBERED.match(line)
    return number.end() if number else 0


def _rows(lines: list[str]) -> list[Term]:
    """A term a row of a table: its first cell that is no number, defined by the longest other.

    A row whose first cell is empty goes on with the row above.
    """
    rows: list[Term] = []
    for at, line in enumerate(lines):
        if not line.startswith("|") or any(map(HEADER_RULE.fullmatch, lines[at : at + 2])):
            continue
        first, *others = [cell.strip() for cell in CELL.split(line.strip("| "))]
        if first.isdigit() and others:
            first, *others = others
        longest = max(others, key=len, default="")
        if first and longest:
            rows.append(_term(first, longest, at + 1, at + 1))
        elif rows and rows[-1]["line_end"] == at:
            more = STRESS.sub("", longest or first)
            rows[-1] |= {"definition": f"{rows[-1]['definition']} {more}", "line_end": at + 1}
    return rows


def _term(name: str, definition: str, start: int, end: int) -> Term:
    plain = STRESS.sub("", name).strip(" \t:.–—-")
    both = BRACKETS.fullmatch(plain)
    return {
        "name": both[1] if both else plain,
        "other_names": [both[2]] if both else [],
        "definition": STRESS.sub("", definition),
        "line_start": start,
        "line_end": end,
    }
