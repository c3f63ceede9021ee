"""
A verdict in one sentence, and line by line what stands behind it.

Reason to change: what is told of a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from liftguard.judge.causes import Cause
from liftguard.judge.verdict import Level, MovementStep, Step, Verdict
from liftguard.lifts import find_lift, lift_of
from liftguard.records import Movement, Pain, PlannedSet
from liftguard.words.language import capital, sentence
from liftguard.words.names import (
    SIGNS,
    lift_text,
    loaded_text,
    muscle_text,
    net_text,
    pain_text,
    planned_text,
    records_text,
    reps_text,
)
from liftguard.words.numbers import (
    calendar_days,
    chance_text,
    date_text,
    days_before,
    days_text,
    exact_load_text,
    list_text,
    load_text,
)
from liftguard.words.say_causes import (
    cause_sentence,
    evidence_lines,
    is_worth_a_line,
    telling_evidence,
)
from liftguard.words.say_steps import (
    begin_line,
    breaks_text,
    changes_lines,
    eases_line,
    failing_text,
)
from liftguard.words.voice import Voice

__all__ = ["lines_beside_sentence", "rule_of", "verdict_lines", "verdict_sentence"]

_REASONS = (  # for not knowing, the most telling first
    "no_bodyweight",
    "no_load",
    "unknown_lift",
    "no_sets",
    "few_sets",
    "long_break",
    "not_near_limit",
    "high_reps",
    "wide_belief",
)
_BY_RULE = ("long_still", "just_up")  # what alone flags a set, the most telling first
# By almost nobody, and said of a movement without a bar, which little else is known of.
_SELDOM_NOTED = ("stillness", "rising", "velocity")
_ELSEWHERE = {  # in the sentence, or a line of its own
    "pain",
    "waits",
    "big_step",
    "rule_not_calibrated",
    *SIGNS,
    *_BY_RULE,
}


def verdict_sentence(verdict: Verdict, voice: Voice) -> str:
    """Say a verdict, with the level first, and then a pain where there is one."""
    level = voice.text("levels", verdict.level.name)
    said = "; ".join(_clauses(verdict, voice))
    return f"{level}: {voice.after_colon(said)}."


def _clauses(verdict: Verdict, voice: Voice) -> Iterator[str]:
    """Give what the sentence is put together from, in its order."""
    moves = isinstance(verdict.planned, Movement)
    held = moves or (verdict.level != Level.CLEAR and rule_of(verdict) is None)
    if verdict.pain is not None and held:
        yield _pain_clause(verdict.pain, verdict, voice)
    yield _claim(verdict, voice)
    if moves:
        if verdict.causes and verdict.causes[0].regions:
            muscle = muscle_text(verdict.causes[0].regions[0], voice)
            yield voice.text("sentences", "asked", muscle=muscle)
        yield voice.text("sentences", "rule")
    elif verdict.level != Level.UNKNOWN:
        yield from _chance_clause(verdict, voice)


def _pain_clause(pain: Pain, verdict: Verdict, voice: Voice) -> str:
    """Say what a pain does now, or what is left to do once it does not hold back any more."""
    if "waits" in verdict.caveats:
        after = pain_text(pain, voice, verdict.at, "after_the_pains")
        return voice.text("sentences", "pain_waits", after=after)
    code = "pain_move" if isinstance(verdict.planned, Movement) else "pain_lift"
    return voice.text("sentences", code, pain=pain_text(pain, voice, verdict.at))


def _is_held_back(verdict: Verdict) -> bool:
    """Tell whether a pain is why a set is not to be done."""
    return verdict.pain is not None and verdict.level >= Level.CAUTION and rule_of(verdict) is None


def rule_of(verdict: Verdict) -> str | None:
    """Give the rule that alone flags a set, beside its chance and pains."""
    return next((code for code in _BY_RULE if code in verdict.caveats), None)


def _claim(verdict: Verdict, voice: Voice) -> str:
    """Say how what was judged stands."""
    code = verdict.level.name
    if isinstance(verdict.planned, Movement):
        code, reason = f"move_{code}", voice.text("sentences", "little")
    else:
        reason = _reason_for_not_knowing(verdict, voice)
        if verdict.pain is not None and verdict.level != Level.UNKNOWN:
            waits = "waits" in verdict.caveats and verdict.level >= Level.CAUTION
            code = f"waits_{code}" if waits else f"pain_{code}"
        if "big_step" in verdict.caveats:
            code = f"step_{code}"
        code = rule_of(verdict) or code
    what = planned_text(verdict.planned, voice)
    pain = "" if verdict.pain is None else pain_text(verdict.pain, voice, verdict.at)
    return voice.text("sentences", code, what=what, reason=reason, pain=pain)


def _chance_clause(verdict: Verdict, voice: Voice) -> Iterator[str]:
    """Say how likely a set is to fail."""
    if not isinstance(verdict.planned, PlannedSet) or verdict.p_beyond is None:
        return
    if _is_held_back(verdict):
        return  # it would read as "you could, pain apart"
    fails = failing_text(verdict.planned.reps, voice)
    chance = chance_text(verdict.p_beyond, voice)
    code = "chance" if verdict.pain is None else "chance_apart"
    yield voice.text("sentences", code, fails=fails, chance=chance)


def _reason_for_not_knowing(verdict: Verdict, voice: Voice) -> str:
    """Say the most telling of the reasons."""
    told = [code for code in _REASONS if code in verdict.caveats]
    return _caveat_text(told[0] if told else "wide_belief", verdict, voice)


def _caveat_text(code: str, verdict: Verdict, voice: Voice) -> str:
    """Say what makes a verdict less sure; of a name that no table knows, the nearest known one."""
    days = verdict.days_since or 0.0
    planned = verdict.planned
    near = find_lift(planned.lift).near if isinstance(planned, PlannedSet) else ()
    if code == "unknown_lift" and near:
        lift, caveat = lift_text(near[0], voice), voice.text("caveats", code)
        return voice.text("details", "nearest", caveat=caveat, lift=lift)
    date = date_text(days_before(verdict.at, days))
    said = days_text(calendar_days(verdict.at, days), voice)
    return voice.text("caveats", code, days=said, date=date)


def verdict_lines(verdict: Verdict, voice: Voice) -> list[str]:
    """Say capacity, causes with their evidence, what would clear it, and what is not known."""
    return [
        *_capacity_lines(verdict, voice),
        *_cause_lines(verdict, verdict.causes, voice),
        *_heaviest_clear_line(verdict, voice),
        *_clearing_line(verdict, verdict.steps, voice),
        *_breaks_line(verdict, voice),
        *_doubt_lines(verdict, voice),
    ]


def lines_beside_sentence(verdict: Verdict, voice: Voice) -> list[str]:
    """Say the named causes, the smallest change that clears it, caveats, what was not assessed."""
    named = [cause for cause in verdict.causes if cause.named]
    return [
        *_cause_lines(verdict, named, voice),
        *_clearing_line(verdict, verdict.steps[:1], voice),
        *_breaks_line(verdict, voice),
        *_doubt_lines(verdict, voice),
    ]


def _capacity_lines(verdict: Verdict, voice: Voice) -> Iterator[str]:
    """Say what is possible for the planned repetitions; nothing where that is open, or it hurts."""
    planned = verdict.planned
    if isinstance(planned, Movement) or not verdict.is_relied_on or verdict.pain is not None:
        return
    band, reps = verdict.band, planned.reps
    if band is None:  # stored before it was kept
        band, reps = verdict.capacity, 1
    if band is not None:
        moves_body, helped = lift_of(planned.lift).bodyweight_share > 0.0, planned.assist_kg > 0.0
        helped = helped or band.low_kg < 0.0
        say = net_text if helped else load_text
        low, middle, high = (say(kg, voice) for kg in (band.low_kg, band.middle_kg, band.high_kg))
        code = "capacity_added" if moves_body and not helped else "capacity"
        count = reps_text(reps, voice)
        yield voice.text("details", code, reps=count, low=low, middle=middle, high=high)


def _cause_lines(verdict: Verdict, causes: Iterable[Cause], voice: Voice) -> Iterator[str]:
    """Say which causes are named, and of each what was recorded and matters."""
    unsaid = {"days_since"} if verdict.level == Level.UNKNOWN else set()
    unsaid &= {"days_since"} if "long_break" in verdict.caveats else set()
    if verdict.days_since is not None and verdict.days_since < 1.0:
        unsaid |= {"days_since"}  # a set of today
    planned = verdict.planned
    if isinstance(planned, PlannedSet) and planned.reps == 1:
        moved = lift_of(planned.lift).bodyweight_share or planned.assist_kg
        unsaid |= set() if moved else {"demand"}  # a single asks for its load
    unsaid |= {"demand"} if "no_sets" in verdict.caveats else set()  # beside nothing
    unsaid |= {"rest"} if "typical_rest" in verdict.caveats else set()  # it is assumed
    if _is_held_back(verdict):  # and what else speaks for it or not is beside the point
        causes = [cause for cause in causes if cause.named or cause.code == "overload"]
    for cause in causes:
        if cause.named and isinstance(verdict.planned, PlannedSet):  # a movement has but one
            by_size = cause if rule_of(verdict) is None else evolve(cause, share=None)
            yield cause_sentence(by_size, voice)
        told = cause.evidence
        if rule_of(verdict) is not None or not (cause.named or is_worth_a_line(cause)):
            told = telling_evidence(cause)
        less = evolve(cause, evidence=tuple(one for one in told if one.code not in unsaid))
        yield from evidence_lines(less, voice, verdict.at)


def _heaviest_clear_line(verdict: Verdict, voice: Voice) -> Iterator[str]:
    """Say the most that stays clear for the same repetitions, unless less is to be lifted."""
    if "long_break" in verdict.caveats or any(one.code == "lower_load" for one in verdict.steps):
        return  # after a long break less is to begin with
    if verdict.max_load_kg is not None and isinstance(verdict.planned, PlannedSet):
        load = _most_text(verdict.max_load_kg, verdict.planned.assist_kg, voice)
        yield voice.text("details", "most", load=load, reps=reps_text(verdict.planned.reps, voice))


def _most_text(most_kg: float, assist_kg: float, voice: Voice) -> str:
    """Say the most that stays clear, as help where it is or was meant to be."""
    if assist_kg or most_kg < 0.0:
        return net_text(most_kg, voice, exact_load_text)
    return loaded_text(most_kg, 0.0, voice)


def _clearing_line(
    verdict: Verdict, found: Iterable[Step | MovementStep], voice: Voice
) -> Iterator[str]:
    """Say what would clear a flag, what to begin with, or that nothing was found to."""
    eases = [step for step in found if isinstance(step, MovementStep)]
    if eases:
        better = [step for step in eases if step.level < verdict.level]
        yield eases_line(better or eases, voice, verdict.at)
    if not isinstance(verdict.planned, PlannedSet):
        return
    steps = [step for step in found if isinstance(step, Step)]
    begin, hurts = [step for step in steps if step.code == "begin"], verdict.pain is not None
    if begin or verdict.level == Level.UNKNOWN:
        yield from (begin_line(step, voice, hurts=hurts) for step in begin)
        if not begin and not hurts and "no_sets" in verdict.caveats and _by_load_alone(verdict):
            yield voice.text("details", "begin_light")
    elif steps or verdict.level >= Level.CAUTION:
        yield from changes_lines(steps, voice, verdict.planned, verdict.at, hurts=hurts)


def _by_load_alone(verdict: Verdict) -> bool:
    """Tell whether a set is of a lift that is begun with little load: not with the body."""
    planned = verdict.planned
    return isinstance(planned, PlannedSet) and not lift_of(planned.lift).bodyweight_share


def _breaks_line(verdict: Verdict, voice: Voice) -> Iterator[str]:
    """Say what breaks are due, unless a change that clears the set is one of them."""
    clearing = {step.code for step in verdict.steps}
    due = [step for step in verdict.breaks if step.code not in clearing]
    if due:
        text = breaks_text(due, voice, verdict.at, surely=verdict.is_relied_on)
        yield voice.text("details", "breaks", steps=text)


def _doubt_lines(verdict: Verdict, voice: Voice) -> Iterator[str]:
    """Say what makes it less sure, what is for others to look at, and what was not looked at."""
    yield from (sentence(voice.text("caveats", one)) for one in SIGNS if one in verdict.caveats)
    if verdict.level != Level.UNKNOWN:
        unsaid = _ELSEWHERE | ({"doubt"} if _is_held_back(verdict) else set())  # of no chance
        told = [code for code in verdict.caveats if code not in unsaid]
        if len(told) > 1 and "wide_belief" in told:
            told.remove("wide_belief")  # which the others are why
        if told:
            caveats = "; ".join(_caveat_text(code, verdict, voice) for code in told)
            yield voice.text("details", "less_sure", caveat=caveats)
    missing = [one for one in verdict.missing_records if one not in _SELDOM_NOTED]
    records = records_text(missing or verdict.missing_records, voice)
    names = [voice.text("causes", code) for code in verdict.not_assessed]
    if names:
        causes = list_text(names, voice)
        code = "not_assessed" if verdict.missing_records else "not_told"
        said = voice.text("details", code, len(names), causes=causes, records=records)
        yield capital(said)
    elif verdict.missing_records and isinstance(verdict.planned, Movement):
        every = records_text(verdict.missing_records, voice)
        yield voice.text("details", "not_counted", records=every)
