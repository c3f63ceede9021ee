"""The front door: what each question answers and refuses."""

import math
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import attrs
import pandas as pd
import pytest
from hypothesis import given
from strategies import BEGINNING, GUARD, scenes, trained_scenes

import liftguard as lg
from liftguard.judge.own_steps import may_have_a_bar, own_steps

PULL = lg.PlannedSet(lift="deadlift", load_kg=140, reps=3)


def trained(count=12, **fields):
    fields = {"lift": "deadlift", "load_kg": 140, "reps": 3, "rpe": 9} | fields
    sets = [lg.LoggedSet(at=BEGINNING + timedelta(days=3 * i), **fields) for i in range(count)]
    return GUARD.replay(lg.History(sets)).state


TRAINED = trained()
NEXT = TRAINED.at + timedelta(days=3)


def check(load_kg, reps=3, guard=GUARD, **options):
    planned = attrs.evolve(PULL, load_kg=load_kg, reps=reps)
    return guard.check(TRAINED, planned, at=NEXT, **options)


# --- levels ---


def test_levels_are_ordered():
    """Not knowing is worse than clear and better than a flag."""
    assert lg.Level.CLEAR < lg.Level.UNKNOWN < lg.Level.CAUTION < lg.Level.BEYOND
    assert str(lg.Level.BEYOND) == "BEYOND"


@given(scenes() | trained_scenes())
def test_the_level_follows_the_policy(scene):
    """
    The level is the policy's word on p; where the belief is too wide it is UNKNOWN.

    But for what is far above all that was done, BEYOND, and what went up lately, CLEAR.

    A pain that holds the lift may make it worse, and never milder.
    """
    forecast = GUARD.forecast(scene.state, scene.planned, at=scene.at)
    verdict = GUARD.check(scene.state, scene.planned, at=scene.at)
    policy, p = GUARD.policy, forecast.p_beyond
    if p is None:
        expected = lg.Level.UNKNOWN
    elif forecast.capacity_sd > policy.widest_sd:
        expected = lg.Level.UNKNOWN
        if forecast.above is not None and forecast.above > math.log(1.5):
            expected = lg.Level.BEYOND
        elif forecast.proven >= 2.0 and forecast.days_since <= 28.0 and p < policy.caution:
            expected = lg.Level.CLEAR
    elif p < policy.caution:
        expected = lg.Level.CLEAR
    else:
        expected = lg.Level.BEYOND if p >= policy.beyond else lg.Level.CAUTION
    assert verdict.level >= expected
    assert verdict.level == expected or verdict.pain is not None


def test_the_same_p_may_be_judged_otherwise():
    """A bolder policy clears what the usual one flags, at the same p."""
    bold = lg.Guard(policy=lg.Policy(caution=0.9, beyond=0.95))
    usual, other = check(145), check(145, guard=bold)
    assert usual.p_beyond == other.p_beyond
    assert usual.level > other.level == lg.Level.CLEAR


def test_far_too_much_is_beyond():
    """Half as much again for the same reps is BEYOND, and nearly certain to fail."""
    verdict = check(210)
    assert verdict.level == lg.Level.BEYOND
    assert verdict.p_beyond > 0.98


def test_half_is_clear():
    """Half the usual load is CLEAR and offers no steps."""
    verdict = check(70)
    assert (verdict.level, verdict.steps) == (lg.Level.CLEAR, ())


def test_a_flag_comes_with_a_way_out():
    """A load somewhat too high can be cleared by less load."""
    assert "lower_load" in [step.code for step in check(160).steps]


def test_a_flag_names_overload():
    """A flag has overload as its cause, the erector spinae first, with the day's numbers."""
    cause = check(180).causes[0]
    evidence = {row.code: row.value for row in cause.evidence}
    assert (cause.code, cause.regions[0]) == ("overload", "erector_spinae")
    assert evidence["days_since"] == 3.0
    assert evidence["sets"] == 12.0
    assert evidence["demand"] > 180.0


def test_a_verdict_repeats_the_question():
    """A verdict holds what was asked and when, and the model's version."""
    verdict = check(140)
    assert (verdict.planned, verdict.at) == (PULL, NEXT)
    assert verdict.model_version == lg.MODEL_VERSION


