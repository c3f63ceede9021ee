"""
The doors of this room: every `say_` function that is called from outside of it.

Each takes a language, and where loads are said a unit, and makes the `Voice` that goes
through the room instead of the two.

Reason to change: something else that is said to somebody outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from liftguard.choices import Language, LogUnit
from liftguard.errors import InvalidValue
from liftguard.judge.causes import Cause
from liftguard.judge.plan import PlanCheck
from liftguard.judge.suggestion import Bests, Next, Suggestion
from liftguard.judge.verdict import MovementStep, Step, Verdict
from liftguard.records import Log, Pain, PlannedSet
from liftguard.review.finding import Finding, Trace
from liftguard.review.log_check import Doubt
from liftguard.review.patterns import Pattern, Patterns
from liftguard.review.track import Judged, Track
from liftguard.words.names import lift_text, pain_text, reps_text, set_text
from liftguard.words.numbers import (
    ago_text,
    chance_text,
    days_text,
    exact_load_text,
    list_text,
    load_text,
    number_text,
    share_text,
    span_text,
)
from liftguard.words.paragraphs import paragraph_text
from liftguard.words.say_causes import cause_sentence, evidence_lines, part_text
from liftguard.words.say_doubt import doubt_sentences
from liftguard.words.say_finding import (
    finding_sentence,
    pattern_sentence,
    patterns_lines,
    reason_lines,
    strength_lines,
    trace_text,
)
from liftguard.words.say_lately import lately_lines
from liftguard.words.say_log import log_lines, track_lines, warning_text
from liftguard.words.say_next_time import next_time_lines
from liftguard.words.say_plan import plan_lines
from liftguard.words.say_steps import ease_sentence, step_sentence
from liftguard.words.say_suggestion import bests_lines, next_lines, suggestion_lines
from liftguard.words.say_verdict import verdict_lines, verdict_sentence
from liftguard.words.voice import Voice

__all__ = [
    "say_ago",
    "say_bests",
    "say_cause",
    "say_chance",
    "say_days",
    "say_details",
    "say_doubt",
    "say_evidence",
    "say_finding",
    "say_lately",
    "say_lift",
    "say_list",
    "say_load",
    "say_log",
    "say_next",
    "say_next_time",
    "say_number",
    "say_pain",
    "say_paragraph",
    "say_part",
    "say_pattern",
    "say_patterns",
    "say_plan",
    "say_plates",
    "say_reasons",
    "say_reps",
    "say_set",
    "say_share",
    "say_span",
    "say_step",
    "say_strength",
    "say_suggestion",
    "say_trace",
    "say_track",
    "say_verdict",
    "say_warning",
]


def _expect(value: object, kind: type, where: str) -> None:
    """Refuse what is not of the kind that a door says."""
    if not isinstance(value, kind):
        article = "an" if kind.__name__[0] in "AEIO" else "a"
        raise InvalidValue(where=where, got=value, wanted=f"{article} {kind.__name__}")


def say_verdict(verdict: Verdict, unit: LogUnit = "kg", *, language: Language = "en") -> str:
    """
    Say a verdict in one sentence.

    Parameters
    ----------
    verdict : Verdict
        The verdict.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence, with the level first, and then a pain where there is one.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> verdict = guard.check(guard.start(), pull, at=datetime(2026, 1, 5))
    >>> print(say_verdict(verdict))
    UNKNOWN: whether deadlift 180 kg x 3 is too much cannot be said, as there is no set of this \
lift in the records.
    >>> print(say_verdict(verdict, language="de"))
    UNKLAR: Ob Kreuzheben 180 kg x 3 zu viel ist, lässt sich nicht sagen, denn im Log steht \
