"""What the full-text index is given of each item."""

import pytest

from kg.corpus import Corpus
from kg.graph.scheme import read_vocabulary
from kg.model.entry import Entry
from kg.settings import Settings

BASE = "https://w3id.org/sagsgraf/id/"
TEXT = """REFERAT Vejudvalget d. 12-03-2024

Punkt 1: Trafiksikkerhed ved skolerne

24/00117

Sagsfremstilling

Center for Veje og Parker (CVP) har målt hastigheder.

Indstilling

Center for Veje og Parker indstiller, at Vejudvalget godkender planen.

Beslutning i Vejudvalget den 12-03-2024

Godkendt. Sagen sendes videre til Økonomiudvalget.

Punkt 2: Lukket

24/00118

Sagsfremstilling

Grunden ved Havnen.
"""


@pytest.fixture
def entries(said, monkeypatch) -> list[Entry]:
    found: list[Entry] = []
    described = Corpus.described
    monkeypatch.setattr(Corpus, "described", lambda self: described(self, found.append))
    said(TEXT)
    return found


def test_an_item_with_all_that_is_searched(entries):
    first = entries[0]
    assert first.item.removeprefix(BASE) == "klintevig/meeting/vejudvalget/2024-03-12/item/1"
    assert first.document.startswith(f"{BASE}document/")
    assert TEXT[first.start :].startswith(first.text)
    assert first.text.startswith("Punkt 1: Trafiksikkerhed")
    assert (first.title, first.number, first.case) == ("Trafiksikkerhed ved skolerne", 1, "24/00117")
    assert (first.date, first.authority) == ("2024-03-12", f"{BASE}klintevig")
    assert first.body == f"{BASE}klintevig/body/vejudvalget"
    assert first.decision.startswith("Godkendt.")
    assert "godkender planen" in first.recommendation
    assert first.agents == (f"{BASE}klintevig/unit/center-for-veje-og-parker",)
    assert first.outcomes == ("approved", "referred")


def test_themes_are_those_of_the_scheme(entries):
    assert entries[0].themes
    assert set(entries[0].themes) <= set(read_vocabulary(Settings().themes).themes.values())


def test_a_closed_item_has_title_and_case_only(entries):
    closed = entries[1]
    assert (closed.title, closed.case) == ("Lukket", "24/00118")
    assert (closed.text, closed.decision, closed.recommendation) == ("", "", "")
    assert (closed.agents, closed.themes, closed.outcomes) == ((), (), ())


def test_a_document_without_a_meeting_is_one_entry_of_its_own(said, monkeypatch):
    found: list[Entry] = []
    described = Corpus.described
    monkeypatch.setattr(Corpus, "described", lambda self: described(self, found.append))
    said("Kære alle\n\nTak for sidst.\n")
    (entry,) = found
    assert entry.item == entry.document
    assert (entry.title, entry.text, entry.date) == ("0.txt", "Kære alle\n\nTak for sidst.\n", "")
