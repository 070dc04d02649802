"""What is found by which words, and in which order. All texts are invented."""

from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.model.entry import Entry
from kg.search import Filters, Found, find, write_index

ANYTHING = st.text(st.characters(), max_size=60) | st.text('"\\[](){}*?~^:+-/!&|<>„“ \n\0a1æ', max_size=60)


def entry(text: str = "", title: str = "Emne", item: str = "item/1", **more) -> Entry:
    """An item of which only what matters is given."""
    plain = {"document": f"document/{item}", "start": 0, "date": "2024-03-12", "authority": "a", "body": "b"}
    return Entry(item=item, text=text, title=title, number=1, **{**plain, **more})


def written(folder: Path, entries: Iterable[Entry]) -> Path:
    with write_index(folder) as add:
        for each in entries:
            add(each)
    return folder


@pytest.fixture
def ask(tmp_path: Path) -> Callable[..., Found]:
    """`ask(words, entry, …)` makes an index of texts or entries and asks it."""
    asked = 0

    def ask(words: str, *entries: Entry | str, limit: int = 20, **filters) -> Found:
        nonlocal asked
        asked += 1
        named = [entry(each, item=f"item/{n}") if isinstance(each, str) else each for n, each in enumerate(entries, 1)]
        return find(written(tmp_path / str(asked), named), words, limit=limit, filters=Filters(**filters))

    return ask


def items(found) -> list[str]:
    return [hit.item.removeprefix("item/") for hit in found.hits]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("kørsel", "Kørslen er blevet dyr."),
        ("kørslen", "Der er for meget kørsel."),
        ("svømmehal", "Svømmehallen lukker."),
        ("svømmehallen", "En ny svømmehal."),
        ("beslutningen", "Der er ingen beslutning."),
        ("BESLUTNING", "beslutningerne"),
        ("ældre", "Ældreområdet og de ældre."),
        ("råd", "Ra\u030ad og nævn."),
        ("ra\u030ad", "Råd og nævn."),
        ("støj skole", "Skolen klager over støjen."),
        # a longer word that begins with it
        ("svømmehal", "Et svømmehalsprojekt."),
        ("svømmehallen", "Et svømmehalsprojekt."),
        ("skole", "Skolereformen."),
        # side by side
        ('"nye skoler"', "De nye skoler bygges."),
        ('"nye skoler" støj', "Støj ved de nye skoler."),
        ('"nye skoler', "Skoler, nye."),  # a mark without its second counts for nothing
        # a case by its number
        ("22/10457", "Se sag 22/10457."),
        ("(22/10457)", "Se sag 22/10457."),
        ("22-10457", "Se sag 22/10457."),
        # words that every text has do not stand in the way
        ("hvad blev der sagt om støjen?", "Støj blev nævnt, intet sagt."),
        ("og i", "Hus og have i byen."),
    ],
)
def test_words_find_a_text(ask, words, text):
    found = ask(words, text, "Noget helt andet.")
    assert items(found) == ["1"]
    assert found.every


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("født", "Fodt."),
        ("skole", "Skoldning."),
        ("projekt", "Et svømmehalsprojekt."),
        ("plan", "Planteskolen."),  # too short to look for longer words
        ("kommunen støj", ""),
        ("", "Noget."),
        ("?! … ()", "Noget?! …"),
        ("22/10457", "Se sag 22/10458."),
        ("2/10457", "Se sag 22/10457."),
    ],
)
def test_words_that_do_not(ask, words, text):
    assert ask(words, text).hits == ()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("støj skole", "Skolen."),
        ("støj 22/10457", "Se sag 22/10457."),
        ('"nye skoler"', "Skoler, nye."),
        ("sag 22/10457", "Sagen."),
    ],
)
def test_where_nothing_has_all_words_some_do_and_it_is_said(ask, words, text):
    found = ask(words, text, "Noget helt andet.")
    assert items(found) == ["1"]
    assert not found.every


def test_what_has_all_words_hides_what_has_some(ask):
    assert items(ask("støj skole", "Skolen.", "Støj ved skolen.", "Støj.")) == ["2"]


