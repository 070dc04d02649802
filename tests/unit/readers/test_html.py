"""Pages to text: what a person sees of them, in lines that read as a document, and what their structure says."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.readers import content_of


def page(body, head=""):
    return content_of(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "side.html")


def text_of(body):
    return page(body).text.rstrip("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        # blocks break lines, inline elements never do
        ("<p>Byrådet <b>god</b>kendte\n  sagen.</p><p>Enigt.</p>", "Byrådet godkendte sagen.\n\nEnigt."),
        ("<div>Et</div><div>To</div>tre<br>fire<br><br>fem", "Et\nTo\ntre\nfire\n\nfem"),
        ("a<span> b </span> c", "a b c"),
        # entities, hard spaces, soft hyphens
        ("<p>K&oslash;b&nbsp;af &Aring;vej&#8211;3 af&shy;tale &lt;b&gt;</p>", "Køb af Åvej–3 aftale <b>"),
        ("<p>Et</p><p> &nbsp; </p><p></p><p>to</p>", "Et\n\nto"),
        # headings have their text below them
        ("<h2>Beslutning</h2><p>Godkendt.</p><h2>Bilag</h2>", "Beslutning\nGodkendt.\n\nBilag"),
        ("<h2>Ny<br>skole</h2>x", "Ny\nskole\nx"),
        # lists
        ("<ul><li>æble<li>pære</ul>slut", "- æble\n- pære\n\nslut"),
        ("<ol start=3><li><p>at det godkendes</p></li><li>at</li></ol>", "3. at det godkendes\n\n4. at"),
        ("<ol type=a><li>x<ul><li>y</ul><li>z</ol>", "a. x\n  - y\nb. z"),
        ("<ul><li></li><li>x</li></ul><p>y</p>", "- x\n\ny"),
        # an entry with a heading of its own is a part of the page
        ("<ul><li><h3>Pkt. 1 Veje</h3><p>Godkendt.</li><li><h3>Pkt. 2</h3></ul>", "Pkt. 1 Veje\nGodkendt.\n\nPkt. 2"),
        # tables of data are rows with tabs; those of the page's layout are not
        (
            "<table><tr><th>År<th>Beløb<tr><td><p>2024</p><p>1. halvår</p><td>3 kr.</table>",
            "År\tBeløb\n2024 1. halvår\t3 kr.",
        ),
        ("<table><tr><td>a<td colspan=2>b<td>c</table>", "a\tb\t\tc"),
        # a caption beside its text is no data, a label beside its value is
        (
            "<table><tr><td><b>Beslutning</b><td>Godkendt.<tr><th>Bilag<td>Kort<br>Budget<tr><th>Sagsnr.<td>24/10442</table>",
            "Beslutning\nGodkendt.\nBilag\nKort\nBudget\nSagsnr.\t24/10442",
        ),
        ("<table><tr><td><h2>Menu</h2><td><p>Tekst</p></table>", "Menu\nTekst"),
        ("<table><tr><td>1<td>Veje<br>" + "ord " * 150 + "</table>", "1\nVeje\n" + "ord " * 149 + "ord"),
        # preformatted text keeps its lines
        ("<pre>Punkt 1\n  Veje</pre>", "Punkt 1\nVeje"),
    ],
)
def test_text(body, text):
    assert text_of(body) == text


@pytest.mark.parametrize(
    "body",
    [
        "<script>skjult()</script>",
        "<style>.skjult{}</style>",
        "<noscript>skjult</noscript>",
        "<template><p>skjult</p></template>",
        "<p hidden>skjult</p>",
        "<p style='color:red; display: none'>skjult</p>",
        "<nav>skjult</nav>",
        "<footer>skjult</footer>",
        "<div role='navigation'>skjult</div>",
        "<div class='cookie-banner'>skjult</div>",
        "<div class='cc-window cc-floating'>skjult</div>",
        "<div id='CybotCookiebotDialog'>skjult</div>",
        "<div class='crumbs'>skjult</div>",
        "<button aria-controls='menu'>skjult</button>",
        "<ol class='breadcrumb'><li>skjult</ol>",
        "<button>skjult</button><select><option>skjult</select><textarea>skjult</textarea>",
        "<!-- skjult -->",
        "<svg><text>skjult</text></svg>",
    ],
)
def test_what_is_no_part_of_the_minutes(body):
    assert text_of(f"<p>Punkt 1</p>{body}<p>Godkendt</p>") == "Punkt 1\n\nGodkendt"


@pytest.mark.parametrize(
    "names",
    ["class='udvalg social-og-sundhed'", "id=socialudvalget", "class=page-header", "role=alert", "class=shared"],
)
def test_what_only_looks_like_it(names):
    assert text_of(f"<div {names}><h2>Referat</h2></div><p>Godkendt</p>") == "Referat\nGodkendt"


@pytest.mark.parametrize("opener", ["aria-controls='sag1'", "data-target='#sag1'", "data-bs-target='#sag1'"])
def test_what_a_reader_can_unfold_is_part_of_the_page(opener):
    folded = "<div id='sag1' style='display:none'>Godkendt.</div>"
    assert text_of(f"<h2><button {opener}>Vis</button>1. Veje</h2>{folded}") == "1. Veje\nGodkendt."
    assert text_of(f"<h2>1. Veje</h2>{folded}") == "1. Veje"


@pytest.mark.parametrize(
    "heading",
    [
        "<h3><button aria-controls='sag1'><span>Punkt 1</span> <span>Veje</span></button></h3>",
        "<button aria-controls='sag1'>Punkt 1 Veje</button>",
    ],
)
def test_a_button_that_is_a_point_s_heading(heading):
    assert text_of(f"<div>{heading}</div><div id='sag1' hidden>Godkendt.</div>") == "Punkt 1 Veje\nGodkendt."


@pytest.mark.parametrize("button", ["<button aria-controls='sag1'>", "<a role='button' data-target='#sag1'>"])
def test_a_button_that_unfolds_a_point_is_its_title(button):
    end = "</button>" if button.startswith("<button") else "</a>"
    folded = "<div id='sag1' hidden><p>24/10442</p><h3>Beslutning</h3><p>Godkendt.</p></div>"
    content = page(f"<div>{button}Nye veje{end}</div>{folded}")
    assert content.text.startswith("Nye veje\n24/10442\n\nBeslutning")
    assert (content.marks[0].role, content.marks[0].value) == ("heading", "2")


def test_the_summary_of_what_holds_headings_is_one():
    content = page("<details><summary>Nye veje</summary><h3>Beslutning</h3><p>Godkendt.</p></details>")
    assert [content.text[mark.start : mark.end] for mark in content.marks] == ["Nye veje", "Beslutning"]
    assert page("<details><summary>Kort</summary><p>Vejen.</p></details>").marks == ()


def test_the_main_part_of_a_page_and_its_title():
    words = "Udvalget drøftede sagen om havnen. " * 10
    body = f"<div>Genveje</div><main><p>{words}</p></main>"
    text = page(body, "<title>Referat d. 1. marts 2024 | Hammelby Kommune</title>").text
    assert text == f"Referat d. 1. marts 2024\n\n{words.strip()}\n"
    assert page(body, "<title>x</title>").marks[0].role == "heading"


def test_marks_say_what_the_page_says():
    content = page("<h3>Beslutning</h3><p><strong>Afbud:</strong> <u>Bo</u></p><p>Bo</p><table><tr><td>a<td>b</table>")
    said = [(content.text[mark.start : mark.end], mark.role, mark.value) for mark in content.marks]
    assert said == [("Beslutning", "heading", "3"), ("Afbud: Bo", "bold", ""), ("a\tb", "row", "")]


def test_a_paragraph_set_as_a_heading_is_none():
    body = f"<h4>{'Orienteringen giver udvalget et indblik i nøgletal. ' * 6}</h4>"
    assert page(body).marks == ()


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "iso-8859-1"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        # what is valid UTF-8 is that, whatever the page says; a page that says nothing is Windows-1252
        ('<meta charset="iso-8859-1">', "utf-8"),
        ("", "cp1252"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="findes-ikke">', "cp1252"),
    ],
)
def test_encodings(head, encoding):
    data = f"<html><head>{head}</head><body><p>Åben – lukket på Ærø</p></body></html>".replace("–", "-").encode(
        encoding
    )
    assert content_of(data, "x.html").text == "Åben - lukket på Ærø\n"


def test_pages_that_are_xml_too():
    data = '<?xml version="1.0" encoding="utf-8"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC "x">\n<html><p>Hej</p></html>'
    assert content_of(data.encode(), "x.xml").text == "Hej\n"


def test_pages_that_word_saved():
    item = (
        "<p class=Mso><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>at det godkendes<o:p></o:p></p>"
    )
    assert text_of(f"<!--[if gte mso 9]><xml>skjult</xml><![endif]-->{item}") == "1. at det godkendes"


@pytest.mark.parametrize("name", ["side.html", "side.txt", "side.json", "side"])
def test_content_beats_ending(name):
    assert content_of(b"<!doctype html><p>Hej", name).format == "text/html"
    assert content_of(b"Punkt 1: Veje", "x.html").format == "text/plain"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"<html><body><script>x</script></body></html>", "unreadable-no-words"),
        (b"<html>", "unreadable-no-words"),
        (b"<html><body>" + b"<div>" * 5000 + b"x", "unreadable-too-complex"),
        (b"<html><body>" + b"<font color=a>" * 5000 + b"<p>x" * 5000, "unreadable-too-complex"),
        (b"<html><body>" + b"<div></x>" * 5000, "unreadable-too-complex"),
        (b"<html><body>" + b"<p>x" * 600_000, "unreadable-too-complex"),
        (
            b"<html><p class=dato>1. maj 2024" + b"<div class=punktrow><h2>x</h2></div>" * 3000,
            "unreadable-too-many-points",
        ),
    ],
)
def test_what_is_no_page_of_minutes(data, key):
    with pytest.raises(UnreadableError) as caught:
        content_of(data, "x.html")
    assert caught.value.key == key
    assert caught.value.said("da") != caught.value.said("en")


def test_scripts_do_not_count_as_nesting():
    script = "<script>" + "document.write('<div>');" * 3000 + "</script><!--" + "<div>" * 3000 + "-->"
    assert text_of(f"{script}<p>Godkendt</p>") == "Godkendt"


def test_a_huge_attribute():
    assert text_of(f"<p title='{'x' * 2_000_000}'>Godkendt</p>") == "Godkendt"


def test_what_was_cut_off_is_read_as_far_as_it_goes():
    assert text_of("<h2>Punkt 1</h2><p>Godk<b").startswith("Punkt 1\nGodk")


TAGS = "p div h1 h3 b u br ul ol li table tr td th pre span nav details section main".split()
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(["<tr class=punktrow>", "<h2 class=overskrift>", "<p class=dato>1. maj 2024</p>", "<p hidden"]),
        st.text(max_size=8),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_any_markup_is_text_with_marks_in_it_or_one_sentence(pieces):
    try:
        content = content_of(("<html><body>" + "".join(pieces)).encode("utf-8", "replace"), "x.html")
    except UnreadableError:
        return
    assert list(content.marks) == sorted(content.marks)
    assert all(0 <= mark.start <= mark.end <= len(content.text) for mark in content.marks)
    content.text.encode()
    items = [mark for mark in content.marks if mark.role == "item"]
    assert all(one.end <= other.start for one, other in pairwise(items))
