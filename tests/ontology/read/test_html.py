"""A page becomes the lines that its reader sees, each where it stands in the source."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.problem import Problem
from ontology.read.html.document import MOST_TAGS, parse
from ontology.read.line import Content, Line, Role


def read(source: str) -> Content:
    return parse(source.encode(), "page.html")


def lines(source: str) -> tuple[Line, ...]:
    return read(source).lines


def texts(source: str) -> list[str]:
    return [line.text for line in lines(source)]


def of(source: str, name: str) -> list[Any]:
    return [getattr(line, name) for line in lines(source)]


def content(source: str) -> list[str]:
    return [line.text for line in lines(source) if line.role is not Role.FURNITURE]


def test_a_block_is_a_line_that_says_where_it_begins_and_ends() -> None:
    source = "<h1>Honey</h1>\r\n<p>\r\n  Bees make\r\n  it.\r\n</p>\r\n<p>Really.</p>"
    assert lines(source) == (
        Line(1, "Honey", heading=1),
        Line(3, "Bees make it.", last=4),
        Line(6, "Really."),
    )


def test_lines_end_at_a_lone_carriage_return_too() -> None:
    assert of("<p>one\r<p>two\r<p>three", "number") == [1, 2, 3]


def test_names_and_definitions_of_a_list_stay_what_they_are() -> None:
    source = """<dl>
<dt>Skep<dt>Straw hive
<dd><p>A basket for bees.<p>Out of use.
<dd>Also its shape.
</dl><p>After."""
    term, definition = Role.TERM, Role.DEFINITION
    assert [(line.number, line.role, line.text) for line in lines(source)] == [
        (2, term, "Skep"),
        (2, term, "Straw hive"),
        (3, definition, "A basket for bees."),
        (3, definition, "Out of use."),
        (4, definition, "Also its shape."),
        (5, Role.TEXT, "After."),
    ]


def test_a_list_within_a_definition_brings_no_terms() -> None:
    source = "<dl><dt>Hive<dd>Has parts:<dl><dt>Floor<dd>below</dl><dt>Comb<dd>Of wax.</dl>"
    named = [line.text for line in lines(source) if line.role is Role.TERM]
    assert named == ["Hive", "Comb"]


def test_a_line_break_ends_a_line_and_two_make_a_blank_one() -> None:
    assert texts("<p><b>Hive</b><br>A box.<br><br><b>Comb</b><br/>Wax.") == [
        "Hive",
        "A box.",
        "",
        "Comb",
        "Wax.",
    ]


@pytest.mark.parametrize(
    ("block", "bold"),
    [
        ("<p><b>Hive</b>: a box", "Hive"),
        ("<p><strong>Hive:</strong> a box", "Hive:"),
        ("<p><b>Queen</b> <b>bee</b>, the mother", "Queen bee"),
        ("<p><span><strong>Hive</strong></span> a box", "Hive"),
        ("<p><dfn>Hive</dfn> is a box", "Hive"),
        ("<p><em>Hive</em> – a box", "Hive"),
        ("<p><span style='font-weight: 700'>Hive</span> a box", "Hive"),
        ("<p><span class=term>Hive</span> a box", "Hive"),
        ("<p><span class=x12>Hive</span> a box", "Hive"),
        ("<p><b>Hive</b>", "Hive"),
        ("<div class='card__title'>Hive</div>", "Hive"),
        ("<p>A <b>hive</b> is a box", ""),
        ("<p><em>All in italics, a motto.</em>", ""),
        ("<p><span class=c1>All of a paragraph.</span>", ""),
        ("<b style='font-weight:normal'><p>Pasted from an editor.</b>", ""),
    ],
)
def test_what_is_set_apart_at_the_beginning_is_told(block: str, bold: str) -> None:
    assert of(block, "bold") == [bold]


def test_two_spans_that_style_sets_apart_are_two_words() -> None:
    source = "<div><span class=name>Drone</span><span class=what>Male bee.</span></div>"
    assert lines(source) == (Line(1, "Drone Male bee.", bold="Drone"),)


def test_items_have_the_marks_that_a_browser_shows() -> None:
    source = """<ol start=3><li>c<li value=7>g<li>h</ol><ul><li>dot<ul><li>in it</ul></ul>
