"""Garmin's FIT files, written by Garmin's own encoder, and what they must become."""

from __future__ import annotations

import struct
import sys
from datetime import UTC, datetime, timedelta

import pytest
from accounts import check, read_or_refuse
from garmin_fit_sdk import CrcCalculator, Encoder
from hypothesis import given, settings
from hypothesis import strategies as st

from liftguard.errors import UnreadableLog
from liftguard.importers import read_log

MONDAY = datetime(2024, 3, 4, 18, 30, tzinfo=UTC)
FILE_ID = {"mesg_num": 0, "type": "activity", "manufacturer": "garmin", "time_created": MONDAY}


def fit(*messages):
    """Write a FIT file."""
    encoder = Encoder()
    for message in (FILE_ID, *messages):
        encoder.write_mesg(message)
    return bytes(encoder.close())


def active(minute, category, subtype, kg=None, reps=None, **others):
    """Give the message of a set, some minutes after the start."""
    message = {
        "mesg_num": 225,
        "timestamp": MONDAY + timedelta(hours=1),  # when the watch wrote it
        "start_time": MONDAY + timedelta(minutes=minute),
        "duration": 30.0,
        "set_type": "active",
        "category": [category] * 3,  # the watch gives its guesses, the first one counts
        "category_subtype": [subtype] * 3,
        "weight": kg,
        "repetitions": reps,
        "weight_display_unit": "pound",
        **others,
    }
    return {name: value for name, value in message.items() if value is not None}


def rest(minute, seconds):
    return {
        "mesg_num": 225,
        "timestamp": MONDAY + timedelta(hours=1),
        "start_time": MONDAY + timedelta(minutes=minute),
        "duration": seconds,
        "set_type": "rest",
    }


def title(category, subtype, words):
    return {
        "mesg_num": 264,
        "exercise_category": category,
        "exercise_name": subtype,
        "wkt_step_name": words,
    }


def field(name):
    """Give one field of all sets of a log."""
    return lambda log: [getattr(one, name) for one in log.history]


WORKOUT = (
    active(0, "deadlift", 0, 100.0, 5),
    rest(1, 90.5),
    active(3, "deadlift", 0, 140.0625, 3),
    rest(4, 120.0),
    active(6, "plank", 43),
    rest(7, 30.0),
    active(8, "squat", 6, 60.0, 8),
    rest(9, 400.0),
)


def test_sets_come_with_weights_times_and_rests():
    log = read_log(fit(*WORKOUT))
    assert [(one.lift, one.load_kg, one.reps, one.rest_s) for one in log.history] == [
        ("deadlift", 100.0, 5, None),
        ("deadlift", 140.0625, 3, 90.5),
        ("squat", 60.0, 8, 150.0),  # after the plank and both rests
    ]
    assert [one.at for one in log.history] == [
        MONDAY,
        MONDAY + timedelta(minutes=3),
        MONDAY + timedelta(minutes=8),
    ]
    assert {one.at_known_to for one in log.history} == {"set"}
    assert {one.session for one in log.history} == {"2024-03-04 18:30"}
    assert not any(one.missed or one.to_failure for one in log.history)
    assert [(skip.row, skip.reason) for skip in log.skipped] == [
        (2, "rest timer"),
        (4, "rest timer"),
        (5, "cardio or timed"),
        (6, "rest timer"),
        (8, "rest timer"),
    ]
    assert (log.rows_read, log.rows_with_sets, log.problems) == (8, 3, ())
    assert (log.app, log.unit, log.unit_evidence) == ("garmin", "kg", "FIT files are in kg")


def test_one_file_is_one_workout_called_by_its_plan():
    plan = {"mesg_num": 26, "wkt_name": "Leg day", "sport": "training"}
    log = read_log(fit(plan, *WORKOUT) + fit(active(50, "curl", 3, 20.0, 9)), app="garmin")
    assert [one.session for one in log.history] == [
        *["Leg day 2024-03-04 18:30"] * 3,
        "2024-03-04 19:20",
    ]
    assert log.history[3].rest_s is None  # that of the other workout is none of its own


