"""What the app answers over HTTP, in the order in which a phone asks."""

import re
import threading

import pytest
from app import Service

DONE = {"lift": "deadlift", "load_kg": 140, "reps": 3, "at": "2026-06-22T18:30:00+02:00"}
PLANNED = {"lift": "deadlift", "load_kg": 140, "reps": 3, "at": "2026-06-23T18:30:00+02:00"}


def days(count):
    """Give some sets, one a day, each a little heavier."""
    return [
        {
            "id": f"day-{day}",
            "lift": "squat",
            "load_kg": 100 + day,
            "reps": 5,
            "at": f"2026-05-{day:02}T18:00:00+02:00",
        }
        for day in range(1, count + 1)
    ]


def verdict_of(client, athlete):
    planned = PLANNED | {"lift": "squat", "at": "2026-06-01T18:00:00+02:00"}
    answer = client.post(f"{athlete}/check", json=planned)
    assert answer.status_code == 200
    return answer.json()


def read(client, athlete, export):
    answer = client.post(f"{athlete}/import", content=export)
    assert answer.status_code == 200
    return answer.json()


def test_an_import_accounts_for_every_row(client, athlete, export):
    rows = len(export.splitlines()) - 1
    done = read(client, athlete, export)
    assert (done["rows_read"], done["rows_with_sets"], done["added"]) == (rows, rows, rows)
    assert (done["app"], done["unit"], done["problems"]) == ("strong", "kg", 0)
    assert client.get(athlete).json()["entries"] == rows


def test_an_import_adds_only_what_is_new(client, athlete, export):
    """Half an export, the whole of it, and the whole again make one log."""
    lines = export.splitlines(keepends=True)
    half = len(lines) // 2
    assert read(client, athlete, b"".join(lines[:half]))["added"] == half - 1
    assert read(client, athlete, export)["added"] == len(lines) - half
    again = read(client, athlete, export)
    assert (again["added"], again["already_there"]) == (0, len(lines) - 1)
    assert client.get(athlete).json()["version"] == again["version"] == 2


def test_a_set_that_was_recorded_is_not_imported_again(client, athlete):
    at = "2026-06-22T18:30:00+02:00"
    client.post(f"{athlete}/sets", json=DONE | {"id": "one", "at": at})
    sheet = b"Date,Exercise,kg,Reps\n2026-06-22 18:30:00,deadlift,140,3\n"
    assert read(client, athlete, sheet)["already_there"] == 1


def test_a_set_keeps_what_was_planned(client, athlete):
    """Five were meant and four went up; nothing was meant where the phone does not say so."""
    sets = [
        DONE | {"id": "one", "reps": 4, "planned_reps": 5},
        DONE | {"id": "two", "reps": 5, "planned_reps": 5.0},
        DONE | {"id": "three", "planned_reps": None},
        DONE | {"id": "four"},
    ]
    assert [client.post(f"{athlete}/sets", json=one).status_code for one in sets] == [200] * 4
    entries = {one["id"]: one["entry"] for one in client.get(f"{athlete}/entries").json()}
    plans = [entries[one["id"]]["planned_reps"] for one in sets]
    assert plans == [5, 5, None, None]
    edited = client.put(f"{athlete}/sets/four", json=DONE | {"planned_reps": 6})
    assert edited.json()["changed"]


@pytest.mark.parametrize("planned", [0, -5, 5.5, 1001, "5"])
def test_a_plan_that_is_none_is_refused(client, athlete, planned):
    answer = client.post(f"{athlete}/sets", json=DONE | {"id": "one", "planned_reps": planned})
    assert (answer.status_code, answer.json()["where"]) == (422, "body.planned_reps")
    assert client.get(athlete).json()["entries"] == 0