<ol reversed start=2><li>two<li>one</ol><ol type=a><li>first</ol><ol type=I start=4><li>fourth"""
    assert of(source, "bullet") == ["3.", "7.", "8.", "•", "•", "2.", "1.", "a.", "IV."]
    assert of(source, "indent") == [0, 0, 0, 0, 2, 0, 0, 0, 0]


def test_only_the_first_line_of_an_item_has_its_mark() -> None:
    source = "<ol><li><h3>Smoker</h3><p>It calms.</p></li></ol>"
    assert of(source, "bullet") == ["1.", ""]
    assert of(source, "heading") == [3, 0]


def test_letters_of_links_are_counted() -> None:
    assert of("<p>See <a href=#hive>Hive</a> and <a name=x>here</a>", "linked") == [4]


def test_entities_and_invisible_characters_stay_for_those_who_clean() -> None:
    source = "<p>Caf&eacute; &amp; bee&shy;hive&nbsp;wax &#8211; &#x1F41D; &bogus; AT&T"
    assert texts(source) == ["Café & bee\u00adhive\u00a0wax – 🐝 &bogus; AT&T"]


def test_rows_have_cells_with_what_reaches_into_them() -> None:
    page = read("""<table><caption>Hive parts</caption>
<thead><tr><th>Part<th>Is</thead>
<tr><td rowspan=2>Frame<td>holds comb
<tr><td>moves
<tr><td colspan=2>Outside
<tr><th scope=row>Roof<td>keeps<br>dry
</table>""")
    assert [(line.number, line.cells, line.head) for line in page.lines] == [
        (2, ("Part", "Is"), True),
        (3, ("Frame", "holds comb"), False),
        (4, ("Frame", "moves"), False),
        (5, ("Outside", ""), False),
        (6, ("Roof", "keeps\ndry"), False),
    ]
    assert {(line.role, line.table, line.under) for line in page.lines} == {
        (Role.ROW, 1, "Hive parts")
    }
    assert page.lines[4].bold == "Roof"
    assert page.lines[1].text == "Frame\tholds comb"
    assert page.repaired == ("a cell over several rows is repeated in each (line 3)",)


def test_a_table_that_is_all_head_cells_has_no_heads() -> None:
    row = "<tr><th>Frame<th>holds comb"
    assert of(f"<table>{row * 5}</table>", "head") == [False] * 5


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    assert of("<table><tr><td><h2>Hive</h2><p>A box.</table>", "role") == [Role.TEXT, Role.TEXT]
    assert lines("<table role=presentation><tr><td>A<td>B</table>")[1].cells == ()
    around = "<table><tr><td>Menu<td><table><tr><td>Hive<td>box<tr><td>Wax<td>stuff</table></table>"
    assert of(around, "table") == [0, 2, 2]


def test_each_table_has_a_number_of_its_own() -> None:
    table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert of(table * 2, "table") == [1, 1, 2, 2]


def test_cells_and_rows_that_nobody_closes_end_where_a_browser_ends_them() -> None:
    source = "<table><tr><td>a<p>x<td><ul><li>b<li>c<tr><td>d<td>e</table>"
    assert of(source, "cells") == [("a\nx", "b\nc"), ("d", "e")]


def test_folded_parts_are_names_with_definitions() -> None:
    fold = "<details><summary>{}</summary><p>{}</p><p>More.</p></details>"
    source = fold.format("Swarm", "A colony that leaves.") + fold.format("Cast", "A later one.")
    assert of(source, "role") == [Role.TERM, Role.DEFINITION, Role.DEFINITION] * 2


def test_the_only_folded_part_of_a_page_defines_nothing() -> None:
    source = "<p>Text.<details><summary>Transcript</summary>Bees hum.</details>"
    assert [(line.role, line.bold) for line in lines(source)] == [
        (Role.TEXT, ""),
        (Role.TEXT, "Transcript"),
        (Role.TEXT, ""),
    ]


def test_folded_parts_that_hold_entries_are_groups() -> None:
    group = "<details><summary>{}</summary><dl><dt>{}<dd>Its text.</dl></details>"
    source = group.format("A–M", "Brood") + group.format("N–Z", "Nectar")
    assert [line.text for line in lines(source) if line.role is Role.TERM] == ["Brood", "Nectar"]


ENTRIES = "".join(f"<h3>Word {n}</h3><p>What the word {n} means, at length.</p>" for n in range(9))


@pytest.mark.parametrize(
    "part",
    [
        "<nav>{}</nav>",
        "<footer>{}</footer>",
        "<aside>{}</aside>",
        "<form>{}</form>",
        "<header>{}</header>",
        "<div role=navigation>{}</div>",
        "<div class='main-nav'>{}</div>",
        "<div id=cookieBanner>{}</div>",
        "<section class='related_posts'>{}</section>",
        "<div class='share'><ul><li>{}</ul></div>",
        "<button>{}</button>",
    ],
)
def test_what_frames_the_page_is_furniture(part: str) -> None:
    page = lines(part.format("Not of it") + f"<main>{ENTRIES}</main>")
    assert [line.text for line in page if line.role is Role.FURNITURE] == ["Not of it"]


def test_a_caption_is_furniture_unless_captions_are_the_page() -> None:
    figure = "<figure><img src=x><figcaption>{}</figcaption></figure>"
    assert "A bee" not in content(figure.format("A bee") + ENTRIES)
    assert content(figure.format("Bee: it hums") + figure.format("Wax: it melts"))


@pytest.mark.parametrize(
    "part",
    [
        "<article><header>{}</header></article>",
        "<div class='downloads'>{}</div>",
        "<div class='lead-article'>{}</div>",
        "<h2 class='nav-title'>{}</h2>",
        "<main class='has-sidebar'>{}</main>",
        "<button aria-expanded=false>{}</button>",
    ],
)
def test_words_that_only_look_like_it_make_no_furniture(part: str) -> None:
    assert "Of it" in content(part.format("Of it") + ENTRIES)


@pytest.mark.parametrize("part", ["<form>{}</form>", "<div class='content-sidebar-wrap'>{}</div>"])
def test_what_holds_most_of_the_page_is_no_furniture(part: str) -> None:
    page = part.format(ENTRIES + "<div class=social>Like us</div>") + "<p>Bye.</p>"
    assert len(content(page)) == 19
    assert "Like us" not in content(page)


def test_a_definition_list_in_a_sidebar_is_content() -> None:
    listed = "".join(f"<dt>Word{n}<dd>text" for n in range(3))
    assert "Word1" in content(f"<aside><dl>{listed}</dl></aside>{ENTRIES}")


def test_a_menu_of_links_is_furniture_however_long_it_is() -> None:
    menu = "".join(f"<li><a href=/{n}>Page number {n} of ours</a>" for n in range(200))
    assert content(f"<div class=menu><ul>{menu}</ul></div><p>Text.") == ["Text."]


def test_hidden_text_is_left_out_and_named() -> None:
    page = read(f"""<p>Seen.</p>
