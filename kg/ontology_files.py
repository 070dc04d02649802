"""Where the vocabulary, the rules and the themes lie: in the installed package, or beside it in a checkout."""

from pathlib import Path

from kg.errors import SagsgrafError

VOCABULARY = "sagsgraf.ttl"
SHAPES = "shapes.ttl"
THEMES = "themes.ttl"

_PACKAGE = Path(__file__).resolve().parent
_FOLDERS = (_PACKAGE / "ontology", _PACKAGE.parent / "ontology")


def ontology_file(name: str, folders: tuple[Path, ...] = _FOLDERS) -> Path:
    """The path of `sagsgraf.ttl`, `shapes.ttl` or `themes.ttl`: the first of `folders` that holds it.

    Raises `SagsgrafError` where none does, which means that the installation is not whole.
    """
    for folder in folders:
        path = folder / name
        if path.is_file():
            return path
    raise SagsgrafError(
        f"{name} is missing from the installation: install sagsgraf again.",
        f"{name} mangler i installationen: installér sagsgraf igen.",
    )
