"""An item of the minutes while it is being written: its sections, and what they claim."""

from datetime import date
from random import Random
from typing import Any

import msgspec

from benchmarks import words
from benchmarks.chance import pick
from benchmarks.model import Body, Centre, Decision, Entry, Municipality, Person, Sitting

Gold = dict[str, Any]

THEMES = sorted({s.theme for s in words.SUBJECTS})


class Claims(msgspec.Struct):
    """What the words of an item say, filled while they are written."""

    units: list[Centre] = []
    drivers: list[Centre] = []
    proposers: list[Centre] = []
    persons: list[Person] = []
    amounts: dict[float, str] = {}
    references: list[tuple[Body, str]] = []
    references_allowed: list[tuple[Body, str]] = []
    tasks: list[Gold] = []
    followups: list[Gold] = []


class Draft(msgspec.Struct):
    """One item: `decisions` are (body, date, decision), this meeting's first; texts are blocks without blank lines."""

    place: Municipality
    sitting: Sitting
    at: int
    number: int
    entry: Entry
    rng: Random
    heading: str = ""
    page: int = 0
    attachments: list[tuple[str, str]] = []
    background: list[str] = []
    recommendation: list[str] = []
    decisions: list[tuple[Body, date, Decision]] = []
    economy: list[str] = []
    presentation: list[str] = []
    claims: Claims = msgspec.field(default_factory=Claims)

    @property
    def about(self) -> str:
        """What the item is about, in words that fit into a sentence."""
        return self.entry.case.subject.definite if self.entry.case else "det fælles arbejde"


def unit(draft: Draft, centre: Centre) -> str:
    """The centre by one of its names, claimed."""
    if centre not in draft.claims.units:
        draft.claims.units.append(centre)
    roll = draft.rng.random()
    if centre.short and roll < 0.15:
        return f"{centre.name} ({centre.short})"
    if centre.short and roll < 0.4:
        return centre.short
    return centre.names[1] if roll > 0.92 and centre.name.endswith("centret") else centre.name


def owner(draft: Draft, centre: Centre) -> str:
    """The centre in the genitive, claimed."""
    name = unit(draft, centre)
    return name + ("'s" if name == centre.short or name.endswith(")") else "s")


def person(draft: Draft, who: Person, written: int = 0) -> str:
    """The person by the name at this place among their names, claimed."""
    if who not in draft.claims.persons:
        draft.claims.persons.append(who)
    return who.names[written]


def drives(draft: Draft, centre: Centre) -> None:
    """Claim that the centre drives the item."""
    if centre not in draft.claims.drivers:
        draft.claims.drivers.append(centre)


def refers(draft: Draft, body: Body, iso: str) -> bool:
    """Claim a reference; False (and nothing claimed) where it could be taken for another one of the item."""
    for other, known in draft.claims.references:
        if other == body and (known.startswith(iso) or iso.startswith(known)):
            return False
    draft.claims.references.append((body, iso))
    return True


def written_day(draft: Draft, day: date) -> str:
    """The date after the word "den"; without its year only where the nearest such day is meant."""
    near = abs((day - draft.sitting.day).days) < 120
    forms = [f"{day.day}. {words.MONTHS[day.month - 1]} {day.year}", f"{day:%d-%m-%Y}"]
    return pick(draft.rng, [*forms, f"{day.day}. {words.MONTHS[day.month - 1]}"] if near else forms)


def amount(draft: Draft, *, bare: bool = False) -> tuple[int, str]:
    """A claimed sum, in whole kroner without its øre, and its words; `bare` is for a column that names the currency."""
    n = 2 + int(draft.rng.random() * 95)
    value: float
    forms = (
        (n * 100_000, f"{n // 10},{n % 10} mio. kr." if n % 10 else f"{n // 10} mio. kr."),
        (n * 10_000, f"{n * 10} t. kr."),
        (n * 5_000, f"{_dotted(n * 5000)} kr."),
        (n * 317 + 0.5, f"{_dotted(n * 317)},50 kr."),
    )
    value, text = (n * 2_500, _dotted(n * 2500)) if bare else pick(draft.rng, forms)
    draft.claims.amounts.setdefault(float(value), text)
    return int(value), text


def total(draft: Draft, value: int) -> str:
    """A claimed sum of sums, as a table writes it."""
    draft.claims.amounts.setdefault(float(value), _dotted(value))
    return _dotted(value)


def _dotted(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def gold(draft: Draft) -> Gold:
    """What the item says, in the form of the gold annotations; keys the scorer does not know say more."""
    claims, entry = draft.claims, draft.entry
    closed = entry.kind == "closed"
    units = [list(c.names) for c in claims.units]
    return {
        "number": draft.number,
        "titles": list(dict.fromkeys((entry.title, draft.heading))),
        "case": entry.number,
        "page": draft.page,
        "closed": closed,
        "attachments": [list(dict.fromkeys(a)) for a in draft.attachments],
        "decisions": [_decision(*d) for d in draft.decisions],
        "proposers": [list(c.names) for c in claims.proposers],
        "drivers": [list(c.names) for c in claims.drivers],
        "drivers_allowed": units,
        "units": {"required": units, "allowed": []},
        "persons": {"required": [list(p.names) for p in claims.persons], "allowed": []},
        "themes": _themes(entry),
        "refs": {
            "required": [{"body": list(b.names), "date": d} for b, d in claims.references],
            "allowed": [{"body": list(b.names), "date": d} for b, d in claims.references_allowed],
        },
        "tasks": claims.tasks,
        "followups": claims.followups,
        "amounts": list(claims.amounts),
        "amounts_written": list(claims.amounts.values()),
        **_neighbours(draft),
    }


def _decision(body: Body, day: date, decision: Decision) -> Gold:
    return {
        "body": list(body.names),
        "date": day.isoformat(),
        "outcomes": {
            "required": list(decision.required),
            "any_of": list(decision.any_of),
            "allowed": list(decision.allowed),
        },
        "referred_to": [list(names) for names in decision.referred],
        "text_has": list(decision.lines),
        "min_parts": decision.parts,
    }


def _themes(entry: Entry) -> Gold:
    required = {
        "case": [entry.case.subject.theme] if entry.case else [],
        "economy": ["economy"],
        "seminar": ["leadership"],
    }
    stated = required.get(entry.kind, [])
    return {"required": stated, "any_of": [], "allowed": THEMES if stated else []}


def _neighbours(draft: Draft) -> Gold:
    """The treatments before and after this one, as [file, number]: what a link must find where both files are there."""
    case, step = draft.entry.case, draft.entry.step
    if case is None:
        return {"previous": None, "next": None}
    before = list(draft.place.place_of(case, step - 1)) if step else None
    after = list(draft.place.place_of(case, step + 1)) if step + 1 < len(case.steps) else None
    return {"previous": before, "next": after}
