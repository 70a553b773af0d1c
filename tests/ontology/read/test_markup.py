"""Glossaries in AsciiDoc, LaTeX and reStructuredText become the lines that their reader sees."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.problem import Problem
from ontology.read.asciidoc import document as asciidoc
from ontology.read.latex import document as latex
from ontology.read.line import Content, Line, Role
from ontology.read.marked import MOST_CHARACTERS
from ontology.read.rst import document as rst

Parse = Callable[[bytes, str], Content]
TERM, DEFINITION, TEXT, ROW = Role.TERM, Role.DEFINITION, Role.TEXT, Role.ROW
CODE, FURNITURE = Role.CODE, Role.FURNITURE


def read(parse: Parse, source: str) -> Content:
    return parse(source.encode(), "words")


def lines(parse: Parse, source: str) -> list[Line]:
    """The lines with text in them."""
    return [line for line in read(parse, source).lines if line.text]


def adoc(source: str) -> list[Line]:
    return lines(asciidoc.parse, source)


def tex(source: str) -> list[Line]:
    return lines(latex.parse, source)


def rest(source: str) -> list[Line]:
    return lines(rst.parse, source)


def told(some: list[Line]) -> list[tuple[Any, ...]]:
    """Where each line begins and ends, what it is, what it says."""
    return [(line.number, line.end, line.role, line.text) for line in some]


# AsciiDoc


def test_asciidoc_names_stand_before_their_definitions() -> None:
    source = """[glossary]
[[hop]]Hop:: A flower
that makes beer bitter.
+
It keeps it, too.
Wort::
Sweet wort::
  What is boiled.

Lees::

What is left.

No part of it.
"""
    assert told(adoc(source)) == [
        (2, 2, TERM, "Hop"),
        (2, 3, DEFINITION, "A flower that makes beer bitter."),
        (5, 5, DEFINITION, "It keeps it, too."),
        (6, 6, TERM, "Wort"),
        (7, 7, TERM, "Sweet wort"),
        (8, 8, DEFINITION, "What is boiled."),
        (10, 10, TERM, "Lees"),
        (12, 12, DEFINITION, "What is left."),
        (14, 14, TEXT, "No part of it."),
    ]


def test_asciidoc_lists_and_blocks_within_a_definition_belong_to_it() -> None:
    source = """Mash:: Grain and water.
* malt
* water
+
--
Stirred.

Twice.
--
Step::: A part of it.
Wort:: What runs off.
"""
    got = adoc(source)
    assert [line.text for line in got if line.role is TERM] == ["Mash", "Wort"]
    assert [line.bullet for line in got if line.text in {"malt", "water"}] == ["•", "•"]
    assert {line.role for line in got if line.text in {"malt", "Twice.", "A part of it."}} == {
        DEFINITION
    }
    assert next(line for line in got if line.text == "Step").bold == "Step"


def test_asciidoc_what_a_plus_joins_to_an_item_ends_where_the_next_one_begins() -> None:
    got = adoc("* *Hop* – a flower\n+\nIt is dried.\n* *Wort* – sweet\n")
    assert [(line.text, line.bold) for line in got] == [
        ("Hop – a flower", "Hop"),
        ("It is dried.", ""),
        ("Wort – sweet", "Wort"),
    ]


def test_asciidoc_headings_have_levels_and_the_first_is_the_title() -> None:
    source = "= Brewing\nA. Writer <a@b.c>\n:lang: pt-br\n\n== Words\n\nMore\n----\n\n=== Hops\n"
    page = read(asciidoc.parse, source)
    headings = [(line.number, line.heading, line.text) for line in page.lines if line.heading]
    assert headings == [(1, 1, "Brewing"), (5, 2, "Words"), (7, 2, "More"), (10, 3, "Hops")]
    assert (page.title, page.language) == ("Brewing", "pt-BR")
    assert page.lines[1].role is FURNITURE


@pytest.mark.parametrize(
    ("source", "text", "bold", "linked"),
    [
        ("*Hop*: a flower", "Hop: a flower", "Hop", 0),
        ("_Hop_ is a flower", "Hop is a flower", "Hop", 0),
        ("[.term]#Hop# a `flower`", "Hop a flower", "", 0),
        ("See <<hop,the hop>> and <<sweet_wort>>", "See the hop and sweet wort", "", 17),
        ("https://a.b/c[Beer] and xref:x.adoc#hop[Hop]", "Beer and Hop", "", 7),
        ('a^2^ H~2~O "`so`" {nbsp}', "a2 H2O so \u00a0", "", 0),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name", "", 0),
        ("Beer&#8217;s foam -- white", "Beer’s foam — white", "", 0),
        ("Hopfootnote:[Not here.] ((bine))", "Hop bine", "", 0),
    ],
)
def test_asciidoc_marks_go(source: str, text: str, bold: str, linked: int) -> None:
    (line,) = adoc(source)
    assert (line.text, line.bold, line.linked) == (text, bold, linked)


def test_asciidoc_attributes_stand_for_their_values() -> None:
    assert adoc(":beer: Pils\n\nA {beer} is {cold}.")[0].text == "A Pils is {cold}."


def test_asciidoc_tables_have_rows() -> None:
    source = """.Parts
