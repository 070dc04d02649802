"""The report: all its pages, linked to each other, with the facts that the commands give; and how it is written."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.api import open_graph
from kg.cli import main
from kg.errors import UsageError
from kg.messages import speaker
from kg.pictures.files import made_of, write_file, write_folder
from kg.pictures.report import FILES, NAMES, report_pages
from kg.pictures.report.cases import cases
from kg.queries.ask import ask
from kg.queries.question import shipped_question

DA, EN = speaker("da"), speaker("en")


@pytest.fixture(scope="module")
def pages(example_store: Path) -> dict[str, str]:
    with open_graph(example_store) as graph:
        return report_pages(graph, EN, "1")


class Links(HTMLParser):
    """The addresses that a page leads to, and those that it would load something from."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loaded: set[str] = set()
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag == "a":
            self.links.add(given.get("href") or "")
        elif tag in ("script", "link", "img", "iframe", "use"):
            self.loaded |= {given[key] or "" for key in ("src", "href") if key in given}


def text_of(page: str, name: str) -> list[str]:
    """The cells of the main column of a table, as text."""
    table = page[page.index(f'id="{name}-table"') :]
    found = re.findall(r'class="main-cell"[^>]*><strong><bdi>(.*?)</bdi>', table[: table.index("</table>")])
    return [each.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&") for each in found]


def test_all_pages_are_there(pages) -> None:
    assert set(pages) == FILES


@pytest.mark.parametrize("name", NAMES)
def test_a_page_leads_to_all_others_and_loads_nothing(pages, name: str) -> None:
    found = Links(pages[f"{name}.html"])
    assert found.links >= FILES
    assert {link for link in found.links if not link.startswith("#")} <= FILES
    assert found.loaded == set()
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_needs_no_inline_style_and_no_handler(pages, name: str) -> None:
    body = pages[f"{name}.html"].partition("<body>")[2].partition("<script")[0]
    assert not re.search(r"<[^>]* (style|on\w+)=", body)


@pytest.mark.parametrize("name", ["loops", "loops-closed"])
def test_open_and_closed_loops_are_those_of_the_command(asked, pages, name: str) -> None:
    rows = ask(asked, shipped_question(name), {})
    assert text_of(pages["loops.html"], name) == [" ".join(row.title.split()) for row in rows]


def test_every_promise_stands_under_its_state(asked, pages) -> None:
    rows = ask(asked, shipped_question("tasks"), {}).rows
    shown = {state: text_of(pages["tasks.html"], f"tasks-{state}") for state in ("overdue", "open", "recurs", "done")}
    assert shown["overdue"] == [row.title for row in rows if row.overdue is not None]
    assert shown["done"] == [row.title for row in rows if row.closed_by]
    assert sum(map(len, shown.values())) == len(rows)


def test_the_words_and_their_places_are_there(pages) -> None:
    for words in ("Udskydes til et møde i januar 2023", "tvk-direktionen-2022-09-20.txt:81"):
        assert words in pages["loops.html"]
    assert "Taken up 2023-02-22 by Økonomiudvalget, item 3" in pages["loops.html"]


def test_the_first_page_counts(pages) -> None:
    found = dict(re.findall(r"<strong>(\d+)</strong> <span>([^<]+)</span>", pages["index.html"]))
    counts = {
        text: int(count)
        for count, text in re.findall(r"<strong>(\d+)</strong> <span>([^<]+)</span>", pages["index.html"])
    }
    assert found
    assert (counts["documents"], counts["items"], counts["cases"]) == (10, 59, 30)
    assert (counts["open loops"], counts["tasks overdue"]) == (9, 27)
    assert "from 2022-03-08 to 2025-01-14" in pages["index.html"]


def test_cases_say_when_they_came_and_what_is_open(asked) -> None:
    loops = ask(asked, shipped_question("loops"), {})
    found = {each.number: each for each in cases(asked, loops, EN)}
    bath = found["22/10457"]
    assert (bath.count, bath.first, bath.last, bath.days, bath.open) == (7, "2022-03-08", "2025-01-14", 1043, None)
    assert [step.date for step in bath.steps] == sorted(step.date for step in bath.steps)
    assert found["22/18214"].open == 847
    assert found["21/30044"].container
    assert len(found) == 30


def test_a_report_speaks_danish(example_store: Path) -> None:
    with open_graph(example_store) as graph:
        found = report_pages(graph, DA, "1")
    assert '<html lang="da">' in found["index.html"]
    assert "åbne løkker" in found["index.html"]
    assert "Over fristen" in found["tasks.html"]


def test_the_same_graph_gives_the_same_bytes(example_store: Path, pages) -> None:
    with open_graph(example_store) as graph:
        assert report_pages(graph, EN, "1") == pages


def test_a_page_says_what_it_was_made_of(asked) -> None:
    assert made_of(asked, EN, "7") == "Made of 10 minutes from 2022-03-08 to 2025-01-14 with Sagsgraf 7."


# writing


def page(text: str = "") -> str:
    return f'<!DOCTYPE html><meta name="generator" content="Sagsgraf">{text}'


def test_folders_above_a_file_are_made(tmp_path: Path) -> None:
    write_file(tmp_path / "a" / "b" / "c.html", "ø")
    assert (tmp_path / "a" / "b" / "c.html").read_bytes() == "ø".encode()


def test_an_older_report_is_replaced(tmp_path: Path) -> None:
    for text in ("older", "newer"):
        write_folder(tmp_path / "report", {"index.html": page(text)}, FILES)
    assert (tmp_path / "report" / "index.html").read_text() == page("newer")
    assert [each.name for each in (tmp_path / "report").iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.txt", "mine"), ("index.html", "<!DOCTYPE html><title>My own site</title>"), ("tasks.html", "")],
)
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(UsageError, match=re.escape(name)):
        write_folder(tmp_path, {"index.html": page()}, FILES)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == content


def test_what_a_stopped_report_left_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / ".index.html.new").write_text("half")
    write_folder(tmp_path, {"index.html": page()}, FILES)
    assert [each.name for each in tmp_path.iterdir()] == ["index.html"]


