"""The pictures that belong to a page, each as an address that has it and is only asked for when it is opened."""

from urllib.parse import quote

from kg.serve.pages import Here

_OF = {"case": "case", "centre": "unit", "person": "unit", "theme": "theme", "body": "body"}


def pictures_of(here: Here, kind: str, iri: str) -> list[tuple[str, str]]:
    """(name, address) of the pictures about a thing: `network`, `timeline`, `drives`."""
    name = _OF.get(kind)
    if name is None:
        return []
    value = quote(iri, safe="")
    wanted = {"case": ("network", "timeline"), "body": ("network",), "person": ("network", "timeline")}.get(
        kind, ("drives", "network", "timeline")
    )
    return [(each, here.links.path(f"/{each}?{name}={value}")) for each in wanted]
