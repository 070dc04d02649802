"""What the explorer says."""

EXPLORER: dict[str, tuple[str, str]] = {
    "explorer.search": ("Søg i referaterne", "Search the minutes"),
}
