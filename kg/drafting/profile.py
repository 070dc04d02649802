"""A profile drafted from what documents say: TOML with counts, its doubtful parts commented out."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter

import msgspec

from kg.danish.authorities import known_authority
from kg.drafting.gather import Agent, Gathered, Held
from kg.messages import Say

_FEW = 2  # what fewer documents say may be chance, where there are more
_MANY = 4
_MOST = 60  # of each list that is doubtful
_NATIONAL = frozenset("ABCFIKMOVØÅÆ")  # letters of parties that everyone knows


def draft_profile(found: Gathered, say: Say) -> str:
    """The whole file. The same documents give the same text."""
    found = msgspec.structs.replace(found, agents=_one_each(found.agents))
    blocks = [
        _head(found, say),
        _authority(found, say),
        *_agents("units", [each for each in found.agents if each.kind == "unit"], found, say),
        *_agents("bodies", [each for each in found.agents if each.kind == "body"], found, say),
        *_people(found, say),
        *_parties(found, say),
        _local(found, say),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _one_each(agents: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """The agents with each name that several bear among the doubtful ones of all of them."""
    borne = Counter(name for each in agents for name in (each.label, *each.aliases))
    return tuple(
        msgspec.structs.replace(
            each,
            aliases=tuple(name for name in each.aliases if borne[name] == 1),
            doubtful=tuple(sorted({*each.doubtful, *(name for name in each.aliases if borne[name] > 1)})),
        )
        for each in agents
    )


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, values))}]"


def _comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.splitlines())


def _head(found: Gathered, say: Say) -> str:
    lines = [say("draft.head", documents=found.documents, first=found.first or "?", last=found.last or "?")]
    lines += [say("draft.how")]
    lines += [say("draft.other", authority=name or "?", documents=count) for name, count in found.others]
    lines += [f"{each.path}: {say(f'problem.{each.message}', *each.values)}" for each in found.problems]
    return _comment("\n".join(lines))


def _authority(found: Gathered, say: Say) -> str:
    if not found.authority:
        return _comment(f'{say("draft.no-authority")}\n[authority]\nname = ""')
    known = known_authority(found.authority)
    code = f"  # {say('draft.code', code=known.code)}" if known and known.code else ""
    return f"[authority]\nname = {_text(found.authority)}{code}"


def _agents(table: str, agents: list[Agent], found: Gathered, say: Say) -> Iterator[str]:
    doubtful = 0
    for each in agents:
        doubt = _doubt(each, found, say)
        doubtful += bool(doubt)
        lines = [f"[[{table}]]  # {say('draft.named', documents=each.documents, times=each.times)}{doubt}"]
        lines.append(f"name = {_text(each.label)}")
        lines += _aliases(each, say)
        if not doubt or doubtful <= _MOST:
            yield _comment("\n".join(lines)) if doubt else "\n".join(lines)


def _doubt(each: Agent, found: Gathered, say: Say) -> str:
    """Why an agent may be none; empty where it is sure."""
    if " " not in each.label and each.label.isupper() and len(each.label) < 7:
        return f"; {say('draft.alone')}"
    if each.documents < _FEW and found.documents >= _MANY and not each.aliases:
        return f"; {say('draft.rare')}"
    return ""


def _aliases(each: Agent, say: Say) -> Iterator[str]:
    doubt = f"  # {say('draft.perhaps', names=', '.join(map(_text, each.doubtful)))}" if each.doubtful else ""
    if each.aliases or doubt:
        yield f"aliases = {_list(each.aliases)}{doubt}"


def _people(found: Gathered, say: Say) -> Iterator[str]:
    posts: dict[str, list[Held]] = defaultdict(list)
    holders: dict[str, set[str]] = defaultdict(set)
    for held in found.posts:
        posts[held.person].append(held)
        holders[held.post].add(held.person)
    people = sorted((each for each in found.agents if each.kind in {"person", "director"}), key=attrgetter("label"))
    for each in people:
        if not (each.kind == "director" or each.aliases or each.label in posts) or " " not in each.label:
            continue
        lines = [f"[[people]]  # {say('draft.named', documents=each.documents, times=each.times)}"]
        lines.append(f"name = {_text(each.label)}")
        lines += _aliases(each, say)
        if posts[each.label]:
            lines.append(f"posts = [{', '.join(_post(held, holders) for held in posts[each.label])}]")
            counted = ", ".join(f"{held.post} {held.times}" for held in posts[each.label])
            lines[-1] += f"  # {say('draft.posts', counted=counted)}"
        if each.kind == "director":
            lines.append("director = true")
        rare = each.documents < _FEW and found.documents >= _MANY and each.kind != "director"
        yield _comment("\n".join(lines)) if rare else "\n".join(lines)


def _post(held: Held, holders: dict[str, set[str]]) -> str:
    """A post of one holder by its title; of several, with the days on which the documents show each of them."""
    if len(holders[held.post]) == 1 or not held.first:
        return _text(held.post)
    return f'{{ title = {_text(held.post)}, from = "{held.first}", to = "{held.last}" }}'


def _parties(found: Gathered, say: Say) -> Iterator[str]:
    named = {letter for letter, _, _ in found.parties}
    best: dict[str, tuple[int, str]] = {}
    for letter, name, count in found.parties:
        best[letter] = max(best.get(letter, (0, "")), (count, name))
    for letter, (count, name) in sorted(best.items()):
        said = say("draft.documents", documents=count)
        block = f"[[parties]]  # {said}\nletter = {_text(letter)}\nname = {_text(name)}"
        yield block if count >= _FEW else _comment(block)
    for letter, count in found.letters:
        if letter not in named and letter not in _NATIONAL:
            said = say("draft.letter", documents=count)
            yield _comment(f'[[parties]]  # {said}\nletter = {_text(letter)}\nname = ""')


def _local(found: Gathered, say: Say) -> str:
    """What is local besides names: case numbers and captions, as comments, since only a person knows what they are."""
    lines = [f"# {say('draft.number', times=count)}: {shape}" for shape, count in found.numbers]
    unread = [(shape, count) for shape, count in found.unread_numbers if count >= _FEW]
    lines += [f"# case_numbers = ['{shape}']  # {say('draft.times', times=count)}" for shape, count in unread]
    often = sorted((-times, caption, documents) for caption, times, documents in found.captions if documents >= _FEW)
    if often:
        lines += ["", f"# {say('draft.captions')}", "# [captions]"]
    for times, caption, documents in often[:_MOST]:
        said = say("draft.named", documents=documents, times=-times)
        lines.append(f"# background = {_list([caption])}  # {said}")
    return "\n".join(lines).strip()
