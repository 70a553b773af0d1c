"""The page's script modules, loaded alone into an empty page, so that a function can be called."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import graph.map.page
from graph.map.bundle import bundle

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(graph.map.page.__file__).parent / "script"

CALL = """([name, values]) => {
  const plain = (value) =>
    value instanceof Map || value instanceof Set ? [...value].map(plain)
    : Array.isArray(value) ? value.map(plain)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
    : value;
  return plain((0, eval)(name)(...values));
}"""


@pytest.fixture(scope="session")
def script(browser: "Browser") -> Iterator[Callable[..., Callable[..., Any]]]:
    """A module's functions, called with JSON values.

    ``script("page/language.js")("nearestTag", {"en": 1}, "it")`` gives ``"en"``. Several modules
    may be named, and a function may be written out. A map comes back as a list of pairs, a set as a
    list, what is undefined as None.
    """
    context = browser.new_context(offline=True)
    loaded: dict[tuple[str, ...], Callable[..., Any]] = {}

    def load(*modules: str) -> Callable[..., Any]:
        if modules not in loaded:
            page = context.new_page()
            page.add_script_tag(content=_together(modules))
            loaded[modules] = lambda name, *values: page.evaluate(CALL, [name, values])
        return loaded[modules]

    yield load
    context.close()


def _together(modules: tuple[str, ...]) -> str:
    """Some modules and what they need as one script; what they export is then global."""
    texts = {
        path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
        for path in FOLDER.rglob("*.js")
    }
    first = "".join(
        f'import {{}} from "./{name}";\nObject.assign(globalThis, modules["{name}"]);\n'
        for name in modules
    )
    return bundle({**texts, "first": first}, "first")
