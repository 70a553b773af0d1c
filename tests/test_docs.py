"""The docs tell the truth: what they show runs, and what exists is in them."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from graph.named import named_queries
from graph.results import FORMATS
from graph.store import SYNTAXES

HOUSE = Path(__file__).parent.parent
README = (HOUSE / "README.md").read_text(encoding="utf-8")
DOCS = {path.name: path.read_text(encoding="utf-8") for path in HOUSE.glob("docs/*.md")}
PAGES = {"README.md": README, "CONTRIBUTING.md": (HOUSE / "CONTRIBUTING.md").read_text(), **DOCS}
CONSOLE = [
    (command, output)
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for command, output in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]


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
def test_the_commands_of_the_readme_print_what_it_shows(command: str, output: str) -> None:
    first, pipe, rest = command.partition(" | ")
    words = shlex.split(first)
    assert words[0] == "crm-concepts"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "cli.py", *words[1:]],
        cwd=HOUSE,
        env=environment,
        capture_output=True,
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
