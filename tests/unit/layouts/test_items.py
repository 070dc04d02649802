"""One point: whether it is closed, its case number, its attachments."""

import pytest

from kg.layouts.closed import is_closed, is_closed_below


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lukket", True),
        ("Lukket punkt", True),
        ("LUKKET SAG: Ansættelse", True),
        ("Køb af jord (Lukket)", True),
        ("Fortroligt", True),
        ("Køb af jord - lukket punkt", True),
        ("(Lukket) Ansættelse af vejchef", True),
        ("Lukkede sager", True),
        ("Lukket punkt Køb af jord", True),
        ("[Lukket] Køb af jord", True),
        ("(L) Køb af jord", True),
        ("Køb af jord - Lukket", True),
        ("Køb af jord (lukket behandling)", True),
        ("Køb af jord (for lukkede døre)", True),
        ("Lukket behandling: Køb af jord", True),
        ("Ikke-offentligt punkt: Køb af jord", True),
        ("Køb af jord, lukket", True),
        ("Køb af jord, Lukket.", True),
        ("Køb af jord (lukket)", True),
        ("Køb af jord; fortroligt", True),
        ("Køb af jord LUKKET", True),
        # in doubt, closed
        ("Svømmehallen - lukket", True),
        ("Skolen i Sundby lukket", False),
        ("Hvornår er en sag lukket?", False),
        ("Orientering om Havnegade, lukket for gennemkørsel", False),
        ("Vejen er åben/lukket", False),
        ("Lukkede døre i plejeboliger", False),
        ("Lukket skole bliver til boliger", False),
        ("Svømmehallen er lukket i uge 30", False),
        ("Åbent punkt", False),
    ],
)
def test_the_heading_decides_whether_a_point_is_closed(title, expected):
    assert is_closed(title) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["", "Lukket punkt", "Jorden købes."], True),
        (["24/10442", "Åben/lukket: Lukket", "Jorden købes."], True),
        (["Punktet behandles for lukkede døre.", "Jorden købes."], True),
        (["Åben/lukket: Åben", "Jorden købes."], False),
        (["Sagen er lukket i 2023 og åbnes igen.", "Jorden købes."], False),
        (["Godkendt.", "", "Lukkede punkter", ""], False),
        (["Et", "To", "Tre", "Fire", "Lukket punkt", "Jorden købes."], False),
        (["Lukket  punkt", "Jorden købes."], True),
        (["Lukket - 2024/010442", "Jorden købes."], True),
        (["Sagsnr. 299999 Vejudvalget Lukket punkt", "Jorden købes."], True),
        (["Sagsnr.: 123-2024-10   Dok.nr.: 123-2024-11   Lukket", "Jorden købes."], True),
        (["Åbent - 2024/010442", "Jorden købes."], False),
        (["Sag 12 om svømmehallen, der blev lukket", "Jorden købes."], False),
    ],
)
def test_a_line_below_the_heading_closes_what_follows_it(lines, expected):
    assert is_closed_below(lines) is expected


def test_nothing_is_kept_of_a_point_that_such_a_line_closes(items_of):
    (item,) = items_of("Punkt 1: Køb af jord\nLukket punkt\n24/10442\n\nBeslutning\n\nGodkendt.\n")
    assert (item.closed, item.case.value, item.sections) == (True, "24/10442", ())


def test_a_closed_point_keeps_number_title_and_case_only(items_of):
    (item,) = items_of("Punkt 1: Lukket\n\n24/10442\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nKontrakt.pdf\n")
    assert (item.closed, item.number, item.title.value, item.case.value) == (True, 1, "Lukket", "24/10442")
    assert (item.sections, item.attachments, item.tables) == ((), (), ())


@pytest.mark.parametrize("line", ["(Lukket)", "Lukket punkt", "24/10442\n\n(Lukket punkt)", "Punktet er lukket."])
def test_a_line_below_the_heading_closes_the_point(items_of, line):
    (item,) = items_of(f"Punkt 1: Køb af jord\n{line}\n\nBeslutning\n\nGodkendt.\n")
    assert (item.closed, item.title.value, item.sections) == (True, "Køb af jord", ())


