"""
What a client may send, within which limits, and what it gets.

Reason to change: a field of a request or of an answer.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from store import Unit

import liftguard as lg
from liftguard.records.checks import MOTIONS, MOVED_BY
from liftguard.units import zone_named

Language = Literal["en", "de"]
NAME, NOT_BLANK = r"^[A-Za-z0-9_-]{1,64}$", r"\S"
Name = Annotated[str, Field(pattern=NAME, max_length=64)]
LiftName = Annotated[
    str, Field(min_length=1, max_length=100, pattern=NOT_BLANK, examples=["deadlift"])
]
Load = Annotated[
    float,
    Field(
        ge=0,
        le=1000,
        description="as the lifter counts it: nothing, or from 10 g on [kg]",
        json_schema_extra={"anyOf": [{"maximum": 0}, {"minimum": 0.01}]},
    ),
]
Exertion = Annotated[float, Field(ge=1, le=10, description="RPE")]


def _moment(value: object) -> datetime:
    """Read an instant: numbers and wall clocks are none."""
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        at = None
    if at is None or at.utcoffset() is None or not 1950 <= at.year < 2200:
        raise ValueError("a date and time with an offset, such as 2026-06-22T18:30:00+02:00")
    return at


def _whole(value: object) -> object:
    """Read 5.0 as 5, as JSON has one kind of number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _zone(value: str) -> str:
    """Refuse what is not the name of a time zone, nor of one that places have."""
    try:
        return zone_named(value).key
    except lg.InvalidValue:
        raise ValueError("the name of a time zone, such as Europe/Berlin") from None


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema(
        {"type": "string", "format": "date-time", "examples": ["2026-06-22T18:30:00+02:00"]}
    ),
]
Begins = Annotated[Moment | None, Field(description="when it begins; null means now")]
Reps = Annotated[int, Field(ge=1, le=1000), BeforeValidator(_whole)]
Zone = Annotated[
    str,
    Field(min_length=1, max_length=64, examples=["Europe/Berlin"]),
    AfterValidator(_zone),
    WithJsonSchema({"type": "string", "format": "time-zone"}),
]


STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
_PULL = {"lift": "deadlift", "load_kg": 140, "reps": 3}
_AT = "2026-06-22T18:30:00+02:00"
_MORNING = "2026-06-23T07:00:00+02:00"
_DONE = _PULL | {"at": _AT, "planned_reps": 3, "rpe": 9}


def _example(**fields: object) -> ConfigDict:
    return ConfigDict(json_schema_extra={"examples": [fields]})


class Request(BaseModel):
    """A body that has no unknown fields, no numbers in quotes, no NaN."""

    model_config = STRICT


class NewAthlete(Request):
    """An athlete to be."""

    model_config = _example(zone="Europe/Berlin", unit="kg")

    zone: Zone
    unit: Unit = Field(default="kg", description="of the sentences; requests are in kg")


class OfSession(Request):
    """A set of a session that is meant to be done."""

    model_config = _example(**_PULL)

    lift: LiftName
    load_kg: Load
    reps: Reps
    rpe: Exertion | None = None

    def planned(self) -> lg.PlannedSet:
        """Give it as liftguard has it."""
        return lg.PlannedSet(lift=self.lift, load_kg=self.load_kg, reps=self.reps, rpe=self.rpe)


class Planned(OfSession):
    """A set that is meant to be done."""

    model_config = _example(**_PULL, at=_AT)

    at: Begins = None


class Session(Request):
    """The sets of a session that is to be planned: the heaviest of each lift counts."""

    model_config = _example(sets=[_PULL], at=_AT)

    sets: Annotated[list[OfSession], Field(min_length=1, max_length=50)]
    at: Begins = None


class Wanted(Request):
    """Repetitions that a load is wanted for."""

    model_config = _example(lift="deadlift", reps=3, rpe=8, at=_AT)

    lift: LiftName
    reps: Reps
    rpe: Exertion | None = Field(default=None, description="how hard; null for as is usual")
    at: Begins = None


class OfLift(Request):
    """A lift, at a moment."""

    model_config = _example(lift="deadlift", at=_AT)

    lift: LiftName
    at: Begins = None


