"""Random workouts written as every export that is known, and read back the same."""

from __future__ import annotations

import re
from datetime import UTC

import pytest
import strategies as own
from accounts import check
from hypothesis import given, settings
from hypothesis import strategies as st
from writers import FORMATS, KG_PER_LB

from liftguard.importers import read_log

BY_NAME = {kind.name: kind for kind in FORMATS}


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
    best = max(counts)
    if not kind.programme or best > 5:
        return 0
    return best if kind.programme == "threes too" and best <= 3 else 5


def expected(kind, workouts):
    """List the sets that must come back, field by field."""
    every = [one for workout in workouts for exercise in workout.exercises for one in exercise.sets]
    ramps = kind.marks.get("warmup") != kind.marks.get(None)
    normal = "work" if kind.normal and any(one.mark == "warmup" for one in every) else None
    sets = []
    for workout in workouts:
        at = moment(kind, workout)
        title = workout.title.strip() if kind.holds("title") else ""
        session = f"{title} {at:%Y-%m-%d %H:%M}" if kind.clock else f"{title} {at:%Y-%m-%d}"
        for lift, done in workout.exercises:
            least = prescribed(kind, [one.reps for one in done])
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
                        "missed": one.reps == 0 or one.reps < least,
                        "rpe": one.rpe if kind.holds("rpe") else None,
                        "kind": kinds[marked],
                        "to_failure": marked == "failure",
                        "note": "; ".join(part.strip() for part in said if part.strip()) or None,
                        "session": session.strip(),
                    }
                )
    return sets


KEYS = {"Bench": "bench_press", "Deadlift": "deadlift"}


@pytest.mark.parametrize("name", BY_NAME)
@settings(max_examples=settings().max_examples // 3)
@given(workouts=own.workouts())
def test_what_is_written_is_read_back(name, workouts):
    kind = BY_NAME[name]
    workouts = held(kind, workouts)
    log = read_log(kind.bytes_of(workouts), **kind.options)
    check(log)
    assert log.app == kind.app
    assert log.problems == ()
    wanted = expected(kind, workouts)
    found = [{field: getattr(done, field) for field in wanted[0]} for done in log.history]
    assert found == wanted
    runs = sum(workout.run_s is not None for workout in workouts) * kind.holds("seconds")
    counts = {
        "set": len(wanted),
        "exercise": sum(len(workout.exercises) for workout in workouts),
        "workout": len(workouts),
    }
    assert log.rows_with_sets == counts[kind.by_row]
    assert [skip.reason for skip in log.skipped] == ["cardio or timed"] * runs


def plain(workouts):
    """
    Leave out quotes and line ends, so that each row is a line and each quote a stray one.

    Misses, too: what one is depends on the names of the sets around it.
    """

    def text(words):
        return re.sub(r'["\r\n]', " ", words)

    def done(one):
        return one._replace(note=text(one.note), reps=max(one.reps, 1))

    return [
        workout._replace(
            title=text(workout.title),
            note=text(workout.note),
            exercises=[
                own.Exercise(text(lift), [done(one) for one in sets])
                for lift, sets in workout.exercises
            ],
        )
        for workout in workouts
    ]


LINED = (
    *("strong classic", "strong Android", "strong Workout #", "hevy English", "hevy semicolons"),
    *("fitnotes", "fitnotes iOS", "liftosaur", "stronglifts", "fitbod old", "gymbook", "wide"),
    *("sets by reps", "lyfta", "sheet English", "sheet German", "sheet French"),
)


@pytest.mark.parametrize("name", LINED)
@settings(max_examples=settings().max_examples // 6)
@given(workouts=own.workouts(), data=st.data())
def test_a_stray_quote_costs_no_more_than_its_row(name, workouts, data):
    kind = BY_NAME[name]
    lines = kind.bytes_of(held(kind, plain(workouts))).decode().split(kind.end)
    whole = read_log(kind.end.join(lines).encode(), **kind.options)
    at, place = data.draw(own.places_of_cells(lines, kind.separator))
    lines[at] = f'{lines[at][:place]}"{lines[at][place:]}'
    log = read_log(kind.end.join(lines).encode(), **kind.options)
    check(log)
    assert log.rows_read == whole.rows_read
    assert log.rows_with_sets >= whole.rows_with_sets - 1
    here = {skip.row for skip in (*log.problems, *log.skipped)} - {one.row for one in whole.skipped}
    assert here <= {at}
    if kind.by_row == "set" and not here:
        assert sorted(one.reps for one in log.history) == sorted(one.reps for one in whole.history)


@pytest.mark.parametrize("name", LINED)
@settings(max_examples=settings().max_examples // 6)
@given(workouts=own.workouts(), data=st.data())
def test_blank_rows_and_headers_that_come_again_change_no_set(name, workouts, data):
    """They are counted and named, wherever they stand; rows keep their numbers otherwise."""
    kind = BY_NAME[name]
    lines = kind.bytes_of(held(kind, plain(workouts))).decode().split(kind.end)
    whole = read_log(kind.end.join(lines).encode(), **kind.options)
    extra = {lines[0]: "header again", kind.separator * (len(kind.cells.split()) - 1): "blank row"}
    added = data.draw(st.lists(st.sampled_from(sorted(extra)), min_size=1, max_size=3))
    at = data.draw(st.integers(1, len(lines) - 1))
    log = read_log(kind.end.join([*lines[:at], *added, *lines[at:]]).encode(), **kind.options)
    check(log)
    assert log.history == whole.history
    assert log.rows_read == whole.rows_read + len(added)
    named = [skip.reason for skip in log.skipped if at <= skip.row < at + len(added)]
    assert named == [extra[line] for line in added]
