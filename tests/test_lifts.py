"""What the table of lifts holds, and what a name means."""

import csv
import re
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from liftguard.errors import InvalidValue
from liftguard.lifts import (
    BODY_AREAS,
    LIFTS,
    PATTERNS,
    REGIONS,
    Lift,
    find_lift,
    lift_key,
    lift_of,
    meanings,
    regions_of,
)
from liftguard.lifts.meanings import MEANINGS, NAMES, read_words

LOGS = Path(__file__).parents[2] / "shared" / "data" / "logs"

# Typed by hand: what the words mean, not what the code says.
MEANT = {
    "deadlift": "Deadlift | Deadlift (Barbell) | Deadlift (Bar) | Barbell Deadlift | deadlifts | "
    "deads | deadlift barbell conventional | Deadlift w/ Belt | DEAD-LIFT | Kreuzheben | "
    "Kreuzheben (Langhantel) | Soulevé de terre (barre) | Peso muerto | Levantamento Terra | "
    "Stacco da terra | Stacchi | 硬拉 | 杠铃硬拉 | デッドリフト | martwy ciąg | становая тяга | "
    "Yerden kaldırma | Marklyft | ﾃﾞｯﾄﾞﾘﾌﾄ",  # the last is half-width
    "sumo_deadlift": "Sumo Deadlift (Barbell) | Barbell Sumo Deadlift | deadlifts (sumo) | "
    "Sumo-Kreuzheben | Soulevé de terre sumo | Peso muerto sumo | 相扑硬拉 | スモウデッドリフト | "
    "становая тяга сумо | Sumo deadlift met stang",
    "romanian_deadlift": "Romanian Deadlift (Barbell) | RDL | deadlifts (rdl) | "
    "Rumänisches Kreuzheben | Soulevé de terre roumain | Peso muerto rumano | "
    "Levantamento Terra Romeno | Stacco rumeno | 罗马尼亚硬拉 | ルーマニアンデッドリフト | "
    "martwy ciąg rumuński | румынская тяга | Roemeense deadlift | Romen Deadlift",
    "stiff_leg_deadlift": "Straight Leg Deadlift | Stiff-Legged Deadlift | SLDL | Stiff | "
    "Kreuzheben mit gestreckten Beinen | Soulevé de terre jambes tendues | 直腿硬拉 | "
    "становая тяга на прямых ногах | martwy ciąg na prostych nogach",
    "trap_bar_deadlift": "Trap-Bar Deadlift | Deadlift (Trap Bar) | Hex Bar Deadlift | "
    "Peso muerto con barra hexagonal | 六角杠铃硬拉",
    "thick_trap_bar_deadlift": "Thick Trap Bar Deadlift",
    "deficit_deadlift": "Deficit Deadlift | deadlift barbell 2-inch deficit",
    "snatch_grip_deficit_deadlift": "Deficit Snatch-Grip Deadlift",
    "snatch_grip_deadlift": "Snatch-Grip Barbell Deadlift | Snatch Grip Deadlift",
    "snatch_grip_block_deadlift": "Snatch Grip Barbell Block Deadlift",
    "snatch_grip_rack_pull": "Snatch-Grip Barbell Rack Deadlift",
    "block_deadlift": "Block Pull (3 inch) | Deadlift off blocks",
    "rack_pull": "Rack Pull | rack-pulls | Rack Deadlift | rack pull barbell 5-hole",
    "above_the_knee_rack_pull": "Above-The-Knee Rack Pull",
    "paused_deadlift": "2ct Paused Deadlift | Paused Deadlift | Deadlift (3 sec pause) | "
    "становая тяга с паузой",
    "band_deadlift": "Banded Deadlift",
    "one_arm_deadlift": "onearm-deadlifts",
    "dimel_deadlift": "Dimel Deadlift",
    "dumbbell_deadlift": "Deadlift (Dumbbell) | Kurzhantel-Kreuzheben | martwy ciąg z hantlami",
    "dumbbell_romanian_deadlift": "Romanian Dumbbell Deadlift | "
    "Soulevé de terre roumain avec haltères | Peso muerto rumano (mancuernas)",
    "dumbbell_single_leg_romanian_deadlift": "Single Leg RDL (Dumbbell)",
    "one_arm_dumbbell_deadlift": "One-Arm Dumbbell Deadlift",
    "kettlebell_deadlift": "Kettlebell Deadlift",
    "kettlebell_single_leg_deadlift": "Kettlebell One-Leg Deadlift",
    "cable_deadlift": "Cable Deadlift",
    "machine_deadlift": "deadlift machine conventional",
    "clean_pull": "Clean Pull | deadlifts (clean pull)",
    "squat": "Squat | Squat (Barbell) | Barbell Back Squat | back-squats | Kniebeugen | "
    "Langhantelkniebeuge | Squat arrière à la barre | Sentadillas con barra | Agachamento livre | "
    "深蹲 | スクワット | przysiad ze sztangą | приседания со штангой | Kniebuiging | Çömelme",
    "high_bar_squat": "Barbell High-Bar Back Squat | squat barbell high bar",
    "low_bar_squat": "Barbell Low Bar Squat | squat barbell low bar",
    "chain_high_bar_squat": "Barbell High Bar Squat With Chains (16kg)",
    "front_squat": "Front Barbell Squat | front-squats | Frontkniebeuge | Squat avant | "
    "Sentadilla frontal | 前蹲 | フロントスクワット | фронтальные приседания | przysiad przedni",
    "box_squat": "box-squats",
    "paused_squat": "back-squats (paused)",
    "narrow_stance_squat": "back-squats (narrow)",
    "zercher_squat": "Zercher Barbell Squat | zercher (full)",
    "safety_bar_squat": "squat safety bar conventional | SSB Squat | Safety Squat Bar",
    "overhead_squat": "Overhead Barbell Squat",
    "dumbbell_overhead_squat": "Overhead Dumbbell Squat",
    "dumbbell_front_squat": "squat dumbbell front",
    "goblet_squat": "Goblet Squat (dumbbell) | 高脚杯深蹲",
    "kettlebell_goblet_squat": "Goblet Squat (Kettlebell)",
    "smith_squat": "Squat (Smith Machine) | Agachamento no Smith",
    "machine_squat": "Machine Squat",
    "machine_squat_press": "Plate-Loaded Squat Press",
    "hack_squat": "Hack Squat (Machine) | Hackenschmitt Machine | ハックスクワット",
    "belt_squat": "Belt Squat",
    "bodyweight_squat": "Squat (Bodyweight) | Air Squat",
    "jump_squat": "Jump Squat",
    "pistol_squat": "Pistol Squat",
    "bulgarian_split_squat": "Bulgarian Split Squat | Bulgarische Kniebeuge",
    "leg_press": "Leg Press | 45 Degree Machine Leg Press | Beinpresse",
    "bench_press": "Bench | Bench Press (Barbell) | Flat Barbell Bench Press | "
    "bench barbell flat | Bankdrücken | Développé couché | Press de banca | Supino reto (barra) | "
    "Panca piana | 卧推 | ベンチプレス | wyciskanie sztangi na ławce płaskiej | жим лёжа | "
    "Bankdrukken",
    "close_grip_bench_press": "Bench Press - Close Grip (Barbell) | Enges Bankdrücken | "
    "Développé couché prise serrée | 窄距卧推",
    "wide_grip_bench_press": "Bench Press - Wide Grip (Barbell)",
    "incline_bench_press": "Incline Bench Press (Barbell) | incline-bench | Schrägbankdrücken | "
    "Développé couché incliné | Press de banca inclinado | Panca inclinata | 上斜卧推 | "
    "インクラインベンチプレス",
    "decline_bench_press": "bench barbell decline | Supino declinado",
    "pin_bench_press": "Barbell Pin Press",
    "floor_press": "Barbell Floor Press",
    "board_bench_press": "bench barbell 2-inch board",
    "chain_bench_press": "Flat Barbell Bench Press With Chains (20kg) | bench barbell chains",
    "slingshot_bench_press": "bench barbell slingshot",
    "ez_bar_close_grip_bench_press": "EZ Bar Close Grip Bench Press",
    "dumbbell_bench_press": "Bench Press (Dumbbell) | Bankdrücken (Kurzhantel) | 哑铃卧推 | "
    "Panca piana con manubri | жим гантелей лежа | ダンベルベンチプレス",
    "incline_dumbbell_bench_press": "Incline Bench Press (Dumbbell) | bench dumbbell 15-degree | "
    "Kurzhantelschrägbankdrücken | Supino inclinado com halteres",
    "smith_bench_press": "Smith Machine Bench Press",
    "smith_incline_bench_press": "Incline Bench Press (Smith Machine)",
    "machine_chest_press": "Chest Press (Machine) | Machine Bench Press",
    "bench_dip": "Bench Dip",
    "overhead_press": "OHP | Overhead Press (Barbell) | Standing Barbell Shoulder Press (OHP) | "
    "Strict Military Press (Barbell) | press barbell overhead | Schulterdrücken | "
    "Développé militaire | Press militar | Desenvolvimento militar | Lento avanti | 杠铃推举 | "
    "ショルダープレス | wyciskanie żołnierskie | жим стоя | Omuz Presi | Schouderdrukken",
    "seated_overhead_press": "Barbell Seated Overhead Press | Seated Barbell Press",
    "behind_the_neck_press": "btn press | Standing Barbell Press Behind Neck",
    "seated_behind_the_neck_press": "Seated Barbell Press Behind Neck",
    "chain_overhead_press": "Barbell Overhead Press With Chains (16kg)",
    "z_press": "press barbell Z-press",
    "push_press": "Barbell Push Press",
    "dumbbell_overhead_press": "Overhead Press (Dumbbell) | Schulterdrücken (Kurzhantel) | "
    "Overhead Press (Each Side, Dumbbells)",
    "seated_dumbbell_overhead_press": "Seated Overhead Press (Dumbbell) | Seated Dumbbell Press",
    "smith_overhead_press": "Overhead Press (Smith Machine)",
    "machine_overhead_press": "Machine Shoulder (Military) Press | press machine 80-degree",
    "barbell_row": "rows | Barbell Rows | Bent Over Row (Barbell) | Langhantelrudern | "
    "Rowing barre | Remo con barra | Remada curvada | Rematore con bilanciere | 俯身杠铃划船 | "
    "ベントオーバーロー | тяга штанги в наклоне",
    "pendlay_row": "row barbell pendlay | Pendlay Row (Barbell)",
    "yates_row": "Yates Row",
    "t_bar_row": "T Bar Row",
    "dumbbell_row": "Bent Over One Arm Row (Dumbbell) | Dumbbell Row",
    "two_arm_dumbbell_row": "Bent Over Row (Dumbbell) | Bent Over Two-Dumbbell Row",
    "kroc_row": "Kroc Rows | row dumbbell kroc",
    "seated_cable_row": "Seated Row (Cable) | seated-rows | Seated Cable Row - V Grip (Cable)",
    "machine_row": "row machine | Seated Row (Machine)",
    "inverted_row": "Inverted Row (Bodyweight)",
    "good_morning": "Good Morning (Barbell) | good-mornings",
    "hip_thrust": "Hip Thrust (Barbell)",
    "hyperextension": "Back Extension (Weighted Hyperextension) | Hyperextensions",
    "machine_back_extension": "Back Extension (Machine)",
    "reverse_hyperextension": "hyperextension machine reverse",
    "pull_through": "Rope Cable Pull Through",
    "kettlebell_swing": "Two-Arm Kettlebell Swing",
    "pull_up": "Pull Up | pull-ups | Pull Up (Weighted) | Klimmzüge | Dominadas | 引体向上 | 懸垂",
    "chin_up": "chin-ups | Chin Up",
    "assisted_pull_up": "Pull Up (Assisted)",
    "band_pull_up": "Pull Up (Band)",
    "push_up": "push-ups | Liegestütze | Şınav",
    "dip": "Dips | Chest Dip (Weighted) | dips body weight conventional",
    "snatch_high_pull": "Snatch-Grip Barbell High Pull",
    "hang_snatch_high_pull": "Snatch Grip Barbell Hang High Pull",
    "clean_and_jerk": "Clean and Jerk (Barbell) | Clean & Jerk",
    "power_clean": "power-cleans | clean barbell power",
    "lat_pulldown": "Lat Pulldown (Cable) | Wide-Grip Lat Pulldown",
    "machine_lat_pulldown": "Lat Pulldown (Machine)",
    "lateral_raise": "Lateral Raise (Dumbbell) | Seitheben",
    "farmers_walk": "Farmer's Walk",
}

