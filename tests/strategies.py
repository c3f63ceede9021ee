"""
The one source of random values: entries, logs, states, plans and beliefs.

Logs are made of what real ones hold: ramps, the same set over and over, misses, efforts,
slips of the finger, long breaks. Beliefs come from logs, from folding readings, and from
covariances drawn freely.
"""

import json
import math
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

import attrs
from hypothesis import strategies as st

import liftguard as lg
from liftguard.model import evidence
from liftguard.model.capacity import Belief, advance, begin, capacity
from liftguard.units import rir_from_rpe

PARAMS = lg.Params()
GUARD = lg.Guard()
BEGINNING = datetime(2024, 1, 1, 18, 0)
BAR_LIFTS = ("deadlift", "squat", "bench_press")
LIFTS = (*BAR_LIFTS, "pull_up", "Atlas stone")  # with bodyweight, and in no table

_DAY_S = 86_400
_PAUSES_S = (0, 0, 60, 180, 300, 1200)
_GAPS_S = (7200, _DAY_S, 2 * _DAY_S, 3 * _DAY_S, 7 * _DAY_S, 16 * _DAY_S, 60 * _DAY_S, 730 * _DAY_S)
_AREAS = st.sampled_from(lg.BODY_AREAS)
_MOTIONS = st.sampled_from(["flexion", "rotation", "side_bend", "extension"])
_MOVED_BY = st.sampled_from(["sneeze", "cough", "slip", "catch", "throw", "lift", "reach", "rise"])


class Scene(NamedTuple):
    """A state, a planned set, and when it would be done."""

    state: lg.AthleteState
    planned: lg.PlannedSet
    at: datetime


# --- numbers ---


def gaps_s():
    """Draw seconds from one entry to the next: from none to two years."""
    return st.sampled_from(_PAUSES_S + _GAPS_S) | st.integers(0, 730 * _DAY_S)


def loads_kg():
    """Draw what stands in logs: round loads around 140 kg, warm-ups, slips of the finger."""
    usual = st.integers(16, 80).map(lambda n: n * 2.5)
    odd = st.sampled_from([0.5, 20.0, 139.706, 308.0, 317.514659, 1400.0])
    return st.one_of(usual, usual, odd, st.floats(1.0, 400.0))


def rep_counts():
    """Draw from one repetition to forty, mostly few."""
    return st.integers(1, 6) | st.integers(1, 40)


def rpes():
    """Draw ratings in halves."""
    return st.integers(2, 20).map(lambda n: n / 2.0)


def pounds():
    """Draw loads in half pounds."""
    return st.integers(1, 3000).map(lambda n: n / 2.0)


def whole_days():
    """Draw shifts of a log."""
    return st.integers(-3000, 3000)


def risks():
    """Draw accepted probabilities of failing, away from what lapses alone bring."""
    return st.floats(0.006, 0.9)


def zones():
    """Draw UTC offsets in quarters of an hour, as there are on Earth."""
    return st.integers(-48, 56).map(lambda n: timezone(timedelta(minutes=15 * n)))


# --- entries: (kind, fields) until their moment is known ---


def _outcomes():
    return st.one_of(
        st.just({}),
        st.just({"missed": True}),
        st.just({"missed": True, "reps": 0}),
        st.just({"to_failure": True}),
        st.builds(lambda rpe: {"rpe": rpe}, rpes()),
        st.builds(lambda planned: {"planned_reps": planned}, rep_counts()),
        st.sampled_from([{"kind": kind} for kind in ("work", "warmup", "drop")]),
        st.sampled_from([{"reps": 0}, {"kind": "drop", "missed": True}, {"assist_kg": 15.0}]),
    )


@st.composite
def _set_fields(draw, lifts):
    fields = {
        "lift": draw(st.sampled_from(lifts)),
        "load_kg": draw(loads_kg()),
        "reps": draw(rep_counts()),
    }
    return lg.LoggedSet, fields | draw(_outcomes())