def test_an_import_that_knows_the_plan_of_a_set_tells_it(client, athlete):
    """The set stays one, under the name that the phone gave it, and the miss shows."""
    at = "2026-06-22T18:30:00+02:00"
    client.post(f"{athlete}/sets", json=DONE | {"id": "one", "at": at, "reps": 4, "rpe": 10})
    sheet = (
        b"Date,Exercise,kg,Reps,Target Reps\n2026-06-22 18:30:00,deadlift,140,4,5\n"
        b"2026-06-22 18:30:00,deadlift,140,3,3\n"
    )
    done = read(client, athlete, sheet)
    assert (done["added"], done["already_there"]) == (1, 1)
    entries = {one["id"]: one["entry"] for one in client.get(f"{athlete}/entries").json()}
    assert len(entries) == 2
    one = entries["one"]
    assert (one["reps"], one["planned_reps"], one["missed"], one["rpe"]) == (4, 5, True, 10.0)
    again = read(client, athlete, sheet)
    assert (again["added"], again["already_there"], again["version"]) == (0, 2, done["version"])


def test_an_import_has_the_clock_of_the_athlete(client, athlete, export):
    """The times of an export are those on the wall in Berlin, in winter and in summer."""
    read(client, athlete, export)
    log = client.get(f"{athlete}/log").json()
    assert log["first"] == "2026-03-02T18:10:00+01:00"
    assert log["last"] == "2026-06-19T18:10:00+02:00"


def test_a_set_has_the_clock_of_the_athlete(client, athlete):
    """A phone may speak of instants in any zone: the log has them as on the wall in Berlin."""
    client.post(f"{athlete}/sets", json=DONE | {"id": "one", "at": "2026-06-22T22:30:00Z"})
    (entry,) = client.get(f"{athlete}/entries").json()
    assert entry["entry"]["at"] == "2026-06-23T00:30:00+02:00"


def test_sets_ahead_of_now_are_left_out(client, athlete):
    sheet = b"Date,Exercise,kg,Reps\n2026-01-05,deadlift,140,3\n2199-01-05,deadlift,140,3\n"
    done = read(client, athlete, sheet)
    assert (done["added"], done["in_the_future"]) == (1, 1)


def test_a_check_says_level_and_sentence(client, athlete, export):
    read(client, athlete, export)
    light, heavy = (
        client.post(f"{athlete}/check", json=PLANNED | {"load_kg": kg}).json() for kg in (60, 300)
    )
    assert (light["level"], heavy["level"]) == ("CLEAR", "BEYOND")
    assert light["sentence"].startswith("CLEAR: deadlift 60 kg x 3")
    assert heavy["verdict"]["level"] == "BEYOND"


def test_the_sentence_has_the_language_and_unit_of_the_athlete(client, new_athlete, export):
    athlete = new_athlete(unit="lb")
    read(client, athlete, export)
    heavy = PLANNED | {"load_kg": 181.436948}
    told = client.post(f"{athlete}/check?language=de", json=heavy).json()
    assert "Kreuzheben 400 lb x 3" in told["sentence"]
    lighter = told["verdict"]["steps"][0]["planned"]["load_kg"] / 0.45359237
    assert round(lighter, 3) % 5 == 0  # of pairs of 2.5 lb


def test_without_a_log_nothing_is_known(client, athlete):
    assert client.post(f"{athlete}/check", json=PLANNED).json()["level"] == "UNKNOWN"


def test_now_is_the_clock_of_the_server(client, athlete):
    planned = {key: PLANNED[key] for key in ("lift", "load_kg", "reps")}
    assert client.post(f"{athlete}/check", json=planned).status_code == 200


def test_a_check_in_the_past_knows_what_was_known_then(client, athlete):
    *before, last = days(9)
    for done in before:
        client.post(f"{athlete}/sets", json=done)
    planned = {"lift": "squat", "load_kg": 112, "reps": 5, "at": before[-1]["at"]}
    then = client.post(f"{athlete}/check", json=planned).json()
    client.post(f"{athlete}/sets", json=last | {"missed": True, "reps": 0})
    assert client.post(f"{athlete}/check", json=planned).json() == then


