"""
The contract of apps: what holds of every export that can be read, whatever app wrote it.

An app comes under it by being listed in `READABLE`, and a file of `liftguard/importers/apps` by
being there. Each needs a `Format` in a `written_*.py` beside this file, which writes what the
app exports: what the claims are tried on.
"""

from __future__ import annotations

import copy
import csv
import importlib
import io
import pkgutil
import re
from pathlib import Path

import attrs
import pytest
import strategies as own
from accounts import check, read_or_refuse
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import A_SET_A_DAY, ONE_DAY, SPOILT_DAY, TWO_DAYS, UNTOLD, expected, held
from writers import FORMATS, KG_PER_LB

from liftguard import importers
from liftguard.errors import UnreadableLog
from liftguard.importers import READABLE, apps, read_log
from liftguard.importers.app import App, kind_of, plain_name
from liftguard.importers.build_log import IN_UTC, NO_ROWS
from liftguard.importers.read import read_contents
from liftguard.importers.recognise import APPS
from liftguard.importers.source import open_source
from liftguard.units import is_aware

TEXTS = [kind for kind in FORMATS if kind.text]
TABLES = [kind for kind in TEXTS if kind.header and "\n" not in kind.header]


def by_name(kind):
    return kind.name


def apps_in(file):
    """Give the apps that a file of the folder holds for others."""
    module = importlib.import_module(f"{apps.__name__}.{file}")
    return [one for name in module.__all__ if isinstance(one := getattr(module, name), App)]


FILES = [module.name for module in pkgutil.iter_modules(apps.__path__)]
FILE_OF = {id(app): file for file in FILES for app in apps_in(file)}


def file_of(app):
    return FILE_OF.get(id(app), app.name)


# --- the lists: every app and every file has a writer


@pytest.mark.parametrize("app", READABLE, ids=file_of)
def test_a_listed_app_has_a_writer(app):
    """Without one none of the claims below is tried on it."""
    assert file_of(app) in {kind.importer for kind in FORMATS}, (
        f"no Format writes what {app.label} exports: add one to a tests/importers/written_*.py, "
        f'with app="{app.name}" and, if that is no file of liftguard/importers/apps, its file='
    )


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_an_app_is_listed_and_written(file):
    """A file that is there and not listed would never be asked."""
    listed = {app.name for app in READABLE}
    for app in apps_in(file):
        assert any(app is one for one in READABLE) or app.name in listed, (
            f"liftguard/importers/apps/{file}.py holds {app.label}, which no list names: add it to "
            "APPS in liftguard/importers/recognise.py"
        )
    assert file in {kind.importer for kind in FORMATS}, (
        f"no Format says file={file!r}: add one to a tests/importers/written_*.py"
    )


def test_the_way_of_a_file_names_every_module():
    """Whoever opens the folder finds in its first lines what each file is for."""
    modules = [one.name for one in pkgutil.iter_modules(importers.__path__)]
    assert [name for name in modules if f"`{name}`" not in importers.__doc__] == []


def test_the_page_on_adding_an_app_names_every_field():
    """Whatever an app can say of itself stands on the page that tells how to add one."""
    page = Path(__file__).parents[2] / "docs" / "how-to" / "add_an_importer.md"
    text = page.read_text(encoding="utf-8")
    fields = [field.name for field in attrs.fields(App) if field.init]
    assert [name for name in fields if f"`{name}" not in text and f"{name}=" not in text] == []


@pytest.mark.parametrize("app", READABLE, ids=file_of)
def test_its_words_can_be_found(app):
    """Marks are looked up in small letters; a column's name means one field; needs can be met."""
    assert [mark for mark in (*app.marks, *app.not_sets) if mark != mark.casefold()] == []
    names = [(plain_name(name), field) for field, names in app.columns.items() for name in names]
    assert [(name, field) for name, field in names if app.field_of(name) != field] == []
    fields = {
        *map(kind_of, app.columns),
        *(word for layout in (*app.layouts, *app.headerless) for word in layout.split()),
    }
    assert app.name.isidentifier()
    assert app.name.islower()
    if app.columns:
        for need in app.needs:
            by_rule = app.field_by_rule is not attrs.fields(App).field_by_rule.default
            assert by_rule or fields & set(need.split("|")), need