def _other_fields():
    """Draw fields of the entries that are neither sets nor weighings."""
    return st.one_of(
        st.builds(
            lambda region, severity, kind: (
                lg.Pain,
                {"region": region, "severity": severity, "kind": kind},
            ),
            _AREAS,
            st.floats(0.0, 10.0),
            st.sampled_from(["ache", "sharp", "spasm", "stiffness"]),
        ),
        st.builds(lambda minutes: (lg.Mobility, {"minutes": minutes}), st.floats(0.1, 90.0)),
        st.builds(lambda score: (lg.Readiness, {"score": score}), st.floats(0.0, 1.0)),
        st.just((lg.Rising, {})),
        st.builds(
            lambda motion, cause, load_kg: (
                lg.Moved,
                {"motion": motion, "cause": cause, "load_kg": load_kg},
            ),
            _MOTIONS,
            st.none() | _MOVED_BY,
            st.sampled_from([0.0, 20.0]),
        ),
        st.builds(
            lambda posture: (lg.Stillness, {"posture": posture}),
            st.sampled_from(["sitting", "lying", "bent"]),
        ),
    )


def _weighing_fields():
    return st.builds(lambda kg: (lg.Bodyweight, {"kg": kg}), st.floats(45.0, 150.0))


def _entry(kind, fields, at):
    if kind is lg.Stillness:
        return lg.Stillness(start=at - timedelta(hours=2), end=at, **fields)
    return kind(at=at, **fields)


def idle_entries(at):
    """Draw entries at one moment that no part of the model uses yet."""
    return _other_fields().map(lambda row: _entry(*row, at))


def logged_sets(at, lifts=LIFTS):
    """Draw sets at one moment."""
    return _set_fields(lifts).map(lambda row: _entry(*row, at))


# --- logs ---


@st.composite
def _ramps(draw, lifts):
    """Draw a session: rising to a top set, then what came of it."""
    lift, top = draw(st.sampled_from(lifts)), draw(loads_kg())
    pause = draw(st.sampled_from(_PAUSES_S))
    shares = draw(st.sampled_from([(0.4, 0.6, 0.8, 0.9, 1.0), (0.5, 1.0, 1.0, 1.0), (0.7, 1.1)]))
    reps = draw(rep_counts())
    rows = [
        (pause, lg.LoggedSet, {"lift": lift, "load_kg": top * share, "reps": reps})
        for share in shares
    ]
    rows[-1] = (pause, lg.LoggedSet, rows[-1][2] | draw(_outcomes()))
    return rows


@st.composite
def _blocks(draw, lifts):
    """Repeat one set and again, until the belief is narrow."""
    kind, fields = draw(_set_fields(lifts))
    gap = draw(st.sampled_from((0, 180, 2 * _DAY_S, 7 * _DAY_S)))
    return [(gap, kind, fields)] * draw(st.integers(2, 12))


@st.composite
def logs(draw, lifts=LIFTS, least=0, most=5, *, distinct=False, others=True):
    """Draw entries of one athlete, in order of time; `most` counts ramps and blocks as one."""
    kinds = [_set_fields(lifts), _weighing_fields()] + ([_other_fields()] if others else [])
    single = st.tuples(gaps_s(), st.one_of(kinds)).map(lambda row: [(row[0], *row[1])])
    chunks = draw(
        st.lists(
            st.one_of(single, single, _ramps(lifts), _blocks(lifts)), min_size=least, max_size=most
        )
    )
    at, entries = BEGINNING, []
    for chunk in chunks:
        at += timedelta(seconds=draw(gaps_s()))
        for gap, kind, fields in chunk:
            at += timedelta(seconds=max(gap, 1) if distinct else gap)
            entries.append(_entry(kind, fields, at))
    return entries


@st.composite
def planned_logs(draw, **options):
    """Draw the same, a plan noted beside some sets."""
    plan = st.none() | st.integers(1, 8)
    return [
        attrs.evolve(one, planned_reps=draw(plan)) if isinstance(one, lg.LoggedSet) else one
        for one in draw(logs(**options))
    ]


@st.composite
def instant_logs(draw, **options):
    """Draw the same with instants, in UTC."""
    moved = []
    for entry in draw(logs(**options)):
        if isinstance(entry, lg.Stillness):
            ends = {"start": entry.start.replace(tzinfo=UTC), "end": entry.end.replace(tzinfo=UTC)}
            moved.append(lg.Stillness(**ends, posture=entry.posture))
        else:
            moved.append(at_moment(entry, entry.at.replace(tzinfo=UTC)))
    return moved


def at_moment(entry, at):
    """Move an entry to another moment."""
    kind = type(entry)
    if kind is lg.Stillness:
        return lg.Stillness(start=at - (entry.end - entry.start), end=at, posture=entry.posture)
    fields = {name: getattr(entry, name) for name in _names(kind)}
    return kind(**fields | {"at": at})


def _names(kind):
    return [field.name for field in kind.__attrs_attrs__]


