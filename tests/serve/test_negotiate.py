"""Which form an answer takes."""

import pytest

from kg.serve.negotiate import ROWS, choose, form_named, media_type, split_suffix

PAGE = ("html", "ttl", "nt", "jsonld", "rdf", "json", "csv")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "offered", "form"),
    [
        ("", ROWS, "srj"),
        ("*/*", ROWS, "srj"),
        ("text/csv", ROWS, "csv"),
        ("TEXT/CSV", ROWS, "csv"),
        ("text/*", ROWS, "csv"),
        ("text/csv, */*", ROWS, "csv"),
        ("text/csv;q=0.5, text/tab-separated-values", ROWS, "tsv"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.4", ROWS, "csv"),
        ("*/*, text/csv;q=0", ("csv", "tsv"), "tsv"),
        ("*/*;q=0.1, application/sparql-results+xml;q=0.2", ROWS, "srx"),
        ("application/xml", ROWS, "srx"),
        ("application/json", ROWS, "srj"),
        ("application/json", PAGE, "json"),
        ("application/json", ("ttl", "jsonld"), "jsonld"),
        (BROWSER, PAGE, "html"),
        (BROWSER, ROWS, "srx"),
        ("text/turtle; charset=utf-8; q=0.7, text/html;q=0.6", PAGE, "ttl"),
        ("image/png", PAGE, None),
        ("text/csv;q=0", ROWS, None),
        ("text/csv;q=0.0, text/tab-separated-values;q=nan", ROWS, None),
        ("nonsense", ROWS, "srj"),
        ("*/*", (), None),
        ("", (), None),
    ],
)
def test_what_an_accept_header_chooses(accept: str, offered: tuple[str, ...], form: str | None) -> None:
    assert choose(accept, offered) == form


@pytest.mark.parametrize(
    ("name", "offered", "form"),
    [
        ("csv", ROWS, "csv"),
        ("CSV", ROWS, "csv"),
        ("json", ROWS, "srj"),
        ("json", PAGE, "json"),
        ("xml", ROWS, "srx"),
        ("turtle", PAGE, "ttl"),
        ("text/turtle", PAGE, "ttl"),
        ("*/*", ROWS, None),
        ("xlsx", ROWS, None),
    ],
)
def test_what_a_format_means(name: str, offered: tuple[str, ...], form: str | None) -> None:
    assert form_named(name, offered) == form


@pytest.mark.parametrize(
    ("path", "stem", "form"),
    [
        ("/id/by/case/22-1.ttl", "/id/by/case/22-1", "ttl"),
        ("/id/by/case/22-1", "/id/by/case/22-1", None),
        ("/id/by/unit/a.b", "/id/by/unit/a.b", None),
        (".ttl", ".ttl", None),
    ],
)
def test_a_suffix_names_the_form(path: str, stem: str, form: str | None) -> None:
    assert split_suffix(path, PAGE) == (stem, form)


def test_text_says_how_it_is_encoded() -> None:
    assert media_type("csv") == "text/csv; charset=utf-8"
    assert media_type("srj") == "application/sparql-results+json"
