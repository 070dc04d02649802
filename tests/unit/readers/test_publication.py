"""FirstAgenda's publication pages in several skins: other class names, other elements, the same meeting."""

import pytest

from kg.readers import content_of

HEAD = (
    "<h1 class=dato>Referat 14. maj 2025 kl. 15.15</h1><span class=udvalg>Teknisk Udvalg</span> "
    "<span class=sted>Sal 2</span>"
)
TABLE = (
    "<h1>Referat</h1><table><tr><td>Udvalg:<td class=udvalg>Teknisk Udvalg<tr><td>Dato:"
    "<td class=dato>onsdag den 14. maj 2025 kl. 15.15<tr><td>Sted:<td class=sted>Sal 2</table>"
)
ROW = "<tr class='punktrow' id='punktrow_{n}'><td><span class='label'>{n}</span><td>{rest}"
TITLE = "<button aria-controls=d{n}><h2 class=overskrift>{title}</h2></button>"
BODY = (
    "<div class=details id=d{n} style='display:none'><span class=sagsnummer>EMN-2025-00031{n}</span><div class=punkt>"
    "<h3>Beslutninger</h3><div>Godkendt.</div></div><h3>Bilag</h3><ul><li><span role=button>PDF</span>"
    "<a class=bilag-link href='/vis/pdf/bilag/x'>Kort</a></ul></div>"
)
EXPECTED = (
    "Referat: Teknisk Udvalg\n\nMødedato: 14. maj 2025 kl. 15.15\nMødested: Sal 2\n\n"
    "Punkt 1: Veje\nSagsnr.: EMN-2025-000311\n\nBeslutninger\nGodkendt.\n\nBilag\n- Kort\n\n"
    "Punkt 2: Broer\nSagsnr.: EMN-2025-000312\n\nBeslutninger\nGodkendt.\n\nBilag\n- Kort\n"
)


def page(head, row, title, body, around="<table>{}</table>"):
    rows = [
        row.format(n=n, rest=(title + body).format(n=n, title=name)) for n, name in ((1, "Veje"), (2, "Broer"))
    ]  # fmt: skip
    html = f"<!doctype html><body>{head}{around.format(''.join(rows))}</body>"
    return content_of(html.encode(), "x.html")


@pytest.mark.parametrize(
    ("head", "row", "title", "body", "around"),
    [
        (HEAD, ROW, TITLE, BODY, "<table>{}</table>"),
        # points as boxes, not as rows of a table
        (HEAD, "<div class='dagsordenpunkt'><span class=nummer>{n}.</span>{rest}</div>", TITLE, BODY, "<div>{}</div>"),
        (HEAD, "<li class='agenda-item'><span class=number>Punkt {n}</span>{rest}</li>", TITLE, BODY, "<ul>{}</ul>"),
        # only what is in a row has a name, not the row
        (HEAD, "<div><p><span class='label'>{n}</span></p>{rest}</div>", TITLE, BODY, "<section>{}</section>"),
        # the number stands in the title
        (HEAD, "<div class=punkt-row>{rest}</div>", "<h3 class=titel>{n}. {title}</h3>", BODY, "<div>{}</div>"),
        # attachments known by where they lead, the case number under another name
        (
            HEAD,
            ROW,
            TITLE,
            BODY.replace("class=bilag-link", "").replace("class=sagsnummer", "class=sagsnr"),
            "<table>{}</table>",
        ),
        # the head in a table of its own
        (
            TABLE,
            ROW,
            TITLE,
            BODY,
            "<table>{}</table>",
        ),
    ],
)
def test_skins(head, row, title, body, around):
    assert page(head, row, title, body, around).text == EXPECTED


def test_attendance():
    people = "<table><tr><td>Deltagere<td class=deltagere>Ida Bæk, Jørn Å. Lund<br>Afbud: Bo Kjær</table>"
    content = page(HEAD + people, ROW, TITLE, BODY)
    said = [(content.text[mark.start : mark.end], mark.role) for mark in content.marks]
    assert [each for each in said if each[1] in {"member", "absentee"}] == [
        ("Ida Bæk", "member"), ("Jørn Å. Lund", "member"), ("Bo Kjær", "absentee"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Kontakt</h1><p class=dato>1. maj 2024</p><p>Ring til os.</p>",
        "<ul><li class=agenda-item><h2>Menu</h2></ul><p>Ring til os.</p>",
    ],
)
def test_a_page_with_only_some_of_the_signs_is_any_page(body):
    content = content_of(f"<!doctype html><body>{body}".encode(), "x.html")
    assert content.text.endswith("Ring til os.\n")
    assert not any(mark.role == "item" for mark in content.marks)
