"""What the database keeps: through versions, crashes, upgrades and races."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import httpx
import pytest
from service import TRIES, Busy, Service
from started import running
from store import MIGRATIONS, Store

import liftguard as lg

DAY = datetime(2026, 5, 1, 18, tzinfo=UTC)
PLANNED = lg.PlannedSet(lift="squat", load_kg=120, reps=5)
LATER = DAY + timedelta(days=30)

# As the first version of the app wrote it, with a state of a model that is gone.
FIRST_VERSION = """
CREATE TABLE athlete (
    id TEXT PRIMARY KEY, zone TEXT NOT NULL, state TEXT NOT NULL, version INTEGER NOT NULL
);
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, athlete TEXT NOT NULL REFERENCES athlete (id), id TEXT NOT NULL,
    kind TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (athlete, id)
);
INSERT INTO athlete VALUES ('anna', 'Europe/Berlin',
    '{"liftguard":"AthleteState","schema":1,"model_version":"1","value":{"made_by":"x"}}', 1);
INSERT INTO entry VALUES (1, 'anna', 'one', 'LoggedSet', '{"liftguard":"LoggedSet","schema":1,
    "model_version":"1","value":{"lift":"squat","at":"2026-05-01T20:00:00+02:00",
    "load_kg":100.0,"reps":5}}');