def test_a_repeated_set_is_recorded_once(client, athlete):
    first, again = (
        client.post(f"{athlete}/sets", json=DONE | {"id": "one"}).json() for _ in range(2)
    )
    assert first == {"version": 1, "changed": True, "replayed": False}
    assert again == {"version": 1, "changed": False, "replayed": False}
    assert client.get(athlete).json()["entries"] == 1


def test_another_set_of_the_same_name_is_refused(client, athlete):
    client.post(f"{athlete}/sets", json=DONE | {"id": "one"})
    answer = client.post(f"{athlete}/sets", json=DONE | {"id": "one", "reps": 2})
    assert answer.status_code == 409
    assert answer.json()["got"] == "one"


def test_the_order_of_arrival_does_not_matter(client, new_athlete):
    in_order, late = new_athlete(), new_athlete()
    for done in days(9):
        assert not client.post(f"{in_order}/sets", json=done).json()["replayed"]
    for done in reversed(days(9)):
        client.post(f"{late}/sets", json=done)
    assert verdict_of(client, late) == verdict_of(client, in_order)


def test_an_edit_is_as_if_it_had_been_so_from_the_start(client, new_athlete):
    right, edited = new_athlete(), new_athlete()
    for done in days(9):
        client.post(f"{right}/sets", json=done)
        slip = {"load_kg": 10 * done["load_kg"] % 1000} if done["id"] == "day-4" else {}
        client.post(f"{edited}/sets", json=done | slip)
    assert verdict_of(client, edited) != verdict_of(client, right)
    fourth = {key: value for key, value in days(4)[-1].items() if key != "id"}
    assert client.put(f"{edited}/sets/day-4", json=fourth).json()["changed"]
    assert not client.put(f"{edited}/sets/day-4", json=fourth).json()["changed"]
    assert verdict_of(client, edited) == verdict_of(client, right)


def test_a_set_taken_out_never_was(client, new_athlete):
    right, other = new_athlete(), new_athlete()
    for done in days(9):
        client.post(f"{other}/sets", json=done)
        if done["id"] != "day-4":
            client.post(f"{right}/sets", json=done)
    assert client.delete(f"{other}/sets/day-4").status_code == 200
    assert client.delete(f"{other}/sets/day-4").status_code == 404
    assert verdict_of(client, other) == verdict_of(client, right)


def test_the_last_entries_are_those_that_came_last(client, athlete):
    for name, day in (("z", 3), ("c", 1), ("b", 2)):
        at = f"2026-06-{day:02}T18:00:00Z"
        client.post(f"{athlete}/sets", json=DONE | {"id": name, "at": at})
    listed = client.get(f"{athlete}/entries?last=2").json()
    assert [one["id"] for one in listed] == ["c", "b"]
    client.post(f"{athlete}/sets", json=DONE | {"id": "a"})
    (last,) = client.get(f"{athlete}/entries?last=1").json()
    assert last["id"] == "a"


def test_why_finds_the_miss_before_a_pain(client, athlete, export):
    read(client, athlete, export)
    client.post(f"{athlete}/sets", json=DONE | {"id": "one", "reps": 2, "missed": True})
    pain = {"id": "p", "at": "2026-06-22T20:00:00+02:00", "region": "low_back", "severity": 5}
    assert client.post(f"{athlete}/pains", json=pain).status_code == 200
    found = client.get(f"{athlete}/pains/p/why").json()
    assert found["reason_shown"]
    stood_out = [one["code"] for one in found["finding"]["causes"] if one["distinctive"]]
    assert stood_out[0] == "rapid_movement"  # straight to the top set, by who always ramps
    assert any("without a ramp" in line for line in found["details"])


def test_a_set_is_no_pain(client, athlete):
    client.post(f"{athlete}/sets", json=DONE | {"id": "one"})
    assert client.get(f"{athlete}/pains/one/why").status_code == 404


