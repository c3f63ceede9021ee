"""Judge a squad: what the page says of each athlete, the one who needs a look most first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import attrs
from asks import asks
from explain import Explained, explain, say_named
from squad import Athlete

import liftguard as lg
from liftguard import fleet
from liftguard.words import say_load, say_plates, say_set

MOST_DOUBTS = 3  # of a log that are shown
MOST_LATER = 3  # flagged sets of later days that are named
NEXT_DAYS = 2  # after today: a session that lies further ahead needs no look yet
USUAL_LIFTS = 3  # that are shown of who has nothing planned
TREND = timedelta(weeks=4)
STEADY = 0.01  # of capacity, below which it has not moved [1]


@attrs.frozen(kw_only=True)
class LiftRow:
    """How a lift of an athlete stands: what was last done, and where capacity goes."""

    lift: str
    last_on: str
    last: str
    capacity: str
    trend: str


@attrs.frozen(kw_only=True)
class Row:
    """What the page says of one athlete."""

    name: str
    level: lg.Level | None  # as which the row counts; None where nothing is planned by then
    next_on: str  # when the sessions are that are judged
    counts: tuple[tuple[lg.Level, int], ...]  # sets by level, the worst first
    worst: str  # what needs a look
    why: tuple[str, ...]
    told: tuple[tuple[str, ...], ...]  # of each lift that is not clear, the most urgent first
    later: tuple[str, ...]  # what is flagged on later days
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    lifts: tuple[LiftRow, ...]
    plan: lg.PlanCheck | None
    verdict: lg.Verdict | None  # of the set that is explained first
    doubts: tuple[str, ...]
    log: lg.Log | None
    unit: str

    @property
    def stands(self) -> str:
        """The level in words."""
        return "NO PLAN" if self.level is None else str(self.level)


def judge(athletes: list[Athlete], at: datetime, guard: lg.Guard) -> list[Row]:
    """Judge what everybody has planned next, the worst first."""
    tracks = fleet.replay(guard, {one.name: one.history for one in athletes})
    found = {name: track for name, track in tracks.items() if isinstance(track, lg.Track)}
    states = {name: track.state for name, track in found.items()}
    checks = fleet.check(guard, states, {one.name: next_of(one.sessions, at) for one in athletes})
    by_name = {one.name: _with_error(one, tracks[one.name]) for one in athletes}
    rows = [_judged(by_name[one.name], one, found.get(one.name), at, guard) for one in checks]
    order = (lg.Level.BEYOND, lg.Level.CAUTION, lg.Level.UNKNOWN, lg.Level.CLEAR, None)
    return sorted(rows, key=lambda row: (order.index(row.level), not row.problems))


def next_of(sessions: Sequence[lg.PlannedSession], at: datetime) -> tuple[lg.PlannedSession, ...]:
    """Give the sessions of the next day that has any, where it is one of those to look at."""
    if not sessions:
        return ()
    day = sessions[0].at.date()
    if day > (at + timedelta(days=NEXT_DAYS)).date():
        return ()
    return tuple(one for one in sessions if one.at.date() == day)


def _with_error(athlete: Athlete, track: lg.Track | lg.LiftguardError) -> Athlete:
    """Set a log that cannot be replayed beside its athlete."""
    if isinstance(track, lg.Track):
        return athlete
    return attrs.evolve(athlete, problems=(*athlete.problems, str(track)))


def _judged(
    athlete: Athlete,
    check: fleet.AthleteCheck,
    track: lg.Track | None,
    at: datetime,
    guard: lg.Guard,
) -> Row:
    """Make a row of an athlete; what is refused is a problem of this one alone."""
    alone = attrs.evolve(check, level=lg.Level.UNKNOWN, plan=None)
    if athlete.waits:  # nothing is offered as if nobody had ever trained
        return _row(athlete, attrs.evolve(alone, remarks=()), None, at, guard)
    try:
        return _row(athlete, check, track, at, guard)
    except lg.LiftguardError as error:
        problems = (*athlete.problems, str(error))
        named = Athlete(name=athlete.name, sessions=athlete.sessions, problems=problems)
        return _row(named, alone, None, at, guard)


def _row(
    athlete: Athlete,
    check: fleet.AthleteCheck,
    track: lg.Track | None,
    at: datetime,
    guard: lg.Guard,
) -> Row:
    unit, plan, sessions = athlete.unit, check.plan, next_of(athlete.sessions, at)
    plates = lg.Plates.lb() if unit == "lb" else None
    explained: list[Explained] = []
    if plan is not None and track is not None:
        if plates is not None:  # steps on plates there are
            plan = guard.check_plan(track.state, sessions, plates=plates)
        explained = explain(guard, track.state, sessions, plan, plates)
    levels = Counter(one.level for one in plan.sets) if plan else Counter()
    level = _level(athlete, check, sessions)
    alone = attrs.evolve(check, plan=None)  # what is not judged is explained below
    why = fleet.say_athlete(alone) if sessions else [_nothing(athlete)]
    judged = track is not None and not athlete.waits
    return Row(
        name=athlete.name,
        level=level,
        next_on=_say_when(sessions, at),
        counts=tuple(sorted(levels.items(), reverse=True)),
        worst=_worst(explained, level, athlete, unit),
        why=tuple(why),
        told=tuple(tuple(one.said(unit)) for one in explained),
        later=tuple(_later(guard, athlete, track, len(plan.sets) if plan else 0)) if judged else (),
        problems=(*athlete.problems, *(asks(athlete) if judged else ())),
        notes=(*athlete.notes, *_unread(athlete)),
        lifts=tuple(_lifts(athlete, track, at, guard)) if judged else (),
        plan=plan,
        verdict=explained[0].verdict if explained else None,
        doubts=tuple(_doubts(athlete, at, guard)),
        log=athlete.log,
        unit=unit,
    )


def _nothing(athlete: Athlete) -> str:
    """Say that no session is near enough to be judged, and when the next one is."""
    if not athlete.sessions:
        return "Nothing is planned."
    return f"Nothing is planned until {athlete.sessions[0].at:%Y-%m-%d}."


def _say_when(sessions: Sequence[lg.PlannedSession], at: datetime) -> str:
    """Say the day of the next sessions, and their hours where the plan tells them."""
    hours = [f"{one.at:%H:%M}" for one in sessions if one.at not in (at, _midnight(one.at))]
    return " ".join([*(f"{one.at:%Y-%m-%d}" for one in sessions[:1]), ", ".join(hours)]).strip()


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)


def _level(
    athlete: Athlete, check: fleet.AthleteCheck, sessions: Sequence[lg.PlannedSession]
) -> lg.Level | None:
    """
    Give the level that an athlete counts as.

    What could not be read is missing as well, and nothing missing may look clear.
    """
    if not sessions:
        return lg.Level.UNKNOWN if athlete.problems else None
    return max(check.level, lg.Level.UNKNOWN) if athlete.problems else check.level


def _worst(explained: list[Explained], level: lg.Level | None, athlete: Athlete, unit: str) -> str:
    """Say what needs a look: a set, else what is missing; none where all is clear."""
    if explained:
        return say_named(explained[0].verdict.planned, unit)
    if level != lg.Level.UNKNOWN:
        return "none"
    return "the files" if athlete.problems else "the log, which is old or empty"


def _later(guard: lg.Guard, athlete: Athlete, track: lg.Track | None, judged: int) -> Iterator[str]:
    """Name the sets of later days that are flagged, if all goes as planned before."""
    if track is None or judged == sum(len(one.sets) for one in athlete.sessions):
        return
    try:
        sets = guard.check_plan(track.state, athlete.sessions).sets[judged:]
    except lg.LiftguardError as error:  # such as sessions that overlap in some weeks
        yield f"not judged, as {error}"
        return
    flagged = [
        f"{one.at:%Y-%m-%d} {say_set(one.planned, athlete.unit)} {one.level}"
        for one in sets
        if one.level >= lg.Level.CAUTION
    ]
    told = list(dict.fromkeys(flagged))
    yield from told[:MOST_LATER]
    if len(told) > MOST_LATER:
        yield f"and {len(told) - MOST_LATER} more"


def _unread(athlete: Athlete) -> Iterator[str]:
    """Say how many rows of the log are missing from all that is said."""
    rows = {one.row for one in athlete.log.problems} if athlete.log is not None else set()
    if rows:
        one = len(rows) == 1
        yield f"{len(rows)} {'row' if one else 'rows'} of the log could not be read."


def _doubts(athlete: Athlete, at: datetime, guard: lg.Guard) -> list[str]:
    found = guard.check_log(athlete.history, now=at)
    said = [lg.say_doubt(one, athlete.unit) for one in found if one.severity != "note"]
    return said[:MOST_DOUBTS]


# --- each lift ---


def _lifts(athlete: Athlete, track: lg.Track, at: datetime, guard: lg.Guard) -> list[LiftRow]:
    """Tell of the lifts that are planned; of the usual ones where nothing is."""
    planned = [one.lift for session in next_of(athlete.sessions, at) for one in session.sets]
    lately = [one.lift for one in athlete.history.sets if one.at >= at - 2 * TREND]
    usual = [lift for lift, _ in Counter(lately).most_common(USUAL_LIFTS)]
    return [_lift_row(lift, athlete, track, at, guard) for lift in dict.fromkeys(planned or usual)]


def _lift_row(
    lift: str, athlete: Athlete, track: lg.Track, at: datetime, guard: lg.Guard
) -> LiftRow:
    single = lg.PlannedSet(lift=lift, load_kg=1.0, reps=1)
    verdict = guard.check(track.state, single, at=at)
    known = verdict.capacity is not None and verdict.is_relied_on
    done = [one for one in athlete.history.sets if one.lift == lift]
    return LiftRow(
        lift=lg.LIFTS[lift].name if lift in lg.LIFTS else lift,
        last_on=f"{done[-1].at:%Y-%m-%d}" if done else "never",
        last=_last(done, athlete.unit) if done else "",
        capacity=say_load(verdict.capacity.middle_kg, athlete.unit) if known else "not known",
        trend=_trend(lift, track, at),
    )


def _last(done: list[lg.LoggedSet], unit: str) -> str:
    """Say the heaviest set of the last day of a lift."""
    day = [one for one in done if one.at.date() == done[-1].at.date()]
    top = max(day, key=lambda one: (one.load_kg, one.reps))
    missed = ", missed" if top.missed else ""
    return f"{say_plates(top.load_kg, unit)} x {top.reps}{missed}"


def _trend(lift: str, track: lg.Track, at: datetime) -> str:
    """Hold capacity before the last session against that of four weeks before, if there is one."""
    done = [one.logged.at for one in track if one.logged.lift == lift]
    if done and done[-1] < at - TREND:
        return f"no set for {(at.date() - done[-1].date()).days} days"
    bands: dict[object, tuple[datetime, float]] = {}
    for one in track:
        found = track.forecast(one) if one.logged.lift == lift else None
        if found is not None and found.capacity and not track.policy.too_wide(found.capacity_sd):
            bands.setdefault(one.logged.at.date(), (one.logged.at, found.capacity.middle_kg))
    if not bands:
        return "not known"
    last_at, last = list(bands.values())[-1]
    before = [kg for when, kg in bands.values() if when <= last_at - TREND]
    if not before:
        return "too short to tell"
    change = last / before[-1] - 1.0
    if abs(change) < STEADY:
        return "steady"
    return f"{'up' if change > 0 else 'down'} {abs(change):.0%} in four weeks".replace("%", " %")
