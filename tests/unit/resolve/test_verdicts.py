"""The file in which people say which names are one."""

import pytest

from kg.errors import UsageError
from kg.resolve import Verdicts, read_verdicts


def test_a_verdicts_file(tmp_path):
    path = tmp_path / "verdicts.csv"
    path.write_text(
        "# kind,name,name,why\n\nsame,PLC,Plancentret,the intranet says so\n different , Ib Storm ,Ib Strøm\n",
        encoding="utf-8-sig",
    )
    assert read_verdicts(path) == Verdicts(frozenset({("plancentret", "plc")}), frozenset({("ib storm", "ib strøm")}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same,PLC,Plancentret\nalike,PLC,Plan\n", "line 2: not a verdict: 'alike,PLC,Plan'"),
        ("same,PLC\n", "line 1: not a verdict"),
        ("different,,PLC\n", "line 1: not a verdict"),
        ("same,PLC,Plan\ndifferent,plan,PLC\n", "line 2: plan and PLC are both `same` and `different`"),
    ],
)
def test_a_line_that_is_none(tmp_path, text, said):
    path = tmp_path / "verdicts.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"verdicts\.csv") as error:
        read_verdicts(path)
    assert said in str(error.value)


@pytest.mark.parametrize("content", [None, "same,Ø,Å".encode("cp1252")])
def test_a_file_that_cannot_be_read(tmp_path, content):
    path = tmp_path / "verdicts.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match="verdicts cannot be read"):
        read_verdicts(path)
