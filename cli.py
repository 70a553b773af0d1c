"""The command line: each command parses, makes one call, prints. Only this room writes files."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from ontology.problem import Problem

if TYPE_CHECKING:
    from graph.named import NamedQuery
    from graph.store import Graph
    from ontology.dictionaries import Dictionary
    from ontology.merge import Merged
    from ontology.model import Match, Term, Vocabulary
    from ontology.read.entries import DocumentRead

DATA = Path(__file__).parent / "data"
LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
LARGEST_DOCUMENT = 50_000_000
DICTIONARIES = Path("/usr/share/dictd")
"""Where Debian's packages dict-freedict-* put their files."""
BUILT_IN = DATA / "crm-concepts.ttl"

F = TypeVar("F", bound=Callable[..., Any])

graph_option = click.option(
    "-g",
    "--graph",
    "graphs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="An RDF file to work on; may be given several times. Left out: the built-in vocabulary.",
)
language_option = click.option(
    "--lang", default="en", show_default=True, metavar="TAG", help="Language of the names shown."
)
json_option = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, or JSON.",
)


vocabulary_option = click.option(
    "--vocabulary",
    default=DATA,
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder like data/. Left out: the built-in vocabulary.",
)
definitions_option = click.option(
    "--definitions/--no-definitions",
    default=True,
    help="Take the definitions of the documents along, each with its source.",
)
partial_option = click.option(
    "--partial",
    is_flag=True,
    help="Take what could be read when something could not, and what may be no glossary.",
)


def output_option(help_text: str) -> Callable[[F], F]:
    """``-o``: where a command writes."""
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.option("-o", "--output", type=kind, help=help_text)


