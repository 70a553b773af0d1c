"""Where a PDF's coordinates come to lie: ISO 32000-1, section 8.3."""

from collections.abc import Mapping
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
TURNED: Mapping[int, Matrix] = {
    0: UPRIGHT,
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}
"""What a page that is to be shown turned does to its coordinates."""


def as_numbers(operands: Any) -> tuple[float, ...]:
    """Operands as numbers; ValueError or TypeError where one is none."""
    return tuple(float(number) for number in operands)


def as_matrix(operands: Any) -> Matrix:
    """Six operands as a transformation; ValueError where there are others."""
    a, b, c, d, e, f = as_numbers(operands)
    return (a, b, c, d, e, f)


def times(first: Matrix, then: Matrix) -> Matrix:
    """What two transformations do, one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(x: float, y: float, by: Matrix) -> tuple[float, float]:
    """Where a point comes to lie."""
    return times((1.0, 0.0, 0.0, 1.0, x, y), by)[4:]
