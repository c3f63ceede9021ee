"""Plans and pains as they are typed: how rows, names, dates, loads and pains are read."""

from datetime import datetime

import pytest

import liftguard as lg
from liftguard.importers.dates import typed_dates
from liftguard.importers.typed_plans import (
    kind_not_read,
    most_if_doubtful,
    pain_of,
    planned_sets,
    read_pain_table,
    read_plan_table,
)

PLAN = "athlete,at,lift,load_kg,reps,sets\n"
PAINS = "athlete,at,region,severity,kind\n"


def test_names_and_dates_are_carried_down():
    """Also over blank rows; a header that comes again is none of the rows."""
    text = (
        "Plan\n\nName;Datum;\u00dcbung;Gewicht (lb);Wdh;S\u00e4tze\n"
        "Na;04.03.2026;Kniebeuge;225;5;3\n;;Bankdr\u00fccken;185;5;\n;;;;;\n"
        "Name;Datum;\u00dcbung;Gewicht (lb);Wdh;S\u00e4tze\n;5.3.2026;Kniebeuge;230;5;1\n"
    )
    table = read_plan_table(text.encode())
    assert [(row.who, row.when(), row.all_day) for row in table.rows] == [
        ("Na", datetime(2026, 3, 4), True),
        ("Na", datetime(2026, 3, 4), True),
        ("Na", datetime(2026, 3, 5), True),
    ]
    read = [planned_sets(row, row.text("lift")) for row in table.rows]
    assert [(len(one.sets), one.unit) for one in read] == [(3, "lb"), (1, "lb"), (1, "lb")]
    assert read[0].sets[0].load_kg == lg.kg_from_lb(225)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["3/4/2026"], None),
        (["3/4/2026", "3/13/2026"], datetime(2026, 3, 4)),
        (["3/4/2026", "13/4/2026"], datetime(2026, 4, 3)),
        (["3/4/2026", "3/6/2026", "3/8/2026"], datetime(2026, 3, 4)),  # else months apart
        (["3/4/2026 5:30 PM"], datetime(2026, 3, 4, 17, 30)),
        (["3.4.2026"], datetime(2026, 4, 3)),
        (["4/4/2026"], datetime(2026, 4, 4)),
    ],
)
def test_the_whole_file_tells_day_from_month(texts, found):
    """Only what may be either, where nothing else tells, is refused."""
    read = typed_dates(texts)[texts[0]]
    assert (read[0] if isinstance(read, tuple) else None) == found


def test_one_date_that_may_be_two_costs_no_other():
    texts = ["3/4/2026", "2026-03-05", "5/5/2026"]
    read = typed_dates(texts)
    assert "which number is the day" in read["3/4/2026"].wanted
    assert [read[text][0].day for text in texts[1:]] == [5, 5]
    assert typed_dates(texts, "mdy")["3/4/2026"] == (datetime(2026, 3, 4), True)


@pytest.mark.parametrize(
    ("text", "all_day"),
    [("2026-03-04", True), ("04.03.2026", True), ("20260304", True), ("2026-03-04T00:00", False),
     ("2026-03-04 06:30:00+01:00", False), ("4 Mar 2026, 18:00", False), ("1772600000", False)],
)  # fmt: skip
def test_a_day_alone_is_told_from_a_moment(text, all_day):
    assert typed_dates([text])[text][1] is all_day


