"""The pages of the explorer: what each holds, that every name leads somewhere, and what is said where nothing is."""

import html
import re
import shutil
from collections import deque
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request

from kg.inputs import find_inputs
from kg.pipeline import build
from kg.profiles import NONE
from kg.queries.evidence import words_of
from kg.serve.app import make_app
from kg.serve.config import Config
from kg.serve.entity import BY_KIND
from kg.serve.pages import Answered, Here, Kept
from kg.serve.pages.places import places_for
from kg.settings import Settings
from tests.serve.hostile import hostile_store

CASE = "/id/taarnevig/case/22-10457"
ITEM = "/id/taarnevig/meeting/oekonomiudvalget/2022-06-15/item/2"
MEETING = "/id/taarnevig/meeting/direktionen/2022-03-08"
HTML = {"accept": "text/html", "accept-language": "en"}


def text_of(page: str) -> str:
    """What a reader sees of a page, in one line."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def seen(client: httpx.Client, path: str, **headers: str) -> str:
    answer = client.get(path, headers={**HTML, **headers})
    assert answer.status_code == 200, path
    return text_of(answer.text)


def test_days_are_counted_alike_in_the_answer_and_on_the_page(client, asked) -> None:
    days = [row["days"] for row in asked.case("22/10457").main.dicts() if row["days"]]
    assert re.findall(r"(\d+) days later", seen(client, CASE)) == [str(each) for each in days]
    assert len(days) == 7


def links(page: str) -> list[str]:
    """The addresses on this server that a page names, without their fragments."""
    found = (html.unescape(each).partition("#")[0] for each in re.findall(r'(?:href|src)="([^"]+)"', page))
    return [each for each in dict.fromkeys(found) if each.startswith("/")]


def crawl(url: str, most: int) -> dict[str, httpx.Response]:
    """The answers to the first page and, breadth first, to what it leads to; of lists that are narrowed in several ways
    at once only those that are narrowed in one.
    """
    found: dict[str, httpx.Response] = {}
    waiting = deque(["/"])
    with httpx.Client(base_url=url, timeout=300) as client:
        while waiting and len(found) < most:
            path = waiting.popleft()
            if path in found or path.count("=") > 1:
                continue
            found[path] = client.get(path, headers=HTML)
            if found[path].headers["content-type"].startswith("text/html"):
                waiting.extend(links(found[path].text))
    return found


def test_every_link_leads_somewhere(served) -> None:
    found = crawl(served.url, 400)
    assert len(found) == 400
    assert {path: answer.status_code for path, answer in found.items() if answer.status_code not in (200, 303)} == {}


def test_every_link_of_minutes_that_mean_harm_leads_somewhere(serve, tmp_path: Path) -> None:
    found = crawl(serve(Config(hostile_store(tmp_path))).url, 200)
    assert {path: answer.status_code for path, answer in found.items() if answer.status_code not in (200, 303)} == {}
    for path, answer in found.items():
        if answer.headers["content-type"].startswith("text/html"):
            assert "<script>window.ran" not in answer.text, path
            assert "<img src=x" not in answer.text, path


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (CASE, "Treated 7 times by 2 bodies, 8 March 2022 – 14 January 2025."),
        (CASE, "77 days"),
        (CASE, "only quoted"),
        (CASE, "Udsat. Udvalget ønsker at se et bud på finansieringen"),
        (CASE, "Sums 20 mio. kr. · 22,75 mio. kr. · kr. 325.000"),
        (CASE, "Direktionen besluttede, at CFE og KBC planlægger åbningen i fællesskab"),
        ("/id/taarnevig/case/21-30044", "Collecting number 21/30044"),
        (ITEM, "taken up again 2023-02-22 Økonomiudvalget, item 3"),
        (ITEM, "Previous treatment 2022-05-24 Direktionen, item 3"),
        (ITEM, "Direktionen indstiller, at Økonomiudvalget over for Byrådet anbefaler"),
        (MEETING, "Agenda and decisions 7"),
        (MEETING, "Mødelokale Fyrtårnet"),
        ("/id/taarnevig/unit/center-for-ejendomme", "Also called CFE"),
        ("/id/taarnevig/unit/center-for-ejendomme", "Drives, year by year"),
        ("/id/taarnevig/person/birthe-nordahl", "Named together with"),
        ("/id/taarnevig/body/direktionen", "Meetings"),
        ("/theme/culture", "Who drives it, year by year"),
        ("/id/taarnevig", "Tårnevig Kommune"),
        (f"{ITEM}/task/2", "Økonomi- og Analysecentret (ØAC) leverer oplægget"),
        (f"{ITEM}/attachment/1", "Scenarier for Tårnevig Svømmehal, hovedrapport"),
        ("/", "10 documents"),
        ("/cases", "Cases 30"),
        ("/loops", "Fælles vagtplansystem"),
        ("/tasks?state=overdue", "Overdue 27"),
        ("/network?case=22/10457", "Network"),
        ("/timeline?case=22/10457", "Økonomiudvalget"),
        ("/drives", "Center for Ejendomme"),
    ],
)
def test_a_page_has_what_it_is_about(client, path: str, words: str) -> None:
    assert words in seen(client, path)


def test_every_kind_of_thing_that_has_a_name_has_a_page_of_its_own() -> None:
    assert set(BY_KIND) == {"case", "meeting", "centre", "person", "body", "theme"}


def test_a_decision_is_opened_on_the_page_of_its_item(client) -> None:
    answer = client.get(f"{ITEM}/decision/oekonomiudvalget-2022-06-15", headers=HTML)
    assert 'class="decided shown"' in answer.text
    assert 'class="decided shown"' not in client.get(ITEM, headers=HTML).text


def test_facts_lead_to_their_very_words(client) -> None:
    page = client.get(ITEM, headers=HTML).text
    places = re.findall(r'href="(/id/document/(\w+))#char=(\d+),(\d+)"', page)
    assert len(places) > 15
    said = {client.get(f"{path}.txt").text[int(start) : int(end)] for path, _, start, end in places}
    assert "kr. 325.000" in said
    assert "22/10457" in said
    assert "Notat om energipriser og drift" in said


def test_of_a_closed_item_only_the_number_the_title_the_case_and_the_page(client) -> None:
    found = seen(client, f"{MEETING}/item/4")
    assert "Closed item: only its number, title, case and page are in the graph." in found
    assert "Case 21/30044" in found
    assert "Page 10" in found
    for heading in ("Decision", "Recommendation", "Attachments", "Promises", "Names"):
        assert heading not in found


@pytest.mark.parametrize(
    ("headers", "query", "word"),
    [
        ({"accept-language": "da-DK,da;q=0.9,en;q=0.8"}, "", "Sager"),
        ({"accept-language": "de, fr"}, "", "Cases"),
        ({"accept-language": "en"}, "?lang=da", "Sager"),
        ({"accept-language": "en", "cookie": "lang=da"}, "", "Sager"),
        ({"accept-language": "da", "cookie": "lang=xx"}, "", "Sager"),
    ],
)
def test_the_reader_chooses_the_language(client, headers: dict[str, str], query: str, word: str) -> None:
    answer = httpx.get(f"{client.base_url}/cases{query}", headers=headers, timeout=60)
    assert f"<h1>{word} " in answer.text
    assert (f'<html lang="{"da" if word == "Sager" else "en"}"') in answer.text


def test_what_the_server_was_told_holds_until_the_reader_chooses(serve, example_store: Path) -> None:
    client = serve(Config(example_store, language="da")).client
    english = {"accept-language": "en"}
    assert "<h1>Sager " in client.get("/cases", headers=english).text
    assert "<h1>Cases " in client.get("/cases?lang=en", headers=english).text


def test_a_language_that_was_chosen_is_remembered(client) -> None:
    kept = httpx.get(f"{client.base_url}/cases?lang=da", timeout=60).headers["set-cookie"]
    assert "lang=da" in kept
    assert "HttpOnly" in kept
    assert "SameSite=lax" in kept


def test_the_way_that_one_is_on_is_marked(client) -> None:
    page = client.get("/loops", headers=HTML).text
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', page) == ["/loops", "/loops"]  # the way, and the tab


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/id/taarnevig/case/22-10458", 404, "Nothing in the graph is called"),
        ("/id/taarnevig/case/22-10458", 404, "22/10457"),
        ("/resource?iri=https://example.org/nothing", 404, "Nothing in the graph is called"),
        ("/resource?iri=%22%3E%3Cscript%3E", 404, "Nothing in the graph is called"),
        ("/resource", 404, "Nothing in the graph is called"),
        ("/no-such-page", 404, "There is no page at this address."),
        ("/loops?as_of=yesterday", 400, "“yesterday” cannot be read as as_of"),
        ("/loops?body=Direktion%C3%A9n", 404, "Direktionen"),
        ("/cases?year=x", 400, "“x” is not a year"),
        ("/cases?sort=nothing", 400, "The list has no column nothing"),
        ("/cases?page=0", 400, "“0” is not the number of a page."),
        ("/network?of=everything", 400, "There is no network of everything."),
        (f"/find?q={'x' * 5000}", 400, "The address is too long."),
    ],
)
def test_what_is_not_there_or_not_understood_is_said_in_one_sentence(
    client, path: str, status: int, words: str
) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == status
    assert words in text_of(answer.text)
    assert "Traceback" not in answer.text
    assert 'role="search"' in answer.text


def test_programs_get_the_sentence_as_json(client) -> None:
    answer = client.get("/loops.json?as_of=yesterday")
    assert answer.status_code == 400
    assert "cannot be read" in answer.json()["error"]


def test_nothing_can_be_changed(client) -> None:
    answer = client.post("/cases", headers=HTML)
    assert answer.status_code == 405
    assert "This page can only be read" in answer.text


def test_a_fault_of_ours_is_one_sentence_with_the_policy(serve, example_store, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("something secret")

    monkeypatch.setattr("kg.serve.entity.read_node", fail)
    answer = serve(Config(example_store)).client.get(ITEM, headers=HTML)
    assert answer.status_code == 500
    assert "Something went wrong here." in answer.text
    assert "secret" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_what_has_not_changed_is_not_sent_again(client) -> None:
    first = client.get(CASE, headers=HTML)
    again = client.get(CASE, headers={**HTML, "if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    danish = client.get(CASE, headers={**HTML, "accept-language": "da", "if-none-match": first.headers["etag"]})
    assert danish.status_code == 200


def test_a_new_build_is_seen_at_once(serve, tmp_path: Path, examples: Path) -> None:
    from kg.inputs import find_inputs
    from kg.pipeline import build
    from kg.settings import Settings

    files = sorted((examples / "minutes").iterdir())
    build(find_inputs([str(files[0])])[0], tmp_path, Settings())
    client = serve(Config(tmp_path)).client
    assert "Documents 1" in seen(client, "/documents")
    build(find_inputs([str(each) for each in files[:2]])[0], tmp_path, Settings())
    assert "Documents 2" in seen(client, "/documents")


def test_behind_a_proxy_every_address_begins_with_its_path(serve, example_store) -> None:
    client = serve(Config(example_store, base_path="/minutes")).client
    for path in ("/", CASE, "/cases?body=Direktionen", "/find?q=energi", "/timeline?case=22/10457"):
        page = client.get(f"/minutes{path}", headers=HTML)
        assert page.status_code == 200
        assert [each for each in links(page.text) if not each.startswith("/minutes/")] == []
        assert "</minutes/" in page.headers["link"]
    assert client.get("/minutes/find?q=22/10457").headers["location"] == f"/minutes{CASE}"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("svømmehal energi", "Tårnevig Svømmehal - valg af scenarie"),
        ("CFE", "Center for Ejendomme Centre · CFE"),
        ("birthe", "Birthe Nordahl"),
        ("direktionen 2022-03-08", "Direktionen 2022-03-08"),
        ("xyzzyplugh", "The words were not found."),
        ("trivselsmaalinger 2022 qqqq", "No item has all the words"),
        ("", "Write words, a name or a case number."),
    ],
)
def test_the_search_finds_names_and_words(client, words: str, found: str) -> None:
    answer = client.get("/find", params={"q": words}, headers=HTML)
    assert found in text_of(answer.text)


def test_the_words_that_were_found_are_marked(client) -> None:
    page = client.get("/find", params={"q": "energiudgift"}, headers=HTML).text
    assert "<mark>energiudgiften</mark>" in page


def test_a_hit_leads_to_its_meeting_and_body(client) -> None:
    page = client.get("/find", params={"q": "energiudgift"}, headers=HTML).text
    assert re.search(r"/id/taarnevig/meeting/[^>]+><bdi>[\d-]+</bdi></a> · <a href=./id/taarnevig/body/", page)


def test_a_task_says_what_became_of_it_and_no_technical_words(client) -> None:
    address = client.get("/tasks.csv").text.splitlines()[1].split("/id/taarnevig/")[1].split(",")[0]
    found = seen(client, f"/id/taarnevig/{address}")
    assert "promised" in found
    assert "sag:Task" not in found


def test_a_case_number_leads_to_its_case(client) -> None:
    answer = client.get("/find", params={"q": " 22-10457 "})
    assert (answer.status_code, answer.headers["location"]) == (303, CASE)


def test_what_is_not_found_has_a_nearest(client) -> None:
    assert "Birthe Nordahl" in seen(client, "/find?q=Birte+Nordal")


def test_places_are_those_of_the_evidence(example_store, asked) -> None:
    app = make_app(Config(example_store))
    here = Here(
        Request({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [], "app": app}), "/"
    )
    kinds = "sag:Decision sag:AgendaItem sag:Meeting sag:Task sag:Centre foaf:Person"
    nodes = [str(node) for (node,) in asked.query(f"SELECT DISTINCT ?x {{ VALUES ?t {{ {kinds} }} ?x a ?t }}").values()]
    slow = {node: (each.document, each.start, each.end) for node, each in words_of(asked, nodes).items()}
    quick = {node: (each.document, each.start, each.end) for node, each in places_for(here, nodes).items()}
    assert len(slow) > 200
    assert quick == slow


MINUTES = "REFERAT Direktionen d. 08-03-2022\n\nPunkt 1: {0}\n\n22/00001\n\nBeslutning\n\nGodkendt.\n"


def test_a_store_that_was_deleted_and_built_anew_is_shown_as_it_is(serve, tmp_path: Path) -> None:
    store, file = tmp_path / "store", tmp_path / "a.txt"
    for title in ("Budget", "Regnskab"):
        shutil.rmtree(store, ignore_errors=True)
        file.write_text(MINUTES.format(title), "utf-8")
        build(find_inputs([str(file)])[0], store, Settings(forced=NONE))
        if title == "Budget":
            client = serve(Config(store)).client
        assert title in client.get("/items", headers=HTML).text


def test_what_is_kept_counts_addresses_and_headers_too() -> None:
    kept, answer = Kept(100_000), Answered(b"", "text/html", "", {"link": "x" * 5_000}, 200)
    for number in range(100):
        kept.put((number,), answer)
    assert sum(kept.get((number,)) is not None for number in range(100)) == 16
