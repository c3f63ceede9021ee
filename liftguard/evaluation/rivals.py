"""
The common rules that liftguard is measured against, on the same cases and from the same sets.

All of them look at a lift's completed sets before the case: those of the last 90 days, or the
last 20 sets where these days are empty. "Earlier days" leaves out what was done on the day of
the case; the rivals that may look at it say "with today".

Reason to change: another rule that people use.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.formulas import FORMULAS, Formula
from liftguard.evaluation.scored_sets import Failures, Plans, Singles
from liftguard.records import LoggedSet
from liftguard.review.track import Foreseen, Track
from liftguard.units import SECONDS_PER_DAY

__all__ = [
    "AFTER_LAST",
    "BEST_E1RM",
    "RULE",
    "RUNNING_RATE",
    "best_before",
    "failure_forecasts",
    "line",
    "plan_probabilities",
    "plan_scores",
    "rule_flags",
    "single_scores",
]


def __dir__() -> list[str]:
    """List what is public."""
    return __all__


Whole = NDArray[np.int64]

BEST_E1RM = "load / best e1RM of 90 days"
RULE = "demand above best e1RM of 90 days"
RUNNING_RATE = "running rate"
AFTER_LAST = "same as the last set"

_SLOPE = 1.0 / 30.0  # [Epley1985]_'s line, moved to pass through the single [1/rep]
_WINDOW_DAYS = 90.0
_MONTH_DAYS = 30.0
_LAST_SETS = 20  # where the window is empty
_LAST_SESSIONS = 3
_DECIMALS = 6  # of a score: loads in kg are rounded, and tie where those in pounds did
_RATE, _RATE_SETS = 0.2, 5.0  # a running rate starts as if one of five sets had fallen short


def line(load_kg: Floats, reps: Floats) -> Floats:
    """
    Give the single that a set is as hard as, by the line w (1 + (n - 1)/30).

    Parameters
    ----------
    load_kg, reps : array
        Load [kg] and repetitions, 1 or more [reps].

    Returns
    -------
    array
        A single is itself. [kg]

    Examples
    --------
    >>> line(np.array([100.0]), np.array([4.0]))
    array([110.])
    """
    e1rm: Floats = load_kg * (1.0 + _SLOPE * (reps - 1.0))
    return e1rm


# --- what stood before a case ---


def best_before(track: Track, places: Whole, values: Floats, *, today: bool) -> Floats:
    """
    Give the best of earlier completed sets of the lift, in several measures.

    Parameters
    ----------
    track : Track
        Of one athlete.
    places : array of int, shape (n,)
        Where the cases stand in the track, rising.
    values : array, shape (len(track), k)
        The measures of every set of the track.
    today : bool
        Whether earlier sets of the day of the case count.

    Returns
    -------
    array, shape (n, k)
        Of the last 90 days, else of the last 20 sets; NaN where there is no set.
    """
    at = _days(track)
    date = np.array([one.logged.at.toordinal() for one in track], dtype=np.int64)
    by_lift = _completed(track)
    best = np.full((len(places), values.shape[1]), np.nan)
    for row, place in enumerate(places.tolist()):
        sets = by_lift[track.sets[place].logged.lift]
        end = np.searchsorted(sets, place)
        if not today:
            end = min(end, np.searchsorted(date[sets], date[place]))
        start = np.searchsorted(at[sets], at[place] - _WINDOW_DAYS)
        if start >= end:
            start = max(end - _LAST_SETS, 0)
        if start < end:
            best[row] = values[sets[start:end]].max(axis=0)
    return best


def _days(track: Track) -> Floats:
    """Give the time of each set since the first. [days]"""
    sets = track.sets
    return np.array(
        [(one.logged.at - sets[0].logged.at).total_seconds() / SECONDS_PER_DAY for one in sets]
    )


def _completed(track: Track) -> dict[str, Whole]:
    """List where the completed sets of each lift stand."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(track):
        if one.logged.reps > 0 and one.logged.load_kg > 0.0:
            places[one.logged.lift].append(place)
    known = {lift: np.array(some, dtype=np.int64) for lift, some in places.items()}
    return defaultdict(lambda: np.empty(0, dtype=np.int64), known)


def _columns(track: Track) -> tuple[Floats, Floats]:
    """Give load [kg] and repetitions of each set, a miss counted as one repetition."""
    loads = np.array([one.logged.load_kg for one in track], dtype=np.float64)
    reps = np.array([max(one.logged.reps, 1) for one in track], dtype=np.float64)
    return loads, reps


# --- B1 ---


def single_scores(track: Track, cases: Singles) -> dict[str, Floats]:
    """
    Score each single by every rule; none gives a probability.

    Parameters
    ----------
    track : Track
        Of one athlete.
    cases : Singles
        Of that track.

    Returns
    -------
    dict of array, shape (n,)
        By the rule's name; 1 where there is nothing to compare with.
    """
    loads, reps = _columns(track)
    named: dict[str, Formula | Callable[[Floats, Floats], Floats]] = {BEST_E1RM: line}
    named |= {f"{BEST_E1RM}, {name}": formula for name, formula in FORMULAS.items()}
    values = np.column_stack([loads, *(e1rm(loads, reps) for e1rm in named.values())])
    load = loads[cases.place]
    earlier = _ratio(load, best_before(track, cases.place, values, today=False))
    later = _ratio(load, best_before(track, cases.place, values[:, :2], today=True))
    scores = {"load / heaviest of 90 days": earlier[:, 0]}
    scores |= {name: earlier[:, place] for place, name in enumerate(named, start=1)}
    scores["load / heaviest of 90 days with today"] = later[:, 0]
    scores[f"{BEST_E1RM} with today"] = later[:, 1]
    return scores


