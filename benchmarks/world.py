"""Invented municipalities: who they consist of, when they meet, and what becomes of their cases."""

import unicodedata
from datetime import date, timedelta
from functools import lru_cache
from random import Random

import msgspec

from benchmarks import phrases, words
from benchmarks.chance import dice, pick, some
from benchmarks.decisions import decide, path
from benchmarks.model import Body, Case, Centre, Entry, Municipality, Person, Sitting, Step

SITTINGS = 240
"""Meetings (one document each) of one municipality; the document after them belongs to the next municipality."""


@lru_cache(maxsize=4)
def municipality(seed: int, index: int) -> Municipality:
    """The municipality that documents `index * SITTINGS` and on belong to: a function of its arguments alone."""
    rng = dice(f"{seed}-municipality-{index}")
    place = _people_and_units(rng, _name(seed, index))
    started: list[list[tuple[Case, int]]] = [[] for _ in range(SITTINGS)]
    old_style = rng.random() < 0.75
    for sitting in range(SITTINGS):
        for n in range(2 + int(rng.random() * 3)):
            case = _case(rng, place, sitting, n, old_style=old_style)
            for step, treated in enumerate(case.steps):
                started[treated.sitting].append((case, step))
    sittings = tuple(_sitting(rng, place, i, started[i], old_style=old_style) for i in range(SITTINGS))
    return msgspec.structs.replace(place, sittings=sittings)


def place_names() -> tuple[str, ...]:
    """Every name that a municipality can have, without what may stand before it ("Nørre …")."""
    return tuple(start + end for start in words.PLACE_STARTS for end in words.PLACE_ENDS)


def slug(name: str) -> str:
    """The name as part of a file name: ASCII, lower case, words joined by `-`."""
    text = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("- ", "-").replace(" ", "-")
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _name(seed: int, index: int) -> str:
    names = place_names()
    turn, at = divmod(index, len(names))
    before = ""
    while turn:  # more municipalities than names: "Nørre X", and so on without end
        turn, side = divmod(turn - 1, len(words.PLACE_BEFORE))
        before += words.PLACE_BEFORE[side]
    return before + dice(f"{seed}-names").sample(names, len(names))[at]


def _people_and_units(rng: Random, name: str) -> Municipality:
    firsts, surnames = rng.sample(words.FIRST_NAMES, 30), rng.sample(words.LAST_NAMES, 25)
    # initials must tell the directors apart, so their first letters differ
    board = list({f[0]: f for f in firsts}.values())[:4]
    directors = tuple(_director(f, surnames[2 * i], surnames[2 * i + 1]) for i, f in enumerate(board))
    others = [f for f in firsts if f not in board]
    people = [Person((f"{first} {surnames[(i + 8) % 25]}",)) for i, first in enumerate(others)]
    centres = tuple(_centre(n, s, people[i]) for i, (n, s) in enumerate(some(rng, words.CENTRES, 9)))
    groups = {"Direktionen": directors, "Chefforum": tuple(c.head for c in centres[:6])}
    elected = tuple(people[9:15])
    names = pick(rng, words.BODIES)
    bodies = tuple(Body(b, words.BODY_NAMES[b], slug(b), groups.get(b, elected)) for b in names)
    start = date(2011 + int(rng.random() * 8), 1, 3)
    start += timedelta(days=(1 - start.weekday()) % 7)  # executive boards meet on Tuesdays
    return Municipality(name, start, bodies, centres, directors, people[15])


def _director(first: str, middle: str, last: str) -> Person:
    full, initials = f"{first} {middle} {last}", f"{first[0]}{middle[0]}{last[0]}"
    return Person((full, first, first[0] + last[0], f"{first} {last}", f"{first} {middle}", initials))


def _centre(name: str, short: str, head: Person) -> Centre:
    stem = name.removesuffix("centret")
    forms = (name,) if stem == name else (name, f"{stem}centeret", f"{stem}center")
    return Centre(name, short, (*forms, *((short,) if short else ())), head)


def _number(day: date, serial: int, *, old_style: bool) -> str:
    return f"{day:%y}/{serial}" if old_style else f"{day:%y}-{serial:06}"


def _case(rng: Random, place: Municipality, sitting: int, n: int, *, old_style: bool) -> Case:
    subject, centre = pick(rng, words.SUBJECTS), pick(rng, place.centres)
    outcomes = path(rng)
    ends = outcomes[-1].removesuffix("*")
    title = pick(rng, phrases.TITLES.get(ends, phrases.TITLES[""])).format(
        plain=subject.plain, definite=subject.definite
    )
    title += pick(rng, ("", "", f" i {pick(rng, words.QUARTERS)}", f" {place.day(sitting).year + 1}"))
    steps, at, many = [], sitting, len(place.bodies)
    other = 1 + int(rng.random() * (many - 1))
    for i, outcome in enumerate(outcomes):
        if i:
            away = (other if outcome.endswith("*") else 0) - (at - sitting) % many
            at += away % many + many * (1 + int(rng.random() * 2))
        if at >= SITTINGS:
            break
        here, there = place.body(at), place.body(sitting + other if at % many == sitting % many else sitting)
        steps.append(Step(at, decide(rng, outcome.removesuffix("*"), here, there, centre)))
    serial = 1200 + sitting * 41 + n * 9 + int(rng.random() * 8)
    return Case(_number(place.day(sitting), serial, old_style=old_style), title, subject, centre, tuple(steps))


def _sitting(
    rng: Random, place: Municipality, index: int, treated: list[tuple[Case, int]], *, old_style: bool
) -> Sitting:
    body, day = place.body(index), place.day(index)
    # a container: one number a year and body for all that is routine
    container = _number(day, 900 + 7 * (index % len(place.bodies)), old_style=old_style)
    stamp = f"{day:%d-%m-%Y}"
    agenda = [
        Entry("economy", f"Økonomiopfølgning {stamp}", container),
        Entry("other", f"Øvrige sager {stamp}", container),
    ]
    rng.shuffle(agenda)
    agenda += [Entry("case", c.title, c.number, c, step) for c, step in treated]
    if body.name == "Direktionen":
        if rng.random() < 0.2:
            seminar = _number(day, 1000 + index, old_style=old_style)
            agenda.append(Entry("seminar", f"Program for lederseminar {day.year + 1}", seminar))
        agenda.append(Entry("reminders", f"Huskeliste {stamp}", container))
    if rng.random() < 0.7:
        agenda.insert(2 + int(rng.random() * (len(agenda) - 1)), Entry("closed", "Lukket", container))
    time = pick(rng, ("09:00", "10:00", "12:30", "13:15", "17:00"))
    file = f"{slug(place.name)}-{body.slug}-{day.isoformat()}.txt"
    return Sitting(file, body, day, time, pick(rng, words.ROOMS), tuple(agenda))
