"""Several documents of one meeting, several meetings of one day, decisions that are quoted."""

MEETING = "meeting/direktionen/2031-01-05"


def _text(*items, start="kl. 09:00", place="", date="05-01-2031"):
    points = "\n\n".join(f"Punkt {number}: {item}" for number, item in enumerate(items, 1))
    where = f"Mødested {place}\n\n" if place else ""
    return f"REFERAT Direktionen d. {date}\n\nMødedato Tirsdag d. {date} {start}\n\n{where}{points}\n"


MARINA = "Ny lystbådehavn\n\n30/101\n\nBilag\n\nOplæg om havnen\n\n"


def test_two_documents_are_one_meeting(said):
    found = said(minutes=_text(MARINA), agenda=_text(MARINA.replace("Oplæg om", "Oplæg  om")))
    assert found.subjects("sag:Meeting") == [MEETING]
    assert len(found.of(MEETING, "sag:minutes")) == 2
    assert found.subjects("sag:AgendaItem") == [f"{MEETING}/item/1"]
    # what they say alike is one node with the evidence of each
    assert found.subjects("sag:Attachment") == [f"{MEETING}/item/1/attachment/1"]
    assert found.of(f"{MEETING}/item/1/attachment/1", "dcterms:title") == ["Oplæg om havnen"]
    assert len({each.document for each in found.evidence(f"{MEETING}/item/1/attachment/1", "rdf:type")}) == 2


def test_single_values_come_from_the_minutes_and_the_agenda_s_other_title_is_kept(said):
    agenda = _text(MARINA.replace("lystbådehavn", "lystbådehavn?"), place="Vestsalen")
    found = said(agenda=agenda, minutes=_text(MARINA, place="Østsalen"))
    assert found.of(MEETING, "sag:place") == ["Østsalen"]
    assert found.of(f"{MEETING}/item/1", "dcterms:title") == ["Ny lystbådehavn"]
    assert found.of(f"{MEETING}/item/1", "dcterms:alternative") == ["Ny lystbådehavn?"]


def test_what_only_the_agenda_says_is_not_lost(said):
    agenda = _text(MARINA + "Budget for havnen\n\n", "Skolernes ferieplan\n\n30/400\n\n", place="Vestsalen")
    found = said(agenda=agenda, minutes=_text(MARINA, start=""))
    assert found.of(MEETING, "sag:place") == ["Vestsalen"]
    assert found.of(MEETING, "sag:startTime") == ["09:00"]
    assert found.of(f"{MEETING}/item/2", "dcterms:title") == ["Skolernes ferieplan"]
    assert found.of(f"{MEETING}/item/1/attachment/2", "dcterms:title") == ["Budget for havnen"]


def test_items_that_moved_are_found_by_title_and_others_get_a_place_of_their_own(said):
    agenda = _text("Skolernes ferieplan\n\n30/400\n\n", MARINA)
    found = said(agenda=agenda, minutes=_text(MARINA))
    assert found.of(f"{MEETING}/item/1", "dcterms:title") == ["Ny lystbådehavn"]
    assert found.of(f"{MEETING}/item/1", "sag:number") == ["1"]
    assert found.of(f"{MEETING}/item/1-2", "dcterms:title") == ["Skolernes ferieplan"]
    assert len(found.subjects("sag:AgendaItem")) == 2


def test_items_of_one_title_are_matched_once_each(said):
    twice = _text("Orientering\n\nHavnen.\n\n", "Orientering\n\nSkolen.\n\n", "Orientering\n\nVejene.\n\n")
    found = said(minutes=_text("Orientering\n\nHavnen.\n\n", "Orientering\n\nSkolen.\n\n"), agenda=twice)
    assert found.subjects("sag:AgendaItem") == [f"{MEETING}/item/{number}" for number in (1, 2, 3)]


def test_a_closed_item_is_not_opened_by_an_agenda(said):
    found = said(minutes=_text("Lukket"), agenda=_text("Lukkede grunde\n\n30/9\n\nBeslutning\n\nGodkendt.\n\n"))
    assert found.of(f"{MEETING}/item/1", "sag:closed") == ["true"]
    assert found.of(f"{MEETING}/item/1", "sag:decision") == []


