"""Units, bodies, people and abbreviations in running text."""

import pytest

from kg.extract import Scheme, extract, reading
from kg.layouts import parse
from kg.model.source import Source
from kg.profiles import NONE


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vejcentret har målt stien.", ["Vejcentret"]),
        ("Det er Vejcentrets opgave.", ["Vejcentret"]),
        ("Social- og Sundhedscentret hjælper.", ["Social- og Sundhedscentret"]),
        ("Center for Job, Ydelse og Vækst hjælper.", ["Center for Job, Ydelse og Vækst"]),
        ("Center for Job og Center for Børn hjælper.", ["Center for Job", "Center for Børn"]),
        ("Teknisk Forvaltning hjælper.", ["Teknisk Forvaltning"]),
        ("Brug lønafdelingen.", ["lønafdelingen"]),
        ("Jobcenter Nordby indstiller, at stien måles.", ["Jobcenter Nordby"]),
        ("Natur og Vand har udarbejdet en plan.", ["Natur og Vand"]),
        # any centre, and things that are no units
        ("Centret har målt stien.", []),
        ("Sagen ligger i et callcenter.", []),
        ("Alma og Carl har udarbejdet en plan.", []),
        ("Natur og Vand er dejligt.", []),
    ],
)
def test_units(named_in, sentence, expected):
    assert [name for kind, name in named_in(sentence) if kind == "unit"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Økonomiudvalget ser på den.", ["Økonomiudvalget"]),
        ("Børne-, Unge- og Kulturudvalget ser på den.", ["Børne-, Unge- og Kulturudvalget"]),
        ("Byrådets plan.", ["Byrådets"]),
        ("Den er til direktionsmødet.", ["direktions"]),
        ("Tværgående chefforum ser på den.", ["Tværgående chefforum"]),
        ("Ældrerådet og Handicaprådet er hørt.", ["Ældrerådet", "Handicaprådet"]),
        # any committee, and words that only end alike
        ("Et udvalg ser på den.", []),
        ("Området er stort, og samrådet holdes.", []),
    ],
)
def test_bodies(named_in, sentence, expected):
    assert [name for kind, name in named_in(sentence) if kind == "body"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Anne Lindqvist ser på den.", ["Anne Lindqvist"]),
        ("Anne Hansens plan.", ["Anne Hansen"]),
        ("Anne von Bruun og Peter S. Holm ser på den.", ["Anne von Bruun", "Peter S. Holm"]),
        # a name that is not common: a title, a unit behind it, or company shows that it is a person's
        ("Det siger direktør Zerina Qvamme.", ["Zerina Qvamme"]),
        ("Zerina Qvamme (VEC) ser på den.", ["Zerina Qvamme"]),
        ("Anne Lindqvist og Zerina Qvamme ser på den.", ["Anne Lindqvist", "Zerina Qvamme"]),
        ("Borgmesteren ser på den.", ["Borgmesteren"]),
        # places and things
        ("Stien langs Anne Lindqvists Allé.", []),
        ("Grøn Strategi er vedtaget.", []),
        ("Zerina Qvamme er pæn.", []),
    ],
)
def test_people(named_in, sentence, expected):
    assert [name for kind, name in named_in(sentence) if kind == "person"] == expected


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Sagen ses på (BYX).", "abbreviation-in-brackets"),
        ("Anne Lindqvist (BYX) ser på den.", "abbreviation-after-person"),
        ("Anne Lindqvist fra BYX ser på den.", "abbreviation-after-person"),
        ("Der er et notat fra BYX om stien.", "abbreviation-author"),
        ("Aftalen mellem HRX og BYX gælder.", "abbreviation-listed"),
        ("Det vises på BYX-mødet.", "abbreviation-meets"),
        ("Sagen vises i BYX den 4. april.", "abbreviation-meets"),
        ("Der holdes BYX den 4. april.", "abbreviation-meets"),
        ("Og BYX har udarbejdet planen.", "abbreviation-subject"),
        ("Planen er givet til BYX nu.", "abbreviation-acting"),
        ("Her er BYX!", "abbreviation-bare"),
    ],
)
def test_the_position_of_an_abbreviation(said_by, sentence, rule):
    mentions = said_by(f"Sagsfremstilling\n\n{sentence}").mentions
    assert [one.rule for one in mentions if one.name == "BYX"] == [rule]


