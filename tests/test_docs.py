"""The pages: what they show runs and what they list is so."""

import json
import re
import runpy
import shlex
import shutil
import sqlite3
import types
from pathlib import Path

import pytest

import liftguard as lg
from liftguard.__main__ import main

ROOT = Path(__file__).parents[1]
PLAN = "at,lift,load_kg,reps,sets\n2026-06-22 18:00,deadlift,140,3,3\n"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
ids = [page.name for page in PAGES]


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_readme_prints_what_it_says(capsys):
    """Its Python runs as printed, and prints the block that follows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code, said = blocks(text, "python"), blocks(text, "text")
    assert len(code) == len(said) == 1
    exec(compile(code[0], "README.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == said[0]


@pytest.mark.parametrize("name", ["parameters", "codes"])
def test_written_pages_are_current(name):
    """A table made from the code is what its script would write today."""
    made = runpy.run_path(str(ROOT / "docs" / f"make_{name}.py"))
    for page, text in made["pages"]().items():
        assert page.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_block_is_run_or_of_a_known_kind(page):
    """Python is a doctest, which pytest runs, or the README's program; JSON can be read."""
    text = page.read_text(encoding="utf-8")
    for language, block in re.findall(r"^```(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        assert language in {"python", "sh", "text", "json", "sql", "{toctree}", "{eval-rst}"} or (
            language.startswith("{include}")
        ), f"a block of {language or 'no language'}"
        if language == "python" and page.name != "README.md":
            assert block.startswith(">>> "), block
        if language == "json":
            json.loads(block)
        if language == "sql":
            assert sqlite3.complete_statement(block)


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_commands_on_a_page_work(page, tmp_path, monkeypatch, capsys):
    """Each `python -m liftguard` line ends well, on a log with the name that the page gives it."""
    text = page.read_text(encoding="utf-8")
    lines = [line for block in blocks(text, "sh") for line in block.splitlines()]
    monkeypatch.chdir(tmp_path)
    demo = Path(lg.__file__).with_name("demo.csv")
    for line in lines:
        if not line.startswith("python -m liftguard ") or "benchmark" in line:
            continue  # the benchmark has tests of its own, and needs a folder of logs
        words = shlex.split(line, comments=True)[3:]
        for word in words:
            if word == "plan.csv":
                Path(word).write_text(PLAN, encoding="utf-8")
            elif word.endswith(".csv"):
                shutil.copy(demo, word)
        assert main(words) == 0, line
        assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["deadlift.svg", "report.png"])
def test_pictures_are_of_this_model(name):
    """A picture is small, and says that this version of the model has drawn it."""
    drawn = (ROOT / "docs" / "pictures" / name).read_bytes()
    assert len(drawn) < 80_000
    mark = f"model {lg.MODEL_VERSION}".encode()
    assert mark in drawn, "make it anew: python docs/make_pictures.py"


def test_every_public_name_is_in_the_reference():
    """The page of the interface has each name of liftguard and of its fleet and display."""
    text = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\.\. auto\w+:: (?:liftguard\.display\.)?(\w+)$", text, re.MULTILINE))
    modules = {name for name in lg.__all__ if isinstance(getattr(lg, name), types.ModuleType)}
    assert set(lg.__all__) - modules - listed == set()
    both = text + (ROOT / "docs" / "reference" / "measuring.md").read_text(encoding="utf-8")
    assert {name for name in modules if f"liftguard.{name}" not in both} == set()
    assert set(lg.display.__all__) - listed == set()
    members = re.search(r"automodule:: liftguard.fleet\n +:members: (.*)", text)[1]
    assert set(lg.fleet.__all__) == set(members.split(", "))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_lead_somewhere(page):
    """Every relative link of a page points to a file that is there."""
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    missing = [one for one in targets if "://" not in one and not (page.parent / one).exists()]
    assert missing == []


def test_sources_stand_in_the_bibliography():
    """Every tag in code and pages is listed, and every listed one is used."""
    listed = re.findall(
        r"^\| (\w+) \|", (ROOT / "docs/reference/bibliography.md").read_text("utf-8"), re.MULTILINE
    )
    used = set()
    for path in [*PAGES, *Path(lg.__file__).parent.rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"\[([A-Z]\w+\d{4}|OpenPowerlifting)\]", text))

        used |= set(re.findall(r'"([A-Z][A-Za-z]+\d{4}|OpenPowerlifting)"', text))
    assert used - set(listed) == set()
    assert set(listed) - {"tag"} - used == set()
