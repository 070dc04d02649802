"""What the graph says of one document."""

import msgspec
import pytest

from kg.corpus import Corpus
from kg.model.problem import Problem
from kg.settings import Settings
from tests.unit.describe.conftest import record_of

MEETING = "meeting/direktionen/2031-01-05"
TEXT = """REFERAT Direktionen d. 05-01-2031

Mødedato Tirsdag d. 5. januar 2031 kl. 09:00

Mødested Klintesalen

Mødedeltagere Tora Lind, Ib Storm, Bo Krat (sekretær)

Indholdsfortegnelse

Ny lystbådehavn.....\t3
Personsag.....\t5

Punkt 1: Ny lystbådehavn

30/101

Sagsfremstilling

Havnecentret (HAC) har udarbejdet et oplæg til 3,3 mio. kr. Sagen blev drøftet i Økonomiudvalget den 1. december 2030.

Indstilling

Havnecentret indstiller, at oplægget godkendes.

Beslutning Direktionen den 05-01-2031

Godkendt. Sendes til Økonomiudvalget.

Bilag

Oplæg om havnen
Budget

Punkt 2: Lukket

30/102

Sagsfremstilling

Havnecentret indstiller hemmeligheden til 4,5 mio. kr.

Bilag

Hemmeligheden
"""


@pytest.mark.parametrize(
    ("subject", "predicate", "expected"),
    [
        (MEETING, "sag:body", ["body/direktionen"]),
        (MEETING, "dcterms:date", ["2031-01-05"]),
        (MEETING, "sag:startTime", ["09:00"]),
        (MEETING, "sag:place", ["Klintesalen"]),
        (MEETING, "sag:attendee", ["person/ib-storm", "person/tora-lind"]),
        (MEETING, "sag:secretary", ["person/bo-krat"]),
        (MEETING, "sag:item", [f"{MEETING}/item/1", f"{MEETING}/item/2"]),
        ("person/tora-lind", "org:memberOf", ["body/direktionen"]),
        ("person/tora-lind", "rdf:type", ["sag:Director"]),
        ("person/bo-krat", "rdf:type", ["foaf:Person"]),
        (f"{MEETING}/item/1", "sag:number", ["1"]),
        (f"{MEETING}/item/1", "dcterms:title", ["Ny lystbådehavn"]),
        (f"{MEETING}/item/1", "sag:closed", ["false"]),
        (f"{MEETING}/item/1", "sag:page", ["3"]),
        (f"{MEETING}/item/1", "sag:case", ["case/30-101"]),
        ("case/30-101", "sag:caseNumber", ["30/101"]),
        ("case/30-101", "sag:container", ["false"]),
        (f"{MEETING}/item/1", "sag:attachment", [f"{MEETING}/item/1/attachment/1", f"{MEETING}/item/1/attachment/2"]),
        (f"{MEETING}/item/1/attachment/2", "dcterms:title", ["Budget"]),
        (f"{MEETING}/item/1", "sag:proposedBy", ["unit/havnecentret"]),
        (f"{MEETING}/item/1", "sag:preparedBy", ["unit/havnecentret"]),
        (f"{MEETING}/item/1", "sag:recommendation", [f"{MEETING}/item/1/recommendation"]),
        (f"{MEETING}/item/1/recommendation", "sag:madeBy", ["unit/havnecentret"]),
        (f"{MEETING}/item/1", "sag:decision", [f"{MEETING}/item/1/decision/direktionen-2031-01-05"]),
        (f"{MEETING}/item/1/decision/direktionen-2031-01-05", "sag:madeBy", ["body/direktionen"]),
        (f"{MEETING}/item/1/decision/direktionen-2031-01-05", "sag:text", ["Godkendt. Sendes til Økonomiudvalget."]),
        (
            f"{MEETING}/item/1/decision/direktionen-2031-01-05",
            "sag:outcome",
            ["sag:outcome-approved", "sag:outcome-referred"],
        ),
        (f"{MEETING}/item/1/decision/direktionen-2031-01-05", "sag:referredTo", ["body/oekonomiudvalget"]),
        (f"{MEETING}/item/1/amount/1", "schema:value", ["3300000"]),
        (f"{MEETING}/item/1/amount/1", "sag:asWritten", ["3,3 mio. kr."]),
        (f"{MEETING}/item/1", "sag:refersTo", ["meeting/oekonomiudvalget/2030-12-01"]),
        ("meeting/oekonomiudvalget/2030-12-01", "dcterms:date", ["2030-12-01"]),
        ("unit/havnecentret", "skos:altLabel", ["HAC"]),
    ],
)
def test_facts(said, subject, predicate, expected):
    assert said(TEXT).of(subject, predicate) == expected


def test_closed_items_carry_nothing_but_what_the_agenda_prints(said):
    facts = said(TEXT).facts
    item = f"https://w3id.org/sagsgraf/id/klintevig/{MEETING}/item/2"
    about = {each.predicate for each in facts if each.subject == item}
    assert about == {"rdf:type", "sag:number", "sag:page", "sag:case", "dcterms:title", "sag:closed"}
    assert not [each for each in facts if each.subject.startswith(f"{item}/")]
    assert [each.predicate for each in facts if each.object == item] == ["sag:item"]


def test_evidence_is_the_words_themselves(said):
    found = said(TEXT)
    everything = [evidence for fact in found.facts for evidence in fact.evidence]
    assert everything
    assert all(TEXT[each.start : each.end] == each.exact for each in everything)
    assert [each.exact for each in found.evidence(f"{MEETING}/item/1", "sag:refersTo")] == [
        "Økonomiudvalget den 1. december 2030"
    ]
    (said_so,) = found.evidence("unit/havnecentret", "skos:altLabel")
    assert said_so.exact.startswith("Havnecentret (HAC)")