def test_a_zone_moves_the_clock_and_not_the_moment():
    log = read_log(fit(active(0, "deadlift", 0, 100.0, 5)), tz="America/Los_Angeles")
    (one,) = log.history
    assert one.at == MONDAY
    assert one.at.replace(tzinfo=None) == datetime(2024, 3, 4, 10, 30)
    assert one.session == "2024-03-04 10:30"


def test_midnight_is_a_time_of_day():
    midnight = datetime(2024, 3, 5, tzinfo=UTC)
    log = read_log(fit(active(0, "deadlift", 0, 100.0, 5, start_time=midnight)))
    assert [(one.at, one.at_known_to) for one in log.history] == [(midnight, "set")]


@pytest.mark.parametrize(
    ("category", "subtype", "lift"),
    [
        ("deadlift", 0, "deadlift"),  # barbell_deadlift
        ("deadlift", 15, "sumo_deadlift"),
        ("bench_press", 1, "bench_press"),  # barbell_bench_press
        ("squat", None, "squat"),
        ("squat", 9999, "garmin exercise squat 9999"),  # newer than the profile, and no squat
        (60_000, 3, "garmin exercise 60000 3"),
    ],
)
def test_an_exercise_is_called_by_garmins_name(category, subtype, lift):
    one = active(0, category, subtype, 100.0, 5)
    if subtype is None:
        del one["category_subtype"]
    assert field("lift")(read_log(fit(one))) == [lift]


def test_a_title_in_the_file_names_the_exercise():
    sets = active(0, "total_body", 9999, 60.0, 5), active(5, "unknown", 7, 100.0, 5)
    titles = title("total_body", 9999, "Barbell Row"), title("unknown", 7, "Deadlift")
    assert field("lift")(read_log(fit(*sets, *titles))) == ["barbell_row", "deadlift"]


def test_two_titles_of_one_exercise_name_neither():
    titles = title("unknown", 7, "Deadlift"), title("unknown", 7, "Squat")
    log = read_log(fit(active(0, "unknown", 7, 100.0, 5), *titles))
    assert [(one.row, one.column) for one in log.problems] == [(1, "category")]


def test_an_exercise_that_the_watch_did_not_tell_is_a_problem():
    log = read_log(fit(active(0, "unknown", 65_535, 100.0, 5), active(3, "deadlift", 0, 90.0, 5)))
    assert [(one.row, one.column, one.wanted) for one in log.problems] == [
        (1, "category", "the name of an exercise")
    ]
    assert field("load_kg")(log) == [90.0]


@pytest.mark.parametrize(
    ("changed", "column", "got"),
    [
        ({"repetitions": 60_000}, "repetitions", "60000"),
        ({"start_time": 5_000}, "start_time", "5000 seconds since it was switched on"),
        ({"set_type": 9}, "set_type", "set type 9"),
    ],
)
def test_what_cannot_be_is_a_problem(changed, column, got):
    sets = active(0, "deadlift", 0, 100.0, 5, **changed), active(3, "squat", 6, 60.0, 5)
    log = read_log(fit(*sets))
    assert [(one.row, one.column, one.got) for one in log.problems] == [(1, column, got)]
    assert field("lift")(log) == ["squat"]


def test_a_set_without_a_start_has_the_time_at_which_it_was_written():
    one = active(0, "deadlift", 0, 100.0, 5)
    del one["start_time"]
    assert field("at")(read_log(fit(one))) == [MONDAY + timedelta(hours=1)]


def test_the_unit_is_that_of_the_format():
    """Kilograms, whatever the watch shows and whoever reads it thinks in."""
    log = read_log(fit(active(0, "deadlift", 0, 100.0, 5)), unit="lb")
    assert field("load_kg")(log) == [100.0]
    assert (log.unit, log.unit_evidence) == ("kg", "FIT files are in kg")


