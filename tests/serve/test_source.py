"""The source page: the text unchanged, every span marked and anchored, and the same for programs."""

import csv
import html
import io
import re
from html.parser import HTMLParser

import pytest

from kg.api import open_graph
from kg.places import Places
from kg.serve.config import Config
from kg.serve.source.cut import Mark, cut_lines, shown
from kg.serve.source.parts import Part, cut_parts
from kg.serve.source.read import read_places
from tests.serve.hostile import hostile_store

HTML = {"accept": "text/html", "accept-language": "en"}
BASE = "https://w3id.org/sagsgraf/id/"


@pytest.fixture
def document(asked) -> str:
    """The IRI of the minutes of 24 May 2022."""
    query = 'SELECT ?d { ?d sag:fileName "tvk-direktionen-2022-05-24.txt" }'
    return str(asked.query(query).values()[0][0])


@pytest.fixture
def page(document: str) -> str:
    return f"/id/{document.removeprefix(BASE)}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return hostile_store(tmp_path_factory.mktemp("hostile"))


class Reader(HTMLParser):
    """What a browser reads: the text of each line, and the id of every element."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self._depth = 0

    def handle_starttag(self, tag, attrs) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "span" and (self._depth or given.get("class") == "t"):
            if not self._depth:
                self.lines.append("")
            self._depth += 1

    def handle_endtag(self, tag) -> None:
        if tag == "span" and self._depth:
            self._depth -= 1

    def handle_data(self, data) -> None:
        if self._depth:
            self.lines[-1] += data


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("ab", [], ["ab"]),
        ("a\nb", [], ["a", "b"]),
        (
            "Økonomi",
            [Mark(0, 3, "person", "Person: Ø", "/x")],
            ['<a class="m k-person from to" id="char=0,3" href="/x" title="Person: Ø" data-at="0,3">Øko</a>nomi'],
        ),
        (  # one inside another: the inner one is the link
            "abcd",
            [Mark(0, 4, "title", "T", "/t"), Mark(1, 2, "theme", "E", "/e")],
            [
                (
                    '<a class="m k-title from" id="char=0,4" href="/t" title="T" data-at="0,4">a</a>'
                    '<span class="m k-title">'
                    '<a class="m k-theme from to" id="char=1,2" href="/e" title="E" data-at="1,2">'
                    "b</a></span>"
                    '<a class="m k-title to" href="/t" title="T" data-at="0,4">cd</a>'
                )
            ],
        ),
        (  # over a line break, and beginning with one
            "ab\ncd",
            [Mark(1, 4, "decision", "B", "/b"), Mark(2, 4, "case", "S", "/s")],
            [
                'a<span class="b k-decision from" id="char=1,4">b</span><span id="char=2,4"></span>',
                '<span class="b k-decision to"><a class="m k-case to" href="/s" title="S" data-at="2,4">c</a></span>d',
            ],
        ),
    ],
)
def test_a_text_is_cut_where_marks_begin_and_end(text: str, marks: list[Mark], expected: list[str]) -> None:
    assert [line.html for line in cut_lines(text, marks)] == expected


def test_a_line_knows_its_blocks_and_which_begin_on_it() -> None:
    mark = Mark(2, 6, "task", "Opgave", "/t")
    lines = list(cut_lines("a\nbc\n\nde\nf", [mark]))
    assert [line.blocks for line in lines] == [(), ("task",), ("task",), (), ()]
    assert [line.begin for line in lines] == [(), (mark,), (), (), ()]
    assert [(line.number, line.start) for line in lines] == [(1, 0), (2, 2), (3, 5), (4, 6), (5, 9)]


@pytest.mark.parametrize("text", ["a\rb", "\0", "\ud800", "<&>\"'", "\U0001f600", "\x85\u2028"])
def test_text_is_written_so_that_it_keeps_its_length(text: str) -> None:
    written = shown(text)
    assert len(html.unescape(written)) == len(text)
    assert not set("\r\0<>") & set(written)


def test_the_page_has_the_text_unchanged(client, page: str) -> None:
    text = client.get(f"{page}.txt").text
    assert "\n".join(read(client.get(page, headers={"accept": "text/html"}).text).lines) == text


def test_every_span_of_the_graph_has_its_anchor_once(client, asked, page: str, document: str) -> None:
    ids = read(client.get(page, headers={"accept": "text/html"}).text).ids
    rows = asked.query(f"SELECT DISTINCT ?e {{ ?e sag:in <{document}> }}").values()
    anchors = {str(iri).partition("#")[2] for (iri,) in rows}
    assert len(anchors) > 100
    assert anchors <= set(ids)
    assert len(ids) == len(set(ids))


def test_marks_lead_to_what_they_are(client, page: str) -> None:
    text = client.get(page, headers={"accept": "text/html", "accept-language": "en"}).text
    links = dict(re.findall(r'href="(/id/[^"#]*)" title="([^"]*)"', text))
    assert links["/id/taarnevig/unit/kultur-og-borgercentret"] == "Centre: Kultur- og Borgercentret"
    assert links["/id/taarnevig/case/22-10457"] == "Case: 22/10457"
    assert links["/id/taarnevig/body/oekonomiudvalget"] == "Body: Økonomiudvalget"


def test_the_facts_of_a_range(client, page: str) -> None:
    text = client.get(f"{page}.txt").text
    start = text.index("CBL")
    spans = client.get(f"{page}.json", params={"start": start, "end": start + 3}).json()["spans"]
    assert all(span["start"] < start + 3 and span["end"] > start for span in spans)
    fact = next(span for span in spans if span["exact"] == "CBL")["facts"][0]
    assert fact["name"] == "Center for Børn og Læring"
    assert fact["predicate"] == "mentions"
    assert fact["rules"] == ["abbreviation-bare"]


def test_all_spans_quote_the_text(client, page: str) -> None:
    text = client.get(f"{page}.txt").text
    spans = client.get(f"{page}.json").json()["spans"]
    assert spans
    for span in spans:
        assert span["exact"] == text[span["start"] : span["end"]]
        assert span["line"] == text.count("\n", 0, span["start"]) + 1


def test_the_same_as_rows_and_as_triples(client, page: str, document: str) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{page}.csv").text)))
    assert {"person", "centre", "case", "decision", "task", "amount"} <= {row["kind"] for row in rows}
    for form, media in (("ttl", "text/turtle"), ("jsonld", "application/ld+json")):
        by_suffix = client.get(f"{page}.{form}")
        assert by_suffix.headers["content-type"].startswith(media)
        assert client.get(page, headers={"accept": media}).content == by_suffix.content
        assert f"{document}#char=" in by_suffix.text


@pytest.mark.parametrize(
    ("text", "borders", "parts"),
    [
        ("", (), [Part(1, 0, 0, 1, 1)]),
        ("a\nb", (), [Part(1, 0, 3, 1, 2)]),
        ("12345\n" * 4, (), [Part(1, 0, 12, 1, 2), Part(2, 12, 24, 3, 5)]),  # about 12 characters each
        ("x" * 40 + "\ny", (), [Part(1, 0, 41, 1, 1), Part(2, 41, 42, 2, 2)]),  # a line that is longer than a part
    ],
)
def test_a_long_text_is_cut_into_whole_lines(text: str, borders: tuple[int, ...], parts: list[Part]) -> None:
    assert list(cut_parts(text, borders, whole=13, size=12)) == parts


def test_a_part_begins_with_a_point_or_a_page_where_one_is_near() -> None:
    text = "12345\n" * 6
    assert list(cut_parts(text, (14, 36), whole=13, size=18)) == [Part(1, 0, 12, 1, 2), Part(2, 12, 36, 3, 7)]
    assert list(cut_parts(text, (1, 36), whole=13, size=18)) == [Part(1, 0, 18, 1, 3), Part(2, 18, 36, 4, 7)]


@pytest.fixture
def parted(serve, example_store, monkeypatch: pytest.MonkeyPatch):
    """A client of a server to which minutes of two pages are long."""
    monkeypatch.setattr("kg.serve.source.parts._WHOLE", 3_000)
    monkeypatch.setattr("kg.serve.source.parts._SIZE", 2_000)
    return serve(Config(example_store)).client


def in_parts(client, page: str) -> list[str]:
    """The pages of all parts of a document."""
    first = client.get(page, headers=HTML).text
    count = len(set(re.findall(r'href="\?part=(\d+)" ', first)))
    return [first, *(client.get(f"{page}?part={number}", headers=HTML).text for number in range(2, count + 1))]


def test_the_parts_of_a_long_document_are_the_whole_of_it(parted, asked, page: str, document: str) -> None:
    found = [read(each) for each in in_parts(parted, page)]
    assert len(found) == 5
    assert "\n".join(line for each in found for line in each.lines) == parted.get(f"{page}.txt").text
    anchors = [each for one in found for each in one.ids if each.startswith(("char=", "L"))]
    assert len(anchors) == len(set(anchors))
    rows = asked.query(f"SELECT DISTINCT ?e {{ ?e sag:in <{document}> }}").values()
    assert {str(iri).partition("#")[2] for (iri,) in rows} <= set(anchors)


def test_a_long_document_says_where_one_is_and_leads_on(parted, page: str) -> None:
    first, second, *_ = in_parts(parted, page)
    assert "stands in 5 parts; this one is lines 1–" in first
    assert 'href="?part=2" aria-current="page"' in second
    line = int(re.search(r'id="L(\d+)"', second)[1])
    assert f'href="?part=2#L{line}"' in first  # a point begins there, and the contents lead to it
    assert parted.get(f"{page}?part=6", headers=HTML).status_code == 404


def test_what_programs_get_of_a_long_document_is_the_same(parted, client, page: str) -> None:
    for query in ("", "?start=1900&end=4100", "?start=5&end=5"):
        assert parted.get(f"{page}.json{query}").json() == client.get(f"{page}.json{query}").json()


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/id/document/0000000000000000", 404),
        ("/id/document/..%2f..%2fetc", 404),
        ("/id/document/0000000000000000.ttl", 404),
    ],
)
def test_what_is_not_there(client, address: str, status: int) -> None:
    assert client.get(address).status_code == status


@pytest.mark.parametrize("query", ["start=1", "start=a&end=2", "start=-1&end=2", "start=1&end=99999999999"])
def test_what_is_no_range(client, page: str, query: str) -> None:
    assert client.get(f"{page}.json?{query}").status_code == 400


def test_nothing_of_a_closed_item_is_shown(client, asked) -> None:
    places = Places(asked.path, asked.manifest)
    closed = 0
    for (document,) in asked.query("SELECT DISTINCT ?d { ?i sag:closed true ; sag:meeting/sag:minutes ?d }").values():
        page = client.get(f"/id/{str(document).removeprefix(BASE)}", headers={"accept": "text/html"})
        text = "\n".join(read(page.text).lines)
        for item in places.record(str(document)).meeting.items:
            if item.closed:
                closed += 1
                assert not re.search(r"[^\W\d]{2}", text[item.title.end : item.end])
    assert closed


def test_hostile_minutes_are_only_text(serve, hostile) -> None:
    client = serve(Config(hostile)).client
    with open_graph(hostile) as graph:
        name = graph.manifest["documents"][0]["sha256"][:16]
        places = read_places(graph, f"{BASE}document/{name}")
    answer = client.get(f"/id/document/{name}", headers={"accept": "text/html"})
    reader = read(answer.text)
    text = client.get(f"/id/document/{name}.txt").text
    assert "\r\n" in text
    assert "\n".join(reader.lines) == text
    assert not reader.tags & {"img", "b"}
    assert answer.text.count("<script") == answer.text.count("</script>")
    assert {place.kind for place in places} >= {"title", "case", "decision", "centre", "amount", "attachment"}
