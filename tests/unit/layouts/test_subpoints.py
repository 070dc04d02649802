"""Sub-points: text in, items below items out."""

import pytest

from tests.unit.layouts.conftest import HEAD

CASE = "Sagsnr.: 24/100{}\n\n"
DECIDED = "Indstilling\n\nDet indstilles, at sagen godkendes.\n\nBeslutning\n\nGodkendt.\n\n"
EARLIER = "Beslutning fra Byrådet den 3. januar 2024\n\nJa tak.\n\n"
OPENING = "Punkt 1: Dagsorden\n\nBeslutning\n\nGodkendt.\n\n"


def below(items):
    """Label, title and the parent's label of each sub-point."""
    return [(item.label, item.title.value, items[item.parent].label) for item in items if item.parent is not None]


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("2.1 Cykelsti", "2.2 Bro", ("2.1", "2.2")),
        ("2.1. Cykelsti", "2.2. Bro", ("2.1", "2.2")),
        ("2.1: Cykelsti", "2.2: Bro", ("2.1", "2.2")),
        ("2.1\nCykelsti", "2.2\nBro", ("2.1", "2.2")),
        ("Pkt. 2.1 Cykelsti", "Pkt. 2.2 Bro", ("2.1", "2.2")),
        ("Punkt 2.1: Cykelsti", "Punkt 2.2: Bro", ("2.1", "2.2")),
        ("2a Cykelsti", "2b Bro", ("2a", "2b")),
        ("2 a) Cykelsti", "2 b) Bro", ("2 a", "2 b")),
        ("Punkt 2a: Cykelsti", "Punkt 2b: Bro", ("2a", "2b")),
        ("Ad 1. Cykelsti", "Ad 2. Bro", ("Ad 1", "Ad 2")),
        ("Ad punkt 1: Cykelsti", "Ad punkt 2: Bro", ("Ad punkt 1", "Ad punkt 2")),
    ],
)
def test_headings_that_are_sub_points(items_of, first, second, labels):
    items = items_of(
        f"{OPENING}Punkt 2: Anlæg\n\n{first}\n\n{DECIDED}{second}\n\n{DECIDED}Punkt 3: Eventuelt\n\nIntet.\n"
    )
    assert below(items) == [(labels[0], "Cykelsti", "2"), (labels[1], "Bro", "2")]
    # the points keep their numbers; the sub-points count by their place, or on from the highest number
    assert [item.number for item in items] == [1, 2, 4, 5, 3]


def test_a_sub_point_has_a_case_a_recommendation_and_a_decision_of_its_own(items_of):
    one, other = f"1.1 Cykelsti\n{CASE.format(1)}{DECIDED}", f"1.2 Bro\n{CASE.format(2)}{DECIDED}"
    point, path, bridge = items_of(f"Punkt 1: Anlæg\n\nSamlet behandling.\n\n{one}{other}")
    assert [item.case and item.case.value for item in (point, path, bridge)] == [None, "24/1001", "24/1002"]
    assert [section.kind for section in point.sections] == ["lead"]
    assert [section.kind for section in bridge.sections] == ["recommendation", "decision"]


@pytest.mark.parametrize(
    "body",
    [
        # chapters of a report in the presentation of the case
        f"Sagsfremstilling\n\n2.1 Cykelsti\n\nStien er lang.\n\n2.2 Bro\n\nBroen er smal.\n\n{DECIDED}",
        "Sagsfremstilling\n\n2.1 Cykelsti\n\nIndstilling\n\nAnlæg stien.\n\n2.2 Bro\n\nIndstilling\n\nByg broen.\n\n",
        # one decision for the whole point
        "2.1 Cykelsti\n\nStien er lang.\n\n2.2 Bro\n\nBroen er smal.\n\nBeslutning\n\nGodkendt.\n\n",
        # captions with numbers
        "2.1 Sagsfremstilling\n\nStien er lang.\n\n2.2 Indstilling\n\nAnlæg stien.\n\n2.3 Beslutning\n\nGodkendt.\n\n",
        # a list of what is recommended, and what came of each
        "Indstilling\n\n2.1 at stien anlægges\n2.2 at broen bygges\n\nBeslutning\n\nAd 1. Godkendt\nAd 2. Udsat\n\n",
        # another point's number; sums; a single heading
        f"3.1 Cykelsti\n\n{DECIDED}3.2 Bro\n\n{DECIDED}",
        "2.1 mio. kr. i alt\n\n2.2 mio. kr. næste år\n\n",
        f"2.1 Cykelsti\n\n{DECIDED}",
        # what others decided earlier
        f"2.1 Cykelsti\n\n{EARLIER}2.2 Bro\n\n{EARLIER}",
    ],
)
def test_headings_that_are_none(items_of, body):
    items = items_of(f"{OPENING}Punkt 2: Anlæg\n\n{body}Punkt 3: Eventuelt\n\nIntet.\n")
    assert [item.label for item in items] == ["1", "2", "3"]
    assert below(items) == []


