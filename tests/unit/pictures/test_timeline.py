"""Timelines: what a case's treatments are, how many days lie between, and where each stands in the picture."""

import itertools
import xml.etree.ElementTree as ET

import pytest

from kg.api import open_graph
from kg.messages import speaker
from kg.pictures.items import Shown
from kg.pictures.timeline import read_timeline, timeline_page, timeline_title, timeline_view
from kg.pictures.timeline.draw import draw
from kg.pictures.timeline.marks import SIGNS, sign_name
from kg.pictures.timeline.place import name_lines
from kg.pictures.timeline.read import Promise, Taken, Timeline, Treatment
from kg.pictures.timeline.scale import Room, day, scale_of, shortened_label, ticks
from kg.queries.ask import ask
from kg.queries.names import look_up
from kg.queries.question import shipped_question

DA, EN = speaker("da"), speaker("en")
MONTHS = EN("timeline.months").split()


def of(asked, say=EN, **given: str) -> Timeline:
    kinds = {"case": "case", "unit": "agent", "theme": "theme"}
    return read_timeline(asked, say, **{k: look_up(asked, kinds[k], v) if k in kinds else v for k, v in given.items()})


def treatment(date: str, body: str = "Byrådet", item: str = "", **more) -> Treatment:
    item = item or f"item of {body} {date}"
    shown = Shown(date, body, 1, more.pop("title", "Havnen"), outcomes=more.pop("outcomes", ()))
    return Treatment(item, f"decision of {item}", body, shown, **more)


def timeline(*treatments: Treatment, kind: str = "case") -> Timeline:
    bodies = tuple({each.body: each.body for each in treatments}.items())
    return Timeline(kind, "1/1", bodies, treatments, "2024-12-31")


# what is read


def test_a_case_has_its_treatments_and_what_is_only_quoted(asked) -> None:
    found = of(asked, case="22/10457")
    assert [(each.date, each.shown.body, each.since, each.quoted) for each in found.treatments] == [
        ("2022-03-08", "Direktionen", None, False),
        ("2022-05-24", "Direktionen", 77, False),
        ("2022-06-15", "Økonomiudvalget", 22, False),
        ("2023-01-31", "Direktionen", 230, True),
        ("2023-02-22", "Økonomiudvalget", 22, False),
        ("2024-02-06", "Direktionen", 349, False),
        ("2024-03-20", "Økonomiudvalget", 43, False),
        ("2025-01-14", "Direktionen", 300, False),
    ]
    assert [name for _, name in found.bodies] == ["Direktionen", "Økonomiudvalget"]


def test_a_deferral_says_what_took_it_up(asked) -> None:
    postponed = of(asked, case="22/10457").treatments[2]
    [taken] = postponed.taken
    assert postponed.notations == ("postponed",)
    assert (taken.date, taken.body, taken.days, taken.score) == ("2023-02-22", "Økonomiudvalget", 252, "1.00")


def test_what_was_never_taken_up_is_open_until_the_newest_minutes(asked) -> None:
    [loop] = of(asked, case="22/18214").treatments
    assert (loop.date, loop.open, loop.taken) == ("2022-09-20", 847, ())


def test_promises_stand_at_the_treatment_that_made_them(asked) -> None:
    promises = of(asked, case="22/10457").treatments[0].promises
    assert [(each.due, each.state) for each in promises] == [("2022-05-06", "done"), ("", "done")]


def test_words_and_their_place_come_along(asked) -> None:
    shown = of(asked, case="22/10457").treatments[2].shown
    assert shown.words.startswith("Udsat. Udvalget ønsker at se et bud på finansieringen")
    assert shown.source == "tvk-oekonomiudvalget-2022-06-15.txt:68"


def test_a_unit_has_the_items_that_it_drives(asked) -> None:
    found = of(asked, unit="CFE")
    drives = ask(asked, shipped_question("drives-items"), {"unit": "CFE"})
    assert found.kind == "items"
    assert [each.item for each in found.treatments] == [row.item for row in drives]


