"""Writes the items of one meeting: sentences out of the phrases, each fact claimed as it is written."""

from random import Random

from benchmarks import damage, phrases, words
from benchmarks.chance import pick
from benchmarks.draft import (
    Draft,
    amount,
    drives,
    owner,
    person,
    refers,
    total,
    unit,
    written_day,
)
from benchmarks.model import Body, Centre, Decision, Municipality
from benchmarks.reminders import reminders, seminar

SHORTEST = 150
"""Bytes that are not worth another sentence."""


def write(place: Municipality, at: int, rng: Random, *, damaged: bool) -> list[Draft]:
    """The items of the sitting with index `at`; `damaged` lets scanning spoil some titles."""
    sitting = place.sittings[at]
    drafts, page = [], 3
    for number, entry in enumerate(sitting.agenda, 1):
        draft = Draft(place, sitting, at, number, entry, rng, heading=entry.title, page=page)
        WRITERS[entry.kind](draft)
        if damaged and entry.kind != "closed" and rng.random() < 0.35:
            draft.heading = damage.letter_lost(rng, entry.title)
        if damaged and rng.random() < 0.5:
            draft.attachments = [(good, damage.second_byte_lost(good)) for good, _ in draft.attachments]
        drafts.append(draft)
        page += 1 + int(rng.random() * 3)
    return drafts


