"""The language of a glossary is told from its own text, English jargon or not."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.read.naming.language import language_of
from ontology.read.naming.small_words import phrases, words

TABLE = Path(__file__).parents[3] / "ontology" / "read" / "naming" / "words.toml"

# Languages in which a sentence may read like one of its neighbour.
TWINS = {"gl": ("es", "pt"), "nb": ("da",), "da": ("nb",), "sk": ("cs",)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The share of customers who stop paying within a month."),
        ("en", "Anyone who leaves an address and asks for an offer."),
        ("en", "Software as a service that is hosted by its vendor."),
        ("de", "Anteil der Kunden, die im Lauf eines Monats kündigen."),
        ("de", "Ein Lead ist ein Kontakt, der Interesse am Angebot zeigt."),
        ("de", "Das Onboarding umfasst alle Schritte nach dem Kauf."),
        ("fr", "Part des clients qui résilient leur abonnement au cours d'un mois."),
        ("fr", "Le lead scoring consiste à noter les prospects."),
        ("fr", "Outil qui rassemble les données des acheteurs."),
        ("es", "El lead nurturing es el cuidado de contactos que aún no compran."),
        ("es", "Porcentaje de clientes que se dan de baja al mes."),
        ("es", "Programa que reúne los datos de los compradores."),
        ("es", "Un customer journey map dibuja cada paso del comprador."),
        ("pt", "Parcela dos clientes que cancelam o contrato no mês."),
        ("pt", "O lead scoring dá uma nota a cada contato."),
        ("pt", "Programa que reúne os dados dos compradores."),
        ("pt", "Um funil de vendas mostra as etapas da compra."),
        ("it", "Quota dei clienti che disdicono nel corso del mese."),
        ("it", "Il lead scoring assegna un punteggio a ogni contatto."),
        ("it", "Programma che raccoglie i dati degli acquirenti."),
        ("it", "Una pipeline mostra le trattative aperte."),
        ("nl", "Het deel van de klanten dat in een maand opzegt."),
        ("nl", "Een lead is een contact dat belangstelling toont."),
        ("nl", "Software die gegevens van kopers verzamelt."),
        ("ca", "La part dels clients que es donen de baixa en un mes."),
        ("ca", "Un lead és un contacte que mostra interès."),
        ("gl", "A parte dos clientes que se dan de baixa nun mes."),
        ("gl", "Un lead é unha persoa que amosa interese polo produto."),
        ("ro", "Ponderea clienților care renunță într-o lună."),
        ("ro", "Un lead este o persoană care arată interes."),
        ("pl", "Odsetek klientów, którzy rezygnują w ciągu miesiąca."),
        ("pl", "Lead to osoba, która zostawiła swoje dane."),
        ("cs", "Podíl zákazníků, kteří během měsíce odejdou."),
        ("cs", "Lead je kontakt, který projevil zájem o nabídku."),
        ("sk", "Podiel zákazníkov, ktorí počas mesiaca odídu."),
        ("sk", "Lead je kontakt, ktorý prejavil záujem o ponuku."),
        ("sl", "Delež strank, ki v enem mesecu odidejo."),
        ("sl", "Oseba, ki je pokazala zanimanje za ponudbo."),
        ("hr", "Udio kupaca koji tijekom mjeseca odu drugamo."),
        ("hr", "Osoba koja je pokazala zanimanje za ponudu tvrtke."),
        ("sr", "Удео купаца који током месеца оду."),
        ("sr", "Особа која је показала интересовање за понуду."),
        ("sv", "Andelen kunder som säger upp sig under en månad."),
        ("sv", "En person som har visat intresse för erbjudandet."),
        ("da", "Andelen af kunder, som siger op i løbet af en måned."),
        ("da", "En person, der har vist interesse for tilbuddet."),
        ("nb", "Andelen kunder som sier opp i løpet av en måned."),
        ("nb", "En person som har vist interesse for tilbudet."),
        ("fi", "Niiden asiakkaiden osuus, jotka lähtevät kuukauden aikana."),
        ("fi", "Henkilö, joka on osoittanut kiinnostusta tarjoukseen."),
        ("et", "Klientide osakaal, kes kuu jooksul lahkuvad."),
        ("et", "Isik, kes on pakkumise vastu huvi tundnud."),
        ("hu", "Azoknak az ügyfeleknek az aránya, akik egy hónapon belül felmondanak."),
        ("hu", "Olyan személy, aki érdeklődik az ajánlat iránt."),
        ("tr", "Bir ay içinde ayrılan müşterilerin oranı."),
        ("tr", "Teklife ilgi gösteren kişi veya kurum."),
        ("el", "Το ποσοστό των πελατών που φεύγουν μέσα σε έναν μήνα."),
        ("ru", "Доля клиентов, которые уходят в течение месяца."),
        ("ru", "Лид — это человек, который оставил свои данные."),
        ("uk", "Частка клієнтів, які йдуть протягом місяця."),
        ("uk", "Особа, яка виявила інтерес до пропозиції."),
        ("bg", "Делът на клиентите, които напускат в рамките на месец."),
        ("bg", "Лице, което е проявило интерес към офертата."),
        ("ar", "نسبة العملاء الذين يغادرون خلال شهر واحد"),
        ("fa", "درصد مشتریانی که در طول یک ماه می‌روند"),
        ("he", "שיעור הלקוחות שעוזבים במהלך חודש"),
        ("hi", "एक महीने में छोड़ने वाले ग्राहकों का हिस्सा"),
        ("zh", "一个月内流失的客户所占的比例。"),
        ("zh", "CRM是管理客户关系的系统。"),
        ("ja", "一か月のうちに解約する顧客の割合。"),
        ("ja", "CRMは顧客との関係を管理する手法です。"),
        ("ko", "한 달 동안 떠나는 고객의 비율."),
        ("vi", "Tỷ lệ khách hàng rời đi trong một tháng."),
        ("id", "Bagian pelanggan yang berhenti dalam satu bulan."),
        ("id", "Orang yang menunjukkan minat pada penawaran."),
    ],
)
def test_one_definition_is_enough(language: str, text: str) -> None:
    found = language_of(text)
    assert found == language or (language in TWINS and found in ("", *TWINS[language]))


GLOSSARIES = {
    "en": "Lead: anyone who asked for an offer. Churn: the share of those who leave within a year.",
    "de": "Lead: wer nach einem Angebot gefragt hat. Churn: der Anteil derer, die im Jahr gehen.",
    "fr": "Lead : toute personne qui a demandé une offre. Churn : la part de ceux qui partent.",
    "es": "Lead: quien ha pedido una oferta. Churn: la parte de los que se van en un año.",
    "pt": "Lead: quem pediu uma proposta. Churn: a parcela dos que vão embora em um ano.",
    "it": "Lead: chi ha chiesto un'offerta. Churn: la quota di quelli che se ne vanno in un anno.",
    "nl": "Lead: wie om een aanbod heeft gevraagd. Churn: het deel dat binnen een jaar vertrekt.",
    "gl": "Lead: quen pediu unha oferta. Churn: a parte dos que marchan nun ano e non volven.",
    "da": "Lead: den, der har bedt om et tilbud. Churn: andelen af dem, der går inden for et år.",
    "nb": "Lead: den som har bedt om et tilbud. Churn: andelen av dem som går innen et år.",
    "sk": "Lead: kto požiadal o ponuku. Churn: podiel tých, ktorí počas roka odídu, a nie sú späť.",
}


@pytest.mark.parametrize("language", GLOSSARIES)
def test_a_glossary_full_of_jargon_is_in_the_language_of_its_sentences(language: str) -> None:
    jargon = " Customer success manager. Marketing automation. Key account. "
    assert language_of(jargon.join([GLOSSARIES[language]] * 3)) == language


@pytest.mark.parametrize("text", ["", " ", "CRM", "Lead", "12 %", "—", "MQL SQL", "\U0001f600" * 9])
def test_too_little_text_is_in_no_language(text: str) -> None:
    assert language_of(text) == ""


def test_only_a_language_asked_for_is_found() -> None:
    text = "En person som har vist interesse for tilbudet."
    assert language_of(text, ["nb", "en"]) == "nb"
    assert language_of(text, ["da-DK", "en-GB"]) == "da"
    assert language_of("Доля клиентов, которые уходят.", ["en", "de"]) == ""


@given(st.text(), st.lists(st.sampled_from(["en", "de-AT", "zh", "xx"])))
def test_any_text_has_one_known_language_or_none(text: str, among: list[str]) -> None:
    found = language_of(text, among)
    assert found == language_of(text, among)
    assert found == "" or (len(found) == 2 and found.islower())
    assert not among or found in {"", *(tag.partition("-")[0] for tag in among)}


@pytest.mark.parametrize("unit", ["a", "the ", "é' ", "字", "Ж", "\u0301"])
def test_a_very_long_text_takes_no_long_time(unit: str) -> None:
    started = time.process_time()
    language_of(unit * 1_000_000)
    assert time.process_time() - started < 2


def test_every_language_of_the_table_says_or_and_see() -> None:
    for language, row in words().items():
        assert row["either"], language
        assert row.get("see") or row.get("see_if"), language


def test_every_field_of_the_table_is_explained_at_its_head() -> None:
    head = TABLE.read_text(encoding="utf-8").partition("\n[")[0]
    explained = {word.strip("#:") for line in head.splitlines() for word in line.split()}
    assert {field for row in words().values() for field in row} <= explained


def test_small_words_of_two_meanings_wait_for_their_language() -> None:
    assert "o" in phrases("either", "es-MX")
    assert "o" not in phrases("either", "pt")
    assert "o" not in phrases("either", "")
    assert "of" in phrases("either", "nl")
    assert "of" not in phrases("either", "en")


def test_the_language_is_told_without_a_heavy_library() -> None:
    script = "import sys, ontology.read.naming.language; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not {"numpy", "py3langid", "rapidfuzz"} & set(done.stdout.split())