# Names in the logs that hold the words of a main lift and yet are left alone.
NOT_THAT_LIFT = {
    "Dumbbell Goblet Squat Isometric Hold",  # a hold has no repetitions to compare
    "squat machine low bar",  # a machine has no bar to carry low
    "row machine pendlay",  # a machine does not start from the floor
    "Kettlebell Dead Clean",  # a clean
    "Isolateral Bench Machine Shrugs",  # a shrug
}
MAIN_WORDS = re.compile(
    r"dead|squat|bench|overhead press|\bohp\b|\brdl\b|rack.pull|\brows?\b|good.morning|zercher",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("name", "key"), [(name, key) for key, names in MEANT.items() for name in names.split(" | ")]
)
def test_a_name_means_its_lift(name, key):
    """Each of these names, of every app and language, means exactly this lift."""
    match = find_lift(name)
    assert (key, True, ()) == (match.key, match.exact, match.near)


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Deadlift Old Data", "deadlift"),
        ("deadlfit", "deadlift"),
        ("Barbel Squat", "squat"),
        ("Incline Press", "incline_bench_press"),
        ("Dead Hang", "deadlift"),
    ],
)
def test_an_unknown_name_is_offered_never_assumed(name, offered):
    """A name with an unknown word is no lift of ours; what it resembles is offered."""
    match = find_lift(name)
    assert (match.key, match.exact) == (None, False)
    assert offered in match.near
    assert len(match.near) <= 3
    assert name == lift_key(name)