def filler(rng: Random, about: str, size: int) -> list[str]:
    """Blocks of about `size` bytes together that state nothing."""
    blocks: list[str] = []
    while size > SHORTEST:
        block = " ".join(_sentence(rng, about) for _ in range(1 + min(int(rng.random() * 6), size // 170)))
        if rng.random() < 0.15:
            block = f"{pick(rng, phrases.SUBHEADS)}\n\n{block}"
        elif rng.random() < 0.1 and size > 5 * SHORTEST:
            block += "\n\n" + "\n".join(f"- {aim}" for aim in rng.sample(phrases.AIMS, 4))
        blocks.append(block)
        size -= len(block.encode()) + 2
    return blocks


def _sentence(rng: Random, about: str) -> str:
    return pick(rng, phrases.FILLER).format(
        emne=about, mål=pick(rng, phrases.AIMS), gruppe=pick(rng, phrases.GROUPS), metode=pick(rng, phrases.METHODS)
    )


def _case(draft: Draft) -> None:
    case = draft.entry.case
    assert case is not None  # noqa: S101 - what the kind of an entry means
    rng = draft.rng
    _attach(draft)
    _history(draft)
    _recommend(draft, case.centre)
    _decide(draft, case.steps[draft.entry.step].decision)
    _prepared(draft, case.centre)
    for _ in range(int(rng.random() * 3)):
        _mention(draft, pick(rng, draft.place.centres))
    if rng.random() < 0.1:
        _guest(draft, pick(rng, draft.place.centres))
    if rng.random() < 0.25:
        _vague(draft)
    if rng.random() < 0.5:
        _money(draft)
    if rng.random() < 0.25:
        _outlook(draft)


def _attach(draft: Draft) -> None:
    case = draft.entry.case
    assert case is not None  # noqa: S101 - only cases have attachments
    for n in range(1, 1 + int(draft.rng.random() * 4)):
        title = pick(draft.rng, words.ATTACHMENTS).format(emne=case.subject.plain, n=n) + pick(draft.rng, words.ENDINGS)
        if (title, title) not in draft.attachments:
            draft.attachments.append((title, title))


def _history(draft: Draft) -> None:
    """What happened to the case before: sometimes a sentence, sometimes the earlier decision repeated."""
    case, step = draft.entry.case, draft.entry.step
    draft.background.append(f"Med denne sag fremlægges {draft.about} i {draft.place.name} Kommune.")
    if case is None or not step:
        return
    earlier = case.steps[step - 1]
    body, day = draft.place.body(earlier.sitting), draft.place.day(earlier.sitting)
    if draft.rng.random() < 0.7 and refers(draft, body, day.isoformat()):
        text = pick(draft.rng, phrases.BEFORE)
        draft.background.append(text.format(krop=body.name, dato=written_day(draft, day)))
    else:
        draft.claims.references_allowed.append((body, day.isoformat()))
    if draft.rng.random() < 0.6:
        draft.decisions.append((body, day, earlier.decision))
        _named(draft, earlier.decision)


def _recommend(draft: Draft, centre: Centre) -> None:
    rng, body = draft.rng, draft.sitting.body.name
    roll = rng.random()
    if roll < 0.65:
        maker = f"{unit(draft, centre)} indstiller"
        drives(draft, centre)
        draft.claims.proposers.append(centre)
    else:
        maker = "Administrationen indstiller" if roll < 0.85 else "Det indstilles"
    points = list(dict.fromkeys(pick(rng, phrases.RECOMMENDATIONS).format(emne=draft.about) for _ in range(3)))
    if rng.random() < 0.4:
        draft.recommendation = [f"{maker}, at {body} {points[0]}."]
    else:
        lines = "\n".join(f"{n}. {p}" for n, p in enumerate(points, 1))
        draft.recommendation = [f"{maker}, at {body}:", lines]


def _decide(draft: Draft, decision: Decision) -> None:
    draft.decisions.insert(0, (draft.sitting.body, draft.sitting.day, decision))
    _follow(draft, decision)


def _follow(draft: Draft, decision: Decision) -> None:
    """The follow-up that this meeting's decision orders; a repeated decision orders nothing anew."""
    centre = decision.follow_up
    if centre is not None:
        _named(draft, decision)
        drives(draft, centre)
        task = {"words": ["arbejder videre"], "responsible": [list(centre.names)], "due": ""}
        draft.claims.followups.append(task)


def _named(draft: Draft, decision: Decision) -> None:
    if decision.follow_up is not None and decision.follow_up not in draft.claims.units:
        draft.claims.units.append(decision.follow_up)


def _prepared(draft: Draft, centre: Centre) -> None:
    roll = draft.rng.random()
    if roll < 0.2:
        other = pick(draft.rng, [c for c in draft.place.centres if c is not centre])
        drives(draft, centre)
        drives(draft, other)
        draft.presentation.append(phrases.TOGETHER.format(enhed=unit(draft, centre), anden=unit(draft, other)))
    elif roll < 0.6:
        drives(draft, centre)
        draft.presentation.append(pick(draft.rng, phrases.PREPARED).format(enhed=unit(draft, centre)))


def _mention(draft: Draft, centre: Centre) -> None:
    sentence = pick(draft.rng, phrases.MENTIONED)
    named = {"ejer": owner(draft, centre)} if "{ejer}" in sentence else {"enhed": unit(draft, centre)}
    draft.presentation.append(sentence.format(emne=draft.about, **named))


def _guest(draft: Draft, centre: Centre) -> None:
    sentence = pick(draft.rng, phrases.GUESTS)
    named = {"enhed": unit(draft, centre)} if "{enhed}" in sentence else {}
    time = f"{9 + int(draft.rng.random() * 6)}.{pick(draft.rng, ('00', '15', '30'))}"
    draft.background.append(sentence.format(person=person(draft, centre.head), time=time, **named))


def _vague(draft: Draft) -> None:
    """A reference that says no more than a month or a year."""
    body: Body = pick(draft.rng, draft.place.bodies)
    year, month = draft.sitting.day.year - 1, 1 + int(draft.rng.random() * 12)
    choices = [(f"{year}-{month:02}", f"{words.MONTHS[month - 1]} {year}"), (f"{year - 1}", f"foråret {year - 1}")]
    iso, text = pick(draft.rng, choices)
    if refers(draft, body, iso):
        draft.presentation.append(pick(draft.rng, phrases.VAGUE).format(krop=body.name, tid=text, emne=draft.about))


def _outlook(draft: Draft) -> None:
    to = draft.at + 1 + int(draft.rng.random() * 12)
    body, day = draft.place.body(to), draft.place.day(to)
    if refers(draft, body, day.isoformat()):
        text = pick(draft.rng, phrases.AFTER)
        draft.presentation.append(text.format(krop=body.name, dato=written_day(draft, day)))


def _money(draft: Draft) -> None:
    for _ in range(1 + int(draft.rng.random() * 2)):
        draft.economy.append(pick(draft.rng, phrases.SUMS).format(sum=amount(draft)[1], emne=draft.about))
    if draft.rng.random() < 0.4:
        rows = [(post, *amount(draft, bare=True)) for post in draft.rng.sample(phrases.POSTS, 3)]
        lines = ["Post\tBudget i kr.", *(f"{post}\t{text}" for post, _, text in rows)]
        lines.append(f"I alt\t{total(draft, sum(value for _, value, _ in rows))}")
        draft.economy.append("\n".join(lines))


def _economy(draft: Draft) -> None:
    outcome, line = pick(draft.rng, phrases.ROUTINE)
    draft.presentation.append("Forbrug og forventet regnskab gennemgås.")
    if draft.rng.random() < 0.8:
        _decide(draft, Decision((line,), (outcome,), allowed=("decided",)))


def _other(draft: Draft) -> None:
    draft.presentation.append("Aktuelle emner:")
    draft.presentation.append("- Siden sidst\n- Kommende besøg og arrangementer\n- Fælles kalender")
    if draft.rng.random() < 0.5:
        _decide(draft, Decision(("Emnerne blev drøftet.",), ("discussed",), allowed=("decided",)))


def _closed(draft: Draft) -> None:
    """A closed item says nothing but its title, its page and its case."""


def _seminar(draft: Draft) -> None:
    seminar(draft)
    _decide(draft, Decision(("Programmet blev godkendt.",), ("approved",)))


WRITERS = {
    "case": _case,
    "economy": _economy,
    "other": _other,
    "closed": _closed,
    "reminders": reminders,
    "seminar": _seminar,
}
