"""Text of AsciiDoc without its marks: emphasis, links, anchors, macros, references to attributes.

https://docs.asciidoctor.org/asciidoc/latest/text/ and /macros/. Each pattern ends at the first mark
that could close it, so that no line takes longer than it is.
"""

import re
from collections.abc import Mapping

from ontology.read.html.tags import plain
from ontology.read.marked import Marked, clean_spaces

LONGEST = 20_000
"""Characters of a paragraph in which marks are looked for: what is longer nobody wrote."""

_PASS = re.compile(r"\+\+\+([^+]{0,500})\+\+\+|pass:[a-z,]{0,20}\[([^\]]{0,500})\]")
_GONE = re.compile(
    r"\[\[[^\[\]]{1,200}\]\]|anchor:[^\s\[]{1,200}\[[^\]]{0,200}\]|\(\(\([^()]{1,200}\)\)\)"
    r"|(?:indexterm|footnote|footnoteref|image|icon):[^\s\[]{0,300}\[[^\]]{0,500}\]"
    r"|\[[.#%][^\[\]\s]{1,100}\](?=[*_`#])"
)
_SHOWN = re.compile(
    r"\(\(([^()]{1,200})\)\)|(?:kbd|btn|menu|indexterm2|stem):[^\s\[]{0,99}\[([^\]]{0,300})\]"
)
_XREF = re.compile(
    r"<<([^<>,]{1,200})(?:,\s*([^<>]{1,300}))?>>|xref:([^\s\[]{1,300})\[([^\]]{0,300})\]"
)
_LINK = re.compile(r"(?:link:|mailto:|(?=https?://|ftp://))([^\s\[\]<>]{1,500})\[([^\]]{0,300})\]")
_ADDRESS = re.compile(r"<(https?://[^\s<>]{1,500})>")
_BOLD = re.compile(
    r"\s*(?:\[[^\[\]]{1,100}\])*\s*(?:\*\*([^*]{1,300})\*\*|\*([^*]{1,300})\*(?!\w)|(?<!\w)__?([^_]{1,300})__?(?!\w))"
)
_MARKS = (
    re.compile(r"\*\*([^*]{1,1000})\*\*|(?<![\w*])\*(?=\S)([^*]{1,1000})(?<=\S)\*(?![\w*])"),
    re.compile(r"__([^_]{1,1000})__|(?<![\w_])_(?=\S)([^_]{1,1000})(?<=\S)_(?![\w_])"),
    re.compile(r"##([^#]{1,1000})##|(?<![\w#])#(?=\S)([^#]{1,1000})(?<=\S)#(?![\w#])"),
    re.compile(r"\"`([^`]{1,1000})`\"|'`([^`]{1,1000})`'"),
    re.compile(r"``([^`]{1,1000})``|(?<![\w`])`(?=\S)([^`]{1,1000})(?<=\S)`(?![\w`])"),
    re.compile(r"(?<=\S)\^([^\s^]{1,100})\^|(?<=\S)~([^\s~]{1,100})~"),
)
_ATTRIBUTE = re.compile(r"\{([\w-]{1,50})\}")
_ESCAPE = re.compile(r"\\(?=[*_`#^~{<\[\\+|(])")
_DASH = re.compile(r"(?<=\w)--(?=\w)|(?<=\s)--(?=\s)")
_BUILT_IN = {
    "nbsp": "\u00a0", "shy": "\u00ad", "zwsp": "\u200b", "wj": "\u2060", "empty": "", "sp": " ",
    "blank": "", "apos": "'", "quot": '"', "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|", "amp": "&", "lt": "<", "gt": ">",
    "startsb": "[", "endsb": "]", "caret": "^", "asterisk": "*", "tilde": "~", "backslash": "\\",
    "backtick": "`", "two-colons": "::", "two-semicolons": ";;", "cpp": "C++", "pp": "++",
}  # fmt: skip


def marked(raw: str, attributes: Mapping[str, str]) -> Marked:
    """The text that a reader sees, the bold beginning of it, and how much of it is links."""
    if len(raw) > LONGEST:
        return Marked(clean_spaces(raw))
    filled = _ATTRIBUTE.sub(lambda found: _value(found, attributes), raw)
    raw = filled if len(filled) <= LONGEST else raw
    text, linked = _without_marks(raw)
    lead = _BOLD.match(raw)
    bold = _without_marks(next(filter(None, lead.groups())))[0] if lead else ""
    return Marked(text, bold if text.startswith(bold) else "", min(linked, len(text)))


def _value(found: re.Match[str], attributes: Mapping[str, str]) -> str:
    name = found[1].lower()
    return attributes.get(name, _BUILT_IN.get(name, found[0]))


def _without_marks(raw: str) -> tuple[str, int]:
    linked = 0

    def link(found: re.Match[str]) -> str:
        nonlocal linked
        text = found[2] or found[1]
        linked += len(text)
        return text

    def reference(found: re.Match[str]) -> str:
        nonlocal linked
        address = (found[1] or found[3]).rpartition("#")[2]
        text = found[2] or found[4] or address.replace("_", " ").replace("-", " ").strip()
        linked += len(text)
        return text

    text = _PASS.sub(_inner, raw)
    text = _SHOWN.sub(_inner, _GONE.sub("", text))
    text = _ADDRESS.sub(r"\1", _XREF.sub(reference, text))
    text = _LINK.sub(link, text)
    for pattern in _MARKS:
        text = pattern.sub(_inner, text)
    text = _DASH.sub("—", text)
    return clean_spaces(plain(_ESCAPE.sub("", text))), linked


def _inner(found: re.Match[str]) -> str:
    """What stands between the marks."""
    return next((text for text in found.groups() if text is not None), "")
