"""Exporters' files to text and marks: a document that a person reads, and what the export says for certain."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.readers import content_of
from kg.readers.export import moment

POINT = {"Punktnummer": "3", "Navn": "Nye bøger", "SagsNummer": "24-000117", "Felter": [], "Bilag": []}


def meeting(*points, **more):
    value = {
        "Dagsordenpunkter": list(points),
        "Udvalg": {"Navn": "Byråd 2022-2025"},
        "Moede": {"Dato": "2024-01-08T07:45:00+01:00", "Sted": "Salen", "Navn": "Dagsorden", **more},
    }
    return content_of(json.dumps(value).encode(), "møde.json")


def said(content, *roles):
    return [(content.text[mark.start : mark.end], mark.value) for mark in content.marks if mark.role in roles]


def test_firstagenda_reads_as_a_document():
    html = "<h3>Beslutning</h3><span>Godkendt.<br></span><h3>Fremstilling</h3><h4>Resume</h4><p>K&oslash;b.</p>"
    content = meeting(POINT | {"Felter": [{"Navn": "", "Html": html}], "Bilag": [{"Navn": "Liste"}]})
    assert content.text == (
        "Dagsorden: Byråd 2022-2025\n\nMødedato: 8. januar 2024 kl. 07.45\nMødested: Salen\n\n"
        "Punkt 3: Nye bøger\nSagsnr.: 24-000117\n\nBeslutning\nGodkendt.\n\nFremstilling\nResume\nKøb.\n\n"
        "Bilag\n- Liste\n"
    )
    assert said(content, "body", "date", "start-time", "place") == [
        ("Byråd", ""), ("8. januar 2024", "2024-01-08"), ("07.45", "07:45"), ("Salen", ""),
    ]  # fmt: skip
    assert said(content, "number", "title", "case", "attachment") == [
        ("3", ""), ("Nye bøger", ""), ("24-000117", ""), ("Liste", ""),
    ]  # fmt: skip
    assert said(content, "item")[0][0].startswith("Punkt 3")


def test_a_point_without_a_number_is_its_title():
    content = meeting(POINT | {"Punktnummer": None}, POINT | {"Punktnummer": "ad 3"})
    assert "\n\nNye bøger\nSagsnr.: 24-000117\n\nPunkt ad 3: Nye bøger\n" in content.text


def test_firstagenda_knows_who_was_away():
    people = [
        {"Name": "Ida Bæk", "Absent": False},
        {"Name": "Bo", "Absent": True},
        {"Name": "Åse", "Absent": False, "ParticipationCancelled": True},
        {"Name": None},
        "x",
    ]
    content = meeting(POINT, Moededeltagere=people)
    assert said(content, "member") == [("Ida Bæk", "")]
    assert said(content, "absentee") == [("Bo", ""), ("Åse", "")]


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2024-01-08T07:45:00+01:00", ("2024-01-08", "07:45")),
        ("2024-01-08", ("2024-01-08", "")),
        ("04-12-2012 13:00:00", ("2012-12-04", "13:00")),
        # midnight is an export's way to say that no time is known
        ("04-12-2012 00:00:00", ("2012-12-04", "")),
        ("4.12.2012 kl. 9.30", ("2012-12-04", "09:30")),
        ("31-02-2012", ("", "")),
        ("i morgen", ("", "")),
        ("04-12-2012 99:99", ("2012-12-04", "")),
    ],
)
def test_time_stamps(stamp, expected):
    assert moment(stamp) == expected


SBSYS = """<?xml version="1.0" encoding="utf-8"?><Publication><Agendas><Agenda>
<Meeting><When>15-05-2013 16:30:00</When><Where><![CDATA[Lokale 3]]></Where><Members>{members}</Members></Meeting>
<Committee><Name>IT-udvalget</Name></Committee><Items>{items}</Items></Agenda></Agendas></Publication>"""
ITEM = """<Item><Caption><![CDATA[{title}]]></Caption><Number>{number}</Number><Case><Number>{case}</Number></Case>
<IsPublic>{public}</IsPublic><Fields><ItemField><Caption>Beslutning</Caption><Content><![CDATA[{html}]]></Content></ItemField>
</Fields><Enclosures><Enclosure><Name>Tilbud</Name></Enclosure></Enclosures></Item>"""


def sbsys(*items, members=""):
    return content_of(SBSYS.format(items="".join(items), members=members).encode(), "x.xml")


def test_sbsys():
    content = sbsys(
        ITEM.format(title="Skærme", number=2, case="00.22.04-P20-2-14", public=True, html="<p>K&oslash;bes.")
    )
    assert content.text == (
        "Dagsorden: IT-udvalget\n\nMødedato: 15. maj 2013 kl. 16.30\nMødested: Lokale 3\n\n"
        "Punkt 2: Skærme\nSagsnr.: 00.22.04-P20-2-14\n\nBeslutning\nKøbes.\n\nBilag\n- Tilbud\n"
    )


def test_sbsys_leaves_out_the_captions_of_what_was_left_empty():
    assert "Beslutning" not in sbsys(ITEM.format(title="x", number=1, case="", public=True, html="")).text


def test_sbsys_marks_a_point_that_is_not_public():
    content = sbsys(ITEM.format(title="Erstatning", number=1, case="", public=False, html="90.000 kr."))
    assert said(content, "closed") == [("Lukket punkt", "")]


def test_sbsys_tells_those_invited_from_those_who_came():
    member = "<MeetingMember><Name>{}</Name><ParticipationStatusAsText>{}</ParticipationStatusAsText></MeetingMember>"
    came = sbsys(members=member.format("Ida", "Participating") + member.format("Bo", "NotParticipating"))
    assert (said(came, "member"), said(came, "absentee")) == ([("Ida", "")], [("Bo", "")])
    invited = sbsys(members=member.format("Ida", "NotDecided"))
    assert "Indkaldt: Ida" in invited.text
    assert not said(invited, "member", "absentee")


EDOC = """<Meeting><Committee>Socialudvalget</Committee><MeetingDate>04-06-2013 13:30:00</MeetingDate>
<MeetingState>{state}</MeetingState><MeetingAgendaTypes><MeetingAgendaType><AgendaType>{kind}</AgendaType>
<MeetingAgendaItems><MeetingAgendaItem><AgendaItemNumber>2</AgendaItemNumber><Document><Title>Madservice</Title>
<Attachments><Attachment><Title>Udkast</Title></Attachment></Attachments></Document><FullText>


