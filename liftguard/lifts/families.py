"""
The table of lifts: families that load the same regions, and usual strength ratios.

Reason to change: a lift, or how strongly one loads a region.
"""

from __future__ import annotations

from typing import get_args

import attrs

from liftguard.choices import Region

__all__ = ["BARS", "BAR_KG", "FAMILIES", "LOADS", "RATIOS", "REGIONS", "WITHOUT_BAR", "Family"]

REGIONS: tuple[Region, ...] = get_args(Region)
"""The regions of the body that tire, as the model keeps them."""

# How strongly a family of lifts loads each region: house rule [A], relative to the erector
# spinae in the deadlift. The quadratus lumborum follows it closely [McGill1996]_.
#                     ES   QL   glu  ham  qua  upb  gri  sho  che  arm
LOADS = {
    "deadlift":      (1.0, 0.9, 0.9, 0.7, 0.6, 0.7, 0.9, 0.1, 0.0, 0.2),
    "upright pull":  (0.8, 0.8, 0.9, 0.6, 0.7, 0.6, 0.9, 0.1, 0.0, 0.2),
    "partial pull":  (1.0, 0.9, 0.7, 0.5, 0.3, 0.9, 1.0, 0.1, 0.0, 0.2),
    "romanian":      (0.9, 0.8, 0.9, 1.0, 0.1, 0.6, 0.8, 0.1, 0.0, 0.1),
    "light pull":    (0.6, 0.6, 0.6, 0.6, 0.3, 0.3, 0.5, 0.1, 0.0, 0.1),
    "good morning":  (0.9, 0.8, 0.7, 0.9, 0.1, 0.3, 0.1, 0.1, 0.0, 0.0),
    "hip thrust":    (0.3, 0.2, 1.0, 0.5, 0.3, 0.0, 0.0, 0.0, 0.0, 0.0),
    "extension":     (0.7, 0.4, 0.6, 0.6, 0.0, 0.1, 0.0, 0.0, 0.0, 0.0),
    "swing":         (0.6, 0.5, 0.7, 0.6, 0.2, 0.3, 0.6, 0.2, 0.0, 0.1),
    "squat":         (0.7, 0.6, 0.8, 0.4, 1.0, 0.3, 0.1, 0.1, 0.0, 0.0),
    "front squat":   (0.6, 0.5, 0.7, 0.3, 1.0, 0.6, 0.1, 0.2, 0.0, 0.1),
    "light squat":   (0.3, 0.3, 0.5, 0.3, 0.7, 0.2, 0.2, 0.1, 0.0, 0.1),
    "leg press":     (0.1, 0.1, 0.6, 0.3, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "lunge":         (0.3, 0.4, 0.7, 0.4, 0.8, 0.2, 0.2, 0.1, 0.0, 0.0),
    "bench":         (0.1, 0.1, 0.1, 0.0, 0.1, 0.2, 0.1, 0.6, 1.0, 0.7),
    "press":         (0.3, 0.3, 0.1, 0.0, 0.1, 0.4, 0.1, 1.0, 0.2, 0.7),
    "seated press":  (0.1, 0.1, 0.0, 0.0, 0.0, 0.3, 0.1, 1.0, 0.2, 0.7),
    "push press":    (0.4, 0.3, 0.3, 0.1, 0.4, 0.4, 0.2, 0.9, 0.2, 0.6),
    "row":           (0.6, 0.5, 0.3, 0.4, 0.1, 1.0, 0.6, 0.4, 0.0, 0.6),
    "one-arm row":   (0.3, 0.4, 0.1, 0.1, 0.0, 0.9, 0.7, 0.4, 0.0, 0.6),
    "seated row":    (0.2, 0.2, 0.1, 0.1, 0.0, 0.9, 0.5, 0.4, 0.0, 0.6),
    "vertical pull": (0.1, 0.1, 0.0, 0.0, 0.0, 1.0, 0.6, 0.3, 0.0, 0.7),
    "upright row":   (0.2, 0.2, 0.0, 0.0, 0.0, 0.6, 0.4, 0.8, 0.0, 0.4),
    "olympic":       (0.7, 0.6, 0.8, 0.5, 0.7, 0.8, 0.8, 0.5, 0.0, 0.3),
    "carry":         (0.6, 0.8, 0.4, 0.2, 0.3, 0.7, 1.0, 0.3, 0.0, 0.2),
    "trunk":         (0.3, 0.4, 0.0, 0.0, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0),
    "side bend":     (0.4, 0.9, 0.0, 0.0, 0.0, 0.1, 0.4, 0.0, 0.0, 0.0),
    "quadriceps":    (0.0, 0.0, 0.0, 0.0, 0.9, 0.0, 0.0, 0.0, 0.0, 0.0),
    "hamstrings":    (0.0, 0.0, 0.1, 0.9, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "glutes":        (0.1, 0.1, 0.7, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "calves":        (0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "shrug":         (0.4, 0.4, 0.1, 0.1, 0.1, 0.8, 0.9, 0.2, 0.0, 0.1),
    "chest":         (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.2, 0.3, 0.8, 0.2),
    "shoulders":     (0.1, 0.1, 0.0, 0.0, 0.0, 0.2, 0.2, 0.8, 0.0, 0.1),
    "rear shoulder": (0.1, 0.1, 0.0, 0.0, 0.0, 0.6, 0.2, 0.6, 0.0, 0.1),
    "arms":          (0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.4, 0.1, 0.0, 0.8),
    "forearms":      (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.9, 0.0, 0.0, 0.3),
}  # fmt: skip


@attrs.frozen
class Family:
    """
    Lifts that share a pattern, loads, and words that may be said but change nothing.

    `with_bar` says that they are done with a barbell, if no word of their keys says otherwise.
    """

    pattern: str
    loads: str
    said: str
    keys: str
    share: float = 0.0
    with_bar: bool = False


_BAR = "barbell standing"
_BENCH = "barbell flat press lying thick"
_DUMBBELL = "press flat neutral two-arm"
_MACHINE = "machine seated flat"
_GRIPS = "close wide neutral overhand v-bar rope barbell straight"
_ROW = "bent-over standing overhand"
_FACE_PULL = f"{_GRIPS} cable standing seated one-arm rotation paused chest-supported"

FAMILIES = (
    # --- hinges
    Family("hinge", "deadlift", _BAR, """
        deadlift deficit_deadlift paused_deadlift tempo_deadlift paused_deficit_deadlift
        snatch_grip_deadlift snatch_grip_deficit_deadlift chain_deadlift band_deadlift
        reverse_band_deadlift thick_bar_deadlift pinch_grip_deadlift close_grip_deadlift
        wide_grip_deadlift clean_grip_deadlift one_arm_deadlift smith_deadlift machine_deadlift
        jefferson_deadlift reeves_deadlift zercher_deadlift
        """, with_bar=True),
    Family("hinge", "upright pull", _BAR, """
        sumo_deadlift paused_sumo_deadlift deficit_sumo_deadlift block_sumo_deadlift
        band_sumo_deadlift chain_sumo_deadlift trap_bar_deadlift thick_trap_bar_deadlift
        paused_trap_bar_deadlift deficit_trap_bar_deadlift hack_deadlift smith_sumo_deadlift
        """, with_bar=True),
    Family("hinge", "partial pull", f"{_BAR} deadlift kneecap knee below upper mid shin", """
        rack_pull sumo_rack_pull above_the_knee_rack_pull snatch_grip_rack_pull
        trap_bar_rack_pull smith_rack_pull block_deadlift snatch_grip_block_deadlift
        """, with_bar=True),
    Family("hinge", "romanian", _BAR, """
        romanian_deadlift stiff_leg_deadlift dimel_deadlift deficit_romanian_deadlift
        deficit_stiff_leg_deadlift paused_romanian_deadlift snatch_grip_romanian_deadlift
        snatch_grip_stiff_leg_deadlift sumo_romanian_deadlift sumo_stiff_leg_deadlift
        trap_bar_romanian_deadlift trap_bar_stiff_leg_deadlift smith_romanian_deadlift
        smith_stiff_leg_deadlift
        """, with_bar=True),
    Family("hinge", "light pull", "standing two-arm", """
        dumbbell_deadlift kettlebell_deadlift double_kettlebell_deadlift cable_deadlift
        landmine_deadlift one_arm_dumbbell_deadlift one_arm_kettlebell_deadlift
        suitcase_deadlift dumbbell_sumo_deadlift kettlebell_sumo_deadlift
        dumbbell_romanian_deadlift kettlebell_romanian_deadlift cable_romanian_deadlift
        machine_romanian_deadlift dumbbell_stiff_leg_deadlift kettlebell_stiff_leg_deadlift
        """),
    Family("hinge", "light pull", "one-arm standing", """
        single_leg_deadlift dumbbell_single_leg_deadlift kettlebell_single_leg_deadlift
        barbell_single_leg_deadlift single_leg_romanian_deadlift
        dumbbell_single_leg_romanian_deadlift kettlebell_single_leg_romanian_deadlift
        barbell_single_leg_romanian_deadlift single_leg_stiff_leg_deadlift
        dumbbell_single_leg_stiff_leg_deadlift b_stance_romanian_deadlift
        """),
    Family("hinge", "good morning", _BAR, """
        good_morning seated_good_morning stiff_leg_good_morning safety_bar_good_morning
        band_good_morning smith_good_morning
        """, with_bar=True),
    Family("hinge", "hip thrust", "barbell", """
        hip_thrust glute_bridge
        """, with_bar=True),
    Family("hinge", "hip thrust", "", """
        machine_hip_thrust smith_hip_thrust dumbbell_hip_thrust single_leg_hip_thrust
        bodyweight_hip_thrust dumbbell_glute_bridge bodyweight_glute_bridge
        single_leg_glute_bridge machine_glute_bridge
        """),
    Family("hinge", "extension", "roman-chair weighted bodyweight incline", """
        hyperextension single_leg_hyperextension
        """, share=0.4),
    Family("hinge", "extension", "seated", """
        machine_back_extension
        """),
    Family("hinge", "extension", "machine", """
        reverse_hyperextension
        """),
    Family("hinge", "hamstrings", "machine weighted bodyweight", """
        glute_ham_raise
        """, share=0.5),
    Family("hinge", "hamstrings", "bodyweight", """
        nordic_curl
        """, share=0.6),
    Family("hinge", "light pull", "cable rope", """
        pull_through
        """),
    Family("hinge", "swing", "two-arm", """
        kettlebell_swing one_arm_kettlebell_swing double_kettlebell_swing dumbbell_swing
        """),
    # --- squats
    Family("squat", "squat", f"{_BAR} back", """
        squat high_bar_squat low_bar_squat box_squat paused_squat paused_high_bar_squat
        paused_low_bar_squat tempo_squat pin_squat safety_bar_squat safety_bar_box_squat
        narrow_stance_squat wide_stance_squat sumo_squat chain_squat chain_high_bar_squat
        band_squat half_squat quarter_squat anderson_squat cambered_bar_squat trap_bar_squat
        smith_squat machine_squat
        """, with_bar=True),
    Family("squat", "front squat", "barbell", """
        front_squat paused_front_squat box_front_squat tempo_front_squat zercher_squat
        overhead_squat barbell_hack_squat smith_front_squat safety_bar_front_squat
        """, with_bar=True),
    Family("squat", "light squat", "", """
        kettlebell_goblet_squat dumbbell_squat kettlebell_squat dumbbell_front_squat
        kettlebell_front_squat double_kettlebell_front_squat dumbbell_overhead_squat
        dumbbell_sumo_squat kettlebell_sumo_squat landmine_squat cable_squat
        """),
    Family("squat", "light squat", "dumbbell", """
        goblet_squat
        """),
    Family("squat", "leg press", "machine", """
        hack_squat reverse_hack_squat belt_squat pendulum_squat v_squat leg_press
        single_leg_press machine_squat_press sissy_squat
        """),
    Family("squat", "leg press", "machine", """
        seated_leg_press horizontal_leg_press
        """),
    Family("squat", "light squat", "weighted", """
        bodyweight_squat pistol_squat jump_squat
        """, share=0.88),
    # --- lunges
    Family("lunge", "lunge", "", """
        bulgarian_split_squat split_squat lunge walking_lunge reverse_lunge step_up
        bodyweight_bulgarian_split_squat bodyweight_split_squat bodyweight_lunge
        bodyweight_step_up
        """, share=0.88),
    Family("lunge", "lunge", "front", """
        barbell_bulgarian_split_squat barbell_split_squat barbell_lunge barbell_walking_lunge
        barbell_reverse_lunge barbell_step_up dumbbell_bulgarian_split_squat
        dumbbell_split_squat dumbbell_lunge dumbbell_walking_lunge dumbbell_reverse_lunge
        dumbbell_step_up kettlebell_lunge smith_bulgarian_split_squat smith_split_squat
        smith_lunge cable_lunge
        """),
    # --- horizontal presses
    Family("horizontal_press", "bench", _BENCH, """
        bench_press close_grip_bench_press wide_grip_bench_press reverse_grip_bench_press
        paused_bench_press paused_close_grip_bench_press tempo_bench_press spoto_bench_press
        larsen_bench_press pin_bench_press pin_lockout_bench_press board_bench_press
        chain_bench_press band_bench_press reverse_band_bench_press slingshot_bench_press
        floor_press close_grip_floor_press incline_bench_press paused_incline_bench_press
        close_grip_incline_bench_press decline_bench_press close_grip_decline_bench_press
        ez_bar_close_grip_bench_press football_bar_bench_press
        football_bar_close_grip_bench_press smith_bench_press smith_close_grip_bench_press
        smith_incline_bench_press smith_decline_bench_press wide_grip_smith_decline_bench_press
        smith_floor_press jm_press
        """, with_bar=True),
    Family("horizontal_press", "bench", _DUMBBELL, """
        dumbbell_bench_press incline_dumbbell_bench_press decline_dumbbell_bench_press
        dumbbell_floor_press one_arm_dumbbell_bench_press one_arm_incline_dumbbell_bench_press
        one_arm_dumbbell_floor_press dumbbell_squeeze_press close_grip_dumbbell_bench_press
        kettlebell_bench_press kettlebell_floor_press one_arm_kettlebell_floor_press
        """),
    Family("horizontal_press", "bench", _MACHINE, """
        machine_chest_press machine_incline_chest_press machine_decline_chest_press
        iso_lateral_chest_press iso_lateral_incline_chest_press iso_lateral_decline_chest_press
        """),
    Family("horizontal_press", "bench", "standing", """
        cable_chest_press landmine_chest_press kneeling_landmine_chest_press
        """),
    Family("horizontal_press", "bench", "bodyweight weighted", """
        push_up decline_push_up incline_push_up close_grip_push_up diamond_push_up pike_push_up
        wide_push_up suspension_push_up
        """, share=0.64),
    Family("horizontal_press", "bench", "bodyweight weighted neutral", """
        dip assisted_dip ring_dip band_dip
        """, share=1.0),
    Family("horizontal_press", "bench", "bodyweight weighted seated", """
        bench_dip
        """, share=0.6),
    Family("horizontal_press", "bench", "", """
        machine_dip
        """),
    # --- vertical presses
    Family("vertical_press", "press", f"{_BAR} strict thick", """
        overhead_press behind_the_neck_press snatch_grip_behind_the_neck_press bradford_press
        paused_overhead_press pin_overhead_press chain_overhead_press band_overhead_press
        close_grip_overhead_press
        """, with_bar=True),
    Family("vertical_press", "press", "strict standing neutral thick close", """
        football_bar_overhead_press ez_bar_overhead_press dumbbell_overhead_press
        one_arm_dumbbell_overhead_press one_arm_kettlebell_overhead_press
        kettlebell_overhead_press double_kettlebell_overhead_press cable_overhead_press
        landmine_press one_arm_landmine_press trap_bar_overhead_press viking_press
        """),
    Family("vertical_press", "seated press", "barbell strict overhead", """
        seated_overhead_press seated_behind_the_neck_press z_press smith_overhead_press
        seated_smith_overhead_press
        """, with_bar=True),
    Family("vertical_press", "seated press", "dumbbell seated standing", """
        arnold_press
        """),
    Family("vertical_press", "seated press", "neutral", """
        kettlebell_arnold_press seated_dumbbell_overhead_press
        seated_one_arm_dumbbell_overhead_press seated_kettlebell_overhead_press
        """),
    Family("vertical_press", "seated press", _MACHINE, """
        machine_overhead_press iso_lateral_overhead_press
        """),
    Family("vertical_press", "push press", f"{_BAR} thick", """
        push_press behind_the_neck_push_press snatch_grip_push_press football_bar_push_press
        dumbbell_push_press one_arm_dumbbell_push_press kettlebell_push_press
        double_kettlebell_push_press
        """, with_bar=True),
    # --- horizontal pulls
    Family("horizontal_pull", "row", f"{_ROW} barbell", """
        barbell_row pendlay_row rack_pendlay_row deficit_pendlay_row underhand_barbell_row
        yates_row wide_grip_barbell_row close_grip_barbell_row paused_barbell_row ez_bar_row
        smith_row thick_bar_row t_bar_row landmine_row meadows_row seal_row
        """, with_bar=True),
    Family("horizontal_pull", "row", _ROW, """
        trap_bar_row two_arm_dumbbell_row dumbbell_pendlay_row football_bar_row
        thick_football_bar_row ball_grip_row machine_bent_over_row split_stance_trap_bar_row
        """),
    Family("horizontal_pull", "one-arm row", "one-arm bent-over alternating neutral", """
        dumbbell_row kettlebell_row renegade_row batwing_row one_arm_cable_bent_over_row
        """),
    Family("horizontal_pull", "one-arm row", "one-arm dumbbell bent-over", """
        kroc_row
        """),
    Family("horizontal_pull", "seated row", _GRIPS, """
        chest_supported_row chest_supported_t_bar_row chest_supported_dumbbell_row
        machine_t_bar_row chest_supported_barbell_row machine_low_row machine_high_row
        iso_lateral_low_row iso_lateral_high_row
        """),
    Family("horizontal_pull", "seated row",
            f"{_GRIPS} machine seated chest-supported split handle", """
        machine_row iso_lateral_row one_arm_iso_lateral_row one_arm_machine_row
        iso_lateral_machine_high_row
        """),
    Family("horizontal_pull", "seated row", f"{_GRIPS} cable seated strict", """
        seated_cable_row rocking_seated_cable_row underhand_seated_cable_row
        """),
    Family("horizontal_pull", "seated row", "seated standing alternating neutral", """
        one_arm_cable_row standing_cable_row
        """),
    Family("horizontal_pull", "seated row", "bodyweight weighted bench floor suspension", """
        inverted_row
        """, share=0.6),
    Family("horizontal_pull", "rear shoulder", _FACE_PULL, """
        face_pull
        """),
    Family("horizontal_pull", "rear shoulder", "bent-over seated", """
        barbell_rear_delt_row dumbbell_rear_delt_row cable_rear_delt_row band_pull_apart
        machine_face_pull
        """),
    # --- vertical pulls
    Family("vertical_pull", "vertical pull", "bodyweight weighted overhand", """
        pull_up neutral_grip_pull_up wide_grip_pull_up close_grip_pull_up ring_pull_up
        thick_bar_pull_up neutral_grip_thick_bar_pull_up assisted_pull_up
        assisted_neutral_grip_pull_up assisted_wide_grip_pull_up band_pull_up
        wide_grip_band_pull_up partial_pull_up one_arm_pull_up
        """, share=1.0),
    Family("vertical_pull", "vertical pull", "bodyweight weighted pull-up underhand", """
        chin_up close_grip_chin_up wide_grip_chin_up assisted_chin_up band_chin_up
        """, share=1.0),
    Family("vertical_pull", "vertical pull", f"{_GRIPS} cable front seated", """
        lat_pulldown one_arm_lat_pulldown underhand_lat_pulldown behind_neck_pulldown
        iso_lateral_lat_pulldown
        """),
    Family("vertical_pull", "vertical pull", f"{_GRIPS} front seated", """
        machine_lat_pulldown iso_lateral_machine_lat_pulldown
        """),
    Family("vertical_pull", "vertical pull", "cable rope standing", """
        straight_arm_pulldown
        """),
    Family("vertical_pull", "upright row", "barbell standing close wide", """
        upright_row
        """, with_bar=True),
    Family("vertical_pull", "upright row", "standing one-arm alternating rope barbell", """
        dumbbell_upright_row cable_upright_row ez_bar_upright_row kettlebell_upright_row
        smith_upright_row
        """),
    # --- Olympic lifts
    Family("olympic", "olympic", "barbell", """
        clean power_clean hang_clean hang_power_clean block_clean muscle_clean clean_pull
        clean_high_pull hang_clean_pull clean_and_jerk power_clean_and_jerk clean_and_press
        power_clean_and_press clean_and_push_press power_clean_and_push_press_off_blocks
        clean_and_push_press_off_blocks snatch power_snatch hang_snatch hang_power_snatch
        block_snatch muscle_snatch snatch_pull snatch_high_pull hang_snatch_high_pull
        block_snatch_high_pull snatch_balance high_pull hang_high_pull block_power_clean
        block_power_snatch thruster
        """, with_bar=True),
    Family("olympic", "swing", "", """
        kettlebell_clean one_arm_kettlebell_clean double_kettlebell_clean kettlebell_snatch
        one_arm_kettlebell_snatch double_kettlebell_snatch kettlebell_clean_and_press
        kettlebell_clean_and_jerk double_kettlebell_clean_and_press kettlebell_thruster
        dumbbell_thruster dumbbell_snatch one_arm_dumbbell_snatch dumbbell_clean
        one_arm_dumbbell_clean dumbbell_clean_and_press one_arm_dumbbell_clean_and_press
        kettlebell_sumo_high_pull kettlebell_high_pull football_bar_clean_and_press
        turkish_get_up
        """),
    Family("olympic", "push press", "barbell", """
        jerk split_jerk push_jerk power_jerk behind_the_neck_jerk
        """, with_bar=True),
    # --- carries and trunk
    Family("carry", "carry", "barbell", """
        farmers_walk kettlebell_farmers_walk dumbbell_farmers_walk trap_bar_farmers_walk
        suitcase_carry yoke_walk overhead_carry barbell_overhead_carry kettlebell_carry
        sled_push
        """),
    Family("trunk", "trunk", "weighted bodyweight", """
        crunch decline_crunch reverse_crunch sit_up decline_sit_up cable_crunch machine_crunch
        leg_raise hanging_leg_raise hanging_knee_raise plank ab_wheel russian_twist
        """),
    Family("trunk", "side bend", "", """
        side_bend dumbbell_side_bend cable_side_bend side_plank
        """),
    # --- isolation
    Family("isolation", "quadriceps", "machine seated", """
        leg_extension single_leg_extension
        """),
    Family("isolation", "hamstrings", "machine", """
        machine_leg_curl seated_leg_curl lying_leg_curl standing_leg_curl kneeling_leg_curl
        """),
    Family("isolation", "glutes", "machine", """
        hip_abduction hip_adduction glute_kickback cable_glute_kickback
        """),
    Family("isolation", "calves", "standing", """
        calf_raise machine_calf_raise barbell_calf_raise dumbbell_calf_raise smith_calf_raise
        single_leg_calf_raise donkey_calf_raise
        """),
    Family("isolation", "calves", "machine", """
        seated_calf_raise leg_press_calf_raise
        """),
    Family("isolation", "shrug", _BAR, """
        shrug dumbbell_shrug trap_bar_shrug cable_shrug machine_shrug smith_shrug
        behind_the_back_shrug thick_trap_bar_shrug smith_behind_the_back_shrug overhead_shrug
        """, with_bar=True),
    Family("isolation", "chest", "flat standing lying seated chest", """
        chest_fly dumbbell_fly incline_dumbbell_fly decline_dumbbell_fly cable_fly low_cable_fly
        incline_cable_fly machine_chest_fly band_chest_fly dumbbell_pullover barbell_pullover
        machine_pullover
        """),
    Family("isolation", "shoulders", "dumbbell standing one-arm seated alternating", """
        lateral_raise front_raise
        """),
    Family("isolation", "shoulders", "standing one-arm alternating seated leaning", """
        cable_lateral_raise machine_lateral_raise cable_front_raise plate_front_raise
        barbell_front_raise
        """),
    Family("isolation", "rear shoulder", "bent-over standing seated one-arm", """
        rear_delt_fly machine_reverse_fly dumbbell_rear_delt_fly cable_rear_delt_fly reverse_fly
        cable_reverse_fly rear_delt_raise dumbbell_rear_delt_raise cable_rear_delt_raise
        """),
    Family("isolation", "arms", _BAR, """
        curl barbell_curl ez_bar_curl reverse_curl preacher_curl ez_bar_preacher_curl
        thick_bar_curl
        """),
    Family("isolation", "arms", "standing seated alternating one-arm", """
        dumbbell_curl cable_curl machine_curl cable_hammer_curl rope_hammer_curl
        dumbbell_preacher_curl machine_preacher_curl cable_preacher_curl ez_bar_spider_curl
        cable_reverse_curl dumbbell_reverse_curl
        """),
    Family("isolation", "arms", "dumbbell standing seated alternating one-arm", """
        hammer_curl incline_curl incline_hammer_curl concentration_curl spider_curl zottman_curl
        """),
    Family("isolation", "arms", f"{_GRIPS} cable standing one-arm", """
        cable_triceps_pushdown
        """),
    Family("isolation", "arms", "standing one-arm rope kneeling", """
        triceps_extension cable_triceps_extension dumbbell_triceps_extension
        machine_triceps_extension overhead_triceps_extension cable_overhead_triceps_extension
        dumbbell_overhead_triceps_extension ez_bar_triceps_extension barbell_triceps_extension
        barbell_overhead_triceps_extension ez_bar_overhead_triceps_extension triceps_kickback
        dumbbell_triceps_kickback cable_triceps_kickback
        """),
    Family("isolation", "arms", "barbell lying", """
        skullcrusher ez_bar_skullcrusher dumbbell_skullcrusher cable_skullcrusher
        """),
    Family("isolation", "forearms", "seated", """
        wrist_curl barbell_wrist_curl dumbbell_wrist_curl cable_wrist_curl wrist_extension
        hand_gripper
        """),
)  # fmt: skip

BAR_KG = 20.0
"""What the empty bar of a lift weighs that is done with one, where its name does not tell. [kg]"""

BARS = {
    "ez_bar": 10.0,
    "barbell": BAR_KG,
    "football_bar": BAR_KG,
    "safety_bar": BAR_KG,
    "smith": BAR_KG,
    "thick_bar": BAR_KG,
    "trap_bar": BAR_KG,
}
"""Words in a key that tell of a bar, and what it weighs when empty. House rule. [kg]"""

WITHOUT_BAR = (
    "cable",
    "dumbbell",
    "kettlebell",
    "landmine",
    "machine",
    "meadows",
    "pinch",
    "t_bar",
)
"""Words in a key of a lift that begins with no empty bar, whatever its family."""

# Typical one-repetition maximum relative to the conventional deadlift's, and the spread of
# its logarithm between people. Squat and bench: middle of the medians of women and men in
# open meet results (deadlift/squat 1.176 M, 1.225 F; deadlift/bench 1.77 M, 2.21 F), the
# spread widened by half the distance between the sexes.
RATIOS = {
    "deadlift": (1.0, 0.0),
    "squat": (0.83, 0.14),
    "bench_press": (0.51, 0.19),
    # [A] house rule, all that follow
    "sumo_deadlift": (1.0, 0.15),
    "trap_bar_deadlift": (1.05, 0.15),
    "deficit_deadlift": (0.93, 0.15),
    "paused_deadlift": (0.88, 0.15),
    "block_deadlift": (1.08, 0.15),
    "rack_pull": (1.15, 0.20),
    "snatch_grip_deadlift": (0.85, 0.15),
    "romanian_deadlift": (0.80, 0.20),
    "stiff_leg_deadlift": (0.75, 0.20),
    "good_morning": (0.42, 0.25),
    "hip_thrust": (1.0, 0.25),
    "low_bar_squat": (0.83, 0.15),
    "high_bar_squat": (0.78, 0.15),
    "paused_squat": (0.76, 0.15),
    "box_squat": (0.78, 0.20),
    "safety_bar_squat": (0.74, 0.18),
    "front_squat": (0.70, 0.17),
    "zercher_squat": (0.60, 0.25),
    "overhead_squat": (0.45, 0.25),
    "paused_bench_press": (0.48, 0.20),
    "close_grip_bench_press": (0.47, 0.20),
    "wide_grip_bench_press": (0.50, 0.20),
    "incline_bench_press": (0.42, 0.22),
    "decline_bench_press": (0.52, 0.22),
    "floor_press": (0.47, 0.22),
    "overhead_press": (0.33, 0.20),
    "push_press": (0.40, 0.22),
    "seated_overhead_press": (0.31, 0.22),
    "behind_the_neck_press": (0.28, 0.25),
    "barbell_row": (0.43, 0.25),
    "pendlay_row": (0.41, 0.25),
    "power_clean": (0.50, 0.25),
    "clean": (0.58, 0.25),
    "snatch": (0.46, 0.25),
}
