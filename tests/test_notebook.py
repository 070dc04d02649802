"""The notebook of the examples runs from top to bottom, in a kernel of its own, and shows what it promises."""

import ast
import html
import re

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("pandas")

POOL = "22/10457"
# Where Jupyter, IPython and `tempfile` look and write: nothing that the user has set up takes part, nothing is left.
PLACES = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "TMPDIR")


@pytest.fixture(scope="module")
def tour(examples):
    return nbformat.read(examples / "tour.ipynb", as_version=4)


@pytest.fixture(scope="module")
def shown(tour, tmp_path_factory):
    """What each cell shows, by the cell's id; a cell that fails fails whoever asks."""
    folder = tmp_path_factory.mktemp("notebook")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("JUPYTER_PATH", raising=False)
        for name in PLACES:
            (folder / name).mkdir()
            patch.setenv(name, str(folder / name))
        resources = {"metadata": {"path": str(folder)}}
        done = nbclient.NotebookClient(tour.copy(), timeout=300, kernel_name="python3", resources=resources).execute()
    assert not list((folder / "TMPDIR").iterdir())
    return {cell.id: [_text(each) for each in cell.outputs] for cell in done.cells if cell.cell_type == "code"}


def _text(output):
    if output.output_type == "stream":
        assert output.name == "stdout", output.text
        return output.text
    return output.data.get("text/html", output.data["text/plain"])


def _tables(text):
    """The rows of every table, each row the text of its cells."""
    return [
        [
            [html.unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", row, re.DOTALL)]
            for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
        ]
        for body in re.findall(r"<tbody>(.*?)</tbody>", text, re.DOTALL)
    ]


def test_it_is_stored_without_outputs(tour):
    nbformat.validate(tour)
    assert (tour.nbformat, tour.nbformat_minor) == (4, 5)
    assert all(not cell.outputs and cell.execution_count is None for cell in tour.cells if cell.cell_type == "code")


def test_every_cell_shows_something(shown):
    assert {name for name, texts in shown.items() if not texts} == {"end"}


def test_the_case_has_all_its_treatments(shown):
    history, promises = _tables(shown["case"][0])
    assert len(history) == 8
    assert [row[:2] for row in history[:3]] == [
        ["2022-03-08", "Direktionen"],
        ["2022-05-24", "Direktionen"],
        ["2022-06-15", "Økonomiudvalget"],
    ]
    assert promises
    assert len(_tables(shown["case-frame"][0])[0]) == len(history)


def test_loops_of_one_year(shown):
    still, closed = _tables(shown["loops"][0])
    assert {row[0][:4] for row in still + closed} == {"2022"}
    assert {"22/18214", "22/16630"} <= {row[5] for row in still}
    assert POOL in {row[4] for row in closed}


def test_tasks_of_a_centre(shown):
    (tasks,) = _tables(shown["tasks"][0])
    assert tasks
    assert all("Økonomi- og Analysecentret" in row[3] for row in tasks)


def test_centres_by_theme(shown):
    (pivot,) = _tables(shown["drives"][0])
    assert len(pivot) > 5
    assert sum(int(cell) for row in pivot for cell in row) > len(pivot)


def test_the_best_hit_is_the_item_about_it(shown):
    (hits,) = _tables(shown["find"][0])
    assert hits[0][4].startswith("Kunstig intelligens")


def test_sources_are_where_they_are_said_to_be(shown):
    (sources,) = _tables(shown["sources"][0])
    assert len(sources) == 8
    assert shown["sources-check"] == ["True"]


def test_a_link_has_a_reason_and_words(shown):
    assert shown["why"][0].startswith("sag:deferredTo 1.0 ")
    assert shown["why"][0].count(POOL) == 3


def test_the_network_has_central_centres_and_groups_of_themes(shown):
    (centres,) = _tables(shown["centrality"][0])
    figures = [float(row[2]) for row in centres]
    assert figures == sorted(figures, reverse=True)
    assert all(0 < each < 1 for each in figures)
    groups = ast.literal_eval(shown["communities"][0])
    assert len(groups) > 1
    assert len({theme for group in groups for theme in group}) == sum(map(len, groups))