[cols="1,2",options="header"]
|===
|Name |Use

|Tun
|Holds
the mash

.2+|Paddle |Stirs
|Rests
2+|Both
|===
"""
    got = adoc(source)
    assert [(line.number, line.end, line.cells, line.head) for line in got] == [
        (4, 4, ("Name", "Use"), True),
        (6, 8, ("Tun", "Holds the mash"), False),
        (10, 10, ("Paddle", "Stirs"), False),
        (11, 11, ("Paddle", "Rests"), False),
        (12, 12, ("Both", ""), False),
    ]
    assert {(line.role, line.table, line.under) for line in got} == {(ROW, 1, "Parts")}


def test_asciidoc_tables_of_values_between_commas_have_rows() -> None:
    got = adoc(',===\nHop,"A flower, bitter"\nWort,Sweet\n,===\n')
    assert [line.cells for line in got] == [("Hop", "A flower, bitter"), ("Wort", "Sweet")]


def test_asciidoc_comments_go_and_code_is_code() -> None:
    source = "// no\nYes.\n\n////\nno\n\nno\n////\n\n----\nlet it\n----\n\nNOTE: Cold.\n"
    assert told(adoc(source)) == [
        (2, 2, TEXT, "Yes."),
        (11, 11, CODE, "let it"),
        (14, 14, TEXT, "Cold."),
    ]


def test_asciidoc_says_what_it_cannot_read() -> None:
    page = read(asciidoc.parse, "Words:\n\ninclude::more.adoc[]\n")
    assert page.partial
    assert page.left_out == ("an included file (line 3): more.adoc[]",)


def test_asciidoc_items_are_counted() -> None:
    got = adoc(". one\n. two\n.. under\n. three\n")
    assert [(line.bullet, line.indent) for line in got] == [
        ("1.", 0),
        ("2.", 0),
        ("1.", 2),
        ("3.", 0),
    ]


# LaTeX


def test_latex_entries_of_the_glossaries_packages_are_names_and_definitions() -> None:
    source = r"""\newglossaryentry{hop}{
  name={Hop},
  plural={Hops},
  description={A \emph{flower}, see \gls{wort}.

  It is dried.},
  see=[see also]{wort}
}
\longnewglossaryentry*{wort}{name=Wort}{%
  What is boiled.
}
\newacronym{ibu}{IBU}{International Bitterness Unit}
\newabbreviation[description={How dark it is}]{ebc}{EBC}{European Brewery Convention}
"""
    assert told(tex(source)) == [
        (2, 2, TERM, "Hop"),
        (4, 4, DEFINITION, "A flower, see Wort."),
        (6, 6, DEFINITION, "It is dried."),
        (7, 7, DEFINITION, "→ Wort"),
        (9, 9, TERM, "Wort"),
        (10, 10, DEFINITION, "What is boiled."),
        (12, 12, TERM, "IBU"),
        (12, 12, TERM, "International Bitterness Unit"),
        (13, 13, TERM, "EBC"),
        (13, 13, TERM, "European Brewery Convention"),
        (13, 13, DEFINITION, "How dark it is"),
    ]


def test_latex_entries_in_the_preamble_are_read_and_the_rest_of_it_is_not() -> None:
    source = r"""\documentclass[11pt,ngerman]{article}
