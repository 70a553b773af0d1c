"""Glossaries as people write, paste and publish them: what is found in each, beside its gold."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.read.documents import CORPUS, GOLD, Document, documents
from benchmarks.read.plain import LINE_END
from benchmarks.read.score import STRESS, Scores, Term, fold, matches, score
from ontology.problem import Problem
from ontology.read.decode import decode
from ontology.read.document import read_document
from ontology.read.entries import DocumentRead

# F1 of terms, names and spans that a change of the reader must not fall below.
FLOORS = {
    "bakery.rst": (0.98, 0.98, 0.98),
    "bakker_dwars.txt": (0.98, 0.98, 0.91),
    "berszamfejtes_hu.csv": (0.98, 0.98, 0.98),
    "birra_punti.txt": (0.95, 0.96, 0.90),
    "buchhaltung.pdf": (0.98, 0.95, 0.98),
    "cerveja_blog_pt.md": (0.98, 0.98, 0.98),
    "cerveza_soporte.adoc": (0.98, 0.96, 0.87),
    "chaye_zh.txt": (0.86, 0.86, 0.74),
    "cirque_bulletin.txt": (0.98, 0.91, 0.91),
    "climbing_colon_en.txt": (0.96, 0.95, 0.93),
    "compta_numeros_fr.txt": (0.98, 0.98, 0.98),
    "crm_pagina.txt": (0.98, 0.92, 0.98),
    "crm_tables.docx": (0.90, 0.89, 0.90),
    "danca_folheto.txt": (0.77, 0.78, 0.55),
    "escalada_numeros.txt": (0.96, 0.93, 0.96),
    "fehtovanie_ru.txt": (0.93, 0.91, 0.93),
    "ferrovia.md": (0.98, 0.98, 0.98),
    "ferrovia_trattini_it.txt": (0.98, 0.98, 0.93),
    "first_sail.md": (0.98, 0.95, 0.92),
    "foundry_induction.docx": (0.82, 0.84, 0.77),
    "frantoio.rst": (0.98, 0.98, 0.98),
    "hospital_pharmacy_terms.pdf": (0.87, 0.78, 0.98),
    "hotel_revenue_words.txt": (0.95, 0.95, 0.92),
    "imker_blog.txt": (0.86, 0.85, 0.66),
    "imkerei_pdf_de.txt": (0.98, 0.96, 0.98),
    "insolvency_terms.tbx": (0.98, 0.97, 0.90),
    "istioploia_el.txt": (0.98, 0.98, 0.93),
    "kaasmakerij.html": (0.90, 0.87, 0.84),
    "kadry_tabela.txt": (0.98, 0.95, 0.86),
    "keramika_ru.txt": (0.98, 0.96, 0.92),
    "keramiki_bold_el.md": (0.98, 0.98, 0.92),
    "kiln_martif.tbx": (0.98, 0.98, 0.98),
    "kundtjanst.md": (0.88, 0.91, 0.88),
    "lager_rutor.txt": (0.84, 0.83, 0.77),
    "lalkarstwo.tex": (0.88, 0.84, 0.88),
    "letterpress_twocol.txt": (0.98, 0.94, 0.94),
    "logistics_sheet_en.csv": (0.98, 0.98, 0.98),
    "logistiek.xlsx": (0.96, 0.94, 0.92),
    "melissa_el.docx": (0.98, 0.98, 0.98),
    "moulin_martif.tbx": (0.94, 0.93, 0.98),
    "night_trains_longread.md": (0.98, 0.95, 0.91),
    "notensatz.tex": (0.98, 0.89, 0.98),
    "onsen_ryokan.adoc": (0.91, 0.92, 0.91),
    "orchestra_numeri_dopo.txt": (0.98, 0.98, 0.92),
    "orgelbau_glossar.txt": (0.98, 0.95, 0.98),
    "orkiestra.docx": (0.93, 0.88, 0.93),
    "orquestra_bullets_pt.txt": (0.98, 0.98, 0.98),
    "paie_cartes.html": (0.98, 0.88, 0.87),
    "pan_ja.txt": (0.95, 0.96, 0.84),
    "panificazione_cards_it.html": (0.95, 0.96, 0.95),
    "parfumerie_lexique.pdf": (0.98, 0.98, 0.98),
    "personal_tabelle_de.html": (0.94, 0.94, 0.94),
    "port_terms_en_tr.txt": (0.92, 0.90, 0.92),
    "puerto_seco.csv": (0.98, 0.98, 0.98),
    "re_words_for_monday.txt": (0.98, 0.93, 0.79),
    "recueil_fr.txt": (0.98, 0.96, 0.98),
    "relojeria_README.md": (0.98, 0.98, 0.91),
    "ruche_colonnes.pdf": (0.98, 0.96, 0.98),
    "saas_support.txt": (0.84, 0.80, 0.84),
    "segling.tbx": (0.98, 0.98, 0.98),
    "seguros_perguntas.html": (0.98, 0.98, 0.98),
    "sifriya_he.txt": (0.91, 0.92, 0.77),
    "sklarna_cs.txt": (0.98, 0.95, 0.91),
    "skogsordlista.xlsx": (0.98, 0.98, 0.98),
    "steuerbuero_export.txt": (0.98, 0.98, 0.98),
    "support_tabs_en.txt": (0.98, 0.98, 0.93),
    "teatro_titulos_es.txt": (0.98, 0.98, 0.92),
    "theatre_accordion.html": (0.93, 0.92, 0.93),
    "tijara_ar.md": (0.92, 0.95, 0.92),
    "ventas_lista_es.md": (0.98, 0.98, 0.93),
    "voile_dl_fr.html": (0.92, 0.92, 0.92),
}

DOCUMENTS = {document.path.name: document for document in documents(CORPUS)}


def test_every_gold_has_its_document_and_its_floor() -> None:
    assert len(DOCUMENTS) == len([*CORPUS.glob(f"*{GOLD}")])
    assert DOCUMENTS.keys() == FLOORS.keys()


@pytest.mark.parametrize("name", FLOORS)
def test_a_glossary_is_read_as_well_as_it_was(name: str) -> None:
    document = DOCUMENTS[name]
    read = [asdict(term) for term in read_of(document.path).terms]
    reached = figures(score(read, document.gold))
    told = "\n".join([f"{name}: {reached}, floors {FLOORS[name]}", *differences(read, document)])
    assert all(map(float.__ge__, reached, FLOORS[name])), told


@pytest.mark.parametrize("name", [name for name in FLOORS if name.endswith((".txt", ".md"))])
def test_nothing_of_a_document_disappears_unsaid(name: str) -> None:
    path = DOCUMENTS[name].path
    told = {line.line for line in read_of(path).lines}
    lines = LINE_END.split(decode(path.read_bytes(), name))
    assert {at for at, line in enumerate(lines, 1) if re.search(r"\w", line)} <= told


@cache
def read_of(path: Path) -> DocumentRead:
    return read_document(path.read_bytes(), path.name)


def figures(scores: Scores) -> tuple[float, float, float]:
    """F1 of terms, names and spans, rounded down as people write it."""
    tallies = (scores.terms, scores.names, scores.spans)
    terms, names, spans = (int(tally.f1 * 1000) / 1000 for tally in tallies)
    return terms, names, spans


def differences(read: list[Term], document: Document) -> Iterator[str]:
    """What is missing, what is extra, and which found terms have other names or another span."""
    gold, pairs = document.gold, matches(read, document.gold)
    read_left = set(range(len(read))) - {r for r, _ in pairs}
    gold_left = set(range(len(gold))) - {g for _, g in pairs}
    yield from (f"missing: {_place(gold[g])}" for g in sorted(gold_left))
    yield from (f"extra: {_place(read[r])}" for r in sorted(read_left))
    for r, g in pairs:
        ours, theirs = read[r], gold[g]
        if set(map(fold, _all(ours))) != set(map(fold, _all(theirs))):
            yield f"names: {' | '.join(_all(ours))}, should be {' | '.join(_all(theirs))}"
        starts = {theirs["line_start"], *theirs.get("starts", ())}
        if theirs["line_start"] and not (
            ours["line_start"] in starts and ours["line_end"] == theirs["line_end"]
        ):
            yield f"span: {_place(ours)}, should be {_place(theirs)}"


def _place(term: Term) -> str:
    return f"{term['line_start']}-{term['line_end']} {term['name']!r}"


def _all(term: Term) -> list[str]:
    return [term["name"], *term["other_names"]]


WORD = re.compile(r"\w+")
CUT = re.compile(r"(\w+)[-\u00ad][ \t]*[\r\n]")


def mixtures(*suffixes: str) -> st.SearchStrategy[bytes]:
    """Passages of our documents in any order, with any end of lines."""
    documents = [
        document.path.read_bytes().splitlines()
        for document in DOCUMENTS.values()
        if document.path.suffix in suffixes
    ]
    passages = st.builds(
        lambda lines, start, size: lines[start % len(lines) :][:size],
        st.sampled_from(documents),
        st.integers(0, 10_000),
        st.sampled_from([1, 2, 5, 30]),
    )
    return st.builds(
        lambda some, end: end.join(line for lines in some for line in lines),
        st.lists(passages, min_size=1, max_size=8),
        st.sampled_from([b"\n", b"\r\n", b"\r"]),
    )


MIXTURES = mixtures(".txt", ".md", ".csv", ".html")
slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_told(data: bytes, name: str) -> DocumentRead | str:
    """What is read of a document, or the one line that says why nothing is."""
    try:
        return read_document(data, name)
    except Problem as problem:
        assert name in str(problem)
        assert "\n" not in str(problem)
        return str(problem)


@pytest.mark.parametrize("name", ["mixed.txt", "mixed.md", "mixed.csv", "mixed.html"])
@given(data=MIXTURES)
@slow
def test_any_mixture_of_lines_is_read_or_told_in_one_line(name: str, data: bytes) -> None:
    read = read_or_told(data, name)
    assert read == read_or_told(data, name)


@pytest.mark.parametrize("name", ["mixed.txt", "mixed.csv", "mixed.html"])
@given(data=MIXTURES)
@slow
def test_spans_lie_within_the_document_and_in_order(name: str, data: bytes) -> None:
    read = read_or_told(data, name)
    if isinstance(read, str):
        return
    last = len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    assert all(1 <= term.line_start <= term.line_end <= last for term in read.terms)
    starts = [term.line_start for term in read.terms]
    assert starts == sorted(starts)


@given(data=mixtures(".txt", ".md"))
@slow
def test_a_definition_is_made_of_what_the_document_says(data: bytes) -> None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    read = read_or_told(data, "mixed.txt")
    letters = fold(text) + fold(STRESS.sub("", text))
    terms = () if isinstance(read, str) else read.terms
    words = {word for term in terms for word in WORD.findall(f"{term.name} {term.definition}")}
    # A word cut at the end of a line goes on after whatever stands between, such as a running head.
    cut = tuple(map(fold, CUT.findall(text)))
    assert not {
        word for word in words if not fold(word).startswith(cut) and fold(word) not in letters
    }