def test_a_line_above_the_heading_closes_the_point(items_of):
    one, two = items_of(
        "Åbent punkt\nPunkt 1: Broer\nGodkendt.\n\nLukket  punkt\n\nPunkt 2: Køb af jord\nJorden købes.\n"
    )
    assert (one.closed, two.closed, two.sections) == (False, True, ())


def test_a_contents_list_that_says_closed_closes_the_point(meeting_of):
    head = "REFERAT Vejudvalget d. 12-03-2024\n\nIndhold\nLukket.....3\n\n"
    (item,) = meeting_of(f"{head}Punkt 1: Køb af jord\n\nBeslutning\n\nGodkendt.\n").items
    assert item.closed
    assert item.sections == ()


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("24/10442", "24/10442"),
        ("Sagsnr. 24/10442", "24/10442"),
        ("Sag: 2012-28504", "2012-28504"),
        ("01.02.03-P00-1-14", "01.02.03-P00-1-14"),
        ("Journalnr.: 00.22.00-3584-18", "00.22.00-3584-18"),
        ("330-2018-3619", "330-2018-3619"),
        ("EMN-2025-003383", "EMN-2025-003383"),
        ("25-003374", "25-003374"),
        ("Sagsnr.: 150327", "150327"),
        ("Sagsnr.:\n2012-28504", "2012-28504"),
        ("Sagsnr.\t24/10442", "24/10442"),
        ("| Sagsnr. | 24/10442 |", "24/10442"),
        ("Sags ID: EMN-2025-003383", "EMN-2025-003383"),
        ("J.nr. 24/10442", "24/10442"),
        ("Dok.nr.: 2012-203438\nSagsnr.: 2012-28504", "2012-28504"),
        ("Sagsansvarlig: Eva Falk\nAfdeling: Vej og Park\nMødetype: Åben\nType: Sag\nSagsnr.: 24/10442", "24/10442"),
        ("J.nr.: 00.01.00A00 Sag: 12/301 SOC bho", "12/301"),
        ("Dok.nr.: 2012-203438 Sagsnr.: 2012-28504", "2012-28504"),
        ("Sagsnr.: 727-2018-7735          Dok.nr.: 727-2018-55555", "727-2018-7735"),
        ("Dok.nr.: 2012-203438", None),
        ("118402/24", None),
        ("Tlf. 24101112", None),
        ("150327", None),
        ("24/10442 er lukket", None),
        ("Den 12. marts", None),
    ],
)
def test_case_numbers_under_the_heading(items_of, line, number):
    (item,) = items_of(f"Punkt 1: Cykelstier\n\n{line}\n\nSagsfremstilling\n\nStien anlægges.\n")
    assert (item.case and item.case.value) == number


def test_a_case_number_in_brackets_after_the_title(items_of):
    first, second, third = items_of(
        "Punkt 1: Cykelstier (24/10442)\n\nPunkt 2: Broer (2024-2027)\n\nPunkt 3: Veje [Sag 25-003374]\n"
    )
    assert (first.title.value, first.case.value) == ("Cykelstier", "24/10442")
    assert (second.title.value, second.case) == ("Broer (2024-2027)", None)
    assert (third.title.value, third.case.value) == ("Veje", "25-003374")


def test_a_case_number_far_down_is_another_case(items_of):
    (item,) = items_of("Punkt 1: Cykelstier\n\nEt\n\nTo\n\nTre\n\n24/10442\n")
    assert item.case is None


