"""
Write docs/explanation/growth.md and growth.svg: how a fleet's time and memory grow with it.

Run `python docs/make_growth.py`; it takes a few minutes, each size in a process of its own.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOM = Path(__file__).parent / "explanation"
SIZES, SETS = (100, 1_000, 10_000, 100_000), 50
MEASURE = """
import json, resource, sys, time
import liftguard as lg
from liftguard.evaluation.workloads import squad_columns
from liftguard.fleet import replay_columns, states_to_arrow
athletes, sets = map(int, sys.argv[1:])
columns = squad_columns(athletes, sets)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begin = time.process_time()
found = replay_columns(lg.Guard(), columns)
seconds = time.process_time() - begin
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
state = states_to_arrow(found.states).nbytes / athletes
print(json.dumps([seconds, (peak - before) / 1024, state, found.in_arrays]))
"""
PAGE = """# How a fleet grows

Written by `python docs/make_growth.py`: the replay of {sets} sets of each athlete from columns, with the chance of every set and all states, on one core of an ordinary server that others used as well.

| athletes | sets | processor time [s] | per set [us] | memory besides the tables [MB] | state as columns [bytes] | in arrays |
|---|---|---|---|---|---|---|
{rows}

![Processor time against the number of athletes, both on logarithmic scales](growth.svg)

Time grows as the number of sets does; what does not belong to a set (guessing a new lift, putting a state together) is paid once for each athlete.
A step in arrays costs about the same for a hundred athletes as for a thousand, so small squads gain least; below 64 the plain loop is taken.
Memory grows with athletes, as states do, and with the table of sets that is handed in; what a chunk of a few thousand athletes needs comes on top once.
To hold less at a time, split the fleet into parts: [Run on many machines](../how-to/run_on_many_machines.md).

## Ten million athletes, on paper

Nobody has run this; it is the table above, multiplied.

| | |
|---|---|
| one night, {night} sets of {active:.0%} of ten million athletes | {night_sets:.0f} million sets, {night_hours:.1f} core hours |
| the whole history, {history} sets of each | {history_sets:.0f} billion sets, {history_hours:.0f} core hours |
| states of ten lifts as columns, {state:.0f} kB each before compression | {terabytes:.2f} TB |
| parts of 20,000 athletes | 500, each {part_seconds:.0f} s of one core a night |

On 64 cores that is {night_minutes:.1f} minutes for a night and {wait_hours:.1f} hours for the history, if disks keep up.
A night is dearer for each set than a long history, as every state is read, put into arrays and written again for a few sets; it is counted here with {overhead:.1f} ms more for each athlete who trained.
"""
NIGHT, HISTORY, ACTIVE, TEN_MILLION, STATE_KB, OVERHEAD_S = 20, 500, 0.5, 10_000_000, 8.0, 0.0008


def measure(athletes):
    """Give processor time, memory, bytes of a state and the share in arrays."""
    run = [sys.executable, "-c", MEASURE, str(athletes), str(SETS)]
    done = subprocess.run(run, check=True, capture_output=True, text=True)  # noqa: S603
    return json.loads(done.stdout)


def picture(found):
    """Draw time against athletes, both on logarithmic scales, as a small SVG."""
    import math

    width, height, edge = 480, 300, 48
    logs = [(math.log10(size), math.log10(one[0])) for size, one in zip(SIZES, found, strict=True)]
    low, high = math.floor(min(y for _, y in logs)), math.ceil(max(y for _, y in logs))

    def at(x, y):
        return (
            edge + (x - 2) / 3 * (width - 2 * edge),
            height - edge - (y - low) / (high - low) * (height - 2 * edge),
        )

    points = [at(*one) for one in logs]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="#1f6f8b"/>' for x, y in points)
    ticks = "".join(
        f'<text x="{at(n, low)[0]:.0f}" y="{height - edge + 18}" text-anchor="middle">10^{n}</text>'
        for n in range(2, 6)
    ) + "".join(
        f'<text x="{edge - 6}" y="{at(2, n)[1] + 4:.0f}" text-anchor="end">{10.0**n:g}</text>'
        for n in range(low, high + 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12" fill="#333">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<path d="M{edge},{edge}V{height - edge}H{width - edge}" fill="none" stroke="#999"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f6f8b" stroke-width="2"/>{dots}{ticks}'
        f'<text x="{width / 2:.0f}" y="{height - 8}" text-anchor="middle">athletes</text>'
        f'<text x="{edge}" y="{edge - 12}">processor time [s], {SETS} sets each</text></svg>\n'
    )


def main():
    found = [measure(size) for size in SIZES]
    rows = "\n".join(
        f"| {size:,} | {size * SETS:,} | {seconds:.1f} | {seconds / size / SETS * 1e6:.1f} | "
        f"{memory:,.0f} | {state:,.0f} | {arrays:.0%} |"
        for size, (seconds, memory, state, arrays) in zip(SIZES, found, strict=True)
    )
    each = found[-1][0] / SIZES[-1] / SETS
    night_sets, history_sets = TEN_MILLION * ACTIVE * NIGHT, TEN_MILLION * HISTORY
    night_s = night_sets * each + TEN_MILLION * ACTIVE * OVERHEAD_S
    page = PAGE.format(
        sets=SETS, rows=rows, night=NIGHT, active=ACTIVE, history=HISTORY, state=STATE_KB,
        night_sets=night_sets / 1e6, night_hours=night_s / 3600,
        history_sets=history_sets / 1e9, history_hours=history_sets * each / 3600,
        terabytes=TEN_MILLION * STATE_KB / 1e9, part_seconds=night_s / 500,
        night_minutes=night_s / 64 / 60, wait_hours=history_sets * each / 64 / 3600,
        overhead=OVERHEAD_S * 1e3,
    )  # fmt: skip
    (ROOM / "growth.md").write_text(page, encoding="utf-8")
    (ROOM / "growth.svg").write_text(picture(found), encoding="utf-8")


if __name__ == "__main__":
    main()
