"""
Why a set stands as it does: each cause with its size, its regions and what speaks for it.

Reason to change: what is shown for a cause, or when one counts as assessed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from liftguard.judge.assess import Assessment
from liftguard.judge.causes import Cause, Evidence, share_out, sizes_of
from liftguard.judge.policy import Policy
from liftguard.lifts import LIFTS, lift_of
from liftguard.model.burden import burden
from liftguard.model.fatigue import recover, tiredness
from liftguard.model.known import carried_kg, log_moved, tired_regions
from liftguard.model.pace import usual_speed
from liftguard.model.params import Params
from liftguard.model.session import go_on, pause_days
from liftguard.model.special import exp
from liftguard.model.state import AthleteState, best_within, moment
from liftguard.units import SECONDS_PER_DAY, elapsed_days

__all__ = ["SPIKE", "causes_of", "caveats_of", "silent_of"]

SPIKE = 1.10
"""A demand above so much of the own best of 30 days is a spike [Frandsen2025]_. [1]"""

_LONG_BREAK_DAYS = 28.0  # four weeks: house rule
_HIGH_REPS = 10  # formulas for the single are unproven beyond [Mayhew2008]
_FEW_SETS = 5  # house rule
_TOLD_HOURS = 4.0  # after rising and after stillness: later neither says anything, house rule
_NEGLIGIBLE = 0.0005  # of capacity: no evidence is shown for less
_MISSING = ("sets", "warm_ups", "stillness", "rising", "velocity")


def causes_of(
    found: Assessment, state: AthleteState, policy: Policy, params: Params
) -> tuple[Cause, ...]:
    """
    Size the causes that could be assessed, and gather what speaks for each.

    Parameters
    ----------
    found : Assessment
        Of the planned set.
    state : AthleteState
        It was made from.
    policy : Policy
        For the reference and the least excess.
    params : Params
        Of the model.

    Returns
    -------
    tuple of Cause
        The largest first; empty where the set could not be assessed.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> from liftguard.judge.assess import assess
    >>> state = lg.Guard().start()
    >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> found = assess(state, pull, datetime(2026, 1, 5), Policy(), Params())
    >>> [cause.code for cause in causes_of(found, state, Policy(), Params())]
    ['overload']
    """
    parts = found.forecast.parts
    if parts is None:
        return ()
    sizes = sizes_of(parts, policy)
    silent, _ = silent_of(found, state)
    sizes = {code: size for code, size in sizes.items() if code not in silent}
    shares = share_out(sizes, policy)
    gather = {"fatigue": _of_fatigue, "rapid_movement": _of_rapid, "overload": _of_overload}
    loads = sorted(lift_of(found.planned.lift).region_loads, key=lambda pair: -pair[1])
    regions = tuple(region for region, _ in loads)
    tired = tired_regions(state, moment(found.at), params)
    causes = [
        Cause(
            code=code,
            share=shares[code],
            size=size,
            regions=_most_tired(loads, tired) if code == "fatigue" else regions,
            evidence=tuple(gather[code](found, state, params)),
        )
        for code, size in sizes.items()
    ]
    return tuple(sorted(causes, key=lambda cause: -cause.size))


def _most_tired(loads: list[tuple[str, float]], tired: dict[str, float]) -> tuple[str, ...]:
    """Order the regions of a lift by how much of what it needs is gone."""
    order = sorted(loads, key=lambda pair: -pair[1] * tired.get(pair[0], 0.0))
    return tuple(region for region, _ in order)


def _of_fatigue(found: Assessment, state: AthleteState, params: Params) -> Iterator[Evidence]:
    """Tell what fatigue takes, and what made it."""
    forecast, session = found.forecast, state.session
    if forecast.parts is None or session.clock is None:
        return
    yield Evidence(code="lost_to_fatigue", value=1.0 - exp(-forecast.parts.fatigue), unit="1")
    now = moment(found.at)
    pause = pause_days(session, now, None, session.known_to, params)
    if pause > params.session_days:
        return
    same = lift_of(found.planned.lift).pattern == session.pattern
    if same and session.in_a_row > 1:
        yield Evidence(code="sets_in_a_row", value=float(session.in_a_row), unit="sets")
    yield Evidence(code="rest", value=1440.0 * pause, unit="min")
    clock = go_on(session, pause, params).clock
    for name, other in reversed(state.lifts.items()):  # type: ignore[call-overload]
        days = (clock - other.tired_at).total_seconds() / SECONDS_PER_DAY
        if days > params.session_days:
            break
        taken = tiredness(recover(other.tired, days, params), params)
        if name != found.planned.lift and taken > _NEGLIGIBLE:
            yield Evidence(code=f"tired_by:{name}", value=1.0 - exp(-taken), unit="1")


def _of_rapid(found: Assessment, state: AthleteState, params: Params) -> Iterator[Evidence]:
    """Tell what being unready or quick takes, and what was recorded of it."""
    here, planned = found.known, found.planned
    load = log_moved(planned.lift, planned.load_kg, planned.assist_kg, here)
    if load is None:
        return
    bears = burden(here.condition, load, planned.mean_velocity_m_s, params)
    yield Evidence(code="lost_unready", value=1.0 - exp(-bears.readiness), unit="1")
    now, condition = moment(found.at), here.condition
    if condition.step_from is not None and load - condition.step_from > params.usual_step:
        carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg) or 0.0
        yield Evidence(code="step_from", value=exp(condition.step_from) - carried, unit="kg")
    if condition.cold is not None:
        yield Evidence(code="warmth", value=1.0 - condition.cold, unit="1")
    diary, said = state.diary, condition.noted
    if diary.still is not None and said.creep is not None:
        since = 24.0 * elapsed_days(diary.still.end, now)
        if since <= _TOLD_HOURS:
            still = 1440.0 * elapsed_days(diary.still.start, diary.still.end)
            yield Evidence(code="still", value=still, unit="min")
            yield Evidence(code="still_ago", value=60.0 * since, unit="min")
    if diary.rose is not None and said.morning is not None:
        up = 24.0 * elapsed_days(diary.rose.at, now)
        if up <= _TOLD_HOURS:
            yield Evidence(code="hours_up", value=up, unit="h")
    if said.unready is not None:
        yield Evidence(code="readiness", value=1.0 - said.unready, unit="1")
    usual = usual_speed(condition.speeds, load)
    if planned.mean_velocity_m_s is not None and usual is not None:
        yield Evidence(code="speed", value=planned.mean_velocity_m_s, unit="m/s")
        yield Evidence(code="usual_speed", value=usual, unit="m/s")


def _of_overload(found: Assessment, state: AthleteState, _: Params) -> Iterator[Evidence]:
    """Tell what the set asks for, beside capacity and the own bests."""
    forecast, planned, here = found.forecast, found.planned, found.known
    if forecast.capacity is None or forecast.parts is None:
        return
    carried = carried_kg(planned.lift, planned.assist_kg, here.bodyweight_kg) or 0.0
    demand = forecast.parts.demand
    yield Evidence(code="demand", value=exp(demand) - carried, unit="kg")
    yield Evidence(code="capacity_low", value=forecast.capacity.low_kg, unit="kg")
    yield Evidence(code="capacity_middle", value=forecast.capacity.middle_kg, unit="kg")
    yield Evidence(code="capacity_high", value=forecast.capacity.high_kg, unit="kg")
    spiked = False
    for days in (30, 90):
        best = best_within(state, planned.lift, moment(found.at), float(days))
        if best is None:
            continue
        value = max(exp(best) - carried, 0.0)
        yield Evidence(code=f"best_{days}_days", value=value, unit="kg")
        # after a break the best of 90 days has to do
        if not spiked and demand - best > math.log(SPIKE):
            spiked = True
            yield Evidence(code="spike", value=exp(demand - best), unit="1")
        spiked = spiked or days == 30
    if forecast.days_since is not None:
        yield Evidence(code="days_since", value=forecast.days_since, unit="days")
    yield Evidence(code="sets", value=float(forecast.sets), unit="sets")


def silent_of(found: Assessment, state: AthleteState) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Tell about which causes nothing is known, and which records would change that.

    Parameters
    ----------
    found : Assessment
        Of the planned set.
    state : AthleteState
        It was made from.

    Returns
    -------
    tuple of (tuple of str, tuple of str)
        Codes of causes, and of records, those too that would add to a cause that is
        assessed.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> from liftguard.judge.assess import assess
    >>> state = lg.Guard().start()
    >>> squat = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> silent_of(assess(state, squat, datetime(2026, 1, 5), Policy(), Params()), state)
    (('fatigue', 'rapid_movement'), ('sets', 'warm_ups', 'stillness', 'rising', 'velocity'))
    """
    here, planned = found.known, found.planned
    said = here.condition.noted
    load = log_moved(planned.lift, planned.load_kg, planned.assist_kg, here)
    speed = planned.mean_velocity_m_s is not None and load is not None
    speed = speed and usual_speed(here.condition.speeds, load or 0.0) is not None
    condition = here.condition
    ready = condition.step_from, said.creep, said.morning, said.unready, condition.cold
    quiet = {
        "fatigue": state.session.clock is None,
        "rapid_movement": not speed and all(one is None for one in ready),
        "overload": found.forecast.p_beyond is None,
    }
    silent = tuple(code for code, holds in quiet.items() if holds)
    unrecorded = zip(
        _MISSING, (quiet["fatigue"], *(one is None for one in ready[:3]), not speed), strict=True
    )
    records = [record for record, lacks in unrecorded if lacks]
    if quiet["overload"]:
        heavy = lift_of(planned.lift).bodyweight_share > 0.0
        records.append("bodyweight" if heavy else "load")
    return silent, tuple(dict.fromkeys(records))