@given(scenes() | trained_scenes())
def test_a_check_agrees_with_the_forecast(scene):
    """Probability, band and days are the forecast's."""
    forecast = GUARD.forecast(scene.state, scene.planned, at=scene.at)
    verdict = GUARD.check(scene.state, scene.planned, at=scene.at)
    assert (verdict.p_beyond, verdict.capacity, verdict.days_since) == (
        forecast.p_beyond,
        forecast.capacity,
        forecast.days_since,
    )


@given(scenes() | trained_scenes())
def test_a_check_agrees_with_max_load(scene):
    """The heaviest load of a verdict is that of max_load at the same risk, or its own if CLEAR."""
    planned = scene.planned
    verdict = GUARD.check(scene.state, planned, at=scene.at)
    most = GUARD.max_load(scene.state, planned.lift, planned.reps, at=scene.at)
    if most is not None and verdict.level == lg.Level.CLEAR:
        most = max(most, planned.load_kg)
    assert verdict.max_load_kg == most


@given(trained_scenes())
def test_clear_and_max_load_agree(scene):
    """A load up to the heaviest is CLEAR, a load a step of that lift above it is not."""
    lift = scene.planned.lift
    most = GUARD.max_load(scene.state, lift, scene.planned.reps, at=scene.at)
    if not most:
        return
    step_kg = own_steps(lift, scene.state.lifts[lift]).step_kg
    if may_have_a_bar(lift):
        assert step_kg in (2.5, pytest.approx(lg.kg_from_lb(5)))

    def level(kg):
        planned = attrs.evolve(scene.planned, load_kg=kg)
        return GUARD.check(scene.state, planned, at=scene.at).level

    assert level(most) == lg.Level.CLEAR
    assert level(most + step_kg) >= lg.Level.CAUTION


def test_a_clear_load_between_two_steps_is_the_heaviest():
    """Of small plates a set may be CLEAR above the last step of 2.5 kg; then it is the most."""
    small = lg.Plates(bar_kg=20, pairs_kg=(50, 10, 5, 2.5, 1.25, 0.5, 0.25))
    most = GUARD.max_load(TRAINED, "deadlift", 3, at=NEXT)
    between = GUARD.max_load(TRAINED, "deadlift", 3, at=NEXT, plates=small)
    assert most < between < most + 2.5
    found = check(between)
    assert (found.level, found.max_load_kg) == (lg.Level.CLEAR, between)
    assert check(most - 10.0).max_load_kg == most


def test_a_planned_rpe_moves_only_the_reserve():
    """An intended RPE changes what is expected to be left, and no probability."""
    easy = attrs.evolve(PULL, rpe=6.0)
    plain, said = (GUARD.forecast(TRAINED, one, at=NEXT) for one in (PULL, easy))
    assert said.p_beyond == plain.p_beyond
    assert said.expected_rir > plain.expected_rir


def test_the_expected_reserve_of_the_usual_set():
    """The set that was always done at RPE 9 is expected to leave one: what was always said."""
    usual = TRAINED.lifts["deadlift"].reports
    assert set(usual.left) == {1.0}
    planned = attrs.evolve(PULL, load_kg=math.exp(usual.loads[-1]), reps=int(usual.reps[-1]))
    assert GUARD.forecast(TRAINED, planned, at=NEXT).expected_rir == pytest.approx(1.0, abs=0.05)


def test_the_margin_by_hand():
    """The margin of a single is the middle of the band less its load."""
    single = attrs.evolve(PULL, reps=1)
    forecast = GUARD.forecast(TRAINED, single, at=NEXT)
    assert forecast.margin_kg == pytest.approx(forecast.capacity.middle_kg - 140.0, rel=1e-12)


