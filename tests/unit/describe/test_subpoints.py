"""Sub-points in the graph: below their point, with numbers of their own, and closed where it is."""

DECIDED = "Indstilling\n\nDet indstilles, at sagen godkendes.\n\nBeslutning\n\n{}\n\n"
HEAD = "REFERAT Vejudvalget d. 12-03-2031\n\nKlintevig Kommune\n\n"
MINUTES = (
    f"{HEAD}Punkt 1: Anlæg\n\n1.1 Cykelsti\n\n{DECIDED.format('Godkendt.')}1.2 Ny bro\n\n{DECIDED.format('Udsat.')}"
    f"Punkt 2: Eventuelt\n\n{DECIDED.format('Drøftet.')}"
)
AGENDA = "Dagsorden Vejudvalget d. 12-03-2031\n\nKlintevig Kommune\n\nPunkt 1: Anlæg\n\nSagsfremstilling\n\nStier.\n\n"
MEETING = "meeting/vejudvalget/2031-03-12"


def test_a_sub_point_is_an_item_below_its_point(said):
    found = said(MINUTES)
    assert found.of(MEETING, "sag:item") == [f"{MEETING}/item/{number}" for number in (1, 2, 3, 4)]
    path = f"{MEETING}/item/3"
    assert [found.of(path, each) for each in ("dcterms:title", "sag:label", "sag:number", "sag:subItemOf")] == [
        ["Cykelsti"], ["1.1"], ["3"], [f"{MEETING}/item/1"],
    ]  # fmt: skip
    assert [each.exact for each in found.evidence(path, "sag:subItemOf")] == ["Cykelsti"]
    assert found.of(f"{MEETING}/item/4/decision/vejudvalget-2031-03-12", "sag:outcome") == ["sag:outcome-postponed"]
    assert found.of(f"{MEETING}/item/1", "sag:decision") == []
    assert found.of(f"{MEETING}/item/2", "sag:subItemOf") == []


def test_what_a_further_document_adds_is_below_the_same_point(said):
    found = said(
        agenda=f"{AGENDA}Punkt 2: Eventuelt\n\nSagsfremstilling\n\nIntet.\n", minutes=MINUTES,
    )  # fmt: skip
    assert found.of(f"{MEETING}/item/3", "sag:subItemOf") == [f"{MEETING}/item/1"]
    assert len(found.subjects("sag:AgendaItem")) == 4


def test_a_point_that_another_document_closes_closes_its_sub_points(said):
    agenda = f"{AGENDA.replace('Anlæg', 'Anlæg (lukket)')}Punkt 2: Eventuelt\n\nSagsfremstilling\n\nIntet.\n"
    found = said(agenda=agenda, minutes=MINUTES)
    assert [found.of(f"{MEETING}/item/{number}", "sag:closed") for number in (1, 2, 3, 4)] == [
        ["true"], ["false"], ["true"], ["true"],
    ]  # fmt: skip
    assert found.of(f"{MEETING}/item/3", "sag:decision") == []
