"""The captioned sections of a point."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baggrund\n\nStien mangler.\n", [("background", "Stien mangler.")]),
        ("INDSTILLING\n\nAt stien anlægges.\n", [("recommendation", "At stien anlægges.")]),
        ("Administrationens indstilling:\nAt stien anlægges.\n", [("recommendation", "At stien anlægges.")]),
        ("Indstilling: At stien anlægges.\n", [("recommendation", "At stien anlægges.")]),
        ("## Økonomi\n\nIntet.\n", [("economy", "Intet.")]),
        # what councils say of each point; a title or a page's header is none
        ("Vejen er smal.\n\nReferat:\n\nUdsat.\n", [("lead", "Vejen er smal."), ("decision", "Udsat.")]),
        ("Beslutning: Udsat til 15. maj 2024\n", [("decision", "Udsat til 15. maj 2024")]),
        ("Referat: Godkendt.\n", [("decision", "Godkendt.")]),
        # the caption lost the end of its line
        (
            "Beslutning Godkendt.\n\nBaggrund\n\nStien mangler.\n",
            [("decision", "Godkendt."), ("background", "Stien mangler.")],
        ),
        (
            "Beslutning Tilbagesendes Vejafdelingen, jf. mødet.\n",
            [("decision", "Tilbagesendes Vejafdelingen, jf. mødet.")],
        ),
        ("Beslutning godkendt af nævnet i maj.\n", [("lead", "Beslutning godkendt af nævnet i maj.")]),
        # a row of a table with the text beside the caption; a table's head is none
        ("Beslutning\tGodkendt\n", [("decision", "Godkendt")]),
        ("Indstilling\tBeslutning\n", [("lead", "Indstilling Beslutning")]),
        ("Beslutning\t24. april 2024\n", [("lead", "Beslutning 24. april 2024")]),
        ("Stien mangler.\n\nRetsgrundlag\n\nVejloven.\n", [("lead", "Stien mangler."), ("legal", "Vejloven.")]),
        # a sentence that begins with a caption's word is none
        ("Indstillingen følger vejplanen.\n", [("lead", "Indstillingen følger vejplanen.")]),
        ("- Baggrund\n", [("lead", "- Baggrund")]),
    ],
)
def test_captions(sections_of, text, expected):
    assert sections_of(text) == expected


@pytest.mark.parametrize(
    ("caption", "body", "date"),
    [
        ("Beslutning", None, None),
        ("Beslutning i Vejudvalget den 12-03-2024", "Vejudvalget", "2024-03-12"),
        ("Beslutning Vejudvalget d. 12. marts 2024", "Vejudvalget", "2024-03-12"),
        ("Vejudvalget, 12-03-2024, Beslutning", "Vejudvalget", "2024-03-12"),
        ("Beslutning Direktionen INTERNT den 05-02-2024", "Direktionen", "2024-02-05"),
        ("Tidligere beslutning fra Plan- og Byggeudvalget den 05-02-2024", "Plan- og Byggeudvalget", "2024-02-05"),
        ("Beslutning fra møde i Vejudvalget den 12-03-2024 punkt 4", "Vejudvalget", "2024-03-12"),
        ("Direktionens beslutning", "Direktionen", None),
        ("BESLUTNING: Vejudvalget den 12-03-2024", "Vejudvalget", "2024-03-12"),
        ("Vej- og broudvalgets beslutning den 12. marts 2024:", "Vej- og broudvalget", "2024-03-12"),
        ("Beslutning i Udvalget for det nære vejvæsen den 12-03-2024", "Udvalget for det nære vejvæsen", "2024-03-12"),
        # of the meeting's own day, with the number of its point
        ("Behandling i Vejudvalget tirsdag den 12. marts 2024, pkt. 1", "Vejudvalget", "2024-03-12"),
        ("Vejudvalget, 12-03-2024, pkt. 1", "Vejudvalget", "2024-03-12"),
        ("Beslutning Udvalget for veje og broer den 12-03-2024", "Udvalget for veje og broer", "2024-03-12"),
        ("Vej-, Bro- og Parkudvalget, d. 12. marts 2024:", "Vej-, Bro- og Parkudvalget", "2024-03-12"),
    ],
)
def test_captions_of_decisions(items_of, caption, body, date):
    (item,) = items_of(f"Punkt 1: Cykelstier\n\n{caption}\n\nGodkendt.\n")
    (section,) = item.sections
    assert section.kind == "decision"
    assert (section.body and section.body.value, section.date) == (body, date)


@pytest.mark.parametrize(
    "line",
    ["Der træffes beslutning om stien.", "Beslutningen skal træffes i år", "Beslutninger om stier og broer", "Beslut"],
)
def test_a_sentence_about_a_decision_is_no_caption(items_of, line):
    (item,) = items_of(f"Punkt 1: Cykelstier\n\n{line}\n\nMere.\n")
    assert [section.kind for section in item.sections] == ["lead"]


def test_a_caption_with_its_text_right_behind_it(sections_of):
    """Pages that are copied often lose what parted a caption from its text."""
    text = "BilagIngen bilag.\nSagsfremstillingVejen er smal.\nBeslutningGodkendt.\nBeslutningstagere er mange.\n"
    assert sections_of(text) == [
        ("attachments", "Ingen bilag."),
        ("presentation", "Vejen er smal."),
        ("decision", "Godkendt. Beslutningstagere er mange."),
    ]


def test_a_caption_may_be_an_entry_of_a_list(sections_of):
    text = "  • Resume\n\n    Vejen er smal.\n\n  • Beslutning i Vejudvalget den 12-03-2024\n\n    Godkendt.\n"
    assert sections_of(text) == [("background", "Vejen er smal."), ("decision", "Godkendt.")]


@pytest.mark.parametrize(
    "listed", ["• Resume\n• Beslutning\n• Økonomi\n", "• Beslutning\n\n• Økonomi\n\nVejen er smal.\n"]
)
def test_captions_that_are_only_listed_open_no_section(sections_of, listed):
    text = f"Sagsfremstilling\n\nAfsnittene er:\n\n{listed}"
    assert [kind for kind, _ in sections_of(text)] == ["presentation"]


def test_a_decision_may_have_headings_of_its_own(sections_of):
    text = "Beslutning\n\nVidere proces\n\nStien anlægges.\n\nBilag\n\nKort.pdf\n"
    assert sections_of(text) == [("decision", "Videre proces Stien anlægges."), ("attachments", "Kort.pdf")]


def test_deeper_markdown_headings_stay_inside_a_decision(sections_of):
    text = "## Beslutning\n\n### Økonomi\n\nStien anlægges.\n\n## Sagsfremstilling\n\nStien mangler.\n"
    assert [kind for kind, _ in sections_of(text)] == ["decision", "presentation"]


def test_a_word_in_a_closing_list_of_attachments_opens_no_section(sections_of):
    assert [kind for kind, _ in sections_of("Beslutning\n\nGodkendt.\n\nBilag\n\nTidsplan\n")] == [
        "decision",
        "attachments",
    ]


def test_a_caption_that_stood_above_is_a_title_in_the_list_of_attachments(items_of):
    (item,) = items_of(
        "Punkt 1: Cykelstier\n\nIndstilling\nForvaltningen indstiller, at stien anlægges.\n\n"
        "Beslutning\nGodkendt.\n\nBilag\nIndstilling\nBilag 1: Kort\n"
    )
    assert [section.kind for section in item.sections] == ["recommendation", "decision", "attachments"]
    assert [text.value for text in item.attachments] == ["Indstilling", "Bilag 1: Kort"]


def test_a_word_in_a_list_of_attachments_above_the_repeated_title_opens_no_section(sections_of):
    text = "Bilag\n\nKort\n\nTidsplan\n\nCykelstier\n\nBaggrund\n\nStien mangler.\n"
    assert [kind for kind, _ in sections_of(text)] == ["attachments", "background"]
    text = "Bilag\n\nKort\n\nØkonomi\n\nIngen bemærkninger\n\nBeslutning\n\nGodkendt.\n"
    assert [kind for kind, _ in sections_of(text)] == ["attachments", "economy", "decision"]


@pytest.fixture
def told(items_of):
    """The sections of a point as (kind, body, date, text)."""

    def read(text):
        source = f"REFERAT Vejudvalget d. 12-03-2024\n\nPunkt 1: Cykelstier\n\n{text}"
        (item,) = items_of(f"Punkt 1: Cykelstier\n\n{text}")
        return [
            (each.kind, each.body and each.body.value, each.date, " ".join(source[each.start : each.end].split()))
            for each in item.sections
        ]

    return read


OWN = ("decision", None, None, "Godkendt.")


@pytest.mark.parametrize(
    ("caption", "body", "date"),
    [
        ("REGIONSRÅDETS BESLUTNING", "REGIONSRÅDET", None),
        ("Børne- og Skoleudvalgets beslutning den 04.12.2023 Punkt 2", "Børne- og Skoleudvalget", "2023-12-04"),
        ("Beslutning i Økonomiudvalget den 3. maj 2023", "Økonomiudvalget", "2023-05-03"),
        ("Beslutning Teknik- og Miljøudvalget den 11-01-2024", "Teknik- og Miljøudvalget", "2024-01-11"),
        ("Økonomiudvalget, 3. maj 2023, pkt. 4:", "Økonomiudvalget", "2023-05-03"),
        ("Kommunalbestyrelsen den 30. januar 2024, punkt 5:", "Kommunalbestyrelsen", "2024-01-30"),
        ("Beslutninger", None, None),
        ("Udvalgets beslutning", None, None),
        ("Afgørelse", None, None),
        ("Protokol", None, None),
        ("Beslutning for Punkt 1: Cykelstier", None, None),
        ("Beslutning Byråd 2022-2025 den 11-12-2023", "Byråd", "2023-12-11"),
    ],
)
def test_the_bodies_own_headings(told, caption, body, date):
    assert told(f"{caption}\n\nGodkendt.\n") == [("decision", body, date, "Godkendt.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # labelled lines, values behind the labels or below them
        (
            (
                "Sagsforløb\nUdvalg: Magistraten\nDato: 02-09-2023\n Punktnummer: 12\nSendes til Byrådet.\n"
                "Udvalg: Byrådet\nDato: 10-09-2023\nPunktnummer: 11\nSendes til Vejudvalget.\n"
            ),
            [
                ("decision", "Magistraten", "2023-09-02", "Sendes til Byrådet."),
                ("decision", "Byrådet", "2023-09-10", "Sendes til Vejudvalget."),
            ],
        ),
        (
            "Sagens forløb\n\nUdvalg:\nMagistraten\nDato:\n02-09-2023\n\nSendes til Byrådet.\n",
            [("decision", "Magistraten", "2023-09-02", "Sendes til Byrådet.")],
        ),
        # dated lines
        (
            "Historik\n\n11-12-2023 Byråd 2022-2025\n\nUdsat.\n\n05-02-2024 Økonomiudvalget\n\nAnbefales.\n",
            [
                ("decision", "Byråd", "2023-12-11", "Udsat."),
                ("decision", "Økonomiudvalget", "2024-02-05", "Anbefales."),
            ],
        ),
        (
            "Historik\nØkonomiudvalget, 3. maj 2023, pkt. 4: Anbefales godkendt.\n",
            [("decision", "Økonomiudvalget", "2023-05-03", "Anbefales godkendt.")],
        ),
        # a day to come is a plan; a body and a day in a text is a sentence
        (
            "Sagens forløb\n\nByrådet den 3. april 2024\n\nSagen afsluttes.\n",
            [("history", None, None, "Byrådet den 3. april 2024 Sagen afsluttes.")],
        ),
        (
            "Baggrund\n\nØkonomiudvalget den 3. maj 2023 punkt 4\nSagen blev drøftet.\n",
            [("background", None, None, "Økonomiudvalget den 3. maj 2023 punkt 4 Sagen blev drøftet.")],
        ),
    ],
)
def test_earlier_treatments_are_decisions_of_their_own(told, text, expected):
    assert [each for each in told(f"{text}\nBeslutning\n\nGodkendt.\n") if each[3]] == [*expected, OWN]


def test_several_decisions_under_one_heading(told):
    text = "Beslutning\n\nØkonomiudvalget, 5. marts 2024, pkt. 3: Anbefales.\nByrådet, 12. marts 2024: Godkendt.\n"
    assert [each for each in told(text) if each[3]] == [
        ("decision", "Økonomiudvalget", "2024-03-05", "Anbefales."),
        ("decision", "Byrådet", "2024-03-12", "Godkendt."),
    ]


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("Sammendrag", "background"),
        ("Resumé", "background"),
        ("1. Resume", "background"),
        ("Beslutningspunkter", "recommendation"),
        ("Beslutningsforslag", "recommendation"),
        ("Indstilling fra Økonomiudvalget", "recommendation"),
        ("Økonomiudvalgets indstilling", "recommendation"),
        ("Indstilling til Byrådet", "recommendation"),
        ("Supplerende sagsfremstilling", "presentation"),
        ("Økonomiske konsekvenser og finansiering", "economy"),
        ("Beslutningen træffes af", "competence"),
        ("Sagsprocedure", "competence"),
        ("Beslutningskompetence", "competence"),
        ("Personaleforhold", "consequences"),
        ("6. Økonomi", "economy"),
        ("Administrativ indstilling", "recommendation"),
        ("Nyt forslag", "recommendation"),
        ("Beslutningstema", "background"),
        ("Sagstema", "background"),
        ("Høring og sagsgang", "hearing"),
        ("Præsentation:", "background"),
        ("Retsregler og andre forskrifter", "legal"),
        ("Hvem beslutter", "competence"),
        ("Forventet sagsgang", "history"),
        ("Beskrivelse af sagen", "presentation"),
    ],
)
def test_captions_of_many_templates(told, caption, kind):
    assert told(f"{caption}\nVejen er smal.\n") == [(kind, None, None, "Vejen er smal.")] or told(
        f"{caption}\nVejen er smal.\n"
    ) == [(kind, "Økonomiudvalget", None, "Vejen er smal.")]


@pytest.mark.parametrize(
    "line",
    [
        "Administrationen indstiller, at stien anlægges.",
        "Det indstilles, at stien anlægges.",
        "Teknik og Miljø indstiller til Byrådet, at stien anlægges.",
        "Centerchefen anbefaler at stien anlægges.",
    ],
)
def test_a_recommendation_without_a_caption(told, line):
    found = told(f"Vejen er smal.\n\n{line}\n\nBeslutning\n\nGodkendt.\n")
    assert [(kind, text) for kind, _, _, text in found] == [
        ("lead", "Vejen er smal."),
        ("recommendation", line),
        ("decision", "Godkendt."),
    ]


@pytest.mark.parametrize(
    ("lines", "absent"),
    [
        ("Afbud: Eva Falk (A), Carl Dyhr", "Eva Falk (A), Carl Dyhr"),
        ("Fraværende: Eva Falk", "Eva Falk"),
        ("Afbud:\n  1. Eva Falk, Ø\n  2. Carl Dyhr, A", "1. Eva Falk, Ø 2. Carl Dyhr, A"),
        ("Fraværende med afbud:\nEva Falk", "Eva Falk"),
        ("Følgende deltog ikke i behandlingen af punktet:", ""),
        ("Følgende deltog ikke i behandlingen af punktet:\nEva Falk (A)\nCarl Dyhr", "Eva Falk (A) Carl Dyhr"),
        ("Eva Falk (A) var fraværende.", "Eva Falk (A) var fraværende."),
        (
            "Carl Dyhr og Eva Falk deltog ikke i sagens behandling på grund af inhabilitet.",
            "Carl Dyhr og Eva Falk deltog ikke i sagens behandling på grund af inhabilitet.",
        ),
        ("Inhabil: Eva Falk", "Eva Falk"),
        ("Fraværende\n • Eva Falk ()\n • Carl Dyhr ()", "• Eva Falk () • Carl Dyhr ()"),
        ("Eva Falk deltog ikke på mødet.", "Eva Falk deltog ikke på mødet."),
        ("Carl Dyhr deltog som suppleant.", "Carl Dyhr deltog som suppleant."),
        ("Fraværende i Vejudvalget, 12. marts 2024:\n\nEva Falk", "Eva Falk"),
        ("Eva Falk (løsg.) var fraværende.", "Eva Falk (løsg.) var fraværende."),
    ],
)
def test_absence_at_the_end_of_a_decision_is_a_section_of_its_own(told, lines, absent):
    assert told(f"Beslutning\n\nGodkendt.\n\n{lines}\n") == [OWN, ("absence", None, None, absent)]


@pytest.mark.parametrize(
    ("lines", "absent"),
    [
        ("Fraværende:  Eva Falk (A)\n\n", [("absence", None, None, "Eva Falk (A)")]),
        ("Deltog ikke: Eva Falk.\n\n", [("absence", None, None, "Eva Falk.")]),
        # the template's label with nobody behind it
        ("Fraværende: \n", []),
    ],
)
def test_absence_above_a_decision_is_no_part_of_it(told, lines, absent):
    assert told(f"Beslutning\n\n{lines}Godkendt.\n") == [*absent, OWN]


def test_sentences_below_a_label_say_who_was_away(told):
    away = "Eva Falk havde meldt afbud, og Carl Dyhr deltog i stedet.\n\nBo Lind udeblev uden afbud."
    found = told(f"Beslutning\n\nGodkendt.\n\nFremmøde og inhabilitet:\n\n{away}\n")
    assert found == [OWN, ("absence", None, None, " ".join(away.split()))]


def test_a_line_with_day_and_number_of_the_point_is_the_caption_of_its_decision(items_of):
    (item,) = items_of("Punkt 7: Cykelstier\n\nVejen er smal.\n\nVejudvalget, 12-03-2024, pkt. 7\n\nGodkendt.\n")
    assert [(section.kind, section.date) for section in item.sections] == [("lead", None), ("decision", "2024-03-12")]


def test_a_sentence_that_only_speaks_of_absence_stays_in_the_decision(told):
    assert [kind for kind, *_ in told("Beslutning\n\nUdsat, da Eva Falk var forhindret.\n")] == ["decision"]
    text = "Beslutning\n\nGodkendt.\nEva Falk var inhabil.\nStien anlægges i år.\n"
    assert [kind for kind, *_ in told(text)] == ["decision"]


def test_a_course_of_meetings_with_nothing_below_is_no_decision(sections_of):
    text = "Vejudvalget, 12-03-2024, pkt. 1\n\nResume\n\nStien mangler.\n"
    assert [kind for kind, _ in sections_of(text)] == ["lead", "background"]


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        # what a template without any other word for it calls the decision
        (["Referat\n\nGodkendt.", "Referat:\nUdsat."], ["decision", "decision"]),
        (["Referat: Godkendt.", "Udsat."], ["decision", "lead"]),
        # a title among others, once in a long agenda; and beside decisions
        (["Referat", "Broen.", "Kortet."], ["lead", "lead", "lead"]),
        (["Referat\n\nStien.\n\nBeslutning\n\nUdsat."], ["decision"]),
    ],
)
def test_a_caption_that_reports(items_of, below, kinds):
    points = "\n\n".join(f"Punkt {number}: Sti {number}\n\n{text}" for number, text in enumerate(below, 1))
    assert [item.sections[-1].kind for item in items_of(points + "\n")] == kinds
