"""What an abbreviation stands for."""

import pytest

AUTHORITY = "Klintevig Kommune"


@pytest.mark.parametrize(
    ("names", "abbreviation", "label"),
    [
        # the letters stand in order at the heads of the words
        (["unit:Social- og Havnecentret"], "SHC:abbreviation-bare", "Social- og Havnecentret"),
        (["unit:Byrådssekretariatet"], "BYS:abbreviation-bare", "Byrådssekretariatet"),
        # two candidates that fit equally well: neither
        (["unit:Plancentret", "unit:Parkcentret"], "PC:abbreviation-bare", None),
        # one that fits clearly better
        (["unit:Plancentret", "unit:Havneplancentret"], "HPC:abbreviation-bare", "Havneplancentret"),
        # letters out of order, or merely somewhere inside
        (["unit:Plancentret"], "CP:abbreviation-bare", None),
        (["unit:Plancentret"], "PNT:abbreviation-bare", None),
        # what meets is a body rather than a unit
        (["unit:Havneforvaltningen", "body:Havneforum"], "HF:abbreviation-meets", "Havneforum"),
        (["unit:Havneforvaltningen", "body:Havneforum"], "HF:abbreviation-bare", "Havneforvaltningen"),
    ],
)
def test_letters_in_order(heard, resolved, names, abbreviation, label):
    found = resolved(heard(*names, f"abbreviation:{abbreviation}"))
    entity = found.get(AUTHORITY, "abbreviation", abbreviation.split(":")[0])
    assert (entity.label if entity else None) == label


def test_a_text_that_says_it_goes_before_letters(heard, resolved):
    names = ["unit:Plancentret", "unit:Parkcentret", "abbreviation:PC:abbreviation-bare"]
    found = resolved(heard(*names, said=["unit:Parkcentret:PC"]))
    entity = found.get(AUTHORITY, "abbreviation", "PC")
    assert entity.label == "Parkcentret"
    assert [(each.rule, each.document, each.start, each.end) for each in entity.reasons] == [
        ("introduced", "hash", 10, 30)
    ]


def test_two_texts_that_say_otherwise_mean_neither(heard, resolved):
    names = ["unit:Plancentret", "unit:Parkcentret", "abbreviation:PC:abbreviation-bare"]
    found = resolved(heard(*names, said=["unit:Parkcentret:PC", "unit:Plancentret:PC"]))
    assert found.get(AUTHORITY, "abbreviation", "PC") is None


def test_of_two_names_before_brackets_the_one_whose_letters_they_are(heard, resolved):
    names = ["unit:Center for Vej", "unit:Vand og Center for Vej", "abbreviation:CFV:abbreviation-bare"]
    found = resolved(heard(*names, said=["unit:Center for Vej:CFV", "unit:Vand og Center for Vej:CFV"]))
    assert found.get(AUTHORITY, "abbreviation", "CFV").label == "Center for Vej"


def test_brackets_that_hold_other_letters_introduce_nothing(heard, resolved):
    found = resolved(heard("unit:Plancentret", "abbreviation:XYZ:abbreviation-bare", said=["unit:Plancentret:XYZ"]))
    assert found.get(AUTHORITY, "abbreviation", "XYZ") is None


@pytest.mark.parametrize(
    ("mentions", "kind"),
    [
        # where only an agent stands, it is one though nothing explains it
        (["QXC:abbreviation-column"], "unit"),
        (["QXC:abbreviation-author"], "unit"),
        (["QXC:abbreviation-after-person"], "unit"),
        (["QXC:abbreviation-meets"], "body"),
        # who acts once may be anything, unless it says that it is a centre
        (["QXC:abbreviation-subject"], "unit"),
        (["QXV:abbreviation-subject"], None),
        (["QXV:abbreviation-subject", "QXV:abbreviation-subject"], "unit"),
        # two letters are too few, and anywhere else it names a system, a firm, a word in capitals
        (["QX:abbreviation-column"], None),
        (["QXC:abbreviation-bare", "QXC:abbreviation-listed"], None),
        (["DRØFTES:abbreviation-bare"], None),
    ],
)
def test_what_nothing_explains(heard, resolved, mentions, kind):
    found = resolved(heard("unit:Plancentret", *(f"abbreviation:{each}" for each in mentions)))
    entity = found.get(AUTHORITY, "abbreviation", mentions[0].split(":")[0])
    assert (entity.kind if entity else None) == kind


def test_the_authority_is_no_unit(heard, resolved):
    found = resolved(heard("abbreviation:KVK:abbreviation-column", "abbreviation:QVK:abbreviation-column"))
    assert [entity.label for entity in found.entities] == ["QVK"]


@pytest.mark.parametrize(
    ("names", "abbreviation", "kind", "label"),
    [
        # a committee's U says what it is, though nothing explains it
        ([], "KFU:abbreviation-bare", "body", "KFU"),
        ([], "QU:abbreviation-listed", "body", "QU"),
        # ... unless something does
        (["body:Børneudvalget"], "BU:abbreviation-bare", "body", "Børneudvalget"),
        (["unit:Bakkens Fritidsudvikling"], "BFU:abbreviation-bare", "unit", "Bakkens Fritidsudvikling"),
        # four letters before it, or none at the end, name no committee
        ([], "ABCDU:abbreviation-bare", None, None),
        ([], "QUV:abbreviation-bare", None, None),
    ],
)
def test_committees_end_in_u(heard, resolved, names, abbreviation, kind, label):
    entity = resolved(heard(*names, f"abbreviation:{abbreviation}")).get(
        AUTHORITY, "abbreviation", abbreviation.split(":")[0]
    )
    assert (entity.kind if entity else None, entity.label if entity else None) == (kind, label)


def test_of_two_units_that_fit_the_one_without_another_abbreviation(heard, resolved):
    names = ["unit:Plancentret", "unit:Parkcentret", "abbreviation:PAC:abbreviation-column"]
    found = resolved(heard(*names, "abbreviation:PC:abbreviation-column"))
    assert found.get(AUTHORITY, "abbreviation", "PAC").label == "Parkcentret"
    assert found.get(AUTHORITY, "abbreviation", "PC").label == "Plancentret"


def test_of_two_units_with_abbreviations_of_their_own_neither(heard, resolved):
    names = ["unit:Plancentret", "unit:Parkcentret"]
    hearing = heard(*names, *(f"abbreviation:{name}:abbreviation-bare" for name in ("PAC", "PLC", "PC")))
    assert resolved(hearing).get(AUTHORITY, "abbreviation", "PC") is None
