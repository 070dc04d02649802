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
