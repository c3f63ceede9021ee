"""What the writers share: a `Format`, which says what a file can hold, rows and moments."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import attrs

KG_PER_LB = 0.45359237  # by definition
SPOILT = {"load": "heavy", "reps": "many", "when": "45"}


@attrs.frozen(kw_only=True)
class Format:
    """A kind of file: its header, its cells in our words, and how it writes what it holds."""

    name: str
    app: str
    header: str
    cells: str = ""
    separator: str = ","
    quoting: int = csv.QUOTE_MINIMAL
    end: str = "\n"
    date: str | Callable[[datetime], str] = "%Y-%m-%d %H:%M:%S"
    unit: str = "kg"
    marks: Mapping[str | None, str] = {}
    number: Callable[[float], str] = repr
    options: Mapping[str, str] = {}  # of read_log, where the file leaves something open
    write: Callable[[Format, list], bytes] | None = None
    seconds: bool = True  # its moments have seconds
    each_set: bool = False  # its moments are those of sets, so that a day is a workout
    zone: bool = False  # its moments are in UTC
    normal: bool = False  # an unmarked set is work where the file marks warm-ups
    by_row: str = "set"  # or "exercise", "workout": what a row is
    shares: str = ""  # what the sets of an exercise share: "load", "note", "all"; or "ramp": order
    lifts: tuple[str, ...] = ()  # the only ones it has, in this order
    singles: bool = False  # each of its sets is an attempt at one repetition
    programme: str = ""  # where fewer repetitions than five are a miss: "fives", "threes too"
    fixed: Mapping[str, str] = {}  # cells that are always the same
    first: int = 1  # number of the first set
    lines: bool = True  # texts may hold line ends
    commas: bool = True  # texts may hold the separator and quotes
    file: str = ""  # of liftguard/importers/apps, where it is not called as the app
    text: bool = True  # else it is a database or the like
    named: bool = True  # it says whose it is; else only the order of its columns tells
    columns: Mapping[str, str] = {}  # names of columns that the header does not tell
    spoilt: Mapping[str, str] = SPOILT  # what it shows where a value is none that there is

    @property
    def importer(self) -> str:
        """The file of liftguard/importers/apps that knows it."""
        return self.file or self.app

    def holds(self, field: str) -> bool:
        """Tell whether a field can be written."""
        return field in self.cells.split()

    def column_of(self, field: str) -> str:
        """Name the column that a field stands in; one without a header has our word."""
        if field in self.columns or not self.header:
            return self.columns.get(field, field)
        names = next(csv.reader([self.header], delimiter=self.separator))
        return names[self.cells.split().index(field)]

    @property
    def clock(self) -> bool:
        """Tell whether its moments have an hour."""
        shown = when(self, datetime(2024, 5, 6, 17, 48, 59))
        return self.holds("clock") or self.holds("clock_12") or "48" in shown

    def bytes_of(self, workouts: list) -> bytes:
        """Write a file."""
        return (self.write or table)(self, workouts)


def when(kind: Format, at: datetime) -> str:
    return at.strftime(kind.date) if isinstance(kind.date, str) else kind.date(at)


def rows(kind: Format, workouts: list) -> Iterator[dict[str, str]]:
    """List the cells of each set, and of each run, by our words."""
    for workout in workouts:
        shared = {
            "when": when(kind, workout.at),
            "day": american(workout.at),
            "clock": f"{workout.at:%H:%M}",
            "clock_12": clock_12(workout.at),
            "title": workout.title,
            "session_note": workout.note,
            **kind.fixed,
        }
        for exercise in workout.exercises:
            own = {**shared, "lift": exercise.lift}
            for number, done in enumerate(exercise.sets, start=kind.first):
                yield {
                    **own,
                    "index": str(number),
                    "mark": kind.marks.get(done.mark, str(number)),
                    "load": kind.number(done.load),
                    "unit": kind.unit,
                    "reps": str(done.reps),
                    "amount": f"{done.reps} ripetizioni",
                    "outcome": "good lift" if done.reps else "no lift",
                    "burden": f"{comma(done.load)} kg",
                    "rpe": "" if done.rpe is None else repr(done.rpe),
                    "note": done.note,
                }
        if workout.run_s is not None and kind.holds("seconds"):
            run = {"lift": "Running", "index": str(kind.first), "seconds": str(workout.run_s)}
            yield {**shared, **run, "mark": kind.marks.get(None, "1"), "reps": "", "load": ""}


def lined(kind: Format, cells: list[list[str]], header: str | None = None) -> bytes:
    """Write rows below a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=kind.separator, quoting=kind.quoting)
    ends = []
    for row in cells:
        text.seek(0)
        text.truncate()
        writer.writerow(row)
        ends.append(text.getvalue().removesuffix("\r\n"))
    top = [kind.header if header is None else header]
    return kind.end.join([*filter(None, top), *ends, ""]).encode()


def table(kind: Format, workouts: list) -> bytes:
    """Write a row for each set."""
    words = kind.cells.split()
    return lined(kind, [[row.get(word, "") for word in words] for row in rows(kind, workouts)])


def unquoted(kind: Format, workouts: list) -> bytes:
    """Write a row for each set as apps do that know no quotes."""
    lines = [
        kind.separator.join(row.get(word, "") for word in kind.cells.split())
        for row in rows(kind, workouts)
    ]
    return "\n".join([kind.header, *lines, ""]).encode()


# --- moments


def in_months(names: str, form: str, *, half_days: bool = False) -> Callable[[datetime], str]:
    """Write dates as phones do in one language."""

    def written(at: datetime) -> str:
        hour = (at.hour + 11) % 12 + 1 if half_days else at.hour
        return form.format(
            day=at.day,
            month=names.split()[at.month - 1],
            year=at.year,
            hour=hour,
            minute=at.minute,
            half="PM" if at.hour >= 12 else "AM",
        )

    return written


ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
TURKISH = "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"
PORTUGUESE = "jan fev mar abr mai jun jul ago set out nov dez"
GERMAN = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."
FRENCH = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
DAY_FIRST = "{day} {month} {year}, {hour:02}:{minute:02}"


def american(at: datetime) -> str:
    return f"{at.month}/{at.day}/{at.year}"


def slashes(at: datetime) -> str:
    return f"{at.day}/{at.month}/{at.year % 100:02}"


def clock_12(at: datetime) -> str:
    return f"{(at.hour + 11) % 12 + 1}:{at.minute:02} {'PM' if at.hour >= 12 else 'AM'}"


def comma(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")
