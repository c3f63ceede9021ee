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


def told(row):
    """Give all sentences on the lifts of an athlete."""
    return [line for lines in row.told for line in lines]


def with_log_of_ada(tmp_path, plan, name="Ada", **files):
    """Write the squad of one who has Ada's log."""
    copied(tmp_path, plan_csv=PLAN + plan, **files)
    (tmp_path / f"{name}.csv").write_bytes((SQUAD / "Ada.csv").read_bytes())
    return tmp_path


def state_of_ada():
    return lg.Guard().replay(lg.read_log(SQUAD / "Ada.csv").history).state


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
        ("athlete,at,lift,reps\nAda,2026-03-02,squat,5\n", "the columns athlete, at, lift"),
        ("at;lift;load_kg;reps;sets\n2026-03-02;squat;9;5;1\n", "the columns athlete, at"),
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
        ("Ada,2026-03-03,squat,1OO,5,1", "column load_kg: got '1OO', wanted a load"),
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


def test_a_form_of_excel_is_read_like_ours(tmp_path, at):
    """A title, semicolons, decimal commas, dates with dots, merged cells: the same sessions."""
    ours = (
        "Ada,2026-03-02 17:00,squat,82.5,5,3\nAda,2026-03-02 17:00,deadlift,140,3,1\n"
        "Bo,2026-03-02 17:00,squat,60,5,1\n"
    )
    theirs = (
        "Wochenplan KW 10;;;;;\n;;;;;\nAthlete;Datum;\u00dcbung;Gewicht (kg);Wdh;S\u00e4tze\n"
        "Ada;02.03.2026 17:00;Kniebeuge;82,5;5;3\n;;Kreuzheben;140;3;1\n;;;;;\n"
        "Bo;;Kniebeuge;60;5;\n"
    )
    found = []
    for text in (PLAN + ours, theirs):
        (tmp_path / "plan.csv").write_bytes(text.encode("cp1252"))
        found.append([one.sessions for one in read_squad(tmp_path, at)])
    assert found[0] == found[1]
    assert [len(sessions[0].sets) for sessions in found[0]] == [4, 1]


def test_a_date_that_may_be_two_is_a_problem_of_one(tmp_path, at):
    """Unless the command says which number is the day."""
    copied(tmp_path, plan_csv=f"{PLAN}Ada,3/4/2026,squat,100,5,1\nBo,2026-03-19,squat,60,5,1\n")
    ada, bo = read_squad(tmp_path, at)
    assert "plan.csv, row 1, column at: got '3/4/2026'" in ada.problems[0]
    assert [one.at for one in bo.sessions] == [datetime(2026, 3, 19)]
    (ada, _) = read_squad(tmp_path, at, dates="mdy")
    assert [one.at for one in ada.sessions] == [datetime(2026, 3, 4)]


# --- when ---


def test_a_date_alone_means_that_day(tmp_path, at):
    """In the morning of it, it is judged as of then; a later day as of its start."""
    copied(
        tmp_path, plan_csv=f"{PLAN}Ada,2026-03-02,deadlift,140,3,1\nAda,2026-03-03,squat,9,5,1\n"
    )
    morning = at.replace(hour=6, minute=30)
    (ada,) = read_squad(tmp_path, morning)
    assert [one.at for one in ada.sessions] == [morning, datetime(2026, 3, 3)]
    assert ada.notes == ()
    (ada,) = read_squad(tmp_path, at.replace(hour=23, minute=59))
    assert len(ada.sessions) == 2


def test_what_lies_before_is_said(tmp_path, at):
    """A row of yesterday, and one of this morning, are left out with a word on the page."""
    rows = "Ada,2026-03-01,squat,100,5,1\nAda,2026-03-02 06:00,squat,100,5,1\n"
    copied(tmp_path, plan_csv=PLAN + rows)
    (ada,) = read_squad(tmp_path, at.replace(hour=7))
    assert ada.sessions == ()
    said = "2 rows of plan.csv lie before 2026-03-02 07:00 and were not judged, the last on "
    assert ada.notes == (f"{said}2026-03-02.",)
    (ada,) = read_squad(tmp_path, at)
    assert [one.at.hour for one in ada.sessions] == [6]
    assert ada.notes[0].startswith("1 row of plan.csv lies before 2026-03-02 00:00 and was not")


# --- units ---

BARE = "Date,Exercise,Weight,Reps\n2026-02-20,Leg Press,120,10\n2026-02-27,Leg Press,120,10\n"


