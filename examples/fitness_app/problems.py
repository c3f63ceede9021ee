"""
What is refused, and how: every refusal has the four parts of an error of liftguard.

Reason to change: a new kind of refusal.
"""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Mapping
from functools import partial
from typing import Any

from bodies import NAME, NOT_BLANK, NOTES, Problem
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from service import Busy, NotThere, Taken
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import liftguard as lg

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_BODY = 64 * 1024
STALLED_S = 20.0  # without a part of a body
SLOWEST_S = 120.0  # for a whole body
_IMPORT = re.compile(r"/athletes/[^/]+/import")
_NOTHING = ("missing", "union_tag_not_found")
_WANTED = {
    "missing": "a value, as this field is needed",
    "extra_forbidden": "a field that is known",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
    "string_too_long": "a text of at most {max_length} letters",
    "float_type": "a number",
    "finite_number": "a number that is finite",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number that is not as long",
    "bool_type": "true or false",
    "list_type": "an array",
    "too_short": "an array of at least {min_length}",
    "too_long": "an array of at most {max_length}",
    "model_attributes_type": "a JSON object, sent as application/json",
    "greater_than_equal": "{ge:g} or more",
    "less_than_equal": "{le:g} or less",
    "union_tag_invalid": "one of {expected_tags}",
    "union_tag_not_found": "one of " + ", ".join(map(repr, NOTES)),
}
"""What is wanted, by the kinds of error that pydantic has; its other words serve as they are."""

_PATTERNS = {
    NAME: "1 to 64 letters from a to z, digits, - or _",
    NOT_BLANK: "a text that is not blank",
}
_FIELD = re.compile(
    r"^(?:LoggedSet|PlannedSet|Pain|Moved|Stillness|Mobility|Readiness|Bodyweight)\."
)
_ADVICE = {
    "; kg_from_lb turns pounds into them": "",
    'pass unit="kg" or unit="lb"': "send it to ?unit=kg or ?unit=lb",
    'Pass dates="dmy" where the day stands first, else dates="mdy"': (
        "Send it to ?dates=dmy where the day stands first, else ?dates=mdy"
    ),
    "and pass that file": "and send that file",
    "pass the rows of one of them": "send the rows of one of them",
}
"""What the library advises its caller, and what it means for a client."""

_CODE = re.compile(r"\w\(|\w=[\"{]|pip install|[Pp]ass ")
_STATUS = {NotThere: 404, Taken: 409, Busy: 503}

REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"model": Problem, "description": "The body is no JSON."},
    404: {"model": Problem, "description": "Nothing has this name."},
    408: {"model": Problem, "description": "The body did not come in time."},
    409: {"model": Problem, "description": "Another entry has this id."},
    413: {"model": Problem, "description": "The body is too large."},
    422: {"model": Problem, "description": "Something is not what it can be."},
    500: {"model": Problem, "description": "The database cannot be read or written."},
    503: {"model": Problem, "description": "Too many changes at once: send it again."},
}


