"""
A replayed history: every set with the forecast made before it was revealed.

Reason to change: what a replay keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from liftguard.choices import Unit
from liftguard.judge.policy import Policy
from liftguard.judge.question import Rules, weigh
from liftguard.judge.verdict import Level, level_of
from liftguard.model.forecast import Forecast, forecast_set
from liftguard.model.learn import fold
from liftguard.model.moved import log_moved
from liftguard.model.params import Params
from liftguard.model.standing import Standing
from liftguard.model.state import AthleteState
from liftguard.records import History, LoggedSet, PlannedSet
from liftguard.records.entries import MOST_REPS
from liftguard.shown import shown

__all__ = ["Foreseen", "Judged", "Track", "replay"]


class Foreseen(NamedTuple):
    """
    One set of a track, as it was seen just before.

    Parameters
    ----------
    logged : LoggedSet
        The set.
    standing : Standing
        What was known of the lift.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> track = lg.Guard().replay(lg.History([done]))
    >>> next(iter(track)).standing.sets
    0
    """

    logged: LoggedSet
    standing: Standing

    @property
    def asked_reps(self) -> int:
        """
        The repetitions that an app would have asked about before the set. [reps]

        Those that were planned; where a log shows no plan, those that were done, and one more
        where one more was tried and failed. A set to failure without a plan promised no more
        than one.
        """
        done = self.logged
        if done.planned_reps is not None:
            return done.planned_reps
        if done.to_failure:
            return 1
        return min(max(done.reps + done.missed, 1), MOST_REPS)

    @property
    def log_load(self) -> float | None:
        """What was moved; None where that is not known. [log kg]"""
        done = self.logged
        return log_moved(done.lift, done.load_kg, done.assist_kg, self.standing.bodyweight_kg)

    @property
    def middle(self) -> float:
        """Middle of the belief about capacity for one repetition then, tired as it was. [log kg]"""
        return float(self.standing.capacity[0])

    @property
    def sd(self) -> float:
        """Width of that belief. [log]"""
        return self.standing.capacity_sd


class Judged(NamedTuple):
    """
    What an app that asked before a set would have been told, beside what came of it.

    Parameters
    ----------
    seen : Foreseen
        The set.
    planned : PlannedSet
        What was asked: the set at its `Foreseen.asked_reps`.
    forecast : Forecast
        Of that.
    level : Level
        By the forecast, the pains until then, and what stillness asks for.
    by_load : Level
        The same, whatever hurts.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5, missed=True)
    >>> track = lg.Guard().replay(lg.History([done]))
    >>> judged = track.judged(track.sets[0])
    >>> judged.planned.reps, judged.went_up, str(judged.level)
    (6, False, 'UNKNOWN')
    """

    seen: Foreseen
    planned: PlannedSet
    forecast: Forecast
    level: Level
    by_load: Level

    @property
    def flagged(self) -> bool:
        """Whether it would have been a warning: CAUTION or worse."""
        return self.level >= Level.CAUTION

    @property
    def by_pain(self) -> bool:
        """Whether it would have been a warning for a pain alone."""
        return self.level >= Level.CAUTION > self.by_load

    @property
    def went_up(self) -> bool | None:
        """Whether all that was asked about went up; None where nothing was tried."""
        done = self.seen.logged
        return done.reps >= self.planned.reps if done.reps or done.missed else None


@shown
@attrs.frozen(kw_only=True)
class Track:
    """
    A history replayed strictly forward in time.

    `judged` tells what an app that asked before a set would have been told: at the repetitions
    planned or, as most logs show no plan, at those done. As those are known only afterwards,
    `forecasts` asks of each set whether the bar goes up once, into which nothing of the outcome
    leaks; `forecast` answers for other repetitions.

    Parameters
    ----------
    state : AthleteState
        After the last entry.
    sets : tuple of Foreseen
        Every logged set, in order, with what was known before it.
    params : Params
        Of the model.
    policy : Policy
        What its sets are judged by: that of the Guard that replayed it.

    Examples
    --------
    >>> import liftguard as lg
    >>> len(lg.Guard().replay(lg.History()))
    0
    """

    state: AthleteState
    sets: tuple[Foreseen, ...]
    params: Params
    policy: Policy

    def __repr__(self) -> str:
        return f"Track({len(self.sets)} sets)"

    def __len__(self) -> int:
        return len(self.sets)

    def __iter__(self) -> Iterator[Foreseen]:
        return iter(self.sets)

    @property
    def forecasts(self) -> tuple[Forecast, ...]:
        """The forecast of each set as a single, in order."""
        return tuple(self.forecast(one) for one in self.sets)

    def forecast(self, one: Foreseen, reps: int = 1) -> Forecast:
        """
        Forecast a set of the track from what was known before it.

        Parameters
        ----------
        one : Foreseen
            A set of this track.
        reps : int
            Repetitions asked about, 1 or more. [reps]

        Returns
        -------
        Forecast
            Of the set at its load.

        Examples
        --------
        >>> import liftguard as lg
        >>> from datetime import datetime
        >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> track = lg.Guard().replay(lg.History([done]))
        >>> one, = track
        >>> track.forecast(one, 5).p_beyond > track.forecast(one).p_beyond
        True
        """
        return forecast_set(one.standing, _planned(one, reps), self.params)

    def judged(self, one: Foreseen, *, policy: Policy | None = None) -> Judged:
        """
        Judge a set of the track as `Guard.check` would have, asked just before it.

        Parameters
        ----------
        one : Foreseen
            A set of this track.
        policy : Policy, optional
            To judge by; None takes that of the track.

        Returns
        -------
        Judged
            Of the set at its load and its `Foreseen.asked_reps`, after the rest that the log
            tells.

        Examples
        --------
        >>> import liftguard as lg
        >>> from datetime import datetime
        >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> track = lg.Guard().replay(lg.History([done]))
        >>> one, = track
        >>> track.judged(one).forecast == track.forecast(one, 5)
        True
        """
        policy, planned = policy or self.policy, _planned(one, one.asked_reps)
        rules = Rules(policy, self.params)
        found = weigh(one.standing, planned, one.logged.at, rules)
        by_load = found.level if found.by_stillness else level_of(found.forecast, policy)
        return Judged(one, planned, found.forecast, found.level, by_load)

    def plot(self, lift: str, *, unit: Unit = "kg", ax: Any = None) -> Any:  # noqa: ANN401
        """
        Draw a lift over time: the band of its capacity, the sets, the misses and the flags.

        Parameters
        ----------
        lift : str
            Its key or name, as in the history.
        unit : {"kg", "lb"}
            For loads; of a log that was read, `log.unit`.
        ax : matplotlib.axes.Axes, optional
            To draw on; None makes one.

        Returns
        -------
        matplotlib.axes.Axes
            With the picture.

        Raises
        ------
        InvalidValue
            When the track has no set of the lift, or the unit is not known.
        MissingExtra
            When matplotlib is not installed.

        Examples
        --------
        >>> import liftguard as lg
        >>> from datetime import datetime
        >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> axes = lg.Guard().replay(lg.History([done])).plot("squat")
        >>> axes.get_ylabel()
        'load [kg]'
        """
        from liftguard.display import plot_track

        return plot_track(self, lift, unit=unit, ax=ax)

    def to_frame(self) -> Any:  # noqa: ANN401
        """
        Give the sets as a data frame of pandas, with what was forecast before each.

        Returns
        -------
        pandas.DataFrame
            One row for each set, in order: its fields, then `asked_reps`, what an app would
            have asked about before it, and of that `p_beyond` [1] and the `level` by the policy
            of the track; between them the capacity for one repetition as `low_kg`, `middle_kg`,
            `high_kg` [kg].

        Raises
        ------
        MissingExtra
            When pandas is not installed.

        Examples
        --------
        >>> import liftguard as lg
        >>> from datetime import datetime
        >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> list(lg.Guard().replay(lg.History([done])).to_frame()["lift"])
        ['squat']
        """
        from liftguard.display import to_frame

        return to_frame(self)


def _planned(one: Foreseen, reps: int) -> PlannedSet:
    """Give a set as a plan of so many repetitions."""
    done = one.logged
    return PlannedSet(lift=done.lift, load_kg=done.load_kg, reps=reps, assist_kg=done.assist_kg)


def replay(state: AthleteState, history: History, policy: Policy, params: Params) -> Track:
    """Learn a history entry by entry, and keep what was known before each set."""
    sets: list[Foreseen] = []

    def reveal(logged: LoggedSet, standing: Standing) -> None:
        sets.append(Foreseen(logged=logged, standing=standing))

    after = fold(state, history, params, reveal)
    return Track(state=after, sets=tuple(sets), params=params, policy=policy)
