"""
Write one text of each kind with whatever version of liftguard is on the path.

`python tests/stored/make.py FOLDER` makes a folder of samples; README.md beside it says
which commits made those that are kept. It runs with every version since the first one, so
it asks what there is.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import liftguard as lg

FIRST = datetime(2026, 1, 5, 18)
LAST = FIRST + timedelta(weeks=5)  # Monday, 9 February
NEXT = LAST + timedelta(weeks=1)


def entries():
    """Give six weeks of pulling, one miss, and one entry of each other kind."""
    yield lg.Bodyweight(at=FIRST - timedelta(hours=11), kg=82.5)
    for week in range(6):
        at = FIRST + timedelta(weeks=week)
        yield lg.LoggedSet(lift="deadlift", at=at, load_kg=120, reps=5, kind="warmup")
        yield lg.LoggedSet(
            lift="deadlift",
            at=at + timedelta(minutes=5),
            load_kg=170 + 2.5 * week,
            reps=3,
            rpe=8.5,
            rest_s=240,
            session=f"week {week + 1}",
            id=f"d{week}",
        )
    yield lg.LoggedSet(
        lift="deadlift",
        at=LAST + timedelta(minutes=10),
        load_kg=200,
        reps=0,
        missed=True,
        note="left the floor, no further",
    )
    yield lg.LoggedSet(
        lift="Atlas stone",
        at=LAST + timedelta(minutes=20),
        load_kg=0.1 + 0.2,
        reps=2,
        to_failure=True,
    )
    yield lg.Stillness(
        start=LAST - timedelta(hours=3), end=LAST - timedelta(hours=1), posture="sitting"
    )
    yield lg.Mobility(
        at=LAST - timedelta(minutes=30), minutes=12, regions=("hamstrings", "low_back")
    )
    yield lg.Pain(at=LAST + timedelta(hours=1), region="low_back", severity=6, kind="spasm")
    yield lg.Readiness(at=LAST - timedelta(hours=10), score=0.7, sleep_h=6.5)
    yield lg.Rising(at=LAST - timedelta(hours=11, minutes=30))


def values():
    """Give one value of each kind that the version can store."""
    guard, history = lg.Guard(), lg.History(list(entries()))
    state = guard.replay(history).state
    planned = lg.PlannedSet(lift="deadlift", load_kg=190, reps=3, rpe=9)
    ramp = lg.PlannedSet(lift="deadlift", load_kg=120, reps=5)
    session = lg.PlannedSession(at=NEXT, sets=[ramp, planned], rest_s=240)
    yield "history", history
    yield "policy", lg.Policy(caution=0.1, beyond=0.3)
    yield "planned_session", session
    yield "params", lg.Params()
    yield "athlete_state", state
    yield "forecast", guard.forecast(state, planned, at=NEXT)
    yield "verdict", guard.check(state, planned, at=NEXT)
    if hasattr(guard, "investigate"):  # since model version 3
        pain = next(one for one in history if isinstance(one, lg.Pain))
        yield "finding", guard.investigate(history, pain)
        yield "patterns", guard.patterns(history)
        yield "plan_check", guard.check_plan(state, [session])
    if hasattr(guard, "suggest"):  # since schema 3
        yield "suggestion", guard.suggest(state, "deadlift", 3, at=NEXT + timedelta(weeks=4))
        yield "bests", guard.bests(state, "deadlift", at=NEXT + timedelta(weeks=4))
        yield "advice", guard.advise(state, planned, at=NEXT)
        yield "doubt", guard.check_log(history, now=FIRST)[0]
        yield "next", guard.next_session(state, session, at=NEXT + timedelta(weeks=4))[0]


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    for name, value in values():
        (folder / f"{name}.json").write_text(lg.dumps(value) + "\n", encoding="utf-8")
