"""What may be wrong with a profile, and what `kg profile` says of one: Danish and English."""

FAULTS: dict[str, tuple[str, str]] = {
    "not-toml": ("det er ikke TOML ({0})", "it is not TOML ({0})"),
    "not-utf-8": ("filen er ikke tekst i UTF-8", "the file is no text in UTF-8"),
    "too-large": ("filen er for stor", "the file is too large"),
    "unknown-field": ("der er intet felt, der hedder »{0}«", "there is no field “{0}”"),
    "missing-field": ("feltet »{0}« mangler", "the field “{0}” is missing"),
    "wrong-kind": ("her skal stå {0}, ikke {1}", "expected {0} here, not {1}"),
    "wrong-shape": ("værdien er ikke, som den skal være ({0})", "the value is not as it should be ({0})"),
    "empty-name": ("et navn er tomt", "a name is empty"),
    "no-letter": ("»{0}« er ikke et partibogstav", "“{0}” is no letter of a party"),
    "no-date": (
        "»{0}« er ikke en dato; skriv den som 2014-03-31, 2014-03 eller 2014",
        "“{0}” is no date; write it as 2014-03-31, 2014-03 or 2014",
    ),
    "ends-before": ("det slutter ({1}), før det begynder ({0})", "it ends ({1}) before it begins ({0})"),
    "no-pattern": ("»{0}« er ikke et regulært udtryk ({1})", "“{0}” is no regular expression ({1})"),
}
"""Faults of a profile's file, by key: `{0}` and `{1}` are what was found."""

PROFILES: dict[str, tuple[str, str]] = {
    "draft.head": (
        "Udkast til en profil, lavet af {documents} dokumenter ({first} til {last}). Ret det, før du bruger det.",
        "A draft of a profile, made of {documents} documents ({first} to {last}). Correct it before you use it.",
    ),
    "draft.how": (
        (
            "Det, der er tvivlsomt, står som kommentarer: fjern # foran det, der passer, og slet resten. Tallene er "
            "kun til hjælp."
        ),
        "What is doubtful is commented out: remove the # where it is right, and delete the rest. Counts only help.",
    ),
    "draft.other": (
        "Ikke med: {documents} dokumenter fra {authority}; lav en profil for sig til dem.",
        "Not included: {documents} documents of {authority}; draft a profile of their own for them.",
    ),
    "draft.no-authority": (
        "Intet dokument nævner sin myndighed; skriv den her.",
        "No document names its authority; write it here.",
    ),
    "draft.code": ("kode {code}", "code {code}"),
    "draft.named": ("dokumenter: {documents}, gange: {times}", "documents: {documents}, times: {times}"),
    "draft.documents": ("dokumenter: {documents}", "documents: {documents}"),
    "draft.times": ("gange: {times}", "times: {times}"),
    "draft.alone": ("hvad står det for?", "what does it stand for?"),
    "draft.rare": ("sjælden; er den rigtig?", "rare; is it right?"),
    "draft.perhaps": ("måske også {names}", "perhaps also {names}"),
    "draft.posts": ("set: {counted}", "seen: {counted}"),
    "draft.letter": ("bogstav efter navne; dokumenter: {documents}", "a letter behind names; documents: {documents}"),
    "draft.number": ("Sagsnumre, der kendes ({times})", "Case numbers that are known ({times})"),
    "draft.captions": (
        "Korte linjer, der kan være overskrifter; sæt dem under den slags, de er (background, economy, …).",
        "Short lines that may be captions; put each under the kind that it is (background, economy, …).",
    ),
    "themes.one-file": ("Giv én fil med KLE.", "Give one file of KLE."),
    "themes.none": (
        "Intet ord står i flere punkter uden emne; der er intet at foreslå.",
        "No word stands in several items without a theme; there is nothing to propose.",
    ),
    "themes.word": ("ord", "word"),
    "themes.items": ("punkter", "items"),
    "themes.forms": ("former", "forms"),
    "themes.examples": ("eksempler", "examples"),
    "check.fine": ("{path}: intet at bemærke.", "{path}: nothing to remark."),
    "check.shared-name": (
        "»{0}« er både {1} og {2} på samme dag; giv dem hver deres tid med from og to, eller slet den ene.",
        "“{0}” is both {1} and {2} on the same day; give each its time with from and to, or delete one.",
    ),
    "check.same-name": (
        "»{0}« står to gange på samme dag; lad kun én stå.",
        "“{0}” stands twice on the same day; leave only one.",
    ),
    "check.both-became": (
        "{0} er både omdøbt til {1} og lagt ind under {2}; vælg én.",
        "{0} was both renamed {1} and merged into {2}; choose one.",
    ),
    "check.unknown-successor": (
        "{0} blev til {1}, som ikke står i profilen; skriv {1} som en enhed.",
        "{0} became {1}, which the profile does not have; write {1} as a unit.",
    ),
    "check.no-day": (
        "{0} blev til {1}, men ingen dag er sagt; skriv to eller from.",
        "{0} became {1}, but no day is said; write to or from.",
    ),
    "check.circle": (
        "{0} bliver i sidste ende til sig selv; omdøbninger kan ikke gå i ring.",
        "{0} becomes itself in the end; renames cannot go in a circle.",
    ),
    "check.party-twice": ("»{0}« er to partiers; lad kun ét have det.", "“{0}” is two parties'; leave it to one."),
    "check.unknown-party": (
        "{0} er af partiet »{1}«, som ikke står i profilen; skriv det under parties.",
        "{0} is of the party “{1}”, which the profile does not have; write it under parties.",
    ),
    "check.unknown-kind": (
        "»{0}« er ingen slags afsnit; slagsene er {1}.",
        "“{0}” is no kind of section; the kinds are {1}.",
    ),
    "check.large-letters": (
        "»{0}« har store bogstaver; skriv overskrifter med små.",
        "“{0}” has large letters; write captions in small ones.",
    ),
    "check.two-kinds": ("»{0}« er flere slags: {1}; vælg én.", "“{0}” is of several kinds: {1}; choose one."),
    "check.unused-name": (
        "»{0}« ({1}) står ikke i noget dokument fra dens tid.",
        "“{0}” ({1}) stands in no document of its time.",
    ),
    "check.unused-caption": (
        "overskriften »{0}« står ikke i noget dokument.",
        "the caption “{0}” stands in no document.",
    ),
    "check.unused-number": (
        "sagsnummeret »{0}« passer ikke på noget i dokumenterne.",
        "the case number “{0}” matches nothing in the documents.",
    ),
    "check.unused-signal": ("signalet »{0}« står ikke i noget dokument.", "the signal “{0}” stands in no document."),
}
"""What a drafted profile says in its comments, and what a check says of a profile."""
