"""The stages that see the whole corpus: resolve, describe and link, over records that are read one at a time."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import msgspec

from kg.describe import (
    Alignment,
    Context,
    Iris,
    Merged,
    close,
    describe,
    describe_agents,
    describe_drives,
    describe_links,
    make_calendar,
    make_cards,
    make_entries,
    one_card_each,
    one_node,
    sitting,
    together,
)
from kg.describe.context import Calendar
from kg.linkers import find_containers, link
from kg.model.entity import Resolution
from kg.model.entry import Entry
from kg.model.fact import Described
from kg.model.problem import Problem
from kg.model.record import Record
from kg.profiles import Profile
from kg.report import Figures
from kg.resolve import Hearing, hear, resolve
from kg.settings import Settings
from kg.survey import profile_of

Load = Callable[[], Record]
Index = Callable[[Entry], object]
_COUNTED = {"sag:Document", "sag:AgendaItem", "sag:Case", "sag:Decision", "sag:Task"}


class Corpus:
    """All documents of a build. Memory grows with agents, items and cases, not with their words.

    After `described`, `shut` has by document the indices of items that another document of the meeting closes.
    """

    def __init__(self, loads: list[Load], settings: Settings, themes: dict[str, str]) -> None:
        """`loads` give the records in a fixed order; `themes` maps notations to IRIs."""
        self.iris = Iris(settings.base_iri)
        self.problems: list[Problem] = []
        self.figures = Figures()
        self._profiles: dict[str, Profile] = {}
        self.shut: dict[str, list[int]] = {}
        self.size = len(loads) + 3
        self._loads = loads
        self._settings = settings
        self._themes = themes

    def _records(self) -> Iterator[Record]:
        return (load() for load in self._loads)

    def described(self, index: Index | None = None) -> Iterator[Described]:
        """The facts of every document's graph, then those of the graphs that depend on several.

        `index` is given each item of each document on the way.
        """
        resolution = self.resolve()
        shut = self._shut(resolution)
        return self.described_with(self.resolve(shut) if shut else resolution, index)

    def described_with(self, resolution: Resolution, index: Index | None = None) -> Iterator[Described]:
        """The same with agents that are known already."""
        calendar = make_calendar(
            (each for record in self._records() if (each := sitting(record, resolution))), self.iris
        )
        context = Context(self.iris, resolution, calendar, {}, self._themes, self._profiles)
        cards = one_card_each(
            (context.calendar.place_of(record.sha256), card)
            for record, alignment, _ in self._aligned(context)
            if alignment
            for card in make_cards(record, alignment, context)
        )
        context = msgspec.structs.replace(context, decisions=one_node(cards))
        driven: set[tuple[str, str]] = set()
        themes: set[str] = set()
        counted: set[tuple[str, int]] = set()
        for record, alignment, before in self._aligned(context):
            described = describe(record, alignment, context, before)
            if alignment and alignment.shut:
                self.shut[record.sha256] = sorted(alignment.shut)
            driven.update(_drives(described))
            themes.update(theme.notation for theme in record.findings.themes)
            counted.update(_counted(described))
            if index:
                for entry in make_entries(record, alignment, context, described):
                    index(entry)
            yield described
        yield self._agents(context)
        containers = find_containers(cards)
        yield describe_links(link(cards, containers), cards, containers, context, f"{self.iris.base}graph/links")
        yield describe_drives(driven, f"{self.iris.base}graph/drives")
        self.problems += _shared(calendar, {record.sha256: record.path for record in self._records()})
        self.figures = _figures(counted, resolution, len(calendar.documents), len(themes))

    def _shut(self, resolution: Resolution) -> dict[str, frozenset[int]]:
        """By document the items that another document of the meeting closes: what they name is not heard."""
        sittings = (each for record in self._records() if (each := sitting(record, resolution)))
        calendar = make_calendar(sittings, self.iris)
        if all(len(documents) == 1 for documents in calendar.documents.values()):
            return {}
        context = Context(self.iris, resolution, calendar, {}, self._themes, self._profiles)
        aligned = ((record.sha256, alignment) for record, alignment, _ in self._aligned(context))
        return {sha256: alignment.shut for sha256, alignment in aligned if alignment and alignment.shut}

    def resolve(self, shut: Mapping[str, frozenset[int]] = MappingProxyType({})) -> Resolution:
        """The agents behind all names of all documents but in the items that `shut` has by document."""
        hearings: dict[str, Hearing] = {}
        self.problems = []
        for record in self._records():
            open_part = close(record, shut.get(record.sha256, frozenset()))
            hear(open_part, hearings.setdefault(record.authority, Hearing(record.authority)))
            self.problems += record.problems
        forced = self._settings.forced
        self._profiles = {
            name: forced if forced is not None else profile_of(name, self._settings.profiles) for name in hearings
        }
        return resolve(hearings.values(), self._profiles, self._settings.verdicts)

    def _aligned(self, context: Context) -> Iterator[tuple[Record, Alignment | None, Merged | None]]:
        """Each record with its place in its meeting, and the better documents there, as one."""
        shared = {each for docs in context.calendar.documents.values() if len(docs) > 1 for each in docs}
        loads = {record.sha256: load for load in (self._loads if shared else ()) if (record := load()).sha256 in shared}
        for record in self._records():
            meeting = context.calendar.meeting_of.get(record.sha256)
            if meeting is None:
                yield record, None, None
                continue
            documents = context.calendar.documents[meeting]
            others = [record if each == record.sha256 else loads[each]() for each in documents]
            yield together(others, meeting, context)[documents.index(record.sha256)]

    def _agents(self, context: Context) -> Described:
        places = {
            (each.document, each.start, each.end)
            for entity in context.resolution.entities
            for each in entity.reasons
            if each.document
        }
        texts: dict[tuple[str, int, int], str] = {}
        for record in self._records() if places else ():
            for sha, start, end in places:
                if sha == record.sha256:
                    texts[sha, start, end] = record.text[start:end]
        return describe_agents(self._profiles, context, f"{self.iris.base}graph/agents", texts)


def _drives(described: Described) -> set[tuple[str, str]]:
    """What the agents that drive this document's items drive: those items' themes."""
    drivers: dict[str, set[str]] = {}
    themes: dict[str, set[str]] = {}
    for fact in described.facts:
        if "/item/" in fact.subject and isinstance(fact.object, str):
            if fact.predicate in {"sag:proposedBy", "sag:preparedBy", "sag:responsible", "sag:drivenBy"}:
                if "/unit/" in fact.object or "/person/" in fact.object:
                    drivers.setdefault(fact.subject, set()).add(fact.object)
            elif fact.predicate == "sag:theme":
                themes.setdefault(fact.subject, set()).add(fact.object)
    return {
        (agent, theme)
        for item, agents in drivers.items()
        if "/task/" not in item
        for agent in agents
        for theme in themes.get(item, ())
    }


def _counted(described: Described) -> set[tuple[str, int]]:
    """The things of a document that figures count, each by kind and hash of IRI: documents may share them."""
    return {
        (str(fact.object), hash(fact.subject))
        for fact in described.facts
        if fact.predicate == "rdf:type" and fact.object in _COUNTED
    }


def _figures(counted: set[tuple[str, int]], resolution: Resolution, meetings: int, themes: int) -> Figures:
    of = Counter(kind for kind, _ in counted)
    kinds = Counter(entity.kind for entity in resolution.entities)
    return Figures(
        documents=of["sag:Document"], meetings=meetings, items=of["sag:AgendaItem"],
        cases=of["sag:Case"], decisions=of["sag:Decision"],
        centres=kinds["unit"], people=kinds["person"] + kinds["director"], themes=themes, tasks=of["sag:Task"],
    )  # fmt: skip


def _shared(calendar: Calendar, paths: dict[str, str]) -> list[Problem]:
    """A note for every document whose meeting another document leads."""
    shared = [docs for docs in calendar.documents.values() if len(docs) > 1]
    return [Problem(paths[each], 0, "same-meeting", (paths[docs[0]],)) for docs in shared for each in docs[1:]]


__all__ = ["Corpus"]