LIST = "Dagsorden\n1. Godkendelse\n2. Anlæg\n2.1 Cykelsti\n2.2 Bro\n3. Eventuelt\n\n"
TEXT = (
    "1. Godkendelse\n\nGodkendt.\n\n2. Anlæg\n\n2.1 Cykelsti\n\nLang.\n\n2.2 Bro\n\nSmal.\n\n3. Eventuelt\n\nIntet.\n"
)


def test_what_the_contents_list_has_as_sub_points_are_sub_points(items_of):
    assert below(items_of(LIST + TEXT)) == [("2.1", "Cykelsti", "2"), ("2.2", "Bro", "2")]
    assert below(items_of(TEXT)) == []


def test_pages_of_sub_points_stand_in_the_contents_list(items_of):
    listed = (
        "Indholdsfortegnelse\nGodkendelse ....... 2\n2 Anlæg ....... 3\n2.1 Cykelsti ....... 4\n2.2 Bro ....... 6\n\n"
    )
    text = "1. Godkendelse\n\nJa.\n\n2. Anlæg\n\n2.1 Cykelsti\n\nLang.\n\n2.2 Bro\n\nSmal.\n"
    assert [item.page for item in items_of(listed + text)] == [2, 3, 4, 6]


def test_a_closed_sub_point_closes_nothing_else(items_of):
    text = f"Punkt 1: Anlæg\n\n1.1 Cykelsti\n\n{DECIDED}1.2 Bro\n\n{DECIDED}1.3 Køb af mark (lukket)\n\nPrisen er 7.\n"
    assert [(item.label, item.closed) for item in items_of(text)] == [
        ("1", False), ("1.1", False), ("1.2", False), ("1.3", True),
    ]  # fmt: skip


@pytest.mark.parametrize("shut", ["Køb af mark (lukket)\n\n", "Køb af mark\n\nLukket punkt\n\n"])
def test_a_heading_that_is_closed_is_a_sub_point_whatever_stands_below_it(items_of, shut):
    opening = "Punkt 1: Anlæg\n\n1.1 Cykelsti\n\nStien er lang.\n\nDen er bred.\n\nDen er flad.\n\n"
    text = f"{opening}1.2 {shut}Prisen er 7.\n\nBeslutning\n\nGodkendt.\n"
    assert [(item.label, item.closed) for item in items_of(text)] == [("1", False), ("1.1", False), ("1.2", True)]


@pytest.mark.parametrize(
    "closed", [f"Punkt 1: Anlæg (lukket)\n\n1.1 Sti\n\n{DECIDED}1.2 Bro\n\n{DECIDED}",
               f"Punkt 1: Anlæg\n\nLukket punkt\n\n1.1 Sti\n\n{DECIDED}1.2 Bro\n\n{DECIDED}"],
)  # fmt: skip
def test_nothing_of_a_closed_point_is_read_so_it_has_no_sub_points(items_of, closed):
    items = items_of(f"{closed}Punkt 2: Eventuelt\n\nIntet.\n")
    assert [(item.label, item.closed) for item in items] == [("1", True), ("2", False)]


def test_a_closed_point_closes_the_lettered_points_below_it(items_of):
    items = items_of(f"Punkt 1: Anlæg (lukket)\n\n{DECIDED}Punkt 1a: Bro\n\n{DECIDED}Punkt 2: Eventuelt\n\n{DECIDED}")
    assert [(item.label, item.closed, len(item.sections)) for item in items] == [
        ("1", True, 0), ("1a", True, 0), ("2", False, 2),
    ]  # fmt: skip


def test_sub_points_are_no_gap_in_the_numbers(problems_of):
    text = f"Punkt 1: Anlæg\n\n1.1 Sti\n\n{DECIDED}1.2 Bro\n\n{DECIDED}Punkt 2: Eventuelt\n\nIntet.\n"
    assert problems_of(text) == []


def test_nor_are_letters(problems_of):
    text = "".join(f"Punkt {label}: Titel {label}\n\n{DECIDED}" for label in ("1", "2a", "2b", "3", "3a", "4"))
    assert problems_of(text) == []
    assert problems_of(f"{text}Punkt 6: Eventuelt\n\n{DECIDED}") == ["item-gap"]


@pytest.fixture
def problems_of():
    from kg.layouts import parse
    from kg.model.source import Source

    def read(text):
        return [each.message for each in parse(Source("moede.txt", "0" * 64, "text/plain", HEAD + text))[1]]

    return read
