"""
What is spoken of, by name: lifts, sets, movements, muscles, pains, records.

Reason to change: how one of these is called in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache

from liftguard.lifts import lift_of
from liftguard.records import Movement, Pain, PlannedSet
from liftguard.units import elapsed_days
from liftguard.words.language import LANGUAGES
from liftguard.words.numbers import (
    ago_text,
    calendar_days,
    date_text,
    degrees_text,
    exact_load_text,
    list_text,
    load_text,
)
from liftguard.words.voice import Voice

__all__ = [
    "SIGNS",
    "lift_load_text",
    "lift_said",
    "lift_text",
    "lifted_text",
    "loaded_text",
    "move_text",
    "movement_text",
    "muscle_name",
    "muscle_text",
    "net_text",
    "pain_text",
    "planned_text",
    "records_text",
    "reps_text",
    "set_text",
    "unit_text",
]


SIGNS = ("signs", "signs_neck", "signs_chest", "signs_muscle", "signs_joint")
"""Codes of caveats that are for a clinician, not for how sure something is."""


def lift_text(key: str, voice: Voice) -> str:
    """Name a lift: in its language, else in English; an unknown one keeps its own name."""
    if voice.has_text("lifts", key):
        return voice.text("lifts", key)
    name = lift_of(key).name
    if voice.language != "en" or name == key or not name[1:2].islower():  # as EZ-bar, T-bar
        return name
    return name[0].lower() + name[1:]


def lift_said(text: str) -> str | None:
    """Find the lift that a language calls so, such as "Klimmzug im Untergriff"."""
    return _said().get(" ".join(text.split()).casefold())


@cache
def _said() -> Mapping[str, str]:
    tables = (table["lifts"] for table in LANGUAGES.values())
    return {name.casefold(): key for table in tables for key, name in table.items()}


def reps_text(reps: int, voice: Voice) -> str:
    """Say a number of repetitions."""
    return voice.text("numbers", "reps", reps, n=str(reps))


def set_text(planned: PlannedSet, voice: Voice, *, reps: int | None = None) -> str:
    """Say a set: lift, load and repetitions, those done if given, and the help if there is some."""
    lift, load = lift_text(planned.lift, voice), exact_load_text(planned.load_kg, voice)
    alone = planned.load_kg == 0.0 and lift_of(planned.lift).bodyweight_share > 0.0
    code, count = "set_bare" if alone else "set", planned.reps if reps is None else reps
    what = voice.text("sentences", code, name=lift, load=load, reps=str(count))
    if not planned.assist_kg:
        return what
    return what + voice.text("sentences", "helped", load=load_text(planned.assist_kg, voice))


def unit_text(unit_of_log: str, voice: Voice) -> str:
    """Name the unit of a log's loads, which may be both."""
    return voice.text("logs", "mixed") if unit_of_log == "mixed" else unit_of_log


def loaded_text(load_kg: float, assist_kg: float, voice: Voice) -> str:
    """Say a load, and the help where there is some; without both the body alone is lifted."""
    if not assist_kg:
        alone = voice.text("sentences", "body_alone")
        return exact_load_text(load_kg, voice) if load_kg else alone
    help_text = load_text(assist_kg, voice)
    if not load_kg:
        return voice.text("sentences", "help_alone", load=help_text)
    load = exact_load_text(load_kg, voice)
    return load + voice.text("sentences", "helped", load=help_text)


def lift_load_text(lift: str, kg: float, voice: Voice) -> str:
    """Say a load as the lifter counts it, help below 0; of a lift of the body 0 is that alone."""
    if lift_of(lift).bodyweight_share > 0.0:
        return loaded_text(max(kg, 0.0), max(-kg, 0.0), voice)
    return exact_load_text(kg, voice)


def lifted_text(load_kg: float, assist_kg: float, reps: int, voice: Voice) -> str:
    """Say a load, the help where there is some, and the repetitions."""
    return f"{loaded_text(load_kg, assist_kg, voice)} x {reps}"


def net_text(net_kg: float, voice: Voice, say: Callable[[float, Voice], str] = load_text) -> str:
    """Say what is added to the body, or the help that is below 0."""
    net = round(net_kg, 3)
    code = "help_alone" if net < 0.0 else "added_alone" if net else "body_alone"
    return voice.text("sentences", code, load=say(abs(net), voice))


def movement_text(movement: Movement, voice: Voice) -> str:
    """Say a movement without a bar: what makes it, how fast it is, what is held, where known."""
    said = voice.text("motions", movement.motion)
    if movement.cause is not None:
        cause = voice.text("moved_by", movement.cause)
        said = voice.text("sentences", "moved_by", motion=said, cause=cause)
    if movement.peak_velocity_deg_s is not None:
        speed = degrees_text(movement.peak_velocity_deg_s, voice)
        said = voice.text("sentences", "quick", motion=said, speed=speed)
    if movement.load_kg:
        load = load_text(movement.load_kg, voice)
        said = voice.text("sentences", "holding", motion=said, load=load)
    return said


def move_text(code: str, voice: Voice) -> str:
    """Name a movement that happened: by its cause, else by its motion."""
    return voice.text("moves", code)


def planned_text(planned: PlannedSet | Movement, voice: Voice) -> str:
    """Say what was judged, be it a set or a movement."""
    if isinstance(planned, Movement):
        return movement_text(planned, voice)
    return set_text(planned, voice)


def muscle_name(region: str, voice: Voice) -> str:
    """Name one of `liftguard.REGIONS` as short as can be."""
    return voice.text("muscle_names", region)


def muscle_text(region: str, voice: Voice) -> str:
    """Name one of `liftguard.REGIONS` with its article, and say where it is if few know it."""
    return voice.text("muscles", region)


def pain_text(
    pain: Pain, voice: Voice, at: datetime | None = None, names: str = "the_pains"
) -> str:
    """Say what hurt where: how long before a moment, by a group of names, else on which date."""
    place = voice.text("places", pain.region)
    if at is None:
        name, date = voice.text("pains", pain.kind), date_text(pain.at)
        return voice.text("sentences", "pain_on", pain=name, place=place, date=date)
    name, days = voice.text(names, pain.kind), elapsed_days(pain.at, at)
    ago = ago_text(calendar_days(at, days), voice)
    return voice.text("sentences", "pain", pain=name, place=place, ago=ago)


def records_text(codes: Iterable[str], voice: Voice, join: str = "or") -> str:
    """List the records that are spoken of, as in `Verdict.missing_records`."""
    return list_text([voice.text("records", code) for code in codes], voice, join)