<div style="display: none">Not seen.</div>
<p aria-hidden="true">Neither.</p><p>Go<span class=sr-only> (new window)</span></p>
<noscript>Switch it on.</noscript><script>var a = "<p>no</p>"</script><style>p {{}}</style>
<h2>H<a class=headerlink href=#h>¶</a></h2>{ENTRIES}""")
    assert [line.text for line in page.lines[:3]] == ["Seen.", "Go", "H"]
    assert page.left_out == (
        "hidden text (lines 2, 3): “Not seen.”",
        "marks of the page (line 5): “¶”",
        "text for screen readers (line 3): “(new window)”",
        "text in <noscript> (line 4): “Switch it on.”",
    )


def test_what_is_hidden_until_it_is_unfolded_is_read() -> None:
    panel = "<button aria-expanded=false>{0}</button><div class=accordion-panel hidden>{0}s.</div>"
    assert texts(panel.format("Bee") + panel.format("Wasp")) == ["Bee", "Bees.", "Wasp", "Wasps."]


def test_a_page_that_is_all_hidden_until_its_script_runs_is_read() -> None:
    assert len(texts(f"<div style='visibility:hidden'>{ENTRIES}</div>")) == 18


def test_preformatted_text_keeps_its_lines() -> None:
    source = f"{ENTRIES}<pre>\nlet\n  it\n\nbe\n</pre>"
    code = [line for line in lines(source) if line.role is Role.CODE]
    assert [(line.number, line.indent, line.text) for line in code] == [
        (2, 0, "let"),
        (3, 2, "it"),
        (4, 0, ""),
        (5, 0, "be"),
    ]


