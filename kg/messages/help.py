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
    "help.profile": (
        "En profil (.toml) for alle filer; none for slet ingen. Ellers vælges efter teksten.",
        "A profile (.toml) for all files; none for none at all. By default the text decides.",
    ),
    "help.themes": (
        "Et emneskema i SKOS (Turtle) i stedet for det medfølgende.",
        "A SKOS scheme of themes (Turtle) instead of the shipped one.",
    ),
    "help.build": (
        "Byg grafen af filer og mapper med referater.",
        "Build the graph from files and folders of minutes.",
    ),
    "help.build.long": (
        (
            "Grafen bliver nøjagtig det, som er givet; med --add kommer det til det, den har. Filer, der ikke er "
            "ændret, læses ikke igen. Afslutter med 1, når en fil eller dens møde ikke kom med; bemærkninger ændrer"
            " intet ved det."
        ),
        (
            "The graph becomes exactly what is given; with --add, that is added to what it holds. Files that have "
            "not changed are not read again. Exits with 1 when a file or its meeting was lost; mere notes do not "
            "change that."
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
    "help.jobs": (
        "Antal processer (ellers efter antallet af filer).",
        "How many processes (by default, as the number of files asks).",
    ),
    "help.quiet": ("Vis kun det, der er i vejen.", "Show only what is wrong."),
    "help.json": ("Skriv tal og problemer som JSON.", "Write figures and problems as JSON."),
    "help.export": ("Skriv grafen til en fil.", "Write the graph to a file."),
    "help.export.long": (
        (
            "PATH ender på .ttl, .nt, .nq, .trig, .jsonld eller .rdf; - er standard ud, som Turtle, hvis --format "
            "ikke siger andet. De samme oplysninger giver de samme bytes."
        ),
        (
            "PATH ends in .ttl, .nt, .nq, .trig, .jsonld or .rdf; - is standard output, as Turtle unless --format "
            "says otherwise. The same facts give the same bytes."
        ),
    ),
    "help.export.format": (
        "ttl, nt, nq, trig, jsonld eller rdf, uanset endelsen.",
        "ttl, nt, nq, trig, jsonld or rdf, whatever the ending.",
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
    "help.sparql.format": ("table, csv, tsv, json, xml eller ttl.", "table, csv, tsv, json, xml or ttl."),
    "help.timeout": (
        "Stop spørgsmålet efter så mange sekunder (ellers 10).",
        "Stop the question after so many seconds (default 10).",
    ),
    "help.show": ("Vis, hvad et trin fik ud af én fil.", "Show what one stage made of one file."),
    "help.show.long": (
        (
            "Skriver trinets værdi som linjer af JSON, til den, der fejlsøger eller udvider. Steder er antal tegn "
            "(Unicode-kodepunkter) i teksten, som --stage source --text skriver."
        ),
        (
            "Writes the stage's value as lines of JSON, for whoever debugs or extends. Offsets count the characters"
            " (Unicode code points) of the text that --stage source --text writes."
        ),
    ),
    "help.stage": ("source, meeting, findings eller facts.", "source, meeting, findings or facts."),
    "help.text": ("Kun teksten, som den er læst (med --stage source).", "Only the text as read (with --stage source)."),
    "help.why": ("Vis ordene, som en oplysning kommer af.", "Show the words that a fact comes from."),
    "help.why.long": (
        (
            "IRI er et navn i grafen eller enden af et. Skriver hvert bevis med fil, linje og ord; for navne, der "
            "er slået sammen, og for afledte forbindelser hver grund med vægt."
        ),
        (
            "IRI is a name in the graph or the end of one. Writes each piece of evidence with file, line and words;"
            " for names that were joined and for derived links, every reason and its score."
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
