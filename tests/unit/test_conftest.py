"""What is missing is named, and with REQUIRE_ALL=1 it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPPING = """
import pytest

def test_of_the_corpus(shared):
    pass

@pytest.mark.skip(reason="no browser")
def test_of_a_browser():
    pass

@pytest.mark.xfail(strict=True, reason="known")
def test_that_is_known_to_fail():
    assert False

"""


def pytest_in(folder: Path, **environment: str) -> tuple[int, str]:
    """The exit code and output of pytest over a test file that asks for what is not there."""
    (folder / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    (folder / "test_skipping.py").write_text(SKIPPING, "utf-8")
    (folder / "test_module.py").write_text("import pytest\npytest.importorskip('no_such_module')\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-ra", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    given = {**os.environ, "SAGSGRAF_SHARED": str(folder / "nowhere"), "REQUIRE_ALL": "", **environment}
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    code, out = pytest_in(tmp_path)
    assert code == 0
    assert f"the annotated corpus is not at {tmp_path / 'nowhere'} (set SAGSGRAF_SHARED)" in out
    assert "no browser" in out
    assert "could not import 'no_such_module'" in out


@pytest.mark.parametrize("missing", ["test_of_the_corpus", "test_of_a_browser", "test_module.py"])
def test_what_is_missing_fails_where_all_is_required(tmp_path: Path, missing: str) -> None:
    args = {"REQUIRE_ALL": "1", "PYTEST_ADDOPTS": "--continue-on-collection-errors"}
    code, out = pytest_in(tmp_path, **args)
    assert code == 1
    assert any(missing in line for line in out.splitlines() if line.startswith(("FAILED", "ERROR")))
    assert "1 xfailed" in out
