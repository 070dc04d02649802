"""Running headers and footers are dropped where they are repeated at the edge; what stands on one page never is."""

import pytest

from kg.readers import content_of
from tests.unit.readers.paper import Paper

BODY = ["Udvalget drøftede stien ved åen.", "Byrådet besluttede at vente.", "Planen sendes i høring.", "Vi ses igen."]


def pages(count: int, head, foot) -> Paper:
    paper = Paper()
    for number in range(1, count + 1):
        paper.page().lines(BODY[number % 4], f"Afsnit {number * 7} følger.", y=120)
        if head(number):
            paper.line(70, 40, head(number), 9)
        if foot(number):
            paper.line(280, 800, foot(number), 9)
    return paper


def body(count: int) -> list[str]:
    return [line for number in range(1, count + 1) for line in (BODY[number % 4], f"Afsnit {number * 7} følger.")]


def lines(paper: Paper) -> list[str]:
    return [line for line in content_of(paper.pdf(), "a.pdf").text.split("\n") if line]


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("foot", ["Side {0} af {1}", "side {0}", "- {0} -", "{0}/{1}"])
def test_page_numbers(count, foot):
    assert lines(pages(count, lambda _: "", lambda number: foot.format(number, count))) == body(count)


@pytest.mark.parametrize("count", [2, 3, 8])
def test_a_bare_number_that_counts_the_pages(count):
    assert lines(pages(count, lambda _: "", str)) == body(count)


def test_a_bare_number_on_a_single_page_stays():
    assert lines(pages(1, lambda _: "", lambda _: "42")) == [*body(1), "42"]


def test_a_header_is_said_once_where_nothing_else_says_it():
    paper = pages(4, lambda number: f"Stiudvalget den 3. maj 2031 - Side {number}", lambda _: "Sagsgang")
    assert lines(paper) == ["Stiudvalget den 3. maj 2031", *body(4)]
    paper = pages(4, lambda _: "Stiudvalget den 3. maj 2031", lambda _: "udskrevet i dag")
    assert lines(paper) == ["Stiudvalget den 3. maj 2031", *body(4)]


def test_a_header_that_the_text_says_too_is_dropped():
    assert lines(pages(4, lambda _: "Planen sendes i høring.", lambda _: "")) == body(4)


def test_a_footer_that_names_the_authority_is_said_once():
    assert lines(pages(4, lambda _: "", lambda _: "Klintemose Kommune, Torvet 1")) == [
        "Klintemose Kommune, Torvet 1",
        *body(4),
    ]


def test_headers_of_left_and_right_pages():
    paper = pages(8, lambda number: "Stiudvalget" if number % 2 else "Den 3. maj 2031", lambda _: "")
    assert lines(paper) == ["Stiudvalget", "Den 3. maj 2031", *body(8)]


def test_a_first_page_without_the_header():
    assert lines(pages(5, lambda number: "" if number == 1 else "Referat", lambda _: "")) == ["Referat", *body(5)]


@pytest.mark.parametrize(
    "head",
    [
        lambda number: f"Punkt {number}",  # each point on a page of its own
        lambda number: f"{number}. Stier",
        lambda number: f"Sagsnr.: 20/{number * 311}",
        lambda number: "Beslutning" if number == 3 else "",
        lambda number: ["Ane", "Bo", "Cia", "Dan", "Eva", "Fie"][number],
    ],
)
def test_what_is_not_repeated_stays(head):
    found = lines(pages(5, head, lambda _: ""))
    assert [line for line in found if line not in body(5)] == [head(number) for number in range(1, 6) if head(number)]


def test_what_is_repeated_in_the_middle_stays():
    paper = Paper()
    for number in range(5):
        paper.page().lines(BODY[number % 4], y=100).line(70, 400, "Indstilling").line(70, 420, BODY[(number + 1) % 4])
    assert lines(paper).count("Indstilling") == 5


@pytest.mark.parametrize(("left", "dropped"), [(300, True), (70, False)])
def test_a_bare_number_at_the_top_is_a_page_where_no_point_can_be(left, dropped):
    paper = Paper()
    for number in range(1, 6):
        paper.page().line(left, 50, str(number)).lines(BODY[number % 4], y=90)
    assert (lines(paper) == [BODY[number % 4] for number in range(1, 6)]) is dropped


def test_a_header_that_begins_later_stays_where_it_stands_first():
    paper = pages(6, lambda number: "Bilag til budgettet" if number > 3 else "", lambda _: "")
    assert lines(paper) == [*body(3), "Bilag til budgettet", *body(6)[6:]]
