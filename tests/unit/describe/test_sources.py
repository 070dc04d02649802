"""Several documents of one meeting in several formats: which counts, what is said once, and where they differ."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus import Corpus
from kg.describe.likeness import Point, agree, alike, match_points, match_sums, match_texts, match_titles
from kg.describe.versions import rank_of
from kg.graph.scheme import read_vocabulary
from kg.settings import Settings
from tests.unit.describe.conftest import Said, record_of

MEETING = "meeting/havneudvalget/2031-01-05"
ITEM = f"{MEETING}/item/1"
HEAD = "REFERAT Havneudvalget d. 05-01-2031\n\nMødedato 5. januar 2031 kl. 16:00\n\nMødested Østsalen\n\n"
PEOPLE = "Mødedeltagere Tora Lind, Ib Storm\n\nAfbud fra Ea Holm\n\n"
BODY = """Punkt 1: Ny lystbådehavn

30/101

Sagsfremstilling

Broen koster 4,5 mio. kr. og havnen 7,2 mio. kr.

Indstilling

Havnecentret indstiller,

1. at broen bygges
2. at havnen udvides

Beslutning

1. Godkendt.
2. Udsat. Havnecentret udarbejder et notat om broen til næste møde.

Bilag

Oplæg om havnen
Kort 1
Kort 2

Punkt 2: Skolernes ferieplan

30/400

Beslutning

