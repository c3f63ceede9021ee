"""Real exports: every record is accounted for, counted once more by the csv module alone."""

from __future__ import annotations

import csv
import pathlib
import re
from collections import Counter

import pytest

from liftguard.importers import read_log
from liftguard.lifts import lift_key

LOGS = pathlib.Path(__file__).parents[3] / "shared" / "data" / "logs"
CONVERTED = "the column is in pounds but holds converted kilograms"

# Column of the repetitions, column of the marks, and what must be found.
FILES = {
    "strong_ios_kg.csv": (6, 4, "strong", "kg", "plate ladder"),
    "strong_ios_kg_2.csv": (6, 4, "strong", "kg", "plate ladder"),
    "strong_ios_novice.csv": (6, 4, "strong", "kg", "plate ladder"),
    "strong_ios_chinese_lb.csv": (6, 4, "strong", "lb", CONVERTED),
    "strong_android_resaved.csv": (7, 5, "strong", "kg", "the header says kg"),
    "hevy_kg.csv": (10, 8, "hevy", "kg", "the header says kg"),
    "hevy_kg_2.csv": (10, 8, "hevy", "kg", "the header says kg"),
    "fitnotes_kg.csv": (4, None, "fitnotes", "kg", "the header says kg"),
    "fitnotes_kg_2.csv": (5, None, "fitnotes", "kg", "the unit column"),
    "fitnotes_lb.csv": (5, None, "fitnotes", "lb", "the unit column"),
}
WIDE = [f"wide_lb/programme_{number:02}.csv" for number in range(1, 19)]


def present(name):
    if not (LOGS / name).exists():
        pytest.skip(f"the real log {name} is not here")
    return LOGS / name


def counted(path):
    separator = "|" if "pipes" in path.name else ","
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file, delimiter=separator) if row][1:]


@pytest.mark.parametrize("name", FILES)
def test_every_record_is_accounted_for(name):
    path = present(name)
    reps, mark, app, unit, evidence = FILES[name]
    rows = counted(path)
    log = read_log(path)
    assert (log.app, log.unit) == (app, unit)
    assert log.unit_evidence.startswith(evidence)
    assert log.problems == ()
    assert log.rows_read == len(rows)
    done = [row for row in rows if row[reps] not in ("", "0", "0.0")]
    misses = [entry for entry in log.history if entry.missed]
    assert len(log.history) - len(misses) == len(done)
    assert sum(entry.reps for entry in log.history) == sum(float(row[reps]) for row in done)
    if mark is not None:
        marks = [row[mark] for row in rows]
        reasons = [skip.reason for skip in log.skipped]
        assert reasons.count("rest timer") == marks.count("Rest Timer")
        assert reasons.count("note") == marks.count("Note")
        failed = sum(row[mark] in ("F", "failure") for row in done)
        assert sum(entry.to_failure for entry in log.history) == failed


def test_a_lifter_in_kilograms_whose_app_says_pounds():
    log = read_log(present("strong_ios_chinese_lb.csv"))
    clean = [entry for entry in log.history if (entry.load_kg * 4.0).is_integer()]
    assert len(clean) > 0.8 * len(log.history)
    assert 20.0 in {entry.load_kg for entry in clean}


def test_the_newest_workout_stands_last():
    log = read_log(present("hevy_kg.csv"))
    moments = [entry.at for entry in log.history]
    assert moments == sorted(moments)


def test_rest_timers_reach_the_sets_that_follow():
    log = read_log(present("strong_android_resaved.csv"))
    assert {entry.rest_s for entry in log.history} == {None, 120.0, 150.0, 180.0, 360.0}


def pairs_of(row):
    """List the loads and repetitions of a wide row that are not blank, as text."""
    cells = [cell.strip() for cell in row[4:]]
    cells += [""] * (len(cells) % 2)
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return [pair for pair in pairs if any(pair)]


@pytest.mark.parametrize("name", WIDE)
def test_wide_sheets(name):
    """Pounds; each pair of cells with repetitions is a set, but for rows that lack a cell."""
    path = present(name)
    rows = counted(path)
    log = read_log(path)
    assert (log.app, log.unit, log.rows_read) == ("wide", "lb", len(rows))
    bad = [
        number
        for number, row in enumerate(rows, start=1)
        if len({bool(reps) for _, reps in pairs_of(row)}) == 2  # a load without, beside others
    ]
    assert [one.row for one in log.problems] == bad
    assert bad == ([181, 264, 351] if name == WIDE[6] else [])
    good = [pair for at, row in enumerate(rows, 1) if at not in bad for pair in pairs_of(row)]
    done = [int(reps) for _, reps in good if reps not in ("", "0")]
    assert [entry.missed for entry in log.history].count(False) == len(done)
    assert sum(entry.reps for entry in log.history) == sum(done)
    zeros = sum(reps == "0" for _, reps in good)
    undone = sum(
        [reps for _, reps in pairs_of(rows[skip.row - 1])].count("0") for skip in log.skipped
    )
    assert sum(entry.missed for entry in log.history) == zeros - undone


def test_wide_sheets_hold_the_misses_that_are_known():
    """Of the deadlift from the floor, counted by hand: 27, and one from a deficit."""
    missed = [
        entry.lift for name in WIDE for entry in read_log(present(name)).history if entry.missed
    ]
    assert missed.count("deadlift") == 27
    assert missed.count("deficit_deadlift") == 1


