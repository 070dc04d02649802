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


def test_who_put_it_on_record(said):
    found = said(MINUTES.replace("Protokolbemærkning fra Venstre", "Protokolbemærkning fra Venstre og Ole Bang"))
    (node,) = found.of(DECISION, "sag:putOnRecord")
    assert node == f"{DECISION}/remark/1"
    assert found.of(node, "rdf:type") == ["sag:Remark"]
    assert found.of(node, "sag:text") == found.of(DECISION, "sag:remark")
    assert found.of(node, "sag:madeBy") == ["party/venstre", "person/ole-bang"]
    assert [each.exact for each in found.evidence(node, "sag:madeBy")] == ["Venstre", "Ole Bang"]


def test_the_bodies_that_a_recommendation_passes(said):
    chain = "Vejafdelingen indstiller til Økonomiudvalget at anbefale over for Byrådet, at stien anlægges."
    found = said(MINUTES.replace("Venstre og Liste L foreslår, at stien anlægges.", chain))
    node = DECISION.partition("/decision")[0] + "/recommendation"
    assert found.of(node, "sag:step") == [f"{node}/step/1", f"{node}/step/2"]
    assert [found.of(f"{node}/step/{place}", "sag:putTo") for place in (1, 2)] == [
        ["body/oekonomiudvalget"],
        ["body/byraadet"],
    ]
    assert [each.exact for each in found.evidence(node, "sag:putTo")] == ["Økonomiudvalget", "Byrådet"]


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
