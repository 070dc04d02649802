"""References by body, date and point, as different authorities write them."""

import pytest


def _found(findings):
    return {(one.body.removesuffix("s"), one.date, int(one.point or 0)) for one in findings.references}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sagen blev behandlet på Byrådets møde den 3. maj 2023, pkt. 12.", ("Byrådet", "2023-05-03", 12)),
        ("Planen blev vedtaget på Byrådsmødet den 12. december 2022 (pkt. 43).", ("Byråd", "2022-12-12", 43)),
        ("Jf. punkt 4 på mødet den 3. maj 2023 udarbejdes en plan.", ("Vejudvalget", "2023-05-03", 4)),
        ("Byrådet godkendte den 19. juni 2023 (pkt.\n24) aftalerne.", ("Byrådet", "2023-06-19", 24)),
        (
            "Den 29. april 2023 (pkt. 3) besluttede Kulturudvalget at holde et møde.",
            ("Kulturudvalget", "2023-04-29", 3),
        ),
        ("Tidligere sag: Teknisk Udvalg den 7. juni 2023, punkt 14.", ("Teknisk Udvalg", "2023-06-07", 14)),
        ("Borgerrepræsentationen vedtog den 14. december 2023 budgettet.", ("Borgerrepræsentationen", "2023-12-14", 0)),
        ("Regionsrådet besluttede på sit møde den 25. oktober 2023 at begynde.", ("Regionsrådet", "2023-10-25", 0)),
        ("Skolebestyrelsen drøftede princippet den 4. januar 2024.", ("Skolebestyrelsen", "2024-01-04", 0)),
        ("Udvalget behandlede sagen den 8. februar 2024.", ("Vejudvalget", "2024-02-08", 0)),
        ("Forretningsudvalget 14. november 2023: Anbefales.", ("Forretningsudvalget", "2023-11-14", 0)),
        (
            "Det rådgivende udvalg vedrørende sygehusene drøftede planen på mødet den 4. januar 2024.",
            ("rådgivende udvalg vedrørende sygehusene", "2024-01-04", 0),
        ),
        (
            "Udvalget for Det Nære Sundhedsvæsen\nbehandlede et udkast den 4. januar 2024.",
            ("Udvalget for Det Nære Sundhedsvæsen", "2024-01-04", 0),
        ),
        # a number beside the date that is no point
        ("Byrådet behandlede den 3. maj 2023 sag 24/10442.", ("Byrådet", "2023-05-03", 0)),
        ("Byrådet behandlede den 3. maj 2023 12 sager.", ("Byrådet", "2023-05-03", 0)),
    ],
)
def test_a_body_a_date_and_a_point(said_by, text, expected):
    assert _found(said_by(f"Sagsfremstilling\n\n{text}")) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Formanden fortalte om mødet i Danske Havnes bestyrelse den 3. maj 2024.",
        "Tilbuddet gælder til den 3. maj 2024.",
        "Frist den 8. april 2024, pkt. 3 i udbuddet.",
        "Direktionen indstiller, at mødet den 3. maj 2024 flyttes.",
    ],
)
def test_a_date_without_a_meeting(said_by, text):
    assert _found(said_by(f"Sagsfremstilling\n\n{text}")) == set()


def test_a_treatment_that_the_exporter_lists_stands_alone(said_by):
    text = "Kulturudvalget den 3. maj 2023, punkt 2, var enigt."
    listed = said_by(f"Kulturudvalget den 30. maj 2023 Punkt 7\n\nSagsfremstilling\n\n{text}")
    assert [(one.date, one.point, one.listed) for one in listed.references] == [
        ("2023-05-30", "7", True),
        ("2023-05-03", "2", False),
    ]


def test_fields_of_a_history(said_by):
    text = "Udvalg: Magistraten\nDato: 02-09-2023\nPunktnummer: 12\nUdsat."
    text += "\nUdvalg: Kulturudvalget\nDato: 10-09-2023\nUdsat."
    assert _found(said_by(f"Sagens forløb\n\n{text}")) == {
        ("Magistraten", "2023-09-02", 12),
        ("Kulturudvalget", "2023-09-10", 0),
    }


def test_a_decision_that_is_quoted_refers_to_its_meeting(said_by):
    text = "Beslutning i Direktionen den 05-02-2024\n\nAnbefalet.\n\nBeslutning\n\nGodkendt."
    assert _found(said_by(text)) == {("Direktionen", "2024-02-05", 0)}
