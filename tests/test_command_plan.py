"""The command `plan`: a table of sets to come, walked through against a log."""

import json
import re
from datetime import datetime
from importlib import resources

import pytest

import liftguard as lg
from liftguard.__main__ import main

LOG = str(resources.files("liftguard").joinpath("demo.csv"))
AT = datetime(2026, 6, 22, 18)
ROWS = ["2026-06-22 18:00,deadlift,140,3,2", "2026-06-22 18:00,Bankdrücken,70,5,",
        "2026-06-24 18:00,squat,140,3,1"]  # fmt: skip


@pytest.fixture
def plan(capsys, tmp_path):
    def ask(*rows, head="at,lift,load_kg,reps,sets", more=()):
        path = tmp_path / "plan.csv"
        path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        code = main(["plan", LOG, str(path), *more])
        return code, *capsys.readouterr()

    return ask


def walked():
    """Walk through the rows above with the library itself."""
    squat = lg.PlannedSet(lift="squat", load_kg=140, reps=3)
    pull = lg.PlannedSet(lift="deadlift", load_kg=140, reps=3)
    press = lg.PlannedSet(lift="bench_press", load_kg=70, reps=5)
    sessions = [
        lg.PlannedSession(at=AT, sets=[pull, pull, press]),
        lg.PlannedSession(at=datetime(2026, 6, 24, 18), sets=[squat]),
    ]
    guard = lg.Guard()
    return guard.check_plan(guard.replay(lg.read_log(LOG).history).state, sessions)


def test_a_plan_is_walked_as_the_library_does(plan):
    """Levels, chances and steps are those of `Guard.check_plan`; an empty count is one set."""
    code, out, err = plan(*ROWS, more=["--json"])
    told = json.loads(out)
    found = walked()
    assert (code, err) == (0, "")
    assert [one["p_beyond"] for one in told["sets"]] == [one.p_beyond for one in found.sets]
    assert told["first_beyond"] == found.first_beyond == 3
    assert told["sentences"] == lg.say_plan(found)


def test_a_plan_in_words(plan):
    """Each set with its level, sets that are alike on one line, the last time beside each lift."""
    out = plan(*ROWS)[1]
    assert re.search(
        r"^  CLEAR: deadlift 140 kg x 3, 2 times, chance of failing \d+ % to \d+ %$",
        out,
        re.MULTILINE,
    )
    assert "    Heaviest set of the last day: 130 kg x 3 on 2026-06-15." in out
    assert re.search(r"^  BEYOND: squat 140 kg x 3, chance of failing \d\d %$", out, re.MULTILINE)
    german = plan(*ROWS, more=["--language", "de"])[1]
    assert "DARÜBER: Kniebeuge 140 kg x 3, Wahrscheinlichkeit zu scheitern" in german


def test_the_load_of_an_assisted_lift_is_help(plan):
    """Forty kilograms of an assisted pull-up, and what is below zero, are taken off."""
    rows = [
        "2026-06-22 18:00,assisted pull-up,40,5,1",
        "2026-06-22 18:00,pull-up,-20,5,1",
        "2026-06-22 18:00,pull-up,BW-20kg,5,1",
        "2026-06-22 18:00,deadlift,-20,5,1",
    ]
    told = json.loads(plan(*rows, more=["--json"])[1])
    sets = [one["planned"] for one in told["sets"]]
    assert [(one["load_kg"], one["assist_kg"]) for one in sets] == [(0, 40), (0, 20), (0, 20)]
    assert len(told["problems"]) == 1


def test_pounds_are_pounds_and_kilograms_kilograms(plan):
    """100 kg and 220.46 lb are one load, under each name of the column; a cell may say its unit."""
    row = "2026-06-22 18:00,deadlift,{},3,1"
    kg = json.loads(plan(row.format(100), more=["--json"])[1])["sets"]
    for head, load in (
        ("load_lb", "220.462262"),
        ("load", "100kg"),
        ("load", "220.462262 lb"),
        ("load_kg", "220.462262lb"),
    ):
        more = plan(row.format(load), head=f"at,lift,{head},reps,sets", more=["--json"])
        (one,) = json.loads(more[1])["sets"]
        assert one["p_beyond"] == pytest.approx(kg[0]["p_beyond"], rel=1e-5)
    out = plan(row.format(315), head="at,lift,load_lb,reps,sets")[1]
    assert "deadlift 315 lb x 3" in out


