"""What stands before the first point: whose meeting, when, where, and who was there."""

import pytest


@pytest.mark.parametrize(
    ("text", "body", "date", "kind"),
    [
        ("REFERAT Vejudvalget d. 12-03-2024\n", "Vejudvalget", "2024-03-12", "minutes"),
        ("Referat af møde i Vejudvalget den 12. marts 2024\n", "Vejudvalget", "2024-03-12", "minutes"),
        ("# Referat fra Vejudvalget tirsdag den 12. marts 2024\n", "Vejudvalget", "2024-03-12", "minutes"),
        ("Dagsorden for Vejudvalget den 12-03-2024\n", "Vejudvalget", "2024-03-12", "agenda"),
        (
            "Referat\n\nPlan- og Byggeudvalget\n\nMødedato: 12. marts 2024\n",
            "Plan- og Byggeudvalget",
            "2024-03-12",
            "minutes",
        ),
        (
            "Forside > Råd > Vejrådet > Referater\n\nREFERAT\nVejrådet\nMødedato: 12. marts 2024\n",
            "Vejrådet",
            "2024-03-12",
            "minutes",
        ),
        ("Forum: Vejforum\nDato: 12-03-2024\n", "Vejforum", "2024-03-12", "minutes"),
    ],
)
def test_body_date_and_kind(meeting_of, text, body, date, kind):
    meeting = meeting_of(text + "\nPunkt 1: Cykelstier\n")
    assert (meeting.body and meeting.body.value, meeting.date, meeting.kind) == (body, date, kind)


def test_time_and_place(meeting_of):
    fields = "Mødedato Tirsdag d. 12. marts 2024 kl. 9.30\n\nMødested Lokale 4\n\n"
    meeting = meeting_of(f"REFERAT Vejudvalget d. 12-03-2024\n\n{fields}Punkt 1: Stier\n")
    assert (meeting.start_time.value, meeting.place.value) == ("09:30", "Lokale 4")


@pytest.mark.parametrize(
    ("head", "body", "date", "time", "place"),
    [
        # a committee whose field is written small, a clock with seconds, a room that names itself
        (
            ("UDVALG\n\nUdvalg for regional udvikling\n\nSTED\n\nMødelokale 4\n\nSTARTTIDSPUNKT\n\n"
            "12-03-2024 09:30:00\n"),
            "Udvalg for regional udvikling",
            "2024-03-12",
            "09:30",
            "Mødelokale 4",
        ),
        (
            "Ekstraordinært bestyrelsesmøde 12. marts 2024, kl. 9.30, Varmeværket, Engvej 4\n",
            "bestyrelse",
            "2024-03-12",
            "09:30",
            "Varmeværket, Engvej 4",
        ),
        ("Møde i vejrådet den 12. marts 2024\n", "vejrådet", "2024-03-12", None, None),
        (
            "Vejrådet\n\ntirsdag den 12. marts 2024 kl. 9.30\n\nRådssalen\n",
            "Vejrådet",
            "2024-03-12",
            "09:30",
            "Rådssalen",
        ),
        ("Referat fra Vejrådets møde den 12. marts 2024\n", "Vejrådet", "2024-03-12", None, None),
        ("Vejudvalget\n\nDato: Tirsdag den 12-marts-2024\n", "Vejudvalget", "2024-03-12", None, None),
        ("Dagsordener og referater fra Vejrådet\n\n12-03-2024\n", "Vejrådet", "2024-03-12", None, None),
        ("12-03-2024\n\n2. Midler til vejrådets puljer\n\nVejrådet\n", "Vejrådet", "2024-03-12", None, None),
        # a sentence is no body
        ("Se beslutninger fra vejrådet i marts. Mødet blev sendt på nettet\n\nVejrådet\n12-03-2024\n", "Vejrådet",
         "2024-03-12", None, None),
    ],
)  # fmt: skip
def test_heads_of_regions_and_boards(meeting_of, head, body, date, time, place):
    meeting = meeting_of(f"{head}\n1. Stier\n\nBeslutning\nGodkendt.\n\n2. Broer\n\nBeslutning\nUdsat.\n")
    found = (meeting.body.value, meeting.date, meeting.start_time, meeting.place)
    assert found[:2] == (body, date)
    assert tuple(each and each.value for each in found[2:]) == (time, place)


