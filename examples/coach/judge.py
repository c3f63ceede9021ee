"""Judge a squad: what the page says of each athlete, the one who needs a look most first."""

from datetime import datetime

import attrs
from squad import Athlete

import liftguard as lg
from liftguard import fleet

GUARD = lg.Guard()
MOST_DOUBTS = 3  # of a log that are shown


@attrs.frozen(kw_only=True)
class Row:
    """What the page says of one athlete."""

    name: str
    level: str
    why: tuple[str, ...]
    plan: lg.PlanCheck | None
    verdict: lg.Verdict | None  # of the first set that is flagged, else of the first one
    doubts: tuple[str, ...]
    log: lg.Log | None


def judge(athletes: list[Athlete], at: datetime) -> list[Row]:
    """Judge what everybody has planned, the worst first."""
    by_name = {one.name: one for one in athletes}
    tracks = fleet.replay(GUARD, {one.name: one.history for one in athletes})
    states = {name: track.state for name, track in tracks.items() if isinstance(track, lg.Track)}
    sessions = {one.name: one.sessions for one in athletes}
    checks = fleet.check(GUARD, states, sessions)
    return [_row(by_name[one.name], one, states.get(one.name), at) for one in checks]


def _row(
    athlete: Athlete, check: fleet.AthleteCheck, state: lg.AthleteState | None, at: datetime
) -> Row:
    why = list(fleet.say_athlete(check))
    if athlete.error is not None:
        why = [f"The log cannot be read: {athlete.error}"]
    verdict = _verdict(state, check.plan)
    if check.plan is not None:
        why += lg.say_plan(check.plan)[:1]
    if verdict is not None and verdict.level != lg.Level.CLEAR:
        why += _why(verdict)
    doubts = [
        lg.say_doubt(doubt)
        for doubt in GUARD.check_log(athlete.history, now=at)
        if doubt.severity != "note"
    ]
    return Row(
        name=athlete.name,
        level=str(check.level),
        why=tuple(why),
        plan=check.plan,
        verdict=verdict,
        doubts=tuple(doubts[:MOST_DOUBTS]),
        log=athlete.log,
    )


def _why(verdict: lg.Verdict) -> list[str]:
    """Say how the set stands, the largest of its causes, and the smallest change that clears it."""
    said = [lg.say_verdict(verdict)]
    if verdict.level >= lg.Level.CAUTION and verdict.pain is None:
        said += [lg.say_cause(cause, verdict) for cause in verdict.causes[:1]]
    return said + [f"Instead: {lg.say_step(step, at=verdict.at)}" for step in verdict.steps[:1]]


def _verdict(state: lg.AthleteState | None, plan: lg.PlanCheck | None) -> lg.Verdict | None:
    """Give the verdict on the first flagged set, or on the first one where none is."""
    if state is None or plan is None or not plan.sets:
        return None
    first = plan.sets[0]
    return plan.verdict or GUARD.check(state, first.planned, at=first.at)
