"""
What is kept of a set beside the numbers: what it reached, what was said of it, and what it was.

Reason to change: something else is remembered of a set.
"""

from __future__ import annotations

from datetime import date, datetime, time

from liftguard.model.bar_speed import with_speed
from liftguard.model.bests import with_best
from liftguard.model.curve import demand
from liftguard.model.front import with_best_set
from liftguard.model.last_time import with_set
from liftguard.model.params import Params
from liftguard.model.reports import with_report
from liftguard.model.row import RATED, Row
from liftguard.model.special import made
from liftguard.model.standing import Standing
from liftguard.model.state import READ_BY_LEARNING, AthleteState, LiftState, moment
from liftguard.records import LoggedSet
from liftguard.units import SECONDS_PER_DAY, is_aware, rir_from_rpe

__all__ = ["date_of", "days_into", "remembering"]


def days_into(state: AthleteState, at: datetime) -> int:
    """
    Count the dates from that of the log's first set, in UTC if it is an instant, to a moment's own.

    A date is that of the clock which the moment is written by: an evening in California is not
    of the day after. So a log may begin on the day before or after its first date in UTC.
    """
    since = state.since or moment(at)
    return at.toordinal() - since.toordinal()


def date_of(state: AthleteState, day: int, asked: datetime) -> datetime:
    """Turn that round: give the beginning of a day, by the clock of the moment asked about."""
    since = state.since or moment(asked)
    zone = asked.tzinfo if is_aware(asked) else None
    return datetime.combine(date.fromordinal(since.toordinal() + day), time.min, tzinfo=zone)


def remembering(
    one: LiftState, before: Standing, entry: LoggedSet, row: Row, day: int, params: Params
) -> LiftState:
    """Keep what a set was, of a lift after it, which stood so before it."""
    bests, speeds, reports = one.bests, one.speeds, one.reports
    front, earlier, latest = one.front, one.earlier, one.latest
    if one.done.top < before.one.done.top:  # the scale was taken anew: what was is of another
        bests, front, earlier, latest = (), (), (), ()
    doubted = _is_doubted(one, row, params)
    if row.log_load == row.log_load:
        if entry.reps and not doubted:
            reached = demand(row.log_load, row.reps, one.belief.curve, params)
            bests = with_best(bests, int(row.at_s // SECONDS_PER_DAY), reached, params)
        if entry.reps and entry.rpe is not None and row.kind == RATED:
            load, said = row.log_load + one.belief.owed, rir_from_rpe(entry.rpe)
            reports = with_report(reports, one.clock_s, load, row.reps, said, params)
        if entry.mean_velocity_m_s is not None:
            speeds = with_speed(speeds, row.log_load, entry.mean_velocity_m_s, params)
    if not doubted:
        left = row.rir if row.rir == row.rir else None  # NaN
        is_new, is_back = before.days > params.session_days, before.days > params.out_of_use_days
        earlier, latest = with_set(
            earlier, latest, entry, left, day, is_new=is_new, is_back=is_back
        )
        if entry.reps and entry.kind != "warmup":
            front = with_best_set(front, entry.reps, entry.load_kg - entry.assist_kg, day)
    beside = bests, speeds, reports, front, earlier, latest
    return made(LiftState, (*one[:READ_BY_LEARNING], *beside))


def _is_doubted(one: LiftState, row: Row, params: Params) -> bool:
    """Tell whether a set that went up was rather a slip: it is above all that surely went up."""
    return bool(row.reps and row.log_load >= (one.done.top + 1.0) * params.proof_width)
