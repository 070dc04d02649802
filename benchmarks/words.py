"""The names and things that invented municipalities are made of. Nothing here is a real authority, unit or person."""

from typing import NamedTuple


class Subject(NamedTuple):
    """What a case is about: its theme (notation), and the thing without and with its article."""

    theme: str
    plain: str
    definite: str


def _each(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = _each("januar februar marts april maj juni juli august september oktober november december")
WEEKDAYS = _each("Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag")

PLACE_STARTS = _each(
    "Birke Elle Fugle Grøn Hvede Kornblom Lyng Mose Pile Ravne Siv Tjørne Ulve Vinter Ærte Agern Bregne Duge Ege Havre"
)
PLACE_ENDS = _each("bølle dam enge fjære gærde havn koppel lykke mark næsse overby pold riis skrænt tofte vænge")
PLACE_BEFORE = ("Nørre ", "Sønder ", "Øster ", "Vester ")

FIRST_NAMES = _each(
    "Asger Bodil Kjeld Dorthe Esben Frida Gunnar Hedvig Ivan Jonna Karsten Lisbet Mogens Nanna Ole Pia Ragnhild Signe "
    "Terkel Ulla Vilhelmine Åse Aksel Birthe Palle Ditlev Ebbe Flemming Gitte Holger Ingeborg Jeppe Kirstine Ludvig "
    "Merete Niels Ottilie Preben Rigmor Svend Tove Uffe Viggo"
)
LAST_NAMES = _each(
    "Brinkholm Dalhede Engvad Fuglekær Gravlund Hedemose Kildegård Lindevang Mosbæk Overbo Ravnsholt Skovbo Tangbæk "
    "Vestergren Åvang Højbak Torsager Ellevad Rugholt Sandkær Nørreby Birkemose Klintager Langholt Storkær"
)

CENTRES = (
    ("Personale- og Løncentret", "PLC"),
    ("Økonomi- og Analysecentret", "ØAC"),
    ("Center for Plan og Byliv", "CPB"),
    ("Sekretariats- og Juracentret", "SJC"),
    ("Data- og Digitaliseringscentret", "DDC"),
    ("Natur- og Klimacentret", "NKC"),
    ("Dagtilbuds- og Læringscentret", "DLC"),
    ("Center for Ældre og Pleje", "CÆP"),
    ("Arbejdsmarkedscentret", "AMC"),
    ("Center for Kultur og Bibliotek", "CKB"),
    ("Kommunikationsenheden", ""),
    ("Vej- og Trafikcentret", "VTC"),
    ("Familie- og Forebyggelsescentret", "FFC"),
    ("Center for Bygninger og Anlæg", "CBA"),
    ("Analyseenheden", ""),
    ("Indkøbs- og Kontraktcentret", "IKC"),
)
BODIES = (
    ("Direktionen", "Chefforum"),
    ("Direktionen", "Økonomiudvalget", "Byrådet"),
    ("Direktionen", "Chefforum", "Klima- og Teknikudvalget"),
    ("Direktionen", "Børne- og Skoleudvalget"),
)
BODY_NAMES = {
    "Direktionen": ("Direktionen", "Direktion"),
    "Chefforum": ("Chefforum", "Chefforummet"),
    "Økonomiudvalget": ("Økonomiudvalget", "Økonomiudvalg", "ØU"),
    "Byrådet": ("Byrådet", "Byråd", "BY"),
    "Klima- og Teknikudvalget": ("Klima- og Teknikudvalget", "Klima- og Teknikudvalg", "KTU"),
    "Børne- og Skoleudvalget": ("Børne- og Skoleudvalget", "Børne- og Skoleudvalg", "BSU"),
}
ROOMS = ("Mødelokale 2.14", "Mødelokale C07", "Rådssalen", "Lokale 311", "Direktionens mødelokale", "Udvalgsværelse 4")
QUARTERS = ("Nordkvarteret", "Sydbyen", "Havneområdet", "den vestlige bydel", "landdistrikterne", "bymidten")

SUBJECTS = tuple(
    Subject(*row.split("|"))
    for row in """\
economy|flerårsbudget|flerårsbudgettet
economy|økonomisk handleplan|den økonomiske handleplan
economy|model for anlægsbudgettet|modellen for anlægsbudgettet
personnel|lønpolitik|lønpolitikken
personnel|plan for nedbringelse af sygefravær|planen for nedbringelse af sygefravær
personnel|rekrutteringskampagne for medarbejdere|rekrutteringskampagnen for medarbejdere
leadership|lederuddannelse|lederuddannelsen
leadership|grundlag for god ledelse|grundlaget for god ledelse
digitalisation|digitaliseringsstrategi|digitaliseringsstrategien
digitalisation|nyt it-system til sagsbehandling|det nye it-system til sagsbehandling
digitalisation|selvbetjening og digital post|selvbetjening og digital post
innovation|innovationspulje|innovationspuljen
strategy|vision og strategi for kommunen|visionen og strategien for kommunen
political-service|mødeplan for de politiske udvalg|mødeplanen for de politiske udvalg
communication|kommunikationspolitik|kommunikationspolitikken
procurement|udbud af rengøring|udbuddet af rengøring
procurement|indkøbspolitik|indkøbspolitikken
legal|vedtægt for folkeoplysning og juridisk tilsyn|vedtægten og det juridiske tilsyn
archives|arkivering af journaler|arkiveringen af journaler
security|informationssikkerhed og databeskyttelse|informationssikkerheden og databeskyttelsen
emergency|beredskabsplan|beredskabsplanen
intermunicipal|tværkommunalt samarbejde om affald|det tværkommunale samarbejde om affald
business|erhvervspolitik|erhvervspolitikken
employment|beskæftigelsesplan|beskæftigelsesplanen
employment|jobrettet indsats for ledige|den jobrettede indsats for ledige
integration|integrationsindsats for flygtninge|integrationsindsatsen for flygtninge
children|normeringer i dagtilbud|normeringerne i dagtilbud
children|dagplejens åbningstider i daginstitutioner|åbningstiderne i daginstitutioner
schools|skolestruktur for folkeskolen|skolestrukturen for folkeskolen
schools|elevernes trivsel i skolerne|elevernes trivsel i skolerne
elderly|ældrepolitik|ældrepolitikken
elderly|nye pladser på plejehjem|de nye pladser på plejehjem
social|handicappolitik|handicappolitikken
social|tilbud til socialt udsatte|tilbuddene til socialt udsatte
health|sundhedspolitik|sundhedspolitikken
housing|almene boliger|de almene boliger
property|vedligehold af kommunale ejendomme|vedligeholdet af de kommunale ejendomme
planning|lokalplan|lokalplanen
planning|kommuneplan|kommuneplanen
environment|klimahandleplan|klimahandleplanen
environment|vandmiljø og spildevandsplan|vandmiljøet og spildevandsplanen
traffic|trafiksikkerhed og cykelstier|trafiksikkerheden og cykelstierne
culture|kulturpolitik|kulturpolitikken
culture|bibliotekernes åbningstid og kulturtilbud|bibliotekernes åbningstid og kulturtilbud
""".splitlines()
)

ATTACHMENTS = (
    "Notat om {emne}",
    "Udkast til {emne}",
    "Bilag {n} - Oversigt over {emne}",
    "Høringssvar vedrørende {emne}",
    "Tidsplan for {emne}",
    "Økonomisk oversigt - {emne}",
    "Præsentation af {emne}",
    "Evalueringsrapport om {emne}",
    "Bilag {n} Sammenfatning af drøftelser om {emne}",
    "Redegørelse for {emne}",
)
ENDINGS = ("", "", ".pdf", ".docx", ".xlsx", ".pptx")

REMINDERS = (
    "Årshjul for budgetlægningen",
    "Opfølgning på nøgletal for sygefravær",
    "Nye regler for tjenestekørsel",
    "Plan for oprydning i fællesdrev",
    "Status på byggeprojekter",
    "Evaluering af introforløb",
    "Gennemgang af risikobilledet",
    "Forslag til fælles mødekultur",
    "Redegørelse om restancer",
    "Måltal for klimaindsatsen",
    "Forberedelse af temadag om velfærd",
    "Overblik over puljer og tilskud",
    "Afrapportering på tilsyn (dok. 48-112)",
    "Kontrol af indkøbsaftaler",
    "Ajourføring af beredskabet",
    "Brugertilfredshed - samlet måling",
)
RECURRENCES = ("Kvartalsvis", "Månedligt", "Halvårligt", "Hvert kvartal", "(1. uge månedligt)", "Årligt")
TOPICS = (
    "Åbning og dagens formål",
    "Det fælles lederansvar",
    "Borgernes møde med kommunen",
    "Grøn omstilling i praksis",
    "Samarbejde på tværs",
    "Fra plan til handling",
    "Trivsel og arbejdsfællesskaber",
    "Afrunding og næste skridt",
)
