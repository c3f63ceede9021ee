"""What a state remembers, refuses and leaves alone."""

import copy
import math
import pickle
from datetime import UTC, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, GUARD, PARAMS, instant_logs, logs, scenes

import liftguard as lg
from liftguard.model.bests import best_since, with_best
from liftguard.model.state import best_within, moment

SQUAT = lg.LoggedSet(lift="squat", at=BEGINNING, load_kg=100, reps=5)
PLAN = lg.PlannedSet(lift="squat", load_kg=100, reps=5)


def learned(*entries):
    return GUARD.replay(lg.History(entries)).state


def later(entry, **step):
    return attrs.evolve(entry, at=entry.at + timedelta(**step))


# --- a state is a value ---


@given(scenes())
def test_learning_leaves_the_old_state_alone(scene):
    """A state that was learned on is as it was, to the last bit."""
    before = lg.dumps(scene.state)
    done = lg.LoggedSet(lift="squat", at=scene.at, load_kg=100, reps=5)
    assert GUARD.learn(scene.state, done) != scene.state
    assert lg.dumps(scene.state) == before


def test_the_lifts_of_a_state_are_read_only():
    """A host cannot change a state through its mapping."""
    state = learned(SQUAT)
    with pytest.raises(TypeError):
        state.lifts["squat"] = None


@given(logs() | instant_logs())
def test_a_state_can_be_pickled_and_copied(entries):
    """A pickled or copied state is equal and read-only."""
    state = learned(*entries)
    again = pickle.loads(pickle.dumps(state))  # noqa: S301 - our own bytes
    assert again == state
    assert copy.deepcopy(state) == state
    assert copy.copy(state) == state
    assert type(again.lifts) is type(state.lifts)


def test_states_can_stand_in_a_set():
    """Equal states hash alike."""
    assert len({learned(SQUAT), learned(SQUAT)}) == 1


# --- order and ids ---


def test_an_older_entry_is_refused():
    """An entry before the state's last is refused, with what to do."""
    state = learned(SQUAT)
    with pytest.raises(lg.WrongOrder, match="replay the history"):
        GUARD.learn(state, later(SQUAT, seconds=-1))


def test_an_older_entry_of_another_lift_is_refused():
    """Order holds across lifts and kinds of entries."""
    state = learned(later(SQUAT, days=1), lg.Rising(at=BEGINNING + timedelta(days=2)))
    with pytest.raises(lg.WrongOrder):
        GUARD.learn(state, attrs.evolve(later(SQUAT, days=1), lift="deadlift"))


def test_an_older_question_is_refused():
    """A forecast, a check and a load before the state's last entry are refused."""
    state, early = learned(SQUAT), BEGINNING - timedelta(seconds=1)
    with pytest.raises(lg.WrongOrder):
        GUARD.forecast(state, PLAN, at=early)
    with pytest.raises(lg.WrongOrder):
        GUARD.check(state, PLAN, at=early)
    with pytest.raises(lg.WrongOrder):
        GUARD.max_load(state, "squat", 5, at=early)


def test_a_repeated_id_is_refused():
    """The same set learned twice at once is refused by its id."""
    named = attrs.evolve(SQUAT, id="a")
    with pytest.raises(lg.InvalidValue, match=r"LoggedSet\.id: got 'a'"):
        GUARD.learn(learned(named), named)


def test_a_repeated_id_is_refused_after_storing():
    """So it is by a state that was stored in between, with other entries at that moment."""
    named = attrs.evolve(SQUAT, id="a")
    state = learned(named, attrs.evolve(SQUAT, id="b"), lg.Rising(at=BEGINNING))
    with pytest.raises(lg.InvalidValue, match=r"LoggedSet\.id: got 'a'"):
        GUARD.learn(lg.loads(lg.dumps(state)), named)


def test_an_id_is_known_for_its_moment_alone():
    """A state does not grow with the log: a minute later the id is new to it, not to a history."""
    named = attrs.evolve(SQUAT, id="a")
    again = attrs.evolve(named, at=BEGINNING + timedelta(minutes=1))
    state = GUARD.learn(learned(named), again)
    assert state.ids_now == ("a",)
    with pytest.raises(lg.InvalidValue, match="an id that stands once"):
        lg.History([named, again])


