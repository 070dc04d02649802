"""The sentences that the generator strings together. `{…}` are filled by the writer; `FILLER` states no fact."""

TITLES = {
    "noted": ("Orientering om {definite}", "Status på {definite}", "Halvårlig status for {definite}"),
    "discussed": ("Drøftelse af {definite}", "Oplæg til drøftelse af {definite}"),
    "": (
        "Godkendelse af {plain}",
        "Forslag til {plain}",
        "Revision af {definite}",
        "Udkast til {plain}",
        "Den videre proces for {definite}",
    ),
}

# outcome -> what a decision with it says; {krop} is the body, {næste} the body it goes to
DECISIONS = {
    "approved": (
        "Godkendt.",
        "Tiltrådt.",
        "Vedtaget.",
        "Indstillingen blev fulgt.",
        "{krop} godkendte indstillingen.",
        "Indstillingen blev tiltrådt af et enigt møde.",
        "{krop} tiltrådte forslaget uden bemærkninger.",
    ),
    "approved_with_changes": (
        "Godkendt med den ændring, at {ændring}.",
        "Godkendt, idet {ændring}.",
        "Tiltrådt med den bemærkning, at {ændring}.",
        "{krop} godkendte forslaget med mindre justeringer.",
    ),
    "noted": (
        "Taget til efterretning.",
        "{krop} tog redegørelsen til efterretning.",
        "Til efterretning.",
        "Status blev taget til efterretning.",
    ),
    "discussed": ("{krop} drøftede sagen.", "Drøftet.", "Emnet blev drøftet indgående.", "Oplægget blev vendt."),
    "recommended": ("{krop} anbefaler, at {næste} godkender forslaget.", "Anbefales over for {næste}."),
    "referred": (
        "Sagen oversendes til {næste}.",
        "Sagen sendes til drøftelse i {næste}.",
        "{krop} ønsker, at sagen skal drøftes i {næste}, før der tages stilling.",
    ),
    "returned": (
        "Sagen skal udbygges med {mangler} og derefter genbehandles.",
        "Sagen genbehandles, når {mangler} foreligger.",
        "{krop} ønsker sagen udbygget med {mangler}, hvorefter den skal tilbage til {krop}.",
    ),
    "postponed": ("Udsat.", "Sagen udsættes.", "Sagen blev udsat til et senere møde.", "Udsættes."),
    "rejected": (
        "Forslaget blev afvist.",
        "Afvist.",
        "{krop} besluttede ikke at gå videre med forslaget.",
        "Forslaget blev forkastet.",
    ),
    "withdrawn": ("Taget af dagsordenen.", "Punktet udgår.", "Punktet blev taget af dagsordenen."),
    "decided": ("{krop} besluttede, at {ændring}.", "Det blev besluttet, at {ændring}."),
}
CHANGES = (
    "ordningen evalueres efter et år",
    "borgerne inddrages tidligere i forløbet",
    "arbejdet deles i to etaper",
    "de mindste enheder får længere tid",
    "målene gøres mere konkrete",
    "udgiften holdes inden for rammen",
    "tidsplanen strækkes til efter sommerferien",
)
LACKING = (
    "en vurdering af konsekvenserne",
    "en mere detaljeret tidsplan",
    "eksempler fra hverdagen",
    "en beskrivelse af gevinsterne",
    "en nærmere økonomisk beregning",
)
FOLLOW_UPS = ("{enhed} arbejder videre med sagen.", "{enhed} arbejder videre med opgaven frem mod næste behandling.")
ROUTINE = (
    ("discussed", "Det foreløbige regnskab blev drøftet."),
    ("noted", "Den månedlige status blev taget til efterretning."),
    ("discussed", "Forventningerne til årets resultat blev drøftet."),
)

RECOMMENDATIONS = (
    "godkender forslaget til {emne}",
    "drøfter de vigtigste valg i {emne}",
    "tager redegørelsen til efterretning",
    "tager stilling til den videre proces for {emne}",
    "godkender tidsplanen",
    "anviser finansiering inden for den afsatte ramme",
)

