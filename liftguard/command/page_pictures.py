"""
The pictures of a report's page, each with its title and what it says in words.

Reason to change: what a picture is told to show, or how that is said.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

import liftguard as lg
from liftguard.command.reported import say, sets_text
from liftguard.display.drawn import RESTS, DayBand, bands_of
from liftguard.display.svg import Caption, day_of
from liftguard.display.svg_pictures import (
    Bar,
    Stretch,
    draw_bars,
    draw_chances,
    draw_ramp,
    draw_shares,
    draw_track,
)
from liftguard.evaluation.metrics import ReliabilityRow
from liftguard.review.track import Foreseen
from liftguard.units import lb_from_kg
from liftguard.words.language import capital
from liftguard.words.names import lift_text, muscle_name
from liftguard.words.numbers import list_text, load_text, number_text, share_text
from liftguard.words.voice import Voice

__all__ = [
    "causes_picture",
    "chances_picture",
    "fatigue_picture",
    "ramp_picture",
    "track_picture",
]

_LEAST_DEPTH = 3.0  # of capacity lost: a full bar means no less [%]
_A_DAY_LATER = list(RESTS.values()).index(24.0)  # when ceilings are asked for


def track_picture(
    name: str,
    track: lg.Track,
    sets: Sequence[Foreseen],
    flagged: Sequence[lg.Judged],
    days: tuple[date, date],
    voice: Voice,
) -> tuple[str, str]:
    """Draw the sets of a lift, its misses and warnings over its capacity; give the title, too."""
    bands = bands_of(track, sets, track.policy)
    points = {
        "set": [one.logged for one in sets if not one.logged.missed],
        "missed": [one.logged for one in sets if one.logged.missed],
        "CAUTION": [one.seen.logged for one in flagged if one.level == lg.Level.CAUTION],
        "BEYOND": [one.seen.logged for one in flagged if one.level == lg.Level.BEYOND],
    }
    said = say(
        voice,
        "track_says",
        unit=voice.unit,
        first=days[0].isoformat(),
        last=days[1].isoformat(),
        sets=sets_text(len(sets), voice),
        missed=number_text(len(points["missed"]), voice),
        flagged=number_text(len(flagged), voice),
        band=_say_band(bands, voice),
    )
    lift = capital(lift_text(sets[0].logged.lift, voice))
    drawn = draw_track(
        Caption(name, say(voice, "over_time", lift=lift), said),
        [Stretch(day_of(one.at), *(_in_unit(kg, voice) for kg in one[1:])) for one in bands],
        {
            kind: [(day_of(one.at), _in_unit(one.load_kg - one.assist_kg, voice)) for one in some]
            for kind, some in points.items()
        },
        days,
    )
    return f"{lift} [{voice.unit}]", drawn


def _in_unit(kg: float, voice: Voice) -> float:
    """Give a load in the unit of the voice; NaN stays."""
    return lb_from_kg(kg) if voice.unit == "lb" and not math.isnan(kg) else kg


def _say_band(bands: Sequence[DayBand], voice: Voice) -> str:
    known = [one.middle_kg for one in bands if not math.isnan(one.middle_kg)]
    if not known:
        return say(voice, "no_band")
    before, now = (load_text(kg, voice) for kg in (known[0], known[-1]))
    return say(voice, "band_says", before=before, now=now)


def causes_picture(
    weeks: Mapping[date, Mapping[str, float]], days: tuple[date, date], voice: Voice
) -> tuple[str, str]:
    """Draw whose the excess of each week was; give the title, too."""
    title = say(voice, "causes")
    codes = list(next(iter(weeks.values())))
    means = {code: sum(one[code] for one in weeks.values()) / len(weeks) for code in codes}
    shares = [
        say(voice, "causes_share", cause=voice.text("causes", code), share=share_text(mean, voice))
        for code, mean in means.items()
    ]
    n = number_text(len(weeks), voice)
    said = say(voice, "causes_says", len(weeks), n=n, shares=list_text(shares, voice))
    return title, draw_shares(Caption("causes", title, said), weeks, days)


def fatigue_picture(lost: Mapping[str, Sequence[float]], at: str, voice: Voice) -> tuple[str, str]:
    """Draw what each region has lost the day after the last entry, over what it had right then."""
    title = say(voice, "fatigue")
    rows = [
        Bar(
            capital(muscle_name(region, voice)),
            row[_A_DAY_LATER],
            row[0],
            f"{number_text(row[_A_DAY_LATER], voice, 1)} %",
        )
        for region, row in lost.items()
    ]
    parts = [
        say(
            voice,
            "lost_says",
            region=row.label,
            then=number_text(row.value, voice, 1),
            last=number_text(row.fainter, voice, 1),
        )
        for row in rows
    ]
    said = f"{capital(say(voice, 'then', date=at))}: {'; '.join(parts)}."
    deepest = max(_LEAST_DEPTH, *(row.fainter for row in rows))
    return title, draw_bars(Caption("fatigue", title, said), rows, deepest)


def chances_picture(code: str, rows: Sequence[ReliabilityRow], voice: Voice) -> tuple[str, str]:
    """Draw what came about beside what was said; give the title, too."""
    title = say(voice, code)
    parts = [
        say(
            voice,
            "outcomes_row",
            said=number_text(100.0 * row.mean_p, voice, 1),
            came=number_text(100.0 * row.observed, voice, 1),
            n=sets_text(row.count, voice),
        )
        for row in rows
    ]
    said = say(voice, "outcomes_says", rows="; ".join(parts))
    labels = (say(voice, "percent_axis"), say(voice, "percent_came"))
    return title, draw_chances(Caption(code, title, said), rows, labels)


def ramp_picture(
    name: str, lift: str, loads: Sequence[float], steps: Sequence[str], voice: Voice
) -> str:
    """Draw the steps of load up to a set."""
    title = say(voice, "ramp_picture", lift=lift)
    return draw_ramp(Caption(name, title, say(voice, "ramp_says", sets=", ".join(steps))), loads)
