"""Items about the same matter under another case number."""

import pytest

from kg.linkers import find_containers, link
from kg.linkers.same_matter import shared_parts

MARINA = "Bådebroen og slæbestedet trænger til fornyelse, mener sejlklubben og roklubben."
SCHOOL = "Skolernes ferieplan følger vinterferien og efterårsferien som hidtil."
ROADS = "Saltspredning og snerydning udføres efter regulativet for vintertjenesten."


def _related(cards):
    found = link(cards, find_containers(cards))
    return [each for each in found if each.relation == "sag:relatedTo"]


def _others(card):
    return [
        card("c/2030-05-05", 1, "Ferieplan", "29/400", text=SCHOOL),
        card("c/2030-06-05", 2, "Vintertjeneste", "29/401", text=ROADS),
    ]


def test_an_item_that_names_the_other_s_case_number(card):
    one = card("a/2031-01-05", 1, "Lystbådehavn", "30/101", text=MARINA)
    other = card("a/2031-02-05", 2, "Havnefoged", "30/977", text="Se sagen om havnen.", numbers=("30/101",))
    found = _related([one, other, *_others(card)])
    assert {(each.source, each.target) for each in found} == {(one.iri, other.iri), (other.iri, one.iri)}
    assert {(each.score, each.reason.en) for each in found} == {(0.95, "one names the other's case number")}


def test_titles_that_share_their_parts(card):
    one = card("a/2031-01-05", 1, "Sommerkoncert på havnen", "30/101", text="Scenen opstilles ved bådebroen.")
    other = card("b/2032-02-05", 2, "Koncerter om sommeren", "31/007", text="Scenen opstilles på torvet.")
    found = _related([one, other, *_others(card)])
    assert len(found) == 2
    assert "the titles share koncert, sommer" in found[0].reason.en
    assert "titlerne deler koncert, sommer, og teksterne deler " in found[0].reason.da


def test_a_paragraph_of_a_routine_item(card):
    orientation = f"{ROADS}\n\nSlæbestedet fornyes af sejlklubben, når bådebroen er færdig."
    routine = card("a/2031-03-05", 9, "Øvrige sager", "30/002", text=orientation)
    one = card("a/2031-01-05", 1, "Lystbådehavn", "30/101", text=MARINA)
    found = _related([one, routine, card("a/2031-03-05", 8, "Huskeliste", "30/002"), _others(card)[0]])
    assert {(each.source, each.target) for each in found} == {(one.iri, routine.iri), (routine.iri, one.iri)}
    assert found[0].reason.en.startswith("a paragraph shares ")


def test_a_text_that_speaks_of_the_other_meeting_needs_fewer_words_in_common(card):
    text = "Sejlklubben og roklubben høres."
    one = card("a/2031-01-05", 1, "Lystbådehavn", "30/101", text=MARINA)
    two = card("b/2031-02-05", 2, "Ejendomme", "30/977", text=text)
    speaking = card("b/2031-02-05", 2, "Ejendomme", "30/977", text=text, refers=("a/2031-01-05",))
    alone, spoken = _related([one, two, *_others(card)]), _related([one, speaking, *_others(card)])
    assert not alone
    assert len(spoken) == 2
    assert spoken[0].reason.en.startswith("one speaks of the other's meeting")


@pytest.mark.parametrize(
    ("meeting", "case", "closed"),
    [
        ("a/2031-01-05", "30/977", False),  # two items of one meeting
        ("a/2031-02-05", "30/101", False),  # one case: that is its history, not another matter
        ("a/2031-02-05", "30/977", True),  # nothing is read of closed items
    ],
)
def test_what_is_not_related(card, meeting, case, closed):
    one = card("a/2031-01-05", 1, "Lystbådehavn", "30/101", text=MARINA)
    other = card(meeting, 2, "Lystbådehavn", case, text=MARINA, closed=closed)
    assert not _related([one, other, *_others(card)])


def test_words_that_every_item_has_relate_nothing(card):
    cards = [card(f"a/2031-{month:02}-05", 1, f"Emne {month}", f"30/{month:03}", text=MARINA) for month in range(1, 11)]
    assert not _related(cards)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("sommerkoncert", "koncerter om sommeren", ("koncert", "sommer")),
        ("lystbådehavn", "lystbådehavnens økonomi", ("lystbådehavn",)),
        ("havn", "havnen", ()),  # too short to say anything
        ("kommunens budget", "kommunens skoler", ()),  # what every title may hold
    ],
)
def test_shared_parts(one, two, expected):
    assert shared_parts(one, two) == shared_parts(two, one) == expected