Taget til efterretning.
"""
TEXT = HEAD + PEOPLE + BODY
MARKDOWN = (
    TEXT.replace("Punkt ", "## Punkt ")
    .replace("4,5 mio. kr.", "4.500.000 kr.")
    .replace("Oplæg om havnen", "Oplæg om havnen.pdf")
    .replace("til næste møde", "til det næste møde")
)
AGENDA = HEAD.replace("REFERAT", "DAGSORDEN") + BODY.partition("Beslutning")[0]
ADDED = (
    "Punkt 2 »Skolernes ferieplan« står i a.xml, men ikke i denne dagsorden; "
    "sådan er det, når en tillægsdagsorden har det."
)
FORMATS = {
    "xml": "application/xml",
    "json": "application/json",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown",
    "txt": "text/plain",
}


def record(text, path):
    kind = "agenda" if text.startswith("DAGSORDEN") else "minutes"
    return msgspec.structs.replace(record_of(text, path, kind), format=FORMATS[path.rpartition(".")[2]])


def described(**texts):
    """The facts of documents: `described(a_xml=text)` is a file `a.xml`."""
    records = [record(text, name.replace("_", ".")) for name, text in texts.items()]
    return Corpus([lambda each=each: each for each in records], Settings(), read_vocabulary().themes).described()


def said(**texts):
    return Said([fact for each in described(**texts) for fact in each.facts])


def differences(**texts):
    found = said(**texts)
    return [
        text
        for each in found.subjects("sag:Difference")
        for text in found.of(each, "rdfs:label")
        if any(fact.object.language == "da" and fact.object.value == text for fact in found.facts
               if fact.predicate == "rdfs:label" and fact.subject.endswith(each))
    ]  # fmt: skip


# --- which counts


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("a.xml", TEXT), ("a.docx", TEXT)),
        (("a.json", TEXT), ("a.html", TEXT)),
        (("a.html", TEXT), ("a.pdf", TEXT)),
        (("a.docx", TEXT), ("a.pdf", TEXT)),
        (("a.pdf", TEXT), ("a.txt", TEXT)),
        # minutes before agenda, whatever the format
        (("z.txt", TEXT), ("a.xml", AGENDA)),
        # a correction before what it corrects, whatever the format
        (("z-rettet.pdf", TEXT), ("a.xml", TEXT)),
        (("z_v2.txt", TEXT), ("a_v1.txt", TEXT)),
        (("z.txt", TEXT.replace("REFERAT", "Revideret referat\n\nREFERAT")), ("a.txt", TEXT)),
        # the later of two
        (("z 2031-01-09.pdf", TEXT), ("a 2031-01-07.pdf", TEXT)),
        (("z.txt", TEXT.replace("Mødested", "Udskrevet den 9. januar 2031\n\nMødested")), ("a.txt", TEXT)),
        # the day of the meeting itself says nothing of the version
        (("a.txt", TEXT), ("b 05-01-2031.txt", TEXT)),
    ],
)
def test_which_document_counts(better, worse):
    assert rank_of(record(better[1], better[0])) < rank_of(record(worse[1], worse[0]))


def test_single_values_come_from_the_best_document_and_each_document_has_those_it_says():
    title = MARKDOWN.replace("Ny lystbådehavn", "Ny lystbådehavn, 1. behandling")
    found = said(b_pdf=title, a_md=MARKDOWN, c_xml=TEXT)
    assert found.of(ITEM, "dcterms:title") == ["Ny lystbådehavn"]
    assert found.of(ITEM, "dcterms:alternative") == ["Ny lystbådehavn, 1. behandling"]
    assert len({each.document for each in found.evidence(ITEM, "dcterms:title")}) == 2
    assert len({each.document for each in found.evidence(ITEM, "sag:case")}) == 3
    assert len({each.document for each in found.evidence(MEETING, "sag:place")}) == 3


# --- nothing twice


def test_two_formats_of_the_same_minutes_are_said_once_with_the_evidence_of_each():
    alone, both = said(a_txt=TEXT), said(a_txt=TEXT, b_md=MARKDOWN)
    for kind in ("Meeting", "AgendaItem", "Case", "Recommendation", "Part", "Decision", "Task", "Amount", "Attachment"):
        assert alone.subjects(f"sag:{kind}") == both.subjects(f"sag:{kind}"), kind
    assert both.of(f"{ITEM}/attachment/1", "dcterms:alternative") == ["Oplæg om havnen.pdf"]
    assert both.of(f"{ITEM}/attachment/2", "dcterms:alternative") == []
    for kind in ("Recommendation", "Part", "Decision", "Task", "Amount", "Attachment"):
        for node in both.subjects(f"sag:{kind}"):
            assert len({each.document for each in both.evidence(node, "rdf:type")}) == 2, node
    for node, predicate in (
        (MEETING, "sag:attendee"),
        (MEETING, "sag:absentee"),
        (ITEM, "sag:proposedBy"),
        (f"{ITEM}/decision/havneudvalget-2031-01-05", "sag:text"),
        (f"{ITEM}/decision/havneudvalget-2031-01-05", "sag:outcome"),
    ):
        assert alone.of(node, predicate) == both.of(node, predicate) != []
    assert len(both.subjects("sag:Document")) == 2


def test_a_body_of_another_name_decides_nothing_twice():
    other = TEXT.replace("Havneudvalget", "Havne- og Brouvalget").replace("Brouvalget", "Broudvalget")
    found = said(a_xml=TEXT, b_pdf=other)
    assert found.of(MEETING, "sag:body") == ["body/havneudvalget"]
    assert found.subjects("sag:Meeting") == [MEETING]
    assert len(found.of(ITEM, "sag:decision")) == 1
    assert found.of(f"{ITEM}/decision/havneudvalget-2031-01-05", "sag:madeBy") == ["body/havneudvalget"]


def test_an_agenda_s_people_are_asked_to_come_and_the_minutes_say_who_came():
    agenda = AGENDA.replace("Punkt 1", "Mødedeltagere Tora Lind, Ib Storm, Ea Holm, Bo Krat\n\nPunkt 1", 1)
    found = said(a_txt=TEXT, b_pdf=agenda)
    assert found.of(MEETING, "sag:attendee") == ["person/ib-storm", "person/tora-lind"]
    assert found.of(MEETING, "sag:absentee") == ["person/ea-holm"]


def test_an_item_that_one_document_closes_is_closed():
    shut = TEXT.replace("Punkt 1: Ny lystbådehavn", "Punkt 1: Lukket: Ny lystbådehavn")
    for documents in ({"a_txt": TEXT, "b_xml": shut}, {"a_xml": TEXT, "b_txt": shut}):
        found = said(**documents)
        assert found.of(ITEM, "sag:closed") == ["true"]
        assert found.of(ITEM, "sag:case") == ["case/30-101"]
        for predicate in ("sag:decision", "sag:attachment", "sag:amount", "sag:task", "sag:mentions", "sag:theme"):
            assert found.of(ITEM, predicate) == [], predicate
        assert not [each for fact in found.facts for each in fact.evidence if "broen" in each.exact]
        assert len(found.subjects("sag:AgendaItem")) == 2


def test_nobody_is_known_by_an_item_that_another_document_closes_alone():
    named = TEXT.replace("Beslutning", "Center for Havne og Broer (CHB) indstiller, at broen bygges.\n\nBeslutning", 1)
    shut = TEXT.replace("Punkt 1: Ny lystbådehavn", "Punkt 1: Lukket: Ny lystbådehavn")
    assert "Havne og Broer" in str(list(described(a_txt=named)))
    assert "Havne og Broer" not in str(list(described(a_txt=named, b_xml=shut)))


# --- adding, replacing and forgetting


@settings(max_examples=15, deadline=None)
@given(st.permutations(["a_xml", "b_pdf", "c_txt", "d_docx"]))
def test_the_order_of_documents_decides_nothing(names):
    texts = {"a_xml": AGENDA, "b_pdf": TEXT, "c_txt": MARKDOWN, "d_docx": TEXT.replace("Udsat", "Afvist")}
    graphs = {each.graph: each for each in described(**texts)}
    assert {each.graph: each for each in described(**{name: texts[name] for name in names})} == graphs


def test_a_better_document_keeps_its_graph_when_a_worse_one_comes():
    alone = {each.graph: each.facts for each in described(a_xml=TEXT)}
    both = {each.graph: each.facts for each in described(a_xml=TEXT, b_pdf=MARKDOWN)}
    (best,) = [name for name in alone if "/document/" in name]
    (rank,) = set(both[best]) - set(alone[best])
    assert (rank.predicate, rank.object.value) == ("sag:rank", "1")
    assert set(alone[best]) < set(both[best])


# --- where they differ


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (TEXT, []),
        (TEXT.replace("16:00", "16:10"), ["Mødet begynder kl. 16:10 her og kl. 16:00 i a.xml."]),
        (TEXT.replace("Østsalen", "Vestsalen"), ["Mødet holdes i »Vestsalen« her og i »Østsalen« i a.xml."]),
        (TEXT.replace("30/400", "30/401"), ["Punkt 2 har sagsnummer 30/401 her og 30/400 i a.xml."]),
        (
            TEXT.replace("ferieplan", "ferieplaner"),
            ["Punkt 2 hedder »Skolernes ferieplaner« her og »Skolernes ferieplan« i a.xml."],
        ),
        (
            TEXT.replace("Taget til efterretning", "Sendt i høring hos skolerne"),
            ["Beslutningen på punkt 2 lyder »Sendt i høring hos skolerne.« her og »Taget til efterretning.« i a.xml."],
        ),
        (TEXT.replace("Kort 2\n", ""), ["Bilaget »Kort 2« til punkt 1 står i a.xml, men ikke her."]),
        (TEXT.replace("Kort 2", "Kort 2\nKort 3"), ["Bilaget »Kort 3« til punkt 1 står her, men ikke i a.xml."]),
        (TEXT.partition("Punkt 2")[0], ["Punkt 2 »Skolernes ferieplan« står i a.xml, men ikke her."]),
        (
            TEXT + "\nPunkt 3: Færgens sejlplan\n\n30/600\n",
            ["Punkt 3 »Færgens sejlplan« står her, men ikke i a.xml."],
        ),
        (
            AGENDA,
            [ADDED],
        ),
        (AGENDA.replace("Mødested", "Tillægsdagsorden\n\nMødested"), []),
        (
            TEXT.replace("Punkt 2: S", "Punkt 2: Lukket: S"),
            ["Punkt 2 er åbent i det ene dokument og lukket i det andet (a.xml); grafen holder det lukket."],
        ),
        (
            TEXT.replace("Ib Storm", "Bo Krat"),
            [
                "Bo Krat står på listen over, hvem der deltog, her, men ikke i a.xml.",
                "Ib Storm står på listen over, hvem der deltog, i a.xml, men ikke her.",
            ],
        ),
        (
            TEXT.replace("Lind, Ib Storm", "Lind").replace("Ea Holm", "Ib Storm, Ea Holm"),
            ["Ib Storm er til stede i det ene dokument og har afbud i det andet; a.xml gælder."],
        ),
    ],
)
def test_where_documents_differ(other, expected):
    assert differences(a_xml=TEXT, b_pdf=other) == expected


# --- likeness


@pytest.mark.parametrize(
    ("own", "others", "found"),
    [
        (["Kort 1", "Kort 2"], ["Kort 2", "Kort 1"], [1, 0]),
        (["Kort 3"], ["Kort 2"], [-1]),
        (["Bilag 2 - Budget for havnen"], ["Oplæg", "Budget for havnen.docx"], [1]),
        (["Takster for bådpladser"], ["Takster for bådpladser 2031"], [0]),
        (["2031-204248 - Kort over havnen"], ["Kort over havnen"], [0]),
        (["Bilag 1"], ["Bilag 2"], [-1]),
        (["Oplæg", "Oplæg"], ["Oplæg"], [0, -1]),
    ],
)
def test_attachments(own, others, found):
    assert match_titles(own, others) == found


def test_sums_are_one_by_their_value_alone():
    assert match_sums(["4500000", "4600000", "4500000"], ["4600000", "4500000"]) == [1, 0, 1]
    assert match_sums(["4500000"], ["4600000"]) == [-1]


def test_texts():
    assert match_texts(["b c d e f g h i", "a"], ["a", "b c d e f g h j"]) == [1, 0]
    assert alike("Godkendt.", "godkendt")
    assert not alike("Godkendt.", "Godkendt. Ib Storm var ikke til stede.")
    assert agree("Godkendt.", "Godkendt. Ib Storm var ikke til stede.")
    assert not agree("", "Godkendt.")


@pytest.mark.parametrize(
    ("own", "other", "same"),
    [
        (Point(1, "ny lystbådehavn"), Point(1, "ny lystbaadehavn"), True),
        (Point(1, "ny lystbådehavn"), Point(3, "ny lystbådehavn"), True),
        (Point(1, "ny lystbådehavn", "30/1"), Point(2, "lystbådehavn ny placering", "30/1"), True),
        # one case, two matters
        (Point(1, "budget for havnen", "30/1"), Point(2, "valg af formand", "30/1"), False),
        # a line of the title was lost
        (Point(1, "ny lystbådehavn"), Point(1, "ny lystbådehavn ved det gamle bolværk i vestre havn"), True),
        (Point(1, "valg"), Point(1, "valg af formand for det næste år"), False),
        (Point(1, "lukket", closed=True), Point(1, "personsag", closed=True), True),
        (Point(1, "lukket", closed=True), Point(2, "lukket", closed=True), False),
        (Point(1, "lukket", "30/1", closed=True), Point(1, "køb af en grund", "30/1"), True),
    ],
)
def test_points(own, other, same):
    assert match_points([own], [other]) == ((0,) if same else (-1,))


_points = st.lists(
    st.builds(Point, st.integers(0, 4), st.sampled_from(["lukket", "valg", "havn", "havnen", "skoleveje og stier"]),
              st.sampled_from(["", "30/1", "30/2"]), st.booleans()),
    max_size=6,
)  # fmt: skip


@given(_points, _points)
def test_each_point_has_one_equal_at_most(own, others):
    found = [place for place in match_points(own, others) if place >= 0]
    assert len(found) == len(set(found))
    assert match_points(own, own) == tuple(range(len(own))) or len(set(own)) < len(own)
