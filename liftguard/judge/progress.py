"""
What to plan next for each lift of a session: by chances and reserve, not by a fixed rule.

Reason to change: how a coach goes on from one session to the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs

from liftguard.errors import InvalidValue
from liftguard.judge.limits import Case, weighed_at
from liftguard.judge.loads import net_kg
from liftguard.judge.question import Question, Rules, with_plan
from liftguard.judge.suggest import as_suggestion, case_of, suggest
from liftguard.judge.suggestion import Next, Suggestion
from liftguard.judge.usual import moves_of
from liftguard.judge.verdict import Level
from liftguard.model.state import AthleteState
from liftguard.records import PlannedSession, PlannedSet, Plates
from liftguard.units import rir_from_rpe

__all__ = ["next_session"]

_OWN = ("go_up", "hold", "back_off")  # codes of a suggestion that say it beside the last time


def next_session(
    state: AthleteState,
    session: PlannedSession | Iterable[PlannedSet],
    at: datetime,
    rules: Rules,
    plates: Plates | None = None,
) -> tuple[Next, ...]:
    """Say what to plan next for each lift of a session, in its order."""
    sets = session.sets if isinstance(session, PlannedSession) else session
    if not isinstance(sets, Iterable):
        raise InvalidValue(where="session", got=session, wanted="a PlannedSession or PlannedSets")
    heaviest: dict[str, PlannedSet] = {}
    for planned in sets:
        if not isinstance(planned, PlannedSet):
            raise InvalidValue(where="session", got=planned, wanted="PlannedSets")
        held = heaviest.setdefault(planned.lift, planned)
        if net_kg(planned) > net_kg(held):
            heaviest[planned.lift] = planned
    return tuple(_next(state, one, at, rules, plates) for one in heaviest.values())


def _next(
    state: AthleteState, planned: PlannedSet, at: datetime, rules: Rules, plates: Plates | None
) -> Next:
    """Say what to plan next for one lift."""
    rir = None if planned.rpe is None else rir_from_rpe(planned.rpe)
    plain = PlannedSet(lift=planned.lift, load_kg=0.0, reps=planned.reps)
    asked = Question(state, plain, at, plates=plates)
    found, case = suggest(asked, rir, rules), case_of(asked, rir, rules)
    plateau = _plateau(case)
    if found.code not in _OWN or case.usual is None or found.load_kg is None:
        return Next(code=found.code, suggestion=found)
    if _fell_short(case) and found.code != "back_off":
        return Next(code="repeat", suggestion=found, plateau=plateau)
    if found.code == "go_up":
        return Next(code="add_load", suggestion=found, plateau=plateau)
    if found.code == "back_off":
        return Next(code="back_off", suggestion=found, plateau=plateau)
    if case.usual.time.reps < planned.reps:
        return Next(code="add_rep", suggestion=found, plateau=plateau)
    return _more(case, found, plateau)


def _plateau(case: Case) -> int | None:
    """Count the sessions in which a load stayed, where they are enough and none fell short."""
    if case.usual is None or not case.usual.is_alike:
        return None
    stayed = 1 - moves_of(case.usual.time, case.found)  # the first one counts
    return stayed if stayed >= case.rules.policy.plateau_sessions else None


def _fell_short(case: Case) -> bool:
    """Tell whether the last session of the lift fell short."""
    return case.told.last is not None and case.told.last.short > 0


def _more(case: Case, held: Suggestion, plateau: int | None) -> Next:
    """Try a step of load and a repetition more: the one that is likelier to go up, if clear."""
    same = Next(code="hold", suggestion=held, plateau=plateau)
    usual, asked = case.usual, case.found.asked
    if usual is None or case.rir is not None or not case.may_rise:
        return same
    tried: list[tuple[str, Case, float, str]] = []
    if asked.planned.reps >= usual.time.reps:
        further = attrs.evolve(asked.planned, reps=asked.planned.reps + 1)
        one_more = case._replace(found=with_plan(case.found, further, case.rules))
        tried.append(("add_rep", one_more, usual.kg, "hold"))
    above = case.loads.above(usual.kg)
    if above is not None:
        tried.insert(0, ("add_load", case, above, "go_up"))
    clear = [
        Next(code=code, suggestion=as_suggestion(of, kg, said, "usual"), plateau=plateau)
        for code, of, kg, said in tried
        if _is_clear(of, kg)
    ]
    return min(clear, key=lambda one: one.suggestion.p_beyond or 0.0, default=same)


def _is_clear(case: Case, kg: float) -> bool:
    """Tell whether a set is clear, and expected to leave something."""
    found = weighed_at(case, kg)
    left = found.forecast.expected_rir
    return found.level == Level.CLEAR and (left is None or left >= 0.0)
