"""A folder of exports: what is read, what is left out and why, and who is one lifter."""

import pathlib
from datetime import datetime, timedelta

import pytest

import liftguard as lg
from liftguard.evaluation.folder import read_folder

HEADER = "Date,Workout Name,Exercise Name,Set Order,{},Reps,km,Seconds,Notes\n"
START = datetime(2020, 1, 1, 18)
LOGS = pathlib.Path(__file__).parents[3] / "shared" / "data" / "logs"


def export(path, days, *, unit="kg", loads=(100.0,), reps=5, start=START):
    """Write a small export of one app."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        f"{start + timedelta(days=day)},Day,Deadlift (Barbell),{n},{load},{reps},,,\n"
        for day in days
        for n, load in enumerate(loads, start=1)
    ]
    path.write_text(HEADER.format(unit) + "".join(rows), encoding="utf-8")


def names(folder):
    return [one.name for one in folder.lifters]


def test_files_that_follow_each_other_are_one_lifter(tmp_path):
    """In one sub-folder, by one app; the sets stand in order of time."""
    export(tmp_path / "anna" / "b.csv", [0, 10])
    export(tmp_path / "anna" / "a.csv", [130, 140])
    export(tmp_path / "anna" / "c.csv", [140, 150], loads=(105.0,))
    found = read_folder(tmp_path)
    assert names(found) == ["anna"]
    assert found.lifters[0].files == ("anna/b.csv", "anna/a.csv", "anna/c.csv")
    assert len(found.lifters[0].history) == 6
    assert [one["lifter"] for one in found.read] == ["anna"] * 3
    assert found.left_out == ()


@pytest.mark.parametrize("second", [[5, 30], [131, 140], [2, 3]])
def test_files_that_overlap_or_lie_far_apart_are_two(tmp_path, second):
    """Days 0 to 10, and days that begin before the 10th, lie inside, or begin 121 days later."""
    export(tmp_path / "both" / "a.csv", [0, 10])
    export(tmp_path / "both" / "b.csv", second, loads=(80.0,))
    assert names(read_folder(tmp_path)) == ["both/a.csv", "both/b.csv"]


def test_files_of_the_folder_itself_are_never_joined(tmp_path):
    """Nobody put them together."""
    export(tmp_path / "a.csv", [0, 10])
    export(tmp_path / "b.csv", [20, 30])
    assert names(read_folder(tmp_path)) == ["a.csv", "b.csv"]


def test_another_app_in_the_same_folder_is_another_lifter(tmp_path):
    export(tmp_path / "x" / "a.csv", [0, 10])
    (tmp_path / "x" / "b.csv").write_text(
        "Date,Exercise,Category,Weight (kgs),Reps\n2020-02-01,Deadlift,Back,100,5\n"
    )
    assert names(read_folder(tmp_path)) == ["x/a.csv", "x/b.csv"]


def sheet(path, *rows):
    """Write a sheet that says its unit nowhere: day, exercise, equipment, load."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["date,exercise,equipment,variant,set1weight,set1reps"]
    for day, exercise, equipment, load in rows:
        date = (START + timedelta(days=day)).date()
        lines.append(f"{date},{exercise},{equipment},,{load},5")
    path.write_text("\n".join(lines) + "\n")


def test_a_file_without_a_unit_has_that_of_its_siblings(tmp_path):
    """Curls with 30 may be anything; after deadlifts with 225 and 315 they are in pounds."""
    plates = [(day, "deadlift", "barbell", load) for day, load in enumerate((135, 225, 315, 405))]
    for folder in ("bea", "late"):
        sheet(tmp_path / folder / "a.csv", *plates)
    sheet(tmp_path / "bea" / "b.csv", (20, "curl", "dumbbell", 30))
    sheet(tmp_path / "late" / "b.csv", (200, "curl", "dumbbell", 30))
    sheet(tmp_path / "alone" / "b.csv", (20, "curl", "dumbbell", 30))
    found = read_folder(tmp_path)
    assert names(found) == ["bea", "late/a.csv"]
    assert found.lifters[0].history[-1].load_kg == lg.kg_from_lb(30)
    assert [one.file for one in found.left_out] == ["alone/b.csv", "late/b.csv"]
    assert all("unit" in one.reason for one in found.left_out)


