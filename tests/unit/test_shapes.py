"""The rules for data: a whole graph keeps them, and each way of breaking one is told in words."""

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kg.ontology_files import SHAPES, THEMES, VOCABULARY, ontology_file

SAG = "https://w3id.org/sagsgraf/ontology#"
SH = "http://www.w3.org/ns/shacl#"

# A small, whole graph: one held meeting with an open, a later and a closed item, and a meeting only referred to.
GOOD = """
@base <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sag: <https://w3id.org/sagsgraf/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<kommune> a sag:Municipality ; skos:prefLabel "Lyngby Sogn" .
<board> a sag:Body ; skos:prefLabel "Direktionen" ; skos:altLabel "Direktion" ; org:subOrganizationOf <kommune> .
<unit> a sag:Centre ; skos:prefLabel "Centeret" ; sag:drives <economy> .
<person> a foaf:Person , sag:Director ; foaf:name "Ane Holm" ; skos:altLabel "Ane" ; org:memberOf <board> .
<party> a sag:Party ; skos:prefLabel "Liste Z" .
<economy> a skos:Concept ; skos:notation "economy" ; skos:inScheme <scheme> ;
    skos:prefLabel "økonomi"@da , "economy"@en .

<meeting> a sag:Meeting ; sag:body <board> ; dcterms:date "2024-03-05"^^xsd:date ; sag:startTime "09:00" ;
    sag:place "Salen" ; sag:attendee <person> ; sag:secretary <person> ; sag:minutes <doc> ;
    sag:item <item1> , <item2> , <item3> .
<referred> a sag:Meeting ; sag:body <board> ; dcterms:date "2024-02"^^xsd:gYearMonth .
<doc> a sag:Document ; sag:fileName "a.txt" ; sag:path "m/a.txt" ; dcterms:format "text/plain" ;
    dcterms:type "minutes" ;
    sag:sha256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" .

<doc> sag:problem <problem> .
<problem> a sag:Problem ; sag:rule "item-gap" ; rdfs:label "Punkt 2 mangler."@da , "Point 2 is missing."@en ;
    sag:evidence <span> .

<item1> a sag:AgendaItem ; sag:meeting <meeting> ; sag:number 1 ; sag:label "1" ; dcterms:title "Budget" ;
    sag:closed false ; sag:page 3 ; sag:case <case> ; sag:theme <economy> ; sag:mentions <unit> ;
    sag:refersTo <referred> ;
    sag:recommendation <recommendation> ; sag:decision <decision> ; sag:task <task> ; sag:amount <amount> ;
    sag:attachment <attachment> ; sag:relatedTo <item2> .
<item2> a sag:AgendaItem ; sag:meeting <meeting> ; sag:number 2 ; dcterms:title "Budget igen" ; sag:closed false ;
    sag:relatedTo <item1> ; sag:previousTreatment <item1> .
<item3> a sag:AgendaItem ; sag:meeting <meeting> ; sag:number 3 ; dcterms:title "Lukket" ; sag:closed true ;
    sag:case <case> .
<case> a sag:Case ; sag:caseNumber "24/1" ; sag:municipality <kommune> ; sag:container false .

<recommendation> a sag:Recommendation ; sag:madeBy <unit> ; sag:text "At sagen godkendes" ; sag:evidence <span> .
<decision> a sag:Decision ; dcterms:date "2024-03-05"^^xsd:date ; sag:text "Godkendt" ; sag:madeBy <board> ;
    sag:outcome sag:outcome-approved ; sag:part <part> ; sag:referredTo <board> ; sag:votesFor 3 ;
    sag:votedFor <party> ;
    sag:evidence <span> .
<part> a sag:Part ; sag:position 1 ; sag:text "Første del" ; sag:outcome sag:outcome-approved .
<task> a sag:Task ; dcterms:title "Skriv notat" ; sag:responsible <unit> ; sag:due "2024-05"^^xsd:gYearMonth ;
    sag:status "done" ; sag:closedBy <item2> ; sag:evidence <span> .
<before> a sag:Task ; dcterms:title "Notat om budget" ; sag:status "open" ; sag:restatedBy <task> ;
    sag:evidence <span> .
<amount> a sag:Amount ; schema:value 3300000.0 ; schema:currency "DKK" ;
    sag:asWritten "3,3 mio. kr." ; sag:evidence <span> .
<attachment> a sag:Attachment ; dcterms:title "Notat" .
<mention> a sag:Mention ; sag:item <item1> ; sag:agent <unit> ; sag:relation sag:mentions ; sag:evidence <span> .
<statement> a sag:Statement ; rdf:subject <item1> ; rdf:predicate sag:theme ; rdf:object <economy> ;
    sag:reason "titlen nævner budgettet" ; sag:confidence 0.9 .
<span> a sag:Evidence ; oa:start "5"^^xsd:nonNegativeInteger ; oa:end "13"^^xsd:nonNegativeInteger ;
    oa:exact "Godkendt" ;
    sag:in <doc> ; sag:rule "decision.caption" ; sag:confidence 1.0 .
"""

