"""Who recommends, as regions, cities, small municipalities and school boards write it."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # departments, whatever the authority calls them
        ("Center for Vej og Park indstiller, at\n\nA) stien anlægges\nB) broen males", ["Center for Vej og Park"]),
        (
            "Center for Social, Sundhed og\nArbejde indstiller, at stien anlægges.",
            ["Center for Social, Sundhed og Arbejde"],
        ),
        ("Sekretariat for Politik og Ledelse indstiller, at sagen drøftes.", ["Sekretariat for Politik og Ledelse"]),
        ("Afdelingen for Byggeri indstiller, at sagen drøftes.", ["Afdelingen for Byggeri"]),
        ("Økonomiforvaltningen indstiller over for Økonomiudvalget, at planen godkendes.", ["Økonomiforvaltningen"]),
        (
            "Børne- og Ungeforvaltningen og Socialforvaltningen indstiller, at planen godkendes.",
            ["Børne- og Ungeforvaltningen", "Socialforvaltningen"],
        ),
        (
            "Magistratsafdelingen for Sport og Omsorg indstiller, at planen godkendes.",
            ["Magistratsafdelingen for Sport og Omsorg"],
        ),
        ("Borgmesterens Afdeling indstiller, at planen godkendes.", ["Borgmesterens Afdeling"]),
        ("Natur og Vand indstiller, at planen godkendes.", ["Natur og Vand"]),
        ("Skole, Kultur og Fritid indstiller, at planen godkendes.", ["Skole, Kultur og Fritid"]),
        ("Direktøren for Skole, Kultur og Fritid indstiller, at planen godkendes.", ["Skole, Kultur og Fritid"]),
        ("Skole- og fritidsdirektøren indstiller, at planen godkendes.", ["Skole- og fritidsdirektøren"]),
        ("Kultur & Fritid indstiller, at planen godkendes.", ["Kultur & Fritid"]),
        ("Koncern Økonomi indstiller, at planen godkendes.", ["Koncern Økonomi"]),
        ("Regional Udvikling indstiller til regionsrådet, at planen godkendes.", ["Regional Udvikling"]),
        ("Kultur og Borgerservice indstiller, at planen godkendes.", ["Kultur og Borgerservice"]),
        # the administration as a whole, through one body to the next
        ("Administrationen indstiller, at stien anlægges.", ["Administrationen"]),
        (
            "Administrationen indstiller til Økonomiudvalget at anbefale over for Byrådet, at stien anlægges.",
            ["Administrationen"],
        ),
        (
            "Forvaltningen for Teknik og Natur indstiller til Byrådet via Økonomiudvalget, at stien anlægges.",
            ["Forvaltningen for Teknik og Natur"],
        ),
        # bodies that put it to the next one
        ("Magistraten indstiller, at planen godkendes.", ["Magistraten"]),
        ("Forretningsudvalget indstiller til regionsrådet, at planen godkendes.", ["Forretningsudvalget"]),
        ("Direktionen indstiller, at planen godkendes.", ["Direktionen"]),
        ("Udvalget indstiller til Byrådet, at planen godkendes.", []),
        # political groups
        ("Socialdemokratiet foreslår, at stien anlægges.", ["Socialdemokratiet"]),
        ("Enhedslisten ved Alma Bruun foreslår, at stien anlægges.", ["Enhedslisten", "Alma Bruun"]),
        ("Liste A og SF stiller forslag om, at stien anlægges.", ["Liste A", "SF"]),
        (
            "Venstre, Det Konservative Folkeparti og Liste L indstiller, at stien anlægges.",
            ["Venstre", "Det Konservative Folkeparti", "Liste L"],
        ),
        ("Enhedslisten anmoder om, at stien anlægges.", ["Enhedslisten"]),
        # posts, and a member with the party in brackets
        ("Skolelederen indstiller, at bestyrelsen drøfter princippet.", ["Skolelederen"]),
        ("Borgmesteren indstiller, at sagen drøftes.", ["Borgmesteren"]),
        ("Eva Falk (A) foreslår, at sagen drøftes.", ["Eva Falk"]),
        # nobody
        ("Det indstilles, at stien anlægges.", []),
        ("Det indstilles:\nAt 1) Byrådet godkender planen.\nAt 2) Broen males.", []),
        ("Det indstilles til Økonomiudvalget, at Teknisk Forvaltning udarbejder en plan.", []),
        ("at planen godkendes\nat broen males", []),
    ],
)  # fmt: skip
def test_who_recommends(said_by, text, expected):
    (recommendation,) = said_by(f"Indstilling\n\n{text}\n").recommendations
    assert [maker.name for maker in recommendation.makers] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Byrådet tiltræder Magistratsafdelingen for Natur og Vands indstilling af 6. maj.",
            ["Magistratsafdelingen for Natur og Vand"],
        ),
        ("Som opfølgning foreslår Natur og Vand og Vejcentret, at der plantes.", ["Natur og Vand", "Vejcentret"]),
        ("Enhedslisten stiller forslag om, at stien anlægges.", ["Enhedslisten"]),
        ("Byrådet har modtaget et forslag fra Venstre om en bro.", ["Venstre"]),
        ("Venstre stillede ændringsforslag om en bro.", []),
        ("Broen går til venstre. Venstre side foreslås malet.", []),
    ],
)  # fmt: skip
def test_who_proposes_anywhere(said_by, text, expected):
    mentions = said_by(f"Sagsfremstilling\n\n{text}\n").mentions
    assert [one.name for one in mentions if one.relation == "proposedBy"] == expected


def test_the_caption_may_name_who_recommends(said_by):
    findings = said_by(
        "Vejcentrets indstilling\n\nDet indstilles, at stien anlægges.", captions_of("vejcentrets indstilling")
    )
    assert [one.name for one in findings.mentions if one.relation == "proposedBy"] == ["Vejcentret"]


def test_the_caption_may_be_the_sentence_that_recommends(said_by):
    (recommendation,) = said_by(
        "Administrationen indstiller\n\nat stien anlægges\n\nBeslutning\n\nGodkendt.\n"
    ).recommendations
    assert [maker.name for maker in recommendation.makers] == ["Administrationen"]


def captions_of(*captions):
    from kg.profiles.profile import Profile

    return Profile(captions={"recommendation": captions})
