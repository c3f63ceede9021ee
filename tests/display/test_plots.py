"""Pictures: what is drawn is what the track holds, on any axes, changing nothing else."""

import subprocess
import sys
from datetime import datetime, timedelta
from itertools import pairwise

import attrs
import matplotlib as mpl
import numpy as np
import pytest

import liftguard as lg
from liftguard.display import (
    plot_causes,
    plot_fatigue,
    plot_front,
    plot_ramp,
    plot_reliability,
    plot_track,
)
from liftguard.evaluation import reliability_of
from liftguard.judge.causes import excess_of
from liftguard.model.standing import region_fatigue

mpl.use("Agg")
plt = pytest.importorskip("matplotlib.pyplot")

GUARD = lg.Guard()
AT = datetime(2026, 1, 5, 18)
EDGE_KG = 160  # a single after ten weeks of triples of 150 kg at RPE 9


@pytest.fixture
def ax():
    figure, axes = plt.subplots()
    yield axes
    plt.close(figure)


def a_set(day, load_kg, **fields):
    return lg.LoggedSet(
        **{"lift": "deadlift", "at": AT + timedelta(days=day), "load_kg": load_kg, "reps": 3}
        | fields
    )


def a_track():
    """Ten weekly top sets, then one a third above them that is missed; and a squat."""
    done = [a_set(7 * week, 150 + week, rpe=9) for week in range(10)]
    missed = a_set(70, 205, reps=0, missed=True)
    return GUARD.replay(lg.History([*done, missed, a_set(70, 100, lift="squat")]))


