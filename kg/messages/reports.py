"""What timelines, matrices and reports say."""

REPORTS: dict[str, tuple[str, str]] = {
    # timelines
    "timeline.all": ("Møderne over tid", "Meetings over time"),
    "timeline.of": ("Tidslinje: {name}", "Timeline: {name}"),
    "timeline.case": ("Sag {case}", "Case {case}"),
    "timeline.empty": ("Her er ingen punkter at vise.", "There are no items to show here."),
    "timeline.container": (
        "Et samlenummer: punkterne deler nummeret og ikke nødvendigvis noget andet.",
        "A collecting number: the items share the number and not necessarily anything else.",
    ),
    "timeline.hint": (
        "Klik på et mærke for at læse ordene bag det. Med tastaturet: piletasterne og Enter.",
        "Click a mark to read the words behind it. By keyboard: the arrow keys and Enter.",
    ),
    "timeline.picture": (
        "Tidslinje. De samme oplysninger står i listen nedenfor.",
        "Timeline. The list below holds the same data.",
    ),
    "timeline.months": (
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ),
    "timeline.legend": ("Signaturforklaring", "Legend"),
    "timeline.views": ("Vis som", "Show as"),
    "timeline.as-list": ("Liste", "List"),
    "timeline.as-table": ("Tabel", "Table"),
    "timeline.table": ("De samme oplysninger som tabel", "The same data as a table"),
    "timeline.close": ("Luk", "Close"),
    "timeline.day": ("1 dag", "1 day"),
    "timeline.days": ("{days} dage", "{days} days"),
    "timeline.item": ("1 punkt", "1 item"),
    "timeline.items": ("{items} punkter", "{items} items"),
    "timeline.later": ("{days} senere", "{days} later"),
    "timeline.since": ("{days} siden sagens forrige referat", "{days} since the last minutes of its case"),
    "timeline.open": ("Stadig åben efter {days}", "Still open after {days}"),
    "timeline.open-label": ("åben i {days}", "open for {days}"),
    "timeline.taken": (
        "Taget op {days} senere: {date} {body}, punkt {number}: {title}",
        "Taken up {days} later: {date} {body}, item {number}: {title}",
    ),
    "timeline.quoted": ("Kun citeret senere", "Only quoted later"),
    "timeline.closed": ("Lukket punkt", "Closed item"),
    "timeline.no-outcome": ("uden udfald", "no outcome"),
    "timeline.due": ("Frister", "Deadlines"),
    "timeline.due-on": ("frist {due}", "due {due}"),
    "timeline.flag": ("Frist {due}: {title} ({status})", "Due {due}: {title} ({status})"),
    "timeline.flag.open": ("frist", "deadline"),
    "timeline.flag.overdue": ("frist, overskredet", "deadline, overdue"),
    "timeline.flag.done": ("frist, løst", "deadline, done"),
    "timeline.flag.recurs": ("frist, gentages", "deadline, recurs"),
    "timeline.line.next": ("næste behandling", "next treatment"),
    "timeline.line.taken": ("fra udsættelse til genoptagelse", "from deferral to being taken up"),
    "timeline.line.open": ("stadig åben", "still open"),
    "timeline.meeting": ("{date}, {body}: {items}", "{date}, {body}: {items}."),
    "timeline.tone.good": ("Godkendt, besluttet eller anbefalet", "Approved, decided or recommended"),
    "timeline.tone.calm": ("Drøftet eller taget til efterretning", "Discussed or noted"),
    "timeline.tone.warn": ("Udsat, sendt tilbage eller videre", "Postponed, returned or referred"),
    "timeline.tone.bad": ("Afvist eller taget af dagsordenen", "Rejected or withdrawn"),
    "timeline.tone.none": ("Uden udfald, eller lukket", "No outcome, or closed"),
    "timeline.date": ("dato", "date"),
    "timeline.body": ("organ", "body"),
    "timeline.number": ("punkt", "item"),
    "timeline.count": ("punkter", "items"),
    "timeline.title": ("titel", "title"),
    "timeline.case-number": ("sag", "case"),
    "timeline.days-later": ("dage senere", "days later"),
    "timeline.since-days": ("dage siden sagens forrige referat", "days since the last minutes of its case"),
    "timeline.outcome": ("udfald", "outcome"),
    "timeline.open-days": ("dage åben", "days open"),
    "timeline.taken-up": ("taget op", "taken up"),
    "timeline.source": ("kilde", "source"),
    # matrices
    "matrix.title": ("Hvem driver hvad", "Who drives what"),
    "matrix.empty": ("Ingen enhed driver et emne her.", "No centre drives a theme here."),
    "matrix.hint": (
        "Klik på et tal, en enhed eller et emne for at læse punkterne. Med tastaturet: piletasterne og Enter.",
        "Click a number, a centre or a theme to read the items. By keyboard: the arrow keys and Enter.",
    ),
    "matrix.years": ("År", "Year"),
    "matrix.order": ("Orden", "Order"),
    "matrix.by-name": ("Efter navn", "By name"),
    "matrix.by-total": ("Efter antal", "By number"),
    "matrix.legend": ("Antal punkter:", "Number of items:"),
    "matrix.caption": (
        "Enheder og direktører, emner, og i hvor mange punkter de driver dem",
        "Centres and directors, themes, and in how many items they drive them",
    ),
    "matrix.unit": ("Enhed", "Centre"),
    "matrix.theme": ("Emne", "Theme"),
    "matrix.items": ("Punkter", "Items"),
    "matrix.first": ("Først", "First"),
    "matrix.last": ("Sidst", "Last"),
    "matrix.total": ("I alt", "Total"),
    "matrix.totals": (
        "Et punkt kan have flere emner og drives af flere: »I alt« tæller det én gang.",
        "An item may have several themes and be driven by several: “Total” counts it once.",
    ),
    "matrix.as-list": (
        "De samme oplysninger som en liste, der kan sorteres",
        "The same data as a list that can be sorted",
    ),
    "matrix.list": ("Enheder, emner og punkter, alle år", "Centres, themes and items, all years"),
    "matrix.text.items": ("{count} punkter", "{count} items"),
    "matrix.text.one-item": ("1 punkt", "1 item"),
    "matrix.text.all-years": ("Alle år", "All years"),
    "matrix.text.cell": ("{unit}, {theme}: {items}", "{unit}, {theme}: {items}."),
    # commands
    "help.page": ("Filen, der skrives (ellers {default}).", "The file to write (default {default})."),
    "help.timeline": (
        "Skriv en side med behandlingerne over tid, klar til at sende.",
        "Write a page of the treatments over time, ready to send.",
    ),
    "help.timeline.long": (
        (
            "Med --case én sags behandlinger i hvert organ, med dage imellem, udfald, frister og det, der stadig er "
            "åbent; med --unit eller --theme punkterne bag; ellers alle møder. Siden er én fil og henter intet udefra."
        ),
        (
            "With --case the treatments of one case in each body, with the days between, outcomes, deadlines and what"
            " is still open; with --unit or --theme the items behind; else all meetings. The page is one file and"
            " fetches nothing."
        ),
    ),
    "help.matrix": (
        "Skriv en side med enheder × emner, år for år, klar til at sende.",
        "Write a page of centres × themes, year by year, ready to send.",
    ),
    "help.matrix.long": (
        "Et klik på et tal viser punkterne med deres egne ord. Siden er én fil og henter intet udefra.",
        "A click on a number lists the items in their own words. The page is one file and fetches nothing.",
    ),
    "help.report": (
        "Skriv alle sider som en mappe: billeder, åbne løkker, opgaver, huller.",
        "Write all pages as a folder: pictures, open loops, tasks, gaps.",
    ),
    "help.report.long": (
        (
            "Begynd med index.html. Siderne henviser til hinanden og henter intet udefra, så mappen kan sendes, som"
            " den er, eller lægges på enhver webserver. En ældre rapport erstattes; en mappe med andet i røres ikke."
        ),
        (
            "Begin with index.html. The pages link to each other and fetch nothing, so the folder can be sent as it"
            " is, or put on any web server. An older report is replaced; a folder with anything else is not touched."
        ),
    ),
    "help.report.output": ("Mappen, der skrives (ellers {default}).", "The folder to write (default {default})."),
    # reports
    "report.title": ("Rapport om referaterne", "Report on the minutes"),
    "report.lead": (
        "Hvad referaterne fra {first} til {last} fortæller, oplysning for oplysning og med deres egne ord.",
        "What the minutes from {first} to {last} tell, fact by fact and in their own words.",
    ),
    "report.years": ("Punkter år for år", "Items year by year"),
    "report.pages": ("Siderne", "The pages"),
    "report.within": ("På denne side", "On this page"),
    "report.words": (
        "Ordene er referaternes egne, med fil og linje. Hver side er én fil og henter intet udefra.",
        "The words are those of the minutes, with file and line. Each page is one file and fetches nothing.",
    ),
    "report.filter": ("Vis kun rækker med", "Show only rows with"),
    "report.nothing": ("Intet fundet.", "Nothing found."),
    "report.of-cases": ("af {count} sager", "of {count} cases"),
    "report.figure.loops": ("åbne løkker", "open loops"),
    "report.figure.overdue": ("opgaver over fristen", "tasks overdue"),
    "report.figure.gaps": ("huller og mærkværdigheder", "gaps and oddities"),
    "report.nav.index": ("Forside", "Start"),
    "report.nav.network": ("Netværk", "Network"),
    "report.nav.timeline": ("Tidslinje", "Timeline"),
    "report.nav.matrix": ("Hvem driver hvad", "Who drives what"),
    "report.nav.cases": ("Sager", "Cases"),
    "report.nav.loops": ("Åbne løkker", "Open loops"),
    "report.nav.tasks": ("Opgaver", "Tasks"),
    "report.nav.gaps": ("Huller", "Gaps"),
    "report.page.network": ("Enheder og de emner, de driver", "Centres and the themes that they drive"),
    "report.page.timeline": ("Møderne over tid", "Meetings over time"),
    "report.page.matrix": ("Hvem driver hvad, år for år", "Who drives what, year by year"),
    "report.page.cases": ("Sagerne", "The cases"),
    "report.page.loops": ("Åbne løkker", "Open loops"),
    "report.page.tasks": ("Løfter og opgaver", "Promises and tasks"),
    "report.page.gaps": ("Huller og mærkværdigheder", "Gaps and oddities"),
    "report.about.network": (
        "Et netværk: hvem driver hvilke emner? Klik på en knude eller en streg, og læs punkterne bag.",
        "A network: who drives which themes? Click a node or a line and read the items behind it.",
    ),
    "report.about.timeline": (
        "Hvert møde med sine punkter, farvet efter udfaldet.",
        "Every meeting with its items, coloured by outcome.",
    ),
    "report.about.matrix": (
        "Enheder × emner. Hvert tal er et antal punkter; et klik viser dem.",
        "Centres × themes. Each number is a number of items; a click lists them.",
    ),
    "report.about.cases": (
        "Hver sag med første og seneste behandling, forløbet og det, der stadig er åbent.",
        "Each case with its first and latest treatment, its history and what is still open.",
    ),
    "report.about.loops": (
        "Hvad blev udsat, sendt tilbage eller videre – og kom aldrig igen? Og hvad kom igen, efter hvor mange dage?",
        "What was postponed, returned or referred and never came back? And what did, after how many days?",
    ),
    "report.about.tasks": (
        "Hvem lovede hvad, hvornår – og hvad blev der af det?",
        "Who promised what, when – and what became of it?",
    ),
    "report.about.gaps": (
        "Hvad mangler eller er underligt i referaterne selv?",
        "What is missing or odd in the minutes themselves?",
    ),
    "report.tasks.overdue": ("Over fristen", "Overdue"),
    "report.tasks.open": ("Åbne", "Open"),
    "report.tasks.recurs": ("Gentages", "Recurring"),
    "report.tasks.done": ("Løst, så vidt man kan se", "Done, as far as can be seen"),
    "report.case.number": ("sag", "case"),
    "report.case.title": ("titel og forløb", "title and history"),
    "report.case.treated": ("behandlinger", "treatments"),
    "report.case.bodies": ("organer", "bodies"),
    "report.case.first": ("først", "first"),
    "report.case.last": ("senest", "latest"),
    "report.case.days": ("dage imellem", "days between"),
    "report.case.state": ("tilstand", "state"),
    "report.case.collected": ("Forskellige punkter", "Unrelated items"),
    "report.case.container": ("samlenummer", "collecting number"),
    "report.later": (
        "Taget op {date} af {body}, punkt {number}: {title}",
        "Taken up {date} by {body}, item {number}: {title}",
    ),
    "report.closed": (
        "Løst {date} af {body}, punkt {number}: {title}",
        "Done {date} by {body}, item {number}: {title}",
    ),
    "report.because": ("fordi {reason} (sikkerhed {score})", "because {reason} (certainty {score})"),
}
