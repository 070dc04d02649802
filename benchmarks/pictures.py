"""How long networks take to stand still in a browser: `python -m benchmarks.pictures [--nodes 20 200 1000 2000 5000]`.

Draws networks of invented items with `kg`, and the one of a thousand nodes also as pyvis writes it (physics off, and on
with its default), opens each in headless Chromium with the network cut off, and prints milliseconds from the start of
navigation to the first stable frame: the picture has been drawn, and the browser has shown it. With physics on a page
is stable when vis-network says so; that is given up after `--patience` seconds.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.chance import dice, pick, some
from kg.messages import speaker
from kg.pictures.items import Item, Shown
from kg.pictures.network import Choice, Network, make_network
from kg.pictures.network.page import network_page
from kg.pictures.network.ties import Known

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_WORDS = (
    "Skoler Veje Havn Bibliotek Budget Svømmehal Klima Lokalplan Hjemmepleje Dagtilbud Indkøb Parkering Kultur Varme "
    "Byggeri Vedligehold Sundhed Beredskab Arkiv Digitalisering Cykelsti Boliger Idræt Integration Turisme Natur"
).split()
# pyvis's page keeps its network in a global variable; a frame is stable when physics, if any, has come to rest
_PYVIS = """physics => {
  const shown = () => requestAnimationFrame(() => requestAnimationFrame(() => { window.stable = performance.now(); }));
  if (physics) network.once('stabilized', shown); else { network.once('afterDrawing', shown); network.redraw(); }
}"""


class Row(NamedTuple):
    """What was opened: how many nodes and edges, kilobytes, seconds to make it, milliseconds to the stable frame (None
    where it was given up).
    """

    what: str
    nodes: int
    edges: int
    kilobytes: int
    seconds: float
    stable: float | None


def invented(nodes: int, seed: int = 0) -> Network:
    """A network of about as many nodes: mostly cases, and the centres, people, bodies and themes that go with them."""
    rng = dice(f"pictures {seed} {nodes}")
    base = "https://example.org/id/"
    kinds = {
        "centre": max(3, nodes // 40), "person": max(3, nodes // 14), "body": max(2, nodes // 250),
        "theme": max(3, min(28, nodes // 20)),
    }  # fmt: skip
    kinds["case"] = max(3, nodes - sum(kinds.values()))
    made = {kind: [f"{base}{kind}/{i}" for i in range(count)] for kind, count in kinds.items()}
    things = {iri: (kind, _label(kind, place)) for kind, iris in made.items() for place, iri in enumerate(iris)}
    items = [_item(place, made, things, rng) for place in range(int(len(made["case"]) * 1.6))]
    network = make_network(items, Known(things), Choice("all"))
    shown = tuple(
        Shown(each.date, each.body_name, each.number, each.title, each.case_number, ("godkendt",), each.text, "a.txt:1")
        for each in network.items
    )
    return Network(*(getattr(network, name) if name != "shown" else shown for name in Network.__struct_fields__))


def _item(place: int, made: dict[str, list[str]], things: dict[str, tuple[str, str]], rng: Random) -> Item:
    """An item. Each centre has its own cases, and mostly its own people, themes and body."""
    cases, centres, people, themes, bodies = (made[kind] for kind in ("case", "centre", "person", "theme", "body"))
    case = place if place < len(cases) else int(rng.random() ** 2 * len(cases))
    lead = case * len(centres) // len(cases)
    near = [people[(lead * 3 + i) % len(people)] for i in range(4)]
    about = [themes[(lead + i) % len(themes)] for i in range(3)]
    body = bodies[lead % len(bodies)] if rng.random() < 0.8 else pick(rng, bodies)
    title = f"{pick(rng, _WORDS)} og {pick(rng, _WORDS).lower()}: {pick(rng, _WORDS).lower()}"
    return Item(
        f"https://example.org/id/item/{place}", f"20{10 + place % 15}-0{1 + place % 9}-11", body, things[body][1],
        place % 30, title, False, cases[case], things[cases[case]][1],
        tuple(sorted(some(rng, about, rng.randint(1, 2)))), (centres[lead],),
        tuple(sorted(some(rng, near, rng.randint(0, 2)))), text=f"Godkendt: {title}.",
    )  # fmt: skip


def _label(kind: str, place: int) -> str:
    word = _WORDS[place % len(_WORDS)]
    return {
        "centre": f"Center for {word} {place // len(_WORDS) or ''}".strip(),
        "person": f"{word[:4].title()}e {_WORDS[(place * 7 + 3) % len(_WORDS)][:5].title()}gaard {place}",
        "body": f"{word}udvalget",
        "theme": word.lower(),
        "case": f"{10 + place % 15}/{10000 + place}",
    }[kind]


def measure(folder: Path, counts: list[int], patience: float) -> Iterator[Row]:
    """One row for each page."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("SAGSGRAF_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, network, seconds, path in pages(folder, counts):
            context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
            page = context.new_page()
            page.set_default_timeout(patience * 1000)
            yield Row(
                name, len(network.nodes), len(network.edges), path.stat().st_size // 1000, seconds,
                _stable(page, path, name),
            )  # fmt: skip
            context.close()
        browser.close()


