"""
How good it has been for one athlete: the own log forecast anew, set by set.

Reason to change: another figure that an athlete may ask for.
"""

from __future__ import annotations

import attrs
import numpy as np

from liftguard.errors import InvalidValue
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.figures import alarm_figures, failure_figures, known_failures
from liftguard.evaluation.metrics import (
    ReliabilityRow,
    auc,
    average_precision,
    caught_in_top,
    expected_over_observed,
    log_loss,
    reliability_table,
)
from liftguard.evaluation.scored_sets import (
    FIRST_SESSION,
    Singles,
    failures_of,
    sessions_of,
    singles_of,
)
from liftguard.guard import Guard
from liftguard.lifts import LIFTS
from liftguard.model.curve import demand
from liftguard.records import History
from liftguard.records.history import check_history
from liftguard.review.track import Track
from liftguard.units import rir_from_rpe

__all__ = ["Backtest", "backtest", "reliability_of"]

_TOP = 0.05  # the highest-scored sets among which misses are looked for


@attrs.frozen(kw_only=True)
class Backtest:
    """
    How forecasts of one log would have gone. None where the log cannot say.

    Parameters
    ----------
    sets : int
        In the log.
    singles : int
        Scored, from the sixth session of their lift on: does the bar go up once.
    misses : int
        How often it did not.
    auc : float, optional
        P(a miss had the higher probability than a set that went up). [1]
    average_precision : float, optional
        Area under precision and recall. [1]
    caught : float, optional
        Share of the misses among the twentieth of the sets that scored highest. [1]
    log_loss : float, optional
        Of the probabilities that are shown. [nat]
    expected_over_observed : float, optional
        Misses that these probabilities expected, for each that is in the log. [1]
    to_failure : int
        Sets to failure that were forecast.
    failure_error, failure_mean_error : float, optional
        Median and mean of how far these were off. [log]
    failure_cover90 : float, optional
        Share of them inside the 90 % band. [1]
    rated : int
        Other sets with an RPE whose demand was forecast.
    rated_error, rated_mean_error : float, optional
        Median and mean distance of reps + reps in reserve from the capacity believed in. [log]
    beyond_share, caution_share : float, optional
        Completed singles judged BEYOND, and CAUTION or worse. [1]
    unknown_share : float, optional
        Those judged UNKNOWN after the tenth session. [1]
    misses_flagged : float, optional
        Misses judged CAUTION or worse. [1]

    Examples
    --------
    >>> Backtest(sets=0, singles=0, misses=0, to_failure=0, rated=0).auc is None
    True
    """

    sets: int
    singles: int
    misses: int
    auc: float | None = None
    average_precision: float | None = None
    caught: float | None = None
    log_loss: float | None = None
    expected_over_observed: float | None = None
    to_failure: int
    failure_error: float | None = None
    failure_mean_error: float | None = None
    failure_cover90: float | None = None
    rated: int
    rated_error: float | None = None
    rated_mean_error: float | None = None
    beyond_share: float | None = None
    caution_share: float | None = None
    unknown_share: float | None = None
    misses_flagged: float | None = None


