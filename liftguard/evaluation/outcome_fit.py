"""
Fit the weights by which own outcomes turn physics into the chance that is shown.

The cases are those that teach: plans once known, and singles of a log from its first recorded
miss on. What one athlete's outcomes add on top is not fitted here, so the weights are those of a
log that has taught nothing yet.

Reason to change: other outcomes are fitted on, or another way to fit their weights.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.barbell_lifts import BARBELL_LIFTS
from liftguard.evaluation.scored_sets import tried
from liftguard.model.experience import Record, calibrated, chance, log_odds, uncalibrated
from liftguard.model.forecast import looked_up, outlook, p_beyond, shown_of
from liftguard.model.outcomes import is_slip
from liftguard.model.params import Params
from liftguard.model.row import WARM_UP, kind_of
from liftguard.model.standing import losses
from liftguard.review.track import Foreseen, Track

__all__ = ["WEIGHTS", "OutcomeFit", "Outcomes", "fit_outcomes", "outcomes_of", "said_of"]

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "all_constant": 0.0,
        "all_slope": 1.0,
        "all_proven": 0.0,
        "all_missed": 0.0,
        "all_youth": 0.0,
    }
)
"""The parameters that are fitted, and where the ridge pulls them: physics is shown as it is."""

_PRIOR_SD = 1.0  # of each weight around that: house rule [log-odds]
_MOST_STEPS, _HALVINGS = 100, 60
_DONE = 1e-9  # of the score: a step that gains no more is the last [nat]


@attrs.frozen(kw_only=True, eq=False)
class Outcomes:
    """Plans and singles of one lifter of which the outcome is known; arrays of shape (n,)."""

    name: str  # of the lifter
    day: NDArray[np.int64]  # ordinal of the date [days]
    reps: Floats  # that were asked [reps]
    odds: Floats  # by physics, that they do not all go up [log-odds]
    record: Record  # what the log said of such a plan
    shown: Floats  # the chance that a user saw, what the log had taught by then on top [1]
    failed: Floats  # 1 where fewer went up, else 0

    def __len__(self) -> int:
        return len(self.failed)

    @property
    def columns(self) -> Floats:
        """What is weighed, of shape (n, 5), in the order of `WEIGHTS`."""
        proven, missed = np.log1p(self.record.proven), np.log1p(self.record.missed)
        ones = np.ones(len(self))
        return np.column_stack([ones, self.odds, proven, missed, self.record.youth])


@attrs.frozen(kw_only=True)
class OutcomeFit:
    """Weights that were fitted, with what is known of each."""

    values: Mapping[str, float]  # by the names of `WEIGHTS`
    sds: Mapping[str, float]  # of each one, the others free; that of the prior where data are mute
    score: float  # negative log posterior density there [nat]
    lifters: tuple[str, ...]  # on whose outcomes
    cases: int
    failed: int

    def params(self, start: Params) -> Params:
        """Put the weights in place of those of `start`."""
        return attrs.evolve(start, **self.values)

    def plain(self) -> dict[str, Any]:
        """Give it in plain values, ready for JSON."""
        return attrs.asdict(self) | {"lifters": list(self.lifters)}


def outcomes_of(
    track: Track, *, name: str = "", lifts: Collection[str] = BARBELL_LIFTS
) -> Outcomes:
    """List the outcomes of a track that are known, each with what was known before it."""
    wanted, params, rows = frozenset(lifts), track.params, []
    writes_misses_down = False
    for one in track:
        done = one.logged
        if done.lift not in wanted or not tried(done):
            continue
        plan = 1 if writes_misses_down else None
        row = _row(one, plan if done.planned_reps is None else done.planned_reps, params)
        if row is not None:
            rows.append(row)
        writes_misses_down = writes_misses_down or done.missed
    table = np.array(rows, dtype=np.float64).reshape(-1, 5 + len(Record._fields))
    day, reps, odds, shown, failed, *record = table.T
    return Outcomes(
        name=name,
        day=day.astype(np.int64),
        reps=reps,
        odds=odds,
        record=Record(*record),
        shown=shown,
        failed=failed,
    )


def _row(one: Foreseen, plan: int | None, params: Params) -> tuple[float, ...] | None:
    """Give one outcome in numbers; None where it is not known, or a slip of the finger."""
    done, standing, load = one.logged, one.standing, one.log_load
    if plan is None or load is None or not standing.sets or kind_of(done) == WARM_UP:
        return None
    reps, failed = float(plan), done.reps < plan
    parts = outlook(standing.belief, load, reps, params, losses(standing, load, None, params))
    p = p_beyond(parts)
    if failed and is_slip(p, params):
        return None
    odds = log_odds(p)
    record = looked_up(standing, load, reps, parts.demand, params)
    shown = float(chance(odds, shown_of(standing, record, reps, params)))
    return (done.at.toordinal(), reps, float(odds), shown, float(failed), *map(float, record))


def fit_outcomes(logs: Sequence[Outcomes], start: Params | None = None) -> OutcomeFit:
    """
    Fit the weights on the outcomes of several lifters: ridge logistic regression.

    It minimises sum log(1 + exp(-s x'w)) + |w - w0|^2 / (2 sd^2), s being 1 for a plan that
    failed and -1 for one that went up, each weight held within its range in `Params`, so that
    what was proven never raises a chance, and what was missed never lowers one.
    """
    own = [one for one in logs if len(one)]
    if not own:
        raise InvalidValue(where="logs", got=len(logs), wanted="one with a known outcome")
    x = np.concatenate([one.columns for one in own])
    failed = np.concatenate([one.failed for one in own])
    bounds = attrs.fields_dict(type(start or Params()))
    low, high = (
        np.array([bounds[name].metadata[side] for name in WEIGHTS]) for side in ("low", "high")
    )
    weights, score, covariance = _lowest(x, failed, low, high)
    return OutcomeFit(
        values=dict(zip(WEIGHTS, weights.tolist(), strict=True)),
        sds=dict(zip(WEIGHTS, np.sqrt(np.diag(covariance)).tolist(), strict=True)),
        score=score,
        lifters=tuple(one.name for one in own),
        cases=len(failed),
        failed=int(failed.sum()),
    )


def _lowest(x: Floats, failed: Floats, low: Floats, high: Floats) -> tuple[Floats, float, Floats]:
    """Search by Newton steps among the weights that no bound holds; the score is convex."""
    centre = np.array(list(WEIGHTS.values()))
    ridge = np.eye(len(centre)) / _PRIOR_SD**2

    def score(w: Floats) -> float:
        odds = x @ w
        loss = np.logaddexp(0.0, odds) - failed * odds
        return float(loss.sum() + 0.5 * (w - centre) @ ridge @ (w - centre))

    w, here = centre, score(centre)
    for _ in range(_MOST_STEPS):
        p = 1.0 / (1.0 + np.exp(-(x @ w)))
        slope = x.T @ (p - failed) + ridge @ (w - centre)
        bend = (x * (p * (1.0 - p))[:, None]).T @ x + ridge
        free = ~(((w <= low) & (slope > 0.0)) | ((w >= high) & (slope < 0.0)))
        step = np.zeros(len(w))
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        before = here
        for halving in range(_HALVINGS):
            there = np.clip(w - step * 0.5**halving, low, high)
            if (after := score(there)) < here:
                w, here = there, after
                break
        if before - here <= _DONE:
            break
    return w, here, np.linalg.inv(bend)


def said_of(cases: Outcomes, params: Params) -> Floats:
    """Give the chance that is shown of each case by a log that has taught nothing yet."""
    shown = calibrated(cases.record, uncalibrated(params), cases.reps, params)
    said: Floats = np.asarray(chance(cases.odds, shown), dtype=np.float64)
    return said
