"""Invented minutes as exporters print them: PDF in, text and facts out."""

from pathlib import Path

import pytest

from kg.api import open_graph
from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.readers import content_of
from kg.settings import Settings
from tests.unit.readers import invented

_EVIDENCE = """SELECT ?page ?exact { ?e oa:exact ?exact ; sag:in ?document . OPTIONAL { ?e sag:page ?page } }
  ORDER BY ?page ?exact"""
_ITEMS = (
    "SELECT ?number ?page ?title { ?i sag:number ?number ; sag:page ?page ; dcterms:title ?title } ORDER BY ?number"
)


def test_what_firstagenda_prints():
    content = content_of(invented.firstagenda().pdf(), "a.pdf")
    pages = [content.text[a:b] for a, b in zip(content.pages, [*content.pages[1:], None], strict=True)]
    assert pages[0].splitlines()[:3] == ["REFERAT", "Klintemose Kommune Stiudvalget d. 05-05-2031", ""]
    assert "Mødested:\tLokale 7, Klintemose Rådhus" in pages[0]
    assert pages[0].endswith(
        "Punkt 1: Godkendelse af dagsorden\t2\n\nPunkt 2: Trafikplan for skolevejene ved Åmarken og\nBakkevej\t3\n\n"
        "Punkt 3: Lukket - Køb af jord\t4\n\n"
    )
    assert pages[1] == "Punkt 1: Godkendelse af dagsorden\n\n31/101\n\nBeslutning\nGodkendt.\n\n"
    assert "Den foreslår\nnye stier, og at der sættes 2,5 mio. kr. af til Teknik- og Miljøcentrets\n" in pages[2]
    assert "ikke-planlagt\ncykelsti." in pages[2]
    assert "Side" not in content.text


def test_what_edoc_prints():
    text = content_of(invented.edoc().pdf(), "a.pdf").text
    # of the page header only the date is nowhere else
    assert text.startswith("Dato: 07.05.2031\n\nReferat\nVandudvalget\nonsdag den 7. maj 2031, kl. 15.30\n")
    assert "INDHOLDSFORTEGNELSE\n1. Spildevand i Sønderby\t3\n2. Meddelelser\t3\n" in text
    assert "indstiller,\nat kloakken fornyes.\n\nVandudvalgets beslutning den 07.05.2031\nGodkendt.\n\n2. Medd" in text


def test_what_word_prints():
    assert content_of(invented.word().pdf(), "a.pdf").text == (
        "Referat fra møde i Havnerådet\n\nDato:\t8. maj 2031\nTid:\tkl. 10.00\nSted:\tHavnekontoret\n"
        "Deltagere:\tIda Sø, Kai Vad\n\n1. Bådbroer\nBeslutning: Broerne males i juni.\n\n"
        "2. Eventuelt\nBeslutning: Intet.\n"
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "minutes").mkdir()
    (folder / "minutes" / "stier.pdf").write_bytes(invented.firstagenda().pdf())
    build(find_inputs([str(folder / "minutes")])[0], folder / "store", Settings(forced=NONE))
    return folder / "store"


def test_evidence_has_its_page(store):
    with open_graph(store) as graph:
        found = {(str(page), str(exact)) for page, exact in graph.query(_EVIDENCE).values()}
        items = [tuple(map(str, row)) for row in graph.query(_ITEMS).values()]
    assert {("1", "Tora Lind"), ("2", "Godkendt."), ("3", "Udsat."), ("3", "31/102"), ("4", "31/103")} <= found
    assert not any(page == "None" for page, _ in found)
    assert items == [
        ("1", "2", "Godkendelse af dagsorden"),
        ("2", "3", "Trafikplan for skolevejene ved Åmarken og Bakkevej"),
        ("3", "4", "Lukket - Køb af jord"),
    ]


def test_without_a_contents_list_the_file_says_on_which_page_a_point_begins(tmp_path):
    from kg.inputs import Input
    from kg.stages import understand_alone

    path = tmp_path / "stier.pdf"
    pages = invented.firstagenda()
    pages.pages[0] = pages.pages[0][:8]
    path.write_bytes(pages.pdf())
    assert [
        item.page for item in understand_alone(Input(path.name, str(path)), Settings(forced=NONE)).meeting.items
    ] == [2, 3, 4]


def test_one_broken_file_is_said_and_the_rest_is_built(tmp_path):
    whole = invented.firstagenda().pdf()
    files = {"a.pdf": whole, "b.pdf": whole[:-900], "c.pdf": b"%PDF-1.7\nintet", "d.txt": invented.edoc().pdf()}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    report = build(find_inputs([str(tmp_path)])[0], tmp_path / "store", Settings(forced=NONE))
    lost = {(each.path, each.message) for each in report.problems if each.message.startswith("unreadable")}
    assert lost == {("b.pdf", "unreadable-broken-pdf"), ("c.pdf", "unreadable-broken-pdf")}
    assert report.figures.documents == 2


def test_reading_pictures_too_is_another_build(tmp_path):
    (tmp_path / "a.pdf").write_bytes(invented.firstagenda().pdf())
    files = find_inputs([str(tmp_path / "a.pdf")])[0]
    for ocr, unchanged in ((False, False), (False, True), (True, False), (True, True)):
        report = build(files, tmp_path / "store", Settings(forced=NONE, ocr=ocr))
        assert report.unchanged is unchanged
