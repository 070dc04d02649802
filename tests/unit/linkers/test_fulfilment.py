"""Which later item delivered a task, and where the same promise stands again."""

import itertools

import msgspec
import pytest

from kg.linkers import find_containers, link
from kg.linkers.promises import days_late

HAC = "havnecentret"


def _found(cards, relation):
    made = link(cards, find_containers(cards))
    return [
        (_short(each.source), _short(each.target), each.rule, each.score) for each in made if each.relation == relation
    ]


def _short(iri):
    return iri.split("/meeting/")[1].replace("/item/", "#").replace("/task/", " ")


def _closed(cards):
    return _found(cards, "sag:closedBy")


def _restated(cards):
    return _found(cards, "sag:restatedBy")


# --- by the case


@pytest.mark.parametrize(
    ("task", "later", "drivers", "expected"),
    [
        # on the very day; in the month; soon after, where the words or who drives it speak for it
        ("Høringssvarene samles | 2031-03-04", "a/2031-03-04", "", ("case-when-due", 1.0)),
        ("HAC samler høringssvar | 2031-03 | havnecentret", "a/2031-03-04", HAC, ("case-when-due", 0.95)),
        ("Havnen forelægges | 2031-03-01", "b/2031-03-20", "", ("case-when-due", 0.95)),
        ("Der indkaldes til borgermøde | 2031-03-01", "a/2031-03-20", "", ("case-when-due", 0.85)),
        ("Havnen forelægges a | 2031-03-01", "b/2031-03-20", "", ("case-when-due", 0.6)),
        # the words say that the case comes back: to the body that said so, or to the one that it names
        ("Sagen genoptages", "a/2032-08-04", "", ("case-comes-back", 0.95)),
        ("HAC vender tilbage | 2031-03 | havnecentret", "a/2031-09-04", "", ("case-comes-back", 0.95)),
        ("Sagen genoptages", "b/2031-03-04", "", ("next-treatment", 0.45)),
        ("Forelægges b i foråret", "b/2031-08-04", "", ("case-comes-back", 0.95)),
        # but not long before it is to come back
        ("Der gives en status | 2031-09", "a/2031-03-04", "", ("next-treatment", 0.45)),
        # nothing but the next treatment
        ("HAC regner på broen | | havnecentret", "a/2031-03-04", HAC, ("next-treatment", 0.8)),
        ("HAC regner på broen | | havnecentret", "a/2031-03-04", "vejcentret", ("next-treatment", 0.6)),
        ("HAC regner på broen | 2031-02 | havnecentret", "a/2031-07-04", HAC, ("next-treatment", 0.8)),
        ("HAC regner på broen | 2031-02 | havnecentret", "a/2031-07-04", "", ("next-treatment", 0.45)),
    ],
)
def test_by_case(card, task, later, drivers, expected):
    cards = [
        card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", tasks=[task]),
        card(later, 2, "Lystbådehavnen", "30/101", drivers=drivers),
    ]
    assert _closed(cards) == [("a/2031-01-05#1 1", f"{later}#2", *expected)]


@pytest.mark.parametrize(
    ("meeting", "title", "case", "changes"),
    [
        # the same meeting, and one before
        ("a/2031-01-05", "Lystbådehavnen", "30/101", {}),
        ("a/2030-12-05", "Lystbådehavnen", "30/101", {}),
        # another case, a closed item, another authority
        ("a/2031-03-05", "Skolernes ferieplan", "30/102", {}),
        ("a/2031-03-05", "Lukket", "30/101", {"closed": True}),
        ("a/2031-03-05", "Lystbådehavnen", "30/101", {"authority": "Ravnsø Kommune"}),
        # a number that collects what has nothing in common
        ("a/2031-03-05", "Huskeliste", "30/101", {}),
    ],
)
def test_what_delivers_nothing(card, meeting, title, case, changes):
    cards = [
        card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", tasks=["Sagen genoptages | 2031-03-05"]),
        card(meeting, 2, title, case, **changes),
    ]
    assert _closed(cards) == []