class LimitBody:
    """Stops reading a body that is too large or too slow, whatever its header says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, and count its bytes and the time."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_file = scope["method"] == "POST" and _IMPORT.fullmatch(scope["path"])
        most = LARGEST_FILE if is_file else LARGEST_BODY
        clock = asyncio.get_running_loop().time
        until, read, is_whole = clock() + SLOWEST_S, 0, False

        async def counted() -> Message:
            nonlocal read, is_whole
            if is_whole:  # what comes now is that the client has gone
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), min(STALLED_S, until - clock()))
            except TimeoutError:
                raise HTTPException(408, "a body that comes in time") from None
            is_whole = not message.get("more_body", False)
            read += len(message.get("body", b""))
            if read > most:
                raise HTTPException(413, f"at most {most} bytes")
            return message

        await self._app(scope, counted, send)


def add_problems(app: FastAPI, routes: APIRouter) -> None:
    """Answer each kind of error with its status and its four parts."""
    app.add_middleware(LimitBody)
    app.add_exception_handler(lg.LiftguardError, _of_liftguard)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, partial(_of_http, routes))
    app.add_exception_handler(sqlite3.DatabaseError, _of_database)


def _problem(
    status: int,
    where: str,
    got: str,
    wanted: str,
    hint: str = "",
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    content = {"where": where, "got": got, "wanted": wanted, "hint": hint}
    if status == 503:
        headers = {"Retry-After": "1"}
    # A name may hold half a letter, which is no text: it is answered with a question mark.
    safe = {key: text.encode("utf-8", "replace").decode() for key, text in content.items()}
    return JSONResponse(safe, status, headers)


def _shown(got: object) -> str:
    """Show what was sent as it was sent: a text as it is, all else as JSON."""
    text = got if isinstance(got, str) else json.dumps(got, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else text[:77] + "..."


def _of_liftguard(_: Request, error: lg.LiftguardError) -> JSONResponse:
    status = _STATUS.get(type(error), 422)
    where = _FIELD.sub("body.", error.where).replace("the bytes given", "body")
    return _problem(status, where, _shown(error.got), error.wanted, _advice(error.hint))


def _advice(hint: str) -> str:
    """Say for a client what the library says to its caller; what is meant for that one stays."""
    for said, instead in _ADVICE.items():
        hint = hint.replace(said, instead)
    return "" if _CODE.search(hint) else hint


def _of_validation(_: Request, error: RequestValidationError) -> JSONResponse:
    first, *others = error.errors()
    if first["type"] == "json_invalid":
        at = f"At character {first['loc'][-1]}."
        return _problem(400, "body", first["ctx"]["error"], "JSON", at)
    hint = f"{len(others)} more like this." if others else ""
    unknown = [str(one["loc"][-1]) for one in error.errors() if one["type"] == "extra_forbidden"]
    if unknown:
        first = next(one for one in error.errors() if one["type"] == "extra_forbidden")
        hint = f"There is no field {', '.join(map(repr, unknown[:5]))}: /docs shows all."
    elif first["type"] in _NOTHING:
        hint = "/docs shows what is needed."
    got = "nothing" if first["type"] in _NOTHING else _shown(_sent(first))
    return _problem(422, _place(first), got, _wanted(first), hint)


def _place(error: Mapping[str, Any]) -> str:
    """Say where: the field, whichever kind of note it is of."""
    place = [str(part) for part in error["loc"]]
    if len(place) > 1 and place[1] in NOTES:
        place.pop(1)
    if "discriminator" in error.get("ctx", {}):
        place.append(error["ctx"]["discriminator"].strip("'"))
    return ".".join(place)


def _sent(error: Mapping[str, Any]) -> object:
    """Give what was sent there."""
    if "tag" in error.get("ctx", {}):
        return error["ctx"]["tag"]
    got = error.get("input")
    return got.decode(errors="replace") if isinstance(got, bytes) else got


def _wanted(error: Mapping[str, Any]) -> str:
    """Say what is wanted, in the words of JSON and not of Python."""
    context = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        return _PATTERNS[context["pattern"]]
    if error["type"] in _WANTED:
        return _WANTED[error["type"]].format(**context)
    wanted: str = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    return wanted


def _of_http(routes: APIRouter, request: Request, error: HTTPException) -> JSONResponse:
    got = f"{request.method} {_shown(request.url.path)}"
    headers, wanted, hint = dict(error.headers or {}), error.detail, ""
    if error.status_code == 404:
        wanted, hint = "a path of this app", "/docs shows all."
    if error.status_code == 405:  # the header has the methods of the first route alone
        found = (one for one in routes.routes if one.path_regex.match(request.url.path))
        headers["Allow"] = ", ".join(sorted(method for one in found for method in one.methods))
        wanted = f"{headers['Allow']} at this path"
    return _problem(error.status_code, "request", got, wanted, hint, headers)


def _of_database(_: Request, error: sqlite3.DatabaseError) -> JSONResponse:
    """Tell a file that others hold, which is free again soon, from one that is damaged."""
    got = _shown(str(error))
    if "locked" in got or "busy" in got:
        return _problem(503, "database", got, "a free database", "Send it again later.")
    wanted = "a file that can be read and written"
    return _problem(500, "database", got, wanted, "Its keeper has to look after it.")