kein Satz dieser Übung.
    """
    _expect(verdict, Verdict, "say_verdict")
    return verdict_sentence(verdict, Voice(language=language, unit=unit))


def say_details(verdict: Verdict, unit: LogUnit = "kg", *, language: Language = "en") -> list[str]:
    """
    Say what stands behind a verdict, a line for each matter.

    Parameters
    ----------
    verdict : Verdict
        The verdict.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        Capacity, causes and evidence, what would clear it, caveats, and what was not
        assessed.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> verdict = guard.check(guard.start(), pull, at=datetime(2026, 1, 5))
    >>> say_details(verdict)[-1]
    'Fatigue and rapid movement were not assessed: the log has no sets or warm-ups.'
    """
    _expect(verdict, Verdict, "say_details")
    return verdict_lines(verdict, Voice(language=language, unit=unit))


def say_paragraph(
    told: Verdict | Cause | Step | Finding | Pattern,
    unit: LogUnit = "kg",
    *,
    at: datetime | None = None,
    language: Language = "en",
) -> str:
    """
    Say a verdict, a cause, a step, a finding or a pattern in one paragraph.

    Parameters
    ----------
    told : Verdict, Cause, Step, Finding or Pattern
        What is told.
    unit : {"kg", "lb"}
        For loads.
    at : datetime, optional
        When the set that a cause or a step belongs to was planned; a verdict knows it.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Whole sentences, the one that says it all first.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> from liftguard import Evidence
    >>> rest = Evidence(code="rest", value=4.0, unit="min")
    >>> lost = Evidence(code="lost_to_fatigue", value=0.04, unit="1")
    >>> print(say_paragraph(Cause(code="fatigue", share=1.0, size=2.0, regions=(),
    ...                           evidence=(lost, rest))))
    Fatigue takes about 4 % of capacity now. Rest since the last set: 4 minutes.
    """
    return paragraph_text(told, Voice(language=language, unit=unit), at)


def say_cause(
    cause: Cause,
    verdict: Verdict,  # noqa: ARG001 - calls stay as they are
    *,
    language: Language = "en",
) -> str:
    """
    Say in one sentence what part a cause has.

    Parameters
    ----------
    cause : Cause
        The cause.
    verdict : Verdict
        It is part of; not looked into, as the cause knows whether it is named.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence; for a cause that is not named, that it does not stand out.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> verdict = lg.Guard().check(lg.Guard().start(), lg.Movement(motion="flexion"),
    ...                            at=datetime(2026, 1, 5))
    >>> say_cause(verdict.causes[0], verdict)
    'Rapid movement does not stand out.'
    """
    return cause_sentence(cause, Voice(language=language))


def say_step(
    step: Step | MovementStep,
    unit: LogUnit = "kg",
    *,
    at: datetime | None = None,
    language: Language = "en",
) -> str:
    """
    Say in one sentence what to do instead, and how it would stand.

    Parameters
    ----------
    step : Step or MovementStep
        The step.
    unit : {"kg", "lb"}
        For loads.
    at : datetime, optional
        When the flagged set was planned, to say how much longer to rest or to walk.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> from liftguard import Level, PlannedSet
    >>> less = Step(code="lower_load", planned=PlannedSet(lift="squat", load_kg=92.5, reps=5),
    ...             at=datetime(2026, 1, 5), level=Level.CLEAR, p_beyond=0.03)
    >>> say_step(less)
    'Lower the load to 92.5 kg; the chance that it does not go up 5 times is then 3 %.'
    """
    voice = Voice(language=language, unit=unit)
    if isinstance(step, MovementStep):
        return ease_sentence(step, voice, at)
    _expect(step, Step, "say_step")
    return step_sentence(step, voice, at)


def say_plan(plan: PlanCheck, unit: LogUnit = "kg", *, language: Language = "en") -> list[str]:
    """
    Say how a plan stands, a line for each matter.

    Parameters
    ----------
    plan : PlanCheck
        The plan, checked.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        How many sets stand how, the first one that is flagged, and what clears it.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> pull = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
    >>> session = lg.PlannedSession(at=datetime(2026, 1, 5), sets=[pull, pull])
    >>> for line in say_plan(guard.check_plan(guard.start(), [session])):
    ...     print(line)
    2 sets planned: 2 UNKNOWN.
    No set is flagged, but of 2 the records cannot say whether they are too much.
    """
    _expect(plan, PlanCheck, "say_plan")
    return plan_lines(plan, Voice(language=language, unit=unit))


def say_suggestion(
    suggestion: Suggestion, unit: LogUnit = "kg", *, language: Language = "en"
) -> list[str]:
    """
    Say what to lift, a line for each matter.

    Parameters
    ----------
    suggestion : Suggestion
        What is suggested.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        The set, why it is not more, how likely it fails, and what it rests on.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> for line in say_suggestion(guard.suggest(guard.start(), "squat", 5,
    ...                                          at=datetime(2026, 1, 5))):
    ...     print(line)
    Squat 20 kg x 5, to begin with.
    Not more, as too little is known of this lift.
    Where it goes up easily, add a little from set to set, and stop where it gets slow.
    """
    _expect(suggestion, Suggestion, "say_suggestion")
    return suggestion_lines(suggestion, Voice(language=language, unit=unit))


def say_bests(bests: Bests, unit: LogUnit = "kg", *, language: Language = "en") -> list[str]:
    """
    Say the bests of a lift that stand, and the easiest new ones.

    Parameters
    ----------
    bests : Bests
        As `Guard.bests` gives them.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        One line for what stands, one for what is within reach.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> say_bests(guard.bests(guard.start(), "squat", at=datetime(2026, 1, 5)))
    ['Of squat nothing has gone up yet.']
    """
    _expect(bests, Bests, "say_bests")
    return bests_lines(bests, Voice(language=language, unit=unit))


def say_next(
    plans: Iterable[Next], unit: LogUnit = "kg", *, language: Language = "en"
) -> list[str]:
    """
    Say what to plan next, a line for each lift.

    Parameters
    ----------
    plans : iterable of Next
        As `Guard.next_session` gives them.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        The set to plan, its chance, what was done last time, and a plateau where there is one.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known, or it is one Next alone.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> guard = lg.Guard()
    >>> squat = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
    >>> say_next(guard.next_session(guard.start(), [squat], at=datetime(2026, 1, 5)))
    ['To begin with: squat 20 kg x 5; as too little is known of this lift.']
    """
    if isinstance(plans, Next):
        hint = "Put one into a list: say_next([one])."
        raise InvalidValue(where="say_next", got=plans, wanted="several Next", hint=hint)
    told = list(plans)
    for one in told:
        _expect(one, Next, "say_next")
    return next_lines(told, Voice(language=language, unit=unit))


def say_finding(finding: Finding, *, language: Language = "en") -> str:
    """
    Say in one sentence what stood out before a pain.

    Parameters
    ----------
    finding : Finding
        Of `Guard.investigate`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        One sentence; where nothing stood out, which records would have told more.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard import Pain
    >>> pain = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6, kind="spasm")
    >>> print(say_finding(Finding(pain=pain, causes=(), missing_records=("stillness",))))
    Spasm in the lower back on 2026-01-05: the records do not show the reason; notes on \