# --- what is written is read back


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
@settings(max_examples=settings().max_examples // 3)
@given(workouts=own.workouts())
def test_what_is_written_is_read_back(kind, workouts):
    """Every set of any workouts comes back, field by field, and every row is accounted for."""
    workouts = held(kind, workouts)
    log = read_log(kind.bytes_of(workouts), **kind.options)
    check(log)
    assert log.app == kind.app
    assert log.problems == ()
    wanted = expected(kind, workouts)
    found = [{field: getattr(done, field) for field in wanted[0]} for done in log.history]
    assert found == wanted
    runs = sum(workout.run_s is not None for workout in workouts) * kind.holds("seconds")
    counts = {
        "set": len(wanted),
        "exercise": sum(len(workout.exercises) for workout in workouts),
        "workout": len(workouts),
    }
    assert log.rows_with_sets == counts[kind.by_row]
    assert [skip.reason for skip in log.skipped] == ["cardio or timed"] * runs


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
def test_it_is_recognised_for_certain(kind):
    """What an app writes is known for its own, each column of it, and nothing is left to say."""
    raw = kind.bytes_of(held(kind, TWO_DAYS))
    log = read_log(raw, **kind.options)
    assert log.app == kind.app
    assert log.confidence == 1.0 or not kind.named
    assert log.notices == ((IN_UTC,) if kind.zone else ())


@pytest.mark.parametrize("kind", TABLES, ids=by_name)
def test_the_order_of_the_list_does_not_matter(kind):
    """No two apps claim one file alike, so that neither hides the other."""
    contents = open_source(kind.bytes_of(held(kind, TWO_DAYS)))
    backwards = read_contents(contents, APPS[::-1], **kind.options)
    assert backwards == read_contents(contents, APPS, **kind.options)


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
def test_reading_again_gives_the_same(kind):
    """Once more, as an open file, by the app's name: the same log, and the bytes as they were."""
    raw = bytearray(kind.bytes_of(held(kind, TWO_DAYS)))
    log, before = read_log(raw, **kind.options), bytes(raw)
    assert read_log(raw, **kind.options) == log
    assert read_log(io.BytesIO(raw), **kind.options) == log
    if kind.app in {app.name for app in READABLE}:
        assert read_log(raw, app=kind.app, **kind.options) == log
    assert raw == before


def quoted(kind, raw):
    """Put every cell of a text between quotes; banners of sections are no cells."""
    lines = raw.decode("utf-8-sig").splitlines()
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=kind.separator, quoting=csv.QUOTE_ALL)
    for line in lines:
        if not line or line.startswith("###"):
            text.write(f"{line}\r\n")
        else:
            writer.writerow(next(csv.reader([line], delimiter=kind.separator)))
    return text.getvalue().encode()


