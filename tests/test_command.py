"""The command line: what it answers, its exit codes, and its one-sentence errors."""

import json
import re
from datetime import UTC, datetime, timedelta
from importlib import resources

import pytest

import liftguard as lg
from liftguard.__main__ import main
from liftguard.command import options, pains
from liftguard.words import say_load

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
    for level in ("CLEAR: deadlift 100 kg x 5", "CAUTION: deadlift 150", "BEYOND: deadlift 165"):
        assert level in out


def test_loads_are_judged_differently(capsys):
    """A light triple is clear and a heavy one beyond, with what would clear it."""
    assert run(capsys, *PULL, "105")[1].startswith("CLEAR: deadlift 105 kg x 3")
    heavy = run(capsys, *PULL, "170")[1]
    assert heavy.startswith("BEYOND: deadlift 170 kg x 3")
    assert "To clear it: lower the load to" in heavy


def test_what_does_not_matter_is_behind_details(capsys):
    """Of a clear set the evidence is told only where it is asked for; of a named cause always."""
    demand = "asks for as much as a single of"
    for load, more, is_told in (
        ("105", [], False),
        ("105", ["--details"], True),
        ("170", [], True),
    ):
        out = run(capsys, *PULL, load, *more)[1]
        assert (demand in out) == is_told
        assert "Heaviest set of the last day: 130 kg x 3 on 2026-06-15." in out


def test_pounds_are_said_as_pounds(capsys):
    """A load given in pounds is judged as such, and loadable with pound plates."""
    out = run(capsys, *PULL, "375lb")[1]
    assert "deadlift 375 lb x 3" in out
    assert "kg" not in out.split("Read ")[0]


def test_a_day_has_a_name():
    """Yesterday is a day ago, in both languages; now is now."""
    for text, days in (("now", 0), ("Yesterday", 1), ("gestern", 1), ("vorgestern", 2)):
        ago = datetime.now(UTC) - options.read_moment(text, lg.History(), "UTC")
        assert abs(ago - timedelta(days=days)) < timedelta(minutes=5)


def test_a_bare_load_on_a_log_in_pounds_is_questioned(capsys):
    """A number without a unit is kilograms, and that is said where the log is in pounds."""
    asked = [*PULL, "150", "--unit", "lb"]
    assert "150 is taken for kilograms; 150lb would be pounds." in run(capsys, *asked)[1]
    for load, unit in (("150kg", "lb"), ("150lb", "lb"), ("150", "kg")):
        assert "taken for kilograms" not in run(capsys, *PULL, load, "--unit", unit)[1]


