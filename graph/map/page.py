"""The concept map: a vocabulary → one HTML page that asks nothing of any host.

PyVis carries the network (nodes, edges, the vis-network script it ships) and fills our template;
everything that is drawn, said and styled is our own. The Content-Security-Policy names the scripts
and the style by their hashes and allows nothing else.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from graph.map.bundle import bundle
from graph.map.columns import Columns
from graph.map.content import Content, content
from graph.map.data import Value, details, edges, nodes, setting
from graph.map.rows import rows
from ontology.model import Vocabulary, nearest

HERE = Path(__file__).parent

STYLES = ("base", "header", "drawer", "map", "lists", "panel", "print")
"""The files of ``style/`` in the order of their rules."""

WITH_SCRIPT = 'document.documentElement.classList.add("with-script");'
"""Runs before the page is first drawn, which without a script is a list."""

MANY = 1500
"""Concepts, above which the page says that the map shows them badly."""


def generate(vocabulary: Vocabulary, language: str = "", kept: Columns = ()) -> str:
    """The page of a vocabulary, which may be read from any SKOS graph: the same text every time.

    ``language`` is the one to open in; without it the reader's own, where the page has it. ``kept``
    are the columns of an earlier page (``columns_of``), to leave its blocks where they were.
    """
    held = content(vocabulary, kept)
    settings = _settings(held, language)
    tag = settings["language"] or held.languages[0]
    return _render(held, _filling(held, settings, tag) | _frame())


def _settings(held: Content, language: str) -> Value:
    """What the script reads first: languages, words, and how the map is set."""
    words = json.loads((HERE / "words.json").read_text("utf-8"))
    opening = nearest({tag: tag for tag in held.languages}, language) if language else None
    return {
        "languages": held.languages,
        "language": opening.text if opening else None,
        "titles": _titles(held, words),
        "words": words,
        "tooMany": len(held.concepts) > MANY,
        **setting(held),
    }


def _titles(held: Content, words: Mapping[str, Value]) -> dict[str, str]:
    """Language → the page's heading: the scheme's title, or what the page calls itself."""
    given = held.vocabulary.scheme.title or {tag: said["title"] for tag, said in words.items()}
    found = {tag: nearest(given, tag) for tag in [*held.languages, *words]}
    return {tag: title.text for tag, title in found.items() if title}


def columns_of(page: str) -> Columns:
    """The columns that an earlier page was laid out in; ``()`` when this is no such page."""
    _, found, rest = page.partition('<script type="application/json" id="settings">')
    try:
        columns = json.loads(rest.partition("</script>")[0])["columns"] if found else ()
        return tuple(tuple(str(root) for root in column) for column in columns)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()


def _filling(held: Content, settings: Value, tag: str) -> Value:
    """What the page says: in the language it is read in without a script, and for the script."""
    return {
        "settings": settings,
        "details": details(held),
        "rows": list(rows(held, tag)),
        "tag": tag,
        "title": settings["titles"][tag],
        "word": _words(settings, tag),
    }


def _frame() -> Value:
    """What is the same in every page: the scripts, the style, and the policy that names them."""
    from markupsafe import Markup

    script = _inside_script(bundle(_modules()))
    engine = _inside_script(_engine())
    style = _style()
    return {
        "policy": _policy((WITH_SCRIPT, engine, script), style),
        "with_script": Markup(WITH_SCRIPT),  # noqa: S704
        "engine": Markup(engine),  # noqa: S704 - our own files, and that of the PyVis package
        "script": Markup(script),  # noqa: S704
        "style": Markup(style),  # noqa: S704
    }


def _render(held: Content, values: Value) -> str:
    """The template with nodes, edges and ``values`` in it."""
    from pyvis.network import Network

    carrier = Network()
    carrier.nodes = nodes(held)
    carrier.edges = edges(held)
    carrier.set_template_dir(str(HERE), "template.html")
    environment = carrier.templateEnv
    environment.autoescape = True
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "sort_keys": True}
    environment.globals |= values
    return str(carrier.generate_html())


def _words(settings: Value, tag: str) -> dict[str, str]:
    """The page's own words nearest to a language, for a page read without its script."""
    words: dict[str, dict[str, str]] = settings["words"]
    found = nearest({known: known for known in words}, tag)
    return words[found.text if found else "en"]


def _style() -> str:
    paths = [HERE / "style" / f"{name}.css" for name in STYLES]
    return "\n".join(path.read_text("utf-8") for path in paths)


def _modules() -> dict[str, str]:
    """The script's modules: path below ``script/`` → text."""
    folder = HERE / "script"
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.js"))
    }


def _engine() -> str:
    """The vis-network script of the PyVis package, without the line that points to a source map."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2"
    text = (folder / "vis-network.min.js").read_text("utf-8")
    return text.partition("//# sourceMappingURL=")[0]


def _inside_script(text: str) -> str:
    """Script text that cannot end its element; a test holds that nothing is lost by it."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(scripts: Iterable[str], style: str) -> str:
    """https://www.w3.org/TR/CSP3/: nothing but these texts, and an icon within the page."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; "
        f"style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
