"""Documents made to hurt their reader: each ends in one line, in bounded time and memory."""

import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[3]
MEMORY = 1_000_000_000
SECONDS = 40

CHILD = f"""
import json, resource, sys
from importlib import import_module
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from ontology.problem import Problem
from ontology.read.document import FORMATS
form, path = sys.argv[1:]
parse = import_module("ontology.read." + FORMATS[form].module).parse
try:
    lines = parse(Path(path).read_bytes(), "trap").lines
    said = {{"lines": len(lines), "characters": sum(len(line.text) for line in lines)}}
except Problem as problem:
    said = {{"problem": str(problem)}}
print(json.dumps(said))
"""


def read(form: str, data: bytes, folder: Path) -> dict[str, str | int]:
    """What a child process with little memory and time says of a document."""
    file = folder / "trap"
    file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, form, str(file)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert done.stderr == ""
    said: dict[str, str | int] = json.loads(done.stdout)
    return said


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


def related(kind: str, target: str) -> str:
    return (
        f'<Relationships><Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def workbook(sheet: str, front: str = "") -> bytes:
    return package(
        {
            "_rels/.rels": related("officeDocument", "xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels": related("worksheet", "sheet.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/sheet.xml": f'{front}<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
        }
    )


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def noise(count: int) -> str:
    """Numbers that hardly pack, so that no ratio gives the trap away."""
    return "".join(f"<row><c><v>{at * 7919 % 99991}</v></c></row>" for at in range(count))


def word(body: str, front: str = "") -> bytes:
    return package(
        {
            "_rels/.rels": related("officeDocument", "word/document.xml"),
            "word/document.xml": f'{front}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def paragraphs(count: int) -> str:
    numbers = (at * 7919 % 99991 for at in range(count))
    return "".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in numbers)


def laughs(root: str) -> str:
    names = [f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 12)]
    return f'<!DOCTYPE {root} [<!ENTITY a0 "lol">{"".join(names)}]>'


def pdf(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first its catalog."""
    parts = [b"%PDF-1.7\n"]
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = sum(map(len, parts))
    count = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table))
    parts.append(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, start))
    return b"".join(parts)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
FONT = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources " + FONT + b">>>>"


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


def packed(size: int, times: int, filling: bytes) -> bytes:
    content = filling * (size // len(filling))
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/Filter[" + b"/FlateDecode " * times + b"]"
    return pdf(CATALOG, PAGES, PAGE, stream(content, filters))


def form(name: bytes, content: bytes) -> bytes:
    resources = b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<<%s>>>>" % name
    return stream(content, resources)


def forms() -> bytes:
    """Forms that draw each other ten times, nine deep."""
    page = PAGE.replace(b"/Font", b"/XObject<</X 5 0 R>>/Font")
    draws = [form(b"/X %d 0 R" % (6 + at), b"/X Do " * 10) for at in range(9)]
    return pdf(CATALOG, PAGES, page, stream(b"/X Do " * 10), *draws, form(b"", b"n " * 10))


TRAPS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a text of sixty megabytes": ("sheet", lambda: b"Lead,may buy\n" * 4_700_000, "larger than 50"),
    "a sheet of a million rows": ("sheet", lambda: b"Lead,x\n" * 1_000_000, "200,000 rows"),
    "a row of a million cells": ("sheet", lambda: b"x," * 1_000_000, "256 cells"),
    "a cell of ten megabytes": ("sheet", lambda: b'a,"' + b"x" * 10_000_000 + b'"', "32,767"),
    "a workbook of rows": (
        "xlsx",
        lambda: workbook("<sheetData>" + noise(900_000)),
        "200,000 rows",
    ),
    "a workbook of empty rows": (
        "xlsx",
        lambda: workbook("<sheetData>" + noise(150_000) + "<row/>" * 1_100_000),
        "more rows than",
    ),
    "a workbook of cells": (
        "xlsx",
        lambda: workbook("<sheetData><row>" + "<c><v>1</v></c>" * 1_500_000 + "</row></sheetData>"),
        "times its size",
    ),
    "a row of sixteen thousand columns": (
        "xlsx",
        lambda: workbook("<sheetData><row>" + "<c><v>1</v></c>" * 16_000 + "</row></sheetData>"),
        "256 columns",
    ),
    "a text of three hundred megabytes": (
        "xlsx",
        lambda: workbook("<sheetData><row>" + cell("A1", "x" * 300_000_000) + "</row></sheetData>"),
        "unpacks to",
    ),
    "merged cells over merged cells": (
        "xlsx",
        lambda: workbook(
            f"<sheetData>{noise(100_000)}</sheetData>" + '<mergeCell ref="A1:C1048576"/>' * 100_000
        ),
        "cover one another",
    ),
    "entities in a workbook": ("xlsx", lambda: workbook("&a11;", laughs("worksheet")), "DOCTYPE"),
    "elements in elements": ("xlsx", lambda: workbook("<a>" * 100_000), "nested deeper"),
    "two million paragraphs": ("docx", lambda: word("<w:p/>" * 2_000_000), "times its size"),
    "paragraphs that hardly pack": ("docx", lambda: word(paragraphs(250_000)), "paragraphs"),
    "entities in a Word document": ("docx", lambda: word("&a11;", laughs("w:document")), "DOCTYPE"),
    "an entity from a file": (
        "docx",
        lambda: word("&x;", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "DOCTYPE",
    ),
    "entities in a TBX": (
        "tbx",
        (laughs("tbx") + "<tbx>&a11;</tbx>").encode,
        "an entity",
    ),
    "one entity many times": (
        "tbx",
        lambda: b'<!DOCTYPE tbx [<!ENTITY a "%s">]><tbx>' % (b"x" * 100_000) + b"&a;" * 20_000,
        "an entity",
    ),
    "a TBX of deep elements": ("tbx", lambda: b"<tbx>" + b"<a>" * 10_000_000, "nested deeper"),
    "a TBX of many elements": ("tbx", lambda: b"<tbx>" + b"<a/>" * 5_500_000, "too many"),
    "a page packed twice": (
        "pdf",
        lambda: packed(400_000_000, 2, b"BT " * 1000),
        "larger unpacked",
    ),
    "a page packed once": ("pdf", lambda: packed(60_000_000, 1, b"(x) Tj "), "larger unpacked"),
    "forms in forms": ("pdf", forms, "operations"),
    "a length that is its own": (
        "pdf",
        lambda: pdf(CATALOG, PAGES, PAGE, b"<</Length 4 0 R>>stream\nBT ET\nendstream"),
        "",
    ),
    "pages in a ring": ("pdf", lambda: pdf(CATALOG, b"<</Type/Pages/Count 1/Kids[2 0 R]>>"), ""),
    "a thousand pages": (
        "pdf",
        lambda: pdf(
            CATALOG,
            b"<</Type/Pages/Count 1000/Kids[" + b"3 0 R " * 1000 + b"]>>",
            PAGE,
            stream(b"BT ET"),
        ),
        "more than 500 pages",
    ),
    "arrays in arrays": ("pdf", lambda: pdf(CATALOG, PAGES, PAGE, stream(b"[" * 900_000)), ""),
    "a page of letters": (
        "pdf",
        lambda: pdf(
            CATALOG, PAGES, PAGE, stream(b"BT /F1 9 Tf " + b"(%s)' " % (b"x" * 9_000) * 600)
        ),
        "5,000,000 characters",
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_ends_in_one_line(name: str, tmp_path: Path) -> None:
    form, make, expected = TRAPS[name]
    said = read(form, make(), tmp_path)
    problem = str(said.get("problem", ""))
    assert problem.startswith("trap")
    assert expected in problem
    assert "\n" not in problem
    assert len(problem) < 300


BOUNDED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "one cell in the farthest corner": (
        "xlsx",
        lambda: workbook(
            '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">'
            + cell("XFD1048576", "far")
            + "</row></sheetData>"
        ),
    ),
    "forty megabytes of quotation marks": ("sheet", lambda: b'"x\n' * 60_000),
    "nested elements of a page": (
        "html",
        lambda: b"<dl>" + b"<div>" * 100_000 + b"<dt>Lead<dd>may buy" + b"</div>" * 100_000,
    ),
    "a page of many small letters": (
        "pdf",
        lambda: pdf(
            CATALOG,
            PAGES,
            PAGE,
            stream(b"BT /F1 9 Tf " + b"1 1 Td (x) Tj 3 -2 Td (y) Tj " * 25_000),
        ),
    ),
}


@pytest.mark.parametrize("name", BOUNDED)
def test_what_is_only_odd_is_read_in_bounds(name: str, tmp_path: Path) -> None:
    form, make = BOUNDED[name]
    said = read(form, make(), tmp_path)
    assert int(said.get("lines", 0)) > 0, said
