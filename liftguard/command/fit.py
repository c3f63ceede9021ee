"""
Fit constants on logs, with their doubt: the command `fit`.

It fits the weights of own outcomes, the noise of sets to failure and the habit of stopping short on
all lifters but those left out, then once more without each lifter in turn, who is scored by that.
With `--outcomes` the first alone, which takes no search. With `--meets` the constants of the meet
forecaster follow, and what they say about the model's own.

Reason to change: what is fitted, or what is told of it.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Sequence

import attrs

import liftguard as lg
from liftguard.command.options import tell_progress
from liftguard.evaluation.array_checks import Floats
from liftguard.evaluation.folder import Folder, Lifter, read_folder
from liftguard.evaluation.habits import STOPPING, HabitPrior
from liftguard.evaluation.meet_fit import fit_halves
from liftguard.evaluation.meets import read_meets
from liftguard.evaluation.metrics import expected_over_observed
from liftguard.evaluation.outcome_fit import Outcomes, fit_outcomes, outcomes_of, said_of
from liftguard.evaluation.set_fit import (
    Fit,
    fit_failures,
    fit_stopping,
    plans_by,
    score_failures,
    score_stopping,
)

__all__ = ["fit"]

_WEEKS = 365.25 / 7.0  # of a year

Fitter = Callable[[Sequence[Lifter]], Fit]
Scorer = Callable[[Sequence[Lifter], Fit | None], tuple[float, int]]


def fit(options: argparse.Namespace) -> None:
    """Read a folder, fit what its logs can tell, and say how sure it is."""
    folder = read_folder(options.folder, tell=tell_progress)
    names, left_out = {one.name for one in folder.lifters}, set(options.leave_out)
    if left_out - names:
        raise lg.InvalidValue(
            where="--leave-out", got=sorted(left_out - names), wanted=f"some of {sorted(names)}"
        )
    if options.meets and not folder.meets:
        raise lg.InvalidValue(where="--meets", got="no table of meets", wanted="meets.csv.gz")
    lifters = [one for one in folder.lifters if one.name not in left_out]
    print(f"{len(lifters)} lifters; left out: {', '.join(sorted(left_out)) or 'nobody'}")
    params = lg.Params()
    _print_outcomes(lifters, params)
    if options.outcomes:
        return

    def failures(own: Sequence[Lifter], found: Fit | None) -> tuple[float, int]:
        return score_failures(own, attrs.evolve(params, **found.values) if found else params)

    def stopping(own: Sequence[Lifter], found: Fit | None) -> tuple[float, int]:
        plans = [plans_by(one, params) for one in own]
        return score_stopping(plans, HabitPrior(**found.values) if found else STOPPING)

    _print_fit("sets to failure", lifters, lambda own: fit_failures(own, params), failures)
    _print_fit("stopping short", lifters, lambda own: fit_stopping(own, params), stopping)
    if options.meets:
        _print_meets(folder)


def _print_fit(what: str, lifters: Sequence[Lifter], fitter: Fitter, scorer: Scorer) -> None:
    """Fit on all, then without each lifter in turn."""
    found = fitter(lifters)
    print(f"\n{what}, fitted on {', '.join(found.lifters)}")
    for name, value in found.values.items():
        sd = found.log_sds[name]
        doubt = f"give or take {100.0 * math.expm1(sd):.0f} %" if sd < 1.0 else "not identified"
        print(f"  {name:16} {value:9.5f}  {doubt}")
    if len(found.lifters) < 2:
        print("  one lifter: nobody is left to be scored by the fit of the others")
        return
    for held in found.lifters:
        _tell(f"without {held}")
        others = fitter([one for one in lifters if one.name != held])
        own = [one for one in lifters if one.name == held]
        (before, count), (after, _) = scorer(own, None), scorer(own, others)
        values = ", ".join(f"{name} {value:.4g}" for name, value in others.values.items())
        print(f"  without {held}: {values}; there {after - before:+.1f} nat in {count} cases")


def _print_outcomes(lifters: Sequence[Lifter], params: lg.Params) -> None:
    """Fit the weights of own outcomes on all, then without each lifter in turn."""
    logs = {one.name: _outcomes(one, params) for one in lifters}
    logs = {name: some for name, some in logs.items() if len(some)}
    if not logs:
        print("\nown outcomes: no log with a known plan, nor with a recorded miss")
        return
    found = fit_outcomes(list(logs.values()), params)
    print(f"\nown outcomes, fitted on {', '.join(found.lifters)}")
    print(f"  {found.cases} plans and singles, of which {found.failed} failed")
    for name, value in found.values.items():
        print(f"  {name:16} {value:9.5f}  give or take {found.sds[name]:.5f}")
    if len(logs) < 2:
        print("  one lifter: nobody is left to be scored by the fit of the others")
        return
    for held in (one for one in lifters if one.name in logs):
        _tell(f"without {held.name}")
        others = fit_outcomes([some for name, some in logs.items() if name != held.name], params)
        values = ", ".join(f"{name} {value:.4g}" for name, value in others.values.items())
        own = _outcomes(held, others.params(params))
        print(f"  without {held.name}: {values}")
        print(f"    there {len(own)} cases, {int(own.failed.sum())} failed, expected over observed")
        print(
            f"    {_ratio(own, said_of(own, others.params(params)))} by these weights alone, "
            f"{_ratio(own, own.shown)} with what its own outcomes taught"
        )


def _outcomes(lifter: Lifter, params: lg.Params) -> Outcomes:
    return outcomes_of(lg.Guard(params).replay(lifter.history), name=lifter.name)


def _ratio(cases: Outcomes, p: Floats) -> str:
    ratio = expected_over_observed(cases.failed, p)
    return f"{p.sum():.2f} / 0" if ratio is None else f"{ratio:.3f}"


def _print_meets(folder: Folder) -> None:
    """Fit the meet forecaster on both halves of the lifters."""
    _tell("meets: some minutes")
    halves = fit_halves(read_meets(folder.meets[0], equipment="Raw"))
    print("\nmeets, fitted on lifters of even and of odd number")
    for field in attrs.fields(type(halves[0])):
        even, odd = (getattr(half, field.name) for half in halves)
        print(f"  {field.name:16} {even:9.5f} {odd:9.5f}  [{field.metadata['unit']}]")
    for name, unit in (("walk_sd", math.sqrt(_WEEKS)), ("gain", _WEEKS)):
        values = " ".join(f"{getattr(half, name) / unit:.5f}" for half in halves)
        print(f"  {name} by week: {values}")


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
