"""PDF to text: the printed lines of the body in reading order, whatever the order in which they were drawn."""

import pytest

from kg.errors import UnreadableError
from kg.readers import MAX_BYTES, content_of, read
from kg.readers.pdf import MAX_PAGES
from tests.unit.readers.paper import Paper


def text_of(paper: Paper) -> str:
    return content_of(paper.pdf(), "referat.pdf").text


def test_lines_as_printed_and_paragraphs_apart():
    paper = (
        Paper().page().lines("Punkt 1: Stier", "", "Udvalget drøftede stier og", "besluttede at vente.", "", "Bilag")
    )
    assert text_of(paper) == "Punkt 1: Stier\n\nUdvalget drøftede stier og\nbesluttede at vente.\n\nBilag\n"


def test_the_order_of_drawing_decides_nothing():
    paper = Paper().page().line(70, 127, "Tredje linje").line(70, 100, "Første linje").line(70, 113.5, "Anden linje")
    assert text_of(paper) == "Første linje\nAnden linje\nTredje linje\n"


def test_pages_begin_where_their_text_begins():
    content = content_of(Paper().page().lines("Blåbær").page().page().lines("Ærter og bønner").pdf(), "a.pdf")
    assert (content.text, content.pages) == ("Blåbær\n\nÆrter og bønner\n", (0, 8, 8))
    assert content.format == "application/pdf"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_was_turned_reads_the_same(turn):
    matrices = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
    place = {0: lambda x, y: (x, y), 90: lambda x, y: (y, 842 - x), 180: lambda x, y: (595 - x, 842 - y),
             270: lambda x, y: (595 - y, x)}[turn]  # fmt: skip
    paper = Paper(rotate=turn).page()
    for y, words in ((120, "under den anden."), (100, "Den ene linje står"), (140, "Punktum.")):
        paper.line(*place(70, y), words, turn=matrices[turn])
    assert text_of(paper) == "Den ene linje står\nunder den anden.\nPunktum.\n"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # the hyphen was the printer's
        ("Vi udvider sund-", "hedshuset i år", "Vi udvider sundhedshuset\ni år\n"),
        # it is the word's own
        ("en del ikke-", "planlagte opgaver", "en del ikke-planlagte\nopgaver\n"),
        ("IT-", "afdelingen", "IT-afdelingen\n"),
        ("Anne-", "Mette Holm", "Anne-Mette\nHolm\n"),
        ("sag 2031-", "01234 genoptages", "sag 2031-01234\ngenoptages\n"),
        # it stands for the rest of the word
        ("Sundheds-", "og Kulturudvalget", "Sundheds- og\nKulturudvalget\n"),
        # it is a dash
        ("stien -", "den nye", "stien -\nden nye\n"),
    ],
)
def test_words_over_two_lines(first, second, expected):
    assert text_of(Paper().page().lines(first, second)) == expected


def test_a_word_that_stands_hyphened_elsewhere_keeps_its_hyphen():
    paper = Paper().page().lines("Om by-udvikling, lav-", "praksis og lav-praksis", "i høj-", "praksis.")
    assert text_of(paper) == "Om by-udvikling, lav-praksis\nog lav-praksis\ni højpraksis.\n"


def test_a_word_over_two_pages():
    content = content_of(Paper().page().lines("Vi udvider sund-").page().lines("hedshuset i år").pdf(), "a.pdf")
    assert content.text == "Vi udvider sundhedshuset\ni år\n"
    assert content.text[content.pages[1] :] == "i år\n"


def test_ligatures_and_bullets_are_letters_and_dots():
    # in Windows-1252 a bullet is 0x95; PDFium gives the letters of a ligature
    assert text_of(Paper().page().line(70, 100, "•").line(90, 100, "officiel")) == "• officiel\n"


def test_tables_have_a_tab_between_cells_and_are_marked():
    paper = Paper().page()
    for place, (name, party) in enumerate([("Ane Lund", "A"), ("Bo Krog", "V")]):
        paper.line(70, 100 + 14 * place, name).line(300, 100 + 14 * place, party)
    content = content_of(paper.pdf(), "a.pdf")
    assert content.text == "Ane Lund\tA\nBo Krog\tV\n"
    assert [(mark.role, content.text[mark.start : mark.end]) for mark in content.marks] == [
        ("row", "Ane Lund\tA"),
        ("row", "Bo Krog\tV"),
    ]


def test_columns_that_were_drawn_one_after_the_other_are_rows():
    paper = Paper().page()
    for place, name in enumerate(["Meddelelser", "Budget", "Stier"]):
        paper.line(70, 100 + 14 * place, f"{place + 1}. {name}")
    for place, page in enumerate(["3", "4", "11"]):
        paper.line(500, 100 + 14 * place, page)
    assert text_of(paper) == "1. Meddelelser\t3\n2. Budget\t4\n3. Stier\t11\n"


@pytest.mark.parametrize(
    "leaders", [" ....................... ", "......................", " . . . . . . . . . . ", " ………………… "]
)
def test_dots_that_lead_to_a_page(leaders):
    assert text_of(Paper().page().lines(f"1. Meddelelser{leaders}3")) == "1. Meddelelser\t3\n"