def test_a_ramp_leads_up(client, athlete, export):
    read(client, athlete, export)
    ramp = client.post(f"{athlete}/warm-up", json=PLANNED).json()
    loads = [one["load_kg"] for one in ramp]
    assert 0 < loads[0] < loads[-1] < 140
    assert loads == sorted(loads)


WANTED = {"lift": "squat", "reps": 5, "at": "2026-05-31T18:00:00+02:00"}


def test_a_suggestion_goes_on_and_says_why(client, athlete):
    """Squats of 102 to 118 kg that rise by 2: 120; and after a set of today at RPE 10, less."""
    for done in days(9):
        client.post(f"{athlete}/sets", json=done)
    told = client.post(f"{athlete}/suggest", json=WANTED | {"at": "2026-05-12T18:00:00Z"}).json()
    assert told["load_kg"] == told["suggestion"]["load_kg"]
    assert (told["level"], told["to_begin"]) == ("CLEAR", False)
    assert told["sentences"][0].startswith("Squat ")
    hard = days(9)[-1] | {"id": "hard", "rpe": 10, "at": "2026-05-12T18:05:00Z"}
    client.post(f"{athlete}/sets", json=hard)
    asked = WANTED | {"rpe": 8, "at": "2026-05-12T18:10:00Z"}
    after = client.post(f"{athlete}/suggest?language=de", json=asked).json()
    assert after["reason"] == "harder_than_meant"
    assert after["load_kg"] < hard["load_kg"]
    assert after["sentences"][0].startswith("Kniebeuge ")


def test_nothing_is_suggested_to_whom_the_back_hurts(client, athlete, export):
    read(client, athlete, export)
    pain = {"id": "p", "at": "2026-06-22T18:00:00+02:00", "region": "low_back", "severity": 9}
    client.post(f"{athlete}/pains", json=pain | {"kind": "spasm"})
    told = client.post(f"{athlete}/suggest", json=WANTED | {"at": "2026-06-22T18:30:00Z"}).json()
    assert (told["load_kg"], told["reason"], told["level"]) == (None, "pain", "UNKNOWN")


def test_bests_and_the_next_session_in_pounds(client, new_athlete, export):
    """In the unit of the athlete, at loads of pound plates."""
    athlete = new_athlete(unit="lb")
    read(client, athlete, export)
    at = {"at": "2026-06-22T18:30:00+02:00"}
    told = client.post(f"{athlete}/bests", json={"lift": "deadlift"} | at).json()
    assert " lb x " in told["sentences"][0]
    assert told["bests"]["unbeaten"]
    for step in told["bests"]["within_reach"]:
        if step["code"] == "more_load":
            assert round(step["planned"]["load_kg"] / 0.45359237, 3) % 5 == 0
    sets = [
        {"lift": "deadlift", "load_kg": 140, "reps": 3},
        {"lift": "squat", "load_kg": 100, "reps": 5},
    ]
    after = client.post(f"{athlete}/next-session", json={"sets": sets} | at).json()
    assert [one["next"]["suggestion"]["lift"] for one in after] == ["deadlift", "squat"]
    assert all(" lb x " in one["sentence"] for one in after)
    answer = client.post(f"{athlete}/next-session", json={"sets": []} | at)
    assert (answer.status_code, answer.json()["where"]) == (422, "body.sets")


def test_the_log_tells_doubts_and_unknown_lifts(client, athlete):
    for done in days(9):
        client.post(f"{athlete}/sets", json=done)
    slip = DONE | {"id": "slip", "lift": "squat", "load_kg": 240, "at": "2026-05-12T18:00:00Z"}
    client.post(f"{athlete}/sets", json=slip)
    client.post(f"{athlete}/sets", json=DONE | {"id": "own", "lift": "Sumo Thing"})
    log = client.get(f"{athlete}/log").json()
    assert [one["code"] for one in log["doubts"] if one["severity"] != "note"] == ["unit"]
    assert [one["name"] for one in log["unknown_lifts"]] == ["Sumo Thing"]


