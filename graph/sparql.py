"""What can be said of a query's text before an engine sees it, and of the engine's complaint after.

The engine has no switch against ``SERVICE``, and dies of deep nesting: both must be seen in the
text (SPARQL 1.1 Query Language, section 19.8, gives the tokens).
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ontology.problem import Problem

LONGEST = 1_000_000
"""Characters."""

DEEPEST = 500

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<string>'''(?:'{0,2}(?:[^'\\]|\\.))*+'''|\"\"\"(?:\"{0,2}(?:[^\"\\]|\\.))*+\"\"\"
      |'(?:[^'\\\r\n]|\\.)*+'|"(?:[^"\\\r\n]|\\.)*+")
  | (?P<iri><[^<>"{}|^`\x00-\x20]*+>)
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*+)
  | (?P<blank>_:[\w.\-]*)
  | (?P<prefixed>(?:[^\W\d_][\w.\-·]*+)?:(?:%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]|[\w:.\-·])*+)
  | (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<escape>\\[uU])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)

# ``?a<?b)SERVICE#>`` may be one IRI or, to the engine, a comparison and a keyword.
_SERVICE_IN_IRI = re.compile(r"\)[^#]*\bSERVICE\b", re.IGNORECASE)

_UPDATES = {
    "ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH",
}  # fmt: skip
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Token(NamedTuple):
    """A piece of a query and where it begins."""

    kind: str
    text: str
    start: int


def check(text: str, prefixes: Collection[str], where: str = "query") -> None:
    """Returns when ``text`` is a query that reads the graph it is asked of and nothing else.

    ``prefixes`` are the names that need no declaring. Problem, with line and column: ``SERVICE``,
    ``FROM``, an update, an unknown prefix, too long or too deeply nested.
    """
    if len(text) > LONGEST:
        raise Problem(where, f"longer than {LONGEST} characters", "ask for less at once", True)
    declared = set(prefixes)
    form = ""
    depth = run = 0
    before = Token("", "", 0)
    for token in tokens(text):
        word = token.text.upper() if token.kind == "word" else ""
        if token.kind == "escape":
            raise fault(text, token.start, "a \\u escape outside a string or an IRI", where)
        if token.text in ("'", '"'):
            raise fault(text, token.start, "a string that is not closed", where)
        if word and not form:
            form = _form(text, token, word, where)
        _refuse_elsewhere(text, token, word, where)
        if token.kind == "prefixed":
            _take_prefix(text, token, before, declared, where)
        depth += (token.text in "({[") - (token.text in ")}]") if token.kind == "other" else 0
        run = run + 1 if token.text in ("!", "-", "+", "^") else 0
        if depth < 0:
            raise fault(text, token.start, f"a {token.text} too many", where)
        if depth > DEEPEST or run > DEEPEST:
            raise fault(text, token.start, f"nested more than {DEEPEST} deep", where)
        before = token
    if not form:
        raise Problem(where, "no query", f"begin with {', '.join(_FORMS)}", wrong_use=True)


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a query in order, without spaces and comments."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind != "space":
            yield Token(kind, match[0], match.start())


def _form(text: str, token: Token, word: str, where: str) -> str:
    """The first word after the prologue: "" while still in it."""
    if word in ("PREFIX", "BASE", "VERSION"):
        return ""
    if word in _UPDATES:
        raise fault(text, token.start, f"{word} changes a graph, and this one is read-only", where)
    if word not in _FORMS:
        what = f"a query begins with {', '.join(_FORMS)}"
        raise fault(text, token.start, f"{what}, not {token.text[:40]}", where)
    return word


def _refuse_elsewhere(text: str, token: Token, word: str, where: str) -> None:
    if "SERVICE" in word or _hides_service(token):
        raise fault(text, token.start, "SERVICE asks another server, and nothing is fetched", where)
    if word in ("FROM", "LOAD"):
        what = f"{word} names other data, and nothing is fetched; leave it out"
        raise fault(text, token.start, what, where)


def _hides_service(token: Token) -> bool:
    """The engine needs no space after a word: ``SERVICEa:b`` may be ``SERVICE a:b`` to it."""
    if token.kind == "iri":
        return _SERVICE_IN_IRI.search(token.text) is not None
    prefix, _, name = token.text.upper().partition(":")
    return token.kind == "prefixed" and ("SERVICE" in prefix or ".SERVICE" in name)


def _take_prefix(text: str, token: Token, before: Token, declared: set[str], where: str) -> None:
    prefix = token.text.partition(":")[0]
    if before.kind == "word" and before.text.upper() == "PREFIX":
        declared.add(prefix)
    elif prefix not in declared:
        raise fault(text, token.start, _unknown_prefix(prefix, declared), where)


def _unknown_prefix(prefix: str, declared: Collection[str]) -> str:
    from ontology.names import near_misses

    near = near_misses(prefix, declared) if prefix else []
    mend = f"did you mean {near[0]}:?" if near else f"declare it: PREFIX {prefix}: <…>"
    return f"unknown prefix {prefix}:; {mend}"


def fault(text: str, offset: int, what: str, where: str) -> Problem:
    """A Problem of three lines: place and what, the line of the query, a caret below it."""
    before = text[:offset]
    line = before.count("\n") + 1
    start = before.rfind("\n") + 1
    end = text.find("\n", offset)
    whole = text[start : len(text) if end < 0 else end]
    column = offset - start
    shown, indent = _window(whole, column)
    return Problem(
        f"{where}:{line}:{column + 1}", f"{what}\n  {shown}\n  {' ' * indent}^", wrong_use=True
    )


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a long line around ``column``, safe to print, and the width left of the place."""
    from unicodedata import east_asian_width

    from graph.terminal import printable

    first = max(0, column - 60)
    left, right = (
        printable(part.replace("\t", " ").rstrip("\r"))
        for part in (line[first:column], line[column : column + 40])
    )
    return left + right, sum(2 if east_asian_width(char) in "WF" else 1 for char in left)


def engine_fault(text: str, said: str, where: str) -> Problem:
    """The engine's ``error at LINE:COLUMN: expected …`` as a Problem with a caret."""
    match = re.match(r"error at (\d+):(\d+): (.*)", said, re.DOTALL)
    if match is None:
        return Problem(where, said.replace("\n", " "), wrong_use=True)
    lines = text.split("\n")
    line = min(int(match[1]), len(lines))
    offset = sum(len(before) + 1 for before in lines[: line - 1]) + int(match[2]) - 1
    after = next(tokens(text[offset:]), None)
    offset = offset + after.start if after else min(offset, len(text.rstrip()))
    return fault(text, offset, _complaint(text, offset, match[3]), where)


def _complaint(text: str, offset: int, expected: str) -> str:
    """What people can use of the engine's list: its sentences, else the keywords it names."""
    sentence = re.search(r"(?:^|one of |, |\w )((?:The|Prefix|IRI) [^,\[]+\w>?)", expected)
    if sentence:
        return sentence[1]
    found = next(tokens(text[offset:]), None)
    if found is None:
        closed = {"{": 1, "}": -1}
        is_open = sum(closed.get(token.text, 0) for token in tokens(text)) > 0
        return "a } is missing" if is_open else "the query is not understood up to this place"
    what = f"did not expect {found.text[:40]}"
    listed = expected.removeprefix("expected ").removeprefix("one of ")
    names = re.findall(r'(?:^|, )("[^"\\]{1,3}"|[A-Z]{2,}(?: [A-Z]+)*)(?=, |$)', listed)
    few = 0 < len(names) <= 8
    return f"{what}; it could be {' '.join(name.strip(chr(34)) for name in names)}" if few else what
