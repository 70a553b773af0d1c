"""YAML whose every value is text and knows its line.

A content person writes ``no`` for Norwegian and ``1.0`` for a version: neither may become a
boolean or a number. An anchor would let a small file grow without end, so it is refused.
"""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml
from yaml.reader import Reader

from ontology.names import did_you_mean
from ontology.problem import Problem


@dataclass(frozen=True, slots=True)
class Value:
    """A text, a list or a mapping, with its file and line (the line of its key, if it has one)."""

    content: "str | list[Value] | dict[str, Value]"
    file: str
    line: int

    def problem(self, what: str, mend: str = "") -> Problem:
        """A problem at this place."""
        return Problem(f"{self.file}:{self.line}", what, mend)

    def text(self) -> str:
        """The text that stands here; Problem when it is a list or mapping, or empty."""
        if not isinstance(self.content, str) or not self.content.strip():
            raise self.problem("a text should stand here")
        return self.content.strip()

    def list(self) -> "list[Value]":
        """The values of the list that stands here."""
        if not isinstance(self.content, list):
            raise self.problem("a list should stand here", "write [one, two] or a line each with -")
        return self.content

    def texts(self) -> tuple[str, ...]:
        """The texts of the list that stands here, none twice."""
        seen: dict[str, None] = {}
        for value in self.list():
            if value.text() in seen:
                raise value.problem(f"{value.text()!r} stands twice in this list")
            seen[value.text()] = None
        return tuple(seen)

    def mapping(
        self, allowed: Collection[str] = (), required: Collection[str] = ()
    ) -> "dict[str, Value]":
        """The keys and values that stand here; Problem for a key that is not ``allowed``."""
        if not isinstance(self.content, dict):
            raise self.problem("keys and values should stand here", "write key: value, a line each")
        for key, value in self.content.items():
            if allowed and key not in allowed:
                raise value.problem(f"no key {key!r} is known here", did_you_mean(key, allowed))
        missing = [repr(key) for key in required if key not in self.content]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            raise self.problem(f"{' and '.join(missing)} {verb} missing here")
        return self.content


def parse(text: str, file: str) -> Value:
    """The value of a YAML document; Problem with ``file:line`` when it is not YAML.

    Texts come in Unicode's form C: an accent typed as a sign of its own makes no other label.
    """
    text = unicodedata.normalize("NFC", text)
    unprintable = Reader.NON_PRINTABLE.search(text)
    if unprintable:
        line = text.count("\n", 0, unprintable.start()) + 1
        what = f"holds the control character U+{ord(unprintable[0]):04X}"
        raise Problem(f"{file}:{line}", what, "take it out")
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return Value({}, file, 1) if node is None else _value(node, file, set())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Problem(f"{file}:{line}", f"not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise Problem(file, f"not YAML: {str(error).splitlines()[0]}") from error
    except RecursionError:
        raise Problem(file, "lists and keys stand too deep in one another") from None


def _value(node: yaml.Node, file: str, seen: set[int], key_line: int = 0) -> Value:
    line = key_line or node.start_mark.line + 1
    if id(node) in seen:
        raise Problem(f"{file}:{line}", "an alias (*name) is not read here", "write it out")
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return Value(node.value, file, line)
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(item, file, seen) for item in node.value], file, line)
    content: dict[str, Value] = {}
    for key, value, at in _pairs(node, file):
        if key in content:
            raise Problem(
                f"{file}:{at}", f"{key!r} stands twice, first in line {content[key].line}"
            )
        content[key] = _value(value, file, seen, at)
    return Value(content, file, line)


def _pairs(node: yaml.Node, file: str) -> Iterator[tuple[str, yaml.Node, int]]:
    """Each key, what stands under it, and the line of the key."""
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise Problem(f"{file}:{line}", "a key must be a word")
        yield key.value, value, line