@pytest.mark.parametrize(
    ("name", "patterns"),
    [
        ("Back Deltoids", {"isolation", "horizontal_pull"}),
        ("Rear Delts", {"isolation", "horizontal_pull"}),
        ("Front Delts", set()),
        ("Back", set()),
        ("Front", set()),
        ("Upper Back Thing", set()),
    ],
)
def test_what_is_offered_makes_sense(name, patterns):
    """A word of place is no reason to offer a squat for muscles: such words stand in many lifts."""
    near = find_lift(name).near
    assert {LIFTS[key].pattern for key in near} <= patterns
    assert bool(near) == bool(patterns)


@pytest.mark.parametrize(
    "name", ["Dead Bug", "Rowing Machine", "Press", "Running", "Lower Back", "划船机", "!!!"]
)
def test_a_resemblance_is_not_a_lift(name):
    """Words that only sound like a lift are not taken for one."""
    assert find_lift(name).key is None


def log_names():
    """Give every name of an exercise in the sample logs."""
    if not LOGS.is_dir():
        pytest.skip("the sample logs are not here")
    columns = ("exercise_title", "EXERCISE", "Exercise Name", "Exercise", "Lift", "运动名称")
    found = set()
    for path in LOGS.rglob("*.csv"):
        pipes = "pipes" in path.name
        with path.open(encoding="utf-8-sig", newline="") as lines:
            head, *rows = csv.reader(lines, delimiter="|" if pipes else ",")
        if pipes:  # a column for each lift
            found |= set(head[1:-1])
        elif "variant" in head:  # a name over three columns
            found |= {" ".join(row[1:4]) for row in rows}
        else:  # a log with a column for each exercise names them elsewhere
            at = next((head.index(column) for column in columns if column in head), len(head))
            found |= {row[at] for row in rows if len(row) > at}
    return found


