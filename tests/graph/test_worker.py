"""Work in a child: what it gives comes back, and nothing it does can hold or harm the parent."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.worker import Limits, run
from ontology.problem import Problem

ROOT = Path(__file__).parents[2]


def spin() -> Iterator[bytes]:
    yield b"first"
    while True:
        pass


def test_the_parts_come_back_in_order() -> None:
    got = run(lambda: [b"a", b"", b"b" * 3_000_000], Limits(), "work")
    assert got.parts == (b"a", b"", b"b" * 3_000_000)
    assert got.cut == ""


def test_work_that_never_ends_is_stopped_in_time_with_what_it_gave() -> None:
    begin = time.monotonic()
    got = run(spin, Limits(seconds=0.3), "work")
    # 0.25 s over on an idle machine; a busy one schedules late.
    assert 0.3 <= time.monotonic() - begin < 1.8
    assert (got.parts, got.cut) == ((b"first",), "time")


def test_too_much_is_cut_and_said() -> None:
    def much() -> Iterator[bytes]:
        while True:
            yield b"x" * 10_000

    got = run(much, Limits(size=100_000), "work")
    assert got.cut == "size"


def test_memory_has_an_end() -> None:
    with pytest.raises(Problem, match="work: needs more memory"):
        run(lambda: [b"x" * 3_000_000_000], Limits(memory=500_000_000), "work")


def test_a_problem_comes_back_as_it_was_raised() -> None:
    def wrong() -> Iterator[bytes]:
        raise Problem("here", "is wrong", "mend it", wrong_use=True)

    with pytest.raises(Problem) as caught:
        run(wrong, Limits(), "work")
    assert str(caught.value) == "here: is wrong; mend it"
    assert caught.value.wrong_use


def test_a_child_that_dies_or_fails_is_one_line() -> None:
    def dies() -> Iterator[bytes]:
        os.kill(os.getpid(), signal.SIGTERM)
        yield b""

    def fails() -> Iterator[bytes]:
        raise KeyError("x")

    for work in (dies, fails):
        with pytest.raises(Problem) as caught:
            run(work, Limits(), "work")
        assert "\n" not in str(caught.value)


def test_the_child_can_open_no_socket_and_no_file() -> None:
    def connects() -> Iterator[bytes]:
        socket.socket()
        yield b""

    def opens() -> Iterator[bytes]:
        yield Path("/etc/passwd").read_bytes()

    for work in (connects, opens):
        with pytest.raises(Problem, match="OSError"):
            run(work, Limits(), "work")


def test_no_child_is_left_and_no_file_stays_open() -> None:
    before = _open_files(), _children()
    run(spin, Limits(seconds=0.05), "work")
    assert (_open_files(), _children()) == before


def _children() -> str:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text()


def _open_files() -> list[str]:
    return sorted(entry.name for entry in Path("/proc/self/fd").iterdir())


def test_ctrl_c_ends_parent_and_child(tmp_path: Path) -> None:
    code = (
        "import os, signal; from graph.worker import Limits, run\n"
        # What is started in the background by a script ignores Ctrl-C, and so would this.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def spin():\n"
        "    os.write(9, str(os.getpid()).encode())\n"
        "    while True: pass\n"
        "    yield b''\n"
        f"os.dup2(os.open({str(tmp_path / 'child')!r}, os.O_CREAT | os.O_WRONLY), 9)\n"
        "run(spin, Limits(), 'work')\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while not (tmp_path / "child").exists() or not (tmp_path / "child").read_text():
        time.sleep(0.02)
    parent.send_signal(signal.SIGINT)
    parent.wait(5)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "child").read_text()), 0)
