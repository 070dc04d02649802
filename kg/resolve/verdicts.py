"""What people said of pairs of names: it always wins.

A verdicts file is CSV in UTF-8, one line a verdict: `same,PLC,Plancentret` or `different,Havnen,Havn`; a fourth
column is a comment, lines that begin with `#` are skipped.
"""

import csv
from pathlib import Path

import msgspec

from kg.errors import UsageError


class Verdicts(msgspec.Struct, frozen=True):
    """Pairs of names, each pair in order of the alphabet, casefolded."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()


def pair(a: str, b: str) -> tuple[str, str]:
    """Two names as a key."""
    first, second = sorted((a.casefold(), b.casefold()))
    return first, second


def read_verdicts(path: Path) -> Verdicts:
    """Read a verdicts file. Raises `UsageError`, with the line, where it is no verdict or contradicts another."""
    same: set[tuple[str, str]] = set()
    different: set[tuple[str, str]] = set()
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for number, row in enumerate(csv.reader(lines), 1):
                if not row or row[0].lstrip().startswith("#"):
                    continue
                _add(path, number, [cell.strip() for cell in row], same, different)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: the verdicts cannot be read ({error}); give a CSV file in UTF-8.",
            f"{path}: afgørelserne kan ikke læses ({error}); giv en CSV-fil i UTF-8.",
        ) from error
    return Verdicts(frozenset(same), frozenset(different))


def _add(path: Path, number: int, row: list[str], same: set[tuple[str, str]], different: set[tuple[str, str]]) -> None:
    if len(row) < 3 or row[0] not in {"same", "different"} or not row[1] or not row[2]:
        line = ",".join(row)
        raise UsageError(
            f"{path}, line {number}: not a verdict: {line!r}; write `same,NAME,NAME` or `different,NAME,NAME`.",
            f"{path}, linje {number}: ikke en afgørelse: {line!r}; skriv `same,NAVN,NAVN` eller `different,NAVN,NAVN`.",
        )
    key = pair(row[1], row[2])
    mine, other = (same, different) if row[0] == "same" else (different, same)
    if key in other:
        raise UsageError(
            f"{path}, line {number}: {row[1]} and {row[2]} are both `same` and `different`; remove one of the lines.",
            f"{path}, linje {number}: {row[1]} og {row[2]} er både `same` og `different`; fjern den ene linje.",
        )
    mine.add(key)
