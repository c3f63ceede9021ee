"""
The routes: each reads its request, asks the service, and puts the answer into words.

They are plain functions and not coroutines, so that FastAPI runs them in threads: a long
import does not hold up anybody's check.

Reason to change: a new question of a client.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path as File
from typing import Annotated, Any

import bodies
from bodies import Language, Name
from docs_page import add_page
from fastapi import APIRouter, Depends, FastAPI, Query, Request
from problems import REFUSALS, add_problems
from service import Imported, Saved, Service
from store import Store, Unit

import liftguard as lg

SHOWN = 20  # problems of an import
BINARY = {"schema": {"type": "string", "format": "binary"}}


def _known(request: Request) -> None:
    """Refuse what a query asks and no route knows: a slip would else go unseen."""
    told = request.app.openapi()["paths"][request.scope["route"].path][request.method.lower()]
    known = {one["name"] for one in told.get("parameters", []) if one["in"] == "query"}
    for name in request.query_params:
        if name not in known:
            raise lg.InvalidValue(
                where=f"query.{name}",
                got=request.query_params[name],
                wanted="a parameter that is known",
                hint="/docs shows all.",
            )


routes = APIRouter(responses=REFUSALS, dependencies=[Depends(_known)])


def create_app(database: File) -> FastAPI:
    """Make the app over a database file, which is made where there is none."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        store = Store(database)
        app.state.service = Service(store)
        yield
        store.close()

    app = FastAPI(
        title="Fitness app",
        version=lg.__version__,
        description="An example over liftguard. It knows no users: whoever reaches it may do all.",
        lifespan=lifespan,
        docs_url=None,  # FastAPI's own page is loaded from the internet
        redoc_url=None,
    )
    add_problems(app, routes)
    add_page(app)
    app.include_router(routes)
    return app


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


async def _body(request: Request) -> bytes:
    return await request.body()


Asked = Annotated[Service, Depends(_service)]


@routes.post("/athletes", status_code=201)
def create_athlete(service: Asked, body: bodies.NewAthlete) -> bodies.AthleteAnswer:
    """Begin with an athlete."""
    return get_athlete(service, service.create(body.zone, body.unit).id)


@routes.get("/athletes/{athlete}")
def get_athlete(service: Asked, athlete: Name) -> bodies.AthleteAnswer:
    """Show an athlete."""
    found, entries = service.athlete(athlete), service.count(athlete)
    return bodies.AthleteAnswer(
        id=found.id, zone=found.zone, unit=found.unit, version=found.version, entries=entries
    )


@routes.post(
    "/athletes/{athlete}/import",
    openapi_extra={
        "requestBody": {"required": True, "content": {"application/octet-stream": BINARY}}
    },
)
def import_log(
    service: Asked,
    athlete: Name,
    export: Annotated[bytes, Depends(_body)],
    unit: Annotated[Unit | None, Query(description="of all loads, whatever the file says")] = None,
    dates: Annotated[
        lg.choices.DateOrder | None, Query(description="which stands first in 03/04/2026")
    ] = None,
) -> bodies.ImportAnswer:
    """Take in the export of a training app, as it is; what is there already is not doubled."""
    return _imported(service.read(athlete, export, unit=unit, dates=dates))


@routes.post("/athletes/{athlete}/check")
def check(
    service: Asked, athlete: Name, body: bodies.Planned, language: Language = "en"
) -> bodies.VerdictAnswer:
    """Judge a planned set."""
    verdict, found = service.check(athlete, body.planned(), body.at)
    return bodies.VerdictAnswer(
        level=verdict.level.name,
        sentence=lg.say_verdict(verdict, found.unit, language=language),
        details=lg.say_details(verdict, found.unit, language=language),
        verdict=_plain(verdict),
    )


@routes.post("/athletes/{athlete}/warm-up")
def warm_up(service: Asked, athlete: Name, body: bodies.Planned) -> list[bodies.RampSet]:
    """Lead up to a planned set."""
    ramp = service.warm_up(athlete, body.planned(), body.at)
    return [bodies.RampSet(load_kg=one.load_kg, reps=one.reps) for one in ramp]


@routes.post("/athletes/{athlete}/suggest")
def suggest(
    service: Asked, athlete: Name, body: bodies.Wanted, language: Language = "en"
) -> bodies.SuggestionAnswer:
    """Suggest the load for some repetitions; right after a set, that of the next one."""
    told, found = service.suggest(athlete, body.lift, body.reps, body.rpe, body.at)
    return bodies.SuggestionAnswer(
        load_kg=told.load_kg,
        code=told.code,
        reason=told.reason,
        level=told.level.name,
        to_begin=told.to_begin,
        sentences=lg.say_suggestion(told, found.unit, language=language),
        suggestion=_plain(told),
    )


@routes.post("/athletes/{athlete}/bests")
def bests(
    service: Asked, athlete: Name, body: bodies.OfLift, language: Language = "en"
) -> bodies.BestsAnswer:
    """Tell the bests of a lift that stand, and the easiest new ones."""
    told, found = service.bests(athlete, body.lift, body.at)
    return bodies.BestsAnswer(
        sentences=lg.say_bests(told, found.unit, language=language), bests=_plain(told)
    )


