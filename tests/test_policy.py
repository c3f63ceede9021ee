"""Every threshold stands in Policy and is read, and the rooms that judge keep none of their own."""

import ast
from pathlib import Path

import attrs

import liftguard as lg
from liftguard.review.day_traces import KINDS

HOUSE = Path(lg.__file__).parent
FIELDS = {field.name for field in attrs.fields(lg.Policy)}

# What a number at the top of a module of `review` may be: units of time, labels of codes, a
# quantile that the words name, plates and rounding.
NO_THRESHOLDS = {
    "_DAY",
    "_HOUR",
    "_MINUTE",
    "_WEEK",
    "_NOON",
    "_SECOND",
    "_DAYS",
    "_DAYS_OFF",
    "_LINES",  # that are read
    "_MOST",  # changes that are read
    "_TRIPLE",
    "_REPS",
    "_Z",
    "_STEPS_KG",
    "_EXACT",
    "_PLATES",  # how near those of two units come
    "_LEAST_KG",
    "KINDS",  # 0, 1 and the names of thresholds: see tests/test_inquiry.py
}


def trees(*rooms):
    for room in rooms:
        for path in sorted((HOUSE / room).rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def test_every_threshold_is_read():
    """Each field is read off a policy somewhere, or by a kind of trace that names it."""
    read = {
        node.attr
        for tree in trees(".")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("policy")
    }
    by_itself = {"caution", "beyond", "widest_sd", "step_kg", "step_risk"}  # in its own methods
    named = {one for kind in KINDS for one in (kind.neutral, kind.floor, kind.common, kind.much)}
    assert FIELDS - read <= named | by_itself


def test_looking_back_keeps_no_threshold():
    """No constant of a module there holds a number that decides."""
    held = {
        ast.unparse(node.targets[0])
        for tree in trees("review")
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(
            isinstance(one, ast.Constant) and isinstance(one.value, int | float)
            for one in ast.walk(node.value)
        )
    }
    assert held == NO_THRESHOLDS


def test_every_threshold_says_what_it_is():
    """A unit and a meaning, and a default within its range."""
    for field in attrs.fields(lg.Policy):
        about = field.metadata
        assert about["unit"]
        assert about["meaning"]
        assert about["low"] <= field.default <= about["high"]
