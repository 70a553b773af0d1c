"""A page in Chromium → its figures: until it is readable, frames, CPU, memory, readable names."""

import math
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

PROBE = Path(__file__).parent / "probe.js"
DESK = (1440, 900)
PHONE = (390, 844)
SECONDS = 2.0
FADING = 700
"""Milliseconds: so long the loading bar of PyVis still lies on its picture and takes the mouse."""

LONGEST = 120_000.0
"""Milliseconds that a page may take until its picture stands still."""


@dataclass(frozen=True, slots=True)
class Frames:
    """While a reader moves the picture: frames a second, long ones, CPU time a frame in ms."""

    rate: float
    long: int
    cpu: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What one load of a page gave. Times in ms, rates a second, heap in MB."""

    first_view: float
    pan: Frames
    zoom: Frames
    heap: float
    readable: int
    requests: int


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Chromium without a GPU and without a window: Debian's, one in the path, Playwright's own."""
    from playwright.sync_api import sync_playwright

    names = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def measure(browser: "Browser", file: Path) -> Figures:
    """Everything that a window of a desk shows, in one load."""
    with _opened(browser, file, DESK) as (page, asked):
        first_view = _first_view(page)
        heap = _heap(page)
        readable = _readable(page, first_view)
        page.wait_for_timeout(FADING)
        pan, zoom = _frames(page, _pan), _frames(page, _zoom)
        return Figures(first_view, pan, zoom, heap, readable, len(asked))


def frames_of_nothing(browser: "Browser") -> float:
    """Frames a second of an empty page under the same hand: what the machine has to give."""
    context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]})
    context.add_init_script(path=PROBE)
    page = context.new_page()
    page.goto("data:text/html,<div id=graph style='height:600px'>")
    found = _frames(page, _pan).rate
    context.close()
    return found


def readable_on_a_phone(browser: "Browser", file: Path) -> int:
    """Names that can be read in a phone's window; of a page with several views, on the map."""
    with _opened(browser, file, PHONE, "#view=map") as (page, _):
        return _readable(page, _first_view(page))


@contextmanager
def _opened(
    browser: "Browser", file: Path, size: tuple[int, int], address: str = ""
) -> "Iterator[tuple[Page, list[str]]]":
    """The page, without a network, and the list of hosts' addresses that it asks for."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True)
    asked: list[str] = []
    context.on(
        "request",
        lambda request: asked.append(request.url) if request.url.startswith("http") else None,
    )
    context.add_init_script(path=PROBE)
    page = context.new_page()
    page.set_default_timeout(3 * LONGEST)
    page.goto(file.as_uri() + address, wait_until="commit")
    yield page, asked
    context.close()


def _first_view(page: "Page") -> float:
    found = page.evaluate("probe.firstView")
    return math.inf if found is None else float(found)


def _readable(page: "Page", first_view: float) -> int:
    """None where the picture never stood still: PyVis's lies behind its loading bar until then."""
    return int(page.evaluate("probe.readable()")) if math.isfinite(first_view) else 0


def _heap(page: "Page") -> float:
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used: float = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return used / 1e6


def _frames(page: "Page", move: "Callable[[Page], None]") -> Frames:
    session = page.context.browser.new_browser_cdp_session()  # type: ignore[union-attr]
    view, before = page.evaluate("probe.view()"), _cpu(session)
    page.evaluate("probe.count()")
    move(page)
    rate, long, count = page.evaluate("probe.counted()")
    if view and view == page.evaluate("probe.view()"):
        raise RuntimeError(f"the mouse moved nothing on {page.url}")
    cpu = 1000 * (_cpu(session) - before) / max(count, 1)
    session.detach()
    return Frames(float(rate), int(long), cpu)


def _cpu(session: "CDPSession") -> float:
    """Seconds that pages and what paints them have used: of all cores, so others' work is none."""
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(
        float(found["cpuTime"]) for found in processes if found["type"] in ("renderer", "GPU")
    )


def _pan(page: "Page") -> None:
    """Drags from a corner, since in PyVis a drag in the middle takes a concept along."""
    left, top, wide, high = page.evaluate("probe.area()")
    x, y = left + 0.04 * wide, top + 0.06 * high
    page.mouse.move(x, y)
    page.mouse.down()
    for at in _moments():
        turn = 1.3 * math.pi * at
        page.mouse.move(x + 150 * math.sin(turn), y + 100 * (1 - math.cos(turn)))
    page.mouse.up()


def _zoom(page: "Page") -> None:
    """Turns the wheel, in and out again."""
    left, top, wide, high = page.evaluate("probe.area()")
    page.mouse.move(left + wide / 2, top + high / 2)
    for at in _moments():
        page.mouse.wheel(0, -40 if at % 1 < 0.55 else 40)


def _moments() -> Iterator[float]:
    """Seconds since the start, about as often as a mouse tells of itself."""
    start = time.perf_counter()
    while (at := time.perf_counter() - start) < SECONDS:
        yield at
        time.sleep(0.012)