class Commands(click.Group):
    """Commands in the order of the work, and a suggestion for one that is misspelt."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            from ontology.names import did_you_mean

            mend = did_you_mean(args[0], self.commands)
            raise Problem("", f"no command {args[0]!r}", mend, wrong_use=True)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="crm-concepts", prog_name="crm-concepts")
def commands() -> None:
    """Glossaries of CRM terms as one SKOS graph: see it as a map, ask it in SPARQL, pass it on.

    \b
    Start with:
        crm-concepts map --open
        crm-concepts search abandono
        crm-concepts query --name translations --set term=churn
    """


@commands.command()
@vocabulary_option
@output_option("The Turtle file to write. Left out: standard output.")
def build(vocabulary: Path, output: Path | None) -> None:
    """Make SKOS Turtle of a vocabulary folder.

    \b
    Example:
        crm-concepts build --vocabulary data -o crm-concepts.ttl
    """
    from ontology.vocabulary import parse_vocabulary

    _put(_turtle(parse_vocabulary(_vocabulary_files(vocabulary))), output)


@commands.command()
@click.argument("text", metavar="QUERY|FILE.rq", required=False)
@click.option("--name", help="A query that ships; see --list.")
@click.option("--list", "listing", is_flag=True, help="List the queries that ship.")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="Set its parameter.")
@graph_option
@click.option("--lang", metavar="TAG", help="The same as --set lang=TAG.")
@click.option(
    "-f", "--format", "form", help="table, csv, spreadsheet, tsv, json, xml, turtle, markdown."
)
@output_option("The file to write; its suffix gives the format.")
@click.option(
    "--timeout",
    default=30,
    show_default=True,
    type=click.IntRange(1, 86_400),
    help="Seconds a query may take.",
)
@click.option(
    "--limit",
    default=100_000,
    show_default=True,
    type=click.IntRange(1),
    help="Rows to give at most.",
)
def query(
    text: str | None,
    name: str | None,
    listing: bool,
    settings: tuple[str, ...],
    graphs: tuple[Path, ...],
    lang: str | None,
    form: str | None,
    output: Path | None,
    timeout: int,
    limit: int,
) -> None:
    """Ask the graph in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE.

    QUERY is the text of a query, a file that ends in .rq, or - for standard input. The usual
    prefixes (skos, skosxl, dcterms ...) and the graph's own need no declaring. A terminal gets a
    table, a file or a pipe CSV, Turtle or JSON, as the kind of query asks.

    \b
    Examples:
        crm-concepts query 'SELECT ?label WHERE { crm:churn skos:prefLabel ?label }'
        crm-concepts query --name translations --set term=churn
        crm-concepts query --name missing --set lang=it -g glossary.ttl -f markdown
    """
    from graph.named import bind, named_queries, named_query
    from graph.query import query as ask
    from graph.results import default_format, write

    if listing:
        _put(_listed(named_queries()))
        return
    if (text is None) == (name is None):
        raise Problem("query", "give either a QUERY or --name", "see query --help", wrong_use=True)
    named = named_query(name) if name is not None else None
    graph = _open(graphs)
    if named is not None:
        values = _settings(settings) | ({"lang": lang} if lang else {})
        where, text = named.name, bind(named, values, graph.prefixes)
    elif settings or lang:
        raise Problem("query", "--set and --lang go with --name", wrong_use=True)
    else:
        where, text = _query_text(text or "")
    result = ask(graph, text, timeout=timeout, limit=limit, where=where)
    form = form or _format_of(output) or default_format(result, _is_terminal(output))
    _put(write(result, form), output)
    if named is not None and not result.rows and settings:
        given = " and ".join(repr(value) for value in _settings(settings).values())
        _say(f"no rows: is {given} what the graph says? crm-concepts search finds concepts")
    if result.cut:
        _say(f"not the whole answer: {result.cut} (--limit, --timeout)")


@commands.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    default=10,
    show_default=True,
    type=click.IntRange(1),
    help="Concepts to show at most.",
)
@graph_option
@language_option
@json_option
def search(
    words: tuple[str, ...], limit: int, graphs: tuple[Path, ...], lang: str, form: str
) -> None:
    """Find concepts by any of their labels, in any language.

    Accents, case and typing errors are forgiven; the best comes first, with the label that
    matched.

    \b
    Example:
        crm-concepts search tasa de abandno
    """
    from graph.search import hits_json, hits_text
    from graph.search import search as find_all

    hits = find_all(_read(graphs).concepts, " ".join(words), lang, limit)
    if not hits:
        _put("[]\n" if form == "json" else "")
        raise Problem("", f"nothing is called {' '.join(words)!r} or nearly so")
    _put(_json(hits_json(hits, lang)) if form == "json" else hits_text(hits, lang))


@commands.command()
@click.argument("concept")
@graph_option
@language_option
@json_option
def show(concept: str, graphs: tuple[Path, ...], lang: str, form: str) -> None:
    """Show one concept: labels, definition, neighbours, notes, who prints which label.

    CONCEPT is a label in any language, an identifier such as customer-journey, or an IRI.

    \b
    Example:
        crm-concepts show "parcours client" --lang fr
    """
    from graph.search import find
    from graph.show import concept_json, concept_text

    vocabulary = _read(graphs)
    found = find(vocabulary.concepts, concept)
    text = _json(concept_json(found)) if form == "json" else concept_text(found, vocabulary, lang)
    _put(text)


@commands.command()
@click.argument("concept", required=False)
@graph_option
@language_option
@json_option
def tree(concept: str | None, graphs: tuple[Path, ...], lang: str, form: str) -> None:
    """Show the narrower concepts of CONCEPT, or of all top concepts, as a tree.

    An arrow points to the place where a concept with several broader ones stands in full.

    \b
    Example:
        crm-concepts tree sales --lang it
    """
    from graph.search import find
    from graph.tree import tree_json, tree_text

    concepts = _read(graphs).concepts
    root = find(concepts, concept) if concept else None
    _put(
        _json(tree_json(concepts, root, lang))
        if form == "json"
        else tree_text(concepts, root, lang)
    )


@commands.command("map")
@click.argument("files", nargs=-1, metavar="[GRAPH]...", type=click.Path(path_type=Path))
@graph_option
@output_option("The HTML file to write; map.html when left out.")
@click.option("--open", "opening", is_flag=True, help="Open it in the browser.")
@click.option(
    "--lang", default="", metavar="TAG", help="Language it opens in, instead of the reader's."
)
def make_map(
    files: tuple[Path, ...],
    graphs: tuple[Path, ...],
    output: Path | None,
    opening: bool,
    lang: str,
) -> None:
    """Write the concept map: one HTML file that works offline.

    Written again over an earlier map, it leaves every block in its column.

    \b
    Example:
        crm-concepts map -o map.html --open --lang es
    """
    from graph.map.page import columns_of, generate

    output = output or Path("map.html")
    if output.suffix not in (".html", ".htm") and str(output) != "-":
        raise Problem(str(output), "is no name of a page", "end it in .html", wrong_use=True)
    vocabulary = _read([*files, *graphs])
    earlier = output.read_text("utf-8", "replace") if output.is_file() else ""
    _put(generate(vocabulary, lang, columns_of(earlier)), output)
    _say(f"{output}: a map of {len(vocabulary.concepts)} concepts")
    if opening and not _has_screen():
        _say(f"there is no screen here: open {output.resolve()} in a browser")
    elif opening:
        click.launch(output.resolve().as_uri())


@commands.command()
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@output_option("The file to write, .csv or .json. Left out: standard output.")
@click.option("-f", "--format", "form", type=click.Choice(["table", "csv", "json"]))
@click.option("--language", default="", metavar="TAG", help="Language of the documents.")
@click.option("--explain", is_flag=True, help="Show every line, what it was taken for and why.")
@partial_option
def read(
    documents: tuple[Path, ...],
    output: Path | None,
    form: str | None,
    language: str,
    explain: bool,
    partial: bool,
) -> None:
    """Find the terms of glossary documents: text, Markdown, HTML, CSV, XLSX, DOCX, PDF, TBX ...

    What stands where decides what is a name and what a definition; what was left out is said.
    Correct the CSV in a spreadsheet, then give it to align. A document may be - (text from
    standard input).

    \b
    Example:
        crm-concepts read glossary.docx glosario.txt -o terms.csv
    """
    from ontology.read.account import explain_text, terms_table
    from ontology.terms_table import terms_csv, terms_json

    form = form or _terms_format(output)
    _check_output(output, documents)
    readings = _read_documents(documents, language, partial, quiet=explain)
    if explain:
        _put("\n".join(explain_text(reading) for reading in readings), output)
        return
    terms = [term for reading in readings for term in reading.terms]
    writers = {"table": terms_table, "csv": terms_csv, "json": terms_json}
    _put(writers[form](terms), output)


@commands.command("align")
@click.argument(
    "files", nargs=-1, required=True, metavar="TERMS...", type=click.Path(path_type=Path)
)
@vocabulary_option
@output_option("The file of matches to write, .csv or .sssom.tsv. Left out: standard output.")
@click.option("-f", "--format", "form", type=click.Choice(["csv", "sssom"]))
def align_terms(
    files: tuple[Path, ...], vocabulary: Path, output: Path | None, form: str | None
) -> None:
    """Propose which terms are the same concept, as each other and in the vocabulary.

    TERMS are files that read wrote, several documents and languages at once. Each row of the
    matches is a proposal with its score and reasons: set the first column to accept or reject,
    correct the concept where it is wrong, then give the file to merge. The vocabulary may be an
    empty folder.

    \b
    Example:
        crm-concepts align terms.csv --vocabulary data -o matches.csv
    """
    from ontology.align.proposal import align

    terms = _terms(files)
    matches = align(terms, _vocabulary(vocabulary), _dictionaries(terms))
    _put(_matches_text(matches, form or _matches_format(output)), output)
    _say(f"against {_called(vocabulary)}: {_counted(matches)}")


@commands.command("merge")
@click.argument("file", metavar="MATCHES", type=click.Path(path_type=Path))
@vocabulary_option
@definitions_option
@click.option("--dry-run", is_flag=True, help="Show what would change in the files; write nothing.")
def merge_matches(file: Path, vocabulary: Path, definitions: bool, dry_run: bool) -> None:
    """Put decided matches into a vocabulary folder: concepts, labels, sources, groups, links.

    MATCHES is the table that align wrote and a person decided. Nothing is overwritten, every row
    is accounted for, and a second time changes nothing. An empty folder becomes a vocabulary.

    \b
    Example:
        crm-concepts merge matches.csv --vocabulary data --dry-run
    """
    from ontology.documents import new_vocabulary
    from ontology.merge import merge
    from ontology.written import diff_text, write_vocabulary

    matches = _matches(file)
    old = _vocabulary_files(vocabulary)
    start = _vocabulary(vocabulary) if old else new_vocabulary(match.term for match in matches)
    merged = merge(start, matches, definitions)
    new = write_vocabulary(old, merged.vocabulary)
    if dry_run:
        _put(diff_text(old, new))
    else:
        _put_folder(vocabulary, old, new)
        _put(_account(merged))
    done = "nothing is written; it would be" if dry_run else f"{_called(vocabulary)}:"
    _say(f"{done} {merged.summary()}")


@commands.command("import")
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="The Turtle.")
@click.option("--title", default="Glossary", show_default=True, help="What the glossary is called.")
@click.option(
    "--base", default="", metavar="IRI", help="Begins the IRI of every concept; ends in / or #."
)
@click.option("--language", default="", metavar="TAG", help="Language of the documents.")
@click.option(
    "--decided",
    type=click.Path(path_type=Path),
    metavar="MATCHES",
    help="The unsure matches of an earlier import, decided.",
)
@definitions_option
@partial_option
def import_documents(
    documents: tuple[Path, ...],
    output: Path,
    title: str,
    base: str,
    language: str,
    decided: Path | None,
    definitions: bool,
    partial: bool,
) -> None:
    """Make one SKOS graph of glossary documents: read, align, merge, build in one go.

    Certain matches are accepted, everything else becomes a concept of its own; what is unsure is
    written beside the graph as NAME.unsure.csv. Decide there, then import again with --decided.

    \b
    Example:
        crm-concepts import glossary.docx glosario.txt lessico.csv -o glossary.ttl
    """
    from ontology.align.proposal import align
    from ontology.decided import accept_certain, decide, to_decide
    from ontology.documents import EXAMPLE_BASE, new_vocabulary
    from ontology.merge import merge

    base = _base_iri(base) if base else EXAMPLE_BASE
    _check_output(output, documents)
    beside = _unsure_file(output, decided)
    readings = _read_documents(documents, language, partial)
    terms = [term for reading in readings for term in reading.terms]
    start = new_vocabulary(terms, title, base)
    matches = align(terms, start, _dictionaries(terms))
    settled = _matches(decided) if decided is not None else []
    matches = decide(matches, settled)
    merged = merge(start, accept_certain(matches), definitions)
    _put(_turtle(merged.vocabulary), output)
    _say(f"{output}: {merged.summary()}")
    for row in merged.account:
        # What a person decided and cannot be done is never passed over in silence.
        if row.done == "skipped" and row.match.decision == "accept":
            one = row.match
            _say(f"skipped: {one.term.name} {one.relation} {one.concept}: {row.why}")
    unsure = to_decide(matches, settled)
    if unsure and str(output) != "-":
        _put(_matches_text(unsure, "csv"), beside)
        _say(f"{beside}: {_waiting(unsure)} to decide; then import again with --decided")


# --- what commands share ---------------------------------------------------------------------


def _open(graphs: Sequence[Path]) -> Graph:
    from graph.store import open_graph

    return open_graph(list(graphs) or [BUILT_IN])


def _read(graphs: Sequence[Path]) -> Vocabulary:
    from graph.concepts import read_vocabulary

    graph = _open(graphs)
    vocabulary = read_vocabulary(graph.triples())
    if not vocabulary.concepts:
        raise Problem(graph.name, "holds no SKOS concept", "is it the right file?")
    return vocabulary


def _called(folder: Path) -> str:
    return "the built-in vocabulary" if folder == DATA else str(folder)


def _turtle(vocabulary: Vocabulary) -> str:
    from graph.rdf import PREFIXES
    from graph.skos import build
    from graph.turtle import generate

    prefixes = {**PREFIXES, vocabulary.scheme.prefix: vocabulary.scheme.iri}
    return generate(build(vocabulary), prefixes)


def _vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of a folder; an empty one of an empty folder."""
    from ontology.model import ConceptScheme, Vocabulary
    from ontology.vocabulary import parse_vocabulary

    files = _vocabulary_files(folder)
    return parse_vocabulary(files) if files else Vocabulary(ConceptScheme())


