"""Asking: what was given becomes terms, the question is put to the graph, the rows come back typed."""

import re
from collections.abc import Mapping

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.rows import Iri, Rows, Term, plain
from kg.model.fact import Literal
from kg.model.said import Said
from kg.queries.answer import Answer, row_type
from kg.queries.question import Column, Parameter, Question
from kg.queries.values import Given, cell, term_of

_SOME = Said("Intet punkt har alle ordene; disse har nogle af dem.", "No item has all the words; these have some.")


def ask(graph: Graph, question: Question, given: Mapping[str, Given | None], language: str = "en") -> Answer:
    """The answer to a question with these parameters; None is as good as not given.

    `language` (`da` or `en`) is that of the labels of themes and outcomes. Raises `UsageError` for a parameter that the
    question does not take, that is missing, or that cannot be read.
    """
    terms = bindings(graph, question, given)
    text = question.sparql(frozenset(terms))
    variables = {each.variable: terms[each.name] for each in question.parameters if each.name in terms}
    found, every = run(graph, question, text, {**variables, "lang": Literal(language)})
    return answer_of(question, found, language, _supposed(question, given, terms) if every else _SOME)


def bindings(graph: Graph, question: Question, given: Mapping[str, Given | None]) -> dict[str, Term]:
    """The terms of a question's parameters, those that were left out by their defaults."""
    wanted = {name: value for name, value in given.items() if value is not None}
    unknown = sorted(set(wanted) - {each.name for each in question.parameters})
    if unknown:
        raise _not_taken(question, unknown[0])
    terms: dict[str, Term] = {}
    authority = ""
    for each in sorted(question.parameters, key=lambda one: one.kind != "authority"):
        value = wanted.get(each.name, each.default)
        if value is not None:
            terms[each.name] = term_of(graph, each, value, authority)
            authority = str(plain(terms[each.name])) if each.kind == "authority" else authority
        elif each.required:
            raise _missing(question, each)
    return terms


def run(graph: Graph, question: Question, text: str, terms: dict[str, Term]) -> tuple[Rows, bool]:
    """The rows of a question's text, and for a search whether they have every word. A user's own question runs in a
    process that can be stopped.
    """
    taken = {name: term for name, term in terms.items() if re.search(rf"\?{name}\b", text)}
    words = next((each for each in question.parameters if each.kind == "words"), None)
    if words is not None:
        from kg.queries.found import found

        rows, every = found(graph, str(plain(terms[words.name])), terms)
        given = {name: term for name, term in taken.items() if name not in rows.columns}
        return graph.query(text, given, rows) if rows.rows else Rows(rows.columns, ()), every
    if question.shipped:
        return graph.query(text, taken), True
    from kg.graph import sparql

    return sparql.rows(graph.path, text, taken), True


def answer_of(question: Question, found: Rows, language: str, note: Said = Said("", "")) -> Answer:  # noqa: B008 - frozen
    """Rows as the question's columns say; a question that declares none gets those of its SELECT."""
    columns = question.columns or tuple(Column(name, "text", Said(name, name)) for name in found.columns)
    places = {name: place for place, name in enumerate(found.columns)}
    make = row_type(question.name, columns)
    rows, nodes = [], []
    for row in found:
        terms = {column.name: row[places[column.name]] if column.name in places else None for column in columns}
        rows.append(make(*(cell(column.kind, terms[column.name]) for column in columns)))
        named = (terms.get(name) for name in question.evidence)
        nodes.append(tuple(each.value for each in named if isinstance(each, Iri)))
    return Answer(
        question.name,
        question.title,
        columns,
        tuple(rows),
        tuple(nodes),
        language,
        note,
        question.head,
        question.shown,
        question.pivot,
    )


def _supposed(question: Question, given: Mapping[str, Given | None], terms: dict[str, Term]) -> Said:
    """The day that `latest` was, where the question went by it."""
    for each in question.parameters:
        if each.default == "latest" and given.get(each.name) in (None, "latest"):
            day = plain(terms[each.name])
            return Said(f"Pr. {day}, det nyeste møde i grafen.", f"As of {day}, the newest meeting in the graph.")
    return Said("", "")


def _not_taken(question: Question, name: str) -> UsageError:
    known = ", ".join(each.name for each in question.parameters) or "–"
    return UsageError(
        f"The question {question.name} takes no {name}; it takes: {known}.",
        f"Spørgsmålet {question.name} tager ikke {name}; det tager: {known}.",
    )


def _missing(question: Question, parameter: Parameter) -> UsageError:
    return UsageError(
        f"The question {question.name} needs --{parameter.name} ({parameter.label.en}); such as: {question.example}",
        f"Spørgsmålet {question.name} skal have --{parameter.name} ({parameter.label.da}); fx: {question.example}",
    )
