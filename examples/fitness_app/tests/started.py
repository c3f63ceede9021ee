"""
The app as its users start it: a process of its own.

Reason to change: how it is started.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parents[1]


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
