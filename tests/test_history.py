"""Lifts of a history: what is not known, and names that are joined."""

from datetime import timedelta

import attrs
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import BEGINNING, logs

import liftguard as lg

DAY = timedelta(days=1)
RENAMED = "Deadlift Old Data"


def done(lift, day=0, **fields):
    """Give a set of five with 100 kg."""
    return lg.LoggedSet(lift=lift, at=BEGINNING + day * DAY, load_kg=100, reps=5, **fields)


MIXED = lg.History(
    [
        done(RENAMED, 0, rpe=8, note="belt", id="a1"),
        lg.Bodyweight(at=BEGINNING + DAY, kg=80),
        done(RENAMED, 2, missed=True),
        done("Atlas stone", 3),
        done("deadlift", 4, rest_s=120, kind="work"),
        lg.Pain(at=BEGINNING + 5 * DAY, region="low_back", severity=3),
        done("squat", 6),
    ]
)


def lifts_of(history):
    return [one.lift for one in history.sets]


def test_a_renamed_lift_is_one_again():
    """The old name's sets become deadlifts; all else of every entry stays as it was."""
    joined = MIXED.renamed({RENAMED: "deadlift"})
    assert lifts_of(joined) == ["deadlift", "deadlift", "Atlas stone", "deadlift", "squat"]
    assert lifts_of(MIXED) == [RENAMED, RENAMED, "Atlas stone", "deadlift", "squat"]
    assert [attrs.asdict(one) | {"lift": ""} for one in joined.sets] == [
        attrs.asdict(one) | {"lift": ""} for one in MIXED.sets
    ]
    assert [one for one in joined if one not in joined.sets] == [MIXED[1], MIXED[5]]


@pytest.mark.parametrize("old", [RENAMED, "deadlift old data", "  Deadlift  Old Data "])
@pytest.mark.parametrize("new", ["deadlift", "Deadlift (Barbell)", "Kreuzheben"])
def test_names_are_given_as_keys_or_names(old, new):
    """Either side may be a key or a name, in any case."""
    assert MIXED.renamed({old: new}) == MIXED.renamed({RENAMED: "deadlift"})


def test_names_are_exchanged_at_once():
    """A lift that takes another's name does not follow that other lift's renaming."""
    turned = MIXED.renamed({"squat": "deadlift", "deadlift": "squat"})
    assert lifts_of(turned) == [RENAMED, RENAMED, "Atlas stone", "squat", "deadlift"]


def test_a_lift_may_join_an_unknown_one():
    """The new name may be one that only this history has."""
    assert lifts_of(MIXED.renamed({RENAMED: "atlas stone"})) == [
        *["Atlas stone"] * 3,
        "deadlift",
        "squat",
    ]


@pytest.mark.parametrize(
    ("names", "got", "wanted", "near"),
    [
        ({"Deadlift Old Dta": "deadlift"}, "Deadlift Old Dta", "of this history", RENAMED),
        ({"Atlas stones": "deadlift"}, "Atlas stones", "of this history", "Atlas stone"),
        ({"bench_press": "deadlift"}, "bench_press", "of this history", ""),
        ({RENAMED: "deadlfit"}, "deadlfit", "or a known one", "deadlift"),
        ({RENAMED: "Front Sqat"}, "Front Sqat", "or a known one", "front_squat"),
        ({RENAMED: "squat", RENAMED.upper(): "deadlift"}, RENAMED.upper(), "one new name", ""),
        ({"": "deadlift"}, "", "the name of a lift", ""),
        ({RENAMED: None}, None, "the name of a lift", ""),
        ([RENAMED], [RENAMED], "old names with new ones", ""),
    ],
)
def test_a_name_that_cannot_be_meant_is_refused(names, got, wanted, near):
    """The error says which name, and what in the history sounds like it."""
    with pytest.raises(lg.InvalidValue) as caught:
        MIXED.renamed(names)
    assert caught.value.got == got
    assert wanted in caught.value.wanted
    assert near in caught.value.hint


def test_an_empty_history_has_no_lift_to_rename():
    """Nothing can be renamed where nothing was lifted, and nothing has to be."""
    assert lg.History().renamed({}) == lg.History()
    with pytest.raises(lg.InvalidValue, match="a lift of this history"):
        lg.History().renamed({"squat": "deadlift"})


NEW_NAMES = st.sampled_from(["deadlift", "Front Squat", "bench_press", "Atlas stone"])


@given(logs(least=1), st.data())
def test_renaming_keeps_all_but_the_names(log, data):
    """Sizes, order and everything else of each entry stay; doing it again changes nothing."""
    history = lg.History(log)
    own = sorted({one.lift for one in history.sets})
    known = NEW_NAMES.filter(lambda name: name != "Atlas stone" or name in own)
    names = data.draw(st.dictionaries(st.sampled_from(own), known)) if own else {}
    renamed = history.renamed(names)
    assert len(renamed) == len(history)
    for was, now in zip(history, renamed, strict=True):
        if isinstance(was, lg.LoggedSet) and was.lift in names:
            assert now == attrs.evolve(was, lift=names[was.lift])
        else:
            assert now == was
    again = {one.lift: one.lift for one in renamed.sets}
    assert renamed.renamed(again) == renamed
    assert history.renamed({}) == history