@st.composite
def shuffled(draw, entries):
    """Draw entries in another order."""
    return draw(st.permutations(entries))


def splits(entries):
    """Draw where to cut a list in two."""
    return st.integers(0, len(entries))


def breaks(entries):
    """Draw where to cut a log in two between moments."""
    inside = [i for i in range(1, len(entries)) if entries[i].at != entries[i - 1].at]
    return st.sampled_from([0, *inside, len(entries)])


@st.composite
def cut_logs(draw, **options):
    """Draw a log and where to cut it in two."""
    entries = draw(logs(**options))
    return entries, draw(splits(entries))


# What could stand where something else should.
JUNK = (
    None,
    True,
    0,
    -1,
    1.5,
    1e308,
    10**400,
    "",
    "x",
    "2024-01-01",
    [],
    [1],
    {},
    {"type": "Pain"},
)


@st.composite
def tampered(draw, text):
    """Draw a stored text with one of its values replaced or removed."""
    envelope = json.loads(text)
    places, found = [envelope], []
    while places:
        place = places.pop()
        inner = place.items() if isinstance(place, dict) else enumerate(place)
        for key, value in inner:
            found.append((place, key))
            if isinstance(value, dict | list):
                places.append(value)
    place, key = draw(st.sampled_from(found))
    if draw(st.booleans()):
        place[key] = draw(st.sampled_from(JUNK))
    else:
        del place[key]
    return json.dumps(envelope)


# --- states and plans ---


def planned_sets(lifts=LIFTS):
    """Draw sets that are meant to be done, with something on the bar."""
    return st.builds(
        lg.PlannedSet, lift=st.sampled_from(lifts), load_kg=loads_kg(), reps=rep_counts()
    )


@st.composite
def scenes(draw, lifts=LIFTS, least=0):
    """Draw a state made by a log, and a plan some time after it."""
    entries = draw(logs(lifts, least=least))
    state = GUARD.replay(lg.History(entries)).state
    at = (state.at or BEGINNING) + timedelta(seconds=draw(gaps_s()))
    return Scene(state, draw(planned_sets(lifts)), at)


@st.composite
def trained_scenes(draw, *, known=True):
    """Draw a state whose lift is well known, and a plan near its limit some days after it."""
    lift = draw(st.sampled_from((*BAR_LIFTS, "pull_up")))
    best = draw(st.integers(40, 250))
    at, entries = BEGINNING, [lg.Bodyweight(at=BEGINNING, kg=80.0)]
    for _ in range(draw(st.integers(3, 8))):
        at += timedelta(days=draw(st.integers(1, 8)))
        share = draw(st.sampled_from([0.8, 0.9, 0.95, 1.0]))
        effort = draw(st.sampled_from([{"rpe": 8.0}, {"rpe": 9.5}, {"to_failure": True}, {}]))
        entries.append(
            lg.LoggedSet(
                lift=lift, at=at, load_kg=best * share, reps=draw(st.integers(1, 8)), **effort
            )
        )
    entries.append(lg.LoggedSet(lift=lift, at=at, load_kg=best, reps=1, to_failure=known))
    state = GUARD.replay(lg.History(entries)).state
    planned = lg.PlannedSet(
        lift=lift,
        load_kg=best * draw(st.floats(0.5, 1.5)),
        reps=draw(rep_counts()),
    )
    return Scene(state, planned, at + timedelta(seconds=draw(st.sampled_from(_PAUSES_S + _GAPS_S))))


def racks():
    """Draw a bar and few enough plates to try them all."""
    return st.builds(
        lg.Plates,
        bar_kg=st.sampled_from([0.0, 7.5, 15.0, 20.0, 20.411657]),
        pairs_kg=st.lists(
            st.sampled_from([1.25, 2.5, 5.0, 10.0, 15.0, 20.0, 25.0, 20.411657]), max_size=7
        ),
    )


# --- every kind of entry and plan: its fields, each recorded or not ---


def moments():
    """Draw moments of our times: wall clock, or instants of any zone."""
    wall = st.integers(0, 3000 * _DAY_S).map(lambda s: BEGINNING + timedelta(seconds=s))
    return wall | st.builds(lambda at, zone: at.replace(tzinfo=zone), wall, st.just(UTC) | zones())


def _spans_of_time():
    """Draw a stretch of up to a day, with its posture or without."""
    return st.builds(
        lambda end, minutes, other: {"start": end - timedelta(minutes=minutes), "end": end} | other,
        moments(),
        st.integers(0, 1440),
        st.fixed_dictionaries(
            {}, optional={"posture": st.sampled_from(["sitting", "standing", "lying", "bent"])}
        ),
    )


