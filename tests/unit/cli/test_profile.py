"""`kg profile` as a user meets it: what it writes and its exit codes."""

import pytest
from click.testing import CliRunner

from kg.cli.commands import load_command
from kg.errors import UsageError
from kg.messages import speaker

MINUTES = "Klintevig Kommune\n\nREFERAT Direktionen d. 08-03-2031\n\nPunkt 1: Nyt\n\nBeslutning\n\nGodkendt.\n"


def call(*arguments, language="en"):
    return CliRunner().invoke(load_command("profile", speaker(language)), list(arguments), standalone_mode=False)


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_what_init_writes_check_reads(tmp_path, minutes):
    drafted = call("init", str(minutes))
    assert drafted.return_value == 0
    profile = tmp_path / "my.toml"
    profile.write_text(drafted.output, encoding="utf-8")
    checked = call("check", str(profile), str(minutes))
    assert (checked.return_value, checked.output) == (0, f"{profile}: nothing to remark.\n")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ('[[units]]\nname = "A"\n[[units]]\nname = "A"', 1, ":4: “A” stands twice"),
        ('[[units]]\nname = "Vejcentret"', 0, ":2: note: “Vejcentret” (Vejcentret) stands in no document"),
    ],
)
def test_check_says_what_is_odd(tmp_path, minutes, text, code, said):
    profile = tmp_path / "my.toml"
    profile.write_text(text, encoding="utf-8")
    checked = call("check", str(profile), str(minutes))
    assert checked.return_value == code
    assert said in checked.output


def test_a_file_that_is_no_profile_is_wrong_use(tmp_path):
    profile = tmp_path / "my.toml"
    profile.write_text("units = 7", encoding="utf-8")
    checked = call("check", str(profile))
    assert isinstance(checked.exception, UsageError)
    assert checked.exception.exit_code == 2