def _terms(files: Sequence[Path]) -> list[Term]:
    from ontology.terms_table import parse_terms

    return [term for path in files for term in parse_terms(_sheet_of(path), str(path))]


def _base_iri(given: str) -> str:
    from ontology.scheme import ABSOLUTE_IRI

    if not ABSOLUTE_IRI.fullmatch(given) or given[-1] not in "/#":
        mend = "it begins with https:// and ends in / or #"
        raise Problem(f"--base {given}", "is no base IRI", mend, wrong_use=True)
    return given


def _dictionaries(terms: Sequence[Term]) -> list[Dictionary]:
    """The bilingual dictionaries that are installed and speak two of the terms' languages."""
    from ontology.dictionaries import parse_dictionary, useful, words_of

    found = useful((str(path) for path in DICTIONARIES.glob("freedict-*.index")), terms)
    wanted = words_of(terms) if found else set()
    read = []
    for index in map(Path, found):
        packed, plain = index.with_suffix(".dict.dz"), index.with_suffix(".dict")
        entries = packed if packed.exists() else plain
        if entries.exists():
            name = index.name
            read.append(parse_dictionary(name, index.read_bytes(), entries.read_bytes(), wanted))
    return read


def _matches_format(output: Path | None) -> str:
    return "sssom" if output is not None and output.suffix == ".tsv" else "csv"


