"""What the page says: the right order and reasons, and nobody lost."""

import re
import subprocess
import sys
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from judge import judge
from make_squad import main as make_squad
from page import page
from squad import read_squad

import liftguard as lg

HERE = Path(__file__).parents[1]
SQUAD = HERE / "squad"
PLAN = "athlete,at,lift,load_kg,reps,sets\n"
PAINS = "athlete,at,region,severity,kind\n"


def rows_of(folder, at, guard=None):
    return judge(read_squad(folder, at), at, guard or lg.Guard())


@pytest.fixture(scope="module")
def rows():
    """Give the rows of the invented squad."""
    return rows_of(SQUAD, datetime(2026, 3, 2))


def page_of(folder, at):
    return page(rows_of(folder, at), at, lg.Policy())


def words_of(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def copied(tmp_path, **files):
    """Write a small squad."""
    for name, text in files.items():
        (tmp_path / name.replace("_csv", ".csv")).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_worst_comes_first(written):
    """Planned far above the log is BEYOND; the old log, the new one and none are UNKNOWN."""
    lines = [(line[:8].strip(), line[9:]) for line in written[1].splitlines()[:-1]]
    levels = {name: level for level, name in lines}
    order = ["BEYOND", "CAUTION", "UNKNOWN", "CLEAR", "NO PLAN"]
    assert [level for level, _ in lines] == sorted(levels.values(), key=order.index)
    assert levels["Bruno"] == "BEYOND"
    assert levels["Fatima"] in {"CAUTION", "BEYOND"}  # a spasm three days ago
    unknown = {"Dana", "Emeka", "Hana", "Gus"}
    assert {name for name, level in levels.items() if level == "UNKNOWN"} == unknown
    assert levels["Ada"] == levels["Ivo"] == "CLEAR"
    assert levels["Kim"] == "NO PLAN"


def test_reasons_are_said(written):
    """Each of the squad's stories is on the page in words."""
    text = words_of(written[0].read_text(encoding="utf-8"))
    for said in (
        "The last entry is 40 days before",
        "the spasm in the lower back 3 days ago",
        "Hana.csv cannot be read: got 'This is a letter, not a log.'",
        "as there is no set of this lift in the records",
        "To begin with: Good morning",
        "CAUTION stands from a chance of failing of 9 % on",
        "as if kilograms and pounds had been mixed up",
        "Instead: Lower the load to",
        "UNKNOWN means that the records cannot say",
    ):
        assert said in text


def test_a_hostile_name_is_text(tmp_path, at):
    """In a plan or in the name of a file it is shown, not run."""
    who = "Gus <script>alert(1)<@script>"
    copied(tmp_path, plan_csv=PLAN + f"{who},2026-03-02 19:00,squat,100,5,3\n")
    (tmp_path / f"{who}.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    html = page_of(tmp_path, at)
    assert "Gus &lt;script&gt;alert(1)&lt;@script&gt;" in html
    assert "<script" not in html


def test_it_asks_for_nothing(written):
    """No script, and nothing from outside; links stay on the page."""
    html = written[0].read_text(encoding="utf-8")
    assert not re.search(r"""<script|src\s*=|url\(|@import|https?:""", html)
    assert set(re.findall(r'href="(.)', html)) == {"#"}


def test_the_same_folder_gives_the_same_page(written, at):
    """Nothing on it depends on when or where it was written."""
    assert page_of(SQUAD, at) == written[0].read_text(encoding="utf-8")


def test_the_squad_is_what_its_script_writes(tmp_path, monkeypatch):
    """The files of the folder are current."""
    monkeypatch.setattr("make_squad.SQUAD", tmp_path / "squad")
    make_squad()
    made = {path.name: path.read_bytes() for path in (tmp_path / "squad").iterdir()}
    assert made == {path.name: path.read_bytes() for path in (HERE / "squad").iterdir()}


def test_the_future_is_not_known(at):
    """What was logged after the moment asked about changes nothing before it."""
    names = {one.name: one for one in read_squad(HERE / "squad", at.replace(month=1))}
    assert names["Ada"].history[-1].at < at.replace(month=1)
    assert not any(isinstance(entry, lg.Pain) for entry in names["Fatima"].history)


def test_a_squad_without_a_plan_is_not_judged(tmp_path, at):
    """Nothing is planned: that is said of everybody, beside the lifts that are usual."""
    copied(tmp_path, Ada_csv=(HERE / "squad" / "Ada.csv").read_text(encoding="utf-8"))
    (row,) = rows_of(tmp_path, at)
    assert (row.name, row.stands, row.why) == ("Ada", "NO PLAN", ("Nothing is planned.",))
    assert [one.lift for one in row.lifts] == ["Deadlift", "Squat"]
    assert "Nothing is planned." in page_of(tmp_path, at)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("athlete,at,lift,load_kg,reps\nAda,2026-03-02,squat,100,5\n", "the columns athlete,at"),
        ("athlete;at;lift;load_kg;reps;sets\nAda;2026-03-02;squat;9;5;1\n", "parted by commas"),
    ],
)
def test_a_plan_that_cannot_be_read_is_said(tmp_path, plan, said):
    """The command ends with 2 and one sentence, and writes no page."""
    folder, out = copied(tmp_path, plan_csv=plan), tmp_path / "out.html"
    command = [sys.executable, HERE, folder, "--at", "2026-03-02", "--out", out]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_a_log_of_instants_is_read_by_the_clock_here(tmp_path, at):
    """An app that writes instants, with a zone, is as good as one that writes wall clock."""
    rows = [f"2026-02-{day:02}T18:00:00Z,squat,100,5\n" for day in range(1, 20)]
    copied(tmp_path, Ada_csv="date,exercise,weight (kg),reps\n" + "".join(rows))
    (one,) = read_squad(tmp_path, at)
    assert one.problems == ()
    assert len(one.history) == 19
    assert all(entry.at.tzinfo is None for entry in one.history)


