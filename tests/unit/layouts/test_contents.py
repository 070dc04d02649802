"""The contents list: titles with the page on which each point begins."""

import pytest

from kg.layouts.contents import find_contents
from kg.layouts.draft import draft
from kg.model.source import Source


def listed(text):
    contents = find_contents(draft(Source("a.txt", "0", "text/plain", text)))
    return [(entry.title.value, entry.page) for entry in contents.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # dot leaders, with and without a tab
        ("Indholdsfortegnelse\n\nCykelstier.....\t3\nHuskeliste......4\n", [("Cykelstier", 3), ("Huskeliste", 4)]),
        # the number of the point before the title
        ("Indhold\n1. Cykelstier ..... 3\n2. Broer ..... 5\n", [("Cykelstier", 3), ("Broer", 5)]),
        # a pipe table with its rule line
        ("Dagsorden\n\n| Cykelstier | 3 |\n|---|---|\n| Broer | 5 |\n", [("Cykelstier", 3), ("Broer", 5)]),
        # a tab or spaces instead of leaders
        ("Punktliste\nCykelstier\t3\n", [("Cykelstier", 3)]),
        ("Punktliste\nCykelstier        3\n", [("Cykelstier", 3)]),
        # numbers on lines of their own
        ("Indhold\n\n1.\n\nCykelstier .......... 3\n", [("Cykelstier", 3)]),
        # a title that runs over two lines
        (
            "Indhold\nCykelstier langs åen og\nvidere til havnen.....3\n",
            [("Cykelstier langs åen og videre til havnen", 3)],
        ),
        (
            "Indhold\n1. Broer ..... 3\n2. Cykelstier langs åen og\nvidere til havnen ..... 5\n",
            [("Broer", 3), ("Cykelstier langs åen og videre til havnen", 5)],
        ),
        (
            "INDHOLDSLISTE\n1. Cykelstier\n2. Broer\n\n1. CYKELSTIER\n2. BROER\n",
            [("Cykelstier", None), ("Broer", None)],
        ),
        # an open and a closed part, whose headings stand in the list alone
        (
            (
                "Åben dagsorden\nSag nr. 1 Stier\nSag nr. 2 Broer\nLukket dagsorden\nSag nr. 3 Salg\n\n"
                "Sag nr. 1\nStier\nSag nr. 2\nBroer\n"
            ),
            [("Stier", None), ("Broer", None), ("Salg", None)],
        ),
        # nothing listed: the word alone makes no list
        ("Dagsorden\n\nPunkt 1: Cykelstier\n", []),
        ("Uden liste\nCykelstier.....3\n", []),
    ],
)
def test_titles_and_pages(text, expected):
    assert listed(text) == expected


def test_the_list_ends_where_the_first_point_begins():
    text = "Indhold\nCykelstier.....3\n\nPunkt 1: Cykelstier\n\nVejen koster.....9\n"
    assert listed(text) == [("Cykelstier", 3)]


def test_the_page_reaches_the_item(meeting_of):
    contents = "Indhold\nCykelstier.....3\nBroer.....5\n\n"
    text = f"REFERAT Vejudvalget d. 12-03-2024\n\n{contents}Punkt 1: Cykelstier\n\nPunkt 2: Broer\n"
    assert [(item.title.value, item.page) for item in meeting_of(text).items] == [("Cykelstier", 3), ("Broer", 5)]


def test_the_better_of_two_spellings_is_the_title_and_the_other_is_kept(meeting_of):
    text = "REFERAT Vejudvalget d. 12-03-2024\n\nIndhold\nØkonomifølging.....3\n\nPunkt 1: Økonomiopfølgning\n"
    (item,) = meeting_of(text).items
    assert item.title.value == "Økonomiopfølgning"
    assert [other.value for other in item.alternatives] == ["Økonomifølging"]


POINTS = "\n1. Cykelstier\nSagsnr.: 24/10442\nVejen er smal.\n2. Broer over åen\nSagsnr.: 24/10443\nBroen er rød.\n"


@pytest.mark.parametrize(
    ("listed_as", "pages"),
    [
        # pages behind the titles
        ("INDHOLDSFORTEGNELSE\nÅbent referat\n1. Cykelstier 3\n2. Broer over åen 4\nLukket referat\n", [3, 4]),
        ("Indhold\n1.\tCykelstier\t3\n2.\tBroer over åen\t4 (lukket)\n", [3, 4]),
        # an entry that wraps
        ("Indhold\n1. Cykelstier 3\n2. Broer over\nåen 4\n", [3, 4]),
        # pages fallen into a column of their own
        ("Indhold\n1. Cykelstier\n2. Broer over åen\n3\n4\n", [3, 4]),
        # no pages
        ("Dagsorden\n1. Cykelstier\n2. Broer over åen\n", [None, None]),
        ("Åben dagsorden\n\n1 Cykelstier\n2 Broer over åen\n", [None, None]),
    ],
)
def test_numbered_lists(meeting_of, listed_as, pages):
    items = meeting_of(f"REFERAT Vejudvalget d. 12-03-2024\n\n{listed_as}{POINTS}").items
    assert [item.title.value for item in items] == ["Cykelstier", "Broer over åen"]
    assert [item.page for item in items] == pages
    assert not any(item.closed for item in items)


def test_the_points_of_a_short_agenda_are_no_contents_list(meeting_of):
    items = meeting_of("Vejudvalget den 12-03-2024\n\nDagsorden\n1. Cykelstier\n2. Broer\n3. Eventuelt\n").items
    assert [item.title.value for item in items] == ["Cykelstier", "Broer", "Eventuelt"]


def test_an_empty_list_of_closed_points_above_those_who_took_part_closes_nothing(meeting_of):
    head = "Referat af møde i Vejudvalget\nDen 12.03.2024 kl. 13:00\n\nIndholdsfortegnelse\n\nLukkede punkter\n\n"
    points = "1. Cykelstier\n\nBeslutning\n\nGodkendt.\n\n2. Broer\n\nBeslutning\n\nUdsat.\n"
    assert [item.closed for item in meeting_of(f"{head}Deltagere:\n\nEva Falk, (A)\n\n{points}").items] == [
        False,
        False,
    ]
    assert [item.closed for item in meeting_of(head + points).items] == [True, True]
