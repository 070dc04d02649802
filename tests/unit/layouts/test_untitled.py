"""Points that only their template tells apart."""

import pytest

PAGE = "Vejudvalget\nReferat • 12. marts 2024 kl. 15.30\n"


def parts_of(meeting):
    return [(item.title.value, [section.kind for section in item.sections]) for item in meeting.items]


def test_a_title_stands_above_the_first_caption_of_each_point(meeting_of):
    text = (
        PAGE
        + "\nNy bro ved Åmosen\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n"
        + "Kort over stien\n\nBeslutning\n\nUdsat.\n\nBilag\n"
    )
    assert parts_of(meeting_of(text)) == [
        ("Ny bro ved Åmosen", ["decision", "attachments"]),
        ("Kort over stien", ["decision", "attachments"]),
    ]


def test_a_point_without_a_title_is_called_by_what_it_says_first(meeting_of):
    one = "Resumé\n\nBroen er smal. Den skal males.\n\nBeslutning Vejudvalget den 12-03-2024\n\nGodkendt.\n\n"
    two = "Resumé\n\nStien mangler.\n\nBeslutning Vejudvalget den 12-03-2024\n\nUdsat.\n"
    assert parts_of(meeting_of(PAGE + one + two)) == [
        ("Broen er smal", ["background", "decision"]),
        ("Stien mangler", ["background", "decision"]),
    ]


def test_a_case_number_opens_each_point_where_one_stands_above_the_first_caption(meeting_of):
    text = (
        PAGE
        + "Sagsid.: 24/10442, Sagsinitialer: abc\n\nSagsfremstilling\n\nBroen er smal\n\nBeslutning\n\nGodkendt.\n\n"
        + "Sagsid.: 24/10443, Sagsinitialer: abc\n\nBeslutning\n\nUdsat.\n"
    )
    items = meeting_of(text).items
    assert [item.case.value for item in items] == ["24/10442", "24/10443"]
    assert [item.sections[-1].kind for item in items] == ["decision", "decision"]


def test_a_label_without_a_case_number_opens_a_point_too(meeting_of):
    point = " • Sagsid.:\n\n  Beslutning Vejudvalget den 12-03-2024\n\n  {}\n\n"
    items = meeting_of(PAGE + "Mødested: Rådhuset\n" + point.format("Godkendt.") + point.format("Udsat.")).items
    assert [item.title.value for item in items] == ["Godkendt", "Udsat"]


def test_the_title_of_a_page_of_one_point_stands_below_the_date(meeting_of):
    text = (
        "Mødedato: 12.03.2024, kl. 15:30\nMødested: Rådhuset\n\nNy bro ved Åmosen\n\nSe alle bilag\n\nBroen er smal.\n"
    )
    (item,) = meeting_of(text + "Indstilling\n\nForvaltningen indstiller, at broen males.\n").items
    assert (item.title.value, item.sections[-1].kind) == ("Ny bro ved Åmosen", "recommendation")


@pytest.mark.parametrize(
    "text",
    [
        # a note with captions is no minutes
        "Notat\n\nBaggrund\n\nBroen er smal.\n\nØkonomi\n\nIngen.\n",
        "Notat\n\nIndstilling\n\nAt broen males.\n",
    ],
)
def test_a_note_is_no_minutes(meeting_of, text):
    assert meeting_of(text).items == ()


def test_numbered_points_are_those_that_count(meeting_of):
    text = PAGE + "1. Ny bro\n\nBeslutning\n\nGodkendt.\n\n2. Ny sti\n\nBeslutning\n\nUdsat.\n"
    assert [item.title.value for item in meeting_of(text).items] == ["Ny bro", "Ny sti"]


