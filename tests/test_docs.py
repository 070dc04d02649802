"""What the documents say comes true: their blocks are run, in order, in an empty folder beside a copy of the examples.

A `console` block holds commands after `$ ` and what they print; a `text` block right after a `python` block holds what
that prints. A line `…` stands for any lines, `…` inside a line for any characters. `file=NAME` makes a block a file,
`exit=N` says how the last command of a block ends. Other blocks are for reading.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from docs import make_reference
from kg.cli.commands import NAMES
from kg.profiles import Profile, load, shipped

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/tutorial.md", "docs/explorer.md", "docs/profiles.md",
    "docs/reference.md",
]  # fmt: skip
RUN = ["README.md", "docs/tutorial.md", "docs/profiles.md"]
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RULE = re.compile("─+")  # under the head of a table, as wide as the table happens to be
LINK = re.compile(r"\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    kind: str
    text: str
    line: int
    said: dict[str, str] = field(default_factory=dict)


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(text: str) -> list[Block]:
    return [
        Block(
            found[1],
            found[3],
            text.count("\n", 0, found.start()) + 1,
            dict(pair.split("=") for pair in found[2].split()),
        )
        for found in FENCE.finditer(text)
    ]


def commands(text: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what stands below it. A line that ends in `\\` goes on."""
    found: list[tuple[str, str]] = []
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = re.sub(r" \\\n\s*", " ", part).partition("\n")
        while command.count("'") % 2:
            more, _, output = output.partition("\n")
            command += f"\n{more.removeprefix('> ')}"
        found.append((command, output))
    return found


def matches(expected: str, printed: str) -> bool:
    """Whether the program printed what a page shows; spaces at ends of lines and blank lines around are nothing."""
    pattern = ""
    for line in expected.strip().splitlines():
        pattern += r"(?:.*\n)*?" if line.strip() == "…" else ".*".join(map(re.escape, line.rstrip().split("…"))) + r"\n"
    lines = "".join(f"{line.rstrip()}\n" for line in printed.strip().splitlines())
    return re.fullmatch(RULE.sub("─", pattern), RULE.sub("─", lines)) is not None


def run(arguments: list[str], folder: Path) -> tuple[str, int]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "KG_LANG": "en", "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.returncode


def run_console(block: Block, where: str, folder: Path) -> None:
    for command, expected in commands(block.text):
        program, *arguments = shlex.split(command)
        assert program == "kg", f"{where}: only kg is run in a console block, not {program}"
        printed, code = run(["-m", "kg", *arguments], folder)
        assert code == int(block.said.get("exit", "0")), f"{where}: {command} ended with {code}:\n{printed}"
        assert not expected.strip() or matches(expected, printed), f"{where}: {command} printed\n{printed}"


def run_page(name: str, folder: Path) -> None:
    shutil.copytree(ROOT / "examples", folder / "examples")
    found = blocks(page(name))
    for block, after in pairwise([*found, Block("", "", 0)]):
        where = f"{name}, line {block.line}"
        if "file" in block.said:
            (folder / block.said["file"]).write_text(block.text, "utf-8")
        elif block.kind == "console":
            run_console(block, where, folder)
        elif block.kind == "python":
            printed, code = run(["-c", block.text], folder)
            assert code == 0, f"{where} failed:\n{printed}"
            assert after.kind != "text" or matches(after.text, printed), f"{where} printed\n{printed}"


@pytest.mark.parametrize("name", RUN)
def test_what_a_page_shows_comes_true(name: str, tmp_path: Path) -> None:
    run_page(name, tmp_path)


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("a\n…\nd\n", "a\nb\n", False),
        ("a … d\n", "a b c d  \n", True),
        ("a.\n", "ab\n", False),
    ],
)
def test_what_is_shown_is_compared(expected: str, printed: str, same: bool) -> None:
    assert matches(expected, printed) is same


def test_a_page_that_shows_something_else_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="printed"):
        run_console(Block("console", "$ kg --version\nsagsgraf 99\n", 1), "here", tmp_path)
    with pytest.raises(AssertionError, match="ended with 2"):
        run_console(Block("console", "$ kg nothing\n", 1), "here", tmp_path)


def test_the_reference_is_what_the_code_says() -> None:
    assert page("docs/reference.md") == make_reference.reference(), "python -m docs.make_reference writes it anew"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_documented(name: str) -> None:
    assert f"### kg {name}\n" in page("docs/reference.md")
    shown = page("README.md") + page("docs/tutorial.md")
    assert re.search(rf"^(?:\$ |    )?kg {name}\b", shown, re.MULTILINE), f"no page shows a use of kg {name}"


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for target in LINK.findall(page(name)):
        if target.startswith(("https://", "http://")):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), f"{name}: {target}"
        assert not anchor or anchor in anchors(file.read_text("utf-8")), f"{name}: {target}"


def anchors(text: str) -> set[str]:
    """The anchors that a Markdown page gets from its headings."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("block", [block for block in blocks(page("docs/profiles.md")) if block.kind == "toml"])
def test_every_profile_that_is_shown_is_one(block: Block, tmp_path: Path) -> None:
    path = tmp_path / "profile.toml"
    path.write_text(block.text, "utf-8")
    assert load(path) != Profile()


def fields(kind: type) -> set[str]:
    """The names of a struct's fields and of the structs inside it."""
    info = msgspec.inspect.type_info(kind)
    assert isinstance(info, msgspec.inspect.StructType)
    found: set[str] = set()
    for each in info.fields:
        found.add(each.encode_name)
        item = getattr(each.type, "item_type", each.type)
        for one in [item, *getattr(each.type, "types", ()), *getattr(item, "types", ())]:
            if isinstance(one, msgspec.inspect.StructType):
                found |= fields(one.cls)
    return found


def test_every_field_of_a_profile_is_described() -> None:
    text = page("docs/profiles.md")
    assert {name for name in fields(Profile) if not re.search(rf"[`\[]{name}[`\]]", text)} == set()


def test_the_shipped_profiles_are_named() -> None:
    for profile in shipped():
        assert profile.authority is not None
        assert profile.authority.name in page("docs/profiles.md")


def test_the_map_of_the_house_has_every_room() -> None:
    rooms = {path.name for path in (ROOT / "kg").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    text = page("CONTRIBUTING.md")
    missing = {
        name for name in rooms - {"__init__.py", "__main__.py"} if not re.search(rf"^  {re.escape(name)}\b", text, re.M)
    }
    assert missing == set(), "the map in CONTRIBUTING.md lacks these"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"`make (\w+)|^make (\w+)", page(name), re.MULTILINE)):
        word = target[0] or target[1]
        assert re.search(rf"^{word}:", makefile, re.MULTILINE), f"make {word}"
