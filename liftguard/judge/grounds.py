"""
Why a set stands as it does: each cause with its size, its regions and what speaks for it.

Reason to change: what is shown for a cause, or when one counts as assessed or is named.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from liftguard.judge.causes import Cause, Evidence, Excess, share_out
from liftguard.judge.monotony import of_monotony
from liftguard.judge.policy import Policy
from liftguard.judge.question import Assessment, Rules
from liftguard.judge.stillness import BACK, is_early, is_stiff
from liftguard.judge.verdict import Level, is_too_big_a_step
from liftguard.lifts import LIFTS, REGIONS, lift_of
from liftguard.model.bar_speed import usual_speed
from liftguard.model.params import Params
from liftguard.model.special import exp
from liftguard.model.standing import losses, own_fatigue
from liftguard.model.state import best_within, moment
from liftguard.model.traits import overlap
from liftguard.records import Moved, Pain
from liftguard.units import SECONDS_PER_DAY, elapsed_days

__all__ = ["causes_of", "caveats_of", "is_named", "signs_of", "silent_of"]

_SIGNS = {  # of a strong pain: which are told, by the place; of any other that of a joint
    "signs": ("low_back", "erector_spinae", "quadratus_lumborum"),
    "signs_neck": ("neck", "upper_back"),
    "signs_chest": ("chest",),
    "signs_muscle": ("glutes", "hamstrings", "quadriceps", "grip", "arms"),
}
_TOLD = 3  # other lifts, and regions, that are told as evidence of fatigue
_MISSING = ("sets", "warm_ups", "stillness", "rising", "velocity")


def causes_of(
    found: Assessment, excess: Excess, silent: Collection[str], rules: Rules
) -> tuple[Cause, ...]:
    """Size the causes that are not silent, and gather what speaks for each."""
    policy, params = rules
    if found.forecast.parts is None:
        return ()
    sizes = {code: size for code, size in excess.sizes.items() if code not in silent}
    shares = share_out(sizes, policy)
    loads = dict(sorted(lift_of(found.planned.lift).region_loads, key=lambda pair: -pair[1]))
    tired = dict(zip(REGIONS, found.standing.tired_regions(params), strict=True))
    most_tired = tuple(sorted(loads, key=lambda one: -loads[one] * tired[one]))
    gather = {
        "fatigue": lambda: _of_fatigue(found, tired, rules),
        "rapid_movement": lambda: _of_rapid(found, rules),
        "overload": lambda: _of_overload(found, rules),
    }
    causes = [
        Cause(
            code=code,
            share=shares[code],
            size=size,
            regions=most_tired if code == "fatigue" else tuple(loads),
            evidence=tuple(gather[code]()),
            named=_is_why(code, size, found, policy),
        )
        for code, size in sizes.items()
    ]
    # what alone flags the set comes first, though no number shows it
    by_rule = "rapid_movement" if found.by_stillness else None
    return tuple(sorted(causes, key=lambda cause: (cause.code != by_rule, -cause.size)))


def _is_why(code: str, size: float, found: Assessment, policy: Policy) -> bool:
    """Tell whether a cause is why a set is flagged: by its size, or by what stillness asks for."""
    if found.by_stillness:
        return code == "rapid_movement"
    held = found.ceiling is not None
    return is_named(size, found.level, found.forecast.p_beyond, held, policy)


def is_named(
    size: float,
    level: Level,
    p_beyond: float | None,
    hurts: bool,  # noqa: FBT001 - of the verdict, as the others
    policy: Policy,
) -> bool:
    """Tell whether words name a cause: large enough [log-odds], of a flag not by pain alone."""
    by_pain_alone = hurts and (p_beyond or 0.0) < policy.caution
    return level >= Level.CAUTION and size >= policy.min_excess and not by_pain_alone


def _of_fatigue(found: Assessment, tired: Mapping[str, float], rules: Rules) -> Iterator[Evidence]:
    """Tell what fatigue takes, which lifts and regions it stands in, and what made it just now."""
    parts, standing = found.forecast.parts, found.standing
    if parts is None or found.state.since is None:
        return
    yield Evidence(code="lost_to_fatigue", value=1.0 - exp(-parts.fatigue), unit="1")
    yield from _told("tired_by", _by_other_lifts(found, rules), rules.policy)
    yield from _told("tired_region", _in_regions(found, tired, rules), rules.policy)
    session = standing.session
    if standing.traits.pattern == session.pattern and session.in_a_row > 1.0:
        yield Evidence(code="sets_in_a_row", value=session.in_a_row, unit="sets")
    yield from of_monotony(found, rules)
    if standing.in_session:
        yield Evidence(code="rest", value=standing.rest_s / 60.0, unit="min")


def _by_other_lifts(found: Assessment, rules: Rules) -> Iterator[tuple[str, float]]:
    """Give what other lifts of the last days still take, through the regions that they share."""
    policy, params = rules
    standing, own = found.standing, found.planned.lift
    now_s, by = standing.one.clock_s, standing.fatigability.mean * params.shared
    for name, other in reversed(found.state.lifts.items()):  # type: ignore[call-overload]
        if now_s - other.clock_s > SECONDS_PER_DAY * policy.tired_by_days:
            break
        if name != own:
            yield name, by * overlap(name, own) * own_fatigue(other, now_s, params)


def _in_regions(
    found: Assessment, tired: Mapping[str, float], rules: Rules
) -> Iterator[tuple[str, float]]:
    """Give what the regions that the lift loads have lost, as the whole body has worked them."""
    for region, load in lift_of(found.planned.lift).region_loads:
        if load >= rules.policy.evidence_load:
            yield region, tired[region]


def _told(code: str, lost: Iterable[tuple[str, float]], policy: Policy) -> Iterator[Evidence]:
    """Tell as evidence of what has lost most [log], but not of what has lost next to nothing."""
    most = sorted(lost, key=lambda pair: -pair[1])[:_TOLD]
    for name, one in most:
        if one > policy.negligible:
            yield Evidence(code=f"{code}:{name}", value=1.0 - exp(-one), unit="1")


def _of_rapid(found: Assessment, rules: Rules) -> Iterator[Evidence]:
    """Tell what being unready or quick takes, and what was recorded of it."""
    policy, params = rules
    here, planned = found.standing, found.planned
    load = here.log_load(planned)
    if load is None:
        return
    lost_now = losses(here, load, planned.mean_velocity_m_s, params)
    yield Evidence(code="lost_unready", value=1.0 - exp(-lost_now.readiness), unit="1")
    step_from, cold = here.step_from(params), here.cold(params)
    if step_from is not None and load - step_from > params.usual_step:
        body = found.body_kg or 0.0
        yield Evidence(code="step_from", value=exp(step_from) - body, unit="kg")
    if cold is not None and not here.ramped(
        params
    ):  # which would be warmed by what is not yet done
        yield Evidence(code="warmth", value=1.0 - cold, unit="1")
    yield from _of_notes(found, policy)
    usual = usual_speed(here.one.speeds, load, params)
    if planned.mean_velocity_m_s is not None and usual is not None:
        yield Evidence(code="speed", value=planned.mean_velocity_m_s, unit="m/s")
        yield Evidence(code="usual_speed", value=usual, unit="m/s")


def _of_notes(found: Assessment, policy: Policy) -> Iterator[Evidence]:
    """Tell of stillness, rising, readiness and movements; how much, where it is of the back."""
    here, diary, said = found.standing, found.state.diary, found.standing.noted
    of_the_back = lift_of(found.planned.lift).loads_any(BACK, policy.area_load)
    if (
        diary.still is not None
        and said.still_ago is not None
        and said.still_ago <= policy.told_hours
    ):
        still = 1440.0 * elapsed_days(diary.still.start, diary.still.end)
        yield Evidence(code="still", value=still, unit="min")
        yield Evidence(code="still_ago", value=60.0 * said.still_ago, unit="min")
    if said.creep is not None and of_the_back and is_stiff(here, policy):
        yield Evidence(code="creep", value=said.creep, unit="1")
    if said.hours_up is not None and said.hours_up <= policy.told_hours:
        yield Evidence(code="hours_up", value=said.hours_up, unit="h")
        if said.morning is not None and of_the_back and said.hours_up < policy.soon_up_hours:
            yield Evidence(code="morning", value=said.morning, unit="1")
    if said.unready is not None:
        yield Evidence(code="readiness", value=1.0 - said.unready, unit="1")
    if of_the_back:
        yield from _of_moves(diary.moved, moment(found.at), policy)


def _of_moves(moved: Iterable[Moved], now: datetime, policy: Policy) -> Iterator[Evidence]:
    """Tell of the last movements without a bar, and how long ago each was."""
    told = [(one, 1440.0 * elapsed_days(one.at, now)) for one in moved]
    lately = [(one, ago) for one, ago in told if ago <= 60.0 * policy.told_hours]
    for one, ago in lately[::-1][:_TOLD]:
        yield Evidence(code=f"moved:{one.cause or one.motion}", value=max(ago, 0.0), unit="min")


def _of_overload(found: Assessment, rules: Rules) -> Iterator[Evidence]:
    """Tell what the set asks for, beside capacity and the own bests."""
    forecast, planned = found.forecast, found.planned
    if forecast.capacity is None or forecast.parts is None:
        return
    body = found.body_kg or 0.0  # help is a load below 0
    demand = forecast.parts.demand
    yield Evidence(code="demand", value=exp(demand) - body, unit="kg")
    yield Evidence(code="capacity_low", value=forecast.capacity.low_kg, unit="kg")
    yield Evidence(code="capacity_middle", value=forecast.capacity.middle_kg, unit="kg")
    yield Evidence(code="capacity_high", value=forecast.capacity.high_kg, unit="kg")
    spiked = False
    for days in (30, 90):
        best = best_within(found.state, planned.lift, moment(found.at), float(days))
        if best is None:
            continue
        yield Evidence(code=f"best_{days}_days", value=exp(best) - body, unit="kg")
        # after a break the best of 90 days has to do
        if not spiked and demand - best > math.log(rules.policy.spike):
            spiked = True
            more = exp(demand - best)
            if days == 30:
                yield Evidence(code="spike", value=more, unit="1")
            else:
                yield Evidence(code="spike_90_days", value=more, unit="1")
        spiked = spiked or days == 30
    days_since = forecast.days_since
    if days_since is not None:
        yield Evidence(code="days_since", value=days_since, unit="days")
        if days_since > rules.policy.long_break_days:
            dates = found.at.date() - (found.at - timedelta(days=days_since)).date()
            yield Evidence(code="time_off", value=float(dates.days), unit="days")
    yield Evidence(code="sets", value=float(forecast.sets), unit="sets")


def silent_of(found: Assessment, params: Params) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell about which causes nothing is known, and which records would change that."""
    here, planned = found.standing, found.planned
    said, load = here.noted, here.log_load(planned)
    speed = planned.mean_velocity_m_s is not None and load is not None
    speed = speed and usual_speed(here.one.speeds, load or 0.0, params) is not None
    ready = here.step_from(params), said.creep, said.morning, said.unready, here.cold(params)
    quiet = {
        "fatigue": found.state.since is None,
        "rapid_movement": not speed and all(one is None for one in ready),
        "overload": found.forecast.p_beyond is None,
    }
    silent = tuple(code for code, holds in quiet.items() if holds)
    unrecorded = zip(
        _MISSING, (quiet["fatigue"], *(one is None for one in ready[:3]), not speed), strict=True
    )
    records = [record for record, lacks in unrecorded if lacks]
    if quiet["overload"]:
        heavy = lift_of(planned.lift).bodyweight_share > 0.0
        records.append("bodyweight" if heavy else "load")
    return silent, tuple(dict.fromkeys(records))