def test_words_may_stand_in_different_places_of_an_item(ask):
    found = ask("støj udsat hal", entry("Støjen er målt.", "Hallen", decision="Sagen blev udsat."))
    assert (items(found), found.every) == (["1"], True)


@pytest.mark.parametrize(
    ("words", "best_first"),
    [
        ("støj", [entry("Intet.", "Støj"), entry("Intet.", decision="Støj."), entry("Intet støj.")]),
        ("støj ved skolen", [entry("Støj ved skolen."), entry("Skolen og støj ved andet.")]),
        ("nye skoler", [entry("Om nye skoler."), entry("Skoler om nye.")]),
        ("22/10457", [entry("Intet.", case="22/10457"), entry("Som 22/10457.")]),
        ("svømmehal", [entry("En svømmehal."), entry("Et svømmehalsprojekt.")]),
    ],
)
def test_the_better_comes_first(ask, words, best_first):
    named = [msgspec.structs.replace(each, item=f"item/{9 - n}") for n, each in enumerate(best_first)]
    found = ask(words, *named)
    assert items(found) == [str(9 - n) for n in range(len(named))]
    assert [hit.rank for hit in found.hits] == list(range(1, len(named) + 1))
    assert found.hits[0].score > found.hits[1].score


FILTERED = (
    entry("Støj.", item="item/1", body="b/1", date="2023-12-31", agents=("u/1",), themes=("t/1",), outcomes=("udsat",)),
    entry("Støj.", item="item/2", body="b/2", date="2024-01-01", agents=("u/1", "p/1"), authority="a/2"),
    entry("Støj.", item="item/3", body="b/2", date="2024-02-29", themes=("t/1", "t/2"), outcomes=("godkendt", "udsat")),
)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, "321"),
        ({"body": ("b/1",)}, "1"),
        ({"body": ("b/1", "b/2")}, "321"),
        ({"body": ("b",)}, ""),
        ({"agent": ("u/1",)}, "21"),
        ({"agent": ("p/1",)}, "2"),
        ({"theme": ("t/1",)}, "31"),
        ({"authority": ("a/2",)}, "2"),
        ({"outcome": ("udsat",)}, "31"),
        ({"outcome": ("godkendt",)}, "3"),
        ({"since": "2024-01-01"}, "32"),
        ({"until": "2024-01-01"}, "21"),
        ({"since": "2024", "until": "2024-01"}, "2"),
        ({"until": "2023"}, "1"),
        ({"since": "2025", "until": "2024"}, ""),
        ({"theme": ("t/1",), "until": "2023"}, "1"),
        ({"theme": ("t/2",), "until": "2023"}, ""),
    ],
)
def test_filters(ask, filters, found):
    assert "".join(items(ask("støj", *FILTERED, **filters))) == found


def test_a_filter_changes_no_score(ask):
    assert ask("støj", *FILTERED, body=("b/1",)).hits[0].score == ask("støj", *FILTERED).hits[2].score


@pytest.mark.parametrize("date", ["i går", "2024-1-1x", "２０２４", "202401011"])
def test_a_date_that_is_none_is_refused(ask, date):
    with pytest.raises(ValueError):
        ask("støj", *FILTERED, since=date)


def test_a_closed_item_is_found_by_title_and_case_alone(ask):
    closed = entry("", "Køb af ejendom", start=70, case="22/10457")
    for words in ("ejendom", "22/10457"):
        (hit,) = ask(words, closed).hits
        assert (hit.title, hit.snippet, hit.start, hit.end, hit.marks) == ("Køb af ejendom", "", 70, 70, ())


def test_an_item_of_two_documents_is_found_once_in_the_better(ask):
    one = entry("Støj ved skolen og mange andre ord om andre ting.", document="document/1")
    two = entry("Støj.", document="document/2")
    assert [(hit.item, hit.document) for hit in ask("støj", one, two).hits] == [("item/1", "document/2")]


