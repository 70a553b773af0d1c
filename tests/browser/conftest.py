"""The map of our own vocabulary, opened in Chromium without a network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.map.page import generate
from ontology.model import Vocabulary
from tests.browser.pages import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def map_file(vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("map") / "map.html"
    file.write_text(generate(vocabulary), encoding="utf-8")
    return file


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Opener]:
    """Opens a file in a window; at the end no host was asked anything and nothing went wrong."""
    asked: list[str] = []
    wrong: list[str] = []
    contexts = []

    def open_page(
        file: Path, address: str = "", size: tuple[int, int] = (1440, 900), **how: Any
    ) -> "Page":
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            offline=True,
            **({"reduced_motion": "reduce"} | how),
        )
        contexts.append(context)
        context.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        context.on(
            "console", lambda said: wrong.append(said.text) if said.type == "error" else None
        )
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page = context.new_page()
        page.goto(file.as_uri() + address)
        return page

    yield open_page
    pages = sum(len(context.pages) for context in contexts)
    for context in contexts:
        context.close()
    assert wrong == []
    assert len(asked) == pages, "only the file itself is read"
    assert all(url.startswith("file:") for url in asked)
