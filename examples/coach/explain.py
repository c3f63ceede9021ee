"""Explain the next sessions of an athlete: of each lift the set that a coach should look at."""

from collections.abc import Sequence

import attrs

import liftguard as lg
from liftguard.words import say_plates, say_set

NOTHING = "Nothing that loads this place is offered for today."
MOST_TRIES = 10  # loads that are tried until one clears all sets alike


@attrs.frozen(kw_only=True)
class Explained:
    """The verdict on a set, and what it means for the sets alike after it."""

    verdict: lg.Verdict
    place: int  # among the sets of the same load and repetitions, from 1
    count: int  # of them
    presumes: bool  # that another set of the lift before it goes up, though it may well not
    for_all_kg: float | None = None  # the load at which the sets alike after it are clear, too
    then: str = ""  # how the last of them stands, where that is worse

    @property
    def by_pain(self) -> bool:
        """Whether a pain holds it back."""
        return self.verdict.pain is not None and self.verdict.level >= lg.Level.CAUTION

    def said(self, unit: str) -> list[str]:
        """Say how the set stands, its largest cause and what to do."""
        verdict = self.verdict
        lines = [f"{self._which()}{lg.say_verdict(verdict, unit)}"]
        named = [one for one in verdict.causes[:1] if one.named or not self.by_pain]
        if verdict.level >= lg.Level.CAUTION:
            lines += [lg.say_cause(cause, verdict) for cause in named]
        what = "To begin with" if verdict.level == lg.Level.UNKNOWN else "Instead"
        lines += [f"{what}: {self._say_step(step, unit)}" for step in self.verdict.steps[:1]]
        if self.by_pain and not self.verdict.steps:
            lines.append(NOTHING)
        if self.for_all_kg is not None:
            lines.append(f"All of these sets are clear at {say_plates(self.for_all_kg, unit)}.")
        return [lines[0], *filter(None, [self.then]), *lines[1:]]

    def _say_step(self, step: lg.Step, unit: str) -> str:
        """Say a change, without its chance beside a pain, where it would be no reason."""
        step = attrs.evolve(step, level=lg.Level.UNKNOWN) if self.by_pain else step
        return lg.say_step(step, unit, at=self.verdict.at)

    def _which(self) -> str:
        """Say which set it is, where those before it count."""
        if self.presumes:
            return "If the sets before it go up: "
        return f"Set {self.place} of {self.count}: " if self.place > 1 else ""


def explain(
    guard: lg.Guard,
    state: lg.AthleteState,
    sessions: Sequence[lg.PlannedSession],
    plan: lg.PlanCheck,
    plates: lg.Plates | None,
) -> list[Explained]:
    """
    Explain one set of each lift that is not clear, the most urgent first.

    With a pain, the lifts that load its place come first, and of these the ones of which nothing
    is offered.
    """
    found = [_explained(guard, state, sessions, plan, index, plates) for index in _to_explain(plan)]
    return sorted(found, key=_urgency)


def _urgency(one: Explained) -> tuple[bool, bool, int, float]:
    verdict = one.verdict
    offered = one.by_pain and bool(one.verdict.steps)
    return not one.by_pain, offered, -verdict.level, -(verdict.p_beyond or 0.0)


def _to_explain(plan: lg.PlanCheck) -> list[int]:
    """
    Give the place of the set of each lift to explain, where one is not clear.

    It is the first of the worst level, or an earlier one of the same load and repetitions that
    is flagged already: a later one would presume that this one goes up.
    """
    places = []
    for lift in dict.fromkeys(one.planned.lift for one in plan.sets):
        sets = [(index, one) for index, one in enumerate(plan.sets) if one.planned.lift == lift]
        worst = max((one for _, one in sets), key=lambda one: one.level)
        if worst.level > lg.Level.CLEAR:
            unclear = min(worst.level, lg.Level.CAUTION)
            alike = [i for i, one in sets if one.planned == worst.planned and one.level >= unclear]
            places.append(alike[0])
    return places


def _explained(
    guard: lg.Guard,
    state: lg.AthleteState,
    sessions: Sequence[lg.PlannedSession],
    plan: lg.PlanCheck,
    index: int,
    plates: lg.Plates | None,
) -> Explained:
    this = plan.sets[index]
    verdict = guard.check_in_plan(state, sessions, index, plates=plates)
    session = [(at, one) for at, one in enumerate(plan.sets) if one.session == this.session]
    alike = [at for at, one in session if one.planned == this.planned]
    before = [one for at, one in session if at < index and one.planned.lift == this.planned.lift]
    worst = max(alike, key=lambda at: plan.sets[at].level)
    then = ""
    if plan.sets[worst].level > this.level >= lg.Level.CAUTION:
        place = f"Set {alike.index(worst) + 1} of {len(alike)}"
        then = f"{place} is {plan.sets[worst].level} if those before it go up."
    for_all = None
    if verdict.pain is None and verdict.steps and verdict.steps[0].code == "lower_load":
        for_all = _for_all(guard, state, sessions, index, verdict.steps[0].planned, plates)
    return Explained(
        verdict=verdict,
        place=alike.index(index) + 1,
        count=len(alike),
        presumes=any(one.level >= lg.Level.CAUTION for one in before),
        for_all_kg=for_all,
        then=then,
    )


def _for_all(
    guard: lg.Guard,
    state: lg.AthleteState,
    sessions: Sequence[lg.PlannedSession],
    index: int,
    lighter: lg.PlannedSet,
    plates: lg.Plates | None,
) -> float | None:
    """Lower a load further until it clears the sets alike, too; None where it does so at once."""
    flat = [one for session in sessions for one in session.sets]
    alike = [at for at, one in enumerate(flat) if at >= index and one == flat[index]]
    first = lighter
    for _ in range(MOST_TRIES):
        for at in alike:
            flat[at] = lighter
        left = iter(flat)
        changed = [attrs.evolve(one, sets=[next(left) for _ in one.sets]) for one in sessions]
        found = guard.check_plan(state, changed, plates=plates).sets
        flagged = next((at for at in alike if found[at].level >= lg.Level.CAUTION), None)
        if flagged is None:
            return None if lighter == first else lighter.load_kg
        then = guard.check_in_plan(state, changed, flagged, plates=plates).steps
        lower = next((one for one in then if one.code == "lower_load"), None)
        if lower is None:
            break
        lighter = lower.planned
    return None


def say_named(planned: lg.PlannedSet, unit: str) -> str:
    """Say a set with a capital, as it stands alone."""
    said = say_set(planned, unit)
    return said[:1].upper() + said[1:]
