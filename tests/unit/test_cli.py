"""The commands as a user meets them: what they print where, in which language, and with which exit code."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest

from kg.cli import main
from kg.cli.commands import NAMES, make_commands
from kg.cli.language import choose_language
from kg.cli.sparql import default_format
from kg.graph.shapes import Report, Violation
from kg.messages import speaker

Ran = tuple[int, str, str]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """Runs `kg` in this process; its exit code, standard output and standard error."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        code = main([str(each) for each in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the examples."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    assert main(["build", str(ROOT / "examples" / "minutes"), "--store", str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """A folder with one file of minutes."""
    folder = tmp_path / "minutes"
    folder.mkdir()
    text = "REFERAT Direktionen d. 08-03-2022\n\nPunkt 1: Budget\n\n22/00001\n\nBeslutning\n\nGodkendt.\n"
    (folder / "a.txt").write_text(text, "utf-8")
    return folder


def process(*arguments: object, **settings) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=300, cwd=ROOT, **settings)


# --- help and mistakes


@pytest.mark.parametrize("arguments", [["--help"], []])
def test_help_names_every_command_in_order(run, arguments: list[str]) -> None:
    code, out, _ = run(*arguments)
    assert code == 0
    listed = [line.split()[0] for line in out.partition("Commands:")[2].splitlines() if line.startswith("  ")]
    assert listed[: len(NAMES)] == [*NAMES]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_command_has_help_for_itself_and_each_option(name: str, language: str) -> None:
    group = make_commands(speaker(language))
    _, command, _ = group.resolve_command(click.Context(group), [name])
    assert isinstance(command, click.Command)
    assert command.help
    assert all(each.help for each in command.params if isinstance(each, click.Option))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--lang", "da", "--help"], "Brug: kg [VALG] KOMMANDO"),
        (["--lang=da", "build", "--help"], "Valg:"),
        (["build", "--help", "--lang", "da"], "Byg grafen af filer"),
        (["build", "--help"], "Build the graph from files"),
        (["--version"], "sagsgraf 0.1.0"),
    ],
)
def test_help_is_in_the_language_asked_for(run, arguments: list[str], expected: str) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert expected in out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["biuld"], "kg: There is no command “biuld”; kg --help shows those that are.\n"),
        (
            ["build", "--stroe", "x", "y"],
            "kg: There is no option --stroe here; kg build --help shows those that are.\n",
        ),
        (["build"], "kg: INPUT... is missing; kg build --help shows how it is used.\n"),
        (["build", "x", "--jobs", "0"], "kg: --jobs takes a number above 0; kg build --help says more.\n"),
        (
            ["show", "x", "--stage", "y"],
            "kg: --stage takes source, meeting, findings, facts; kg show --help says more.\n",
        ),
        (
            ["export", "a", "b", "--lang", "da"],
            "kg: Got unexpected extra argument (b) (kg export --help viser, hvordan den bruges.)\n",
        ),
        (["build", "not-there"], "kg: not-there: there is no such file or folder; check the path.\n"),
        (["show", "not-there"], "kg: not-there: there is no such file; check the path.\n"),
        (["show", "."], "kg: . is a folder; give one file.\n"),
        (["show", "pyproject.toml", "--text"], "kg: --text belongs to --stage source.\n"),
        (["sparql", "not-there.rq"], "kg: not-there.rq cannot be read as a question (No such file or directory).\n"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(run, arguments: list[str], expected: str) -> None:
    assert run(*arguments) == (2, "", expected)


@pytest.mark.parametrize("command", [["export", "-"], ["sparql", "ASK {}"], ["why", "x"]])
def test_a_store_that_is_not_there_is_one_sentence(run, tmp_path: Path, command: list[str]) -> None:
    code, out, err = run(*command, "--store", tmp_path / "none")
    assert (code, out) == (1, "")
    assert err == f"kg: There is no graph in {tmp_path / 'none'}: make one with `kg build`.\n"


# --- language


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {"LANG": "da_DK.UTF-8"}, "da"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "da_DK.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "da_DK.UTF-8", "LC_ALL": ""}, "da"),
        ([], {"LANG": "en_GB", "LC_MESSAGES": "da_DK"}, "da"),
        ([], {"KG_LANG": "en", "LC_ALL": "da_DK"}, "en"),
        (["build", "--lang", "en"], {"LANG": "da_DK"}, "en"),
        (["build", "--lang=da"], {"LANG": "en_GB"}, "da"),
        (["sparql", "--", "--lang", "da"], {"LANG": "en_GB"}, "en"),
        (["build", "--lang"], {"LANG": "da_DK"}, "da"),
    ],
)
def test_the_language_is_chosen(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    assert choose_language(arguments, environment) == expected


# --- build


def test_build_says_what_it_found(run, minutes: Path, tmp_path: Path) -> None:
    code, out, err = run("build", minutes, "--store", tmp_path / "store")
    assert code == 0
    assert dict(reversed(line.split()) for line in out.splitlines()).items() >= {"documents": "1", "items": "1"}.items()
    assert err == f"The graph is in {tmp_path / 'store'}.\n"


def test_build_again_says_that_nothing_changed(run, minutes: Path, tmp_path: Path) -> None:
    first = run("build", minutes, "--store", tmp_path / "store")
    code, out, err = run("build", minutes, "--store", tmp_path / "store")
    assert (code, out) == first[:2]
    assert err == "Nothing has changed since the last build.\n"


def test_a_lost_file_is_named_and_makes_exit_code_1(run, minutes: Path, tmp_path: Path) -> None:
    (minutes / "b.msg").write_bytes(b"From")
    (minutes / "c.txt").write_bytes(b"")
    code, out, err = run("build", minutes, "--store", tmp_path / "store", "--lang", "da")
    assert code == 1
    assert "1  dokumenter" in out
    lines = err.splitlines()
    assert lines[0] == "b.msg: Filer, der ender på .msg, kan ikke læses; gem dokumentet som .docx, PDF eller tekst."
    assert lines[1] == "c.txt: Filen er tom; hent dokumentet igen."
    assert lines[2] == "2 filer kom ikke med i grafen, eller kun delvis."


@pytest.mark.parametrize(
    ("content", "message", "values"),
    [
        (b"", "unreadable-empty", []),
        (b"%PDF-1.7\n\x00\x01\x02", "unreadable-broken-pdf", []),
        (b"\xef\xbb\xbfbl\xe5", "unreadable-encoding", ["UTF-8"]),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_own_sentence(
    run, minutes: Path, tmp_path: Path, content: bytes, message: str, values: list[str]
) -> None:
    (minutes / "b.txt").write_bytes(content)
    code, out, _ = run("build", minutes, "--store", tmp_path / "store", "--json")
    [problem] = json.loads(out)["problems"]
    assert (code, problem["path"], problem["message"], problem["values"]) == (1, "b.txt", message, values)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "None of the files (2) could be read; the graph is as it was. a.txt: The file is empty; "),
        ("da", "Ingen af filerne (2) kunne læses; grafen er, som den var. a.txt: Filen er tom; "),
    ],
)
def test_where_nothing_can_be_read_the_first_file_says_why(
    run, minutes: Path, tmp_path: Path, language: str, sentence: str
) -> None:
    for name in ("a.txt", "b.txt"):
        (minutes / name).write_bytes(b"")
    code, out, err = run("build", minutes, "--store", tmp_path / "store", "--lang", language)
    assert (code, out) == (1, "")
    assert err.startswith(f"kg: {sentence}")