def test_a_repeated_id_is_refused_in_a_replay():
    """A replay from a checkpoint refuses the set that the checkpoint already holds."""
    named = attrs.evolve(SQUAT, id="a")
    with pytest.raises(lg.InvalidValue, match=r"LoggedSet\.id"):
        GUARD.replay(lg.History([named]), start=learned(named))


@pytest.mark.parametrize("first", [BEGINNING, BEGINNING.replace(tzinfo=UTC)])
def test_kinds_of_time_do_not_mix(first):
    """A state of wall-clock times takes no instants, nor the other way round."""
    state = learned(attrs.evolve(SQUAT, at=first))
    other = first.replace(tzinfo=None if first.tzinfo else UTC) + timedelta(days=1)
    with pytest.raises(lg.InvalidValue, match="same kind of time"):
        GUARD.learn(state, attrs.evolve(SQUAT, at=other))
    with pytest.raises(lg.InvalidValue, match="same kind of time"):
        GUARD.check(state, PLAN, at=other)


def test_a_state_of_other_params_is_refused():
    """A state that another model made is refused, with what to do."""
    other = lg.Guard(lg.Params(attempt_sd=0.04))
    state = learned(SQUAT)
    for ask in (
        lambda: other.learn(state, SQUAT),
        lambda: other.forecast(state, PLAN, at=BEGINNING),
        lambda: other.check(state, PLAN, at=BEGINNING),
        lambda: other.max_load(state, "squat", 5, at=BEGINNING),
        lambda: other.replay(lg.History(), start=state),
    ):
        with pytest.raises(lg.InvalidValue, match="replay the history"):
            ask()


def test_another_policy_takes_the_state():
    """A host may change its appetite for risk without replaying."""
    bold = lg.Guard(policy=lg.Policy(caution=0.2, beyond=0.5))
    assert bold.forecast(learned(SQUAT), PLAN, at=BEGINNING).sets == 1


# --- what counts ---


@pytest.mark.parametrize(
    ("entry", "lifts"),
    [
        (attrs.evolve(SQUAT, reps=0), []),  # nothing tried that is known
        (attrs.evolve(SQUAT, load_kg=0), ["squat"]),  # nothing known to move: it tires
        (attrs.evolve(SQUAT, assist_kg=100), ["squat"]),
        (attrs.evolve(SQUAT, lift="pull_up"), ["pull_up"]),  # bodyweight not known
        (attrs.evolve(SQUAT, reps=0, missed=True), ["squat"]),
        (attrs.evolve(SQUAT, lift="Atlas stone"), ["Atlas stone"]),
    ],
)
def test_only_known_work_is_kept(entry, lifts):
    """A set that was not tried leaves nothing; one of which the load is not known, no belief."""
    state = learned(entry)
    assert list(state.lifts) == lifts
    load_known = entry.load_kg > 0 and not entry.assist_kg and entry.lift != "pull_up"
    assert [one.sets for one in state.lifts.values()] == [int(load_known)] * len(lifts)


def test_work_of_unknown_load_tires():
    """Pull-ups without a bodyweight tire the rows that follow, if nothing else."""
    row = lg.PlannedSet(lift="bent_over_row", load_kg=80, reps=5)
    at = SQUAT.at + timedelta(minutes=3)
    tired, rested = (
        GUARD.forecast(state, row, at=at).parts.fatigue
        for state in (learned(attrs.evolve(SQUAT, lift="pull_up")), GUARD.start())
    )
    assert tired > rested == 0.0


def test_warm_ups_are_no_sets_to_rest_on():
    """Marked warm-ups are not counted among the sets that a belief rests on."""
    warm_up = attrs.evolve(SQUAT, kind="warmup")
    state = learned(warm_up, warm_up, later(SQUAT, minutes=5), later(warm_up, minutes=9))
    assert GUARD.forecast(state, PLAN, at=state.at).sets == 1