def test_a_collecting_number_is_no_history(asked) -> None:
    found = of(asked, case="21/30044")
    assert (found.kind, found.container, len(found.treatments)) == ("items", True, 10)


def test_a_closed_item_says_only_that_it_is(asked) -> None:
    closed = [each for each in of(asked).treatments if each.closed]
    assert closed
    assert {each.shown.words for each in closed} == {"Lukket"}


@pytest.mark.parametrize(
    ("since", "until", "dates"),
    [
        ("2024", "", ["2024-02-06", "2024-03-20", "2025-01-14"]),
        ("2022-05", "2022-06", ["2022-05-24", "2022-06-15"]),
        ("2030", "", []),
    ],
)
def test_a_period_narrows(asked, since: str, until: str, dates: list[str]) -> None:
    found = of(asked, case="22/10457", since=since, until=until)
    assert [each.date for each in found.treatments] == dates


def test_a_body_narrows(asked) -> None:
    body = look_up(asked, "body", "Økonomiudvalget")
    found = read_timeline(asked, EN, body=body)
    assert {each.body for each in found.treatments} == {body}
    assert timeline_title(found, EN).endswith(": Økonomiudvalget")


def test_labels_are_in_the_language_of_the_reader(asked) -> None:
    assert of(asked, DA, case="22/10457").treatments[2].shown.outcomes == ("udsat",)
    assert timeline_title(of(asked, DA, theme="economy"), DA) == "Tidslinje: økonomi"
    assert timeline_title(of(asked, case="22/10457"), EN) == "Case 22/10457: Svømmehallen - byggestatus"


# what is drawn


def test_there_is_a_lane_for_each_body_and_none_meets_another() -> None:
    found = draw(timeline(treatment("2024-01-01"), treatment("2024-02-01", "Udvalget"), treatment("2024-03-01")), EN)
    assert [lane.name for lane in found.lanes] == [("Byrådet",), ("Udvalget",)]
    assert found.lanes[0].bottom <= found.lanes[1].top
    assert [dot.y for dot in found.dots] == [found.lanes[0].y, found.lanes[1].y, found.lanes[0].y]


def test_a_lane_says_the_authority_in_a_line_of_its_own() -> None:
    assert name_lines("Direktionen (Tårnevig)") == ("Direktionen", "(Tårnevig)")
    assert name_lines("Udvalget for Kultur og Fritid (Tårnevig)")[-1] == "(Tårnevig)"


def test_time_runs_from_left_to_right_evenly() -> None:
    found = draw(timeline(treatment("2024-01-01"), treatment("2024-01-31"), treatment("2024-03-31")), EN)
    first, second, third = [dot.x for dot in found.dots]
    assert (third - second) == pytest.approx(2 * (second - first), abs=0.5)


def test_days_between_are_written_at_the_lines() -> None:
    found = draw(timeline(treatment("2024-01-01"), treatment("2024-03-01", since=60)), EN)
    assert [(line.kind, line.text) for line in found.lines] == [("next", "60 days")]


def test_a_deferral_is_an_arch_to_what_took_it_up() -> None:
    taken = Taken("later", "2024-06-01", "Byrådet", 2, "Havnen", 152, "1.00", "")
    found = draw(
        timeline(treatment("2024-01-01", taken=(taken,)), treatment("2024-06-01", item="later", since=152)), EN
    )
    assert [(line.kind, line.text) for line in found.lines] == [("taken", "152 days")]


def test_an_open_loop_runs_on_to_the_newest_minutes() -> None:
    found = draw(timeline(treatment("2024-01-01", open=365, notations=("postponed",))), EN)
    [line] = found.lines
    assert (line.kind, line.text) == ("open", "open for 365 days")
    assert f"H{line.x - 6}" in line.path
    assert found.dots[0].open
    assert "Still open after 365 days" in found.dots[0].said


