"""
How one set changes what is known, for one athlete in floats or for many in arrays.

Reason to change: a new thing that a set tells.
"""

from __future__ import annotations

from collections.abc import Callable

from liftguard.model.fatigue import added_by, tire, tire_regions
from liftguard.model.interpret import Reading, read_one
from liftguard.model.params import Params
from liftguard.model.row import WARM_UP, Row
from liftguard.model.session import ramp_on, work
from liftguard.model.special import made, minimum, where
from liftguard.model.standing import Standing
from liftguard.model.state import Body, LiftState

__all__ = ["Read", "step", "step_as_planned"]

Read = Callable[[Standing, Row, Params], Reading]
"""What chooses the reading of a set: ifs for one athlete, groups for many."""


def step(
    standing: Standing, row: Row, params: Params, read: Read = read_one
) -> tuple[Body, LiftState]:
    """
    Learn one set that was tried, from how its lift stood just before it.

    What it says moves the belief, what it took fills the stores of its lift and its regions, the
    session and the ramp go on, and where its plan is known the outcome teaches.
    """
    traits, session, regions, kept, _, _, fading, one, _, days, stores, *_ = standing
    clock_s, sets, _, _, tired, ramp, _, *beside = one
    belief, doubted, gap, fatigability, calibration, done = read(standing, row, params)
    added = added_by(stores, gap, row.reps, params)
    # a set of an unknown load, NaN, and a warm-up are not among those that a belief rests on
    told = (row.log_load == row.log_load) & (row.kind != WARM_UP)
    session = work(session, traits.pattern, traits.minor, row.exact, params)
    regions = tire_regions(regions, kept, traits.loads, added)
    ramp = ramp_on(ramp, row.log_load, days, params)
    tired = tire(tired, added)
    return (
        made(Body, (session, regions, fatigability, calibration, fading)),
        made(LiftState, (clock_s, sets + told, belief, doubted, tired, ramp, done, *beside)),
    )


def step_as_planned(
    standing: Standing, row: Row, params: Params, read: Read = read_one
) -> tuple[Body, LiftState]:
    """
    Take a set that was not done as if it went as planned.

    It tires, warms and keeps the lift trained, but is no evidence of what could be done.
    """
    session, before = standing.session, standing.one
    warmth = where(standing.ramped(params), 1.0, session.warmth)  # a ramp has warmed
    ready = standing._replace(session=session._replace(warmth=warmth))
    body, one = step(ready, row, params, read)
    idle = minimum(before.belief.idle, one.belief.idle)
    kept = before._replace(
        clock_s=one.clock_s,
        belief=before.belief._replace(idle=idle),
        tired=one.tired,
        ramp=one.ramp,
    )
    body = body._replace(fatigability=standing.fatigability, calibration=standing.calibration)
    return body, kept
