"""`kg loops`, `kg case` and the others, and `kg ask`, as a user meets them."""

import json
import zipfile
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.pages import NAMES
from kg.queries.question import shipped_questions

ABOUT = {
    "case": ["22/10457"],
    "unit": ["CFE"],
    "person": ["Birthe", "Nordahl"],
    "theme": ["kultur", "og", "fritid"],
    "body": ["Direktionen"],
    "meeting": ["Direktionen", "2022-03-08"],
    "find": ["kunstig", "intelligens"],
    "drives": ["--theme", "culture"],
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], example_store: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs `kg` in this process on the graph of the examples; its exit code, standard output and standard error."""
    monkeypatch.setenv("COLUMNS", "120")

    def run(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*(str(each) for each in arguments), "--store", str(example_store)])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_help_and_an_answer(run, name: str, language: str) -> None:
    code, out, err = run(name, "--help", "--lang", language)
    assert (code, err) == (0, "")
    assert out.startswith(f"{'Brug' if language == 'da' else 'Usage'}: kg {name} ")
    assert all(option in out for option in ("--format", "--output", "--store"))
    code, out, err = run(name, *ABOUT.get(name, []), "--lang", language)
    assert (code, err) == (0, "")
    assert "tvk-" in out  # where the words stand
    assert "https://w3id.org" not in out


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", ["Udsat, sendt tilbage eller sendt videre – og ikke taget op siden (5)", "Pr. 2025-01-14", "udsat"]),
        ("en", ["Postponed, returned or referred – and not taken up since (5)", "As of 2025-01-14", "postponed"]),
    ],
)
def test_loops_of_a_year(run, language: str, expected: list[str]) -> None:
    code, out, err = run("loops", "--from", "2022", "--to", "2022", "--lang", language)
    assert (code, err) == (0, "")
    assert all(each in out for each in expected)
    waiting = out.split("\n\n", 1)[1].partition(" (6)")[0]
    assert "2022-09-20 Direktionen" in waiting
    assert "tvk-direktionen-2022-09-20.txt:81" in waiting
    assert "\n2023-" not in out


def test_csv_on_standard_output(run) -> None:
    code, out, err = run("loops", "--from", "2022", "--to", "2022", "--format", "csv")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("date,days,body,number,title,case,outcomes,")
    assert lines[0].endswith(",item,decision,source,words")
    assert lines[1].startswith("2022-03-08,1043,Direktionen,1,Økonomiopfølgning 08-03-2022,21/30044,")


def test_json_on_standard_output(run) -> None:
    code, out, _ = run("loops", "--format", "json", "--lang", "da")
    page = json.loads(out)
    assert (code, page["page"]) == (0, "loops")
    assert [answer["name"] for answer in page["answers"]] == ["loops", "loops-closed"]
    assert page["answers"][0]["rows"][0]["source"] == "tvk-direktionen-2022-03-08.txt:29"


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "md", "xlsx"])
def test_the_ending_of_a_file_says_its_form(run, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"loops.{form.upper()}"
    assert run("loops", "--output", path) == (0, "", "")
    other = tmp_path / "loops.data"
    assert run("loops", "--output", other, "--format", form)[0] == 0
    assert path.read_bytes() == other.read_bytes() != b""
    assert zipfile.is_zipfile(path) is (form == "xlsx")


def test_a_file_of_another_kind_is_one_sentence(run, tmp_path: Path) -> None:
    code, out, err = run("loops", "--output", tmp_path / "loops.docx")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert ".csv, .tsv, .json, .md, .xlsx" in err
    assert not (tmp_path / "loops.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["unit", "CFX"], "kg: No centre in the graph is called CFX; the nearest names are: CFE.\n"),
        (["case", "22/10475"], "kg: No case in the graph is called 22/10475; the nearest names are: 22/10457;"),
        (["case", "22/10475", "--lang", "da"], "kg: Grafen har ingen sag »22/10475«; det nærmeste er: 22/10457;"),
        (
            ["unit", "center", "for"],
            "kg: center for may be more than one centre: Center for Børn og Læring (taarnevig/",
        ),
        (["loops", "--body", "Direktoinen"], "kg: No body in the graph is called Direktoinen; the nearest names are: "),
        (["loops", "--from", "i går"], "kg: “i går” cannot be read as from; write it like one of these: "),
        (["case"], "kg: "),
        (["ask", "lops"], "kg: There is no question “lops”; the nearest are: loops"),
        (["ask", "loops", "--until", "2022"], "kg: The question loops takes no until; it takes: case, body, "),
        (["ask", "case"], "kg: The question case needs --case (case); such as: kg ask case --case 22/10457"),
        (["ask", "loops", "2022"], "kg: “2022” belongs to nothing; write it as --name value."),
        (["ask", "loops", "--queries", "not-there"], "kg: not-there: the questions cannot be read"),
    ],
)
def test_mistakes_are_one_sentence(run, arguments: list[str], expected: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(expected)
    assert err.count("\n") == 1


# --- kg ask


@pytest.mark.parametrize("arguments", [["ask", "--list"], ["ask"]])
def test_every_question_is_listed(run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    first = {line.split()[0] for line in out.splitlines() if line.strip()}
    assert set(shipped_questions()) <= first


@pytest.mark.parametrize("arguments", [["--as-of", "2023-01-01"], ["--as_of=2023-01-01"], ["--as-of=2023-01-01"]])
def test_a_question_by_its_name(run, arguments: list[str]) -> None:
    code, out, err = run("ask", "loops", *arguments)
    assert (code, err) == (0, "")
    assert "2022-06-15 Økonomiudvalget" in out
    assert "2023-" not in out
    assert run("ask", "loops", *arguments, "--strict")[0] == 0


def test_a_page_by_its_name(run) -> None:
    assert run("ask", "gaps")[:2] == run("gaps")[:2]
    assert run("ask", "unit", "--unit", "CFE")[:2] == run("unit", "CFE")[:2]


def test_questions_of_a_folder(run, tmp_path: Path) -> None:
    text = "# title (da): Mine tal\n# column: number text | tal | number\nSELECT ?number { ?c sag:caseNumber ?number }"
    (tmp_path / "mine.rq").write_text(text, "utf-8")
    code, out, _ = run("ask", "mine", "--queries", tmp_path, "--format", "csv")
    assert (code, "22/10457" in out.splitlines()) == (0, True)
    code, out, _ = run("ask", "--list", "--queries", tmp_path)
    assert (code, "Mine tal" in out) == (0, True)


def test_a_question_of_a_folder_takes_the_place_of_a_shipped_one(run, tmp_path: Path) -> None:
    (tmp_path / "loops.rq").write_text("SELECT (1 AS ?mine) {}", "utf-8")
    code, out, _ = run("ask", "loops", "--queries", tmp_path, "--format", "csv")
    assert (code, out.splitlines()) == (0, ["mine", "1"])


def test_a_question_of_a_folder_cannot_reach_out(run, tmp_path: Path) -> None:
    (tmp_path / "out.rq").write_text("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "utf-8")
    code, out, err = run("ask", "out", "--queries", tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith("kg: ")
