"""The front door as type checkers and editors see it: every name typed, a misspelt one an error."""

import ast
import importlib
import re
import subprocess
import sys
import typing
from pathlib import Path

import liftguard as lg
from liftguard.importers import READABLE
from liftguard.words import LANGUAGES

DOOR = Path(lg.__file__)

# Where a checker has to complain there is the code of its complaint.
PROGRAM = """
from datetime import datetime

import liftguard as lg
from liftguard import Guard, History, fleet, read_log
from liftguard import Gaurd  # attr-defined

log: lg.Log = lg.read_log("strong.csv")
number: int = read_log("strong.csv")  # assignment
lg.reed_log("strong.csv")  # attr-defined
lg.fleet.chekc  # attr-defined

at = datetime(2026, 1, 5, 18)
guard = Guard()
state: lg.AthleteState = guard.replay(log.history).state
guard.replay(log)  # arg-type
planned = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
lg.PlannedSet(lift="deadlift", load_lb=405, reps=3)  # call-arg
verdict: lg.Verdict = guard.check(state, planned, at=at)
guard.check(state, planned)  # call-arg
worst: lg.Level = verdict.level
chance: float = verdict.p_beyond  # assignment
first: History = log.history[:10]
entry: lg.Entry = log.history[0]
first[0].load_kg  # union-attr
said: str = lg.say_verdict(verdict, "lb")
lg.say_verdict(log)  # arg-type
stored: lg.AthleteState = lg.loads(lg.dumps(state))
back = lg.loads(lg.dumps(state))
same: bool = back == state and len(back.lifts) > 0
rising: lg.Rising = lg.loads("", expect=lg.Rising)
wrong: lg.Pain = lg.loads("", expect=lg.Rising)  # assignment
card: str = lg.display.card(verdict)
checks: tuple[fleet.AthleteCheck, ...] = lg.fleet.check(guard, {"Ada": state}, {})
scores: lg.evaluation.Backtest = lg.evaluation.backtest(log.history, guard)
lg.evaluation.backtest(guard, log.history)  # arg-type

lg.say_verdict(verdict, log.unit, language="de")
lg.say_verdict(verdict, "stone")  # arg-type
lg.say_verdict(verdict, language="fr")  # arg-type
lg.display.card(verdict, unit="lbs")  # arg-type
guard.replay(log.history).plot("squat", unit="pound")  # arg-type
lg.fleet.say_athlete(checks[0], language="fr")  # arg-type
lg.read_log("strong.csv", app="strong", unit="lb", dates="dmy", doubles="drop")
lg.read_log("strong.csv", app="stronk")  # arg-type
lg.read_log("strong.csv", unit="lbs")  # arg-type
lg.read_log("strong.csv", dates="ymd")  # arg-type
lg.read_log("strong.csv", doubles="merge")  # arg-type
done = lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=5, kind="warmup", at_known_to="day")
lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=5, kind="warm-up")  # arg-type
lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=5, at_known_to="hour")  # arg-type
lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=5, from_note=("note",))  # arg-type
lg.Stillness(start=at, end=at, posture="car")  # arg-type
lg.Pain(at=at, region="lower back", severity=3, kind="ouch")  # arg-type
lg.Mobility(at=at, minutes=10, regions=("hips",))  # arg-type
lg.Moved(at=at, motion="flexing")  # arg-type
lg.Moved(at=at, motion="flexion", cause="sneezing")  # arg-type
lg.Movement(motion="bend")  # arg-type
lg.Profile(sex="f")  # arg-type
unit: lg.choices.Unit = "lb"
lg.Profile(sex="female"), lg.choices.Untis  # attr-defined
"""


def imported_for_checkers():
    """Give each name that the door imports for checkers, with the module it is said to be in."""
    (block,) = (
        node
        for node in ast.parse(DOOR.read_text(encoding="utf-8")).body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    return {alias.name: node.module for node in block.body for alias in node.names}


def test_choices_are_what_is_checked():
    """The words that a checker takes are those that the library takes, in its order."""
    choices = lg.choices
    assert set(typing.get_args(choices.AppName)) == {one.name for one in READABLE}
    assert typing.get_args(choices.BodyArea) == lg.BODY_AREAS
    assert typing.get_args(choices.Region) == lg.REGIONS
    assert set(typing.get_args(choices.Language)) == set(LANGUAGES)


def test_the_door_is_one_list():
    """What is public, what checkers import, what is loaded and what `dir` lists are the same."""
    said = imported_for_checkers()
    assert sorted(said) == sorted(lg.__all__)
    assert {name for name in dir(lg) if not name.startswith("_")} == set(lg.__all__)
    for name, home in said.items():
        assert getattr(lg, name) is getattr(importlib.import_module(home), name)


def test_checkers_complain_where_they_should(tmp_path):
    """A small program of a user has the complaints that are written beside its lines, no more."""
    path = tmp_path / "program.py"
    path.write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--hide-error-context"]
    command += ["--cache-dir", str(tmp_path / "cache"), "--config-file=", path.name]
    told = subprocess.run(  # noqa: S603 - our own interpreter and words
        command, cwd=tmp_path, capture_output=True, text=True, check=False
    ).stdout
    found = re.findall(rf"{path.name}:(\d+): error: .*\[([\w-]+)\]", told)
    complaints = {int(line): code for line, code in found}
    lines = enumerate(PROGRAM.splitlines(), 1)
    wanted = {n: line.partition("  # ")[2] for n, line in lines if "  # " in line}
    assert complaints == wanted, told
