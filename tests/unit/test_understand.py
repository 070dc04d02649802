"""One document through the stages that see it alone."""

from kg.model.source import Source
from kg.understand import understand

TEXT = """REFERAT Vejudvalget d. 12-03-2024

Punkt 1: Cykelstier

Sagsfremstilling

Vejcentret (VEX) har udarbejdet en plan.

Punkt 2: Lukket

24/10443

Beslutning

Ansættelsen blev godkendt.
"""


def record_of(text):
    return understand(Source("2024/a.txt", "f" * 64, "text/plain", text), "Sivkøbing Kommune")


def test_a_record_knows_its_file_and_whose_it_is():
    record = record_of(TEXT)
    assert (record.path, record.sha256, record.authority) == ("2024/a.txt", "f" * 64, "Sivkøbing Kommune")
    assert [one.name for one in record.findings.mentions] == ["Vejcentret", "VEX"]
    assert [(one.name, one.abbreviation) for one in record.introductions] == [("Vejcentret", "VEX")]


def test_what_stands_in_a_closed_item_is_blanked_length_for_length():
    record = record_of(TEXT)
    assert len(record.text) == len(TEXT)
    assert record.text.split() == TEXT.partition("Beslutning")[0].split()


def test_a_document_without_closed_items_keeps_its_text():
    text = TEXT.replace("Lukket", "Broer")
    assert record_of(text).text == text


def test_a_text_without_anything_is_a_record_too():
    record = record_of("Tak for sidst.")
    assert record.meeting.items == ()
    assert [problem.message for problem in record.problems] == ["no-minutes"]


def test_an_introduction_is_the_whole_phrase_up_to_its_bracket():
    (said,) = record_of(TEXT).introductions
    assert TEXT[said.start : said.end] == "Vejcentret (VEX)"


def test_the_heading_of_a_closed_item_is_kept():
    text = TEXT.replace("Punkt 2: Lukket", "Punkt 2: Ansættelse af vejchef (lukket)")
    record = record_of(text)
    assert [item.closed for item in record.meeting.items] == [False, True]
    assert len(record.text) == len(text)
    assert "Punkt 2: Ansættelse af vejchef (lukket)\n" in record.text
    assert "24/10443" in record.text
    assert "godkendt" not in record.text


def test_what_is_kept_of_a_closed_item_is_understood_alike():
    record = record_of(TEXT)
    again = record_of(record.text)
    assert [(item.number, item.title, item.closed, item.case) for item in again.meeting.items] == [
        (item.number, item.title, item.closed, item.case) for item in record.meeting.items
    ]
    assert again.text == record.text
    assert again.findings == record.findings
