"""`docs/reference.md`, made from the code: `python -m docs.make_reference` writes it.

The commands come from the command line itself, the questions from `kg.queries`, the sentences from `kg.messages`, the
vocabulary from `ontology/`.
A test fails when the file that is kept differs from what this makes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import pyoxigraph as ox

from kg.cli.commands import NAMES, load_command, make_commands
from kg.cli.main import BROKEN, INTERRUPTED
from kg.errors import FINE, WITH_PROBLEMS, WRONG_USE
from kg.graph.prefixes import short_name
from kg.messages import speaker
from kg.messages.problems import PROBLEMS, is_loss
from kg.ontology_files import THEMES, VOCABULARY, ontology_file
from kg.queries.pages import LAYOUTS, Layout
from kg.queries.question import Parameter, shipped_questions

PLACE = Path(__file__).with_name("reference.md")

# CURIE of the property -> its values: the CURIE of an IRI, or the text of a literal with `@da` or `@en` before it
Node = dict[str, list[str]]

_CODES = (
    (FINE, "All went well. Notes about a file do not change that."),
    (WITH_PROBLEMS, "Part of what was given is not in the graph, or a graph or file could not be used."),
    (WRONG_USE, "The command was called wrongly; for `kg validate`, nothing could be checked."),
    (BROKEN, "The fault is the program's. Run the command again with `--debug`, and send us what it writes."),
    (INTERRUPTED, "Stopped with Ctrl-C. The graph is as it was."),
)

_NOTHING_SAID = (None, "false", "0001-01-01", "9999-12-31")  # defaults of parameters that leave nothing out


def reference() -> str:
    """The whole page, as Markdown."""
    made = [_head(), _commands(), _questions(), _exit_codes(), _problems()]
    return "\n".join([*made, *_vocabulary(_read(VOCABULARY)), _themes(_read(THEMES))])


def _head() -> str:
    return """# Reference

This page is made by `python -m docs.make_reference`. Change the code or the ontology, not the page.

