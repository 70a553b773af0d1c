"""The page's script modules, and how they become one."""

import re
from collections import Counter
from pathlib import Path

import pytest

import graph.map.page
from graph.map.bundle import bundle

FOLDER = Path(graph.map.page.__file__).parent / "script"
MODULES = {
    path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("*.js"))
}
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def test_what_is_imported_comes_before_what_imports_it() -> None:
    modules = {
        "main.js": 'import { b } from "./b.js";\nimport { a } from "./a.js";\nb(a);\n',
        "a.js": "export const a = 1;\n",
        "b.js": 'import { a } from "./a.js";\nexport function b() {}\n',
    }
    whole = bundle(modules)
    assert "import" not in whole
    assert "export" not in whole
    assert whole.index("const a") < whole.index("function b") < whole.index("b(a)")


def test_a_module_in_a_folder_is_found_from_the_module_that_imports_it() -> None:
    modules = {
        "main.js": 'import { map } from "./views/map.js";\nmap();\n',
        "views/map.js": 'import { pen } from "./pen.js";\nimport { name } from "../names.js";\n'
        "export function map() { pen(name); }\n",
        "views/pen.js": 'import { name } from "../names.js";\nexport const pen = name;\n',
        "names.js": "export const name = 1;\n",
    }
    whole = bundle(modules)
    assert re.findall("^// (.*)$", whole, re.MULTILINE) == [
        "names.js",
        "views/pen.js",
        "views/map.js",
        "main.js",
    ]
    assert "import" not in whole


def test_an_import_of_a_module_that_is_not_there_fails() -> None:
    with pytest.raises(KeyError, match="views/none"):
        bundle({"main.js": 'import { a } from "./views/none.js";\n'})


def test_no_two_modules_use_a_name_at_their_top() -> None:
    names = Counter(name for text in MODULES.values() for name in TOP_LEVEL.findall(text))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_module_is_in_the_page() -> None:
    whole = bundle(MODULES)
    assert [name for name in MODULES if f"// {name}\n" not in whole] == []
    assert not re.search(r"^(import|export) ", whole, re.MULTILINE)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_builds_elements_and_never_markup(name: str) -> None:
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    assert [word for word in forbidden if word in MODULES[name]] == []


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_for_in_its_first_line(name: str) -> None:
    assert MODULES[name].startswith("// ")
    assert len(MODULES[name].splitlines()) <= 250