def test_the_second_meeting_of_a_day_is_the_later_one(said):
    found = said(_text("Skolernes ferieplan\n\n30/400\n\n", start="kl. 14:00"), _text(MARINA))
    assert found.of(f"{MEETING}/item/1", "dcterms:title") == ["Ny lystbådehavn"]
    assert found.of(f"{MEETING}-2", "sag:startTime") == ["14:00"]
    assert found.of(f"{MEETING}-2/item/1", "dcterms:title") == ["Skolernes ferieplan"]


DECIDED = "Ny lystbådehavn\n\n30/101\n\nBeslutning Direktionen den 05-01-2031\n\nUdsættes.\n\n"
QUOTING = DECIDED + "Beslutning Direktionen den 09-02-2031\n\nGodkendt.\n\n"
NODE = f"{MEETING}/item/1/decision/direktionen-2031-01-05"
LATER = "meeting/direktionen/2031-02-09/item/1"


def test_a_quoted_decision_is_one_node_with_the_evidence_of_each_place(said):
    found = said(_text(DECIDED), _text(QUOTING, date="09-02-2031"))
    assert found.subjects("sag:Decision") == [NODE, f"{LATER}/decision/direktionen-2031-02-09"]
    assert found.of(LATER, "sag:decision") == [NODE, f"{LATER}/decision/direktionen-2031-02-09"]
    assert found.of(NODE, "sag:quotedIn") == [LATER]
    assert found.of(NODE, "sag:text") == ["Udsættes."]
    assert len({each.document for each in found.evidence(NODE, "rdf:type")}) == 2
    assert found.of(NODE, "sag:deferredTo") == [LATER]


def test_a_decision_that_only_quotations_know_is_the_first_one_s(said):
    found = said(_text(QUOTING, date="09-02-2031"), _text(DECIDED, date="01-03-2031"))
    own = f"{LATER}/decision/direktionen-2031-01-05"
    assert found.of("meeting/direktionen/2031-03-01/item/1", "sag:decision") == [own]
    assert found.of(own, "sag:quotedIn") == [LATER, "meeting/direktionen/2031-03-01/item/1"]


def test_two_points_of_one_case_each_quote_the_decision_of_their_own(said):
    told = "Beslutning Direktionen den 05-01-2031\n\n{}\n\nBeslutning Direktionen den 09-02-2031\n\nGodkendt.\n\n"
    first, second = (f"{title}\n\n30/101\n\n" + told for title in ("Ny lystbådehavn", "Havnens takster"))
    found = said(_text(first.format("Udsættes."), second.format("Drøftet."), date="09-02-2031"))
    nodes = found.of("meeting/direktionen/2031-02-09/item/2", "sag:decision")
    assert [found.of(node, "sag:text") for node in nodes] == [["Drøftet."], ["Godkendt."]]


def test_two_items_of_one_number_keep_their_decisions_apart(said):
    two = _text(DECIDED, DECIDED.replace("Ny lystbådehavn", "Skolernes ferieplan").replace("Udsættes", "Godkendt"))
    found = said(two, _text(QUOTING, date="09-02-2031"))
    assert found.of(NODE, "sag:text") == ["Udsættes."]
    assert found.of(NODE.replace("item/1", "item/2"), "sag:text") == ["Godkendt."]
    assert f"{LATER}/decision/direktionen-2031-01-05" in found.of(LATER, "sag:decision")


WHOLE = """Ny lystbådehavn

30/101

Sagsfremstilling

Broen koster 4,5 mio. kr.

Indstilling

Havnecentret indstiller,

1. at broen bygges
2. at havnen udvides

Beslutning

Godkendt. Havnecentret udarbejder et notat om broen til næste møde.

"""
ITEM = f"{MEETING}/item/1"


def test_what_both_documents_say_is_said_once(said):
    alone, both = said(minutes=_text(WHOLE)), said(minutes=_text(WHOLE), agenda=_text(WHOLE + "\n"))
    for kind in ("Recommendation", "Part", "Decision", "Task", "Amount"):
        nodes = alone.subjects(f"sag:{kind}")
        assert nodes, kind
        assert both.subjects(f"sag:{kind}") == nodes
        if kind != "Part":
            assert all(len({each.document for each in both.evidence(node, "rdf:type")}) == 2 for node in nodes)
    for node, predicate in ((f"{ITEM}/recommendation", "sag:text"), (f"{ITEM}/amount/1", "schema:value")):
        assert len(both.of(node, predicate)) == 1


