"""What is refused, and that every refusal says where, what, what instead and what next."""

import asyncio
import json
import re
import sqlite3

import problems
import pytest
import service
from app import create_app
from problems import LARGEST_BODY, LARGEST_FILE

JSON = {"content-type": "application/json"}
DONE = {
    "id": "one",
    "lift": "deadlift",
    "load_kg": 140,
    "reps": 3,
    "at": "2026-06-22T18:30:00+02:00",
}


def refused(answer, status=422):
    """Give a refusal, after a look at its form."""
    assert answer.status_code == status, answer.text
    problem = answer.json()
    assert set(problem) == {"where", "got", "wanted", "hint"}
    assert all(isinstance(part, str) and len(part) < 1000 for part in problem.values())
    assert problem["where"]
    assert problem["wanted"]
    return problem


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lift", ""),
        ("lift", "   "),
        ("lift", "x" * 101),
        ("lift", "half a letter \ud83c"),
        ("lift", None),
        ("load_kg", -1),
        ("load_kg", 1001),
        ("load_kg", float("nan")),
        ("load_kg", float("inf")),
        ("load_kg", "140"),
        ("load_kg", True),
        ("reps", -1),
        ("reps", 3.5),
        ("reps", 10**400),
        ("rpe", 11),
        ("kind", "warm"),
        ("note", "x" * 501),
        ("at", "2026-06-22T18:30:00"),
        ("at", "2026-06-22"),
        ("at", 1_750_000_000),
        ("at", "1750000000"),
        ("at", "0001-01-01T00:00:00+14:00"),
        ("at", "9999-12-31T23:59:59-14:00"),
        ("at", "2199-01-01T00:00:00Z"),
        ("id", ""),
        ("id", "../one"),
        ("id", "x" * 65),
        ("unheard_of", 1),
    ],
)
def test_a_set_outside_the_limits_is_refused(client, athlete, field, value):
    """The refusal names the field, and nothing is recorded."""
    body = json.dumps(DONE | {field: value})
    problem = refused(client.post(f"{athlete}/sets", content=body, headers=JSON))
    assert field in problem["where"]
    assert client.get(athlete).json()["entries"] == 0


@pytest.mark.parametrize("zone", ["", "Atlantis", "America", "../../etc/passwd", "a\x00b", "/etc"])
def test_a_zone_that_is_none_is_refused(client, zone):
    refused(client.post("/athletes", json={"zone": zone}))


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 60_000, b"\xff", b'{"reps": ' + b"9" * 5000])
def test_a_body_that_is_no_json_is_refused(client, athlete, body):
    answer = client.post(f"{athlete}/sets", content=body, headers=JSON)
    refused(answer, 422 if body == b"" else 400)


def test_a_large_body_is_refused(client, athlete):
    refused(client.post(f"{athlete}/sets", content=b" " * (LARGEST_BODY + 1), headers=JSON), 413)


@pytest.mark.parametrize(("method", "path"), [("PUT", "sets/import"), ("POST", "check")])
def test_only_an_export_may_be_large(client, athlete, method, path):
    """What only ends like the path of an import has the limit of all bodies."""
    body = b" " * (LARGEST_BODY + 1)
    refused(client.request(method, f"{athlete}/{path}", content=body, headers=JSON), 413)


def test_a_large_file_is_refused_though_its_size_is_not_told(client, athlete):
    """A body in pieces has no length in its header: it is counted as it comes."""
    pieces = (b" " * 1024 * 1024 for _ in range(LARGEST_FILE // 1024 // 1024 + 1))
    refused(client.post(f"{athlete}/import", content=pieces), 413)


@pytest.mark.parametrize(
    "export", [b"", b"hello", b"\x00" * 1000, b"SQLite format 3\x00", b"PK\x03\x04", b'{"a": 1}']
)
def test_what_is_no_export_is_refused(client, athlete, export):
    refused(client.post(f"{athlete}/import", content=export))
    assert client.get(athlete).json()["version"] == 0


def test_an_export_that_does_not_tell_its_dates_is_refused_with_a_hint(client, athlete):
    sheet = b"Date,Exercise,kg,Reps\n03/04/2026,deadlift,140,3\n"
    assert refused(client.post(f"{athlete}/import", content=sheet))["hint"]
    assert client.post(f"{athlete}/import?dates=dmy", content=sheet).json()["added"] == 1
    log = client.get(f"{athlete}/log").json()
    assert log["first"].startswith("2026-04-03")


def test_a_log_has_an_end(client, athlete, monkeypatch):
    monkeypatch.setattr(service, "MOST_ENTRIES", 1)
    client.post(f"{athlete}/sets", json=DONE)
    problem = refused(client.post(f"{athlete}/sets", json=DONE | {"id": "two"}))
    assert "1 entries" in problem["wanted"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/athletes/nobody"),
        ("GET", "/athletes/nobody/log"),
        ("GET", "/athletes/nobody/entries"),
        ("POST", "/athletes/nobody/import"),
        ("DELETE", "/athletes/nobody/sets/one"),
        ("GET", "/nothing"),
    ],
)
def test_what_is_not_there_is_said(client, method, path):
    refused(client.request(method, path), 404)


def test_a_method_that_a_path_has_not_is_said(client):
    answer = client.delete("/athletes")
    refused(answer, 405)
    assert answer.headers["allow"] == "POST"


def test_unknown_fields_are_named(client, athlete):
    """All of them, whatever else is wrong."""
    body = {"lift": "squat", "load_kg": -1, "reps": 5, "weight": 100, "unit": "kg"}
    problem = refused(client.post(f"{athlete}/check", json=body))
    assert problem["where"] == "body.weight"
    assert "'weight', 'unit'" in problem["hint"]


def test_an_unknown_parameter_is_named(client, athlete):
    """A slip in a query would else go unseen."""
    problem = refused(client.get(f"{athlete}/log?lang=de"))
    assert (problem["where"], problem["got"]) == ("query.lang", "de")
    assert client.get(f"{athlete}/log?language=de").status_code == 200


def test_a_body_that_stalls_is_given_up(database, monkeypatch):
    """A client that never sends the rest of its body is answered, and held no longer."""
    monkeypatch.setattr(problems, "STALLED_S", 0.05)
    sent = []
    parts = [{"type": "http.request", "body": b'{"zone": ', "more_body": True}]

    async def receive():
        if not parts:
            await asyncio.sleep(60)
        return parts.pop()

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/athletes",
        "raw_path": b"/athletes",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
        "http_version": "1.1",
        "scheme": "http",
        "server": ("here", 80),
        "client": ("there", 1),
    }
    app = create_app(database)
    app.state.service = None  # it is not reached
    asyncio.run(asyncio.wait_for(app(scope, receive, send), 5.0))
    assert sent[0]["status"] == 408
    assert set(json.loads(sent[1]["body"])) == {"where", "got", "wanted", "hint"}