stillness would have told more.
    """
    _expect(finding, Finding, "say_finding")
    return finding_sentence(finding, Voice(language=language))


def say_reasons(finding: Finding, *, language: Language = "en") -> list[str]:
    """
    Say what stands behind a finding, a sentence or two for each cause.

    Parameters
    ----------
    finding : Finding
        Of `Guard.investigate`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        What stood out, what did not, what the log does not hold, and what makes it less sure.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> from datetime import datetime
    >>> from liftguard import Pain, Reason
    >>> pain = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6)
    >>> nothing = Reason(code="overload", distinctive=False, traces=(), regions=())
    >>> say_reasons(Finding(pain=pain, causes=(nothing,), missing_records=()))
    ['Nothing that was recorded speaks for overload.']
    """
    _expect(finding, Finding, "say_reasons")
    return reason_lines(finding, Voice(language=language))


def say_lately(finding: Finding, unit: LogUnit = "kg", *, language: Language = "en") -> list[str]:
    """
    Say what was done in the days before a pain, with loads beside the own bests.

    Parameters
    ----------
    finding : Finding
        Of `Guard.investigate`.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        A line for each `Finding.lately`, five at most; one that says so where nothing was
        recorded.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known, or it is no finding.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> pull = lg.LoggedSet(lift="deadlift", at=datetime(2026, 1, 5, 18), load_kg=100, reps=5)
    >>> hurt = lg.Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=4)
    >>> for line in say_lately(lg.Guard().investigate(lg.History([pull]), hurt)):
    ...     print(line)
    2026-01-05 18:00: deadlift 100 kg x 5, for the first time; 1 set that day.
    1 set in the last seven days, 0 in the seven before.
    """
    _expect(finding, Finding, "say_lately")
    return lately_lines(finding, Voice(language=language, unit=unit))


def say_next_time(
    finding: Finding, unit: LogUnit = "kg", *, language: Language = "en"
) -> list[str]:
    """
    Say what to change so that a pain does not come again, and what to record.

    Parameters
    ----------
    finding : Finding
        Of `Guard.investigate`.
    unit : {"kg", "lb"}
        For loads.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        Of a strong pain first the signs that are for a clinician; then a line for each
        `Finding.steps`, with what a replay with it shows; then what to record.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known, or it is no finding.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> hurt = lg.Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=4)
    >>> why, later = say_next_time(
    ...     lg.Finding(pain=hurt, causes=(), missing_records=("sets", "stillness"))
    ... )
    >>> later
    'To know more next time, note sets and stillness.'
    """
    _expect(finding, Finding, "say_next_time")
    return next_time_lines(finding, Voice(language=language, unit=unit))


def say_patterns(patterns: Patterns, *, language: Language = "en") -> list[str]:
    """
    Say what was found in a history, and how much was looked through for it.

    Parameters
    ----------
    patterns : Patterns
        Of `Guard.patterns`.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        A sentence for each pattern, then one for each kind of event.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> say_patterns(lg.Guard().patterns(lg.History()))[1]
    'Misses: 0 on 0 occasions, too few to look for patterns.'
    """
    _expect(patterns, Patterns, "say_patterns")
    return patterns_lines(patterns, Voice(language=language))


def say_doubt(doubt: Doubt, unit: LogUnit = "kg", *, language: Language = "en") -> str:
    """
    Say what is doubtful in a log, and what it does to forecasts.

    Parameters
    ----------
    doubt : Doubt
        Of `Guard.check_log`.
    unit : {"kg", "lb"}
        To say loads in.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    str
        Two sentences.

    Raises
    ------
    InvalidValue
        When the unit or the language is not known.

    Examples
    --------
    >>> from datetime import datetime
    >>> print(say_doubt(Doubt(code="future", severity="error", lift=None, count=1,
    ...                       first=datetime(2062, 1, 5), last=datetime(2062, 1, 5),
    ...                       effect="time_wrong", evidence=())))
    1 entry lies in the future, on 2062-01-05. No set can be judged for a day before the \