def test_a_unit_is_for_logs_that_show_none(tmp_path, at):
    """One that says pounds keeps them, and the conflict is named, also where it is for this log."""
    copied(tmp_path, Bare_csv=BARE, Jo_csv=(SQUAD / "Jo.csv").read_text(encoding="utf-8"))
    jo, bare = sorted(read_squad(tmp_path, at, {"": "kg"}), key=lambda one: one.name != "Jo")
    assert (jo.unit, bare.unit, bare.notes) == ("lb", "kg", ())
    assert jo.notes[0].startswith("Jo.csv is read in lb (the header says lb); --unit kg is for")
    (bare, jo) = read_squad(tmp_path, at, {"": "kg", "Bare": "lb"})
    assert (jo.unit, bare.unit) == ("lb", "lb")
    (bare, jo) = read_squad(tmp_path, at, {"": "kg", "Jo": "kg"})
    assert (jo.unit, len(jo.notes), bare.notes) == ("lb", 1, ())  # as its header says
    assert jo.notes[0].endswith('as it says; --unit "Jo=kg" changes no load.')


def test_a_log_without_a_unit_says_how_to_name_it(tmp_path, at):
    """Also on the page."""
    copied(tmp_path, Bare_csv=BARE)
    (bare,) = read_squad(tmp_path, at)
    assert bare.waits
    assert 'add --unit "Bare=kg" or --unit "Bare=lb"' in bare.problems[0]
    assert 'add --unit "Bare=kg"' in words_of(page_of(tmp_path, at))


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
    assert rows["Adda"].told == ()  # nothing is offered to whose log is elsewhere
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
    """A set at the edge comes first, one far beyond it second: that one, and what it presumes."""
    rows = "Ada,2026-03-02 17:00,deadlift,170,3,1\nAda,2026-03-02 17:00,deadlift,240,3,1\n"
    (row,) = rows_of(with_log_of_ada(tmp_path, rows), at)
    assert [one.level for one in row.plan.sets] == [lg.Level.CAUTION, lg.Level.BEYOND]
    assert row.verdict.planned.load_kg == 240
    assert row.worst == "Deadlift 240 kg x 3"
    assert told(row)[0].startswith("If the sets before it go up: BEYOND: deadlift 240 kg x 3")


def test_the_first_of_the_sets_alike_is_explained(tmp_path, at):
    """None that presumes an unlikely success: the advice is that of a question about the first."""
    (row,) = rows_of(with_log_of_ada(tmp_path, "Ada,2026-03-02 17:00,deadlift,200,3,3\n"), at)
    first = lg.PlannedSet(lift="deadlift", load_kg=200, reps=3)
    asked = lg.Guard().check(state_of_ada(), first, at=at.replace(hour=17))
    assert row.verdict.p_beyond == asked.p_beyond
    assert told(row)[0] == lg.say_verdict(asked)
    assert told(row)[2] == f"Instead: {lg.say_step(asked.steps[0], at=asked.at)}"


def test_the_load_that_is_offered_holds_for_all_sets_alike(tmp_path, at):
    """One at which only the first set is clear would be no remedy."""
    (row,) = rows_of(with_log_of_ada(tmp_path, "Ada,2026-03-02 17:00,deadlift,180,3,5\n"), at)
    load = float(re.search(r"All of these sets are clear at ([\d.]+) kg", told(row)[-1])[1])
    offered = lg.PlannedSet(lift="deadlift", load_kg=load, reps=3)
    session = lg.PlannedSession(at=at.replace(hour=17), sets=[offered] * 5)
    assert lg.Guard().check_plan(state_of_ada(), [session]).worst == lg.Level.CLEAR
    first = float(re.search(r"Instead: Lower the load to ([\d.]+) kg", told(row)[-2])[1])
    assert load < first


def test_a_set_that_fails_for_those_before_it_is_named_by_its_place(tmp_path, at):
    """The first ones are clear; what is said is of the one that is not."""
    (row,) = rows_of(with_log_of_ada(tmp_path, "Ada,2026-03-02 17:00,deadlift,165,3,6\n"), at)
    levels = [one.level.name for one in row.plan.sets]
    assert levels == ["CLEAR", *["CAUTION"] * 3, *["BEYOND"] * 2]
    assert told(row)[0].startswith("Set 2 of 6: CAUTION: deadlift 165 kg x 3")
    assert told(row)[1] == "Set 5 of 6 is BEYOND if those before it go up."


def test_every_lift_that_is_flagged_is_named(tmp_path, at):
    """Not the worst one alone."""
    rows = "Ada,2026-03-02 17:00,squat,170,3,1\nAda,2026-03-02 17:00,deadlift,240,3,1\n"
    (row,) = rows_of(with_log_of_ada(tmp_path, rows), at)
    assert [lines[0].split(" kg")[0] for lines in row.told] == [
        "BEYOND: deadlift 240",
        "BEYOND: squat 170",
    ]


