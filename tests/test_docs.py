"""The pages: what they show runs and what they list is so."""

import re
import runpy
from pathlib import Path

import pytest

import liftguard as lg

ROOT = Path(__file__).parents[1]
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


def test_the_parameters_page_is_current():
    """The table is what the Params say."""
    made = runpy.run_path(str(ROOT / "docs" / "make_parameters.py"))
    page = ROOT / "docs" / "reference" / "parameters.md"
    assert page.read_text(encoding="utf-8") == made["page"]()


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
