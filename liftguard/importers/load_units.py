"""
Loads in kilograms: the unit a file says, or the one its numbers give away.

Reason to change: a new sign by which pounds and kilograms are told apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

import attrs

from liftguard.importers.cells import Wrong, read_number
from liftguard.lifts import lift_key
from liftguard.phrase import Phrase
from liftguard.records.checks import HEAVIEST_KG, LIGHTEST_KG, LOADS
from liftguard.units import KG_PER_LB, kg_from_lb

__all__ = ["Unit", "converted_kg", "kg_reader", "unit_from_numbers"]

_PATTERN_SHARE = 0.8  # of the crooked loads must be whole in the other unit
_PATTERN_LEAST = 2  # distinct loads, where they have only two decimals
_SURE = 3.0  # log-odds, twenty to one
_LONG = 6  # decimals that nobody types

# House rule, from the loads of public logs: how often a distinct load on the barbell is of
# each kind where it was counted in pounds, and where in kilograms. Steps of 2.5 stand apart:
# a lifter has the small plates or has not, so that their share varies from one to the next.
_LB_LADDER = frozenset((45, 95, 135, 185, 225, 275, 315, 365, 405, 455, 495, 545))
_KG_LADDER = frozenset((20, 60, 100, 140, 180, 220, 260))
_PLATES = Phrase("plate ladder")
_KINDS: tuple[tuple[str, float, float, Callable[[float], bool]], ...] = (
    (_PLATES, 0.41, 0.06, lambda load: load in _LB_LADDER),
    (_PLATES, 0.05, 0.29, lambda load: load in _KG_LADDER),
    (Phrase("less than a pound bar"), 0.02, 0.09, lambda load: load < 45.0),
    (Phrase("tens"), 0.15, 0.29, lambda load: load % 10.0 == 0.0),
    (Phrase("fives"), 0.29, 0.20, lambda load: load % 10.0 == 5.0),
)
_FINE = ((0.1, 3.0), (1.2, 6.0))  # share of steps of 2.5: beta distributions, in lb and in kg
_WITNESSES = 8  # distinct loads that count in full
# How heavy a lifter's upper loads are against the usual ones, on the log scale.
_SIZE_MEAN, _SIZE_SD, _SIZE_SD_OF_LIFT = -0.2, 0.3, 0.35  # of lifters; of the lifts of one
_MOST_BY_SIZE = 5.0  # log-odds
_USUAL_KG = {
    r"dead.?lift": 115.0,
    "squat": 95.0,
    r"bench.?press": 70.0,
    r"overhead.?press": 45.0,
    r"\bclean\b|snatch": 60.0,
    "barbell": 50.0,
}
_NOT_BARBELL = re.compile(r"dumbbell|machine|cable|smith|goblet|split|kettle|assist|\bsled|hack")


@attrs.frozen(kw_only=True)
class Unit:
    """The unit of a column of loads, how it is known, and whether it holds converted kg."""

    name: str
    evidence: str = ""
    converted: bool = False


def kg_reader(unit: Unit) -> Callable[[str], float | Wrong | None]:
    """Make a reader that gives the loads of a column in kilograms, and refuses what is none."""

    def read(text: str) -> float | Wrong | None:
        load = read_number(text)
        if not load or isinstance(load, Wrong):
            return load
        kg = in_kg(text, load)
        return kg if LIGHTEST_KG <= abs(kg) <= HEAVIEST_KG else Wrong(LOADS)

    def in_kg(text: str, load: float) -> float:
        if unit.name == "kg":
            return round(load, 6)
        if unit.converted and (clean := _clean_kg(text, load)) is not None:
            return clean
        return kg_from_lb(load)

    return read


def unit_from_numbers(texts: Sequence[str], lifts: Sequence[str]) -> Unit | None:
    """Infer the unit of a column from its loads; None where they do not show it."""
    loads = {
        text: number
        for text in dict.fromkeys(texts)
        if isinstance(number := read_number(text), float) and number != 0.0
    }
    if not loads:
        return Unit(name="kg", evidence=Phrase("no loads in the file"))
    return converted_kg(loads) or _artefact(loads) or _converted_lb(loads) or _ladder(texts, lifts)


def converted_kg(loads: dict[str, float]) -> Unit | None:
    """See that a column of pounds holds kilograms of a lifter whose app is set to pounds."""
    crooked = {text: load for text, load in loads.items() if _decimals(text) >= 2 and load % 0.5}
    crooked = {text: load for text, load in crooked.items() if _artefact_of(text) is None}
    clean = {text: kg for text, load in crooked.items() if (kg := _clean_kg(text, load))}
    enough = len(clean) >= _PATTERN_LEAST or any(_decimals(text) >= _LONG for text in clean)
    if not clean or not enough or len(clean) < _PATTERN_SHARE * len(crooked):
        return None
    text = max(clean, key=lambda one: clean[one])
    held = Phrase("{lb:.2f} = {kg:g} kg", lb=loads[text], kg=clean[text])
    evidence = Phrase("the column is in pounds but holds converted kilograms ({held})", held=held)
    return Unit(name="lb", evidence=evidence, converted=True)


def _clean_kg(text: str, load: float) -> float | None:
    """Give the quarter kilogram that a crooked number of pounds stands for."""
    if load % 0.5 == 0.0:
        return None
    kg = load * KG_PER_LB
    quarter = round(kg * 4.0) / 4.0
    slack = 1e-3 if _decimals(text) > 2 else 2.3e-3
    return quarter if abs(kg - quarter) <= slack else None


def _decimals(text: str) -> int:
    return len(text.strip().replace(",", ".").partition(".")[2])


def _artefact_of(text: str) -> float | None:
    """Give the half pound that a text such as 185.00000000000003 stands for."""
    load = read_number(text)
    if not isinstance(load, float) or _decimals(text) < _LONG:
        return None
    half = round(load * 2.0) / 2.0
    return half if load != half and math.isclose(load, half, rel_tol=1e-9) else None


def _artefact(loads: dict[str, float]) -> Unit | None:
    """See pounds in the dust that an app's way to kilograms and back has left."""
    for text in loads:
        if _artefact_of(text) is not None:
            return Unit(
                name="lb", evidence=Phrase("float artefacts such as {text}", text=text.strip())
            )
    return None


