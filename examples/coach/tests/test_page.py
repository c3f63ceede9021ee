"""The page in a real browser: no way off its width, no errors, readable for everybody."""

import os
import shutil

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

WIDTHS = {"phone": 390, "desktop": 1280}


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(
    params=[(width, scheme) for width in WIDTHS for scheme in ("light", "dark")], ids="-".join
)
def opened(request, browser, written):
    """Open the page with everything unfolded, and note what it asks for and complains of."""
    width, scheme = request.param
    tab = browser.new_page(viewport={"width": WIDTHS[width], "height": 900}, color_scheme=scheme)
    tab.asked, tab.complaints = [], []
    tab.on("request", lambda one: tab.asked.append(one.url))
    tab.on("console", lambda one: tab.complaints.append(one.text))
    tab.on("pageerror", lambda one: tab.complaints.append(str(one)))
    tab.goto(written[0].as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    yield tab
    tab.close()


def test_it_fits_its_width(opened):
    """Nothing makes the page scroll sideways, with all evidence unfolded."""
    wide, room = opened.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= room


def test_no_level_and_no_date_is_broken(opened):
    """Each stands on one line, on the page and in its cards."""
    broken = opened.evaluate(
        """() => {
          const whole = /^(CLEAR|UNKNOWN|CAUTION|BEYOND)$/;
          const cells = [...document.querySelectorAll('td')].filter(
            one => whole.test(one.textContent.trim()));
          const spans = [...document.querySelectorAll('.level, .day, .lg-day')];
          return [...cells, ...spans].filter(one => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const lines = [...range.getClientRects()].map(box => Math.round(box.bottom / 8));
            return new Set(lines).size > 1;
          }).map(one => one.textContent);
        }"""
    )
    assert broken == []


def test_it_needs_nothing_else(opened, written):
    """The file itself is all that is asked for, and nothing is complained of."""
    assert opened.asked == [written[0].as_uri()]
    assert opened.complaints == []


def test_it_is_accessible(opened):
    """Axe finds no violation, in light and dark, folded out."""
    found = axe.Axe().run(opened)
    assert found.violations_count == 0, found.generate_report()


def test_everything_is_reached_by_keyboard(opened):
    """Each link and each summary takes the focus in turn, and Enter folds the latter."""
    summaries = opened.locator("summary")
    count = summaries.count()
    assert count > 10
    seen = 0
    for _ in range(opened.locator("a, summary").count()):
        opened.keyboard.press("Tab")
        seen += opened.evaluate("document.activeElement.tagName === 'SUMMARY'")
    assert seen == count
    opened.keyboard.press("Enter")
    assert summaries.nth(count - 1).evaluate("one => one.parentElement.open") is False
