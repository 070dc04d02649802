"""Other meetings that a text speaks of: a body and a date that belong together."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Byrådet behandlede sagen den 20. oktober 2023.", [("Byrådet", "2023-10-20")]),
        # the year comes from the meeting's own date
        ("Byrådet drøftede sagen den 3. november.", [("Byrådet", "2023-11-03")]),
        ("Sagen forelægges Byrådet den 9. april.", [("Byrådet", "2024-04-09")]),
        ("Byrådet vedtog planen medio 2011.", [("Byrådet", "2011")]),
        ("Byrådet drøftede sagen i marts 2023.", [("Byrådet", "2023-03")]),
        ("Sagen var på Byrådets møde d. 1/9-2023.", [("Byrådets", "2023-09-01")]),
        # a meeting of one's own
        ("Sagen blev behandlet på mødet den 6. februar 2024.", [("Vejudvalget", "2024-02-06")]),
        # dates that are of no meeting
        ("Stien åbnede den 20. oktober 2023.", []),
        ("Byrådet ønsker svar senest den 9. april.", []),
        ("Byrådet mødes 12. marts 2024.", []),
        ("Byrådet tiltræder forvaltningens indstilling af 20. oktober 2023.", []),
        ("Arbejderne under Byrådet i 2012 kan nævnes.", []),
    ],
)
def test_references(said_by, sentence, expected):
    found = said_by(f"Sagsfremstilling\n\n{sentence}").references
    assert [(reference.body, reference.date) for reference in found] == expected


def test_a_heading_governs_a_list_of_meetings_to_come(said_by):
    found = said_by("Sagsfremstilling\n\nByrådsmøder\n9. april\n14. januar\n").references
    assert [(reference.body, reference.date) for reference in found] == [
        ("Byråds", "2024-04-09"),
        ("Byråds", "2025-01-14"),
    ]


def test_a_leap_day_is_planned_for_no_year_without_one(findings_of):
    points = "Punkt 1: Møder\n\nSagsfremstilling\n\nByrådsmøder\n- 29. februar\n"
    assert [reference.date for reference in findings_of(points).references] == ["2024-02-29"]


def test_the_same_meeting_is_named_once_in_an_item(said_by):
    text = "Byrådet drøftede sagen den 3. november 2023.\n\nByrådet besluttede den 3. november 2023 at vente."
    assert len(said_by(f"Sagsfremstilling\n\n{text}").references) == 1


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        # years of the decision that is quoted, 5 December 2022, not of the meeting of 12 March 2024
        ("3. november", "2022-11-03"),
        ("14. december", "2022-12-14"),
        ("9. januar", "2023-01-09"),
        ("9. januar 2024", "2024-01-09"),
    ],
)
def test_a_date_in_a_quoted_decision_is_of_its_time(said_by, date, expected):
    text = f"Beslutning i Direktionen den 05-12-2022\n\nSagen forelægges Byrådet den {date}.\n"
    found = [(one.body, one.date) for one in said_by(text).references if one.rule != "decision-caption"]
    assert found == [("Byrådet", expected)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # a month is a meeting's where it says "i", or the time of a month
        ("Byrådet drøftede sagen i september 2023.", [("Byrådet", "2023-09")]),
        ("Byrådet drøftede sagen ultimo september 2023.", [("Byrådet", "2023-09")]),
        ("Byrådet drøftede regnskabet for september 2023.", []),
        ("Byrådet drøftede tallene per september 2023.", []),
        # a meeting of one's own by its month
        ("Sagen var med på mødet i september 2023.", [("Vejudvalget", "2023-09")]),
        ("Sagen var i september 2023 under arbejde.", []),
        # what is handed in by a day meets nobody
        ("Byrådet skal have planen klar den 9. april.", []),
        ("Byrådet får en plan, der skal foreligge den 9. april.", []),
        ("Efter mødet afleveres planen den 9. april.", []),
        # where a body is named, the day is not one's own meeting's
        ("Sagen blev behandlet på mødet den 6. februar 2024.", [("Vejudvalget", "2024-02-06")]),
        ("Sagen blev behandlet på Byrådets møde den 6. februar 2024.", [("Byrådets", "2024-02-06")]),
        ("Byrådet var ikke med; sagen blev udsat til den 9. april 2024.", []),
    ],
)
def test_months_handed_in_days_and_own_meetings(said_by, sentence, expected):
    found = said_by(f"Sagsfremstilling\n\n{sentence}").references
    assert [(reference.body, reference.date) for reference in found] == expected
