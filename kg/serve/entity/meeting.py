"""The page of a meeting: who was there, what was on the agenda, what was decided and promised."""

from typing import Any

from kg.graph.rows import Iri, Term
from kg.model.fact import Literal
from kg.pictures.items import shortened
from kg.serve.entity.asked import asked
from kg.serve.entity.tasks import promises_of
from kg.serve.pages import Content, Here
from kg.serve.pages.names import Thing
from kg.serve.pages.places import sources_of
from kg.serve.pages.table import Part, long_date, outcome_part, source_part, table_of

_ROLES = ("sag:secretary", "sag:guest", "sag:substitute", "sag:absentee", "sag:attendee")
_PEOPLE = """SELECT ?meeting ?role ?person ?name {
  ?meeting ?role ?person . ?person foaf:name ?name .
  FILTER (?role IN (sag:attendee, sag:secretary, sag:guest, sag:absentee, sag:substitute)) } ORDER BY ?name ?role"""
_MINUTES = """SELECT ?meeting ?document ?file ?kind ?rank {
  ?meeting sag:minutes ?document . ?document sag:fileName ?file ; dcterms:type ?kind .
  LATERAL { OPTIONAL { ?document sag:rank ?rank } } } ORDER BY ?rank ?file"""
_DIFFERENCES = """SELECT ?meeting ?lang ?said ?about ?node {
  ?meeting sag:minutes ?document . ?document sag:problem ?node . ?node sag:differsFrom ?better ; sag:about ?about ;
  rdfs:label ?said . FILTER (LANG(?said) = ?lang)
  LATERAL { OPTIONAL { ?about sag:number ?number } } } ORDER BY ?number ?said ?node"""
_KINDS = ("minutes", "agenda")
_MOST_WORDS = 420


def meeting_page(here: Here, iri: str) -> Content:
    """The page of a meeting, by its IRI."""
    page = asked(here, "meeting", iri)
    thing = here.directory.things[iri]
    body = here.directory.label(thing.of)

    def view() -> dict[str, Any]:
        main = page.main.rows[0] if page.main.rows else None
        mentions = page["meeting-mentions"]
        return {
            "thing": thing,
            "body": Part(body, here.links.of(thing.of)),
            "day": long_date(here, thing.code),
            "start": main.start if main else "",
            "place": main.place if main else "",
            "documents": _documents(here, iri),
            "differences": _differences(here, iri),
            "people": _people(here, iri),
            "agenda": _agenda(here, page["meeting-items"]),
            "tasks": promises_of(here, page["tasks"]),
            "mentions": table_of(here, mentions, ("date", "body", "number", "title")) if mentions.rows else None,
            **_neighbours(here, thing),
        }

    return Content("meeting.html", f"{body} {thing.code}", page, view, (iri,), whole=True, iri=iri)


def _documents(here: Here, iri: str) -> list[tuple[Part, str]]:
    """The documents of the meeting, the best first, each with what it is; of several, which counts."""
    found = here.graph.query(_MINUTES, {"meeting": Iri(iri)}).values()
    made = []
    for _, document, file, kind, rank in found:
        what = [here.say(f"explorer.document.{kind}")] if kind in _KINDS else []
        what += [here.say("explorer.document.counts")] if rank == 1 else []
        made.append((Part(str(file), here.links.of(str(document))), ", ".join(what) if len(found) > 1 else ""))
    return made


def _differences(here: Here, iri: str) -> list[Part]:
    """Where those documents differ, in sentences that lead to the item that each is about."""
    given: dict[str, Term] = {"meeting": Iri(iri), "lang": Literal(here.language)}
    found = here.graph.query(_DIFFERENCES, given).values()
    return [Part(str(said), here.links.of(str(about)) if str(about) != iri else "") for _, _, said, about, _ in found]


def _people(here: Here, iri: str) -> list[tuple[str, list[Part]]]:
    """By role, those who were present first; whoever has a role of their own is not merely present."""
    role_of: dict[str, str] = {}
    names: dict[str, str] = {}
    from kg.graph.prefixes import short_name

    for _, role, person, name in here.graph.query(_PEOPLE, {"meeting": Iri(iri)}).values():
        key, short = str(person), short_name(str(role))
        names[key] = str(name)
        if key not in role_of or _ROLES.index(short) < _ROLES.index(role_of[key]):
            role_of[key] = short
    return [
        (
            here.say(f"explorer.property.{role}"),
            [Part(names[each], here.links.of(each)) for each, has in role_of.items() if has == role],
        )
        for role in ("sag:attendee", "sag:secretary", "sag:guest", "sag:substitute", "sag:absentee")
        if role in role_of.values()
    ]


def _agenda(here: Here, found: Any) -> list[dict[str, Any]]:
    """The items with what was decided; of closed ones number, title, case and page."""
    made = []
    for row, source in zip(found.rows, sources_of(here, found), strict=True):
        case = here.directory.find(row.case, row.item, ("case",)) if row.case else None
        proposers = ((name, here.directory.find(name, row.item)) for name in row.proposers)
        made.append(
            {
                "number": row.label or row.number,
                "below": bool(row.above),
                "title": Part(row.title or "", here.links.of(row.item)),
                "case": Part(row.case, here.links.of(case.iri) if case else "") if row.case else None,
                "closed": row.closed,
                "page": row.page,
                "outcomes": () if row.closed else tuple(outcome_part(here, each) for each in row.outcomes),
                "proposers": [Part(name, here.links.of(thing.iri) if thing else "") for name, thing in proposers],
                "text": "" if row.closed else shortened(row.text or "", _MOST_WORDS),
                "source": source_part(here, source) if source else None,
            }
        )
    return made


def _neighbours(here: Here, thing: Thing) -> dict[str, Part | None]:
    """The meetings of the same body before and after, of those that have minutes."""
    line = [each for each in here.directory.of_kind("meeting") if each.of == thing.of and (each.flag or each is thing)]
    place = line.index(thing)

    def part(at: int) -> Part | None:
        if not 0 <= at < len(line):
            return None
        return Part(long_date(here, line[at].code), here.links.of(line[at].iri))

    return {"before": part(place - 1), "after": part(place + 1)}
