"""The modules of ``script/`` as one module: what an import names comes before it.

They are plain ES modules, without a build step: ``import`` lines and the word ``export`` are
dropped, so a name at the top of a module must be the only one of its kind (a test holds it), and
an import stands on one line and renames nothing.
"""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import .*?from "(\.\.?/[a-z./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def bundle(modules: Mapping[str, str], first: str = "main.js") -> str:
    """``modules`` as one text: ``first`` and all it needs, what is needed above.

    A module's name is its path below ``script/``: ``main.js``, ``views/map.js``.
    """
    done: list[str] = []
    _add(first, modules, done, set())
    return "\n".join(_alone(name, modules[name]) for name in done)


def _add(name: str, modules: Mapping[str, str], done: list[str], begun: set[str]) -> None:
    if name in begun:
        return
    begun.add(name)
    for needed in _IMPORT.findall(modules[name]):
        _add(_named(needed, name), modules, done, begun)
    done.append(name)


def _named(needed: str, importing: str) -> str:
    """The module that ``../names.js`` means in ``views/map.js``: ``names.js``."""
    return normpath(join(dirname(importing), needed))


def _alone(name: str, text: str) -> str:
    return f"// {name}\n" + _EXPORT.sub("", _IMPORT.sub("", text)).strip() + "\n"
