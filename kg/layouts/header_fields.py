"""The labels of a meeting's header, and what each gives."""

_FIELDS: dict[str, tuple[str, ...]] = {
    "date": (
        "mødedato", "dato", "mødetidspunkt", "tidspunkt", "tid", "starttidspunkt", "mødestart", "mødetid",
        "dato og tid", "dato og tidspunkt", "mødedato og -tid", "dato/tid", "start", "starttid", "start tidspunkt",
        "mødet startet", "mødet sat", "mødet begyndte", "tid og sted", "dato og sted", "dato, tid og sted",
        "tidspunkt og sted", "klokken", "mødets start", "mødets dato", "dato for møde", "dato for mødet", "startdato",
        "start kl", "mødet startede", "møde den",
    ),
    "place": (
        "mødested", "sted", "lokale", "mødelokale", "mødets sted", "adresse", "lokation", "sted/lokale",
        "mødested/lokale", "mødelokale/sted",
    ),
    "body": (
        "udvalg", "forum", "møde i", "mødeforum", "udvalgets navn", "råd/udvalg", "organ", "mødeorgan",
        "navn på udvalg", "mødeudvalg", "bestyrelse", "råd", "udvalg/råd", "gruppe", "møde for",
    ),
    "authority": ("kommune", "myndighed", "region"),
    "kind": ("mødetype", "dokumenttype", "type", "referattype", "dagsordenstype"),
    "member": (
        "mødedeltagere", "deltagere", "til stede", "tilstede", "medlemmer", "deltog", "mødte", "mødedeltager",
        "mødeleder", "formand", "ordstyrer", "fremmødte", "tilstedeværende", "mødt", "tilstedeværende medlemmer",
        "deltagende medlemmer", "næstformand", "udvalgsmedlemmer", "mødte medlemmer", "udvalgets medlemmer",
        "deltagere fra udvalget", "udvalget", "deltagende", "deltager", "dirigent", "borgmester", "formandskab",
        "medlemmer til stede", "i mødet deltog", "rådmænd", "mødeledelse", "deltagere i mødet", "bestyrelsen",
        "bestyrelsesmedlemmer", "forældrerepræsentanter", "medarbejderrepræsentanter", "elevrepræsentanter",
        "forældrevalgte", "medarbejdervalgte", "elevrådsrepræsentanter", "til stede var", "skolerepræsentanter",
        "personalerepræsentanter", "ledelsesrepræsentanter",
    ),
    "absentee": (
        "afbud", "fraværende", "afbud fra", "ikke til stede", "forfald", "afbud/fraværende", "fraværende/afbud",
        "ikke mødt", "mødte ikke", "fraværende medlemmer", "fravær", "afbud og fravær", "ikke tilstede",
        "fraværende med afbud", "afbud modtaget fra", "fraværende uden afbud", "ikke deltagende",
        "afbud og fraværende", "meldt afbud", "forhindret",
    ),
    "guest": (
        "gæster", "gæst", "øvrige deltagere", "desuden deltog", "endvidere deltog", "inviterede", "øvrige",
        "fra administrationen", "fra forvaltningen", "fra administrationen deltog", "fra forvaltningen deltog",
        "andre deltagere", "andre", "administrationen", "deltagere fra administrationen",
        "deltagere fra forvaltningen", "forvaltningen", "desuden deltager", "desuden mødte", "endvidere mødte",
        "tilforordnede", "embedsmænd", "øvrige tilstedeværende", "administration", "administrativ deltagelse",
        "administrative deltagere", "tillige deltog", "ledelsen", "fra ledelsen", "observatører", "observatør",
        "indbudte", "fra skolen", "embedsværk", "deltagere i øvrigt", "eksterne deltagere", "oplægsholdere",
        "oplægsholder", "derudover deltog", "herudover deltog",
    ),
    "secretary": (
        "sekretær", "referent", "mødesekretær", "protokolfører", "udvalgssekretær", "referat ved", "referat v/",
        "referenter", "sekretariat", "sekretærer", "referatet er skrevet af", "referatskriver",
        "sekretær for udvalget",
    ),
    "substitute": (
        "stedfortræder", "stedfortrædere", "suppleant", "suppleanter", "mødte som stedfortræder",
        "mødte stedfortrædere", "deltagende stedfortrædere", "mødt stedfortræder", "indkaldt stedfortræder",
    ),
    "end": (
        "sluttidspunkt", "mødet hævet", "slut", "mødet slut", "mødet sluttede", "sluttid", "mødets afslutning",
        "mødet hævet kl", "hævet", "mødet afsluttet", "mødeslut", "slut kl",
    ),
    "other": (
        "bemærkninger til dagsordenen", "bemærkninger", "næste møde", "kopi til", "dagsorden", "side", "information",
        "udsendt", "sagsnr", "journalnr", "dok.nr", "udskrevet", "offentliggjort", "referat udsendt", "godkendt",
        "mødefrekvens", "e-mail", "telefon", "kontakt", "underskrifter", "punkter", "åbent referat", "åben dagsorden",
        "indholdsfortegnelse", "indholdsliste", "punkt", "indhold", "lukket referat", "lukket dagsorden",
        "dagsordenpunkter",
        "referat godkendt", "status", "emne", "kontaktperson", "bilag", "mødenr", "mødenummer", "møde nr",
        "gældende for", "udvalgsbetjening", "bemærkning", "dokumenter",
    ),
}  # fmt: skip

HEADER_FIELDS: dict[str, str] = {label: role for role, labels in _FIELDS.items() for label in labels}
PEOPLE = frozenset(("member", "absentee", "guest", "secretary", "substitute"))