def test_main_lifts_in_real_logs_are_known():
    """Deadlifts, squats, benches, overhead presses, rows and good mornings are recognised."""
    main = {name for name in log_names() if MAIN_WORDS.search(name)}
    assert len(main) > 200
    assert not any(find_lift(name).exact for name in NOT_THAT_LIFT)
    unknown = {name for name in main - NOT_THAT_LIFT if not find_lift(name).exact}
    assert len(unknown) < 0.03 * len(main), unknown


@pytest.mark.parametrize(
    "base",
    ["deadlift", "romanian deadlift", "squat", "bench press", "overhead press", "row", "shrug"],
)
def test_equipment_makes_another_lift(base):
    """The same movement with other equipment never shares a key."""
    equipment = ("barbell", "dumbbell", "kettlebell", "machine", "smith machine", "cable", "band")
    keys = [find_lift(f"{base} ({tool})").key for tool in equipment]
    known = [key for key in keys if key is not None]
    assert len(known) == len(set(known)) >= 4


@pytest.mark.parametrize("key", LIFTS)
def test_a_key_is_its_own_name(key):
    """Each key, and each key's plain English, means that lift by its words alone."""
    lift = LIFTS[key]
    assert (
        key
        == lift.key
        == lift_key(key)
        == lift_key(lift.name)
        == lift_key(f" {lift.name.upper()} ")
    )


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key, names in NAMES.items() for name in names.split(", ")]
)
def test_each_listed_name_means_its_key(key, name):
    """No two lifts claim one name."""
    assert key == find_lift(name).key


