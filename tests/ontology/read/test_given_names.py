"""A definition gives another name of its entry where it says so plainly, and no name otherwise."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.read.naming.given_names import given_names
from ontology.read.naming.see import is_only_see, see_of


@pytest.mark.parametrize(
    ("name", "definition", "language", "expected"),
    [
        # The acronym stands as the subject, or beside the name.
        ("Guest Data Platform", "A GDP is a kitchen's memory.", "en", ["GDP"]),
        ("Guest Data Platform", "Una GDP es la memoria de una cocina.", "es", ["GDP"]),
        ("Guest Data Platform", "La GDP garde la mémoire d'une cuisine.", "fr", ["GDP"]),
        ("Guest Data Platform", "Eine GDP (auch Gastspeicher) merkt sich alles.", "de",
         ["GDP", "Gastspeicher"]),
        ("Noodle index", "The noodle index (NI) is the price of a bowl.", "en", ["NI"]),
        ("Experiencia de mesa", "La experiencia de mesa o EM se refiere a lo que se siente.", "es",
         ["EM"]),
        ("Experiencia de mesa", "La experiencia de mesa o TX se refiere a lo que se siente.", "es",
         ["TX"]),
        ("Gästebindungsmanagement", "Gästebindungsmanagement, kurz GBM, ist Freundlichkeit.", "de",
         ["GBM"]),
        ("Taux de remplissage", "Le taux de remplissage, dont le sigle est TR, compte les bols.",
         "fr", ["TR"]),
        ("Índice de caldo", "El índice de caldo, abreviado como IC, mide la sal.", "es", ["IC"]),
        ("Weekly bowl review", "A meeting, abbreviated WBR, of all cooks.", "en", ["WBR"]),
        # The acronym is the name, and the definition spells it out.
        ("GBI", "Las siglas GBI («Global Bowl Interface») designan un tazón.", "es",
         ["Global Bowl Interface"]),
        ("DNP", "DNP son las siglas de «Dashi Noodle Plan»; se trata de un plan.", "es",
         ["Dashi Noodle Plan"]),
        ("BMS", "Un BMS o «Bowl Management System» es un armario.", "es",
         ["Bowl Management System"]),
        ("NPB", "Un proceso NPB (siglas de «Noodle, Plate and Bill») es lento.", "es",
         ["Noodle, Plate and Bill"]),
        ("NPB", "NPB stands for Noodle Plate Billing and began in a tavern.", "en",
         ["Noodle Plate Billing"]),
        ("NPB", "Short for noodle plate billing. A way to pay.", "en", ["noodle plate billing"]),
        ("NPB", "The Net Plate Balance (NPB) counts returns.", "en", ["Net Plate Balance"]),
        ("NPB", "net plate balance (what comes back).", "en", ["net plate balance"]),
        ("TGVO", "Tellergrundverordnung — die Regel der Teller.", "de", ["Tellergrundverordnung"]),
        ("NPB", "The net plate balance (NPB) counts returns.", "en", ["net plate balance"]),
        ("NPB", "Un NPB (saldo neto de platos) cuenta los que vuelven.", "es",
         ["saldo neto de platos"]),
        ("NPB", "Suppentellerbilanz (Net Plate Balance, kurz NPB) zählt Teller.", "de",
         ["Net Plate Balance"]),
        ("NPB", "Net Plate Balance, zu Deutsch Tellersaldo. Zählt Teller.", "de",
         ["Net Plate Balance", "Tellersaldo"]),
        ("Saldo de platos", "El saldo de platos (NPB) cuenta los que vuelven.", "es", ["NPB"]),
        ("NPB", "The task of a Net Plate Balance is to count.", "en", ["Net Plate Balance"]),
        ("NPB", "Acronimo di Net Plate Balance, il conto.", "it", ["Net Plate Balance"]),
        ("NPB", "Sigla de Net Plate Balance; conta os pratos.", "pt", ["Net Plate Balance"]),
        ("NPB", "Sigle de Net Plate Balance, le compte.", "fr", ["Net Plate Balance"]),
        ("NPB", "Die Abkürzung steht für Net Plate Balance und zählt Teller.", "de",
         ["Net Plate Balance"]),
        ("NPB", "Afkorting van Net Plate Balance, de telling van borden.", "nl",
         ["Net Plate Balance"]),
        ("NPB", "Сокращение от Net Plate Balance: счёт тарелок.", "ru", ["Net Plate Balance"]),
        ("NPB", "Skrót od Net Plate Balance, czyli liczba talerzy.", "pl", ["Net Plate Balance"]),
        ("NPB", "Net Plate Balanceの略。皿を数える。", "ja", ["Net Plate Balance"]),
        ("GRM",
         "El GRM o «Guest Relationship Management» (GRC o Gestión de las Relaciones con el "
         "Comensal en español) es una estrategia.", "es",
         ["Guest Relationship Management", "GRC",
          "Gestión de las Relaciones con el Comensal"]),
        # Another name beside the name.
        ("BV", "El Bowl Value, o valor del tazón en la vida, es todo lo que se come.", "es",
         ["Bowl Value", "valor del tazón en la vida"]),
        ("Bowl Success Manager",
         "El papel del Bowl Success Manager, o Gerente del Tazón Feliz, es sonreír.", "es",
         ["Gerente del Tazón Feliz"]),
        ("CMS para sopas", "Un CMS para sopas (o «CMS soup») es útil.", "es", ["CMS soup"]),
        ("Regular", "A regular, also called a habitué, returns.", "en", ["habitué"]),
        ("Regular", "A regular or habitué is a guest who comes back.", "en", ["habitué"]),
        ("Regular", "Also known as habitué. A guest who comes back.", "en", ["habitué"]),
        ("Regular", "A guest who comes back. Also called habitué or patron.", "en",
         ["habitué", "patron"]),
        ("Regular", "A regular (also known as habitué) comes back.", "en", ["habitué"]),
        ("Tischtuch", "Das Tuch auf dem Tisch, auch Decke oder Tafeltuch genannt. Weiß.", "de",
         ["Decke", "Tafeltuch"]),
        ("Nappe", "Souvent appelée « tapis », elle couvre la table.", "fr", ["tapis"]),
        ("Toalha", "Também chamada pano ou, nas cozinhas, TM, cobre a mesa.", "pt", ["pano", "TM"]),
        ("Toalha", "O que cobre a mesa; em inglês, tablecloth. É branca.", "pt", ["tablecloth"]),
        ("MAN", "Siglas de mantel de gala. Cubre la mesa.", "es", ["mantel de gala"]),
        ("Regular", "A guest. Sometimes called an habitué, though not to their face.", "en",
         ["habitué"]),
        ("Regular", "A regular, also spelled reg'lar, comes back.", "en", ["reg'lar"]),
        ("Habitué", "L'habitué, ou regular en anglais, revient souvent.", "fr", ["regular"]),
        ("Stamgäst", "En stamgäst, på engelska regular, kommer tillbaka.", "sv", ["regular"]),
        ("盘子余额", "盘子余额，简称NPB，表示盘子的数量。", "zh", ["NPB"]),
        ("盘子余额", "盘子余额（NPB）表示盘子的数量。", "zh", ["NPB"]),
        ("Stammgast", "Auch Habitué genannt. Ein Gast, der wiederkommt.", "de", ["Habitué"]),
        ("Stammgast", "Der Stammgast, auch Habitué genannt, kommt wieder.", "de", ["Habitué"]),
        ("Stammgast", "Ein Stammgast (engl. regular) kommt wieder.", "de", ["regular"]),
        ("Stammgast", "Stammgast oder Habitué bezeichnet jemanden, der wiederkommt.", "de",
         ["Habitué"]),
        ("Habitué", "L'habitué, également appelé fidèle, revient souvent.", "fr", ["fidèle"]),
        ("Habitué", "L'habitué (en anglais, regular) revient souvent.", "fr", ["regular"]),
        ("Habituale", "L'habituale, detto anche cliente fisso, torna spesso.", "it",
         ["cliente fisso"]),
        ("Cliente fiel", "O cliente fiel, também conhecido como habitué, volta sempre.", "pt",
         ["habitué"]),
        ("Cliente fijo", "También llamado habitual, es quien vuelve.", "es", ["habitual"]),
        ("Cliente fijo", "El cliente fijo, también conocido como habitual, vuelve.", "es",
         ["habitual"]),
        ("Stamgast", "Een stamgast, ook wel habitué genoemd, komt terug.", "nl", ["habitué"]),
        ("Stały gość", "Stały gość, zwany także bywalcem, wraca.", "pl", ["bywalcem"]),
        ("Завсегдатай", "Завсегдатай, также называемый постоянным гостем, приходит снова.", "ru",
         ["постоянным гостем"]),
        ("Stamgäst", "En stamgäst, även kallad habitué, kommer tillbaka.", "sv", ["habitué"]),
        ("Θαμώνας", "Ο θαμώνας, γνωστός και ως τακτικός, έρχεται ξανά.", "el", ["τακτικός"]),
        ("Müdavim", "Müdavim veya sürekli konuk bir kişidir.", "tr", ["sürekli konuk"]),
        ("常客", "常客，也称为老主顾，经常光顾。", "zh", ["老主顾"]),
        ("常連", "常連とは、リピーターとも呼ばれる客。", "ja", ["リピーター"]),
        ("단골", "단골은 상연객이라고도 한다. 자주 오는 손님.", "ko", ["상연객"]),
    ],
)  # fmt: skip
def test_a_name_that_only_the_definition_gives(
    name: str, definition: str, language: str, expected: list[str]
) -> None:
    assert list(given_names(name, definition, language)) == expected


@pytest.mark.parametrize(
    ("name", "definition", "language"),
    [
        ("Menu", "A list for guests, also called diners, who want to eat.", "en"),
        ("Menu", "A menu is a list of dishes or drinks.", "en"),
        ("Menu", "A menu (in most countries) is a list.", "en"),
        ("Menu", "A menu (see Table) is a list.", "en"),
        ("Menu", "A menu (printed or painted) is a list.", "en"),
        ("Menu", "A menu or a list of drinks on a wall helps.", "en"),
        ("Menu", "The menu, or at least a part of it, changes daily.", "en"),
        ("Menu", "Guests read the menu, the cook (QM) reads the guests.", "en"),
        ("Menu", "What is cooked. A cook may be called a chef.", "en"),
        ("Bowl", "The Business Of Warm Liquids (BOWL) is large.", "en"),
        ("GX", "The guest may go extra far for soup.", "en"),
        ("Carta", "La carta o menos de ella se lee en la mesa.", "es"),
        ("Carta", "La carta es una lista para clientes, también llamados comensales.", "es"),
        ("Carta", "El cliente o comensal lee la carta.", "es"),
        ("Karte", "Die Karte ist auch online zu sehen.", "de"),
        ("Karte", "Die Karte oder der Kellner hilft.", "de"),
        ("Karte", "Der Gast, auch Kunde genannt, liest die Karte.", "de"),
        ("Gast", "Ein Gast, also ein hungriger Mensch, sitzt am Tisch.", "de"),
        ("Guest", "A guest or cook that has eaten is happy.", "en"),
        ("POS", "A POS (like Tabledance) counts coins.", "en"),
        ("POS", "A POS (Tabledance, Tillmaster) counts coins.", "en"),
        ("Prospect", "Un prospect ou un client est une personne.", "fr"),
        ("NSW", "new soup waiters are hired every year.", "en"),
        ("Menu", "", "en"),
    ],
)  # fmt: skip
def test_no_name_where_the_definition_speaks_of_something_else(
    name: str, definition: str, language: str
) -> None:
    assert given_names(name, definition, language) == ()


def test_each_of_two_things_takes_its_own_name_from_their_definition() -> None:
    definition = (
        "The «Hot Counter Attendant» or HCA serves soup. An HCA stands all day. In many houses the "
        "work is hard. For its part, the «Sushi Counter Attendant» (SCA) rolls rice."
    )
    assert given_names("HCA", definition, "en") == ("Hot Counter Attendant",)
    assert given_names("SCA", definition, "en") == ("Sushi Counter Attendant",)


def test_what_the_heading_printed_is_not_given_again() -> None:
    definition = "El Bowl Value, o valor del tazón, es todo lo que se come."
    assert given_names("BV", definition, "es", ("Bowl Value",)) == ("valor del tazón",)


def test_a_name_far_from_the_beginning_is_left_alone() -> None:
    definition = "A list. It hangs on a wall. It is long. Also called a card."
    assert given_names("Menu", definition, "en") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Plate", ("Plate",)), ("see plate", ("plate",)), ("See: Plate, Cup", ("Plate", "Cup")),
        ("See also Plate and Cup.", ("Plate", "Cup")), ("→ Plate", ("Plate",)),
        ("vedi Piatto", ("Piatto",)), ("véase Plato", ("Plato",)), ("Ver Plato", ("Plato",)),
        ("voir Assiette", ("Assiette",)), ("siehe Teller", ("Teller",)), ("s. Teller", ("Teller",)),
        ("Siehe auch: Teller; Tasse", ("Teller", "Tasse")), ("zie Bord", ("Bord",)),
        ("см. Тарелка", ("Тарелка",)), ("βλ. Πιάτο", ("Πιάτο",)), ("bkz. Tabak", ("Tabak",)),
        ("zob. Talerz", ("Talerz",)), ("(see Plate)", ("Plate",)), ("See “Plate”.", ("Plate",)),
    ],
)  # fmt: skip
def test_an_entry_that_only_sends_elsewhere(text: str, expected: tuple[str, ...]) -> None:
    assert see_of(text) == expected
    assert is_only_see(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What soup is served in. See Plate.", ("Plate",)),
        ("What soup is served in. See also: plate, cup.", ("plate", "cup")),
        ("What soup is served in (see Plate).", ("Plate",)),
        ("Worin man Suppe reicht. Siehe auch Teller.", ("Teller",)),
        ("Ciò in cui si serve la zuppa (vedi Piatto).", ("Piatto",)),
        ("Dove si serve la zuppa. → Piatto", ("Piatto",)),
    ],
)
def test_a_definition_that_ends_with_a_reference(text: str, expected: tuple[str, ...]) -> None:
    assert see_of(text) == expected
    assert not is_only_see(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "See how we cook.", "What guests see first.", "What you see. See our menu for more.",
        "Ver los resultados de la cocina en la tabla de abajo.", "See page 12.", "See below.",
        "Compare prices before you eat, and eat before you compare anything else again.",
        "Se comen con cuchara.", "Seen from the table. Seeing is believing.", "See https://x.example",
        "Ver es creer.", "See src/bowl/soup.py.", "Se trata de un plato.",
        "Se refiere a la sopa que Ana cocina.",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_reference_is_none(text: str) -> None:
    assert see_of(text) == ()
    assert not is_only_see(text)


TEXTS = st.text("aAbB é你(（)）.。,;:«»“”\"' \n12-–→", max_size=120) | st.text(max_size=200)


@given(st.text(max_size=20), TEXTS, st.sampled_from(["", "en", "de", "pt-BR", "ja", "xx"]))
def test_any_definition_gives_names_that_can_be_used(
    name: str, definition: str, language: str
) -> None:
    found = given_names(name, definition, language)
    assert found == given_names(name, definition, language)
    for other in found:
        assert other
        assert other == other.strip()
        assert other.casefold() != name.casefold()
        assert len(other.split()) <= 8
    assert all(target.strip() == target != "" for target in see_of(definition))
    assert isinstance(is_only_see(definition), bool)


@pytest.mark.parametrize("unit", ["a", "(", "(a ", "a, ", "also called ", "A ", "A. ", "«", "see "])
def test_a_very_long_definition_takes_no_long_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    given_names("ABC", text, "en")
    see_of(text)
    is_only_see(text)
    assert time.process_time() - started < 2
