"""Invented minutes as the exporters print them."""

from tests.unit.readers.paper import Paper


def firstagenda() -> Paper:
    """A cover with contents (dotted, one title over two lines), each point on a page of its own, a counting footer."""
    head, foot = "REFERAT Klintemose Kommune Stiudvalget d. 05-05-2031", "Side {} af 4"
    paper = Paper().page().line(70, 60, "REFERAT", 24, bold=True)
    paper.line(70, 90, "Klintemose Kommune Stiudvalget d. 05-05-2031", 14)
    paper.line(70, 120, "Mødedato:", bold=True).line(200, 120, "Mandag d. 5. maj 2031 kl. 16:15")
    paper.line(70, 140, "Mødested:", bold=True).line(200, 140, "Lokale 7, Klintemose Rådhus")
    paper.line(70, 160, "Deltagere:", bold=True).line(200, 160, "Tora Lind, Ib Storm, Bo Krat")
    paper.line(70, 200, "Indholdsfortegnelse", 14, bold=True)
    paper.line(70, 225, "Punkt 1: Godkendelse af dagsorden" + "." * 60).line(520, 225, "2")
    paper.line(70, 243, "Punkt 2: Trafikplan for skolevejene ved Åmarken og").line(70, 256, "Bakkevej" + "." * 90)
    paper.line(520, 256, "3").line(70, 274, "Punkt 3: Lukket - Køb af jord" + "." * 64).line(520, 274, "4")
    points = [
        ("Punkt 1: Godkendelse af dagsorden", "31/101", ["Beslutning", "Godkendt."]),
        (
            "Punkt 2: Trafikplan for skolevejene ved Åmarken og Bakkevej",
            "31/102",
            [
                "Sagsfremstilling",
                "Forvaltningen har udarbejdet en plan for skolevejene. Den fore-",
                "slår nye stier, og at der sættes 2,5 mio. kr. af til Teknik- og Miljø-",
                "centrets arbejde med en ikke-",
                "planlagt cykelsti.",
                "",
                "Indstilling",
                "Forvaltningen indstiller, at planen godkendes.",
                "",
                "Beslutning",
                "Udsat.",
                "",
                "Bilag",
                "Kort over skolevejene.pdf",
            ],
        ),
        ("Punkt 3: Lukket - Køb af jord", "31/103", ["Beslutning", "Jorden købes for 900.000 kr."]),
    ]
    for title, case, lines in points:
        paper.page().line(70, 100, title, 14, bold=True).lines(case, "", *lines, y=125)
    for place in range(4):
        paper.line(70, 30, head, 8, on=place).line(270, 815, foot.format(place + 1), 8, on=place)
    return paper


def edoc() -> Paper:
    """Header and page in the upper right corner, a list of members with their parties, case numbers under titles."""
    paper = Paper()
    pages = [
        ["Referat", "Vandudvalget", "onsdag den 7. maj 2031, kl. 15.30", "i Salen, Ravnsø Rådhus", "", "Tilstede",
         "Ane Holm (A) - formand", "Per Ravn (V)", "", "Afbud", "Lis Krog (C)"],
        ["INDHOLDSFORTEGNELSE", "1. Spildevand i Sønderby", "2. Meddelelser"],
        ["1. Spildevand i Sønderby", "", "Sagsnr.: 2031-10101", "Dok.nr.: 2031-20202", "", "Sammendrag",
         "Kloakken i Sønderby er gammel.", "", "Indstilling", "Center for Vand indstiller,", "at kloakken fornyes.",
         "", "Vandudvalgets beslutning den 07.05.2031", "Godkendt.", "", "2. Meddelelser", "",
         "Sagsnr.: 2031-10102", "", "Vandudvalgets beslutning den 07.05.2031", "Taget til efterretning."],
    ]  # fmt: skip
    for number, lines in enumerate(pages, 1):
        paper.page().line(420, 60, "Vandudvalget", 8).line(420, 70, "Dato: 07.05.2031", 8)
        paper.line(420, 80, f"Side {number}", 8).lines(*lines, y=120)
    return paper.line(500, 133.5, "3", on=1).line(500, 147, "3", on=1)


def word() -> Paper:
    """What Word prints: a table of two columns in the header, a bare page number in the middle of the foot."""
    paper = Paper().page().line(70, 80, "Referat fra møde i Havnerådet", 16, bold=True)
    for place, (label, value) in enumerate(
        [("Dato:", "8. maj 2031"), ("Tid:", "kl. 10.00"), ("Sted:", "Havnekontoret"), ("Deltagere:", "Ida Sø, Kai Vad")]
    ):
        paper.line(70, 120 + 15 * place, label, bold=True).line(180, 120 + 15 * place, value)
    paper.line(70, 200, "1.").line(88, 200, "Bådbroer", bold=True).lines("Beslutning: Broerne males i juni.", y=215)
    paper.page().line(70, 80, "2.").line(88, 80, "Eventuelt", bold=True).lines("Beslutning: Intet.", y=95)
    for place in (0, 1):
        paper.line(295, 810, str(place + 1), 9, on=place)
    return paper