@pytest.mark.parametrize(
    ("load", "kg"),
    [("62,5", 62.5), ("35 lbs", lg.kg_from_lb(35)), ("1,135.5", 1135.5), ("100kg", 100.0),
     ("BW", 0.0)],
)  # fmt: skip
def test_loads_are_read_as_logs_have_them(load, kg):
    (row,) = read_plan_table(f'{PLAN}A,2026-03-04,pull-up,"{load}",5,1\n'.encode()).rows
    assert planned_sets(row, "pull_up").sets[0].load_kg == kg


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("left shoulder,6/10,dull ache", ("shoulders", 6.0, "ache")),
        ("Knie rechts,2 von 10,stechend", ("knee", 2.0, "sharp")),
        ("lower back,5,", ("low_back", 5.0, "ache")),
        ('L knee,"2,5",spasms', ("knee", 2.5, "spasm")),
    ],
)
def test_a_pain_is_read_by_what_is_sure(cells, told):
    (row,) = read_pain_table(f"{PAINS}A,2026-03-01,{cells}\n".encode()).rows
    pain = pain_of(row, row.when())
    assert (pain.region, pain.severity, pain.kind) == told


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("left ear,5,ache", "row 1, column region: got 'left ear'"),
        ("knee,very,ache", "row 1, column severity: got 'very'"),
        ("knee,11,ache", "row 1, column severity: got '11'"),
        ("knee,5/20,ache", "row 1, column severity: got '5/20'"),
    ],
)
def test_what_is_refused_names_its_column(cells, said):
    (row,) = read_pain_table(f"{PAINS}A,2026-03-01,{cells}\n".encode()).rows
    with pytest.raises(lg.InvalidValue, match="column") as refused:
        pain_of(row, row.when())
    assert said in str(refused.value)


def test_a_kind_that_is_not_known_costs_no_pain():
    """It counts as an ache, and that is said."""
    niggle, ache = read_pain_table(f"{PAINS}A,2026-03-01,knee,5,niggle\nA,,knee,5,\n".encode()).rows
    assert pain_of(niggle, niggle.when()).kind == "ache"
    assert kind_not_read(niggle) == (
        "row 1, column kind: got 'niggle', wanted one of ache, sharp, spasm, stiffness."
        " It counts as an ache."
    )
    assert kind_not_read(ache) == ""


@pytest.mark.parametrize(
    ("text", "reps", "is_open"), [("5", 5, False), ("3-5", 3, False), ("5+", 5, True)]
)
def test_repetitions_are_those_that_must_go_up(text, reps, is_open):
    """Of a range the lower end; an open end is as many as possible."""
    (row,) = read_plan_table(f"{PLAN}A,2026-03-04,squat,100,{text},1\n".encode()).rows
    (one,) = planned_sets(row, "squat").sets
    assert (one.reps, one.to_failure) == (reps, is_open)


@pytest.mark.parametrize("text", ["5x3", "AMRAP", "0", "2.5", "many"])
def test_repetitions_that_tell_no_number_are_refused(text):
    """Of "5x3" either may be the sets."""
    (row,) = read_plan_table(f"{PLAN}A,2026-03-04,squat,100,{text},1\n".encode()).rows
    with pytest.raises(lg.InvalidValue, match="column reps"):
        planned_sets(row, "squat")


@pytest.mark.parametrize(("kg", "most"), [(201.0, 100.0), (200.0, None), (90.0, None)])
def test_a_load_of_more_than_twice_the_most_is_doubtful(kg, most):
    """Beside the most that the log has of that lift; of a lift that it has not, nothing is."""
    done = [
        lg.LoggedSet(lift="squat", at=datetime(2026, 3, day), load_kg=load, reps=5)
        for day, load in ((1, 100), (2, 80))
    ]
    squat = lg.PlannedSet(lift="squat", load_kg=kg, reps=5)
    assert most_if_doubtful(squat, lg.History(done)) == most
    assert most_if_doubtful(squat, lg.History()) is None


def test_a_form_of_pains_by_other_names():
    """Its own words for the columns, and one that is not read."""
    text = "Athlete;Date;Where;Pain (0-10);Notes\nFinn;03.03.2026;lower back;5;woke up stiff\n"
    (row,) = read_pain_table(text.encode()).rows
    assert (row.who, pain_of(row, row.when()).severity) == ("Finn", 5.0)


def test_a_table_without_a_name_for_whose_it_is_is_refused_for_many():
    text = b"at,lift,load_kg,reps\n2026-03-04,squat,100,5\n"
    assert len(read_plan_table(text).rows) == 1
    with pytest.raises(lg.InvalidValue, match="wanted the columns athlete, at"):
        read_plan_table(text, of_many=True)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rest", b"SQLite format 3\x00"])
def test_what_is_no_table_is_refused_as_one(data):
    with pytest.raises(lg.InvalidValue, match="a table that can be read"):
        read_plan_table(data)