def _converted_lb(loads: dict[str, float]) -> Unit | None:
    """See that a column of kilograms holds pounds of a lifter whose app is set to kg."""
    crooked = [text for text, load in loads.items() if _decimals(text) >= 2 and load % 0.25]
    pounds: dict[str, float] = {}
    for text in crooked:
        lb = loads[text] / KG_PER_LB
        whole = round(lb / 2.5) * 2.5
        if whole and abs(lb - whole) <= (0.012 if _decimals(text) == 2 else 1e-3):
            pounds[text] = whole
    if len(pounds) < _PATTERN_LEAST or len(pounds) < _PATTERN_SHARE * len(crooked):
        return None
    text = max(pounds, key=lambda one: pounds[one])
    held = Phrase("{text} = {lb:g} lb", text=text.strip(), lb=pounds[text])
    return Unit(
        name="kg",
        evidence=Phrase(
            "the column is in kilograms but holds converted pounds ({held})", held=held
        ),
    )


def _ladder(texts: Sequence[str], lifts: Sequence[str]) -> Unit | None:
    """Weigh the loads on the barbell: plates make other sums in pounds than in kg."""
    usual = {lift: _usual_kg(lift) for lift in dict.fromkeys(lifts)}
    loads: list[float] = []  # each distinct one of each lift
    sizes: dict[str, list[float]] = {}
    for lift, text in dict.fromkeys(zip(lifts, texts, strict=True)):
        load, heavy = read_number(text), usual[lift]
        if heavy is not None and isinstance(load, float) and load > 0.0:
            loads.append(load)
            sizes.setdefault(lift, []).append(math.log(load / heavy))
    odds, signs = _odds_of_kinds(loads)
    total = odds + (_odds_of_sizes(sizes) if sizes else 0.0)
    if not signs or abs(total) < _SURE:
        return None
    own = {sign: found for (sign, for_lb), found in signs.items() if for_lb == (total > 0.0)}
    own = own or {Phrase("size"): loads}  # it outweighs all other signs
    sign = _PLATES if _PLATES in own else max(own, key=lambda one: len(own[one]))
    shown = "/".join(f"{load:g}" for load in sorted(set(own[sign]))[-4:])
    return Unit(
        name="lb" if total > 0.0 else "kg",
        evidence=Phrase("{sign} {loads} on the barbell", sign=sign, loads=shown),
    )


def _odds_of_kinds(
    loads: Sequence[float],
) -> tuple[float, dict[tuple[str, bool], list[float]]]:
    """Weigh which loads there are; the second value lists them by sign, and for pounds or not."""
    odds: list[float] = []  # of pounds, as a logarithm, of each load
    signs: dict[tuple[str, bool], list[float]] = {}
    fine = [load for load in loads if load % 5.0 == 2.5]
    if fine:
        signs[Phrase("steps of 2.5"), False] = fine
    for load in loads:
        if load % 5.0 == 2.5:
            continue
        for sign, in_lb, in_kg, holds in _KINDS:
            if holds(load):
                odds.append(math.log(in_lb / in_kg))
                signs.setdefault((sign, in_lb > in_kg), []).append(load)
                break
    # Many loads of one lifter are no independent witnesses.
    mean = math.fsum(odds) / max(len(odds), 1)
    return mean * min(len(odds), _WITNESSES) + _odds_of_fine_steps(len(fine), len(loads)), signs


def _odds_of_sizes(sizes: dict[str, list[float]]) -> float:
    """Weigh how heavy the upper loads of each lift are against what is usual."""
    upper = [sorted(logs)[(3 * (len(logs) - 1)) // 4] for logs in sizes.values()]
    mean = math.fsum(upper) / len(upper) - _SIZE_MEAN
    between = -math.log(KG_PER_LB)  # how much larger the same loads are in pounds
    variance = _SIZE_SD**2 + _SIZE_SD_OF_LIFT**2 / len(upper)
    odds = between * (mean - between / 2.0) / variance
    return max(-_MOST_BY_SIZE, min(_MOST_BY_SIZE, odds))


def _odds_of_fine_steps(fine: int, loads: int) -> float:
    """Weigh how many of a lifter's loads need the small plates, which most have in kg only."""
    in_lb, in_kg = (
        _log_beta(more + fine, less + loads - fine) - _log_beta(more, less) for more, less in _FINE
    )
    return in_lb - in_kg


def _log_beta(first: float, second: float) -> float:
    return math.lgamma(first) + math.lgamma(second) - math.lgamma(first + second)


def _usual_kg(lift: str) -> float | None:
    """Give a usual heavy load of a barbell lift; None where it is none."""
    if not lift.strip():
        return None
    name = f"{lift} {lift_key(lift)}".casefold().replace("_", " ")
    if _NOT_BARBELL.search(name):
        return None
    return next((kg for word, kg in _USUAL_KG.items() if re.search(word, name)), None)