def test_a_place_behind_its_label_alone(meeting_of):
    assert meeting_of("Vejudvalget den 12-03-2024\nSted Lokale 4\n\nPunkt 1: Stier\n").place.value == "Lokale 4"


def people(meeting):
    return [(one.name.value, one.role) for one in meeting.attendance]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Deltagere: Alma Bruun, Carl Dyhr og Eva Falk",
            [("Alma Bruun", "member"), ("Carl Dyhr", "member"), ("Eva Falk", "member")],
        ),
        # a name that wraps over a line
        (
            "Deltagere: Alma Bruun, Carl\nDyhr, Eva Falk",
            [("Alma Bruun", "member"), ("Carl Dyhr", "member"), ("Eva Falk", "member")],
        ),
        # one a line
        ("Til stede:\n- Alma Bruun\n- Carl Dyhr", [("Alma Bruun", "member"), ("Carl Dyhr", "member")]),
        # a role in brackets, a party letter
        ("Deltagere: Alma Bruun (A), Carl Dyhr (referent)", [("Alma Bruun", "member"), ("Carl Dyhr", "secretary")]),
        ("Deltagere: borgmester Alma Bruun, Carl Dyhr (afbud)", [("Alma Bruun", "member"), ("Carl Dyhr", "absentee")]),
        ("Afbud: Carl Dyhr", [("Carl Dyhr", "absentee")]),
        ("Afbud: Carl Dyhr\nFraværende:\n\nÅBNE SAGER", [("Carl Dyhr", "absentee")]),
        ("Afbud: Ingen", []),
        ("Gæster: Eva Falk\n\nReferent: Carl Dyhr", [("Eva Falk", "guest"), ("Carl Dyhr", "secretary")]),
        ("Stedfortræder: Eva Falk", [("Eva Falk", "substitute")]),
    ],
)
def test_attendance(meeting_of, lines, expected):
    meeting = meeting_of(f"REFERAT Vejudvalget d. 12-03-2024\n\n{lines}\n\nPunkt 1: Cykelstier\n")
    assert people(meeting) == expected


def test_a_missing_header_is_read_from_the_captions_of_decisions(meeting_of):
    meeting = meeting_of("Punkt 1: Cykelstier\n\nBeslutning i Vejudvalget den 12-03-2024\n\nGodkendt.\n")
    assert (meeting.body.value, meeting.date) == ("Vejudvalget", "2024-03-12")


def test_a_missing_header_is_read_from_the_lines_that_say_where_each_point_was_treated(meeting_of):
    point = "Pkt. {0} Cykelstier\n\nVejudvalget, 12-03-2024, pkt. {0}\n\nGodkendt.\n\n"
    meeting = meeting_of(point.format(7) + point.format(8))
    assert (meeting.body.value, meeting.date) == ("Vejudvalget", "2024-03-12")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Eva Falk (A) og Carl Dyhr var fraværende.", ["Eva Falk", "Carl Dyhr"]),
        ("Eva Falk havde meldt afbud.", ["Eva Falk"]),
        ("Afbud: Eva Falk (A)", ["Eva Falk"]),
        # away from one point alone
        ("Eva Falk var fraværende under punktet.", []),
        ("Eva Falk deltog ikke i sagens behandling.", []),
    ],
)
def test_who_is_said_to_be_away_at_most_points_is_absent(meeting_of, said, names):
    point = "Punkt {0}: Broer\n\nBeslutning\n\nGodkendt.\n\n" + said + "\n\n"
    meeting = meeting_of("REFERAT Vejudvalget d. 12-03-2024\n\n" + point.format(1) + point.format(2))
    assert [(person.name.value, person.role) for person in meeting.attendance] == [(name, "absentee") for name in names]


@pytest.mark.parametrize(
    "said",
    [
        "Beslutning\n\nEva Falk og Carl Dyhr.",
        "Beslutning\n\nEva Falk og Carl Dyhr var fraværende.\n\nIda Toft deltog under punkt 3.",
        "Fraværende\n\nEva Falk, Carl Dyhr\n\nBemærkninger til dagsordenen\n\nIda Toft deltager.",
    ],
)
def test_a_point_may_ask_who_is_absent(meeting_of, said):
    text = f"REFERAT Vejudvalget d. 12-03-2024\n\nPunkt 1: Fraværende\n\n{said}\n\nPunkt 2: Broer\n\nGodkendt.\n"
    assert [person.name.value for person in meeting_of(text).attendance] == ["Eva Falk", "Carl Dyhr"]


