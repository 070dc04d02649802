"""Help of the commands, their arguments and options."""

HELP: dict[str, tuple[str, str]] = {
    "help.kg": (
        "Danske mødereferater ind, en vidensgraf ud, hvor hver oplysning peger på ordene, den kom af.",
        "Danish public minutes in, a knowledge graph out, every fact with the words it came from.",
    ),
    "help.end": (
        "Afslutter med 0, når alt gik godt, 1, når noget af det givne ikke kom med, 2 ved forkert brug.",
        "Exits with 0 when all went well, 1 when part of what was given was lost, 2 on wrong use.",
    ),
    "help.help": ("Vis denne hjælp.", "Show this help."),
    "help.version": ("Vis versionen.", "Show the version."),
    "help.lang": (
        "Sprog: da eller en (ellers KG_LANG, ellers systemets).",
        "Language: da or en (else KG_LANG, else the system's).",
    ),
    "help.debug": ("Vis programmets spor, når noget går galt.", "Show the program's trace when something fails."),
    "help.store": ("Mappen med grafen (ellers output/store).", "The folder of the graph (default output/store)."),
    "help.profile.option": (
        "En profil (.toml) for alle filer; none for slet ingen. Ellers vælges efter teksten.",
        "A profile (.toml) for all files; none for none at all. By default the text decides.",
    ),
    "help.themes.option": (
        "Et emneskema i SKOS (Turtle) i stedet for det medfølgende.",
        "A SKOS scheme of themes (Turtle) instead of the shipped one.",
    ),
    "help.build": (
        "Byg grafen af filer, mapper og arkiver med referater.",
        "Build the graph from files, folders and archives of minutes.",
    ),
    "help.build.long": (
        (
            "Grafen bliver nøjagtig det, som er givet; med --add kommer det til det, den har. Filer, der ikke er "
            "ændret, læses ikke igen. Afslutter med 1, når en fil eller dens møde ikke kom med; bemærkninger ændrer"
            " intet ved det. Et ZIP-arkiv læses som en mappe."
        ),
        (
            "The graph becomes exactly what is given; with --add, that is added to what it holds. Files that have "
            "not changed are not read again. Exits with 1 when a file or its meeting was lost; mere notes do not "
            "change that. A ZIP archive is read like a folder."
        ),
    ),
    "help.add": ("Læg til det, grafen har.", "Add to what the graph holds."),
    "help.verdicts": (
        "En CSV-fil med linjer som same,VEC,Vejcentret eller different,A,B, som altid gælder.",
        "A CSV file of lines such as same,VEC,Vejcentret or different,A,B, which always win.",
    ),
    "help.base-iri": (
        "Begyndelsen på alle navne i grafen; ender på / eller #.",
        "How all names of the graph begin; ends in / or #.",
    ),
    "help.keep-personal-data": (
        "Lad CPR-numre, e-mailadresser og telefonnumre stå; ellers sættes █ for hvert tegn.",
        "Leave CPR numbers, e-mail addresses and telephone numbers; otherwise each character becomes █.",
    ),
    "help.ocr": (
        "Læs også PDF-sider, der er billeder, med programmet tesseract (tesseract-ocr-dan).",
        "Read PDF pages that are pictures too, with the program tesseract (tesseract-ocr-dan).",
    ),
    "help.jobs": (
        "Antal processer (ellers efter antallet af filer).",
        "How many processes (by default, as the number of files asks).",
    ),
    "help.quiet": ("Vis kun det, der er i vejen.", "Show only what is wrong."),
    "help.json": ("Skriv tal og problemer som JSON.", "Write figures and problems as JSON."),
    "help.case": ("Vis en sags hele forløb, møde for møde.", "Show the whole history of a case, meeting by meeting."),
    "help.case.long": (
        (
            "SAGSNUMMER er som i referaterne, fx 22/10457. Viser hver behandling med indstiller, indstilling, "
            "beslutning, udfald, bilag, beløb og dage siden sidst; hvad der stadig er åbent; opgaver; og punkter "
            "om det samme under andre numre."
        ),
        (
            "CASE-NUMBER is as in the minutes, such as 22/10457. Shows every treatment with who proposed it, "
            "recommendation, decision, outcome, attachments, sums and days since the last; what is still open; "
            "tasks; and items about the same under other numbers."
        ),
    ),
    "help.loops": (
        "Vis, hvad der blev udsat eller sendt videre og aldrig kom igen.",
        "Show what was postponed or referred and never came back.",
    ),
    "help.loops.long": (
        (
            "Åbne løkker: beslutninger, der udsatte sagen, sendte den tilbage eller videre, uden at den siden er "
            "taget op; og dem, der blev det, med det punkt, der gjorde det. Et år som --from 2023 --to 2023 tager"
            " det år. Uden --as-of gælder dagen for det nyeste møde i grafen."
        ),
        (
            "Open loops: decisions that postponed, returned or referred the matter, and that nothing has taken up"
            " since; and those that were, with the item that did. A year, as in --from 2023 --to 2023, takes that"
            " year. Without --as-of, the day is that of the newest meeting in the graph."
        ),
    ),
    "help.tasks": (
        "Vis løfter og opgaver: hvem, hvad, hvornår, og om de er løst.",
        "Show promises: who, what, when, and whether they were kept.",
    ),
    "help.tasks.long": (
        (
            "Rækker af huskelister, opdrag og det, som beslutninger bestiller: ansvarlig, frist, om fristen er "
            "overskredet, og det senere punkt, der løste opgaven. At et punkt løste den, er en påstand med vægt "
            "og grund; --strict tager kun de sikre."
        ),
        (
            "Rows of lists of reminders, assignments and what decisions order: responsible, due, overdue, and the"
            " later item that delivered it. That an item did is a claim with a score and a reason; --strict takes"
            " only the certain ones."
        ),
    ),
    "help.drives": ("Vis, hvilken enhed der driver hvilket emne.", "Show which centre drives which theme."),
    "help.drives.long": (
        (
            "Enheder og direktører efter emner og år: i hvor mange punkter, hvad de blev til, og fra hvornår til "
            "hvornår. Med --unit eller --theme også punkterne bag."
        ),
        (
            "Centres and directors by theme and year: in how many items, what those came to, and from when to "
            "when. With --unit or --theme also the items behind."
        ),
    ),
    "help.find": (
        "Søg i titler, beslutninger, indstillinger og tekst.",
        "Search titles, decisions, recommendations and text.",
    ),
    "help.find.long": (
        (
            "Alle ordene skal forekomme, i enhver bøjning; ord i anførselstegn står sammen: kg find '\"kunstig "
            "intelligens\" retningslinjer'. De bedste fund først, hvert med ordene, hvor de står."
        ),
        (
            "Every word must occur, in any form; words in quotation marks stand together: kg find '\"kunstig "
            "intelligens\" retningslinjer'. The best first, each with the words where they stand."
        ),
    ),
    "help.unit": (
        "Vis en enhed: navne, emner, åbne løkker, opgaver, punkter.",
        "Show a centre: names, themes, open loops, tasks, items.",
    ),
    "help.unit.long": (
        "ENHED er et navn eller en forkortelse, fx CFE, eller ord, som kun ét navn har.",
        "CENTRE is a name or an abbreviation, such as CFE, or words that only one name has.",
    ),
    "help.person": ("Vis en person: navne, møder, opgaver, punkter.", "Show a person: names, meetings, tasks, items."),
    "help.person.long": (
        "PERSON er et navn eller initialer, eller ord, som kun ét navn har.",
        "PERSON is a name or initials, or words that only one name has.",
    ),
    "help.theme": (
        "Vis et emne: punkter, hvem der driver det, åbne løkker.",
        "Show a theme: items, who drives it, open loops.",
    ),
    "help.theme.long": (
        "EMNE er navnet på dansk eller engelsk, fx skoler.",
        "THEME is its name in Danish or English, such as schools.",
    ),
    "help.body": (
        "Vis et organ: møder, emner, deltagere, åbne løkker.",
        "Show a body: meetings, themes, people, open loops.",
    ),
    "help.body.long": (
        "ORGAN er et navn eller en forkortelse, fx Økonomiudvalget.",
        "BODY is a name or an abbreviation, such as Økonomiudvalget.",
    ),
    "help.meeting": ("Vis et møde: dagsorden, beslutninger, opgaver.", "Show a meeting: agenda, decisions, tasks."),
    "help.meeting.long": (
        "MØDE er datoen, fx 2022-03-08, og organet, hvis flere mødtes den dag: kg meeting Direktionen 2022-03-08.",
        (
            "MEETING is the date, such as 2022-03-08, and the body where several met that day: kg meeting "
            "Direktionen 2022-03-08."
        ),
    ),
    "help.gaps": (
        "Vis, hvad der mangler eller er underligt i referaterne.",
        "Show what is missing or odd in the minutes.",
    ),
    "help.gaps.long": (
        (
            "Punktnumre, der springer, indhold, der ikke svarer til punkterne, ugedage, der ikke passer, punkter "
            "uden beslutning eller sagsnummer, møder, der kun er nævnt, og samlenumre."
        ),
        (
            "Point numbers that jump, contents that differ from the points, weekdays that do not fit, points "
            "without decision or case number, meetings that are only mentioned, and collecting numbers."
        ),
    ),
    "help.ask": (
        "Stil et af de færdige spørgsmål ved navn, eller et af dine egne.",
        "Ask any of the ready questions by name, or one of your own.",
    ),
    "help.ask.long": (
        (
            "--list viser navnene og det, de tager. --queries FOLDER lægger dine egne .rq-filer til; de skrives "
            "som dem i kg/queries."
        ),
        (
            "--list shows the names and what they take. --queries FOLDER adds your own .rq files, which are "
            "written like those in kg/queries."
        ),
    ),
    "help.answer.format": (
        "table, csv, tsv, json, md eller xlsx (ellers en tabel). CSV og TSV har kun det første svar.",
        "table, csv, tsv, json, md or xlsx (default a table). CSV and TSV have the first answer only.",
    ),
    "help.answer.output": (
        "Skriv til en fil; endelsen siger formatet.",
        "Write to a file; its ending says the format.",
    ),
    "help.answer.case": ("Kun denne sag.", "Only this case."),
    "help.answer.body": ("Kun dette organ.", "Only this body."),
    "help.answer.unit": (
        "Kun det, som denne enhed eller person driver eller har ansvar for.",
        "Only what this centre or person drives or is responsible for.",
    ),
    "help.answer.theme": ("Kun dette emne.", "Only this theme."),
    "help.answer.meeting": ("Kun dette møde.", "Only this meeting."),
    "help.answer.outcome": ("Kun med dette udfald, fx udsat.", "Only with this outcome, such as postponed."),
    "help.answer.authority": (
        "Kun denne kommune, hvis grafen har flere.",
        "Only this authority, where the graph has several.",
    ),
    "help.answer.from": ("Fra denne dag, måned eller dette år.", "From this day, month or year."),
    "help.answer.to": ("Til og med denne dag, måned eller dette år.", "Up to and with this day, month or year."),
    "help.answer.as_of": ("Som det så ud denne dag; today er i dag.", "As it stood on this day; today is allowed."),
    "help.answer.strict": ("Regn kun med det, der er sikkert.", "Count only what is certain."),
    "help.answer.open": ("Vis kun det åbne.", "Show only what is open."),
    "help.answer.limit": ("Højst så mange.", "At most so many."),
    "help.list": ("Vis alle spørgsmål og det, de tager.", "Show all questions and what they take."),
    "help.queries": ("En mappe med dine egne spørgsmål (.rq).", "A folder of your own questions (.rq)."),
    "help.network": (
        "Tegn, hvem og hvad punkterne binder sammen, som en side.",
        "Draw who and what the items tie together, as a page.",
    ),
    "help.network.long": (
        (
            "Én HTML-fil, som kan sendes og åbnes uden net: billede, søgning, filtre, punkterne bag hver knude og "
            "forbindelse med deres egne ord, og det samme som tabeller."
        ),
        (
            "One HTML file that can be sent and opened without a network: a picture, a search, filters, the items "
            "behind every node and tie with their very words, and the same as tables."
        ),
    ),
    "help.network.of": (
        "units-themes, cases, people eller all: enheder og emner (ellers), sager, mennesker eller alt.",
        "units-themes, cases, people or all: centres and themes (default), cases, people or everything.",
    ),
    "help.export": ("Skriv grafen til en fil.", "Write the graph to a file."),
    "help.export.long": (
        (
            "PATH ender på .ttl, .nt, .nq, .trig, .jsonld eller .rdf; - er standard ud, som Turtle, hvis --format "
            "ikke siger andet. Ender det på .gexf, .graphml eller .csv, skrives netværket, som --of og de andre valg "
            "siger, til Gephi og lignende; CSV er to filer, knuder og forbindelser. De samme oplysninger giver de "
            "samme bytes."
        ),
        (
            "PATH ends in .ttl, .nt, .nq, .trig, .jsonld or .rdf; - is standard output, as Turtle unless --format "
            "says otherwise. Where it ends in .gexf, .graphml or .csv, the network that --of and the other options "
            "choose is written, for Gephi and the like; CSV is two files, nodes and edges. The same facts give the "
            "same bytes."
        ),
    ),
    "help.export.format": (
        "ttl, nt, nq, trig, jsonld, rdf, gexf, graphml eller csv, uanset endelsen.",
        "ttl, nt, nq, trig, jsonld, rdf, gexf, graphml or csv, whatever the ending.",
    ),
    "help.sparql": ("Stil grafen et spørgsmål i SPARQL.", "Ask the graph a question in SPARQL."),
    "help.sparql.long": (
        (
            "QUERY er et spørgsmål, en fil med et (.rq) eller - for standard ind. Alle præfikser er kendt (sag:, "
            "org:, skos: …). Uden --format er svaret en tabel i en terminal og ellers csv (for tripler ttl)."
        ),
        (
            "QUERY is a question, a file with one (.rq) or - for standard input. All prefixes are known (sag:, "
            "org:, skos: …). Without --format the answer is a table in a terminal and csv elsewhere (for triples, "
            "ttl)."
        ),
    ),
    "help.sparql.format": (
        "table, csv, tsv, json, xml, eller for tripler ttl, nt, jsonld, rdf.",
        "table, csv, tsv, json, xml, or for triples ttl, nt, jsonld, rdf.",
    ),
    "help.sparql.max-rows": (
        "Stop, når svaret har flere rækker (ellers 1.000.000).",
        "Stop when the answer has more rows (default 1,000,000).",
    ),
    "help.sparql.memory": (
        "Stop, når spørgsmålet bruger flere megabyte (ellers 4096; ikke på Windows).",
        "Stop when the question uses more megabytes (default 4096; not on Windows).",
    ),
    "help.build-timeout": (
        "Hvor mange sekunder det højst må tage at læse én fil; den, der tager længere, springes over.",
        "How many seconds reading one file may take; one that takes longer is passed over.",
    ),
    "help.show-timeout": (
        "Hvor mange sekunder det højst må tage at læse filen.",
        "How many seconds reading the file may take.",
    ),
    "help.timeout": (
        "Stop spørgsmålet efter så mange sekunder (ellers 10).",
        "Stop the question after so many seconds (default 10).",
    ),
    "help.serve": (
        "Vis grafen i en browser, og svar på SPARQL.",
        "Show the graph in a browser, and answer SPARQL.",
    ),
    "help.serve.long": (
        (
            "FOLDER er en mappe med referater, som først bygges til en graf i --store, og så åbner browseren; eller en"
            " mappe med en graf. Uden den vises grafen i --store. Kun denne computer kan nå den, medmindre --host siger"
            " andet. Intet kan ændres gennem den."
        ),
        (
            "FOLDER is a folder of minutes, of which a graph is built in --store first, and the browser opens; or the"
            " folder of a graph. Without it the graph in --store is shown. Only this computer can reach it, unless"
            " --host says otherwise. Nothing can be changed through it."
        ),
    ),
    "help.port": (
        "Port (ellers 8000); 0 er en ledig.",
        "Port (default 8000); 0 is any free one.",
    ),
    "help.open": (
        "Åbn browseren; uden noget valg kun, når FOLDER er referater.",
        "Open the browser; without a choice only when FOLDER is minutes.",
    ),
    "help.host": (
        "Adresse at lytte på (ellers 127.0.0.1, som kun denne computer kan nå).",
        "Address to listen on (default 127.0.0.1, which only this computer can reach).",
    ),
    "help.allow-host": (
        "Et navn, som serveren må kaldes ved, ud over denne computers; kan gives flere gange.",
        "A name that the server may be called by, beside this computer's; may be given several times.",
    ),
    "help.base-path": (
        "Stien, som en proxy har serveren under, fx /referater.",
        "The path under which a proxy has the server, such as /minutes.",
    ),
    "help.cors": (
        "Hvilke andre websteder der må læse svarene i en browser (ellers *, alle; tom for ingen).",
        "Which other sites may read the answers in a browser (default *, any; empty for none).",
    ),
    "help.workers": (
        "Så mange SPARQL-spørgsmål på én gang (ellers 2).",
        "How many SPARQL questions at once (default 2).",
    ),
    "help.serve.max-rows": (
        "Højst så mange rækker i et svar på SPARQL (ellers 100000).",
        "At most so many rows in an answer to SPARQL (default 100000).",
    ),
    "help.serve.memory": (
        "Højst så mange megabyte til et SPARQL-spørgsmål (ellers 1024).",
        "At most so many megabytes for a SPARQL question (default 1024).",
    ),
    "help.show": ("Vis, hvad et trin fik ud af én fil.", "Show what one stage made of one file."),
    "help.show.long": (
        (
            "Skriver trinets værdi som linjer af JSON, til den, der fejlsøger eller udvider. Steder er antal tegn "
            "(Unicode-kodepunkter) i teksten, som --stage source --text skriver. En fil i et arkiv hedder "
            "arkiv.zip/mappe/fil.docx."
        ),
        (
            "Writes the stage's value as lines of JSON, for whoever debugs or extends. Offsets count the characters"
            " (Unicode code points) of the text that --stage source --text writes. A file in an archive is called "
            "archive.zip/folder/file.docx."
        ),
    ),
    "help.stage": ("source, meeting, findings eller facts.", "source, meeting, findings or facts."),
    "help.text": ("Kun teksten, som den er læst (med --stage source).", "Only the text as read (with --stage source)."),
    "help.profile": ("Lav et udkast til en profil, eller se en profil efter.", "Draft a profile, or check one."),
    "help.profile.long": (
        (
            "init læser referater og skriver et udkast til en profil (TOML): myndighed, enheder, organer, personer "
            "og poster, partier, ukendte overskrifter og sagsnumre, med antal, det tvivlsomme som kommentarer. check "
            "PROFIL siger, hvad der strider mod sig selv i en profil, og med referater også, hvad intet af dem bruger; "
            "afslutter med 1, når noget strider mod sig selv."
        ),
        (
            "init reads minutes and writes a draft of a profile (TOML): authority, units, bodies, people and posts, "
            "parties, unknown captions and case numbers, with counts, what is doubtful as comments. check PROFILE says "
            "what contradicts itself in a profile and, with minutes, what none of them uses; exits with 1 where "
            "something contradicts itself."
        ),
    ),
    "help.themes": ("Læs KLE ind som emner, eller foreslå nye emner.", "Import KLE as themes, or propose new ones."),
    "help.themes.long": (
        (
            "import læser din egen kopi af KLE (XML fra KLE-Online eller JSON fra dens API) og skriver SKOS (Turtle), "
            "som kg build --themes læser; KLE selv følger ikke med, for den er under KL's licens. suggest viser ord i "
            "titler på punkter uden emne, samlet efter stamme, med antal og eksempler; PATH er en graf eller referater."
        ),
        (
            "import reads your own copy of KLE (XML of KLE-Online, or JSON of its API) and writes SKOS (Turtle) that "
            "kg build --themes reads; KLE itself is not shipped, for it is under KL's licence. suggest shows words in "
            "the titles of items without a theme, grouped by stem, with counts and examples; PATH is the folder of a "
            "graph, or minutes."
        ),
    ),
    "help.turtle": ("Skriv forslagene som SKOS (Turtle).", "Write the proposals as SKOS (Turtle)."),
    "help.least": (
        "Vis kun ord, der står i så mange punkter (ellers 2).",
        "Show only words that stand in so many items (default 2).",
    ),
    "help.why": ("Vis ordene, som en oplysning kommer af.", "Show the words that a fact comes from."),
    "help.why.long": (
        (
            "NAVN er en knude i grafen eller enden af dens IRI; FIL:LINJE er et sted i et referat, som svarene viser"
            " det. Skriver hvert bevis med fil, linje og ord; for navne, der er slået sammen, og for afledte"
            " forbindelser hver grund med vægt; for en linje alt, hvad der hviler på den."
        ),
        (
            "NAME is a node of the graph or the end of its IRI; FILE:LINE is a place in minutes as the answers show"
            " it. Writes each piece of evidence with file, line and words; for names that were joined and for derived"
            " links, every reason and its score; for a line, all that stands on it."
        ),
    ),
    "help.validate": ("Prøv grafen mod reglerne (SHACL).", "Check the graph against the rules (SHACL)."),
    "help.validate.long": (
        "Afslutter med 0, når grafen holder reglerne, 1, når den ikke gør, 2, når den ikke kunne prøves.",
        "Exits with 0 when the graph keeps the rules, 1 when it does not, 2 when it could not be checked.",
    ),
    "help.demo": (
        "Byg grafen af eksemplerne, og vis, hvad den kan.",
        "Build the graph of the examples, and show what it can do.",
    ),
    "help.demo.long": (
        "Skriver store/, graph.ttl og network.html i FOLDER (ellers output) og viser én sags historie.",
        ("Writes store/, graph.ttl and network.html into FOLDER (default output) and shows the history of one case."),
    ),
}
