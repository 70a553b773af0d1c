"""What only the whole page decides: furniture, hidden parts, code, folded parts.

An element that is named as a sidebar may hold the glossary, and a form may hold the page: how much
of the page's text it holds tells which.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from ontology.read.html.blocks import Block
from ontology.read.left_out import LeftOut
from ontology.read.line import Line, Role

FEW_TERMS = 3
"""A definition list of as many terms is content, whatever stands around it."""
MOST = {"sure": 0.8, "perhaps": 0.5, "hidden": 0.5, "caption": 0.3, "code": 0.5}
"""The share of a page's text above which an element is content after all."""


@dataclass(slots=True)
class Doubt:
    """An element that may be no content, and what it holds."""

    kind: str
    """``sure``, ``perhaps`` (furniture), ``caption`` (of a picture), ``hidden`` or ``code``."""
    within: int
    """The number of the doubt around it; 0 for none."""
    letters: int = 0
    terms: int = 0
    stands: bool = False
    """Whether it is what it may be, or stands in such an element."""


def decide(blocks: Sequence[Block], doubts: Sequence[Doubt]) -> None:
    """Set of each doubt whether it stands; ``doubts[0]`` is the page, which never does.

    Letters of links do not count: a menu is all links, and a glossary has few.
    """
    for block in blocks:
        doubt = doubts[block.marks.doubt]
        doubt.letters += len(block.line.text) - block.line.linked
        doubt.terms += block.line.role is Role.TERM
    for doubt in reversed(doubts[1:]):
        around = doubts[doubt.within]
        around.letters += doubt.letters
        around.terms += doubt.terms
    # These count together: each panel of an accordion is a small part of the page.
    together = dict.fromkeys(("hidden", "caption"), 0)
    for doubt in doubts[1:]:
        if doubt.kind in together and doubts[doubt.within].kind != doubt.kind:
            together[doubt.kind] += doubt.letters
    for doubt in doubts[1:]:
        held = together.get(doubt.kind, doubt.letters)
        listed = doubt.kind == "perhaps" and doubt.terms >= FEW_TERMS
        doubt.stands = held <= MOST[doubt.kind] * doubts[0].letters and not listed
        around = doubts[doubt.within]
        if around.stands:
            doubt.stands, doubt.kind = True, around.kind


def lines_of(
    blocks: Sequence[Block],
    doubts: Sequence[Doubt],
    plain: Container[int],
    left_out: list[LeftOut],
) -> Iterator[Line]:
    """The lines of the page as what they are; hidden ones go to ``left_out`` with the reason.

    ``plain`` are the numbers of the folded parts that fold no definition.
    """
    for block in blocks:
        line, marks, doubt = block.line, block.marks, doubts[block.marks.doubt]
        if doubt.stands and doubt.kind == "hidden":
            left_out.append(LeftOut("hidden text", line.number, line.text))
        elif doubt.stands:
            role = Role.CODE if doubt.kind == "code" else Role.FURNITURE
            yield replace(line, role=role, heading=0)
        elif marks.details in plain and marks.folded:
            bold = line.text if marks.summary else line.bold
            yield replace(line, role=Role.TEXT, bold=bold, heading=marks.heading)
        else:
            yield line
