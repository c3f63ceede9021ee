"""The job runs, goes on after it was killed, and loses or doubles nobody."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from dask.distributed import Client, LocalCluster

from liftguard import Guard, fleet

HERE = Path(__file__).parent.parent
PARTS, ATHLETES = 3, 90


def job(folder):
    return [
        sys.executable, str(HERE), "--athletes", str(ATHLETES), "--parts", str(PARTS),
        "--workers", "2", "--folder", str(folder),
    ]  # fmt: skip


def states_of(folder):
    """Give the states of a night by athlete, none of whom is there twice."""
    parts = [fleet.read_part(folder, part, PARTS) for part in range(PARTS)]
    found = {name: state for part in parts for name, state in part.items()}
    assert len(found) == sum(map(len, parts))
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Give the folder of a job that nobody disturbed, and what it said."""
    folder = tmp_path_factory.mktemp("whole")
    done = subprocess.run(job(folder), capture_output=True, text=True, check=True)
    return folder, done.stdout


def test_it_says_how_it_goes_and_who_needs_a_look(whole):
    folder, said = whole
    assert f"night-1: {PARTS} of {PARTS} parts" in said
    look = (folder / "look.csv").read_text().splitlines()
    assert look[0] == "athlete,level,p_beyond"
    assert look[1].split(",")[1] == "BEYOND"
    assert len(states_of(folder / "night-1")) == ATHLETES


def test_killed_and_started_again_it_comes_to_the_same(whole, tmp_path):
    """The whole job is killed as soon as one part is complete."""
    running = subprocess.Popen(job(tmp_path), stdout=subprocess.DEVNULL, start_new_session=True)
    for _ in range(300):
        if list((tmp_path / "night-0").glob("part-*/done.json")):
            break
        time.sleep(0.1)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    first = {path: path.stat().st_mtime_ns for path in tmp_path.glob("night-0/part-*/done.json")}
    assert first
    subprocess.run(job(tmp_path), capture_output=True, check=True)
    assert all(path.stat().st_mtime_ns == when for path, when in first.items())
    assert states_of(tmp_path / "night-1") == states_of(whole[0] / "night-1")
    assert not list(tmp_path.glob("night-*/.unfinished-*"))


def test_a_killed_worker_costs_nobody(whole, tmp_path):
    """A worker dies in its first part; another one takes that over."""
    for name in ("history", "weighings"):
        (tmp_path / name).symlink_to(whole[0] / name)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
        Client(cluster) as client,
    ):
        pids = list(client.run(os.getpid).values())
        told = []

        def tell(done, _):
            if not told:
                os.kill(pids[0], signal.SIGKILL)
            told.append(done.part)

        fleet.run_on_dask(
            Guard(), PARTS, client=client, sets=tmp_path / "history", target=tmp_path / "night-0",
            others=tmp_path / "weighings", tell=tell,
        )  # fmt: skip
    assert len(set(told)) == PARTS
    assert states_of(tmp_path / "night-0") == states_of(whole[0] / "night-0")
