"""
Write docs/explanation/growth.md and growth.svg: how a fleet's time and memory grow with it.

Run `python docs/make_growth.py`; it takes some minutes, each size in a process of its own.
"""

import json
import math
import subprocess
import sys
from pathlib import Path

ROOM = Path(__file__).parent / "explanation"
WIDE = [(100, 50), (1_000, 50), (10_000, 50), (100_000, 50)]
LONG = [(1_000, 10), (1_000, 100), (1_000, 1_000), (10_000, 1_000)]
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

Written by `python docs/make_growth.py`: the replay of an invented fleet from columns, with the chance of every set and all states, on one core of an ordinary server that others used as well.

| athletes | sets of each | sets | processor time [s] | per set [us] | memory besides the tables [MB] | state as columns [bytes] | in arrays |
|---|---|---|---|---|---|---|---|
{rows}

![Processor time and memory against the number of athletes, and against the sets of each, on logarithmic scales](growth.svg)

Time grows as the number of sets does, and what does not belong to a set (guessing a new lift, putting a state together) is paid once for each athlete: about {each_us:.1f} us for a set and {once_ms:.1f} ms for an athlete.
A step in arrays costs about the same for a hundred athletes as for a thousand, so small squads gain least; below 64 the plain loop is taken.
Memory grows with athletes, as states do, and with the table of sets that is handed in; a chunk of four thousand athletes or three million sets, whichever is less, comes on top once.
To hold less at a time, split the fleet into parts: [Run on many machines](../how-to/run_on_many_machines.md).

## Ten million athletes, on paper

Nobody has run this; it is the two figures above, multiplied.

| | |
|---|---|
| one night, {night} sets of {active:.0%} of ten million athletes | {night_sets:.0f} million sets, {night_hours:.1f} core hours |
| the whole history, {history} sets of each | {history_sets:.0f} billion sets, {history_hours:.1f} core hours |
| states of ten lifts as columns, {state:.0f} kB each before compression | {terabytes:.2f} TB |
| parts of 20,000 athletes | 500, each {part_seconds:.0f} s of one core a night |

