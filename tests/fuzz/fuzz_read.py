"""
Fuzz `read_log` with atheris, guided by coverage.

    python -m pip install --group fuzz
    python tests/fuzz/fuzz_read.py --seed /tmp/corpus
    python tests/fuzz/fuzz_read.py -max_total_time=1800 -timeout=20 -rss_limit_mb=2048 \
        -max_len=8192 -dict=/tmp/corpus.dict -artifact_prefix=/tmp/found- /tmp/corpus

The first line writes a file of every format to start from, and the words that they are made
of. Each input is a byte that chooses the options, then the file. A crash, a wrong account or
a slow file stops the run and is written beside the prefix; `python tests/fuzz/fuzz_read.py
FILE` shows it again, and `-minimize_crash=1 -runs=10000 FILE` makes it smaller. What was
found is kept, small and without its first byte, in tests/importers/corpus/ and read by
tests/importers/test_corpus.py.
"""

# ruff: noqa: E501 - cells as they come

from __future__ import annotations

import csv
import json
import random
import re
import sys
from datetime import datetime
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "importers")]

UNITS = (None, "kg", "lb")
OTHERS = (
    {},
    {"dates": "dmy"},
    {"dates": "mdy"},
    {"tz": "Europe/Berlin"},
    {"columns": {"when": 0, "lift": 1, "load": 2, "reps": 3}},
    {"app": 0},
    {"app": 1},
    {"app": 2},
)
ODD = (
    *(
        b"",
        b" ",
        b'"',
        b'""',
        b'"a',
        b'a"b',
        b"\n",
        b"\r",
        b"\r\n",
        b'"a\nb"',
        b"\xef\xbb\xbf",
        b"\0",
    ),
    *(b"0", b"-20", b"1e308", b"1e9", b"nan", b"7.5", b"8,5", b"1.000,5", b"9" * 5000, b"\xd9\xa3"),
    *(
        b"2024-05-01",
        b"1/2/2024",
        b"31 Feb 2024",
        b"9999-12-31",
        b"0001-01-01",
        b"2200-12-31 23:59",
    ),
    *(b"2024-05-01T18:00:00Z", b"2024-05-01 18:00:00 +0200", b"1714586400", b"25:61", b"0:08:10"),
    *(
        b"kg",
        b"lbs",
        b"st",
        b"W",
        b"F",
        b"D",
        b"Note",
        b"Rest Timer",
        b"warmup",
        b"failure",
        b"true",
    ),
    *(
        b"Total",
        b"Squat",
        b"Deadlift (Assisted)",
        b"\xff",
        b"\xe9",
        b"=1+1",
        b"5/5/0/5/-",
        b"100,5,5,0",
    ),
)


def options(choice):
    """Choose the options of read_log by a byte: half of them none but a unit."""
    from liftguard.importers.recognise import APPS

    given = {"unit": UNITS[choice % 3]}
    if choice < 128:
        return given
    other = dict(OTHERS[choice // 3 % len(OTHERS)])
    if "app" in other:
        other["app"] = APPS[choice % len(APPS)].name
    return given | other


def one_input(data):
    """Read one file, or see it refused."""
    from accounts import read_or_refuse

    if data:
        read_or_refuse(data[1:], **options(data[0]))


def mutated(data, most, number, plain):
    """Change a file as a table: cells and lines moved, doubled, cut, spoilt; or bytes, by chance."""
    chance = random.Random(number)
    if len(data) < 2 or chance.random() < 0.4:
        return plain(data, most)
    lines = data[1:].splitlines(keepends=True) or [b""]
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.randrange(len(lines))
        other = chance.choice(lines)
        separator = max(b",;|\t", key=lines[0].count)
        cells = lines[at].split(bytes([separator]))
        place = chance.randrange(len(cells))
        way = chance.randrange(8)
        if way == 0:
            lines.insert(at, other)
        elif way == 1 and len(lines) > 1:
            del lines[at]
        elif way == 2:
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        elif way == 3:
            cells[place] = chance.choice(other.split(bytes([separator])))
        elif way == 4:
            del cells[place]
        elif way in (5, 6):
            cells[place] = chance.choice(ODD)
        else:
            cells[place] = plain(cells[place], len(cells[place]) + 8)
        if way > 2:
            lines[at] = bytes([separator]).join(cells)
    choice = data[:1] if chance.random() < 0.8 else bytes([chance.randrange(256)])
    return (choice + b"".join(lines))[:most]


def seed(folder):
    """Write a file of every format, with and without options, and a dictionary of their words."""
    import writers
    from strategies import WRITTEN_LIFTS, Done, Exercise, Workout

    sets = [
        Done(60.0, 8, None, "warmup", ""),
        Done(142.5, 5, 8.5, None, 'slow; "grip", hook\nthen light'),
        Done(180.0, 1, 10.0, "failure", "=1+1"),
        Done(185.0, 0, None, None, "missed"),
    ]
    lifts = list(WRITTEN_LIFTS)
    days = [datetime(2024, 5, 6, 17, 48, 59), datetime(2024, 12, 31, 6, 5)]
    workouts = [
        Workout(
            at, "Pull; A", "felt, fine", [Exercise(lift, sets) for lift in lifts[n : n + 2]], 900
        )
        for n, at in enumerate(days)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    words = set()
    for kind in writers.FORMATS:
        kept = workouts
        if kind.lifts:
            kept = [one._replace(note="fine", exercises=one.exercises[:2]) for one in workouts]
        raw = kind.bytes_of(kept)
        name = kind.name.replace(" ", "_").replace("#", "no")
        for choice in (0, 1, 2, 140, 150):
            (folder / f"{name}-{choice}").write_bytes(bytes([choice]) + raw)
        if kind.header:  # the same rows as an interface would give them
            top, *cells = csv.reader(raw.decode().splitlines(), delimiter=kind.separator)
            told = json.dumps([dict(zip(top, row, strict=False)) for row in cells])
            (folder / f"{name}-json").write_bytes(b"\0" + told.encode())
        words.update(re.findall(rb"[^,;|\t\r\n\"]{1,40}", raw[:4096]))
    words.update((b",", b";", b"\t", b"|", b'"', b'""', b"\r\n", b"\n", b"\r", b"\xef\xbb\xbf"))
    words.update((b"sep=;\n", b"NA", b"NaN", b"1e308", b"0.0", b"-20", b"\xff\xfe", b".FIT"))
    lines = ["".join(f"\\x{byte:02x}" for byte in word) for word in sorted(words)]
    folder.with_suffix(".dict").write_text("".join(f'"{line}"\n' for line in lines))


def main():
    if sys.argv[1:2] == ["--seed"]:
        seed(Path(sys.argv[2]))
        return
    import atheris

    with atheris.instrument_imports(include=["liftguard"]):
        import liftguard.importers  # noqa: F401

    def mutate(data, most, number):
        return mutated(data, most, number, atheris.Mutate)

    atheris.Setup(sys.argv, one_input, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
