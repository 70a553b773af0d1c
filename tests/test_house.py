"""The rules that keep the house simple."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
MODULES = sorted([*HOUSE.glob("ontology/**/*.py"), *HOUSE.glob("graph/**/*.py"), HOUSE / "cli.py"])
HEAVY = {"rdflib", "pyoxigraph", "pyshacl", "networkx", "pyvis", "rich", "rapidfuzz", "yaml"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts)


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where a name lives"
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_stands_left_of_the_graph_knows_no_rdf(path: Path) -> None:
    if path.is_relative_to(HOUSE / "ontology"):
        rooms = {module.partition(".")[0] for module in imports(path)}
        assert not rooms & {"graph", "rdflib", "pyoxigraph", "pyshacl", "networkx", "pyvis"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_imports_the_command_line(path: Path) -> None:
    assert "cli" not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_imports_from_a_package_face(path: Path) -> None:
    faces = [*HOUSE.glob("ontology/**/__init__.py"), *HOUSE.glob("graph/**/__init__.py")]
    packages = {name_of(face.parent) for face in faces}
    assert not packages & set(imports(path)), "import names from the module they live in"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_named_for_its_one_idea(path: Path) -> None:
    assert path.stem not in {"core", "util", "utils", "helper", "helpers", "manager", "common"}


def test_no_circle_of_imports() -> None:
    known = {name_of(path): set(imports(path)) for path in MODULES}
    waiting = dict(known)
    while waiting:
        free = [name for name, needs in waiting.items() if not needs & waiting.keys()]
        assert free, f"these import each other: {sorted(waiting)}"
        for name in free:
            del waiting[name]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_writes_files(path: Path) -> None:
    if path.name == "cli.py":
        return
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    writing = {"write_text", "write_bytes", "mkdir", "rename", "unlink", "NamedTemporaryFile"}
    assert not called & (writing | {"write_html", "save_graph", "open_browser"})


def run_python(script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True)


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, cli\n"
        "try:\n    cli.main(['--help'])\nfinally:\n    print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = run_python(script)
    loaded = {module.partition(".")[0] for module in done.stderr.split()}
    assert "click" in loaded
    assert not loaded & HEAVY


def test_a_query_loads_neither_rdflib_nor_networkx() -> None:
    script = (
        "import sys, cli\n"
        "try:\n    cli.main(['query', 'ASK { crm:lead a skos:Concept }', '-f', 'json'])\n"
        "finally:\n    print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = run_python(script)
    loaded = {module.partition(".")[0] for module in done.stderr.split()}
    assert '"boolean": true' in done.stdout
    assert not loaded & (HEAVY - {"pyoxigraph"})


def test_tests_are_no_package() -> None:
    assert not list(HOUSE.glob("tests/**/__init__.py"))


def test_nothing_is_skipped_or_left_for_later() -> None:
    words = ("pytest.mark." + "skip", "pytest." + "skip", "x" + "fail", "TO" + "DO", "FIX" + "ME")
    files = [*HOUSE.glob("tests/**/*.py"), *MODULES, *HOUSE.glob("graph/map/**/*.js")]
    found = [
        f"{path}: {word}"
        for path in files
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert not found
