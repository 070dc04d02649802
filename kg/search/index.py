"""Entries to an index on disk, in the folder `search` of a generation of the store."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from kg.errors import StoreError
from kg.model.entry import Entry
from kg.search.words import terms

if TYPE_CHECKING:
    import tantivy

FOLDER = "search"
TEXTS = ("title", "case", "decision", "recommendation", "text")
EXACT = ("authority", "body", "agent", "theme", "outcome")
_EARLIEST = "0001-01-01"  # of what has no date: it is found unless a later beginning is asked for
_HEAP = 64_000_000  # bytes that the writer holds before it writes: a few thousand documents' items
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Entry)
_Place = tuple[int, str, str, int, int]  # minus day, item, document; offset and length in the waiting file


@contextmanager
def write_index(folder: Path) -> Iterator[Callable[[Entry], None]]:
    """Gives a function that takes entries, in any order; when the block ends, their index is in `folder`/search.

    When the block raises, no index has been begun. Entries wait in an unnamed file, so that memory does not grow with
    their texts. Raises `StoreError` where the index cannot be written, and `OSError` where an entry cannot wait.
    """
    places: list[_Place] = []
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as waiting:

        def add(entry: Entry) -> None:
            packed = _encoder.encode(entry)
            places.append((-day(entry.date or _EARLIEST), entry.item, entry.document, waiting.tell(), len(packed)))
            waiting.write(packed)

        yield add
        try:
            _write(folder / FOLDER, sorted(places), waiting)
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(
                f"The search index in {folder} could not be written ({error}); what the store held is unchanged.",
                f"Søgeindekset i {folder} kunne ikke skrives ({error}); det, grafen havde, er uændret.",
            ) from error


def day(date: str, filler: str = "0") -> int:
    """An ISO date as a number that sorts alike, `20240229`; what a shorter one lacks is filled up: 2024 to 20240000.

    Raises `ValueError` for what is neither a date nor the beginning of one.
    """
    digits = date.replace("-", "").ljust(8, filler)
    if not (digits.isascii() and digits.isdigit() and len(digits) == 8):
        raise ValueError(date)
    return int(digits)


def _write(folder: Path, places: list[_Place], waiting: IO[bytes]) -> None:
    """All entries, the newest first: the same entries make the same index, whatever their order was."""
    import tantivy

    folder.mkdir(parents=True)
    items = {item: number for number, item in enumerate(sorted({place[1] for place in places}))}
    writer = tantivy.Index(_schema(), str(folder), reuse=False).writer(_HEAP, num_threads=1)
    try:
        for order, (_, item, _, start, length) in enumerate(places):
            waiting.seek(start)
            writer.add_document(_document(_decoder.decode(waiting.read(length)), order, items[item]))
        writer.commit()
    finally:
        writer.wait_merging_threads()


def _schema() -> "tantivy.Schema":
    """Searched texts hold terms, set apart by spaces; what an answer shows is stored beside them."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("order", "item", "day"):
        builder.add_integer_field(name, indexed=name == "day", fast=True)
    builder.add_bytes_field("shown", stored=True)
    return builder.build()


def _document(entry: Entry, order: int, item: int) -> "tantivy.Document":
    import tantivy

    document = tantivy.Document()
    for name in TEXTS:
        document.add_text(name, " ".join(terms(getattr(entry, name))))
    said = {
        "authority": (entry.authority,), "body": (entry.body,), "agent": entry.agents,
        "theme": entry.themes, "outcome": entry.outcomes,
    }  # fmt: skip
    for name, values in said.items():
        for value in values:
            document.add_text(name, value)
    for name, number in (("order", order), ("item", item), ("day", day(entry.date or _EARLIEST))):
        document.add_integer(name, number)
    document.add_bytes("shown", shown(entry))
    return document


def shown(entry: Entry) -> bytes:
    """What an answer needs of an entry, packed."""
    return _encoder.encode(msgspec.structs.replace(entry, decision="", recommendation="", agents=(), themes=()))


def unpack(packed: bytes) -> Entry:
    """The entry of `shown`, as far as it was kept."""
    return _decoder.decode(packed)
