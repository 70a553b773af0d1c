"""The concept map against plain PyVis and sigma, of the same SKOS graphs, in one run.

Run from the checkout: ``./run python benchmarks/map/run.py``. It takes about a quarter of an hour;
what each figure means stands in docs/benchmarks.md. Exits with 1 when a target isn't met.
"""

import argparse
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.map.graphs import made, ours
from benchmarks.map.measure import (
    Figures,
    chromium,
    frames_of_nothing,
    measure,
    readable_on_a_phone,
)
from benchmarks.map.pages import pages
from benchmarks.map.table import Measured, lines, rows
from ontology.model import Vocabulary

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def main() -> None:
    """Print a table a graph, as it is measured."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=3, help="loads of each page")
    rounds: int = arguments.parse_args().rounds
    try:
        import playwright  # noqa: F401
    except ImportError:
        sys.exit("the benchmark drives Chromium with Playwright: ./run test sets both up")
    missed = 0
    with chromium() as browser:
        for vocabulary in (ours(), made(1000)):
            measured = compare(browser, vocabulary, rounds)
            found = rows(measured)
            print(f"\n{heading(measured)}\n")
            print("\n".join(lines(found)), flush=True)
            missed += sum(len(row.missed()) for row in found)
    print(f"\n{missed} targets missed" if missed else "\nevery target is met")
    sys.exit(1 if missed else 0)


def heading(measured: Measured) -> str:
    """What the table below it is of."""
    nothing = statistics.median(measured.nothing)
    return (
        f"{measured.size} concepts, medians of {len(measured.rounds)}; "
        f"an empty page has {nothing:.0f} frames a second"
    )


def compare(browser: "Browser", vocabulary: Vocabulary, rounds: int) -> Measured:
    """Each page of a graph in turn, so that a machine that slows down slows all."""
    texts = pages(vocabulary)
    with TemporaryDirectory() as folder:
        files = {name: Path(folder, f"{name}.html") for name in texts}
        for name, text in texts.items():
            files[name].write_text(text, "utf-8")
        found, nothing = [], []
        for _ in range(rounds):
            found.append(_round(browser, files))
            nothing.append(frames_of_nothing(browser))
        phone = {name: readable_on_a_phone(browser, file) for name, file in files.items()}
    sizes = {name: len(text.encode()) for name, text in texts.items()}
    return Measured(len(vocabulary.concepts), found, nothing, sizes, phone)


def _round(browser: "Browser", files: dict[str, Path]) -> dict[str, Figures]:
    return {name: measure(browser, file) for name, file in files.items()}


if __name__ == "__main__":
    main()
