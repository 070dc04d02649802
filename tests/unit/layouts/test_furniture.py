"""Running headers and footers of pages, blanked in place."""

import pytest

from kg.layouts.furniture import blank_buttons, blank_furniture

HEAD = "Vejudvalget\nReferat\nSide {}\n"


def page(number, text):
    return HEAD.format(number) + text


def test_the_furniture_of_all_pages_but_the_first_is_blanked_length_for_length():
    text = page(1, "Vejen er\n") + page(2, "smal, og stien\n") + page(3, "mangler.\n")
    blank = blank_furniture(text)
    assert len(blank) == len(text)
    assert blank.split() == ["Vejudvalget", "Referat", "Side", "1", *"Vejen er smal, og stien mangler.".split()]


def test_a_blank_line_may_part_the_number_from_the_rest_of_the_furniture():
    pages = [f"{word}\nSide {number}\n\nNordby - Møde den 3. maj 2024\n\n" for number, word in enumerate("ABC", 1)]
    assert blank_furniture("".join(pages)).split()[-2:] == ["B", "C"]


def test_the_number_may_stand_at_the_end_of_a_line():
    words = enumerate(("Vejen er\n", "smal, og stien\n", "mangler.\n"), 1)
    pages = [f"Vejudvalget\nHammelby Kommune\t12-03-2024\tSide {number}\n{text}" for number, text in words]
    blank = blank_furniture("".join(pages))
    head = "Vejudvalget Hammelby Kommune 12-03-2024 Side 1"
    assert blank.split() == f"{head} Vejen er smal, og stien mangler.".split()


@pytest.mark.parametrize(
    "text",
    [
        # two pages show no pattern
        page(1, "Vejen er\n") + page(2, "smal.\n"),
        # a number that does not rise counts no pages
        "Side 4\nVejen\nSide 4\nStien\nSide 4\n",
        # lines of a table whose words differ
        "Stier\tSide 1\nVeje\tSide 2\nBroer\tSide 3\n",
        "Vejen er smal.\n",
    ],
)
def test_what_is_no_furniture_stays(text):
    assert blank_furniture(text) == text


def test_a_line_that_stands_beside_some_pages_only_is_text():
    text = page(1, "A\n") + page(2, "Vejen\n") + page(3, "Stien\n") + page(4, "Broen\n")
    assert blank_furniture(text).split()[-3:] == ["Vejen", "Stien", "Broen"]


@pytest.mark.parametrize(
    "button",
    [
        "Til toppen",
        " Til indholdsfortegnelse",
        "• Udskriv",
        "Udskriv hele dagsordenen",
        "Se alle bilag",
        "Kopier link til punktet  -   Print",
    ],
)
def test_a_page_s_buttons_are_blanked_length_for_length(button):
    assert blank_buttons(f"Godkendt.\n{button}\nVejen") == f"Godkendt.\n{' ' * len(button)}\nVejen"


@pytest.mark.parametrize("line", ["Vejen til toppen lukkes.", "Udskriv af protokollen", "Til toppen af bakken"])
def test_what_is_no_button_stays(line):
    assert blank_buttons(line) == line
