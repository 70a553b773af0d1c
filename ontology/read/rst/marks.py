"""Text of reStructuredText without its marks: emphasis, roles, references, substitutions.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup. Each pattern ends
at the first mark that could close it, so that no line takes longer than it is.
"""

import re
from collections.abc import Mapping

from ontology.read.marked import LONGEST_APART, Marked, clean_spaces

LONGEST = 20_000
"""Characters of a paragraph in which marks are looked for: what is longer nobody wrote."""

_ROLE = re.compile(
    r"(?<![\w`]):[a-zA-Z][\w:+.-]{0,40}:`([^`]{1,500})`|`([^`]{1,500})`:[a-zA-Z]\w{0,30}:"
)
_LINK = re.compile(r"(?<![\w`])`([^`]{1,500})`__?(?!\w)")
_TARGET = re.compile(r"(?<=[^<\s])\s*<[^<>]{1,400}>$")
_LITERAL = re.compile(r"``([^`]{1,1000})``")
_NOTE = re.compile(r"\s?\[(?:\d{1,4}|#\w{0,40}|\*|[A-Z][\w.-]{0,40})\]_(?!\w)")
_SUBSTITUTION = re.compile(r"\|([^|\s][^|]{0,80})\|(?:__?)?")
_MARKS = (
    re.compile(r"\*\*(?=\S)([^*]{1,1000})\*\*"),
    re.compile(r"(?<![\w*])\*(?=\S)([^*]{1,1000})(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<![\w`])_?`(?=\S)([^`]{1,500})(?<=\S)`(?![\w`])"),
)
_REFERENCE = re.compile(r"(?<![\w_])([^\W_](?:[\w.-]{0,60}[^\W_])?)__?(?![\w_])")
_ESCAPE = re.compile(r"\\(\s|.)")
_LEAD = re.compile(
    r"\*\*([^*]{1,300})\*\*|\*(?=\S)([^*]{1,300})(?<=\S)\*(?!\w)|``([^`]{1,120})``(?=.)"
)


def marked(raw: str, substitutions: Mapping[str, str]) -> Marked:
    """The text that a reader sees, the beginning of it that is set apart, how much is links."""
    if len(raw) > LONGEST:
        return Marked(clean_spaces(raw))
    text, linked = _without_marks(raw, substitutions)
    lead = _LEAD.match(raw.lstrip())
    bold = ""
    if lead:
        bold = lead[3] or _without_marks(lead[1] or lead[2], substitutions)[0]
        weak = lead[1] is None
        if not text.startswith(bold) or (weak and not len(bold) < min(len(text), LONGEST_APART)):
            bold = ""
    return Marked(text, bold, min(linked, len(text)))


def _without_marks(raw: str, substitutions: Mapping[str, str]) -> tuple[str, int]:
    linked = 0
    literals: list[str] = []

    def keep(found: re.Match[str]) -> str:
        literals.append(found[1])
        return "\0"

    def link(found: re.Match[str]) -> str:
        nonlocal linked
        said = next(text for text in found.groups() if text is not None)
        shown = _TARGET.sub("", said.strip()).lstrip("!~")
        linked += len(shown)
        return shown

    text = _LITERAL.sub(keep, raw.replace("\0", ""))
    text = _NOTE.sub("", text)
    text = _LINK.sub(link, _ROLE.sub(link, text))
    filled = _SUBSTITUTION.sub(lambda found: substitutions.get(found[1], found[0]), text)
    text = filled if len(filled) <= LONGEST else text
    for pattern in _MARKS:
        text = pattern.sub(lambda found: found[1], text)
    text = _REFERENCE.sub(link, text)
    text = _ESCAPE.sub(lambda found: "" if found[1].isspace() else found[1], text)
    kept = iter(literals)
    return clean_spaces(re.sub("\0", lambda _: next(kept), text)), linked
