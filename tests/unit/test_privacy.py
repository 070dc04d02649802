"""Personal data is masked length for length; nothing else is touched. All numbers here are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.main import main
from kg.model.source import Source
from kg.privacy import MASK, mask

CPR, EMAIL, PHONE = "010190-1234", "ida.holm@eksempel.dk", "12 34 56 78"


def masked(text: str) -> str:
    return mask(Source("a.txt", "sha", "text/plain", text)).text


@pytest.mark.parametrize(
    ("before", "hit", "after"),
    [
        # CPR numbers, however they are written
        ("Borgeren (", CPR, ") klager."),
        ("Borgeren ", "0101901234", " klager."),
        ("Borgeren ", "010190 1234", ""),
        ("Borgeren ", "010190\u20131234", "."),
        # e-mail addresses
        ("Skriv til ", EMAIL, "."),
        ("<", "i.holm+sag@post.eksempel.dk", ">"),
        # telephone numbers, where a word says that they are
        ("tlf. ", PHONE, "."),
        ("Telefon: ", "12345678", ""),
        ("Mobilnr. ", "+45 12345678", "\n"),
        ("direkte ", "1234 5678", ", lokal 9"),
    ],
)
def test_personal_data_is_masked(before: str, hit: str, after: str) -> None:
    assert masked(before + hit + after) == before + MASK * len(hit) + after


@pytest.mark.parametrize(
    "text",
    [
        "Sag 22/00001, 3,3 mio. kr. den 01-01-2024 kl. 08.30",
        "310299-1234567",  # longer than a CPR number
        "320190-1234",  # no such day
        "011390-1234",  # no such month
        "29.340.000,00 kr.",
        "12345678",  # eight digits may be anything
        "telefonen ringede 8 gange",
        "kl. 9 @ rådhuset",
        "ida@rådhuset",  # no domain
        "",
    ],
)
def test_what_is_not_personal_data_stays(text: str) -> None:
    source = Source("a.txt", "sha", "text/plain", text)
    assert mask(source) is source


@given(st.text() | st.text("0123456789-.@ +aæt:lf\n"))
def test_offsets_hold_in_any_text(text: str) -> None:
    made = masked(text)
    assert len(made) == len(text)
    assert all(now in (before, MASK) for before, now in zip(text, made, strict=True))


WORDS = st.text("abcæøåABCÆØÅ ,;()\n\t–»«", max_size=12)
HITS = st.sampled_from([("", CPR), ("", EMAIL), ("tlf. ", PHONE)])


@given(st.lists(st.tuples(WORDS, HITS)), WORDS)
def test_only_the_hits_are_masked(parts: list[tuple[str, tuple[str, str]]], end: str) -> None:
    text = "".join(f"{words} {lead}{hit} " for words, (lead, hit) in parts) + end
    assert masked(text) == "".join(f"{words} {lead}{MASK * len(hit)} " for words, (lead, hit) in parts) + end


# --- from file to graph


@pytest.fixture
def minutes(tmp_path):
    text = (
        "REFERAT Direktionen d. 08-03-2022\n\nPunkt 1: Budget\n\n22/00001\n\nIndstilling\n\n"
        f"Borgeren {CPR} hører nærmere.\n\nBeslutning\n\nGodkendt. Svar sendes til {EMAIL} eller tlf. {PHONE}.\n"
    )
    path = tmp_path / "referat.txt"
    path.write_text(text, encoding="utf-8")
    return path


def built(minutes, store, *options: str) -> bytes:
    """Everything below the store, and the graph as triples."""
    target = minutes.with_name("graph.nt")
    assert main(["build", str(minutes), "--store", str(store), "--quiet", *options]) == 0
    assert main(["export", str(target), "--store", str(store)]) == 0
    return b"".join(path.read_bytes() for path in sorted([*store.rglob("*"), target]) if path.is_file())


def test_nothing_personal_reaches_store_or_export(minutes, tmp_path) -> None:
    found = built(minutes, tmp_path / "store")
    assert [hit for hit in (CPR, EMAIL, PHONE) if hit.encode() in found] == []
    assert f"Svar sendes til {MASK * len(EMAIL)} eller tlf. {MASK * len(PHONE)}.".encode() in found


def test_personal_data_is_kept_where_that_is_asked_for(minutes, tmp_path) -> None:
    found = built(minutes, tmp_path / "store", "--keep-personal-data")
    assert [hit for hit in (CPR, EMAIL, PHONE) if hit.encode() not in found] == []


def test_a_build_without_the_option_takes_out_what_one_with_it_kept(minutes, tmp_path) -> None:
    built(minutes, tmp_path / "store", "--keep-personal-data")
    found = built(minutes, tmp_path / "store")
    assert [hit for hit in (CPR, EMAIL, PHONE) if hit.encode() in found] == []


@pytest.mark.parametrize("arguments", [["--stage", "source", "--text"], ["--stage", "source"], ["--stage", "findings"]])
def test_show_masks_as_build_does(minutes, capfdbinary, arguments: list[str]) -> None:
    assert main(["show", str(minutes), *arguments, "--keep-personal-data"]) == 0
    kept = capfdbinary.readouterr().out
    assert main(["show", str(minutes), *arguments]) == 0
    shown = capfdbinary.readouterr().out
    assert EMAIL.encode() in kept
    assert EMAIL.encode() not in shown
    assert MASK.encode() in shown
    assert len(shown.decode()) == len(kept.decode())
