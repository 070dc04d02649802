"""Denmark's municipalities and regions, and the names they go by."""

from collections import Counter

import pytest

from kg.danish.authorities import count_known, hinted_by, known_authorities, known_authority, official_name


def test_there_are_98_municipalities_and_5_regions_each_with_a_code_of_its_own():
    coded = [each for each in known_authorities() if each.code]
    municipalities = [each for each in coded if not each.is_region]
    regions = [each for each in coded if each.is_region]
    assert (len(municipalities), len(regions)) == (98, 5)
    assert len({each.code for each in coded}) == len({each.name for each in coded}) == 103
    assert all(101 <= int(each.code) <= 860 for each in municipalities)
    assert sorted(each.code for each in regions) == ["1081", "1082", "1083", "1084", "1085"]
    assert [each.name for each in known_authorities() if not each.code] == ["Region Østdanmark"]


def test_the_hundreds_of_the_codes_follow_the_map():
    # the capital and around it, Zealand, the islands, Jutland: the old counties' numbers
    counted = Counter(int(each.code) // 100 for each in known_authorities() if each.code and not each.is_region)
    assert counted == {1: 18, 2: 14, 3: 13, 4: 11, 5: 9, 6: 8, 7: 16, 8: 9}
    assert len({each.domain for each in known_authorities() if each.domain}) == 103


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("København", "101"),
        ("Københavns Kommune", "101"),
        ("Høje Taastrup", "169"),
        ("Høje-Tåstrup Kommune", "169"),
        ("Bornholms Regionskommune", "400"),
        ("Nordfyns Kommune", "480"),
        ("Århus Kommune", "751"),
        ("aarhus", "751"),
        ("Ikast Brande", "756"),
        ("Vesthimmerlands Kommunes", "820"),
        ("Hjørring", "860"),
        ("Region Midt", "1082"),
        ("Region Sjælland", "1085"),
        ("Region Østdanmark", ""),
        ("Klintevig Kommune", None),
        ("Kommune", None),
        ("", None),
    ],
)
def test_a_name_in_any_spelling_has_its_code(name, code):
    known = known_authority(name)
    assert (known.code if known else None) == code


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ålborg Kommune", "Aalborg Kommune"),
        # what stands before a known name is no part of it
        ("Borgmester Odense Kommune", "Odense Kommune"),
        # ... unless it makes another place of it
        ("Ny Odense Kommune", "Ny Odense Kommune"),
        ("Klintevig Kommune", "Klintevig Kommune"),
    ],
)
def test_official_name(name, expected):
    assert official_name(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mødet holdes på Odense Rådhus.", {"Odense Kommune": 1}),
        ("Byrådet i Viborg vedtog planen.", {"Viborg Kommune": 1}),
        ("Borgerrepræsentationens møde", {"Københavns Kommune": 1}),
        ("Skriv til byraadet@aarhus.dk eller se www.aarhus.dk.", {"Aarhus Kommune": 2}),
        ("post@mtm.aarhus.dk", {"Aarhus Kommune": 1}),
        ("ODENSE KOMMUNE", {"Odense Kommune": 1}),
        ("i Odense kommune", {"Odense Kommune": 1}),
        # a place is no authority, nor is a longer word or a longer address
        ("Toget går til Odense og Viborg.", {}),
        ("nyaarhus.dk og aarhus.dknet", {}),
        ("Byrådet i Viborgegnen", {}),
    ],
)
def test_what_only_one_authority_has_names_it(text, expected):
    assert count_known(text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("odense-byraad-2031-05-01.pdf", "Odense Kommune"),
        ("kobenhavn_2031.txt", "Københavns Kommune"),
        ("hoeje-taastrup/referat.txt", "Høje-Taastrup Kommune"),
        ("viborg/odense-1.txt", "Odense Kommune"),
        ("Region Midtjylland 2031/a.html", "Region Midtjylland"),
        ("klintevig-byraad.txt", ""),
        # inside a name it may be anything
        ("referat-odense.txt", ""),
        ("vejledning.txt", ""),
        ("", ""),
    ],
)
def test_a_path_hints(path, expected):
    assert hinted_by(path) == expected
