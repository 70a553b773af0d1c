"""The text of a YAML file, with some of its values changed and every other byte as it was.

Values are replaced key by key: a line is touched only where what stands there is another. A
comment on such a line stays, at the latest as a line of its own above.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from ontology.yaml_text import WIDTH, Tree, entry, in_flow, item

# The breaks that YAML 1.1 counts (section 4.2.2).
_LINES = re.compile(
    "[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+"
)
_COMMENT = re.compile(r"(?:^|(?<=\s))#")


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines ``start`` up to ``end``, from 0, give way to others; none where both are one."""

    start: int
    end: int
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands under a key: its node, and its lines from ``start`` up to ``end``."""

    key: str
    node: yaml.Node
    start: int
    end: int
    indent: int


def edited(text: str, old: Mapping[str, Tree], new: Mapping[str, Tree], spaced: bool) -> str:
    """``text``, which says ``old``, changed to say ``new``; both are mappings.

    Keys that are new at the top stand at the end, after an empty line each where ``spaced``.
    """
    lines = _LINES.findall(text)
    newline = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    edits: list[_Edit] = []
    there = set[str]()
    if isinstance(root, yaml.MappingNode) and root.value:
        there = {key.value for key, _ in root.value}
        kept = {key: value for key, value in new.items() if key in there}
        before = {key: value for key, value in old.items() if key in there}
        edits += _changes(root, before, kept, lines)
    # From the end, so that lines keep their numbers; where lines are added at one place, outer ones
    # come first and so end below.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        lines[edit.start : edit.end] = [line + newline for line in edit.lines]
    if lines and not lines[-1].endswith(("\r", "\n")):
        lines[-1] += newline
    for key in (key for key in new if key not in there):
        if spaced and lines:
            lines.append(newline)
        lines += [line + newline for line in entry(key, new[key], 0)]
    return "".join(lines)


def _changes(
    node: yaml.MappingNode, old: Mapping[str, Tree], new: Mapping[str, Tree], lines: Sequence[str]
) -> Iterator[_Edit]:
    """What changes below a mapping that has a line for each of its keys."""
    indent = node.value[0][0].start_mark.column
    there = {
        key.value: _Place(key.value, value, *_region(key, value, lines), indent)
        for key, value in node.value
    }
    for key, place in there.items():
        if key in old and key not in new:
            yield _Edit(place.start, place.end, _comments(place, lines))
    at = node.value[0][0].start_mark.line
    added: dict[int, list[str]] = {}
    below: list[_Edit] = []
    for key, value in new.items():
        if key not in there:
            added.setdefault(at, []).extend(entry(key, value, indent))
            continue
        at = there[key].end
        if old.get(key) != value:
            below += _change(there[key], old.get(key), value, lines)
    for line, more in added.items():
        yield _Edit(line, line, more)
    yield from below


def _change(place: _Place, old: Tree | None, new: Tree, lines: Sequence[str]) -> Iterator[_Edit]:
    """One key says something else: below it, at its end, or as a whole."""
    node = place.node
    both = isinstance(old, Mapping) and isinstance(new, Mapping)
    if both and isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        yield from _changes(node, old, new, lines)  # type: ignore[arg-type]
        return
    if isinstance(old, list) and isinstance(new, list) and new[: len(old)] == old:
        longer = _longer(place, [str(one) for one in new[len(old) :]], lines)
        if longer:
            yield longer
            return
    comments = _comments(place, lines)
    yield _Edit(place.start, place.end, [*comments, *entry(place.key, new, place.indent)])


def _longer(place: _Place, more: Sequence[str], lines: Sequence[str]) -> _Edit | None:
    """A list with texts added at its end; None where it must be written anew."""
    node = place.node
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return None
    last = node.value[-1]
    if not node.flow_style:
        folded = isinstance(last, yaml.ScalarNode) and last.style in ("|", ">")
        new = [line for one in more for line in item(one, node.start_mark.column, folded)]
        return _Edit(place.end, place.end, new)
    if place.start + 1 != place.end:
        return None
    line = lines[place.start].rstrip("\r\n")
    added = "".join(f", {in_flow(one)}" for one in more)
    if node.end_mark.column + len(added) > WIDTH:
        return None
    at = last.end_mark.column
    return _Edit(place.start, place.end, [line[:at] + added + line[at:]])


# --- where things stand ----------------------------------------------------------------------


def _region(key: yaml.Node, value: yaml.Node, lines: Sequence[str]) -> tuple[int, int]:
    """The lines of a key and of all that stands under it, without what follows."""
    return key.start_mark.line, max(key.end_mark.line, _last_line(value, lines)) + 1


def _last_line(node: yaml.Node, lines: Sequence[str]) -> int:
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            return _last_of_block(node, lines)
        return int(node.end_mark.line)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last, lines)


def _last_of_block(node: yaml.Node, lines: Sequence[str]) -> int:
    """The last line of a folded or literal text; comments that stand further out follow it."""
    first = node.start_mark.line + 1
    indent, last = None, node.start_mark.line
    for number in range(first, min(node.end_mark.line + 1, len(lines))):
        line = lines[number].rstrip("\r\n")
        if not line.strip(" "):
            continue
        column = len(line) - len(line.lstrip(" "))
        indent = column if indent is None else indent
        if column < indent:
            break
        last = number
    return int(last)


def _comments(place: _Place, lines: Sequence[str]) -> list[str]:
    """The comments on the lines of a key, each as a line of its own."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for scalar in _scalars(place.node):
        for line, left, right in _spans(scalar, lines):
            taken.setdefault(line, []).append((left, right))
    found = []
    for number in range(place.start, place.end):
        for sign in _COMMENT.finditer(lines[number]):
            at = sign.start()
            if not any(left <= at < right for left, right in taken.get(number, ())):
                found.append(" " * place.indent + lines[number][at:].rstrip())
                break
    return found


def _spans(scalar: yaml.ScalarNode, lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The lines of a text, with the columns that it fills."""
    first, last = scalar.start_mark, scalar.end_mark
    if scalar.style in ("|", ">"):
        for line in range(first.line + 1, _last_of_block(scalar, lines) + 1):
            yield line, 0, len(lines[line])
        return
    for line in range(first.line, last.line + 1):
        left = first.column if line == first.line else 0
        yield line, left, last.column if line == last.line else len(lines[line])


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, yaml.ScalarNode):
            yield here
        elif isinstance(here, yaml.MappingNode):
            waiting += [one for pair in here.value for one in pair]
        else:
            waiting += here.value