def test_a_mention_says_who_is_named_where_and_how(said):
    found = said(TEXT)
    start = TEXT.index("Havnecentret indstiller")
    (mention,) = [each for each in found.subjects("sag:Mention") if f"#mention={start}," in each]
    assert found.of(mention, "sag:agent") == ["unit/havnecentret"]
    assert found.of(mention, "sag:relation") == ["sag:proposedBy"]
    assert found.of(mention, "sag:item") == [f"{MEETING}/item/1"]


def test_a_document_of_which_no_meeting_is_known_is_a_document_still(said):
    found = said("Punkt 1: Ny lystbådehavn\n\n30/101\n\nBeslutning\n\nGodkendt.\n")
    assert len(found.subjects("sag:Document")) == 1
    assert not found.subjects("sag:Meeting") + found.subjects("sag:AgendaItem")


def test_a_body_that_nothing_names_is_unknown(said):
    text = "REFERAT d. 05-01-2031\n\nPunkt 1: Ny lystbådehavn\n\n30/101\n\nBeslutning\n\nGodkendt.\n"
    found = said(text)
    assert found.of("meeting/unknown/2031-01-05", "sag:body") == ["body/unknown"]
    assert found.of("body/unknown", "skos:prefLabel") == ["Ukendt"]


REMINDERS = """REFERAT Direktionen d. 05-01-2031

Mødedeltagere Jens Moss, Ib Storm

Punkt 1: Huskeliste

30/2

Sag/emne\tForv. tidspunkt\tAnsvarlig
Havneplan\tMarts\tHavnecentret
Skoleplan\tKvartalsvis\tJens Moss

Punkt 2: Havnens navn

30/101

Direktionen drøftede sagen den 5. januar 2031. Sagen blev behandlet i Direktionen medio 2029.
"""


@pytest.mark.parametrize(
    ("subject", "predicate", "expected"),
    [
        (f"{MEETING}/item/1/task/1", "dcterms:title", ["Havneplan"]),
        (f"{MEETING}/item/1/task/1", "sag:due", ["2031-03"]),
        (f"{MEETING}/item/1/task/1", "sag:responsible", ["unit/havnecentret"]),
        (f"{MEETING}/item/1/task/2", "sag:recurrence", ["Kvartalsvis"]),
        (f"{MEETING}/item/1/task/2", "sag:due", []),
        (f"{MEETING}/item/1/task/2", "sag:responsible", ["person/jens-moss"]),
    ],
)
def test_tasks(said, subject, predicate, expected):
    assert said(REMINDERS).of(subject, predicate) == expected


def test_a_meeting_does_not_refer_to_itself_and_a_vague_date_is_a_year(said):
    found = said(REMINDERS)
    referring = [each for each in found.subjects("sag:AgendaItem") for _ in found.of(each, "sag:refersTo")]
    assert len(referring) == 1
    assert found.of(referring[0], "sag:refersTo") == ["meeting/direktionen/2029"]
    (date,) = [each for each in found.facts if each.subject.endswith("/2029") and each.predicate == "dcterms:date"]
    assert date.object.datatype == "xsd:gYear"


ODD = """REFERAT Direktionen d. 05-01-2031

Mødedato Mandag d. 5. januar 2031

Indhold

Ny lystbådehavn.....\t3
Broer.....\t4
Lukket.....\t5
Stier.....\t6

Punkt 1: Ny lystbådehavn

Punkt 4: Lukket

Hemmeligheden

Punkt 7: Stier og Ã\ufffdq
"""


def test_what_is_odd_is_a_sentence_and_stands_on_its_line(said):
    graph = said(ODD)
    found = {each.rpartition("#problem=")[2]: each for each in graph.subjects("sag:Problem")}
    (document,) = graph.subjects("sag:Document")
    assert sorted(graph.of(document, "sag:problem")) == sorted(found.values())
    assert sorted(found) == [
        "contents-only,8", "damaged-letters,18", "item-gap,14", "item-gap,14,2", "item-gap,18", "item-gap,18,2",
        "weekday,3",
    ]  # fmt: skip
    second = found["item-gap,14,2"]
    assert graph.of(second, "sag:rule") == ["item-gap"]
    assert graph.of(second, "rdfs:label") == [
        "Point 3 is missing among the others; see whether a page was lost.",
        "Punkt 3 mangler mellem de andre punkter; se efter, om en side er faldet ud.",
    ]
    (evidence,) = graph.evidence(second, "rdf:type")
    assert evidence.exact == "Punkt 4: Lukket"
    assert ODD[evidence.start : evidence.end] == evidence.exact
    assert [each.exact for each in graph.evidence(found["contents-only,8"], "rdf:type")] == ["Broer.....\t4"]


def test_a_problem_of_the_file_as_a_whole_stands_on_no_line(said):
    graph = said("Tak for sidst.\n")
    (problem,) = graph.subjects("sag:Problem")
    assert problem.endswith("#problem=no-minutes,0")
    assert graph.evidence(problem, "rdf:type") == []


def test_no_problem_says_anything_of_what_stands_in_a_closed_item(said):
    for fact in said(ODD).facts:
        assert "Hemmelig" not in f"{fact.object} {[each.exact for each in fact.evidence]}"


def test_a_problem_on_a_line_of_a_closed_item_has_no_words():
    record = record_of(ODD, "0.txt")
    line = ODD.split("\n").index("Hemmeligheden") + 1
    record = msgspec.structs.replace(record, problems=(Problem("0.txt", line, "no-points"),))
    corpus = Corpus([lambda: record], Settings(), {})
    (typed,) = [each for made in corpus.described() for each in made.facts if each.object == "sag:Problem"]
    assert typed.subject.endswith(f"#problem=no-points,{line}")
    assert typed.evidence == ()
