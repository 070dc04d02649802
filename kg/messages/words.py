"""What the commands say while they work, and when they cannot."""

WORDS: dict[str, tuple[str, str]] = {
    "place.page": ("{line} (s. {page})", "{line} (p. {page})"),
    "code": ("da", "en"),
    "why.because": ("fordi", "because"),
    "why.nothing": ("Grafen har intet bevis for netop denne.", "The graph has no evidence of this one itself."),
    "click.usage": ("Brug:", "Usage:"),
    "click.Options": ("Valg", "Options"),
    "click.Commands": ("Kommandoer", "Commands"),
    "click.options": ("[VALG]", "[OPTIONS]"),
    "click.command": ("KOMMANDO …", "COMMAND …"),
    "wrong.command": (
        "Der er ingen kommando »{name}«; kg --help viser dem, der er.",
        "There is no command “{name}”; kg --help shows those that are.",
    ),
    "wrong.option": (
        "Valget {name} findes ikke her; {command} --help viser dem, der gør.",
        "There is no option {name} here; {command} --help shows those that are.",
    ),
    "wrong.missing": (
        "{name} mangler; {command} --help viser, hvordan den bruges.",
        "{name} is missing; {command} --help shows how it is used.",
    ),
    "wrong.value": (
        "{name} skal være {wanted}; {command} --help siger mere.",
        "{name} takes {wanted}; {command} --help says more.",
    ),
    "wrong.number": ("et tal over 0", "a number above 0"),
    "wrong.use": (
        "{message} ({command} --help viser, hvordan den bruges.)",
        "{message} ({command} --help shows how it is used.)",
    ),
    "wrong.text": ("--text hører til --stage source.", "--text belongs to --stage source."),
    "wrong.folder": ("{path} er en mappe; giv én fil.", "{path} is a folder; give one file."),
    "wrong.missing-file": (
        "{path}: der er ingen sådan fil; se efter stien.",
        "{path}: there is no such file; check the path.",
    ),
    "wrong.base": (
        "{value} kan ikke begynde navne i grafen: skriv en fuld adresse, der ender på / eller #.",
        "{value} cannot begin the names of a graph: write a full address that ends in / or #.",
    ),
    "wrong.query": (
        "{path} kan ikke læses som et spørgsmål ({reason}).",
        "{path} cannot be read as a question ({reason}).",
    ),
    "wrong.nothing": (
        "Ingen af filerne kan læses, så grafen er, som den var.",
        "None of the files can be read, so the graph is as it was.",
    ),
    "wrong.demo": (
        "{folder} har en anden graf, som demonstrationen ikke skriver over; giv en anden mappe: kg demo MAPPE.",
        (
            "{folder} holds another graph, which the demonstration does not overwrite; give another folder: kg demo"
            " FOLDER."
        ),
    ),
    "stopped": ("Afbrudt; grafen er, som den var.", "Stopped; the graph is as it was."),
    "unexpected": (
        ("Det skulle ikke kunne ske ({kind}: {error}); kør kommandoen igen med --debug, og send os det, den skriver."),
        ("This should not happen ({kind}: {error}); run the command again with --debug and send us what it writes."),
    ),
    "no-file": ("Der kunne ikke skrives eller læses: {reason}.", "It could not be written or read: {reason}."),
    "note": ("bemærk", "note"),
    "line": ("linje {line}", "line {line}"),
    "progress.survey": ("Ser filerne igennem", "Looking at the files"),
    "progress.read": ("Læser", "Reading"),
    "progress.learn": ("Lærer navne", "Learning names"),
    "progress.load": ("Fylder grafen", "Filling the graph"),
    "unchanged": ("Intet er ændret siden sidst.", "Nothing has changed since the last build."),
    "older": ("{reason} Det gøres nu.", "{reason} Doing that now."),
    "built": ("Grafen er i {store}.", "The graph is in {store}."),
    "figure.documents": ("dokumenter", "documents"),
    "figure.meetings": ("møder", "meetings"),
    "figure.items": ("punkter", "items"),
    "figure.cases": ("sager", "cases"),
    "figure.decisions": ("beslutninger", "decisions"),
    "figure.centres": ("enheder", "centres"),
    "figure.people": ("personer", "people"),
    "figure.themes": ("emner", "themes"),
    "figure.tasks": ("opgaver", "tasks"),
    "losses": (
        "{count} filer kom ikke med i grafen, eller kun delvis.",
        "{count} files did not get into the graph, or not whole.",
    ),
    "loss": ("Én fil kom ikke med i grafen, eller kun delvis.", "One file did not get into the graph, or not whole."),
    "more-rows": ("Der er flere rækker, end der vises.", "There are more rows than are shown."),
    "rows": ("{count} rækker", "{count} rows"),
    "row": ("1 række", "1 row"),
    "answer.none": ("intet fundet.", "nothing found."),
    "answer.empty": (
        "Intet svarer på det ({asked}); grafen har referater fra {first} til {last}.",
        "Nothing answers that ({asked}); the graph has minutes from {first} to {last}.",
    ),
    "answer.nearest": ("Titler, der ligner: {close}.", "Titles that come close: {close}."),
    "answer.source": ("kilde", "source"),
    "answer.sum": ("i alt", "in all"),
    "ask.name": ("spørgsmål", "question"),
    "ask.title": ("hvad det svarer på", "what it answers"),
    "ask.parameters": ("tager", "takes"),
    "metavar.parameters": ("[--NAVN VÆRDI]...", "[--NAME VALUE]..."),
    "metavar.case": ("SAGSNUMMER", "CASE-NUMBER"),
    "metavar.unit": ("ENHED", "CENTRE"),
    "metavar.person": ("PERSON", "NAME"),
    "metavar.theme": ("EMNE", "THEME"),
    "metavar.body": ("ORGAN", "BODY"),
    "metavar.meeting": ("MØDE", "MEETING"),
    "metavar.words": ("ORD...", "WORDS..."),
    "metavar.outcome": ("UDFALD", "OUTCOME"),
    "metavar.authority": ("KOMMUNE", "AUTHORITY"),
    "metavar.from": ("DATO", "DATE"),
    "metavar.to": ("DATO", "DATE"),
    "metavar.as_of": ("DATO", "DATE"),
    "metavar.limit": ("ANTAL", "NUMBER"),
    "wrong.answer-form": (
        "{path}: svar kan ikke skrives i den slags fil; lad navnet ende på {known}, eller sig --format.",
        "{path}: answers cannot be written to a file of that kind; let its name end in {known}, or say --format.",
    ),
    "wrong.binary": (
        "Et regneark kan ikke vises i terminalen: giv det et filnavn med --output.",
        "A spreadsheet cannot be shown on a terminal: give it a file name with --output.",
    ),
    "wrong.question": (
        "Der er intet spørgsmål »{name}«; det nærmeste er: {close}. kg ask --list viser dem alle.",
        "There is no question “{name}”; the nearest are: {close}. kg ask --list shows them all.",
    ),
    "wrong.parameter": (
        "»{word}« hører ikke til noget; skriv det som --navn værdi. kg ask --list viser navnene.",
        "“{word}” belongs to nothing; write it as --name value. kg ask --list shows the names.",
    ),
    "why.nothing-there": ("Ingen oplysning i grafen hviler på den linje.", "No fact of the graph stands on that line."),
    "metavar.why": ("NAVN|FIL:LINJE", "NAME|FILE:LINE"),
    "valid": ("Grafen holder alle reglerne.", "The graph keeps all the rules."),
    "violations": ("{count} steder holder grafen ikke reglerne.", "The graph breaks the rules in {count} places."),
    "violation": ("Ét sted holder grafen ikke reglerne.", "The graph breaks the rules in one place."),
    "demo.history": ("Sag {case}, møde for møde:", "Case {case}, meeting by meeting:"),
    "demo.made": (
        (
            "{turtle}  grafen som Turtle\n{page}  enheder og emner, til en browser\n{store}  grafen, til spørgsmål: "
            "kg sparql '…' --store {store}"
        ),
        (
            "{turtle}  the graph as Turtle\n{page}  centres and themes, for a browser\n{store}  the graph, for "
            "questions: kg sparql '…' --store {store}"
        ),
    ),
}