def test_a_task_is_closed_once_by_the_best_and_then_the_earliest(card):
    task = "HAC regner på broen | 2031-05-04 | havnecentret"
    cards = [card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", tasks=[task])]
    cards += [card(f"a/2031-0{month}-04", 1, "Lystbådehavnen", "30/101", drivers=HAC) for month in (2, 5, 6)]
    assert _closed(cards) == [("a/2031-01-05#1 1", "a/2031-05-04#1", "case-when-due", 1.0)]
    assert _closed([cards[0], *cards[3:], cards[1]])[0][1] == "a/2031-06-04#1"
    again = card("b/2031-05-04", 1, "Lystbådehavnen", "30/101")
    assert _closed([*cards, again])[0][1] == "a/2031-05-04#1"


def test_the_order_of_documents_decides_nothing(card):
    cards = [
        card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", tasks=["Sagen genoptages", "HAC måler dybden"]),
        card("a/2031-02-05", 1, "Huskeliste", tasks=["Ny bådebro | 2031-03 | havnecentret"]),
        card("a/2031-02-19", 1, "Huskeliste", tasks=["Ny bådebro | 2031-04 | havnecentret"]),
        card("a/2031-03-05", 2, "Ny bådebro", "30/102", drivers=HAC),
        card("a/2031-03-05", 3, "Lystbådehavnen", "30/101"),
    ]
    made = {tuple(_closed(order) + _restated(order)) for order in itertools.permutations(cards)}
    assert len(made) == 1


# --- by the words of the title


@pytest.mark.parametrize(
    ("task", "later", "title", "drivers", "score"),
    [
        # the same words, at the time, by who was to do it: as sure as can be; without the one or the other less so
        ("Mistede feriedage | 2031-04 | havnecentret", "a/2031-04-04", "Status på mistede feriedage", HAC, 0.95),
        ("Mistede feriedage | 2031-04 | havnecentret", "a/2031-06-04", "Status på mistede feriedage", HAC, 0.9),
        ("Mistede feriedage | 2031-04 | havnecentret", "a/2031-04-04", "Status på mistede feriedage", "", 0.8),
        ("Mistede feriedage | 2031-04 | havnecentret", "a/2031-04-04", "Mistede feriedage", "vejcentret", 0.7),
        ("Mistede feriedage | 2031-04", "a/2031-04-04", "Mistede feriedage i dagtilbud", "", 0.7),
        # long after the time only by who was to do it
        ("Mistede feriedage | 2031-04 | havnecentret", "a/2031-12-04", "Mistede feriedage", HAC, 0.7),
        ("Mistede feriedage | 2031-04 | havnecentret", "a/2031-12-04", "Mistede feriedage", "", None),
        ("Mistede feriedage | 2031-04 | havnecentret", "a/2032-12-04", "Mistede feriedage", HAC, None),
        # without a time only by who was to do it
        ("Mistede feriedage | | havnecentret", "a/2031-04-04", "Mistede feriedage", HAC, 0.9),
        ("Mistede feriedage", "a/2031-04-04", "Mistede feriedage", HAC, None),
        # an inflected word; a short one; the head of another compound; half of the words; a common word alone
        ("Notat om badebroerne | 2031-04", "a/2031-04-04", "Badebroernes vedligehold", "", 0.65),
        ("Redegørelse om tilsyn | 2031-04", "a/2031-04-04", "Kommunalt tilsyn", "", 0.5),
        ("Redegørelse om tilsyn | 2031-04 | havnecentret", "a/2031-04-04", "Tilsyn med lokale broer", HAC, None),
        ("Budgetmateriale | 2031-04 | havnecentret", "a/2031-04-04", "Budgetopfølgning for havnen", HAC, None),
        ("Revisionens bemærkninger | 2031-04 | havnecentret", "a/2031-04-04", "Revision af taksterne", HAC, None),
        ("Status på arbejdet | 2031-04 | havnecentret", "a/2031-04-04", "Arbejdet i havnen", HAC, None),
        ("Kommunikationsstrategi | 2031-04", "a/2031-04-04", "Ny kommunikationsstrategi", HAC, 0.75),
        # another year's
        ("Havneregnskab 2030 | 2031-04 | havnecentret", "a/2031-04-04", "Havneregnskab 2029", HAC, None),
        ("Havneregnskab 2030 | 2031-04 | havnecentret", "a/2031-04-04", "Havneregnskab 2030", HAC, 0.95),
        # routine items deliver nothing, and what comes again and again is never done
        ("Øvrige bådpladser | 2031-04 | havnecentret", "a/2031-04-04", "Øvrige sager", HAC, None),
        ("Mistede feriedage | | havnecentret | Månedligt", "a/2031-04-04", "Mistede feriedage", HAC, None),
        ("Mistede feriedage | 2031-04 | havnecentret | April", "a/2031-04-04", "Mistede feriedage", HAC, 0.95),
    ],
)
def test_by_title(card, task, later, title, drivers, score):
    cards = [
        card("a/2031-01-05", 7, "Huskeliste 05-01-2031", tasks=[task]),
        card("a/2031-01-19", 1, "Skolernes ferieplan", "30/100"),
        card("a/2031-02-05", 1, "Nye takster for renovation", "30/102"),
        card("a/2031-02-19", 1, "Lokalplan for Strandvejen", "30/103"),
        card(later, 2, title, "30/104", drivers=drivers),
    ]
    assert _closed(cards) == ([("a/2031-01-05#7 1", f"{later}#2", "title-of-task", score)] if score else [])


def test_what_comes_back_under_another_number(card):
    tasks = ["HAC vender tilbage medio 2031 | | havnecentret"]
    cards = [
        card("a/2031-01-05", 1, "Gæstepladser i lystbådehavnen", "30/101", tasks=tasks),
        card("a/2031-06-05", 2, "Lystbådehavnens gæstepladser fra 2032", "31/7", drivers=HAC),
    ]
    assert _closed(cards) == [("a/2031-01-05#1 1", "a/2031-06-05#2", "title-of-task", 0.75)]
    assert _closed([cards[0], msgspec.structs.replace(cards[1], drivers=())]) == []


def test_the_points_of_a_programme_are_no_promises(card):
    item = card("a/2031-01-05", 1, "Program for seminar", "30/101", tasks=["Ledelse i havnen | | tora-lind"])
    item = msgspec.structs.replace(
        item, tasks=tuple(msgspec.structs.replace(each, rule="name-in-brackets") for each in item.tasks)
    )
    cards = [item, card("a/2031-03-05", 2, "Program for seminar", "30/101", drivers="tora-lind")]
    assert _closed(cards) == []


# --- the same promise again


@pytest.mark.parametrize(
    ("old", "later", "new", "score"),
    [
        ("Ny bådebro | 2031-03 | havnecentret", "a/2031-02-05", "Ny bådebro | 2031-05 | havnecentret", 0.95),
        ("Ny bådebro | 2031-03 | havnecentret", "a/2031-02-05", "Ny bådebro (HAC) | 2031-03 | vejcentret", 0.8),
        ("Likviditet | | | Månedligt", "a/2032-06-05", "Likviditet | | | Kvartalsvis", 0.8),
        # another promise: other words, another year, long after the time, the next year's, now comes again and again
        ("Ny bådebro | 2031-03", "a/2031-02-05", "Ny bådebro, første årsrapport | 2031-03", None),
        ("Regnskab 2030 | 2031-03", "a/2031-02-05", "Regnskab 2031 | 2031-03", None),
        ("Ny bådebro | 2031-03", "a/2032-02-05", "Ny bådebro | 2032-03", None),
        ("Julegave | 2031-01", "a/2031-02-05", "Julegave | 2032-01", None),
        ("Ferieplan | 2031-06 | | Juni", "a/2031-07-05", "Ferieplan | 2032-06 | | Juni", None),
        ("Likviditet | 2031-02", "a/2031-02-05", "Likviditet | | | Månedligt", None),
        # another body's list, and the same list
        ("Ny bådebro | 2031-03", "b/2031-02-05", "Ny bådebro | 2031-03", None),
        ("Ny bådebro | 2031-03", "a/2031-01-05", "Ny bådebro | 2031-03", None),
    ],
)
def test_from_list_to_list(card, old, later, new, score):
    cards = [card("a/2031-01-05", 7, "Huskeliste", tasks=[old]), card(later, 8, "Huskeliste", tasks=[new])]
    expected = [("a/2031-01-05#7 1", f"{later}#8 1", "restated-list", score)] if score else []
    assert _restated(cards) == expected
    assert _closed(cards) == []


def test_to_the_nearest_list_and_each_row_once(card):
    rows = ["Ny bådebro | 2031-03", "Ny bådebro | 2031-05"]
    cards = [
        card("a/2031-01-05", 7, "Huskeliste", tasks=rows),
        card("a/2031-02-05", 7, "Huskeliste", tasks=rows[1:]),
        card("a/2031-03-05", 7, "Huskeliste", tasks=rows[1:]),
    ]
    assert [pair[:2] for pair in _restated(cards)] == [
        ("a/2031-01-05#7 2", "a/2031-02-05#7 1"),
        ("a/2031-02-05#7 1", "a/2031-03-05#7 1"),
    ]


@pytest.mark.parametrize(
    ("sentence", "later", "row", "score"),
    [
        # the list of the same meeting, or of one after, reminds of it
        ("Høringssvar samles | 2031-03-04 | hac", "a/2031-01-05", "Høringssvar | 2031-03 | hac", 0.85),
        ("Ønsker en oversigt over gæstesejlere", "a/2031-01-05", "Gæstesejlere, oversigt | 2031-02 | hac", 0.75),
        ("Vender tilbage i februar | 2031-02 | hac", "a/2031-02-05", "Notat om lystbådehavn | 2031-03 | hac", 0.75),
        # somebody else's, another time, half a year later, words that nobody said
        ("Høringssvar samles | 2031-03-04 | hac", "a/2031-01-05", "Høringssvar | 2031-03 | vejcentret", None),
        ("Høringssvar samles | 2031-03-04 | hac", "a/2031-01-05", "Høringssvar | 2031-09 | hac", None),
        ("Høringssvar samles | 2031-03-04 | hac", "a/2031-11-05", "Høringssvar | 2031-12 | hac", None),
        ("Regner på broen | 2031-02 | hac", "a/2031-02-05", "Notat om lystbådehavn | 2031-03 | hac", None),
    ],
)
def test_from_a_decision_to_the_list(card, sentence, later, row, score):
    cards = [
        card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", tasks=[sentence]),
        card(later, 7, "Huskeliste", tasks=[row]),
    ]
    assert _restated(cards) == ([("a/2031-01-05#1 1", f"{later}#7 1", "restated-list", score)] if score else [])


def test_a_quoted_decision_is_of_when_it_was_taken(card):
    said = "HAC leverer et oplæg i august | 2031-08 | havnecentret"
    quoted = "2031-01-05> HAC leverer et oplæg i august | 2032-08 | havnecentret"
    cards = [
        card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", tasks=[said]),
        card("a/2031-08-20", 2, "Lystbådehavnen", "30/101", tasks=[quoted], drivers=HAC),
        card("b/2031-10-20", 3, "Lystbådehavnen", "30/101", tasks=[quoted], drivers=HAC),
    ]
    assert _restated(cards) == [
        ("a/2031-01-05#1 1", "a/2031-08-20#2 1", "restated-quote", 1.0),
        ("a/2031-08-20#2 1", "b/2031-10-20#3 1", "restated-quote", 1.0),
    ]
    assert {pair[1:] for pair in _closed(cards)} == {("a/2031-08-20#2", "case-when-due", 0.95)}
    assert len(_closed(cards)) == 3
    # where the meeting that took it is not among the documents, the item that quotes it delivers it all the same
    assert _closed(cards[1:2]) == [("a/2031-08-20#2 1", "a/2031-08-20#2", "next-treatment", 0.65)]


# --- both together


def test_a_promise_that_still_stands_was_not_delivered_before(card):
    row = "Ny bådebro ved slæbestedet | 2031-03"
    cards = [
        card("a/2031-01-05", 7, "Huskeliste", tasks=[row]),
        card("a/2031-02-05", 2, "Ny bådebro", "30/102", drivers=HAC),
        card("a/2031-03-05", 7, "Huskeliste", tasks=[row]),
    ]
    assert len(_restated(cards)) == 1
    assert _closed(cards) == []
    cards.append(card("a/2031-04-05", 2, "Ny bådebro ved slæbestedet", "30/102"))
    assert [pair[:2] for pair in _closed(cards)] == [
        ("a/2031-01-05#7 1", "a/2031-04-05#2"),
        ("a/2031-03-05#7 1", "a/2031-04-05#2"),
    ]


def test_what_was_surely_delivered_is_another_promise_when_it_comes_again(card):
    row = "Ny bådebro ved slæbestedet | 2031-02 | havnecentret"
    cards = [
        card("a/2031-01-05", 7, "Huskeliste", tasks=[row]),
        card("a/2031-02-05", 2, "Ny bådebro ved slæbestedet", "30/102", drivers=HAC),
        card("a/2031-03-05", 7, "Huskeliste", tasks=[row]),
    ]
    assert _restated(cards) == []
    assert [pair[:2] for pair in _closed(cards)] == [("a/2031-01-05#7 1", "a/2031-02-05#2")]


def test_a_reason_in_words_and_what_it_stands_on(card):
    cards = [
        card("a/2031-01-05", 7, "Huskeliste", tasks=["Mistede feriedage | 2031-04 | havnecentret"]),
        card("a/2031-04-05", 2, "Status på mistede feriedage", "30/102", drivers=HAC),
    ]
    (made,) = [each for each in link(cards, frozenset()) if each.relation == "sag:closedBy"]
    assert made.reason.da == (
        "titlen har opgavens ord: feriedage, mistede, og den ansvarlige driver punktet; fristen var 2031-04"
    )
    assert made.reason.en == (
        "the title has the task's words: feriedage, mistede, and who is responsible drives the item; it was due 2031-04"
    )
    assert [each.exact for each in made.evidence] == ["Mistede feriedage", "Status på mistede feriedage"]


@pytest.mark.parametrize(
    ("date", "due", "days"),
    [
        ("2031-03-05", "2031-03-05", 0),
        ("2031-03-05", "2031-03-01", 4),
        ("2031-03-05", "2031-03-08", -3),
        ("2031-03-31", "2031-03", 0),
        ("2031-04-01", "2031-03", 1),
        ("2031-04-05", "2031-03", 5),
        ("2031-02-26", "2031-03", -3),
        ("2032-01-01", "2031-12", 1),
    ],
)
def test_how_late_a_day_is(date, due, days):
    assert days_late(date, due) == days


def test_what_another_statement_says_is_no_surer_than_that_they_are_the_same(card):
    cards = [
        card("a/2031-01-05", 1, "Ny lystbådehavn", "30/101", tasks=["Høringssvar samles | 2031-03-04 | havnecentret"]),
        card("a/2031-01-05", 7, "Huskeliste", tasks=["Høringssvar | 2031-03 | havnecentret"]),
        card("a/2031-03-04", 2, "Lystbådehavnen", "30/101"),
    ]
    assert _closed(cards) == [
        ("a/2031-01-05#1 1", "a/2031-03-04#2", "case-when-due", 1.0),
        ("a/2031-01-05#7 1", "a/2031-03-04#2", "case-when-due", 0.85),
    ]
    (_, row) = [each for each in link(cards, frozenset()) if each.relation == "sag:closedBy"]
    assert row.reason.en.startswith("the same task also stands under “Ny lystbådehavn” 2031-01-05, and of it holds: ")
