"""
What can go wrong, as data: where, got, wanted, hint.

Reason to change: a new kind of failure that a host must be able to tell apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from liftguard.phrase import brief, seen

__all__ = [
    "InvalidValue",
    "LiftguardError",
    "MissingExtra",
    "UnreadableLog",
    "UnreadableStore",
    "WrongOrder",
    "needing",
]


class LiftguardError(ValueError):
    """
    The base of every error that liftguard raises on purpose.

    Parameters
    ----------
    where : str
        The place: a field, a file, a row and column.
    got : object
        What was found there; kept short in the message.
    wanted : str
        What would have been right.
    hint : str, optional
        What to try next.

    Examples
    --------
    >>> error = LiftguardError(where="PlannedSet.reps", got=0, wanted="1 or more")
    >>> print(error)
    PlannedSet.reps: got 0, wanted 1 or more
    """

    def __init__(self, *, where: str, got: object, wanted: str, hint: str = "") -> None:
        self.where = where
        self.got = got
        self.wanted = wanted
        self.hint = hint
        # A file can make each part as long as it likes; the parts themselves stay whole.
        found, right = brief(seen(got), 80), brief(wanted, 400)
        message = f"{brief(where, 300)}: got {found}, wanted {right}"
        super().__init__(f"{message}. {brief(hint, 400)}" if hint else message)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by the four parts, as the constructor takes only keywords."""
        return _rebuild, (type(self), self.where, self.got, self.wanted, self.hint)


def _rebuild(
    kind: type[LiftguardError], where: str, got: object, wanted: str, hint: str
) -> LiftguardError:
    return kind(where=where, got=got, wanted=wanted, hint=hint)


class InvalidValue(LiftguardError):
    """A field of an entry, a plan or an option is outside what it can mean."""


class MissingExtra(LiftguardError):
    """Something needs a library that is installed as an extra."""


@contextmanager
def needing(library: str, *, extra: str, where: str) -> Iterator[None]:
    """Import a library of an extra within, or say how it is installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtra(
            where=where,
            got=f"no {error.name}",
            wanted=f"the library {library}",
            hint=f'Install it: pip install "liftguard[{extra}]"',
        ) from error


class UnreadableLog(LiftguardError):
    """A file is not a training log that can be read, and why."""


class UnreadableStore(LiftguardError):
    """A stored text is not of the expected type, schema or model."""


class WrongOrder(LiftguardError):
    """An entry or a question is older than what the state already knows."""
