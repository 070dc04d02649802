"""What whoever starts the explorer chooses, as one value."""

from pathlib import Path

import msgspec

from kg.graph.sparql import TIMEOUT

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class Config(msgspec.Struct, frozen=True):
    """`store` is the folder of the graph. `language` is that of pages until a reader chooses the
    other: `da` or `en`, or empty for what each browser prefers.

    `base_path` is where a reverse proxy has the explorer ("/minutes"; empty at the root). `hosts` are the names that
    a request may call this server by, beside those of loopback. `cors` is the origin whose pages may read the answers
    (`*` for any, empty for none). Of each typed query, `timeout` is in seconds, `max_rows` in rows, `memory` in
    megabytes; `workers` is how many run at once.
    """

    store: Path
    language: str = ""
    base_path: str = ""
    hosts: tuple[str, ...] = ()
    cors: str = "*"
    timeout: float = TIMEOUT
    max_rows: int = 100_000
    memory: int = 1_024
    workers: int = 2
