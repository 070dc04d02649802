"""Invented minutes: the same for everyone, as long as asked for, true to their gold, and of nobody real."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.decisions import PATHS
from benchmarks.draft import Gold
from benchmarks.generator import Generated, document, generate, save
from benchmarks.words import PLACE_BEFORE
from benchmarks.world import SITTINGS, municipality, place_names, slug

# the first eight digits of the SHA-256 of each real municipality's name, so that the names themselves stay out of here
REAL = """
    08d9bd23 0a86c40b 10e32a89 130fe4ee 19a9da42 1b653a39 1ba79ce9 1f2f85c1 1f4f0aaf 2464a99a 254bf779
    25b6fa87 2982c70f 299ff81a 2aac42f5 323afb59 3247ac02 33d73e23 33ef8160 34bec79f 3f0709a3 40027914
    41f50f2b 425bc96c 4265559c 44142114 476b8777 4a74d1ce 4ab21932 4b7d630c 4c03136a 4e359e99 4f85b265
    52c8655f 5d407fff 60a5bc4e 631d9afb 632f8443 6428ca23 647c58cf 67fe88a5 6dc3d802 6edd52f5 6f22d379
    74047bf6 756d037c 75930a7c 7651d16c 774c6e01 7b92758a 7d379724 7e35ea71 8566dd89 8cb24a70 8dc7f30f
    924136f0 92737e11 98ce8bb9 9cbc9a30 a20bb433 a3e3bb81 a42b1fd6 a77e80df a8cc4922 a9291c66 aad8507a
    ab88cff1 abaef053 ac47ff49 adde74b4 aeb802ab aebf2ee3 b16161c6 b6a98b50 b8515807 b8b7666d bccbf575
    c265df88 c2d3ea05 c4458e86 c4592034 c58c4165 c9f3ede7 cc10afca ccf0f9b0 ceee3d6b cf026341 d0978af4
    d4441c30 dc02435a dd769dd4 dec39bbf e38ff862 e462f016 e9a776dc eb74db25 ee0126dd ef276968 efc458b3
    fa03408e fa503493 fc2522d9 fdd5906c