@pytest.mark.parametrize(
    "lift",
    [
        "'; DROP TABLE entry; --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "\u202edaeh",
        "{0.__class__}",
        "%s%n",
        "a\x00b",
        "\U0001f3cb" * 100,
    ],
)
def test_a_lift_may_have_any_name(client, athlete, lift):
    """A name is data: it is kept, spoken of, and does nothing."""
    named = {"lift": lift, "at": "2026-06-23T18:30:00+02:00"}
    assert client.post(f"{athlete}/sets", json=DONE | {"id": "one", "lift": lift}).is_success
    assert client.post(f"{athlete}/check", json=PLANNED | named).is_success
    (entry,) = client.get(f"{athlete}/entries").json()
    assert entry["entry"]["lift"] == lift
    assert client.get(f"{athlete}/log").json()["unknown_lifts"][0]["name"] == lift


def test_a_long_import_holds_nobody_up(client, new_athlete, monkeypatch):
    """While one import lasts, another athlete is answered."""
    busy, other = new_athlete(), new_athlete()
    begun, go_on = threading.Event(), threading.Event()

    def slow(*_args, **_options):
        begun.set()
        assert go_on.wait(20)
        raise ValueError

    monkeypatch.setattr(Service, "read", slow)

    def upload():
        with pytest.raises(ValueError, match=r"^$"):
            client.post(f"{busy}/import", content=b"")

    thread = threading.Thread(target=upload)
    thread.start()
    try:
        assert begun.wait(20)
        assert client.post(f"{other}/check", json=PLANNED).status_code == 200
    finally:
        go_on.set()
        thread.join()


def test_the_page_needs_no_network_and_shows_every_route(client):
    page = client.get("/docs").text
    assert re.findall(r"https?://|<script|<link|src=|@import", page) == []
    for path in client.get("/openapi.json").json()["paths"]:
        assert path in page


def test_the_root_leads_to_the_page(client):
    """Whoever opens the address of the app finds what it can do."""
    answer = client.get("/")
    assert answer.url.path == "/docs"
    assert answer.status_code == 200


def test_a_movement_is_told_and_found(client, athlete, export):
    """A sneeze is kept once, and is what is found before the pain."""
    client.post(f"{athlete}/import", content=export)
    move = {"id": "m", "at": "2026-06-20T07:00:00+02:00", "motion": "flexion", "cause": "sneeze"}
    assert client.post(f"{athlete}/moves", json=move).json()["changed"]
    assert not client.post(f"{athlete}/moves", json=move).json()["changed"]
    hurt = {"id": "p", "at": "2026-06-20T07:01:00+02:00", "region": "low_back", "severity": 5}
    client.post(f"{athlete}/pains", json=hurt)
    found = client.get(f"{athlete}/pains/p/why").json()
    assert "a quick movement just before, a sneeze" in found["sentence"]
    assert client.delete(f"{athlete}/entries/m").json()["changed"]
    assert client.delete(f"{athlete}/entries/m").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"motion": "dance"}, {"cause": "wind"}, {"peak_velocity_deg_s": 2001}, {"load_kg": -1}],
)
def test_a_movement_that_is_none_is_refused(client, athlete, wrong):
    """The refusal names the field."""
    move = {"id": "m", "at": "2026-06-20T07:00:00+02:00", "motion": "flexion"}
    answer = client.post(f"{athlete}/moves", json=move | wrong)
    assert answer.status_code == 422
    assert next(iter(wrong)) in answer.json()["where"]


