"""Few large files instead of many small ones: what makes looking things up on disk three to four times faster."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyoxigraph as ox

_FEW = 16  # files; each batch that is loaded adds about nine
_EACH = 16 * 2**20  # bytes; a large store has more files when it is in order


def compact(store: "ox.Store", folder: Path) -> None:
    """Put the files of a store, which lie in `folder`, in order where a build has left many. Raises `OSError`.

    A build that adds little leaves them as they are, and shares them with the generation before.
    """
    sizes = []
    for path in folder.glob("*.sst"):
        with suppress(FileNotFoundError):  # the engine deletes what it has merged whenever it likes
            sizes.append(path.stat().st_size)
    if len(sizes) > _FEW + sum(sizes) // _EACH:
        store.optimize()
