"""Whatever happens to a file, every record of it is accounted for or the file is refused."""

# ruff: noqa: E501 - rows as the app writes them

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile

import pytest
from accounts import check
from clothes import APPS, CLOTHES, SHEETS
from hypothesis import example, given
from hypothesis import strategies as st

from liftguard.errors import LiftguardError, UnreadableLog
from liftguard.importers import read_log

STRONG = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes\n"
    '2020-02-03 18:00:00;Push;Bench Press;1;100.0;kg;5;8;;;0;"slow;\nlight";\n'
    "2020-02-03 18:00:00;Push;Bench Press;2;220.5;lbs;0;;;;0;Mühe;\n"
    "2020-02-03 18:00:00;Push;Pull Up (Assisted);F;20;kg;20;;;;0;;\n"
    "2020-02-03 18:00:00;Push;Pull Up (Assisted);Rest Timer;0;kg;0;;;;90;;\n"
).encode()
HEVY = (
    b'"title","start_time","end_time","description","exercise_title","superset_id",'
    b'"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    b'"duration_seconds","rpe"\n'
    b'"A","12 Dec 2024, 13:18","12 Dec 2024, 14:18","","Squat","","","0","normal","100","5","","",""\n'
    b'"A","12 Dec 2024, 13:18","12 Dec 2024, 14:18","","Squat","","","1","failure","110","4","","","9"\n'
)
FITNOTES = (
    b"Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"
    b"2/13/2024,Press (Each Side, Seated),Shoulders,20.0,8,,,,7.5 rpe\n"
    b"2/14/2024,Run,Cardio,0.0,,5.0,km,0:30:00,\n"
)


def read_or_refuse(raw, **options):
    try:
        log = read_log(raw, **options)
    except LiftguardError:
        return None
    assert log.rows_read == log.rows_with_sets + len(log.skipped) + len(log.problems)
    assert len(log.history) == log.rows_with_sets
    numbers = [entry.row for entry in (*log.skipped, *log.problems)]
    assert len(set(numbers)) == len(numbers)
    assert all(1 <= number <= log.rows_read for number in numbers)
    return log


@st.composite
def damaged(draw):
    raw = bytearray(draw(st.sampled_from([STRONG, HEVY, FITNOTES])))
    for _ in range(draw(st.integers(0, 6))):
        raw[draw(st.integers(0, len(raw) - 1))] = draw(
            st.one_of(st.integers(0, 255), st.sampled_from(b'",;\n\r\t-0159.:\0'))
        )
    cut = draw(st.integers(0, len(raw)))
    return bytes(raw[: draw(st.sampled_from([cut, len(raw)]))])


@given(
    raw=damaged(),
    unit=st.sampled_from([None, "kg", "lb"]),
    tz=st.sampled_from([None, "Asia/Tokyo"]),
)
def test_damage_is_a_problem_or_a_refusal(raw, unit, tz):
    read_or_refuse(raw, unit=unit, tz=tz)


@given(raw=st.binary(max_size=300), app=st.sampled_from([None, "strong", "hevy", "fitnotes"]))
def test_any_bytes_are_read_or_refused(raw, app):
    read_or_refuse(raw, app=app)


def zipped(raw):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("log.csv", raw)
    return packed.getvalue()


def unzip(packed):
    return zipfile.ZipFile(packed).open("log.csv")


PACKED = [
    ("a gzip archive", gzip.compress(STRONG), gzip.open),
    ("a bzip2 archive", bz2.compress(STRONG), bz2.open),
    ("an xz archive", lzma.compress(STRONG), lzma.open),
    ("an LZMA archive", lzma.compress(STRONG, lzma.FORMAT_ALONE), lzma.open),
    ("a ZIP archive or spreadsheet", zipped(STRONG), unzip),
]


KINDS = [kind for kind, *_ in PACKED]


@pytest.mark.parametrize(("kind", "packed", "opened"), PACKED, ids=KINDS)
def test_a_packed_log_is_read_where_it_is_opened(kind, packed, opened, tmp_path):
    """Opened, it is as good as the file itself; packed, it is named."""
    path = tmp_path / "log.csv"
    path.write_bytes(packed)
    assert read_log(opened(io.BytesIO(packed))).rows_read == read_log(STRONG).rows_read
    for source in (packed, path):
        with pytest.raises(UnreadableLog) as error:
            read_log(source)
        assert error.value.got == kind


@pytest.mark.parametrize(("packed", "opened"), [row[1:] for row in PACKED], ids=KINDS)
def test_a_damaged_archive_is_read_or_refused(packed, opened):
    """Cut short anywhere or with any byte turned over: an answer, or an error of ours."""
    cut = [packed[:length] for length in range(0, len(packed), 3)]
    turned = [
        packed[:place] + bytes([packed[place] ^ 0xFF]) + packed[place + 1 :]
        for place in range(0, len(packed), 3)
    ]
    refused = 0
    for raw in (*cut, *turned):
        try:
            file = opened(io.BytesIO(raw))
        except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError):
            continue  # of who opened it, not of who reads it
        refused += read_or_refuse(file) is None
        read_or_refuse(raw)
    assert refused > 10


ODD = (
    *("", "0", "5", "100", "7.5", "-20", "1e308", "1e9", "nan", "12:00", "kg", "lbs", "W", "Note"),
    *("Rest Timer", "0.0", "8,5", "2024-05-01", "1/2/2024", "31 Feb 2024", "0000-00-00"),
)
CELLS = st.one_of(st.sampled_from(ODD), st.text(max_size=8))


