"""
Write docs/reference/codes.md: every code that a host can meet, from the tables and the code.

Run `python docs/make_codes.py` after a code was added.
"""

import ast
from pathlib import Path

import liftguard as lg
from liftguard.review.day_traces import KINDS
from liftguard.words.english import ENGLISH

PAGE = Path(__file__).with_name("reference") / "codes.md"
JUDGE = Path(lg.__file__).parent / "judge"
POLICY = lg.Policy()

INTRO = """# Codes

What a host can meet in a result, and the English words for it; written by `python docs/make_codes.py`.
Codes are stable, words are not: see [stability](stability.md).
Braces hold what is filled in."""

LEVELS = {
    "CLEAR": f"`p_beyond` below `Policy.caution`, {POLICY.caution:.0%}",
    "UNKNOWN": f"the belief is wider than `Policy.widest_sd`, {POLICY.widest_sd:g} in log kg",
    "CAUTION": f"`p_beyond` from `Policy.caution`, {POLICY.caution:.0%}; or over a pain's ceiling; "
    "or too heavy to begin with right after long stillness or rising",
    "BEYOND": f"`p_beyond` from `Policy.beyond`, {POLICY.beyond:.0%}; or far over a ceiling",
}
NOTES = {
    "pain": f"for `Policy.pain_days`, {POLICY.pain_days:g} days",
    "long_still": f"while more than `Policy.stiff`, {POLICY.stiff:g}, of all creep is left",
    "just_up": f"up for less than `Policy.early_hours`, {POLICY.early_hours:g}",
    "wide_belief": f"`Policy.widest_sd`, {POLICY.widest_sd:g}",
    "stale": f"more than `stale_days`, {lg.Policy().stale_days:g}",
}

COMPUTED = {"best_30_days": "kg", "best_90_days": "kg", "peak_velocity": "deg/s"}
"""Units of the evidence whose code is put together at run time, or comes from a rule."""
COMPUTED |= {"usual_velocity": "deg/s", "held": "kg"}
COMPUTED |= dict.fromkeys(("tired_by", "tired_region", "creep", "morning", "cold", "fatigue"), "1")
COMPUTED |= {"moved": "min"}


def units_of_evidence() -> dict[str, str]:
    """Read from the code which unit each kind of evidence has."""
    found = dict(COMPUTED)
    for path in sorted(JUDGE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Evidence":
                said = {one.arg: one.value for one in node.keywords}
                code, unit = said.get("code"), said.get("unit")
                if isinstance(code, ast.Constant) and isinstance(unit, ast.Constant):
                    found[code.value] = unit.value
    return found


def words(group: str, code: str) -> str:
    """Give the words for several, and no bar that would end a cell."""
    return ENGLISH[group][code].rpartition("|")[2]


def table(title: str, heads: list[str], rows: list[list[str]]) -> str:
    lines = [f"## {title}", "", "| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


DEEDS = ("sets", "gap", "still", "moved", "loads", "up", "no_mobility", "silence", "week")
CHANGES = tuple(
    code
    for code in ENGLISH["changes"]
    if code not in {"day_between_lifts", "chance", "level", "number", "unwritten", "record"}
)
"""The codes among texts of which some are parts."""


def said(group: str, codes: tuple[str, ...]) -> list[list[str]]:
    """Give a row for each code."""
    return [[f"`{code}`", words(group, code)] for code in codes]


def plain_table(title: str, group: str) -> str:
    rows = [[f"`{code}`", words(group, code), NOTES.get(code, "")] for code in ENGLISH[group]]
    return table(title, ["code", "words", "by default"], rows)


def pages() -> dict[Path, str]:
    """Make the page."""
    units = units_of_evidence()
    evidence = [[f"`{code}`", words("evidence", code), units[code]] for code in ENGLISH["evidence"]]
    traces = [
        [f"`{kind.code}`", words("traces", kind.code), kind.cause.replace("_", " "), kind.unit]
        for kind in KINDS
    ]
    levels = [[f"`{code}`", rule] for code, rule in LEVELS.items()]
    parts = [
        INTRO,
        table("Levels", ["code", "when, by default"], levels),
        plain_table("Causes", "causes"),
        table("Evidence of a cause", ["code", "words", "unit"], evidence),
        plain_table("Caveats", "caveats"),
        plain_table("Records that were missing", "records"),
        plain_table("Steps", "steps"),
        plain_table("Suggestions", "suggestions"),
        plain_table("Why a suggestion is not more", "reasons"),
        plain_table("What to plan next", "next"),
        plain_table("What makes a movement without a bar easier", "eases"),
        table("Traces before a pain", ["code", "words", "speaks for", "unit"], traces),
        table("What was done before a pain", ["code", "words"], said("deeds", DEEDS)),
        table("What to change after it", ["code", "words"], said("changes", CHANGES)),
        plain_table("Doubts about a log", "doubts"),
        plain_table("What to do about a doubt", "doubt_steps"),
        plain_table("Remarks on an athlete of a squad", "squad"),
        "`tests/test_words.py` holds that every code that is given has words in every language.\n",
    ]
    return {PAGE: "\n\n".join(parts)}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