PREPARED = (
    "{enhed} har udarbejdet et oplæg, som er vedlagt sagen.",
    "{enhed} har udarbejdet materialet på baggrund af de indkomne ønsker.",
)
TOGETHER = "{enhed} og {anden} har i fællesskab udarbejdet det vedlagte forslag."
MENTIONED = (
    "Det er {ejer} vurdering, at {emne} kan gennemføres som beskrevet.",
    "Erfaringerne fra {enhed} peger på, at {emne} kræver tid og ro.",
    "Materialet er undervejs vendt med {enhed}, der har delt sine erfaringer.",
)
GUESTS = ("Centerchef {person} deltager under punktet kl. {time}.", "{person} fra {enhed} deltager kl. {time}.")

BEFORE = (
    "{krop} behandlede sagen den {dato}, og sagen fremlægges nu igen.",
    "Sagen blev behandlet i {krop} den {dato}.",
    "{krop} drøftede et første udkast den {dato}.",
)
AFTER = ("Sagen forventes forelagt {krop} den {dato}.", "Næste status forelægges {krop} den {dato}.")
VAGUE = ("{krop} godkendte i {tid} rammerne for {emne}.", "{krop} drøftede i {tid} de overordnede mål for {emne}.")

SUMS = (
    "Udgiften er opgjort til {sum}, som holdes inden for rammen.",
    "Der er afsat {sum} til arbejdet med {emne}.",
    "Projektet forventes at koste {sum} over hele perioden.",
    "Tilskuddet udgør {sum}, og resten findes ved omprioritering.",
    "Den årlige driftsudgift er beregnet til {sum} ved fuld indfasning.",
)
POSTS = ("Projektledelse", "Uddannelse", "Inventar", "Licenser", "Rådgivning", "Information", "Drift", "Anlæg")