def _matches_text(matches: Sequence[Match], form: str) -> str:
    if form == "sssom":
        from ontology.sssom import generate as generate_sssom

        return generate_sssom(matches)
    from ontology.review import generate

    return generate(matches)


def _matches(path: Path) -> list[Match]:
    """The matches of a file that a person edited: CSV, or SSSOM by its end or first line."""
    text = _sheet_of(path)
    if path.name.endswith(".sssom.tsv") or text.startswith("#"):
        from ontology.sssom import parse as parse_sssom

        return parse_sssom(text, str(path))
    from ontology.review import parse

    return parse(text, str(path))


def _account(merged: Merged) -> str:
    """What became of each row, as text."""
    return "".join(
        f"{row.done.ljust(14)} {row.match.relation.ljust(8)} {row.match.term.name} "
        f"({row.match.term.document}) → {row.match.concept}: {row.why}\n"
        for row in merged.account
    )


def _put_folder(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """The texts that changed, into the files of a vocabulary folder."""
    if folder == DATA and not (DATA.parent / "pyproject.toml").exists():
        mend = "give the folder of your vocabulary with --vocabulary"
        raise Problem(str(DATA), "is part of the program", mend, wrong_use=True)
    # The scheme last: until it is there, a folder is no vocabulary.
    for name in sorted(new, key=lambda name: (name == "scheme.yaml", name != "sources.yaml", name)):
        if new[name] != old.get(name):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            _put(new[name], path)


def _waiting(matches: Sequence[Match]) -> str:
    """What a person is asked: which terms may be a known concept, and which links hold."""
    open_rows = [match for match in matches if match.decision == "propose"]
    terms = len({match.term for match in open_rows if match.relation == "same"})
    links = sum(match.relation not in ("same", "new") for match in open_rows)
    told = (f"{terms} term{'s' * (terms != 1)}", f"{links} link{'s' * (links != 1)}")
    return " and ".join(told)


def _counted(matches: Sequence[Match]) -> str:
    """How many proposals of each kind there are, in words."""
    counts = Counter((match.relation, match.decision) for match in matches)
    certain, likely = counts["same", "accept"], counts["same", "propose"]
    links = sum(n for (kind, _), n in counts.items() if kind not in ("same", "new"))
    new = counts["new", "accept"]
    return (
        f"{certain} certain matches, {likely} to decide, "
        f"{new} new concepts; {links} links between concepts proposed"
    )


def _unsure_file(output: Path, decided: Path | None) -> Path:
    """Where an import writes what it is unsure of; Problem when it would undo decisions there."""
    if output.suffix != ".ttl" and str(output) != "-":
        raise Problem(str(output), "is no name of a Turtle file", "end it in .ttl", wrong_use=True)
    if str(output) != "-" and not output.resolve().parent.is_dir():
        raise Problem(str(output), f"there is no folder {output.resolve().parent}", wrong_use=True)
    beside = output.with_suffix(".unsure.csv")
    if decided is None and beside.is_file():
        taken = [match for match in _matches(beside) if match.decision != "propose"]
        if taken:
            mend = f"give it with --decided {beside}, or move it away"
            raise Problem(str(beside), "holds decisions that would be lost", mend)
    return beside


def _check_output(output: Path | None, documents: Sequence[Path]) -> None:
    """Problem for a document that is given twice, or that the result would be written over."""
    given = [path.resolve() for path in documents if str(path) != "-"]
    twice = next((path for path, count in Counter(given).items() if count > 1), None)
    if twice is not None:
        raise Problem(str(twice), "is given twice", "give each document once", wrong_use=True)
    if output is not None and str(output) != "-" and output.resolve() in given:
        raise Problem(str(output), "is one of the documents", "write to another file", True)


def _read_documents(
    documents: Sequence[Path], language: str, partial: bool, quiet: bool = False
) -> list[DocumentRead]:
    """Reads each document, says what was left out; Problem for a part unless ``partial``."""
    from ontology.read.account import summary

    if language and not LANGUAGE.fullmatch(language):
        mend = "write a tag such as en, de or pt-BR"
        raise Problem(f"--language {language}", "is no language tag", mend, wrong_use=True)
    readings, failed = [], False
    for name, path in zip(_names_of(documents), documents, strict=True):
        try:
            reading = _read_apart(path, name, language, doubtful=partial)
        except Problem as problem:
            if len(documents) == 1 or problem.wrong_use:
                raise
            _say(str(problem))
            failed = True
            continue
        failed = failed or reading.partial
        readings.append(reading)
        for said in () if quiet else summary(reading):
            _say(f"{name}: {said}")
    if (failed and not partial) or not readings:
        raise Problem("", "not everything could be read", "--partial takes what could be")
    return readings


def _read_apart(path: Path, name: str, language: str, *, doubtful: bool) -> DocumentRead:
    """Reads one document in a process of its own: some files are made to end no reading."""
    from graph.worker import Limits, run
    from ontology.read.account import pack, unpack
    from ontology.read.document import prepare, read_document

    data = _bytes_of(path, name)
    prepare(name)
    limits = Limits(seconds=60, memory=1_500_000_000, files=64)
    done = run(lambda: [pack(read_document(data, name, language, doubtful=doubtful))], limits, name)
    if done.cut:
        much = "long" if done.cut == "time" else "much room"
        raise Problem(name, f"takes too {much} to read", "give a part of it")
    return unpack(b"".join(done.parts))


def _bytes_of(path: Path, name: str) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read(LARGEST_DOCUMENT + 1)
    if not path.is_file():
        if path.exists():
            raise Problem(name, "is no file", wrong_use=True)
        from graph.store import near_file

        raise Problem(str(path), "no such file", near_file(path), wrong_use=True)
    with path.open("rb") as file:
        data = file.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        what = f"is larger than {LARGEST_DOCUMENT // 1_000_000} MB"
        raise Problem(name, what, "give the part that is the glossary")
    return data


def _names_of(documents: Sequence[Path]) -> list[str]:
    """What each document is called: its file's name, or all of its path where two share one."""
    names = [path.name if str(path) != "-" else "standard input" for path in documents]
    return [
        str(path) if names.count(name) > 1 else name
        for path, name in zip(documents, names, strict=True)
    ]


def _terms_format(output: Path | None) -> str:
    if _is_terminal(output):
        return "table"
    suffix = "" if output is None or str(output) == "-" else output.suffix
    if suffix not in ("", ".csv", ".json", ".txt"):
        raise Problem(
            str(output), f"no terms are written as {suffix}", "end it in .csv or .json", True
        )
    return {".json": "json", ".txt": "table"}.get(suffix, "csv")


def _vocabulary_files(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise Problem(str(folder), "is no folder", wrong_use=True)
    for path in sorted(folder.glob("vocabulary/*")):
        if path.suffix != ".yaml" and not path.name.startswith("."):
            raise Problem(str(path), "is not read", "name it .yaml, or move it elsewhere")
    files: dict[str, str] = {}
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("vocabulary/*.yaml")]):
        files[path.relative_to(folder).as_posix()] = _text_of(path)
    return files