def backtest(history: History, guard: Guard | None = None) -> Backtest:
    """
    Forecast every set of a log from what stood before it, and score that.

    Parameters
    ----------
    history : History
        Of one athlete.
    guard : Guard, optional
        With model and policy; the default ones if not given.

    Returns
    -------
    Backtest
        Of all lifts with a load, from the sixth session of each on.

    Raises
    ------
    InvalidValue
        When the history is not one.

    Examples
    --------
    >>> from datetime import datetime, timedelta
    >>> from liftguard.records import LoggedSet
    >>> first = datetime(2026, 1, 5, 18)
    >>> log = [
    ...     LoggedSet(lift="squat", at=first + timedelta(days=3 * n), load_kg=load, reps=reps,
    ...               missed=reps == 0, to_failure=reps > 1)
    ...     for n in range(10)
    ...     for load, reps in ((100, 5), (125 if n == 9 else 105, 0 if n == 9 else 1))
    ... ]
    >>> found = backtest(History(log))
    >>> found.singles, found.misses, found.auc, found.to_failure
    (10, 1, 1.0, 5)
    >>> found.failure_mean_error < 0.05, found.rated_error
    (True, None)
    """
    check_history(history, "backtest history")
    guard = Guard() if guard is None else guard
    track = guard.replay(history)
    lifts = {one.logged.lift for one in track} | set(LIFTS)
    singles = singles_of(track, guard.policy, lifts=lifts)
    failures = failures_of(track)
    failures = failures.of(known_failures(failures))
    reached = failure_figures(failures) if len(failures) else {}
    alarms = alarm_figures([singles])
    rated = _rated_errors(track)
    return Backtest(
        sets=len(track),
        singles=len(singles),
        misses=int(singles.missed.sum()),
        to_failure=len(failures),
        failure_error=reached.get("median"),
        failure_mean_error=reached.get("mean"),
        failure_cover90=reached.get("cover90"),
        rated=len(rated),
        rated_error=float(np.median(rated)) if len(rated) else None,
        rated_mean_error=float(rated.mean()) if len(rated) else None,
        beyond_share=alarms["beyond_share"],
        caution_share=alarms["caution_share"],
        unknown_share=alarms["unknown_share"],
        misses_flagged=alarms["misses_flagged"],
        **_miss_figures(singles),
    )


def reliability_of(track: Track) -> tuple[ReliabilityRow, ...]:
    """
    Give how often sets of a track failed beside how likely that was said to be.

    Parameters
    ----------
    track : Track
        Of `Guard.replay`.

    Returns
    -------
    tuple of ReliabilityRow
        One for each bin of chances that holds a set, lowest first; empty where there is no
        set to measure. Barbell deadlifts, squats and benches count, from the sixth session
        of their lift on, as singles. `liftguard.display.plot_reliability` draws it.

    Raises
    ------
    InvalidValue
        When the track is not one.

    Examples
    --------
    >>> from datetime import datetime, timedelta
    >>> from liftguard.records import LoggedSet
    >>> first = datetime(2026, 1, 5, 18)
    >>> log = [
    ...     LoggedSet(lift="squat", at=first + timedelta(weeks=n), load_kg=100, reps=5)
    ...     for n in range(7)
    ... ]
    >>> sum(row.count for row in reliability_of(Guard().replay(History(log))))
    2
    """
    if not isinstance(track, Track):
        raise InvalidValue(where="reliability_of track", got=track, wanted="a Track")
    singles = singles_of(track, track.policy)
    return reliability_table(singles.missed, singles.p) if len(singles) else ()


def _miss_figures(singles: Singles) -> dict[str, float | None]:
    """Give the figures that need a miss."""
    if not singles.missed.any():
        return {}
    return {
        "auc": auc(singles.missed, singles.p),
        "average_precision": average_precision(singles.missed, singles.p),
        "caught": caught_in_top(singles.missed, singles.p, share=_TOP),
        "log_loss": log_loss(singles.missed, singles.p),
        "expected_over_observed": expected_over_observed(singles.missed, singles.p),
    }


def _rated_errors(track: Track) -> Floats:
    """Give how far reps + reps in reserve were from the capacity believed in. [log]"""
    errors = []
    for one, session in zip(track, sessions_of(track.sets), strict=True):
        done, belief = one.logged, one.standing.belief
        if session < FIRST_SESSION or done.rpe is None or done.to_failure or not done.reps:
            continue
        moved = one.log_load
        if moved is not None:
            possible = done.reps + rir_from_rpe(done.rpe)
            said = demand(moved, possible, belief.curve, track.params)
            errors.append(abs(said - one.middle))
    return np.array(errors, dtype=np.float64)
