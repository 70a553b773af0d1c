"""PDF with text → lines as they are printed.

ISO 32000-1
(https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf). A page
is letters at places and nothing else: lines, columns, tables and paragraphs are found by where
they stand. Lines count from 1 over all pages; a wide gap between two of them is a blank line.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from ontology.problem import Problem
from ontology.read.decode import check_size
from ontology.read.line import Content
from ontology.read.pdf.columns import printed_lines
from ontology.read.pdf.drawn import Rule, Upright, drawn_lines
from ontology.read.pdf.furniture import furniture
from ontology.read.pdf.lines import lines_of
from ontology.read.pdf.pieces import Budget, Page, read_page
from ontology.read.pdf.printed import Printed, column_lines
from ontology.read.pdf.segments import segments
from ontology.read.pdf.styles import with_names_bold

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500
MOST_CHARACTERS = 5_000_000
OCR = "let a program recognise its letters (OCR) and give the text"

# pypdf tells of each oddity of a file; what matters is a Problem or stands in left_out.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page in the order in which they are read, and its furniture."""

    lines: tuple[Printed, ...]
    furniture: tuple[Printed, ...] = ()


def parse(data: bytes, where: str) -> Content:
    """The lines of a PDF.

    Two columns of text are read one after the other; rows of a table are rows; running heads, feet
    and page numbers are furniture; a larger font is a heading. A page without text is left out and
    named. Problem for what is no PDF, has a password, is damaged, or holds no text at all.
    """
    from pypdf.errors import DependencyError, LimitReachedError

    check_size(data, where)
    try:
        return _content(data, where)
    except Problem:
        raise
    except DependencyError:
        raise Problem(where, "is encrypted", "print it to a new PDF") from None
    except LimitReachedError:
        what = "is larger unpacked than any document needs"
        raise Problem(where, what, "print it to a new PDF, or give its text") from None
    except MemoryError:
        raise Problem(where, "needs too much memory", "print it to a new PDF") from None
    # A parser of damaged files fails in many ways, none of which its caller can tell apart.
    except Exception as error:
        what = f"is no PDF, or a damaged one ({type(error).__name__})"
        raise Problem(where, what, "print it to a new PDF, or give its text") from error


def _content(data: bytes, where: str) -> Content:
    reader = _open(data, where)
    drawn = list(_drawn(reader, where))
    left_out = [
        said for number, page in enumerate(drawn, start=1) for said in _unread(number, page)
    ]
    printed = _printed(drawn)
    lines = tuple(lines_of([page.lines for page in printed], [page.furniture for page in printed]))
    if not any(line.text for line in lines):
        raise Problem(where, "holds no text: its pages may be pictures", OCR)
    return Content(
        lines,
        title=_title(reader),
        language=_language(reader),
        left_out=tuple(left_out),
        partial=any("holds no text" in said or "unknown" in said for said in left_out),
    )


def _open(data: bytes, where: str) -> "PdfReader":
    from pypdf import PasswordType, PdfReader

    if b"%PDF-" not in data[:1024]:
        raise Problem(where, "is no PDF", "give it a name that says what it is")
    reader = PdfReader(BytesIO(data))
    locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    if locked:
        raise Problem(where, "has a password", "save it without one")
    if len(reader.pages) > MOST_PAGES:
        what = f"has more than {MOST_PAGES} pages"
        raise Problem(where, what, "give only the pages with the glossary")
    return reader


def _drawn(reader: "PdfReader", where: str) -> Iterator[Page]:
    """What each page draws, as long as it is not too much together."""
    budget = Budget(where)
    characters = 0
    for page in reader.pages:
        drawn = read_page(page, budget)
        characters += sum(len(piece.text) for piece in drawn.pieces)
        if characters > MOST_CHARACTERS:
            what = f"holds more than {MOST_CHARACTERS:,} characters"
            raise Problem(where, what, "give only the pages with the glossary")
        yield drawn


def _unread(number: int, page: Page) -> Iterator[str]:
    """What stands on a page and cannot be read, in words."""
    text = "".join(piece.text for piece in page.pieces)
    if page.turned > 20:
        yield f"page {number}: {page.turned} letters that do not stand upright"
    if not text.strip() and page.pictures:
        yield f"page {number} holds no text: it may be a picture"
    strange = sum(letter == "\ufffd" or not letter.isprintable() for letter in text)
    if strange * 4 > len(text):
        yield f"page {number}: its letters are unknown, its font does not say what they are"


def _printed(drawn: Sequence[Page]) -> list[PrintedPage]:
    uprights = ([some for some in page.drawn if isinstance(some, Upright)] for page in drawn)
    lines = [drawn_lines(page) for page in uprights]
    pieces = with_names_bold([page.pieces for page in drawn])
    pages = [segments(page, drawn_at) for page, drawn_at in zip(pieces, lines, strict=True)]
    marked = furniture(pages)
    found: list[PrintedPage] = []
    for page, marks, drawn_at, drawing in zip(pages, marked, lines, drawn, strict=True):
        content = [some for some in page if some not in marks]
        known = found[-1].lines[-1].gutter if found and found[-1].lines else None
        rules = [some for some in drawing.drawn if isinstance(some, Rule)]
        printed = printed_lines(content, rules, drawn_at, known)
        around = column_lines([some for some in page if some in marks])
        found.append(PrintedPage(tuple(printed), tuple(around)))
    return found


def _title(reader: "PdfReader") -> str:
    """The title that the document gives itself, unless it is the name of a file."""
    title = reader.metadata.title if reader.metadata else None
    said = str(title or "").strip()
    return "" if "." in said[-6:] or said.lower().startswith("microsoft ") else said


def _language(reader: "PdfReader") -> str:
    said = reader.root_object.get("/Lang", "")
    return str(said) if isinstance(said, str) and len(said) < 36 else ""
