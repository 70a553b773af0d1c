"""Which concepts are left when a reader filters."""

from collections.abc import Callable
from typing import Any

import pytest

Caller = Callable[..., Any]
Loader = Callable[..., Caller]

# 0 above 1 and 2; 3 alone, related to 2; 4 alone.
CONCEPTS = [{"id": number} for number in range(5)]
CONCEPTS[2]["disputed"] = True
EDGES = [
    {"from": 1, "to": 0, "kind": "tree"},
    {"from": 2, "to": 0, "kind": "broader"},
    {"from": 3, "to": 2, "kind": "related"},
]
TOLD: list[dict[str, Any]] = [
    {"preferred": {"en": "glim", "es": "brillín"}, "printed": [["glim", "en", 0, "urn:a"]]},
    {"preferred": {"en": "jar"}, "alternative": {"es": ["tarro"]}, "groups": [1]},
    {
        "preferred": {"en": "quorl"},
        "hidden": {"es": ["cuorl"]},
        "printed": [["quorl", "en", 1, "urn:b"], ["q", "en", 0, "urn:a"]],
        "groups": [0, 1],
    },
    {"preferred": {"en": "lid"}, "printed": [["lid", "en", -1, "urn:elsewhere"]]},
    {},
]
TOPS = [0, 0, 0, -1, -1]


@pytest.fixture(scope="module")
def left(script: Loader) -> Caller:
    call = script("search/filters.js")
    return lambda **filters: call(
        "(filters, concepts, edges, told, tops) => passing({...NO_FILTERS, ...filters},"
        " {concepts, edges, told, topOf: (id) => tops[id]})",
        *(filters, CONCEPTS, EDGES, TOLD, TOPS),
    )


def test_without_a_filter_nothing_is_left_out(left: Caller, script: Loader) -> None:
    assert left() is None
    assert left(without=True) is None
    assert script("search/filters.js")("() => isFiltering(NO_FILTERS)") is False
    assert script("search/filters.js")("() => isFiltering({...NO_FILTERS, source: 0})") is True


@pytest.mark.parametrize(
    ("filters", "concepts"),
    [
        ({"tops": [0]}, [0, 1, 2]),
        ({"tops": [0, -1]}, [0, 1, 2, 3, 4]),
        ({"source": 0}, [0, 2]),
        ({"source": 0, "without": True}, [1, 3, 4]),
        ({"group": 1}, [1, 2]),
        ({"relation": "broader"}, [0, 1, 2]),
        ({"relation": "related"}, [2, 3]),
        ({"missing": "es"}, [2, 3, 4]),
        ({"missing": "constructor"}, [0, 1, 2, 3, 4]),
        ({"disputed": True}, [2]),
    ],
)
def test_what_a_filter_leaves(left: Caller, filters: dict[str, Any], concepts: list[int]) -> None:
    assert left(**filters) == concepts


def test_all_filters_hold_together(left: Caller) -> None:
    assert left(source=0, missing="es") == [2]
    assert left(tops=[0], relation="related") == [2]
    assert left(group=0, source=1, disputed=True, relation="broader") == [2]


def test_nothing_left_is_not_the_same_as_no_filter(left: Caller) -> None:
    assert left(source=7) == []
