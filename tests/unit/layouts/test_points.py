"""Where points begin, in every exporter's numbering."""

import pytest


def numbered(items):
    return [(item.number, item.label, item.title.value) for item in items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Punkt 1: Cykelstier\n\nPunkt 2: Broer\n", [(1, "1", "Cykelstier"), (2, "2", "Broer")]),
        ("PUNKT 1. Cykelstier\n\nPUNKT 2. Broer\n", [(1, "1", "Cykelstier"), (2, "2", "Broer")]),
        ("Pkt. 1 - Cykelstier\n\nPkt. 2 - Broer\n", [(1, "1", "Cykelstier"), (2, "2", "Broer")]),
        ("Sag nr. 1: Cykelstier\n\nSag nr. 2: Broer\n", [(1, "1", "Cykelstier"), (2, "2", "Broer")]),
        ("## Punkt 1: Cykelstier\n\n## Punkt 2: Broer\n", [(1, "1", "Cykelstier"), (2, "2", "Broer")]),
        ("**Punkt 1: Cykelstier**\n\n<b>Punkt 2: Broer</b>\n", [(1, "1", "Cykelstier"), (2, "2", "Broer")]),
        # a number may be missing
        ("Punkt 1: Cykelstier\n\nPunkt 4: Broer\n", [(1, "1", "Cykelstier"), (4, "4", "Broer")]),
        # a number far off is no point
        ("Punkt 1: Cykelstier\n\nPunkt 9: Broer\n", [(1, "1", "Cykelstier")]),
    ],
)
def test_styles(items_of, text, expected):
    assert numbered(items_of(text)) == expected


def test_a_bare_number_is_enough_where_nothing_better_is_there(meeting_of):
    points = "1. Cykelstier\n\nStien anlægges.\n\n2. Broer\n\nBroen males.\n"
    contents = "Indhold\n1. Cykelstier.....3\n2. Broer.....4\n\n"
    head = "REFERAT Vejudvalget d. 12-03-2024\n\n"
    assert numbered(meeting_of(head + points).items) == [(1, "1", "Cykelstier"), (2, "2", "Broer")]
    assert numbered(meeting_of(head + contents + points).items) == [(1, "1", "Cykelstier"), (2, "2", "Broer")]


BODY = "Sagsfremstilling\n\nVejen er smal.\n\nBeslutning\n\nGodkendt.\n\n"
TIGHT = "Sagsnr.: 24/10442\nBaggrund\nVejen er smal.\nBeslutning\nGodkendt.\n"


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("PUNKT 52: Cykelstier", "PUNKT 53: Broer", ((52, "52"), (53, "53"))),
        ("Punkt nr. 1 Cykelstier", "Punkt nr. 2 Broer", ((1, "1"), (2, "2"))),
        ("Punkt 1\nCykelstier", "Punkt 2\nBroer", ((1, "1"), (2, "2"))),
        ("Punkt 121, Cykelstier", "Punkt 122, Broer", ((121, "121"), (122, "122"))),
        ("Pkt. 3 Cykelstier", "Pkt. 4 Broer", ((3, "3"), (4, "4"))),
        ("Pkt.3: Cykelstier", "Pkt.4: Broer", ((3, "3"), (4, "4"))),
        ("• Pkt. 3 Cykelstier", "• Pkt. 4 Broer", ((3, "3"), (4, "4"))),
        ("• 12. Cykelstier", "• 13. Broer", ((12, "12"), (13, "13"))),
        ("• 12 Cykelstier", "• 13 Broer", ((12, "12"), (13, "13"))),
        ("• 12.\n  Cykelstier\n", "• 13.\n  Broer\n", ((12, "12"), (13, "13"))),
        ("1.  1. Cykelstier", "2.  2. Broer", ((1, "1"), (2, "2"))),
        ("Nr.1 - Cykelstier", "Nr.2 - Broer", ((1, "1"), (2, "2"))),
        ("1. Cykelstier ( )", "2. Broer ( )", ((1, "1"), (2, "2"))),
        ("1. CykelstierKlik her for at folde ud", "2. BroerKlik her for at folde ud", ((1, "1"), (2, "2"))),
        ("Sag nr. 130 - Cykelstier", "Sag nr. 131 - Broer", ((130, "130"), (131, "131"))),
        ("Sag nr. 130\nCykelstier", "Sag nr. 131\nBroer", ((130, "130"), (131, "131"))),
        ("1. Cykelstier", "2. Broer", ((1, "1"), (2, "2"))),
        ("1.\tCykelstier", "2.\tBroer", ((1, "1"), (2, "2"))),
        ("1 Cykelstier", "2 Broer", ((1, "1"), (2, "2"))),
        ("1\tCykelstier", "2\tBroer", ((1, "1"), (2, "2"))),
        ("1\nCykelstier", "2\nBroer", ((1, "1"), (2, "2"))),
        ("1.\n\nCykelstier", "2.\n\nBroer", ((1, "1"), (2, "2"))),
        ("| 1 | Cykelstier |", "| 2 | Broer |", ((1, "1"), (2, "2"))),
        ("1 (Åben) Cykelstier", "2 (Åben) Broer", ((1, "1"), (2, "2"))),
        ("F1 Cykelstier", "F2 Broer", ((1, "F1"), (2, "F2"))),
        ("Ø-3: Cykelstier", "Ø-4: Broer", ((1, "Ø-3"), (2, "Ø-4"))),
        ("1a. Cykelstier", "1b. Broer", ((1, "1a"), (2, "1b"))),
        # no numbers at all: titles above case numbers
        ("Cykelstier", "Broer", ((1, "1"), (2, "2"))),
    ],
)
def test_ways_of_numbering(items_of, first, second, labels):
    expected = [(*label, title) for label, title in zip(labels, ("Cykelstier", "Broer"), strict=True)]
    assert numbered(items_of(f"{first}\n{TIGHT}{second}\n{TIGHT}")) == expected


