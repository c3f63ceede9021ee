"""
How one set changes what is known, for one athlete in floats or for many in arrays.

Reason to change: a new thing that a set tells.
"""

from __future__ import annotations

from collections.abc import Callable

from liftguard.model.fatigue import effort, tire, tire_regions
from liftguard.model.interpret import Reading, read_one
from liftguard.model.params import Params
from liftguard.model.row import WARM_UP, Row
from liftguard.model.session import ramp_on, work
from liftguard.model.special import made
from liftguard.model.standing import Standing
from liftguard.model.state import Body, LiftState

__all__ = ["Read", "step"]

Read = Callable[[Standing, Row, Params], Reading]
"""What chooses the reading of a set: ifs for one athlete, groups for many."""


def step(
    standing: Standing, row: Row, params: Params, read: Read = read_one
) -> tuple[Body, LiftState]:
    """
    Learn one set that was tried, from how its lift stood just before it.

    What it says moves the belief, what it took fills the stores of its lift and its regions,
    and the session and the ramp go on.
    """
    traits, session, regions, kept, _, one, *_ = standing
    said = read(standing, row, params)
    hard = effort(said.gap, params)
    # a set of an unknown load, NaN, and a warm-up are not among those that a belief rests on
    told = (row.log_load == row.log_load) & (row.kind != WARM_UP)
    body = made(
        Body,
        (
            work(session, traits.pattern, traits.minor, row.exact, params),
            tire_regions(regions, kept, traits.loads, hard, params),
            said.fatigability,
        ),
    )
    lift = made(
        LiftState,
        (
            one.clock_s,
            one.sets + 1.0 * told,
            said.belief,
            said.doubted,
            tire(one.tired, hard, params),
            ramp_on(one.ramp, row.log_load, standing.days, params),
            one.bests,
            one.speeds,
        ),
    )
    return body, lift