def test_check_as_json_holds_the_verdict(capsys):
    """The verdict's fields stand at the top level, with the sentence beside them."""
    code, out, _ = run(capsys, *PULL, "170", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["level"] == "BEYOND"
    assert 0.5 < told["p_beyond"] < 1.0
    assert told["not_assessed"] == []  # its log has ramps
    assert {cause["code"] for cause in told["causes"]} == {"overload", "fatigue", "rapid_movement"}
    assert told["ramp"]
    assert {step["code"] for step in told["advice"]} >= {"lower_load"}
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
    assert "226 rows read = 226 with sets + 0 without + 0 not understood." in out
    assert "Deadlift: " in out
    assert "of which 1 missed" in out


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
        (["--load", "100", "--at", "2026-05-20T19:00+02:00"], "--at: got '2026-05-20T19:00+02:00'"),
        (["--load", "1e50kg"], "--load: got '1e50kg', wanted a load of 0 or more"),
        (["--load", "3000"], "--load: got 3000.0, wanted 0, or from 0.01 to 2000 [kg]"),
        (["--load", "100", "--pain", "sore"], "--pain: got 'sore', wanted a place, 0 to 10"),
        (["--load", "100", "--pain", "bakc 3"], "Near: low_back"),
        (["--load", "100", "--pain", "knee 11"], "--pain: got 11.0, wanted"),
        (["--load", "100", "--pain", "knee 3 2099-01-01"], "wanted a pain from before"),
        (["--load", "100", "--bodyweight", "5"], "--bodyweight: got 5.0, wanted a number [kg]"),
        (["--load", "100", "--tz", "Mars/Base"], "--tz: got 'Mars/Base', wanted"),
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


def test_a_long_break_is_said_with_its_date(capsys):
    """Five years after the last deadlift the answer is UNKNOWN, since that day."""
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
    assert "without a bodyweight" in run(capsys, *ask)[1]
    assert run(capsys, *ask, "--bodyweight", "80")[1].startswith("CLEAR: pull-up x 5")


# --- logs made for the purpose ---

COLUMNS = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes,RPE\n"


@pytest.fixture
def made(tmp_path):
    def make(*rows):
        path = tmp_path / "log.csv"
        path.write_text(COLUMNS + "".join(rows), encoding="utf-8")
        return str(path)

    return make


def row(day, kg, reps, name="Squat", order=1, rpe=""):
    at = datetime(2020, 1, 1, 18) + timedelta(days=day)
    return f"{at:%Y-%m-%d %H:%M:%S},A,{name},{order},{kg},{reps},,,,{rpe}\n"


def test_flagged_sets_and_what_happened(capsys, made):
    """From the sixth session on: 7 + 2 + 1 sets, of which the missed 140 kg was beyond."""
    rows = [row(3 * n, 100, 3, rpe=9) for n in range(12)]
    log = made(*rows, row(36, 140, 0), row(36, 100, 3, order=2, rpe=9), row(39, 100, 3, rpe=9))
    told = json.loads(run(capsys, "report", log, "--json")[1])
    flags = [(one["at"][:10], one["load_kg"], one["missed"]) for one in told["flagged"]]
    assert flags == [("2020-02-06", 140.0, True)]
    assert (told["judged"], told["missed"]) == (10, 1)
    (flag,) = told["flagged"]
    assert flag["causes"]["overload"] > 0.9
    assert (flag["level"], flag["asked_reps"], flag["went_up"]) == ("BEYOND", 1, False)
    assert told["levels"]["BEYOND"] == {"sets": 1, "not_all_up": 1}
    out = run(capsys, "report", log)[1]
    assert f"2020-02-06 squat 140 kg x 1: {flag['sentence']} (mostly overload)" in out
    assert flag["sentence"].startswith("flagged ")
    assert flag["sentence"].endswith(", missed")


def test_a_report_counts_what_an_app_would_have_said(capsys, made):
    """Sets of five, seven and nine after triples at RPE 9 go up: false alarms, and counted."""
    done = [3] * 12 + [5, 7, 9, 3]
    log = made(*(row(3 * n, 100, reps, rpe=9 if reps == 3 else "") for n, reps in enumerate(done)))
    guard, levels = lg.Guard(), []
    state = guard.start()
    for one in lg.read_log(log).history:
        planned = lg.PlannedSet(lift="squat", load_kg=100, reps=one.reps)
        levels.append(guard.check(state, planned, at=one.at))
        state = guard.learn(state, one)
    asked = levels[5:]  # from the sixth session on
    told = json.loads(run(capsys, "report", log, "--json")[1])
    counts = {name: row["sets"] for name, row in told["levels"].items()}
    assert counts == {
        level.name: sum(one.level == level for one in asked) for level in reversed(lg.Level)
    }
    assert sum(counts.values()) == told["judged"] == 11
    flags = [one for one in asked if one.level >= lg.Level.CAUTION]
    assert [one["p_beyond"] for one in told["flagged"]] == [one.p_beyond for one in flags]
    assert len(flags) >= 2
    assert {one["went_up"] for one in told["flagged"]} == {True}
    out = run(capsys, "report", log)[1]
    listed = [line.split(": ", 1)[1] for line in out.splitlines() if ", went up" in line]
    surest = sorted(told["flagged"], key=lambda one: -one["p_beyond"])
    assert [line.partition(" (")[0] for line in listed] == [one["sentence"] for one in surest]


def test_a_report_says_where_nothing_could_be_said(capsys, made):
    """The first set after five years is not clear, but unknown."""
    log = made(*(row(day, 100, 3, rpe=9) for day in (*range(0, 30, 3), 1850)))
    told = json.loads(run(capsys, "report", log, "--json")[1])
    assert told["levels"]["UNKNOWN"]["sets"] == told["judged"] == 1
    assert told["flagged"] == []
    out = run(capsys, "report", log)[1]
    assert "UNKNOWN before 1 set, 0 of which did not all go up" in out
    assert "Its warnings" not in out


def test_a_report_doubts_what_stands_twice(capsys, made):
    """The same session of six sets, logged twice on one day, is asked about."""
    usual = [row(3 * n, 100 + m, 3, order=m + 1) for n in range(12) for m in range(6)]
    log = made(*usual, *(row(33, 100 + m, 3, order=m + 1) for m in range(6)))
    told = json.loads(run(capsys, "report", log, "--json")[1])
    assert any("stand in the log twice" in one for one in told["doubts"])
    assert "Doubtful: " in run(capsys, "report", log)[1]


ASSISTED = [
    f"2020-01-{1 + 3 * n:02} 18:00:00,A,Pull Up (Assisted),1,{40 - 2 * n},8,,0,,,\n"
    for n in range(8)
]


def test_the_load_of_an_assisted_lift_is_help(capsys, made):
    """However it is typed, 40 kg of help are asked about; a deadlift can have none."""
    log = made(*ASSISTED)
    ask = ["check", log, "--at", "end", "--reps", "8", "--bodyweight", "80kg", "--json", "--lift"]
    typed = (["--load", "40"], ["--load", "-40"], ["--load", "-40kg"], ["--load", "BW-40"])
    for more in (*typed, ["--assist", "40"], ["--assist", "40", "--load", "0"]):
        told = json.loads(run(capsys, *ask, "Pull Up (Assisted)", *more)[1])
        assert (told["planned"]["load_kg"], told["planned"]["assist_kg"]) == (0.0, 40.0)
        assert told["level"] == "CLEAR"
    for more in (*typed[1:], ["--assist", "40"]):
        told = json.loads(run(capsys, *ask, "pull up", *more)[1])
        assert told["planned"]["assist_kg"] == 40.0
        assert run(capsys, *ask, "deadlift", *more)[0] == 2
    told = json.loads(run(capsys, *ask, "pull up", "--load", "BW+10")[1])
    assert (told["planned"]["load_kg"], told["planned"]["assist_kg"]) == (10.0, 0.0)
    code, _, said = run(capsys, *ask, "Pull Up (Assisted)", "--load", "40", "--assist", "30")
    assert (code, "the help once" in said) == (2, True)
    assert run(capsys, *ask, "deadlift") == (
        2,
        "",
        "liftguard: --load: got '', wanted a load of 0 or more, such as 180, 180kg or 405lb\n",
    )


def test_what_help_makes_possible_is_said_as_help(capsys, made):
    """Beside a set with 40 kg of help a load below zero is help; nothing is added to the body."""
    ask = ["check", made(*ASSISTED), "--at", "end", "--lift", "Pull Up (Assisted)", "--details"]
    ask += ["--bodyweight", "80kg", "--reps", "3", "--load"]
    told = json.loads(run(capsys, *ask, "40", "--json")[1])
    low, middle, high = (say_load(-told["band"][f"{end}_kg"]) for end in ("low", "middle", "high"))
    out = run(capsys, *ask, "40")[1]
    possible = f"{middle} of help, nine in ten between {low} of help and {high} of help."
    assert f"Possible for 3 repetitions today: {possible}" in out
    most = f"{-told['max_load_kg']:g} kg of help"
    assert f"Most that stays clear for 3 repetitions: {most}." in out
    assert "added to the body" not in out
    assert re.search(r"as much as a single of 3\d(\.5)? kg of help\.", out)
    code, out, _ = run(capsys, *ask, "2")
    assert (code, f"Possible for 3 repetitions today: {possible}" in out) == (0, True)
    assert re.search(r"Best as a single: [\d.]+ kg of help", out)


def test_a_ramp_of_an_assisted_lift_names_the_help(capsys, made):
    """A load of nothing would be a pull-up without help."""
    out = run(capsys, "today", made(*ASSISTED), "--bodyweight", "80kg")[1]
    assert "of help x" in out.partition("A ramp: ")[2]


MIXED = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit\n"
) + "".join(
    f"2026-01-{day:02}T18:00:00.000Z,P,A,{lift},0,5,5,0,,8,0,{load},{unit},{load},{unit}\n"
    for day in range(1, 25)
    for lift, load, unit in (
        ("Squat", 100 + 2.5 * (day // 3), "kg"),
        ("Bench Press", 185 + 5 * (day // 3) + (900 if day == 20 else 0), "lb"),
    )
)


@pytest.mark.parametrize("asked", [(), ("--unit", "kg"), ("--unit", "lb")])
@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize(
    "command",
    [
        ("check", "--lift", "bench press", "--load", "95", "--at", "end"),
        ("today",),
        ("why", "--at", "2026-01-24"),
        ("report",),
    ],
)
def test_a_log_in_two_units_is_answered(capsys, tmp_path, command, form, asked):
    """Each lift in its own unit, or all in the one that is asked for, from the same loads."""
    log = tmp_path / "mixed.csv"
    log.write_text(MIXED)
    code, out, said = run(capsys, command[0], str(log), *command[1:], *form, *asked)
    assert (code, said) == (0, "")
    if form:
        return
    if command[0] in ("check", "today"):
        bench = (out.partition("Bench press")[2] or out).partition("loads are in")[0]
        in_kg = asked == ("--unit", "kg")
        assert (" kg x" in bench, " lb x" in bench) == (in_kg, not in_kg)
    if command[0] == "report":
        assert "Loads in kg and lb (the unit column)." in out
        squat = out.partition("Squat: ")[2].partition("\n")[0]
        in_lb = asked == ("--unit", "lb")
        assert (" kg" in squat, " lb" in squat) == (not in_lb, in_lb)


def test_what_stands_twice_can_be_left_out(capsys, made):
    """Each command that reads a log answers as on the log without its second copy."""
    usual = [row(3 * n, 100 + m, 3, order=m + 1) for n in range(12) for m in range(6)]
    once, twice = made(*usual), made(*usual, *usual)
    for command in (
        ("check", "--lift", "squat", "--load", "110", "--at", "end"),
        ("today",),
        ("why", "--at", "2020-02-03"),
        ("report",),
    ):
        told = {}
        for log, more in ((once, ()), (twice, ("--drop-doubles",))):
            code, out, _ = run(capsys, command[0], log, *command[1:], *more, "--json")
            told[log] = json.loads(out)
            assert code == 0
        for key in ("notices", "rows", "skipped"):
            told[once].pop(key, None), told[twice].pop(key, None)
        assert told[once] == told[twice]
    out = run(capsys, "report", twice, "--drop-doubles")[1]
    assert "72 sets that stand twice were left out" in out
    assert "72 x stands twice" in out
    assert "--drop-doubles" in run(capsys, "report", twice)[1]


def test_only_the_last_year_is_judged(capsys, made):
    """Ten sessions in January and one 500 days later: one set is judged."""
    log = made(*(row(day, 100, 3, rpe=9) for day in (*range(0, 30, 3), 500)))
    assert json.loads(run(capsys, "report", log, "--json")[1])["judged"] == 1


def test_why_names_what_was_unusual(capsys, made):
    """After 30 steady days, sets a third heavier than ever, and then pain: overload."""
    usual = [row(3 * n, 100, 3, order=m) for n in range(30) for m in range(3)]
    spree = [row(90, 135, 3, order=m) for m in range(3)]
    log = made(*usual, *spree)
    when = ("why", log, "--at", "2020-03-31T23:00", "--region", "low_back")
    code, out, _ = run(capsys, *when)
    assert code == 0
    assert out.startswith("Ache in the lower back on 2020-03-31")
    assert "verload" in out.splitlines()[0]
    told = json.loads(run(capsys, *when, "--json")[1])
    assert told["reason_shown"] is True
    assert told["causes"][0]["code"] == "overload"
    assert told["pain"]["region"] == "low_back"


def test_why_of_a_date_takes_in_that_day(capsys, made):
    """A date alone means its end; asked for the day before, the spree is not there yet."""
    usual = [row(3 * n, 100, 3, order=m) for n in range(30) for m in range(3)]
    log = made(*usual, *(row(90, 135, 3, order=m) for m in range(6)))

    def shown(day):
        return json.loads(run(capsys, "why", log, "--at", day, "--json")[1])["reason_shown"]

    assert (shown("2020-03-30"), shown("2020-03-31")) == (False, True)


def test_what_the_log_holds_later_is_not_looked_at(capsys, made):
    """Asked for a moment inside the log, the answer is that of the log as it was then."""
    rows = [row(3 * n, 100 + n, 3, rpe=9) for n in range(20)]
    ask = ["--lift", "squat", "--load", "120", "--json", "--at", "2020-01-25 18:00"]  # the ninth
    whole = json.loads(run(capsys, "check", made(*rows), *ask)[1])
    assert whole == json.loads(run(capsys, "check", made(*rows[:8]), *ask)[1])
    assert whole != json.loads(run(capsys, "check", made(*rows[:9]), *ask[:-1], "end")[1])
    out = run(capsys, "check", made(*rows), *ask[:4], *ask[5:])[1]
    assert "What the log holds from 2020-01-25 18:00 on was not looked at." in out
    assert "Heaviest set of the last day: 107 kg x 3 on 2020-01-22." in out
    code, out, _ = run(capsys, "today", made(*rows), "--at", "2020-01-25 18:00")
    assert (code, "107 kg x 3 on 2020-01-22" in out) == (0, True)


def test_a_report_of_a_moment_is_that_of_the_log_as_it_was(capsys, made):
    """The same numbers as of a log that ends there; a day after its last entry, as without."""
    rows = [row(3 * n, 100 + n, 3, rpe=9) for n in range(20)]
    rows[12] = rows[12].replace(",112,", ",212,")  # a doubt of later
    ask = ("--at", "2020-01-25 18:00")  # the ninth session
    whole = json.loads(run(capsys, "report", made(*rows), *ask, "--json")[1])
    part = json.loads(run(capsys, "report", made(*rows[:8]), *ask, "--json")[1])
    assert (whole.pop("left_out"), part.pop("left_out")) == (12, 0)
    of_file = [(one.pop("rows")["sets"], one.pop("unit_evidence")) for one in (whole, part)]
    assert [sets for sets, _ in of_file] == [20, 8]
    assert whole == part
    assert whole["at"] == "2020-01-25T18:00:00"
    (squat,) = whole["lifts"]
    assert (squat["sets"], squat["days_since"]) == (8, 3.0)
    out = run(capsys, "report", made(*rows), *ask)[1]
    assert "What the log holds from 2020-01-25 18:00 on was not looked at." in out
    assert "Capacity for one repetition on 2020-01-25 18:00, nine in ten:" in out
    log = made(*rows)
    as_usual = run(capsys, "report", log, "--json")
    assert run(capsys, "report", log, "--at", "end", "--json") == as_usual
    assert run(capsys, "report", log, "--at", "2020-02-28 18:00", "--json") == as_usual
    code, _, said = run(capsys, "report", log, "--at", "soon")
    assert (code, "--at: got 'soon', wanted a date and time" in said) == (2, True)


def test_a_pain_that_is_typed_counts(capsys):
    """A pain of yesterday holds a deadlift back as one in the history does."""
    asked = [*PULL, "120", "--pain", "lower back 6 spasm yesterday"]
    out = run(capsys, *asked)[1]
    assert out.startswith("BEYOND: the spasm in the lower back 1 day ago holds this lift back")
    log, guard = lg.read_log(LOG), lg.Guard()
    at = options.day_after(log.history)
    pain = lg.Pain(at=at - timedelta(days=1), region="low_back", severity=6, kind="spasm")
    state = guard.replay(lg.History([*log.history, pain])).state
    planned = lg.PlannedSet(lift="deadlift", load_kg=120, reps=3)
    assert out.splitlines()[0] == lg.say_verdict(guard.check(state, planned, at=at))


AT = datetime(2026, 3, 4, 18)


@pytest.mark.parametrize(
    ("text", "region", "severity", "kind", "day"),
    [
        ("low_back 6", "low_back", 6, "ache", AT),
        ("Lower Back 2.5 yesterday", "low_back", 2.5, "ache", AT - timedelta(days=1)),
        ("unterer Rücken 4/10 stechend gestern", "low_back", 4, "sharp", AT - timedelta(days=1)),
        ("hamstring 3 spasm 10 days ago", "hamstrings", 3, "spasm", AT - timedelta(days=10)),
        ("Knie 1,5 vor 2 Tagen", "knee", 1.5, "ache", AT - timedelta(days=2)),
        ("lower back 4 a week ago", "low_back", 4, "ache", AT - timedelta(days=7)),
        ("knee 3 2 weeks ago", "knee", 3, "ache", AT - timedelta(days=14)),
        ("knee 3 last week", "knee", 3, "ache", AT - timedelta(days=7)),
        ("Knie 3 vor einer Woche", "knee", 3, "ache", AT - timedelta(days=7)),
        ("Knie 3 vor 2 Wochen", "knee", 3, "ache", AT - timedelta(days=14)),
        ("knee 3 a day ago", "knee", 3, "ache", AT - timedelta(days=1)),
        ("QL 5 2026-03-01", "quadratus_lumborum", 5, "ache", datetime(2026, 3, 1)),
        ("neck 5 stiff 2026-03-01T07:30", "neck", 5, "stiffness", datetime(2026, 3, 1, 7, 30)),
    ],
)
def test_pains_are_read_as_people_say_them(text, region, severity, kind, day):
    pain = lg.Pain(at=day, region=region, severity=severity, kind=kind)
    assert pains.read_pain(text, AT) == pain


@pytest.mark.parametrize("area", lg.BODY_AREAS)
def test_every_place_has_its_own_name(area):
    """Keys are names, too, with or without the underscore; a slip is told the nearest."""
    assert pains.area_named(area, "x") == pains.area_named(area.replace("_", " ").title(), "x")
    assert pains.area_named(area, "x") == area
    with pytest.raises(lg.InvalidValue, match=f"Near: .*{area}|Known: .*{area}"):
        pains.area_named(area + "xx", "x")


@pytest.mark.parametrize("command", ["check", "today", "report", "why", "demo"])
def test_every_answer_is_german_where_that_is_asked(capsys, command):
    """Each command answers in German as much as in English, and in no line of the latter."""
    asked = {
        "check": [*PULL[1:], "170"],
        "today": [LOG],
        "report": [LOG],
        "why": [LOG, "--at", "2026-06-15"],
        "demo": [],
    }[command]
    english, german = (
        run(capsys, command, *asked, "--language", language)[1] for language in ("en", "de")
    )
    assert set(english.splitlines()) & set(german.splitlines()) <= {""}
    assert len(german.splitlines()) == len(english.splitlines())


def test_a_report_has_machines_and_dumbbells(capsys, made):
    """What is done often is said, whatever it is; what was left long ago or is rare is named."""
    curls = [row(3 * n, 12, 10, "Bicep Curl (Dumbbell)", rpe=9) for n in range(20)]
    press = [row(3 * n, 200, 8, "Leg Press", rpe=9) for n in range(20)]
    old = [row(-300 - n, 60, 5, "Bench Press (Barbell)", rpe=9) for n in range(9)]
    out = run(capsys, "report", made(*old, *curls, *press, row(57, 80, 5)))[1]
    assert re.search(
        r"^  Leg press: .* kg \(.*; 20 sets, the last 1 day before$", out, re.MULTILINE
    )
    assert "clear for 10 repetitions: " in out
    assert "clear for 8 repetitions: " in out
    assert "Not done for 28 days: bench press (9)." in out
    assert "Seldom done: squat (1)." in out


def test_why_refuses_what_it_cannot_use(capsys, made):
    """A place that is none, a severity above ten, and no date end with a sentence."""
    log = made(row(0, 100, 5))
    for wrong in (["--at", "soon"], ["--at", "2020-01-02", "--severity", "11"]):
        code, _, said = run(capsys, "why", log, *wrong)
        assert code == 2
        assert said.startswith("liftguard: ")


DAYS_ALONE = "Date,Exercise,Weight (kg),Reps\n"


def test_days_before_a_pain_are_counted_by_the_calendar(capsys, tmp_path):
    """The 20th is three days before the 23rd, which are looked at, and four before the 24th."""
    path = tmp_path / "days.csv"
    rows = [f"2026-{month:02}-20,Squat,100,5\n" for month in range(4, 12) for _ in range(3)]
    path.write_text(DAYS_ALONE + "".join(rows), encoding="utf-8")
    ask = ["why", str(path), "--region", "low_back", "--at"]
    out = run(capsys, *ask, "2026-11-23")[1]
    assert "2026-11-20: squat 100 kg x 5" in out
    assert "shortly before" not in out
    out = run(capsys, *ask, "2026-11-24")[1]
    assert "2026-11-20: the last set that was recorded, 4 days before." in out
    assert "The log has no sets that load this place shortly before" in out
    assert "Shortly before means up to 3 days before." in out


def test_a_severity_that_is_none_is_named_by_its_option(capsys, made):
    log = made(row(0, 100, 5))
    err = run(capsys, "why", log, "--at", "2020-01-02", "--severity", "40")[2]
    assert "--severity: got '40', wanted a number from 0 to 10" in err


def test_a_planned_rating_is_held_against_what_is_expected(capsys, made):
    """Fives at RPE 8 leave two: the same again is said to, beside the 7 and the 10 planned."""
    log = made(*(row(3 * n, 100, 5, rpe=8) for n in range(16)))
    ask = ["check", log, "--lift", "squat", "--load", "100", "--reps", "5", "--at", "end"]
    expected = "about 2 repetitions are expected to be left, RPE 8."
    for rpe in ("7", "10"):
        assert f"Planned at RPE {rpe}; {expected}" in run(capsys, *ask, "--rpe", rpe)[1]
    assert "expected to be left" not in run(capsys, *ask)[1]


def test_a_report_takes_a_bodyweight(capsys, made):
    """Without one nothing can be said of pull-ups; with one their capacity is."""
    log = made(*(row(3 * n, 0, 8, "Pull Up", rpe=8) for n in range(16)))
    assert "Pull-up: cannot be said, without a bodyweight" in run(capsys, "report", log)[1]
    out = run(capsys, "report", log, "--bodyweight", "80")[1]
    assert "Pull-up: cannot be said" not in out
    told = json.loads(run(capsys, "report", log, "--bodyweight", "176.37lb", "--json")[1])
    (lift,) = told["lifts"]
    assert lift["capacity"] is not None
    assert told["rows"]["sets"] == 16


def test_a_report_says_help_and_the_body_alone(capsys, made, tmp_path):
    """Eights with 20 kg of help at RPE 9, and pull-ups at RPE 10: help, and the body at most."""
    rows = [row(3 * n, -20, 8, "Pull Up (Assisted)", rpe=9) for n in range(16)]
    log = made(*rows, *(row(3 * n + 1, 0, 8, "Chin Up", rpe=9.5) for n in range(16)))
    out = run(capsys, "report", log, "--bodyweight", "80")[1]
    assert re.search(r"clear for 8 repetitions: [0-9.]+ kg of help", out)
    assert " 0 kg" not in out
    page = tmp_path / "page.html"
    assert run(capsys, "report", log, "--bodyweight", "80", "--html", str(page))[0] == 0
    assert "kg of help" in page.read_text(encoding="utf-8")


def test_the_body_alone_is_a_load(capsys, made):
    """BW is BW+0: no load beside the body."""
    log = made(*(row(3 * n, 0, 8, "Pull Up") for n in range(8)))
    ask = ["check", log, "--lift", "pull-up", "--reps", "5", "--at", "end", "--bodyweight", "80"]
    said = {
        run(capsys, *ask, "--load", load)[1] for load in ("BW", "bw", "BW+0", "bodyweight", "0")
    }
    assert len(said) == 1


def test_options_of_reading_are_used(capsys, made):
    """A header in kg stands, and a given unit is answered in; a given app is held to."""
    log = made(row(0, 100, 5))
    told = json.loads(run(capsys, "report", log, "--unit", "lb", "--json")[1])
    assert (told["unit"], told["unit_evidence"]) == ("kg", "the header says kg")
    ask = ["check", log, "--lift", "squat", "--load", "100kg", "--at", "end"]
    assert "squat 100 kg x 1" in run(capsys, *ask)[1]
    assert "squat 220.5 lb x 1" in run(capsys, *ask, "--unit", "lb")[1]
    assert run(capsys, "report", log, "--app", "hevy")[0] == 2


def test_a_lift_of_the_log_itself(capsys, made):
    """A name that no table knows can be asked for, is offered, and is counted."""
    log = made(row(0, 100, 5, "Zorblax"))
    ask = ["check", log, "--load", "100", "--at", "end", "--lift"]
    assert "Zorblax 100 kg x 1" in run(capsys, *ask, " zorblax")[1]
    assert "Near: Zorblax." in run(capsys, *ask, "orbla")[2]
    assert "Near: Deadlift, " in run(capsys, *ask, "kreuz heben")[2]
    told = json.loads(run(capsys, "report", log, "--json")[1])
    assert told["unknown_lifts"] == {"Zorblax": {"sets": 1, "near": []}}
    assert [(one["lift"], one["capacity"]) for one in told["lifts"]] == [("Zorblax", None)]


def test_now_and_zones(capsys, made):
    """Asking now about an old log points to --at end; a zone given makes all times instants."""
    ask = ["check", made(row(0, 100, 5)), "--lift", "squat", "--load", "100"]
    assert "The log ends on 2020-01-01; --at end" in run(capsys, *ask)[1]
    assert run(capsys, *ask, "--tz", "Europe/Berlin")[0] == 0
    assert run(capsys, *ask, "--tz", "Europe/Berlin", "--at", "2020-01-02")[0] == 0


def test_pound_plates_for_pounds(capsys):
    """What is offered for a load in pounds can be loaded with them: whole fives."""
    told = json.loads(run(capsys, *PULL, "375lbs", "--json")[1])
    fives = told["max_load_kg"] / 0.45359237 / 5.0
    assert fives == pytest.approx(round(fives), abs=1e-4)
    assert (told["sentence"].split(" x ")[0], told["log_unit"]) == ("BEYOND: deadlift 375 lb", "kg")


def test_long_logs_are_replayed_in_parts(monkeypatch):
    """Parts of three entries give the state of the whole."""
    monkeypatch.setattr(options, "_CHUNK", 3)
    sets = [
        lg.LoggedSet(lift="squat", at=datetime(2020, 1, 1 + n), load_kg=100, reps=3, rpe=9)
        for n in range(8)
    ]
    guard, history = lg.Guard(), lg.History(sets)
    state, parts = options.replay(guard, history)
    assert state == guard.replay(history).state
    assert [len(part) for part in parts] == [3, 3, 2]


@pytest.fixture
def own_table(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("Tag;Was;Eisen;Anzahl\n03/04/2026;Kreuzheben;140;5\n", encoding="utf-8")
    return str(path)


GIVEN = ["--columns", "when=Tag,lift=Was,load=Eisen,reps=Anzahl"]


def test_a_table_of_ones_own(capsys, own_table):
    told = ["--unit", "kg", "--dates", "dmy", "--json"]
    code, out, _ = run(capsys, "report", own_table, *GIVEN, *told)
    found = json.loads(out)
    assert code == 0
    assert (found["app"], found["confidence"]) == ("columns", 1.0)
    assert found["recognised_by"] == "the columns that were given"
    assert found["rows"] == {"read": 1, "sets": 1, "non_sets": 0, "problems": 0}
    assert [lift["lift"] for lift in found["lifts"]] == ["deadlift"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ([], "is read with --columns when=...,lift=...,load=...,reps=..."),
        ([*GIVEN, "--unit", "kg"], "Pass --dates dmy where the day stands first"),
        ([*GIVEN, "--dates", "dmy"], "add --unit kg or --unit lb"),
        (["--columns", "when"], "--columns: got 'when', wanted two names, such as A=B"),
        (["--columns", "when=Tag,when=Was"], "wanted each word once"),
        (["--columns", "when=Tag,lift=Was,load=Eisn,reps=3"], "Near: Eisen"),
    ],
)
def test_what_a_table_of_ones_own_needs(capsys, own_table, more, told):
    """Each refusal names the option that helps."""
    code, out, err = run(capsys, "report", own_table, *more)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1


def test_a_lift_under_an_older_name_is_offered_and_joined(capsys, made):
    """What an unknown name resembles is said, and the option that joins it works."""
    log = made(row(0, 100, 5, "Deadlift Old Data"), row(7, 110, 5, "Deadlift (Barbell)"))
    code, out, _ = run(capsys, "report", log)
    assert code == 0
    assert "1 name means no lift that is known (1 set)" in out
    assert "'Deadlift Old Data' (1 set) may be deadlift" in out
    assert '--join "NAME=LIFT"' in out
    code, out, _ = run(capsys, "report", log, "--join", "Deadlift Old Data=deadlift", "--json")
    told = json.loads(out)
    assert (code, told["unknown_lifts"]) == (0, {})
    assert [(one["lift"], one["sets"]) for one in told["lifts"]] == [("deadlift", 2)]
    code, _, err = run(capsys, "report", log, "--join", "Deadlift Olt=deadlift")
    assert (code, err.count("\n")) == (2, 1)
    assert "Deadlift Old Data" in err


def test_a_clear_triple_of_a_log_in_pounds_is_of_pound_plates(capsys):
    """Load and ramp stand in pounds, in steps that pairs of plates make."""
    out = run(capsys, "report", LOG, "--unit", "lb")[1]
    triple = re.search(r"clear for 3 repetitions: ([0-9.]+) lb, after ([0-9.]+) lb x [58]", out)
    assert triple is not None
    assert all(float(load) % 5 == 0 for load in triple.groups())


def test_the_day_after_is_offered_only_where_it_helps(capsys, made):
    """After a long break it is; with a few sets of this week it would be as open."""
    asked = ["--lift", "deadlift", "--load", "100"]
    this_week = (datetime.now() - datetime(2020, 1, 1)).days - 3  # noqa: DTZ005 - as the command
    few = run(capsys, "check", made(row(this_week, 100, 5, "Deadlift (Barbell)")), *asked)[1]
    assert few.startswith("UNKNOWN")
    assert "--at end" not in few
    old = made(*[row(7 * week, 100, 5, "Deadlift (Barbell)") for week in range(9)])
    assert "--at end asks for the day after" in run(capsys, "check", old, *asked)[1]


def test_an_entry_in_the_future_is_said(capsys, made):
    """Asked for now, the log's last day lies ahead: its date is questioned."""
    ahead = made(row(0, 100, 5), row(36_500, 100, 5))
    code, _, err = run(capsys, "check", ahead, "--lift", "squat", "--load", "100")
    assert (code, "lies in the future: is its date right?" in err) == (2, True)


def test_a_clear_triple_is_clear_after_its_ramp(capsys):
    """Walked through as printed, on the day after the last entry."""
    told = json.loads(run(capsys, "report", LOG, "--json")[1])
    log, guard = lg.read_log(LOG), lg.Guard()
    state = guard.replay(log.history).state
    (pull,) = (one for one in told["lifts"] if one["lift"] == "deadlift")
    assert pull["ramp"][0][0] == 20.0
    rows = [*pull["ramp"], [pull["clear_kg"], pull["clear_reps"]]]
    sets = [lg.PlannedSet(lift="deadlift", load_kg=kg, reps=reps) for kg, reps in rows]
    session = lg.PlannedSession(at=options.day_after(log.history), sets=sets)
    assert guard.check_plan(state, [session]).worst == lg.Level.CLEAR


def test_today_says_what_to_lift(capsys):
    """Of each lift that is done: a suggestion, what is clear, the bests, and a ramp."""
    code, out, err = run(capsys, "today", LOG)
    assert (code, err) == (0, "")
    parts = out.split("\n\n")
    assert [part.partition("\n")[0] for part in parts[:3]] == ["Deadlift", "Squat", "Bench press"]
    for part in parts[:3]:
        for told in ("first work set:", "Clear up to:", "The easiest new ones today:", "A ramp:"):
            assert told in part


def test_two_last_times_are_told_apart(capsys, made):
    """The heaviest set of the last day, and the first work set of such repetitions, by name."""
    fives = [row(3 * n, kg, 5, order=m) for n in range(9) for m, kg in enumerate((100, 102.5, 105))]
    log = made(*fives, *(row(30, kg, 2, order=m) for m, kg in enumerate((110, 115))))
    asked = ("--lift", "squat", "--reps", "5", "--at", "end")
    out = run(capsys, "check", log, *asked, "--load", "100")[1]
    assert "  Heaviest set of the last day: 115 kg x 2 on 2020-01-31." in out
    out = run(capsys, "today", log, *asked)[1]
    assert "  Last time at about 5 repetitions, first work set: 100 kg x 5 on 2020-01-25." in out
    out = run(capsys, "today", log, *asked[:2], "--reps", "3")[1]
    assert "  Other repetitions that it goes by, first work set: 100 kg x 5 on 2020-01-25." in out


def test_today_in_numbers(capsys):
    """A suggestion is clear, more repetitions are clear with less, no new best stands twice."""
    asked = ("--lift", "bench", "--reps", "3", "--rpe", "8", "--json")
    code, out, _ = run(capsys, "today", LOG, *asked)
    (found,) = json.loads(out)["lifts"]
    assert (code, found["lift"], found["suggestion"]["level"]) == (0, "bench_press", "CLEAR")
    loads = [found["clear_kg"][reps] for reps in ("1", "3", "5", "8", "10")]
    assert loads == sorted(loads, reverse=True)
    assert found["suggestion"]["load_kg"] <= found["clear_kg"]["3"]
    new = [
        (one["planned"]["load_kg"], one["planned"]["reps"])
        for one in found["bests"]["within_reach"]
    ]
    assert len(new) == len(set(new))


def test_today_names_the_newest_session_beside_an_older_one(capsys, made):
    """Fives are those of 5 February 2020; since then 80 kg x 8 were done, last on 15 April."""
    fives = [row(7 * n, 90, 5) for n in range(6)]
    log = made(*fives, *(row(42 + 7 * n, 80, 8) for n in range(10)))
    out = run(capsys, "today", log, "--at", "end")[1]
    assert "90 kg x 5 on 2020-02-05" in out
    assert "80 kg x 8 on 2020-04-15" in out
    out = run(capsys, "today", log, "--at", "end", "--reps", "8")[1]
    assert out.count("80 kg x 8 on 2020-04-15") == 1  # which is the newest


def test_today_is_short_for_many_lifts(capsys, made):
    """Of eight lifts of this week a line each; those named, and few, are said in full."""
    names = ["Squat", "Bench Press", "Deadlift", "Overhead Press", "Front Squat", "Barbell Row",
             "Leg Press", "Lat Pulldown"]  # fmt: skip
    rows = [row(3 * n, 50, 5, name) for n in range(8) for name in names]
    log = made(
        row(-40, 50, 5, "Dumbbell Curl"),
        *(row(-40 - n, 50, 5, "Dumbbell Curl") for n in range(6)),
        *rows,
    )
    out = run(capsys, "today", log, "--at", "end")[1]
    assert out.count("50 kg x 5, the same load as the last time") == 8
    assert len(out.splitlines()) <= 8 + 5
    assert "curl" not in out
    assert "--lift NAME says all of a lift" in out
    assert "A ramp:" in run(capsys, "today", log, "--at", "end", "--lift", "squat")[1]
    told = json.loads(run(capsys, "today", log, "--at", "end", "--json")[1])
    assert len(told["lifts"]) == 8


def test_an_end_in_the_future_is_named(capsys, made):
    """2062 for 2026: the moment asked about is the day after it, and that is said."""
    log = made(*(row(7 * n, 100, 5) for n in range(8)), "2062-11-28 18:00:00,A,Squat,1,100,5,,,,\n")
    named = "The last entry of the log, squat on 2062-11-28, lies in the future"
    assert named in run(capsys, "today", log, "--lift", "squat", "--at", "end")[1]
    check = ["check", log, "--lift", "squat", "--load", "100", "--at"]
    assert named in run(capsys, *check, "end")[1]
    assert named not in run(capsys, *check, "2020-03-01")[1]
    assert "1 entry lies in the future, on 2062-11-28." in run(capsys, "report", log)[1]


def test_today_after_weeks_off_names_what_was_done_last(capsys):
    """Seven weeks later it is the lifts of the last weeks of training, on the way back."""
    code, out, _ = run(capsys, "today", LOG, "--at", "2026-08-08 18:00")
    assert code == 0
    assert "Deadlift" in out
    assert "on the way back" in out


def test_today_of_a_lift_long_left(capsys):
    """Two years on no lift is really done any more; one that is named is begun with."""
    later = ("--at", "2028-06-20 18:00")
    code, out, _ = run(capsys, "today", LOG, *later)
    assert code == 0
    assert out.startswith("No lift was done often enough lately; --lift names one.")
    code, out, _ = run(capsys, "today", LOG, "--lift", "squat", *later)
    assert code == 0
    assert "Clear up to" not in out
