"""What is shown, as a table for a spreadsheet: the same bytes as the command writes."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.rdf import Literal
from graph.results import Result, write

Loader = Callable[..., Callable[..., Any]]

CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10) | st.text(
    st.sampled_from("=+-@\t\r\n＝＋－＠\"',;.0123456789٣é "), max_size=6
)
ROWS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8)
)


@settings(deadline=None)
@given(ROWS)
def test_the_page_and_the_command_write_the_same_table(
    script: Loader, rows: list[list[str]]
) -> None:
    heads = tuple(f"column{number}" for number in range(len(rows[0]) if rows else 1))
    terms = tuple(tuple(Literal(cell) for cell in row) for row in rows)
    whole = script("page/table.js")("toCsv", [heads, *rows])
    assert whole == write(Result("SELECT", heads, terms), "spreadsheet")


@pytest.mark.parametrize("cell", ["=1+1", "+A1", "-A1", "@x", "\tx", "＝x", "-1-1", "+1e5"])
def test_no_cell_is_a_formula(script: Loader, cell: str) -> None:
    assert f"'{cell}" in script("page/table.js")("toCsv", [[cell]])


@pytest.mark.parametrize("cell", ["-12", "+3.5", "0", "", "a=b"])
def test_a_number_stays_a_number_and_text_stays_text(script: Loader, cell: str) -> None:
    assert script("page/table.js")("toCsv", [[cell]]) == f"\ufeff{cell}\r\n"


def test_commas_quotes_and_line_ends_are_read_back(script: Loader) -> None:
    rows = [["a,b", 'say "glim"'], ["two\r\nlines", "é"]]
    whole = script("page/table.js")("toCsv", rows)
    assert list(csv.reader(io.StringIO(whole.removeprefix("\ufeff"), newline=""))) == rows
