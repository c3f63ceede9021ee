"""
Draw docs/pictures: what README and pages show of the log that comes with the library.

Run `python docs/make_pictures.py`. It needs what the groups `tests` and `browser-tests`
install, and Chromium, on the path or named by the environment variable CHROMIUM.
"""

import contextlib
import io
import os
import shutil
import tempfile
from importlib import resources
from pathlib import Path

import liftguard as lg
from liftguard.__main__ import main as command

ROOM = Path(__file__).parent / "pictures"
LOG = resources.files("liftguard").joinpath("demo.csv")
MARK = {"Description": f"liftguard demo log, model {lg.MODEL_VERSION}"}
WIDE, EDGE = 1000, 16  # of the page, and what is left around what is seen of it [px]
COLOURS = 128  # fewer than it has, for a small file, and enough to keep all of its kinds
SEEN = """[document.querySelector('#ceilings').getBoundingClientRect().top,
           document.querySelector('#time figure').getBoundingClientRect().bottom]"""


def deadlift():
    """Draw the deadlifts of the log, as a notebook shows them."""
    import matplotlib as mpl

    mpl.use("Agg")
    track = lg.Guard().replay(lg.read_log(LOG).history)
    drawn = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "liftguard"}):  # the same picture is the same file
        axes = track.plot("deadlift")
        axes.figure.savefig(drawn, format="svg", metadata=MARK | {"Date": None})
    lines = (line.rstrip() for line in drawn.getvalue().splitlines())
    return "\n".join([*lines, ""]).encode()


def report():
    """Take a picture of the report's page: ceilings and the first lifts over time."""
    from PIL import Image, PngImagePlugin
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page = Path(folder) / "page.html"
        with contextlib.redirect_stdout(io.StringIO()):
            command(["report", str(LOG), "--html", str(page)])
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDE, "height": 900}, color_scheme="light")
        tab.goto(page.as_uri())
        top, low = tab.evaluate(SEEN)
        box = {"x": 0, "y": top - EDGE, "width": WIDE, "height": low - top + 2 * EDGE}
        taken = tab.screenshot(full_page=True, clip=box)
        browser.close()
    about, out = PngImagePlugin.PngInfo(), io.BytesIO()
    about.add_text("Description", MARK["Description"])
    whole = Image.open(io.BytesIO(taken)).convert("RGB")
    few = whole.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(out, format="PNG", optimize=True, pnginfo=about)
    return out.getvalue()


def main():
    ROOM.mkdir(exist_ok=True)
    for name, draw in {"deadlift.svg": deadlift, "report.png": report}.items():
        (ROOM / name).write_bytes(draw())


if __name__ == "__main__":
    main()