PRAGMA user_version = 1;
"""


def squat(day, load_kg=100.0):
    return lg.LoggedSet(lift="squat", at=DAY + timedelta(days=day), load_kg=load_kg, reps=5)


@pytest.fixture
def store(database):
    store = Store(database)
    yield store
    store.close()


def test_an_old_file_is_brought_up_to_date_and_keeps_all(database):
    with sqlite3.connect(database) as old:
        old.executescript(FIRST_VERSION)
    old.close()
    store = Store(database)
    service = Service(store)
    assert service.athlete("anna").unit == "kg"
    assert store.entries("anna") == {"one": squat(0)}
    fresh = service.create("Europe/Berlin", "kg").id
    service.record(fresh, "one", squat(0))
    verdict, _ = service.check("anna", PLANNED, LATER)
    assert verdict == service.check(fresh, PLANNED, LATER)[0]
    store.close()


def test_the_first_file_makes_what_the_first_version_had():
    """A migration that has been out is not changed afterwards."""

    def columns(script):
        with sqlite3.connect(":memory:") as db:
            db.executescript(script)
            found = [
                tuple(db.execute(f"PRAGMA table_info({table})")) for table in ("athlete", "entry")
            ]
        db.close()
        return found

    assert columns(MIGRATIONS[0].read_text("utf-8")) == columns(FIRST_VERSION)


def test_a_file_of_a_newer_app_is_refused(database):
    with sqlite3.connect(database) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(lg.UnreadableStore, match="version 99"):
        Store(database)


def test_a_new_file_may_be_opened_by_many_at_once(database):
    barrier = Barrier(8)

    def open_it(_):
        barrier.wait()
        store = Store(database)
        store.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(open_it, range(8)))
    with sqlite3.connect(database) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    db.close()


def test_what_was_answered_outlives_a_crash(database, export):
    with running(database) as address, httpx.Client(base_url=address) as phone:
        name = phone.post("/athletes", json={"zone": "Europe/Berlin"}).json()["id"]
        added = phone.post(f"/athletes/{name}/import", content=export).json()["added"]
        before = phone.get(f"/athletes/{name}").json()
    with running(database) as address, httpx.Client(base_url=address) as phone:
        assert address.startswith("http://127.0.0.1:")
        assert phone.get(f"/athletes/{name}").json() == before
        assert before["entries"] == added > 0


@pytest.mark.parametrize(
    "older",
    [
        lg.dumps(lg.Guard().start()).replace(
            f'"model_version":"{lg.MODEL_VERSION}"', '"model_version":"0"'
        ),
        lg.dumps(lg.AthleteState(made_by="other params")),
        "no state at all",
        lg.dumps(squat(0)),
    ],
    ids=["another model", "other params", "damaged", "no state but a set"],
)
def test_a_state_of_another_version_is_replayed(database, store, older):
    """An upgrade needs no migration: the first question or set makes the state anew."""
    service = Service(store)
    name = service.create("Europe/Berlin", "kg").id
    service.record(name, "one", squat(0))
    before, _ = service.check(name, PLANNED, LATER)

    def upgrade():
        with sqlite3.connect(database) as db:
            db.execute("UPDATE athlete SET state = ?", (older,))
        db.close()

    upgrade()
    assert service.check(name, PLANNED, LATER)[0] == before
    assert lg.loads(service.athlete(name).state).lifts
    upgrade()
    assert service.record(name, "two", squat(1)).changed
    assert list(store.entries(name)) == ["one", "two"]
    assert_folded(store, name)


def test_of_two_writers_who_read_the_same_one_wins(store):
    """The loser changes nothing at all."""
    athlete = Service(store).create("Europe/Berlin", "kg")
    assert store.save(athlete, "first", put={"one": squat(0)})
    assert not store.save(athlete, "second", put={"two": squat(1)}, drop=("one",))
    assert store.athlete(athlete.id).state == "first"
    assert list(store.entries(athlete.id)) == ["one"]


def test_the_loser_of_a_race_begins_again(database, store):
    """Another process records a set just before this one saves: both sets are kept."""

    class Overtaken(Store):
        overtaken = False

        def save(self, athlete, state, **what):
            if not self.overtaken:
                self.overtaken = True
                Service(store).record(athlete.id, "theirs", squat(1))
            return super().save(athlete, state, **what)

    name = Service(store).create("Europe/Berlin", "kg").id
    ours = Overtaken(database)
    assert Service(ours).record(name, "ours", squat(0)).replayed
    ours.close()
    assert list(store.entries(name)) == ["theirs", "ours"]
    assert_folded(store, name)


def test_who_never_wins_is_told_to_come_back(store, monkeypatch):
    service = Service(store)
    name = service.create("Europe/Berlin", "kg").id
    lost = []
    monkeypatch.setattr(store, "save", lambda *_, **__: lost.append(1))
    with pytest.raises(Busy):
        service.record(name, "one", squat(0))
    assert len(lost) == TRIES


def test_a_locked_database_is_no_fault_of_the_phone(client, athlete, monkeypatch):
    def locked(*_):
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(Store, "athlete", locked)
    answer = client.get(athlete)
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"


def assert_folded(store, name):
    """Hold the state against what the log gives."""
    history = lg.History(store.entries(name).values())
    assert lg.loads(store.athlete(name).state) == lg.Guard().replay(history).state


@pytest.mark.parametrize(
    "written", [b"no database at all" * 500, b"SQLite format 3\x00" + b"x" * 5000]
)
def test_a_file_that_is_no_database_is_refused_in_four_parts(database, written):
    """What it is, what is wanted, and what to do."""
    database.write_bytes(written)
    with pytest.raises(lg.UnreadableStore) as refused:
        Store(database)
    assert refused.value.where == "database"
    assert refused.value.got.startswith(database.name)
    assert refused.value.hint
    assert database.read_bytes() == written


SPOIL = {
    "kind": "UPDATE entry SET kind = ? WHERE id = ?",
    "value": "UPDATE entry SET value = ? WHERE id = ?",
}


def spoil(database, entry, **columns):
    """Write something else into an entry."""
    with sqlite3.connect(database) as db:
        for column, value in columns.items():
            db.execute(SPOIL[column], (value, entry))
    db.close()


@pytest.mark.parametrize(
    "columns",
    [
        {"value": "{broken"},
        {"value": lg.dumps(lg.LoggedSet(lift="squat", at=datetime(2026, 5, 1), load_kg=1, reps=1))},
        {"kind": "Dance"},
        {"kind": "Pain"},
        {"value": b"\xff\xfe"},
    ],
    ids=["cut", "without a zone", "unknown kind", "another kind", "no text"],
)
def test_a_bad_entry_hides_no_other(database, store, columns):
    """The log, questions and late sets go on with the others, and the bad one is named."""
    service = Service(store)
    name = service.create("Europe/Berlin", "kg").id
    for day in range(4):
        service.record(name, str(day), squat(day))
    spoil(database, "2", **columns)
    assert list(service.entries(name, 10)) == ["0", "1", "3"]
    history, _, _ = service.doubts(name)
    assert len(history) == 3
    assert set(service.unreadable(name)) == {"2"}
    assert service.record(name, "late", squat(1.5)).replayed
    assert service.check(name, PLANNED, LATER)[0].level is not None
    assert_folded(store, name)
    with pytest.raises(lg.LiftguardError, match="an id that no other entry has"):
        service.record(name, "2", squat(2))
    assert service.remove(name, "2").replayed
    assert service.unreadable(name) == {}
    assert service.count(name) == 4


def test_a_bad_set_can_be_written_anew(database, store):
    """PUT gives it a value that can be read, as if it had been so from the start."""
    service = Service(store)
    name = service.create("Europe/Berlin", "kg").id
    service.record(name, "one", squat(0))
    spoil(database, "one", value="{")
    assert service.edit(name, "one", squat(0, 110.0)).replayed
    assert store.entries(name) == {"one": squat(0, 110.0)}
    assert_folded(store, name)


def test_a_state_at_hand_is_the_one_in_the_file(store):
    """States are kept in memory by their text: a changed one is another, and is read."""
    one, other = Service(store), Service(store)
    name = one.create("Europe/Berlin", "kg").id
    one.record(name, "one", squat(0))
    before = one.check(name, PLANNED, LATER)[0]
    other.record(name, "two", squat(1, 140.0))
    after = one.check(name, PLANNED, LATER)[0]
    assert after == other.check(name, PLANNED, LATER)[0]
    assert after != before