def test_a_unit_is_not_taken_from_another_app(tmp_path):
    """Curls of a sheet stay unread beside the export of an app, which may be somebody else's."""
    export(tmp_path / "both" / "a.csv", [0, 10], unit="lb")
    sheet(tmp_path / "both" / "b.csv", (20, "curl", "dumbbell", 30))
    found = read_folder(tmp_path)
    assert names(found) == ["both/a.csv"]
    assert [one.file for one in found.left_out] == ["both/b.csv"]


def test_what_cannot_be_read_is_named_and_never_stops_the_rest(tmp_path):
    """A licence, noise, an export without a set, and a hidden file."""
    export(tmp_path / "good.csv", [0])
    (tmp_path / "LICENSE").write_text("MIT\n")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)))
    export(tmp_path / "empty.csv", [0], reps="")
    export(tmp_path / ".hidden" / "x.csv", [0])
    told = []
    found = read_folder(tmp_path, tell=lambda *what: told.append(what))
    assert names(found) == ["good.csv"]
    assert [one.file for one in found.left_out] == ["LICENSE", "empty.csv", "noise.bin"]
    reasons = {one.file: one.reason for one in found.left_out}
    assert reasons["empty.csv"] == "empty.csv: no set in 1 records"
    assert all(str(tmp_path) not in reason for reason in reasons.values())
    assert told[-1] == ("files read", 4, 4)


def test_meets_are_known_by_name(tmp_path):
    """They are handed on, neither read as a log nor left out."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "meets.csv").write_text("x\n")
    found = read_folder(tmp_path)
    assert [path.name for path in found.meets] == ["meets.csv"]
    assert (found.lifters, found.left_out) == ((), ())


def test_an_empty_folder_and_none_at_all(tmp_path):
    """The first holds nothing; the second is an error that names it."""
    assert read_folder(tmp_path).lifters == ()
    with pytest.raises(lg.UnreadableLog, match="no folder"):
        read_folder(tmp_path / "nowhere")


def training(path, days, *, changed=0, moved=0):
    """Write two sets a day, heavier every day, some of them changed."""
    rows = [
        f"{START + timedelta(days=day + moved)},Day,Deadlift (Barbell),{n},{load + day},5,,,\n"
        for day in days
        for n, load in enumerate((100.0, 120.0), start=1)
    ]
    rows[:changed] = [row.replace(",5,,,", ",4,,,") for row in rows[:changed]]
    path.write_text(HEADER.format("kg") + "".join(rows), encoding="utf-8")


def test_two_logs_of_the_same_training_are_noticed(tmp_path):
    """Nine of ten sets of one stand 14 days later in the other; a third log shares nothing."""
    training(tmp_path / "long.csv", range(0, 60, 3))
    training(tmp_path / "part.csv", range(0, 30, 3), changed=2, moved=-14)
    export(tmp_path / "own.csv", range(0, 30, 3), loads=(60.0,))
    (found,) = read_folder(tmp_path).overlaps
    assert (found.smaller, found.larger, found.days_apart) == ("part.csv", "long.csv", 14)
    assert found.share == pytest.approx(18 / 20)


def test_less_than_nine_tenths_in_common_is_chance(tmp_path):
    """Seventeen of twenty sets are not enough."""
    training(tmp_path / "long.csv", range(0, 60, 3))
    training(tmp_path / "part.csv", range(0, 30, 3), changed=3)
    assert read_folder(tmp_path).overlaps == ()


def test_the_real_folder():
    """Every log is a lifter, one of them in 18 files; one log is a part of another."""
    if not LOGS.exists():
        pytest.skip("the real logs are not here")
    found = read_folder(LOGS.parent)
    files = {one.name: len(one.files) for one in found.lifters}
    assert files["logs/wide_lb"] == 18
    assert {f"logs/{path.name}" for path in LOGS.glob("*.csv")} <= set(files)
    twins = {(one.smaller, one.larger) for one in found.overlaps}
    assert ("logs/fitnotes_kg.csv", "logs/pumpr_merged.csv") in twins
    assert "meets.csv.gz" in [path.name for path in found.meets]