"""
OUTCOMES = {
    *("approved", "noted", "discussed", "recommended", "referred"),
    *("returned", "postponed", "rejected", "withdrawn", "decided"),
}


@pytest.fixture(scope="module")
def made() -> list[Generated]:
    """All the documents of the first municipality, and some of the second."""
    return list(generate(SITTINGS + 30, seed=7, size=6_000))


def _items(made: list[Generated]) -> list[tuple[str, Gold]]:
    return [(one.text, item) for one in made for item in one.gold["items"]]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(generate(12, seed=3)) == list(generate(12, seed=3))


def test_another_seed_gives_other_documents() -> None:
    assert all(a.text != b.text for a, b in zip(generate(12, seed=3), generate(12, seed=4), strict=True))


def test_a_document_does_not_depend_on_how_many_there_are() -> None:
    assert list(generate(40, seed=1))[:9] == list(generate(9, seed=1))
    assert document(1, 8) == list(generate(9, seed=1))[8]


def test_the_hash_seed_changes_nothing() -> None:
    code = "import hashlib; from benchmarks.generator import generate as g; import msgspec; "
    code += "print(hashlib.sha256(msgspec.json.encode(list(g(20, 5)))).hexdigest())"
    root = Path(__file__).parents[3]
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("0", "1", "4711")
    }
    assert len(prints) == 1


@pytest.mark.parametrize("size", [8_000, 15_000, 60_000])
def test_documents_are_as_long_as_asked_for_on_average(size: int) -> None:
    lengths = [len(one.text.encode()) for one in generate(120, size=size)]
    assert 0.93 * size < sum(lengths) / len(lengths) < 1.07 * size
    assert 0.5 * size < min(lengths)
    assert max(lengths) < 1.5 * size


def test_file_names_are_all_different_and_plain(made: list[Generated]) -> None:
    assert len({one.name for one in made}) == len(made)
    assert all(re.fullmatch(r"[a-z-]+-\d{4}-\d\d-\d\d\.txt", one.name) for one in made)
    assert all(one.gold["document"] == one.name for one in made)


def test_the_meeting_is_in_the_text(made: list[Generated]) -> None:
    for one in made:
        text, meeting = _folded(one.text), one.gold["meeting"]
        year, month, day = meeting["date"].split("-")
        assert f"REFERAT {meeting['body'][0]} d. {day}-{month}-{year}" in text
        assert f"kl. {meeting['time']}" in text
        assert meeting["place"] in text
        assert all(person["name"][0] in text for person in meeting["attendees"])


def test_items_are_numbered_and_headed_as_the_gold_says(made: list[Generated]) -> None:
    for one in made:
        points = [(int(n), title) for n, title in re.findall(r"Punkt (\d+): ([^\r\n*]+)", one.text)]
        items = one.gold["items"]
        assert [n for n, _ in points] == [item["number"] for item in items] == list(range(1, len(items) + 1))
        assert all(title in item["titles"] for (_, title), item in zip(points, items, strict=True))


def test_titles_pages_and_case_numbers_are_in_the_text(made: list[Generated]) -> None:
    for text, item in _items(made):
        assert all(title in text for title in item["titles"])
        assert re.search(rf"{re.escape(item['titles'][0])}\.{{5}}[\t |]+{item['page']}\b", text)
        assert re.search(rf"^{re.escape(item['case'])}\r?$", text, re.MULTILINE)


def test_decisions_are_in_the_text_under_their_body_and_date(made: list[Generated]) -> None:
    for text, item in _items(made):
        for decision in item["decisions"]:
            year, month, day = decision["date"].split("-")
            caption = rf"beslutning (i )?{decision['body'][0]} den {day}-{month}-{year}"
            assert re.search(caption, text, re.IGNORECASE)
            assert all(words in text for words in decision["text_has"])
            assert decision["min_parts"] in (0, len(decision["text_has"]))


def test_sums_are_in_the_text_and_worth_what_the_gold_says(made: list[Generated]) -> None:
    sums = [(text, *pair) for text, i in _items(made) for pair in zip(i["amounts"], i["amounts_written"], strict=True)]
    assert sums
    for text, value, written in sums:
        assert written in text
        figure = float(re.sub(r"[^\d,]", "", written.split(" ")[0]).replace(",", "."))
        factor = 1_000_000 if "mio." in written else 1_000 if " t. " in written else 1
        assert value == pytest.approx(figure * factor)


def test_agents_attachments_and_tasks_are_in_the_text_by_one_of_their_names(made: list[Generated]) -> None:
    for text, item in _items(made):
        agents = item["units"]["required"] + item["persons"]["required"] + item["attachments"]
        agents += [names for decision in item["decisions"] for names in decision["referred_to"]]
        agents += [task["subjects"] for task in item["tasks"]]
        assert all(any(name in text for name in names) for names in agents)
        assert all(all(word in text for word in task["words"]) for task in item["followups"])
        assert all(unit in item["units"]["required"] for unit in item["drivers"] + item["proposers"])


def test_closed_items_say_only_their_case(made: list[Generated]) -> None:
    closed = [(one, item) for one in made for item in one.gold["items"] if item["closed"]]
    assert closed
    for one, item in closed:
        body = re.split(r"#* ?\**Punkt \d+: [^\r\n]+", one.text)[item["number"]]
        assert body.strip() == item["case"]


def test_treatments_of_a_case_name_each_other(made: list[Generated]) -> None:
    items = {(one.name, item["number"]): item for one in made[:SITTINGS] for item in one.gold["items"]}
    later = {at: item for at, item in items.items() if item["previous"]}
    assert later
    for at, item in later.items():
        earlier = items[tuple(item["previous"])]
        assert tuple(earlier["next"]) == at
        assert earlier["case"] == item["case"]


def test_postponed_cases_return_or_never_do(made: list[Generated]) -> None:
    deferred = [i for _, i in _items(made) for d in i["decisions"][:1] if "postponed" in d["outcomes"]["required"]]
    assert {bool(item["next"]) for item in deferred} == {True, False}


def test_a_container_number_holds_the_routine_items_of_many_meetings(made: list[Generated]) -> None:
    routine: dict[str, set[str]] = {}
    for one in made[:SITTINGS]:
        for item in one.gold["items"]:
            routine.setdefault(item["case"], set()).add(re.sub(r"[\d-]+$", "", item["titles"][0]).strip())
    assert any({"Økonomiopfølgning", "Øvrige sager", "Huskeliste", "Lukket"} <= titles for titles in routine.values())


def test_every_outcome_occurs(made: list[Generated]) -> None:
    found = {o for _, i in _items(made) for d in i["decisions"] for o in d["outcomes"]["required"]}
    assert found >= OUTCOMES
    assert all(outcomes for _, outcomes in PATHS)


@pytest.mark.parametrize(
    "mark",
    [
        "### **Beslutning ",
        "BESLUTNING ",
        "Beslutning i ",
        "|---|",
        "Forventet tidspunkt\tSag/emne",
        "Sag/emne\tForv. tidspunkt",
        "(sekretær)",
        "**Afbud**",
        "\u00c3",
        "\r\n",
    ],
)
def test_the_variety_of_real_minutes_occurs(made: list[Generated], mark: str) -> None:
    assert any(mark in one.text for one in made)


def test_abbreviations_are_introduced_in_some_documents_only(made: list[Generated]) -> None:
    short = [c for c in municipality(7, 0).centres if c.short]
    for centre in short:
        introduced = [f"{centre.name} ({centre.short})" in one.text for one in made[:SITTINGS]]
        assert any(introduced)
        assert not all(introduced)


def test_every_municipality_has_a_name_of_its_own() -> None:
    names = [municipality(0, i).name for i in range(0, 3_000, 97)]
    assert len(set(names)) == len(names)
    assert municipality(0, len(place_names())).name.startswith(PLACE_BEFORE)


def test_no_municipality_is_real(made: list[Generated]) -> None:
    words = {word for one in made for word in re.findall(r"[A-ZÆØÅ][\w-]+", one.text)}
    known = {word for name in (*place_names(), *words) for word in (name, name.removesuffix("s"))}
    assert not [name for name in known if hashlib.sha256(name.casefold().encode()).hexdigest()[:8] in REAL]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Direktionen", "direktionen"),
        ("Børne- og Skoleudvalget", "boerne-og-skoleudvalget"),
        ("Nørre Egå", "noerre-egaa"),
    ],
)
def test_slugs_are_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_save_writes_the_bytes_and_the_gold(tmp_path: Path) -> None:
    count = save(generate(3, seed=2), tmp_path / "minutes", tmp_path / "gold")
    assert count == 3
    for one in generate(3, seed=2):
        assert (tmp_path / "minutes" / one.name).read_bytes() == one.text.encode()
        assert json.loads((tmp_path / "gold" / one.name).with_suffix(".json").read_text("utf-8")) == one.gold
