"""
The lifts that B1, B1m and B4 score: barbell deadlifts, squats and bench presses.

Reason to change: a further variant of one of them.
"""

from __future__ import annotations

__all__ = ["BARBELL_LIFTS", "BENCHES", "DEADLIFTS", "SQUATS"]

DEADLIFTS = (
    "deadlift",
    "sumo_deadlift",
    "deficit_deadlift",
    "deficit_sumo_deadlift",
    "paused_deadlift",
    "paused_sumo_deadlift",
    "paused_deficit_deadlift",
    "tempo_deadlift",
    "chain_deadlift",
    "chain_sumo_deadlift",
    "band_deadlift",
    "band_sumo_deadlift",
    "reverse_band_deadlift",
    "snatch_grip_deadlift",
    "snatch_grip_deficit_deadlift",
    "clean_grip_deadlift",
    "close_grip_deadlift",
    "wide_grip_deadlift",
)
"""From the floor or lower, with a straight bar and both hands; no rack pull, no stiff legs."""

SQUATS = (
    "squat",
    "low_bar_squat",
    "high_bar_squat",
    "paused_squat",
    "paused_low_bar_squat",
    "paused_high_bar_squat",
    "tempo_squat",
    "pin_squat",
    "box_squat",
    "narrow_stance_squat",
    "wide_stance_squat",
    "sumo_squat",
    "chain_squat",
    "chain_high_bar_squat",
    "band_squat",
)
"""With a straight bar on the back."""

BENCHES = (
    "bench_press",
    "paused_bench_press",
    "tempo_bench_press",
    "spoto_bench_press",
    "larsen_bench_press",
    "pin_bench_press",
    "board_bench_press",
    "chain_bench_press",
    "band_bench_press",
    "reverse_band_bench_press",
    "slingshot_bench_press",
    "close_grip_bench_press",
    "paused_close_grip_bench_press",
    "wide_grip_bench_press",
    "reverse_grip_bench_press",
    "incline_bench_press",
    "paused_incline_bench_press",
    "close_grip_incline_bench_press",
    "decline_bench_press",
    "close_grip_decline_bench_press",
)
"""With a straight bar, lying: flat, incline or decline."""

BARBELL_LIFTS = (*DEADLIFTS, *SQUATS, *BENCHES)
"""The lifts of B1, B1m and B4, each variant a lift of its own."""
