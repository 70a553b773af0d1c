"""What is drawn: our vocabulary as it is released, and a made graph of the same shape, larger."""

from pathlib import Path
from random import Random

from graph.concepts import read_vocabulary
from graph.store import open_graph
from ontology.model import Concept, ConceptScheme, Vocabulary

HOUSE = Path(__file__).parent.parent.parent
BASE = "https://example.org/made/"
LEVELS = (0.07, 0.38, 0.43, 0.12)
"""The part of our concepts that stands in each level of the hierarchy, from the top."""

RELATED = 1.4
"""Related pairs a concept, as in ours."""

WORDS = {
    "en": "account agreement buyer campaign contract customer delivery demand forecast invoice "
    "lead lifetime market order partner pipeline quote retention revenue service",
    "es": "cuenta acuerdo comprador campaña contrato cliente entrega demanda previsión factura "
    "contacto vida mercado pedido socio embudo oferta retención ingreso servicio",
}


def ours() -> Vocabulary:
    """The whole built-in vocabulary, read from its Turtle."""
    return read_vocabulary(open_graph([HOUSE / "data/crm-concepts.ttl"]).triples())


def made(size: int) -> Vocabulary:
    """A SKOS graph of ``size`` concepts in two languages: the same one every time."""
    chance = Random(1)  # noqa: S311 - nothing secret
    above = _broader(size, chance)
    related = _related(above, chance)
    concepts = tuple(_concept(number, above[number], related, chance) for number in range(size))
    return Vocabulary(ConceptScheme(BASE, languages=tuple(WORDS)), (), (), concepts)


def _broader(size: int, chance: Random) -> list[int]:
    """The broader concept of each, by number; -1 for a top concept. Levels follow one another."""
    above: list[int] = []
    level = range(0)
    for part in LEVELS:
        upper, level = level, range(len(above), len(above) + round(part * size))
        above += [chance.choice(upper) if upper else -1 for _ in level]
    return above


def _related(above: list[int], chance: Random) -> dict[int, list[int]]:
    """The related concepts of each, both ways, never under the same top concept."""
    found: dict[int, set[int]] = {number: set() for number in range(len(above))}
    pairs = 0
    while pairs < RELATED * len(above):
        one, other = chance.sample(range(len(above)), 2)
        if other in found[one] or _top(one, above) == _top(other, above):
            continue
        found[one].add(other)
        found[other].add(one)
        pairs += 1
    return {number: sorted(others) for number, others in found.items()}


def _top(number: int, above: list[int]) -> int:
    while above[number] >= 0:
        number = above[number]
    return number


def _concept(number: int, upper: int, related: dict[int, list[int]], chance: Random) -> Concept:
    return Concept(
        _iri(number),
        {tag: f"{_words(tag, 2, chance)} {number}" for tag in WORDS},
        {tag: (_words(tag, 2, chance), _words(tag, 3, chance)) for tag in WORDS},
        definitions={tag: (_words(tag, 24, chance),) for tag in WORDS},
        broader=(_iri(upper),) if upper >= 0 else (),
        related=tuple(_iri(other) for other in related[number]),
    )


def _iri(number: int) -> str:
    return f"{BASE}c{number:04}"


def _words(tag: str, many: int, chance: Random) -> str:
    return " ".join(chance.sample(WORDS[tag].split() * 2, many))
