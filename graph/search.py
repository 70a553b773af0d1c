"""Finding concepts by what people call them, in any language and by any kind of label."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.show import marked
from ontology.model import LABELS, Concept
from ontology.names import did_you_mean, fold
from ontology.problem import Problem

KINDS = tuple(LABELS)
CLOSE = 75.0
"""Score in percent below which a label is no answer: one typing error in a short word passes."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that was found, the label that matched, and how well (100 is the same name)."""

    concept: Concept
    label: str
    language: str
    kind: str
    """``prefLabel``, ``altLabel`` or ``hiddenLabel``."""
    score: float


def search(
    concepts: Iterable[Concept], words: str, language: str = "", limit: int = 10
) -> list[Hit]:
    """The concepts that ``words`` may mean, best first, each once with its best label.

    Accents, case and typing errors are forgiven. Of labels that match equally well, one in
    ``language`` comes first, then preferred before alternative before hidden. Retired concepts
    are left out.
    """
    wanted = fold(words)
    best: dict[str, Hit] = {}
    for concept in concepts if wanted else ():
        hits = [hit for hit in _hits(concept, wanted) if hit.score >= CLOSE]
        if hits and not concept.deprecated:
            best[concept.iri] = min(hits, key=lambda hit: _order(hit, language))
    return sorted(best.values(), key=lambda hit: (*_order(hit, language), hit.concept.iri))[:limit]


def _order(hit: Hit, language: str) -> tuple[float, bool, int, str, str]:
    return (
        -hit.score,
        hit.language.lower() != language.lower(),
        KINDS.index(hit.kind),
        hit.label,
        hit.language,
    )


def _hits(concept: Concept, wanted: str) -> Iterator[Hit]:
    for kind, language, label in concept.labels():
        yield Hit(concept, label, language, kind, _score(wanted, fold(label)))


def _score(wanted: str, label: str) -> float:
    """100 for the same name, then its beginning, then its words, then likeness."""
    from rapidfuzz import fuzz

    if wanted == label:
        return 100.0
    # Of two labels that both begin so, the shorter is nearer to what was typed.
    share = len(wanted) / max(len(label), 1)
    if label.startswith(wanted):
        return 94.0 + 5 * share
    if f" {wanted}" in label:
        return 88.0 + 5 * share
    if len(wanted) < 4:
        # Of three letters every other word is a near miss.
        return 0.0
    likeness = max(fuzz.ratio(wanted, label), 0.95 * _words_likeness(wanted, label))
    # Half of what is above CLOSE: below 88 as a whole, and still in the order of likeness.
    return min(likeness, CLOSE + (likeness - CLOSE) / 2)


def _words_likeness(wanted: str, label: str) -> float:
    """How well each word of ``wanted`` is met by some word of ``label``, on average."""
    from rapidfuzz import fuzz

    words = label.split()
    # A label may be the empty text.
    likeness = [
        max((fuzz.ratio(word, other) for other in words), default=0.0) for word in wanted.split()
    ]
    return sum(likeness) / len(likeness)


def find(concepts: Sequence[Concept], name: str) -> Concept:
    """The one concept that ``name`` names: an IRI, a slug (notation), or a label in any language.

    A preferred label counts before an alternative one; a retired concept has only IRI and slug to
    be found by. Raises Problem when there is none (with
    near misses) or several.
    """
    wanted = fold(name)
    if not wanted:
        raise Problem("", "an empty name names no concept")
    for concept in concepts:
        if name in (concept.iri, concept.notation):
            return concept
    in_use = [concept for concept in concepts if not concept.deprecated]
    for kinds in (KINDS[:1], KINDS[1:]):
        found = [one for one in in_use if _is_called(one, wanted, kinds)]
        if len(found) == 1:
            return found[0]
        if found:
            slugs = ", ".join(concept.notation or concept.iri for concept in found)
            raise Problem("", f"{name!r} is a label of {len(found)} concepts", f"name one: {slugs}")
    known = {label for concept in in_use for _, _, label in concept.labels()}
    raise Problem("", f"no concept is called {name!r}", did_you_mean(name, known))


def _is_called(concept: Concept, wanted: str, kinds: Iterable[str]) -> bool:
    return any(kind in kinds and fold(label) == wanted for kind, _, label in concept.labels())


def hits_text(hits: Iterable[Hit], language: str) -> str:
    """A line a hit: its label in ``language``, and the label that matched where it is another."""
    lines = []
    for hit in hits:
        label = hit.concept.label(language)
        shown = marked(label.text, label.language, language)
        if (hit.label, hit.language) != label:
            shown += f"  ({hit.kind} {hit.label!r} [{hit.language or '-'}])"
        lines.append(f"{shown}\n    {marked(hit.concept.notation, '', '') or hit.concept.iri}\n")
    return "".join(lines)


def hits_json(hits: Iterable[Hit], language: str) -> list[dict[str, object]]:
    """The hits as JSON objects."""
    return [
        {
            "iri": hit.concept.iri,
            "notation": hit.concept.notation,
            "prefLabel": hit.concept.label(language).text,
            "matched": {"kind": hit.kind, "text": hit.label, "language": hit.language},
            "score": round(hit.score, 1),
        }
        for hit in hits
    ]