def test_a_page_that_is_all_preformatted_is_text() -> None:
    assert of("<pre>Hive: a box\nComb: wax</pre>", "role") == [Role.TEXT, Role.TEXT]


def test_languages_and_title_are_told() -> None:
    page = read(
        "<html lang=de_at><head><title> Bienen &amp;\n Wachs</title><body><p>Stock"
        "<p lang=en>hive<p><span lang=fr>ruche</span><p lang=de-AT>Wabe"
    )
    assert (page.title, page.language) == ("Bienen & Wachs", "de-AT")
    assert [line.language for line in page.lines] == ["", "en", "fr", ""]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "windows-1251"),
        ("<meta http-equiv=Content-Type content='text/html; charset=shift_jis'>", "shift_jis"),
        ("<meta charset=iso-8859-1>", "windows-1252"),
        ("<meta charset=windows-1252>", "utf-8"),
        ("<meta charset=windows-1252>", "utf-8-sig"),
        ("<meta charset=utf-8>", "utf-16"),
    ],
)
def test_the_page_says_its_encoding_unless_its_bytes_say_another(head: str, encoding: str) -> None:
    word = {"windows-1251": "Пчела и улей", "shift_jis": "ミツバチの巣"}.get(
        encoding, "Größe – naïve"
    )
    page = parse(f"{head}<p>{word}".encode(encoding), "page.html")
    assert page.lines[0].text == word


@pytest.mark.parametrize("source", ["<p>a<!-- <p>b -->c", "<p>a<![if !x]>c<![endif]>"])
def test_comments_are_no_text(source: str) -> None:
    assert texts(source) == ["ac"]


def test_100_000_elements_within_each_other_are_read() -> None:
    assert texts("<dl>" + "<div>" * 100_000 + "deep") == ["deep"]


@pytest.mark.parametrize(
    "source",
    ["<div>" * 50_000 + "</p>" * 50_000, "x<!--" * 100_000, "<a " * 100_000, "<p title='" * 9999],
)
def test_tags_that_nobody_closes_end_with_the_page(source: str) -> None:
    assert len(lines(source)) <= 1


def test_a_page_out_of_all_measure_is_refused() -> None:
    with pytest.raises(Problem, match="tags") as raised:
        read("<b>x" * MOST_TAGS)
    assert raised.value.where == "page.html"


def test_cells_over_many_rows_do_not_multiply_the_page() -> None:
    wide = "<td rowspan=65000>" + "long " * 100
    page = lines("<table><tr>" + wide * 200 + "<tr><td>a" * 2000)
    assert sum(len(line.text) for line in page) < 3_000_000


PARTS = (
    *("<p>", "</p>", "<b>", "</b>", "<dl>", "<dt>", "<dd>", "</dl>", "<ul>", "<ol>", "<li>"),
    *("</ul>", "<table>", "<tr>", "<td>", "<th>", "</table>", "</td>", "<caption>", "<details>"),
    *("<summary>", "</details>", "<nav>", "</nav>", "<br>", "<pre>", "</pre>", "<h2>", "</h2>"),
    *("<h3>", "<a href=x>", "</a>", "<svg>", "<x/>", "</svg>", "word", " ", "&amp;", "&#0;", "\n"),
    *("<", ">", "<!--", "-->", "<div hidden>", "</div>", "<td rowspan=3>", "<td colspan=2>"),
    *("<title>", "<textarea>", "<li value=2>", "<button>", "<dd lang=de>", "\t", "<caption>"),
)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(PARTS),
        max_size=40,
    )
)
def test_any_tags_in_any_order_are_read(parts: list[str]) -> None:
    source = "x" + "".join(parts)
    for line in lines(source):
        assert 1 <= line.number <= line.end <= source.count("\n") + 1
        assert line.text.startswith(line.bold)
        assert line.text.strip() == line.text or line.role is Role.ROW
        assert line.role is not Role.ROW or line.text == "\t".join(line.cells)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_are_a_problem(data: bytes) -> None:
    try:
        assert isinstance(parse(data, "page.html"), Content)
    except Problem as problem:
        assert problem.where == "page.html"
