"""What holds of every PDF, and of what only says that it is one."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import UnreadableError
from kg.readers import content_of
from tests.unit.readers import invented
from tests.unit.readers.paper import Paper

WHOLE = invented.firstagenda().pdf()
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.text(alphabet="abcæøåÅ 12.-–(\\", min_size=1, max_size=40)
PLACED = st.tuples(st.integers(0, 560), st.integers(10, 830), WORDS, st.sampled_from([6, 9.5, 11, 24]))


def judged(data: bytes) -> None:
    """A content whose pages and marks lie in its text, or one sentence."""
    try:
        content = content_of(data, "a.pdf")
    except UnreadableError:
        return
    assert content.text.strip()
    assert list(content.pages) == sorted(content.pages)
    assert content.pages[0] == 0
    assert content.pages[-1] <= len(content.text)
    assert len(content.aside) == len(content.pages)
    for mark in content.marks:
        assert "\n" not in content.text[mark.start : mark.end]
        assert content.text[mark.start - 1 : mark.start] in ("", "\n")


@FEW
@given(st.binary(max_size=300))
def test_any_bytes_after_the_sign(data):
    judged(b"%PDF-1.7\n" + data)


@FEW
@given(st.integers(20, len(WHOLE)), st.binary(min_size=1, max_size=4))
def test_a_file_with_some_bytes_changed(place, data):
    judged(WHOLE[:place] + data + WHOLE[place + len(data) :])


@FEW
@given(st.integers(20, len(WHOLE)))
def test_a_file_cut_off_anywhere(place):
    judged(WHOLE[:place])


@FEW
@given(st.lists(st.lists(PLACED, max_size=12), min_size=1, max_size=4))
def test_any_words_anywhere(pages):
    paper = Paper()
    for page in pages:
        paper.page()
        for x, y, words, size in page:
            paper.line(x, y, words, size)
    judged(paper.pdf())


@FEW
@given(st.permutations(range(6)))
def test_the_order_of_drawing_decides_nothing(order):
    lines = ["Punkt 1: Stier", "Udvalget drøftede", "stierne ved åen.", "Bilag", "Kort", "Notat"]
    paper = Paper().page()
    for place in order:
        paper.line(70, 100 + 20 * place, lines[place])
    assert content_of(paper.pdf(), "a.pdf").text == content_of(ordered(lines), "a.pdf").text


def ordered(lines) -> bytes:
    paper = Paper().page()
    for place, words in enumerate(lines):
        paper.line(70, 100 + 20 * place, words)
    return paper.pdf()