def _motion_fields(first):
    """Draw the fields of a movement without a bar, after those that come first."""
    return st.fixed_dictionaries(
        first | {"motion": _MOTIONS},
        optional={
            "peak_velocity_deg_s": st.none() | st.floats(0.0, 2000.0),
            "load_kg": st.just(0.0) | loads_kg(),
            "cause": st.none() | _MOVED_BY,
        },
    )


FIELDS = {
    lg.LoggedSet: st.fixed_dictionaries(
        {
            "lift": st.sampled_from(LIFTS),
            "at": moments(),
            "load_kg": st.just(0.0) | loads_kg(),
            "reps": st.just(0) | rep_counts(),
        },
        optional={
            "missed": st.booleans(),
            "to_failure": st.booleans(),
            "planned_reps": st.none() | rep_counts(),
            "rpe": st.none() | rpes(),
            "kind": st.sampled_from([None, "work", "warmup", "drop"]),
            "assist_kg": st.sampled_from([0.0, 12.5, 40.0]),
            "rest_s": st.none() | st.floats(0.0, 86_400.0),
            "at_known_to": st.sampled_from(["set", "session", "day"]),
            "mean_velocity_m_s": st.none() | st.floats(0.01, 10.0),
            "session": st.none() | st.text(max_size=9),
            "id": st.none() | st.text(max_size=9),
            "note": st.none() | st.text(max_size=9),
            "from_note": st.sampled_from([(), ("rpe",), ("missed", "load_kg")]),
        },
    ),
    lg.Stillness: _spans_of_time(),
    lg.Mobility: st.fixed_dictionaries(
        {"at": moments(), "minutes": st.floats(0.0, 1440.0)},
        optional={"regions": st.lists(_AREAS, max_size=3).map(tuple)},
    ),
    lg.Moved: _motion_fields({"at": moments()}),
    lg.Pain: st.fixed_dictionaries(
        {"at": moments(), "region": _AREAS, "severity": st.floats(0.0, 10.0)},
        optional={"kind": st.sampled_from(["ache", "sharp", "spasm", "stiffness"])},
    ),
    lg.Readiness: st.fixed_dictionaries(
        {"at": moments(), "score": st.floats(0.0, 1.0)},
        optional={
            "sleep_h": st.none() | st.floats(0.0, 24.0),
            "soreness": st.none() | st.floats(0.0, 10.0),
        },
    ),
    lg.Rising: st.fixed_dictionaries({"at": moments()}),
    lg.Bodyweight: st.fixed_dictionaries({"at": moments(), "kg": st.floats(20.0, 400.0)}),
    lg.PlannedSet: st.fixed_dictionaries(
        {"lift": st.sampled_from(LIFTS), "load_kg": loads_kg(), "reps": rep_counts()},
        optional={
            "rpe": st.none() | rpes(),
            "to_failure": st.booleans(),
            "assist_kg": st.sampled_from([0.0, 12.5, 40.0]),
            "mean_velocity_m_s": st.none() | st.floats(0.01, 10.0),
        },
    ),
    lg.PlannedSession: st.fixed_dictionaries(
        {"at": moments(), "sets": st.lists(planned_sets(), max_size=3).map(tuple)},
        optional={"rest_s": st.none() | st.floats(0.0, 86_400.0)},
    ),
    lg.Movement: _motion_fields({}),
    lg.Profile: st.fixed_dictionaries(
        {},
        optional={
            "sex": st.sampled_from([None, "female", "male"]),
            "birth_year": st.none() | st.integers(1900, 2100),
            "height_cm": st.none() | st.floats(50.0, 280.0),
        },
    ),
    lg.Plates: st.fixed_dictionaries(
        {
            "bar_kg": st.sampled_from([0.0, 15.0, 20.0, 20.411657]),
            "pairs_kg": st.lists(st.sampled_from([1.25, 20.0, 20.411657]), max_size=4).map(tuple),
        }
    ),
}
"""What each kind is made of; a kind that is missing here fails the contract of entries."""


def values_of(kind):
    """Draw values of one kind of entry or plan."""
    return FIELDS[kind].map(lambda fields: kind(**fields))


# --- the kernel ---