latest of them.
    """
    _expect(doubt, Doubt, "say_doubt")
    return doubt_sentences(doubt, Voice(language=language, unit=unit))


def say_log(log: Log, *, language: Language = "en") -> list[str]:
    """
    Say what was read of a file, a line for each matter.

    What stood in the file is not translated.

    Parameters
    ----------
    log : Log
        The log.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        The account of its rows, what it was recognised by, the unit, what was assumed, and
        the first of the reasons, problems and unknown names.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> from liftguard import History, Log
    >>> log = Log(history=History(), problems=(), skipped=(), app="strong", unit="kg",
    ...           unit_evidence="the header", rows_read=0, rows_with_sets=0)
    >>> say_log(log)[0]
    '0 rows read = 0 with sets + 0 without + 0 not understood.'
    """
    _expect(log, Log, "say_log")
    return log_lines(log, Voice(language=language))


def say_track(track: Track, *, language: Language = "en") -> list[str]:
    """
    Say what a track holds, a line for each matter.

    Parameters
    ----------
    track : Track
        The track.
    language : {"en", "de"}
        Of the text.

    Returns
    -------
    list of str
        How many sets, of which lifts, from when to when, and how many were missed; what an app
        that asked before each would have said of them, and its surest warnings, with what came
        of the sets.

    Raises
    ------
    InvalidValue
        When the language is not known.

    Examples
    --------
    >>> import liftguard as lg
    >>> from datetime import datetime
    >>> done = lg.LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
    >>> for line in say_track(lg.Guard().replay(lg.History([done]))):
    ...     print(line)
    1 set from 2026-01-05 to 2026-01-05, of squat; 0 missed.
    Asked before each set, at the repetitions planned or else done: none flagged; 1 not judged.
    """
    _expect(track, Track, "say_track")
    return track_lines([track.judged(one) for one in track], Voice(language=language))


# --- parts of these, which `liftguard` itself does not export ---


def say_warning(judged: Judged, *, language: Language = "en") -> str:
    """Say what a warning before a set said, and whether it was right."""
    return warning_text(judged, Voice(language=language))


def say_evidence(
    cause: Cause, unit: LogUnit = "kg", *, at: datetime | None = None, language: Language = "en"
) -> list[str]:
    """Say what was recorded of a cause, a sentence each; with a moment, on which dates."""
    return evidence_lines(cause, Voice(language=language, unit=unit), at)


def say_part(code: str, share: float | None, *, language: Language = "en") -> str:
    """Say roughly what share of an excess is a cause's: partly, about half, mostly."""
    return part_text(code, share, Voice(language=language))


