"""What is said: both languages whole, every code with words, and texts read aloud by hand."""

import ast
import inspect
import json
import re
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path
from string import Formatter

import attrs
import pytest

import liftguard as lg
from liftguard import words
from liftguard.judge.causes import CAUSES, Cause, Evidence
from liftguard.judge.movement import MUSCLES
from liftguard.judge.plan import PlanCheck, SetCheck
from liftguard.judge.verdict import Level, Step, Verdict
from liftguard.records.checks import MOTIONS, MOVED_BY
from liftguard.records.entries import PAIN_KINDS
from liftguard.review.day_traces import KINDS, RECORDS
from liftguard.review.finding import Deed, Finding, Reason, Trace
from liftguard.review.pain_cases import pain_cases
from liftguard.review.pattern_cases import _DAYS_OFF, _MORE_REPS, _REPS, cases_of, days_of
from liftguard.review.patterns import Pattern, Patterns, Searched
from liftguard.words.language import LANGUAGES, capital, sentence
from liftguard.words.names import loaded_text, movement_text, muscle_text, net_text, records_text
from liftguard.words.numbers import calendar_days, date_text, forms_of_number
from liftguard.words.say_causes import is_worth_a_line
from liftguard.words.say_steps import change_text, failing_text
from liftguard.words.voice import Voice

HOUSE = Path(lg.__file__).parent
TELLING = {path.stem: path for room in ("judge", "review") for path in (HOUSE / room).glob("*.py")}
NOW = datetime(2026, 1, 7, 18, 0)
TONGUES = sorted(LANGUAGES)
ENGLISH, GERMAN = Voice(), Voice(language="de")
TEXTS = [
    (group, code, text)
    for table in LANGUAGES.values()
    for group, texts in table.items()
    for code, text in texts.items()
]


def places(text):
    """List what a text leaves to be filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_help_is_said_as_help():
    """A load below zero is help; above it stands what is added to the body."""
    said = {kg: net_text(kg, ENGLISH) for kg in (-29.5, 0.0, 12.5)}
    assert said == {-29.5: "29.5 kg of help", 0.0: "bodyweight", 12.5: "12.5 kg added to the body"}
    assert net_text(-29.5, GERMAN) == "29,5 kg Unterstützung"


# --- the tables ---


def test_the_languages_hold_the_same_codes():
    """Each group has the same codes in every language, but for lifts, whose names are English."""
    english = {group: set(texts) for group, texts in LANGUAGES["en"].items()}
    for table in LANGUAGES.values():
        codes = {group: set(texts) for group, texts in table.items()}
        assert codes.pop("lifts") >= english["lifts"]
        assert codes | {"lifts": english["lifts"]} == english


def test_texts_leave_the_same_to_be_filled_in():
    """A text asks for the same numbers in every language, and has at most one for many."""
    for group, code, text in TEXTS:
        if group != "lifts":  # their names stay whole
            assert places(text) == places(LANGUAGES["en"][group][code]), text
        assert text.count("|") <= 1, text
        assert text.strip()


def test_nobody_is_blamed_or_frightened():
    """No text speaks of injury, of what somebody cannot do, of blame, or of a spasm to come."""
    banned = (
        r"injur|verletz|you cannot|can't|kannst nicht|will spasm|risk|risiko|fault|schuld|random"
        r"|zufällig|danger|gefahr|gefähr"
    )
    assert [text for *_, text in TEXTS if re.search(banned, text.lower())] == []


# --- every code has words ---


def tree_of(module):
    return ast.parse(TELLING[module].read_text(encoding="utf-8"))


def constant(node):
    """Give a string that stands in the code; what is put into it is a star."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else "*" for part in node.values
        )
    return None


def strings_in(node):
    return {text for one in ast.walk(node) if (text := constant(one)) is not None}


