"""Numbers as word processors write them before the points of a list."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST_LETTERS = 26 * 4
_LARGEST_ROMAN = 3999


def written(number: int, form: str) -> str:
    """`number` in one of the forms `1`, `01`, `a`, `A`, `i`, `I`; in digits where it is too large for letters."""
    if form in "aA" and 0 < number <= _LONGEST_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "A" else letters
    if form in "iI" and 0 < number <= _LARGEST_ROMAN:
        return _roman(number).upper() if form == "I" else _roman(number)
    return f"{number:02}" if form == "01" else str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters
