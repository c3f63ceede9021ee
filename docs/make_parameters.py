"""
Write docs/reference/parameters.md from the Params and Policy themselves.

Run `python docs/make_parameters.py`; a test holds the page to what this would write.
"""

from pathlib import Path

import attrs

from liftguard import Params
from liftguard.model.params import MODEL_VERSION

PAGE = Path(__file__).parent / "reference" / "parameters.md"
HEAD = f"""# Parameters

Every number of the model, version {MODEL_VERSION}, written by `python docs/make_parameters.py`.
"paper" was read in the paper named, "meets" was computed on public powerlifting meets, "arithmetic" follows from such figures, "house" is a modelling assumption without a published number.

| name | default | unit | range | mark | source | meaning |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """Give the page as text."""
    rows = []
    for field in attrs.fields(Params):
        about = field.metadata
        cells = (
            f"`{field.name}`",
            f"{field.default:.5g}",
            about["unit"],
            f"{about['low']:g} to {about['high']:g}",
            about["mark"],
            about["source"],
            about["meaning"],
        )
        rows.append("| " + " | ".join(cells) + " |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
