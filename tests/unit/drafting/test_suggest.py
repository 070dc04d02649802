"""New themes out of titles that the scheme does not cover."""

from click.testing import CliRunner

from kg.cli.commands import load_command
from kg.drafting.suggest import as_concepts, suggest
from kg.graph.scheme import read_vocabulary
from kg.graph.skos import concepts_turtle
from kg.messages import speaker

TITLES = [
    ("a#1", "Orientering om klitten"),
    ("a#2", "Klitplantning ved Klintevig Strand"),
    ("b#1", "Status på klitter og marehalm"),
    ("b#2", "Marehalmen"),
    ("b#3", "Godkendelse af dagsorden"),
]


def test_words_are_grouped_by_their_stem_and_those_that_say_nothing_left_out():
    first, second = suggest(TITLES)
    assert (first.word, first.items, first.forms) == ("klitten", 3, ("klitplantning", "klitten", "klitter"))
    assert (second.items, second.forms) == (2, ("marehalm", "marehalmen"))
    assert first.examples == (TITLES[0], TITLES[1], TITLES[2])


def test_names_are_no_themes_and_one_item_is_too_few():
    words = {form for group in suggest(TITLES, 1) for form in group.forms}
    assert not words & {"klintevig", "strand", "dagsorden", "status"}
    assert suggest(TITLES[:1]) == []


def test_the_order_makes_no_difference():
    assert suggest(TITLES[::-1]) == suggest(TITLES)


def test_a_build_reads_what_was_proposed(tmp_path):
    path = tmp_path / "mine.ttl"
    path.write_bytes(concepts_turtle(as_concepts(suggest(TITLES))))
    assert ("klitten", "klitplantning", True) in read_vocabulary(str(path)).words.words


def test_the_command_reads_minutes(tmp_path):
    points = "".join(f"Punkt {n}: {title}\n\nBeslutning\n\nGodkendt.\n\n" for n, (_, title) in enumerate(TITLES, 1))
    path = tmp_path / "m.txt"
    path.write_text(f"REFERAT Direktionen d. 08-03-2031\n\n{points}", encoding="utf-8")
    command = load_command("themes", speaker("en"))
    shown = CliRunner().invoke(command, ["suggest", str(path)], standalone_mode=False)
    assert shown.return_value == 0
    assert "klitplantning, klitten, klitter" in shown.output
    turtle = CliRunner().invoke(command, ["suggest", "--turtle", str(path)], standalone_mode=False)
    assert 'skos:prefLabel "klitten"@da' in turtle.output
