"""What every page says: those that one sends to a colleague and those of the explorer."""

PAGES: dict[str, tuple[str, str]] = {
    "page.skip": ("Gå til indholdet", "Skip to the content"),
    "page.pages": ("Sider", "Pages"),
    "page.theme": ("Lys eller mørk", "Light or dark"),
    "page.item": ("punkt", "item"),
    "page.made-of-one": (
        "Lavet af ét referat fra {first} med Sagsgraf {version}.",
        "Made of one set of minutes, of {first}, with Sagsgraf {version}.",
    ),
    "page.made-of": (
        "Lavet af {documents} referater fra {first} til {last} med Sagsgraf {version}.",
        "Made of {documents} minutes from {first} to {last} with Sagsgraf {version}.",
    ),
}
