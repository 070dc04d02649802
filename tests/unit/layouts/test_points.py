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


def test_a_bare_number_needs_the_contents_list(meeting_of):
    points = "1. Cykelstier\n\nStien anlægges.\n\n2. Broer\n\nBroen males.\n"
    contents = "Indhold\n1. Cykelstier.....3\n2. Broer.....4\n\n"
    head = "REFERAT Vejudvalget d. 12-03-2024\n\n"
    assert meeting_of(head + points).items == ()
    assert numbered(meeting_of(head + contents + points).items) == [(1, "1", "Cykelstier"), (2, "2", "Broer")]


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
