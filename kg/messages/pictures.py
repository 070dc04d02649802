"""What networks, timelines, matrices and reports say."""

PICTURES: dict[str, tuple[str, str]] = {}
