"""
A squad: what is kept of many athletes and their lifts, as arrays, and one set of each of them.

A column for each athlete, and for each lift of each athlete; a row for each number of `Body`,
and of what learning reads of a `LiftState`. What is kept beside those numbers is not here.

Reason to change: another number in the state of a body or a lift.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from liftguard.lifts import REGIONS
from liftguard.model.capacity import Belief, begin
from liftguard.model.experience import NOTHING_DONE, TABLE_WIDTH, Calibration, Done
from liftguard.model.fatigability import Fatigability
from liftguard.model.fatigue import Regions, Tired
from liftguard.model.many import Floats, Foreseen, Places, merged, read_many
from liftguard.model.params import Params
from liftguard.model.row import Row
from liftguard.model.session import Ramp, Session, begins_at
from liftguard.model.special import Number
from liftguard.model.standing import NOTHING_TOLD, Standing, Told, arrive
from liftguard.model.state import Body, LiftState, begin_body, begin_lift
from liftguard.model.step import step
from liftguard.model.tables import Cells, sums_of

__all__ = [
    "BELIEF_OF_A_LIFT",
    "LIFT_CELLS",
    "NUMBERS_OF_A_BODY",
    "NUMBERS_OF_A_LIFT",
    "SESSION_IS_EXACT",
    "Guess",
    "Squad",
    "Who",
    "begin_squad",
    "body_of",
    "learn_many",
    "lift_of_numbers",
    "numbers_of_body",
    "numbers_of_lift",
    "stand_many",
    "step_many",
]

Guess = Callable[[Places], tuple[Floats, Floats]]
"""What is guessed of lifts without sets, by their places in a step: means and sds. [log kg]"""

Who = Places | slice
"""Places of athletes, none twice."""

LIFT_CELLS = len(NOTHING_DONE.table)
"""Of the table of what went up of a lift."""


class Squad(NamedTuple):
    """
    Athletes and their lifts, changed in place.

    `bodies` has shape (numbers, athletes), `lifts` (numbers, lifts of all), and `cells` is what
    `Cells` holds of the tables of all lifts; whose lift stands where is for the caller to know.
    The clock of a lift without sets is NaN.
    """

    bodies: Floats
    lifts: Floats
    cells: Floats


def numbers_of_body(body: Body) -> list[Number]:
    """List the numbers of a body, or its arrays."""
    session, regions, fatigability, calibration, fading = body
    stores = [one for store in regions for one in store]
    return [*session, *stores, *fatigability, *calibration, fading]


def body_of(numbers: Sequence[Number]) -> Body:
    """Turn that round."""
    of_session, of_strength, each = len(Session._fields), len(Fatigability._fields), len(REGIONS)
    at = of_session + len(Regions._fields) * each
    stores = [tuple(numbers[start : start + each]) for start in range(of_session, at, each)]
    return Body(
        Session(*numbers[:of_session]),
        Regions(*stores),
        Fatigability(*numbers[at : at + of_strength]),
        Calibration(*numbers[at + of_strength : -1]),
        numbers[-1],
    )


def numbers_of_lift(one: LiftState) -> list[Number]:
    """List the numbers of a lift, or its arrays, but for the table of what went up."""
    top, reached, _, *missed = one.done
    doubted = np.nan if one.doubted is None else one.doubted
    return [
        *(one.clock_s, one.sets, *one.belief, doubted, *one.tired, *one.ramp),
        *(top, reached, *missed),
    ]


def lift_of_numbers(numbers: Sequence[Number], table: Any) -> LiftState:  # noqa: ANN401
    """Turn that round, with the table."""
    clock_s, sets, *others = numbers
    parts: list[Any] = []
    for kind in (Belief, None, Tired, Ramp):
        size = 1 if kind is None else len(kind._fields)
        parts.append(others[0] if kind is None else kind(*others[:size]))
        others = others[size:]
    top, reached, *missed = others
    belief, doubted, tired, ramp = parts
    done = Done(top, reached, table, *missed)
    return LiftState(clock_s, sets, belief, doubted, tired, ramp, done)


SESSION_IS_EXACT = Session._fields.index("exact")
"""The place of `Session.exact` among the numbers of a body."""

BELIEF_OF_A_LIFT = slice(2, 2 + len(Belief._fields))
"""The places of the belief among the numbers of a lift."""

NUMBERS_OF_A_BODY = len(numbers_of_body(begin_body(Params())))
NUMBERS_OF_A_LIFT = len(numbers_of_lift(begin_lift(begin(0.0, 1.0, Params()), 0.0)))


def begin_squad(athletes: int, lifts: int, params: Params) -> Squad:
    """Give so many athletes, with so many lifts of them all, before any set."""
    body = np.array(numbers_of_body(begin_body(params)))
    return Squad(
        np.repeat(body[:, None], athletes, axis=1),
        np.full((NUMBERS_OF_A_LIFT, lifts), np.nan),
        sums_of(np.zeros((lifts, LIFT_CELLS)), TABLE_WIDTH),
    )


def stand_many(
    squad: Squad,
    who: Who,
    places: Places,
    row: Row,
    guess: Guess,
    params: Params,
    told: Told = NOTHING_TOLD,
) -> Standing:
    """Tell how the lifts at some places, of as many athletes, stand before a set of each."""
    body = body_of(list(squad.bodies[:, who]))
    now_s = begins_at(body.session, row.at_s, row.rest_s, row.exact, params)
    numbers = tuple(squad.lifts.take(places, axis=1))
    new = np.flatnonzero(np.isnan(numbers[0]))
    if new.size:
        fresh = begin_lift(begin(*guess(new), params), now_s[new])
        numbers = merged(numbers, new, tuple(numbers_of_lift(fresh)))
    one = lift_of_numbers(numbers, Cells(squad.cells, places))
    return arrive(body, one, row.traits, now_s, params, told)


def step_many(
    squad: Squad,
    who: Who,
    places: Places,
    standing: Standing,
    row: Row,
    params: Params,
    foreseen: Foreseen | None = None,
) -> LiftState:
    """Learn the sets, in place, from how their lifts stood, and give those as they are then."""
    body, one = step(standing, row, params, partial(read_many, foreseen=foreseen))
    for held, values in zip(squad.bodies, numbers_of_body(body), strict=True):
        held[who] = values
    for held, values in zip(squad.lifts, numbers_of_lift(one), strict=True):
        held[places] = values
    return one


def learn_many(
    squad: Squad, who: Who, places: Places, row: Row, guess: Guess, params: Params
) -> Standing:
    """Learn one set of each of some athletes, in place, and give how their lifts stood before."""
    standing = stand_many(squad, who, places, row, guess, params)
    step_many(squad, who, places, standing, row, params)
    return standing
