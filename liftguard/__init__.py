"""
liftguard: is this planned set beyond what this athlete can do right now, and why?

`Guard` is the front door, `read_log` reads an export, `dumps` and `loads` store a state.
Every name is loaded when it is first used, so a program pays for what it needs; type checkers
and editors see them all.

Reason to change: a new public name.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liftguard import choices, display, evaluation, fleet, speed
    from liftguard.errors import (
        InvalidValue,
        LiftguardError,
        MissingExtra,
        UnreadableLog,
        UnreadableStore,
        WrongOrder,
    )
    from liftguard.guard import Guard
    from liftguard.importers import read_log
    from liftguard.judge.causes import Cause, Evidence
    from liftguard.judge.plan import PlanCheck, SetCheck
    from liftguard.judge.policy import Policy
    from liftguard.judge.suggestion import Best, Bests, LastTime, Next, Suggestion
    from liftguard.judge.verdict import Advice, Level, MovementStep, Step, Verdict
    from liftguard.lifts import BODY_AREAS, LIFTS, REGIONS, Lift, LiftMatch, find_lift
    from liftguard.model.experience import Shown
    from liftguard.model.forecast import Band, Forecast, Parts
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
    from liftguard.review.patterns import Pattern, Patterns, Searched
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
    "Parts",
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
    "Searched",
    "SetCheck",
    "Shown",
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
    "choices",
    "display",
    "dumps",
    "evaluation",
    "find_lift",
    "fleet",
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
    "speed",
]

_NAMES_OF = {
    "errors": "InvalidValue LiftguardError MissingExtra UnreadableLog UnreadableStore WrongOrder",
    "guard": "Guard",
    "importers": "read_log",
    "judge.causes": "Cause Evidence",
    "judge.plan": "PlanCheck SetCheck",
    "judge.policy": "Policy",
    "judge.suggestion": "Best Bests LastTime Next Suggestion",
    "judge.verdict": "Advice Level MovementStep Step Verdict",
    "lifts": "BODY_AREAS LIFTS REGIONS Lift LiftMatch find_lift",
    "model.experience": "Shown",
    "model.forecast": "Band Forecast Parts",
    "model.params": "MODEL_VERSION Params",
    "model.state": "AthleteState",
    "records": (
        "Bodyweight Entry History Log LoggedSet Mobility Moved Movement Pain PlannedSession "
        "PlannedSet Plates Problem Profile Readiness Rising Skipped Stillness UnknownLift"
    ),
    "review.finding": "Change Deed Finding Reason Trace",
    "review.log_check": "Doubt",
    "review.patterns": "Pattern Patterns Searched",
    "review.track": "Foreseen Judged Track",
    "units": "kg_from_lb lb_from_kg",
    "wire": "dumps loads",
    "words": (
        "say_bests say_cause say_details say_doubt say_finding say_lately say_log say_next "
        "say_next_time say_paragraph say_patterns say_plan say_reasons say_step say_suggestion "
        "say_track say_verdict"
    ),
}
_HOME = {name: home for home, names in _NAMES_OF.items() for name in names.split()}


def __dir__() -> list[str]:
    """List what is public, loaded or not."""
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for one of ours

    def __getattr__(name: str) -> object:
        """Load a name on first use, and keep it."""
        if name not in __all__:
            raise AttributeError(f"module 'liftguard' has no attribute {name!r}")
        home = import_module(f"liftguard.{_HOME.get(name, name)}")
        globals()[name] = getattr(home, name) if name in _HOME else home
        return globals()[name]
