"""
Everything that is scored of one lifter: sets, forecasts, and what the rivals say of them.

Reason to change: something else is computed once for each lifter.
"""

from __future__ import annotations

import attrs
import numpy as np

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.folder import Lifter
from liftguard.evaluation.habits import RECORDING, STOPPING, with_habit
from liftguard.evaluation.rivals import (
    failure_forecasts,
    plan_probabilities,
    plan_scores,
    rule_flags,
    single_scores,
)
from liftguard.evaluation.scored_sets import (
    PRESCRIBED_REPS,
    Failures,
    Plans,
    Singles,
    failures_of,
    plans_of,
    singles_of,
)
from liftguard.guard import Guard

__all__ = ["LifterCases", "lifter_cases"]


@attrs.frozen(kw_only=True, eq=False)
class LifterCases:
    """The cases of one lifter."""

    name: str
    singles: Singles
    plans: Plans
    failures: Failures
    p_missed: Floats  # of each single, with the habit of writing misses down [1]
    p_short: Floats  # of each plan, with the habit of stopping short [1]
    # what the rivals say, by name
    single_scores: dict[str, Floats]
    flags: Floats  # of each single, by the rule: 1 or 0
    plan_scores: dict[str, Floats]
    plan_ps: dict[str, Floats]  # probabilities [1]
    failure_says: dict[str, tuple[Floats, Floats]]  # forecast and outcome [log kg]


def lifter_cases(lifter: Lifter, guard: Guard) -> LifterCases:
    """Replay one lifter's log and collect what is scored, all of it strictly forward in time."""
    track = guard.replay(lifter.history)
    singles = singles_of(track, guard.policy)
    plans = plans_of(track, prescribed=PRESCRIBED_REPS.get(lifter.app))
    failures = failures_of(track)
    nothing = np.empty(0)
    return LifterCases(
        name=lifter.name,
        singles=singles,
        plans=plans,
        failures=failures,
        p_missed=with_habit(singles.missed, singles.p, RECORDING) if len(singles) else nothing,
        p_short=with_habit(plans.short, plans.p, STOPPING, lifts=plans.lift)
        if len(plans)
        else nothing,
        single_scores=single_scores(track, singles),
        flags=rule_flags(track, singles),
        plan_scores=plan_scores(track, plans),
        plan_ps=plan_probabilities(plans),
        failure_says=failure_forecasts(track, failures),
    )
