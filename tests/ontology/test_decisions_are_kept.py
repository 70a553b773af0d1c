"""What a person decided about an import is applied, corrections too, and no later file loses it."""

from ontology.decided import decide, to_decide
from ontology.model import Match, Term

HOOD = Term("lens hood", definition="Keeps light off.", language="en", line_start=3, document="a")
SHADE = Term("sunshade", definition="Keeps light off.", language="en", line_start=7, document="b")
GONE = Term("strap", definition="Holds the camera.", language="en", line_start=9, document="c")

PROPOSED = [
    Match(HOOD, "new", "lens-hood", "accept"),
    Match(SHADE, "same", "lens-hood", "propose", 0.7),
    Match(SHADE, "new", "sunshade", "propose", 0.3),
]


def test_a_row_that_was_decided_stays_in_the_file_of_what_is_to_decide() -> None:
    accepted = [Match(SHADE, "same", "lens-hood", "accept", 0.7)]
    matches = decide(PROPOSED, accepted)
    again = decide(PROPOSED, to_decide(matches, accepted))
    assert again == matches
    assert to_decide(again, to_decide(matches, accepted)) == to_decide(matches, accepted)


def test_a_corrected_concept_counts_as_the_decision() -> None:
    corrected = Match(SHADE, "same", "parasol", "accept", 0.7)
    assert corrected in decide(PROPOSED, [corrected])
    assert corrected in to_decide(decide(PROPOSED, [corrected]), [corrected])


def test_a_row_of_a_term_that_is_no_longer_there_is_not_applied_and_not_lost() -> None:
    old = Match(GONE, "same", "lens-hood", "accept")
    matches = decide(PROPOSED, [old])
    assert matches == PROPOSED
    assert old in to_decide(matches, [old])


def test_what_is_settled_is_not_asked_again() -> None:
    matches = decide(PROPOSED, [Match(SHADE, "same", "lens-hood", "accept", 0.7)])
    asked = [one for one in to_decide(matches, []) if one.decision == "propose"]
    assert asked == []
    assert to_decide(PROPOSED, []) == PROPOSED[1:]
