"""
A replayed history: every set with the forecast made before it was revealed.

Reason to change: what a replay keeps.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from liftguard.model.capacity import capacity
from liftguard.model.forecast import Forecast, forecast_set
from liftguard.model.known import Known
from liftguard.model.learn import fold
from liftguard.model.params import Params
from liftguard.model.state import AthleteState
from liftguard.records import History, LoggedSet, PlannedSet

__all__ = ["Foreseen", "Track", "replay"]


class Foreseen(NamedTuple):
    """
    One set of a track, as it was seen just before.

    Parameters
    ----------
    logged : LoggedSet
        The set.
    known : Known
        What was known of the lift.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> track = lg.Guard().replay(lg.History([done]))
    >>> next(iter(track)).known.sets
    0
    """

    logged: LoggedSet
    known: Known

    @property
    def middle(self) -> float:
        """Middle of the belief about capacity for one repetition then, tired as it was. [log kg]"""
        tired, gain, *_ = self.known.condition
        return float(capacity(self.known.belief)[0] - gain.mean * tired)

    @property
    def sd(self) -> float:
        """Width of that belief. [log]"""
        tired, gain, *_ = self.known.condition
        return math.sqrt(capacity(self.known.belief)[1] + gain.variance * tired * tired)


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

    Examples
    --------
    >>> import liftguard as lg
    >>> len(lg.Guard().replay(lg.History()))
    0
    """

    state: AthleteState
    sets: tuple[Foreseen, ...]
    params: Params

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
        return forecast_set(one.known, planned, self.params)


def replay(state: AthleteState, history: History, params: Params) -> Track:
    """
    Learn a history entry by entry, and keep what was known before each set.

    Parameters
    ----------
    state : AthleteState
        Before the history.
    history : History
        In order of time.
    params : Params
        Of the model.

    Returns
    -------
    Track
        With the state after it.

    Raises
    ------
    WrongOrder
        When the history begins before the state ends.

    Examples
    --------
    >>> import liftguard as lg
    >>> lg.Guard().replay(lg.History()).sets
    ()
    """
    sets: list[Foreseen] = []

    def reveal(logged: LoggedSet, known: Known) -> None:
        sets.append(Foreseen(logged=logged, known=known))

    after = fold(state, history, params, reveal)
    return Track(state=after, sets=tuple(sets), params=params)
