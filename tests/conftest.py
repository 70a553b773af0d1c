"""What several rooms test with: the vocabulary as it stands in ``data/``, and a real browser."""

import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from graph.concepts import read_vocabulary
from graph.skos import build
from ontology.model import Vocabulary
from ontology.vocabulary import parse_vocabulary

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session")
def vocabulary_files() -> dict[str, str]:
    """The files of ``data/``: name → text."""
    files = [*DATA.glob("*.yaml"), *DATA.glob("vocabulary/*.yaml")]
    return {path.relative_to(DATA).as_posix(): path.read_text("utf-8") for path in files}


@pytest.fixture(scope="session")
def vocabulary(vocabulary_files: dict[str, str]) -> Vocabulary:
    """The concepts of ``data/``, read back from the graph that is built of them."""
    return read_vocabulary(build(parse_vocabulary(vocabulary_files)))


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Chromium, without a GPU: Debian's, one in the path, or Playwright's own."""
    from playwright.sync_api import Error, sync_playwright

    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run", *quiet]
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=_chromium(), args=arguments)
        except Error as error:
            pytest.fail(
                f"the map's tests need Chromium: apt-get install chromium ({error.message})",
                pytrace=False,
            )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> "Callable[[Page], tuple[list[str], list[str]]]":
    """Looks for what shuts people out: gives what is serious or critical, and what is less.

    The rules are those of axe-core, put into the page past its policy (https://dequeuniversity.com).
    """
    rules = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    run = "axe.run(document, {resultTypes: ['violations']}).then(({violations}) => violations)"

    def look(page: "Page") -> tuple[list[str], list[str]]:
        page.evaluate(rules)
        serious: list[str] = []
        less: list[str] = []
        for violation in page.evaluate(run):
            grave = violation["impact"] in ("serious", "critical")
            (serious if grave else less).extend(_said_by_axe(violation))
        return serious, less

    return look


def _said_by_axe(violation: dict[str, Any]) -> list[str]:
    return [
        f"{violation['id']} ({violation['impact']}): {node['target']}: {node['failureSummary']}"
        for node in violation["nodes"]
    ]


def _chromium() -> str | None:
    names = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)
