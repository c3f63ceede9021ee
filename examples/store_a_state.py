"""
What a fitness app does: keep one small text for each athlete, ask before a set, learn after.

Run `python examples/store_a_state.py`.
"""

from datetime import datetime, timedelta
from importlib import resources

import liftguard as lg

guard = lg.Guard()  # never changes: one for the whole process

# What the app's database holds for this athlete; here, learned from the demo log.
log = lg.read_log(resources.files("liftguard").joinpath("demo.csv").read_bytes())
row = lg.dumps(guard.replay(log.history).state)
print(f"stored: {len(row.encode())} bytes")

now = datetime(2026, 6, 22, 18, 30)
planned = lg.PlannedSet(lift="deadlift", load_kg=140, reps=3)

# A request comes in: load, ask, answer.
state = lg.loads(row)
verdict = guard.check(state, planned, at=now)
print(f"before: {verdict.level}, {verdict.p_beyond:.0%}, at most {verdict.max_load_kg} kg")

# The set was done: two went up, the third failed. Learn and store.
done = lg.LoggedSet(lift="deadlift", at=now, load_kg=140, reps=2, missed=True)
row = lg.dumps(guard.learn(state, done))

# Three minutes later the same set is planned again.
verdict = guard.check(lg.loads(row), planned, at=now + timedelta(minutes=3))
print(f"after the miss: {verdict.level}, {verdict.p_beyond:.0%}, at most {verdict.max_load_kg} kg")
