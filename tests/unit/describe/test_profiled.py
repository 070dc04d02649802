"""What a profile and the list of authorities add to the graph, from files to facts."""

import pytest

from kg.corpus import Corpus
from kg.model.source import Source
from kg.profiles.load import read_profile
from kg.profiles.profile import NONE, Profile
from kg.settings import Settings
from kg.understand import understand

TOML = """
[authority]
name = "Klintevig Kommune"
aliases = ["KLV"]

[[units]]
name = "Vejafdelingen"
aliases = ["VEJ"]
to = "2014"
renamed = "Center for Vej"

[[units]]
name = "Center for Vej"
aliases = ["VEJ"]
from = "2015"

[[units]]
name = "Parkafdelingen"
to = "2014"
merged_into = "Center for Vej"

[[people]]
name = "Ada Holm"
posts = [{ title = "Borgmesteren", to = "2017" }]
party = "Q"

[[people]]
name = "Bo Lind"
posts = [{ title = "Borgmesteren", from = "2018" }]

[[parties]]
letter = "Q"
name = "Klintevig Listen"
"""
PROFILE = read_profile(TOML.encode(), "k.toml")


def facts(*days, profile=PROFILE, authority="Klintevig Kommune"):
    records = []
    for day in days:
        year, month, date = day.split("-")
        text = (
            f"REFERAT Direktionen d. {date}-{month}-{year}\n\nPunkt 1: Nyt\n\nSagsfremstilling\n\n"
            "VEJ har udarbejdet et notat. Borgmesteren orienterede. KLV har udarbejdet et budget.\n"
        )
        source = Source(f"{day}.txt", day.replace("-", "") * 8, "text", text)
        records.append(understand(source, authority, profile))
    corpus = Corpus([lambda each=each: each for each in records], Settings(forced=profile), {})
    return [fact for described in corpus.described() for fact in described.facts]


def said(found, predicate):
    return {
        (fact.subject.partition("/id/")[2], getattr(fact.object, "value", fact.object).partition("/id/")[2] or
         getattr(fact.object, "value", fact.object))
        for fact in found
        if fact.predicate == predicate
    }  # fmt: skip


@pytest.mark.parametrize(
    ("day", "unit", "mayor"),
    [("2014-12-31", "vejafdelingen", "ada-holm"), ("2018-01-01", "center-for-vej", "bo-lind")],
)
def test_a_text_is_read_with_the_names_of_its_day(day, unit, mayor):
    mentioned = {agent.rpartition("/")[2] for _, agent in said(facts(day), "sag:agent")}
    assert {unit, mayor} <= mentioned
    assert not mentioned & ({"vejafdelingen", "center-for-vej", "ada-holm", "bo-lind"} - {unit, mayor})


def test_names_with_a_time_are_other_names_of_those_who_bore_them():
    names = said(facts("2014-12-31", "2018-01-01"), "skos:altLabel")
    assert {
        ("klintevig/unit/vejafdelingen", "VEJ"),
        ("klintevig/unit/center-for-vej", "VEJ"),
        ("klintevig/person/ada-holm", "Borgmesteren"),
        ("klintevig", "KLV"),
    } <= names


def test_units_that_became_another_are_one_event():
    found = facts("2014-12-31")
    event = "klintevig/change/center-for-vej-2015-01-01"
    assert said(found, "dcterms:date") >= {(event, "2015-01-01")}
    assert said(found, "org:resultingOrganization") == {(event, "klintevig/unit/center-for-vej")}
    assert said(found, "org:originalOrganization") == {
        (event, "klintevig/unit/vejafdelingen"),
        (event, "klintevig/unit/parkafdelingen"),
    }
    # the one that no text names is in the graph by name all the same
    assert ("klintevig/unit/parkafdelingen", "Parkafdelingen") in said(found, "skos:prefLabel")


def test_the_authority_itself_is_no_unit():
    assert "klintevig/unit/klv" not in {subject for subject, _ in said(facts("2018-01-01"), "rdf:type")}


def test_a_party_is_a_node_and_its_people_are_members():
    found = facts("2014-12-31")
    assert ("klintevig/party/klintevig-listen", "Q") in said(found, "skos:notation")
    assert ("klintevig/person/ada-holm", "klintevig/party/klintevig-listen") in said(found, "org:memberOf")


@pytest.mark.parametrize(
    ("authority", "code"),
    [("Odense Kommune", "461"), ("Region Sjælland", "1085"), ("Region Østdanmark", None), ("Klintevig Kommune", None)],
)
def test_an_authority_that_exists_has_its_code(authority, code):
    found = said(facts("2018-01-01", profile=NONE, authority=authority), "dcterms:identifier")
    assert {value for _, value in found} == ({code} if code else set())


def test_without_a_profile_nothing_is_added():
    found = facts("2014-12-31", profile=Profile())
    assert not said(found, "org:originalOrganization")
    assert "sag:Party" not in {fact.object for fact in found}
