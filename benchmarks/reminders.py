"""Lists of what is to be done: the *huskeliste* in its two table forms, and topics that directors take."""

from datetime import date

from benchmarks import words
from benchmarks.chance import pick, some
from benchmarks.draft import Draft, person, unit


def reminders(draft: Draft) -> None:
    """A *huskeliste*: with a column of months, or with month rows that govern the rows below them."""
    subjects = some(draft.rng, words.REMINDERS, 5 + int(draft.rng.random() * 6))
    lines = _by_column(draft, subjects) if draft.rng.random() < 0.5 else _by_rows(draft, subjects)
    draft.presentation.append("\n".join(lines))


def seminar(draft: Draft) -> None:
    """The topics of a seminar, each with the director who takes it in brackets."""
    draft.background.append("Punkterne i programmet fordeles mellem direktørerne.")
    draft.recommendation = ["Det indstilles, at Direktionen godkender programmet."]
    lines = []
    for topic in some(draft.rng, words.TOPICS, 4 + int(draft.rng.random() * 4)):
        who = pick(draft.rng, draft.place.directors)
        lines.append(f"- {topic} ({person(draft, who, 1)})")
        draft.claims.tasks.append({"subjects": [topic], "responsible": [list(who.names)], "when": [""]})
    draft.presentation += ["Det foreslås, at punkterne fordeles således:", "\n".join(lines)]


def _by_column(draft: Draft, subjects: tuple[str, ...]) -> list[str]:
    lines = ["Sag/emne\tForv. tidspunkt\tAnsvarlig"]
    for subject in subjects:
        month, who, responsible = _month(draft.sitting.day, int(draft.rng.random() * 4)), *_responsible(draft)
        again = draft.rng.random() < 0.25
        when = pick(draft.rng, words.RECURRENCES) if again else _month_name(draft.sitting.day, month)
        lines.append(f"{subject}\t{when}\t{who}")
        _claim(draft, subject, responsible, "recurring" if again else f"{month:%Y-%m}")
    return lines


def _by_rows(draft: Draft, subjects: tuple[str, ...]) -> list[str]:
    lines = ["Forventet tidspunkt\tSag/emne\tAnsvarlig"]
    per_month = -(-(len(subjects) - 2) // 3)
    for i, subject in enumerate(subjects[:-2]):
        month = _month(draft.sitting.day, 1 + i // per_month)
        if i % per_month == 0:
            lines.append(f"{_month_name(draft.sitting.day, month)}\t\t")
        day = 1 + int(draft.rng.random() * 28) if draft.rng.random() < 0.5 else 0
        who, responsible = _responsible(draft)
        lines.append(f"{f'{day}.' if day else ''}\t{subject}\t{who}")
        _claim(draft, subject, responsible, f"{month:%Y-%m}" + (f"-{day:02}" if day else ""))
    for subject in subjects[-2:]:
        who, responsible = _responsible(draft)
        lines.append(f"{pick(draft.rng, words.RECURRENCES)}\t{subject}\t{who}")
        _claim(draft, subject, responsible, "recurring")
    return lines


def _month(day: date, ahead: int) -> date:
    years, month = divmod(day.month - 1 + ahead, 12)
    return date(day.year + years, month + 1, 1)


def _month_name(today: date, month: date) -> str:
    name = words.MONTHS[month.month - 1].capitalize()
    return name if month.year == today.year else f"{name} {month.year}"


def _responsible(draft: Draft) -> tuple[str, list[list[str]]]:
    """Who is to do it, as the column writes it, and the names of each."""
    if draft.rng.random() < 0.2:
        director = pick(draft.rng, draft.place.directors)
        return person(draft, director, 2), [list(director.names)]
    centres = draft.rng.sample(draft.place.centres, 2 if draft.rng.random() < 0.15 else 1)
    for centre in centres:
        unit(draft, centre)
    text = pick(draft.rng, (", ", "/")).join(c.short or c.name for c in centres)
    return text, [list(c.names) for c in centres]


def _claim(draft: Draft, subject: str, responsible: list[list[str]], when: str) -> None:
    draft.claims.tasks.append({"subjects": [subject], "responsible": responsible, "when": [when]})
