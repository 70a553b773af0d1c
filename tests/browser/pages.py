"""What the tests of the map's page ask of it, whichever part they look at."""

from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGUAGES = ("en", "es", "fr", "it")
BASE = "https://w3id.org/crm-concepts/"
Opener = Callable[..., "Page"]


def until(page: "Page", expression: str) -> None:
    """Waits for something to be true; the policy of the page forbids ``wait_for_function``."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(30)
    pytest.fail(f"this never became true: {expression}")


def drawn(page: "Page") -> Any:
    return page.evaluate("conceptMap.drawn()")


def covering(names: list[Any]) -> list[tuple[str, str]]:
    return [
        (one["key"], other["key"])
        for one, other in combinations(names, 2)
        if one["box"][0] < other["box"][2]
        and other["box"][0] < one["box"][2]
        and one["box"][1] + 1 < other["box"][3]
        and other["box"][1] + 1 < one["box"][3]
    ]


UNREADABLE = """() => {
  const context = document.createElement("canvas").getContext("2d");
  const font = getComputedStyle(document.body).fontFamily;
  const rootKeys = new Set(conceptMap.drawn().names.filter((n) => n.size > 15).map((n) => n.key));
  return conceptMap.drawn().names.filter(({ lines, size, box, key }) => {
    const [left, top, right, bottom] = box;
    const middle = [(left + right) / 2, (top + bottom) / 2];
    context.font = `${rootKeys.has(key) ? 650 : 400} ${size}px ${font}`;
    // A wide system font is drawn narrower, as its own condensed cut would be, but no more.
    const room = (right - left) / 0.85;
    const squeezed = lines.some((line) => context.measureText(line).width > room);
    const spots = [[left + 1, top + 1], [right - 1, bottom - 1], middle];
    const covered = spots.some(([x, y]) => !document.elementFromPoint(x, y)?.closest("#map"));
    return squeezed || covered || size < 12;
  }).map(({ key }) => key);
}"""