@pytest.mark.parametrize("wider", [1.0, 2.0])
def test_a_band_holds_nine_in_ten(wider):
    """
    The ends of the band are 1.6449 sd from its middle, the 95 % quantile of the normal.

    Of an athlete whose sets to failure lie twice as wide as those of others, twice as far.
    """
    own = TRAINED.body.calibration._replace(scatter=math.log(wider))
    state = attrs.evolve(TRAINED, body=TRAINED.body._replace(calibration=own))
    forecast = GUARD.forecast(state, PULL, at=NEXT)
    reach = 1.6448536269514722 * wider * forecast.capacity_sd
    band = forecast.capacity
    assert math.log(band.high_kg / band.middle_kg) == pytest.approx(reach, rel=1e-9)
    assert math.log(band.middle_kg / band.low_kg) == pytest.approx(reach, rel=1e-9)


def test_the_band_is_of_the_day_and_not_of_the_load():
    """
    What goes up today is the same, asked of a load that always did, or of one that never did.

    Of many repetitions too, also where some of it went up often; and asked about, each end is said
    to fail as often as it should, give or take what the search leaves: .001 in log-odds.
    """
    state = TRAINED
    for n, kg in enumerate(4 * (110.0, 120.0, 125.0)):
        at = NEXT + timedelta(days=3 * n)
        done = lg.LoggedSet(lift=PULL.lift, at=at, load_kg=kg, reps=5, rpe=8.0)
        state = GUARD.learn(state, done)
    later = state.at + timedelta(days=3)

    def band(state, kg, reps, at):
        plan = attrs.evolve(PULL, load_kg=kg, reps=reps)
        return attrs.astuple(GUARD.forecast(state, plan, at=at).band)

    for now, at in ((TRAINED, NEXT), (state, later)):
        for reps in (1, 3, 5, 8):
            usual = band(now, 140.0, reps, at)
            for kg in (60.0, 100.0, 125.0, 127.5, 400.0):
                assert band(now, kg, reps, at) == pytest.approx(usual, rel=1e-12)
            for end, p in zip(usual, (0.05, 0.5, 0.95), strict=True):
                plan = attrs.evolve(PULL, load_kg=end, reps=reps)
                assert GUARD.forecast(now, plan, at=at).p_beyond == pytest.approx(p, abs=5e-4)


# --- names ---


def test_a_name_is_enough():
    """A lift may be asked for by any of its names."""
    assert GUARD.max_load(TRAINED, "Kreuzheben", 3, at=NEXT) == GUARD.max_load(
        TRAINED, "deadlift", 3, at=NEXT
    )


# --- a first guess ---


def test_other_lifts_help_a_new_one():
    """A lift without sets is believed narrower for who trained another, and still UNKNOWN."""
    front = lg.PlannedSet(lift="squat", load_kg=100, reps=3)
    fresh, helped = (GUARD.forecast(state, front, at=NEXT) for state in (GUARD.start(), TRAINED))
    assert helped.capacity_sd < fresh.capacity_sd
    assert GUARD.check(TRAINED, front, at=NEXT).level == lg.Level.UNKNOWN


def test_a_profile_is_a_first_guess():
    """Knowing the sex narrows the first guess and moves it."""
    plain, woman, man = (
        GUARD.forecast(GUARD.start(profile), PULL, at=NEXT)
        for profile in (None, lg.Profile(sex="female"), lg.Profile(sex="male"))
    )
    assert woman.capacity_sd < plain.capacity_sd
    assert woman.capacity.middle_kg < plain.capacity.middle_kg < man.capacity.middle_kg


# --- refusals ---


