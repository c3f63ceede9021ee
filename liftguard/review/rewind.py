"""
The last days of a history told in another way: replayed, and asked about again.

Reason to change: what has to be known to replay a part of a history.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

import attrs

from liftguard.judge.question import Assessment, Question, Rules, assess
from liftguard.model.learn import fold
from liftguard.model.state import AthleteState, begin_body, moment
from liftguard.records import Entry, History, LoggedSet, PlannedSet, Plates
from liftguard.review.area import AreaLog, Put, loading_days, notes_of
from liftguard.review.track import Foreseen, Track, replay
from liftguard.review.training_days import training_days

__all__ = ["Focus", "Rewind", "begun", "rewind"]


def begun(track: Track) -> AthleteState:
    """Give the state of the athlete of a track before any history."""
    return AthleteState(
        made_by=track.state.made_by,
        body=begin_body(track.params),
        profile=track.state.profile,
    )


class Focus(NamedTuple):
    """The set before a pain that was likeliest to fail, and what it put into its forecast."""

    seen: Foreseen
    put: Put

    @property
    def logged(self) -> LoggedSet:
        """As it was done."""
        return self.seen.logged

    @property
    def planned(self) -> PlannedSet:
        """As an app would have asked about it."""
        done = self.logged
        return PlannedSet(
            lift=done.lift,
            load_kg=done.load_kg,
            reps=self.seen.asked_reps,
            assist_kg=done.assist_kg,
            mean_velocity_m_s=done.mean_velocity_m_s,
        )


class Rewind(NamedTuple):
    """
    A log cut some days before a pain: the state then, and the entries since.

    `focus` is one of them; `notes` are those beside sets that lie before the cut.
    """

    log: AreaLog
    track: Track
    cut: date
    state: AthleteState
    notes: tuple[Entry, ...]
    tail: tuple[Entry, ...]
    focus: Focus | None
    plates: Plates | None

    @property
    def rules(self) -> Rules:
        """By which the track was judged."""
        return Rules(self.track.policy, self.track.params)

    @property
    def last_sets(self) -> tuple[LoggedSet, ...]:
        """The sets of the last day that loaded the area, which may be none."""
        return tuple(one.logged for one in self.log.days[-1].sets)

    def state_at(self, at: datetime, tail: Iterable[Entry]) -> AthleteState:
        """Give the state at a moment, after another tail."""
        known = [one for one in tail if moment(one.at) <= at]
        return fold(self.state, sorted(known, key=lambda one: moment(one.at)), self.rules.params)

    def before(self, done: LoggedSet, tail: Iterable[Entry]) -> AthleteState:
        """Give the state just before a set of a tail."""
        known: list[Entry] = []
        for one in History(tail):
            if one is done:
                break
            known.append(one)
        return fold(self.state, known, self.rules.params)

    def ask(
        self, done: LoggedSet, planned: PlannedSet, tail: Iterable[Entry], *, ramped: bool = False
    ) -> Assessment:
        """Weigh a set of a tail as it was about to begin, or another in its place."""
        state = self.before(done, tail)
        asked = Question(state, planned, done.at, done.rest_s, self.plates, ramped)
        return assess(asked, self.rules)

    def told(self, tail: Iterable[Entry], *, later: timedelta = timedelta(0)) -> AreaLog:
        """Give the log with another tail, and the pain so much later."""
        log, track, history = self.log, self.track, History(tail)
        seen = replay(self.state, history, *self.rules)
        every = tuple(day for day in log.every if day.date < self.cut)
        new = training_days(seen, track.params, track.policy, after=every)
        kept = tuple(day for day in log.days if day.sets and day.date < self.cut)
        since = moment(log.at) - timedelta(days=track.policy.compared_days)
        days = [*kept, *loading_days(new, log.regions, track, since)]
        if not log.days[-1].sets:
            days.append(log.days[-1])
        return log._replace(
            every=(*every, *new),
            days=tuple(days),
            notes=notes_of((*self.notes, *history), log.regions, log.notes.moved, track.policy),
            pain=attrs.evolve(log.pain, at=log.pain.at + later),
            at=log.at + later,
        )


def rewind(log: AreaLog, track: Track, history: History, plates: Plates | None = None) -> Rewind:
    """Cut a log `Policy.pattern_days` before its pain, and find the set to ask about."""
    cut = log.days[-1].date - timedelta(days=track.policy.pattern_days)
    # the pain itself would hold what is tried after it
    known = [one for one in history if moment(one.at) <= log.at and one != log.pain]
    head = [one for one in known if one.at.date() < cut]
    tail = known[len(head) :]
    return Rewind(
        log=log,
        track=track,
        cut=cut,
        state=fold(begun(track), known[: len(head)], track.params),
        notes=tuple(one for one in known[: len(head)] if not isinstance(one, LoggedSet)),
        tail=tuple(tail),
        focus=_focus(log),
        plates=plates,
    )


def _focus(log: AreaLog) -> Focus | None:
    """Find the set of the last days that was likeliest to fail, the last of several."""
    asked: Sequence[Focus] = [
        Focus(one.seen, put)
        for day in log.days[-2:]
        for one, put in zip(day.sets, day.put, strict=True)
        if put.p is not None and (log.days[-1].date - day.date).days <= 1
    ]
    return max(reversed(asked), key=lambda one: one.put.p or 0.0, default=None)
