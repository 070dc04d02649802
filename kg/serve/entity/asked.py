"""The ready questions of a page, without those whose answer is bound to be empty: most things have no open loop."""

import msgspec

from kg.graph.rows import Rows
from kg.queries.answer import Page
from kg.queries.ask import answer_of
from kg.queries.pages import layout_of, page
from kg.queries.question import shipped_question
from kg.serve.pages import Here

_NONE = Rows((), ())
_TASKS = "SELECT DISTINCT ?x { ?task sag:responsible ?x . ?item sag:task ?task }"
_DRIVES = "SELECT DISTINCT ?x { ?item sag:drivenBy ?x ; sag:theme ?theme }"
_LEFT_OPEN = """?decision sag:outcome ?came .
  FILTER (?came IN (sag:outcome-postponed, sag:outcome-returned, sag:outcome-referred))"""
# the things of which a question has an answer
_HAS = {
    ("case", "loops"): f"SELECT DISTINCT ?x {{ ?item sag:case ?x ; sag:decision ?decision . {_LEFT_OPEN} }}",
    ("case", "tasks"): "SELECT DISTINCT ?x { ?item sag:case ?x ; sag:task ?task }",
    ("case", "case-related"): "SELECT DISTINCT ?x { ?item sag:case ?x ; sag:relatedTo ?other }",
    ("meeting", "tasks"): "SELECT DISTINCT ?x { ?item sag:meeting ?x ; sag:task ?task }",
    ("meeting", "meeting-mentions"): "SELECT DISTINCT ?x { ?item sag:refersTo ?x }",
    ("unit", "tasks"): _TASKS,
    ("person", "tasks"): _TASKS,
    ("unit", "drives"): _DRIVES,
    ("person", "drives"): _DRIVES,
    ("unit", "loops"): f"SELECT DISTINCT ?x {{ ?item sag:drivenBy ?x ; sag:decision ?decision . {_LEFT_OPEN} }}",
}


def asked(here: Here, name: str, iri: str) -> Page:
    """The page `name` about a thing: all its answers, those that nothing can be in empty and not asked for."""
    whole = layout_of(name)
    wanted = [each for each in whole.sections if _may_have(here, name, each.question, iri)]
    found = page(here.graph, msgspec.structs.replace(whole, sections=tuple(wanted)), {name: iri}, here.language)
    answers = {each.name: each for each in found.answers}
    every = (
        answers[each.question]
        if each.question in answers
        else answer_of(shipped_question(each.question), _NONE, here.language)
        for each in whole.sections
    )
    return msgspec.structs.replace(found, answers=tuple(every))


def _may_have(here: Here, name: str, question: str, iri: str) -> bool:
    """Whether the thing is among those that have what the question asks for; they are read once for each graph."""
    query = _HAS.get((name, question))
    if query is None:
        return True
    kept: frozenset[str] | None = here.graph.kept.get(query)
    if kept is None:
        kept = here.graph.kept[query] = frozenset(str(each) for (each,) in here.graph.query(query).values())
    return iri in kept
