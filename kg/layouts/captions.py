"""The captions of sections, and what each means. The words are those of exporters' templates, not of one authority."""

KINDS: dict[str, tuple[str, ...]] = {
    "background": (
        "baggrund", "resume", "resumé", "indledning", "sagsresume", "sagsresumé", "kort resume", "kort resumé",
        "formål", "anledning", "sammendrag", "sammenfatning", "resume af sagen", "sagens baggrund",
        "baggrund for sagen", "sagen kort", "kort om sagen", "kort sagsresume", "baggrund og formål",
        "problemformulering", "sagsoversigt", "problemstilling", "hvad handler sagen om", "mødets formål",
        "baggrund for sagens fremlæggelse", "sagens kerne", "beslutningstema", "indledning/baggrund",
        "baggrund/formål", "resume/baggrund", "resumé/baggrund", "præsentation", "sagstema",
    ),
    "recommendation": (
        "indstilling", "indstillinger", "administrationens indstilling", "forvaltningens indstilling",
        "direktionens indstilling", "centrets indstilling", "beslutningsforslag", "forslag til beslutning",
        "administrationens anbefaling", "forvaltningens anbefaling", "anbefaling", "anbefalinger", "det indstilles",
        "beslutningspunkter", "beslutningspunkt", "indstilling og beslutning", "borgmesterens indstilling",
        "formandens indstilling", "formandskabets indstilling", "forvaltningens forslag", "direktørens indstilling",
        "administrationens forslag", "rådmandens indstilling", "indstillingspunkter", "forslagsstillers indstilling",
        "sekretariatets indstilling", "administrationen indstiller", "forvaltningen indstiller",
        "direktionen indstiller", "det indstilles at", "det indstilles, at", "hovedindstilling",
        "administrativ indstilling", "nyt forslag", "alternativ indstilling", "administrationens indstillinger",
    ),
    "presentation": (
        "sagsfremstilling", "fremstilling", "sagsbeskrivelse", "redegørelse", "beskrivelse", "sagen",
        "sagens indhold", "uddybende sagsfremstilling", "supplerende sagsfremstilling", "supplerende bemærkninger",
        "problemstilling og løsning", "uddybende bemærkninger", "løsning", "tillæg til sagsfremstilling",
        "beskrivelse af sagen", "beskrivelse af alternativ indstilling", "sagsbeskrivelse af hovedindstilling",
        "sagsbeskrivelse af alternativ indstilling",
        "nye oplysninger", "supplerende oplysninger", "det videre arbejde", "sagens oplysninger",
        "sagsfremstilling og økonomi",

    ),
    "economy": (
        "økonomi", "økonomiske konsekvenser", "økonomiske og personalemæssige konsekvenser",
        "økonomiske bemærkninger", "bevillingsmæssige konsekvenser", "økonomi og personale", "økonomiske forhold",
        "bevilling", "finansiering", "økonomiske konsekvenser og finansiering", "økonomi og finansiering",
        "økonomi og bevilling", "økonomiske og ressourcemæssige konsekvenser",
        "økonomiske og administrative konsekvenser", "anlægsøkonomi", "bevillingsansøgning",
        "økonomiske overvejelser", "økonomi/ressourcer", "økonomi og afledt drift",
        "vurdering i forhold til økonomi",
    ),
    "legal": (
        "retsgrundlag", "lovgrundlag", "lovgivning", "juridiske konsekvenser", "hjemmel", "lovhjemmel",
        "retligt grundlag", "juridisk grundlag", "juridiske forhold", "lovgrundlag og planer", "lov- og plangrundlag",
        "plangrundlag", "lovgrundlag og retningslinjer", "lovmæssige konsekvenser", "retsregler",
        "retsregler og andre forskrifter", "lovgrundlag – link", "lovgrundlag - link",
    ),
    "policy": (
        "politik/plan", "politik og plan", "planer og politikker", "sammenhæng til politikker og strategier",
        "politikker og strategier", "sammenhæng med øvrige politikker", "mål og effekter", "udviklingsstrategi",
        "verdensmål", "fn's verdensmål", "planmæssige konsekvenser", "sammenhæng til vision",
    ),
    "information": (
        "information", "kommunikation", "information og kommunikation", "kommunikation og presse", "pressemeddelelse",
        "offentliggørelse", "kommunikationsplan",
    ),
    "hearing": (
        "høring", "høringer", "høring og inddragelse", "inddragelse", "borgerinddragelse", "høringssvar",
        "høringsparter", "høring og borgerinddragelse", "inddragelse og høring", "brugerinddragelse",
        "høring og dialog", "partshøring", "medinddragelse", "høringsperiode", "inddragelse af medarbejdere",
        "inddragelse af råd og nævn", "høring og sagsgang",
    ),
    "assessment": (
        "vurdering", "administrationens vurdering", "forvaltningens vurdering", "konklusion", "bemærkninger",
        "forvaltningens bemærkninger", "administrationens bemærkninger", "samlet vurdering", "risikovurdering",
        "administrative bemærkninger", "faglig vurdering", "direktionens bemærkninger", "vurdering og anbefaling",
        "magistratens bemærkninger",
    ),
    "consequences": (
        "konsekvenser", "personalemæssige konsekvenser", "miljømæssige konsekvenser", "andre konsekvenser", "miljø",
        "personaleforhold", "miljøforhold", "miljøvurdering", "klima", "klimakonsekvenser", "bæredygtighed",
        "klima og miljø", "klimavurdering", "organisatoriske konsekvenser", "sundhedsmæssige konsekvenser",
        "ligestilling", "konsekvenser for børn og unge", "konsekvenser for klima og miljø", "handicapforhold",
        "tilgængelighed", "børne- og ungekonsekvenser", "konsekvenser for erhvervslivet", "øvrige konsekvenser",
        "sundhedsfremme", "konsekvenser i forhold til visionen",
    ),
    "process": (
        "videre proces", "den videre proces", "videre forløb", "det videre forløb", "tidsplan", "opfølgning",
        "sagens videre forløb", "sagens videre gang", "det videre sagsforløb", "tidsplan og proces",
        "proces og tidsplan", "næste skridt", "videre sagsgang", "det videre arbejde og tidsplan",
    ),
    "competence": (
        "beslutningskompetence", "beslutningen træffes af", "kompetence", "afgørelseskompetence", "sagsprocedure",
        "sagen afgøres i", "sagen afgøres af", "beslutningstager", "beslutningsniveau", "kompetenceforhold",
        "hvem beslutter", "kompetent organ", "beslutningsgang", "sagen behandles i", "sagsgang og kompetence",
        "beslutningskompetencen ligger hos", "besluttende organ", "sagen afgøres endeligt i", "kompetenceudvalg",

    ),
    "attachments": (
        "bilag", "vedlagte bilag", "bilagsliste", "bilagsoversigt", "bilag til sagen", "bilag:", "bilag vedlagt",
        "bilagsfortegnelse", "bilagsnr", "sagens bilag", "bilag til punktet", "vedhæftede filer", "vedhæftninger",
        "vedhæftede bilag", "åbne bilag", "offentlige bilag",
    ),
    "references": (
        "henvisninger", "henvisning", "sagens akter", "læs mere", "relaterede sager", "bilag på sagen",
        "lukkede bilag", "baggrundsmateriale", "bilag (lukket)", "fortrolige bilag", "lukket bilag",

    ),
    "history": (
        "sagens forløb", "tidligere behandling", "tidligere behandlinger", "sagens gang", "sagsgang", "sagsforløb",
        "beslutningshistorik", "sagens tidligere behandling", "historik", "tidligere beslutninger", "sagshistorik",
        "sagens historik", "behandling i udvalg", "tidligere politisk behandling", "sagens behandling",
        "beslutninger fra tidligere møder", "politisk behandling", "behandlingsforløb",
        "tidligere beslutning i sagen", "sagens hidtidige behandling", "sagsforløb og beslutninger",
        "forventet sagsgang", "sagsgang og sagstype", "sagshistorik, henvisninger",
    ),
    "announcement": (
        "eventuelt", "meddelelser", "orientering", "orienteringer", "siden sidst", "orientering fra formanden",
        "orientering fra administrationen", "orientering fra forvaltningen",
    ),
    "end": (
        "underskriftsblad", "underskrifter", "underskriftsside", "mødet hævet", "mødet sluttede", "mødet slut",
        "mødet afsluttet", "om mødet",
    ),
    "decision": ("protokol", "mødets beslutning", "konklusion og beslutning", "vedtagelse", "udvalgets beslutning"),
}  # fmt: skip

BY_CAPTION: dict[str, str] = {caption: kind for kind, captions in KINDS.items() for caption in captions}
