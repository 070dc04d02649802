"""How `kg show` says by which layout a file was read, and why."""

LAYOUTS: dict[str, tuple[str, str]] = {
    "layout.chosen": (
        "{path}: punkterne er læst som {style} ({points}, vægt {worth}); {others}{header}.",
        "{path}: its points are read as {style} ({points}, worth {worth}); {others}{header}.",
    ),
    "layout.none": (
        "{path}: ingen punkter fundet, så teksten er ét stykke; {header}.",
        "{path}: no points were found, so the text is one piece; {header}.",
    ),
    "layout.next": (
        "næstbedst var {style} med {points} (vægt {worth}); ",
        "next best was {style} with {points} (worth {worth}); ",
    ),
    "layout.header.fields": ("hovedet har felter", "the header has fields"),
    "layout.header.title": ("titlen har udvalg og dato", "the title has body and date"),
    "layout.header.lines": ("udvalg og dato har hver sin linje", "body and date have lines of their own"),
    "layout.header.marks": ("filen selv siger udvalg og dato", "the file itself says body and date"),
    "layout.header.": ("hovedet giver ingen mødedato", "the header gives no date"),
    "layout.punkt": ("»Punkt 3: Titel«", "“Punkt 3: Titel”"),
    "layout.pkt": ("»Pkt. 3 Titel«", "“Pkt. 3 Titel”"),
    "layout.sag": ("»Sag nr. 3 Titel«", "“Sag nr. 3 Titel”"),
    "layout.nr": ("»Nr. 3 - Titel«", "“Nr. 3 - Titel”"),
    "layout.number": ("»3. Titel«", "“3. Titel”"),
    "layout.tabbed": ("nummer og titel i hver sin celle", "number and title in cells of their own"),
    "layout.bare": ("»3 Titel«", "“3 Titel”"),
    "layout.alone": ("nummeret alene på sin linje", "the number alone on its line"),
    "layout.letter": ("»F3 Titel«", "“F3 Titel”"),
    "layout.ad": ("»ad 3 Titel«", "“ad 3 Titel”"),
    "layout.unnumbered": ("overskrifter uden numre", "headings without numbers"),
    "layout.marked": ("filens egne mærker", "the file's own marks"),
}