def signatures(tree):
    """Give the parameters of each function, and the fields of each class, by name."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = [one.arg for one in node.args.args]
        elif isinstance(node, ast.ClassDef):
            found[node.name] = [
                one.target.id for one in node.body if isinstance(one, ast.AnnAssign)
            ]
    return found


def passed(tree, parameter):
    """Collect the strings that are handed over as one parameter, or are its default."""
    known, found = signatures(tree), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = known.get(getattr(node.func, "id", ""), [])
            pairs = [*zip(called, node.args, strict=False)]
            pairs += [(one.arg, one.value) for one in node.keywords]
            found |= {constant(value) for name, value in pairs if name == parameter}
        elif isinstance(node, ast.FunctionDef):
            names = [one.arg for one in node.args.args][-len(node.args.defaults) :]
            pairs = zip(names, node.args.defaults, strict=False)
            found |= {constant(value) for name, value in pairs if name == parameter}
    return found - {None}


def yielded(tree):
    """Collect the strings that stand first in what is yielded."""
    return {
        text
        for node in ast.walk(tree)
        if isinstance(node, ast.Yield | ast.YieldFrom)
        for one in ast.walk(node)
        if isinstance(one, ast.Tuple) and one.elts and (text := constant(one.elts[0])) is not None
    }


def caveats_in(tree):
    """Collect the strings that become caveats."""
    found = set()
    for node in ast.walk(tree):
        if (isinstance(node, ast.keyword) and node.arg == "caveats") or (
            isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "caveats"
        ):
            found |= strings_in(node.value)
        elif isinstance(node, ast.FunctionDef) and node.name == "caveats_of":
            rows = [one for one in ast.walk(node) if isinstance(one, ast.Tuple)]
            found |= {text for one in rows if (text := constant(one.elts[0])) is not None}
    return found


# What the codes of each module are; a module that hands over codes and is not here fails.
CODES = {
    "grounds": ("evidence", "causes"),
    "movement": ("evidence",),
    "judgement": ("causes",),
    "monotony": ("evidence",),
    "movement_steps": ("eases",),
    "advice": ("steps",),
    "suggest": (
        "suggestions",
        "steps",
    ),
    "progress": ("next", "suggestions"),
    "day_traces": ("traces",),
    "changes_of_quickness": ("changes",),
    "changes_of_work": ("changes",),
    "lately": ("deeds",),
    "patterns": ("circumstances",),
    "scale_slips": ("doubts",),
    "log_check": ("doubts",),
}


def test_the_scan_sees_codes():
    """Codes are found as keywords, in their place, as defaults, in parts, and when yielded."""
    tree = ast.parse(
        "def f(record, code='a'): yield 'g', 1\n"
        "f(code='b'); f('r', 'c'); Evidence(code=f'd:{x}')\n"
        "caveats = ('e',)"
    )
    assert passed(tree, "code") == {"a", "b", "c", "d:*"}
    assert passed(tree, "record") == {"r"}
    assert caveats_in(tree) == {"e"}
    assert yielded(tree) == {"g"}
    assert passed(tree_of("movement"), "code") >= {"held", "creep", "fatigue"}


@pytest.mark.parametrize("module", sorted(TELLING))
def test_every_code_of_a_module_has_words(module):
    """What a module hands over as a code has a text, whatever follows a colon."""
    codes = passed(tree_of(module), "code")
    groups = CODES.get(module, ())
    assert bool(codes) == bool(groups)
    texts = {code for group in groups for code in LANGUAGES["en"][group]}
    for code in codes:
        shape = re.escape(code.partition(":")[0]).replace(r"\*", ".+")
        assert any(re.fullmatch(shape, text) for text in texts), code


def test_every_reason_of_a_suggestion_has_words():
    """All that the docstring of a suggestion lists, and what `next_session` adds."""
    about = inspect.getdoc(lg.Suggestion)
    listed = about.partition("reason : str")[2].partition("to_begin : bool")[0]
    assert set(re.findall(r'"(\w+)"', listed)) == set(LANGUAGES["en"]["reasons"])
    codes = about.partition("code : str")[2].partition("reason : str")[0]
    assert set(re.findall(r'"(\w+)"', codes)) == set(LANGUAGES["en"]["suggestions"])
    next_codes = inspect.getdoc(lg.Next).partition("code : str")[2].partition("suggestion :")[0]
    assert set(re.findall(r'"(\w+)"', next_codes)) == set(LANGUAGES["en"]["next"])
    found = passed(tree_of("suggest"), "reason") | passed(tree_of("limits"), "reason")
    assert {"pain", "usual", "no_bodyweight"} <= found
    assert found <= set(LANGUAGES["en"]["reasons"])


def test_every_caveat_has_words():
    """All caveats of verdicts and findings have a text."""
    found = {code for module in TELLING for code in caveats_in(tree_of(module))}
    assert {"pain", "wide_belief", "few_days", "rule_not_calibrated"} <= found
    assert found <= set(LANGUAGES["en"]["caveats"])


def test_every_record_has_words():
    """All records that can be missing have a text."""
    grounds = tree_of("grounds")
    tables = [node for node in grounds.body if isinstance(node, ast.Assign)]
    rows = [node.value for node in tables if node.targets[0].id == "_MISSING"]
    found = {text for row in rows for text in strings_in(row)} - set(CAUSES)
    for node in ast.walk(grounds):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "records.append":
            found |= strings_in(node)
    assert {"warm_ups", "bodyweight", "load"} <= found
    found |= set(RECORDS) | passed(tree_of("movement"), "record")
    assert found <= set(LANGUAGES["en"]["records"])


def test_every_trace_and_circumstance_has_words():
    """All kinds of traces and all that events may have in common have a text."""
    texts = LANGUAGES["en"]
    assert {kind.code for kind in KINDS} <= set(texts["traces"])
    assert {kind.cause for kind in KINDS} | set(CAUSES) <= set(texts["causes"])
    codes = yielded(tree_of("pattern_cases")) | yielded(tree_of("pain_cases"))
    found = {code for code in codes if "*" not in code}
    found |= {f"days_off_{days}" for days in _DAYS_OFF} | {code for _, code in _REPS}
    assert "after_hard_day" in found
    assert found | {_MORE_REPS, "lift"} == set(texts["circumstances"])


def test_all_that_a_log_holds_has_words():
    """Twenty days of squats: whatever holds on them has a text, and each kind of event."""
    log = lg.History(
        lg.LoggedSet(lift="squat", at=NOW + timedelta(days=2 * day), load_kg=load, reps=3)
        for day in range(20)
        for load in (60, 100)
    )
    track = lg.Guard().replay(log)
    cases, pains = cases_of(days_of(track, log)), pain_cases(days_of(track, log), track, log)
    held = {code for some in cases.values() for case in some for code in case.holds}
    held |= {code for some in pains for case in some.cases for code in case.holds}
    assert "no_ramp" in held
    assert held <= set(LANGUAGES["en"]["circumstances"])
    assert {*cases, "pain"} == set(LANGUAGES["en"]["events"])


def test_all_names_have_words():
    """Levels, regions, areas, pains and motions have names."""
    texts = LANGUAGES["en"]
    assert set(texts["levels"]) == {level.name for level in Level}
    assert set(texts["muscles"]) == set(texts["muscle_names"]) == set(lg.REGIONS)
    assert set(texts["places"]) == set(lg.BODY_AREAS)
    assert set(texts["pains"]) == set(texts["the_pains"]) == set(PAIN_KINDS)
    assert set(texts["motions"]) == set(MOTIONS)
    assert set(texts["moved_by"]) == set(MOVED_BY)
    assert set(texts["moves"]) == {*MOVED_BY, *MOTIONS}
    assert set(texts["lifts"]) <= set(lg.LIFTS)


# --- made by hand ---

PULL = lg.PlannedSet(lift="deadlift", load_kg=180, reps=3)
SPASM = lg.Pain(at=NOW - timedelta(days=2), region="low_back", severity=7, kind="spasm")
BAND = lg.Band(low_kg=160.0, middle_kg=175.3, high_kg=190.0)


def told(code, value, unit="1"):
    return Evidence(code=code, value=value, unit=unit)


def because(code, share=0.5, evidence=(), regions=("erector_spinae",), *, named=True):
    return Cause(code=code, size=2.0, share=share, evidence=evidence, regions=regions, named=named)


def verdict(level, p=None, planned=PULL, **fields):
    nothing = {
        "capacity": None,
        "max_load_kg": None,
        "causes": (),
        "steps": (),
        "not_assessed": (),
        "missing_records": (),
        "caveats": (),
        "pain": None,
        "days_since": None,
    }
    known = {"level": level, "p_beyond": p, "planned": planned, "at": NOW, "model_version": ""}
    return Verdict(**nothing | known | fields)


def step(code, load_kg=180.0, reps=3, lift="deadlift", minutes=0.0, rpe=None):
    planned = lg.PlannedSet(lift=lift, load_kg=load_kg, reps=reps, rpe=rpe)
    at = NOW + timedelta(minutes=minutes)
    return Step(code=code, planned=planned, at=at, level=Level.CLEAR, p_beyond=0.05)


def trace(code="sessions_4_days", value=3.0, unit="sessions", alike=2, days=41, *, told=True):
    return Trace(code=code, value=value, unit=unit, alike=alike, days=days, distinctive=told)


def reason(code, *traces, missing=()):
    own = any(one.distinctive for one in traces)
    return Reason(code=code, distinctive=own, traces=traces, regions=(), missing_records=missing)


def pattern(kind="miss", code="days_off_7", lift=None):
    return Pattern(
        kind=kind,
        code=code,
        lift=lift,
        events=6,
        cases=20,
        other_events=9,
        other_cases=180,
        ratio=4.04,
        low=1.6,
        high=12.2,
    )


def movement(level, motion="rotation", speed=None, evidence=(), **fields):
    moved = lg.Movement(motion=motion, peak_velocity_deg_s=speed)
    one = because("rapid_movement", None, evidence, MUSCLES[motion])
    fields = {"caveats": ("rule_not_calibrated",)} | fields
    return verdict(level, planned=moved, causes=(one,), **fields)


TIRED = because(
    "fatigue",
    share=0.3,
    evidence=(
        told("lost_to_fatigue", 0.04),
        told("tired_by:squat", 0.023),
        told("tired_by:romanian_deadlift", 0.005),
        told("tired_by:barbell_row", 0.0049),
        told("tired_region:erector_spinae", 0.0525),
        told("tired_region:glutes", 0.04),
        told("sets_in_a_row", 5.0, "sets"),
        told("rest", 2.5, "min"),
    ),
)
HEAVY = because(
    "overload",
    share=0.7,
    evidence=(
        told("demand", 196.0, "kg"),
        told("capacity_low", 160.0, "kg"),
        told("best_30_days", 182.5, "kg"),
        told("best_90_days", 190.0, "kg"),
        told("spike", 1.074),
        told("days_since", 3.0, "days"),
    ),
)
COLD = because(
    "rapid_movement",
    share=0.45,
    evidence=(
        told("lost_unready", 0.03),
        told("step_from", 60.0, "kg"),
        told("warmth", 0.05),
        told("still", 180.0, "min"),
        told("still_ago", 12.0, "min"),
        told("speed", 0.45, "m/s"),
    ),
)
TRIED = (step("lower_load", 152.5), step("fewer_reps", reps=1))
FULL = verdict(
    Level.BEYOND,
    0.47,
    capacity=lg.Band(low_kg=1.0, middle_kg=2.0, high_kg=3.0),  # of a single, and not said
    band=BAND,
    max_load_kg=152.5,
    causes=(COLD, HEAVY, TIRED),
    steps=TRIED,
    caveats=("typical_rest",),
    not_assessed=("fatigue",),
    missing_records=("sets",),
)
BACK_AGAIN = Deed(
    code="gap", at=SPASM.at - timedelta(days=1), value=80.0, unit="days", lift="deadlift"
)
FOUND = Finding(
    pain=SPASM,
    causes=(
        reason("fatigue", trace(), trace("sets_24_h", 12.0, "sets", alike=0)),
        reason("rapid_movement", missing=("warm_ups", "stillness")),
        reason("overload", trace("misses", 1.0, "sets", told=False)),
    ),
    missing_records=("warm_ups", "stillness"),
)

SENTENCES = [
    (
        verdict(Level.CLEAR, 0.02),
        (
            "CLEAR: deadlift 180 kg x 3 is within what the records support; "
            "the chance that it does not go up 3 times is 2 %."
        ),
        (
            "IM RAHMEN: Kreuzheben 180 kg x 3 liegt in dem Rahmen, den die Aufzeichnungen "
            "hergeben; die Wahrscheinlichkeit, dass nicht alle 3 Wiederholungen gelingen, liegt "
            "bei 2 %."
        ),
    ),
    (
        verdict(Level.CAUTION, 0.15, lg.PlannedSet(lift="squat", load_kg=142.5, reps=1)),
        (
            "CAUTION: squat 142.5 kg x 1 is at the edge of what the records support; "
            "the chance that it does not go up is 15 %."
        ),
        (
            "VORSICHT: Kniebeuge 142,5 kg x 1 liegt am Rand dessen, was die Aufzeichnungen "
            "hergeben; die Wahrscheinlichkeit, dass die Wiederholung nicht gelingt, liegt bei 15 %."
        ),
    ),
    (
        verdict(Level.BEYOND, 0.47),
        (
            "BEYOND: deadlift 180 kg x 3 is beyond what the records support; the chance that it "
            "does not go up 3 times is 47 %."
        ),
        (
            "DARÜBER: Kreuzheben 180 kg x 3 geht über das hinaus, was die Aufzeichnungen "
            "hergeben; die Wahrscheinlichkeit, dass nicht alle 3 Wiederholungen gelingen, liegt "
            "bei 47 %."
        ),
    ),
    (
        verdict(Level.UNKNOWN, 0.3, caveats=("long_break", "wide_belief"), days_since=71.0),
        (
            "UNKNOWN: whether deadlift 180 kg x 3 is too much cannot be said, as the last set of "
            "this lift was 71 days ago, on 2025-10-28."
        ),
        (
            "UNKLAR: Ob Kreuzheben 180 kg x 3 zu viel ist, lässt sich nicht sagen, denn der letzte "
            "Satz dieser Übung liegt 71 Tage zurück, er war am 2025-10-28."
        ),
    ),
    (
        verdict(Level.BEYOND, 0.03, pain=SPASM, caveats=("pain",)),
        (
            "BEYOND: the spasm in the lower back 2 days ago holds this lift back for now; "
            "deadlift 180 kg x 3 is far more than it leaves room for."
        ),
        (
            "DARÜBER: Der Krampf im unteren Rücken vor 2 Tagen bremst diese Übung vorerst; "
            "Kreuzheben 180 kg x 3 ist weit mehr, als das zulässt."
        ),
    ),
    (
        verdict(Level.CLEAR, 0.004, pain=SPASM, caveats=("pain",)),
        (
            "CLEAR: deadlift 180 kg x 3 is within what the records and the spasm in the lower "
            "back 2 days ago leave room for; pain apart, the chance that it does not go up 3 times "
            "is under 1 %."
        ),
        (
            "IM RAHMEN: Kreuzheben 180 kg x 3 liegt in dem Rahmen, den die Aufzeichnungen und "
            "der Krampf im unteren Rücken vor 2 Tagen lassen; vom Schmerz "
            "abgesehen liegt die Wahrscheinlichkeit, dass nicht alle 3 Wiederholungen gelingen, "
            "bei unter 1 %."
        ),
    ),
    (
        movement(Level.BEYOND, speed=120.0),
        (
            "BEYOND: turning at 120 degrees a second is beyond what the rule allows now; asked "
            "most: the quadratus lumborum (the muscle between lowest rib and hip); this is a rule, "
            "not calibrated."
        ),
        (
            "DARÜBER: Drehen mit 120 Grad pro Sekunde geht über das hinaus, was die Regel jetzt "
            "zulässt; am meisten gefordert: der Quadratus lumborum (der Muskel zwischen unterster "
            "Rippe und Becken); das ist eine Regel und nicht kalibriert."
        ),
    ),
    (
        movement(Level.CAUTION, "flexion", pain=SPASM, caveats=("pain", "rule_not_calibrated")),
        (
            "CAUTION: the spasm in the lower back 2 days ago asks for care for now; "
            "bending forward is at the edge of what the rule allows now; asked most: the "
            "erector spinae (the long muscles along the spine); this is a rule, not calibrated."
        ),
        (
            "VORSICHT: Der Krampf im unteren Rücken vor 2 Tagen mahnt vorerst zur Vorsicht; "
            "Vorbeugen liegt am Rand dessen, was die Regel jetzt zulässt; "
            "am meisten gefordert: der Erector spinae (die langen Muskeln entlang der "
            "Wirbelsäule); das ist eine Regel und nicht kalibriert."
        ),
    ),
]


@pytest.mark.parametrize(("made", "english", "german"), SENTENCES)
def test_verdicts_in_one_sentence(made, english, german):
    """The level first, then a pain, then what the records support and how likely it fails."""
    assert words.say_verdict(made) == english
    assert words.say_verdict(made, language="de") == german


ELSEWHERE = [
    (
        words.say_cause(HEAVY, FULL),
        "Mostly overload: load and repetitions are high beside capacity.",
    ),
    (
        words.say_cause(TIRED, FULL, language="de"),
        (
            "Zum Teil Ermüdung; am meisten wirkt auf diese Übung: der Erector spinae (die langen "
            "Muskeln entlang der Wirbelsäule)."
        ),
    ),
    (
        words.say_cause(COLD, FULL),
        (
            "About half rapid movement, if it is done without a ramp; asked most: the "
            "erector spinae (the long muscles along the spine)."
        ),
    ),
    (
        words.say_paragraph(TIRED),
        (
            "Fatigue takes about 4 % of capacity now. From other lifts: squat 2.3 % and "
            "Romanian deadlift 0.5 %. Most tired muscles of this lift: erector spinae 5.2 % and "
            "glutes 4 %. 5 sets in a row of the same kind of movement before this one. Rest since "
            "the last set: 2.5 minutes."
        ),
    ),
    (
        words.say_paragraph(TIRED, language="de"),
        (
            "Ermüdung kostet gerade etwa 4 % der Leistung. Davon durch andere Übungen: "
            "Kniebeuge 2,3 % und rumänisches Kreuzheben 0,5 %. Müdeste Muskeln dieser Übung: "
            "Erector spinae 5,2 % und Gesäßmuskeln 4 %. Davor 5 Sätze derselben Bewegungsart "
            "hintereinander. Pause seit dem letzten Satz: 2,5 Minuten."
        ),
    ),
    (
        words.say_paragraph(COLD, language="de"),
        (
            "Noch nicht ganz bereit zu sein kostet etwa 3 % der Leistung. Beurteilt "
            "ohne Aufwärmsätze: Der Sprung geht dann von 60 kg aus nach oben. Warm "
            "durch die bisherigen Sätze: kaum. Davor 3 Stunden kaum Bewegung. Das endete 12 "
            "Minuten vor diesem Satz. Tempo der ersten Wiederholung: 0,45 m/s."
        ),
    ),
    (
        words.say_paragraph(HEAVY, at=NOW),
        (
            "The set asks for as much as a single of 196 kg. Best as a single: 182.5 kg in 30 "
            "days and 190 kg in 90 days. The set asks for 7 % more than the best of 30 days. Last "
            "set of this lift: 3 days before, on 2026-01-04."
        ),
    ),
    (
        words.say_paragraph(because("fatigue")),
        "Nothing that was recorded speaks for fatigue.",
    ),
    (
        words.say_step(step("more_rest", minutes=4.0), at=NOW),
        "Rest 4 minutes longer; the chance that it does not go up 3 times is then 5 %.",
    ),
    (
        words.say_step(attrs.evolve(step("begin", 20.0), level=Level.UNKNOWN)),
        "Deadlift 20 kg x 3.",
    ),
    (
        words.say_step(step("more_rest", minutes=4.0), language="de"),
        (
            "Pausiere bis 18:04; die Wahrscheinlichkeit, dass nicht alle 3 Wiederholungen "
            "gelingen, liegt dann bei 5 %."
        ),
    ),
    (
        words.say_paragraph(step("way_back", 100.0, 5, minutes=7 * 1440.0, rpe=6.5)),
        (
            "On the way back, on 2026-01-14: deadlift 100 kg x 5 at RPE 6.5; the chance that it "
            "does not go up 5 times is then 5 %. Then CLEAR: deadlift 100 kg x 5 is within what "
            "the records support."
        ),
    ),
    (
        words.say_paragraph(step("another_lift", 120.0, 5, "trap_bar_deadlift"), language="de"),
        (
            "Mach stattdessen Kreuzheben mit der Trap-Bar 120 kg x 5; die Wahrscheinlichkeit, dass "
            "nicht alle 5 Wiederholungen gelingen, liegt dann bei 5 %. Dann IM RAHMEN: Kreuzheben "
            "mit der Trap-Bar 120 kg x 5 liegt in dem Rahmen, den die Aufzeichnungen hergeben."
        ),
    ),
    (
        words.say_finding(FOUND),
        (
            "Spasm in the lower back on 2026-01-05: what stood out before it was fatigue, above "
            "all the third session in four days (on 2 of 41 other days)."
        ),
    ),
    (
        words.say_paragraph(FOUND, language="de"),
        (
            "Krampf im unteren Rücken am 2026-01-05: Auffällig davor war Ermüdung, vor allem die "
            "dritte Einheit in vier Tagen (so an 2 von 41 anderen Tagen). Ermüdung fiel "
            "auf: die dritte Einheit in vier Tagen (so an 2 von 41 anderen Tagen); 12 "
            "Sätze in 24 Stunden (so an keinem von 41 anderen Tagen). Nichts im Log "
            "spricht für schnelle Bewegung. Im Log steht nichts zu "
            "Aufwärmsätzen oder Stillhalten. Überlast war weitgehend wie an anderen Tagen. Was "
            "auffällt, ist der erste Ort zum Nachsehen; es beweist den Grund nicht."
        ),
    ),
    (
        words.say_finding(
            Finding(pain=SPASM, causes=(), missing_records=("rest_s", "stillness", "rising"))
        ),
        (
            "Spasm in the lower back on 2026-01-05: the records do not show the reason; notes on "
            "rest between sets, stillness and rising would have told more."
        ),
    ),
    (
        words.say_finding(
            Finding(pain=SPASM, causes=(), missing_records=(), caveats=("few_days",)),
            language="de",
        ),
        (
            "Krampf im unteren Rücken am 2026-01-05: Die Aufzeichnungen zeigen den Grund nicht; es "
            "gibt zu wenige andere Trainingstage zum Vergleichen."
        ),
    ),
    (
        words.say_finding(
            Finding(pain=SPASM, causes=(), missing_records=("stillness",), lately=(BACK_AGAIN,))
        ),
        (
            "Spasm in the lower back on 2026-01-05: the records do not show the reason; nearest to "
            "one comes deadlift on 2026-01-04, after 80 days without the lift; notes on stillness "
            "would have told more."
        ),
    ),
    (
        words.say_finding(
            Finding(pain=SPASM, causes=(), missing_records=(), lately=(BACK_AGAIN,)),
            language="de",
        ),
        (
            "Krampf im unteren Rücken am 2026-01-05: Die Aufzeichnungen zeigen den Grund nicht; am "
            "nächsten kommt ihm Kreuzheben am 2026-01-04, 80 Tage nach dem letzten Mal."
        ),
    ),
    (
        words.say_finding(Finding(pain=SPASM, causes=(), missing_records=())),
        (
            "Spasm in the lower back on 2026-01-05: the records do not show the reason; before "
            "it, everything was as on other days."
        ),
    ),
    (
        words.say_paragraph(pattern()),
        (
            "Misses came about 4 times as often seven or more days after the last training day: on "
            "6 of 20 occasions, otherwise on 9 of 180. Nine in ten, the true figure lies between "
            "1.6 and 12 times. About 5 of them are more than the rate otherwise would have "
            "brought. That is a place to look, not a proof."
        ),
    ),
    (
        words.say_pattern(pattern("flag", "lift", "squat"), language="de"),
        (
            "Warnungen kamen in der Übung Kniebeuge etwa 4-mal so oft vor: bei 6 von 20 "
            "Gelegenheiten, sonst bei 9 von 180."
        ),
    ),
]


@pytest.mark.parametrize(("said", "expected"), ELSEWHERE)
def test_causes_steps_findings_and_patterns(said, expected):
    """Each reads as it was written down by hand."""
    assert said == expected


def test_details_line_by_line():
    """Capacity, each cause with its evidence, what would clear it, and what is not known."""
    assert words.say_details(FULL) == [
        "Possible for 3 repetitions today: 175.5 kg, nine in ten between 160 kg and 190 kg.",
        (
            "About half rapid movement, if it is done without a ramp; asked most: the "
            "erector spinae (the long muscles along the spine)."
        ),
        "Not being ready takes about 3 % of capacity.",
        "Judged as done without a ramp: the step then goes up from 60 kg.",
        "Warm from the sets so far: hardly.",
        "Kept still for 3 hours.",
        "That ended 12 minutes before this set.",
        "Speed of the first repetition: 0.45 m/s.",
        "Mostly overload: load and repetitions are high beside capacity.",
        "The set asks for as much as a single of 196 kg.",
        "Best as a single: 182.5 kg in 30 days and 190 kg in 90 days.",
        "The set asks for 7 % more than the best of 30 days.",
        "Last set of this lift: 3 days before, on 2026-01-04.",
        (
            "Partly fatigue; most of it reaches this lift through the erector spinae (the long "
            "muscles along the spine)."
        ),
        "Fatigue takes about 4 % of capacity now.",
        "From other lifts: squat 2.3 % and Romanian deadlift 0.5 %.",
        "Most tired muscles of this lift: erector spinae 5.2 % and glutes 4 %.",
        "5 sets in a row of the same kind of movement before this one.",
        (
            "To clear it: lower the load to 152.5 kg (chance of failing then 5 %), or stop at 1 "
            "repetition (chance of failing then 5 %)."
        ),
        "Less sure, as today's rests are not in the log and usual ones are assumed.",
        "Fatigue was not assessed: the log has no sets.",
    ]


def test_a_paragraph_holds_the_smallest_change_alone():
    """The other steps, capacity and the heaviest clear load are left to the details."""
    said = words.say_paragraph(FULL, language="de")
    assert said.startswith(words.say_verdict(FULL, language="de") + " Etwa zur Hälfte schnelle")
    assert "Senke die Last auf 152,5 kg (Wahrscheinlichkeit zu scheitern dann 5 %)." in said
    assert "Hör nach" not in said
    assert "Leistungsgrenze für" not in said


# --- plans ---


def planned(*rows, steps=()):
    """Put a plan together, a set each minute: its levels and chances."""
    sets = tuple(
        SetCheck(
            session=0,
            place=place,
            planned=PULL,
            at=NOW + timedelta(minutes=place),
            level=level,
            p_beyond=p,
        )
        for place, (level, p) in enumerate(rows)
    )
    flags = (place for place, (level, _) in enumerate(rows) if level >= Level.CAUTION)
    return PlanCheck(sets=sets, first_beyond=next(flags, None), steps=steps)


CLEAR_SET, UNKNOWN_SET = (Level.CLEAR, 0.02), (Level.UNKNOWN, 0.3)
PLANS = [
    (planned(), ["No set is planned."]),
    (planned(CLEAR_SET), ["1 set planned: 1 CLEAR."]),
    (
        planned(CLEAR_SET, UNKNOWN_SET),
        [
            "2 sets planned: 1 UNKNOWN and 1 CLEAR.",
            "No set is flagged, but of 1 the records cannot say whether it is too much.",
        ],
    ),
    (
        planned(CLEAR_SET, UNKNOWN_SET, (Level.CAUTION, 0.15), CLEAR_SET, steps=TRIED[:1]),
        [
            "4 sets planned: 1 CAUTION, 1 UNKNOWN and 2 CLEAR.",
            (
                "The first set that is flagged is set 3 on 2026-01-07, deadlift 180 kg x 3: "
                "CAUTION, the chance of failing 15 %."
            ),
            "To clear it: lower the load to 152.5 kg (chance of failing then 5 %).",
        ],
    ),
    (
        planned((Level.CAUTION, None)),
        [
            "1 set planned: 1 CAUTION.",
            ("The first set that is flagged is set 1 on 2026-01-07, deadlift 180 kg x 3: CAUTION."),
            "No change that was looked at clears it.",
        ],
    ),
]


@pytest.mark.parametrize(("plan", "lines"), PLANS)
def test_a_plan_line_by_line(plan, lines):
    """How many sets stand how, the worst first; then the first flag and what clears it."""
    assert words.say_plan(plan) == lines


# --- parts of sentences ---

PARTS = [
    (words.say_number(2.46, 1), "2.5"),
    (words.say_number(2.46, 1, language="de"), "2,5"),
    (words.say_number(3.0, 1), "3"),
    (words.say_load(141.03), "141 kg"),
    (words.say_load(127.6, language="de"), "127,5 kg"),
    (words.say_plates(127.5), "127.5 kg"),
    (words.say_plates(126.25, language="de"), "126,25 kg"),
    (words.say_chance(0.234), "23 %"),
    (words.say_share(0.004), "under 1 %"),
    (words.say_share(1.5), "150 %"),
    (words.say_days(0.4), "less than a day"),
    (words.say_days(1.4), "1 day"),
    (words.say_days(972.9), "973 days"),
    (words.say_ago(2.2), "2 days ago"),
    (words.say_ago(2.2, language="de"), "vor 2 Tagen"),
    (date_text(datetime(2026, 1, 5, 18)), "2026-01-05"),
    (words.say_list(["squat", "row", "press"]), "squat, row and press"),
    (words.say_list(["Montag", "Dienstag"], "or", language="de"), "Montag oder Dienstag"),
    (words.say_reps(1), "1 repetition"),
    (words.say_reps(3, language="de"), "3 Wiederholungen"),
    (words.say_set(PULL), "deadlift 180 kg x 3"),
    (
        words.say_set(lg.PlannedSet(lift="deadlift", load_kg=182.5, reps=3), language="de"),
        "Kreuzheben 182,5 kg x 3",
    ),
    (
        words.say_set(lg.PlannedSet(lift="pull_up", load_kg=0, reps=5, assist_kg=20)),
        "pull-up x 5 with 20 kg of help",
    ),
    (
        movement_text(lg.Movement(motion="rotation", peak_velocity_deg_s=120), ENGLISH),
        "turning at 120 degrees a second",
    ),
    (
        muscle_text("erector_spinae", ENGLISH),
        "the erector spinae (the long muscles along the spine)",
    ),
    (words.say_pain(SPASM), "spasm in the lower back on 2026-01-05"),
    (words.say_pain(SPASM, NOW), "the spasm in the lower back 2 days ago"),
    (words.say_pain(SPASM, language="de"), "Krampf im unteren Rücken am 2026-01-05"),
    (
        records_text(["warm_ups", "stillness", "rising"], ENGLISH),
        "warm-ups, stillness or rising",
    ),
    (words.say_part("fatigue", 0.2), "partly fatigue"),
    (words.say_part("overload", 0.8), "mostly overload"),
    (words.say_part("overload", None), "overload"),
    (change_text(step("lower_load", 92.5, 5), ENGLISH), "lower the load to 92.5 kg"),
    (change_text(step("lower_load", 92.5, 5), GERMAN), "senke die Last auf 92,5 kg"),
    (failing_text(1, ENGLISH), "it does not go up"),
    (failing_text(3, ENGLISH), "it does not go up 3 times"),
    (
        words.say_trace(trace()),
        "the third session in four days (on 2 of 41 other days)",
    ),
    (
        words.say_strength(pattern())[0],
        "Nine in ten, the true figure lies between 1.6 and 12 times.",
    ),
    (
        words.say_evidence(because("fatigue", evidence=(told("rest", 4.0, "min"),))),
        ["Rest since the last set: 4 minutes."],
    ),
    (ENGLISH.text("caveats", "a_new_one"), "a new one"),
    (GERMAN.text("spans", "days", 1, n="1"), "1 Tag"),
    (GERMAN.text("spans", "days", 2, n="2"), "2 Tage"),
    (GERMAN.after_colon("ob es geht"), "Ob es geht"),
    (ENGLISH.after_colon("whether"), "whether"),
    (capital("an EZ-bar"), "An EZ-bar"),
    (capital(""), ""),
    (sentence("stop here", "the set is beyond"), "Stop here; the set is beyond."),
]


@pytest.mark.parametrize(("said", "expected"), PARTS)
def test_parts_of_sentences(said, expected):
    """Each reads as it was written down by hand."""
    assert said == expected


def test_a_number_in_every_form():
    """1.15 is 15 % more than 1, and 115 %; 90 minutes are neither hours nor days yet."""
    forms = forms_of_number(1.15, "1", ENGLISH)
    assert (forms["more"], forms["share"], forms["n"]) == ("15 %", "115 %", "1")
    minutes = forms_of_number(90.0, "min", ENGLISH)
    assert (minutes["span"], minutes["days"]) == ("90 minutes", "less than a day")
    assert forms_of_number(3.0, "sessions", ENGLISH)["ordinal"] == "third"
    assert forms_of_number(0.45, "m/s", GERMAN)["speed"] == "0,45 m/s"


def test_dates_are_counted_on_the_calendar():
    """Before 18:00 lie 16.8 hours on the same date, 19.2 on the one before."""
    at = datetime(2026, 1, 7, 18)
    assert (calendar_days(at, 0.7), calendar_days(at, 0.8)) == (0, 1)


# --- rules ---


@pytest.mark.parametrize(
    ("share", "about"),
    [(0.39, "Partly"), (0.4, "About half"), (0.59, "About half"), (0.6, "Mostly")],
)
def test_shares_are_rough_fractions(share, about):
    """Below 0.4 partly, below 0.6 about half, from there mostly; and never a percentage."""
    said = words.say_cause(because("overload", share=share), FULL)
    assert said.startswith(f"{about} overload")
    assert "%" not in said


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("named", [True, False])
def test_words_name_the_causes_that_are_named(level, named):
    """The cause alone decides; else it does not stand out, whatever the level is."""
    one = because("overload", 1.0, named=named)
    judged = verdict(level, 0.1, causes=(one,))
    said = words.say_cause(one, judged)
    assert said.startswith("Mostly overload") == named
    assert ("does not stand out" in said) != named
    assert (said in words.say_details(judged)) == named
    assert (said in words.say_paragraph(judged)) == named


CAREFUL = lg.Guard(policy=lg.Policy(caution=0.02, beyond=0.05))
BOLD = lg.Guard(policy=lg.Policy(caution=0.25, beyond=0.5, step_kg=20.0))


@pytest.mark.parametrize("hurts", [False, True])
def test_words_follow_the_policy_of_the_host(hurts):
    """
    A triple that fails about one time in seven has overload named from 0.02 on, not from 0.25 on.

    Where a pain holds the lift too, the bolder host finds that pain alone made the flag.
    """
    done = [
        lg.LoggedSet(lift="deadlift", at=NOW - timedelta(weeks=n), load_kg=150, reps=3, rpe=9)
        for n in range(10, 0, -1)
    ]
    ache = lg.Pain(at=NOW - timedelta(weeks=1), region="low_back", severity=4)
    state = CAREFUL.replay(lg.History([*done, *([ache] if hurts else [])])).state
    triple = lg.PlannedSet(lift="deadlift", load_kg=157.5, reps=3)
    for guard, named in ((CAREFUL, ["overload"]), (BOLD, [])):
        found = guard.check(state, triple, at=NOW)
        assert 0.1 <= found.p_beyond < 0.25
        assert found.pain == (ache if hurts else None)
        assert [one.code for one in found.causes if one.named] == named
        for said in (
            words.say_paragraph(found),
            " ".join(words.say_details(found)),
            words.say_cause(found.causes[0], found),
            lg.display.text(found),
            lg.display.card(found),
        ):
            assert ("Mostly overload" in said) == bool(named)
        assert ("<td>100 %</td>" in lg.display.card(found)) == bool(named)


def test_a_verdict_of_before_names_were_kept_is_read():
    """It names no cause, and says what was recorded of them."""
    stored = json.loads(lg.dumps(FULL))
    for cause in stored["value"]["causes"]:
        assert cause.pop("named")
    found = lg.loads(json.dumps(stored), expect=Verdict)
    assert [one.named for one in found.causes] == [False] * 3
    assert not any("overload" in line for line in words.say_details(found))
    assert "The set asks for as much as a single of 196 kg." in words.say_details(found)


def test_what_takes_next_to_nothing_is_not_told():
    """Fatigue of 0.9 % is no line for a clear set; 1 % is; of a named cause all is told."""

    def told_at(level, lost):
        named = level >= Level.CAUTION
        one = because("fatigue", evidence=(told("lost_to_fatigue", lost),), named=named)
        return "Fatigue takes" in " ".join(words.say_details(verdict(level, 0.1, causes=(one,))))

    assert [told_at(Level.CLEAR, 0.009), told_at(Level.CLEAR, 0.01)] == [False, True]
    assert told_at(Level.CAUTION, 0.004)
    for lost, said in ((0.004, "Fatigue takes under 1 % of"), (0.01, "Fatigue takes about 1 % of")):
        cause = because("fatigue", evidence=(told("lost_to_fatigue", lost),))
        assert said in " ".join(words.say_details(verdict(Level.CAUTION, 0.1, causes=(cause,))))
    none = because("overload", evidence=(told("demand", 100.0, "kg"),))
    assert is_worth_a_line(none)  # what takes nothing away by a number may take much


def test_one_thing_is_one_number():
    """A best of 30 days that is that of 90, and what a single asks for, are not said twice."""
    bests = [told("best_30_days", 150.0, "kg"), told("best_90_days", 150.0, "kg")]
    for other, said in (
        (150.0, "150 kg in 30 days, and in 90."),
        (160.0, "and 160 kg in 90 days."),
    ):
        bests[1] = told("best_90_days", other, "kg")
        one = because("overload", evidence=tuple(bests))
        assert said in " ".join(words.say_details(verdict(Level.CAUTION, 0.2, causes=(one,))))
    asks = because("overload", evidence=(told("demand", 180.0, "kg"),))
    for reps, is_said in ((1, False), (2, True)):
        planned = lg.PlannedSet(lift="deadlift", load_kg=180, reps=reps)
        lines = words.say_details(verdict(Level.CAUTION, 0.2, planned, causes=(asks,)))
        assert any("as much as a single" in line for line in lines) == is_said


def test_the_body_alone_is_no_load_of_nothing():
    """Without a load a pull-up has its repetitions, and what is asked beside it the bodyweight."""
    pull_up = lg.PlannedSet(lift="pull_up", load_kg=0, reps=9)
    found = attrs.evolve(verdict(Level.CLEAR, 0.03, pull_up), max_load_kg=0.0)
    assert words.say_verdict(found).startswith("CLEAR: pull-up x 9 is")
    assert "Most that stays clear for 9 repetitions: bodyweight." in words.say_details(found)
    loads = [(0.0, 0.0), (10.0, 0.0), (0.0, 20.0), (2.5, 20.0)]
    assert [loaded_text(*load, Voice()) for load in loads] == [
        "bodyweight", "10 kg", "20 kg of help", "2.5 kg with 20 kg of help"
    ]  # fmt: skip
    assert loaded_text(0.0, 0.0, Voice(language="de")) == "Körpergewicht"


def test_doubts_are_one_sentence():
    """What makes a verdict less sure stands together, and what is hardly ever noted is not told."""
    caveats = ("few_sets", "high_reps", "wide_belief")
    missing = ("warm_ups", "stillness", "rising", "velocity")
    found = verdict(Level.CAUTION, 0.2, caveats=caveats)
    found = attrs.evolve(found, not_assessed=("rapid_movement",), missing_records=missing)
    less, unsaid = words.say_details(found)[-2:]
    assert less == (
        "Less sure, as there are only a few sets of this lift in the records; sets of so many "
        "repetitions say little about a single."
    )
    assert unsaid == "Rapid movement was not assessed: the log has no warm-ups."
    quick = attrs.evolve(found, missing_records=("stillness",))
    assert words.say_details(quick)[-1].endswith("the log has no stillness.")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_nobody_is_spoken_to_of_what_is_theirs(language):
    """Whoever reads it, the lifter or a coach: no text says whose records or back these are."""
    theirs = re.compile(r"\b(your|you|du|dich|dein\w*)\b", re.IGNORECASE)
    groups = ("sentences", "details", "caveats", "cause_sentences", "evidence", "effects", "places")
    said = [text for group in groups for text in words.LANGUAGES[language][group].values()]
    assert [text for text in said if theirs.search(text)] == []


def test_the_most_telling_reason_for_not_knowing():
    """Without any set that is said, not that the belief is wide, in whatever order they come."""
    said = words.say_verdict(verdict(Level.UNKNOWN, caveats=("wide_belief", "no_sets")))
    assert "no set of this lift" in said
    assert "open" not in said


def test_pain_without_a_probability():
    """A pull-up over the ceiling without a bodyweight has a level and no chance."""
    pull_up = lg.PlannedSet(lift="pull_up", load_kg=0, reps=5)
    said = words.say_verdict(verdict(Level.CAUTION, None, pull_up, pain=SPASM))
    assert said.endswith("pull-up x 5 is more than it leaves room for.")
    assert "%" not in said


def test_a_way_back_from_a_pain_goes_by_the_pain():
    """
    After time off the weeks are enough; out of a pain each goes well before the next one.

    Of the plan, 180 kg x 3, it ends short, and says so.
    """
    way = (
        step("way_back", 100.0, 5, minutes=10080.0, rpe=6.5),
        step("way_back", 110.0, 5, minutes=20160.0),
    )
    weeks = "2026-01-14 deadlift 100 kg x 5 at RPE 6.5; 2026-01-21 deadlift 110 kg x 5."
    (off, short), (hurt, short_too) = (
        words.say_details(verdict(Level.CAUTION, 0.2, steps=way, pain=one))[-2:]
        for one in (None, SPASM)
    )
    assert short == short_too == "The way back ends there, short of deadlift 180 kg x 3."
    assert off == f"A way back: {weeks}"
    assert hurt == (
        "A way back, each step only if the one before and the day after it brought no more pain, "
        f"else the same again: {weeks}"
    )


def test_no_way_out_is_said():
    """Of a pain it is that nothing is offered today, else that nothing was found."""
    off, hurt = (words.say_details(verdict(Level.CAUTION, 0.2, pain=one)) for one in (None, SPASM))
    assert off == ["No change that was looked at clears it."]
    assert hurt == ["Nothing that loads this place is offered for today."]


def test_the_last_set_is_told_once_and_not_of_today():
    """A verdict that says how long ago it was needs no line; a set of today is no news."""
    line = "Last set of this lift: 3 days before, on 2026-01-04."
    for level, days, caveats, said in (
        (Level.CAUTION, 3.0, (), True),
        (Level.CAUTION, 0.9, (), False),
        (Level.UNKNOWN, 3.0, ("wide_belief",), True),
        (Level.UNKNOWN, 3.0, ("long_break", "wide_belief"), False),
    ):
        one = because("overload", evidence=(told("days_since", 3.0, "days"),))
        judged = verdict(level, 0.2, causes=(one,), days_since=days, caveats=caveats)
        assert (line in words.say_details(judged)) is said


@pytest.mark.parametrize(
    ("level", "pain", "said"),
    [
        (Level.CAUTION, None, True),
        (Level.CAUTION, SPASM, False),  # it would read as "you could, pain apart"
        (Level.CLEAR, SPASM, False),
        (Level.UNKNOWN, None, False),
    ],
)
def test_what_is_possible_is_not_told_of_who_is_held_back(level, pain, said):
    """Of a body that hangs on the bar it is told as what is added to it."""
    chins = lg.PlannedSet(lift="pull_up", load_kg=30, reps=3)
    for planned, added in ((PULL, ""), (chins, ", added to the body")):
        lines = words.say_details(verdict(level, 0.1, planned, band=BAND, pain=pain))
        line = (
            f"Possible for 3 repetitions today{added}: 175.5 kg, nine in ten between 160 kg and "
            "190 kg."
        )
        assert (line in lines) is said
        assert any("Possible" in one for one in lines) is said


def test_sets_that_are_missing_before_a_pain():
    """A log that holds sets may hold none that matter: those are named."""
    bare = Finding(pain=SPASM, causes=(reason("fatigue", missing=("sets",)),), missing_records=())
    assert words.say_reasons(bare) == [
        (
            "Nothing that was recorded speaks for fatigue. "
            "The log has no sets that load this place shortly before."
        )
    ]


def test_what_was_noted_for_the_first_time_is_said():
    """Without ten other days with such a note nothing can stand out, but it is not kept back."""
    still = Trace(code="still_minutes", value=175.0, unit="min", alike=0, days=0, distinctive=False)
    said = words.say_reasons(
        Finding(
            pain=SPASM,
            causes=(Reason(code="rapid_movement", distinctive=False, traces=(still,), regions=()),),
            missing_records=(),
        )
    )
    assert said[0].startswith("Whether rapid movement was unusual cannot be said, with too few")
    assert "as on other days" not in said[0]
    assert "2.9 hours" in said[0] or "175 minutes" in said[0] or "3 hours" in said[0]


def test_several_numbers_of_one_kind_share_a_line():
    """Bests stand together even where a spike was told between them; trifles stand nowhere."""
    numbers = (
        told("best_30_days", 182.5, "kg"),
        told("spike", 1.074),
        told("best_90_days", 190.0, "kg"),
        told("tired_by:squat", 0.0049),
        told("tired_region:glutes", 0.0049),
    )
    assert words.say_paragraph(because("overload", evidence=numbers)) == (
        "Best as a single: 182.5 kg in 30 days and 190 kg in 90 days. "
        "The set asks for 7 % more than the best of 30 days."
    )


@pytest.mark.parametrize("language", TONGUES)
def test_lines_of_tired_parts_are_short(language):
    """Three common lifts or three regions, with the longest names that there are words for."""
    common = {code: LANGUAGES[language]["lifts"][code] for code in LANGUAGES["en"]["lifts"]}
    names = {
        "tired_by": sorted(common.items(), key=lambda pair: -len(pair[1])),
        "tired_region": sorted(
            LANGUAGES[language]["muscle_names"].items(), key=lambda pair: -len(pair[1])
        ),
    }
    for code, pairs in names.items():
        numbers = tuple(told(f"{code}:{name}", 0.0525) for name, _ in pairs[:3])
        said = words.say_paragraph(because("fatigue", evidence=numbers), language=language)
        assert len(said) <= 145, said


def test_few_days_are_those_of_the_host():
    """Nine other days are too few by default, and enough for who says so."""
    one = trace(alike=4, days=9, told=False)
    for trace_, told in (
        (one, "Whether fatigue was"),
        (attrs.evolve(one, comparable=True), "Fatigue was much as"),
    ):
        found = Finding(pain=SPASM, causes=(reason("fatigue", trace_),), missing_records=())
        assert words.say_reasons(found)[0].startswith(told)


def test_days_are_those_of_the_calendar():
    """Noon on the day after is one day later, six in the morning two days after is two."""
    hurt = lg.Pain(at=datetime(2026, 1, 5), region="knee", severity=3)
    for at, ago in (
        (datetime(2026, 1, 6, 20), "1 day ago"),
        (datetime(2026, 1, 7, 6), "2 days ago"),
    ):
        assert words.say_pain(hurt, at) == f"the ache in the knee {ago}"


def test_an_assumed_rest_is_no_evidence():
    """Where rests are not in the log the usual one is not said as if it had been measured."""
    assert "typical_rest" in FULL.caveats
    assert not any("Rest since" in line for line in words.say_details(FULL))
    measured = attrs.evolve(FULL, caveats=())
    assert any("Rest since the last set: 2.5" in line for line in words.say_details(measured))


def test_a_mistyped_lift_is_offered_the_nearest_name():
    """It stays UNKNOWN, and the sentence says what may have been meant."""
    odd = lg.PlannedSet(lift="deadlfit", load_kg=100, reps=3)
    verdict = lg.Guard().check(lg.Guard().start(), odd, at=NOW)
    assert "the nearest known name is deadlift" in words.say_verdict(verdict)
    assert "nächste bekannte Name ist Kreuzheben" in words.say_verdict(verdict, language="de")


def test_a_pain_of_today():
    """A pain of some hours ago was less than a day ago."""
    today = lg.Pain(at=NOW - timedelta(hours=5), region="knee", severity=3)
    assert words.say_pain(today, NOW) == "the ache in the knee less than a day ago"
    assert words.say_pain(today, NOW, language="de") == (
        "der Schmerz im Knie vor weniger als einem Tag"
    )


@pytest.mark.parametrize("language", TONGUES)
def test_pounds_are_pounds_throughout(language):
    """No load of a verdict in pounds is said in kilograms."""
    said = [
        words.say_paragraph(FULL, "lb", language=language),
        *words.say_details(FULL, "lb", language=language),
        *(words.say_paragraph(one, "lb", language=language) for one in (*FULL.causes, *TRIED)),
    ]
    assert " lb" in " ".join(said)
    assert not re.search(r"\bkg\b", " ".join(said))


def test_pounds_by_hand():
    """180 kg are 396.832 lb, and 405 lb are 183.7049 kg."""
    planned = lg.PlannedSet(lift="deadlift", load_kg=lg.kg_from_lb(405), reps=3)
    assert words.say_set(planned, "lb") == "deadlift 405 lb x 3"
    assert words.say_load(180.0, "lb") == "397 lb"
    assert words.say_plates(180.0, "lb", language="de") == "396,8 lb"


@pytest.mark.parametrize(
    ("kg", "english", "german"),
    [(127.5, "127.5 kg", "127,5 kg"), (126.25, "126 kg", "126 kg"), (0.0, "0 kg", "0 kg")],
)
def test_loads_to_the_half_kilogram(kg, english, german):
    """A comma in German; 126.25 is as near to 126 as to 126.5 and goes to the even step."""
    assert words.say_load(kg) == english
    assert words.say_load(kg, language="de") == german


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0.75, "45 seconds"),
        (1.5, "90 seconds"),
        (2.0, "2 minutes"),
        (2.5, "2.5 minutes"),
        (45.0, "45 minutes"),
        (90.0, "90 minutes"),
        (120.0, "2 hours"),
        (150.0, "2.5 hours"),
        (2879.0, "48 hours"),
        (2880.0, "2 days"),
        (4320.0, "3 days"),
    ],
)
def test_spans(minutes, said):
    """The unit grows with the span."""
    assert words.say_span(minutes) == said


@pytest.mark.parametrize(
    ("p", "english", "german"),
    [
        (0.0099, "under 1 %", "unter 1 %"),
        (0.01, "1 %", "1 %"),
        (0.0899, "8 %", "8 %"),  # of which 9 % would say CAUTION
        (0.09, "9 %", "9 %"),
        (0.2999, "29 %", "29 %"),
        (0.29, "29 %", "29 %"),  # though 100 times it are 28.999999999999996
        (0.99, "99 %", "99 %"),
        (0.9901, "over 99 %", "über 99 %"),
    ],
)
def test_chances_near_the_ends_and_limits(p, english, german):
    """None is said to be none or certain, or to reach a limit that it does not reach."""
    assert words.say_chance(p) == english
    assert words.say_chance(p, language="de") == german


def test_lifts_in_the_middle_of_a_sentence():
    """Small letters in English but for proper names; what German lacks is English."""
    assert words.say_lift("ez_bar_curl") == lg.LIFTS["ez_bar_curl"].name == "EZ-bar curl"
    assert words.say_lift("machine_row") == "machine row"
    assert words.say_lift("Atlas stone", language="de") == "Atlas stone"
    assert words.say_lift("romanian_deadlift", language="de") == "rumänisches Kreuzheben"
    assert lg.find_lift(words.say_lift("deadlift", language="de")).key == "deadlift"


# --- everything else ---


def all_evidence(language):
    """Say one of each number that speaks for a cause, and each cause."""
    texts = LANGUAGES[language]
    units = {kind.code: kind.unit for kind in KINDS}
    of = {"tired_by": (":squat", ":Atlas stone"), "tired_region": (":grip", ":glutes")}
    of["moved"] = tuple(f":{code}" for code in texts["moves"])
    for code in texts["evidence"]:
        evidence = tuple(told(code + one, 1.2) for one in of.get(code, ("",)))
        one = because("fatigue", evidence=evidence)
        yield words.say_paragraph(one, language=language)
    for code in texts["traces"]:
        for value in (1.0, 3.0):
            name = ":flexion" if code == "moved" else ""
            yield words.say_trace(trace(code + name, value, units[code]), language=language)
    for code in texts["causes"]:
        for share in (None, 0.1, 0.5, 0.9):
            yield words.say_cause(because(code, share=share), FULL, language=language)


def all_verdicts(language):
    """Say one of each verdict, caveat and step."""
    texts = LANGUAGES[language]
    for code in texts["caveats"]:
        doubtful = verdict(Level.CLEAR, 0.1, caveats=(code,))
        yield from words.say_details(doubtful, language=language)
        yield words.say_verdict(verdict(Level.UNKNOWN, caveats=(code,)), language=language)
    for code in texts["steps"]:
        yield words.say_paragraph(step(code), language=language)
        yield words.say_paragraph(step(code), at=NOW, language=language)
    for level in Level:
        for motion in texts["motions"]:
            yield words.say_paragraph(movement(level, motion), language=language)
        for kind in texts["pains"]:
            pain = lg.Pain(at=NOW, region="hip", severity=5, kind=kind)
            yield words.say_paragraph(verdict(level, 0.1, pain=pain), language=language)
    yield words.say_paragraph(FULL, language=language)
    yield from words.say_details(FULL, language=language)


def all_findings(language):
    """Say one of each finding and pattern."""
    texts = LANGUAGES[language]
    for kind in texts["pains"]:
        pain = lg.Pain(at=NOW, region="hip", severity=5, kind=kind)
        empty = Finding(pain=pain, causes=(), missing_records=RECORDS)
        yield words.say_finding(empty, language=language)
    yield words.say_paragraph(FOUND, language=language)
    for code in texts["circumstances"]:
        for kind in texts["events"]:
            yield words.say_paragraph(pattern(kind, code, "squat"), language=language)
    searched = tuple(Searched(kind="flag", events=7, cases=80, tried=n) for n in (0, 1, 9))
    found = Patterns(found=(pattern(),), searched=searched)
    yield from words.say_patterns(found, language=language)


def everything(language):
    """Say one of each that there is a text for."""
    yield from all_evidence(language)
    yield from all_verdicts(language)
    yield from all_findings(language)


@pytest.mark.parametrize("language", TONGUES)
def test_everything_can_be_said(language):
    """Every text is filled in, reads on from a capital or a number, and no code shows."""
    for said in everything(language):
        assert not re.search(r"[{}_|]|\s\s|\.\.|;\s*[;.]|:\s*[;.]", said), said
        assert said == said.strip()
    assert not any(re.search(r"\d\.\d", said) for said in everything("de"))


@pytest.mark.parametrize("language", TONGUES)
def test_no_number_stands_beside_harm(language):
    """No clause holds both a percentage and a spasm, a harm or an injury."""
    harm = re.compile(r"injur|verletz|harm|hurt|spasm|krampf|schaden", re.IGNORECASE)
    for said in everything(language):
        for clause in re.split(r"[;:.]\s", said):
            assert not (harm.search(clause) and "%" in clause), clause
        assert not re.search(r"risk of injury|verletzung", said, re.IGNORECASE)


@pytest.mark.parametrize("language", TONGUES)
def test_a_code_without_words_stands_for_itself(language):
    """What a later version emits is shown as it is, with spaces, and nothing fails."""
    strange = verdict(
        Level.CAUTION,
        0.1,
        causes=(because("new_cause", evidence=(told("new_{number}", 2.0, "furlongs"),)),),
        steps=(step("new_step"),),
        caveats=("new_caveat",),
        not_assessed=("new_cause",),
        missing_records=("new_record",),
    )
    said = " ".join(words.say_details(strange, language=language))
    for phrase in ("new cause", "new {number}", "new step", "new caveat", "new record"):
        assert phrase.lower() in said.lower()
    assert "new trace" in words.say_trace(trace("new_trace"), language=language)
    assert "new place" in words.say_pattern(pattern(code="new_place"), language=language)


SPEAKING = [name for name in words.__all__ if name != "LANGUAGES"]


@pytest.mark.parametrize("name", SPEAKING)
def test_every_function_takes_a_language(name):
    """All speak English unless told otherwise, and by keyword only."""
    parameter = inspect.signature(getattr(words, name)).parameters["language"]
    assert (parameter.default, parameter.kind) == ("en", inspect.Parameter.KEYWORD_ONLY)


@pytest.mark.parametrize("path", sorted((HOUSE / "words").glob("*.py")), ids=lambda one: one.stem)
def test_inside_the_room_a_voice_goes_through(path):
    """Only the doors take a language or a unit of loads; all else is handed the voice."""
    if path.stem == "doors":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            taken = {one.arg for one in (*node.args.args, *node.args.kwonlyargs)}
            assert taken.isdisjoint({"language", "unit"}), node.name


@pytest.mark.parametrize("language", TONGUES)
def test_a_voice_knows_which_lifts_it_can_name(language):
    """The deadlift has a text in each language, the Atlas stone in none."""
    voice = Voice(language=language)
    assert voice.has_text("lifts", "deadlift")
    assert not voice.has_text("lifts", "Atlas stone")


def test_a_voice_is_a_value():
    """It is equal by what it holds, cannot be changed, and speaks English kilograms by default."""
    assert Voice() == Voice(language="en", unit="kg") != Voice(unit="lb")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Voice().unit = "lb"


@pytest.mark.parametrize("language", ["fr", "", None, "EN", ["de"]])
def test_an_unknown_language_is_refused(language):
    """The error names the languages that there are."""
    with pytest.raises(lg.InvalidValue, match=r'language: got .*, wanted "en" or "de"') as caught:
        words.say_verdict(SENTENCES[0][0], language=language)
    assert caught.value.where == "language"


def test_an_unknown_unit_is_refused():
    """Only kilograms and pounds are said."""
    with pytest.raises(lg.InvalidValue, match='unit: got \'stone\', wanted "kg" or "lb"'):
        words.say_verdict(SENTENCES[0][0], "stone")


# --- what the library really says ---


@pytest.fixture(scope="module")
def demo():
    text = resources.files("liftguard").joinpath("demo.csv").read_bytes()
    history = lg.read_log(text).history
    return history, lg.Guard().replay(history).state


@pytest.mark.parametrize("language", TONGUES)
def test_a_real_log_is_told_in_words(demo, language):
    """Sets, movements, a pain and patterns of a whole log: no code shows in what is said."""
    history, state = demo
    guard, at = lg.Guard(), history[-1].at + timedelta(days=1)
    hurt = guard.learn(state, lg.Pain(at=history[-1].at, region="low_back", severity=7))
    said = []
    for before in (state, hurt):
        for lift, load in (("deadlift", 100), ("deadlift", 165), ("squat", 120), ("dip", 0)):
            planned = lg.PlannedSet(lift=lift, load_kg=load, reps=3)
            found = guard.check(before, planned, at=at)
            said += [
                words.say_paragraph(found, language=language),
                *words.say_details(found, language=language),
            ]
        turn = guard.check(before, lg.Movement(motion="rotation"), at=at)
        said.append(words.say_paragraph(turn, language=language))
    pain = lg.Pain(at=history[-1].at + timedelta(hours=1), region="low_back", severity=7)
    said.append(words.say_paragraph(guard.investigate(history, pain), language=language))
    said += words.say_patterns(guard.patterns(history), language=language)
    for text in said:
        assert "_" not in text
        assert re.search(r"[.!]$", text)
