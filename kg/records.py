"""Records on disk, by what they were made of: what did not change is not read again."""

import hashlib
import os
from functools import cache
from pathlib import Path

import msgspec

from kg.model.record import Record

_STAGES = (
    "model",
    "danish",
    "profiles",
    "readers",
    "layouts",
    "extract",
    "resolve",
    "linkers",
    "describe",
    "graph",
    "search",
    "messages",
)
_decoder = msgspec.msgpack.Decoder(Record)
_encoder = msgspec.msgpack.Encoder()


@cache
def code_fingerprint() -> str:
    """A digest of the code of the stages: another version of a rule makes another record, and another graph."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(
        [
            package / "understand.py",
            package / "learn.py",
            package / "survey.py",
            *(path for stage in _STAGES for path in (package / stage).rglob("*.py")),
        ]
    ):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


class Records:
    """A folder of records, each a file named by its key; written in one step, so that a crash leaves none by halves."""

    def __init__(self, folder: Path) -> None:
        """Records in `folder`, which is made where it is missing."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def key(self, *made_of: object) -> str:
        """The name of the record that is made of these values: bytes, path, profile, version of the code."""
        said = msgspec.json.encode([msgspec.to_builtins(each) for each in made_of], order="deterministic")
        return hashlib.sha256(said).hexdigest()[:32]

    def has(self, key: str) -> bool:
        """Whether there is such a record."""
        return self._path(key).is_file()

    def write(self, key: str, record: Record) -> None:
        """Keep a record."""
        path = self._path(key)
        temporary = path.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(_encoder.encode(record))
        temporary.replace(path)

    def read(self, key: str) -> Record:
        """A record that was kept."""
        return _decoder.decode(self._path(key).read_bytes())

    def prune(self, keep: set[str]) -> None:
        """Forget all records but these."""
        for path in self.folder.iterdir():
            if path.stem not in keep or path.suffix != ".record":
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.record"
