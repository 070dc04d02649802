"""Pages: several questions about one thing, or one question with what belongs to it."""

from collections.abc import Mapping

import msgspec

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.rows import Iri, Term
from kg.model.fact import Literal
from kg.model.said import Said
from kg.queries.answer import Answer, Page
from kg.queries.ask import ask
from kg.queries.names import look_up
from kg.queries.question import Parameter, shipped_question
from kg.queries.values import Given


class Section(msgspec.Struct, frozen=True):
    """One question of a page: `as_` is what it calls the thing that the page is about, `always` what it is given in any
    case; with `needs`, it is only asked where one of these is given.
    """

    question: str
    as_: str = ""
    always: tuple[tuple[str, str], ...] = ()
    needs: tuple[str, ...] = ()


class Layout(msgspec.Struct, frozen=True):
    """A page: what it is about (a parameter of that name and kind, or nothing), and its questions, the main first."""

    name: str
    title: Said
    sections: tuple[Section, ...]
    about: str = ""

    def parameters(self) -> tuple[Parameter, ...]:
        """What the page takes: all that its questions take, once each, the thing that it is about first."""
        found: dict[str, Parameter] = {}
        for section in self.sections:
            for each in shipped_question(section.question).parameters:
                if each.name == section.as_:
                    found[self.about] = Parameter(self.about, self.about, each.label)
                elif each.name not in dict(section.always):
                    found.setdefault(each.name, each)
        first = [found.pop(self.about)] if self.about in found else []
        return (*first, *found.values())


_OPEN = (("open", "true"),)
_BRIEF = (("brief", "true"),)  # what is more is one question away: kg ask agent-items
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "case",
        Said("Sag", "Case"),
        (Section("case", "case"), Section("loops", "case"), Section("tasks", "case"), Section("case-related", "case")),
        "case",
    ),
    Layout("loops", Said("Åbne løkker", "Open loops"), (Section("loops"), Section("loops-closed"))),
    Layout("tasks", Said("Løfter", "Promises"), (Section("tasks"),)),
    Layout(
        "drives",
        Said("Hvem driver hvad", "Who drives what"),
        (Section("drives"), Section("drives-items", needs=("unit", "theme"))),
    ),
    Layout(
        "unit",
        Said("Enhed", "Centre"),
        (
            Section("agent-names", "agent"),
            Section("drives", "unit"),
            Section("loops", "unit"),
            Section("tasks", "unit", _OPEN),
            Section("agent-items", "agent", _BRIEF),
        ),
        "unit",
    ),
    Layout(
        "person",
        Said("Person", "Person"),
        (
            Section("agent-names", "agent"),
            Section("person-meetings", "person"),
            Section("drives", "unit"),
            Section("tasks", "unit", _OPEN),
            Section("agent-items", "agent", _BRIEF),
            Section("agent-with", "agent"),
        ),
        "person",
    ),
    Layout(
        "theme",
        Said("Emne", "Theme"),
        (Section("theme-items", "theme", _BRIEF), Section("drives", "theme"), Section("loops", "theme")),
        "theme",
    ),
    Layout(
        "body",
        Said("Organ", "Body"),
        (
            Section("body-meetings", "body", _BRIEF),
            Section("body-themes", "body"),
            Section("body-people", "body"),
            Section("loops", "body"),
            Section("agent-names", "agent"),
        ),
        "body",
    ),
    Layout(
        "meeting",
        Said("Møde", "Meeting"),
        (
            Section("meeting", "meeting"),
            Section("meeting-items", "meeting"),
            Section("tasks", "meeting"),
            Section("meeting-mentions", "meeting"),
        ),
        "meeting",
    ),
    Layout("find", Said("Søgning", "Search"), (Section("find"),)),
    Layout(
        "gaps",
        Said("Huller og mærkværdigheder", "Gaps and oddities"),
        (
            Section("gaps-documents"),
            Section("gaps-sources"),
            Section("gaps-decisions"),
            Section("gaps-cases"),
            Section("gaps-meetings"),
            Section("gaps-containers"),
        ),
    ),
)
_LABEL = {
    "case": "SELECT ?x ?label { ?x sag:caseNumber ?label }",
    "meeting": """SELECT ?x ?label { ?x dcterms:date ?date ; sag:body/skos:prefLabel ?body .
        BIND (CONCAT(?body, " ", STR(?date)) AS ?label) }""",
    "theme": "SELECT ?x ?label ?lang { ?x skos:prefLabel ?label . FILTER (LANG(?label) = ?lang) }",
}
_NAME = "SELECT ?x ?label { ?x skos:prefLabel|foaf:name ?label } ORDER BY ?label"


def layout_of(name: str) -> Layout:
    """The layout of a page. Raises `KeyError` for an unknown name."""
    return {each.name: each for each in LAYOUTS}[name]


def page(graph: Graph, layout: Layout, given: Mapping[str, Given | None], language: str = "en") -> Page:
    """Every question of a page, each with those of the parameters that it takes. Raises `UsageError` as `ask` does."""
    wanted = {name: value for name, value in given.items() if value is not None}
    _check(layout, wanted)
    title = layout.title
    if layout.about and layout.about in wanted:
        authority = str(wanted.get("authority") or "")
        authority = look_up(graph, "authority", authority) if authority else ""
        iri = look_up(graph, layout.about, str(wanted[layout.about]).strip(), authority)
        wanted[layout.about] = iri
        name = _label(graph, layout.about, iri, language)
        title = Said(f"{title.da} {name}", f"{title.en} {name}")
    answers = [
        _answer(graph, layout, section, wanted, language)
        for section in layout.sections
        if not section.needs or any(name in wanted for name in section.needs)
    ]
    return Page(layout.name, title, tuple(answers))


def _check(layout: Layout, wanted: Mapping[str, Given]) -> None:
    known = [each.name for each in layout.parameters()]
    for name in sorted(set(wanted) - set(known)):
        raise UsageError(
            f"The page {layout.name} takes no {name}; it takes: {', '.join(known)}.",
            f"Siden {layout.name} tager ikke {name}; den tager: {', '.join(known)}.",
        )


def _answer(graph: Graph, layout: Layout, section: Section, wanted: dict[str, Given], language: str) -> Answer:
    question = shipped_question(section.question)
    taken: dict[str, Given] = {each.name: wanted[each.name] for each in question.parameters if each.name in wanted}
    if section.as_ and layout.about in wanted:
        taken[section.as_] = wanted[layout.about]
    return ask(graph, question, {**taken, **dict(section.always)}, language)


def _label(graph: Graph, kind: str, iri: str, language: str) -> str:
    terms: dict[str, Term] = {"x": Iri(iri)}
    if kind == "theme":
        terms["lang"] = Literal(language)
    rows = graph.query(_LABEL.get(kind, _NAME), terms).values()
    return str(rows[0][1]) if rows else iri
