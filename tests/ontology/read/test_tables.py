"""Which column of a table holds names and which texts is told by what stands in them."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ontology.read.layout.leads import Lead
from ontology.read.layout.tables import Table, read_tables
from ontology.read.line import Line, Role

NAMES = ("Axle", "Bell", "Chain", "Dynamo", "Fork", "Saddle")
TEXTS = (
    "The rod around which a wheel turns.",
    "What rings when someone stands in the way.",
    "A loop of links that carries the power to the wheel behind.",
    "A small machine that makes light out of turning.",
    "What holds the wheel in front and turns with the bar.",
    "The part of a bicycle on which its rider sits.",
)
GERMAN = ("Achse", "Klingel", "Kette", "Dynamo", "Gabel", "Sattel")


def rows(*cells: Sequence[str], head: int = 0, table: int = 1) -> list[Line]:
    return [
        Line(
            number,
            "\t".join(one),
            role=Role.ROW,
            cells=tuple(one),
            head=number <= head,
            table=table,
        )
        for number, one in enumerate(cells, start=1)
    ]


def only(lines: Sequence[Line]) -> Table:
    (table,) = read_tables(lines)
    return table


def said(table: Table) -> list[tuple[str, str]]:
    return [(lead.name, lead.rest) for lead in table.leads]


PAIRS = list(zip(NAMES, TEXTS, strict=True))


def test_names_beside_their_texts() -> None:
    assert said(only(rows(*PAIRS))) == PAIRS


def test_texts_before_their_names() -> None:
    assert said(only(rows(*[(text, name) for name, text in PAIRS]))) == PAIRS


def test_a_header_is_no_entry_whether_the_format_says_so_or_not() -> None:
    for head in (0, 1):
        table = only(rows(("Term", "Meaning"), *PAIRS, head=head))
        assert said(table) == PAIRS
        assert table.other_rows == {0: "the header of a table"}


def test_a_title_over_the_header() -> None:
    table = only(rows(("Words of a bicycle", ""), ("Term", "Meaning"), *PAIRS))
    assert said(table) == PAIRS
    assert set(table.other_rows) == {0, 1}


def test_rows_over_entries_are_groups() -> None:
    lines = rows(("WHEELS", ""), *PAIRS[:3], ("THE REST", ""), *PAIRS[3:])
    table = only(lines)
    assert said(table) == PAIRS
    assert [lead.group for lead in table.leads] == ["WHEELS"] * 3 + ["THE REST"] * 3


def test_a_column_of_numbers() -> None:
    table = only(rows(*[(str(n), *pair) for n, pair in enumerate(PAIRS, start=1)]))
    assert said(table) == PAIRS
    assert [lead.number for lead in table.leads] == list("123456")


def test_a_column_of_names_in_another_language() -> None:
    table = only(rows(*[(n, g, t) for n, g, t in zip(NAMES, GERMAN, TEXTS, strict=True)]))
    assert said(table) == PAIRS
    assert [lead.others for lead in table.leads] == [(name,) for name in GERMAN]


def test_a_column_of_groups() -> None:
    groups = ["Wheels"] * 3 + ["Frame"] * 3
    table = only(rows(*[(g, n, t) for g, (n, t) in zip(groups, PAIRS, strict=True)]))
    assert said(table) == PAIRS
    assert [lead.group for lead in table.leads] == groups


def test_a_text_that_goes_on_in_the_next_row_begins_no_entry() -> None:
    lines = rows(*PAIRS[:2], ("", "It is loud."), *PAIRS[2:])
    table = only(lines)
    assert [lead.name for lead in table.leads] == list(NAMES)
    assert 2 not in table.other_rows


def test_the_name_of_the_sheet_is_the_group() -> None:
    lines = [
        Line(n, "\t".join(p), role=Role.ROW, cells=p, table=1, under="Parts")
        for n, p in enumerate(PAIRS, 1)
    ]
    assert {lead.group for lead in only(lines).leads} == {"Parts"}


def test_a_table_of_figures_holds_no_names() -> None:
    assert read_tables(rows(*[(str(2000 + n), str(40 * n), str(7 * n)) for n in range(8)])) == ()


def test_lines_that_are_no_rows_are_none() -> None:
    assert read_tables([Line(1, "Axle"), Line(2, "Bell")]) == ()
    assert read_tables([]) == ()


CELLS = st.sampled_from(["", "Axle", "Bell", "7", *TEXTS[:2], "Wörter", "a b c d e f g h"])


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=25))
def test_any_rows_are_entries_or_told_why_not(cells: list[list[str]]) -> None:
    lines = rows(*cells)
    for table in read_tables(lines):
        places = [lead.at for lead in table.leads]
        assert places == sorted(set(places))
        assert not set(places) & set(table.other_rows)
        assert all(isinstance(lead, Lead) and lead.name for lead in table.leads)
