"""Judge a squad: what the page says of each athlete, the one who needs a look most first."""

from collections import Counter
from datetime import datetime, timedelta

import attrs
from squad import Athlete

import liftguard as lg
from liftguard import fleet

MOST_DOUBTS = 3  # of a log that are shown
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
    level: lg.Level | None  # as which the row counts; None where nothing is planned
    counts: tuple[tuple[lg.Level, int], ...]  # sets by level, the worst first
    worst: str  # set
    why: tuple[str, ...]
    problems: tuple[str, ...]
    lifts: tuple[LiftRow, ...]
    plan: lg.PlanCheck | None
    verdict: lg.Verdict | None  # of the worst set
    doubts: tuple[str, ...]
    log: lg.Log | None
    unit: str

    @property
    def stands(self) -> str:
        """The level in words."""
        return "NO PLAN" if self.level is None else str(self.level)


def judge(athletes: list[Athlete], at: datetime, guard: lg.Guard) -> list[Row]:
    """Judge what everybody has planned, the worst first."""
    tracks = fleet.replay(guard, {one.name: one.history for one in athletes})
    found = {name: track for name, track in tracks.items() if isinstance(track, lg.Track)}
    states = {name: track.state for name, track in found.items()}
    checks = fleet.check(guard, states, {one.name: one.sessions for one in athletes})
    by_name = {one.name: _with_error(one, tracks[one.name]) for one in athletes}
    rows = [_judged(by_name[one.name], one, found.get(one.name), at, guard) for one in checks]
    order = (lg.Level.BEYOND, lg.Level.CAUTION, lg.Level.UNKNOWN, lg.Level.CLEAR, None)
    return sorted(rows, key=lambda row: (order.index(row.level), not row.problems))


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
    try:
        return _row(athlete, check, track, at, guard)
    except lg.LiftguardError as error:
        alone = attrs.evolve(check, level=lg.Level.UNKNOWN, plan=None)
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
    unit, plan, sessions = athlete.unit, check.plan, athlete.sessions
    plates = lg.Plates.lb() if unit == "lb" else None
    if plan is not None and track is not None and plates is not None:
        plan = guard.check_plan(track.state, sessions, plates=plates)  # steps on plates there are
    explained = []
    if plan is not None and track is not None:
        explained = [
            guard.check_in_plan(track.state, sessions, index, plates=plates)
            for index in _to_explain(plan)
        ]
    levels = Counter(one.level for one in plan.sets) if plan else Counter()
    why = fleet.say_athlete(check) if athlete.sessions else ["Nothing is planned."]
    return Row(
        name=athlete.name,
        level=_level(athlete, check),
        counts=tuple(sorted(levels.items(), reverse=True)),
        worst=_worst(explained, unit),
        why=(*why, *(line for one in explained for line in _why(one, unit))),
        problems=athlete.problems,
        lifts=tuple(_lifts(athlete, track, at, guard)) if track is not None else (),
        plan=plan,
        verdict=explained[0] if explained else None,
        doubts=tuple(_doubts(athlete, at, guard)),
        log=athlete.log,
        unit=unit,
    )


def _level(athlete: Athlete, check: fleet.AthleteCheck) -> lg.Level | None:
    """
    Give the level that an athlete counts as.

    A lift of several that cannot be judged makes nobody UNKNOWN: its sets are counted beside.
    What is missing of the whole athlete does, as nothing missing may look clear.
    """
    if not athlete.sessions:
        return lg.Level.UNKNOWN if athlete.problems else None
    levels = {one.level for one in check.plan.sets} if check.plan else set()
    flagged = max(levels, default=lg.Level.UNKNOWN)
    if flagged >= lg.Level.CAUTION:
        return flagged
    whole = not athlete.problems and not check.remarks
    return lg.Level.CLEAR if whole and lg.Level.CLEAR in levels else lg.Level.UNKNOWN


def _to_explain(plan: lg.PlanCheck) -> list[int]:
    """Give the places of the worst set, and of the first one of each other lift not known."""
    sets = list(enumerate(plan.sets))
    if not sets:
        return []
    worst, one = max(sets, key=lambda pair: (pair[1].level, pair[1].p_beyond or 0.0))
    first: dict[str, int] = {}
    for index, other in sets:
        if other.level == lg.Level.UNKNOWN and other.planned.lift != one.planned.lift:
            first.setdefault(other.planned.lift, index)
    return [worst, *first.values()]


def _why(verdict: lg.Verdict, unit: str) -> list[str]:
    """Say how a set stands, its largest cause and what to do; nothing where it is clear."""
    if verdict.level == lg.Level.CLEAR:
        return []
    said = [lg.say_verdict(verdict, unit)]
    if verdict.level >= lg.Level.CAUTION and verdict.pain is None:
        said += [lg.say_cause(cause, verdict) for cause in verdict.causes[:1]]
    begins = verdict.level == lg.Level.UNKNOWN
    return said + [
        f"{'To begin with' if begins else 'Instead'}: {lg.say_step(step, unit, at=verdict.at)}"
        for step in verdict.steps[:1]
    ]


def _worst(explained: list[lg.Verdict], unit: str) -> str:
    """Say the set that needs a look; none where all are clear."""
    if not explained or explained[0].level == lg.Level.CLEAR:
        return "none"
    return _say_set(explained[0].planned, unit)


def _say_set(planned: lg.PlannedSet, unit: str) -> str:
    return f"{_name(planned.lift)} {_load(planned.load_kg, unit)} x {planned.reps}"


def _name(lift: str) -> str:
    return lg.LIFTS[lift].name if lift in lg.LIFTS else lift


def _load(kg: float, unit: str) -> str:
    number = lg.lb_from_kg(kg) if unit == "lb" else kg
    return f"{round(number * 2) / 2:g} {unit}"


def _doubts(athlete: Athlete, at: datetime, guard: lg.Guard) -> list[str]:
    found = guard.check_log(athlete.history, now=at)
    said = [lg.say_doubt(one, athlete.unit) for one in found if one.severity != "note"]
    return said[:MOST_DOUBTS]


# --- each lift ---


def _lifts(athlete: Athlete, track: lg.Track, at: datetime, guard: lg.Guard) -> list[LiftRow]:
    """Tell of the lifts that are planned; of the usual ones where nothing is."""
    planned = [one.lift for session in athlete.sessions for one in session.sets]
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
        lift=_name(lift),
        last_on=f"{done[-1].at:%Y-%m-%d}" if done else "never",
        last=_last(done, athlete.unit) if done else "",
        capacity=_load(verdict.capacity.middle_kg, athlete.unit) if known else "not known",
        trend=_trend(lift, track, at),
    )


def _last(done: list[lg.LoggedSet], unit: str) -> str:
    """Say the heaviest set of the last day of a lift."""
    day = [one for one in done if one.at.date() == done[-1].at.date()]
    top = max(day, key=lambda one: (one.load_kg, one.reps))
    missed = ", missed" if top.missed else ""
    return f"{_load(top.load_kg, unit)} x {top.reps}{missed}"


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