def test_an_ordinal_behind_nr(items_of):
    items = items_of(f"Nr.7 - Cykelstier\n{TIGHT}Nr.8 - 2. behandling af budget\n{TIGHT}")
    assert [item.title.value for item in items] == ["Cykelstier", "2. behandling af budget"]


def test_an_ordinal_in_a_title(items_of):
    text = f"1. 2. behandling af budget 2025\n\n{BODY}2. 1. budgetopfølgning\n\n{BODY}"
    assert [item.title.value for item in items_of(text)] == ["2. behandling af budget 2025", "1. budgetopfølgning"]


@pytest.mark.parametrize(
    "listed",
    [
        "Indstilling\n\n1. At stien anlægges\n2. At broen males\n3. At vejen saltes\n",
        "Administrationen indstiller, at\n1. stien anlægges.\n2. broen males.\n3. vejen saltes.\n",
        "Indstilling\n1. Forslaget godkendes.\n2. Broen males.\n3. Vejen saltes.\n4. Udgiften afholdes.\n",
        "Beslutning\n1. Godkendt.\n2. Godkendt.\n3. Udsat.\n",
        "Indstilling\n• 3. Vejen saltes.\n• 4. Broen males.\n",
        "Baggrund\nDer er tre spor:\n1. Færre veje\n2. Bredere veje\n3. Flere broer\n",
        "1. Resume\nVejen er smal.\n2. Beslutningspunkter\nAt vejen saltes.\n3. Baggrund\nDen er lang.\n4. Økonomi\n",
    ],
)
def test_numbered_lists_inside_a_point_are_none(items_of, listed):
    second = f"2. Broer\nSagsnr.: 24/10443\n{listed}Beslutning\nGodkendt.\n"
    text = f"1. Cykelstier\n{TIGHT}{second}3. Veje\n{TIGHT}4. Eventuelt\n"
    assert [item.title.value for item in items_of(text)] == ["Cykelstier", "Broer", "Veje", "Eventuelt"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "Prioritering af midler til cykelstier og\nvintervedligeholdelse",
            "Prioritering af midler til cykelstier og vintervedligeholdelse",
        ),
        (
            "Anlæg af cykelsti langs Åvej mellem Nørre Tun\nog Sønder Tun",
            "Anlæg af cykelsti langs Åvej mellem Nørre Tun og Sønder Tun",
        ),
        ("Cykelstier", "Cykelstier"),
    ],
)
def test_titles_broken_over_lines(items_of, lines, title):
    items = items_of(f"1. {lines}\n{TIGHT}2. Broer\n{TIGHT}")
    assert [item.title.value for item in items] == [title, "Broer"]


def test_numbers_begin_anew_in_the_closed_part(items_of):
    text = f"1. Cykelstier\n{TIGHT}2. Broer\n{TIGHT}Lukket dagsorden\n1. Køb af jord\n{TIGHT}2. Personsag\n{TIGHT}"
    items = items_of(text)
    assert [(item.number, item.title.value, item.closed) for item in items] == [
        (1, "Cykelstier", False),
        (2, "Broer", False),
        (1, "Køb af jord", True),
        (2, "Personsag", True),
    ]
    assert all(not item.sections for item in items if item.closed)