@st.composite
def free_beliefs(draw):
    """Draw beliefs with any covariance that one could hold."""
    sds = [draw(st.floats(*ends)) for ends in ((0.005, 0.6), (0.001, 0.03), (0.001, 0.25))]
    ties = [draw(st.floats(-0.95, 0.95)) for _ in range(3)]
    # rows of a triangular matrix of length one, so that their products are correlations
    hf = ties[0]
    second = math.sqrt(1.0 - hf * hf)
    hc = ties[1]
    left = math.sqrt(1.0 - hc * hc)
    fc = hf * hc + second * left * ties[2]
    return Belief(
        habit=draw(st.floats(2.0, 6.0)),
        form=draw(st.floats(-0.06, 0.06)),
        curve=draw(st.floats(-0.6, 0.6)),
        reserve=draw(st.floats(0.0, 0.25)),
        v_habit=sds[0] ** 2,
        v_form=sds[1] ** 2,
        v_curve=sds[2] ** 2,
        v_reserve=draw(st.floats(0.005, 0.06)) ** 2,
        c_habit_form=hf * sds[0] * sds[1],
        c_habit_curve=hc * sds[0] * sds[2],
        c_form_curve=fc * sds[1] * sds[2],
        idle=draw(st.floats(0.0, 800.0)),
        owed=draw(st.floats(0.0, 0.2)),
        pace=draw(st.floats(0.0, 0.01)),
    )


READINGS = {
    "miss": lambda b, load, reps, _: evidence.read_miss(b, load, reps, PARAMS),
    "miss at once": lambda b, load, _, __: evidence.read_miss(b, load, 0.0, PARAMS),
    "floor": lambda b, load, reps, _: evidence.read_floor(b, load, reps, PARAMS),
    "effort": lambda b, load, reps, rpe: evidence.read_effort(
        b, load, reps, rir_from_rpe(rpe), PARAMS
    ),
    "bare": lambda b, load, reps, _: evidence.read_bare(b, load, reps, PARAMS),
}


@st.composite
def folded_beliefs(draw):
    """Draw beliefs that readings and time have made."""
    belief = begin(draw(st.floats(2.0, 6.0)), draw(st.floats(0.1, 1.0)), PARAMS)
    names = st.sampled_from(sorted(READINGS))
    gaps = st.sampled_from([0.0, 0.01, 1.0, 3.0, 60.0, 730.0])
    for _ in range(draw(st.integers(0, 10))):
        load = capacity(belief)[0] + draw(log_offsets())
        reps = float(draw(rep_counts()))
        belief = READINGS[draw(names)](belief, load, reps, draw(rpes()))
        belief = advance(belief, draw(gaps), 10.0, PARAMS)
    return belief


def beliefs():
    """Draw any belief about a lift."""
    return free_beliefs() | folded_beliefs()


def log_offsets():
    """Draw how far a load lies from the belief, on the log scale."""
    return st.floats(-0.6, 0.4) | st.floats(-2.0, 2.0)


def spans_days():
    """Draw how long time passes."""
    return st.sampled_from([0.0, 1e-3, 0.3, 7.0, 14.0, 60.0, 730.0]) | st.floats(0.0, 800.0)


# --- what metrics score ---


class Cases(NamedTuple):
    """What happened, the probability that was forecast, and how often each case counts."""

    outcome: list
    p: list
    times: list


@st.composite
def forecast_cases(draw, *, both=False):
    """Draw cases with many ties; where `both`, with an event and a non-event that count."""
    p = st.sampled_from([0.0, 0.001, 0.1, 0.25, 0.3, 0.5, 0.7, 1.0]) | st.floats(0.0, 1.0)
    case = st.tuples(st.integers(0, 1), p, st.integers(0, 3))
    rows = draw(st.lists(case, min_size=1, max_size=40))
    if both or not any(times for *_, times in rows):
        rows += [(1, draw(p), 1), (0, draw(p), 2)]
    return Cases(*map(list, zip(*draw(st.permutations(rows)), strict=True)))


def readings():
    """Draw what was observed, or forecast, on the log scale."""
    return st.sampled_from([-1.0, 0.0, 0.5, 5.0]) | st.floats(-10.0, 10.0)


def sds():
    """Draw spreads from sharp to useless."""
    return st.sampled_from([0.001, 0.03, 1.0]) | st.floats(0.001, 20.0)


@st.composite
def ensembles(draw):
    """Draw one observation and up to a dozen equally likely points in any order."""
    return draw(readings()), draw(st.lists(readings(), min_size=1, max_size=12))