@pytest.mark.parametrize("marker", ["1.", "12)", "a.", "-", "•", "Punkt 3:", "2.1"])
def test_a_number_or_bullet_stands_with_its_words(marker):
    assert text_of(Paper().page().line(70, 100, marker).line(140, 100, "Meddelelser")) == f"{marker} Meddelelser\n"


def test_raised_figures_stand_in_their_line():
    paper = Paper().page().line(70, 100, "et areal på 200 m").line(153.5, 96.5, "2", 6).line(160, 100, "ved åen")
    assert text_of(paper) == "et areal på 200 m2 ved åen\n"


def test_what_was_drawn_twice_to_look_bold_stands_once():
    paper = Paper().page().line(70, 100, "Beslutning").line(70.3, 100, "Beslutning")
    assert text_of(paper) == "Beslutning\n"


def test_bold_and_large_lines_are_marked():
    paper = Paper().page().line(70, 80, "Referat", 20).line(70, 120, "Beslutning", bold=True)
    paper.lines("Udvalget tiltrådte indstillingen efter en kort drøftelse af stien.", y=135)
    content = content_of(paper.pdf(), "a.pdf")
    assert {(mark.role, mark.value, content.text[mark.start : mark.end]) for mark in content.marks} == {
        ("heading", "1", "Referat"),
        ("bold", "", "Beslutning"),
    }


@pytest.mark.parametrize(
    ("data", "key", "values"),
    [
        (b"%PDF-1.7\n\x00\x01\x02\x03", "unreadable-broken-pdf", ()),
        (Paper().page().lines("Punkt 1: Stier").pdf()[:-300], "unreadable-broken-pdf", ()),
        (Paper().page().lines("Punkt 1: Stier").pdf()[:200], "unreadable-broken-pdf", ()),
        (Paper().pdf(), "unreadable-no-pages", ()),
        (Paper().page().picture(2, 1, b"\0\xff").page().pdf(), "unreadable-no-text-layer", ("2",)),
        (Paper().page().page().pdf(), "unreadable-empty", ()),
        (
            Paper().page().lines("Hemmeligt").pdf(
                b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <"
                + b"42" * 32 + b"> >>"
            ),
            "unreadable-password",
            (),
        ),
        (
            Paper().page().lines("x").pdf().replace(b"/Count 1", b"/Count 999999"),
            "unreadable-too-many-pages",
            ("999999", str(MAX_PAGES)),
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_pdf_is_one_sentence(data, key, values):
    assert len(data) < MAX_BYTES
    with pytest.raises(UnreadableError) as caught:
        content_of(data, "referat.pdf")
    assert (caught.value.key, caught.value.values) == (key, values)
    assert caught.value.said("da") != caught.value.said("en")


def test_a_pdf_is_one_whatever_it_is_called(tmp_path):
    path = tmp_path / "referat.txt"
    path.write_bytes(Paper().page().lines("Punkt 1: Stier").pdf())
    source = read(path, "2031/referat.txt")
    assert (source.format, source.text, source.pages) == ("application/pdf", "Punkt 1: Stier\n", (0,))


def test_a_page_number_beside_the_first_line_of_a_title_stands_behind_the_last():
    titles = ["1. Meddelelser", "2. Prioritering af midlerne til nye stier og", "broer ved åen", "3. Eventuelt"]
    paper = Paper().page().lines(*titles)
    for y, number in ((100, "3"), (113.5, "4"), (140.5, "11")):
        paper.line(500, y, number)
    assert text_of(paper) == (
        "1. Meddelelser\t3\n2. Prioritering af midlerne til nye stier og\nbroer ved åen\t4\n3. Eventuelt\t11\n"
    )


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["3", "Stier ved åen"], "3 Stier ved åen\n"),  # the heading of a point
        (["3", "Stier ved åen", "12"], "3 Stier ved åen\t12\n"),  # its line in the contents
        (["3", "Stier ved åen", "CTM"], "3\tStier ved åen\tCTM\n"),  # a row
        (["3", "400"], "3\t400\n"),
    ],
)
def test_a_bare_number_before_a_title(cells, expected):
    paper = Paper().page()
    for place, cell in enumerate(cells):
        paper.line(70 + 150 * place, 100, cell)
    assert text_of(paper) == expected


def test_letters_set_wide_are_a_word():
    assert text_of(Paper().page().lines("R E F E R A T", "Udvalg A B C")) == "REFERAT\nUdvalg A B C\n"


def test_a_name_that_nearly_fills_its_column():
    paper = Paper().page().line(70, 100, "Ane Lund").line(193, 100, "Liste A")
    paper.line(70, 114, "Maria Bakkegaard Sten").line(193, 114, "Liste V")
    paper.line(70, 128, "Ord  med").line(126, 128, "plads imellem er ingen række")
    assert text_of(paper) == "Ane Lund\tListe A\nMaria Bakkegaard Sten\tListe V\nOrd med plads imellem er ingen række\n"
