"""Addresses and names: every IRI of the graph has one page, and its path is what the IRI says after its base.

{base}tranevig/case/22-10457                /id/tranevig/case/22-10457
{base}document/0123456789abcdef#char=3,9    /id/document/0123456789abcdef#char=3,9
any other, such as a theme of the scheme    /resource?iri=…
"""

from urllib.parse import quote, unquote

ID = "/id/"
THEME = "/theme/"
_THEMES = "https://w3id.org/sagsgraf/theme/"  # the names of the shipped scheme (ontology/themes.ttl)


class Links:
    """From IRIs to addresses on this server and back."""

    def __init__(self, base: str, base_path: str = "") -> None:
        """`base` begins the IRIs of the graph's data, `base_path` the path of every address."""
        self.base = base
        self.base_path = base_path

    def path(self, path: str) -> str:
        """The address of a path of this server (`/loops`)."""
        return f"{self.base_path}{path}"

    def of(self, iri: str) -> str:
        """The address of the page of a node or of a place in a document."""
        if iri.startswith(self.base):
            return self.path(ID + quote(iri[len(self.base) :], safe="/#=,:-._~"))
        if iri.startswith(_THEMES):
            return self.path(THEME + quote(iri[len(_THEMES) :], safe="=,:-._~"))
        return self.path(f"/resource?iri={quote(iri, safe='')}")

    def iri(self, rest: str) -> str:
        """The IRI of a path below `/id/`."""
        return self.base + unquote(rest)

    @staticmethod
    def theme(rest: str) -> str:
        """The IRI of a path below `/theme/`."""
        return _THEMES + unquote(rest)
