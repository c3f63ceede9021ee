"""
Many athletes at once: who needs a look today, and many histories replayed.

- a squad of single states: `check`, worst first, and `replay`, by any `map`
- a fleet of columns: `replay_columns`, from tables of sets to states and chances
- `States` holds the states of a fleet as columns, and gives each as an `AthleteState`

Every athlete gets the numbers that the same calls give alone, and a problem of one costs nobody
else anything.

Reason to change: a new thing that is exported here.
"""

from liftguard.fleet.columns import moment_of
from liftguard.fleet.replaying import Replayed, replay_columns
from liftguard.fleet.squad_check import AthleteCheck, check, replay, say_athlete
from liftguard.fleet.states import States, states_of

__all__ = [
    "AthleteCheck",
    "Replayed",
    "States",
    "check",
    "moment_of",
    "replay",
    "replay_columns",
    "say_athlete",
    "states_of",
]
