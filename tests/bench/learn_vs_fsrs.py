"""
Speed of learning and reading, as ratios to fsrs in the same run.

Run `python tests/bench/learn_vs_fsrs.py [LOG]`. Each figure is the best of several
interleaved rounds, so that what else the machine does cancels out. LOG is a training log;
reading plus replaying it is compared with as many fsrs reviews as it has records.
"""

import sys
import time

import fsrs

import liftguard as lg
from liftguard.command.speed import review_seconds
from liftguard.evaluation.workloads import training

ROUNDS = 60
REVIEWS = 600


def learn_seconds(guard: lg.Guard, sets: list[lg.LoggedSet]) -> float:
    """Time learning the sets one by one, each from the state before it."""
    state = guard.start()
    begin = time.process_time()
    for one in sets:
        state = guard.learn(state, one)
    return time.process_time() - begin


def read_and_replay_seconds(guard: lg.Guard, path: str) -> float:
    """Time reading a log and replaying it."""
    begin = time.process_time()
    guard.replay(lg.read_log(path).history)
    return time.process_time() - begin


def main() -> None:
    guard, sets = lg.Guard(), training(30)
    fsrs_each, learn_each = [], []
    for _ in range(ROUNDS):
        fsrs_each.append(review_seconds(fsrs, REVIEWS) / REVIEWS)
        learn_each.append(learn_seconds(guard, sets) / len(sets))
    print(f"fsrs review_card  {min(fsrs_each) * 1e6:6.2f} us")
    print(f"liftguard learn   {min(learn_each) * 1e6:6.2f} us")
    print(f"learn rate / fsrs rate: {min(fsrs_each) / min(learn_each):.2f} (goal: at least 0.25)")
    for path in sys.argv[1:]:
        records = lg.read_log(path).rows_read
        reviews, reads = [], []
        for _ in range(ROUNDS // 4):
            reviews.append(review_seconds(fsrs, records))
            reads.append(read_and_replay_seconds(guard, path))
        ratio = min(reads) / min(reviews)
        print(f"read + replay of {records} records: {min(reads) * 1e3:.0f} ms, ", end="")
        print(f"{ratio:.2f} x fsrs for as many reviews (goal: at most 6)")


if __name__ == "__main__":
    main()