class Done(Request):
    """A set that was done."""

    model_config = _example(**_DONE)

    lift: LiftName
    at: Moment
    load_kg: Load
    reps: Annotated[int, Field(ge=0, le=1000, description="that went up"), BeforeValidator(_whole)]
    missed: bool = Field(default=False, description="one more was tried and failed")
    planned_reps: Annotated[int | None, Field(ge=1, le=1000), BeforeValidator(_whole)] = Field(
        default=None, description="that were meant; null where nothing was"
    )
    rpe: Exertion | None = None
    kind: Literal["work", "warmup", "drop"] | None = None
    note: Annotated[str, Field(max_length=500)] | None = None

    def entry(self) -> lg.LoggedSet:
        """Give it as liftguard has it; the id is the database's and stays out of the log."""
        return lg.LoggedSet(**self.model_dump(exclude={"id"}))


class NewSet(Done):
    """A set to record, under a name that the client has thought up."""

    model_config = _example(id="phone-1-set-17", **_DONE)

    id: Name


class NewPain(Request):
    """A pain to record, under a name that the client has thought up."""

    model_config = _example(
        id="phone-1-pain-2", at="2026-06-22T20:00:00+02:00", region="low_back", severity=5
    )

    id: Name
    at: Moment
    region: Literal[tuple(lg.BODY_AREAS)]  # type: ignore[valid-type]
    severity: Annotated[float, Field(ge=0, le=10)]
    kind: Literal["ache", "sharp", "spasm", "stiffness"] = "ache"

    def entry(self) -> lg.Pain:
        """Give it as liftguard has it."""
        return lg.Pain(**self.model_dump(exclude={"id"}))


class NewMove(Request):
    """A movement without a bar that happened, under a name that the client has thought up."""

    model_config = _example(
        id="phone-1-move-3", at="2026-06-22T09:00:00+02:00", motion="flexion", cause="sneeze"
    )

    id: Name
    at: Moment
    motion: Literal[tuple(MOTIONS)]  # type: ignore[valid-type]
    cause: Literal[tuple(MOVED_BY)] | None = Field(  # type: ignore[valid-type]
        default=None, description="what made the trunk move"
    )
    peak_velocity_deg_s: Annotated[float, Field(ge=0, le=2000)] | None = Field(
        default=None, description="of the trunk, where it was measured [deg/s]"
    )
    load_kg: Load = 0.0

    def entry(self) -> lg.Moved:
        """Give it as liftguard has it."""
        return lg.Moved(**self.model_dump(exclude={"id"}))


class Note(Request):
    """What is noted beside sets, under a name that the client has thought up."""

    kind: str
    id: Name
    at: Moment

    def entry(self) -> lg.Entry:
        """Give it as liftguard has it."""
        return NOTES[self.kind](**self.model_dump(exclude={"id", "kind"}))


class NewBodyweight(Note):
    """A weighing: pull-ups and dips cannot be judged without one."""

    model_config = _example(id="phone-1-note-1", kind="bodyweight", at=_MORNING, kg=64)

    kind: Literal["bodyweight"]
    kg: Annotated[float, Field(ge=20, le=400)]


class NewReadiness(Note):
    """How ready the athlete feels, or a device says."""

    model_config = _example(id="phone-1-note-2", kind="readiness", at=_MORNING, score=0.7)

    kind: Literal["readiness"]
    score: Annotated[float, Field(ge=0, le=1, description="from 0, not at all, to 1, fully")]
    sleep_h: Annotated[float, Field(ge=0, le=24)] | None = None
    soreness: Annotated[float, Field(ge=0, le=10)] | None = None


class NewRising(Note):
    """Getting up after the night."""

    model_config = _example(id="phone-1-note-3", kind="rising", at=_MORNING)

    kind: Literal["rising"]


class NewStillness(Note):
    """A stretch of time without moving; `at` is when it ended."""

    model_config = _example(
        id="phone-1-note-4", kind="stillness", at=_AT, minutes=180, posture="sitting"
    )

    kind: Literal["stillness"]
    minutes: Annotated[float, Field(ge=0, le=1440, description="how long it was")]
    posture: lg.choices.Posture = "sitting"

    def entry(self) -> lg.Stillness:
        """Give it as liftguard has it: by beginning and end."""
        start = self.at - timedelta(minutes=self.minutes)
        return lg.Stillness(start=start, end=self.at, posture=self.posture)