def test_a_guard_refuses_what_is_no_policy():
    """Params and Policy cannot be swapped."""
    with pytest.raises(lg.InvalidValue, match=r"Guard\.params"):
        lg.Guard(lg.Policy())
    with pytest.raises(lg.InvalidValue, match=r"Guard\.policy"):
        lg.Guard(policy=lg.Params())


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: GUARD.start("female"), "profile"),
        (lambda: GUARD.learn(None, PULL), "state"),
        (lambda: GUARD.learn(TRAINED, PULL), "entry"),
        (lambda: GUARD.replay([]), "history"),
        (lambda: GUARD.replay(lg.History(), start="x"), "state"),
        (lambda: GUARD.forecast(TRAINED, "deadlift", at=NEXT), "planned"),
        (lambda: GUARD.forecast(TRAINED, PULL, at="tonight"), "at"),
        (lambda: GUARD.forecast(TRAINED, PULL, at=date(2026, 1, 5)), "at"),
        (lambda: GUARD.check(TRAINED, None, at=NEXT), "planned"),
        (lambda: GUARD.check(TRAINED, PULL, at=NEXT, plates=20), "plates"),
        (lambda: GUARD.check(TRAINED, PULL, at=NEXT, ramped="no"), "ramped"),
        (lambda: GUARD.check(TRAINED, PULL, at=NEXT, ramped=1), "ramped"),
        (lambda: GUARD.check("x", lg.Movement(motion="flexion"), at=NEXT), "state"),
        (lambda: GUARD.check(TRAINED, lg.Movement(motion="flexion"), at=5), "at"),
        (lambda: GUARD.max_load(TRAINED, "", 3, at=NEXT), "lift"),
        (lambda: GUARD.max_load(TRAINED, "deadlift", 0, at=NEXT), "reps"),
        (lambda: GUARD.max_load(TRAINED, "deadlift", 3, at=NEXT, p_beyond=0.0), "p_beyond"),
        (lambda: GUARD.max_load(TRAINED, "deadlift", 3, at=NEXT, p_beyond=math.nan), "p_beyond"),
        (lambda: GUARD.max_load(TRAINED, "deadlift", 3, at=NEXT, p_beyond=1), "p_beyond"),
    ],
)
def test_wrong_arguments_are_named(call, named):
    """What cannot be used is an error of ours that names the argument."""
    with pytest.raises(lg.InvalidValue, match=rf"(?i)\b{named}\b"):
        call()


@pytest.mark.parametrize("fields", [{"caution": 0.0}, {"beyond": 1.0}, {"widest_sd": math.nan}])
def test_a_policy_out_of_range_is_refused(fields):
    """Thresholds are probabilities inside (0, 1)."""
    with pytest.raises(lg.InvalidValue, match=f"Policy.{next(iter(fields))}"):
        lg.Policy(**fields)


def test_a_policy_must_rise():
    """CAUTION cannot begin above BEYOND."""
    with pytest.raises(lg.InvalidValue, match="at most beyond"):
        lg.Policy(caution=0.5, beyond=0.4)


@pytest.mark.parametrize("field", attrs.fields(lg.Params), ids=lambda field: field.name)
def test_params_out_of_range_are_refused(field):
    """Every number of the model has a range, and a hair beyond either end is refused."""
    low, high = (field.metadata[end] for end in ("low", "high"))
    beyond = math.nextafter(low, -math.inf), math.nextafter(high, math.inf)
    for value in (*beyond, math.nan, "0.1", True):
        with pytest.raises(lg.InvalidValue, match=rf"Params\.{field.name}: "):
            lg.Params(**{field.name: value})


@pytest.mark.parametrize("p", [0.001, 0.004, 0.996, 0.999])
@pytest.mark.parametrize("plates", [None, lg.Plates.kg()])
def test_extreme_risks_give_a_finite_load(p, plates):
    """A risk that lapses alone make, or that no load reaches, still gives no infinity."""
    kg = GUARD.max_load(TRAINED, "deadlift", 3, at=NEXT, p_beyond=p, plates=plates)
    assert kg is None or math.isfinite(kg)


def test_a_risk_below_the_lapses_leaves_nothing():
    """No load fails less often than lapses make it fail, so none is offered."""
    assert not GUARD.max_load(TRAINED, "deadlift", 3, at=NEXT, p_beyond=0.001)


@pytest.mark.parametrize("load_kg", [0.01, 0.5, 1000.0, 2000.0])
def test_extreme_loads_give_finite_answers(load_kg):
    """The lightest and heaviest loads are answered without NaN, infinity or a crash."""
    forecast = GUARD.forecast(TRAINED, attrs.evolve(PULL, load_kg=load_kg), at=NEXT)
    numbers = (forecast.p_beyond, forecast.expected_rir, forecast.margin_kg)
    assert all(map(math.isfinite, numbers))


