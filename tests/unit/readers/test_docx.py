"""Word files to text that reads as they print."""

import io

import pytest

from kg.readers import content_of
from kg.readers.docx import KIND


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(style: str, text: str) -> str:
    return p(r(text), properties=f'<w:pStyle w:val="{style}"/>')


def marked(content, role: str) -> list[tuple[str, str]]:
    return [(content.text[each.start : each.end], each.value) for each in content.marks if each.role == role]


LONG = (
    "Forvaltningen har sendt forslaget i høring hos alle naboer, og der er kommet fire svar, som er vedlagt som bilag. "
)


def test_paragraphs_are_lines_with_blank_lines_between_them(word):
    content = word(p(r(LONG)) + p(r("Byrådet ")) + p(r(LONG), r("Slut.")))
    assert content.text == f"{LONG.strip()}\n\nByrådet\n\n{LONG}Slut.\n"
    assert content.format == KIND


def test_short_paragraphs_of_one_style_are_a_list(word):
    assert word(p(r("Anna Holm (A)")) + p(r("Bo Krog (V)")) + p() + p(r("Afbud"))).text == (
        "Anna Holm (A)\nBo Krog (V)\n\nAfbud\n"
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        # tabs, breaks, hyphens that are not written and those that are, spaces that do not break
        ("<w:r><w:t>Dato:</w:t><w:tab/><w:t>3. maj</w:t></w:r>", "Dato:\t3. maj"),
        ("<w:r><w:t>Beslutning</w:t><w:br/><w:t>Godkendt.</w:t></w:r>", "Beslutning\nGodkendt."),
        ("<w:r><w:t>lokal</w:t><w:softHyphen/><w:t>plan</w:t><w:noBreakHyphen/><w:t>nr</w:t></w:r>", "lokalplan-nr"),
        ("<w:r><w:t>kl.\u00a015 lokal\u00adplan A\u2011B</w:t></w:r>", "kl. 15 lokalplan A-B"),
        # tracked changes: what was inserted or moved here stays, what was deleted or moved away goes
        ("<w:ins>" + r("ny") + "</w:ins><w:del><w:r><w:delText>gammel</w:delText></w:r></w:del>", "ny"),
        ("<w:moveTo>" + r("her") + "</w:moveTo><w:moveFrom>" + r("der") + "</w:moveFrom>", "her"),
        # hidden text
        (r("synlig") + r("skjult", "<w:vanish/>"), "synlig"),
        # what stands around text: links, smart tags, content controls
        ("<w:hyperlink>" + r("Bilag 1") + "</w:hyperlink>", "Bilag 1"),
        ("<w:smartTag>" + r("Havnby") + "</w:smartTag>", "Havnby"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("24/118") + "</w:sdtContent></w:sdt>", "24/118"),
        (
            r("Sted: ")
            + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Skriv her')}</w:sdtContent></w:sdt>",
            "Sted:",
        ),
        # a field shows its result, unless that is the number of a page; a footnote's mark says nothing
        ('<w:fldSimple w:instr=" DATE ">' + r("3. maj") + "</w:fldSimple>", "3. maj"),
        (r("Side ") + '<w:fldSimple w:instr=" PAGE ">' + r("4") + "</w:fldSimple>", "Side"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r("punkt 3")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + r("."),
            "punkt 3.",
        ),
        ('<w:r><w:t>Note</w:t><w:footnoteReference w:id="1"/></w:r>', "Note"),
    ],
)
def test_what_a_paragraph_says(word, runs, text):
    assert word(p(runs)).text == f"{text}\n"


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next(word):
    assert word(p(r("Sagen udsættes"), properties="<w:rPr><w:del/></w:rPr>") + p(r(" til juni."))).text == (
        "Sagen udsættes til juni.\n"
    )


DANISH_STYLES = """
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="overskrift 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkttitel"/>
 <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Under"><w:name w:val="Under"/><w:basedOn w:val="Overskrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreds"><w:name w:val="Kreds"/><w:basedOn w:val="Kreds"/></w:style>
"""


@pytest.mark.parametrize(
    ("style", "level"),
    [("Heading1", "1"), ("Heading3", "3"), ("Title", "1"), ("Overskrift1", "1"), ("Punkt", "2"), ("Under", "1")],
)
def test_headings_are_marked_whatever_the_language_of_their_style(word, style, level):
    content = word(styled(style, "Lokalplan for havnen") + p(r("Sagen.")), DANISH_STYLES)
    assert marked(content, "heading") == [("Lokalplan for havnen", level)]