def test_a_bad_row_costs_no_other(plan):
    """Each row that is not understood is named with its place; the others are judged."""
    bad = ["2026-06-22 18:00,sqaut,100,3,1", "2026-06-22 18:00,squat,100,3.9,1", "soon,squat,9,3,1",
           "2026-06-22 18:00,squat,heavy,3,1", "2026-06-22 18:00,squat,100,3,-2",
           "2026-06-22 18:00,squat"]  # fmt: skip
    code, out, _ = plan(*bad, *ROWS)
    assert code == 0
    assert out.count("Not planned: row") == len(bad)
    told = ("Near: Squat", "reps: got '3.9'", "at: got 'soon'", "load_kg: got 'heavy'",
            "sets: got '-2'", "got")  # fmt: skip
    for place, words in enumerate(told, 1):
        assert re.search(rf"^Not planned: row {place}, .*{re.escape(words)}", out, re.MULTILINE)
    assert "4 sets planned" in out
    code, _, err = plan(*bad)
    assert (code, err.count("\n")) == (2, 1)


def test_a_table_of_excel(capsys, tmp_path):
    """Semicolons, decimal commas and letters of Windows are read as well."""
    path = tmp_path / "plan.csv"
    rows = "at;lift;load_kg;reps;sets\n2026-06-22 18:00;Bankdrücken;72,5;5;1\n"
    path.write_bytes(rows.encode("cp1252"))
    assert main(["plan", LOG, str(path)]) == 0
    assert "bench press 72.5 kg x 5" in capsys.readouterr().out


