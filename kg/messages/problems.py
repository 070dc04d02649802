"""What may be wrong with a file: what was found and what to do. `{0}` and `{1}` are a Problem's values."""

PROBLEMS: dict[str, tuple[str, str]] = {
    "no-header": (
        (
            "Der er intet hoved med udvalg og mødedato, så mødet er ikke med i grafen; skriv dem øverst, fx "
            "»Direktionen d. 08-03-2022«."
        ),
        (
            "There is no header with body and date, so the meeting is not in the graph; write them at the top, such"
            " as “Direktionen d. 08-03-2022”."
        ),
    ),
    "no-points": (
        "Der er ingen punkter på dagsordenen; et punkt begynder med fx »Punkt 1: Titel« eller »1. Titel«.",
        "No points of an agenda were found; a point begins like “Punkt 1: Titel” or “1. Titel”.",
    ),
    "damaged-letters": (
        (
            "Ødelagte bogstaver kunne ikke rettes med sikkerhed og er ladt stå: »{0}«; ret dem i filen, hvis de "
            "betyder noget."
        ),
        (
            "Damaged letters could not be repaired for certain and were left: “{0}”; mend them in the file if they "
            "matter."
        ),
    ),
    "no-reader": (
        "Filer, der ender på {0}, kan ikke læses; gem dokumentet som .docx, PDF eller tekst.",
        "Files that end in {0} cannot be read; save the document as .docx, PDF or text.",
    ),
    "passed-over": (
        "{0} filer, som ikke er dokumenter ({1}), er sprunget over.",
        "{0} files that are no documents ({1}) were passed over.",
    ),
    "empty-archive": (
        "Der er ingen filer i arkivet, som kan læses; se efter, om det er det rigtige.",
        "There are no files in the archive that can be read; see whether it is the right one.",
    ),
    "link-outside": (
        "Linket fører ud af mappen og er sprunget over; nævn filen selv, hvis den skal med.",
        "The link leads out of the folder and was passed over; name the file itself if it belongs.",
    ),
    "same-file": (
        "Filen er nøjagtig den samme som {0} og tæller kun én gang.",
        "The file is exactly the same as {0} and counts once.",
    ),
    "same-meeting": (
        "Filen er af samme møde som {0}; de er blevet til ét møde med begge som kilde.",
        "The file is of the same meeting as {0}; they became one meeting with both as its minutes.",
    ),
    "item-gap": (
        "Punkt {0} mangler mellem de andre punkter; se efter, om en side er faldet ud.",
        "Point {0} is missing among the others; see whether a page was lost.",
    ),
    "contents-only": (
        "Indholdsfortegnelsen nævner »{0}«, men intet punkt svarer til det; se efter, om en side er faldet ud.",
        "The table of contents lists “{0}”, but no point answers to it; see whether a page was lost.",
    ),
    "not-in-contents": (
        "Punktet »{0}« står ikke i indholdsfortegnelsen; se efter, om det hører til i dokumentet.",
        "The point “{0}” is not in the table of contents; see whether it belongs to the document.",
    ),
    "weekday": (
        "{0} var en {2}, ikke en {1}; mødet er sat til datoen.",
        "The weekday of {0} was “{2}”, not “{1}”; the meeting is given the date.",
    ),
    "no-minutes": (
        "Filen ligner ikke et mødereferat; grafen har kun dens tekst, som der kan søges i.",
        "The file does not look like minutes of a meeting; the graph has its text only, which can be searched.",
    ),
    "pictures": (
        "Der er sider uden tekst, kun med billeder, som ikke er læst: {0}; byg igen med --ocr, hvis de hører til.",
        "There are pages with pictures and no text, which were not read: {0}; build again with --ocr if they belong.",
    ),
    "unreadable-empty": ("Filen er tom; hent dokumentet igen.", "The file is empty; fetch the document again."),
    "unreadable-too-large": (
        "Filen fylder {0} MB, og referater fylder højst {1} MB; del den op i et dokument for hvert møde.",
        "The file has {0} MB, and minutes have at most {1} MB; divide it into one document for each meeting.",
    ),
    "unreadable-not-text": (
        "Filen er hverken tekst eller af en anden slags, der læses; gem dokumentet som .docx, PDF eller tekst.",
        "The file is neither text nor of another kind that is read; save the document as .docx, PDF or text.",
    ),
    "unreadable-no-words": (
        "Der er ingen tekst i dokumentet; se efter, om det er billeder af sider, og gem det med tekst.",
        "There is no text in the document; see whether it is pictures of pages, and save it with text.",
    ),
    "unreadable-damaged": (
        "Filen er beskadiget eller kun hentet halvt; hent den igen.",
        "The file is damaged, or was fetched by halves; fetch it again.",
    ),
    "unreadable-password": (
        "Filen er beskyttet med adgangskode; gem den uden.",
        "The file is protected by a password; save it without one.",
    ),
    "unreadable-old-format": (
        "Filen er i formatet {0}, som ikke læses; gem dokumentet som .docx eller PDF.",
        "The file is in the format {0}, which is not read; save the document as .docx or PDF.",
    ),
    "unreadable-other-format": (
        "Filen er indeni en {0}, og dem læses der ikke referater i; gem dokumentet som .docx eller PDF.",
        "The file is a {0} inside, in which no minutes are read; save the document as .docx or PDF.",
    ),
    "unreadable-bomb": (
        "Filen fylder langt mere pakket ud, end et referat gør (højst {0} MB), og er ikke læst; gem dokumentet igen.",
        "The file unpacks to far more than minutes have (at most {0} MB) and was not read; save the document again.",
    ),
    "unreadable-many-parts": (
        "Filen består af {0} dele, og der læses højst {1}; del den op.",
        "The file has {0} parts, and at most {1} are read; divide it.",
    ),
    "unreadable-many-paragraphs": (
        "Dokumentet har {0} afsnit, og der læses højst {1}; del det op i et dokument for hvert møde.",
        "The document has {0} paragraphs, and at most {1} are read; divide it into one for each meeting.",
    ),
    "unreadable-nested": (
        "Arkivet ligger mere end {0} arkiver nede og er ikke åbnet; pak det ud først.",
        "The archive lies more than {0} archives deep and was not opened; unpack it first.",
    ),
    "unreadable-too-slow": (
        "Det tog mere end {0} sekunder at læse filen, så den er sprunget over; del den op, eller giv --timeout.",
        "Reading the file took longer than {0} seconds, so it was passed over; divide it, or give --timeout.",
    ),
    "unreadable-too-much-memory": (
        "Det krævede for megen hukommelse at læse filen, så den er sprunget over; del den op, eller gem den som tekst.",
        "Reading the file took too much memory, so it was passed over; divide it, or save it as text.",
    ),
    "unreadable-encoding": (
        "Filen siger, at den er {0}, men er det ikke; gem den igen som UTF-8.",
        "The file says that it is {0}, and is not; save it again as UTF-8.",
    ),
    "unreadable-no-text-layer": (
        "PDF'en har ingen tekst, kun billeder af {0} sider; byg igen med --ocr, så læses de.",
        "The PDF has no text layer, only pictures of {0} pages; build again with --ocr to have them read.",
    ),
    "unreadable-broken-pdf": (
        "PDF'en er ødelagt eller afbrudt; hent den igen.",
        "The PDF is damaged or cut off; fetch it again.",
    ),
    "unreadable-no-pages": (
        "PDF'en har ingen sider; hent den igen.",
        "The PDF has no pages; fetch it again.",
    ),
    "unreadable-too-many-pages": (
        "PDF'en har {0} sider, og referater har højst {1}; del den op i et dokument for hvert møde.",
        "The PDF has {0} pages, and minutes have at most {1}; divide it into one document for each meeting.",
    ),
    "unreadable-too-much-text": (
        "Filen har mere end {0} millioner tegn; del den op i et dokument for hvert møde.",
        "The file has more than {0} million characters; divide it into one document for each meeting.",
    ),
    "unreadable-no-tesseract": (
        "Programmet tesseract, som --ocr læser billeder med, er ikke her; installér tesseract-ocr-dan.",
        "The program tesseract, by which --ocr reads, is not here; install tesseract-ocr-dan.",
    ),
    "unreadable-no-danish-ocr": (
        "Programmet tesseract kan ikke dansk endnu; installér tesseract-ocr-dan.",
        "The program tesseract does not know Danish yet; install tesseract-ocr-dan.",
    ),
    "unreadable-slow-ocr": (
        "Side {0} tog længere end {1} sekunder at læse; skan den igen i lavere opløsning.",
        "Page {0} took longer than {1} seconds to read; scan it again at a lower resolution.",
    ),
    "unreadable-failed-ocr": (
        "Side {0} kunne programmet tesseract ikke læse; skan den igen.",
        "Page {0} could not be read by the program tesseract; scan it again.",
    ),
    "unreadable-json": (
        "Filen er JSON, men den er afbrudt eller i stykker; hent den igen.",
        "The file is JSON, but it is cut off or broken; fetch it again.",
    ),
    "unreadable-json-unknown": (
        "Filen er JSON, men ikke et møde fra FirstAgenda (»Dagsordenpunkter« mangler); hent mødet som PDF eller HTML.",
        "The file is JSON, but no meeting of FirstAgenda's (it has no “Dagsordenpunkter”); fetch it as PDF or HTML.",
    ),
    "unreadable-xml": (
        "Filen er XML, men den er afbrudt eller i stykker; eksportér den igen.",
        "The file is XML, but it is cut off or broken; export it again.",
    ),
    "unreadable-xml-unknown": (
        "Filen er XML, men ikke eDocs eller SBSYS' eksport af et møde (den begynder med »{0}«); gem mødet som PDF.",
        "The file is XML, but not eDoc's or SBSYS' export of a meeting (it begins with “{0}”); save it as PDF.",
    ),
    "unreadable-xml-entities": (
        "Filen erklærer sine egne XML-entiteter eller en dokumenttype og læses ikke; eksportér den uden dem.",
        "The file declares XML entities of its own or a document type and is not read; export it without them.",
    ),
    "unreadable-too-complex": (
        "Filen har flere eller dybere indlejrede elementer, end et møde kan have; hent mødet i et andet format.",
        "The file has more elements, or deeper nested ones, than a meeting can have; fetch it in another format.",
    ),
    "unreadable-too-many-points": (
        "Filen har {0} punkter, og et møde har højst {1}; del den op i én fil for hvert møde.",
        "The file has {0} points, and a meeting has at most {1}; divide it into one file for each meeting.",
    ),
    "unreadable-several-meetings": (
        "Filen rummer {0} møder; del den op i én fil for hvert møde.",
        "The file holds {0} meetings; divide it into one file for each meeting.",
    ),
    "unreadable-refused": (
        "Filen kunne ikke åbnes ({0}); se efter, om du har lov til at læse den.",
        "The file could not be opened ({0}); see whether you may read it.",
    ),
    "unreadable-changed": (
        "Filen blev ændret, mens den blev læst; byg grafen igen.",
        "The file was changed while it was being read; build the graph again.",
    ),
    "unreadable-broke-off": (
        "Programmet brød sammen over filen; de andre er med i grafen. Prøv den alene med --debug.",
        "The program broke off over this file; the others are in the graph. Try it alone with --debug.",
    ),
}

# A part of the input is not in the graph because of these: the command ends with exit code 1. The others are notes.
LOSSES = frozenset({"no-header", "no-points", "no-reader", "link-outside", "no-minutes", "empty-archive"})


def is_loss(key: str) -> bool:
    """Whether a Problem of this key means that a file, or the meeting in it, is not in the graph."""
    return key in LOSSES or key.startswith("unreadable-")
