"""The command line: what it answers, its exit codes, and its one-sentence errors."""

import json
from importlib import resources

import pytest

from liftguard.__main__ import main

LOG = str(resources.files("liftguard").joinpath("demo.csv"))
PULL = ["check", LOG, "--lift", "deadlift", "--at", "end", "--reps", "3", "--load"]


def run(capsys, *arguments):
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_demo_shows_every_kind_of_answer(capsys):
    """The demo has a clear, a caution and a beyond set, each with its sentence."""
    code, out, err = run(capsys, "demo")
    assert (code, err) == (0, "")
    for level in ("CLEAR: deadlift 100 kg x 5", "CAUTION: deadlift 140", "BEYOND: deadlift 165"):
        assert level in out


def test_loads_are_judged_differently(capsys):
    """A light triple is clear and a heavy one beyond, with what would clear it."""
    assert run(capsys, *PULL, "105")[1].startswith("CLEAR: deadlift 105 kg x 3")
    heavy = run(capsys, *PULL, "170")[1]
    assert heavy.startswith("BEYOND: deadlift 170 kg x 3")
    assert "To clear it: lower the load to" in heavy


def test_pounds_are_said_as_pounds(capsys):
    """A load given in pounds is judged as such, and loadable with pound plates."""
    out = run(capsys, *PULL, "375lb")[1]
    assert "deadlift 375 lb x 3" in out
    assert "kg" not in out.split("Read ")[0]


def test_check_as_json_holds_the_verdict(capsys):
    """The verdict's fields stand at the top level, with the sentence beside them."""
    code, out, _ = run(capsys, *PULL, "170", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["level"] == "BEYOND"
    assert 0.5 < told["p_beyond"] < 1.0
    assert told["not_assessed"] == ["fatigue", "rapid_movement"]
    assert told["causes"][0]["code"] == "overload"
    assert told["sentence"].startswith("BEYOND: ")


def test_report_adds_up(capsys):
    """The records read are those with sets, those without, and those not understood."""
    code, out, _ = run(capsys, "report", LOG, "--json")
    told = json.loads(out)
    rows = told["rows"]
    assert code == 0
    assert (told["app"], told["unit"]) == ("strong", "kg")
    assert rows["read"] == 226  # lines of the file less its header
    assert rows["read"] == rows["sets"] + rows["non_sets"] + rows["problems"]
    assert {one["lift"] for one in told["lifts"]} == {"deadlift", "squat", "bench_press"}


def test_report_in_words(capsys):
    """The same as text: what was read, capacity, and what was missed."""
    out = run(capsys, "report", LOG)[1]
    assert "226 records read: 226 with sets, 0 without, 0 not understood." in out
    assert "Deadlift: " in out
    assert "1 were missed" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--load=-100"], "--load: got '-100', wanted a load of 0 or more"),
        (["--load", "nan"], "--load: got 'nan', wanted a load of 0 or more"),
        (["--load", "inf"], "--load: got 'inf', wanted a load of 0 or more"),
        (["--load", "1,000"], "--load: got '1,000', wanted a load of 0 or more"),
        (["--load", "heavy"], "--load: got 'heavy', wanted a load of 0 or more"),
        (["--load", "100", "--reps", "0"], "--reps: got 0.0, wanted a whole number from 1"),
        (["--load", "100", "--reps", "2.5"], "--reps: got 2.5, wanted a whole number from 1"),
        (["--load", "100", "--reps", "x"], "--reps: got 'x', wanted a whole number from 1"),
        (["--load", "100", "--rpe", "11"], "--rpe: got 11.0, wanted a number from 1 to 10"),
        (["--load", "100", "--lift", "deadlfit"], "--lift: got 'deadlfit', wanted a known lift"),
        (["--load", "100", "--at", "soon"], "--at: got 'soon', wanted a date and time"),
        (["--load", "100", "--at", "2020-01-01"], "wanted a moment after the log's last entry"),
        (["--load", "100", "--bodyweight", "5"], "--bodyweight: got 5.0, wanted a number [kg]"),
        (["--load", "100", "--tz", "Mars/Base"], "tz"),
    ],
)
def test_bad_options_get_one_sentence(capsys, arguments, told):
    """Exit code 2, one line that names the option, what it got and what was wanted."""
    code, out, err = run(capsys, "check", LOG, "--lift", "deadlift", *arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("liftguard: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.csv", b"", "empty"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "wanted"),
        ("other.csv", b"name,colour,price\napple,red,1.20\npear,green,0.90\n", "wanted"),
        (None, None, "no file"),
    ],
)
@pytest.mark.parametrize("command", ["check", "report"])
def test_bad_files_get_one_sentence(capsys, tmp_path, command, name, content, told):
    """An empty file, a picture, another table and a missing file are refused by name."""
    path = tmp_path / (name or "missing.csv")
    if content is not None:
        path.write_bytes(content)
    more = ["--lift", "deadlift", "--load", "100"] if command == "check" else []
    code, out, err = run(capsys, command, str(path), *more)
    assert (code, out) == (2, "")
    assert path.name in err
    assert told in err
    assert err.count("\n") == 1


def test_usage_errors_are_one_sentence(capsys):
    """A missing command or option is one line too, with exit code 2."""
    for arguments in ([], ["check", LOG], ["report", LOG, "--unit", "stone"]):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        err = capsys.readouterr().err
        assert stop.value.code == 2
        assert err.count("\n") == 1


def test_an_old_log_is_told_about_end(capsys):
    """Asking now about a log that ended long ago points to --at end."""
    at_now = ["check", LOG, "--lift", "deadlift", "--load", "100", "--at", "2031-01-01"]
    out = run(capsys, *at_now)[1]
    assert out.startswith("UNKNOWN")
    assert "2026-06-15" in out  # the day of the last deadlift


def test_a_pull_up_needs_a_bodyweight(capsys, tmp_path):
    """Without it the answer says what is missing; with it there is one."""
    rows = [
        f'2026-01-{day:02d} 18:00:00,"Pull",1h,"Pull Up",{n},0,{reps},0,0,"","",9'
        for day in (5, 8, 12, 15, 19, 22)
        for n, reps in ((1, 8), (2, 7))
    ]
    header = (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
        "Notes,Workout Notes,RPE"
    )
    path = tmp_path / "pulls.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    ask = ["check", str(path), "--lift", "pull up", "--load", "0", "--reps", "5", "--at", "end"]
    ask += ["--unit", "kg"]
    assert "without your bodyweight" in run(capsys, *ask)[1]
    assert run(capsys, *ask, "--bodyweight", "80")[1].startswith("CLEAR: pull-up 0 kg x 5")
