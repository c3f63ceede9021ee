"""
Everything that is scored of one lifter: sets, forecasts, and what the rivals say of them.

Reason to change: something else is computed once for each lifter.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from liftguard.evaluation.advice import Advised, advised
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.everyday import repeats_of
from liftguard.evaluation.folder import Lifter
from liftguard.evaluation.habits import STOPPING, with_habit
from liftguard.evaluation.outcome_fit import OutcomeFit, Outcomes, fit_outcomes, outcomes_of
from liftguard.evaluation.reserve_task import RatedSets, rated_sets_of
from liftguard.evaluation.rivals import (
    failure_forecasts,
    plan_probabilities,
    plan_scores,
    rule_flags,
    single_scores,
)
from liftguard.evaluation.scored_sets import (
    Failures,
    Plans,
    Singles,
    failures_of,
    known_plans_of,
    plans_of,
    singles_of,
)
from liftguard.guard import Guard

__all__ = ["LeftOut", "LifterCases", "lifter_cases", "with_left_out"]


@attrs.frozen(kw_only=True, eq=False)
class LeftOut:
    """What is said of one lifter with the weights that all other lifters' outcomes gave."""

    fit: OutcomeFit
    singles: Floats  # of each single [1]
    known: Plans  # with levels by these weights


@attrs.frozen(kw_only=True, eq=False)
class LifterCases:
    """The cases of one lifter."""

    name: str
    singles: Singles
    known: Plans  # that the log itself holds
    plans: Plans  # that are taken as known
    repeats: Plans
    failures: Failures
    rated: RatedSets
    advice: Advised
    outcomes: Outcomes  # that the weights of others are fitted on
    p_short: Floats  # of each plan, with the habit of stopping short [1]
    # what the rivals say, by name
    single_scores: dict[str, Floats]
    flags: Floats  # of each single, by the rule: 1 or 0
    known_scores: dict[str, Floats]
    plan_scores: dict[str, Floats]
    plan_ps: dict[str, Floats]  # probabilities [1]
    failure_says: dict[str, tuple[Floats, Floats]]  # forecast and outcome [log kg]
    left_out: LeftOut | None = None  # None where no other lifter's outcomes are known


def lifter_cases(lifter: Lifter, guard: Guard) -> LifterCases:
    """Replay one lifter's log and collect what is scored, all of it strictly forward in time."""
    track = guard.replay(lifter.history)
    singles = singles_of(track, guard.policy)
    known = known_plans_of(track)
    plans = plans_of(track)
    failures = failures_of(track)
    return LifterCases(
        name=lifter.name,
        singles=singles,
        known=known,
        plans=plans,
        repeats=repeats_of(track),
        failures=failures,
        rated=rated_sets_of(track),
        advice=advised(lifter.history, guard),
        outcomes=outcomes_of(track, name=lifter.name),
        p_short=with_habit(plans.short, plans.p, STOPPING, lifts=plans.lift)
        if len(plans)
        else np.empty(0),
        single_scores=single_scores(track, singles),
        flags=rule_flags(track, singles),
        known_scores=plan_scores(track, known),
        plan_scores=plan_scores(track, plans),
        plan_ps=plan_probabilities(plans),
        failure_says=failure_forecasts(track, failures),
    )


def with_left_out(
    one: LifterCases, lifter: Lifter, others: Sequence[Outcomes], guard: Guard
) -> LifterCases:
    """Score a lifter with weights fitted on the outcomes of all others, where these have any."""
    if not any(len(some) for some in others):
        return one
    fit = fit_outcomes(others, guard.params)
    track = Guard(fit.params(guard.params), guard.policy).replay(lifter.history)
    singles, known = singles_of(track, guard.policy), known_plans_of(track)
    return attrs.evolve(one, left_out=LeftOut(fit=fit, singles=singles.p, known=known))
