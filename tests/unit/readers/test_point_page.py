"""Sites that give each point of an agenda a page of its own."""

import pytest

from kg.readers import content_of

ADDRESS = "https://hammelby.dk/dagsordener/Borgerr%C3%A5det/m%C3%B8de-22042021/referat/punkt-10"
HEAD = f"<link rel=canonical href='{ADDRESS}'>"
TRAIL = "<nav><ol class=breadcrumb><li>Politik<li>Kultur- og Fritidsudvalget</ol></nav>"
BODY = (
    "<p>Mødedato: 22.04.2021, kl. 17:30</p><p>Mødested: Teams</p><h1>Nye bøger (2021-0012345)</h1>"
    "<div class=bilagsliste><a href=a.pdf>Bilag 1 - Liste</a></div>"
    "<h2>Indstilling</h2><p>Det indstilles, at bøgerne købes.</p><h2>Beslutning</h2><p>Godkendt.</p>"
)


def page(head, body):
    return content_of(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "x.html")


def said(content, *roles):
    return [content.text[mark.start : mark.end] for mark in content.marks if mark.role in roles]


def test_a_page_of_one_point():
    content = page(HEAD, TRAIL + BODY)
    assert said(content, "body", "date", "start-time", "place") == [
        "Kultur- og Fritidsudvalget", "22. april 2021", "17.30", "Teams",
    ]  # fmt: skip
    assert said(content, "number", "title", "case", "attachment") == [
        "10", "Nye bøger", "2021-0012345", "Bilag 1 - Liste",
    ]  # fmt: skip
    assert content.text.startswith("Referat: Kultur- og Fritidsudvalget\n")
    assert content.text.endswith("Beslutning\nGodkendt.\n\nBilag\n- Bilag 1 - Liste\n")


def test_the_address_names_the_body_where_the_page_does_not():
    assert said(page(HEAD, BODY), "body") == ["Borgerrådet"]
    assert said(page(f"<meta property='og:url' content='{ADDRESS}'>", BODY), "number") == ["10"]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        # neither a number in the address, nor one title, nor a caption of minutes, nor a date
        ("<link rel=canonical href='https://hammelby.dk/nyheder/10'>", TRAIL + BODY),
        ("", TRAIL + BODY),
        (HEAD, TRAIL + BODY + "<h1>Andet</h1>"),
        (HEAD, TRAIL + BODY.replace("<h2>", "<p>")),
        (HEAD, TRAIL + BODY.replace("Mødedato: 22.04.2021", "Lagt ud i går")),
    ],
)
def test_other_pages_are_read_as_any_page(head, body):
    content = page(head, body)
    assert said(content, "item") == []
    assert "Godkendt." in content.text