def test_no_phrase_means_two_things():
    """Each phrase of the dictionary stands under one meaning."""
    for meaning, phrases in MEANINGS.items():
        for phrase in phrases.split(", "):
            assert frozenset(meaning.split()) == read_words(phrase), phrase


@pytest.mark.parametrize("lift", LIFTS.values(), ids=list(LIFTS))
def test_the_table_keeps_its_ranges(lift):
    """Patterns and regions are known ones; loads and shares are within 0 to 1."""
    assert lift.pattern in PATTERNS
    assert set(dict(lift.region_loads)) <= set(REGIONS)
    assert all(0 < load <= 1 for _, load in lift.region_loads)
    assert lift.region_loads
    assert 0 <= lift.bodyweight_share <= 1
    assert (lift.strength_ratio is None) == (lift.strength_ratio_sd is None)


def test_the_deadlift_is_the_measure():
    """Region loads and strength ratios are relative to the conventional deadlift."""
    assert (LIFTS["deadlift"].strength_ratio, LIFTS["deadlift"].strength_ratio_sd) == (1.0, 0.0)
    assert dict(LIFTS["deadlift"].region_loads)["erector_spinae"] == 1.0


@pytest.mark.parametrize(
    ("key", "of_men", "of_women"), [("squat", 1.176, 1.225), ("bench_press", 1.77, 2.21)]
)
def test_measured_ratios_lie_between_the_sexes(key, of_men, of_women):
    """Squat and bench stand to the deadlift as in meet results, between men and women."""
    assert 1 / of_women < LIFTS[key].strength_ratio < 1 / of_men


def test_ratios_order_the_lifts():
    """What every lifter knows: rack pull over deadlift over squat over bench over press."""
    order = ("rack_pull", "deadlift", "squat", "front_squat", "bench_press", "overhead_press")
    ratios = [LIFTS[key].strength_ratio for key in order]
    assert sorted(ratios, reverse=True) == ratios


