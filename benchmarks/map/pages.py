"""One SKOS graph → three pages that draw it: ours, plain PyVis, sigma with positions given."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.map.peers import sigma_scripts
from graph.map.page import generate
from ontology.model import Vocabulary

HERE = Path(__file__).parent
LANGUAGE = "en"
DOTS = (9, 6, 4.5, 4)
"""Radius by level, in sigma's pixels."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What all three draw: names and places by number, and lines from one number to another."""

    names: list[str]
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]


def pages(vocabulary: Vocabulary) -> dict[str, str]:
    """Name → HTML. All three draw the same concepts and lines, named in the same language."""
    page = generate(vocabulary, LANGUAGE)
    drawing = _drawing(vocabulary, page)
    return {"ours": page, "PyVis": _pyvis(drawing), "sigma": _sigma(drawing)}


def _drawing(vocabulary: Vocabulary, page: str) -> Drawing:
    """Read back from our page, so that sigma has the very places that ours has."""
    concepts = sorted(vocabulary.concepts, key=lambda concept: concept.iri)
    names = [concept.label(LANGUAGE).text for concept in concepts]
    return Drawing(names, _block(page, "nodes"), _block(page, "edges"))


def _block(page: str, name: str) -> Any:
    _, _, rest = page.partition(f'<script type="application/json" id="{name}">')
    return json.loads(rest.partition("</script>")[0])


def _pyvis(drawing: Drawing) -> str:
    """As the README of PyVis makes a page, with what it needs inside it; physics as they come."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    for number, name in enumerate(drawing.names):
        network.add_node(number, label=name)
    for edge in drawing.edges:
        network.add_edge(edge["from"], edge["to"])
    return str(network.generate_html())


def _sigma(drawing: Drawing) -> str:
    """sigma's own renderers and settings, but that the smallest dot has its name too."""
    nodes = [
        {
            "label": name,
            "x": node["x"],
            "y": -node["y"],
            "size": DOTS[min(node["depth"], len(DOTS) - 1)],
        }
        for name, node in zip(drawing.names, drawing.nodes, strict=True)
    ]
    edges = [[edge["from"], edge["to"]] for edge in drawing.edges]
    scripts = "".join(f"<script>{_inside(script)}</script>\n" for script in sigma_scripts())
    data = json.dumps({"nodes": nodes, "edges": edges}, separators=(",", ":"), ensure_ascii=False)
    template = (HERE / "sigma.html").read_text("utf-8")
    return template.replace("{{scripts}}", scripts).replace("{{data}}", _inside(data))


def _inside(text: str) -> str:
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--")