@st.composite
def mixtures(draw):
    """Draw one observation and the means, spreads and weights of up to four normals."""
    parts = draw(st.lists(st.tuples(readings(), sds(), st.integers(0, 9)), min_size=1, max_size=4))
    means, spreads, shares = map(list, zip(*parts, strict=True))
    shares[0] += 1
    return draw(readings()), means, spreads, [one / sum(shares) for one in shares]


# --- readiness, recordings and movements without a bar ---


def parts():
    """Draw numbers from none to all of something."""
    return st.sampled_from([0.0, 0.3, 1.0]) | st.floats(0.0, 1.0)


def spans():
    """Draw minutes or hours: none, a few, a night, a year."""
    return st.sampled_from([0.0, 2.0, 20.0, 480.0, 525_600.0]) | st.floats(0.0, 1000.0)


def jumps():
    """Draw steps to a load beyond the usual one, mostly none."""
    return st.just(0.0) | st.floats(0.0, 5.0)


def rises():
    """Draw by how much something grows, or nothing."""
    return st.just(0.0) | st.floats(0.0, 2.0)


def speeds():
    """Draw speeds that a sensor gives, from a crawl to a throw."""
    return st.sampled_from([0.1, 0.5, 90.0]) | st.floats(0.01, 2000.0)


@st.composite
def smooth_recordings(draw):
    """Draw a smooth movement, the same with one wild sample, and how often it is sampled."""
    hz, size = draw(st.integers(50, 200)), draw(st.floats(1.0, 500.0))
    turn, start = 2.0 * math.pi * draw(st.floats(0.2, 1.5)) / hz, draw(st.floats(0.0, 6.0))
    samples = [size * math.sin(start + turn * i) for i in range(draw(st.integers(20, 300)))]
    spiked = samples.copy()
    spiked[draw(st.integers(0, len(samples) - 1))] += draw(st.sampled_from([-1e4, 1e4]))
    return samples, spiked, hz


@st.composite
def sets_of_speeds(draw):
    """Draw velocities of the repetitions of a set, with slips and a slow first one."""
    rep = st.sampled_from([0.5, 0.45, 0.4, 0.3]) | st.floats(0.05, 1.5)
    return draw(st.lists(rep, min_size=1, max_size=12))


def motions():
    """Draw ways in which the trunk moves."""
    return _MOTIONS


def movements():
    """Draw movements without a bar, with or without a measured speed."""
    return st.builds(
        lg.Movement,
        motion=_MOTIONS,
        peak_velocity_deg_s=st.none() | st.floats(0.0, 2000.0),
        load_kg=st.just(0.0) | st.floats(0.01, 200.0),
        cause=st.none() | _MOVED_BY,
    )


@st.composite
def bodies(draw):
    """Draw what may be known of a body before a movement, and the same with some of it lost."""
    names = ("warmth", "creep", "morning", "fatigue")
    known = {name: draw(st.none() | parts()) for name in names}
    return known, {name: value for name, value in known.items() if draw(st.booleans())}


# --- what to do instead: athletes who log ramps, rests, speeds and how they feel ---

_RELATED = (
    ("deadlift", "romanian_deadlift"),
    ("squat", "leg_press"),
    ("bench_press", "dumbbell_bench_press"),
    ("pull_up", "lat_pulldown"),
)
_RAMPS = (((0.3, 8), (0.6, 5), (0.8, 2)), ((0.5, 5), (0.7, 3)), ())


@st.composite
def _sessions(draw, lifts, bests, at, habit):
    """Draw one session of related lifts, each worked up to and then done a few times."""
    ramp, entries = draw(st.sampled_from((habit, habit, ()))), []
    effort = draw(st.sampled_from([{"rpe": 8.0}, {"rpe": 9.5}, {"to_failure": True}, {}]))
    reps, share = draw(st.integers(1, 6)), draw(st.sampled_from([0.75, 0.85, 0.95]))
    for lift in lifts:
        rows = [(part, n, {}) for part, n in ramp]
        rows += [(share, reps, effort)] * draw(st.integers(1, 3))
        for part, n, fields in rows:
            velocity = draw(st.sampled_from([None, round(1.4 - part, 2)]))
            entries.append(
                lg.LoggedSet(
                    lift=lift,
                    at=at,
                    load_kg=bests[lift] * part,
                    reps=n,
                    mean_velocity_m_s=velocity,
                    **fields,
                )
            )
            at += timedelta(seconds=draw(st.sampled_from((60, 180, 300))))
    return entries