def test_a_style_that_builds_on_itself_is_no_heading(word):
    assert marked(word(styled("Kreds", "Tekst"), DANISH_STYLES), "heading") == []


def test_lines_that_are_bold_as_a_whole_are_marked(word):
    bold = "<w:b/>"
    content = word(
        p(r("Beslut", bold), r("ning ", bold))
        + p(r("Godkendt", bold), r(" som indstillet."))
        + p(f"<w:r><w:rPr>{bold}</w:rPr><w:t>Indstilling</w:t><w:br/></w:r>", r("At sagen godkendes."))
        + p(r("Ikke fed", '<w:b w:val="0"/>'))
    )
    assert [text for text, _ in marked(content, "bold")] == ["Beslutning", "Indstilling"]


LISTS = """
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Punkt %1:"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3"/><w:isLgl/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="9"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%5."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Liste"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>
"""
IN_LIST = """
<w:style w:type="paragraph" w:styleId="Dagsorden"><w:name w:val="Dagsorden"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/>
 <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""


def listed(text: str, number: int = 1, level: int = 0) -> str:
    return p(r(text), properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (listed("A") + listed("B"), ["Punkt 1: A", "Punkt 2: B"]),
        # a level begins again below the next higher one
        (
            listed("A") + listed("x", 1, 1) + listed("y", 1, 1) + listed("B") + listed("z", 1, 1),
            ["Punkt 1: A", "a) x", "b) y", "Punkt 2: B", "a) z"],
        ),
        (listed("A") + listed("x", 1, 1) + listed("y", 1, 2), ["Punkt 1: A", "a) x", "1.1.1 y"]),
        (listed("A", 1, 3), ["- A"]),
        (listed("A", 1, 4) + listed("B", 1, 4), ["IX. A", "X. B"]),
        # a list that says where it begins; another that goes on where the first one was
        (listed("A") + listed("B", 2) + listed("C", 2), ["Punkt 1: A", "Punkt 5: B", "Punkt 6: C"]),
        (listed("A") + p(r("Tekst")) + listed("B"), ["Punkt 1: A", "Tekst", "Punkt 2: B"]),
        # by style; a list that is only the name of a style; text between; no list
        (styled("Dagsorden", "A") + styled("Dagsorden", "B"), ["Punkt 1: A", "Punkt 2: B"]),
        (listed("A", 3), ["Punkt 1: A"]),
        (listed("A", 0) + listed("B", 99) + listed("C", 1, 8), ["A", "B", "C"]),
        # a number without words is printed, a bullet without words is not
        (listed(""), ["Punkt 1:"]),
        (listed("", 1, 3) + p(r("A")), ["A"]),
    ],
)
def test_numbers_that_word_sets_are_written_out(word, body, lines):
    assert [line for line in word(body, IN_LIST, LISTS).text.splitlines() if line] == lines


def table(*rows: list[str]) -> str:
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        # fields of a header
        ([[p(r("Mødedato")), p(r("3. maj 2024"))]], "Mødedato\t3. maj 2024\n"),
        (
            [[p(r("Dato:")), p(r("3. maj 2024")), p(r("Sted:")), p(r("Rådhuset"))]],
            "Dato:\t3. maj 2024\nSted:\tRådhuset\n",
        ),
        # participants beside their caption
        (
            [[p(r("Deltagere")), p(r("Anna Holm (A)")) + p(r("Bo Krog (V)"))]],
            "Deltagere\nAnna Holm (A)\nBo Krog (V)\n",
        ),
        # a caption in bold beside its text stands above it; where both are bold they head columns
        ([[p(r("Beslutning", "<w:b/>")), p(r("Godkendt."))]], "Beslutning\n\nGodkendt.\n"),
        ([[p(r("Område", "<w:b/>")), p(r("Kr.", "<w:b/>"))]], "Område\tKr.\n"),
        ([[p(r("Beslutning")), p(r("Godkendt."))]], "Beslutning\nGodkendt.\n"),
        ([[p(r("Bevilling")), p(r("Ca. 7 mio. kr."))]], "Bevilling\tCa. 7 mio. kr.\n"),
        # figures
        (
            [[p(r("Område")), p(r("2024")), p(r("2025"))], [p(r("Havn")), p(r("1,2")), p()]],
            "Område\t2024\t2025\nHavn\t1,2\t\n",
        ),
        # columns of as many lines stand line by line beside each other
        (
            [[p(r("Anna Holm")) + p(r("Bo Krog")), p(r("Formand")) + p(r("Medlem")), p()]],
            "Anna Holm\tFormand\t\nBo Krog\tMedlem\t\n",
        ),
        # a table that only sets the page
        ([[p(r("Beslutning")) + p(r(LONG))]], f"Beslutning\n\n{LONG.strip()}\n"),
        ([[p(), p(r("Godkendt."))]], "Godkendt.\n"),
        # a table in a table
        ([[table([p(r("a")), p(r("b"))])]], "a\tb\n"),
        ([[p(r("x")), table([p(r("a")), p(r("b"))]), p(r("y"))]], "x\ta b\ty\n"),
    ],
)
def test_tables(word, rows, text):
    assert word(table(*rows)).text == text


def test_a_row_whose_deletion_is_tracked_is_gone(word):
    kept = f"<w:tr><w:tc>{p(r('Drift'))}</w:tc><w:tc>{p(r('7'))}</w:tc></w:tr>"
    assert (
        word(f"<w:tbl>{kept}{kept.replace('<w:tr>', '<w:tr><w:trPr><w:del/></w:trPr>')}</w:tbl>").text == "Drift\t7\n"
    )


def test_rows_are_marked(word):
    content = word(p(r("Økonomi")) + table([p(r("Drift")), p(r("7"))], [p(r("Anlæg")), p(r("9"))]) + p(r("I alt")))
    assert content.text == "Økonomi\n\nDrift\t7\nAnlæg\t9\n\nI alt\n"
    assert [text for text, _ in marked(content, "row")] == ["Drift\t7", "Anlæg\t9"]


def test_a_text_box_follows_its_paragraph_and_is_read_once(word):
    box = f"<w:txbxContent>{p(r('Lukket punkt'))}</w:txbxContent>"
    body = p(
        r("Titel"),
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        "</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert word(body).text == "Titel\nLukket punkt\n"


@pytest.mark.parametrize(
    ("header", "first_page", "begins"),
    [
        ("Referat fra Havneudvalget", False, "Referat fra Havneudvalget\n"),
        ("Strandvej 1, 9999 Klintevig", False, "Sagen\n"),
        ("Klintevig Kommune", True, "Klintevig Kommune\n"),
    ],
)
def test_the_header_of_the_first_page_is_read_where_it_is_of_the_meeting(word, header, first_page, begins):
    content = word(p(r("Sagen")), header=p(r(header)), first_page=first_page)
    assert content.text.startswith(begins)
    assert content.text.endswith("Sagen\n")


HTML = """<html><head><style>p {}</style></head><body><h2>Lokalplan</h2><p>Sagen <b>kort</b>:<br>Høring</p>
<p><strong>Beslutning</strong></p><ol><li>Godkendt</li><li>Sendt i høring</li></ol><ul><li>bilag</li></ul>
<table><tr><th>År</th><th>Kr.</th></tr><tr><td>2024</td><td>7</td></tr></table>løs tekst</body></html>"""


def with_chunk(data: bytes, kind: str) -> bytes:
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    document = docx.Document()
    part = Part(PackURI("/word/afchunk.bin"), kind, data, document.part.package)
    name = document.part.relate_to(part, RELATIONSHIP_TYPE.A_F_CHUNK)
    spaces = " ".join(f'xmlns:{short}="{document.element.nsmap[short]}"' for short in ("w", "r"))
    document.element.body.insert(0, parse_xml(f'<w:altChunk {spaces} r:id="{name}"/>'))
    document.add_paragraph("Slut")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_html_that_a_server_put_in_is_read():
    content = content_of(with_chunk(HTML.encode(), "text/html"), "a.docx")
    assert [line for line in content.text.splitlines() if line] == [
        "Lokalplan", "Sagen kort:", "Høring", "Beslutning", "1. Godkendt", "2. Sendt i høring", "- bilag", "År\tKr.",
        "2024\t7", "løs tekst", "Slut",
    ]  # fmt: skip
    assert marked(content, "heading") == [("Lokalplan", "2")]
    assert [text for text, _ in marked(content, "bold")] == ["Beslutning"]


def test_word_files_in_word_files_are_read_to_an_end(docx_bytes):
    data = docx_bytes(p(r("Inderst")))
    for _ in range(2):
        data = with_chunk(data, KIND)
    assert content_of(data, "a.docx").text == "Inderst\nSlut\nSlut\n"
    assert "Inderst" not in content_of(with_chunk(data, KIND), "a.docx").text