DRESSES = {
    "a byte order mark": lambda _, raw: b"\xef\xbb\xbf" + raw,
    "line ends of Windows": lambda _, raw: re.sub(rb"\r?\n", b"\r\n", raw),
    "blank lines at the end": lambda _, raw: raw + b"\n\r\n",
    "quotes around all cells": quoted,
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("kind", TEXTS, ids=by_name)
def test_how_a_text_is_dressed_changes_nothing(kind, dress):
    """Editors and spreadsheets save a file in other ways: the log is the same."""
    raw = kind.bytes_of(held(kind, TWO_DAYS))
    dressed = (
        raw if raw[:1] in (b"{", b"[") and dress.startswith("quotes") else DRESSES[dress](kind, raw)
    )
    assert read_log(dressed, **kind.options) == read_log(raw, **kind.options)


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
def test_an_export_without_workouts_says_so(kind):
    """It is an empty log with a notice, or it is refused in a sentence."""
    log = read_or_refuse(kind.bytes_of([]), **kind.options)
    if log is not None:
        assert (len(log.history), log.rows_read, log.notices) == (0, 0, (NO_ROWS,))


SPOILT_CELLS = [
    pytest.param(kind, field, id=f"{kind.name}-{field}")
    for kind in FORMATS
    for field in kind.spoilt
]


@pytest.mark.parametrize(("kind", "field"), SPOILT_CELLS)
def test_a_spoilt_cell_costs_its_row_alone(kind, field):
    """The row is a problem that names the column and shows the cell; all else is read."""
    first, _, last = A_SET_A_DAY
    log = read_log(kind.bytes_of([first, SPOILT_DAY[field], last]), **kind.options)
    check(log)
    whole = read_log(kind.bytes_of(A_SET_A_DAY), **kind.options)
    assert log.history.entries == (whole.history[0], whole.history[2])
    (problem,) = log.problems
    assert (problem.row, problem.column) == (2, kind.column_of(field))
    assert kind.spoilt[field] in problem.got
    assert problem.wanted


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
def test_sets_come_in_order_of_time(kind):
    """The latest workout may stand first in a file, as many apps write it."""
    earliest_first = read_log(kind.bytes_of(A_SET_A_DAY), **kind.options)
    log = read_log(kind.bytes_of(A_SET_A_DAY[::-1]), **kind.options)
    assert [done.load_kg for done in log.history] == [
        done.load_kg for done in earliest_first.history
    ]
    assert log.history == earliest_first.history
    pounds = KG_PER_LB if kind.unit.startswith("lb") else 1.0
    loads = [100.0 * pounds, 102.5 * pounds, 105.0 * pounds]
    assert [done.load_kg for done in log.history] == pytest.approx(loads, abs=1e-5)


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
def test_the_unit_is_said_or_asked_for(kind):
    """One that a file says stands; else it shows, or is refused, and that which is given holds."""
    raw = kind.bytes_of(held(kind, UNTOLD))
    others = {name: value for name, value in kind.options.items() if name != "unit"}
    log = read_or_refuse(raw, **others)
    if "unit" not in kind.options:
        assert log.unit == kind.unit[:2]
        assert log.unit_evidence not in ("", "given")
    elif log is None:
        with pytest.raises(UnreadableLog, match='pass unit="kg" or unit="lb"'):
            read_log(raw, **others)
    else:
        assert log.unit_evidence not in ("", "given")
    for asked in ("kg", "lb"):
        unit = asked if "unit" in kind.options else kind.unit[:2]
        log = read_log(raw, **others, unit=asked)
        kg = 30.0 * (KG_PER_LB if unit == "lb" else 1.0)
        assert log.history[0].load_kg == pytest.approx(kg, abs=1e-5)
        assert log.unit == unit
        assert (log.unit_evidence == "given") == ("unit" in kind.options)


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
def test_a_zone_makes_instants_of_its_times(kind):
    """What was wall clock is so in that zone; what was an instant stays the same one."""
    raw = kind.bytes_of(A_SET_A_DAY)
    plain_times = [done.at for done in read_log(raw, **kind.options).history]
    zoned = [done.at for done in read_log(raw, **kind.options, tz="Asia/Tokyo").history]
    assert all(map(is_aware, zoned))
    if kind.zone:
        assert zoned == plain_times
    else:
        assert [at.replace(tzinfo=None) for at in zoned] == plain_times
        assert {at.utcoffset().total_seconds() for at in zoned} == {9 * 3600.0}


def names_of(kind):
    return next(csv.reader([kind.header], delimiter=kind.separator))


FRAMES = [
    kind
    for kind in TABLES
    if len(set(names_of(kind))) == len(names_of(kind)) and kind.separator != "|"
]
"""Tables whose columns have a name each, as keys must; pipes are known by their separator."""


@pytest.mark.parametrize("kind", FRAMES, ids=by_name)
def test_its_table_may_come_as_rows_of_a_program(kind):
    """A list of dicts with the names of its columns gives the same sets, and stays as it is."""
    text = kind.bytes_of(held(kind, TWO_DAYS)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=kind.separator))
    before = copy.deepcopy(rows)
    log = read_log(rows, **kind.options)
    whole = read_log(text.encode(), **kind.options)
    assert rows == before
    assert (log.history, log.skipped) == (whole.history, whole.skipped)
    assert (log.unit, log.problems, log.notices) == (whole.unit, (), whole.notices)