def test_a_warm_up_does_not_set_the_scale():
    """The first set that counts sets the scale, whatever warm-ups came before it."""
    warm_up = attrs.evolve(SQUAT, kind="warmup", load_kg=20)
    done = later(SQUAT, minutes=5)
    plain, warmed = learned(done), learned(warm_up, done)
    beliefs = [state.lifts["squat"].belief for state in (plain, warmed)]
    # the warm-up has tired a little, which is all that it changes
    assert beliefs[0].habit == pytest.approx(beliefs[1].habit, abs=0.01)


def test_a_heavier_body_makes_pull_ups_harder():
    """The same pull-up after gaining 10 kg is likelier to be beyond."""
    at = BEGINNING
    pulls = [
        lg.LoggedSet(
            lift="pull_up", at=at + timedelta(days=3 * i), load_kg=10, reps=5, to_failure=True
        )
        for i in range(8)
    ]
    state = learned(lg.Bodyweight(at=at, kg=80), *pulls)
    heavier = GUARD.learn(state, lg.Bodyweight(at=state.at, kg=90))
    planned = lg.PlannedSet(lift="pull_up", load_kg=10, reps=5)
    at = state.at + timedelta(days=3)
    p, q = (GUARD.forecast(one, planned, at=at).p_beyond for one in (state, heavier))
    assert q > p + 0.1


@pytest.mark.parametrize(
    ("day", "best", "bests"),
    [
        (9, 4.95, ((0, 5.0), (9, 4.95))),  # better than day 8, worse than day 0
        (9, 5.1, ((9, 5.1),)),
        (13, 4.85, ((0, 5.0), (8, 4.9))),  # days 7 to 13 are one week
        (14, 4.85, ((0, 5.0), (8, 4.9), (14, 4.85))),
        (90, 4.8, ((0, 5.0), (8, 4.9), (90, 4.8))),
        (91, 4.8, ((8, 4.9), (91, 4.8))),  # of more than 90 days ago none is kept
    ],
)
def test_bests_by_hand(day, best, bests):
    """One of a week is kept, where no later one reached it again."""
    assert with_best(((0, 5.0), (8, 4.9)), day, best, PARAMS) == bests


@pytest.mark.parametrize(("since", "best"), [(0.0, 5.0), (0.5, 4.95), (9.0, 4.95), (9.1, None)])
def test_the_best_since_a_day(since, best):
    """The first one that is recent enough is the highest, as later ones are lower."""
    assert best_since(((0, 5.0), (9, 4.95)), since) == best


def test_a_lift_without_sets_has_no_best():
    assert best_within(GUARD.start(), "squat", BEGINNING, 30.0) is None
    assert best_within(learned(SQUAT), "deadlift", BEGINNING, 30.0) is None


def test_a_best_is_what_was_reached():
    """The best of 30 days is the highest demand in it, by hand: ln(120 x (1 + 4 / 30))."""
    sets = [
        later(attrs.evolve(SQUAT, load_kg=load_kg), days=days)
        for load_kg, days in ((140, 0), (120, 40), (100, 50))
    ]
    state = learned(*sets)
    at = BEGINNING + timedelta(days=60)
    # the curve that the state believes moves the demand a little: 1 % is room for it
    assert best_within(state, "squat", at, 30.0) == pytest.approx(math.log(120 * 34 / 30), abs=0.01)
    assert best_within(state, "squat", at, 90.0) == pytest.approx(math.log(140 * 34 / 30), abs=0.01)
    assert best_within(state, "squat", at, 5.0) is None


@given(logs(lifts=("squat",), most=8), st.sampled_from([7.0, 30.0, 90.0]))
def test_bests_are_those_of_the_log(entries, days):
    """
    The best of some days is the highest demand reached by a set in them.

    Singles have no curve in them, so the demand is the load; whole days are counted from
    the first entry, which may let one day more in. Loads near each other, of which nothing else
    is said, are no slips.
    """
    plain = {"rpe": None, "to_failure": False, "missed": False, "kind": None, "planned_reps": None}
    sets = [
        attrs.evolve(one, **plain, reps=1, assist_kg=0.0, load_kg=100.0 + one.load_kg % 8.0)
        for one in entries
        if isinstance(one, lg.LoggedSet) and one.reps and one.load_kg
    ]
    state = learned(*sets)
    if not sets:
        return
    end = sets[-1].at
    best = best_within(state, "squat", end, days)

    def highest(window):
        return max(math.log(s.load_kg) for s in sets if s.at >= end - timedelta(days=window))

    assert highest(days) - 1e-6 <= best <= highest(days + 1.0) + 1e-6