class NewMobility(Note):
    """Lengthening or easy movement; `at` is when it ended."""

    model_config = _example(
        id="phone-1-note-5", kind="mobility", at=_MORNING, minutes=10, regions=["hamstrings"]
    )

    kind: Literal["mobility"]
    minutes: Annotated[float, Field(ge=0, le=1440)]
    regions: Annotated[
        list[lg.choices.BodyArea],
        Field(max_length=20, description="none means the whole body"),
    ] = []


NewNote = Annotated[
    NewBodyweight | NewReadiness | NewRising | NewStillness | NewMobility,
    Field(discriminator="kind"),
]
NOTES: dict[str, type[lg.Entry]] = {
    "bodyweight": lg.Bodyweight,
    "readiness": lg.Readiness,
    "rising": lg.Rising,
    "stillness": lg.Stillness,
    "mobility": lg.Mobility,
}


class AthleteAnswer(BaseModel):
    """An athlete."""

    id: str
    zone: str
    unit: Unit
    version: int = Field(description="counts the changes")
    entries: int


class SavedAnswer(BaseModel):
    """What a change has done."""

    version: int
    changed: bool = Field(description="false where it had been done before")
    replayed: bool = Field(description="the log was gone through again, as it was not the newest")


class ImportAnswer(BaseModel):
    """What became of each row of an export."""

    app: str
    unit: str
    rows_read: int
    rows_with_sets: int
    skipped: dict[str, int] = Field(description="rows without a set, by reason")
    problems: int = Field(description="rows that could not be understood")
    first_problems: list[str]
    notices: list[str]
    added: int
    already_there: int
    in_the_future: int = Field(description="sets that were left out, as they lie ahead of now")
    version: int


class VerdictAnswer(BaseModel):
    """A verdict: its level, in words, and all that it holds."""

    level: str = Field(json_schema_extra={"enum": [level.name for level in lg.Level]})
    sentence: str
    details: list[str]
    verdict: dict[str, Any]


class SuggestionAnswer(BaseModel):
    """What to lift, in words, and all that the suggestion holds."""

    load_kg: float | None = Field(description="null where nothing is suggested")
    code: str
    reason: str
    level: str = Field(json_schema_extra={"enum": [level.name for level in lg.Level]})
    to_begin: bool = Field(description="a load to begin with: too little is known")
    sentences: list[str]
    suggestion: dict[str, Any]


class BestsAnswer(BaseModel):
    """The bests that stand and the easiest new ones, in words, and as they are."""

    sentences: list[str]
    bests: dict[str, Any]


class NextAnswer(BaseModel):
    """What to plan next of one lift."""

    code: str
    sentence: str
    next: dict[str, Any]


class RampSet(BaseModel):
    """A set on the way up."""

    load_kg: float
    reps: int


class FindingAnswer(BaseModel):
    """What stood out before a pain, in words, and all that was found."""

    reason_shown: bool
    sentence: str
    details: list[str]
    finding: dict[str, Any]


class UnknownLift(BaseModel):
    """A name that no table knows, and what it resembles."""

    name: str
    sets: int
    near: list[str]


class DoubtAnswer(BaseModel):
    """Something in the log that may not be as it was done."""

    code: str
    severity: str
    sentence: str


class UnreadableEntry(BaseModel):
    """An entry that cannot be read; all answers are made from the others."""

    id: str
    kind: str
    problem: str


class LogAnswer(BaseModel):
    """How the log stands."""

    version: int
    entries: int
    first: datetime | None
    last: datetime | None
    unknown_lifts: list[UnknownLift]
    doubts: list[DoubtAnswer]
    unreadable: list[UnreadableEntry]


class EntryAnswer(BaseModel):
    """An entry of the log."""

    id: str
    kind: str
    entry: dict[str, Any]


class Problem(BaseModel):
    """Why a request was refused: the parts of every error of liftguard."""

    where: str
    got: str
    wanted: str
    hint: str
