"""The page of a report in a real browser: it fits, asks for nothing, and everybody can read it."""

import os
import shutil
from importlib import resources

import pytest

from liftguard.__main__ import main

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

LOG = str(resources.files("liftguard").joinpath("demo.csv"))
WIDTHS = {"phone": 390, "desktop": 1280}


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Give the address of the page of the log that comes with the library."""
    out = tmp_path_factory.mktemp("page") / "page.html"
    assert main(["report", LOG, "--html", str(out)]) == 0
    return out.as_uri()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_everywhere(browser, written, width, scheme):
    """Unfolded it is no wider than its window, complains of nothing, and axe finds nothing."""
    tab = browser.new_page(viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme)
    asked, complaints = [], []
    tab.on("request", lambda one: asked.append(one.url))
    tab.on("console", lambda one: complaints.append(one.text))
    tab.on("pageerror", lambda one: complaints.append(str(one)))
    tab.goto(written)
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    wide, room = tab.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room
    assert asked == [written]
    assert complaints == []
    found = axe.Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()
    tab.close()
