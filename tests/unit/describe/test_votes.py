"""Votes and remarks in the graph: numbers, agents, words, each with its evidence."""

MINUTES = """REFERAT Vejudvalget d. 12-03-2031

Klintevig Kommune

Deltagere: Alma Bruun, Carl Dyhr

Punkt 1: Cykelstier

31/10442

Indstilling

Venstre og Liste L foreslår, at stien anlægges.

Beslutning

Godkendt. For stemte A, B og Ole Bang (12). Imod stemte V (3). SF undlod at stemme.

Protokolbemærkning fra Venstre: Stien er for dyr.

Afbud: Per Lund (V)
"""
DECISION = "meeting/vejudvalget/2031-03-12/item/1/decision/vejudvalget-2031-03-12"


def test_who_voted_how(said):
    found = said(MINUTES)
    assert [found.of(DECISION, f"sag:{each}") for each in ("votesFor", "votesAgainst", "abstentions")] == [
        ["12"],
        ["3"],
        [],
    ]
    assert found.of(DECISION, "sag:votedFor") == [
        "party/radikale-venstre",
        "party/socialdemokratiet",
        "person/ole-bang",
    ]
    assert found.of(DECISION, "sag:votedAgainst") == ["party/venstre"]
    assert found.of(DECISION, "sag:abstained") == ["party/socialistisk-folkeparti"]
    assert found.of("party/venstre", "rdf:type") == ["sag:Party"]
    assert [each.exact for each in found.evidence(DECISION, "sag:votedAgainst")] == ["V"]


def test_what_was_put_on_record(said):
    found = said(MINUTES)
    assert found.of(DECISION, "sag:remark") == ["Protokolbemærkning fra Venstre: Stien er for dyr."]
    assert [each.exact for each in found.evidence(DECISION, "sag:remark")] == found.of(DECISION, "sag:remark")


def test_a_political_group_proposes(said):
    found = said(MINUTES)
    item = DECISION.partition("/decision")[0]
    assert found.of(item, "sag:proposedBy") == ["party/liste-l", "party/venstre"]
    assert found.of(f"{item}/recommendation", "sag:madeBy") == ["party/liste-l", "party/venstre"]


def test_a_named_point_is_related(said):
    later = MINUTES.replace("12-03-2031", "19-03-2031").replace("31/10442", "31/10999")
    later = later.replace("Indstilling", "Vejudvalget den 12. marts 2031 Punkt 1\n\nIndstilling", 1)
    found = said(MINUTES, later)
    assert found.of("meeting/vejudvalget/2031-03-19/item/1", "sag:previousTreatment") == [
        "meeting/vejudvalget/2031-03-12/item/1"
    ]