def _stable(page: Any, path: Path, name: str) -> float | None:
    """Milliseconds from the start of navigation to the first stable frame; None where patience came to its end."""
    from playwright.sync_api import Error

    try:
        page.goto(path.as_uri())
        if name.startswith("pyvis"):
            page.evaluate(_PYVIS, name.endswith("on"))
            page.wait_for_function("window.stable")
            return float(page.evaluate("window.stable"))
        page.wait_for_selector(".network[data-ready]")
        return float(page.evaluate("performance.getEntriesByName('network-ready')[0].startTime"))
    except Error:
        return None


def pages(folder: Path, counts: list[int]) -> Iterator[tuple[str, Network, float, Path]]:
    """What is opened: name, network, seconds that the page took to make, file."""
    for count in counts:
        network = invented(count)
        begin = time.perf_counter()
        text = network_page(network, speaker("da"))
        seconds = time.perf_counter() - begin
        path = folder / f"kg-{count}.html"
        path.write_text(text, "utf-8")
        yield "kg", network, seconds, path
        if count == 1000:
            for physics in (False, True):
                begin = time.perf_counter()
                path = folder / f"pyvis-{physics}.html"
                path.write_text(_pyvis(network, physics=physics), "utf-8")
                yield f"pyvis, physics {'on' if physics else 'off'}", network, time.perf_counter() - begin, path


def _pyvis(network: Network, *, physics: bool) -> str:
    """The same network as pyvis makes a page of it: its own template, everything in the file, its default layout."""
    from pyvis.network import Network as Page

    from kg.pictures.network.page import node_sizes, spots_of

    page = Page(cdn_resources="in_line", height="700px")
    sizes = node_sizes(network)
    for place, (node, spot) in enumerate(zip(network.nodes, spots_of(network, sizes), strict=True)):
        page.add_node(
            place,
            label=node.label,
            size=sizes[place],
            physics=physics,
            **({} if physics else {"x": spot.x, "y": spot.y}),
        )
    for edge in network.edges:
        page.add_edge(edge.one, edge.other, width=1)
    page.toggle_physics(physics)
    return page.generate_html()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="+", default=[20, 200, 1000, 2000, 5000])
    parser.add_argument("--patience", type=float, default=45.0)
    parser.add_argument("--keep", type=Path, help="write the pages here, and leave them")
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{'page':22} {'nodes':>6} {'edges':>6} {'kB':>6} {'made, s':>8} {'stable, ms':>11}")
    for row in measure(folder, given.nodes, given.patience):
        stable = f"> {given.patience * 1000:.0f}" if row.stable is None else f"{row.stable:.0f}"
        print(f"{row.what:22} {row.nodes:6} {row.edges:6} {row.kilobytes:6} {row.seconds:8.2f} {stable:>11}")
        sys.stdout.flush()
    if not given.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