def refusal(raw, **options):
    with pytest.raises(UnreadableLog) as caught:
        read_log(raw, **options)
    return str(caught.value)


def test_a_file_without_sets_is_refused_with_its_sport():
    session = {"mesg_num": 18, "sport": "running", "start_time": MONDAY}
    assert "its sport is running" in refusal(fit(session))
    assert "its sport is cycling" in refusal(fit({"mesg_num": 12, "sport": "cycling"}))
    assert "its kind of file is activity" in refusal(fit())
    assert "it tells no sport" in refusal(bytes(Encoder().close()))


def test_a_file_of_another_app_is_refused():
    assert "only a FIT file of Garmin is one" in refusal(fit(*WORKOUT), app="hevy")
    with pytest.raises(UnreadableLog):
        read_log(
            b"start_time,category,weight,repetitions\n2024-03-04,deadlift,100,5\n", app="garmin"
        )


@pytest.mark.parametrize("length", [12, 14, 40, -1])
def test_a_file_cut_short_is_refused(length):
    assert "cut short" in refusal(fit(*WORKOUT)[:length])


def test_a_wrong_checksum_is_refused():
    raw = bytearray(fit(*WORKOUT))
    raw[-20] ^= 1
    assert "its checksum is not that of its bytes" in refusal(bytes(raw))


def test_a_second_file_that_is_none_is_refused():
    assert "cannot be decoded" in refusal(fit(*WORKOUT) + b"more than a whole header")


def test_a_header_of_a_length_that_no_writer_has_is_refused():
    raw = bytearray(fit(*WORKOUT))
    raw[0] = 16  # two bytes more than any writer's
    assert "cannot be decoded" in refusal(bytes(raw) + b"\0\0")


def test_without_the_library_the_hint_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "fitdecode", None)
    assert 'pip install "liftguard[garmin]"' in refusal(fit(*WORKOUT))


UINT8, STRING, BYTE, UINT16, UINT32 = 0x02, 0x07, 0x0D, 0x84, 0x86


def by_hand(number, *fields):
    """Write a message without an encoder; a field is its number, base type and bytes."""
    body = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    body += b"".join(bytes((field, len(stored), base_type)) for field, base_type, stored in fields)
    return body + b"\0" + b"".join(stored for _, _, stored in fields)


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ((4, STRING, b"99"), "weight"),
        ((4, BYTE, b"\x40\x06"), "weight"),
        ((4, UINT16, b"\x40\x06\x00"), "weight"),  # one and a half numbers
        ((7, BYTE, b"\x08\x00"), "category"),  # 8 would be a deadlift
    ],
)
def test_a_field_of_another_type_is_a_problem(changed, column):
    fields = {
        6: (6, UINT32, struct.pack("<I", 1_000_000_000)),
        3: (3, UINT16, struct.pack("<H", 5)),
        7: (7, UINT16, struct.pack("<H", 8)),
        4: (4, UINT16, struct.pack("<H", 100 * 16)),
    }
    (one,) = read_log(sealed(by_hand(225, *fields.values()))).history
    assert (one.lift, one.load_kg, one.reps) == ("deadlift", 100.0, 5)
    log = read_log(sealed(by_hand(225, *{**fields, changed[0]: changed}.values())))
    assert [(one.row, one.column) for one in log.problems] == [(1, column)]


def test_a_field_of_another_developer_is_not_one_of_garmin():
    developer = {"mesg_num": 207, "developer_data_index": 0}
    own = {
        "mesg_num": 206,
        "developer_data_index": 0,
        "field_definition_number": 4,  # in a set of Garmin the weight
        "fit_base_type_id": UINT16,
        "field_name": ["power"],
    }
    encoder = Encoder({1: {"developer_data_id_mesg": developer, "field_description_mesg": own}})
    done = {**active(0, "deadlift", 0, 100.0, 5), "developer_fields": {1: 999}}
    for message in (FILE_ID, developer, own, done):
        encoder.write_mesg(message)
    assert field("load_kg")(read_log(bytes(encoder.close()))) == [100.0]


