"""Plain text and Markdown → lines: the marks that people type, wherever they type them.

Text pasted from anywhere has some of Markdown's marks, so one reader takes both. Markdown is that
of https://spec.commonmark.org/ with the tables of https://github.github.com/gfm/.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ontology.read.decode import decode
from ontology.read.line import Content, Line, Role
from ontology.read.text.definition_list import marked
from ontology.read.text.page_columns import name_column, split_columns

BULLETS = "-*+•·▪▫◦‣●○■□►▶»⁃∙➤➢✓✔–—"

_BLANK = "\f\v\t \u00a0\u200b\ufeff"
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(=+|-{3,}|~{3,}|\^{3,})$")
_BULLET = re.compile(rf"([{re.escape(BULLETS)}])[ \t]+(?=\S)|([•●▪■►➤])(?=\w)")
_RULE = re.compile(r"([-*_=~─═#.+|┼├┤┬┴┌┐└┘╔╗╚╝╠╣][ \t]*){3,}$")
_CELL_RULE = re.compile(
    r"[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+(?:\|[ \t]*+:?-{2,}+:?[ \t]*+)*+\|?[ \t]*+$"
)
_SIDES = "|│║┃"
_BREAK = re.compile(r"(?<![ \t])[ \t]*+<br ?/?>[ \t]*+")
_REFERENCED = re.compile(r"\[[^\[\]]+\]:\s*\S+")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\{[^{}]*\})?")
_FENCE = re.compile(r"(```|~~~)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
_ADDRESS = re.compile(r"https?://\S+")
_ANCHOR = re.compile(r"(?<![ \t])[ \t]*+\{[#.:][^{}]*\}$|<a\b[^<>]*>|</a>|</?(?:strong|em|b|i|u)>")
_BOLD = re.compile(r"\s*(\*\*\*|\*\*|__|\*|_)(?=\S)(.{1,1000}?)(?<=\S)\1(?!\w)")
_MARKS = re.compile(r"(\*\*\*|\*\*|__|(?<![\w*])\*|(?<![\w_])_)(?=\S)(.{1,1000}?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"`([^`]+)`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
_PRIVATE = 0xE000
_HIDDEN = re.compile("[\ue000-\ue07f]")
_LONGEST = 20_000
"""Characters of a line in which marks are looked for: what is longer is no text of a person."""


def parse(data: bytes, where: str) -> Content:
    """The lines of a text. Problem when it is no text (``decode``)."""
    texts = decode(data, where).split("\n")
    split = split_columns(texts)
    lines = _underlined(tuple(_lines(name_column(split.texts), split.numbers)))
    return Content(tuple(marked(lines)), repaired=split.repaired)


def _lines(texts: Sequence[str], numbers: Sequence[int]) -> Iterator[Line]:
    fences: list[bool] = []
    table, comment = 0, False
    front = _front_matter(texts)
    width = _tab_columns(texts)
    for at, (raw, number) in enumerate(zip(texts, numbers, strict=True)):
        text = raw.expandtabs(4) if "\t" not in raw.strip() else raw
        stripped = text.strip(_BLANK)
        if at < front:
            yield Line(number, stripped, role=Role.FURNITURE)
            continue
        opens = _FENCE.match(stripped)
        if opens:
            _take_fence(fences, stripped)
            yield Line(number, "")
            continue
        if fences and fences[-1]:
            yield Line(number, text.rstrip(), role=Role.CODE)
            continue
        if comment or "<!--" in stripped:
            stripped, comment = _without_comments(stripped, comment)
        if width and "\t" in raw.rstrip():
            yield _tab_row(number, raw, width)
            continue
        if _is_row(stripped):
            # Rows that stand together are one table.
            table += 0 if at and _is_row(texts[at - 1].strip()) else 1
            head = at + 1 < len(texts) and bool(_CELL_RULE.match(texts[at + 1]))
            if not _CELL_RULE.match(stripped):
                yield _row(number, stripped, table, head)
                continue
        if _REFERENCED.match(stripped) or _PICTURE.fullmatch(stripped):
            yield Line(number, stripped, role=Role.FURNITURE)
            continue
        line = _line(number, text, stripped)
        if _is_boxed(stripped) and _between_rules(texts, at):
            # The upper cell of a box that is drawn.
            line = replace(line, bold=line.text)
        yield line


def _take_fence(fences: list[bool], stripped: str) -> None:
    """Closes the innermost of the open fences, or opens one; each tells whether it holds code.

    A directive in braces holds text (https://mystmd.org/guide/directives).
    """
    if fences and not stripped.strip("`~: \t"):
        fences.pop()
    elif not (fences and fences[-1]):
        fences.append("{" not in stripped)


def _without_comments(text: str, inside: bool) -> tuple[str, bool]:
    """The text outside of ``<!-- … -->``, and whether the line ends inside."""
    kept = []
    while text:
        before, sign, text = text.partition("-->" if inside else "<!--")
        if not inside:
            kept.append(before)
        if not sign:
            break
        inside = not inside
    return "".join(kept).strip(), inside


def _between_rules(texts: Sequence[str], at: int) -> bool:
    around = (texts[at - 1] if at else "", texts[at + 1] if at + 1 < len(texts) else "")
    if at > 1 and _is_boxed(texts[at - 2].strip()):
        return False
    return all(text.strip() and _RULE.match(text.strip()) for text in around)


def _front_matter(texts: Sequence[str]) -> int:
    """How many lines of YAML stand at the front between two lines of hyphens."""
    if texts and texts[0].strip() == "---":
        for at, text in enumerate(texts[1:200], start=1):
            if text.strip() == "---":
                return at + 1
    return 0


def _tab_columns(texts: Sequence[str]) -> int:
    """How many columns a table has that was pasted with tabs; 0 when none has three or more."""
    divided = [text.strip().count("\t") for text in texts if "\t" in text.strip()]
    wide = [tabs + 1 for tabs in divided if tabs > 1]
    return max(wide) if len(wide) > 3 and len(wide) > 0.5 * len(divided) and max(wide) < 20 else 0


def _tab_row(number: int, raw: str, width: int) -> Line:
    cells = [_unmarked(cell.strip())[0] for cell in raw.split("\t")][:width]
    cells += [""] * (width - len(cells))
    return Line(number, "\t".join(cells), role=Role.ROW, cells=tuple(cells), table=1)


def _is_row(stripped: str) -> bool:
    inner = stripped.strip(_SIDES)
    return len(stripped) < _LONGEST and any(mark in inner for mark in _SIDES)


def _is_boxed(stripped: str) -> bool:
    """Whether it stands between the sides of a box that is drawn."""
    return len(stripped) > 1 and stripped[0] in _SIDES and stripped[-1] in _SIDES


def _row(number: int, stripped: str, table: int, head: bool) -> Line:
    inner = re.sub(r"^[|│║┃]|[|│║┃]$", "", stripped)
    raw = re.split(r"(?<!\\)[|│║┃]", inner)
    cells = tuple(_unmarked(cell.replace("\\|", "|").strip())[0] for cell in raw)
    bold = _unmarked(raw[0].strip())[1]
    text = "\t".join(cells)
    return Line(number, text, role=Role.ROW, cells=cells, head=head, table=table, bold=bold)


def _line(number: int, text: str, stripped: str) -> Line:
    if not stripped or _RULE.match(stripped):
        # A line of hyphens may underline the one before.
        return Line(number, "", bullet=stripped[:1] if _UNDERLINE.match(stripped) else "")
    indent = len(text) - len(text.lstrip())
    if _is_boxed(stripped):
        stripped, indent = stripped[1:-1].strip(), 0
    while stripped.startswith(">"):
        stripped = stripped[1:].lstrip()
    heading = _HEADING.match(stripped)
    if heading:
        plain, _, linked = _unmarked(_without_closing(stripped[heading.end() :]))
        return Line(number, plain, heading=len(heading[1]), linked=linked)
    bullet = _BULLET.match(stripped)
    if bullet:
        stripped = stripped[bullet.end() :]
    plain, bold, linked = _unmarked(stripped)
    mark = (bullet[1] or bullet[2]) if bullet else ""
    return Line(number, plain, bold=bold, bullet=mark, indent=indent, linked=linked)


def _without_closing(heading: str) -> str:
    """A heading without the signs that may close it, which a blank sets off: not those of C#."""
    bare = heading.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else heading


def _unmarked(text: str) -> tuple[str, str, int]:
    """The text without marks, the part at its beginning that is set bold, characters of links."""
    if len(text) > _LONGEST or not re.search(r"[*_`\[<{\\]|https?:", text):
        return text, "", 0
    text = _ANCHOR.sub("", _BREAK.sub(" ", text.removesuffix("\\")))
    linked = sum(len(found[1]) for found in _LINK.finditer(text))
    linked += sum(len(found[0]) for found in _ADDRESS.finditer(_LINK.sub("", text)))
    text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text))
    number = re.match(r"\(?\d{1,4}[.):]?\s+", text)
    lead = _BOLD.match(text, number.end() if number else 0)
    bold = _plain(lead[2]).strip() if lead else ""
    if bold and number and len(lead[1] if lead else "") < 2:
        bold = ""
    return _plain(text).strip(), bold, linked


def _plain(text: str) -> str:
    # What is escaped is no mark: until the marks are gone it has a code of nobody's.
    text = _ESCAPED.sub(lambda found: chr(_PRIVATE + ord(found[1])), text)
    for _ in range(2):
        text = _MARKS.sub(r"\2", text)
    text = _CODE.sub(r"\1", text)
    return _HIDDEN.sub(lambda found: chr(ord(found[0]) - _PRIVATE), text)


def _underlined(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Setext headings: a line of ``=`` or ``-`` under a line of about its length."""
    found = list(lines)
    for at, line in enumerate(lines[1:], start=1):
        above = found[at - 1]
        if line.text or not line.bullet:
            continue
        found[at] = replace(line, bullet="")
        alone = at < 2 or not lines[at - 2].text
        if above.text and alone and not above.bullet and above.role is Role.TEXT:
            short = not above.heading and len(above.text) < 120
            found[at - 1] = (
                replace(above, heading=1 if line.bullet == "=" else 2) if short else above
            )
    return tuple(found)
