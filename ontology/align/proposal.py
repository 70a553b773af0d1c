"""Terms of documents and a vocabulary → matches for a person to decide."""

from collections.abc import Iterable, Iterator, Sequence

from ontology.align.blocking import candidates
from ontology.align.clusters import Clusters, cluster
from ontology.align.common_ground import weighed
from ontology.align.entry import Entry, entries
from ontology.align.evidence import Evidence, Judgement
from ontology.align.identifiers import identifiers
from ontology.align.judge import Judge
from ontology.align.likeness import rarity
from ontology.align.nearest import nearest_definitions
from ontology.align.positions import positions
from ontology.align.relations import relations
from ontology.align.translation import Lexicon, general_words
from ontology.align.wording import is_acronym
from ontology.dictionaries import Dictionary
from ontology.model import Concept, Match, Term, Vocabulary, last_part, primary_tag

_MOST_PROPOSALS = 3

_Proposals = dict[int, list[tuple[int, Judgement]]]
"""The first entry of a group → those of earlier groups that it may be, best first."""


def align(
    terms: Sequence[Term], vocabulary: Vocabulary, dictionaries: Iterable[Dictionary] = ()
) -> list[Match]:
    """What each term is: a concept of ``vocabulary``, one that an earlier term makes, or new.

    For each term, in the order given, one of: an accepted ``same``; proposed ``same`` rows, best
    first, and a proposed ``new`` for when all are rejected; an accepted ``new``. Then how the
    concepts stand to each other. ``dictionaries`` say more than the built-in one.
    """
    lexicon = _lexicon(vocabulary, dictionaries)
    # What is retired names nothing any more; its labels went to what replaces it.
    living = [concept for concept in vocabulary.concepts if not concept.deprecated]
    found = entries(living, terms, lexicon)
    clusters = cluster(found, _judge(found, lexicon))
    names = _named(found, clusters, vocabulary.concepts)
    proposals = _proposals(clusters)
    rows = list(_rows(found, clusters, names, proposals))
    concepts: dict[str, list[Entry]] = {}
    for entry in found:
        concepts.setdefault(names[clusters.of[entry.place]], []).append(entry)
    undecided = (
        frozenset((names[later], names[earlier]))
        for later, some in proposals.items()
        for earlier, _ in some
    )
    return rows + relations(vocabulary, concepts, undecided)


def _lexicon(vocabulary: Vocabulary, dictionaries: Iterable[Dictionary]) -> Lexicon:
    """What words mean: by the built-in dictionary, by others, by the labels of the vocabulary."""
    lexicon = Lexicon(dict(general_words()))
    for number, dictionary in enumerate(dictionaries):
        for word, translations in dictionary.translations:
            sign = f"{number}>{word}"
            lexicon.add(sign, dictionary.source, (word,))
            lexicon.add(sign, dictionary.target, translations)
    for concept in vocabulary.concepts:
        for _, tag, text in concept.labels():
            if not is_acronym(text):
                lexicon.add(f"#{concept.iri}", primary_tag(tag), (text,))
    return lexicon


def _judge(found: Sequence[Entry], lexicon: Lexicon) -> list[Judgement]:
    weights = rarity(definition for entry in found for definition in entry.definitions)
    judge = Judge(found, lexicon, weights)
    pairs = candidates(found, lexicon)
    judged = {pair: judge.judge(*pair, names) for pair, names in pairs.items()}
    more: dict[tuple[int, int], list[Evidence]] = {}
    for pair, evidence in nearest_definitions(found, weights, list(judged.values())):
        more.setdefault(pair, []).append(evidence)
        judged[pair] = judge.judge(*pair, pairs.get(pair, ()), (evidence,))
    for pair, evidence in positions(found, judged.values()).items():
        known = (*more.get(pair, ()), evidence)
        judged[pair] = judge.judge(*pair, pairs.get(pair, ()), known)
    return list(weighed(found, judged.values()))


def _named(
    found: Sequence[Entry], clusters: Clusters, concepts: Iterable[Concept]
) -> dict[int, str]:
    """The first entry of each group → the identifier of its concept."""
    groups: dict[int, list[Entry]] = {}
    for entry in found:
        groups.setdefault(clusters.of[entry.place], []).append(entry)
    taken = {concept.notation or last_part(concept.iri) for concept in concepts}
    fresh = {first: group for first, group in groups.items() if group[0].concept is None}
    names = dict(zip(fresh, identifiers(list(fresh.values()), taken), strict=True))
    return names | {first: found[first].slug for first in groups if first not in fresh}


def _rows(
    found: Sequence[Entry], clusters: Clusters, names: dict[int, str], proposals: _Proposals
) -> Iterator[Match]:
    for entry in found:
        if entry.term is None:
            continue
        first = clusters.of[entry.place]
        if first != entry.place:
            concept = found[first].in_words(entry.language)
            yield _same(entry.term, names[first], concept, _bond(clusters, entry.place), "accept")
            continue
        open_ones = proposals.get(first, [])
        for other, judgement in open_ones:
            concept = found[other].in_words(entry.language)
            yield _same(entry.term, names[other], concept, judgement, "propose")
        yield _new(entry.term, names[first], [judgement for _, judgement in open_ones])


def _same(
    term: Term, name: str, concept: tuple[str, str], judgement: Judgement, decision: str
) -> Match:
    score, reasons = judgement.score, judgement.reasons
    return Match(term, "same", name, decision, score, reasons, *concept)


def _new(term: Term, name: str, proposals: Sequence[Judgement]) -> Match:
    if not proposals:
        said = "nothing before it is the same"
        return Match(term, "new", name, "accept", 1.0, (said,), term.name, term.definition)
    score = round(1 - proposals[0].score, 3)
    said = "a concept of its own, if it is none of those proposed"
    return Match(term, "new", name, "propose", score, (said,), term.name, term.definition)


def _bond(clusters: Clusters, place: int) -> Judgement:
    """What binds an entry to its concept: best to an entry before it, which a reader has seen."""
    bonds = clusters.joined[place]
    return next((bond for bond in bonds if min(bond.one, bond.other) != place), bonds[0])


def _proposals(clusters: Clusters) -> _Proposals:
    """The first entry of a group → earlier groups that it may be, each once, best first."""
    found: _Proposals = {}
    for judgement in clusters.open:
        earlier, later = sorted((clusters.of[judgement.one], clusters.of[judgement.other]))
        known = found.setdefault(later, [])
        if len(known) < _MOST_PROPOSALS and all(other != earlier for other, _ in known):
            known.append((earlier, judgement))
    return found
