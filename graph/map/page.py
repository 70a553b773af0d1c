"""The concept map: a vocabulary → one HTML page that asks nothing of any host.

PyVis carries the network (nodes, edges, the vis-network script it ships) and fills our template;
everything that is drawn, said and styled is our own. The Content-Security-Policy names the two
scripts and the style by their hashes and allows nothing else.
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from graph.map.bundle import bundle
from graph.map.columns import Columns
from graph.map.data import details, edges, keys, languages, nodes, shown_names, titles
from graph.map.layout import Layout, lay_out
from ontology.model import Concept, Vocabulary, nearest

HERE = Path(__file__).parent

STYLES = ("base", "header", "drawer", "map", "lists", "panel", "print")
"""The files of ``style/`` in the order of their rules; one that isn't there yet has none."""

MANY = 1500
"""Concepts, above which the page says that the map shows them badly."""


def generate(vocabulary: Vocabulary, language: str = "", kept: Columns = ()) -> str:
    """The page of a vocabulary, which may be read from any SKOS graph: the same text every time.

    ``language`` is the one to open in; without it the reader's own, where the page has it. ``kept``
    are the columns of an earlier page (``columns_of``), to leave its blocks where they were.
    """
    tags = languages(vocabulary)
    words = json.loads((HERE / "words.json").read_text("utf-8"))
    layout = lay_out(vocabulary.concepts, shown_names(vocabulary.concepts, tags), kept)
    opening = nearest({tag: tag for tag in tags}, language) if language else None
    settings = {
        "languages": tags,
        "language": opening.text if opening else None,
        "titles": titles(vocabulary, tags, words),
        "words": words,
        "width": round(layout.width, 1),
        "height": round(layout.height, 1),
        "columns": layout.columns,
        "tooMany": len(vocabulary.concepts) > MANY,
    }
    return _render(vocabulary, layout, settings)


def columns_of(page: str) -> Columns:
    """The columns that an earlier page was laid out in; ``()`` when this is no such page."""
    _, found, rest = page.partition('<script type="application/json" id="settings">')
    try:
        columns = json.loads(rest.partition("</script>")[0])["columns"] if found else ()
        return tuple(tuple(str(root) for root in column) for column in columns)
    except (ValueError, KeyError, TypeError, RecursionError):
        return ()


def _render(vocabulary: Vocabulary, layout: Layout, settings: dict[str, Any]) -> str:
    from markupsafe import Markup
    from pyvis.network import Network

    script = _inside_script(bundle(_modules()))
    engine = _inside_script(_engine())
    style = _style()
    tag = settings["language"] or settings["languages"][0]
    carrier = Network()
    carrier.nodes = nodes(vocabulary, layout, settings["languages"])
    carrier.edges = edges(vocabulary, layout)
    carrier.set_template_dir(str(HERE), "template.html")
    environment = carrier.templateEnv
    environment.autoescape = True
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":"), "sort_keys": True}
    environment.globals |= {
        "settings": settings,
        "details": details(vocabulary, layout, settings["languages"]),
        "rows": list(_rows(vocabulary.concepts, layout, tag)),
        "tag": tag,
        "title": settings["titles"][tag],
        "word": _words(settings, tag),
        "policy": _policy(script, engine, style),
        "engine": Markup(engine),  # noqa: S704 - our own files, and that of the PyVis package
        "script": Markup(script),  # noqa: S704
        "style": Markup(style),  # noqa: S704
    }
    return str(carrier.generate_html())


def _words(settings: dict[str, Any], tag: str) -> dict[str, str]:
    """The page's own words nearest to a language, for a page read without its script."""
    words: dict[str, dict[str, str]] = settings["words"]
    found = nearest({known: known for known in words}, tag)
    return words[found.text if found else "en"]


def _style() -> str:
    paths = [HERE / "style" / f"{name}.css" for name in STYLES]
    return "\n".join(path.read_text("utf-8") for path in paths if path.exists())


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


def _policy(script: str, engine: str, style: str) -> str:
    """https://www.w3.org/TR/CSP3/: nothing but these texts, and an icon within the page."""
    return (
        f"default-src 'none'; script-src {_hash(engine)} {_hash(script)}; "
        f"style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _rows(concepts: Sequence[Concept], layout: Layout, tag: str) -> Iterator[dict[str, Any]]:
    """The outline as rows from top to bottom: what each says, and which lists it opens and closes.

    Flat, because a template that calls itself fails on a deep hierarchy.
    """
    known = {concept.iri: concept for concept in concepts}
    number = {iri: index for index, iri in enumerate(sorted(known))}
    key = keys(concepts)
    lines = _in_reading_order(layout)
    for here, following in zip(lines, [*lines[1:], ""], strict=True) if lines else ():
        depth = layout.tree.depth[here]
        after = layout.tree.depth[following] if following else 0
        yield {
            "id": number[here],
            "key": key[here],
            "label": known[here].label(tag),
            "definition": known[here].definition(tag),
            "opens": after > depth,
            "closes": max(0, depth - after),
        }


def _in_reading_order(layout: Layout) -> list[str]:
    found: list[str] = []
    waiting = list(reversed(layout.tree.roots))
    while waiting:
        found.append(waiting.pop())
        waiting += reversed(layout.tree.children[found[-1]])
    return found
