"""Kilograms and pounds, RPE and RIR, elapsed days."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

import liftguard as lg
from liftguard.units import elapsed_days, is_aware, rir_from_rpe

EVENING = datetime(2026, 1, 5, 18)


@pytest.mark.parametrize(
    ("lb", "kg"),
    [(0.0, 0.0), (1.0, 0.453592), (45.0, 20.411657), (405.0, 183.70491), (1000.0, 453.59237)],
)
def test_pounds_to_kilograms(lb, kg):
    """A pound is 0.45359237 kg; by hand, to the milligram."""
    assert lg.kg_from_lb(lb) == pytest.approx(kg, abs=5e-7)


def test_kilograms_to_pounds():
    """100 / 0.45359237 = 220.46226218, by hand."""
    assert lg.lb_from_kg(100.0) == pytest.approx(220.46226218, abs=5e-7)


@pytest.mark.parametrize("lb", [2.5, 5, 10, 25, 35, 45, 95, 135, 185, 225, 275, 315, 365, 405, 500])
def test_usual_pound_loads_come_back(lb):
    """What is usually on a bar in pounds reads the same after storing it in kilograms."""
    assert lg.lb_from_kg(lg.kg_from_lb(lb)) == lb


@pytest.mark.parametrize(("rpe", "rir"), [(10, 0), (9.5, 0.5), (6, 4), (1, 9)])
def test_rir_is_ten_less_rpe(rpe, rir):
    """RPE 8 means two left."""
    assert rir_from_rpe(rpe) == rir


def test_elapsed_days_of_the_wall_clock():
    """From 18:00 to 06:00 two days later are one and a half days, and back minus that."""
    morning = EVENING + timedelta(hours=36)
    assert elapsed_days(EVENING, morning) == 1.5
    assert elapsed_days(morning, EVENING) == -1.5


def test_elapsed_days_keep_seconds():
    """A second is 1/86400 of a day."""
    assert elapsed_days(EVENING, EVENING + timedelta(seconds=1)) == 1.0 / 86_400.0


def test_elapsed_days_across_zones():
    """Noon in UTC+2 and ten in UTC are the same instant."""
    noon = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    assert elapsed_days(noon, datetime(2026, 7, 1, 10, tzinfo=UTC)) == 0.0


def test_elapsed_days_across_a_change_of_clocks():
    """The night in which clocks go back has 25 hours from noon to noon."""
    berlin = ZoneInfo("Europe/Berlin")
    saturday, sunday = (datetime(2026, 10, day, 12, tzinfo=berlin) for day in (24, 25))
    assert elapsed_days(saturday, sunday) == 25.0 / 24.0


def test_elapsed_days_do_not_mix_kinds():
    """Wall clock to instant is refused, with the way out."""
    with pytest.raises(lg.InvalidValue, match=r"read_log\(tz=\.\.\.\) makes instants"):
        elapsed_days(EVENING, EVENING.replace(tzinfo=UTC))


def test_is_aware():
    """Only a time with an offset is an instant."""
    assert is_aware(EVENING.replace(tzinfo=UTC))
    assert not is_aware(EVENING)
