"""Tasks: rows of a *huskeliste*, names in brackets, and what sentences order."""

import datetime

import pytest


def tasks(findings):
    return [(task.title, task.due, task.recurrence, [who.name for who in task.responsible]) for task in findings.tasks]


def test_a_huskeliste_with_dates_and_people(said_by):
    table = "Emne\tDato\tAnsvarlig\nMål stien\t4. april 2024\tVEX\nMal broen\tMaj 2024\tVejcentret\nRyd op\t\tAlma\n"
    assert tasks(said_by(table)) == [
        ("Mål stien", "2024-04-04", "", ["VEX"]),
        ("Mal broen", "2024-05", "", ["Vejcentret"]),
        ("Ryd op", "", "", ["Alma"]),
    ]


def test_a_month_row_governs_the_rows_below_it(said_by):
    table = "Dato\tSag/emne\tCenter\nApril 2024\t\t\n4.\tMål stien\tVEX\n\tMal broen\tVEX\nFebruar\t\t\n\tRyd op\tVEX\n"
    assert [(title, due) for title, due, _, _ in tasks(said_by(table))] == [
        ("Mål stien", "2024-04-04"),
        ("Mal broen", "2024-04"),
        ("Ryd op", "2024-02"),
    ]


def test_rows_that_come_again_every_year(said_by):
    table = "Emne\tTidspunkt\nTilbagevendende sager\t\nVejsalt\tNovember\nStatus\tKvartalsvis\n"
    assert [(title, due, again) for title, due, again, _ in tasks(said_by(table))] == [
        ("Vejsalt", "2024-11", "November"),
        ("Status", "", "Kvartalsvis"),
    ]


def test_pipes_part_the_cells_as_well(said_by):
    table = "| Emne | Frist |\n|---|---|\n| Mål stien | 4. april 2024 |\n"
    assert tasks(said_by(table)) == [("Mål stien", "2024-04-04", "", [])]


def test_any_other_table_gives_no_tasks(said_by):
    assert tasks(said_by("Vej\tMeter\nSkolestien\t400\n")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Velkomst (Alma)\n- Budget (AB/CD)", [("Velkomst", ["Alma"]), ("Budget", ["AB", "CD"])]),
        ("1. Velkomst (Alma)", [("Velkomst", ["Alma"])]),
        # what else stands in brackets is nobody
        ("- Velkomst (kl. 9)\n- Budget (DKK)\n- Udstyr (IT)", []),
    ],
)
def test_topics_with_a_name_in_brackets(said_by, text, expected):
    found = said_by(f"Sagsfremstilling\n\n{text}").tasks
    assert [(task.title, [who.name for who in task.responsible]) for task in found] == expected


@pytest.mark.parametrize(
    ("section", "sentence", "rule"),
    [
        ("Beslutning", "Vejcentret udarbejder en plan.", "will-do"),
        ("Beslutning", "Plancentret maler broen.", "told"),
        ("Beslutning", "Udvalget bad Vejcentret om en plan.", "told"),
        ("Beslutning", "Der ønskes en plan for broen.", "ordered"),
        ("Sagsfremstilling", "Vejcentret udarbejder en plan inden 4. maj 2024.", "will-do"),
        ("Sagsfremstilling", "Planen skal foreligge den 4. maj 2024.", "deadline"),
        ("Videre proces", "Der udarbejdes en plan.", "announced"),
        # what was done, what has no day, what is put on record, and what only is
        ("Sagsfremstilling", "Vejcentret havde en plan, der udarbejdes.", None),
        ("Sagsfremstilling", "Planen skal foreligge.", None),
        ("Sagsfremstilling", "Planen skal foreligge den 4. maj 2023.", None),
        ("Beslutning", "Godkendt.", None),
        ("Beslutning", "Alma Bro (F) ønskede tilført protokollen, at broen bør males.", None),
        ("Beslutning", "Imod stemte Alma Bro (F), som ønsker en anden bro.", None),
        ("Indstilling", "Vejcentret udarbejder en plan.", None),
    ],
)
def test_what_sentences_order(said_by, section, sentence, rule):
    found = said_by(f"{section}\n\n{sentence}").tasks
    assert [task.rule for task in found] == ([rule] if rule else [])
    assert all(task.title == sentence for task in found)


def test_a_promise_has_its_day_and_who_keeps_it(said_by):
    (task,) = said_by("Beslutning\n\nVejcentret og Plancentret udarbejder en plan til 4. maj.").tasks
    assert (task.due, [who.name for who in task.responsible]) == ("2024-05-04", ["Vejcentret", "Plancentret"])


def test_a_month_on_a_line_of_its_own_governs_the_rows_below_it(said_by):
    table = "Dato\tEmne\tAnsvarlig\n4.\tRyd op\tVEX\nApril\n4.\tMål stien\tVEX\nMaj 2025\n6.\tMal broen\tVEX\n"
    assert [(title, due) for title, due, _, _ in tasks(said_by(table))] == [
        ("Ryd op", ""),
        ("Mål stien", "2024-04-04"),
        ("Mal broen", "2025-05-06"),
    ]


def test_a_line_of_its_own_says_that_the_rows_below_it_come_again(said_by):
    table = "Emne\tTidspunkt\nTilbagevendende sager\nVejsalt\tNovember\n"
    assert [(title, due, again) for title, due, again, _ in tasks(said_by(table))] == [
        ("Vejsalt", "2024-11", "November")
    ]


@pytest.mark.parametrize(
    ("cell", "due", "again"),
    [
        # a day without a year lies ahead of 12 March 2024
        ("4. april", "2024-04-04", ""),
        ("4. februar", "2025-02-04", ""),
        ("Den 14. januar", "2025-01-14", ""),
        # one with a year lies where it says
        ("4. februar 2024", "2024-02-04", ""),
        # what comes again has no day
        ("(1. møde i måneden)", "", "(1. møde i måneden)"),
    ],
)
def test_when_a_row_is_due(said_by, cell, due, again):
    assert tasks(said_by(f"Emne\tDato\nMål stien\t{cell}\n")) == [("Mål stien", due, again, [])]


def test_a_row_is_due_on_a_day_that_the_calendar_has(said_by):
    ((_, due, _, _),) = tasks(said_by("Emne\tDato\nMål stien\t29. februar\n"))
    assert datetime.date.fromisoformat(due)
