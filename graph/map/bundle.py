"""The modules of ``script/`` as one script: what an import names comes before it.

They are plain ES modules, without a build step. Each becomes a function of its own, so that the
names at its top stay its own: ``import`` reads from ``modules``, what stands behind ``export`` is
put there. An import renames nothing.
"""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.\.?/[A-Za-z0-9./-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) (\w+))", re.MULTILINE)
_DESTRUCTURED = re.compile(r"^export const \{([^}]*)\}", re.MULTILINE)


def bundle(modules: Mapping[str, str], first: str = "main.js") -> str:
    """``modules`` as one text: ``first`` and all it needs, what is needed above.

    A module's name is its path below ``script/``: ``main.js``, ``views/map.js``.
    """
    done: list[str] = []
    _add(first, modules, done, set())
    return "const modules = {};\n\n" + "\n".join(_alone(name, modules[name]) for name in done)


def _add(name: str, modules: Mapping[str, str], done: list[str], begun: set[str]) -> None:
    if name in begun:
        return
    begun.add(name)
    for _, needed in _IMPORT.findall(modules[name]):
        _add(_named(needed, name), modules, done, begun)
    done.append(name)


def _named(needed: str, importing: str) -> str:
    """The module that ``../names.js`` means in ``views/map.js``: ``names.js``."""
    return normpath(join(dirname(importing), needed))


def _alone(name: str, text: str) -> str:
    """A module within a function that gives what it exports."""
    exported = _EXPORT.findall(text)
    for names in _DESTRUCTURED.findall(text):
        exported += [one.strip() for one in names.split(",")]
    body = _IMPORT.sub(lambda found: _read(found, name), text)
    body = re.sub(r"^export ", "", body, flags=re.MULTILINE).strip()
    given = f"return {{ {', '.join(exported)} }};"
    return f'// {name}\nmodules["{name}"] = (() => {{\n{body}\n{given}\n}})();\n'


def _read(found: re.Match[str], name: str) -> str:
    return f'const {found[1]} = modules["{_named(found[2], name)}"];'
