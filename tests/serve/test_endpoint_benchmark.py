"""What the benchmark of the server asks is answered, and counted."""

import asyncio
import itertools
from random import Random
from urllib.parse import urlsplit

import pytest

from benchmarks.serve import _MIXTURE, load, requests


@pytest.mark.parametrize("kind", _MIXTURE)
def test_every_request_of_the_benchmark_is_answered(served, asked, kind: str) -> None:
    port = urlsplit(served.url).port
    _, took = asyncio.run(load(port, requests(asked, Random(0), {kind: 1}), 1, 0.01))
    assert [(each.kind, each.errors) for each in took] == [(kind, 0)]


def test_point_queries_differ(asked) -> None:
    some = [request for _, request in itertools.islice(requests(asked, Random(0), {"point": 1}), 50)]
    assert len(set(some)) == 50
