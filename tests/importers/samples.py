"""
What the contract of an app writes: workouts to go through a file, and what must come back.

A kind of file holds only some of what a lifter does: `held` leaves that of workouts, and
`expected` lists the sets that come back from them, worked out without the library.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import strategies as own
from strategies import Done, Exercise, Workout
from writers import KG_PER_LB
from written import SPOILT

# --- workouts to write


class NoNumber(str):
    """What stands where a number should, however a writer writes numbers."""

    __slots__ = ()

    def __format__(self, _):
        return str(self)

    def __repr__(self):
        return str(self)

    def __truediv__(self, _):
        return self


class NoDay(datetime):
    """The 45th of a month, however a writer writes days."""

    day = 45

    def strftime(self, form):
        return super().strftime(form.replace("%d", f"{self.day}"))


def single(day, load=100.0, reps=5):
    """Give a workout of one set."""
    return Workout(day, "Legs", "", [Exercise("Squat", [Done(load, reps, None, None, "")])], None)


A_SET_A_DAY = [
    single(datetime(2024, 5, 6, 17, 48)),
    single(datetime(2024, 5, 8, 17, 48), 102.5),
    single(datetime(2024, 5, 17, 9, 30), 105.0),
]
SPOILT_DAY = {  # in place of the second day
    "load": single(A_SET_A_DAY[1].at, load=NoNumber(SPOILT["load"])),
    "reps": single(A_SET_A_DAY[1].at, reps=NoNumber(SPOILT["reps"])),
    "when": single(NoDay(2024, 5, 8, 17, 48)),
}

ONE_DAY = Workout(
    datetime(2024, 5, 6, 17, 48),
    "Legs",
    "fine",
    [Exercise("Squat", [Done(100.0, 5, 8.0, None, "easy"), Done(120.0, 3, None, "failure", "")])],
    600,
)
TWO_DAYS = [
    Workout(
        datetime(2024, 5, 6, 17, 48),
        "Legs, heavy",
        "fine",
        [
            Exercise(
                "Squat",
                [
                    Done(60.0, 8, None, "warmup", ""),
                    Done(102.5, 5, 8.5, None, 'slow, "grip"; then light'),
                    Done(110.0, 5, None, "failure", ""),
                ],
            ),
            Exercise("Käferzug", [Done(30.0, 12, None, None, "")]),
        ],
        900,
    ),
    Workout(
        datetime(2024, 5, 17, 9, 30),
        "Pull",
        "",
        [
            Exercise(
                "Deadlift (Barbell)", [Done(140.0, 5, 9.0, None, ""), Done(150.0, 5, 9.5, None, "")]
            )
        ],
        None,
    ),
]

UNTOLD = [
    one._replace(exercises=[Exercise("Käferzug", [Done(30.0, 8, None, None, "")])])
    for one in A_SET_A_DAY
]
"""Workouts whose lifts and loads do not show their unit."""

KEYS = {"Bench": "bench_press", "Deadlift": "deadlift"}

# --- what a kind of file holds of them


def text_held(kind, text):
    """Leave of a text what a kind of file can hold."""
    if not kind.lines:
        text = re.sub(r"[\r\n]", " ", text)
    return text if kind.commas else re.sub(rf'["{kind.separator}]', " ", text)


def sets_held(kind, sets):
    """Leave of the sets of an exercise what a kind of file can hold."""
    first = sets[0]
    if kind.shares == "all":
        return [first._replace(note=text_held(kind, first.note))] * len(sets)
    found = []
    for done in sets:
        held = done._replace(note=text_held(kind, done.note))
        if kind.shares == "load":
            held = held._replace(load=first.load)
        if kind.shares == "note":
            held = held._replace(note=text_held(kind, first.note))
        if kind.shares == "ramp" and done.mark == "warmup":  # without an effort, before the rest
            held = held._replace(rpe=None)
        if kind.singles:
            held = held._replace(reps=min(done.reps, 1), rpe=None, mark=None)
        if kind.programme or (
            kind.shares == "load" and not first.load
        ):  # there a set without repetitions may be one that was not tried
            held = held._replace(reps=max(done.reps, 1))
        if kind.by_row != "set":
            held = held._replace(note=text_held(kind, first.note), mark=first.mark)
        found.append(held)
    if kind.shares == "ramp":
        found.sort(key=lambda done: done.mark != "warmup")
    return found


def held(kind, workouts):
    """Leave of the workouts what a kind of file can hold."""
    return [
        workout._replace(
            title=text_held(kind, workout.title),
            note=text_held(kind, workout.note),
            exercises=[
                own.Exercise(
                    kind.lifts[place] if kind.lifts else " ".join(text_held(kind, lift).split()),
                    sets_held(kind, sets),
                )
                for place, (lift, sets) in enumerate(workout.exercises)
            ],
        )
        for workout in workouts
    ]


def moment(kind, workout):
    """Tell when a kind of file says that a workout was."""
    at = workout.at
    if not kind.clock:
        return at.replace(hour=0, minute=0, second=0)
    at = at if kind.seconds else at.replace(second=0)
    return at.replace(tzinfo=UTC) if kind.zone else at


def prescribed(kind, counts):
    """Tell how many repetitions each set of a five-by-five programme should have had."""
    if kind.singles:
        return 1
    best = max(counts)
    if not kind.programme or best > 5 or (kind.programme == "threes too" and best <= 3):
        return None
    return 5


def expected(kind, workouts):
    """List the sets that must come back, field by field."""
    every = [one for workout in workouts for exercise in workout.exercises for one in exercise.sets]
    ramps = kind.marks.get("warmup") != kind.marks.get(None)
    own_plan = "Required Reps" in kind.header  # written with as many as were done
    normal = "work" if kind.normal and any(one.mark == "warmup" for one in every) else None
    sets = []
    for workout in workouts:
        at = moment(kind, workout)
        title = workout.title.strip() if kind.holds("title") else ""
        hour = kind.clock and not kind.each_set
        session = f"{title} {at:%Y-%m-%d %H:%M}" if hour else f"{title} {at:%Y-%m-%d}"
        for lift, done in workout.exercises:
            planned = prescribed(kind, [one.reps for one in done])
            for one in done:
                said = [one.note] * kind.holds("note") + [workout.note] * kind.holds("session_note")
                marked = (
                    one.mark if ramps and kind.marks.get(one.mark) != kind.marks.get(None) else None
                )
                kinds = {"warmup": "warmup", "drop": "drop", None: normal, "failure": normal}
                sets.append(
                    {
                        "lift": own.WRITTEN_LIFTS.get(lift, KEYS.get(lift, lift)),
                        "load_kg": pytest.approx(
                            one.load * (KG_PER_LB if kind.unit.startswith("lb") else 1.0), abs=1e-5
                        ),
                        "reps": one.reps,
                        "at": at,
                        "missed": one.reps == 0 or (planned is not None and one.reps == 4),
                        "planned_reps": (one.reps or None) if own_plan else planned,
                        "rpe": one.rpe if kind.holds("rpe") else None,
                        "kind": kinds[marked],
                        "to_failure": marked == "failure",
                        "note": "; ".join(part.strip() for part in said if part.strip()) or None,
                        "session": session.strip(),
                    }
                )
    return sets
