"""The words of a decision in, its outcomes out."""

import pytest

from kg.extract.outcomes import find_outcomes


def outcomes(text):
    return {outcome.notation for outcome in find_outcomes(text.lower(), 0, len(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Godkendt.", "approved"),
        ("Indstillingen blev tiltrådt.", "approved"),
        ("Vedtaget som indstillet.", "approved"),
        ("Indstillingen blev fulgt.", "approved"),
        ("Udvalget tilsluttede sig indstillingen.", "approved"),
        ("Godkendt med den bemærkning, at stien belyses.", "approved_with_changes"),
        ("Godkendt, idet broen males i 2025.", "approved_with_changes"),
        ("Godkendt med enkelte justeringer.", "approved_with_changes"),
        ("Taget til efterretning.", "noted"),
        ("Orienteringen blev taget til orientering.", "noted"),
        ("Noteret.", "noted"),
        ("Udvalget drøftede sagen.", "discussed"),
        ("Punktet blev vendt.", "discussed"),
        ("Udvalget anbefaler byrådet at godkende planen.", "recommended"),
        ("Indstilles over for byrådet til godkendelse.", "recommended"),
        ("Sagen oversendes til Økonomiudvalget.", "referred"),
        ("Forslaget skal drøftes i Chefforum.", "referred"),
        ("Sendes i høring.", "referred"),
        ("Sagen genbehandles i maj.", "returned"),
        ("Notatet skal udbygges.", "returned"),
        ("Hjemvist til forvaltningen.", "returned"),
        ("Udsat.", "postponed"),
        ("Sagen udsættes til næste møde.", "postponed"),
        ("Punktet blev ikke nået.", "postponed"),
        ("Afvist.", "rejected"),
        ("Ansøgningen blev ikke imødekommet.", "rejected"),
        ("Udvalget besluttede ikke at anlægge stien.", "rejected"),
        ("Taget af dagsordenen.", "withdrawn"),
        ("Punktet udgik.", "withdrawn"),
        ("Udvalget besluttede at male broen.", "decided"),
        ("Broen males blå.", "decided"),
    ],
)
def test_each_outcome_has_its_words(text, expected):
    assert expected in outcomes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a refusal approves nothing
        ("Planen blev ikke godkendt.", {"rejected"}),
        ("Kan ikke imødekommes.", {"rejected"}),
        # what somebody else is to approve is not approved
        ("Udvalget anbefaler, at planen godkendes.", {"recommended"}),
        ("Udvalget anbefaler ikke planen.", {"rejected"}),
        # nor is what may be approved later
        ("Planen kan godkendes senere.", {"decided"}),
        ("Udvalget ventede, til planen blev drøftet og godkendt.", {"discussed", "approved"}),
        # several outcomes stand side by side; `decided` only alone
        ("Udvalget besluttede at udsætte sagen. Sagen udsættes.", {"postponed"}),
        ("Drøftet og godkendt.", {"discussed", "approved"}),
        # "vendte tilbage" discusses nothing; a sale put up is not put off
        ("Udvalget vendte tilbage til broen.", {"decided"}),
        ("Grunden er udsat til salg.", {"decided"}),
        ("", set()),
        ("   \n ", set()),
    ],
)
def test_what_words_do_not_mean(text, expected):
    assert outcomes(text) == expected


def test_an_outcome_is_the_words_that_say_it():
    text = "udvalget drøftede sagen. godkendt, idet broen males."
    found = {outcome.notation: text[outcome.start : outcome.end] for outcome in find_outcomes(text, 0, len(text))}
    assert found == {"discussed": "drøftede", "approved_with_changes": "godkendt, idet"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagen sendes retur til Vejcentret.", {"returned"}),
        ("Udvalget sender sagen tilbage til Vejcentret.", {"returned"}),
        ("Udvalget besluttede at sende planen i høring.", {"referred"}),
        ("Orientering om vejene blev givet.", {"noted"}),
        ("Udvalget sagde nej til forslaget.", {"rejected"}),
        ("Nej.", {"rejected"}),
        ("Ad 2) Nej.", {"rejected"}),
        ("Der var ingen, der svarede nej.", {"decided"}),
        ("Lagt i bero.", {"postponed"}),
        ("Udvalget besluttede at udsætte sagen.", {"postponed"}),
        ("Udgår.", {"withdrawn"}),
        ("Punktet udgår.", {"withdrawn"}),
        ("Broen males, og pkt. 3 udgår af teksten.", {"decided"}),
        ("Udvalget gav grønt lys.", {"approved"}),
        ("Udvalget gav grønt lys, idet broen males.", {"approved_with_changes"}),
        ("Udvalget gav ikke grønt lys.", {"decided"}),
        ("Der var ikke tilslutning til planen.", {"decided"}),
        ("Orienteredes.", {"noted"}),
        ("Formanden orienterer om broen.", {"noted"}),
        # "as recommended" recommends nothing
        ("Godkendt som indstillet, dog under den forudsætning at broen males.", {"approved_with_changes"}),
        # word order of a sentence that begins with something else
        ("Endelig kan udvalget ikke tiltræde, at broen males.", {"rejected"}),
        # of the agenda: what falls away, and what waits within a change
        ("Godkendt.\n\nSag 3 udgår.", {"approved", "withdrawn"}),
        ("Godkendt med den ændring, at sag nr. 7 udsættes til mødet i maj.", {"approved_with_changes"}),
        ("Godkendt.\nSag 7 udsættes til mødet i maj.", {"approved", "postponed"}),
        ("Med denne tilføjelse blev dagsordenen godkendt.", {"approved_with_changes"}),
        ("Godkendt, i det sag nr. 6 behandles først.", {"approved_with_changes"}),
        ("Sagen udsattes.", {"postponed"}),
        ("Formanden meddelte, at punkt 9 om broen udgår.", {"withdrawn"}),
        # nobody is sent anything to decide, or referred to
        ("Kortet fremsendes til alle.", {"decided"}),
        ("Broen males, idet der henvises til kortet.", {"decided"}),
        ("Listen omfatter medlemmer, der er bevilget orlov.", {"decided"}),
        # how, and not to whom
        ("Planen forelægges som foreslået i april.", {"decided"}),
        ("Planen forelægges i Chefforum i april.", {"referred"}),
    ],
)
def test_words_of_further_minutes(text, expected):
    assert outcomes(text) == expected
