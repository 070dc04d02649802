"""What holds of any text: nothing raises, and every finding stands where it says."""

import functools

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import Scheme, extract, find_introductions, find_names, reading
from kg.layouts import parse
from kg.model.finding import Amount, Mention
from kg.model.source import Source
from kg.profiles import NONE

SCHEME = Scheme((("traffic", "cykel", True), ("traffic", "vej", False), ("housing", "-bolig", True)))
SAMPLE = """REFERAT Vejudvalget d. 12-03-2024

Deltagere: Alma Bruun, Carl
Dyhr (referent)

Indhold
Cykelstier og broer.....3
Lukket.....4
Huskeliste.....5

Punkt 1: Cykelstier og broer

24/10442

Sagsfremstilling

Vejcentret (VEX) og Børne- og Ungecentret har udarbejdet en plan. Byrådet drøftede den den 3. november 2023. Prisen er
3,3 mio. kr., hvoraf Zerina Qvamme (HRX) disponerer 450.000 kr.

Post\tKr.
Stien\t29.340,00

Indstilling

Vejcentret indstiller,

1. at stien anlægges
2. at broen males

Beslutning i Vejudvalget den 12-03-2024

Ad 1) Godkendt, idet VEX udarbejder et notat til 4. maj.
Ad 2) Sagen oversendes til Økonomiudvalget.

Bilag

Kort over stien.pdf

Punkt 2: Lukket

24/10443

Beslutning

Vejcentret ansætter Anne Lindqvist for 500.000 kr. Byrådet behandler sagen den 9. april 2024.

Punkt 3: Huskeliste

Emne\tDato\tAnsvarlig
April 2024\t\t
Mål stien\t4.\tAlma
"""
PIECES = [
    "Punkt 4: ",
    "Beslutning\n",
    "Lukket",
    "Vejcentret",
    "\t",
    "|",
    "1. ",
    " og ",
    "den 29. februar",
    "5 kr.",
    "(LH)",
    "\r\n",
    "İ",
    "Ã",
]


def understood(text):
    source = Source("a.txt", "0", "text/plain", text)
    meeting = parse(source)[0]
    document = reading(source, meeting, NONE)
    names = find_names(document)
    list(find_introductions(document, names))
    return document, extract(document, SCHEME, names)


@st.composite
def mutations(draw):
    """The sample with some stretches cut out, doubled, moved or replaced by words that rules look for."""
    text = SAMPLE
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 80)))
        middle = draw(st.sampled_from(["", text[start:end] * 2, *PIECES]))
        text = text[:start] + middle + text[end:]
    return text


def check(document, findings, spans):
    items, plain = document.meeting.items, document.plain
    for one in spans:
        assert 0 <= one.start <= one.end <= len(plain)
        if "item" in one.__struct_fields__ and not isinstance(one, Mention):
            item = items[one.item]
            titles = [item.title, *item.alternatives]
            assert not item.closed
            assert item.start <= one.start <= one.end <= item.end or any(
                title.start <= one.start <= one.end <= title.end for title in titles
            )
        if isinstance(one, Mention) and one.name != "Administrationen":
            written = " ".join(plain[one.start : one.end].split())
            assert one.name in written or one.name.rstrip("s") in written
        if isinstance(one, Amount):
            assert " ".join(plain[one.start : one.end].split()) == " ".join(one.as_written.split())
    for kind in msgspec.structs.astuple(findings):
        assert [one.item for one in kind] == sorted(one.item for one in kind)


def test_the_sample_says_something_of_every_kind():
    _, findings = understood(SAMPLE)
    assert all(msgspec.structs.astuple(findings))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(mutations())
def test_findings_stand_where_they_say(spans_of, text):
    document, findings = understood(text)
    check(document, findings, spans_of(findings))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.text(max_size=300))
def test_any_text_is_understood(spans_of, text):
    document, findings = understood("Punkt 1: " + text)
    check(document, findings, spans_of(findings))


@pytest.mark.parametrize(
    "kind", ["mentions", "recommendations", "decisions", "tasks", "amounts", "references", "themes"]
)
def test_closed_items_yield_nothing(kind):
    document, findings = understood(SAMPLE)
    closed = [index for index, item in enumerate(document.meeting.items) if item.closed]
    assert closed == [1]
    assert [one for one in getattr(findings, kind) if one.item in closed] == []


def test_opening_the_closed_item_would_yield_findings():
    _, findings = understood(SAMPLE.replace("Lukket", "Ansættelse"))
    assert {one.item for one in findings.decisions} == {0, 1}


def test_the_findings_are_the_same_in_any_order_of_calls():
    first = functools.reduce(lambda _, __: understood(SAMPLE)[1], range(2), None)
    assert first == understood(SAMPLE)[1]
