"""
liftguard: is this planned set beyond what this athlete can do right now, and why?

`Guard` is the front door, `read_log` reads an export, `dumps` and `loads` store a state.

Reason to change: a new public name.
"""

from typing import Any

from liftguard.errors import (
    InvalidValue,
    LiftguardError,
    MissingExtra,
    UnreadableLog,
    UnreadableStore,
    WrongOrder,
)
from liftguard.guard import Guard
from liftguard.judge.causes import Cause, Evidence
from liftguard.judge.plan import PlanCheck
from liftguard.judge.policy import Policy
from liftguard.judge.suggestion import Best, Bests, LastTime, Next, Suggestion
from liftguard.judge.verdict import Advice, Level, MovementStep, Step, Verdict
from liftguard.lifts import BODY_AREAS, LIFTS, REGIONS, Lift, LiftMatch, find_lift
from liftguard.model.forecast import Band, Forecast
from liftguard.model.params import MODEL_VERSION, Params
from liftguard.model.state import AthleteState
from liftguard.records import (
    Bodyweight,
    Entry,
    History,
    Log,
    LoggedSet,
    Mobility,
    Moved,
    Movement,
    Pain,
    PlannedSession,
    PlannedSet,
    Plates,
    Problem,
    Profile,
    Readiness,
    Rising,
    Skipped,
    Stillness,
    UnknownLift,
)
from liftguard.review.finding import Change, Deed, Finding, Reason, Trace
from liftguard.review.log_check import Doubt
from liftguard.review.patterns import Pattern, Patterns
from liftguard.review.track import Foreseen, Judged, Track
from liftguard.units import kg_from_lb, lb_from_kg
from liftguard.wire import dumps, loads
from liftguard.words import (
    say_bests,
    say_cause,
    say_details,
    say_doubt,
    say_finding,
    say_lately,
    say_log,
    say_next,
    say_next_time,
    say_paragraph,
    say_patterns,
    say_plan,
    say_reasons,
    say_step,
    say_suggestion,
    say_track,
    say_verdict,
)

__version__ = "0.1.0"

__all__ = [
    "BODY_AREAS",
    "LIFTS",
    "MODEL_VERSION",
    "REGIONS",
    "Advice",
    "AthleteState",
    "Band",
    "Best",
    "Bests",
    "Bodyweight",
    "Cause",
    "Change",
    "Deed",
    "Doubt",
    "Entry",
    "Evidence",
    "Finding",
    "Forecast",
    "Foreseen",
    "Guard",
    "History",
    "InvalidValue",
    "Judged",
    "LastTime",
    "Level",
    "Lift",
    "LiftMatch",
    "LiftguardError",
    "Log",
    "LoggedSet",
    "MissingExtra",
    "Mobility",
    "Moved",
    "Movement",
    "MovementStep",
    "Next",
    "Pain",
    "Params",
    "Pattern",
    "Patterns",
    "PlanCheck",
    "PlannedSession",
    "PlannedSet",
    "Plates",
    "Policy",
    "Problem",
    "Profile",
    "Readiness",
    "Reason",
    "Rising",
    "Skipped",
    "Step",
    "Stillness",
    "Suggestion",
    "Trace",
    "Track",
    "UnknownLift",
    "UnreadableLog",
    "UnreadableStore",
    "Verdict",
    "WrongOrder",
    "dumps",
    "find_lift",
    "kg_from_lb",
    "lb_from_kg",
    "loads",
    "read_log",
    "say_bests",
    "say_cause",
    "say_details",
    "say_doubt",
    "say_finding",
    "say_lately",
    "say_log",
    "say_next",
    "say_next_time",
    "say_paragraph",
    "say_patterns",
    "say_plan",
    "say_reasons",
    "say_step",
    "say_suggestion",
    "say_track",
    "say_verdict",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Load what not every app needs on first use: so the others are lighter."""
    if name == "read_log":
        from liftguard.importers import read_log

        return read_log
    if name == "evaluation":
        import liftguard.evaluation

        return liftguard.evaluation
    if name == "fleet":
        import liftguard.fleet

        return liftguard.fleet
    if name == "speed":
        import liftguard.speed

        return liftguard.speed
    if name == "display":
        import liftguard.display

        return liftguard.display
    raise AttributeError(f"module 'liftguard' has no attribute {name!r}")
