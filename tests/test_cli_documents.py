"""Journeys from glossary documents to a vocabulary and a graph, through the command line."""

import csv
import json
import os
import pty
import shutil
import subprocess
import sys
import time
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from fpdf import FPDF

import cli
from ontology.terms_table import parse_terms

HOUSE = Path(__file__).parent.parent

TENTS = """Words of a campsite

1. Awning
A roof of cloth that is fixed to the side of a caravan. It keeps rain off the table.

2. Groundsheet
The floor of a tent. It keeps the damp of the meadow away from those who sleep.

3. Guy rope
A line that runs from the tent to a peg. It holds the cloth against the wind.

4. Peg
A pin of metal or wood that is driven into the ground. A rope or a loop of the tent hangs on it.

5. Pitch
The place on which one tent or one caravan may stand. Some have power and water.

6. Porch
The part of a tent in front of where one sleeps. Boots and rucksacks stay in it overnight.
"""

ZELT = (
    ("Abspannleine", "Eine Schnur vom Zelt zum Hering, die das Tuch gegen den Wind hält."),
    ("Hering", "Ein Stift aus Metall oder Holz, der in den Boden geschlagen wird."),
    ("Innenzelt", "Der Teil des Zelts, in dem man schläft und der die Mücken abhält."),
    ("Stellplatz", "Der Platz, auf dem ein Zelt oder ein Wohnwagen stehen darf."),
    ("Vorzelt", "Ein Dach aus Tuch, das an der Seite eines Wohnwagens befestigt wird."),
    ("Zeltboden", "Der Boden des Zelts, der die Feuchtigkeit der Wiese abhält."),
)

TENTE = (
    ("Auvent", "Toit de toile que l’on fixe sur le côté d’une caravane et qui abrite la table."),
    ("Emplacement", "Lieu où une tente ou une caravane peut rester pendant le séjour."),
    ("Hauban", "Corde qui va de la tente à la sardine et qui tient la toile contre le vent."),
    ("Sardine", "Tige de métal ou de bois que l’on enfonce dans le sol avec un maillet."),
    ("Tapis de sol", "Fond de la tente qui protège les dormeurs de l’humidité du pré."),
)

COOKING = (
    ("Billy", "A light pot with a handle of wire that hangs over the fire."),
    ("Burner", "The part of a stove at which the gas comes out and is lit."),
    ("Cartridge", "A small bottle of gas that is screwed to the stove and thrown away when empty."),
    ("Spork", "A spoon with the teeth of a fork, which saves a piece of cutlery."),
    ("Windshield", "A wall of thin metal that keeps the wind away from the flame."),
)

CRM = """Words of our sales team: a glossary

Churn rate: The share of customers who leave in a given period of time, such as a month or a year.

Customer relationship management (CRM): The strategy and the software with which a company keeps
track of its customers and contacts.

Lead: A person or company that has shown interest in what we sell and left an address, so that
sales can follow up.

Sales funnel: The steps that a buyer takes from first contact with a company to the purchase.

Upselling: Selling a customer a more expensive version of a product than the one asked for.

Zorbing index: A made-up figure that says how far our customers roll downhill in a clear ball.
"""


def crm(*words: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, str(HOUSE / "cli.py"), *map(str, words)],
        cwd=HOUSE,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONIOENCODING": "utf-8"},
    )
    out, said = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return subprocess.CompletedProcess(done.args, done.returncode, out, said)


def worked(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    assert done.returncode == 0, done.stderr
    return done


def failed(done: subprocess.CompletedProcess[str], code: int) -> str:
    """The one line of a command that failed and printed nothing."""
    assert done.returncode == code, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stdout == ""
    return done.stderr


def on_terminal(*words: str | Path) -> bytes:
    """What is sent to a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, str(HOUSE / "cli.py"), *map(str, words)]
    process = subprocess.Popen(command, cwd=HOUSE, stdout=theirs, stderr=theirs)
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
    return shown


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def word_document(entries: tuple[tuple[str, str], ...], title: str) -> bytes:
    """A DOCX: a title, then a bold name and its text in each paragraph."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    body = f"<w:p><w:r><w:t>{title}</w:t></w:r></w:p>" + "".join(
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{name}</w:t></w:r>"
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
        for name, text in entries
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
        )
    return made.getvalue()