def test_bodyweight_counts_where_it_is_lifted():
    """The body is part of the load of a pull-up and a dip, and not of a squat's bar."""
    shares = {key: LIFTS[key].bodyweight_share for key in ("pull_up", "dip", "push_up", "squat")}
    assert shares == {"pull_up": 1.0, "dip": 1.0, "push_up": 0.64, "squat": 0.0}


def test_body_areas_hold_the_regions():
    """Pain can be felt in each region, and in the low back as a whole."""
    assert {*REGIONS, "low_back"} <= set(BODY_AREAS)
    assert len(BODY_AREAS) == len(set(BODY_AREAS))


def test_an_area_means_its_regions():
    """A region is itself; the low back is the muscles on both sides of the spine."""
    assert regions_of("glutes") == ("glutes",)
    assert regions_of("low_back") == ("erector_spinae", "quadratus_lumborum")
    assert all(set(regions_of(area)) <= set(REGIONS) for area in BODY_AREAS)


def test_the_table_is_read_only():
    """A host cannot change the table for everybody else."""
    with pytest.raises(TypeError):
        LIFTS["deadlift"] = LIFTS["squat"]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        LIFTS["deadlift"].pattern = "squat"


def test_an_unknown_lift_is_neutral():
    """An unknown lift keeps its name, loads nothing and claims no ratio."""
    unknown = lift_of("Atlas stone")
    assert unknown == Lift(key="Atlas stone", pattern="other", region_loads=())
    assert (unknown.name, unknown.bodyweight_share, unknown.strength_ratio) == (
        "Atlas stone",
        0,
        None,
    )
    assert LIFTS["squat"] is lift_of("squat")


def test_an_unknown_name_keeps_its_words():
    """Only the white space of a name that no table knows is folded."""
    assert lift_key(" Atlas  stone ") == "Atlas stone"


@pytest.mark.parametrize("text", ["", "  ", "\t\n", None, 5, ["deadlift"]])
def test_blank_or_no_text_is_refused(text):
    """A lift without a name is refused with what was wanted."""
    for ask in (find_lift, lift_key):
        with pytest.raises(InvalidValue, match="the name of a lift") as caught:
            ask(text)
        assert (text, "lift") == (caught.value.got, caught.value.where)


@given(st.text(min_size=1).filter(str.strip))
@example("a" * 100_000)
@example("dead" + " " * 300 + "lift")
@example("deadlift" + ", and a word" * 30)
@example("\u200b")
@example("ß\u0307 İI ﬁ ①")
def test_any_text_has_an_answer_that_stays(text):
    """No text crashes, and asking about an answer gives the same answer."""
    match = find_lift(text)
    assert match.exact == (match.key is not None)
    assert set(match.near) <= set(LIFTS)
    assert len(match.near) <= 3
    assert lift_key(text) == lift_key(lift_key(text))


@given(
    st.sampled_from([name for names in MEANT.values() for name in names.split(" | ")]),
    st.sampled_from([str.upper, str.title, "  {} ".format, "({})".format, "*{}*".format]),
)
def test_case_and_punctuation_do_not_matter(name, change):
    """Capitals, brackets and spaces around a name leave its meaning."""
    assert find_lift(name).key == find_lift(change(name)).key


@given(st.permutations(["barbell", "bench", "press", "close", "grip"]))
def test_order_of_words_does_not_matter(words):
    """The words of a name may stand in any order."""
    assert find_lift(" ".join(words)).key == "close_grip_bench_press"


def test_no_phrase_is_longer_than_what_is_looked_up():
    """Phrases of more words than `_LONGEST_PHRASE` would never be found."""
    assert max(len(phrase) for phrase in meanings._phrases()) <= meanings._LONGEST_PHRASE
