"""A standing put together by hand, for what only reads one."""

import math

import liftguard as lg
from liftguard.model.capacity import begin
from liftguard.model.experience import uncalibrated
from liftguard.model.fatigability import usual_fatigability
from liftguard.model.fatigue import RESTED, RESTED_REGIONS, kept_after
from liftguard.model.session import BEGINNING
from liftguard.model.standing import NOTHING_TOLD, Standing
from liftguard.model.state import begin_lift
from liftguard.model.traits import traits_of

PARAMS = lg.Params()


def rested(belief=None, lift="squat", sets=9.0, **one):
    """
    Give a lift that is known by so many sets, rested, and nothing recorded of the day.

    What else is given are fields of its `LiftState`.
    """
    belief = begin(5.0, 0.1, PARAMS) if belief is None else belief
    return Standing(
        traits=traits_of(lift),
        session=BEGINNING,
        regions=RESTED_REGIONS,
        kept=kept_after(0.0, PARAMS),
        fatigability=usual_fatigability(PARAMS),
        calibration=uncalibrated(PARAMS),
        fading=1.0,
        one=begin_lift(belief, 0.0)._replace(sets=sets, **one),
        rest_s=math.inf,
        days=0.0,
        stores=RESTED,
        tired=0.0,
        told=NOTHING_TOLD,
    )


def in_session(standing, warmth):
    """Put a lift into the middle of a session whose times are known."""
    session = BEGINNING._replace(clock_s=0.0, warmth=warmth, pattern=0.0, in_a_row=1.0)
    return standing._replace(session=session)
