"""A profile drafted from documents, and what is odd about one."""

import pytest

from kg.drafting.check import conflicts, unused
from kg.drafting.gather import gather, understand_all
from kg.drafting.profile import draft_profile
from kg.inputs import find_inputs
from kg.messages import speaker
from kg.profiles.load import read_profile

MINUTES = """Klintevig Kommune

REFERAT Direktionen d. {day}-03-2031

Deltagere: Ada Holm, Bo Lind

Punkt 1: Nyt

KV 31 {day}4

Sagsfremstilling

Vej- og Parkcentret (VPC) har udarbejdet et notat. Vej- og Parkcentret indstiller det. Borgmesteren deltog.
Borgmester {mayor} orienterede. Borgerlisten Klint (K) var imod, og Eva Krogh (Q) var for.

Nyt siden sidst

Intet.

Beslutning i Direktionen den {day}-03-2031

Godkendt.
"""


@pytest.fixture
def folder(tmp_path):
    for day, mayor in ((11, "Ada Holm"), (12, "Ada Holm"), (13, "Bo Lind"), (14, "Bo Lind")):
        (tmp_path / f"m{day}.txt").write_text(MINUTES.format(day=day, mayor=mayor), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_draft_is_a_profile_of_what_the_documents_say(folder, language):
    inputs, _ = find_inputs([str(folder)])
    text = draft_profile(gather(inputs), speaker(language))
    profile = read_profile(text.encode(), "draft.toml")
    assert profile.authority
    assert profile.authority.name == "Klintevig Kommune"
    assert {(unit.name, unit.aliases) for unit in profile.units} >= {("Vej- og Parkcentret", ("VPC",))}
    assert "Direktionen" in {body.name for body in profile.bodies}
    assert ("K", "Borgerlisten Klint") in {(party.letter, party.name) for party in profile.parties}
    # two held one post: each has the days on which the documents show them
    posts = {person.name: person.posts for person in profile.people}
    assert [(post.title, post.since, post.until) for post in posts["Ada Holm"]] == [
        ("Borgmesteren", "2031-03-11", "2031-03-12")
    ]
    assert conflicts(profile, text) == []
    # what is doubtful is a comment
    assert "# case_numbers = ['KV\\ \\d{2}\\ \\d{3}']" in text
    assert '# background = ["nyt siden sidst"]' in text
    assert '# letter = "Q"' in text


def test_the_order_of_the_files_makes_no_difference(folder):
    inputs, _ = find_inputs([str(folder)])
    say = speaker("en")
    assert draft_profile(gather(inputs), say) == draft_profile(gather(inputs[::-1]), say)


def test_other_authorities_and_broken_files_are_said(folder):
    (folder / "odense-1.txt").write_text("Referat fra Odense Kommune\n", encoding="utf-8")
    (folder / "tom.txt").write_bytes(b"")
    inputs, _ = find_inputs([str(folder)])
    text = draft_profile(gather(inputs), speaker("en"))
    assert "# Not included: 1 documents of Odense Kommune" in text
    assert "# tom.txt: " in text


CHECKED = """
case_numbers = ['XX-\\d+']

[authority]
name = "Klintevig Kommune"
signals = ["KVK", "Klintevig"]

[[units]]
name = "Vej- og Parkcentret"
aliases = ["VPC", "VOP"]
to = "2030"

[[units]]
name = "Vejcentret"
aliases = ["VC"]

[captions]
background = ["nyt siden sidst", "aldrig set"]
"""


def test_what_no_document_uses_is_said_with_its_line(folder):
    records = [record for _, record in understand_all(find_inputs([str(folder)])[0])[0]]
    profile = read_profile(CHECKED.encode(), "k.toml")
    assert [(each.line, each.key, each.values[0]) for each in unused(profile, CHECKED, records)] == [
        (2, "unused-number", "XX-\\d+"),
        (6, "unused-signal", "KVK"),
        # VPC stands in the documents, but they are of another time
        (9, "unused-name", "VOP"),
        (9, "unused-name", "VPC"),
        (14, "unused-name", "VC"),
        (14, "unused-name", "Vejcentret"),
        (18, "unused-caption", "aldrig set"),
    ]


EACH_IN_TIME = """
[[units]]
name = "A"
aliases = ["X"]
to = "2013"
[[units]]
name = "B"
aliases = ["X"]
from = "2014"
"""
HELD_TWICE = """
[[people]]
name = "A"
posts = [{title = "Formanden", from = "2010", to = "2012"}]
[[people]]
name = "B"
posts = [{title = "Formanden", from = "2012"}]
"""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('[[units]]\nname = "A"\naliases = ["X"]\n[[units]]\nname = "B"\naliases = ["X"]', ["shared-name"]),
        # each in its own time is no conflict
        (EACH_IN_TIME, []),
        ('[[units]]\nname = "A"\n[[units]]\nname = "A"', ["same-name"]),
        ('[[units]]\nname = "A"\nto = "2013"\n[[units]]\nname = "A"\nfrom = "2014"', []),
        ('[[units]]\nname = "A"\nto = "2013"\nrenamed = "B"', ["unknown-successor"]),
        ('[[units]]\nname = "A"\nrenamed = "B"\n[[units]]\nname = "B"', ["no-day"]),
        (
            '[[units]]\nname = "A"\nto = "2013"\nrenamed = "B"\n[[units]]\nname = "B"\nto = "2014"\nmerged_into = "A"',
            ["circle", "circle"],
        ),
        (
            '[[bodies]]\nname = "A"\nto = "2013"\nrenamed = "B"\nmerged_into = "B"\n[[bodies]]\nname = "B"',
            ["both-became"],
        ),
        ('[[parties]]\nletter = "Q"\nname = "A"\n[[parties]]\nletter = "Q"\nname = "B"', ["party-twice"]),
        ('[[people]]\nname = "Ada Holm"\nparty = "Q"', ["unknown-party"]),
        ('[captions]\nbaground = ["resume"]', ["unknown-kind"]),
        ('[captions]\nbackground = ["Resume"]', ["large-letters"]),
        ('[captions]\nbackground = ["nyt"]\neconomy = ["nyt"]', ["two-kinds"]),
        (HELD_TWICE, ["shared-name"]),
    ],
)
def test_what_contradicts_itself(text, keys):
    found = conflicts(read_profile(text.encode(), "k.toml"), text)
    assert [each.key for each in found] == keys
    for language in ("da", "en"):
        assert all(speaker(language)(f"check.{each.key}", *each.values).endswith(".") for each in found)
    assert all(each.line for each in found)
