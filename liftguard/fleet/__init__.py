"""
Many athletes at once: who needs a look today, and many histories replayed.

- a squad of single states: `check`, worst first, and `replay`, by any `map`
- a fleet of columns: `replay_columns`, from tables of sets to states and chances
- planned sets of a fleet: `check_columns`, from states and a table of plans to chances and levels
- `forecast_columns`, the same of each planned set by itself
- `States` holds the states of a fleet as columns, and gives each as an `AthleteState`;
  `states_to_arrow` and `states_from_arrow` store them
- a fleet on disk, in parts: `write_parts`, `run_part` from files to files, `run_on_dask`

Every athlete gets the numbers that the same calls give alone, and a problem of one costs nobody
else anything.

Reason to change: a new thing that is exported here.
"""

from liftguard.fleet.arrow import states_from_arrow, states_to_arrow
from liftguard.fleet.cluster import run_on_dask
from liftguard.fleet.columns import moment_of
from liftguard.fleet.forecasting import ForecastColumns, forecast_columns
from liftguard.fleet.partitions import (
    PartDone,
    clear_unfinished,
    part_name,
    part_of,
    read_part,
    run_part,
    write_parts,
)
from liftguard.fleet.planning import CheckedColumns, check_columns
from liftguard.fleet.replaying import Replayed, replay_columns
from liftguard.fleet.squad_check import AthleteCheck, check, replay, say_athlete
from liftguard.fleet.states import States, states_of

__all__ = [
    "AthleteCheck",
    "CheckedColumns",
    "ForecastColumns",
    "PartDone",
    "Replayed",
    "States",
    "check",
    "check_columns",
    "clear_unfinished",
    "forecast_columns",
    "moment_of",
    "part_name",
    "part_of",
    "read_part",
    "replay",
    "replay_columns",
    "run_on_dask",
    "run_part",
    "say_athlete",
    "states_from_arrow",
    "states_of",
    "states_to_arrow",
    "write_parts",
]


def __dir__() -> list[str]:
    """List what is public, and none of the files that it lies in."""
    return __all__