# --- one bad row, and nobody else is lost ---


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Ada,2026-03-02 17:00,deadlift,140", "row 1, column reps: got ''"),
        ("Ada,soon,squat,100,5,1", "row 1, column at: got 'soon'"),
        ("Ada,2026-03-03,squat,1OO,5,1", "column load_kg: got '1OO', wanted a number"),
        ("Ada,2026-03-03,squat,-5,5,1", "row 1: got '-5.0'"),
        ("Ada,2026-03-03,squat,100,inf,1", "column reps: got 'inf', wanted a whole number"),
        ("Ada,2026-03-03,squat,100,3.9,1", "column reps: got '3.9', wanted a whole number"),
        ("Ada,2026-03-03,squat,100,3,2.9", "column sets: got '2.9'"),
        ("Ada,2026-03-03,squat,100,3,-3", "column sets: got '-3', wanted a whole number from 1"),
        ("Ada,2026-03-03,squat,100,3,1e9", "column sets: got '1e9'"),
    ],
)
def test_a_row_that_cannot_be_read_is_a_problem_of_one(tmp_path, at, row, said):
    """It stands beside its athlete, who is not clear; another one's plan is judged all the same."""
    copied(tmp_path, plan_csv=f"{PLAN}{row}\nBo,2026-03-02 17:00,deadlift,100,3,3\n")
    for name in ("Ada", "Bo"):
        (tmp_path / f"{name}.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    ada, bo = sorted(rows_of(tmp_path, at), key=lambda one: one.name)
    (problem,) = ada.problems
    assert said in problem
    assert problem.endswith("It is left out.")
    assert ada.stands == "UNKNOWN"
    assert (bo.problems, bo.stands) == ((), "CLEAR")
    assert words_of(problem) in words_of(page_of(tmp_path, at))


def test_a_pain_that_cannot_be_read_is_a_problem_of_one(tmp_path, at):
    """A place that is none, a severity that is no number."""
    for kind in ("Ada,2026-03-01,left ear,5,ache", "Ada,2026-03-01,low_back,very,ache"):
        copied(tmp_path, pains_csv=PAINS + kind + "\nBo,2026-03-01,low_back,2,ache\n")
        ada, bo = sorted(rows_of(tmp_path, at), key=lambda one: one.name)
        assert "pains.csv, row 1" in ada.problems[0]
        assert bo.problems == ("There is no log of Bo.",)


def test_a_pain_is_read_as_a_coach_writes_it(tmp_path, at):
    """An everyday place and no kind: an ache of the lower back."""
    copied(tmp_path, pains_csv=PAINS + "Ada,2026-03-01,lower back,3,\n")
    (ada,) = read_squad(tmp_path, at)
    (pain,) = ada.history
    assert (pain.region, pain.kind) == ("low_back", "ache")


def test_loads_are_read_as_a_coach_writes_them(tmp_path, at):
    """Pounds in the plural, and a comma as in half of Europe: 275 lb are 124.74 kg."""
    rows = 'Ada,2026-03-02 17:00,squat,275 lbs,3,1\nAda,2026-03-02 17:00,squat,"82,5",3,1\n'
    copied(tmp_path, plan_csv=PLAN + rows)
    (ada,) = read_squad(tmp_path, at)
    loads = [one.load_kg for one in ada.sessions[0].sets]
    assert loads == [lg.kg_from_lb(275), 82.5]


def test_a_name_without_a_log_is_asked_about(tmp_path, at):
    """Capitals make nobody another; who has no log is UNKNOWN, also without a plan."""
    plan, pain = "ada,2026-03-02 17:00,deadlift,100,3,3\n", "Adda,2026-03-01,knee,2,ache\n"
    copied(tmp_path, plan_csv=PLAN + plan, pains_csv=PAINS + pain)
    (tmp_path / "Ada.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    rows = {row.name: row for row in rows_of(tmp_path, at)}
    assert rows["Ada"].stands == "CLEAR"
    assert (rows["Adda"].stands, rows["Adda"].problems) == (
        "UNKNOWN",
        ("There is no log of Adda; is Ada meant?",),
    )


def test_a_plan_saved_by_excel_is_read(tmp_path, at):
    """Letters of Windows are letters; the athlete is the one of the log, however it is stored."""
    plan = PLAN + "\u00c4da,2026-03-02 17:00,deadlift,100,3,3\n"
    (tmp_path / "plan.csv").write_bytes(plan.encode("cp1252"))
    (tmp_path / "A\u0308da.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    (row,) = rows_of(tmp_path, at)
    assert (row.name, row.stands) == ("\u00c4da", "CLEAR")


def test_two_logs_of_one_name_are_said(tmp_path, at):
    """The first one counts, and the athlete is not clear while the other one is left out."""
    copied(tmp_path, plan_csv=PLAN + "Ada,2026-03-02 17:00,deadlift,100,3,3\n")
    (tmp_path / "Ada.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    (tmp_path / "Ada.txt").write_bytes((SQUAD / "Bruno.csv").read_bytes())
    (row,) = rows_of(tmp_path, at)
    assert row.problems == ("Ada.txt was not read, as Ada.csv was.",)
    assert row.stands == "UNKNOWN"


def test_a_moment_with_a_zone_is_read_by_the_clock_here(tmp_path):
    """`--at` and the plan may have one."""
    copied(tmp_path, plan_csv=PLAN + "Ada,2026-03-02T17:00+00:00,deadlift,100,3,3\n")
    (tmp_path / "Ada.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    out = tmp_path / "out.html"
    command = [sys.executable, HERE, tmp_path, "--at", "2026-03-02T10:00+00:00", "--out", out]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("CLEAR    Ada\n")


# --- what is said of an athlete ---


def test_the_worst_set_is_explained(tmp_path, at):
    """A set at the edge comes first, one far beyond it second: that one is told of."""
    rows = "Ada,2026-03-02 17:00,deadlift,180,3,1\nAda,2026-03-02 17:00,deadlift,240,3,1\n"
    copied(tmp_path, plan_csv=PLAN + rows)
    (tmp_path / "Ada.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    (row,) = rows_of(tmp_path, at)
    assert row.plan.verdict.planned.load_kg == 180
    assert row.verdict.planned.load_kg == 240
    assert row.worst == "Deadlift 240 kg x 3"
    assert row.why[0].startswith("BEYOND: deadlift 240 kg x 3")


def test_one_rare_lift_makes_nobody_unknown(written, rows):
    """Its sets are counted as UNKNOWN, with the reason, beside those that are clear."""
    (ada,) = (row for row in rows if row.name == "Ada")
    assert ada.counts == ((lg.Level.UNKNOWN, 2), (lg.Level.CLEAR, 3))
    assert ada.stands == "CLEAR"
    assert "no set of this lift" in ada.why[0]
    assert "2 UNKNOWN" in words_of(written[0].read_text(encoding="utf-8"))


def test_who_logs_pounds_reads_pounds(rows):
    """Sentences, lifts and advice are in pounds, and the advice is on plates of pounds."""
    (jo,) = (row for row in rows if row.name == "Jo")
    said = " ".join([jo.worst, *jo.why, *(f"{one.last} {one.capacity}" for one in jo.lifts)])
    assert "kg" not in said
    assert jo.worst == "Deadlift 405 lb x 2"
    steps = [one for one in jo.verdict.steps if one.code == "lower_load"]
    assert steps
    assert lg.lb_from_kg(steps[0].planned.load_kg) % 5 == pytest.approx(0.0, abs=1e-6)


def test_a_plan_may_be_in_pounds(tmp_path, at):
    """By its column, or cell by cell; 0.45359237 kg are a pound."""
    plan = PLAN.replace("load_kg", "load_lb")
    rows = "Ada,2026-03-02,squat,100,5,1\nAda,2026-03-02,squat,100 lb,5,1\n"
    copied(tmp_path, plan_csv=f"{plan}{rows}Ada,2026-03-02,squat,45.359237kg,5,1\n")
    (row,) = rows_of(tmp_path, at)
    loads = {one.planned.load_kg for one in row.plan.sets}
    assert loads == {45.359237}


def test_last_time_and_trend_stand_beside_each_lift(rows):
    """The last top set by hand from the file, and a capacity that rises as the log does."""
    (bruno,) = (row for row in rows if row.name == "Bruno")
    (deadlift,) = bruno.lifts
    assert (deadlift.last_on, deadlift.last) == ("2026-02-26", "172.5 kg x 5")
    assert re.fullmatch(r"up \d % in four weeks", deadlift.trend)


def test_time_off_has_no_trend():
    """Of a lift last done on 26 February there is none on 30 March, 32 days later."""
    (bruno,) = (row for row in rows_of(SQUAD, datetime(2026, 3, 30)) if row.name == "Bruno")
    (deadlift,) = (one for one in bruno.lifts if one.lift == "Deadlift")
    assert deadlift.trend == "no set for 32 days"


def test_alarms_are_set_for_the_squad(tmp_path):
    """A squad that is to be warned later is, and the page says from when on."""
    out = tmp_path / "out.html"
    command = [sys.executable, HERE, SQUAD, "--at", "2026-03-02", "--out", out]
    options = ["--caution", "50", "--beyond", "99.5"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    assert "BEYOND   Bruno" not in done.stdout
    assert "from a chance of failing of 50 % on, BEYOND from 99.5 %" in words_of(out.read_text())
    wrong = [*command, "--caution", "40", "--beyond", "30"]
    assert subprocess.run(wrong, capture_output=True, check=False).returncode == 2


def test_what_is_refused_of_one_costs_nobody_else(monkeypatch, at):
    """An athlete whose log cannot be looked through is UNKNOWN, with the reason."""
    known = lg.Guard.check_log

    def refuse(guard, history, *, now=None):
        if any(one.lift == "squat" and one.load_kg == 140 for one in history.sets):
            raise lg.InvalidValue(where="log", got="odd", wanted="a log")
        return known(guard, history, now=now)

    monkeypatch.setattr(lg.Guard, "check_log", refuse)
    levels = {row.name: (row.stands, row.problems) for row in rows_of(SQUAD, at)}
    assert levels["Bruno"] == ("UNKNOWN", ("log: got 'odd', wanted a log",))
    assert levels["Ada"] == ("CLEAR", ())
    assert len(levels) == 11