def test_unknown_lifts_are_listed_with_what_they_resemble():
    """The most trained comes first, with its sets and keys that sound like it."""
    first, second = MIXED.unknown_lifts
    assert (first.name, first.sets, first.near[0]) == (RENAMED, 2, "deadlift")
    assert (second.name, second.sets, second.near) == ("Atlas stone", 1, ())
    assert lg.History([done("squat")]).unknown_lifts == ()


@given(logs())
def test_unknown_lifts_account_for_every_set(log):
    """Each set is of a known lift, or counted among the unknown ones."""
    history = lg.History(log)
    known = sum(one.lift in lg.LIFTS for one in history.sets)
    assert known + sum(one.sets for one in history.unknown_lifts) == len(history.sets)
    for one in history.unknown_lifts:
        assert one.sets > 0
        assert set(one.near) <= set(lg.LIFTS)
        assert len(one.near) <= 3


# --- parts of a history ---


@given(logs(), st.data())
def test_a_slice_is_a_history(log, data):
    """A part of a history holds the entries of that part of the tuple, in the order of time."""
    history = lg.History(log)
    start, stop, step = (data.draw(st.none() | st.integers(-9, 9)) for _ in range(3))
    step = step or None
    part = history[start:stop:step]
    assert isinstance(part, lg.History)
    assert set(map(id, part)) == set(map(id, history.entries[start:stop:step]))
    assert list(part) == [one for one in history if any(one is other for other in part)]


@given(logs(), st.data())
def test_before_parts_a_history_in_two(log, data):
    """What is before a moment is earlier, and all else is of that moment or later."""
    history = lg.History(log)
    moments = [one.at for one in history] or [BEGINNING]
    at = data.draw(st.sampled_from(moments)) + data.draw(st.sampled_from([-DAY, 0 * DAY, DAY]))
    known = history.before(at)
    assert known == history[: len(known)]
    assert all(one.at < at for one in known)
    assert all(one.at >= at for one in history[len(known) :])


def test_an_edit_takes_the_place_of_the_old_entry():
    """Of equal entries the first goes; one with another moment moves there."""
    first, twin, last = done("squat"), done("squat"), done("squat", 3)
    history = lg.History([first, twin, last])
    missed = attrs.evolve(first, missed=True)
    assert list(history.replaced(twin, missed)) == [missed, twin, last]
    later = attrs.evolve(first, at=BEGINNING + 5 * DAY)
    assert list(history.replaced(first, later)) == [twin, last, later]
    with pytest.raises(lg.InvalidValue, match="wanted an entry of this history"):
        history.replaced(missed, first)


LOG = lg.read_log([{"date": "2026-01-05", "lift": "Squat", "weight": 100, "reps": 5}], unit="kg")
GUARD = lg.Guard()
SQUAT = lg.PlannedSet(lift="squat", load_kg=100, reps=5)
(NEXT,) = GUARD.next_session(GUARD.start(), [SQUAT], at=BEGINNING)


@pytest.mark.parametrize(
    ("call", "way"),
    [
        (lambda: GUARD.replay(LOG), "Pass log.history"),
        (lambda: GUARD.replay("strong.csv"), "read_log\\(path\\).history"),
        (lambda: GUARD.learn(GUARD.start(), list(LOG.history)), "replay"),
        (lambda: lg.say_next(NEXT), "Put one into a list"),
        (lambda: GUARD.replay(list(LOG.history)), r"History\(entries\) makes one"),
        (lambda: lg.History.merge(LOG.history, LOG), "Pass log.history"),
        (lambda: lg.History(LOG), "Pass log.history"),
        (lambda: lg.evaluation.backtest(LOG), "Pass log.history"),
        (lambda: GUARD.learn(GUARD.start(), LOG), "guard.replay takes in a whole history"),
        (lambda: GUARD.bests(LOG, "squat", at=BEGINNING), r"guard.replay\(log.history\).state"),
        (lambda: LOG.history.before("2026-01-05"), r"datetime\.fromisoformat\(text\)"),
        (lambda: lg.History(LOG.history.to_frame()), r"History\.from_frame\(frame\)"),
        (lambda: GUARD.replay(LOG.history.to_frame()), r"History\.from_frame\(frame\)"),
        (lambda: GUARD.learn(GUARD.start(), LOG.history.to_frame()), r"History\.from_frame"),
        (lambda: lg.History(pa.table({"reps": [5]})), r"History\.from_frame\(frame\)"),
        (lambda: lg.History("strong.csv"), r"read_log\(path\)\.history"),
    ],
)
def test_what_is_no_history_is_told_the_way(call, way):
    """A log where a history is wanted, and a history where an entry is, are told what to pass."""
    with pytest.raises(lg.InvalidValue, match=way):
        call()
