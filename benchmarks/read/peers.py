"""Tools that make Markdown of documents, and what plain readers then find in it.

Which plain reader is best for a document isn't known before its gold is: each answer holds what
all of them found, and the benchmark counts the best. That is more than these tools could know.
"""

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.read.plain import by_headings, by_marks, by_numbers
from benchmarks.read.score import Term

# Headings, lists, definition lists and tables as lines that by_marks knows, and no more.
MARKDOWN = (
    "markdown-simple_tables-multiline_tables-raw_html-native_divs-native_spans"
    "-fenced_divs-bracketed_spans-header_attributes-link_attributes"
)
FROM = {
    ".txt": "markdown",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".docx": "docx",
    ".rst": "rst",
    ".adoc": "asciidoc",
    ".tex": "latex",
}
TOO_LONG = 120  # seconds


class Missing(Exception):
    """The tool isn't installed here; the text says how it is."""


class Unread(Exception):
    """The tool can't read this document; the text is what it says."""


def markitdown(path: Path) -> Sequence[list[Term]]:
    """What each plain reader finds in markitdown's Markdown, without lines."""
    try:
        text = str(_converter().convert_local(str(path)).text_content)
    except Missing:
        raise
    except Exception as fault:
        raise Unread(_first_line(str(fault)) or type(fault).__name__) from fault
    return _plain(text)


def pandoc(path: Path) -> Sequence[list[Term]]:
    """What each plain reader finds in pandoc's Markdown, without lines."""
    if path.suffix not in FROM:
        raise Unread(f"pandoc has no reader for {path.suffix}")
    forms = [f"--from={FROM[path.suffix]}", f"--to={MARKDOWN}"]
    # Wide enough that a cell of a table is a line.
    command = [_pandoc(), "--sandbox", "--wrap=preserve", "--columns=2000", *forms, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TOO_LONG, check=False)
    except subprocess.TimeoutExpired as fault:
        raise Unread(f"not done after {TOO_LONG} s") from fault
    if done.returncode:
        raise Unread(_first_line(done.stderr.decode("utf-8", "replace")))
    return _plain(done.stdout.decode("utf-8", "replace"))


def markitdown_version() -> str:
    """The version that is installed; Missing where none is."""
    _converter()
    return version("markitdown")


def pandoc_version() -> str:
    """The version that is installed; Missing where none is."""
    said = subprocess.run([_pandoc(), "--version"], capture_output=True, text=True, check=True)
    return _first_line(said.stdout).removeprefix("pandoc ")


@cache
def _converter() -> Any:
    try:
        return import_module("markitdown").MarkItDown()
    except ImportError as fault:
        raise Missing("pip install --group bench") from fault


@cache
def _pandoc() -> str:
    """The program: the one that pypandoc-binary brings, or the one in the path, often older."""
    try:
        return str(import_module("pypandoc").get_pandoc_path())
    except (ImportError, OSError) as fault:
        if found := shutil.which("pandoc"):
            return found
        raise Missing("pip install --group bench, or apt-get install pandoc") from fault


def _plain(text: str) -> Sequence[list[Term]]:
    return [read(text) for read in (by_numbers, by_headings, by_marks)]


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]
