"""
The host's appetite for risk: thresholds, and nothing else.

Reason to change: a threshold.
"""

from __future__ import annotations

import math

import attrs

from liftguard.errors import InvalidValue

__all__ = ["Policy"]


@attrs.frozen(kw_only=True)
class Policy:
    """
    Where a forecast becomes a flag.

    Parameters
    ----------
    caution : float
        CAUTION from this probability on. [1]
    beyond : float
        BEYOND from this probability on. [1]
    widest_sd : float
        A belief wider than this answers UNKNOWN. [log]
    reference : float
        Overload is measured against a set that fails this often. [1]
    min_excess : float
        Below this excess in log-odds no cause gets a share or a name. [1]
    distinctive_share : float
        What is as unusual on a smaller share of other days than this stands out. [1]
    pain_days : float
        A pain holds a ceiling for so long, at most 60. [days]
    pain_share : float
        Where that ceiling starts, of capacity. [1]
    acute_days : float
        Within this of a strong pain, going over the ceiling is BEYOND. [days]
    quick_bend_deg_s : float
        A bend or a straightening as quick as this has a strain of 1. [deg/s]
    quick_turn_deg_s : float
        The same for a rotation or a bend to the side. [deg/s]
    still_strain, morning_strain, cold_strain, tired_strain : float
        What full creep, having just risen, no warmth and a spent muscle add to it. [1]
    strain_caution, strain_beyond : float
        A movement without a bar is CAUTION, BEYOND from this strain on. [1]

    Raises
    ------
    InvalidValue
        When a threshold is out of range, or caution lies above beyond.

    Notes
    -----
    The defaults keep BEYOND on at most 2 % of completed sets and CAUTION or worse on at
    most 6 %, counted on singles; docs/explanation/calibration.md has the measurement.

    Examples
    --------
    >>> Policy(caution=0.1).beyond
    0.25
    """

    caution: float = 0.08
    beyond: float = 0.25
    widest_sd: float = 0.12
    reference: float = 0.01
    min_excess: float = attrs.field(default=0.5, metadata={"high": 100.0})
    # --- looking back ---
    distinctive_share: float = 0.2  # house rule
    # --- pain ---
    pain_days: float = attrs.field(default=14.0, metadata={"high": 60.0})  # house rules
    pain_share: float = 0.5
    acute_days: float = attrs.field(default=3.0, metadata={"high": 60.0})
    # --- movements without a bar ---
    quick_bend_deg_s: float = attrs.field(default=90.0, metadata={"high": 2000.0})  # [Marras1987]
    quick_turn_deg_s: float = attrs.field(default=60.0, metadata={"high": 2000.0})  # house rule
    still_strain: float = attrs.field(default=0.75, metadata={"high": 100.0})  # house rules
    morning_strain: float = attrs.field(default=0.75, metadata={"high": 100.0})
    cold_strain: float = attrs.field(default=0.5, metadata={"high": 100.0})
    tired_strain: float = attrs.field(default=0.5, metadata={"high": 100.0})
    strain_caution: float = attrs.field(default=1.5, metadata={"high": 100.0})
    strain_beyond: float = attrs.field(default=2.2, metadata={"high": 100.0})

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Policy):
            value = getattr(self, field.name)
            number = isinstance(value, int | float) and not isinstance(value, bool)
            high = field.metadata.get("high", 1.0)
            if not (number and math.isfinite(value) and 0.0 < value < high):
                raise InvalidValue(
                    where=f"Policy.{field.name}", got=value, wanted=f"a number in (0, {high:g})"
                )
            object.__setattr__(self, field.name, float(value))
        if self.caution > self.beyond:
            raise InvalidValue(
                where="Policy.caution", got=self.caution, wanted=f"at most beyond, {self.beyond:g}"
            )
        if self.strain_caution > self.strain_beyond:
            raise InvalidValue(
                where="Policy.strain_caution",
                got=self.strain_caution,
                wanted=f"at most strain_beyond, {self.strain_beyond:g}",
            )

    def too_wide(self, sd: float | None) -> bool:
        """
        Tell whether a belief is too wide to judge by.

        Parameters
        ----------
        sd : float or None
            Its standard deviation; None is not wide, it is not there. [log]

        Returns
        -------
        bool
            Above `widest_sd`.

        Examples
        --------
        >>> Policy().too_wide(0.2), Policy().too_wide(0.05)
        (True, False)
        """
        return sd is not None and sd > self.widest_sd

    @property
    def just_clear(self) -> float:
        """The highest risk that is still below CAUTION. [1]"""
        return self.caution * (1.0 - 1e-9)