def luminance(colour):
    """Relative luminance by WCAG 2.2, of red, green and blue from 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return float(np.dot((0.2126, 0.7152, 0.0722), linear))


def points(axes, label):
    """Give the points of one kind that were drawn."""
    drawn = [one for one in axes.collections if one.get_label() == label]
    return np.concatenate([one.get_offsets() for one in drawn]) if drawn else np.empty((0, 2))


def test_every_set_stands_at_its_load_and_day(ax):
    """Sets that went up are dots, the miss is a cross, and no other lift is drawn."""
    plot_track(a_track(), "deadlift", ax=ax)
    went, missed = points(ax, "set"), points(ax, "missed")
    assert went[:, 1].tolist() == [150.0 + week for week in range(10)]
    assert np.diff(went[:, 0]).tolist() == [7.0] * 9  # matplotlib counts days
    assert missed.tolist() == [[mpl.dates.date2num(AT + timedelta(days=70)), 205.0]]


def test_flags_stand_on_flagged_sets(ax):
    """The set far above the others is BEYOND; with nothing to flag there is no ring."""
    plot_track(a_track(), "deadlift", ax=ax)
    assert points(ax, "BEYOND")[:, 1].tolist() == [205.0]
    ax.clear()
    never = attrs.evolve(GUARD.policy, caution=0.999, beyond=0.999)
    plot_track(a_track(), "deadlift", ax=ax, policy=never)
    assert len(points(ax, "BEYOND")) == len(points(ax, "CAUTION")) == 0


def test_flags_are_those_of_the_host(ax):
    """Triples with chances below .1 are CAUTION for a host from .02 on, in rings and in bars."""
    done = [a_set(7 * week, 150, rpe=9) for week in range(4)]
    for policy, flagged in ((lg.Policy(caution=0.02), 3), (lg.Policy(), 0)):
        track = lg.Guard(policy=policy).replay(lg.History(done))
        ax.clear()
        plot_track(track, "deadlift", ax=ax)
        assert len(points(ax, "CAUTION")) == flagged
        ax.clear()
        plot_causes(track, ax=ax)
        assert [len(bars) for bars in ax.containers] == [flagged] * 3
        ax.clear()
        plot_causes(track, ax=ax, policy=attrs.evolve(policy, caution=0.24))
        assert [len(bars) for bars in ax.containers] == [0] * 3


def test_the_band_is_the_forecast(ax):
    """Line and band are the capacity before the first set of each day, where it is known."""
    track = a_track()
    plot_track(track, "deadlift", ax=ax)
    (line,) = ax.get_lines()
    before = [track.forecast(one).capacity for one in track if one.logged.lift == "deadlift"]
    drawn = line.get_ydata()
    assert len(drawn) == len(before) == 11
    known = ~np.isnan(drawn)
    assert 5 <= known.sum() < 11  # the first forecasts are too wide to draw
    assert drawn[known].tolist() == [
        band.middle_kg for band, is_known in zip(before, known, strict=True) if is_known
    ]
    (band,) = (one for one in ax.collections if one.get_label() == "capacity, 9 in 10")
    edges = band.get_paths()[0].vertices[:, 1]
    last = before[-1]
    assert {last.low_kg, last.high_kg} <= set(edges.tolist())


def test_plans_are_flagged_and_not_only_singles(ax):
    """A set of ten that goes up at a load that is light for a single stands in a ring."""
    done = [a_set(7 * week, 150, rpe=9) for week in range(10)]
    track = GUARD.replay(lg.History([*done, a_set(70, 140, reps=10)]))
    plot_track(track, "deadlift", ax=ax)
    flags = [*points(ax, "CAUTION")[:, 1], *points(ax, "BEYOND")[:, 1]]
    assert flags == [140.0]
    assert track.forecasts[-1].p_beyond < GUARD.policy.caution


def test_a_flag_for_a_pain_has_a_ring_and_no_cause(ax):
    """A light set after a spasm is flagged; there is no excess to share out among causes."""
    done = [a_set(7 * week, 150, rpe=9) for week in range(10)]
    spasm = lg.Pain(at=AT + timedelta(days=70), region="low_back", severity=8, kind="spasm")
    track = GUARD.replay(lg.History([*done, spasm, a_set(71, 100)]))
    plot_track(track, "deadlift", ax=ax)
    assert points(ax, "BEYOND")[:, 1].tolist() == [100.0]
    ax.clear()
    plot_causes(track, ax=ax)
    assert [len(bars) for bars in ax.containers] == [0, 0, 0]


def test_a_lift_is_found_by_its_name(ax):
    """A name in another language will do; one that the track lacks is refused with what it has."""
    assert plot_track(a_track(), "Kreuzheben", ax=ax).get_title() == "Deadlift"
    with pytest.raises(lg.InvalidValue, match="a lift of the track: deadlift, squat"):
        plot_track(a_track(), "bench_press", ax=ax)
    with pytest.raises(lg.InvalidValue, match="it has none"):
        plot_track(GUARD.replay(lg.History()), "deadlift", ax=ax)


def test_a_single_set_and_an_empty_log_are_drawn(ax):
    """Little data makes a sparse picture, not an error."""
    one = GUARD.replay(lg.History([a_set(0, 100)]))
    plot_track(one, "deadlift", ax=ax)
    assert points(ax, "set").shape == (1, 2)
    assert np.diff(ax.get_xlim()) == [14.0]  # days
    empty = GUARD.replay(lg.History())
    for draw, drawn in ((plot_reliability, reliability_of(empty)), (plot_causes, empty)):
        ax.clear()
        assert draw(drawn, ax=ax) is ax
        assert ax.patches[:] == []


def test_shares_of_a_week_make_a_whole(ax):
    """The bars of a week with a flag stand on each other up to 100 %; other weeks are blank."""
    plot_causes(a_track(), ax=ax)
    fatigue, rapid, overload = ax.containers
    tops = [[bar.get_y() + bar.get_height() for bar in bars] for bars in (fatigue, rapid, overload)]
    assert len(fatigue) >= 1
    assert tops[2] == pytest.approx([100.0] * len(overload))
    assert all(a <= b <= c for a, b, c in zip(*tops, strict=True))
    light = [luminance(bars[0].get_facecolor()) for bars in (overload, fatigue, rapid)]
    assert all(later >= earlier + 0.15 for earlier, later in pairwise(light))  # apart in grey


def test_reliability_counts_every_single(ax):
    """The numbers on the bins add up to the sets that are measured, from the sixth session."""
    plot_reliability(reliability_of(a_track()), ax=ax)
    counts = [int(text.get_text()) for text in ax.texts]
    assert sum(counts) == 11 - 5
    assert ax.get_title() == "6 sets as singles, 1 missed"


@pytest.mark.parametrize("value", [a_track(), GUARD.replay(lg.History()), [1.0], None, 5])
def test_what_is_no_table_of_reliability_is_refused(value, ax):
    """A track is not counted here: the error says what counts it."""
    with pytest.raises(lg.InvalidValue, match=r"take liftguard\.evaluation\.reliability_of"):
        plot_reliability(value, ax=ax)


def tired_state():
    """Six hard pulls three minutes apart."""
    return GUARD.replay(lg.History([a_set(70 + n / 480, 160, rpe=9) for n in range(6)])).state


def cells(axes):
    """Give the numbers that are written on a picture, in its rows and columns. [%]"""
    rows, columns = len(axes.get_yticks()), len(axes.get_xticks())
    grid = np.full((rows, columns), np.nan)
    for text in axes.texts:
        column, row = map(round, text.get_position())
        assert text.get_text().endswith(" %")
        grid[row, column] = float(text.get_text()[:-2])
    return grid


def test_recovery_falls_from_what_a_session_took(ax):
    """At rest no region gets more tired, and the most tired one comes first."""
    plot_fatigue(tired_state(), ax=ax)
    lost = cells(ax)
    assert lost.shape == (10, 6)
    assert np.all(np.diff(lost, axis=1) <= 0.0)
    assert np.all(np.diff(lost[:, 0]) <= 0.0)
    assert lost[0, 0] > 0.5  # [%]


def test_every_region_has_a_row_with_its_name(ax):
    """All ten, in the order of what they have lost, and a column for each rest."""
    state = tired_state()
    plot_fatigue(state, ax=ax)
    named = [label.get_text().lower().replace(" ", "_") for label in ax.get_yticklabels()]
    assert named == list(region_fatigue(state, state.at, GUARD.params))
    assert set(named) == set(lg.REGIONS)
    assert [label.get_text() for label in ax.get_xticklabels()][::3] == ["now", "1 day"]
    assert ax.get_title() == "Capacity that a lift of the region loses to fatigue"


def test_what_is_lost_is_read_without_colour(ax):
    """The more is lost, the more of one hue covers the page: .65 from three percent on."""
    plot_fatigue(tired_state(), ax=ax)
    (image,) = ax.get_images()
    colours, lost = np.asarray(image.get_array()), cells(ax)
    assert len(np.unique(colours[..., :3].reshape(-1, 3), axis=0)) == 1
    cover = colours[..., 3]
    assert cover == pytest.approx(0.65 * lost / max(3.0, lost.max()), abs=0.02)


@pytest.mark.parametrize(("page", "ink"), [(1.0, 0.0), (0.0, 1.0), (0.12, 0.9)])
def test_numbers_are_legible_on_light_and_dark_pages(ax, page, ink):
    """Ink on any cell has a contrast of at least 4.5, as WCAG 2.2 asks for small text."""
    ax.xaxis.label.set_color((ink,) * 3)
    plot_fatigue(tired_state(), ax=ax)
    assert {text.get_color() for text in ax.texts} == {(ink,) * 3}
    for *colour, cover in np.asarray(ax.get_images()[0].get_array()).reshape(-1, 4):
        below = luminance([cover * one + (1 - cover) * page for one in colour])
        dark, light = sorted((below, luminance((ink,) * 3)))
        assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("size", [(9.0, 4.5), (6.0, 4.0)])
def test_no_number_touches_another(size):
    """Alone, or beside another picture, each number stays in its cell."""
    figure, axes = plt.subplots(figsize=size, layout="constrained")
    plot_fatigue(tired_state(), ax=axes)
    figure.draw_without_rendering()
    texts = [*axes.texts, *axes.get_yticklabels(), *axes.get_xticklabels(), axes.xaxis.label]
    boxes = [one.get_window_extent() for one in texts]
    for place, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[place + 1 :])
    plt.close(figure)


def test_before_any_work_there_is_nothing_to_draw(ax):
    """Neither with a log that holds no set."""
    weighed = GUARD.learn(GUARD.start(), lg.Bodyweight(at=AT, kg=80))
    for state in (GUARD.start(), weighed):
        ax.clear()
        assert plot_fatigue(state, ax=ax).get_title() == "no work to recover from"
        assert not ax.texts


def test_a_ramp_is_drawn_step_by_step(ax):
    """A bar for each step at its load, with load and repetitions written on it."""
    loads = ((60, 5), (100, 3), (120, 1))
    ramp = [lg.PlannedSet(lift="deadlift", load_kg=kg, reps=reps) for kg, reps in loads]
    plot_ramp(ramp, lg.PlannedSet(lift="deadlift", load_kg=137.5, reps=2), ax=ax)
    assert [bar.get_height() for bar in ax.patches] == [60.0, 100.0, 120.0, 137.5]
    assert [text.get_text() for text in ax.texts] == ["60 x 5", "100 x 3", "120 x 1", "137.5 x 2"]
    ax.clear()
    assert plot_ramp([], ax=ax).get_title() == "no ramp"


@pytest.mark.parametrize("unit", ["kg", "lb"])
def test_bests_stand_at_their_loads_and_new_ones_have_chances(ax, unit):
    """Dots for those that stand, rings and diamonds with a chance for those of today."""
    done = [a_set(3 * n, 150, rpe=8) for n in range(8)] + [a_set(27, 165, reps=1, rpe=8)]
    state = GUARD.replay(lg.History(done)).state
    found = GUARD.bests(state, "deadlift", at=AT + timedelta(days=30))
    plot_front(found, unit=unit, ax=ax)
    of = 1.0 if unit == "kg" else 1.0 / 0.45359237
    stands = points(ax, "best that stands").ravel().tolist()
    assert stands == pytest.approx([1, 165 * of, 3, 150 * of])
    new = {
        (step.planned.reps, round(step.planned.load_kg * of, 6), step.level)
        for step in found.within_reach
    }
    assert new
    for level in (lg.Level.CLEAR, lg.Level.CAUTION):
        drawn = {(n, round(kg, 6), level) for n, kg in points(ax, f"new one, {level}").tolist()}
        assert drawn == {one for one in new if one[2] == level}
    assert len(ax.texts) == len(new)
    assert all(text.get_text().endswith("%") for text in ax.texts)
    assert ax.get_ylabel() == f"load [{unit}]"


def test_a_front_in_no_unit_is_refused(ax):
    with pytest.raises(lg.InvalidValue, match="unit"):
        plot_front(GUARD.bests(GUARD.start(), "squat", at=AT), unit="stone", ax=ax)


def test_nothing_else_changes():
    """Axes are made where none are given, and no setting of matplotlib moves."""
    before = dict(mpl.rcParams)
    made = a_track().plot("deadlift")
    assert dict(mpl.rcParams) == before
    assert len(points(made, "set")) == 10
    plt.close(made.figure)


def test_ink_follows_the_page(ax):
    """On dark axes the dots are light: they take the colour of the labels."""
    ax.xaxis.label.set_color("white")
    plot_track(a_track(), "deadlift", ax=ax)
    (dots,) = (one for one in ax.collections if one.get_label() == "set")
    assert dots.get_facecolor()[0, :3].tolist() == [1.0, 1.0, 1.0]


def test_without_matplotlib_the_error_says_what_to_install():
    """The extra is named, with the command."""
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "import liftguard as lg\n"
        "try:\n    lg.display.plot_ramp([])\n"
        "except lg.MissingExtra as error:\n    print(error)\n"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert 'pip install "liftguard[plot]"' in done.stdout


def test_the_band_has_a_point_for_each_day(ax):
    """Later sets of a day show what tiring leaves, which is no change of capacity."""
    days = [a_set(7 * week, 150, rpe=9) for week in range(8) for _ in range(3)]
    plot_track(GUARD.replay(lg.History(days)), "deadlift", ax=ax)
    (line,) = ax.get_lines()
    assert len(line.get_xdata()) == 8
    assert len(points(ax, "set")) == 24


def test_causes_are_weighed_by_their_size(ax):
    """The bars of a week are the summed sizes of its sets from CAUTION on, on its Monday."""
    loads = ((-7, EDGE_KG), (1, 175), (2, 195), (3, 250), (8, 185))
    heavy = [a_set(70 + day, kg, reps=1) for day, kg in loads]
    done = [a_set(7 * week, 150, rpe=9) for week in range(10)]
    track = GUARD.replay(lg.History([*done, *heavy]))
    plot_causes(track, ax=ax)
    weeks = {}
    for one in track:
        forecast = track.forecast(one, one.logged.reps)
        known = forecast.capacity_sd <= GUARD.policy.widest_sd
        if known and forecast.p_beyond >= GUARD.policy.caution:
            monday = one.logged.at.date() - timedelta(days=one.logged.at.weekday())
            weeks.setdefault(monday, []).append(excess_of(forecast, GUARD.policy).sizes)
    assert max(map(len, weeks.values())) >= 2
    edge = next(one for one in track if one.logged.load_kg == EDGE_KG)
    assert track.judged(edge).level == lg.Level.CAUTION  # and counted
    fatigue, _, overload = ax.containers
    assert [bar.get_x() for bar in fatigue] == [mpl.dates.date2num(week) for week in weeks]
    for bars, code in ((fatigue, "fatigue"), (overload, "overload")):
        shares = [
            100 * sum(size[code] for size in sizes) / sum(sum(size.values()) for size in sizes)
            for sizes in weeks.values()
        ]
        assert [bar.get_height() for bar in bars] == pytest.approx(shares)


def test_intervals_of_reliability_are_those_of_wilson(ax):
    """Of six sets in bins of one and five, the bars end where Wilson's interval does."""
    plot_reliability(reliability_of(a_track()), ax=ax)
    (drawn,) = (one for one in ax.containers if one.get_label().startswith("missed, nine"))
    (_, _, (lines,)) = drawn
    counts = [int(text.get_text()) for text in ax.texts]
    z = 1.6448536269514722  # of 95 %, both sides
    for segment, (_, observed), n in zip(
        lines.get_segments(), np.transpose(drawn[0].get_data()), counts, strict=True
    ):
        middle = (observed + z * z / (2 * n)) / (1 + z * z / n)
        half = z * np.sqrt(observed * (1 - observed) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        assert segment[:, 1] == pytest.approx([max(middle - half, 0), min(middle + half, 1)])


def test_fatigue_is_a_share_of_capacity(ax):
    """A region starts at 1 - exp(-lost), in percent to a decimal."""
    state = GUARD.replay(lg.History([a_set(n / 480, 160, rpe=9) for n in range(6)])).state
    plot_fatigue(state, ax=ax)
    lost = next(iter(region_fatigue(state, state.at, GUARD.params).values()))
    assert cells(ax)[0, 0] == pytest.approx(100 * (1 - np.exp(-lost)), abs=0.05)


ODD = r"$\frac$ {x}_1^"


@pytest.mark.parametrize("name", [ODD, "$x^$", "50 % \\ #1"])
def test_names_are_drawn_as_written(ax, name):
    """What matplotlib would take for a formula is a name like any other."""
    track = GUARD.replay(lg.History([a_set(day, 100, lift=name) for day in range(5)]))
    assert plot_track(track, name, ax=ax).get_title() == name
    ax.figure.draw_without_rendering()
    ax.clear()
    plot_ramp([lg.PlannedSet(lift=name, load_kg=60, reps=5)], ax=ax)
    ax.figure.draw_without_rendering()
    assert ax.get_title() == f"Ramp: {name}"


def test_a_log_in_pounds_is_drawn_in_pounds(ax):
    """Sets, band and ramp stand at their loads in pounds; another unit is refused."""
    track = GUARD.replay(lg.History([a_set(7 * week, 100, rpe=9) for week in range(8)]))
    drawn = {}
    for unit in ("kg", "lb"):
        ax.clear()
        track.plot("deadlift", unit=unit, ax=ax)
        assert ax.get_ylabel() == f"load [{unit}]"
        middle = ax.lines[0].get_ydata()
        drawn[unit] = (ax.collections[-1].get_offsets()[0][1], middle[np.isfinite(middle)][-1])
    assert drawn["lb"] == pytest.approx([lg.lb_from_kg(float(kg)) for kg in drawn["kg"]], rel=1e-5)
    ax.clear()
    plot_ramp([lg.PlannedSet(lift="squat", load_kg=lg.kg_from_lb(135), reps=5)], unit="lb", ax=ax)
    assert [text.get_text() for text in ax.texts] == ["135 x 5"]
    with pytest.raises(lg.InvalidValue, match='wanted "kg" or "lb"'):
        plot_ramp([], unit="stone", ax=ax)


def test_reliability_says_how_it_is_read(ax):
    """What a point, its number and the line mean stands beside them."""
    track = GUARD.replay(lg.History([a_set(7 * week, 150, rpe=9) for week in range(9)]))
    plot_reliability(reliability_of(track), ax=ax)
    said = ax.get_legend().get_title().get_text()
    assert "Above the line more of them\nwere missed than was said" in said


@pytest.mark.parametrize("draw", [lambda it: plot_track(it, "squat"), plot_causes, plot_fatigue])
def test_what_cannot_be_drawn_is_told_what_can(draw):
    log = lg.read_log([{"date": "2026-01-05", "lift": "squat", "kg": 100, "reps": 5}])
    with pytest.raises(lg.InvalidValue, match=r"guard.replay\(log.history\)"):
        draw(log)
