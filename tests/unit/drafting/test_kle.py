"""A user's own copy of KLE, in either shape. All subjects here are invented."""

import json

import pytest

from kg.drafting.kle import iri_of, read_kle
from kg.errors import UsageError
from kg.graph.scheme import read_vocabulary
from kg.graph.skos import concepts_turtle

XML = """<?xml version="1.0" encoding="utf-8"?>
<KLE-Emneplan xmlns="urn:kle">
 <UdgivelsesDato>2031-01-01</UdgivelsesDato>
 <Hovedgruppe>
  <HovedgruppeNr>91</HovedgruppeNr><HovedgruppeTitel>Klitter</HovedgruppeTitel>
  <HovedgruppeAdministrativInfo><OprettetDato>2001-05-01</OprettetDato></HovedgruppeAdministrativInfo>
  <Gruppe>
   <GruppeNr>91.02</GruppeNr><GruppeTitel>Klitplantning</GruppeTitel>
   <Emne><EmneNr>91.02.03</EmneNr><EmneTitel>Marehalm, generelt</EmneTitel>
    <Stikord><StikordNavn>Sandflugt</StikordNavn></Stikord></Emne>
   <Emne><EmneNr>91.02.04</EmneNr><EmneTitel>Tanghegn</EmneTitel>
    <EmneAdministrativInfo><UdgaaetDato>31-12-2010</UdgaaetDato></EmneAdministrativInfo></Emne>
  </Gruppe>
 </Hovedgruppe>
</KLE-Emneplan>
"""
PASCAL = {
    "Hovedgrupper": [
        {
            "Nr": "91",
            "Titel": "Klitter",
            "AdministrativInfo": {"OprettetDato": "2001-05-01T00:00:00"},
            "Grupper": [
                {
                    "Nr": "91.02",
                    "Titel": "Klitplantning",
                    "Emner": [
                        {"Nr": "91.02.03", "Titel": "Marehalm, generelt", "Stikord": ["Sandflugt"]},
                        {"Nr": "91.02.04", "Titel": "Tanghegn", "UdgaaetDato": "2010-12-31"},
                    ],
                }
            ],
        }
    ]
}


def _camel(value):
    if isinstance(value, dict):
        return {key[0].lower() + key[1:]: _camel(each) for key, each in value.items()}
    return [_camel(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    "text",
    [XML, json.dumps(PASCAL), json.dumps(_camel(PASCAL)), json.dumps(PASCAL["Hovedgrupper"])],
    ids=["xml", "pascal", "camel", "list"],
)
def test_both_shapes_give_the_same_subjects(tmp_path, text):
    path = tmp_path / "kle"
    path.write_text(text, encoding="utf-8")
    group, under, subject, ended = read_kle(path)
    assert (group.notation, group.label, group.words, group.issued) == ("91", "Klitter", ("klitter",), "2001-05-01")
    assert (under.broader, subject.broader) == (iri_of("91"), iri_of("91.02"))
    assert (subject.label, subject.words) == ("Marehalm, generelt", ("marehalm", "sandflugt"))
    # a subject that is no longer in use keeps its number, not its words
    assert (ended.notation, ended.words, ended.ended) == ("91.02.04", (), "2010-12-31")


def test_keywords_that_stand_apart_find_their_subjects(tmp_path):
    path = tmp_path / "kle.json"
    apart = {
        "Emner": [{"EmneNr": "91.02.03", "EmneTitel": "Marehalm"}],
        "Stikord": [{"Nr": "91.02.03", "Navn": "Læhegn"}],
    }
    path.write_text(json.dumps(apart), encoding="utf-8")
    (subject,) = read_kle(path)
    assert subject.words == ("læhegn", "marehalm")


def test_a_build_reads_what_was_imported(tmp_path):
    source, themes = tmp_path / "kle.xml", tmp_path / "kle.ttl"
    source.write_text(XML, encoding="utf-8")
    themes.write_bytes(concepts_turtle(read_kle(source)))
    vocabulary = read_vocabulary(str(themes))
    assert ("91.02.03", "sandflugt", True) in vocabulary.words.words
    assert vocabulary.words.numbers == (
        ("91", "91"),
        ("91.02", "91.02"),
        ("91.02.03", "91.02.03"),
        ("91.02.04", "91.02.04"),
    )
    assert vocabulary.themes["91.02"] == iri_of("91.02")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"Nr": "91"}',
        b"<a><b></a>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"\xff\xfe\x00",
        b"<a/>",
    ],
)
def test_what_is_no_kle_is_one_sentence(tmp_path, data):
    path = tmp_path / "kle.xml"
    path.write_bytes(data)
    with pytest.raises(UsageError) as error:
        read_kle(path)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in error.value.said("da")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_kle(tmp_path / "none.xml")
