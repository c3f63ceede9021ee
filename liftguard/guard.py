"""
The front door: composes the chapters, computes nothing.

What looks back is loaded when it is asked for: who asks before a set waits a fifth less.

Reason to change: a new question that a host may ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import attrs

from liftguard.errors import InvalidValue
from liftguard.judge.advice import advise
from liftguard.judge.judgement import judge_movement, judge_set
from liftguard.judge.loads import heaviest_clear, heaviest_loadable
from liftguard.judge.plan import PlanCheck, check_in_plan, check_plan
from liftguard.judge.policy import Policy
from liftguard.judge.progress import next_session
from liftguard.judge.question import Question, Rules, assess
from liftguard.judge.ramp import warm_up
from liftguard.judge.suggest import suggest
from liftguard.judge.suggestion import Bests, Next, Suggestion
from liftguard.judge.unbeaten import bests
from liftguard.judge.verdict import Advice, Verdict
from liftguard.model.forecast import Forecast, forecast_set
from liftguard.model.learn import learn
from liftguard.model.params import Params, fingerprint
from liftguard.model.standing import Standing, stand
from liftguard.model.state import AthleteState, begin_body, check_order, moment
from liftguard.records import (
    Entry,
    History,
    LoggedSet,
    Movement,
    Pain,
    PlannedSession,
    PlannedSet,
    Plates,
    Profile,
)
from liftguard.records.checks import check_at
from liftguard.records.history import check_entry, check_history
from liftguard.review.track import Track, replay
from liftguard.units import as_float, elapsed_days, rir_from_rpe

if TYPE_CHECKING:
    from liftguard.review.finding import Finding
    from liftguard.review.log_check import Doubt
    from liftguard.review.patterns import Patterns

__all__ = ["Guard"]


@attrs.frozen
class Guard:
    """
    Judges planned sets against what an athlete's records support.

    It never changes, so one may be shared between threads; states come in and new states
    go out.

    Parameters
    ----------
    params : Params
        Of the model.
    policy : Policy
        The host's appetite for risk.

    Examples
    --------
    >>> guard = Guard()
    >>> state = guard.start()
    >>> for day in (5, 8, 12):
    ...     done = LoggedSet(lift="deadlift", at=datetime(2026, 1, day), load_kg=180, reps=2, rpe=9)
    ...     state = guard.learn(state, done)
    >>> guard.check(state, PlannedSet(lift="deadlift", load_kg=220, reps=3),
    ...             at=datetime(2026, 1, 15)).level
    <Level.BEYOND: 3>
    """

    params: Params = attrs.field(factory=Params)
    policy: Policy = attrs.field(factory=Policy)
    _made_by: str = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        for field, kind in (("params", Params), ("policy", Policy)):
            value = getattr(self, field)
            if not isinstance(value, kind):
                other = {Params: "params", Policy: "policy"}.get(type(value))
                hint = f"Pass it by its name: Guard({other}=...)." if other else ""
                wanted = f"a {kind.__name__}"
                raise InvalidValue(where=f"Guard.{field}", got=value, wanted=wanted, hint=hint)
        object.__setattr__(self, "_made_by", fingerprint(self.params))

    def start(self, profile: Profile | None = None) -> AthleteState:
        """
        Give the state of an athlete before any history.

        Parameters
        ----------
        profile : Profile, optional
            Sex, year of birth, height: a first guess, until there are sets.

        Returns
        -------
        AthleteState
            With no entry.

        Raises
        ------
        InvalidValue
            When the profile is not one.

        Examples
        --------
        >>> Guard().start(Profile(sex="female")).at is None
        True
        """
        if profile is not None and not isinstance(profile, Profile):
            raise InvalidValue(where="Guard.start profile", got=profile, wanted="a Profile or None")
        return AthleteState(made_by=self._made_by, body=begin_body(self.params), profile=profile)

    def learn(self, state: AthleteState, entry: Entry) -> AthleteState:
        """
        Take in one entry.

        Parameters
        ----------
        state : AthleteState
            Before it; it does not change.
        entry : Entry
            What was done or felt. Entries that no part of the model uses yet only move time.

        Returns
        -------
        AthleteState
            After it.

        Raises
        ------
        WrongOrder
            When the entry is older than the state.
        InvalidValue
            When the id of a set was learned at this very moment, wall clock meets instants, or
            the state was made with other Params.

        Notes
        -----
        A state keeps the ids of its latest moment alone, so that it stays small: a set that
        comes again under a later moment is another set to it. An app that may be sent a set
        twice keeps the ids with its log and asks there first; `History` refuses every id that
        stands twice, however far apart.

        Examples
        --------
        >>> guard = Guard()
        >>> done = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> list(guard.learn(guard.start(), done).lifts)
        ['squat']
        """
        self._check_state(state)
        if type(entry) is not LoggedSet:  # which is what most entries are
            check_entry(entry, "Guard.learn entry")
        return learn(state, entry, self.params)

    def replay(self, history: History, *, start: AthleteState | None = None) -> Track:
        """
        Take in a history, keeping the forecast of each set made before it was revealed.

        Parameters
        ----------
        history : History
            Of one athlete.
        start : AthleteState, optional
            A checkpoint to go on from; None starts without history.

        Returns
        -------
        Track
            With the final state.

        Raises
        ------
        WrongOrder
            When the history begins before the checkpoint ends.
        InvalidValue
            As in `learn`.

        Examples
        --------
        >>> done = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> len(Guard().replay(History([done])))
        1
        """
        check_history(history, "Guard.replay history")
        state = self.start() if start is None else start
        self._check_state(state)
        return replay(state, history, self.policy, self.params)

    def forecast(self, state: AthleteState, planned: PlannedSet, *, at: datetime) -> Forecast:
        """
        Say how a planned set will go.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        planned : PlannedSet
            The set.
        at : datetime
            When it would be done; not before the state's last entry.

        Returns
        -------
        Forecast
            With its probability and what it was made of.

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When the plan or the state cannot be used.

        Examples
        --------
        >>> guard = Guard()
        >>> single = PlannedSet(lift="squat", load_kg=100, reps=1)
        >>> 0.0 < guard.forecast(guard.start(), single, at=datetime(2026, 1, 5)).p_beyond < 1.0
        True
        """
        return forecast_set(self._look(state, planned, at), planned, self.params)

    def check(
        self,
        state: AthleteState,
        planned: PlannedSet | Movement,
        *,
        at: datetime,
        plates: Plates | None = None,
        ramped: bool | None = None,
    ) -> Verdict:
        """
        Judge a planned set: is it beyond what the athlete can do now, and why.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        planned : PlannedSet or Movement
            What is meant to be done.
        at : datetime
            When; not before the state's last entry.
        plates : Plates, optional
            Bar and plates at hand; None, and a lift without a bar, mean steps as the log shows
            them, else of 2.5 kg.
        ramped : bool, optional
            Whether the usual ramp is done just before, by an athlete who writes ramps down.
            None takes it as done before the first set of the lift in a session, as `check_plan`
            does; False asks of a set that is about to begin as things stand.

        Returns
        -------
        Verdict
            Level, probability, causes, steps, and what could not be assessed.

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When the plan or the state cannot be used.

        Examples
        --------
        >>> guard = Guard()
        >>> pull = PlannedSet(lift="deadlift", load_kg=180, reps=3)
        >>> guard.check(guard.start(), pull, at=datetime(2026, 1, 5)).level
        <Level.UNKNOWN: 1>
        """
        at = self._check(state, planned, at)
        if isinstance(planned, Movement):
            return judge_movement(planned, state, at, self._rules)
        _check_plates(plates)
        if not (ramped is None or isinstance(ramped, bool)):
            raise InvalidValue(where="ramped", got=ramped, wanted="True, False or None")
        asked = Question(state, planned, at, plates=plates, ramped=ramped)
        return judge_set(assess(asked, self._rules), self._rules)

    def max_load(
        self,
        state: AthleteState,
        lift: str,
        reps: int,
        *,
        at: datetime,
        p_beyond: float | None = None,
        plates: Plates | None = None,
    ) -> float | None:
        """
        Find the heaviest loadable load that is CLEAR, or at a given risk.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        lift : str
            A key of `liftguard.LIFTS`, or any name that `find_lift` knows.
        reps : int
            Repetitions that must go up, 1 or more. [reps]
        at : datetime
            When; not before the state's last entry.
        p_beyond : float, optional
            Accepted probability of failing, above 0 and below 1; None means what `check` calls
            CLEAR: just below CAUTION, and no more than a step above all that ever went up. [1]
        plates : Plates, optional
            Bar and plates at hand; None, and a lift without a bar, mean steps as the log shows
            them, else of 2.5 kg.

        Returns
        -------
        float or None
            Rounded down to what can be loaded: plates, or the steps of the log and its own loads
            between them. 0.0 where even the bar is too heavy; below 0 it is help, of a lift that
            is done with some. None where it cannot be known, by a belief wider than
            `Policy.widest_sd` or no bodyweight for a lift that needs it; where the body alone is
            too much; and where a pain leaves no load at all, not even 0 kg. [kg]

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When an argument is outside its range.

        Examples
        --------
        >>> guard = Guard()
        >>> guard.max_load(guard.start(), "deadlift", 1, at=datetime(2026, 1, 5)) is None
        True
        """
        _check_plates(plates)
        p = None if p_beyond is None else as_float(p_beyond)
        if p is not None and not 0.0 < p < 1.0:
            raise InvalidValue(
                where="Guard.max_load p_beyond", got=p_beyond, wanted="a number in (0, 1)"
            )
        probe = PlannedSet(lift=lift, load_kg=0.0, reps=reps)
        if self.policy.too_wide(self._look(state, probe, at).capacity_sd):
            return None
        asked = Question(state, probe, at, plates=plates)
        if p is None:
            return heaviest_clear(assess(asked, self._rules), self._rules)
        return heaviest_loadable(asked, p, self._rules)

    def advise(
        self,
        state: AthleteState,
        planned: PlannedSet,
        *,
        at: datetime,
        plates: Plates | None = None,
    ) -> Advice:
        """
        Find the smallest changes that clear a flagged set, each judged on its own.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        planned : PlannedSet
            The set.
        at : datetime
            When; not before the state's last entry.
        plates : Plates, optional
            Bar and plates at hand; None, and a lift without a bar, mean steps as the log shows
            them, else of 2.5 kg.

        Returns
        -------
        Advice
            A tuple of Step: more rest, a ramp first, less load, fewer repetitions, another
            day, another lift, a deload where two signs ask for one, and after a layoff or with
            a pain the way back week by week. Empty for a set that is not flagged.

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When the plan or the state cannot be used.

        Examples
        --------
        >>> guard = Guard()
        >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
        >>> begin, = guard.advise(guard.start(), squat, at=datetime(2026, 1, 5))  # UNKNOWN
        >>> begin.code, begin.planned.load_kg
        ('begin', 20.0)
        """
        at = self._check(state, planned, at, PlannedSet)
        _check_plates(plates)
        asked = Question(state, planned, at, plates=plates)
        return Advice(advise(assess(asked, self._rules), self._rules))

    def warm_up(
        self,
        state: AthleteState,
        planned: PlannedSet,
        *,
        at: datetime,
        plates: Plates | None = None,
    ) -> tuple[PlannedSet, ...]:
        """
        Lead up to a planned set.

        Parameters
        ----------
        state : AthleteState
            Of the athlete; what this session has done counts.
        planned : PlannedSet
            The set to prepare for.
        at : datetime
            When the ramp begins; not before the state's last entry.
        plates : Plates, optional
            Bar and plates at hand; None, and a lift without a bar, mean steps as the log shows
            them, else of 2.5 kg.

        Returns
        -------
        tuple of PlannedSet
            From the lightest on, of fewer and fewer repetitions; empty where none is needed,
            or where none leads there.

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When the plan or the state cannot be used.

        Examples
        --------
        >>> guard = Guard()
        >>> pull = PlannedSet(lift="deadlift", load_kg=180, reps=3)
        >>> ramp = guard.warm_up(guard.start(), pull, at=datetime(2026, 1, 5), plates=Plates.kg())
        >>> [(one.load_kg, one.reps) for one in ramp]
        [(20.0, 8), (60.0, 5), (100.0, 3), (140.0, 2), (160.0, 1)]
        """
        at = self._check(state, planned, at, PlannedSet)
        _check_plates(plates)
        return warm_up(Question(state, planned, at, plates=plates), self._rules)

    def suggest(
        self,
        state: AthleteState,
        lift: str,
        reps: int,
        *,
        at: datetime,
        rpe: float | None = None,
        rir: float | None = None,
        plates: Plates | None = None,
    ) -> Suggestion:
        """
        Suggest the load to lift next for some repetitions.

        Right after a set was learned it gives the next one: hold, go up, back off, or stop.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        lift : str
            A key of `liftguard.LIFTS`, or any name that `find_lift` knows.
        reps : int
            Repetitions that must go up, 1 or more. [reps]
        at : datetime
            When; not before the state's last entry.
        rpe : float, optional
            How hard it is meant to be, 1 to 10. Without an effort the suggestion is what is
            usual: the load of the last time, or more where it has been rising. [1]
        rir : float, optional
            The same as repetitions to be left, 0 to 9; one of the two. [reps]
        plates : Plates, optional
            Bar and plates at hand; None means the loads of the log, and steps as they show
            there.

        Returns
        -------
        Suggestion
            A load that can be loaded and is CLEAR, or is marked `to_begin`; with what it rests
            on, and why it is not more.

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When an argument is outside its range, or both `rpe` and `rir` are given.

        Examples
        --------
        >>> guard, state = Guard(), Guard().start()
        >>> for day in (5, 8, 12, 15, 19, 22):
        ...     at = datetime(2026, 1, day)
        ...     done = LoggedSet(lift="squat", at=at, load_kg=100, reps=5, rpe=8)
        ...     state = guard.learn(state, done)
        >>> found = guard.suggest(state, "squat", 5, at=datetime(2026, 1, 26))
        >>> found.load_kg, found.code, found.reason
        (100.0, 'hold', 'usual')
        """
        asked = self._asked(state, lift, reps, at, plates)
        return suggest(asked, _reserve(rpe, rir), self._rules)

    def bests(
        self, state: AthleteState, lift: str, *, at: datetime, plates: Plates | None = None
    ) -> Bests:
        """
        List the bests of a lift that stand unbeaten, and the easiest new ones today.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        lift : str
            A key of `liftguard.LIFTS`, or any name that `find_lift` knows.
        at : datetime
            When; not before the state's last entry.
        plates : Plates, optional
            Bar and plates at hand; None means steps as the log shows them.

        Returns
        -------
        Bests
            The heaviest load for each count of repetitions with its date, and one step more of
            each that is CLEAR or CAUTION, the likeliest to go up first.

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When an argument cannot be used.

        Examples
        --------
        >>> guard = Guard()
        >>> done = LoggedSet(lift="squat", at=datetime(2026, 1, 5), load_kg=100, reps=5)
        >>> found = guard.bests(guard.learn(guard.start(), done), "squat", at=datetime(2026, 1, 8))
        >>> [(one.reps, one.load_kg) for one in found.unbeaten]
        [(5, 100.0)]
        """
        return bests(self._asked(state, lift, 1, at, plates), self._rules)

    def next_session(
        self,
        state: AthleteState,
        session: PlannedSession | Iterable[PlannedSet],
        *,
        at: datetime,
        plates: Plates | None = None,
    ) -> tuple[Next, ...]:
        """
        Say what to plan next for each lift of a session.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        session : PlannedSession or iterable of PlannedSet
            Its lifts, repetitions, and effort where one is planned; loads only tell which set
            of a lift is its main one.
        at : datetime
            When the next session is; not before the state's last entry.
        plates : Plates, optional
            Bar and plates at hand; None means steps as the log shows them.

        Returns
        -------
        tuple of Next
            One for each lift: what was done last time, and whether to add load or a repetition,
            to hold, to repeat or to back off, with the chance of that.

        Raises
        ------
        WrongOrder
            When `at` lies before the state's last entry.
        InvalidValue
            When something in the session is no planned set.

        Examples
        --------
        >>> guard = Guard()
        >>> squat = PlannedSet(lift="squat", load_kg=100, reps=5)
        >>> one, = guard.next_session(guard.start(), [squat], at=datetime(2026, 1, 5))
        >>> one.suggestion.lift, one.code
        ('squat', 'begin')
        """
        self._check_state(state)
        at = check_at(at, "at")
        check_order(state.at, moment(at))
        _check_plates(plates)
        return next_session(state, session, at, self._rules, plates)

    def check_plan(
        self,
        state: AthleteState,
        plan: Iterable[PlannedSession],
        *,
        plates: Plates | None = None,
    ) -> PlanCheck:
        """
        Judge each set of the sessions to come, walked forward as if done as planned.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        plan : iterable of PlannedSession
            In order of time; not before the state's last entry.
        plates : Plates, optional
            Bar and plates at hand; None, and a lift without a bar, mean steps as the log shows
            them, else of 2.5 kg.

        Returns
        -------
        PlanCheck
            One judgement for each set, the first one that is flagged, and what clears it.

        Raises
        ------
        WrongOrder
            When a session lies before the one before it, or before the state's last entry.
        InvalidValue
            When something in it is no session.

        Examples
        --------
        >>> guard = Guard()
        >>> guard.check_plan(guard.start(), []).first_beyond is None
        True
        """
        self._check_state(state)
        _check_plates(plates)
        return check_plan(state, plan, self._rules, plates)

    def check_in_plan(
        self,
        state: AthleteState,
        plan: Iterable[PlannedSession],
        index: int,
        *,
        plates: Plates | None = None,
    ) -> Verdict:
        """
        Judge one set of the sessions to come, after the sets before it are done as planned.

        `check_plan` explains the first set that is flagged; this explains any other, such as
        the worst one.

        Parameters
        ----------
        state : AthleteState
            Of the athlete.
        plan : iterable of PlannedSession
            In order of time; not before the state's last entry.
        index : int
            Of the set in `PlanCheck.sets`, from 0.
        plates : Plates, optional
            Bar and plates at hand; None, and a lift without a bar, mean steps as the log shows
            them, else of 2.5 kg.

        Returns
        -------
        Verdict
            On that set, with all that is known then.

        Raises
        ------
        WrongOrder
            When a session lies before the one before it, or before the state's last entry.
        InvalidValue
            When something in it is no session, or the plan has no such set.

        Examples
        --------
        >>> guard, squat = Guard(), PlannedSet(lift="squat", load_kg=100, reps=5)
        >>> plan = [PlannedSession(at=datetime(2026, 1, 5, 18), sets=[squat, squat])]
        >>> guard.check_in_plan(guard.start(), plan, 1).at
        datetime.datetime(2026, 1, 5, 18, 3)
        """
        self._check_state(state)
        _check_plates(plates)
        return check_in_plan(state, plan, index, self._rules, plates)

    def investigate(self, history: History, pain: Pain, *, plates: Plates | None = None) -> Finding:
        """
        Look for the reason of a pain in the hours and days before it.

        Parameters
        ----------
        history : History
            Of the athlete; what came after the pain does not count.
        pain : Pain
            The pain; it need not stand in the history.
        plates : Plates, optional
            Bar and plates for the loads of its steps; None, and a lift without a bar, mean steps as
            the log shows them, else of 2.5 kg.

        Returns
        -------
        Finding
            The three causes, the most telling first, each with what was unusual for this
            athlete; or which records would have shown the reason.

        Raises
        ------
        InvalidValue
            When an argument is of another kind, or wall clock meets instants.

        Examples
        --------
        >>> ache = Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6, kind="spasm")
        >>> Guard().investigate(History(), ache).reason_shown
        False
        """
        if not isinstance(pain, Pain):
            raise InvalidValue(where="Guard.investigate pain", got=pain, wanted="a Pain")
        check_history(history, "Guard.investigate history")
        _check_plates(plates)
        until = moment(pain.at)
        before = History(_up_to(history, until))
        track = self.replay(before)
        from liftguard.review.inquiry import investigate

        return investigate(track, before, pain, plates)

    def patterns(self, history: History) -> Patterns:
        """
        Find what flagged sets, misses and pains of a history have in common.

        Parameters
        ----------
        history : History
            Of the athlete.

        Returns
        -------
        Patterns
            Those that hold more often than elsewhere, with how many were tried; none on
            fewer than five events.

        Raises
        ------
        InvalidValue
            When it is not a history.

        Examples
        --------
        >>> Guard().patterns(History()).found
        ()
        """
        check_history(history, "Guard.patterns history")
        from liftguard.review.patterns import patterns

        return patterns(self.replay(history), history)

    def check_log(self, history: History, *, now: datetime | None = None) -> tuple[Doubt, ...]:
        """
        Look for what is doubtful in a log itself: slips of unit, figure and date, doubles, gaps.

        Parameters
        ----------
        history : History
            Of the athlete.
        now : datetime, optional
            What lies after it is in the future; None looks for no such dates.

        Returns
        -------
        tuple of Doubt
            In order of time, each with what it does to forecasts; empty for a clean log.

        Raises
        ------
        InvalidValue
            When an argument is of another kind, or wall clock meets instants.

        Examples
        --------
        >>> Guard().check_log(History())
        ()
        """
        check_history(history, "Guard.check_log history")
        if now is not None:
            now = check_at(now, "now")
        from liftguard.review.log_check import check_log

        return check_log(self.replay(history), history, now)

    def _asked(
        self, state: AthleteState, lift: str, reps: int, at: datetime, plates: Plates | None
    ) -> Question:
        """Ask about some repetitions of a lift, at whatever load."""
        planned = PlannedSet(lift=lift, load_kg=0.0, reps=reps)
        at = self._check(state, planned, at, PlannedSet)
        _check_plates(plates)
        return Question(state, planned, at, plates=plates)

    @property
    def _rules(self) -> Rules:
        return Rules(self.policy, self.params)

    def _look(self, state: AthleteState, planned: PlannedSet, at: datetime) -> Standing:
        """Check what was handed in, and look at the lift at that moment."""
        at = self._check(state, planned, at, PlannedSet)
        return stand(state, planned.lift, moment(at), self.params)

    def _check(
        self,
        state: AthleteState,
        planned: object,
        at: datetime,
        kinds: type | tuple[type, ...] = (PlannedSet, Movement),
    ) -> datetime:
        """Refuse what cannot be used; give the moment as one of Python."""
        self._check_state(state)
        if not isinstance(planned, kinds):
            several = isinstance(planned, PlannedSession | list | tuple)
            hint = "guard.check_plan judges sessions, set by set." if several else ""
            raise InvalidValue(where="Guard planned", got=planned, wanted="a PlannedSet", hint=hint)
        at = check_at(at, "at")
        check_order(state.at, moment(at))
        return at

    def _check_state(self, state: object) -> None:
        if not isinstance(state, AthleteState):
            hint = "That is guard.replay(log.history).state."
            if isinstance(state, str | bytes):
                hint = "loads(text) reads one that dumps wrote."
            elif isinstance(state, Track):
                hint = "Pass track.state."
            raise InvalidValue(where="Guard state", got=state, wanted="an AthleteState", hint=hint)
        if state.made_by != self._made_by:
            raise InvalidValue(
                where="AthleteState.made_by",
                got=state.made_by,
                wanted=f"{self._made_by}, of this Guard's Params",
                hint="The model has changed: replay the history.",
            )


def _up_to(history: History, until: datetime) -> Iterator[Entry]:
    """Give the entries that were known at a moment."""
    for entry in history:
        at = moment(entry.at)
        if (at.tzinfo is None) != (until.tzinfo is None):
            elapsed_days(at, until)  # raises, naming both
        if at <= until:
            yield entry


def _check_plates(plates: object) -> None:
    if plates is not None and not isinstance(plates, Plates):
        raise InvalidValue(where="plates", got=plates, wanted="Plates, or None")


def _reserve(rpe: object, rir: object) -> float | None:
    """Turn the effort that is asked into repetitions to be left."""
    if rpe is not None and rir is not None:
        raise InvalidValue(where="Guard.suggest rpe, rir", got=(rpe, rir), wanted="one of them")
    for name, value, low, high in (("rpe", rpe, 1.0, 10.0), ("rir", rir, 0.0, 9.0)):
        if value is not None:
            number = as_float(value)
            if not low <= number <= high:
                wanted = f"a number from {low:g} to {high:g}"
                raise InvalidValue(where=f"Guard.suggest {name}", got=value, wanted=wanted)
            return rir_from_rpe(number) if name == "rpe" else number
    return None
