"""
What the app does with liftguard: one guard for all, one state for each athlete.

Every change follows one pattern: read the athlete, work out the new state, and save it with
the entries that made it, provided that nobody else has changed the athlete meanwhile; else
begin again. What comes late or is edited, and a state of another version of the model, is
replayed from the entries.

Reason to change: a new question of the app to liftguard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from threading import Lock
from typing import TypeVar
from uuid import uuid4
from zoneinfo import ZoneInfo

import attrs
from store import Athlete, Store, Unit, Unreadable

import liftguard as lg

MOST_ENTRIES = 50_000  # of one athlete: fifty years of training
AHEAD = timedelta(days=1)  # how far the clock of a phone may be off
LOADED = 256  # states that are kept at hand, by their text: whoever trains now
TRIES = 20  # against other processes; threads of this one take turns

_T = TypeVar("_T")
_E = TypeVar("_E", bound=lg.Entry)
_MOMENTS = ("at", "start", "end")

GUARD = lg.Guard()  # never changes: one for the whole process


def _now() -> datetime:
    return datetime.now(UTC)


def _plates(athlete: Athlete) -> lg.Plates | None:
    """Whoever lifts in pounds is told loads of pound plates; None means steps of 2.5 kg."""
    return lg.Plates.lb() if athlete.unit == "lb" else None


class NotThere(lg.LiftguardError):
    """Nobody and nothing has this name."""


class Taken(lg.LiftguardError):
    """Another entry has this name."""


class Busy(lg.LiftguardError):
    """Other processes kept changing the athlete."""


@attrs.frozen(kw_only=True)
class Saved:
    """What a change has done: it may have been done before, and needed the whole log or not."""

    version: int
    changed: bool
    replayed: bool


@attrs.frozen(kw_only=True)
class Imported:
    """What came of an export: its account, and how many of its entries were new."""

    log: lg.Log
    added: int
    already_there: int
    in_the_future: int
    version: int


class Service:
    """Answers and records; safe to share between threads."""

    def __init__(
        self,
        store: Store,
        guard: lg.Guard | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._store = store
        self._guard = guard or lg.Guard()
        self._clock = clock or (lambda: datetime.now(UTC))
        self._turns: dict[str, Lock] = {}
        # Reading a state takes longer than asking it; a text always gives the same state.
        self._loads = lru_cache(LOADED)(partial(lg.loads, expect=lg.AthleteState))

    def create(self, zone: str, unit: Unit) -> Athlete:
        """Begin with an athlete who has no log yet."""
        state = lg.dumps(self._guard.start())
        athlete = Athlete(id=uuid4().hex, zone=zone, unit=unit, state=state, version=0)
        self._store.add_athlete(athlete)
        return athlete

    def athlete(self, name: str) -> Athlete:
        """Find an athlete."""
        found = self._store.athlete(name)
        if found is None:
            raise NotThere(where="athlete", got=name, wanted="the id of an athlete")
        return found

    def count(self, name: str) -> int:
        """Count the entries of an athlete."""
        return self._store.count(self.athlete(name).id)

    def entries(self, name: str, last: int) -> dict[str, lg.Entry]:
        """Give the entries that came last and can be read."""
        return self._store.entries(self.athlete(name).id, last)

    def unreadable(self, name: str, last: int = -1) -> dict[str, Unreadable]:
        """Give those that cannot be read; the answers are made from the others."""
        return self._store.unreadable(self.athlete(name).id, last)

    def check(
        self, name: str, planned: lg.PlannedSet, at: datetime | None
    ) -> tuple[lg.Verdict, Athlete]:
        """Judge a planned set."""
        athlete = self.athlete(name)
        return self._ask(
            athlete, at, lambda s, t: self._guard.check(s, planned, at=t, plates=_plates(athlete))
        ), athlete

    def warm_up(
        self, name: str, planned: lg.PlannedSet, at: datetime | None
    ) -> tuple[lg.PlannedSet, ...]:
        """Lead up to a planned set."""
        athlete = self.athlete(name)
        return self._ask(
            athlete, at, lambda s, t: self._guard.warm_up(s, planned, at=t, plates=_plates(athlete))
        )

    def suggest(
        self, name: str, lift: str, reps: int, rpe: float | None, at: datetime | None
    ) -> tuple[lg.Suggestion, Athlete]:
        """Suggest the load to lift, or after a set of this session the next one."""
        athlete = self.athlete(name)
        asked = {"rpe": rpe, "plates": _plates(athlete)}
        return self._ask(
            athlete, at, lambda s, t: self._guard.suggest(s, lift, reps, at=t, **asked)
        ), athlete

    def bests(self, name: str, lift: str, at: datetime | None) -> tuple[lg.Bests, Athlete]:
        """Tell the bests of a lift, and the easiest new ones."""
        athlete = self.athlete(name)
        return self._ask(
            athlete, at, lambda s, t: self._guard.bests(s, lift, at=t, plates=_plates(athlete))
        ), athlete

    def next_session(
        self, name: str, sets: list[lg.PlannedSet], at: datetime | None
    ) -> tuple[tuple[lg.Next, ...], Athlete]:
        """Say what to plan next for each lift of a session."""
        athlete = self.athlete(name)
        plates = _plates(athlete)
        return self._ask(
            athlete, at, lambda s, t: self._guard.next_session(s, sets, at=t, plates=plates)
        ), athlete

    def why(self, name: str, pain: str) -> lg.Finding:
        """Look for the reason of a pain that was recorded."""
        entries = self._store.entries(self.athlete(name).id)
        found = entries.get(pain)
        if not isinstance(found, lg.Pain):
            raise NotThere(where="pain", got=pain, wanted="the id of a pain that was recorded")
        return self._guard.investigate(lg.History(entries.values()), found)

    def doubts(self, name: str) -> tuple[lg.History, tuple[lg.Doubt, ...], Athlete]:
        """Give the log, and what in it is doubtful."""
        athlete = self.athlete(name)
        history = lg.History(self._store.entries(athlete.id).values())
        return history, self._guard.check_log(history, now=self._clock()), athlete

    def record(self, name: str, entry: str, value: _E) -> Saved:
        """Keep a new entry; the same one again changes nothing."""
        value = self._placed(name, value)

        def attempt(athlete: Athlete) -> Saved | None:
            there = self._store.entry(athlete.id, entry)
            if there == value:
                return Saved(version=athlete.version, changed=False, replayed=False)
            if there is not None:
                raise Taken(
                    where="id",
                    got=entry,
                    wanted="an id that no other entry has",
                    hint="To correct a set, PUT it; other entries are taken out first, by DELETE.",
                )
            return self._add(athlete, {entry: value})

        return self._change(name, attempt)

    def edit(self, name: str, entry: str, value: _E) -> Saved:
        """Give an entry that is there another value."""
        value = self._placed(name, value)

        def attempt(athlete: Athlete) -> Saved | None:
            entries = self._of_kind(athlete, entry, type(value))
            if entries.get(entry) == value:
                return Saved(version=athlete.version, changed=False, replayed=False)
            state = self._replay(entries | {entry: value})
            saved = self._store.save(athlete, lg.dumps(state), put={entry: value})
            return _saved(athlete, replayed=True) if saved else None

        return self._change(name, attempt)

    def remove(self, name: str, entry: str, kind: type | None = None) -> Saved:
        """Take out an entry of a kind, or of any: also one that cannot be read."""

        def attempt(athlete: Athlete) -> Saved | None:
            entries = self._of_kind(athlete, entry, kind)
            entries.pop(entry, None)  # one that cannot be read is not among them
            saved = self._store.save(athlete, lg.dumps(self._replay(entries)), drop=(entry,))
            return _saved(athlete, replayed=True) if saved else None

        return self._change(name, attempt)

    def read(self, name: str, export: bytes, **options: str | None) -> Imported:
        """Take in an export; what is there already is not taken twice."""
        zone = self.athlete(name).zone
        log = lg.read_log(export, tz=zone, **options)  # the long part: done once, and no one waits
        latest = self._clock() + AHEAD
        known = lg.History(one for one in log.history if one.at <= latest)

        def attempt(athlete: Athlete) -> Imported | None:
            new, told = _news(self._store.entries(athlete.id), known)
            saved = self._add(athlete, new, told) if new or told else None
            if (new or told) and saved is None:
                return None
            return Imported(
                log=log,
                added=len(new),
                already_there=len(known) - len(new),
                in_the_future=len(log.history) - len(known),
                version=athlete.version if saved is None else saved.version,
            )

        return self._change(name, attempt)

    def _of_kind(self, athlete: Athlete, entry: str, kind: type | None) -> dict[str, lg.Entry]:
        """Give all entries, of which one has this name and is of this kind, readable or not."""
        found = self._store.entry(athlete.id, entry)
        named = found.kind if isinstance(found, Unreadable) else type(found).__name__
        if found is None or (kind is not None and named != kind.__name__):
            wanted = "the id of an entry" if kind is None else f"the id of a {kind.__name__}"
            raise NotThere(where="id", got=entry, wanted=wanted)
        return self._store.entries(athlete.id)

    def _add(
        self, athlete: Athlete, new: Mapping[str, lg.Entry], told: Mapping[str, lg.Entry] = {}
    ) -> Saved | None:
        """Save new entries, and more of old ones, with the state; None if another was quicker."""
        if self._store.count(athlete.id) + len(new) > MOST_ENTRIES:
            wanted = f"at most {MOST_ENTRIES} entries of one athlete"
            raise lg.InvalidValue(where="log", got=f"{len(new)} more", wanted=wanted)
        state, replayed = self._state(athlete), bool(told)
        try:
            if not replayed:
                state = self._guard.replay(lg.History(new.values()), start=state).state
        except lg.WrongOrder:  # it comes late: the log knows more than the state
            replayed = True
        put = {**told, **new}
        if replayed:
            state = self._replay(self._store.entries(athlete.id) | put)
        saved = self._store.save(athlete, lg.dumps(state), put=put)
        return _saved(athlete, replayed=replayed) if saved else None

    def _change(self, name: str, attempt: Callable[[Athlete], _T | None]) -> _T:
        """Try a change until no one else has changed the athlete meanwhile."""
        turn = self._turns.setdefault(self.athlete(name).id, Lock())
        with turn:
            for _ in range(TRIES):
                done = attempt(self.athlete(name))
                if done is not None:
                    return done
        raise Busy(
            where="athlete", got=name, wanted="fewer changes at once", hint="Send it again later."
        )

    def _ask(
        self,
        athlete: Athlete,
        at: datetime | None,
        ask: Callable[[lg.AthleteState, datetime], _T],
    ) -> _T:
        """Ask of the state, or where that knows more than the moment, of the log up to it."""
        when = (at or self._clock()).astimezone(ZoneInfo(athlete.zone))
        try:
            return ask(self._state(athlete), when)
        except lg.WrongOrder:
            entries = self._store.entries(athlete.id)
            return ask(self._replay({k: v for k, v in entries.items() if v.at <= when}), when)

    def _state(self, athlete: Athlete) -> lg.AthleteState:
        """Read the cached state, or make it anew where another version of the model made it."""
        try:
            state = self._loads(athlete.state)
        except lg.LiftguardError:
            state = None
        if state is None or state.made_by != self._guard.start().made_by:
            state = self._replay(self._store.entries(athlete.id))
            self._store.save(athlete, lg.dumps(state))  # or another did: then it is there already
        return state

    def _replay(self, entries: Mapping[str, lg.Entry]) -> lg.AthleteState:
        return self._guard.replay(lg.History(entries.values())).state

    def _placed(self, name: str, entry: _E) -> _E:
        """Bring an entry to the athlete's clock on the wall; refuse the future."""
        if entry.at > self._clock() + AHEAD:
            raise lg.InvalidValue(
                where="at",
                got=entry.at.isoformat(),
                wanted="a moment that is not in the future",
                hint="Is the clock of the phone right?",
            )
        zone = ZoneInfo(self.athlete(name).zone)
        moments = [field.name for field in attrs.fields(type(entry)) if field.name in _MOMENTS]
        return attrs.evolve(entry, **{one: getattr(entry, one).astimezone(zone) for one in moments})


def _news(
    old: Mapping[str, lg.Entry], known: lg.History
) -> tuple[dict[str, lg.Entry], dict[str, lg.Entry]]:
    """Give what an export adds to the entries, and old ones of which only it knows the plan."""
    here = Counter(old.values())
    both = Counter(lg.History.merge(lg.History(old.values()), known))
    gone, new = here - both, both - here
    planned: dict[lg.LoggedSet, list[lg.LoggedSet]] = {}
    for one in new.elements():
        if isinstance(one, lg.LoggedSet):
            planned.setdefault(_without_plan(one), []).append(one)
    told: dict[str, lg.Entry] = {}
    for name, one in old.items():  # an old set keeps the name that its phone gave it
        if gone[one] and isinstance(one, lg.LoggedSet):
            told[name] = planned[_without_plan(one)].pop()
            gone[one] -= 1
    return {uuid4().hex: one for one in (new - Counter(told.values())).elements()}, told


def _without_plan(done: lg.LoggedSet) -> lg.LoggedSet:
    return attrs.evolve(done, planned_reps=None, missed=False)


def _saved(athlete: Athlete, *, replayed: bool) -> Saved:
    return Saved(version=athlete.version + 1, changed=True, replayed=replayed)
