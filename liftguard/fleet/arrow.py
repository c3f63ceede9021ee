"""
States as a table of Arrow, which Parquet and other engines read, and back.

A row for each athlete. What made it stands in the metadata, as in `wire`: a table of another
schema or another version of the model is refused.

Reason to change: the stored form, which then gets another number.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from liftguard.errors import UnreadableStore, needing
from liftguard.fleet.states import About, Lifts, States, starts_of
from liftguard.model.monotony import Monotony
from liftguard.model.params import MODEL_VERSION
from liftguard.model.squad import LIFT_CELLS, NUMBERS_OF_A_BODY, NUMBERS_OF_A_LIFT
from liftguard.model.state import AthleteState
from liftguard.records.checks import check_is
from liftguard.wire import dumps, loads

__all__ = ["states_from_arrow", "states_to_arrow"]

SCHEMA = 1
_MOMENTS = ("since", "at")
_KEY = b"liftguard"
_COLUMNS = (
    "athlete", "about", "body", "lifts", "numbers", "cells_each", "cell_places", "cells", "beside",
)  # fmt: skip


def states_to_arrow(states: States) -> Any:  # noqa: ANN401 - pyarrow has types of its own
    """
    Give states as a table of Arrow, a row for each athlete.

    Parameters
    ----------
    states : States
        Of a fleet.

    Returns
    -------
    pyarrow.Table
        With the names in `athlete`, and all else for `states_from_arrow`.

    Raises
    ------
    InvalidValue
        When they are no `States`.
    MissingExtra
        When pyarrow is not installed.

    Examples
    --------
    >>> import liftguard as lg
    >>> states = lg.fleet.states_of({"Ada": lg.Guard().start()})
    >>> states_to_arrow(states).column("athlete").to_pylist()
    ['Ada']
    """
    check_is(states, States, "states", "States", "fleet.states_of makes them of single states.")
    pa = _import_arrow()
    held = states.lifts
    cells_each = np.diff(held.cell_starts)
    cell_starts = held.cell_starts[states.starts]
    empty = AthleteState(made_by=states.made_by)
    about = [_about_text(one, empty) for one in states.about]

    def listed(starts: NDArray[np.int64], values: Any) -> Any:  # noqa: ANN401
        return pa.LargeListArray.from_arrays(pa.array(starts, pa.int64()), values)

    body = pa.FixedSizeListArray.from_arrays(pa.array(states.bodies.ravel()), NUMBERS_OF_A_BODY)
    columns = (
        pa.array(states.names, pa.string()),
        pa.array(about, pa.string()),
        body,
        listed(states.starts, pa.array(held.keys, pa.string())),
        listed(states.starts * NUMBERS_OF_A_LIFT, pa.array(held.numbers.ravel())),
        listed(states.starts, pa.array(cells_each, pa.uint8())),
        listed(cell_starts, pa.array(held.cell_places, pa.uint8())),
        listed(cell_starts, pa.array(held.cells)),
        listed(states.starts, pa.array(held.beside, pa.string())),
    )
    made = {"schema": SCHEMA, "model_version": MODEL_VERSION, "made_by": states.made_by}
    schema = pa.schema(
        [(name, column.type) for name, column in zip(_COLUMNS, columns, strict=True)],
        metadata={_KEY: json.dumps(made).encode()},
    )
    return pa.table(list(columns), schema=schema)


def _about_text(about: About, empty: AthleteState) -> str:
    """Write what is kept of an athlete beside the numbers, in the stored form of a state."""
    fields = about._asdict()
    kept: dict[str, Any] = {"monotony": fields.pop("monotony")}
    changed = {name: value for name, value in fields.items() if value != getattr(empty, name)}
    for name in _MOMENTS:
        if name in changed:
            kept[name] = changed.pop(name).isoformat()
    if changed:  # which most athletes have little of
        stored = json.loads(dumps(attrs.evolve(empty, **changed)))
        kept |= {name: stored["value"][name] for name in changed}
    return json.dumps(kept, separators=(",", ":"))


def states_from_arrow(table: Any) -> States:  # noqa: ANN401
    """
    Read states back from a table of Arrow.

    Parameters
    ----------
    table : pyarrow.Table
        As `states_to_arrow` made it, in any order of rows, or some of them.

    Returns
    -------
    States
        The same.

    Raises
    ------
    UnreadableStore
        When it is no such table, or one of another schema or version of the model, or holds what
        is no number.

    Examples
    --------
    >>> import liftguard as lg
    >>> states = lg.fleet.states_of({"Ada": lg.Guard().start()})
    >>> states_from_arrow(states_to_arrow(states))["Ada"] == states["Ada"]
    True
    """
    made = _made(table)
    table = table.combine_chunks()
    starts = _starts(table, "lifts")
    lifts = Lifts(
        tuple(_values(table, "lifts").to_pylist()),
        _numbers(table, "numbers").reshape(-1, NUMBERS_OF_A_LIFT),
        starts_of(_numbers(table, "cells_each")),
        _values(table, "cell_places").to_numpy(zero_copy_only=False).astype(np.uint8),
        _numbers(table, "cells"),
        tuple(_values(table, "beside").to_pylist()),
    )
    bodies = _numbers(table, "body").reshape(-1, NUMBERS_OF_A_BODY)
    sizes = {len(lifts.keys), len(lifts.numbers), len(lifts.cell_starts) - 1, len(lifts.beside)}
    sound = len(sizes) == 1 and len(lifts.cells) == lifts.cell_starts[-1] == len(lifts.cell_places)
    if not sound or not np.isfinite(bodies).all() or (lifts.cell_places >= LIFT_CELLS).any():
        raise UnreadableStore(
            where="states", got="columns that do not fit together", wanted="what was stored"
        )
    empty = AthleteState(made_by=str(made["made_by"]))
    about = tuple(_about(text, empty) for text in _values(table, "about").to_pylist())
    names = tuple(_values(table, "athlete").to_pylist())
    return States(str(made["made_by"]), names, about, bodies, starts, lifts)


def _made(table: Any) -> dict[str, Any]:  # noqa: ANN401
    """Read what made a table, and refuse what is not read here."""
    metadata = getattr(getattr(table, "schema", None), "metadata", None) or {}
    names = getattr(table, "column_names", [])
    if _KEY not in metadata or not set(_COLUMNS) <= set(names):
        raise UnreadableStore(where="states", got=names, wanted="a table that states_to_arrow made")
    made: dict[str, Any] = json.loads(metadata[_KEY])
    for name, wanted in (("schema", SCHEMA), ("model_version", MODEL_VERSION)):
        if made.get(name) != wanted:
            raise UnreadableStore(
                where=f"states, {name}",
                got=made.get(name),
                wanted=str(wanted),
                hint="It was stored by another version: replay the histories.",
            )
    return made


def _about(text: str, empty: AthleteState) -> About:
    """Read that back."""
    held = json.loads(text)
    about = About(monotony=Monotony(*held.pop("monotony")))
    moments: dict[str, Any] = {
        name: datetime.fromisoformat(held.pop(name)) for name in _MOMENTS if name in held
    }
    if held:
        stored = json.loads(dumps(empty))
        stored["value"] |= held
        state: AthleteState = loads(json.dumps(stored))
        about = about._replace(**{name: getattr(state, name) for name in held})
    return about._replace(**moments)


def _column(table: Any, name: str) -> Any:  # noqa: ANN401
    """Give a column in one piece."""
    column = table.column(name)
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _values(table: Any, name: str) -> Any:  # noqa: ANN401
    """Give the values of a column, those of lists one after the other."""
    column = _column(table, name)
    return (
        column.flatten()
        if hasattr(column, "flatten") and hasattr(column.type, "value_type")
        else column
    )


def _numbers(table: Any, name: str) -> NDArray[np.float64]:  # noqa: ANN401
    return _values(table, name).to_numpy(zero_copy_only=False).astype(np.float64)  # type: ignore[no-any-return]


def _starts(table: Any, name: str) -> NDArray[np.int64]:  # noqa: ANN401
    return starts_of(_column(table, name).value_lengths().to_numpy(zero_copy_only=False))


def _import_arrow() -> Any:  # noqa: ANN401
    with needing("pyarrow", extra="fleet", where="states_to_arrow"):
        import pyarrow  # type: ignore[import-untyped]  # noqa: ICN001 - not shortened in the house
    return pyarrow
