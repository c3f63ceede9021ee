"""
A replayed history: every set with the forecast made before it was revealed.

Reason to change: what a replay keeps.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from liftguard.judge.policy import Policy
from liftguard.model.forecast import Forecast, forecast_set
from liftguard.model.learn import fold
from liftguard.model.moved import log_moved
from liftguard.model.params import Params
from liftguard.model.standing import Standing
from liftguard.model.state import AthleteState
from liftguard.records import History, LoggedSet, PlannedSet
from liftguard.shown import shown

__all__ = ["Foreseen", "Track", "replay"]


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
        return math.sqrt(self.standing.capacity[1])


@shown
@attrs.frozen(kw_only=True)
class Track:
    """
    A history replayed strictly forward in time.

    Logs show the repetitions that were reached, not those that were planned. Each set is
    therefore forecast as a single: "does the bar go up once". Nothing of the outcome leaks
    into that; `forecast` answers for other repetitions.

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
        done = one.logged
        planned = PlannedSet(
            lift=done.lift, load_kg=done.load_kg, reps=reps, assist_kg=done.assist_kg
        )
        return forecast_set(one.standing, planned, self.params)

    def plot(self, lift: str, *, ax: Any = None) -> Any:  # noqa: ANN401 - matplotlib's
        """
        Draw a lift over time: the band of its capacity, the sets, the misses and the flags.

        Parameters
        ----------
        lift : str
            Its key or name, as in the history.
        ax : matplotlib.axes.Axes, optional
            To draw on; None makes one.

        Returns
        -------
        matplotlib.axes.Axes
            With the picture.

        Raises
        ------
        InvalidValue
            When the track has no set of the lift.
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

        return plot_track(self, lift, ax=ax)

    def to_frame(self) -> Any:  # noqa: ANN401
        """
        Give the sets as a data frame of pandas, with what was forecast before each.

        Returns
        -------
        pandas.DataFrame
            One row for each set, in order: its fields, then of one repetition `p_beyond` [1],
            of the capacity `low_kg`, `middle_kg`, `high_kg` [kg], and the `level` by the
            policy of the track.

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


def replay(state: AthleteState, history: History, policy: Policy, params: Params) -> Track:
    """Learn a history entry by entry, and keep what was known before each set."""
    sets: list[Foreseen] = []

    def reveal(logged: LoggedSet, standing: Standing) -> None:
        sets.append(Foreseen(logged=logged, standing=standing))

    after = fold(state, history, params, reveal)
    return Track(state=after, sets=tuple(sets), params=params, policy=policy)