def caveats_of(found: Assessment, state: AthleteState, policy: Policy) -> tuple[str, ...]:
    """
    List what makes a verdict less sure.

    Parameters
    ----------
    found : Assessment
        Of the planned set.
    state : AthleteState
        It was made from.
    policy : Policy
        For the widest belief.

    Returns
    -------
    tuple of str
        Codes.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> from liftguard.judge.assess import assess
    >>> state = lg.Guard().start()
    >>> pull_up = lg.PlannedSet(lift="pull_up", load_kg=0, reps=5)
    >>> found = assess(state, pull_up, datetime(2026, 1, 5), Policy(), Params())
    >>> caveats_of(found, state, Policy())
    ('no_bodyweight', 'no_sets')
    """
    forecast, planned, session = found.forecast, found.planned, state.session
    unknown = forecast.p_beyond is None
    long_ago = forecast.days_since is not None and forecast.days_since > _LONG_BREAK_DAYS
    idle = forecast.idle_days is not None and forecast.idle_days > _LONG_BREAK_DAYS
    today = session.clock is not None and session.clock.date() == moment(found.at).date()
    rows = (
        ("pain", found.ceiling is not None),
        ("no_bodyweight", unknown and lift_of(planned.lift).bodyweight_share > 0.0),
        ("no_load", unknown and lift_of(planned.lift).bodyweight_share == 0.0),
        ("unknown_lift", planned.lift not in LIFTS and forecast.sets == 0),
        ("no_sets", forecast.sets == 0),
        ("few_sets", 0 < forecast.sets < _FEW_SETS),
        ("long_break", long_ago),
        ("not_near_limit", idle and not long_ago),
        ("high_reps", planned.reps > _HIGH_REPS),
        ("wide_belief", policy.too_wide(forecast.capacity_sd)),
        ("typical_rest", today and session.known_to != "set"),
        ("unknown_work", _unknown_work(state, planned.lift, today)),
    )
    return tuple(code for code, holds in rows if holds)


def _unknown_work(state: AthleteState, lift: str, today: bool) -> bool:  # noqa: FBT001
    """Tell whether lifts were done today of which no table knows what they tire."""
    if not today or state.session.clock is None:
        return False
    day = state.session.clock.date()
    return any(
        name not in LIFTS and name != lift and one.tired_at.date() == day
        for name, one in state.lifts.items()
    )