def test_a_label_may_stand_at_the_end_of_a_point(items_of):
    text = "Punkt 1: Cykelstier\n\n" + "Vejen er smal.\n" * 20
    assert items_of(f"{text}Journalnummer\n21012345\n")[0].case.value == "21012345"
    assert items_of(f"{text}Sagsnr. 24/10442 er en anden sag\n")[0].case is None


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("- Kort over stien.pdf\n- Budget.xlsx", ["Kort over stien.pdf", "Budget.xlsx"]),
        ("1. Kort\n2. Budget", ["Kort", "Budget"]),
        ("Kort over\nstien\n\nBudget", ["Kort over stien", "Budget"]),
        ("Ingen bilag", []),
        ("-", []),
        ("Der er ingen bilag til sagen.", []),
        # numbers of documents before and behind, sizes, buttons, several lines
        ("2012-200782 - Kort over stien\n2012-200783 - Budget", ["Kort over stien", "Budget"]),
        ("2012-200782 - Kort over\nstien langs åen\n2012-200783 - Budget", ["Kort over stien langs åen", "Budget"]),
        ("727-2018-86611 Kort over stien", ["Kort over stien"]),
        ("118402/24 Kort over stien\n118403/24 Budget", ["Kort over stien", "Budget"]),
        ("Kort over stien (118402/24)\nBudget (118403/24)", ["Kort over stien", "Budget"]),
        ("Kort over stien.pdf (1,2 MB)\nBudget.xlsx 310 kB", ["Kort over stien.pdf", "Budget.xlsx"]),
        ("- Kort over stien.pdf (PDF, 112 KB)\n- Budget (docx; 1,4 mb)", ["Kort over stien.pdf", "Budget"]),
        ("1. Kort (dok.nr. 118402/24)\n2. Budget\n\n3. Tidsplan", ["Kort", "Budget", "Tidsplan"]),
        ("PDF\nKort over stien\nPDF\nBudget", ["Kort over stien", "Budget"]),
        ("- Kort over\n  stien\n- Budget\n\n- Høringssvar", ["Kort over stien", "Budget", "Høringssvar"]),
        (
            "Bilag 1: Kort\nNotat (påført 3. maj)\n\nBilag 2: Budget",
            ["Bilag 1: Kort", "Notat (påført 3. maj)", "Bilag 2: Budget"],
        ),
        ("Bilag 1: Kort over\nstien\nBilag 2: Budget", ["Bilag 1: Kort over stien", "Bilag 2: Budget"]),
        ("• Kort over stien\n• Budget (Lukket)", ["Kort over stien", "Budget (Lukket)"]),
        # the list is over where a sub-point or a sentence begins
        ("2012-200782 - Kort over stien\nb. Orientering om broer", ["Kort over stien"]),
        (
            "Kort\nDe to bilag er sendt til alle medlemmer af udvalget og ligger desuden på kommunens hjemmeside.",
            ["Kort"],
        ),
        # a title that is a caption's word too is a title here
        ("Kort\n\nTidsplan\n\nBudget", ["Kort", "Tidsplan", "Budget"]),
    ],
)
def test_attachments(items_of, block, expected):
    (item,) = items_of(f"Punkt 1: Cykelstier\n\nBeslutning\n\nGodkendt.\n\nBilag\n\n{block}\n")
    assert [text.value for text in item.attachments] == expected


def test_attachments_may_come_first_with_the_title_repeated_behind_them(items_of):
    text = "Punkt 1: Cykelstier\n\nBilag\n\nKort over stien.pdf\n\nCykelstier\n\nSagsfremstilling\n\nStien anlægges.\n"
    (item,) = items_of(text)
    assert [each.value for each in item.attachments] == ["Kort over stien.pdf"]
    assert [section.kind for section in item.sections] == ["attachments", "presentation"]


def test_damaged_letters_of_a_title_are_mended_where_one_word_fits(items_of):
    (item,) = items_of("Punkt 1: Nyt vÃ¦ksthus\n")
    assert item.title.value == "Nyt væksthus"


