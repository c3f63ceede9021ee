"""
What the tests share: the app in this process, and the app as its users start it.

It stands beside the modules so that pytest finds them as `python examples/fitness_app` does.

Reason to change: another way to reach the app.
"""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

import pytest
from app import create_app

with warnings.catch_warnings():  # newer versions of it ask for another client than httpx
    warnings.filterwarnings("ignore", "Using `httpx`")
    from fastapi.testclient import TestClient

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def export() -> bytes:
    """Give the log of an invented lifter, as Strong exports it."""
    return resources.files("liftguard").joinpath("demo.csv").read_bytes()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Say where the app keeps everything."""
    return tmp_path / "app.sqlite3"


@pytest.fixture
def client(database: Path) -> Iterator[TestClient]:
    """Run the app in this process."""
    with TestClient(create_app(database)) as client:
        yield client


@pytest.fixture
def new_athlete(client: TestClient) -> Callable[..., str]:
    """Make an athlete, and give the path."""

    def make(**fields: str) -> str:
        answer = client.post("/athletes", json={"zone": "Europe/Berlin"} | fields)
        assert answer.status_code == 201
        return f"/athletes/{answer.json()['id']}"

    return make


@pytest.fixture
def athlete(new_athlete: Callable[..., str]) -> str:
    """Give the path of an athlete without a log."""
    return new_athlete()


@contextmanager
def running(database: Path) -> Iterator[str]:
    """Start the app as a process of its own on a free port, give its address, and kill it."""
    command = [sys.executable, str(HERE), "--port", "0", "--database", str(database)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            lines = (re.search(r"running on (\S+)", line) for line in process.stderr)
            address = next(filter(None, lines))[1]
            yield address
        finally:
            process.kill()  # as a crash would
