"""
Write docs/reference/parameters.md and policy.md from the Params and the Policy themselves.

Run `python docs/make_parameters.py`; a test holds the pages to what this would write.
"""

from pathlib import Path

import attrs

from liftguard import Params, Policy
from liftguard.model.params import MODEL_VERSION

REFERENCE = Path(__file__).parent / "reference"
PARAMETERS = f"""# Parameters

Every number of the model, version {MODEL_VERSION}, written by `python docs/make_parameters.py`.
"paper" was read in the paper named, "meets" was computed on public powerlifting meets, "logs" on training logs ([which](../explanation/what_we_tried.md#repetitions-in-reserve)), "arithmetic" follows from such figures, "house" is a modelling assumption without a published number.

| name | default | unit | range | mark | source | meaning |
|---|---|---|---|---|---|---|
"""
POLICY = """# Policy

Every threshold that a host may set, written by `python docs/make_parameters.py`.
Where no source is named, a threshold is a house rule: what a careful coach would say.
[How to tune it](../how-to/tune_the_policy.md), and [how often the defaults speak up](../explanation/calibration.md).

| name | default | unit | range | source | meaning |
|---|---|---|---|---|---|
"""


def row(field: attrs.Attribute, *columns: str) -> str:
    """Give a row of a table of numbers."""
    about = field.metadata
    cells = (
        f"`{field.name}`",
        f"{field.default:.5g}",
        about["unit"],
        f"{about['low']:g} to {about['high']:g}",
        *(about[column] for column in columns),
    )
    return "| " + " | ".join(cells) + " |\n"


def pages() -> dict[Path, str]:
    """Give the pages as text."""
    numbers = [row(one, "mark", "source", "meaning") for one in attrs.fields(Params)]
    thresholds = [row(one, "source", "meaning") for one in attrs.fields(Policy)]
    return {
        REFERENCE / "parameters.md": PARAMETERS + "".join(numbers),
        REFERENCE / "policy.md": POLICY + "".join(thresholds),
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