@st.composite
def working_scenes(draw, *, pain=True, velocity=True):
    """Draw a well-known athlete, often in the middle of a session, and a plan near the limit."""
    lifts = draw(st.sampled_from(_RELATED))
    bests = {lift: float(draw(st.integers(20, 250))) for lift in lifts}
    at, entries = BEGINNING, [lg.Bodyweight(at=BEGINNING, kg=80.0)]
    habit = draw(st.sampled_from(_RAMPS))
    for _ in range(draw(st.integers(3, 6))):
        at = entries[-1].at + timedelta(days=draw(st.integers(1, 6)))
        entries += draw(_sessions(lifts[: draw(st.integers(1, 2))], bests, at, habit))
    at = entries[-1].at + timedelta(seconds=draw(st.sampled_from((*_PAUSES_S, *_GAPS_S[:-1]))))
    notes = (
        [_other_fields()] if pain else [_other_fields().filter(lambda row: row[0] is not lg.Pain)]
    )
    for kind, fields in draw(st.lists(st.one_of(notes), max_size=2)):
        entries.append(_entry(kind, fields, at))
    state = GUARD.replay(lg.History(entries)).state
    at += timedelta(seconds=draw(st.sampled_from((0, 0, *_PAUSES_S, *_GAPS_S[:-1]))))
    reps = draw(rep_counts())
    single = lg.PlannedSet(lift=lifts[0], load_kg=1000.0, reps=1)
    middle = GUARD.forecast(state, single, at=at).capacity.middle_kg
    share = draw(st.floats(0.4, 1.4) | st.floats(0.85, 1.0) | st.floats(0.85, 1.0)) / (
        1.0 + 0.035 * (reps - 1)
    )
    planned = lg.PlannedSet(
        lift=lifts[0],
        load_kg=middle * share,
        reps=reps,
        mean_velocity_m_s=draw(st.none() | st.floats(0.1, 1.5)) if velocity else None,
    )
    return Scene(state, planned, at)


@st.composite
def measured_scenes(draw):
    """Draw an athlete whose bar speed is recorded at a few loads, and a plan near one of them."""
    top, at, entries = float(draw(st.integers(30, 250))), BEGINNING, []
    shares = draw(st.lists(st.sampled_from((0.7, 0.75, 0.9, 1.0)), min_size=1, max_size=2))
    for share in shares:
        measured = {"mean_velocity_m_s": draw(st.sampled_from((0.25, 0.3, 0.5))), "rpe": 9.0}
        for _ in range(draw(st.integers(3, 6))):
            at += timedelta(days=draw(st.integers(1, 4)))
            fields = {"lift": "squat", "load_kg": top * share, "reps": draw(st.integers(1, 3))}
            entries.append(lg.LoggedSet(at=at, **fields, **measured))
    state = GUARD.replay(lg.History(entries)).state
    planned = lg.PlannedSet(
        lift="squat",
        load_kg=top * draw(st.sampled_from(shares)) * draw(st.integers(103, 108)) / 100.0,
        reps=draw(st.integers(1, 4)),
        mean_velocity_m_s=draw(st.sampled_from((0.6, 0.9))),
    )
    return Scene(state, planned, at + timedelta(days=draw(st.integers(1, 5))))


@st.composite
def plans(draw, start):
    """Draw sessions in order of time, from a moment on."""
    at, sessions = start, []
    for _ in range(draw(st.integers(0, 4))):
        at += timedelta(seconds=draw(st.sampled_from((0, *_GAPS_S[:-1]))))
        sets = draw(st.lists(planned_sets(), max_size=5))
        rest_s = draw(st.none() | st.sampled_from((0.0, 60.0, 240.0)))
        sessions.append(lg.PlannedSession(at=at, sets=sets, rest_s=rest_s))
        at += timedelta(minutes=4 * len(sets))
    return sessions


# --- what lifters write into their apps


class Done(NamedTuple):
    """A set as it is typed in, in the unit of the file."""

    load: float
    reps: int
    rpe: float | None
    mark: str | None
    note: str


class Exercise(NamedTuple):
    """A lift of a workout, as it is called there, and its sets."""

    lift: str
    sets: list


class Workout(NamedTuple):
    """A day's work; perhaps with a run at its end, of so many seconds."""

    at: datetime
    title: str
    note: str
    exercises: list
    run_s: int | None


