"""
Speed of reading a large Strong export, as a ratio to liftmath in the same run.

Run `python tests/bench/read_vs_liftmath.py`. Both read the same text of 50,000 sets, in
turns; each figure is the best of several rounds, so that what else the machine does cancels
out. liftmath gives the cells of each row; liftguard also finds the unit, names the lifts,
tells misses from plans, checks every value and orders the history.
"""

import io
import time

import liftmath

import liftguard as lg
from liftguard.evaluation.workloads import EXPORT_SETS as SETS
from liftguard.evaluation.workloads import strong_export

ROUNDS = 7


def main() -> None:
    text = strong_export()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        begin = time.process_time()
        their_sets = len(liftmath.parse_strong_csv(text, unit="kg"))
        theirs.append(time.process_time() - begin)
        begin = time.process_time()
        our_sets = len(lg.read_log(io.StringIO(text)).history)
        ours.append(time.process_time() - begin)
        if not their_sets == our_sets == SETS:
            raise SystemExit(f"not the same sets: {their_sets} and {our_sets}")
    print(f"liftmath   {min(theirs):.3f} s for {SETS} sets")
    print(f"liftguard  {min(ours):.3f} s")
    print(f"liftmath time / liftguard time: {min(theirs) / min(ours):.2f} (goal: at least 1.25)")


if __name__ == "__main__":
    main()