def test_with_a_pain_the_lifts_that_load_its_place_come_first(tmp_path, at):
    """Before what is not known, and that nothing is offered can be seen unfolded."""
    rows = (
        "Ada,2026-03-02 17:00,deadlift,140,3,1\nAda,2026-03-02 17:00,leg extension,60,10,1\n"
        "Ada,2026-03-02 17:00,squat,300,3,1\n"
    )
    pains = PAINS + "Ada,2026-03-01,lower back,5/10,dull ache\n"
    (row,) = rows_of(with_log_of_ada(tmp_path, rows, pains_csv=pains), at)
    nothing = "Nothing that loads this place is offered for today."
    held = [lines for lines in row.told if "the ache in the lower back" in lines[0]]
    assert {lines[0].split(";")[1].split(" kg")[0].strip() for lines in held} == {
        "deadlift 140",
        "squat 300",
    }
    assert row.told[:2] == tuple(held)
    assert len(row.told) == 3
    assert all(lines[-1] == nothing for lines in held)
    unfolded = re.sub(r"<details>.*?</details>", "", page_of(tmp_path, at), flags=re.DOTALL)
    assert nothing in unfolded
    assert "held back by a pain" in words_of(page_of(tmp_path, at))


def test_a_cause_beside_a_pain_is_the_same_on_the_card_and_below(tmp_path, at):
    """Of 300 kg the chance alone says enough: overload is named in both; of 110 kg in neither."""
    pains = PAINS + "Ada,2026-03-01,lower back,5,\n"
    for load, named in ((300, True), (110, False)):
        plan = f"Ada,2026-03-02 17:00,squat,{load},3,1\n"
        (row,) = rows_of(with_log_of_ada(tmp_path, plan, pains_csv=pains), at)
        assert row.verdict.pain is not None
        said = (
            "overload" in " ".join(told(row)),
            "overload" in " ".join(lg.say_details(row.verdict)),
        )
        assert said == (named, named)


def test_one_rare_lift_makes_nobody_unknown(written, rows):
    """Its sets are counted as UNKNOWN, with the reason, beside those that are clear."""
    (ada,) = (row for row in rows if row.name == "Ada")
    assert ada.counts == ((lg.Level.UNKNOWN, 2), (lg.Level.CLEAR, 3))
    assert ada.stands == "CLEAR"
    assert "no set of this lift" in told(ada)[0]
    assert "2 UNKNOWN" in words_of(written[0].read_text(encoding="utf-8"))


# --- which sessions ---


def test_the_next_day_decides_and_later_days_are_named(tmp_path, at):
    """A set far beyond in four weeks needs no look today; it is named with its date."""
    rows = (
        "Ada,2026-03-03 17:00,deadlift,120,3,1\nAda,2026-03-03 19:00,squat,60,3,1\n"
        "Ada,2026-03-30,deadlift,240,3,2\n"
    )
    (row,) = rows_of(with_log_of_ada(tmp_path, rows), at)
    assert (row.stands, row.next_on, row.worst) == ("CLEAR", "2026-03-03 17:00, 19:00", "none")
    assert row.later == ("2026-03-30 deadlift 240 kg x 3 BEYOND",)
    text = words_of(page_of(tmp_path, at))
    assert "Later, if all before goes as planned: 2026-03-30 deadlift 240 kg x 3 BEYOND" in text
    assert text.count("2026-03-03 17:00, 19:00") == 2  # in the table and on the card


def test_later_sessions_that_are_refused_cost_nothing_of_today(tmp_path, at):
    """Two that overlap in four weeks; what is wrong with them is said."""
    rows = (
        "Ada,2026-03-02 17:00,deadlift,120,3,1\nAda,2026-03-30 17:00,squat,60,3,9\n"
        "Ada,2026-03-30 17:05,squat,60,3,1\n"
    )
    (row,) = rows_of(with_log_of_ada(tmp_path, rows), at)
    assert (row.stands, len(row.plan.sets)) == ("CLEAR", 1)
    assert row.later[0].startswith("not judged, as plan[2].at: got '2026-03-30T17:05:00'")


@pytest.mark.parametrize(("day", "stands"), [(2, "BEYOND"), (4, "BEYOND"), (5, "NO PLAN")])
def test_today_and_two_days_after_count(tmp_path, at, day, stands):
    """What lies further ahead is no matter of today, and is named."""
    rows = f"Ada,2026-03-0{day},deadlift,240,3,1\n"
    (row,) = rows_of(with_log_of_ada(tmp_path, rows), at)
    assert row.stands == stands
    if stands == "NO PLAN":
        assert row.why == ("Nothing is planned until 2026-03-05.",)
        assert row.later == ("2026-03-05 deadlift 240 kg x 3 BEYOND",)


# --- what is asked ---