[Commands](#commands) · [Questions](#questions) · [Exit codes](#exit-codes) ·
[What may be wrong with a file](#what-may-be-wrong-with-a-file) · [Classes](#classes) · [Properties](#properties) ·
[Outcomes](#outcomes) · [Themes](#themes)
"""


def _commands() -> str:
    group = make_commands(speaker("en"))
    lines = [
        "## Commands",
        "",
        "Each command also has the options of `kg` itself, except `--version`.",
        "",
        "### kg",
        "",
    ]
    lines += _options(group.params)
    common = {option for param in group.params for option in param.opts}
    for name in NAMES:
        command, danish = load_command(name, speaker("en")), load_command(name, speaker("da"))
        context = click.Context(command, info_name=f"kg {name}")
        usage = " ".join(command.collect_usage_pieces(context)[1:])
        lines += ["", f"### kg {name}", "", f"    kg {name} {usage}".rstrip(), ""]
        lines += [str(command.help), "", f"*Dansk: {danish.short_help}*"]
        lines += _options(param for param in command.params if not set(param.opts) & common)
    return "\n".join([*lines, ""])


def _options(params: Iterable[click.Parameter]) -> list[str]:
    options = [param for param in params if isinstance(param, click.Option)]
    rows = ((f"`{_spelled(option)}`", str(option.help)) for option in options)
    return ["", *_table(("option", "what it does"), rows)] if options else []


def _spelled(option: click.Option) -> str:
    """The option with what it takes: `--store FOLDER`."""
    if option.is_flag:
        return option.opts[0]
    choices = "|".join(option.type.choices) if isinstance(option.type, click.Choice) else ""
    return f"{option.opts[0]} {choices or option.metavar or ''}".rstrip()


def _questions() -> str:
    """The pages, and the questions that they are made of."""
    text = (
        "`kg ask NAME` asks a question, with its parameters as options: `kg ask drives --theme schools`. What stands in"
        " brackets may be left out; what stands after `=` holds unless something else is given. The columns are those"
        " of CSV and of Python; those in italics are names in the graph, for programs, and a terminal does not show"
        " them. To each row of a file come `source` (file and line) and `words`. `kg/queries/question.py` says how such"
        " a question is written."
    )
    rows = (
        (
            f"`{name}`",
            f"{each.title.en}<br>*{each.title.da}*",
            " ".join(_taken(parameter) for parameter in each.parameters),
            ", ".join(f"*{column.name}*" if column.kind == "iri" else column.name for column in each.columns),
        )
        for name, each in shipped_questions().items()
    )
    pages = (
        (f"`kg {each.name}`", f"{each.title.en} · *{each.title.da}*", ", ".join(_sections(each))) for each in LAYOUTS
    )
    lines = ["## Questions", "", text, "", *_table(("question", "what it asks", "takes", "columns"), rows), ""]
    lines += ["A page is several questions about one thing, the main one first.", ""]
    return "\n".join([*lines, *_table(("page", "", "its questions"), pages), ""])


def _taken(parameter: Parameter) -> str:
    """A parameter as one gives it: `--case`, `[--body]`, `[--as-of=latest]`."""
    option = f"--{parameter.name.replace('_', '-')}"
    if parameter.required:
        return f"`{option}`"
    return f"`[{option}]`" if parameter.default in _NOTHING_SAID else f"`[{option}={parameter.default}]`"


def _sections(layout: Layout) -> Iterator[str]:
    """The questions of a page; where one is asked only with something given, that stands behind it."""
    for section in layout.sections:
        needs = " or ".join(f"`--{name}`" for name in section.needs)
        yield f"`{section.question}` (with {needs})" if needs else f"`{section.question}`"


def _exit_codes() -> str:
    return "\n".join(["## Exit codes", "", *_table(("code", "meaning"), ((str(a), b) for a, b in _CODES)), ""])


def _problems() -> str:
    text = (
        "`kg build` writes one line for each on standard error: file, line, sentence. A *loss* means that the file or"
        " its meeting is not in the graph; the command then ends with 1. A *note* changes nothing. `{0}` and `{1}` are"
        " filled."
    )
    rows = (
        (f"`{key}`", "loss" if is_loss(key) else "note", english, danish)
        for key, (danish, english) in sorted(PROBLEMS.items())
    )
    table = _table(("key", "", "in English", "in Danish"), rows)
    return "\n".join(["## What may be wrong with a file", "", text, "", *table, ""])


def _read(name: str) -> dict[str, Node]:
    """The nodes of an ontology file by CURIE."""
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for quad in ox.parse(path=str(ontology_file(name)), format=ox.RdfFormat.TURTLE):
        value = quad.object
        said = (
            f"@{value.language}{value.value}" if isinstance(value, ox.Literal) and value.language else str(value.value)
        )
        nodes[short_name(quad.subject.value)][short_name(quad.predicate.value)].append(short_name(said))
    return {name: {key: sorted(values) for key, values in node.items()} for name, node in sorted(nodes.items())}


def _of_kind(nodes: dict[str, Node], *kinds: str) -> Iterator[tuple[str, Node]]:
    return ((name, node) for name, node in nodes.items() if set(kinds) & set(node.get("rdf:type", ())))


def _in(node: Node, language: str, *keys: str) -> str:
    """The first text of `keys` in a language; empty where there is none."""
    marked = (value for key in keys for value in node.get(key, ()) if value.startswith(f"@{language}"))
    return next(marked, "").removeprefix(f"@{language}")


def _names(node: Node, *keys: str) -> str:
    return ", ".join(f"`{value}`" for value in sorted({value for key in keys for value in node.get(key, ())}))


def _vocabulary(nodes: dict[str, Node]) -> Iterator[str]:
    """Classes, properties and outcomes of the vocabulary."""
    yield "## Classes\n"
    yield (
        "The vocabulary is `ontology/sagsgraf.ttl`, with the prefix `sag:` for `https://w3id.org/sagsgraf/ontology#`."
        " *Under* names the super-class or super-property, which the graph writes out. Terms of other vocabularies"
        " (`foaf:Person`, `dcterms:title`, `skos:prefLabel` …) keep their meaning; the head of the file lists them.\n"
    )
    for name, node in _of_kind(nodes, "owl:Class"):
        yield _term(name, node, [("under", _names(node, "rdfs:subClassOf"))])
    yield "## Properties\n"
    for name, node in _of_kind(nodes, "owl:ObjectProperty", "owl:DatatypeProperty"):
        yield _term(
            name,
            node,
            [
                ("of", _names(node, "rdfs:domain", "schema:domainIncludes")),
                ("value", _names(node, "rdfs:range", "schema:rangeIncludes")),
                ("under", _names(node, "rdfs:subPropertyOf")),
                ("inverse", _names(node, "owl:inverseOf")),
            ],
        )
    yield "## Outcomes\n"
    yield "What a decision came to: the `skos:notation` of what `sag:outcome` points to.\n"
    yield _concepts(nodes)


def _term(name: str, node: Node, more: list[tuple[str, str]]) -> str:
    labels = f"{_in(node, 'en', 'rdfs:label')} · *{_in(node, 'da', 'rdfs:label')}*"
    facts = [f"{title} {value}" for title, value in [*more, ("close to", _names(node, "skos:closeMatch"))] if value]
    definition = f"{_in(node, 'en', 'skos:definition')}<br>*{_in(node, 'da', 'skos:definition')}*"
    return "\n".join([f"### {name}", "", labels + (f" — {'; '.join(facts)}" if facts else ""), "", definition, ""])


def _themes(nodes: dict[str, Node]) -> str:
    text = (
        "What an item is about: the `skos:notation` of what `sag:theme` points to. `ontology/themes.ttl` holds them and"
        " the words that signal each. A scheme of your own replaces it: see"
        " [profiles.md](profiles.md#themes-of-your-own)."
    )
    return "\n".join(["## Themes", "", text, "", _concepts(nodes)])


def _concepts(nodes: dict[str, Node]) -> str:
    rows = (
        (
            f"`{node['skos:notation'][0]}`",
            _in(node, "en", "skos:prefLabel"),
            f"*{_in(node, 'da', 'skos:prefLabel')}*",
            f"{_in(node, 'en', 'skos:definition')}<br>*{_in(node, 'da', 'skos:definition')}*",
        )
        for _, node in _of_kind(nodes, "skos:Concept")
    )
    return "\n".join([*_table(("notation", "in English", "in Danish", "meaning"), rows), ""])


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A Markdown table; a `|` inside a cell is escaped."""
    cells = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns), *cells]


if __name__ == "__main__":
    PLACE.write_text(reference(), "utf-8", newline="\n")
