"""What must not become one concept of itself, however near the words are."""

from dataclasses import replace

import pytest

from ontology.align.proposal import align
from ontology.model import ConceptScheme, Match, Term, Vocabulary

EMPTY = Vocabulary(ConceptScheme(iri="https://example.org/"))


def accepted(matches: list[Match]) -> list[str]:
    return [row.concept for row in matches if row.relation == "same" and row.decision == "accept"]


SIBLINGS = [
    ("en", "Upsell", "en", "Downsell"),
    ("en", "Upgrade", "en", "Downgrade"),
    ("en", "Inbound marketing", "en", "Outbound marketing"),
    ("en", "Monthly Recurring Revenue", "en", "Annual Recurring Revenue"),
    ("es", "Ingresos recurrentes mensuales", "en", "Annual Recurring Revenue"),
    ("en", "Customer Data Platform", "en", "Data Management Platform"),
    ("en", "Demand Side Platform", "en", "Supply Side Platform"),
    ("en", "PaaS", "en", "SaaS"),
    ("en", "Platform as a Service", "es", "Software as a Service"),
    ("es", "CRM analítico", "es", "CRM móvil"),
    ("es", "CRM analítico", "fr", "CRM mobile"),
    ("es", "CRM", "fr", "CRM analytique"),
    ("en", "Customer Success Manager", "en", "Customer Success Management"),
    ("en", "Customer success manager", "es", "Gestión del éxito del cliente"),
    ("en", "Churn", "en", "Net revenue churn"),
    ("en", "Customer experience", "en", "Customer experience management"),
    ("en", "Customer experience", "es", "Gestión de la experiencia del cliente"),
    ("en", "Funnel", "en", "Pipeline"),
    ("en", "Marketing automation", "es", "Automatización"),
    ("en", "Fixed costs", "fr", "Coûts variables"),
    ("en", "Gross margin", "fr", "Marge nette"),
    ("en", "Import duty", "es", "Derecho de exportación"),
    ("en", "Internal audit", "pt", "Auditoria externa"),
    ("en", "Debit", "de", "Kredit"),
    ("en", "Accountant", "fr", "Comptabilité"),
    ("de", "Lieferant", "en", "Delivery"),
    ("en", "Maximum stock", "it", "Scorta minima"),
    ("de", "Vordergrund", "en", "Background"),
    ("fr", "Surexposition", "it", "Sottoesposizione"),
    ("en", "Exit", "es", "Éxito"),
    ("en", "Fabric", "es", "Fábrica"),
    ("en", "Carpet", "es", "Carpeta"),
    ("en", "Library", "es", "Librería"),
    ("en", "Segment", "es", "Segmentación"),
    ("en", "Customer loyalty", "fr", "Service client"),
    ("en", "Employer", "fr", "Employé"),
    ("en", "Insured", "en", "Insurer"),
    ("en", "Macro", "en", "Micro"),
    ("en", "Hypertension", "en", "Hypotension"),
    ("en", "Hypertension", "es", "Hipotensión"),
    ("en", "Intranet", "es", "Internet"),
    ("en", "Encryption", "fr", "Décryptage"),
    ("en", "MQL", "en", "SQL"),
    ("en", "B2B", "en", "B2C"),
    ("en", "C++", "en", "C#"),
    ("en", "Version 1", "en", "Version 2"),
]


@pytest.mark.parametrize(("language", "name", "tag", "other"), SIBLINGS)
@pytest.mark.parametrize("documents", [("a", "b"), ("a", "a")], ids=["two", "one"])
def test_siblings_and_opposites_stay_two(
    language: str, name: str, tag: str, other: str, documents: tuple[str, str]
) -> None:
    one = Term(name, language=language, document=documents[0])
    two = Term(other, language=tag, document=documents[1])
    assert accepted(align([one, two], EMPTY)) == []


