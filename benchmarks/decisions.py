"""What becomes of a case: the outcomes of its treatments, and the words of each decision."""

from random import Random

from benchmarks import phrases
from benchmarks.chance import pick
from benchmarks.model import Body, Centre, Decision

# how often, the outcomes of the treatments in order; `final` is any that ends a case, `*` marks a treatment elsewhere
PATHS = (
    (50, ("final",)),
    (10, ("postponed", "final")),
    (5, ("postponed",)),
    (8, ("returned", "final")),
    (3, ("returned",)),
    (8, ("referred", "discussed*", "final")),
    (10, ("recommended", "final*")),
    (6, ("postponed", "returned", "final")),
)
FINAL = (
    *("approved",) * 5,
    *("parts",) * 3,
    *("noted",) * 3,
    *("approved_with_changes",) * 2,
    "discussed",
    "decided",
    "rejected",
    "withdrawn",
)
_ANY = {"approved_with_changes": ("approved", "approved_with_changes")}
_ALLOWED = {
    "approved_with_changes": ("decided",),
    "discussed": ("decided",),
    "recommended": ("referred", "approved", "decided"),
    "referred": ("discussed", "decided"),
    "returned": ("postponed", "referred", "decided"),
    "rejected": ("decided",),
    "withdrawn": ("decided",),
    "parts": ("decided",),
}


def path(rng: Random) -> tuple[str, ...]:
    """The outcomes of a case's treatments; those that end in `*` are taken in another body than the first."""
    kinds = rng.choices([p for _, p in PATHS], [n for n, _ in PATHS])[0]
    return tuple(pick(rng, FINAL) + k[5:] if k.startswith("final") else k for k in kinds)


def decide(rng: Random, outcome: str, here: Body, there: Body, centre: Centre) -> Decision:
    """A decision of `here` with this outcome (`parts`: one of numbered parts); `there` is where it goes, if it goes."""
    if outcome == "parts":
        return _parts(rng, here, there)
    line = _say(rng, outcome, here, there)
    follow_up = centre if outcome in {"approved", "decided", "discussed"} and rng.random() < 0.25 else None
    if follow_up:
        line += " " + pick(rng, phrases.FOLLOW_UPS).format(enhed=follow_up.short or follow_up.name)
    any_of = _ANY.get(outcome, ())
    return Decision(
        lines=(line,),
        required=() if any_of else (outcome,),
        any_of=any_of,
        allowed=(*_ALLOWED.get(outcome, ()), *(("decided", "referred") if follow_up else ())),
        referred=(there.names,) if outcome == "referred" else (),
        follow_up=follow_up,
    )


def _parts(rng: Random, here: Body, there: Body) -> Decision:
    outcomes = ["approved", pick(rng, ("noted", "discussed")), *(("decided",) if rng.random() < 0.4 else ())]
    lines = tuple(f"{n}. {_say(rng, o, here, there)}" for n, o in enumerate(outcomes, 1))
    return Decision(lines=lines, required=tuple(outcomes), allowed=_ALLOWED["parts"], parts=len(lines))


def _say(rng: Random, outcome: str, here: Body, there: Body) -> str:
    words = {"ændring": pick(rng, phrases.CHANGES), "mangler": pick(rng, phrases.LACKING)}
    return pick(rng, phrases.DECISIONS[outcome]).format(krop=here.name, næste=there.name, **words)
