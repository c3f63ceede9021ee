"""
From cases and forecasts to the figures of a table.

Reason to change: a table shows another figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.meet_model import MeetForecasts
from liftguard.evaluation.meet_task import RivalForecasts
from liftguard.evaluation.metrics import (
    auc,
    average_precision,
    brier,
    brier_parts,
    caught_in_top,
    coverage,
    crps_mixture,
    expected_over_observed,
    log_loss,
    reliability_table,
)
from liftguard.evaluation.scored_sets import Failures, Plans, Singles
from liftguard.judge.verdict import Level

__all__ = [
    "PLAN_EDGES",
    "Table",
    "alarm_figures",
    "calibration_figures",
    "failure_figures",
    "flag_figures",
    "joined",
    "known_failures",
    "meet_figures",
    "middle_of",
    "plan_figures",
    "point_figures",
    "ranking_figures",
    "repeat_figures",
    "rule_figures",
]

Table = dict[str, Any]
"""A table of plain values, ready for JSON."""

_SHARES = {"caught_1pct": 0.01, "caught_2pct": 0.02, "caught_5pct": 0.05}
PLAN_EDGES = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)
"""Bins of probability that part plans, of which more fail than of singles. [1]"""

_REPS_BINS = ((2, 3), (4, 5), (6, 8), (9, 12), (13, 1000))
_ENOUGH = 100  # cases of a bin that is held to its forecast
_TENTH_SESSION = 10  # from the one after it on, a belief should not be too wide


def joined(arrays: Sequence[Floats]) -> Floats:
    """Put the cases of several lifters one after the other."""
    return np.concatenate(arrays) if arrays else np.empty(0)


# --- B1 ---


def ranking_figures(missed: Floats, score: Floats) -> Table:
    """Give how well a score finds the misses: AUC, average precision and the shares caught."""
    caught = {name: caught_in_top(missed, score, share=part) for name, part in _SHARES.items()}
    return {"auc": auc(missed, score), "ap": average_precision(missed, score), **caught}


def calibration_figures(missed: Floats, p: Floats | None) -> Table:
    """Give how true probabilities are; None each, where a rival says none."""
    if p is None:
        names = ("log_loss", "brier", "expected_over_observed", "brier_parts", "reliability")
        return dict.fromkeys(names)
    return {
        "log_loss": log_loss(missed, p),
        "brier": brier(missed, p),
        "expected_over_observed": expected_over_observed(missed, p),
        "brier_parts": attrs.asdict(brier_parts(missed, p)),
        "reliability": [attrs.asdict(row) for row in reliability_table(missed, p)],
    }


def rule_figures(missed: Floats, flagged: Floats) -> Table:
    """Give the share that a rule flags, what it catches, and how often it is right."""
    right = float((missed * flagged).sum())
    return {
        "flagged": float(flagged.mean()),
        "caught": _share(right, float(missed.sum())),
        "precision": _share(right, float(flagged.sum())),
    }


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


# --- B1p and B1m ---


def plan_figures(cases: Plans, p: Floats | None, score: Floats) -> Table:
    """Give how well plans that fell short were forecast by p, where given, and ranked by score."""
    short = cases.short
    figures: Table = {
        "auc": auc(short, score),
        "ap": average_precision(short, score),
        "observed": float(short.mean()),
        "sets": len(cases),
    }
    if p is None:
        names = ("log_loss", "mean_p", "expected_over_observed", "worst_bin")
        return figures | dict.fromkeys((*names, "reliability", "reliability_by_reps"))
    rows = [attrs.asdict(row) for row in reliability_table(short, p, edges=PLAN_EDGES)]
    by_reps = [row for one in _REPS_BINS if (row := _reps_row(cases, p, one)) is not None]
    off = [
        abs(row["mean_p"] - row["observed"]) for row in rows + by_reps if row["count"] >= _ENOUGH
    ]
    return figures | {
        "log_loss": log_loss(short, p),
        "mean_p": float(p.mean()),
        "expected_over_observed": expected_over_observed(short, p),
        "reliability": rows,
        "reliability_by_reps": by_reps,
        "worst_bin": max(off, default=None),  # the largest distance in a bin of 100 or more
    }


def _reps_row(cases: Plans, p: Floats, between: tuple[int, int]) -> Table | None:
    here = (cases.reps >= between[0]) & (cases.reps <= between[1])
    if not here.any():
        return None
    return {
        "reps": list(between),
        "count": int(here.sum()),
        "mean_p": float(p[here].mean()),
        "observed": float(cases.short[here].mean()),
    }


def flag_figures(cases: Plans) -> Table:
    """Give how the policy stands to plans: shares of those that went up, and of those that fell."""
    up, fell = cases.level[cases.short == 0.0], cases.level[cases.short == 1.0]
    beyond = cases.short[cases.level == Level.BEYOND]
    return {
        "up": len(up),
        "up_caution_share": _mean(up >= Level.CAUTION),
        "up_beyond_share": _mean(up == Level.BEYOND),
        "up_unknown_share": _mean(up == Level.UNKNOWN),
        "short": len(fell),
        "short_caution_share": _mean(fell >= Level.CAUTION),
        "short_beyond_share": _mean(fell == Level.BEYOND),
        "beyond": len(beyond),
        "beyond_short_share": _mean(beyond == 1.0),
    }


# --- B7 ---


def repeat_figures(cases: Plans) -> Table:
    """
    Give how the policy stands to work that is done again, and what came of it.

    Who does fewer repetitions may have chosen to: what fell short bounds what failed from above.
    """
    return {
        "repeats": len(cases),
        "caution_share": _mean(cases.level >= Level.CAUTION),
        "beyond_share": _mean(cases.level == Level.BEYOND),
        "unknown_share": _mean(cases.level == Level.UNKNOWN),
        "expected": float(cases.p.sum()),
        "short": int(cases.short.sum()),
        "expected_over_short": expected_over_observed(cases.short, cases.p),
        "short_flagged": _mean(cases.level[cases.short == 1.0] >= Level.CAUTION),
        "failed": int(cases.failed.sum()),
        "expected_over_failed": expected_over_observed(cases.failed, cases.p),
        "failed_flagged": _mean(cases.level[cases.failed == 1.0] >= Level.CAUTION),
    }


# --- B2 ---


def known_failures(cases: Failures) -> NDArray[np.bool_]:
    """Tell which sets to failure could be forecast: those whose moved load is known."""
    known: NDArray[np.bool_] = ~np.isnan(cases.reached)
    return known


def _mixtures(cases: Failures) -> MeetForecasts:
    """See the forecasts as mixtures, for their quantiles; all must be known."""
    return MeetForecasts(
        rows=cases.place,
        observed=cases.reached,
        means=cases.means,
        sds=cases.sds,
        mixing=cases.mixing,
    )


def middle_of(cases: Failures) -> Floats:
    """Give the middle of each forecast, all of them known. [log kg]"""
    return _mixtures(cases).median


def failure_figures(cases: Failures) -> Table:
    """Give errors and CRPS [log] of sets to failure, all known, and what the bands cover [1]."""
    said = _mixtures(cases)
    bands = {"cover50": (0.25, 0.75), "cover90": (0.05, 0.95)}
    covered = {
        name: coverage(cases.reached, said.quantile(low), said.quantile(high))
        for name, (low, high) in bands.items()
    }
    crps = crps_mixture(cases.reached, cases.means, cases.sds, cases.mixing)
    return point_figures(np.abs(cases.reached - said.median)) | {"crps": crps, **covered}


def point_figures(errors: Floats) -> Table:
    """Give the same of forecasts that are one number each, which has no CRPS and no band."""
    return {
        "median": float(np.median(errors)),
        "mean": float(errors.mean()),
        "crps": None,
        "cover50": None,
        "cover90": None,
        "sets": len(errors),
    }


# --- B3 ---


def meet_figures(said: MeetForecasts | RivalForecasts) -> Table:
    """Give errors and CRPS [log] of the next meet's best deadlift, and what 90 % bands cover."""
    errors = np.abs(said.observed - said.median)
    return {
        "mae": float(errors.mean()),
        "median": float(np.median(errors)),
        "crps": said.crps(),
        "cover90": coverage(said.observed, said.quantile(0.05), said.quantile(0.95)),
        "forecasts": len(errors),
    }


# --- B4 ---


def alarm_figures(singles: Sequence[Singles]) -> Table:
    """Give how often the policy speaks up, as shares; None where there is no such set."""
    missed, level, session, at_reps = (
        np.concatenate([getattr(one, name) for one in singles] or [np.empty(0)])
        for name in ("missed", "level", "session", "level_at_reps")
    )
    done, asked = level[missed == 0.0], at_reps[at_reps >= 0]
    late = level[(missed == 0.0) & (session > _TENTH_SESSION)]
    return {
        "completed": len(done),
        "misses": int(missed.sum()),
        "beyond_share": _mean(done == Level.BEYOND),
        "caution_share": _mean(done >= Level.CAUTION),
        "unknown_share": _mean(late == Level.UNKNOWN),
        "misses_flagged": _mean(level[missed == 1.0] >= Level.CAUTION),
        "at_reps": len(asked),
        "beyond_share_at_reps": _mean(asked == Level.BEYOND),
        "caution_share_at_reps": _mean(asked >= Level.CAUTION),
    }


def _mean(flags: NDArray[np.bool_]) -> float | None:
    return float(flags.mean()) if len(flags) else None
