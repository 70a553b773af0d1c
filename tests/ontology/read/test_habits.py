"""What the texts of a document have in common is found in one pass, however long it is."""

from time import process_time

from ontology.read.layout.body import habits
from ontology.read.layout.entry import Entry
from ontology.read.layout.explanation import Explanation
from ontology.read.layout.leads import Lead
from ontology.read.layout.lines import Document
from ontology.read.line import Line


def test_forty_thousand_lines_outside_of_the_entries_take_a_moment() -> None:
    lines = [Line(at + 1, f"A sentence about the lens number {at}.") for at in range(40_000)]
    entries = tuple(
        Entry((Lead(at, "bold line", f"lens {at}"),), (at + 1,)) for at in range(0, 20_000, 2)
    )
    document = Document(lines)
    start = process_time()
    usual = habits(document, Explanation(("bold line",), entries, {}, 1.0))
    assert process_time() - start < 6
    assert len(usual.outside) == 20_000
