"""What is given for a parameter as a term, and terms as typed values."""

import datetime
from decimal import Decimal

import pytest

from kg.api import Graph
from kg.errors import UsageError
from kg.graph.rows import Iri
from kg.model.fact import Literal
from kg.model.said import Said
from kg.queries.question import Parameter
from kg.queries.values import cell, in_order, latest, term_of

NEWEST = "2025-01-14"


def parameter(kind: str) -> Parameter:
    return Parameter("as_of", kind, Said("pr.", "as of"))


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-2", "2015-02-01", "2015-02-28"),
        ("2016-12-31", "2016-12-31", "2016-12-31"),
        ("31-12-2016", "2016-12-31", "2016-12-31"),
        ("31. december 2016", "2016-12-31", "2016-12-31"),
        (" 2016 ", "2016-01-01", "2016-12-31"),
        (2016, "2016-01-01", "2016-12-31"),
        (datetime.date(2016, 12, 31), "2016-12-31", "2016-12-31"),
        ("latest", NEWEST, NEWEST),
        ("Seneste", NEWEST, NEWEST),
    ],
)
def test_a_year_or_month_is_its_first_or_last_day(asked: Graph, given: object, first: str, last: str) -> None:
    assert term_of(asked, parameter("from"), given) == Literal(first, "xsd:date")
    assert term_of(asked, parameter("to"), given) == Literal(last, "xsd:date")


@pytest.mark.parametrize("given", ["today", "Today", "i dag", "IDAG"])
def test_today_is_this_day(asked: Graph, given: str) -> None:
    before = datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
    found = term_of(asked, parameter("to"), given)
    after = datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
    assert found in (Literal(before, "xsd:date"), Literal(after, "xsd:date"))


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("to", "2016-13"),
        ("to", "2016-02-30"),
        ("from", "0000"),
        ("to", "i går"),
        ("to", "31/12"),
        ("to", ""),
        ("from", "12345"),
        ("number", "mange"),
        ("number", "1e9"),
        ("number", "9" * 30),
        ("flag", "måske"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(asked: Graph, kind: str, given: str) -> None:
    with pytest.raises(UsageError) as caught:
        term_of(asked, parameter(kind), given)
    assert caught.value.said("en").startswith(f"“{given}” cannot be read as as_of; write it like one of these: ")
    assert caught.value.said("da").startswith(f"»{given}« kan ikke læses som as_of; skriv det som et af disse: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("number", "14", Literal("14", "xsd:integer")),
        ("number", -3, Literal("-3", "xsd:integer")),
        ("number", 0.5, Literal("0.5", "xsd:decimal")),
        ("flag", "ja", Literal("true", "xsd:boolean")),
        ("flag", True, Literal("true", "xsd:boolean")),
        ("flag", "No", Literal("false", "xsd:boolean")),
        ("text", ' "} DELETE ', Literal('"} DELETE')),
        ("words", "kunstig\nintelligens", Literal("kunstig\nintelligens")),
    ],
)
def test_other_terms(asked: Graph, kind: str, given: object, expected: Literal) -> None:
    assert term_of(asked, parameter(kind), given) == expected


def test_the_newest_minutes_and_not_the_newest_meeting_that_is_mentioned(asked: Graph) -> None:
    mentioned = asked.query("SELECT (MAX(STR(?date)) AS ?last) { ?meeting a sag:Meeting ; dcterms:date ?date }")
    assert mentioned.values()[0][0] > latest(asked) == NEWEST


@pytest.mark.parametrize(
    ("kind", "term", "expected"),
    [
        ("text", None, None),
        ("text", Literal("ord"), "ord"),
        ("iri", Iri("https://a/b"), "https://a/b"),
        ("iri", None, None),
        ("date", Literal("2022-03-08", "xsd:date"), datetime.date(2022, 3, 8)),
        ("date", Literal("2022-03", "xsd:gYearMonth"), "2022-03"),
        ("date", Literal("2022", "xsd:gYear"), "2022"),
        ("days", Literal("P77D", "xsd:dayTimeDuration"), 77),
        ("days", Literal("-P3D", "xsd:dayTimeDuration"), -3),
        ("days", Literal("PT0S", "xsd:dayTimeDuration"), 0),
        ("days", Literal("12", "xsd:integer"), 12),
        ("score", Literal("0.95", "xsd:decimal"), Decimal("0.95")),
        ("number", Literal("7", "xsd:integer"), 7),
        ("flag", Literal("true", "xsd:boolean"), True),
        ("list", None, ()),
        ("list", Literal(""), ()),
        ("list", Literal("Bilag 10\nBilag 2\nBilag 2\n"), ("Bilag 2", "Bilag 10")),
        ("list", Literal("å\nÆ\na"), ("a", "å", "Æ")),
    ],
)
def test_terms_become_typed_values(kind: str, term: object, expected: object) -> None:
    assert cell(kind, term) == expected
    assert type(cell(kind, term)) is type(expected)


def test_text_is_sorted_as_people_do() -> None:
    assert sorted(["Bilag 10", "bilag 2", "Bilag", "900 t. kr.", "1,1 mio. kr."], key=in_order) == [
        "1,1 mio. kr.",
        "900 t. kr.",
        "Bilag",
        "bilag 2",
        "Bilag 10",
    ]
