"""What must hold of whatever is read from whatever file: every record is accounted for, once."""

from __future__ import annotations

import csv

from liftguard.errors import InvalidValue, UnreadableLog
from liftguard.importers import read_log

HEAVIEST_KG = 2000.0  # no importer takes a load as large


def read_or_refuse(raw, **options):
    """Read a file; None where it is refused, in the one way in which files are."""
    try:
        log = read_log(raw, **options)
    except UnreadableLog as refusal:
        check_refusal(refusal)
        return None
    except InvalidValue as refusal:
        if not refusal.where.startswith("read_log."):  # it is the caller who is told
            raise
        return None
    check(log)
    if isinstance(raw, bytes):
        counted = records_counted(raw)
        assert counted is None or log.rows_read in counted
    return log


def check_refusal(refusal):
    """Check that a refusal says what a lifter must know, in a sentence or two."""
    assert refusal.where
    assert refusal.wanted
    assert refusal.hint
    assert len(str(refusal)) < 1_000
    assert "\n" not in str(refusal)


def check(log):
    """Check the counts, the rows and the values of a log."""
    assert log.rows_read == log.rows_with_sets + len(log.skipped) + len(log.problems)
    assert len(log.history) >= log.rows_with_sets
    numbers = [entry.row for entry in (*log.skipped, *log.problems)]
    assert len(set(numbers)) == len(numbers)
    assert all(1 <= number <= log.rows_read for number in numbers)
    assert all(skip.reason for skip in log.skipped)
    assert all(problem.wanted and len(str(problem)) < 1_000 for problem in log.problems)
    assert 0.0 <= log.confidence <= 1.0
    assert log.unit in ("kg", "lb", "mixed")
    moments = [done.at for done in log.history]
    assert moments == sorted(moments)
    for done in log.history.sets:
        assert 0.0 <= done.load_kg <= HEAVIEST_KG
        assert 0.0 <= done.assist_kg <= HEAVIEST_KG
        assert 0 <= done.reps <= 1000
        assert done.reps or done.missed
        assert done.rpe is None or 1.0 <= done.rpe <= 10.0
        assert done.rest_s is None or 0.0 <= done.rest_s <= 86_400.0
        assert 1950 <= done.at.year <= 2200
        assert done.lift.strip()


def records_counted(raw):
    """
    Count the records of a well-formed file without the library, with a header and without.

    None where it is not plain: other encodings, rows of several widths, cells with line ends.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in ("[", "{", "#"):  # JSON, or several tables below titles
        return None
    lines = text.replace("\r\n", "\n").split("\n")
    if any(sign in text for sign in "\0\r\ufeff") or text[:5].strip().casefold().startswith("sep="):
        return None
    kept = [line for line in lines if line]
    separator = max(",;\t|", key=kept[0].count) if kept else ","
    try:
        rows = [row for row in csv.reader(kept, delimiter=separator, strict=True) if row]
    except csv.Error:
        return None
    if len(rows) != len(kept) or len(set(map(len, rows))) != 1 or len(rows[0]) < 2:
        return None
    return {len(rows) - 1, len(rows)}