# what is taken out of GOOD, what is put in its place, and what the person who validates it reads
BAD = [
    ("<referred> a sag:Meeting ; sag:body <board>", "<referred> a sag:Meeting", "A meeting has exactly one body."),
    ('"2024-02"^^xsd:gYearMonth', '"2024-02"^^xsd:gYearMonth , "2023"^^xsd:gYear', "A meeting has exactly one date"),
    ('"2024-02"^^xsd:gYearMonth', '"februar"', "A meeting has exactly one date"),
    (
        '"2024-03-05"^^xsd:date ; sag:startTime',
        '"2024"^^xsd:gYear ; sag:startTime',
        "A meeting with minutes has a date to",
    ),
    ('"09:00"', '"kl. 9"', "A meeting has at most one start"),
    ('"09:00"', '"09:00" , "10:00"', "A meeting has at most one start"),
    ('"Salen"', '"Salen" , "Haven"', "A meeting has at most one place."),
    ("sag:attendee <person>", "sag:attendee <unit>", "An attendee is a person."),
    ("<item2> , <item3>", "<item2>", "sag:item and sag:meeting must agree."),
    ("2 ; dcterms:title", '"2" ; dcterms:title', "An item has exactly one number"),
    ("2 ; dcterms:title", "2 , 4 ; dcterms:title", "An item has exactly one number"),
    ('"Budget igen"', '"Budget igen" , "Budget"', "An item has exactly one title."),
    ('"Budget igen" ; sag:closed false', '"Budget igen"', "An item says exactly once whether it is closed."),
    ("sag:page 3", "sag:page 3 , 4", "An item has at most one page"),
    ("sag:previousTreatment <item1>", "sag:previousTreatment <item2>", "cannot be its own previous treatment"),
    (
        "sag:previousTreatment <item1>",
        "sag:previousTreatment <item1> , <item3>",
        "at most one nearest previous treatment",
    ),
    ("sag:relatedTo <item1> ; ", "", "sag:relatedTo is written both ways."),
    ("sag:theme <economy> ;", "sag:theme <unit> ;", "The theme of an item is a concept"),
    ("sag:refersTo <referred>", "sag:refersTo <board>", "An item refers to a meeting."),
    ("sag:decision <decision>", "sag:decision <decision> , <part>", "A part is never itself the decision"),
    ('sag:caseNumber "24/1" ; ', "", "A case has a case number."),
    ("sag:container false", 'sag:container "no"', "whether it is a container"),
    ('"At sagen godkendes" ; sag:evidence <span>', '"At sagen godkendes"', "A recommendation must have evidence."),
    ('"2024-03-05"^^xsd:date ; sag:text', '"2024-03-05"^^xsd:date , "2024"^^xsd:gYear ; sag:text', "exactly one date"),
    ('sag:text "Godkendt" ; ', "", "A decision has exactly one text."),
    ("sag:madeBy <board>", "sag:votedAgainst <board>", "A decision has at least one maker."),
    (
        "sag:outcome sag:outcome-approved ; sag:part",
        "sag:outcome <economy> ; sag:part",
        "one of the vocabulary's outcomes",
    ),
    ("sag:votesFor 3", "sag:votesFor -3", "Votes for are one count."),
    ("sag:votedFor <party>", "sag:votedFor <party> ; sag:votedAgainst <party>", "Nobody votes both for and against."),
    ("sag:part <part> ; ", "", "A part belongs to exactly one"),
    ("sag:position 1 ; ", "", "A part has exactly one position"),
    ('"Skriv notat" ;', '"Skriv notat" , "Notat" ;', "A task has exactly one title."),
    ('sag:due "2024-05"^^xsd:gYearMonth', 'sag:due "maj"', "A task has at most one due date"),
    ('sag:status "open"', 'sag:status "halvt"', 'A task is "open" or "done".'),
    ('sag:status "open" ;', "", 'A task is "open" or "done".'),
    ('sag:status "done"', 'sag:status "open"', 'A task that an item closed is "done".'),
    ("sag:closedBy <item2>", "sag:closedBy <item2> , <item1>", "A task is closed by at most one item."),
    ("sag:restatedBy <task>", "sag:restatedBy <item1>", "at most one nearest later task."),
    ("sag:restatedBy <task>", "sag:restatedBy <task> , <before>", "at most one nearest later task."),
    ("sag:problem <problem>", "sag:problem <problem> , <span>", "What is odd about a document is a problem."),
    ("<doc> sag:problem <problem> .", "", "A problem belongs to exactly one document."),
    ('sag:rule "item-gap" ; ', "", "A problem says exactly once what it is about."),
    (', "Point 2 is missing."@en', "", "A problem is a sentence in Danish and in English."),
    (
        '"Point 2 is missing."@en ;\n    sag:evidence <span>',
        '"Point 2 is missing."@en ; sag:evidence <doc>',
        "the line",
    ),
    ("sag:responsible <unit>", "sag:responsible <unit> ; sag:mentions <unit>", "only items do"),
    ("schema:value 3300000.0", 'schema:value "3,3 mio."', "An amount has exactly one value"),
    ('"DKK"', '"kr."', "An amount has exactly one currency"),
    (
        'sag:asWritten "3,3 mio. kr." ; sag:evidence <span>',
        'sag:asWritten "3,3 mio. kr."',
        "An amount must have evidence.",
    ),
    ("sag:agent <unit> ; ", "", "A mention names exactly one agent."),
    ("sag:agent <unit> ; ", "sag:agent <nobody> ; ", "The agent that a mention names has a type."),
    ("sag:relation sag:mentions ; sag:evidence <span>", "sag:relation sag:mentions", "A mention must have evidence."),
    ("sag:Mention ; sag:item <item1>", "sag:Mention ; sag:item <item3>", "A closed item mentions nobody."),
    ('sag:reason "titlen nævner budgettet" ;', "", "A statement has evidence or a reason."),
    ("sag:confidence 0.9", "sag:confidence 1.9", "Confidence is a number from 0 to 1."),
    ('oa:start "5"', 'oa:start "13"', "Evidence has exactly one start, before its end."),
    ('oa:end "13"^^xsd:nonNegativeInteger', "oa:end 13", "Evidence has exactly one end."),
    ('oa:exact "Godkendt" ;', "", "Evidence has exactly one exact text."),
    ("sag:in <doc> ; ", "", "Evidence stands in exactly one document."),
    ('sag:rule "decision.caption" ; ', "", "Evidence names the rule that found it."),
    ('"Direktion" ;', '"Direktionen" ;', "exactly one preferred name"),
    ('skos:prefLabel "Centeret" ;', "", "exactly one preferred name"),
    ('foaf:name "Ane Holm" ;', "", "A person has a name."),
    ('sag:fileName "a.txt" ;', "", "A document has a file name."),
    ('sag:sha256 "aaaa', 'sag:sha256 "AAAA', "A document has exactly one fingerprint"),
    ('"minutes" ;', '"other" ;', 'A document is "minutes" or "agenda".'),
    ('skos:notation "economy" ;', "", "A concept has exactly one notation."),
]

