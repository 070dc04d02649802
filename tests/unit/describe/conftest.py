"""Invented minutes in, the facts of their graphs out."""

import hashlib
from collections.abc import Callable

import msgspec
import pytest

from kg.corpus import Corpus
from kg.graph.scheme import read_vocabulary
from kg.model.fact import Evidence, Fact
from kg.model.record import Record
from kg.model.source import Source
from kg.settings import Settings
from kg.understand import understand

AUTHORITY = "Klintevig Kommune"
BASE = "https://w3id.org/sagsgraf/id/"


class Said:
    """The facts of a corpus. IRIs are given without the base, and those of the authority without it either."""

    def __init__(self, facts: list[Fact]) -> None:
        self.facts = facts

    def of(self, subject: str, predicate: str) -> list[str]:
        """The values of a property of something, sorted, each once."""
        found = [each for each in self.facts if (short(each.subject), each.predicate) == (subject, predicate)]
        return sorted({short(each.object) if isinstance(each.object, str) else each.object.value for each in found})

    def evidence(self, subject: str, predicate: str) -> list[Evidence]:
        """What a fact stands on."""
        found = [each for each in self.facts if (short(each.subject), each.predicate) == (subject, predicate)]
        return [evidence for each in found for evidence in each.evidence]

    def subjects(self, kind: str) -> list[str]:
        """Everything of a type."""
        return sorted(
            {short(each.subject) for each in self.facts if (each.predicate, each.object) == ("rdf:type", kind)}
        )


def short(iri: str) -> str:
    return iri.removeprefix(BASE).removeprefix("klintevig/")


def record_of(text: str, path: str, kind: str = "", authority: str = AUTHORITY) -> Record:
    source = Source(path, hashlib.sha256(text.encode()).hexdigest(), "text/plain", text)
    record = understand(source, authority, scheme=read_vocabulary().words)
    kept = msgspec.structs.replace(record.meeting, kind=kind or record.meeting.kind)
    return msgspec.structs.replace(record, meeting=kept)


@pytest.fixture
def said() -> Callable[..., Said]:
    """The facts of texts: `said(text, ...)`, or `said(agenda=text, minutes=text)` to say what each is."""

    def said(*texts: str, **kinds: str) -> Said:
        records = [record_of(text, f"{place}.txt") for place, text in enumerate(texts)]
        records += [record_of(text, f"{kind}.txt", kind.rstrip("_")) for kind, text in kinds.items()]
        corpus = Corpus([lambda each=each: each for each in records], Settings(), read_vocabulary().themes)
        return Said([fact for described in corpus.described() for fact in described.facts])

    return said
