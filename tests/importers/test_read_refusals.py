"""What is no log is refused in one clear sentence, and so is a log that leaves its unit open."""

from __future__ import annotations

import csv
import io
import pathlib

import pytest

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers import read_log

LOG = (
    b"Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes\n"
    b"2016-05-01 18:00:00,A,Bench Press (Barbell),1,100,5,,,M\xc3\xbche\n"
)


@pytest.mark.parametrize(
    ("source", "got", "hint"),
    [
        (b"", "an empty file", "Export the log again."),
        (b" \r\n\n", "an empty file", "Export the log again."),
        (b"\xef\xbb\xbf", "an empty file", "Export the log again."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture", "Export the log as CSV"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or spreadsheet", "Export the log as CSV"),
        (b"SQLite format 3\x00\x10", "an SQLite database", "Export the log as CSV"),
        (bytes(range(256)), "", "It is not text."),
        (b"name,age,city\nA,3,B\n", "name,age,city", "No column is one that an app is known"),
        (
            b"Date,Exercise Name,Mass,Reps\n2020-01-01,Squat,100,5\n",
            "Date,Exercise Name,Mass,Reps",
            "The nearest is Strong, but there is no column Set Order or Workout Name",
        ),
        (
            b"exercise_title,total_sets,total_reps,max_weight_kg\nSquat,3,15,100\n",
            "total_sets",
            "These are totals of each exercise or workout, which hold no sets.",
        ),
        (
            b"workout_date,exercise_title,set_count,reps,weight_kg\n2024-05-01,Squat,3,15,140\n",
            "set_count",
            "These are totals of each exercise or workout, which hold no sets.",
        ),
        (
            b"workout_date,exercise_title,num_sets,top_weight_kg\n2024-05-01,Squat,3,140\n",
            "num_sets",
            "These are totals of each exercise or workout, which hold no sets.",
        ),
        (b"sep=;\n", "", "No column is one"),
        (b'{"workouts": []}', "workouts in an object", "The nearest is Hevy's API"),
    ],
)
def test_no_log(source, got, hint):
    with pytest.raises(UnreadableLog) as caught:
        read_log(source)
    assert got in str(caught.value.got)
    assert hint in caught.value.hint
    assert caught.value.where == "the bytes given"
    assert str(caught.value).count("\n") == 0


@pytest.mark.parametrize(
    ("source", "got"),
    [
        (b"<!DOCTYPE html>\n<html><body>Log in</body></html>", "a web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Excel file"),
    ],
)
def test_files_that_are_called_by_what_they_are(source, got):
    with pytest.raises(UnreadableLog) as caught:
        read_log(source)
    assert caught.value.got == got
    assert "export the log" in caught.value.hint.casefold()


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(UnreadableLog, match="no file of this name"):
        read_log(tmp_path / "none.csv")
    with pytest.raises(UnreadableLog, match="a folder"):
        read_log(str(tmp_path))
    with pytest.raises(UnreadableLog, match="Pass the text of a log as bytes"):
        read_log(LOG.decode())
    with pytest.raises(UnreadableLog):
        read_log("a\0b")


def test_a_text_file_opened_in_the_wrong_encoding(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes(LOG)
    with path.open(encoding="ascii") as file, pytest.raises(UnreadableLog, match="mode 'rb'"):
        read_log(file)


def test_paths_bytes_and_open_files_give_the_same(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes(LOG)
    expected = read_log(LOG)
    assert expected.history[0].note == "Mühe"
    with path.open("rb") as binary, path.open(encoding="utf-8", newline="") as text:
        assert [read_log(source) for source in (path, str(path), binary, text)] == [expected] * 4
    assert read_log(io.StringIO(LOG.decode())) == read_log(bytearray(LOG)) == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    log = read_log(LOG.decode().encode(encoding))
    assert log.history == read_log(LOG).history
    assert ("Windows-1252" in "".join(log.notices)) == (encoding == "cp1252")


def test_nul_bytes_are_left_out():
    assert read_log(LOG.replace(b"A,", b"A\0,")) == read_log(LOG)


def test_fields_longer_than_the_csv_module_allows():
    before = csv.field_size_limit()
    row = LOG.splitlines(keepends=True)[1]
    # A quote that is never closed: a short one, then one long enough for the csv module to give up.
    log = read_log(LOG + row.replace(b",M", b',"M') + row * 3)
    assert (log.rows_with_sets, log.rows_read) == (5, 5)
    log = read_log(LOG + row.replace(b",M", b',"M') + row * 3_000)
    assert (log.rows_with_sets, log.rows_read) == (3_002, 3_002)
    log = read_log(LOG + row.replace(b"A,", b"A" * 200_000 + b",") + row)
    assert (log.rows_with_sets, log.rows_read) == (3, 3)
    log = read_log(LOG + b"x" * 200_000 + b",1\n" + row)
    assert (log.rows_with_sets, log.rows_read, len(log.problems)) == (2, 3, 1)
    assert csv.field_size_limit() == before


def test_a_unit_that_stays_unclear_is_asked_for():
    export = LOG.replace(b",kg,", b",Weight,")
    with pytest.raises(UnreadableLog) as caught:
        read_log(export)
    assert caught.value.where == "column 'Weight'"
    assert caught.value.got == "100"
    assert caught.value.hint == 'The file names no unit: pass unit="kg" or unit="lb".'
    assert read_log(export, unit="kg").unit_evidence == "given"
    assert read_log(export, unit="lb").history[0].load_kg == pytest.approx(45.359237)


def test_days_and_months_that_cannot_be_told_apart_are_asked_for():
    with pytest.raises(UnreadableLog, match="which number is the day"):
        read_log(LOG.replace(b"2016-05-01 18:00:00", b"5/1/2016 18:00"))


def test_options_that_there_are_not():
    for wrong in ({"app": "runtastic"}, {"unit": "stone"}, {"tz": "Mars/Base"}, {"tz": ".."}):
        with pytest.raises(InvalidValue, match=f"read_log.{next(iter(wrong))}"):
            read_log(LOG, **wrong)
    with pytest.raises(InvalidValue, match=r"read_log\.source"):
        read_log(None)


def test_a_file_that_gives_neither_text_nor_bytes():
    class Odd:
        def read(self):
            return 3

    with pytest.raises(UnreadableLog, match="neither text nor bytes"):
        read_log(Odd())


def test_an_app_that_is_named_is_the_only_one_tried():
    assert read_log(LOG, app="strong") == read_log(LOG)
    with pytest.raises(UnreadableLog, match="wanted an export of Hevy"):
        read_log(LOG, app="hevy")


def test_a_header_alone_is_an_empty_log():
    log = read_log(LOG.splitlines()[0])
    assert (len(log.history), log.rows_read, log.app) == (0, 0, "strong")


def test_pathlike_objects_are_named_in_errors():
    with pytest.raises(UnreadableLog) as caught:
        read_log(pathlib.Path("nowhere.csv"))
    assert caught.value.where == "nowhere.csv"