@pytest.mark.parametrize(
    "said", ["Beslutning\n\nIngen.", "Beslutning\n\nTaget til efterretning.", "Fraværende\n\nIngen."]
)
def test_a_point_may_ask_who_is_absent_and_nobody_is(meeting_of, said):
    text = f"REFERAT Vejudvalget d. 12-03-2024\n\nPunkt 1: Fraværende\n\n{said}\n\nPunkt 2: Broer\n\nGodkendt.\n"
    assert meeting_of(text).attendance == ()


def test_a_missing_body_is_read_from_the_lines_of_the_meeting_s_day(meeting_of):
    meeting = meeting_of(
        "12. marts 2024\n\n1. Broer\n\nHøring og sagsgang\n\nVejudvalget den 12. marts 2024\n\nBeslutning\n\nJa.\n"
    )
    assert (meeting.body.value, meeting.date) == ("Vejudvalget", "2024-03-12")


def test_what_was_decided_elsewhere_before_names_no_meeting(meeting_of):
    """The meeting's own decisions name nobody; that of the committee above is an earlier one."""
    first = "1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n"
    earlier = "Beslutning fra Vejudvalget, 5. marts 2024, pkt. 3:\n\nAnbefales.\n\n"
    meeting = meeting_of(f"{first}2. Stier\n\n{earlier}Beslutning\n\nAnbefales.\n")
    assert (meeting.body, meeting.date) == (None, None)


def test_the_first_point_may_say_whose_agenda_it_approves(meeting_of):
    second = "2. Stier\n\nSagsfremstilling\n\nDen 1. maj 2023 blev stien lagt.\n\nBeslutning\n\nDrøftet.\n"
    resume = "Godkendelse af dagsorden for mødet den 12. marts 2024."
    first = f"1. Dagsorden\n\nResume\n\n{resume}\n\nBeslutning\n\nGodkendt.\n\n"
    assert meeting_of(first + second).date == "2024-03-12"
    assert meeting_of(first.replace("Godkendelse af d", "D") + second).date is None


def test_the_heads_of_columns_are_no_body(meeting_of):
    text = "Udvalg Dato Type Hent\nByrådet 24-06-2024 16:00 Referat\n\nPunkt 7 Stier\n\nBeslutning\n\nGodkendt.\n"
    assert meeting_of(text).body.value == "Byrådet"


def test_a_date_that_a_server_writes_month_first(meeting_of):
    meeting = meeting_of("Udvalg: Byrådet\n\nMødedato: 8/9/2024 4:00:00 PM\n\n1. Stier\n\nBeslutning\n\nGodkendt.\n")
    assert meeting.date == "2024-08-09"


def test_a_date_is_read_from_the_file_name_at_last(meeting_of):
    assert meeting_of("Punkt 1: Cykelstier\n", name="vej-2024-03-12.txt").date == "2024-03-12"
    assert meeting_of("Punkt 1: Cykelstier\n", name="vej-2024-13-12.txt").date is None


