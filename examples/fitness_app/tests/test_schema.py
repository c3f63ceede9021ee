"""What the app says of itself is so: schemathesis asks whatever its OpenAPI allows, and not."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import available_timezones

import httpx
import pytest
import schemathesis
from app import create_app
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from started import running
from store import Athlete, Store

ANNA = Athlete(id="anna", zone="Europe/Berlin", unit="lb", state="none yet", version=0)
DONE = {"lift": "deadlift", "load_kg": 140, "reps": 3, "at": "2026-06-22T18:30:00+02:00"}
PAIN = {"region": "low_back", "severity": 5, "at": "2026-06-22T20:00:00+02:00"}

# What the document cannot say of these formats is tested in test_limits.py.
schemathesis.openapi.format(
    "date-time",
    st.datetimes(datetime(1950, 1, 2), datetime(2025, 1, 1), timezones=st.just(UTC)).map(
        datetime.isoformat
    ),
)
schemathesis.openapi.format("time-zone", st.sampled_from(sorted(available_timezones())))

# Of the names in a path those are used that are there: others only ever give 404.
NAMES = {"path.athlete": "anna", "path.entry": "one", "path.pain": "pain"}
# A body of any bytes fits the document and is seldom an export, which is no fault of the app.
SELDOM_READ = {
    "include-path": "/athletes/{athlete}/import",
    "checks": {"positive_data_acceptance": {"expected-statuses": [200, 422]}},
}
schema = schemathesis.openapi.from_dict(
    create_app(Path("not used")).openapi(),
    config=schemathesis.Config.from_dict({"parameters": NAMES, "operations": [SELDOM_READ]}),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory, export):
    """Run the app with an athlete who has a log."""
    database = tmp_path_factory.mktemp("schema") / "app.sqlite3"
    store = Store(database)
    store.add_athlete(ANNA)
    store.close()
    with running(database) as address, httpx.Client(base_url=f"{address}/athletes/anna") as phone:
        assert phone.post("/import", content=export).is_success
        assert phone.post("/sets", json=DONE | {"id": "one"}).is_success
        assert phone.post("/pains", json=PAIN | {"id": "pain"}).is_success
        yield address


@schema.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case, address):
    """No answer is an error of the server, and each has a form that the document tells."""
    case.call_and_validate(base_url=address)
