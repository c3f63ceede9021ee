"""Ask about a plan: a load far above the log, a name that may be that of another lift."""

import re
from collections import Counter
from collections.abc import Iterator

from squad import Athlete

import liftguard as lg
from liftguard.importers.typed_plans import most_if_doubtful
from liftguard.words import say_lift, say_list, say_plates, say_set

LIKELY = 1.2  # times the most: up to there pounds may be meant [1]
MOST_NEAR = 3  # lifts of the log that are offered for one that is not there


def asks(athlete: Athlete) -> Iterator[str]:
    """Ask about each set and each lift of the plan that the log makes doubtful."""
    done = Counter(one.lift for one in athlete.history.sets)
    planned = dict.fromkeys(one for session in athlete.sessions for one in session.sets)
    for one in planned:
        most = most_if_doubtful(one, athlete.history)
        if most is not None:
            yield _far_above(one, most, athlete.unit)
    for lift in dict.fromkeys(one.lift for one in planned):
        near = _near(lift, done) if lift not in done else []
        if near:
            names = say_list([f"{say_lift(key)} ({done[key]} sets)" for key in near], "or")
            yield f"The log has no {say_lift(lift)}; is {names} meant?"


def _far_above(planned: lg.PlannedSet, most: float, unit: str) -> str:
    """Ask whether a load is in another unit."""
    said = f"{say_set(planned, unit)} is more than twice the most in the log"
    said = f"{said[:1].upper()}{said[1:]}, {say_plates(most, unit)}"
    if lg.kg_from_lb(planned.load_kg) > LIKELY * most:
        return f"{said}: is it right?"
    return f"{said}: are {planned.load_kg:g} lb meant, and not kg?"


def _near(lift: str, done: Counter[str]) -> list[str]:
    """List the lifts of a log whose names hold all words of another, the most done first."""
    words = _words(lift)
    return [key for key, _ in done.most_common() if words <= _words(key)][:MOST_NEAR]


def _words(lift: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", say_lift(lift).casefold())
    return {word.removesuffix("s") for word in words}
