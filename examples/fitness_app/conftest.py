"""
What the tests share: the app in this process, and an export.

It stands beside the modules so that pytest finds them as `python examples/fitness_app` does.

Reason to change: another way to reach the app.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import pytest
from app import create_app

with warnings.catch_warnings():  # newer versions of it ask for another client than httpx
    warnings.filterwarnings("ignore", "Using `httpx`")
    from fastapi.testclient import TestClient


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
