"""Which files a user means: folders and archives are walked alike, and what is passed over is said."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import archives
from kg.errors import UnreadableError, UsageError
from kg.inputs import Input, find_input, find_inputs, is_archive
from kg.model.problem import Problem
from kg.reading import bytes_of, read_input

TEXT = "Havneudvalget d. 3. maj 2024"
WORD = {"[Content_Types].xml": "", "word/document.xml": ""}


def zipped(files: dict[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.fixture
def found(tmp_path):
    """What is found in a folder of the files given by name and content: relative names, problems."""

    def find(files: dict[str, str | bytes]) -> tuple[list[str], list[tuple[str, ...]]]:
        for name, content in files.items():
            path = tmp_path / "m" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        inputs, problems = find_inputs([str(tmp_path / "m")])
        return [each.relative for each in inputs], [
            (each.path.removeprefix(str(tmp_path)), each.message, *each.values) for each in problems
        ]

    return find


@pytest.mark.parametrize(
    ("files", "names", "problems"),
    [
        ({"a.txt": TEXT, "2024/b.md": TEXT, ".skjult.txt": TEXT, "~x/.c/d.txt": TEXT}, ["2024/b.md", "a.txt"], []),
        # an archive is a folder; in archives in it too
        (
            {"a.zip": zipped({"x/b.txt": TEXT, "c.zip": zipped({"d.txt": TEXT})})},
            ["a.zip/c.zip/d.txt", "a.zip/x/b.txt"],
            [],
        ),
        # what a file is says its content, whatever its name
        ({"a": zipped({"b.txt": TEXT}), "c.bin": zipped(WORD)}, ["a/b.txt", "c.bin"], []),
        ({"a.docx": zipped({"b.txt": TEXT})}, ["a.docx/b.txt"], []),
        # other kinds are counted, documents of kinds that are not read are named
        (
            {"a.txt": TEXT, "b.jpg": b"\xff\xd8\xff", "c.mp3": "x", "Thumbs.db": "x"},
            ["a.txt"],
            [("/m", "passed-over", "2", ".jpg, .mp3")],
        ),
        (
            {"a.txt": TEXT, "b.msg": "x", "c.xlsx": zipped({"xl/workbook.xml": ""})},
            ["a.txt"],
            [("b.msg", "no-reader", ".msg"), ("c.xlsx", "no-reader", ".xlsx")],
        ),
        (
            {"a.zip": zipped({"b.jpg": b"\xff\xd8", "c.txt": TEXT})},
            ["a.zip/c.txt"],
            [("/m", "passed-over", "1", ".jpg")],
        ),
        ({"a.txt": TEXT, "b.zip": zipped({})}, ["a.txt"], [("b.zip", "empty-archive")]),
        # what cannot be opened is left to its reader, who says why
        ({"a.zip": zipped({"b.txt": TEXT})[:-30]}, ["a.zip"], []),
        # what programs put into archives for themselves
        ({"a.zip": zipped({"__MACOSX/b.txt": "x", ".c/d.txt": "x", "e.txt": TEXT})}, ["a.zip/e.txt"], []),
    ],
)
def test_what_is_found_in_a_folder(found, files, names, problems):
    assert found(files) == (names, problems)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/b.txt", "etc/b.txt"),
        ("/etc/b.txt", "etc/b.txt"),
        ("C:\\møder\\b.txt", "møder/b.txt"),
        ("a/./b.txt", "a/b.txt"),
        ("a\nb.txt", "a\ufffdb.txt"),
    ],
)
def test_no_name_in_an_archive_leads_anywhere(found, name, shown):
    assert found({"a.zip": zipped({name: TEXT})}) == ([f"a.zip/{shown}"], [])


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=30))
@settings(max_examples=100)
def test_any_name_in_an_archive_is_below_it_and_is_read(name):
    with zipfile.ZipFile(io.BytesIO(zipped({name: TEXT}))) as archive:
        for part in archives.members_of(archive):
            pieces = archives.shown(part).split("/")
            assert pieces
            assert not {"", ".", ".."} & set(pieces)
            assert archive.read(part) == TEXT.encode()


def test_names_of_windows_keep_their_danish_letters(tmp_path):
    data = zipped({"mXder.txt": TEXT}).replace(b"mXder", b"m\x9bder")  # ø in the code page of its console
    (tmp_path / "a.zip").write_bytes(data)
    [only] = find_inputs([str(tmp_path / "a.zip")])[0]
    assert only.relative == "a.zip/møder.txt"
    assert read_input(only).text == TEXT


def test_a_member_is_read_like_a_file(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({"x/b.txt": TEXT, "c.zip": zipped({"d.md": TEXT})}))
    inputs, _ = find_inputs([str(tmp_path / "a.zip")])
    assert [(each.relative, each.members) for each in inputs] == [
        ("a.zip/c.zip/d.md", ("c.zip", "d.md")),
        ("a.zip/x/b.txt", ("x/b.txt",)),
    ]
    assert [(read_input(each).text, read_input(each).path) for each in inputs] == [
        (TEXT, "a.zip/c.zip/d.md"),
        (TEXT, "a.zip/x/b.txt"),
    ]
    assert [each.folder for each in inputs] == [f"{tmp_path}/a.zip/c.zip", f"{tmp_path}/a.zip/x"]


def test_an_archive_that_changed_is_read_anew(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b.txt": TEXT}))
    [only] = find_inputs([str(path)])[0]
    assert bytes_of(only) == TEXT.encode()
    path.write_bytes(zipped({"b.txt": "noget andet"}))
    assert bytes_of(only) == b"noget andet"
    path.write_bytes(zipped({"c.txt": TEXT}))
    with pytest.raises(UnreadableError, match="changed"):
        bytes_of(only)
    path.unlink()
    with pytest.raises(UnreadableError, match="could not be opened"):
        bytes_of(only)


def nested(depth: int) -> bytes:
    data = zipped({"b.txt": TEXT})
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


def test_archives_in_archives_have_an_end(found):
    assert found({"a.zip": nested(2)}) == (["a.zip/a.zip/a.zip/b.txt"], [])
    assert found({"a.zip": nested(3), "c.txt": TEXT}) == (
        ["c.txt"],
        [("a.zip/a.zip/a.zip/a.zip", "unreadable-nested", "3")],
    )


def test_what_is_wrong_with_one_member_costs_the_others_nothing(found):
    data = zipped({"a.txt": TEXT, "bombe.txt": b" " * 10_000_000, "hemmelig.txt": TEXT, "bombe.mp4": b" " * 10_000_000})
    place = data.rindex(b"hemmelig.txt") - 46 + 8
    [flags] = struct.unpack_from("<H", data, place)
    data = data[:place] + struct.pack("<H", flags | 1) + data[place + 2 :]
    assert found({"x.zip": data}) == (
        ["x.zip/a.txt"],
        [
            ("/m", "passed-over", "1", ".mp4"),
            ("x.zip/bombe.txt", "unreadable-bomb", "200"),
            ("x.zip/hemmelig.txt", "unreadable-password"),
        ],
    )


def test_an_archive_of_too_many_files_is_not_opened(found, monkeypatch):
    monkeypatch.setattr(archives, "MOST_PARTS", 3)
    many = zipped({f"{place}.txt": TEXT for place in range(9)})
    names, problems = found({"x.zip": many})
    assert names == [f"x.zip/{place}.txt" for place in range(3)]
    assert [each[:2] for each in problems] == [("x.zip/3.txt", "unreadable-many-parts")]


def test_the_order_of_the_arguments_makes_no_difference(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": TEXT, "c.jpg": b"\xff"}))
    (tmp_path / "d.txt").write_text(TEXT)
    names = [str(tmp_path / "a.zip"), str(tmp_path / "d.txt")]
    assert find_inputs(names) == find_inputs(names[::-1])


def test_one_file_by_its_name(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"x/b.txt": TEXT}))
    (tmp_path / "d.txt").write_text(TEXT)
    assert find_input(f"{path}/x/b.txt") == Input("a.zip/x/b.txt", str(path), ("x/b.txt",))
    assert find_input(str(tmp_path / "d.txt")) == Input("d.txt", str(tmp_path / "d.txt"))
    for missing in (f"{path}/x/c.txt", f"{tmp_path}/d.txt/e.txt", f"{tmp_path}/e.txt"):
        assert find_input(missing) is None
    assert [is_archive(each) for each in (path, tmp_path / "d.txt", tmp_path, Path("mangler"))] == [True, *[False] * 3]


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"b.jpg": b"\xff\xd8\xff"}, "1 files that are no documents"),
        ({"b.zip": zipped({})}, "no files in the archive"),
        ({}, "no minutes found"),
    ],
)
def test_nothing_to_read_says_what_there_is(found, tmp_path, files, says):
    (tmp_path / "m").mkdir()
    with pytest.raises(UsageError, match=says) as caught:
        found(files)
    assert ".docx" in str(caught.value)
    assert ".zip" in str(caught.value)


def test_a_problem_is_said_once(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.msg").write_text("x")
    assert find_inputs([str(tmp_path), str(tmp_path)])[1] == [Problem("b.msg", 0, "no-reader", (".msg",))]