def test_headings_of_the_file_are_points_where_nothing_is_numbered(items_of):
    text = "## Cykelstier\n\n### Baggrund\n\nVejen er smal.\n\n## Broer\n\n### Baggrund\n\nBroen er rød.\n"
    assert numbered(items_of(text)) == [(1, "1", "Cykelstier"), (2, "2", "Broer")]


def test_a_page_may_hold_one_point_and_nothing_else(meeting_of):
    text = (
        "7. Cykelstier\n\nSagsfremstilling\n\nVejen er smal.\n\nBeslutning i Vejudvalget 12. marts 2024:\n\nGodkendt.\n"
    )
    meeting = meeting_of(text)
    assert (numbered(meeting.items), meeting.date) == ([(7, "7", "Cykelstier")], "2024-03-12")


def test_minutes_may_be_one_numbered_list_with_what_was_said_set_in(items_of):
    points = " 1. Cykelstier.\n  Stien anlægges.\n 2. Broer.\n  Broen males.\n 3. Eventuelt\n  Intet.\n"
    assert numbered(items_of(points)) == [(1, "1", "Cykelstier."), (2, "2", "Broer."), (3, "3", "Eventuelt")]


def test_headings_of_the_file_may_stand_right_above_the_decision(items_of):
    points = "## Cykelstier\n\n### Beslutning\n\nGodkendt.\n\n## Broer\n\n### Beslutning\n\nUdsat.\n"
    assert numbered(items_of(points)) == [(1, "1", "Cykelstier"), (2, "2", "Broer")]


def test_a_heading_with_nothing_below_it_is_no_point(items_of):
    points = "## Indhold\n\n## Cykelstier\n\n### Beslutning\n\nGodkendt.\n\n## Lukket: Køb af jord\n\nJorden købes.\n"
    items = items_of(points)
    assert [(item.title.value, item.closed) for item in items] == [("Cykelstier", False), ("Lukket: Køb af jord", True)]


def test_page_numbers_are_no_points(items_of):
    text = f"1. Cykelstier\n{TIGHT}\n2\n\nMere om stien\n2. Broer\n{TIGHT}\n3\n\n3. Veje\n{TIGHT}"
    assert [item.title.value for item in items_of(text)] == ["Cykelstier", "Broer", "Veje"]


def test_a_number_inside_a_text_is_no_point(items_of):
    text = "Punkt 1: Cykelstier\n\nIndstilling\n\nPkt. 1) anlægges i år\nPkt. 2) udskydes\n\nPunkt 2: Broer\n"
    assert numbered(items_of(text)) == [(1, "1", "Cykelstier"), (2, "2", "Broer")]


def test_a_title_may_wrap_where_the_contents_list_says_so(meeting_of):
    text = (
        "REFERAT Vejudvalget d. 12-03-2024\n\nIndhold\nCykelstier langs åen og videre til havnen.....3\n\n"
        "Punkt 1: Cykelstier langs åen\nog videre til havnen\n\nSagsfremstilling\n\nStien anlægges.\n"
    )
    (item,) = meeting_of(text).items
    assert item.title.value == "Cykelstier langs åen og videre til havnen"
    assert [section.kind for section in item.sections] == ["presentation"]


def test_no_points_is_an_empty_meeting_and_no_error(meeting_of):
    assert meeting_of("Kære alle\n\nTak for sidst.\n").items == ()


@pytest.mark.parametrize(
    "line",
    [
        "• Punkt 3 ”Stier ved åen” blev udsat af udvalget.",
        "• Punkt 3 »Stier ved åen« behandles efter punkt 9.",
        "Punkt 3 udgår, og sagen sendes til høring.",
    ],
)
def test_what_a_decision_says_of_another_point_heads_none(items_of, line):
    text = f"1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt med disse ændringer:\n\n{line}\n"
    assert [item.title.value for item in items_of(text)] == ["Godkendelse af dagsorden"]


def test_a_list_of_members_heads_no_points(items_of):
    members = "Til stede var:\n\n1. Borgmester Alma Bruun (A)\n2. Carl Dyhr (B)\n3. Eva Maj Falk (C)\n"
    text = f"1. Dagsorden\n\nBeslutning\n\n{members}\nDagsordenen blev godkendt.\n\n2. Stier\n\nBeslutning\n\nUdsat.\n"
    assert [item.title.value for item in items_of(text)] == ["Dagsorden", "Stier"]