\newcommand{\beer}[1]{Beer: #1}
% \newglossaryentry{no}{name=No,description=no}
\newglossaryentry{hop}{name=Hopfen,description=Bl\"ute}
\title{Vom \textbf{Bier}}
\begin{document}
\section*{W\"orter}\label{words}
Text.
\end{document}
Nothing.
"""
    page = read(latex.parse, source)
    assert [line.text for line in page.lines if line.text] == ["Hopfen", "Blüte", "Wörter", "Text."]
    assert (page.title, page.language) == ("Vom Bier", "de")


def test_latex_description_lists_are_names_with_definitions() -> None:
    source = r"""\begin{description}[style=nextline]
\item[Hop] A flower
  that is bitter.

  It is dried.
  \begin{itemize}
    \item cones
    \item pellets
  \end{itemize}
\item[\textbf{Wort}:] \hfill \\ Sweet.
\item[{Yeast [top]}] Lives.
\item[Foam\\
Head] Stands.
\end{description}
Then.
"""
    got = tex(source)
    assert told(got) == [
        (2, 2, TERM, "Hop"),
        (2, 3, DEFINITION, "A flower that is bitter."),
        (5, 5, DEFINITION, "It is dried."),
        (7, 7, DEFINITION, "cones"),
        (8, 8, DEFINITION, "pellets"),
        (10, 10, TERM, "Wort:"),
        (10, 10, DEFINITION, "Sweet."),
        (11, 11, TERM, "Yeast [top]"),
        (11, 11, DEFINITION, "Lives."),
        (12, 12, TERM, "Foam"),
        (13, 13, TERM, "Head"),
        (13, 13, DEFINITION, "Stands."),
        (15, 15, TEXT, "Then."),
    ]
    assert [line.bullet for line in got[3:5]] == ["•", "•"]


@pytest.mark.parametrize(
    ("source", "text", "bold"),
    [
        (r"\textbf{Hop}: a flower", "Hop: a flower", "Hop"),
        (r"{\bfseries Hop} is a flower", "Hop is a flower", "Hop"),
        (r"\paragraph{Hop} A flower.", "Hop A flower.", "Hop"),
        (r"\emph{Hop} -- a flower", "Hop – a flower", "Hop"),
        (r"caf\'e \'{e}t\'e na\"{\i}ve \c{c}a \v Skoda", "café été naïve ça Škoda", ""),
        (r"\aa{} Fu\ss ball Gr\"o\ss e \~n", "å Fußball Größe ñ", ""),
        (r"50\,\% of 3~\$ \& more --- ``so'' \ldots", "50\u202f% of 3\u00a0$ & more — “so” …", ""),
        ("one % no\n  two%\n  three", "one twothree", ""),
        (r"\unknown[opt]{shown} \textcolor{red}{this} \vspace{2em}\cite{x}.", "shown this .", ""),
        (r"\href{http://a.b}{Beer} \footnote{Not here.}", "Beer", ""),
        (r"\enquote{so} it is", "“so” it is", ""),
    ],
)  # fmt: skip
def test_latex_commands_become_what_they_show(source: str, text: str, bold: str) -> None:
    (line,) = tex(source)
    assert (line.text, line.bold) == (text, bold)


def test_latex_settings_are_not_shown() -> None:
    source = r"\def\labelenumi{\arabic{enumi}.}\section{\texorpdfstring{Beer \& more}{Beer}}"
    assert [line.text for line in tex(source)] == ["Beer & more"]


def test_latex_names_what_it_leaves_out() -> None:
    page = read(latex.parse, "A\\footnote{Small.} \\input{more}\n")
    assert page.left_out == ("footnotes (line 1): “Small.”", "an included file (line 1): more")
    assert page.partial


def test_latex_tables_have_rows() -> None:
    source = r"""\begin{table}\caption{Parts}
\begin{tabular}{|l|p{3cm}|}
\hline
\textbf{Name} & \textbf{Use} \\ \hline
Tun & Holds \newline the mash \\[2pt]
\multirow{2}{*}{Paddle} & Stirs \\ \cline{2-2}
 & Rests \\
\multicolumn{2}{c}{Both}\\
\end{tabular}
\end{table}
"""
    got = tex(source)
    assert [(line.number, line.cells, line.head) for line in got] == [
        (4, ("Name", "Use"), True),
        (5, ("Tun", "Holds\nthe mash"), False),
        (6, ("Paddle", "Stirs"), False),
        (7, ("Paddle", "Rests"), False),
        (8, ("Both", ""), False),
    ]
    assert {(line.role, line.under) for line in got} == {(ROW, "Parts")}


def test_latex_long_tables_repeat_no_head() -> None:
    source = r"""\begin{longtable}{ll}
Name & Use \\ \endfirsthead
Name & Use \\ \endhead
more below & \\ \endfoot
Tun & Holds \\
\end{longtable}
"""
    assert [(line.cells, line.head) for line in tex(source)] == [
        (("Name", "Use"), True),
        (("Tun", "Holds"), False),
    ]


def test_latex_code_is_code_and_items_are_counted() -> None:
    source = "\\begin{verbatim}\n{ x\n\\end{verbatim}\n\\begin{enumerate}\n\\item a \\item b\n"
    got = tex(source)
    assert told(got)[0] == (2, 2, CODE, "{ x")
    assert [line.bullet for line in got[1:]] == ["1.", "2."]


# reStructuredText


def test_rst_glossaries_are_names_and_definitions() -> None:
    source = """Words
=====

.. glossary::
   :sorted:

   Hop
   Hops : h
      A flower
      that is **bitter**.

      - cones

      .. note:: Dried.

   Wort
      Sweet, see :term:`hop <Hop>`.

After.
"""
    got = rest(source)
    assert told(got) == [
        (1, 2, TEXT, "Words"),
        (7, 7, TERM, "Hop"),
        (8, 8, TERM, "Hops"),
        (9, 10, DEFINITION, "A flower that is bitter."),
        (12, 12, DEFINITION, "cones"),
        (14, 14, DEFINITION, "Dried."),
        (16, 16, TERM, "Wort"),
        (17, 17, DEFINITION, "Sweet, see hop."),
        (19, 19, TEXT, "After."),
    ]
    assert got[4].bullet == "•"
    assert got[7].linked == 3


def test_rst_definition_lists_are_known_by_their_indent() -> None:
    source = """Hop
   A flower.

   Cone
      A part of it.
Wort : noun
   Sweet.

Only a paragraph.

   A quotation.
"""
    assert told(rest(source)) == [
        (1, 1, TERM, "Hop"),
        (2, 2, DEFINITION, "A flower."),
        (4, 4, DEFINITION, "Cone"),
        (5, 5, DEFINITION, "A part of it."),
        (6, 6, TERM, "Wort"),
        (7, 7, DEFINITION, "Sweet."),
        (9, 9, TEXT, "Only a paragraph."),
        (11, 11, TEXT, "A quotation."),
    ]


def test_rst_several_names_may_stand_over_a_definition() -> None:
    assert told(rest("Before it.\n\nHop\nHops\n   A flower.\n")) == [
        (1, 1, TEXT, "Before it."),
        (3, 3, TERM, "Hop"),
        (4, 4, TERM, "Hops"),
        (5, 5, DEFINITION, "A flower."),
    ]


def test_rst_titles_have_the_level_of_their_line() -> None:
    source = "====\nBeer\n====\n\nWords\n=====\n\nA\n-\n\nB\n-\n\nNext\n====\n\n----\n\nEnd.\n"
    got = rest(source)
    assert [(line.text, line.heading) for line in got] == [
        ("Beer", 1),
        ("Words", 2),
        ("A", 3),
        ("B", 3),
        ("Next", 2),
        ("End.", 0),
    ]
    assert read(rst.parse, source).title == "Beer"


@pytest.mark.parametrize(
    ("source", "text", "bold", "linked"),
    [
        ("**Hop**: a flower", "Hop: a flower", "Hop", 0),
        ("*Hop* -- a flower", "Hop -- a flower", "Hop", 0),
        ("``hop`` as code", "hop as code", "hop", 0),
        (
            "See :ref:`the hop <hop>` and `Beer <http://x>`_ too_",
            "See the hop and Beer too",
            "",
            14,
        ),
        ("A note [1]_ and |beer|.", "A note and |beer|.", "", 0),
        (r"H\ :sub:`2`\ O and 2 \* 3", "H2O and 2 * 3", "", 1),
        ("``*kept*`` and 2 * 3 * 4", "*kept* and 2 * 3 * 4", "*kept*", 0),
    ],
)
def test_rst_marks_go(source: str, text: str, bold: str, linked: int) -> None:
    (line,) = rest(source)
    assert (line.text, line.bold, line.linked) == (text, bold, linked)


def test_rst_fields_are_names_and_those_of_the_document_are_not() -> None:
    source = ":Author: A. Writer\n\n:Hop: A flower\n  that is bitter.\n"
    assert told(rest(source)) == [
        (1, 1, FURNITURE, "Author: A. Writer"),
        (3, 3, TERM, "Hop"),
        (3, 4, DEFINITION, "A flower that is bitter."),
    ]


GRID = """+--------+-----------+
| Name   | Use       |
+========+===========+
| Tun    | Holds     |
|        | the mash  |
+--------+-----------+
| Paddle | Stirs     |
|        +-----------+
|        | Rests     |
+--------+-----------+
| Both               |
+--------+-----------+
"""
SIMPLE = """======  ========
Name    Use
======  ========
Tun     Holds
        the mash
Paddle  Stirs
======  ========
"""
LISTED = """.. list-table:: Parts
   :header-rows: 1

   * - Name
     - Use
   * - Tun
     - Holds
       the mash
   * - Paddle
     - Stirs
"""
COMMAS = """.. csv-table:: Parts
   :header: Name, Use

   Tun, "Holds the mash"
   Paddle, Stirs
"""


def test_rst_drawn_tables_have_rows() -> None:
    assert [(line.number, line.end, line.cells, line.head) for line in rest(GRID)] == [
        (2, 2, ("Name", "Use"), True),
        (4, 5, ("Tun", "Holds the mash"), False),
        (7, 7, ("Paddle", "Stirs"), False),
        (9, 9, ("Paddle", "Rests"), False),
        (11, 11, ("Both", ""), False),
    ]


@pytest.mark.parametrize("source", [SIMPLE, LISTED, COMMAS])
def test_rst_tables_are_the_same_however_they_are_written(source: str) -> None:
    got = rest(source)
    assert [(line.cells, line.head, line.table) for line in got] == [
        (("Name", "Use"), True, 1),
        (("Tun", "Holds the mash"), False, 1),
        (("Paddle", "Stirs"), False, 1),
    ]
    assert {line.under for line in got} == {"" if source is SIMPLE else "Parts"}


def test_rst_wide_letters_keep_their_columns() -> None:
    assert [line.cells for line in rest("====  ====\n麦芽  もと\nbc    de\n====  ====\n")] == [
        ("麦芽", "もと"),
        ("bc", "de"),
    ]


def test_rst_comments_go_and_code_is_code() -> None:
    source = ".. no\n   no\n\nSo::\n\n   let it\n\n.. code-block:: x\n\n   be\n\n.. [1] A note.\n"
    page = read(rst.parse, source)
    assert told([line for line in page.lines if line.text]) == [
        (4, 4, TEXT, "So:"),
        (6, 6, CODE, "let it"),
        (10, 10, CODE, "be"),
    ]
    assert page.left_out == ("footnotes (line 12): “A note.”",)


def test_rst_lines_of_a_block_stay_lines_and_items_are_counted() -> None:
    assert told(rest("| one\n| two\n")) == [(1, 1, TEXT, "one"), (2, 2, TEXT, "two")]
    assert [line.bullet for line in rest("#. a\n#. b\n\n3. c\n\n- d\n")] == ["1.", "2.", "3.", "•"]


# All of them

PARSERS = [asciidoc.parse, latex.parse, rst.parse]
PIECES = (
    *("a", " ", "\n", "\n\n", "  ", "   b\n", "::", ":: ", "==", "== x\n", "|===\n", "|", "+\n"),
    *("--\n", "----\n", "* ", ". ", "[a]\n", "//", "*b*", "_c_", "<<", ">>", "`", "{a}", ":a: b\n"),
    *("\\", "{", "}", "[", "]", "&", "\\\\", "%", "$", "\\item", "\\textbf", "\\section{", "~"),
    *("\\begin{tabular}{l}", "\\end{tabular}", "\\begin{description}", "\\end{description}"),
    *("\\newglossaryentry{k}{name={N},description={", "\\gls{k}", "\\multirow{2}{*}{", "\\'e"),
    *(".. glossary::\n", ".. list-table::\n", "   * - ", "====  ==\n", "+--+\n", "| a|\n", "=\n"),
    *("**", ":term:`x`", "`x <y>`_", "- ", "#. ", "\t", "\r", "é", "\0"[:0], '"', "'", "é:: \n"),
)


@pytest.mark.parametrize("parse", PARSERS)
@settings(max_examples=300, deadline=None)
@given(parts=st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_any_marks_in_any_order_are_read(parse: Parse, parts: list[str]) -> None:
    source = "x" + "".join(parts)
    ends = source.count("\n") + source.count("\r") + 1
    for line in read(parse, source).lines:
        assert 1 <= line.number <= line.end <= ends
        assert line.text.startswith(line.bold)
        assert "\n" not in line.text or line.cells
        assert line.role is not Role.ROW or line.text == "\t".join(line.cells)


@pytest.mark.parametrize("parse", PARSERS)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_are_a_problem(parse: Parse, data: bytes) -> None:
    try:
        assert isinstance(parse(data, "words"), Content)
    except Problem as problem:
        assert problem.where == "words"


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    "source",
    [
        "{" * 100_000 + "}" * 100_000,
        "\\a[" * 50_000,
        "\\begin{description}" + "\\item[" * 50_000,
        "\\textbf{" * 30_000,
        "--\n" * 50_000,
        "|===\n" + "99.99+|a\n" * 2_000,
        "*" * 300_000,
        "`a <" * 50_000,
        "".join(" " * at + "a\n" for at in range(1, 600)),
        "== ==\na\n\n" * 20_000,
    ],
    ids=lambda source: source[:12],
)
def test_no_marks_take_longer_than_they_are(parse: Parse, source: str) -> None:
    assert len(read(parse, source).lines) <= 60_002


@pytest.mark.parametrize("parse", PARSERS)
def test_a_text_out_of_all_measure_is_refused(parse: Parse) -> None:
    with pytest.raises(Problem, match="longer than"):
        read(parse, "word " * (MOST_CHARACTERS // 4))
