"""What an abbreviation stands for: what a text says, whose initials it is, whose letters it has, or where it stands."""

import re

from kg.danish.units import abbreviation_score
from kg.model.entity import Reason
from kg.resolve.clusters import Clusters, Key
from kg.resolve.hearing import Hearing
from kg.resolve.people import initials_of

ENOUGH = 0.75
_SAME_SCORE = 0.05
# Positions in which only an agent stands; "bare" and "listed" prove nothing.
_UNIT_POSITIONS = (
    "abbreviation-column",
    "abbreviation-after-person",
    "abbreviation-author",
    "abbreviation-brackets",
)
_INITIALS_POSITIONS = (
    "abbreviation-acting",
    "abbreviation-after-person",
    "abbreviation-column",
    "abbreviation-brackets",
    "abbreviation-listed",
    "abbreviation-subject",
)
_SUBJECTS = 2
_SHARED_ITEMS = 2
# Committees are abbreviated alike everywhere: *udvalg* gives the U, the cooperation committees (*MED*) their name.
_COMMITTEE = re.compile(r"[A-ZÆØÅ]{1,3}U|H-?MED|HMU|LMU")
_UNIT_LETTERS = 3


def join_abbreviations(hearing: Hearing, clusters: Clusters, own: frozenset[str] = frozenset()) -> dict[str, str]:
    """Join every abbreviation with what it stands for; returns the kind of those that nothing explains but are agents.

    An abbreviation that is left out of both names no agent: a system, a firm, a word in capitals, or the authority
    itself, of which `own` holds further names.
    """
    alone: dict[str, str] = {}
    people = initials_of(hearing, clusters)
    for kind, name in sorted(hearing.names, key=lambda key: (-len(key[1]), key)):
        if kind != "abbreviation" or name in own or _is_authority(name, hearing.authority):
            continue
        if ("abbreviation", name) in clusters and len(clusters.members(("abbreviation", name))) > 1:
            continue
        if not (
            _introduced(name, hearing, clusters)
            or _initials(name, hearing, clusters, people)
            or _letters(name, hearing, clusters)
            or _contexts(name, hearing, clusters)
        ):
            role = _role(name, hearing)
            if role:
                alone[name] = role
    return alone


def _is_authority(name: str, authority: str) -> bool:
    """Whether a name abbreviates the authority's: letters in order, the first and the last at word heads."""
    return (
        bool(authority)
        and name[0] == authority[0]
        and name[-1] == authority.rsplit(maxsplit=1)[-1][0]
        and abbreviation_score(name, authority) > 0
    )


def _introduced(name: str, hearing: Hearing, clusters: Clusters) -> bool:
    """What the texts say that it stands for: of several names the one that it fits clearly best, if any."""
    best: dict[Key, tuple[float, Key, Reason]] = {}
    for (kind, full, abbreviation), (document, start, end) in sorted(hearing.introductions.items()):
        score = abbreviation_score(name, full)
        if abbreviation == name and (kind, full) in clusters and score > 0:
            root = clusters.root((kind, full))
            reason = Reason(name, full, "introduced", 0.99, document, start, end)
            best[root] = max(best.get(root, (0.0, root, reason)), (score, root, reason), key=lambda found: found[0])
    ranked = sorted(best.values(), key=lambda found: -found[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _SAME_SCORE):
        return False
    return clusters.join(("abbreviation", name), ranked[0][1], ranked[0][2])


def _initials(name: str, hearing: Hearing, clusters: Clusters, people: dict[str, set[Key]]) -> bool:
    """Initials of the one director who has them, where the abbreviation stands where a person may."""
    who = {clusters.root(key) for key in people.get(name, ())}
    rules = hearing.names["abbreviation", name]
    if len(who) != 1 or not any(rule in rules for rule in _INITIALS_POSITIONS):
        return False
    full = max((other for _, other in clusters.members(next(iter(who)))), key=lambda other: (len(other), other))
    return clusters.join(("abbreviation", name), next(iter(who)), Reason(name, full, "initials-of-only-director", 0.9))


def _letters(name: str, hearing: Hearing, clusters: Clusters) -> bool:
    """The unit or body at whose words' heads the letters stand in order, where one fits clearly best."""
    meets = "abbreviation-meets" in hearing.names["abbreviation", name]
    best: dict[Key, tuple[float, str, str]] = {}
    for kind, full in sorted(hearing.names):
        if kind not in {"unit", "body"} or (kind, full) not in clusters or len(full) <= len(name):
            continue
        score = abbreviation_score(name, full) - (0.1 if (kind == "unit") == meets else 0.0)
        root = clusters.root((kind, full))
        if score >= ENOUGH and score > best.get(root, (0.0, "", ""))[0]:
            best[root] = (score, kind, full)
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[2]))
    near = [found for found in ranked if ranked[0][0] - found[0] < _SAME_SCORE]
    if len(near) > 1:
        near = [found for found in near if not _abbreviated(found[1:], clusters)]
    if len(near) != 1:
        return False
    score, kind, full = near[0]
    return clusters.join(("abbreviation", name), (kind, full), Reason(name, full, "letters-in-order", round(score, 2)))


def _abbreviated(key: Key, clusters: Clusters) -> bool:
    """Whether an agent has an abbreviation already: of two that fit as well, it is the other one's."""
    return any(kind == "abbreviation" for kind, _ in clusters.members(key))


def _contexts(name: str, hearing: Hearing, clusters: Clusters) -> bool:
    """The one unit that holds the letters in order, if not at word heads, and is named in the same items."""
    mine = hearing.contexts.get(("abbreviation", name), set())
    shared: dict[Key, tuple[int, str]] = {}
    for kind, full in sorted(hearing.names):
        if kind != "unit" or (kind, full) not in clusters or full[0] != name[0] or not abbreviation_score(name, full):
            continue
        root = clusters.root((kind, full))
        items = len(mine & hearing.contexts.get((kind, full), set()))
        shared[root] = max(shared.get(root, (0, full)), (items, full))
    ranked = sorted(shared.values(), reverse=True)
    if not ranked or ranked[0][0] < _SHARED_ITEMS or (len(ranked) > 1 and ranked[1][0]):
        return False
    items, full = ranked[0]
    score = round(min(0.5 + 0.1 * items, 0.8), 2)
    return clusters.join(("abbreviation", name), ("unit", full), Reason(name, full, "shared-contexts", score))


def _role(name: str, hearing: Hearing) -> str:
    rules = hearing.names["abbreviation", name]
    if "abbreviation-meets" in rules and not any(rule in rules for rule in _UNIT_POSITIONS):
        return "body"
    if len(name) >= _UNIT_LETTERS and any(rule in rules for rule in _UNIT_POSITIONS):
        return "unit"
    if _COMMITTEE.fullmatch(name):
        return "body"
    subjects = rules["abbreviation-subject"]
    return "unit" if len(name) >= _UNIT_LETTERS and subjects and (subjects >= _SUBJECTS or name.endswith("C")) else ""