def test_a_recommendation_that_only_the_agenda_has(said):
    found = said(
        minutes=_text(WHOLE.replace("Indstilling", "Bemærkning").replace("indstiller", "mener")), agenda=_text(WHOLE)
    )
    assert found.of(ITEM, "sag:recommendation") == [f"{ITEM}/recommendation"]
    assert found.of(f"{ITEM}/recommendation/part/2", "sag:position") == ["2"]
    assert found.of(f"{ITEM}/decision/direktionen-2031-01-05", "dcterms:date") == ["2031-01-05"]


def test_further_tasks_and_sums_of_the_agenda_are_numbered_on(said):
    agenda = WHOLE.replace("4,5 mio. kr.", "4,5 mio. kr. Havnen koster 7,2 mio. kr.")
    found = said(minutes=_text(WHOLE), agenda=_text(agenda))
    assert found.of(f"{ITEM}/amount/1", "schema:value") == ["4500000"]
    assert found.of(f"{ITEM}/amount/2", "schema:value") == ["7200000"]


FERRY = "Færgens sejlplan\n\n30/500\n\n"
PLAN = "Skolernes ferieplan\n\n30/400\n\n"


def test_three_documents_with_items_of_their_own(said):
    """The agenda and a second agenda each add an item at the place of the minutes' second one."""
    found = said(minutes=_text(MARINA), agenda=_text(MARINA, PLAN), agenda_=_text(MARINA, FERRY))
    items = found.subjects("sag:AgendaItem")
    assert items == [ITEM, f"{MEETING}/item/2", f"{MEETING}/item/2-2"]
    assert found.of(MEETING, "sag:item") == items
    titles = [found.of(item, "dcterms:title") for item in items]
    assert titles[0] == ["Ny lystbådehavn"]
    assert sorted(titles[1:]) == [["Færgens sejlplan"], ["Skolernes ferieplan"]]


def test_an_item_that_the_second_document_added_is_known_to_the_third(said):
    found = said(minutes=_text(MARINA), agenda=_text(MARINA, PLAN), agenda_=_text(FERRY, PLAN))
    assert [found.of(item, "dcterms:title") for item in found.subjects("sag:AgendaItem")] == [
        ["Ny lystbådehavn"],
        ["Færgens sejlplan"],
        ["Skolernes ferieplan"],
    ]


BUDGET = "Budget for havnen\n\n"
ANCHOR = "Tegning af bolværket\n\n"


def test_attachments_of_the_third_document_are_matched_against_the_second(said):
    found = said(minutes=_text(MARINA), agenda=_text(MARINA + BUDGET), agenda_=_text(MARINA + ANCHOR + BUDGET))
    attachments = found.subjects("sag:Attachment")
    assert attachments == [f"{ITEM}/attachment/{number}" for number in (1, 2, 3)]
    titles = [found.of(each, "dcterms:title") for each in attachments]
    assert titles[0] == ["Oplæg om havnen"]
    assert sorted(titles[1:]) == [["Budget for havnen"], ["Tegning af bolværket"]]


def test_tasks_and_sums_of_the_third_document_are_matched_against_the_second(said):
    second = WHOLE.replace("4,5 mio. kr.", "4,5 mio. kr. Havnen koster 7,2 mio. kr.").replace(
        "til næste møde.", "til næste møde. Skolecentret maler bolværket inden 3. juni 2031."
    )
    two = said(minutes=_text(WHOLE), agenda=_text(second))
    three = said(minutes=_text(WHOLE), agenda=_text(second), agenda_=_text(second + "\n"))
    for kind in ("Task", "Amount", "Decision", "Recommendation", "Part", "AgendaItem"):
        assert three.subjects(f"sag:{kind}") == two.subjects(f"sag:{kind}"), kind
    assert len(three.subjects("sag:Task")) == 2
    assert [three.of(f"{ITEM}/amount/{number}", "schema:value") for number in (1, 2)] == [["4500000"], ["7200000"]]
    assert len({each.document for each in three.evidence(f"{ITEM}/amount/2", "rdf:type")}) == 2


def test_items_of_three_documents_have_one_title_and_no_number_twice(said):
    agendas = (_text(MARINA, PLAN), _text(MARINA, FERRY))
    for first, second in (agendas, agendas[::-1]):
        found = said(minutes=_text(MARINA), agenda=first, agenda_=second)
        items = found.subjects("sag:AgendaItem")
        assert [len(found.of(item, "dcterms:title")) for item in items] == [1, 1, 1]
        assert found.of(f"{MEETING}/item/2-2", "sag:number") == ["2"]