def test_promises_have_flags_on_the_days_when_they_are_due() -> None:
    due = Promise("Et notat", ("CFE",), "2024-02", "overdue", "overdue")
    found = draw(timeline(treatment("2024-01-01", promises=(due,)), treatment("2024-03-01")), EN)
    [flag] = found.flags
    assert (flag.state, flag.label, flag.mark) == ("overdue", "Et notat", 2)
    assert found.dots[0].x < flag.x < found.dots[1].x


@pytest.mark.parametrize("kind", ["case", "items"])
def test_marks_of_the_same_days_do_not_touch(kind: str) -> None:
    days = [f"2024-01-{1 + place // 4:02d}" for place in range(40)]
    found = draw(timeline(*(treatment(date, item=str(place)) for place, date in enumerate(days)), kind=kind), EN)
    for one, other in itertools.combinations(found.dots, 2):
        assert abs(one.x - other.x) >= 17.9 or abs(one.y - other.y) >= 17.9


def test_labels_do_not_touch() -> None:
    outcomes = ("approved with changes", "referred")
    several = [treatment(f"2024-{1 + place % 12:02d}-0{1 + place // 12}", outcomes=outcomes) for place in range(30)]
    found = draw(timeline(*sorted(several, key=lambda each: each.date)), EN)
    labelled = [dot for dot in found.dots if dot.label]
    assert labelled
    for one, other in itertools.combinations(labelled, 2):
        assert one.label_y != other.label_y or abs(one.label_x - other.label_x) > 100


def test_a_meeting_is_a_column_as_high_as_it_has_items() -> None:
    one = [treatment("2024-01-01", item=str(place), notations=("approved",)) for place in range(3)]
    two = [treatment("2024-02-01", item=f"+{place}") for place in range(6)]
    found = draw(timeline(*one, *two, kind="meetings"), EN)
    low, high = ([part[1] for part in bar.parts] for bar in found.bars)
    assert sum(high) == pytest.approx(2 * sum(low))
    assert [bar.parts[0][2] for bar in found.bars] == ["good", "none"]
    assert [bar.said for bar in found.bars] == ["2024-01-01, Byrådet: 3 items.", "2024-02-01, Byrådet: 6 items."]


def test_hundreds_of_meetings_make_the_picture_wider_not_the_columns_touch() -> None:
    days = [scale_of(["2000-01-01", "2020-12-31"], 0, 1).first.toordinal() + 400 + 7 * place for place in range(900)]
    import datetime

    every = [treatment(datetime.date.fromordinal(each).isoformat()) for each in days]
    found = draw(timeline(*every, kind="meetings"), EN)
    assert found.width > 1260
    for before, after in itertools.pairwise(found.bars):
        assert before.x + before.width <= after.x


@pytest.mark.parametrize("kind", ["case", "items", "meetings"])
def test_nothing_is_drawn_without_treatments(kind: str) -> None:
    html, data = timeline_view(timeline(kind=kind), EN)
    assert "There are no items to show here." in html
    assert "<svg" not in html
    assert data["marks"] == []


@pytest.mark.parametrize(
    ("notations", "closed", "sign"),
    [
        (("approved",), False, "approved"),
        (("approved", "referred"), False, "referred"),  # what leaves something open comes first
        (("discussed", "postponed"), False, "postponed"),
        ((), False, "none"),
        ((), True, "closed"),
    ],
)
def test_which_mark_an_outcome_gets(notations: tuple[str, ...], closed: bool, sign: str) -> None:
    assert sign_name(notations, closed=closed) == sign


def test_every_outcome_has_a_sign_of_its_own(asked) -> None:
    rows = asked.query("SELECT ?n { ?x skos:inScheme sag:outcomes ; skos:notation ?n }").values()
    assert {str(notation) for (notation,) in rows} <= set(SIGNS)
    assert len({(sign.path, sign.hollow) for sign in SIGNS.values()}) == len(SIGNS)


# the axis


@pytest.mark.parametrize(
    ("iso", "expected"),
    [("2024-02-05", "2024-02-05"), ("2024-02", "2024-02-29"), ("2024", "2024-12-31")],
)
def test_a_month_or_year_is_due_on_its_last_day(iso: str, expected: str) -> None:
    assert day(iso).isoformat() == expected


