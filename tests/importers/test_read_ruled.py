"""Tables of pipes with lines drawn between their rows: they are read as if these were not there."""

import pytest
from accounts import check
from clothes import SHEETS
from hypothesis import given
from hypothesis import strategies as st

from liftguard.importers import read_log

RULES = {
    "Markdown": (None, "|---|:--|--:|:-:|", None),
    "Org": (None, "|-----+-----+-----+-----|", None),
    "psql": (None, "-----+-----+-----+-----", None),
    "MySQL": ("+-----+-----+-----+-----+",) * 3,
    "grid": ("+-----+-----+-----+-----+", "+=====+=====+=====+=====+", "+-----+-----+-----+-----+"),
}
"""What is drawn above the names of the columns, below them, and below the rows."""


@pytest.mark.parametrize("drawn", RULES)
@given(
    kind=st.sampled_from(SHEETS),
    sets=st.lists(
        st.tuples(st.integers(1, 28), st.integers(1, 400), st.integers(1, 20)),
        min_size=1,
        max_size=4,
    ),
)
def test_lines_between_rows_are_no_rows(kind, drawn, sets):
    """Whatever draws them and in whatever language: the sets and the count of rows are the same."""
    rows = [(f"2025-01-{day:02}", kind.pull, str(load / 2), str(reps)) for day, load, reps in sets]
    header = tuple(kind.columns[word] for word in ("when", "lift", "kg", "reps"))
    plain = "\n".join("\t".join(cells) for cells in (header, *rows)) + "\n"
    whole = read_log(plain.encode())
    above, below, end = RULES[drawn]
    edge = "" if drawn == "psql" else "|"
    top, *lines = (f"{edge} {' | '.join(cells)} {edge}" for cells in (header, *rows))
    text = "\n".join(line for line in (above, top, below, *lines, end) if line is not None)
    log = read_log(text.encode())
    check(log)
    assert log.history == whole.history
    assert len(log.history) == len(sets)
    assert (log.rows_read, log.problems, log.skipped) == (len(sets), (), ())
