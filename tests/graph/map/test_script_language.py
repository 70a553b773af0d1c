"""The page chooses among languages as the command does."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.model import nearest

Loader = Callable[..., Callable[..., Any]]

KNOWN = "en EN en-GB en-us pt pt-BR pt-PT zh zh-Hant zh-Hant-TW zh-hans zhx e en- - fr fr-CA-x-a ES"
TAGS = st.sampled_from(["", *KNOWN.split()]) | st.from_regex(
    r"[a-cA-C]{1,3}(-[a-c0-1]{1,2}){0,2}", fullmatch=True
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sets(TAGS, max_size=6), TAGS), min_size=1, max_size=20))
def test_the_page_and_the_command_choose_the_same_language(
    script: Loader, cases: list[tuple[set[str], str]]
) -> None:
    texts = [[{tag: tag for tag in sorted(tags)}, wanted] for tags, wanted in cases]
    chosen = script("page/language.js")(
        "(cases) => cases.map(([texts, wanted]) => nearestTag(texts, wanted) ?? null)", texts
    )
    found = [nearest({tag: tag for tag in tags}, wanted) for tags, wanted in cases]
    assert chosen == [one.language if one else None for one in found]


@pytest.mark.parametrize(
    ("tags", "wanted", "shown"),
    [
        (["en", "es"], "es-MX", "es"),
        (["en", "zh-Hant"], "zh-Hant-TW", "zh-Hant"),
        (["en", "pt-BR"], "pt-PT", "pt-BR"),
        (["fr", "en-GB", "de"], "it", "en-GB"),
        (["fr", ""], "it", ""),
        (["fr", "de"], "it", "de"),
        (["constructor"], "it", "constructor"),
        ([], "it", None),
    ],
)
def test_the_nearest_language_is_shown(
    script: Loader, tags: list[str], wanted: str, shown: str | None
) -> None:
    assert script("page/language.js")("nearestTag", dict.fromkeys(tags, "x"), wanted) == shown