def test_bare_case_numbers_above_the_headings(items_of):
    items = items_of(
        "05.01.00-P20-1-24\n\n1. Stier\n\nResume\n\nStien.\n\n05.01.00-P20-2-24\n\n2. Broer\n\nResume\n\nBroen.\n"
    )
    assert [(item.title.value, item.case.value) for item in items] == [
        ("Stier", "05.01.00-P20-1-24"),
        ("Broer", "05.01.00-P20-2-24"),
    ]


def test_case_numbers_above_the_headings(meeting_of):
    contents = "1. Stier\n2. Broer\n3. Lukket punkt\n\n"
    points = (
        "Sagsnr. 23/101\n1. Stier\nResume\nStien mangler.\n\nSagsnr. 23/102\n2. Broer\nResume\nBroen mangler.\n\n"
        "Sagsnr. 23/103\n3. Lukket punkt\n"
    )
    items = meeting_of(f"Vejudvalget - Referat - 12. marts 2024\n\n{contents}\n{points}").items
    assert [(item.title.value, item.case.value) for item in items] == [
        ("Stier", "23/101"),
        ("Broer", "23/102"),
        ("Lukket punkt", "23/103"),
    ]


def test_case_numbers_at_the_ends_of_points_are_not_those_of_the_next(meeting_of):
    points = "1. Stier\n\nResume\n\nStien.\n\nSagsnr. 23/101\n\n2. Broer\n\nResume\n\nBroen.\n\nSagsnr. 23/102\n"
    items = meeting_of(f"Vejudvalget - Referat - 12. marts 2024\n\n{points}").items
    assert [item.case.value for item in items] == ["23/101", "23/102"]


def test_what_says_that_a_point_is_open_is_no_part_of_its_title(meeting_of):
    contents = "Indholdsfortegnelse\n\n1 (Åben) Stier 4\n\n2 (Lukket) Salg af grund 9\n\n"
    points = "1 (Åben) Stier\n\nBeslutning\nGodkendt.\n\n2 (Lukket) Salg af grund\n\nBeslutning\nGrunden sælges.\n"
    items = meeting_of(f"Referat - Vejudvalget\n\n12-03-2024 16:00\n\n{contents}{points}").items
    assert [(item.title.value, item.closed) for item in items] == [("Stier", False), ("(Lukket) Salg af grund", True)]
    assert items[1].sections == ()


@pytest.mark.parametrize(
    "part", ["Til behandling - for lukkede døre", "For lukkede døre:", "Sager til behandling for lukkede døre"]
)
def test_a_part_behind_closed_doors_is_closed(items_of, part):
    items = items_of(
        f"Til behandling - for åbne døre\n\n1. Stier\n\nBeslutning\nGodkendt.\n\n{part}\n\n"
        "2. Salg\n\nBeslutning\nGrunden sælges.\n"
    )
    assert [(item.title.value, item.closed, item.sections == ()) for item in items] == [
        ("Stier", False, False),
        ("Salg", True, True),
    ]


def test_a_sentence_about_closed_doors_begins_no_part(items_of):
    text = "1. Stier\n\nPunktet om broen behandles for lukkede døre\n\n2. Broer\n\nBeslutning\nUdsat.\n"
    assert [item.closed for item in items_of(text)] == [False, False]


def test_confidence_that_is_kept_closes_a_point(items_of):
    assert items_of("1. Salg af grund - Tavshedspligt ikke fraveget\n\nBeslutning\nGrunden sælges.\n")[0].closed


def test_a_heading_that_is_repeated_belongs_to_its_own_point(meeting_of):
    points = "\n\n".join(
        f"{number}. {title}\n\n{number}.     {title}\n\nSagsnr.: 330-2024-{number}00\n\nBeslutning\n\nGodkendt."
        for number, title in ((1, "Stier"), (2, "Broer"))
    )
    text = f"REFERAT Vejudvalget d. 12-03-2024\n\n{points}\n"
    decisions = [item.sections[-1] for item in meeting_of(text).items]
    assert [text[each.start : each.end].strip() for each in decisions] == ["Godkendt.", "Godkendt."]
