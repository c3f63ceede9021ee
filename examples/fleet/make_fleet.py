"""An invented fleet: who trains how, as tables of sets, weighings and plans."""

import numpy as np

LIFTS = {"squat": 1.0, "bench_press": 0.7, "deadlift": 1.2, "overhead_press": 0.45, "pull_up": 0.0}
SHARES, REPS = np.array([0.6, 0.75, 0.85, 0.85, 0.85]), np.array([5, 5, 5, 5, 5])
LAST_DAY = np.datetime64("2026-03-01T18:00", "us")
MISSED, RATED, BAD = 0.02, 0.2, 0.0002  # shares of sets; the last are those that are wrong


def make_fleet(athletes, seed=1):
    """Give four tables: the sets until yesterday, those of today, weighings, tomorrow's plans."""
    rng = np.random.default_rng(seed)
    names = np.array([f"athlete-{n:07d}" for n in range(athletes)])
    sessions = rng.integers(6, 25, athletes)
    strength = 100.0 * np.exp(rng.normal(0.0, 0.3, athletes))
    today = rng.random(athletes) < 0.6  # not everybody trains every day
    owner = np.repeat(np.arange(athletes), sessions)
    nth = np.arange(len(owner)) - np.repeat(np.cumsum(sessions) - sessions, sessions)
    days_ago = 3 * (np.repeat(sessions, sessions) - nth)
    history = _sets(rng, owner, days_ago, strength, names)
    fresh = np.flatnonzero(today)
    new = _sets(rng, fresh, np.zeros(len(fresh), dtype=int), strength, names)
    new["load_kg"][rng.random(len(new["load_kg"])) < BAD / 10.0] = (
        np.nan
    )  # somebody's app is broken
    weighings = {
        "athlete": names,
        "type": np.full(athletes, "Bodyweight"),
        "at": np.full(athletes, LAST_DAY - np.timedelta64(120, "D")),
        "kg": rng.uniform(55.0, 110.0, athletes).round(1),
    }
    return history, new, weighings, _plans(rng, strength, names)


def _sets(rng, owner, days_ago, strength, names):
    """Give three lifts of five sets in each session."""
    lifts = (np.arange(len(owner))[:, None] + np.arange(3)) % len(LIFTS)
    each = 3 * len(SHARES)
    owner, days_ago = np.repeat(owner, each), np.repeat(days_ago, each)
    lift, within = np.repeat(lifts.ravel(), len(SHARES)), np.tile(np.arange(each), len(lifts))
    share, count = SHARES[within % len(SHARES)], len(owner)
    load = strength[owner] * np.array(list(LIFTS.values()))[lift] * share * (1 - days_ago / 3000)
    at = LAST_DAY - days_ago.astype("timedelta64[D]") + within.astype("timedelta64[m]") * 3
    missed = rng.random(count) < MISSED * (share > 0.8)
    return {
        "athlete": names[owner],
        "lift": np.array(list(LIFTS))[lift],
        "at": at.astype("datetime64[us]"),
        "load_kg": np.round(load / 2.5) * 2.5,
        "reps": REPS[within % len(SHARES)] - missed,
        "missed": missed,
        "planned_reps": REPS[within % len(SHARES)],
        "rpe": np.where(rng.random(count) < RATED, rng.integers(13, 20, count) / 2.0, np.nan),
    }


def _plans(rng, strength, names):
    """Give three sets of one lift for everybody, for some far too heavy ones."""
    athletes = len(names)
    owner = np.repeat(np.arange(athletes), 3)
    boldness = np.repeat(rng.choice([0.8, 0.87, 0.95, 1.2], athletes, p=[0.6, 0.3, 0.08, 0.02]), 3)
    return {
        "athlete": names[owner],
        "lift": np.full(len(owner), "squat"),
        "at": np.full(len(owner), LAST_DAY + np.timedelta64(1, "D")),
        "load_kg": np.round(strength[owner] * boldness / 2.5) * 2.5,
        "reps": np.full(len(owner), 5),
    }