2.\tMadservice

Sagsnr.: 2013-004417
Dok.nr.: 2013-052210

Baggrund
Standarden fornys.


</FullText></MeetingAgendaItem></MeetingAgendaItems><FullText>
Socialudvalget
tirsdag den 4. juni 2013, kl. 13:30
i Lokale 4

Tilstede
Ida Bæk (A) - formand

Sekretær
Mette

INDHOLDSFORTEGNELSE
Peter</FullText></MeetingAgendaType></MeetingAgendaTypes></Meeting>"""


def test_edoc():
    content = content_of(EDOC.format(state="Referat endeligt godkendt", kind="Åben dagsorden").encode(), "x.xml")
    assert content.text == (
        "Referat: Socialudvalget\n\nMødedato: 4. juni 2013 kl. 13.30\nMødested: Lokale 4\n"
        "Deltagere: Ida Bæk (A) - formand\nSekretær: Mette\n\n"
        "Punkt 2: Madservice\nSagsnr.: 2013-004417\n\nDok.nr.: 2013-052210\n\nBaggrund\nStandarden fornys.\n\n"
        "Bilag\n- Udkast\n"
    )
    assert said(content, "kind") == [("Referat", "minutes")]
    assert not said(content, "closed")


def test_edoc_is_put_in_the_order_of_its_numbers():
    item = "<MeetingAgendaItem><AgendaItemNumber>{}</AgendaItemNumber></MeetingAgendaItem>"
    items = "".join(item.format(label) for label in ("10", "2", "x", "1a"))
    data = (
        "<Meeting><MeetingAgendaTypes><MeetingAgendaType><MeetingAgendaItems>"
        f"{items}</MeetingAgendaItems></MeetingAgendaType></MeetingAgendaTypes></Meeting>"
    )
    content = content_of(data.encode(), "x.xml")
    assert [label for label, _ in said(content, "number")] == ["1a", "2", "10", "x"]


def test_what_an_export_says_beside_its_points_stands_in_the_head():
    content = meeting(POINT, Description="<p>Mødet optages.</p>")
    assert "Mødested: Salen\n\nInformation\nMødet optages.\n\nPunkt 3" in content.text
    front = SBSYS.format(items="", members="").replace(
        "<Meeting>", "<Frontpage>&lt;p&gt;Velkommen&lt;/p&gt;</Frontpage><Meeting>"
    )
    assert content_of(front.encode(), "x.xml").text.endswith("Lokale 3\n\nVelkommen\n")


def test_edoc_keeps_closed_agendas_apart():
    content = content_of(EDOC.format(state="", kind="Lukket dagsorden").encode(), "x.xml")
    assert said(content, "closed") == [("Lukket punkt", "")]


@pytest.mark.parametrize(
    ("said_so", "neutral"),
    [
        ("<PublishingType>MÅ IKKE PUBLICERES</PublishingType>", False),
        ("<AgendaItems><AgendaItem><AgendaType>Lukket dagsorden</AgendaType></AgendaItem></AgendaItems>", False),
        ("<PublishingType>MÅ IKKE PUBLICERES</PublishingType><NeutralTitle>Personsag</NeutralTitle>", True),
    ],
)
def test_edoc_says_of_a_document_that_it_is_closed(said_so, neutral):
    data = EDOC.format(state="", kind="Åben dagsorden").replace("</Title>\n", f"</Title>{said_so}\n")
    content = content_of(data.encode(), "x.xml")
    assert said(content, "closed") == [("Lukket punkt", "")]
    assert said(content, "title") == [("Personsag" if neutral else "Madservice", "")]


def test_edoc_keeps_attachments_back_that_may_not_be_published():
    data = EDOC.format(state="", kind="Åben dagsorden").replace(
        "Udkast</Title>", "Udkast</Title><PublishingType>MÅ IKKE PUBLICERES</PublishingType>"
    )
    assert "Udkast" not in content_of(data.encode(), "x.xml").text


def test_firstagenda_says_of_a_point_that_it_is_closed():
    assert said(meeting(POINT | {"Lukket": True}), "closed") == [("Lukket punkt", "")]
    assert not said(meeting(POINT | {"Lukket": False, "IsOpen": False}), "closed")


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>'
POINTS = ITEM.format(title="x", number=1, case="", public=True, html="") * 3000


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b'{"Dagsordenpunkter": [', "json"),
        (b'{"a": 1}', "json-unknown"),
        (b'["a"]', "json-unknown"),
        (b'{"a":' * 100_000, "json"),
        (json.dumps({"Dagsordenpunkter": [POINT] * 3000}).encode(), "too-many-points"),
        (json.dumps({"Dagsordenpunkter": [POINT | {"Felter": [{"Html": "<div>" * 5000}]}]}).encode(), "too-complex"),
        (b"<Meeting><Committee>Social", "xml"),
        (b"<?xml version='1.0'?>", "xml"),
        (b"<?xml version='1.0'?><note>hej</note>", "xml-unknown"),
        (b"<Meeting><Navn>x</Navn></Meeting>", "xml-unknown"),
        (b"<Publication><Title>x</Title></Publication>", "xml-unknown"),
        (b"<?xml version='1.0'?>" + ENTITIES + b"<Meeting>&b;</Meeting>", "xml-entities"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><Meeting/>', "xml-entities"),
        (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Meeting>&a;</Meeting>',
            "xml-entities",
        ),
        (b"<Meeting>" + b"<a>" * 100_000, "too-complex"),
        (b"<Meeting>" + b"<a/>" * 600_000 + b"</Meeting>", "too-complex"),
        (b'<?xml version="1.0" encoding="findes-ikke"?><Meeting/>', "xml"),
        (SBSYS.format(items=POINTS, members="").encode(), "too-many-points"),
        (b"<Publication><Agendas><Agenda/><Agenda/></Agendas></Publication>", "several-meetings"),
        (b"<Meetings>" + b"<Meeting><MeetingAgendaTypes/></Meeting>" * 2 + b"</Meetings>", "several-meetings"),
    ],
)
def test_what_no_export_is(data, key):
    with pytest.raises(UnreadableError) as caught:
        content_of(data, "x.xml")
    assert caught.value.key == f"unreadable-{key}"
    assert caught.value.said("da") != caught.value.said("en")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-8", "utf-16"])
def test_encodings_of_xml(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?>' + EDOC.format(state="", kind="Åben").replace(
        "Madservice", "Blåbærgrød"
    )
    assert "Punkt 2: Blåbærgrød" in content_of(data.encode(encoding), "x.xml").text


def test_content_beats_ending():
    data = EDOC.format(state="", kind="").encode()
    assert content_of(data, "x.txt").format == "application/xml"
    assert content_of(EDOC.format(state="", kind="").encode("utf-16"), "x.txt").format == "application/xml"
    assert content_of(b"[Udkast] Punkt 1: {Veje}", "x.json").format == "text/plain"


def test_an_attribute_of_two_megabytes():
    data = SBSYS.format(items=ITEM.format(title="x", number=1, case="", public=True, html=""), members="")
    data = data.replace("<Agenda>", f'<Agenda ID="{"x" * 2_000_000}">')
    assert "Punkt 1: x" in content_of(data.encode(), "x.xml").text


KEYS = "Dagsordenpunkter Felter Html Navn Bilag Moede Udvalg Moededeltagere Dato".split()
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=6)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(KEYS),
        inner, max_size=4,
    ),
    max_leaves=25,
)  # fmt: skip


def is_sound(content):
    assert list(content.marks) == sorted(content.marks)
    assert all(0 <= mark.start <= mark.end <= len(content.text) for mark in content.marks)
    content.text.encode()
    items = [mark for mark in content.marks if mark.role == "item"]
    assert all(one.end <= other.start for one, other in pairwise(items))
    assert all(any(item.start <= mark.start and mark.end <= item.end for item in items)
               for mark in content.marks if mark.role in {"number", "title", "case", "attachment"})  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.just("Dagsordenpunkter"), st.lists(JSON, max_size=4), min_size=1), JSON, JSON)
def test_any_json_is_a_document_or_one_sentence(value, body, moede):
    try:
        is_sound(content_of(json.dumps(value | {"Udvalg": body, "Moede": moede}).encode(), "x.json"))
    except UnreadableError:
        return


NAMES = "Meeting Publication Agendas Agenda Items Item Fields ItemField Content MeetingAgendaTypes FullText".split()
TAGS = [*(f"<{name}>" for name in NAMES), *(f"</{name}>" for name in NAMES)]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["<Meeting>", "<Publication><Agendas><Agenda><Items>", "<?xml version='1.0'?>"]),
    st.lists(
        st.sampled_from([*TAGS, "x", "<![CDATA[<p>a", "]]>", "&amp;", "&x;"]),
        max_size=30,
    ),
)
def test_any_xml_is_a_document_or_one_sentence(start, pieces):
    try:
        is_sound(content_of((start + "".join(pieces)).encode(), "x.xml"))
    except UnreadableError:
        return
