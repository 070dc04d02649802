"""Meeting to Findings: what the words of a document say, each finding with its place."""

from operator import attrgetter

from kg.extract.abbreviations import find_abbreviations, find_introductions
from kg.extract.amounts import find_amounts
from kg.extract.bodies import find_bodies
from kg.extract.columns import find_in_columns
from kg.extract.decisions import find_decisions
from kg.extract.groups import find_groups
from kg.extract.known import find_known
from kg.extract.people import find_people, find_posts
from kg.extract.promises import find_bracketed, find_promises
from kg.extract.reading import Reading, reading
from kg.extract.recommendations import find_recommendations, find_subjects, with_proposers
from kg.extract.references import find_references
from kg.extract.reminders import find_reminders
from kg.extract.roles import with_roles
from kg.extract.themes import Scheme, find_themes
from kg.extract.units import find_ordinary_units, find_units
from kg.model.finding import Findings, Mention

__all__ = ["Reading", "Scheme", "extract", "find_introductions", "find_names", "reading"]


def find_names(document: Reading) -> tuple[Mention, ...]:
    """The units and bodies that their nouns and their places give away: what an abbreviation may stand for."""
    return (*find_units(document), *find_ordinary_units(document), *find_bodies(document))


def extract(document: Reading, scheme: Scheme, names: tuple[Mention, ...] | None = None) -> Findings:
    """All that the open items of a document say. `scheme` holds the words of the themes; an empty one gives none.

    `names` are those of `find_names`, where they are known already.
    """
    names = find_names(document) if names is None else names
    reminders = list(find_reminders(document))
    bracketed = list(find_bracketed(document))
    in_tasks = [agent for _, agents in (*reminders, *bracketed) for agent in agents]
    agents = _agents(document, names, in_tasks)
    promises = list(find_promises(document, agents))
    tasks = [task for task, _ in (*reminders, *bracketed)]
    return Findings(
        mentions=tuple(agents),
        recommendations=tuple(find_recommendations(document, agents)),
        decisions=tuple(find_decisions(document, agents)),
        tasks=tuple(sorted([*tasks, *promises], key=attrgetter("item", "start"))),
        amounts=tuple(find_amounts(document)),
        references=tuple(
            find_references(document, [agent for agent in agents if agent.kind in {"body", "abbreviation"}])
        ),
        themes=tuple(find_themes(document, scheme, agents)),
    )


def _agents(document: Reading, names: tuple[Mention, ...], in_tasks: list[Mention]) -> list[Mention]:
    """Every agent named, in order of place; where several rules found the same words, the surest."""
    found = [
        *find_known(document),
        *in_tasks,
        *find_in_columns(document),
        *find_groups(document),
        *(name for name in names if name.kind == "unit"),
        *find_people(document),
        *find_posts(document),
        *(name for name in names if name.kind == "body"),
        *find_abbreviations(document),
    ]
    kept: list[Mention] = []
    ordered = sorted(enumerate(found), key=lambda pair: (pair[1].start, -pair[1].end, pair[0]))
    for _, mention in ordered:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    subjects = list(find_subjects(document, kept))
    return with_proposers(document, with_roles(document, sorted([*kept, *subjects], key=attrgetter("start"))))
