"""
Speed of learning and reading, as ratios to fsrs in the same run.

Run `python tests/bench/learn_vs_fsrs.py [LOG]`. Each figure is the best of several
interleaved rounds, so that what else the machine does cancels out. LOG is a training log;
reading plus replaying it is compared with as many fsrs reviews as it has records.
"""

import itertools
import sys
import time
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler

import liftguard as lg

ROUNDS = 60
REVIEWS = 600
LIFTS = {"deadlift": 160.0, "squat": 130.0, "bench_press": 95.0, "overhead_press": 60.0}


def training(sessions: int) -> list[lg.LoggedSet]:
    """Give sets with their own times: ramps, top sets, RPE, plans, some misses, thrice a week."""
    start, count = datetime(2023, 1, 2, 18), itertools.count()
    sets = []
    for session in range(sessions):
        at = start + timedelta(days=session * 7 / 3)
        for lift, top in LIFTS.items():
            for share, reps in ((0.6, 5), (0.75, 5), (0.85, 3), (0.9, 3), (0.9, 3)):
                at += timedelta(minutes=3)
                n = next(count)
                missed = n % 61 == 60
                sets.append(
                    lg.LoggedSet(
                        lift=lift,
                        at=at,
                        load_kg=top * share * (1 + session / 2000),
                        reps=reps,
                        rpe=8.0 if n % 5 == 4 else None,
                        missed=missed,
                        planned_reps=reps + missed,
                    )
                )
    return sets


def review_seconds(reviews: int) -> float:
    """Time fsrs for so many reviews of one card."""
    scheduler = Scheduler(enable_fuzzing=False)
    card, at = Card(card_id=1), datetime(2023, 1, 1, tzinfo=UTC)
    begin = time.perf_counter()
    for n in range(reviews):
        card, _ = scheduler.review_card(card, Rating.Again if n % 7 == 6 else Rating.Good, at)
        at += timedelta(days=3)
    return time.perf_counter() - begin


def learn_seconds(guard: lg.Guard, sets: list[lg.LoggedSet]) -> float:
    """Time learning the sets one by one, each from the state before it."""
    state = guard.start()
    begin = time.perf_counter()
    for one in sets:
        state = guard.learn(state, one)
    return time.perf_counter() - begin


def read_and_replay_seconds(guard: lg.Guard, path: str) -> float:
    """Time reading a log and replaying it."""
    begin = time.perf_counter()
    guard.replay(lg.read_log(path).history)
    return time.perf_counter() - begin


def main() -> None:
    guard, sets = lg.Guard(), training(30)
    fsrs_each, learn_each = [], []
    for _ in range(ROUNDS):
        fsrs_each.append(review_seconds(REVIEWS) / REVIEWS)
        learn_each.append(learn_seconds(guard, sets) / len(sets))
    print(f"fsrs review_card  {min(fsrs_each) * 1e6:6.2f} us")
    print(f"liftguard learn   {min(learn_each) * 1e6:6.2f} us")
    print(f"learn rate / fsrs rate: {min(fsrs_each) / min(learn_each):.2f} (goal: at least 0.50)")
    for path in sys.argv[1:]:
        records = lg.read_log(path).rows_read
        reviews, reads = [], []
        for _ in range(ROUNDS // 4):
            reviews.append(review_seconds(records))
            reads.append(read_and_replay_seconds(guard, path))
        ratio = min(reads) / min(reviews)
        print(f"read + replay of {records} records: {min(reads) * 1e3:.0f} ms, ", end="")
        print(f"{ratio:.2f} x fsrs for as many reviews (goal: at most 2)")


if __name__ == "__main__":
    main()
