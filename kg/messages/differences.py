"""Where two documents of one meeting differ: `{0}` is the other, better one; `{1}` the number of the point."""

DIFFERENCES: dict[str, tuple[str, str]] = {
    "body": ("Mødet er i »{1}« her og i »{2}« i {0}.", "The meeting is of “{1}” here and of “{2}” in {0}."),
    "start": ("Mødet begynder kl. {1} her og kl. {2} i {0}.", "The meeting begins at {1} here and at {2} in {0}."),
    "place": ("Mødet holdes i »{1}« her og i »{2}« i {0}.", "The meeting is at “{1}” here and at “{2}” in {0}."),
    "person-here": (
        "{1} står på listen over, hvem der deltog, her, men ikke i {0}.",
        "{1} is on the list of those present or away here, and not in {0}.",
    ),
    "person-there": (
        "{1} står på listen over, hvem der deltog, i {0}, men ikke her.",
        "{1} is on the list of those present or away in {0}, and not here.",
    ),
    "person-away": (
        "{1} er til stede i det ene dokument og har afbud i det andet; {0} gælder.",
        "{1} is present in one document and away in the other; {0} counts.",
    ),
    "item-here": ("Punkt {1} »{2}« står her, men ikke i {0}.", "Item {1} “{2}” is here, and not in {0}."),
    "item-there": ("Punkt {1} »{2}« står i {0}, men ikke her.", "Item {1} “{2}” is in {0}, and not here."),
    "item-added": (
        "Punkt {1} »{2}« står i {0}, men ikke i denne dagsorden; sådan er det, når en tillægsdagsorden har det.",
        "Item {1} “{2}” is in {0}, and not on this agenda; so it is where a supplementary agenda added it.",
    ),
    "number": (
        "Punktet »{2}« har nummer {1} her og nummer {3} i {0}.",
        "The item “{2}” has number {1} here and number {3} in {0}.",
    ),
    "title": (
        "Punkt {1} hedder »{2}« her og »{3}« i {0}.",
        "Item {1} is called “{2}” here and “{3}” in {0}.",
    ),
    "closed": (
        "Punkt {1} er åbent i det ene dokument og lukket i det andet ({0}); grafen holder det lukket.",
        "Item {1} is open in one document and closed in the other ({0}); the graph keeps it closed.",
    ),
    "case": (
        "Punkt {1} har sagsnummer {2} her og {3} i {0}.",
        "Item {1} has the case number {2} here and {3} in {0}.",
    ),
    "decision": (
        "Beslutningen på punkt {1} lyder »{2}« her og »{3}« i {0}.",
        "The decision on item {1} reads “{2}” here and “{3}” in {0}.",
    ),
    "outcome": (
        "Beslutningen på punkt {1} har et andet udfald her (»{2}«) end i {0} (»{3}«).",
        "The decision on item {1} has another outcome here (“{2}”) than in {0} (“{3}”).",
    ),
    "decision-here": (
        "Punkt {1} har en beslutning her (»{2}«), men ikke i {0}.",
        "Item {1} has a decision here (“{2}”), and not in {0}.",
    ),
    "decision-there": (
        "Punkt {1} har en beslutning i {0} (»{2}«), men ikke her.",
        "Item {1} has a decision in {0} (“{2}”), and not here.",
    ),
    "attachment-here": (
        "Bilaget »{2}« til punkt {1} står her, men ikke i {0}.",
        "The attachment “{2}” of item {1} is here, and not in {0}.",
    ),
    "attachment-there": (
        "Bilaget »{2}« til punkt {1} står i {0}, men ikke her.",
        "The attachment “{2}” of item {1} is in {0}, and not here.",
    ),
}