def _ratio(load: Floats, best: Floats) -> Floats:
    ratio = load[:, None] / best
    score: Floats = np.where(np.isnan(ratio), 1.0, ratio)
    return score.round(_DECIMALS)


def rule_flags(track: Track, cases: Singles) -> Floats:
    """
    Flag the sets that ask for more than the best e1RM of earlier days.

    Parameters
    ----------
    track : Track
        Of one athlete.
    cases : Singles
        Of that track.

    Returns
    -------
    array, shape (n,)
        1 for a flag, else 0. The rule is told the repetitions that went up.
    """
    asked = line(*_columns(track))
    best = best_before(track, cases.place, asked[:, None], today=False)
    return (_ratio(asked[cases.place], best)[:, 0] > 1.0).astype(np.float64)


# --- B1m ---


def plan_scores(track: Track, cases: Plans) -> dict[str, Floats]:
    """
    Score each plan by its demand over the best e1RM; no probability.

    Parameters
    ----------
    track : Track
        Of one athlete.
    cases : Plans
        Of that track.

    Returns
    -------
    dict of array, shape (n,)
        By the rule's name; 1 where there is nothing to compare with.
    """
    loads, reps = _columns(track)
    asked = line(loads[cases.place], cases.reps.astype(np.float64))
    values = line(loads, reps)[:, None]
    names = {"demand / best e1RM of 90 days": False, "demand / best e1RM with today": True}
    return {
        name: _ratio(asked, best_before(track, cases.place, values, today=today))[:, 0]
        for name, today in names.items()
    }


def plan_probabilities(cases: Plans) -> dict[str, Floats]:
    """
    Forecast each plan by how often the athlete's earlier ones fell short.

    Parameters
    ----------
    cases : Plans
        Of one athlete.

    Returns
    -------
    dict of array, shape (n,)
        `RUNNING_RATE` of all earlier plans, and `AFTER_LAST`, the rate among those that
        followed the same outcome on the same lift. Both start at one in five. [1]
    """
    told = {RUNNING_RATE: np.empty(len(cases)), AFTER_LAST: np.empty(len(cases))}
    counts: dict[float | None, list[float]] = defaultdict(lambda: [_RATE * _RATE_SETS, _RATE_SETS])
    whole = [_RATE * _RATE_SETS, _RATE_SETS]
    last: dict[str, float] = {}
    for place, (lift, short) in enumerate(zip(cases.lift, cases.short.tolist(), strict=True)):
        alike = counts[last.get(lift)]
        for name, count in ((RUNNING_RATE, whole), (AFTER_LAST, alike)):
            told[name][place] = count[0] / count[1]
            count[0] += short
            count[1] += 1.0
        last[lift] = short
    return told


# --- B2 ---


def failure_forecasts(track: Track, cases: Failures) -> dict[str, tuple[Floats, Floats]]:
    """
    Forecast what each set to failure reaches by what earlier sessions reached.

    Parameters
    ----------
    track : Track
        Of one athlete.
    cases : Failures
        Of that track.

    Returns
    -------
    dict of tuple of array, shape (n,)
        By the rule's name, the forecast and what was reached, both by the rule's own line.
        The load is what moved where that is known, else what stood on the bar. [log kg]
    """
    reached = np.array([_log_demand(one) for one in track], dtype=np.float64)
    at, by_lift = _days(track), _completed(track)
    date = np.array([one.logged.at.toordinal() for one in track], dtype=np.int64)
    said = np.empty((len(cases), len(_BESTS)))
    for row, place in enumerate(cases.place.tolist()):
        sets = by_lift[track.sets[place].logged.lift]
        sets = sets[date[sets] < date[place]]
        if len(sets):
            ago = at[place] - at[sets]
            said[row] = [rule(reached[sets], date[sets], ago) for rule in _BESTS.values()]
        else:  # only misses before: the load itself, once
            said[row] = math.log(track.sets[place].logged.load_kg)
    return {name: (said[:, n], reached[cases.place]) for n, name in enumerate(_BESTS)}


def _log_demand(one: Foreseen) -> float:
    done: LoggedSet = one.logged
    moved = one.log_load
    if moved is None:
        moved = math.log(done.load_kg) if done.load_kg > 0.0 else math.nan
    return moved + math.log1p(_SLOPE * (max(done.reps, 1) - 1))


def _session_bests(reached: Floats, date: Whole) -> Floats:
    """Give the best of each session, in order."""
    starts = np.flatnonzero(np.concatenate(([True], date[1:] != date[:-1])))
    return np.maximum.reduceat(reached, starts)


def _of_last_session(reached: Floats, date: Whole, ago: Floats) -> float:
    del ago
    return float(_session_bests(reached, date)[-1])


def _of_a_month(reached: Floats, date: Whole, ago: Floats) -> float:
    lately = reached[ago <= _MONTH_DAYS]
    return float(lately.max()) if len(lately) else _of_last_session(reached, date, ago)


def _of_three_sessions(reached: Floats, date: Whole, ago: Floats) -> float:
    del ago
    return float(np.mean(_session_bests(reached, date)[-_LAST_SESSIONS:]))


_BESTS: dict[str, Callable[[Floats, Whole, Floats], float]] = {
    "best of the last session": _of_last_session,
    "best of 30 days": _of_a_month,
    "mean of the last three sessions": _of_three_sessions,
}
