"""Whole journeys through the command line, as a person or a script makes them."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
"""As a shell has it: what is written last may fail only when Python ends."""

OTHER = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tea: <http://example.org/tea/> .
tea:oolong a skos:Concept ; skos:prefLabel "oolong"@en , "ウーロン茶"@ja ; skos:broader tea:tea .
tea:tea a skos:Concept ; skos:prefLabel "tea"@en ; skos:altLabel "\\u001b]0;owned\\u0007"@en .
"""


def crm(*words: str, stdin: str = "", cwd: Path = HOUSE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(HOUSE / "cli.py"), *words],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONIOENCODING": "utf-8"},
    )


def on_terminal(*words: str) -> str:
    """What a person sees on a terminal, 100 columns wide."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "cli.py", *words],
        cwd=HOUSE,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "COLUMNS": "100", "TERM": "xterm"},
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed.
            break
        if not chunk:
            break
        shown += chunk
    process.wait()
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    file = tmp_path / "tea.ttl"
    file.write_text(OTHER, encoding="utf-8")
    return file


def failed(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The one message of a command that failed."""
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("crm-concepts: ")
    return done.stderr.removeprefix("crm-concepts: ")


# --- finding and reading ---------------------------------------------------------------------


def test_a_typing_error_in_spanish_finds_the_concept() -> None:
    done = crm("search", "abandno", "--lang", "es")
    assert done.stdout.splitlines()[0] == "tasa de abandono de clientes"


def test_search_says_which_label_matched() -> None:
    done = crm("search", "GRC", "-f", "json", "--limit", "1")
    (hit,) = json.loads(done.stdout)
    assert hit["notation"] == "customer-relationship-management"
    assert hit["matched"] == {"kind": "altLabel", "text": "GRC", "language": "es"}


def test_nothing_found_is_exit_1_with_one_line() -> None:
    assert failed(crm("search", "zzzzzz"), 1) == "nothing is called 'zzzzzz' or nearly so\n"


def test_show_takes_a_label_in_any_language_a_slug_or_an_iri() -> None:
    by_label = crm("show", "Parcours Client")
    assert by_label.stdout.startswith("customer journey\n")
    assert by_label.stdout == crm("show", "customer-journey").stdout
    assert by_label.stdout == crm("show", "https://w3id.org/crm-concepts/customer-journey").stdout
    for word in ("broader:", "narrower:", "related:", "printed by:  es34 (RD Station)"):
        assert word in by_label.stdout


def test_show_suggests_the_near_miss() -> None:
    assert "did you mean 'churn'" in failed(crm("show", "churm"), 1)


def test_show_as_json_has_the_names_of_skos() -> None:
    shown = json.loads(crm("show", "lead", "-f", "json").stdout)
    assert shown["prefLabel"]["it"] == "lead"
    assert {"definition", "altLabel", "broader", "related", "scopeNote", "printed"} <= shown.keys()


def test_tree_under_a_concept_in_italian() -> None:
    lines = crm("tree", "sales", "--lang", "it").stdout.splitlines()
    assert lines[0] == "vendite"
    assert "    ciclo di vendita" in lines


def test_the_whole_tree_holds_every_concept_as_json() -> None:
    def count(branches: list[dict[str, object]]) -> set[object]:
        found: set[object] = set()
        for branch in branches:
            narrower = branch["narrower"]
            assert isinstance(narrower, list)
            found |= {branch["iri"]} | count(narrower)
        return found

    whole = json.loads(crm("tree", "-f", "json").stdout)
    assert len(whole) == 10
    released = (HOUSE / "data/crm-concepts.ttl").read_text(encoding="utf-8")
    assert len(count(whole)) == released.count("\n    a skos:Concept ;\n")


# --- any SKOS file ---------------------------------------------------------------------------


def test_commands_work_on_a_graph_that_is_not_ours(tea: Path) -> None:
    assert crm("search", "oolnog", "-g", str(tea)).stdout.startswith("oolong\n")
    assert crm("tree", "-g", str(tea)).stdout == "tea\n    oolong\n"
    assert "ウーロン茶" in crm("show", "oolong", "-g", str(tea), "--lang", "ja").stdout
    done = crm("query", "SELECT ?b { tea:oolong skos:broader ?b }", "-g", str(tea))
    assert done.stdout == "b\nhttp://example.org/tea/tea\n"