AGENDA = "\nPunkt 1: Cykelstier\n\nBeslutning\n\nGodkendt.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one line that says all
        ("REFERAT Nordby Byråd d. 12-03-2024", ("Nordby Byråd", "2024-03-12", None, None)),
        ("Referat af Økonomiudvalget 12.03.2024 kl. 15.45", ("Økonomiudvalget", "2024-03-12", "15:45", None)),
        ("Åbent referat fra ordinært møde i Teknisk Udvalg 2024-03-12", ("Teknisk Udvalg", "2024-03-12", None, None)),
        ("Nordby Kommune – Økonomiudvalget\nReferat\nDato: 12-03-2024", ("Økonomiudvalget", "2024-03-12", None, None)),
        ("REFERAT Byråd 2022-2025 d. 12-03-2024", ("Byråd", "2024-03-12", None, None)),
        ("Referat af Byrådsmøde den 12. marts 2024", ("Byråd", "2024-03-12", None, None)),
        # a title with the day alone, the body in a field
        (
            (
                "Referat 12. marts 2024 kl. 15.45\nTeknisk Udvalg\n - \nVærelse 398\nUdvalg:\nTeknisk Udvalg\n"
                "Mødedato:\ntirsdag den 12. marts 2024 kl. 15.45\nMødested:\nVærelse 398"
            ),
            ("Teknisk Udvalg", "2024-03-12", "15:45", "Værelse 398"),
        ),
        # lines of their own
        (
            (
                "Børne- og Skoleudvalget\nReferat\ntirsdag den 12. marts 2024, kl. 13:00\n"
                "i Mødecenter B, Lokale 7 på Nordby Rådhus\nÅbent referat"
            ),
            ("Børne- og Skoleudvalget", "2024-03-12", "13:00", "Mødecenter B, Lokale 7 på Nordby Rådhus"),
        ),
        (
            "Beslutningsprotokol\nKommunalbestyrelsen\nTirsdag den 12. marts 2024 kl. 17-21 i Byrådssalen",
            ("Kommunalbestyrelsen", "2024-03-12", "17:00", "Byrådssalen"),
        ),
        # fields on one line, with tabs, in a table, in one field
        (
            "Mødereferat\nUdvalg: Ældrerådet\nDato: 12-03-2024   Tid: 09.30-11.00   Sted: Kantinen",
            ("Ældrerådet", "2024-03-12", "09:30", "Kantinen"),
        ),
        (
            "Referat\nForum:\tRegionsrådet\nTidspunkt:\t12. marts 2024 kl. 9\nSted:\tRegionshuset",
            ("Regionsrådet", "2024-03-12", "09:00", "Regionshuset"),
        ),
        (
            "| Udvalg | Skolebestyrelsen |\n| Mødedato | 12-03-2024 |\n| Starttidspunkt | 16:15 |\n| Sted | Aulaen |",
            ("Skolebestyrelsen", "2024-03-12", "16:15", "Aulaen"),
        ),
        (
            "Referat fra Handicaprådet\nTid og sted: 12. marts 2024 kl. 15.00-17.00, Rådhuset, lokale 4",
            ("Handicaprådet", "2024-03-12", "15:00", "Rådhuset, lokale 4"),
        ),
        # a room below the title; the clock in a sentence
        (
            "Byrådet\nReferat for møde tirsdag den 12. marts 2024 kl. 17.30\nRådhuset, byrådssalen",
            ("Byrådet", "2024-03-12", "17:30", "Rådhuset, byrådssalen"),
        ),
        (
            "REFERAT Nordby Byråd d. 12-03-2024\nBemærkninger: Mødet startede kl. 18.00 og sluttede kl. 21.37",
            ("Nordby Byråd", "2024-03-12", "18:00", None),
        ),
        # captions in capitals, the body between dashes
        (
            "BESLUTNINGER - REGIONSRÅDET - MØDESAGER\nMØDETIDSPUNKT\n12-03-2024 17:00\nMØDESTED\nRegionssalen",
            ("REGIONSRÅDET", "2024-03-12", "17:00", "Regionssalen"),
        ),
        (
            "Vejudvalget\nBESLUTNINGSPROTOKOL\nMØDETIDSPUNKT 12-03-2024 15:00\nMØDESTED Rådhuset, stuen",
            ("Vejudvalget", "2024-03-12", "15:00", "Rådhuset, stuen"),
        ),
        (
            "Vejudvalget\nBeslutningsprotokol\nfor ordinært møde mandag den 12. marts 2024",
            ("Vejudvalget", "2024-03-12", None, None),
        ),
        # what the document is stands behind the body
        ("Vejudvalget – Referat – 12. marts 2024", ("Vejudvalget", "2024-03-12", None, None)),
        (
            "Vejudvalget - referat 2024-03-12\n\nReferat, tirsdag den 12. marts 2024 kl. 17 - 19",
            ("Vejudvalget", "2024-03-12", "17:00", None),
        ),
        ("År 2022-2025 Vejudvalget - Referat\n\nDato: 12. marts 2024", ("Vejudvalget", "2024-03-12", None, None)),
        (
            "Referat for Veje- og Stiudvalget møde den 12. marts 2024",
            ("Veje- og Stiudvalget", "2024-03-12", None, None),
        ),
        (
            (
                "Referat fra Ældrerådsmøde tirsdag den 12. marts 2024\n\n"
                "Referat fra Ældrerådsmøde tirsdag den 12. marts 2024 kl. 10.00 i salen"
            ),
            ("Ældreråd", "2024-03-12", "10:00", "salen"),
        ),
        # a first title that says less than the next
        (
            "Mødereferat 12. marts 2024\n\nReferat fra Ældrerådets møde den 12. marts 2024",
            ("Ældrerådet", "2024-03-12", None, None),
        ),
        # labels with nothing between them and their values; sentences of the page
        (
            (
                "Find et referat ved at vælge udvalg\nReferat\nTirsdag d. 12 marts 2024, kl. 10:15\n"
                "MødestedRådssalen\nUdvalgÆldreråd"
            ),
            ("Ældreråd", "2024-03-12", "10:15", "Rådssalen"),
        ),
        ("Referat\nonsdag den 12. marts 2024 kl. 17:00\nUdvalg Byrådet", ("Byrådet", "2024-03-12", "17:00", None)),
        (
            "Hjem Politik Seneste fra byrådet\n12. marts 2024 - referat fra byrådet\n\nByrådet 12. marts 2024",
            ("Byrådet", "2024-03-12", None, None),
        ),
        # the month before the day
        (
            "Referat\nUdvalg: Vejudvalget\nDato: Tirsdag, March 12, 2024 - 18:00",
            ("Vejudvalget", "2024-03-12", "18:00", None),
        ),
        # a running header repeats the body's name
        (
            "Vejudvalget\nSide 1\nReferat af møde i Vejudvalget\nDato: 12.03.2024",
            ("Vejudvalget", "2024-03-12", None, None),
        ),
    ],
)
def test_headers_of_many_templates(meeting_of, text, expected):
    meeting = meeting_of(text + "\n" + AGENDA)
    said = (meeting.body, meeting.start_time, meeting.place)
    body, time, place = [each and each.value for each in said]
    assert (body, meeting.date, time, place) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Tilstede\nAlma Bruun (A) - formand\nCarl Dyhr (V) - næstformand\nEva Falk\nAfbud\n\nSekretær\nIda Toft",
            [
                ("Alma Bruun", "member", "A"),
                ("Carl Dyhr", "member", "V"),
                ("Eva Falk", "member", ""),
                ("Ida Toft", "secretary", ""),
            ],
        ),
        (
            "Medlemmer: Alma Bruun (A), formand\nCarl Dyhr (V)\nEva Falk (UP-1)",
            [("Alma Bruun", "member", "A"), ("Carl Dyhr", "member", "V"), ("Eva Falk", "member", "UP-1")],
        ),
        # one a line with blank lines between
        (
            "Mødedeltagere:\n\nAlma Bruun\n\nCarl Dyhr\n\nAfbud:\n\nEva Falk",
            [("Alma Bruun", "member", ""), ("Carl Dyhr", "member", ""), ("Eva Falk", "absentee", "")],
        ),
        # posts before and after
        (
            "Deltagere: Borgmester Alma Bruun (A), kommunaldirektør Carl Dyhr, Eva Falk, chefkonsulent",
            [("Alma Bruun", "member", "A"), ("Carl Dyhr", "member", ""), ("Eva Falk", "member", "")],
        ),
        # a table
        (
            "Medlemmer\n| Navn | Parti | Til stede |\n|--|--|--|\n| Alma Bruun | A | Ja |\n| Carl Dyhr | V | Afbud |",
            [("Alma Bruun", "member", "A"), ("Carl Dyhr", "absentee", "V")],
        ),
        # substitutes
        (
            "Afbud: Carl Dyhr\nStedfortræder for Carl Dyhr: Eva Falk",
            [("Carl Dyhr", "absentee", ""), ("Eva Falk", "substitute", "")],
        ),
        ("Til stede: Eva Falk (stedfortræder for Carl Dyhr)", [("Eva Falk", "substitute", "")]),
        (
            "Stedfortrædere\nEva Falk (B) for Carl Dyhr\nAfbud\nIda Toft (V), stedfortræder Alma Bruun (V) deltog",
            [("Eva Falk", "substitute", "B"), ("Ida Toft", "absentee", "V"), ("Alma Bruun", "substitute", "V")],
        ),
        (
            "Afbud: Carl Dyhr (stedfortræder: Eva Falk)",
            [("Carl Dyhr", "absentee", ""), ("Eva Falk", "substitute", "")],
        ),
        # who came instead of whom, as regions' minutes say it
        (
            "Afbud:\n• Carl Dyhr, V - Eva Falk stedfortræder\n• Alma Bruun, A",
            [("Carl Dyhr", "absentee", "V"), ("Alma Bruun", "absentee", "A"), ("Eva Falk", "substitute", "")],
        ),
        (
            "Afbud:\nBo Lund - Ida Toft deltager som stedfortræder.",
            [("Bo Lund", "absentee", ""), ("Ida Toft", "substitute", "")],
        ),
        (
            "Medlemmer:\nCarl Dyhr (A)\nEva Falk (V), Suppleant for Bo Lund (V)",
            [("Carl Dyhr", "member", "A"), ("Eva Falk", "substitute", "V")],
        ),
        # a dash right behind the party; who was there, but not for every point
        (
            "Deltagere:\n\nCarl Dyhr (A)- afbud\n\nEva Falk (V)- deltog ikke i behandlingen af punkt: 4, 5",
            [("Carl Dyhr", "absentee", "A"), ("Eva Falk", "member", "V")],
        ),
        (
            (
                "Alle medlemmer var mødt undtagen Carl Dyhr og Eva Falk, der havde meldt afbud.\n"
                "I stedet deltog stedfortræder Bo Lund. Der mødte ikke stedfortræder for Eva Falk."
            ),
            [("Carl Dyhr", "absentee", ""), ("Eva Falk", "absentee", ""), ("Bo Lund", "substitute", "")],
        ),
        # those who are away, group by group
        (
            (
                "Deltagere:\nForældrevalgte: Bo Lund.\nSkolerepræsentanter: Ida Toft.\n\n"
                "Fraværende:\nForældrevalgte: Carl Dyhr.\nElevrepræsentanter: Eva Falk."
            ),
            [
                ("Bo Lund", "member", ""),
                ("Ida Toft", "member", ""),
                ("Carl Dyhr", "absentee", ""),
                ("Eva Falk", "absentee", ""),
            ],
        ),
        # posts with a number, or of several people
        (
            "Medlemmer\nAlma Bruun (A), formand\nCarl Dyhr (V), 1. næstformand\nEva Falk (F)\nIda Toft (O)",
            [
                ("Alma Bruun", "member", "A"),
                ("Carl Dyhr", "member", "V"),
                ("Eva Falk", "member", "F"),
                ("Ida Toft", "member", "O"),
            ],
        ),
        (
            "Til stede: Borgmester Alma Bruun og medlemmerne Carl Dyhr og Eva Falk",
            [("Alma Bruun", "member", ""), ("Carl Dyhr", "member", ""), ("Eva Falk", "member", "")],
        ),
        # what a column beside the name says
        (
            "Medlemmer\nAlma Bruun Deltog\nCarl Dyhr Afbud\nEva Falk (B) mødte ikke",
            [("Alma Bruun", "member", ""), ("Carl Dyhr", "absentee", ""), ("Eva Falk", "absentee", "B")],
        ),
        # guests
        (
            "Fra administrationen deltog: Alma Bruun og Carl Dyhr",
            [("Alma Bruun", "guest", ""), ("Carl Dyhr", "guest", "")],
        ),
        ("Desuden deltog fra forvaltningen: Alma Bruun", [("Alma Bruun", "guest", "")]),
        (
            "Følgende medlemmer var til stede: Alma Bruun; Carl Dyhr",
            [("Alma Bruun", "member", ""), ("Carl Dyhr", "member", "")],
        ),
        (
            "Deltagere:\n- Alma Bruun, Vejrådet\n- Carl Dyhr",
            [("Alma Bruun", "member", ""), ("Carl Dyhr", "member", "")],
        ),
        # tables with a column of names
        (
            "Navn\tFra\tTil stede\nAlma Bruun\tByrådet (A)\tJa\nCarl Dyhr\tSkolen\tAfbud\nEva Falk\tSekretær\tJa",
            [("Alma Bruun", "member", ""), ("Carl Dyhr", "absentee", ""), ("Eva Falk", "secretary", "")],
        ),
        (
            "| Rolle | Medlem | Mødt | Afbud |\n| Formand | Alma Bruun | x |  |\n| Medlem | Carl Dyhr |  | x |",
            [("Alma Bruun", "member", ""), ("Carl Dyhr", "absentee", "")],
        ),
        ("Fraværende:\nIngen.", []),
        ("Til stede: Alle medlemmer", []),
    ],
)
def test_people_of_many_templates(meeting_of, lines, expected):
    meeting = meeting_of(f"REFERAT Vejudvalget d. 12-03-2024\n\n{lines}\n{AGENDA}")
    assert [(one.name.value, one.role, one.party) for one in meeting.attendance] == expected