def test_a_note_leaves_the_exit_code_at_0(run, minutes: Path, tmp_path: Path) -> None:
    (minutes / "b.txt").write_bytes((minutes / "a.txt").read_bytes())
    code, _, err = run("build", minutes, "--store", tmp_path / "store", "--quiet")
    assert code == 0
    assert err == "b.txt: note: The file is exactly the same as a.txt and counts once.\n"


def test_quiet_prints_nothing_where_nothing_is_wrong(run, minutes: Path, tmp_path: Path) -> None:
    assert run("build", minutes, "--store", tmp_path / "store", "--quiet") == (0, "", "")


def test_build_as_json(run, minutes: Path, tmp_path: Path) -> None:
    (minutes / "b.msg").write_bytes(b"From")
    code, out, err = run("build", minutes, "--store", tmp_path / "store", "--json")
    assert (code, err) == (1, "")
    found = json.loads(out)
    assert found["figures"]["documents"] == 1
    assert found["unchanged"] is False
    [problem] = found["problems"]
    assert (problem["path"], problem["line"], problem["message"], problem["loss"]) == ("b.msg", 0, "no-reader", True)
    assert problem["sentence"].startswith("b.msg: Files that end in .msg")


def test_nothing_to_read_leaves_the_graph_as_it_was(run, minutes: Path, tmp_path: Path) -> None:
    assert run("build", minutes, "--store", tmp_path / "store", "--quiet")[0] == 0
    before = run("export", "-", "--store", tmp_path / "store")
    others = tmp_path / "others"
    others.mkdir()
    (others / "b.msg").write_bytes(b"From")
    assert run("build", others, "--store", tmp_path / "store")[0] == 2
    assert run("export", "-", "--store", tmp_path / "store") == before