def test_a_graph_that_is_not_there_is_one_line() -> None:
    assert "none.ttl" in failed(crm("show", "x", "-g", "none.ttl"), 2)


def test_a_syntax_error_in_a_graph_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("@prefix a: <http://a/> .\na:b a:c\n", encoding="utf-8")
    assert "bad.ttl:" in failed(crm("tree", "-g", str(tmp_path / "bad.ttl")), 1)


def test_a_map_of_a_file_without_concepts_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    done = crm("map", str(tmp_path / "empty.ttl"), "-o", str(tmp_path / "map.html"))
    assert "holds no SKOS concept" in failed(done, 1)
    assert not (tmp_path / "map.html").exists()


# --- SPARQL ----------------------------------------------------------------------------------


def test_a_pipe_gets_csv_and_a_terminal_a_table() -> None:
    words = ("query", "SELECT ?l WHERE { crm:lead skos:prefLabel ?l FILTER(LANG(?l) = 'en') }")
    assert crm(*words).stdout == "l\nlead\n"
    assert "lead@en" in on_terminal(*words)


def test_a_query_comes_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    (tmp_path / "ask.rq").write_text("ASK { crm:lead a skos:Concept }", encoding="utf-8")
    assert '"boolean": true' in crm("query", str(tmp_path / "ask.rq")).stdout
    assert '"boolean": true' in crm("query", "-", stdin="ASK { crm:lead ?p ?o }").stdout


def test_triples_come_as_turtle() -> None:
    done = crm("query", "CONSTRUCT WHERE { crm:lead skos:broader ?b }")
    assert "crm:lead\n    skos:broader crm:market-participant ;" in done.stdout


def test_the_suffix_of_the_output_decides_the_format(tmp_path: Path) -> None:
    out = tmp_path / "names.md"
    crm("query", "--name", "translations", "--set", "term=churn", "-o", str(out))
    assert out.read_text(encoding="utf-8").startswith("| concept | language |")
    wrong = crm("query", "ASK {}", "-o", str(tmp_path / "names.docx"))
    assert "no format has the suffix '.docx'" in failed(wrong, 2)


def test_a_mistake_in_a_query_is_shown_where_it_is() -> None:
    message = failed(crm("query", "SELECT ?x\nWHERE { ?x skos:prefLabel }"), 2)
    assert message.startswith("query:2:")
    line, caret = message.splitlines()[1:3]
    assert line.strip() == "WHERE { ?x skos:prefLabel }"
    assert caret.strip() == "^"


def test_an_answer_that_was_cut_says_so() -> None:
    done = crm("query", "SELECT * { ?s ?p ?o }", "--limit", "3")
    assert len(done.stdout.splitlines()) == 4
    assert "not the whole answer: only the first 3 rows" in done.stderr


def test_a_query_without_end_is_ended() -> None:
    done = crm(
        "query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "1"
    )
    assert "no answer within 1 s" in failed(done, 1)


def test_the_list_of_queries_tells_their_parameters() -> None:
    listed = crm("query", "--list").stdout
    assert "translations\n" in listed
    assert "--set term=" in listed


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["serch", "lead"], "no command 'serch'; did you mean 'search'?"),
        (["show", "lead", "--lnag", "fr"], "Did you mean '--lang'?"),
        (["query"], "give either a QUERY or --name"),
        (["query", "ASK {}", "--name", "path"], "give either a QUERY or --name"),
        (["query", "ASK {}", "--lang", "it"], "go with --name"),
        (["query", "--name", "translation"], "did you mean 'translations'?"),
        (["query", "--name", "translations", "--set", "term"], "is not KEY=VALUE"),
        (["query", "--name", "translations"], "needs term"),
        (["query", "ASK {}", "-f", "jsn"], "did you mean 'json'?"),
        (["build", "--vocabulary", "nowhere"], "nowhere: is no folder"),
        (["search"], "Missing argument"),
        (["map", "-o", "glossary.ttl"], "end it in .html"),
        (["query", "ASK {}", "--timeout", "nan"], "--timeout"),
        (["query", "ASK {}", "--limit", "-1"], "--limit"),
    ],
)
def test_wrong_use_is_exit_2_and_says_what_to_do(words: list[str], message: str) -> None:
    assert message in failed(crm(*words), 2)


