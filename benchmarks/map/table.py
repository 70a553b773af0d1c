"""The figures of several rounds → one table: medians, ratios of the same round, targets."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.map.measure import LONGEST, Figures

PAGES = ("ours", "PyVis", "sigma")


@dataclass(frozen=True, slots=True)
class Measured:
    """A graph of ``size`` concepts, drawn by each page; a sequence has a value a round.

    ``nothing``: frames a second of an empty page.
    """

    size: int
    rounds: Sequence[dict[str, Figures]]
    nothing: Sequence[float]
    bytes: dict[str, int]
    on_a_phone: dict[str, int]


@dataclass(frozen=True, slots=True)
class Target:
    """What our figure must be: at most or at least a number, or so many times another page's."""

    against: str
    most: float | None = None
    least: float | None = None

    def met(self, value: float) -> bool:
        """Whether our figure, or its ratio to the other page's, is good enough."""
        return value <= self.most if self.most is not None else value >= (self.least or 0)

    def __str__(self) -> str:
        sign = "≤" if self.most is not None else "≥"
        unit = f" × {self.against}" if self.against else ""
        return f"{sign} {self.most if self.most is not None else self.least:g}{unit}"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of each page by round."""

    name: str
    digits: int
    values: dict[str, list[float]]
    targets: tuple[Target, ...] = ()

    def median(self, page: str) -> float:
        """The figure as it is printed."""
        return statistics.median(self.values[page])

    def ratio(self, page: str) -> float:
        """Ours to another page's: the median of the rounds, each a ratio of its own."""
        pairs = zip(self.values["ours"], self.values[page], strict=True)
        return statistics.median(_ratio(one, other) for one, other in pairs)

    def missed(self) -> list[Target]:
        """The targets that are not met."""
        return [target for target in self.targets if not target.met(self._value(target))]

    def _value(self, target: Target) -> float:
        return self.ratio(target.against) if target.against else self.median("ours")


def _ratio(one: float, other: float) -> float:
    if other == float("inf"):
        return one / LONGEST
    return one / other if other else float("inf") if one else 1.0


def rows(measured: Measured) -> list[Row]:
    """The figures with their targets: those of the smaller graph hold for our vocabulary."""
    small = measured.size < 500
    view = Target("PyVis", most=0.35 if small else 0.02), Target("sigma", most=1.0)
    smooth = (Target("", least=50),)
    return [
        _row("first readable view, ms", 0, measured, lambda found: found.first_view, view),
        _row("frames a second, panning", 0, measured, lambda found: found.pan.rate, smooth),
        _row("frames a second, zooming", 0, measured, lambda found: found.zoom.rate, smooth),
        _row("frames over 50 ms", 0, measured, lambda found: found.pan.long + found.zoom.long),
        _row("CPU a frame, panning, ms", 1, measured, lambda found: found.pan.cpu),
        _row("CPU a frame, zooming, ms", 1, measured, lambda found: found.zoom.cpu),
        _row("heap, MB", 1, measured, lambda found: found.heap),
        _once("page, kB", measured.bytes, 1000, (Target("PyVis", most=0.75),) if small else ()),
        _row(
            "readable names, 1440 × 900",
            0,
            measured,
            lambda found: found.readable,
            (Target("", least=measured.size), Target("sigma", least=2)) if small else (),
        ),
        _once(
            "readable names, 390 × 844",
            measured.on_a_phone,
            1,
            (Target("", least=35), Target("sigma", least=2.5)) if small else (),
        ),
        _row("asked of hosts", 0, measured, lambda found: found.requests, (Target("", most=0),)),
    ]


def _row(
    name: str,
    digits: int,
    measured: Measured,
    figure: Callable[[Figures], float],
    targets: tuple[Target, ...] = (),
) -> Row:
    values = {page: [figure(found[page]) for found in measured.rounds] for page in PAGES}
    return Row(name, digits, values, targets)


def _once(name: str, values: dict[str, int], unit: int, targets: tuple[Target, ...]) -> Row:
    return Row(name, 0, {page: [values[page] / unit] for page in PAGES}, targets)


HEAD = ("", *PAGES, "ours : PyVis", "ours : sigma", "target", "met")


def lines(found: Sequence[Row]) -> list[str]:
    """The rows as a Markdown table."""
    cells = [HEAD, ("---", *["--:"] * (len(PAGES) + 2), "---", "---"), *map(_cells, found)]
    return [f"| {' | '.join(row)} |" for row in cells]


def _cells(row: Row) -> tuple[str, ...]:
    missed = row.missed()
    return (
        row.name,
        *[_number(row.median(page), row.digits) for page in PAGES],
        *[f"{row.ratio(page):.3g}" for page in PAGES[1:]],
        ", ".join(map(str, row.targets)),
        "" if not row.targets else f"**no**: {', '.join(map(str, missed))}" if missed else "yes",
    )


def _number(value: float, digits: int) -> str:
    return f"> {LONGEST:.0f}" if value == float("inf") else f"{value:,.{digits}f}"