def test_a_load_far_above_the_log_is_asked_about(tmp_path, at):
    """310 in a column of kilograms is 683 lb; Jo, who pulls 385 lb, will have meant pounds."""
    plan = "Jo,2026-03-02 17:00,deadlift,{},3,1\n"
    (tmp_path / "Jo.csv").write_bytes((SQUAD / "Jo.csv").read_bytes())
    for load, said in ((400, "are 400 lb meant, and not kg?"), (1200, "is it right?"), (300, "")):
        copied(tmp_path, plan_csv=PLAN + plan.format(load))
        (row,) = rows_of(tmp_path, at)
        assert "".join(row.problems).endswith(said)
        assert bool(row.problems) is bool(said)
    assert row.stands == "BEYOND"


def test_a_lift_that_the_log_has_by_another_name_is_asked_about(tmp_path, at):
    """With how many sets there are of it; nothing is joined unasked."""
    log = "Date,Exercise,Weight (kg),Reps\n" + "".join(
        f"2026-02-{day:02},{lift},14,10\n"
        for day in range(10, 20)
        for lift in ("Dumbbell Curl", "Dumbbell Curl", "Hammer Curl")
    )
    copied(tmp_path, Ada_csv=log, plan_csv=PLAN + "Ada,2026-03-02 17:00,Curls,16,10,3\n")
    (row,) = rows_of(tmp_path, at)
    (asked,) = row.problems
    assert asked == (
        "The log has no curl; is dumbbell curl (20 sets) or hammer curl (10 sets) meant?"
    )
    assert (row.stands, row.worst) == ("UNKNOWN", "Curl 16 kg x 10")


def test_a_name_is_that_of_the_log_whatever_its_capitals(tmp_path, at):
    """Also that of a lift that no table knows."""
    log = "Date,Exercise,Weight (kg),Reps\n" + "".join(
        f"2026-02-{day:02},Log Press,80,3\n" for day in range(10, 25)
    )
    copied(tmp_path, Ada_csv=log, plan_csv=PLAN + "Ada,2026-03-02 17:00,log press,70,3,1\n")
    (row,) = rows_of(tmp_path, at)
    assert (row.problems, row.plan.sets[0].planned.lift) == ((), "Log Press")
    assert [one.last for one in row.lifts] == ["80 kg x 3"]


def test_a_pain_of_another_kind_counts_and_is_noted(tmp_path, at):
    """It holds the lift; what was not read of it is said."""
    pains = PAINS + "Ada,2026-03-01,lower back,5,niggle\n"
    plan = "Ada,2026-03-02 17:00,deadlift,140,3,1\n"
    (row,) = rows_of(with_log_of_ada(tmp_path, plan, pains_csv=pains), at)
    assert row.verdict.pain is not None
    assert row.notes[0].startswith("pains.csv, row 1, column kind: got 'niggle', wanted one of ")


def test_rows_that_were_not_read_are_counted_on_the_card(tmp_path, at):
    log = (SQUAD / "Ada.csv").read_text(encoding="utf-8")
    lines = log.splitlines()
    broken = [lines[-1].replace("Deadlift (Barbell),", "Deadlift (Barbell),x")] * 2
    copied(tmp_path, Ada_csv="\n".join([*lines, *broken]) + "\n")
    (row,) = rows_of(tmp_path, at)
    problems = {one.row for one in row.log.problems}
    assert row.notes == (f"{len(problems)} rows of the log could not be read.",)
    assert len(problems) == 2


def test_a_log_that_cannot_be_read_must_be_mended_first(rows):
    """Nothing is offered as if she had never trained."""
    (hana,) = (row for row in rows if row.name == "Hana")
    assert (hana.stands, hana.worst, hana.told, hana.why) == ("UNKNOWN", "the files", (), ())
    assert hana.problems[0].endswith("It must be mended first.")
    assert (hana.plan, hana.lifts) == (None, ())


def test_an_old_log_is_what_needs_a_look(rows):
    """Where no set is flagged, and nobody can be called clear."""
    assert {row.name: row.worst for row in rows if row.stands == "UNKNOWN"}["Dana"] != "none"


def test_who_logs_pounds_reads_pounds(rows):
    """Sentences, lifts and advice are in pounds, and the advice is on plates of pounds."""
    (jo,) = (row for row in rows if row.name == "Jo")
    said = " ".join([jo.worst, *told(jo), *(f"{one.last} {one.capacity}" for one in jo.lifts)])
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
    for wrong, said in (
        (["--caution", "40", "--beyond", "30"], "--caution 40 %: wanted at most --beyond"),
        (["--caution", "0.09", "--beyond", "0.3"], "got '0.09', wanted percent from 1 to 99.9"),
        (["--beyond", "100"], "got '100', wanted percent"),
    ):
        refused = subprocess.run([*command, *wrong], capture_output=True, text=True, check=False)
        assert (refused.returncode, said in refused.stderr) == (2, True)


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