AT = "2026-06-22T12:00:00+02:00"
NOTES = [
    {"kind": "bodyweight", "kg": 64},
    {"kind": "readiness", "score": 0.2, "sleep_h": 4, "soreness": 7},
    {"kind": "rising"},
    {"kind": "stillness", "minutes": 180, "posture": "bent"},
    {"kind": "mobility", "minutes": 10, "regions": ["hamstrings", "low_back"]},
]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note["kind"])
def test_a_note_is_kept_once(client, athlete, note):
    """As it was sent, by the athlete's clock; and it is taken out like any entry."""
    body = note | {"id": "n", "at": "2026-06-22T10:00:00Z"}
    assert client.post(f"{athlete}/notes", json=body).json()["changed"]
    assert not client.post(f"{athlete}/notes", json=body).json()["changed"]
    (kept,) = client.get(f"{athlete}/entries").json()
    assert kept["kind"] == note["kind"].capitalize()
    entry = kept["entry"]
    assert entry.get("at", entry.get("end")) == AT
    if note["kind"] == "stillness":
        assert (entry["start"], entry["posture"]) == ("2026-06-22T09:00:00+02:00", "bent")
    else:
        assert {key: entry[key] for key in note if key != "kind"} == {
            key: value for key, value in note.items() if key != "kind"
        }
    assert client.delete(f"{athlete}/entries/n").json()["changed"]
    assert client.get(f"{athlete}/entries").json() == []


def test_a_pull_up_is_judged_once_a_weighing_is_noted(client, athlete):
    """Before it nobody knows what moves."""
    for done in days(9):
        client.post(f"{athlete}/sets", json=done | {"lift": "pull_up", "load_kg": 0, "reps": 8})
    planned = {"lift": "pull_up", "load_kg": 0, "reps": 5, "at": "2026-05-12T18:00:00Z"}
    before = client.post(f"{athlete}/check", json=planned).json()
    assert before["level"] == "UNKNOWN"
    weighed = {"id": "w", "kind": "bodyweight", "kg": 64, "at": "2026-04-30T07:00:00Z"}
    assert client.post(f"{athlete}/notes", json=weighed).json()["replayed"]
    after = client.post(f"{athlete}/check", json=planned).json()
    assert after["level"] == "CLEAR"


def test_a_pain_is_found_to_come_from_a_note(client, athlete, export):
    """Three hours in a chair just before the lift stand out, where nobody sat on other days."""
    read(client, athlete, export)
    sat = {"id": "s", "kind": "stillness", "minutes": 180, "at": "2026-06-22T18:25:00+02:00"}
    client.post(f"{athlete}/notes", json=sat)
    client.post(f"{athlete}/sets", json=DONE | {"id": "one"})
    pain = {"id": "p", "at": "2026-06-22T18:40:00+02:00", "region": "low_back", "severity": 5}
    client.post(f"{athlete}/pains", json=pain)
    found = client.get(f"{athlete}/pains/p/why").json()
    codes = {trace["code"] for one in found["finding"]["causes"] for trace in one["traces"]}
    assert any("still" in code for code in codes)
    assert "stillness" not in found["finding"]["missing_records"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "mood"}, "body"),
        ({"kind": "bodyweight"}, "kg"),
        ({"kind": "bodyweight", "kg": 5}, "kg"),
        ({"kind": "readiness", "score": 70}, "score"),
        ({"kind": "stillness", "minutes": 10, "posture": "car"}, "posture"),
        ({"kind": "stillness", "minutes": 2000}, "minutes"),
        ({"kind": "mobility", "minutes": 10, "regions": ["hips"]}, "regions"),
        ({"kind": "rising", "kg": 64}, "kg"),
    ],
)
def test_a_note_that_is_none_is_refused(client, athlete, wrong, field):
    """The refusal names the field, and nothing is kept."""
    answer = client.post(f"{athlete}/notes", json=wrong | {"id": "n", "at": AT})
    assert answer.status_code == 422
    assert field in answer.json()["where"]
    assert client.get(athlete).json()["entries"] == 0