@given(
    rows=st.lists(st.lists(CELLS, min_size=10, max_size=15), max_size=8),
    export=st.sampled_from([STRONG, HEVY, FITNOTES]),
    separator=st.sampled_from(",;\t"),
)
@example(
    rows=[["2024-05-01", "A", "Squat", "1", "1e308", "lbs", "5"]], export=STRONG, separator=";"
)
def test_any_cells_under_a_known_header_are_read_or_refused(rows, export, separator):
    text = export.decode().split("\n", 1)[0] + "\n"
    text += "".join(separator.join(row) + "\n" for row in rows)
    read_or_refuse(text.encode("utf-8", "surrogatepass"))


@given(cut=st.integers(0, len(STRONG)))
def test_what_stands_before_a_cut_is_read_as_before(cut):
    """A file cut off holds the same sets up to its last line."""
    log = read_or_refuse(STRONG[:cut], unit="kg")
    if log is not None and log.rows_with_sets > 1:
        assert log.history[0] == read_log(STRONG, unit="kg").history[0]


@pytest.mark.parametrize(
    ("header", "good", "bad"),
    [
        (
            "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment",
            "2026-03-10,Squat,Legs,100,5,,,,",
            "2026-03-10,Squat,Legs,102,5,3,,,,",
        ),
        (
            "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE",
            "2026-03-10 18:00:00,A,1h,Squat,1,100,5,0,0,",
            "2026-03-10 18:00:00,A,1h,Squat,1,102,5,3,0,0,",
        ),
        (
            '"","DATE","EXERCISE","CATEGORY","WEIGHT","REPS","SET_NUM","SOURCE"',
            "1,2026-03-10,Squat,Legs,100,5,1,x",
            "2,2026-03-10,Squat,Legs,102,5,3,1,x",
        ),
        ("Date,Exercise,Weight (kg),Reps", "2026-03-10,Squat,100,5", "2026-03-10,Squat,102,5,3"),
    ],
)
def test_a_decimal_comma_without_quotes_is_a_problem_and_no_other_set(header, good, bad):
    """102,5 x 3 must not become 102 x 5, nor part of a name."""
    log = read_log(f"{header}\n{good}\n{bad}".encode(), unit="kg")
    assert [(one.lift, one.load_kg, one.reps) for one in log.history] == [("squat", 100.0, 5)]
    assert [(one.row, one.column, one.got) for one in log.problems] == [(2, "", bad)]
    assert log.problems[0].wanted.endswith("a number with a decimal comma needs quotes")


def test_one_blank_cell_too_many_at_the_end_is_left_out():
    header = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment"
    log = read_log(f"{header}\n2026-03-10,Squat,Legs,100,5,,,,,\n".encode())
    assert [(one.load_kg, one.reps) for one in log.history] == [(100.0, 5)]


@given(
    kind=st.sampled_from(CLOTHES),
    sign=st.sampled_from(
        "\u00b2\u00b3\u00b9\u2070\u2079\u2082\u2460\u246b\u2474\u2488\u2776\u24ff\u00bd\u2153"
    ),
    word=st.sampled_from(("kg", "reps")),
    place=st.integers(0, 2),
)
def test_a_sign_that_is_no_digit_makes_no_other_number(kind, sign, word, place):
    """A power or a number in a circle costs its row: five squared are not 52 repetitions."""
    whole = {"kg": "10", "reps": "12"}
    cell = whole[word][:place] + sign + whole[word][place:]
    days = [f"{kind.date}".replace("%Y-%m-%d", day) for day in ("2024-05-14", "2024-05-16")]
    if "%d.%m.%Y" in kind.date:
        days = ["14.05.2024", "16.05.2024"]
    log = read_log(
        kind.bytes_of([{"when": days[0], **whole}, {"when": days[1], **whole, word: cell}])
    )
    check(log)
    assert [(done.load_kg, done.reps) for done in log.history.sets] == [(10.0, 12)]
    (problem,) = log.problems
    assert (problem.row, problem.got) == (2, cell)


def test_a_name_beyond_all_length_is_a_problem():
    """Its row is none of a set, and no set costs the reading of it."""
    rows = [
        f"2024-05-14,{name},100,5" for name in ("Squat", "Squat " * 50_000, "S" * 501, "S" * 500)
    ]
    log = read_log("\n".join(["Date,Exercise,Weight (kg),Reps", *rows]).encode())
    assert [problem.row for problem in log.problems] == [2, 3]
    assert [done.lift for done in log.history] == ["squat", "S" * 500]


@pytest.mark.parametrize("kind", [*SHEETS, *APPS], ids=lambda kind: kind.name)
def test_a_stray_quote_in_the_only_row_costs_it_alone(kind):
    """Before any of its cells it is no reason to refuse the file as a plan."""
    day = "14.05.2024" if "%d.%m" in kind.date else kind.date.replace("%Y-%m-%d", "2024-05-14")
    header, row, *_ = kind.bytes_of([{"when": day, "kg": "100", "reps": "5"}]).decode().split("\n")
    cells = row.split(kind.separator)
    for place, cell in enumerate(cells):
        damaged = [*cells[:place], f'"{cell}', *cells[place + 1 :]]
        log = read_log("\n".join([header, kind.separator.join(damaged), ""]).encode())
        check(log)
        assert log.rows_read == 1
        assert [(done.load_kg, done.reps) for done in log.history.sets] == [(100.0, 5)]