def test_names_of_wide_sheets_share_a_key_only_where_it_is_meant():
    """Exercises that differ in more than grip, angle, height or pace never share a key."""
    keys: dict[str, set[tuple[str, str]]] = {}
    for name in WIDE:
        path = present(name)
        rows = [row for row in counted(path) if len({bool(reps) for _, reps in pairs_of(row)}) == 1]
        for row in rows:
            cells = [cell.strip() for cell in row[1:4]]
            name_of = f"{cells[0]} ({', '.join(filter(None, cells[1:]))})"
            keys.setdefault(lift_key(name_of), set()).add((cells[0], cells[1]))
    assert {key: kinds for key, kinds in keys.items() if len(kinds) > 1} == {
        "neutral_grip_pull_up": {("pullup", "chinup"), ("pullup", "pullup")},
        "wide_grip_band_pull_up": {("pullup", "green band"), ("pullup", "purple band")},
    }


def test_a_sheet_with_pipes():
    """Pounds; every number after the weight is a set, but for zeros at the end of a cell."""
    path = present("sheet_stronglifts_pipes_lb.csv")
    rows = counted(path)
    log = read_log(path)
    assert (log.app, log.unit) == ("pipes", "lb")
    assert (log.rows_read, log.rows_with_sets) == (len(rows), len(rows))
    cells = [cell.split(",")[1:] for row in rows for cell in row[1:6] if cell]
    ended = [re.sub("(,0)+$", "", ",".join(reps)).split(",") for reps in cells]
    sets = [[int(count) for count in reps] for reps in ended if reps != ["0"]]
    assert len(log.history) == sum(map(len, sets))
    assert sum(entry.reps for entry in log.history) == sum(map(sum, sets))
    planned = [count for reps in sets if max(reps) <= 5 for count in reps]
    assert sum(entry.planned_reps == 5 for entry in log.history) == len(planned)
    short = [entry.reps for entry in log.history if entry.reps < (entry.planned_reps or 0)]
    assert len(short) == sum(count < 5 for count in planned)
    assert sum(entry.missed for entry in log.history) == sum(one in (0, 4) for one in planned)
    deadlifts = [one for one in log.history if one.lift == "deadlift" and one.reps < 5]
    assert [(one.reps, one.missed) for one in deadlifts] == [(4, True), (3, False)]


@pytest.mark.parametrize("part", "abcd")
def test_sheets_of_top_sets_with_their_plans(part):
    """Rows without repetitions are skipped days; one less than the target is a miss."""
    path = present(f"plans_531_kg_{part}.csv")
    done = [(int(row[3]), row[4]) for row in counted(path) if row[3] not in ("", "0")]
    log = read_log(path)
    assert (log.app, log.problems) == ("sheet", ())
    assert Counter((one.reps, one.planned_reps) for one in log.history) == Counter(
        (reps, int(target) if target else None) for reps, target in done
    )
    missed = sum(bool(target) and reps == int(target) - 1 for reps, target in done)
    assert sum(one.missed for one in log.history) == missed


def test_plans_of_an_old_export_of_stronglifts():
    """Five of the eight columns of an exercise are sets: fives, where the best has four or five."""
    path = present("stronglifts_old_kg.csv")
    cells = [row[at + 3 : at + 8] for row in counted(path) for at in (4, 12, 20, 28)]
    lifted = [row[at] for row in counted(path) for at in (4, 12, 20, 28)]
    planned: Counter[str] = Counter()
    short: Counter[str] = Counter()
    for lift, sets in zip(lifted, cells, strict=True):
        counts = [int(text) for text in sets if text]
        if counts and 4 <= max(counts) <= 5:
            planned[lift_key(lift)] += len(counts)
            short[lift_key(lift)] += sum(count < 5 for count in counts)
    known = [one for one in read_log(path).history if one.planned_reps is not None]
    assert Counter(one.lift for one in known) == planned
    assert Counter(one.lift for one in known if one.reps < 5) == +short
    barbell = ("squat", "bench_press", "deadlift")
    assert sum(planned[lift] for lift in barbell) == 191
    assert sum(short[lift] for lift in barbell) == 5


def test_a_sheet_of_sets_by_repetitions():
    path = present("sheet_sets_by_reps_lb.csv")
    rows = counted(path)
    log = read_log(path)
    assert (log.app, log.unit, log.unit_evidence) == ("sets_by_reps", "lb", "the header says lb")
    assert (log.rows_read, log.rows_with_sets) == (len(rows), len(rows))
    assert len(log.history) == sum(int(row[2]) for row in rows)
    assert sum(entry.reps for entry in log.history) == sum(
        int(row[2]) * int(row[3]) for row in rows
    )


def test_a_table_of_pumpr():
    """Kilograms by the numbers; NA is nothing, and half a repetition a problem."""
    path = present("pumpr_merged.csv")
    rows = counted(path)
    log = read_log(path)
    assert (log.app, log.unit, log.rows_read) == ("pumpr", "kg", len(rows))
    reps = [row[5] for row in rows]
    assert len(log.skipped) == reps.count("NA")
    assert len(log.problems) == sum("." in text for text in reps)
    assert sum(entry.reps for entry in log.history) == sum(map(int, filter(str.isdecimal, reps)))
    assert log.rows_with_sets == len(log.history)
