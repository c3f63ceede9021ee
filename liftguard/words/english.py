"""
Every word that is shown, in English.

Where a text stands for one and for many, a bar divides the two.

Reason to change: how something is said in English, or a new code to be said.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ENGLISH"]

ENGLISH: Mapping[str, Mapping[str, str]] = {
    # --- numbers, spans, lists ---
    "numbers": {
        "decimal": ".",
        "kg": "{n} kg",
        "lb": "{n} lb",
        "percent": "{n} %",
        "about": "about {share}",
        "under": "under 1 %",
        "over": "over 99 %",
        "speed": "{n} m/s",
        "degrees": "{n} degrees a second",
        "reps": "1 repetition|{n} repetitions",
    },
    "spans": {
        "s": "1 second|{n} seconds",
        "min": "1 minute|{n} minutes",
        "h": "1 hour|{n} hours",
        "days": "1 day|{n} days",
        "under_a_day": "less than a day",
    },
    "spans_dative": {  # which English has not
        "days": "1 day|{n} days",
        "under_a_day": "less than a day",
    },
    "ago": {
        "days": "1 day ago|{n} days ago",
        "under_a_day": "less than a day ago",
    },
    "style": {
        "after_colon": "small",  # or "capital": how a sentence begins there
    },
    "joins": {
        "and": " and ",
        "or": " or ",
        "else": ", or ",
    },
    "amounts": {
        "none": "hardly",
        "some": "somewhat",
        "half": "about half",
        "much": "mostly",
        "all": "fully",
    },
    "ordinals": {
        "1": "first",
        "2": "second",
        "3": "third",
        "4": "fourth",
    },
    # --- names ---
    "levels": {
        "CLEAR": "CLEAR",
        "UNKNOWN": "UNKNOWN",
        "CAUTION": "CAUTION",
        "BEYOND": "BEYOND",
    },
    "lifts": {  # in the middle of a sentence; a lift that is not here has its name of `lifts`
        "deadlift": "deadlift",
        "sumo_deadlift": "sumo deadlift",
        "trap_bar_deadlift": "trap bar deadlift",
        "deficit_deadlift": "deficit deadlift",
        "paused_deadlift": "paused deadlift",
        "block_deadlift": "block deadlift",
        "rack_pull": "rack pull",
        "snatch_grip_deadlift": "snatch grip deadlift",
        "romanian_deadlift": "Romanian deadlift",
        "stiff_leg_deadlift": "stiff leg deadlift",
        "good_morning": "good morning",
        "hip_thrust": "hip thrust",
        "squat": "squat",
        "low_bar_squat": "low bar squat",
        "high_bar_squat": "high bar squat",
        "paused_squat": "paused squat",
        "box_squat": "box squat",
        "safety_bar_squat": "safety bar squat",
        "front_squat": "front squat",
        "zercher_squat": "Zercher squat",
        "overhead_squat": "overhead squat",
        "bench_press": "bench press",
        "paused_bench_press": "paused bench press",
        "close_grip_bench_press": "close grip bench press",
        "wide_grip_bench_press": "wide grip bench press",
        "incline_bench_press": "incline bench press",
        "decline_bench_press": "decline bench press",
        "floor_press": "floor press",
        "overhead_press": "overhead press",
        "push_press": "push press",
        "seated_overhead_press": "seated overhead press",
        "behind_the_neck_press": "behind the neck press",
        "barbell_row": "barbell row",
        "pendlay_row": "Pendlay row",
        "power_clean": "power clean",
        "clean": "clean",
        "snatch": "snatch",
        "pull_up": "pull-up",
        "chin_up": "chin-up",
        "dip": "dip",
        "push_up": "push-up",
        "leg_press": "leg press",
    },
    "muscles": {
        "erector_spinae": "the erector spinae (the long muscles along the spine)",
        "quadratus_lumborum": "the quadratus lumborum (the muscle between lowest rib and hip)",
        "glutes": "the glutes",
        "hamstrings": "the hamstrings",
        "quadriceps": "the quadriceps",
        "upper_back": "the upper back",
        "grip": "the grip",
        "shoulders": "the shoulders",
        "chest": "the chest",
        "arms": "the arms",
    },
    "muscle_names": {  # where several stand in a row
        "erector_spinae": "erector spinae",
        "quadratus_lumborum": "quadratus lumborum",
        "glutes": "glutes",
        "hamstrings": "hamstrings",
        "quadriceps": "quadriceps",
        "upper_back": "upper back",
        "grip": "grip",
        "shoulders": "shoulders",
        "chest": "chest",
        "arms": "arms",
    },
    "areas": {  # as they may be typed
        "low_back": "lower back",
        "erector_spinae": "erectors",
        "quadratus_lumborum": "flank",
        "glutes": "glutes",
        "hamstrings": "hamstrings",
        "quadriceps": "quads",
        "upper_back": "upper back",
        "grip": "forearms",
        "shoulders": "shoulders",
        "chest": "chest",
        "arms": "arms",
        "neck": "neck",
        "hip": "hip",
        "knee": "knee",
        "elbow": "elbow",
        "wrist": "wrist",
        "ankle": "ankle",
    },
    "places": {
        "erector_spinae": "in the long muscles along the spine",
        "quadratus_lumborum": "in the muscle between the lowest rib and hip",
        "glutes": "in the glutes",
        "hamstrings": "in the hamstrings",
        "quadriceps": "in the quadriceps",
        "upper_back": "in the upper back",
        "grip": "in the hands and forearms",
        "shoulders": "in the shoulders",
        "chest": "in the chest",
        "arms": "in the arms",
        "low_back": "in the lower back",
        "neck": "in the neck",
        "hip": "in the hip",
        "knee": "in the knee",
        "elbow": "in the elbow",
        "wrist": "in the wrist",
        "ankle": "in the ankle",
    },
    "pains": {
        "ache": "ache",
        "sharp": "sharp pain",
        "spasm": "spasm",
        "stiffness": "stiffness",
    },
    "the_pains": {
        "ache": "the ache",
        "sharp": "the sharp pain",
        "spasm": "the spasm",
        "stiffness": "the stiffness",
    },
    "after_the_pains": {
        "ache": "after the ache",
        "sharp": "after the sharp pain",
        "spasm": "after the spasm",
        "stiffness": "after the stiffness",
    },
    "motions": {
        "flexion": "bending forward",
        "rotation": "turning",
        "side_bend": "bending to the side",
        "extension": "straightening up",
    },
    "moved_by": {  # after a motion
        "sneeze": "with a sneeze",
        "cough": "with a cough",
        "slip": "in a slip",
        "catch": "to catch something",
        "throw": "to throw something",
        "lift": "to lift something",
        "reach": "to reach for something",
        "rise": "to get up",
    },
    "moves": {  # that happened: by what made the trunk move, else by its motion
        "sneeze": "a sneeze",
        "cough": "a cough",
        "slip": "a slip",
        "catch": "catching something",
        "throw": "throwing something",
        "lift": "lifting something",
        "reach": "reaching for something",
        "rise": "getting up",
        "flexion": "bending forward",
        "rotation": "turning",
        "side_bend": "bending to the side",
        "extension": "straightening up",
    },
    "records": {  # to follow "no"
        "sets": "sets",
        "sets_before": "sets that load this place shortly before",
        "set_times": "times of single sets",
        "rest_s": "rest between sets",
        "effort": "effort (RPE or RIR)",
        "warm_ups": "warm-ups",
        "stillness": "stillness",
        "rising": "rising",
        "movements": "quick movements",
        "mobility": "mobility work",
        "velocity": "speed",
        "bodyweight": "bodyweight",
        "readiness": "readiness",
        "load": "load",
    },
    # --- a verdict ---
    "sentences": {
        "set": "{name} {load} x {reps}",
        "set_bare": "{name} x {reps}",
        "helped": " with {load} of help",
        "help_alone": "{load} of help",
        "added_alone": "{load} added to the body",
        "body_alone": "bodyweight",
        "quick": "{motion} at {speed}",
        "moved_by": "{motion} {cause}",
        "holding": "{motion} with {load} in the hands",
        "pain": "{pain} {place} {ago}",
        "pain_on": "{pain} {place} on {date}",
        "pain_lift": "{pain} holds this lift back for now",
        "pain_waits": "{after} this lift has not been built up again yet",
        "pain_move": "{pain} asks for care for now",
        "CLEAR": "{what} is within what the records support",
        "CAUTION": "{what} is at the edge of what the records support",
        "BEYOND": "{what} is beyond what the records support",
        "UNKNOWN": "whether {what} is too much cannot be said, as {reason}",
        "step_CAUTION": "{what} is more than a step above all that went up so far",
        "long_still": "{what} is too heavy to begin with straight from keeping still",
        "just_up": "{what} is too heavy to begin with so soon after getting up",
        "pain_CLEAR": "{what} is within what the records and {pain} leave room for",
        "pain_CAUTION": "{what} is more than it leaves room for",
        "pain_BEYOND": "{what} is far more than it leaves room for",
        "waits_CAUTION": "{what} is more than the next step",
        "waits_BEYOND": "{what} is far more than the next step",
        "move_CLEAR": "{what} is within what the rule allows now",
        "move_CAUTION": "{what} is at the edge of what the rule allows now",
        "move_BEYOND": "{what} is beyond what the rule allows now",
        "move_UNKNOWN": "whether {what} is too quick now cannot be said, as {reason}",
        "little": "too little was recorded",
        "fails": "it does not go up|it does not go up {n} times",
        "chance": "the chance that {fails} is {chance}",
        "chance_apart": "pain apart, the chance that {fails} is {chance}",
        "chance_then": "the chance that {fails} is then {chance}",
        "at_rpe": "{what} at RPE {rpe}",
        "standing": "Then {level}: {said}.",
        "asked": "asked most: {muscle}",
        "rule": "this is a rule, not calibrated",
    },
    "details": {
        "capacity": "Possible for {reps} today: {middle}, nine in ten between {low} and {high}.",
        "capacity_added": (
            "Possible for {reps} today, added to the body: {middle}, "
            "nine in ten between {low} and {high}."
        ),
        "most": "Most that stays clear for {reps}: {load}.",
        "more_help": "take {load}",
        "steps": "To clear it: {steps}.",
        "breaks": "No data show what that costs; a careful coach would still say: {steps}.",
        "breaks_at": "Before set {place} on {date}, whatever its level: {steps}.",
        "no_steps": "No change that was looked at clears it.",
        "no_steps_today": "Nothing that loads this place is offered for today.",
        "way_back": "A way back: {steps}.",
        "way_back_pain": (
            "A way back, each step only if the one before and the day after it brought no more "
            "pain, else the same again: {steps}."
        ),
        "way_back_short": "The way back ends there, short of {what}.",
        "week": "{date} {what}",
        "begin": (
            "To begin with: {step}; where it goes up easily, add a little from set to set, and "
            "stop where it gets slow."
        ),
        "begin_light": "To begin with: light, to find 8 to 10 repetitions with three left.",
        "begin_pain": (
            "To begin with: {step}; if that and the day after it bring no more pain, a little more "
            "the next time."
        ),
        "nearest": "{caveat}; the nearest known name is {lift}",
        "less_sure": "Less sure, as {caveat}.",
        "not_assessed": (
            "{causes} was not assessed: the log has no {records}.|"
            "{causes} were not assessed: the log has no {records}."
        ),
        "not_told": "{causes} was not assessed.|{causes} were not assessed.",
        "bests": "Best as a single: {parts}.",
        "best_of_both": "{load} in 30 days, and in 90",
        "tired_by": "From other lifts: {parts}.",
        "tired_region": "Most tired muscles of this lift: {parts}.",
        "moved": "Moved without a bar before this set: {parts}.",
        "days_since_on": "Last set of this lift: {days} before, on {date}.",
        "then": "{step} (chance of failing then {chance})",
        "eases": "What makes it easier: {steps}.",
        "empty_hands": "with empty hands",
        "eased": "{step} (then {level})",
        "not_counted": "Not recorded and so not counted: {records}.",
    },
    "caveats": {
        "pain": "a pain holds a ceiling for now",
        "waits": "since a pain this lift has not been built up again",
        "long_still": "it comes straight from keeping still",
        "just_up": "it comes right after getting up",
        "unknown_work": "what other lifts of today tire is not known",
        "no_bodyweight": "the load that moves is not known without a bodyweight",
        "no_load": "no load moves",
        "unknown_lift": "no table knows this lift and the records hold none",
        "no_sets": "there is no set of this lift in the records",
        "few_sets": "there are only a few sets of this lift in the records",
        "long_break": "the last set of this lift was {days} ago, on {date}",
        "not_near_limit": "no set of this lift came near the limit for weeks",
        "big_step": "it is more than a step above all that went up so far",
        "high_reps": "sets of so many repetitions say little about a single",
        "signs": (
            "numbness in a leg or between the legs, weakness of a leg, new trouble with bladder or "
            "bowel, or a fall just before the pain are for a clinician to look at the same day"
        ),
        "signs_neck": (
            "numbness or weakness of an arm or hand, unsteady walking, or a fall just before the "
            "pain are for a clinician to look at the same day"
        ),
        "signs_chest": (
            "pressure in the chest, shortness of breath, a cold sweat, or pain that spreads to an "
            "arm, the back or the jaw are for emergency care at once"
        ),
        "signs_muscle": (
            "a dent or a large bruise, or a muscle that does not contract, is for a clinician to "
            "look at"
        ),
        "signs_joint": (
            "a joint that locks, gives way, swells quickly or cannot take weight is for a "
            "clinician to look at"
        ),
        "wide_belief": "the records leave capacity too open",
        "doubt": "part of the chance is only that the records say too little",
        "typical_rest": "today's rests are not in the log and usual ones are assumed",
        "rule_not_calibrated": "this is a rule, not calibrated on any data",
        "few_days": "there are too few other training days to compare with",
    },
    # --- causes and what speaks for them ---
    "causes": {
        "fatigue": "fatigue",
        "rapid_movement": "rapid movement",
        "overload": "overload",
    },
    "shares": {
        "most": "mostly {cause}",
        "half": "about half {cause}",
        "part": "partly {cause}",
        "whole": "{cause}",
    },
    "cause_sentences": {
        "fatigue": "{cause}; most of it reaches this lift through {muscle}",
        "rapid_movement": "{cause}; asked most: {muscle}",
        "overload": "{cause}: load and repetitions are high beside capacity",
        "after_time_off": (
            "{cause}: load and repetitions are high beside what {days} without this lift leave"
        ),
        "first_hard_set": "{cause}, if it is done without a ramp",
        "small": "{cause} does not stand out",
        "nothing": "Nothing that was recorded speaks for {cause}",
    },
    "evidence": {
        "lost_to_fatigue": "Fatigue takes {about} of capacity now.",
        "sets_in_a_row": (
            "One set of the same kind of movement before this one.|"
            "{n} sets in a row of the same kind of movement before this one."
        ),
        "row_for": "Nothing else was done in between, for {span}.",
        "alone_sessions": (
            "This is session {n} in a row without another big movement, or lengthening, in the log."
        ),
        "alone_for": "That is so for {days}.",
        "unbroken": "{n} sets before this one without a pause.",
        "unbroken_for": "That is work without a rest for {span}.",
        "rest": "Rest since the last set: {span}.",
        "tired_by": "{lift} {percent}",
        "tired_region": "{muscle} {percent}",
        "moved": "{move} {span} before",
        "lost_unready": "Not being ready takes {about} of capacity.",
        "step_from": ("Judged as done without a ramp: the step then goes up from {load}."),
        "warmth": "Warm from the sets so far: {amount}.",
        "still": "Kept still for {span}.",
        "still_ago": "That ended {span} before this set.",
        "hours_up": "Time since getting up: {span}.",
        "readiness": "Readiness score: {number} of 1.",
        "speed": "Speed of the first repetition: {speed}.",
        "usual_speed": "Usual speed at this load: {speed}.",
        "demand": "The set asks for as much as a single of {load}.",
        "capacity_low": "Low end of capacity: {load}.",
        "capacity_middle": "Middle of capacity: {load}.",
        "capacity_high": "High end of capacity: {load}.",
        "best_30_days": "{load} in 30 days",
        "best_90_days": "{load} in 90 days",
        "spike": "The set asks for {more} more than the best of 30 days.",
        "spike_90_days": "The set asks for {more} more than the best of 90 days.",
        "days_since": "Last set of this lift: {days} before.",
        "time_off": "No set of this lift for {days}.",
        "sets": "The records hold 1 set of this lift.|The records hold {n} sets of this lift.",
        "peak_velocity": "Speed of the movement: {degrees}.",
        "usual_velocity": "Its speed was not measured and is taken as usual: {degrees}.",
        "held": "In the hands: {load}.",
        "creep": "Still affected by keeping still: {amount}.",
        "morning": "Still stiff from the night: {amount}.",
        "cold": "Still cold: {amount}.",
        "fatigue": "The muscle asked most is tired: {amount}.",
    },
    # --- steps ---
    "steps": {
        "walk_first": "walk or bend easily for {span} and work up to it step by step",
        "walk_first_until": "walk or bend easily until {time} and work up to it step by step",
        "walk_lighter": "walk or bend easily for {span}, and work up step by step to {what}",
        "walk_lighter_until": (
            "walk or bend easily until {time}, and work up step by step to {what}"
        ),
        "loosen": "do another movement first, or walk or lengthen for {span}",
        "loosen_until": "do another movement first, or walk or lengthen until {time}",
        "more_rest": "rest {span} longer",
        "more_rest_until": "rest until {time}",
        "ramp_first": "do the warm-up sets first",
        "lower_load": "lower the load to {load}",
        "begin_back": "begin the way back with {load}",
        "fewer_reps": "stop at {reps}",
        "another_day": "do it on {date}",
        "another_lift": "do {what} instead",
        "deload": "take it lighter for now, with {what}",
        "way_back": "on the way back, on {date}: {what}",
        "begin": "{what}",
        "one_more_rep": "do {what}, one repetition more than ever",
        "more_load": "do {what}, more load than ever",
    },
    # --- what to lift ---
    "suggestions": {
        "go_up": "{what}, more load than {last}",
        "hold": "{what}, the same load as {last}",
        "back_off": "{what}, less load than {last}",
        "as_hard": "{what}, about as hard as other repetitions were before",
        "way_back": "{what}, on the way back",
        "walk_first": "for now no more than {what}",
        "begin": "{what}, to begin with",
        "stop": "{lift} is done for this session",
        "none": "no load is suggested for {lift}",
    },
    "suggestion_parts": {
        "last_time": "the last time at about {reps}",
        "last_set": "the set before",
        "not_more": "Not more, as {reason}.",
        "none": "{suggested}, as {reason}.",
        "fewer": "Clear with fewer repetitions: {what}.",
        "from_there": (
            "Where it goes up easily, add a little from set to set, and stop where it gets slow."
        ),
        "no_table": "No table knows this lift; the nearest known name is {lift}.",
        "fails": "The chance that {fails} is {chance}.",
        "walk": "Walk first: after {span} of walking or easy bends {what}, worked up to.",
        "alike": "Last time at about {reps}",
        "not_alike": "Other repetitions that it goes by",
        "last": "{those}, first work set: {what} on {date}.",
        "last_short": (
            "{those}, first work set: {what} on {date}; 1 set fell short.|"
            "{those}, first work set: {what} on {date}; {n} sets fell short."
        ),
        "now": "The set before: {what}.",
        "now_short": (
            "The set before: {what}; 1 set of today fell short.|"
            "The set before: {what}; {n} sets of today fell short."
        ),
        "rose": "The load has risen once of late.|The load has risen {n} times of late.",
        "stayed": "The load has been the same in {n} sessions in a row.",
        "best": "Best for {reps} or more: {what} on {date}.",
    },
    "reasons": {
        "usual": "that is what has been usual",
        "effort": "more would leave less than is meant to be left",
        "clear": "more would no longer be clear",
        "short": "not all sets of the last session of this lift went up as planned",
        "short_today": "a set of this session did not go up as planned",
        "harder_than_meant": "the last set was harder than it is meant to be",
        "velocity_down": "the bar has become slower at the same load",
        "time_off": "this lift was left for long",
        "stillness": "your back is still stiff from long stillness or from the night",
        "pain": "a pain holds this lift back",
        "after_pain": "a lighter day is wise after a pain, though more would be clear",
        "too_little_known": "too little is known of this lift",
        "begin_light": (
            "no load can be named before this lift was done: begin light and find 8 to 10 "
            "repetitions with three left"
        ),
        "no_bodyweight": "the load that moves is not known without a bodyweight",
        "no_help": "what the body alone weighs is more than is known to go up",
        "too_heavy": "nothing lighter that is clear can be loaded",
    },
    "bests": {
        "unbeaten": "Best of {name}: {bests}.",
        "best": "{load} x {reps} on {date}",
        "none": "Of {name} nothing has gone up yet.",
        "within_reach": "The easiest new ones today: {bests}.",
        "new": "{load} x {reps} (chance of failing {chance})",
        "out_of_reach": "No new one is within reach today.",
    },
    "next": {
        "add_load": "add load: {what}",
        "add_rep": "more repetitions: {what}",
        "hold": "do the same: {what}",
        "repeat": "do the same again, as it fell short: {what}",
        "back_off": "take less: {what}",
        "as_hard": "about as hard as other repetitions were: {what}",
        "way_back": "on the way back: {what}",
        "walk_first": "walk first; without that no more than {what}",
        "begin": "to begin with: {what}",
        "stop": "{lift} is done for this session",
        "none": "no load is suggested for {lift}",
    },
    "next_parts": {
        "last": "first work set last time {load} x {reps} on {date}",
        "fewer": "clear with fewer repetitions: {what}",
        "chance": "chance of failing {chance}",
        "why": "as {reason}",
        "walk": "after {span} of walking or easy bends {what}",
        "plateau": "the load has stayed in {n} sessions in a row",
    },
    "eases": {  # of a movement without a bar
        "slower": "slower, at no more than {speed}",
        "turn_feet": "in two parts, the feet first and then the trunk",
        "in_parts": "in two parts, with a stop between",
        "brace": "with the trunk braced and a hand on something firm",
        "less_load": "with no more than {load} in the hands",
        "walk_first": "after walking or bending easily for {span}",
        "walk_until": "after walking or bending easily until {time}",
    },
    # --- an inquiry ---
    "findings": {
        "shown": "{pain}: what stood out before it was {cause}, above all {trace}",
        "not_shown": "{pain}: the records do not show the reason",
        "nearest": "nearest to one comes {lift} on {date}, after {days} without the lift",
        "as_usual": "before it, everything was as on other days",
        "more_records": "notes on {records} would have told more",
        "stood_out": "{cause} stood out: {traces}.",
        "usual": "{cause} was much as on other days.",
        "nothing": "Nothing that was recorded speaks for {cause}.",
        "noted_alone": (
            "Whether {cause} was unusual cannot be said, with too few other days to compare: "
            "{traces}."
        ),
        "not_noted": "The log has no {records}.",
        "no_proof": "What stands out is the first place to look; it does not prove the reason.",
        "trace": "{trace} ({usual}on {alike} of {days} other days)",
        "trace_never": "{trace} ({usual}on none of {days} other days)",
        "usually": "usually {n}; ",
        "odds_alone": "By the forecasts it made the odds of failing {times} as high.",
        "odds": (
            "By the forecasts it made the odds of failing {times} as high, which on a usual day it "
            "hardly does."
        ),
        "odds_usual": (
            "By the forecasts it made the odds of failing {times} as high, on a usual day {usual}."
        ),
        "times": "{n} times",
        "times_over": "more than {n} times",
        "asked": "Asked most: {muscle}.",
    },
    "traces": {
        "sessions_4_days": "the {ordinal} session in four days",
        "sets_24_h": "1 set within 24 hours|{n} sets within 24 hours",
        "reps_24_h": "1 repetition within 24 hours|{n} repetitions within 24 hours",
        "sets_72_h": "1 set within three days|{n} sets within three days",
        "reps_72_h": "1 repetition within three days|{n} repetitions within three days",
        "hard_sets": "1 hard set that day|{n} hard sets that day",
        "same_pattern_sets": (
            "1 set of one kind of movement|{n} sets in a row of one kind of movement"
        ),
        "shortest_rest": "a rest of only {span}",
        "days_in_a_row": "1 training day|{n} training days in a row",
        "rpe_rise": "RPE up by {number} at the same load",
        "first_share": "a start at {share} of the day's highest load, without a ramp",
        "still_minutes": "{span} of keeping still shortly before",
        "hours_since_rising": "only {span} after getting up",
        "longest_pause": "a pause of {span} before a hard set",
        "sets_7_days": "1 set within seven days|{n} sets within seven days",
        "pattern_sets_7_days": (
            "1 set of one kind of movement within seven days|"
            "{n} sets of one kind of movement within seven days"
        ),
        "dense_sets": "1 set at a time|{n} sets close upon each other",
        "session_minutes": "a session of {span}",
        "unlengthened_days": (
            "1 training day without lengthening|{n} training days in a row without lengthening"
        ),
        "days_of_one_pattern": (
            "1 training day of one kind of movement alone|"
            "{n} training days in a row of one kind of movement alone"
        ),
        "rpe_above_usual": "RPE {number} higher than lately for the same set",
        "readiness": "a readiness score of {number} of 1",
        "loads_moved": (
            "1 load moved without a bar within two days|"
            "{n} loads moved without a bar within two days"
        ),
        "moved": "a quick movement just before, {move}",
        "odds_fatigue": "odds of failing {times} as high by the forecasts",
        "odds_rapid_movement": "odds of failing {times} as high by the forecasts",
        "odds_overload": "odds of failing {times} as high by the forecasts",
        "lift_gap": "a lift done again after {span} without it",
        "velocity_ratio": "a repetition {more} faster than usual at that load",
        "demand_ratio": "a set {more} above the best of the weeks before",
        "p_beyond": "a set with a chance of failing of {chance}, as said before it",
        "misses": "1 miss within 48 hours|{n} misses within 48 hours",
        "layoff_days": "the return after {span} off",
        "tonnage_ratio": "{number} times the work of any day of the weeks before",
        "load_ratio": "a load {more} above the highest so far",
    },
    "deeds": {  # what was done in the days before
        "nothing": "Nothing was recorded in the days before.",
        "sets": "{when}: {top}{beside}; 1 set that day.|{when}: {top}{beside}; {n} sets that day.",
        "silence": "{date}: the last set that was recorded, {days} before.",
        "missed": "{set} (missed)",
        "above": ", {more} above the highest so far",
        "below": ", {share} of the highest so far",
        "as_highest": ", as much as the highest so far",
        "first_time": ", for the first time",
        "gap": "{date}: {lift} again, after {days} without the lift.",
        "still": "{when}: {span} of keeping still, until then.",
        "moved": "{when}: {motion}{cause}, {span} before.",
        "moved_then": "{when}: {motion}{cause}, just then.",
        "by": " ({cause})",
        "loads": (
            "{when}: 1 load moved without a bar, of {load}.|"
            "{when}: the heaviest of {n} loads moved without a bar, {load}."
        ),
        "up": "{when}: up, {span} before.",
        "no_mobility": "{date}: lengthened for the last time, {days} before.",
        "week": "1 set in the last seven days, {before} in the seven before.|"
        "{n} sets in the last seven days, {before} in the seven before.",
    },
    "changes": {  # what to do in another way next time
        "as_triple": "a triple that the records allowed: {instead} in place of {done}",
        "lower_load": "what the records allowed: {instead} in place of {done}",
        "smaller_steps": "smaller steps, of about {more} at a time",
        "come_back": "after such a break begin with {instead} in place of {done}",
        "day_between": "a day off before such a session",
        "day_between_lifts": "a day between {other} and {lift}",
        "fewer_sets": "as many sets on a day as usual",
        "usual_week": "as many sets in a week as usual, with days off between",
        "lengthen": "ten minutes of lengthening, walking or another movement after each session",
        "another_movement": (
            "another movement, or two minutes of walking or lengthening, after every few sets of "
            "one kind"
        ),
        "longer_rests": "full rests between the sets",
        "fewer_loads": "fewer loads at a time, with something else in between",
        "ramp_first": "the warm-up sets first",
        "walk_first": "ten minutes of walking or easy bends first",
        "later": "the same later in the day, once up for a while",
        "chance": "the chance of failing is then {after} in place of {before}",
        "level": "by the rule for movements it is then {after} in place of {before}",
        "number": "that makes {after} in place of {before}",
        "unwritten": (
            "There is a reason, and it is not in these records: write down now what was done in "
            "the minutes and hours before."
        ),
        "record": "To know more next time, note {records}.",
    },
    # --- patterns ---
    "events": {
        "flag": "flags",
        "miss": "misses",
        "pain": "pains",
    },
    "patterns": {
        "found": (
            "{kind} came about {ratio} times as often {where}: on {events} of {cases} occasions, "
            "otherwise on {other_events} of {other_cases}."
        ),
        "between": "Nine in ten, the true figure lies between {low} and {high} times.",
        "excess": (
            "About 1 of them is more than the rate otherwise would have brought.|"
            "About {n} of them are more than the rate otherwise would have brought."
        ),
        "no_proof": "That is a place to look, not a proof.",
        "searched": (
            "{kind}: {events} on {cases} occasions; 1 possible pattern was looked at.|"
            "{kind}: {events} on {cases} occasions; {n} possible patterns were looked at, "
            "of which a few in a hundred show up by chance."
        ),
        "none": "None of them was found.",
        "place": "{kind} {place}",
        "too_few": "{kind}: {events} on {cases} occasions, too few to look for patterns.",
    },
    "circumstances": {
        "morning": "in sessions that began in the morning",
        "days_off_4": "four or more days after the last training day",
        "days_off_7": "seven or more days after the last training day",
        "days_off_14": "fourteen or more days after the last training day",
        "third_day_in_a_row": "on the third training day in a row or later",
        "after_hard_day": "on the day after a hard one",
        "first_lift": "in the first lift of the day",
        "after_15_sets": "after many sets",
        "no_ramp": "without a ramp",
        "after_squat_or_hinge": "after a squat or hinge on the same day",
        "squat_or_hinge_1_day_ago": "one day after the last squat or hinge",
        "squat_or_hinge_2_days_ago": "two days after the last squat or hinge",
        "reps_1": "in singles",
        "reps_2_3": "in sets of 2 or 3 repetitions",
        "reps_4_6": "in sets of 4 to 6 repetitions",
        "reps_7_10": "in sets of 7 to 10 repetitions",
        "reps_over_10": "in sets of more than 10 repetitions",
        "flagged": "on days with a flagged set",
        "missed": "on days with a miss",
        "above_30_days": "with a load above that of the weeks before",
        "one_pattern": "on days with many sets of one kind of movement in a row",
        "long_session": "in long sessions",
        "dense_session": "with many sets close upon each other",
        "no_mobility": "after a week or more without mobility work",
        "same_muscles_1_day_ago": "one day after another lift for the same muscles",
        "same_muscles_2_days_ago": "two days after another lift for the same muscles",
        "after_stillness": "shortly after a long time of keeping still",
        "soon_up": "soon after getting up",
        "after_movement": "shortly after a quick movement",
        "lift": "with {lift}",
    },
    # --- plans, logs and tracks ---
    "plans": {
        "empty": "No set is planned.",
        "sets": "{n} set planned: {levels}.|{n} sets planned: {levels}.",
        "level": "{n} {level}",
        "unknown": (
            "No set is flagged, but of {n} the records cannot say whether it is too much.|"
            "No set is flagged, but of {n} the records cannot say whether they are too much."
        ),
        "first": (
            "the first set that is flagged is set {place} on {date}, {what}: {level}, "
            "the chance of failing {chance}."
        ),
        "first_by_rule": "the first set that is flagged is set {place} on {date}, {what}: {level}.",
        "if_before": "{chance} if those before go up",
        "by_pain": "held back by a pain",
    },
    "logs": {
        "rows": (
            "{rows} rows read = {sets} with sets + {skipped} without + {problems} not understood."
        ),
        "recognised": "Recognised as {app}, by {by}; confidence {sure}.",
        "unit": "Loads in {unit} ({evidence}).",
        "mixed": "kg and lb",
        "span": "From {first} to {last}.",
        "notice": "Note: {notice}.",
        "more": "and {n} more",
        "unknown": (
            "{n} name means no lift that is known: {names}.|"
            "{n} names mean no lift that is known, such as {names}."
        ),
        "no_sets": "No sets.",
        "track": (
            "{n} set from {first} to {last}, of {lifts}; {missed} missed.|"
            "{n} sets from {first} to {last}, of {lifts}; {missed} missed."
        ),
        "others": "{n} other lift|{n} other lifts",
    },
    "warnings": {
        "counts": (
            "Asked before each set, at the repetitions planned or else done: {flagged} flagged, "
            "{right} of them rightly, as not all went up; {unknown} not judged."
        ),
        "none": (
            "Asked before each set, at the repetitions planned or else done: none flagged; "
            "{unknown} not judged."
        ),
        "surest": "Flagged, the surest first:",
        "listed": "{date} {what}: {said}",
        "outcome": "{said}, {came}",
        "chance": "flagged {chance}",
        "by_pain": "flagged for a pain",
        "went_up": "went up",
        "missed": "missed",
        "short": "{n} of {of} went up",
        "untried": "not tried",
    },
    "squad": {
        "no_state": "no records: nothing can be said.",
        "no_entries": "no entry so far: nothing can be said.",
        "no_session": "nothing is planned.",
        "stale": "the last entry is {days} before: what happened since is not known.",
        "refused": "the plan could not be judged: {error}",
        "unknown": "not judged, as the records cannot say: {lifts}.",
    },
    "headings": {
        "log": "Training log",
        "track": "Replayed log",
        "plan": "Plan",
        "advice": "What would clear it",
        "to_begin": "What to begin with",
        "no_advice": "No step: the set is not flagged, or no change that was looked at clears it.",
        "change": "change",
        "level": "level",
        "chance": "chance of failing",
        "lift": "lift",
        "sets": "sets",
        "missed": "missed",
        "flagged": "flagged",
        "right": "rightly",
        "unsaid": "not judged",
        "patterns": "What flags, misses and pains have in common",
        "capacity": "capacity the day after the last entry",
        "band": "{middle} ({low} to {high})",
        "open": "cannot be said",
        "when": "when",
        "set": "set",
        "best": "best",
        "bests": "Bests: {lift}",
        "new_best": "new best",
        "cause": "cause",
        "share": "share",
        "evidence": "evidence",
        "bar": "planned {planned}, possible {low} to {high}",
        "bar_clear": "planned {planned}, clear up to {clear}, possible {low} to {high}",
        "counted": (
            "Flagged: CAUTION or worse; rightly: not all that was asked went up; "
            "not judged: UNKNOWN."
        ),
    },
    # --- what could not be read, and why an input is refused ---
    "refusals": {
        "refused": "{where}: got {got}, wanted {wanted}",
        "is": "{where}: got {got}, wanted {wanted}",
        "english": "{said}",
        "row": "row {row}",
        "cell": "row {row}, column {column}",
    },
    # --- the command line ---
    "command": {
        "demo": "A log of {sets} sets, and four deadlifts planned for {date}:",
        "demo_warm_up": "a warm-up",
        "demo_usual": "an ordinary top set",
        "demo_ambitious": "an ambitious one",
        "demo_too_much": "too much",
        "read": "Read {sets} sets of {app}; its loads are in {unit} ({evidence}).",
        "read_short": "Read {sets} sets of {app}.",
        "asked_for": "Asked for {when}; its loads are in {unit} ({evidence}).",
        "cut": "What the log holds from {when} on was not looked at.",
        "kilograms": "{load} is taken for kilograms; {load}lb would be pounds.",
        "ends": "The log ends on {date}; --at end asks for the day after.",
        "in_the_log": "In the log, {some}: see report.",
        "not_understood": "1 row was not understood|{n} rows were not understood",
        "doubtful": "1 thing is doubtful|{n} things are doubtful",
        "other_name": (
            "{name!r} (1 set) may be this lift under another name: "
            '--join "{name}={lift}" counts them together.|'
            "{name!r} ({n} sets) may be this lift under another name: "
            '--join "{name}={lift}" counts them together.'
        ),
        "last": "Heaviest set of the last day: {what} on {date}.",
        "expected": (
            "Planned at RPE {planned}; about 1 repetition is expected to be left, RPE {rpe}.|"
            "Planned at RPE {planned}; about {n} repetitions are expected to be left, RPE {rpe}."
        ),
        "end_in_future": (
            "The last entry of the log, {what} on {date}, lies in the future: is its date right?"
        ),
        "in_short": "--lift NAME says all of a lift: the last time, what is clear, bests, a ramp.",
        "last_missed": "Heaviest set of the last day: {what} on {date}, missed.",
        "or": "Or: {step}",
        "ramp": "A ramp: {sets}.",
        "ramp_to": "A ramp to {load}: {sets}.",
        "clear_up_to": "Clear up to: {most}.",
        "usage": "{message} (--help shows the options)",
        "no_option": "{option} is no option of {command} (--help shows the options)",
        "no_option_but": "{option} is no option of {command}; perhaps {near} was meant "
        "(--help shows the options)",
        "replayed": "replayed {done} of {n} entries",
        "none_lately": "No lift was done often enough lately; --lift names one.",
        "days_before": "In the days before:",
        "shortly_before": "Shortly before means up to {days} before.",
        "next_time": "Next time:",
        "times": "|, {n} times",
        "fails_between": "chance of failing {least} to {chance}",
        "fails": "chance of failing {chance}",
        "problem": "Not planned: {problem}",
        "far_above": (
            "Doubtful: {what} is more than twice the most in the log, {most}; is its unit right?"
        ),
        "no_lift_known": (
            "1 name means no lift that is known ({sets}), and nothing is assumed.|"
            "{n} names mean no lift that is known ({sets}), and nothing is assumed."
        ),
        "may_be": "{name!r} ({sets}) may be {near}",
        "named": "{name!r} ({sets})",
        "join": 'where that is so, --join "NAME=LIFT" counts them together',
        "sets": "1 set|{n} sets",
        "doubt": "Doubtful: {doubt}",
        "doubled": "--drop-doubles leaves out what can hardly have been done twice",
        "more": "and {n} more; --json lists all",
        "capacity": "Capacity for one repetition on {when}, nine in ten:",
        "day_after": "the day after the last entry",
        "said_capacity": "{name}: {capacity}; {sets}, the last {days} before",
        "not_said": "{name}: cannot be said, {why}; {sets}, the last {days} before",
        "too_few": "too few sets near the limit",
        "no_bodyweight": "without a bodyweight",
        "clear_set": "clear for {reps}: {load}",
        "clear_after": "clear for {reps}: {load}, after {ramp}",
        "band": "{middle} ({low} to {high})",
        "long_ago": "Not done for {days}: {lifts}.",
        "seldom": "Seldom done: {lifts}.",
        "no_sets": "no sets",
        "past_year": (
            "Sets of the main lifts in the last year, from the sixth session of a lift on: {n}, "
            "of which {missed} missed."
        ),
        "would_have": (
            "An app that asked before each, at the repetitions planned or else done, would have "
            "said"
        ),
        "level_before": "{level} before {sets}, {n} of which did not all go up",
        "warnings": "Its warnings, the surest first, and what came of them:",
    },
    # --- doubts about a log ---
    "doubts": {
        "unit": (
            "{what} {when}: {load} where {usual_load} is usual, as if kilograms and pounds had "
            "been mixed up."
        ),
        "tenfold": (
            "{what} {when}: {load} where {usual_load} is usual, as if a zero or a decimal point "
            "had slipped."
        ),
        "jump": "{what} {when}: {load}, far above the best so far of {usual_load}.",
        "reps": (
            "{what} {when}: {reps} repetitions where {usual_reps} are the most of all other days, "
            "as if a figure had slipped in."
        ),
        "duplicate": (
            "{what} {when}: 1 set stands in the log twice.|"
            "{what} {when}: {n} sets stand in the log twice."
        ),
        "overlap": (
            "All {training_days} training days {when} stand in the log twice, {n} sets too many, "
            "as if two files overlapped."
        ),
        "future": (
            "1 entry lies in the future, on {last}.|{n} entries lie in the future, up to {last}."
        ),
        "unmarked_warm_ups": (
            "1 light set before a day's heaviest is not marked as a warm-up.|"
            "{n} light sets before a day's heaviest are not marked as warm-ups."
        ),
        "same_rpe": "{n} of {rated} rated sets have the same RPE of {rpe}.",
        "gap": "The log has no set between {first} and {last}, which is {days}.",
    },
    "doubt_parts": {
        "lifts": "1 lift|{n} lifts",
        "on": "on {first}",
        "between": "from {first} to {last}",
    },
    "effects": {
        "moves_belief": "It has moved the estimate of capacity.",
        "ignored_by_belief": "It has hardly moved the estimate of capacity.",
        "counts_twice": "What it tired, and what it says of capacity, counts twice.",
        "time_wrong": "No set can be judged for a day before the latest of them.",
        "read_as_light": "Read as easy sets, they hardly move a forecast.",
        "taken_as_said": "Ratings are taken at their word, so these may mislead a forecast.",
        "widens_belief": "The first forecasts after it are less sure.",
        "answers_unknown": "The first forecasts after it are too open to judge by.",
    },
    "doubt_steps": {
        "unit": "Correct these loads, or their unit, where the log is kept, and export it again.",
        "tenfold": "Correct these loads where the log is kept, and export it again.",
        "jump": "If it was done so, leave it; else correct the load where the log is kept.",
        "reps": "Correct these repetitions where the log is kept, and export it again.",
        "duplicate": "Delete one of each pair where the log is kept, unless both were done.",
        "overlap": "Leave out one of the files, or delete the days that stand twice.",
        "future": "Correct the dates where the log is kept, and export it again.",
        "unmarked_warm_ups": "Mark warm-ups from now on; most apps have a kind of set for it.",
        "same_rpe": "Rate each set as it felt, or leave the rating out.",
        "gap": "If there was training in between, add it; else leave it.",
    },
    # --- the page of a report ---
    "page": {
        "wrote": "wrote {file}",
        "title": "Training report",
        "lead": "{sets} from {first} to {last}, from the file {file}.",
        "no_sets": "No sets, from the file {file}.",
        "foot": (
            "All of this is about what the records support, and nothing else. "
            "Where they are too few that is said, and it never means fine."
        ),
        "details": "{what}: the numbers",
        # what was read
        "read": "What was read",
        "own_units": (
            "Each lift is shown in the unit of its latest loads, and a set that is quoted in its "
            "own."
        ),
        "asked_unit": "All loads are shown in {unit}, as was asked.",
        "skipped": "{n} x {reason}",
        "problems": "1 row was not understood|{n} rows were not understood",
        # ceilings
        "ceilings": "What can be lifted on {date}",
        "ceilings_lead": (
            "Capacity for one repetition on {when}, nine times in ten "
            "between the two ends; and the most that is clear for some repetitions, after the sets "
            "that lead up to it."
        ),
        "between": "{low} to {high}",
        "clear": "Clear for {reps}: {load}",
        "no_clear": "No load is clear for {reps}.",
        "ramp": "Before it: {sets}.",
        "ramp_set": "{load} x {reps}",
        "done": "{sets}, the last {days} before",
        "ramp_picture": "Ramp of {lift}",
        "ramp_says": "Steps of load: {sets}.",
        "unsaid": "What cannot be said",
        # over time
        "time": "Capacity over the last year",
        "time_lead": (
            "The band holds capacity for one repetition nine times in ten, before the first set "
            "of a day; it is left out where too little is known. Sets are judged from the sixth "
            "session of a lift on, each as if an app had been asked just before it, at the "
            "repetitions planned or else done."
        ),
        "capacity": "capacity, nine in ten",
        "set": "set",
        "missed": "missed",
        "over_time": "{lift} over time",
        "track_says": (
            "Loads in {unit} from {first} to {last}: {sets}, of which {missed} missed and {flagged}"
            " flagged. {band}"
        ),
        "band_says": "Capacity was {before} at first and is {now} at the end.",
        "no_band": "Capacity could not be said.",
        "not_drawn": (
            "1 lift with fewer sets is not drawn.|{n} lifts with fewer sets are not drawn."
        ),
        "judged": "1 set was judged, {missed} missed.|{n} sets were judged, {missed} missed.",
        "level": "said before",
        "not_all_up": "not all went up",
        "warnings": (
            "1 warning, and what came of it|{n} warnings, the surest first, and what came of them"
        ),
        "none_flagged": "Nothing would have been flagged.",
        # causes
        "causes": "Causes of the warnings, by week",
        "causes_lead": (
            "How much of what made the flagged sets of a week too much was whose. Weeks without "
            "such a set are blank."
        ),
        "causes_says": "Of 1 week with warnings: {shares}.|Of {n} weeks with warnings: {shares}.",
        "causes_share": "{cause} {share} on average",
        "week": "week from",
        "no_causes": "No set was flagged for its load, so there is nothing to share out.",
        # fatigue
        "fatigue": "Fatigue by region",
        "fatigue_lead": (
            "What a lift that loads the region fully would lose of its capacity: right after the "
            "last entry, and on {date}."
        ),
        "after_last": "after the last entry",
        "then": "on {date}",
        "lost_says": "{region} {then} percent, {last} right after the last entry",
        "region": "region",
        "no_fatigue": "No work to recover from.",
        # doubts
        "doubts": "What is doubtful in the log",
        "no_doubts": "Nothing stood out.",
        "error": "Hardly possible",
        "question": "To be asked",
        "note": "Good to know",
        # own outcomes
        "outcomes": "How good the chances were for this lifter",
        "outcomes_lead": (
            "Each chance was given before the set, from what was known then. Barbell deadlifts, "
            "squats and bench presses count."
        ),
        "no_outcomes": "There is no set to measure yet.",
        "plans": "Plans that the log holds",
        "singles": "Whether the bar goes up once",
        "plans_counts": (
            "Of 1 planned set {missed} came short; {expected} were to be expected.|"
            "Of {n} planned sets {missed} came short; {expected} were to be expected."
        ),
        "singles_counts": (
            "Of 1 set, from the sixth session of a lift on, {missed} did not go up even once; "
            "{expected} were to be expected.|"
            "Of {n} sets, from the sixth session of a lift on, {missed} did not go up even once; "
            "{expected} were to be expected."
        ),
        "as_said": "As often as was said, as far as chance lets it be told.",
        "more_failed": "More often than was said, and more than chance explains.",
        "fewer_failed": "Less often than was said, and less than chance explains.",
        "none_failed": (
            "No failure is written down, so it cannot be told whether the chances hold: many "
            "logs leave misses out."
        ),
        "outcomes_says": "From said to come about, in percent: {rows}.",
        "outcomes_row": "{said} said, {came} came about in {n}",
        "chance_said": "chance said",
        "mean_said": "on average",
        "came": "came about",
        "range": "nine in ten",
        "percent_axis": "chance that was said [%]",
        "percent_came": "failed [%]",
    },
}
"""Texts by group and code."""
