"""The walk of the page goes as it says."""

import json
import re
import shutil
import subprocess

import pytest
from started import HERE, running

ROOT = HERE.parents[1]


@pytest.mark.skipif(shutil.which("curl") is None, reason="the page asks with curl")
def test_the_page_shows_real_answers(database):
    """Each answer that is shown, or the part of it, is what the lines before it give."""
    page = (HERE / "README.md").read_text(encoding="utf-8")
    walk = page[page.index("## A walk") : page.index("## How it is made")]
    blocks = re.findall(r"^```(sh|json)\n(.*?)^```$", walk, re.MULTILINE | re.DOTALL)
    assert [kind for kind, _ in blocks] == ["sh", *["sh", "json"] * 9]
    script = "\necho\n".join(text.strip() for kind, text in blocks if kind == "sh")
    with running(database) as address:
        script = script.replace("http://127.0.0.1:8000", address)
        said = subprocess.run(
            ["bash", "-euc", script], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
    answers = [json.loads(line) for line in said.splitlines() if line]
    shown = [json.loads(text) for kind, text in blocks if kind == "json"]
    for one, answer in zip(shown, answers, strict=True):
        part = {key: answer[key] for key in one} if isinstance(one, dict) else answer
        assert part == one
