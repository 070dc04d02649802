"""Case numbers of the systems that Danish authorities use, and numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.danish.case_numbers import find_case_numbers, kle_of, match_case_number, match_label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Acadre, and its documents, which are the other way round
        ("24/10442", ["24/10442"]),
        ("2016/4711", ["2016/4711"]),
        ("222359/12", []),
        ("dokument 118402/24", []),
        # eDoc
        ("2012-38504", ["2012-38504"]),
        ("2013-004869", ["2013-004869"]),
        ("Sag 2023-0119624 er ny", ["2023-0119624"]),
        # SBSYS
        ("01.02.03-P00-1-14", ["01.02.03-P00-1-14"]),
        ("01.02.03P00-0104", ["01.02.03P00-0104"]),
        ("00.22.00-3584-18", ["00.22.00-3584-18"]),
        ("05.13.10-Ø54-12-21", ["05.13.10-Ø54-12-21"]),
        # GetOrganized, WorkZone
        ("330-2018-3619", ["330-2018-3619"]),
        ("EMN-2025-003383", ["EMN-2025-003383"]),
        ("MDR-2016-02836", ["MDR-2016-02836"]),
        ("25-003374", ["25-003374"]),
        ("1-31-72-306-20", ["1-31-72-306-20"]),
        # in running text, and several
        ("jf. sag 24/10442, 23-011780.", ["24/10442", "23-011780"]),
        ("(24/10442)", ["24/10442"]),
        # numbers of documents, invoices, telephones; dates; sums; years; laws; shares
        ("Dok.nr.: 2012-203438", []),
        ("dok. nr. 2012-196779", []),
        ("Fakturanr. 24-004411", []),
        ("tlf. 24-101112", []),
        ("2024-03-12", []),
        ("12-03-2024", []),
        ("2024-2027", []),
        ("12/3-2024", []),
        ("1.316.000 kr.", []),
        ("lov nr. 1114 af 2019", []),
        ("23/1", []),
        ("150327", []),
        ("+45-24101112", []),
        ("a24/10442", []),
    ],
)
def test_numbers_in_a_text(text, expected):
    assert [found.value for found in find_case_numbers(text)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sagsnr.: 2012-28504", "2012-28504"),
        ("Sagsnr. 150327", "150327"),
        ("Sagsnummer: 24/10442", "24/10442"),
        ("SAGSNUMMER 24/10442", "24/10442"),
        ("Sag: 23/9", "23/9"),
        ("Sag 24/10442", "24/10442"),
        ("J.nr. 01.02.03-P00-1-14", "01.02.03-P00-1-14"),
        ("Journalnr.: 24/10442", "24/10442"),
        ("Journalnummer 24/10442", "24/10442"),
        ("Sags ID: EMN-2025-003383", "EMN-2025-003383"),
        ("Sags-id 25-003374", "25-003374"),
        ("Acadre sagsnr. 24/10442", "24/10442"),
        ("Sagsnr.\t24/10442", "24/10442"),
        ("Sagsnr. 1-31-306-20", "1-31-306-20"),
        ("Åbent - 2024/010442", "2024/010442"),
        ("Lukket - 01.02.03-P00-1-14", "01.02.03-P00-1-14"),
        ("Åbent - 3. maj", None),
        ("Dok.nr.: 2012-203438", None),
        ("Sagsfremstilling 24/10442", None),
        ("Sagsbehandler: 150327", None),
        ("Sag nr. 130", None),
        ("Sagen 24/10442", None),
        ("150327", None),
    ],
)
def test_a_label_with_its_number(line, expected):
    start = match_label(line)
    found = match_case_number(line, start, labelled=True) if start is not None else None
    assert (found and found.value) == expected


def test_the_subject_of_an_sbsys_number_is_its_first_part():
    assert kle_of("01.02.03-P00-1-14") == "01.02.03"
    assert find_case_numbers("Sag 05.13.10-Ø54-12-21")[0].kle == "05.13.10"
    assert kle_of("24/10442") == kle_of("01.02.03-x") == ""


_FORMS = st.sampled_from([
    r"\A[0-9]{2}/[0-9]{2,7}\Z",
    r"\A20[0-5][0-9]-[0-9]{3,8}\Z",
    r"\A[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[A-ZÆØÅ][0-9]{2}-[0-9]{1,6}-[0-9]{2}\Z",
    r"\A[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{1,6}-[0-9]{2}\Z",
    r"\A[A-ZÆØÅ]{2,5}-20[0-5][0-9]-[0-9]{2,8}\Z",
    r"\A[0-9]{2}-[0-9]{5,8}\Z",
]).flatmap(lambda form: st.from_regex(form, alphabet="0123456789ABCÆØÅ/.-"))  # fmt: skip


@given(_FORMS, st.sampled_from(["", "Sagen ", "(", "jf. "]), st.sampled_from(["", " er ny", ")", ", og", "."]))
def test_a_number_of_a_known_form_is_found_where_it_stands(number, before, after):
    text = before + number + after
    assert [text[found.start : found.end] for found in find_case_numbers(text)] == [number]


@given(st.text(alphabet="0123456789/-. ABnrSags:", max_size=60))
def test_any_text(text):
    for found in find_case_numbers(text):
        assert text[found.start : found.end] == found.value
        assert match_case_number(text, found.start) == found