FILLER = tuple(
    """\
Formålet med {emne} er at skabe {mål} for {gruppe} og samtidig give plads til {metode}.
Arbejdet med {emne} bygger på {metode}, og de første tilbagemeldinger fra {gruppe} er overvejende positive.
Det har vist sig, at {gruppe} efterspørger {mål}, og at dette bedst opnås gennem {metode}.
I den kommende periode lægges der vægt på {metode}, så {emne} i højere grad understøtter {mål}.
Der er fortsat behov for {mål}, og det foreslås derfor, at {emne} tænkes sammen med {metode}.
Erfaringerne viser, at {metode} kun virker, når {gruppe} kender baggrunden og kan se sig selv i {emne}.
Samtidig skal {emne} ses i sammenhæng med de øvrige indsatser, hvor {mål} også er et gennemgående hensyn.
Flere har peget på, at {metode} kan være tidskrævende, men at udbyttet for {gruppe} står mål med indsatsen.
På den baggrund vurderes det, at {emne} bør videreføres, dog med større opmærksomhed på {mål}.
De steder, hvor {gruppe} har været med fra begyndelsen, er der sket en mærkbar udvikling hen imod {mål}.
Et vigtigt element er {metode}, fordi det giver {gruppe} mulighed for selv at forme {emne} i hverdagen.
Risikoen er, at {emne} opfattes som endnu et krav oppefra, og derfor spiller {metode} en afgørende rolle.
Hvis {mål} skal lykkes, forudsætter det, at {gruppe} får den nødvendige viden om {emne}.
Der er indhentet inspiration andre steder fra, hvor {metode} har ført til {mål} uden væsentlige ulemper.
I praksis betyder det, at {emne} gennemføres i flere skridt, og at {gruppe} løbende bliver hørt.
Det bemærkes, at {metode} ikke ændrer ved ansvarsfordelingen, men gør det lettere for {gruppe} at bidrage til {mål}.
Undersøgelsen viser et blandet billede: nogle oplever {mål}, mens andre savner {metode}.
Når {emne} er på plads, vil der blive fulgt op med {metode}, så viden herfra kan komme {gruppe} til gode.
Den hidtidige praksis har været præget af uens tilgange, og {emne} skal derfor bidrage til {mål}.
Endelig er det en pointe, at {mål} ikke alene handler om {emne}, men også om den daglige dialog med {gruppe}.
Som led i {emne} gennemføres en række samtaler, hvor {gruppe} kan fortælle, hvad der fremmer og hæmmer {mål}.
Det er erfaringen fra lignende forløb, at {metode} skaber ejerskab, mens lange notater sjældent bliver læst.
Udgangspunktet er enkelt: {gruppe} skal opleve {mål}, også når vilkårene ændrer sig undervejs.
Der har været rejst tvivl om, hvorvidt {emne} bør rumme {metode}, men argumenterne for vejer tungest.
Sammenlignet med tidligere er {gruppe} blevet bedre til at efterspørge viden, og det kalder på {metode}.
Spørgsmålet om {mål} fylder meget i tilbagemeldingerne, navnlig hvor bemandingen har været ustabil.
Ambitionen er ikke at gøre alt på én gang, men at lade {emne} vokse i takt med, at {gruppe} bliver fortrolige med det.
Flere steder er man allerede begyndt på {metode}, og resultaterne derfra kan uden videre overføres til {emne}.
Omvendt må det erkendes, at {mål} næppe indfinder sig af sig selv, og at der skal arbejdes vedholdende.
For at lette overblikket er {emne} beskrevet i korte afsnit, som {gruppe} kan læse uafhængigt af hinanden.
Hvor det giver mening, kobles {emne} til eksisterende netværk, således at {gruppe} ikke belastes unødigt.
Kritikken har især gået på sproget, og materialet er derfor skrevet om med {mål} for øje.
Et mindre udsnit af {gruppe} har afprøvet materialet og foreslået, at {metode} gives mere plads.
Set over en længere periode er tendensen positiv, om end udsvingene fra sted til sted er betydelige.
Der lægges op til en løbende justering, idet forudsætningerne for {emne} kan ændre sig hurtigt.
Ved uenighed vejer hensynet til {gruppe} tungest, også selv om det forsinker {mål}.
Endvidere ønskes det afdækket, om {metode} kan erstatte nogle af de arbejdsgange, der opleves som omstændelige.
Vilkårene for {gruppe} er forskellige, og {emne} må nødvendigvis afspejle dette uden at miste retning.
""".splitlines()
)
AIMS = (
    "bedre sammenhæng i indsatsen",
    "større tryghed og gennemsigtighed",
    "en mere enkel og forståelig hverdag",
    "højere kvalitet i kerneopgaven",
    "flere fælles løsninger",
    "et stærkere fællesskab om opgaven",
    "kortere ventetid og færre overgange",
    "mere tid til det faglige arbejde",
    "en bæredygtig udvikling på længere sigt",
    "tydeligere mål og bedre prioritering",
    "mod til at afprøve nye veje",
    "en robust og tidssvarende opgaveløsning",
    "lige vilkår uanset bopæl",
    "gode rammer for samvær og læring",
    "hurtigere svar og færre misforståelser",
    "smidige arbejdsgange med plads til undtagelser",
)
GROUPS = (
    "borgere og pårørende",
    "de daglige ledere",
    "medarbejdere på tværs af fagområder",
    "frivillige og foreninger",
    "børn, unge og deres familier",
    "lokale virksomheder",
    "beboerne i de berørte områder",
    "brugere af de kommunale tilbud",
    "nyansatte og vikarer",
    "unge under uddannelse",
    "fagpersoner og specialister",
    "naboer, lodsejere og andre berørte",
    "de mest sårbare familier",
    "tillidsrepræsentanter og faglige organisationer",
)
METHODS = (
    "tidlig inddragelse og åben dialog",
    "små afprøvninger i kendte omgivelser",
    "systematisk brug af eksisterende data",
    "fælles undervisning og sparring",
    "en fast rytme for opfølgning",
    "klare aftaler om roller og ansvar",
    "besøg, samtaler og iagttagelse",
    "en enkel og genkendelig skabelon",
    "gensidig læring mellem fagligheder",
    "månedlige målinger med synlige resultater",
    "kollegial støtte i pressede perioder",
    "fortællinger om det, der lykkes",
    "grundig oplæring ved opstarten",
    "en trinvis udrulning med indbyggede pauser",
    "åbne værksteder i dagtimerne",
)
SUBHEADS = ("Status på arbejdet", "Den videre proces", "Formål og indhold", "Erfaringer", "Opmærksomhedspunkter")
