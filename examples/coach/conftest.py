"""What the tests share: the page of the invented squad, as the command writes it."""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Give the path of the page and what the command printed."""
    out = tmp_path_factory.mktemp("coach") / "squad.html"
    command = [sys.executable, HERE, HERE / "squad", "--at", "2026-03-02", "--out", out]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return out, done.stdout


@pytest.fixture(scope="session")
def at():
    return datetime(2026, 3, 2)