def test_a_table_of_a_coach(capsys, tmp_path):
    """A title, dates with dots, names and dates that stand once: the same answer as in our form."""
    path = tmp_path / "plan.csv"
    theirs = (
        "Wochenplan KW 26;;;;;\n;;;;;\nAthlete;Date;Exercise;Weight (kg);Reps;Sets\n"
        "Demo;22.06.2026;Bankdrücken;72,5;5;1\n;;Kreuzheben;140;3;2\n"
    )
    ours = "2026-06-22,bench press,72.5,5,1\n2026-06-22,deadlift,140,3,2\n"
    told = []
    for text in (theirs, f"at,lift,load_kg,reps,sets\n{ours}"):
        path.write_bytes(text.encode("cp1252"))
        assert main(["plan", LOG, str(path)]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert "3 sets planned" in told[0]


def test_a_chance_says_what_it_presumes(plan):
    """After a set that may well fail, the same load is asked for as if it had gone up."""
    out = plan("2026-06-22,squat,140,3,3")[1]
    assert re.search(r"^  BEYOND: squat 140 kg x 3, chance of failing \d\d %$", out, re.MULTILINE)
    assert re.search(
        r"squat 140 kg x 3, 2 times, chance of failing \D*\d\d % if those before go up$",
        out,
        re.MULTILINE,
    )


def test_a_load_far_above_the_log_is_doubted(plan):
    """Pounds in a column of kilograms, in both languages."""
    row = "2026-06-22,deadlift,400,3,1"
    said = "Doubtful: deadlift 400 kg x 3 is more than twice the most in the log, "
    assert said in plan(row)[1]
    assert (
        "Zweifelhaft: Kreuzheben 400 kg x 3 ist mehr als" in plan(row, more=["--language", "de"])[1]
    )
    assert "Doubtful" not in plan(*ROWS)[1]


def test_a_pain_is_named_in_place_of_a_chance(plan):
    """Of the sets that it holds back alone; the others have their chance."""
    rows = ["2026-06-22,deadlift,140,3,1", "2026-06-22,bench press,60,5,1"]
    out = plan(*rows, more=["--pain", "hamstrings 6 2026-06-21"])[1]
    assert re.search(r"^  [A-Z]+: deadlift 140 kg x 3, held back by a pain$", out, re.MULTILINE)
    assert re.search(r"^  CLEAR: bench press 60 kg x 5, chance of", out, re.MULTILINE)


def test_a_date_that_may_be_two_is_named(plan):
    """The third of April or the fourth of March: another row or `--dates` tells."""
    row = "3/4/2026,deadlift,100,3,1"
    assert "row 1, column at: got '3/4/2026', wanted a date that shows" in plan(row)[2]
    assert "2026-04-03" in plan(row, more=["--dates", "dmy"])[1]
    assert "2026-03-04" in plan(row, "3/25/2026,deadlift,100,3,1")[1]


def test_the_rows_of_one_athlete(plan):
    """A table of a squad has a column for whose they are; another name is told who there is."""
    head = "athlete,at,lift,load_kg,reps,sets"
    rows = ["Ada," + ROWS[0], "Demo," + ROWS[2]]
    assert "1 set planned" in plan(*rows, head=head)[1]  # demo.csv is Demo's
    assert "2 sets planned" in plan(*rows, head=head, more=["--athlete", "Ada"])[1]
    code, _, err = plan(*rows, head=head, more=["--athlete", "Bob"])
    assert (code, "one of the athletes of" in err, "Ada, Demo" in err) == (2, True, True)


def test_a_plan_inside_the_log_is_judged_by_what_was_known(plan):
    """What came after its first session is not looked at."""
    out = plan("2026-05-01 18:00,deadlift,120,3,1")[1]
    assert "What the log holds from 2026-05-01 18:00 on was not looked at." in out
    assert re.search(r"Heaviest set of the last day: .* on 2026-04-27", out)


def test_one_date_of_the_past_costs_the_other_rows_nothing(plan):
    """May for June: the row is named and left out, and the others see the whole log."""
    alone = plan(*ROWS)[1]
    slip = "2026-05-22 18:00,deadlift,140,3,2"
    out = plan(*ROWS, slip)[1]
    assert out.startswith(alone.rstrip())
    assert "Not planned: row 4, at: got '2026-05-22 18:00', wanted a moment after the log" in out
    assert "was not looked at" not in out


def test_the_chance_of_sets_that_are_alike_has_two_ends(plan):
    """Of five sets of a heavy triple the last is the likeliest to fail, and the summary's one."""
    out = plan("2026-06-22 18:00,deadlift,142.5,3,5")[1]
    spans = re.findall(r"(\d+) times, chance of failing (?:under )?(\d+) % to (\d+) %", out)
    assert spans
    assert all(int(least) < int(most) for _, least, most in spans)


def test_a_pain_hides_the_chance_of_what_it_holds_alone(plan):
    """A sore shoulder holds the bench press; squat and deadlift keep their chances."""
    rows = [f"2026-06-22 18:00,{lift},100,5," for lift in ("squat", "deadlift")]
    out = plan("2026-06-22 18:00,bench press,70,5,", *rows, more=["--pain", "shoulder 3 today"])[1]
    bench, *others = (line for line in out.splitlines() if re.match(r"  [A-Z]+: ", line))
    assert bench == "  CAUTION: bench press 70 kg x 5, held back by a pain"
    assert len(others) == 2
    assert all("chance of failing" in line for line in others)


def test_a_table_that_is_not_there(capsys):
    assert main(["plan", LOG, "no_plan.csv"]) == 2
    said = "liftguard: no_plan.csv: got 'no file of this name', wanted a table that can be read"
    assert capsys.readouterr().err == said + "\n"


@pytest.mark.parametrize(
    ("head", "told"),
    [("week,lift,load_kg,reps", "wanted the columns"), ("at,lift,plates,reps", "or load_lb")],
)
def test_other_tables_are_refused(plan, head, told):
    code, _, err = plan("2026-06-22,squat,100,3", head=head)
    assert (code, told in err, err.count("\n")) == (2, True, 1)