# --- files -----------------------------------------------------------------------------------


def test_build_prints_or_writes_the_released_turtle(tmp_path: Path) -> None:
    out = tmp_path / "out.ttl"
    assert crm("build", "-o", str(out)).returncode == 0
    assert out.read_text(encoding="utf-8") == crm("build").stdout
    assert [path.name for path in tmp_path.iterdir()] == ["out.ttl"]


def test_a_mistake_in_the_vocabulary_names_file_line_and_near_miss(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(HOUSE / "data", folder)
    file = folder / "vocabulary/metric.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    line = lines.index("  broader: [customer-metric]")
    lines[line] = "  broader: [custmer-metric]"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    message = failed(crm("build", "--vocabulary", str(folder)), 1)
    assert message.startswith(f"vocabulary/metric.yaml:{line + 1}: ")
    assert "did you mean 'customer-metric'" in message


def test_a_file_of_the_vocabulary_that_is_not_read_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(HOUSE / "data", folder)
    (folder / "vocabulary/new.yml").write_text("", encoding="utf-8")
    message = failed(crm("build", "--vocabulary", str(folder)), 1)
    assert "new.yml: is not read" in message


def test_a_failing_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.ttl"
    out.write_text("old", encoding="utf-8")
    script = (
        "import resource, signal, cli; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        f"cli.main(['build', '-o', {str(out)!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert "File too large" in failed(done, 1)
    assert out.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.ttl"]


def test_a_link_stays_and_the_file_it_points_to_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.ttl", tmp_path / "link.ttl"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    crm("build", "-o", str(link))
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("@prefix crm:")


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        done = crm("query", "ASK {}", "-f", "json", "-o", str(pipe))
        assert done.returncode == 0
        assert '"boolean": true' in reader.communicate(timeout=10)[0]
    assert pipe.is_fifo()
    assert "No space left" in failed(crm("build", "-o", "/dev/full"), 1)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = crm("build", "-o", str(tmp_path / "none" / "out.ttl"))
    assert f"there is no folder {tmp_path / 'none'}" in failed(done, 2)


@pytest.mark.parametrize("closed", [">&-", "> /dev/full"])
def test_without_a_standard_output_there_is_no_traceback(closed: str) -> None:
    command = f"{sys.executable} cli.py search lead {closed}"
    done = subprocess.run(
        command, shell=True, cwd=HOUSE, env=BUFFERED, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if closed == ">&-" else 1)


def test_a_written_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    crm("build", "-o", str(tmp_path / "out.ttl"))
    assert (tmp_path / "out.ttl").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_pipe_that_closes_early_is_no_fault() -> None:
    command = f"{sys.executable} cli.py build | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=HOUSE,
        env=BUFFERED,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_a_misspelt_concept_in_a_named_query_is_not_silent() -> None:
    done = crm("query", "--name", "tree", "--set", "concept=slaes")
    assert "no rows: is 'slaes' what the graph says?" in done.stderr


@pytest.mark.parametrize("command", [["tree"], ["search", "x"], ["show", "x"]])
def test_a_file_without_concepts_is_said_to_be_one(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    assert "holds no SKOS concept" in failed(crm(*command, "-g", str(tmp_path / "empty.ttl")), 1)


def test_map_takes_its_graph_as_the_other_commands_do(tea: Path, tmp_path: Path) -> None:
    for words in (["-g", str(tea)], [str(tea)]):
        done = crm("map", *words, "-o", str(tmp_path / "tea.html"))
        assert "a map of 2 concepts" in done.stderr


def test_map_writes_a_page_and_says_where_it_is(tmp_path: Path) -> None:
    done = crm("map", "--open", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "map.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "map.html: a map of" in done.stderr


# --- text from a graph is untrusted ----------------------------------------------------------


def test_a_label_cannot_drive_the_terminal(tea: Path) -> None:
    shown = on_terminal("show", "tea", "-g", str(tea))
    assert "\x1b" not in shown
    assert "\\x1b]0;owned" in shown
    asked = on_terminal("query", "SELECT ?l { tea:tea skos:altLabel ?l }", "-g", str(tea))
    assert "\x1b]0;" not in asked