@pytest.mark.parametrize(
    "message",
    [
        by_hand(132, (10, BYTE, b"\1\2\3\4\5\6\7\1")),  # heart beats that follow none
        by_hand(207, (3, UINT8, b"\xff")),  # a developer without a number
        by_hand(207, (3, UINT8, b"\0"))  # a developer's field of a type that there is none of
        + by_hand(
            206, (0, UINT8, b"\0"), (1, UINT8, b"\0"), (2, UINT8, b"\x55"), (3, STRING, b"a\0")
        ),
        by_hand(225, (4, UINT16, b"")),  # a field of no bytes
        b"\x05",  # data that nothing defined
    ],
)
def test_messages_that_cannot_be_are_refused(message):
    assert "cannot be decoded" in refusal(fit(*WORKOUT) + sealed(message))


def sealed(body):
    """Write a FIT file around messages, with sizes and checksums that fit."""
    header = struct.pack("<BBHI4s", 14, 0x20, 21_158, len(body), b".FIT")
    header += struct.pack("<H", CrcCalculator.calculate_crc(header, 0, len(header)))
    whole = header + body
    return whole + struct.pack("<H", CrcCalculator.calculate_crc(whole, 0, len(whole)))


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 9_600),  # sixteenths of a kilogram
            st.integers(1, 100),
            st.integers(0, 7_200_000),  # milliseconds
            st.integers(1, 600),  # minutes since the last one
        ),
        min_size=1,
        max_size=12,
    )
)
def test_what_garmin_writes_is_read_back(drawn):
    messages, wanted, minute = [], [], 0
    for sixteenths, reps, thousandths, later in drawn:
        minute += later
        messages += [
            rest(minute - 1, thousandths / 1_000),
            active(minute, "deadlift", 0, sixteenths / 16, reps),
        ]
        at = MONDAY + timedelta(minutes=minute)
        wanted.append((at, sixteenths / 16, reps, thousandths / 1_000))
    log = read_log(fit(*messages))
    assert [(one.at, one.load_kg, one.reps, one.rest_s) for one in log.history] == wanted
    assert log.rows_read == len(messages)
    check(log)


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300))
def test_random_messages_are_read_or_refused(body):
    read_or_refuse(sealed(body))


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6),
    st.booleans(),
)
def test_changed_bytes_are_read_or_refused(changes, with_checksum):
    raw = bytearray(fit(*WORKOUT, title("squat", 6, "Squat")))
    for place, byte in changes:
        raw[14 + place % (len(raw) - 14)] = byte
    read_or_refuse(sealed(bytes(raw[14:-2])) if with_checksum else bytes(raw))


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_random_bytes_with_the_mark_of_fit_are_read_or_refused(raw):
    read_or_refuse(raw[:8].ljust(8, b"\0") + b".FIT" + raw[8:])


def test_a_pull_that_did_not_go_up_is_a_miss():
    """Every set has a duration, so that one without repetitions is not timed for it."""
    log = read_log(fit(active(0, "deadlift", 0, 180.0, 1), active(5, "deadlift", 0, 200.0, 0)))
    assert [(one.load_kg, one.reps, one.missed) for one in log.history] == [
        (180.0, 1, False),
        (200.0, 0, True),
    ]


def test_a_weight_that_was_not_told_is_no_empty_bar():
    """A lift that moves the body needs none; on a bar it was left out, which is a problem."""
    log = read_log(fit(active(0, "deadlift", 0, None, 5), active(5, "pull_up", 38, None, 5)))
    assert [(one.lift, one.load_kg, one.reps) for one in log.history] == [("pull_up", 0.0, 5)]
    assert [(one.row, one.column) for one in log.problems] == [(1, "weight")]
