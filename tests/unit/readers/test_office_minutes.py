"""Minutes as secretariats write them in Word and LibreOffice, from the file to the meeting."""

import io

import docx
import pytest

from kg.layouts import parse
from kg.readers import source_from

NUMBERING = """<w:abstractNum {w} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="Punkt %1:"/></w:lvl></w:abstractNum>"""
CLAIM = '<w:num {w} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

HEADER = [
    ("Mødedato", ["14. maj 2024 kl. 15.45"]),
    ("Mødested", ["Lokale 2, Klintevig Rådhus"]),
    ("Deltagere", ["Anna Holm (A)", "Bo Krog (V)", "Carla Dam (C)"]),
    ("Afbud", ["Ditte Elm (F)"]),
]
POINTS = [
    ("Godkendelse af dagsorden", "24/1180", ["Dagsordenen godkendes."], "Godkendt."),
    (
        "Lokalplan for havnen",
        "24/977",
        ["forslaget sendes i høring i otte uger", "udgiften på 250.000 kr. tages af puljen"],
        "Udvalget vedtog indstillingen.",
    ),
]


def word_minutes() -> bytes:
    """A table for the header, points that Word numbers, captions in bold, recommendations in a list."""
    document = docx.Document()
    _number_headings(document)
    document.add_paragraph("Referat fra Havneudvalget", style="Title")
    table = document.add_table(rows=0, cols=2)
    for caption, values in HEADER:
        left, right = table.add_row().cells
        left.paragraphs[0].add_run(caption).bold = True
        right.text = values[0]
        for value in values[1:]:
            right.add_paragraph(value)
    for title, case, wanted, decided in POINTS:
        document.add_heading(title, 1)
        document.add_paragraph(f"Sagsnr. {case}")
        document.add_paragraph().add_run("Indstilling").bold = True
        document.add_paragraph("Forvaltningen indstiller, at")
        for each in wanted:
            document.add_paragraph(each, style="List Bullet")
        document.add_paragraph().add_run("Beslutning").bold = True
        document.add_paragraph(decided)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _number_headings(document) -> None:
    from docx.oxml import parse_xml

    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(w=W)))
    numbering.append(parse_xml(CLAIM.format(w=W)))
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="77"/></w:numPr>'))


STYLES = """
<style:style style:name="Fed" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="Dagsorden">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Punkt " style:num-suffix=":"/>
</text:list-style>
<text:list-style style:name="Streger"><text:list-level-style-bullet text:level="1"/></text:list-style>
"""


def open_minutes(odt_bytes) -> bytes:
    """The same in LibreOffice."""

    def paragraph(text: str, style: str = "") -> str:
        return f'<text:p text:style-name="{style}">{text}</text:p>'

    def cell(*texts: str) -> str:
        return f"<table:table-cell>{''.join(paragraph(text) for text in texts)}</table:table-cell>"

    rows = "".join(f"<table:table-row>{cell(caption)}{cell(*values)}</table:table-row>" for caption, values in HEADER)
    body = [
        '<text:h text:outline-level="1">Referat fra Havneudvalget</text:h>',
        f"<table:table>{rows}</table:table>",
    ]
    for title, case, wanted, decided in POINTS:
        heading = f'<text:h text:outline-level="1">{title}</text:h>'
        items = "".join(f"<text:list-item>{paragraph(each)}</text:list-item>" for each in wanted)
        body += [
            f'<text:list text:style-name="Dagsorden" text:continue-numbering="true"><text:list-item>{heading}',
            "</text:list-item></text:list>",
            paragraph(f"Sagsnr. {case}"),
            paragraph("Indstilling", "Fed"),
            paragraph("Forvaltningen indstiller, at"),
            f'<text:list text:style-name="Streger">{items}</text:list>',
            paragraph("Beslutning", "Fed"),
            paragraph(decided),
        ]
    return odt_bytes("".join(body), STYLES)


@pytest.fixture(params=["docx", "odt"])
def source(request, odt_bytes):
    return source_from(word_minutes() if request.param == "docx" else open_minutes(odt_bytes), f"a.{request.param}")


def test_the_header_and_who_was_there(source):
    meeting, problems = parse(source)
    assert (meeting.kind, meeting.date, meeting.start_time.value) == ("minutes", "2024-05-14", "15:45")
    assert (meeting.body.value, meeting.place.value) == ("Havneudvalget", "Lokale 2, Klintevig Rådhus")
    assert [(each.name.value, each.role) for each in meeting.attendance] == [
        ("Anna Holm", "member"),
        ("Bo Krog", "member"),
        ("Carla Dam", "member"),
        ("Ditte Elm", "absentee"),
    ]
    assert problems == ()


def test_points_cases_and_decisions(source):
    meeting, _ = parse(source)
    assert [(item.number, item.title.value, item.case.value) for item in meeting.items] == [
        (number, title, case) for number, (title, case, _, _) in enumerate(POINTS, 1)
    ]
    for item, (_, _, wanted, decided) in zip(meeting.items, POINTS, strict=True):
        said = {each.kind: source.text[each.start : each.end].strip() for each in item.sections}
        assert said["decision"] == decided
        assert [line for line in said["recommendation"].splitlines()[1:] if line] == [f"- {each}" for each in wanted]


def test_every_place_is_the_text_as_read(source):
    meeting, _ = parse(source)
    for item in meeting.items:
        assert source.text[item.title.start : item.title.end] == item.title.value
        assert source.text[item.case.start : item.case.end] == item.case.value