def test_a_damaged_database_is_said_in_four_parts(client, athlete, monkeypatch):
    """It is no fault of the phone, and no use to send it again."""

    def damaged(*_):
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr("store.Store.athlete", damaged)
    answer = client.get(athlete)
    assert refused(answer, 500)["where"] == "database"
    assert "retry-after" not in answer.headers


def without(*fields):
    return {key: value for key, value in DONE.items() if key not in fields}


@pytest.mark.parametrize(
    ("path", "body", "where", "got", "wanted"),
    [
        ("sets", without("reps"), "body.reps", "nothing", "a value, as this field is needed"),
        ("sets", DONE | {"lift": None}, "body.lift", "null", "a text"),
        ("sets", DONE | {"lift": "  "}, "body.lift", "  ", "a text that is not blank"),
        ("sets", DONE | {"reps": True}, "body.reps", "true", "a whole number"),
        ("sets", DONE | {"missed": "yes"}, "body.missed", "yes", "true or false"),
        ("sets", DONE | {"load_kg": -5}, "body.load_kg", "-5", "0 or more"),
        ("sets", DONE | {"load_kg": 1001}, "body.load_kg", "1001", "1000 or less"),
        ("sets", DONE | {"load_kg": 0.001}, "body.load_kg", "0.001", "0, or from 0.01"),
        ("sets", DONE | {"id": "a b"}, "body.id", "a b", "1 to 64 letters from a to z, digits"),
        ("sets", DONE | {"at": "2026"}, "body.at", "2026", "a date and time with an offset"),
        ("sets", [DONE], "body", '[{"id": "one"', "a JSON object"),
        ("next-session", {"sets": []}, "body.sets", "[]", "an array of at least 1"),
        ("next-session", {"sets": None}, "body.sets", "null", "an array"),
        ("notes", {"id": "n"}, "body.kind", "nothing", "one of 'bodyweight'"),
        ("notes", {"id": "n", "kind": "mood"}, "body.kind", "mood", "one of 'bodyweight'"),
        ("notes", {"kind": "rising", "id": "n"}, "body.at", "nothing", "a value"),
        ("notes", {"kind": "rising", "kg": None}, "body.kg", "null", "a field that is known"),
    ],
)
def test_a_refusal_speaks_of_json(client, athlete, path, body, where, got, wanted):
    """In the words of what was sent: no Python, no pattern, no kind that no client sees."""
    problem = refused(client.post(f"{athlete}/{path}", json=body))
    assert (problem["where"], problem["got"][: len(got)]) == (where, got)
    assert problem["wanted"].startswith(wanted)


@pytest.mark.parametrize(
    ("sheet", "hint"),
    [
        (b"Date,Exercise,kg,Reps\n03/04/2026,deadlift,140,3\n", "?dates=dmy"),
        (b"Date,Exercise,Weight,Reps\n2026-01-05,deadlift,133,3\n", "?unit=kg or ?unit=lb"),
        (b"PK\x03\x04", "send that file"),
        (b"a,b,c\n1,2,3\n4,5,6\n", ""),
    ],
)
def test_advice_is_for_a_client(client, athlete, sheet, hint):
    """What the library tells its caller is told as a client does it, or not at all."""
    problem = refused(client.post(f"{athlete}/import", content=sheet))
    assert hint in problem["hint"]
    assert not re.search(r"\w=\"|\w=\{|Pass |pass |pip ", problem["hint"])
    assert "bytes" not in problem["where"]


def test_a_path_and_a_method_that_are_none_say_which_there_are(client):
    """And where to look."""
    nowhere = refused(client.get("/nothing"), 404)
    assert (nowhere["wanted"], nowhere["hint"]) == ("a path of this app", "/docs shows all.")
    assert refused(client.delete("/athletes"), 405)["wanted"] == "POST at this path"