# A name that is written, and the key that it must become.
WRITTEN_LIFTS = {
    "Deadlift (Barbell)": "deadlift",
    "Bench Press (Barbell)": "bench_press",
    "Squat": "squat",
    "Pull Up": "pull_up",
    "Press (Each Side, Dumbbells)": "Press (Each Side, Dumbbells)",
    'Atlas stone; 2" hook, 🏋': 'Atlas stone; 2" hook, 🏋',
    '=HYPERLINK("http://x.test";"open")': '=HYPERLINK("http://x.test";"open")',
    "@SUM(A1:A9)": "@SUM(A1:A9)",
    "-2+3|cmd": "-2+3|cmd",
    "Käferzug": "Käferzug",
    "搬石头": "搬石头",
}
_AWKWARD = (
    *("a", "b c", " ", "5", "-1", "0.5", "100 kg", ",", ";", "|", "\t", ",,,", '"', '""', "'", "`"),
    *("\n", "\r\n", "\n\n", "=", "=cmd|' /C calc'!A0", "+1", "@x", "\\", "\\n", "%s", "{0}"),
    *("ü", "ß", "é", "漢字", "🏋️\u200d♀️", "\u2028", "\x0b", "\x85", "\xa0", "\u202e", "<b>"),
)


def awkward_texts():
    """Draw what may stand in a note: separators, quotes, line ends, formulas, any script."""
    return st.just("") | st.lists(st.sampled_from(_AWKWARD), max_size=6).map("".join)


def typed_loads():
    """Draw loads in quarters of the unit; the body alone is 0."""
    return st.integers(0, 1200).map(lambda n: n / 4.0)


@st.composite
def _exercises(draw, lift):
    """Draw the sets of a lift: some done first, so that one without repetitions is a miss."""
    marks = st.sampled_from([None, None, None, "warmup", "failure", "drop"])
    sets = [
        Done(
            load=draw(typed_loads()),
            reps=draw(rep_counts()),
            rpe=draw(st.none() | rpes()),
            mark=draw(marks),
            note=draw(awkward_texts()),
        )
        for _ in range(draw(st.integers(1, 4)))
    ]
    if draw(st.booleans()):
        missed = Done(draw(typed_loads()) + 1.0, 0, None, None, draw(awkward_texts()))
        sets.append(missed)
    return Exercise(lift, sets)


@st.composite
def workouts(draw):
    """Draw up to four workouts on different days, the earliest first."""
    at, found = BEGINNING, []
    for _ in range(draw(st.integers(1, 4))):
        at += timedelta(days=draw(st.integers(1, 400)))
        lifts = draw(st.lists(st.sampled_from(sorted(WRITTEN_LIFTS)), max_size=3, unique=True))
        lifts = lifts or ["Squat"]
        found.append(
            Workout(
                at=at + timedelta(seconds=draw(st.integers(-12 * 3600, 5 * 3600))),
                title=draw(awkward_texts()),
                note=draw(awkward_texts()),
                exercises=[draw(_exercises(lift)) for lift in lifts],
                run_s=draw(st.none() | st.integers(1, 7200)),
            )
        )
    return found


@st.composite
def places_of_cells(draw, lines, separator):
    """Draw a row below a header and where in it a cell starts; as (line, place)."""
    at = draw(st.integers(1, len(lines) - 2))
    starts = [0] + [n + 1 for n, sign in enumerate(lines[at]) if sign == separator]
    starts = [n for n in starts if lines[at][n : n + 1] != '"']
    return at, draw(st.sampled_from(starts or [len(lines[at])]))


# --- rows of a sheet, for importers


class Tried(NamedTuple):
    """A set that was tried, and whether all of its repetitions went up."""

    at: datetime
    load: float
    reps: int
    went_up: bool


@st.composite
def tried_sets(draw, *, most_reps=6):
    """Draw the sets of one lift on a few days, the loads of a day rising; one goes up at least."""
    at, found = datetime(2025, 1, 6), []
    for _ in range(draw(st.integers(1, 3))):
        at += timedelta(days=draw(st.integers(1, 9)))
        load = draw(st.integers(20, 80)) * 2.5
        for _ in range(draw(st.integers(1, 4))):
            load += draw(st.integers(1, 8)) * 2.5
            reps = draw(st.integers(1, most_reps))
            found.append(Tried(at, load, reps, draw(st.booleans())))
    return [found[0]._replace(went_up=True), *found[1:]]


def attempts():
    """Draw the nine attempts of a meet: loads, and whether each went up."""
    loads = st.integers(40, 120).map(lambda n: n * 2.5)
    return st.lists(st.tuples(loads, st.booleans()), min_size=9, max_size=9)