def test_equals_come_newest_first_and_then_by_name(ask):
    dates = {"item/c": "2024-01-02", "item/a": "2024-01-02", "item/b": "2024-03-01", "item/d": "2020-01-01"}
    given_ = [entry("Støj.", item=item, date=date) for item, date in dates.items()]
    assert items(ask("støj", *given_)) == ["b", "a", "c", "d"]
    assert items(ask("støj", *given_, limit=2)) == ["b", "a"]
    assert items(ask("støj", *given_, limit=0)) == []


def test_a_limit_cuts_between_items_and_not_between_equals(ask):
    copies = [entry("Støj.", item=f"item/{n:03}", document=f"document/{d}") for n in range(60) for d in range(3)]
    Random(3).shuffle(copies)
    assert items(ask("støj", *copies, limit=25)) == [f"{n:03}" for n in range(25)]


def test_an_item_of_many_documents_hides_no_other(ask):
    many = [entry("Støj, støj, støj.", document=f"document/{n}") for n in range(60)]
    assert items(ask("støj", *many, entry("Lidt støj ved vejen.", item="item/2"), limit=2)) == ["1", "2"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.data())
def test_the_order_of_entries_changes_no_answer(tmp_path_factory, data):
    words = st.sampled_from("støj skole skolen ny nye hal hallen plan 22/10457 og blev".split())
    texts = data.draw(st.lists(st.lists(words, max_size=8).map(" ".join), min_size=2, max_size=12))
    entries = [entry(text, item=f"item/{n // 2}", document=f"document/{n}") for n, text in enumerate(texts)]
    question = data.draw(st.lists(words, min_size=1, max_size=3).map(" ".join))
    other = data.draw(st.permutations(entries))
    folder = tmp_path_factory.mktemp("orders")
    one, two = (find(written(folder / name, each), question) for name, each in (("1", entries), ("2", other)))
    assert one == two


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.text(max_size=300), st.text(max_size=300), st.data())
def test_a_snippet_is_exactly_the_text_at_its_offsets(tmp_path_factory, before, text, data):
    document = before + text
    words = data.draw(st.sampled_from([*text.split(), "x"]) | st.text(max_size=20))
    given_ = entry(text, start=len(before))
    folder = written(tmp_path_factory.mktemp("texts"), [given_])
    for hit in find(folder, words).hits:
        assert document[hit.start : hit.end] == hit.snippet
        assert all(hit.snippet[low:high].strip() for low, high in hit.marks)


@pytest.fixture(scope="module")
def some(tmp_path_factory):
    texts = ["Støj ved skolen og i hallen.", "Sag 22/10457 om a1 æ.", "a a a", "1 æ 1"]
    return written(tmp_path_factory.mktemp("some"), [entry(text, item=f"item/{n}") for n, text in enumerate(texts)])


@settings(deadline=None)
@given(words=ANYTHING)
def test_no_question_is_a_mistake(some, words):
    assert len(find(some, words).hits) <= 4


@pytest.mark.parametrize(
    "words",
    [
        "støj " * 2_000,
        " ".join(f"ord{n}" for n in range(2_000)),
        "x" * 10_000,
        '"' * 10_000,
        "(" * 10_000,
        "\ud800 støj \udfff",
        "støj\0skole",
        "støj AND (skole OR",
        "title:[a TO z]",
        "a" * 63 + ".+*",
    ],
)
def test_nor_a_hostile_one(some, words):
    assert len(find(some, words, filters=Filters(body=("\0", '"', "x" * 10_000))).hits) == 0
    assert len(find(some, words).hits) <= 4


def test_no_index_is_one_sentence(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        find(tmp_path, "støj")


def test_a_damaged_index_is_one_sentence(tmp_path):
    folder = written(tmp_path, [entry("Støj.")])
    (folder / "search" / "meta.json").write_bytes(b"{}")
    with pytest.raises(StoreError, match="cannot be opened"):
        find(folder, "støj")


def test_an_empty_index_finds_nothing(ask):
    assert ask("støj").hits == ()
