"""The documents of a folder that have a gold beside them: ``NAME.EXT`` and ``NAME.gold.json``."""

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.read.score import Term

GOLD = ".gold.json"
CORPUS = Path(__file__).parents[2] / "tests/ontology/read/corpus"


@dataclass(frozen=True, slots=True)
class Document:
    """A document, and the terms that a reader of it should find."""

    path: Path
    gold: list[Term]


def documents(folder: Path) -> list[Document]:
    """The documents of a folder with their gold, by name; a gold without its document is left."""
    found = []
    for gold in sorted(folder.glob(f"*{GOLD}")):
        name = gold.name.removesuffix(GOLD)
        paths = [path for path in sorted(folder.glob(f"{name}.*")) if path.stem == name]
        if paths:
            found.append(Document(paths[0], json.loads(gold.read_text("utf-8"))["terms"]))
    return found
