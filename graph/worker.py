"""Work that may take for ever, or all the memory, in a child process that can be killed.

A query cannot be stopped from inside the process that runs it: signals wait for the engine, and
when memory ends the engine takes the process with it. Where there is no ``fork`` (Windows) the
work runs in this process, the deadline is looked at between two parts only, and memory is not
limited; without ``/proc`` (macOS) the child has a deadline but no limit of memory.

Do not call it while other threads of the process write to the store that the work reads.
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from select import select
from typing import NamedTuple, NoReturn

from ontology.problem import Problem

Work = Callable[[], Iterable[bytes]]

_HEAD = 5
_PART, _PROBLEM, _END = b"+", b"!", b"."


class Limits(NamedTuple):
    """What the work may take, in seconds and bytes."""

    seconds: float = 30.0
    memory: int = 1_000_000_000
    size: int = 500_000_000
    """Of all parts together."""
    files: int = 0
    """Open at once, besides what is open: modules that the work loads."""


class Parts(NamedTuple):
    """What the work gave before it ended or was stopped."""

    parts: tuple[bytes, ...]
    cut: str = ""
    """Empty when it is whole, else what was reached: ``time`` or ``size``."""


def run(work: Work, limits: Limits, where: str) -> Parts:
    """The parts that ``work`` yields, until it ends or a limit of time or size is reached.

    Problem: one that the work raised; or when memory ended, or the child died.
    """
    if not hasattr(os, "fork"):
        return _run_here(work, limits)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_child(work, limits, writing)
    os.close(writing)
    status = 0
    try:
        parts = _collect(reading, limits, where)
    finally:
        # Also when Ctrl-C comes: nothing is left running.
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    if parts is None:
        raise _died(status, where)
    return parts


def _run_here(work: Work, limits: Limits) -> Parts:
    deadline = time.monotonic() + limits.seconds
    parts: list[bytes] = []
    size = 0
    for part in work():
        parts.append(part)
        size += len(part)
        if time.monotonic() > deadline or size > limits.size:
            return Parts(tuple(parts), "size" if size > limits.size else "time")
    return Parts(tuple(parts))


def _collect(reading: int, limits: Limits, where: str) -> Parts | None:
    """None when the child ended without saying so."""
    deadline = time.monotonic() + limits.seconds
    got = bytearray()
    parts: list[bytes] = []
    size = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select([reading], [], [], left)[0]:
            return Parts(tuple(parts), "time")
        chunk = os.read(reading, 1 << 20)
        if not chunk:
            return None
        got += chunk
        for kind, body in _frames(got):
            if kind == _END:
                return Parts(tuple(parts))
            if kind == _PROBLEM:
                what, mend, wrong_use, place = marshal.loads(body)  # noqa: S302 - from our child
                raise Problem(place or where, what, mend, wrong_use)
            parts.append(body)
            size += len(body)
        if size > limits.size:
            return Parts(tuple(parts), "size")


def _frames(got: bytearray) -> Iterator[tuple[bytes, bytes]]:
    """Takes whole frames off the front of ``got``: a kind, four bytes of length, a body."""
    start = 0
    while len(got) - start >= _HEAD:
        end = start + _HEAD + int.from_bytes(got[start + 1 : start + _HEAD], "big")
        if len(got) < end:
            break
        yield bytes(got[start : start + 1]), bytes(got[start + _HEAD : end])
        start = end
    del got[:start]


def _be_child(work: Work, limits: Limits, writing: int) -> NoReturn:
    """Never returns: what the parent would do at its end is not for the child to do."""
    try:
        gc.disable()
        _confine(limits)
        for part in work():
            _write(writing, _PART, part)
        _write(writing, _END, b"")
    except Problem as problem:
        said = (problem.what, problem.mend, problem.wrong_use, problem.where)
        _write(writing, _PROBLEM, marshal.dumps(said))
    except MemoryError:
        os.kill(os.getpid(), signal.SIGABRT)
    except BaseException as error:  # A traceback in the child helps nobody.
        said = (f"{type(error).__name__}: {error}", "", False, "")
        _write(writing, _PROBLEM, marshal.dumps(said))
    finally:
        os._exit(0)


def _confine(limits: Limits) -> None:
    import faulthandler
    import resource

    faulthandler.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    if sys.platform == "linux":
        memory = _held() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # With none, no new file and no socket can be opened, whatever a query asks for.
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.files, limits.files))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Should the parent be killed, the child does not outlive it for long.
    cpu = int(limits.seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))


def _held() -> int:
    """Bytes of address space this process has already."""
    pages = Path("/proc/self/statm").read_bytes().split()[0]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _write(writing: int, kind: bytes, body: bytes) -> None:
    left = memoryview(kind + len(body).to_bytes(_HEAD - 1, "big") + body)
    while left:
        left = left[os.write(writing, left) :]


def _died(status: int, where: str) -> Problem:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGABRT, signal.SIGKILL):
        return Problem(where, "needs more memory than allowed", "ask for less at once")
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        return Problem(where, "took more processor time than allowed", "ask for less at once")
    return Problem(where, "is more than the query engine can take", "write it more simply")
