"""OpenDocument texts to text that reads as they print."""

import pytest

from kg.readers.odt import KIND


def marked(content, role: str) -> list[tuple[str, str]]:
    return [(content.text[each.start : each.end], each.value) for each in content.marks if each.role == role]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("Dato:<text:tab/>3. maj", "Dato:\t3. maj"),
        ("to<text:s text:c='2'/>rum\n  på linjen", "to  rum på linjen"),
        ("Beslutning<text:line-break/>Godkendt.", "Beslutning\nGodkendt."),
        ("<text:span>et <text:a>link</text:a></text:span> her", "et link her"),
        ("Sagen<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>.", "Sagen."),
        ("Sagen<office:annotation><text:p>en kommentar</text:p></office:annotation>.", "Sagen."),
        ("Side <text:page-number>4</text:page-number>", "Side"),
        ("synlig<text:span text:style-name='Skjult'>skjult</text:span>", "synlig"),
        ("<draw:frame><draw:text-box><text:p>i boks</text:p></draw:text-box></draw:frame>Titel", "Titel\ni boks"),
    ],
)
def test_what_a_paragraph_says(opened, inside, text):
    own = '<style:text-properties text:display="none"/>'
    hidden = f'<style:style style:name="Skjult" style:family="text">{own}</style:style>'
    content = opened(f"<text:p>{inside}</text:p>", hidden)
    assert (content.text, content.format) == (f"{text}\n", KIND)


def test_what_was_deleted_stands_apart_and_is_left_out(opened):
    gone = "<text:changed-region><text:deletion><text:p>væk</text:p></text:deletion></text:changed-region>"
    deleted = f"<text:tracked-changes>{gone}</text:tracked-changes>"
    assert opened(f"{deleted}<text:p>her</text:p>").text == "her\n"


def test_headings_and_bold_lines_are_marked(opened):
    styles = """
    <style:style style:name="Fed" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Fed"/>
    <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
    """
    content = opened(
        '<text:h text:outline-level="2">Lokalplan</text:h><text:p text:style-name="P1">Beslutning</text:p>'
        '<text:p text:style-name="P1">Fed <text:span text:style-name="T1">og ikke</text:span></text:p>',
        styles,
    )
    assert marked(content, "heading") == [("Lokalplan", "2")]
    assert [text for text, _ in marked(content, "bold")] == ["Beslutning"]


LISTS = """
<text:list-style style:name="L1">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Punkt " style:num-suffix=":"/>
 <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
 <text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="3"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>
"""


def points(*inside: str, style: str = "L1", more: str = "") -> str:
    items = "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)
    return f'<text:list text:style-name="{style}"{more}>{items}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (points(p("A"), p("B") + p("mere")), ["Punkt 1: A", "Punkt 2: B", "mere"]),
        (
            points(p("A") + f"<text:list><text:list-item>{p('x')}</text:list-item></text:list>", p("B")),
            ["Punkt 1: A", "a) x", "Punkt 2: B"],
        ),
        (points(p("A"), style="L2"), ["- A"]),
        # another list begins again, unless it says that it goes on
        (points(p("A")) + p("Tekst") + points(p("B")), ["Punkt 1: A", "Tekst", "Punkt 1: B"]),
        (
            points(p("A")) + p("Tekst") + points(p("B"), more=' text:continue-numbering="true"'),
            ["Punkt 1: A", "Tekst", "Punkt 2: B"],
        ),
        (
            (
                '<text:list text:style-name="L1"><text:list-item text:start-value="7"><text:p>A</text:p>'
                "</text:list-item><text:list-header><text:p>uden</text:p></text:list-header></text:list>"
            ),
            ["Punkt 7: A", "uden"],
        ),
        (points(p("A"), style="ukendt"), ["A"]),
    ],
)
def test_numbers_that_are_set_by_the_program_are_written_out(opened, body, lines):
    assert [line for line in opened(body, LISTS).text.splitlines() if line] == lines


def test_tables_and_sections(opened):
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    content = opened(
        "<text:section><table:table><table:table-header-rows>"
        + row.format("Mødedato", "3. maj 2024")
        + "</table:table-header-rows>"
        + row.format("Mødested", "Rådhuset")
        + '</table:table></text:section><text:section text:display="none"><text:p>skjult</text:p></text:section>'
    )
    assert content.text == "Mødedato\t3. maj 2024\nMødested\tRådhuset\n"
    assert [text for text, _ in marked(content, "row")] == ["Mødedato\t3. maj 2024", "Mødested\tRådhuset"]


def test_empty_cells_that_repeat_are_bounded(opened):
    cells = [
        "<table:table-cell><text:p>a</text:p></table:table-cell>",
        '<table:table-cell table:number-columns-repeated="999999999"/>',
        "<table:table-cell><text:p>b</text:p></table:table-cell>",
    ]
    row = f"<table:table-row>{''.join(cells)}</table:table-row>"
    assert len(opened(f"<table:table>{row}</table:table>").text) < 100


def test_the_header_of_the_page_is_read_where_it_is_of_the_meeting(opened):
    page = (
        '<style:master-page style:name="Standard"><style:header><text:p>{}</text:p></style:header></style:master-page>'
    )
    assert (
        opened(p("Sagen"), page=page.format("Referat fra Havneudvalget")).text == "Referat fra Havneudvalget\nSagen\n"
    )
    assert opened(p("Sagen"), page=page.format("Strandvej 1")).text == "Sagen\n"