def test_a_short_time_shows_months_and_a_long_one_years() -> None:
    short = [each.label for each in ticks(scale_of(["2024-01-15", "2024-06-15"], 0, 1000), MONTHS)]
    long = [each.label for each in ticks(scale_of(["1990-01-01", "2024-12-31"], 0, 700), MONTHS) if each.label]
    assert short == ["Feb 2024", "", "Apr", "May", "Jun"]
    assert long == ["1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"]


def test_where_a_year_begins_its_number_stands() -> None:
    found = ticks(scale_of(["2023-11-15", "2024-02-15"], 0, 1000), MONTHS)
    assert [(each.label, each.year) for each in found] == [("Dec", False), ("2024", True), ("Feb", False)]


def test_one_day_alone_has_an_axis_too() -> None:
    scale = scale_of(["2024-05-01"], 100, 200)
    assert 140 < scale.at("2024-05-01") < 160


def test_labels_take_the_first_level_that_has_room() -> None:
    room = Room(2, apart=0)
    assert [room.place(0, 10), room.place(5, 15), room.place(9, 12), room.place(10, 20)] == [0, 1, None, 0]


def test_a_long_label_is_cut() -> None:
    assert shortened_label("en  titel", 9) == "en titel"
    assert shortened_label("x" * 10_000, 9) == "xxxxxxxx…"


# the page


def test_the_picture_is_sound_xml_with_one_stop_for_the_tab_key(asked) -> None:
    html, data = timeline_view(of(asked, case="22/10457"), EN)
    svg = ET.fromstring(html[html.index("<svg class=") : html.index("</svg>") + 6])
    marks = [each for each in svg.iter("g") if each.get("role") == "button"]
    assert [each.get("data-mark") for each in marks] == [str(place) for place in range(len(data["marks"]))]
    assert [each.get("tabindex") for each in marks].count("0") == 1
    assert " style=" not in html


def test_list_and_table_hold_what_the_picture_does(asked) -> None:
    html, _ = timeline_view(of(asked, case="22/10457"), EN)
    for words in ("230 days later", "Taken up 252 days later", "Only quoted later", "due 2022-05-06"):
        assert words in html
    assert html.count("<tr>") == 1 + 8


def test_an_explorer_gets_links(asked) -> None:
    html, data = timeline_view(of(asked, case="22/10457"), EN, lambda iri: f"/of?{iri}", "mine")
    assert 'data-source="mine"' in html
    assert 'href="/of?https://w3id.org/sagsgraf/id/taarnevig/meeting/direktionen/2022-03-08/item/2"' in html
    shown = data["marks"][0]["items"][0]
    assert shown.href.startswith("/of?https://")
    assert "#char=" in shown.source_href


def test_a_file_has_no_links(asked) -> None:
    html, data = timeline_view(of(asked, case="22/10457"), EN)
    assert "<a " not in html
    assert {item.href + item.source_href for mark in data["marks"] for item in mark["items"]} == {""}


@pytest.mark.parametrize("hostile", ["<script>x</script>", '"><img src=x onerror=y>', "\u202ehavn", "Å" * 10_000])
@pytest.mark.parametrize("kind", ["case", "items", "meetings"])
def test_hostile_words_are_words(hostile: str, kind: str) -> None:
    due = Promise(hostile, (hostile,), "2024-02", "open", hostile)
    one = treatment(
        "2024-01-01", body=hostile, title=hostile, outcomes=(hostile,), notations=("noted",), promises=(due,)
    )
    page = timeline_page(timeline(one, kind=kind), EN)
    assert page.count("<script") == 2  # its data and its own
    assert "<img" not in page
    if "Å" not in hostile:
        assert draw(timeline(one, kind=kind), EN).height < 400


def test_the_same_graph_gives_the_same_bytes(example_store) -> None:
    pages = set()
    for _ in range(2):
        with open_graph(example_store) as graph:
            pages.add(timeline_page(of(graph), EN) + timeline_page(of(graph, case="22/10457"), EN))
    assert len(pages) == 1