# what is added to GOOD, and what the person who validates it reads
ADDED = [
    ("<meeting> sag:secretary <unit> .", "A secretary is a person."),
    ("<meeting> sag:guest <unit> .", "A guest is a person."),
    ("<meeting> sag:absentee <unit> .", "An absentee is a person."),
    ("<meeting> sag:substitute <unit> .", "A substitute is a person."),
    ("<meeting> sag:minutes <unit> .", "The minutes of a meeting are a document."),
    ("<meeting> sag:item <unit> .", "An item of a meeting is an agenda item."),
    ("<doc> sag:path 1 .", "The path of a document is a string."),
    ('<doc> dcterms:format "text/html" .', "A document has at most one format."),
    ("<item1> sag:meeting <referred> .", "An item belongs to exactly one meeting."),
    ('<item1> sag:label "2" .', "An item has at most one label."),
    ("<item1> dcterms:alternative <unit> .", "Another spelling is a literal."),
    ("<item1> sag:subItemOf <unit> .", "An item is a sub-item of at most one item."),
    ("<item2> sag:subItemOf <item3> .", "A sub-item of a closed item is closed."),
    ("<item1> sag:case <unit> .", "The case of an item is a case."),
    ("<item1> sag:attachment <unit> .", "The attachment of an item is an attachment."),
    ("<item2> sag:recommendation <unit> .", "An item has at most one recommendation."),
    ("<item1> sag:decision <unit> .", "The decision of an item is a decision."),
    ("<item1> sag:task <unit> .", "The task of an item is a task."),
    ("<item1> sag:amount <unit> .", "The amount of an item is an amount."),
    ('<item1> sag:mentions "Centeret" .', "An item mentions agents."),
    ("<item1> sag:relatedTo <unit> . <unit> sag:relatedTo <item1> .", "An item is related to an item."),
    ("<case> sag:municipality <unit> .", "A case belongs to exactly one municipality."),
    ('<recommendation> sag:madeBy "Centeret" .', "A recommendation is made by an agent."),
    ('<recommendation> sag:text "Andet" .', "A recommendation has exactly one text."),
    ("<recommendation> sag:part <unit> .", "The part of a recommendation is a part."),
    ("<stray> a sag:Decision .", "A decision stands in at least one item."),
    ("<stray> a sag:Decision .", "A decision must have evidence."),
    ("<decision> sag:part <unit> .", "The part of a decision is a part."),
    ('<decision> sag:referredTo "Byrådet" .', "A matter is referred to an agent."),
    ("<decision> sag:remark <unit> .", "A remark is a text."),
    ("<decision> sag:quotedIn <unit> .", "A decision is quoted in an item."),
    ("<decision> sag:deferredTo <unit> .", "A decision is deferred to an item."),
    ('<decision> sag:votesAgainst "to" .', "Votes against are one count."),
    ("<decision> sag:abstentions 1 , 2 .", "Abstentions are one count."),
    ("<decision> sag:votedAgainst <person> ; sag:abstained <person> .", "Nobody votes against and abstains."),
    ('<decision> sag:abstained "Liste Z" .', "Who abstains is an agent."),
    ('<part> sag:text "Andet" .', "A part has exactly one text."),
    ('<part> sag:heading "Et" , "To" .', "A part has at most one heading."),
    ("<part> sag:outcome <unit> .", "The outcome of a part is one of"),
    ('<part> sag:referredTo "Byrådet" .', "A part is referred to an agent."),
    ('<task> sag:responsible "Centeret" .', "Who is responsible is an agent."),
    ('<task> sag:recurrence "Årligt" , "Kvartalsvis" .', "A task has at most one recurrence."),
    ("<task> sag:closedBy <unit> .", "A task is closed by at most one item."),
    ("<stray> a sag:Task .", "A task must have evidence."),
    ('<attachment> dcterms:title "Andet" .', "An attachment has exactly one title."),
    ("<stray> a sag:Amount .", "An amount says how it is written."),
    ("<amount> rdfs:label <unit> .", "What an amount is for is a text."),
    ("<mention> sag:item <item2> .", "A mention stands in exactly one item."),
    ("<stray> a sag:Mention .", "A mention says which property it supports."),
    ("<statement> rdf:subject <item2> .", "A statement has exactly one subject."),
    ("<statement> rdf:predicate sag:case .", "A statement has exactly one predicate."),
    ("<statement> rdf:object <case> .", "A statement has exactly one object."),
    ("<statement> sag:evidence <unit> .", "The evidence of a statement is evidence."),
    ("<span> sag:confidence 2.0 .", "Confidence is a number from 0 to 1."),
    ("<unit> skos:altLabel <board> .", "Another name is a text."),
    ('<unit> org:subOrganizationOf "Kommunen" .', "A unit belongs to a unit or municipality."),
    ("<unit> sag:drives <board> .", "A unit drives themes."),
    ('<kommune> skos:prefLabel "Andet Sogn" .', "A municipality has at most one preferred name."),
    ('<person> foaf:name "Ane H." .', "A person has at most one preferred name"),
    ('<person> org:memberOf "Direktionen" .', "A person is a member of a body or unit."),
    ('<person> org:headOf "Centeret" .', "A person heads a body or unit."),
    ("<person> sag:drives <board> .", "A person drives themes."),
    ("<change> a org:ChangeEvent ; org:resultingOrganization <unit> .", "A change has a unit that was before."),
    ("<change> a org:ChangeEvent ; org:originalOrganization <unit> .", "A change has a unit that came of it."),
    ('<change> a org:ChangeEvent ; dcterms:date "i fjor" .', "A change has at most one date."),
    ('<economy> skos:prefLabel "penge"@da .', "A concept has one name in each language."),
    ('<loose> a skos:Concept ; skos:notation "x" .', "A concept belongs to a scheme."),
]