@pytest.mark.parametrize("load_kg", [0.01, 0.5, 1000.0, 2000.0])
@pytest.mark.parametrize("fields", [{}, {"missed": True}, {"rpe": 8}, {"to_failure": True}])
@pytest.mark.parametrize("reps", [1, 1000])
def test_extreme_sets_leave_a_usable_state(load_kg, fields, reps):
    """A set at the edge of what a load can be is learned, stored, and asked about."""
    done = lg.LoggedSet(lift="deadlift", at=NEXT, load_kg=load_kg, reps=reps, **fields)
    for before in (TRAINED, GUARD.start()):
        state = lg.loads(lg.dumps(GUARD.learn(before, done)))
        forecast = GUARD.forecast(state, PULL, at=NEXT)
        assert 0.0 < forecast.p_beyond < 1.0
        assert all(map(math.isfinite, attrs.astuple(forecast.capacity)))


def test_an_instant_may_ask_about_no_history():
    """Before any entry either kind of time will do."""
    planned = attrs.evolve(PULL, reps=1)
    naive, aware = (
        GUARD.forecast(GUARD.start(), planned, at=at)
        for at in (BEGINNING, BEGINNING.replace(tzinfo=UTC))
    )
    assert naive == aware


# --- tracks ---


def test_a_track_forecasts_before_it_learns():
    """The first forecast of a track rests on no set, the second on one."""
    sets = [
        lg.LoggedSet(lift="squat", at=BEGINNING + timedelta(days=day), load_kg=100, reps=5)
        for day in range(2)
    ]
    assert [one.sets for one in GUARD.replay(lg.History(sets)).forecasts] == [0, 1]


def test_a_track_forecasts_singles():
    """What a track forecasts is the load as a single, so the outcome's reps cannot leak."""
    done = lg.LoggedSet(lift="deadlift", at=NEXT, load_kg=140, reps=8)
    track = GUARD.replay(lg.History([done]), start=TRAINED)
    single = GUARD.forecast(TRAINED, attrs.evolve(PULL, reps=1), at=NEXT)
    assert track.forecasts == (single,)


def test_a_track_answers_for_other_reps():
    """The forecast of a set for its reps is what the guard would have said."""
    done = lg.LoggedSet(lift="deadlift", at=NEXT, load_kg=140, reps=3)
    track = GUARD.replay(lg.History([done]), start=TRAINED)
    assert track.forecast(track.sets[0], 3) == GUARD.forecast(TRAINED, PULL, at=NEXT)


def moments_in(value):
    """List every moment in an answer."""
    if isinstance(value, datetime):
        return [value]
    if attrs.has(type(value)):
        value = [getattr(value, field.name) for field in attrs.fields(type(value))]
    elif isinstance(value, Mapping):
        value = value.values()
    elif not isinstance(value, list | tuple):
        return []
    return [at for one in value for at in moments_in(one)]


@pytest.mark.parametrize(
    "ask",
    [
        lambda state, at: GUARD.check(state, HEAVY, at=at),
        lambda state, at: GUARD.advise(state, HEAVY, at=at),
        lambda state, at: GUARD.suggest(state, "squat", 5, at=at),
        lambda state, at: GUARD.bests(state, "squat", at=at),
        lambda state, at: GUARD.next_session(state, [HEAVY], at=at),
        lambda state, at: GUARD.check_plan(state, [lg.PlannedSession(at=at, sets=[HEAVY])]),
        lambda state, at: GUARD.learn(state, lg.Pain(at=at, region="knee", severity=2)),
    ],
    ids=["check", "advise", "suggest", "bests", "next", "plan", "learn"],
)
def test_an_answer_holds_datetimes_of_python(ask):
    """Whatever library made the moment that was asked about."""
    begin = datetime(2026, 1, 5, 18)
    log = lg.History(
        lg.LoggedSet(lift="squat", at=begin + timedelta(days=3 * n), load_kg=100 + n, reps=5)
        for n in range(10)
    )
    found = moments_in(ask(GUARD.replay(log).state, pd.Timestamp("2026-02-04 18:00:00.1234567")))
    assert {type(at) for at in found} == {datetime}


HEAVY = lg.PlannedSet(lift="squat", load_kg=160, reps=5)
