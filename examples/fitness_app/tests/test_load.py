"""Many phones at once: every set is kept once, and the state is what the log gives."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from started import running
from store import Store

import liftguard as lg

PHONES, SETS = 8, 25
BEGIN = datetime(2026, 5, 1, 18, tzinfo=UTC)


@pytest.mark.parametrize("servers", [1, 2])
def test_no_set_is_lost_or_doubled(database, servers, capsys):
    """
    Eight phones of each of two athletes, and one of each of three others, record at once.

    The first athlete's sets are of interleaved times, so most come late and replay the log.
    The second's all share a moment: each is learned on top of the one before it, and no later
    replay would mend a state that had missed one. Every fifth request is sent twice. With two
    servers over one file the version number decides.
    """
    with ExitStack() as stack:
        addresses = [stack.enter_context(running(database)) for _ in range(servers)]
        with httpx.Client(base_url=addresses[0]) as phone:
            first, second, *others = (
                phone.post("/athletes", json={"zone": "Europe/Berlin"}).json()["id"]
                for _ in range(5)
            )
        phones = {first: PHONES, second: PHONES} | dict.fromkeys(others, 1)
        work = [
            (name, one, name != second) for name, count in phones.items() for one in range(count)
        ]
        begin = time.perf_counter()
        with ThreadPoolExecutor(len(work)) as pool:
            sent = sum(pool.map(lambda job: record(addresses[job[1] % servers], *job), work))
        took = time.perf_counter() - begin
    with capsys.disabled():
        print(f"\n{servers} server(s): {sent} requests in {took:.1f} s, {sent / took:.0f} a second")
    store = Store(database)
    for name, count in phones.items():
        entries = store.entries(name)
        expected = {f"{phone}-{number}" for phone in range(count) for number in range(SETS)}
        assert set(entries) == expected
        assert store.count(name) == count * SETS
        history = lg.History(entries.values())
        assert lg.loads(store.athlete(name).state) == lg.Guard().replay(history).state
    store.close()


def record(address, name, phone, one_by_one):
    """Send the sets of one phone; a server that is busy is asked again. Count the requests."""
    sent = 0
    with httpx.Client(base_url=address, timeout=60) as client:
        for number in range(SETS):
            at = BEGIN + timedelta(hours=number, minutes=phone) * one_by_one
            body = {
                "id": f"{phone}-{number}",
                "lift": "squat",
                "load_kg": 100 + number,
                "reps": 5,
                "at": at.isoformat(),
            }
            for _ in range(2 if number % 5 == 0 else 1):
                status = 503
                while status == 503:
                    status = client.post(f"/athletes/{name}/sets", json=body).status_code
                    sent += 1
                assert status == 200
    return sent
