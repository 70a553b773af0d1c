"""The page's script modules, and how they become one."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import graph.map.page
from graph.map.bundle import bundle

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(graph.map.page.__file__).parent / "script"
MODULES = {
    path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("*.js"))
}


def test_what_is_imported_comes_before_what_imports_it() -> None:
    modules = {
        "main.js": 'import { b } from "./b.js";\nimport { a } from "./a.js";\nb(a);\n',
        "a.js": "export const a = 1;\n",
        "b.js": 'import { a } from "./a.js";\nexport function b() {}\n',
    }
    whole = bundle(modules)
    assert not re.search("^(import|export) ", whole, re.MULTILINE)
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
    assert not re.search("^import ", whole, re.MULTILINE)


def test_an_import_of_a_module_that_is_not_there_fails() -> None:
    with pytest.raises(KeyError, match="views/none"):
        bundle({"main.js": 'import { a } from "./views/none.js";\n'})


def test_names_at_the_top_of_a_module_are_its_own(browser: "Browser") -> None:
    modules = {
        "main.js": 'import { one } from "./a.js";\nimport {\n  two,\n} from "./b.js";\n'
        "const name = 0;\nglobalThis.sum = name + one() + two;\n",
        "a.js": "const name = 1;\nexport function one() {\n  return name;\n}\n",
        "b.js": "const name = 2;\nexport const two = name;\n",
    }
    page = browser.new_page()
    page.add_script_tag(content=bundle(modules))
    assert page.evaluate("globalThis.sum") == 3
    page.close()


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
