"""
The command `python -m liftguard.evaluation.fit FOLDER`: constants from logs, with their doubt.

It fits the noise of sets to failure and the habit of stopping short on all lifters but those
left out, then once more without each lifter in turn, who is scored by that. With `--meets` the
constants of the meet forecaster follow, and what they say about the model's own.

Reason to change: what is fitted, or what is told of it.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Sequence

import attrs

import liftguard as lg
from liftguard.evaluation.fitting import (
    Fit,
    fit_failures,
    fit_stopping,
    plans_by,
    score_failures,
    score_stopping,
)
from liftguard.evaluation.folder import Folder, Lifter, read_folder
from liftguard.evaluation.habits import STOPPING, HabitPrior
from liftguard.evaluation.meet_fit import fit_halves
from liftguard.evaluation.meets import read_meets

__all__ = ["main"]

_WEEKS = 365.25 / 7.0  # of a year

Fitter = Callable[[Sequence[Lifter]], Fit]
Scorer = Callable[[Sequence[Lifter], Fit | None], tuple[float, int]]


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command.

    Parameters
    ----------
    arguments : sequence of str, optional
        Without the program's name; None means those of the process.

    Returns
    -------
    int
        The exit code: 0, or 2 where the folder cannot be used.
    """
    parser = argparse.ArgumentParser(prog="python -m liftguard.evaluation.fit")
    parser.add_argument("folder", help="holds exports, and meets.csv.gz for --meets")
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="NAME", help="lifters")
    parser.add_argument("--meets", action="store_true", help="fit the meet forecaster, too")
    options = parser.parse_args(arguments)
    try:
        folder = read_folder(options.folder)
        _fit(folder, set(options.leave_out), meets=options.meets)
    except lg.LiftguardError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _fit(folder: Folder, left_out: set[str], *, meets: bool) -> None:
    names = {one.name for one in folder.lifters}
    if left_out - names:
        raise lg.InvalidValue(
            where="--leave-out", got=sorted(left_out - names), wanted=f"some of {sorted(names)}"
        )
    lifters = [one for one in folder.lifters if one.name not in left_out]
    print(f"{len(lifters)} lifters; left out: {', '.join(sorted(left_out)) or 'nobody'}")
    params = lg.Params()

    def failures(own: Sequence[Lifter], fit: Fit | None) -> tuple[float, int]:
        return score_failures(own, attrs.evolve(params, **fit.values) if fit else params)

    def stopping(own: Sequence[Lifter], fit: Fit | None) -> tuple[float, int]:
        plans = [plans_by(one, params) for one in own]
        return score_stopping(plans, HabitPrior(**fit.values) if fit else STOPPING)

    _tell("sets to failure", lifters, lambda own: fit_failures(own, params), failures)
    _tell("stopping short", lifters, lambda own: fit_stopping(own, params), stopping)
    if meets:
        _tell_meets(folder)


def _tell(what: str, lifters: Sequence[Lifter], fitter: Fitter, scorer: Scorer) -> None:
    """Fit on all, then without each lifter in turn."""
    fit = fitter(lifters)
    print(f"\n{what}, fitted on {', '.join(fit.lifters)}")
    for name, value in fit.values.items():
        sd = fit.log_sds[name]
        doubt = f"give or take {100.0 * math.expm1(sd):.0f} %" if sd < 1.0 else "not identified"
        print(f"  {name:16} {value:9.5f}  {doubt}")
    if len(fit.lifters) < 2:
        print("  one lifter: nobody is left to be scored by the fit of the others")
        return
    for held in fit.lifters:
        _flush(f"without {held}")
        others = fitter([one for one in lifters if one.name != held])
        own = [one for one in lifters if one.name == held]
        (before, count), (after, _) = scorer(own, None), scorer(own, others)
        values = ", ".join(f"{name} {value:.4g}" for name, value in others.values.items())
        print(f"  without {held}: {values}; there {after - before:+.1f} nat in {count} cases")


def _tell_meets(folder: Folder) -> None:
    """Fit the meet forecaster on both halves of the lifters."""
    if not folder.meets:
        raise lg.InvalidValue(where="--meets", got="no table of meets", wanted="meets.csv.gz")
    _flush("meets: some minutes")
    halves = fit_halves(read_meets(folder.meets[0], equipment="Raw"))
    print("\nmeets, fitted on lifters of even and of odd number")
    for field in attrs.fields(type(halves[0])):
        even, odd = (getattr(half, field.name) for half in halves)
        print(f"  {field.name:16} {even:9.5f} {odd:9.5f}  [{field.metadata['unit']}]")
    for name, unit in (("walk_sd", math.sqrt(_WEEKS)), ("gain", _WEEKS)):
        values = " ".join(f"{getattr(half, name) / unit:.5f}" for half in halves)
        print(f"  {name} by week: {values}")


def _flush(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
