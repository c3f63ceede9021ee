"""A fleet on disk: parts that are complete stay, parts that are not count for nothing."""

import sys

import numpy as np
import pytest
from strategies import GUARD

import liftguard as lg
from liftguard import fleet
from liftguard.__main__ import main

PARTS = 3
NAMES = [f"athlete {n}" for n in range(12)]


def rows(names, day, load_kg=100.0):
    """Give a set of squats on a day for each name."""
    at = np.datetime64("2026-01-05T18:00", "us") + np.timedelta64(day, "D")
    return {
        "athlete": list(names),
        "lift": ["squat"] * len(names),
        "at": np.full(len(names), at),
        "load_kg": [load_kg] * len(names),
        "reps": [5] * len(names),
    }


def run(folder, **paths):
    held = {name: folder / path for name, path in paths.items()}
    return [fleet.run_part(GUARD, part, PARTS, **held) for part in range(PARTS)]


def states(folder):
    return {
        name: state
        for part in range(PARTS)
        for name, state in fleet.read_part(folder, part, PARTS).items()
    }


@pytest.fixture
def night(tmp_path):
    """Give a folder with the sets of one night, learned."""
    fleet.write_parts(rows(NAMES, 0), tmp_path / "sets-0", PARTS)
    run(tmp_path, sets="sets-0", target="night-0")
    return tmp_path


def test_parts_together_are_the_whole(night):
    """Everybody is in one part, with the state and the chance of the whole."""
    whole = fleet.replay_columns(GUARD, rows(NAMES, 0))
    assert states(night / "night-0") == dict(whole.states)
    assert {fleet.part_of(name, PARTS) for name in NAMES} == set(range(PARTS))


def test_a_next_night_goes_on_and_loses_nobody(night):
    """Who did not train, and who has rows that are wrong, keep the state that they had."""
    before = states(night / "night-0")
    today = rows(NAMES[:6], 2)
    today["load_kg"][0] = float("nan")
    fleet.write_parts(today, night / "sets-1", PARTS)
    done = run(night, sets="sets-1", target="night-1", start="night-0")
    after = states(night / "night-1")
    assert set(after) == set(NAMES)
    problems = {name for one in done for name in one.problems}
    assert problems == {NAMES[0]}
    for name in (NAMES[0], *NAMES[6:]):
        assert after[name] == before[name]
    both = [lg.LoggedSet(lift="squat", at=fleet.moment_of(rows("x", day)["at"][0]), load_kg=100,
                         reps=5) for day in (0, 2)]  # fmt: skip
    assert after[NAMES[1]].at == GUARD.replay(lg.History(both)).state.at


def test_complete_parts_are_left_alone_and_unfinished_ones_cleared(night):
    """A part without its folder is done again; what a killed worker left does not count."""
    target = night / "night-0"
    name = fleet.part_name(1, PARTS)
    stamps = {one: one.stat().st_mtime_ns for one in target.glob("part-*/done.json")}
    for one in (target / name).iterdir():
        one.unlink()
    (target / name).rmdir()
    (target / ".unfinished-x").mkdir()
    assert fleet.clear_unfinished(target) == 1
    run(night, sets="sets-0", target="night-0")
    assert set(states(target)) == set(NAMES)
    for one, when in stamps.items():
        assert (one.stat().st_mtime_ns == when) == (one.parent.name != name)


def test_a_start_in_other_parts_is_refused(night):
    """Athletes are shared out by how many parts there are: a mix would lose some."""
    with pytest.raises(lg.InvalidValue, match="in as many parts"):
        fleet.run_part(
            GUARD, 0, 2, sets=night / "sets-0", target=night / "n", start=night / "night-0"
        )


def test_speed_says_what_it_needs(monkeypatch, capsys):
    """Without the libraries to compare with, and without a folder, one sentence."""
    monkeypatch.setitem(sys.modules, "fsrs", None)
    assert main(["benchmark", "--speed"]) == 2
    assert "pip install" in capsys.readouterr().err
    assert main(["benchmark"]) == 2
    assert "--speed" in capsys.readouterr().err