# --- what damages a file


@pytest.mark.parametrize("kind", FORMATS, ids=by_name)
def test_a_file_that_is_cut_anywhere(kind):
    """Copied half, a file is read up to there or refused; what it says of its sets stays."""
    raw = kind.bytes_of([ONE_DAY])
    whole = read_or_refuse(raw, **kind.options)
    step = 1 if len(raw) < 4_000 else 97  # a database has pages of nothing
    for cut in range(0, len(raw), step):
        log = read_or_refuse(raw[:cut], **kind.options)
        if log is not None and kind.by_row == "set":
            before = log.history[: max(log.rows_with_sets - 1, 0)]  # the last one may be cut
            assert before == whole.history[: len(before)]


def plain(workouts):
    """
    Leave out quotes and line ends, so that each row is a line and each quote a stray one.

    Misses, too: what one is depends on the names of the sets around it.
    """

    def text(words):
        return re.sub(r'["\r\n]', " ", words)

    def done(one):
        return one._replace(note=text(one.note), reps=max(one.reps, 1))

    return [
        workout._replace(
            title=text(workout.title),
            note=text(workout.note),
            exercises=[
                own.Exercise(text(lift), [done(one) for one in sets])
                for lift, sets in workout.exercises
            ],
        )
        for workout in workouts
    ]


TABLES_OF = {
    app: [kind for kind in TABLES if kind.importer == app]
    for app in dict.fromkeys(kind.importer for kind in TABLES)
}


@pytest.mark.parametrize("app", TABLES_OF)
@settings(max_examples=settings().max_examples // 6)
@given(workouts=own.workouts(), data=st.data())
def test_a_stray_quote_costs_no_more_than_its_row(app, workouts, data):
    """Rows that it seems to hold are read as if it were not there."""
    kind = data.draw(st.sampled_from(TABLES_OF[app]))
    lines = kind.bytes_of(held(kind, plain(workouts))).decode().split(kind.end)
    whole = read_log(kind.end.join(lines).encode(), **kind.options)
    at, place = data.draw(own.places_of_cells(lines, kind.separator))
    lines[at] = f'{lines[at][:place]}"{lines[at][place:]}'
    log = read_log(kind.end.join(lines).encode(), **kind.options)
    check(log)
    assert log.rows_read == whole.rows_read
    assert log.rows_with_sets >= whole.rows_with_sets - 1
    here = {skip.row for skip in (*log.problems, *log.skipped)} - {one.row for one in whole.skipped}
    assert here <= {at}
    if kind.by_row == "set" and not here:
        assert sorted(one.reps for one in log.history) == sorted(one.reps for one in whole.history)


@pytest.mark.parametrize("app", TABLES_OF)
@settings(max_examples=settings().max_examples // 6)
@given(workouts=own.workouts(), data=st.data())
def test_blank_rows_and_headers_that_come_again_change_no_set(app, workouts, data):
    """They are counted and named, wherever they stand; rows keep their numbers otherwise."""
    kind = data.draw(st.sampled_from(TABLES_OF[app]))
    lines = kind.bytes_of(held(kind, plain(workouts))).decode().split(kind.end)
    whole = read_log(kind.end.join(lines).encode(), **kind.options)
    extra = {lines[0]: "header again", kind.separator * (len(kind.cells.split()) - 1): "blank row"}
    added = data.draw(st.lists(st.sampled_from(sorted(extra)), min_size=1, max_size=3))
    at = data.draw(st.integers(1, len(lines) - 1))
    log = read_log(kind.end.join([*lines[:at], *added, *lines[at:]]).encode(), **kind.options)
    check(log)
    assert log.history == whole.history
    assert log.rows_read == whole.rows_read + len(added)
    named = [skip.reason for skip in log.skipped if at <= skip.row < at + len(added)]
    assert named == [extra[line] for line in added]
