"""Zones: what a cell says counts, `tz` sets the days, and a moment is one however written."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from samples import A_SET_A_DAY
from writers import FORMATS

import liftguard as lg
from liftguard.__main__ import main
from liftguard.importers.cells import Wrong
from liftguard.importers.dates import date_reader
from liftguard.units import zone_named

PLACES = ("America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "UTC")
SHEET = "Date,Exercise,Weight (kg),Reps\n"


def day(text):
    """Write a moment as a cell that no comma parts."""
    return f'"{text}"'


def offset(at, colon=""):
    whole = int(at.utcoffset().total_seconds()) // 60
    return f"{'-' if whole < 0 else '+'}{abs(whole) // 60:02}{colon}{abs(whole) % 60:02}"


# Ways to write an instant with its zone; what they need no help for is what a phone does.
CLOTHES = {
    "ISO with Z": lambda at: at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    "ISO with an offset": lambda at: at.isoformat(),
    "the word UTC": lambda at: at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
    "the word GMT": lambda at: at.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT"),
    "an offset apart": lambda at: at.strftime("%Y-%m-%d %H:%M:%S ") + offset(at),
    "an offset behind a month": lambda at: at.strftime("%d %b %Y %H:%M:%S ") + offset(at),
    "an offset behind slashes": lambda at: at.strftime("%m/%d/%Y %H:%M:%S ") + offset(at, ":"),
    "an offset behind PM": lambda at: at.strftime("%b %d, %Y, %I:%M:%S %p ") + offset(at, ":"),
    "as JavaScript does": lambda at: (
        at.strftime("%a %b %d %Y %H:%M:%S GMT") + offset(at) + " (Some Standard Time)"
    ),
    "as Java does": lambda at: at.isoformat() + "[Etc/UTC]",
    "German": lambda at: at.astimezone(UTC).strftime("%d.%m.%Y, %H:%M:%S Uhr UTC"),
    "a place": lambda at: at.astimezone(ZoneInfo("Asia/Tokyo")).strftime(
        "%d %b %Y %H:%M:%S Asia/Tokyo"
    ),
    "an abbreviation": lambda at: at.astimezone(timezone(timedelta(hours=-5))).strftime(
        "%m/%d/%Y %I:%M:%S %p EST"
    ),
    "seconds since 1970": lambda at: f"{int(at.timestamp())}",
    "thousandths of them": lambda at: f"{int(at.timestamp()) * 1000}",
}
OFFSETS = (-10.0, -8.0, -3.5, 0.0, 1.0, 5.5, 5.75, 12.75)


def instants():
    """Draw instants of an offset that some place has, after the thirteenth of a month."""
    wall = st.datetimes(datetime(2002, 1, 1), datetime(2030, 1, 1)).map(
        lambda at: at.replace(day=14 + at.day % 13, microsecond=0)
    )
    zones = st.sampled_from(OFFSETS).map(lambda hours: timezone(timedelta(hours=hours)))
    return st.builds(lambda at, zone: at.replace(tzinfo=zone), wall, zones)


@given(at=instants(), way=st.sampled_from(sorted(CLOTHES)), place=st.sampled_from(PLACES))
def test_a_zone_in_a_cell_counts(at, way, place):
    """With a zone given or without, an instant stays the one that was written."""
    text = CLOTHES[way](at)
    order = "dmy" if way == "German" else "mdy"
    bare = date_reader([text], None, order)(text)
    assert bare == at, text
    there = date_reader([text], zone_named(place), order)(text)
    assert there == at, text
    expected = at.astimezone(ZoneInfo(place))
    assert there.replace(tzinfo=None) == expected.replace(tzinfo=None), text


@pytest.mark.parametrize(
    "text",
    [
        "20 Jan 2024 18:30 XYZ",
        "2024-01-20 18:30 IST",  # of India, of Israel or of Ireland
        "1/20/2024 6:30 PM QQT",
        "2024-01-20T18:30:00+25:00",
        "2024-01-20T18:30:00Zx",
        "20.01.2024 18:30 Europe/Nowhere",
    ],
)
@pytest.mark.parametrize("tz", [None, "Europe/Berlin"])
def test_a_zone_that_nobody_knows_is_never_dropped(text, tz):
    found = date_reader([text], tz and zone_named(tz), "mdy")(text)
    assert isinstance(found, Wrong)


@pytest.mark.parametrize(
    "text",
    [
        "20 Jan 2024, 18:30 - 19:45",
        "20 Jan 2024, 18:30-19:45",
        "2024-01-20 06:30 PM",
        "20.01.2024 18:30 Uhr",
        "20 Jan 2024, 18:30 Sat",
        "2024/01/20 18:30:00",
    ],
)
def test_a_clock_without_a_zone_stays_on_the_wall(text):
    assert date_reader([text], None)(text) == datetime(2024, 1, 20, 18, 30)


@given(at=instants(), place=st.sampled_from(PLACES), way=st.sampled_from(sorted(CLOTHES)))
def test_the_days_of_a_log_in_instants_are_those_of_the_zone(at, place, way):
    """The date of a set, its session, and the days that doubts are counted by."""
    row = f"{day(CLOTHES[way](at))},Squat,100,5\n"
    log = lg.read_log((SHEET + row).encode(), tz=place, dates="dmy" if way == "German" else "mdy")
    there = at.astimezone(ZoneInfo(place))
    assert [one.at.date() for one in log.history] == [there.date()]
    assert f"{there:%Y-%m-%d}" in log.history[0].session
    assert log.notices == ()


@pytest.mark.parametrize("kind", [one for one in FORMATS if one.zone], ids=lambda one: one.name)
def test_every_app_that_writes_instants_takes_a_zone(kind):
    """Half past nine in the evening in Tokyo is noon and a half in UTC, of the same day or not."""
    raw = kind.bytes_of(A_SET_A_DAY)
    plain = lg.read_log(raw, **kind.options)
    zoned = lg.read_log(raw, **kind.options, tz="Asia/Tokyo")
    for here, there in zip(plain.history, zoned.history, strict=True):
        assert here.at == there.at
        assert there.at.replace(tzinfo=None) == here.at.replace(tzinfo=None) + timedelta(hours=9)
    assert [one for one in plain.notices if "in UTC" in one]
    assert not [one for one in zoned.notices if "in UTC" in one]


# --- hours that clocks pass twice, or leave out

TURNS = (
    ("Europe/Berlin", datetime(2025, 10, 26, 2, 30)),
    ("America/New_York", datetime(2025, 11, 2, 1, 30)),
    ("Australia/Lord_Howe", datetime(2025, 4, 6, 1, 45)),  # by half an hour
    ("Pacific/Auckland", datetime(2025, 4, 6, 2, 15)),
    ("America/Sao_Paulo", datetime(2018, 2, 17, 23, 30)),  # over midnight
    ("Europe/Berlin", datetime(2025, 3, 30, 2, 30)),  # left out
    ("Europe/Dublin", datetime(2025, 10, 26, 1, 30)),  # where summer is the standard
)
WRITTEN = (
    lambda at: at,
    lambda at: at.astimezone(UTC),
    lambda at: at.astimezone(timezone(at.utcoffset())),
    lambda at: datetime.fromisoformat(at.isoformat()),
    lambda at: at.astimezone(ZoneInfo("Asia/Tokyo")),
)


def set_at(at, **more):
    return lg.LoggedSet(lift="squat", at=at, load_kg=100, reps=5, **more)


@given(
    turn=st.sampled_from(TURNS),
    fold=st.integers(0, 1),
    ways=st.tuples(st.sampled_from(WRITTEN), st.sampled_from(WRITTEN)),
)
@example(turn=TURNS[0], fold=1, ways=(WRITTEN[0], WRITTEN[3]))
def test_a_moment_of_a_turn_of_clocks_is_one_however_written(turn, fold, ways):
    place, wall = turn
    at = wall.replace(tzinfo=ZoneInfo(place), fold=fold)
    one, other = (set_at(way(at)) for way in ways)
    assert one == other
    assert hash(one) == hash(other)
    assert len(lg.History.merge(lg.History([one]), lg.History([other]))) == 1
    assert lg.loads(lg.dumps(one), expect=lg.LoggedSet) == other
    if (
        ways[0] is WRITTEN[0]
        and at.astimezone(UTC).astimezone(at.tzinfo).replace(tzinfo=None) == wall
    ):  # an hour that there is: the clock on the wall stays
        assert one.at.replace(tzinfo=None, fold=0) == wall
    pain = lg.Pain(at=ways[0](at), region="low_back", severity=3)
    assert pain == lg.Pain(at=ways[1](at), region="low_back", severity=3)


@pytest.mark.parametrize(("place", "wall"), TURNS[:5])
def test_the_two_passes_of_an_hour_are_two_moments(place, wall):
    first, second = (set_at(wall.replace(tzinfo=ZoneInfo(place), fold=fold)) for fold in (0, 1))
    assert first != second
    assert len(lg.History.merge(lg.History([first]), lg.History([second]))) == 2
    assert list(lg.History([second, first])) == [first, second]


def test_files_that_write_the_same_hour_in_several_ways_give_the_same_sets():
    rows = ("2025-10-26T02:30:00+01:00", "2025-10-26 01:30:00 UTC", "26 Oct 2025 02:30 CET")
    logs = [
        lg.read_log((SHEET + f"{day(text)},Squat,100,5\n").encode(), tz="Europe/Berlin")
        for text in rows
    ]
    assert len({log.history.entries for log in logs}) == 1
    assert len(lg.History.merge(logs[0].history, logs[1].history)) == 1


def test_a_frame_keeps_the_zone_beside_such_an_hour():
    pytest.importorskip("pandas")
    zone = ZoneInfo("Europe/Berlin")
    usual = set_at(datetime(2025, 10, 25, 18, tzinfo=zone))
    twice = set_at(datetime(2025, 10, 26, 2, 30, tzinfo=zone, fold=1))
    history = lg.History([usual, twice])
    back = lg.History.from_frame(history.to_frame())
    assert back == history
    assert [one.at.date() for one in back] == [one.at.date() for one in history]


# --- names of zones, and the command line


@pytest.mark.parametrize(
    "name",
    [
        *("localtime", "right/UTC", "right/Europe/Berlin", "posix/UTC", "posixrules", "Factory"),
        *("Europe", "Europe/Nowhere", "../etc/localtime", ""),
    ],
)
def test_names_that_are_no_zone_of_a_place(name):
    with pytest.raises(lg.InvalidValue, match=r"read_log\.tz"):
        lg.read_log((SHEET + "2025-01-06,Squat,100,5\n").encode(), tz=name)


FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier\n"
)
STRONG = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,"
    "Distance Unit,Seconds,Notes,Workout Notes\n"
)


def evening_logs():
    """Write the same sets of Los Angeles evenings, the last day ten of them, in five layouts."""
    moments = [datetime(2025, 1, 7, 1, 30, tzinfo=UTC) + timedelta(days=7 * n) for n in range(9)]
    moments += [moments[-1]] * 9
    iso = [f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in moments]
    yield (
        "fitbod",
        FITBOD
        + "".join(
            f"{at:%Y-%m-%d %H:%M:%S} +0000,Deadlift,5,100,0,0,0,0,false,,1.0\n" for at in moments
        ),
    )
    yield (
        "strong",
        STRONG
        + "".join(
            f"{at:%Y-%m-%d %H:%M:%S} UTC,Pull,Deadlift,1,100,kg,5,,,,0,,\n" for at in moments
        ),
    )
    yield "sheet", SHEET + "".join(f"{text},Deadlift,100,5\n" for text in iso)
    yield "epochs", SHEET + "".join(f"{at.timestamp():.0f},Deadlift,100,5\n" for at in moments)
    yield (
        "json",
        json.dumps([{"when": text, "lift": "Deadlift", "kg": 100, "reps": 5} for text in iso]),
    )


@pytest.mark.parametrize(("name", "text"), list(evening_logs()))
def test_the_command_line_asks_of_days_in_the_zone(name, text, tmp_path, capsys):
    """UTC has the sets of an evening in California on the day after."""
    file = tmp_path / f"{name}.log"
    file.write_text(text)
    zone = ["--tz", "America/Los_Angeles"]
    assert main(["why", str(file), "--at", "2025-03-03", *zone]) == 0
    assert "10 sets that day" in capsys.readouterr().out
    planned = ["check", str(file), "--lift", "deadlift", "--load", "100", "--reps", "3"]
    assert main([*planned, "--at", "2025-03-03 19:00", *zone]) == 0
    told = capsys.readouterr().out
    assert told.startswith(("CLEAR", "CAUTION", "BEYOND", "UNKNOWN"))
    assert "was not looked at" not in told
    assert main([*planned, "--at", "2025-03-03 17:00", *zone]) == 0  # the evening is to come
    assert "from 2025-03-03 17:00 on was not looked at" in capsys.readouterr().out
    assert main([*planned, "--at", "2025-03-03 19:00"]) == 0  # in UTC that was before it
    assert "from 2025-03-03 19:00 on was not looked at" in capsys.readouterr().out
