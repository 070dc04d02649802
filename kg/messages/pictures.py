"""What networks, timelines, matrices and reports say."""

PICTURES: dict[str, tuple[str, str]] = {
    # networks
    "network.title.units-themes": ("Enheder og de emner, de driver", "Centres and the themes that they drive"),
    "network.title.cases": ("Sager og de organer, der behandlede dem", "Cases and the bodies that treated them"),
    "network.title.people": ("Mennesker, organer og enheder", "People, bodies and centres"),
    "network.title.all": ("Enheder, mennesker, organer, sager og emner", "Centres, people, bodies, cases and themes"),
    "network.empty": (
        "Der er intet at tegne: ingen punkter i grafen binder sådan noget sammen.",
        "There is nothing to draw: no items of the graph tie such things together.",
    ),
    "network.intro": (
        (
            "{nodes} knuder og {edges} forbindelser af {items} punkter fra {first} til {last}. Vælg en knude"
            " eller en forbindelse, og læs punkterne bag den."
        ),
        (
            "{nodes} nodes and {edges} ties, from {items} items of {first} to {last}. Choose a node or a tie"
            " and read the items behind it."
        ),
    ),
    "network.folded": (
        (
            "Netværket er for stort til at tegne helt: ud over de {most} tungeste knuder er {folded} lagt"
            " sammen i én knude for hver slags."
        ),
        (
            "The network is too large to draw whole: beyond the {most} weightiest nodes, {folded} are folded"
            " into one node for each kind."
        ),
    ),
    "network.thinned": (
        "De {thinned} svageste forbindelser er udeladt; de {edges} stærkeste er med.",
        "The {thinned} weakest ties are left out; the {edges} strongest are shown.",
    ),
    "network.left-out": (
        "Udeladt: {count} samlenumre, som holder punkter uden fælles sag.",
        "Left out: {count} collecting numbers, which hold items of no common matter.",
    ),
    "network.search": ("Find en knude", "Find a node"),
    "network.results": ("Fundne knuder", "Nodes found"),
    "network.from": ("Fra", "From"),
    "network.to": ("Til og med", "Up to"),
    "network.theme": ("Emne", "Theme"),
    "network.every-theme": ("Alle emner", "All themes"),
    "network.reset": ("Vis alt", "Show all"),
    "network.legend": ("Slags: vis eller skjul", "Kinds: show or hide"),
    "network.kinds.centre": ("Enheder", "Centres"),
    "network.kinds.person": ("Mennesker", "People"),
    "network.kinds.body": ("Organer", "Bodies"),
    "network.kinds.theme": ("Emner", "Themes"),
    "network.kinds.case": ("Sager", "Cases"),
    "network.kind.centre": ("enhed", "centre"),
    "network.kind.person": ("menneske", "person"),
    "network.kind.body": ("organ", "body"),
    "network.kind.theme": ("emne", "theme"),
    "network.kind.case": ("sag", "case"),
    "network.others.centre": ("{count} andre enheder", "{count} other centres"),
    "network.others.person": ("{count} andre mennesker", "{count} other people"),
    "network.others.body": ("{count} andre organer", "{count} other bodies"),
    "network.others.theme": ("{count} andre emner", "{count} other themes"),
    "network.others.case": ("{count} andre sager", "{count} other cases"),
    "network.sizes": (
        "Større: flere punkter. Tykkere streg: flere punkter fælles.",
        "Larger: more items. Thicker line: more items in common.",
    ),
    "network.picture": (
        "Netværket som billede. De samme oplysninger står i tabellerne nedenfor.",
        "The network as a picture. The tables below hold the same data.",
    ),
    "network.zoom-in": ("Nærmere", "Zoom in"),
    "network.zoom-out": ("Længere væk", "Zoom out"),
    "network.fit": ("Vis det hele", "Show the whole"),
    "network.panel": ("Det valgte og punkterne bag", "What is chosen, and the items behind it"),
    "network.tables": ("Det samme som tabeller", "The same as tables"),
    "network.edges-table": ("Forbindelser ({count})", "Ties ({count})"),
    "network.nodes-table": ("Knuder ({count})", "Nodes ({count})"),
    "network.filter-table": ("Vis kun rækker med", "Only rows with"),
    "network.see": ("{count}: vis punkterne", "{count}: show the items"),
    "network.head.one": ("Fra", "From"),
    "network.head.relation": ("Forbindelse", "Tie"),
    "network.head.other": ("Til", "To"),
    "network.head.items": ("Punkter", "Items"),
    "network.head.first": ("Først", "First"),
    "network.head.last": ("Sidst", "Last"),
    "network.head.name": ("Navn", "Name"),
    "network.head.kind": ("Slags", "Kind"),
    "network.head.about": ("Om", "About"),
    "network.head.neighbours": ("Naboer", "Neighbours"),
    "network.relation.drives": ("driver", "drives"),
    "network.relation.treated": ("behandlet i", "treated by"),
    "network.relation.followed": ("fortsætter", "continues"),
    "network.relation.related": ("samme anliggende", "same matter"),
    "network.relation.attended": ("deltog", "attended"),
    "network.relation.member": ("medlem af", "member of"),
    "network.relation.head": ("leder af", "head of"),
    "network.relation.together": ("nævnt sammen", "named together"),
    "network.text.items": ("{count} punkter", "{count} items"),
    "network.text.one-item": ("1 punkt", "1 item"),
    "network.text.folded": (
        "Én knude for {count} af samme slags, som hver har få punkter.",
        "One node for {count} of the same kind, each with few items.",
    ),
    "network.text.all-items": ("Punkterne", "The items"),
    "network.text.more": ("Vis flere ({count} tilbage)", "Show more ({count} left)"),
    "network.text.neighbours": ("Forbundet med ({count})", "Tied to ({count})"),
    "network.text.nothing": ("Intet er tilbage med disse valg.", "Nothing is left with these choices."),
    "network.text.found": ("{count} fundet.", "{count} found."),
    "network.text.none-found": ("Ingen knude hedder sådan.", "No node has such a name."),
    "network.text.hint": (
        "Klik på en knude eller en streg, søg, eller begynd her. Dobbeltklik eller Ctrl og hjulet zoomer.",
        "Click a node or a line, search, or begin here. A double click, or Ctrl and the wheel, zooms.",
    ),
    "network.text.weightiest": ("Flest punkter", "Most items"),
    "network.text.shown": (
        "{nodes} knuder og {edges} forbindelser vises.",
        "{nodes} nodes and {edges} ties are shown.",
    ),
    "network.text.item": ("punkt", "item"),
    "network.text.back": ("Tilbage til oversigten", "Back to the overview"),
    "network.text.collecting": ("samlenummer", "collecting number"),
    "network.text.hidden": ("Skjult af de valgte filtre.", "Hidden by the filters chosen."),
    "network.not-export": (
        "{name} hører til netværk: lad filnavnet ende på {known}.",
        "{name} is for networks: let the file's name end in {known}.",
    ),
    "network.no-form": (
        "»{form}« er ikke et format, som en graf kan skrives i: vælg et af {known}.",
        "'{form}' is not a format that a graph can be written in: choose one of {known}.",
    ),
    "network.two-tables": (
        "Et netværk som CSV er to tabeller: giv et filnavn i stedet for -.",
        "A network as CSV is two tables: give the name of a file instead of -.",
    ),
    # end of networks
}