def test_a_status_above_each_point_opens_it(meeting_of):
    text = (
        PAGE
        + "\nÅben\n\nBeslutning\n\nGodkendt.\n\nÅben\n\nIndstilling\n\nAt broen males.\n\nBeslutning\n\nUdsat.\n"
        + "\nLukket\n\nBeslutning\n\nJorden købes.\n"
    )
    items = meeting_of(text).items
    assert [item.closed for item in items] == [False, False, True]
    assert [section.kind for section in items[1].sections][-2:] == ["recommendation", "decision"]


@pytest.mark.parametrize(
    "heading", ["Lukket: Køb af jord", "Lukket punkt", "Køb af jord (lukket)", "Køb af jord - Lukket"]
)
def test_what_stands_below_the_heading_of_a_closed_point_is_closed(meeting_of, heading):
    one = "Resumé\n\nBroen er smal.\n\nBeslutning\n\nGodkendt.\n\n"
    items = meeting_of(f"{PAGE}{one}{heading}\n\nBeslutning\n\nJorden købes.\n").items
    assert [item.closed for item in items] == [False, True]
    assert items[0].end <= items[1].start


def test_a_text_without_points_is_closed_where_a_line_of_it_says_so(meeting_of):
    (item,) = meeting_of(f"{PAGE}Tre sager.\nDen første er om broen.\nLukket punkt\nJorden købes.\n").items
    assert (item.closed, item.sections) == (True, ())


def test_a_point_that_says_nothing_in_letters_is_called_by_what_it_does_say(meeting_of):
    text = PAGE + "Mødested: Rådhuset\n\nSagsid.: 24/10442\n\nSagsfremstilling\n\n-\n\nBeslutning\n\nBroen males.\n"
    assert [item.title.value for item in meeting_of(text).items] == ["Broen males"]


def test_a_numbered_list_inside_the_first_section_is_no_agenda(meeting_of):
    listed = "  1. Broen males i maj, som udvalget ønskede.\n  2. Stien anlægges i juni, når vejen er færdig.\n"
    text = f"{PAGE}\nSagsfremstilling\n\n{listed}\nBeslutning\n\nTil efterretning.\n"
    (item,) = meeting_of(text).items
    assert [section.kind for section in item.sections] == ["presentation", "decision"]


def test_titles_below_case_numbers_that_a_table_parts_from_the_template(meeting_of):
    table = "ØKU\nTMU\nBYR\n \nx\n \n\nØvrige sagsbehandlere: -\n\n"
    text = (
        PAGE
        + f"Sagsnr.: 05.01.00-A00-2-24 Sagsbehandler: Eva Falk\n\nNy bro ved Åmosen\n\n{table}"
        + "Sagsresume\n\nBroen er smal.\n\nBeslutning\n\n"
        + f"Sagsnr.: 05.01.00-A00-3-24 Sagsbehandler: Bo Lind\n\nKort over stien\n\n{table}"
        + "Sagsresume\n\nStien mangler.\n\nBeslutning\n\nUdsat.\n"
    )
    items = meeting_of(text).items
    assert [item.title.value for item in items] == ["Ny bro ved Åmosen", "Kort over stien"]
    decisions = [text[section.start : section.end].strip() for item in items for section in item.sections[-1:]]
    assert decisions == ["", "Udsat."]


def test_a_closed_title_below_a_case_number_closes_its_point(meeting_of):
    text = (
        PAGE
        + "Sagsnr.: 05.01.00-A00-2-24 Sagsbehandler: Eva Falk\n\nNy bro ved Åmosen\n\nBYR\n\n"
        + "Sagsresume\n\nBroen er smal.\n\nBeslutning\n\nUdsat.\n\n"
        + "Sagsnr.: 05.01.00-A00-3-24 Sagsbehandler: Bo Lind\n\nKøb af grund (lukket sag)\n\nBYR\n\n"
        + "Sagsresume\n\nPrisen er høj.\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [(item.title.value, item.closed) for item in meeting_of(text).items][-1] == (
        "Køb af grund (lukket sag)",
        True,
    )
    assert not any("Prisen" in text[part.start : part.end] for each in meeting_of(text).items for part in each.sections)