@routes.post("/athletes/{athlete}/next-session")
def next_session(
    service: Asked, athlete: Name, body: bodies.Session, language: Language = "en"
) -> list[bodies.NextAnswer]:
    """Say what to plan next for each lift of a session, in its order."""
    sets = [one.planned() for one in body.sets]
    told, found = service.next_session(athlete, sets, body.at)
    lines = lg.say_next(told, found.unit, language=language)
    return [
        bodies.NextAnswer(code=one.code, sentence=line, next=_plain(one))
        for one, line in zip(told, lines, strict=True)
    ]


@routes.post("/athletes/{athlete}/sets")
def record_set(service: Asked, athlete: Name, body: bodies.NewSet) -> bodies.SavedAnswer:
    """Record a set; sent again with the same id, it is not recorded twice."""
    return _saved(service.record(athlete, body.id, body.entry()))


@routes.put("/athletes/{athlete}/sets/{entry}")
def edit_set(service: Asked, athlete: Name, entry: Name, body: bodies.Done) -> bodies.SavedAnswer:
    """Correct a set."""
    return _saved(service.edit(athlete, entry, body.entry()))


@routes.delete("/athletes/{athlete}/sets/{entry}")
def remove_set(service: Asked, athlete: Name, entry: Name) -> bodies.SavedAnswer:
    """Take out a set."""
    return _saved(service.remove(athlete, entry, lg.LoggedSet))


@routes.post("/athletes/{athlete}/pains")
def record_pain(service: Asked, athlete: Name, body: bodies.NewPain) -> bodies.SavedAnswer:
    """Record a pain; sent again with the same id, it is not recorded twice."""
    return _saved(service.record(athlete, body.id, body.entry()))


@routes.post("/athletes/{athlete}/moves")
def record_move(service: Asked, athlete: Name, body: bodies.NewMove) -> bodies.SavedAnswer:
    """Record a movement without a bar that happened, such as a sneeze or a quick bend."""
    return _saved(service.record(athlete, body.id, body.entry()))


@routes.post("/athletes/{athlete}/notes")
def record_note(service: Asked, athlete: Name, body: bodies.NewNote) -> bodies.SavedAnswer:
    """Record what is noted beside sets: bodyweight, readiness, getting up, stillness, mobility."""
    return _saved(service.record(athlete, body.id, body.entry()))


@routes.delete("/athletes/{athlete}/entries/{entry}")
def remove_entry(service: Asked, athlete: Name, entry: Name) -> bodies.SavedAnswer:
    """Take out an entry of any kind, also one that cannot be read."""
    return _saved(service.remove(athlete, entry))


@routes.get("/athletes/{athlete}/pains/{pain}/why")
def why(
    service: Asked, athlete: Name, pain: Name, language: Language = "en"
) -> bodies.FindingAnswer:
    """Look for the reason of a pain in what was recorded before it."""
    finding = service.why(athlete, pain)
    return bodies.FindingAnswer(
        reason_shown=finding.reason_shown,
        sentence=lg.say_finding(finding, language=language),
        details=lg.say_reasons(finding, language=language),
        finding=_plain(finding),
    )


@routes.get("/athletes/{athlete}/log")
def log(service: Asked, athlete: Name, language: Language = "en") -> bodies.LogAnswer:
    """Say how the log stands, and what in it is doubtful."""
    history, doubts, found = service.doubts(athlete)
    return bodies.LogAnswer(
        version=found.version,
        entries=len(history),
        first=history[0].at if len(history) else None,
        last=history[-1].at if len(history) else None,
        unknown_lifts=[
            bodies.UnknownLift(name=one.name, sets=one.sets, near=list(one.near))
            for one in history.unknown_lifts
        ],
        doubts=[
            bodies.DoubtAnswer(
                code=one.code,
                severity=one.severity,
                sentence=lg.say_doubt(one, found.unit, language=language),
            )
            for one in doubts
        ],
        unreadable=[
            bodies.UnreadableEntry(id=name, kind=one.kind, problem=one.problem)
            for name, one in service.unreadable(athlete).items()
        ],
    )


@routes.get("/athletes/{athlete}/entries")
def entries(
    service: Asked, athlete: Name, last: Annotated[int, Query(ge=1, le=1000)] = 100
) -> list[bodies.EntryAnswer]:
    """Give the entries that came last, in the order they came."""
    return [
        bodies.EntryAnswer(id=name, kind=type(one).__name__, entry=_plain(one))
        for name, one in service.entries(athlete, last).items()
    ]


def _plain(value: object) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(lg.dumps(value))["value"]
    return plain


def _saved(saved: Saved) -> bodies.SavedAnswer:
    return bodies.SavedAnswer(version=saved.version, changed=saved.changed, replayed=saved.replayed)


def _imported(done: Imported) -> bodies.ImportAnswer:
    read = done.log
    return bodies.ImportAnswer(
        app=read.app,
        unit=read.unit,
        rows_read=read.rows_read,
        rows_with_sets=read.rows_with_sets,
        skipped=Counter(one.reason for one in read.skipped),
        problems=len(read.problems),
        first_problems=[str(one) for one in read.problems[:SHOWN]],
        notices=list(read.notices),
        added=done.added,
        already_there=done.already_there,
        in_the_future=done.in_the_future,
        version=done.version,
    )
