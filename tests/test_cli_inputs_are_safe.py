"""No document is counted twice or written over, and what is no file is not waited for."""

import os
from pathlib import Path

import pytest

from cli import main

GLOSSARY = "Glossary\n\nLens: A glass that bends light.\n\nTripod: Three legs for a camera.\n\n" * 2


def fails(capsys: pytest.CaptureFixture[str], *args: str | Path) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([str(arg) for arg in args])
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


def test_a_document_given_twice_is_refused_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, output = tmp_path / "shop.txt", tmp_path / "shop.ttl"
    document.write_text(GLOSSARY, "utf-8")
    (tmp_path / "again.txt").symlink_to(document)
    assert "is given twice" in fails(capsys, "import", document, document, "-o", output)
    again = tmp_path / "again.txt"
    assert "is given twice" in fails(capsys, "import", document, again, "-o", output)
    assert not output.exists()


@pytest.mark.parametrize("command", ["read", "import"])
def test_a_document_is_never_written_over(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "shop.csv"
    document.write_text(GLOSSARY, "utf-8")
    assert "is one of the documents" in fails(capsys, command, document, "-o", document)
    assert document.read_text("utf-8") == GLOSSARY


@pytest.mark.parametrize("command", ["align", "merge"])
def test_a_pipe_is_not_waited_for(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    pipe = tmp_path / "pipe.csv"
    assert "is no file" in fails(capsys, command, pipe, "--vocabulary", tmp_path)
