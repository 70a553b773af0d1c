"""How long a person waits for ``--help`` and for a query, against what its libraries cost alone.

Whole processes, in turn, so that a machine that slows down slows both. Run from the checkout:
``./run python benchmarks/cold_start.py``.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HOUSE = Path(__file__).parent.parent
RUNS = 25
CONSOLE_SCRIPT = [sys.executable, "-c", "import cli; cli.main()"]
EMPTY_GROUP = "import click\n@click.group()\ndef g(): pass\n@g.command()\ndef c(): pass\ng()"

PAIRS = [
    (
        "--help : an empty click group",
        [*CONSOLE_SCRIPT, "--help"],
        [sys.executable, "-c", EMPTY_GROUP, "--help"],
        1.3,
    ),
    (
        "a named query : import click, pyoxigraph",
        [*CONSOLE_SCRIPT, "query", "--name", "translations", "--set", "term=churn"],
        [sys.executable, "-c", "import click, pyoxigraph"],
        2.0,
    ),
]


def seconds(command: list[str]) -> float:
    """The time of one whole process."""
    # As installed: with the bytecode of the run before.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    subprocess.run(command, cwd=HOUSE, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print a row a pair: medians in milliseconds, their ratio, the target."""
    print(f"{'':42} {'ours':>7} {'peer':>7} {'ratio':>6} {'target':>7}")
    for name, ours, peer, target in PAIRS:
        seconds(ours), seconds(peer)
        pairs = [(seconds(ours), seconds(peer)) for _ in range(RUNS)]
        medians = [statistics.median(times) * 1000 for times in zip(*pairs, strict=True)]
        ratio = statistics.median(one / other for one, other in pairs)
        print(f"{name:42} {medians[0]:5.0f}ms {medians[1]:5.0f}ms {ratio:6.2f} {target:7.2f}")


if __name__ == "__main__":
    main()