def test_moments_are_kept_in_utc():
    """An instant is kept in UTC, wall clock as it is."""
    assert moment(datetime.fromisoformat("2026-01-05T18:00+01:00")).isoformat() == (
        "2026-01-05T17:00:00+00:00"
    )
    assert moment(BEGINNING) is BEGINNING


@given(logs(most=8))
def test_a_state_is_bounded(entries):
    """Of one lift no more than 14 bests are kept: one a week within 90 days."""
    for one in learned(*entries).lifts.values():
        assert len(one.bests) <= 14
        assert list(one.bests) == sorted(one.bests)


def test_a_missed_warm_up_is_not_forgotten():
    """A miss in a warm-up is evidence: the next plain set no longer sets the scale anew."""
    guard = lg.Guard()
    miss = lg.LoggedSet(
        lift="squat", at=datetime(2026, 1, 5, 18), load_kg=100, reps=0, missed=True, kind="warmup"
    )
    state = guard.learn(guard.start(), miss)
    assert state.lifts["squat"].sets == 1


def bare(lift, at, load_kg, reps=5):
    return lg.LoggedSet(lift=lift, at=at, load_kg=load_kg, reps=reps)


def test_the_best_of_the_first_session_sets_the_scale():
    """A ramp is no evidence of its own: the answer stays UNKNOWN, around the highest set."""
    guard, at = lg.Guard(), datetime(2026, 1, 5, 18)
    ramp = [
        bare("squat", at + timedelta(minutes=4 * n), load_kg)
        for n, load_kg in enumerate((20.0, 60.0, 90.0, 110.0, 125.0, 125.0, 60.0))
    ]
    state = guard.replay(lg.History(ramp)).state
    verdict = guard.check(
        state, lg.PlannedSet(lift="squat", load_kg=125, reps=5), at=at + timedelta(hours=1)
    )
    # 125 kg x 5 asks for a single of 125 (1 + 4/30) = 141.7 kg
    assert verdict.level == lg.Level.UNKNOWN
    assert 141.6 < verdict.capacity.middle_kg < 141.7 * math.exp(PARAMS.reserve)


def test_a_wrong_scale_is_given_up():
    """A first set logged 2.2 times too heavy does not lock the lift for good."""
    guard, at = lg.Guard(), datetime(2026, 1, 5, 18)
    log = [bare("squat", at, 275.0)]
    for day in range(2, 80, 3):
        log += [bare("squat", at + timedelta(days=day, minutes=4 * n), 125.0) for n in range(4)]
    state = guard.replay(lg.History(log)).state
    forecast = guard.forecast(
        state, lg.PlannedSet(lift="squat", load_kg=125, reps=5), at=state.at + timedelta(days=1)
    )
    assert 135.0 < forecast.capacity.middle_kg < 165.0
    assert forecast.capacity_sd < guard.policy.widest_sd


def test_light_sets_do_not_keep_a_lift_trained():
    """Three months of sets at half the load are a break from the limit, and said so."""
    guard, at = lg.Guard(), datetime(2026, 1, 5, 18)
    log = [
        lg.LoggedSet(lift="squat", at=at + timedelta(days=3 * n), load_kg=150, reps=3, rpe=9)
        for n in range(10)
    ]
    light = [bare("squat", at + timedelta(days=30 + 3 * n), 75.0) for n in range(30)]
    single = lg.PlannedSet(lift="squat", load_kg=150, reps=1)
    end = at + timedelta(days=120)
    heavy = guard.replay(lg.History(log)).state
    after = guard.replay(lg.History(log + light)).state
    verdict = guard.check(after, single, at=end)
    assert verdict.capacity.middle_kg == pytest.approx(
        guard.check(heavy, single, at=end).capacity.middle_kg,
        rel=1e-4,  # they tire a little
    )
    assert "not_near_limit" in verdict.caveats
