"""The captioned sections of a point."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baggrund\n\nStien mangler.\n", [("background", "Stien mangler.")]),
        ("INDSTILLING\n\nAt stien anlægges.\n", [("recommendation", "At stien anlægges.")]),
        ("Administrationens indstilling:\nAt stien anlægges.\n", [("recommendation", "At stien anlægges.")]),
        ("Indstilling: At stien anlægges.\n", [("recommendation", "At stien anlægges.")]),
        ("## Økonomi\n\nIntet.\n", [("economy", "Intet.")]),
        ("Stien mangler.\n\nRetsgrundlag\n\nVejloven.\n", [("lead", "Stien mangler."), ("legal", "Vejloven.")]),
        # a sentence that begins with a caption's word is none
        ("Indstillingen følger vejplanen.\n", [("lead", "Indstillingen følger vejplanen.")]),
        ("- Baggrund\n", [("lead", "- Baggrund")]),
    ],
)
def test_captions(sections_of, text, expected):
    assert sections_of(text) == expected


@pytest.mark.parametrize(
    ("caption", "body", "date"),
    [
        ("Beslutning", None, None),
        ("Beslutning i Vejudvalget den 12-03-2024", "Vejudvalget", "2024-03-12"),
        ("Beslutning Vejudvalget d. 12. marts 2024", "Vejudvalget", "2024-03-12"),
        ("Vejudvalget, 12-03-2024, Beslutning", "Vejudvalget", "2024-03-12"),
        ("Beslutning Direktionen INTERNT den 05-02-2024", "Direktionen", "2024-02-05"),
        ("Tidligere beslutning fra Plan- og Byggeudvalget den 05-02-2024", "Plan- og Byggeudvalget", "2024-02-05"),
        ("Beslutning fra møde i Vejudvalget den 12-03-2024 punkt 4", "Vejudvalget", "2024-03-12"),
        ("Direktionens beslutning", "Direktionens", None),
    ],
)
def test_captions_of_decisions(items_of, caption, body, date):
    (item,) = items_of(f"Punkt 1: Cykelstier\n\n{caption}\n\nGodkendt.\n")
    (section,) = item.sections
    assert section.kind == "decision"
    assert (section.body and section.body.value, section.date) == (body, date)


@pytest.mark.parametrize(
    "line",
    ["Der træffes beslutning om stien.", "Beslutningen skal træffes i år", "Beslutninger om stier og broer", "Beslut"],
)
def test_a_sentence_about_a_decision_is_no_caption(items_of, line):
    (item,) = items_of(f"Punkt 1: Cykelstier\n\n{line}\n\nMere.\n")
    assert [section.kind for section in item.sections] == ["lead"]


def test_a_decision_may_have_headings_of_its_own(sections_of):
    text = "Beslutning\n\nVidere proces\n\nStien anlægges.\n\nBilag\n\nKort.pdf\n"
    assert sections_of(text) == [("decision", "Videre proces Stien anlægges."), ("attachments", "Kort.pdf")]


def test_deeper_markdown_headings_stay_inside_a_decision(sections_of):
    text = "## Beslutning\n\n### Økonomi\n\nStien anlægges.\n\n## Sagsfremstilling\n\nStien mangler.\n"
    assert [kind for kind, _ in sections_of(text)] == ["decision", "presentation"]


def test_a_word_in_a_closing_list_of_attachments_opens_no_section(sections_of):
    assert [kind for kind, _ in sections_of("Beslutning\n\nGodkendt.\n\nBilag\n\nTidsplan\n")] == [
        "decision",
        "attachments",
    ]