def page(entries: tuple[tuple[str, str], ...], language: str) -> bytes:
    """A web page with navigation, a definition list and a foot."""
    listed = "".join(f"<dt>{name}</dt><dd>{text}</dd>" for name, text in entries)
    return (
        f'<!DOCTYPE html><html lang="{language}"><title>Petit lexique</title>'
        "<nav><a href='/'>Accueil</a> <a href='/prix'>Tarifs</a></nav>"
        f"<main><h1>Petit lexique</h1><dl>{listed}</dl></main>"
        "<footer>© Camping du Lac</footer></html>"
    ).encode()


def printed(entries: tuple[tuple[str, str], ...], password: str = "") -> bytes:
    pdf = FPDF(format="A4")
    if password:
        pdf.set_encryption("owner", password)
    pdf.add_page()
    for name, text in entries:
        pdf.set_font("Helvetica", size=11)
        pdf.multi_cell(0, 6, f"**{name}**: {text}", markdown=True, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(3)
    return bytes(pdf.output())


@pytest.fixture(scope="module")
def campsite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five kinds of document in three languages."""
    folder = tmp_path_factory.mktemp("campsite")
    (folder / "tents.txt").write_text(TENTS, encoding="utf-8")
    (folder / "zelt.docx").write_bytes(word_document(ZELT, "Wörter vom Zeltplatz"))
    (folder / "tente.html").write_bytes(page(TENTE, "fr"))
    (folder / "cooking-glossary.pdf").write_bytes(printed(COOKING))
    table = "Begriff;Bedeutung\n" + "".join(
        f'{name};"{text}"\n'
        for name, text in (
            ("Biwak", "Eine Nacht im Freien ohne Zelt, oft weil der Weg zu lang war."),
            ("Kocher", "Ein Gerät, auf dem man unterwegs eine Mahlzeit erwärmt."),
            ("Schlafsack", "Eine Hülle mit Federn oder Fasern, in der man schläft."),
            ("Stirnlampe", "Eine Leuchte, die man am Kopf trägt, damit die Hände frei sind."),
        )
    )
    (folder / "nacht-glossar.csv").write_text(table, encoding="cp1252")
    return folder


# --- read ------------------------------------------------------------------------------------


def test_read_writes_a_table_that_a_spreadsheet_opens(campsite: Path, tmp_path: Path) -> None:
    out = tmp_path / "terms.csv"
    done = worked(crm("read", campsite / "tents.txt", "-o", out))
    assert done.stdout == ""
    found = rows(out.read_text(encoding="utf-8"))
    assert [row["name"] for row in found] == [
        "Awning",
        "Groundsheet",
        "Guy rope",
        "Peg",
        "Pitch",
        "Porch",
    ]
    assert found[2]["definition"].startswith("A line that runs from the tent to a peg.")
    assert (found[2]["number"], found[2]["line_start"], found[2]["line_end"]) == ("3", "9", "10")
    assert {row["document"] for row in found} == {"tents.txt"}


def test_read_writes_json_with_the_fields_of_a_term(campsite: Path, tmp_path: Path) -> None:
    out = tmp_path / "terms.json"
    worked(crm("read", campsite / "tents.txt", "-o", out))
    first = json.loads(out.read_text(encoding="utf-8"))[0]
    assert first == {
        "name": "Awning",
        "other_names": [],
        "definition": "A roof of cloth that is fixed to the side of a caravan. "
        "It keeps rain off the table.",
        "language": "en",
        "group": "",
        "number": "1",
        "see": [],
        "line_start": 3,
        "line_end": 4,
        "document": "tents.txt",
        "translations": [],
    }


def test_a_pipe_gets_csv_and_a_terminal_a_table(campsite: Path) -> None:
    piped = worked(crm("read", campsite / "tents.txt"))
    assert rows(piped.stdout)[0]["name"] == "Awning"
    table = worked(crm("read", campsite / "tents.txt", "-f", "table"))
    shown = on_terminal("read", campsite / "tents.txt").decode().replace("\r\n", "\n")
    assert table.stdout in shown
    assert "Guy rope" in shown
    assert not shown.startswith("name,")


def test_read_says_what_it_found_and_what_it_left_out(campsite: Path) -> None:
    said = worked(crm("read", campsite / "tents.txt")).stderr
    assert all(line.startswith("crm-concepts: tents.txt: ") for line in said.splitlines())
    assert "6 terms, en" in said
    assert "line 1" in said
    assert "«Words of a campsite»" in said


def test_several_documents_are_read_in_the_order_given(campsite: Path) -> None:
    documents = [
        campsite / name for name in ("zelt.docx", "tents.txt", "nacht-glossar.csv", "tente.html")
    ]
    done = worked(crm("read", *documents, "-f", "json"))
    terms = json.loads(done.stdout)
    assert list(dict.fromkeys((term["document"], term["language"]) for term in terms)) == [
        ("zelt.docx", "de"),
        ("tents.txt", "en"),
        ("nacht-glossar.csv", "de"),
        ("tente.html", "fr"),
    ]
    assert [term["name"] for term in terms if term["language"] == "fr"] == [n for n, _ in TENTE]
    texts = {term["name"]: term["definition"] for term in terms}
    assert texts["Hering"] == dict(ZELT)["Hering"]
    assert texts["Schlafsack"].startswith("Eine Hülle mit Federn")


def test_a_document_from_standard_input() -> None:
    done = worked(crm("read", "-", "-f", "json", stdin=TENTS.encode()))
    assert [term["name"] for term in json.loads(done.stdout)][:2] == ["Awning", "Groundsheet"]


def test_the_language_that_is_given_is_that_of_the_terms(campsite: Path) -> None:
    done = worked(crm("read", campsite / "cooking-glossary.pdf", "--language", "en", "-f", "json"))
    terms = json.loads(done.stdout)
    assert [term["name"] for term in terms] == [name for name, _ in COOKING]
    assert {term["language"] for term in terms} == {"en"}


def test_explain_shows_every_line_and_the_explanations_that_were_weighed(campsite: Path) -> None:
    said = worked(crm("read", campsite / "tents.txt", "--explain")).stdout
    places = [said.index(line) for line in TENTS.splitlines() if line]
    assert places[1:] == sorted(places[1:])
    assert "Explanations weighed:" in said
    assert "number" in said.partition("Lines:")[0]
    assert "before the first entry" in said


def test_what_is_left_of_a_reading_that_failed_in_part(campsite: Path, tmp_path: Path) -> None:
    out, noise = tmp_path / "terms.csv", tmp_path / "noise.txt"
    noise.write_bytes(bytes(range(256)) * 40)
    done = crm("read", campsite / "tents.txt", noise, "-o", out)
    assert done.returncode == 1
    assert "noise.txt" in done.stderr
    assert "--partial" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()
    done = worked(crm("read", campsite / "tents.txt", noise, "-o", out, "--partial"))
    assert "noise.txt" in done.stderr
    assert len(rows(out.read_text(encoding="utf-8"))) == 6


# --- bad input -------------------------------------------------------------------------------


def bomb() -> bytes:
    made = BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(260):
            part.write(bytes(1_000_000))
    return made.getvalue()


LOCKED = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512) + "EncryptedPackage".encode("utf-16-le")

BAD: dict[str, tuple[str, bytes, str]] = {
    "binary": ("noise.txt", bytes(range(256)) * 40, "text"),
    "a picture": ("scan.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
    "a PDF under another name": ("book.txt", printed(COOKING), ".pdf"),
    "empty": ("empty.txt", b"", ""),
    "blank": ("blank.txt", b" \n\n \t\n", ""),
    "an empty sheet": ("empty.csv", b"", ""),
    "an empty Word document": ("empty.docx", word_document((), ""), ""),
    "a Word document that is none": ("fake.docx", b"Awning: a roof of cloth.\n", "Word"),
    "an Excel sheet that is none": ("fake.xlsx", b"PK\x03\x04 and no more", ""),
    "a Word document with a password": ("locked.docx", LOCKED, "password"),
    "a PDF with a password": ("locked.pdf", printed(COOKING, "secret"), "password"),
    "a damaged PDF": ("cut.pdf", printed(COOKING)[:700], ""),
    "a bomb": ("bomb.docx", bomb(), ""),
    "no glossary": (
        "story.txt",
        b"On Tuesday the council voted to rebuild the bridge. Eleven were in favour and two were\n"
        b"against, and one had gone home because of the snow that had been falling since noon.\n",
        "glossary",
    ),
    "a page without text": ("page.html", b"<html><nav><a href='/'>Home</a></nav></html>", ""),
}


@pytest.mark.parametrize(("name", "data", "word"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_line_with_the_name_of_the_file(
    name: str, data: bytes, word: str, tmp_path: Path
) -> None:
    file, out = tmp_path / name, tmp_path / "terms.csv"
    file.write_bytes(data)
    began = time.monotonic()
    said = failed(crm("read", file, "-o", out), 1)
    assert name in said
    assert word in said
    assert not out.exists()
    assert time.monotonic() - began < 10


def test_more_than_50_mb_are_refused_before_they_are_read(tmp_path: Path) -> None:
    file, out = tmp_path / "all.txt", tmp_path / "all.ttl"
    with file.open("wb") as made:
        made.truncate(60_000_000)
    said = failed(crm("import", file, "-o", out), 1)
    assert "all.txt" in said
    assert "50 MB" in said
    assert not list(tmp_path.glob("*.ttl"))


def test_a_file_that_is_not_there_a_folder_and_an_unknown_format_are_wrong_use(
    tmp_path: Path,
) -> None:
    missing = crm("read", tmp_path / "none.txt")
    assert "none.txt" in failed(missing, missing.returncode)
    assert missing.returncode
    assert "is no file" in failed(crm("read", tmp_path), 2)
    strange = tmp_path / "words.mp3"
    strange.write_bytes(b"ID3")
    assert "words.mp3" in failed(crm("read", strange), 2)
    assert ".png" in failed(crm("read", strange, "-o", tmp_path / "terms.png"), 2)


def test_a_failing_import_leaves_the_old_graph_alone(tmp_path: Path) -> None:
    out, story = tmp_path / "glossary.ttl", tmp_path / "story.txt"
    out.write_text("# mine\n", encoding="utf-8")
    story.write_text("Once upon a time there was no glossary here at all.\n", encoding="utf-8")
    failed(crm("import", story, "-o", out), 1)
    assert out.read_text(encoding="utf-8") == "# mine\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["glossary.ttl", "story.txt"]


# --- what a document tries -------------------------------------------------------------------


def test_text_of_a_document_cannot_drive_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "words.html"
    listed = "".join(
        f"<dt>{name}\u202e</dt><dd>{text} \x1b]0;owned\x07\x9b31m</dd>" for name, text in COOKING
    )
    file.write_text(f"<p>\x1b[2J hello</p><dl>{listed}</dl>", encoding="utf-8")
    for option in ("--partial", "--explain"):
        shown = on_terminal("read", file, option).decode("utf-8")
        assert "Burner" in shown
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


def test_a_formula_in_a_name_is_harmless_in_the_table_and_comes_back(tmp_path: Path) -> None:
    sheet, out = tmp_path / "functions-glossary.csv", tmp_path / "terms.csv"
    sheet.write_text(
        "Function,Meaning\n"
        "=SUM,Adds up all the numbers of a range of cells and shows the total.\n"
        "=AVERAGE,Adds up the numbers and divides them by how many there are.\n"
        "@today,Gives the day on which the sheet is looked at and changes every night.\n"
        "+rate,Gives what has to be paid each month for a loan of a given length.\n"
        "count,Says how many cells of a range hold a number and nothing else.\n",
        encoding="utf-8",
    )
    worked(crm("read", sheet, "-o", out))
    text = out.read_text(encoding="utf-8")
    assert not [row["name"] for row in rows(text) if row["name"][:1] in "=+-@\t\r"]
    names = [term.name for term in parse_terms(text, "terms.csv")]
    assert names == ["=SUM", "=AVERAGE", "@today", "+rate", "count"]


# --- align and merge -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def crm_terms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crm")
    (folder / "crm.txt").write_text(CRM, encoding="utf-8")
    worked(crm("read", folder / "crm.txt", "-o", folder / "terms.csv"))
    return folder / "terms.csv"


@pytest.fixture(scope="module")
def crm_matches(crm_terms: Path) -> Path:
    out = crm_terms.with_name("matches.csv")
    done = worked(crm("align", crm_terms, "-o", out))
    assert "1 new concepts" in done.stderr
    return out


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of our vocabulary."""
    shutil.copytree(HOUSE / "data", tmp_path / "data")
    return tmp_path / "data"


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_align_with_an_empty_folder_makes_every_term_a_new_concept(
    crm_terms: Path, tmp_path: Path
) -> None:
    done = worked(crm("align", crm_terms, "--vocabulary", tmp_path))
    found = rows(done.stdout)
    assert [row["term"] for row in found if row["relation"] == "new"] == [
        "Churn rate",
        "Customer relationship management",
        "Lead",
        "Sales funnel",
        "Upselling",
        "Zorbing index",
    ]
    assert not [row for row in found if row["relation"] == "same"]
    assert not list(tmp_path.iterdir())


def test_align_finds_the_concepts_of_our_vocabulary_and_says_why(crm_matches: Path) -> None:
    found = rows(crm_matches.read_text(encoding="utf-8"))
    same = {row["term"]: row["concept"] for row in found if row["relation"] == "same"}
    assert same["Lead"] == "lead"
    assert same["Churn rate"] == "churn"
    assert same["Customer relationship management"] == "customer-relationship-management"
    assert [row["term"] for row in found if row["relation"] == "new"] == ["Zorbing index"]
    for row in found:
        assert row["reasons"]
        assert 0 < float(row["score"]) <= 1
        assert row["definition"]
    lead = next(row for row in found if row["term"] == "Lead" and row["relation"] == "same")
    assert lead["concept label"] == "lead"
    assert lead["concept definition"]


def test_align_takes_json_and_several_files(campsite: Path, tmp_path: Path) -> None:
    tents, zelt = tmp_path / "tents.json", tmp_path / "zelt.csv"
    worked(crm("read", campsite / "tents.txt", "-o", tents))
    worked(crm("read", campsite / "zelt.docx", "-o", zelt))
    (tmp_path / "empty").mkdir()
    done = worked(crm("align", tents, zelt, "--vocabulary", tmp_path / "empty"))
    documents = {row["document"] for row in rows(done.stdout)}
    assert documents == {"tents.txt", "zelt.docx"}


def test_align_names_the_line_of_a_mistake_in_the_terms(crm_terms: Path, tmp_path: Path) -> None:
    bad = tmp_path / "terms.csv"
    text = crm_terms.read_text(encoding="utf-8").replace(",3,3,crm.txt", ",three,3,crm.txt")
    bad.write_text(text, encoding="utf-8")
    said = failed(crm("align", bad), 1)
    assert "terms.csv" in said
    assert "three" in said


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_table_that_a_spreadsheet_saved_in_its_own_encoding_is_read(
    encoding: str, tmp_path: Path
) -> None:
    old = tmp_path / "old.csv"
    old.write_bytes("name;definition\nAção;É o que se faz depois\n".encode(encoding))
    assert "Ação" in worked(crm("align", old)).stdout


def test_an_import_neither_undoes_decisions_nor_passes_them_over(
    imported: tuple[Path, str], tmp_path: Path
) -> None:
    out, _ = imported
    text = out.with_suffix(".unsure.csv").read_text(encoding="utf-8")
    again = tmp_path / "again.ttl"
    beside = again.with_suffix(".unsure.csv")
    beside.write_text(text.replace("propose,", "accept,", 1), encoding="utf-8")
    names = ("tents.txt", "zelt.docx", "tente.html", "nacht-glossar.csv", "cooking-glossary.pdf")
    documents = [out.parent / name for name in names]
    said = failed(crm("import", *documents, "-o", again), 1)
    assert "holds decisions" in said
    assert "--decided" in said
    assert not again.exists()
    row = rows(text)[0]
    decided = tmp_path / "decided.csv"
    lines = text.splitlines(keepends=True)
    decided.write_text(
        lines[0] + lines[1].replace("propose,", "accept,", 1).replace(row["concept"], "no-such"),
        encoding="utf-8",
    )
    beside.unlink()
    done = crm("import", *documents, "-o", again, "--decided", decided)
    assert "skipped: " in done.stderr
    assert "no-such" in done.stderr


def test_an_import_writes_turtle_and_knows_language_tags(tmp_path: Path, campsite: Path) -> None:
    assert "end it in .ttl" in failed(crm("import", campsite, "-o", tmp_path / "x.rdf"), 2)
    assert "is no language tag" in failed(crm("read", campsite, "--language", "a b"), 2)


def test_a_dry_run_shows_what_would_change_and_changes_nothing(
    crm_matches: Path, data: Path
) -> None:
    before = contents(data)
    done = worked(crm("merge", crm_matches, "--vocabulary", data, "--dry-run"))
    added = [line for line in done.stdout.splitlines() if line.startswith("+")]
    assert any("zorbing-index" in line for line in added)
    assert contents(data) == before


def test_a_merge_is_shown_as_its_dry_run_and_a_second_one_changes_nothing(
    crm_matches: Path, data: Path
) -> None:
    before = contents(data)
    done = worked(crm("merge", crm_matches, "--vocabulary", data))
    after = contents(data)
    assert after != before
    assert after.keys() >= before.keys()
    found = rows(crm_matches.read_text(encoding="utf-8"))
    assert len(done.stdout.splitlines()) == len(found)
    assert "Zorbing index (crm.txt)" in done.stdout
    again = worked(crm("merge", crm_matches, "--vocabulary", data))
    assert contents(data) == after
    assert len(again.stdout.splitlines()) == len(found)
    dry = worked(crm("merge", crm_matches, "--vocabulary", data, "--dry-run"))
    assert dry.stdout == ""
    turtle = data.parent / "new.ttl"
    worked(crm("build", "--vocabulary", data, "-o", turtle))
    shown = worked(crm("show", "Zorbing index", "-g", turtle)).stdout
    assert "roll downhill" in shown
    assert "crm.txt" in shown


def test_a_merge_loses_no_line_of_the_vocabulary(crm_matches: Path, data: Path) -> None:
    before = contents(data)
    worked(crm("merge", crm_matches, "--vocabulary", data))
    after = contents(data)
    for name, content in before.items():
        missing = set(content.decode().splitlines()) - set(after[name].decode().splitlines())
        assert not missing, name


def test_a_merge_without_definitions_brings_none(crm_matches: Path, data: Path) -> None:
    worked(crm("merge", crm_matches, "--vocabulary", data, "--no-definitions"))
    text = "".join(path.read_text(encoding="utf-8") for path in data.rglob("*.yaml"))
    assert "zorbing-index" in text
    assert "roll downhill" not in text
    assert "so that sales can follow up" not in text


def test_what_a_person_rejects_does_not_come_in(crm_matches: Path, data: Path) -> None:
    edited = data.parent / "edited.csv"
    lines = crm_matches.read_text(encoding="utf-8").splitlines(keepends=True)
    edited.write_text(
        "".join(
            line.replace("accept,new", "reject,new") if "Zorbing" in line else line
            for line in lines
        ),
        encoding="utf-8",
    )
    done = worked(crm("merge", edited, "--vocabulary", data))
    assert "zorbing-index" not in "".join(
        path.read_text(encoding="utf-8") for path in data.rglob("*.yaml")
    )
    assert "Zorbing index" in done.stdout


def test_a_decision_that_is_none_is_named_with_its_line_and_nothing_is_written(
    crm_matches: Path, data: Path
) -> None:
    before = contents(data)
    edited = data.parent / "edited.csv"
    text = crm_matches.read_text(encoding="utf-8").replace(
        "accept,same,Upselling", "acept,same,Upselling"
    )
    edited.write_text(text, encoding="utf-8")
    said = failed(crm("merge", edited, "--vocabulary", data), 1)
    assert "edited.csv" in said
    assert "acept" in said
    assert contents(data) == before


def test_an_empty_folder_becomes_a_vocabulary(crm_terms: Path, tmp_path: Path) -> None:
    folder, matches = tmp_path / "mine", tmp_path / "matches.csv"
    folder.mkdir()
    worked(crm("align", crm_terms, "--vocabulary", folder, "-o", matches))
    worked(crm("merge", matches, "--vocabulary", folder))
    turtle = tmp_path / "mine.ttl"
    worked(crm("build", "--vocabulary", folder, "-o", turtle))
    shown = worked(crm("show", "CRM", "-g", turtle)).stdout
    assert shown.startswith("Customer relationship management\n")


def test_matches_go_out_as_sssom_and_come_back(crm_terms: Path, data: Path) -> None:
    out = data.parent / "matches.sssom.tsv"
    worked(crm("align", crm_terms, "--vocabulary", data, "-o", out))
    assert "subject_id" in out.read_text(encoding="utf-8")
    worked(crm("merge", out, "--vocabulary", data))
    after = contents(data)
    assert any(b"zorbing-index" in content for content in after.values())


# --- import ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def imported(campsite: Path) -> tuple[Path, str]:
    """One graph of five kinds of document in three languages, and what was said."""
    out = campsite / "campsite.ttl"
    names = ("tents.txt", "zelt.docx", "tente.html", "nacht-glossar.csv", "cooking-glossary.pdf")
    documents = [campsite / name for name in names]
    began = time.monotonic()
    done = worked(crm("import", *documents, "-o", out, "--title", "Campsite"))
    assert time.monotonic() - began < 10
    return out, done.stderr


def test_one_command_makes_one_graph_of_many_documents(imported: tuple[Path, str]) -> None:
    out, said = imported
    assert str(out) in said
    text = out.read_text(encoding="utf-8")
    assert "skos:ConceptScheme" in text
    assert '"Campsite"' in text
    for label in ('"Awning"@en', '"Hering"@de', '"Sardine"@fr', '"Schlafsack"@de', '"Spork"@en'):
        assert label in text, label


def test_show_query_and_map_work_on_what_was_imported(imported: tuple[Path, str]) -> None:
    out, _ = imported
    shown = worked(crm("show", "Stellplatz", "-g", out, "--lang", "de")).stdout
    assert shown.startswith("Stellplatz\n")
    assert "zelt.docx" in shown
    asked = "SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE { ?c a skos:Concept ; skos:definition ?d }"
    count = int(worked(crm("query", asked, "-g", out)).stdout.split()[-1])
    assert 15 <= count <= 26
    beside = out.with_suffix(".html")
    worked(crm("map", out, "-o", beside))
    assert "Abspannleine" in beside.read_text(encoding="utf-8")


def test_every_label_of_an_import_says_which_document_printed_it(
    imported: tuple[Path, str],
) -> None:
    asked = """SELECT DISTINCT ?title WHERE {
        ?label a skosxl:Label ; dcterms:source ?source . ?source dcterms:title ?title }"""
    found = worked(crm("query", asked, "-g", imported[0])).stdout.split()[1:]
    assert len(found) == 5
    without = "SELECT ?c WHERE { ?c a skos:Concept FILTER NOT EXISTS { ?c dcterms:source ?s } }"
    assert worked(crm("query", without, "-g", imported[0])).stdout.split() == ["c"]


def test_the_same_import_gives_the_same_bytes(imported: tuple[Path, str], tmp_path: Path) -> None:
    out, _ = imported
    again = tmp_path / "campsite.ttl"
    names = ("tents.txt", "zelt.docx", "tente.html", "nacht-glossar.csv", "cooking-glossary.pdf")
    worked(
        crm("import", *(out.parent / name for name in names), "-o", again, "--title", "Campsite")
    )
    assert again.read_bytes() == out.read_bytes()


def test_import_without_definitions(campsite: Path, tmp_path: Path) -> None:
    out = tmp_path / "bare.ttl"
    worked(crm("import", campsite / "tents.txt", "-o", out, "--no-definitions"))
    text = out.read_text(encoding="utf-8")
    assert '"Awning"@en' in text
    assert "skos:definition" not in text


def test_a_base_that_is_none_is_wrong_use(campsite: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.ttl"
    said = failed(crm("import", campsite / "tents.txt", "-o", out, "--base", "camp"), 2)
    assert "--base camp" in said
    assert not out.exists()


def test_what_was_decided_counts_in_the_next_import(
    imported: tuple[Path, str], tmp_path: Path
) -> None:
    out, said = imported
    unsure = out.with_suffix(".unsure.csv")
    assert str(unsure) in said
    text = unsure.read_text(encoding="utf-8")
    found = rows(text)
    assert {row["decision"] for row in found} == {"propose"}
    rope = next(row for row in found if row["relation"] == "related" and row["term"] == "Guy rope")
    decided, again = tmp_path / "decided.csv", tmp_path / "again.ttl"
    lines = [
        line.replace("propose,", "accept,", 1) if rope["definition"] in line else line
        for line in text.splitlines(keepends=True)
        if line.startswith(("\ufeff", "decision")) or ",related,Guy rope," in line
    ]
    decided.write_text("".join(lines), encoding="utf-8")
    names = ("tents.txt", "zelt.docx", "tente.html", "nacht-glossar.csv", "cooking-glossary.pdf")
    worked(crm("import", *(out.parent / n for n in names), "-o", again, "--decided", decided))
    asked = """ASK { ?a skos:prefLabel "Guy rope"@en ; skos:related ?b }"""
    assert json.loads(worked(crm("query", asked, "-g", out)).stdout)["boolean"] is False
    assert json.loads(worked(crm("query", asked, "-g", again)).stdout)["boolean"] is True
    left = rows(again.with_suffix(".unsure.csv").read_text(encoding="utf-8"))
    # What is decided stays in the table: with it the next import comes to the same.
    assert [row["term"] for row in left if row["decision"] == "accept"] == ["Guy rope"]
    assert sum(row["decision"] == "propose" for row in left) == len(found) - 1
    kept = tmp_path / "kept.ttl"
    own = again.with_suffix(".unsure.csv")
    worked(crm("import", *(out.parent / n for n in names), "-o", kept, "--decided", own))
    assert kept.read_bytes() == again.read_bytes()


def test_an_error_of_the_program_itself_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("of all things")

    monkeypatch.setattr(cli.commands, "main", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main(["read", "x.txt"])
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        "crm-concepts: an error of the program itself, please report it: "
        "ValueError: of all things\n"
    )