def _text_of(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise Problem(str(path), "is no file", wrong_use=True)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(str(path), "is not UTF-8 text", "save it as UTF-8") from error


def _sheet_of(path: Path) -> str:
    """The text of a table as a spreadsheet program saved it, in whatever encoding."""
    from ontology.read.decode import decode

    if not path.is_file():
        _text_of(path)
    return decode(path.read_bytes(), str(path))


def _query_text(given: str) -> tuple[str, str]:
    """What to call the query in messages, and its text."""
    if given == "-":
        return "standard input", sys.stdin.buffer.read().decode("utf-8-sig")
    if given.endswith(".rq"):
        return given, _text_of(Path(given))
    return "query", given


def _settings(settings: Sequence[str]) -> dict[str, str]:
    for setting in settings:
        if "=" not in setting:
            raise Problem(f"--set {setting}", "is not KEY=VALUE", wrong_use=True)
    return {key: value for key, _, value in (setting.partition("=") for setting in settings)}


def _json(value: object) -> str:
    """JSON that people can read, every script in its own letters."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _listed(queries: Sequence[NamedQuery]) -> str:
    lines = []
    for named in queries:
        lines.append(f"{named.name}\n    {named.title}\n")
        for parameter in named.parameters:
            need = "required" if parameter.required else f"default {parameter.default!r}"
            lines.append(f"    --set {parameter.name}=  {parameter.description} ({need})\n")
    return "".join(lines)


def _format_of(output: Path | None) -> str | None:
    from graph.results import FORMATS

    if output is None or str(output) == "-":
        return None
    # Backwards, so that of two formats with one suffix the first stays.
    suffixes = {form.suffix: name for name, form in reversed(FORMATS.items())}
    suffixes[".json"] = "json"
    if output.suffix not in suffixes:
        from ontology.names import did_you_mean

        mend = did_you_mean(output.suffix, suffixes) or "say which with -f"
        raise Problem(
            str(output), f"no format has the suffix {output.suffix!r}", mend, wrong_use=True
        )
    return suffixes[output.suffix]


def _is_terminal(output: Path | None) -> bool:
    # There may be no standard output at all.
    return output is None and sys.stdout is not None and sys.stdout.isatty()


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _put(text: str, output: Path | None = None) -> None:
    """To standard output, or to a file that is there whole or not at all."""
    if output is None or str(output) == "-":
        from graph.terminal import printable

        try:
            click.echo(printable(text) if _is_terminal(None) else text, nl=False)
        except OSError as error:
            # What is still in the buffer must not fail once more when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            # The reader of a pipe that goes away, as head does, is nothing wrong.
            if not isinstance(error, BrokenPipeError):
                raise Problem("standard output", error.strerror or "not written") from error
        return
    # Of a link the file that it points to; a device or a pipe is written to, never replaced.
    output = output.resolve()
    if output.exists() and not output.is_file():
        output.write_text(text, encoding="utf-8", newline="")
    elif not output.parent.is_dir():
        raise Problem(str(output), f"there is no folder {output.parent}", wrong_use=True)
    else:
        _replace(output, text)


def _replace(output: Path, text: str) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(
        "w",
        encoding="utf-8",
        newline="",
        dir=output.parent,
        prefix=f".{output.name}.",
        delete=False,
    ) as temporary:
        try:
            temporary.write(text)
            temporary.flush()
            os.fsync(temporary.fileno())
            _keep_mode(output, temporary.name)
            Path(temporary.name).replace(output)
        except BaseException:
            Path(temporary.name).unlink(missing_ok=True)
            raise


def _keep_mode(output: Path, temporary: str) -> None:
    """A temporary file is private; the finished one is as readable as any new file."""
    if output.exists():
        mode = output.stat().st_mode
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    Path(temporary).chmod(mode)


def _say(message: str) -> None:
    from graph.terminal import printable

    click.echo(printable(f"crm-concepts: {message}"), err=True)


def _fail(message: str, code: int) -> NoReturn:
    _say(message)
    sys.exit(code)


def main(args: Sequence[str] | None = None) -> None:
    """Run one command. Whatever goes wrong is one message on standard error, and no traceback.

    Exit 0: done. 1: failed, or found nothing. 2: wrong use.
    """
    # What is loaded by now stays to the end: the collector need not look at it, which saves 5 to
    # 8 % of the time of a short command.
    gc.freeze()
    try:
        commands.main(args, prog_name="crm-concepts", standalone_mode=False)
    except Problem as problem:
        _fail(str(problem), 2 if problem.wrong_use else 1)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "crm-concepts"
        _fail(f"{error.format_message()} See {command} --help.", 2)
    except click.ClickException as error:
        _fail(error.format_message(), 1)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped", 130)
    except OSError as error:
        _fail(f"{error.filename or 'file'}: {error.strerror or error}", 1)
    except (MemoryError, RecursionError, UnicodeError) as error:
        _fail(f"this is more than can be read ({type(error).__name__})", 1)
    except Exception as error:
        # A traceback helps those who mend the program: python -X dev shows it.
        if sys.flags.dev_mode:
            raise
        _fail(
            f"an error of the program itself, please report it: {type(error).__name__}: {error}", 1
        )


if __name__ == "__main__":
    main()
