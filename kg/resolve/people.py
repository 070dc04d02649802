"""Which names of people mean the same person."""

from collections import defaultdict

from kg.danish.names import initials
from kg.model.entity import Reason
from kg.resolve.clusters import Clusters, Key
from kg.resolve.hearing import Hearing


def join_people(hearing: Hearing, clusters: Clusters) -> None:
    """Join short names with full ones where only one fits: a part (Bo Lund), an abbreviation (Bo L), a first name."""
    names = sorted(name for kind, name in hearing.names if kind == "person")
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in names:
        clusters.add(("person", name))
        by_first[name.split()[0]].append(name)
    _join_genitives(names, clusters)
    for group in by_first.values():
        _join_parts(group, clusters)
        _join_first_name(group, hearing, clusters)


def _join_genitives(names: list[str], clusters: Clusters) -> None:
    """A name with a genitive s is the name without it, where that is known."""
    known = set(names)
    for name in names:
        if name.endswith("s") and name[:-1] in known and " " in name:
            clusters.join(("person", name), ("person", name[:-1]), Reason(name, name[:-1], "same-word", 0.9))


def _join_parts(group: list[str], clusters: Clusters) -> None:
    """A shorter full name joins the one longer name that holds all its words, or their initials, in order."""
    for short in group:
        words = short.split()
        if len(words) < 2:
            continue
        abbreviated = len(words[-1].rstrip(".")) == 1
        longer = [
            name
            for name in group
            if len(name) > len(short)
            and _within(words, name.split())
            and not (abbreviated and len(name.split()) > len(words))
        ]
        families = {clusters.root(("person", name)) for name in longer}
        if len(families) == 1 or (longer and all(_within(longer[0].split(), name.split()) for name in longer)):
            best = max(longer, key=len)
            rule, score = ("name-initial", 0.85) if abbreviated else ("name-part", 0.95)
            clusters.join(("person", short), ("person", best), Reason(short, best, rule, score))


def _within(words: list[str], name: list[str]) -> bool:
    place = 0
    for word in words:
        while place < len(name) and not _same(word, name[place]):
            place += 1
        if place == len(name):
            return False
        place += 1
    return True


def _same(word: str, other: str) -> bool:
    stem = word.rstrip(".")
    return word == other or stem == other.rstrip(".") or (len(stem) == 1 and other.startswith(stem))


def _join_first_name(group: list[str], hearing: Hearing, clusters: Clusters) -> None:
    """A first name alone joins the one director who bears it; where no director does, the one who attends meetings."""
    for name in group:
        if " " in name:
            continue
        for who, rule, score in (
            (hearing.board, "only-director-of-that-name", 0.9),
            (hearing.roster, "only-attendee-of-that-name", 0.8),
        ):
            bearers = {
                clusters.root(("person", other)) for other in group if _is_among(("person", other), who, clusters)
            }
            if len(bearers) == 1:
                full = max((other for _, other in clusters.members(next(iter(bearers)))), key=len)
                clusters.join(("person", name), ("person", full), Reason(name, full, rule, score))
            if bearers:
                break


def _is_among(key: Key, who: set[str], clusters: Clusters) -> bool:
    return any(name in who for _, name in clusters.members(key))


def initials_of(hearing: Hearing, clusters: Clusters) -> dict[str, set[Key]]:
    """Initials with whom they may stand for: directors, then attendees; codes of four letters ("BOLU") with anyone."""
    found: dict[str, set[Key]] = defaultdict(set)
    for who in (hearing.board, hearing.roster):
        letters_of: dict[str, set[Key]] = defaultdict(set)
        for name in who:
            root = clusters.root(("person", name))
            for _, each in clusters.members(root):
                for letters in initials(each) if " " in each else ():
                    letters_of[letters].add(root)
        found.update((letters, keys) for letters, keys in letters_of.items() if letters not in found)
    for kind, name in sorted(hearing.names):
        words = name.split()
        for letters in initials(name) if kind == "person" and len(words) > 1 else ():
            if len(letters) > 2 and letters not in found:
                found[letters].add(clusters.root((kind, name)))
        if kind == "person" and len(words) > 1 and len(words[-1]) > 2:
            found[(words[0][:2] + words[-1][:2]).upper()].add(clusters.root((kind, name)))
    return found