On 64 cores that is {night_minutes:.1f} minutes for a night and {wait_minutes:.0f} minutes for the history, if disks keep up.
They break first: the states are read and written every night, {traffic:.2f} TB with those of who did not train left alone, which at 500 MB a second of one disk takes {disk_minutes:.0f} minutes, so they lie on several.
Then the one who hands out parts: 500 are few, and a part may be made smaller until a task takes about a second.
"""
NIGHT, HISTORY, ACTIVE, TEN_MILLION, STATE_KB = 20, 500, 0.5, 10_000_000, 8.0
COLOUR = "#1f6f8b"
WIDTH, HEIGHT, EDGE = 360, 260, 48


def measure(athletes, sets):
    """Give processor time, memory, bytes of a state and the share in arrays."""
    run = [sys.executable, "-c", MEASURE, str(athletes), str(sets)]
    done = subprocess.run(run, check=True, capture_output=True, text=True)  # noqa: S603
    return json.loads(done.stdout)


def panel(place, title, below, points):
    """Draw one curve on logarithmic scales."""
    column, row = place
    xs, ys = ([math.log10(max(one, 1e-3)) for one in axis] for axis in zip(*points, strict=True))
    left, right = math.floor(min(xs)), math.ceil(max(xs))
    low, high = math.floor(min(ys)), math.ceil(max(ys))

    def at(x, y):
        return (
            column * WIDTH + EDGE + (x - left) / (right - left) * (WIDTH - 2 * EDGE),
            row * HEIGHT + HEIGHT - EDGE - (y - low) / (high - low) * (HEIGHT - 2 * EDGE),
        )

    dots = [at(x, y) for x, y in zip(xs, ys, strict=True)]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in dots)
    (x0, y0), (x1, y1) = at(left, low), at(right, high)
    parts = [
        f'<path d="M{x0:.0f},{y1:.0f}V{y0:.0f}H{x1:.0f}" fill="none" stroke="#999"/>',
        f'<polyline points="{line}" fill="none" stroke="{COLOUR}" stroke-width="2"/>',
        *(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="{COLOUR}"/>' for x, y in dots),
        *(
            f'<text x="{at(n, low)[0]:.0f}" y="{y0 + 16:.0f}" text-anchor="middle">{10**n:,}</text>'
            for n in range(left, right + 1)
        ),
        *(
            f'<text x="{x0 - 6:.0f}" y="{at(left, n)[1] + 4:.0f}" text-anchor="end">{10.0**n:,g}</text>'
            for n in range(low, high + 1)
        ),
        f'<text x="{(x0 + x1) / 2:.0f}" y="{y0 + 34:.0f}" text-anchor="middle">{below}</text>',
        f'<text x="{x0:.0f}" y="{y1 - 12:.0f}">{title}</text>',
    ]
    return "".join(parts)


def picture(wide, long):
    """Draw time and memory against athletes and against sets, as a small SVG."""
    drawn = [
        panel(
            (column, row),
            f"{name}, {held}",
            below,
            [(one[axis], found[row]) for one, found in curve],
        )
        for column, (curve, axis, held, below) in enumerate(
            [(wide, 0, "50 sets each", "athletes"), (long, 1, "1,000 athletes", "sets of each")]
        )
        for row, name in enumerate(("processor time [s]", "memory [MB]"))
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {2 * HEIGHT}" '
        'font-family="sans-serif" font-size="12" fill="#333">'
        f'<rect width="{2 * WIDTH}" height="{2 * HEIGHT}" fill="#fff"/>{"".join(drawn)}</svg>\n'
    )


def costs(short, long):
    """Tell what a set and what an athlete take, by fleets of short and of long logs. [s]"""
    (athletes, few), (seconds, *_) = short
    (others, many), (more, *_) = long
    each = (more / others - seconds / athletes) / (many - few)
    return each, seconds / athletes - few * each


def main():
    sizes = [*WIDE, *LONG]
    found = {size: measure(*size) for size in sizes}
    rows = "\n".join(
        f"| {athletes:,} | {sets:,} | {athletes * sets:,} | {seconds:.1f} | "
        f"{seconds / athletes / sets * 1e6:.1f} | {memory:,.0f} | {state:,.0f} | {arrays:.0%} |"
        for (athletes, sets), (seconds, memory, state, arrays) in found.items()
    )
    each, once = costs(*((size, found[size]) for size in ((10_000, 50), (10_000, 1_000))))
    night_sets, history_sets = TEN_MILLION * ACTIVE * NIGHT, TEN_MILLION * HISTORY
    night_s = night_sets * each + TEN_MILLION * ACTIVE * once
    history_s = history_sets * each + TEN_MILLION * once
    traffic_tb = 2 * TEN_MILLION * ACTIVE * STATE_KB / 1e9
    page = PAGE.format(
        rows=rows, each_us=each * 1e6, once_ms=once * 1e3,
        night=NIGHT, active=ACTIVE, history=HISTORY, state=STATE_KB,
        night_sets=night_sets / 1e6, night_hours=night_s / 3600,
        history_sets=history_sets / 1e9, history_hours=history_s / 3600,
        terabytes=TEN_MILLION * STATE_KB / 1e9, part_seconds=night_s / 500,
        night_minutes=night_s / 64 / 60, wait_minutes=history_s / 64 / 60,
        traffic=traffic_tb, disk_minutes=traffic_tb * 1e6 / 500 / 60,
    )  # fmt: skip
    (ROOM / "growth.md").write_text(page, encoding="utf-8")
    curves = ([(size, found[size]) for size in some] for some in (WIDE, LONG[:3]))
    (ROOM / "growth.svg").write_text(picture(*curves), encoding="utf-8")


if __name__ == "__main__":
    main()