# every fact that a closed item must not tell
SECTION_FACTS = """decision recommendation attachment task amount theme refersTo mentions drivenBy proposedBy preparedBy
responsible""".split()


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_file(SHAPES))


def complaints(turtle: str, shapes: rdflib.Graph) -> str:
    """What SHACL says of a graph; empty where nothing is wrong."""
    conforms, _, text = pyshacl.validate(rdflib.Graph().parse(data=turtle, format="turtle"), shacl_graph=shapes)
    return "" if conforms else str(text)


def values() -> dict[str, str]:
    """Of each property of the first item, an object that keeps the other rules."""
    agents = dict.fromkeys(("mentions", "drivenBy", "proposedBy", "preparedBy", "responsible"), "<unit>")
    nodes = {name: f"<{name}>" for name in ("decision", "recommendation", "attachment", "task", "amount")}
    return {**agents, **nodes, "theme": "<economy>", "refersTo": "<referred>"}


def stated(name: str, predicate: str, value: str | None = None) -> list[ox.Quad]:
    """The statements of a file with a predicate and, where one is given, an IRI as object."""
    wanted = value and ox.NamedNode(value)
    quads = ox.parse(path=str(ontology_file(name)))
    return [quad for quad in quads if quad.predicate.value == predicate and (not wanted or quad.object == wanted)]


