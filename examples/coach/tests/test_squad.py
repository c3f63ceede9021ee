"""What the page says: the right order and reasons, and nobody lost."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from judge import judge
from make_squad import main as make_squad
from page import page
from squad import read_squad

import liftguard as lg

HERE = Path(__file__).parents[1]


def copied(tmp_path, **files):
    """Write a small squad."""
    for name, text in files.items():
        (tmp_path / name.replace("_csv", ".csv")).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_worst_comes_first(written):
    """Planned far above the log is BEYOND; the old log, the new one and none are UNKNOWN."""
    lines = [line.split(maxsplit=1) for line in written[1].splitlines()[:-1]]
    levels = {name: level for level, name in lines}
    order = ["BEYOND", "CAUTION", "UNKNOWN", "CLEAR"]
    assert [level for level, _ in lines] == sorted(levels.values(), key=order.index)
    assert levels["Bruno"] == "BEYOND"
    assert levels["Fatima"] in {"CAUTION", "BEYOND"}  # a spasm three days ago
    unknown = {"Dana", "Emeka", "Hana", "Gus <script>alert(1)</script>"}
    assert {name for name, level in levels.items() if level == "UNKNOWN"} == unknown
    assert levels["Ada"] == levels["Ivo"] == "CLEAR"


def test_reasons_are_said(written):
    """Each of the squad's stories is on the page in words."""
    text = re.sub(r"<[^>]+>", " ", written[0].read_text(encoding="utf-8"))
    for said in (
        "The last entry is 40 days before",
        "the spasm in the lower back 3 days ago",
        "The log cannot be read",
        "as if kilograms and pounds had been mixed up",
        "Instead: Lower the load to",
        "UNKNOWN means that the records cannot say",
    ):
        assert said in text


def test_a_hostile_name_is_text(written):
    """It is shown, not run; and the page asks for nothing from outside."""
    html = written[0].read_text(encoding="utf-8")
    assert "Gus &lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html
    assert not re.search(r"""(src|href)\s*=|url\(|@import|https?:""", html)


def test_the_same_folder_gives_the_same_page(written, at):
    """Nothing on it depends on when or where it was written."""
    again = page(judge(read_squad(HERE / "squad", at), at), at)
    without_path = again.replace(str(HERE / "squad"), "")
    assert without_path == written[0].read_text(encoding="utf-8").replace(str(HERE / "squad"), "")


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


def test_a_squad_without_a_plan_is_unknown(tmp_path, at):
    """Nothing is planned: that is said of everybody, and nobody is clear."""
    copied(tmp_path, Ada_csv=(HERE / "squad" / "Ada.csv").read_text(encoding="utf-8"))
    (row,) = judge(read_squad(tmp_path, at), at)
    assert (row.name, row.level, row.why) == ("Ada", "UNKNOWN", ("Nothing is planned.",))
    assert "Nothing is planned." in page([row], at)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("athlete,at,lift,load_kg,reps\nAda,2026-03-02,squat,100,5\n", "the columns athlete,at"),
        ("athlete;at;lift;load_kg;reps;sets\nAda;2026-03-02;squat;9;5;1\n", "parted by commas"),
        ("athlete,at,lift,load_kg,reps,sets\nAda,soon,squat,100,5,1\n", "row 1, column at"),
        ("athlete,at,lift,load_kg,reps,sets\nAda,2026-03-03,squat,1OO,5,1\n", "got '1OO'"),
        ("athlete,at,lift,load_kg,reps,sets\nAda,2026-03-03,squat,-5,5,1\n", "load_kg"),
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
    assert one.error is None
    assert len(one.history) == 19
    assert all(entry.at.tzinfo is None for entry in one.history)
