"""A real server on a real port, over the graph of the invented minutes."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from kg.serve.app import make_app
from kg.serve.config import Config


class Served:
    """A running server: `url` is where, without a slash at its end; `client` asks it; `app` is what it serves."""

    def __init__(self, config: Config) -> None:
        # as `kg serve` does: whoever still reads when it ends is not waited for
        self.app = make_app(config)
        settings = uvicorn.Config(self.app, port=0, log_level="warning", timeout_graceful_shutdown=2)
        self._server = uvicorn.Server(settings)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive()
            self._thread.join(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.client = httpx.Client(base_url=self.url, timeout=300)

    def stop(self) -> None:
        self.client.close()
        self._server.should_exit = True
        self._thread.join(20)


@pytest.fixture
def serve() -> Iterator[Callable[[Config], Served]]:
    """Starts a server for one test: `serve(Config(store, ...))`."""
    running: list[Served] = []

    def start(config: Config) -> Served:
        running.append(Served(config))
        return running[-1]

    yield start
    for each in running:
        each.stop()


@pytest.fixture(scope="session")
def served(example_store: Path) -> Iterator[Served]:
    """One server over the graph of the examples, for all tests that change nothing."""
    server = Served(Config(example_store))
    yield server
    server.stop()


@pytest.fixture
def client(served: Served) -> httpx.Client:
    """A client of that server."""
    return served.client