def test_the_rules_are_themselves_valid(shapes: rdflib.Graph) -> None:
    assert pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)[0]


def test_every_rule_says_what_is_wrong_in_both_languages() -> None:
    rules = {quad.subject for quad in stated(SHAPES, SH + "targetClass")}
    for language in ("da", "en"):
        messages = stated(SHAPES, SH + "message")
        assert rules == {
            m.subject for m in messages if isinstance(m.object, ox.Literal) and m.object.language == language
        }


def test_every_class_of_the_vocabulary_has_rules() -> None:
    ruled = {quad.object for quad in stated(SHAPES, SH + "targetClass")}
    classes = {quad.subject for quad in stated(VOCABULARY, str(rdflib.RDF.type), str(rdflib.OWL.Class))}
    assert classes - ruled == {ox.NamedNode(SAG + "Director")}


def test_a_whole_graph_keeps_the_rules(shapes: rdflib.Graph) -> None:
    assert complaints(GOOD, shapes) == ""


def test_the_vocabulary_and_the_themes_keep_the_rules(shapes: rdflib.Graph) -> None:
    both = "".join(ontology_file(name).read_text("utf-8") for name in (VOCABULARY, THEMES))
    assert complaints(both, shapes) == ""


@pytest.mark.parametrize(("taken", "put", "complaint"), BAD)
def test_a_broken_graph_is_told_what_is_wrong(taken: str, put: str, complaint: str, shapes: rdflib.Graph) -> None:
    assert GOOD.count(taken) == 1
    assert complaint in complaints(GOOD.replace(taken, put), shapes)


@pytest.mark.parametrize(("added", "complaint"), ADDED)
def test_a_graph_with_too_much_is_told_what_is_wrong(added: str, complaint: str, shapes: rdflib.Graph) -> None:
    assert complaint in complaints(GOOD + added, shapes)


@pytest.mark.parametrize("fact", SECTION_FACTS)
def test_a_closed_item_tells_nothing_of_its_sections(fact: str, shapes: rdflib.Graph) -> None:
    told = f"<item3> sag:{fact} {values()[fact]} ."
    assert "A closed item may tell nothing" in complaints(GOOD + told, shapes)


def test_no_decision_is_quoted_in_a_closed_item(shapes: rdflib.Graph) -> None:
    assert "A closed item may tell nothing" in complaints(GOOD + "<decision> sag:quotedIn <item3> .", shapes)


@pytest.mark.parametrize("fact", SECTION_FACTS)
def test_an_open_item_may_tell_it(fact: str, shapes: rdflib.Graph) -> None:
    assert complaints(GOOD + f"<item2> sag:{fact} {values()[fact]} .", shapes) == ""
