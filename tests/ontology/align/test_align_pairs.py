"""Glossaries of other trades, in two languages: how much is found, and that it is right."""

from pathlib import Path

import pytest

from benchmarks.align.glossaries import WAYS, Figures, Way, figures, files, pair
from ontology.align.proposal import align
from ontology.model import ConceptScheme, Vocabulary

EMPTY = Vocabulary(ConceptScheme(iri="https://example.org/"))

LEAST = {
    WAYS[0]: 0.98,
    WAYS[1]: 0.9,
    WAYS[2]: 0.92,
    WAYS[3]: 0.75,
    WAYS[4]: 0.82,
    WAYS[5]: 0.85,
    WAYS[6]: 0.7,
}
"""What has to be found at least, over all pairs: less where neither order nor definitions help."""


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_two_glossaries_of_one_trade_find_together(way: Way) -> None:
    found = Figures(0, 0, 0)
    for path in files():
        made = pair(path, way)
        found += figures(made, align(made.terms, EMPTY), ("accept",))
    assert found.precision >= 0.98
    assert found.recall >= LEAST[way]


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_of_a_translated_glossary_nearly_every_term_is_found(path: Path) -> None:
    made = pair(path, WAYS[0])
    found = figures(made, align(made.terms, EMPTY), ("accept",))
    assert found.wrong == 0
    assert found.recall >= 0.85
