"""A vocabulary folder is read whole, or the first mistake is told by file, line and remedy."""

from pathlib import Path

import pytest

from ontology.model import Collection, Concept, ConceptScheme, PrintedLabel, Reading, Source
from ontology.problem import Problem
from ontology.vocabulary import parse_vocabulary

SMALL = Path(__file__).parent.parent / "data" / "small"
FILES = {
    path.relative_to(SMALL).as_posix(): path.read_text(encoding="utf-8")
    for path in SMALL.rglob("*.yaml")
}
GLIM = "vocabulary/glim.yaml"
JARS = "vocabulary/jars.yaml"
BASE = "https://example.org/glim/"
LEAF = f"{BASE}source/leaf"


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The small vocabulary with one text of one file replaced."""
    assert FILES[file].count(old) == 1, f"{old!r} should stand once in {file}"
    return {**FILES, file: FILES[file].replace(old, new)}


def problem_of(files: dict[str, str]) -> str:
    with pytest.raises(Problem) as caught:
        parse_vocabulary(files)
    return str(caught.value)


# --- a good one ------------------------------------------------------------------------------


def test_the_scheme_is_read_with_every_value_as_text() -> None:
    assert parse_vocabulary(FILES).scheme == ConceptScheme(
        iri=BASE,
        prefix="glim",
        languages=("en", "es", "no"),
        title={"en": "Glimworks", "es": "Glimería"},
        description={"en": "Words that nobody uses."},
        creator="nobody",
        license="https://creativecommons.org/publicdomain/zero/1.0/",
        version="1.0",
        issued="2026-01-31",
        modified="2026-02-28",
        top_concepts=(f"{BASE}glim",),
    )


def test_concepts_of_all_subject_files_are_read_in_the_order_of_their_names() -> None:
    glim, jar, twin = parse_vocabulary(FILES).concepts
    assert glim == Concept(
        iri=f"{BASE}glim",
        pref_labels={"en": "glim", "es": "brillín", "no": "glimt"},
        alt_labels={"en": ("glimmet", "small hum"), "es": ("GLM",)},
        hidden_labels={"en": ("glimm",)},
        definitions={"en": ("A small light that hums.",)},
        scope_notes={"en": ("Never said of a lamp.",)},
        examples={"en": ("The glim hums at noon.",)},
        history_notes={"en": ("Was two concepts once.",)},
        notation="glim",
        printed=(PrintedLabel("brillín", "es", LEAF), PrintedLabel("GLM", "es", LEAF)),
        readings=(
            Reading("A light, humming or not", "en", LEAF),
            Reading("Una luz, zumbe o no", "es", LEAF),
            Reading("Et lys, med eller uten lyd", "no", LEAF),
        ),
        schemes=(BASE,),
        top_concept_of=(BASE,),
    )
    assert jar.mappings == {"closeMatch": ("https://example.com/jar",)}
    assert (twin.broader, twin.related) == ((glim.iri,), (jar.iri,))


def test_sources_and_their_groups_are_read() -> None:
    vocabulary = parse_vocabulary(FILES)
    assert vocabulary.sources == (
        Source(LEAF, "leaf", "Hoja de brillos", "es", "Casa Lum", "leaflet", 2),
    )
    assert vocabulary.collections == (
        Collection(
            f"{BASE}collection/leaf-bright-things",
            {"en": "bright things", "es": "cosas brillantes"},
            (f"{BASE}glim",),
            LEAF,
        ),
    )


def test_sources_and_mappings_may_be_left_out() -> None:
    files = changed(GLIM, "  sources:\n    leaf:\n", "")
    files[GLIM] = files[GLIM].replace(
        "      group: bright-things\n      prints: [brillín, GLM]\n      reads:\n"
        "        en: A light, humming or not\n        es: Una luz, zumbe o no\n"
        "        no: Et lys, med eller uten lyd\n",
        "",
    )
    del files["sources.yaml"], files["mappings.yaml"]
    vocabulary = parse_vocabulary(files)
    assert not vocabulary.sources
    assert not vocabulary.collections
    assert len(vocabulary.concepts) == 3


def test_a_comment_and_an_empty_subject_file_change_nothing() -> None:
    files = {**FILES, "vocabulary/later.yaml": "# Nothing yet.\n"}
    assert parse_vocabulary(files) == parse_vocabulary(FILES)


def test_an_accent_typed_as_a_sign_of_its_own_is_the_same_label() -> None:
    assert parse_vocabulary(changed(GLIM, "[brillín, GLM]", "[brilli\u0301n, GLM]"))


def test_a_vocabulary_needs_no_licence_and_a_source_no_publisher() -> None:
    files = changed(
        "scheme.yaml", "license: https://creativecommons.org/publicdomain/zero/1.0/\n", ""
    )
    files["sources.yaml"] = files["sources.yaml"].replace("  publisher: Casa Lum\n", "")
    vocabulary = parse_vocabulary(files)
    assert (vocabulary.scheme.license, vocabulary.sources[0].publisher) == ("", "")


def under_leaf(text: str) -> Concept:
    """The concept glim, with ``text`` for what its source says there."""
    start = FILES[GLIM].index("      group: bright")
    end = FILES[GLIM].index("twin-glim:")
    files = {**FILES, GLIM: FILES[GLIM][:start] + text + FILES[GLIM][end:]}
    return parse_vocabulary(files).concepts[0]


def test_a_source_defines_a_concept_beside_the_definition_of_the_vocabulary() -> None:
    concept = under_leaf("      prints: [GLM]\n      defines: Luz menor.\n")
    assert concept.definitions == {"en": ("A small light that hums.",), "es": ("Luz menor.",)}
    assert concept.readings == (Reading("Luz menor.", "es", LEAF),)
    assert concept.sourced_definitions() == concept.readings
    assert concept.own_definitions() == {"en": ("A small light that hums.",)}


def test_a_source_in_two_languages_prints_and_defines_in_both() -> None:
    concept = under_leaf(
        "      prints: {es: [GLM], en: [glim]}\n"
        "      defines:\n        es: [Luz menor., Zumbido.]\n        en: It hums.\n"
    )
    assert [printed[:2] for printed in concept.printed] == [("GLM", "es"), ("glim", "en")]
    assert concept.definitions["en"] == ("A small light that hums.", "It hums.")
    assert concept.definitions["es"] == ("Luz menor.", "Zumbido.")


def test_a_source_may_list_a_concept_in_two_groups() -> None:
    files = changed("sources.yaml", "  groups:\n", "  groups:\n    loud: {en: loud}\n")
    files[GLIM] = files[GLIM].replace("group: bright-things", "group: [bright-things, loud]")
    loud, bright = parse_vocabulary(files).collections
    assert loud.members == bright.members == (f"{BASE}glim",)


def test_a_kind_of_note_may_have_several_texts() -> None:
    files = changed(GLIM, "example: The glim hums at noon.", "example: [It hums., It glows.]")
    assert parse_vocabulary(files).concepts[0].examples == {"en": ("It hums.", "It glows.")}


def test_a_source_says_what_it_says_in_the_languages_there_are() -> None:
    files = changed(GLIM, "        es: Una luz, zumbe o no\n", "")
    assert [reading.language for reading in parse_vocabulary(files).concepts[0].readings] == [
        "en",
        "no",
    ]


def test_a_retired_concept_keeps_its_name_and_says_what_replaces_it() -> None:
    files = changed(GLIM, "  broader: [glim]\n  related: [glim-jar]\n", "  replacedBy: glim-jar\n")
    twin = parse_vocabulary(files).concepts[2]
    assert twin.deprecated
    assert twin.replaced_by == f"{BASE}glim-jar"
    assert twin.pref_labels == {"en": "twin glim"}
    assert not parse_vocabulary(FILES).concepts[2].deprecated


# --- mistakes, in the words of whoever wrote them --------------------------------------------

SCHEME_MISTAKES = [
    (
        "iri: https://example.org/glim/",
        "iri: https://example.org/glim",
        "scheme.yaml:1: 'https://example.org/glim' is not a base IRI; it begins with https:// and "
        "ends in / or #",
    ),
    (
        "prefix: glim",
        "prefix: my glim",
        "scheme.yaml:2: 'my glim' is no prefix; use lower-case letters and digits",
    ),
    (
        "[en, es, no]",
        "[]",
        "scheme.yaml:3: no language stands here; write its tag, such as en",
    ),
    (
        "[en, es, no]",
        "[en, es, 'no', Old Norse]",
        "scheme.yaml:3: 'Old Norse' is no language tag; write one such as en or pt-BR",
    ),
    (
        "[en, es, no]",
        "[en, es, es]",
        "scheme.yaml:3: 'es' stands twice in this list",
    ),
    (
        "  es: Glimería",
        "  ess: Glimería",
        "scheme.yaml:6: no key 'ess' is known here; did you mean 'es'?",
    ),
    (
        "license: https://creativecommons.org/publicdomain/zero/1.0/",
        "license: CC0",
        "scheme.yaml:10: 'CC0' is no IRI; write the web address of the licence",
    ),
    ("prefix: glim\n", "", "scheme.yaml:1: 'prefix' is missing here"),
    ("version: 1.0", "version:", "scheme.yaml:11: a text should stand here"),
    (
        "issued: 2026-01-31",
        "issued: 2026-01-32",
        "scheme.yaml:12: '2026-01-32' is no date; write year-month-day, such as 2026-01-31",
    ),
    (
        "modified:",
        "modifed:",
        "scheme.yaml:13: no key 'modifed' is known here; did you mean 'modified'?",
    ),
    (
        "topConcepts: [glim]",
        "topConcepts: [glin]",
        "scheme.yaml:14: 'glin' is no concept; did you mean 'glim' or 'glim-jar' or 'twin-glim'?",
    ),
    (
        "topConcepts: [glim]",
        "topConcepts: [glim, glim-jar]",
        "vocabulary/jars.yaml:1: 'glim-jar' is a top concept and has a broader one; choose one",
    ),
    (
        "topConcepts: [glim]",
        "topConcepts: glim",
        "scheme.yaml:14: a list should stand here; write [one, two] or a line each with -",
    ),
]

SOURCE_MISTAKES = [
    (
        "leaf:\n",
        "The Leaf:\n",
        "sources.yaml:1: 'The Leaf' is no name of a source; use lower-case letters and digits, "
        "such as es44",
    ),
    (
        "publisher",
        "publischer",
        "sources.yaml:4: no key 'publischer' is known here; did you mean 'publisher'?",
    ),
    (
        "language: es",
        "language: fr",
        "sources.yaml:3: 'fr' is no language of scheme.yaml; it can be en, es, no",
    ),
    (
        "entries: 2",
        "entries: two",
        "sources.yaml:6: the number of entries should stand here",
    ),
    (
        "entries: 2",
        f"entries: {'9' * 5000}",
        "sources.yaml:6: the number of entries should stand here",
    ),
    (
        "bright-things:",
        "bright things:",
        "sources.yaml:8: 'bright things' is no name of a group; use lower-case words joined by "
        "hyphens",
    ),
    (
        "      es: cosas",
        "      fr: choses",
        "sources.yaml:10: no key 'fr' is known here; it can be en, es, no",
    ),
]

MAPPING_MISTAKES = [
    (
        "glim-jar:",
        "glim-jug:",
        "mappings.yaml:1: 'glim-jug' is no concept; did you mean 'glim-jar' or 'glim'?",
    ),
    (
        "closeMatch",
        "closedMatch",
        "mappings.yaml:2: no key 'closedMatch' is known here; did you mean 'closeMatch'?",
    ),
    (
        "https://example.com/jar",
        "Q42",
        "mappings.yaml:2: 'Q42' is no IRI; it begins with https:// or http://",
    ),
]

CONCEPT_MISTAKES = [
    (
        "twin-glim:",
        "Twin Glim:",
        f"{GLIM}:26: 'Twin Glim' is no identifier; use lower-case English words joined by hyphens",
    ),
    ("twin-glim:", "glim:", f"{GLIM}:26: 'glim' stands twice, first in line 1"),
    ("twin-glim:", "glim-jar:", f"{JARS}:1: 'glim-jar' stands already in {GLIM}:26"),
    (
        "  broader:",
        "  broder:",
        f"{GLIM}:27: no key 'broder' is known here; did you mean 'broader'?",
    ),
    (
        "  broader: [glim]",
        "  broder:\n    - glim",
        f"{GLIM}:27: no key 'broder' is known here; did you mean 'broader'?",
    ),
    (
        "broader: [glim]",
        "broader: [glym]",
        f"{GLIM}:27: broader names 'glym', which is no concept; did you mean 'glim'?",
    ),
    (
        "broader: [glim]",
        "broader: [twin-glim]",
        f"{GLIM}:27: 'twin-glim' is broader to itself; take it out",
    ),
    (
        "broader: [glim]",
        "broader: [glim, glim]",
        f"{GLIM}:27: 'glim' stands twice in this list",
    ),
    (
        "  broader: [glim]\n",
        "",
        f"{GLIM}:26: 'twin-glim' has no broader concept; give it one, or list it in topConcepts",
    ),
    (
        "  broader: [glim]\n",
        "  broader: []\n",
        f"{GLIM}:26: 'twin-glim' has no broader concept; give it one, or list it in topConcepts",
    ),
    (
        "  broader: [glim]\n",
        "  broader:\n",
        f"{GLIM}:27: a list should stand here; write [one, two] or a line each with -",
    ),
    (
        "related: [glim-jar]",
        "related: [glim-jars]",
        f"{GLIM}:28: related names 'glim-jars', which is no concept; did you mean 'glim-jar' or "
        "'glim'?",
    ),
    (
        "related: [glim-jar]",
        "related: [glim]",
        f"{GLIM}:28: 'glim' is related and also an ancestor or descendant of 'twin-glim'; keep "
        "broader, take out related",
    ),
    (
        "  en:\n    prefLabel: twin glim\n",
        "",
        f"{GLIM}:26: 'twin-glim' has no label in any language; write a block such as en:",
    ),
    (
        "  no:\n",
        "  sv:\n",
        f"{GLIM}:15: no key 'sv' is known here; it can be broader, en, es, no, related, "
        "replacedBy, sources",
    ),
    (
        "    prefLabel: twin glim",
        "    preflabel: twin glim",
        f"{GLIM}:30: no key 'preflabel' is known here; did you mean 'prefLabel'?",
    ),
    (
        "    prefLabel: twin glim",
        "    definition: Two glims.",
        f"{GLIM}:29: 'prefLabel' is missing here",
    ),
    (
        "    prefLabel: twin glim",
        "    prefLabel: [twin glim, glim twin]",
        f"{GLIM}:30: a text should stand here",
    ),
    (
        "    prefLabel: twin glim",
        "    twin glim",
        f"{GLIM}:29: keys and values should stand here; write key: value, a line each",
    ),
    (
        "hiddenLabel: [glimm]",
        "hiddenLabel: [small hum]",
        f"{GLIM}:5: 'small hum' is altLabel already; keep one of the two",
    ),
    (
        "altLabel: [glimmet, small hum]",
        "altLabel: [glimmet, glim]",
        f"{GLIM}:4: 'glim' is prefLabel already; keep one of the two",
    ),
    (
        "altLabel: [glimmet, small hum]",
        "altLabel: [glimmet, '']",
        f"{GLIM}:4: a text should stand here",
    ),
    (
        "    leaf:",
        "    leav:",
        f"{GLIM}:18: 'leav' is no source of sources.yaml; did you mean 'leaf'?",
    ),
    (
        "group: bright-things",
        "group: bright-thing",
        f"{GLIM}:19: 'bright-thing' is no group of leaf; did you mean 'bright-things'?",
    ),
    (
        "prints: [brillín, GLM]",
        "prints: [brillon, GLM]",
        f"{GLIM}:20: 'brillon' is no label of 'glim' in 'es'; did you mean 'brillín'?"
        "; or add it as altLabel or hiddenLabel",
    ),
    (
        "prints: [brillín, GLM]",
        "prints:\n        - GLM\n        - small hum",
        f"{GLIM}:22: 'small hum' is no label of 'glim' in 'es'; it can be GLM, brillín"
        "; or add it as altLabel or hiddenLabel",
    ),
    (
        "prints: [brillín, GLM]",
        "prints: [GLM, GLM]",
        f"{GLIM}:20: 'GLM' stands twice in this list",
    ),
    ("      prints: [brillín, GLM]\n", "", f"{GLIM}:18: 'prints' is missing here"),
    (
        "      reads:",
        "      read:",
        f"{GLIM}:21: no key 'read' is known here; did you mean 'reads'?",
    ),
    (
        "        es: Una luz, zumbe o no",
        "        fr: Une lueur",
        f"{GLIM}:23: no key 'fr' is known here; it can be en, es, no",
    ),
    (
        "        es: Una luz, zumbe o no",
        "        es: [Una luz, zumbe o no]",
        f"{GLIM}:23: a text should stand here",
    ),
    (
        "        es: Una luz, zumbe o no",
        "        es:",
        f"{GLIM}:23: a text should stand here",
    ),
    (
        "  broader: [glim]\n  related",
        "  replacedBy: glim\n  related",
        f"{GLIM}:28: 'twin-glim' is retired and has related; take related out",
    ),
    (
        "  broader: [glim]\n  related: [glim-jar]\n",
        "  replacedBy: glum\n",
        f"{GLIM}:27: replacedBy names 'glum', which is no other concept; did you mean 'glim'?",
    ),
    (
        "  broader: [glim]\n  related: [glim-jar]\n",
        "  replacedBy: twin-glim\n",
        f"{GLIM}:27: replacedBy names 'twin-glim', which is no other concept; did you mean 'glim'?",
    ),
]

MISTAKES = [
    (file, *mistake)
    for file, mistakes in (
        ("scheme.yaml", SCHEME_MISTAKES),
        ("sources.yaml", SOURCE_MISTAKES),
        ("mappings.yaml", MAPPING_MISTAKES),
        (GLIM, CONCEPT_MISTAKES),
    )
    for mistake in mistakes
]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"), MISTAKES, ids=[said[:60] for *_, said in MISTAKES]
)
def test_a_mistake_is_told_with_file_line_and_remedy(
    file: str, old: str, new: str, said: str
) -> None:
    assert problem_of(changed(file, old, new)) == said


def test_a_retired_concept_is_named_by_no_other() -> None:
    files = changed(GLIM, "  broader: [glim]\n  related: [glim-jar]\n", "  replacedBy: glim\n")
    files[JARS] = files[JARS].replace("[glim]", "[twin-glim]")
    assert problem_of(files) == (
        f"{JARS}:2: broader names 'twin-glim', which is retired; write 'glim' in its place"
    )


def test_a_retired_concept_is_no_top_concept() -> None:
    files = changed(GLIM, "  broader: [glim]\n  related: [glim-jar]\n", "  replacedBy: glim\n")
    files["scheme.yaml"] = files["scheme.yaml"].replace("[glim]", "[glim, twin-glim]")
    assert problem_of(files) == f"{GLIM}:26: 'twin-glim' is a top concept and retired; choose one"


def test_a_long_chain_of_broader_concepts_is_read_at_once() -> None:
    chain = "".join(
        f"c{n}:\n  broader: [c{n - 1}]\n  en: {{prefLabel: c {n}}}\n" for n in range(1, 3000)
    )
    files = changed("scheme.yaml", "[glim]", "[glim, c0]")
    files["vocabulary/chain.yaml"] = "c0:\n  en: {prefLabel: c}\n" + chain
    assert len(parse_vocabulary(files).concepts) == 3003


def test_a_circle_is_told_where_it_can_be_broken() -> None:
    files = changed("scheme.yaml", "[glim]", "[]")
    files[GLIM] = (
        "glim:\n  en: {prefLabel: glim}\n  broader: [twin-glim]\n"
        "twin-glim:\n  en: {prefLabel: twin glim}\n  broader: [glim-jar]\n"
    )
    assert problem_of(files) == (
        f"{GLIM}:3: 'glim' comes back to itself by broader; break the circle"
    )


def test_a_related_descendant_is_refused_like_an_ancestor() -> None:
    files = changed(JARS, "    prefLabel: jar of glims\n", "    prefLabel: jar\n  related: [pot]\n")
    files["vocabulary/pots.yaml"] = "pot:\n  broader: [glim-jar]\n  en: {prefLabel: pot}\n"
    assert problem_of(files) == (
        f"{JARS}:5: 'pot' is related and also an ancestor or descendant of 'glim-jar'; keep "
        "broader, take out related"
    )


def test_a_folder_without_a_scheme_is_no_vocabulary() -> None:
    assert problem_of({GLIM: FILES[GLIM]}) == (
        "scheme.yaml: is missing; a vocabulary is a folder with it inside"
    )


def test_a_file_with_a_misspelt_name_is_not_passed_over() -> None:
    files = {**FILES, "mapping.yaml": FILES["mappings.yaml"]}
    assert problem_of(files) == (
        "mapping.yaml: is no file of a vocabulary; did you mean 'mappings.yaml'?"
    )


def test_text_that_is_not_yaml_is_told_by_line() -> None:
    assert problem_of(changed(GLIM, "related: [glim-jar]", "related: [glim-jar")).startswith(
        f"{GLIM}:29: not YAML: "
    )