def test_where_one_page_cannot_be_written_none_is(tmp_path: Path) -> None:
    write_folder(tmp_path, {"index.html": page("older")}, FILES)
    with pytest.raises(UnicodeEncodeError):
        write_folder(tmp_path, {"index.html": page("newer"), "tasks.html": "\ud800"}, FILES)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("index.html", page("older"))]


@pytest.mark.parametrize("arguments", [("report", "-o", "x"), ("report", "-o", "x/y"), ("matrix", "-o", "x/y.html")])
def test_a_file_in_the_way_is_one_sentence(tmp_path: Path, example_store, monkeypatch, capsys, arguments) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text("mine")
    assert main([*arguments, "--store", str(example_store)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("kg: x")
    assert (tmp_path / "x").read_text() == "mine"


# the commands


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (("timeline", "--case", "22/10457", "-o", "new/t.html"), "new/t.html"),
        (("timeline", "--unit", "CFE", "--from", "2022", "--to", "2023"), "output/timeline.html"),
        (("matrix", "--from", "2023"), "output/matrix.html"),
        (("report",), "output/report/index.html"),
    ],
)
def test_a_command_writes_and_says_where(tmp_path: Path, example_store, monkeypatch, capsys, arguments, made) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, "--store", str(example_store)]) == 0
    assert Path(capsys.readouterr().out.strip()) == Path(made)
    assert (tmp_path / made).read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("timeline", "--case", "99/1"), "No case in the graph is called 99/1"),
        (("timeline", "--from", "snart"), "“snart” cannot be read as from"),
        (("matrix", "-o", "."), ". is a folder; give the name of a file"),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path: Path, example_store, monkeypatch, capsys, arguments, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, "--store", str(example_store)]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_show_is_said(tmp_path: Path, example_store, capsys) -> None:
    target = tmp_path / "t.html"
    assert main(["timeline", "--from", "2030", "-o", str(target), "--store", str(example_store)]) == 0
    assert "There are no items to show here." in capsys.readouterr().err
