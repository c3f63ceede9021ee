"""
One question to the judge, the rules it is answered by, and how a planned set stands.

Reason to change: what a level depends on.
"""

from __future__ import annotations

import math
from datetime import datetime
from typing import NamedTuple

import attrs

from liftguard.judge.own_steps import Steps, may_have_a_bar, own_steps
from liftguard.judge.pain import Ceiling, ceilings_of, left_by, lowest
from liftguard.judge.policy import Policy
from liftguard.judge.stillness import room_after_stillness
from liftguard.judge.verdict import Level, level_of
from liftguard.model.forecast import Forecast, forecast_set
from liftguard.model.params import Params
from liftguard.model.standing import Standing, stand
from liftguard.model.state import AthleteState, moment
from liftguard.records import PlannedSet, Plates

__all__ = ["Assessment", "Question", "Rules", "Weighed", "assess", "weigh", "with_plan"]

_A_BIT = 1e-9  # over a ceiling [log kg]


class Rules(NamedTuple):
    """What a question is answered by."""

    policy: Policy
    params: Params


class Question(NamedTuple):
    """
    A planned set of one athlete at one moment.

    `rest_s` is the rest before it, None that of the clock [s]; `plates` are those at hand.
    `ramped` says whether the usual ramp is done just before, by an athlete who writes ramps down;
    None takes it as done before the first set of the lift in a session.
    """

    state: AthleteState
    planned: PlannedSet
    at: datetime
    rest_s: float | None = None
    plates: Plates | None = None
    ramped: bool | None = None

    @property
    def rack(self) -> Plates | Steps:
        """What can be loaded: the plates where the lift may have a bar, else its own steps."""
        lift = self.planned.lift
        if self.plates is not None and may_have_a_bar(lift):
            return self.plates
        return own_steps(lift, self.state.lifts.get(lift), self.plates)


class Weighed(NamedTuple):
    """
    How a planned set stands: its forecast, the ceilings by pains, and the level.

    `room` is the load that stillness leaves room for, inf where it asks for nothing [log kg], and
    `by_stillness` whether that alone flags the set.
    """

    forecast: Forecast
    ceilings: tuple[Ceiling, ...]
    level: Level
    room: float
    by_stillness: bool


@attrs.frozen(kw_only=True)
class Assessment:
    """
    How a planned set stands: what is known of its lift, and all of `Weighed`.

    `ceiling` is the one of the ceilings that holds it lowest.
    """

    asked: Question
    standing: Standing
    forecast: Forecast
    ceiling: Ceiling | None
    level: Level
    ceilings: tuple[Ceiling, ...] = ()
    room: float = math.inf
    by_stillness: bool = False

    @property
    def begins_stiff(self) -> bool:
        """Whether it is more than stillness leaves room for."""
        load = self.standing.log_load(self.planned)
        return load is not None and load > self.room

    @property
    def body_kg(self) -> float | None:
        """What it moves besides load and help; None where that is not known. [kg]"""
        carried = self.standing.carried_kg(self.planned)
        return None if carried is None else carried + self.planned.assist_kg

    @property
    def planned(self) -> PlannedSet:
        """The set."""
        return self.asked.planned

    @property
    def at(self) -> datetime:
        """When."""
        return self.asked.at

    @property
    def state(self) -> AthleteState:
        """Of the athlete."""
        return self.asked.state


def with_plan(
    found: Assessment, planned: PlannedSet, rules: Rules, *, in_full: bool = False
) -> Assessment:
    """
    Weigh another set of the same lift at the same moment, as its lift stands alike.

    Where not `in_full`, its forecast holds what its level depends on, and no more.
    """
    asked = found.asked._replace(planned=planned)
    return _weigh(asked, found.standing, rules, found.ceilings, in_full=in_full)


def assess(asked: Question, rules: Rules) -> Assessment:
    """Weigh one planned set."""
    state, planned, at, rest_s, _, ramped = asked
    standing = stand(state, planned.lift, moment(at), rules.params, rest_s, ramped=ramped)
    return _weigh(asked, standing, rules)


def _weigh(
    asked: Question,
    standing: Standing,
    rules: Rules,
    held: tuple[Ceiling, ...] | None = None,
    *,
    in_full: bool = True,
) -> Assessment:
    planned = asked.planned
    found = weigh(standing, planned, asked.at, rules, held, in_full=in_full)
    return Assessment(
        asked=asked,
        standing=standing,
        ceiling=lowest(found.ceilings, standing, float(planned.reps), rules.params),
        **found._asdict(),
    )


def weigh(
    standing: Standing,
    planned: PlannedSet,
    at: datetime,
    rules: Rules,
    ceilings: tuple[Ceiling, ...] | None = None,
    *,
    in_full: bool = True,
) -> Weighed:
    """Weigh a planned set by how its lift stands at that moment, and the ceilings if known."""
    policy, params = rules
    forecast = forecast_set(standing, planned, params, in_full=in_full)
    level = level_of(forecast, policy)
    if ceilings is None:
        ceilings = tuple(ceilings_of(standing, planned.lift, moment(at), policy, params))
    for one in ceilings:
        level = max(level, _held_back(one, standing, planned, rules))
    load, room = standing.log_load(planned), room_after_stillness(standing, planned.lift, policy)
    by_stillness = level < Level.CAUTION and load is not None and load > room
    level = Level.CAUTION if by_stillness else level
    return Weighed(forecast, ceilings, level, room, by_stillness)


def _held_back(ceiling: Ceiling, standing: Standing, planned: PlannedSet, rules: Rules) -> Level:
    """Tell what a pain makes of a set, whatever the model says."""
    # a lift that was never done is not begun with meanwhile, however light
    waits = not standing.sets and ceiling.strong and (ceiling.acute or not ceiling.waits)
    least = Level.CAUTION if ceiling.rests or waits else Level.CLEAR
    if not (standing.sets or waits):
        return least  # no load of it is known to be little, nor to be much
    over = _over(ceiling, standing, planned, rules.params)
    if over > (0.0 if ceiling.acute else math.log(rules.policy.far_above)):
        return Level.BEYOND
    return Level.CAUTION if over > 0.0 else least


def _over(ceiling: Ceiling, standing: Standing, planned: PlannedSet, params: Params) -> float:
    """Give by how much a set asks for more than is left; a bit where nobody knows. [log kg]"""
    load = standing.log_load(planned)
    if load is None:  # nothing moves, or nobody knows how much
        return _A_BIT if standing.sets and standing.carried_kg(planned) is None else 0.0
    return load - left_by(ceiling, standing, float(planned.reps), params)
