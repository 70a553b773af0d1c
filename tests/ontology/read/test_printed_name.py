"""A printed heading gives the names that its readers see in it, and no more terms than defined."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ontology.read.naming.brackets import alike_but_for_brackets
from ontology.read.naming.printed_name import Names, split_names


def names(printed: str, definition: str = "", language: str = "") -> list[tuple[str, ...]]:
    """Each term as its name and its other names."""
    return [(found.name, *found.others) for found in split_names(printed, definition, language)]


@pytest.mark.parametrize(
    ("printed", "language", "expected"),
    [
        ("GNP (Gross Noodle Product)", "en", ("GNP", "Gross Noodle Product")),
        ("Gross Noodle Product (GNP)", "en", ("Gross Noodle Product", "GNP")),
        ("Gross Noodle Product - GNP", "en", ("Gross Noodle Product", "GNP")),
        ("Gross Noodle Product — GNP", "en", ("Gross Noodle Product", "GNP")),
        ("Gross Noodle Product, GNP", "en", ("Gross Noodle Product", "GNP")),
        ("GNP: Gross Noodle Product", "en", ("GNP", "Gross Noodle Product")),
        ("GNP Gross Noodle Product", "en", ("GNP", "Gross Noodle Product")),
        ("GNP/Gross Noodle Product", "en", ("GNP", "Gross Noodle Product")),
        ("CPB (Cook, Plate & Bill)", "en", ("CPB", "Cook, Plate & Bill")),
        ("GNP -- Gross Noodle Product", "en", ("GNP", "Gross Noodle Product")),
        ("GNP | Gross Noodle Product", "en", ("GNP", "Gross Noodle Product")),
        ("GNP (Gross Noodle Product), bowl count", "en",
         ("GNP", "Gross Noodle Product", "bowl count")),
        ("BSP (Best Soup Proposal / Place)", "en",
         ("BSP", "Best Soup Proposal", "Best Soup Place")),
        ("SRM (Soup, Rice, Miso)", "en", ("SRM", "Soup, Rice, Miso")),
        ("5Bs (bowl, broth, bite, bill)", "en", ("5Bs",)),
        ("Bowl value (BV, LBV or TBV)", "en", ("Bowl value", "BV", "LBV", "TBV")),
        ("Coste del tazón (CT, por sus siglas)", "es", ("Coste del tazón", "CT")),
        ("Tasso di riordino (OR – Order Rate)", "it", ("Tasso di riordino", "OR", "Order Rate")),
        ("丼価値（BV：Bowl Value）", "ja", ("丼価値", "BV", "Bowl Value")),
        ("SB/RB (Soup Bowl/Rice Bowl)", "en", ("SB/RB", "Soup Bowl/Rice Bowl")),
        ("SoupWords (now Bowl Ads)", "en", ("SoupWords", "Bowl Ads")),
        ("Guest Bowl Indicators (GBIs)", "en", ("Guest Bowl Indicators", "GBIs")),
        ("Noodle Bar as a Service (NBaaS)", "en", ("Noodle Bar as a Service", "NBaaS")),
        ("Guest Experience (or GX)", "en", ("Guest Experience", "GX")),
        ("Guest Experience (also: diner experience, GX)", "en",
         ("Guest Experience", "diner experience", "GX")),
        ("Regular (also known as habitué)", "en", ("Regular", "habitué")),
        ("Regular, also called habitué", "en", ("Regular", "habitué")),
        ("Regular aka habitué", "en", ("Regular", "habitué")),
        ("Regular a.k.a. habitué", "en", ("Regular", "habitué")),
        ("Regular (abbr. Reg.)", "en", ("Regular", "Reg")),
        ("Regular or habitué", "en", ("Regular", "habitué")),
        ("Regular; habitué; patron", "en", ("Regular", "habitué", "patron")),
        ("Regular = habitué", "en", ("Regular", "habitué")),
        ("Regular / Habitué", "en", ("Regular", "Habitué")),
        ("Regular/Habitué", "en", ("Regular", "Habitué")),
        ("Regular (guest, patron)", "en", ("Regular", "guest", "patron")),
        ("Regular (pl. regulars)", "en", ("Regular", "regulars")),
        ("Bowl(s)", "en", ("Bowl", "Bowls")),
        ("Table turnover rate (TTR) report", "en", ("Table turnover rate report", "TTR report")),
        ("Stammgast (engl. regular)", "de", ("Stammgast", "regular")),
        ("Stammgast (Englisch: regular)", "de", ("Stammgast", "regular")),
        ("Stammgast (auch: Dauergast, Habitué)", "de", ("Stammgast", "Dauergast", "Habitué")),
        ("Stammgast bzw. Dauergast", "de", ("Stammgast", "Dauergast")),
        ("Stammgast oder Dauergast", "de", ("Stammgast", "Dauergast")),
        ("Stammgast – Regular", "de", ("Stammgast", "Regular")),
        ("Suppengrundverordnung (SGVO)", "de", ("Suppengrundverordnung", "SGVO")),
        ("Gästebindungsmanagement, kurz GBM", "de", ("Gästebindungsmanagement", "GBM")),
        ("Gast, der", "de", ("Gast",)),
        ("Gast, treuer", "de", ("Gast, treuer", "treuer Gast")),
        ("RST o Revisión Semanal de Tazones (WBR – Weekly Bowl Review)", "es",
         ("RST", "Revisión Semanal de Tazones", "WBR", "Weekly Bowl Review")),
        ("VCT (Daily Bowl Value / Valor de cada tazón)", "es",
         ("VCT", "Daily Bowl Value", "Valor de cada tazón")),
        ("Tazón o cuenco", "es", ("Tazón", "cuenco")),
        ("Tazón u orza", "es", ("Tazón", "orza")),
        ("Tazón (o cuenco)", "es", ("Tazón", "cuenco")),
        ("Tazón (en inglés, bowl)", "es", ("Tazón", "bowl")),
        ("Tazón (bowl, en inglés)", "es", ("Tazón", "bowl")),
        ("Adición (Addition)", "es", ("Adición", "Addition")),
        ("PSN (Puntuación de Sopa Neta): fríos, tibios, calientes", "es",
         ("PSN", "Puntuación de Sopa Neta")),
        ("Tazón, también cuenco", "es", ("Tazón", "cuenco")),
        ("Tazón, cuenco u orza", "es", ("Tazón", "cuenco", "orza")),
        ("Regular, habitué or patron", "en", ("Regular", "habitué", "patron")),
        ("Gast (ugs. Gästin)", "de", ("Gast", "Gästin")),
        ("Plano da mesa (PM; em linguagem corrente, mapa)", "pt", ("Plano da mesa", "PM", "mapa")),
        ("Ciotola (scodella, in francese bol)", "it", ("Ciotola", "scodella", "bol")),
        ("Tigela ou cumbuca", "pt", ("Tigela", "cumbuca")),
        ("Tigela (também chamada de cumbuca)", "pt", ("Tigela", "cumbuca")),
        ("Bol ou écuelle", "fr", ("Bol", "écuelle")),
        ("Bol (également appelé écuelle)", "fr", ("Bol", "écuelle")),
        ("Ciotola o scodella", "it", ("Ciotola", "scodella")),
        ("Ciotola (detta anche scodella)", "it", ("Ciotola", "scodella")),
        ("Kom of schaal", "nl", ("Kom", "schaal")),
        ("Skål eller bunke", "sv", ("Skål", "bunke")),
        ("Miska lub czarka", "pl", ("Miska", "czarka")),
        ("Миска или чашка", "ru", ("Миска", "чашка")),
        ("Μπολ ή γαβάθα", "el", ("Μπολ", "γαβάθα")),
        ("Kâse veya tas", "tr", ("Kâse", "tas")),
        ("丼または鉢", "ja", ("丼", "鉢")),
        ("丼、鉢", "ja", ("丼", "鉢")),
        ("客単価（ARPU）", "ja", ("客単価", "ARPU")),
        ("碗（又称钵）", "zh", ("碗", "钵")),
        ("손님 관계 관리(CRM)", "ko", ("손님 관계 관리", "CRM")),
        ("طبق (bowl)", "ar", ("طبق", "bowl")),
        ("Gast, gern gesehener", "de", ("Gast, gern gesehener",)),
        ("그릇 또는 사발", "ko", ("그릇", "사발")),
    ],
)  # fmt: skip
def test_one_thing_with_several_names(
    printed: str, language: str, expected: tuple[str, ...]
) -> None:
    assert names(printed, "", language) == [expected]


@pytest.mark.parametrize(
    "printed",
    [
        "e-bowl", "24/7", "24/7 kitchen", "B2B/B2C", "and/or", "TCP/IP", "I/O", "km/h", "CI/CD",
        "A/B testing", "input/output", "Cross-sell", "Wash-up", "Salt & pepper", "C++", ".NET",
        "C#", "3D menu", "Web 2.0", "Soup of the day", "Mise en place", "Research and development",
        "Segment (in accounting)", "Lead (marketing)", "Lead (Vertrieb)", "Turnover (UK)",
        "(Re)heating", "U.S.", "Noodles, rice and soup", "Stock", "Yes/No", "Do it yourself",
        "Kunde/in", "Ramen 101", "#hashtag", "@mention", "Rock ’n’ roll", "Point of sale",
    ],
)  # fmt: skip
def test_one_name_stays_one_name(printed: str) -> None:
    assert names(printed, "", "en") == [(printed,)]


@pytest.mark.parametrize(
    ("printed", "language", "name"),
    [
        ("The Bowl", "en", "Bowl"), ("A regular", "en", "regular"), ("An order", "en", "order"),
        ("Die Schüssel", "de", "Schüssel"), ("Ein Gast", "de", "Gast"),
        ("El tazón", "es", "tazón"), ("Las sopas", "es", "sopas"), ("Un cuenco", "es", "cuenco"),
        ("Le bol", "fr", "bol"), ("L’addition", "fr", "addition"), ("L'écuelle", "fr", "écuelle"),
        ("Il conto", "it", "conto"), ("Lo scontrino", "it", "scontrino"),
        ("L'ordine", "it", "ordine"),
        ("O garçom", "pt", "garçom"), ("A conta", "pt", "conta"), ("Uma tigela", "pt", "tigela"),
        ("De rekening", "nl", "rekening"), ("Het bord", "nl", "bord"), ("Η σούπα", "el", "σούπα"),
        ("Die", "en", "Die"), ("Die casting", "en", "Die casting"), ("A/B menu", "en", "A/B menu"),
        ("O", "pt", "O"), ("LA noodles", "es", "LA noodles"), ("La", "es", "La"),
        ("«Tazón»", "es", "Tazón"), ("„Schüssel“", "de", "Schüssel"), ("“Bowl”", "en", "Bowl"),
        ('"Bowl":', "en", "Bowl"), ("The “bowl”", "en", "bowl"), ("'Bowl'.", "en", "Bowl"),
        ("**Bowl**", "en", "Bowl"), ("**Bowl:**", "en", "Bowl"), ("## Bowl", "en", "Bowl"),
        ("__Bowl__ –", "en", "Bowl"), ("`Bowl`", "en", "Bowl"), ("*Bowl*", "en", "Bowl"),
        ("• Bowl:", "en", "Bowl"), ("Bowl.", "en", "Bowl"), ("Bowl —", "en", "Bowl"),
        ("Noo\u00addle\u00a0bar", "en", "Noodle bar"), ("Cafe\u0301", "fr", "Café"),
        ("Bowl (n.)", "en", "Bowl"), ("Bowl (noun)", "en", "Bowl"), ("Bowl (2)", "en", "Bowl"),
        ("Bol (n. m.)", "fr", "Bol"), ("Ciotola (s.f.)", "it", "Ciotola"),
        ("Bol (m.)", "fr", "Bol"),
        ("Schüssel (die)", "de", "Schüssel"), ("Schüssel (Subst.)", "de", "Schüssel"),
        ("Tazón (sust.)", "es", "Tazón"), ("Bowl (/bəʊl/)", "en", "Bowl"),
        ("Bowl [1]", "en", "Bowl"),
        ("Bout (prononcer « boute »)", "fr", "Bout"), ("Bowl (rhymes with coal)", "en", "Bowl"),
        ("Bowl /bəʊl/", "en", "Bowl"), ("Bowl¹", "en", "Bowl"), ("Bowl*", "en", "Bowl"),
        ("bowl, noun", "en", "bowl"), ("bowl n.", "en", "bowl"), ("Bol, le", "fr", "Bol"),
        ("What is a bowl?", "en", "bowl"), ("Was ist eine Schüssel?", "de", "Schüssel"),
        ("¿Qué es un tazón?", "es", "tazón"), ("Qu’est-ce qu’un bol ?", "fr", "bol"),
        ("Cos'è la ciotola?", "it", "ciotola"), ("O que é uma tigela?", "pt", "tigela"),
        ("Что такое миска?", "ru", "миска"), ("丼とは", "ja", "丼"),
        ("What does GNP mean?", "en", "GNP"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_goes(printed: str, language: str, name: str) -> None:
    assert names(printed, "", language) == [(name,)]


def test_an_article_goes_by_the_language_of_the_definition() -> None:
    assert names("O prato", "É o recipiente em que a comida é servida aos clientes.") == [
        ("prato",)
    ]
    assert names("A list", "A lista dos pratos que a casa não serve mais.") == [("list",)]
    assert names("Le plat", "Ce qui est servi dans une assiette.") == [("plat",)]


def test_headings_that_only_brackets_tell_apart_keep_them() -> None:
    headings = ["Bowl (soup)", "Bowl (salad)", "Cup (mug)", "The GNP (Gross Noodle Product)"]
    narrowed = alike_but_for_brackets(headings)
    assert narrowed == {"Bowl (soup)", "Bowl (salad)"}
    assert split_names("Bowl (soup)", "", "en", narrowed=True) == (Names("Bowl (soup)"),)
    assert split_names("Cup (mug)", "", "en", narrowed=False) == (Names("Cup", ("mug",)),)


@pytest.mark.parametrize(
    ("printed", "language", "expected"),
    [
        ("Dosage (réglementaire)", "fr", ("Dosage (réglementaire)",)),
        ("Propina (variable)", "es", ("Propina (variable)",)),
        ("Umsatz (netto)", "de", ("Umsatz (netto)",)),
        ("Plate Lead (PL)", "en", ("Plate Lead", "PL")),
        ("Social Meal (SM)", "en", ("Social Meal", "SM")),
        ("Eigener Herd (On Premise)", "de", ("Eigener Herd", "On Premise")),
        ("Ventas (Sales)", "es", ("Ventas", "Sales")),
        ("Bowl (tazón)", "es", ("Bowl", "tazón")),
        ("Dish (objetivo)", "es", ("Dish", "objetivo")),
        ("Assiette (plate)", "fr", ("Assiette", "plate")),
    ],
)
def test_brackets_that_narrow_are_told_from_those_that_name(
    printed: str, language: str, expected: tuple[str, ...]
) -> None:
    assert names(printed, "", language) == [expected]


def test_an_article_stays_that_the_definition_writes_with_the_name() -> None:
    definition = "Muchas cocinas cierran cuando La Niña trae lluvia a la costa."
    assert names("La Niña", definition, "es") == [("La Niña",)]


@pytest.mark.parametrize(
    ("printed", "language", "expected"),
    [
        ("Cloud (vedi Hosting)", "it", Names("Cloud", (), ("Hosting",))),
        ("Bowl (see also Plate)", "en", Names("Bowl", (), ("Plate",))),
        ("Schüssel (siehe Teller, Tasse)", "de", Names("Schüssel", (), ("Teller", "Tasse"))),
        ("Bol (voir Assiette)", "fr", Names("Bol", (), ("Assiette",))),
        ("Bowl → Plate", "en", Names("Bowl", (), ("Plate",))),
        ("Bowl, see Plate", "en", Names("Bowl", (), ("Plate",))),
        ("GNP (Gross Noodle Product) (see Plate)", "en",
         Names("GNP", ("Gross Noodle Product",), ("Plate",))),
    ],
)  # fmt: skip
def test_a_reference_is_no_name(printed: str, language: str, expected: Names) -> None:
    assert split_names(printed, "", language) == (expected,)


BOTH = [
    # Acronyms, each explained for itself.
    ("HCA/SCA",
     "The «Hot Counter Attendant» or HCA serves soup. An HCA stands all day. The «Sushi Counter "
     "Attendant» (SCA), for its part, rolls rice.", "en", [("HCA",), ("SCA",)]),
    ("KQF CQF",
     "El CQF («Cuenco que falta») es un cuenco perdido. KQF o «Kilo que falta», por su parte, se "
     "refiere al arroz.", "es", [("KQF",), ("CQF",)]),
    ("GQB (Guest Qualified Bowl) / SQB (Sales Qualified Bowl)",
     "A GQB is a bowl that a guest asked for. An SQB is one that a waiter sold.", "en",
     [("GQB", "Guest Qualified Bowl"), ("SQB", "Sales Qualified Bowl")]),
    ("B2B/B2C", "B2B means cooking for firms, while B2C means cooking for families.", "en",
     [("B2B",), ("B2C",)]),
    ("CI/CD", "CI cooks every change at once. CD carries it to the table.", "en",
     [("CI",), ("CD",)]),
    ("UX/UI", "UX is how soup feels. UI is what it looks like.", "en", [("UX",), ("UI",)]),
    ("Cost per bowl (CPB), cost per spoon (CPS)",
     "CPB is what a bowl costs. CPS is what a spoon costs.", "en",
     [("Cost per bowl", "CPB"), ("cost per spoon", "CPS")]),
    # Words, each defined.
    ("Boil & simmer", "Boil it for a minute. Simmer it for an hour.", "en",
     [("Boil",), ("simmer",)]),
    ("Push and pull",
     "Push is cooking before anyone asks. Pull is cooking what was ordered.", "en",
     [("Push",), ("pull",)]),
    ("Inbound/Outbound catering",
     "Inbound catering brings guests to the kitchen. Outbound catering, by contrast, drives to "
     "them.", "en", [("Inbound catering",), ("Outbound catering",)]),
    ("Überkochen und Anbrennen",
     "Überkochen bezeichnet, dass Suppe aus dem Topf läuft. Anbrennen hingegen heißt, dass sie "
     "darin bleibt.", "de", [("Überkochen",), ("Anbrennen",)]),
    ("Entrées et desserts",
     "Les entrées ouvrent le repas. Les desserts, quant à eux, le ferment.", "fr",
     [("Entrées",), ("desserts",)]),
    ("Vor- und Nachspeisen", "Vorspeisen sind am Anfang. Nachspeisen hingegen sind am Ende.", "de",
     [("Vorspeisen",), ("Nachspeisen",)]),
    ("Heiß- und Kalt-Buffet", "Heiß-Buffet ist warm. Kalt-Buffet ist kalt.", "de",
     [("Heiß-Buffet",), ("Kalt-Buffet",)]),
    ("Hard Boil und Soft Boil", "Beim Hard Boil ist das Ei fest, beim Soft Boil ist es flüssig.",
     "de", [("Hard Boil",), ("Soft Boil",)]),
    ("Platos activos e inactivos",
     "Los platos activos están en la carta. Los inactivos ya no se cocinan.", "es",
     [("Platos activos",), ("Platos inactivos",)]),
    ("Sopa fría y caliente", "La sopa fría refresca. La sopa caliente, en cambio, abriga.", "es",
     [("Sopa fría",), ("Sopa caliente",)]),
    ("Dolci, salati e amari",
     "I dolci hanno zucchero. I salati hanno sale. Gli amari non piacciono ai bambini.", "it",
     [("Dolci",), ("salati",), ("amari",)]),
    ("Push en pull", "Push is koken wat er is. Pull is koken wat besteld wordt.", "nl",
     [("Push",), ("pull",)]),
    ("B2B и B2C", "B2B — это обеды для фирм. B2C — это обеды для семей.", "ru",
     [("B2B",), ("B2C",)]),
    ("Push και pull", "Το push είναι αποστολή. Το pull είναι λήψη.", "el", [("Push",), ("pull",)]),
    ("BaaS, SaaS, RaaS", "BaaS brings bowls, SaaS soup and RaaS rice.", "en",
     [("BaaS",), ("SaaS",), ("RaaS",)]),
    # Told of in their order.
    ("Norma SAL / OLI / ACE",
     "Si tratta, rispettivamente, delle regole del sale (SAL), dell'olio (OLI) e dell'aceto (ACE).",
     "it", [("SAL", "Norma SAL"), ("OLI",), ("ACE",)]),
    ("Norma SALOLI / ACE",
     "Si tratta, rispettivamente, delle regole del sale (SAL), dell'olio (OLI) e dell'aceto (ACE).",
     "it", [("SAL", "Norma SAL"), ("OLI",), ("ACE",)]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "definition", "language", "expected"), BOTH)
def test_several_things_each_defined_are_several_terms(
    printed: str, definition: str, language: str, expected: list[tuple[str, ...]]
) -> None:
    assert names(printed, definition, language) == expected


@pytest.mark.parametrize(
    ("printed", "definition", "language", "expected"),
    [
        ("Refill/Rebowl", "Cuando el huésped paga, el refill representa otro tazón.", "es",
         ("Refill", "Rebowl")),
        ("HCA/SCA", "People who stand behind a counter.", "en", ("HCA/SCA",)),
        ("Habitué or regular", "A habitué is a guest who returns. A regular is rarely new.", "en",
         ("Habitué", "regular")),
        ("Salt and pepper", "What stands on every table.", "en", ("Salt and pepper",)),
        ("Management, guest relations", "In short: guest relations management is being kind.", "en",
         ("Management, guest relations", "guest relations management")),
        ("GNP / Gross Noodle Product",
         "GNP is what a country cooks. Gross Noodle Product is counted each year.", "en",
         ("GNP", "Gross Noodle Product")),
        ("TCP/IP", "TCP/IP is a suite. TCP carries soup. IP carries bowls.", "en", ("TCP/IP",)),
        ("CRM (Client Relation Meal) / MRC (Mets de Relation Client)",
         "Le CRM, ou MRC en français, nourrit les clients. Il sert à tout.", "fr",
         ("CRM", "Client Relation Meal", "MRC", "Mets de Relation Client")),
        ("BV / SV", "BV is the value of a bowl. It is often abbreviated SV.", "en", ("BV", "SV")),
        ("Guest / Diner", "A guest is anyone. A diner is a guest who sits.", "en",
         ("Guest", "Diner")),
        ("Schwund / Shrinkage", "Schwund bezeichnet den Verlust. Shrinkage wird gemessen.", "de",
         ("Schwund", "Shrinkage")),
        ("Sweet, sour and salty", "What a tongue can taste.", "en", ("Sweet, sour and salty",)),
        ("BV/SV", "The ratio of BV to SV shows what a spoon is worth.", "en", ("BV/SV",)),
        ("SOUPBOWL", "A bowl for soup.", "en", ("SOUPBOWL",)),
        ("Hitos del caldo (Broth Milestone)", "Los hitos del caldo muestran el avance.", "es",
         ("Hitos del caldo", "Broth Milestone")),
    ],
)  # fmt: skip
def test_one_definition_of_one_thing_is_one_term(
    printed: str, definition: str, language: str, expected: tuple[str, ...]
) -> None:
    assert names(printed, definition, language) == [expected]


@pytest.mark.parametrize("printed", ["", " ", "—", "***", "()", "/"])
def test_what_has_no_letter_has_no_name(printed: str) -> None:
    assert split_names(printed) == ()


def test_a_sentence_is_taken_as_it_is() -> None:
    printed = "You can eat it here or take it home, or both, with a smile."
    assert names(printed) == [(printed.rstrip("."),)]


HEADINGS = (
    st.text("aAbB éÄ你(（)）[]/-–—,;:=.\"'«»“”„*_#|→ \u00a0\u00ad\n&+12ˈ", max_size=60) | st.text()
)


@given(HEADINGS, st.text(max_size=80), st.sampled_from(["", "en", "de", "pt-BR", "ja", "xx"]))
@example("a/b, c (d) – e oder f", "a ist b. c hingegen ist d.", "de")
def test_any_heading_gives_names_that_can_be_used(
    printed: str, definition: str, language: str
) -> None:
    found = split_names(printed, definition, language)
    assert found == split_names(printed, definition, language)
    for term in found:
        for name in (term.name, *term.others, *term.see):
            assert name
            assert name == name.strip()
            assert "\n" not in name
        assert term.name not in term.others
        assert len(set(term.others)) == len(term.others)


@given(st.text("abcdefgh", min_size=2, max_size=9), st.text("stuvwxyz", min_size=2, max_size=9))
def test_both_ways_round_are_the_same_names(one: str, other: str) -> None:
    assert names(f"{one}; {other}") == [(one, other)]
    assert names(f"{other} = {one}") == [(other, one)]


@pytest.mark.parametrize("unit", ["a", "(", "( ", "a/", "a, ", "a – ", "“", "**", " or ", "A", "¿"])
def test_a_very_long_heading_takes_no_long_time(unit: str) -> None:
    printed = unit * (1_000_000 // len(unit))
    started = time.process_time()
    split_names(printed, printed)
    split_names(printed[:299], printed)
    assert time.process_time() - started < 2