HOMONYMS = [
    (
        Term(
            "SQL", ("Sales Qualified Lead",), definition="A lead that the sales team has checked."
        ),
        Term(
            "SQL",
            ("Structured Query Language",),
            definition="Language for asking databases questions.",
        ),
    ),
    (
        Term(
            "SQL",
            (),
            definition="A prospect whom marketing hands over because he is ready to talk to sales.",
        ),
        Term(
            "SQL",
            (),
            definition="Language in which programs ask a relational database for rows of tables.",
        ),
    ),
    (
        Term(
            "LTV",
            ("Lifetime Value",),
            definition="All the money that one customer brings over the years.",
        ),
        Term(
            "LTV",
            ("Loan-to-Value",),
            definition="Share of a house's worth that the mortgage makes up.",
        ),
    ),
    (
        Term(
            "LTV",
            (),
            definition="Lifetime value: the money that one customer brings over the years.",
        ),
        Term(
            "LTV",
            (),
            definition="Loan to value: the share of a house's worth that the mortgage makes up.",
        ),
    ),
    (
        Term(
            "Churn",
            (),
            definition="Customers who cancel their subscription within a month or a year.",
        ),
        Term(
            "Churn",
            (),
            definition="Vessel of wood in which cream is beaten until it turns into butter.",
        ),
    ),
    (
        Term(
            "Lead",
            (),
            definition="Person who left an address and may want to buy from the company.",
        ),
        Term(
            "Lead", (), definition="Heavy soft metal, grey, once common in water pipes and paint."
        ),
    ),
    (
        Term(
            "Pipeline",
            (),
            definition="Open deals with the step that each of them has reached so far.",
        ),
        Term(
            "Pipeline", (), definition="Tube through which oil or gas flows from well to refinery."
        ),
    ),
]


@pytest.mark.parametrize(("one", "two"), HOMONYMS)
@pytest.mark.parametrize("languages", [("en", "en"), ("", "")])
def test_one_name_for_two_things_stays_two_where_definitions_disagree(
    one: Term, two: Term, languages: tuple[str, str]
) -> None:
    first = replace(one, language=languages[0], document="a")
    second = replace(two, language=languages[1], document="b")
    assert accepted(align([first, second], EMPTY)) == []
    same = replace(two, language=languages[1], document="a")
    assert accepted(align([first, same], EMPTY)) == []


def test_a_third_document_does_not_join_what_two_hold_apart() -> None:
    lead = Term(
        "SQL",
        ("Sales Qualified Lead",),
        definition="A lead checked by sales.",
        language="en",
        document="a",
    )
    language = Term(
        "SQL",
        ("Structured Query Language",),
        definition="For databases.",
        language="en",
        document="b",
    )
    bare = Term("SQL", language="en", document="c")
    assert len(accepted(align([lead, language, bare], EMPTY))) <= 1


def test_the_doubt_is_said_in_words() -> None:
    terms = [
        Term(
            "Churn",
            (),
            definition="Customers who cancel their subscription within a month.",
            language="en",
        ),
        Term(
            "Churn",
            (),
            definition="Vessel of wood in which cream is beaten into butter.",
            language="en",
        ),
    ]
    proposed = next(row for row in align(terms, EMPTY) if row.relation == "same")
    assert proposed.decision == "propose"
    assert "their definitions have nothing in common" in proposed.reasons


def test_definitions_alone_make_no_one_thing_of_two_names_in_one_language() -> None:
    shared = "Share of the guests of a hotel who left within a given period of time"
    terms = [
        Term(
            "No-show rate",
            (),
            definition=f"{shared} without coming back.",
            language="en",
            document="a",
        ),
        Term(
            "Occupancy",
            (),
            definition=f"{shared} and were replaced by others.",
            language="en",
            document="b",
        ),
        Term("Minibar", (), definition="Small fridge in a room.", language="en", document="a"),
        Term(
            "Concierge",
            (),
            definition="Person at the door who knows the town.",
            language="en",
            document="b",
        ),
    ]
    assert accepted(align(terms, EMPTY)) == []


def test_one_word_joins_no_documents_of_different_trades() -> None:
    climber = ["Harness", "Belay", "Quickdraw", "Crux", "Chalk", "Sling"]
    sailor = ["Grand-voile", "Cap", "Amarre", "Écoute", "Pavillon", "Tirant d'eau"]
    terms = [
        Term(name, (), definition="Something of climbers.", language="en", document="a")
        for name in climber
    ]
    terms += [
        Term(name, (), definition="Chose de marins.", language="fr", document="b")
        for name in sailor
    ]
    terms += [
        Term(
            "Anchor",
            (),
            definition="Bolts at the top of a route to hang from.",
            language="en",
            document="a",
        ),
        Term(
            "Ancre",
            (),
            definition="Pièce de fer qui retient le bateau au fond.",
            language="fr",
            document="b",
        ),
    ]
    proposed = [row for row in align(terms, EMPTY) if row.relation == "same"]
    assert [(row.term.name, row.decision) for row in proposed] == [("Ancre", "propose")]
    assert "the two documents have little else in common" in proposed[0].reasons[-1]