@pytest.mark.parametrize("sentence", ["Det er IT.", "Se CVR og GDPR.", "Prisen er i DKK.", "Fil AB-2f.", "mail@BYX"])
def test_words_in_capitals_that_are_no_units(named_in, sentence):
    assert named_in(sentence) == []


def test_a_profile_names_what_no_rule_would(named_in):
    from kg.profiles.profile import Person, Profile, Unit

    profile = Profile(units=(Unit("Bakkehuset", ("BH1",)),), people=(Person("Anne Lindqvist", ("Anne",)),))
    assert named_in("Bakkehusets plan er god, og Anne vender tilbage.", profile) == [
        ("unit", "Bakkehuset"),
        ("person", "Anne"),
    ]
    assert named_in("Bakkehusene er pæne, og det er Anne i Skoven.", profile) == []


def test_an_abbreviation_is_introduced_behind_its_name(document_of):
    from kg.extract import find_introductions, find_names

    document = document_of("Punkt 1: Stier\n\nSagsfremstilling\n\nVejcentret (VEX) og Økonomiudvalget (ØKU) mødes.\n")
    found = [(mention.name, short) for mention, short, _ in find_introductions(document, find_names(document))]
    assert sorted(found) == [("Vejcentret", "VEX"), ("Økonomiudvalget", "ØKU")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a title is no part of the name
        ("Centerchef Viggo Nørreby ser på den.", ["Viggo Nørreby"]),
        ("Projektleder Zerina Qvamme ser på den.", ["Zerina Qvamme"]),
        ("Vejingeniør Zerina Hansens plan er god.", ["Zerina Hansen"]),
        # a post at a place is nobody's name
        ("Lederen af Elmegården ser på den.", []),
        ("Lederen af Elmegården Viggo ser på den.", []),
    ],
)
def test_titles_before_names(named_in, sentence, expected):
    assert [name for kind, name in named_in(sentence) if kind == "person"] == expected


def test_a_title_is_no_part_of_a_name_s_place(said_by):
    (mention,) = said_by("Sagsfremstilling\n\nCenterchef Viggo Nørreby ser på den.").mentions
    assert (mention.rule, mention.end - mention.start) == ("person-title", len("Viggo Nørreby"))


def test_who_attends_is_a_person_in_a_column_of_who_acts(said_by):
    found = said_by("Emne\tAnsvarlig\nStien\tAlma Bruun\nBroen\tQvist Elmholt\nSaltet\tVejcentret\n").mentions
    assert [(one.kind, one.name) for one in found] == [
        ("person", "Alma Bruun"),
        ("unit", "Qvist Elmholt"),
        ("unit", "Vejcentret"),
    ]


@pytest.mark.parametrize(("name", "kind"), [("Qvist Elmholt", "person"), ("Zerina Qvamme", "unit")])
def test_an_uncommon_name_in_a_column_is_a_person_s_where_the_minutes_list_it(name, kind):
    head = "REFERAT Vejudvalget d. 12-03-2024\n\nDeltagere: Qvist Elmholt, Carl Dyhr\n\n"
    source = Source("a.txt", "0" * 64, "text/plain", f"{head}Punkt 1: Stier\n\nVej\tHvem\nStien\t{name}\n")
    found = extract(reading(source, parse(source)[0], NONE), Scheme()).mentions
    assert [(one.kind, one.name) for one in found] == [(kind, name)]


@pytest.mark.parametrize("name", ["Qvist", "Karl-Emil"])
def test_a_first_name_in_brackets_behind_a_task(name):
    head = "REFERAT Vejudvalget d. 12-03-2024\n\nDeltagere: Qvist Elmholt, Carl Dyhr\n\nPunkt 1: Huskeliste\n\n"
    source = Source(
        "a.txt", "0" * 64, "text/plain", f"{head}Sagsfremstilling\n\n- Mål stien ({name})\n- Budget (Carl)\n"
    )
    found = extract(reading(source, parse(source, NONE)[0], NONE), Scheme())
    assert [[who.name for who in task.responsible] for task in found.tasks] == [[name], ["Carl"]]
