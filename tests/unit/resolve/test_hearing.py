"""Counting names."""

import pytest

from kg.model.finding import Decision, Findings, Mention, Task
from kg.model.minutes import Attendance, Meeting
from kg.model.record import Introduction, Record
from kg.model.source import Text
from kg.resolve import Hearing, hear, spoken


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("unit", "Plancentrets", "Plancentret"),
        ("unit", "Plan- og\n Havnecentret", "Plan- og Havnecentret"),
        ("body", "direktionens", "Direktionen"),
        ("body", "direktions", "Direktion"),
        ("body", "ØKONOMIUDVALGET", "Økonomiudvalget"),
        ("body", "ØU", "ØU"),
        ("organisation", "Ravnsø Kommunes", "Ravnsø Kommune"),
        ("person", "Jens Moss", "Jens Moss"),
    ],
)
def test_a_name_as_it_is_counted(kind, name, expected):
    assert spoken(kind, name) == expected


def _record(sha256, *, body="Direktionen", findings=None, people=(), introductions=()):
    attendance = tuple(Attendance(Text(name, 50, 50 + len(name)), role) for name, role in people)
    meeting = Meeting("minutes", Text(body, 8, 8 + len(body)), "2031-02-03", None, None, None, attendance, (), "plain")
    return Record(
        "a.txt", sha256, "text/plain", "Klintevig Kommune", "", meeting, findings or Findings(), introductions
    )


def test_names_are_counted_by_rule_and_the_first_place_is_kept():
    mention = Mention(0, "unit", "Plancentrets", 90, 102, "unit-noun")
    task = Task(0, "Notat", 0, 5, "a-rule", responsible=(Mention(0, "unit", "Plancentret", 3, 14, "column"),))
    hearing = Hearing("Klintevig Kommune")
    hear(_record("bb", findings=Findings(mentions=(mention,), tasks=(task,))), hearing)
    hear(_record("aa", findings=Findings(mentions=(mention,))), hearing)
    assert hearing.names["unit", "Plancentret"] == {"unit-noun": 2, "column": 1}
    assert hearing.places["unit", "Plancentret", "unit-noun"] == ("aa", 90, 102)


def test_bodies_are_heard_in_the_header_and_in_captions():
    decision = Decision(0, "økonomiudvalget", "2031-01-09", "Godkendt.", 20, 29, "caption", quoted=True)
    hearing = Hearing("Klintevig Kommune")
    hear(_record("aa", findings=Findings(decisions=(decision,))), hearing)
    assert sorted(hearing.names) == [("body", "Direktionen"), ("body", "Økonomiudvalget")]


@pytest.mark.parametrize(("body", "board"), [("Direktionen", {"Tora Lind"}), ("Byrådet", set())])
def test_members_of_an_executive_board_are_directors(body, board):
    hearing = Hearing("Klintevig Kommune")
    hear(_record("aa", body=body, people=[("Tora Lind", "member"), ("Ib Storm", "guest")]), hearing)
    assert (hearing.board, hearing.roster) == (board, {"Tora Lind"})
    assert ("person", "Ib Storm") in hearing.names


def test_of_several_introductions_the_first_is_kept():
    hearing = Hearing("Klintevig Kommune")
    for sha in ("bb", "aa"):
        hear(_record(sha, introductions=(Introduction("unit", "Plancentrets", "PLC", 4, 24),)), hearing)
    assert hearing.introductions == {("unit", "Plancentret", "PLC"): ("aa", 4, 24)}
