"""Which pages may not be shown as pictures: closed, personal, or not known."""

from kg.inputs import Input
from kg.profiles import NONE
from kg.settings import Settings
from kg.stages import understand_alone
from tests.unit.readers import invented
from tests.unit.readers.paper import Paper

# a day that is none of anybody: the 31st of the 12th, with zeros
CPR = "311299-0000"


def hidden(tmp_path, paper: Paper, **chosen):
    path = tmp_path / "a.pdf"
    path.write_bytes(paper.pdf())
    return understand_alone(Input(path.name, str(path)), Settings(forced=NONE, **chosen)).hidden


def test_pages_of_closed_items(tmp_path):
    assert hidden(tmp_path, invented.firstagenda()) == (4,)


def test_a_closed_item_over_several_pages(tmp_path):
    paper = invented.firstagenda()
    paper.page().lines("Jorden ligger ved åen.").page().lines("Punkt 4: Eventuelt", "Intet.")
    assert hidden(tmp_path, paper) == (4, 5)


def test_pages_with_personal_data(tmp_path):
    paper = Paper().page().lines("Punkt 1: Stier").page().lines(f"Ansøger {CPR} fik støtte.")
    paper.page().lines("Punkt 2: Åen")
    assert hidden(tmp_path, paper) == (2,)
    assert hidden(tmp_path, paper, keep_personal_data=True) == ()


def test_a_number_over_two_pages_stands_on_the_first(tmp_path):
    paper = Paper().page().lines("Punkt 1: Stier", "Ansøger 311299-").page().lines("0000 fik støtte.")
    assert hidden(tmp_path, paper) == (1,)


def test_personal_data_in_a_running_footer_hides_its_pages(tmp_path):
    paper = Paper()
    for number in range(3):
        paper.page().lines(f"Afsnit {number}").line(70, 810, "Skriv til borger@klintemose.example")
    assert hidden(tmp_path, paper) == (1, 2, 3)


def test_pictures_that_nobody_read(tmp_path):
    paper = Paper().page().lines("Punkt 1: Stier").page().picture(2, 1, b"\0\xff").page()
    path = tmp_path / "a.pdf"
    path.write_bytes(paper.pdf())
    record = understand_alone(Input(path.name, str(path)), Settings(forced=NONE))
    assert record.hidden == (2,)
    assert ("pictures", ("2",)) in [(each.message, each.values) for each in record.problems]


def test_what_is_personal_in_a_footer_is_shown_nowhere(tmp_path, capsysbinary):
    from kg.cli import main

    paper = Paper()
    for number in range(3):
        paper.page().lines(f"Afsnit {number}").line(70, 810, "Skriv til borger@klintemose.example")
    (tmp_path / "a.pdf").write_bytes(paper.pdf())
    assert main(["show", str(tmp_path / "a.pdf"), "--stage", "source"]) == 0
    said = capsysbinary.readouterr().out
    assert b"Skriv til" in said
    assert b"borger" not in said