@pytest.mark.parametrize("base", ["data", "https://example.org/id", "https://exa mple.org/", ":/", "<a>:/"])
def test_a_base_that_can_begin_no_name_is_refused(run, minutes: Path, base: str) -> None:
    code, _, err = run("build", minutes, "--base-iri", base)
    assert code == 2
    assert base in err


def test_the_base_begins_the_names(run, minutes: Path, tmp_path: Path) -> None:
    assert (
        run("build", minutes, "--store", tmp_path / "store", "--base-iri", "https://example.org/id/", "--quiet")[0] == 0
    )
    _, out, _ = run("sparql", "SELECT ?m { ?m a sag:Meeting ; sag:item ?i }", "--store", tmp_path / "store")
    assert out.splitlines()[1].startswith("https://example.org/id/")


def test_an_older_store_is_said_and_built_again(run, minutes: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert run("build", minutes, "--store", store, "--quiet")[0] == 0
    manifest = store / "generations" / (store / "CURRENT").read_text().strip() / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 0}))
    code, _, err = run("build", minutes, "--store", store, "--add")
    assert code == 1
    assert "older version" in err
    code, out, err = run("build", minutes, "--store", store)
    assert code == 0
    assert "1  documents" in out
    assert "older version" in err


def test_a_profile_is_given_or_left_out(run, minutes: Path, tmp_path: Path) -> None:
    profile = tmp_path / "somewhere.toml"
    profile.write_text('[authority]\nname = "Vesterlund Kommune"\nsignals = ["vestl."]\n', "utf-8")
    (minutes / "a.txt").write_text(f"{(minutes / 'a.txt').read_text('utf-8')}vestl. vestl.\n", "utf-8")
    graphs = {}
    for given in (profile, "none"):
        assert run("build", minutes, "--store", tmp_path / "store", "--profile", given, "--quiet")[0] == 0
        graphs[given] = run("export", "-", "--store", tmp_path / "store")[1]
    assert "/vesterlund/meeting/" in graphs[profile]
    assert "/vesterlund/meeting/" not in graphs["none"]


def test_the_authority_of_a_given_profile_is_that_of_every_document(run, minutes: Path, tmp_path: Path) -> None:
    profile = tmp_path / "somewhere.toml"
    profile.write_text('[authority]\nname = "Vesterlund Kommune"\n', "utf-8")
    text = (minutes / "a.txt").read_text("utf-8")
    (minutes / "a.txt").write_text("Ravnsø Kommune\n" + text + "Ravnsø Kommune (RAK) sparer.\n" * 9, "utf-8")
    assert run("build", minutes, "--store", tmp_path / "store", "--quiet")[0] == 0
    assert "/ravnsoe/meeting/" in run("export", "-", "--store", tmp_path / "store")[1]
    assert run("build", minutes, "--store", tmp_path / "store", "--profile", profile, "--quiet")[0] == 0
    graph = run("export", "-", "--store", tmp_path / "store")[1]
    assert "/vesterlund/meeting/" in graph
    assert "/ravnsoe/meeting/" not in graph
    shown = run("show", minutes / "a.txt", "--stage", "facts", "--profile", profile)[1]
    assert "/vesterlund/meeting/" in shown


def test_a_file_that_is_no_profile_is_one_sentence(run, minutes: Path) -> None:
    code, _, err = run("build", minutes, "--profile", minutes / "a.txt")
    assert code == 2
    assert "not a profile" in err


def test_verdicts_and_themes_must_be_readable(run, minutes: Path) -> None:
    for name in ("--verdicts", "--themes"):
        code, _, err = run("build", minutes, name, "not-there")
        assert code == 2
        assert err.startswith("kg: not-there: ")