def caveats_of(found: Assessment, excess: Excess, rules: Rules) -> tuple[str, ...]:
    """List what makes a verdict less sure."""
    policy, params = rules
    forecast, planned, standing = found.forecast, found.planned, found.standing
    unknown = forecast.p_beyond is None
    long_ago = forecast.days_since is not None and forecast.days_since > policy.long_break_days
    idle = forecast.idle_days is not None and forecast.idle_days > policy.long_break_days
    held = found.ceiling is not None
    waits = found.ceiling is not None and found.ceiling.waits
    hurts = None if found.ceiling is None or waits else found.ceiling.pain
    rows = (
        ("pain", held),
        ("waits", waits),
        ("long_still", found.by_stillness and is_stiff(standing, policy)),
        ("just_up", found.by_stillness and is_early(standing, policy)),
        *signs_of(hurts, policy),
        ("no_bodyweight", unknown and lift_of(planned.lift).bodyweight_share > 0.0),
        ("no_load", unknown and lift_of(planned.lift).bodyweight_share == 0.0),
        ("unknown_lift", planned.lift not in LIFTS and forecast.sets == 0),
        ("no_sets", forecast.sets == 0),
        ("few_sets", 0 < forecast.sets < policy.few_sets),
        ("long_break", long_ago),
        ("not_near_limit", idle and not long_ago),
        ("big_step", _is_flagged_as_a_step(found, policy)),
        ("high_reps", planned.reps > policy.high_reps),
        ("wide_belief", policy.too_wide(forecast.capacity_sd)),
        ("doubt", found.level >= Level.CAUTION and excess.doubt >= policy.min_excess),
        ("typical_rest", standing.in_session and not standing.session.exact),
        ("unknown_work", standing.in_session and _unknown_work(found, params)),
    )
    return tuple(code for code, holds in rows if holds)


def _is_flagged_as_a_step(found: Assessment, policy: Policy) -> bool:
    """Tell whether a set is flagged for no more than that it is too far above what went up."""
    p = found.forecast.p_beyond
    alone = found.level == Level.CAUTION and p is not None and p < policy.caution
    return alone and found.ceiling is None and is_too_big_a_step(found.forecast, policy)


def signs_of(pain: Pain | None, policy: Policy) -> tuple[tuple[str, bool], ...]:
    """Tell which signs are for a clinician: of a strong pain, by its place."""
    if pain is None or pain.severity < policy.acute_severity:
        return ()
    places = (code for code, places in _SIGNS.items() if pain.region in places)
    return ((next(places, "signs_joint"), True),)


def _unknown_work(found: Assessment, params: Params) -> bool:
    """Tell whether lifts were done in this session of which no table knows what they tire."""
    now_s, own = found.standing.one.clock_s, found.planned.lift
    return any(
        name not in LIFTS and name != own
        for name, one in found.state.lifts.items()
        if now_s - one.clock_s <= SECONDS_PER_DAY * params.session_days
    )