def say_trace(trace: Trace, *, language: Language = "en") -> str:
    """Say one number that the records show before a pain, and how usual it was."""
    return trace_text(trace, Voice(language=language))


def say_pattern(pattern: Pattern, *, language: Language = "en") -> str:
    """Say what events have in common, with the counts."""
    return pattern_sentence(pattern, Voice(language=language))


def say_strength(pattern: Pattern, *, language: Language = "en") -> list[str]:
    """Say the range of a pattern's ratio, how much it explains, and that it proves nothing."""
    return strength_lines(pattern, Voice(language=language))


def say_lift(key: str, *, language: Language = "en") -> str:
    """Name a lift in the middle of a sentence; an unknown one keeps its own name."""
    return lift_text(key, Voice(language=language))


def say_reps(reps: int, *, language: Language = "en") -> str:
    """Say a number of repetitions."""
    return reps_text(reps, Voice(language=language))


def say_set(planned: PlannedSet, unit: LogUnit = "kg", *, language: Language = "en") -> str:
    """Say a planned set: lift, load and repetitions."""
    return set_text(planned, Voice(language=language, unit=unit))


def say_pain(pain: Pain, at: datetime | None = None, *, language: Language = "en") -> str:
    """Say what hurt where: how long before a moment, else on which date."""
    return pain_text(pain, Voice(language=language), at)


def say_number(value: float, decimals: int = 0, *, language: Language = "en") -> str:
    """Say a number with at most so many decimals; zeros at the end are left out."""
    return number_text(value, Voice(language=language), decimals)


def say_load(kg: float, unit: LogUnit = "kg", *, language: Language = "en") -> str:
    """Say a load [kg] in a unit, to its nearest half kilogram or pound."""
    return load_text(kg, Voice(language=language, unit=unit))


def say_plates(kg: float, unit: LogUnit = "kg", *, language: Language = "en") -> str:
    """Say a load [kg] that is to be put on the bar, down to its smallest plates."""
    return exact_load_text(kg, Voice(language=language, unit=unit))


def say_chance(p: float, *, language: Language = "en") -> str:
    """Say a probability in whole percent that it reaches; near the ends, under or over what."""
    return chance_text(p, Voice(language=language))


def say_share(share: float, *, language: Language = "en") -> str:
    """Say a part of something in whole percent; it is above 1 where it is more than all."""
    return share_text(share, Voice(language=language))


def say_days(days: float, *, language: Language = "en") -> str:
    """Say a stretch of days, in whole ones."""
    return days_text(days, Voice(language=language))


def say_ago(days: float, *, language: Language = "en") -> str:
    """Say how many days ago something was, in whole ones."""
    return ago_text(days, Voice(language=language))


def say_span(minutes: float, *, language: Language = "en") -> str:
    """Say a stretch of minutes in the unit that suits it, from seconds to days."""
    return span_text(minutes, Voice(language=language))


def say_list(items: Sequence[str], join: str = "and", *, language: Language = "en") -> str:
    """Say several things one after the other; "and", "or" or "else" stands before the last."""
    return list_text(items, Voice(language=language), join)
