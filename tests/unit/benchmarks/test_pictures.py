"""What the benchmark of pictures draws: the same every time, and about as large as it says."""

import pytest

from benchmarks.pictures import invented


@pytest.mark.parametrize("count", [20, 200, 2000])
def test_an_invented_network_has_about_as_many_nodes_as_was_said(count: int) -> None:
    network = invented(count)
    assert 0.9 * count <= len(network.nodes) <= count
    assert {node.kind for node in network.nodes} == {"centre", "person", "body", "theme", "case"}
    assert len(network.shown) == len(network.items)


def test_an_invented_network_is_the_same_every_time() -> None:
    assert invented(50) == invented(50)
    assert invented(50) != invented(50, seed=1)