def test_progress_is_shown_to_a_person_only(
    run, minutes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    code, out, err = run("build", minutes, "--store", tmp_path / "store")
    assert code == 0
    assert "Reading" in err
    assert "Reading" not in out
    assert "\x1b" not in out


# --- export, sparql, show, why, validate


def test_export_writes_what_the_ending_says(run, store: Path, tmp_path: Path) -> None:
    for ending in ("ttl", "nt", "nq"):
        assert run("export", tmp_path / f"graph.{ending}", "--store", store) == (0, "", "")
    _, out, _ = run("export", "-", "--store", store)
    assert out.encode() == (tmp_path / "graph.ttl").read_bytes()
    _, out, _ = run("export", "-", "--format", "nt", "--store", store)
    assert out.encode() == (tmp_path / "graph.nt").read_bytes()


@pytest.mark.parametrize(
    ("query", "terminal", "expected"),
    [
        ("SELECT * {?s ?p ?o}", True, "table"),
        ("SELECT * {?s ?p ?o}", False, "csv"),
        ("ASK {}", False, "csv"),
        ("PREFIX a: <b#construct> CONSTRUCT {?s ?p ?o} WHERE {?s ?p ?o}", False, "ttl"),
        ("describe sag:Centre", False, "ttl"),
        ("SELECT ('CONSTRUCT' AS ?x) {}", False, "csv"),
    ],
)
def test_the_format_of_an_answer_follows_who_reads_it(query: str, terminal: bool, expected: str) -> None:
    assert default_format(query, terminal=terminal) == expected


QUESTION = "SELECT ?number { ?case sag:caseNumber ?number } ORDER BY ?number LIMIT 1"


def test_a_question_is_a_text_a_file_or_standard_input(run, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "question.rq"
    file.write_text(QUESTION, "utf-8")
    code, out, err = run("sparql", QUESTION, "--store", store)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "number"
    assert run("sparql", file, "--store", store) == (code, out, err)
    done = process("sparql", "-", "--store", store, input=QUESTION.encode())
    assert (done.returncode, done.stdout.decode()) == (0, out.replace("\r\n", "\n").replace("\n", "\r\n"))


def test_a_table_says_how_many_rows(run, store: Path) -> None:
    code, out, err = run(
        "sparql", "SELECT ('[red]x[/red]' AS ?a) ('\\u001b[31m' AS ?b) {}", "--format", "table", "--store", store
    )
    assert (code, err) == (0, "1 row\n")
    assert "[red]x[/red]" in out
    assert "\x1b" not in out


def test_a_wrong_question_is_one_sentence(run, store: Path) -> None:
    code, out, err = run("sparql", "SELEKT", "--store", store)
    assert (code, out) == (2, "")
    assert err.startswith("kg: ")
    assert err.count("\n") == 1


def test_a_question_that_is_no_text_is_one_sentence(run, tmp_path: Path) -> None:
    (tmp_path / "latin.rq").write_bytes("# æ".encode("cp1252"))
    assert run("sparql", tmp_path / "latin.rq")[:2] == (2, "")


def test_a_question_may_be_longer_than_any_path(run, store: Path) -> None:
    code, out, _ = run("sparql", f"SELECT (1 AS ?x) {{}} # {'long ' * 2000}", "--store", store)
    assert (code, out.split()) == (0, ["x", "1"])


def test_a_case_history_from_the_examples(run, store: Path, examples: Path) -> None:
    code, out, _ = run("sparql", examples / "questions" / "case-history.rq", "--store", store)
    assert code == 0
    assert out.splitlines()[0] == "date,body,item,title,outcome,decision"
    assert len(out.splitlines()) == 8


def test_the_text_of_the_source_is_what_offsets_index(run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("REFERAT Direktionen d. 08-03-2022\r\n\r\nPunkt 1: Køb af æbler\r\n".encode("cp1252"))
    done = process("show", file, "--stage", "source", "--text")
    assert done.stdout == file.read_bytes().decode("cp1252").encode()
    _, out, _ = run("show", file, "--stage", "source")
    assert json.loads(out)["text"].encode() == done.stdout


@pytest.mark.parametrize(
    ("stage", "first"),
    [("meeting", "meeting"), ("findings", "mentions"), ("facts", "graph")],
)
def test_a_stage_is_lines_of_json(run, examples: Path, stage: str, first: str) -> None:
    code, out, err = run("show", examples / "minutes" / "tvk-direktionen-2022-03-08.txt", "--stage", stage)
    note = "tvk-direktionen-2022-03-08.txt: its points are read as “Punkt 3: Titel” (7, worth "
    assert code == 0
    assert err.startswith(note) if stage == "meeting" else err == ""
    lines = [json.loads(line) for line in out.splitlines()]
    assert len(lines) > 5
    assert first in lines[0]


def test_a_file_that_cannot_be_read_is_named(run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    path = tmp_path / "empty.txt"
    assert run("show", path) == (1, "", f"kg: {path}: The file is empty; fetch the document again.\n")
    assert run("show", path, "--lang", "da") == (1, "", f"kg: {path}: Filen er tom; hent dokumentet igen.\n")


@pytest.mark.parametrize("text", [[], ["--stage", "source", "--text"]])
def test_a_file_that_takes_too_long_is_named(run, tmp_path: Path, monkeypatch, text: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Punkt 1: Broer\n")
    path = tmp_path / "a.txt"

    def too_slow(_work, given, _jobs, died, limits):
        assert limits.seconds == 7.0
        return (died(each, "too-slow") for each in given)

    monkeypatch.setattr("kg.stages.run", too_slow)
    sentence = "Reading the file took longer than 7 seconds, so it was passed over; divide it, or give --timeout."
    assert run("show", path, "--timeout", "7", *text) == (1, "", f"kg: {path}: {sentence}\n")


def test_why_quotes_the_line_that_the_words_stand_on(run, store: Path, examples: Path) -> None:
    query = """SELECT ?x ?exact ?file { ?x a sag:Recommendation ; sag:evidence ?e . ?e oa:exact ?exact ; sag:in ?d .
        ?d sag:fileName ?file } ORDER BY ?x LIMIT 1"""
    _, out, _ = run("sparql", query, "--format", "json", "--store", store)
    [row] = json.loads(out)["results"]["bindings"]
    code, out, err = run("why", row["x"]["value"], "--store", store)
    assert (code, err) == (0, "")
    text = (examples / "minutes" / row["file"]["value"]).read_bytes().decode()
    line = text[: text.index(row["exact"]["value"])].count("\n") + 1
    assert f"  {row['file']['value']}:{line}  “{' '.join(row['exact']['value'].split())}”" in out


def test_why_gives_the_reason_of_a_merge(run, store: Path) -> None:
    query = "SELECT ?c { ?c a sag:Centre ; skos:altLabel ?short ; skos:prefLabel ?long } ORDER BY ?c LIMIT 1"
    _, out, _ = run("sparql", query, "--store", store)
    name = out.splitlines()[1].removeprefix("https://w3id.org/sagsgraf/id/")
    code, out, _ = run("why", name, "--store", store)
    assert code == 0
    assert "skos:altLabel" in out
    assert "  because " in out


def test_why_gives_reasons_in_the_users_language(run, store: Path) -> None:
    query = "SELECT ?x { ?x sag:reason ?why FILTER(STRSTARTS(?why, 'both are of case ')) } ORDER BY ?x LIMIT 1"
    name = run("sparql", query, "--store", store)[1].splitlines()[1]
    said = {language: run("why", name, "--store", store, "--lang", language)[1] for language in ("da", "en")}
    assert "  because both are of case " in said["en"]
    assert "begge" not in said["en"]
    assert "  fordi begge er af sag " in said["da"]
    assert "both" not in said["da"]


def test_why_knows_names_by_their_tails_under_any_base(run, minutes: Path, tmp_path: Path) -> None:
    base, store = "https://example.org/id/", tmp_path / "store"
    assert run("build", minutes, "--store", store, "--base-iri", base, "--quiet")[0] == 0
    item = run("sparql", "SELECT ?i { ?i a sag:AgendaItem }", "--store", store)[1].splitlines()[1]
    code, out, err = run("why", item.removeprefix(base), "--store", store)
    assert (code, out.splitlines()[0], err) == (0, item, "")


def test_why_of_a_name_that_nobody_has(run, store: Path) -> None:
    assert run("why", "nobody", "--store", store) == (2, "", "kg: Nothing in the graph is called nobody.\n")
    said = run("why", "nobody", "--store", store, "--lang", "da")
    assert said == (2, "", "kg: Intet i grafen hedder nobody.\n")


def test_the_graph_of_the_examples_keeps_the_rules(run, store: Path) -> None:
    assert run("validate", "--store", store) == (0, "", "The graph keeps all the rules.\n")


def test_broken_rules_are_listed(run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Violation(
        "https://example.org/x", "sag:number", "", (("da", "Et punkt har ét nummer."), ("en", "One number."))
    )
    monkeypatch.setattr("kg.graph.shapes.validate", lambda _: Report(conforms=False, violations=(broken,)))
    code, out, err = run("validate", "--store", store, "--lang", "da")
    assert code == 1
    assert out == "https://example.org/x  sag:number  Et punkt har ét nummer.\n"
    assert err == "Ét sted holder grafen ikke reglerne.\n"


def test_what_cannot_be_checked_is_exit_code_2(run, tmp_path: Path) -> None:
    assert run("validate", "--store", tmp_path / "none")[0] == 2


# --- demo


def test_the_demonstration_shows_a_history_and_says_where_its_files_are(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run("demo")
    assert code == 0
    assert "Case 22/10457, meeting by meeting:" in out
    assert [str(Path("output") / name) in out for name in ("graph.ttl", "network.html", "store")] == [True] * 3
    assert (tmp_path / "output" / "network.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert run("demo")[0] == 0


def test_the_demonstration_spares_the_graph_of_a_user(run, minutes: Path, tmp_path: Path) -> None:
    assert run("build", minutes, "--store", tmp_path / "out" / "store", "--quiet")[0] == 0
    code, _, err = run("demo", tmp_path / "out")
    assert code == 2
    assert "does not overwrite" in err


# --- the process


def test_nothing_heavy_is_imported_for_help() -> None:
    code = "import sys; from kg.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    ours = {name for name in done.stderr.split() if name.startswith("kg")}
    assert not {"msgspec", "rich", "rdflib", "pyoxigraph", "networkx"} & set(done.stderr.split())
    assert "kg.pipeline" not in ours
    assert "kg.cli.build" not in ours


def test_a_reader_that_has_had_enough_is_no_error(store: Path) -> None:
    command = f'"{sys.executable}" -m kg export - --store "{store}"'
    with subprocess.Popen(command, shell=True, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


def test_ctrl_c_is_one_sentence(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.graph.graph.Graph.open", interrupted)
    assert run("why", "x") == (130, "", "kg: Stopped; the graph is as it was.\n")


def test_what_nobody_expected_is_one_sentence_unless_debug_is_asked_for(
    run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("kg.graph.graph.Graph.open", broken)
    code, out, err = run("why", "x", "--store", store)
    assert (code, out) == (70, "")
    assert err.startswith("kg: This should not happen (ZeroDivisionError: oh); run the command again with --debug")
    with pytest.raises(ZeroDivisionError):
        run("why", "x", "--store", store, "--debug")


def test_what_the_system_refuses_is_one_sentence(run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    code, out, err = run("export", tmp_path / "graph.ttl", "--store", store)
    assert (code, out) == (1, "")
    assert err.startswith("kg: It could not be written or read: ")
    assert err.count("\n") == 1


def test_results_are_utf8_whatever_the_platform_writes(store: Path) -> None:
    query = "SELECT ?l { ?c a sag:Centre ; skos:prefLabel ?l } ORDER BY ?l"
    done = process(
        "sparql", query, "--format", "table", "--store", store, env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 0
    assert "ø" in done.stdout.decode()


def test_python_users_open_a_graph(store: Path) -> None:
    import kg

    with kg.open(store) as graph:
        assert isinstance(graph, kg.Graph)
        assert len(graph.query("SELECT ?i { ?i a sag:AgendaItem }")) > 50
    with pytest.raises(AttributeError, match="no attribute 'close'"):
        kg.close  # noqa: B018


# --- archives


@pytest.fixture
def archive(minutes: Path) -> Path:
    """The file of minutes in an archive, and nothing else in its folder."""
    path = minutes / "m.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.write(minutes / "a.txt", "2022/a.txt")
    (minutes / "a.txt").unlink()
    return path


def test_an_archive_is_built_like_a_folder(run, archive: Path, tmp_path: Path) -> None:
    code, out, _ = run("build", archive, "--store", tmp_path / "store", "--timeout", "30")
    assert code == 0
    assert "1  meetings" in out
    code, out, _ = run("meeting", "2022-03-08", "--store", tmp_path / "store")
    assert code == 0
    assert "minutes: a.txt" in out
    for name in ("a.txt", f"{archive}/2022/a.txt"):
        code, out, _ = run("why", f"{name}:9", "--store", tmp_path / "store")
        assert (code, out.splitlines()[1]) == (0, "  “Godkendt”")
    assert (
        run("why", "møde.txt:1", "--store", tmp_path / "store")[2] == "kg: Nothing in the graph is called møde.txt:1.\n"
    )


def test_show_takes_a_file_in_an_archive(run, archive: Path) -> None:
    code, out, err = run("show", f"{archive}/2022/a.txt", "--stage", "source", "--text")
    assert (code, err) == (0, "")
    assert out.startswith("REFERAT Direktionen d. 08-03-2022")
    assert run("show", archive)[0] == 2
    code, _, err = run("show", f"{archive}/2022/b.txt")
    assert code == 2
    assert "there is no such file" in err
