"""Precision and recall of alignment on pairs of glossaries, and its time on many terms.

python -m benchmarks.align.run
"""

import random
import time

from benchmarks.align.glossaries import WAYS, Figures, figures, files, pair
from ontology.align.proposal import align
from ontology.align.translation import general_words
from ontology.model import ConceptScheme, Term, Vocabulary

EMPTY = Vocabulary(ConceptScheme(iri="https://example.org/"))
LANGUAGES = ("en", "es", "fr", "de")


def main() -> None:
    accuracy()
    speed()


def accuracy() -> None:
    """A row a way of writing: what is accepted, and what is accepted or proposed."""
    print(f"{'order, what is given':40} {'accepted':>16} {'or proposed':>16}")
    print(f"{'':40} {'precision recall':>16} {'precision recall':>16}")
    for way in WAYS:
        accepted = proposed = Figures(0, 0, 0)
        for path in files():
            made = pair(path, way)
            matches = align(made.terms, EMPTY)
            accepted += figures(made, matches, ("accept",))
            proposed += figures(made, matches, ("accept", "propose"))
        columns = " ".join(f"{f.precision:9.3f} {f.recall:6.3f}" for f in (accepted, proposed))
        print(f"{way!s:40} {columns}")


def speed() -> None:
    """Seconds for ten thousand terms: as glossaries have them, and as nobody should."""
    chance = random.Random(1)  # noqa: S311
    words: dict[str, list[str]] = {}
    for language, word in general_words():
        words.setdefault(language, []).append(word)

    def text(language: str, length: int) -> str:
        return " ".join(chance.choice(words[language]) for _ in range(length))

    usual = [
        Term(
            text(tag, 2),
            definition=text(tag, 30),
            language=tag,
            number=str(n),
            document=f"{number}",
        )
        for number, tag in enumerate((*LANGUAGES, "en"))
        for n in range(2000)
    ]
    one_name = [Term("Lead", document=str(n % 5), line_start=n) for n in range(10_000)]
    letters = [Term(chr(97 + n % 26), document=str(n % 5), line_start=n) for n in range(10_000)]
    endless = [Term("x" * 10_000 + str(n), document=str(n % 5)) for n in range(10_000)]
    for title, terms in (
        ("five documents in four languages", usual),
        ("all of one name", one_name),
        ("names of one letter", letters),
        ("names of 10,000 letters", endless),
    ):
        start = time.perf_counter()
        align(terms, EMPTY)
        print(f"{len(terms)} terms, {title}: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
