"""
What was done or felt: the entries of a history.

Each entry has `at`, the moment it became known. `None` means "not recorded"; zero is data.

Reason to change: a new kind of thing that an athlete can log.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import get_args

import attrs

from liftguard.choices import (
    BodyArea,
    Motion,
    MovedBy,
    NoteField,
    PainKind,
    Posture,
    SetKind,
    TimePrecision,
)
from liftguard.errors import InvalidValue
from liftguard.lifts import BODY_AREAS, area_key
from liftguard.records.checks import (
    HEAVIEST_KG,
    LIGHTEST_KG,
    check_flag,
    check_load,
    check_moment,
    check_motion,
    check_number,
    check_one_of,
    check_text,
    check_whole,
    in_a_tuple,
    keep_lift,
    none_of,
)
from liftguard.units import elapsed_days, is_aware, moment

__all__ = [
    "Bodyweight",
    "Entry",
    "LoggedSet",
    "Mobility",
    "Moved",
    "Pain",
    "Readiness",
    "Rising",
    "Stillness",
]

MOST_REPS = 1_000
"""More repetitions than this in one set are a slip of the finger. [reps]"""

LONGEST_REST_S = 86_400.0
"""A rest within a session; longer ones are told by the times of the sets. [s]"""

SLOWEST_M_S, FASTEST_M_S = 0.01, 10.0
"""A bar that stands still has no speed, and none is thrown faster than a shot is put. [m/s]"""

_OPTIONAL_NUMBERS = (
    ("rpe", 1.0, 10.0, ""),
    ("rest_s", 0.0, LONGEST_REST_S, " [s]"),
    ("mean_velocity_m_s", SLOWEST_M_S, FASTEST_M_S, " [m/s]"),
)
_TEXTS = ("session", "id", "note")
SET_KINDS: tuple[SetKind, ...] = get_args(SetKind)
FROM_NOTES: tuple[NoteField, ...] = get_args(NoteField)
TIME_PRECISIONS: tuple[TimePrecision, ...] = get_args(TimePrecision)
POSTURES: tuple[Posture, ...] = get_args(Posture)
PAIN_KINDS: tuple[PainKind, ...] = get_args(PainKind)


@attrs.frozen(kw_only=True)
class LoggedSet:
    """
    One set that was tried.

    Parameters
    ----------
    lift : str
        A key of `liftguard.LIFTS`, or any name that `find_lift` knows; other names stay
        as they are and are lifts of their own.
    at : datetime
        When it was done; see `at_known_to`.
    load_kg : float
        External load as the lifter counts it (dumbbells: one of them): 0, or from 0.01 to
        2000. [kg]
    reps : int
        Repetitions completed, 0 to 1000. [reps]
    missed : bool
        One more repetition was tried and failed. With `reps=0` the bar did not go up.
    to_failure : bool
        The set was taken to the last possible repetition.
    planned_reps : int, optional
        Repetitions that were meant, 1 to 1000; of a set with an open end, the least. Fewer
        than planned are a failed plan, and say nothing of the limit unless `missed`. [reps]
    rpe : float, optional
        Rating of perceived exertion, 1 to 10. [1]
    kind : {"work", "warmup", "drop"}, optional
        None where the log does not say, which is most logs.
    assist_kg : float
        Load taken off by a machine or band: 0, or from 0.01 to 2000. [kg]
    rest_s : float, optional
        Rest taken before this set, 0 to a day. [s]
    at_known_to : {"set", "session", "day"}
        How exactly `at` is known. Sets that share an `at` keep their given order.
    mean_velocity_m_s : float, optional
        Mean concentric velocity of the first repetition, 0.01 to 10. [m/s]
    session : str, optional
        The host's own name of the workout.
    id : str, optional
        The host's own key of this set. A history refuses one that stands twice;
        `Guard.learn` only one that it has learned at the same moment.
    note : str, optional
        Free text.
    from_note : tuple of {"rpe", "missed", "load_kg"}
        The fields that an importer read from a note and not from a column of their own; a
        whole set may have become known so.

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> done = LoggedSet(lift="Deadlift (Barbell)", at=datetime(2026, 1, 5, 18), load_kg=180,
    ...                  reps=2, missed=True)
    >>> done.lift, done.load_kg
    ('deadlift', 180.0)
    """

    lift: str
    at: datetime = attrs.field(eq=moment)
    load_kg: float
    reps: int
    missed: bool = False
    to_failure: bool = False
    planned_reps: int | None = None
    rpe: float | None = None
    kind: SetKind | None = None
    assist_kg: float = 0.0
    rest_s: float | None = None
    at_known_to: TimePrecision = "set"
    mean_velocity_m_s: float | None = None
    session: str | None = None
    id: str | None = None
    note: str | None = None
    from_note: tuple[NoteField, ...] = ()

    def __attrs_post_init__(self) -> None:
        # Most fields of most sets are as they should be or not recorded: only then is it
        # worth a look, as logs hold tens of thousands of them.
        keep_lift(self)
        check_moment(self)
        if type(self.load_kg) is not float or not LIGHTEST_KG <= self.load_kg <= HEAVIEST_KG:
            check_load(self, "load_kg")
        if type(self.reps) is not int or not 0 <= self.reps <= MOST_REPS:
            check_whole(self, "reps", 0, MOST_REPS)
        if (type(self.missed), type(self.to_failure)) != (bool, bool):
            check_flag(self, "missed")
            check_flag(self, "to_failure")
        precision: object = self.at_known_to
        if type(precision) is not str or precision not in TIME_PRECISIONS:
            check_one_of(self, "at_known_to", TIME_PRECISIONS)
        kind: object = self.kind
        if kind is not None and (type(kind) is not str or kind not in SET_KINDS):
            check_one_of(self, "kind", SET_KINDS, optional=True)
        if type(self.assist_kg) is not float or self.assist_kg != 0.0:
            check_load(self, "assist_kg")
        if not (self.planned_reps is self.rpe is self.rest_s is self.mean_velocity_m_s is None):
            _check_optional_numbers(self)
        if not (type(self.session) is str and self.id is self.note is None):
            _check_texts(self)
        if type(self.from_note) is not tuple or self.from_note:
            _keep_fields(self)


def _check_optional_numbers(record: LoggedSet) -> None:
    """Refuse what counts or measures and is out of its range."""
    check_whole(record, "planned_reps", 1, MOST_REPS, optional=True)
    for field, low, high, unit in _OPTIONAL_NUMBERS:
        check_number(record, field, low, high, unit, optional=True)


def _check_texts(record: LoggedSet) -> None:
    """Refuse what should be text and is none."""
    for field in _TEXTS:
        check_text(record, field)


@attrs.frozen(kw_only=True)
class Stillness:
    """
    A stretch of time spent without moving.

    Parameters
    ----------
    start, end : datetime
        When it began and ended; `at` is its end, when it became known.
    posture : {"sitting", "standing", "lying", "bent"}
        How it was spent.

    Raises
    ------
    InvalidValue
        When it ends before it starts, mixes wall clock and instants, or has no known posture.

    Examples
    --------
    >>> drive = Stillness(start=datetime(2026, 1, 5, 14), end=datetime(2026, 1, 5, 17),
    ...                   posture="sitting")
    >>> drive.at.hour
    17
    """

    start: datetime = attrs.field(eq=moment)
    end: datetime = attrs.field(eq=moment)
    posture: Posture = "sitting"

    def __attrs_post_init__(self) -> None:
        check_moment(self, "start")
        check_moment(self, "end")
        check_one_of(self, "posture", POSTURES)
        if is_aware(self.start) != is_aware(self.end):
            raise InvalidValue(
                where="Stillness.end",
                got=self.end.isoformat(),
                wanted=f"the same kind of time as its start, {self.start.isoformat()}",
                hint="Wall clock and instants cannot be mixed.",
            )
        if elapsed_days(self.start, self.end) < 0.0:
            raise InvalidValue(
                where="Stillness.end",
                got=self.end.isoformat(),
                wanted=f"a moment not before its start, {self.start.isoformat()}",
            )

    @property
    def at(self) -> datetime:
        """When it became known: its end."""
        return self.end


def _regions_in_a_tuple(regions: Iterable[BodyArea]) -> tuple[BodyArea, ...]:
    # a converter of its own: mypy's attrs plugin takes no generic one
    return in_a_tuple("Mobility.regions", regions)


@attrs.frozen(kw_only=True)
class Mobility:
    """
    Lengthening or easy movement of some regions.

    Parameters
    ----------
    at : datetime
        When it ended.
    minutes : float
        How long, above 0 to 1440. [min]
    regions : tuple of str
        Names from `liftguard.BODY_AREAS`; empty means the whole body.

    Raises
    ------
    InvalidValue
        When a region is unknown or the time is out of range.

    Examples
    --------
    >>> Mobility(at=datetime(2026, 1, 5, 7), minutes=10, regions=("hamstrings",)).minutes
    10.0
    """

    at: datetime = attrs.field(eq=moment)
    minutes: float
    regions: tuple[BodyArea, ...] = attrs.field(default=(), converter=_regions_in_a_tuple)

    def __attrs_post_init__(self) -> None:
        check_moment(self)
        check_number(self, "minutes", 0.0, 1440.0, " [min]")
        for region in self.regions:
            _check_area("Mobility.regions", region)


@attrs.frozen(kw_only=True)
class Moved:
    """
    A movement without a bar that really happened: a sneeze, a quick bend, a box lifted.

    It tires nothing and moves no number of a lift; `Guard.investigate` reads it, and a check
    soon after it says it. What is still planned is a `Movement`.

    Parameters
    ----------
    at : datetime
        When.
    motion : {"flexion", "rotation", "side_bend", "extension"}
        Of the trunk.
    peak_velocity_deg_s : float, optional
        Highest angular velocity of the trunk, 0 to 2000. [deg/s]
    load_kg : float
        What was held: 0, or from 0.01 to 2000. [kg]
    cause : {"sneeze", "cough", "slip", "catch", "throw", "lift", "reach", "rise"}, optional
        What made the trunk move; it tells roughly how quick, where that was not measured.

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> Moved(at=datetime(2026, 1, 5, 9), motion="flexion", cause="sneeze").load_kg
    0.0
    """

    at: datetime
    motion: Motion
    peak_velocity_deg_s: float | None = None
    load_kg: float = 0.0
    cause: MovedBy | None = None

    def __attrs_post_init__(self) -> None:
        check_moment(self)
        check_motion(self)


@attrs.frozen(kw_only=True)
class Pain:
    """
    A pain event.

    Parameters
    ----------
    at : datetime
        When it was felt.
    region : str
        A name from `liftguard.BODY_AREAS`, for instance "low_back", or an everyday one in
        English or German, such as "lower back". A bare "back" is the lower back, "low_back",
        as lifters mean it; what hurts between the shoulder blades is the "upper_back".
    severity : float
        From 0 (none) to 10 (the worst imaginable). [1]
    kind : {"ache", "sharp", "spasm", "stiffness"}
        What it felt like.

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> Pain(at=datetime(2026, 1, 5, 19), region="low_back", severity=6, kind="spasm").severity
    6.0
    """

    at: datetime = attrs.field(eq=moment)
    region: str
    severity: float
    kind: PainKind = "ache"

    def __attrs_post_init__(self) -> None:
        check_moment(self)
        if isinstance(self.region, str):
            object.__setattr__(self, "region", area_key(self.region))
        _check_area("Pain.region", self.region)
        check_number(self, "severity", 0.0, 10.0, "")
        check_one_of(self, "kind", PAIN_KINDS)


@attrs.frozen(kw_only=True)
class Readiness:
    """
    How ready the athlete feels, or a device says.

    Parameters
    ----------
    at : datetime
        When it was noted.
    score : float
        From 0 (not at all) to 1 (fully ready). [1]
    sleep_h : float, optional
        Sleep of the last night, 0 to 24; kept for the host, the model reads `score`. [h]
    soreness : float, optional
        From 0 (none) to 10; kept for the host, too. [1]

    Raises
    ------
    InvalidValue
        When a field is outside its range.

    Examples
    --------
    >>> Readiness(at=datetime(2026, 1, 5, 8), score=0.7).sleep_h is None
    True
    """

    at: datetime = attrs.field(eq=moment)
    score: float
    sleep_h: float | None = None
    soreness: float | None = None

    def __attrs_post_init__(self) -> None:
        check_moment(self)
        check_number(self, "score", 0.0, 1.0, "")
        check_number(self, "sleep_h", 0.0, 24.0, " [h]", optional=True)
        check_number(self, "soreness", 0.0, 10.0, "", optional=True)


@attrs.frozen(kw_only=True)
class Rising:
    """
    Getting up after the night.

    Parameters
    ----------
    at : datetime
        When.

    Examples
    --------
    >>> Rising(at=datetime(2026, 1, 5, 7)).at.hour
    7
    """

    at: datetime = attrs.field(eq=moment)

    def __attrs_post_init__(self) -> None:
        check_moment(self)


@attrs.frozen(kw_only=True)
class Bodyweight:
    """
    A weighing.

    Parameters
    ----------
    at : datetime
        When.
    kg : float
        Body mass, 20 to 400. [kg]

    Raises
    ------
    InvalidValue
        When the mass is out of range.

    Examples
    --------
    >>> Bodyweight(at=datetime(2026, 1, 5, 7), kg=82).kg
    82.0
    """

    at: datetime = attrs.field(eq=moment)
    kg: float

    def __attrs_post_init__(self) -> None:
        check_moment(self)
        check_number(self, "kg", 20.0, 400.0, " [kg]")


Entry = LoggedSet | Stillness | Mobility | Moved | Pain | Readiness | Rising | Bodyweight
"""Anything that a history holds and `Guard.learn` takes."""


def _keep_fields(done: LoggedSet) -> None:
    """Make `from_note` a tuple; refuse what is none of the fields that notes fill."""
    fields: object = done.from_note
    if not isinstance(fields, list | tuple) or any(
        type(one) is not str or one not in FROM_NOTES for one in fields
    ):
        wanted = "a tuple of " + ", ".join(FROM_NOTES)
        raise InvalidValue(where="LoggedSet.from_note", got=fields, wanted=wanted)
    object.__setattr__(done, "from_note", tuple(fields))


def _check_area(where: str, area: object) -> None:
    if not isinstance(area, str) or area not in BODY_AREAS:
        raise none_of(where, area, BODY_AREAS)
