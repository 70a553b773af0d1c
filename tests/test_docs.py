"""The docs tell the truth: what they show runs, and what exists is in them."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cli
from graph.named import named_queries
from graph.results import FORMATS
from graph.store import SYNTAXES
from ontology import review, terms_table
from ontology.read import document

HOUSE = Path(__file__).parent.parent
README = (HOUSE / "README.md").read_text(encoding="utf-8")
DOCS = {path.name: path.read_text(encoding="utf-8") for path in HOUSE.glob("docs/*.md")}
PAGES = {"README.md": README, "CONTRIBUTING.md": (HOUSE / "CONTRIBUTING.md").read_text(), **DOCS}


def _console(page: str) -> list[tuple[str, str]]:
    """The commands of a page, each with what it shows of the answer."""
    return [
        (command, output)
        for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL)
        for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


CONSOLE = _console(README)


@pytest.mark.parametrize("name", cli.commands.commands)
def test_each_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"`(crm-concepts )?{name}`", README)


@pytest.mark.parametrize("name", cli.commands.commands)
def test_the_help_of_each_command_has_an_example(name: str) -> None:
    help_text = cli.commands.commands[name].help or ""
    assert re.search(rf"Examples?:\n +crm-concepts {name} ", help_text)


@pytest.mark.parametrize("name", [named.name for named in named_queries()])
def test_each_named_query_is_in_the_docs(name: str) -> None:
    assert f"| `{name}` |" in DOCS["query.md"]


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_of_results_is_in_the_docs(name: str) -> None:
    assert f"| `{name}` |" in DOCS["query.md"]


def test_the_formats_that_are_read_are_in_the_readme() -> None:
    for word in ("Turtle", "N-Triples", "N-Quads", "TriG", "RDF/XML", "JSON-LD"):
        assert word in README
    assert len({syntax.format for syntax in SYNTAXES.values()}) == 6


@pytest.mark.parametrize(("command", "output"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_the_commands_of_the_readme_print_what_it_shows(
    command: str, output: str, tmp_path: Path
) -> None:
    first, pipe, rest = command.partition(" | ")
    words = shlex.split(first)
    assert words[0] == "crm-concepts"
    shutil.copytree(HOUSE / "docs/examples", tmp_path / "docs/examples")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, HOUSE / "cli.py", *words[1:]],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    )
    lines = done.stdout.decode("utf-8").replace("\r\n", "\n").splitlines(keepends=True)
    if pipe:
        count = int(re.fullmatch(r"head -n (\d+)", rest)[1])  # type: ignore[index]
        lines = lines[:count]
    assert "".join(lines) == output


def test_the_readme_shows_five_commands() -> None:
    assert len(CONSOLE) == 5


def test_the_python_of_the_readme_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert "lead | lead" in done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    folder = HOUSE / "docs" if page in DOCS else HOUSE
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", PAGES[page]):
        assert (folder / target).exists(), f"{page} links to {target}"


def test_the_number_of_concepts_in_the_readme_is_right() -> None:
    released = (HOUSE / "data/crm-concepts.ttl").read_text(encoding="utf-8")
    count = released.count("\n    a skos:Concept ;\n")
    assert f"\n{count} concepts from five real glossaries" in README
    assert f"{count} concepts" in (HOUSE / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_module_of_the_house_is_named_in_contributing() -> None:
    page = PAGES["CONTRIBUTING.md"]
    for path in [*HOUSE.glob("ontology/*.py"), *HOUSE.glob("graph/*.py")]:
        if path.stem != "__init__":
            assert re.search(rf"\b{path.stem}\b", page), (
                f"{path.name} has no line in CONTRIBUTING.md"
            )


def test_the_two_commands_of_the_readme_are_there() -> None:
    (block,) = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert [line.partition("#")[0].split() for line in block.splitlines()] == [
        ["./run", "map"],
        ["./run", "test"],
    ]
    assert os.access(HOUSE / "run", os.X_OK)
    assert "./run test" in (HOUSE / ".ci/run").read_text()


# --- your own glossaries ---------------------------------------------------------------------


def test_the_commands_on_documents_print_what_the_page_shows(tmp_path: Path) -> None:
    shown = _console(DOCS["documents.md"])
    assert {"import", "read", "align", "merge"} <= {command.split()[1] for command, _ in shown}
    work, path = tmp_path / "work", tmp_path / "path"
    shutil.copytree(HOUSE / "docs/examples", work)
    path.mkdir()
    launcher = path / "crm-concepts"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{HOUSE}/cli.py" "$@"\n')
    launcher.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{path}{os.pathsep}{os.environ['PATH']}",
        "PYTHONIOENCODING": "utf-8",
    }
    for command, output in shown:
        done = subprocess.run(
            ["bash", "-c", command], cwd=work, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0, (command, done.stderr)
        printed = done.stderr.decode("utf-8") + done.stdout.decode("utf-8")
        assert _without_weights(printed) == _without_weights(output), command


def test_the_python_on_documents_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", DOCS["documents.md"], re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=HOUSE / "docs/examples",
        env={**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert "Taux d'attrition | Tasa de abandono" in done.stdout.decode("utf-8")


def _without_weights(printed: str) -> str:
    """Weights and shares move whenever reading gets better; the rest has to be as it is shown."""
    return re.sub(r" *\d+\.\d\d  |\d+%", "#", printed)


def _rows(page: str) -> Iterator[list[str]]:
    """The cells of every row of its tables."""
    for line in page.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


@pytest.mark.parametrize("name", document.FORMATS)
def test_each_format_of_documents_is_in_the_docs(name: str) -> None:
    (row,) = (row for row in _rows(DOCS["documents.md"]) if row[0] == f"`{name}`")
    written = set(re.findall(r"`([^`]+)`", row[1]))
    assert written == {suffix for suffix in document.FORMATS[name].suffixes if suffix}


@pytest.mark.parametrize(
    ("table", "columns"),
    [("terms.csv", terms_table.COLUMNS), ("matches.csv", review.COLUMNS)],
)
def test_each_column_of_the_tables_is_in_the_docs(table: str, columns: tuple[str, ...]) -> None:
    _, _, after = DOCS["documents.md"].partition(f"## The columns of {table}\n")
    section, *_ = re.split(r"\n##+ ", after)
    described = [row[0].strip("`") for row in _rows(section)]
    assert [name for name in described if name != "column"] == list(columns)
